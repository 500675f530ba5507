import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { expect, inject } from 'vitest'
import { type Database, openDatabase } from '../../core/database/connection.ts'
import { audit } from '../../core/ledger/audit.ts'
import { HubProcess, TestClient } from '../hub/hub-process.ts'
import { freePort } from '../support/ports.ts'
import { type PostgresServer, startPostgres } from '../support/postgres-server.ts'
import {
  brokenPromises,
  endingHolds,
  sellable,
  wrongBalances,
  wrongEvents,
  wrongHolds,
  wrongNumbers,
  wrongOrders,
  wrongRows,
} from './always-true.ts'
import { Follower } from './follower.ts'
import { openShop } from './graph-shop.ts'
import { Shoppers } from './shoppers.ts'

const STOCK = 200
const SHOPPERS = 16
/** Of all that was answered so far, asked again after each round; of what the last round answered, all of it. */
const ASKED_AGAIN = 100

/** A hub that can be killed and comes back at the same place. */
class Hub implements AsyncDisposable {
  readonly url: string
  readonly #env: Record<string, string>
  readonly #complaints: string[] = []
  #process: HubProcess | undefined

  constructor(port: number, env: Record<string, string>) {
    this.url = `http://127.0.0.1:${port}`
    this.#env = { ...env, PORT: String(port), DATABASE_POOL_SIZE: '5' }
  }

  async start(): Promise<void> {
    this.#process = await HubProcess.start(['start'], this.#env)
    await this.#process.url()
  }

  async kill(): Promise<void> {
    this.#keepComplaints()
    await this.#process?.stop('SIGKILL')
    this.#process = undefined
  }

