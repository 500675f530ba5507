import { once } from 'node:events'
import { type IncomingMessage, request } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Authenticate } from '../../gateway/context.ts'
import { openTestGateway, type TestGateway, VIEWERS } from './support.ts'

const WATCH =
  'subscription { availabilityChanged(channelId: "web", skus: ["MUG"], initial: true) { sku quantity item { title } } }'
const QUIET = 'subscription { availabilityChanged(channelId: "web", skus: ["MUG"]) { quantity } }'

const SSE = { path: '/graphql/stream', accept: 'text/event-stream' }
const MULTIPART = { path: '/graphql', accept: 'multipart/mixed;boundary="x";subscriptionSpec="1.0"' }

/** An answer as it is written, bit by bit. */
class Raw implements Disposable {
  readonly response: IncomingMessage
  text = ''
  ended = false

  private constructor(response: IncomingMessage) {
    this.response = response
    response.setEncoding('utf8').on('data', (chunk: string) => {
      this.text += chunk
    })
    response.on('end', () => {
      this.ended = true
    })
    response.on('error', () => {})
  }

  static async ask(
    gateway: TestGateway,
    { path, accept, ...headers }: { path: string; accept: string; [header: string]: string },
    body: unknown,
  ): Promise<Raw> {
    const asking = request(gateway.url + path, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { accept, ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
    })
    asking.end(body === undefined ? undefined : JSON.stringify(body))
    const [response] = await once(asking, 'response')
    return new Raw(response)
  }

  get status(): number | undefined {
    return this.response.statusCode
  }

  async until(pattern: RegExp): Promise<RegExpExecArray> {
    await expect.poll(() => this.text, { timeout: 20_000, interval: 20 }).toMatch(pattern)
    return pattern.exec(this.text) ?? expect.unreachable()
  }

  async end(): Promise<string> {
    await expect.poll(() => this.ended, { timeout: 20_000, interval: 20 }).toBe(true)
    return this.text
  }

  [Symbol.dispose](): void {
    this.response.destroy()
  }
}

