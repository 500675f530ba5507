import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { watchAvailability } from '../../client/index.ts'
import type { Authenticate } from '../../gateway/context.ts'
import type { SubgraphCall } from '../../gateway/subgraph-call.ts'
import { openTestGateway, type TestGateway, VIEWERS } from '../gateway/support.ts'
import { type Network, networkTo } from '../support/network.ts'
import { Observed } from './observed.ts'

const POLL = { timeout: 20_000, interval: 10 }
const MANY = Array.from({ length: 40 }, (_, index) => `S${index}`)

/** Until when each token is good; tests add theirs. */
const tokens = new Map<string, Date>()
const authenticate: Authenticate = async (authorization) => {
  const token = authorization?.replace('Bearer ', '')
  if (token === 'storefront') return { viewer: VIEWERS.storefront, expiresAt: null }
  const expiresAt = token === undefined ? undefined : tokens.get(token)
  if (token !== undefined && expiresAt === undefined)
    return { error: 'UNAUTHENTICATED', reason: 'invalid', message: 'The API key is unknown.' }
  if (expiresAt !== undefined && expiresAt.getTime() <= Date.now())
    return { error: 'UNAUTHENTICATED', reason: 'expired', message: 'The token has expired.' }
  return { viewer: VIEWERS.partner, expiresAt: expiresAt ?? null }
}

