import { createClient } from 'graphql-ws/client'
import { type Ending, endingOfClose, endingOfRefusal, type ToldError } from './ending.ts'

/** Where the hub is, and who asks. */
export interface LinkOptions {
  readonly url: string
  readonly token: string | (() => string | Promise<string>) | undefined
  readonly webSocket: unknown
  /** Milliseconds between two questions whether the hub is there and how far it has come. */
  readonly pingMs: number
  /** Milliseconds without any sign after which the connection is given up. */
  readonly silenceMs: number
}

export interface Operation {
  readonly query: string
  readonly variables: Record<string, unknown>
  readonly extensions: Record<string, unknown>
}

/** One result of the subscription. */
export interface Result {
  readonly data?: Readonly<Record<string, unknown>> | null
  readonly errors?: readonly ToldError[]
  readonly extensions?: Readonly<Record<string, unknown>>
}

/** What is heard over one connection, until `over`, which is the last. */
export interface LinkEvents {
  next(result: Result): void
  /** All was told up to this cursor, whatever it was. */
  settled(cursor: string): void
  /** The hub says how far it is behind what is committed, in milliseconds. */
  lag(lagMs: number): void
  over(ending: Ending): void
}

/** The id of the only subscription on a socket. */
const ID = '1'

/** Milliseconds after which it is asked again whether everything was told; doubled each time. */
const ASK_SOON_MS = 40

/** A token is renewed when so much of its time is over, and not more often than that. */
const RENEW_AT = 0.8
const RENEW_MS_MIN = 5_000

const TIMER_MS_MAX = 2 ** 31 - 1

/** One connection with one subscription on it, from dialling to its end. It never comes back by itself. Returns how to end it, after which nothing is heard. */
export function openLink(options: LinkOptions, operation: Operation, events: LinkEvents): () => void {
  const { url, token, webSocket, pingMs, silenceMs } = options
  let isOver = false
  let socket: Pick<WebSocket, 'send' | 'readyState'> | undefined
  let silence: ReturnType<typeof setTimeout> | undefined
  let nextPing: ReturnType<typeof setTimeout> | undefined
  let renewal: ReturnType<typeof setTimeout> | undefined
  let askAgainMs = ASK_SOON_MS

  const client = createClient({
    url: url.replace(/^http/, 'ws'),
    webSocketImpl: quiet(webSocket),
    // Coming back is decided elsewhere, where it is known from which cursor.
    retryAttempts: 0,
    generateID: () => ID,
    connectionParams: async () => (token === undefined ? {} : { authorization: await authorization() }),
    on: {
      connected: (opened, acknowledged) => {
        socket = opened as Pick<WebSocket, 'send' | 'readyState'>
        renewAt(Object(acknowledged).expiresAt)
        nextPing = setTimeout(ping, askAgainMs)
      },
      message: () => hear(),
      pong: (_received, payload) => takePong(Object(payload)),
      closed: (event) => finish(endingOfClose(Number(Object(event).code ?? 1006), String(Object(event).reason ?? ''))),
      error: (error) => finish({ reason: 'disconnected', message: messageOf(error) }),
    },
  })

  async function authorization(): Promise<string> {
    try {
      return `Bearer ${typeof token === 'function' ? await token() : token}`
    } catch (error) {
      finish({ reason: 'credential', message: messageOf(error) })
      throw error
    }
  }

  /** Whatever is heard, the other side lives. */
  function hear(): void {
    clearTimeout(silence)
    silence = undefined
  }

  function expectSign(): void {
    silence ??= setTimeout(() => finish({ reason: 'silent', message: `nothing heard for ${silenceMs} ms` }), silenceMs)
  }

  function say(payload: object): void {
    if (isOver || socket?.readyState !== 1) return
    socket.send(JSON.stringify({ type: 'ping', payload }))
    expectSign()
  }

  function ping(): void {
    say({ cursors: true })
    clearTimeout(nextPing)
    nextPing = setTimeout(ping, Math.min(askAgainMs, pingMs) * (0.8 + Math.random() * 0.4))
    askAgainMs *= 2
  }

  function takePong({ cursors, lagMs, renewed, expiresAt }: Readonly<Record<string, unknown>>): void {
    if (isOver) return
    if (renewed === true) renewAt(expiresAt)
    if (renewed === false) renewIn(RENEW_MS_MIN)
    if (typeof lagMs === 'number') events.lag(lagMs)
    const cursor: unknown = Object(cursors)[ID]
    if (typeof cursor !== 'string') return
    askAgainMs = pingMs
    events.settled(cursor)
  }

  function renewAt(expiresAt: unknown): void {
    if (typeof expiresAt === 'string') renewIn((Date.parse(expiresAt) - Date.now()) * RENEW_AT)
  }

  function renewIn(ms: number): void {
    clearTimeout(renewal)
    if (isOver || typeof token !== 'function') return
    renewal = setTimeout(renew, Math.min(Math.max(ms, RENEW_MS_MIN) * (0.9 + Math.random() / 10), TIMER_MS_MAX))
  }

  async function renew(): Promise<void> {
    if (typeof token !== 'function') return
    try {
      say({ authorization: `Bearer ${await token()}`, cursors: true })
    } catch {
      // The one before may still be good for a while; when it is not, the hub says so.
      renewIn(RENEW_MS_MIN)
    }
  }

  function finish(ending: Ending | undefined): void {
    if (isOver) return
    isOver = true
    for (const timer of [silence, nextPing, renewal]) clearTimeout(timer)
    // A connection that says nothing would not come to say good-bye.
    if (socket === undefined || ending?.reason === 'silent') client.terminate()
    unsubscribe()
    if (ending !== undefined) events.over(ending)
  }

  const unsubscribe = client.subscribe<Record<string, unknown>>(operation, {
    next: (result) => {
      if (!isOver) events.next(result as Result)
    },
    error: (error) => {
      if (Array.isArray(error)) finish(endingOfRefusal(error, operation.variables.after != null))
      else finish({ reason: 'disconnected', message: messageOf(error) })
    },
    complete: () => finish({ reason: 'disconnected', message: 'the hub ended the subscription' }),
  })
  // Whoever does not answer at all is noticed as well.
  expectSign()

  return () => finish(undefined)
}

/** Throws where there is no WebSocket at all. */
export function webSocketOr(given: unknown): unknown {
  const found: unknown = given ?? Object(globalThis).WebSocket
  if (typeof found !== 'function')
    throw new TypeError('There is no WebSocket here: give one, such as that of the package ws.')
  return found
}

/** The class, with somebody who hears of every error: that of `ws` throws one that nobody hears of, as when it is given up before it is open. */
function quiet(webSocket: unknown): unknown {
  const Base = webSocket as typeof WebSocket
  return class extends Base {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols)
      this.addEventListener('error', () => {})
    }
  }
}

function messageOf(error: unknown): string {
  const message: unknown = Object(error).message
  return typeof message === 'string' && message !== '' ? message : 'the connection failed'
}
