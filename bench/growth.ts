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
import { type CoresUsed, countServer } from './support/machine.ts'
import { median } from './support/median.ts'
import { listOf, numberOf } from './support/options.ts'
import { type Column, coresOf, count, headings, line, microsecondsEach, milliseconds } from './support/print.ts'
import { openServer, RECOMMENDED } from './support/server.ts'
import { HOT, type Order, random, SKU_COUNT, skuOf } from './support/workloads.ts'

/*
 * Whether a reservation costs more as the hub grows: orders against an empty database and against one with years of trade, in turns of a second, so that
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
  readonly only: string[]
  readonly json?: string
}

/** A kind of order, against the grown database, and what it is compared with, against the empty one. */
interface Case {
  readonly name: string
  readonly says: string
  readonly order: (key: string, history: History) => Order
  readonly beside: 'spread' | 'hot'
}

/** Against the empty database. */
const BESIDE: Readonly<Record<Case['beside'], (key: string) => Order>> = {
  spread: (key) => ({ key, lines: [{ sku: skuOf(random(SKU_COUNT)), quantity: 1 }] }),
  hot: (key) => ({ key, lines: [{ sku: HOT, quantity: 1 }] }),
}

const CASES: readonly Case[] = [
  {
    name: 'spread',
    says: 'the same 10,000 SKUs at random in both',
    order: BESIDE.spread,
    beside: 'spread',
  },
  {
    name: 'hot',
    says: 'the same SKU in both',
    order: BESIDE.hot,
    beside: 'hot',
  },
  {
    name: 'chain-named',
    says: `a channel of ${CHAIN_LOCATIONS} locations, and a line that names one of them: 10,000 positions at random, beside "spread" in the empty one`,
    order: (key, { chainSkus }) => {
      // As many positions as the empty database has, over as many SKUs as there are.
      const number = random(SKU_COUNT)
      const sku = chainSkuOf(number % chainSkus)
      const locationId = chainLocationOf((Math.floor(number / chainSkus) * 37) % CHAIN_LOCATIONS)
      return { key, channelId: CHAIN_CHANNEL, lines: [{ sku, locationId, quantity: 1 }] }
    },
    beside: 'spread',
  },
  {
    name: 'chain-chosen',
    says: `the same channel, and the hub chooses among the ${CHAIN_LOCATIONS}, beside "spread"`,
    order: (key, { chainSkus }) => ({
      key,
      channelId: CHAIN_CHANNEL,
      lines: [{ sku: chainSkuOf(random(chainSkus)), quantity: 1 }],
    }),
    beside: 'spread',
  },
  {
    name: 'all',
    says: 'all SKUs of the grown database at random, most of which this process meets for the first time, beside "spread"',
    order: (key, { skus }) => ({ key, lines: [{ sku: skuOf(random(skus)), quantity: 1 }] }),
    beside: 'spread',
  },
]

const NAMES = CASES.map(({ name }) => name)

/** What one side of a pair has done in all of its turns. */
interface Side {
  readonly perSecond: number
  readonly p50Ms: number
  readonly p99Ms: number
  readonly cores: CoresUsed | undefined
}

interface Result {
  readonly name: string
  readonly round: number
  readonly empty: Side
  readonly grown: Side
  /** How many times as long an order takes in the grown one, and how many times the time of processors. */
  readonly slower: number
  readonly dearer: number
}

/** A few more than a million, so that there are ten million entries beside those of the shelf. */
const POSITIONS = 1_010_000

const columnsOf = (side: 'empty' | 'grown'): readonly Column<Result>[] => [
  { heading: `${side}: /s`, width: 9, of: (result) => count(result[side].perSecond) },
  { heading: 'p50 ms', width: 6, of: (result) => milliseconds(result[side].p50Ms) },
  { heading: 'p99 ms', width: 6, of: (result) => milliseconds(result[side].p99Ms) },
  {
    heading: 'µs each: hub',
    width: 12,
    of: ({ [side]: { cores, perSecond } }) => microsecondsEach(cores?.here, perSecond),
  },
  {
    heading: 'PostgreSQL',
    width: 10,
    of: ({ [side]: { cores, perSecond } }) => microsecondsEach(cores?.started, perSecond),
  },
]

