import { setTimeout } from 'node:timers/promises'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bucketOf } from '../../core/ledger/bucket.ts'
import { Observed } from '../client/observed.ts'
import { eventOf } from '../edge/edge-hub.ts'
import { Follower } from './follower.ts'
import { JournalReader } from './journal-reader.ts'
import { LiveWorld, SKUS } from './world.ts'
import { areRecorded, Writers } from './writers.ts'

const POLL = { timeout: 40_000, interval: 20 }

// Goal: who listens at a gateway is told when this gateway cannot know any more what changes, although it does not know what it was, or whether it was anything.
// Method: heads are looked at once a minute, so that nothing but what is tested makes the gateway notice.
describe('a gateway that cannot read what may have changed', { timeout: 120_000 }, () => {
  let world: LiveWorld
  let writers: Writers
  beforeAll(async () => {
    world = await LiveWorld.start({ FEED_POLL_MS: '60000' })
    writers = new Writers(world.gateways)
    await writers.burst()
  }, 600_000)
  afterAll(() => world?.[Symbol.asyncDispose]())

  const [own = ''] = SKUS
  const other = SKUS.find((sku) => bucketOf(sku) !== bucketOf(own)) ?? ''

  /** Work during which nobody can write about the SKU. */
  async function whileLocked<T>(sku: string, work: () => Promise<T>): Promise<T> {
    const locking = new Client({ connectionString: world.postgres.url })
    await locking.connect()
    try {
      await locking.query('begin')
      await locking.query('select from bucket_head where bucket = $1 for update', [bucketOf(sku)])
      return await work()
    } finally {
      await locking.end()
    }
  }

  function listen() {
    const { url } = world.gateway(1)
    const of = (skus: readonly string[] | null) =>
      new Follower({ urls: [url], habit: 'steady', skus, selection: 'quantity' })
    return {
      own: of([own]),
      other: of([other]),
      whole: of(null),
      journal: new JournalReader({ urls: [url], habit: 'steady', skus: [own], after: world.beginning }),
      store: new Observed({ url: `${url}/graphql`, skus: [other] }),
      wholeStore: new Observed({ url: `${url}/graphql` }),
      async [Symbol.asyncDispose]() {
        for (const store of [this.store, this.wholeStore]) store[Symbol.dispose]()
        await Promise.all([this.own, this.other, this.whole, this.journal].map((one) => one[Symbol.asyncDispose]()))
      },
    }
  }

  async function expectRight({ own: follower, other: second, whole, store, wholeStore }: ReturnType<typeof listen>) {
    const truth = (sku: string) => writers.onHand.get(sku)
    await expect.poll(() => follower.states.get(own)?.quantity, POLL).toBe(truth(own))
    await expect.poll(() => second.states.get(other)?.quantity, POLL).toBe(truth(other))
    const all = () => SKUS.map((sku) => whole.states.get(sku)?.quantity)
    await expect.poll(all, POLL).toEqual(SKUS.map(truth))
    await store.is('live')
    await wholeStore.is('live')
  }

  test('tells it when it has written itself, perhaps, to those who follow what is in the same bucket', async () => {
    await using listeners = listen()
    await expectRight(listeners)
    const { client, toPostgres } = world.gateway(1)
    // It is committed when the way to PostgreSQL is cut already, so that the gateway never hears of it.
    const event = eventOf('onhand.stock.adjusted.v1', { sku: own, locationId: 'BER', delta: 1, reason: 'found' })
    const isAnswered = await whileLocked(own, async () => {
      const accepted = areRecorded(client, [event])
      await setTimeout(500)
      toPostgres.cut()
      return accepted
    })
    expect(isAnswered).toBe(false)
    for (const { client: told } of [listeners.own, listeners.journal, listeners.whole]) {
      await expect.poll(() => told.errors, POLL).toContain('SERVICE_UNAVAILABLE')
    }
    await listeners.wholeStore.is('stale: unreadable')
    expect(listeners.other.client.errors).toEqual([])

    toPostgres.mend()
    await expect.poll(() => areRecorded(client, [event]), POLL).toBe(true)
    writers.onHand.set(own, (writers.onHand.get(own) ?? 0) + 1)
    await expectRight(listeners)
  })

  test('tells it to everybody when it is cut off from Redis as well', async () => {
    await using listeners = listen()
    await expectRight(listeners)
    const { toPostgres, toRedis } = world.gateway(1)
    toPostgres.cut()
    toRedis.cut()
    await writers.burst(0)
    for (const { client } of [listeners.own, listeners.other, listeners.journal, listeners.whole]) {
      await expect.poll(() => client.errors, POLL).toContain('SERVICE_UNAVAILABLE')
    }
    for (const store of [listeners.store, listeners.wholeStore]) await store.is('stale: unreadable')

    toRedis.mend()
    toPostgres.mend()
    await expectRight(listeners)
  })

  test('tells what it could not read as soon as it can, however long that lasted', async () => {
    await using listeners = listen()
    await expectRight(listeners)
    const { toPostgres } = world.gateway(1)
    toPostgres.cut()
    await writers.burst(0)
    // So long that it is tried again every 2.5 to 5 seconds.
    await setTimeout(9_000)
    for (const { client } of [listeners.own, listeners.journal]) expect(client.errors).toContain('SERVICE_UNAVAILABLE')
    const mendedAt = performance.now()
    toPostgres.mend()
    await expect.poll(() => listeners.own.states.get(own)?.quantity, POLL).toBe(writers.onHand.get(own))
    expect(performance.now() - mendedAt).toBeLessThan(2_400)
    await expectRight(listeners)
  })

  test('tells it when neither answers and neither says so', async () => {
    await using listeners = listen()
    await expectRight(listeners)
    const { toPostgres, toRedis } = world.gateway(1)
    toPostgres.swallow()
    toRedis.swallow()
    await writers.burst(0)
    for (const { client } of [listeners.own, listeners.other, listeners.whole]) {
      await expect.poll(() => client.errors, POLL).toContain('SERVICE_UNAVAILABLE')
    }

    toRedis.mend()
    toPostgres.mend()
    await expectRight(listeners)
  })
})
