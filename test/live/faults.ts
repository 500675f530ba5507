import { setTimeout as sleep } from 'node:timers/promises'
import { vi } from 'vitest'
import type { Follower } from './follower.ts'
import type { JournalReader } from './journal-reader.ts'
import type { LiveWorld } from './world.ts'

/** Those at one gateway. */
export interface Clients {
  readonly followers: readonly Follower[]
  readonly readers: readonly JournalReader[]
}

export interface Fault {
  readonly name: string
  /** Resolves when it is over; what is left of it in the networks is mended by whoever calls. `clients` are those of each gateway. */
  happen(world: LiveWorld, clients: readonly Clients[]): Promise<void>
  /** What the clients of a gateway have to have been told, by its number. */
  told?(clients: Clients, gateway: number): void
}

const PATIENCE = { timeout: 30_000, interval: 50 }

/** For how long, in the short form. */
const WHILE_MS = 1_500

/** All that issue and experience know. While each of them happens, everybody writes and listens. */
export function faults(whileMs = WHILE_MS): readonly Fault[] {
  return [
    {
      name: 'the clients are away for five seconds',
      async happen({ gateways }) {
        for (const { toClients } of gateways) toClients.cut()
        await sleep(5_000)
      },
    },
    {
      name: 'the network of the clients swallows everything',
      async happen({ gateways }) {
        for (const { toClients } of gateways) toClients.swallow()
        await sleep(whileMs)
      },
    },
    {
      name: 'Redis is restarted',
      async happen({ redis }) {
        await redis.restart()
      },
    },
    {
      name: 'Redis is killed and comes back later',
      async happen({ redis }) {
        await redis.kill()
        await sleep(whileMs)
        await redis.start()
      },
    },
    {
      name: 'Redis hangs',
      async happen({ redis }) {
        redis.pause()
        await sleep(whileMs * 2)
        redis.resume()
      },
    },
    {
      name: 'Redis is told to make its clients wait',
      async happen(world) {
        await world.askRedis('CLIENT', 'PAUSE', String(whileMs), 'ALL')
        await sleep(whileMs)
      },
    },
    {
      name: 'PostgreSQL crashes and recovers',
      async happen({ postgres }) {
        await postgres.restart('immediate')
      },
    },
    {
      name: 'PostgreSQL is stopped and comes back later',
      async happen({ postgres }) {
        await postgres.stop('fast')
        await sleep(whileMs)
        await postgres.start()
      },
    },
    {
      name: 'a gateway is killed',
      async happen(world) {
        const gateway = world.gateway(0)
        await gateway.process.stop('SIGKILL')
        await gateway.start()
      },
      told(clients, gateway) {
        if (gateway !== 0) return
        for (const { client } of allOf(clients)) expectSome(client.closed, 1006)
      },
    },
    {
      name: 'a gateway is stopped in good order',
      async happen(world) {
        const gateway = world.gateway(1)
        await gateway.process.stop('SIGTERM')
        await gateway.start()
      },
      told(clients, gateway) {
        if (gateway !== 1) return
        // Who was away or did not read at that moment is told nothing, and needs not be.
        for (const { client } of allOf(clients)) if (client.habit === 'steady') expectSome(client.closed, 1012)
      },
    },
    {
      name: 'a gateway is cut off from Redis',
      async happen(world) {
        world.gateway(0).toRedis.cut()
        await sleep(whileMs)
      },
    },
    {
      name: 'the network between a gateway and Redis swallows everything',
      async happen(world) {
        world.gateway(1).toRedis.swallow()
        await sleep(whileMs)
      },
    },
    {
      name: 'the networks to Redis lose every fifth piece',
      async happen({ gateways }) {
        for (const { toRedis } of gateways) toRedis.lose(0.2)
        await sleep(whileMs)
      },
    },
    {
      name: 'every network is slow',
      async happen({ gateways }) {
        for (const { toClients, toPostgres, toRedis } of gateways)
          for (const network of [toClients, toPostgres, toRedis]) network.delay(40)
        await sleep(whileMs)
      },
    },
    {
      name: 'a gateway is cut off from PostgreSQL, and the other one is not',
      async happen(world, clients) {
        world.gateway(1).toPostgres.cut()
        await sleep(whileMs)
        // It hears by Redis that there is news, and cannot read them: that is told to all who wait for them.
        await vi.waitFor(() => {
          for (const { client } of allOf(clients[1]))
            if (client.habit === 'steady') expectSome(client.errors, 'SERVICE_UNAVAILABLE')
        }, PATIENCE)
      },
    },
    {
      name: 'connections to PostgreSQL and Redis are reset again and again',
      async happen({ gateways }) {
        for (let round = 0; round < 5; round++) {
          for (const { toPostgres, toRedis } of gateways) {
            toPostgres.reset()
            toRedis.reset()
          }
          await sleep(whileMs / 5)
        }
      },
    },
  ]
}

export function allOf(clients: Clients | undefined): readonly (Follower | JournalReader)[] {
  return [...(clients?.followers ?? []), ...(clients?.readers ?? [])]
}

function expectSome<T>(told: readonly T[], wanted: T): void {
  if (!told.includes(wanted))
    throw new Error(`Nobody was told ${wanted}; told was ${JSON.stringify([...new Set(told)])}.`)
}
