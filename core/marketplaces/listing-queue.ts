import type { Kysely } from 'kysely'
import { bigints, smallints, texts } from '../database/array-parameter.ts'
import type { Schema } from '../database/schema.ts'
import { run } from '../database/statement.ts'
import type { Leases } from '../jobs/leases.ts'
import { bucketOf } from '../ledger/bucket.ts'
import { beQuiet, takeCall } from './calls.ts'
import { marketplaceLease } from './lease-names.ts'
import type { Marketplace } from './marketplace.ts'

/** One that fails so many times while others go well is sent alone, and after so many it is not sent any more. */
const ALONE_AFTER = 3
export const FAILURES_MAX = 8

/** A listing that something may have changed. */
export interface MarkedListing {
  readonly sku: string
  readonly listed: boolean
  readonly marked: number
  readonly version: number
}

/** A listing that is on its way. */
export interface TakenListing {
  readonly sku: string
  /** As the marketplace calls it. */
  readonly name: string
  readonly listed: boolean
  /** Higher with every sending. */
  readonly version: number
  readonly attempts: number
}

/** What became of sending a listing. */
export interface Outcome {
  readonly sku: string
  readonly version: number
  readonly quantity: number
  readonly status:
    | 'accepted'
    /** The marketplace wants it later. */
    | 'throttled'
    | 'refused'
    /** It was not sent, or surely not looked at. */
    | 'unsent'
    /** Nobody knows whether it came. */
    | 'unknown'
    /** The same, and it was alone, and the marketplace is there: it is to blame itself. */
    | 'failed'
  /** Of what was throttled: when it may be sent again; of what is unknown: for how long it may still be on its way. */
  readonly waitMs: number
  readonly message: string | null
}

/** How a marketplace does, as whoever tells it sees it. Times in milliseconds since 1970. */
export interface MarketplaceCondition {
  readonly circuit: 'CLOSED' | 'OPEN' | 'HALF_OPEN'
  readonly failures: number
  readonly failingSince: number | undefined
  readonly nextAttemptAt: number | undefined
  readonly lastError: string | undefined
}

/** What one marketplace is to be told, as whoever tells it reads and writes it. What becomes of a listing is only written over the sending that it belongs to. */
export class ListingQueue {
  readonly #db: Kysely<Schema>
  readonly #leases: Leases
  readonly #marketplace: Marketplace

  constructor(db: Kysely<Schema>, leases: Leases, marketplace: Marketplace) {
    this.#db = db
    this.#leases = leases
    this.#marketplace = marketplace
  }

  /** Listings that something may have changed, those first that have waited longest. What is on its way comes when it has arrived. */
  async marked(limit: number): Promise<readonly MarkedListing[]> {
    return run<MarkedListing>(this.#db, MARKED, [this.#marketplace.id, limit])
  }

  /** What the channel shows of them, read after they were found to be marked. */
  async looked(listings: readonly (MarkedListing & { readonly quantity: number })[]): Promise<void> {
    await run(this.#db, LOOKED, [
      this.#marketplace.id,
      smallints(listings, ({ sku }) => bucketOf(sku)),
      texts(listings, ({ sku }) => sku),
      bigints(listings, ({ marked }) => marked),
      bigints(listings, ({ version }) => version),
      bigints(listings, ({ quantity }) => quantity),
    ])
  }

