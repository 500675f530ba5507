import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Viewer } from '../../core/access/viewer.ts'
import { newId } from '../../core/ledger/ids.ts'
import { DATABASE_KINDS } from '../support/database.ts'
import { openTestHub, type TestHub } from '../support/hub.ts'

/** What two items have at each location: other numbers in the same bands, one by one and together. */
const TWINS = [
  { of: 'whole', one: { BER: 30, HAM: 7, MUC: 1 }, other: { BER: 23, HAM: 14, MUC: 4 } },
  { of: 'little', one: { BER: 1, HAM: 3, MUC: 2 }, other: { BER: 4, HAM: 4, MUC: 4 } },
  { of: 'nothing at the first', one: { BER: 0, HAM: 5, MUC: 19 }, other: { BER: 0, HAM: 6, MUC: 17 } },
]
const BANDS = [5, 20]
const SUPPLY = { quantity: 3, expectedAt: new Date('2098-06-01T00:00:00Z') }
const LOCATIONS = ['BER', 'HAM', 'MUC']
const PARTNER = { viewer: { kind: 'partner', client: 'market', channels: ['market'], scopes: [] } satisfies Viewer }

const AVAILABILITY = `query ($sku: ID!, $locations: [ID!], $by: DateTime, $near: PointInput) {
  availability(skus: [$sku], channelId: "market", locationIds: $locations, by: $by, near: $near) {
    sku quantity status band { from to text } locations { locationId quantity band { from to text } distanceMeters }
  }
}`
const CART = `cart {
  sourcing parcels provenFewest
  lines { sku quantity by available held backordered short choice parts { locationId held backordered } }
}`
const CHECK = `query ($lines: [ReserveLineInput!]!, $all: Boolean, $sourcing: Sourcing, $near: PointInput) {
  checkCart(channelId: "market", lines: $lines, allOrNothing: $all, sourcing: $sourcing, near: $near) {
    reservable ${CART} userErrors { code problem field message retryable }
  }
}`
const RESERVATION =
  'reservation { status lines { sku locationId quantity held committed backordered released status } }'

/** The same questions in every run. */
function random(seed: number) {
  let state = seed
  const below = (limit: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * limit)
  }
  return { below, pick: <T>(from: readonly T[]): T => from[below(from.length)] as T }
}

