import { createClient, ErrorReply } from 'redis'

export type RedisClient = ReturnType<typeof newClient>

export interface RedisConnection {
  readonly client: RedisClient
  /** Connected, prepared, and answering. */
  readonly ready: boolean
  close(): void
}

export interface RedisConnectionOptions {
  onChange(): void
  onProblem(error: Error): void
  /** What has to be done on each new connection before it is ready. Tried again for as long as it fails. */
  prepare?(client: RedisClient): Promise<unknown>
  /** The sign of life that it is asked for, in place of PING: whether what was prepared is still there. Without it the connection is renewed. */
  isIntact?(client: RedisClient): Promise<boolean>
}

/** Each connection is asked for a sign of life this often. */
const PING_INTERVAL_MS = 1_000
/** Pings in a row without an answer until the connection counts as down, and until it is given up for a new one. */
const PINGS_MISSED_UNTIL_DOWN = 2
const PINGS_MISSED_UNTIL_RENEWED = 5

const RETRY_DELAY_MS_MIN = 50
const RETRY_DELAY_MS_MAX = 2_000

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
export function openRedisConnection(
  url: string,
  { onChange, onProblem, prepare, isIntact }: RedisConnectionOptions,
): RedisConnection {
  let client = connect()
  let prepared = false
  let preparing = false
  let missed = 0
  let asked = false
  let closed = false

  function connect(): RedisClient {
    const own = newClient(url)
    own.on('error', (error: Error) => {
      if (own !== client || closed) return
      prepared = false
      // It tries again, which is a sign of life of the client, if not of the server.
      missed = 0
      onProblem(error)
      onChange()
    })
    own.on('ready', () => void prepareNow(own))
    // The node of a cluster gave the slot of a channel away, and has ended the subscription with it.
    own.on('sharded-channel-moved', () => {
      if (own !== client || closed) return
      prepared = false
      onProblem(new Error('A channel has moved to another node.'))
      onChange()
    })
    own.connect().catch(() => {})
    return own
  }

  async function prepareNow(own: RedisClient): Promise<void> {
    if (own !== client || closed) return
    preparing = true
    try {
      await prepare?.(own)
      if (own !== client || closed) return
      prepared = true
      missed = 0
      asked = false
      onChange()
    } catch (error) {
      // Mostly the connection was lost meanwhile and there will be another 'ready'; else it is tried again with the next ping.
      if (own === client && !closed && own.isReady && error instanceof Error) onProblem(error)
    } finally {
      if (own === client) preparing = false
    }
  }

  function renew(why: string): void {
    const old = client
    prepared = false
    preparing = false
    missed = 0
    asked = false
    onProblem(new Error(why))
    client = connect()
    old.destroy()
    onChange()
  }

  function askForLife(): void {
    if (asked || !client.isReady) missed++
    if (missed >= PINGS_MISSED_UNTIL_RENEWED) renew('Redis does not answer.')
    else if (missed === PINGS_MISSED_UNTIL_DOWN) onChange()
    if (asked || !client.isReady) return
    if (!prepared && !preparing) void prepareNow(client)

    const own = client
    const wasPrepared = prepared
    asked = true
    signOfLife(own).then(
      (intact) => {
        if (own !== client || closed) return
        asked = false
        missed = 0
        // What is prepared at the moment is not all there yet.
        if (!intact && wasPrepared && prepared) renew('Redis has ended subscriptions.')
        else onChange()
      },
      (error: unknown) => {
        if (own !== client || closed) return
        asked = false
        // Who refuses has answered, as to a user who may not ask that.
        if (!(error instanceof ErrorReply)) return
        missed = 0
        onChange()
      },
    )
  }

  async function signOfLife(own: RedisClient): Promise<boolean> {
    if (isIntact !== undefined) return isIntact(own)
    await own.ping()
    return true
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
      if (closed) return
      clearInterval(timer)
      closed = true
      prepared = false
      client.destroy()
    },
  }
}
