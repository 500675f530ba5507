import { writeFile } from 'node:fs/promises'
import { cpus } from 'node:os'
import { Command } from 'commander'
import { Client } from 'pg'
import { openDatabase } from '../core/database/connection.ts'
import { migrate } from '../core/database/migrate.ts'
import { openInProcessBus } from '../core/feed/in-process-bus.ts'
import { audit } from '../core/ledger/audit.ts'
import { openLedger } from '../core/ledger/writer.ts'
import { type Progress, progressOn } from '../hub/import/progress.ts'
import { openCommandLog } from '../hub/log.ts'
import { fillShelf, reserve } from './contenders/ours.ts'
import { type Drive, drive } from './support/drive.ts'
import {
  CHAIN_CHANNEL,
  CHAIN_LOCATIONS,
  chainLocationOf,
  chainSkuOf,
  ENTRIES_EACH,
  type History,
  readHistory,
  writeHistory,
} from './support/history.ts'
import { countServer } from './support/machine.ts'
import { numberOf } from './support/options.ts'
import { type Column, coresOf, count, headings, line, microsecondsEach, milliseconds } from './support/print.ts'
import { openServer, RECOMMENDED } from './support/server.ts'
import { HOT, type Order, random, SKU_COUNT, skuOf } from './support/workloads.ts'

/*
 * Whether a reservation costs more as the hub grows: the same orders against an empty database and against one with years of trade, in turns, so that
 * whatever else the machine does meets both. And what a channel of 400 locations costs.
 *
 * The warm-up is long because the grown database begins cold, as it never is in a shop: a SKU is read when it is met first, and PostgreSQL logs each page
 * whole when it is changed for the first time after a checkpoint (full_page_writes), of which the same orders touch many more in a grown database.
 *
 *     npm run bench -- growth [options]
 */

interface Options {
  readonly positions: number
  readonly concurrency: number
  readonly rounds: number
  readonly seconds: number
  readonly warmUp: number
  readonly audit: boolean
  readonly defaults: boolean
  readonly keep: boolean
  readonly json?: string
}

/** One kind of order against one of the two databases. */
interface Case {
  readonly name: string
  readonly says: string
  readonly database: 'empty' | 'grown'
  /** Whose cost this one is compared with. */
  readonly beside?: string
  readonly order: (key: string, history: History) => Order
}

const CASES: readonly Case[] = [
  {
    name: 'spread, empty',
    says: '10,000 SKUs at random, in a database that holds nothing else',
    database: 'empty',
    order: (key) => ({ key, lines: [{ sku: skuOf(random(SKU_COUNT)), quantity: 1 }] }),
  },
  {
    name: 'spread, grown',
    says: 'the same 10,000 SKUs, in the grown database',
    database: 'grown',
    beside: 'spread, empty',
    order: (key) => ({ key, lines: [{ sku: skuOf(random(SKU_COUNT)), quantity: 1 }] }),
  },
  {
    name: 'all, grown',
    says: 'all SKUs of the grown database at random',
    database: 'grown',
    beside: 'spread, empty',
    order: (key, { skus }) => ({ key, lines: [{ sku: skuOf(random(skus)), quantity: 1 }] }),
  },
  {
    name: 'hot, empty',
    says: 'one SKU',
    database: 'empty',
    order: (key) => ({ key, lines: [{ sku: HOT, quantity: 1 }] }),
  },
  {
    name: 'hot, grown',
    says: 'the same SKU, in the grown database',
    database: 'grown',
    beside: 'hot, empty',
    order: (key) => ({ key, lines: [{ sku: HOT, quantity: 1 }] }),
  },
  {
    name: 'chain, named',
    says: `a channel of ${CHAIN_LOCATIONS} locations that all have the SKU; the line names one of them`,
    database: 'grown',
    beside: 'spread, empty',
    order: (key, { chainSkus }) => ({
      key,
      channelId: CHAIN_CHANNEL,
      lines: [
        { sku: chainSkuOf(random(chainSkus)), locationId: chainLocationOf(random(CHAIN_LOCATIONS)), quantity: 1 },
      ],
    }),
  },
  {
    name: 'chain, chosen',
    says: `the same channel; the hub chooses among the ${CHAIN_LOCATIONS}`,
    database: 'grown',
    beside: 'spread, empty',
    order: (key, { chainSkus }) => ({
      key,
      channelId: CHAIN_CHANNEL,
      lines: [{ sku: chainSkuOf(random(chainSkus)), quantity: 1 }],
    }),
  },
]

