import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { createClient } from 'redis'
import { freePort } from './ports.ts'
import { type RedisServer, startRedis } from './redis-server.ts'

const SLOTS = 16_384
const READY_TIMEOUT_MS = 30_000

/** A Redis Cluster of masters on loopback, each with an equal share of the slots. */
export interface RedisCluster extends AsyncDisposable {
  /** Leads to the first node and names the others, as `REDIS_URL` takes it. */
  readonly url: string
  readonly nodes: readonly RedisServer[]
  /** Which of the nodes serves the slot of this channel, by what the nodes themselves say. */
  ownerOf(channel: string): Promise<number>
  /** Hands the slot of a channel over to another node, as `redis-cli --cluster reshard` does. */
  migrate(channel: string, to: number): Promise<void>
  /** Adds a replica of a node, which takes over when that one is gone; resolves with its number when it is in step. */
  addReplica(of: number): Promise<number>
  /** What a node answers to a command. */
  command(node: number, ...args: string[]): Promise<unknown>
  /** What a node answers to a command that it is sent while it sleeps, and hears when it wakes up, together with what others have sent meanwhile. */
  commandInSleep(node: number, sleepMs: number, ...args: string[]): Promise<unknown>
}

/** `await using cluster = await startRedisCluster()`. */
export async function startRedisCluster({ size = 3 } = {}): Promise<RedisCluster> {
  const password = randomBytes(16).toString('hex')
  await using starting = new AsyncDisposableStack()
  const nodes: RedisServer[] = []
  const busPorts: string[] = []

  async function startNode(owner: AsyncDisposableStack): Promise<void> {
    const busPort = String(await freePort())
    const args = [
      ...['--cluster-enabled', 'yes', '--cluster-port', busPort, '--masterauth', password],
      ...['--cluster-node-timeout', '2000', '--cluster-require-full-coverage', 'no'],
    ]
    nodes.push(owner.use(await startRedis({ password, args })))
    busPorts.push(busPort)
  }

  for (let index = 0; index < size; index++) await startNode(starting)

  async function connectedTo<T>(node: number, use: (client: ReturnType<typeof clientOf>) => Promise<T>): Promise<T> {
    const client = clientOf(nodes[node]?.url ?? '')
    await client.connect()
    try {
      return await use(client)
    } finally {
      client.destroy()
    }
  }

  const command = (node: number, ...args: string[]): Promise<unknown> =>
    connectedTo(node, (client) => client.sendCommand(args))

  const commandInSleep = (node: number, sleepMs: number, ...args: string[]): Promise<unknown> =>
    connectedTo(node, async (client) => {
      nodes[node]?.pause()
      const answer = client.sendCommand(args)
      await sleep(sleepMs)
      nodes[node]?.resume()
      return answer
    })

  const idOf = async (node: number) => String(await command(node, 'CLUSTER', 'MYID'))

  for (const index of nodes.keys()) {
    const [from, to] = [Math.floor((SLOTS * index) / size), Math.floor((SLOTS * (index + 1)) / size) - 1]
    await command(index, 'CLUSTER', 'ADDSLOTSRANGE', String(from), String(to))
    await command(index, 'CLUSTER', 'SET-CONFIG-EPOCH', String(index + 1))
  }
  const meet = (index: number) =>
    command(0, 'CLUSTER', 'MEET', '127.0.0.1', String(nodes[index]?.port), busPorts[index] ?? '')
  for (const index of nodes.keys()) if (index > 0) await meet(index)
  for (const index of nodes.keys()) {
    const isComplete = /cluster_state:ok[\s\S]*cluster_slots_ok:16384/
    await eventually(async () => isComplete.test(String(await command(index, 'CLUSTER', 'INFO'))))
  }

  const owned = starting.move()
  const url = new URL(nodes[0]?.url ?? '')
  url.search = `cluster=${nodes
    .slice(1)
    .map(({ port }) => `127.0.0.1:${port}`)
    .join(',')}`

  async function ownerOf(channel: string): Promise<number> {
    const slot = Number(await command(0, 'CLUSTER', 'KEYSLOT', channel))
    const ranges = await command(0, 'CLUSTER', 'SLOTS')
    if (!Array.isArray(ranges)) throw new Error('CLUSTER SLOTS answers with a list.')
    const range: unknown[] = ranges.find(([from, to]) => from <= slot && slot <= to)
    const [, , master] = range
    return nodes.findIndex(({ port }) => Array.isArray(master) && Number(master[1]) === port)
  }

  return {
    url: url.href,
    nodes,
    command,
    commandInSleep,
    ownerOf,
    async migrate(channel, to) {
      const slot = String(await command(0, 'CLUSTER', 'KEYSLOT', channel))
      const from = await ownerOf(channel)
      await command(to, 'CLUSTER', 'SETSLOT', slot, 'IMPORTING', await idOf(from))
      await command(from, 'CLUSTER', 'SETSLOT', slot, 'MIGRATING', await idOf(to))
      // The new owner first: it takes a higher epoch with it, and who hears of both believes it.
      for (const node of [to, from, ...nodes.keys()]) {
        await command(node, 'CLUSTER', 'SETSLOT', slot, 'NODE', await idOf(to))
      }
    },
    async addReplica(of) {
      await startNode(owned)
      const index = nodes.length - 1
      await meet(index)
      const id = await idOf(of)
      await eventually(async () => String(await command(index, 'CLUSTER', 'REPLICATE', id)) === 'OK')
      await eventually(async () => /master_link_status:up/.test(String(await command(index, 'INFO', 'replication'))))
      const replica = await idOf(index)
      for (const other of nodes.keys()) {
        await eventually(async () => {
          const known = String(await command(other, 'CLUSTER', 'NODES'))
          return known.split('\n').some((line) => line.startsWith(replica) && line.includes(`slave ${id}`))
        })
      }
      return index
    },
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  }
}

function clientOf(url: string) {
  const client = createClient({ url, socket: { reconnectStrategy: false } })
  client.on('error', () => {})
  return client
}

async function eventually(check: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + READY_TIMEOUT_MS
  while (!(await check().catch(() => false))) {
    if (Date.now() > deadline) throw new Error('The nodes of the cluster do not come together.')
    await sleep(50)
  }
}
