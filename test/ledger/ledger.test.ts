import { describe, expect, test } from 'vitest'
import { audit } from '../../core/ledger/audit.ts'
import { BACKORDERED_MAX } from '../../core/ledger/decide/cart.ts'
import { newId } from '../../core/ledger/ids.ts'
import { BALANCE_MAX } from '../../core/ledger/quantity.ts'
import { rebuild } from '../../core/ledger/rebuild.ts'
import { sweepOnce } from '../../core/ledger/sweep.ts'
import { DATABASE_KINDS } from '../support/database.ts'
import { codesOf, event, made, openTestLedger } from '../support/ledger.ts'

const at = (time: string) => new Date(`2026-03-01T${time}Z`)

describe.each(DATABASE_KINDS)('the ledger on %s', (kind) => {
  // Goal: stock is never promised twice. Method: more simultaneous orders than units.
  test('orders racing for the last units get exactly those units', async () => {
    await using hub = await openTestLedger(kind)
    await hub.shop(['MUG'], ['BER'])
    await hub.count('MUG', 'BER', 3)

    const orders = Array.from({ length: 10 }, (_, n) =>
      hub.reserve([{ sku: 'MUG', locationId: 'BER', quantity: 1 }], { key: `order-${n}` }),
    )
    const results = await Promise.all(orders)

    expect(results.filter((result) => result.status === 'posted')).toHaveLength(3)
    expect(results.flatMap(codesOf)).toEqual(Array(7).fill('INSUFFICIENT_STOCK'))
    expect(await hub.position('MUG', 'BER')).toMatchObject({ sellable: 3, held: 3 })
  })

  test('the same key gets the first answer, with other content a conflict', async () => {
    await using hub = await openTestLedger(kind)
    await hub.shop(['MUG'], ['BER'])
    await hub.count('MUG', 'BER', 3)
    const [first, twin] = await Promise.all([
      hub.reserve([{ sku: 'MUG', locationId: 'BER', quantity: 2 }], { key: 'a' }),
      hub.reserve([{ sku: 'MUG', locationId: 'BER', quantity: 2 }], { key: 'a' }),
    ])
    const later = await hub.reserve([{ sku: 'MUG', locationId: 'BER', quantity: 2 }], { key: 'a' })
    const other = await hub.reserve([{ sku: 'MUG', locationId: 'BER', quantity: 1 }], { key: 'a' })

    expect(made(twin)).toBe(made(first))
    expect(made(later)).toBe(made(first))
    expect(later).toMatchObject({ repeated: true })
    expect(codesOf(other)).toEqual(['IDEMPOTENCY_CONFLICT'])
    expect(await hub.position('MUG', 'BER')).toMatchObject({ held: 2 })
  })

  test('a reservation goes through its whole life, in parts', async () => {
    await using hub = await openTestLedger(kind)
    await hub.shop(['MUG', 'CUP'], ['BER', 'MUC'])
    await hub.count('MUG', 'BER', 24)
    await hub.count('CUP', 'MUC', 5)

    const id = made(
      await hub.reserve([
        { sku: 'MUG', locationId: 'BER', quantity: 2, unit: 'case' },
        { sku: 'CUP', quantity: 5 },
      ]),
    )
    expect(await hub.position('MUG', 'BER')).toMatchObject({ sellable: 24, held: 24 })
    await hub.submit({ kind: 'confirmReservation', reservation: { id } })
    await hub.submit({ kind: 'fulfillReservation', reservation: { id }, lines: [{ line: 1, quantity: 10 }] })
    expect(await hub.position('MUG', 'BER')).toMatchObject({ sellable: 14, held: 0, committed: 14 })
    await hub.submit({ kind: 'releaseReservation', reservation: { id }, lines: [{ line: 1, quantity: 4 }] })
    await hub.submit({ kind: 'fulfillReservation', reservation: { id } })

    expect(await hub.position('MUG', 'BER')).toMatchObject({ sellable: 4, committed: 0 })
    expect(await hub.position('CUP', 'MUC')).toMatchObject({ sellable: 0, committed: 0 })
    expect((await hub.reservation(id)).lines).toMatchObject([
      { requested: 24, fulfilled: 20, released: 4 },
      { requested: 5, fulfilled: 5, locationId: 'MUC' },
    ])
    expect(codesOf(await hub.submit({ kind: 'confirmReservation', reservation: { id } }))).toEqual(['WRONG_STATE'])
  })

  test('a hold past its time is free for whoever decides, and swept', async () => {
    await using hub = await openTestLedger(kind)
    await hub.shop(['MUG'], ['BER'])
    await hub.count('MUG', 'BER', 1)
    const first = made(await hub.reserve([{ sku: 'MUG', locationId: 'BER', quantity: 1 }], { ttlSeconds: 1 }))
    expect(codesOf(await hub.reserve([{ sku: 'MUG', locationId: 'BER', quantity: 1 }]))).toEqual(['INSUFFICIENT_STOCK'])
    await new Promise((resolve) => setTimeout(resolve, 1_100))

    const second = made(await hub.reserve([{ sku: 'MUG', locationId: 'BER', quantity: 1 }], { ttlSeconds: 1 }))
    expect((await hub.reservation(first)).lines).toMatchObject([{ held: 0, expired: 1 }])
    await new Promise((resolve) => setTimeout(resolve, 1_100))
    expect(await sweepOnce(hub.db, hub.ledger)).toBe(1)
    expect(await sweepOnce(hub.db, hub.ledger)).toBe(0)
    expect((await hub.reservation(second)).lines).toMatchObject([{ held: 0, expired: 1 }])
    expect(await hub.position('MUG', 'BER')).toMatchObject({ sellable: 1, held: 0 })
  })

  test('backorders are filled by age as stock arrives, partly if need be', async () => {
    await using hub = await openTestLedger(kind)
    await hub.shop(['MUG'], ['BER'], { allowBackorder: true })
    const older = made(await hub.reserve([{ sku: 'MUG', locationId: 'BER', quantity: 3 }]))
    const newer = made(await hub.reserve([{ sku: 'MUG', locationId: 'BER', quantity: 3 }]))
    await hub.submit({ kind: 'confirmReservation', reservation: { id: newer } })

    await hub.count('MUG', 'BER', 5)

    expect((await hub.reservation(older)).lines).toMatchObject([{ held: 3, backordered: 0 }])
    expect((await hub.reservation(newer)).lines).toMatchObject([{ committed: 2, backordered: 1 }])
    expect(await hub.position('MUG', 'BER')).toMatchObject({ sellable: 5, held: 3, committed: 2, backordered: 1 })
  })

  test('backorders for more than anybody can deliver are refused, and keep nobody else out', async () => {
    await using hub = await openTestLedger(kind)
    await hub.shop(['MUG'], ['BER'], { allowBackorder: true })
    const mugs = (quantity: number) => ({ sku: 'MUG', locationId: 'BER', quantity })
    expect(codesOf(await hub.reserve([mugs(BALANCE_MAX)]))).toEqual(['INSUFFICIENT_STOCK'])
    expect(codesOf(await hub.reserve([mugs(BACKORDERED_MAX), mugs(1)]))).toEqual(['INSUFFICIENT_STOCK'])
    const all = made(await hub.reserve([mugs(BACKORDERED_MAX)]))
    // Retried later, because somebody else's backorders are in the way, and for what is there nothing is.
    expect(codesOf(await hub.reserve([mugs(1)]))).toEqual(['INSUFFICIENT_STOCK'])
    await hub.submit({ kind: 'releaseReservation', reservation: { id: all } })
    expect(await hub.reserve([mugs(1)])).toMatchObject({ status: 'posted' })
  })

  // Goal: what nobody has confirmed ends, whatever became of the units beside it. Method: a part is shipped, by a mutation and by an event, and time passes.
  test('what was not confirmed of an order ends by itself although a part of it was shipped', async () => {
    await using hub = await openTestLedger(kind)
    await hub.shop(['MUG', 'CUP'], ['BER'], { allowBackorder: true })
    await hub.count('MUG', 'BER', 10)
    const lines = (sku: string, quantity: number) => [{ sku, locationId: 'BER', quantity }]
    const half = made(await hub.reserve(lines('MUG', 15), { ttlSeconds: 1 }))
    const soft = made(await hub.reserve(lines('CUP', 5), { ttlSeconds: 1, reference: 'R-1' }))
    const part = { reservation: { id: half }, lines: [{ line: 1, quantity: 4 }] }
    await hub.submit({ kind: 'confirmReservation', ...part })
    await hub.submit({ kind: 'fulfillReservation', ...part })
    const shipped = { reservation: { reference: 'R-1' }, lines: [{ sku: 'CUP', quantity: 1 }], asFact: true }
    await hub.submit({ kind: 'fulfillReservation', ...shipped }, { event: event('/wms'), occurredAt: new Date() })
    await new Promise((resolve) => setTimeout(resolve, 1_100))
    await sweepOnce(hub.db, hub.ledger)

    expect((await hub.reservation(half)).lines).toMatchObject([{ fulfilled: 4, expired: 11, committed: 0, held: 0 }])
    expect((await hub.reservation(soft)).lines).toMatchObject([{ fulfilled: 1, expired: 4, backordered: 0 }])
    expect(await hub.position('MUG', 'BER')).toMatchObject({ sellable: 6, committed: 0, backordered: 0 })
    expect((await audit({ db: hub.db })).differences).toEqual([])
  })

  test('a late delta from before a count leaves the balance as counted', async () => {
    await using hub = await openTestLedger(kind)
    await hub.shop(['MUG'], ['BER'])
    await hub.count('MUG', 'BER', 10, at('08:00:00'))
    await hub.sell('MUG', 'BER', 2, { at: at('11:00:00') })
    await hub.count('MUG', 'BER', 7, at('10:00:00'))
    expect(await hub.position('MUG', 'BER')).toMatchObject({ sellable: 5 })

    await hub.sell('MUG', 'BER', 3, { at: at('09:00:00') })
    expect(await hub.position('MUG', 'BER')).toMatchObject({ sellable: 5 })
    // A count from between says nothing about now any more.
    await hub.count('MUG', 'BER', 100, at('09:30:00'))
    expect(await hub.position('MUG', 'BER')).toMatchObject({ sellable: 5 })
    await hub.count('MUG', 'BER', 8, at('10:00:00'))
    expect(await hub.position('MUG', 'BER')).toMatchObject({ sellable: 6 })
  })

  test('a late move between accounts that were counted together moves what was not counted alone since', async () => {
    await using hub = await openTestLedger(kind)
    await hub.shop(['MUG', 'CUP'], ['BER'])
    const both = (sku: string, quantity: number) => {
      const count = { kind: 'countStock', sku, locationId: 'BER', quantity, account: 'sellable' } as const
      return hub.submit({ ...count, accounts: ['sellable', 'damaged'] }, { occurredAt: at('10:00:00') })
    }
    const move = (sku: string) => {
      const between = { from: 'sellable', to: 'damaged', reason: null } as const
      const command = { kind: 'reclassifyStock', sku, locationId: 'BER', quantity: 3, ...between } as const
      return hub.submit(command, { occurredAt: at('09:00:00') })
    }
    await both('MUG', 10)
    await hub.count('MUG', 'BER', 7, at('11:00:00'))
    await move('MUG')
    expect(await hub.position('MUG', 'BER')).toMatchObject({ sellable: 7, damaged: 3 })

    await both('CUP', 10)
    await hub.count('CUP', 'BER', 3, at('11:00:00'), 'damaged')
    await move('CUP')
    expect(await hub.position('CUP', 'BER')).toMatchObject({ sellable: 7, damaged: 3 })
  })

  test('one fact told by several is posted once, whoever tells it first', async () => {
    await using hub = await openTestLedger(kind)
    await hub.shop(['MUG'], ['BER'])
    await hub.count('MUG', 'BER', 10)
    const sale = (source: string, quantity: number) => hub.sell('MUG', 'BER', quantity, { reference: 'R-1', source })

    expect((await sale('/till', 2)).status).toBe('posted')
    expect((await sale('/erp', 1)).status).toBe('confirmed')
    expect((await sale('/erp', 1)).status).toBe('confirmed')
    expect((await sale('/till', 1)).status).toBe('posted')
    expect(await hub.position('MUG', 'BER')).toMatchObject({ sellable: 7 })
  })

  test('goods that come in under the reference of a shipment are its receipt, whoever tells it', async () => {
    await using hub = await openTestLedger(kind)
    await hub.shop(['MUG'], ['BER'])
    await hub.submit({
      kind: 'createShipment',
      id: newId('shp'),
      shipmentKind: 'PURCHASE',
      originId: null,
      destinationId: 'BER',
      supplier: 'Pottery',
      reference: 'PO-1',
      expectedAt: null,
      lines: [{ sku: 'MUG', quantity: 10 }],
    })
    const receive = (source: string, quantity: number) =>
      hub.submit(
        { kind: 'receiveStock', sku: 'MUG', locationId: 'BER', quantity, reference: 'PO-1' },
        { event: event(source), occurredAt: new Date() },
      )

    expect((await receive('/dock', 6)).status).toBe('posted')
    expect((await receive('/erp', 6)).status).toBe('confirmed')
    expect(await hub.position('MUG', 'BER')).toMatchObject({ sellable: 6, onOrder: 4 })
    expect((await audit({ db: hub.db })).differences).toEqual([])
  })

  test('what left for an order that is not known yet has left at once; the order catches up', async () => {
    await using hub = await openTestLedger(kind)
    await hub.shop(['MUG'], ['BER'])
    await hub.count('MUG', 'BER', 5)
    const shipped = event('/market', 'shipped-1')
    const ship = (retryOf?: 'parked') =>
      hub.submit(
        {
          kind: 'fulfillReservation',
          reservation: { reference: 'M-1' },
          lines: [{ sku: 'MUG', locationId: 'BER', quantity: 2 }],
          asFact: true,
        },
        { event: { ...shipped, ...(retryOf && { retryOf }) }, occurredAt: new Date() },
      )

    expect((await ship()).status).toBe('parked')
    expect(await hub.position('MUG', 'BER')).toMatchObject({ sellable: 3 })
    const lines = [{ sku: 'MUG', locationId: 'BER', quantity: 2 }]
    const id = made(await hub.reserve(lines, { reference: 'M-1', asFact: true, confirmed: true }))
    expect((await ship('parked')).status).toBe('posted')

    expect(await hub.position('MUG', 'BER')).toMatchObject({ sellable: 3, committed: 0 })
    expect((await hub.reservation(id)).lines).toMatchObject([{ fulfilled: 2 }])
    expect((await audit({ db: hub.db })).differences).toEqual([])
  })

  // Goal: what leaves for an order leaves the shelf, whoever ships which part of it. Method: two who ship a part each, so that neither has shipped all.
  test('an order that leaves in parcels is taken from stock whole, whoever ships which', async () => {
    await using hub = await openTestLedger(kind)
    await hub.shop(['A', 'B', 'C', 'D'], ['BER'])
    const order = async (sku: string) => {
      await hub.count(sku, 'BER', 20)
      const id = made(await hub.reserve([{ sku, locationId: 'BER', quantity: 10 }], { reference: 'order-1' }))
      await hub.submit({ kind: 'confirmReservation', reservation: { id } })
      return id
    }
    const byClient = (client: string, id: string, quantity: number) =>
      hub.submit({ kind: 'fulfillReservation', reservation: { id }, lines: [{ line: 1, quantity }] }, { client })
    const byEvent = (source: string, id: string, lines: { sku: string; quantity: number }[] | null) =>
      hub.submit(
        { kind: 'fulfillReservation', reservation: { id }, lines, asFact: true },
        { event: event(source), occurredAt: new Date() },
      )

    const clients = await order('A')
    await byClient('wms-1', clients, 6)
    await byClient('wms-2', clients, 4)
    expect(await hub.position('A', 'BER')).toMatchObject({ sellable: 10, committed: 0 })

    const first = await order('B')
    await byEvent('/wms', first, [{ sku: 'B', quantity: 6 }])
    await byClient('operator', first, 4)
    expect(await hub.position('B', 'BER')).toMatchObject({ sellable: 10, committed: 0 })

    // Whoever tells of a parcel that another has shipped already tells nothing new, of stock or of the order.
    const again = await order('C')
    await byClient('operator', again, 6)
    expect((await byEvent('/wms', again, [{ sku: 'C', quantity: 6 }])).status).toBe('confirmed')
    expect(await hub.position('C', 'BER')).toMatchObject({ sellable: 14, committed: 4 })
    expect((await byEvent('/wms', again, [{ sku: 'C', quantity: 2 }])).status).toBe('posted')
    expect(await hub.position('C', 'BER')).toMatchObject({ sellable: 12, committed: 2 })

    // An event that names no quantity means the rest.
    const rest = await order('D')
    await byClient('operator', rest, 6)
    await byEvent('/wms', rest, null)
    expect(await hub.position('D', 'BER')).toMatchObject({ sellable: 10, committed: 0 })
    expect((await byEvent('/erp', rest, null)).status).toBe('confirmed')
    expect(await hub.position('D', 'BER')).toMatchObject({ sellable: 10 })
    expect((await audit({ db: hub.db })).differences).toEqual([])
  })

  test('orders of two channels with the same number are two, and so are two of one channel', async () => {
    await using hub = await openTestLedger(kind)
    await hub.shop(['A', 'B', 'C'], ['BER'])
    const locations = [{ locationId: 'BER' }]
    for (const id of ['market', 'pos']) await hub.submit({ kind: 'upsertChannel', id, name: id, locations })
    const order = async (sku: string, channelId: string) => {
      const lines = [{ sku, locationId: 'BER', quantity: 3 }]
      return made(await hub.reserve(lines, { reference: '1001', channelId, asFact: true, confirmed: true }))
    }
    const ship = (client: string, id: string) =>
      hub.submit({ kind: 'fulfillReservation', reservation: { id } }, { client })
    const tell = (source: string, sku: string, channelId: string | null = null) =>
      hub.submit(
        { kind: 'recordSale', sku, locationId: 'BER', quantity: 3, reference: '1001', channelId },
        { event: event(source) },
      )
    for (const sku of ['A', 'B', 'C']) await hub.count(sku, 'BER', 10)

    await ship('wms-1', await order('A', 'web'))
    await ship('wms-2', await order('A', 'market'))
    expect(await hub.position('A', 'BER')).toMatchObject({ sellable: 4 })
    // Who names no channel tells of both; who names one, of that one.
    expect((await tell('/erp', 'A')).status).toBe('confirmed')
    expect((await tell('/erp', 'A')).status).toBe('confirmed')
    expect((await tell('/shop', 'A', 'market')).status).toBe('confirmed')
    expect((await tell('/pos', 'A', 'pos')).status).toBe('posted')
    expect(await hub.position('A', 'BER')).toMatchObject({ sellable: 1 })

    // By events of two sources, of which neither has sold what the other has.
    for (const channelId of ['web', 'market']) {
      await order('B', channelId)
      const reservation = { reference: '1001', channelId }
      const lines = [{ sku: 'B', quantity: 3 }]
      const command = { kind: 'fulfillReservation', reservation, lines, asFact: true } as const
      await hub.submit(command, { event: event(`/${channelId}`), occurredAt: new Date() })
    }
    expect(await hub.position('B', 'BER')).toMatchObject({ sellable: 4, committed: 0 })

    await ship('wms-1', await order('C', 'web'))
    await ship('wms-2', await order('C', 'web'))
    expect(await hub.position('C', 'BER')).toMatchObject({ sellable: 4 })
  })

  test('what a till has sold under the number of an order is not taken again when the order is shipped', async () => {
    await using hub = await openTestLedger(kind)
    await hub.shop(['MUG'], ['BER'])
    await hub.count('MUG', 'BER', 10)
    const lines = [{ sku: 'MUG', locationId: 'BER', quantity: 5 }]
    const id = made(await hub.reserve(lines, { reference: 'R-1', asFact: true, confirmed: true }))
    await hub.sell('MUG', 'BER', 3, { reference: 'R-1', source: '/till' })
    const ship = (client: string, quantity: number) =>
      hub.submit({ kind: 'fulfillReservation', reservation: { id }, lines: [{ line: 1, quantity }] }, { client })

    await ship('wms-1', 2)
    expect(await hub.position('MUG', 'BER')).toMatchObject({ sellable: 7, committed: 3 })
    await ship('wms-2', 3)
    expect(await hub.position('MUG', 'BER')).toMatchObject({ sellable: 5, committed: 0 })
    await hub.sell('MUG', 'BER', 2, { reference: 'R-1', source: '/till' })
    expect(await hub.position('MUG', 'BER')).toMatchObject({ sellable: 5 })
  })

  test('the same event has one effect; with other content it is a conflict', async () => {
    await using hub = await openTestLedger(kind)
    await hub.shop(['MUG'], ['BER'])
    const adjust = (delta: number) =>
      hub.submit(
        { kind: 'adjustStock', sku: 'MUG', locationId: 'BER', delta, account: 'sellable', reason: 'found' },
        { event: event('/erp', 'e-1', { delta }) },
      )

    const results = await Promise.all([adjust(4), adjust(4)])
    expect(results.map((result) => result.status)).toEqual(['posted', 'duplicate'])
    expect((await adjust(4)).status).toBe('duplicate')
    expect(codesOf(await adjust(5))).toEqual(['EVENT_CONFLICT'])
    expect(await hub.position('MUG', 'BER')).toMatchObject({ sellable: 4 })
  })

  test('feed numbers of a stream have no gap, and the audit finds nothing to say', async () => {
    await using hub = await openTestLedger(kind)
    const skus = Array.from({ length: 40 }, (_, n) => `SKU-${n}`)
    await hub.shop(skus, ['BER', 'MUC'], { buffer: 2 })
    await Promise.all(skus.map((sku) => hub.count(sku, 'BER', 50)))
    await Promise.all(skus.flatMap((sku) => [1, 2, 3].map((quantity) => hub.reserve([{ sku, quantity }]))))

    const last = new Map<number, number>()
    for (const { stream, from, to, changes } of hub.messages) {
      expect(from).toBe((last.get(stream) ?? 0) + 1)
      expect(changes.map((change) => change.number)).toEqual(Array.from({ length: to - from + 1 }, (_, n) => from + n))
      last.set(stream, to)
    }
    const report = await audit({ db: hub.db })
    expect(report.differences).toEqual([])
    expect(report.entries).toBe(40 + 120)
  })

  test('every SKU of an order is told of a step that moves units of one of them', async () => {
    await using hub = await openTestLedger(kind)
    await hub.shop(['MUG', 'CUP'], ['BER'])
    await hub.count('MUG', 'BER', 1)
    await hub.count('CUP', 'BER', 1)
    const lines = ['MUG', 'CUP'].map((sku) => ({ sku, quantity: 1 }))
    const id = made(await hub.reserve(lines))
    hub.messages.length = 0

    await hub.submit({ kind: 'releaseReservation', reservation: { id }, lines: [{ line: 1 }] })

    const told = hub.messages.flatMap(({ changes }) => changes.filter((change) => change.subjectId === id))
    expect(told.map(({ sku, subject }) => `${sku} ${subject}`).sort()).toEqual(['CUP reservation', 'MUG journal'])
  })

  test('a balance that was tampered with is reported, and repaired only when told so', async () => {
    await using hub = await openTestLedger(kind)
    await hub.shop(['MUG'], ['BER'])
    await hub.count('MUG', 'BER', 10)
    await hub.db.kysely.updateTable('position').set({ sellable: 11 }).execute()

    const told = await rebuild({ db: hub.db, apply: false })
    expect(told).toMatchObject({ written: 0, differences: [{ account: 'sellable', kept: 11, derived: 10 }] })
    expect(await hub.position('MUG', 'BER')).toMatchObject({ sellable: 11 })
    await rebuild({ db: hub.db, apply: true })
    expect(await hub.position('MUG', 'BER')).toMatchObject({ sellable: 10 })
  })

  test('what PostgreSQL cannot store is refused alone; its neighbours are answered', async () => {
    await using hub = await openTestLedger(kind)
    await hub.shop(['MUG'], ['BER'])
    const [good, bad, alsoGood] = await Promise.all([
      hub.submit({
        kind: 'adjustStock',
        sku: 'MUG',
        locationId: 'BER',
        delta: 1,
        account: 'sellable',
        reason: 'found',
      }),
      hub.submit({
        kind: 'adjustStock',
        sku: 'MUG',
        locationId: 'BER',
        delta: 1,
        account: 'sellable',
        reason: 'a\u0000b',
      }),
      hub.submit({
        kind: 'adjustStock',
        sku: 'MUG',
        locationId: 'BER',
        delta: 1,
        account: 'sellable',
        reason: 'found',
      }),
    ])
    expect([good.status, bad.status, alsoGood.status]).toEqual(['posted', 'refused', 'posted'])
    expect(codesOf(bad)).toEqual(['INVALID_INPUT'])
    expect(await hub.position('MUG', 'BER')).toMatchObject({ sellable: 2 })
  })

  test('balances beyond what sums of them can hold are refused, not rounded', async () => {
    await using hub = await openTestLedger(kind)
    await hub.shop(['MUG'], ['BER'])
    await hub.count('MUG', 'BER', BALANCE_MAX)
    const more = await hub.submit({
      kind: 'adjustStock',
      sku: 'MUG',
      locationId: 'BER',
      delta: 1,
      account: 'sellable',
      reason: 'found',
    })
    expect(codesOf(more)).toEqual(['INVALID_INPUT'])
    expect(await hub.position('MUG', 'BER')).toMatchObject({ sellable: BALANCE_MAX })
  })

  // Goal: an answer does not depend on which batch a command is in. Method: what a command names is made by the one before it, at the same time and later.
  test('a part of a line that a command of the same batch has moved can be moved on', async () => {
    await using hub = await openTestLedger(kind)
    await hub.shop(['MUG', 'CUP'], ['BER', 'MUC', 'HAM'])
    for (const location of ['BER', 'MUC', 'HAM']) await hub.count('MUG', location, 10)
    await hub.count('CUP', 'BER', 1)
    const id = made(
      await hub.reserve([
        { sku: 'CUP', locationId: 'BER', quantity: 1 },
        { sku: 'MUG', locationId: 'BER', quantity: 10 },
      ]),
    )
    const move = (line: number, locationId: string, quantity: number) =>
      hub.submit({ kind: 'moveReservationLine', reservation: { id }, line, locationId, quantity })

    const answers = await Promise.all([move(2, 'MUC', 4), move(3, 'HAM', 1), move(4, 'BER', 1)])
    expect(answers).toMatchObject(Array(3).fill({ status: 'posted' }))
    const held = await Promise.all(['BER', 'MUC', 'HAM'].map((location) => hub.position('MUG', location)))
    expect(held).toMatchObject([{ held: 7 }, { held: 3 }, { held: 0 }])
  })
})
