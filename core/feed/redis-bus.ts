import type { Logger } from 'pino'
import type { Bus } from './bus.ts'
import { Listeners } from './listeners.ts'
import { decodeMessage, encodeMessage } from './message.ts'
import type { FeedMessage } from './position.ts'
import { isClusterUrl, redisCluster } from './redis-cluster.ts'
import { singleRedis } from './single-redis.ts'

export interface RedisBusOptions {
  /**
   * `redis://user:password@host:port`, or `rediss://` for TLS. Redis 6 or newer, or Valkey. With `?cluster` it is a node of a Redis Cluster (7 or newer), with
   * `?cluster=host:port,host:port` one of several that are asked for the others; user, password and TLS are the same for all.
   */
  readonly url: string
  /** What keeps hubs apart that share a Redis: `hubName(secret)`. Lower-case letters, digits and `-`. */
  readonly name: string
  readonly log: Pick<Logger, 'info' | 'warn' | 'error'>
}

/** Messages handed to Redis and not answered yet, beyond which further ones are dropped: a Redis that hangs must not fill the memory. */
export const UNANSWERED_MAX = 10_000

/**
 * The bus of a hub of several processes: Redis pub/sub, on the channels `onhand:feed:<name>:<stream>`. It connects by itself, for ever. Throws for a URL that
 * is none.
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

  const carrier = (isClusterUrl(url) ? redisCluster : singleRedis)({
    url,
    prefix,
    receive,
    onChange: updateState,
    onProblem,
  })

  function updateState(): void {
    const now = !closed && carrier.ready
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

  /** Those of this process need not wait until they find in the database what Redis did not take. */
  function tellOwn(message: FeedMessage): void {
    if (!closed) listeners.tell((listener) => listener(message))
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
        if (unanswered >= UNANSWERED_MAX) return
        // All that is written in one turn of the event loop goes out together. The answer only says how many listen.
        const answer = carrier.send(message.stream, encodeMessage(message))
        if (answer === undefined) {
          queueMicrotask(() => tellOwn(message))
          continue
        }
        unanswered++
        answer.catch(() => tellOwn(message)).finally(() => unanswered--)
      }
    },

    subscribe(listener) {
      const end = listeners.add(listener)
      if (!closed) carrier.listen()
      updateState()
      return end
    },

    onState: (listener) => stateListeners.add(listener),

    async close() {
      if (closed) return
      closed = true
      listeners.clear()
      carrier.close()
      updateState()
      stateListeners.clear()
    },
  }
}
