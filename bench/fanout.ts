import { execFile } from 'node:child_process'
import { access, writeFile } from 'node:fs/promises'
import { cpus } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { composeServices } from '@apollo/composition'
import { Command } from 'commander'
import { parse } from 'graphql'
import { startRedis } from '../test/support/redis-server.ts'
import { type Audience, audienceOf } from './fanout/audience.ts'
import { CHANNEL, type Changes, type LedgerChanges, ledgerChanges, redisChanges } from './fanout/changes.ts'
import { type Listeners, startListeners } from './fanout/listeners.ts'
import { monotonicMs } from './fanout/messages.ts'
import { type ServerProcess, startServer } from './fanout/server-process.ts'
import { percentiles } from './support/drive.ts'
import { watchCores, watchProcess } from './support/machine.ts'
import { median } from './support/median.ts'
import { listOf, numberOf, numbersOf } from './support/options.ts'
import { type Column, coresOf, count, headings, line, milliseconds } from './support/print.ts'
import { openServer } from './support/server.ts'

/*
 * How many subscribers hear of a change, and how soon: the hub's gateway with keys, cursors and conflation, beside a bare broadcast and the usual ways. The
 * server has a core for itself; the listeners, Redis, PostgreSQL and whoever makes the changes share the others.
 *
 *     npm run bench -- fanout [options]
 */

const CONTENDERS = ['limit', 'usual', 'hive', 'ours', 'ours-five'] as const
type Contender = (typeof CONTENDERS)[number]

const SAYS: Readonly<Record<Contender, string>> = {
  limit: 'a bare `ws` broadcast of what Redis says, one frame each: the limit',
  usual: 'graphql-ws with an execution for each subscriber and event, driven by Redis: the usual way',
  hive: "Hive Gateway's runtime with one more field from another subgraph, both in its process, driven by Redis",
  ours: "the hub's gateway on PostgreSQL and Redis: keys, cursors of each subscriber, conflation",
  'ours-five': 'the same with a selection that needs all five subgraphs',
}

/** One change at a time, or half of all SKUs at once. */
const MODES = ['single', 'many'] as const
type Mode = (typeof MODES)[number]

const PARTS = ['throughput', 'latency', 'idle'] as const
type Part = (typeof PARTS)[number]

interface Options {
  readonly only: Contender[]
  readonly parts: Part[]
  readonly mode: Mode[]
  readonly sockets: number[]
  readonly skus: number
  readonly followed: number
  readonly seconds: number
  readonly rounds: number
  readonly warmUp: number
  readonly idle: number[]
  readonly hive: boolean
  readonly json?: string
  readonly profile?: string
}

interface Throughput {
  readonly contender: Contender
  readonly round: number
  readonly sockets: number
  readonly mode: Mode
  readonly perSecond: number
  readonly changesPerSecond: number
  /** Deliveries for a second of processor time of the server: says more than a rate where the other cores are busy. */
  readonly perCoreSecond: number | undefined
  readonly ofLimitPerCore: number | undefined
  /** How many were read together, on average; only the hub reads. */
  readonly changesPerReading: number | undefined
  /** Of the same run, where it was measured. */
  readonly ofLimit: number | undefined
  readonly serverCores: number | undefined
  readonly listenerCores: number | undefined
  readonly others: number | undefined
  /** KiB of a subscriber, after the garbage collector ran: when all had come, and after the load. */
  readonly rssKiB: number
  readonly heapKiB: number
  readonly rssAfterKiB: number
}

interface Latency {
  readonly sockets: number
  readonly perSecond: number
  /** From the commit as it was acknowledged, and from when the change was asked for. */
  readonly p50Ms: number
  readonly p99Ms: number
  readonly askedP50Ms: number
  readonly askedP99Ms: number
}

interface Idle {
  readonly subscriptions: number
  /** Of a change that one subscriber waits for, and nobody else. */
  readonly p50Ms: number
  readonly p99Ms: number
  /** Of the server, for a change that nobody waits for. */
  readonly cpuMicroseconds: number
  readonly rssKiB: number
}

