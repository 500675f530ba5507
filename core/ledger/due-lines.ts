/**
 * Lines that are read by time before they are looked for SKU by SKU, over all buckets: as much as a decision or a reader takes in within a few milliseconds, where
 * it shares a bucket with somebody's sale that has just ended.
 */
export const READ_BY_TIME = 3_200

/** The same of each bucket, at least: what ends in a steady stream is found by time. By SKU those that go on are read as well, and of what is sold in a flash they are many. */
const READ_BY_TIME_OF_EACH = 400

/** What ends by itself: soft holds, and backorders that nobody has confirmed. The condition of the index of lines by their end. */
const IS_SOFT = '(l.held > 0 or (l.backordered > 0 and l.confirmed_at is null))'

/** Lines of the bucket `b.bucket` whose time was over at `now`, the oldest first; as many as `most` says. */
function oldestOf(now: string, most: string): string {
  return `
    select l.* from reservation_line l
    where l.bucket = b.bucket and l.expires_at <= ${now} and ${IS_SOFT}
    order by l.expires_at
    limit ${most}`
}

/** For whoever only ends what is over: the oldest lines of each of these buckets (an array), as a query. */
export function oldestDueLines(buckets: string, now: string, most: string): string {
  return `select l.* from unnest(${buckets}) as b (bucket) cross join lateral (${oldestOf(now, most)}) l`
}

/**
 * Lines whose time was over at `now` and that were not swept yet, as a query: of the SKUs in `wanted` (a common table expression with bucket and sku, each once).
 * Mostly there are none or few in a bucket, and they are found by time. After a hub has stood still there may be hundreds of thousands: then those of the wanted
 * SKUs are told apart in the index, so that nobody who asks or decides reads the rows of what is over of all others.
 */
export function dueLines(wanted: string, now: string): string {
  return `
    with due_bucket as (select distinct bucket from ${wanted}),
    due_budget as (select greatest(${READ_BY_TIME} / greatest(count(*), 1), ${READ_BY_TIME_OF_EACH}) as lines from due_bucket),
    due_by_time as materialized (
      select l.* from due_bucket b cross join lateral (${oldestOf(now, '(select lines + 1 from due_budget)')}) l
    ),
    due_crowd as (select bucket from due_by_time group by bucket having count(*) > (select lines from due_budget))
    select l.* from due_by_time l
    where l.bucket not in (select bucket from due_crowd) and (l.bucket, l.sku) in (select bucket, sku from ${wanted})
    union all
    select l.* from (
      -- First, so that nobody is looked for by SKU where no bucket is crowded.
      select w.bucket, w.sku from ${wanted} w where w.bucket in (select bucket from due_crowd) offset 0
    ) w cross join lateral (
      -- The index of ends tells the SKUs apart: of the others no row is read.
      select l.* from reservation_line l where l.bucket = w.bucket and l.expires_at <= ${now} and l.sku = w.sku and ${IS_SOFT} offset 0
    ) l`
}
