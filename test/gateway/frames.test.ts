import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { createClient } from 'redis'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { WebSocket } from 'ws'
import { readAsyncApi, schemaFile } from '../../schema/index.ts'
import { HubProcess, TestClient } from '../hub/hub-process.ts'
import { emptyDatabase } from '../support/database.ts'
import { messagesLike } from './messages-like.ts'

type Json = ReturnType<typeof JSON.parse>

const POLL = { timeout: 30_000, interval: 10 }
const document: Json = JSON.parse(readAsyncApi())

const EVERYTHING = {
  availabilityChanged: `subscription { availabilityChanged(channelId: "web", skus: ["MUG"], initial: true) {
    sku channelId quantity status asOf cursor by channel { id name } locations { locationId quantity distanceMeters }
    item { sku title unit } explanation { sum cap terms { locationId atf counted } }
  } }`,
  stockMovements: `subscription { stockMovements { id sku quantity from to kind reference recordedAt occurredAt cursor } }`,
}

/** A stream begins with what its heartbeats are made of. */
const BEGINNING = 1

// Goal: the document says what is really sent. Method: a hub as users run it; every frame that it sends or is sent is compared with the messages of its channel.
describe('every frame is a message of the document', () => {
  let database: Awaited<ReturnType<typeof emptyDatabase>>
  let hub: HubProcess
  let client: TestClient
  let feed: ReturnType<typeof createClient>
  const published: string[] = []

  beforeAll(async () => {
    database = await emptyDatabase()
    const { redisUrl } = inject('servers')
    feed = createClient({ url: redisUrl })
    await feed.connect()
    await feed.pSubscribe('onhand:feed:*', (text) => published.push(text))
    hub = await HubProcess.start(['start', '--port', '0'], {
      DATABASE_URL: database.url,
      REDIS_URL: redisUrl,
      HEARTBEAT_MS: '200',
    })
    client = new TestClient(await hub.url())
    await client.shop()
  })
  afterAll(async () => {
    await hub?.[Symbol.asyncDispose]()
    await feed?.close()
    await database?.[Symbol.asyncDispose]()
  })

  const count = (quantity: number) =>
    client.event('onhand.stock.counted.v1', { sku: 'MUG', locationId: 'BER', quantity })

  test('the hub serves the document', async () => {
    const response = await fetch(`${client.url}/asyncapi.json`)
    expect(response.headers.get('content-type')).toContain('application/vnd.aai.asyncapi+json')
    expect(await response.text()).toBe(readFileSync(schemaFile('generated/asyncapi.json'), 'utf8'))
  })

  test('over a socket', async () => {
    const socket = new WebSocket(`${client.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws')
    const heard: Json[] = []
    socket.on('message', (data) => heard.push(JSON.parse(String(data))))
    await once(socket, 'open')
    const said: Json[] = []
    const say = (message: Json) => {
      said.push(message)
      socket.send(JSON.stringify(message))
    }
    const hears = (type: string, id?: string) =>
      expect.poll(() => heard.some((message) => message.type === type && message.id === id), POLL).toBe(true)
    say({ type: 'connection_init', payload: {} })
    await hears('connection_ack')
    for (const [id, query] of Object.entries(EVERYTHING))
      say({ type: 'subscribe', id, payload: { query, variables: {}, extensions: { onhand: { ticks: true } } } })
    await hears('next', 'availabilityChanged')
    // Who follows the journal hears of what comes after it has begun, which nobody tells.
    let counted = 0
    await expect
      .poll(async () => {
        await count(++counted)
        return heard.some(({ type, id }) => type === 'next' && id === 'stockMovements')
      }, POLL)
      .toBe(true)
    const { reserve } = await client.data(
      'mutation { reserve(input: { idempotencyKey: "k", channelId: "web", lines: [{ sku: "MUG", quantity: 1 }] }) { reservation { id } } }',
    )
    say({
      type: 'subscribe',
      id: 'reservationChanged',
      payload: {
        query:
          'subscription ($id: ID!) { reservationChanged(id: $id) { id status version expiresAt cursor lines { sku quantity status } } }',
        variables: { id: reserve.reservation.id },
      },
    })
    await hears('next', 'reservationChanged')
    say({ type: 'subscribe', id: 'query', payload: { query: '{ viewer { kind } }' } })
    await hears('complete', 'query')
    say({ type: 'subscribe', id: 'mistake', payload: { query: 'subscription { nothing }' } })
    await hears('error', 'mistake')
    say({ type: 'ping', payload: { cursors: true } })
    await hears('pong')
    say({ type: 'complete', id: 'stockMovements' })

    const asked = document.operations.askOverSockets.messages.map(({ $ref }: Json) => $ref.split('/').at(-1))
    for (const message of said)
      expect(messagesLike('sockets', { payload: message }, asked), JSON.stringify(message)).toHaveLength(1)
    for (const message of heard) {
      const names = messagesLike('sockets', { payload: message })
      expect(names, JSON.stringify(message)).not.toEqual([])
      if (message.type === 'next' && message.id in EVERYTHING) expect(names).toContain(message.id)
    }
    // One of which the document knows nothing is none.
    expect(messagesLike('sockets', { payload: { type: 'pong', more: 1 } })).toEqual([])
    const [event] = heard.filter(({ id, type }) => id === 'availabilityChanged' && type === 'next')
    const wrong = structuredClone(event)
    wrong.payload.data.availabilityChanged.quantity = 'three'
    expect(messagesLike('sockets', { payload: wrong })).not.toContain('availabilityChanged')
    socket.terminate()
  })

  test.each(Object.entries(EVERYTHING))('as an event stream: %s', async (field, query) => {
    const text = await read('/graphql/stream', 'text/event-stream', query, async () => {
      await count(Math.ceil(Math.random() * 1_000))
      await sleep(600)
    })
    const frames = text.split('\n\n').slice(0, -1).map(toEvent)
    for (const frame of frames) expect(messagesLike('stream', frame), JSON.stringify(frame)).not.toEqual([])
    const names = frames.map((frame) => messagesLike('stream', frame))
    expect(names.flat()).toContain(field)
    expect(names.filter((like) => like.includes('streamHeartbeat')).length).toBeGreaterThan(BEGINNING)
  })

  test('as an event stream that ends', async () => {
    for (const [query, name] of [
      ['{ viewer { kind } }', 'streamAnswer'],
      ['{ nothing }', 'streamAnswer'],
    ] as const) {
      const text = await read('/graphql/stream', 'text/event-stream', query)
      const names = text
        .split('\n\n')
        .slice(0, -1)
        .map((frame) => messagesLike('stream', toEvent(frame)))
      expect(names.flat()).toEqual(expect.arrayContaining([name, 'streamComplete']))
      expect(names.every((like) => like.length > 0)).toBe(true)
    }
  })

  test.each(Object.entries(EVERYTHING))('in parts: %s', async (field, query) => {
    const text = await read('/graphql', 'multipart/mixed;subscriptionSpec=1.0', query, async () => {
      await count(Math.ceil(Math.random() * 1_000))
      await sleep(600)
    })
    const parts = text
      .split('\r\n--graphql')
      .slice(1, -1)
      .map((part) => ({ payload: JSON.parse(part.split('\r\n\r\n')[1] ?? '') }))
    for (const part of parts) expect(messagesLike('parts', part), JSON.stringify(part)).not.toEqual([])
    const names = parts.map((part) => messagesLike('parts', part))
    expect(names.flat()).toContain(field)
    expect(names.filter((like) => like.includes('partHeartbeat')).length).toBeGreaterThan(BEGINNING)
  })

  test('what is reported, and what becomes of it', async () => {
    const event = {
      specversion: '1.0',
      id: 'e',
      source: '/test',
      type: 'onhand.stock.counted.v1',
      time: new Date().toISOString(),
      data: { sku: 'MUG', locationId: 'BER', quantity: 5 },
    }
    for (const body of [event, { ...event, id: 'f', data: { ...event.data, sku: 'HAT' } }]) {
      expect(messagesLike('events', { payload: body })).toEqual(['onhand.stock.counted.v1'])
      const response = await fetch(`${client.url}/events`, {
        method: 'POST',
        headers: { 'content-type': 'application/cloudevents+json' },
        body: JSON.stringify(body),
      })
      expect(messagesLike('events', { payload: await response.json() })).toEqual(['results'])
    }
    expect(messagesLike('events', { payload: { ...event, data: { sku: 'MUG' } } })).toEqual([])
  })

  test('what processes tell each other', async () => {
    await count(8)
    await expect.poll(() => published.length, POLL).toBeGreaterThan(3)
    for (const text of published) expect(messagesLike('feed', { payload: JSON.parse(text) }), text).toEqual(['changes'])
    expect(messagesLike('feed', { payload: [1, 'x'] })).toEqual([])
  })

  // The last one here: the hub is stopped.
  test('how it ends', async () => {
    const asking = [
      read('/graphql/stream', 'text/event-stream', EVERYTHING.availabilityChanged),
      read('/graphql', 'multipart/mixed;subscriptionSpec=1.0', EVERYTHING.availabilityChanged),
    ]
    const socket = new WebSocket(`${client.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws')
    await once(socket, 'open')
    await sleep(500)
    const closed = once(socket, 'close')
    await hub.stop()
    const [stream = '', parts = ''] = await Promise.all(asking)
    expect(messagesLike('stream', toEvent(stream.split('\n\n').at(-2) ?? ''))).toEqual(['streamRetry'])
    const last = parts.split('\r\n--graphql').at(-2) ?? ''
    expect(messagesLike('parts', { payload: JSON.parse(last.split('\r\n\r\n')[1] ?? '') })).toEqual(['partEnd'])
    expect(document.channels.sockets['x-close-codes']).toHaveProperty(String((await closed)[0]))
  })

  /** The whole answer; `meanwhile` happens while it goes on, and then it is cut. */
  async function read(path: string, accept: string, query: string, meanwhile?: () => Promise<void>): Promise<string> {
    const abort = new AbortController()
    const response = await fetch(`${client.url}${path}`, {
      method: 'POST',
      headers: { accept, 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
      signal: abort.signal,
    })
    let text = ''
    const reading = (async () => {
      const decoder = new TextDecoder()
      for await (const chunk of response.body ?? []) text += decoder.decode(chunk, { stream: true })
    })().catch(() => {})
    await meanwhile?.()
    if (meanwhile !== undefined) abort.abort()
    await reading
    return text
  }
})

/** An event of an event stream, as the document writes it. */
function toEvent(frame: string): { headers: Json; payload?: Json } {
  const headers: Json = {}
  let payload: Json
  for (const line of frame.split('\n')) {
    const [, field = '', value = ''] = /^(\w*): ?(.*)$/.exec(line) ?? []
    if (field === 'data') payload = value === '' ? '' : JSON.parse(value)
    else if (field === 'retry') headers.retry = Number(value)
    else if (field !== '') headers[field] = value
  }
  return payload === undefined ? { headers } : { headers, payload }
}
