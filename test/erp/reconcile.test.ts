import { describe, expect, test } from 'vitest'
import { endCountDoubts, noteCountDoubts } from '../../core/erp/count-doubts.ts'
import { Outbox } from '../../core/erp/outbox.ts'
import { acknowledge } from '../../core/erp/queue.ts'
import { STOCK_ACCOUNTS } from '../../core/ledger/accounts.ts'
import { bucketOf } from '../../core/ledger/bucket.ts'
import { newId } from '../../core/ledger/ids.ts'
import { erpSystemOf } from '../../core/ledger/rows.ts'
import type { ErpConnector } from '../../erp/connector.ts'
import { type ReconcileOptions, reconcile } from '../../erp/reconciliation/reconcile.ts'
import type { TrytonClient } from '../../erp/tryton/client.ts'
import { snapshot } from '../../erp/tryton/snapshot.ts'
import { DATABASE_KINDS, type DatabaseKind } from '../support/database.ts'
import { openTestHub, type TestHub } from '../support/hub.ts'
import { event } from '../support/ledger.ts'
import { plainConnector } from './plain-connector.ts'
import { deliver, drained, goodsMoved, knowErps, PlainErp, statesOf, until } from './plain-shop.ts'

const SKUS = ['MUG', 'PEN', 'CAP', 'BAG']

async function openShop(kind: DatabaseKind, erp: PlainErp): Promise<TestHub> {
  const hub = await openTestHub(kind)
  await hub.shop(SKUS, ['BER', 'MUC'])
  await knowErps(hub, 'erp')
  const deliveries = deliver(hub, { erp })
  for (const sku of SKUS) await hub.count(sku, 'BER', 100)
  await hub.count('MUG', 'MUC', 50)
  await drained(hub, 'erp')
  await deliveries.close()
  return hub
}

async function compareNow(
  hub: TestHub,
  erp: PlainErp,
  more: Partial<ReconcileOptions> & { connector?: ErpConnector } = {},
) {
  const row = await hub.db.kysely.selectFrom('erp_system').selectAll().where('id', '=', 'erp').executeTakeFirstOrThrow()
  return reconcile({
    db: hub.db,
    ingest: hub.ingest,
    connector: plainConnector({ url: erp.url }),
    system: erpSystemOf(row),
    runId: newId('rec'),
    scope: { locationIds: null, skus: null },
    pulledUpTo: async () => undefined,
    pullMs: 100,
    signal: new AbortController().signal,
    ...more,
  })
}

/** The same connector, which does something when its snapshot was read and before it is stored. */
function interrupted(erp: PlainErp, work: () => Promise<unknown>): ErpConnector {
  const plain = plainConnector({ url: erp.url })
  return {
    ...plain,
    async *snapshot(scope, signal) {
      for await (const page of plain.snapshot(scope, signal)) {
        await work()
        yield page
      }
    },
  }
}

const DIVERGENCES = `{ divergences { nodes { id sku locationId accounts state erpQuantity expected difference cause seen proposed trail { by what message } } } }`

async function divergences(hub: TestHub) {
  const { nodes }: { nodes: { sku: string }[] } = (await hub.data('stock', DIVERGENCES)).divergences
  return nodes.sort((a, b) => (a.sku < b.sku ? -1 : 1)) as ((typeof nodes)[number] & {
    id: string
    state: string
    cause: string
    seen: number
    trail: object[]
  })[]
}

const resolve = (hub: TestHub, input: object, client = 'test') =>
  hub.mutate(
    'stock',
    'resolveDivergence',
    'divergence { state proposed }',
    { ...input },
    { viewer: { kind: 'operator', client, channels: null, scopes: [] } },
  )

