import type { ErpEvent } from '../connector.ts'
import type { Row } from './read-rows.ts'
import type { RowKind } from './settings.ts'
import { timeOf } from './time.ts'

export interface RowEventOptions {
  /** Name of the file, which with the line names the event. */
  readonly name: string
  readonly kind: RowKind
  readonly source: string
  readonly timeZone: string
  /** When the file was written: what is told of a day, and of no time, is told of then. */
  readonly writtenAt: Date
}

/** What a row of a delta tells. */
export function eventsOfRow({ line, fields }: Row, options: RowEventOptions): readonly ErpEvent[] {
  const { name, kind, source, timeZone, writtenAt } = options
  const { sku, location: locationId, quantity, reference, reason } = fields
  const said = fields.time === undefined ? null : timeOf(fields.time, timeZone)
  const time = (said ?? writtenAt).toISOString()
  const inUnit = fields.unit === undefined ? {} : { unit: fields.unit }
  const amount = { quantity, ...inUnit }
  const place = { sku, locationId }
  const known = reference === undefined ? {} : { reference }

  const events: ErpEvent[] = []
  const tell = (type: string, data: Readonly<Record<string, unknown>>) => {
    const step = events.length === 0 ? '' : `:${events.length + 1}`
    events.push({ specversion: '1.0', id: `${name}:${line}${step}`, source, type, time, data })
  }
  // A row may say that nothing was sold, or that nothing of a delivery came: that is no event. Counts are.
  if (Number(quantity) === 0 && kind !== 'count') return []
  switch (kind) {
    case 'sale':
      tell('onhand.sale.recorded.v1', { ...place, ...amount, ...known })
      break
    case 'receipt': {
      tell('onhand.stock.received.v1', { ...place, ...amount, ...known })
      const { rejected } = fields
      if (rejected !== undefined && Number(rejected) > 0) {
        const data = { ...place, quantity: rejected, ...inUnit, from: 'sellable', to: 'damaged', reason: 'rejected' }
        tell('onhand.stock.reclassified.v1', data)
      }
      break
    }
    case 'return':
      tell('onhand.return.received.v1', {
        reference,
        locationId,
        lines: [{ sku, ...amount, ...(reason === undefined ? {} : { reason }) }],
      })
      break
    case 'adjustment':
      tell('onhand.stock.adjusted.v1', { ...place, delta: quantity, ...inUnit, reason })
      break
    case 'count':
      tell('onhand.stock.counted.v1', { ...place, ...amount })
      break
    case 'transfer': {
      // Rows without a document of their own are transfers of their own.
      const called = reference ?? `${source}#${name}:${line}`
      const route = { reference: called, kind: 'TRANSFER', originId: fields.origin, destinationId: locationId }
      tell('onhand.shipment.dispatched.v1', { ...route, lines: [{ sku, ...amount }] })
      tell('onhand.shipment.received.v1', { ...route, lines: [{ sku, ...amount }] })
      break
    }
    case 'item':
    case 'location':
    case 'stock':
      break
  }
  return events
}
