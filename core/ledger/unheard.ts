import { type Kysely, sql, type Transaction } from 'kysely'
import { integers, texts } from '../database/array-literal.ts'
import type { Schema } from '../database/schema.ts'
import { isAmong } from '../erp/accounts-sql.ts'
import { bitsOf } from '../erp/divergence.ts'
import type { StockAccount } from './accounts.ts'
import { bucketOf } from './bucket.ts'
import type { CountStock } from './commands.ts'
import { IS_NO_HOLD } from './holds.ts'

/** A count that an ERP has booked. */
export interface Booking {
  readonly key: string
  readonly systemId: string
  /** The ERP as a source of events. */
  readonly source: string
  readonly sku: string
  readonly locationId: string
  readonly accounts: readonly StockAccount[]
  /** As of when it was counted, and when that was entered. */
  readonly since: Date
  readonly at: Date
}

/** What an ERP has to be told, so that what it had not heard of when it booked a count is not taken twice by it, and what the count did not see is not lost. Signed, in base units. */
export interface Unheard {
  /** Of what it surely had not heard of, or surely had. */
  readonly certain: number
  /** Of what nobody knows whether it had: anything between these. */
  readonly low: number
  readonly high: number
}

export function bookingOf(
  { sku, locationId, account, accounts, booked }: CountStock,
  systemId: string,
  source: string,
  since: Date,
): Booking {
  const at = booked?.at ?? since
  const together = accounts ?? [account]
  const key = JSON.stringify([systemId, sku, locationId, together, since.getTime(), at.getTime()])
  return { key, systemId, source, sku, locationId, accounts: together, since, at }
}

export const NOTHING_UNHEARD: Unheard = { certain: 0, low: 0, high: 0 }

/** Clocks of the hub and the ERP are as one to so many seconds. */
const CLOCKS_SECONDS = 5
/** What the ERP tells of itself may have been committed so many seconds after its time: a count of then may not have had it on its books. */
export const LATE_SECONDS = 300

/**
 * By the key of each booking. Under the lock of their buckets, so that nothing else is recorded between this and the decision; what becomes known as sent or arrived meanwhile had been uncertain. It reads what happened
 * since they were booked, what waits to be told, and what was not looked through yet: little, where that was done before (`Pulls.lookThrough`).
 */
export async function readUnheard(
  db: Kysely<Schema> | Transaction<Schema>,
  bookings: readonly Booking[],
): Promise<Map<string, Unheard>> {
  if (bookings.length === 0) return new Map()
  const position = sql`j.bucket = w.bucket and j.sku = w.sku and j.location_id = w.location_id`
  // Holds move no stock, and are not in the index by position.
  const moved = sql`${position} and ${IS_NO_HOLD}`
  const movement = sql`m.bucket = w.bucket and m.sku = w.sku and m.location_id = w.location_id and m.system_id = w.system_id`
  const entry = sql`join journal j on j.bucket = m.bucket and j.number = m.number`
  const counted = sql`w.accounts`
  const effect = sql`j.quantity * (${isAmong(counted, sql`j.to_account`)} - ${isAmong(counted, sql`j.from_account`)})`
  const heard = sql`coalesce(j.source = w.source or j.source = any(w.heard_sources), false)`
  // One that has arrived and was not sent by this hub was sent by one whose database is lost.
  const wasSent = sql`coalesce(m.first_sent_at <= w.at + ${CLOCKS_SECONDS} * interval '1 s', m.state = 'ACKNOWLEDGED')`
  const isSent = sql`${wasSent} and m.state <> 'REFUSED'`
  const before = sql`w.at - ${CLOCKS_SECONDS} * interval '1 s'`
  const { rows } = await sql<Unheard & { index: number }>`
    with w as materialized (
      select w.*, s.heard_sources from unnest(
        ${integers(bookings.map(({ sku }) => bucketOf(sku)))}::smallint[], ${texts(bookings.map(({ sku }) => sku))}::text[], ${texts(bookings.map(({ locationId }) => locationId))}::text[],
        ${integers(bookings.map(({ accounts }) => bitsOf(accounts)))}::smallint[], ${texts(bookings.map(({ since }) => since.toISOString()))}::timestamptz[],
        ${texts(bookings.map(({ at }) => at.toISOString()))}::timestamptz[], ${texts(bookings.map(({ systemId }) => systemId))}::text[], ${texts(bookings.map(({ source }) => source))}::text[]
      ) with ordinality as w (bucket, sku, location_id, accounts, since, at, system_id, source, index)
      join erp_system s on s.id = w.system_id
    ), untold as materialized (
      -- Read by number and once for each bucket, and only then looked at by SKU: else the whole history of a position may be read for each count of it.
      select j.* from (select distinct bucket from w) b join erp_cursor c on c.bucket = b.bucket cross join lateral (
        select bucket, number, sku, location_id, from_account, to_account, quantity, kind, source, occurred_at from journal
        where bucket = c.bucket and number > c.number offset 0
      ) j
    ), entries as (
      -- What it is to be told, and did not have, or may have had.
      select w.index, j.occurred_at < w.since as is_seen, ${effect} as effect, case when ${isSent} then 'maybe' else 'out' end as side
      from w join erp_movement m on ${movement} ${entry} where m.state in ('QUEUED', 'SENT', 'REFUSED')
      union all
      select w.index, j.occurred_at < w.since, ${effect}, case when ${isSent} then 'maybe' else 'out' end
      from w join erp_movement m on ${movement} ${entry} where m.state = 'ACKNOWLEDGED' and m.settled_at >= ${before}
      union all
      -- What it had, and is dated after the count. Of one that is dated back, nothing.
      select w.index, false, ${effect}, 'in'
      from w join journal j on ${moved} and j.occurred_at >= w.since
      join erp_movement m on m.bucket = j.bucket and m.number = j.number and m.system_id = w.system_id
      where m.state = 'ACKNOWLEDGED' and m.settled_at < ${before} and w.at <= w.since
      union all
      -- What was not looked through yet.
      select w.index, j.occurred_at < w.since, ${effect}, 'out'
      from w join untold j on ${position}
      where not ${heard} or j.kind = 'countOffset'
      union all
      -- What it told itself, and may have committed after it had counted.
      select w.index, true, ${effect}, 'maybe'
      from w join journal j on ${moved} and j.occurred_at < w.since and j.occurred_at >= least(w.at, w.since) - ${LATE_SECONDS} * interval '1 s'
      where ${heard} and j.kind not in ('count', 'countOffset')
    ), told as (
      select index, side, case when is_seen then -effect when side = 'out' then 0 else effect end as effect from entries
    )
    select index::int as index, coalesce(sum(effect) filter (where side <> 'maybe'), 0)::bigint as certain,
           coalesce(sum(least(effect, 0)) filter (where side = 'maybe'), 0)::bigint as low, coalesce(sum(greatest(effect, 0)) filter (where side = 'maybe'), 0)::bigint as high
    from told group by index
  `.execute(db)
  return new Map(rows.map(({ index, ...unheard }) => [bookings[index - 1]?.key ?? '', unheard]))
}
