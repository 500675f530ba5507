import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Database } from '../../core/database/connection.ts'
import { type Compared, type ComparisonOptions, compare, nextRange } from '../../core/erp/comparison.ts'
import { ALL_ACCOUNTS, bitsOf } from '../../core/erp/divergence.ts'
import {
  causeOf,
  correctHub,
  differenceIn,
  endGone,
  type Found,
  holdDivergences,
  type KnownDivergence,
  keepDivergences,
  noteDivergences,
} from '../../core/erp/divergences.ts'
import { Outbox } from '../../core/erp/outbox.ts'
import { type ErpSystem, RouteTable, sourceOfErp } from '../../core/erp/routes.ts'
import { readHeads } from '../../core/feed/heads.ts'
import type { Ingest } from '../../core/ingest/ingest.ts'
import { BUCKET_COUNT, bucketOf } from '../../core/ledger/bucket.ts'
import { erpRouteOf } from '../../core/ledger/rows.ts'
import type { ErpConnector, SnapshotPage } from '../connector.ts'

export interface ReconcileOptions {
  readonly db: Database
  readonly ingest: Ingest
  readonly connector: ErpConnector
  readonly system: ErpSystem
  readonly runId: string
  readonly scope: { readonly locationIds: readonly string[] | null; readonly skus: readonly string[] | null }
  /** By the ERP's clock, up to when what it has committed was recorded here; undefined where that is not known yet. Only where the connector can pull. */
  readonly pulledUpTo: () => Promise<Date | undefined>
  /** Milliseconds for which the pull may take to pass the snapshot. */
  readonly pullMs: number
  readonly signal: AbortSignal
}

export interface Reconciled {
  readonly compared: number
  readonly moving: number
  readonly divergent: number
  /** Of these, such as are larger than what is taken over by itself, and that nobody ignores. */
  readonly beyond: number
  readonly corrected: number
  readonly unreadable: number
  readonly message: string | null
}

const PULL_POLL_MS = 500

/**
 * Compares what an ERP has with what it can know. Its snapshot is read into the database page by page; when the pull has passed it, so that what the ERP knew is known here as well, each page of positions is
 * compared in one statement. What was found twice alike is corrected where the ERP has the books and the difference is small enough, and else waits for somebody who decides.
 */
export async function reconcile(options: ReconcileOptions): Promise<Reconciled> {
  const { db, system, runId, scope, signal } = options
  const { kysely } = db
  const heads = (await readHeads({ kysely })).numbers
  const startedAt = await now(options)
  try {
    const snapshot = await readSnapshot(options, startedAt)
    await waitForPull(options, snapshot.asOf)
    const outbox = new Outbox(kysely)
    for (let looked = 1; looked > 0; ) looked = (await outbox.fill()).lookedThrough
    const cursors = await kysely.selectFrom('erp_cursor').select(['bucket', 'number']).execute()
    signal.throwIfAborted()

    const routes = new RouteTable((await kysely.selectFrom('erp_route').selectAll().execute()).map(erpRouteOf))
    const comparison: ComparisonOptions = {
      db: kysely,
      runId,
      systemId: system.id,
      heard: [sourceOfErp(system.id), ...system.heardSources],
      places: await placesOf(options, snapshot.accounts),
      skus: scope.skus,
      heads,
      lookedThrough: new Map(cursors.map(({ bucket, number }) => [bucket, number])),
      startedAt,
      endedAt: snapshot.endedAt,
    }
    const sums = { compared: 0, moving: 0, divergent: 0, beyond: 0, corrected: 0 }
    for (let bucket = 0; bucket < BUCKET_COUNT; bucket++) {
      let from = ''
      for (;;) {
        signal.throwIfAborted()
        const range = await nextRange(comparison, bucket, from)
        const page = await compare(comparison, range)
        sums.compared += page.compared
        await judge(options, routes, page.found, sums)
        if (range.to === null) break
        from = range.to
      }
    }
    await endGone(kysely, system.id, runId, scope)
    const message = snapshot.unreadable === 0 ? null : snapshot.firstUnreadable
    return { ...sums, unreadable: snapshot.unreadable, message }
  } finally {
    await forget(options)
  }
}

async function now({ db }: ReconcileOptions): Promise<Date> {
  const { rows } = await sql<{ now: Date }>`select clock_timestamp() as now`.execute(db.kysely)
  return rows[0]?.now ?? new Date()
}

interface Snapshot {
  readonly asOf: Date | undefined
  readonly endedAt: Date
  /** At each place, the accounts for which the ERP has figures. */
  readonly accounts: ReadonlyMap<string, ReadonlySet<number>>
  readonly unreadable: number
  readonly firstUnreadable: string | null
}

async function readSnapshot(options: ReconcileOptions, startedAt: Date): Promise<Snapshot> {
  const { connector, scope, signal } = options
  const accounts = new Map<string, Set<number>>()
  let asOf: Date | undefined
  let readFrom = startedAt
  let unreadable = 0
  let firstUnreadable: string | null = null
  for await (const page of connector.snapshot(scope, signal)) {
    for (const { locationId, accounts: names } of page.balances) {
      const known = accounts.get(locationId)
      if (known === undefined) accounts.set(locationId, new Set([bitsOf(names)]))
      else known.add(bitsOf(names))
    }
    if (asOf === undefined || page.asOf > asOf) asOf = page.asOf
    unreadable += page.unreadable.length
    const [first] = page.unreadable
    if (first !== undefined) firstUnreadable ??= `${first.sku} at ${first.locationId}: ${first.message}`
    readFrom = await store(options, page, readFrom)
  }
  return { asOf, endedAt: readFrom, accounts, unreadable, firstUnreadable }
}

