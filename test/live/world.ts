import { join } from 'node:path'
import { sql } from 'kysely'
import { createClient } from 'redis'
import { inject, vi } from 'vitest'
import { openDatabase } from '../../core/database/connection.ts'
import { audit } from '../../core/ledger/audit.ts'
import { bucketOf } from '../../core/ledger/bucket.ts'
import { movementIdOf } from '../../subgraphs/shared/movement-id.ts'
import { HubProcess, TestClient } from '../hub/hub-process.ts'
import { type Network, networkTo } from '../support/network.ts'
import { freePort } from '../support/ports.ts'
import { type PostgresServer, startPostgres } from '../support/postgres-server.ts'
import { type RedisServer, startRedis } from '../support/redis-server.ts'

export const SKUS: readonly string[] = Array.from({ length: 40 }, (_, index) => `SKU-${String(index).padStart(2, '0')}`)

/** For each of them one that lies in the same bucket, and that nobody wants to know about. */
export const NUDGES: readonly string[] = SKUS.map((sku) => {
  for (let number = 0; ; number++) {
    const nudge = `NUDGE-${number}`
    if (bucketOf(nudge) === bucketOf(sku)) return nudge
  }
})

/** A whole hub as a process of its own, with a network to each of those that it talks with. */
export interface LiveGateway {
  process: HubProcess
  readonly toPostgres: Network
  readonly toRedis: Network
  readonly toClients: Network
  /** Past the network, for those whose business is not the faults. */
  readonly client: TestClient
  /** By way of the network. */
  readonly url: string
  /** Begins again after it was killed or stopped, where it was. */
  start(): Promise<void>
}

/** Two gateways beside each other on one PostgreSQL and one Redis, and everything that can happen between them and to them. */
export class LiveWorld implements AsyncDisposable {
  readonly postgres: PostgresServer
  readonly redis: RedisServer
  readonly gateways: readonly LiveGateway[]
  /** Before the first entry of the journal. */
  readonly beginning: string
  readonly #disposables: AsyncDisposableStack

  private constructor(
    { postgres, redis, gateways, beginning }: Pick<LiveWorld, 'postgres' | 'redis' | 'gateways' | 'beginning'>,
    disposables: AsyncDisposableStack,
  ) {
    this.postgres = postgres
    this.redis = redis
    this.gateways = gateways
    this.beginning = beginning
    this.#disposables = disposables
  }

  static async start(settings: Record<string, string> = {}, count = 2): Promise<LiveWorld> {
    await using starting = new AsyncDisposableStack()
    const [postgres, redis] = await Promise.all([startPostgres(), startRedis()])
    starting.use(postgres)
    starting.use(redis)
    // The first one makes the tables.
    const first = await startGateway(postgres, redis, settings, starting)
    const [beginning, ...others] = await Promise.all([
      stock(first.client),
      ...Array.from({ length: count - 1 }, () => startGateway(postgres, redis, settings, starting)),
    ])
    return new LiveWorld({ postgres, redis, gateways: [first, ...others], beginning }, starting.move())
  }

  gateway(index: number): LiveGateway {
    const gateway = this.gateways[index]
    if (gateway === undefined) throw new Error(`There is no gateway ${index}.`)
    return gateway
  }

  async askRedis(...args: string[]): Promise<unknown> {
    const client = createClient({ url: this.redis.url, socket: { reconnectStrategy: false } })
    client.on('error', () => {})
    await client.connect()
    try {
      return await client.sendCommand(args)
    } finally {
      client.destroy()
    }
  }

  /** Bytes that a gateway holds. */
  async memory(index: number): Promise<number> {
    const { process, client } = this.gateway(index)
    process.signal('SIGHUP')
    // By the second answer the signal was heard.
    await client.get('/healthz')
    const { text } = await client.get('/metrics')
    return metric(text, 'nodejs_heap_size_used_bytes') + metric(text, 'nodejs_external_memory_bytes')
  }

