import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { DATABASE_KINDS, type DatabaseKind } from '../support/database.ts'
import { event, openTestLedger, type TestLedger } from '../support/ledger.ts'
import { deliver, drained, goodsMoved, knowErps, PlainErp, setRoute, statesOf, until } from './plain-shop.ts'

const SKUS = ['MUG', 'PEN', 'CAP', 'BAG']

async function openShop(kind: DatabaseKind, ...erps: readonly string[]): Promise<TestLedger> {
  const hub = await openTestLedger(kind)
  await hub.shop(SKUS, ['BER', 'MUC'])
  await knowErps(hub, ...(erps.length === 0 ? ['erp'] : erps))
  return hub
}

async function trade(hub: TestLedger, count: number): Promise<void> {
  await Promise.all(
    Array.from({ length: count }, (_, n) =>
      hub.sell(SKUS[n % SKUS.length] ?? 'MUG', n % 3 === 0 ? 'MUC' : 'BER', 1 + (n % 5)),
    ),
  )
}

/** Every movement stands in the ERP's books once, and no other, and those of a SKU in their order. */
async function expectToldOnce(hub: TestLedger, erp: PlainErp, but: readonly string[] = []): Promise<void> {
  const moved = (await goodsMoved(hub)).filter(({ sku }) => !but.includes(sku))
  const books = (await erp.books()).filter(({ sku }) => !but.includes(sku))
  expect(books.map(({ reference }) => reference).sort()).toEqual(moved.map(({ reference }) => reference).sort())
  for (const sku of SKUS) {
    const of = (list: readonly { sku: string; reference: string }[]) =>
      list.filter((one) => one.sku === sku).map(({ reference }) => reference)
    expect(of(books)).toEqual(of(moved))
  }
  const balance = (sku: string, place: string) =>
    books
      .filter((one) => one.sku === sku && one.locationId === place)
      .reduce(
        (sum, { from, to, quantity }) =>
          sum + (to === 'sellable' ? quantity : 0) - (from === 'sellable' ? quantity : 0),
        0,
      )
  for (const sku of SKUS.filter((one) => !but.includes(one))) {
    for (const place of ['BER', 'MUC'])
      expect(balance(sku, place)).toBe((await hub.position(sku, place))?.sellable ?? 0)
  }
}