interface Result extends Drive {
  readonly name: string
  readonly round: number
  readonly perSecond: number
  readonly lost: number
}

/** A few more than a million, so that there are ten million entries beside those of the shelf. */
const POSITIONS = 1_010_000

const COLUMNS: readonly Column<Result>[] = [
  { heading: 'round', width: 5, of: ({ round }) => String(round) },
  { heading: '', width: -14, of: ({ name }) => name },
  { heading: 'reserved/s', width: 10, of: ({ perSecond }) => count(perSecond) },
  { heading: 'p50 ms', width: 7, of: ({ p50Ms }) => milliseconds(p50Ms) },
  { heading: 'p99 ms', width: 7, of: ({ p99Ms }) => milliseconds(p99Ms) },
  { heading: 'µs each: hub', width: 12, of: ({ cores, perSecond }) => microsecondsEach(cores?.here, perSecond) },
  { heading: 'PostgreSQL', width: 10, of: ({ cores, perSecond }) => microsecondsEach(cores?.started, perSecond) },
  { heading: 'others, cores', width: 13, of: ({ cores }) => coresOf(cores?.others) },
]

const options = new Command('npm run bench -- growth')
  .description('Whether a reservation costs more with 10 million journal entries, and with a channel of 400 locations.')
  .option(
    '--positions <number>',
    `with ${ENTRIES_EACH} journal entries each`,
    numberOf(100_000, 100_000_000),
    POSITIONS,
  )
  .option('--concurrency <number>', 'orders under way at once', numberOf(1, 1_000), 64)
  .option('--rounds <number>', 'each measures every case once', numberOf(1, 100), 3)
  .option('--seconds <number>', 'measured in each case and round', numberOf(0.5, 3_600), 5)
  .option(
    '--warm-up <seconds>',
    'before that, as long as it takes until each SKU was met and each page was logged once',
    numberOf(0, 600),
    20,
  )
  .option('--defaults', 'a PostgreSQL with its own defaults instead of what docs/operating.md recommends', false)
  .option('--audit', 'compare the grown database with its journal at the end', false)
  .option(
    '--keep',
    'leave the grown database on the server of DATABASE_URL, and use it as it stands the next time',
    false,
  )
  .option('--json <file>', 'write all results there as well')
  .parse()
  .opts<Options>()

const DATABASES = { empty: 'onhand_bench_empty', grown: 'onhand_bench_grown' } as const
const log = openCommandLog('warn', 'bench')
/** In the keys of this run: a database that was kept knows those of the runs before. */
const run = Date.now().toString(36)

await using server = await openServer(options.defaults ? {} : RECOMMENDED)
await countServer(server.url)
const machine = `${await server.describe()}; Node ${process.versions.node}; ${cpus().length} cores`
console.log(machine)

const urls = {
  empty: await server.createDatabase(DATABASES.empty),
  grown: '',
}
await fillShelf(urls.empty)
const kept = options.keep ? await server.findDatabase(DATABASES.grown) : undefined
const begun = performance.now()
let history: History
if (kept === undefined) {
  urls.grown = await server.createDatabase(DATABASES.grown, DATABASES.empty)
  console.log(`writing ${count(options.positions)} positions with ${ENTRIES_EACH} journal entries each …`)
  history = await writeHistory(urls.grown, options.positions, progressBeside(process.stderr))
} else {
  urls.grown = kept
  await bringUpToDate(kept)
  history = await readHistory(kept, options.positions)
}
const took = (performance.now() - begun) / 1000
console.log(
  `${count(history.positions)} positions, ${count(history.entries)} journal entries, ${await sizeOf(urls.grown)}, ${kept === undefined ? `in ${took.toFixed(0)} s` : 'as they were left'}`,
)
console.log()
for (const { name, says } of CASES) console.log(`${name.padEnd(14)} ${says}`)

const results: Result[] = []
for (let round = 1; round <= options.rounds; round++) {
  console.log()
  console.log(headings(COLUMNS))
  for (const kind of CASES) {
    const result = await measure(kind, round)
    results.push(result)
    console.log(line(COLUMNS, result))
  }
}

console.log()
for (const kind of CASES) console.log(summaryOf(kind))

