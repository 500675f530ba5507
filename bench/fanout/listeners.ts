import { type ChildProcess, fork } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { type Counted, type ListenerAnswer, type ListenerRequest, monotonicMs, type Opening } from './messages.ts'
import { WebSocketClient } from './web-socket-client.ts'

/*
 * All listeners, in a process of their own. Counts what is delivered, and looks into one delivery of some hundreds: whether it is a state of a SKU that
 * this subscription follows.
 */

/** The listeners as the process that started them sees them. */
export interface Listeners extends AsyncDisposable {
  readonly pid: number
  /** Opens sockets and subscribes. */
  open(opening: Opening): Promise<void>
  /** Resolves when so many deliveries came in all; throws when no more come. */
  reached(deliveries: number): Promise<void>
  count(): Promise<Counted>
  keepTimes(): void
  times(): Promise<readonly (readonly [quantity: number, atMs: number])[]>
  closeSockets(): Promise<void>
}

/** Longer than the slowest contender needs for one change, even with five thousand listeners. */
const STALLED_MS = 30_000

export async function startListeners(): Promise<Listeners> {
  const child = fork(fileURLToPath(import.meta.url), { serialization: 'advanced' })
  const waiting: { deliveries: number; resolve: () => void }[] = []
  const failure = Promise.withResolvers<never>()
  failure.promise.catch(() => {})
  child.on('message', (answer: ListenerAnswer) => {
    if (answer.kind === 'failed') failure.reject(new Error(answer.message))
    if (answer.kind !== 'reached') return
    for (let first = waiting[0]; first !== undefined && first.deliveries <= answer.deliveries; first = waiting[0]) {
      waiting.shift()
      first.resolve()
    }
  })
  child.on('exit', () => failure.reject(new Error('The listeners ended')))
  const ask = async <K extends ListenerAnswer['kind']>(request: ListenerRequest | undefined, kind: K) => {
    const answer = answerOf(child, kind)
    if (request !== undefined) child.send(request)
    return Promise.race([answer, failure.promise])
  }
  await ask(undefined, 'ready')
  return {
    pid: child.pid ?? 0,
    async open(opening) {
      await ask({ kind: 'open', opening }, 'opened')
    },
    async reached(deliveries) {
      const { promise, resolve } = Promise.withResolvers<void>()
      waiting.push({ deliveries, resolve })
      const request: ListenerRequest = { kind: 'expect', deliveries }
      child.send(request)
      let timer: NodeJS.Timeout | undefined
      const late = new Promise<never>((_, reject) => {
        timer = setTimeout(() => reject(new Error(`${deliveries} deliveries were not reached`)), STALLED_MS)
      })
      await Promise.race([promise, failure.promise, late]).finally(() => clearTimeout(timer))
    },
    count: async () => (await ask({ kind: 'count' }, 'counted')).counted,
    keepTimes() {
      const request: ListenerRequest = { kind: 'keep times' }
      child.send(request)
    },
    times: async () => (await ask({ kind: 'times' }, 'times')).times,
    async closeSockets() {
      await ask({ kind: 'close' }, 'closed')
    },
    async [Symbol.asyncDispose]() {
      if (!child.connected) return
      child.disconnect()
      await once(child, 'exit')
    },
  }
}

function answerOf<K extends ListenerAnswer['kind']>(
  child: ChildProcess,
  kind: K,
): Promise<Extract<ListenerAnswer, { kind: K }>> {
  return new Promise((resolve) => {
    const onMessage = (answer: ListenerAnswer) => {
      if (!isOf(answer, kind)) return
      child.off('message', onMessage)
      resolve(answer)
    }
    child.on('message', onMessage)
  })
}

function isOf<K extends ListenerAnswer['kind']>(
  answer: ListenerAnswer,
  kind: K,
): answer is Extract<ListenerAnswer, { kind: K }> {
  return answer.kind === kind
}

/** Sockets that are being opened at once. */
const OPENING_AT_ONCE = 64
/** One delivery in so many is looked into, and so many of the first. */
const LOOKED_INTO_ONE_IN = 499
const QUANTITY = Buffer.from('"quantity":')

