import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import fc from 'fast-check'
import { pino } from 'pino'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { openDatabase } from '../../core/database/connection.ts'
import { migrate } from '../../core/database/migrate.ts'
import type { Bus } from '../../core/feed/bus.ts'
import { advance, isAtLeast } from '../../core/feed/compare.ts'
import { readHeads, requireAtLeast } from '../../core/feed/heads.ts'
import { openInProcessBus } from '../../core/feed/in-process-bus.ts'
import { InvalidCursor } from '../../core/feed/invalid-cursor.ts'
import { type Feed, type FeedBatch, openFeed } from '../../core/feed/listener.ts'
import type { FeedMessage, FeedPosition } from '../../core/feed/position.ts'
import { DATABASE_KINDS, type FreshDatabase, freshDatabase } from '../support/database.ts'
import { startPostgres } from '../support/postgres-server.ts'
import { commitBatch, many, type StreamBatch } from './commit-batch.ts'

const log = pino({ level: 'silent' })
const NEVER_MS = 3_600_000

/** Keeps what a feed tells, and fails when a stream has a gap or a repeat, or a position does not fit what was told. */
function witness(feed: Feed) {
  const batches: FeedBatch[] = []
  const resets: FeedPosition[] = []
  const problems: string[] = []
  let at = feed.position
  feed.subscribe({
    changes(batch) {
      batches.push(batch)
      for (const { stream, number } of batch.changes) {
        const last = at.numbers.get(stream) ?? 0
        if (number !== last + 1) problems.push(`stream ${stream}: ${number} after ${last}`)
        at = advance(at, stream, number)
      }
      if (!isAtLeast(at, batch.position) || !isAtLeast(batch.position, at)) problems.push('position is not after them')
    },
    reset(position) {
      resets.push(position)
      at = position
    },
  })
  return { batches, resets, problems, changes: () => batches.flatMap((batch) => batch.changes) }
}