if (options.json !== undefined) {
  await writeFile(options.json, `${JSON.stringify({ at: new Date(), machine, history, results }, null, 2)}\n`)
}

if (options.audit) {
  const db = await openDatabase({ url: urls.grown })
  const { positions, entries, found } = await audit({ db })
  await db.close()
  console.log(`audit: ${count(positions)} positions and ${count(entries)} entries, ${count(found)} differences`)
  if (found > 0) process.exitCode = 1
}
for (const name of Object.values(DATABASES)) {
  if (!options.keep || name !== DATABASES.grown) await server.dropDatabase(name)
}

async function measure({ name, database, order }: Case, round: number): Promise<Result> {
  const db = await openDatabase({ url: urls[database] })
  const bus = openInProcessBus({ log })
  const ledger = await openLedger({ db, bus, log })
  const prefix = `${name} ${run} ${round}`
  let number = 0
  try {
    await server.checkpoint()
    const driven = await drive(
      (wanted) => reserve(ledger, wanted),
      () => order(`${prefix}-${number++}`, history),
      { concurrency: options.concurrency, warmUpSeconds: options.warmUp, seconds: options.seconds },
    )
    await ledger.close()
    const lost = driven.acknowledged - (await ordersNamed(urls[database], `${prefix}-`))
    if (lost !== 0) {
      console.error(`${name}: ${driven.acknowledged} orders were answered as reserved, ${lost} of them are not there.`)
      process.exitCode = 1
    }
    return { name, round, perSecond: driven.reserved / driven.seconds, lost, ...driven }
  } finally {
    await ledger.close()
    await bus.close()
    await db.close()
  }
}

/** As a shop would have it: of this version, and with holds that go on. Those of the last measurement are overdue, and every batch would end some first. */
async function bringUpToDate(url: string): Promise<void> {
  const db = await openDatabase({ url })
  try {
    await migrate(db)
  } finally {
    await db.close()
  }
  await ask(url, "update reservation_line set expires_at = now() + interval '1 day' where held > 0")
  await ask(url, 'vacuum analyze reservation_line')
}

async function ordersNamed(url: string, prefix: string): Promise<number> {
  const [row] = await ask<{ orders: string }>(
    url,
    'select count(*) as orders from reservation where reference >= $1 and reference < $1 || chr(127)',
    [prefix],
  )
  return Number(row?.orders)
}

async function sizeOf(url: string): Promise<string> {
  const [row] = await ask<{ size: string }>(url, 'select pg_size_pretty(pg_database_size(current_database())) as size')
  return row?.size ?? '?'
}

async function ask<Row extends object>(url: string, text: string, values: unknown[] = []): Promise<Row[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Row>(text, values)).rows
  } finally {
    await client.end()
  }
}

/** The bar of an import on a terminal; elsewhere a line for each eighth, because filling takes minutes. */
function progressBeside(stream: NodeJS.WriteStream): Progress {
  if (stream.isTTY) return progressOn(stream)
  let what = ''
  let total = 0
  return {
    begin(name, all) {
      what = name
      total = all
    },
    advance(done) {
      if (done % Math.ceil(total / 8) === 0 || done === total) stream.write(`  ${what} ${done} of ${total}\n`)
    },
    end() {},
  }
}

/** The middle of the rounds, beside what it is compared with: by rate, and by processor time, which others on the machine disturb less. */
function summaryOf({ name, beside }: Case): string {
  const rate = median(name, ({ perSecond }) => perSecond)
  const time = median(name, processorTime)
  const text = `${name.padEnd(14)} ${count(rate).padStart(8)}/s ${count(time).padStart(6)} µs of processors each`
  if (beside === undefined) return text
  const slower = median(beside, ({ perSecond }) => perSecond) / rate
  const dearer = time / median(beside, processorTime)
  return `${text}: ${slower.toFixed(2)}× the time, ${dearer.toFixed(2)}× the processor time of "${beside}"`
}

function processorTime({ cores, perSecond }: Result): number {
  return cores === undefined ? Number.NaN : ((cores.here + cores.started) * 1_000_000) / perSecond
}

function median(name: string, of: (result: Result) => number): number {
  const values = results
    .filter((result) => result.name === name)
    .map(of)
    .sort((a, b) => a - b)
  return values[Math.floor(values.length / 2)] ?? Number.NaN
}
