import { setTimeout as sleep } from 'node:timers/promises'
import type { Logger } from 'pino'
import { bucketOf, POLICY_STREAM } from '../ledger/bucket.ts'
import type { Bus } from './bus.ts'
import { isAtLeast } from './compare.ts'
import { DatabaseClock } from './database-clock.ts'
import { type Queryable, readHeads } from './heads.ts'
import { type CursorFault, InvalidCursor } from './invalid-cursor.ts'
import { Listeners } from './listeners.ts'
import type { FeedChange, FeedMessage, FeedPosition } from './position.ts'
import { CHANGES_PER_PAGE, readChanges } from './read-changes.ts'
import { Stream } from './stream.ts'

export interface FeedOptions {
  /** The primary: a replica that is behind would look like a database that was set back. */
  readonly db: Queryable
  readonly bus: Bus
  /** Milliseconds between two looks at the heads while the bus is up: what a lost last message costs. */
  readonly pollMs: number
  readonly log: Pick<Logger, 'info' | 'warn' | 'error'>
  /** Ends the waiting for a database that does not answer when the feed is opened. */
  readonly signal?: AbortSignal
}

export interface StreamChange extends FeedChange {
  readonly stream: number
}

export interface FeedBatch {
  /** In the order of their numbers within each stream. */
  readonly changes: readonly StreamChange[]
  /** When the oldest of them was recorded, in milliseconds on PostgreSQL's clock. Undefined where that was not told. */
  readonly recordedAt: number | undefined
  /** How they came to be known: by a message, or by looking at the database. */
  readonly by: 'message' | 'database'
  /** The point after these changes. */
  readonly position: FeedPosition
}

/** Called at once and in turn, so they should only take note. What they throw is logged. */
export interface FeedListener {
  changes(batch: FeedBatch): void
  /** The database was restored, or lost what had been told: whatever is known from changes so far has to be read again. */
  reset?(position: FeedPosition): void
  /**
   * For a second something has been known to have changed that cannot be read, or it cannot be known whether anything has. Told once of each stream until the
   * database answers; what it was comes by `changes` as soon as it can be read.
   */
  stuck?(stuck: Stuck): void
  /** The database answers again: what could not be read need not be waited for any longer. */
  readable?(): void
}

/** What may be another than was told. */
export interface Stuck {
  mayConcern(sku: string): boolean
}

export type PositionState = 'ok' | Exclude<CursorFault, 'too-old'>

export interface ReadSince extends Pick<FeedBatch, 'changes' | 'position'> {
  /** Whether this reached the heads; otherwise there is more to read after `position`. */
  readonly complete: boolean
}

/**
 * Everything that changes, in order, from the moment it was opened. To each listener the numbers of a stream come one after the other, without a gap
 * and without a repeat, as long as there is no `reset`.
 */
export interface Feed {
  /** What was told so far. */
  readonly position: FeedPosition
  /** 0 when nothing is known to be missing; else for how long it has been, or for how long the database could not be asked. */
  readonly lagMs: number
  /** Milliseconds since a time on PostgreSQL's clock; never less than 0. */
  ageMs(recordedAt: number): number
  /** What follows after `position` as it is now. Returns a function that ends it. */
  subscribe(listener: FeedListener): () => void
  /**
   * What was committed after a point, read from the database, at most `limit` changes. Throws `InvalidCursor` for another epoch, for the future, and for
   * what is no longer kept.
   */
  readSince(position: FeedPosition, limit: number): Promise<ReadSince>
  /** Whether this database has given that position. Asks it only where the feed itself has not come so far yet. */
  check(position: FeedPosition): Promise<PositionState>
  /** As `check`, and asks the database in any case: it may have become another one since the feed has looked. */
  verify(position: FeedPosition): Promise<PositionState>
  /** Resolves with true when everything up to there was told, with false when that took longer or the feed was closed. */
  waitFor(position: FeedPosition, timeoutMs: number): Promise<boolean>
  /** In these streams something may have been written of which nobody was told. */
  suspect(streams: Iterable<number>): void
  /** Asks the database now and not only at its turn: somebody else could not read it. Once it answers, `readable` is told. */
  look(): void
  /** Resolves when nothing of it uses the database any more. Calling it again does nothing. */
  close(): Promise<void>
}

/** Milliseconds between two looks at the heads while the bus is down, which is how changes are noticed then, or while the database does not answer. */
export const POLL_MS_IN_DOUBT = 200

