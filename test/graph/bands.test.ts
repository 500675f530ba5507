import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Viewer } from '../../core/access/viewer.ts'
import { bandOf, lesserBand, sumOfBands, textOf } from '../../core/availability/bands.ts'
import { DATABASE_KINDS } from '../support/database.ts'
import { openTestHub, type TestHub } from '../support/hub.ts'

test('a band says between which numbers a quantity lies', () => {
  const text = (quantity: number, ...bounds: number[]) => textOf(bandOf(quantity, bounds))
  expect([0, 1, 4, 5, 19, 20, 5_000].map((quantity) => text(quantity, 5, 20))).toEqual([
    '0',
    '1–4',
    '1–4',
    '5–19',
    '5–19',
    '20+',
    '20+',
  ])
  expect([0, 1, 2, 3].map((quantity) => text(quantity, 1, 2))).toEqual(['0', '1', '2+', '2+'])
  expect(bandOf(7, [5, 20])).toEqual({ from: 5, to: 19 })
  expect(textOf(sumOfBands([bandOf(7, [5, 20]), bandOf(3, [5, 20])]))).toBe('6–23')
  expect(textOf(sumOfBands([bandOf(7, [5, 20]), bandOf(99, [5, 20])]))).toBe('25+')
  expect(textOf(lesserBand({ from: 5, to: 19 }, { from: 1, to: null }))).toBe('1–19')
  expect(textOf(lesserBand({ from: 20, to: null }, { from: 25, to: null }))).toBe('20+')
})

