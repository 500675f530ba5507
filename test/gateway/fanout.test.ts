import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { isAtLeast } from '../../core/feed/compare.ts'
import type { SubgraphCall } from '../../gateway/subgraph-call.ts'
import { openTestGateway, type TestGateway } from './support.ts'

const MEBIBYTE = 1024 * 1024

interface Message {
  readonly type: string
  readonly id: string
  // Whatever the test selected.
  readonly payload: ReturnType<typeof JSON.parse>
}

/** A client on a socket of its own that keeps every message, and reads when it is told to. */
class Client implements AsyncDisposable {
  readonly socket: WebSocket
  readonly messages: Message[] = []
  bytes = 0
  readonly closed: Promise<number>
  #onMessage: (() => void) | undefined

  private constructor(url: string) {
    this.socket = new WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws')
    this.closed = once(this.socket, 'close').then(([code]) => Number(code))
    this.socket.on('message', (data) => {
      const text = String(data)
      this.bytes += text.length
      this.messages.push(JSON.parse(text))
      this.#onMessage?.()
    })
  }

  static async open({ url }: TestGateway, viewer?: string): Promise<Client> {
    const client = new Client(url)
    await once(client.socket, 'open')
    const payload = viewer === undefined ? {} : { authorization: `Bearer ${viewer}` }
    client.send({ type: 'connection_init', payload })
    await client.until(() => client.messages.length > 0)
    client.messages.length = 0
    return client
  }

  send(message: object): void {
    this.socket.send(JSON.stringify(message))
  }

  subscribe(id: string, query: string, variables: object = {}): void {
    this.send({ id, type: 'subscribe', payload: { query, variables } })
  }

  of(id: string): Message[] {
    return this.messages.filter((message) => message.id === id)
  }

  async until(holds: () => boolean, timeoutMs = 60_000): Promise<void> {
    const late = sleep(timeoutMs, 'late', { ref: false })
    while (!holds()) {
      const { promise, resolve } = Promise.withResolvers<void>()
      this.#onMessage = resolve
      if ((await Promise.race([promise, late])) === 'late') throw new Error(`It did not come within ${timeoutMs} ms.`)
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.socket.terminate()
  }
}

const LISTEN = `subscription ($skus: [ID!], $after: Cursor, $initial: Boolean) {
  availabilityChanged(channelId: "web", skus: $skus, after: $after, initial: $initial) { sku quantity cursor }
}`

function times<T>(count: number, make: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(index))
}

