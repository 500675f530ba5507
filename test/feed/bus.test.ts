import { randomBytes, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { pino } from 'pino'
import { createClient } from 'redis'
import { afterEach, beforeEach, describe, expect, inject, test, vi } from 'vitest'
import type { Bus } from '../../core/feed/bus.ts'
import { openInProcessBus } from '../../core/feed/in-process-bus.ts'
import { CHANGES_PER_MESSAGE_MAX, decodeMessage, encodeMessage, isComplete } from '../../core/feed/message.ts'
import type { FeedChange, FeedMessage } from '../../core/feed/position.ts'
import { openRedisBus, UNANSWERED_MAX } from '../../core/feed/redis-bus.ts'
import { type RedisServer, startRedis } from '../support/redis-server.ts'

const log = pino({ level: 'silent' })
const epoch = randomUUID()
const newName = () => `test-${randomBytes(6).toString('hex')}`

function change(number: number): FeedChange {
  return { number, subject: 'journal', subjectId: null, sku: `SKU-${number}`, locationId: 'BER' }
}

function message(stream: number, from: number, to = from): FeedMessage {
  const changes = Array.from({ length: to - from + 1 }, (_, index) => change(from + index))
  return { epoch, stream, from, to, changes }
}

async function becomes(bus: Bus, up: boolean): Promise<void> {
  await vi.waitUntil(() => bus.up === up, { timeout: 20_000, interval: 5 })
}

/** A network between a client and a server, in which connections can be lost without either end being told. */
async function openNetwork(serverPort: number) {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    const onward = connect(serverPort, '127.0.0.1')
    for (const [from, to] of [
      [socket, onward],
      [onward, socket],
    ] as const) {
      sockets.add(from)
      from.on('error', () => {})
      from.pipe(to)
    }
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('A TCP server has a port.')

  return {
    port: address.port,
    /** All connections so far carry nothing any more; new ones work. */
    swallow() {
      for (const socket of sockets) {
        socket.unpipe()
        socket.resume()
      }
    },
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy()
      server.close()
    },
  }
}

/** Two ends of one bus: of two processes where there can be two. */
const kinds: Record<string, () => Promise<{ writer: Bus; listener: Bus }>> = {
  'in process': async () => {
    const bus = openInProcessBus({ log })
    return { writer: bus, listener: bus }
  },
  Redis: async () => {
    const options = { url: inject('servers').redisUrl, name: newName(), log }
    const [writer, listener] = [openRedisBus(options), openRedisBus(options)]
    listener.subscribe(() => {})
    await Promise.all([becomes(writer, true), becomes(listener, true)])
    return { writer, listener }
  },
}

