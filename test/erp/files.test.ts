import { createReadStream, createWriteStream, existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rename, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { Pulls } from '../../core/erp/pulls.ts'
import { sourceOfErp } from '../../core/erp/routes.ts'
import type { ErpConnector } from '../../erp/connector.ts'
import { openFiles } from '../../erp/files/connector.ts'
import type { FileFormat, FilesSettings } from '../../erp/files/settings.ts'
import { pullFromErp } from '../../erp/pull/pull-from-erp.ts'
import { openIngestHub } from '../ingest/ingest-hub.ts'
import { SILENT } from '../support/ledger.ts'
import { describeConformance, type ErpUnderTest, eventsIn, lastWatermark, pullAll } from './conformance.ts'

const FORMATS: FileFormat[] = [
  { pattern: 'items-*.csv', rows: 'item' },
  { pattern: 'sales-*.csv', rows: 'sale' },
  { pattern: 'receipts-*.csv', rows: 'receipt' },
  { pattern: 'stock-*.csv', rows: 'stock' },
]

async function filesUnderTest(): Promise<ErpUnderTest> {
  const folder = await mkdtemp(join(tmpdir(), 'onhand-files-'))
  let number = 0
  const drop = async (kind: string, rows: string[], total: number | '') => {
    const name = `${kind}-${String(++number).padStart(4, '0')}.csv`
    await mkdir(join(folder, 'in'), { recursive: true })
    await writeFile(join(folder, 'in', name), [...rows, `#end,${rows.length - 1},${total}`, ''].join('\n'))
  }
  const move = (kind: string) => (sku: string, locationId: string, quantity: number) =>
    drop(kind, ['sku,location,quantity', `${sku},${locationId},${quantity}`], quantity)
  return {
    open: () => openFiles({ folder, source: '/erp/files', files: FORMATS, pageSize: 1 }),
    sell: move('sales'),
    receive: move('receipts'),
    tellItems: () => drop('items', ['sku,title,unit,otherUnit,factor', 'MUG,Mug,each,,', 'TEA,Tea,each,case,12'], ''),
    stop: () => rename(folder, `${folder}-away`),
    start: () => rename(`${folder}-away`, folder),
    async [Symbol.asyncDispose]() {
      await rm(folder, { recursive: true, force: true })
    },
  }
}

describeConformance('files in a folder', filesUnderTest)

describe('a folder of files', () => {
  let folder: string
  let connector: ErpConnector
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'onhand-files-'))
    await mkdir(join(folder, 'in'))
    connector = open()
    return () => rm(folder, { recursive: true, force: true })
  })
  afterEach(() => connector.close())

  const open = (more: Partial<FilesSettings> = {}) =>
    openFiles({ folder, source: '/erp/files', files: FORMATS, ...more })
  const put = (name: string, ...lines: string[]) => writeFile(join(folder, 'in', name), lines.join('\n'))
  const there = async (part: string) => (await readdir(join(folder, part))).sort()
  const report = (name: string) => readFile(join(folder, 'rejected', `${name}.report.txt`), 'utf8')

  test('one that is still being written is left alone, and taken when it is whole', async () => {
    await put('sales-1.csv', 'sku,location,quantity', 'MUG,ST1,3', 'MUG,ST1')
    expect(eventsIn(await pullAll(connector, null))).toEqual([])
    expect(await there('in')).toEqual(['sales-1.csv'])
    await put('sales-1.csv', 'sku,location,quantity', 'MUG,ST1,3', 'MUG,ST1,4', '#end,2,7')
    const pages = await pullAll(connector, null)
    expect(eventsIn(pages).map(({ id, data }) => [id, data.quantity])).toEqual([
      ['sales-1.csv:2', '3'],
      ['sales-1.csv:3', '4'],
    ])
    // It is archived when it is stored, and not before.
    expect(await there('in')).toEqual(['sales-1.csv'])
    await pullAll(connector, lastWatermark(pages))
    expect(await there('in')).toEqual([])
    expect(await there('archive')).toEqual(['sales-1.csv', 'sales-1.csv.sha256'])
  })

  test('one that is never finished is told', async () => {
    await put('sales-1.csv', 'sku,location,quantity', 'MUG,ST1,3')
    const long = new Date(Date.now() - 7_200_000)
    await utimes(join(folder, 'in', 'sales-1.csv'), long, long)
    expect(eventsIn(await pullAll(connector, null))).toEqual([])
    expect(await report('sales-1.csv')).toMatch(/no trailer/)
  })

  test.each([
    ['a row is missing', ['MUG,ST1,3', '#end,2,3'], /line 3: The trailer says 2 rows; there are 1/],
    [
      'a quantity was changed',
      ['MUG,ST1,3', 'MUG,ST1,0.7', '#end,2,3.8'],
      /line 4: .* add up to 3\.8; they add up to 3\.7/,
    ],
    [
      'a quantity is none',
      ['MUG,ST1,3', 'MUG,ST1,many', 'PLATE,,1', '#end,3,4'],
      /line 3: quantity "many".*\nline 4: location is empty/,
    ],
    ['a row is cut', ['MUG,ST1', '#end,1,0'], /line 2: It has 2 columns where the header has 3/],
    ['rows follow the trailer', ['MUG,ST1,3', '#end,1,3', 'MUG,ST1,3'], /line 4: There are rows after the trailer/],
  ])('nothing of one is taken where %s', async (_what, lines, said) => {
    await put('sales-1.csv', 'sku,location,quantity', ...lines)
    await put('sales-2.csv', 'sku,location,quantity', 'MUG,ST1,1', '#end,1,1')
    expect(eventsIn(await pullAll(connector, null)).map(({ id }) => id)).toEqual(['sales-2.csv:2'])
    expect(await report('sales-1.csv')).toMatch(said)
    expect(await there('rejected')).toEqual(['sales-1.csv', 'sales-1.csv.report.txt'])
  })

  test('a header without a column that is needed, and a name that nobody knows, are told', async () => {
    await put('sales-1.csv', 'sku,shop,quantity', 'MUG,ST1,3', '#end,1,3')
    await put('notes.csv', 'hello')
    expect(eventsIn(await pullAll(connector, null))).toEqual([])
    expect(await report('sales-1.csv')).toMatch(/line 1: The header has no column "location"/)
    expect(await report('notes.csv')).toMatch(/say nothing about files of such a name/)
  })

  test('a kind of location that the hub does not know is told', async () => {
    connector = open({ files: [{ pattern: 'shops-*.csv', rows: 'location' }] })
    await put('shops-1.csv', 'location,name,kind', 'S1,One,STORE', 'S2,Two,SHOP', '#end,2,')
    await pullAll(connector, null)
    expect(await report('shops-1.csv')).toMatch(/line 3: kind "SHOP"/)
  })

  test('the same file again is no news, and another of its name is rejected', async () => {
    const lines = ['sku,location,quantity', 'MUG,ST1,3', '#end,1,3']
    await put('sales-1.csv', ...lines)
    const watermark = lastWatermark(await pullAll(connector, null))
    await pullAll(connector, watermark)
    await put('sales-1.csv', ...lines)
    expect(eventsIn(await pullAll(open(), watermark))).toEqual([])
    expect(await there('in')).toEqual([])
    await put('sales-1.csv', 'sku,location,quantity', 'MUG,ST1,4', '#end,1,4')
    expect(eventsIn(await pullAll(connector, watermark))).toEqual([])
    expect(await report('sales-1.csv')).toMatch(/Another file of that name/)
  })

  test('times have a zone, or that of the settings; a day is when the file was written', async () => {
    connector = open({ timeZone: 'Europe/London' })
    const rows = ['MUG,ST1,1,2026-07-01T12:00:00', 'MUG,ST1,1,2026-07-01T12:00:00+05:00', 'MUG,ST1,1,2026-07-01']
    await put('sales-1.csv', 'sku,location,quantity,time', ...rows, '#end,3,3')
    const written = new Date('2026-07-02T05:06:07Z')
    await utimes(join(folder, 'in', 'sales-1.csv'), written, written)
    expect(eventsIn(await pullAll(connector, null)).map(({ time }) => time)).toEqual([
      '2026-07-01T11:00:00.000Z',
      '2026-07-01T07:00:00.000Z',
      '2026-07-02T05:06:07.000Z',
    ])
  })

  test('a full file is what is on the books, and nothing that happened', async () => {
    await put(
      'stock-1.csv',
      'sku,location,quantity,factor',
      'MUG,ST1,7,',
      'TEA,ST1,3,12',
      'TEA,DC1,0.5,1',
      '#end,3,10.5',
    )
    const watermark = lastWatermark(await pullAll(connector, null))
    expect(eventsIn(await pullAll(connector, watermark))).toEqual([])
    const never = new AbortController().signal
    const [page] = await Array.fromAsync(connector.snapshot({ locationIds: null, skus: null }, never))
    expect(page?.balances.map(({ sku, locationId, quantity }) => [sku, locationId, quantity])).toEqual([
      ['MUG', 'ST1', 7],
      ['TEA', 'ST1', 36],
    ])
    expect(page?.unreadable).toMatchObject([{ sku: 'TEA', locationId: 'DC1' }])
    const some = await Array.fromAsync(connector.snapshot({ locationIds: ['ST1'], skus: ['TEA'] }, never))
    expect(some.flatMap(({ balances }) => balances)).toMatchObject([{ sku: 'TEA', quantity: 36 }])
  })
})

