import { setTimeout as sleep } from 'node:timers/promises'
import fc from 'fast-check'
import { getOperationAST, parse } from 'graphql'
import pino from 'pino'
import { Registry } from 'prom-client'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isAtLeast } from '../../core/feed/compare.ts'
import { gatewayMetrics } from '../../gateway/metrics.ts'
import type { SubgraphPlace } from '../../gateway/subgraph-call.ts'
import { type LiveQueries, liveQueries, type Subscription } from '../../gateway/subscriptions/live-queries.ts'
import { loadSupergraph, type Supergraph } from '../../gateway/supergraph.ts'
import { readSupergraph } from '../../schema/index.ts'
import { ADMIN, openTestHub, type TestHub } from '../support/hub.ts'

const SKUS = ['A', 'B', 'C', 'D', 'E', 'F']
const log = pino({ level: 'silent' })

// Without sockets, so that a test decides when a client takes its next result.
describe.each(['pglite', 'postgres'] as const)('a subscriber that is slow, leaves and comes back (%s)', (kind) => {
  let hub: TestHub
  let supergraph: Supergraph
  let live: LiveQueries
  /** While true, reading availability fails. */
  let broken = false

  beforeAll(async () => {
    hub = await openTestHub(kind)
    await hub.shop(SKUS, ['BER'])
    const registry = new Registry()
    const metrics = gatewayMetrics(registry, hub.feed)
    const nowhere: SubgraphPlace = { url: 'http://127.0.0.1:9/graphql' }
    const availability: SubgraphPlace = {
      call: async (request, caller) =>
        broken
          ? { errors: [{ message: 'Gone.', extensions: { code: 'SERVICE_UNAVAILABLE', retryable: true } }] }
          : hub.subgraphs.availability.execute(request, caller),
    }
    supergraph = loadSupergraph({
      supergraphSdl: readSupergraph(),
      subgraphs: {
        stock: { call: hub.subgraphs.stock.execute },
        reservations: { call: hub.subgraphs.reservations.execute },
        availability,
        transit: nowhere,
        returns: nowhere,
      },
      signViewer: hub.tokens.sign,
      timeoutMs: 1_000,
      metrics,
      log,
    })
    live = liveQueries({
      supergraph,
      feed: hub.feed,
      cursors: hub.cursors,
      viewer: ADMIN,
      metrics,
      log,
    })
  })
  afterAll(async () => {
    live.close()
    await supergraph.close()
    await hub[Symbol.asyncDispose]()
  })

  async function listen(
    variables: { skus?: string[]; after?: string; initial?: boolean },
    ticks = false,
  ): Promise<Subscription> {
    const document = parse(`subscription ($skus: [ID!], $after: Cursor, $initial: Boolean) {
      availabilityChanged(channelId: "web", skus: $skus, after: $after, initial: $initial) { sku quantity cursor }
    }`)
    const operation = getOperationAST(document)
    if (operation == null) throw new Error('The test has no operation.')
    const context = {
      viewer: ADMIN,
      requestId: 'test',
      atLeast: null,
      signal: undefined,
      log,
      transport: 'socket',
    } as const
    return live.subscribe({ document, operation, variables, context, ticks })
  }

  /** A client that remembers the last state and cursor it was sent. */
  class Reader {
    readonly known = new Map<string, number>()
    cursor: string | undefined
    events = 0
    #asked: Promise<string | undefined> | undefined
    #subscription: Subscription

    constructor(subscription: Subscription) {
      this.#subscription = subscription
    }

    /** Takes the next result, if there is one soon. */
    async take(patienceMs = 150): Promise<boolean> {
      this.#asked ??= this.#subscription.next()
      const payload = await Promise.race([this.#asked, sleep(patienceMs, 'nothing' as const)])
      if (payload === 'nothing') return false
      this.#asked = undefined
      if (payload === undefined) throw new Error('The subscription has ended.')
      const entry = JSON.parse(payload).data?.availabilityChanged
      if (entry == null) return true
      this.events++
      this.known.set(entry.sku, entry.quantity)
      this.cursor = entry.cursor
      return true
    }

    async drain(patienceMs?: number): Promise<void> {
      while (await this.take(patienceMs)) {}
    }

    async comeBack(skus: string[]): Promise<void> {
      this.leave()
      this.#subscription = await listen({
        skus,
        ...(this.cursor === undefined ? { initial: true } : { after: this.cursor }),
      })
    }

    leave(): void {
      this.#subscription.close()
      this.#asked = undefined
    }
  }

  test('keeps the newest state of each SKU only, and a cursor that claims no more than was sent', async () => {
    const reader = new Reader(await listen({ skus: SKUS, initial: true }))
    await reader.drain()
    reader.events = 0

    for (let quantity = 1; quantity <= 50; quantity++) await hub.count('A', 'BER', quantity)
    await hub.count('B', 'BER', 7)
    const { position } = await hub.count('C', 'BER', 9)
    await hub.feed.waitFor(position, 1_000)
    await sleep(200)

    // The first one was being waited for; everything after it is conflated.
    await reader.take()
    expect(reader.known.get('A')).toBeLessThan(50)
    await reader.take()
    const claims = () => hub.cursors.decode(reader.cursor ?? '')
    expect(reader.known.get('A')).toBe(50)
    // B and C are not sent yet, so a cursor that contains their changes would lose them.
    expect(isAtLeast(claims() ?? position, position)).toBe(false)
    await reader.drain()
    expect(reader.events).toBe(4)
    expect(Object.fromEntries(reader.known)).toMatchObject({ A: 50, B: 7, C: 9 })
    expect(isAtLeast(claims() ?? position, position)).toBe(true)
    reader.leave()
  })

  // Goal: a slow client can tell what belongs together, and does not wait for ever for the rest. Method: changes that overlap what was half taken.
  test('finishes what it began to tell as it was, and tells after it what changed meanwhile', async () => {
    const told = async (position: Parameters<typeof hub.feed.waitFor>[0]) => {
      await hub.feed.waitFor(position, 5_000)
      await sleep(200)
    }
    await hub.submit({ kind: 'upsertChannel', id: 'web', name: 'Web shop', buffer: 0 })
    for (const sku of SKUS) await told((await hub.count(sku, 'BER', 10)).position)
    const subscription = await listen({ skus: SKUS, initial: true }, true)
    const take = async () => {
      const { data, extensions } = JSON.parse((await subscription.next()) ?? '')
      const { sku, quantity } = data.availabilityChanged
      return `${sku} ${quantity}${extensions?.onhand.more === true ? ' …' : ''}`
    }
    const takeAll = async (count: number) => {
      const taken: string[] = []
      for (let index = 0; index < count; index++) taken.push(await take())
      return taken
    }
    expect(await takeAll(6)).toEqual(['A 10 …', 'B 10 …', 'C 10 …', 'D 10 …', 'E 10 …', 'F 10'])

    await told((await hub.submit({ kind: 'upsertChannel', id: 'web', name: 'Web shop', buffer: 1 })).position)
    expect(await takeAll(2)).toEqual(['A 9 …', 'B 9 …'])
    for (const quantity of [20, 30]) await told((await hub.count('C', 'BER', quantity)).position)
    await told((await hub.count('A', 'BER', 40)).position)

    expect(await takeAll(6)).toEqual(['C 9 …', 'D 9 …', 'E 9 …', 'F 9', 'C 29 …', 'A 39'])
    subscription.close()
  })

  // Goal: whoever resumes ends with the same state as who never left. Method: anything in any order, readings that fail included.
  test('ends with the true state of everything, whatever happened in between', async () => {
    const sku = fc.constantFrom(...SKUS)
    const step = fc.oneof(
      {
        weight: 5,
        arbitrary: fc.record({ kind: fc.constant('count' as const), sku, quantity: fc.integer({ min: 0, max: 5 }) }),
      },
      {
        weight: 3,
        arbitrary: fc.record({ kind: fc.constant('take' as const), times: fc.integer({ min: 1, max: 4 }) }),
      },
      { weight: 2, arbitrary: fc.record({ kind: fc.constant('come back' as const) }) },
      {
        weight: 1,
        arbitrary: fc.record({ kind: fc.constant('buffer' as const), buffer: fc.integer({ min: 0, max: 2 }) }),
      },
      { weight: 1, arbitrary: fc.record({ kind: fc.constant('break' as const), broken: fc.boolean() }) },
    )
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), fc.boolean(), async (steps, initial) => {
        broken = false
        const faithful = new Reader(await listen({ skus: SKUS, initial: true }))
        const reader = new Reader(await listen({ skus: SKUS, initial: true }))
        if (initial) await reader.take(1_000)
        for (const action of steps) {
          switch (action.kind) {
            case 'count':
              await hub.count(action.sku, 'BER', action.quantity)
              break
            case 'take':
              for (let time = 0; time < action.times; time++) await reader.take(5)
              break
            case 'come back':
              // While nothing can be read, nobody can subscribe.
              if (!broken) await reader.comeBack(SKUS)
              break
            case 'buffer':
              await hub.submit({ kind: 'upsertChannel', id: 'web', name: 'Web shop', buffer: action.buffer })
              break
            case 'break':
              broken = action.broken
              break
          }
        }
        if (broken) await sleep(50)
        broken = false
        await reader.comeBack(SKUS)
        await Promise.all([reader.drain(700), faithful.drain(700)])
        const query = 'query ($skus: [ID!]!) { availability(channelId: "web", skus: $skus) { sku quantity } }'
        const { availability } = await hub.data('availability', query, { skus: SKUS })
        const truth = Object.fromEntries(
          availability.map(({ sku, quantity }: { sku: string; quantity: number }) => [sku, quantity]),
        )
        expect(Object.fromEntries(faithful.known)).toEqual(truth)
        expect(Object.fromEntries(reader.known)).toEqual(truth)
        reader.leave()
        faithful.leave()
      }),
      { numRuns: 8 },
    )
  }, 120_000)
})