describe.each(DATABASE_KINDS)('what an ERP has is compared with what it can know on %s', (kind) => {
  test('so that nothing that is on its way is a difference', async () => {
    await using erp = await PlainErp.open()
    await using hub = await openShop(kind, erp)
    expect(await compareNow(hub, erp)).toMatchObject({ divergent: 0, moving: 0 })

    // It was not told yet, whether that stands in the queue or only in the journal.
    await hub.sell('MUG', 'BER', 3)
    expect(await compareNow(hub, erp)).toMatchObject({ divergent: 0, moving: 0 })
    await hub.sell('MUG', 'BER', 2)
    // While it is read: more is sold here, and it tells of something that it had on its books already.
    const connector = interrupted(erp, async () => {
      await hub.sell('PEN', 'BER', 1)
      await erp.own('CAP', 'BER', -4)
      await hub.submit(
        { kind: 'adjustStock', sku: 'CAP', locationId: 'BER', delta: -4, account: 'sellable', reason: 'own' },
        { event: event('/erp/erp') },
      )
    })
    expect(await compareNow(hub, erp, { connector })).toMatchObject({ divergent: 0, moving: 1 })
    expect(await compareNow(hub, erp)).toMatchObject({ divergent: 0, moving: 0 })

    // It has it, and nobody here knows.
    await erp.behave({ cutAfterCommit: 1 })
    const settings = { callMs: 2_000, unknownMs: 60_000, retryMsMin: 30_000, retryMsMax: 60_000 }
    const deliveries = deliver(hub, { erp }, { retryAfterMs: 60_000 }, { settings })
    await until(
      () => erp.books(),
      (books) => books.some(({ to }) => to === 'customer'),
    )
    await until(
      () => statesOf(hub, 'erp'),
      ({ SENT = 0 }) => SENT > 0,
    )
    await deliveries.close()
    expect(await compareNow(hub, erp)).toMatchObject({ divergent: 0, moving: 2 })
    expect(await divergences(hub)).toEqual([])
  })

  // Goal: what a Tryton books while its stock is read is no difference. Method: one of which every answer takes 400 ms and that tells its clock in whole seconds, as they do; it is read for changes just before it books something.
  test('and neither is what a Tryton books while it is read, which a pull of the same second has not seen', async () => {
    await using erp = await PlainErp.open()
    await using hub = await openShop(kind, erp)
    let now = Date.parse('2026-03-04T10:00:00.000Z')
    const second = () => new Date(now - (now % 1_000))
    const sold = Date.parse('2026-03-04T10:00:00.600Z')
    const client: TrytonClient = {
      async call(method) {
        now += 400
        return method === 'model.product.product.read'
          ? [{ id: 1, quantity: now >= sold ? 97 : 100 }]
          : [{ id: 1, code: 'MUG', default_uom: 1, 'default_uom.': { name: 'Unit', digits: 0, factor: 1 } }]
      },
      clock: () => ({ now: second(), aheadMs: 0 }),
      version: async () => '6.0',
      close: async () => {},
    }
    const ofTryton = { locationId: 'BER', accounts: STOCK_ACCOUNTS, ids: [1] }
    const places = async () => ({ groups: [ofTryton] })
    const plain = plainConnector({ url: erp.url })
    const connector: ErpConnector = {
      ...plain,
      can: { ...plain.can, pull: true },
      snapshot: ({ skus }, signal) =>
        snapshot({ client, places, units: {}, pageSize: 10 }, { locationIds: null, skus }, signal),
    }
    let pulls = 0
    const pulledUpTo = async () => {
      // It had come to 10:00:00.500, and says so in whole seconds.
      if (pulls++ === 0) return second()
      now += 1_000
      await hub.submit(
        { kind: 'adjustStock', sku: 'MUG', locationId: 'BER', delta: -3, account: 'sellable', reason: 'sold' },
        { event: event('/erp/erp') },
      )
      return second()
    }
    const scope = { locationIds: ['BER'], skus: ['MUG'] }
    const compared = await compareNow(hub, erp, { connector, pulledUpTo, pullMs: 10_000, scope })
    expect(compared).toMatchObject({ compared: 1, divergent: 0 })
    expect(pulls).toBe(2)
  })

  test('and neither is what nobody could look through yet, or was seen there before it was sent', async () => {
    await using erp = await PlainErp.open()
    await using hub = await openShop(kind, erp)
    // Recorded within a millisecond of others, whose times run ahead of the clock: all of that waits for the next look. The ERP has counted caps and has not heard that 4 were sold, so it is to be told that the count had seen them.
    await hub.sell('MUG', 'BER', 3)
    await hub.sell('CAP', 'BER', 4)
    await erp.own('CAP', 'BER', -4)
    const count = { kind: 'countStock', sku: 'CAP', locationId: 'BER', quantity: 96, account: 'sellable' } as const
    const booked = { difference: -4, at: null }
    await hub.submit({ ...count, accounts: STOCK_ACCOUNTS, booked }, { event: event('/erp/erp') })
    await hub.db.kysely
      .updateTable('bucket_head')
      .set({ recorded_at: new Date(Date.now() + 3_600_000) })
      .where('bucket', 'in', [bucketOf('MUG'), bucketOf('CAP')])
      .execute()
    expect(await compareNow(hub, erp)).toMatchObject({ divergent: 0, moving: 1 })

    // As after a restore: it stands in the queue, and the ERP has it from the time before.
    await hub.sell('PEN', 'BER', 2)
    await new Outbox(hub.db.kysely).catchUp()
    const { reference = '' } = (await goodsMoved(hub)).find(({ sku, kind }) => sku === 'PEN' && kind === 'sale') ?? {}
    await erp.own('PEN', 'BER', -2)
    const connector = interrupted(erp, () =>
      acknowledge(hub.db.kysely, 'erp', [{ reference, erpReference: 'plain from before' }]),
    )
    expect(await compareNow(hub, erp, { connector })).toMatchObject({ divergent: 0, moving: 2 })
    expect(await compareNow(hub, erp)).toMatchObject({ divergent: 0, moving: 1 })
  })

  test('and what differs is corrected when it is small and was found twice alike, else waits', async () => {
    await using erp = await PlainErp.open()
    await using hub = await openShop(kind, erp)
    await hub.submit({ kind: 'upsertErpSystem', id: 'erp', correctUpTo: 5 })
    await erp.own('MUG', 'BER', -3)
    await erp.own('PEN', 'BER', -40)
    await erp.own('TOY', 'BER', 2)
    expect(await compareNow(hub, erp)).toMatchObject({ compared: 6, divergent: 3, corrected: 0 })
    expect(await divergences(hub)).toMatchObject([
      {
        sku: 'MUG',
        locationId: 'BER',
        state: 'OPEN',
        erpQuantity: 97,
        expected: 100,
        difference: -3,
        seen: 1,
        cause: 'UNEXPLAINED',
      },
      { sku: 'PEN', state: 'OPEN', difference: -40 },
      { sku: 'TOY', state: 'OPEN', difference: 2, cause: 'UNKNOWN_ITEM' },
    ])

    expect(await compareNow(hub, erp)).toMatchObject({ divergent: 3, corrected: 1 })
    expect(await hub.position('MUG', 'BER')).toMatchObject({ sellable: 97 })
    expect(await hub.position('PEN', 'BER')).toMatchObject({ sellable: 100 })
    const states = async () => Object.fromEntries((await divergences(hub)).map(({ sku, state }) => [sku, state]))
    expect(await states()).toEqual({ MUG: 'CORRECTED', PEN: 'HELD', TOY: 'HELD' })

    // The ERP knows what it has told, and is not told it.
    const deliveries = deliver(hub, { erp })
    await drained(hub, 'erp')
    const before = (await erp.books()).length
    const pen = (await divergences(hub)).find(({ sku }) => sku === 'PEN')
    expect((await resolve(hub, { id: pen?.id, action: 'TELL_ERP', reason: 'counted' })).divergence).toMatchObject({
      state: 'TOLD',
    })
    await drained(hub, 'erp')
    await deliveries.close()
    expect((await erp.books()).slice(before)).toMatchObject([
      { sku: 'PEN', from: 'loss', to: 'sellable', quantity: 40 },
    ])
    expect(await hub.position('PEN', 'BER')).toMatchObject({ sellable: 100 })

    await erp.own('TOY', 'BER', -2)
    expect(await compareNow(hub, erp)).toMatchObject({ divergent: 0 })
    expect(await states()).toEqual({ MUG: 'CORRECTED', PEN: 'TOLD', TOY: 'GONE' })
    expect((await resolve(hub, { id: pen?.id, action: 'CORRECT_HUB' })).userErrors).toMatchObject([
      { code: 'WRONG_STATE' },
    ])
  })

  test('by two clients, where it takes four eyes; and what is ignored stays so while it is the same', async () => {
    await using erp = await PlainErp.open()
    await using hub = await openShop(kind, erp)
    await hub.submit({ kind: 'upsertErpSystem', id: 'erp', fourEyes: true })
    await erp.own('MUG', 'BER', -3)
    await erp.own('CAP', 'BER', 7)
    await compareNow(hub, erp)
    await compareNow(hub, erp)
    const [mug, cap] = ['MUG', 'CAP'].map(async (sku) => (await divergences(hub)).find((one) => one.sku === sku))
    const input = { id: (await mug)?.id, action: 'CORRECT_HUB' }
    expect((await resolve(hub, input, 'ann')).divergence).toMatchObject({ state: 'PROPOSED', proposed: 'CORRECT_HUB' })
    expect((await resolve(hub, input, 'ann')).userErrors).toMatchObject([{ code: 'WRONG_STATE' }])
    expect(await hub.position('MUG', 'BER')).toMatchObject({ sellable: 100 })
    expect((await resolve(hub, input, 'ben')).divergence).toMatchObject({ state: 'CORRECTED' })
    expect(await hub.position('MUG', 'BER')).toMatchObject({ sellable: 97 })
    expect((await divergences(hub)).find((one) => one.sku === 'MUG')?.trail).toMatchObject([
      { by: 'ann', what: 'PROPOSED' },
      { by: 'ben', what: 'CORRECTED' },
    ])

    await resolve(hub, { id: (await cap)?.id, action: 'IGNORE' })
    await compareNow(hub, erp)
    expect((await divergences(hub)).find((one) => one.sku === 'CAP')).toMatchObject({
      state: 'IGNORED',
      seen: 3,
    })
    await erp.own('CAP', 'BER', 1)
    await compareNow(hub, erp)
    expect((await divergences(hub)).find((one) => one.sku === 'CAP')).toMatchObject({
      state: 'OPEN',
      seen: 1,
      difference: 8,
    })
  })

  test('only when everything that it had on its books was read, and only what was asked for', async () => {
    await using erp = await PlainErp.open()
    await using hub = await openShop(kind, erp)
    await erp.own('MUG', 'BER', -3)
    const plain = plainConnector({ url: erp.url })
    const connector = { ...plain, can: { ...plain.can, pull: true } }
    await expect(compareNow(hub, erp, { connector })).rejects.toThrow('was not read in time')
    expect(await divergences(hub)).toEqual([])
    expect(await hub.db.kysely.selectFrom('erp_snapshot_line').selectAll().execute()).toEqual([])

    const pulledUpTo = async () => new Date(Date.now() + 1)
    const scope = { locationIds: ['MUC'], skus: null }
    expect(await compareNow(hub, erp, { connector, pulledUpTo, scope })).toMatchObject({ compared: 1, divergent: 0 })
    expect(await compareNow(hub, erp, { connector, pulledUpTo })).toMatchObject({ compared: 5, divergent: 1 })
    // What was not looked at is not over.
    expect(await compareNow(hub, erp, { connector, pulledUpTo, scope })).toMatchObject({ divergent: 0 })
    expect(await divergences(hub)).toMatchObject([{ sku: 'MUG', state: 'OPEN' }])
    await hub.submit({
      kind: 'setErpRoute',
      systemId: 'erp',
      locationIds: ['BER'],
      skuPrefixes: null,
      mode: 'OFF',
      validFrom: null,
    })
    expect(await compareNow(hub, erp)).toMatchObject({ divergent: 0 })
  })

  test('and a count of which only the day is known, though both agree, until it is counted again', async () => {
    await using erp = await PlainErp.open()
    await using hub = await openShop(kind, erp)
    const deliveries = deliver(hub, { erp })
    await hub.sell('MUG', 'BER', 3)
    await drained(hub, 'erp')
    await deliveries.close()
    const [from, to] = [new Date(Date.now() - 3_600_000), new Date()]
    const count = { eventId: 'count:1', sku: 'MUG', locationId: 'BER', accounts: 15, from, to }
    await noteCountDoubts(hub.db.kysely, 'erp', [count, { ...count, eventId: 'count:2', sku: 'PEN' }])
    await noteCountDoubts(hub.db.kysely, 'erp', [count])
    expect(await compareNow(hub, erp)).toMatchObject({ divergent: 0 })
    const listed = await divergences(hub)
    expect(listed).toMatchObject([
      { sku: 'MUG', state: 'HELD', cause: 'COUNT_OF_A_DAY', erpQuantity: 97, expected: 94, difference: 3 },
    ])
    const id = listed[0]?.id
    expect((await resolve(hub, { id, action: 'TELL_ERP' })).userErrors).toMatchObject([{ code: 'WRONG_STATE' }])
    // Counted before, and one of its accounts since.
    await hub.count('MUG', 'BER', 0, null, 'damaged')
    await endCountDoubts(hub.db.kysely, 'erp', [count])
    expect(await divergences(hub)).toMatchObject([{ state: 'HELD' }])
    const all = { account: 'sellable', accounts: STOCK_ACCOUNTS } as const
    await hub.submit({ kind: 'countStock', sku: 'MUG', locationId: 'BER', quantity: 97, ...all })
    await endCountDoubts(hub.db.kysely, 'erp', [count])
    expect(await divergences(hub)).toMatchObject([{ state: 'GONE' }])
  })

  test('which is apart from what differs there: neither hides the other, or decides for it', async () => {
    await using erp = await PlainErp.open()
    await using hub = await openShop(kind, erp)
    await hub.submit({ kind: 'upsertErpSystem', id: 'erp', correctUpTo: 2 })
    const deliveries = deliver(hub, { erp })
    await hub.sell('MUG', 'BER', 3)
    await hub.sell('PEN', 'BER', 1)
    await drained(hub, 'erp')
    await deliveries.close()
    const [from, to] = [new Date(Date.now() - 3_600_000), new Date()]
    const ofDay = (sku: string) => ({ eventId: sku, sku, locationId: 'BER', accounts: 15, from, to })
    await noteCountDoubts(hub.db.kysely, 'erp', [ofDay('MUG'), ofDay('PEN')])
    const states = async (sku: string) => {
      const found = (await divergences(hub)).filter((one) => one.sku === sku)
      return Object.fromEntries(found.map(({ cause, state, seen }) => [cause, [state, seen]]))
    }
    const doubt = (await divergences(hub)).find(({ sku }) => sku === 'MUG')
    await resolve(hub, { id: doubt?.id, action: 'IGNORE' })

    // As many as are in doubt.
    await erp.own('MUG', 'BER', 3)
    await erp.own('PEN', 'BER', 1)
    expect(await compareNow(hub, erp)).toMatchObject({ divergent: 2, beyond: 1, corrected: 0 })
    expect(await states('MUG')).toEqual({ COUNT_OF_A_DAY: ['IGNORED', 1], UNEXPLAINED: ['OPEN', 1] })
    expect(await states('PEN')).toEqual({ COUNT_OF_A_DAY: ['HELD', 1], UNEXPLAINED: ['OPEN', 1] })
    // Another difference, and none.
    await erp.own('MUG', 'BER', 4)
    await erp.own('PEN', 'BER', -1)
    await compareNow(hub, erp)
    await erp.own('MUG', 'BER', -7)
    await compareNow(hub, erp)
    expect(await states('MUG')).toEqual({ COUNT_OF_A_DAY: ['IGNORED', 1], UNEXPLAINED: ['GONE', 1] })
    expect(await states('PEN')).toEqual({ COUNT_OF_A_DAY: ['HELD', 1], UNEXPLAINED: ['GONE', 1] })

    // What differs was there first.
    await erp.own('CAP', 'BER', 5)
    await compareNow(hub, erp)
    await hub.sell('CAP', 'BER', 4)
    await noteCountDoubts(hub.db.kysely, 'erp', [{ ...ofDay('CAP'), to: new Date() }])
    expect(await states('CAP')).toEqual({ COUNT_OF_A_DAY: ['HELD', 1], UNEXPLAINED: ['OPEN', 1] })
    const told = await hub.data(
      'stock',
      '{ figures { divergences { positions units } backlog { count } } erpSystems { nodes { shadowReport { differing } } } }',
    )
    expect(told).toMatchObject({ figures: { divergences: [{ positions: 1, units: 5 }], backlog: [{ count: 1 }] } })
    expect(told).toMatchObject({ erpSystems: { nodes: [{ shadowReport: { differing: 1 } }] } })
  })
})
