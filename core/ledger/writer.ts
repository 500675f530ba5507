import type { Transaction } from 'kysely'
import type { Database } from '../database/connection.ts'
import { databaseErrorCode, isDatabaseUnavailable, isSilence } from '../database/errors.ts'
import type { Schema } from '../database/schema.ts'
import { run, runGuarded } from '../database/statement.ts'
import type { Bus } from '../feed/bus.ts'
import { readHeads } from '../feed/heads.ts'
import { type AwaitedEvent, readAwaited } from './awaited.ts'
import { bucketOf, POLICY_STREAM } from './bucket.ts'
import type { Command, Submission, ToldParcel } from './commands.ts'
import { type Decided, decideAll } from './decide-batch.ts'
import type { Posting } from './decision.ts'
import type { Place } from './documents.ts'
import { waitingFor } from './elsewhere.ts'
import {
  keyHashOf,
  loadAnswers,
  loadTold,
  NOTHING_TOLD,
  readAnswers,
  rememberedAnswers,
  repeatedAnswer,
  requestHashOf,
} from './known-answers.ts'
import type { CommandResult, Ledger } from './ledger.ts'
import { LedgerUnavailable } from './ledger.ts'
import {
  type Documents,
  fillFromMemory,
  glimpse,
  knownDocuments,
  load,
  loadDocuments,
  NO_DOCUMENTS,
  needsLock,
  type Policies,
  readPolicies,
  WAITING_IN_CROWD,
} from './load.ts'
import {
  guardOf,
  isContention,
  isKnownAlready,
  LockedTooLittle,
  lock,
  numbersOf,
  SET_WRITE_SETTINGS,
  type Verdict,
} from './lock.ts'
import { documentsOf, type NamedDocument, Needs } from './needs.ts'
import { isPlain, plainWrites, post } from './post.ts'
import { move, moveEnds, onlyEnds, type Pending, Request } from './queue.ts'
import { LedgerState, positionKey, ReadTooLittle } from './state.ts'
import { type Ahead, Warm } from './warm.ts'

export interface LedgerOptions {
  readonly db: Database
  readonly bus: Pick<Bus, 'publish'>
  readonly log: { warn(details: object, message: string): void; error(details: object, message: string): void }
  /** Commands in one batch, at most; default 1,000. */
  readonly batchSize?: number
  /** Batches under way at once; default 2 on PostgreSQL, 1 on PGlite (which has one connection). */
  readonly batchesInFlight?: number
  /** Lines of one channel that one batch fills at a position, at most; default `WAITING_IN_CROWD`. */
  readonly fillsInBatch?: number
  /** Interactive commands that may wait; default 20,000. One more is refused as unavailable. */
  readonly queueSize?: number
}

export interface OpenLedger extends Ledger {
  /** Told of parked events whose predecessor was posted, after the commit. */
  onAwaited(listener: (events: readonly AwaitedEvent[]) => void): void
  /** Told of buckets where a batch wrote, perhaps: the database did not answer. */
  onUndecided(listener: (buckets: Iterable<number>) => void): void
  /** How many commands wait, for metrics. */
  readonly waiting: number
}

/** Why PostgreSQL cannot store what a command carries; undefined where that is not what it said. */
function whyUnstorable(error: unknown): string | undefined {
  const code = databaseErrorCode(error) ?? ''
  // Classes 22, data exception, and 54, program limit exceeded.
  if (code.startsWith('22') || code.startsWith('54'))
    return 'It carries a value that cannot be stored, such as a character that PostgreSQL does not accept.'
  return undefined
}

/** Bulk commands that ride along in a batch of interactive ones, at most: a tenth of a batch where batches are small. */
const BULK_BESIDE_INTERACTIVE = 100

/**
 * Most events, facts and keys are new, so they are written without being looked for: their primary keys tell when one is not, and the batch is done again
 * with care. Where more than one in twenty of a batch was known, as when a file is sent again, the next batches look first.
 */
const CAREFUL_BATCHES = 64
const CAREFUL_SHARE = 20

/** Long answers that are read together, at most: of a hundred refused lines each some 15 KiB. */
const REPEATED_AT_ONCE = 100

/** Fewer interactive commands than that go in one batch. */
const WORTH_HALVING = 16