function serve(): void {
  const tell = (answer: ListenerAnswer) => void process.send?.(answer)
  let sockets: WebSocketClient[] = []
  let deliveries = 0
  let bytes = 0
  let expected: number[] = []
  let times: [number, number][] | undefined

  const fail = (message: string) => tell({ kind: 'failed', message })

  function delivered(buffer: Buffer, start: number, end: number, follows: Follows): void {
    deliveries++
    bytes += end - start
    if (deliveries <= LOOKED_INTO_ONE_IN || deliveries % LOOKED_INTO_ONE_IN === 0)
      lookInto(buffer.toString('utf8', start, end), follows)
    if (times !== undefined) {
      const at = buffer.indexOf(QUANTITY, start) + QUANTITY.length
      times.push([Number.parseInt(buffer.toString('latin1', at, Math.min(end, at + 16)), 10), monotonicMs()])
    }
    const first = expected[0]
    if (first === undefined || deliveries < first) return
    tell({ kind: 'reached', deliveries })
    expected = expected.filter((other) => other > deliveries)
  }

  function lookInto(text: string, follows: Follows): void {
    const { type, id, payload } = JSON.parse(text)
    const state = payload?.data?.availabilityChanged
    if (
      type !== 'next' ||
      !follows.has(id, state?.sku) ||
      !Number.isInteger(state.quantity) ||
      payload.errors !== undefined
    )
      fail(`That is not what was subscribed to: ${text}`)
  }

  async function open(opening: Opening): Promise<void> {
    deliveries = 0
    bytes = 0
    expected = []
    const groups: (readonly number[])[][] = []
    for (let at = 0; at < opening.follows.length; at += opening.subscriptionsPerSocket) {
      groups.push(opening.follows.slice(at, at + opening.subscriptionsPerSocket))
    }
    const queue = groups.values()
    await Promise.all(
      Array.from({ length: OPENING_AT_ONCE }, async () => {
        for (const group of queue) sockets.push(await openOne(opening, group))
      }),
    )
    tell({ kind: 'opened', sockets: sockets.length })
  }

  async function openOne(opening: Opening, group: readonly (readonly number[])[]): Promise<WebSocketClient> {
    const lists = group.map((indexes) => indexes.map((index) => opening.skus[index] ?? ''))
    const skusOf = new Map(lists.map((skus) => [String(randomUUID()), new Set(skus)]))
    const follows: Follows = {
      has: (id, sku) => (opening.speaks === 'plain' ? lists[0]?.includes(sku) : skusOf.get(id)?.has(sku)) ?? false,
    }
    const acknowledged = Promise.withResolvers<void>()
    let isAcknowledged = false
    const socket = await WebSocketClient.open(new URL(opening.url), PROTOCOLS[opening.speaks], (buffer, start, end) => {
      if (isAcknowledged) return delivered(buffer, start, end, follows)
      const { type } = JSON.parse(buffer.toString('utf8', start, end))
      if (type !== 'connection_ack') fail(`Not an acknowledgement: ${type}`)
      isAcknowledged = true
      acknowledged.resolve()
    })
    const { authorization } = opening
    socket.send({ type: 'connection_init', ...(authorization === undefined ? {} : { payload: { authorization } }) })
    await acknowledged.promise
    for (const [id, skus] of skusOf) {
      socket.send({ id, type: 'subscribe', payload: { query: opening.query, variables: { skus: [...skus] } } })
    }
    return socket
  }

  process.on('message', (request: ListenerRequest) => {
    switch (request.kind) {
      case 'open':
        open(request.opening).catch((error: unknown) => fail(String(error)))
        return
      case 'expect':
        if (deliveries >= request.deliveries) tell({ kind: 'reached', deliveries })
        else expected.push(request.deliveries)
        return
      case 'count': {
        const gone = sockets.find(({ closedBy }) => closedBy !== undefined)
        if (gone !== undefined) fail(`A socket was closed: ${gone.closedBy}`)
        tell({ kind: 'counted', counted: { deliveries, bytes, atMs: monotonicMs() } })
        return
      }
      case 'keep times':
        times = []
        return
      case 'times':
        tell({ kind: 'times', times: times ?? [] })
        times = undefined
        return
      case 'close':
        for (const socket of sockets) socket.close()
        sockets = []
        tell({ kind: 'closed' })
        return
    }
  })
  process.once('disconnect', () => process.exit())
  tell({ kind: 'ready' })
}

/** Whether a subscription of this socket follows the SKU; a bare broadcast knows no subscriptions. */
interface Follows {
  has(id: string, sku: string): boolean
}

const PROTOCOLS = { plain: 'plain', graphql: 'graphql-transport-ws' } as const

if (import.meta.main) serve()
