import { setTimeout as sleep } from 'node:timers/promises'
import { type Client, createClient } from 'graphql-ws'
import { WebSocket } from 'ws'

type Json = ReturnType<typeof JSON.parse>

/**
 * How a client behaves that is not to blame for it: it is there all the time; its connection breaks after a few events, in the middle of what is being
 * sent; it does not read for a while.
 */
export type Habit = 'steady' | 'breaks' | 'stalls'

export interface LiveClientOptions {
  /** It connects to one after the other. */
  readonly urls: readonly string[]
  readonly habit: Habit
  readonly query: string
  /** As they are whenever it subscribes, at first and after each lost connection. */
  readonly variables: Readonly<Record<string, unknown>>
  /** A result with data. */
  take(result: Json): void
}

/** A connection that gives no sign of life for so long counts as lost. */
const SILENCE_MS_MAX = 2_000

/**
 * A client as the README tells to write one: it follows one subscription, comes back after every lost connection, and tries again what the hub says can be
 * tried again. What it resumes with is up to whoever uses it.
 */
export class LiveClient implements AsyncDisposable {
  /** Codes of errors that it was told in place of data. */
  readonly errors: string[] = []
  /** With which codes its connections ended. */
  readonly closed: number[] = []
  /** What ended the subscription for good: nothing, ever. */
  readonly problems: unknown[] = []
  readonly habit: Habit
  readonly #options: LiveClientOptions
  readonly #client: Client
  #socket: WebSocket | undefined
  #eventsUntilBreak = Number.POSITIVE_INFINITY
  #isBroken = false
  #isCalm = true
  #isOver = false
  #isDeaf = false
  readonly #stalling: Promise<void> | undefined

  constructor(options: LiveClientOptions) {
    this.#options = options
    this.habit = options.habit
    let connections = 0
    let silence: NodeJS.Timeout | undefined
    const answered = () => {
      clearTimeout(silence)
      silence = undefined
    }
    this.#client = createClient({
      url: () => `${options.urls[connections++ % options.urls.length]?.replace('http', 'ws')}/graphql`,
      webSocketImpl: PatientSocket,
      connectionAckWaitTimeout: SILENCE_MS_MAX,
      lazy: false,
      retryAttempts: Number.POSITIVE_INFINITY,
      retryWait: () => sleep(30 + Math.random() * 120),
      shouldRetry: () => true,
      keepAlive: 500,
      on: {
        opened: (socket) => {
          this.#isBroken = false
          if (socket instanceof WebSocket) this.#socket = socket
        },
        ping: (received) => {
          if (received) return
          const socket = this.#socket
          silence ??= setTimeout(() => void (this.#isDeaf || socket?.terminate()), SILENCE_MS_MAX)
        },
        // What was on its way before the connection died is a sign as well, but no answer, and only after an answer it is asked again.
        message: () => void silence?.refresh(),
        pong: (received) => void (received && answered()),
        closed: (event) => {
          answered()
          this.closed.push(Number(Object(event).code))
        },
      },
    })
    this.#subscribe()
    if (options.habit === 'stalls') this.#stalling = this.#stall()
  }

  #subscribe(): void {
    const { query, variables } = this.#options
    this.#client.subscribe<Json>(
      // Written out again for each connection, with the variables as they are then.
      { query, variables },
      {
        next: (result) => this.#take(result),
        error: (error) => this.#refused(error),
        complete: () => void (this.#isOver || this.problems.push('completed')),
      },
    )
  }

  /** What the hub says can be tried again is tried again. */
  #refused(error: unknown): void {
    const told: Json[] = Array.isArray(error) ? error : []
    for (const { extensions } of told) this.errors.push(extensions.code)
    if (told.length > 0 && told.every(({ extensions }) => extensions.retryable === true)) {
      setTimeout(() => void (this.#isOver || this.#subscribe()), 100 + Math.random() * 200)
    } else {
      this.problems.push(error)
    }
  }

  #take(result: Json): void {
    // What would have come after a connection broke does not come.
    if (this.#isBroken) return
    for (const error of result.errors ?? []) this.errors.push(String(Object(error.extensions).code))
    if (result.data == null) return
    this.#options.take(result)
    this.#eventsUntilBreak--
    if (this.#eventsUntilBreak > 0) return
    this.drop()
    this.#eventsUntilBreak = this.#isCalm ? Number.POSITIVE_INFINITY : fewEvents()
  }

  /** Loses the connection, as clients do that go into a tunnel. */
  drop(): void {
    this.#isBroken = true
    this.#socket?.terminate()
  }

  /** Loses the connection after so many events, and not again. */
  dropAfter(events: number): void {
    this.#isCalm = true
    this.#eventsUntilBreak = events
  }

  /** Leaves lying what comes, and gives no sign that it lives. */
  stopReading(): void {
    this.#isDeaf = true
    this.#socket?.pause()
  }

  readAgain(): void {
    this.#isDeaf = false
    this.#socket?.resume()
  }

  /** Lets it have its habit. */
  misbehave(): void {
    for (const list of [this.closed, this.errors]) list.length = 0
    this.#isCalm = false
    if (this.habit === 'breaks') this.#eventsUntilBreak = fewEvents()
  }

  /** From now on it behaves. */
  calm(): void {
    this.#isCalm = true
    this.#eventsUntilBreak = Number.POSITIVE_INFINITY
    this.#socket?.resume()
  }

  async #stall(): Promise<void> {
    while (!this.#isOver) {
      await sleep(50)
      if (this.#isCalm) continue
      const socket = this.#socket
      if (socket?.readyState === WebSocket.OPEN) socket.pause()
      await sleep(200 + Math.random() * 800)
      if (Math.random() < 0.5) socket?.resume()
      else socket?.terminate()
      await sleep(Math.random() * 300)
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#isOver = true
    await this.#client.dispose()
    this.#socket?.terminate()
    await this.#stalling
  }
}

/** Gives up a connection that does not come about: a network that swallows everything may swallow its beginning as well. */
class PatientSocket extends WebSocket {
  constructor(url: string, protocols: string) {
    super(url, protocols, { handshakeTimeout: SILENCE_MS_MAX })
  }
}

/** Often fewer than change in one tick. */
function fewEvents(): number {
  return 1 + Math.floor(Math.random() * 60)
}
