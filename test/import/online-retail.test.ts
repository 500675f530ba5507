import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { importOnlineRetail } from '../../hub/import/online-retail.ts'
import { UnreadableFile } from '../../hub/import/online-retail-rows.ts'
import { exitCodeOf, printReport } from '../../hub/import/print-report.ts'
import { type IngestHub, openIngestHub } from '../ingest/ingest-hub.ts'
import { DATABASE_KINDS } from '../support/database.ts'
import { SILENT } from '../support/ledger.ts'

// A made-up file in the form of the real one, with each of its quirks.
const TRANSACTIONS = `invoice,sku,quantity,occurred_at,unit_price,customer,country,is_cancellation
1001,85123A,6,2010-12-01T08:26:00,2.55,17850,United Kingdom,false
1001,85123A,6,2010-12-01T08:26:00,2.55,17850,United Kingdom,false
1001,85123a,2,2010-12-01T08:26:00,2.55,17850,United Kingdom,false
1001,POST,1,2010-12-01T08:26:00,18,17850,United Kingdom,false
1002,22139,5,2011-07-01T09:00:00,1.25,,EIRE,false
1001,85123A,1,2011-07-01T09:01:00,2.55,17850,United Kingdom,false
C1003,85123A,-4,2011-07-02T10:00:00,2.55,17850,United Kingdom,true
C1003,22139,-1,2011-07-02T10:00:00,1.25,17850,United Kingdom,true
1004,22139,-3,2011-07-03T10:00:00,0,,United Kingdom,false
1005,85123a,9,2011-07-03T11:00:00,0,,United Kingdom,false
1006,22139,1,2011-07-03T12:00:00,0,17850,United Kingdom,false
1007,gift,1,2011-07-03T12:00:00,10,,United Kingdom,false
`
const SKUS = `sku,kind,description,lines,units_out,units_cancelled,modal_price,first_seen,last_seen,description_variants
85123A,product,"WHITE ""HANGING"" HEART, T-LIGHT",4,13,4,2.55,2010-12-01T08:26:00,2011-07-02T10:00:00,1
85123a,product,,2,2,0,2.55,2010-12-01T08:26:00,2011-07-03T11:00:00,1
22139,product,RETROSPOT TEA SET,4,6,1,1.25,2011-07-01T09:00:00,2011-07-03T12:00:00,1
POST,non_product,POSTAGE,1,1,0,18,2010-12-01T08:26:00,2010-12-01T08:26:00,1
gift,gift_voucher,GIFT VOUCHER,1,1,0,10,2011-07-03T12:00:00,2011-07-03T12:00:00,1
`
const ADJUSTMENTS = `row,sku,quantity,note
9,22139,-3,thrown away
10,85123a,9,
`

async function folderOf(files: Record<string, string>) {
  const folder = await mkdtemp(join(tmpdir(), 'onhand-retail-'))
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, `${name}.csv.gz`), gzipSync(text))
  return { folder, [Symbol.asyncDispose]: () => rm(folder, { recursive: true }) }
}

const year = { transactions: TRANSACTIONS, skus: SKUS, adjustments: ADJUSTMENTS }

function importInto(hub: IngestHub, folder: string, openingStock: 'auto' | number = 'auto') {
  return importOnlineRetail({ folder, openingStock, db: hub.db, ledger: hub.ledger, ingest: hub.ingest, log: SILENT })
}

