import pino from 'pino'
import { Registry } from 'prom-client'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Viewer } from '../../core/access/viewer.ts'
import { tellMarketplaceFigures } from '../../hub/tell-marketplace-figures.ts'
import { tell, told } from '../marketplaces/market-shop.ts'
import { RateLimitedMarketplace } from '../marketplaces/rate-limited-marketplace.ts'
import { DATABASE_KINDS } from '../support/database.ts'
import { openTestHub, type TestHub } from '../support/hub.ts'

/** Staff that may see another channel only. */
const APP_ONLY: Viewer = { kind: 'admin', client: 'app team', channels: ['app'], scopes: ['*'] }

const LISTINGS = `query ($id: ID!, $first: Int, $after: String, $filter: MarketplaceListingFilter) {
  marketplaceListings(marketplaceId: $id, first: $first, after: $after, filter: $filter) {
    edges { cursor } nodes { sku name listed state acknowledged refusal refusedQuantity }
  }
}`

describe.each(DATABASE_KINDS)('marketplaces in the graph on %s', (kind) => {
  let hub: TestHub
  let market: RateLimitedMarketplace

  beforeAll(async () => {
    market = await RateLimitedMarketplace.open()
    hub = await openTestHub(kind)
    await hub.shop(['MUG', 'PEN', 'CAP'], ['BER'])
    await hub.count('MUG', 'BER', 5)
    await hub.count('PEN', 'BER', 7)
  })
  afterAll(async () => {
    await hub[Symbol.asyncDispose]()
    await market[Symbol.asyncDispose]()
  })

  const upsert = (input: Record<string, unknown>, viewer?: Viewer) =>
    hub.mutate(
      'availability',
      'upsertMarketplace',
      'marketplace { id name calls perSeconds burst batchSize settleSeconds driftMinutes paused source }',
      input,
      viewer === undefined ? {} : { viewer },
    )
  const list = (listings: readonly object[], more: object = {}) =>
    hub.mutate('availability', 'upsertMarketplaceListings', 'marketplace { backlog { listings } }', {
      marketplaceId: 'market',
      listings,
      ...more,
    })
  const codes = ({ userErrors }: { userErrors: { code: string; field: string[] }[] }) =>
    userErrors.map(({ code, field }) => `${code} ${field.slice(1).join('.')}`)

  test('are made known, and say what is missing or out of range', async () => {
    expect(codes(await upsert({ id: 'market', burst: 0 }))).toEqual([
      'INVALID_INPUT channelId',
      'INVALID_INPUT connector',
      'INVALID_INPUT calls',
      'INVALID_INPUT burst',
    ])
    const known = { id: 'market', channelId: 'web', connector: 'http', settings: { url: market.url }, calls: 500 }
    expect(codes(await upsert({ ...known, channelId: 'nowhere' }))).toEqual(['UNKNOWN_CHANNEL channelId'])
    expect(codes(await upsert(known, APP_ONLY))).toEqual(['UNKNOWN_CHANNEL channelId'])
    expect(codes(await upsert({ ...known, settings: ['url'] }))).toEqual(['INVALID_INPUT settings'])
    expect(await upsert(known)).toMatchObject({
      userErrors: [],
      marketplace: { id: 'market', name: 'market', calls: 500, perSeconds: 1, burst: 1, batchSize: 100, paused: false },
    })
    expect(codes(await upsert({ id: 'market', connector: 'other' }))).toEqual(['INVALID_INPUT connector'])
    expect(await upsert({ id: 'market', name: 'Bazaar', driftMinutes: 60 })).toMatchObject({
      marketplace: { name: 'Bazaar', calls: 500, driftMinutes: 60, source: '/marketplaces/market' },
    })
  })

  test('list items under names of their own', async () => {
    const [mug, pen] = [{ sku: 'MUG', name: 'mug' }, { sku: 'PEN' }]
    expect(codes(await list([]))).toEqual(['INVALID_INPUT listings'])
    expect(codes(await list([mug, mug]))).toEqual(['INVALID_INPUT listings.1.sku'])
    expect(codes(await list([mug, { sku: 'HAT' }]))).toEqual(['UNKNOWN_SKU listings.1.sku'])
    expect(codes(await list([mug], { marketplaceId: 'other' }))).toEqual(['NOT_FOUND marketplaceId'])
    const first = await list([mug, pen], { idempotencyKey: 'list-1' })
    expect(first).toMatchObject({ userErrors: [], marketplace: { backlog: { listings: 2 } } })
    expect(await list([mug, pen], { idempotencyKey: 'list-1' })).toMatchObject({ userErrors: [] })
    expect(codes(await list([mug], { idempotencyKey: 'list-1' }))).toEqual(['IDEMPOTENCY_CONFLICT idempotencyKey'])
    expect(codes(await list([{ sku: 'MUG', name: 'cup' }]))).toEqual(['WRONG_STATE listings.0.name'])
    expect(codes(await list([{ sku: 'CAP', name: 'mug' }]))).toEqual(['WRONG_STATE listings.0.name'])
  })

  test('are shown with what they have, page by page, to those who see their channel', async () => {
    market.behaviour.refuse = new Map([['PEN', 'Pens are not sold here.']])
    await using _ = tell(hub)
    await told(hub)
    const { marketplaceListings } = await hub.data('availability', LISTINGS, { id: 'market', first: 1 })
    expect(marketplaceListings.nodes).toEqual([
      {
        sku: 'MUG',
        name: 'mug',
        listed: true,
        state: 'CURRENT',
        acknowledged: 5,
        refusal: null,
        refusedQuantity: null,
      },
    ])
    const after = marketplaceListings.edges[0].cursor
    const rest = (await hub.data('availability', LISTINGS, { id: 'market', after })).marketplaceListings.nodes
    expect(rest).toMatchObject([{ sku: 'PEN', state: 'REFUSED', refusal: 'Pens are not sold here.' }])
    const refused = { id: 'market', filter: { states: ['REFUSED'], drifting: false, skus: ['PEN', 'MUG'] } }
    expect((await hub.data('availability', LISTINGS, refused)).marketplaceListings.nodes).toHaveLength(1)

    const STANDING = `{ marketplaces { nodes {
      id backlog { listings marked waiting urgent refused oldestChangedAt unread } condition { circuit failures lastError }
      figures { calls throttled accepted refused withinTenMinutes } drift { checkedAt checked requested suspected mending units oldestSeenAt }
    } } }`
    const standing = await hub.data('availability', STANDING)
    expect(standing.marketplaces.nodes).toMatchObject([
      {
        id: 'market',
        backlog: { listings: 2, marked: 0, waiting: 0, urgent: 0, refused: 1, oldestChangedAt: null },
        condition: { circuit: 'CLOSED', failures: 0, lastError: null },
        figures: { throttled: 0, refused: 1, accepted: 1, withinTenMinutes: 1 },
        drift: { checkedAt: null, checked: 0, requested: false, suspected: 0, mending: 0, units: 0 },
      },
    ])
    expect((await hub.data('availability', STANDING, {}, { viewer: APP_ONLY })).marketplaces.nodes).toEqual([])
    const hidden = await hub.data('availability', LISTINGS, { id: 'market' }, { viewer: APP_ONLY })
    expect(hidden.marketplaceListings).toBeNull()
    const checking = { marketplaceId: 'market' }
    const check = (viewer: Partial<{ viewer: Viewer }>) =>
      hub.mutate('availability', 'checkMarketplace', 'marketplace { drift { requested } }', checking, viewer)
    expect(codes(await check({ viewer: APP_ONLY }))).toEqual(['NOT_FOUND marketplaceId'])
    expect(await check({})).toMatchObject({ marketplace: { drift: { requested: true } } })
  })

  test('are told anew what somebody asks for', async () => {
    const push = (skus: readonly string[]) =>
      hub.mutate('availability', 'pushMarketplaceListings', 'marketplace { id }', { marketplaceId: 'market', skus })
    expect(codes(await push(['PEN', 'CAP']))).toEqual(['NOT_FOUND skus.1'])
    market.behaviour.refuse = new Map()
    expect(await push(['PEN'])).toMatchObject({ userErrors: [] })
    await using _ = tell(hub)
    await told(hub)
    expect(market.offers.get('PEN')).toBe(7)
  })

  test('are measured', async () => {
    const registry = new Registry()
    tellMarketplaceFigures(registry, { database: hub.db, log: pino({ level: 'silent' }) })
    const text = await registry.metrics()
    for (const line of [
      'onhand_marketplace_told{marketplace="market",answer="accepted"} 2',
      'onhand_marketplace_told{marketplace="market",answer="refused"} 1',
      'onhand_marketplace_told_within{marketplace="market",seconds="600"} 2',
      'onhand_marketplace_listings{marketplace="market",state="waiting"} 0',
      'onhand_marketplace_failing_seconds{marketplace="market"} 0',
    ]) {
      expect(text).toContain(line)
    }
  })
})
