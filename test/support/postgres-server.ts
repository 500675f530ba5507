import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmod, chown, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { Client } from 'pg'
import { findProgram } from './binaries.ts'
import { eraseAtExit } from './janitor.ts'
import { type OwnProcess, startProcess } from './own-process.ts'
import { freePort } from './ports.ts'

const run = promisify(execFile)

/** A PostgreSQL of the test's own, on loopback, with the durability that PostgreSQL has by default. */
export interface PostgresServer extends AsyncDisposable {
  /** `postgres://` URL of the database `postgres`, as a superuser with a password. */
  readonly url: string
  readonly port: number
  readonly pid: number
  /** `fast` ends sessions in good order; `immediate` is a crash: recovery runs at the next start. */
  stop(mode?: 'fast' | 'immediate'): Promise<void>
  /** `kill -9` of the postmaster alone. */
  kill(): Promise<void>
  /** Starts it again after `stop` or `kill`, on the same port with the same data. */
  start(): Promise<void>
  restart(mode?: 'fast' | 'immediate'): Promise<void>
}

export interface PostgresServerOptions {
  /** Default: a free one. */
  port?: number
  /** Settings of postgresql.conf, as in `{ max_connections: '20' }`. */
  settings?: Record<string, string>
}

const START_TIMEOUT_MS = 180_000
const SUPERUSER = 'onhand'

export async function startPostgres(options: PostgresServerOptions = {}): Promise<PostgresServer> {
  const initdb = await findProgram('initdb')
  const postgres = await findProgram('postgres')
  const user = await serverUser()
  const password = randomBytes(16).toString('hex')

  const folder = await mkdtemp(join(tmpdir(), 'onhand-postgres-'))
  const kept = eraseAtExit({ folder })
  const dataDir = join(folder, 'data')
  const passwordFile = join(folder, 'password')
  await writeFile(passwordFile, password)
  await chmod(folder, 0o700)
  if (user.uid !== undefined && user.gid !== undefined) {
    await chown(folder, user.uid, user.gid)
    await chown(passwordFile, user.uid, user.gid)
  }
  // --no-sync concerns the making of the empty folder only, not the server that runs on it.
  await run(
    initdb,
    [
      ...['--pgdata', dataDir, '--username', SUPERUSER, '--pwfile', passwordFile, '--auth', 'scram-sha-256'],
      ...['--encoding', 'UTF8', '--no-locale', '--no-sync'],
    ],
    { ...user, cwd: folder },
  )

  let port = options.port ?? (await freePort())
  let server: OwnProcess | undefined

  const urlOf = (database: string) => `postgres://${SUPERUSER}:${password}@127.0.0.1:${port}/${database}`

  async function start(): Promise<void> {
    const settings = {
      listen_addresses: '127.0.0.1',
      unix_socket_directories: '',
      max_connections: '200',
      logging_collector: 'off',
      ...options.settings,
    }
    const deadline = Date.now() + START_TIMEOUT_MS
    for (;;) {
      const attempt = await startProcess(
        postgres,
        [
          '-D',
          dataDir,
          '-p',
          String(port),
          ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
        ],
        { ...user, cwd: folder },
        'SIGQUIT',
      )
      if (await answers(attempt, urlOf('postgres'), deadline)) {
        server = attempt
        return
      }
      // After `kill`, the last children of the old postmaster keep its shared memory for a moment.
      const passing = /address already in use|could not bind|pre-existing shared memory|lock file .* already exists/i
      if (!passing.test(attempt.log()) || Date.now() > deadline) {
        throw new Error(`PostgreSQL did not start on port ${port}:\n${attempt.log()}`)
      }
      if (options.port === undefined && server === undefined) port = await freePort()
      await sleep(100)
    }
  }

  async function stop(mode: 'fast' | 'immediate' = 'fast'): Promise<void> {
    await server?.end(mode === 'fast' ? 'SIGINT' : 'SIGQUIT')
  }

  try {
    await start()
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    kept()
    throw error
  }

  return {
    get url() {
      return urlOf('postgres')
    },
    get port() {
      return port
    },
    get pid() {
      if (server === undefined) throw new Error('PostgreSQL was not started.')
      return server.pid
    },
    start,
    stop,
    async kill() {
      await server?.end('SIGKILL')
    },
    async restart(mode) {
      await stop(mode)
      await start()
    },
    async [Symbol.asyncDispose]() {
      await stop('immediate')
      await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
      kept()
    },
  }
}

/** Whether a query is answered; false when the process ended instead. */
async function answers(server: OwnProcess, url: string, deadline: number): Promise<boolean> {
  while (server.running) {
    const client = new Client({ connectionString: url, connectionTimeoutMillis: 2_000 })
    client.on('error', () => {})
    try {
      await client.connect()
      await client.query('select 1')
      return true
    } catch (error) {
      if (Date.now() > deadline) {
        await server.end('SIGKILL')
        throw new Error(`PostgreSQL did not answer within ${START_TIMEOUT_MS} ms:\n${server.log()}`, { cause: error })
      }
      await sleep(30)
    } finally {
      await client.end().catch(() => {})
    }
  }
  return false
}

/** PostgreSQL refuses to run as root, so there it runs as `postgres`, or `nobody` where that user does not exist. */
async function serverUser(): Promise<{ uid?: number; gid?: number }> {
  if (process.getuid?.() !== 0) return {}
  for (const name of ['postgres', 'nobody']) {
    const ids = await Promise.all(
      ['-u', '-g'].map((flag) =>
        run('id', [flag, name]).then(
          ({ stdout }) => Number(stdout.trim()),
          () => undefined,
        ),
      ),
    )
    const [uid, gid] = ids
    if (uid !== undefined && gid !== undefined) return { uid, gid }
  }
  throw new Error('PostgreSQL does not run as root, and there is neither a user postgres nor nobody.')
}
