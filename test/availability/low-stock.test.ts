import { afterEach, describe, expect, test, vi } from 'vitest'
import { keepLowStock } from '../../core/availability/keep-low-stock.ts'
import { DATABASE_KINDS } from '../support/database.ts'
import { openTestHub, type TestHub } from '../support/hub.ts'
import { SILENT } from '../support/ledger.ts'

const LONG = { timeout: 60_000 }

describe.each(DATABASE_KINDS)('low stock is remembered, on %s', (kind) => {
  const open: AsyncDisposable[] = []
  afterEach(async () => {
    for (const one of open.splice(0).reverse()) await one[Symbol.asyncDispose]()
  })

  async function shop(skus: readonly string[]): Promise<TestHub> {
    const hub = await openTestHub(kind)
    open.push(hub)
    await hub.shop(skus, ['BER'])
    await hub.submit({ kind: 'upsertChannel', id: 'web', name: 'Web', lowStockThreshold: 5, lowStockHysteresis: 3 })
    await hub.submit({
      kind: 'upsertChannel',
      id: 'plain',
      name: 'Plain',
      lowStockThreshold: 5,
      locations: [{ locationId: 'BER' }],
    })
    return hub
  }

  function keep(hub: TestHub) {
    const keeper = keepLowStock({ db: hub.db, bus: hub.bus, ledger: hub.ledger, pollMs: 1_000, log: SILENT })
    open.push({ [Symbol.asyncDispose]: () => keeper.close() })
    return keeper
  }

  const status = async (hub: TestHub, sku: string, channelId = 'web') => {
    const query = 'query ($in: ID!, $sku: ID!) { availability(channelId: $in, skus: [$sku]) { status } }'
    return (await hub.data('availability', query, { in: channelId, sku })).availability[0].status
  }
  const remembered = async (hub: TestHub) => {
    const rows = await hub.db.kysely.selectFrom('low_stock').select(['sku', 'channel_id']).orderBy('sku').execute()
    return rows.map(({ sku, channel_id }) => `${sku} in ${channel_id}`)
  }
  const becomes = (hub: TestHub, expected: readonly string[]) =>
    vi.waitFor(async () => expect(await remembered(hub)).toEqual(expected), LONG)

  test('what was low stays low until it is well above the threshold, and is told again', async () => {
    const hub = await shop(['MUG'])
    // What has nothing counts as low.
    await hub.count('MUG', 'BER', 20)
    keep(hub)
    await hub.count('MUG', 'BER', 7)
    expect(await status(hub, 'MUG')).toBe('IN_STOCK')
    await hub.count('MUG', 'BER', 5)
    expect(await status(hub, 'MUG')).toBe('LOW_STOCK')
    await becomes(hub, ['MUG in web'])

    const told: string[] = []
    hub.feed.subscribe({ changes: ({ changes }) => told.push(...changes.map(({ sku }) => sku ?? '')) })
    for (const quantity of [6, 8, 5, 7]) {
      await hub.count('MUG', 'BER', quantity)
      expect(await status(hub, 'MUG')).toBe('LOW_STOCK')
    }
    // Only where the channel says so.
    expect(await status(hub, 'MUG', 'plain')).toBe('IN_STOCK')
    await hub.count('MUG', 'BER', 9)
    expect(await status(hub, 'MUG')).toBe('IN_STOCK')
    await becomes(hub, [])
    // Beside the five counts the feed tells that it is not remembered any more: a listener that was shown LOW_STOCK meanwhile asks again.
    await vi.waitFor(() => expect(told.filter((sku) => sku === 'MUG').length).toBeGreaterThanOrEqual(6), LONG)
    await hub.count('MUG', 'BER', 7)
    expect(await status(hub, 'MUG')).toBe('IN_STOCK')
  })

  test('what became low while nobody looked is found, and several who look do no harm', async () => {
    const skus = Array.from({ length: 300 }, (_, index) => `SKU-${String(index).padStart(3, '0')}`)
    const hub = await shop(skus)
    await Promise.all(skus.map((sku, index) => hub.count(sku, 'BER', index < 280 ? 3 : 30)))
    keep(hub)
    keep(hub)
    await becomes(
      hub,
      skus.slice(0, 280).map((sku) => `${sku} in web`),
    )
    await Promise.all(skus.slice(0, 280).map((sku) => hub.count(sku, 'BER', 8)))
    await hub.count('SKU-000', 'BER', 9)
    await becomes(
      hub,
      skus.slice(1, 280).map((sku) => `${sku} in web`),
    )
  })

  test('a channel that tells bands remembers by them, so that its memory tells no more', async () => {
    const hub = await shop(['MUG', 'CUP'])
    await hub.submit({ kind: 'upsertChannel', id: 'web', name: 'Web', bands: [4, 8] })
    keep(hub)
    // 4 to 7 are one: all of them are low, and so they were.
    await hub.count('MUG', 'BER', 7)
    await hub.count('CUP', 'BER', 4)
    expect([await status(hub, 'MUG'), await status(hub, 'CUP')]).toEqual(['LOW_STOCK', 'LOW_STOCK'])
    await becomes(hub, ['CUP in web', 'MUG in web'])
    await hub.count('MUG', 'BER', 50)
    await hub.count('CUP', 'BER', 8)
    await hub.submit({ kind: 'upsertChannel', id: 'web', name: 'Web', bands: [4, 9] })
    await becomes(hub, ['CUP in web'])
  })
})
