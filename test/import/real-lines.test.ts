import { createReadStream, createWriteStream } from 'node:fs'
import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import { expect, test } from 'vitest'
import { importOnlineRetail } from '../../hub/import/online-retail.ts'
import { readRows } from '../../hub/import/online-retail-rows.ts'
import { openIngestHub } from '../ingest/ingest-hub.ts'
import { SILENT } from '../support/ledger.ts'
import { realData } from './real-data.ts'

/** A folder with the first lines of the real file. */
async function firstLines(folder: string, lines: number) {
  const shorter = await mkdtemp(join(tmpdir(), 'onhand-retail-'))
  for (const name of ['skus.csv.gz', 'adjustments.csv.gz']) await copyFile(join(folder, name), join(shorter, name))
  async function* head() {
    let line = 0
    for await (const text of createInterface(
      createReadStream(join(folder, 'transactions.csv.gz')).pipe(createGunzip()),
    )) {
      if (line++ > lines) return
      yield `${text}\n`
    }
  }
  await pipeline(Readable.from(head()), createGzip(), createWriteStream(join(shorter, 'transactions.csv.gz')))
  return { folder: shorter, [Symbol.asyncDispose]: () => rm(shorter, { recursive: true }) }
}

test('the real file is read as its description counts it', async (context) => {
  const counts: Record<string, number> = {}
  let rows = 0
  for await (const some of readRows(realData(context))) {
    rows += some.length
    for (const { what } of some) counts[what] = (counts[what] ?? 0) + 1
  }
  expect(rows).toBe(541_909)
  expect(counts).toEqual({ sale: 530_146, return: 9_288, correction: 2_475 })
})

test('the first days of the real year are imported and proven', async (context) => {
  const folder = realData(context)
  await using hub = await openIngestHub('postgres')
  await using files = await firstLines(folder, 10_000)
  const { db, ledger, ingest } = hub

  const report = await importOnlineRetail({
    folder: files.folder,
    openingStock: 'auto',
    db,
    ledger,
    ingest,
    log: SILENT,
  })
  expect(report).toMatchObject({ rows: 10_000, compared: 4_053, different: [], refused: [] })
  expect(Object.keys(report.results)).toEqual(['ACCEPTED'])
}, 120_000)
