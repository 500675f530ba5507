import { execFile } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { cpus } from 'node:os'
import { promisify } from 'node:util'
import { Command } from 'commander'
import { createApiKey } from '../core/access/api-keys.ts'
import { openDatabase } from '../core/database/connection.ts'
import type { Measured } from './contenders/contender.ts'
import { fillShelf, judgeOurs } from './contenders/ours.ts'
import { drive, sendAll } from './support/drive.ts'
import { openHttpShop } from './support/http-load.ts'
import { startHubProcess } from './support/hub-process.ts'
import { countServer, watchProcess } from './support/machine.ts'
import { listOf, numberOf, numbersOf } from './support/options.ts'
import { type Column, coresOf, count, headings, line, microsecondsEach, milliseconds } from './support/print.ts'
import { openServer } from './support/server.ts'
import { CHANNEL, ordersOf, scarceOrders, WORKLOAD_SAYS, WORKLOADS, type Workload } from './support/workloads.ts'

/*
 * `reserve` over HTTP, through gateway and subgraph: the hub as one process on one core, PostgreSQL and the load on the others. What the load itself
 * costs is shown. Afterwards the database is asked what came of it.
 *
 *     npm run bench -- graph [options]
 */

interface Options {
  readonly workload: Workload[]
  readonly connections: number[]
  readonly seconds: number
  readonly warmUp: number
  readonly open: boolean
  readonly json?: string
  readonly profile?: string
}

interface Result extends Measured {
  readonly workload: Workload
  readonly connections: number
  readonly perSecond: number
  /** Cores used by the hub; those that this process uses make the load. */
  readonly hubCores: number | undefined
}

const DATABASE = 'onhand_bench_graph'
const TEMPLATE = 'onhand_bench_graph_template'
/** The client of all load. */
const SHOP = { name: 'shop', kind: 'storefront', channels: [CHANNEL], scopes: [] } as const
/** The core that the hub has for itself. */
const HUB_CORE = 0

const COLUMNS: readonly Column<Result>[] = [
  { heading: 'connections', width: 12, of: ({ connections }) => String(connections) },
  { heading: 'reserved/s', width: 10, of: ({ perSecond }) => count(perSecond) },
  { heading: 'p50 ms', width: 7, of: ({ p50Ms }) => milliseconds(p50Ms) },
  { heading: 'p99 ms', width: 7, of: ({ p99Ms }) => milliseconds(p99Ms) },
  { heading: 'oversold', width: 8, of: ({ oversold }) => count(oversold) },
  { heading: 'doubled', width: 7, of: ({ doubleEffects }) => count(doubleEffects) },
  { heading: 'lost', width: 5, of: ({ lost }) => count(lost) },
  { heading: 'hub µs each', width: 11, of: ({ hubCores, perSecond }) => microsecondsEach(hubCores, perSecond) },
  { heading: 'cores: hub', width: 10, of: ({ hubCores }) => coresOf(hubCores) },
  { heading: 'load', width: 5, of: ({ cores }) => coresOf(cores?.here) },
  {
    heading: 'PostgreSQL',
    width: 10,
    of: ({ cores, hubCores }) =>
      coresOf(cores === undefined ? undefined : Math.max(0, cores.started - (hubCores ?? 0))),
  },
  { heading: 'others', width: 6, of: ({ cores }) => coresOf(cores?.others) },
]

const options = new Command('npm run bench -- graph')
  .description('`reserve` over HTTP: the hub as one process on one core, PostgreSQL and the load on the others.')
  .option('--workload <names>', `some of ${WORKLOADS.join(',')}`, listOf(WORKLOADS), ['spread', 'hot'])
  .option('--connections <numbers>', 'kept alive, with one request under way on each', numbersOf(1, 1_000), [64])
  .option('--seconds <number>', 'measured in each run', numberOf(0.5, 3_600), 10)
  .option('--warm-up <seconds>', 'before that, in each run', numberOf(0, 600), 5)
  .option('--open', 'no API key: a hub that is open to everyone on this machine', false)
  .option('--json <file>', 'write all results there as well')
  .option('--profile <folder>', 'write CPU profiles of the hub there, with the functions that time is spent in')
  .parse()
  .opts<Options>()

const pinned = await pinThisProcess()
await using server = await openServer()
await countServer(server.url)
console.log(`${await server.describe()}; Node ${process.versions.node}; ${cpus().length} cores`)
console.log(
  pinned
    ? `hub on core ${HUB_CORE}; load${server.own ? ' and PostgreSQL' : ''} on the others${server.own ? '' : ', PostgreSQL wherever it runs'}`
    : 'NOTHING IS PINNED: this machine has one core, or no taskset',
)

await fillShelf(await server.createDatabase(TEMPLATE))
const results: Result[] = []
for (const workload of options.workload) {
  console.log()
  console.log(`${workload}: ${WORKLOAD_SAYS[workload]}`)
  console.log(headings(COLUMNS))
  for (const connections of options.connections) {
    const result = await measure(workload, connections)
    results.push(result)
    console.log(line(COLUMNS, result))
  }
}
await server.dropDatabase(TEMPLATE)

if (options.json !== undefined) {
  const machine = `${await server.describe()}; Node ${process.versions.node}; ${cpus().length} cores`
  await writeFile(options.json, `${JSON.stringify({ at: new Date(), machine, pinned, results }, null, 2)}\n`)
}
if (results.some((it) => it.oversold + it.doubleEffects + it.lost + it.drifted + it.unsold > 0)) {
  console.error('Promises were broken.')
  process.exitCode = 1
}

async function measure(workload: Workload, connections: number): Promise<Result> {
  const databaseUrl = await server.createDatabase(DATABASE, TEMPLATE)
  const db = await openDatabase({ url: databaseUrl, poolSize: 2 })
  try {
    const key = options.open ? undefined : await createApiKey(db, SHOP)
    const profiled =
      options.profile === undefined ? undefined : { folder: options.profile, name: `hub-${workload}-${connections}` }
    await server.checkpoint()
    await using hub = await startHubProcess({
      databaseUrl,
      ...(pinned ? { core: HUB_CORE } : {}),
      profile: profiled,
    })
    const shop = await openHttpShop(hub.url, connections, key?.key)
    let hubCores: number | undefined
    let watch = watchProcess(hub.pid)
    const driven = await drive(shop.send, ordersOf(workload, 'run'), {
      concurrency: connections,
      warmUpSeconds: options.warmUp,
      seconds: options.seconds,
      onBegin: async () => {
        if (profiled !== undefined) hub.toggleProfile()
        watch = watchProcess(hub.pid)
      },
      onEnd: async () => {
        hubCores = watch()
        if (profiled !== undefined) hub.toggleProfile()
      },
    })
    const last = await sendAll(shop.send, scarceOrders(workload, 'last'), connections)
    shop.close()
    await hub.stop()
    const verdict = await judgeOurs(db, workload, driven.acknowledged + last)
    return {
      workload,
      connections,
      perSecond: driven.reserved / driven.seconds,
      hubCores,
      ...driven,
      ...verdict,
    }
  } finally {
    await db.close()
    await server.dropDatabase(DATABASE)
  }
}

/** Puts this process, and so the servers that it starts, on all cores but the hub's. */
async function pinThisProcess(): Promise<boolean> {
  const last = cpus().length - 1
  if (last <= HUB_CORE) return false
  const others = `${HUB_CORE + 1}-${last}`
  return promisify(execFile)('taskset', ['--all-tasks', '--pid', '--cpu-list', others, String(process.pid)]).then(
    () => true,
    () => false,
  )
}
