import { type Kysely, sql, type Transaction } from 'kysely'
import type { Schema } from '../database/schema.ts'
import type { FeedPosition } from '../feed/position.ts'
import { POLICY_STREAM } from './bucket.ts'
import type { Submission } from './commands.ts'
import { decide } from './decide/index.ts'
import type { Decision } from './decision.ts'
import { refuse } from './decision.ts'
import { knownDocuments, load, loadDocuments, loadPolicies, type Policies } from './load.ts'
import { documentsOf, Needs } from './needs.ts'
import { BalanceOutOfRange, LedgerState, ReadTooLittle } from './state.ts'

export interface Preview {
  /** One for each command, in their order. */
  readonly decisions: readonly Decision[]
  /** PostgreSQL's clock at the reading. */
  readonly now: Date
  /** The point in the feed at the reading: everything up to it is contained, and nothing after it. */
  readonly position: FeedPosition
}

/**
 * What would become of these commands if they were posted now, one after the other: the same decisions as the ledger's, on one snapshot, without a
 * lock and without writing anything. Keys and repeated events are not looked up.
 */
export async function preview(db: Kysely<Schema>, submissions: readonly Submission[]): Promise<Preview> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (tx) => {
      const { now, position } = await look(tx)
      const policies = await policiesOf(db, tx, position)
      const documents = await loadDocuments(tx, submissions.flatMap(documentsOf))
      const known = knownDocuments(documents, policies)
      const needs = new Needs()
      for (const submission of submissions) needs.add(submission, known)
      for (;;) {
        const state = new LedgerState(now)
        await load(tx, state, needs, documents, policies)
        try {
          return { decisions: decisionsOf(submissions, state), now, position }
        } catch (error) {
          if (!(error instanceof ReadTooLittle)) throw error
          for (const { sku, locationId } of error.positions) needs.position(sku, locationId)
        }
      }
    })
}

function decisionsOf(submissions: readonly Submission[], state: LedgerState): Decision[] {
  state.expireDue()
  return submissions.map((submission) => {
    try {
      const decision = decide(submission, state)
      state.apply(decision)
      return decision
    } catch (error) {
      if (!(error instanceof BalanceOutOfRange)) throw error
      return refuse('INVALID_INPUT', error.message, undefined, 'QUANTITY_TOO_LARGE')
    }
  })
}

/** Where the feed stands, with the first statement of the snapshot. A planner whose statistics lag behind would scan whole tables for some hundred rows. */
async function look(tx: Transaction<Schema>): Promise<Pick<Preview, 'now' | 'position'>> {
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
async function policiesOf(
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
