import { writeFile } from 'node:fs/promises'
import { cpus } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import { Command } from 'commander'
import { createClient } from 'graphql-ws'
import { sql } from 'kysely'
import { WebSocket } from 'ws'
import { type Database, openDatabase } from '../core/database/connection.ts'
import { openLedger } from '../core/ledger/writer.ts'
import { openCommandLog } from '../hub/log.ts'
import { startRedis } from '../test/support/redis-server.ts'
import { fillShelf, submissionOf } from './contenders/ours.ts'
import { type HubProcess, startHubProcess } from './support/hub-process.ts'
import { listOf, numberOf, numbersOf } from './support/options.ts'
import { type Column, count, headings, line, milliseconds } from './support/print.ts'
import { openServer } from './support/server.ts'
import { CHANNEL, HOT, PLENTY, SKU_COUNT, skuOf } from './support/workloads.ts'

/*
 * Holds that end while many others go on: how long after its time each is in the journal, how long until a subscriber is told, and whether anybody who asks
 * meanwhile gets a wrong answer. On a hub of one process, and with workers of their own beside it.
 *
 *     npm run bench -- expiry [options]
 */

const PATTERNS = ['steady', 'burst', 'hot'] as const
type Pattern = (typeof PATTERNS)[number]

interface Options {
  readonly pattern: Pattern[]
  readonly workers: number[]
  readonly open: number
  readonly steady: number
  readonly over: number
  readonly burst: number
  readonly json?: string
}

interface Percentiles {
  readonly p50: number
  readonly p99: number
  readonly max: number
}

interface Result {
  readonly pattern: Pattern
  readonly workers: number
  readonly ended: number
  /** From the first end to the last entry of the journal. */
  readonly seconds: number
  /** Milliseconds from the end of a hold to the time of its entry in the journal. */
  readonly swept: Percentiles
  /** Milliseconds from the end of a SKU's holds to the event of a subscriber that shows them free. */
  readonly told: Percentiles
  readonly toldSkus: number
  /** Answers given after the end that did not show the units as free, and how many there were. */
  readonly wrong: number
  readonly answers: number
  /** Holds with more than one end in the journal. */
  readonly doubled: number
  /** Holds whose time was over and that nobody swept. */
  readonly left: number
}

const DATABASE = 'onhand_bench_expiry'
const TEMPLATE = 'onhand_bench_expiry_template'

const FOLLOWED_SKUS = 1_000
const ASKED_SKUS = 200
/** Between setting the ends and the first of them: a worker that sleeps has looked again by then. */
const AHEAD_MS = 2_000
const GIVEN_UP_MS = 90_000
const AT_ONCE = 5_000

const COLUMNS: readonly Column<Result>[] = [
  { heading: 'workers', width: 8, of: ({ workers }) => String(workers) },
  { heading: 'ended', width: 7, of: ({ ended }) => count(ended) },
  { heading: 'seconds', width: 7, of: ({ seconds }) => seconds.toFixed(2) },
  ...latencies('swept', ({ swept }) => swept),
  ...latencies('told', ({ told }) => told),
  { heading: 'SKUs told', width: 9, of: ({ toldSkus }) => count(toldSkus) },
  { heading: 'wrong answers', width: 13, of: ({ wrong, answers }) => `${count(wrong)} of ${count(answers)}` },
  { heading: 'doubled', width: 7, of: ({ doubled }) => count(doubled) },
  { heading: 'left', width: 5, of: ({ left }) => count(left) },
]

function latencies(name: string, of: (result: Result) => Percentiles): Column<Result>[] {
  return (['p50', 'p99', 'max'] as const).map((which) => ({
    heading: `${name} ${which}`,
    width: 10,
    of: (result) => milliseconds(of(result)[which]),
  }))
}

const options = new Command('npm run bench -- expiry')
  .description('Holds that end while many others go on: milliseconds until they are swept and told.')
  .option('--pattern <names>', `some of ${PATTERNS.join(',')}`, listOf(PATTERNS), [...PATTERNS])
  .option('--workers <numbers>', 'processes that sweep, the hub itself being the first', numbersOf(1, 16), [1, 2])
  .option('--open <number>', 'holds that go on', numberOf(0, 1_000_000), 100_000)
  .option('--steady <number>', 'holds that end one after the other', numberOf(1, 1_000_000), 10_000)
  .option('--over <seconds>', 'for so long', numberOf(1, 3_600), 30)
  .option('--burst <number>', 'holds that end at one moment', numberOf(1, 1_000_000), 5_000)
  .option('--json <file>', 'write all results there as well')
  .parse()
  .opts<Options>()

const ENDING: Readonly<Record<Pattern, number>> = {
  steady: options.steady,
  burst: options.burst,
  hot: options.burst,
}
const SAYS: Readonly<Record<Pattern, string>> = {
  steady: `evenly over ${options.over} seconds, of 10,000 SKUs`,
  burst: 'at one moment, of 10,000 SKUs',
  hot: 'at one moment, of one SKU',
}

await using server = await openServer()
await using redis = await startRedis()
const machine = `${await server.describe()}; Node ${process.versions.node}; ${cpus().length} cores`
console.log(machine)