/** Answers until when it was read. */
async function store({ db, runId }: ReconcileOptions, { balances }: SnapshotPage, readFrom: Date): Promise<Date> {
  const { rows } = await sql<{ at: Date }>`
    with stored as (
      insert into erp_snapshot_line (run_id, bucket, sku, location_id, accounts, quantity, read_from, read_until)
      select ${runId}, bucket, sku, location_id, accounts, quantity, ${readFrom}, clock_timestamp()
      from unnest(
        ${balances.map(({ sku }) => bucketOf(sku))}::smallint[], ${balances.map(({ sku }) => sku)}::text[], ${balances.map(({ locationId }) => locationId)}::text[],
        ${balances.map(({ accounts }) => bitsOf(accounts))}::smallint[], ${balances.map(({ quantity }) => quantity)}::bigint[]
      ) as b (bucket, sku, location_id, accounts, quantity)
      on conflict (run_id, bucket, sku, location_id, accounts) do update
      set quantity = excluded.quantity, read_from = excluded.read_from, read_until = excluded.read_until
    )
    select clock_timestamp() as at
  `.execute(db.kysely)
  return rows[0]?.at ?? readFrom
}

/** What the ERP had committed when it was read is known here from then on; before, it would look like a difference. */
async function waitForPull(
  { connector, pulledUpTo, pullMs, signal }: ReconcileOptions,
  asOf: Date | undefined,
): Promise<void> {
  if (!connector.can.pull || asOf === undefined) return
  const deadline = performance.now() + pullMs
  for (;;) {
    const upTo = await pulledUpTo()
    if (upTo !== undefined && upTo.getTime() >= asOf.getTime()) return
    if (performance.now() > deadline) {
      throw new Error(
        `What the ERP had recorded by ${asOf.toISOString()} was not read in time; it is known up to ${upTo?.toISOString() ?? 'nothing'}.`,
      )
    }
    await sleep(PULL_POLL_MS, undefined, { signal })
  }
}

/** Where silence of the ERP means that there is nothing: places for which it is told anything, with the accounts of which it speaks there. */
async function placesOf(
  { db, system, scope }: ReconcileOptions,
  accounts: ReadonlyMap<string, ReadonlySet<number>>,
): Promise<ComparisonOptions['places']> {
  const routes = await db.kysely
    .selectFrom('erp_route')
    .select('location_id')
    .distinct()
    .where('system_id', '=', system.id)
    .execute()
  const routed = new Set(routes.map(({ location_id }) => location_id))
  const locations = await db.kysely.selectFrom('location').select('id').execute()
  return locations
    .filter(
      ({ id }) => (routed.has('') || routed.has(id)) && (scope.locationIds === null || scope.locationIds.includes(id)),
    )
    .flatMap(({ id: locationId }) =>
      [...(accounts.get(locationId) ?? [ALL_ACCOUNTS])].map((bits) => ({ locationId, accounts: bits })),
    )
}

async function judge(
  { db, ingest, system, runId }: ReconcileOptions,
  routes: RouteTable,
  found: readonly Compared[],
  sums: { moving: number; divergent: number; beyond: number; corrected: number },
): Promise<void> {
  const modes = new Map<Compared, 'LIVE' | 'SHADOW'>()
  for (const one of found) {
    const there = routes.destinations(one.locationId, one.sku, one.readFrom)
    const mode = there.find(({ systemId }) => systemId === system.id)?.mode
    if (mode !== undefined) modes.set(one, mode)
  }
  const different: Found[] = []
  const live = new Set<string>()
  const moving: Compared[] = []
  for (const [one, mode] of modes) {
    const difference = differenceIn(one)
    if (one.low !== one.high) sums.moving++
    if (difference === undefined) {
      moving.push(one)
      continue
    }
    const { sku, locationId, accounts, erp, readFrom: readAt } = one
    different.push({
      sku,
      locationId,
      accounts,
      erp,
      expected: erp - difference,
      readAt,
      cause: causeOf(one, difference),
    })
    if (mode === 'LIVE' && one.low === one.high) live.add(keyOf(one))
  }
  sums.divergent += different.length
  await keepDivergences(db.kysely, system.id, runId, moving)
  const known = await noteDivergences(db.kysely, system.id, runId, different)
  sums.beyond += known.filter(
    ({ state, difference }) => state !== 'IGNORED' && Math.abs(difference) > system.correctUpTo,
  ).length
  // What was seen once may pass; what was ignored or proposed is somebody's business already.
  const again = known.filter(({ seen, state }) => seen >= 2 && (state === 'OPEN' || state === 'HELD'))
  const small = (one: KnownDivergence) => Math.abs(one.difference) <= system.correctUpTo && live.has(keyOf(one))
  sums.corrected += await correctHub(ingest, system.id, again.filter(small), 'hub', null)
  await holdDivergences(
    db.kysely,
    again.filter((one) => !small(one)).map(({ id }) => id),
  )
}

function keyOf({ sku, locationId, accounts }: Pick<Compared, 'sku' | 'locationId' | 'accounts'>): string {
  return `${accounts} ${sku}\u0000${locationId}`
}

async function forget({ db, runId }: ReconcileOptions): Promise<void> {
  for (let bucket = 0; bucket < BUCKET_COUNT; bucket++) {
    await db.kysely.deleteFrom('erp_snapshot_line').where('run_id', '=', runId).where('bucket', '=', bucket).execute()
  }
}
