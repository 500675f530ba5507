import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { compileValidator } from '../../core/ingest/validate.ts'
import { DATABASE_KINDS } from '../support/database.ts'
import { openTestHub, type TestHub } from '../support/hub.ts'
import { type Received, Receiver, until, verify } from './receiver.ts'
import { startTestGateway, type TestGateway } from './support.ts'

const validator = compileValidator()

describe.each(DATABASE_KINDS)('a webhook that is told events, on %s', (kind) => {
  let hub: TestHub
  let gateway: TestGateway
  let receiver: Receiver

  beforeEach(async () => {
    hub = await openTestHub(kind)
    gateway = await startTestGateway(hub, { webhooks: {} })
    receiver = await Receiver.open()
    await hub.shop(['MUG', 'CUP'], ['BER', 'MUC'])
  })
  afterEach(async () => {
    await gateway[Symbol.asyncDispose]()
    await receiver[Symbol.asyncDispose]()
    await hub[Symbol.asyncDispose]()
  })

  const upsert = async (input: object, viewer?: string) => {
    const query = `mutation ($input: UpsertWebhookInput!) {
      upsertWebhook(input: $input) { webhook { id eventTypes newSecret } userErrors { code problem field } cursor }
    }`
    return gateway.query(query, { input: { idempotencyKey: randomUUID(), ...input } }, viewer)
  }
  const reserve = (more: object) =>
    hub.mutate('reservations', 'reserve', 'reservation { id lines { id } }', { channelId: 'web', ...more })
  const typesOf = (messages: readonly Received[], sku = 'MUG') =>
    messages.flatMap(({ body }) => (body.subject === sku ? [body.type] : []))

  // Goal: what the hub itself causes is told as well, whole and in order. Method: a reservation lives through all its states.
  test('gets what happened, what the hub itself does included, in order and by the schemas', async () => {
    const { data } = await upsert({ id: 'w', url: receiver.url, events: {} })
    expect(data.upsertWebhook).toMatchObject({ webhook: { eventTypes: [] }, userErrors: [] })
    await hub.submit({ kind: 'receiveStock', sku: 'MUG', locationId: 'BER', quantity: 10, reference: 'delivery-1' })
    const line = { sku: 'MUG', locationId: 'BER', quantity: 3 }
    const { reservation } = await reserve({ reference: 'cart-1', ttlSeconds: 600, lines: [line] })
    await hub.mutate('reservations', 'confirmReservation', 'reservation { id }', { id: reservation.id })
    await hub.mutate('reservations', 'fulfillReservation', 'reservation { id }', {
      id: reservation.id,
      lines: [{ lineId: reservation.lines[0].id, quantity: 1 }],
    })
    await hub.mutate('reservations', 'releaseReservation', 'reservation { id }', { id: reservation.id })
    await hub.count('MUG', 'BER', 8)

    await receiver.next(({ body }) => body.type === 'onhand.stock.adjusted.v1')
    const messages = receiver.taken
    expect(typesOf(messages)).toEqual([
      'onhand.stock.received.v1',
      'onhand.reservation.held.v1',
      'onhand.reservation.confirmed.v1',
      'onhand.reservation.fulfilled.v1',
      'onhand.reservation.released.v1',
      'onhand.stock.adjusted.v1',
    ])
    for (const { body, headers } of messages) {
      expect(validator.check(body)).toEqual({ event: body })
      expect(headers['content-type']).toBe('application/cloudevents+json')
    }
    expect(messages.map(({ body }) => body.data)).toMatchObject([
      { sku: 'MUG', locationId: 'BER', quantity: 10, reference: 'delivery-1' },
      { reference: 'cart-1', channelId: 'web', lines: [line] },
      { reservationId: reservation.id, reference: 'cart-1', lines: [line] },
      { reservationId: reservation.id, lines: [{ ...line, quantity: 1 }] },
      { reservationId: reservation.id, lines: [{ ...line, quantity: 2 }] },
      { sku: 'MUG', locationId: 'BER', delta: -1, account: 'sellable' },
    ])
    expect(verify(data.upsertWebhook.webhook.newSecret, messages[0] as Received)).toEqual(messages[0]?.body)
  })

  test('gets those of its types, places and SKUs, and none twice when it is told again', async () => {
    const events = { types: ['onhand.sale.recorded.v1'], locationIds: ['BER'], skus: ['MUG'] }
    const { data } = await upsert({ id: 'w', url: receiver.url, events })
    const sell = (sku: string, locationId: string, quantity: number) =>
      hub.submit({ kind: 'recordSale', sku, locationId, quantity, reference: null, channelId: null })
    await sell('CUP', 'BER', 1)
    await sell('MUG', 'MUC', 2)
    await hub.count('MUG', 'BER', 50)
    await sell('MUG', 'BER', 3)
    await sell('MUG', 'BER', 4)
    const quantities = () => receiver.taken.map(({ body }) => body.data.quantity)
    await until(async () => (quantities().length >= 2 ? true : undefined))
    expect(quantities()).toEqual([3, 4])

    // From the beginning: other messages, the same events.
    const replay = 'mutation ($input: ReplayWebhookInput!) { replayWebhook(input: $input) { userErrors { code } } }'
    await gateway.query(replay, { input: { idempotencyKey: 'again', id: 'w', after: data.upsertWebhook.cursor } })
    await until(async () => (quantities().length >= 4 ? true : undefined))
    expect(quantities()).toEqual([3, 4, 3, 4])
    expect(new Set(receiver.taken.map(({ body }) => body.id)).size).toBe(2)
    expect(new Set(receiver.taken.map(({ id }) => id)).size).toBe(4)
  })

  // Goal: what is told adds up to what moved. Method: units arrive after the shipment was closed without them.
  test('gets an arrival once, also of what had been given up', async () => {
    await hub.count('MUG', 'MUC', 5)
    await upsert({ id: 'w', url: receiver.url, events: {} })
    const report = (step: string, data: object) => {
      const type = `onhand.shipment.${step}.v1`
      const event = { specversion: '1.0', id: randomUUID(), source: '/wms', type, data: { reference: 't-1', ...data } }
      return hub.mutate('stock', 'recordEvents', 'results { status }', { events: [event] })
    }
    const lines = (quantity: number) => ({ lines: [{ sku: 'MUG', quantity }] })
    await report('dispatched', { kind: 'TRANSFER', originId: 'MUC', destinationId: 'BER', ...lines(5) })
    await report('received', lines(2))
    await report('closed_short', {})
    await report('received', lines(3))
    await hub.count('MUG', 'BER', 8)

    await receiver.next(({ body }) => body.type === 'onhand.stock.adjusted.v1')
    expect(receiver.taken.map(({ body: { type, data } }) => [type, data.lines?.[0]?.quantity])).toEqual([
      ['onhand.shipment.dispatched.v1', 5],
      ['onhand.shipment.received.v1', 2],
      ['onhand.shipment.closed_short.v1', undefined],
      ['onhand.shipment.received.v1', 3],
      ['onhand.stock.adjusted.v1', undefined],
    ])
  })

  // Goal: whoever adds up what is told knows what is promised. Method: stock goes between holding and confirming.
  test('gets back what was held and is not there any more when it is confirmed', async () => {
    await hub.submit({ kind: 'upsertChannel', id: 'web', allowBackorder: true })
    await hub.count('MUG', 'BER', 3)
    await upsert({ id: 'w', url: receiver.url, events: {} })
    const { reservation } = await reserve({ lines: [{ sku: 'MUG', locationId: 'BER', quantity: 3 }], ttlSeconds: 600 })
    await hub.count('MUG', 'BER', 1)
    await hub.mutate('reservations', 'confirmReservation', 'reservation { id }', { id: reservation.id })
    await hub.mutate('reservations', 'releaseReservation', 'reservation { id }', { id: reservation.id })
    await hub.count('MUG', 'BER', 9)

    await receiver.next(({ body }) => body.data.delta === 8)
    const told = receiver.taken.filter(({ body }) => body.type.startsWith('onhand.reservation.'))
    expect(told.map(({ body: { type, data } }) => [type, data.reservationId, data.lines[0].quantity])).toEqual([
      ['onhand.reservation.held.v1', undefined, 3],
      ['onhand.reservation.confirmed.v1', reservation.id, 1],
      ['onhand.reservation.released.v1', reservation.id, 2],
      ['onhand.reservation.released.v1', reservation.id, 1],
    ])
  })

  // Goal: whoever keeps ids misses nothing after a restore. Method: a number that was told comes again for another entry, as in a database that lost its newest one.
  test('gets other events under other ids after a restore, and what it has under the same, marked', async () => {
    await hub.count('MUG', 'BER', 50)
    await upsert({ id: 'w', url: receiver.url, events: { types: ['onhand.sale.recorded.v1'] } })
    const quantities = () => receiver.taken.map(({ body }) => body.data.quantity)
    await hub.sell('MUG', 'BER', 1)
    await hub.sell('MUG', 'BER', 3)
    await until(() => (quantities().length === 2 ? true : undefined))

    await hub.db.kysely.transaction().execute(async (db) => {
      const where = sql`sku = 'MUG' and quantity = 3`
      await sql`update bucket_head h set number = j.number - 1 from journal j where h.bucket = j.bucket and ${where}`.execute(
        db,
      )
      await sql`delete from journal where ${where}`.execute(db)
      await sql`update position set sellable = sellable + 3 where sku = 'MUG'`.execute(db)
      await sql`update hub set epoch = gen_random_uuid()`.execute(db)
    })
    await hub.sell('MUG', 'BER', 4)
    await until(() => (quantities().length === 4 ? true : undefined))
    expect(quantities()).toEqual([1, 3, 1, 4])
    const [kept, lost, again, other] = receiver.taken.map(({ body }) => body)
    expect(again).toEqual({ ...kept, snapshot: 'epoch-changed' })
    const [[, epochBefore, ...lostName], [, epochAfter, ...otherName]] = [lost.id.split(':'), other.id.split(':')]
    expect(otherName).toEqual(lostName)
    expect(epochAfter).not.toBe(epochBefore)
  })

  test('loses nothing and keeps the order while its receiver fails', async () => {
    let calls = 0
    receiver.answer = () => (++calls % 3 === 0 ? 204 : 500)
    await upsert({ id: 'w', url: receiver.url, events: { types: ['onhand.stock.received.v1'] } })
    for (let quantity = 1; quantity <= 6; quantity++) {
      await hub.submit({ kind: 'receiveStock', sku: 'MUG', locationId: 'BER', quantity, reference: null })
    }
    await until(async () => (receiver.taken.length >= 6 ? true : undefined), 60_000)
    expect(receiver.taken.map(({ body }) => body.data.quantity)).toEqual([1, 2, 3, 4, 5, 6])
  })

  test('gets each message as what it is, also when it asks for something else by then', async () => {
    receiver.answer = () => 500
    await upsert({ id: 'w', url: receiver.url, events: { types: ['onhand.sale.recorded.v1'] } })
    await hub.sell('MUG', 'BER', 1)
    await receiver.next()
    await upsert({ id: 'w', document: 'subscription { stockMovements { quantity } }' })
    // Whoever delivers it then knows nothing else of it.
    await gateway[Symbol.asyncDispose]()
    receiver.answer = () => 204
    gateway = await startTestGateway(hub, { webhooks: {} })
    await until(() => (receiver.taken.length >= 1 ? true : undefined))
    await hub.sell('MUG', 'BER', 2)
    await until(() => (receiver.taken.length >= 2 ? true : undefined))
    expect(receiver.taken.map(({ body, headers }) => [body.type ?? body.data, headers['content-type']])).toEqual([
      ['onhand.sale.recorded.v1', 'application/cloudevents+json'],
      [{ stockMovements: { quantity: 2 } }, 'application/json'],
    ])
  })

  test('is for who may read the journal, and chooses from what there is', async () => {
    const { errors } = await upsert({ id: 'w', url: receiver.url, events: {} }, 'partner')
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }])
    const refused = async (input: object) => (await upsert({ id: 'w', url: receiver.url, ...input })).data.upsertWebhook
    expect(await refused({ events: { types: ['onhand.sale.v9'] } })).toMatchObject({
      userErrors: [{ problem: 'VALUE_UNKNOWN', field: ['input', 'events', 'types', '0'] }],
    })
    expect(await refused({ events: { types: [] } })).toMatchObject({ userErrors: [{ problem: 'LIST_EMPTY' }] })
    const document = 'subscription { stockMovements { sku } }'
    expect(await refused({ events: {}, document })).toMatchObject({ userErrors: [{ problem: 'CONTRADICTION' }] })
  })
})
