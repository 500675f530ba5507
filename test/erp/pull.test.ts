import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, describe, expect, test } from 'vitest'
import { Pulls } from '../../core/erp/pulls.ts'
import type { ErpMode } from '../../core/erp/routes.ts'
import { sourceOfErp } from '../../core/erp/routes.ts'
import { onHand as sumOf } from '../../core/ledger/accounts.ts'
import { balancesOf } from '../../core/ledger/rows.ts'
import type { Acknowledgement, ErpConnector, ErpEvent, PulledPage } from '../../erp/connector.ts'
import { type PullFromErpOptions, pullFromErp } from '../../erp/pull/pull-from-erp.ts'
import { pullFromErps } from '../../erp/pull/pull-from-erps.ts'
import { openTryton } from '../../erp/tryton/connector.ts'
import { decimalOf } from '../../erp/tryton/values.ts'
import { type IngestHub, openIngestHub } from '../ingest/ingest-hub.ts'
import { DATABASE_KINDS, type DatabaseKind } from '../support/database.ts'
import { SILENT } from '../support/ledger.ts'
import { startTryton } from '../support/tryton.ts'

const ERP = 'books'
const SOURCE = sourceOfErp(ERP)

/** An ERP that is a list of what happened, read two at a time. Its watermark is a place in the list. */
class Diary implements ErpConnector {
  readonly kind = 'diary'
  readonly can = { pull: true, snapshot: false, post: [], find: false, postBatch: 1 }
  readonly pages: PulledPage[] = []
  pulls = 0
  /** Called before a page is handed over. */
  before: (page: number) => void | Promise<void> = () => {}

  sold(quantity: number, more: Partial<ErpEvent> = {}): this {
    const id = `sale-${this.pages.length}`
    const data = { sku: 'MUG', locationId: 'BER', quantity }
    return this.add({ events: [{ ...told('onhand.sale.recorded.v1', data), id, ...more }] })
  }

  add(page: Partial<PulledPage>): this {
    const watermark = String(this.pages.length + 1)
    const nothing = { items: [], locations: [], events: [], acknowledgements: [] }
    this.pages.push({ ...nothing, upTo: new Date(1_700_000_000_000 + this.pages.length), ...page, watermark })
    return this
  }

  async *pull(watermark: string | null): AsyncGenerator<PulledPage> {
    this.pulls++
    for (let at = Number(watermark ?? 0); at < this.pages.length; at++) {
      await this.before(at)
      const page = this.pages[at]
      if (page !== undefined) yield page
    }
  }

  async health() {
    return { version: '1', now: new Date(), aheadMs: 0 }
  }
  async *snapshot() {}
  async post() {
    return []
  }
  async find() {
    return []
  }
  async close() {}
}

function told(type: string, data: Readonly<Record<string, unknown>>, more: Partial<ErpEvent> = {}): ErpEvent {
  return { specversion: '1.0', id: 'one', source: SOURCE, type, time: new Date().toISOString(), data, ...more }
}

let hub: IngestHub
afterEach(async () => {
  await hub[Symbol.asyncDispose]()
})

async function open(kind: DatabaseKind, mode: ErpMode = 'LIVE'): Promise<void> {
  hub = await openIngestHub(kind)
  await hub.submit({ kind: 'upsertLocations', locations: [{ id: 'BER', name: 'Berlin' }] })
  await hub.submit({ kind: 'upsertItems', items: [{ sku: 'MUG', title: 'Mug' }] })
  await hub.submit({ kind: 'upsertErpSystem', id: ERP, connector: 'diary', settings: {} })
  const route = { locationIds: null, skuPrefixes: null, mode, validFrom: null }
  await hub.submit({ kind: 'setErpRoute', systemId: ERP, ...route })
}

async function options(connector: ErpConnector, more: Partial<PullFromErpOptions> = {}): Promise<PullFromErpOptions> {
  const pulls = new Pulls(hub.db.kysely)
  const { routes } = await pulls.systems()
  return {
    systemId: ERP,
    connector,
    routes,
    pulls,
    ledger: hub.ledger,
    ingest: hub.ingest,
    acknowledge: async () => ({ lost: [], untold: [] }),
    log: SILENT,
    signal: new AbortController().signal,
    leaseMs: 30_000,
    ...more,
  }
}

async function sellable(): Promise<number> {
  return (await hub.position('MUG', 'BER'))?.sellable ?? 0
}

async function watermark(): Promise<string | null> {
  const row = await hub.db.kysely.selectFrom('erp_pull').select('watermark').executeTakeFirst()
  return row?.watermark ?? null
}