describe.each(Object.entries(kinds))('a bus, %s', (_kind, open) => {
  let writer: Bus
  let listener: Bus
  beforeEach(async () => {
    ;({ writer, listener } = await open())
  })
  afterEach(async () => {
    await Promise.all([writer.close(), listener.close()])
  })

  test('carries messages whole and in order to everyone who listens', async () => {
    const heard: FeedMessage[][] = [[], []]
    for (const list of heard) listener.subscribe((received) => list.push(received))
    const sent = Array.from({ length: 500 }, (_, index) =>
      message((index % 65) - 1, index + 1, index + 1 + (index % 3)),
    )

    await writer.publish(sent.slice(0, 200))
    await writer.publish(sent.slice(200))

    await vi.waitUntil(() => heard.every((list) => list.length === sent.length), { timeout: 5_000 })
    expect(heard).toEqual([sent, sent])
  })

  test('carries every subject, and text in any language', async () => {
    const heard: FeedMessage[] = []
    listener.subscribe((received) => heard.push(received))
    const changes: FeedChange[] = [
      { number: 1, subject: 'channel', subjectId: 'web "ü" \u{1F9E6}\n', sku: null, locationId: null },
      { number: 2, subject: 'stockPolicy', subjectId: 'A/B', sku: 'A', locationId: 'B' },
    ]
    const sent = { epoch, stream: -1, from: 1, to: 2, changes }

    await writer.publish([sent])

    await vi.waitUntil(() => heard.length === 1)
    expect(heard).toEqual([sent])
  })

  test('does not call listeners before publish has returned', async () => {
    let heard = 0
    listener.subscribe(() => heard++)

    const published = writer.publish([message(0, 1)])
    expect(heard).toBe(0)
    await published
    expect(heard).toBe(0)
    await vi.waitUntil(() => heard === 1)
  })

  test('a listener that throws or ends keeps nobody else from hearing', async () => {
    const heard: string[] = []
    listener.subscribe(() => {
      throw new Error('on purpose')
    })
    const end = listener.subscribe(() => {
      heard.push('first')
      end()
    })
    listener.subscribe(() => heard.push('second'))

    await writer.publish([message(0, 1), message(0, 2)])

    await vi.waitUntil(() => heard.length >= 3)
    await sleep(20)
    expect(heard).toEqual(['first', 'second', 'second'])
  })

  test('is up, and can be closed twice and used afterwards without harm', async () => {
    let heard = 0
    listener.subscribe(() => heard++)
    expect(writer.up).toBe(true)

    await Promise.all([writer.close(), listener.close()])
    await Promise.all([writer.close(), listener.close()])
    await writer.publish([message(0, 1)])
    listener.subscribe(() => heard++)

    await sleep(20)
    expect(writer.up).toBe(false)
    expect(heard).toBe(0)
  })
})

