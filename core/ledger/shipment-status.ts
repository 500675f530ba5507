import type { Shipment, ShipmentLine } from './documents.ts'

export type ShipmentStatus = 'DRAFT' | 'IN_TRANSIT' | 'PARTIALLY_RECEIVED' | 'RECEIVED' | 'CLOSED_SHORT' | 'CANCELED'

type Head = Pick<Shipment, 'kind' | 'closedAt' | 'canceledAt'>
type Totals = Pick<ShipmentLine, 'quantity' | 'dispatched' | 'received'>

/** What follows from the totals of a line, in base units. */
export interface ShipmentBalance {
  /** Left, as told or as implied by what arrived. */
  readonly departed: number
  /** Ordered and not shipped: part of the destination's onOrder. Purchases only. */
  readonly onOrder: number
  /** Shipped and not received: part of the destination's inTransit. */
  readonly inTransit: number
  /** Still to arrive, shipped or not. */
  readonly outstanding: number
  /** Given up when the shipment was closed. */
  readonly closedShort: number
  /** Of that, what had left another location of ours and is lost. Transfers only. */
  readonly lost: number
}

/**
 * The balance of a line is a function of what was ordered, what was told to have left and what was told to have arrived. So the order in which a
 * dispatch and its receipt become known makes no difference: each step posts the difference between the balance before and after it.
 *
 * What arrived must have left: of an ordered line up to what was ordered (the rest is more than was sent), of one that nobody ordered all of it.
 */
export function shipmentBalance(shipment: Head, line: Totals): ShipmentBalance {
  const { dispatched, received } = line
  const ordered = shipment.canceledAt === null ? line.quantity : 0
  const departed = Math.max(dispatched, ordered > 0 ? Math.min(received, ordered) : received)
  const missing = Math.max(0, Math.max(ordered, dispatched) - received)

  if (shipment.closedAt !== null) {
    const lost = shipment.kind === 'TRANSFER' ? Math.max(0, departed - received) : 0
    return { departed, onOrder: 0, inTransit: 0, outstanding: 0, closedShort: missing, lost }
  }
  const inTransit = Math.max(0, dispatched - received)
  const onOrder = shipment.kind === 'PURCHASE' ? missing - inTransit : 0
  return { departed, onOrder, inTransit, outstanding: missing, closedShort: 0, lost: 0 }
}

/** The status of a shipment follows from its steps and the quantities of its lines. */
export function shipmentStatus(shipment: Head & { readonly lines: readonly Totals[] }): ShipmentStatus {
  const { lines } = shipment
  const arrived = lines.some((line) => line.received > 0)
  const moved = arrived || lines.some((line) => line.dispatched > 0)
  if (shipment.canceledAt !== null && !moved) return 'CANCELED'

  const balances = lines.map((line) => shipmentBalance(shipment, line))
  if (balances.some((balance) => balance.closedShort > 0)) return 'CLOSED_SHORT'
  if (!moved) return 'DRAFT'
  if (balances.every((balance) => balance.outstanding === 0)) return 'RECEIVED'
  return arrived ? 'PARTIALLY_RECEIVED' : 'IN_TRANSIT'
}

/** Whether something of it is still to come. */
export function isShipmentOpen(shipment: Head & { readonly lines: readonly Totals[] }): boolean {
  const status = shipmentStatus(shipment)
  return status === 'DRAFT' || status === 'IN_TRANSIT' || status === 'PARTIALLY_RECEIVED'
}
