import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { emptyDatabase } from '../support/database.ts'
import { HubProcess, TestClient } from './hub-process.ts'
import { subscribe } from './subscribe.ts'

describe('the hub in one process, in an empty folder', () => {
  let dataDir: string
  let hub: HubProcess
  let client: TestClient

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'onhand-hub-'))
    hub = await HubProcess.start(['start', '--port', '0'], { DATA_DIR: dataDir })
    client = new TestClient(await hub.url())
  })

  afterAll(async () => {
    await hub[Symbol.asyncDispose]()
    await rm(dataDir, { recursive: true, force: true })
  })

  test('is ready, and says that it is open', async () => {
    const ready = await client.get('/readyz')

    expect(ready).toMatchObject({ status: 200 })
    expect(JSON.parse(ready.text)).toEqual({ status: 'ready', problems: [], lagMs: expect.any(Number) })
    expect(hub.log).toContainEqual(expect.objectContaining({ level: 'warn', msg: expect.stringMatching(/^OPEN: /) }))
    expect(await client.get('/metrics')).toMatchObject({ text: expect.stringContaining('onhand_ledger_waiting 0') })
  })

  test('takes mutations and events, answers across subgraphs, and tells who listens', async () => {
    await client.shop()
    const at = { sku: 'MUG', locationId: 'BER' }
    expect(await client.event('onhand.stock.counted.v1', { ...at, quantity: 10 })).toMatchObject({ status: 'ACCEPTED' })

    await using listener = subscribe(
      client.url,
      'subscription { availabilityChanged(skus: ["MUG"], channelId: "web", initial: true) { quantity item { title } } }',
    )
    await listener.next(({ quantity }) => quantity === 10)
    const reserve =
      'mutation { reserve(input: { idempotencyKey: "r", channelId: "web", lines: [{ sku: "MUG", quantity: 3 }] }) { reservation { id } cursor } }'
    const { cursor, reservation } = (await client.data(reserve)).reserve
    expect(await listener.next(({ quantity }) => quantity === 7)).toEqual({ quantity: 7, item: { title: 'Mug' } })

    const data = await client.data(
      `query ($id: ID!, $cursor: Cursor) {
        reservation(id: $id, atLeast: $cursor) {
          status
          channel { name }
          lines { item { title stockLevels(locationIds: ["BER"]) { onHand held atf } availability(channelId: "web") { quantity } } }
        }
      }`,
      { id: reservation.id, cursor },
    )
    expect(data.reservation).toEqual({
      status: 'HELD',
      channel: { name: 'Web' },
      lines: [
        { item: { title: 'Mug', stockLevels: [{ onHand: 10, held: 3, atf: 7 }], availability: { quantity: 7 } } },
      ],
    })
  })

  test('a hold ends by itself, and who listens hears of it within a second', async () => {
    await using listener = subscribe(
      client.url,
      'subscription { availabilityChanged(skus: ["MUG"], channelId: "web", initial: true) { quantity } }',
    )
    await listener.next(({ quantity }) => quantity === 7)
    listener.told.length = 0
    const reserve =
      'mutation { reserve(input: { idempotencyKey: "short", channelId: "web", ttlSeconds: 1, lines: [{ sku: "MUG", quantity: 2 }] }) { reservation { expiresAt } } }'
    const { expiresAt } = (await client.data(reserve)).reserve.reservation
    await listener.next(({ quantity }) => quantity === 5)
    await listener.next(({ quantity }) => quantity === 7)

    // A second by the contract, and what a busy machine needs to run this test.
    expect(Date.now() - Date.parse(expiresAt)).toBeLessThan(3_000)
  })

  test('its folder is its own: a second hub says who has it', async () => {
    const { code, stderr } = await HubProcess.run(['start', '--port', '0'], { DATA_DIR: dataDir })

    expect(code).toBe(1)
    expect(stderr).toMatch(
      /^The data folder .* is in use by process \d+\. Stop it, or set DATA_DIR to another folder\.\n$/,
    )
  })

  test('asks clients to connect anew when it is told to, and goes on', async () => {
    await using listener = subscribe(
      client.url,
      'subscription { availabilityChanged(skus: ["MUG"], channelId: "web", initial: true) { quantity } }',
    )
    await listener.next(({ quantity }) => quantity === 7)
    hub.signal('SIGUSR2')
    await expect.poll(() => listener.closed, { timeout: 15_000 }).toEqual([1012])
    expect(await client.get('/readyz')).toMatchObject({ status: 200 })
  })

  test('stops in good order, tells sockets to move over, and starts again with what it knew', {
    timeout: 90_000,
  }, async () => {
    await using listener = subscribe(
      client.url,
      'subscription { availabilityChanged(skus: ["MUG"], channelId: "web", initial: true) { quantity } }',
    )
    await listener.next(({ quantity }) => quantity === 7)
    expect(await hub.stop('SIGTERM')).toBe(0)
    expect(hub.log.at(-1)).toMatchObject({ msg: 'Closed' })
    expect(listener.closed).toEqual([1012])

    hub = await HubProcess.start(['start', '--port', '0'], { DATA_DIR: dataDir })
    client = new TestClient(await hub.url())
    expect(await client.data('{ availability(skus: ["MUG"], channelId: "web") { quantity } }')).toEqual({
      availability: [{ quantity: 7 }],
    })
  })

  test('is closed by the first key, for those who have none', { timeout: 90_000 }, async () => {
    expect(await hub.stop('SIGINT')).toBe(0)
    const env = { DATA_DIR: dataDir }
    const made = await HubProcess.run(
      ['keys', 'create', '--name', 'shop', '--kind', 'storefront', '--channels', 'web'],
      env,
    )
    expect(made).toMatchObject({ code: 0, stdout: expect.stringMatching(/^onh_\w+_[\w-]+\n$/) })

    hub = await HubProcess.start(['start', '--port', '0'], env)
    client = new TestClient(await hub.url())
    const question = '{ availability(skus: ["MUG"], channelId: "web") { quantity } }'
    expect((await client.graph(question)).errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }])
    const shop = new TestClient(client.url, made.stdout.trim())
    expect(await shop.data(question)).toEqual({ availability: [{ quantity: 7 }] })
    expect((await shop.graph('{ deadLetters { nodes { id } } }')).errors).toMatchObject([
      { extensions: { code: 'FORBIDDEN' } },
    ])
    expect(hub.log.some(({ msg }) => /^OPEN: /.test(String(msg)))).toBe(false)
  })
})