const DATABASE = 'onhand_bench_fanout'
const SERVER_CORE = 0
/** Changes under way at once: one is told, one is read, one is on its way. They are of different SKUs, so that none takes the place of another. */
const UNDER_WAY: Readonly<Record<Mode, number>> = { single: 3, many: 2 }
const LATENCY_DELIVERIES_PER_SECOND = 10_000
/** What a server is warmed with, before anything is measured. */
const WARM_MS = 500
const SUBSCRIPTIONS_PER_IDLE_SOCKET = 10

const SELECTION = 'sku quantity status cursor'
const SELECTIONS: Readonly<Record<Contender, string>> = {
  limit: SELECTION,
  usual: SELECTION,
  hive: `${SELECTION} item { title }`,
  ours: SELECTION,
  'ours-five': `${SELECTION} item { title stockLevels { locationId onHand } reservations { id } shipments { id } returns { id } }`,
}

const options = new Command('npm run bench -- fanout')
  .description('How many subscribers hear of a change and how soon, beside a bare broadcast and the usual ways.')
  .option('--only <names>', `some of ${CONTENDERS.join(',')}`, listOf(CONTENDERS), [...CONTENDERS])
  .option('--parts <names>', `some of ${PARTS.join(',')}`, listOf(PARTS), [...PARTS])
  .option(
    '--mode <names>',
    `some of ${MODES.join(',')}: one change at a time, or half of the SKUs at once`,
    listOf(MODES),
    [...MODES],
  )
  .option('--sockets <numbers>', 'each with one subscription', numbersOf(1, 20_000), [1_000, 5_000])
  .option('--skus <number>', 'that change', numberOf(2, 100_000), 100)
  .option('--followed <number>', 'of them, by each socket', numberOf(1, 1_000), 50)
  .option('--seconds <number>', 'measured in each run', numberOf(0.2, 600), 3)
  .option('--rounds <number>', 'of all contenders, one after the other, and the medians of them', numberOf(1, 100), 1)
  .option(
    '--warm-up <seconds>',
    'before that, in each run: as servers are that have run for a while',
    numberOf(0, 600),
    8,
  )
  .option(
    '--idle <numbers>',
    'idle subscriptions beside an unrelated change',
    numbersOf(0, 200_000),
    [0, 10_000, 25_000, 50_000],
  )
  .option('--hive', 'install Hive Gateway in bench/hive first, where it is not yet', false)
  .option('--json <file>', 'write all results there as well')
  .option('--profile <folder>', 'write CPU profiles of the servers there, with the functions that time is spent in')
  .parse()
  .opts<Options>()

await using server = await openServer()
await using redis = await startRedis()
const machine = `${await server.describe()}; Redis of its own; Node ${process.versions.node}; ${cpus().length} cores`
console.log(machine)
const pinned = await canPin()
console.log(
  pinned
    ? `the server on core ${SERVER_CORE}, listeners on the others; Redis, PostgreSQL and the writer wherever there is room`
    : 'NOTHING IS PINNED: this machine has one core, or no taskset',
)
if (options.hive) await installHive()
const contenders: Contender[] = []
for (const name of options.only) {
  if (name !== 'hive' || (await isHiveInstalled())) contenders.push(name)
  else console.log('hive is left out: it is not installed (--hive installs it in bench/hive)')
}

const hubEnv = {
  DATABASE_URL: await server.createDatabase(DATABASE),
  REDIS_URL: redis.url,
  HUB_SECRET: 'for a benchmark on loopback, and nothing else',
  PORT: '0',
  LOG_LEVEL: 'warn',
  // All listeners are one client here.
  CONNECTIONS_MAX: '200000',
  CONNECTIONS_PER_CLIENT_MAX: '200000',
  SUBSCRIPTIONS_MAX: '400000',
  SUBSCRIPTIONS_PER_CLIENT_MAX: '400000',
}
const live = audienceOf(1, options.skus, 1).skus
const idleSkus = Array.from({ length: 1_000 }, (_, index) => `IDLE-${index}`)
const PROBE = 'PROBE'
const UNHEARD = 'UNHEARD'
let quantity = 1

