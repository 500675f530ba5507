import { type Kysely, sql } from 'kysely'
import { bigints, smallints, texts, timestamps } from '../database/array-parameter.ts'
import type { Schema } from '../database/schema.ts'
import { run } from '../database/statement.ts'
import { bucketOf } from '../ledger/bucket.ts'

/** Numbers of one stream that are looked through at once, and of all streams together: what one statement reads and writes stays far below a second. */
const NUMBERS_MAX = 2_000
const ALL_NUMBERS_MAX = 5_000
/** Listings that are marked at once where a channel changes. */
const SWEEP_PAGE = 2_000

interface Span {
  readonly bucket: number
  readonly from: number
  readonly to: number
}

/** What has changed in a span: a SKU, or without one a channel or a location. */
interface Changed {
  readonly sku: string | null
  readonly subject: string | null
  readonly subject_id: string | null
  readonly at: Date
}

/**
 * Marks listings of which a marketplace may have another number than its channel shows, by what the feed tells. What changes by time alone is told there as well, by the sweep that ends holds and fences. A mark is made before the cursor
 * is moved past its reason, by the same statement, so that whatever ends the process no reason is passed over; it may be marked twice, which costs a look.
 *
 * A change of a channel or of one of its locations concerns every listing there. These are marked a page at a time, from a place that is kept.
 */
export class Marker {
  readonly #db: Kysely<Schema>

  constructor(db: Kysely<Schema>) {
    this.#db = db
  }

