import { setTimeout as sleep } from 'node:timers/promises'
import { type Kysely, sql, type Transaction } from 'kysely'
import { integers } from '../database/array-literal.ts'
import type { Database } from '../database/connection.ts'
import { inSnapshot } from '../database/in-snapshot.ts'
import type { Schema } from '../database/schema.ts'
import type { Bus } from '../feed/bus.ts'
import { BUCKETS, POLICY_STREAM } from './bucket.ts'
import type { Submission } from './commands.ts'
import type { Place } from './documents.ts'
import { oldestDueLines } from './due-lines.ts'
import { pageOfWaiting, type WaitingPlace } from './elsewhere.ts'
import type { Ledger } from './ledger.ts'
import { changedByCatchUp } from './snapshot.ts'

const POSITIONS_IN_COMMAND = 100

const SHIPMENTS_IN_PAGE = 100

/** Lines that are asked for at once, as many of each bucket: they are expired in one batch of the ledger, and while it is written, others wait for the same buckets. */
const LINES_IN_PAGE = 1_000

/**
 * Milliseconds between two looks at most. A hold lasts at least a second, so that each is seen before its time is over, and the sweep wakes at that moment; what a
 * fence is told of at shorter notice is heard from the bus, or found within this time.
 */
const LOOK_MS_MAX = 500

/** Milliseconds between two sweeps at least: what ends in a steady stream is swept together, not one by one. */
const SWEEP_MS_MIN = 40

/**
 * Milliseconds between two looks for those who wait and could have something: what a change of a channel has left to them is given to them with the next look after it
 * was told, at most half a second later; what stock at another location of a channel with a buffer leaves, after this time. Where it takes long to look, because many
 * wait beside units that are kept for others, it is done the more rarely.
 */
const WAITING_LOOK_MS = 2_000
const WAITING_SHARE = 0.05
const WAITING_SHARE_AFTER_NEWS = 0.2

/** Positions where somebody waits that are looked at together. */
const WAITING_IN_PAGE = 200

/** Buckets that are taken at once: few enough that others who sweep find some as well, and enough for a full page where little ends in each. */
const BUCKETS_MAX = 16

/** Taken side by side: while one is being written, the other is read. */
const LANES = 2

/** Milliseconds that a sweep goes on at most, before it looks anew. */
const SWEEP_MS_MAX = 1_000

/** Milliseconds that the locks are kept while the ledger has a page, at most: where the network ends, PostgreSQL may not hear of it for hours. */
const LOCKED_MS_MAX = '60000'

/** First key of the advisory locks by which those who sweep share the buckets; the second is the bucket. */
export const SWEEP_LOCK = 0x5eeb

export interface SweepOptions {
  readonly db: Database
  readonly ledger: Ledger
  readonly bus?: Pick<Bus, 'subscribe'>
  readonly log: { warn(details: object, message: string): void }
}

export interface Sweep {
  stop(): Promise<void>
}

/**
 * Turns what time alone changes into commands. A hold past its time holds nothing for anyone who asks or decides, and a fence past its time sets
 * nothing aside, swept or not; the sweep frees it in the balances and tells it, and so it does of supply that has not come when it was expected. Who waits, and could have
 * something by what has changed elsewhere, gets it. It sleeps until the next end that there is. Several processes may sweep: they
 * share the buckets, so that none waits for what another does; whatever is expired is decided under the lock, so nothing is done twice.
 */
export function startSweep({ db, ledger, bus, log }: SweepOptions): Sweep {
  const ending = new AbortController()
  let alarm = new AbortController()
  let news = new AbortController()
  const endBus = bus?.subscribe(({ stream }) => {
    if (stream !== POLICY_STREAM) return
    alarm.abort()
    news.abort()
  })

  /** Until the time is over, or something is told that may end sooner. */
  async function pause(ms: number): Promise<void> {
    await rest(ms, AbortSignal.any([ending.signal, alarm.signal]))
    if (alarm.signal.aborted) alarm = new AbortController()
  }

  const running = (async () => {
    while (!ending.signal.aborted) {
      let waitMs = LOOK_MS_MAX
      try {
        const seen = await look(db)
        if (isNothingDue(seen)) waitMs = Math.min(seen.nextMs, LOOK_MS_MAX)
        else {
          await sweepWhatIsDue(db, ledger, seen, ending.signal)
          waitMs = SWEEP_MS_MIN
        }
      } catch (error) {
        if (!ending.signal.aborted) log.warn({ err: error }, 'Due holds and fences could not be swept; trying again')
      }
      await pause(waitMs)
    }
  })()
  // By itself, so that what ends never waits for it.
  const serving = (async () => {
    while (!ending.signal.aborted) {
      news = new AbortController()
      const startedAt = performance.now()
      try {
        await serveWaiting(db, ledger, ending.signal)
      } catch (error) {
        if (!ending.signal.aborted) log.warn({ err: error }, 'Who waits could not be served; trying again')
      }
      const tookMs = performance.now() - startedAt
      const least = Math.max(LOOK_MS_MAX, tookMs / WAITING_SHARE_AFTER_NEWS)
      await rest(least, ending.signal)
      await rest(
        Math.max(WAITING_LOOK_MS, tookMs / WAITING_SHARE) - least,
        AbortSignal.any([ending.signal, news.signal]),
      )
    }
  })()
  return {
    stop: async () => {
      ending.abort()
      endBus?.()
      await Promise.all([running, serving])
    },
  }
}

