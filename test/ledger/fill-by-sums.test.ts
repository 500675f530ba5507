import fc from 'fast-check'
import { expect, test } from 'vitest'
import { uncappedAvailableToSell } from '../../core/availability/arithmetic.ts'
import { NO_BALANCES } from '../../core/ledger/accounts.ts'
import type { Channel, ReservationLine } from '../../core/ledger/documents.ts'
import { accountKey, LedgerState, positionKey } from '../../core/ledger/state.ts'
import { inOrderOfFilling } from '../../core/ledger/waiting-lines.ts'

const NOW = new Date('2026-01-01T00:00:00Z')
const LOCATIONS = ['BER', 'HAM']
const CHANNELS = ['web', 'market', 'app']
const sku = 'MUG'
const day = (number: number) => new Date(NOW.getTime() + number * 86_400_000)

const locationId = fc.constantFrom(...LOCATIONS)
const anyChannel = fc.constantFrom(...CHANNELS)
const waits = (channelId: fc.Arbitrary<string>, at: fc.Arbitrary<string>) =>
  fc.record({
    channelId,
    locationId: at,
    quantity: fc.integer({ min: 1, max: 5 }),
    age: fc.nat(30),
    by: fc.oneof({ weight: 6, arbitrary: fc.constant(null) }, fc.integer({ min: 1, max: 3 })),
    confirmed: fc.boolean(),
  })
const fence = fc.record({ channelId: anyChannel, locationId, quantity: fc.integer({ min: 1, max: 12 }) })
const supply = fc.record({ locationId, quantity: fc.integer({ min: 1, max: 12 }), due: fc.integer({ min: 1, max: 4 }) })
/** `kept`: whether something is kept from a channel. */
const shopOf = (channelId: fc.Arbitrary<string>, at: fc.Arbitrary<string>, kept: boolean) =>
  fc.record({
    sellable: fc.tuple(...LOCATIONS.map(() => fc.integer({ min: -2, max: 60 }))),
    safetyStock: fc.tuple(...LOCATIONS.map(() => fc.nat(2))),
    buffers: fc.tuple(...CHANNELS.map(() => (kept ? fc.constantFrom(0, 0, 3, 15) : fc.constant(0)))),
    fences: fc.uniqueArray(fence, { maxLength: kept ? 4 : 0, selector: (it) => it.channelId + it.locationId }),
    supply: fc.array(supply, { maxLength: 3 }),
    waiting: fc.array(waits(channelId, at), { minLength: 1, maxLength: 25, size: 'max' }),
  })
type Shop = ReturnType<typeof shopOf> extends fc.Arbitrary<infer T> ? T : never

/** The state of a reading, with at most so many of each channel read at each location, after it has caught up. */
function caughtUp(shop: Shop, waitingMax: number): LedgerState {
  const state = new LedgerState(NOW, { fillsBySums: true })
  for (const [index, id] of CHANNELS.entries()) {
    const locations = LOCATIONS.map((at) => ({ locationId: at, priority: 0 }))
    const channel = { id, name: id, locations, buffer: shop.buffers[index] ?? 0, cap: null, allowBackorder: true }
    const low = { lowStockThreshold: 0, lowStockHysteresis: 0, bands: [] }
    state.channels.set(id, { ...channel, ...low, createdAt: NOW, updatedAt: NOW } satisfies Channel)
  }
  const lines = shop.waiting.map(
    (it, index): ReservationLine => ({
      reservationId: `rsv_${String(index).padStart(3, '0')}`,
      line: 1,
      sku,
      locationId: it.locationId,
      channelId: it.channelId,
      requested: it.quantity,
      held: 0,
      committed: 0,
      backordered: it.quantity,
      fulfilled: 0,
      released: 0,
      expired: 0,
      confirmedAt: it.confirmed ? NOW : null,
      expiresAt: it.confirmed ? null : day(9),
      placedAt: new Date(NOW.getTime() - it.age * 1_000),
      version: 1,
      promisedBy: it.by === null ? null : day(it.by),
      fenced: 0,
    }),
  )
  for (const [index, at] of LOCATIONS.entries()) {
    const key = positionKey(sku, at)
    const here = lines.filter((line) => line.locationId === at)
    const fences = shop.fences.filter((it) => it.locationId === at)
    const balances = {
      ...NO_BALANCES,
      sellable: shop.sellable[index] ?? 0,
      backordered: here.reduce((sum, line) => sum + line.backordered, 0),
      fenced: fences.reduce((sum, it) => sum + it.quantity, 0),
    }
    state.positions.set(key, { sku, locationId: at, balances, lastHold: 0, id: null })
    state.safetyStocks.set(key, shop.safetyStock[index] ?? 0)
    state.crowds.add(key)
    state.supplies.set(
      key,
      shop.supply.flatMap(({ locationId: to, quantity, due }, number) =>
        to === at
          ? [{ shipmentId: `shp_${number}`, onOrder: quantity, inTransit: 0, dueAt: day(due), lateTold: false }]
          : [],
      ),
    )
    if (fences.length > 0) {
      state.fencesByPosition.set(
        key,
        fences.map(({ channelId, quantity }) => ({ channelId, quantity, used: 0, until: null })),
      )
    }
    const sums = new Map<string, { channelId: string; by: Date | null; quantity: number }>()
    for (const channelId of CHANNELS) {
      const queue = here.filter((line) => line.channelId === channelId).sort(inOrderOfFilling)
      const read = queue.slice(0, waitingMax + 1)
      for (const line of read) state.putStoredLine(line)
      const last = read.at(-1)
      if (last !== undefined && read.length > waitingMax) state.waiting.noteReadTo(last)
      for (const { promisedBy: by, backordered } of queue) {
        const sum = accountKey(sku, channelId, `${by?.getTime()}`)
        sums.set(sum, { channelId, by, quantity: (sums.get(sum)?.quantity ?? 0) + backordered })
      }
    }
    state.waiting.setUnits({ sku, locationId: at }, [...sums.values()])
  }
  state.catchUp()
  return state
}

