import { execFile } from 'node:child_process'
import { access, constants, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { cpus, tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { Client } from 'pg'
import { findInstalled } from '../../test/support/binaries.ts'
import { percentiles } from '../support/drive.ts'
import { watchCores } from '../support/machine.ts'
import type { Server } from '../support/server.ts'
import { HOT, SCARCE, SCARCE_ORDERS, SKU_COUNT, type Workload } from '../support/workloads.ts'
import type { Contender, Measured, Run } from './contender.ts'
import { cartStatement, fillStock, judgeStatement, singleStatement } from './statement-sql.ts'

const run = promisify(execFile)

const DATABASE = 'onhand_bench_pgbench'
const CONNECT_MS_MAX = 30_000

/** Where pgbench is; undefined where it is not installed. */
export async function findPgbench(): Promise<string | undefined> {
  const postgres = await findInstalled('postgres')
  const folders = [...(postgres === undefined ? [] : [dirname(postgres)]), ...(process.env.PATH ?? '').split(delimiter)]
  for (const folder of folders.filter(Boolean)) {
    const path = join(folder, 'pgbench')
    if (
      await access(path, constants.X_OK).then(
        () => true,
        () => false,
      )
    )
      return path
  }
  return undefined
}

/** The same statement, sent by PostgreSQL's own benchmark, which costs less than any other client. It sends each key once. */
export function pgbenchContender(server: Server, pgbench: string): Contender {
  return {
    name: 'pgbench',
    says: 'the same statement under pgbench, prepared; each key is sent once',
    async run({ workload, concurrency, warmUpSeconds, seconds }: Run): Promise<Measured | string> {
      const room = await server.roomForConnections()
      if (room < concurrency) return `the server has room for ${room} connections`
      const url = await server.createDatabase(DATABASE)
      const folder = await mkdtemp(join(tmpdir(), 'onhand-pgbench-'))
      const client = new Client({ connectionString: url })
      await client.connect()
      try {
        await fillStock(client)
        await server.checkpoint()
        const scripts = { run: join(folder, 'run.sql'), last: join(folder, 'last.sql') }
        await writeFile(scripts.run, script(workload, 'run', false))
        await writeFile(scripts.last, script(workload, 'last', true))
        const threads = Math.min(concurrency, cpus().length)
        const common = ['--no-vacuum', '--protocol=prepared', `--client=${concurrency}`, `--jobs=${threads}`]
        const start = async (...args: string[]) => {
          const { stdout } = await run(pgbench, [...common, ...args, url], { cwd: folder })
          return stdout
        }
        // Its time runs while it connects, which takes long for many clients; its rate does not count that.
        const once = await start('--transactions=1', `--file=${scripts.run}`)
        const connecting = numberIn(once, /^initial connection time = ([\d.]+) ms/m) / 1000
        const timeFor = (wanted: number) => `--time=${Math.ceil(wanted + 2 * connecting + 1)}`
        const warmed = warmUpSeconds === 0 ? '' : await start(timeFor(warmUpSeconds), `--file=${scripts.run}`)
        const saying = start(timeFor(seconds), `--file=${scripts.run}`, '--log', `--log-prefix=${join(folder, 'log')}`)
        const [watch, said] = await Promise.all([connected(client, concurrency).then(watchCores), saying])
        const cores = watch()
        const reserved = processed(said)
        if (reserved === 0) return 'its clients could not connect in time'
        const acknowledged = processed(once) + (warmed === '' ? 0 : processed(warmed)) + reserved
        const { lost } = await judgeStatement(client, workload, acknowledged)
        await start(`--transactions=${Math.ceil(SCARCE_ORDERS / concurrency)}`, `--file=${scripts.last}`)
        const verdict = await judgeStatement(client, workload, 0)
        const took = reserved / numberIn(said, /^tps = ([\d.]+)/m)
        return {
          reserved,
          refused: 0,
          seconds: took,
          doubled: 0,
          acknowledged,
          cores,
          ...percentiles(await latencies(folder)),
          ...verdict,
          lost,
        }
      } finally {
        await client.end()
        await rm(folder, { recursive: true, force: true })
        await server.dropDatabase(DATABASE)
      }
    },
    [Symbol.asyncDispose]: async () => {},
  }
}

/** Resolves when so many clients of pgbench are connected. */
async function connected(client: Client, clients: number): Promise<void> {
  const deadline = performance.now() + CONNECT_MS_MAX
  for (;;) {
    const { rows } = await client.query<{ connected: number }>(
      `select count(*)::int as connected from pg_stat_activity where datname = $1 and application_name = 'pgbench'`,
      [DATABASE],
    )
    if ((rows[0]?.connected ?? 0) >= clients || performance.now() > deadline) return
    await sleep(50)
  }
}

/** In pgbench's language, with the same chances as the orders of the others. */
function script(workload: Workload, prefix: string, scarce: boolean): string {
  const key = `'${prefix}-' || :key::text`
  const lines = ['\\set key random(0, 4611686018427387903)']
  const named = scarce ? "'SCARCE-'" : "'SKU-'"
  if (workload === 'carts') {
    const third = Math.floor(SKU_COUNT / 3)
    lines.push(`\\set a random(0, ${(scarce ? SCARCE.length : third) - 1})`)
    for (const [name, part] of [['b', 1] as const, ['c', 2] as const]) {
      lines.push(
        scarce
          ? `\\set ${name} mod(:a + ${2 * part}, ${SCARCE.length})`
          : `\\set ${name} random(${part * third}, ${(part + 1) * third - 1})`,
      )
    }
    const skus = `array[${['a', 'b', 'c'].map((name) => `${named} || :${name}::text`).join(', ')}]`
    return `${lines.join('\n')}\n${oneLine(cartStatement(key, skus, 'array[1, 1, 1]::bigint[]'))};\n`
  }
  let sku = workload === 'hot' ? `'${scarce ? SCARCE[0] : HOT}'` : `${named} || :sku::text`
  if (workload === 'spread') lines.push(`\\set sku random(0, ${(scarce ? SCARCE.length : SKU_COUNT) - 1})`)
  if (workload === 'spread') sku = `(${sku})`
  return `${lines.join('\n')}\n${oneLine(singleStatement(key, sku, '1::bigint'))};\n`
}

function oneLine(statement: string): string {
  return statement.replace(/\s+/g, ' ')
}

function processed(said: string): number {
  const failed = numberIn(said, /^number of failed transactions: (\d+)/m)
  if (failed > 0) throw new Error(`pgbench had failed transactions:\n${said}`)
  return numberIn(said, /^number of transactions actually processed: (\d+)/m)
}

function numberIn(text: string, pattern: RegExp): number {
  const [, number] = pattern.exec(text) ?? []
  if (number === undefined) throw new Error(`pgbench did not say ${pattern}:\n${text}`)
  return Number(number)
}

/** Its log has a line for each transaction: client, number, microseconds it took, … */
async function latencies(folder: string): Promise<number[]> {
  const files = (await readdir(folder)).filter((name) => name.startsWith('log'))
  const texts = await Promise.all(files.map((name) => readFile(join(folder, name), 'utf8')))
  return texts.flatMap((text) =>
    text.split('\n').flatMap((row) => (row === '' ? [] : Number(row.split(' ')[2]) / 1000)),
  )
}
