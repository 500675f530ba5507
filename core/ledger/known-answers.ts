import { createHash } from 'node:crypto'
import type { Kysely, Transaction } from 'kysely'
import { integers, texts } from '../database/array-literal.ts'
import type { Schema } from '../database/schema.ts'
import { run } from '../database/statement.ts'
import type { FeedPosition } from '../feed/position.ts'
import { bucketOfPair } from './bucket.ts'
import type { Cart, CartShare } from './cart.ts'
import {
  type EventIdentity,
  type EventRefusalCode,
  eventCodeOf,
  type IdempotencyKey,
  type Refusal,
  type Submission,
  type ToldParcel,
} from './commands.ts'
import type { Outcome } from './decision.ts'
import type { DocumentKind } from './documents.ts'
import type { CommandResult } from './ledger.ts'
import type { EventRecord, KeyRecord } from './post.ts'
import type { Pending } from './queue.ts'
import type { StoredAnswer, Warm } from './warm.ts'

export interface StoredEvent {
  readonly contentHash: string
  readonly status: string
  readonly code: EventRefusalCode | null
  readonly message: string | null
  /** What of it was posted while it waited; null: nothing. */
  readonly told: readonly ToldParcel[] | null
}

/** First answers to keys and events: those of the database, and those of this batch. */
export class KnownAnswers {
  readonly keys = new Map<string, StoredAnswer>()
  readonly events = new Map<string, StoredEvent>()
  /** Answers that the database had. */
  found = 0

  answer(submission: Submission, keyHash: string | undefined, position: FeedPosition): CommandResult | undefined {
    if (submission.key !== undefined && keyHash !== undefined) {
      const stored = this.keys.get(keyHash)
      if (stored !== undefined) return repeatedAnswer(stored, requestHashOf(submission.key), position)
    }
    if (submission.event === undefined) return undefined
    const stored = this.events.get(eventKey(submission.event))
    return stored === undefined ? undefined : repeatedEvent(stored, submission.event, position)
  }

  /** An event that is tried again, with what of it was posted while it waited: that is not posted twice. */
  withTold(submission: Submission): Submission {
    const { event } = submission
    return event?.retryOf === undefined ? submission : withTold(submission, this.events.get(eventKey(event))?.told)
  }

  remember(submission: Submission, keyHash: string, outcome: Outcome): KeyRecord {
    if (submission.key === undefined) throw new Error('This command has no key')
    const requestHash = requestHashOf(submission.key)
    this.keys.set(keyHash, { requestHash, outcome })
    return {
      bucket: bucketOfPair(submission.client, submission.key.key),
      keyHash,
      requestHash,
      ...storedOutcome(outcome),
    }
  }

  record(submission: Submission, event: EventIdentity, outcome: Outcome, now: Date): EventRecord {
    const [error] = outcome.status === 'refused' ? outcome.errors : []
    const status = STATUS_OF[outcome.status]
    const code = error === undefined ? null : eventCodeOf(error.code)
    const note = outcome.status === 'posted' || outcome.status === 'confirmed' ? outcome.note : undefined
    const message = error?.message ?? note ?? null
    const before = this.events.get(eventKey(event))
    const again = before !== undefined
    // A refusal changes nothing of what was posted before it.
    const told = (outcome.status === 'parked' ? outcome.told : undefined) ?? before?.told ?? null
    this.events.set(eventKey(event), { contentHash: event.contentHash.toString('hex'), status, code, message, told })
    const { command } = submission
    return {
      event,
      status,
      code,
      message,
      sku: 'sku' in command ? command.sku : null,
      locationId: 'locationId' in command ? command.locationId : null,
      occurredAt: submission.occurredAt ?? now,
      awaits: outcome.status === 'parked' ? outcome.awaits : null,
      told,
      again,
    }
  }
}

// No event stands for several commands.
const STATUS_OF = {
  posted: 'ACCEPTED',
  confirmed: 'CONFIRMED',
  parked: 'PARKED',
  refused: 'REJECTED',
  each: 'ACCEPTED',
} as const

