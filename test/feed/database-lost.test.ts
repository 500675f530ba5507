import { pino } from 'pino'
import { expect, test, vi } from 'vitest'
import { openDatabase } from '../../core/database/connection.ts'
import { openInProcessBus } from '../../core/feed/in-process-bus.ts'
import { openFeed } from '../../core/feed/listener.ts'
import { freshDatabase } from '../support/database.ts'
import { networkTo } from '../support/network.ts'
import { commitBatch, many } from './commit-batch.ts'

const log = pino({ level: 'silent' })

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
  feed.subscribe({ changes: ({ changes }) => numbers.push(...changes.map(({ number }) => number)) })
  try {
    network.cut()
    await commitBatch(database, [many(3, 2)])
    await bus.publish(await commitBatch(database, [many(3, 1)]))
    await vi.waitUntil(() => feed.lagMs > 300, { timeout: 10_000 })
    expect(numbers).toEqual([])

    network.mend()
    await vi.waitUntil(() => numbers.length === 3, { timeout: 10_000 })
    expect(numbers).toEqual([1, 2, 3])
    await vi.waitUntil(() => feed.lagMs === 0, { timeout: 10_000 })
  } finally {
    await feed.close()
    await bus.close()
    await reached.close()
  }
})
