import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { SUBGRAPHS } from '../../schema/index.ts'
import { emptyDatabase } from '../support/database.ts'
import { HubProcess, TestClient } from './hub-process.ts'
import { subscribe } from './subscribe.ts'

describe('the hub in many processes, on PostgreSQL and Redis', () => {
  const processes = new Map<string, HubProcess>()
  let database: Awaited<ReturnType<typeof emptyDatabase>>
  let env: Record<string, string>
  let client: TestClient

  beforeAll(async () => {
    database = await emptyDatabase()
    env = { DATABASE_URL: database.url, REDIS_URL: inject('servers').redisUrl, DATABASE_POOL_SIZE: '4' }
  })

  afterAll(async () => {
    await Promise.all([...processes.values()].map((process) => process[Symbol.asyncDispose]()))
    await database[Symbol.asyncDispose]()
  })

  test('no part starts alone without servers that it can share', async () => {
    for (const args of [['gateway'], ['subgraph', 'stock'], ['worker']]) {
      const { code, stderr } = await HubProcess.run(args, { DATABASE_URL: database.url })
      expect(code).toBe(2)
      expect(stderr).toMatch(/needs a PostgreSQL and a Redis that they share: set REDIS_URL\./)
    }
  })

  test('no part that starts alone changes the tables', async () => {
    const { code, stderr } = await HubProcess.run(['worker'], env)
    expect(code).toBe(2)
    expect(stderr).toMatch(/^The database lacks 0001_ledger.*Run `npm run hub -- migrate` first/)

    expect(await HubProcess.run(['migrate'], env)).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^Applied 0001_ledger/),
    })
    expect(await HubProcess.run(['migrate'], env)).toMatchObject({ code: 0, stdout: 'The database is up to date.\n' })
  })

  // Seven processes that start at once on a busy machine.
  test('five subgraphs, a gateway and a worker make one hub', { timeout: 120_000 }, async () => {
    const urls = await Promise.all(
      SUBGRAPHS.map(async (name) => {
        const subgraph = await HubProcess.start(['subgraph', name, '--port', '0'], env)
        processes.set(name, subgraph)
        return [`SUBGRAPH_${name.toUpperCase()}_URL`, await subgraph.url()] as const
      }),
    )
    processes.set('worker', await HubProcess.start(['worker'], env))
    processes.set(
      'gateway',
      await HubProcess.start(['gateway', '--port', '0'], { ...env, ...Object.fromEntries(urls) }),
    )
    await processes.get('worker')?.logged(/is ready$/)
    client = new TestClient((await processes.get('gateway')?.url()) ?? '')

    expect(JSON.parse((await client.get('/readyz')).text)).toEqual({
      status: 'ready',
      problems: [],
      lagMs: expect.any(Number),
    })
  })

  test('a subgraph answers nobody but the gateway', async () => {
    const url = await processes.get('stock')?.url()
    const response = await fetch(url ?? '', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ viewer { kind } }' }),
    })

    expect(response.status).toBe(401)
    expect(JSON.parse(await response.text()).errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }])
  })

  test('an event goes in at the gateway, and who listens hears of it, from whichever process', async () => {
    await client.shop()
    await using listener = subscribe(
      client.url,
      'subscription { availabilityChanged(skus: ["MUG"], channelId: "web", initial: true) { quantity item { title stockLevels(locationIds: ["BER"]) { onHand } } } }',
    )
    await listener.next(({ quantity }) => quantity === 0)

    await client.event('onhand.stock.counted.v1', { sku: 'MUG', locationId: 'BER', quantity: 8 })
    expect(await listener.next(({ quantity }) => quantity === 8)).toEqual({
      quantity: 8,
      item: { title: 'Mug', stockLevels: [{ onHand: 8 }] },
    })
    // Written by the subgraph reservations, told by Redis to the gateway; freed by the worker.
    await client.data(
      'mutation { reserve(input: { idempotencyKey: "r", channelId: "web", ttlSeconds: 1, lines: [{ sku: "MUG", quantity: 3 }] }) { reservation { id } } }',
    )
    await listener.next(({ quantity }) => quantity === 5)
    listener.told.length = 0
    await listener.next(({ quantity }) => quantity === 8)
  })

  test('a query joins all five subgraphs', async () => {
    const shipment = `mutation { createShipment(input: { idempotencyKey: "s", kind: PURCHASE, destinationId: "LEJ", lines: [{ sku: "MUG", quantity: 4 }] }) { shipment { id } cursor userErrors { message } } }`
    const { cursor } = (await client.data(shipment)).createShipment
    const { item } = await client.data(
      `query ($cursor: Cursor) {
        item(sku: "MUG", atLeast: $cursor) {
          title
          stockLevels(locationIds: ["LEJ"]) { onHand onOrder }
          shipments { status }
          reservations { status }
          returns { id }
          availability(channelId: "web") { quantity }
        }
      }`,
      { cursor },
    )

    expect(item).toEqual({
      title: 'Mug',
      stockLevels: [{ onHand: 0, onOrder: 4 }],
      shipments: [{ status: 'DRAFT' }],
      reservations: [{ status: 'EXPIRED' }],
      returns: [],
      availability: { quantity: 8 },
    })
  })

  test('without one subgraph the rest goes on, and the hub says what is missing', async () => {
    await processes.get('returns')?.stop('SIGKILL')

    const { data, errors } = await client.graph('{ item(sku: "MUG") { title returns { id } } }')
    expect(data.item).toEqual({ title: 'Mug', returns: null })
    expect(errors).toMatchObject([{ extensions: { code: 'SERVICE_UNAVAILABLE', retryable: true } }])
    const ready = await client.get('/readyz')
    expect(ready.status).toBe(503)
    expect(JSON.parse(ready.text).problems).toMatchObject([{ part: 'subgraph returns' }])
  })

  test('every part stops in good order', async () => {
    processes.delete('returns')
    for (const [name, process] of [...processes].reverse()) {
      expect(`${name} ${await process.stop()}`).toBe(`${name} 0`)
      expect(process.log.at(-1)).toMatchObject({ msg: 'Closed' })
    }
  })
})
