import { type ChildProcess, execFile, fork } from 'node:child_process'
import { once } from 'node:events'
import { access } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { Client } from 'pg'
import type { MedusaReport, MedusaRequest } from '../medusa/messages.ts'
import type { Server } from '../support/server.ts'
import type { Workload } from '../support/workloads.ts'
import type { Contender, Measured, Verdict } from './contender.ts'
import { compareWithShelf } from './shelf.ts'

const DATABASE = 'onhand_bench_medusa'
const SAID_MAX = 10_000
const FOLDER = new URL('../medusa/', import.meta.url)

/** Whether the package of its own, which the hub does not need, has been installed. */
export function isMedusaInstalled(): Promise<boolean> {
  return access(new URL('node_modules/@medusajs/inventory/package.json', FOLDER)).then(
    () => true,
    () => false,
  )
}

/** From npm, by the lock file beside it, without running scripts of packages. */
export async function installMedusa(): Promise<void> {
  const options = { cwd: fileURLToPath(FOLDER), maxBuffer: 64 * 1024 * 1024 }
  await promisify(execFile)('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], options)
}

/** Medusa's inventory module with its lock. It has no idempotency keys, so what is sent twice has two effects; that is shown, not held against it. */
export async function medusaContender(server: Server): Promise<Contender> {
  const url = await server.createDatabase(DATABASE)
  const child = fork(fileURLToPath(new URL('main.ts', FOLDER)), [url], {
    cwd: fileURLToPath(FOLDER),
    env: { PATH: process.env.PATH, NODE_ENV: 'production' },
    // It tells of its migrations, and complains of links to modules that are not here: shown only when it fails.
    silent: true,
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      said = `${said}${chunk}`.slice(-SAID_MAX)
    })
  }
  const client = new Client({ connectionString: url })
  const end = async () => {
    await client.end()
    if (child.connected) {
      child.disconnect()
      await once(child, 'exit')
    }
    await server.dropDatabase(DATABASE)
  }
  try {
    await client.connect()
    const { kind } = await answerOf(child)
    if (kind !== 'ready') throw new Error(`It answered ${kind}`)
    await client.query('vacuum analyze')
  } catch (error) {
    await end()
    throw new Error(`Medusa did not start:\n${said}`, { cause: error })
  }
  return {
    name: 'medusa',
    says: 'the inventory module of Medusa 2.21 under its lock, in a process of its own; it knows no idempotency keys',
    async run({ workload, concurrency, warmUpSeconds, seconds }): Promise<Measured> {
      await clear(client)
      await server.checkpoint()
      const request: MedusaRequest = { workload, concurrency, warmUpSeconds, seconds }
      child.send(request)
      const report = await answerOf(child)
      if (report.kind !== 'done') throw new Error(`Medusa failed: ${JSON.stringify(report)}\n${said}`)
      const { driven, last } = report
      return { ...driven, ...(await judge(client, workload, driven.acknowledged + last)) }
    },
    [Symbol.asyncDispose]: end,
  }
}

async function answerOf(child: ChildProcess): Promise<MedusaReport> {
  const gone = new AbortController()
  const onExit = () => gone.abort(new Error('The process of Medusa ended'))
  child.once('exit', onExit)
  try {
    const [report]: MedusaReport[] = await once(child, 'message', { signal: gone.signal })
    if (report === undefined) throw new Error('Medusa said nothing')
    return report
  } finally {
    child.off('exit', onExit)
  }
}

/** Booting Medusa takes long, so its database is emptied between runs instead of made anew. */
async function clear(client: Client): Promise<void> {
  await client.query('truncate reservation_item')
  await client.query(
    `update inventory_level set reserved_quantity = 0, raw_reserved_quantity = '{"value": "0", "precision": 20}' where reserved_quantity <> 0`,
  )
  await client.query('vacuum analyze')
}

/** Looks at the tables only: what was answered is one number to compare with. */
async function judge(client: Client, workload: Workload, acknowledged: number): Promise<Verdict> {
  const promised = await client.query<{ sku: string; promised: string }>(
    `select i.sku, sum(r.quantity) as promised from reservation_item r join inventory_item i on i.id = r.inventory_item_id
     where r.deleted_at is null group by i.sku`,
  )
  const { rows } = await client.query<{ kept: string; doubled: string; drifted: string }>(
    `select (select count(distinct line_item_id) from reservation_item) as kept,
            (select count(*) from (select from reservation_item group by line_item_id having count(*) > $1) d) as doubled,
            (select count(*) from inventory_level l
             left join (select inventory_item_id, sum(quantity) as promised from reservation_item group by 1) r using (inventory_item_id)
             where l.reserved_quantity <> coalesce(r.promised, 0)) as drifted`,
    [workload === 'carts' ? 3 : 1],
  )
  const [found] = rows
  if (found === undefined) throw new Error('The tables did not answer')
  return {
    ...compareWithShelf(workload, new Map(promised.rows.map((row) => [row.sku, Number(row.promised)]))),
    doubleEffects: Number(found.doubled),
    lost: Math.max(0, acknowledged - Number(found.kept)),
    drifted: Number(found.drifted),
  }
}
