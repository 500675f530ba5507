import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openDatabase } from '../../core/database/connection.ts'
import { audit } from '../../core/ledger/audit.ts'
import { HubProcess, TestClient } from '../hub/hub-process.ts'
import { subscribe } from '../hub/subscribe.ts'
import { type PostgresServer, startPostgres } from '../support/postgres-server.ts'
import { type RedisServer, startRedis } from '../support/redis-server.ts'
import { eventOf } from './edge-hub.ts'
import { Wire } from './wire.ts'

type Json = ReturnType<typeof JSON.parse>

/** Nobody waits longer for "not now". */
const ANSWER_MS_MAX = 15_000
const RECOVERY_MS_MAX = 30_000

const RESERVE = `mutation ($key: ID!) {
  reserve(input: { idempotencyKey: $key, channelId: "web", ttlSeconds: 3600, lines: [{ sku: "MUG", locationId: "BER", quantity: 1 }] }) { reservation { id } userErrors { code message } }
}`
const LISTEN =
  'subscription { availabilityChanged(skus: ["MUG"], channelId: "web", initial: true) { quantity item { title stockLevels(locationIds: ["BER"]) { onHand } } } }'
const QUESTIONS = [
  '{ availability(skus: ["MUG"], channelId: "web") { quantity } }',
  '{ item(sku: "MUG") { title stockLevels { onHand } reservations { id } shipments { id } returns { id } } }',
  '{ stockMovements { nodes { id } } }',
]

/** The hub as a process of its own, between a PostgreSQL, a Redis and a wire to each that belong to this test alone. */
class Servers implements AsyncDisposable {
  readonly postgres: PostgresServer
  readonly redis: RedisServer
  readonly toPostgres: Wire
  readonly toRedis: Wire
  readonly #disposables: AsyncDisposableStack

  private constructor(
    parts: Pick<Servers, 'postgres' | 'redis' | 'toPostgres' | 'toRedis'>,
    disposables: AsyncDisposableStack,
  ) {
    this.postgres = parts.postgres
    this.redis = parts.redis
    this.toPostgres = parts.toPostgres
    this.toRedis = parts.toRedis
    this.#disposables = disposables
  }

  static async start(): Promise<Servers> {
    await using starting = new AsyncDisposableStack()
    const postgres = starting.use(await startPostgres())
    const redis = starting.use(await startRedis())
    const toPostgres = starting.use(await Wire.to(postgres.port))
    const toRedis = starting.use(await Wire.to(redis.port))
    return new Servers({ postgres, redis, toPostgres, toRedis }, starting.move())
  }

  /** Starts the hub; the wires are where it thinks that its servers are. */
  async hub(settings: Record<string, string> = {}): Promise<{ hub: HubProcess; client: TestClient }> {
    const env = {
      DATABASE_URL: through(this.postgres.url, this.toPostgres),
      REDIS_URL: through(this.redis.url, this.toRedis),
      LOG_LEVEL: 'debug',
      ...settings,
    }
    const hub = await HubProcess.start(['start', '--port', '0'], env)
    return { hub, client: new TestClient(await hub.url()) }
  }

  /** Nothing but what follows from the journal, whatever happened in between. */
  async differences(): Promise<readonly object[]> {
    const database = await openDatabase({ url: this.postgres.url })
    try {
      return (await audit({ db: database })).differences
    } finally {
      await database.close()
    }
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.#disposables.disposeAsync()
  }
}

function through(url: string, { port }: Wire): string {
  const changed = new URL(url)
  changed.port = String(port)
  return changed.href
}

/** A question with how long its answer took. */
async function timed<T>(work: Promise<T>): Promise<{ answer: T; ms: number }> {
  const startedAt = performance.now()
  const answer = await work
  return { answer, ms: performance.now() - startedAt }
}

async function ready(client: TestClient): Promise<boolean> {
  return client.get('/readyz').then(
    ({ status }) => status === 200,
    () => false,
  )
}

async function count(client: TestClient, quantity: number): Promise<Json> {
  return client.event('onhand.stock.counted.v1', { sku: 'MUG', locationId: 'BER', quantity })
}

