import { expect } from 'vitest'
import { prepareAvailability } from '../../core/availability/read.ts'
import { openTestGateway, type TestGateway } from './support.ts'

/** Pages of it that may be told while a fresh change is on its way: those that are being read and told, and the next ones. */
const PAGES_MAX = 8
const PAGE = 250

export const LISTEN = `subscription ($skus: [ID!], $initial: Boolean, $after: Cursor) {
  availabilityChanged(channelId: "web", skus: $skus, initial: $initial, after: $after) { sku quantity cursor }
}`
const OTHERWISE =
  'subscription { availabilityChanged(channelId: "web", skus: ["QUICK"], initial: true) { quantity status } }'

export const stateIn = (result: ReturnType<typeof JSON.parse>) => result.data.availabilityChanged
export const skuOf = (index: number) => `S${String(index).padStart(6, '0')}`

async function fill({ hub }: TestGateway, count: number): Promise<void> {
  await hub.shop(['QUICK'], ['BER'])
  for (let start = 0; start < count; start += 1_000) {
    const skus = Array.from({ length: Math.min(1_000, count - start) }, (_, index) => skuOf(start + index))
    await hub.submit({ kind: 'upsertItems', items: skus.map((sku) => ({ sku, title: sku })) })
    await Promise.all(skus.map((sku) => hub.count(sku, 'BER', 10)))
  }
}

/** Follows the whole channel, and knows the newest quantity of each SKU. */
function followChannel(gateway: TestGateway) {
  const client = gateway.client({ viewer: 'partner' })
  const newest = new Map<string, number>()
  let waiting: (() => void)[] = []
  const channel = {
    newest,
    told: 0,
    until: (holds: () => boolean) =>
      new Promise<void>((resolve) => {
        const look = () => {
          if (!holds()) return
          waiting = waiting.filter((other) => other !== look)
          resolve()
        }
        waiting.push(look)
        look()
      }),
    [Symbol.asyncDispose]: async () => client.dispose(),
  }
  const next = (result: unknown) => {
    const { sku, quantity } = stateIn(result)
    newest.set(sku, quantity)
    channel.told++
    for (const look of waiting) look()
  }
  client.subscribe({ query: LISTEN, variables: { initial: true } }, { next, error: () => {}, complete: () => {} })
  return channel
}

const median = (numbers: readonly number[]) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? 0

// Goal: a policy that bears on every SKU of a channel keeps nobody waiting who waits for one. Method: a channel that is followed as a whole is changed, and until
// all of it was read again a SKU changes, time and again: between such a change and its news only so many pages of the rest are told, whatever there is left.
export async function changePolicyOf(skus: number, changes: number): Promise<void> {
  await using gateway = await openTestGateway('postgres')
  await fill(gateway, skus)
  await gateway.hub.db.warmLookups(prepareAvailability)
  await using channel = followChannel(gateway)
  await channel.until(() => channel.newest.size === skus + 1)
  await using quick = gateway.subscribe(LISTEN, { skus: ['QUICK'], initial: true }, 'partner')
  await using otherwise = gateway.subscribe(OTHERWISE, {}, 'operator')
  await Promise.all([quick.next(60_000), otherwise.next(60_000)])
  let quantity = 0
  const change = async () => {
    const told = channel.told
    const startedAt = performance.now()
    quantity = (quantity % 5) + 1
    await gateway.hub.count('QUICK', 'BER', quantity)
    const [state, other] = await Promise.all([quick.next(60_000), otherwise.next(60_000)])
    return {
      quantities: [stateIn(state).quantity, stateIn(other).quantity],
      told: channel.told - told,
      ms: performance.now() - startedAt,
    }
  }
  const usual = []
  for (let index = 0; index < changes; index++) usual.push((await change()).ms)

  const before = channel.told
  await gateway.hub.submit({ kind: 'upsertChannel', id: 'web', name: 'Web shop', cap: 7 })
  await channel.until(() => channel.told > before)
  const during = []
  for (let index = 0; index < changes; index++) {
    const { quantities, told, ms } = await change()
    expect(quantities).toEqual([quantity, quantity])
    expect(told).toBeLessThan(PAGES_MAX * PAGE)
    during.push(ms)
  }
  const left = skus - [...channel.newest.values()].filter((told) => told === 7).length
  console.log(
    `${skus} SKUs: news of another one in ${median(usual).toFixed(1)} ms, and ${median(during).toFixed(1)} ms while they are read again (at most ${Math.max(...during).toFixed(0)} ms; ${left} were left then)`,
  )
  // All of that while there was more to be read.
  expect(left).toBeGreaterThan(0)
  // And the end is the same for everybody.
  await channel.until(() => [...channel.newest].every(([sku, told]) => told === (sku === 'QUICK' ? quantity : 7)))
}
