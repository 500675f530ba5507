import type { Log } from './log.ts'

const SIGNALS = ['SIGINT', 'SIGTERM'] as const

/** Asks clients to spread anew over the processes that there are. Windows does not have it. */
const MOVE_OVER = 'SIGUSR2'

/** Beyond the time that requests get to finish: for writing what was decided and closing the database. */
const CLOSING_MS = 5_000

/** Ctrl-C under npm comes twice at once: from the terminal and from npm, which passes it on. A person is slower. */
const AGAIN_MS = 500

export interface Running {
  /** Settles when it is over by itself; absent: it never is. */
  readonly over?: Promise<unknown>
  /** Asks those who hold a connection to connect anew; absent where nobody does. */
  moveOver?(): Promise<void>
  close(): Promise<void>
}

export interface LifetimeOptions {
  readonly log: Pick<Log, 'info' | 'error'>
  /** Milliseconds that requests under way get to finish. */
  readonly graceMs: number
}

/**
 * Runs something until SIGINT or SIGTERM, or until it is over by itself, then closes it in good order within a bounded time. A second signal ends the process at once. `start` gets
 * a signal that is aborted when the end comes before the beginning is over. SIGUSR2 asks those who hold a connection to connect anew. Resolves when it is closed.
 */
export async function runUntilSignal<T extends Running>(
  start: (signal: AbortSignal) => Promise<T>,
  { log, graceMs }: LifetimeOptions,
): Promise<void> {
  const ending = new AbortController()
  let askedAt = 0
  const asked = new Promise<NodeJS.Signals>((resolve) => {
    for (const name of SIGNALS) {
      process.on(name, () => {
        if (ending.signal.aborted) {
          if (performance.now() - askedAt < AGAIN_MS) return
          log.error({ signal: name }, 'Ended at once, because it was asked to end twice')
          process.exit(128 + (name === 'SIGINT' ? 2 : 15))
        }
        askedAt = performance.now()
        ending.abort(new Error(`Ended by ${name}`))
        resolve(name)
      })
    }
  })

  let running: T
  try {
    running = await start(ending.signal)
  } catch (error) {
    if (ending.signal.aborted) return
    throw error
  }
  const moveOver = () => {
    log.info({}, 'Clients are asked to connect anew')
    running
      .moveOver?.()
      .catch((error: unknown) => log.error({ err: error }, 'Clients could not be asked to connect anew'))
  }
  if (process.platform !== 'win32') process.on(MOVE_OVER, moveOver)
  const reason = await Promise.race([asked, ...(running.over === undefined ? [] : [running.over.then(() => 'over')])])
  log.info({ reason }, 'Closing: what is under way may finish')
  const deadline = setTimeout(() => {
    log.error({ afterMs: graceMs + CLOSING_MS }, 'Closing took too long; ended with work under way')
    process.exit(1)
  }, graceMs + CLOSING_MS)
  await running.close()
  clearTimeout(deadline)
  log.info({}, 'Closed')
}
