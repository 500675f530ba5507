import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { openDatabase } from '../../core/database/connection.ts'
import { requestCheck } from '../../core/marketplaces/manage.ts'
import { readStandings } from '../../core/marketplaces/read.ts'
import { checkMarketplaces } from '../../marketplaces/check-marketplaces.ts'
import { openConnector } from '../../marketplaces/open-connector.ts'
import { until } from '../erp/plain-shop.ts'
import type { IngestHub } from '../ingest/ingest-hub.ts'
import { DATABASE_KINDS } from '../support/database.ts'
import { SILENT } from '../support/ledger.ts'
import { networkTo } from '../support/network.ts'
import { openMarketShop, shownHere, tell, told } from './market-shop.ts'
import { RateLimitedMarketplace, SECRET } from './rate-limited-marketplace.ts'

const times = (count: number) => Array.from({ length: count }, (_, n) => n)
const SKUS = times(30).map((n) => `SKU-${n}`)

async function check({ db }: IngestHub): Promise<void> {
  await requestCheck(db.kysely, { channels: null }, 'market')
  await lookAgain({ db })
}

/** What is due by itself. */
function lookAgain({ db }: Pick<IngestHub, 'db'>): Promise<void> {
  return checkMarketplaces({
    db: db.kysely,
    connect: (one) => openConnector(one, { market: { secret: SECRET } }, ['127.0.0.1']),
    signal: new AbortController().signal,
    log: SILENT,
  })
}

async function driftOf({ db }: IngestHub, sku: string) {
  return db.kysely.selectFrom('marketplace_drift').selectAll().where('sku', '=', sku).executeTakeFirst()
}

describe.each(DATABASE_KINDS)('a marketplace that is read back on %s', (kind) => {
  test('gets what it shows otherwise, once it was seen so twice', async () => {
    await using market = await RateLimitedMarketplace.open()
    // Three pages.
    await using hub = await openMarketShop(kind, market, SKUS, { settleSeconds: 1, batchSize: 12 })
    await Promise.all(SKUS.map((sku) => hub.count(sku, 'BER', 10)))
    await using _ = tell(hub)
    await told(hub)
    await sleep(1_100)
    market.set('SKU-4', 25)
    market.told.delete('SKU-21')
    await check(hub)
    expect(await driftOf(hub, 'SKU-4')).toMatchObject({ state: 'SUSPECTED', expected: 10, found: 25 })
    expect(await driftOf(hub, 'SKU-21')).toMatchObject({ state: 'SUSPECTED', expected: 10, found: null })
    // At once it is no second time.
    await check(hub)
    expect((await driftOf(hub, 'SKU-4'))?.state).toBe('SUSPECTED')
    expect(market.offers.get('SKU-4')).toBe(25)

    await sleep(1_100)
    await lookAgain(hub)
    const standing = (await readStandings(hub.db.kysely, ['market'])).get('market')
    expect(standing).toMatchObject({ checked: 30, suspected: 0, mending: 2, drifting_units: 25 })
    await until(
      async () => market.offers,
      (offers) => offers.get('SKU-4') === 10 && offers.get('SKU-21') === 10,
    )
    await told(hub)
    await sleep(1_100)
    await check(hub)
    expect(await driftOf(hub, 'SKU-4')).toMatchObject({ state: 'MENDED', expected: 10, found: 25 })
    const read = market.calls.filter(({ path }) => path === '/offers/read')
    expect(read.every(({ names }) => names.length <= 12)).toBe(true)
  })

  test('tells of an order once, however often it is asked', async () => {
    await using market = await RateLimitedMarketplace.open()
    const named = (sku: string) => `offer ${sku}`
    await using hub = await openMarketShop(kind, market, ['MUG', 'PEN'], { ordersSeconds: 1, calls: 50 }, named)
    await hub.count('MUG', 'BER', 10)
    await hub.count('PEN', 'BER', 1)
    market.order('A-1', 'offer MUG', 2)
    market.order('A-2', 'offer MUG', 3, 'PENDING')
    // It sold one more than there is.
    market.order('A-3', 'offer PEN', 2)
    await using _ = tell(hub)
    await until(
      async () => market.calls.filter(({ path }) => path === '/orders').length,
      (count) => count >= 3,
    )
    expect(await hub.position('MUG', 'BER')).toMatchObject({ committed: 2, held: 3 })
    expect(await hub.position('PEN', 'BER')).toMatchObject({ committed: 1, backordered: 1 })
    await until(
      async () => market.offers,
      (offers) => offers.get('offer MUG') === 5 && offers.get('offer PEN') === 0,
    )

    market.order('A-2', 'offer MUG', 3, 'CANCELED')
    market.order('A-1', 'offer MUG', 2)
    await until(
      async () => market.offers,
      (offers) => offers.get('offer MUG') === 8,
    )
    expect(await hub.position('MUG', 'BER')).toMatchObject({ committed: 2, held: 0 })
    expect(await hub.deadLetters()).toEqual([])
  })
})