describe('PostgreSQL gone', () => {
  let servers: Servers
  let hub: HubProcess
  let client: TestClient

  beforeAll(async () => {
    servers = await Servers.start()
    const started = await servers.hub()
    hub = started.hub
    client = started.client
    await client.shop()
    await count(client, 1_000)
  })
  afterAll(async () => {
    await hub?.[Symbol.asyncDispose]()
    await servers?.[Symbol.asyncDispose]()
  })

  async function expectUnavailable(): Promise<void> {
    const event = JSON.stringify(
      eventOf('onhand.stock.adjusted.v1', { sku: 'MUG', locationId: 'BER', delta: 1, reason: 'x' }),
    )
    const [events, ...graphs] = await Promise.all([
      timed(
        fetch(`${client.url}/events`, {
          method: 'POST',
          headers: { 'content-type': 'application/cloudevents+json' },
          body: event,
        }),
      ),
      ...QUESTIONS.map((query) => timed(client.graph(query))),
      timed(client.graph(RESERVE, { key: randomUUID() })),
      timed(
        client.graph(
          `mutation { upsertItems(input: { idempotencyKey: "${randomUUID()}", items: [{ sku: "NEW", title: "x" }] }) { userErrors { code } } }`,
        ),
      ),
    ])
    for (const { answer, ms } of graphs) {
      expect(ms).toBeLessThan(ANSWER_MS_MAX)
      expect(answer.errors, JSON.stringify(answer)).toBeDefined()
      for (const { message, extensions } of answer.errors) {
        expect(extensions, message).toMatchObject({ code: 'SERVICE_UNAVAILABLE', retryable: true })
        expect(message).not.toMatch(/ECONN|127\.0\.0\.1|postgres|terminat/i)
      }
    }
    expect(events.ms).toBeLessThan(ANSWER_MS_MAX)
    expect(events.answer.status).toBe(503)
    expect(events.answer.headers.get('retry-after')).toBe('1')
    expect(JSON.parse(await events.answer.text()).errors).toMatchObject([
      { extensions: { code: 'SERVICE_UNAVAILABLE', retryable: true } },
    ])

    const { answer: health } = await timed(client.get('/readyz'))
    expect(health.status).toBe(503)
    expect(JSON.parse(health.text)).toEqual({
      status: 'not ready',
      problems: expect.arrayContaining([{ part: 'database', message: expect.any(String) }]),
      lagMs: expect.any(Number),
    })
    expect(await client.get('/healthz')).toMatchObject({ status: 200 })
  }

  async function expectRecovered(listener: ReturnType<typeof subscribe>): Promise<void> {
    await expect.poll(() => ready(client), { timeout: RECOVERY_MS_MAX, interval: 200 }).toBe(true)
    for (const query of QUESTIONS) expect(await client.data(query)).toBeDefined()
    const { reserve } = await client.data(RESERVE, { key: randomUUID() })
    expect(reserve.userErrors).toEqual([])
    // Who listened all the time hears of it, without having come back.
    const { availability } = await client.data(QUESTIONS[0] ?? '')
    await listener.next(({ quantity }) => quantity === availability[0].quantity, RECOVERY_MS_MAX)
    expect(listener.closed).toEqual([])
    expect(listener.problems).toEqual([])
  }

  test.each(['immediate', 'fast'] as const)(
    'stopped (%s): "not now" within bounded time, and all is well again by itself',
    { timeout: 120_000 },
    async (mode) => {
      await using listener = subscribe(client.url, LISTEN)
      await listener.next(() => true)
      const key = randomUUID()
      const before = await client.data(RESERVE, { key })

      // A change that is being read when the database goes is told as an error after a while; here nothing is on its way.
      const { availability } = await client.data(QUESTIONS[0] ?? '')
      await listener.next(({ quantity }) => quantity === availability[0].quantity)

      await servers.postgres.stop(mode)
      await expectUnavailable()
      // Asked again, after connections have been found broken.
      await expectUnavailable()
      expect(await client.graph(RESERVE, { key })).toMatchObject({
        errors: [{ extensions: { code: 'SERVICE_UNAVAILABLE' } }],
      })

      await servers.postgres.start()
      await expectRecovered(listener)
      expect(await client.data(RESERVE, { key })).toEqual(before)
      expect(await servers.differences()).toEqual([])
    },
  )

  test('silent, with connections that nobody closes: "not now" all the same', { timeout: 120_000 }, async () => {
    await using listener = subscribe(client.url, LISTEN)
    await listener.next(() => true)

    servers.toPostgres.goSilent()
    await expectUnavailable()

    servers.toPostgres.speakAgain()
    await expectRecovered(listener)
    expect(await servers.differences()).toEqual([])
  })

  test('gone while many write: each is told, and each that asks again gets one effect', {
    timeout: 120_000,
  }, async () => {
    const keys = Array.from({ length: 60 }, () => randomUUID())
    const first = Promise.all(
      keys.map(async (key, index) => {
        await sleep(index * 10)
        return client.graph(RESERVE, { key })
      }),
    )
    await sleep(250)
    await servers.postgres.stop('immediate')
    const answers = await first
    await servers.postgres.start()
    await expect.poll(() => ready(client), { timeout: RECOVERY_MS_MAX, interval: 200 }).toBe(true)

    const ids = new Set<string>()
    for (const [index, key] of keys.entries()) {
      const again = await client.data(RESERVE, { key })
      expect(again.reserve.userErrors).toEqual([])
      const { data, errors } = answers[index]
      // Who was told of it is told of the same; who was refused for now, was refused in the documented way.
      if (data?.reserve != null) expect(again).toEqual(data)
      else expect(errors).toMatchObject([{ extensions: { code: 'SERVICE_UNAVAILABLE' } }])
      ids.add(again.reserve.reservation.id)
    }
    expect(ids.size).toBe(keys.length)
    expect(
      answers.some(({ errors }: Json) => errors !== undefined),
      'it was gone too late for the test',
    ).toBe(true)
    expect(await servers.differences()).toEqual([])
  })

  test('through all of it the process lived, and logged no bug and no secret', async () => {
    expect(await client.get('/healthz')).toMatchObject({ status: 200 })
    expect(hub.log.filter(({ level }) => level === 'error')).toEqual([])
    expect(hub.stderr).toBe('')
    expect(hub.stdout).not.toContain(new URL(servers.postgres.url).password)
    expect(hub.stdout).not.toContain(new URL(servers.redis.url).password)
  })
})