  /** Resolves when every gateway has noticed it. */
  async busIs(state: 'up' | 'down'): Promise<void> {
    const wanted = state === 'up' ? 1 : 0
    for (const { client } of this.gateways) {
      const isSo = async () => metric((await client.get('/metrics')).text, 'onhand_bus_up') === wanted
      await vi.waitUntil(isSo, { timeout: 30_000, interval: 50 })
    }
  }

  /** All networks as they were. */
  mend(): void {
    for (const { toPostgres, toRedis, toClients } of this.gateways)
      for (const network of [toPostgres, toRedis, toClients]) network.mend()
  }

  /** What the database itself says, past everything: its journal, by SKU in the order of the feed, and where its balances differ from it. */
  async journal(): Promise<{
    readonly entries: ReadonlyMap<string, string[]>
    readonly differences: readonly object[]
  }> {
    const database = await openDatabase({ url: this.postgres.url })
    try {
      const rows = await database.kysely
        .selectFrom('journal')
        .select(['bucket', 'number', 'sku'])
        .orderBy('bucket')
        .orderBy('number')
        .execute()
      const entries = new Map<string, string[]>()
      for (const row of rows) {
        const ids = entries.get(row.sku)
        if (ids === undefined) entries.set(row.sku, [movementIdOf(row)])
        else ids.push(movementIdOf(row))
      }
      return { entries, differences: (await audit({ db: database })).differences }
    } finally {
      await database.close()
    }
  }

  async renewEpoch(): Promise<void> {
    const database = await openDatabase({ url: this.postgres.url })
    try {
      await sql`update hub set epoch = gen_random_uuid()`.execute(database.kysely)
    } finally {
      await database.close()
    }
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.#disposables.disposeAsync()
  }
}

/** Out of the text of `/metrics`. */
export function metric(text: string, name: string): number {
  return Number(new RegExp(`^${name} (\\S+)`, 'm').exec(text)?.[1])
}

async function startGateway(
  postgres: PostgresServer,
  redis: RedisServer,
  settings: Record<string, string>,
  starting: AsyncDisposableStack,
): Promise<LiveGateway> {
  const port = await freePort()
  const toPostgres = starting.use(await networkTo(postgres.port))
  const toRedis = starting.use(await networkTo(redis.port))
  const toClients = starting.use(await networkTo(port))
  const start = async () => {
    const process = await HubProcess.start(['start', '--port', String(port)], {
      DATABASE_URL: toPostgres.through(postgres.url),
      REDIS_URL: toRedis.through(redis.url),
      AUDIT_INTERVAL_SECONDS: '0',
      SHUTDOWN_GRACE_MS: '2000',
      // Gateways are started often here.
      NODE_COMPILE_CACHE: join(inject('servers').folder, 'compiled'),
      NODE_OPTIONS: `--expose-gc --import=${new URL('collect-garbage.ts', import.meta.url)}`,
      ...settings,
    })
    await process.url()
    return process
  }
  const gateway: LiveGateway = {
    process: await start(),
    toPostgres,
    toRedis,
    toClients,
    client: new TestClient(`http://127.0.0.1:${port}`),
    url: `http://127.0.0.1:${toClients.port}`,
    async start() {
      gateway.process = await start()
    },
  }
  starting.defer(() => gateway.process[Symbol.asyncDispose]())
  return gateway
}

/** Two locations, a channel over them, and the items; returns the cursor of all that. */
async function stock(client: TestClient): Promise<string> {
  const { upsertChannel } = await client.data(
    `mutation ($items: [UpsertItemsItemInput!]!) {
      upsertLocations(input: { idempotencyKey: "locations", locations: [{ id: "BER", name: "Berlin" }, { id: "LEJ", name: "Leipzig" }] }) { userErrors { message } }
      upsertItems(input: { idempotencyKey: "items", items: $items }) { userErrors { message } }
      upsertChannel(input: { idempotencyKey: "channel", id: "web", name: "Web", locations: [{ locationId: "BER" }, { locationId: "LEJ" }] }) { cursor }
    }`,
    { items: [...SKUS, ...new Set(NUDGES)].map((sku) => ({ sku, title: sku })) },
  )
  return upsertChannel.cursor
}
