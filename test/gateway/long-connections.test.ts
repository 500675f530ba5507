import { once } from 'node:events'
import { request } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { WebSocket } from 'ws'
import type { Authenticate } from '../../gateway/context.ts'
import { openTestGateway, type TestGateway, type TestGatewayOptions, VIEWERS } from './support.ts'

const WATCH = 'subscription { availabilityChanged(channelId: "web", skus: ["MUG"], initial: true) { quantity } }'
const POLL = { timeout: 20_000, interval: 10 }

/** A socket on which a test says every word itself. */
class Talk implements Disposable {
  readonly socket: WebSocket
  readonly messages: { type: string; id?: string; payload?: ReturnType<typeof JSON.parse> }[] = []
  readonly closed: Promise<number>
  code: number | undefined

  constructor(gateway: TestGateway, authorization?: string, options: { autoPong?: boolean } = {}) {
    this.socket = new WebSocket(`${gateway.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', options)
    this.socket.on('message', (data) => this.messages.push(JSON.parse(String(data))))
    this.socket.on('error', () => {})
    this.socket.on('open', () => this.say({ type: 'connection_init', payload: { authorization } }))
    this.closed = once(this.socket, 'close').then(([code]) => {
      this.code = Number(code)
      return this.code
    })
  }

  say(message: object): void {
    this.socket.send(JSON.stringify(message))
  }

  watch(id: string): void {
    this.say({ type: 'subscribe', id, payload: { query: WATCH } })
  }

  /** The next message of a type that has not been asked for. */
  async heard(type: string): Promise<ReturnType<typeof JSON.parse>> {
    await expect.poll(() => this.messages.some((message) => message.type === type), POLL).toBe(true)
    const index = this.messages.findIndex((message) => message.type === type)
    return this.messages.splice(index, 1)[0]
  }

  [Symbol.dispose](): void {
    this.socket.terminate()
  }
}

/** A request whose answer goes on. */
async function stream(gateway: TestGateway, authorization = 'Bearer partner') {
  const asking = request(`${gateway.url}/graphql/stream`, {
    method: 'POST',
    headers: { accept: 'text/event-stream', 'content-type': 'application/json', authorization },
  })
  asking.on('error', () => {})
  asking.end(JSON.stringify({ query: WATCH }))
  const [response] = await once(asking, 'response')
  const heard = { status: response.statusCode, retryAfter: response.headers['retry-after'], text: '', ended: false }
  response.setEncoding('utf8').on('data', (chunk: string) => {
    heard.text += chunk
  })
  response.on('end', () => {
    heard.ended = true
  })
  response.on('error', () => {})
  return Object.assign(heard, { [Symbol.dispose]: () => void response.destroy() })
}

async function open(options: TestGatewayOptions = {}): Promise<TestGateway> {
  const gateway = await openTestGateway('pglite', options)
  await gateway.hub.shop(['MUG'], ['BER'])
  return gateway
}

describe('a credential that expires', () => {
  const inMs = (ms: number) => new Date(Date.now() + ms)
  const authenticate: Authenticate = async (authorization) => {
    switch (authorization) {
      case 'ten seconds':
        return { viewer: VIEWERS.partner, expiresAt: inMs(10_000) }
      case 'soon':
        return { viewer: VIEWERS.partner, expiresAt: inMs(500) }
      case 'fresh':
        return { viewer: VIEWERS.partner, expiresAt: inMs(3_600_000) }
      case 'other client':
        return { viewer: { ...VIEWERS.partner, client: 'somebody else' }, expiresAt: null }
      case 'other rights':
        return { viewer: { ...VIEWERS.partner, channels: ['web', 'elsewhere'] }, expiresAt: null }
      case 'unknown just now':
        throw new Error('The database is away.')
      default:
        return { error: 'UNAUTHENTICATED', reason: authorization === 'old' ? 'expired' : 'invalid', message: 'No.' }
    }
  }

  test('is renewed over the open socket, and subscriptions go on', async () => {
    await using gateway = await open({ authenticate })
    using talk = new Talk(gateway, 'ten seconds')
    await talk.heard('connection_ack')
    talk.say({ type: 'ping', payload: { authorization: 'fresh' } })
    const { payload } = await talk.heard('pong')
    expect(payload.renewed).toBe(true)
    expect(Date.parse(payload.expiresAt)).toBeGreaterThan(Date.now() + 3_000_000)
    talk.watch('1')
    expect((await talk.heard('next')).payload.data.availabilityChanged).toEqual({ quantity: 0 })
    // Longer than the first one was good for.
    expect(await Promise.race([talk.closed, sleep(11_000, 'open')])).toBe('open')
    await gateway.hub.count('MUG', 'BER', 5)
    expect((await talk.heard('next')).payload.data.availabilityChanged).toEqual({ quantity: 5 })
    // The newest one is what counts, also where it is good for less.
    talk.say({ type: 'ping', payload: { authorization: 'soon' } })
    expect(await talk.closed).toBe(4410)
  })

  test('is not renewed by what cannot be looked up now', async () => {
    await using gateway = await open({ authenticate })
    using talk = new Talk(gateway, 'fresh')
    await talk.heard('connection_ack')
    talk.say({ type: 'ping', payload: { authorization: 'unknown just now' } })
    expect((await talk.heard('pong')).payload).toEqual({ renewed: false })
    expect(talk.code).toBeUndefined()
  })

  test('is renewed by the same client with the same rights only', async () => {
    await using gateway = await open({ authenticate })
    for (const [authorization, code] of [
      ['other client', 4410],
      ['other rights', 4410],
      ['old', 4410],
      ['made up', 4401],
    ] as const) {
      using talk = new Talk(gateway, 'fresh')
      await talk.heard('connection_ack')
      talk.say({ type: 'ping', payload: { authorization } })
      expect(await talk.closed, authorization).toBe(code)
    }
  })

  test('a ping that brings none is answered as the protocol has it', async () => {
    await using gateway = await open({ authenticate })
    using talk = new Talk(gateway, 'fresh')
    await talk.heard('connection_ack')
    talk.say({ type: 'ping' })
    expect(await talk.heard('pong')).toEqual({ type: 'pong' })
    talk.say({ type: 'ping', payload: { n: 1 } })
    expect(await talk.heard('pong')).toEqual({ type: 'pong', payload: { n: 1 } })
  })
})

// Goal: what a key may not see any more is not told for longer than the 30 seconds that are promised. Method: time passes at once for connections that were opened since.
describe('a credential that is taken back', () => {
  afterEach(() => {
    vi.useRealTimers()
  })

  test.each([
    ['is revoked', { error: 'UNAUTHENTICATED', reason: 'invalid', message: 'No.' }, 4401],
    ['shows something else', { viewer: { ...VIEWERS.partner, channels: ['elsewhere'] }, expiresAt: null }, 4410],
  ] as const)('ends its connections within 30 seconds: it %s', async (_case, then, code) => {
    let now: Awaited<ReturnType<Authenticate>> = { viewer: VIEWERS.partner, expiresAt: null }
    await using gateway = await open({ authenticate: async () => now })
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    using talk = new Talk(gateway, 'Bearer partner')
    await talk.heard('connection_ack')
    talk.watch('1')
    await talk.heard('next')
    using listening = await stream(gateway)
    vi.advanceTimersByTime(30_000)
    await sleep(100)
    expect([talk.code, listening.ended]).toEqual([undefined, false])
    now = then
    vi.advanceTimersByTime(30_000)
    await expect.poll(() => [talk.code, listening.ended], POLL).toEqual([code, true])
  })
})

describe('limits', () => {
  test('of the connections of one client', async () => {
    await using gateway = await open({ config: { connectionsPerClientMax: 2 } })
    const first = new Talk(gateway, 'Bearer partner')
    await first.heard('connection_ack')
    using second = await stream(gateway)
    expect(second.status).toBe(200)
    expect(await new Talk(gateway, 'Bearer partner').closed).toBe(4429)
    using third = await stream(gateway)
    expect(third).toMatchObject({ status: 429, retryAfter: expect.stringMatching(/^\d+$/) })
    await expect.poll(() => third.text, POLL).toMatch(/"code":"RATE_LIMITED",.*"retryable":true/)
    // Others have places of their own.
    using other = new Talk(gateway, 'Bearer operator')
    await other.heard('connection_ack')
    // A place that was left is free.
    first[Symbol.dispose]()
    await first.closed
    await expect
      .poll(async () => {
        using again = await stream(gateway)
        return again.status
      }, POLL)
      .toBe(200)
    const text = await (await fetch(`${gateway.url}/metrics`)).text()
    expect(text).toMatch(/^onhand_connections_refused_total\{limit="client"\} [2-9]/m)
  })

  test('of all connections', async () => {
    await using gateway = await open({ config: { connectionsMax: 1 } })
    const first = new Talk(gateway, 'Bearer partner')
    await first.heard('connection_ack')
    expect(await new Talk(gateway, 'Bearer operator').closed).toBe(1013)
    using refused = await stream(gateway)
    expect(refused).toMatchObject({ status: 503, retryAfter: expect.stringMatching(/^\d+$/) })
    await expect.poll(() => refused.text, POLL).toMatch(/"code":"SERVICE_UNAVAILABLE",.*"retryable":true/)
    // Queries need no place.
    expect((await gateway.query('{ viewer { kind } }')).status).toBe(200)
    first[Symbol.dispose]()
    await expect
      .poll(async () => {
        using again = await stream(gateway)
        return again.status
      }, POLL)
      .toBe(200)
  })

  test('of subscriptions, by an error of the one that is too many', async () => {
    await using gateway = await open({ config: { subscriptionsPerClientMax: 1, subscriptionsMax: 2 } })
    using talk = new Talk(gateway, 'Bearer partner')
    await talk.heard('connection_ack')
    talk.watch('1')
    await talk.heard('next')
    talk.watch('2')
    expect(await talk.heard('error')).toMatchObject({
      id: '2',
      payload: [{ extensions: { code: 'RATE_LIMITED', retryable: true } }],
    })
    using refused = await stream(gateway)
    expect(refused).toMatchObject({ status: 429, retryAfter: expect.stringMatching(/^\d+$/) })
    using operator = await stream(gateway, 'Bearer operator')
    expect(operator.status).toBe(200)
    using tooMany = await stream(gateway, 'Bearer admin')
    expect(tooMany.status).toBe(503)
    // What is over makes room: one that ended, and ones that never came to be.
    talk.say({ type: 'complete', id: '1' })
    talk.say({ type: 'subscribe', id: '3', payload: { query: WATCH.replace('MUG', 'HAT') } })
    await talk.heard('error')
    talk.watch('4')
    await talk.heard('next')
  })
})

describe('signs of life', () => {
  test('are given by idle connections of every transport', async () => {
    await using gateway = await open({ config: { heartbeatMs: 100 } })
    using talk = new Talk(gateway, 'Bearer partner')
    let pings = 0
    talk.socket.on('ping', () => pings++)
    using sse = await stream(gateway)
    await expect.poll(() => sse.text, POLL).toMatch(/"quantity":0\}\}\}\n\n(:\nid: \S+\n\n){3}/)
    await expect.poll(() => pings, POLL).toBeGreaterThan(2)
    expect(talk.code).toBeUndefined()
    const response = await fetch(`${gateway.url}/graphql`, {
      method: 'POST',
      headers: { accept: 'multipart/mixed;subscriptionSpec=1.0', 'content-type': 'application/json' },
      body: JSON.stringify({ query: WATCH }),
    })
    let text = ''
    for await (const chunk of response.body ?? []) {
      text += Buffer.from(chunk).toString()
      if (/"quantity":0\}\}\}\}(\r\n--graphql\r\ncontent-type: application\/json\r\n\r\n\{\}){3}/.test(text)) break
    }
  })

  test('tell an event stream that heard nothing how far everything was said', async () => {
    await using gateway = await open({ config: { heartbeatMs: 100 } })
    using sse = await stream(gateway)
    await expect.poll(() => sse.text, POLL).toMatch(/"quantity":0/)
    // Not about anything that is listened to.
    const { position } = await gateway.hub.count('MUG', 'BER', 0)
    await expect
      .poll(() => {
        const id = [...sse.text.matchAll(/^id: (\S+)$/gm)].at(-1)?.[1] ?? ''
        return (
          gateway.hub.cursors.decode(id)?.numbers.get(-1) ??
          Object.fromEntries(gateway.hub.cursors.decode(id)?.numbers ?? [])
        )
      }, POLL)
      .toEqual(position.numbers.get(-1) ?? Object.fromEntries(position.numbers))
  })

  test('close a socket whose client gives none', async () => {
    await using gateway = await open({ config: { heartbeatMs: 100 } })
    using talk = new Talk(gateway, 'Bearer partner', { autoPong: false })
    await talk.heard('connection_ack')
    expect(await talk.closed).toBe(1006)
  })
})

describe('moving over', () => {
  const SPREAD = { moveOverSpreadMs: 400, shutdownGraceMs: 4_000 }

  /** Connections of both kinds, and when each of them ended. */
  async function listeners(gateway: TestGateway) {
    const talks = Array.from({ length: 4 }, () => new Talk(gateway, 'Bearer partner'))
    for (const talk of talks) {
      await talk.heard('connection_ack')
      talk.watch('1')
      await talk.heard('next')
    }
    const streams = await Promise.all(Array.from({ length: 4 }, () => stream(gateway)))
    for (const each of streams) await expect.poll(() => each.text, POLL).toMatch(/"quantity"/)
    const endedAt: number[] = []
    for (const talk of talks) void talk.closed.then(() => endedAt.push(performance.now()))
    const ended = Promise.all([
      ...talks.map((talk) => talk.closed),
      ...streams.map(async (each) => {
        await expect.poll(() => each.ended, { ...POLL, interval: 2 }).toBe(true)
        endedAt.push(performance.now())
        return /\n\nretry: \d+\n\n$/.test(each.text) ? 'retry' : each.text
      }),
    ])
    return { ended, endedAt }
  }

  /** The last of eight is asked no sooner than so many milliseconds after the first, however slow the machine. */
  const SPREAD_MS_MIN = 7 * 50 - 10

  test('asks one client after another to connect anew, and takes them again', async () => {
    await using gateway = await open({ config: SPREAD })
    const { ended, endedAt } = await listeners(gateway)
    const askedAt = performance.now()
    await gateway.gateway.moveOver()
    expect(await ended).toEqual([1012, 1012, 1012, 1012, 'retry', 'retry', 'retry', 'retry'])
    expect(Math.max(...endedAt) - askedAt).toBeGreaterThan(SPREAD_MS_MIN)
    using again = await stream(gateway)
    expect(again.status).toBe(200)
  })

  test('at the end of the process asks them within the grace period, and lets nobody in', async () => {
    await using gateway = await open({ config: SPREAD })
    const { ended, endedAt } = await listeners(gateway)
    const askedAt = performance.now()
    const closing = gateway.gateway.close()
    await expect(fetch(`${gateway.url}/healthz`)).rejects.toThrow('fetch failed')
    expect(await ended).toEqual([1012, 1012, 1012, 1012, 'retry', 'retry', 'retry', 'retry'])
    expect(Math.max(...endedAt) - askedAt).toBeGreaterThan(SPREAD_MS_MIN)
    await closing
  })

  test('does not wait for more than half of the grace period', async () => {
    await using gateway = await open({ config: { moveOverSpreadMs: 3_600_000, shutdownGraceMs: 400 } })
    const { ended } = await listeners(gateway)
    await gateway.gateway.close()
    expect(await ended).toEqual([1012, 1012, 1012, 1012, 'retry', 'retry', 'retry', 'retry'])
  })
})
