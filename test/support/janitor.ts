import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { rm } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import type { Writable } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

/** What has to be gone when this process is: a server with its children, or a folder. */
type Leftover = { pid: number; signal: NodeJS.Signals } | { folder: string }
type Message = { kind: 'remember' | 'forget'; leftover: Leftover }

/**
 * Has a server killed or a folder erased when this process ends, however it ends: a handler for Ctrl-C would not see
 * `kill -9`. So a small process of its own watches a pipe that closes with us, and does the rest. Returns a function
 * that calls it off, for when the server was stopped in the normal way.
 */
export function eraseAtExit(leftover: Leftover): () => void {
  const pipe = janitor()
  send(pipe, { kind: 'remember', leftover })
  return () => send(pipe, { kind: 'forget', leftover })
}

let running: Writable | undefined

function janitor(): Writable {
  if (running !== undefined) return running
  // In a session of its own: Ctrl-C in a terminal reaches the whole group of the foreground.
  const child = spawn(process.execPath, [fileURLToPath(import.meta.url)], {
    stdio: ['pipe', 'ignore', 'inherit'],
    detached: true,
  })
  child.unref()
  child.stdin.on('error', () => {})
  // The pipe must not keep this process alive. It is a socket underneath, which the types do not tell.
  if ('unref' in child.stdin && typeof child.stdin.unref === 'function') child.stdin.unref()
  running = child.stdin
  return running
}

function send(pipe: Writable, message: Message): void {
  pipe.write(`${JSON.stringify(message)}\n`)
}

async function watch(): Promise<void> {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {})
  const leftovers = new Map<string, Leftover>()
  const lines = createInterface({ input: process.stdin })
  lines.on('line', (line) => {
    const { kind, leftover }: Message = JSON.parse(line)
    const key = JSON.stringify(leftover)
    if (kind === 'remember') leftovers.set(key, leftover)
    else leftovers.delete(key)
  })
  await once(lines, 'close')

  // Servers first: they would write into their folders again.
  for (const leftover of leftovers.values()) if ('pid' in leftover) await end(leftover.pid, leftover.signal)
  for (const leftover of leftovers.values()) {
    if ('folder' in leftover)
      await rm(leftover.folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
  }
}

async function end(pid: number, signal: NodeJS.Signals): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt++) {
    try {
      process.kill(pid, attempt === 0 ? signal : attempt === 80 ? 'SIGKILL' : 0)
    } catch {
      return
    }
    await sleep(50)
  }
}

if (import.meta.main) await watch()