export function repeatedAnswer(stored: StoredAnswer, requestHash: string, position: FeedPosition): CommandResult {
  if (stored.requestHash !== requestHash) {
    const message = 'This idempotency key was used before with other content. Use a new key for a new request.'
    const error: Refusal = { code: 'IDEMPOTENCY_CONFLICT', message, field: ['input', 'idempotencyKey'] }
    return { status: 'refused', errors: [error], position, repeated: true }
  }
  return repeatedResult(stored.outcome, position)
}

/** The first answer again; the document is read as it is now. */
function repeatedResult(outcome: Outcome, position: FeedPosition): CommandResult {
  switch (outcome.status) {
    case 'posted':
      return { status: 'posted', document: outcome.document, cart: keptCart(outcome.shares), position, repeated: true }
    case 'refused':
      return { status: 'refused', errors: outcome.errors, position, repeated: true }
    case 'confirmed':
      return { status: 'confirmed', document: outcome.document, position }
    case 'parked':
      return { status: 'parked', awaits: outcome.awaits, position }
    case 'each': {
      const results = outcome.outcomes.map((one) => repeatedResult(one, position))
      return { status: 'each', results, position, repeated: true }
    }
  }
}

function keptCart(shares: readonly CartShare[] | undefined): Cart | undefined {
  return shares === undefined ? undefined : { shares, sourced: null }
}

function repeatedEvent(stored: StoredEvent, event: EventIdentity, position: FeedPosition): CommandResult | undefined {
  const { status, code, message } = stored
  // What was mended or waited for is decided anew, until it has had its effect; what was posted while it waited is known.
  if (event.retryOf === 'deadLetter' && status === 'REJECTED') return undefined
  if (event.retryOf === 'parked' && status === 'PARKED') return undefined
  if (stored.contentHash !== event.contentHash.toString('hex') && event.retryOf === undefined) {
    const conflict =
      'An event with this source and id was recorded before with other content. Give a new event a new id.'
    return { status: 'refused', errors: [{ code: 'EVENT_CONFLICT', message: conflict }], position, repeated: true }
  }
  return { status: 'duplicate', first: { status, code, message }, position }
}

export function rememberedAnswers(batch: readonly Pending[], warm: Warm): KnownAnswers {
  const known = new KnownAnswers()
  for (const { keyHash } of batch) {
    const remembered = keyHash === undefined ? undefined : warm.answer(keyHash)
    if (keyHash !== undefined && remembered !== undefined) known.keys.set(keyHash, remembered)
  }
  return known
}

/** With care all answers are looked for; else those that are remembered, and those of events that are tried again. */
export async function loadAnswers(
  tx: Transaction<Schema>,
  batch: readonly Pending[],
  careful: boolean,
  warm: Warm,
): Promise<KnownAnswers> {
  const known = new KnownAnswers()
  const keyed: NamedKey[] = []
  const events: EventIdentity[] = []
  for (const { submission, keyHash } of batch) {
    const { client, key, event } = submission
    if (key !== undefined && keyHash !== undefined) {
      const remembered = warm.answer(keyHash)
      if (remembered !== undefined) known.keys.set(keyHash, remembered)
      else if (careful) keyed.push({ client, key: key.key, keyHash })
    }
    if (event !== undefined && (careful || event.retryOf !== undefined)) events.push(event)
  }
  if (keyed.length > 0) {
    const stored = await readAnswers(tx, keyed)
    for (const [keyHash, answer] of stored) known.keys.set(keyHash, answer)
    // Who repeats one more often than once has no more batches done again for it.
    warm.learnAnswers(stored)
    known.found += stored.size
  }
  if (events.length > 0) {
    const rows = await run<StoredEvent & { source: string; id: string }>(tx, SELECT_EVENTS, eventNames(events))
    for (const row of rows) known.events.set(eventKey(row), row)
    known.found += rows.length
  }
  return known
}

interface NamedKey {
  readonly client: string
  readonly key: string
  readonly keyHash: string
}

