import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { keepLowStock } from '../../core/availability/keep-low-stock.ts'
import { DATABASE_KINDS } from '../support/database.ts'
import { SILENT } from '../support/ledger.ts'
import { openTestGateway, type TestGateway, type TestSubscription } from './support.ts'

const LISTEN = `subscription ($channelId: ID!, $skus: [ID!], $initial: Boolean, $after: Cursor, $onlyWhen: AvailabilityCondition, $minIntervalMs: Int) {
  availabilityChanged(channelId: $channelId, skus: $skus, initial: $initial, after: $after, onlyWhen: $onlyWhen, minIntervalMs: $minIntervalMs) {
    sku quantity cursor
  }
}`

const stateIn = (result: ReturnType<typeof JSON.parse>) => result.data.availabilityChanged
const quantityIn = (result: ReturnType<typeof JSON.parse>): number => stateIn(result).quantity

/** The quantities that come until one of them is `last`. */
async function until(live: TestSubscription, last: number): Promise<number[]> {
  const told = []
  for (;;) {
    const quantity = quantityIn(await live.next(30_000))
    told.push(quantity)
    if (quantity === last) return told
  }
}

/** Nothing comes for the first SKU, as what comes next is about the second one, which changed later. */
async function expectNothingOf(live: TestSubscription, marker: string, change: () => Promise<unknown>): Promise<void> {
  await change()
  expect(stateIn(await live.next(30_000)).sku).toBe(marker)
}