const COLUMNS: readonly Column<Result>[] = [
  { heading: 'round', width: 5, of: ({ round }) => String(round) },
  { heading: '', width: -13, of: ({ name }) => name },
  ...columnsOf('empty'),
  ...columnsOf('grown'),
  { heading: 'times the time', width: 14, of: ({ slower }) => slower.toFixed(2) },
  { heading: 'of processors', width: 13, of: ({ dearer }) => dearer.toFixed(2) },
  { heading: 'others, cores', width: 13, of: ({ grown }) => coresOf(grown.cores?.others) },
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
  .option(
    '--seconds <number>',
    'measured of each side of a case in a round, in turns of one second',
    numberOf(1, 3_600),
    8,
  )
  .option(
    '--warm-up <seconds>',
    'of each side before that, until each SKU was met and each page was logged once',
    numberOf(0, 600),
    20,
  )
  .option('--defaults', 'a PostgreSQL with its own defaults instead of what docs/operating.md recommends', false)
  .option('--only <names>', `some of ${NAMES.join(',')}`, listOf(NAMES), [...NAMES])
  .option('--audit', 'compare the grown database with its journal at the end', false)
  .option(
    '--keep',
    'leave the grown database on the server of DATABASE_URL, and use it as it stands the next time',
    false,
  )
  .option('--json <file>', 'write all results there as well')
  .parse()
  .opts<Options>()

const TURN_SECONDS = 1
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
const cases = CASES.filter(({ name }) => options.only.includes(name))
for (const { name, says } of cases) console.log(`${name.padEnd(14)} ${says}`)

const results: Result[] = []
for (let round = 1; round <= options.rounds; round++) {
  console.log()
  console.log(headings(COLUMNS))
  for (const kind of cases) {
    const result = await measure(kind, round)
    results.push(result)
    console.log(line(COLUMNS, result))
  }
}

console.log()
for (const kind of cases) console.log(summaryOf(kind))

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

/** A ledger that orders are sent to, and what they did. */
interface Contender extends AsyncDisposable {
  warmUp(): Promise<void>
  turn(): Promise<void>
  /** What it did in its turns. */
  end(): Promise<Side>
}

async function open(
  database: keyof typeof DATABASES,
  prefix: string,
  order: (key: string) => Order,
): Promise<Contender> {
  await using opened = new AsyncDisposableStack()
  const db = await openDatabase({ url: urls[database] })
  opened.defer(() => db.close())
  const bus = openInProcessBus({ log })
  opened.defer(() => bus.close())
  const ledger = await openLedger({ db, bus, log })
  opened.defer(() => ledger.close())
  const owned = opened.move()

  const turns: Drive[] = []
  let number = 0
  let acknowledged = 0

  async function driveFor(seconds: number): Promise<Drive> {
    const driven = await drive(
      (wanted) => reserve(ledger, wanted),
      () => order(`${prefix}-${number++}`),
      { concurrency: options.concurrency, warmUpSeconds: 0, seconds },
    )
    acknowledged += driven.acknowledged
    return driven
  }

  return {
    warmUp: async () => void (await driveFor(options.warmUp)),
    turn: async () => void turns.push(await driveFor(TURN_SECONDS)),
    async end() {
      await ledger.close()
      const lost = acknowledged - (await ordersNamed(urls[database], `${prefix}-`))
      if (lost !== 0) fail(`${prefix}: of the orders that were answered as reserved, ${lost} are not there.`)
      const refused = sum(turns, (turn) => turn.refused)
      if (refused > 0) fail(`${prefix}: ${refused} orders were refused.`)
      const seconds = sum(turns, (turn) => turn.seconds)
      const cores = turns.flatMap((turn) =>
        turn.cores === undefined ? [] : [{ ...turn.cores, seconds: turn.seconds }],
      )
      const used = (what: 'here' | 'started' | 'others') => sum(cores, (turn) => turn[what] * turn.seconds) / seconds
      return {
        perSecond: sum(turns, ({ reserved }) => reserved) / seconds,
        p50Ms: median(turns.map(({ p50Ms }) => p50Ms)),
        p99Ms: median(turns.map(({ p99Ms }) => p99Ms)),
        cores:
          cores.length < turns.length
            ? undefined
            : { here: used('here'), started: used('started'), others: used('others'), cores: cpus().length },
      }
    },
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  }
}

function fail(message: string): void {
  console.error(message)
  process.exitCode = 1
}

async function measure({ name, order, beside }: Case, round: number): Promise<Result> {
  const prefix = `${name} ${run} ${round}`
  await using empty = await open('empty', prefix, BESIDE[beside])
  await using grown = await open('grown', prefix, (key) => order(key, history))
  await server.checkpoint()
  for (const side of [empty, grown]) await side.warmUp()
  for (let turn = 0; turn < options.seconds / TURN_SECONDS; turn++) {
    // Whatever follows the other one meets both.
    for (const side of turn % 2 === 0 ? [empty, grown] : [grown, empty]) await side.turn()
  }
  const sides = { empty: await empty.end(), grown: await grown.end() }
  return {
    name,
    round,
    ...sides,
    slower: sides.empty.perSecond / sides.grown.perSecond,
    dearer: processorTime(sides.grown) / processorTime(sides.empty),
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

/** The middle of the rounds: by rate, and by processor time, which others on the machine disturb less. */
function summaryOf({ name, beside }: Case): string {
  const own = results.filter((result) => result.name === name)
  const of = (value: (result: Result) => number) => median(own.map(value))
  const rates = `${count(of(({ grown }) => grown.perSecond))}/s where "${beside}" has ${count(of(({ empty }) => empty.perSecond))}/s in the empty one`
  const times = `${of(({ slower }) => slower).toFixed(2)}× the time, ${of(({ dearer }) => dearer).toFixed(2)}× the processor time`
  return `${name.padEnd(14)} ${rates}: ${times}`
}

function processorTime({ cores, perSecond }: Side): number {
  return cores === undefined ? Number.NaN : ((cores.here + cores.started) * 1_000_000) / perSecond
}

function sum<T>(values: readonly T[], of: (value: T) => number): number {
  return values.reduce((total, value) => total + of(value), 0)
}