/** First answers to these keys, by hash, as far as they stand in the database. */
export async function readAnswers(
  db: Kysely<Schema> | Transaction<Schema>,
  keys: readonly NamedKey[],
): Promise<ReadonlyMap<string, StoredAnswer>> {
  const rows = await run<StoredKey>(db, SELECT_KEYS, [
    integers(keys.map(({ client, key }) => bucketOfPair(client, key))),
    texts(keys.map(({ keyHash }) => keyHash)),
  ])
  return new Map(rows.map((row) => [row.key_hash, { requestHash: row.request_hash, outcome: outcomeOf(row) }]))
}

/** The event with what of it was posted while it waited, where something was. */
export function withTold(submission: Submission, told: readonly ToldParcel[] | null | undefined): Submission {
  const { event } = submission
  return event === undefined || told == null ? submission : { ...submission, event: { ...event, told } }
}

/** What of events that are tried again was posted while they waited. */
export async function loadTold(
  db: Kysely<Schema> | Transaction<Schema>,
  submissions: readonly Pick<Submission, 'event'>[],
): Promise<ReadonlyMap<string, readonly ToldParcel[]>> {
  const events = submissions.flatMap(({ event }) => (event?.retryOf === undefined ? [] : [event]))
  if (events.length === 0) return NOTHING_TOLD
  const rows = await run<StoredEvent & { source: string; id: string }>(db, SELECT_EVENTS, eventNames(events))
  return new Map(rows.flatMap((row) => (row.told === null ? [] : [[eventKey(row), row.told]])))
}

export const NOTHING_TOLD: ReadonlyMap<string, readonly ToldParcel[]> = new Map()

function eventNames(events: readonly EventIdentity[]) {
  return [
    integers(events.map(({ source, id }) => bucketOfPair(source, id))),
    texts(events.map(({ source }) => source)),
    texts(events.map(({ id }) => id)),
  ]
}

const SELECT_KEYS = `/* prepared */
  select encode(k.key_hash, 'hex') as key_hash, encode(k.request_hash, 'hex') as request_hash, k.document, k.document_id, k.result
  from unnest($1::smallint[], $2::text[]) as w (bucket, key_hash)
  join idempotency_key k on k.bucket = w.bucket and k.key_hash = decode(w.key_hash, 'hex')`

const SELECT_EVENTS = `/* prepared */
  select e.source, e.id, encode(e.content_hash, 'hex') as "contentHash", e.status, e.code, e.message, e.told
  from unnest($1::smallint[], $2::text[], $3::text[]) as w (bucket, source, id)
  join event e on e.bucket = w.bucket and e.source = w.source and e.id = w.id`

/** A document that was posted, and nothing else, stands in columns of its own: as JSON it was half of what is kept of a key, and most keys stand for one. */
function storedOutcome(outcome: Outcome): Pick<KeyRecord, 'document' | 'result'> {
  if (outcome.status === 'posted' && outcome.document !== undefined && outcome.shares === undefined) {
    return { document: outcome.document, result: null }
  }
  return { document: null, result: JSON.stringify(outcome) }
}

interface StoredKey {
  readonly key_hash: string
  readonly request_hash: string
  readonly document: DocumentKind | null
  readonly document_id: string | null
  readonly result: Outcome | null
}

function outcomeOf({ document, document_id, result }: StoredKey): Outcome {
  if (result !== null) return result
  if (document === null || document_id === null) throw new Error('A key is kept without what came of it')
  return { status: 'posted', document: { kind: document, id: document_id } }
}

/** Digits in hexadecimal that are kept of a SHA-256: 128 bits. Whoever wants two of his own keys to meet has to try 2^64 of them. */
const HASH_DIGITS = 32

export function keyHashOf(client: string, key: string): string {
  return createHash('sha256').update(client).update('\u0000').update(key).digest('hex').slice(0, HASH_DIGITS)
}

export function requestHashOf({ requestHash }: IdempotencyKey): string {
  return requestHash.toString('hex', 0, HASH_DIGITS / 2)
}

export function eventKey({ source, id }: Pick<EventIdentity, 'source' | 'id'>): string {
  return `${source}\u0000${id}`
}