describe.each(DATABASE_KINDS)('the feed on %s', (kind) => {
  let db: FreshDatabase
  beforeAll(async () => {
    db = await freshDatabase(kind)
  })
  afterAll(() => db[Symbol.asyncDispose]())

  let bus: Bus
  const feeds: Feed[] = []
  beforeEach(() => {
    bus = openInProcessBus({ log })
  })
  afterEach(async () => {
    await Promise.all(feeds.splice(0).map((feed) => feed.close()))
    await bus.close()
  })
  async function open(pollMs = NEVER_MS): Promise<Feed> {
    const feed = await openFeed({ db, bus, pollMs, log })
    feeds.push(feed)
    return feed
  }
  const commit = (...batches: StreamBatch[]) => commitBatch(db, batches)
  const strip = ({ stream, changes }: FeedMessage) => changes.map((change) => ({ ...change, stream }))

  test('begins at the heads and tells what is published, in order, with the point after it', async () => {
    await commit(many(0, 3), many(-1, 2))
    const feed = await open()
    const seen = witness(feed)
    expect(feed.position).toEqual(await readHeads(db))

    const messages = [...(await commit(many(0, 2), many(5, 1))), ...(await commit(many(0, 1)))]
    await bus.publish(messages)

    await vi.waitUntil(() => seen.batches.length === 3)
    expect(seen.problems).toEqual([])
    expect(seen.changes()).toEqual(messages.flatMap(strip))
    expect(feed.position).toEqual(await readHeads(db))
    expect(feed.lagMs).toBe(0)
  })

  test('reads what was lost as soon as a later message shows the gap', async () => {
    const feed = await open()
    const seen = witness(feed)
    const lost = await commit(many(7, 2_500))
    const next = await commit(many(7, 2))
    await bus.publish(next)

    await vi.waitUntil(() => seen.changes().length === 2_502)
    expect(seen.problems).toEqual([])
    expect(seen.changes()).toEqual([...lost, ...next].flatMap(strip))
  })

  test('notices the loss of the last message by looking at the heads', async () => {
    const feed = await open(100)
    const seen = witness(feed)
    const lost = await commit(many(7, 2), many(8, 1), many(-1, 1))

    await vi.waitUntil(() => seen.changes().length === 4)
    expect(seen.problems).toEqual([])
    expect(seen.changes()).toEqual(expect.arrayContaining(lost.flatMap(strip)))
  })

  test('tells when it was recorded, and how it came to be known', async () => {
    const feed = await open(100)
    const seen = witness(feed)
    const [heard] = await commit(many(12, 2))
    await bus.publish(heard === undefined ? [] : [heard])
    await vi.waitUntil(() => seen.changes().length === 2)
    await commit(many(12, 1))
    await vi.waitUntil(() => seen.changes().length === 3)

    expect(seen.batches).toMatchObject([
      { by: 'message', recordedAt: heard?.recordedAt },
      { by: 'database', recordedAt: expect.any(Number) },
    ])
    const ages = seen.batches.map(({ recordedAt }) => feed.ageMs(recordedAt ?? Number.NaN))
    // On the clock of the database, which is the one of this machine here.
    for (const age of ages) expect(age).toBeLessThan(60_000)
    expect(ages[1]).toBeLessThan(ages[0] ?? 0)
  })

  test('looks more often while the bus is down', async () => {
    await bus.close()
    const feed = await open()
    const seen = witness(feed)
    await commit(many(9, 2))

    await vi.waitUntil(() => seen.changes().length === 2, { timeout: 1_000 })
  })

  test('a message without its changes is a hint to read them', async () => {
    const feed = await open()
    const seen = witness(feed)
    const messages = await commit(many(10, 5))
    await bus.publish(messages.map((message) => ({ ...message, changes: [] })))

    await vi.waitUntil(() => seen.changes().length === 5)
    expect(seen.changes()).toEqual(messages.flatMap(strip))
  })

  test('a message that lies about the future does no lasting harm', async () => {
    const feed = await open(100)
    const seen = witness(feed)
    const { epoch, numbers } = feed.position
    const head = numbers.get(11) ?? 0
    await bus.publish([{ epoch, stream: 11, from: head + 500, to: head + 600, changes: [] }])
    await vi.waitUntil(() => feed.lagMs > 0)
    await vi.waitUntil(() => feed.lagMs === 0)

    await bus.publish(await commit(many(11, 1)))
    await vi.waitUntil(() => seen.changes().length === 1)
    expect(seen.problems).toEqual([])
    expect(seen.resets).toEqual([])
  })

  test('a feed that was told of what the database does not have starts over', async () => {
    const feed = await open(100)
    const seen = witness(feed)
    const { epoch, numbers } = feed.position
    const number = (numbers.get(12) ?? 0) + 1
    const changes = [{ number, subject: 'journal', subjectId: null, sku: 'GHOST', locationId: 'BER' }] as const
    await bus.publish([{ epoch, stream: 12, from: number, to: number, changes }])

    await vi.waitUntil(() => seen.resets.length === 1)
    expect(feed.position).toEqual(await readHeads(db))
  })

  test('rows that are gone make it start over instead of telling numbers with a gap', async () => {
    const feed = await open()
    const seen = witness(feed)
    await commit(many(13, 4))
    await db.kysely.deleteFrom('journal').where('bucket', '=', 13).execute()
    const old = feed.position
    await bus.publish(await commit(many(13, 1)))

    await vi.waitUntil(() => seen.resets.length === 1)
    expect(seen.problems).toEqual([])
    expect(feed.position).toEqual(await readHeads(db))
    await expect(feed.readSince(old, 100)).rejects.toThrow(InvalidCursor)
    await bus.publish(await commit(many(13, 1)))
    await vi.waitUntil(() => seen.changes().length === 1)
  })

  test('a new epoch starts over, and messages of the old one are ignored', async () => {
    const feed = await open(100)
    const seen = witness(feed)
    const before = feed.position
    const old = await commit(many(14, 1))
    const epoch = randomUUID()
    await db.kysely.updateTable('hub').set({ epoch }).execute()

    await vi.waitUntil(() => seen.resets.length === 1)
    seen.batches.length = 0
    expect(feed.position.epoch).toBe(epoch)
    expect(await feed.check(before)).toBe('foreign-epoch')
    expect(await feed.waitFor(before, 1_000)).toBe(false)
    await expect(feed.readSince(before, 1)).rejects.toThrow(InvalidCursor)

    await bus.publish(old)
    await bus.publish(await commit(many(14, 2)))
    await vi.waitUntil(() => seen.changes().length === 2)
    expect(seen.problems).toEqual([])
  })

  test('what follows a point is read in pages, and ends at the heads', async () => {
    const feed = await open()
    let position = feed.position
    const messages = await commit(many(20, 1_200), many(21, 3), many(-1, 2))
    const read: FeedBatch['changes'][number][] = []

    for (let complete = false; !complete; ) {
      const page = await feed.readSince(position, 500)
      expect(page.changes.length).toBeLessThanOrEqual(500)
      read.push(...page.changes)
      ;({ position, complete } = page)
    }

    const inStreamOrder = messages.sort((a, b) => a.stream - b.stream).flatMap(strip)
    expect(read.sort((a, b) => a.stream - b.stream)).toEqual(inStreamOrder)
    expect(position).toEqual(await readHeads(db))
    expect(await feed.readSince(position, 500)).toEqual({ changes: [], position, complete: true })
  })

  test('one who resumes and then listens gets everything once', async () => {
    const feed = await open()
    const cursor = feed.position
    await bus.publish(await commit(many(22, 3)))
    await vi.waitUntil(() => isAtLeast(feed.position, advance(cursor, 22, (cursor.numbers.get(22) ?? 0) + 3)))

    const followed: number[] = []
    const subscribedAt = feed.position
    feed.subscribe({ changes: ({ changes }) => followed.push(...changes.map(({ number }) => number)) })
    await bus.publish(await commit(many(22, 2)))
    const { changes } = await feed.readSince(cursor, 1_000)
    await vi.waitUntil(() => followed.length === 2)

    const missed = changes.filter(({ stream, number }) => number <= (subscribedAt.numbers.get(stream) ?? 0))
    const first = (cursor.numbers.get(22) ?? 0) + 1
    expect([...missed.map(({ number }) => number), ...followed]).toEqual([0, 1, 2, 3, 4].map((n) => first + n))
  })

  test('knows a point it has not reached yet from one of the future, and waits for it', async () => {
    const feed = await open()
    await commit(many(23, 1))
    const heads = await readHeads(db)
    const future = advance(heads, 23, (heads.numbers.get(23) ?? 0) + 1)

    expect(isAtLeast(feed.position, heads)).toBe(false)
    expect(await feed.check(heads)).toBe('ok')
    expect(await feed.check(future)).toBe('future')
    expect(await feed.waitFor(future, 50)).toBe(false)
    // Nothing was published: waiting makes the feed look by itself.
    expect(await feed.waitFor(heads, 5_000)).toBe(true)
    const waiting = feed.waitFor(future, NEVER_MS)
    await feed.close()
    expect(await waiting).toBe(false)
  })

  test('a cursor for reading one’s own write is accepted as soon as it was given, any other is refused', async () => {
    await commit(many(24, 1))
    const heads = await readHeads(db)
    const future = advance(heads, 24, (heads.numbers.get(24) ?? 0) + 1)

    await requireAtLeast(db, heads)
    await requireAtLeast(db, { epoch: heads.epoch, numbers: new Map() })
    await expect(requireAtLeast(db, { ...heads, epoch: randomUUID() })).rejects.toMatchObject({
      code: 'INVALID_CURSOR',
    })
    await expect(requireAtLeast(db, future, 50)).rejects.toMatchObject({ code: 'INVALID_CURSOR' })
    // As on a replica that is a little behind.
    const waiting = requireAtLeast(db, future)
    await sleep(30)
    await commit(many(24, 1))
    await waiting
  })

  test('a listener that throws, ends or closes the feed disturbs nobody else', async () => {
    const feed = await open()
    feed.subscribe({
      changes() {
        throw new Error('on purpose')
      },
    })
    const seen = witness(feed)
    const end = feed.subscribe({ changes: () => end() })
    await bus.publish(await commit(many(25, 1)))
    await bus.publish(await commit(many(25, 1)))

    await vi.waitUntil(() => seen.changes().length === 2)
    await feed.close()
    await bus.publish(await commit(many(25, 1)))
    await sleep(50)
    expect(seen.changes().length).toBe(2)
  })

  // Goal: every stream is told without gap or repeat. Method: any loss, repetition, delay, reordering and shortening of messages.
  test('whatever the bus does, nothing is missed and nothing is told twice', async () => {
    const delivery = fc.record({ delay: fc.nat(4), rank: fc.nat(9), hint: fc.boolean() })
    const step = fc.record({
      batch: fc.uniqueArray(
        fc.record({
          stream: fc.constantFrom(-1, 30, 31),
          tables: fc.array(fc.constantFrom('journal', 'change'), { minLength: 1, maxLength: 4 }),
        }),
        { minLength: 1, maxLength: 3, selector: ({ stream }) => stream },
      ),
      deliveries: fc.array(delivery, { maxLength: 3 }),
      pauseMs: fc.constantFrom(0, 0, 0, 2, 15),
    })

    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), fc.boolean(), async (steps, polls) => {
        const feed = await openFeed({ db, bus, pollMs: polls ? 5 : NEVER_MS, log })
        try {
          const seen = witness(feed)
          const committed: FeedMessage[] = []
          const onTheWay: { at: number; rank: number; message: FeedMessage }[] = []
          const deliver = async (now: number) => {
            const due = onTheWay.filter(({ at }) => at <= now).sort((a, b) => a.rank - b.rank)
            for (const one of due) onTheWay.splice(onTheWay.indexOf(one), 1)
            await bus.publish(due.map(({ message }) => message))
          }

          for (const [now, { batch, deliveries, pauseMs }] of steps.entries()) {
            const messages = await commitBatch(db, batch)
            committed.push(...messages)
            for (const { delay, rank, hint } of deliveries) {
              for (const message of messages) {
                onTheWay.push({ at: now + delay, rank, message: hint ? { ...message, changes: [] } : message })
              }
            }
            await deliver(now)
            if (pauseMs > 0) await sleep(pauseMs)
          }
          await deliver(Infinity)
          const heads = await readHeads(db)
          expect(await feed.waitFor(heads, 5_000)).toBe(true)
          await sleep(0)

          expect(seen.problems).toEqual([])
          expect(seen.resets).toEqual([])
          expect(feed.position).toEqual(heads)
          for (const stream of [-1, 30, 31]) {
            const told = seen.changes().filter((change) => change.stream === stream)
            expect(told).toEqual(committed.filter((message) => message.stream === stream).flatMap(strip))
          }
        } finally {
          await feed.close()
        }
      }),
      { numRuns: 60 },
    )
  })
})

