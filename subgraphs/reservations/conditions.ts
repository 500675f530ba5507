import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { channelFilter } from '../../core/access/channel-filter.ts'
import type { Viewer } from '../../core/access/viewer.ts'
import { BUCKETS } from '../../core/ledger/bucket.ts'
import { RESERVATION_STATUSES, type ReservationStatus } from '../../core/ledger/documents.ts'

/** Conditions of SQL on a reservation that stands as `r` in its statement, or on one of its lines, which stands as `line`. */

/** The row rule `seesReservation`: one of the viewer's channels, and for a storefront one that its own client made. */
export function visibleTo(viewer: Viewer): RawBuilder<SqlBool> {
  const own = viewer.kind === 'storefront' ? sql<SqlBool>`r.client = ${viewer.client}` : sql<SqlBool>`true`
  return sql<SqlBool>`(${channelFilter(viewer, 'r.channel_id')} and ${own})`
}

/** Whether what is held, or backordered without being confirmed, has ended at the time of the statement. */
const isOver = (line: 'line' | 'part') =>
  sql<SqlBool>`coalesce(${sql.ref(`${line}.expires_at`)} <= statement_timestamp(), false)`

/** Base units of a line that are held, and backordered, at the time of the statement. */
const held = (line: 'line' | 'part') =>
  sql<number>`case when ${isOver(line)} then 0 else ${sql.ref(`${line}.held`)} end`
const backordered = (line: 'line' | 'part') => sql<number>`
  case when ${isOver(line)} and ${sql.ref(`${line}.confirmed_at`)} is null then 0 else ${sql.ref(`${line}.backordered`)} end`

/** Places of states in the column `status` of a line. */
export function placesOf(statuses: readonly ReservationStatus[]): readonly number[] {
  return statuses.map((status) => RESERVATION_STATUSES.indexOf(status))
}

/** States of lines of which something is open. */
export const OPEN_STATUSES = ['BACKORDERED', 'HELD', 'CONFIRMED', 'PARTIALLY_FULFILLED'] as const
const OPEN_PLACES = placesOf(OPEN_STATUSES)

/** Whether something of a line is held, committed or backordered at the time of the statement. */
export const isOpen = sql<SqlBool>`(
  -- In the words of the index, then as of now.
  line.status = any(${OPEN_PLACES}::smallint[]) and (${held('line')} > 0 or line.committed > 0 or ${backordered('line')} > 0)
)`

/** Whether something of a line ends by itself: in the words of the index of their ends. */
export const isSoft = sql<SqlBool>`(
  line.bucket = any(${BUCKETS}::smallint[]) and (line.held > 0 or (line.backordered > 0 and line.confirmed_at is null))
)`

/** Whether the time of a line is over and it was not swept yet, as `isDue` of core/ledger/documents.ts: few are. */
export const isDue = sql<SqlBool>`(${isSoft} and line.expires_at <= statement_timestamp())`

/** Whether the reservation with this id is in one of these states; the same rule as `reservationStatus` of core/ledger/documents.ts. */
export function hasStatus(
  statuses: readonly ReservationStatus[],
  id: 'r.id' | 'line.reservation_id',
): RawBuilder<SqlBool> {
  return sql<SqlBool>`(
    select case
      when bool_or(${backordered('part')} > 0) then 'BACKORDERED'
      when bool_or(${held('part')} > 0) then 'HELD'
      when bool_or(part.committed > 0 and part.fulfilled = 0) then 'CONFIRMED'
      when bool_or(part.committed > 0) then 'PARTIALLY_FULFILLED'
      when bool_or(part.fulfilled > 0) then 'FULFILLED'
      when bool_or(part.released > 0) then 'RELEASED'
      else 'EXPIRED'
    end
    from reservation_line part where part.reservation_id = ${sql.ref(id)}
  ) = any(${statuses}::text[])`
}
