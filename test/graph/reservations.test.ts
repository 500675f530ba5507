import { setTimeout as sleep } from 'node:timers/promises'
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { seesReservation, type Viewer } from '../../core/access/viewer.ts'
import { bucketOf } from '../../core/ledger/bucket.ts'
import type { ReservationLine } from '../../core/ledger/documents.ts'
import { asOfNow, RESERVATION_STATUSES, reservationStatus } from '../../core/ledger/documents.ts'
import { newId } from '../../core/ledger/ids.ts'
import { everything, type FoundReservation, searchReservations } from '../../subgraphs/reservations/search.ts'
import { DATABASE_KINDS } from '../support/database.ts'
import { ADMIN, openTestHub, type TestHub } from '../support/hub.ts'

const SHOP: Viewer = { kind: 'storefront', client: 'shop-app', channels: ['web'], scopes: [] }
const OTHER_SHOP: Viewer = { kind: 'storefront', client: 'other-app', channels: ['web'], scopes: [] }
const PARTNER: Viewer = { kind: 'partner', client: 'partner', channels: ['market'], scopes: [] }

const STATE = `reservation {
  id status channelId reference expiresAt
  lines { id sku locationId quantity held committed backordered fulfilled released expired status }
}`

describe.each(DATABASE_KINDS)('the subgraph reservations on %s', (kind) => {
  let hub: TestHub

  beforeAll(async () => {
    hub = await openTestHub(kind)
    await hub.shop(['MUG', 'CUP', 'JAR', 'POT'], ['BER', 'HAM'])
    await hub.submit({ kind: 'upsertChannel', id: 'market', name: 'Market', locations: [{ locationId: 'HAM' }] })
    for (const sku of ['MUG', 'CUP', 'JAR']) {
      await hub.count(sku, 'BER', 1_000)
      await hub.count(sku, 'HAM', 1_000)
    }
  })
  afterAll(() => hub[Symbol.asyncDispose]())

  const reserve = (input: Record<string, unknown>, viewer = ADMIN) =>
    hub.mutate('reservations', 'reserve', STATE, { channelId: 'web', ...input }, { viewer })

  test('takes a reservation from hold to hand-over, each step in its words', async () => {
    const held = await reserve({
      reference: 'order-1',
      ttlSeconds: 60,
      lines: [
        { sku: 'MUG', locationId: 'BER', quantity: 1, unit: 'case' },
        { sku: 'CUP', quantity: 3 },
      ],
    })
    expect(held.userErrors).toEqual([])
    const { id, lines } = held.reservation
    expect(held.reservation).toMatchObject({ status: 'HELD', channelId: 'web', reference: 'order-1' })
    expect(lines).toMatchObject([
      { id: `${id}/1`, sku: 'MUG', locationId: 'BER', quantity: 12, held: 12, status: 'HELD' },
      { id: `${id}/2`, sku: 'CUP', locationId: 'BER', quantity: 3, held: 3, status: 'HELD' },
    ])

    const extended = await hub.mutate('reservations', 'extendReservation', STATE, { id, ttlSeconds: 600 })
    expect(Date.parse(extended.reservation.expiresAt)).toBeGreaterThan(Date.parse(held.reservation.expiresAt))

    const confirmed = await hub.mutate('reservations', 'confirmReservation', STATE, { id })
    expect(confirmed.reservation).toMatchObject({ status: 'CONFIRMED', expiresAt: null })

    const part = await hub.mutate('reservations', 'fulfillReservation', STATE, {
      id,
      lines: [{ lineId: `${id}/1`, quantity: 5 }],
    })
    expect(part.reservation.status).toBe('CONFIRMED')
    expect(part.reservation.lines[0]).toMatchObject({ status: 'PARTIALLY_FULFILLED', fulfilled: 5, committed: 7 })

    const released = await hub.mutate('reservations', 'releaseReservation', STATE, {
      id,
      lines: [{ lineId: `${id}/2` }],
    })
    expect(released.reservation.lines[1]).toMatchObject({ status: 'RELEASED', released: 3 })

    const rest = await hub.mutate('reservations', 'fulfillReservation', STATE, { id })
    expect(rest.reservation.status).toBe('FULFILLED')
    // What a mutation answered can be read with its cursor.
    const read = await hub.data(
      'reservations',
      `query ($id: ID!, $atLeast: Cursor) { reservation(id: $id, atLeast: $atLeast) { status } }`,
      { id, atLeast: rest.cursor },
    )
    expect(read.reservation.status).toBe('FULFILLED')
  })

  test('gives the first answer again for the same key, and refuses it with other content', async () => {
    const input = { idempotencyKey: 'once', lines: [{ sku: 'MUG', quantity: 1 }] }
    const first = await reserve(input)
    const again = await reserve(input)
    expect(again.reservation).toEqual(first.reservation)
    expect(again.userErrors).toEqual([])

    const other = await reserve({ ...input, lines: [{ sku: 'MUG', quantity: 2 }] })
    expect(other).toMatchObject({ reservation: null, cursor: null, userErrors: [{ code: 'IDEMPOTENCY_CONFLICT' }] })
    // A key stands for one mutation as well.
    const mutation = await hub.mutate('reservations', 'confirmReservation', STATE, {
      idempotencyKey: 'once',
      id: first.reservation.id,
    })
    expect(mutation.userErrors).toMatchObject([{ code: 'IDEMPOTENCY_CONFLICT' }])
    // Another client has keys of its own.
    expect((await reserve(input, SHOP)).reservation.id).not.toBe(first.reservation.id)
  })

  test.each([
    ['an unknown SKU', { lines: [{ sku: 'NO-SUCH', quantity: 1 }] }, 'UNKNOWN_SKU', ['lines', '0', 'sku']],
    ['an unknown channel', { channelId: 'no', lines: [{ sku: 'MUG', quantity: 1 }] }, 'UNKNOWN_CHANNEL', ['channelId']],
    ['too much', { lines: [{ sku: 'JAR', quantity: 9_999 }] }, 'INSUFFICIENT_STOCK', ['lines', '0', 'quantity']],
    ['no line', { lines: [] }, 'INVALID_INPUT', ['lines']],
    ['a NUL', { reference: 'a\0b', lines: [{ sku: 'MUG', quantity: 1 }] }, 'INVALID_INPUT', ['reference']],
    ['half a character', { lines: [{ sku: '\ud800', quantity: 1 }] }, 'INVALID_INPUT', ['lines', '0', 'sku']],
    ['an empty id', { channelId: '', lines: [{ sku: 'MUG', quantity: 1 }] }, 'INVALID_INPUT', ['channelId']],
    ['a long key', { idempotencyKey: 'k'.repeat(257), lines: [] }, 'INVALID_INPUT', ['idempotencyKey']],
    [
      'a time beyond reason',
      { ttlSeconds: 9_999_999, lines: [{ sku: 'MUG', quantity: 1 }] },
      'INVALID_INPUT',
      ['ttlSeconds'],
    ],
  ])('refuses %s with its code and its place, and does nothing', async (_what, input, code, field) => {
    const before = await hub.position('MUG', 'BER')
    const payload = await reserve(input)
    expect(payload).toMatchObject({ reservation: null, cursor: null })
    expect(payload.userErrors[0]).toMatchObject({ code, field: ['input', ...field] })
    expect(payload.userErrors[0].message).not.toBe('')
    expect(await hub.position('MUG', 'BER')).toEqual(before)
  })

  test('holds for up to 30 days from when it was asked, and not for a second more', async () => {
    const days30 = 2_592_000
    const lines = [{ sku: 'CUP', quantity: 1 }]
    const STATE = 'reservation { id recordedAt expiresAt history(first: 1) { recordedAt } }'
    const ask = (mutation: string, input: object) => hub.mutate('reservations', mutation, STATE, { ...input })
    const held = await ask('reserve', { channelId: 'web', lines, ttlSeconds: days30 })
    const { id, recordedAt, expiresAt } = held.reservation
    expect(Date.parse(expiresAt) - Date.parse(recordedAt)).toBe(days30 * 1_000)
    // Counted from now each time: the end moves on with every extension.
    const { reservation } = await ask('extendReservation', { id, ttlSeconds: days30 })
    expect(Date.parse(reservation.expiresAt) - Date.parse(reservation.history[0].recordedAt)).toBe(days30 * 1_000)
    expect(Date.parse(reservation.expiresAt)).toBeGreaterThan(Date.parse(expiresAt))

    const ttlSeconds = days30 + 1
    const refused = { reservation: null, userErrors: [{ code: 'INVALID_INPUT', field: ['input', 'ttlSeconds'] }] }
    expect(await ask('reserve', { channelId: 'web', lines, ttlSeconds })).toMatchObject(refused)
    expect(await ask('extendReservation', { id, ttlSeconds })).toMatchObject(refused)
    await hub.mutate('reservations', 'releaseReservation', 'reservation { id }', { id })
  })

  test.each([
    ['says nothing of it', {}],
    ['says null', { ttlSeconds: null }],
  ])('holds for 15 minutes from now for who %s', async (_what, ttl) => {
    const STATE = 'reservation { id recordedAt expiresAt history(first: 1) { recordedAt } }'
    const lines = [{ sku: 'CUP', quantity: 1 }]
    const held = await hub.mutate('reservations', 'reserve', STATE, { channelId: 'web', lines, ...ttl })
    const { id, recordedAt, expiresAt } = held.reservation
    expect(Date.parse(expiresAt) - Date.parse(recordedAt)).toBe(900_000)
    await hub.mutate('reservations', 'extendReservation', STATE, { id, ttlSeconds: 60 })
    const { reservation } = await hub.mutate('reservations', 'extendReservation', STATE, { id, ...ttl })
    expect(Date.parse(reservation.expiresAt) - Date.parse(reservation.history[0].recordedAt)).toBe(900_000)
    await hub.mutate('reservations', 'releaseReservation', 'reservation { id }', { id })
  })

  test('names a wrong state and an unknown line', async () => {
    const { reservation } = await reserve({ lines: [{ sku: 'MUG', quantity: 1 }] })
    const early = await hub.mutate('reservations', 'fulfillReservation', STATE, { id: reservation.id })
    expect(early.userErrors).toMatchObject([{ code: 'WRONG_STATE' }])
    const line = await hub.mutate('reservations', 'releaseReservation', STATE, {
      id: reservation.id,
      lines: [{ lineId: 'rsv_other/1' }],
    })
    expect(line.userErrors).toMatchObject([{ code: 'NOT_FOUND', field: ['input', 'lines', '0', 'lineId'] }])
    const unknown = await hub.mutate('reservations', 'confirmReservation', STATE, { id: 'rsv_none' })
    expect(unknown.userErrors).toMatchObject([{ code: 'NOT_FOUND', field: ['input', 'id'] }])
  })

  test('shows a hold past its time as expired at once, swept or not', async () => {
    const { reservation } = await reserve({ ttlSeconds: 1, lines: [{ sku: 'MUG', quantity: 2 }] })
    await sql`update reservation_line set expires_at = now() - interval '1 second' where reservation_id = ${reservation.id}`.execute(
      hub.db.kysely,
    )
    const query = `query ($id: ID!) { reservation(id: $id) { status expiresAt lines { held expired status } } }`
    const data = await hub.data('reservations', query, { id: reservation.id })
    expect(data.reservation).toEqual({
      status: 'EXPIRED',
      expiresAt: null,
      lines: [{ held: 0, expired: 2, status: 'EXPIRED' }],
    })
    const list = `query ($statuses: [ReservationStatus!]) { reservations(filter: { statuses: $statuses }) { nodes { id } } }`
    const ids = async (statuses: string[]) =>
      (await hub.data('reservations', list, { statuses })).reservations.nodes.map((node: { id: string }) => node.id)
    expect(await ids(['EXPIRED'])).toContain(reservation.id)
    expect(await ids(['HELD'])).not.toContain(reservation.id)
  })

  // Goal: each condition of the graph's filter arrives, alone and with others. What any of them finds together is the property's business, at the end.
  describe('a filter', () => {
    const moments = new Map<string, string>()

    beforeAll(async () => {
      await hub.submit({ kind: 'upsertItems', items: ['HAT', 'CAP'].map((sku) => ({ sku, title: sku })) })
      await hub.submit({ kind: 'upsertLocations', locations: ['OSL', 'RIX'].map((id) => ({ id, name: id })) })
      const locations = [{ locationId: 'OSL' }, { locationId: 'RIX' }]
      await hub.submit({ kind: 'upsertChannel', id: 'north', name: 'North', locations })
      for (const sku of ['HAT', 'CAP']) for (const at of ['OSL', 'RIX']) await hub.count(sku, at, 10)
      const line = (sku: string, locationId: string) => ({ sku, locationId, quantity: 1 })
      for (const [reference, lines] of Object.entries({
        first: [line('HAT', 'OSL')],
        second: [line('CAP', 'RIX')],
        third: [line('HAT', 'RIX'), line('CAP', 'OSL')],
        fourth: [line('CAP', 'OSL')],
      })) {
        const { reservation } = await reserve({ channelId: 'north', reference, lines })
        const { recordedAt } = (
          await hub.data('reservations', 'query ($id: ID!) { reservation(id: $id) { recordedAt } }', {
            id: reservation.id,
          })
        ).reservation
        moments.set(reference, recordedAt)
        // Answers tell milliseconds, so each has one of its own.
        await sleep(5)
      }
      moments.set('end', new Date(Date.parse(moments.get('fourth') ?? '') + 1).toISOString())
    })

    test.each<[string, Record<string, unknown>, string[]]>([
      ['of goods', { skus: ['HAT'] }, ['first', 'third']],
      ['of several goods', { skus: ['HAT', 'CAP'] }, ['first', 'second', 'third', 'fourth']],
      ['of a place', { locationIds: ['OSL'] }, ['first', 'third', 'fourth']],
      ['of goods and a place, which may be of two lines', { skus: ['HAT'], locationIds: ['RIX'] }, ['third']],
      ['from a moment on', { from: 'second', before: 'end' }, ['second', 'third', 'fourth']],
      ['before a moment', { from: 'first', before: 'third' }, ['first', 'second']],
      ['from and before the same moment', { from: 'third', before: 'third' }, []],
      ['of an age and goods', { skus: ['HAT'], from: 'second', before: 'end' }, ['third']],
      ['of an age and a place', { locationIds: ['OSL'], from: 'third', before: 'fourth' }, ['third']],
      ['of a channel', { channelIds: ['north'] }, ['first', 'second', 'third', 'fourth']],
      ['of no goods', { channelIds: ['north'], skus: [] }, []],
      ['of no place', { channelIds: ['north'], locationIds: [] }, []],
      ['of no state', { channelIds: ['north'], statuses: [] }, []],
      ['of no reference', { channelIds: ['north'], references: [] }, []],
      ['of no channel', { skus: ['HAT'], channelIds: [] }, []],
      ['of a channel that there is not', { skus: ['HAT'], channelIds: ['nowhere'] }, []],
    ])('%s finds exactly what it should', async (_what, { from, before, ...conditions }, expected) => {
      const age = {
        ...(from === undefined ? {} : { recordedFrom: moments.get(String(from)) }),
        ...(before === undefined ? {} : { recordedBefore: moments.get(String(before)) }),
      }
      const query = `query ($filter: ReservationFilter) {
        reservations(filter: $filter, orderBy: RECORDED_AT_ASC) { nodes { reference } }
      }`
      const { reservations } = await hub.data('reservations', query, { filter: { ...conditions, ...age } })
      expect(reservations.nodes.map(({ reference }: { reference: string }) => reference)).toEqual(expected)
    })
  })

  test('pages through reservations without a gap or a repeat while new ones are made', async () => {
    const references = Array.from({ length: 7 }, (_, index) => `page-${index}`)
    for (const reference of references) await reserve({ reference, lines: [{ sku: 'JAR', quantity: 1 }] })

    const query = `query ($after: String, $orderBy: ReservationOrder) {
      reservations(first: 3, after: $after, orderBy: $orderBy, filter: { references: ${JSON.stringify(references)} }) {
        edges { cursor node { reference } } nodes { reference } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
      }
    }`
    for (const [orderBy, expected] of [
      ['RECORDED_AT_ASC', references],
      ['RECORDED_AT_DESC', [...references].reverse()],
    ] as const) {
      const seen: string[] = []
      let after: string | null = null
      do {
        const {
          reservations,
        }: {
          reservations: {
            edges: { cursor: string; node: { reference: string } }[]
            pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string; endCursor: string }
          }
        } = await hub.data('reservations', query, { after, orderBy })
        seen.push(...reservations.edges.map(({ node }) => node.reference))
        await reserve({ lines: [{ sku: 'JAR', quantity: 1 }] })
        expect(reservations.pageInfo).toMatchObject({
          hasPreviousPage: after !== null,
          startCursor: reservations.edges[0]?.cursor,
          endCursor: reservations.edges.at(-1)?.cursor,
        })
        after = reservations.pageInfo.hasNextPage ? reservations.pageInfo.endCursor : null
      } while (after !== null)
      expect(seen).toEqual(expected)
    }
    const none = `{ reservations(filter: { references: [] }) {
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    } }`
    expect((await hub.data('reservations', none)).reservations).toEqual({
      pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null },
    })
  })

  test.each([
    ['first: 0', 'first must be 1 to 250'],
    ['first: 251', 'first must be 1 to 250'],
    ['after: "nonsense"', 'after is not a cursor'],
    ['atLeast: "nonsense"', 'atLeast is not a cursor'],
    ['filter: { references: ["a\\u0000"] }', 'contains a NUL'],
  ])('refuses the arguments %s', async (args, message) => {
    const { data, errors } = await hub.ask('reservations', `{ reservations(${args}) { nodes { id } } }`)
    expect(data).toEqual({ reservations: null })
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', requestId: 'test', retryable: false } }])
    expect(errors[0].message).toContain(message)
  })

  describe('rows', () => {
    let web: string
    let market: string

    beforeAll(async () => {
      web = (await reserve({ lines: [{ sku: 'MUG', quantity: 1 }] }, SHOP)).reservation.id
      market = (await reserve({ channelId: 'market', lines: [{ sku: 'MUG', quantity: 1 }] }, PARTNER)).reservation.id
    })

    test.each([
      ['its own client', SHOP, true, false],
      ['another storefront of the channel', OTHER_SHOP, false, false],
      ['a partner of the other channel', PARTNER, false, true],
      ['an admin', ADMIN, true, true],
    ])('are seen by %s as far as they concern it, by every path', async (_who, viewer, seesWeb, seesMarket) => {
      const query = `query ($id: ID!) { reservation(id: $id) { id } }`
      for (const [id, sees] of [
        [web, seesWeb],
        [market, seesMarket],
      ] as const) {
        const { reservation } = await hub.data('reservations', query, { id }, { viewer })
        expect(reservation).toEqual(sees ? { id } : null)
        const [entity] = await hub.entities(
          'reservations',
          [{ __typename: 'Reservation', id }],
          '... on Reservation { channelId }',
          { viewer },
        )
        expect(entity === null).toBe(!sees)
        const confirm = await hub.mutate('reservations', 'extendReservation', STATE, { id }, { viewer })
        expect(confirm.userErrors).toEqual(sees ? [] : [expect.objectContaining({ code: 'NOT_FOUND' })])
      }

      const [item, level] = await hub.entities(
        'reservations',
        [
          { __typename: 'InventoryItem', sku: 'MUG' },
          { __typename: 'StockLevel', sku: 'MUG', locationId: 'HAM' },
        ],
        '... on InventoryItem { reservations(first: 250) { id } } ... on StockLevel { openReservations { id } }',
        { viewer },
      )
      const ofItem = item.reservations.map(({ id }: { id: string }) => id)
      expect([ofItem.includes(web), ofItem.includes(market)]).toEqual([seesWeb, seesMarket])
      expect(level.openReservations.map(({ id }: { id: string }) => id).includes(market)).toBe(seesMarket)
      const { reservations } = await hub.data(
        'reservations',
        `{ reservations(first: 250) { nodes { id } } }`,
        {},
        { viewer },
      )
      const listed = reservations.nodes.map(({ id }: { id: string }) => id)
      expect([listed.includes(web), listed.includes(market)]).toEqual([seesWeb, seesMarket])
    })
  })

  test('asks the database a fixed number of times, however many reservations and lines there are', async () => {
    const skus = Array.from({ length: 40 }, (_, index) => `BULK-${index}`)
    await hub.submit({ kind: 'upsertItems', items: skus.map((sku) => ({ sku, title: sku })) })
    for (const sku of skus) await hub.count(sku, 'BER', 100)
    const asked = async (count: number) => {
      const wanted = skus.slice(0, count)
      const lines = wanted.map((sku) => ({ sku, quantity: 1 }))
      for (let times = 0; times < 3; times++) await reserve({ reference: `bulk-${count}`, lines })
      const query = `{ reservations(filter: { references: ["bulk-${count}"] }) {
        nodes { status exceptions { kind } lines { sku status item { reservations(first: 5) { id lines { id } } } } }
      } }`
      const { reservations } = await hub.data('reservations', query)
      expect(reservations.nodes).toHaveLength(3)
      expect(reservations.nodes[0].lines).toHaveLength(count)
      return hub.statements
    }
    // The page and ids by item, each after its settings, the reservations with their lines, exceptions, and those reservations.
    expect(await asked(2)).toBeLessThanOrEqual(7)
    expect(await asked(40)).toBeLessThanOrEqual(7)

    await hub.entities(
      'reservations',
      skus.flatMap((sku) => [
        { __typename: 'InventoryItem', sku },
        { __typename: 'StockLevel', sku, locationId: 'BER' },
      ]),
      '... on InventoryItem { reservations { id } } ... on StockLevel { openReservations { id lines { sku } } }',
    )
    expect(hub.statements).toBeLessThanOrEqual(6)
  })

  // Goal: the conditions of SQL and the rules of the ledger never disagree, whichever condition leads a search. Method: any quantities, any end, any
  // conditions, every page of it, compared with looking at everything.
  test('finds exactly what is asked for, by state, goods, place, channel, age and reference', async () => {
    const part = fc.nat({ max: 2 })
    const line = fc.record({
      held: part,
      committed: part,
      backordered: part,
      fulfilled: part,
      released: part,
      expired: part,
      confirmed: fc.boolean(),
      ends: fc.constantFrom('never', 'past', 'future'),
      sku: fc.constantFrom('POT', 'PAN'),
      locationId: fc.constantFrom('BER', 'HAM'),
    })
    const reservation = fc.record({
      channelId: fc.constantFrom('web', 'market'),
      reference: fc.constantFrom(null, 'A', 'B'),
      // Several are recorded at one moment, as in a batch.
      minute: fc.nat({ max: 5 }),
      lines: fc.array(line, { minLength: 1, maxLength: 3 }),
    })
    const some = <T>(...of: T[]) => fc.option(fc.subarray(of), { freq: 2 })
    const search = fc.record({
      channelIds: some('web', 'market', 'nowhere'),
      references: fc.oneof(fc.constant(null), fc.constant(null), fc.constant(null), fc.subarray(['A', 'B'])),
      statuses: some(...RESERVATION_STATUSES),
      skus: some('POT', 'PAN'),
      locationIds: some('BER', 'HAM'),
      from: fc.option(fc.nat({ max: 5 }), { freq: 2 }),
      before: fc.option(fc.nat({ max: 6 }), { freq: 2 }),
      backwards: fc.boolean(),
      limit: fc.integer({ min: 1, max: 9 }),
      viewer: fc.constantFrom(ADMIN, SHOP, PARTNER),
    })
    const start = Date.UTC(2026, 0, 1)
    const moment = (minute: number) => new Date(start + minute * 60_000)
    const reservations = fc.array(reservation, { minLength: 1, maxLength: 30 })
    await fc.assert(
      fc.asyncProperty(reservations, fc.array(search, { minLength: 20, maxLength: 20 }), async (all, searches) => {
        await hub.db.kysely
          .transaction()
          .execute(async (tx) => {
            // Those of other tests are not what is compared here.
            await sql`delete from reservation_line`.execute(tx)
            await sql`delete from reservation`.execute(tx)
            const known: (ReservationState & { recordedAt: Date; client: string; reference: string | null })[] = []
            for (const { channelId, reference, minute, lines } of all) {
              const id = newId('rsv')
              const recordedAt = moment(minute)
              const client = known.length % 2 === 0 ? SHOP.client : 'another'
              const head = { bucket: bucketOf(id), id, channel_id: channelId, reference, client }
              await tx
                .insertInto('reservation')
                .values({ ...head, occurred_at: recordedAt, recorded_at: recordedAt })
                .execute()
              const kept = lines.map(({ confirmed, ends, sku, locationId, ...quantities }, index): ReservationLine => {
                const sum = Object.values(quantities).reduce((total, quantity) => total + quantity, 0)
                return {
                  ...quantities,
                  // A line without any unit is not one.
                  expired: sum === 0 ? 1 : quantities.expired,
                  requested: sum === 0 ? 1 : sum,
                  reservationId: id,
                  line: index + 1,
                  sku,
                  locationId,
                  channelId,
                  confirmedAt: confirmed ? recordedAt : null,
                  expiresAt: { never: null, past: new Date(0), future: new Date(4e12) }[ends],
                  placedAt: recordedAt,
                  version: 1,
                  promisedBy: null,
                  fenced: 0,
                }
              })
              for (const row of kept) {
                await tx
                  .insertInto('reservation_line')
                  .values({
                    bucket: bucketOf(row.sku),
                    reservation_id: id,
                    line: row.line,
                    sku: row.sku,
                    location_id: row.locationId,
                    channel_id: row.channelId,
                    requested: row.requested,
                    held: row.held,
                    committed: row.committed,
                    backordered: row.backordered,
                    fulfilled: row.fulfilled,
                    released: row.released,
                    expired: row.expired,
                    confirmed_at: row.confirmedAt,
                    expires_at: row.expiresAt,
                    placed_at: row.placedAt,
                    version: 1,
                    recorded_at: recordedAt,
                  })
                  .execute()
              }
              const status = reservationStatus(kept.map((row) => asOfNow(row, new Date())))
              known.push({ id, status, channelId, reference, client, recordedAt, lines: kept })
            }
            for (const { from, before, limit, viewer, backwards, ...conditions } of searches) {
              const { channelIds, references, statuses, skus, locationIds } = conditions
              const among = <T>(values: readonly T[] | null, value: T) => values === null || values.includes(value)
              const expected = known
                .filter(
                  (one) =>
                    seesReservation(viewer, one) &&
                    among(channelIds, one.channelId) &&
                    (references === null || (one.reference !== null && references.includes(one.reference))) &&
                    among(statuses, one.status) &&
                    one.lines.some(({ sku }) => among(skus, sku)) &&
                    one.lines.some(({ locationId }) => among(locationIds, locationId)) &&
                    (from === null || one.recordedAt >= moment(from)) &&
                    (before === null || one.recordedAt < moment(before)),
                )
                .sort((a, b) => a.recordedAt.getTime() - b.recordedAt.getTime() || (a.id < b.id ? -1 : 1))
                .map(({ id }) => id)
              if (backwards) expected.reverse()
              const found: string[] = []
              let after: readonly string[] | null = null
              for (;;) {
                const page: readonly FoundReservation[] = await searchReservations(tx, {
                  ...everything(viewer, limit),
                  ...conditions,
                  recordedFrom: from === null ? null : moment(from),
                  recordedBefore: before === null ? null : moment(before),
                  backwards,
                  after,
                })
                found.push(...page.map(({ id }) => id))
                const last = page.at(-1)
                if (last === undefined || page.length < limit) break
                after = [last.recorded_at, last.id]
              }
              expect(found, JSON.stringify({ conditions, backwards, limit })).toEqual(expected)
            }
            throw new Undone()
          })
          .catch((error: unknown) => {
            if (!(error instanceof Undone)) throw error
          })
      }),
      { numRuns: 10 },
    )
  })
})

class Undone extends Error {}

interface ReservationState {
  readonly id: string
  readonly status: string
  readonly channelId: string
  readonly lines: readonly ReservationLine[]
}