const throughputs: Throughput[] = []
const latencies: Latency[] = []
const idles: Idle[] = []
{
  await using ledger = await ledgerChanges(hubEnv, [...live, ...idleSkus, PROBE, UNHEARD])
  const cursorLength = await ledger.cursorLength()
  console.log(
    `each socket follows ${options.followed} of ${options.skus} SKUs; a cursor has ${cursorLength} characters`,
  )
  await using listeners = await startPinnedListeners()
  if (options.parts.includes('throughput')) await measureThroughputs(ledger, listeners, cursorLength)
  if (options.parts.includes('latency')) await measureLatencies(ledger, listeners)
  if (options.parts.includes('idle')) await measureIdle(ledger, listeners)
}
await server.dropDatabase(DATABASE)

if (options.json !== undefined) {
  const results = { at: new Date(), machine, pinned, throughputs, latencies, idles }
  await writeFile(options.json, `${JSON.stringify(results, null, 2)}\n`)
}

async function measureThroughputs(ledger: LedgerChanges, listeners: Listeners, cursorLength: number): Promise<void> {
  const columns: readonly Column<Throughput>[] = [
    { heading: 'contender', width: -10, of: ({ contender }) => contender },
    { heading: 'sockets', width: 7, of: ({ sockets }) => count(sockets) },
    { heading: 'changes', width: -7, of: ({ mode }) => mode },
    { heading: 'deliveries/s', width: 12, of: ({ perSecond }) => count(perSecond) },
    { heading: '× limit', width: 7, of: ({ ofLimit }) => (ofLimit === undefined ? '' : ofLimit.toFixed(2)) },
    {
      heading: 'a core-second',
      width: 13,
      of: ({ perCoreSecond }) => (perCoreSecond === undefined ? '?' : count(perCoreSecond)),
    },
    {
      heading: '× limit',
      width: 7,
      of: ({ ofLimitPerCore }) => (ofLimitPerCore === undefined ? '' : ofLimitPerCore.toFixed(2)),
    },
    { heading: 'changes/s', width: 9, of: ({ changesPerSecond }) => count(changesPerSecond) },
    {
      heading: 'a reading',
      width: 9,
      of: ({ changesPerReading }) => (changesPerReading === undefined ? '' : changesPerReading.toFixed(1)),
    },
    { heading: 'cores: server', width: 13, of: ({ serverCores }) => coresOf(serverCores) },
    { heading: 'listeners', width: 9, of: ({ listenerCores }) => coresOf(listenerCores) },
    { heading: 'strangers', width: 9, of: ({ others }) => coresOf(others) },
    { heading: 'KiB each: RSS', width: 13, of: ({ rssKiB }) => rssKiB.toFixed(1) },
    { heading: 'heap', width: 5, of: ({ heapKiB }) => heapKiB.toFixed(1) },
    { heading: 'RSS after', width: 9, of: ({ rssAfterKiB }) => rssAfterKiB.toFixed(1) },
  ]
  console.log()
  for (const name of contenders) console.log(`${name}: ${SAYS[name]}`)
  console.log(headings(columns))
  for (const sockets of options.sockets) {
    const audience = audienceOf(sockets, options.skus, options.followed)
    const ofThese: Throughput[] = []
    for (let round = 1; round <= options.rounds; round++) {
      for (const contender of contenders) {
        await using started = await startContender(contender)
        await using changes = await changesOf(contender, ledger, cursorLength)
        const before = await warmServer(started, listeners, contender, changes, ledger)
        await openAudience(started, listeners, contender, audience, ledger)
        const opened = await started.usage()
        for (const mode of options.mode) {
          // What it delivers does not depend on it, and a round of many would take it as long as all the others together.
          if (contender === 'hive' && mode === 'many') continue
          const measured = await measureThroughput(started, listeners, changes, audience, mode, contender)
          const after = await started.usage()
          const isLimit = contender === 'limit'
          const limit = isLimit
            ? undefined
            : ofThese.find((other) => other.contender === 'limit' && other.round === round && other.mode === mode)
          const result: Throughput = {
            contender,
            round,
            sockets,
            mode,
            ...measured,
            ofLimitPerCore: ratio(measured.perCoreSecond, limit?.perCoreSecond),
            ofLimit: ratio(measured.perSecond, limit?.perSecond),
            rssKiB: (opened.rss - before.rss) / 1024 / sockets,
            heapKiB: (opened.heap - before.heap) / 1024 / sockets,
            rssAfterKiB: (after.rss - before.rss) / 1024 / sockets,
          }
          ofThese.push(result)
          throughputs.push(result)
          console.log(line(columns, result))
        }
        await listeners.closeSockets()
      }
    }
    if (options.rounds > 1) sayMedians(ofThese)
  }
}