describe('the feed and a PostgreSQL that fails', () => {
  test('goes on by itself when PostgreSQL is back, and misses nothing', async () => {
    await using server = await startPostgres()
    const db = await openDatabase({ url: server.url })
    const bus = openInProcessBus({ log })
    try {
      await migrate(db)
      const feed = await openFeed({ db, bus, pollMs: 100, log })
      const seen = witness(feed)

      const lost = await commitBatch(db, [many(3, 2)])
      await server.stop('immediate')
      // Shows a gap that cannot be read now.
      const { epoch } = feed.position
      await bus.publish([{ epoch, stream: 3, from: 3, to: 3, changes: [] }])
      await vi.waitUntil(() => feed.lagMs > 300, { timeout: 10_000 })
      await server.start()

      await vi.waitUntil(() => seen.changes().length === 2, { timeout: 20_000 })
      const next = await commitBatch(db, [many(3, 1)])
      await bus.publish(next)
      await vi.waitUntil(() => seen.changes().length === 3, { timeout: 10_000 })
      expect(seen.problems).toEqual([])
      expect(seen.resets).toEqual([])
      expect(seen.changes().map(({ number }) => number)).toEqual(
        [lost, next]
          .flat()
          .flatMap(strip)
          .map(({ number }) => number),
      )
      await vi.waitUntil(() => feed.lagMs === 0)
      await feed.close()
    } finally {
      await bus.close()
      await db.close()
    }

    function strip({ changes }: FeedMessage) {
      return changes
    }
  })

  test('waits for a PostgreSQL that starts later, unless it is told not to', async () => {
    await using server = await startPostgres()
    const db = await openDatabase({ url: server.url })
    const bus = openInProcessBus({ log })
    try {
      await migrate(db)
      await server.stop('fast')
      const given = new AbortController()
      const givenUp = openFeed({ db, bus, pollMs: 100, log, signal: given.signal })
      const waiting = openFeed({ db, bus, pollMs: 100, log })
      await sleep(200)
      given.abort(new Error('no longer wanted'))
      await expect(givenUp).rejects.toThrow()

      await server.start()
      const feed = await waiting
      expect(feed.position).toEqual(await readHeads(db))
      await feed.close()
    } finally {
      await bus.close()
      await db.close()
    }
  })
})