/** Batches that lock first after one that was decided ahead turned out to be wrong: twice as many each time it happens again. */
const DISTRUST_MIN = 8
const DISTRUST_MAX = 1_024

/** Attempts of one batch at a race or a deadlock before it is given up. */
const ATTEMPTS = 10

/**
 * The one writer path. What arrives while batches are under way forms the next one, without a timer: lock the touched buckets, read, decide in
 * TypeScript, write in set-based statements, commit once, then tell the bus.
 */
export async function openLedger(options: LedgerOptions): Promise<OpenLedger> {
  return new Writer(options)
}

class Writer implements OpenLedger {
  readonly #options: LedgerOptions
  readonly #interactive: Pending[] = []
  readonly #bulk: Pending[] = []
  readonly #roomWaiters: (() => void)[] = []
  readonly #awaited: ((events: readonly AwaitedEvent[]) => void)[] = []
  readonly #undecided: ((buckets: Iterable<number>) => void)[] = []
  /** Batches decided ahead and not yet committed, and batches that lock before they decide. */
  #ahead = 0
  #locked = 0
  /** Taken from the queues, and waiting for the batches before it. */
  #held: readonly Pending[] = []
  /** Whether something is being read for the batch that is held, and the batch for which that was done last. */
  #looking = false
  #lookedFor: readonly Pending[] | undefined
  /** Batches that lock first because others write too, and how many the next disappointment costs. */
  #distrust = 0
  #patience = DISTRUST_MIN
  /** A moment of PostgreSQL's clock, and of ours when we heard of it. */
  #clock = { theirs: 0, ours: 0 }
  #closed = false
  #idle: (() => void)[] = []
  #policies: PoliciesOf | undefined
  readonly #warm = new Warm()
  /** Batches that still look for known events and facts before they decide. */
  #careful = 0
  /** Commands under a key that is being decided: those that came with the same key meanwhile, in the order they came. */
  readonly #underKey = new Map<string, Pending[]>()
  /** Commands whose first answer stands in the database and is too long to be remembered, and whether such answers are being read. */
  readonly #repeated: Pending[] = []
  #repeating = false
  #scheduled = false
  /** What only ends what is over was passed by others the last time, or bulk work was not taken along. */
  #areEndsNext = false
  #isBulkNext = false
  /** Positions where those who wait are being served batch by batch, and whether there is more to do than the batch under way does. */
  readonly #fillLeft = new Map<string, boolean>()

  constructor(options: LedgerOptions) {
    this.#options = options
  }

  get waiting(): number {
    return this.#interactive.length + this.#bulk.length + this.#held.length + this.#repeated.length
  }

  onAwaited(listener: (events: readonly AwaitedEvent[]) => void): void {
    this.#awaited.push(listener)
  }

  onUndecided(listener: (buckets: Iterable<number>) => void): void {
    this.#undecided.push(listener)
  }

  async submit<C extends Command>(
    submission: Submission<C>,
    urgency: 'interactive' | 'bulk' = 'interactive',
  ): Promise<CommandResult> {
    const [result] = await this.submitAll([submission], urgency)
    if (result === undefined) throw new Error('A command was not answered')
    return result
  }