/** How fast each is beside the others, round by round, because a machine that others use as well is not as fast in one as in the next. */
function sayMedians(measured: readonly Throughput[]): void {
  for (const mode of options.mode) {
    for (const contender of contenders) {
      const own = measured.filter((one) => one.contender === contender && one.mode === mode)
      if (own.length === 0) continue
      const beside = contenders.flatMap((other) => {
        const ratios = own.flatMap(({ round, perSecond }) => {
          const its = measured.find((one) => one.contender === other && one.mode === mode && one.round === round)
          return its === undefined || other === contender ? [] : [perSecond / its.perSecond]
        })
        return ratios.length === 0 ? [] : [`${median(ratios).toFixed(2)} × ${other}`]
      })
      const perSecond = count(median(own.map((one) => one.perSecond)))
      console.log(`median of ${own.length}, ${mode}: ${contender} ${perSecond}/s, ${beside.join(', ')}`)
    }
  }
}

function ratio(value: number | undefined, of: number | undefined): number | undefined {
  return value === undefined || of === undefined ? undefined : value / of
}

async function measureThroughput(
  started: ServerProcess,
  listeners: Listeners,
  changes: Changes,
  audience: Audience,
  mode: Mode,
  contender: Contender,
): Promise<
  Omit<
    Throughput,
    'contender' | 'round' | 'sockets' | 'mode' | 'ofLimit' | 'ofLimitPerCore' | 'rssKiB' | 'heapKiB' | 'rssAfterKiB'
  >
> {
  return drive(listeners, changes, audience, mode, async (made) => {
    await sleep(options.warmUp * 1000)
    const { profile: folder } = options
    if (folder !== undefined) await started.beginProfile()
    const server = watchProcess(started.pid)
    const listener = watchProcess(listeners.pid)
    const cores = watchCores()
    const from = await listeners.count()
    const madeBefore = made()
    const readBefore = await readingsOf(started)
    await sleep(options.seconds * 1000)
    const to = await listeners.count()
    const madeAfter = made()
    const readings = (await readingsOf(started)) - readBefore
    const used = { serverCores: server(), listenerCores: listener(), others: cores()?.others }
    if (folder !== undefined) await started.endProfile(folder, `${contender}-${audience.follows.length}-${mode}`)
    const seconds = (to.atMs - from.atMs) / 1000
    const perSecond = (to.deliveries - from.deliveries) / seconds
    return {
      perSecond,
      perCoreSecond: used.serverCores === undefined ? undefined : perSecond / used.serverCores,
      changesPerSecond: (madeAfter - madeBefore) / seconds,
      changesPerReading: readings > 0 ? (madeAfter - madeBefore) / readings : undefined,
      ...used,
    }
  })
}

/** How often the hub has read what had changed; 0 for the others, which only tell what they were told. */
async function readingsOf({ url }: ServerProcess): Promise<number> {
  const response = await fetch(`${url}/metrics`, { signal: AbortSignal.timeout(2_000) }).catch(() => undefined)
  const text = response?.ok === true ? await response.text() : ''
  return Number(/^onhand_live_query_tick_duration_seconds_count (\d+)/m.exec(text)?.[1] ?? 0)
}

/** Makes changes as fast as they are delivered, as long as `meanwhile` takes; that is told how many were made so far. */
async function drive<T>(
  listeners: Listeners,
  changes: Changes,
  { skus, followers }: Audience,
  mode: Mode,
  meanwhile: (made: () => number) => Promise<T>,
): Promise<T> {
  const batches = mode === 'single' ? skus.map((_, index) => [index]) : halves(skus.length)
  let expected = (await listeners.count()).deliveries
  let batch = 0
  let made = 0
  let over = false
  const driver = async () => {
    while (!over) {
      const indexes = batches[batch++ % batches.length] ?? []
      const number = ++quantity
      for (const index of indexes) expected += followers[index] ?? 0
      const reached = listeners.reached(expected)
      reached.catch(() => {})
      await Promise.all(indexes.map((index) => changes.make(skus[index] ?? '', number)))
      await reached
      made += indexes.length
    }
  }
  const drivers = Promise.all(Array.from({ length: UNDER_WAY[mode] }, driver))
  const failed = drivers.then(() => new Promise<never>(() => {}))
  try {
    return await Promise.race([meanwhile(() => made), failed])
  } finally {
    over = true
    await drivers
  }
}

