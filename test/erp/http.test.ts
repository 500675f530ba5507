import { readFile } from 'node:fs/promises'
import { Validator } from '@seriousme/openapi-schema-validator'
import { describe, expect, test } from 'vitest'
import { MOVEMENT_KINDS } from '../../core/erp/movement.ts'
import { STOCK_ACCOUNTS } from '../../core/ledger/accounts.ts'
import { ERP_LOCATION_KINDS, ERP_REFUSAL_CODES, ErpUnavailable } from '../../erp/connector.ts'
import { readContract } from '../../erp/http/contract.ts'
import { openConnector } from '../../erp/open-connector.ts'
import { DATABASE_KINDS } from '../support/database.ts'
import { openTestLedger } from '../support/ledger.ts'
import { describeConformance, movement, onHand, pullAll } from './conformance.ts'
import { HttpErp, SECRET } from './http-erp.ts'
import { deliver, drained, goodsMoved, knowErps, until } from './plain-shop.ts'

const never = new AbortController().signal

describeConformance('HTTP', async () => {
  const erp = await HttpErp.open()
  return {
    open: () => erp.connector(),
    sell: async (...sold) => erp.begin('onhand.sale.recorded.v1', ...sold)(),
    receive: async (...received) => erp.begin('onhand.stock.received.v1', ...received)(),
    sellSlowly: async (...sold) => {
      const commit = erp.begin('onhand.sale.recorded.v1', ...sold)
      return { commit: async () => commit() }
    },
    loseAnswer: () => {
      erp.misbehave.cutAfterCommit = 1
    },
    steps: 1,
    lost: 'done',
    loseDatabase: async () => erp.lose(),
    forbidBefore: async (moment) => erp.forbidBefore(moment),
    entries: async (reference) => erp.entries(reference),
    stop: () => erp.stop(),
    start: () => erp.start(),
    [Symbol.asyncDispose]: () => erp[Symbol.asyncDispose](),
  }
})