/** Resolves after the time, or when the signal comes. */
async function rest(ms: number, signal: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal }).catch(() => {})
}

/** Expires what is due now, tells what is late, and serves who could have something, up to some pages; answers how many positions and shipments were touched. */
export async function sweepOnce(db: Database, ledger: Ledger): Promise<number> {
  const seen = await look(db)
  const { signal } = new AbortController()
  const ended = isNothingDue(seen) ? 0 : await sweepWhatIsDue(db, ledger, seen, signal)
  return ended + (await serveWaiting(db, ledger, signal))
}

interface Look {
  /** Buckets in which holds or fences are over. */
  readonly over: readonly number[]
  /** Buckets in which supply is late that was not told. */
  readonly late: readonly number[]
  /** Until the next end, by the database's clock; at least 1. */
  readonly nextMs: number
}

function isNothingDue({ over, late }: Look): boolean {
  return over.length + late.length === 0
}

/** When something ends or is late first in each bucket: an entry at the front of three indexes. */
async function look({ kysely }: Database): Promise<Look> {
  const { rows } = await sql<{ bucket: number; end: number | null; late: number | null }>`
    /* prepared */ select b.bucket, (extract(epoch from least(
      (select min(l.expires_at) from reservation_line l
       where l.bucket = b.bucket and (l.held > 0 or (l.backordered > 0 and l.confirmed_at is null))),
      (select min(f.until) from fence f where f.bucket = b.bucket and f.until is not null)
    ) - clock_timestamp()) * 1000)::float8 as end, (extract(epoch from (
      select min(s.expected_at) from shipment_line s
      where s.bucket = b.bucket and not s.late_told and (s.on_order > 0 or s.in_transit > 0)
    ) - clock_timestamp()) * 1000)::float8 as late
    from unnest(${integers(BUCKETS)}::smallint[]) as b (bucket)
  `.execute(kysely)
  const isDue = (ms: number | null) => ms !== null && ms <= 0
  const ahead = rows.flatMap(({ end, late }) => [end, late]).filter((ms) => ms !== null)
  return {
    over: rows.filter(({ end }) => isDue(end)).map(({ bucket }) => bucket),
    late: rows.filter(({ late }) => isDue(late)).map(({ bucket }) => bucket),
    nextMs: Math.max(
      1,
      ahead.reduce((next, ms) => Math.min(next, Math.ceil(ms)), Number.MAX_SAFE_INTEGER),
    ),
  }
}

/** Answers how many positions and shipments were touched: none where others have all of these buckets. */
async function sweepWhatIsDue(db: Database, ledger: Ledger, seen: Look, ended: AbortSignal): Promise<number> {
  const until = performance.now() + SWEEP_MS_MAX
  const isOver = () => ended.aborted || performance.now() > until
  const waiting = shuffled([...new Set([...seen.over, ...seen.late])])
  // One process has PGlite, and its one connection must be free for the ledger.
  if (db.kind === 'pglite') return sweepPages(db.kysely, ledger, seen, waiting, isOver)

  let touched = 0
  const lane = async () => {
    while (waiting.length > 0 && !isOver()) {
      const some = waiting.splice(0, BUCKETS_MAX)
      // Nothing is read or written by the transaction between its statements, so that it keeps no snapshot: it only holds the locks, and is gone with the process.
      await db.kysely.transaction().execute(async (tx) => {
        await sql`select set_config('idle_in_transaction_session_timeout', ${LOCKED_MS_MAX}, true)`.execute(tx)
        const { rows } = await sql<{ bucket: number }>`
          select bucket from unnest(${integers(some)}::smallint[]) as w (bucket)
          where pg_try_advisory_xact_lock(${SWEEP_LOCK}, bucket)
        `.execute(tx)
        const buckets = rows.map(({ bucket }) => bucket)
        if (buckets.length > 0) touched += await sweepPages(tx, ledger, seen, buckets, isOver)
      })
    }
  }
  const lanes = await Promise.allSettled(Array.from({ length: LANES }, lane))
  for (const outcome of lanes) if (outcome.status === 'rejected') throw outcome.reason
  return touched
}

