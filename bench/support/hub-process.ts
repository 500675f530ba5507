import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { eraseAtExit } from '../../test/support/janitor.ts'

const HUB = fileURLToPath(new URL('../../hub/main.ts', import.meta.url))
const PROFILING = new URL('./profile-on-signal.ts', import.meta.url).href

/** A hub as `npm start` starts it, or a worker alone, in a process of its own, on real servers. */
export interface HubProcess extends AsyncDisposable {
  /** Empty for a worker, which listens to nothing. */
  readonly url: string
  readonly pid: number
  /** Begins or ends a CPU profile; where it goes was said at the start. */
  toggleProfile(): void
  /** Ends it in good order. */
  stop(): Promise<void>
}

export interface HubProcessOptions {
  readonly databaseUrl: string
  /** Absent: a bus in the process. */
  readonly redisUrl?: string | undefined
  /** Default: `start`. */
  readonly part?: 'start' | 'worker' | undefined
  /** The only core it may run on; any when absent. */
  readonly core?: number | undefined
  /** Where its profiles go, and their name. */
  readonly profile?: { readonly folder: string; readonly name: string } | undefined
}

export async function startHubProcess({
  databaseUrl,
  redisUrl,
  part = 'start',
  core,
  profile,
}: HubProcessOptions): Promise<HubProcess> {
  const node = [...(profile === undefined ? [] : ['--import', PROFILING]), HUB, part]
  const [program, args] =
    core === undefined ? [process.execPath, node] : ['taskset', ['--cpu-list', String(core), process.execPath, ...node]]
  const child = spawn(program, args, {
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
    env: {
      PATH: process.env.PATH,
      DATABASE_URL: databaseUrl,
      ...(redisUrl === undefined ? {} : { REDIS_URL: redisUrl }),
      PORT: '0',
      ...(profile === undefined ? {} : { BENCH_PROFILE_FOLDER: profile.folder, BENCH_PROFILE_NAME: profile.name }),
    },
  })
  await once(child, 'spawn')
  const { pid } = child
  if (pid === undefined) throw new Error('The hub did not start')
  const gone = once(child, 'exit')
  const kept = eraseAtExit({ pid, signal: 'SIGTERM' })
  gone.then(kept)

  let stopping: Promise<void> | undefined
  const stop = () => {
    stopping ??= (async () => {
      child.kill('SIGTERM')
      await gone
    })()
    return stopping
  }
  try {
    const url = await readyUrl(child)
    return { url, pid, toggleProfile: () => child.kill('SIGUSR2'), stop, [Symbol.asyncDispose]: stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** The hub says in its log where it listens, and a worker that it is ready. */
async function readyUrl(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new Error('The hub has no output')
  const ready = Promise.withResolvers<string>()
  const said: string[] = []
  createInterface({ input: child.stdout }).on('line', (text) => {
    if (said.length < 50) said.push(text)
    if (!/The (hub|worker) is ready/.test(text)) return
    const { url }: { url?: unknown } = JSON.parse(text)
    ready.resolve(typeof url === 'string' ? url : '')
  })
  child.once('exit', () => ready.reject(new Error(`The hub ended before it was ready:\n${said.join('\n')}`)))
  return ready.promise
}