describe.each(DATABASE_KINDS)('what ERPs are told on %s', (kind) => {
  test('is what moves goods, in the order of each SKU, and neither promises nor what they have told themselves', async () => {
    await using erp = await PlainErp.open()
    await using hub = await openShop(kind)
    await using _ = deliver(hub, { erp })
    await hub.count('MUG', 'BER', 100)
    const held = await hub.reserve([{ sku: 'MUG', locationId: 'BER', quantity: 2 }])
    if (held.status !== 'posted' || held.document === undefined) throw new Error('Not held')
    const reservation = { id: held.document.id }
    await hub.submit({ kind: 'confirmReservation', reservation })
    await hub.submit({ kind: 'fulfillReservation', reservation })
    await hub.sell('MUG', 'BER', 1, { source: '/erp/erp' })
    await trade(hub, 40)

    await drained(hub, 'erp')
    const books = await erp.books()
    expect(books.filter(({ sku }) => sku === 'MUG').slice(0, 2)).toMatchObject([
      { from: 'loss', to: 'sellable', quantity: 100 },
      { from: 'sellable', to: 'customer', quantity: 2 },
    ])
    const moved = await goodsMoved(hub)
    expect(books.map(({ reference }) => reference).sort()).toEqual(moved.map(({ reference }) => reference).sort())
    expect(books).toHaveLength(42)
  })

  test('waits while the ERP is away, is told once when it is back, and the hub goes on meanwhile', async () => {
    await using erp = await PlainErp.open()
    await using hub = await openShop(kind)
    await using _ = deliver(hub, { erp })
    for (const sku of SKUS) await hub.count(sku, 'BER', 1_000)
    await drained(hub, 'erp')

    await erp.kill()
    await trade(hub, 300)
    const condition = () => hub.db.kysely.selectFrom('erp_condition').selectAll().executeTakeFirst()
    const failing = await until(condition, (row) => row?.circuit === 'OPEN' && row.failures >= 3)
    expect(failing).toMatchObject({ last_error: 'It gave no answer.' })
    expect(failing?.failing_since).toBeInstanceOf(Date)
    const waiting = await until(
      () => statesOf(hub, 'erp'),
      ({ QUEUED = 0, SENT = 0 }) => QUEUED + SENT === 300,
    )
    // One is tried, not a batch after the other.
    expect(waiting.SENT ?? 0).toBeLessThanOrEqual(50)

    await erp.start()
    expect(await drained(hub, 'erp')).toEqual({ behind: 0, ACKNOWLEDGED: 304 })
    expect(await until(condition, (row) => row?.circuit === 'CLOSED')).toMatchObject({ failures: 0, last_error: null })
    await expectToldOnce(hub, erp)
  })

  test('is looked for where the answer was lost, and not told again', async () => {
    await using erp = await PlainErp.open()
    await using hub = await openShop(kind)
    for (const sku of SKUS) await hub.count(sku, 'BER', 1_000)
    await erp.behave({ cutAfterCommit: 3 })
    await using _ = deliver(hub, { erp }, { postBatch: 10 })
    await trade(hub, 60)
    expect(await drained(hub, 'erp')).toEqual({ behind: 0, ACKNOWLEDGED: 64 })
    await expectToldOnce(hub, erp)
  })

  test('is told again only when the ERP is at work on it no longer', async () => {
    await using erp = await PlainErp.open()
    await using hub = await openShop(kind)
    for (const sku of SKUS) await hub.count(sku, 'BER', 1_000)
    // It commits long after the call was given up, but before its connector says that it must be done.
    await erp.behave({ commitAfterMs: 900 })
    const settings = { callMs: 300, unknownMs: 1_500, retryMsMin: 20, retryMsMax: 100 }
    await using _ = deliver(hub, { erp }, { postBatch: 10, retryAfterMs: 1_500 }, { settings })
    await until(
      () => statesOf(hub, 'erp'),
      ({ SENT = 0 }) => SENT > 0,
    )
    await until(
      () => erp.books(),
      (books) => books.length > 0,
    )
    await erp.behave({})
    expect(await drained(hub, 'erp')).toEqual({ behind: 0, ACKNOWLEDGED: 4 })
    // Whatever else it was sent would be on its books by now.
    await sleep(1_500)
    await expectToldOnce(hub, erp)
  })

  test('is put aside in the words of the ERP where it refuses, and what comes after it goes on', async () => {
    await using erp = await PlainErp.open()
    await using hub = await openShop(kind)
    await erp.behave({ refuse: ['PEN'] })
    await using _ = deliver(hub, { erp })
    for (const sku of SKUS) await hub.count(sku, 'BER', 1_000)
    expect(await drained(hub, 'erp')).toEqual({ behind: 0, ACKNOWLEDGED: 3, REFUSED: 1 })
    const letters = await hub.db.kysely.selectFrom('dead_letter').selectAll().execute()
    expect(letters).toMatchObject([
      {
        source: '/erp/erp',
        type: 'onhand.erp.movement',
        code: 'ERP_REFUSED',
        message: 'RULE: Not this one, for good.',
        status: 'OPEN',
        content: { sku: 'PEN', quantity: 1_000, from: 'loss', to: 'sellable' },
      },
    ])

    await erp.behave({})
    await hub.sell('PEN', 'BER', 3)
    await drained(hub, 'erp')
    expect((await erp.books()).filter(({ sku }) => sku === 'PEN')).toMatchObject([{ quantity: 3 }])
    await expectToldOnce(hub, erp, ['PEN'])
  })

  test('keeps its order where the ERP refuses for now, and nothing else waits for it', async () => {
    await using erp = await PlainErp.open()
    await using hub = await openShop(kind)
    await erp.behave({ refuseForNow: ['PEN'] })
    await using _ = deliver(hub, { erp }, { postBatch: 3 })
    for (const sku of SKUS) await hub.count(sku, 'BER', 1_000)
    await trade(hub, 20)
    await until(
      () => erp.books(),
      (books) => books.length === 18,
    )
    await erp.behave({})
    await drained(hub, 'erp')
    await expectToldOnce(hub, erp)
  })

  test('goes on where the connector itself fails at a movement: that one is put aside', async () => {
    await using erp = await PlainErp.open()
    await using hub = await openShop(kind)
    const settings = { callMs: 1_000, unknownMs: 20, retryMsMin: 5, retryMsMax: 20 }
    await using _ = deliver(hub, { erp }, { failsAt: 'CAP', postBatch: 16 }, { settings })
    for (const sku of SKUS) await hub.count(sku, 'BER', 1_000)
    expect(await drained(hub, 'erp')).toEqual({ behind: 0, ACKNOWLEDGED: 3, REFUSED: 1 })
    const [letter] = await hub.db.kysely.selectFrom('dead_letter').selectAll().execute()
    expect(letter).toMatchObject({ message: 'CONNECTOR_FAULT: A mistake of the connector', content: { sku: 'CAP' } })
  })

  // Goal: cutting over and back loses and doubles nothing. Method: trade all the time, and each ERP has every movement from when it was told any.
  test('goes over from one ERP to the other and back while goods move', async () => {
    await using old = await PlainErp.open()
    await using young = await PlainErp.open()
    await using hub = await openShop(kind, 'old', 'young')
    await using _ = deliver(hub, { old, young })
    let over = false
    const trading = (async () => {
      while (!over) {
        await trade(hub, 8)
        await sleep(20)
      }
    })()
    const shadow = await setRoute(hub, 'young', 'SHADOW', ['BER'])
    await setRoute(hub, 'young', 'CUT_OVER', ['BER'])
    await until(
      () => young.books(),
      (books) => books.length > 20,
    )
    await setRoute(hub, 'old', 'CUT_OVER', ['BER'])
    const end = await setRoute(hub, 'young', 'OFF', ['BER'])
    await trade(hub, 8)
    over = true
    await trading
    expect([shadow.status, end.status]).toEqual(['posted', 'posted'])
    await drained(hub, 'old')
    await drained(hub, 'young')

    const routes = await hub.db.kysely
      .selectFrom('erp_route')
      .selectAll()
      .where('system_id', '=', 'young')
      .orderBy('valid_from')
      .execute()
    const [since, until_] = [routes.at(0)?.valid_from, routes.at(-1)?.valid_from]
    const moved = await goodsMoved(hub)
    const forYoung = moved.filter(
      ({ location_id, recorded_at }) =>
        location_id === 'BER' && +recorded_at >= Number(since) && +recorded_at < Number(until_),
    )
    const named = (list: readonly { reference: string }[]) => list.map(({ reference }) => reference).sort()
    // The old one keeps the books in Munich, and in Berlin before, between and after, the time between in SHADOW.
    expect(named(await old.books())).toEqual(named(moved))
    expect(named(await young.books())).toEqual(named(forYoung))
    expect(forYoung.length).toBeGreaterThan(20)
  })

  test('includes what a count takes back of what the ERP tells late, where somebody else counted', async () => {
    await using erp = await PlainErp.open()
    await using hub = await openShop(kind)
    await using _ = deliver(hub, { erp })
    const before = new Date(Date.now() - 60_000)
    await hub.count('MUG', 'BER', 10)
    await hub.submit(
      { kind: 'recordSale', sku: 'MUG', locationId: 'BER', quantity: 2, reference: null, channelId: null },
      { occurredAt: before, event: event('/erp/erp') },
    )
    await hub.submit(
      { kind: 'countStock', sku: 'PEN', locationId: 'BER', quantity: 10, account: 'sellable' },
      { event: event('/erp/erp') },
    )
    await hub.submit(
      { kind: 'recordSale', sku: 'PEN', locationId: 'BER', quantity: 2, reference: null, channelId: null },
      { occurredAt: before, event: event('/erp/erp') },
    )
    await drained(hub, 'erp')
    // The ERP sold two on its books that were counted away already: it gets them back. Its own count had seen its own sale.
    expect(await erp.books()).toMatchObject([
      { sku: 'MUG', from: 'loss', to: 'sellable', quantity: 10 },
      { sku: 'MUG', from: 'loss', to: 'sellable', quantity: 2 },
    ])
  })
})