/** The even and the odd ones: while one half is being told, the other is on its way. */
function halves(skus: number): number[][] {
  const all = Array.from({ length: skus }, (_, index) => index)
  return [0, 1].map((rest) => all.filter((index) => index % 2 === rest))
}

async function measureLatencies(ledger: LedgerChanges, listeners: Listeners): Promise<void> {
  const columns: readonly Column<Latency>[] = [
    { heading: 'sockets', width: 7, of: ({ sockets }) => count(sockets) },
    { heading: 'deliveries/s', width: 12, of: ({ perSecond }) => count(perSecond) },
    { heading: 'from commit: p50 ms', width: 19, of: ({ p50Ms }) => milliseconds(p50Ms) },
    { heading: 'p99 ms', width: 6, of: ({ p99Ms }) => milliseconds(p99Ms) },
    { heading: 'from asking: p50 ms', width: 19, of: ({ askedP50Ms }) => milliseconds(askedP50Ms) },
    { heading: 'p99 ms', width: 6, of: ({ askedP99Ms }) => milliseconds(askedP99Ms) },
  ]
  console.log()
  console.log(`ours, from commit to the client's socket at ${count(LATENCY_DELIVERIES_PER_SECOND)} deliveries/s`)
  console.log(headings(columns))
  for (const sockets of options.sockets) {
    const audience = audienceOf(sockets, options.skus, options.followed)
    await using started = await startContender('ours')
    await warmServer(started, listeners, 'ours', ledger, ledger)
    await openAudience(started, listeners, 'ours', audience, ledger)
    const each = audience.followers.reduce((sum, one) => sum + one, 0) / audience.skus.length
    const intervalMs = (1000 * each) / LATENCY_DELIVERIES_PER_SECOND
    await changeEvery(intervalMs, options.warmUp, ledger, audience.skus)
    listeners.keepTimes()
    const begun = monotonicMs()
    const made = await changeEvery(intervalMs, options.seconds * 2, ledger, audience.skus)
    const seconds = (monotonicMs() - begun) / 1000
    await sleep(500)
    const times = await listeners.times()
    const after = (from: 'asked' | 'committed') =>
      percentiles(
        times.flatMap(([number, atMs]) => {
          const change = made.get(number)
          return change === undefined ? [] : [atMs - change[from]]
        }),
      )
    const committed = after('committed')
    const asked = after('asked')
    const result: Latency = {
      sockets,
      perSecond: times.length / seconds,
      ...committed,
      askedP50Ms: asked.p50Ms,
      askedP99Ms: asked.p99Ms,
    }
    latencies.push(result)
    console.log(line(columns, result))
    await listeners.closeSockets()
  }
}

/** Changes one SKU after the other, in time whatever becomes of them; answers when each was asked for and when it was committed, by its quantity. */
async function changeEvery(intervalMs: number, seconds: number, { make }: Changes, skus: readonly string[]) {
  const made = new Map<number, { asked: number; committed: number }>()
  const under: Promise<void>[] = []
  const begun = monotonicMs()
  for (let index = 0; index * intervalMs < seconds * 1000; index++) {
    const waitMs = begun + index * intervalMs - monotonicMs()
    if (waitMs > 0) await sleep(waitMs)
    const number = ++quantity
    const asked = monotonicMs()
    under.push(
      make(skus[index % skus.length] ?? '', number).then(() => {
        made.set(number, { asked, committed: monotonicMs() })
      }),
    )
  }
  await Promise.all(under)
  return made
}

