import { writeFile } from 'node:fs/promises'
import { cpus } from 'node:os'
import { Command } from 'commander'
import { Client } from 'pg'
import { openDatabase } from '../core/database/connection.ts'
import type { Verdict } from './contenders/contender.ts'
import { fillShelf, judgeOurs } from './contenders/ours.ts'
import { type CoresUsed, countServer, watchCores } from './support/machine.ts'
import { listOf, numberOf, numbersOf } from './support/options.ts'
import { type Column, coresOf, count, headings, line, microsecondsEach, milliseconds } from './support/print.ts'
import { openServer } from './support/server.ts'
import { ordersOf, WORKLOAD_SAYS, WORKLOADS, type Workload } from './support/workloads.ts'
import { startWriter, type Writer, type WriterReport } from './support/writer-process.ts'

/*
 * Several processes on one database, each with a ledger, which is the part of a hub that writes, and a load of its own: what they reach together, beside one alone under the same load, and
 * whether they keep the promises between them. For each hundred orders of the load, one more is sent to all of them at the same time, under one key.
 *
 *     npm run bench -- processes [options]
 */

interface Options {
  readonly workload: Workload[]
  readonly processes: number[]
  readonly concurrency: number
  readonly seconds: number
  readonly warmUp: number
  readonly json?: string
}

interface Result extends Verdict {
  readonly workload: Workload
  readonly processes: number
  readonly perSecond: number
  /** Of the slowest process. */
  readonly p50Ms: number
  readonly p99Ms: number
  /** Keys that were sent to all processes at the same time. */
  readonly shared: number
  /** Transactions that PostgreSQL ended because they waited for each other. */
  readonly deadlocks: number
  readonly complaints: readonly string[]
  readonly cores: CoresUsed | undefined
}

const DATABASE = 'onhand_bench_processes'
const TEMPLATE = 'onhand_bench_processes_template'

const COLUMNS: readonly Column<Result>[] = [
  { heading: 'processes', width: 10, of: ({ processes }) => String(processes) },
  { heading: 'reserved/s', width: 10, of: ({ perSecond }) => count(perSecond) },
  { heading: 'p50 ms', width: 7, of: ({ p50Ms }) => milliseconds(p50Ms) },
  { heading: 'p99 ms', width: 7, of: ({ p99Ms }) => milliseconds(p99Ms) },
  { heading: 'oversold', width: 8, of: ({ oversold }) => count(oversold) },
  { heading: 'doubled', width: 7, of: ({ doubleEffects }) => count(doubleEffects) },
  { heading: 'lost', width: 5, of: ({ lost }) => count(lost) },
  { heading: 'shared keys', width: 11, of: ({ shared }) => count(shared) },
  { heading: 'deadlocks', width: 9, of: ({ deadlocks }) => count(deadlocks) },
  { heading: 'complaints', width: 10, of: ({ complaints }) => count(complaints.length) },
  { heading: 'µs each', width: 7, of: ({ cores, perSecond }) => microsecondsEach(cores?.started, perSecond) },
  { heading: 'others, cores', width: 13, of: ({ cores }) => coresOf(cores?.others) },
]

const options = new Command('npm run bench -- processes')
  .description(
    'Several processes that each run a ledger on one database, under one load: throughput, guarantees, deadlocks.',
  )
  .option('--workload <names>', `some of ${WORKLOADS.join(',')}`, listOf(WORKLOADS), [...WORKLOADS])
  .option('--processes <numbers>', 'beside each other', numbersOf(1, 64), [1, 2])
  .option('--concurrency <number>', 'orders under way at once, shared out among the processes', numberOf(1, 1_000), 64)
  .option('--seconds <number>', 'measured in each run', numberOf(0.5, 3_600), 5)
  .option('--warm-up <seconds>', 'before that, in each run', numberOf(0, 600), 2)
  .option('--json <file>', 'write all results there as well')
  .parse()
  .opts<Options>()

await using server = await openServer()
await countServer(server.url)
const machine = `${await server.describe()}; Node ${process.versions.node}; ${cpus().length} cores`
console.log(machine)

await fillShelf(await server.createDatabase(TEMPLATE))
const results: Result[] = []
for (const workload of options.workload) {
  console.log()
  console.log(`${workload}: ${WORKLOAD_SAYS[workload]}; ${options.concurrency} at once`)
  console.log(headings(COLUMNS))
  for (const processes of options.processes) {
    const result = await measure(workload, processes)
    results.push(result)
    console.log(line(COLUMNS, result))
    for (const complaint of new Set(result.complaints)) console.log(`            ${complaint}`)
  }
}
await server.dropDatabase(TEMPLATE)

if (options.json !== undefined) {
  await writeFile(options.json, `${JSON.stringify({ at: new Date(), machine, results }, null, 2)}\n`)
}
if (results.some((it) => it.oversold + it.doubleEffects + it.lost + it.drifted + it.unsold > 0)) {
  console.error('Promises were broken.')
  process.exitCode = 1
}

async function measure(workload: Workload, processes: number): Promise<Result> {
  const url = await server.createDatabase(DATABASE, TEMPLATE)
  const db = await openDatabase({ url, poolSize: 2 })
  try {
    await using stack = new AsyncDisposableStack()
    const writers: Writer[] = []
    for (let index = 0; index < processes; index++) writers.push(stack.use(await startWriter(url)))
    await server.checkpoint()
    const deadlocksBefore = await deadlocksIn(url)

    const share = Math.max(1, Math.round(options.concurrency / processes))
    let watch = watchCores()
    let cores: CoresUsed | undefined
    const next = ordersOf(workload, 'shared')
    let shared = 0
    const reports = await Promise.all(
      writers.map((writer, index) =>
        writer.load(
          {
            workload,
            prefix: `run-${index}`,
            concurrency: share,
            warmUpSeconds: options.warmUp,
            seconds: options.seconds,
          },
          {
            begin: () => {
              if (index === 0) watch = watchCores()
            },
            end: () => {
              if (index === 0) cores = watch()
            },
            hundred: () => {
              const order = next()
              shared++
              for (const other of writers) other.send(order)
            },
          },
        ),
      ),
    )
    await stack.disposeAsync()
    const verdict = await judgeOurs(db, workload, acknowledgedIn(reports))
    const sum = (of: (report: WriterReport) => number) => reports.reduce((total, report) => total + of(report), 0)
    return {
      workload,
      processes,
      shared,
      perSecond: sum(({ driven }) => driven.reserved / driven.seconds),
      p50Ms: Math.max(...reports.map(({ driven }) => driven.p50Ms)),
      p99Ms: Math.max(...reports.map(({ driven }) => driven.p99Ms)),
      deadlocks: (await deadlocksIn(url)) - deadlocksBefore,
      complaints: reports.flatMap(({ complaints }) => complaints),
      cores,
      ...verdict,
    }
  } finally {
    await db.close()
    await server.dropDatabase(DATABASE)
  }
}

/** Orders that were answered as reserved, by whichever process: those that all were sent count once. */
function acknowledgedIn(reports: readonly WriterReport[]): number {
  const shared = new Set(reports.flatMap(({ reservedKeys }) => reservedKeys))
  return reports.reduce((total, { driven, last }) => total + driven.acknowledged + last, shared.size)
}

/** Since the database was made. A session tells its counts when it ends, or a moment after it became idle. */
async function deadlocksIn(url: string): Promise<number> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<{ deadlocks: string }>(
      'select deadlocks from pg_stat_database where datname = current_database()',
    )
    return Number(rows[0]?.deadlocks)
  } finally {
    await client.end()
  }
}
