import { randomBytes, randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { pino } from 'pino'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import type { Bus } from '../../core/feed/bus.ts'
import { openFeed } from '../../core/feed/listener.ts'
import type { FeedMessage } from '../../core/feed/position.ts'
import { openRedisBus } from '../../core/feed/redis-bus.ts'
import { freshDatabase } from '../support/database.ts'
import { type RedisCluster, startRedisCluster } from '../support/redis-cluster.ts'
import { commitBatch, many } from './commit-batch.ts'

const log = pino({ level: 'silent' })
const epoch = randomUUID()
const STREAMS = Array.from({ length: 65 }, (_, index) => index - 1)

function message(stream: number, number: number): FeedMessage {
  const change = { number, subject: 'journal', subjectId: null, sku: `SKU-${number}`, locationId: 'BER' } as const
  return { epoch, stream, from: number, to: number, changes: [change] }
}

describe('a bus over a Redis Cluster of three', () => {
  let cluster: RedisCluster
  beforeAll(async () => {
    cluster = await startRedisCluster()
  })
  afterAll(() => cluster?.[Symbol.asyncDispose]())

  const opened: Bus[] = []
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((bus) => bus.close()))
  })

  function open(name: string, url = cluster.url): Bus {
    const bus = openRedisBus({ url, name, log })
    opened.push(bus)
    return bus
  }

  const becomes = (up: boolean, ...buses: Bus[]) =>
    vi.waitUntil(() => buses.every((bus) => bus.up === up), { timeout: 60_000, interval: 5 })

  async function bothEnds(url?: string) {
    const name = `test-${randomBytes(6).toString('hex')}`
    const [writer, listener] = [open(name, url), open(name, url)]
    const heard: FeedMessage[] = []
    listener.subscribe((received) => heard.push(received))
    await becomes(true, writer, listener)
    const channel = (stream: number) => `onhand:feed:${name}:${stream}`
    /** Sent now, it arrives: on every one of these streams. */
    const carries = async (streams: readonly number[], timeout = 5_000) => {
      heard.length = 0
      await writer.publish(streams.map((stream) => message(stream, 1)))
      await vi.waitUntil(() => heard.length >= streams.length, { timeout })
      expect(heard.map(({ stream }) => stream).sort((a, b) => a - b)).toEqual(streams)
    }
    /** What is lost until then, the numbers tell. */
    const carriesInTheEnd = () =>
      vi.waitUntil(
        () =>
          carries(STREAMS, 1_000).then(
            () => true,
            () => false,
          ),
        { timeout: 30_000 },
      )
    return { name, writer, listener, heard, channel, carries, carriesInTheEnd }
  }

  test('carries every stream once, each through the node that its slot is on', async () => {
    const { name, carries } = await bothEnds()
    await carries(STREAMS)

    const channels = await Promise.all(
      cluster.nodes.keys().map(async (node) => {
        const all = await cluster.command(node, 'PUBSUB', 'SHARDCHANNELS', `onhand:feed:${name}:*`)
        return Array.isArray(all) ? all.length : 0
      }),
    )
    expect(channels.reduce((sum, count) => sum + count, 0)).toBe(STREAMS.length)
    for (const count of channels) expect(count).toBeGreaterThan(10)
  })

  test('needs one living node of those that it was told of', async () => {
    const url = new URL(cluster.url)
    url.search = `cluster=127.0.0.1:1,127.0.0.1:${cluster.nodes[2]?.port}`
    url.port = '2'
    const { carries } = await bothEnds(url.href)
    await carries(STREAMS)
  })

  test('a slot that moves to another node is followed, without a connection having been lost', async () => {
    const { carriesInTheEnd, channel, listener, writer } = await bothEnds()
    const from = await cluster.ownerOf(channel(7))
    const to = (from + 1) % cluster.nodes.length
    const states: boolean[] = []
    listener.onState((up) => states.push(up))

    await cluster.migrate(channel(7), to)
    // The node ends the subscription with the slot, which is told as a bus that is down until it was followed.
    await vi.waitUntil(() => states.includes(false), { timeout: 10_000 })
    await becomes(true, listener, writer)
    await carriesInTheEnd()
    expect(await cluster.ownerOf(channel(7))).toBe(to)
  })

  // A node ends the subscriptions of a slot also when it is told once more that the slot is its own, as redis-cli does at the end of a reshard.
  test('a subscription that a node ends while it owes an answer is noticed, although the slots stay where they are', async () => {
    const { carriesInTheEnd, channel } = await bothEnds()
    const owner = await cluster.ownerOf(channel(7))
    const id = String(await cluster.command(owner, 'CLUSTER', 'MYID'))
    const slot = String(await cluster.command(owner, 'CLUSTER', 'KEYSLOT', channel(7)))
    // Whether the order or the question for a sign of life is heard first differs from one time to the next.
    for (let round = 0; round < 4; round++) {
      expect(await cluster.commandInSleep(owner, 1_200, 'CLUSTER', 'SETSLOT', slot, 'NODE', id)).toBe('OK')
      await carriesInTheEnd()
    }
  })

  test('for a user who may not ask for that a node that hung is back as well', async () => {
    const everywhere = (rule: string) =>
      Promise.all(cluster.nodes.keys().map((node) => cluster.command(node, 'ACL', 'SETUSER', 'default', rule)))
    await everywhere('-client|info')
    try {
      const { writer, listener, carries } = await bothEnds()
      cluster.nodes[1]?.pause()
      await becomes(false, listener)
      cluster.nodes[1]?.resume()
      await becomes(true, writer, listener)
      await carries(STREAMS)
    } finally {
      await everywhere('+client|info')
    }
  })

  test.each([
    ['killed', (node: number) => cluster.nodes[node]?.kill(), (node: number) => cluster.nodes[node]?.start()],
    ['hanging', (node: number) => cluster.nodes[node]?.pause(), (node: number) => cluster.nodes[node]?.resume()],
  ])(
    'a node %s: the streams of the others are carried on, and its own when it is back',
    async (_name, take, giveBack) => {
      const { writer, listener, heard, channel, carries } = await bothEnds()
      const owners = await Promise.all(STREAMS.map((stream) => cluster.ownerOf(channel(stream))))
      const others = STREAMS.filter((_stream, index) => owners[index] !== 1)
      expect(others.length).toBeLessThan(STREAMS.length)

      await take(1)
      await becomes(false, writer, listener)
      heard.length = 0
      await writer.publish(STREAMS.map((stream) => message(stream, 2)))
      await vi.waitUntil(() => heard.length >= others.length, { timeout: 5_000 })
      await sleep(50)
      expect(heard.map(({ stream }) => stream).sort((a, b) => a - b)).toEqual(others)

      await giveBack(1)
      await becomes(true, writer, listener)
      await vi.waitUntil(
        () =>
          carries(STREAMS).then(
            () => true,
            () => false,
          ),
        { timeout: 20_000 },
      )
    },
  )

  // Goal: the cluster carries the speed and nothing else. Method: change who serves what, and lose all of it, while changes are committed.
  test('whatever happens to the nodes, a listener is told every change once and in order', async () => {
    await using db = await freshDatabase('postgres')
    const { name, writer, listener } = await bothEnds()
    const feed = await openFeed({ db, bus: listener, pollMs: 1_000, log })
    const numbers = new Map<number, number[]>()
    feed.subscribe({
      changes: ({ changes }) => {
        for (const { stream, number } of changes) numbers.set(stream, [...(numbers.get(stream) ?? []), number])
      },
    })
    let written = 0
    let over = false
    const writing = (async () => {
      while (!over) {
        await writer.publish(await commitBatch(db, [many(written % 64, 2), many(-1, 1)]))
        written++
        await sleep(10)
      }
    })()

    try {
      await sleep(300)
      for (const stream of [3, 4]) {
        const channel = `onhand:feed:${name}:${stream}`
        await cluster.migrate(channel, ((await cluster.ownerOf(channel)) + 1) % cluster.nodes.length)
      }
      await cluster.nodes[2]?.restart()
      await sleep(500)
      await Promise.all(cluster.nodes.map((node) => node.kill()))
      await sleep(500)
      await Promise.all(cluster.nodes.map((node) => node.start()))
      await becomes(true, writer, listener)
      await sleep(300)
    } finally {
      over = true
      await writing
    }
    const count = () => [...numbers.values()].reduce((sum, { length }) => sum + length, 0)
    await vi.waitUntil(() => count() >= written * 3, { timeout: 10_000 })
    await feed.close()
    for (const told of numbers.values()) expect(told).toEqual(told.map((_number, index) => index + 1))
    expect(count()).toBe(written * 3)
  })

  test('a replica that takes over for its master is followed', async () => {
    const { writer, listener, channel, carriesInTheEnd } = await bothEnds()
    const replica = await cluster.addReplica(2)
    const owners = await Promise.all(STREAMS.map((stream) => cluster.ownerOf(channel(stream))))
    const stream = STREAMS.find((_stream, index) => owners[index] === 2) ?? 0
    await cluster.nodes[2]?.kill()
    await becomes(false, writer, listener)
    await vi.waitUntil(async () => (await cluster.ownerOf(channel(stream))) === replica, { timeout: 20_000 })
    await becomes(true, writer, listener)
    await carriesInTheEnd()
  })
})
