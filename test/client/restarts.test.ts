import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { HubProcess, TestClient } from '../hub/hub-process.ts'
import { networkTo } from '../support/network.ts'
import { startPostgres } from '../support/postgres-server.ts'
import { startRedis } from '../support/redis-server.ts'
import { Observed } from './observed.ts'

// Goal: a store outlives everything behind it. Method: the hub as users run it, behind one address; each of its servers is restarted while stock changes.
test('a store goes on when the hub, Redis or PostgreSQL are restarted', { timeout: 300_000 }, async () => {
  await using postgres = await startPostgres()
  await using redis = await startRedis()
  const env = { DATABASE_URL: postgres.url, REDIS_URL: redis.url, MOVE_OVER_SPREAD_MS: '100' }
  const hubs = [await HubProcess.start(['start', '--port', '0'], env)]
  const [first] = hubs
  await using network = await networkTo(Number(new URL((await first?.url()) ?? '').port))
  const client = new TestClient(`http://127.0.0.1:${network.port}`)
  const restart = async (signal: NodeJS.Signals) => {
    await hubs.at(-1)?.stop(signal)
    const hub = await HubProcess.start(['start', '--port', '0'], env)
    hubs.push(hub)
    network.leadTo(Number(new URL(await hub.url()).port))
  }
  try {
    await client.shop()
    let counted = 0
    const count = async () => {
      counted++
      expect(
        await client.event('onhand.stock.counted.v1', { sku: 'MUG', locationId: 'BER', quantity: counted }),
      ).toMatchObject({ status: 'ACCEPTED' })
    }
    await count()
    using observed = new Observed({ url: `${client.url}/graphql`, skus: ['MUG'] })
    const follows = async () => {
      await observed.has({ MUG: counted })
      await observed.is('live')
    }
    await follows()

    await restart('SIGTERM')
    expect(observed.statuses).toContain('stale: moved over')
    await count()
    await follows()

    await restart('SIGKILL')
    await count()
    await follows()

    await redis.stop()
    await count()
    await follows()
    await redis.start()
    await count()
    await follows()

    await redis.restart()
    await count()
    await follows()

    await postgres.restart('immediate')
    await expect.poll(async () => (await client.get('/readyz')).status, { timeout: 60_000 }).toBe(200)
    await count()
    await follows()

    await sleep(200)
    // Through all of that the hub could always say what had changed.
    expect(observed.snapshots).toEqual(['first'])
  } finally {
    await Promise.all(hubs.map((hub) => hub[Symbol.asyncDispose]()))
  }
})
