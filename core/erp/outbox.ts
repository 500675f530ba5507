import type { Kysely } from 'kysely'
import { bigints, smallints, texts, timestamps } from '../database/array-parameter.ts'
import type { Schema } from '../database/schema.ts'
import { run } from '../database/statement.ts'
import { POLICY_STREAM } from '../ledger/bucket.ts'
import { erpRouteOf, erpSystemOf } from '../ledger/rows.ts'
import { MOVEMENT_KINDS } from './movement.ts'
import { type ErpSystem, RouteTable, sourceOfErp } from './routes.ts'

/** Numbers of one bucket that are looked through at once, and entries of all buckets together: what one statement reads and writes stays far below a second. */
const NUMBERS_MAX = 2_000
const ENTRIES_MAX = 5_000

interface Known {
  readonly number: number
  readonly routes: RouteTable
  readonly systems: ReadonlyMap<string, ErpSystem>
}

export interface Filled {
  /** Numbers of the journal that were looked through. */
  readonly lookedThrough: number
  /** Movements that were queued, by ERP. */
  readonly queued: ReadonlyMap<string, number>
}

interface Entry {
  readonly bucket: number
  readonly number: number
  readonly sku: string
  readonly location_id: string
  readonly source: string | null
  /** It takes back, because of a count, what that had seen; who counted, and whether it said what it has booked for it. */
  readonly is_offset: boolean
  readonly count_source: string | null
  readonly is_booked: boolean
  readonly recorded_at: Date
}

interface ForErp {
  readonly entry: Entry
  readonly systemId: string
  readonly mode: string
}

/**
 * Looks through the journal for what ERPs are to be told, and queues it. Where several processes do it at once each entry is still taken once, because the cursor is moved by the statement that queues, and only
 * from where it was. That statement waits for a change of routes that is being made, and does nothing if there was one: then it looks again. So which ERP an entry is for is what the routes say for the
 * moment at which it was recorded, and no route that is set later is valid from before.
 */
export class Outbox {
  readonly #db: Kysely<Schema>
  #known: Known | undefined

  constructor(db: Kysely<Schema>) {
    this.#db = db
  }

  /** Looks through the next part of the journal; nothing is left for now where `lookedThrough` is 0. */
  async fill(): Promise<Filled> {
    for (;;) {
      const known = await this.#routes()
      const spans = await this.#spans()
      if (spans.length === 0) return { lookedThrough: 0, queued: new Map() }
      const entries = known.routes.isEmpty ? [] : await this.#entries(spans)
      const found = entries.flatMap((entry) => destinationsOf(entry, known))
      const moved = await this.#queue(known.number, spans, found)
      const lookedThrough = spans.reduce((sum, { bucket, from, to }) => (moved.has(bucket) ? sum + to - from : sum), 0)
      // Nothing was moved: routes were changed, or somebody else was faster.
      if (lookedThrough === 0) continue
      const queued = new Map<string, number>()
      for (const { entry, systemId } of found) {
        if (moved.has(entry.bucket)) queued.set(systemId, (queued.get(systemId) ?? 0) + 1)
      }
      return { lookedThrough, queued }
    }
  }

  /** Looks through all of the journal that there was when it was asked, but for what others are at just then. */
  async catchUp(): Promise<void> {
    // A look that is not full has left nothing out.
    while ((await this.fill()).lookedThrough >= NUMBERS_MAX);
  }

  async #routes(): Promise<Known> {
    const head = await this.#db
      .selectFrom('bucket_head')
      .select('number')
      .where('bucket', '=', POLICY_STREAM)
      .executeTakeFirstOrThrow()
    if (this.#known?.number === head.number) return this.#known
    const systems = await this.#db.selectFrom('erp_system').selectAll().execute()
    const routes = await this.#db.selectFrom('erp_route').selectAll().execute()
    this.#known = {
      number: head.number,
      routes: new RouteTable(routes.map(erpRouteOf)),
      systems: new Map(systems.map((row) => [row.id, erpSystemOf(row)])),
    }
    return this.#known
  }

  /**
   * What of each bucket is to be looked through next. A head that was written in this very moment, by a clock that runs ahead within its bucket, waits for the next time: a
   * route that is set meanwhile may be valid for it.
   */
  async #spans(): Promise<readonly Span[]> {
    return run<Span>(this.#db, SPANS, [])
  }

  async #entries(spans: readonly Span[]): Promise<Entry[]> {
    return run<Entry>(this.#db, ENTRIES, [
      smallints(spans, ({ bucket }) => bucket),
      bigints(spans, ({ from }) => from),
      bigints(spans, ({ to }) => to),
    ])
  }

  /** Answers the buckets whose cursors were moved. */
  async #queue(policyNumber: number, spans: readonly Span[], found: readonly ForErp[]): Promise<ReadonlySet<number>> {
    const rows = await run<{ bucket: number }>(this.#db, QUEUE, [
      smallints(spans, ({ bucket }) => bucket),
      bigints(spans, ({ from }) => from),
      bigints(spans, ({ to }) => to),
      policyNumber,
      smallints(found, ({ entry }) => entry.bucket),
      bigints(found, ({ entry }) => entry.number),
      texts(found, ({ systemId }) => systemId),
      texts(found, ({ mode }) => mode),
      texts(found, ({ entry }) => entry.sku),
      texts(found, ({ entry }) => entry.location_id),
      timestamps(found, ({ entry }) => entry.recorded_at),
    ])
    return new Set(rows.map(({ bucket }) => bucket))
  }
}

