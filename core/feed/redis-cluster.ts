import { STREAMS } from '../ledger/bucket.ts'
import type { RedisCarrier, RedisCarrierOptions } from './redis-carrier.ts'
import { openRedisConnection, type RedisClient, type RedisConnection } from './redis-connection.ts'

/** The cluster is asked this often who serves which slots, and at once when something shows that it has changed. */
const LOOK_INTERVAL_MS = 1_000
const LOOK_AGAIN_MS = 100
/** Longer is no answer to that. */
const LOOK_TIMEOUT_MS = 2_000

interface Node {
  readonly publisher: RedisConnection
  subscriber: RedisConnection | undefined
  /** Those whose channels are in slots of this node. */
  streams: readonly number[]
}

/**
 * A Redis Cluster. Each stream has a sharded channel, so the 65 of them spread over the slots, and a message goes through one node only
 * (https://redis.io/docs/latest/develop/pubsub/#sharded-pubsub).
 *
 * It keeps a connection for sending and one for receiving to each node that serves a channel, and compares every second who serves which. Whether the feed has
 * to ask the database depends on whether each of these works; the cluster client of `redis` keeps that to itself, and does not notice a node that hangs.
 */
export function redisCluster({ url, prefix, receive, onChange, onProblem }: RedisCarrierOptions): RedisCarrier {
  const seeds = seedsOf(url)
  const nodes = new Map<string, Node>()
  let owners = new Map<number, Node>()
  let slots: readonly number[] | undefined
  let listening = false
  let closed = false
  let looking = false
  let lookAgain: NodeJS.Timeout | undefined
  /** Who was asked last: whoever knows less than the others is not asked twice in a row. */
  let turn = Math.floor(Math.random() * seeds.length)

  function suspect(error: Error): void {
    onProblem(error)
    // A node may be gone for good, or a slot be elsewhere.
    if (!closed) lookAgain ??= setTimeout(look, LOOK_AGAIN_MS)
  }

  function look(): void {
    clearTimeout(lookAgain)
    lookAgain = undefined
    if (looking || closed) return
    looking = true
    void readTopology()
      .then(
        (topology) => {
          if (!closed) follow(topology)
        },
        (error: unknown) => {
          if (!closed && error instanceof Error) onProblem(error)
        },
      )
      .finally(() => {
        looking = false
      })
  }

  /** The streams of each node by its address. Asks one node after the other until one answers. */
  async function readTopology(): Promise<ReadonlyMap<string, readonly number[]>> {
    const addresses = [...new Set([...nodes.keys(), ...seeds])]
    turn++
    let problem: unknown
    for (let step = 0; step < addresses.length && !closed; step++) {
      const address = addresses[(turn + step) % addresses.length] ?? ''
      try {
        return await ask(address)
      } catch (error) {
        problem = error
      }
    }
    throw problem
  }

  async function ask(address: string): Promise<ReadonlyMap<string, readonly number[]>> {
    const known = nodes.get(address)
    if (known !== undefined) {
      if (!known.publisher.ready) throw new Error(`The node ${address} does not answer.`)
      return inTime(readFrom(known.publisher.client, address))
    }
    const passing = await connected(address)
    try {
      return await inTime(readFrom(passing.client, address))
    } finally {
      passing.close()
    }
  }

  function connected(address: string): Promise<RedisConnection> {
    return new Promise((resolve, reject) => {
      const fail = (error: Error) => {
        clearTimeout(timer)
        connection.close()
        reject(error)
      }
      const timer = setTimeout(() => fail(new Error(`The node ${address} does not answer.`)), LOOK_TIMEOUT_MS)
      const connection = openRedisConnection(urlOf(address), {
        onChange() {
          if (!connection.ready) return
          clearTimeout(timer)
          resolve(connection)
        },
        onProblem: fail,
      })
    })
  }

  async function readFrom(client: RedisClient, address: string): Promise<ReadonlyMap<string, readonly number[]>> {
    // A channel is in the same slot for ever.
    slots ??= await Promise.all(STREAMS.map((stream) => client.clusterKeySlot(prefix + stream)))
    const ranges = await client.clusterSlots()
    const topology = new Map<string, number[]>()
    for (const [index, stream] of STREAMS.entries()) {
      const slot = slots[index] ?? -1
      const range = ranges.find(({ from, to }) => from <= slot && slot <= to)
      if (range === undefined) continue
      // A node that does not know its own address leaves it out.
      const { host, port } = range.master
      const owner = `${host === '' ? hostOf(address) : host}:${port}`
      const streams = topology.get(owner)
      if (streams === undefined) topology.set(owner, [stream])
      else streams.push(stream)
    }
    return topology
  }

  function follow(topology: ReadonlyMap<string, readonly number[]>): void {
    for (const [address, node] of nodes) {
      if (topology.has(address)) continue
      node.publisher.close()
      node.subscriber?.close()
      nodes.delete(address)
    }
    for (const [address, streams] of topology) {
      const node = nodes.get(address)
      if (node === undefined) {
        const publisher = openRedisConnection(urlOf(address), { onChange, onProblem: suspect })
        nodes.set(address, { publisher, subscriber: listening ? subscribe(address, streams) : undefined, streams })
      } else if (String(node.streams) !== String(streams)) {
        node.streams = streams
        node.subscriber?.close()
        node.subscriber = listening ? subscribe(address, streams) : undefined
      }
    }
    owners = new Map([...nodes.values()].flatMap((node) => node.streams.map((stream) => [stream, node] as const)))
    onChange()
  }

  function subscribe(address: string, streams: readonly number[]): RedisConnection {
    return openRedisConnection(urlOf(address), {
      onChange,
      onProblem: suspect,
      // One by one: several channels in one command would have to be of one slot.
      prepare: (client) => Promise.all(streams.map((stream) => client.sSubscribe(prefix + stream, receive))),
      // A subscription that the node ends while a command waits for its answer passes `redis` by unnoticed: it takes the notice for a part of that answer.
      async isIntact(client) {
        const { ssub } = await client.clientInfo()
        return ssub === undefined || ssub === streams.length
      },
    })
  }

  function urlOf(address: string): string {
    const nodeUrl = new URL(url)
    nodeUrl.search = ''
    nodeUrl.host = address
    return nodeUrl.href
  }

  const timer = setInterval(look, LOOK_INTERVAL_MS)
  timer.unref()
  look()

  return {
    get ready() {
      if (owners.size < STREAMS.length) return false
      for (const { publisher, subscriber } of nodes.values()) {
        if (!publisher.ready || (listening && subscriber?.ready !== true)) return false
      }
      return true
    },

    send(stream, text) {
      const publisher = owners.get(stream)?.publisher
      if (publisher?.ready !== true) return undefined
      return publisher.client.sPublish(prefix + stream, text).catch((error: unknown) => {
        if (error instanceof Error && error.message.startsWith('MOVED')) suspect(error)
        throw error
      })
    },

    listen() {
      if (listening) return
      listening = true
      for (const [address, node] of nodes) node.subscriber = subscribe(address, node.streams)
    },

    close() {
      closed = true
      clearInterval(timer)
      clearTimeout(lookAgain)
      for (const { publisher, subscriber } of nodes.values()) {
        publisher.close()
        subscriber?.close()
      }
      nodes.clear()
      owners.clear()
    },
  }
}

/** Whether the URL says that it leads to a cluster: `redis://host:port?cluster`, or `?cluster=host:port,host:port` with further nodes to begin with. */
export function isClusterUrl(url: string): boolean {
  return URL.parse(url)?.searchParams.has('cluster') ?? false
}

/** Nodes that are asked for the others, as `host:port`. */
function seedsOf(url: string): readonly string[] {
  const { protocol, hostname, port, searchParams } = new URL(url)
  if (!/^rediss?:$/.test(protocol)) throw new TypeError('The URL of a Redis Cluster begins with redis:// or rediss://.')
  const further = (searchParams.get('cluster') ?? '').split(',').map((address) => address.trim())
  return [`${hostname}:${port === '' ? '6379' : port}`, ...further.filter((address) => address !== '')]
}

function hostOf(address: string): string {
  return address.slice(0, address.lastIndexOf(':'))
}

async function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('A node of the cluster does not answer.')), LOOK_TIMEOUT_MS)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
