import { randomBytes } from 'node:crypto'
import { createClient } from 'redis'
import { createApiKey } from '../../core/access/api-keys.ts'
import { readConfig } from '../../core/config.ts'
import { readHeads } from '../../core/feed/heads.ts'
import type { Submission } from '../../core/ledger/commands.ts'
import { openCommandLog } from '../../hub/log.ts'
import { openParts } from '../../hub/parts.ts'
import { CHANNEL as REDIS_CHANNEL } from './redis-channel.ts'

export const LOCATION = 'DC1'
export const CHANNEL = 'web'

/** Where changes come from: makes one, and resolves when it is committed or handed to Redis. */
export interface Changes extends AsyncDisposable {
  /** The SKU's quantity is that number from now on. */
  make(sku: string, quantity: number): Promise<unknown>
}

export interface LedgerChanges extends Changes {
  /** What a listener of the channel says it is. */
  readonly authorization: string
  /** What somebody says who may see all five subgraphs. */
  readonly staffAuthorization: string
  /** How long a cursor is now. */
  cursorLength(): Promise<number>
}

/** Adjustments of stock by the ledger of this hub, in this process: what the gateway beside it hears of by Redis, and reads from PostgreSQL. */
export async function ledgerChanges(
  env: Readonly<Record<string, string>>,
  skus: readonly string[],
): Promise<LedgerChanges> {
  const log = openCommandLog('warn', 'bench')
  const parts = await openParts({ config: readConfig(env), log })
  const submit = async (command: Submission['command']) => {
    const result = await parts.ledger.submit({ command, client: 'bench', channels: null, occurredAt: null })
    if (result.status !== 'posted') throw new Error(`A change was refused: ${JSON.stringify(result)}`)
  }
  await submit({ kind: 'upsertLocations', locations: [{ id: LOCATION, name: LOCATION }] })
  await submit({ kind: 'upsertChannel', id: CHANNEL, name: CHANNEL, locations: [{ locationId: LOCATION }] })
  for (let at = 0; at < skus.length; at += 1_000) {
    const some = skus.slice(at, at + 1_000)
    await submit({ kind: 'upsertItems', items: some.map((sku) => ({ sku, title: `The item ${sku}` })) })
  }
  const quantities = new Map<string, number>()
  // By how much it changes, as a sale or a delivery says it: a count, which looks into the journal, would take the core of the listeners three times as long.
  const make = (sku: string, quantity: number) => {
    const delta = quantity - (quantities.get(sku) ?? 0)
    quantities.set(sku, quantity)
    return submit({ kind: 'adjustStock', sku, locationId: LOCATION, delta, account: 'sellable', reason: 'bench' })
  }
  for (let at = 0; at < skus.length; at += 1_000)
    await Promise.all(skus.slice(at, at + 1_000).map((sku) => make(sku, 1)))
  const staff = await createApiKey(parts.database, { name: 'staff', kind: 'operator', channels: null, scopes: [] })
  const { key } = await createApiKey(parts.database, {
    name: 'market',
    kind: 'partner',
    channels: [CHANNEL],
    scopes: [],
  })
  return {
    authorization: `Bearer ${key}`,
    staffAuthorization: `Bearer ${staff.key}`,
    make,
    cursorLength: async () => parts.cursors.encode(await readHeads(parts.database)).length,
    [Symbol.asyncDispose]: () => parts.close(),
  }
}

/** States that are told by Redis alone, each in a message of its own: what the other contenders hear of. */
export async function redisChanges(redisUrl: string, shape: 'frame' | 'state', cursorLength: number): Promise<Changes> {
  const redis = createClient({ url: redisUrl })
  redis.on('error', (error) => console.error(error))
  await redis.connect()
  const cursor = randomBytes(cursorLength).toString('base64url').slice(0, cursorLength)
  return {
    make(sku, quantity) {
      const state = { sku, quantity, status: 'IN_STOCK', cursor }
      const message =
        shape === 'state'
          ? JSON.stringify(state)
          : `${sku} {"type":"next","payload":{"data":{"availabilityChanged":${JSON.stringify(state)}}},"id":"${ID}"}`
      return redis.publish(REDIS_CHANNEL, message)
    },
    async [Symbol.asyncDispose]() {
      redis.destroy()
    },
  }
}

/** As long as the ids that clients of graphql-ws make. */
const ID = '00000000-0000-4000-8000-000000000000'