// Goal: who is told bands cannot work out quantities, however cleverly it asks. Method: two items that have other quantities in the same bands. Whatever is
// asked of the one and of the other, the answers are the same to the letter; then no answer depends on anything but the bands.
describe.each(DATABASE_KINDS)('a channel that tells bands, on %s', (kind) => {
  let hub: TestHub
  let made = 0

  beforeAll(async () => {
    hub = await openTestHub(kind)
    await hub.submit({
      kind: 'upsertLocations',
      locations: LOCATIONS.map((id, index) => ({ id, name: id, latitude: 48 + index, longitude: 10 })),
    })
    await channel({})
  })
  afterAll(() => hub[Symbol.asyncDispose]())

  const channel = (more: { buffer?: number; allowBackorder?: boolean; lowStockThreshold?: number }) =>
    hub.submit({
      kind: 'upsertChannel',
      id: 'market',
      name: 'Market',
      bands: BANDS,
      locations: LOCATIONS.map((locationId) => ({ locationId })),
      ...more,
    })

  /** An item that has these quantities, and of which some more will come to Hamburg. */
  async function item(quantities: Record<string, number>): Promise<string> {
    const sku = `SKU-${made++}`
    await hub.submit({ kind: 'upsertItems', items: [{ sku, title: sku }] })
    for (const [locationId, quantity] of Object.entries(quantities)) await hub.count(sku, locationId, quantity)
    await hub.submit({
      kind: 'createShipment',
      id: newId('shp'),
      shipmentKind: 'PURCHASE',
      originId: null,
      destinationId: 'HAM',
      supplier: null,
      reference: null,
      expectedAt: SUPPLY.expectedAt,
      lines: [{ sku, quantity: SUPPLY.quantity }],
    })
    return sku
  }

  const anonymous = (answer: unknown, sku: string) => JSON.stringify(answer).replaceAll(sku, 'IT')

  function question(seed: number) {
    const { below, pick } = random(seed)
    const near = pick([null, { latitude: 49, longitude: 11 }])
    const by = pick([null, null, '2098-07-01T00:00:00Z'])
    if (below(3) === 0) {
      const locations = pick([null, LOCATIONS.filter(() => below(2) === 0)])
      return {
        query: AVAILABILITY,
        variables: () => ({ locations: locations?.length === 0 ? null : locations, by, near }),
      }
    }
    const lines = Array.from({ length: 1 + below(4) }, () => ({
      quantity: 1 + below(pick([3, 10, 50])),
      locationId: pick([null, null, ...LOCATIONS]),
      by: pick([null, by]),
    }))
    const sourcing = pick([null, 'PRIORITY', 'FEWEST_PARCELS'])
    return {
      query: CHECK,
      variables: (sku: string) => ({
        lines: lines.map((line) => ({ ...line, sku })),
        all: below(2) === 0,
        sourcing,
        near,
      }),
    }
  }

  async function expectSameAnswers(one: string, other: string, questions: number): Promise<number> {
    let told = 0
    for (let seed = 1; seed <= questions; seed++) {
      const { query, variables } = question(seed)
      const subgraph = query === CHECK ? 'reservations' : 'availability'
      const asked = variables(one)
      const answer = await hub.data(subgraph, query, { ...asked, sku: one }, PARTNER)
      const swapped = JSON.parse(JSON.stringify(asked).replaceAll(one, other))
      const same = await hub.data(subgraph, query, { ...swapped, sku: other }, PARTNER)
      expect(anonymous(same, other), JSON.stringify({ seed, asked })).toBe(anonymous(answer, one))
      if (answer.checkCart?.reservable === true) told++
    }
    return told
  }

  test.each(TWINS)('answers any question alike for quantities in the same bands: $of', async ({ one, other }) => {
    const skus = [await item(one), await item(other)] as const
    // Not because everything is refused.
    expect(await expectSameAnswers(...skus, 60)).toBeGreaterThan(5)
    await channel({ buffer: 1, lowStockThreshold: 5 })
    await expectSameAnswers(...skus, 30)
    await channel({ buffer: 0, allowBackorder: true, lowStockThreshold: 7 })
    await expectSameAnswers(...skus, 30)
    await channel({ allowBackorder: false, lowStockThreshold: 0 })
  })

  const reserve = async (sku: string, input: { lines: object[]; allOrNothing?: boolean }) => {
    const lines = input.lines.map((line) => ({ ...line, sku }))
    const payload = await hub.mutate(
      'reservations',
      'reserve',
      `reservation { id } ${RESERVATION} ${CART}`,
      { channelId: 'market', ...input, lines },
      PARTNER,
    )
    const { cursor: _, ...told } = payload
    return { told, id: payload.reservation?.id as string | undefined }
  }
  const anonymousOrder = ({ told, id = 'none' }: Awaited<ReturnType<typeof reserve>>, sku: string) =>
    anonymous(told, sku).replaceAll(id, 'ORDER')

  test.each(TWINS)(
    'refuses alike what neither has, and gives alike of what is too little: $of',
    async ({ one, other }) => {
      const skus = [await item(one), await item(other)] as const
      const wants = [
        { lines: [{ quantity: 46 }] },
        { lines: Array.from({ length: 100 }, () => ({ quantity: 1 })) },
        { lines: [{ quantity: 31, locationId: 'BER' }, { quantity: 1 }] },
        { lines: [{ quantity: 90, by: '2098-07-01T00:00:00Z' }] },
        { lines: [{ quantity: 1_000 }], allOrNothing: false },
      ]
      for (const want of wants) {
        const [a, b] = [await reserve(skus[0], want), await reserve(skus[1], want)]
        expect(anonymousOrder(b, skus[1])).toBe(anonymousOrder(a, skus[0]))
        expect(a.told.reservation === null, JSON.stringify(want)).toBe(want.allOrNothing !== false)
      }
    },
  )

  test.each(TWINS)('tells alike what waits for stock, however it is looked at: $of', async ({ one, other }) => {
    await channel({ allowBackorder: true })
    const skus = [await item(one), await item(other)] as const
    const seen = []
    for (const sku of skus) {
      const { told, id } = await reserve(sku, { lines: [{ quantity: 500 }] })
      const looks = [
        await hub.data(
          'reservations',
          `query ($id: ID!) { reservation(id: $id) { lines { quantity held backordered status } } }`,
          { id },
          PARTNER,
        ),
        await hub.entities(
          'reservations',
          [{ __typename: 'InventoryItem', sku }],
          '... on InventoryItem { reservations { lines { held backordered } } }',
          PARTNER,
        ),
        await hub.mutate(
          'reservations',
          'extendReservation',
          'reservation { lines { held backordered } }',
          { id, ttlSeconds: 60 },
          PARTNER,
        ),
        await hub.mutate(
          'reservations',
          'confirmReservation',
          'reservation { lines { held committed backordered } }',
          { id },
          PARTNER,
        ),
      ].map(({ cursor: _, ...look }) => look)
      seen.push(anonymous([told, looks], sku).replaceAll(id ?? '', 'ORDER'))
      expect(told.reservation.status).toBe('BACKORDERED')
    }
    expect(seen[1]).toBe(seen[0])
    await channel({ allowBackorder: false })
  })
})
