import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Viewer } from '../../core/access/viewer.ts'
import { CheckCartDocument, ReserveExplainedDocument } from '../generated/operations.ts'
import { DATABASE_KINDS } from '../support/database.ts'
import { ADMIN, openTestHub, type TestHub } from '../support/hub.ts'

const SHOP: Viewer = { kind: 'storefront', client: 'shop-app', channels: ['web'], scopes: [] }
const STRANGER: Viewer = { kind: 'storefront', client: 'stranger', channels: ['other'], scopes: [] }

const LEIPZIG = { latitude: 51.34, longitude: 12.37 }

// Goal: whoever reserves, or only asks, is told what there is for each line and why it stands where it stands.
describe.each(DATABASE_KINDS)('carts on %s', (kind) => {
  let hub: TestHub

  beforeAll(async () => {
    hub = await openTestHub(kind)
    await hub.submit({
      kind: 'upsertLocations',
      locations: [
        { id: 'HAM', name: 'Hamburg', latitude: 53.55, longitude: 10.0 },
        { id: 'MUC', name: 'Munich', latitude: 48.14, longitude: 11.58 },
        { id: 'BER', name: 'Berlin', latitude: 52.52, longitude: 13.4 },
        { id: 'VAN', name: 'Van' },
        { id: 'OLD', name: 'Old shop', closed: true },
        { id: 'FAR', name: 'Far away' },
      ],
    })
    const locations = ['HAM', 'MUC', 'BER', 'VAN', 'OLD'].map((locationId) => ({ locationId }))
    await hub.submit({ kind: 'upsertChannel', id: 'web', name: 'Web', locations })
    await hub.submit({ kind: 'upsertChannel', id: 'patient', name: 'Patient', locations, allowBackorder: true })
    const units = [{ unit: 'case', factor: 6 }]
    const skus = ['MUG', 'CUP', 'POT', 'JAR']
    await hub.submit({ kind: 'upsertItems', items: skus.map((sku) => ({ sku, title: sku, units })) })
    for (const [sku, at, quantity] of [
      ['MUG', 'HAM', 2],
      ['MUG', 'MUC', 9],
      ['MUG', 'BER', 4],
      ['MUG', 'OLD', 99],
      ['CUP', 'MUC', 5],
      ['CUP', 'BER', 5],
      ['POT', 'BER', 1],
      ['JAR', 'HAM', 1],
    ] as const) {
      await hub.count(sku, at, quantity)
    }
  })
  afterAll(() => hub[Symbol.asyncDispose]())

  const check = async (variables: object, viewer = ADMIN) => {
    const data = await hub.data('reservations', CheckCartDocument, { channelId: 'web', ...variables }, { viewer })
    return data.checkCart
  }
  const reserve = async (input: object, idempotencyKey: string = randomUUID()) => {
    const data = await hub.data('reservations', ReserveExplainedDocument, {
      input: { channelId: 'web', idempotencyKey, ...input },
    })
    return data.reserve
  }
  /** Holds it and lets it go, so that the next test finds what this one found. */
  const tryOut = async (input: object) => {
    const answer = await reserve(input)
    const id = answer.reservation?.id
    if (id !== undefined) await hub.mutate('reservations', 'releaseReservation', 'reservation { id }', { id })
    return answer
  }

  test('by priority: the first location that has the whole line, and why', async () => {
    const { cart, reservable, userErrors } = await check({ lines: [{ sku: 'MUG', quantity: 3 }] })
    expect({ reservable, userErrors }).toEqual({ reservable: true, userErrors: [] })
    expect(cart).toMatchObject({ sourcing: 'PRIORITY', parcels: 1, provenFewest: null })
    expect(cart.lines).toMatchObject([
      { sku: 'MUG', quantity: 3, available: 3, held: 3, backordered: 0, short: 0, choice: 'WHOLE' },
    ])
    expect(cart.lines[0].parts).toEqual([{ locationId: 'MUC', distanceMeters: null, held: 3, backordered: 0 }])
    expect(cart.lines[0].considered).toEqual([
      { locationId: 'MUC', priority: 1, distanceMeters: null, atf: 9, quantity: 3, verdict: 'CHOSEN' },
      { locationId: 'HAM', priority: 0, distanceMeters: null, atf: 2, quantity: 0, verdict: 'TOO_LITTLE' },
      { locationId: 'BER', priority: 2, distanceMeters: null, atf: 4, quantity: 0, verdict: 'NOT_NEEDED' },
      { locationId: 'VAN', priority: 3, distanceMeters: null, atf: 0, quantity: 0, verdict: 'EMPTY' },
      { locationId: 'OLD', priority: 4, distanceMeters: null, atf: 99, quantity: 0, verdict: 'CLOSED' },
    ])
  })

  test('nearest to a point, with distances', async () => {
    const { cart } = await check({ near: LEIPZIG, lines: [{ sku: 'MUG', quantity: 3 }] })
    expect(cart.sourcing).toBe('NEAREST')
    expect(cart.lines[0].parts[0].locationId).toBe('BER')
    expect(Math.round(cart.lines[0].parts[0].distanceMeters / 1_000)).toBe(149)
    expect(cart.lines[0].considered.map(({ locationId }: { locationId: string }) => locationId)).toEqual([
      'BER',
      'HAM',
      'MUC',
      'VAN',
      'OLD',
    ])
    const byPriority = await check({ near: LEIPZIG, sourcing: 'PRIORITY', lines: [{ sku: 'MUG', quantity: 3 }] })
    expect(byPriority.cart.lines[0].parts).toMatchObject([{ locationId: 'MUC' }])
  })

  test('as few parcels as there can be, where priority would send three', async () => {
    const lines = [
      { sku: 'MUG', quantity: 2 },
      { sku: 'CUP', quantity: 5 },
      { sku: 'POT', quantity: 1 },
    ]
    expect((await check({ lines })).cart.parcels).toBe(3)
    const { cart } = await check({ lines, sourcing: 'FEWEST_PARCELS' })
    expect(cart).toMatchObject({ parcels: 1, provenFewest: true })
    expect(cart.lines.map((line: { parts: { locationId: string }[] }) => line.parts[0]?.locationId)).toEqual([
      'BER',
      'BER',
      'BER',
    ])
  })

  test('over several locations where no single one has all of it', async () => {
    const { cart } = await tryOut({ lines: [{ sku: 'MUG', quantity: 2, unit: 'case' }] })
    expect(cart.lines).toMatchObject([{ quantity: 12, held: 12, choice: 'SPLIT' }])
    expect(cart.lines[0].parts).toMatchObject([
      { locationId: 'HAM', held: 2 },
      { locationId: 'MUC', held: 9 },
      { locationId: 'BER', held: 1 },
    ])
  })

  test('as much as there is, telling what of each line is held and what is not', async () => {
    const lines = [
      { sku: 'JAR', quantity: 4 },
      { sku: 'POT', quantity: 1 },
      { sku: 'POT', quantity: 1 },
    ]
    const { cart, reservation, userErrors } = await tryOut({ allOrNothing: false, lines })
    expect(userErrors).toEqual([])
    expect(reservation.lines).toMatchObject([{ held: 1, released: 3 }, { held: 1 }, { held: 0, released: 1 }])
    expect(cart.lines).toMatchObject([
      { quantity: 4, available: 1, held: 1, backordered: 0, short: 3 },
      { quantity: 1, available: 1, held: 1, backordered: 0, short: 0 },
      { quantity: 1, available: 0, held: 0, backordered: 0, short: 1, choice: 'NOTHING' },
    ])
    const patient = await tryOut({ channelId: 'patient', lines })
    expect(patient.cart.lines).toMatchObject([
      { held: 1, backordered: 3, short: 0 },
      { held: 1 },
      { held: 0, backordered: 1, choice: 'NOTHING', parts: [{ locationId: 'HAM', backordered: 1 }] },
    ])
  })

  test('tells what there is when all of it is too much', async () => {
    const lines = [
      { sku: 'POT', quantity: 1 },
      { sku: 'JAR', quantity: 2 },
    ]
    for (const answer of [await check({ lines }), await reserve({ lines })]) {
      expect(answer.userErrors).toMatchObject([
        { code: 'INSUFFICIENT_STOCK', retryable: true, field: ['input', 'lines', '1', 'quantity'] },
      ])
      expect(answer.cart).toMatchObject({ parcels: 0 })
      expect(answer.cart.lines).toMatchObject([
        { quantity: 1, available: 1, held: 0, short: 1, parts: [] },
        { quantity: 2, available: 1, held: 0, short: 2, parts: [] },
      ])
    }
  })

  test('a repeated key tells the same of each line, whatever happened since', async () => {
    for (const input of [
      { lines: [{ sku: 'CUP', quantity: 1 }] },
      {
        allOrNothing: false,
        lines: [
          { sku: 'CUP', quantity: 8 },
          { sku: 'JAR', quantity: 3 },
        ],
      },
    ]) {
      const key = randomUUID()
      const first = await reserve(input, key)
      await hub.mutate('reservations', 'confirmReservation', 'reservation { id }', { id: first.reservation.id })
      const again = await reserve(input, key)
      const withoutReasons = first.cart.lines.map((line: object) => ({ ...line, considered: null }))
      expect(again.cart).toEqual({ ...first.cart, lines: withoutReasons })
      await hub.mutate('reservations', 'releaseReservation', 'reservation { id }', { id: first.reservation.id })
    }
  })

  test('a hundred lines are one decision', async () => {
    const lines = Array.from({ length: 100 }, (_, index) => ({ sku: index % 2 === 0 ? 'MUG' : 'CUP', quantity: 1 }))
    const short = await tryOut({ allOrNothing: false, lines })
    // 15 of MUG and 10 of CUP at open locations.
    expect(short.cart.lines.filter(({ held }: { held: number }) => held === 1)).toHaveLength(25)
    expect((await check({ allOrNothing: false, lines })).cart.lines).toEqual(short.cart.lines)
    expect(await check({ lines: [...lines, ...lines] })).toMatchObject({
      reservable: false,
      cart: null,
      userErrors: [{ code: 'INVALID_INPUT', problem: 'LIST_TOO_LONG' }],
    })
  })

  test.each([
    ['no lines', { lines: [] }, 'INVALID_INPUT', 'LIST_EMPTY'],
    ['zero', { lines: [{ sku: 'MUG', quantity: 0 }] }, 'INVALID_INPUT', 'QUANTITY_NOT_POSITIVE'],
    ['an empty SKU', { lines: [{ sku: '', quantity: 1 }] }, 'INVALID_INPUT', 'TEXT_EMPTY'],
    ['an unknown SKU', { lines: [{ sku: 'HAT', quantity: 1 }] }, 'UNKNOWN_SKU', null],
    ['a closed location', { lines: [{ sku: 'MUG', locationId: 'OLD', quantity: 1 }] }, 'LOCATION_CLOSED', null],
    ['an unknown location', { lines: [{ sku: 'MUG', locationId: 'NIL', quantity: 1 }] }, 'UNKNOWN_LOCATION', null],
    ['an unknown channel', { channelId: 'nil', lines: [{ sku: 'MUG', quantity: 1 }] }, 'UNKNOWN_CHANNEL', null],
    ['no point', { sourcing: 'NEAREST', lines: [{ sku: 'MUG', quantity: 1 }] }, 'INVALID_INPUT', 'VALUE_MISSING'],
    [
      'a point beyond the pole',
      { near: { latitude: 91, longitude: 0 }, lines: [{ sku: 'MUG', quantity: 1 }] },
      'INVALID_INPUT',
      'NUMBER_OUT_OF_RANGE',
    ],
  ])('%s is refused alike by both', async (_what, input, code, problem) => {
    const checked = await check(input)
    const { userErrors } = await reserve(input)
    expect(checked.userErrors).toEqual(userErrors)
    expect(userErrors[0]).toMatchObject({ code, problem })
    expect(checked).toMatchObject({ reservable: false, cart: null })
  })

  // Goal: "as much as there is" is about quantities alone. Who has named something wrong is told so, and gets no part of the cart instead.
  test.each([
    ['an unknown SKU', { sku: 'HAT' }, 'UNKNOWN_SKU'],
    ['an unknown location', { locationId: 'NIL' }, 'UNKNOWN_LOCATION'],
    ['a location that does not serve the channel', { locationId: 'FAR' }, 'UNKNOWN_LOCATION'],
    ['a closed location', { locationId: 'OLD' }, 'LOCATION_CLOSED'],
    ['a unit that the item does not have', { unit: 'crate' }, 'INVALID_INPUT'],
  ])('%s in one line refuses the whole cart, also where as much is wanted as there is', async (_what, wrong, code) => {
    const before = await hub.position('CUP', 'MUC')
    const lines = [
      { sku: 'CUP', quantity: 1 },
      { sku: 'MUG', quantity: 1, ...wrong },
    ]
    const input = { allOrNothing: false, lines }
    const field = ['input', 'lines', '1', expect.any(String)]
    const refused = { cart: null, userErrors: [{ code, field }] }
    expect(await check(input)).toMatchObject({ reservable: false, ...refused })
    expect(await reserve(input)).toMatchObject({ reservation: null, ...refused })
    expect(await hub.position('CUP', 'MUC')).toEqual(before)
  })

  test('of a hundred lines is one decision: held at one moment, or not at all', async () => {
    const skus = Array.from({ length: 100 }, (_, index) => `HUNDRED-${index}`)
    await hub.submit({ kind: 'upsertItems', items: skus.map((sku) => ({ sku, title: sku })) })
    await Promise.all(skus.map((sku) => hub.count(sku, 'BER', 2)))
    const lines = skus.map((sku) => ({ sku, quantity: 1 }))
    const whole = await reserve({ allOrNothing: true, lines })
    expect(whole.userErrors).toEqual([])
    const { id } = whole.reservation
    const { rows } = await sql<{ lines: number; moments: number }>`
      select count(*)::int as lines, count(distinct recorded_at)::int as moments from journal where document_id = ${id}
    `.execute(hub.db.kysely)
    expect(rows).toEqual([{ lines: 100, moments: 1 }])

    // One of each is left, and of the last line two are wanted.
    const short = await reserve({
      allOrNothing: true,
      lines: lines.map((line, index) => (index === 99 ? { ...line, quantity: 2 } : line)),
    })
    expect(short.reservation).toBeNull()
    expect(short.userErrors).toMatchObject([
      { code: 'INSUFFICIENT_STOCK', field: ['input', 'lines', '99', 'quantity'] },
    ])
    const left = await hub.db.kysely
      .selectFrom('position')
      .select(({ fn }) => [fn.sum<number>('held').as('held'), fn.sum<number>('sellable').as('sellable')])
      .where('sku', 'in', skus)
      .executeTakeFirst()
    expect([Number(left?.held), Number(left?.sellable)]).toEqual([100, 200])
    const among = await hub.db.kysely
      .selectFrom('reservation_line')
      .select('reservation_id')
      .distinct()
      .where('sku', 'in', skus)
      .execute()
    expect(among).toEqual([{ reservation_id: id }])
  })

  test('holds nothing, reads one snapshot and says of when', async () => {
    const before = await hub.position('MUG', 'MUC')
    const { cursor, asOf } = await check({ lines: [{ sku: 'MUG', quantity: 3 }] })
    expect(await hub.position('MUG', 'MUC')).toEqual(before)
    expect(Math.abs(Date.now() - Date.parse(asOf))).toBeLessThan(60_000)
    const written = await hub.mutate('reservations', 'reserve', 'reservation { id }', {
      channelId: 'web',
      lines: [{ sku: 'JAR', quantity: 1 }],
    })
    const after = await check({ atLeast: written.cursor, lines: [{ sku: 'JAR', quantity: 1 }] })
    expect(after.reservable).toBe(false)
    expect(after.cursor).not.toBe(cursor)
    await hub.mutate('reservations', 'releaseReservation', 'reservation { id }', { id: written.reservation.id })
  })

  test('a storefront checks through its own channels', async () => {
    const lines = [{ sku: 'MUG', quantity: 1 }]
    const query = `query ($channelId: ID!, $lines: [ReserveLineInput!]!) {
      checkCart(channelId: $channelId, lines: $lines) { reservable userErrors { code } }
    }`
    const ask = (viewer: Viewer) => hub.data('reservations', query, { channelId: 'web', lines }, { viewer })
    expect((await ask(SHOP)).checkCart).toEqual({ reservable: true, userErrors: [] })
    expect((await ask(STRANGER)).checkCart).toEqual({ reservable: false, userErrors: [{ code: 'UNKNOWN_CHANNEL' }] })
  })
})
