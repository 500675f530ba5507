import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DATABASE_KINDS } from '../support/database.ts'
import { openTestHub, type TestHub } from '../support/hub.ts'
import { codesOf, made } from '../support/ledger.ts'

const BY = '2099-01-01T00:00:00.000Z'

describe.each(DATABASE_KINDS)('what somebody waits for, on %s', (kind) => {
  let hub: TestHub

  beforeAll(async () => {
    hub = await openTestHub(kind)
    await hub.shop(['MUG', 'CUP', 'JAR', 'PAN'], ['BER', 'HAM'])
    const locations = [{ locationId: 'BER' }, { locationId: 'HAM' }]
    await hub.submit({ kind: 'upsertChannel', id: 'market', name: 'Market', locations, allowBackorder: true })
  })
  afterAll(() => hub[Symbol.asyncDispose]())

  /** What is shown to the web shop, what a check of its cart says, and what the location's level says, all before anything is swept. */
  const shown = async (sku: string) => {
    const query = `query ($sku: ID!, $by: DateTime) {
      availability(skus: [$sku], channelId: "web") { quantity explanation { terms { locationId sellable held committed atf } } }
      promised: availability(skus: [$sku], channelId: "web", by: $by) { quantity }
    }`
    const { availability, promised } = await hub.data('availability', query, { sku, by: BY })
    const { item } = await hub.data(
      'stock',
      `query ($sku: ID!) { item(sku: $sku) { stockLevels(locationIds: ["BER"]) { held committed backordered fenced atf fences { left } } } }`,
      { sku },
    )
    return { quantity: availability[0].quantity, promised: promised[0].quantity, level: item.stockLevels[0] }
  }

  /** Exactly so much can be reserved. */
  const requireReservable = async (sku: string, quantity: number) => {
    const reserve = (wanted: number) => hub.reserve([{ sku, locationId: 'BER', quantity: wanted }])
    expect(codesOf(await reserve(quantity + 1))).toEqual(['INSUFFICIENT_STOCK'])
    expect(await reserve(quantity)).toMatchObject({ status: 'posted' })
  }

  test('is not shown to others when a hold is over that nobody has swept yet', async () => {
    await hub.count('MUG', 'BER', 5)
    const due = made(await hub.reserve([{ sku: 'MUG', locationId: 'BER', quantity: 5 }]))
    const waiting = made(
      await hub.reserve([{ sku: 'MUG', locationId: 'BER', quantity: 3 }], { channelId: 'market', ttlSeconds: 9_000 }),
    )
    expect((await hub.reservation(waiting)).lines).toMatchObject([{ backordered: 3 }])
    await hub.rewrite(sql`update reservation_line set expires_at = clock_timestamp() where reservation_id = ${due}`)

    expect(await shown('MUG')).toEqual({
      quantity: 2,
      promised: 2,
      level: { held: 3, committed: 0, backordered: 0, fenced: 0, atf: 2, fences: [] },
    })
    await requireReservable('MUG', 2)
    expect((await hub.reservation(waiting)).lines).toMatchObject([{ held: 3, backordered: 0 }])
  })

  test('is not shown to others when what was set aside for somebody else has fallen back', async () => {
    const sku = 'CUP'
    await hub.count(sku, 'BER', 4)
    const policy = { kind: 'upsertStockPolicy', sku, locationId: 'BER' } as const
    const until = new Date('2099-01-01')
    await hub.submit({ ...policy, fences: [{ channelId: 'web', quantity: 4, until }] })
    const waiting = made(await hub.reserve([{ sku, locationId: 'BER', quantity: 3 }], { channelId: 'market' }))
    await hub.submit({ kind: 'confirmReservation', reservation: { id: waiting } })
    expect(await shown(sku)).toMatchObject({ quantity: 4, level: { fenced: 4, backordered: 3 } })
    await hub.rewrite(sql`update fence set until = clock_timestamp() where sku = ${sku}`)

    expect(await shown(sku)).toEqual({
      quantity: 1,
      promised: 1,
      level: { held: 0, committed: 3, backordered: 0, fenced: 0, atf: 1, fences: [] },
    })
    await requireReservable(sku, 1)
  })

  test('is shown to them where it is kept from who waits', async () => {
    const sku = 'JAR'
    await hub.count(sku, 'BER', 6)
    const fences = [{ channelId: 'web', quantity: 4 }]
    await hub.submit({ kind: 'upsertStockPolicy', sku, locationId: 'BER', fences })
    const due = made(await hub.reserve([{ sku, locationId: 'BER', quantity: 5 }]))
    await hub.reserve([{ sku, locationId: 'BER', quantity: 3 }], { channelId: 'market' })
    await hub.rewrite(sql`update reservation_line set expires_at = clock_timestamp() where reservation_id = ${due}`)

    // One was free and had gone to who waits before; of the five, four belong to the web shop.
    expect(await shown(sku)).toMatchObject({
      quantity: 4,
      level: { held: 2, backordered: 1, atf: 0, fences: [{ left: 4 }] },
    })
    await requireReservable(sku, 4)
  })

  // Goal: levels tell of a unit once. Method: what a hold leaves at one location lets a buffer give up what it kept at another one, where no hold has ended.
  test('is not shown to others at another location either, where a buffer had kept it from them', async () => {
    const sku = 'PAN'
    const locations = [{ locationId: 'BER' }, { locationId: 'HAM' }]
    await hub.submit({ kind: 'upsertChannel', id: 'shy', name: 'Shy', locations, buffer: 2, allowBackorder: true })
    await hub.count(sku, 'BER', 6)
    await hub.count(sku, 'HAM', 1)
    const reserve = (locationId: string, quantity: number) =>
      hub.reserve([{ sku, locationId, quantity }], { channelId: 'shy', ttlSeconds: 9_000 })
    const due = made(await reserve('BER', 5))
    for (const locationId of ['BER', 'HAM']) await reserve(locationId, 1)
    await hub.rewrite(sql`update reservation_line set expires_at = clock_timestamp() where reservation_id = ${due}`)

    const query = `query ($sku: ID!) { item(sku: $sku) { stockLevels { locationId held backordered atf } } }`
    const { item } = await hub.data('stock', query, { sku })
    expect(item.stockLevels).toEqual([
      { locationId: 'BER', held: 1, backordered: 0, atf: 5 },
      { locationId: 'HAM', held: 1, backordered: 0, atf: 0 },
    ])
  })
})