const template = await server.createDatabase(TEMPLATE)
await fillShelf(template)
await hold(template)
const results: Result[] = []
for (const pattern of options.pattern) {
  console.log()
  console.log(
    `beside ${count(options.open)} open holds ${count(ENDING[pattern])} end ${SAYS[pattern]}; milliseconds from the end on`,
  )
  console.log(headings(COLUMNS))
  for (const workers of options.workers) {
    const result = await measure(pattern, workers)
    results.push(result)
    console.log(line(COLUMNS, result))
  }
}
await server.dropDatabase(TEMPLATE)

if (options.json !== undefined) {
  await writeFile(options.json, `${JSON.stringify({ at: new Date(), machine, results }, null, 2)}\n`)
}
if (results.some(({ wrong, doubled, left }) => wrong + doubled + left > 0)) {
  console.error('Promises were broken.')
  process.exitCode = 1
}

/** Holds of one unit each: those that go on, and those that end in each pattern. */
async function hold(url: string): Promise<void> {
  const db = await openDatabase({ url })
  const ledger = await openLedger({ db, bus: { publish: async () => {} }, log: openCommandLog('warn', 'bench') })
  try {
    const orders = [
      ...Array.from({ length: options.open }, (_, number) => ({
        key: `open-${number}`,
        sku: skuOf(number % SKU_COUNT),
      })),
      ...options.pattern.flatMap((pattern) =>
        Array.from({ length: ENDING[pattern] }, (_, number) => ({
          key: `${pattern}-${number}`,
          sku: pattern === 'hot' ? HOT : skuOf((number * 7) % SKU_COUNT),
        })),
      ),
    ]
    for (let from = 0; from < orders.length; from += AT_ONCE) {
      const some = orders.slice(from, from + AT_ONCE)
      const answers = await ledger.submitAll(
        some.map(({ key, sku }) => submissionOf({ key, lines: [{ sku, quantity: 1 }] })),
        'bulk',
      )
      if (answers.some(({ status }) => status !== 'posted')) throw new Error('An order was not reserved')
    }
    await sql`update reservation_line set expires_at = expires_at + interval '1 day'`.execute(db.kysely)
    await sql`vacuum analyze`.execute(db.kysely)
  } finally {
    await ledger.close()
    await db.close()
  }
}

async function measure(pattern: Pattern, workers: number): Promise<Result> {
  const databaseUrl = await server.createDatabase(DATABASE, TEMPLATE)
  const db = await openDatabase({ url: databaseUrl, poolSize: 4 })
  try {
    await using stack = new AsyncDisposableStack()
    const start = (part: 'start' | 'worker') => startHubProcess({ databaseUrl, redisUrl: redis.url, part })
    const hub = stack.use(await start('start'))
    for (let other = 1; other < workers; other++) stack.use(await start('worker'))
    await server.checkpoint()

    const skus = pattern === 'hot' ? [HOT] : Array.from({ length: FOLLOWED_SKUS }, (_, index) => skuOf(index))
    const follower = stack.use(await follow(hub, skus))
    const ends = await setEnds(db, pattern)
    const asked = await askUntilOver(db, hub, skus.slice(0, ASKED_SKUS), ends)
    await follower.settled(ends)
    return { pattern, workers, ...(await judge(db, ends)), ...follower.told(ends), ...asked }
  } finally {
    await db.close()
    await server.dropDatabase(DATABASE)
  }
}

/** When the holds of each SKU end, the last of them, in milliseconds of the clock of the database's machine, which is this one. */
interface Ends {
  readonly first: number
  readonly last: number
  readonly bySku: ReadonlyMap<string, number>
  /** What is available of each SKU once they all are over. */
  readonly freeAfter: (sku: string) => number
}

/** By hand, and so with new versions of all buckets: what writers remember of them is not so any more. */
async function setEnds(db: Database, pattern: Pattern): Promise<Ends> {
  const spread = pattern === 'steady' ? options.over : 0
  await db.kysely.transaction().execute(async (tx) => {
    await sql`update bucket_head set version = floor(random() * 9e15)`.execute(tx)
    await sql`
      with ending as (
        select id, split_part(reference, '-', 2)::int as number, date_trunc('milliseconds', clock_timestamp()) as now
        from reservation where reference like ${`${pattern}-%`}
      )
      update reservation_line l
      set expires_at = (select min(now) from ending) + ${AHEAD_MS} * interval '1 millisecond'
                       + ${spread} * interval '1 second' * e.number / ${ENDING[pattern]}
      from ending e where l.reservation_id = e.id
    `.execute(tx)
  })
  const { rows } = await sql<{ sku: string; end: Date }>`
    select l.sku, max(l.expires_at) as end from reservation_line l join reservation r on r.id = l.reservation_id
    where r.reference like ${`${pattern}-%`} group by l.sku
  `.execute(db.kysely)
  const ends = rows.map(({ end }) => end.getTime())
  const { rows: firsts } = await sql<{ first: Date }>`
    select min(expires_at) as first from reservation_line where expires_at < clock_timestamp() + interval '1 hour'
  `.execute(db.kysely)
  const last = ends.reduce((latest, end) => Math.max(latest, end), 0)
  const heldAfter = await heldAtTheEnd(db, last)
  return {
    first: firsts[0]?.first.getTime() ?? last,
    last,
    freeAfter: (sku) => PLENTY - (heldAfter.get(sku) ?? 0),
    bySku: new Map(rows.map(({ sku, end }) => [sku, end.getTime()])),
  }
}

