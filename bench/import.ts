import { access } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Command } from 'commander'
import { sql } from 'kysely'
import { Client } from 'pg'
import { readConfig } from '../core/config.ts'
import { type Database, openDatabase } from '../core/database/connection.ts'
import { migrate } from '../core/database/migrate.ts'
import { openInProcessBus } from '../core/feed/in-process-bus.ts'
import { createIngest } from '../core/ingest/ingest.ts'
import { bucketOf } from '../core/ledger/bucket.ts'
import { openLedger } from '../core/ledger/writer.ts'
import { importOnlineRetail } from '../hub/import/online-retail.ts'
import { printReport } from '../hub/import/print-report.ts'
import { openCommandLog } from '../hub/log.ts'
import { startPostgres } from '../test/support/postgres-server.ts'

/*
 * The whole year of trade through the door for events, on a real, durable PostgreSQL, next to what the same server takes of bare rows: journal and
 * positions in batches, without deciding, events, facts, feed or duplicates.
 *
 *     node bench/import.ts [folder]
 *
 * Uses a new database on the server of DATABASE_URL where set, else a PostgreSQL of its own with default settings.
 */

const [folder = ''] = new Command('npm run bench -- import')
  .description('The year of trade through the door for events, beside bare batched inserts on the same server.')
  .argument(
    '[folder]',
    'with the three files of Online Retail',
    fileURLToPath(new URL('../../shared/data/online-retail', import.meta.url)),
  )
  .parse().processedArgs
const log = openCommandLog('warn', 'bench')

await access(join(folder, 'transactions.csv.gz')).catch(() => {
  console.error(
    `There is no transactions.csv.gz in ${folder}. Give the folder of the Online Retail data as the first argument.`,
  )
  process.exit(2)
})

const given = process.env.DATABASE_URL
await using server = given ? { url: given, [Symbol.asyncDispose]: async () => {} } : await startPostgres()

await withDatabase('onhand_bench_import', async (db) => {
  const bus = openInProcessBus({ log })
  const ledger = await openLedger({ db, bus, log })
  const ingest = createIngest({ ledger, db, config: readConfig({}), log })

  const report = await importOnlineRetail({ folder, openingStock: 'auto', db, ledger, ingest, log })
  const peakMiB = process.resourceUsage().maxRSS / 1024
  await ledger.close()
  await bus.close()

  printReport(report, (line) => console.log(line))
  console.log()
  console.log(
    `import             ${perSecond(report.rows, report.seconds)} lines/s (${report.seconds.toFixed(1)} s for ${report.rows} lines)`,
  )
  console.log(`peak memory        ${peakMiB.toFixed(0)} MiB (hub and importer, one process)`)
})

await withDatabase('onhand_bench_raw', async (db) => {
  for (const connections of [1, 2]) {
    const rate = await rawInserts(db, connections, 150)
    console.log(
      `bare rows          ${rate} rows/s (journal and position, batches of 1,000, ${connections} connection${connections > 1 ? 's' : ''})`,
    )
  }
})

function perSecond(count: number, seconds: number): number {
  return Math.round(count / seconds)
}

async function withDatabase(name: string, work: (db: Database) => Promise<void>): Promise<void> {
  const admin = new Client({ connectionString: server.url })
  await admin.connect()
  await admin.query(`drop database if exists "${name}" with (force)`)
  await admin.query(`create database "${name}"`)
  const url = new URL(server.url)
  url.pathname = `/${name}`
  const db = await openDatabase({ url: url.href })
  try {
    await migrate(db)
    await work(db)
  } finally {
    await db.close()
    await admin.query(`drop database if exists "${name}" with (force)`)
    await admin.end()
  }
}

/** Rows per second when the batches of each connection follow each other without a pause, each committed durably. */
async function rawInserts(db: Database, connections: number, batches: number): Promise<number> {
  const size = 1_000
  const now = new Date().toISOString()
  let next = 1_000_000 * connections
  const started = performance.now()
  await Promise.all(
    Array.from({ length: connections }, async (_, connection) => {
      for (let batch = 0; batch < batches; batch++) {
        const rows = Array.from({ length: size }, () => {
          const sku = `SKU-${connection}-${Math.floor(Math.random() * 4_000)}`
          return { bucket: bucketOf(sku), number: next++, sku, quantity: 1 + Math.floor(Math.random() * 20) }
        })
        await db.kysely.transaction().execute(async (tx) => {
          await sql`
            insert into journal (bucket, number, sku, location_id, from_account, to_account, quantity, kind,
                                 occurred_at, recorded_at, reference, source, event_id)
            select bucket, number, sku, 'UK', 'sellable', 'customer', quantity, 'sale', ${now}, ${now}, '536365',
                   '/import/online-retail', number::text
            from unnest(${rows.map((row) => row.bucket)}::smallint[], ${rows.map((row) => row.number)}::bigint[],
                        ${rows.map((row) => row.sku)}::text[], ${rows.map((row) => row.quantity)}::bigint[])
              as w (bucket, number, sku, quantity)
          `.execute(tx)
          const sold = Map.groupBy(rows, (row) => row.sku)
          const positions = [...sold].map(([sku, of]) => ({
            sku,
            units: of.reduce((sum, row) => sum + row.quantity, 0),
          }))
          await sql`
            insert into position as p (bucket, sku, location_id, sellable, updated_at)
            select bucket, sku, 'UK', -units, ${now}
            from unnest(${positions.map(({ sku }) => bucketOf(sku))}::smallint[], ${positions.map(({ sku }) => sku)}::text[],
                        ${positions.map(({ units }) => units)}::bigint[]) as w (bucket, sku, units)
            order by bucket, sku
            on conflict (bucket, sku, location_id) do update set sellable = p.sellable + excluded.sellable, updated_at = excluded.updated_at
          `.execute(tx)
        })
      }
    }),
  )
  return perSecond(connections * batches * size, (performance.now() - started) / 1000)
}