describe('Redis gone', () => {
  let servers: Servers
  let one: Awaited<ReturnType<Servers['hub']>>
  let other: Awaited<ReturnType<Servers['hub']>>

  beforeAll(async () => {
    servers = await Servers.start()
    // Asking the database once a minute would be too late: what is told is told by Redis, or because Redis is known to be gone.
    one = await servers.hub({ FEED_POLL_MS: '60000' })
    await one.client.shop()
    await count(one.client, 1_000)
    other = await servers.hub({ FEED_POLL_MS: '60000' })
  })
  afterAll(async () => {
    await Promise.all([one?.hub[Symbol.asyncDispose](), other?.hub[Symbol.asyncDispose]()])
    await servers?.[Symbol.asyncDispose]()
  })

  /** A change in one process reaches a listener of the other. */
  async function hears(listener: ReturnType<typeof subscribe>, quantity: number, withinMs: number): Promise<void> {
    expect(await count(one.client, quantity)).toMatchObject({ status: 'ACCEPTED' })
    await listener.next((event) => Object(event.item).stockLevels[0].onHand === quantity, withinMs)
  }

  test.each([
    ['stopped', () => servers.redis.stop(), () => servers.redis.start()],
    ['silent', async () => servers.toRedis.goSilent(), async () => servers.toRedis.speakAgain()],
    ['hanging', async () => servers.redis.pause(), async () => servers.redis.resume()],
  ])(
    '%s: everything still works, a little later; back: live again',
    { timeout: 120_000 },
    async (_name, take, giveBack) => {
      await using listener = subscribe(other.client.url, LISTEN)
      await listener.next(() => true)
      const quantities = Array.from({ length: 8 }, () => Math.floor(Math.random() * 1e9))
      const next = () => quantities.pop() ?? 0

      await hears(listener, next(), 5_000)
      await take()
      for (let round = 0; round < 3; round++) {
        // Told by asking the database, several times a second.
        await hears(listener, next(), 6_000)
        const { answer, ms } = await timed(one.client.graph(RESERVE, { key: randomUUID() }))
        expect(answer.data.reserve.userErrors).toEqual([])
        expect(ms).toBeLessThan(5_000)
        for (const query of QUESTIONS) expect(await other.client.data(query)).toBeDefined()
        for (const { client } of [one, other]) expect(await ready(client)).toBe(true)
      }

      await giveBack()
      await expect
        .poll(async () => Math.min(...(await Promise.all([one, other].map(({ client }) => busUp(client))))), {
          timeout: RECOVERY_MS_MAX,
          interval: 200,
        })
        .toBe(1)
      for (let round = 0; round < 3; round++) await hears(listener, next(), 5_000)
      expect(listener.problems).toEqual([])
      expect(listener.closed).toEqual([])
    },
  )

  test('nothing was lost by it, and no process minded', async () => {
    expect(await servers.differences()).toEqual([])
    for (const { hub } of [one, other]) {
      expect(hub.log.filter(({ level }) => level === 'error')).toEqual([])
      expect(hub.stdout).not.toContain(new URL(servers.redis.url).password)
    }
  })
})