describe('telling many', () => {
  // Goal: the cost of a tick hangs on what changed and who may see it, not on how many listen. Method: count what the gateway asks the subgraph.
  test('takes one execution for each selection, access class and 250 SKUs, whatever the number of subscribers', async () => {
    let executions = 0
    const counted = (call: SubgraphCall): SubgraphCall => {
      return (request, caller) => {
        executions++
        return call(request, caller)
      }
    }
    await using gateway = await openTestGateway('pglite', {
      places: (places) => {
        const { availability } = places
        if (availability === undefined || !('call' in availability)) throw new Error('It is not in this process.')
        return { ...places, availability: { call: counted(availability.call) } }
      },
    })
    const skus = times(600, (index) => `S${index}`)
    await gateway.hub.shop(skus, ['BER'])
    for (const sku of skus) await gateway.hub.count(sku, 'BER', 10)

    const clients: Client[] = []
    for (const viewer of ['partner', 'operator']) {
      for (const selection of ['sku quantity cursor', 'sku status cursor quantity']) {
        for (let index = 0; index < 5; index++) {
          const client = await Client.open(gateway, viewer)
          clients.push(client)
          const query = `subscription ($skus: [ID!]) { availabilityChanged(channelId: "web", skus: $skus, initial: true) { ${selection} } }`
          client.subscribe('a', query, { skus })
          await client.until(() => client.messages.length === 600)
        }
      }
    }
    executions = 0
    const { position } = await gateway.hub.submit({ kind: 'upsertChannel', id: 'web', name: 'Web shop', buffer: 3 })
    for (const client of clients) await client.until(() => client.messages.length === 1200)

    // Two selections, two access classes, three pages.
    expect(executions).toBe(2 * 2 * 3)
    for (const { messages } of clients) {
      const told = messages.slice(600).map(({ payload }) => payload.data.availabilityChanged)
      expect(new Set(told.map(({ sku }) => sku)).size).toBe(600)
      expect(told.every(({ quantity }) => quantity === 7)).toBe(true)
    }
    expect(position).toBeDefined()
    for (const client of clients) await client[Symbol.asyncDispose]()
  })

  // Goal: whoever is dropped in the middle of a tick resumes without skipping a SKU. Method: what each event of one write claims.
  // Method: the first look for SKUs takes until all others were asked for.
  test('a crowd that comes at once asks together which SKUs there are, and each is refused for its own only', async () => {
    let looks = 0
    const first = Promise.withResolvers<void>()
    await using gateway = await openTestGateway('pglite', {
      places: ({ availability, ...others }) => {
        if (availability === undefined || !('call' in availability)) throw new Error('It is not in this process.')
        const call: SubgraphCall = async (request, caller) => {
          if (looks++ === 0) await first.promise
          return availability.call(request, caller)
        }
        return { ...others, availability: { call } }
      },
    })
    const skus = times(60, (index) => `S${index}`)
    await gateway.hub.shop(skus, ['BER'])
    await using client = await Client.open(gateway)

    for (const sku of [...skus, 'NOT THERE']) client.subscribe(sku, LISTEN, { skus: [sku] })
    for (let turn = 1; turn <= 3; turn++) {
      client.send({ type: 'ping' })
      await client.until(() => client.messages.length === turn)
    }
    first.resolve()
    await client.until(() => client.of('NOT THERE').length === 1)
    expect(looks).toBe(2)
    expect(client.of('NOT THERE')).toMatchObject([
      { type: 'error', payload: [{ extensions: { code: 'BAD_USER_INPUT' } }] },
    ])

    await gateway.hub.count('S59', 'BER', 4)
    await client.until(() => client.of('S59').length === 1)
    expect(client.messages.filter(({ type }) => type === 'error')).toHaveLength(1)
  })

  test('of what changed together, only the last event claims all of it', async () => {
    await using gateway = await openTestGateway('pglite')
    const skus = ['A', 'B', 'C', 'D', 'E']
    await gateway.hub.shop(skus, ['BER'])
    for (const sku of skus) await gateway.hub.count(sku, 'BER', 10)
    await using client = await Client.open(gateway)
    client.subscribe('a', LISTEN, { skus, initial: true })
    await client.until(() => client.messages.length === 5)
    await gateway.hub.submit({ kind: 'upsertChannel', id: 'web', name: 'Web shop', buffer: 1 })
    await client.until(() => client.messages.length === 10)

    const events = client.messages.slice(5).map(({ payload }) => payload.data.availabilityChanged)
    const claims = events.map(({ cursor }) => gateway.hub.cursors.decode(cursor))
    const { position } = gateway.hub.feed
    expect(claims.map((claim) => claim !== undefined && isAtLeast(claim, position))).toEqual([
      ...[false, false, false, false],
      true,
    ])
    for (const [index, { cursor }] of events.entries()) {
      await using back = await Client.open(gateway)
      back.subscribe('b', LISTEN, { skus, after: cursor })
      const missed = events.slice(index + 1).map(({ sku }) => sku)
      await back.until(() => missed.every((sku) => back.messages.some((it) => statesIn(it).sku === sku)))
    }
  })

  // Goal: results are shared, and nothing else. Method: many subscriptions, some on one socket, with ids, aliases and SKUs of all sorts.
  test('each subscription is told by its own id, in its own words, of its own SKUs', async () => {
    await using gateway = await openTestGateway('pglite')
    const skus = times(8, (index) => `S${index}`)
    await gateway.hub.shop(skus, ['BER'])
    const keyOf = (index: number) => `k${Math.floor(index / 2) % 2}`
    const ids = ['a', '"', 'ü', '\u0000', '0'.repeat(36), 'x'.repeat(300), '💡', 'last']
    await using one = await Client.open(gateway, 'partner')
    await using other = await Client.open(gateway, 'partner')
    // The two ask for the same under ids of other lengths, so that they share all but the tails.
    const idsOf = (client: Client) => (client === one ? ids : ids.map((id) => `${id}+`))
    for (const client of [one, other]) {
      for (const [index, id] of idsOf(client).entries()) {
        // Neighbours have a SKU in common, and every second pair of them the words as well.
        const query = `subscription ($skus: [ID!]) { ${keyOf(index)}: availabilityChanged(channelId: "web", skus: $skus, initial: true) { sku quantity cursor item { title } } }`
        client.subscribe(id, query, { skus: [skus[index], skus[(index + 1) % 8]] })
      }
      await client.until(() => client.messages.length === 16)
    }
    await gateway.hub.submit({ kind: 'upsertItems', items: skus.map((sku) => ({ sku, title: `Größe ${sku}` })) })
    for (const client of [one, other]) {
      for (const [index, id] of idsOf(client).entries()) {
        const own = () => client.of(id).slice(2)
        await client.until(() => own().length === 2)
        const told = own().map(({ type, payload }) => ({ type, ...payload.data[keyOf(index)], cursor: undefined }))
        expect(told.sort((a, b) => (a.sku < b.sku ? -1 : 1))).toEqual(
          [skus[index] ?? '', skus[(index + 1) % 8] ?? '']
            .sort()
            .map((sku) => ({ type: 'next', sku, quantity: 0, item: { title: `Größe ${sku}` }, cursor: undefined })),
        )
      }
    }
  })
})

