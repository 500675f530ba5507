import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { eraseAtExit } from '../../test/support/janitor.ts'
import type { ObservedAnswer, ObservedRequest, Usage } from '../support/observed.ts'

const OBSERVED = new URL('../support/observed.ts', import.meta.url).href

/** A contender's server in a process of its own. */
export interface ServerProcess extends AsyncDisposable {
  /** Where it listens: `http://127.0.0.1:4000`. */
  readonly url: string
  readonly pid: number
  usage(): Promise<Usage>
  beginProfile(): Promise<void>
  endProfile(folder: string, name: string): Promise<void>
}

export interface ServerProcessOptions {
  readonly file: URL
  readonly args?: readonly string[]
  readonly env: Readonly<Record<string, string>>
  /** The only core it may run on; any when absent. */
  readonly core: number | undefined
}

/** Starts it and waits for the line in which it says its `url`, as JSON. */
export async function startServer({ file, args = [], env, core }: ServerProcessOptions): Promise<ServerProcess> {
  const node = ['--expose-gc', '--import', OBSERVED, fileURLToPath(file), ...args]
  const [program, all] =
    core === undefined ? [process.execPath, node] : ['taskset', ['--cpu-list', String(core), process.execPath, ...node]]
  const child = spawn(program, all, {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    serialization: 'json',
    detached: true,
    cwd: fileURLToPath(new URL('.', file)),
    env: { PATH: process.env.PATH, NODE_ENV: 'production', ...env },
  })
  await once(child, 'spawn')
  const { pid } = child
  if (pid === undefined || child.stdout === null) throw new Error('A server did not start')
  const gone = once(child, 'exit')
  const kept = eraseAtExit({ pid, signal: 'SIGTERM' })
  gone.then(kept)

  const said: string[] = []
  const ready = Promise.withResolvers<string>()
  createInterface({ input: child.stdout }).on('line', (text) => {
    if (said.length < 50) said.push(text)
    const url = urlIn(text)
    if (url !== undefined) ready.resolve(url)
  })
  const failed = gone.then(() => {
    throw new Error(`A server ended:\n${said.join('\n')}`)
  })
  failed.catch(() => {})

  async function ask<K extends ObservedAnswer['kind']>(
    request: ObservedRequest,
    kind: K,
  ): Promise<Extract<ObservedAnswer, { kind: K }>> {
    const answered = new Promise<Extract<ObservedAnswer, { kind: K }>>((resolve) => {
      const onMessage = (answer: ObservedAnswer) => {
        if (!isOf(answer, kind)) return
        child.off('message', onMessage)
        resolve(answer)
      }
      child.on('message', onMessage)
    })
    child.send(request)
    return Promise.race([answered, failed])
  }

  return {
    url: await Promise.race([ready.promise, failed]),
    pid,
    usage: async () => (await ask({ kind: 'usage' }, 'usage')).usage,
    async beginProfile() {
      await ask({ kind: 'profile begins' }, 'profile')
    },
    async endProfile(folder, name) {
      await ask({ kind: 'profile ends', folder, name }, 'profile')
    },
    async [Symbol.asyncDispose]() {
      child.kill('SIGTERM')
      await gone
    },
  }
}

function isOf<K extends ObservedAnswer['kind']>(
  answer: ObservedAnswer,
  kind: K,
): answer is Extract<ObservedAnswer, { kind: K }> {
  return answer.kind === kind
}

function urlIn(text: string): string | undefined {
  if (!text.startsWith('{') || !text.includes('"url":"http')) return undefined
  const { url }: { url?: unknown } = JSON.parse(text)
  return typeof url === 'string' ? url : undefined
}
