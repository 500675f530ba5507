import { pino } from 'pino'
import { expect, test, vi } from 'vitest'
import { openFeed } from '../../core/feed/listener.ts'
import { openRedisBus } from '../../core/feed/redis-bus.ts'
import { freshDatabase } from '../support/database.ts'
import { startRedis } from '../support/redis-server.ts'
import { commitBatch, many } from './commit-batch.ts'

const log = pino({ level: 'silent' })

// Goal: Redis carries the speed and nothing else. Method: take it away while changes are committed, and give it back.
test('without Redis every change is told a little later, and with it again at once', async () => {
  await using db = await freshDatabase('postgres')
  await using redis = await startRedis()
  const writer = openRedisBus({ url: redis.url, name: 'hub', log })
  const bus = openRedisBus({ url: redis.url, name: 'hub', log })
  // So rarely that only the bus, or its being down, can explain that something was told.
  const feed = await openFeed({ db, bus, pollMs: 60_000, log })
  const numbers: number[] = []
  feed.subscribe({ changes: ({ changes }) => numbers.push(...changes.map(({ number }) => number)) })
  const write = async (count: number) => writer.publish(await commitBatch(db, [many(4, count)]))
  const told = (count: number, timeout: number) =>
    vi.waitUntil(() => numbers.length === count, { timeout, interval: 5 })
  const isUp = (up: boolean) => vi.waitUntil(() => writer.up === up && bus.up === up, { timeout: 10_000, interval: 5 })

  try {
    await isUp(true)
    await write(2)
    await told(2, 1_000)

    await redis.kill()
    await write(3)
    await told(5, 2_000)
    await write(1)
    await told(6, 2_000)

    await redis.start()
    await isUp(true)
    await write(2)
    await told(8, 1_000)
    expect(numbers).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
  } finally {
    await feed.close()
    await Promise.all([writer.close(), bus.close()])
  }
})
