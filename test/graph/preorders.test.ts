import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../core/ledger/ids.ts'
import { sweepOnce } from '../../core/ledger/sweep.ts'
import { DATABASE_KINDS } from '../support/database.ts'
import { openTestHub, type TestHub } from '../support/hub.ts'
import { event } from '../support/ledger.ts'

const JUNE = '2098-06-01T00:00:00.000Z'
const JULY = '2098-07-01T00:00:00.000Z'
const AUGUST = '2098-08-01T00:00:00.000Z'
const PAST = '2020-02-01T00:00:00.000Z'

const LINES = `lines { id sku locationId quantity held committed backordered released expired status promisedBy }`
const CART = `cart { parcels lines { sku by quantity available held backordered short choice parts { locationId held backordered } } }`

describe.each(DATABASE_KINDS)('preorders on %s', (kind) => {
  let hub: TestHub
  let made = 0

  beforeAll(async () => {
    hub = await openTestHub(kind)
    await hub.shop([], ['BER', 'HAM'])
    const locations = [{ locationId: 'BER' }, { locationId: 'HAM' }]
    await hub.submit({ kind: 'upsertChannel', id: 'shy', name: 'Shy', locations, buffer: 4 })
    await hub.submit({ kind: 'upsertChannel', id: 'eager', name: 'Eager', locations, allowBackorder: true })
  })
  afterAll(() => hub[Symbol.asyncDispose]())

  /** An item that nothing has happened to yet. */
  const item = async () => {
    const sku = `SKU-${made++}`
    await hub.submit({ kind: 'upsertItems', items: [{ sku, title: sku }] })
    return sku
  }
  const order = async (sku: string, quantity: number, expectedAt: string | null, destinationId = 'BER') => {
    const id = newId('shp')
    await hub.submit({
      kind: 'createShipment',
      id,
      shipmentKind: 'PURCHASE',
      originId: null,
      destinationId,
      supplier: null,
      reference: null,
      expectedAt: expectedAt === null ? null : new Date(expectedAt),
      lines: [{ sku, quantity }],
    })
    return id
  }
  const receive = (id: string, quantity: number) =>
    hub.submit({ kind: 'receiveShipment', shipment: { id }, lines: [{ line: 1, quantity }] })
  const shown = async (sku: string, channelId = 'web') => {
    const query = `query ($sku: ID!, $in: ID!) {
      ${[null, JUNE, JULY, AUGUST].map((by, index) => `d${index}: availability(skus: [$sku], channelId: $in${by === null ? '' : `, by: "${by}"`}) { quantity }`).join('\n')}
    }`
    const data = await hub.data('availability', query, { sku, in: channelId })
    return ['d0', 'd1', 'd2', 'd3'].map((name) => data[name][0].quantity)
  }
  interface Wanted {
    sku: string
    quantity: number
    by?: string
    locationId?: string
  }
  const reserve = (lines: readonly Wanted[], more: Record<string, unknown> = {}) =>
    hub.mutate('reservations', 'reserve', `reservation { id status expiresAt ${LINES} } ${CART}`, {
      channelId: 'web',
      lines,
      ...more,
    })
  const check = async (lines: readonly Wanted[], channelId = 'web', allOrNothing = true) => {
    const query = `query ($lines: [ReserveLineInput!]!, $in: ID!, $all: Boolean) {
      checkCart(channelId: $in, lines: $lines, allOrNothing: $all) { reservable ${CART} userErrors { code field message } }
    }`
    const { checkCart } = await hub.data('reservations', query, { lines, in: channelId, all: allOrNothing })
    return checkCart
  }
  const linesOf = async (id: string) => {
    const { reservation } = await hub.data('reservations', `query ($id: ID!) { reservation(id: $id) { ${LINES} } }`, {
      id,
    })
    return reservation.lines
  }

  test('promise what is shown for a date, and not one more', async () => {
    const sku = await item()
    await order(sku, 10, JUNE)
    await order(sku, 5, JULY)
    expect(await shown(sku)).toEqual([0, 10, 15, 15])

    const { reservation, cart } = await reserve([{ sku, quantity: 8, by: JUNE }])
    const line = { locationId: 'BER', held: 0, backordered: 8, status: 'BACKORDERED', promisedBy: JUNE }
    expect(reservation).toMatchObject({ status: 'BACKORDERED', lines: [line] })
    expect(cart).toEqual({
      parcels: 1,
      lines: [
        {
          sku,
          by: JUNE,
          quantity: 8,
          available: 8,
          held: 0,
          backordered: 8,
          short: 0,
          choice: 'WHOLE',
          parts: [{ locationId: 'BER', held: 0, backordered: 8 }],
        },
      ],
    })
    expect(await shown(sku)).toEqual([0, 2, 7, 7])

    const refused = await reserve([{ sku, quantity: 3, by: JUNE }])
    expect(refused).toMatchObject({
      reservation: null,
      cart: { lines: [{ available: 2, held: 0, backordered: 0, short: 3 }] },
      userErrors: [
        {
          code: 'INSUFFICIENT_SUPPLY',
          field: ['input', 'lines', '0', 'quantity'],
          message: `3 of ${sku} wanted, 2 available by ${JUNE}.`,
        },
      ],
    })
    // Without a date nothing is there, and the channel takes no backorders.
    expect((await reserve([{ sku, quantity: 1 }])).userErrors).toMatchObject([{ code: 'INSUFFICIENT_STOCK' }])
    expect((await reserve([{ sku, quantity: 7, by: JULY }])).userErrors).toEqual([])
    expect(await shown(sku)).toEqual([0, 0, 0, 0])
  })

  test('leave early dates to those who come later, and are filled by date, then by age', async () => {
    const sku = await item()
    const june = await order(sku, 5, JUNE)
    const july = await order(sku, 10, JULY)
    const late = (await reserve([{ sku, quantity: 10, by: JULY }])).reservation
    expect(await shown(sku)).toEqual([0, 5, 5, 5])
    const early = (await reserve([{ sku, quantity: 3, by: JUNE }])).reservation
    // Of June two are left: more for July would be taken from there.
    expect(await shown(sku)).toEqual([0, 2, 2, 2])
    const second = (await reserve([{ sku, quantity: 2, by: JUNE }])).reservation
    expect(await shown(sku)).toEqual([0, 0, 0, 0])

    await receive(june, 4)
    expect(await linesOf(early.id)).toMatchObject([{ held: 3, backordered: 0, promisedBy: JUNE }])
    expect(await linesOf(second.id)).toMatchObject([{ held: 1, backordered: 1, status: 'BACKORDERED' }])
    expect(await linesOf(late.id)).toMatchObject([{ held: 0, backordered: 10 }])
    // It comes early, and goes to the earliest that still waits.
    await receive(july, 5)
    expect(await linesOf(second.id)).toMatchObject([{ held: 2, backordered: 0, status: 'HELD' }])
    expect(await linesOf(late.id)).toMatchObject([{ held: 4, backordered: 6 }])
    expect(await shown(sku)).toEqual([0, 0, 0, 0])
  })

  test('take first what is there, and count what comes from elsewhere', async () => {
    const sku = await item()
    await hub.count(sku, 'BER', 4)
    await order(sku, 6, JUNE)
    const { reservation } = await reserve([{ sku, quantity: 9, by: JUNE }])
    expect(reservation.lines).toMatchObject([{ quantity: 9, held: 4, backordered: 5, promisedBy: JUNE }])
    expect(await shown(sku)).toEqual([0, 1, 1, 1])
    await hub.submit({ kind: 'adjustStock', sku, locationId: 'BER', delta: 5, account: 'sellable', reason: 'found' })
    expect(await linesOf(reservation.id)).toMatchObject([{ held: 9, backordered: 0, status: 'HELD' }])
    expect(await shown(sku)).toEqual([0, 6, 6, 6])
    // All of it is there by now: nothing has to wait.
    const whole = await item()
    await hub.count(whole, 'BER', 4)
    expect((await reserve([{ sku: whole, quantity: 4, by: JUNE }])).reservation.lines).toMatchObject([
      { held: 4, backordered: 0, promisedBy: null },
    ])
  })

  test('mean now where their date is past, but never wait', async () => {
    const sku = await item()
    await hub.count(sku, 'BER', 4)
    await order(sku, 6, '2020-01-01T00:00:00Z')
    await order(sku, 6, JUNE)
    const short = [{ sku, quantity: 5, by: PAST }]
    const userErrors = [{ code: 'INSUFFICIENT_SUPPLY', message: `5 of ${sku} wanted, 4 available by ${PAST}.` }]
    for (const channelId of ['web', 'eager']) {
      expect(await check(short, channelId)).toMatchObject({ reservable: false, userErrors })
      expect(await reserve(short, { channelId })).toMatchObject({ reservation: null, userErrors })
    }
    expect((await reserve([{ sku, quantity: 3, by: PAST }])).reservation.lines).toMatchObject([
      { held: 3, backordered: 0, status: 'HELD', promisedBy: null },
    ])
    const { reservation } = await reserve(short, { channelId: 'eager', allOrNothing: false })
    expect(reservation.lines).toMatchObject([{ held: 1, backordered: 0, released: 4, promisedBy: null }])
  })

  test('end by themselves while unconfirmed, and give their date back', async () => {
    const sku = await item()
    const id = await order(sku, 6, JUNE)
    const short = (await reserve([{ sku, quantity: 3, by: JUNE }])).reservation
    expect(short.expiresAt).not.toBeNull()
    const firm = (await reserve([{ sku, quantity: 3, by: JUNE }])).reservation
    const confirm = await hub.mutate('reservations', 'confirmReservation', `reservation { ${LINES} }`, { id: firm.id })
    expect(confirm.reservation.lines).toMatchObject([{ backordered: 3, status: 'BACKORDERED' }])
    expect(await shown(sku)).toEqual([0, 0, 0, 0])
    const over = sql`update reservation_line set expires_at = now() where reservation_id in (${short.id}, ${firm.id})`
    await hub.rewrite(over)
    // At once for whoever asks, and for whoever decides: what was confirmed stays.
    expect(await shown(sku)).toEqual([0, 3, 3, 3])
    expect((await reserve([{ sku, quantity: 3, by: JUNE }])).userErrors).toEqual([])

    const release = await hub.mutate('reservations', 'releaseReservation', `reservation { ${LINES} }`, {
      id: firm.id,
      lines: [{ lineId: firm.lines[0].id, quantity: 1 }],
    })
    expect(release.reservation.lines).toMatchObject([{ backordered: 2, released: 1 }])
    expect(await shown(sku)).toEqual([0, 1, 1, 1])
    await receive(id, 2)
    expect(await linesOf(firm.id)).toMatchObject([
      { committed: 2, backordered: 0, status: 'CONFIRMED', promisedBy: JUNE },
    ])
  })

  test('are what is short where less can be promised, also for a channel that takes backorders', async () => {
    const sku = await item()
    await order(sku, 4, JUNE)
    const wanted = [{ sku, quantity: 6, by: JUNE }]
    expect((await reserve(wanted, { channelId: 'eager' })).userErrors).toMatchObject([{ code: 'INSUFFICIENT_SUPPLY' }])
    const { reservation, cart } = await reserve(wanted, { channelId: 'eager', allOrNothing: false })
    expect(cart.lines).toMatchObject([{ available: 4, backordered: 4, short: 2 }])
    expect(reservation.lines).toMatchObject([{ backordered: 4, released: 2, promisedBy: JUNE }])
    // Who asks for no date waits behind those who were promised one, whenever they were.
    const queued = (await reserve([{ sku, quantity: 2 }], { channelId: 'eager' })).reservation
    expect(queued.lines).toMatchObject([{ backordered: 2, promisedBy: null }])
    await order(sku, 5, JULY)
    expect(await shown(sku, 'eager')).toEqual([0, 0, 3, 3])
    await hub.count(sku, 'BER', 5)
    expect(await linesOf(reservation.id)).toMatchObject([{ held: 4, backordered: 0 }])
    expect(await linesOf(queued.id)).toMatchObject([{ held: 1, backordered: 1 }])
  })

  test('keep the buffer and what is set aside for others', async () => {
    const sku = await item()
    await order(sku, 7, JUNE)
    await order(sku, 3, JUNE, 'HAM')
    expect(await shown(sku, 'shy')).toEqual([0, 6, 6, 6])
    const fences = [
      { channelId: 'shy', quantity: 3 },
      { channelId: 'eager', quantity: 5 },
    ]
    await hub.submit({ kind: 'upsertStockPolicy', sku, locationId: 'BER', fences })
    expect(await shown(sku, 'web')).toEqual([0, 3, 3, 3])
    // Three of its own and the three in Hamburg, less its buffer.
    expect(await shown(sku, 'shy')).toEqual([0, 2, 2, 2])
    expect(await shown(sku, 'eager')).toEqual([0, 7, 7, 7])
    await reserve([{ sku, quantity: 4, by: JUNE, locationId: 'BER' }], { channelId: 'eager' })
    // What it waits for comes out of its own fence, and the other one is covered all the same.
    expect(await shown(sku, 'eager')).toEqual([0, 3, 3, 3])
    expect(
      (await reserve([{ sku, quantity: 1, by: JUNE, locationId: 'BER' }], { channelId: 'eager' })).userErrors,
    ).toMatchObject([{ code: 'INSUFFICIENT_SUPPLY', message: `1 of ${sku} wanted, 0 available at BER by ${JUNE}.` }])
  })

  test('stand beside other lines of a cart, and share with them', async () => {
    const sku = await item()
    await hub.count(sku, 'BER', 2)
    await hub.count(sku, 'HAM', 1)
    await order(sku, 4, JUNE)
    await order(sku, 6, JULY, 'HAM')
    const lines = [
      { sku, quantity: 5, by: JULY },
      { sku, quantity: 2 },
      { sku, quantity: 4, by: JUNE },
    ]
    const checked = await check(lines)
    const { cart, reservation, userErrors } = await reserve(lines)
    expect(userErrors).toEqual([])
    expect(cart).toEqual(checked.cart)
    expect(checked.reservable).toBe(true)
    expect(cart.lines).toMatchObject([
      { by: JULY, held: 1, backordered: 4, parts: [{ locationId: 'HAM', held: 1, backordered: 4 }] },
      { by: null, held: 2, backordered: 0, parts: [{ locationId: 'BER', held: 2 }] },
      { by: JUNE, held: 0, backordered: 4, parts: [{ locationId: 'BER', held: 0, backordered: 4 }] },
    ])
    expect(reservation.lines.map((line: { promisedBy: string | null }) => line.promisedBy)).toEqual([JULY, null, JUNE])
    expect(await shown(sku)).toEqual([0, 0, 2, 2])
    const over = [
      { sku, quantity: 2, by: JULY },
      { sku, quantity: 1, by: AUGUST },
    ]
    expect((await check(over)).userErrors).toMatchObject([
      { code: 'INSUFFICIENT_SUPPLY', field: ['input', 'lines', '1', 'quantity'] },
    ])
  })

  test('get the first answer again under the same key, and refuse another date', async () => {
    const sku = await item()
    const id = await order(sku, 3, JUNE)
    const input = { idempotencyKey: `preorder ${sku}`, channelId: 'web', lines: [{ sku, quantity: 3, by: JUNE }] }
    const first = await reserve(input.lines, input)
    await receive(id, 1)
    const again = await reserve(input.lines, input)
    expect(again.cart).toEqual(first.cart)
    expect(again.reservation.lines).toMatchObject([{ id: first.reservation.lines[0].id, held: 1, backordered: 2 }])
    const other = await reserve([{ sku, quantity: 3, by: JULY }], { idempotencyKey: input.idempotencyKey })
    expect(other.userErrors).toMatchObject([{ code: 'IDEMPOTENCY_CONFLICT' }])
  })

  test('move only to where they can be kept', async () => {
    const sku = await item()
    await order(sku, 5, JUNE)
    await order(sku, 3, JUNE, 'HAM')
    await order(sku, 3, JULY, 'HAM')
    const { reservation } = await reserve([{ sku, quantity: 5, by: JUNE }])
    const move = (quantity: number) =>
      hub.mutate('reservations', 'moveReservationLine', `reservation { ${LINES} }`, {
        lineId: reservation.lines[0].id,
        quantity,
        locationId: 'HAM',
      })
    expect((await move(4)).userErrors).toMatchObject([
      {
        code: 'INSUFFICIENT_SUPPLY',
        field: ['input', 'quantity'],
        message: `4 of ${sku} to be moved, 3 available at HAM by ${JUNE}.`,
      },
    ])
    expect((await move(3)).reservation.lines).toMatchObject([
      { locationId: 'BER', quantity: 2, backordered: 2, promisedBy: JUNE },
      { locationId: 'HAM', quantity: 3, backordered: 3, promisedBy: JUNE },
    ])
    expect(await shown(sku)).toEqual([0, 3, 6, 6])
  })

  test('explain by which date the number is decided', async () => {
    const sku = await item()
    await order(sku, 5, JUNE)
    await order(sku, 4, JULY)
    await reserve([{ sku, quantity: 2, by: JUNE }])
    await reserve([{ sku, quantity: 6, by: JULY }])
    const query = `query ($sku: ID!, $by: DateTime) { availability(skus: [$sku], channelId: "web", by: $by) {
      quantity explanation { terms { promise { atp decidedBy supplyDue backordered fenced waiting { by quantity } supply { dueAt counts } } } }
    } }`
    const { availability } = await hub.data('availability', query, { sku, by: JUNE })
    expect(availability[0]).toMatchObject({
      quantity: 1,
      explanation: {
        terms: [
          {
            promise: {
              atp: 1,
              decidedBy: JULY,
              supplyDue: 9,
              backordered: 8,
              fenced: 0,
              waiting: [
                { by: JUNE, quantity: 2 },
                { by: JULY, quantity: 6 },
              ],
              supply: [
                { dueAt: JUNE, counts: true },
                { dueAt: JULY, counts: true },
              ],
            },
          },
          { promise: { atp: 0, decidedBy: JUNE } },
        ],
      },
    })
  })

  describe('whose supply does not come as it was announced', () => {
    const exceptionsOf = async (id: string) => {
      const query = `query ($id: ID!) { reservation(id: $id) { status exceptions { kind quantity message } } }`
      const { reservation } = await hub.data('reservations', query, { id })
      return reservation.exceptions.map(({ kind, quantity }: { kind: string; quantity: number }) => [kind, quantity])
    }
    const promised = async (sku: string, quantity: number, by = JUNE) =>
      (await reserve([{ sku, quantity, by, locationId: 'BER' }])).reservation.id

    test('are told and go on waiting when it is canceled, and when it is closed short', async () => {
      const sku = await item()
      const canceled = await order(sku, 4, JUNE)
      const short = await order(sku, 4, JUNE)
      const id = await promised(sku, 7)
      await hub.submit({ kind: 'cancelShipment', shipment: { id: canceled } })
      expect(await exceptionsOf(id)).toEqual([['PROMISE_UNCOVERED', 3]])
      await receive(short, 1)
      await hub.submit({ kind: 'closeShipment', shipment: { id: short } })
      expect(await exceptionsOf(id)).toEqual([
        ['PROMISE_UNCOVERED', 3],
        ['PROMISE_UNCOVERED', 3],
      ])
      expect(await linesOf(id)).toMatchObject([{ held: 1, backordered: 6, status: 'BACKORDERED', promisedBy: JUNE }])
      // It is filled by whatever comes, and nothing is told of what is good news.
      await order(sku, 9, JUNE)
      await hub.count(sku, 'BER', 7)
      expect(await linesOf(id)).toMatchObject([{ held: 7, backordered: 0, status: 'HELD' }])
      expect(await exceptionsOf(id)).toHaveLength(2)
    })

    test('are told when it is announced for later, those first that nothing else covers', async () => {
      const sku = await item()
      const delayed = await order(sku, 5, JUNE)
      await order(sku, 5, JULY)
      const late = await promised(sku, 4, JULY)
      const early = await promised(sku, 3)
      const reschedule = (input: object) =>
        hub.mutate('transit', 'rescheduleShipment', 'shipment { version expectedAt }', { id: delayed, ...input })
      const moved = await reschedule({ expectedAt: JULY, expectedVersion: 1 })
      expect(moved).toMatchObject({ shipment: { version: 2, expectedAt: JULY }, userErrors: [] })
      expect((await reschedule({ expectedVersion: 1 })).userErrors).toMatchObject([{ code: 'VERSION_CONFLICT' }])
      expect(await exceptionsOf(early)).toEqual([['PROMISE_UNCOVERED', 3]])
      expect(await exceptionsOf(late)).toEqual([])
      expect(await shown(sku)).toEqual([0, 0, 3, 3])
      // Nobody knows when: then the dispatch says it, and again it is told what is not covered by that.
      await reschedule({ expectedAt: null })
      expect(await exceptionsOf(late)).toEqual([['PROMISE_UNCOVERED', 2]])
      await hub.submit({ kind: 'dispatchShipment', shipment: { id: delayed }, expectedAt: new Date(JUNE) })
      expect(await shown(sku)).toEqual([0, 2, 3, 3])
    })

    test('are told when an order that had expired is confirmed by an event after all, and nothing is left for them', async () => {
      const sku = await item()
      await order(sku, 2, JUNE)
      const reference = `order of ${sku}`
      const { reservation } = await reserve([{ sku, quantity: 2, by: JUNE, locationId: 'BER' }], { reference })
      const line = reservation.id
      await hub.rewrite(sql`update reservation_line set expires_at = clock_timestamp() where reservation_id = ${line}`)
      const id = await promised(sku, 1, JULY)
      const confirmed = { kind: 'confirmReservation', reservation: { reference }, asFact: true } as const
      await hub.submit(confirmed, { event: event('/marketplace'), occurredAt: new Date() })
      expect(await exceptionsOf(id)).toEqual([['PROMISE_UNCOVERED', 1]])
      expect(await linesOf(line)).toMatchObject([{ backordered: 2, expired: 0, promisedBy: JUNE }])
    })

    test('are told once when its date passes, and the delivery as well', async () => {
      const sku = await item()
      const overdue = await order(sku, 5, JUNE)
      const id = await promised(sku, 3)
      const confirmed = await hub.mutate('reservations', 'confirmReservation', 'reservation { status }', { id })
      expect(confirmed.reservation.status).toBe('BACKORDERED')
      const past = sql`'2020-01-01T00:00:00Z'`
      await hub.rewrite(sql`update shipment set expected_at = ${past} where id = ${overdue}`)
      await hub.rewrite(sql`update shipment_line set expected_at = ${past} where shipment_id = ${overdue}`)
      expect(await shown(sku)).toEqual([0, 0, 0, 0])
      // Whatever else is decided meanwhile does not tell it before its time, nor instead.
      await hub.count(sku, 'HAM', 1)
      await hub.submit({ kind: 'adjustStock', sku, locationId: 'BER', delta: -1, account: 'damaged', reason: 'broken' })
      expect(await exceptionsOf(id)).toEqual([])
      await Promise.all([sweepOnce(hub.db, hub.ledger), sweepOnce(hub.db, hub.ledger)])
      await sweepOnce(hub.db, hub.ledger)
      expect(await exceptionsOf(id)).toEqual([['PROMISE_UNCOVERED', 3]])
      const { shipment } = await hub.data(
        'transit',
        `query ($id: ID!) { shipment(id: $id) { version exceptions { kind quantity message } } }`,
        { id: overdue },
      )
      const message = `5 of ${sku} were expected at BER by 2020-01-01T00:00:00.000Z and have not come.`
      expect(shipment).toEqual({ version: 1, exceptions: [{ kind: 'LATE_SUPPLY', quantity: 5, message }] })
      // Late as it is, it fills what waits for it.
      await receive(overdue, 5)
      expect(await linesOf(id)).toMatchObject([{ committed: 3, backordered: 0, status: 'CONFIRMED' }])
    })

    test('are told when a fact takes what was there, or a policy keeps it', async () => {
      const sku = await item()
      await order(sku, 6, JUNE)
      const id = await promised(sku, 5)
      await hub.sell(sku, 'BER', 3)
      expect(await exceptionsOf(id)).toEqual([['PROMISE_UNCOVERED', 2]])
      await hub.submit({
        kind: 'upsertStockPolicy',
        sku,
        locationId: 'BER',
        fences: [{ channelId: 'eager', quantity: 2 }],
      })
      expect(await exceptionsOf(id)).toEqual([
        ['PROMISE_UNCOVERED', 2],
        ['PROMISE_UNCOVERED', 2],
      ])
    })
  })

  test('race for dated supply, and get exactly that', async () => {
    const sku = await item()
    await order(sku, 6, JUNE)
    await order(sku, 6, JULY)
    const racing = await Promise.all(
      Array.from({ length: 20 }, (_, index) => reserve([{ sku, quantity: 1, by: index % 2 === 0 ? JUNE : JULY }])),
    )
    const won = racing.filter(({ reservation }) => reservation !== null)
    expect(won).toHaveLength(12)
    expect(await hub.position(sku, 'BER')).toMatchObject({ backordered: 12, held: 0 })
  })
})
