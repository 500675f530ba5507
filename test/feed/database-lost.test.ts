import { pino } from 'pino'
import { expect, test, vi } from 'vitest'
import { openDatabase } from '../../core/database/connection.ts'
import { openInProcessBus } from '../../core/feed/in-process-bus.ts'
import { openFeed, type Stuck } from '../../core/feed/listener.ts'
import { bucketOf } from '../../core/ledger/bucket.ts'
import { freshDatabase } from '../support/database.ts'
import { networkTo } from '../support/network.ts'
import { commitBatch, many } from './commit-batch.ts'

const log = pino({ level: 'silent' })

const skus = Array.from({ length: 1_000 }, (_, index) => `SKU-${index}`)

// Goal: what could not be read for a moment is read as soon as it can be. Method: the database is out of reach when a gap is noticed, and heads are looked at
// once an hour.
test('a gap that cannot be read at once is read when the database answers again', async () => {
  await using database = await freshDatabase('postgres')
  const url = new URL(database.url ?? '')
  await using network = await networkTo(Number(url.port))
  const reached = await openDatabase({ url: network.through(url.href) })
  const bus = openInProcessBus({ log })
  const feed = await openFeed({ db: reached, bus, pollMs: 3_600_000, log })
  const numbers: number[] = []
  const stuck: Stuck[] = []
  feed.subscribe({
    changes: ({ changes }) => numbers.push(...changes.map(({ number }) => number)),
    stuck: (told) => stuck.push(told),
  })
  const inBucket = (bucket: number) => skus.find((sku) => bucketOf(sku) === bucket) ?? ''
  try {
    network.cut()
    await commitBatch(database, [many(3, 2)])
    await bus.publish(await commitBatch(database, [many(3, 1)]))
    await vi.waitUntil(() => feed.lagMs > 300, { timeout: 10_000 })
    expect(numbers).toEqual([])
    // For a moment that is no news.
    expect(stuck).toEqual([])
    await vi.waitUntil(() => feed.lagMs > 2_000, { timeout: 10_000 })
    expect(stuck.map(({ mayConcern }) => [3, 4].map((bucket) => mayConcern(inBucket(bucket))))).toEqual([[true, false]])

    network.mend()
    await vi.waitUntil(() => numbers.length === 3, { timeout: 10_000 })
    expect(numbers).toEqual([1, 2, 3])
    await vi.waitUntil(() => feed.lagMs === 0, { timeout: 10_000 })

    network.cut()
    feed.suspect([4])
    await vi.waitUntil(() => stuck.length === 2, { timeout: 10_000 })
    expect([3, 4].map((bucket) => stuck[1]?.mayConcern(inBucket(bucket)))).toEqual([false, true])
    expect(feed.lagMs).toBeGreaterThan(900)
    network.mend()
    await vi.waitUntil(() => feed.lagMs === 0, { timeout: 10_000 })

    // What turned out to be nothing is not told the next time.
    network.cut()
    await commitBatch(database, [many(3, 1)])
    await bus.publish(await commitBatch(database, [many(3, 1)]))
    await vi.waitUntil(() => stuck.length === 3, { timeout: 10_000 })
    expect([3, 4].map((bucket) => stuck[2]?.mayConcern(inBucket(bucket)))).toEqual([true, false])
  } finally {
    await feed.close()
    await bus.close()
    await reached.close()
  }
})