describe('the contract', () => {
  test('is a document of OpenAPI 3.1', async () => {
    const { valid, errors } = await new Validator().validate(Object(readContract()))
    expect(errors ?? []).toEqual([])
    expect(valid).toBe(true)
  })

  test('has the words of the hub, all of them', () => {
    const { schemas } = Object(readContract()).components
    expect(schemas.Movement.properties.kind.enum).toEqual(MOVEMENT_KINDS)
    expect(schemas.Location.properties.kind.enum).toEqual([...ERP_LOCATION_KINDS, null])
    expect(schemas.Balance.properties.accounts.items.enum).toEqual(STOCK_ACCOUNTS)
    expect(schemas.Result.oneOf[2].properties.code.enum).toEqual(ERP_REFUSAL_CODES)
  })

  test('has the calls that the page lists', async () => {
    const page = await readFile(new URL('../../docs/connectors.md', import.meta.url), 'utf8')
    const table = /<!-- begin: calls -->\n([\s\S]*?)<!-- end: calls -->/.exec(page)?.[1] ?? ''
    const listed = [...table.matchAll(/^\| `POST ([^`]+)`/gm)].map((match) => match[1])
    expect(listed).toEqual(Object.keys(Object(readContract()).paths))
  })
})

describe('an ERP that behaves badly', () => {
  test.each([
    ['seconds', () => '2', 2_000],
    ['a date', () => new Date(Date.now() + 3_000).toUTCString(), 3_000],
  ])('is left alone as long as it asks for by %s', async (_what, header, ms) => {
    await using erp = await HttpErp.open()
    const connector = erp.connector()
    erp.misbehave = { instead: { status: 429, headers: { 'retry-after': header() }, times: 1 } }
    const refused: unknown = await connector.post([movement({})], never).catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(ErpUnavailable)
    const { retryAfterMs } = refused as ErpUnavailable
    expect(retryAfterMs).toBeGreaterThan(ms - 2_000)
    expect(retryAfterMs).toBeLessThanOrEqual(ms)
    // Not even asked.
    await expect(connector.find([movement({}).reference], never)).rejects.toThrow(/left alone/)
    expect(erp.asked).toHaveLength(1)
    await connector.close()
  })

  test('is left alone as long as it asked for, whatever it says to what was under way', async () => {
    await using erp = await HttpErp.open()
    const connector = erp.connector()
    erp.misbehave = {
      instead: [
        { path: '/movements', status: 429, headers: { 'retry-after': '60' }, times: 1 },
        { path: '/movements/find', status: 429, times: 1, afterMs: 500 },
      ],
    }
    const refused = await Promise.allSettled([connector.post([movement({})], never), connector.find(['any'], never)])
    expect(refused.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    await expect(connector.health(never)).rejects.toThrow(/left alone/)
    expect(erp.asked).toHaveLength(2)
    await connector.close()
  })

  test('may be at work for a while where it is out of service and asks for no time', async () => {
    await using erp = await HttpErp.open()
    erp.misbehave = { instead: { status: 503, times: 1 } }
    const connector = erp.connector({ settleSeconds: 7 })
    await expect(connector.post([movement({})], never)).rejects.toMatchObject({
      name: 'ErpUnavailable',
      retryAfterMs: 7_000,
    })
    await connector.close()
  })

  test.each([
    ['answers nothing that can be read', { instead: { status: 200, body: '<html>', times: 1 } }, /not JSON/],
    [
      'answers other things',
      { instead: { status: 200, body: '{"results":[{}]}', times: 1 } },
      /what the contract says/,
    ],
    ['says that it fails', { instead: { status: 502, times: 1 } }, /502, As I was told to\./],
    ['does not know the hub', { instead: { status: 401, times: 1 } }, /does not let the hub in: 401/],
    ['leads elsewhere', { instead: { status: 307, headers: { location: '/' }, times: 1 } }, /307/],
    ['leaves one out', { results: 'short' }, /each in the order given/],
    ['mixes them up', { results: 'mixed' }, /each in the order given/],
  ] as const)('is unavailable when it %s', async (_what, misbehave, says) => {
    await using erp = await HttpErp.open()
    erp.misbehave = structuredClone(misbehave)
    const connector = erp.connector()
    const sent = [movement({}), movement({})]
    const failed: unknown = await connector.post(sent, never).catch((error: unknown) => error)
    expect(failed).toBeInstanceOf(ErpUnavailable)
    expect(String(failed)).toMatch(says)
    await connector.close()
  })

  test('is unavailable when it is slow, and may be at work for a while', async () => {
    await using erp = await HttpErp.open()
    erp.misbehave = { answerAfterMs: 3_000 }
    const connector = erp.connector({ timeoutSeconds: 1, settleSeconds: 7 })
    const sent = movement({})
    await expect(connector.post([sent], never)).rejects.toMatchObject({ name: 'ErpUnavailable', retryAfterMs: 7_000 })
    await expect(connector.find([sent.reference], never)).resolves.toMatchObject([{ status: 'done' }])
    await connector.close()
  })

  test('takes a request for a wrong one: that is a fault, and no silence', async () => {
    await using erp = await HttpErp.open()
    erp.misbehave = { instead: { status: 422, times: 1 } }
    const connector = erp.connector()
    const failed: unknown = await connector.post([movement({})], never).catch((error: unknown) => error)
    expect(failed).not.toBeInstanceOf(ErpUnavailable)
    expect(String(failed)).toMatch(/a wrong one: 422, As I was told to/)
    await connector.close()
  })

  test.each([
    ['/movements/find', 400],
    ['/movements/find', 404],
    ['/movements', 404],
    ['/movements', 405],
    ['/movements', 410],
  ])('is unavailable when it answers %s with %i', async (path, status) => {
    await using erp = await HttpErp.open()
    erp.misbehave = { instead: { path, status, times: 1 } }
    const connector = erp.connector()
    const sent = movement({})
    const called = path === '/movements' ? connector.post([sent], never) : connector.find([sent.reference], never)
    await expect(called).rejects.toMatchObject({ name: 'ErpUnavailable', message: expect.stringContaining(path) })
    await connector.close()
  })

  test('is not let in where it is, unless that was allowed', async () => {
    await using erp = await HttpErp.open()
    const connector = erp.connector({}, [])
    await expect(connector.health(never)).rejects.toThrow(/was not allowed/)
    expect(erp.asked).toEqual([])
    await connector.close()
  })

  test('gets what is signed, with the token that it wants', async () => {
    await using erp = await HttpErp.open()
    const connector = erp.connector({ token: 'let-me-in' })
    await connector.health(never)
    expect(erp.asked[0]?.headers).toMatchObject({ authorization: 'Bearer let-me-in' })
    const other = erp.connector({ secret: `whsec_${Buffer.from('x'.repeat(32)).toString('base64')}` })
    await expect(other.health(never)).rejects.toThrow(/does not let the hub in: 401, It is not signed/)
    await connector.close()
    await other.close()
  })

  test('is told only the kinds of movements that it takes', async () => {
    await using erp = await HttpErp.open()
    const connector = erp.connector({ kinds: ['receipt'] })
    const results = await connector.post(
      [movement({}), movement({ kind: 'receipt', from: 'supplier', to: 'sellable' })],
      never,
    )
    expect(results).toMatchObject([{ status: 'refused', code: 'NOT_SUPPORTED' }, { status: 'accepted' }])
    await connector.close()
  })

  test('a page without news says how far it was read', async () => {
    await using erp = await HttpErp.open()
    const connector = erp.connector()
    const [first] = await pullAll(connector, null)
    const [second] = await pullAll(connector, first?.watermark ?? null)
    expect(second).toMatchObject({ events: [], watermark: first?.watermark })
    expect(second?.upTo.getTime()).toBeGreaterThanOrEqual(first?.upTo.getTime() ?? 0)
    await connector.close()
  })
})

// Goal: each movement stands in the books of the ERP once. Method: everything that an ERP can do wrong, while the hub goes on selling.
describe.each(DATABASE_KINDS)('what moves in the hub, on %s', (kind) => {
  test('arrives once each, through refusals, cut connections and answers that come too late', {
    timeout: 90_000,
  }, async () => {
    await using erp = await HttpErp.open()
    await using hub = await openTestLedger(kind)
    await hub.shop(['MUG', 'PEN'], ['ST1', 'DC1'])
    await knowErps(hub, 'erp')
    await using _ = deliver(
      hub,
      {},
      {},
      { connect: () => erp.connector({ settleSeconds: 1, timeoutSeconds: 1, postBatch: 4 }) },
    )
    const sell = async (count: number) => {
      for (let n = 0; n < count; n++) {
        await hub.count('MUG', 'ST1', 100 + n)
        await hub.count('PEN', 'DC1', 200 + n)
      }
    }
    const faults: HttpErp['misbehave'][] = [
      { instead: { status: 429, headers: { 'retry-after': '1' }, times: 2 } },
      { cutAfterCommit: 2 },
      { instead: { status: 500, times: 2 } },
      { answerAfterMs: 1_500 },
      { results: 'mixed' },
    ]
    for (const fault of faults) {
      erp.misbehave = fault
      await sell(3)
      await expect.poll(() => erp.asked.length, { timeout: 30_000 }).toBeGreaterThan(0)
      await expect
        .poll(() => erp.asked.filter(({ path }) => path === '/movements').length, { timeout: 30_000 })
        .toBeGreaterThan(0)
      erp.asked.length = 0
    }
    erp.misbehave = { refuse: ['PEN'] }
    await sell(2)
    const states = await drained(hub, 'erp')
    const moved = await goodsMoved(hub)
    expect(states.ACKNOWLEDGED).toBe(erp.references.length)
    expect((states.ACKNOWLEDGED ?? 0) + (states.REFUSED ?? 0)).toBe(moved.length)
    expect(states.REFUSED).toBeGreaterThan(0)
    // Every mug arrived, none twice.
    expect(erp.stockOf('MUG', 'ST1')).toBe((await hub.position('MUG', 'ST1'))?.sellable)
    const connector = erp.connector()
    expect(await onHand(connector, 'MUG', 'ST1')).toBe(101)
    await connector.close()
  })

  test('waits while the ERP cannot say what it has, and its condition tells so', async () => {
    await using erp = await HttpErp.open()
    await using hub = await openTestLedger(kind)
    await hub.shop(['MUG'], ['ST1'])
    await knowErps(hub, 'erp')
    erp.misbehave = { cutAfterCommit: 1, instead: { path: '/movements/find', status: 404, times: 1_000 } }
    await using _ = deliver(hub, {}, {}, { connect: () => erp.connector({ settleSeconds: 1, timeoutSeconds: 1 }) })
    await hub.count('MUG', 'ST1', 10)

    const condition = () => hub.db.kysely.selectFrom('erp_condition').selectAll().executeTakeFirst()
    const failing = await until(condition, (row) => (row?.failures ?? 0) >= 3)
    expect(failing).toMatchObject({ last_error: expect.stringContaining('404') })
    erp.misbehave = {}
    expect(await drained(hub, 'erp')).toEqual({ behind: 0, ACKNOWLEDGED: 1 })
    expect(erp.references).toHaveLength(1)
    expect(await until(condition, (row) => row?.circuit === 'CLOSED')).toMatchObject({ failures: 0 })
  })
})

test('its settings and secrets are looked at', () => {
  const system = { id: 'main', kind: 'http', settings: { url: 'https://erp.example/onhand' } }
  expect(() => openConnector(system, {})).toThrow(/Secrets of an ERP by HTTP/)
  expect(() => openConnector(system, { main: { secret: 'do not tell' } })).toThrow(/^(?!.*do not tell)/)
  const at = (url: string) => () => openConnector({ ...system, settings: { url } }, { main: { secret: SECRET } })
  expect(at('https://user:do-not-tell@erp.example/x')).toThrow(/\/url/)
  expect(at('http://10.0.0.1/onhand')).toThrow(/was not allowed/)
  expect(at('https://erp.example/onhand/')).toThrow(/\/url/)
})
