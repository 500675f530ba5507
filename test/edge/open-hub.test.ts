import { once } from 'node:events'
import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { type EdgeHub, eventOf, openEdgeHub } from './edge-hub.ts'

// Goal: who merely shows a page to somebody on this machine does not become admin of the hub that runs on it. Method: what browsers would send for such a page.
describe('a hub without credentials', () => {
  let hub: EdgeHub

  beforeAll(async () => {
    hub = await openEdgeHub('pglite', { open: true })
  })
  afterAll(() => hub[Symbol.asyncDispose]())

  /** As `fetch`, which does not let anyone choose the header `host`. */
  async function ask(host: string, path: string, headers: Record<string, string> = {}, body?: string) {
    const { hostname, port } = new URL(hub.url)
    const method = body === undefined ? 'GET' : 'POST'
    const asking = request({ hostname, port, path, method, headers: { host, ...headers } })
    asking.end(body)
    const [response] = await once(asking, 'response')
    let text = ''
    for await (const chunk of response) text += chunk
    return { status: response.statusCode, text, headers: response.headers }
  }

  const JSON_TYPE = { 'content-type': 'application/json' }
  const KIND = JSON.stringify({ query: '{ viewer { kind } }' })

  test.each(['localhost:4000', '127.0.0.1', '127.1.2.3:80', '[::1]:4000', 'hub.localhost:4000'])(
    'answers as %s',
    async (host) => {
      expect(await ask(host, '/graphql', JSON_TYPE, KIND)).toMatchObject({
        status: 200,
        text: expect.stringContaining('ADMIN'),
      })
    },
  )

  test.each([
    'evil.example',
    'evil.example:4000',
    '127.0.0.1.evil.example',
    'localhost.evil.example',
    '10.0.0.1',
    '0.0.0.0',
  ])('does not answer as %s, which a page of that name could have resolve to this machine', async (host) => {
    const event = JSON.stringify(eventOf('onhand.stock.counted.v1', { sku: 'X', locationId: 'X', quantity: 1 }))
    for (const answer of [
      await ask(host, '/graphql', JSON_TYPE, KIND),
      await ask(host, '/events', { 'content-type': 'application/cloudevents+json' }, event),
      await ask(host, '/graphql?query=%7Bviewer%7Bkind%7D%7D', { 'apollo-require-preflight': 'yes' }),
      await ask(host, '/metrics'),
    ]) {
      expect(answer.status).toBe(403)
      expect(JSON.parse(answer.text).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }])
    }
  })

  test('no page of another site sends it anything without asking first, and asking is not answered', async () => {
    const origin = 'https://evil.example'
    const simple = ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x']
    for (const type of simple) {
      const graph = await ask('localhost:4000', '/graphql', { origin, 'content-type': type }, KIND)
      expect([400, 415]).toContain(graph.status)
      const events = await ask('localhost:4000', '/events', { origin, 'content-type': type }, '{}')
      expect(events.status).toBe(415)
    }
    const { headers } = await ask('localhost:4000', '/healthz', { origin })
    expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([])
  })

  test.each([
    ['https://evil.example', {}, 4403],
    ['https://evil.example', { authorization: 'Bearer made-up' }, 4403],
    ['https://evil.example', { Authorization: '' }, 4403],
    ['null', { authorization: 'Bearer made-up' }, 4403],
    ['http://localhost:3000', {}, 'connection_ack'],
    [undefined, {}, 'connection_ack'],
  ])('a socket of a page from %s with %j', async (origin, payload, expected) => {
    const socket = new WebSocket(
      `${hub.url.replace('http', 'ws')}/graphql`,
      'graphql-transport-ws',
      origin === undefined ? {} : { origin },
    )
    await once(socket, 'open')
    const answered = Promise.race([
      once(socket, 'message').then(([data]) => JSON.parse(String(data)).type),
      once(socket, 'close').then(([code]) => code),
    ])
    socket.send(JSON.stringify({ type: 'connection_init', payload }))
    expect(await answered).toBe(expected)
    socket.terminate()
  })

  test('says that it is open', () => {
    expect(hub.logged('warn')).toContainEqual(expect.objectContaining({ msg: expect.stringMatching(/^OPEN: /) }))
  })

  test('leads a browser to GraphiQL, whose every file comes from here', async () => {
    const root = await hub.request('/')
    expect([root.status, root.headers.get('location')]).toEqual([302, '/graphiql'])
    const page = await hub.request('/graphiql')
    expect(page.status).toBe(200)
    expect(page.headers.get('content-security-policy')).toContain("default-src 'self'")
    const sources = [...page.text.matchAll(/(?:src|href)="([^"]+)"/g)].flatMap(([, source]) =>
      source === undefined || source.startsWith('data:') ? [] : [source],
    )
    expect(sources.length).toBeGreaterThan(0)
    for (const source of sources) {
      expect(source).toMatch(/^\/graphiql\/static\//)
      expect((await hub.request(source)).status).toBe(200)
    }
  })

  test('gives no file but its own', async () => {
    const paths = [
      '/graphiql/static/../../../../etc/passwd',
      '/graphiql/static/%2e%2e/%2e%2e/package.json',
      '/graphiql/static/..%2f..%2fpackage.json',
      '/graphiql/static//etc/passwd',
      '/events/schemas/..%2f..%2fpackage',
      '/package.json',
      '/.git/config',
      '/graphiql/static/%00',
    ]
    for (const path of paths) {
      const { status, text } = await ask('localhost:4000', path)
      expect([400, 404], path).toContain(status)
      expect(text).not.toMatch(/root:|"dependencies"|\[core\]/)
    }
  })

  test('tells machines how it is', async () => {
    expect((await hub.request('/healthz')).json).toEqual({ status: 'ok' })
    expect((await hub.request('/readyz')).json).toEqual({ status: 'ready', problems: [], lagMs: expect.any(Number) })
    const metrics = await hub.request('/metrics')
    expect(metrics.headers.get('content-type')).toContain('text/plain')
    for (const name of [
      'onhand_http_request_duration_seconds',
      'onhand_ledger_waiting',
      'onhand_bus_up',
      'onhand_feed_lag_seconds',
      'onhand_subscriptions_open',
      'process_resident_memory_bytes',
    ]) {
      expect(metrics.text).toMatch(new RegExp(`^# TYPE ${name} `, 'm'))
    }
  })
})
