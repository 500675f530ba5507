import { type Kysely, sql } from 'kysely'
import type { Schema } from '../database/schema.ts'

/** Numbers of one bucket, and of all together, that one statement looks at. */
const NUMBERS_MAX = 2_000
const ENTRIES_MAX = 20_000

/** Reasons of a release that say that there was no stock for what was promised. */
export const STOCK_ERROR_REASONS = ['NO_LONGER_AVAILABLE', 'OVERSELL', 'STOCK_ERROR'] as const

/**
 * Adds what was recorded since the last time to the figures of its hours; answers how many numbers were looked at. The cursor is moved by the statement that counts, and only from where it was, so that nothing is counted
 * twice or left out, whoever does it and whatever ends it. To be called until it answers 0.
 */
export async function gatherFigures(db: Kysely<Schema>): Promise<number> {
  const { rows } = await sql<{ looked: number }>`
    with span as materialized (
      select bucket, "from", "to" from (
        select c.bucket, c.number as "from", least(h.number, c.number + ${NUMBERS_MAX}) as "to",
               sum(least(h.number - c.number, ${NUMBERS_MAX})) over (order by h.number - c.number, c.bucket) as sum
        from figure_cursor c join bucket_head h on h.bucket = c.bucket where h.number > c.number
      ) waiting where sum <= ${ENTRIES_MAX}
    ), moved as (
      update figure_cursor c set number = span."to" from span where c.bucket = span.bucket and c.number = span."from"
      returning c.bucket, span."from", span."to"
    ), entry as materialized (
      select j.* from moved cross join lateral (
        select * from journal where bucket = moved.bucket and number > moved."from" and number <= moved."to"
      ) j
    ), delay as (
      select date_trunc('hour', recorded_at) as hour, coalesce(channel_id, '') as channel_id, greatest(0, extract(epoch from recorded_at - occurred_at))::float8 as seconds
      from entry where event_id is not null and kind <> 'countOffset'
    ), recorded as (
      insert into recording_hour as r
      select hour, channel_id, count(*), sum(seconds), max(seconds), count(*) filter (where seconds <= 1), count(*) filter (where seconds <= 10),
             count(*) filter (where seconds <= 60), count(*) filter (where seconds <= 600), count(*) filter (where seconds <= 3600)
      from delay group by 1, 2
      on conflict (hour, channel_id) do update set
        entries = r.entries + excluded.entries, seconds = r.seconds + excluded.seconds, seconds_max = greatest(r.seconds_max, excluded.seconds_max),
        within_second = r.within_second + excluded.within_second, within_ten_seconds = r.within_ten_seconds + excluded.within_ten_seconds,
        within_minute = r.within_minute + excluded.within_minute, within_ten_minutes = r.within_ten_minutes + excluded.within_ten_minutes,
        within_hour = r.within_hour + excluded.within_hour
    ), counted as (
      select recorded_at, 'ADJUSTMENT' as figure, coalesce(source, '') as label, quantity from entry where kind = 'adjustment'
      union all
      -- What was promised and never was there, or was said not to be there any more.
      select recorded_at, 'CANCELED_BACKORDER', coalesce(channel_id, ''), quantity from entry where kind in ('release', 'expire') and from_account = 'backordered'
      union all
      select recorded_at, 'CANCELED_FOR_STOCK', coalesce(channel_id, ''), quantity from entry
      where kind = 'release' and from_account in ('held', 'committed') and reason = any(${[...STOCK_ERROR_REASONS]}::text[])
      union all
      select x.recorded_at, x.kind, '', x.quantity from moved
      join stock_exception x on x.bucket = moved.bucket and x.number > moved."from" and x.number <= moved."to"
    ), added as (
      insert into figure_hour as f
      select date_trunc('hour', recorded_at), figure, label, count(*), sum(quantity) from counted group by 1, 2, 3
      on conflict (hour, figure, label) do update set count = f.count + excluded.count, units = f.units + excluded.units
    )
    select coalesce(sum("to" - "from"), 0)::float8 as looked from moved
  `.execute(db)
  return rows[0]?.looked ?? 0
}
