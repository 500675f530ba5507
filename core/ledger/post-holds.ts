import { bigints, smallints, texts, timestamps } from '../database/array-parameter.ts'
import { rowsOf, type Write } from '../database/statement.ts'
import type { Position, ReservationLine } from './documents.ts'
import type { NumberedPosting } from './post.ts'
import type { LedgerState } from './state.ts'

/**
 * What most of a sale is, in the fewest columns: an order whose lines hold what was free. Of a line and its entry everything is said once that is the same in both, and
 * nothing of what has not happened yet; of a position only what a hold changes. That is half of the columns, and as much as a twelfth of what PostgreSQL did for a cart.
 */

export interface PlainHold {
  readonly posting: NumberedPosting
  readonly line: ReservationLine
}

/** Holds whose new line is just what they took, and to which nothing has happened since. */
export function plainHolds(state: LedgerState, postings: readonly NumberedPosting[]): PlainHold[] {
  const holds: PlainHold[] = []
  for (const posting of postings) {
    const { document, line: number, locationId, quantity, occurredAt, channelId } = posting.posting
    if (posting.previous === null || document === undefined || number === undefined) continue
    const line = state.lines.get(document.id)?.get(number)
    if (line === undefined || !state.newReservations.has(document.id)) continue
    const isPlain =
      line.held === quantity &&
      line.requested === quantity &&
      line.fenced === 0 &&
      line.version === 1 &&
      line.confirmedAt === null &&
      line.promisedBy === null &&
      line.locationId === locationId &&
      line.channelId === channelId &&
      line.placedAt.getTime() === occurredAt.getTime()
    if (isPlain) holds.push({ posting, line })
  }
  return holds
}

export function holdWrites(holds: readonly PlainHold[], now: Date): Write[] {
  if (holds.length === 0) return []
  const values = [
    smallints(holds, ({ posting }) => posting.bucket),
    texts(holds, ({ line }) => line.reservationId),
    smallints(holds, ({ line }) => line.line),
    texts(holds, ({ line }) => line.sku),
    texts(holds, ({ line }) => line.locationId),
    texts(holds, ({ line }) => line.channelId),
    bigints(holds, ({ line }) => line.held),
    timestamps(holds, ({ line }) => line.expiresAt),
    timestamps(holds, ({ line }) => line.placedAt),
    bigints(holds, ({ posting }) => posting.number),
    bigints(holds, ({ posting }) => posting.previous),
    texts(holds, ({ posting: { posting } }) => posting.reference ?? null),
    texts(holds, ({ posting: { submission } }) => submission?.event?.source ?? submission?.client ?? null),
    texts(holds, ({ posting: { submission } }) => submission?.event?.id ?? null),
    texts(holds, ({ posting: { posting } }) => posting.reason ?? null),
    now,
  ]
  return [{ text: [INSERT_HELD_LINES, INSERT_HOLDS], values }]
}

const COLUMNS = `bucket smallint, reservation_id text, line smallint, sku text, location_id text, channel_id text, quantity bigint,
  expires_at timestamptz, placed_at timestamptz, number bigint, previous bigint, reference text, source text, event_id text, reason text`

const INSERT_HELD_LINES = `insert into reservation_line (bucket, reservation_id, line, sku, location_id, channel_id, requested, held, committed,
                                backordered, fulfilled, released, expired, expires_at, placed_at, hold, recorded_at)
  select bucket, reservation_id, line, sku, location_id, channel_id, quantity, quantity, 0, 0, 0, 0, 0, expires_at, placed_at, number, $16::timestamptz
  from ${rowsOf(COLUMNS, ['bucket', 'reservation_id', 'line', 'sku', 'location_id', 'channel_id', 'quantity', 'expires_at', 'placed_at', 'number'])}
  where {guard}`

const INSERT_HOLDS = `insert into journal (bucket, number, sku, location_id, from_account, to_account, quantity, kind, occurred_at, recorded_at,
                       document, document_id, line, reference, source, event_id, channel_id, reason, previous, named_by_line)
  select bucket, number, sku, location_id, 'unpromised', 'held', quantity, 'hold', placed_at, $16::timestamptz,
         'reservation', reservation_id, line, reference, source, event_id, channel_id, reason, previous, true
  from ${rowsOf(COLUMNS, ['bucket', 'number', 'sku', 'location_id', 'quantity', 'placed_at', 'reservation_id', 'line', 'reference', 'source', 'event_id', 'channel_id', 'reason', 'previous'])}
  where {guard}`

/** Positions that have a row, and of which nothing has changed but what is held. */
export function heldWrites(positions: readonly Position[], now: Date): Write[] {
  if (positions.length === 0) return []
  const values = [
    bigints(positions, ({ id }) => id),
    bigints(positions, ({ balances }) => balances.held),
    bigints(positions, ({ lastHold }) => lastHold),
    now,
  ]
  return [{ text: UPDATE_HELD, values }]
}

const UPDATE_HELD = `update position p set held = w.held, last_hold = w.last_hold, updated_at = $4::timestamptz, room = null
  from ${rowsOf('id bigint, held bigint, last_hold bigint')}
  where p.id = w.id and {guard}`
