import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { access, chmod, chown, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { Client } from 'pg'
import { openTrytonClient, type TrytonClient } from '../../erp/tryton/client.ts'
import type { TrytonSettings } from '../../erp/tryton/settings.ts'
import { installPackages } from './binaries.ts'
import { type OwnProcess, startProcess } from './own-process.ts'
import { freePort } from './ports.ts'
import { loadShop, type Shop } from './tryton-shop.ts'

const run = promisify(execFile)

/** What Debian 12 calls it. PostgreSQL is that of the tests. */
const PACKAGES = ['tryton-server', 'tryton-modules-stock', 'python3-psycopg2']
const TRYTOND = '/usr/bin/trytond'
const ADMIN = '/usr/bin/trytond-admin'
export const PASSWORD = 'loopback-7391XZ'

/** A Tryton of the test's own, with a small shop in it. */
export interface TrytonServer extends AsyncDisposable {
  readonly url: string
  readonly shop: Shop
  /** As somebody who may do everything. */
  readonly admin: TrytonClient
  /** Its database, for what no client can bring about. */
  readonly databaseUrl: string
  /** For the user of the hub, who may use stock and nothing else. */
  readonly settings: TrytonSettings
  stop(): Promise<void>
  start(): Promise<void>
  log(): string
}

/** Where Trytons are made: a PostgreSQL, what its databases are called, and a folder. */
export interface TrytonGround {
  readonly databaseUrl: string
  readonly databasePrefix: string
  readonly folder: string
}

/** Starts one; where Tryton cannot be had, `skip` is told why. */
export async function startTrytonOn(ground: TrytonGround, skip: (note: string) => never): Promise<TrytonServer> {
  const obstacle = await ensureTryton()
  if (obstacle !== undefined) {
    return skip(
      `There is no Tryton here, and ${obstacle}. Run "apt-get install ${PACKAGES.join(' ')}" (Debian 12) to have one.`,
    )
  }

  const template = await trytonTemplate(ground)
  const name = `${ground.databasePrefix}${randomBytes(6).toString('hex')}`
  await asAdmin(ground, (client) => client.query(`create database "${name}" template "${template.name}"`))
  const server = await serve(ground, name)
  const admin = clientOf(server.url, 'admin')
  return {
    url: server.url,
    shop: template.shop,
    admin,
    databaseUrl: urlOf(ground, name),
    settings: {
      url: server.url,
      user: 'hub',
      password: PASSWORD,
      company: template.shop.company,
      source: '/erp/tryton',
      locations: [
        { code: 'DC1', locationId: 'DC1' },
        { code: 'ST1', locationId: 'ST1', accounts: ['sellable', 'damaged', 'blocked'] },
        { code: 'ST1-QC', locationId: 'ST1', accounts: ['qualityHold'] },
        { code: 'ST2', locationId: 'ST2' },
      ],
      customer: 'Walk-in customer',
      supplier: 'Main supplier',
      timeoutSeconds: 60,
    },
    stop: server.stop,
    start: server.start,
    log: server.log,
    async [Symbol.asyncDispose]() {
      await admin.close()
      await server.stop()
      await asAdmin(ground, (client) => client.query(`drop database if exists "${name}" with (force)`))
    },
  }
}

async function ensureTryton(): Promise<string | undefined> {
  if (await exists(TRYTOND)) return undefined
  const obstacle = await installPackages(PACKAGES)
  if (obstacle !== undefined) return obstacle
  return (await exists(TRYTOND)) ? undefined : 'the packages did not bring it'
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}

interface Template {
  readonly name: string
  readonly shop: Shop
}

/** Makes the database with the shop at the first call of the run, which takes a minute; each server has a copy of it. Other workers that need it meanwhile wait. */
async function trytonTemplate(ground: TrytonGround): Promise<Template> {
  const { databasePrefix, folder } = ground
  const name = `${databasePrefix}tryton`
  const about = join(folder, 'tryton-shop.json')
  await asAdmin(ground, async (client) => {
    await client.query('select pg_advisory_lock(hashtext($1))', [name])
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name])
    if (rowCount !== 0) return

    const unfinished = `${databasePrefix}tryton_unfinished`
    await client.query(`drop database if exists "${unfinished}" with (force)`)
    await client.query(`create database "${unfinished}"`)
    await initialise(ground, unfinished)
    const server = await serve(ground, unfinished)
    try {
      await writeFile(about, JSON.stringify(await loadShop(server.url, PASSWORD)))
    } finally {
      await server.stop()
    }
    await client.query(`alter database "${unfinished}" rename to "${name}"`)
  })
  const shop: Shop = JSON.parse(await readFile(about, 'utf8'))
  return { name, shop }
}