test('a marketplace may show late what it has accepted', async () => {
  await using market = await RateLimitedMarketplace.open()
  market.behaviour.lagMs = 1_500
  await using hub = await openMarketShop('postgres', market, ['MUG', 'PEN', 'CAP'], { settleSeconds: 2 })
  await Promise.all(['MUG', 'PEN', 'CAP'].map((sku) => hub.count(sku, 'BER', 10)))
  await using _ = tell(hub)
  await told(hub)
  const drifts = () => hub.db.kysely.selectFrom('marketplace_drift').selectAll().execute()
  await check(hub)
  expect(await drifts()).toEqual([])

  // Later than it ever should: that is suspected, and passes.
  await sleep(2_100)
  market.behaviour.lagMs = 60_000
  await check(hub)
  expect((await drifts()).map(({ state }) => state)).toEqual(['SUSPECTED', 'SUSPECTED', 'SUSPECTED'])
  const pushes = market.pushes().length
  market.behaviour.lagMs = 0
  await sleep(2_100)
  await lookAgain(hub)
  expect(await drifts()).toEqual([])
  expect(market.pushes()).toHaveLength(pushes)
})

test('processes that tell a marketplace may be killed at any moment, and lose or reorder nothing', async () => {
  await using market = await RateLimitedMarketplace.open()
  await using hub = await openMarketShop('postgres', market, SKUS, { calls: 5, burst: 2, batchSize: 8 })
  const script = new URL('./tell-process.ts', import.meta.url).pathname
  const start = () => spawn(process.execPath, [script, hub.db.url ?? ''], { stdio: ['ignore', 'ignore', 'inherit'] })
  const running = [start(), start()]
  let over = false
  const trading = (async () => {
    await Promise.all(SKUS.map((sku) => hub.count(sku, 'BER', 1_000)))
    for (let round = 0; !over; round++) {
      await hub.sell(SKUS[round % SKUS.length] ?? '', 'BER', 1 + (round % 3))
      await sleep(15)
    }
  })()
  try {
    await until(
      async () => market.pushes().length,
      (count) => count > 5,
    )
    for (const round of times(4)) {
      market.behaviour.cutAfter = round % 2
      market.behaviour.late = { times: 1, ms: 400 }
      await sleep(600 + Math.random() * 300)
      const victim = running[round % 2]
      const gone = victim === undefined ? undefined : once(victim, 'exit')
      victim?.kill('SIGKILL')
      await gone
      running[round % 2] = start()
    }
    over = true
    await trading
    await told(hub)
    // What was late is there by then as well.
    await sleep(500)
    expect(market.offers).toEqual(await shownHere(hub, SKUS))
    for (const one of market.told.values()) {
      const versions = one.map(({ version }) => version)
      expect(versions).toEqual([...versions].sort((a, b) => a - b))
    }
    // The limit is that of all processes together: no second has more than the rate and the burst, and what was on its way for long.
    const { calls } = market
    for (const { at } of calls) {
      expect(calls.filter((other) => other.at >= at && other.at < at + 1_000).length).toBeLessThanOrEqual(10)
    }
  } finally {
    over = true
    for (const child of running) child.kill('SIGKILL')
  }
})

test('a process that cannot reach its database for a while tells the newest numbers afterwards', async () => {
  await using market = await RateLimitedMarketplace.open()
  await using hub = await openMarketShop('postgres', market, SKUS, { calls: 50, batchSize: 4 })
  await Promise.all(SKUS.map((sku) => hub.count(sku, 'BER', 100)))
  const url = new URL(hub.db.url ?? '')
  await using network = await networkTo(Number(url.port))
  const reached = await openDatabase({ url: network.through(url.href), poolSize: 4 })
  {
    await using _ = tell(
      { db: reached, ingest: hub.ingest },
      { settings: { callMs: 600_000, retryMsMin: 20, retryMsMax: 200 } },
    )
    // In the middle of it, and longer than a lease.
    await until(
      async () => market.pushes().length,
      (count) => count >= 2,
    )
    network.cut()
    await Promise.all(SKUS.map((sku) => hub.sell(sku, 'BER', 3)))
    await sleep(1_500)
    network.mend()
    await told(hub)
    expect(market.offers).toEqual(await shownHere(hub, SKUS))
  }
  await reached.close()
})