describe.each(DATABASE_KINDS)('reading an ERP, on %s', (kind) => {
  test('records what it tells, and goes on where it ended', async () => {
    await open(kind)
    const diary = new Diary()
    diary.add({ events: [told('onhand.stock.received.v1', { sku: 'MUG', locationId: 'BER', quantity: 10 })] }).sold(3)
    expect(await pullFromErp(await options(diary))).toMatchObject({ events: { ACCEPTED: 2 } })
    expect(await sellable()).toBe(7)
    diary.sold(1)
    expect(await pullFromErp(await options(diary))).toMatchObject({ events: { ACCEPTED: 1 } })
    expect(await sellable()).toBe(6)
    expect(await watermark()).toBe('3')
  })

  test('stores items and locations before what is told of them, and leaves what people here have said', async () => {
    await open(kind)
    const diary = new Diary().add({
      items: [
        { sku: 'TEA', title: 'Tea', unit: 'each', units: [{ unit: 'case', factor: 12 }] },
        { sku: 'MUG', title: 'Mug, blue', unit: 'gram', units: [] },
      ],
      locations: [
        { id: 'BER', name: 'Store 7', kind: 'STORE' },
        { id: 'HAM', name: 'Hamburg', kind: 'STORE' },
      ],
      events: [told('onhand.stock.received.v1', { sku: 'TEA', locationId: 'HAM', quantity: '0.5', unit: 'case' })],
    })
    // The mug is counted in pieces here, so that it is weighed there is told and changes nothing; nor does it keep the tea away.
    expect(await pullFromErp(await options(diary))).toMatchObject({ events: { ACCEPTED: 1 } })
    expect((await hub.position('TEA', 'HAM'))?.sellable).toBe(6)
    const rows = await hub.db.kysely.selectFrom('location').select(['id', 'name']).orderBy('id').execute()
    expect(rows).toEqual([
      { id: 'BER', name: 'Berlin' },
      { id: 'HAM', name: 'Hamburg' },
    ])
  })

  test('has all looked through that the ERP is to be told before a count of its own is taken', async () => {
    await open(kind)
    for (let sold = 0; sold < 3; sold++) await hub.sell('MUG', 'BER', 1)
    const place = { sku: 'MUG', locationId: 'BER' }
    const count = told('onhand.stock.counted.v1', { ...place, quantity: 10 }, { erpbooked: '10' })
    await pullFromErp(await options(new Diary().add({ events: [count] })))
    const queued = await hub.db.kysely.selectFrom('erp_movement').select('state').execute()
    expect(queued).toEqual(Array(3).fill({ state: 'QUEUED' }))
  })

  test('lists a count of which only the day is known until what it counted is counted again', async () => {
    await open(kind)
    await hub.submit({ kind: 'upsertItems', items: [{ sku: 'CUP', title: 'Cup' }] })
    const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000)
    for (const sku of ['MUG', 'CUP']) await hub.sell(sku, 'BER', 3, { at: hoursAgo(2) })
    const ofDay = { erpfrom: hoursAgo(3).toISOString(), time: hoursAgo(1).toISOString() }
    const counted = (id: string, data: object, more: Partial<ErpEvent> = {}) =>
      told('onhand.stock.counted.v1', { sku: 'MUG', locationId: 'BER', quantity: 10, ...data }, { id, ...more })
    const diary = new Diary()
    const read = async (...events: ErpEvent[]) => {
      await pullFromErp(await options(diary.add({ events })))
      return hub.db.kysely.selectFrom('erp_divergence').select(['sku', 'state']).execute()
    }
    const half = { quantity: '0.5' }

    expect(await read(counted('refused', half, ofDay))).toEqual([])
    expect(await read(counted('day', {}, ofDay))).toEqual([{ sku: 'MUG', state: 'HELD' }])
    // Neither one that was refused nor one of something else says more.
    const others = [counted('refused-too', half), counted('broken', { account: 'damaged' })]
    expect(await read(...others)).toEqual([{ sku: 'MUG', state: 'HELD' }])
    expect(await read(counted('again', {}))).toEqual([{ sku: 'MUG', state: 'GONE' }])
    // Known already when the day is told.
    const both = [counted('cups-of-day', { sku: 'CUP' }, ofDay), counted('cups', { sku: 'CUP' })]
    expect(await read(...both)).toEqual([{ sku: 'MUG', state: 'GONE' }])
  })

  // Goal: what is interrupted is read again, and counts once. Method: fail after the events of a page were recorded, before its watermark is.
  test('loses nothing and counts nothing twice where it is interrupted', async () => {
    await open(kind)
    const diary = new Diary().sold(1).sold(2).sold(4)
    let failed = false
    const acknowledge = async () => {
      if (!failed && (await watermark()) === '1') {
        failed = true
        throw new Error('the process ends here')
      }
      return { lost: [], untold: [] }
    }
    await expect(pullFromErp(await options(diary, { acknowledge }))).rejects.toThrow('ends here')
    expect(await watermark()).toBe('1')
    expect(await sellable()).toBe(-3)
    expect(await pullFromErp(await options(diary, { acknowledge }))).toMatchObject({
      events: { DUPLICATE: 1, ACCEPTED: 1 },
    })
    expect(await sellable()).toBe(-7)
  })

  test('is done by one process at a time, and by another when that one says nothing any more', async () => {
    await open(kind)
    const diary = new Diary().sold(1).sold(2)
    const slow = await options(diary, { leaseMs: 30_000 })
    let secondSaw: unknown = 'nothing'
    diary.before = async (page) => {
      if (page !== 1) return
      diary.before = () => {}
      secondSaw = await pullFromErp(await options(diary))
    }
    await pullFromErp(slow)
    expect(secondSaw).toBeUndefined()

    // The lease of one that went away is over.
    diary.sold(4)
    const gone = new Pulls(hub.db.kysely)
    await gone.take(ERP, 1)
    await sleep(20)
    expect(await pullFromErp(await options(diary))).toMatchObject({ events: { ACCEPTED: 1 } })
    expect(await gone.reached(ERP, '1', new Date(), 1_000)).toBe(false)
    expect(await watermark()).toBe('3')
  })

  test('of an ERP that is only compared, nothing is recorded', async () => {
    await open(kind, 'SHADOW')
    expect(await pullFromErp(await options(new Diary().sold(1)))).toMatchObject({ events: { SHADOW: 1 } })
    expect(await sellable()).toBe(0)
    expect(await watermark()).toBe('1')
  })

  test('what cannot be applied becomes a dead letter, and the rest goes on', async () => {
    await open(kind)
    const diary = new Diary()
    diary
      .add({ events: [told('onhand.sale.recorded.v1', { sku: 'NO-SUCH-THING', locationId: 'BER', quantity: 1 })] })
      .sold(2)
    expect(await pullFromErp(await options(diary))).toMatchObject({ events: { UNKNOWN_SKU: 1, ACCEPTED: 1 } })
    expect(await hub.deadLetters()).toMatchObject([{ source: SOURCE, event_id: 'one', code: 'UNKNOWN_SKU' }])
    expect(await watermark()).toBe('2')
  })

  test('hands on what came from us', async () => {
    await open(kind)
    const seen: Acknowledgement = { reference: 'onhand:1:2', erpReference: 'note 5', at: new Date(), events: [] }
    const diary = new Diary().add({ acknowledgements: [seen] })
    const heard: unknown[] = []
    const acknowledge: PullFromErpOptions['acknowledge'] = async (systemId, acknowledgements) => {
      heard.push(systemId, ...acknowledgements)
      return { lost: [], untold: [] }
    }
    expect(await pullFromErp(await options(diary, { acknowledge }))).toMatchObject({ acknowledgements: 1 })
    expect(heard).toEqual([ERP, seen])
  })

  test('reads again and again, tells how far it is behind, and leaves an ERP that is paused alone', async () => {
    await open(kind)
    const diary = new Diary().sold(1)
    const { pulls, ledger, ingest, acknowledge } = await options(diary)
    let failures = 0
    diary.before = () => {
      if (failures++ === 0) throw new Error('not now')
    }
    const reading = pullFromErps({
      ...{ pulls, ledger, ingest, acknowledge, log: SILENT, intervalMs: 20 },
      connect: () => diary,
    })
    try {
      await until(async () => (await watermark()) === '1')
      diary.sold(2)
      await until(async () => (await watermark()) === '2')
      expect(await sellable()).toBe(-3)
      const [figures] = await pulls.figures()
      expect(figures).toMatchObject({ systemId: ERP, failures: 0 })
      expect(figures?.behindSeconds).toBeGreaterThan(0)

      await hub.submit({ kind: 'upsertErpSystem', id: ERP, paused: true })
      await sleep(200)
      const { pulls: before } = diary
      await sleep(200)
      expect(diary.pulls).toBe(before)
    } finally {
      await reading.close()
    }
  })
})

