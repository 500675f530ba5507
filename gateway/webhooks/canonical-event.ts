import type { EventType } from '../../schema/events/index.ts'
import type { SnapshotReason } from '../subscriptions/subscriber.ts'

/** An entry of the journal as `EVENTS_DOCUMENT` selects it, in the words of the graph. */
export interface Entry {
  readonly hubReference: string
  readonly sku: string
  readonly locationId: string
  readonly family: string
  readonly from: string
  readonly to: string
  readonly quantity: number
  readonly kind: string
  readonly occurredAt: string
  readonly recordedAt: string
  readonly reference: string | null
  readonly source: string | null
  readonly eventId: string | null
  readonly channelId: string | null
  readonly reason: string | null
  readonly documentKind: string | null
  readonly documentId: string | null
}

export interface CanonicalEvent {
  readonly specversion: '1.0'
  /** The entry's name for ever: the same event has the same id, whenever and to whomever it is told, and after a restore no other has it. */
  readonly id: string
  readonly source: '/onhand'
  readonly type: EventType
  readonly subject: string
  readonly time: string
  readonly datacontenttype: 'application/json'
  readonly recordedat: string
  /** Who reported it, and under which id where that was an event. */
  readonly reportedby?: string
  readonly reportedid?: string
  /** Why the journal is told anew, with this event among others. */
  readonly snapshot?: SnapshotReason
  readonly data: Readonly<Record<string, unknown>>
}

/**
 * Entry of the journal → event, for one SKU at one location each. Undefined for entries that are only the other side of one that is told, and for steps that no type of event tells: backorders before they are covered,
 * what is set aside, orders and expected supply.
 */
export function canonicalEvent(entry: Entry, snapshot?: SnapshotReason): CanonicalEvent | undefined {
  const told = typeAndData(entry)
  if (told === undefined) return undefined
  const [type, data] = told
  const { hubReference: id, sku, occurredAt, recordedAt, source, eventId } = entry
  return {
    specversion: '1.0',
    id,
    source: '/onhand',
    type,
    subject: sku,
    time: occurredAt,
    datacontenttype: 'application/json',
    recordedat: recordedAt,
    ...(source === null ? {} : { reportedby: source }),
    ...(eventId === null ? {} : { reportedid: eventId }),
    ...(snapshot === undefined ? {} : { snapshot }),
    data: withoutNulls(data),
  }
}

/** Whether a message is an event. Every event begins like this, and no result of a subscription does. */
export function isEvent(body: string): boolean {
  return body.startsWith('{"specversion":')
}

type Told = readonly [EventType, Readonly<Record<string, unknown>>]

function typeAndData(entry: Entry): Told | undefined {
  const { sku, locationId, quantity, from, to, family, kind, reference, channelId, reason, documentId } = entry
  const place = { sku, locationId, quantity }
  const lines = [place]
  const reservation = { reservationId: documentId, reference, channelId, lines }
  const returned = { returnId: documentId, reference, locationId, lines: [{ sku, quantity }] }
  const shipment = { shipmentId: documentId, reference }
  const isStock = family === 'STOCK'

  switch (kind) {
    case 'HOLD':
    case 'CONFIRM':
    case 'FILL':
    case 'RELEASE':
    case 'EXPIRE':
    case 'MOVE':
      // What is covered is promised; what waits for stock is told when it comes. A promise that moves is given back here and made there.
      if (to === 'HELD') return ['onhand.reservation.held.v1', { reference: reference ?? documentId, channelId, lines }]
      if (to === 'COMMITTED') return ['onhand.reservation.confirmed.v1', reservation]
      return from === 'HELD' || from === 'COMMITTED' ? ['onhand.reservation.released.v1', reservation] : undefined
    case 'BACKORDER':
      // A hold that has lost its cover by the time it is confirmed is given back, and promised anew when it is covered.
      return from === 'HELD' ? ['onhand.reservation.released.v1', reservation] : undefined
    case 'FULFILL':
      return isStock ? ['onhand.reservation.fulfilled.v1', reservation] : undefined
    case 'SALE':
      return isStock ? ['onhand.sale.recorded.v1', { ...place, reference, channelId }] : undefined
    case 'RECEIPT':
      // What was given up as lost on its way and arrives after all is found again there first, which is no arrival.
      if (to !== 'SELLABLE') return undefined
      if (documentId === null) return ['onhand.stock.received.v1', { ...place, reference }]
      return ['onhand.shipment.received.v1', { ...shipment, destinationId: locationId, lines: [{ sku, quantity }] }]
    case 'DISPATCH':
      // A transfer leaves its origin; a purchase, of which no goods are ours yet, turns from ordered to expected.
      if (isStock)
        return [
          'onhand.shipment.dispatched.v1',
          { ...shipment, kind: 'TRANSFER', originId: locationId, lines: [{ sku, quantity }] },
        ]
      if (from !== 'ON_ORDER') return undefined
      return [
        'onhand.shipment.dispatched.v1',
        { ...shipment, kind: 'PURCHASE', destinationId: locationId, lines: [{ sku, quantity }] },
      ]
    case 'CLOSE':
      return isStock ? undefined : ['onhand.shipment.closed_short.v1', shipment]
    case 'RETURN':
      return isStock ? ['onhand.return.received.v1', { ...returned, channelId }] : undefined
    case 'RESTOCK':
      return ['onhand.return.dispositioned.v1', { ...returned, disposition: 'RESTOCK' }]
    case 'DISPOSE':
      return ['onhand.return.dispositioned.v1', { ...returned, disposition: 'DISPOSE', reason }]
    case 'TO_VENDOR':
      return ['onhand.return.dispositioned.v1', { ...returned, disposition: 'RETURN_TO_VENDOR', reason }]
    case 'COUNT':
    case 'COUNT_OFFSET':
    case 'ADJUSTMENT': {
      const isLess = to === 'LOSS'
      const account = inEvents(isLess ? from : to)
      const why = reason ?? kind.toLowerCase()
      return [
        'onhand.stock.adjusted.v1',
        { sku, locationId, delta: isLess ? -quantity : quantity, account, reason: why },
      ]
    }
    case 'CORRECTION': {
      // What was told is not untold: it is told by how much the stock differs from it.
      if (!isStock) return undefined
      const isLess = OUTSIDE.has(to)
      const account = inEvents(isLess ? from : to)
      if (OUTSIDE.has(from) && isLess) return undefined
      const delta = isLess ? -quantity : quantity
      return ['onhand.stock.adjusted.v1', { sku, locationId, delta, account, reason: reason ?? 'correction' }]
    }
    case 'RECLASSIFICATION':
      return ['onhand.stock.reclassified.v1', { ...place, from: inEvents(from), to: inEvents(to), reason }]
    default:
      return undefined
  }
}

/** Accounts of stock that is not here. */
const OUTSIDE = new Set(['SUPPLIER', 'CUSTOMER', 'LOSS', 'IN_TRANSFER'])

/** An account of the graph in the words of events: QUALITY_HOLD → qualityHold. */
function inEvents(account: string): string {
  return account.toLowerCase().replace(/_(.)/g, (_match, letter: string) => letter.toUpperCase())
}

function withoutNulls(data: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(data).filter(([, value]) => value !== null))
}