/** A change that one subscriber waits for, and changes that nobody waits for, beside ever more subscriptions to something else. */
async function measureIdle(ledger: LedgerChanges, listeners: Listeners): Promise<void> {
  const columns: readonly Column<Idle>[] = [
    { heading: 'idle subscriptions', width: 18, of: ({ subscriptions }) => count(subscriptions) },
    { heading: 'one waits: p50 ms', width: 17, of: ({ p50Ms }) => milliseconds(p50Ms) },
    { heading: 'p99 ms', width: 6, of: ({ p99Ms }) => milliseconds(p99Ms) },
    { heading: 'nobody waits: µs of the server', width: 30, of: ({ cpuMicroseconds }) => count(cpuMicroseconds) },
    { heading: 'KiB each: RSS', width: 13, of: ({ rssKiB }) => (rssKiB === 0 ? '' : rssKiB.toFixed(1)) },
  ]
  console.log()
  console.log(
    `ours, a change beside idle subscriptions to ${options.followed} other SKUs each, ${SUBSCRIPTIONS_PER_IDLE_SOCKET} on a socket`,
  )
  console.log(headings(columns))
  await using started = await startContender('ours')
  await using probe = await startPinnedListeners()
  const before = await warmServer(started, listeners, 'ours', ledger, ledger)
  // Somebody follows the other SKUs from the beginning, so that a crowd that comes at once need not ask whether they exist.
  const others = idleSkus.map((_, index) => index + 1)
  const followed = { skus: [PROBE, ...idleSkus], follows: [[0], others], followers: [1, ...others.map(() => 1)] }
  await openAudience(started, probe, 'ours', followed, ledger, followed.follows.length)
  const all = audienceOf(Math.max(...options.idle), idleSkus.length, options.followed, 'IDLE')
  let opened = 0
  for (const subscriptions of [...options.idle].sort((a, b) => a - b)) {
    const more = all.follows.slice(opened, subscriptions)
    const audience = { ...all, follows: more }
    if (more.length > 0) {
      await openAudience(started, listeners, 'ours', audience, ledger, SUBSCRIPTIONS_PER_IDLE_SOCKET)
    }
    opened = subscriptions
    await changeEvery(5, options.warmUp / 2, ledger, [PROBE])
    probe.keepTimes()
    const made = await changeEvery(10, options.seconds, ledger, [PROBE])
    await sleep(200)
    const waited = (await probe.times()).flatMap(([number, atMs]) => {
      const change = made.get(number)
      return change === undefined ? [] : [atMs - change.committed]
    })
    const idle = await started.usage()
    const unheard = await changeEvery(1, options.seconds, ledger, [UNHEARD])
    const busy = await started.usage()
    const result: Idle = {
      subscriptions,
      ...percentiles(waited),
      cpuMicroseconds: ((busy.cpuMs - idle.cpuAfterMs) * 1000) / unheard.size,
      rssKiB: subscriptions === 0 ? 0 : (idle.rss - before.rss) / 1024 / subscriptions,
    }
    idles.push(result)
    console.log(line(columns, result))
  }
  await listeners.closeSockets()
}

function startContender(contender: Contender): Promise<ServerProcess> {
  const core = pinned ? SERVER_CORE : undefined
  const at = (file: string) => new URL(file, import.meta.url)
  switch (contender) {
    case 'limit':
      return startServer({ file: at('fanout/plain.ts'), env: { REDIS_URL: redis.url }, core })
    case 'usual':
      return startServer({ file: at('fanout/per-subscriber.ts'), env: { REDIS_URL: redis.url }, core })
    case 'hive':
      return startServer({ file: at('hive/main.ts'), args: [hiveSupergraph()], env: { REDIS_URL: redis.url }, core })
    case 'ours':
    case 'ours-five':
      return startServer({
        file: at('../hub/main.ts'),
        args: ['gateway'],
        env: { ...hubEnv, LOG_LEVEL: 'info' },
        core,
      })
  }
}

async function changesOf(contender: Contender, ledger: LedgerChanges, cursorLength: number): Promise<Changes> {
  switch (contender) {
    case 'limit':
      return redisChanges(redis.url, 'frame', cursorLength)
    case 'usual':
    case 'hive':
      return redisChanges(redis.url, 'state', cursorLength)
    case 'ours':
    case 'ours-five':
      // It goes on after this run.
      return { make: ledger.make, [Symbol.asyncDispose]: async () => {} }
  }
}

