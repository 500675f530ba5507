import type { Logger } from 'pino'
import { createClient } from 'redis'
import type { Bus } from './bus.ts'
import { Listeners } from './listeners.ts'
import { decodeMessage, encodeMessage } from './message.ts'
import type { FeedMessage } from './position.ts'

export interface RedisBusOptions {
  /** `redis://user:password@host:port`, or `rediss://` for TLS. Redis 6 or newer, or Valkey. */
  readonly url: string
  /** What keeps hubs apart that share a Redis: `hubName(secret)`. Lower-case letters, digits and `-`. */
  readonly name: string
  readonly log: Pick<Logger, 'info' | 'warn' | 'error'>
}

/** Messages handed to Redis and not answered yet, beyond which further ones are dropped: a Redis that hangs must not fill the memory. */
export const UNANSWERED_MAX = 10_000

/** Each connection is asked for a sign of life this often. */
const PING_INTERVAL_MS = 1_000
/** Pings in a row without an answer until the bus counts as down, and until the connection is given up for a new one. */
const PINGS_MISSED_UNTIL_DOWN = 2
const PINGS_MISSED_UNTIL_RENEWED = 5

const RETRY_DELAY_MS_MIN = 50
const RETRY_DELAY_MS_MAX = 2_000

/**
 * The bus of a hub of several processes: Redis pub/sub, on the channels `onhand:feed:<name>:<stream>`. It connects by itself, for ever; publishing goes
 * over a connection of its own, so that what arrives never waits for what is sent. Throws for a URL that is none.
 */
export function openRedisBus({ url, name, log }: RedisBusOptions): Bus {
  if (!/^[a-z0-9-]+$/.test(name)) throw new RangeError(`"${name}" cannot be the name of a hub on the bus.`)
  const prefix = `onhand:feed:${name}:`

  const listeners = new Listeners<(message: FeedMessage) => void>((error) =>
    log.error({ err: error }, 'a listener of the bus failed'),
  )
  const stateListeners = new Listeners<(up: boolean) => void>((error) =>
    log.error({ err: error }, 'a listener of the state of the bus failed'),
  )
  let up = false
  let closed = false
  let unanswered = 0

  const publisher = openConnection(url, { onChange: updateState, onProblem })
  // Only a process that listens pays for hearing what all others publish.
  let subscriber: Connection | undefined

  function updateState(): void {
    const now = !closed && publisher.ready && (subscriber === undefined || subscriber.ready)
    if (now === up) return
    up = now
    if (!closed) {
      if (up) log.info('the bus is up')
      else log.warn({ err: lastProblem }, 'the bus is down; changes are read from the database until it is back')
    }
    stateListeners.tell((listener) => listener(up))
  }

  let lastProblem: Error | undefined
  let told = false
  function onProblem(error: Error): void {
    lastProblem = error
    if (up || told) return
    // It was never up: without this line a wrong address would not be noticed.
    told = true
    log.warn({ err: error }, 'the bus cannot be reached; still trying')
  }

  function receive(text: string): void {
    const message = decodeMessage(text)
    if (message !== undefined) listeners.tell((listener) => listener(message))
  }

  return {
    get up() {
      return up
    },

    async publish(messages) {
      for (const message of messages) {
        if (!publisher.ready || unanswered >= UNANSWERED_MAX) return
        unanswered++
        // All that is written in one turn of the event loop goes out together. The answer only says how many listen.
        publisher.client
          .publish(prefix + message.stream, encodeMessage(message))
          .catch(() => {})
          .finally(() => unanswered--)
      }
    },

    subscribe(listener) {
      const end = listeners.add(listener)
      if (subscriber === undefined && !closed) {
        subscriber = openConnection(url, {
          onChange: updateState,
          onProblem,
          prepare: (client) => client.pSubscribe(`${prefix}*`, receive),
        })
        updateState()
      }
      return end
    },

    onState: (listener) => stateListeners.add(listener),

    async close() {
      if (closed) return
      closed = true
      listeners.clear()
      publisher.close()
      subscriber?.close()
      updateState()
      stateListeners.clear()
    },
  }
}

type Client = ReturnType<typeof newClient>

interface Connection {
  readonly client: Client
  /** Connected, prepared, and answering. */
  readonly ready: boolean
  close(): void
}

interface ConnectionOptions {
  onChange(): void
  onProblem(error: Error): void
  /** What has to be done on each new connection before it is ready. */
  prepare?(client: Client): Promise<unknown>
}

function newClient(url: string) {
  return createClient({
    url,
    socket: { reconnectStrategy: retryDelayMs, connectTimeout: 3_000 },
    // While it is down commands fail at once instead of waiting for it.
    disableOfflineQueue: true,
    maintNotifications: 'disabled',
  })
}

/** Full delay doubled at each failure up to a maximum; a random part of it, so that not all processes come back in one moment. */
function retryDelayMs(retries: number): number {
  const delay = Math.min(RETRY_DELAY_MS_MAX, RETRY_DELAY_MS_MIN * 2 ** Math.min(retries, 10))
  return Math.ceil(delay * (0.5 + Math.random() / 2))
}

/**
 * A connection that is always coming back. The client connects again after an error; what it does not notice is a server that hangs or a network that
 * swallows everything. So it is asked for signs of life, and replaced by a new one when there are none.
 */
function openConnection(url: string, { onChange, onProblem, prepare }: ConnectionOptions): Connection {
  let client = connect()
  let prepared = false
  let missed = 0
  let asked = false
  let closed = false

  function connect(): Client {
    const own = newClient(url)
    own.on('error', (error: Error) => {
      if (own !== client || closed) return
      prepared = false
      // It tries again, which is a sign of life of the client, if not of the server.
      missed = 0
      onProblem(error)
      onChange()
    })
    own.on('ready', () => {
      if (own !== client || closed) return
      void (prepare?.(own) ?? Promise.resolve()).then(
        () => {
          if (own !== client || closed) return
          prepared = true
          missed = 0
          asked = false
          onChange()
        },
        // The connection was lost meanwhile: there will be another 'ready'. If not, no ping is answered either.
        () => {},
      )
    })
    own.connect().catch(() => {})
    return own
  }

  function renew(): void {
    const old = client
    prepared = false
    missed = 0
    asked = false
    onProblem(new Error('Redis does not answer.'))
    client = connect()
    old.destroy()
    onChange()
  }

  function askForLife(): void {
    if (asked || !client.isReady) missed++
    if (missed >= PINGS_MISSED_UNTIL_RENEWED) renew()
    else if (missed === PINGS_MISSED_UNTIL_DOWN) onChange()
    if (asked || !client.isReady) return

    const own = client
    asked = true
    own.ping().then(
      () => {
        if (own !== client) return
        asked = false
        missed = 0
        onChange()
      },
      () => {
        if (own === client) asked = false
      },
    )
  }

  const timer = setInterval(askForLife, PING_INTERVAL_MS)
  timer.unref()

  return {
    get client() {
      return client
    },
    get ready() {
      return prepared && client.isReady && missed < PINGS_MISSED_UNTIL_DOWN
    },
    close() {
      clearInterval(timer)
      closed = true
      prepared = false
      client.destroy()
    },
  }
}