/** Tryton asks the catalogue thousands of small questions while it makes its tables, and the planner answers them slowly as long as there are no statistics: so nested loops are off, and it is analysed half way. */
async function initialise(ground: TrytonGround, database: string): Promise<void> {
  const { path, user, folder } = await configuration(ground, database, 0)
  const passwordFile = join(folder, 'admin.password')
  await writeFile(passwordFile, PASSWORD)
  await own(passwordFile, user)
  const env = {
    PATH: process.env.PATH ?? '',
    HOME: folder,
    LC_ALL: 'C.UTF-8',
    TRYTONPASSFILE: passwordFile,
    PGOPTIONS: '-c jit=off -c enable_nestloop=off',
  }
  const admin = (...more: string[]) => run(ADMIN, ['-c', path, '-d', database, ...more], { ...user, env, cwd: '/' })
  await admin('--email', 'admin@example.com', '-u', 'ir', 'res')
  await analyse(ground, database)
  await admin('-u', 'stock', '--activate-dependencies')
  await analyse(ground, database)
}

async function analyse(ground: TrytonGround, database: string): Promise<void> {
  const client = new Client({ connectionString: urlOf(ground, database) })
  await client.connect()
  try {
    await client.query('analyze')
  } finally {
    await client.end()
  }
}

interface Served {
  readonly url: string
  stop(): Promise<void>
  start(): Promise<void>
  log(): string
}

const START_TIMEOUT_MS = 120_000

async function serve(ground: TrytonGround, database: string): Promise<Served> {
  const port = await freePort()
  const { path, user } = await configuration(ground, database, port)
  let server: OwnProcess | undefined

  async function start(): Promise<void> {
    const started = await startProcess(TRYTOND, ['-c', path, '-d', database], { ...user, cwd: '/' }, 'SIGTERM')
    server = started
    const deadline = Date.now() + START_TIMEOUT_MS
    while (!(await answers(port))) {
      if (!started.running || Date.now() > deadline) throw new Error(`Tryton did not start:\n${started.log()}`)
      await sleep(50)
    }
  }
  await start()
  return {
    url: `http://127.0.0.1:${port}/${database}/`,
    start,
    stop: async () => server?.end('SIGTERM'),
    log: () => server?.log() ?? '',
  }
}

async function answers(port: number): Promise<boolean> {
  const body = JSON.stringify({ id: 1, method: 'common.server.version', params: [] })
  const headers = { 'content-type': 'application/json' }
  return fetch(`http://127.0.0.1:${port}/`, { method: 'POST', headers, body }).then(
    ({ ok }) => ok,
    () => false,
  )
}

interface Owner {
  readonly uid?: number
  readonly gid?: number
}

async function configuration(
  ground: TrytonGround,
  database: string,
  port: number,
): Promise<{ path: string; folder: string; user: Owner }> {
  const user = await trytonUser()
  const folder = join(ground.folder, `tryton-${database.slice(-24)}-${port}`)
  await mkdir(folder, { recursive: true })
  // The folder above is the tests' own, and may be passed through.
  await chmod(ground.folder, 0o711)
  const path = join(folder, 'trytond.conf')
  const server = new URL(urlOf(ground, database))
  const text = [
    '[web]',
    `listen = 127.0.0.1:${port}`,
    '[database]',
    `uri = postgresql://${server.username}:${server.password}@${server.host}/`,
    `path = ${folder}`,
    '[session]',
    'max_attempt = 50',
    '',
  ].join('\n')
  await writeFile(path, text, { mode: 0o600 })
  await own(path, user)
  await own(folder, user)
  return { path, folder, user }
}

async function own(path: string, { uid, gid }: Owner): Promise<void> {
  if (uid !== undefined && gid !== undefined) await chown(path, uid, gid)
}

/** Its package brings a user for it. */
async function trytonUser(): Promise<Owner> {
  if (process.getuid?.() !== 0) return {}
  const [uid, gid] = await Promise.all(
    ['-u', '-g'].map(async (flag) => Number((await run('id', [flag, 'tryton'])).stdout.trim())),
  )
  return uid === undefined || gid === undefined ? {} : { uid, gid }
}

export function clientOf(url: string, user: string): TrytonClient {
  return openTrytonClient({ url, user, password: PASSWORD, company: 1, timeoutMs: 120_000, settleMs: 0 })
}

async function asAdmin<T>({ databaseUrl }: TrytonGround, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

function urlOf({ databaseUrl }: TrytonGround, database: string): string {
  const url = new URL(databaseUrl)
  url.pathname = `/${database}`
  return url.href
}