  /** What its log calls errors: a server that is away is none. */
  get complaints(): readonly string[] {
    this.#keepComplaints()
    return [...new Set(this.#complaints)]
  }

  #keepComplaints(): void {
    for (const line of this.#process?.log ?? []) if (line.level === 'error') this.#complaints.push(JSON.stringify(line))
    if (this.#process !== undefined && this.#process.stderr !== '') this.#complaints.push(this.#process.stderr)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#process?.[Symbol.asyncDispose]()
  }
}

async function startHubs(count: number, databaseUrl: string): Promise<Hub[]> {
  const env = { DATABASE_URL: databaseUrl, REDIS_URL: inject('servers').redisUrl }
  const hubs: Hub[] = []
  for (let index = 0; index < count; index++) {
    const hub = new Hub(await freePort(), env)
    await hub.start()
    hubs.push(hub)
  }
  return hubs
}

type Fault = 'hub' | 'postgres' | 'both'
const FAULTS: readonly Fault[] = ['hub', 'postgres', 'hub', 'postgres', 'both']

/**
 * Goal: what was acknowledged through the graph survives, what was not is done once, and who listens ends with what is true, whenever the hub or its
 * database dies. Method: kill -9 of the hub and an immediate stop of PostgreSQL at random moments under load; clients send again what was not answered.
 */
export async function crashHub(rounds: number): Promise<void> {
  await using postgres = await startPostgres()
  await using stack = new AsyncDisposableStack()
  const [hub] = (await startHubs(1, postgres.url)).map((one) => stack.use(one))
  if (hub === undefined) throw new Error('There is no hub')
  const load = await openLoad([hub], postgres.url, stack)
  for (let round = 0; round < rounds; round++) {
    await load.shoppers.answered(20)
    await sleep(Math.random() * 600)
    const fault = FAULTS[round % FAULTS.length]
    if (fault !== 'postgres') await hub.kill()
    if (fault !== 'hub') await crash(postgres)
    if (fault !== 'postgres') await hub.start()
    await load.shoppers.answered(20)
    await load.verify(`round ${round}, after the end of ${fault}`)
  }
  const { lost, turnedAway } = load.shoppers.unanswered
  expect(lost, 'requests that got no answer').toBeGreaterThan(0)
  expect(turnedAway, 'requests that were turned away').toBeGreaterThan(0)
  await load.end()
}

async function crash(postgres: PostgresServer): Promise<void> {
  await postgres.stop('immediate')
  await sleep(Math.random() * 300)
  await postgres.start()
}

/**
 * Goal: two hub processes on one database keep the same promises, and do not stand in each other's way. Method: the same load on both, requests sent to
 * both at once under one key, one of them killed at random moments while the other goes on.
 */
export async function twoHubs(rounds: number): Promise<void> {
  await using postgres = await startPostgres()
  await using stack = new AsyncDisposableStack()
  const hubs = (await startHubs(2, postgres.url)).map((one) => stack.use(one))
  const load = await openLoad(hubs, postgres.url, stack)
  await load.shoppers.answered(300)
  await load.verify('both hubs up')
  for (let round = 0; round < rounds; round++) {
    const victim = hubs[round % hubs.length]
    await load.shoppers.answered(20)
    await sleep(Math.random() * 600)
    await victim?.kill()
    // The other one goes on meanwhile.
    await load.shoppers.answered(40)
    await victim?.start()
    await load.shoppers.answered(20)
    await load.verify(`round ${round}, after the end of one of two`)
  }
  await load.end()
  expect(await deadlocks(postgres.url)).toBe(0)
}

/** A session tells its counts when it ends, or a moment after it became idle. */
async function deadlocks(url: string): Promise<number> {
  await using db = await opened(url)
  await sleep(1_100)
  const { rows } = await sql<{ deadlocks: number }>`
    select deadlocks from pg_stat_database where datname = current_database()
  `.execute(db.kysely)
  return rows[0]?.deadlocks ?? 0
}

interface Load {
  readonly shoppers: Shoppers
  /** Lets everyone come to rest, and looks at everything that has to be true. Then they go on. */
  verify(when: string): Promise<void>
  end(): Promise<void>
}

async function openLoad(hubs: readonly Hub[], databaseUrl: string, stack: AsyncDisposableStack): Promise<Load> {
  const urls = hubs.map(({ url }) => url)
  await openShop(urls[0] ?? '', STOCK)
  // One stays for as long as its hub does, the other leaves now and then.
  const followers = urls.flatMap((url) => [new Follower([url]), new Follower(urls)])
  for (const follower of followers) stack.use(follower)
  const leaving = followers.filter((_, index) => index % 2 === 1)
  const shoppers = stack.use(new Shoppers(urls, SHOPPERS))
  let asked = 0

  async function verify(when: string): Promise<void> {
    await shoppers.pause()
    await using db = await opened(databaseUrl)
    await expect.poll(() => endingHolds(db), { timeout: 60_000 }).toBe(0)
    const fresh = shoppers.acknowledged.slice(asked)
    const old = Array.from({ length: Math.min(asked, ASKED_AGAIN) }, () => Math.floor(Math.random() * asked))
    await shoppers.askAgain([...fresh, ...old.flatMap((index) => shoppers.acknowledged[index] ?? [])])
    asked = shoppers.acknowledged.length

    const { differences } = await audit({ db })
    const wrong = [
      ...shoppers.wrong,
      ...followers.flatMap((follower) => follower.wrong),
      ...differences.map((difference) => JSON.stringify(difference)),
      ...(await wrongBalances(db)),
      ...(await brokenPromises(db)),
      ...(await wrongNumbers(db)),
      ...(await wrongHolds(db)),
      ...(await wrongRows(db)),
      ...(await wrongOrders(db, shoppers.orders)),
      ...(await wrongEvents(db, shoppers.events)),
      ...(await unanswerable(urls, shoppers.cursor)),
    ]
    if (wrong.length > 0)
      throw new Error(`${when}: ${wrong.length} things are wrong:\n${wrong.slice(0, 20).join('\n')}`)

    const truth = await sellable(db)
    for (const follower of followers) {
      await expect.poll(() => follower.quantities, { timeout: 60_000, message: `${when}: who followed` }).toEqual(truth)
    }
    for (const follower of leaving) follower.leave()
    shoppers.resume()
  }

  return {
    shoppers,
    verify,
    async end() {
      await verify('at the end')
      await shoppers.pause()
      await shoppers[Symbol.asyncDispose]()
      for (const { resumed } of leaving) expect(resumed).toBeGreaterThan(0)
      expect(hubs.flatMap(({ complaints }) => complaints)).toEqual([])
    },
  }
}

/** Hubs that do not answer as of the newest point that was given out. */
async function unanswerable(urls: readonly string[], cursor: string | undefined): Promise<string[]> {
  const query =
    'query ($cursor: Cursor) { availability(channelId: "web", skus: ["MUG"], atLeast: $cursor) { quantity } }'
  const answers = await Promise.all(urls.map((url) => new TestClient(url).graph(query, { cursor })))
  return answers.flatMap(({ errors }) =>
    errors === undefined ? [] : [`As of the newest cursor: ${JSON.stringify(errors)}`],
  )
}

async function opened(url: string): Promise<Database & AsyncDisposable> {
  const db = await openDatabase({ url, poolSize: 2 })
  return { ...db, [Symbol.asyncDispose]: () => db.close() }
}