/** What is missing is often on its way: writers of one bucket publish after they have committed, so in any order. */
const GAP_WAIT_MS = 10

/** Streams read at once. PGlite has one connection, and a pool has other things to do. */
const READS_AT_ONCE = 4

const OPEN_RETRY_MS = 500

/** What cannot be read for so long is told to be `stuck`: a restart of PostgreSQL is no news. */
const STUCK_MS = 1_000

interface Waiter {
  readonly position: FeedPosition
  settle(reached: boolean): void
}

/** Opens the feed at the current heads. Waits for the database as long as it takes, unless the `signal` ends it. */
export async function openFeed({ db, bus, pollMs, log, signal }: FeedOptions): Promise<Feed> {
  const listeners = new Listeners<FeedListener>((error) => log.error({ err: error }, 'a listener of the feed failed'))
  const waiters = new Set<Waiter>()
  const running = new Set<Promise<void>>()
  /** Messages that came before the heads were read. */
  let early: FeedMessage[] | undefined = []
  let closed = false

  const endBus = bus.subscribe((message) => {
    if (early === undefined) take(message)
    else if (early.length < 10_000) early.push(message)
  })
  const clock = new DatabaseClock()
  const start = await firstHeads(db, clock, log, signal).catch((error: unknown) => {
    endBus()
    throw error
  })

  let epoch = start.epoch
  let streams = streamsAt(start)
  /** Counted up at each reset, so that what was being read then is not used. */
  let generation = 0
  let askedAt = performance.now()
  let databaseLost = false
  /** Since when an answer of the database has been waited for, where one is. */
  let waitingSince: number | undefined
  /** Streams of which something is missing, in the order of since when. */
  const behind = new Map<Stream, number>()
  /** Streams where something may have been written, in the order of since when that was suspected. */
  const suspected = new Map<number, number>()
  /** How often the bus was down, and up to which of these times the database was asked afterwards: what was lost before is found by that. */
  let timesDown = bus.up ? 0 : 1
  let lookedAfter = 0
  /** Streams that were told to be stuck, until the database answers. */
  const stuck = new Set<number>()

  function positionNow(): FeedPosition {
    const numbers = new Map<number, number>()
    for (const stream of streams.values()) numbers.set(stream.id, stream.last)
    return { epoch, numbers }
  }

  function take(message: FeedMessage): void {
    if (closed) return
    if (message.epoch !== epoch) pollSoon()
    const stream = message.epoch === epoch ? streams.get(message.stream) : undefined
    if (stream === undefined) return
    tell(stream, stream.offer(message), message.recordedAt, 'message')
    if (stream.missing) readLater(stream)
  }

  function tell(
    stream: Stream,
    changes: readonly FeedChange[],
    recordedAt: number | undefined,
    by: FeedBatch['by'],
  ): void {
    if (!stream.missing) behind.delete(stream)
    if (changes.length === 0) return
    const told = changes.map((change) => ({ ...change, stream: stream.id }))
    const batch = { changes: told, position: positionNow(), recordedAt, by }
    listeners.tell((listener) => listener.changes(batch))
    settleWaiters()
  }

  function settleWaiters(): void {
    if (waiters.size === 0) return
    const position = positionNow()
    for (const waiter of waiters) if (isAtLeast(position, waiter.position)) waiter.settle(true)
  }

  /** Runs work that `close` waits for. Its errors are those of the database; the next poll tries again. */
  function run(work: () => Promise<void>): void {
    waitingSince ??= performance.now()
    // Where there is no answer, there is no error either.
    const hangs = setTimeout(tellStuck, STUCK_MS + 1)
    const promise = work()
      .then(
        () => {
          waitingSince = undefined
        },
        (error: unknown) => lost(error),
      )
      .finally(() => {
        clearTimeout(hangs)
        running.delete(promise)
      })
    running.add(promise)
  }

  function lost(error: unknown): void {
    if (closed) return
    tellStuck()
    if (databaseLost) return
    databaseLost = true
    // What could not be read is not left until the next turn, which may be a minute away.
    if (!polling) pollLater()
    log.warn({ err: error }, 'the feed cannot read the database; still trying')
  }

  function answered(): void {
    askedAt = performance.now()
    waitingSince = undefined
    stuck.clear()
    if (!databaseLost) return
    databaseLost = false
    log.info('the feed reads the database again')
    listeners.tell((listener) => listener.readable?.())
  }

  function tellStuck(): void {
    const since = performance.now() - STUCK_MS
    if (closed || waitingSince === undefined || waitingSince > since) return
    // Where the bus is down as well, or was and nobody has looked since, nothing is known of any stream.
    const fresh = new Set<number>(bus.up && lookedAfter === timesDown ? [] : streams.keys())
    for (const [{ id }, missingSince] of behind) if (missingSince <= since) fresh.add(id)
    for (const [id, suspectedSince] of suspected) if (suspectedSince <= since) fresh.add(id)
    for (const id of stuck) fresh.delete(id)
    if (fresh.size === 0) return
    for (const id of fresh) stuck.add(id)
    log.warn({ streams: fresh.size }, 'something may have changed that cannot be read; listeners are told')
    const told: Stuck = { mayConcern: (sku) => fresh.has(POLICY_STREAM) || fresh.has(bucketOf(sku)) }
    listeners.tell((listener) => listener.stuck?.(told))
  }

  // Reading what is missing.

  let readTimer: NodeJS.Timeout | undefined
  let reading = false
  let readAgain = false

  function readLater(stream: Stream): void {
    if (!behind.has(stream)) behind.set(stream, performance.now())
    if (reading) readAgain = true
    else if (readTimer === undefined && !closed) readTimer = setTimeout(readBehind, GAP_WAIT_MS)
  }

  function readBehind(): void {
    readTimer = undefined
    reading = true
    run(async () => {
      const queue = [...behind.keys()].values()
      const readers = Array.from({ length: READS_AT_ONCE }, async () => {
        for (const stream of queue) await catchUp(stream)
      })
      const results = await Promise.allSettled(readers)
      reading = false
      if (readAgain && !closed) readTimer = setTimeout(readBehind, GAP_WAIT_MS)
      readAgain = false
      for (const result of results) if (result.status === 'rejected') throw result.reason
    })
  }

  async function catchUp(stream: Stream): Promise<void> {
    const own = generation
    while (stream.missing && !closed) {
      const after = stream.last
      const { changes, recordedAt } = await readChanges(db, stream.id, after, CHANGES_PER_PAGE)
      if (own !== generation || closed) return
      answered()
      // Said to exist and not there: the next poll finds out whether that was true.
      if (changes.length === 0) return
      if (hasHole(changes, after)) {
        log.error({ stream: stream.id, after }, 'changes are missing in the database; the feed starts over')
        return startOver(await readHeads(db))
      }
      tell(stream, stream.read(changes), recordedAt, 'database')
    }
  }

  // Looking at the heads.

  let pollTimer: NodeJS.Timeout | undefined
  let polling = false
  let pollAgain = false

  function pollLater(): void {
    if (closed) return
    clearTimeout(pollTimer)
    pollTimer = setTimeout(pollSoon, bus.up && !databaseLost ? pollMs : Math.min(pollMs, POLL_MS_IN_DOUBT))
  }

  function pollSoon(): void {
    if (closed) return
    if (polling) {
      pollAgain = true
      return
    }
    clearTimeout(pollTimer)
    polling = true
    run(async () => {
      try {
        await poll()
      } finally {
        polling = false
        if (pollAgain) {
          pollAgain = false
          pollSoon()
        } else pollLater()
      }
    })
  }

  async function poll(): Promise<void> {
    const own = generation
    const suspects = [...suspected.keys()]
    const after = bus.up ? timesDown : lookedAfter
    const before = [...streams.values()].map((stream) => ({ stream, last: stream.last, known: stream.known }))
    const heads = await readHeads(db, clock)
    if (own !== generation || closed) return
    answered()
    // What was written there is seen now, or there is nothing.
    for (const id of suspects) suspected.delete(id)
    lookedAfter = after

    if (heads.epoch !== epoch) {
      log.warn('the database has a new epoch; the feed starts over')
      return startOver(heads)
    }
    for (const { stream, last, known } of before) {
      const head = heads.numbers.get(stream.id) ?? 0
      if (last > head) {
        log.error(
          { stream: stream.id, last, head },
          'the database lost changes that had been told; the feed starts over',
        )
        return startOver(heads)
      }
      // What was said to exist before the heads were read and is beyond them does not exist.
      if (known > head && stream.known === known) stream.denyBeyond(head)
      stream.expect(head)
      if (stream.missing) readLater(stream)
      else behind.delete(stream)
    }
  }

  function startOver(heads: FeedPosition): void {
    generation++
    epoch = heads.epoch
    streams = streamsAt(heads)
    behind.clear()
    suspected.clear()
    stuck.clear()
    const position = positionNow()
    listeners.tell((listener) => listener.reset?.(position))
    settleWaiters()
  }

  function look(): void {
    // While the database does not answer it is asked all the time anyway.
    if (!databaseLost) pollSoon()
  }

  async function verify(position: FeedPosition): Promise<PositionState> {
    const heads = await readHeads(db)
    if (heads.epoch !== epoch) pollSoon()
    if (heads.epoch !== position.epoch) return 'foreign-epoch'
    return isAtLeast(heads, position) ? 'ok' : 'future'
  }

  const endState = bus.onState((up) => {
    if (!up) timesDown++
    pollSoon()
  })
  const messages = early
  early = undefined
  for (const message of messages) take(message)
  pollLater()

  return {
    get position() {
      return positionNow()
    },

    get lagMs() {
      const now = performance.now()
      const [behindSince = now] = behind.values()
      const unanswered = stuck.size > 0 ? now - (waitingSince ?? now) : 0
      return Math.round(Math.max(now - behindSince, databaseLost ? now - askedAt : 0, unanswered))
    },

    ageMs: (recordedAt) => clock.since(recordedAt),

    subscribe: (listener) => listeners.add(listener),

    async readSince(position, limit) {
      const heads = await readHeads(db)
      requireKnown(position, heads)
      const changes: StreamChange[] = []
      const numbers = new Map(position.numbers)
      for (const [stream, head] of heads.numbers) {
        let last = numbers.get(stream) ?? 0
        while (last < head && changes.length < limit) {
          const { changes: page } = await readChanges(
            db,
            stream,
            last,
            Math.min(CHANGES_PER_PAGE, limit - changes.length, head - last),
          )
          const newest = page.at(-1)
          if (newest === undefined || hasHole(page, last)) {
            throw new InvalidCursor('too-old', 'The cursor is so old that what followed it is no longer kept.')
          }
          for (const change of page) changes.push({ ...change, stream })
          last = newest.number
        }
        numbers.set(stream, last)
      }
      const reached = { epoch: heads.epoch, numbers }
      return { changes, position: reached, complete: isAtLeast(reached, heads) }
    },

    async check(position) {
      return isAtLeast(positionNow(), position) ? 'ok' : verify(position)
    },

    verify,

    async waitFor(position, timeoutMs) {
      if (isAtLeast(positionNow(), position)) return true
      if (closed || position.epoch !== epoch) return false
      // Its message was perhaps lost, so do not wait for the next turn.
      pollSoon()
      return new Promise((resolve) => {
        const settle = (reached: boolean) => {
          clearTimeout(timer)
          waiters.delete(waiter)
          resolve(reached)
        }
        const waiter = { position, settle }
        const timer = setTimeout(settle, timeoutMs, false)
        waiters.add(waiter)
      })
    },

    suspect(ids) {
      for (const id of ids) if (!suspected.has(id)) suspected.set(id, performance.now())
      look()
    },

    look,

    async close() {
      closed = true
      clearTimeout(pollTimer)
      clearTimeout(readTimer)
      endBus()
      endState()
      listeners.clear()
      for (const waiter of waiters) waiter.settle(false)
      await Promise.all(running)
    },
  }
}

async function firstHeads(
  db: Queryable,
  clock: DatabaseClock,
  log: FeedOptions['log'],
  signal: AbortSignal | undefined,
): Promise<FeedPosition> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await readHeads(db, clock)
    } catch (error) {
      signal?.throwIfAborted()
      if (attempt === 0) log.warn({ err: error }, 'the feed waits for the database')
      await sleep(OPEN_RETRY_MS, undefined, signal === undefined ? {} : { signal })
    }
  }
}

function streamsAt({ numbers }: FeedPosition): ReadonlyMap<number, Stream> {
  return new Map([...numbers].map(([id, last]) => [id, new Stream(id, last)]))
}

function hasHole(changes: readonly FeedChange[], after: number): boolean {
  return changes.some((change, index) => change.number !== after + 1 + index)
}

function requireKnown(position: FeedPosition, heads: FeedPosition): void {
  if (position.epoch !== heads.epoch) {
    throw new InvalidCursor('foreign-epoch', 'The cursor is of another epoch: the database was restored.')
  }
  if (!isAtLeast(heads, position)) {
    throw new InvalidCursor('future', 'The cursor is ahead of everything this database has seen.')
  }
}