async function sweepPages(
  db: Kysely<Schema> | Transaction<Schema>,
  ledger: Ledger,
  { over, late }: Look,
  buckets: readonly number[],
  isOver: () => boolean,
): Promise<number> {
  const ofHolds = buckets.filter((bucket) => over.includes(bucket))
  const ofSupply = buckets.filter((bucket) => late.includes(bucket))
  let touched = 0
  for (;;) {
    const { positions, isFull } = ofHolds.length === 0 ? NO_PAGE : await duePage(db, ofHolds)
    const shipments = ofSupply.length === 0 ? [] : await lateShipments(db, ofSupply)
    touched += positions.length + shipments.length
    await submit(ledger, positions, shipments)
    if (isOver() || (!isFull && shipments.length < SHIPMENTS_IN_PAGE)) return touched
  }
}

interface Page {
  /** There may be more. */
  readonly isFull: boolean
  readonly positions: readonly { readonly sku: string; readonly locationId: string }[]
}

const NO_PAGE: Page = { isFull: false, positions: [] }

/** The oldest of each bucket: a batch that only ends what is over begins with them as well, so that it always gets on. */
async function duePage(db: Kysely<Schema> | Transaction<Schema>, buckets: readonly number[]): Promise<Page> {
  const most = Math.ceil(LINES_IN_PAGE / buckets.length)
  const { rows } = await sql<{ bucket: number; sku: string; locationId: string; due: number }>`
    /* prepared */ with asked as (select ${integers(buckets)}::smallint[] as buckets, ${most}::int as most)
    select bucket, sku, location_id as "locationId", count(*)::int as due
    from (
      select bucket, sku, location_id from (
        ${sql.raw(oldestDueLines('(select buckets from asked)', 'statement_timestamp()', '(select most from asked)'))}
      ) l
      union all
      (select bucket, sku, location_id from fence
       where bucket = any((select buckets from asked)::smallint[]) and until is not null and until <= statement_timestamp()
       limit ${LINES_IN_PAGE})
    ) as due
    group by bucket, sku, location_id
  `.execute(db)
  const perBucket = new Map<number, number>()
  for (const { bucket, due } of rows) perBucket.set(bucket, (perBucket.get(bucket) ?? 0) + due)
  return {
    positions: rows.map(({ sku, locationId }) => ({ sku, locationId })),
    isFull: [...perBucket.values()].some((due) => due >= most),
  }
}

/** Shipments of which something was expected by now and is not there, where that was not told. */
async function lateShipments(db: Kysely<Schema> | Transaction<Schema>, buckets: readonly number[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    /* prepared */ select distinct shipment_id as id from shipment_line
    where bucket = any(${integers(buckets)}::smallint[]) and expected_at <= statement_timestamp()
      and not late_told and (on_order > 0 or in_transit > 0)
    limit ${SHIPMENTS_IN_PAGE}
  `.execute(db)
  return rows.map(({ id }) => id)
}

/**
 * Whoever waits gets what is free where they wait as soon as anything is decided about the position. Where nothing is, they get it here: by a buffer that was lowered, a location that
 * was opened or came to a channel, or stock at another location of a channel with a buffer. Most who wait beside free units have to, because these are kept for others: only
 * positions where something would be given are sent to the ledger. Answers how many.
 */
async function serveWaiting(db: Database, ledger: Ledger, ended: AbortSignal): Promise<number> {
  let servable = 0
  let page: readonly WaitingPlace[] = []
  do {
    page = await pageOfWaiting(db.kysely, WAITING_IN_PAGE, page.at(-1))
    const positions = await placesServed(db.kysely, page)
    servable += positions.length
    await submit(ledger, positions, [])
  } while (page.length === WAITING_IN_PAGE && !ended.aborted)
  return servable
}

/** Of these those where the ledger would give something to who waits. */
async function placesServed(db: Kysely<Schema>, places: readonly WaitingPlace[]): Promise<readonly Place[]> {
  if (places.length === 0) return []
  return inSnapshot(db, (tx) => changedByCatchUp(db, tx, places))
}

async function submit(ledger: Ledger, positions: Page['positions'], late: readonly string[]): Promise<void> {
  const hub = { client: 'hub', channels: null, occurredAt: null } as const
  const submissions: Submission[] = []
  for (let at = 0; at < positions.length; at += POSITIONS_IN_COMMAND) {
    submissions.push({
      command: { kind: 'expireHolds', positions: positions.slice(at, at + POSITIONS_IN_COMMAND) },
      ...hub,
    })
  }
  for (const id of late) submissions.push({ command: { kind: 'tellLateSupply', shipment: { id } }, ...hub })
  await ledger.submitAll(submissions)
}

/** So that processes that look at the same moment do not begin with the same. */
function shuffled(buckets: readonly number[]): number[] {
  const mixed = [...buckets]
  for (let last = mixed.length - 1; last > 0; last--) {
    const other = Math.floor(Math.random() * (last + 1))
    const [a = 0, b = 0] = [mixed[last], mixed[other]]
    mixed[last] = b
    mixed[other] = a
  }
  return mixed
}
