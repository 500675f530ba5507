import type { RedisCarrier, RedisCarrierOptions } from './redis-carrier.ts'
import { openRedisConnection, type RedisConnection } from './redis-connection.ts'

/** One Redis. Publishing goes over a connection of its own, so that what arrives never waits for what is sent. */
export function singleRedis({ url, prefix, receive, onChange, onProblem }: RedisCarrierOptions): RedisCarrier {
  const publisher = openRedisConnection(url, { onChange, onProblem })
  // Only a process that listens pays for hearing what all others publish.
  let subscriber: RedisConnection | undefined

  return {
    get ready() {
      return publisher.ready && (subscriber === undefined || subscriber.ready)
    },
    send: (stream, text) => (publisher.ready ? publisher.client.publish(prefix + stream, text) : undefined),
    listen() {
      subscriber ??= openRedisConnection(url, {
        onChange,
        onProblem,
        prepare: (client) => client.pSubscribe(`${prefix}*`, receive),
      })
    },
    close() {
      publisher.close()
      subscriber?.close()
    },
  }
}
