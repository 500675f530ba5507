import { once } from 'node:events'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import type { SubgraphCall } from '../../gateway/subgraph-call.ts'
import { openTestGateway, type TestGateway, VIEWERS } from './support.ts'

const POLL = { timeout: 20_000, interval: 10 }
const SKUS = ['A', 'B', 'C', 'D', 'E']

const LISTEN = `subscription ($skus: [ID!], $after: Cursor, $initial: Boolean) {
  availabilityChanged(channelId: "web", skus: $skus, after: $after, initial: $initial) { sku quantity cursor }
}`

/** A socket on which a test says every word itself. */
class Talk implements Disposable {
  readonly #socket: WebSocket
  readonly messages: { type: string; id?: string; payload?: ReturnType<typeof JSON.parse> }[] = []

  private constructor(url: string) {
    this.#socket = new WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws')
    this.#socket.on('message', (data) => this.messages.push(JSON.parse(String(data))))
  }

  static async open({ url }: TestGateway, authorization?: string): Promise<Talk> {
    const talk = new Talk(url)
    await once(talk.#socket, 'open')
    talk.say({ type: 'connection_init', payload: { authorization } })
    await expect.poll(() => talk.messages.length, POLL).toBe(1)
    return talk
  }

  say(message: object): void {
    this.#socket.send(JSON.stringify(message))
  }

  subscribe(id: string, variables: object, ticks: boolean): void {
    const asked = ticks ? { extensions: { onhand: { ticks } } } : {}
    this.say({ type: 'subscribe', id, payload: { query: LISTEN, variables, ...asked } })
  }

  of(id: string) {
    return this.messages.filter((message) => message.id === id).map(({ payload }) => payload)
  }

  /** What a ping that asks for cursors is answered. */
  async pong(): Promise<ReturnType<typeof JSON.parse>> {
    const before = this.messages.length
    const find = () => this.messages.slice(before).find(({ type }) => type === 'pong')
    this.say({ type: 'ping', payload: { cursors: true } })
    await expect.poll(find, POLL).toBeDefined()
    return find()?.payload
  }

  [Symbol.dispose](): void {
    this.#socket.terminate()
  }
}

describe('events that belong together', () => {
  let gateway: TestGateway
  let isBroken = false

  const buffer = (units: number) =>
    gateway.hub.submit({ kind: 'upsertChannel', id: 'web', name: 'Web shop', buffer: units })

  beforeAll(async () => {
    gateway = await openTestGateway('pglite', {
      config: { subscriptionsPerClientMax: 4 },
      authenticate: async (authorization) => ({
        viewer: VIEWERS.partner,
        expiresAt: authorization === 'a token' ? new Date('2099-01-01T00:00:00Z') : null,
      }),
      places: ({ availability, ...others }) => {
        if (availability === undefined || !('call' in availability)) throw new Error('It is not in this process.')
        const call: SubgraphCall = async (request, caller) =>
          isBroken
            ? { errors: [{ message: 'Gone.', extensions: { code: 'INTERNAL_SERVER_ERROR' } }] }
            : availability.call(request, caller)
        return { ...others, availability: { call } }
      },
    })
    await gateway.hub.shop(SKUS, ['BER'])
    for (const sku of SKUS) await gateway.hub.count(sku, 'BER', 10)
  })
  afterAll(async () => {
    await gateway[Symbol.asyncDispose]()
  })

  test('say so to whoever asks, and to nobody else', async () => {
    using talk = await Talk.open(gateway)
    talk.subscribe('asks', { skus: SKUS, initial: true }, true)
    talk.subscribe('does not', { skus: SKUS, initial: true }, false)
    await expect.poll(() => [talk.of('asks').length, talk.of('does not').length], POLL).toEqual([5, 5])
    await buffer(1)
    await expect.poll(() => [talk.of('asks').length, talk.of('does not').length], POLL).toEqual([10, 10])
    await gateway.hub.count('C', 'BER', 20)
    await expect.poll(() => [talk.of('asks').length, talk.of('does not').length], POLL).toEqual([11, 11])

    const more = { onhand: { more: true } }
    const whole = [more, more, more, more, undefined]
    expect(talk.of('asks').map(({ extensions }) => extensions)).toEqual([...whole, ...whole, undefined])
    expect(talk.of('does not').every(({ extensions }) => extensions === undefined)).toBe(true)
    await buffer(0)
    await expect.poll(() => talk.of('asks').length, POLL).toBe(16)
  })

  // Goal: whoever follows what never changes still has a cursor that is not too old. Method: other SKUs change.
  test('are over when a pong says how far the subscription has come, whether anything was told or not', async () => {
    using talk = await Talk.open(gateway)
    expect(await talk.pong()).toEqual({ cursors: {}, lagMs: expect.any(Number) })
    talk.subscribe('a', { skus: ['A'] }, true)
    await expect.poll(async () => Object.keys((await talk.pong()).cursors), POLL).toEqual(['a'])
    const { position } = await gateway.hub.count('B', 'BER', 77)
    await gateway.hub.feed.waitFor(position, 5_000)

    const { cursors } = await talk.pong()
    expect(talk.of('a')).toEqual([])
    const { data } = await gateway.query(
      'query ($at: Cursor) { availability(channelId: "web", skus: ["B"], atLeast: $at) { quantity } }',
      { at: cursors.a },
    )
    expect(data.availability).toEqual([{ quantity: 77 }])
    talk.subscribe('b', { skus: ['A', 'B'], after: cursors.a }, true)
    await expect.poll(async () => Object.keys((await talk.pong()).cursors).sort(), POLL).toEqual(['a', 'b'])
    // Nothing has changed after it.
    expect(talk.of('b')).toEqual([])
    talk.say({ type: 'complete', id: 'a' })
    await expect.poll(async () => Object.keys((await talk.pong()).cursors), POLL).toEqual(['b'])
  })

  test('name the SKU of which nothing can be told, and claim nothing of it', async () => {
    using talk = await Talk.open(gateway)
    talk.subscribe('a', { skus: ['A', 'B'], initial: true }, true)
    await expect.poll(async () => Object.keys((await talk.pong()).cursors), POLL).toEqual(['a'])
    isBroken = true
    await gateway.hub.count('A', 'BER', 31)
    const failure = () => talk.of('a').find(({ data }) => data === null)
    await expect.poll(failure, POLL).toMatchObject({ extensions: { onhand: { sku: 'A' } } })
    // Meanwhile it does not claim to have told it.
    const { cursors } = await talk.pong()
    isBroken = false
    const told = () => talk.of('a').some(({ data }) => data?.availabilityChanged.quantity === 31)
    await expect.poll(told, POLL).toBe(true)
    using resumed = await Talk.open(gateway)
    resumed.subscribe('a', { skus: ['A', 'B'], after: cursors.a }, true)
    await expect.poll(() => resumed.of('a').map(({ data }) => data.availabilityChanged.sku), POLL).toContain('A')
  })

  test('and whoever is refused is told when to come back', async () => {
    using talk = await Talk.open(gateway, 'a token')
    for (const id of ['1', '2', '3', '4', '5']) talk.subscribe(id, { skus: ['A'] }, true)
    await expect.poll(() => talk.messages.some(({ type }) => type === 'error'), POLL).toBe(true)
    const { payload } = talk.messages.find(({ type }) => type === 'error') ?? {}
    expect(payload).toMatchObject([{ extensions: { code: 'RATE_LIMITED', retryable: true, retryAfterMs: 5_000 } }])
    // When the credential expires is told with the greeting.
    expect(talk.messages[0]).toEqual({ type: 'connection_ack', payload: { expiresAt: '2099-01-01T00:00:00.000Z' } })
  })
})
