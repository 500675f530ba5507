import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { DATABASE_KINDS } from '../support/database.ts'
import { type EdgeHub, eventOf, openEdgeHub } from './edge-hub.ts'

type Json = ReturnType<typeof JSON.parse>

const SKUS = ['A', 'B', 'C']
const LOCATIONS = ['L1', 'L2', 'L3']
/** Of these nobody but one writer says anything. */
const OWN = 'OWN'
const LOAD_MS = 4_000

const LEVEL =
  'sku locationId onHand sellable qualityHold damaged blocked held committed backordered fenced onOrder inTransit safetyStock atf asOf'
const AVAILABILITY = `sku quantity status cursor asOf locations { locationId quantity }
  explanation { sum buffer uncapped cap ats lowStockThreshold allowBackorder
    terms { locationId priority sellable held committed fenced safetyStock atf counted entries(first: 3) { id quantity } } }`
const READ = `query ($skus: [ID!]!, $some: [ID!]) {
  availability(skus: $skus, channelId: "web") { ${AVAILABILITY} item { stockLevels { ${LEVEL} } } }
  partly: availability(skus: $skus, channelId: "web", locationIds: $some) { ${AVAILABILITY} }
  items(filter: { skus: $skus }) { nodes { sku stockLevels(locationIds: ["L3", "L1"]) { ${LEVEL} } availability(channelId: "shop") { ${AVAILABILITY} } } }
  location(id: "L2") { stockLevels { nodes { ${LEVEL} } } }
}`

/** Every level adds up in itself. */
function expectLevel(level: Json): void {
  const { onHand, sellable, qualityHold, damaged, blocked, held, committed, fenced, safetyStock, atf } = level
  expect(sellable + qualityHold + damaged + blocked, JSON.stringify(level)).toBe(onHand)
  expect(sellable - held - committed - fenced - safetyStock, JSON.stringify(level)).toBe(atf)
  for (const promised of [held, committed, level.backordered, fenced, level.onOrder, level.inTransit])
    expect(promised).toBeGreaterThanOrEqual(0)
}

/** The quantity follows from its own explanation, term by term, and so do the status and what each location can give. */
function expectAvailability(availability: Json, at: readonly string[] = LOCATIONS): void {
  const { quantity, status, locations, explanation } = availability
  const { sum, buffer, uncapped, cap, ats, lowStockThreshold, allowBackorder, terms } = explanation
  const shown = JSON.stringify(availability)
  for (const term of terms) {
    expect(term.sellable - term.held - term.committed - term.fenced - term.safetyStock, shown).toBe(term.atf)
    expect(Math.max(0, term.atf), shown).toBe(term.counted)
  }
  const counted = (among: readonly string[]) =>
    terms
      .filter(({ locationId }: Json) => among.includes(locationId))
      .reduce((total: number, term: Json) => total + term.counted, 0)
  expect(counted(LOCATIONS), shown).toBe(sum)
  expect(Math.max(0, sum - buffer), shown).toBe(uncapped)
  expect(cap === null ? uncapped : Math.min(cap, uncapped), shown).toBe(ats)
  expect(Math.min(ats, counted(at)), shown).toBe(quantity)
  expect(status, shown).toBe(
    quantity > lowStockThreshold
      ? 'IN_STOCK'
      : quantity > 0
        ? 'LOW_STOCK'
        : allowBackorder
          ? 'BACKORDER'
          : 'OUT_OF_STOCK',
  )
  const among = terms.filter(({ locationId }: Json) => at.includes(locationId))
  expect(locations, shown).toEqual(
    among.map(({ locationId, counted }: Json) => ({ locationId, quantity: Math.min(quantity, counted) })),
  )
}

function expectAnswer(data: Json): void {
  for (const availability of data.availability) {
    expectAvailability(availability)
    for (const level of availability.item.stockLevels) expectLevel(level)
  }
  for (const availability of data.partly) expectAvailability(availability, ['L1', 'L3'])
  for (const item of data.items.nodes) {
    for (const level of item.stockLevels) expectLevel(level)
    expectAvailability(item.availability, ['L2', 'L1'])
  }
  for (const level of data.location.stockLevels.nodes) expectLevel(level)
}

