import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { Leases } from '../../core/jobs/leases.ts'
import { marketplaceLease } from '../../core/marketplaces/lease-names.ts'
import { ListingQueue } from '../../core/marketplaces/listing-queue.ts'
import { pushListings, upsertListings } from '../../core/marketplaces/manage.ts'
import { Marker } from '../../core/marketplaces/marker.ts'
import { marketplaceOf } from '../../core/marketplaces/marketplace.ts'
import { until } from '../erp/plain-shop.ts'
import { DATABASE_KINDS } from '../support/database.ts'
import { openMarketShop, shownHere, tell, told } from './market-shop.ts'
import { type Call, RateLimitedMarketplace } from './rate-limited-marketplace.ts'

const times = (count: number) => Array.from({ length: count }, (_, n) => n)
const SKUS = times(40).map((n) => `SKU-${n}`)
const EVERY_CHANNEL = { channels: null }

/** The most calls beyond what the rate gives, in whatever stretch of time. */
function burstOf(calls: readonly Call[], perSecond: number): number {
  let most = 0
  for (const [from, first] of calls.entries()) {
    for (const [to, last] of calls.entries()) {
      if (to >= from) most = Math.max(most, to - from + 1 - ((last.at - first.at) / 1_000) * perSecond)
    }
  }
  return most
}

/** No number of a listing came to be so after a newer one. */
function expectInOrder({ told: all }: RateLimitedMarketplace): void {
  for (const one of all.values()) {
    const versions = one.map(({ version }) => version)
    expect(versions).toEqual([...versions].sort((a, b) => a - b))
  }
}

describe.each(DATABASE_KINDS)('what a marketplace is told on %s', (kind) => {
  test('follows what a channel is made of', async () => {
    await using market = await RateLimitedMarketplace.open()
    await using hub = await openMarketShop(kind, market, ['MUG', 'PEN'])
    await using _ = tell(hub)
    await hub.count('MUG', 'BER', 10)
    await hub.count('PEN', 'MUC', 4)
    await until(
      async () => market.offers,
      (offers) => offers.get('MUG') === 10 && offers.get('PEN') === 4,
    )

    await hub.submit({ kind: 'upsertChannel', id: 'web', buffer: 3 })
    await until(
      async () => market.offers,
      (offers) => offers.get('MUG') === 7 && offers.get('PEN') === 1,
    )
    await hub.submit({ kind: 'upsertLocations', locations: [{ id: 'MUC', closed: true }] })
    await until(
      async () => market.offers,
      (offers) => offers.get('MUG') === 7 && offers.get('PEN') === 0,
    )
    await hub.submit({ kind: 'upsertStockPolicy', sku: 'MUG', locationId: 'BER', safetyStock: 2 })
    await until(
      async () => market.offers,
      (offers) => offers.get('MUG') === 5,
    )
    // What is listed no longer is told as none.
    await upsertListings(hub.db.kysely, EVERY_CHANNEL, 'market', [{ sku: 'MUG', listed: false }])
    await until(
      async () => market.offers,
      (offers) => offers.get('MUG') === 0,
    )
  })

  test('is told again where it was restored, or nobody knows what it has', async () => {
    await using market = await RateLimitedMarketplace.open()
    await using hub = await openMarketShop(kind, market, ['MUG', 'PEN'])
    await using _ = tell(hub)
    await hub.count('MUG', 'BER', 10)
    await until(
      async () => market.offers,
      (offers) => offers.get('MUG') === 10,
    )
    await told(hub)

    market.set('MUG', 99)
    await sql`update hub set epoch = gen_random_uuid()`.execute(hub.db.kysely)
    await until(
      async () => market.offers,
      (offers) => offers.get('MUG') === 10,
    )
  })
})