describe('a client that reads too slowly', () => {
  // Goal: it costs no more memory than what it subscribed to. Method: it reads nothing while another one, who subscribed to the same, is sent 300 MB.
  test('costs no memory while 300 MB are offered, and has the newest state when it reads again', async () => {
    await using gateway = await openTestGateway('postgres', { config: { socketStallMs: 600_000 } })
    const skus = times(250, (index) => `S${index}`)
    await gateway.hub.shop(skus, ['BER'])
    await gateway.hub.submit({
      kind: 'upsertItems',
      items: skus.map((sku) => ({ sku, title: `${sku} ${'x'.repeat(1_000)}` })),
    })
    const titles = times(20, (index) => `t${index}: title`).join(' ')
    const query = `subscription ($skus: [ID!]) { availabilityChanged(channelId: "web", skus: $skus, initial: true) { sku status asOf cursor item { ${titles} } explanation { buffer } } }`
    await using quick = await Client.open(gateway)
    await using stalled = await Client.open(gateway)
    quick.subscribe('a', query, { skus })
    stalled.subscribe('a', query, { skus })
    await quick.until(() => quick.messages.length === 250)
    await stalled.until(() => stalled.messages.length === 250)
    stalled.socket.pause()

    const before = usedBytes()
    let most = 0
    let buffer = 0
    while (quick.bytes < 300 * MEBIBYTE) {
      quick.messages.length = 0
      await gateway.hub.submit({ kind: 'upsertChannel', id: 'web', name: 'Web shop', buffer: ++buffer })
      await quick.until(() => quick.messages.length === 250)
      quick.messages.length = 0
      most = Math.max(most, usedBytes() - before)
    }
    // One state of each SKU is 5 MB, which the quick one holds as well; what the system's buffers took is not ours.
    expect(most / MEBIBYTE).toBeLessThan(40)

    stalled.messages.length = 0
    stalled.socket.resume()
    const newest = new Map<string, number>()
    await stalled.until(() => {
      for (const message of stalled.messages.splice(0)) {
        const { sku, explanation } = statesIn(message)
        newest.set(sku, explanation.buffer)
      }
      return newest.size === 250 && [...newest.values()].every((told) => told === buffer)
    })
    expect((usedBytes() - before) / MEBIBYTE).toBeLessThan(20)
  }, 240_000)

  test('is closed with 4413 when it takes nothing for a while, and misses nothing when it comes back', async () => {
    await using gateway = await openTestGateway('pglite', { config: { socketStallMs: 700 } })
    const skus = times(50, (index) => `S${index}`)
    await gateway.hub.shop(skus, ['BER'])
    const titles = times(40, (index) => `t${index}: title`).join(' ')
    await gateway.hub.submit({
      kind: 'upsertItems',
      items: skus.map((sku) => ({ sku, title: `${sku} ${'x'.repeat(2_000)}` })),
    })
    const query = `subscription ($skus: [ID!], $after: Cursor, $initial: Boolean) {
      availabilityChanged(channelId: "web", skus: $skus, after: $after, initial: $initial) { sku cursor item { ${titles} } explanation { buffer } }
    }`
    await using stalled = await Client.open(gateway)
    stalled.subscribe('a', query, { skus, initial: true })
    await stalled.until(() => stalled.messages.length === 50)
    await using idle = await Client.open(gateway)
    stalled.socket.pause()
    const metric = async () => {
      const text = await (await fetch(`${gateway.url}/metrics`)).text()
      return Number(/^onhand_sockets_too_slow_total (.+)$/m.exec(text)?.[1])
    }
    let buffer = 0
    // Until the buffers of the system are full, nothing shows that it does not read: 4 MB each time.
    while ((await metric()) === 0 && buffer < 100) {
      await gateway.hub.submit({ kind: 'upsertChannel', id: 'web', name: 'Web shop', buffer: ++buffer })
      await sleep(100)
    }
    stalled.socket.resume()
    expect(await stalled.closed).toBe(4413)
    const { cursor } = statesIn(stalled.messages.at(-1))
    await using back = await Client.open(gateway)
    back.subscribe('a', query, { skus, after: cursor })
    await back.until(() => new Set(back.messages.map((message) => statesIn(message).sku)).size === 50)
    expect(back.messages.every((message) => statesIn(message).explanation.buffer === buffer)).toBe(true)
    // Who has nothing to read is not slow.
    expect(idle.socket.readyState).toBe(WebSocket.OPEN)
  }, 120_000)

  test('is closed with 4413 when answers pile up that it asked for and does not read', async () => {
    await using gateway = await openTestGateway('pglite', { config: { socketBufferLimitBytes: 65_536 } })
    await gateway.hub.shop(['MUG'], ['BER'])
    await gateway.hub.submit({ kind: 'upsertItems', items: [{ sku: 'MUG', title: 'x'.repeat(2_000) }] })
    await using client = await Client.open(gateway)
    client.socket.pause()
    const titles = times(500, (index) => `t${index}: title`).join(' ')
    // A megabyte each: more than the buffers of the system take.
    for (let index = 0; index < 40; index++) client.subscribe(`q${index}`, `{ item(sku: "MUG") { ${titles} } }`)
    const before = usedBytes()
    await sleep(2_000)
    expect((usedBytes() - before) / MEBIBYTE).toBeLessThan(20)
    client.socket.resume()
    expect(await client.closed).toBeOneOf([4413, 1006])
  }, 60_000)
})

function statesIn(message: Message | undefined): ReturnType<typeof JSON.parse> {
  return message?.payload.data.availabilityChanged
}

/** Bytes that are in use when everything unused is gone. */
function usedBytes(): number {
  setFlagsFromString('--expose_gc')
  runInNewContext('gc')()
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}
