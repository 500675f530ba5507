import type { Believed } from '../../core/erp/pulls.ts'
import type { ErpEvent } from '../connector.ts'

/**
 * From before the first route of an ERP on, nothing was told to it, so what it has booked for a count is all there is to it; and its past is read once, with times that may be those of later changes. Whatever else it counted
 * is told as a count.
 */
export function asItWasBooked(event: ErpEvent, believed: Believed): readonly ErpEvent[] {
  const { specversion, id, source, time, erpbooked, erpentered = time } = event
  if (erpbooked === undefined || believed.isSinceFirst(new Date(erpentered))) return [event]
  if (Number(erpbooked) === 0) return []
  const { sku, locationId, account } = event.data
  const data = { sku, locationId, delta: erpbooked, account, reason: 'count' }
  return [{ specversion, id, source, type: 'onhand.stock.adjusted.v1', time: erpentered, data }]
}

/** A count, and when it was: between two moments, where only the day is known. */
export interface CountSpan {
  readonly eventId: string
  readonly sku: string
  readonly locationId: string
  readonly accounts: readonly string[]
  /** null: at `to`. */
  readonly from: Date | null
  readonly to: Date
}

export function countSpanOf({ id: eventId, type, time, data, erpfrom }: ErpEvent): CountSpan | undefined {
  const { sku, locationId, account = 'sellable', accounts = [account] } = data
  if (type !== 'onhand.stock.counted.v1' || typeof sku !== 'string' || typeof locationId !== 'string') return undefined
  if (!Array.isArray(accounts)) return undefined
  const from = erpfrom === undefined ? null : new Date(erpfrom)
  return { eventId, sku, locationId, accounts: accounts.map(String), from, to: new Date(time) }
}