// Goal: nothing is lost between reading and writing. Method: the steps of telling one by one, with a sale in between.
test('what changes while it is looked at, or on its way, is looked at again', async () => {
  await using market = await RateLimitedMarketplace.open()
  await using hub = await openMarketShop('postgres', market, ['MUG'])
  const { kysely } = hub.db
  const leases = new Leases(kysely)
  await leases.hold([marketplaceLease('market')], 60_000)
  const row = await kysely.selectFrom('marketplace').selectAll().executeTakeFirstOrThrow()
  const queue = new ListingQueue(kysely, leases, marketplaceOf(row))
  const marker = new Marker(kysely)
  const changeAndMark = async () => {
    await hub.sell('MUG', 'BER', 1)
    while (await marker.mark());
  }
  const skus = async () => (await queue.marked(10)).map(({ sku }) => sku)
  await hub.count('MUG', 'BER', 10)
  while (await marker.mark());

  const seen = await queue.marked(10)
  await changeAndMark()
  await queue.looked(seen.map((one) => ({ ...one, quantity: 10 })))
  expect(await skus()).toEqual(['MUG'])

  const [taken] = await queue.take(10, 60_000, false)
  await changeAndMark()
  // What is on its way is not looked at: nobody knows what the marketplace has.
  expect(await skus()).toEqual([])
  const { sku = '', version = 0 } = taken ?? {}
  await queue.settle([{ sku, version, quantity: 9, status: 'accepted', waitMs: 0, message: null }])
  expect(await skus()).toEqual(['MUG'])
  // Whoever was held up since says nothing of what was sent later.
  await queue.settle([{ sku, version: version - 1, quantity: 10, status: 'accepted', waitMs: 0, message: null }])
  const [again] = await kysely.selectFrom('marketplace_listing').select(['acknowledged', 'due']).execute()
  expect(again).toEqual({ acknowledged: 9, due: 0 })
  await queue.looked((await queue.marked(10)).map((one) => ({ ...one, quantity: 8 })))
  // Without the lease there is nothing to take.
  await leases.release([marketplaceLease('market')])
  expect(await queue.take(10, 60_000, false)).toEqual([])
  await leases.hold([marketplaceLease('market')], 60_000)
  expect(await queue.take(10, 600_000, false)).toMatchObject([{ sku: 'MUG' }])
  expect(await kysely.selectFrom('marketplace_listing').select('sure').execute()).toEqual([{ sure: false }])
  await leases.release([marketplaceLease('market')])
  // A process that is gone leaves it on its way: to a marketplace that knows of versions it is sent again at once.
  await using _ = tell(hub)
  await until(
    async () => market.offers.get('MUG'),
    (quantity) => quantity === 8,
  )
})

