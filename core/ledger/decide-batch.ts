import type { FeedMessage, FeedPosition } from '../feed/position.ts'
import type { Each, Submission } from './commands.ts'
import { decide } from './decide/index.ts'
import { type Decision, type Outcome, refuse } from './decision.ts'
import type { KnownAnswers } from './known-answers.ts'
import type { CommandResult } from './ledger.ts'
import {
  type Deed,
  type EventRecord,
  type KeyRecord,
  messagesOf,
  number,
  type Outcomes,
  writtenBuckets,
} from './post.ts'
import { onlyEnds, type Pending } from './queue.ts'
import { BalanceOutOfRange, type LedgerState } from './state.ts'
import { ANSWER_LENGTH_MAX, type StoredAnswer } from './warm.ts'

/** A batch that was decided and is to be written. */
export interface Decided extends Outcomes {
  /** Those of the batch that were decided, which have the results in the same order. */
  readonly decided: readonly Pending[]
  readonly results: readonly (CommandResult | Error)[]
  readonly epoch: string
  readonly heads: Map<number, number>
  readonly answers: readonly (readonly [string, StoredAnswer | 'long'])[]
  readonly messages: readonly FeedMessage[]
  readonly advanced: readonly string[]
}

/**
 * Decides all commands of a batch on one state. `position` becomes the point in the feed that every answer of the batch names. Where units are left for those
 * who wait, as more of them are to be filled than one batch does, what comes after that about these SKUs is not decided, nor what comes after it about others
 * that it is about: it would take what is not for it. `skusOf`: what a command is about, undefined where nobody knows.
 */
export function decideAll(
  batch: readonly Pending[],
  state: LedgerState,
  known: KnownAnswers,
  epoch: string,
  position: Map<number, number>,
  heads: Map<number, number>,
  skusOf: (pending: Pending) => ReadonlySet<string> | undefined,
): Decided {
  const deeds: Deed[] = [{ submission: null, applied: state.catchUp() }]
  const keys: KeyRecord[] = []
  const events: EventRecord[] = []
  const advanced = new Set<string>()
  const shared: FeedPosition = { epoch, numbers: position }

  const decideNext = (submission: Submission) => decideOne(submission, state, deeds, advanced)
  const decideEach = (submission: Submission, commands: Each['commands']): readonly Decision[] =>
    commands.map((command) => {
      const decision = decideNext({ ...submission, command })
      // Those before it have been applied, and only all of them may be kept: the batch is rolled back.
      if (decision instanceof Error) throw decision
      return decision
    })
  const remember = ({ submission, keyHash }: Pending, outcome: Outcome) => {
    if (keyHash !== undefined) keys.push(known.remember(submission, keyHash, outcome))
    if (submission.event === undefined) return
    events.push(known.record(submission, submission.event, outcome, state.now))
  }

  const answer = (pending: Pending): CommandResult | Error => {
    const { submission, keyHash } = pending
    const before = known.answer(submission, keyHash, shared)
    if (before !== undefined) return before
    if (submission.command.kind === 'each') {
      const decisions = decideEach(submission, submission.command.commands)
      remember(pending, { status: 'each', outcomes: decisions.map(({ outcome }) => outcome) })
      const answers = decisions.map((decision) => resultOf(decision, state, shared))
      return { status: 'each', results: answers, position: shared, repeated: false }
    }
    const decision = decideNext(known.withTold(submission))
    if (decision instanceof Error) return decision
    remember(pending, decision.outcome)
    return resultOf(decision, state, shared)
  }
  const behind = new Set<string>()
  const isLeft = (pending: Pending): boolean => {
    if (state.fillLeft.size === 0 || onlyEnds(pending)) return false
    for (const { sku } of state.fillLeft.values()) behind.add(sku)
    const skus = skusOf(pending)
    if (skus === undefined) return true
    if (![...skus].some((sku) => behind.has(sku))) return false
    for (const sku of skus) behind.add(sku)
    return true
  }
  const decided: Pending[] = []
  const results: (CommandResult | Error)[] = []
  for (const pending of batch) {
    if (isLeft(pending)) continue
    results.push(answer(pending))
    decided.push(pending)
  }

  const numbered = number(deeds, heads, state)
  // Every answer of the batch names the same point: the heads of all streams, with everything that the batch did.
  for (const [bucket, last] of heads) position.set(bucket, last)
  return {
    decided,
    results,
    state,
    numbered,
    heads,
    keys,
    events,
    epoch,
    written: writtenBuckets(state, numbered),
    version: Math.floor(Math.random() * Number.MAX_SAFE_INTEGER),
    answers: keys
      .map(({ keyHash, result }) => {
        const isLong = result !== null && result.length > ANSWER_LENGTH_MAX
        return [keyHash, isLong ? 'long' : known.keys.get(keyHash)] as const
      })
      .filter(isPresent),
    messages: messagesOf(epoch, numbered, state.now),
    advanced: [...advanced],
  }
}

/** Decides one command and makes the decision part of the state. An error is a bug in deciding, which has changed nothing. */
function decideOne(submission: Submission, state: LedgerState, deeds: Deed[], advanced: Set<string>): Decision | Error {
  let decision: Decision
  try {
    decision = decide(submission, state)
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error))
  }
  try {
    deeds.push({ submission, applied: state.apply(decision, submission.event?.source ?? null) })
  } catch (error) {
    // Anything else may have been applied in part: the batch is rolled back, and halved until the culprit stands alone.
    if (!(error instanceof BalanceOutOfRange)) throw error
    decision = refuse('INVALID_INPUT', error.message, undefined, 'QUANTITY_TOO_LARGE')
  }
  for (const document of documentsIn(decision)) advanced.add(document)
  return decision
}

function isPresent<T>(entry: readonly [string, T | undefined]): entry is readonly [string, T] {
  return entry[1] !== undefined
}

function resultOf({ outcome, cart }: Decision, state: LedgerState, position: FeedPosition): CommandResult {
  switch (outcome.status) {
    case 'posted': {
      const { document } = outcome
      return {
        status: 'posted',
        note: outcome.note,
        document,
        reservation: document?.kind === 'reservation' ? state.reservation(document.id) : undefined,
        shipment: document?.kind === 'shipment' ? state.shipment(document.id) : undefined,
        returnCase: document?.kind === 'return' ? state.returnCase(document.id) : undefined,
        cart,
        position,
        repeated: false,
      }
    }
    case 'confirmed':
      return { status: 'confirmed', document: outcome.document, note: outcome.note, position }
    case 'parked':
      return { status: 'parked', awaits: outcome.awaits, position }
    case 'refused':
      return { status: 'refused', errors: outcome.errors, cart, position, repeated: false }
    case 'each':
      throw new Error('Each of several commands has a decision of its own')
  }
}

/** Names under which parked events may await what this decision made or moved. */
export function documentsIn(decision: Decision): string[] {
  const names: string[] = []
  const add = (kind: string, documents: readonly { id: string; reference: string | null }[] | undefined) => {
    for (const { id, reference } of documents ?? []) {
      names.push(`${kind} ${id}`)
      if (reference !== null) names.push(`${kind} ${reference}`)
    }
  }
  add('reservation', decision.reservations)
  add('shipment', decision.shipments)
  add('return', decision.returns)
  return names
}