  async submitAll(
    submissions: readonly Submission[],
    urgency: 'interactive' | 'bulk' = 'interactive',
  ): Promise<CommandResult[]> {
    if (submissions.length === 0) return []
    const queueSize = this.#options.queueSize ?? 20_000
    if (urgency === 'bulk') {
      while (!this.#closed && this.#bulk.length >= queueSize) {
        await new Promise<void>((resolve) => this.#roomWaiters.push(resolve))
      }
    } else if (this.#interactive.length + this.#repeated.length >= queueSize) {
      throw new LedgerUnavailable('Too many commands are waiting; try again with the same key.')
    }
    if (this.#closed) throw new LedgerUnavailable('The hub is shutting down; try again with the same key.')
    const request = new Request(submissions.length)
    for (const [index, submission] of submissions.entries()) {
      const { client, key } = submission
      const keyHash = key === undefined ? undefined : keyHashOf(client, key.key)
      this.#enqueue({ submission, keyHash, urgency, request, index })
    }
    return request.answered
  }

  /** A key that is sent twice at the same time is decided once: the second waits for the answer to the first. */
  #enqueue(pending: Pending): void {
    if (pending.keyHash !== undefined && this.#warm.isLong(pending.keyHash)) {
      this.#repeated.push(pending)
      if (!this.#repeating) void this.#repeat()
      return
    }
    if (pending.keyHash !== undefined) {
      const followers = this.#underKey.get(pending.keyHash)
      if (followers !== undefined) {
        followers.push(pending)
        return
      }
      this.#underKey.set(pending.keyHash, [])
    }
    const queue = pending.urgency === 'bulk' ? this.#bulk : this.#interactive
    queue.push(pending)
    this.#schedule()
  }

  #answer(pending: Pending, result: CommandResult | Error): void {
    const { keyHash } = pending
    pending.request.settle(pending.index, result)
    if (keyHash === undefined) return
    const followers = this.#underKey.get(keyHash) ?? []
    this.#underKey.delete(keyHash)
    for (const follower of followers) {
      const first = result instanceof Error ? undefined : this.#warm.answer(keyHash)
      const { key } = follower.submission
      if (first === undefined || key === undefined || result instanceof Error) this.#enqueue(follower)
      else follower.request.settle(follower.index, repeatedAnswer(first, requestHashOf(key), result.position))
    }
  }

  /**
   * Gives long answers again, beside the batches: an answer never changes, so that takes no lock, and a batch that met it would have to be done again with all that rides in it. What is submitted in one turn of the event
   * loop is read together.
   */
  async #repeat(): Promise<void> {
    this.#repeating = true
    while (this.#repeated.length > 0) {
      await new Promise((resolve) => setImmediate(resolve))
      const asked = this.#repeated.splice(0, REPEATED_AT_ONCE)
      const keys = asked.flatMap(({ keyHash, submission: { client, key } }) =>
        key === undefined || keyHash === undefined ? [] : [{ client, key: key.key, keyHash }],
      )
      try {
        const stored = await readAnswers(this.#options.db.kysely, keys)
        const position = await readHeads(this.#options.db)
        for (const pending of asked) {
          const { submission, keyHash = '', request, index } = pending
          const first = stored.get(keyHash)
          if (first !== undefined && submission.key !== undefined) {
            request.settle(index, repeatedAnswer(first, requestHashOf(submission.key), position))
          } else {
            // The database was restored to what was before.
            this.#warm.forgetAnswer(keyHash)
            this.#enqueue(pending)
          }
        }
      } catch (error) {
        const result = isDatabaseUnavailable(error) || !(error instanceof Error) ? unreachable(error) : error
        const behind = isSilence(error) ? this.#repeated.splice(0) : []
        for (const { request, index } of [...asked, ...behind]) request.settle(index, result)
      }
    }
    this.#repeating = false
    this.#next()
  }

  async close(): Promise<void> {
    this.#closed = true
    for (const waiter of this.#roomWaiters.splice(0)) waiter()
    while (this.#running > 0 || this.waiting > 0 || this.#repeating) {
      await new Promise<void>((resolve) => this.#idle.push(resolve))
    }
  }

  /** Everything that is submitted in one turn of the event loop may share a batch. */
  #schedule(): void {
    if (this.#scheduled) return
    this.#scheduled = true
    setImmediate(() => {
      this.#scheduled = false
      this.#start()
    })
  }

  get #running(): number {
    return this.#ahead + this.#locked
  }

  get #inFlight(): number {
    return this.#options.batchesInFlight ?? (this.#options.db.kind === 'pglite' ? 1 : 2)
  }

  /**
   * What this process remembers is mostly all that a batch needs, so it is decided at once, on what the batch before is still writing, and sent as one
   * statement that first locks and looks whether everything is as it was thought. Where something has to be read, or others were faster, the batch waits
   * for those before it, locks, reads and decides then.
   */
  #start(): void {
    while (this.#running < this.#inFlight && !this.#looking) {
      const batch = this.#held.length > 0 ? this.#held : this.#take()
      this.#held = []
      if (batch.length === 0) break
      const trusting = this.#distrust === 0
      const plan = trusting && this.#locked === 0 ? this.#decideAhead(batch) : undefined
      if (plan === 'unknown' && this.#lookedFor !== batch) {
        this.#held = batch
        this.#look(batch)
        break
      }
      if (plan !== undefined && plan !== 'unknown') {
        this.#ahead++
        void this.#settleAhead(batch, plan).finally(() => {
          this.#ahead--
          this.#next()
        })
        continue
      }
      if (trusting ? this.#running > 0 : this.#ahead > 0) {
        this.#held = batch
        break
      }
      this.#locked++
      if (this.#distrust > 0) this.#distrust--
      void this.#settle(batch).finally(() => {
        this.#locked--
        this.#next()
      })
    }
  }

  /** Reads what a batch needs and nobody remembers, while those before it are written. Then it is its turn again. */
  #look(batch: readonly Pending[]): void {
    if (this.#looking) return
    this.#looking = true
    const needs = needsOf(batch, NO_DOCUMENTS, this.#policies?.policies ?? NO_POLICIES)
    glimpse(this.#options.db.kysely, needs, (bucket) => this.#warm.hasSeen(bucket))
      .then(
        (seen) => this.#warm.learn(seen),
        (error: unknown) => {
          // What PostgreSQL itself objects to comes again where it is read under the lock, and is told then.
          const objects = databaseErrorCode(error) !== undefined && !isDatabaseUnavailable(error)
          if (objects || this.#held !== batch) return
          this.#options.log.warn({ err: error }, 'What a batch needs could not be read')
          this.#held = []
          this.#unavailable(batch, error)
        },
      )
      .finally(() => {
        this.#looking = false
        this.#lookedFor = batch
        this.#next()
      })
  }

  #next(): void {
    for (const waiter of this.#roomWaiters.splice(0)) waiter()
    this.#start()
    if (this.#running === 0 && this.waiting === 0 && !this.#repeating)
      for (const waiter of this.#idle.splice(0)) waiter()
  }

  /** Interactive work first. Changes of locations and channels form batches of their own: they change what the others read. */
  #take(): readonly Pending[] {
    const size = this.#options.batchSize ?? 1_000
    const batch: Pending[] = []
    // Some bulk work goes along, so that it never starves; more of it would keep those who wait for an answer.
    const beside = Math.min(this.#bulk.length, BULK_BESIDE_INTERACTIVE, Math.ceil(size / 10))
    // What does not fit beside others takes turns with them.
    const isTurnOfBulk = !this.#areEndsNext && this.#isBulkNext
    if (this.#areEndsNext) moveEnds(this.#interactive, batch, size)
    else if (isTurnOfBulk) move(this.#bulk, batch, size, beside)
    // Half of what came at once is decided while the other half is written.
    const share = this.#running === 0 && this.#inFlight > 1 && this.#interactive.length >= WORTH_HALVING ? 2 : 1
    this.#areEndsNext = move(
      this.#interactive,
      batch,
      size,
      Math.max(1, Math.min(size - beside, Math.ceil(this.#interactive.length / share))),
    )
    const others = batch.length
    move(this.#bulk, batch, size, others === 0 ? size : beside)
    const isBulkLeftOut = others > 0 && batch.length === others && this.#bulk.length > 0
    this.#isBulkNext = !isTurnOfBulk && (this.#isBulkNext || isBulkLeftOut)
    return batch
  }

  /**
   * Answers every command of the batch that can be decided now, whatever happens, and puts the others back to where they came from. A batch that the database
   * refuses is halved until the culprit stands alone.
   */
  async #settle(batch: readonly Pending[], careful = false): Promise<void> {
    try {
      this.#putBack(await this.#run(batch, careful))
    } catch (error) {
      const [first] = batch
      const alone = batch.length === 1 && first !== undefined
      if (isDatabaseUnavailable(error) || (alone && isContention(error))) {
        this.#unavailable(batch, error)
        return
      }
      if (alone) {
        const message = whyUnstorable(error)
        if (message !== undefined) await this.#refuseUnstorable(first, message)
        else this.#answer(first, error instanceof Error ? error : new Error(String(error)))
        return
      }
      this.#options.log.warn({ err: error, commands: batch.length }, 'A batch was refused and is halved')
      const middle = Math.ceil(batch.length / 2)
      await this.#settle(batch.slice(0, middle))
      await this.#settle(batch.slice(middle))
    }
  }

  /** Whoever came before others is decided before them. */
  #putBack(left: readonly Pending[]): void {
    this.#interactive.unshift(...left.filter(({ urgency }) => urgency === 'interactive'))
    this.#bulk.unshift(...left.filter(({ urgency }) => urgency === 'bulk'))
  }

  async #refuseUnstorable(pending: Pending, message: string): Promise<void> {
    const { event, command } = pending.submission
    if (event !== undefined && command.kind !== 'refuseEvent') {
      // An event is kept all the same, as one that cannot be applied.
      const refusal = {
        ...pending.submission,
        command: { kind: 'refuseEvent', code: 'INVALID_INPUT', message },
      } as const
      this.#interactive.push({ ...pending, submission: refusal })
      this.#schedule()
      return
    }
    try {
      const position = await readHeads(this.#options.db)
      this.#answer(pending, {
        status: 'refused',
        errors: [{ code: 'INVALID_INPUT', message }],
        position,
        repeated: false,
      })
    } catch (error) {
      this.#answer(pending, unreachable(error))
    }
  }

  /** Decides on what is remembered alone. "unknown" where reading some more would be enough, undefined where it takes a lock. */
  #decideAhead(batch: readonly Pending[]): Plan | 'unknown' | undefined {
    if (this.#policies === undefined || this.#careful > 0 || this.#clock.theirs === 0) return undefined
    const { epoch, policies } = this.#policies
    for (const { submission } of batch) {
      if (submission.event?.retryOf !== undefined || documentsOf(submission).length > 0) return undefined
    }
    const needs = needsOf(batch, NO_DOCUMENTS, policies)
    if (needsLock(needs)) return undefined
    const ahead = this.#warm.ahead(bucketsOf(needs))
    if (ahead === undefined) return 'unknown'
    if (ahead.epoch !== epoch) return undefined
    // Theirs was taken before we heard of it, so this is never ahead of their clock.
    const clock = Math.floor(this.#clock.theirs + performance.now() - this.#clock.ours)
    const state = new LedgerState(new Date(Math.max(clock, ahead.recordedAt + 1)))
    const filled = fillFromMemory(state, needs, policies, this.#warm, ahead)
    if (filled !== 'filled') return filled
    const known = rememberedAnswers(batch, this.#warm)
    try {
      const streams = new Map(this.#warm.streams)
      const decided = decideAll(batch, state, known, ahead.epoch, streams, ahead.heads, () => undefined)
      if (!isPlain(decided) || decided.decided.length < batch.length) return undefined
      this.#warm.keep({ ...decided, locked: ahead, quiet: NOTHING_LOOKED_AT })
      return { ...decided, ahead, policyNumber: policies.number }
    } catch {
      // Whatever it was, it comes again under the lock, where batches are halved until the culprit stands alone.
      return undefined
    }
  }

  async #settleAhead(batch: readonly Pending[], plan: Plan): Promise<void> {
    const buckets = [...plan.ahead.versions.keys()]
    let verdict: Verdict | undefined
    try {
      verdict = await runGuarded<Verdict>(
        this.#options.db.ordered,
        guardOf(plan.ahead, plan.policyNumber),
        plainWrites(plan),
      )
    } catch (error) {
      this.#warm.forget(buckets)
      if (isDatabaseUnavailable(error)) {
        this.#tellUndecided(buckets)
        this.#unavailable(batch, error)
      } else await this.#settle(batch, isKnownAlready(error))
      return
    }
    if (verdict?.fits !== true) {
      this.#warm.forget(buckets)
      this.#distrust = this.#patience
      this.#patience = Math.min(this.#patience * 2, DISTRUST_MAX)
      await this.#settle(batch)
      return
    }
    this.#patience = DISTRUST_MIN
    this.#heardOf(verdict.now)
    this.#committed(plan, [...numbersOf(verdict.heads), ...plan.heads])
    for (const [index, pending] of batch.entries()) {
      this.#answer(pending, plan.results[index] ?? NOT_ANSWERED)
    }
  }

  #heardOf(theirs: Date): void {
    this.#clock = { theirs: theirs.getTime(), ours: performance.now() }
  }

  /** What is to be done once a batch is in the database for good. */
  #committed(decided: Decided, streams: Iterable<readonly [number, number]>): void {
    const { epoch, answers, messages, advanced } = decided
    this.#warm.settle(epoch, streams, answers)
    this.#lookElsewhere(decided)
    if (messages.length > 0) void this.#options.bus.publish(messages)
    if (advanced.length > 0) this.#wake(advanced)
  }

  #unavailable(batch: readonly Pending[], cause: unknown): void {
    const error = unreachable(cause)
    // Where the database did not answer in all that time, those who wait for an answer behind this batch have waited as long: also events, which are bulk work.
    const alsoWaiting = isSilence(cause) ? [...this.#held, ...this.#interactive.splice(0), ...this.#bulk.splice(0)] : []
    if (isSilence(cause)) this.#held = []
    for (const pending of [...batch, ...alsoWaiting]) this.#answer(pending, error)
  }

  /**
   * Decides and writes the batch in one transaction, and answers it; resolves to those that could not be decided yet, because what was due was ended in part or who
   * waits was served in part.
   */
  async #run(batch: readonly Pending[], withCare: boolean): Promise<readonly Pending[]> {
    const { db } = this.#options
    const extra = new Set<number>()
    const more: { positions: Place[]; crowds: Place[] } = { positions: [], crowds: [] }
    let careful = withCare
    for (let attempt = 1; ; attempt++) {
      try {
        const cached = this.#policies ?? (await this.#readPolicies())
        const names = batch.flatMap(({ submission }) => documentsOf(submission))
        const existing = names.length === 0 ? NO_DOCUMENTS : await loadDocuments(db.kysely, names)
        const told = await loadTold(
          db.kysely,
          batch.map(({ submission }) => submission),
        )
        const buckets = bucketsOf(needsOf(batch, existing, cached.policies, told))
        for (const bucket of extra) buckets.add(bucket)
        const done = await db.writes
          .transaction()
          .setIsolationLevel('read committed')
          .execute((tx) => this.#batch(tx, batch, names, buckets, more, cached, careful || this.#careful > 0))
          .catch((error: unknown) => {
            if (isDatabaseUnavailable(error)) this.#tellUndecided(buckets)
            throw error
          })
        this.#warm.keep(done)
        this.#committed(done, done.streams)
        this.#policies = { epoch: done.epoch, policies: done.policies }
        if (done.known > done.decided.length / CAREFUL_SHARE && done.known > 1) this.#careful = CAREFUL_BATCHES
        else if (this.#careful > 0) this.#careful--
        for (const place of done.state.fillLeft.values()) this.#goOn(place)
        for (const [index, pending] of done.decided.entries()) {
          this.#answer(pending, done.results[index] ?? NOT_ANSWERED)
        }
        const decided = new Set(done.decided)
        return batch.filter((pending) => !decided.has(pending))
      } catch (error) {
        if (!isContention(error) || attempt >= ATTEMPTS) throw error
        if (error instanceof LockedTooLittle) for (const bucket of error.buckets) extra.add(bucket)
        if (isKnownAlready(error)) careful = true
        if (error instanceof ReadTooLittle) {
          more.positions.push(...error.positions)
          more.crowds.push(...error.crowds)
          // Each time it is something else that was not read, so that this has an end of its own.
          attempt--
        }
        if (isKnownAlready(error) || error instanceof ReadTooLittle) continue
        await new Promise((resolve) => setTimeout(resolve, Math.random() * 10 * attempt))
      }
    }
  }

  #tellUndecided(buckets: Iterable<number>): void {
    for (const listener of this.#undecided) listener(buckets)
  }

  /** What comes to one location may leave something to those who wait at another one, because it covers the buffer of their channel: they get it now. */
  #lookElsewhere({ state, numbered: { postings } }: Decided): void {
    if (![...state.channels.values()].some(({ buffer, locations }) => buffer > 0 && locations.length > 1)) return
    const isFreed = ({ to }: Posting) => to === 'sellable' || to === 'unpromised'
    const freed = new Set(postings.flatMap(({ posting }) => (isFreed(posting) ? [posting.sku] : [])))
    if (freed.size === 0) return
    void waitingFor(this.#options.db.kysely, [...freed]).then(
      (places) => {
        for (const place of places) this.#goOn(place)
      },
      (error: unknown) => {
        if (this.#closed) return
        this.#options.log.warn({ err: error }, 'Who waits elsewhere could not be looked up; the sweep serves them')
      },
    )
  }

  /** Serves who waits at a position as far as something is free for them, a batch at a time: others decide between these. */
  #goOn(place: Place): void {
    const key = positionKey(place.sku, place.locationId)
    const isGoingOn = this.#fillLeft.has(key)
    this.#fillLeft.set(key, true)
    if (isGoingOn) return
    const command = { kind: 'expireHolds', positions: [place] } as const
    void (async () => {
      try {
        while (this.#fillLeft.get(key) === true) {
          this.#fillLeft.set(key, false)
          await this.submit({ command, client: 'hub', channels: null, occurredAt: null })
        }
      } catch (error) {
        // Whoever decides about the position next goes on there.
        if (!this.#closed) this.#options.log.warn({ err: error, ...place }, 'Who waits could not be served on')
      } finally {
        this.#fillLeft.delete(key)
      }
    })()
  }

  async #readPolicies(): Promise<PoliciesOf> {
    const { kysely } = this.#options.db
    const { epoch } = await kysely.selectFrom('hub').select('epoch').executeTakeFirstOrThrow()
    return { epoch, policies: await readPolicies(kysely) }
  }

  async #batch(
    tx: Transaction<Schema>,
    batch: readonly Pending[],
    names: readonly NamedDocument[],
    buckets: ReadonlySet<number>,
    more: { readonly positions: readonly Place[]; readonly crowds: readonly Place[] },
    cached: PoliciesOf,
    careful: boolean,
  ) {
    if (this.#options.db.kind === 'pglite') await run(tx, SET_WRITE_SETTINGS, [])
    const { heads, versions, now, epoch, position, clock } = await lock(tx, buckets)
    this.#heardOf(clock)
    const locked = { epoch, versions }
    const policyNumber = position.get(POLICY_STREAM) ?? 0
    // After a restore the same number may stand for something else.
    const isCurrent = policyNumber === cached.policies.number && epoch === cached.epoch
    const policies = isCurrent ? cached.policies : await readPolicies(tx)
    const documents: Documents = names.length === 0 ? NO_DOCUMENTS : await loadDocuments(tx, names)
    const told = await loadTold(
      tx,
      batch.map(({ submission }) => submission),
    )
    const needs = needsOf(batch, documents, policies, told)
    for (const { sku, locationId } of more.positions) needs.position(sku, locationId)
    for (const { sku, locationId } of more.crowds) needs.crowd(sku, locationId)
    // Where those who wait are being served, more of them are read than the first.
    for (const key of this.#fillLeft.keys()) {
      const place = needs.positions.get(key)
      if (place !== undefined) needs.crowd(place.sku, place.locationId)
    }
    const missing = [...bucketsOf(needs)].filter((bucket) => !heads.has(bucket))
    if (missing.length > 0) throw new LockedTooLittle(missing)

    const state = new LedgerState(now)
    const due = batch.every(onlyEnds) ? 'oldest' : 'limited'
    const { fillsInBatch: waitingMax } = this.#options
    const options = { warm: { memory: this.#warm, locked }, newFacts: !careful, due, waitingMax } as const
    const { quiet, dueIsLeft } = await load(tx, state, needs, documents, policies, options)
    // Where only a part of what is due is ended, nothing may be decided on what is left. Whoever only wanted it ended comes again.
    const deciding = dueIsLeft ? batch.filter(onlyEnds) : batch
    const known = await loadAnswers(tx, deciding, careful, this.#warm)

    const decided = decideOrAskForMore(needs, state, () =>
      decideAll(deciding, state, known, epoch, position, heads, (pending) =>
        skusOf(pending, documents, policies, told),
      ),
    )
    await post(tx, decided)

    const changedPolicies =
      state.dirtyChannels.size +
        state.dirtyLocations.size +
        state.dirtyPolicies.size +
        state.dirtyErpSystems.size +
        state.dirtyErpRoutes.size +
        state.dirtyAuthorities.size >
      0
    return {
      ...decided,
      locked,
      quiet,
      streams: position,
      known: careful ? known.found + state.storedFacts.size : 0,
      policies: changedPolicies
        ? {
            number: heads.get(POLICY_STREAM) ?? policyNumber,
            locations: state.locations,
            channels: state.channels,
            erpSystems: state.erpSystems,
            erpRoutes: state.erpRoutesByKey,
            authorities: state.authorities,
          }
        : policies,
    }
  }

  /** Parked events that await one of these documents are recorded again. */
  #wake(documents: readonly string[]): void {
    if (this.#awaited.length === 0) return
    void (async () => {
      const events = await readAwaited(this.#options.db.kysely, documents)
      if (events.length > 0) for (const listener of this.#awaited) listener(events)
    })().catch((error: unknown) => {
      this.#options.log.warn({ err: error }, 'Parked events could not be looked up; the sweep tries them again')
    })
  }
}

/** Policies as they were read, and the epoch in which that was. */
interface PoliciesOf {
  readonly epoch: string
  readonly policies: Policies
}

/** One that was decided without a lock. */
interface Plan extends Decided {
  readonly ahead: Ahead
  readonly policyNumber: number
}

function unreachable(cause: unknown): LedgerUnavailable {
  return new LedgerUnavailable('The database cannot be reached; try again with the same key.', { cause })
}

const NOT_ANSWERED = new Error('A command was not answered')

const NOTHING_LOOKED_AT: ReadonlyMap<number, number> = new Map()

const NO_POLICIES: Policies = {
  number: 0,
  locations: new Map(),
  channels: new Map(),
  erpSystems: new Map(),
  erpRoutes: new Map(),
  authorities: new Map(),
}

function needsOf(
  batch: readonly Pending[],
  documents: Documents,
  policies: Policies,
  told: ReadonlyMap<string, readonly ToldParcel[]> = NOTHING_TOLD,
): Needs {
  const needs = new Needs()
  const known = knownDocuments(documents, policies)
  for (const { submission } of batch) needs.add(submission, known)
  for (const parcels of told.values()) needs.told(parcels)
  return needs
}

/** What a command is about; undefined where it names a document that nobody has: an earlier one makes it, perhaps. */
function skusOf(
  pending: Pending,
  documents: Documents,
  policies: Policies,
  told: ReadonlyMap<string, readonly ToldParcel[]>,
): ReadonlySet<string> | undefined {
  const known = knownDocuments(documents, policies)
  const isKnown = (name: NamedDocument) =>
    known.reservations(name).length + known.shipments(name).length + known.returns(name).length > 0
  if (!documentsOf(pending.submission).every(isKnown)) return undefined
  return needsOf([pending], documents, policies, told).skus
}

/**
 * Where somebody is to get what is free and not enough of those who wait was read, others of the batch come to that as well: it is done again with more of all of
 * them, as far as that is no more than one batch fills.
 */
function decideOrAskForMore<T>(needs: Needs, state: LedgerState, decide: () => T): T {
  try {
    return decide()
  } catch (error) {
    if (!(error instanceof ReadTooLittle) || error.crowds.length === 0) throw error
    throw new ReadTooLittle({ positions: error.positions, crowds: crowdsOf(needs, state, error.crowds) })
  }
}

function crowdsOf(needs: Needs, state: LedgerState, asked: readonly Place[]): readonly Place[] {
  const crowds = new Map<string, Place>()
  let lines = 0
  for (const place of [...asked, ...needs.positions.values()]) {
    const key = positionKey(place.sku, place.locationId)
    if (crowds.has(key) || !state.isReadInPart(place)) continue
    // A line waits for a unit at least.
    lines += Math.min(state.position(place.sku, place.locationId).balances.backordered, WAITING_IN_CROWD)
    if (lines > WAITING_IN_CROWD && crowds.size > 0) break
    crowds.set(key, place)
  }
  return [...crowds.values()]
}

function bucketsOf(needs: Needs): Set<number> {
  const buckets = new Set([...[...needs.skus].map(bucketOf), ...needs.buckets])
  if (needs.policies) buckets.add(POLICY_STREAM)
  return buckets
}