test('an open hub refuses to listen to others than this machine', { timeout: 60_000 }, async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'onhand-hub-'))
  try {
    const { code, stderr } = await HubProcess.run(['start', '--host', '0.0.0.0', '--port', '0'], { DATA_DIR: dataDir })

    expect(code).toBe(2)
    expect(stderr).toMatch(/^Nothing says who may ask: .* Listening on 0\.0\.0\.0 is refused\./)
  } finally {
    await rm(dataDir, { recursive: true, force: true })
  }
})

test('the same program uses real servers when it is given them, and brings up an empty database', {
  timeout: 60_000,
}, async () => {
  await using database = await emptyDatabase()
  await using hub = await HubProcess.start(['start', '--port', '0'], { DATABASE_URL: database.url })
  const client = new TestClient(await hub.url())
  await client.shop()

  expect((await hub.logged(/is ready$/)).database).toBe('postgres')
  expect(await client.event('onhand.stock.counted.v1', { sku: 'MUG', locationId: 'BER', quantity: 2 })).toMatchObject({
    status: 'ACCEPTED',
  })
  expect(await client.data('{ availability(skus: ["MUG"], channelId: "web") { quantity } }')).toEqual({
    availability: [{ quantity: 2 }],
  })
  expect(await hub.stop()).toBe(0)
})
