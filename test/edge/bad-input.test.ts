import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { connect } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { VIEWER_HEADER } from '../../core/access/viewer-token.ts'
import { readHeads } from '../../core/feed/heads.ts'
import { BALANCE_MAX } from '../../core/ledger/quantity.ts'
import { DATABASE_KINDS } from '../support/database.ts'
import { type Answer, type EdgeHub, eventOf, mutationOf, openEdgeHub } from './edge-hub.ts'

type Json = ReturnType<typeof JSON.parse>

const KIND_QUERY = JSON.stringify({ query: '{ viewer { kind } }' })
const FIFTY_MB = 50 * 1024 * 1024
/** Deeper than any stack. */
const DEEP = '['.repeat(200_000) + ']'.repeat(200_000)
const GARBAGE_CURSOR = 'garbage'
/** How a client writes the edge cursor of a connection that it never got. */
const rowCursor = (...values: unknown[]) => Buffer.from(JSON.stringify(values)).toString('base64url')

const RESERVE = mutationOf('reserve', 'reservation { id }')

/** What no answer may contain: where the code lies, how it asks its database, what is nobody's business. */
const INSIDES =
  /node_modules|\.(?:ts|js|mjs):\d+|\n\s+at |stacktrace|\bselect\b[^"]*\bfrom\b|insert into|violates|relation "|postgres(?:ql)?:\/\/|redis:\/\/|\bkysely\b/i

describe.each(DATABASE_KINDS)('bad input on %s', (kind) => {
  let hub: EdgeHub
  /** Everything that was answered, to be looked through at the end. */
  const answered: string[] = []

  beforeAll(async () => {
    hub = await openEdgeHub(kind)
    await hub.mutate(
      'upsertLocations',
      {
        locations: [
          { id: 'BER', name: 'Berlin' },
          { id: 'LEJ', name: 'Leipzig' },
        ],
      },
      'locations { id }',
    )
    const units = [{ unit: 'case', factor: 12 }]
    await hub.mutate(
      'upsertItems',
      { items: ['MUG', 'CUP', 'BIG'].map((sku) => ({ sku, title: sku, units })) },
      'items { sku }',
    )
    await hub.mutate(
      'upsertChannel',
      { id: 'web', name: 'Web', locations: [{ locationId: 'LEJ' }, { locationId: 'BER' }] },
      'channel { id }',
    )
    await hub.events(JSON.stringify(counted('MUG', 100)), 'single')
  })

  afterAll(async () => {
    await hub?.[Symbol.asyncDispose]()
  })

  function counted(sku: string, quantity: unknown, more: object = {}) {
    return eventOf('onhand.stock.counted.v1', { sku, locationId: 'BER', quantity, ...more })
  }

  /** Everything that could have been half done. */
  async function state() {
    const { parts } = hub.hub
    const [{ numbers }, data] = await Promise.all([
      readHeads(parts.database),
      hub.data(
        '{ items { nodes { sku title units { unit factor } stockLevels { locationId onHand held committed backordered safetyStock } } } locations { nodes { id name } } channels { nodes { id name locations { locationId } } } reservations { nodes { id } } shipments { nodes { id } } returns { nodes { id } } }',
      ),
    ])
    return { numbers: [...numbers].sort(([a], [b]) => a - b), data }
  }

  function keep(answer: Answer): Answer {
    answered.push(answer.text)
    return answer
  }

  /** Top-level errors without what differs from request to request, when they have the documented shape. */
  function errorsOf({ json, text }: Answer): { code: string; message: string }[] {
    expect(json, text).toBeDefined()
    return (json.errors ?? []).map(({ message, extensions, ...rest }: Json) => {
      expect(Object.keys(extensions).sort()).toEqual(['code', 'requestId', 'retryable'])
      expect(extensions.requestId).toMatch(/^[\w-]+$/)
      expect(extensions.retryable).toBe(false)
      expect(Object.keys(rest).filter((key) => key !== 'path' && key !== 'locations')).toEqual([])
      return { code: extensions.code, message }
    })
  }

  describe('over HTTP at /graphql', () => {
    const over = (count: number, part: (index: number) => string) =>
      Array.from({ length: count }, (_, index) => part(index)).join(' ')
    const graph = (query: string, variables?: object) => JSON.stringify({ query, variables })

    test.each<[name: string, body: () => string, status: number, message: RegExp, headers?: Record<string, string>]>([
      ['half a JSON', () => '{"query":', 400, /not valid JSON/],
      ['nothing', () => '', 400, /empty/],
      ['a number', () => '5', 400, /body/i],
      ['a list of operations', () => `[${KIND_QUERY}]`, 400, /batching/],
      ['no query', () => '{}', 400, /./],
      ['a query that is a number', () => '{"query":5}', 400, /strings/],
      ['variables that are text', () => '{"query":"{ viewer { kind } }","variables":"{}"}', 400, /variables/],
      ['variables that are a list', () => '{"query":"{ viewer { kind } }","variables":[]}', 400, /variables/],
      ['__proto__', () => `{"__proto__":{"kind":"admin"},${KIND_QUERY.slice(1)}`, 400, /not valid JSON/],
      [
        'an operation that is not there',
        () => '{"query":"query A { viewer { kind } }","operationName":"B"}',
        400,
        /no operation of the name/,
      ],
      ['XML', () => '<query/>', 415, /content type/, { 'content-type': 'application/xml' }],
      ['a form', () => 'query=%7B%7D', 415, /content type/, { 'content-type': 'application/x-www-form-urlencoded' }],
      [
        'plain text, as pages of other sites may send it',
        () => KIND_QUERY,
        400,
        /Cross-Site/,
        { 'content-type': 'text/plain' },
      ],
      [
        '50 MB',
        () => JSON.stringify({ query: '{ viewer { kind } }', x: 'y'.repeat(FIFTY_MB) }),
        413,
        /larger than the 4194304 bytes/,
      ],
      ['bad syntax', () => graph('{ viewer { '), 400, /Syntax Error/],
      ['a NUL in the document', () => graph('{ viewer { kind } }\0'), 400, /Syntax Error/],
      ['an unknown field', () => graph('{ viewer { nope } }'), 400, /Cannot query field "nope"/],
      ['an unknown argument', () => graph('{ item(sku: "MUG", nope: 1) { sku } }'), 400, /Unknown argument "nope"/],
      [
        'an unknown field of an input',
        () =>
          graph('mutation ($i: ReserveInput!) { reserve(input: $i) { cursor } }', {
            i: { idempotencyKey: 'k', channelId: 'web', lines: [], nope: 1 },
          }),
        400,
        /"nope" is not defined/,
      ],
      [
        'a missing field of an input',
        () => graph('mutation { reserve(input: { channelId: "web", lines: [] }) { cursor } }'),
        400,
        /idempotencyKey/,
      ],
      ['a wrong type', () => graph('{ item(sku: { a: 1 }) { sku } }'), 400, /ID cannot represent/],
      [
        'a variable of a wrong type',
        () => graph('query ($s: ID!) { item(sku: $s) { sku } }', { s: {} }),
        400,
        /ID cannot represent/,
      ],
      ['a missing variable', () => graph('query ($s: ID!) { item(sku: $s) { sku } }', {}), 400, /was not provided/],
      [
        'what subgraphs answer to the gateway',
        () => graph('{ _entities(representations: []) { __typename } }'),
        400,
        /Cannot query field "_entities"/,
      ],
      ['the SDL of a subgraph', () => graph('{ _service { sdl } }'), 400, /Cannot query field "_service"/],
      [
        'a deep query',
        () =>
          graph(
            `{ item(sku: "MUG") { ${'availability(channelId: "web") { item { '.repeat(15)}sku${' } }'.repeat(15)} } }`,
          ),
        400,
        /nests 32 levels deep; 20 are allowed/,
      ],
      ['a query deeper than any stack', () => graph('{a'.repeat(3_300) + '}'.repeat(3_300)), 400, /nests/],
      [
        'a value deeper than any stack',
        () => graph(`{ item(sku: ${'['.repeat(4_900)}${']'.repeat(4_900)}) { sku } }`),
        400,
        /nests/,
      ],
      [
        'more tokens than are read',
        () => graph(`{ viewer { ${'kind '.repeat(11_000)} } }`),
        400,
        /more that 10000 tokens/,
      ],
      [
        'one field over and over',
        () => graph(`{ viewer { ${'kind '.repeat(9_000)} } }`),
        400,
        /too large to be checked/,
      ],
      [
        'fragments that come to 2^60 fields',
        () =>
          graph(
            `{ ...A0 } ${over(60, (n) => `fragment A${n} on Query { x${n}: viewer { kind } ...A${n + 1} ...A${n + 1} }`)} fragment A60 on Query { viewer { kind } }`,
          ),
        400,
        /more than 10000 fields/,
      ],
      [
        'fragments within themselves',
        () => graph('{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }'),
        400,
        /within itself/,
      ],
      [
        'a subscription',
        () => graph('subscription { availabilityChanged(skus: ["MUG"], channelId: "web") { sku } }'),
        400,
        /WebSocket/,
      ],
      ['a number beyond 32 bits', () => graph('{ items(first: 99999999999) { nodes { sku } } }'), 400, /32-bit/],
    ])('%s', { timeout: 60_000 }, async (_name, body, status, message, headers) => {
      const answers = [
        keep(await hub.post(body(), undefined, headers)),
        keep(await hub.post(body(), undefined, headers)),
      ]
      for (const answer of answers) {
        expect(answer.status, answer.text).toBe(status)
        expect(errorsOf(answer)[0]).toEqual({ code: 'BAD_USER_INPUT', message: expect.stringMatching(message) })
        expect(answer.json.data).toBeUndefined()
      }
      expect(errorsOf(answers[0] as Answer)).toEqual(errorsOf(answers[1] as Answer))
    })

    test.each<[name: string, query: string, variables: object, message: RegExp]>([
      ['a NUL in an argument', 'query ($s: ID!) { item(sku: $s) { sku } }', { s: 'a\0b' }, /NUL or half a surrogate/],
      [
        'half a surrogate pair in an argument',
        'query ($s: ID!) { item(sku: $s) { sku } }',
        { s: 'a\ud800b' },
        /NUL or half a surrogate/,
      ],
      [
        'a NUL in a list',
        'query ($s: [ID!]!) { availability(skus: $s, channelId: "web") { sku } }',
        { s: ['MUG', 'a\0b'] },
        /skus\.1 contains a NUL/,
      ],
      [
        'a NUL below the root',
        '{ item(sku: "MUG") { availability(channelId: "\\u0000") { quantity } } }',
        {},
        /channelId contains a NUL/,
      ],
      [
        'a NUL in a filter',
        'query ($t: String!) { items(filter: { titleContains: $t }) { nodes { sku } } }',
        { t: '\0' },
        /NUL/,
      ],
      [
        '251 SKUs',
        'query ($s: [ID!]!) { availability(skus: $s, channelId: "web") { sku } }',
        { s: Array(251).fill('MUG') },
        /1 to 250 SKUs, got 251/,
      ],
      ['no SKUs', '{ availability(skus: [], channelId: "web") { sku } }', {}, /got 0/],
      ['an unknown channel', '{ availability(skus: ["MUG"], channelId: "nope") { sku } }', {}, /no channel "nope"/],
      [
        'a location that does not serve',
        '{ availability(skus: ["MUG"], channelId: "web", locationIds: ["nope"]) { sku } }',
        {},
        /does not serve/,
      ],
      ['no locations', '{ availability(skus: ["MUG"], channelId: "web", locationIds: []) { sku } }', {}, /1 to 250/],
      ['first: 0', '{ items(first: 0) { nodes { sku } } }', {}, /1 to 250, got 0/],
      ['first: 251', '{ reservations(first: 251) { nodes { id } } }', {}, /1 to 250, got 251/],
      ['first: -1', '{ shipments(first: -1) { nodes { id } } }', {}, /1 to 250, got -1/],
      [
        'first: 0 below the root',
        '{ item(sku: "MUG") { stockLevels { movements(first: 0) { id } } } }',
        {},
        /1 to 250, got 0/,
      ],
      [
        '251 conditions',
        'query ($s: [ID!]) { items(filter: { skus: $s }) { nodes { sku } } }',
        { s: Array(251).fill('MUG') },
        /at most 250/,
      ],
      ['a page after garbage', '{ items(after: "garbage") { nodes { sku } } }', {}, /not a cursor of this connection/],
      ['a page after nothing', '{ items(after: "") { nodes { sku } } }', {}, /not a cursor of this connection/],
      [
        'a page after the edge of another order',
        'query ($a: String) { items(after: $a) { nodes { sku } } }',
        { a: rowCursor('SKU_DESC', 'MUG') },
        /not a cursor of this connection/,
      ],
      [
        'a page after a NUL',
        'query ($a: String) { items(after: $a) { nodes { sku } } }',
        { a: rowCursor('SKU_ASC', 'a\0') },
        /not a cursor of this connection/,
      ],
      ...(['reservations', 'shipments', 'returns', 'deadLetters'] as const).flatMap(
        (field): [string, string, object, RegExp][] =>
          [
            'yesterday',
            '2026-02-30 00:00:00+00',
            '0000-01-01 00:00:00+00',
            '99999-01-01 00:00:00+00',
            "2026-01-01 00:00:00+00'; drop table item; --",
          ].map((moment) => [
            `${field} after ${moment}`,
            `query ($a: String) { ${field}(after: $a, orderBy: RECORDED_AT_ASC) { nodes { id } } }`,
            { a: rowCursor('RECORDED_AT_ASC', moment, 'x') },
            /not a cursor of this connection/,
          ]),
      ),
      [
        'a point in the feed that is garbage',
        'query ($a: Cursor) { item(sku: "MUG", atLeast: $a) { sku } }',
        { a: GARBAGE_CURSOR },
        /atLeast is not a cursor of this hub/,
      ],
      [
        'a journal from garbage on',
        'query ($a: Cursor) { stockMovements(after: $a) { nodes { id } } }',
        { a: GARBAGE_CURSOR },
        /after is not a cursor of this hub/,
      ],
      [
        'an empty cursor',
        'query ($a: Cursor) { item(sku: "MUG", atLeast: $a) { sku } }',
        { a: '' },
        /^a: Cursor must be a string of 1 to 1,024 bytes/,
      ],
      [
        'a cursor of 2 KiB',
        'query ($a: Cursor) { item(sku: "MUG", atLeast: $a) { sku } }',
        { a: 'x'.repeat(2_048) },
        /1 to 1,024 bytes/,
      ],
      [
        'a day without a time',
        '{ reservations(filter: { recordedFrom: "2026-01-01" }) { nodes { id } } }',
        {},
        /DateTime must be/,
      ],
      [
        '30 February',
        '{ reservations(filter: { recordedFrom: "2026-02-30T00:00:00Z" }) { nodes { id } } }',
        {},
        /DateTime must be/,
      ],
      [
        'the year 0',
        '{ reservations(filter: { recordedFrom: "0000-01-01T00:00:00Z" }) { nodes { id } } }',
        {},
        /DateTime must be/,
      ],
      [
        'the year 10000, by its offset',
        '{ reservations(filter: { recordedFrom: "9999-12-31T23:59:59-23:59" }) { nodes { id } } }',
        {},
        /DateTime must be/,
      ],
      [
        'input nested deeper than any stack',
        `mutation ($e: [JSON!]!) { recordEvents(input: { idempotencyKey: "deep", events: $e }) { cursor } }`,
        { e: [DEEP] },
        /nested too deeply/,
      ],
      [
        'a quantity that is a fraction',
        RESERVE,
        {
          input: {
            idempotencyKey: 'q1',
            channelId: 'web',
            lines: [
              { sku: 'MUG', quantity: 1 },
              { sku: 'MUG', quantity: 1.5 },
            ],
          },
        },
        /^input\.lines\[1\]\.quantity: Quantity must be a JSON integer within ±9007199254740991, got 1\.5\.$/,
      ],
      [
        'a quantity that is text',
        RESERVE,
        { input: { idempotencyKey: 'q2', channelId: 'web', lines: [{ sku: 'MUG', quantity: '5 at "x"; ' }] } },
        /^input\.lines\[0\]\.quantity: Quantity must be [^;]+, got "5 at \\"x\\"; "\.$/,
      ],
      [
        'a quantity of 2^53',
        RESERVE,
        { input: { idempotencyKey: 'q3', channelId: 'web', lines: [{ sku: 'MUG', quantity: 2 ** 53 }] } },
        /Quantity must be/,
      ],
    ])('%s', async (_name, query, variables, message) => {
      // Text of that depth cannot be made by JSON.stringify.
      const body = JSON.stringify({ query, variables }).replace(JSON.stringify(DEEP), DEEP)
      const answers = [keep(await hub.post(body)), keep(await hub.post(body))]
      for (const answer of answers) {
        expect(answer.status, answer.text).toBe(200)
        expect(errorsOf(answer)).toEqual([{ code: 'BAD_USER_INPUT', message: expect.stringMatching(message) }])
      }
      expect(errorsOf(answers[0] as Answer)).toEqual(errorsOf(answers[1] as Answer))
    })

    test('cursors of another database, and of what has not happened yet', async () => {
      const { cursors, database } = hub.hub.parts
      const now = await readHeads(database)
      const foreign = cursors.encode({ epoch: randomUUID(), numbers: new Map() })
      const future = cursors.encode({
        epoch: now.epoch,
        numbers: new Map([...now.numbers].map(([stream, number]) => [stream, number + 1_000_000])),
      })
      for (const cursor of [foreign, future]) {
        for (const query of [
          'query ($c: Cursor) { item(sku: "MUG", atLeast: $c) { sku } }',
          'query ($c: Cursor) { availability(skus: ["MUG"], channelId: "web", atLeast: $c) { sku item { title } } }',
          'query ($c: Cursor) { stockMovements(after: $c) { nodes { id } } }',
        ]) {
          const answer = keep(await hub.graph(query, { c: cursor }))
          expect(
            errorsOf(answer).map(({ code }) => code),
            answer.text,
          ).toEqual(['BAD_USER_INPUT'])
        }
        // Who listens is told everything instead, and why.
        const subscription =
          'subscription ($c: Cursor) { availabilityChanged(skus: ["MUG"], channelId: "web", after: $c) { sku quantity } }'
        const [first] = await hub.listen(subscription, { c: cursor }, 1)
        expect(first).toMatchObject({
          data: { availabilityChanged: { sku: 'MUG' } },
          extensions: { onhand: { snapshot: cursor === foreign ? 'epoch-changed' : 'cursor-ahead' } },
        })
      }
    })

    test('what is unknown is null at its place', async () => {
      const data = await hub.data(
        '{ availability(skus: ["NOPE", "MUG", "NOPE", "MUG"], channelId: "web") { sku } item(sku: "NOPE") { sku } location(id: "NOPE") { id } channel(id: "NOPE") { id } reservation(id: "NOPE") { id } shipment(id: "NOPE") { id } return(id: "NOPE") { id } }',
      )
      expect(data).toEqual({
        availability: [null, { sku: 'MUG' }, null, { sku: 'MUG' }],
        item: null,
        location: null,
        channel: null,
        reservation: null,
        shipment: null,
        return: null,
      })
    })

    test('many aliases are answered, and nobody waits long', { timeout: 60_000 }, async () => {
      const query = `{ viewer { ${over(1_000, (n) => `a${n}: kind`)} } }`
      const [many, other] = await Promise.all([hub.graph(query), hub.graph('{ viewer { kind } }')])
      expect(Object.keys(many.json.data.viewer)).toHaveLength(1_000)
      expect(other.json.data).toEqual({ viewer: { kind: 'ADMIN' } })
    })

    test('mutations do not come by GET, and no method but GET and POST does anything', async () => {
      const path = `/graphql?query=${encodeURIComponent('mutation { upsertItems(input: { idempotencyKey: "get", items: [{ sku: "GET", title: "x" }] }) { cursor } }')}`
      const get = keep(await hub.request(path, { headers: { 'apollo-require-preflight': 'yes' } }))
      expect([get.status, errorsOf(get)[0]?.code]).toEqual([405, 'BAD_USER_INPUT'])
      for (const method of ['PUT', 'DELETE', 'PATCH']) {
        const answer = keep(await hub.request('/graphql', { method }))
        expect([answer.status, errorsOf(answer)[0]?.code]).toEqual([404, 'BAD_USER_INPUT'])
      }
    })
  })

  describe('headers', () => {
    test('nobody becomes somebody else by a header', async () => {
      const partner = await hub.credential({ kind: 'partner', channels: ['web'] })
      const viewer = Buffer.from(JSON.stringify({ kind: 'admin', client: 'x', channels: null, scopes: [] })).toString(
        'base64url',
      )
      for (const headers of [
        { [VIEWER_HEADER]: viewer },
        { [VIEWER_HEADER]: `v1.${viewer}.9999999999999.cg.AAAA` },
        { 'x-forwarded-for': '127.0.0.1', 'x-user': 'root' },
      ]) {
        const { json } = keep(await hub.post(KIND_QUERY, partner, headers))
        expect(json.data).toEqual({ viewer: { kind: 'PARTNER' } })
      }
    })

    test.each([
      ['', 401],
      ['Bearer', 401],
      ['Bearer ', 401],
      ['Basic cm9vdDpyb290', 401],
      ['Bearer a b', 401],
      ['Bearer onh_000000000000_short', 401],
      [`Bearer ${'x'.repeat(9_000)}`, 401],
      ['Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.', 401],
      ['Bearer \u00ff', 401],
    ])('authorization: %j', async (authorization, status) => {
      const answer = keep(await hub.post(KIND_QUERY, {}, { authorization }))
      expect([answer.status, errorsOf(answer)[0]?.code]).toEqual([status, 'UNAUTHENTICATED'])
      expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer/)
    })

    test('a request id is taken when it can stand in a log line, and else made', async () => {
      expect(
        (await hub.post(KIND_QUERY, undefined, { 'x-request-id': 'from.my:proxy/1' })).headers.get('x-request-id'),
      ).toBe('from.my:proxy/1')
      for (const id of ['a b', '{"level":"error"}', 'x'.repeat(129), '<script>']) {
        expect((await hub.post(KIND_QUERY, undefined, { 'x-request-id': id })).headers.get('x-request-id')).toMatch(
          /^[0-9a-f-]{36}$/,
        )
      }
    })
  })

  describe('in a mutation', () => {
    const line = (quantity: number, more: object = {}) => ({ sku: 'MUG', quantity, ...more })
    const web = { channelId: 'web' }

    test.each<[name: string, mutation: string, input: object, code: string, field: string | null]>([
      ['an empty cart', 'reserve', { ...web, lines: [] }, 'INVALID_INPUT', 'input.lines'],
      ['a cart of 101 lines', 'reserve', { ...web, lines: Array(101).fill(line(1)) }, 'INVALID_INPUT', 'input.lines'],
      ['a quantity of 0', 'reserve', { ...web, lines: [line(0)] }, 'INVALID_INPUT', 'input.lines.0.quantity'],
      [
        'a negative quantity',
        'reserve',
        { ...web, lines: [line(1), line(-1)] },
        'INVALID_INPUT',
        'input.lines.1.quantity',
      ],
      [
        'more than there is',
        'reserve',
        { ...web, lines: [line(BALANCE_MAX)] },
        'INSUFFICIENT_STOCK',
        'input.lines.0.quantity',
      ],
      [
        'more than there can be',
        'reserve',
        { ...web, lines: [line(Number.MAX_SAFE_INTEGER)] },
        'INVALID_INPUT',
        'input.lines.0.quantity',
      ],
      [
        'more than there is, in two lines of one SKU',
        'reserve',
        { ...web, lines: [line(60), line(60)] },
        'INSUFFICIENT_STOCK',
        'input.lines.1.quantity',
      ],
      [
        'a unit that the item has not',
        'reserve',
        { ...web, lines: [line(1, { unit: 'crate' })] },
        'INVALID_INPUT',
        'input.lines.0.unit',
      ],
      [
        'a unit named like a part of every object',
        'reserve',
        { ...web, lines: [line(1, { unit: '__proto__' })] },
        'INVALID_INPUT',
        'input.lines.0.unit',
      ],
      [
        'a unit that carries the quantity beyond what is exact',
        'reserve',
        { ...web, lines: [line(Number.MAX_SAFE_INTEGER, { unit: 'case' })] },
        'INVALID_INPUT',
        'input.lines.0.quantity',
      ],
      [
        'an unknown SKU beside a known one',
        'reserve',
        { ...web, lines: [line(1), { sku: 'nope', quantity: 1 }] },
        'UNKNOWN_SKU',
        'input.lines.1.sku',
      ],
      [
        'an unknown location',
        'reserve',
        { ...web, lines: [line(1, { locationId: 'nope' })] },
        'UNKNOWN_LOCATION',
        'input.lines.0.locationId',
      ],
      ['an unknown channel', 'reserve', { channelId: 'nope', lines: [line(1)] }, 'UNKNOWN_CHANNEL', 'input.channelId'],
      ['a ttl of 0', 'reserve', { ...web, ttlSeconds: 0, lines: [line(1)] }, 'INVALID_INPUT', 'input.ttlSeconds'],
      ['a negative ttl', 'reserve', { ...web, ttlSeconds: -1, lines: [line(1)] }, 'INVALID_INPUT', 'input.ttlSeconds'],
      [
        'a ttl beyond 30 days',
        'reserve',
        { ...web, ttlSeconds: 30 * 86_400 + 1, lines: [line(1)] },
        'INVALID_INPUT',
        'input.ttlSeconds',
      ],
      [
        'an empty key',
        'reserve',
        { ...web, idempotencyKey: '', lines: [line(1)] },
        'INVALID_INPUT',
        'input.idempotencyKey',
      ],
      [
        'a key of 257 characters',
        'reserve',
        { ...web, idempotencyKey: 'x'.repeat(257), lines: [line(1)] },
        'INVALID_INPUT',
        'input.idempotencyKey',
      ],
      [
        'a key with a NUL',
        'reserve',
        { ...web, idempotencyKey: 'a\0', lines: [line(1)] },
        'INVALID_INPUT',
        'input.idempotencyKey',
      ],
      [
        'a reference with half a surrogate pair',
        'reserve',
        { ...web, reference: 'a\udc00', lines: [line(1)] },
        'INVALID_INPUT',
        'input.reference',
      ],
      [
        'a reference of 257 characters',
        'reserve',
        { ...web, reference: 'x'.repeat(257), lines: [line(1)] },
        'INVALID_INPUT',
        'input.reference',
      ],
      ['an unknown reservation', 'confirmReservation', { id: 'nope' }, 'NOT_FOUND', 'input.id'],
      ['a reservation with a NUL', 'releaseReservation', { id: 'a\0' }, 'INVALID_INPUT', 'input.id'],
      [
        'an extension beyond all clocks',
        'extendReservation',
        { id: 'nope', ttlSeconds: 2_147_483_647 },
        'INVALID_INPUT',
        'input.ttlSeconds',
      ],
      ['no items', 'upsertItems', { items: [] }, 'INVALID_INPUT', 'input.items'],
      [
        '1,001 items',
        'upsertItems',
        { items: Array.from({ length: 1_001 }, (_, n) => ({ sku: `N${n}`, title: 'x' })) },
        'INVALID_INPUT',
        'input.items',
      ],
      [
        'one bad item among good ones',
        'upsertItems',
        {
          items: [
            { sku: 'GOOD', title: 'x' },
            { sku: 'BAD\0', title: 'x' },
          ],
        },
        'INVALID_INPUT',
        'input.items.1.sku',
      ],
      [
        'a factor of 0',
        'upsertItems',
        {
          items: [
            { sku: 'GOOD', title: 'x' },
            { sku: 'BAD', title: 'x', units: [{ unit: 'case', factor: 0 }] },
          ],
        },
        'INVALID_INPUT',
        'input.items.1.units.0.factor',
      ],
      [
        'another base unit',
        'upsertItems',
        { items: [{ sku: 'MUG', title: 'x', unit: 'gram' }] },
        'INVALID_INPUT',
        'input.items.0.unit',
      ],
      [
        'a location within itself',
        'upsertLocations',
        { locations: [{ id: 'L1', name: 'x', parentId: 'L1' }] },
        'INVALID_INPUT',
        'input.locations.0.parentId',
      ],
      [
        'an unknown parent',
        'upsertLocations',
        { locations: [{ id: 'L1', name: 'x', parentId: 'nope' }] },
        'UNKNOWN_LOCATION',
        'input.locations.0.parentId',
      ],
      [
        'a latitude of 91',
        'upsertLocations',
        { locations: [{ id: 'L1', name: 'x', latitude: 91, longitude: 0 }] },
        'INVALID_INPUT',
        'input.locations.0.latitude',
      ],
      [
        'a time zone on Mars',
        'upsertLocations',
        { locations: [{ id: 'L1', name: 'x', timeZone: 'Mars/Phobos' }] },
        'INVALID_INPUT',
        'input.locations.0.timeZone',
      ],
      ['a negative buffer', 'upsertChannel', { id: 'c', name: 'x', buffer: -1 }, 'INVALID_INPUT', 'input.buffer'],
      [
        'a location twice',
        'upsertChannel',
        { id: 'c', name: 'x', locations: [{ locationId: 'BER' }, { locationId: 'BER' }] },
        'INVALID_INPUT',
        'input.locations.1.locationId',
      ],
      [
        'a channel over an unknown location',
        'upsertChannel',
        { id: 'c', name: 'x', locations: [{ locationId: 'nope' }] },
        'UNKNOWN_LOCATION',
        'input.locations.0.locationId',
      ],
      [
        'negative safety stock',
        'upsertStockPolicy',
        { sku: 'MUG', locationId: 'BER', safetyStock: -1 },
        'INVALID_INPUT',
        'input.safetyStock',
      ],
      [
        'absurd safety stock',
        'upsertStockPolicy',
        { sku: 'MUG', locationId: 'BER', safetyStock: BALANCE_MAX + 1 },
        'INVALID_INPUT',
        'input.safetyStock',
      ],
      [
        'a transfer to where it came from',
        'createShipment',
        { kind: 'TRANSFER', originId: 'BER', destinationId: 'BER', lines: [line(1)] },
        'INVALID_INPUT',
        'input.destinationId',
      ],
      [
        'an empty shipment',
        'createShipment',
        { kind: 'PURCHASE', destinationId: 'BER', lines: [] },
        'INVALID_INPUT',
        'input.lines',
      ],
      [
        'an absurd shipment',
        'createShipment',
        { kind: 'PURCHASE', destinationId: 'BER', lines: [line(BALANCE_MAX + 1)] },
        'INVALID_INPUT',
        null,
      ],
      ['an empty return', 'authorizeReturn', { channelId: 'web', lines: [] }, 'INVALID_INPUT', 'input.lines'],
      ['an unknown return', 'receiveReturn', { id: 'nope', locationId: 'BER' }, 'NOT_FOUND', 'input.id'],
      ['no events', 'recordEvents', { events: [] }, 'INVALID_INPUT', 'input.events'],
      ['1,001 events', 'recordEvents', { events: Array(1_001).fill({}) }, 'INVALID_INPUT', 'input.events'],
      ['a replay of nothing', 'replayDeadLetters', {}, 'INVALID_INPUT', 'input'],
      ['a replay of an unknown dead letter', 'replayDeadLetters', { ids: ['nope'] }, 'NOT_FOUND', 'input.ids.0'],
    ])('%s', async (_name, mutation, input, code, field) => {
      const before = await state()
      const ask = async () => {
        const answer = keep(
          await hub.graph(mutationOf(mutation, ''), { input: { idempotencyKey: randomUUID(), ...input } }),
        )
        expect(answer.json.errors, answer.text).toBeUndefined()
        return answer.json.data[mutation]
      }
      const payload = await ask()

      expect(payload.cursor).toBeNull()
      expect(payload.userErrors[0]).toMatchObject({ code, message: expect.stringMatching(/\.$/) })
      expect(payload.userErrors[0].field?.join('.') ?? null).toBe(field)
      expect(await ask()).toEqual(payload)
      expect(await state()).toEqual(before)
    })

    test('a key that comes again with other content', async () => {
      const key = randomUUID()
      const ask = (mutation: string, input: object) => hub.mutate(mutation, { idempotencyKey: key, ...input }, '')
      const first = await ask('reserve', { ...web, lines: [line(1)] })
      const before = await state()

      expect(first.userErrors).toEqual([])
      const conflict = [{ code: 'IDEMPOTENCY_CONFLICT', field: ['input', 'idempotencyKey'] }]
      expect(await ask('reserve', { ...web, lines: [line(2)] })).toMatchObject({ userErrors: conflict, cursor: null })
      expect(await ask('releaseReservation', { id: 'x' })).toMatchObject({ userErrors: conflict })
      expect(await ask('recordEvents', { events: [counted('MUG', 5)] })).toMatchObject({ userErrors: conflict })
      expect(await ask('reserve', { lines: [line(1)], ...web })).toEqual({ ...first, cursor: expect.any(String) })
      expect(await state()).toEqual(before)
    })

    test('two lines of one SKU are two lines', async () => {
      const { reservation, userErrors } = await hub.mutate(
        'reserve',
        { ...web, lines: [line(1), line(2)] },
        'reservation { id lines { sku quantity held } }',
      )
      expect(userErrors).toEqual([])
      expect(reservation.lines).toEqual([
        { sku: 'MUG', quantity: 1, held: 1 },
        { sku: 'MUG', quantity: 2, held: 2 },
      ])
    })

    test('units with any name are kept', async () => {
      const units = ['__proto__', 'constructor', 'toString'].map((unit) => ({ unit, factor: 7 }))
      await hub.mutate('upsertItems', { items: [{ sku: 'ODD', title: 'Odd', units }] }, '')
      const { item } = await hub.data('{ item(sku: "ODD") { units { unit factor } } }')
      expect(item.units.sort((a: Json, b: Json) => (a.unit < b.unit ? -1 : 1))).toEqual(units)
    })

    test('the most that may be kept everywhere adds up everywhere', async () => {
      const most = ['BER', 'LEJ'].flatMap((locationId) =>
        ['sellable', 'damaged', 'blocked', 'qualityHold'].map((account) =>
          counted('BIG', BALANCE_MAX, { locationId, account }),
        ),
      )
      const { json } = await hub.events(JSON.stringify(most), 'batch')
      expect(json.results.map(({ status }: Json) => status)).toEqual(Array(8).fill('ACCEPTED'))
      const over = await hub.events(
        JSON.stringify(eventOf('onhand.stock.adjusted.v1', { sku: 'BIG', locationId: 'BER', delta: 1, reason: 'x' })),
        'single',
      )
      expect(over.json.results[0]).toMatchObject({
        status: 'REJECTED',
        code: 'INVALID_INPUT',
        message: expect.stringContaining('would exceed'),
      })

      await hub.mutate('upsertStockPolicy', { sku: 'BIG', locationId: 'LEJ', safetyStock: BALANCE_MAX }, '')
      await hub.mutate('reserve', { ...web, lines: [{ sku: 'BIG', quantity: BALANCE_MAX }] }, '')
      const { item, availability } = await hub.data(
        '{ item(sku: "BIG") { stockLevels { locationId onHand atf held } } availability(skus: ["BIG"], channelId: "web") { quantity explanation { sum } } }',
      )
      expect(item.stockLevels).toEqual([
        { locationId: 'BER', onHand: 4 * BALANCE_MAX, atf: 0, held: BALANCE_MAX },
        { locationId: 'LEJ', onHand: 4 * BALANCE_MAX, atf: 0, held: 0 },
      ])
      expect(availability).toEqual([{ quantity: 0, explanation: { sum: 0 } }])
    })
  })

  describe('in events', () => {
    const data = { sku: 'MUG', locationId: 'BER', quantity: 100 }
    const sale = (more: object) => eventOf('onhand.sale.recorded.v1', { ...data, quantity: 1, ...more })
    const count = (more: object, envelope: object = {}) =>
      eventOf('onhand.stock.counted.v1', { ...data, ...more }, envelope)
    const held = (more: object) =>
      eventOf('onhand.reservation.held.v1', {
        reference: 'r',
        channelId: 'web',
        lines: [{ sku: 'MUG', locationId: 'BER', quantity: 1 }],
        ...more,
      })

    test.each<[name: string, event: () => unknown, code: string, message: RegExp]>([
      ['a number', () => 5, 'INVALID_EVENT', /JSON object/],
      ['null', () => null, 'INVALID_EVENT', /JSON object/],
      ['a list', () => [], 'INVALID_EVENT', /JSON object/],
      ['no attributes', () => ({}), 'INVALID_EVENT', /required property/],
      ['an unknown type', () => eventOf('onhand.nope.v1', data), 'UNKNOWN_TYPE', /onhand\.nope\.v1/],
      ['an unknown version', () => eventOf('onhand.stock.counted.v9', data), 'UNKNOWN_TYPE', /v9/],
      ['CloudEvents 0.3', () => count({}, { specversion: '0.3' }), 'INVALID_EVENT', /specversion/],
      ['an unknown field', () => count({ qauntity: 1 }), 'INVALID_EVENT', /"qauntity"/],
      ['a missing field', () => count({ sku: undefined }), 'INVALID_EVENT', /sku/],
      ['an unknown SKU', () => count({ sku: 'nope' }), 'UNKNOWN_SKU', /nope/],
      ['an unknown location', () => count({ locationId: 'nope' }), 'UNKNOWN_LOCATION', /nope/],
      ['an unknown channel', () => sale({ channelId: 'nope' }), 'UNKNOWN_CHANNEL', /nope/],
      ['an unknown account', () => count({ account: 'held' }), 'INVALID_EVENT', /account/],
      ['a fraction', () => count({ quantity: 1.5 }), 'INVALID_INPUT', /whole number/],
      ['a third of a case', () => count({ quantity: 0.3, unit: 'case' }), 'INVALID_INPUT', /whole number/],
      ['a negative count', () => count({ quantity: -1 }), 'INVALID_EVENT', /quantity/],
      ['a sale of nothing', () => sale({ quantity: 0 }), 'INVALID_EVENT', /quantity/],
      ['a negative sale', () => sale({ quantity: -5 }), 'INVALID_EVENT', /quantity/],
      ['a quantity that is a word', () => count({ quantity: 'many' }), 'INVALID_EVENT', /quantity/],
      ['a quantity of 1e300', () => count({ quantity: 1e300 }), 'INVALID_EVENT', /quantity/],
      ['a quantity of 2^53 as text', () => count({ quantity: '9007199254740992' }), 'INVALID_INPUT', /2\^53/],
      [
        'more than a location can keep',
        () => count({ quantity: BALANCE_MAX + 1_000 }),
        'INVALID_INPUT',
        /would exceed/,
      ],
      ['a unit that the item has not', () => count({ unit: 'crate' }), 'INVALID_INPUT', /no unit "crate"/],
      [
        'a clock of tomorrow',
        () => count({}, { time: new Date(Date.now() + 86_400_000).toISOString() }),
        'CLOCK_AHEAD',
        /ahead/,
      ],
      ['30 February', () => count({}, { time: '2026-02-30T00:00:00Z' }), 'INVALID_EVENT', /time/],
      ['the year 0', () => count({}, { time: '0000-01-01T00:00:00Z' }), 'INVALID_EVENT', /time/],
      ['a time without a zone', () => count({}, { time: '2026-01-01T00:00:00' }), 'INVALID_EVENT', /time/],
      ['a NUL in a SKU', () => count({ sku: 'a\0' }), 'INVALID_EVENT', /NUL/],
      ['half a surrogate pair', () => count({ sku: 'a\ud800' }), 'INVALID_EVENT', /surrogate/],
      ['a NUL in an id', () => count({}, { id: 'a\0' }), 'INVALID_EVENT', /NUL/],
      ['an id of 5,000 characters', () => count({}, { id: 'x'.repeat(5_000) }), 'INVALID_EVENT', /256/],
      ['no lines', () => held({ lines: [] }), 'INVALID_EVENT', /lines/],
      [
        '101 lines',
        () => held({ lines: Array(101).fill({ sku: 'MUG', locationId: 'BER', quantity: 1 }) }),
        'INVALID_EVENT',
        /lines/,
      ],
      ['an order of an unknown channel', () => held({ channelId: 'nope' }), 'UNKNOWN_CHANNEL', /nope/],
      [
        'no document',
        () => eventOf('onhand.reservation.released.v1', {}),
        'INVALID_EVENT',
        /reservationId or reference/,
      ],
    ])('%s', async (_name, event, code, message) => {
      const bad = event()
      const before = await state()
      // The neighbours change nothing that is compared: they count what was there.
      const neighbours = [
        sale({ quantity: 1, reference: randomUUID() }),
        eventOf('onhand.stock.adjusted.v1', { sku: 'MUG', locationId: 'BER', delta: 1, reason: 'back' }),
      ]
      const body = JSON.stringify([neighbours[0], bad, neighbours[1]])
      const { status, json } = keep(await hub.events(body, 'batch'))

      expect(status).toBe(200)
      expect(json.results.map(({ status }: Json) => status)).toEqual(['ACCEPTED', 'REJECTED', 'ACCEPTED'])
      const [, rejected] = json.results
      expect(rejected).toMatchObject({ code, message: expect.stringMatching(message) })
      // As it is rejected, so it is kept; sent again it is the same, and not one more.
      const letters = await deadLetters()
      expect(letters.at(-1)).toMatchObject({ code, message: rejected.message, status: 'OPEN' })
      const again = keep(await hub.events(JSON.stringify([bad]), 'batch'))
      expect(again.json.results).toMatchObject([
        { status: expect.stringMatching(/^(REJECTED|DUPLICATE)$/), code, message: rejected.message },
      ])
      expect(await deadLetters()).toHaveLength(letters.length)
      expect((await state()).data).toEqual(before.data)
    })

    async function deadLetters() {
      const letters: Json[] = []
      let after: string | null = null
      do {
        const { deadLetters }: Json = await hub.data(
          'query ($after: String) { deadLetters(first: 250, after: $after, orderBy: RECORDED_AT_ASC) { nodes { id code message status } pageInfo { endCursor hasNextPage } } }',
          { after },
        )
        letters.push(...deadLetters.nodes)
        after = deadLetters.pageInfo.hasNextPage ? deadLetters.pageInfo.endCursor : null
      } while (after !== null)
      return letters
    }

    test('the id of an event that comes again with other content', async () => {
      const event = count({})
      const post = async (sent: object) => (await hub.events(JSON.stringify(sent), 'single')).json.results[0]
      expect(await post(event)).toMatchObject({ status: 'ACCEPTED' })
      expect(await post(event)).toMatchObject({ status: 'DUPLICATE' })
      expect(await post({ ...event, data: { ...data, quantity: 3 } })).toMatchObject({
        status: 'REJECTED',
        code: 'EVENT_CONFLICT',
      })
      expect(await post({ ...event, data: { ...data, quantity: 3 } })).toMatchObject({
        status: 'REJECTED',
        code: 'EVENT_CONFLICT',
      })
      expect(await post(event)).toMatchObject({ status: 'DUPLICATE' })
      expect(await hub.data('{ item(sku: "MUG") { stockLevels { onHand } } }')).toEqual({
        item: { stockLevels: [{ onHand: 100 }] },
      })
    })

    test.each<
      [
        name: string,
        body: () => string,
        type: 'single' | 'batch' | 'ndjson',
        status: number,
        message: RegExp,
        headers?: Record<string, string>,
      ]
    >([
      ['half a JSON', () => '{"a":', 'single', 400, /not JSON.*Nothing was stored/],
      ['nothing', () => '', 'single', 400, /not JSON.*Nothing was stored/],
      ['a list in place of an event', () => '[]', 'single', 400, /not a JSON object/],
      ['an event in place of a list', () => '{}', 'batch', 400, /not a JSON array/],
      [
        'a list that breaks off',
        () => `[${JSON.stringify(count({}))}, {bad, ${JSON.stringify(count({}))}]`,
        'batch',
        400,
        /not JSON.*Nothing was stored/,
      ],
      [
        'an event of 50 MB',
        () => JSON.stringify(count({ reason: 'x'.repeat(FIFTY_MB) })),
        'single',
        413,
        /longer than 262144 bytes/,
      ],
      [
        'JSON that is not said to be an event',
        () => JSON.stringify(count({})),
        'single',
        415,
        /Events are sent as/,
        { 'content-type': 'application/json' },
      ],
      [
        'compression',
        () => JSON.stringify(count({})),
        'single',
        415,
        /content-encoding/,
        { 'content-encoding': 'gzip' },
      ],
      [
        'another charset',
        () => JSON.stringify(count({})),
        'single',
        415,
        /UTF-8/,
        { 'content-type': 'application/cloudevents+json; charset=latin1' },
      ],
    ])('a body that is %s', { timeout: 60_000 }, async (_name, body, type, status, message, headers) => {
      const before = await state()
      const sent = body()
      const answers = [
        keep(await hub.events(sent, type, undefined, headers)),
        keep(await hub.events(sent, type, undefined, headers)),
      ]
      for (const answer of answers) {
        expect(answer.status, answer.text).toBe(status)
        expect(errorsOf(answer)).toEqual([{ code: 'BAD_USER_INPUT', message: expect.stringMatching(message) }])
      }
      expect(await state()).toEqual(before)
    })

    test('broken lines among good ones: each good one counts, each broken one is kept', {
      timeout: 60_000,
    }, async () => {
      const before = await deadLetters()
      const good = () => JSON.stringify(count({}))
      const lines = [
        good(),
        '{bad',
        good(),
        '7',
        'true',
        '"text"',
        '[7]',
        '',
        '   ',
        'x'.repeat(FIFTY_MB),
        good(),
        '{"a":1}',
        `{"specversion":"1.0","id":"d","source":"/edge","type":"onhand.stock.counted.v1","data":${DEEP}}`,
        good(),
      ]
      const { status, json } = keep(await hub.events(lines.join('\n'), 'ndjson'))

      expect(status).toBe(200)
      const [A, R] = ['ACCEPTED', 'REJECTED']
      expect(json.results.map(({ status }: Json) => status)).toEqual([A, R, A, R, R, R, R, R, A, R, R, A])
      const codes = json.results.filter(({ status }: Json) => status === R).map(({ code }: Json) => code)
      expect(new Set(codes)).toEqual(new Set(['INVALID_EVENT']))
      // Each is a dead letter of its own, however short.
      expect(await deadLetters()).toHaveLength(before.length + codes.length)
    })

    test('a batch of 50 MB', { timeout: 60_000 }, async () => {
      const events = [count({}), count({ reason: 'x'.repeat(FIFTY_MB) }), count({})]
      const { status, json } = keep(await hub.events(JSON.stringify(events), 'batch'))
      expect([status, json.results.map(({ status }: Json) => status)]).toEqual([
        200,
        ['ACCEPTED', 'REJECTED', 'ACCEPTED'],
      ])
    })

    test('the longest names are kept together', async () => {
      // Characters of three bytes, in no pattern that could be compressed: an entry of an index holds some 2,700 bytes.
      const long = (start: string) =>
        Array.from({ length: 250 }, (_, n) =>
          String.fromCharCode(0x4e00 + ((n * n * 31 + start.length * 977 + n * 7_919) % 20_000)),
        ).join('') + start
      const [sku, locationId, reference, source] = [
        long('sku'),
        long('location'),
        long('reference').slice(0, 256),
        long('source'),
      ]
      await hub.mutate('upsertItems', { items: [{ sku, title: 'Long' }] }, '')
      await hub.mutate('upsertLocations', { locations: [{ id: locationId.slice(0, 256), name: 'Long' }] }, '')
      const at = { sku, locationId: locationId.slice(0, 256), quantity: 1 }
      const events = [
        eventOf('onhand.sale.recorded.v1', at, { source }),
        eventOf('onhand.sale.recorded.v1', { ...at, reference }, { source }),
        eventOf('onhand.sale.recorded.v1', { ...at, reference }),
      ]
      const before = await deadLetters()
      const { json } = keep(await hub.events(JSON.stringify(events), 'batch'))
      expect(json.results).toMatchObject([
        { status: 'ACCEPTED' },
        { status: 'ACCEPTED' },
        // The same sale, told by another.
        { status: 'CONFIRMED' },
      ])
      expect(await deadLetters()).toHaveLength(before.length)
    })

    test('bytes that are no UTF-8', async () => {
      const bad = Buffer.concat([
        Buffer.from(`${JSON.stringify(count({}))}\n{"a":"`),
        Buffer.from([0xff, 0xfe]),
        Buffer.from(`"}\n${JSON.stringify(count({}))}`),
      ])
      const answer = keep(
        await hub.request('/events', {
          method: 'POST',
          headers: { 'content-type': 'application/x-ndjson' },
          body: new Uint8Array(bad),
        }),
      )
      expect(answer.json.results.map(({ status }: Json) => status)).toEqual(['ACCEPTED', 'REJECTED', 'ACCEPTED'])
    })
  })

  describe('over a socket', () => {
    const subscribe = (skus: unknown, more = '') => ({
      query: `subscription ($s: [ID!]) { availabilityChanged(skus: $s, channelId: "web"${more}) { sku } }`,
      variables: { s: skus },
    })

    test.each<[name: string, payload: { query: string; variables?: object }, message: RegExp]>([
      ['bad syntax', { query: '{' }, /Syntax Error/],
      [
        'a document deeper than any stack',
        { query: '{a'.repeat(3_300) + '}'.repeat(3_300) },
        /nests more than 250 brackets/,
      ],
      [
        'a deep subscription',
        {
          query: `subscription { availabilityChanged(skus: ["MUG"], channelId: "web") { ${'item { availability(channelId: "web") { '.repeat(12)}sku${' } }'.repeat(12)} } }`,
        },
        /levels deep/,
      ],
      ['no SKUs', subscribe([]), /1 to 1000/],
      ['1,001 SKUs', subscribe(Array.from({ length: 1_001 }, (_, n) => `S${n}`)), /1001 entries; 1 to 1000/],
      ['an unknown SKU', subscribe(['MUG', 'nope']), /no item with SKU "nope"/],
      ['a NUL', subscribe(['a\0']), /NUL/],
      ['half a surrogate pair', subscribe(['a\ud800']), /surrogate/],
      ['a wrong type', subscribe({ a: 1 }), /ID cannot represent/],
      [
        'an unknown channel',
        { query: 'subscription { availabilityChanged(skus: ["MUG"], channelId: "nope") { sku } }' },
        /no channel "nope"/,
      ],
      ['a garbage cursor', subscribe(['MUG'], ', after: "garbage"'), /after is not a cursor/],
      [
        'two subscriptions in one',
        {
          query:
            'subscription { a: availabilityChanged(skus: ["MUG"], channelId: "web") { sku } b: availabilityChanged(skus: ["CUP"], channelId: "web") { sku } }',
        },
        /one/,
      ],
      [
        'fragments that come to 2^40 fields',
        {
          query: `subscription { availabilityChanged(skus: ["MUG"], channelId: "web") { ...A0 } } ${Array.from({ length: 40 }, (_, n) => `fragment A${n} on Availability { x${n}: sku ...A${n + 1} ...A${n + 1} }`).join(' ')} fragment A40 on Availability { sku }`,
        },
        /more than 10000 fields/,
      ],
    ])('%s', async (_name, { query, variables = {} }, message) => {
      const [first] = await hub.listen(query, { ...variables }, 1)
      answered.push(JSON.stringify(first))
      expect(first.data).toBeUndefined()
      expect(first.errors[0]).toMatchObject({
        message: expect.stringMatching(message),
        extensions: { code: 'BAD_USER_INPUT', requestId: expect.any(String), retryable: false },
      })
    })

    test.each<[name: string, messages: (string | Buffer)[], code: number]>([
      ['no JSON', ['INIT', '{bad'], 4400],
      ['a message of an unknown type', ['INIT', '{"type":"nope"}'], 4400],
      ['bytes', ['INIT', Buffer.from([1, 2, 3])], 4400],
      ['an operation without a query', ['INIT', '{"type":"subscribe","id":"1","payload":{}}'], 4400],
      [
        'an operation before it is known who asks',
        ['{"type":"subscribe","id":"1","payload":{"query":"{ viewer { kind } }"}}'],
        4401,
      ],
      ['two beginnings', ['INIT', 'INIT'], 4429],
      ['a wrong credential', ['{"type":"connection_init","payload":{"authorization":"Bearer nonsense"}}'], 4401],
      ['a credential that is a number', ['{"type":"connection_init","payload":{"authorization":5}}'], 4401],
      ['a frame of 5 MB', ['x'.repeat(5 * 1024 * 1024)], 1009],
    ])('%s closes it with a code', async (_name, messages, code) => {
      const init = JSON.stringify({ type: 'connection_init', payload: hub.admin })
      const socket = new WebSocket(`${hub.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws')
      const closed = new Promise<number>((resolve) => socket.once('close', resolve))
      await new Promise((resolve) => socket.once('open', resolve))
      for (const [at, message] of messages.entries()) {
        socket.send(message === 'INIT' ? init : message)
        // What comes before the acknowledgement is refused for that.
        if (message === 'INIT' && at === 0) await new Promise((resolve) => socket.once('message', resolve))
      }
      expect(await closed).toBe(code)
    })
  })

  describe('from clients that go away', () => {
    /** Sends some bytes and is gone. */
    async function leave(head: string, body: string): Promise<void> {
      const { hostname, port } = new URL(hub.url)
      const socket = connect(Number(port), hostname)
      await once(socket, 'connect')
      socket.write(
        `${head}\r\nhost: ${hostname}\r\nauthorization: ${Object(hub.admin).authorization}\r\ncontent-length: 1000000\r\n\r\n${body}`,
      )
      await sleep(200)
      socket.destroy()
    }

    test("in the middle of events: those before were recorded, and it is nobody's bug", async () => {
      const event = eventOf('onhand.stock.adjusted.v1', { sku: 'CUP', locationId: 'BER', delta: 3, reason: 'x' })
      await leave('POST /events HTTP/1.1\r\ncontent-type: application/x-ndjson', `${JSON.stringify(event)}\n{"spec`)
      await leave('POST /events HTTP/1.1\r\ncontent-type: application/cloudevents+json', '{"spec')
      await leave('POST /events HTTP/1.1\r\ncontent-type: application/cloudevents-batch+json', '[{"spec')
      await leave('POST /graphql HTTP/1.1\r\ncontent-type: application/json', '{"query":"{ view')
      await sleep(200)
      // Sent again, as whoever got no answer does.
      const { json } = keep(await hub.events(JSON.stringify(event), 'ndjson'))
      expect(json.results).toMatchObject([{ status: expect.stringMatching(/^(DUPLICATE|ACCEPTED)$/) }])
      expect(await hub.data('{ item(sku: "CUP") { stockLevels { onHand } } }')).toEqual({
        item: { stockLevels: [{ onHand: 3 }] },
      })
    })

    test('before their answer', async () => {
      const leaving = new AbortController()
      const asked = fetch(`${hub.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...hub.admin },
        body: JSON.stringify({
          query: '{ items(first: 250) { nodes { sku stockLevels { onHand movements { id } } } } }',
        }),
        signal: leaving.signal,
      })
      setTimeout(() => leaving.abort(), 5)
      await asked.catch(() => {})
      expect((await hub.request('/healthz')).status).toBe(200)
    })
  })

  test('after all of it nothing is half done, nothing was a bug, and nothing was let out', async () => {
    expect(await hub.differences()).toEqual([])
    expect(hub.logged('error')).toEqual([])
    for (const text of answered) expect(text).not.toMatch(INSIDES)
    expect(answered).not.toEqual([])
    expect(hub.log).not.toContain(Object(hub.admin).authorization.slice('Bearer '.length))
    expect((await hub.request('/readyz')).json).toEqual({ status: 'ready', problems: [], lagMs: expect.any(Number) })
  })
})