describe.each(DATABASE_KINDS)('availabilityChanged on %s', (kind) => {
  let gateway: TestGateway
  beforeAll(async () => {
    gateway = await openTestGateway(kind)
    await gateway.hub.shop(['MUG', 'CUP', 'JUG', 'PAN', 'POT', 'END'], ['BER', 'HAM'])
    const locations = [{ locationId: 'BER' }, { locationId: 'HAM' }]
    const channel = { kind: 'upsertChannel', name: 'Channel', locations, lowStockThreshold: 5 } as const
    await gateway.hub.submit({ ...channel, id: 'plain' })
    await gateway.hub.submit({ ...channel, id: 'calm', lowStockHysteresis: 3 })
    // That of the partner.
    await gateway.hub.submit({ ...channel, id: 'web', bands: [5, 20] })
  })
  afterAll(() => gateway[Symbol.asyncDispose]())

  test('with minIntervalMs tells the first change at once, then the newest state, and always the last one', async () => {
    await gateway.hub.count('MUG', 'BER', 100)
    const variables = { channelId: 'plain', skus: ['MUG'], initial: true, minIntervalMs: 400 }
    await using live = gateway.subscribe(LISTEN, variables)
    await using all = gateway.subscribe(LISTEN, { ...variables, minIntervalMs: 0 })
    expect(quantityIn(await live.next())).toBe(100)
    await all.next()
    const startedAt = performance.now()
    const told = until(live, 60)
    for (let sold = 1; sold <= 40; sold++) {
      await gateway.hub.sell('MUG', 'BER', 1)
      expect(quantityIn(await all.next())).toBe(100 - sold)
      if (sold % 10 === 0) await sleep(150)
    }
    const states = await told
    const intervals = (performance.now() - startedAt) / 400
    expect(states.length).toBeLessThanOrEqual(Math.ceil(intervals) + 1)
    expect(states.length).toBeLessThan(40)
    expect(states).toEqual([...states].sort((a, b) => b - a))
  })

  test('whoever comes while a SKU rests is told its state at once, and the others when it has rested', async () => {
    await gateway.hub.count('CUP', 'BER', 50)
    const variables = { channelId: 'plain', skus: ['CUP'], initial: true, minIntervalMs: 2_000 }
    await using first = gateway.subscribe(LISTEN, variables)
    expect(quantityIn(await first.next())).toBe(50)
    const toldAt = performance.now()
    await gateway.hub.sell('CUP', 'BER', 1)
    await using second = gateway.subscribe(LISTEN, variables)
    expect(quantityIn(await second.next())).toBe(49)
    expect(await until(first, 49)).toEqual([49])
    expect(performance.now() - toldAt).toBeGreaterThan(1_900)
  })

  // Goal: a cursor never claims what rests. Method: leave with the cursor of another SKU while one rests, and come back.
  test('whoever leaves while a SKU rests is told its state when it comes back', async () => {
    await gateway.hub.count('CUP', 'BER', 50)
    const variables = { channelId: 'plain', skus: ['CUP', 'END'], minIntervalMs: 60_000 }
    await using live = gateway.subscribe(LISTEN, { ...variables, initial: true })
    await live.next()
    await live.next()
    await gateway.hub.sell('CUP', 'BER', 7)
    await using other = gateway.subscribe(LISTEN, { ...variables, initial: true })
    const cursors = [stateIn(await other.next()), stateIn(await other.next())].map(({ cursor }) => cursor)
    for (const after of cursors) {
      await using back = gateway.subscribe(LISTEN, { ...variables, minIntervalMs: 0, after })
      expect(stateIn(await back.next())).toMatchObject({ sku: 'CUP', quantity: 43 })
    }
  })

  test('with STATUS_CHANGES tells a state when its status is another one, and is not kept awake by others', async () => {
    await gateway.hub.count('JUG', 'BER', 8)
    const variables = { channelId: 'plain', skus: ['JUG', 'END'], initial: true, onlyWhen: 'STATUS_CHANGES' }
    await using live = gateway.subscribe(LISTEN, variables)
    await live.next()
    await live.next()
    for (const quantity of [7, 6]) await gateway.hub.count('JUG', 'BER', quantity)
    await expectNothingOf(live, 'END', () => gateway.hub.count('END', 'BER', 1))
    await gateway.hub.count('JUG', 'BER', 4)
    expect(stateIn(await live.next())).toMatchObject({ sku: 'JUG', quantity: 4 })
    for (const quantity of [5, 3, 2]) await gateway.hub.count('JUG', 'BER', quantity)
    await expectNothingOf(live, 'END', () => gateway.hub.count('END', 'BER', 0))
    await gateway.hub.count('JUG', 'BER', 0)
    expect(quantityIn(await live.next())).toBe(0)
    await gateway.hub.count('JUG', 'BER', 9)
    expect(quantityIn(await live.next())).toBe(9)
  })

  test('who begins without the present state hears of the next status, not of the present one', async () => {
    await gateway.hub.count('JUG', 'BER', 20)
    const variables = { channelId: 'plain', skus: ['JUG', 'END'], onlyWhen: 'STATUS_CHANGES' }
    await gateway.hub.count('END', 'BER', 0)
    await using live = gateway.subscribe(LISTEN, variables)
    await expect(live.next(500)).rejects.toThrow('No result')
    await gateway.hub.count('JUG', 'BER', 19)
    await expectNothingOf(live, 'END', () => gateway.hub.count('END', 'BER', 3))
    await gateway.hub.count('JUG', 'BER', 1)
    expect(quantityIn(await live.next())).toBe(1)
  })

  test('the status need not be selected, and shows only where it is', async () => {
    await gateway.hub.count('JUG', 'BER', 20)
    const asked = (selection: string) =>
      `subscription { availabilityChanged(channelId: "plain", skus: ["JUG"], initial: true, onlyWhen: STATUS_CHANGES) { ${selection} } }`
    await using without = gateway.subscribe(asked('ownStatus: sku'))
    expect(await without.next()).toEqual({ data: { availabilityChanged: { ownStatus: 'JUG' } } })
    await using withIt = gateway.subscribe(asked('s: status ...on Availability { t: status }'))
    expect(await withIt.next()).toEqual({ data: { availabilityChanged: { s: 'IN_STOCK', t: 'IN_STOCK' } } })
  })

  test('a whole channel is shaped as well', async () => {
    for (const sku of ['PAN', 'POT']) await gateway.hub.count(sku, 'BER', 10)
    const variables = { channelId: 'plain', initial: true, onlyWhen: 'STATUS_CHANGES' }
    await using live = gateway.subscribe(LISTEN, variables)
    const snapshot = (await live.take(6)).map((result) => stateIn(result).sku)
    expect(snapshot.sort()).toEqual(['CUP', 'END', 'JUG', 'MUG', 'PAN', 'POT'])
    await gateway.hub.count('PAN', 'BER', 9)
    await gateway.hub.count('POT', 'BER', 2)
    expect(stateIn(await live.next())).toMatchObject({ sku: 'POT', quantity: 2 })
  })

  test.each([-1, 3_600_001])('an interval of %i ms is refused', async (minIntervalMs) => {
    await using live = gateway.subscribe(LISTEN, { channelId: 'plain', skus: ['JUG'], minIntervalMs })
    await expect(live.next()).rejects.toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }])
  })

  // Goal: stock around the threshold does not flicker, and who was away sees what the others see.
  test('what was low stays low until it is the hysteresis above the threshold, for everybody alike', async () => {
    const { db, bus, ledger } = gateway.hub
    await gateway.hub.count('MUG', 'BER', 20)
    const keeper = keepLowStock({ db, bus, ledger, pollMs: 1_000, log: SILENT })
    try {
      const variables = { channelId: 'calm', skus: ['MUG', 'END'], onlyWhen: 'STATUS_CHANGES' }
      await gateway.hub.count('END', 'BER', 0)
      await gateway.hub.count('MUG', 'BER', 7)
      await using live = gateway.subscribe(LISTEN, { ...variables, initial: true })
      const cursors = [stateIn(await live.next()), stateIn(await live.next())].map(({ cursor }) => cursor)
      await gateway.hub.count('MUG', 'BER', 5)
      expect(quantityIn(await live.next())).toBe(5)
      await noted(gateway, 'MUG', true)
      for (const quantity of [6, 8, 5, 7]) await gateway.hub.count('MUG', 'BER', quantity)
      await expectNothingOf(live, 'END', () => gateway.hub.count('END', 'BER', 50))
      // Who left at 7 and comes back at 7 has not seen it low, and is shown what those see who stayed.
      const shown = LISTEN.replace('quantity', 'quantity status')
      await using again = gateway.subscribe(shown, { ...variables, skus: ['MUG'], after: cursors[1] })
      expect(stateIn(await again.next())).toMatchObject({ quantity: 7, status: 'LOW_STOCK' })
      await gateway.hub.count('MUG', 'BER', 9)
      expect(quantityIn(await live.next())).toBe(9)
      await noted(gateway, 'MUG', false)
      await gateway.hub.count('MUG', 'BER', 7)
      await expectNothingOf(live, 'END', () => gateway.hub.count('END', 'BER', 0))
    } finally {
      await keeper.close()
    }
  })

  // Goal: who is told bands is told nothing within them, nor what was read for somebody else. Method: partner and staff follow the same by the same words.
  test('in bands, nothing is told of what happens within one, while staff hear of everything', async () => {
    await gateway.hub.count('PAN', 'BER', 30)
    await gateway.hub.count('END', 'BER', 0)
    const listen = `subscription ($skus: [ID!], $initial: Boolean, $after: Cursor) {
      availabilityChanged(channelId: "web", skus: $skus, initial: $initial, after: $after) {
        sku quantity status cursor band { text } locations { locationId quantity }
      }
    }`
    const variables = { skus: ['PAN', 'END'], initial: true }
    await using partner = gateway.subscribe(listen, variables, 'partner')
    await using staff = gateway.subscribe(listen, variables, 'operator')
    for (const live of [partner, staff]) await live.take(2)
    for (const quantity of [29, 27, 24, 21, 28]) {
      await gateway.hub.count('PAN', 'BER', quantity)
      expect(quantityIn(await staff.next())).toBe(quantity)
    }
    await expectNothingOf(partner, 'END', () => gateway.hub.count('END', 'BER', 1))
    await gateway.hub.count('PAN', 'BER', 19)
    expect(stateIn(await partner.next())).toMatchObject({
      sku: 'PAN',
      quantity: 5,
      band: { text: '5–19' },
      locations: [
        { locationId: 'BER', quantity: 5 },
        { locationId: 'HAM', quantity: 0 },
      ],
    })
    // Whoever resumes, for a cursor of staff even, is told no more.
    await using again = gateway.subscribe(listen, { skus: ['PAN'], after: stateIn(staff.seen[1]).cursor }, 'partner')
    expect(stateIn(await again.next())).toMatchObject({ sku: 'PAN', quantity: 5 })
    const told = JSON.stringify(
      [partner.seen, again.seen].flat().map((result) => ({ ...stateIn(result), cursor: null })),
    )
    expect(told).not.toMatch(/19[^"]|2[1-9]|30/)
    // Not in its own words either.
    for (const field of ['explanation { ats }', 'channel { bands }']) {
      await using asked = gateway.subscribe(listen.replace('band { text }', field), variables, 'partner')
      await expect(asked.next()).rejects.toMatchObject([{ extensions: { code: 'FORBIDDEN' } }])
    }
  })
})

/** Whether the SKU is remembered as low. */
const noted = (gateway: TestGateway, sku: string, low: boolean) =>
  expect
    .poll(
      async () => {
        const rows = await gateway.hub.db.kysely.selectFrom('low_stock').select('sku').execute()
        return rows.some((row) => row.sku === sku)
      },
      { timeout: 20_000 },
    )
    .toBe(low)