async function until(condition: () => Promise<boolean>): Promise<void> {
  for (const deadline = Date.now() + 60_000; !(await condition()); ) {
    if (Date.now() > deadline) throw new Error('It did not come true')
    await sleep(20)
  }
}

const never = new AbortController().signal

// Goal: what the hub shows is what the ERP has on its books. Method: trade of every sort in a real ERP while it is read, and then a look at every position of both.
test('a hub that reads a Tryton has its stock', { timeout: 600_000 }, async ({ skip }) => {
  await using tryton = await startTryton((note) => {
    skip(note)
    throw new Error(note)
  })
  const { admin, shop } = tryton
  hub = await openIngestHub('postgres')
  await hub.submit({ kind: 'upsertErpSystem', id: ERP, connector: 'tryton', settings: {} })
  await hub.submit({
    kind: 'setErpRoute',
    systemId: ERP,
    locationIds: null,
    skuPrefixes: null,
    mode: 'LIVE',
    validFrom: null,
  })

  const place = (code: string) => shop.storage[code] ?? Number.NaN
  const uom = (sku: string) => (sku === 'TEA' ? shop.uom.case : sku === 'FLOUR' ? shop.uom.kilogram : shop.uom.unit)
  async function move(sku: string, quantity: number, from: number, to: number): Promise<void> {
    const priced = [shop.customerLocation, shop.supplierLocation].some((one) => one === from || one === to)
    const values = {
      ...{ product: shop.products[sku], quantity, uom: uom(sku), from_location: from, to_location: to, company: 1 },
      ...(priced ? { currency: shop.currency, unit_price: decimalOf('1.00') } : {}),
    }
    const created = await admin.call('model.stock.move.create', [[values]], never)
    await admin.call('model.stock.move.do', [created], never)
  }
  async function count(sku: string, code: string, quantity: number): Promise<void> {
    const date = {
      __class__: 'date',
      year: new Date().getUTCFullYear(),
      month: new Date().getUTCMonth() + 1,
      day: new Date().getUTCDate(),
    }
    const lines = [['create', [{ product: shop.products[sku], quantity }]]]
    const values = { location: place(code), date, company: 1, empty_quantity: 'keep', lines }
    const created = await admin.call('model.stock.inventory.create', [[values]], never)
    await admin.call('model.stock.inventory.confirm', [created], never)
  }

  const connector = openTryton({ ...tryton.settings, source: SOURCE, pageSize: 3 })
  const pulls = new Pulls(hub.db.kysely)
  const reading = pullFromErps({
    ...{
      pulls,
      ledger: hub.ledger,
      ingest: hub.ingest,
      acknowledge: async () => ({ lost: [], untold: [] }),
      log: SILENT,
      intervalMs: 50,
    },
    connect: () => connector,
  })
  try {
    for (const [sku, quantity] of [
      ['MUG', 100],
      ['PLATE', 40],
      ['TEA', 10],
      ['FLOUR', 12.5],
    ] as const) {
      for (const code of ['DC1', 'ST1']) await move(sku, quantity, shop.supplierLocation, place(code))
    }
    await move('MUG', 3, place('ST1'), shop.customerLocation)
    await move('TEA', 2, place('ST1'), shop.customerLocation)
    await move('FLOUR', 0.25, place('ST1'), shop.customerLocation)
    await move('MUG', 2, shop.customerLocation, place('ST1-QC'))
    await move('MUG', 1, place('ST1-QC'), place('ST1'))
    await move('PLATE', 5, place('DC1'), place('ST2'))
    await move('PLATE', 4, place('DC1'), place('DC1-A'))
    await move('PLATE', 1, place('ST2'), shop.lostAndFound)
    await count('MUG', 'ST1', 90)
    await count('FLOUR', 'DC1', 13)
    await tryton.stop()
    await tryton.start()
    await move('MUG', 7, place('DC1'), shop.customerLocation)

    const books = new Map<string, number>()
    for await (const { balances, unreadable } of connector.snapshot({ locationIds: null, skus: null }, never)) {
      expect(unreadable).toEqual([])
      for (const { sku, locationId, quantity } of balances) {
        books.set(`${sku} at ${locationId}`, (books.get(`${sku} at ${locationId}`) ?? 0) + quantity)
      }
    }
    expect(books.get('TEA at ST1')).toBe(96)
    expect(books.get('FLOUR at ST1')).toBe(12_250)
    expect(books.get('MUG at ST1')).toBe(91)
    const stock = async () => {
      const rows = await hub.db.kysely.selectFrom('position').selectAll().execute()
      return new Map(
        rows.flatMap((row) => {
          const there = sumOf(balancesOf(row))
          return there === 0 ? [] : [[`${row.sku} at ${row.location_id}`, there]]
        }),
      )
    }
    const inOrder = (map: Map<string, number>) => [...map].sort(([a], [b]) => (a < b ? -1 : 1))
    await until(async () => JSON.stringify(inOrder(await stock())) === JSON.stringify(inOrder(books))).catch(() => {})
    expect(inOrder(await stock())).toEqual(inOrder(books))
    expect(await hub.deadLetters()).toEqual([])
    expect((await hub.position('MUG', 'ST1'))?.qualityHold).toBe(1)
  } finally {
    await reading.close()
  }
})