const DATA = fileURLToPath(new URL('../../../shared/data', import.meta.url))

/** FoodMart (Apache 2.0) and AdventureWorks (MIT) lie beside the repository, not in it. */
async function importFolder(set: string, names: readonly string[], skip: (note: string) => never) {
  const from = join(DATA, set)
  if (!existsSync(from)) {
    const missing = `The ${set} data is not at ${from}: this test has nothing to read. Put it there to run it.`
    console.warn(missing)
    return skip(missing)
  }
  const folder = await mkdtemp(join(tmpdir(), 'onhand-files-'))
  await mkdir(join(folder, 'in'))
  for (const [index, name] of names.entries()) {
    // As a sender does: under another name, and renamed when it is whole. The order of names is that in which they are read.
    const unfinished = join(folder, 'in', `${name}.part`)
    await pipeline(createReadStream(join(from, name)), createWriteStream(unfinished))
    await rename(unfinished, join(folder, 'in', `${index}-${name}`))
  }
  return folder
}

async function readAll(folder: string, files: readonly FileFormat[]) {
  const hub = await openIngestHub('postgres')
  await hub.submit({ kind: 'upsertLocations', locations: [{ id: 'DC', name: 'The one of AdventureWorks' }] })
  await hub.submit({ kind: 'upsertErpSystem', id: 'old', connector: 'files', settings: {} })
  await hub.submit({
    kind: 'setErpRoute',
    systemId: 'old',
    locationIds: null,
    skuPrefixes: null,
    mode: 'LIVE',
    validFrom: null,
  })
  const pulls = new Pulls(hub.db.kysely)
  const connector = openFiles({ folder, source: sourceOfErp('old'), complete: 'rename', files })
  const { routes } = await pulls.systems()
  const read = () =>
    pullFromErp({
      ...{ systemId: 'old', connector, routes, pulls, ledger: hub.ledger, ingest: hub.ingest, log: SILENT },
      ...{ acknowledge: async () => ({ lost: [], untold: [] }), signal: new AbortController().signal, leaseMs: 30_000 },
    })
  const pulled = await read()
  await read()
  return { hub, pulled }
}

