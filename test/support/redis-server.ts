import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { createClient } from 'redis'
import { findProgram } from './binaries.ts'
import { eraseAtExit } from './janitor.ts'
import { type OwnProcess, startProcess } from './own-process.ts'
import { freePort } from './ports.ts'

/** A Redis of the test's own, on loopback, that keeps nothing: the hub uses it for pub/sub only. */
export interface RedisServer extends AsyncDisposable {
  readonly url: string
  readonly port: number
  readonly pid: number
  /** Ends it in good order; all its subscriptions are lost with it. */
  stop(): Promise<void>
  kill(): Promise<void>
  /** Lets it hang, connections open: what a stalled machine looks like. Ended by `resume`. */
  pause(): void
  resume(): void
  /** Starts it again after `stop` or `kill`, on the same port. */
  start(): Promise<void>
  restart(): Promise<void>
}

export interface RedisServerOptions {
  /** Default: a free one. */
  port?: number
  /** Default: a random one. */
  password?: string
  /** Further options of the command line, as in `['--cluster-enabled', 'yes']`. */
  args?: readonly string[]
}

const START_TIMEOUT_MS = 30_000

export async function startRedis(options: RedisServerOptions = {}): Promise<RedisServer> {
  const program = await findProgram('redis-server')
  const folder = await mkdtemp(join(tmpdir(), 'onhand-redis-'))
  const kept = eraseAtExit({ folder })
  const password = options.password ?? randomBytes(16).toString('hex')

  let port = options.port ?? (await freePort())
  let server: OwnProcess | undefined

  const urlOf = () => `redis://default:${password}@127.0.0.1:${port}`

  async function start(): Promise<void> {
    const deadline = Date.now() + START_TIMEOUT_MS
    for (;;) {
      const attempt = await startProcess(
        program,
        [
          ...['--port', String(port), '--bind', '127.0.0.1', '--requirepass', password, '--dir', folder],
          ...['--save', '', '--appendonly', 'no', '--daemonize', 'no'],
          ...(options.args ?? []),
        ],
        { cwd: folder },
        'SIGKILL',
      )
      if (await answers(attempt, urlOf(), deadline)) {
        server = attempt
        return
      }
      if (!/already in use|Could not create server TCP/i.test(attempt.log()) || Date.now() > deadline) {
        throw new Error(`Redis did not start on port ${port}:\n${attempt.log()}`)
      }
      if (options.port === undefined && server === undefined) port = await freePort()
      await sleep(100)
    }
  }

  async function stop(): Promise<void> {
    await server?.end('SIGTERM')
  }

  try {
    await start()
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    kept()
    throw error
  }

  const running = (): OwnProcess => {
    if (server === undefined) throw new Error('Redis was not started.')
    return server
  }

  return {
    get url() {
      return urlOf()
    },
    get port() {
      return port
    },
    get pid() {
      return running().pid
    },
    start,
    stop,
    async kill() {
      await server?.end('SIGKILL')
    },
    pause: () => void process.kill(running().pid, 'SIGSTOP'),
    resume: () => void process.kill(running().pid, 'SIGCONT'),
    async restart() {
      await stop()
      await start()
    },
    async [Symbol.asyncDispose]() {
      await server?.end('SIGKILL')
      await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
      kept()
    },
  }
}

/** Whether PING is answered; false when the process ended instead. */
async function answers(server: OwnProcess, url: string, deadline: number): Promise<boolean> {
  while (server.running) {
    const client = createClient({ url, socket: { reconnectStrategy: false, connectTimeout: 2_000 } })
    client.on('error', () => {})
    try {
      await client.connect()
      await client.ping()
      return true
    } catch (error) {
      if (Date.now() > deadline) {
        await server.end('SIGKILL')
        throw new Error(`Redis did not answer within ${START_TIMEOUT_MS} ms:\n${server.log()}`, { cause: error })
      }
      await sleep(20)
    } finally {
      if (client.isOpen) client.destroy()
    }
  }
  return false
}