async function stocked(hub: EdgeHub): Promise<void> {
  await hub.mutate('upsertLocations', { locations: LOCATIONS.map((id) => ({ id, name: id })) }, '')
  await hub.mutate('upsertItems', { items: [...SKUS, OWN].map((sku) => ({ sku, title: sku })) }, '')
  await hub.mutate(
    'upsertChannel',
    { id: 'web', name: 'Web', lowStockThreshold: 20, locations: LOCATIONS.map((locationId) => ({ locationId })) },
    '',
  )
  const shop = [{ locationId: 'L2' }, { locationId: 'L1' }]
  await hub.mutate(
    'upsertChannel',
    { id: 'shop', name: 'Shop', buffer: 3, cap: 50, allowBackorder: true, locations: shop },
    '',
  )
  const counts = [...SKUS, OWN].flatMap((sku) =>
    LOCATIONS.map((locationId) => eventOf('onhand.stock.counted.v1', { sku, locationId, quantity: 60 })),
  )
  await hub.events(JSON.stringify(counts), 'batch')
}

/** Everything that moves stock and promises, over and over, until it is called off. */
function writers(hub: EdgeHub, until: () => boolean): Promise<unknown> {
  let seed = 1
  const random = (below: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31
    return seed % below
  }
  const one = <T>(of: readonly T[]): T => of[random(of.length)] as T
  const place = () => ({ sku: one(SKUS), locationId: one(LOCATIONS) })

  async function facts(): Promise<void> {
    while (!until()) {
      const events = Array.from({ length: 1 + random(8) }, () => {
        const quantity = 1 + random(5)
        switch (random(6)) {
          case 0:
            return eventOf('onhand.stock.counted.v1', { ...place(), quantity: random(80) })
          case 1:
            return eventOf('onhand.stock.adjusted.v1', {
              ...place(),
              delta: random(2) === 0 ? quantity : -quantity,
              reason: 'x',
            })
          case 2:
            return eventOf('onhand.stock.received.v1', { ...place(), quantity })
          case 3:
            return eventOf('onhand.stock.reclassified.v1', {
              ...place(),
              quantity,
              from: 'sellable',
              to: one(['damaged', 'blocked', 'qualityHold']),
            })
          case 4:
            return eventOf(
              'onhand.sale.recorded.v1',
              { ...place(), quantity, channelId: 'web' },
              { time: new Date(Date.now() - random(3_000)).toISOString() },
            )
          default:
            return eventOf('onhand.return.received.v1', {
              reference: randomUUID(),
              locationId: one(LOCATIONS),
              lines: [{ sku: one(SKUS), quantity }],
            })
        }
      })
      await hub.events(JSON.stringify(events), 'batch')
    }
  }

  async function carts(channelId: string, locations: readonly string[]): Promise<void> {
    while (!until()) {
      const lines = Array.from({ length: 1 + random(3) }, () => ({
        sku: one(SKUS),
        quantity: 1 + random(6),
        ...(random(2) === 0 ? {} : { locationId: one(locations) }),
      }))
      const { reservation } = await hub.mutate(
        'reserve',
        { channelId, ttlSeconds: 1 + random(2), allOrNothing: random(2) === 0, lines },
        'reservation { id }',
      )
      if (reservation === null) continue
      const { id } = reservation
      switch (random(4)) {
        case 0:
          await hub.mutate('confirmReservation', { id }, '')
          await hub.mutate('fulfillReservation', { id }, '')
          break
        case 1:
          await hub.mutate('releaseReservation', { id }, '')
          break
        case 2:
          await hub.mutate('extendReservation', { id, ttlSeconds: 1 }, '')
          break
        default:
        // It is left to expire.
      }
    }
  }

  async function policies(): Promise<void> {
    while (!until()) {
      const until = random(2) === 0 ? null : new Date(Date.now() + random(2_000)).toISOString()
      const fences = ['web', 'shop']
        .slice(random(3))
        .map((channelId) => ({ channelId, quantity: 1 + random(8), until }))
      await hub.mutate('upsertStockPolicy', { ...place(), safetyStock: random(10), fences }, '')
      await hub.mutate(
        'upsertChannel',
        { id: 'web', name: 'Web', buffer: random(10), cap: random(2) === 0 ? null : 30 + random(40) },
        '',
      )
      await sleep(50)
    }
  }

  return Promise.all([
    facts(),
    facts(),
    facts(),
    carts('web', LOCATIONS),
    carts('web', LOCATIONS),
    carts('shop', ['L1', 'L2']),
    policies(),
  ])
}

