import { writeFile } from 'node:fs/promises'
import { cpus } from 'node:os'
import { Command } from 'commander'
import { CONTENDERS, type Contender, type ContenderName, type Measured } from './contenders/contender.ts'
import { installMedusa, isMedusaInstalled, medusaContender } from './contenders/medusa.ts'
import { ourContender } from './contenders/ours.ts'
import { findPgbench, pgbenchContender } from './contenders/pgbench.ts'
import { statementContender } from './contenders/statement.ts'
import { countServer } from './support/machine.ts'
import { listOf, numberOf, numbersOf } from './support/options.ts'
import { type Column, coresOf, count, headings, line, microsecondsEach, milliseconds } from './support/print.ts'
import { openServer } from './support/server.ts'
import { WORKLOAD_SAYS, WORKLOADS, type Workload } from './support/workloads.ts'

/*
 * How fast stock is reserved on a durable PostgreSQL, beside what else could be picked, in the same run: the runs of one workload follow each other, so
 * that whatever else the machine does meets all of them. Each run begins with full shelves in a new database, sends one key in a hundred twice at the
 * same time, ends with a fight for the last units, and is then judged by what stands in the database.
 *
 *     npm run bench -- reservations [options]
 */

interface Options {
  readonly workload: Workload[]
  readonly concurrency: number[]
  readonly seconds: number
  readonly warmUp: number
  readonly rounds: number
  readonly only: ContenderName[]
  readonly medusa: boolean
  readonly json?: string
  readonly profile?: string
}

interface Result extends Measured {
  readonly workload: Workload
  readonly concurrency: number
  readonly contender: ContenderName
  readonly perSecond: number
}

/** What the database said is shown for every contender; anything but nought is a broken promise. */
const COLUMNS: readonly Column<Result>[] = [
  { heading: 'at once', width: 9, of: ({ concurrency }) => String(concurrency) },
  { heading: '', width: -12, of: ({ contender }) => contender },
  { heading: 'reserved/s', width: 10, of: ({ perSecond }) => count(perSecond) },
  { heading: 'p50 ms', width: 7, of: ({ p50Ms }) => milliseconds(p50Ms) },
  { heading: 'p99 ms', width: 7, of: ({ p99Ms }) => milliseconds(p99Ms) },
  { heading: 'oversold', width: 8, of: ({ oversold }) => count(oversold) },
  { heading: 'doubled', width: 7, of: ({ doubleEffects }) => count(doubleEffects) },
  { heading: 'lost', width: 5, of: ({ lost }) => count(lost) },
  { heading: 'µs each: client', width: 15, of: ({ cores, perSecond }) => microsecondsEach(cores?.here, perSecond) },
  { heading: 'server', width: 6, of: ({ cores, perSecond }) => microsecondsEach(cores?.started, perSecond) },
  { heading: 'others, cores', width: 13, of: ({ cores }) => coresOf(cores?.others) },
  { heading: '', width: -60, of: ratios },
]

const options = new Command('npm run bench -- reservations')
  .description('How fast stock is reserved on a durable PostgreSQL, beside its baselines.')
  .option('--workload <names>', `some of ${WORKLOADS.join(',')}`, listOf(WORKLOADS), [...WORKLOADS])
  .option('--concurrency <numbers>', 'orders under way at once', numbersOf(1, 1_000), [16, 64, 256])
  .option('--seconds <number>', 'measured in each run', numberOf(0.5, 3_600), 5)
  .option(
    '--warm-up <seconds>',
    'before that, in each run: as servers are that have run for a while',
    numberOf(0, 600),
    10,
  )
  .option('--rounds <number>', 'of each run, the one that others disturbed least is shown', numberOf(1, 100), 1)
  .option('--only <names>', `some of ${CONTENDERS.join(',')}`, listOf(CONTENDERS), [...CONTENDERS])
  .option('--medusa', 'install Medusa from npm where it is missing', false)
  .option('--json <file>', 'write all results there as well')
  .option('--profile <folder>', 'write CPU profiles of this hub there, with the functions that time is spent in')
  .parse()
  .opts<Options>()

