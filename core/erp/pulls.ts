import { randomUUID } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import type { Schema } from '../database/schema.ts'
import { erpRouteOf, erpSystemOf } from '../ledger/rows.ts'
import { endCountDoubts, noteCountDoubts, type RecordedCount } from './count-doubts.ts'
import { Outbox } from './outbox.ts'
import { type ErpRoute, type ErpSystem, RouteTable } from './routes.ts'

/** How an ERP was read lately, by whichever process. */
export interface PullFigures {
  readonly systemId: string
  /** Seconds for which what the ERP has recorded may not be known here, by the ERP's own clock and ours; null before it was read. */
  readonly behindSeconds: number | null
  readonly failures: number
}

/** What is known of reading ERPs: which there are, how far each was read, and who does it. */
export class Pulls {
  readonly #db: Kysely<Schema>
  readonly #process = randomUUID()
  readonly #outbox: Outbox

  constructor(db: Kysely<Schema>) {
    this.#db = db
    this.#outbox = new Outbox(db)
  }

  /** ERPs that are to be read: not paused, and not without a route, since then nothing of theirs concerns the hub. */
  async systems(): Promise<{ readonly systems: readonly ErpSystem[]; readonly routes: readonly ErpRoute[] }> {
    const [systems, routes] = await Promise.all([
      this.#db.selectFrom('erp_system').selectAll().where('paused', '=', false).orderBy('id').execute(),
      this.#db.selectFrom('erp_route').selectAll().execute(),
    ])
    const routed = new Set(routes.map(({ system_id }) => system_id))
    return { systems: systems.filter(({ id }) => routed.has(id)).map(erpSystemOf), routes: routes.map(erpRouteOf) }
  }

  /** Takes an ERP for so long, or goes on having it; undefined where another process has it. Answers the watermark. */
  async take(systemId: string, leaseMs: number): Promise<{ readonly watermark: string | null } | undefined> {
    const { rows } = await sql<{ watermark: string | null }>`
      insert into erp_pull (system_id, driver, driver_until)
      values (${systemId}, ${this.#process}, clock_timestamp() + ${leaseMs} * interval '1 ms')
      on conflict (system_id) do update set driver = excluded.driver, driver_until = excluded.driver_until
      where erp_pull.driver is null or erp_pull.driver = excluded.driver or erp_pull.driver_until < clock_timestamp()
      returning watermark
    `.execute(this.#db)
    return rows[0]
  }

  /** Everything up to there was recorded. False where another process has taken the ERP meanwhile: then nothing is written, and there is nothing more to do here. */
  async reached(systemId: string, watermark: string, upTo: Date, leaseMs: number): Promise<boolean> {
    const { rows } = await sql`
      update erp_pull
      set watermark = ${watermark}, up_to = greatest(up_to, ${upTo}::timestamptz), driver_until = clock_timestamp() + ${leaseMs} * interval '1 ms'
      where system_id = ${systemId} and driver = ${this.#process}
      returning system_id
    `.execute(this.#db)
    return rows.length > 0
  }

  /** It was read to its end, or could not be. Others may take it at once. */
  async leave(systemId: string, problem: string | null): Promise<void> {
    await sql`
      update erp_pull
      set driver = null, driver_until = null, last_error = ${problem},
          read_at = case when ${problem}::text is null then clock_timestamp() else read_at end,
          failures = case when ${problem}::text is null then 0 else failures + 1 end,
          failing_since = case when ${problem}::text is null then null else coalesce(failing_since, clock_timestamp()) end
      where system_id = ${systemId} and driver = ${this.#process}
    `.execute(this.#db)
  }

  async figures(): Promise<readonly PullFigures[]> {
    const { rows } = await sql<{ system_id: string; behind: string | number | null; failures: number }>`
      select system_id, extract(epoch from clock_timestamp() - up_to)::float8 as behind, failures from erp_pull
    `.execute(this.#db)
    return rows.map(({ system_id, behind, failures }) => ({
      systemId: system_id,
      behindSeconds: behind === null ? null : Number(behind),
      failures,
    }))
  }

  /** Queues what ERPs are to be told by now. Before their counts are recorded: what of it they had not heard of is then found by position, and not by reading the journal under the lock. */
  async lookThrough(): Promise<void> {
    await this.#outbox.catchUp()
  }

  /** Counts that were recorded, some of which may only be known to be of a day. */
  async counted(systemId: string, counts: readonly RecordedCount[]): Promise<void> {
    await endCountDoubts(this.#db, systemId, counts)
    await noteCountDoubts(this.#db, systemId, counts)
  }

  /** Locations of these that the hub knows. */
  async knownLocations(ids: readonly string[]): Promise<ReadonlySet<string>> {
    if (ids.length === 0) return new Set()
    const rows = await this.#db.selectFrom('location').select('id').where('id', 'in', ids).execute()
    return new Set(rows.map(({ id }) => id))
  }
}

/**
 * Whether what an ERP tells is to be recorded here: where it keeps the books for these goods. One that is in SHADOW is compared and nothing more. What it tells counts as of when it happened, so that where goods go over
 * from one ERP to another, each is believed for its own time; what happened before the first route of this ERP counts as of that, so that its past comes along.
 */
export class Believed {
  readonly #routes: RouteTable
  readonly #systemId: string
  readonly #firstMs: number

  constructor(systemId: string, routes: readonly ErpRoute[]) {
    this.#systemId = systemId
    this.#routes = new RouteTable(routes)
    this.#firstMs = Math.min(
      ...routes.flatMap((route) => (route.systemId === systemId ? [route.validFrom.getTime()] : [])),
    )
  }

  /** Whether it was after this ERP had its first route. */
  isSinceFirst(moment: Date): boolean {
    return moment.getTime() >= this.#firstMs
  }

  of(locationId: string, sku: string, occurredAt: Date): boolean {
    const at = new Date(Math.max(occurredAt.getTime(), this.#firstMs))
    return this.#routes
      .destinations(locationId, sku, at)
      .some(({ systemId, mode }) => systemId === this.#systemId && mode === 'LIVE')
  }
}