/** What a channel can reserve: at each location, in all, and at each location for each of some days. */
function reservable(state: LedgerState, channelId: string): number[] {
  const atfs = LOCATIONS.map((at) => Math.max(0, state.atf(sku, at, channelId)))
  const buffer = state.channel(channelId)?.buffer ?? 0
  const offers = LOCATIONS.flatMap((at) => [0, 1, 2, 3, 4, 5].map((by) => state.offered(sku, at, channelId, day(by))))
  return [...atfs, uncappedAvailableToSell(atfs, buffer), ...offers]
}

/** The balances at a location, with what is promised as one: of those who were not read it is not known who has confirmed. */
function withoutFirmness(state: LedgerState, at: string) {
  const { held, committed, ...others } = state.position(sku, at).balances
  return { ...others, promised: held + committed }
}

// Goal: a reading that does not look at all who wait shows nothing that cannot be reserved. Method: the same at random with few of them read and with all.
test('what is left beside a crowd that was read in part is never more than is left when all are read', () => {
  fc.assert(
    fc.property(shopOf(anyChannel, locationId, true), fc.integer({ min: 1, max: 4 }), (shop, few) => {
      const whole = caughtUp(shop, 1_000)
      const part = caughtUp(shop, few)
      expect(part.fillLeft.size).toBe(0)
      for (const channelId of CHANNELS) {
        const all = reservable(whole, channelId)
        const some = reservable(part, channelId)
        for (const [index, quantity] of some.entries()) expect(quantity).toBeLessThanOrEqual(all[index] ?? 0)
      }
      for (const { balances } of part.positions.values()) expect(balances.backordered).toBeGreaterThanOrEqual(0)
    }),
    { numRuns: 3_000 },
  )
})

// Goal: mostly it is not less either. Method: the same, where only one channel waits, and where nothing is kept from any.
test('it is the same where one channel waits at one location, whatever is kept from it', () => {
  fc.assert(
    fc.property(
      shopOf(fc.constant('market'), fc.constant('BER'), true),
      fc.integer({ min: 1, max: 4 }),
      (shop, few) => {
        const whole = caughtUp(shop, 1_000)
        const part = caughtUp(shop, few)
        for (const channelId of CHANNELS) expect(reservable(part, channelId)).toEqual(reservable(whole, channelId))
        for (const at of LOCATIONS) {
          expect(part.waitingUnits(sku, at)).toEqual(whole.waitingUnits(sku, at))
          expect(withoutFirmness(part, at)).toEqual(withoutFirmness(whole, at))
        }
      },
    ),
    { numRuns: 3_000 },
  )
})

test('it is the same now where nothing is kept from any channel', () => {
  fc.assert(
    fc.property(shopOf(anyChannel, locationId, false), fc.integer({ min: 1, max: 4 }), (shop, few) => {
      const whole = caughtUp(shop, 1_000)
      const part = caughtUp(shop, few)
      for (const at of LOCATIONS) expect(part.atf(sku, at, 'web')).toBe(whole.atf(sku, at, 'web'))
    }),
    { numRuns: 3_000 },
  )
})
