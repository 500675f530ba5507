import { type Kysely, sql, type Transaction } from 'kysely'
import type { Schema } from '../database/schema.ts'
import type { FeedPosition } from '../feed/position.ts'
import { POLICY_STREAM } from './bucket.ts'
import type { Place } from './documents.ts'
import { type Documents, load, loadPolicies, NO_DOCUMENTS, type Policies } from './load.ts'
import { Needs } from './needs.ts'
import { LedgerState, positionKey, ReadTooLittle } from './state.ts'

interface Wanted {
  readonly now: Date
  readonly needs: Needs
  readonly documents: Documents
  readonly policies: Policies
  /** Lines of each channel in a crowd that are looked at one by one, at most; default `WAITING_LOOKED_AT`. */
  readonly waitingMax?: number | undefined
}

/**
 * Lines of each channel in a crowd that a reading looks at one by one, at most: some hundredths of a second of the process's only thread, however many wait. While the
 * ledger serves a crowd, a batch after the other, everybody who asks comes by here.
 */
const WAITING_LOOKED_AT = 1_000

/**
 * Decides on what a snapshot has: on the state that the ledger's writer would decide on at that moment, after what time has ended has ended and who waits has got
 * what is free. Nothing is locked or written. It is done again with more where `decide` looks at what nobody knew it would. Where more have to get what is free than are
 * looked at one by one, the rest gets it in sum (`LedgerState.fillsBySums`): what is left then is never more than the ledger would leave.
 */
export async function onState<T>(
  tx: Transaction<Schema>,
  { now, needs, documents, policies, waitingMax = WAITING_LOOKED_AT }: Wanted,
  decide: (state: LedgerState) => T,
): Promise<T> {
  for (;;) {
    const state = new LedgerState(now, { fillsBySums: true })
    await load(tx, state, needs, documents, policies, { waitingMax })
    try {
      state.catchUp()
      return decide(state)
    } catch (error) {
      if (!(error instanceof ReadTooLittle)) throw error
      for (const { sku, locationId } of error.positions) needs.position(sku, locationId)
      for (const { sku, locationId } of error.crowds) {
        needs.crowd(sku, locationId)
        needs.sums.add(sku)
      }
    }
  }
}

export interface CatchUpOptions {
  /** The moment of the reading; default: now. */
  readonly at?: Date
  /** What waits is asked for as well, also at the other positions that had to be looked at, because a buffer joins them to these. */
  readonly withSums?: boolean
  readonly waitingMax?: number
}

/**
 * These positions as the next decision about them will find them, for a reading in the same snapshot: who waits there gets what a hold or a fence whose time is over
 * leaves free, so that it is not shown to others. `db`: whose locations and channels are remembered.
 */
export async function caughtUp(
  db: Kysely<Schema>,
  tx: Transaction<Schema>,
  places: readonly Place[],
  { at, withSums = false, waitingMax }: CatchUpOptions = {},
): Promise<LedgerState> {
  const needs = needsAt(places)
  if (withSums) for (const { sku } of places) needs.sums.add(sku)
  const { now, position } = await look(tx)
  const policies = await policiesOf(db, tx, position)
  return onState(tx, { now: at ?? now, needs, documents: NO_DOCUMENTS, policies, waitingMax }, (state) => state)
}

/**
 * Of these positions those that the next decision about them changes by itself: where something has ended, or somebody who waits gets what is free. Of those who
 * wait only the first are read: where these all get something, it does not matter who else does. Other positions of the same SKU may be among the answers then, though
 * nothing changes there.
 */
export async function changedByCatchUp<P extends Place>(
  db: Kysely<Schema>,
  tx: Transaction<Schema>,
  places: readonly P[],
): Promise<P[]> {
  const needs = needsAt(places)
  const { now, position } = await look(tx)
  const policies = await policiesOf(db, tx, position)
  for (;;) {
    const state = new LedgerState(now)
    await load(tx, state, needs, NO_DOCUMENTS, policies)
    const crowded = new Set<string>()
    try {
      state.catchUp()
    } catch (error) {
      if (!(error instanceof ReadTooLittle)) throw error
      for (const { sku, locationId } of error.positions) needs.position(sku, locationId)
      if (error.positions.length > 0) continue
      for (const { sku } of error.crowds) crowded.add(sku)
    }
    return places.filter(
      ({ sku, locationId }) => crowded.has(sku) || state.dirtyPositions.has(positionKey(sku, locationId)),
    )
  }
}

function needsAt(places: readonly Place[]): Needs {
  const needs = new Needs()
  for (const { sku, locationId } of places) needs.position(sku, locationId)
  return needs
}

/** A moment, and the point in the feed that belongs to it. */
export interface Look {
  readonly now: Date
  readonly position: FeedPosition
}

/** Where the feed stands, with the first statement of the snapshot. A planner whose statistics lag behind would scan whole tables for some hundred rows. */
export async function look(tx: Transaction<Schema>): Promise<Look> {
  const { rows } = await sql<{ now: Date; epoch: string; buckets: number[]; numbers: number[] }>`
    /* prepared */
    select date_trunc('milliseconds', clock_timestamp()) as now, max(hub.epoch::text) as epoch,
           array_agg(h.bucket::int order by h.bucket) as buckets, array_agg(h.number::float8 order by h.bucket) as numbers,
           set_config('enable_hashjoin', 'off', true), set_config('enable_mergejoin', 'off', true),
           set_config('enable_seqscan', 'off', true), set_config('jit', 'off', true)
    from bucket_head h cross join hub
  `.execute(tx)
  const [row] = rows
  if (row === undefined) throw new Error('The database has no hub: run the migrations')
  const numbers = new Map(row.buckets.map((bucket, index) => [bucket, row.numbers[index] ?? 0]))
  return { now: row.now, position: { epoch: row.epoch, numbers } }
}

interface KeptPolicies {
  readonly epoch: string
  readonly policies: Policies
}

const kept = new WeakMap<Kysely<Schema>, KeptPolicies>()

/** Locations and channels, read anew only when their stream has moved. */
export async function policiesOf(
  db: Kysely<Schema>,
  tx: Transaction<Schema>,
  { epoch, numbers }: FeedPosition,
): Promise<Policies> {
  const number = numbers.get(POLICY_STREAM) ?? 0
  const known = kept.get(db)
  if (known !== undefined && known.epoch === epoch && known.policies.number === number) return known.policies
  const policies = await loadPolicies(tx, number)
  kept.set(db, { epoch, policies })
  return policies
}
