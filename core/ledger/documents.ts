import type { Balances, StockAccount } from './accounts.ts'

/** What the ledger knows, as plain immutable values. Quantities are base units. */

export interface Item {
  readonly sku: string
  readonly title: string
  /** The base unit, for example "each" or "gram". */
  readonly unit: string
  /** Other units: name → whole base units in one of it. */
  readonly units: Readonly<Record<string, number>>
  readonly createdAt: Date
  readonly updatedAt: Date
}

export interface Location {
  readonly id: string
  readonly name: string
  readonly kind: string
  readonly parentId: string | null
  readonly timeZone: string | null
  readonly latitude: number | null
  readonly longitude: number | null
  /** Nothing is sourced from it. */
  readonly closed: boolean
  readonly createdAt: Date
  readonly updatedAt: Date
}

export interface ChannelLocation {
  readonly locationId: string
  /** Lower is asked first. */
  readonly priority: number
}

export interface Channel {
  readonly id: string
  readonly name: string
  /** By priority, then by id. */
  readonly locations: readonly ChannelLocation[]
  readonly buffer: number
  readonly cap: number | null
  readonly lowStockThreshold: number
  /** What was low stays low until it is so many units above the threshold. */
  readonly lowStockHysteresis: number
  /** Where bands begin, ascending and at least 1, that shops and partners are told in place of quantities; empty: they are told quantities. */
  readonly bands: readonly number[]
  readonly allowBackorder: boolean
  readonly createdAt: Date
  readonly updatedAt: Date
}

export interface StockPolicy {
  readonly sku: string
  readonly locationId: string
  readonly safetyStock: number
  /** In the order in which they are covered. */
  readonly fences: readonly Fence[]
}

/** Units of a SKU at a location that are set aside for one channel. What of them is left is `leftInFence`. */
export interface Fence {
  readonly channelId: string
  /** Set aside in all, as the policy states. */
  readonly quantity: number
  /** Taken by the channel and not given back. */
  readonly used: number
  /** When what is left falls back; null: never. */
  readonly until: Date | null
}

/** An item at a location. */
export interface Place {
  readonly sku: string
  readonly locationId: string
}

export interface Position {
  readonly sku: string
  readonly locationId: string
  readonly balances: Balances
  /** Number of the entry of its last hold, which names the one before; 0: there is none that does. */
  readonly lastHold: number
  /** Id of its row, by which that is updated. Null: there is no row, or none with an id; an upsert by its key gives it one. */
  readonly id: number | null
}

export interface ReservationLine {
  readonly reservationId: string
  /** 1-based number within the reservation. */
  readonly line: number
  readonly sku: string
  readonly locationId: string
  readonly channelId: string
  readonly requested: number
  readonly held: number
  /** Confirmed and not shipped yet. */
  readonly committed: number
  readonly backordered: number
  readonly fulfilled: number
  readonly released: number
  readonly expired: number
  /** When it was confirmed; a backorder that was confirmed is filled into committed and no longer expires. */
  readonly confirmedAt: Date | null
  /** When what is held, or an unconfirmed backorder, ends by itself. */
  readonly expiresAt: Date | null
  /** Age: backorders are filled by it. */
  readonly placedAt: Date
  readonly version: number
  /** For when what waits was promised, against supply that is due by then; null: for no date. What waited stays so marked when it is filled. */
  readonly promisedBy: Date | null
  /** Of held and committed, what came from the channel's fence. Kept by the ledger's state: decisions carry it along and make lines with 0. */
  readonly fenced: number
}

export interface Reservation {
  readonly id: string
  readonly channelId: string
  readonly reference: string | null
  readonly client: string
  readonly occurredAt: Date
  readonly recordedAt: Date
  readonly lines: readonly ReservationLine[]
}

export interface ShipmentLine {
  readonly shipmentId: string
  readonly line: number
  readonly sku: string
  /** Ordered. Zero for units that came without having been ordered. */
  readonly quantity: number
  readonly dispatched: number
  readonly received: number
  readonly closedShort: number
  /** What this line still contributes to the destination's supply accounts. */
  readonly onOrder: number
  readonly inTransit: number
  /** That it did not come when it was expected was told. */
  readonly lateTold: boolean
  readonly version: number
}

/** What a shipment still brings of a SKU to a location. */
export interface ExpectedSupply {
  readonly shipmentId: string
  readonly onOrder: number
  readonly inTransit: number
  /** When it is expected to be there; null: nobody knows. */
  readonly dueAt: Date | null
  readonly lateTold: boolean
}

export interface Shipment {
  readonly id: string
  readonly kind: 'TRANSFER' | 'PURCHASE'
  readonly originId: string | null
  readonly destinationId: string
  readonly supplier: string | null
  readonly reference: string | null
  readonly expectedAt: Date | null
  readonly orderedAt: Date | null
  readonly dispatchedAt: Date | null
  readonly closedAt: Date | null
  readonly canceledAt: Date | null
  readonly client: string
  readonly occurredAt: Date
  readonly recordedAt: Date
  readonly version: number
  readonly lines: readonly ShipmentLine[]
}

/** Quantities of a return line by state; they add up to its quantity. */
export const RETURN_STATES = [
  'authorized',
  'inTransit',
  'received',
  'inspected',
  'quarantined',
  'restockApproved',
  'restocked',
  'disposed',
  'returnedToVendor',
  'missing',
  'canceled',
] as const
export type ReturnState = (typeof RETURN_STATES)[number]

export interface ReturnLine extends Readonly<Record<ReturnState, number>> {
  readonly returnId: string
  readonly line: number
  readonly sku: string
  /** Where the received units are. */
  readonly locationId: string | null
  readonly reason: string | null
  readonly quantity: number
  readonly version: number
}