await using server = await openServer()
await countServer(server.url)
const [{ model = 'unknown' } = {}] = cpus()
const machine = `${await server.describe()}; Node ${process.versions.node}; ${cpus().length} cores (${model.trim()})`
console.log(machine)

await using contenders = new AsyncDisposableStack()
const taking: Contender[] = []
for (const name of CONTENDERS) {
  if (!options.only.includes(name)) continue
  const contender = await open(name)
  if (typeof contender !== 'string') taking.push(contenders.use(contender))
  console.log(`${name.padEnd(13)}${typeof contender === 'string' ? contender : contender.says}`)
}

const results: Result[] = []
let broken = 0
for (const workload of options.workload) {
  console.log()
  console.log(`${workload}: ${WORKLOAD_SAYS[workload]}`)
  console.log(headings(COLUMNS))
  for (const concurrency of options.concurrency) {
    for (const result of await calmest(workload, concurrency)) {
      results.push(result)
      console.log(line(COLUMNS, result))
    }
  }
}

if (options.json !== undefined) {
  await writeFile(options.json, `${JSON.stringify({ at: new Date(), machine, results }, null, 2)}\n`)
}

if (broken > 0) {
  console.error(`Promises were broken in ${broken} runs of ours.`)
  process.exitCode = 1
}

/** Every contender in turns, as many rounds as wanted; of each the run in which others used the machine least, whatever came of it. */
async function calmest(workload: Workload, concurrency: number): Promise<Result[]> {
  const { warmUp: warmUpSeconds, seconds, profile: profileFolder } = options
  const chosen = new Map<ContenderName, Result>()
  const whyNot = new Map<ContenderName, string>()
  for (let round = 0; round < options.rounds; round++) {
    for (const contender of taking) {
      const measured = await contender.run({ workload, concurrency, warmUpSeconds, seconds, profileFolder })
      if (typeof measured === 'string') {
        whyNot.set(contender.name, measured)
        continue
      }
      const perSecond = measured.reserved / measured.seconds
      const result = { workload, concurrency, contender: contender.name, perSecond, ...measured }
      if (contender.name === 'ours' && !isClean(result)) broken++
      const before = chosen.get(contender.name)
      if (before === undefined || othersIn(result) < othersIn(before)) chosen.set(contender.name, result)
    }
  }
  for (const [name, why] of whyNot) {
    if (!chosen.has(name)) console.log(`${String(concurrency).padStart(9)}  ${name}: NOT MEASURED, ${why}`)
  }
  // Ours last, because its row says how many times as many as the others it reserved.
  return CONTENDERS.flatMap((name) => chosen.get(name) ?? [])
}

function othersIn({ cores }: Result): number {
  return cores?.others ?? 0
}

/** The contender, or why it does not take part. */
async function open(name: ContenderName): Promise<Contender | string> {
  switch (name) {
    case 'statement':
    case 'statement-16':
      return statementContender(server, name)
    case 'pgbench': {
      const path = await findPgbench()
      return path === undefined ? 'NOT MEASURED: pgbench is not installed here' : pgbenchContender(server, path)
    }
    case 'medusa':
      if (!(await isMedusaInstalled())) {
        if (!options.medusa) return 'NOT MEASURED: --medusa installs it from npm in bench/medusa (270 MB)'
        console.log('medusa       installing …')
        await installMedusa()
      }
      return medusaContender(server)
    case 'ours':
      return ourContender(server)
  }
}

/** How many times as many as the others of the same workload, where ours is the row. */
function ratios({ contender, workload, concurrency, perSecond }: Result): string {
  if (contender !== 'ours') return ''
  return results
    .filter((other) => other.contender !== 'ours' && other.workload === workload && other.concurrency === concurrency)
    .map((other) => `${(perSecond / other.perSecond).toFixed(1)}× ${other.contender}`)
    .join(', ')
}

function isClean({ oversold, doubleEffects, lost, drifted, unsold }: Measured): boolean {
  return oversold + doubleEffects + lost + drifted + unsold === 0
}
