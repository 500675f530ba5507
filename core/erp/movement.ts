import { type RawBuilder, sql } from 'kysely'
import type { OutsideAccount, StockAccount } from '../ledger/accounts.ts'
import type { PostingKind } from '../ledger/decision.ts'
import type { DocumentKind } from '../ledger/documents.ts'

/** Steps that move goods: what an ERP is told. Promises and expected supply are the hub's own business. */
export const MOVEMENT_KINDS = [
  'sale',
  'fulfill',
  'receipt',
  'dispatch',
  'close',
  'return',
  'restock',
  'dispose',
  'toVendor',
  'count',
  'countOffset',
  'adjustment',
  'reclassification',
  'correction',
] as const satisfies readonly PostingKind[]
export type MovementKind = (typeof MOVEMENT_KINDS)[number]

/** Where goods are, or came from, or went to. */
export type MovementAccount = StockAccount | Extract<OutsideAccount, 'supplier' | 'customer' | 'loss' | 'inTransfer'>

/**
 * One entry of the journal that moved goods, as an ERP is told of it. A transfer is two: `sellable` → `inTransfer` at its origin, `inTransfer` → `sellable` at its
 * destination; what of it never arrives is a third, `inTransfer` → `loss` at the destination.
 */
export interface Movement {
  /** Names it for ever, in every system: see `movementReference`. */
  readonly reference: string
  readonly kind: MovementKind
  readonly sku: string
  readonly locationId: string
  readonly from: MovementAccount
  readonly to: MovementAccount
  /** In base units of the item, 1 or more. */
  readonly quantity: number
  /** When it happened, by the clock of whoever reported it. */
  readonly occurredAt: Date
  /** When the hub recorded it, by the hub's clock. */
  readonly recordedAt: Date
  /** The reservation, shipment or return that it belongs to. */
  readonly document: { readonly kind: DocumentKind; readonly id: string } | null
  /** What its source calls the order, the receipt or the delivery. */
  readonly documentReference: string | null
  readonly channelId: string | null
  readonly reason: string | null
}

const REFERENCE = /^onhand:(?:([0-9a-f]{8}):)?(\d{1,5}):(\d{1,16})$/

/** What a reference says. */
export interface MovementName {
  /** The beginning of the epoch under which the number was handed out; null for numbers from before epochs were kept. */
  readonly epoch: string | null
  readonly stream: number
  readonly number: number
}

/**
 * The name of the journal's entry with this number in this stream (bucket): `onhand:<epoch>:<stream>:<number>`. An ERP keeps it in its own record, which is how a change there is known as an acknowledgement, and how a
 * movement whose answer was lost is found again. After a restore the same number comes again under another epoch, and so under another name. At most 37 characters, without white space and wildcards of searches.
 */
export function movementReference({ epoch, stream, number }: MovementName): string {
  return epoch === null ? `onhand:${stream}:${number}` : `onhand:${epoch}:${stream}:${number}`
}

/** The entry that a text names, where it is such a reference and nothing else. */
export function readMovementReference(text: string): MovementName | undefined {
  const match = REFERENCE.exec(text)
  if (match === null) return undefined
  return { epoch: match[1] ?? null, stream: Number(match[2]), number: Number(match[3]) }
}

/** As `MovementName.epoch`, for a number of a stream. */
export function epochOf(bucket: RawBuilder<unknown>, number: RawBuilder<unknown>): RawBuilder<string | null> {
  return sql`(
    select left(e.epoch::text, 8) from feed_epoch e where e.bucket = ${bucket} and e.number < ${number} order by e.ordinal desc limit 1
  )`
}