describe.each(DATABASE_KINDS)('on %s, every answer adds up', (kind) => {
  // Goal: nobody is left with a wrong number. Method: readers ask for the same few positions that everybody writes to.
  test('while all of it changes, and afterwards what is shown can be reserved', { timeout: 120_000 }, async () => {
    await using hub = await openEdgeHub(kind)
    await stocked(hub)
    const end = Date.now() + LOAD_MS
    const until = () => Date.now() > end

    const distinct = new Set<string>()
    let answers = 0
    async function read(): Promise<void> {
      while (!until()) {
        const data = await hub.data(READ, { skus: SKUS, some: ['L3', 'L1'] })
        expectAnswer(data)
        answers++
        distinct.add(JSON.stringify(data.availability.map(({ quantity }: Json) => quantity)))
      }
    }

    /** Whoever writes alone finds its own write in every answer that it asks for with the cursor of that write. */
    async function readOwn(): Promise<void> {
      let held = 0
      while (!until()) {
        const input = { channelId: 'web', ttlSeconds: 600, lines: [{ sku: OWN, locationId: 'L1', quantity: 1 }] }
        const { reservation, cursor, userErrors } = await hub.mutate('reserve', input, 'reservation { id }')
        // Changes of the channel's buffer may leave nothing; that is no news here.
        if (reservation === null) {
          expect(userErrors).toMatchObject([{ code: 'INSUFFICIENT_STOCK' }])
          await sleep(100)
          continue
        }
        held++
        const query = `query ($at: Cursor) { item(sku: "${OWN}", atLeast: $at) { stockLevels(locationIds: ["L1"]) { onHand held atf safetyStock } availability(channelId: "web") { explanation { terms { locationId held } } } } }`
        const { item } = await hub.data(query, { at: cursor })
        expect(item.stockLevels).toEqual([{ onHand: 60, held, atf: 60 - held, safetyStock: 0 }])
        expect(item.availability.explanation.terms[0]).toEqual({ locationId: 'L1', held })
      }
      expect(held).toBeGreaterThan(0)
    }

    /** What is told is held to the same sums. */
    let told = 0
    const listening = hub.socket()
    const listener = (async () => {
      for await (const { data, errors } of listening.iterate({
        query: `subscription ($skus: [ID!]) { availabilityChanged(skus: $skus, channelId: "web", initial: true) { ${AVAILABILITY} item { stockLevels { ${LEVEL} } } } }`,
        variables: { skus: SKUS },
      })) {
        expect(errors).toBeUndefined()
        const event: Json = data?.availabilityChanged
        expectAvailability(event)
        for (const level of event.item.stockLevels) expectLevel(level)
        told++
        if (until()) return
      }
    })()

    await Promise.all([writers(hub, until), read(), read(), read(), readOwn()])
    await listening.dispose()
    await listener
    expect(answers).toBeGreaterThan(3)
    expect(distinct.size, 'nothing changed while it was read').toBeGreaterThan(2)
    expect(told).toBeGreaterThan(3)

    // Holds of a second or two have ended, and nobody writes any more.
    await sleep(3_000)
    await hub.mutate('upsertChannel', { id: 'web', name: 'Web', buffer: 4, cap: null }, '')
    for (const channelId of ['web', 'shop']) await expectReservable(hub, channelId)
    expect(await hub.differences()).toEqual([])
    expect(hub.logged('error')).toEqual([])
  })
})

/** Of each SKU exactly what a channel is shown can be reserved there, and at each location exactly what it is shown to have; a unit more cannot. */
async function expectReservable(hub: EdgeHub, channelId: string): Promise<void> {
  const shown = async (sku: string) => {
    const query = `query ($skus: [ID!]!, $channelId: ID!) { availability(skus: $skus, channelId: $channelId) { ${AVAILABILITY} } }`
    const { availability } = await hub.data(query, { skus: [sku], channelId })
    return availability[0]
  }
  const reserve = async (line: object) =>
    hub.mutate('reserve', { channelId, lines: [line] }, 'reservation { id status lines { held backordered } }')
  const heldOf = ({ reservation }: Json) => reservation.lines.reduce((sum: number, { held }: Json) => sum + held, 0)

  for (const sku of SKUS) {
    const before = await shown(sku)
    const { uncapped, allowBackorder } = before.explanation
    for (const { locationId, quantity } of before.locations) {
      if (quantity === 0) continue
      const there = await reserve({ sku, locationId, quantity })
      expect([there.userErrors, heldOf(there)]).toEqual([[], quantity])
      await hub.mutate('releaseReservation', { id: there.reservation.id }, '')
    }
    expect((await shown(sku)).quantity).toBe(before.quantity)

    if (!allowBackorder) {
      const more = await reserve({ sku, quantity: uncapped + 1 })
      expect(more.userErrors).toMatchObject([{ code: 'INSUFFICIENT_STOCK' }])
    }
    if (before.quantity === 0) continue
    const all = await reserve({ sku, quantity: before.quantity })
    expect([all.userErrors, heldOf(all)]).toEqual([[], before.quantity])
    const left = await shown(sku)
    expect(left.explanation.uncapped).toBe(uncapped - before.quantity)
    expectAvailability(
      left,
      left.explanation.terms.map(({ locationId }: Json) => locationId),
    )
    await hub.mutate('releaseReservation', { id: all.reservation.id }, '')
  }
}