/** A few sockets come, hear of changes and go first, so that what the first of all costs is not counted as theirs. */
async function warmServer(
  started: ServerProcess,
  listeners: Listeners,
  contender: Contender,
  changes: Changes,
  ledger: LedgerChanges,
) {
  const audience = audienceOf(100, options.skus, options.followed)
  for (let round = 0; round < 2; round++) {
    await openAudience(started, listeners, contender, audience, ledger)
    await drive(listeners, changes, audience, contender === 'hive' ? 'single' : 'many', () => sleep(WARM_MS))
    await listeners.closeSockets()
  }
  await sleep(500)
  return started.usage()
}

async function openAudience(
  started: ServerProcess,
  listeners: Listeners,
  contender: Contender,
  { skus, follows }: Audience,
  { authorization, staffAuthorization }: LedgerChanges,
  subscriptionsPerSocket = 1,
): Promise<void> {
  await listeners.open({
    url: `${started.url}/graphql`,
    speaks: contender === 'limit' ? 'plain' : 'graphql',
    authorization: {
      ours: authorization,
      'ours-five': staffAuthorization,
      limit: undefined,
      usual: undefined,
      hive: undefined,
    }[contender],
    query: `subscription ($skus: [ID!]) { availabilityChanged(skus: $skus, channelId: "${CHANNEL}") { ${SELECTIONS[contender]} } }`,
    skus,
    follows,
    subscriptionsPerSocket,
  })
  await settled(started)
}

/** The protocol does not say when a subscription is set up; the server has nothing more to do then. */
async function settled(started: ServerProcess): Promise<void> {
  for (let quiet = 0; quiet < 3; ) {
    const watch = watchProcess(started.pid)
    await sleep(150)
    quiet = (watch() ?? 0) < 0.1 ? quiet + 1 : 0
  }
}

function hiveSupergraph(): string {
  const composed = composeServices([
    {
      name: 'availability',
      url: 'http://availability',
      typeDefs: parse(`
        extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key"])
        type Query { availability: Availability }
        type Subscription { availabilityChanged(skus: [ID!], channelId: ID!): Availability! }
        type Availability { sku: ID! quantity: Int! status: Status! cursor: String! item: InventoryItem! }
        type InventoryItem @key(fields: "sku", resolvable: false) { sku: ID! }
        enum Status { IN_STOCK LOW_STOCK BACKORDER OUT_OF_STOCK }
      `),
    },
    {
      name: 'stock',
      url: 'http://stock',
      typeDefs: parse(`
        extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key"])
        type InventoryItem @key(fields: "sku") { sku: ID! title: String! }
      `),
    },
  ])
  if (composed.supergraphSdl === undefined) throw new Error(`Not composed: ${composed.errors?.join('\n')}`)
  return composed.supergraphSdl
}

function isHiveInstalled(): Promise<boolean> {
  return access(new URL('hive/node_modules/@graphql-hive/gateway-runtime/package.json', import.meta.url)).then(
    () => true,
    () => false,
  )
}

/** From npm, by the lock file beside it, without running scripts of packages. */
async function installHive(): Promise<void> {
  if (await isHiveInstalled()) return
  const folder = fileURLToPath(new URL('hive/', import.meta.url))
  await promisify(execFile)('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: folder,
    maxBuffer: 64 * 1024 * 1024,
  })
}

/** The cores that are not the server's; undefined where there are none. */
function coresBeside(): string | undefined {
  const last = cpus().length - 1
  return last > SERVER_CORE ? `${SERVER_CORE + 1}-${last}` : undefined
}

async function canPin(): Promise<boolean> {
  const cores = coresBeside()
  if (cores === undefined) return false
  return promisify(execFile)('taskset', ['--cpu-list', cores, 'true']).then(
    () => true,
    () => false,
  )
}

/** Listeners on a core that is not the server's. */
async function startPinnedListeners(): Promise<Listeners> {
  const listeners = await startListeners()
  const cores = coresBeside()
  if (pinned && cores !== undefined)
    await promisify(execFile)('taskset', ['--all-tasks', '--pid', '--cpu-list', cores, String(listeners.pid)])
  return listeners
}