interface Span {
  readonly bucket: number
  readonly from: number
  readonly to: number
}

/** As many buckets as make up one look, those with the least to do first, so that none waits for another. */
const SPANS = `/* prepared */
  select bucket, "from", "to" from (
    select c.bucket, c.number as "from", least(h.number, c.number + ${NUMBERS_MAX}) as "to",
           sum(least(h.number - c.number, ${NUMBERS_MAX})) over (order by h.number - c.number, c.bucket) as sum
    from erp_cursor c join bucket_head h on h.bucket = c.bucket
    where h.number > c.number and h.recorded_at < clock_timestamp()
  ) as waiting
  where sum <= ${ENTRIES_MAX}`

const KINDS = MOVEMENT_KINDS.map((kind) => `'${kind}'`).join(', ')
/** Of the family of stock: a sale from what was fenced posts between promises as well. */
const STOCK = ['sellable', 'qualityHold', 'damaged', 'blocked', 'supplier', 'customer', 'loss', 'inTransfer']
  .map((account) => `'${account}'`)
  .join(', ')

const ENTRIES = `/* prepared */
  select j.bucket, j.number, j.sku, j.location_id, j.source, j.recorded_at, j.kind = 'countOffset' as is_offset, c.source as count_source, c.booked is not null as is_booked
  from unnest($1::smallint[], $2::bigint[], $3::bigint[]) as span (bucket, "from", "to")
  cross join lateral (
    select * from journal where bucket = span.bucket and number > span."from" and number <= span."to"
  ) as j
  left join stock_count c on j.kind = 'countOffset' and c.bucket = j.bucket and c.sku = j.sku and c.location_id = j.location_id
    and c.account = case when j.from_account = 'loss' then j.to_account else j.from_account end and c.occurred_at = j.occurred_at
  where j.kind in (${KINDS}) and j.from_account in (${STOCK})
  order by j.bucket, j.number`

const QUEUE = `/* prepared */
  with policies as materialized (
    select number from bucket_head where bucket = ${POLICY_STREAM} for share
  ), moved as (
    update erp_cursor c set number = w."to"
    from unnest($1::smallint[], $2::bigint[], $3::bigint[]) as w (bucket, "from", "to")
    where c.bucket = w.bucket and c.number = w."from" and (select number from policies) = $4::bigint
    returning c.bucket
  ), queued as (
    insert into erp_movement (bucket, number, system_id, mode, sku, location_id, recorded_at, state)
    select m.bucket, m.number, m.system_id, m.mode, m.sku, m.location_id, m.recorded_at, 'QUEUED'
    from unnest($5::smallint[], $6::bigint[], $7::text[], $8::text[], $9::text[], $10::text[], $11::timestamptz[])
      as m (bucket, number, system_id, mode, sku, location_id, recorded_at)
    join moved on moved.bucket = m.bucket
  )
  select bucket from moved`

function destinationsOf(entry: Entry, { routes, systems }: Known): ForErp[] {
  return routes.destinations(entry.location_id, entry.sku, entry.recorded_at).flatMap(({ systemId, mode }) => {
    const heard = systems.get(systemId)?.heardSources ?? []
    const hears = (source: string | null) => source === sourceOfErp(systemId) || heard.includes(source ?? '')
    // What a count of somebody else took back, an ERP does not take back by itself. Its own count did so in its own books, by what it says to have booked: whatever more is taken back is news to it, and else nobody knows.
    const isNews = entry.is_offset && entry.count_source !== null && (entry.is_booked || !hears(entry.count_source))
    return hears(entry.source) && !isNews ? [] : [{ entry, systemId, mode }]
  })
}
