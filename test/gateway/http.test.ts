import { serverAudits } from 'graphql-http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestGateway, type TestGateway } from './support.ts'

describe('the gateway over HTTP', () => {
  let gateway: TestGateway
  beforeAll(async () => {
    gateway = await openTestGateway('pglite')
    await gateway.hub.shop(['MUG', 'CUP'], ['BER'])
    await gateway.hub.count('MUG', 'BER', 7)
  })
  afterAll(() => gateway[Symbol.asyncDispose]())

  test('one query reaches every subgraph that it needs', async () => {
    const { status, data, errors } = await gateway.query(`{
      availability(channelId: "web", skus: ["MUG", "NONE", "MUG"]) {
        sku quantity status
        item { title stockLevels { locationId onHand atf } shipments { id } reservations { id } returns { id } }
      }
    }`)

    expect({ status, errors }).toEqual({ status: 200, errors: [] })
    const item = {
      title: 'MUG',
      stockLevels: [{ locationId: 'BER', onHand: 7, atf: 7 }],
      shipments: [],
      reservations: [],
      returns: [],
    }
    const mug = { sku: 'MUG', quantity: 7, status: 'IN_STOCK', item }
    expect(data.availability).toEqual([mug, null, mug])
  })

  test('what a mutation did is seen by a query that asks for its cursor, in every subgraph', async () => {
    const { reservation, cursor } = await gateway.mutate(
      'reserve',
      { channelId: 'web', ttlSeconds: 60, lines: [{ sku: 'MUG', locationId: 'BER', quantity: 2 }] },
      'reservation { id status lines { quantity item { title } } }',
    )
    expect(reservation).toMatchObject({ status: 'HELD', lines: [{ quantity: 2, item: { title: 'MUG' } }] })

    const { data } = await gateway.query(
      `query ($after: Cursor!) {
        availability(channelId: "web", skus: ["MUG"], atLeast: $after) { quantity item { stockLevels { held } } }
      }`,
      { after: cursor },
    )
    expect(data.availability).toEqual([{ quantity: 5, item: { stockLevels: [{ held: 2 }] } }])

    await gateway.mutate('releaseReservation', { id: reservation.id }, 'reservation { status }')
  })

  test("passes graphql-http's audit", async () => {
    const results = await Promise.all(
      serverAudits({ url: `${gateway.url}/graphql`, fetchFn: fetch }).map((audit) => audit.fn()),
    )
    expect(results.filter(({ status }) => status === 'error').map(({ name }) => name)).toEqual([])
    expect(results.filter(({ status }) => status === 'ok').length).toBeGreaterThanOrEqual(55)
  })

  test('a request keeps the id that it came with, in the header and in its errors', async () => {
    const { headers, errors } = await gateway.post({ query: '{ nothing }' }, { 'x-request-id': 'order-17' })
    expect(headers.get('x-request-id')).toBe('order-17')
    expect(errors[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT', requestId: 'order-17', retryable: false })

    const other = await gateway.post({ query: '{ nothing }' }, { 'x-request-id': 'spaces are not sane' })
    expect(other.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
  })

  test.each([
    ['malformed JSON', '{"query": "{ viewer', 400],
    ['a body without a query', '{"variables": {}}', 400],
    ['a syntax error', '{"query": "{ viewer { "}', 400],
    ['an unknown field', '{"query": "{ viewer { shoeSize } }"}', 400],
    ['a wrong type', '{"query": "{ availability(skus: 1.5, channelId: \\"web\\") { sku } }"}', 400],
    ['a variable that does not fit', '{"query": "query ($id: ID!) { item(sku: $id) { sku } }", "variables": {}}', 400],
    ['an operation that is not there', '{"query": "query A { viewer { kind } }", "operationName": "B"}', 400],
    ['a subscription', '{"query": "subscription { availabilityChanged(channelId: \\"web\\") { sku } }"}', 400],
    ['a body that is too large', JSON.stringify({ query: `{ viewer { kind } } #${'x'.repeat(1024 * 1024)}` }), 413],
    ['a prototype in JSON', '{"query": "{ viewer { kind } }", "__proto__": {}}', 400],
  ])('%s is refused with a code', async (_what, body, status) => {
    const answer = await gateway.post(body)
    expect(answer.status).toBe(status)
    expect(answer.errors.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT'])
    expect(JSON.stringify(answer.errors)).not.toMatch(/stack|node_modules|\.ts/)
  })

  test('deep and long documents are refused before they are planned', async () => {
    const deep = `{ item(sku: "MUG") ${'{ availability(channelId: "web") { item '.repeat(12)}{ sku }${' } }'.repeat(12)} }`
    expect((await gateway.query(deep)).errors[0]?.message).toMatch(/26 levels deep; 20 are allowed/)

    const long = `{ ${'viewer { kind } '.repeat(3_000)} }`
    expect((await gateway.query(long)).errors[0]?.message).toMatch(/10000 tokens/)
  })

  test('a form of another origin cannot make a browser ask', async () => {
    const response = await fetch(`${gateway.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'text/plain', origin: 'https://evil.example' },
      body: '{"query":"{ viewer { kind } }"}',
    })
    expect(response.status).toBe(400)
  })

  test('a wrong credential is refused before the body is read', async () => {
    const answer = await gateway.query('{ viewer { kind } }', {}, 'nobody')
    expect(answer.status).toBe(401)
    expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer/)
    expect(answer.errors[0]?.extensions).toMatchObject({ code: 'UNAUTHENTICATED', retryable: false })
  })

  test('the schema can be asked for', async () => {
    const { data } = await gateway.query('{ __schema { queryType { name } } }', {}, 'storefront')
    expect(data).toEqual({ __schema: { queryType: { name: 'Query' } } })
  })

  test('says that it lives and is ready, and what it does', async () => {
    expect((await fetch(`${gateway.url}/healthz`)).status).toBe(200)
    const ready = await fetch(`${gateway.url}/readyz`)
    expect([ready.status, await ready.json()]).toEqual([
      200,
      { status: 'ready', problems: [], lagMs: expect.any(Number) },
    ])
    const metrics = await (await fetch(`${gateway.url}/metrics`)).text()
    expect(metrics).toMatch(
      /onhand_http_request_duration_seconds_count\{method="POST",route="\/graphql",status="200"\}/,
    )
    expect(metrics).toMatch(/onhand_feed_lag_seconds 0/)
    expect(metrics).toContain('# TYPE onhand_feed_notice_seconds histogram')
  })

  test('GraphiQL comes with everything that it needs', async () => {
    const root = await fetch(`${gateway.url}/`)
    expect(root.url).toBe(`${gateway.url}/graphiql`)
    const html = await root.text()
    const links = [...html.matchAll(/(?:src|href|from|import\()\s*=?\s*\(?["']([^"']+\.(?:js|css))["']/g)].map(
      ([, link]) => link,
    )
    expect(links.length).toBeGreaterThan(0)
    for (const link of links) {
      const file = await fetch(new URL(link ?? '', `${gateway.url}/graphiql`))
      expect([link, file.status]).toEqual([link, 200])
    }
    expect(html).not.toMatch(/unpkg|jsdelivr|esm\.sh/)
  })

  test('there is nothing elsewhere', async () => {
    const response = await fetch(`${gateway.url}/nothing`)
    expect([response.status, await response.json()]).toMatchObject([
      404,
      { errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] },
    ])
  })
})

test('a subgraph that is gone costs its part of the answer, and says that it may come back', async () => {
  await using gateway = await openTestGateway('pglite', {
    places: (places) => ({ ...places, transit: { url: 'http://127.0.0.1:9/graphql' } }),
  })
  await gateway.hub.shop(['MUG'], ['BER'])

  const { data, errors } = await gateway.query('{ item(sku: "MUG") { title shipments { id } } }')
  expect(data).toEqual({ item: { title: 'MUG', shipments: null } })
  expect(errors.map(({ extensions }) => extensions)).toMatchObject([{ code: 'SERVICE_UNAVAILABLE', retryable: true }])

  const ready = await fetch(`${gateway.url}/readyz`)
  expect([ready.status, await ready.json()]).toEqual([
    503,
    {
      status: 'not ready',
      problems: [{ part: 'subgraph transit', message: 'It does not answer.' }],
      lagMs: expect.any(Number),
    },
  ])
})