describe('a marketplace', () => {
  test('is told the newest there is, however much changes, and never more often than it allows', async () => {
    await using market = await RateLimitedMarketplace.open()
    await using hub = await openMarketShop('postgres', market, SKUS, { calls: 3, burst: 2, batchSize: 10 })
    await using _ = tell(hub)
    await Promise.all(SKUS.map((sku) => hub.count(sku, 'BER', 500)))
    for (const round of times(10)) {
      await Promise.all(SKUS.map((sku, n) => hub.sell(sku, 'BER', 1 + ((n + round) % 5))))
      await sleep(50)
    }
    await told(hub)

    expect(market.offers).toEqual(await shownHere(hub, SKUS))
    expectInOrder(market)
    const calls = market.pushes()
    // 440 changes. A call may be half a second on its way, and the next one none.
    expect(calls.length).toBeLessThan(100)
    expect(burstOf(market.calls, 3)).toBeLessThanOrEqual(3.5)
  })

  test('that wants fewer calls is left alone for as long as it says', async () => {
    await using market = await RateLimitedMarketplace.open()
    market.behaviour.limit = { perSecond: 2, burst: 3 }
    await using hub = await openMarketShop('postgres', market, SKUS, { calls: 200, burst: 20, batchSize: 10 })
    await using _ = tell(hub)
    await Promise.all(SKUS.map((sku) => hub.count(sku, 'BER', 7)))
    await told(hub)

    expect(market.offers).toEqual(await shownHere(hub, SKUS))
    const throttled = market.calls.flatMap(({ status, at }, index) => (status === 429 ? [{ at, index }] : []))
    expect(throttled.length).toBeGreaterThan(0)
    for (const { at, index } of throttled) {
      const next = market.calls[index + 1]
      if (next !== undefined) expect(next.at - at).toBeGreaterThanOrEqual(1_000)
    }
  })

  test('is told first what has sold out, and nothing waits for ever behind that', async () => {
    await using market = await RateLimitedMarketplace.open()
    await using hub = await openMarketShop('postgres', market, SKUS, { calls: 1_000, burst: 1_000, batchSize: 1 })
    await Promise.all(SKUS.map((sku) => hub.count(sku, 'BER', 10)))
    {
      await using _ = tell(hub)
      await told(hub)
    }
    await hub.db.kysely.updateTable('marketplace').set({ calls: 10, burst: 1, version: 2 }).execute()
    const before = market.calls.length
    const [first = '', ...others] = SKUS
    await hub.sell(first, 'BER', 1)
    for (const sku of others.slice(0, 10)) await hub.sell(sku, 'BER', 1)
    for (const sku of others.slice(20)) await hub.sell(sku, 'BER', 10)
    // All of it is known before the first call.
    const marker = new Marker(hub.db.kysely)
    while (await marker.mark());
    await using _ = tell(hub)
    await until(
      async () => market.calls.length - before,
      (count) => count >= 12,
    )

    const names = market.calls.slice(before, before + 12).flatMap((call) => call.names)
    const soldOut = new Set(others.slice(20))
    expect(names.filter((name) => soldOut.has(name)).length).toBeGreaterThanOrEqual(8)
    // The one that has waited longest.
    expect(names).toContain(first)
  })

  test('may refuse some and put off others, and the rest goes on', async () => {
    await using market = await RateLimitedMarketplace.open()
    market.behaviour.refuse = new Map([['SKU-1', 'No picture, no offer.']])
    market.behaviour.throttle = new Map([['SKU-2', 3]])
    await using hub = await openMarketShop('postgres', market, SKUS)
    await using _ = tell(hub)
    await Promise.all(SKUS.map((sku) => hub.count(sku, 'BER', 7)))
    await told(hub)

    const shown = new Map(await shownHere(hub, SKUS))
    shown.delete('SKU-1')
    expect(market.offers).toEqual(shown)
    const listing = () =>
      hub.db.kysely.selectFrom('marketplace_listing').selectAll().where('sku', '=', 'SKU-1').executeTakeFirstOrThrow()
    expect(await listing()).toMatchObject({ refusal: 'No picture, no offer.', refused_quantity: 7, acknowledged: null })

    // It is not told the same again by itself: only another number, or where somebody asks for it.
    const tries = () => market.pushes().filter(({ names }) => names.includes('SKU-1')).length
    const before = tries()
    await hub.sell('SKU-1', 'BER', 1)
    await until(
      async () => tries(),
      (count) => count === before + 1,
    )
    await told(hub)
    market.behaviour.refuse = new Map()
    // Every listing is looked at anew.
    await hub.submit({ kind: 'upsertChannel', id: 'web', name: 'Web shop and more' })
    await hub.sell('SKU-2', 'BER', 1)
    await until(
      async () => market.offers,
      (offers) => offers.get('SKU-2') === 6,
    )
    await told(hub)
    expect(tries()).toBe(before + 1)
    await pushListings(hub.db.kysely, EVERY_CHANNEL, 'market', ['SKU-1'])
    await until(
      async () => market.offers,
      (offers) => offers.get('SKU-1') === 6,
    )
    await told(hub)
    expect(await listing()).toMatchObject({ refusal: null, acknowledged: 6, sure: true })
  })

  test.each([400, 500])('that fails at one listing with status %i gets all others', async (status) => {
    await using market = await RateLimitedMarketplace.open()
    market.behaviour.poison = { names: new Set(['SKU-3']), status }
    await using hub = await openMarketShop('postgres', market, SKUS, { burst: 1_000 })
    await using _ = tell(hub)
    await Promise.all(SKUS.map((sku) => hub.count(sku, 'BER', 7)))
    let quantity = 7
    const refusalWhileOthersChange = async () => {
      // Only where others go well meanwhile it is the listing that is to blame.
      quantity = 15 - quantity
      await hub.count('SKU-1', 'BER', quantity)
      const { refusal } = await hub.db.kysely
        .selectFrom('marketplace_listing')
        .select('refusal')
        .where('sku', '=', 'SKU-3')
        .executeTakeFirstOrThrow()
      return refusal
    }
    await until(refusalWhileOthersChange, (refusal) => refusal?.includes(`${status}, something is wrong`) === true)
    await told(hub)

    const shown = new Map(await shownHere(hub, SKUS))
    shown.delete('SKU-3')
    expect(market.offers).toEqual(shown)
  })

  test('whose answer was lost is told what it then should have, also where that is what it had acknowledged', async () => {
    await using market = await RateLimitedMarketplace.open()
    await using hub = await openMarketShop('postgres', market, ['MUG'])
    await hub.count('MUG', 'BER', 10)
    {
      await using _ = tell(hub)
      await told(hub)
      expect(market.offers.get('MUG')).toBe(10)
      market.behaviour.cutAfter = 1_000
      await hub.sell('MUG', 'BER', 4)
      await until(
        async () => market.offers.get('MUG'),
        (quantity) => quantity === 6,
      )
    }
    // Nobody tells it for a while, and then it is as it was acknowledged last.
    market.behaviour.cutAfter = 0
    await hub.count('MUG', 'BER', 10)
    const marker = new Marker(hub.db.kysely)
    while (await marker.mark());
    await using _ = tell(hub)
    await until(
      async () => market.offers.get('MUG'),
      (quantity) => quantity === 10,
    )
    await told(hub)
    expectInOrder(market)
  })

  test('never has an older number after a newer one, though a call arrives when the next was answered', async () => {
    await using market = await RateLimitedMarketplace.open()
    await using hub = await openMarketShop('postgres', market, ['MUG'])
    await hub.count('MUG', 'BER', 10)
    await using _ = tell(hub)
    await told(hub)

    market.behaviour.late = { times: 1, ms: 1_500 }
    await hub.sell('MUG', 'BER', 1)
    await until(
      async () => market.behaviour.late?.times,
      (left) => left === 0,
    )
    await hub.sell('MUG', 'BER', 2)
    await until(
      async () => market.offers.get('MUG'),
      (quantity) => quantity === 7,
    )
    await until(
      async () => market.older,
      (count) => count === 1,
    )
    expect(market.offers.get('MUG')).toBe(7)
    expectInOrder(market)
  })
})