// Goal: who must not see exact quantities learns them nowhere. Method: 37 units, and every answer is searched for what would tell.
describe.each(DATABASE_KINDS)('a channel that tells bands, on %s', (kind) => {
  let hub: TestHub
  const caller = (of: Viewer['kind']) => ({
    viewer: { kind: of, client: `a ${of}`, channels: of === 'operator' ? null : ['market'], scopes: [] } as const,
  })
  beforeAll(async () => {
    hub = await openTestHub(kind)
    await hub.shop(['MUG', 'CUP'], ['BER', 'HAM'])
    await hub.mutate('availability', 'upsertChannel', 'channel { id }', {
      id: 'market',
      name: 'Market',
      bands: [5, 20],
      locations: [{ locationId: 'BER' }, { locationId: 'HAM' }],
    })
    await hub.count('MUG', 'BER', 30)
    await hub.count('MUG', 'HAM', 7)
  })
  afterAll(() => hub[Symbol.asyncDispose]())

  const ASK = `{ availability(channelId: "market", skus: ["MUG", "CUP"]) {
    quantity status band { from to text } locations { locationId quantity band { text } }
  } }`

  test('tells them to partners and shops, and quantities to staff', async () => {
    for (const viewer of ['partner', 'storefront'] as const) {
      expect((await hub.data('availability', ASK, {}, caller(viewer))).availability).toEqual([
        {
          quantity: 20,
          status: 'IN_STOCK',
          band: { from: 20, to: null, text: '20+' },
          locations: [
            { locationId: 'BER', quantity: 20, band: { text: '20+' } },
            { locationId: 'HAM', quantity: 5, band: { text: '5–19' } },
          ],
        },
        {
          quantity: 0,
          status: 'OUT_OF_STOCK',
          band: { from: 0, to: 0, text: '0' },
          locations: [
            { locationId: 'BER', quantity: 0, band: { text: '0' } },
            { locationId: 'HAM', quantity: 0, band: { text: '0' } },
          ],
        },
      ])
    }
    expect((await hub.data('availability', ASK, {}, caller('operator'))).availability[0]).toMatchObject({
      quantity: 37,
      band: null,
      locations: [
        { quantity: 30, band: null },
        { quantity: 7, band: null },
      ],
    })
    const [{ availability }] = await hub.entities(
      'availability',
      [{ __typename: 'InventoryItem', sku: 'MUG' }],
      '... on InventoryItem { availability(channelId: "market", locationIds: ["HAM"]) { quantity band { text } } }',
      caller('partner'),
    )
    expect(availability).toEqual({ quantity: 5, band: { text: '5–19' } })
  })

  const CHECK = `query ($lines: [ReserveLineInput!]!, $all: Boolean) {
    checkCart(channelId: "market", lines: $lines, allOrNothing: $all) {
      reservable userErrors { code field message }
      cart { lines { sku quantity available held backordered short parts { locationId held backordered } } }
    }
  }`
  const check = async (lines: object[], all: boolean, viewer: Viewer['kind'] = 'partner') =>
    (await hub.data('reservations', CHECK, { lines, all }, caller(viewer))).checkCart

  test('a cart that asks for more than there is tells the least that there may be', async () => {
    const lines = [{ sku: 'MUG', quantity: 1_000 }]
    expect((await check(lines, false)).cart.lines).toEqual([
      {
        sku: 'MUG',
        quantity: 1_000,
        available: 25,
        held: 25,
        backordered: 0,
        short: 975,
        parts: [
          { locationId: 'BER', held: 20, backordered: 0 },
          { locationId: 'HAM', held: 5, backordered: 0 },
        ],
      },
    ])
    expect((await check(lines, false, 'operator')).cart.lines).toMatchObject([{ available: 37, held: 37, short: 963 }])
    // No way to count by asking whether there are so many.
    for (const quantity of [26, 36, 37, 38]) {
      expect(await check([{ sku: 'MUG', quantity }], true)).toMatchObject({ reservable: false })
      expect(await check([{ sku: 'MUG', quantity }], false)).toMatchObject({ cart: { lines: [{ held: 25 }] } })
    }
    expect(await check([{ sku: 'MUG', quantity: 25 }], true)).toMatchObject({ reservable: true })
    expect(await check([{ sku: 'MUG', quantity: 36 }], true, 'operator')).toMatchObject({ reservable: true })
  })

  test('many lines of one SKU cannot be counted, neither in the cart nor in the errors', async () => {
    const lines = Array.from({ length: 100 }, () => ({ sku: 'MUG', quantity: 1 }))
    const some = await check(lines, false)
    expect(some.cart.lines.filter(({ held }: { held: number }) => held === 1)).toHaveLength(25)
    expect(some.cart.lines.filter(({ available }: { available: number }) => available === 1)).toHaveLength(25)
    const none = await check(lines, true)
    const error = { code: 'INSUFFICIENT_STOCK', field: ['input', 'lines', '0', 'quantity'] }
    expect(none.userErrors).toEqual([{ ...error, message: '100 of MUG wanted, not as many available.' }])
    expect(JSON.stringify([some, none])).not.toMatch(/37|63/)
  })

  test('an order that is refused does not say how much there is', async () => {
    const { userErrors, cart } = await hub.mutate(
      'reservations',
      'reserve',
      'cart { lines { available held short } }',
      { channelId: 'market', lines: [{ sku: 'MUG', quantity: 38 }] },
      caller('storefront'),
    )
    expect(cart.lines).toMatchObject([{ available: 25, held: 0 }])
    expect(userErrors).toEqual([
      {
        code: 'INSUFFICIENT_STOCK',
        field: ['input', 'lines', '0', 'quantity'],
        message: '38 of MUG wanted, not as many available.',
      },
    ])
  })

  test('what waits for stock is not told exactly either', async () => {
    await hub.mutate('availability', 'upsertChannel', 'channel { id }', {
      id: 'market',
      name: 'Market',
      allowBackorder: true,
    })
    const { cart } = await check([{ sku: 'MUG', quantity: 100 }], true)
    expect(cart.lines).toMatchObject([{ available: 25, held: 25, backordered: 75, short: 0 }])
    await hub.mutate('availability', 'upsertChannel', 'channel { id }', {
      id: 'market',
      name: 'Market',
      allowBackorder: false,
    })
  })

  test('bands ascend from 1, and null takes them away', async () => {
    for (const bands of [[0, 5], [5, 5], [20, 5], Array.from({ length: 101 }, (_, index) => index + 1)]) {
      const { userErrors } = await hub.mutate('availability', 'upsertChannel', 'channel { id }', {
        id: 'market',
        name: 'Market',
        bands,
      })
      expect(userErrors).toMatchObject([{ code: 'INVALID_INPUT', field: ['input', 'bands'] }])
    }
    const { channel } = await hub.mutate('availability', 'upsertChannel', 'channel { bands lowStockHysteresis }', {
      id: 'market',
      name: 'Market',
      bands: null,
    })
    expect(channel).toEqual({ bands: [], lowStockHysteresis: 0 })
    expect((await hub.data('availability', ASK, {}, caller('partner'))).availability[0]).toMatchObject({
      quantity: 37,
      band: null,
    })
  })
})