describe('the hub gone', () => {
  let servers: Servers

  beforeAll(async () => {
    servers = await Servers.start()
  })
  afterAll(() => servers?.[Symbol.asyncDispose]())

  /** What the database itself says, past the wire. */
  async function reservations(): Promise<string[]> {
    const database = await openDatabase({ url: servers.postgres.url })
    try {
      const { rows } = await sql<{ id: string }>`select id from reservation order by id`.execute(database.kysely)
      return rows.map(({ id }) => id)
    } finally {
      await database.close()
    }
  }

  test('killed between the commit and the answer: whoever asks again gets the answer that was never given', {
    timeout: 120_000,
  }, async () => {
    const first = await servers.hub()
    await using _first = first.hub
    await first.client.shop()
    await count(first.client, 10)
    const before = await reservations()

    // The statement that writes and commits arrives at PostgreSQL, and its answer nowhere.
    const key = randomUUID()
    const committing = servers.toPostgres.loseAnswerTo('insert into reservation (')
    const unanswered = first.client.graph(RESERVE, { key }).catch((error: unknown) => ({ died: String(error) }))
    await committing
    await expect.poll(reservations, { timeout: 10_000, interval: 50 }).toHaveLength(before.length + 1)
    await first.hub.stop('SIGKILL')
    expect(await unanswered).toHaveProperty('died')
    const made = (await reservations()).filter((id) => !before.includes(id))

    const second = await servers.hub()
    await using _second = second.hub
    const [again, oncemore] = await Promise.all([
      second.client.data(RESERVE, { key }),
      second.client.data(RESERVE, { key }),
    ])
    expect(again.reserve).toEqual({ reservation: { id: made[0] }, userErrors: [] })
    expect(oncemore).toEqual(again)
    expect(await reservations()).toHaveLength(before.length + 1)
    expect(await second.client.data('{ item(sku: "MUG") { stockLevels { onHand held } } }')).toEqual({
      item: { stockLevels: [{ onHand: 10, held: 1 }] },
    })
    expect(await servers.differences()).toEqual([])
  })

  test('killed at any moment under load: what was answered is there, what was not is done once', {
    timeout: 180_000,
  }, async () => {
    const acknowledged = new Map<string, string>()
    const sent = new Set<string>()
    for (let round = 0; round < 3; round++) {
      const { hub, client } = await servers.hub()
      await using _hub = hub
      if (round === 0) await client.shop()
      await count(client, 10_000)
      let alive = true
      const shoppers = Array.from({ length: 8 }, async () => {
        while (alive) {
          const key = randomUUID()
          sent.add(key)
          const answer = await client.graph(RESERVE, { key }).catch(() => undefined)
          if (answer?.data?.reserve != null) acknowledged.set(key, answer.data.reserve.reservation.id)
        }
      })
      await sleep(500 + Math.random() * 700)
      await hub.stop('SIGKILL')
      alive = false
      await Promise.all(shoppers)
    }

    const { hub, client } = await servers.hub()
    await using _hub = hub
    const found = new Set(await reservations())
    for (const id of acknowledged.values()) expect(found).toContain(id)
    const ids = new Map<string, string>()
    for (const key of sent) ids.set(key, (await client.data(RESERVE, { key })).reserve.reservation.id)
    for (const [key, id] of acknowledged) expect(ids.get(key)).toBe(id)
    expect(new Set(ids.values()).size).toBe(sent.size)
    expect(acknowledged.size).toBeGreaterThan(10)
    expect(await servers.differences()).toEqual([])
  })
})

async function busUp(client: TestClient): Promise<number> {
  const { text } = await client.get('/metrics')
  return Number(/^onhand_bus_up (\d)/m.exec(text)?.[1])
}
