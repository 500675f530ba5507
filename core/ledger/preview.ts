import type { Kysely } from 'kysely'
import { inSnapshot } from '../database/in-snapshot.ts'
import type { Schema } from '../database/schema.ts'
import type { FeedPosition } from '../feed/position.ts'
import { BALANCE_ACCOUNTS, type BalanceAccount, NO_BALANCES } from './accounts.ts'
import type { Submission, ToldParcel } from './commands.ts'
import { decide } from './decide/index.ts'
import { documentsIn } from './decide-batch.ts'
import type { Decision } from './decision.ts'
import { refuse } from './decision.ts'
import { eventKey, loadTold, withTold } from './known-answers.ts'
import { knownDocuments, loadDocuments } from './load.ts'
import { documentsOf, Needs } from './needs.ts'
import { look, onState, policiesOf } from './snapshot.ts'
import { BalanceOutOfRange, type LedgerState } from './state.ts'

export interface Preview {
  /** One for each command, in their order. */
  readonly decisions: readonly Decision[]
  /** Of what waited and would wait no longer. */
  readonly woken: readonly Decision[]
  /** Balances that would be others. */
  readonly changes: readonly BalanceChange[]
  /** PostgreSQL's clock at the reading. */
  readonly now: Date
  /** The point in the feed at the reading: everything up to it is contained, and nothing after it. */
  readonly position: FeedPosition
}

export interface BalanceChange {
  readonly sku: string
  readonly locationId: string
  readonly account: BalanceAccount
  readonly before: number
  readonly after: number
}

export interface PreviewOptions {
  /** Parked events that may be woken, by what they await. */
  readonly parked?: readonly { readonly awaits: string; readonly submission: Submission }[]
  /** So many commands make up a batch: what they wake is decided after each. Default: all of them. */
  readonly batchSize?: number
}

/**
 * What would become of these commands if they were posted now, one after the other: the same decisions as the ledger's, on one snapshot, without a
 * lock and without writing anything. Keys and repeated events are not looked up. Of a crowd that the ledger has yet to serve not all are looked at (`onState`).
 */
export async function preview(
  db: Kysely<Schema>,
  submissions: readonly Submission[],
  options: PreviewOptions = {},
): Promise<Preview> {
  const all = [...submissions, ...(options.parked ?? []).map(({ submission }) => submission)]
  return inSnapshot(db, async (tx) => {
    const { now, position } = await look(tx)
    const policies = await policiesOf(db, tx, position)
    const documents = await loadDocuments(tx, all.flatMap(documentsOf))
    const known = knownDocuments(documents, policies)
    const needs = new Needs()
    for (const submission of all) needs.add(submission, known)
    const told = await loadTold(tx, all)
    for (const parcels of told.values()) needs.told(parcels)
    const decided = await onState(tx, { now, needs, documents, policies }, (state) =>
      decideInTurn(submissions, state, options, new Map(told)),
    )
    return { ...decided, now, position }
  })
}

function decideInTurn(
  submissions: readonly Submission[],
  state: LedgerState,
  { parked = [], batchSize = Number.POSITIVE_INFINITY }: PreviewOptions,
  told: Map<string, readonly ToldParcel[]>,
): Pick<Preview, 'decisions' | 'woken' | 'changes'> {
  const before = new Map(state.positions)
  const decisions: Decision[] = []
  const woken: Decision[] = []
  let waiting = [...parked]
  let advanced = new Set<string>()
  const decideNext = (submission: Submission) => {
    const { event } = submission
    const decision = decideOne(
      event === undefined ? submission : withTold(submission, told.get(eventKey(event))),
      state,
    )
    const { outcome } = decision
    if (outcome.status === 'parked') {
      waiting.push({ awaits: outcome.awaits, submission })
      if (event !== undefined && outcome.told !== undefined) told.set(eventKey(event), outcome.told)
    }
    for (const name of documentsIn(decision)) advanced.add(name)
    return decision
  }
  for (const [index, submission] of submissions.entries()) {
    decisions.push(decideNext(submission))
    if ((index + 1) % batchSize !== 0 && index + 1 < submissions.length) continue
    // As the ledger does after a batch: what waits for something that the batch has made or moved is tried again, the oldest first.
    while (advanced.size > 0) {
      const names = advanced
      advanced = new Set()
      const due = waiting.filter(({ awaits }) => names.has(awaits))
      waiting = waiting.filter(({ awaits }) => !names.has(awaits))
      due.sort((a, b) => timeOf(a.submission, state) - timeOf(b.submission, state))
      for (const { submission: next } of due) {
        const decision = decideNext(next)
        if (decision.outcome.status !== 'parked') woken.push(decision)
      }
    }
  }
  return { decisions, woken, changes: changesIn(before, state.positions) }
}

function decideOne(submission: Submission, state: LedgerState): Decision {
  try {
    const decision = decide(submission, state)
    state.apply(decision)
    return decision
  } catch (error) {
    if (!(error instanceof BalanceOutOfRange)) throw error
    return refuse('INVALID_INPUT', error.message, undefined, 'QUANTITY_TOO_LARGE')
  }
}

function timeOf({ occurredAt }: Submission, { now }: LedgerState): number {
  return (occurredAt ?? now).getTime()
}

type Positions = LedgerState['positions']

/** In the order of SKUs and locations. */
function changesIn(before: Positions, after: Positions): BalanceChange[] {
  const changes: BalanceChange[] = []
  const inOrder = [...after].sort(([a], [b]) => (a < b ? -1 : 1))
  for (const [key, { sku, locationId, balances }] of inOrder) {
    const old = before.get(key)?.balances ?? NO_BALANCES
    if (old === balances) continue
    for (const account of BALANCE_ACCOUNTS) {
      if (old[account] === balances[account]) continue
      changes.push({ sku, locationId, account, before: old[account], after: balances[account] })
    }
  }
  return changes
}