  /** Looks through the next part of the feed and of what is to be marked as a whole; false where there was nothing. */
  async mark(): Promise<boolean> {
    if (await this.#startOver()) return true
    const spans = await run<Span>(this.#db, SPANS, [])
    if (spans.length > 0) await this.#markChanged(spans)
    return (await this.#sweep()) || spans.length > 0
  }

  /** The database was restored: it knows neither what happened since its backup, nor what marketplaces were told meanwhile. */
  async #startOver(): Promise<boolean> {
    const { rows } = await sql`
      with moved as (
        update marketplace_cursor c set epoch = hub.epoch, number = h.number
        from bucket_head h, hub where h.bucket = c.bucket and c.epoch <> hub.epoch
        returning c.bucket
      ), begun as (
        update marketplace_state set sweep_bucket = -1, sweep_sku = '', sweep_at = clock_timestamp(), sweep_again = false, sweep_unsure = true
        where exists (select from moved)
      )
      select bucket from moved
    `.execute(this.#db)
    return rows.length > 0
  }

  async #markChanged(spans: readonly Span[]): Promise<void> {
    const columns = [
      smallints(spans, ({ bucket }) => bucket),
      bigints(spans, ({ from }) => from),
      bigints(spans, ({ to }) => to),
    ]
    const changed = await run<Changed>(this.#db, CHANGED, columns)
    const items = changed.flatMap(({ sku, at }) => (sku === null ? [] : [{ sku, at }]))
    const policies = changed.flatMap(({ sku, subject, subject_id, at }) => {
      return sku === null && subject !== null && subject_id !== null ? [{ subject, id: subject_id, at }] : []
    })
    await run(this.#db, MARK, [
      ...columns,
      smallints(items, ({ sku }) => bucketOf(sku)),
      texts(items, ({ sku }) => sku),
      timestamps(items, ({ at }) => at),
      texts(policies, ({ subject }) => subject),
      texts(policies, ({ id }) => id),
      timestamps(policies, ({ at }) => at),
    ])
  }

  /** The next page of one marketplace of which every listing is to be marked; false where there is none. */
  async #sweep(): Promise<boolean> {
    const { rows } = await sql`
      with place as materialized (
        select marketplace_id, sweep_bucket, sweep_sku, sweep_at, sweep_unsure from marketplace_state
        where sweep_bucket is not null order by sweep_at limit 1
      ), page as materialized (
        select l.marketplace_id, l.bucket, l.sku from marketplace_listing l, place
        where l.marketplace_id = place.marketplace_id and (l.bucket, l.sku) > (place.sweep_bucket, place.sweep_sku)
        order by l.bucket, l.sku limit ${SWEEP_PAGE} for update of l
      ), marked as (
        update marketplace_listing l
        set marked = l.marked + 1, changed_at = coalesce(l.changed_at, place.sweep_at), sure = l.sure and not place.sweep_unsure, was_sure = l.was_sure and not place.sweep_unsure,
            refusal = case when place.sweep_unsure then null else l.refusal end, failures = case when place.sweep_unsure then 0 else l.failures end
        from page, place where l.marketplace_id = page.marketplace_id and l.bucket = page.bucket and l.sku = page.sku
      ), reached as (
        select (select count(*) from page) < ${SWEEP_PAGE} as is_end, bucket, sku from page order by bucket desc, sku desc limit 1
      )
      update marketplace_state s
      set sweep_bucket = case when coalesce(reached.is_end, true) then case when s.sweep_again then -1 end else reached.bucket end,
          sweep_sku = case when coalesce(reached.is_end, true) then case when s.sweep_again then '' end else reached.sku end,
          sweep_again = s.sweep_again and not coalesce(reached.is_end, true),
          sweep_unsure = s.sweep_unsure and not coalesce(reached.is_end, true)
      from place left join reached on true
      where s.marketplace_id = place.marketplace_id and s.sweep_bucket = place.sweep_bucket and s.sweep_sku = place.sweep_sku
      returning s.marketplace_id
    `.execute(this.#db)
    return rows.length > 0
  }
}

/** As many streams as make up one look, those with the least to do first, so that none waits for another. */
const SPANS = `/* prepared */
  select bucket, "from", "to" from (
    select c.bucket, c.number as "from", least(h.number, c.number + ${NUMBERS_MAX}) as "to",
           sum(least(h.number - c.number, ${NUMBERS_MAX})) over (order by h.number - c.number, c.bucket) as sum
    from marketplace_cursor c join bucket_head h on h.bucket = c.bucket
    where h.number > c.number
  ) as waiting
  where sum <= ${ALL_NUMBERS_MAX}`

const CHANGED = `/* prepared */
  with span as (
    select * from unnest($1::smallint[], $2::bigint[], $3::bigint[]) as span (bucket, "from", "to")
  )
  select sku, subject, subject_id, min(recorded_at) as at from (
    select j.sku, null as subject, null as subject_id, j.recorded_at
    from span cross join lateral (
      select * from journal where bucket = span.bucket and number > span."from" and number <= span."to"
    ) as j
    union all
    select c.sku, case when c.sku is null then c.subject end, case when c.sku is null then c.subject_id end, c.recorded_at
    from span cross join lateral (
      select * from change where bucket = span.bucket and number > span."from" and number <= span."to"
    ) as c
    where c.sku is not null or c.subject in ('channel', 'location')
  ) as told
  group by sku, subject, subject_id`

/** Rows are locked in one order by whoever writes several, so that none waits for another that waits for it. */
const MARK = `/* prepared */
  with moved as (
    update marketplace_cursor c set number = w."to"
    from unnest($1::smallint[], $2::bigint[], $3::bigint[]) as w (bucket, "from", "to")
    where c.bucket = w.bucket and c.number = w."from"
  ), changed as materialized (
    select l.marketplace_id, l.bucket, l.sku, w.at
    from unnest($4::smallint[], $5::text[], $6::timestamptz[]) as w (bucket, sku, at)
    join marketplace_listing l on l.bucket = w.bucket and l.sku = w.sku
    order by l.marketplace_id, l.bucket, l.sku for update of l
  ), marked as (
    update marketplace_listing l set marked = l.marked + 1, changed_at = coalesce(l.changed_at, changed.at)
    from changed where l.marketplace_id = changed.marketplace_id and l.bucket = changed.bucket and l.sku = changed.sku
  ), concerned as (
    select m.id, min(p.at) as at
    from unnest($7::text[], $8::text[], $9::timestamptz[]) as p (subject, id, at)
    join marketplace m on case p.subject when 'channel' then m.channel_id = p.id
      else m.channel_id in (select channel_id from channel_location where location_id = p.id) end
    group by m.id
  )
  update marketplace_state s
  set sweep_bucket = coalesce(s.sweep_bucket, -1), sweep_sku = coalesce(s.sweep_sku, ''),
      sweep_again = s.sweep_bucket is not null,
      sweep_at = case when s.sweep_bucket is null then concerned.at else s.sweep_at end
  from concerned where s.marketplace_id = concerned.id and (select count(*) from changed) >= 0`