export interface ReturnCase {
  readonly id: string
  readonly channelId: string | null
  readonly reservationId: string | null
  readonly locationId: string | null
  readonly reference: string | null
  readonly client: string
  readonly occurredAt: Date
  readonly recordedAt: Date
  readonly version: number
  readonly lines: readonly ReturnLine[]
}

export interface StockCount {
  /** Who counted. */
  readonly source: string
  readonly sku: string
  readonly locationId: string
  readonly account: StockAccount
  readonly occurredAt: Date
  readonly quantity: number
  /** That were counted together, this one among them. */
  readonly together: readonly StockAccount[]
  /** By how much whoever counted has corrected its own books; null where it did not say. */
  readonly booked: number | null
}

/** The newest count of an account. */
export interface LatestCount {
  readonly at: Date
  readonly together: readonly StockAccount[]
}

/** What one source has reported of one fact, in sum: of each channel that it names by itself. */
export interface Fact {
  readonly sku: string
  readonly locationId: string
  readonly reference: string
  readonly kind: FactKind
  readonly source: string
  /** Through which the units were sold, where the source names the channel or the order: order numbers of two channels may be the same. null: it named neither. */
  readonly channelId: string | null
  readonly quantity: number
  /** Units of all orders of that channel that had been shipped under the reference when the source told last of one of them; null: it told of no order that the hub knew. */
  readonly shipped: number | null
  readonly occurredAt: Date
  /** Whether that is all the source has to tell, as it said last; null: it never said. */
  readonly complete: boolean | null
  /** What is held of the fact as a whole, alike for all its reporters. null: no source was ever declared authoritative for it, and the largest total stands. */
  readonly verdict: FactVerdict | null
}

export const FACT_KINDS = ['sale', 'receipt', 'return', 'dispatch'] as const
export type FactKind = (typeof FACT_KINDS)[number]

export const FACT_STATES = ['REPORTED', 'PROVISIONAL', 'CONFIRMED', 'CORRECTED', 'CONTRADICTED'] as const
/**
 * REPORTED: nobody is authoritative for it, and nobody has told the same. PROVISIONAL: the authority has not told it, or not all of it. CONFIRMED: all who told it agree, the authority among them where there is one.
 * CORRECTED: the authority told otherwise than those before it. CONTRADICTED: somebody told otherwise than the authority, which stands.
 */
export type FactState = (typeof FACT_STATES)[number]

export interface FactVerdict {
  /** What is posted of it, in base units. */
  readonly stands: number
  readonly state: FactState
  /** What was declared authoritative when it was told last; null: nobody, any more. */
  readonly authority: string | null
  /** When it was told last, by the hub's clock. */
  readonly changedAt: Date
}

export type DocumentKind = 'reservation' | 'shipment' | 'return'

/** From the least advanced. Their places are those of the column `reservation_line.status`. */
export const RESERVATION_STATUSES = [
  'BACKORDERED',
  'HELD',
  'CONFIRMED',
  'PARTIALLY_FULFILLED',
  'FULFILLED',
  'RELEASED',
  'EXPIRED',
] as const
export type ReservationStatus = (typeof RESERVATION_STATUSES)[number]

/** A line's status follows from its quantities: that of its least advanced open part. */
export function reservationLineStatus(
  line: Pick<ReservationLine, 'held' | 'committed' | 'backordered' | 'fulfilled' | 'released'>,
): ReservationStatus {
  if (line.backordered > 0) return 'BACKORDERED'
  if (line.held > 0) return 'HELD'
  if (line.committed > 0) return line.fulfilled > 0 ? 'PARTIALLY_FULFILLED' : 'CONFIRMED'
  if (line.fulfilled > 0) return 'FULFILLED'
  return line.released > 0 ? 'RELEASED' : 'EXPIRED'
}

const OPEN_BY_ADVANCE: readonly ReservationStatus[] = ['BACKORDERED', 'HELD', 'CONFIRMED', 'PARTIALLY_FULFILLED']

/** That of the least advanced open line; with none open FULFILLED if any unit was, else RELEASED, else EXPIRED. */
export function reservationStatus(
  lines: readonly Pick<ReservationLine, 'held' | 'committed' | 'backordered' | 'fulfilled' | 'released'>[],
): ReservationStatus {
  const statuses = lines.map(reservationLineStatus)
  const open = OPEN_BY_ADVANCE.find((status) => statuses.includes(status))
  if (open !== undefined) return open
  if (lines.some((line) => line.fulfilled > 0)) return 'FULFILLED'
  return lines.some((line) => line.released > 0) ? 'RELEASED' : 'EXPIRED'
}

/** 1 when it was made; higher after each change of one of its lines. */
export function reservationVersion(lines: readonly Pick<ReservationLine, 'version'>[]): number {
  return lines.reduce((version, line) => version + line.version - 1, 1)
}

/**
 * The line as whoever asks at `now` may see it: what is held past its time holds nothing, swept or not. Its version is that which it will have when it
 * is swept, so that whoever has read it this way has read it as it is decided about.
 */
export function asOfNow(line: ReservationLine, now: Date): ReservationLine {
  if (!isDue(line, now)) return line
  const backordered = line.confirmedAt === null ? line.backordered : 0
  return {
    ...line,
    held: 0,
    fenced: Math.min(line.fenced, line.committed),
    backordered: line.backordered - backordered,
    expired: line.expired + line.held + backordered,
    version: line.version + 1,
  }
}

/** Whether something of the line ends by itself at `now`. */
export function isDue(line: ReservationLine, now: Date): boolean {
  return (
    line.expiresAt !== null &&
    line.expiresAt.getTime() <= now.getTime() &&
    (line.held > 0 || (line.backordered > 0 && line.confirmedAt === null))
  )
}