describe('a bus over Redis', () => {
  const opened: Bus[] = []
  function open(url: string, name = newName()): Bus {
    const bus = openRedisBus({ url, name, log })
    opened.push(bus)
    return bus
  }
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((bus) => bus.close()))
  })

  test('hubs with other names do not hear each other', async () => {
    const { redisUrl } = inject('servers')
    const [one, other] = [open(redisUrl), open(redisUrl)]
    const heard = { one: 0, other: 0 }
    one.subscribe(() => heard.one++)
    other.subscribe(() => heard.other++)
    await Promise.all([becomes(one, true), becomes(other, true)])

    await one.publish([message(0, 1)])

    await vi.waitUntil(() => heard.one === 1)
    await sleep(20)
    expect(heard.other).toBe(0)
  })

  test('what is no message is ignored', async () => {
    const { redisUrl } = inject('servers')
    const name = newName()
    const bus = open(redisUrl, name)
    const heard: FeedMessage[] = []
    bus.subscribe((received) => heard.push(received))
    await becomes(bus, true)
    const client = createClient({ url: redisUrl })
    await client.connect()
    const whole = encodeMessage(message(3, 1, 2))

    const broken = ['', '{', 'null', '[]', '{}', '[1]', whole.slice(0, -1), whole.replace('[1,', '[2,')]
    const changed = [
      whole.replace('journal', 'nonsense'),
      whole.replace('"BER"', '7'),
      whole.replace(',3,1,2,', ',3,2,1,'),
    ]
    for (const text of [...broken, ...changed, whole]) await client.publish(`onhand:feed:${name}:3`, text)

    await vi.waitUntil(() => heard.length > 0)
    client.destroy()
    expect(heard).toEqual([message(3, 1, 2)])
  })

  test('an address where nobody answers harms nothing', async () => {
    const bus = open('redis://127.0.0.1:1')
    bus.subscribe(() => {})

    await sleep(200)
    await bus.publish([message(0, 1)])
    expect(bus.up).toBe(false)
  })

  test('a name that would be a pattern, or a URL that is none, is refused', () => {
    expect(() => openRedisBus({ url: 'redis://127.0.0.1:1', name: '*', log })).toThrow(RangeError)
    expect(() => openRedisBus({ url: 'http://127.0.0.1:1', name: 'hub', log })).toThrow(TypeError)
  })

  describe('whose server fails', () => {
    let redis: RedisServer
    beforeEach(async () => {
      redis = await startRedis()
    })
    afterEach(async () => {
      await redis[Symbol.asyncDispose]()
    })

    async function bothEnds() {
      const name = newName()
      const [writer, listener] = [open(redis.url, name), open(redis.url, name)]
      const heard: FeedMessage[] = []
      listener.subscribe((received) => heard.push(received))
      await Promise.all([becomes(writer, true), becomes(listener, true)])
      return { writer, listener, heard }
    }

    test('drops what is published meanwhile at once but for its own listeners, and carries again when Redis is back', async () => {
      const { writer, listener, heard } = await bothEnds()
      const own: FeedMessage[] = []
      writer.subscribe((received) => own.push(received))
      const states: boolean[] = []
      listener.onState((up) => states.push(up))

      for (const end of ['stop', 'kill'] as const) {
        await redis[end]()
        await Promise.all([becomes(writer, false), becomes(listener, false)])
        const started = performance.now()
        for (let n = 1; n <= 1_000; n++) await writer.publish([message(1, n)])
        expect(performance.now() - started).toBeLessThan(500)
        await vi.waitUntil(() => own.length >= 1_000, { timeout: 5_000, interval: 5 })
        expect(own.splice(0).map(({ from }) => from)).toEqual(Array.from({ length: 1_000 }, (_, index) => index + 1))

        await redis.start()
        await Promise.all([becomes(writer, true), becomes(listener, true)])
        await writer.publish([message(2, 1)])
        await vi.waitUntil(() => heard.length > 0)
        await sleep(50)
        expect(heard.splice(0)).toEqual([message(2, 1)])
        expect(own.splice(0)).toEqual([message(2, 1)])
      }

      expect(states).toEqual([false, true, false, true])
    })

    test('a server that hangs is noticed, takes a bounded number of messages, and is used again when it goes on', async () => {
      const { writer, listener, heard } = await bothEnds()

      redis.pause()
      for (let n = 1; n <= UNANSWERED_MAX + 500; n++) await writer.publish([message(1, n)])
      await Promise.all([becomes(writer, false), becomes(listener, false)])
      redis.resume()
      await Promise.all([becomes(writer, true), becomes(listener, true)])

      expect(heard.length).toBeLessThanOrEqual(UNANSWERED_MAX)
      heard.length = 0
      await vi.waitUntil(
        async () => {
          await writer.publish([message(2, 1)])
          return heard.some(({ stream }) => stream === 2)
        },
        { timeout: 5_000, interval: 50 },
      )
    })

    test('a connection that swallows everything is given up for a new one', async () => {
      await using network = await openNetwork(redis.port)
      const url = new URL(redis.url)
      url.port = String(network.port)
      const bus = open(url.href)
      const heard: FeedMessage[] = []
      bus.subscribe((received) => heard.push(received))
      await becomes(bus, true)

      network.swallow()
      await becomes(bus, false)
      await becomes(bus, true)

      await bus.publish([message(2, 1)])
      await vi.waitUntil(() => heard.length === 1, { timeout: 5_000 })
    })

    test('a process that starts before Redis is connected when Redis comes', async () => {
      await redis.stop()
      const bus = open(redis.url)
      const heard: FeedMessage[] = []
      bus.subscribe((received) => heard.push(received))
      await sleep(300)
      expect(bus.up).toBe(false)

      await redis.start()
      await becomes(bus, true)
      await bus.publish([message(0, 1)])
      await vi.waitUntil(() => heard.length === 1)
    })
  })
})

describe('a message', () => {
  test('comes back as it was sent', () => {
    const sent = message(12, 5, 9)
    expect(decodeMessage(encodeMessage(sent))).toEqual(sent)
    expect(isComplete(sent)).toBe(true)
  })

  test('with very many changes is only a hint that there is something to read', () => {
    const received = decodeMessage(encodeMessage(message(0, 1, CHANGES_PER_MESSAGE_MAX + 1)))
    expect(received).toEqual({ ...message(0, 1, CHANGES_PER_MESSAGE_MAX + 1), changes: [] })
    expect(received !== undefined && isComplete(received)).toBe(false)
  })
})