describe('streams over HTTP', () => {
  let gateway: TestGateway

  beforeAll(async () => {
    gateway = await openTestGateway('pglite')
    await gateway.hub.shop(['MUG'], ['BER'])
  })
  afterAll(async () => {
    await gateway[Symbol.asyncDispose]()
  })

  const open = async (name = 'onhand_subscriptions_open') => {
    const text = await (await fetch(`${gateway.url}/metrics`)).text()
    return Number(new RegExp(`^${name} (.+)$`, 'm').exec(text)?.[1])
  }

  test('tell by their status what is wrong with a request, whoever asks', async () => {
    const status = async (where: typeof SSE & { [header: string]: string }, body?: unknown) => {
      using raw = await Raw.ask(gateway, where, body)
      const { errors } = JSON.parse(await raw.end())
      return [raw.status, errors[0].extensions.code]
    }
    const query = WATCH
    expect(await status({ ...SSE, authorization: 'Bearer nobody' }, { query })).toEqual([401, 'UNAUTHENTICATED'])
    expect(await status({ ...MULTIPART, authorization: 'Bearer nobody' }, { query })).toEqual([401, 'UNAUTHENTICATED'])
    expect(await status({ ...SSE, accept: 'application/json' }, { query })).toEqual([406, 'BAD_USER_INPUT'])
    expect(await status(SSE, {})).toEqual([400, 'BAD_USER_INPUT'])
    expect(await status(SSE, { query, variables: [] })).toEqual([400, 'BAD_USER_INPUT'])
    expect(await status({ ...SSE, path: '/graphql/stream?query=%7B' + '&variables=no' })).toEqual([
      400,
      'BAD_USER_INPUT',
    ])
    const mutation = encodeURIComponent(
      'mutation { upsertItems(input: { idempotencyKey: "k", items: [] }) { cursor } }',
    )
    expect(await status({ ...SSE, path: `/graphql/stream?query=${mutation}` })).toEqual([405, 'BAD_USER_INPUT'])
    // Nobody said who it is, so this could be any page that somebody has open.
    const origin = 'https://evil.example'
    expect(await status({ ...SSE, origin, path: `/graphql/stream?query=${encodeURIComponent(QUIET)}` })).toEqual([
      403,
      'FORBIDDEN',
    ])
    expect(await status({ ...SSE, 'sec-fetch-site': 'cross-site' }, { query })).toEqual([403, 'FORBIDDEN'])
    expect(await status({ ...MULTIPART, origin }, { query })).toEqual([406, 'BAD_USER_INPUT'])
  })

  test('answer subscriptions that are refused with a status where their client takes one answer', async () => {
    const json = 'application/graphql-response+json'
    const refused = async (accept: string, body: object, viewer = 'partner') => {
      using raw = await Raw.ask(gateway, { path: '/graphql', accept, authorization: `Bearer ${viewer}` }, body)
      return { status: raw.status, type: raw.response.headers['content-type'], text: await raw.end() }
    }
    const both = `${MULTIPART.accept}, ${json}`
    expect(await refused(both, { query: 'subscription { nothing }' })).toMatchObject({
      status: 400,
      type: `${json}; charset=utf-8`,
    })
    expect(await refused(both, { query: WATCH }, 'storefront')).toMatchObject({ status: 403 })
    expect(await refused(both, { query: WATCH }, 'stranger')).toMatchObject({ status: 403 })
    const { status, text } = await refused(MULTIPART.accept, { query: WATCH }, 'storefront')
    expect(status).toBe(200)
    expect(text).toMatch(/\{"payload":\{"errors":\[\{"message":.*"code":"FORBIDDEN".*\}\}\r\n--graphql--\r\n$/)
    // Who does not name the protocol does not get it.
    expect((await refused('multipart/mixed, application/json', { query: WATCH })).status).toBe(400)
    expect((await refused('*/*', { query: WATCH })).status).toBe(400)
  })

  test('answer queries and mutations with one event and the end', async () => {
    const ask = async (body: object) => {
      using raw = await Raw.ask(gateway, SSE, body)
      return raw.end()
    }
    const query = '{ item(sku: "MUG") { title } }'
    const expected = ':\n\nevent: next\ndata: {"data":{"item":{"title":"MUG"}}}\n\nevent: complete\ndata:\n\n'
    expect(await ask({ query })).toBe(expected)
    // The second time it is known.
    expect(await ask({ query })).toBe(expected)
    using get = await Raw.ask(
      gateway,
      { ...SSE, path: `/graphql/stream?query=${encodeURIComponent(query)}` },
      undefined,
    )
    expect(await get.end()).toBe(expected)
    const mutation = `mutation ($input: UpsertItemsInput!) { upsertItems(input: $input) { items { sku } userErrors { code } } }`
    const input = { idempotencyKey: 'streamed', items: [{ sku: 'CUP', title: 'Cup' }] }
    expect(await ask({ query: mutation, variables: { input } })).toContain(
      'data: {"data":{"upsertItems":{"items":[{"sku":"CUP"}],"userErrors":[]}}}',
    )
    expect(await ask({ query: '{ nothing }' })).toMatch(
      /^:\n\nevent: next\ndata: \{"errors":.*\n\nevent: complete\ndata:\n\n$/,
    )
  })

  test('tell where they begin, so that whoever is cut off before anything happened misses nothing', async () => {
    await gateway.hub.count('MUG', 'BER', 1)
    const path = `/graphql/stream?query=${encodeURIComponent(QUIET)}`
    let id = ''
    {
      using raw = await Raw.ask(gateway, { ...SSE, path }, undefined)
      id = (await raw.until(/^id: (\S+)\n\n/m))[1] ?? ''
    }
    await gateway.hub.count('MUG', 'BER', 2)
    using raw = await Raw.ask(gateway, { ...SSE, path, 'last-event-id': id }, undefined)
    await raw.until(/data: \{"data":\{"availabilityChanged":\{"quantity":2\}\}\}/)
    using wrong = await Raw.ask(gateway, { ...SSE, path, 'last-event-id': 'yesterday' }, undefined)
    expect(await wrong.end()).toMatch(/"code":"BAD_USER_INPUT".*\n\nevent: complete/)
  })

  test.each([
    ['SSE', SSE],
    ['multipart', MULTIPART],
  ])('give a reader that stopped nothing but the newest states when it goes on (%s)', async (_name, where) => {
    // Events so big that they do not fit into what lies between hub and client.
    const many = Array.from({ length: 2_000 }, (_, index) => `${'a'.repeat(200)}${index}: channelId`).join(' ')
    const query = `subscription { availabilityChanged(channelId: "web", skus: ["MUG"], initial: true) { quantity ${many} } }`
    using raw = await Raw.ask(gateway, where, { query })
    await raw.until(/"quantity":\d/)
    raw.response.pause()
    const changes = 60
    const read = async () => open('onhand_live_query_tick_duration_seconds_count')
    for (let quantity = 1000; quantity < 1000 + changes; quantity++) {
      const before = await read()
      await gateway.hub.count('MUG', 'BER', quantity)
      await expect.poll(read, { timeout: 5_000, interval: 2 }).toBeGreaterThan(before)
    }
    raw.response.resume()
    await raw.until(new RegExp(`"quantity":${1000 + changes - 1}\\b`))
    const told = [...raw.text.matchAll(/"quantity":(\d{4})\b/g)].map((match) => Number(match[1]))
    expect(told).toEqual([...new Set(told)].sort((a, b) => a - b))
    expect(told.length).toBeLessThan(45)
  })

  test('leave nothing behind when their client goes, not even before they began', async () => {
    const raws = await Promise.all([
      Raw.ask(gateway, SSE, { query: WATCH }),
      Raw.ask(gateway, MULTIPART, { query: WATCH }),
    ])
    await Promise.all(raws.map((raw) => raw.until(/"quantity"/)))
    expect(await open()).toBe(2)
    expect(await open('onhand_streams_open\\{transport="sse"\\}')).toBe(1)
    for (const raw of raws) raw[Symbol.dispose]()
    await expect.poll(() => open(), { timeout: 5_000 }).toBe(0)
    expect(await open('onhand_streams_open\\{transport="sse"\\}')).toBe(0)

    const asking = request(`${gateway.url}/graphql/stream`, {
      method: 'POST',
      headers: { accept: 'text/event-stream', 'content-type': 'application/json' },
    })
    asking.on('error', () => {})
    asking.end(JSON.stringify({ query: WATCH }))
    await once(asking, 'finish')
    asking.destroy()
    await sleep(200)
    await expect.poll(() => open(), { timeout: 5_000 }).toBe(0)
  })

  test('end with their credential, and say how to go on', async () => {
    const authenticate: Authenticate = async () => ({
      viewer: VIEWERS.partner,
      expiresAt: new Date(Date.now() + 1_000),
    })
    await using brief = await openTestGateway('pglite', { authenticate })
    await brief.hub.shop(['MUG'], ['BER'])
    using sse = await Raw.ask(brief, SSE, { query: WATCH })
    using multipart = await Raw.ask(brief, MULTIPART, { query: WATCH })
    // No `complete`: an EventSource comes back.
    expect(await sse.end()).toMatch(/"quantity":0.*\n\nretry: \d+\n\n$/)
    expect(await multipart.end()).toMatch(
      /\{"payload":null,"errors":\[\{"message":"The credential has expired[^"]*","extensions":\{"code":"UNAUTHENTICATED".*\r\n--graphql--\r\n$/,
    )
  })

  test('are asked to come back when the gateway closes', async () => {
    await using closing = await openTestGateway('pglite')
    await closing.hub.shop(['MUG'], ['BER'])
    using sse = await Raw.ask(closing, SSE, { query: WATCH })
    using multipart = await Raw.ask(closing, MULTIPART, { query: WATCH })
    await Promise.all([sse.until(/"quantity"/), multipart.until(/"quantity"/)])
    await closing.gateway.close()
    expect(await sse.end()).toMatch(/"quantity":0.*\n\nretry: \d+\n\n$/)
    expect(await multipart.end()).toMatch(/"code":"SERVICE_UNAVAILABLE",.*"retryable":true.*\r\n--graphql--\r\n$/)
  })
})