  /** Whether there is something that may be sent now. */
  async hasDue(): Promise<boolean> {
    const { id, minIntervalSeconds } = this.#marketplace
    const rows = await run(this.#db, HAS_DUE, [id, minIntervalSeconds])
    return rows.length > 0
  }

  /** Takes the right to one call; otherwise answers in how many milliseconds there may be one. */
  async takeCall(): Promise<number> {
    return takeCall(this.#db, this.#marketplace)
  }

  /**
   * Takes what is to be sent next as on its way, for so long that whatever becomes of this process it has arrived by then or never will. Nothing where this process does not tell the marketplace any more. `oldest`: what has
   * waited longest, whatever it is; otherwise what has sold out, then what there is some of again, then the others.
   */
  async take(limit: number, sendingMs: number, oldest: boolean): Promise<readonly TakenListing[]> {
    const { id, minIntervalSeconds } = this.#marketplace
    const lease = marketplaceLease(id)
    return run<TakenListing>(this.#db, oldest ? TAKE_OLDEST : TAKE_URGENT, [
      id,
      minIntervalSeconds,
      limit,
      sendingMs,
      lease,
      this.#leases.process,
    ])
  }

  /** What a process that is gone has sent need not have arrived: what comes late of it is an older version to the marketplace. */
  async nothingOnItsWay(): Promise<void> {
    await this.#db
      .updateTable('marketplace_listing')
      .set({ sending_until: null })
      .where('marketplace_id', '=', this.#marketplace.id)
      .where('sending_until', 'is not', null)
      .execute()
  }

  /** Writes down what became of what was sent, and counts it. */
  async settle(outcomes: readonly Outcome[]): Promise<void> {
    if (outcomes.length === 0) return
    await run(this.#db, SETTLE, [
      this.#marketplace.id,
      smallints(outcomes, ({ sku }) => bucketOf(sku)),
      texts(outcomes, ({ sku }) => sku),
      bigints(outcomes, ({ version }) => version),
      bigints(outcomes, ({ quantity }) => quantity),
      texts(outcomes, ({ status }) => status),
      bigints(outcomes, ({ waitMs }) => Math.ceil(waitMs)),
      texts(outcomes, ({ message }) => message),
    ])
  }

  /** The marketplace has asked to be left alone for so long. */
  async beQuiet(milliseconds: number): Promise<void> {
    return beQuiet(this.#db, this.#marketplace.id, milliseconds)
  }

  async tell({ circuit, failures, failingSince, nextAttemptAt, lastError }: MarketplaceCondition): Promise<void> {
    const moment = (ms: number | undefined) => (ms === undefined ? null : new Date(ms))
    await this.#db
      .updateTable('marketplace_state')
      .set({
        circuit,
        failures,
        failing_since: moment(failingSince),
        next_attempt_at: moment(nextAttemptAt),
        last_error: lastError?.replaceAll('\0', '\uFFFD').toWellFormed() ?? null,
      })
      .where('marketplace_id', '=', this.#marketplace.id)
      .execute()
  }
}

const ARRIVED = '(sending_until is null or sending_until <= clock_timestamp())'

const MARKED = `/* prepared */
  select sku, listed, marked, version from marketplace_listing
  where marketplace_id = $1 and marked > looked and ${ARRIVED}
  order by changed_at limit $2`

/** What is refused is told again when it is another number. */
const LOOKED = `/* prepared */
  with told as materialized (
    select l.bucket, l.sku, t.marked, t.quantity,
           case
             when l.sure and l.acknowledged = t.quantity then 0
             when l.refusal is not null and l.refused_quantity = t.quantity then 0
             when t.quantity = 0 then 3
             when l.acknowledged = 0 then 2
             else 1
           end as due
    from unnest($2::smallint[], $3::text[], $4::bigint[], $5::bigint[], $6::bigint[]) as t (bucket, sku, marked, version, quantity)
    join marketplace_listing l on l.marketplace_id = $1 and l.bucket = t.bucket and l.sku = t.sku and l.version = t.version
    order by l.bucket, l.sku for update of l
  )
  update marketplace_listing l
  set looked = told.marked, due = told.due,
      changed_at = case when told.due = 0 and l.marked = told.marked then null else l.changed_at end,
      refusal = case when l.sure and l.acknowledged = told.quantity then null else l.refusal end
  from told where l.marketplace_id = $1 and l.bucket = told.bucket and l.sku = told.sku`

const MAY_BE_SENT = `marketplace_id = $1 and due > 0 and ${ARRIVED} and (not_before is null or not_before <= clock_timestamp())
    and (due > 1 or not sure or acknowledged_at <= clock_timestamp() - $2::float8 * interval '1 s')`

const HAS_DUE = `/* prepared */ select 1 from marketplace_listing where ${MAY_BE_SENT} limit 1`

/** Rows that somebody writes in this moment are left for the next time: so this waits for nobody. */
const take = (which: string, order: string) => `/* prepared */
  with mine as materialized (
    select from erp_lease where name = $5 and driver = $6 and driver_until > clock_timestamp()
  ), next as materialized (
    select bucket, sku, due, changed_at, failures from marketplace_listing
    where ${MAY_BE_SENT} ${which} and exists (select from mine)
    order by ${order} limit $3 for update skip locked
  ), ranked as (
    select *, row_number() over (order by ${order}) as rank from next
  ), chosen as (
    select bucket, sku from ranked
    where case when (select failures >= ${ALONE_AFTER} from ranked where rank = 1) then rank = 1 else failures < ${ALONE_AFTER} end
  )
  update marketplace_listing l
  set version = greatest(l.version + 1, floor(extract(epoch from clock_timestamp()) * 1000)::bigint),
      sending_until = clock_timestamp() + $4::float8 * interval '1 ms', was_sure = l.sure, sure = false, looked = l.marked, attempts = l.attempts + 1
  from chosen where l.marketplace_id = $1 and l.bucket = chosen.bucket and l.sku = chosen.sku
  returning l.sku, l.name, l.listed, l.version, l.attempts`

const TAKE_URGENT = take(`and failures < ${ALONE_AFTER}`, 'due desc, changed_at, bucket, sku')
const TAKE_OLDEST = take('', 'changed_at, bucket, sku')

/**
 * What happened after it was read is marked, and looked at anew. Of what failed only those times count between which others went well: then it is to blame, and not the marketplace. The state of the marketplace is written after the
 * listings are locked, as everywhere.
 */
const SETTLE = `/* prepared */
  with told as materialized (
    select l.bucket, l.sku, l.marked, l.looked, l.changed_at as waiting_since, l.failures + case
             when t.status = 'unknown' and (l.failed_at is null or s.last_accepted_at > l.failed_at) then 1
             when t.status = 'failed' then 1 else 0
           end as failed, t.quantity, t.status, t.wait, t.message
    from unnest($2::smallint[], $3::text[], $4::bigint[], $5::bigint[], $6::text[], $7::bigint[], $8::text[])
      as t (bucket, sku, version, quantity, status, wait, message)
    join marketplace_listing l on l.marketplace_id = $1 and l.bucket = t.bucket and l.sku = t.sku and l.version = t.version
    join marketplace_state s on s.marketplace_id = $1
    order by l.bucket, l.sku for update of l
  ), became as materialized (
    select bucket, sku, marked, looked, waiting_since, failed, quantity, wait, message,
           case when status in ('unknown', 'failed') and failed >= ${FAILURES_MAX} then 'given up' else status end as status
    from told
  ), settled as (
    update marketplace_listing l
    set sending_until = case when b.status in ('unknown', 'failed', 'given up') then clock_timestamp() + b.wait * interval '1 ms' end,
        sure = b.status = 'accepted' or (b.status in ('throttled', 'refused', 'unsent') and l.was_sure),
        acknowledged = case when b.status = 'accepted' then b.quantity else l.acknowledged end,
        acknowledged_at = case when b.status = 'accepted' then clock_timestamp() else l.acknowledged_at end,
        due = case when b.status in ('accepted', 'refused', 'given up') then 0 else l.due end,
        changed_at = case
          when b.status not in ('accepted', 'refused', 'given up') then l.changed_at
          when b.marked = b.looked then null
          else greatest(l.changed_at, to_timestamp(l.version / 1000.0))
        end,
        not_before = case when b.status = 'throttled' then clock_timestamp() + b.wait * interval '1 ms' end,
        attempts = case b.status when 'accepted' then 0 when 'unsent' then greatest(0, l.attempts - 1) else l.attempts end,
        failures = case b.status when 'accepted' then 0 else b.failed end,
        failed_at = case when b.status = 'accepted' then null when b.status in ('unknown', 'failed') then clock_timestamp() else l.failed_at end,
        refusal = case when b.status = 'accepted' then null when b.status in ('refused', 'given up') then b.message else l.refusal end,
        refused_quantity = case when b.status in ('refused', 'given up') then b.quantity else l.refused_quantity end,
        refused_at = case when b.status in ('refused', 'given up') then clock_timestamp() else l.refused_at end
    from became b where l.marketplace_id = $1 and l.bucket = b.bucket and l.sku = b.sku
  ), counted as (
    select count(*) filter (where status = 'accepted') as accepted, count(*) filter (where status = 'throttled') as throttled,
           count(*) filter (where status in ('refused', 'given up')) as refused,
           coalesce(sum(seconds) filter (where status = 'accepted'), 0) as seconds,
           count(*) filter (where status = 'accepted' and seconds <= 1) as within_second,
           count(*) filter (where status = 'accepted' and seconds <= 10) as within_ten_seconds,
           count(*) filter (where status = 'accepted' and seconds <= 60) as within_minute,
           count(*) filter (where status = 'accepted' and seconds <= 600) as within_ten_minutes
    from (
      select status, greatest(0, extract(epoch from clock_timestamp() - coalesce(waiting_since, clock_timestamp())))::float8 as seconds from became
    ) as delays
  )
  update marketplace_state s
  set accepted = s.accepted + c.accepted, throttled = s.throttled + c.throttled, refused = s.refused + c.refused, seconds = s.seconds + c.seconds,
      within_second = s.within_second + c.within_second, within_ten_seconds = s.within_ten_seconds + c.within_ten_seconds,
      within_minute = s.within_minute + c.within_minute, within_ten_minutes = s.within_ten_minutes + c.within_ten_minutes,
      last_accepted_at = case when c.accepted > 0 then clock_timestamp() else s.last_accepted_at end
  from counted c where s.marketplace_id = $1`
