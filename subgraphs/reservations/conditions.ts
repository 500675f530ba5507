import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { channelFilter } from '../../core/access/channel-filter.ts'
import type { Viewer } from '../../core/access/viewer.ts'
import type { ReservationStatus } from '../../core/ledger/documents.ts'

/** Conditions of SQL on a reservation that stands as `r` in its statement. */

/** The row rule `seesReservation`: one of the viewer's channels, and for a storefront one that its own client made. */
export function visibleTo(viewer: Viewer): RawBuilder<SqlBool> {
  const own = viewer.kind === 'storefront' ? sql<SqlBool>`r.client = ${viewer.client}` : sql<SqlBool>`true`
  return sql<SqlBool>`(${channelFilter(viewer, 'r.channel_id')} and ${own})`
}

/** Whether what is held, or backordered without being confirmed, has ended at the time of the statement; `isDue` of core/ledger/documents.ts. */
function isOver(line: string): RawBuilder<SqlBool> {
  return sql<SqlBool>`coalesce(${sql.ref(`${line}.expires_at`)} <= statement_timestamp(), false)`
}

/** Base units of a line that are held, and backordered, at the time of the statement. */
const held = sql<number>`case when ${isOver('line')} then 0 else line.held end`
const backordered = sql<number>`case when ${isOver('line')} and line.confirmed_at is null then 0 else line.backordered end`

/** Whether something of a line is held, committed or backordered at the time of the statement. */
export function isOpen(line: 'line'): RawBuilder<SqlBool> {
  return sql<SqlBool>`(
    -- In the words of the index of open lines, then as of now.
    (${sql.ref(`${line}.held`)} > 0 or ${sql.ref(`${line}.committed`)} > 0 or ${sql.ref(`${line}.backordered`)} > 0)
    and (${held} > 0 or ${sql.ref(`${line}.committed`)} > 0 or ${backordered} > 0)
  )`
}

/** States in which something is open. Few reservations are, and an index finds them. */
const OPEN: readonly ReservationStatus[] = ['BACKORDERED', 'HELD', 'CONFIRMED', 'PARTIALLY_FULFILLED']

/** Whether the reservation is in one of these states; null: in any. The same rule as `reservationStatus` of core/ledger/documents.ts. */
export function hasStatus(statuses: readonly ReservationStatus[] | null): RawBuilder<SqlBool> {
  if (statuses === null) return sql<SqlBool>`true`
  const onlyOpen = statuses.every((status) => OPEN.includes(status))
  const open = onlyOpen
    ? sql<SqlBool>`exists (select from reservation_line line where line.reservation_id = r.id and ${isOpen('line')})`
    : sql<SqlBool>`true`
  return sql<SqlBool>`(
    ${open} and (
      select case
        when bool_or(${backordered} > 0) then 'BACKORDERED'
        when bool_or(${held} > 0) then 'HELD'
        when bool_or(line.committed > 0 and line.fulfilled = 0) then 'CONFIRMED'
        when bool_or(line.committed > 0) then 'PARTIALLY_FULFILLED'
        when bool_or(line.fulfilled > 0) then 'FULFILLED'
        when bool_or(line.released > 0) then 'RELEASED'
        else 'EXPIRED'
      end
      from reservation_line line where line.reservation_id = r.id
    ) = any(${statuses}::text[])
  )`
}