test('FoodMart: shops and warehouses, and what went from one to the other', { timeout: 300_000 }, async ({ skip }) => {
  const names = ['stores.csv.gz', 'warehouses.csv.gz', 'products.csv.gz', 'receipts.csv.gz', 'sales-1998-12.csv.gz']
  const folder = await importFolder('foodmart', names, (note) => skip(note))
  const numbered = { prefix: { location: 'S', origin: 'W' } } as const
  const { hub, pulled } = await readAll(folder, [
    {
      pattern: '*-stores.csv.gz',
      rows: 'location',
      columns: { location: 'store_id' },
      fixed: { kind: 'STORE' },
      ...numbered,
    },
    {
      pattern: '*-warehouses.csv.gz',
      rows: 'location',
      columns: { location: 'warehouse_id' },
      prefix: { location: 'W' },
    },
    {
      pattern: '*-products.csv.gz',
      rows: 'item',
      columns: { sku: 'product_id', title: 'name', factor: 'units_per_case' },
      fixed: { otherUnit: 'case' },
    },
    {
      pattern: '*-receipts.csv.gz',
      rows: 'transfer',
      columns: {
        sku: 'product_id',
        location: 'store_id',
        origin: 'warehouse_id',
        quantity: 'units_shipped',
        time: 'date',
      },
      ...numbered,
    },
    {
      pattern: '*-sales-*.csv.gz',
      rows: 'sale',
      columns: { sku: 'product_id', location: 'store_id', time: 'date' },
      ...numbered,
    },
  ])
  // What its README says of it: 11,352 receipts, 23 of them of nothing at all; 18,325 sales.
  expect(pulled?.events).toEqual({ ACCEPTED: 2 * (11_352 - 23) + 18_325 })
  expect(pulled?.items).toBe(1_560)
  const { rows } = await sql<{ shops: number; warehouses: number }>`
    select sum(sellable) filter (where location_id like 'S%')::int as shops, sum(sellable) filter (where location_id like 'W%')::int as warehouses from position
  `.execute(hub.db.kysely)
  expect(rows[0]).toEqual({ shops: 573_342 - 56_729, warehouses: -573_342 })
  expect(await readdir(join(folder, 'in'))).toEqual([])
  expect(await readdir(join(folder, 'rejected'))).toEqual([])
  await hub[Symbol.asyncDispose]()
  await rm(folder, { recursive: true, force: true })
})

test('AdventureWorks: deliveries that were short, or partly rejected', { timeout: 300_000 }, async ({ skip }) => {
  const names = ['product.csv.gz', 'purchase_order_detail.csv.gz']
  const folder = await importFolder('adventureworks', names, (note) => skip(note))
  const { hub, pulled } = await readAll(folder, [
    { pattern: '*-product.csv.gz', rows: 'item', columns: { sku: 'product_id', title: 'name' } },
    {
      pattern: '*-purchase_order_detail.csv.gz',
      rows: 'receipt',
      columns: { sku: 'product_id', quantity: 'received_qty', rejected: 'rejected_qty', time: 'modified_date' },
      fixed: { location: 'DC' },
    },
  ])
  expect(pulled?.items).toBe(504)
  // What its README says of it: 8,845 lines, 2,327,299 received, 72,700 of them rejected, on 563 lines.
  expect(pulled?.events).toEqual({ ACCEPTED: 8_845 + 563 })
  const { rows } = await sql`select sum(sellable)::int as sellable, sum(damaged)::int as damaged from position`.execute(
    hub.db.kysely,
  )
  expect(rows[0]).toEqual({ sellable: 2_327_299 - 72_700, damaged: 72_700 })
  await hub[Symbol.asyncDispose]()
  await rm(folder, { recursive: true, force: true })
})
