import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { type PostgresServer, startPostgres } from '../support/postgres-server.ts'
import { type RedisServer, startRedis } from '../support/redis-server.ts'
import { HubProcess, TestClient } from './hub-process.ts'
import { subscribe } from './subscribe.ts'

// Goal: whatever goes away comes back without anybody doing anything, and nobody was told something wrong meanwhile.
test('the hub waits for its servers, says when they are gone, and goes on when they are back', {
  timeout: 180_000,
}, async () => {
  await using postgres = await startPostgres()
  await using redis = await startRedis()
  const env = { DATABASE_URL: postgres.url, REDIS_URL: redis.url }
  await postgres.stop()
  await using hub = await HubProcess.start(['start', '--port', '0'], env)
  await hub.logged(/^Waiting for the database$/)
  await postgres.start()
  const client = new TestClient(await hub.url())
  await client.shop()
  const count = (quantity: number) =>
    client.event('onhand.stock.counted.v1', { sku: 'MUG', locationId: 'BER', quantity }, `count-${quantity}`)
  await using listener = subscribe(
    client.url,
    'subscription { availabilityChanged(skus: ["MUG"], channelId: "web", initial: true) { quantity } }',
  )
  await listener.next(({ quantity }) => quantity === 0)

  await withoutRedis(redis, async () => {
    expect(await count(1)).toMatchObject({ status: 'ACCEPTED' })
    await listener.next(({ quantity }) => quantity === 1)
    expect(await client.get('/readyz')).toMatchObject({ status: 200 })
  })
  expect(await count(2)).toMatchObject({ status: 'ACCEPTED' })
  await listener.next(({ quantity }) => quantity === 2)

  await withoutPostgres(postgres, async () => {
    const refused = await client.graph(
      'mutation { reserve(input: { idempotencyKey: "k", channelId: "web", lines: [{ sku: "MUG", quantity: 1 }] }) { cursor } }',
    )
    expect(refused.errors).toMatchObject([{ extensions: { code: 'SERVICE_UNAVAILABLE', retryable: true } }])
    const asked = await client.graph('{ items { nodes { sku } } }')
    expect(asked.errors).toMatchObject([{ extensions: { code: 'SERVICE_UNAVAILABLE', retryable: true } }])
    const ready = await client.get('/readyz')
    expect(ready.status).toBe(503)
    expect(JSON.parse(ready.text).problems).toContainEqual({ part: 'database', message: 'It does not answer.' })
    expect(await client.get('/healthz')).toMatchObject({ status: 200 })
  })
  await expect.poll(async () => (await client.get('/readyz')).status, { timeout: 20_000 }).toBe(200)

  // The key of the request that failed, sent again.
  listener.told.length = 0
  const { reserve } = await client.data(
    'mutation { reserve(input: { idempotencyKey: "k", channelId: "web", lines: [{ sku: "MUG", quantity: 1 }] }) { userErrors { code } cursor } }',
  )
  expect(reserve.userErrors).toEqual([])
  await listener.next(({ quantity }) => quantity === 1)
  expect(await client.data('{ availability(skus: ["MUG"], channelId: "web") { quantity } }')).toEqual({
    availability: [{ quantity: 1 }],
  })
  expect(listener.problems).toEqual([])
  expect(await hub.stop()).toBe(0)
})

async function withoutRedis(redis: RedisServer, work: () => Promise<void>): Promise<void> {
  await redis.stop()
  await sleep(200)
  await work()
  await redis.start()
}

async function withoutPostgres(postgres: PostgresServer, work: () => Promise<void>): Promise<void> {
  await postgres.stop('immediate')
  await work()
  await postgres.start()
}
