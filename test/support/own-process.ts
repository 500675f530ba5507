import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process'
import { once } from 'node:events'
import { eraseAtExit } from './janitor.ts'

/** A server program that this process started, with the last part of what it said. */
export interface OwnProcess {
  readonly pid: number
  /** Whether it still runs. */
  readonly running: boolean
  /** The end of its output, for the message when something goes wrong. */
  log(): string
  /** Sends the signal and waits until the process is gone. */
  end(signal: NodeJS.Signals): Promise<void>
  /** Resolves when the process has gone, for whatever reason. */
  readonly gone: Promise<unknown>
}

const LOG_CHARACTERS_MAX = 20_000

/** Starts a server that goes when we go; `exitSignal` is what it is sent then. */
export async function startProcess(
  program: string,
  args: string[],
  options: Pick<SpawnOptions, 'cwd' | 'uid' | 'gid'>,
  exitSignal: NodeJS.Signals,
): Promise<OwnProcess> {
  // In a session of its own, so that Ctrl-C in a terminal does not take it away in the middle of a test's clean-up.
  const child: ChildProcess = spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'], detached: true })
  await once(child, 'spawn')
  const { pid } = child
  if (pid === undefined) throw new Error(`${program} did not start.`)

  const calledOff = eraseAtExit({ pid, signal: exitSignal })
  const gone = once(child, 'exit').then(calledOff)

  let log = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      log = (log + chunk.toString()).slice(-LOG_CHARACTERS_MAX)
    })
  }
  const isRunning = () => child.exitCode === null && child.signalCode === null

  return {
    pid,
    get running() {
      return isRunning()
    },
    log: () => log,
    async end(signal) {
      if (isRunning()) child.kill(signal)
      await gone
    },
    gone,
  }
}