describe.each(DATABASE_KINDS)('%s', (kind) => {
  test('a year of trade is imported and proven', async () => {
    await using hub = await openIngestHub(kind)
    await using files = await folderOf(year)
    const report = await importInto(hub, files.folder)

    expect(report).toMatchObject({
      rows: 12,
      skipped: { non_product: 1, gift_voucher: 1 },
      events: { count: 3, sale: 6, return: 2, correction: 2 },
      results: { ACCEPTED: 13 },
      units: { sale: -21, return: 5, correction: 6 },
      // 85123A sells 13, 85123a 2, and 22139 falls to −8 after 5 − 1 + 3 + 1.
      openingUnits: 13 + 2 + 8,
      accounts: { sellable: 8, qualityHold: 5, damaged: 0, blocked: 0, customer: 16, loss: -29 },
      compared: 3,
      different: [],
    })
    expect(exitCodeOf(report)).toBe(0)
    expect(await hub.position('85123A', 'UK')).toMatchObject({ sellable: 0, qualityHold: 4 })
    expect(await hub.position('85123a', 'UK')).toMatchObject({ sellable: 9, qualityHold: 0 })
    expect(await hub.position('22139', 'UK')).toMatchObject({ sellable: -1, qualityHold: 1 })
  })

  test('what was posted bears the invoice, the moment in London and the note', async () => {
    await using hub = await openIngestHub(kind)
    await using files = await folderOf(year)
    await importInto(hub, files.folder)
    const journal = await hub.db.kysely
      .selectFrom('journal')
      .select(['event_id', 'kind', 'sku', 'quantity', 'reference', 'reason', 'occurred_at'])
      .orderBy('occurred_at')
      .orderBy('event_id')
      .execute()
    const entry = (id: string) => journal.find((it) => it.event_id === id)

    expect(journal[0]).toMatchObject({ kind: 'count', occurred_at: new Date('2010-12-01T08:25:00Z') })
    expect(entry('1001/85123A/1')).toMatchObject({
      quantity: 6,
      reference: '1001',
      occurred_at: new Date('2010-12-01T08:26:00Z'),
    })
    expect(entry('1001/85123A/2')).toMatchObject({ quantity: 6, reference: '1001' })
    expect(entry('1001/85123A/3')).toMatchObject({ quantity: 1, occurred_at: new Date('2011-07-01T08:01:00Z') })
    expect(entry('C1003/85123A/1')).toMatchObject({ kind: 'return', quantity: 4, reference: 'C1003' })
    expect(entry('1004/22139/1')).toMatchObject({ kind: 'adjustment', quantity: 3, reason: 'thrown away' })
    expect(entry('1005/85123a/1')).toMatchObject({ kind: 'adjustment', quantity: 9, reason: 'stock correction' })
  })

  test('imported again, everything is a duplicate and the books still agree', async () => {
    await using hub = await openIngestHub(kind)
    await using files = await folderOf(year)
    await importInto(hub, files.folder)
    const before = await hub.db.kysely.selectFrom('bucket_head').select('number').orderBy('bucket').execute()

    const again = await importInto(hub, files.folder)
    expect(again).toMatchObject({ results: { DUPLICATE: 13 }, different: [] })
    expect(await hub.db.kysely.selectFrom('bucket_head').select('number').orderBy('bucket').execute()).toEqual(before)
  })

  test('opening stock can be the same for all', async () => {
    await using hub = await openIngestHub(kind)
    await using files = await folderOf(year)
    expect(await importInto(hub, files.folder, 100)).toMatchObject({ openingUnits: 300, different: [] })
    expect(await hub.position('85123A', 'UK')).toMatchObject({ sellable: 87, qualityHold: 4 })
  })

  test('other opening stock than before is a conflict, and the books say where they differ', async () => {
    await using hub = await openIngestHub(kind)
    await using files = await folderOf(year)
    await importInto(hub, files.folder, 100)
    const report = await importInto(hub, files.folder, 50)

    expect(report.results).toEqual({ DUPLICATE: 10, 'REJECTED EVENT_CONFLICT': 3 })
    expect(report.different.map(({ expected, onHand }) => onHand - expected)).toEqual([50, 50, 50])
    expect(exitCodeOf(report)).toBe(1)
    const lines: string[] = []
    printReport(report, (line) => lines.push(line))
    expect(lines.join('\n')).toContain('0 of 3 SKUs agree')
  })
})

test.each([
  ['a header of another file', { ...year, transactions: 'a,b,c\n1,2,3\n' }, /begins with "a,b,c"/],
  [
    'a quantity that is none',
    { ...year, transactions: TRANSACTIONS.replace(',6,', ',six,') },
    /line 1: .* is no order line/,
  ],
  ['a SKU that nobody knows', { ...year, skus: SKUS.replace('POST,', 'POSTE,') }, /line 4: skus.csv.gz has no "POST"/],
])('a file with %s is told with its line, before anything is imported', async (_name, files, message) => {
  await using hub = await openIngestHub('pglite')
  await using broken = await folderOf(files)

  const failed = importInto(hub, broken.folder)
  await expect(failed).rejects.toThrow(UnreadableFile)
  await expect(failed).rejects.toThrow(message)
  expect(await hub.db.kysely.selectFrom('item').select('sku').execute()).toEqual([])
})

test('a folder without the files is told', async () => {
  await using hub = await openIngestHub('pglite')
  await expect(importInto(hub, '/nowhere')).rejects.toThrow(/ENOENT.*skus.csv.gz/)
})
