import type { ErpEvent } from '../connector.ts'
import type { Place } from './places.ts'
import type { Product } from './products.ts'
import { quantityText } from './units.ts'

/** A move that was done in the ERP, and was not ours. */
export interface DoneMove {
  readonly id: number
  readonly product: Product & { readonly sku: string }
  /** In the unit of the product, more than 0. */
  readonly quantity: number
  readonly from: Place
  readonly to: Place
  /** ISO 8601 */
  readonly time: string
  /** What people call the document, or else the name of its record; null for a move that belongs to none. */
  readonly reference: string | null
  /** Of an internal shipment: where it comes from and where it goes. */
  readonly route: { readonly from: Place; readonly to: Place } | null
}

/** What a move is follows from where it came from and where it went. One that does not touch a location of the hub, or stays within one, is no event. */
export function eventsOf(move: DoneMove, source: string): readonly ErpEvent[] {
  const { id, product, from, to, time } = move
  const { sku, unit } = product
  const said = unit === undefined ? String(move.quantity) : quantityText(move.quantity, unit)
  const inUnit = unit === undefined || unit.base.factor === 1 ? {} : { unit: unit.name }
  const amount = { quantity: said, ...inUnit }
  const reference = move.reference ?? `${source}#stock.move,${id}`

  const events: ErpEvent[] = []
  const tell = (type: string, data: Readonly<Record<string, unknown>>) => {
    const step = events.length === 0 ? '' : `:${events.length + 1}`
    events.push({ specversion: '1.0', id: `move:${id}${step}`, source, type, time, data })
  }
  const reclassify = (locationId: string, before: string, after: string) => {
    if (before !== after) tell('onhand.stock.reclassified.v1', { sku, locationId, ...amount, from: before, to: after })
  }
  const adjust = (place: Place & { kind: 'ours' }, sign: '' | '-', reason: string) => {
    const { locationId, account } = place
    const data = { sku, locationId, delta: `${sign}${said}`, ...inUnit, account, reason }
    tell('onhand.stock.adjusted.v1', data)
  }
  const transfer = (step: 'dispatched' | 'received', originId: string, destinationId: string) => {
    const lines = [{ sku, ...amount }]
    tell(`onhand.shipment.${step}.v1`, { reference, kind: 'TRANSFER', originId, destinationId, lines })
  }

  if (from.kind === 'ours' && to.kind === 'ours') {
    if (from.locationId === to.locationId) {
      reclassify(from.locationId, from.account, to.account)
    } else {
      reclassify(from.locationId, from.account, 'sellable')
      transfer('dispatched', from.locationId, to.locationId)
      transfer('received', from.locationId, to.locationId)
      reclassify(to.locationId, 'sellable', to.account)
    }
  } else if (from.kind === 'ours') {
    switch (to.kind) {
      case 'customer':
        reclassify(from.locationId, from.account, 'sellable')
        // Without a document it stands for itself: two sales of the same are two.
        tell('onhand.sale.recorded.v1', {
          sku,
          locationId: from.locationId,
          ...amount,
          ...(move.reference === null ? {} : { reference: move.reference }),
        })
        break
      case 'transit':
        if (move.route?.to.kind === 'ours') {
          reclassify(from.locationId, from.account, 'sellable')
          transfer('dispatched', from.locationId, move.route.to.locationId)
        } else {
          adjust(from, '-', 'sent to a place that the hub does not know')
        }
        break
      case 'supplier':
        adjust(from, '-', 'returned to the supplier')
        break
      case 'loss':
        adjust(from, '-', 'lost')
        break
      case 'elsewhere':
        adjust(from, '-', `moved to ${to.name}`)
        break
    }
  } else if (to.kind === 'ours') {
    switch (from.kind) {
      case 'customer':
        tell('onhand.return.received.v1', { reference, locationId: to.locationId, lines: [{ sku, ...amount }] })
        if (to.account === 'sellable') {
          const lines = [{ sku, ...amount }]
          const data = { reference, disposition: 'RESTOCK', locationId: to.locationId, lines }
          tell('onhand.return.dispositioned.v1', data)
        } else {
          reclassify(to.locationId, 'qualityHold', to.account)
        }
        break
      case 'supplier':
        tell('onhand.stock.received.v1', {
          sku,
          locationId: to.locationId,
          ...amount,
          ...(move.reference === null ? {} : { reference: move.reference }),
        })
        reclassify(to.locationId, 'sellable', to.account)
        break
      case 'transit':
        if (move.route?.from.kind === 'ours') {
          transfer('received', move.route.from.locationId, to.locationId)
          reclassify(to.locationId, 'sellable', to.account)
        } else {
          adjust(to, '', 'came from a place that the hub does not know')
        }
        break
      case 'loss':
        adjust(to, '', 'found')
        break
      case 'elsewhere':
        adjust(to, '', `moved from ${from.name}`)
        break
    }
  }
  return events
}
