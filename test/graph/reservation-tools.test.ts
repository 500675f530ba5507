import { hash } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Viewer } from '../../core/access/viewer.ts'
import { audit } from '../../core/ledger/audit.ts'
import { newId } from '../../core/ledger/ids.ts'
import { keyHashOf } from '../../core/ledger/known-answers.ts'
import { DATABASE_KINDS } from '../support/database.ts'
import { ADMIN, openTestHub, type TestHub } from '../support/hub.ts'
import { event } from '../support/ledger.ts'

const MARKET_DESK: Viewer = { kind: 'operator', client: 'market-desk', channels: ['market'], scopes: [] }

const STATE = `reservation {
  id status version expiresAt
  lines { id sku locationId quantity held committed backordered fulfilled released expired status }
}`
const RESULTS = `results { id ${STATE} userErrors { code field message } }`

const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index))

interface Line {
  id: string
  locationId: string
  quantity: number
}

describe.each(DATABASE_KINDS)('what tools do with reservations on %s', (kind) => {
  let hub: TestHub
  let skus = 0

  beforeAll(async () => {
    hub = await openTestHub(kind)
    await hub.shop([], ['BER', 'HAM', 'MUC'])
    await hub.submit({ kind: 'upsertLocations', locations: [{ id: 'FAR', name: 'Far away' }] })
    await hub.submit({ kind: 'upsertChannel', id: 'market', name: 'Market', locations: [{ locationId: 'HAM' }] })
  })
  afterAll(async () => {
    // Whatever these tests did: balances, lines and journal tell the same.
    expect((await audit({ db: hub.db })).differences).toEqual([])
    await hub[Symbol.asyncDispose]()
  })

  /** An item of its own for each test, with units at these locations. */
  async function stocked(at: Record<string, number>): Promise<string> {
    const sku = `TOOL-${++skus}`
    await hub.submit({ kind: 'upsertItems', items: [{ sku, title: sku }] })
    for (const [locationId, quantity] of Object.entries(at)) await hub.count(sku, locationId, quantity)
    return sku
  }

  const mutate = (mutation: string, input: Record<string, unknown>, viewer = ADMIN) =>
    hub.mutate('reservations', mutation, STATE, input, { viewer })
  const many = (mutation: string, input: Record<string, unknown>, viewer = ADMIN) =>
    hub.mutate('reservations', mutation, RESULTS, input, { viewer })

  async function reserved(sku: string, quantity: number, locationId = 'BER', more: Record<string, unknown> = {}) {
    const input = { channelId: 'web', lines: [{ sku, locationId, quantity }], ...more }
    const { reservation, userErrors } = await mutate('reserve', input)
    expect(userErrors).toEqual([])
    return reservation
  }

  describe('confirming and releasing a part', () => {
    test('confirms by line and by quantity; the rest stays held with its end', async () => {
      const sku = await stocked({ BER: 10, HAM: 10 })
      const held = await mutate('reserve', {
        channelId: 'web',
        lines: [
          { sku, locationId: 'BER', quantity: 5 },
          { sku, locationId: 'HAM', quantity: 4 },
        ],
      })
      const { id, expiresAt } = held.reservation
      const part = await mutate('confirmReservation', { id, lines: [{ lineId: `${id}/1`, quantity: 2 }] })
      expect(part.userErrors).toEqual([])
      expect(part.reservation).toMatchObject({
        status: 'HELD',
        expiresAt,
        lines: [
          { held: 3, committed: 2, status: 'HELD' },
          { held: 4, committed: 0 },
        ],
      })
      const line = await mutate('confirmReservation', { id, lines: [{ lineId: `${id}/2` }] })
      expect(line.reservation.lines).toMatchObject([{ held: 3 }, { held: 0, committed: 4, status: 'CONFIRMED' }])
      const rest = await mutate('confirmReservation', { id })
      expect(rest.reservation).toMatchObject({ status: 'CONFIRMED', expiresAt: null, lines: [{ committed: 5 }, {}] })
      expect(await hub.position(sku, 'BER')).toMatchObject({ held: 0, committed: 5 })
    })

    test('what is still held of a line that is confirmed in part expires, what is firm stays', async () => {
      const sku = await stocked({ BER: 10 })
      const { id } = await reserved(sku, 5)
      await mutate('confirmReservation', { id, lines: [{ lineId: `${id}/1`, quantity: 2 }] })
      await sql`update reservation_line set expires_at = now() - interval '1 second' where reservation_id = ${id}`.execute(
        hub.db.kysely,
      )
      const shipped = await mutate('fulfillReservation', { id })
      expect(shipped.reservation).toMatchObject({ status: 'FULFILLED', lines: [{ fulfilled: 2, expired: 3, held: 0 }] })
      expect(await hub.position(sku, 'BER')).toMatchObject({ sellable: 8, held: 0, committed: 0 })
    })

    test('confirms some of what waits: the unconfirmed rest becomes a line of its own', async () => {
      const sku = await stocked({ BER: 3 })
      await hub.submit({ kind: 'upsertChannel', id: 'web', allowBackorder: true })
      const { id, expiresAt } = await reserved(sku, 10)
      const part = await mutate('confirmReservation', { id, lines: [{ lineId: `${id}/1`, quantity: 5 }] })
      expect(part.reservation).toMatchObject({
        status: 'BACKORDERED',
        expiresAt,
        lines: [
          { id: `${id}/1`, quantity: 5, committed: 3, backordered: 2 },
          { id: `${id}/2`, quantity: 5, committed: 0, backordered: 5 },
        ],
      })
      // What is firm is filled into committed, what is not into held.
      await hub.count(sku, 'BER', 8)
      const query = `query ($id: ID!) { ${STATE.replace('reservation', 'reservation(id: $id)')} }`
      const filled = await hub.data('reservations', query, { id })
      expect(filled.reservation.lines).toMatchObject([
        { committed: 5, backordered: 0 },
        { held: 3, backordered: 2 },
      ])
      await hub.submit({ kind: 'upsertChannel', id: 'web', allowBackorder: false })
    })

    test('releases by line and by quantity, and says why', async () => {
      const sku = await stocked({ BER: 10, HAM: 10 })
      const { reservation } = await mutate('reserve', {
        channelId: 'web',
        lines: [
          { sku, locationId: 'BER', quantity: 5 },
          { sku, locationId: 'HAM', quantity: 4 },
        ],
      })
      const { id } = reservation
      const reason = 'Customer changed the order'
      const part = await mutate('releaseReservation', { id, reason, lines: [{ lineId: `${id}/1`, quantity: 2 }] })
      expect(part.reservation.lines).toMatchObject([{ held: 3, released: 2 }, { held: 4 }])
      const line = await mutate('releaseReservation', { id, lines: [{ lineId: `${id}/2` }] })
      expect(line.reservation.lines).toMatchObject([{ held: 3 }, { released: 4, status: 'RELEASED' }])
      const reasons = await hub.db.kysely
        .selectFrom('journal')
        .select('reason')
        .where('document_id', '=', id)
        .where('kind', '=', 'release')
        .orderBy('location_id')
        .execute()
      expect(reasons).toEqual([{ reason }, { reason: null }])
    })

    // Goal: a checkout can say which goods are gone, however it asked.
    test('names each line that facts took from, also where no line was named', async () => {
      const sku = await stocked({ BER: 5, HAM: 5, MUC: 5 })
      const at = (locationId: string, quantity: number) => ({ sku, locationId, quantity })
      const { id } = (await mutate('reserve', { channelId: 'web', lines: [at('BER', 4), at('HAM', 4), at('MUC', 4)] }))
        .reservation
      await hub.sell(sku, 'BER', 2)
      await hub.sell(sku, 'MUC', 2)
      const gone = async (input: object) => {
        const { userErrors } = await hub.mutate('reservations', 'confirmReservation', 'userErrors { lineId }', {
          id,
          ...input,
        })
        return userErrors.map(({ code, field, lineId }: Record<string, unknown>) => [code, field, lineId])
      }
      const code = 'NO_LONGER_AVAILABLE'
      const all = { idempotencyKey: `all-${sku}` }
      expect(await gone(all)).toEqual([
        [code, ['input', 'id'], `${id}/1`],
        [code, ['input', 'id'], `${id}/3`],
      ])
      expect(await gone(all)).toEqual(await gone({}))
      expect(
        await gone({ lines: [{ lineId: `${id}/2` }, { lineId: `${id}/3`, quantity: 4 }, { lineId: `${id}/1` }] }),
      ).toEqual([
        [code, ['input', 'lines', '1', 'quantity'], `${id}/3`],
        [code, ['input', 'lines', '2', 'lineId'], `${id}/1`],
      ])
      const lines = [{ lineId: `${id}/2` }, { lineId: `${id}/1`, quantity: 5 }]
      expect(await gone({ lines })).toEqual([['WRONG_STATE', ['input', 'lines', '1', 'quantity'], null]])
    })

    test('fulfils over several shipments', async () => {
      const sku = await stocked({ BER: 10 })
      const { id } = await reserved(sku, 7, 'BER', { reference: `order-${sku}` })
      await mutate('confirmReservation', { id })
      const ship = (quantity: number) => mutate('fulfillReservation', { id, lines: [{ lineId: `${id}/1`, quantity }] })
      expect((await ship(3)).reservation).toMatchObject({ status: 'PARTIALLY_FULFILLED', lines: [{ fulfilled: 3 }] })
      expect((await ship(3)).reservation).toMatchObject({ lines: [{ fulfilled: 6, committed: 1 }] })
      expect((await ship(2)).userErrors).toMatchObject([
        { code: 'WRONG_STATE', field: ['input', 'lines', '0', 'quantity'] },
      ])
      expect((await ship(1)).reservation).toMatchObject({ status: 'FULFILLED', lines: [{ fulfilled: 7 }] })
      expect(await hub.position(sku, 'BER')).toMatchObject({ sellable: 3, committed: 0 })
    })

    test.each([
      ['a line that is not one', { lineId: 'x/1' }, 'NOT_FOUND', ['lines', '0', 'lineId']],
      ['nothing', { lineId: '/1', quantity: 0 }, 'INVALID_INPUT', ['lines', '0', 'quantity']],
      ['more than there is', { lineId: '/1', quantity: 4 }, 'WRONG_STATE', ['lines', '0', 'quantity']],
      ['a line of which nothing is open', { lineId: '/2' }, 'WRONG_STATE', ['lines', '0', 'lineId']],
    ])('refuses %s', async (_what, line, code, field) => {
      const sku = await stocked({ BER: 10, HAM: 10 })
      const { reservation } = await mutate('reserve', {
        channelId: 'web',
        lines: [
          { sku, locationId: 'BER', quantity: 3 },
          { sku, locationId: 'HAM', quantity: 1 },
        ],
      })
      const { id } = reservation
      await mutate('releaseReservation', { id, lines: [{ lineId: `${id}/2` }] })
      const lines = [{ ...line, lineId: line.lineId.startsWith('/') ? `${id}${line.lineId}` : line.lineId }]
      for (const mutation of ['confirmReservation', 'releaseReservation']) {
        const answer = await mutate(mutation, { id, lines })
        expect(answer, mutation).toMatchObject({ reservation: null, cursor: null, userErrors: [{ code }] })
        expect(answer.userErrors[0].field).toEqual(['input', ...field])
      }
      const tooMany = Array.from({ length: 101 }, () => ({ lineId: `${id}/1` }))
      const answer = await mutate('confirmReservation', { id, lines: tooMany })
      expect(answer.userErrors).toMatchObject([{ code: 'INVALID_INPUT', field: ['input', 'lines'] }])
    })
  })

  // Goal: what a reservation costs is bounded, however many locations its cart is scattered over. Method: 90 SKUs that eleven locations have one by one.
  test('have 1,000 lines, and no more', async () => {
    const [kiosks, scattered] = [times(11, (n) => `KIOSK-${n}`), times(90, (n) => `SCATTERED-${n}`)]
    const [plenty, none] = [await stocked({}), await stocked({})]
    await hub.submit({ kind: 'upsertLocations', locations: kiosks.map((id) => ({ id, name: id })) })
    const locations = kiosks.map((locationId) => ({ locationId }))
    await hub.submit({ kind: 'upsertChannel', id: 'kiosks', name: 'Kiosks', locations, allowBackorder: true })
    await hub.submit({ kind: 'upsertItems', items: scattered.map((sku) => ({ sku, title: sku })) })
    await hub.count(plenty, 'KIOSK-0', 100)
    await hub.count(plenty, 'KIOSK-1', 100)
    await Promise.all(scattered.flatMap((sku) => kiosks.map((locationId) => hub.count(sku, locationId, 1))))

    const lines = [
      ...scattered.map((sku) => ({ sku, quantity: 11 })),
      ...times(9, () => ({ sku: plenty, quantity: 2 })),
      { sku: none, quantity: 5 },
    ]
    const one = [...lines.slice(0, -2), { sku: plenty, quantity: 150 }, ...lines.slice(-1)]
    const tooMany = [{ code: 'INVALID_INPUT', problem: 'LIST_TOO_LONG', field: ['input', 'lines'] }]
    const reserveKiosks = (of: object[]) =>
      hub.mutate('reservations', 'reserve', `${STATE} userErrors { problem }`, { channelId: 'kiosks', lines: of })
    expect(await reserveKiosks(one)).toMatchObject({ reservation: null, userErrors: tooMany })
    const check = `query ($lines: [ReserveLineInput!]!) {
      checkCart(channelId: "kiosks", lines: $lines) { reservable userErrors { code problem field } }
    }`
    const { checkCart } = await hub.data('reservations', check, { lines: one })
    expect(checkCart).toEqual({ reservable: false, userErrors: tooMany })

    const { reservation } = await reserveKiosks(lines)
    expect(reservation.lines).toHaveLength(1_000)
    const { id } = reservation
    const part = (line: number, quantity: number) => ({ lineId: `${id}/${line}`, quantity })
    const field = ['input', 'lines', '0', 'quantity']
    expect((await mutate('confirmReservation', { id, lines: [part(1_000, 2)] })).userErrors).toMatchObject([
      { code: 'WRONG_STATE', field },
    ])
    const move = { ...part(999, 1), locationId: 'KIOSK-1' }
    expect((await mutate('moveReservationLine', move)).userErrors).toMatchObject([{ code: 'WRONG_STATE' }])
    // All that is open of a line is a part of it where some has been given back: that stays where it was.
    await mutate('releaseReservation', { id, lines: [part(997, 1)] })
    const rest = { lineId: `${id}/997`, locationId: 'KIOSK-1' }
    expect((await mutate('moveReservationLine', rest)).userErrors).toMatchObject([{ code: 'WRONG_STATE' }])
    // What splits no line is done.
    for (const whole of [{ lineId: `${id}/998` }, part(999, 2)]) {
      const moved = await mutate('moveReservationLine', { ...whole, locationId: 'KIOSK-1' })
      expect(moved.userErrors).toEqual([])
      expect(moved.reservation.lines).toHaveLength(1_000)
      const line = moved.reservation.lines.find((candidate: Line) => candidate.id === whole.lineId)
      expect(line).toMatchObject({ locationId: 'KIOSK-1', held: 2 })
    }
    expect((await mutate('confirmReservation', { id, lines: [part(1_000, 5)] })).userErrors).toEqual([])
    expect((await mutate('confirmReservation', { id })).reservation).toMatchObject({ status: 'BACKORDERED' })
    expect((await mutate('releaseReservation', { id })).reservation.lines).toHaveLength(1_000)

    // What was ordered elsewhere stands, in however many parts.
    const order = { channelId: 'kiosks', reference: 'elsewhere', ttlSeconds: 60, allOrNothing: false, lines: one }
    const told = await hub.submit({ kind: 'reserve', id: newId('rsv'), ...order, asFact: true })
    expect(told.status === 'posted' && told.reservation?.lines.length).toBe(1_001)
  })

  describe('extending', () => {
    const ways: readonly (readonly [status: string, end: (id: string) => Promise<unknown>])[] = [
      ['RELEASED', (id) => mutate('releaseReservation', { id })],
      ['CONFIRMED', (id) => mutate('confirmReservation', { id })],
      [
        'EXPIRED',
        (id) => hub.rewrite(sql`update reservation_line set expires_at = now() where reservation_id = ${id}`),
      ],
    ]

    test.each(ways)('does not bring back what is %s', async (status, end) => {
      const sku = await stocked({ BER: 10 })
      const { id } = await reserved(sku, 3)
      await end(id)
      const refused = { reservation: null, cursor: null, userErrors: [{ code: 'WRONG_STATE', field: ['input', 'id'] }] }
      expect(await mutate('extendReservation', { id })).toMatchObject(refused)
      const query = `query ($id: ID!) { reservation(id: $id) { status expiresAt } }`
      expect((await hub.data('reservations', query, { id })).reservation).toEqual({ status, expiresAt: null })
    })

    test('moves the end of what only waits, until that is confirmed', async () => {
      const sku = await stocked({ BER: 0 })
      await hub.submit({ kind: 'upsertChannel', id: 'web', allowBackorder: true })
      const { id, expiresAt } = await reserved(sku, 5, 'BER', { ttlSeconds: 900 })
      const extend = (ttlSeconds: number) => mutate('extendReservation', { id, ttlSeconds })
      const { reservation } = await extend(3_600)
      expect(reservation).toMatchObject({ status: 'BACKORDERED', version: 2, lines: [{ held: 0, backordered: 5 }] })
      expect(Date.parse(reservation.expiresAt) - Date.parse(expiresAt)).toBeGreaterThanOrEqual(2_700_000)
      const sooner = (await extend(60)).reservation
      expect(Date.parse(sooner.expiresAt)).toBeLessThan(Date.parse(expiresAt))

      const firm = await mutate('confirmReservation', { id })
      expect(firm.reservation).toMatchObject({ expiresAt: null, lines: [{ backordered: 5 }] })
      expect((await extend(60)).userErrors).toMatchObject([{ code: 'WRONG_STATE' }])
      await hub.submit({ kind: 'upsertChannel', id: 'web', allowBackorder: false })
    })
  })

  describe('versions', () => {
    test('rise with every change, and a change of what was not read is refused', async () => {
      const sku = await stocked({ BER: 10 })
      const { id, version } = await reserved(sku, 3)
      expect(version).toBe(1)
      const extended = await mutate('extendReservation', { id, ttlSeconds: 60, expectedVersion: 1 })
      expect(extended.reservation.version).toBe(2)
      for (const [mutation, more] of [
        ['extendReservation', {}],
        ['confirmReservation', {}],
        ['releaseReservation', {}],
        ['fulfillReservation', {}],
        ['moveReservationLine', { lineId: `${id}/1`, locationId: 'HAM' }],
      ] as const) {
        const named = mutation === 'moveReservationLine' ? more : { id }
        const refused = await mutate(mutation, { ...named, expectedVersion: 1 })
        expect(refused, mutation).toMatchObject({
          reservation: null,
          userErrors: [{ code: 'VERSION_CONFLICT', field: ['input', 'expectedVersion'] }],
        })
      }
      const confirmed = await mutate('confirmReservation', { id, expectedVersion: 2 })
      expect(confirmed.reservation).toMatchObject({ version: 3, status: 'CONFIRMED' })
    })

    test('of two tools that read the same, one changes it', async () => {
      const sku = await stocked({ BER: 10 })
      const { id, version } = await reserved(sku, 3)
      const answers = await Promise.all([
        mutate('confirmReservation', { id, expectedVersion: version }),
        mutate('releaseReservation', { id, expectedVersion: version }),
      ])
      expect(answers.flatMap(({ userErrors }) => userErrors)).toMatchObject([{ code: 'VERSION_CONFLICT' }])
    })

    test('of a hold whose time is over are the same before and after it is swept', async () => {
      const sku = await stocked({ BER: 10 })
      const { id } = await reserved(sku, 3)
      await mutate('confirmReservation', { id, lines: [{ lineId: `${id}/1`, quantity: 1 }] })
      await sql`update reservation_line set expires_at = now() - interval '1 second' where reservation_id = ${id}`.execute(
        hub.db.kysely,
      )
      const query = `query ($id: ID!) { reservation(id: $id) { version lines { expired } } }`
      const { reservation } = await hub.data('reservations', query, { id })
      expect(reservation).toEqual({ version: 3, lines: [{ expired: 2 }] })
      const shipped = await mutate('fulfillReservation', { id, expectedVersion: 3 })
      expect(shipped.userErrors).toEqual([])
    })
  })

  describe('the history', () => {
    const STEPS = 'history { kind source eventId reason occurredAt recordedAt entries { id } }'
    interface Step {
      kind: string
      source: string | null
      reason: string | null
      recordedAt: string
      entries: { id: string }[]
    }
    const historyOf = async (id: string, viewer = ADMIN): Promise<Step[]> => {
      const query = `query ($id: ID!) { reservation(id: $id) { ${STEPS} } }`
      const { reservation } = await hub.data('reservations', query, { id }, { viewer })
      return reservation.history
    }
    const kinds = (steps: readonly Step[]) => steps.map(({ kind, entries }) => `${kind} ${entries.length}`)

    test('tells who did what, when, why and by which entries', async () => {
      const sku = await stocked({ BER: 10, HAM: 10 })
      const { id } = await reserved(sku, 6, 'BER', { reference: `order-${sku}` })
      const desk: Viewer = { kind: 'operator', client: 'desk', channels: ['web'], scopes: [] }
      await mutate('extendReservation', { id, ttlSeconds: 60 }, desk)
      await mutate('confirmReservation', { id, lines: [{ lineId: `${id}/1`, quantity: 5 }] }, desk)
      await mutate(
        'moveReservationLine',
        { lineId: `${id}/1`, quantity: 3, locationId: 'HAM', reason: 'Pick-up' },
        desk,
      )
      await mutate('releaseReservation', { id, lines: [{ lineId: `${id}/1`, quantity: 1 }], reason: 'Too many' })
      await mutate('fulfillReservation', { id, lines: [{ lineId: `${id}/2`, quantity: 2 }] })

      const steps = await historyOf(id)
      expect(kinds(steps)).toEqual(['FULFILL 2', 'RELEASE 1', 'MOVE 4', 'CONFIRM 1', 'EXTEND 0', 'HOLD 1'])
      expect(steps.map(({ source, reason }) => [source, reason])).toEqual([
        ['test', null],
        ['test', 'Too many'],
        ['desk', 'Pick-up'],
        ['desk', null],
        ['desk', null],
        ['test', null],
      ])
      const moments = steps.map(({ recordedAt }) => recordedAt)
      expect(moments).toEqual([...moments].sort().reverse())

      // Nothing in the journal is left out, and nothing is told twice.
      const { rows } = await sql<{
        count: number
      }>`select count(*)::int from journal where document_id = ${id}`.execute(hub.db.kysely)
      const told = steps.flatMap(({ entries }) => entries.map((entry) => entry.id))
      expect(new Set(told).size).toBe(told.length)
      expect(told).toHaveLength(rows[0]?.count ?? 0)
      // The subgraph that owns the journal finds each of them, for those who may see it.
      const entries = await hub.entities(
        'stock',
        told.map((entry) => ({ __typename: 'StockMovement', id: entry })),
        '... on StockMovement { documentId }',
        { viewer: desk },
      )
      expect(entries).toEqual(told.map(() => ({ __typename: 'StockMovement', documentId: id })))
    })

    test('tells of who confirmed what waits, though nothing of it was held', async () => {
      const sku = await stocked({ BER: 0 })
      await hub.submit({ kind: 'upsertChannel', id: 'web', allowBackorder: true })
      const { id } = await reserved(sku, 10)
      await hub.submit({ kind: 'upsertChannel', id: 'web', allowBackorder: false })
      const desk: Viewer = { kind: 'operator', client: 'desk', channels: ['web'], scopes: [] }
      await mutate('confirmReservation', { id, lines: [{ lineId: `${id}/1`, quantity: 5 }] }, desk)
      await mutate('confirmReservation', { id })

      const steps = await historyOf(id)
      expect(steps.map(({ kind, source }) => `${kind} ${source}`)).toEqual([
        'CONFIRM test',
        'CONFIRM desk',
        'MOVE desk',
        'BACKORDER test',
      ])
    })

    test('tells of events and of what time and arriving stock did', async () => {
      const sku = await stocked({ BER: 2 })
      const held = event('/market', undefined, {})
      const made = await hub.submit(
        {
          kind: 'reserve',
          id: newId('rsv'),
          channelId: 'web',
          reference: `order-${sku}`,
          ttlSeconds: 60,
          allOrNothing: false,
          lines: [{ sku, locationId: 'BER', quantity: 5 }],
          asFact: true,
        },
        { event: held, occurredAt: new Date('2026-01-01T08:00:00Z') },
      )
      const id = made.status === 'posted' ? (made.document?.id ?? '') : ''
      await hub.count(sku, 'BER', 3)
      await sql`update reservation_line set expires_at = now() - interval '1 second' where reservation_id = ${id}`.execute(
        hub.db.kysely,
      )
      // Somebody else wrote there: what was remembered of it is not valid any more.
      await sql`update bucket_head set version = version + 1`.execute(hub.db.kysely)
      await hub.submit({ kind: 'expireHolds', positions: [{ sku, locationId: 'BER' }] })
      const steps = await historyOf(id)
      expect(kinds(steps)).toEqual(['EXPIRE 2', 'FILL 1', 'BACKORDER 1', 'HOLD 1'])
      expect(steps[3]).toMatchObject({ source: '/market', eventId: held.id, occurredAt: '2026-01-01T08:00:00.000Z' })
      expect(steps[0]).toMatchObject({ source: null, eventId: null })
    })

    test('tells why of every step that somebody asks for, also of those without an entry', async () => {
      const sku = await stocked({ BER: 5 })
      const whys = async (id: string) => (await historyOf(id)).map(({ kind, reason }) => [kind, reason])
      const { id } = await reserved(sku, 2, 'BER', { reference: `order-${sku}` })
      await mutate('extendReservation', { id, ttlSeconds: 60, reason: '' })
      await mutate('extendReservation', { id, ttlSeconds: 60, reason: 'Called, is on the way' })
      await mutate('confirmReservation', { id, lines: [{ lineId: `${id}/1`, quantity: 1 }], reason: 'Paid a part' })
      await many('confirmReservations', { reservations: [{ id }], reason: 'Paid the rest' })
      // A till has told of one of them before the shelf was counted: that entry is set right at the count, and is part of the same step.
      await hub.sell(sku, 'BER', 1, {
        reference: `order-${sku}`,
        source: '/till',
        at: new Date('2026-01-01T08:00:00Z'),
      })
      await hub.count(sku, 'BER', 5)
      const shipped = await mutate('fulfillReservation', { id, reason: 'Fetched at the door' })
      expect(shipped.userErrors).toEqual([])
      expect(await whys(id)).toEqual([
        ['FULFILL', 'Fetched at the door'],
        ['CONFIRM', 'Paid the rest'],
        ['CONFIRM', 'Paid a part'],
        ['EXTEND', 'Called, is on the way'],
        ['EXTEND', null],
        ['HOLD', null],
      ])

      await hub.submit({ kind: 'upsertChannel', id: 'web', allowBackorder: true })
      const waiting = await reserved(sku, 9)
      await mutate('confirmReservation', { id: waiting.id, lines: [{ lineId: `${waiting.id}/1` }], reason: 'Can wait' })
      await hub.submit({ kind: 'upsertChannel', id: 'web', allowBackorder: false })
      expect(await whys(waiting.id)).toEqual(expect.arrayContaining([['CONFIRM', 'Can wait']]))
      const long = await mutate('extendReservation', { id, reason: 'x'.repeat(257) })
      expect(long.userErrors).toMatchObject([{ code: 'INVALID_INPUT', field: ['input', 'reason'] }])
    })

    // Goal: a retry of what was sent before there were reasons is known as the same. Method: what stands for the content is spelled out.
    test('a request that says no reason is the request that it was before it could', async () => {
      const sku = await stocked({ BER: 5 })
      const { id } = await reserved(sku, 2)
      for (const [mutation, content] of [
        ['extendReservation', { id, ttlSeconds: 900 }],
        ['confirmReservation', { id }],
        ['confirmReservations', { reservations: [{ id }] }],
        ['fulfillReservation', { id }],
      ] as const) {
        const idempotencyKey = `${mutation}-${sku}`
        await (mutation === 'confirmReservations' ? many : mutate)(mutation, { ...content, idempotencyKey })
        const text = `["${mutation}",${JSON.stringify(content)}]`
        const { rows } = await sql<{ hash: string }>`
          select encode(request_hash, 'hex') as hash from idempotency_key where key_hash = decode(${keyHashOf('test', idempotencyKey)}, 'hex')
        `.execute(hub.db.kysely)
        expect(rows, mutation).toEqual([{ hash: hash('sha256', text, 'hex').slice(0, 32) }])
      }
    })

    test('of many reservations is one statement, the newest steps first', async () => {
      const sku = await stocked({ BER: 100 })
      const reference = `history-${sku}`
      for (let made = 0; made < 5; made++) {
        const { id } = await reserved(sku, 2, 'BER', { reference })
        await mutate('confirmReservation', { id })
      }
      const { reservations } = await hub.data(
        'reservations',
        `{ reservations(filter: { references: ["${reference}"] }) { nodes { history(first: 1) { kind } } } }`,
      )
      expect(reservations.nodes).toEqual(Array(5).fill({ history: [{ kind: 'CONFIRM' }] }))
      // Settings, the page, the reservations, their histories.
      expect(hub.statements).toBeLessThanOrEqual(4)
    })
  })

  describe('many at once', () => {
    test('are decided each by itself, in their order, with a result each', async () => {
      const sku = await stocked({ BER: 5 })
      const [a, b, c] = [await reserved(sku, 2), await reserved(sku, 2), await reserved(sku, 1)]
      // Facts take two: the first two are covered, the third is not any more.
      await hub.sell(sku, 'BER', 1)
      const { results, userErrors, cursor } = await many('confirmReservations', {
        reservations: [
          { id: a.id, expectedVersion: 1 },
          { id: b.id, lines: [{ lineId: `${b.id}/1`, quantity: 1 }] },
          { id: 'rsv_none' },
          { id: a.id },
          { id: c.id, expectedVersion: 7 },
          { id: c.id, lines: [{ lineId: `${c.id}/1`, quantity: 0 }] },
          { id: c.id },
          { id: b.id },
        ],
      })
      expect(userErrors).toEqual([])
      expect(cursor).not.toBeNull()
      expect(results.map(({ id }: { id: string }) => id)).toEqual([
        ...[a.id, b.id, 'rsv_none', a.id, c.id, c.id, c.id, b.id],
      ])
      expect(results).toMatchObject([
        { userErrors: [], reservation: { status: 'CONFIRMED' } },
        { userErrors: [], reservation: { lines: [{ held: 1, committed: 1 }] } },
        { reservation: null, userErrors: [{ code: 'NOT_FOUND', field: ['input', 'reservations', '2', 'id'] }] },
        { reservation: null, userErrors: [{ code: 'WRONG_STATE' }] },
        {
          userErrors: [{ code: 'VERSION_CONFLICT', field: ['input', 'reservations', '4', 'expectedVersion'] }],
        },
        {
          userErrors: [{ code: 'INVALID_INPUT', field: ['input', 'reservations', '5', 'lines', '0', 'quantity'] }],
        },
        { userErrors: [], reservation: { status: 'CONFIRMED' } },
        { userErrors: [{ code: 'NO_LONGER_AVAILABLE', field: ['input', 'reservations', '7', 'id'] }] },
      ])
      expect(await hub.position(sku, 'BER')).toMatchObject({ sellable: 4, held: 1, committed: 4 })
    })

    test('get the first answers again, whatever happened since, and not for other content', async () => {
      const sku = await stocked({ BER: 50 })
      const ids: string[] = []
      for (let made = 0; made < 3; made++) ids.push((await reserved(sku, 2)).id)
      await mutate('releaseReservation', { id: ids[1] })
      const idempotencyKey = `again-${sku}`
      const input = { idempotencyKey, reason: 'Shop closed', reservations: ids.map((id) => ({ id })) }
      const first = await many('releaseReservations', input)
      expect(first.results).toMatchObject([{ userErrors: [] }, { userErrors: [{ code: 'WRONG_STATE' }] }, {}])
      const [again, atOnce] = await Promise.all([
        many('releaseReservations', input),
        many('releaseReservations', input),
      ])
      expect(again.results).toEqual(first.results)
      expect(atOnce.results).toEqual(first.results)
      const other = await many('releaseReservations', { ...input, reservations: [{ id: ids[0] }] })
      expect(other).toMatchObject({ results: null, cursor: null, userErrors: [{ code: 'IDEMPOTENCY_CONFLICT' }] })
      const entries = await hub.db.kysely
        .selectFrom('journal')
        .select(['document_id', 'reason'])
        .where('sku', '=', sku)
        .where('reason', 'is not', null)
        .execute()
      expect(entries).toHaveLength(2)
    })

    test('two that race for the same key have one effect and one answer', async () => {
      const sku = await stocked({ BER: 50 })
      const ids = [(await reserved(sku, 2)).id, (await reserved(sku, 2)).id]
      const input = { idempotencyKey: `race-${sku}`, reservations: ids.map((id) => ({ id })) }
      const answers = await Promise.all([1, 2, 3].map(() => many('confirmReservations', input)))
      for (const { results } of answers) expect(results).toMatchObject([{ userErrors: [] }, { userErrors: [] }])
      expect(await hub.position(sku, 'BER')).toMatchObject({ held: 0, committed: 4 })
    })

    test.each([
      ['confirmReservations', 0],
      ['confirmReservations', 1_001],
      ['releaseReservations', 0],
      ['releaseReservations', 1_001],
    ])('%s refuses %i of them as a whole', async (mutation, count) => {
      const reservations = Array.from({ length: count }, (_, index) => ({ id: `rsv_${index}` }))
      const answer = await many(mutation, { reservations })
      expect(answer).toMatchObject({ results: null, cursor: null })
      expect(answer.userErrors).toMatchObject([{ code: 'INVALID_INPUT', field: ['input', 'reservations'] }])
    })

    test('a client sees and changes those of its channels only', async () => {
      const sku = await stocked({ BER: 10, HAM: 10 })
      const web = await reserved(sku, 1)
      const market = await reserved(sku, 1, 'HAM', { channelId: 'market' })
      const reservations = [{ id: web.id }, { id: market.id }]
      for (const mutation of ['confirmReservations', 'releaseReservations']) {
        const { results } = await many(mutation, { reservations }, MARKET_DESK)
        expect(results, mutation).toMatchObject([
          { reservation: null, userErrors: [{ code: 'NOT_FOUND' }] },
          { userErrors: [] },
        ])
      }
    })

    test('a thousand are one transaction', async () => {
      const sku = await stocked({ BER: 5_000 })
      const made = await Promise.all(
        Array.from({ length: 1_000 }, () => hub.reserve([{ sku, locationId: 'BER', quantity: 1 }])),
      )
      const reservations = made.map((result) => ({ id: result.status === 'posted' ? (result.document?.id ?? '') : '' }))
      const { results } = await many('confirmReservations', { reservations })
      expect(results.filter(({ userErrors }: { userErrors: [] }) => userErrors.length === 0)).toHaveLength(1_000)
      const moments =
        await sql`select distinct recorded_at from journal where sku = ${sku} and kind = 'confirm'`.execute(
          hub.db.kysely,
        )
      expect(moments.rows).toHaveLength(1)
    })
  })

  describe('moving a line', () => {
    test('keeps what is held held with its end, and the journal tells both sides', async () => {
      const sku = await stocked({ BER: 5, HAM: 5 })
      const { id, expiresAt } = await reserved(sku, 3)
      const moved = await mutate('moveReservationLine', {
        lineId: `${id}/1`,
        locationId: 'HAM',
        reason: 'Water damage',
      })
      expect(moved.userErrors).toEqual([])
      expect(moved.reservation).toMatchObject({ status: 'HELD', expiresAt, version: 2 })
      expect(moved.reservation.lines).toMatchObject([{ id: `${id}/1`, locationId: 'HAM', quantity: 3, held: 3 }])
      expect(await hub.position(sku, 'BER')).toMatchObject({ sellable: 5, held: 0 })
      expect(await hub.position(sku, 'HAM')).toMatchObject({ sellable: 5, held: 3 })
      const entries = await hub.db.kysely
        .selectFrom('journal')
        .select(['location_id', 'from_account', 'to_account', 'quantity', 'reason'])
        .where('document_id', '=', id)
        .where('kind', '=', 'move')
        .orderBy('location_id')
        .execute()
      expect(entries).toEqual([
        { location_id: 'BER', from_account: 'held', to_account: 'unpromised', quantity: 3, reason: 'Water damage' },
        { location_id: 'HAM', from_account: 'unpromised', to_account: 'held', quantity: 3, reason: 'Water damage' },
      ])
    })

    test('splits a line where some units are moved or some have gone, and what was confirmed stays so', async () => {
      const sku = await stocked({ BER: 10, HAM: 10 })
      const { id } = await reserved(sku, 6, 'BER', { reference: `order-${sku}` })
      await mutate('confirmReservation', { id })
      await mutate('fulfillReservation', { id, lines: [{ lineId: `${id}/1`, quantity: 1 }] })
      const part = await mutate('moveReservationLine', { lineId: `${id}/1`, quantity: 2, locationId: 'HAM' })
      expect(part.reservation.lines).toMatchObject([
        { id: `${id}/1`, locationId: 'BER', quantity: 4, committed: 3, fulfilled: 1 },
        { id: `${id}/2`, locationId: 'HAM', quantity: 2, committed: 2, status: 'CONFIRMED' },
      ])
      const rest = await mutate('moveReservationLine', { lineId: `${id}/1`, locationId: 'MUC' })
      expect(rest.userErrors).toMatchObject([{ code: 'INSUFFICIENT_STOCK', field: ['input', 'quantity'] }])
      await hub.count(sku, 'MUC', 3)
      const all = await mutate('moveReservationLine', { lineId: `${id}/1`, locationId: 'MUC' })
      expect(all.reservation.lines).toMatchObject([
        { locationId: 'BER', quantity: 1, fulfilled: 1, status: 'FULFILLED' },
        { locationId: 'HAM', quantity: 2 },
        { id: `${id}/3`, locationId: 'MUC', quantity: 3, committed: 3 },
      ])
      const shipped = await mutate('fulfillReservation', { id })
      expect(shipped.reservation.status).toBe('FULFILLED')
      expect(shipped.reservation.lines.reduce((sum: number, { quantity }: Line) => sum + quantity, 0)).toBe(6)
      expect(await hub.position(sku, 'MUC')).toMatchObject({ sellable: 0, committed: 0 })
    })

    test('takes no unit that others may count on, but frees the one it leaves', async () => {
      const sku = await stocked({ BER: 2, HAM: 2 })
      const mine = await reserved(sku, 2)
      await reserved(sku, 1, 'HAM')
      const refused = await mutate('moveReservationLine', { lineId: `${mine.id}/1`, locationId: 'HAM' })
      expect(refused.userErrors).toMatchObject([{ code: 'INSUFFICIENT_STOCK' }])
      const one = await mutate('moveReservationLine', { lineId: `${mine.id}/1`, quantity: 1, locationId: 'HAM' })
      expect(one.userErrors).toEqual([])
      await reserved(sku, 1, 'BER')
      for (const location of ['BER', 'HAM'])
        expect(await hub.position(sku, location)).toMatchObject({ sellable: 2, held: 2 })
    })

    test('a backorder waits where it goes, with its age, and is covered there as far as there is anything', async () => {
      const sku = await stocked({ BER: 0, HAM: 3 })
      await hub.submit({ kind: 'upsertChannel', id: 'web', allowBackorder: true })
      const { id } = await reserved(sku, 8)
      const moved = await mutate('moveReservationLine', { lineId: `${id}/1`, quantity: 5, locationId: 'HAM' })
      expect(moved.reservation.lines).toMatchObject([
        { locationId: 'BER', quantity: 3, backordered: 3 },
        { locationId: 'HAM', quantity: 5, held: 3, backordered: 2 },
      ])
      await mutate('confirmReservation', { id })
      await hub.count(sku, 'HAM', 5)
      const far = await mutate('moveReservationLine', { lineId: `${id}/1`, locationId: 'MUC' })
      expect(far.reservation.lines).toMatchObject([
        { locationId: 'MUC', backordered: 3 },
        { committed: 5, backordered: 0 },
      ])
      await hub.submit({ kind: 'upsertChannel', id: 'web', allowBackorder: false })
    })

    test('fills backorders that wait where units are left behind', async () => {
      const sku = await stocked({ BER: 2, HAM: 5 })
      const { id } = await reserved(sku, 2)
      await hub.submit({ kind: 'upsertChannel', id: 'web', allowBackorder: true })
      const waiting = await reserved(sku, 2)
      await hub.submit({ kind: 'upsertChannel', id: 'web', allowBackorder: false })
      expect(waiting.status).toBe('BACKORDERED')
      await mutate('moveReservationLine', { lineId: `${id}/1`, locationId: 'HAM' })
      const query = `query ($id: ID!) { reservation(id: $id) { status } }`
      expect((await hub.data('reservations', query, { id: waiting.id })).reservation.status).toBe('HELD')
    })

    test('orders that follow each other at once find the line where it is by then', async () => {
      const sku = await stocked({ BER: 5, HAM: 5, MUC: 5 })
      const { id } = await reserved(sku, 3, 'BER', { reference: `order-${sku}` })
      const answers = await Promise.all([
        mutate('moveReservationLine', { lineId: `${id}/1`, locationId: 'HAM' }),
        mutate('moveReservationLine', { lineId: `${id}/1`, locationId: 'MUC' }),
        mutate('confirmReservation', { id }),
        mutate('fulfillReservation', { id }),
      ])
      expect(answers.flatMap(({ userErrors }) => userErrors)).toEqual([])
      expect(answers.at(-1)?.reservation).toMatchObject({ status: 'FULFILLED', lines: [{ locationId: 'MUC' }] })
      expect(await hub.position(sku, 'MUC')).toMatchObject({ sellable: 2 })
    })

    test.each([
      ['an unknown location', { locationId: 'NOWHERE' }, 'UNKNOWN_LOCATION', 'locationId'],
      ['a location that does not serve the channel', { locationId: 'FAR' }, 'UNKNOWN_LOCATION', 'locationId'],
      ['the location where it stands', { locationId: 'BER' }, 'WRONG_STATE', 'locationId'],
      ['an unknown line', { lineId: 'rsv_none/1' }, 'NOT_FOUND', 'lineId'],
      ['another line', { line: '/9' }, 'NOT_FOUND', 'lineId'],
      ['what is no line id', { line: '' }, 'NOT_FOUND', 'lineId'],
      ['no unit', { quantity: 0 }, 'INVALID_INPUT', 'quantity'],
      ['more than is open', { quantity: 4 }, 'WRONG_STATE', 'quantity'],
    ])('refuses %s', async (_what, { line = '/1', ...input }: Record<string, unknown>, code, field) => {
      const sku = await stocked({ BER: 5, HAM: 5 })
      const { id } = await reserved(sku, 3)
      const answer = await mutate('moveReservationLine', { lineId: `${id}${line}`, locationId: 'HAM', ...input })
      expect(answer).toMatchObject({ reservation: null, userErrors: [{ code, field: ['input', field] }] })
      expect(await hub.position(sku, 'BER')).toMatchObject({ held: 3 })
    })

    test('does not go where it is closed', async () => {
      const sku = await stocked({ BER: 5, MUC: 5 })
      const { id } = await reserved(sku, 3)
      await hub.submit({ kind: 'upsertLocations', locations: [{ id: 'MUC', closed: true }] })
      const input = { lineId: `${id}/1`, locationId: 'MUC' }
      const refused = await mutate('moveReservationLine', input)
      expect(refused.userErrors).toMatchObject([{ code: 'LOCATION_CLOSED', field: ['input', 'locationId'] }])
      await hub.submit({ kind: 'upsertLocations', locations: [{ id: 'MUC', closed: false }] })
      expect((await mutate('moveReservationLine', input)).userErrors).toEqual([])
    })

    test('refuses what is not open any more, and those who may not see it', async () => {
      const sku = await stocked({ BER: 5, HAM: 5 })
      const { id } = await reserved(sku, 3)
      const input = { lineId: `${id}/1`, locationId: 'HAM' }
      expect((await mutate('moveReservationLine', input, MARKET_DESK)).userErrors).toMatchObject([
        { code: 'NOT_FOUND' },
      ])
      await mutate('releaseReservation', { id })
      expect((await mutate('moveReservationLine', input)).userErrors).toMatchObject([{ code: 'WRONG_STATE' }])
    })
  })
})