describe.each(['pglite', 'postgres'] as const)('a store of availability (%s)', (kind) => {
  let gateway: TestGateway
  let network: Network
  let url: string
  let isBroken = false

  beforeAll(async () => {
    gateway = await openTestGateway(kind, {
      authenticate,
      config: { moveOverSpreadMs: 50 },
      places: ({ availability, ...others }) => {
        if (availability === undefined || !('call' in availability)) throw new Error('It is not in this process.')
        const call: SubgraphCall = async (request, caller) =>
          isBroken
            ? { errors: [{ message: 'Gone.', extensions: { code: 'INTERNAL_SERVER_ERROR' } }] }
            : availability.call(request, caller)
        return { ...others, availability: { call } }
      },
    })
    await gateway.hub.shop(['MUG', 'CUP', 'JUG', 'PEN', ...MANY], ['BER'])
    for (const sku of MANY) await gateway.hub.count(sku, 'BER', 100)
    await gateway.hub.count('MUG', 'BER', 10)
    network = await networkTo(Number(new URL(gateway.url).port))
    url = `http://127.0.0.1:${network.port}/graphql`
  })
  afterAll(async () => {
    await network[Symbol.asyncDispose]()
    await gateway[Symbol.asyncDispose]()
  })

  // Goal: the hub tells no more than was asked for. Method: a store of everything beside them shows that what they were not told was told.
  test('hears of a SKU only when its status changes, or no more often than it wants', async () => {
    using all = new Observed({ url, skus: ['PEN'] })
    using shelf = new Observed({ url, skus: ['PEN'], onlyWhen: 'STATUS_CHANGES' })
    using slow = new Observed({ url, skus: ['PEN'], minIntervalMs: 3_600_000 })
    using paced = new Observed({ url, skus: ['PEN'], minIntervalMs: 200 })
    for (const { store } of [all, shelf, slow, paced]) await store.ready()

    for (const quantity of [8, 7, 0, 5]) {
      await gateway.hub.count('PEN', 'BER', quantity)
      await all.has({ PEN: quantity })
      if (quantity !== 7) await shelf.has({ PEN: quantity })
    }
    await paced.has({ PEN: 5 })
    const toldTo = ({ changes }: Observed) =>
      changes.flatMap((change) => (change.kind === 'tick' ? change.items.map(({ quantity }) => quantity) : []))
    expect(toldTo(all)).toEqual([8, 7, 0, 5])
    expect(toldTo(shelf)).toEqual([8, 0, 5])
    expect(slow.quantities).toEqual({ PEN: 0 })
    expect(toldTo(slow)).toEqual([])
  })

  test('has the present state, then every change, with whatever was selected', async () => {
    const store = watchAvailability<{ item: { title: string } | null }>({
      url: gateway.url.replace('http', 'ws').concat('/graphql'),
      channelId: 'web',
      skus: ['MUG', 'CUP'],
      select: 'item { title }',
    })
    expect(store.status.state).toBe('connecting')
    expect(store.get('MUG')).toBeUndefined()
    await store.ready()
    expect(store.status.state).toBe('live')
    expect(store.get('MUG')).toEqual({
      sku: 'MUG',
      quantity: 10,
      status: 'IN_STOCK',
      asOf: expect.any(String),
      item: { title: 'MUG' },
    })
    expect([...store.items.keys()].sort()).toEqual(['CUP', 'MUG'])

    const told: unknown[] = []
    const version = store.version
    const stop = store.subscribe((change) => told.push(change))
    await gateway.hub.count('MUG', 'BER', 9)
    await expect.poll(() => told, POLL).toMatchObject([{ kind: 'tick', items: [{ sku: 'MUG', quantity: 9 }] }])
    expect(store.version).toBe(version + 1)
    stop()
    // What the store contains, a query that is given its cursor contains as well.
    const { data } = await gateway.query(
      'query ($at: Cursor) { availability(channelId: "web", skus: ["MUG"], atLeast: $at) { quantity } }',
      { at: store.cursor },
    )
    expect(data.availability).toEqual([{ quantity: 9 }])
    store.close()
    expect(store.status).toMatchObject({ state: 'closed' })
    expect(store.get('MUG')?.quantity).toBe(9)
  })

  // Goal: no reader sees half a tick. Method: a buffer changes all SKUs at once; the network delivers in pieces, and cuts in the middle.
  test('shows what belongs together at once', async () => {
    const seen = new Set<number>()
    let torn = 0
    using observed = new Observed({ url, skus: MANY }, (store) => {
      const quantities = new Set([...store.items.values()].map(({ quantity }) => quantity))
      if (quantities.size > 1) torn++
      for (const quantity of quantities) seen.add(quantity)
    })
    await observed.store.ready()
    for (let buffer = 1; buffer <= 12; buffer++) {
      network.delay(buffer % 3 === 0 ? 15 : 0)
      await gateway.hub.submit({ kind: 'upsertChannel', id: 'web', name: 'Web shop', buffer })
      // Changes that come too fast are told as one, and of these nothing but the last would be seen.
      if (buffer % 4 === 2) await expect.poll(() => observed.quantities.S0, POLL).toBe(100 - buffer)
      if (buffer % 4 === 0) network.reset()
    }
    network.mend()
    await expect.poll(() => observed.quantities.S0, POLL).toBe(88)
    expect(torn).toBe(0)
    expect(seen.size).toBeGreaterThan(2)
    await gateway.hub.submit({ kind: 'upsertChannel', id: 'web', name: 'Web shop', buffer: 0 })
    await expect.poll(() => observed.quantities.S0, POLL).toBe(100)
  })

  test('comes back with its cursor and misses nothing, whether anything changed or not', async () => {
    await gateway.hub.count('MUG', 'BER', 10)
    using observed = new Observed({ url, skus: ['MUG', 'CUP'] })
    await observed.has({ MUG: 10 })
    network.reset()
    await observed.was('stale: disconnected')
    await observed.is('live')
    expect(observed.changes.filter(({ kind }) => kind !== 'status')).toHaveLength(1)

    network.cut()
    await observed.is('stale: disconnected')
    expect(observed.store.get('MUG')?.quantity).toBe(10)
    await gateway.hub.count('MUG', 'BER', 4)
    network.mend()
    await observed.has({ MUG: 4 })
    await observed.is('live')
    // It was told what changed, and not everything.
    expect(observed.snapshots).toEqual(['first'])
    expect(observed.changes.at(-2)).toMatchObject({ kind: 'tick', items: [{ sku: 'MUG' }] })
  })

  test('notices that nothing is heard any more', async () => {
    using observed = new Observed({ url, skus: ['MUG'], silenceMs: 300 })
    await observed.is('live')
    network.swallow()
    await observed.is('stale: silent')
    await gateway.hub.count('MUG', 'BER', 7)
    network.mend()
    await observed.has({ MUG: 7 })
    await observed.is('live')
  })

  test('goes to another process when it is asked to', async () => {
    using observed = new Observed({ url, skus: ['MUG'] })
    await observed.is('live')
    await gateway.gateway.moveOver()
    await observed.was('stale: moved over')
    await observed.is('live')
    expect(observed.snapshots).toEqual(['first'])
  })

  test('says which SKU cannot be read, and when it can again', async () => {
    await gateway.hub.count('MUG', 'BER', 7)
    using observed = new Observed({ url, skus: ['MUG', 'CUP'] })
    await observed.is('live')
    isBroken = true
    await gateway.hub.count('MUG', 'BER', 6)
    await observed.is('stale: unreadable')
    expect([...observed.store.problems.keys()]).toEqual(['MUG'])
    expect(observed.store.get('MUG')?.quantity).toBe(7)
    isBroken = false
    await observed.has({ MUG: 6 })
    await observed.is('live')
    expect(observed.store.problems.size).toBe(0)
  })

  test('goes on when a listener throws', async () => {
    await gateway.hub.count('MUG', 'BER', 6)
    using observed = new Observed({ url, skus: ['MUG'] })
    await observed.is('live')
    const thrown: unknown[] = []
    const listeners = process.listeners('uncaughtException')
    process.removeAllListeners('uncaughtException').on('uncaughtException', (error) => thrown.push(error))
    const own = new Error('of the listener')
    const stop = observed.store.subscribe(() => {
      throw own
    })
    try {
      await gateway.hub.count('MUG', 'BER', 5)
      await observed.has({ MUG: 5 })
      await expect.poll(() => thrown, POLL).toContain(own)
    } finally {
      stop()
      process.removeAllListeners('uncaughtException')
      for (const listener of listeners) process.on('uncaughtException', listener)
    }
    await gateway.hub.count('MUG', 'BER', 4)
    await observed.has({ MUG: 4 })
  })

  test('watches the whole channel, what comes to it later included', async () => {
    using observed = new Observed({ url })
    await observed.is('live')
    expect(observed.store.items.size).toBe(44)
    const sku = 'NEW'
    await gateway.hub.submit({ kind: 'upsertItems', items: [{ sku, title: 'New' }] })
    await gateway.hub.count(sku, 'BER', 3)
    await observed.has({ [sku]: 3 })
  })

  describe('with a token', () => {
    test('renews it in time, without a new connection', async () => {
      let given = 0
      using observed = new Observed({
        url,
        skus: ['MUG'],
        token: () => {
          const token = `renewed ${++given}`
          tokens.set(token, new Date(Date.now() + 8_000))
          return token
        },
      })
      await observed.is('live')
      await expect.poll(() => given, { timeout: 30_000 }).toBe(3)
      expect(observed.statuses).toEqual(['live'])
    })

    test('comes back with a new one when it has expired', async () => {
      let given = 0
      using observed = new Observed({
        url,
        skus: ['MUG'],
        token: () => {
          const token = `short ${++given}`
          tokens.set(token, new Date(Date.now() + (given === 1 ? 500 : 60_000)))
          return token
        },
      })
      await observed.was('stale: credential')
      await observed.is('live')
      expect(given).toBe(2)
      expect(observed.snapshots).toEqual(['first'])
    })

    test('tries again when it cannot get one', async () => {
      let given = 0
      tokens.set('at last', new Date('2099-01-01'))
      using observed = new Observed({
        url,
        skus: ['MUG'],
        token: async () => {
          if (++given < 3) throw new Error('The server of tokens is away.')
          return 'at last'
        },
      })
      await observed.was('connecting: credential')
      await observed.is('live')
    })

    test.each([
      ['that is unknown', { token: 'unknown' }, { code: 'UNAUTHENTICATED', closeCode: 4401 }],
      ['that may not listen', { token: 'storefront' }, { code: 'FORBIDDEN' }],
    ])('%s it gives up', async (_what, options, error) => {
      using observed = new Observed({ url, skus: ['MUG'], ...options })
      await expect(observed.store.ready()).rejects.toMatchObject({ name: 'OnhandError', ...error })
      expect(observed.store.status).toMatchObject({ state: 'closed', error })
    })
  })

  test.each([
    ['an unknown SKU', { skus: ['HAT'] }, 'BAD_USER_INPUT'],
    ['an unknown channel', { skus: ['MUG'], channelId: 'elsewhere' }, 'FORBIDDEN'],
    ['a field that does not exist', { skus: ['MUG'], select: 'colour' }, 'BAD_USER_INPUT'],
  ])('gives up at once what would never come: %s', async (_what, asked, code) => {
    using observed = new Observed({ url, ...asked })
    await expect(observed.store.ready()).rejects.toMatchObject({ code, requestId: expect.any(String) })
  })

  test('refuses a URL that is none', () => {
    expect(() => watchAvailability({ url: 'nowhere', channelId: 'web' })).toThrow(TypeError)
  })

  test('that was closed is told nothing more, and lets go of its connection', async () => {
    const observed = new Observed({ url, skus: ['MUG'] })
    await observed.is('live')
    observed.store.close()
    const { length } = observed.changes
    const connections = async () =>
      /^onhand_sockets_open (\d+)$/m.exec(await (await fetch(`${gateway.url}/metrics`)).text())?.[1]
    await expect.poll(connections, POLL).toBe('0')
    await gateway.hub.count('MUG', 'BER', 2)
    expect(observed.changes).toHaveLength(length)
  })

  // The last ones here: no cursor from before is good after them.
  describe('replaces everything and says so', () => {
    test('when the hub does not know its cursor', async () => {
      using observed = new Observed({ url, skus: ['MUG', 'CUP'] })
      await observed.is('live')
      network.cut()
      await gateway.hub.count('MUG', 'BER', 44)
      // What it came with, and nothing that is of the hub's own by now.
      const { decode } = gateway.hub.cursors
      const unknown = observed.store.cursor
      Object.assign(gateway.hub.cursors, {
        decode: (cursor: string) => (cursor === unknown ? undefined : decode(cursor)),
      })
      network.mend()
      await expect.poll(() => observed.snapshots, POLL).toEqual(['first', 'cursor-unknown'])
      Object.assign(gateway.hub.cursors, { decode })
      expect(observed.store.get('MUG')?.quantity).toBe(44)
      await observed.is('live')
    })

    test('when its cursor is too old', async () => {
      using observed = new Observed({ url, skus: ['MUG', 'CUP'] })
      await observed.is('live')
      network.cut()
      await gateway.hub.count('MUG', 'BER', 33)
      // Of what happened meanwhile nothing is kept.
      await gateway.hub.db.kysely.deleteFrom('journal').execute()
      await gateway.hub.db.kysely.deleteFrom('change').execute()
      network.mend()
      await expect.poll(() => observed.snapshots, POLL).toEqual(['first', 'cursor-too-old'])
      await observed.has({ MUG: 33 })
      await observed.is('live')
    })

    test('when the database is another one, whether it is connected then or not', async () => {
      using connected = new Observed({ url: `${gateway.url}/graphql`, skus: ['MUG', 'CUP'] })
      using away = new Observed({ url, skus: ['MUG', 'CUP'] })
      await connected.is('live')
      await away.is('live')
      network.cut()
      await gateway.hub.db.kysely.updateTable('hub').set({ epoch: '00000000-0000-4000-8000-000000000001' }).execute()
      await expect.poll(() => connected.snapshots, POLL).toEqual(['first', 'epoch-changed'])
      network.mend()
      await expect.poll(() => away.snapshots, POLL).toEqual(['first', 'epoch-changed'])
      expect(away.quantities).toEqual(connected.quantities)
      expect(away.changes.findLast(({ kind }) => kind === 'snapshot')).toMatchObject({ removed: [] })
    })
  })
})