/** Asks for some SKUs again and again until nothing is left to sweep. After its end no hold may be in an answer, swept or not. */
async function askUntilOver(db: Database, hub: HubProcess, skus: readonly string[], ends: Ends) {
  let answers = 0
  let wrong = 0
  const deadline = ends.last + GIVEN_UP_MS
  await sleep(Math.max(0, ends.first - Date.now()))
  while (Date.now() < deadline) {
    const askedAt = Date.now()
    const response = await fetch(`${hub.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        query: `query ($skus: [ID!]!) { availability(channelId: "${CHANNEL}", skus: $skus) { sku quantity } }`,
        variables: { skus },
      }),
    })
    const { data }: { data: { availability: { sku: string; quantity: number }[] } } = JSON.parse(await response.text())
    for (const { sku, quantity } of data.availability) {
      const end = ends.bySku.get(sku)
      if (end === undefined || askedAt <= end) continue
      answers++
      if (quantity !== ends.freeAfter(sku)) wrong++
    }
    if (Date.now() > ends.last && (await dueLines(db)) === 0) break
    await sleep(20)
  }
  return { answers, wrong }
}

async function heldAtTheEnd(db: Database, last: number): Promise<Map<string, number>> {
  const { rows } = await sql<{ sku: string; held: number }>`
    select sku, sum(held)::bigint as held from reservation_line where expires_at > ${new Date(last)} group by sku
  `.execute(db.kysely)
  return new Map(rows.map(({ sku, held }) => [sku, held]))
}

async function dueLines(db: Database): Promise<number> {
  const { rows } = await sql<{ due: number }>`
    select count(*) as due from reservation_line where held > 0 and expires_at <= statement_timestamp()
  `.execute(db.kysely)
  return rows[0]?.due ?? 0
}

async function judge(db: Database, { first }: Ends) {
  const { rows } = await sql<{ ended: number; doubled: number; last: Date; p50: number; p99: number; max: number }>`
    with expired as (
      select document_id || '/' || line as line_id, recorded_at, extract(epoch from recorded_at - occurred_at) * 1000 as ms from journal where kind = 'expire'
    )
    select count(distinct line_id) as ended, count(*) - count(distinct line_id) as doubled, max(recorded_at) as last,
           percentile_cont(0.5) within group (order by ms)::float8 as p50,
           percentile_cont(0.99) within group (order by ms)::float8 as p99, max(ms)::float8 as max
    from expired
  `.execute(db.kysely)
  const [found] = rows
  if (found === undefined) throw new Error('The journal did not answer')
  const { ended, doubled, last, ...swept } = found
  return { ended, doubled, swept, seconds: (last.getTime() - first) / 1000, left: await dueLines(db) }
}

/** One subscriber of many SKUs, who takes down when each event comes. */
async function follow(hub: HubProcess, skus: readonly string[]) {
  const client = createClient({ url: `${hub.url.replace(/^http/, 'ws')}/graphql`, webSocketImpl: WebSocket })
  const latest = new Map<string, { at: number; quantity: number }[]>()
  client.subscribe<{ availabilityChanged: { sku: string; quantity: number } }>(
    {
      query: `subscription ($skus: [ID!]!) {
        availabilityChanged(channelId: "${CHANNEL}", skus: $skus, initial: true) { sku quantity }
      }`,
      variables: { skus },
    },
    {
      next: ({ data }) => {
        if (data == null) return
        const { sku, quantity } = data.availabilityChanged
        latest.set(sku, [...(latest.get(sku) ?? []), { at: Date.now(), quantity }])
      },
      error: (error) => {
        throw new Error('The subscription failed', { cause: error })
      },
      complete: () => {},
    },
  )
  while (latest.size < skus.length) await sleep(20)

  /** Milliseconds after the end of each SKU's holds at which an event showed them free. */
  const delays = ({ bySku, freeAfter }: Ends): number[] =>
    skus.flatMap((sku) => {
      const end = bySku.get(sku)
      const event = latest
        .get(sku)
        ?.find(({ at, quantity }) => end !== undefined && at >= end && quantity === freeAfter(sku))
      return end === undefined || event === undefined ? [] : [event.at - end]
    })
  return {
    async settled(ends: Ends) {
      const expected = skus.filter((sku) => ends.bySku.has(sku)).length
      const deadline = Date.now() + 10_000
      while (delays(ends).length < expected && Date.now() < deadline) await sleep(20)
    },
    told(ends: Ends) {
      const sorted = delays(ends).sort((a, b) => a - b)
      const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
      return { told: { p50: at(0.5), p99: at(0.99), max: at(1) }, toldSkus: sorted.length }
    },
    [Symbol.asyncDispose]: async () => void (await client.dispose()),
  }
}
