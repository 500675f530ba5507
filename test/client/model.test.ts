import { setTimeout as sleep } from 'node:timers/promises'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestGateway, type TestGateway } from '../gateway/support.ts'
import { type Network, networkTo } from '../support/network.ts'
import { Observed } from './observed.ts'

/** As many of each as the others, so that a buffer, which bears on all of them at once, leaves them equal. */
const EQUAL = ['E1', 'E2', 'E3', 'E4', 'E5', 'E6']
const SINGLE = ['A', 'B', 'C']
const ALL = [...EQUAL, ...SINGLE]

/** What may happen to a client that follows a channel. */
const STEP = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('buffer' as const), buffer: fc.integer({ min: 0, max: 9 }) }) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('count' as const),
      sku: fc.constantFrom(...SINGLE),
      quantity: fc.integer({ min: 0, max: 30 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('reset' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('cut' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('swallow' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('delay' as const), ms: fc.integer({ min: 0, max: 25 }) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('mend' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('move over' as const) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('wait' as const), ms: fc.integer({ min: 1, max: 80 }) }) },
)

type Step = typeof STEP extends fc.Arbitrary<infer T> ? T : never

// Goal: whatever happens, what a store shows is a picture that the hub gave, at each moment, and in the end the present one. Method: anything that networks and
// hubs do, in any order; two witnesses who need not know what the hub sent: SKUs that can only be equal, and the database.
describe.each(['pglite', 'postgres'] as const)('a store, whatever happens (%s)', (kind) => {
  let gateway: TestGateway
  let network: Network

  beforeAll(async () => {
    gateway = await openTestGateway(kind, { config: { moveOverSpreadMs: 0 } })
    await gateway.hub.shop(ALL, ['BER'])
    for (const sku of EQUAL) await gateway.hub.count(sku, 'BER', 100)
    network = await networkTo(Number(new URL(gateway.url).port))
  })
  afterAll(async () => {
    await network[Symbol.asyncDispose]()
    await gateway[Symbol.asyncDispose]()
  })

  async function happen(step: Step): Promise<void> {
    switch (step.kind) {
      case 'buffer':
        await gateway.hub.submit({ kind: 'upsertChannel', id: 'web', name: 'Web shop', buffer: step.buffer })
        break
      case 'count':
        await gateway.hub.count(step.sku, 'BER', step.quantity)
        break
      case 'reset':
        network.reset()
        break
      case 'cut':
        network.cut()
        break
      case 'swallow':
        network.swallow()
        break
      case 'delay':
        network.delay(step.ms)
        break
      case 'mend':
        network.mend()
        break
      case 'move over':
        await gateway.gateway.moveOver()
        break
      case 'wait':
        await sleep(step.ms)
        break
    }
  }

  test('shows one moment at a time, and in the end the present', { timeout: 300_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(STEP, { minLength: 5, maxLength: 40 }), fc.boolean(), async (steps, whole) => {
        network.mend()
        const torn: unknown[] = []
        using observed = new Observed(
          {
            url: `http://127.0.0.1:${network.port}/graphql`,
            silenceMs: 700,
            pingMs: 50,
            retryDelayMsMin: 5,
            retryDelayMsMax: 40,
            ...(whole ? {} : { skus: ALL }),
          },
          ({ items }) => {
            const quantities = new Set(EQUAL.map((sku) => items.get(sku)?.quantity))
            if (quantities.size !== 1) torn.push(...quantities)
          },
        )
        for (const step of steps) await happen(step)
        network.mend()

        const { data } = await gateway.query(
          'query ($skus: [ID!]!) { availability(channelId: "web", skus: $skus) { sku quantity } }',
          { skus: ALL },
        )
        const truth = Object.fromEntries(
          Array.from(Object(data.availability), ({ sku, quantity }: { sku: string; quantity: number }) => [
            sku,
            quantity,
          ]),
        )
        await expect
          .poll(() => [observed.status, observed.quantities], { timeout: 20_000, interval: 5 })
          .toEqual(['live', truth])
        expect(torn).toEqual([])
        // Nothing happened for which everything would have to be told anew.
        expect(observed.snapshots).toEqual(['first'])
      }),
      { numRuns: 12, endOnFailure: true },
    )
  })
})
