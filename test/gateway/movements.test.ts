import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { isAtLeast } from '../../core/feed/compare.ts'
import { readHeads } from '../../core/feed/heads.ts'
import type { Authenticate } from '../../gateway/context.ts'
import type { SubgraphCall } from '../../gateway/subgraph-call.ts'
import { openTestGateway, type TestGateway, VIEWERS } from './support.ts'

const FOLLOW = `subscription ($after: Cursor, $skus: [ID!], $locationIds: [ID!]) {
  stockMovements(after: $after, skus: $skus, locationIds: $locationIds) { id sku locationId quantity kind cursor }
}`

interface Movement {
  readonly id: string
  readonly sku: string
  readonly locationId: string
  readonly quantity: number
  readonly cursor: string
}

type Result = ReturnType<typeof JSON.parse>
const movementOf = (result: Result): Movement => result.data.stockMovements
const idsOf = (results: readonly Result[]): string[] => results.map((result) => movementOf(result).id)

/** The journal as the query tells it, page by page. */
async function journal(
  gateway: TestGateway,
  { after = null, filter = {} }: { after?: string | null; filter?: object } = {},
): Promise<{ id: string; sku: string; cursor: string; own: string }[]> {
  const query = `query ($after: Cursor, $filter: StockMovementFilter) {
    stockMovements(first: 250, after: $after, filter: $filter) {
      edges { cursor node { id sku cursor } } pageInfo { hasNextPage endCursor }
    }
  }`
  const entries = []
  let from = after
  for (;;) {
    const { data, errors } = await gateway.query(query, { after: from, filter })
    if (errors.length > 0) throw new Error(JSON.stringify(errors))
    const { edges, pageInfo } = data.stockMovements
    for (const { cursor, node } of edges) entries.push({ id: node.id, sku: node.sku, cursor, own: node.cursor })
    if (!pageInfo.hasNextPage) return entries
    from = pageInfo.endCursor
  }
}

async function metric(gateway: TestGateway, name: string): Promise<number> {
  const text = await (await fetch(`${gateway.url}/metrics`)).text()
  return Number(new RegExp(`^${name} (.*)$`, 'm').exec(text)?.[1])
}

const untilOpen = (gateway: TestGateway, count: number) =>
  expect.poll(() => metric(gateway, 'onhand_subscriptions_open'), { timeout: 10_000 }).toBe(count)

/** The present as a cursor. */
const present = async (gateway: TestGateway): Promise<string> =>
  gateway.hub.cursors.encode(await readHeads(gateway.hub.db))

describe('stockMovements', () => {
  let gateway: TestGateway
  beforeAll(async () => {
    gateway = await openTestGateway('pglite')
    await gateway.hub.shop(['MUG', 'CUP', 'JUG'], ['BER', 'HAM'])
  })
  afterAll(() => gateway[Symbol.asyncDispose]())

  test('tells every entry from now on, with the cursors of the query', async () => {
    await gateway.hub.count('MUG', 'BER', 100)
    await using live = gateway.subscribe(FOLLOW)
    const first = live.next()
    await untilOpen(gateway, 1)
    const before = await present(gateway)
    await gateway.hub.sell('MUG', 'BER', 3)
    await gateway.hub.sell('MUG', 'BER', 4)
    await gateway.hub.count('CUP', 'HAM', 5)
    const results = [await first, ...(await live.take(2))]
    expect(results.map(movementOf)).toMatchObject([
      { sku: 'MUG', locationId: 'BER', quantity: 3, kind: 'SALE' },
      { sku: 'MUG', locationId: 'BER', quantity: 4, kind: 'SALE' },
      { sku: 'CUP', locationId: 'HAM', quantity: 5, kind: 'COUNT' },
    ])
    const entries = await journal(gateway, { after: before })
    expect(entries.map(({ id }) => id)).toEqual(idsOf(results))
    for (const [index, { cursor, own }] of entries.entries()) {
      expect(own).toBe(cursor)
      // Where one of them leads, the other one does.
      const rest = entries.slice(index + 1).map(({ id }) => id)
      expect((await journal(gateway, { after: movementOf(results[index]).cursor })).map(({ id }) => id)).toEqual(rest)
    }
    await expect(live.next(300)).rejects.toThrow('No result')
  })

  test('resumes after any of its cursors, and after one of a mutation, with exactly what followed', async () => {
    const { cursor } = await gateway.mutate('upsertItems', { items: [{ sku: 'MUG', title: 'MUG' }] }, 'items { sku }')
    for (let index = 0; index < 5; index++) {
      await gateway.hub.sell('MUG', 'BER', 1)
      await gateway.hub.sell('JUG', 'HAM', 1)
    }
    await using first = gateway.subscribe(FOLLOW, { after: cursor })
    const all = await first.take(10)
    for (const from of [0, 4, 8]) {
      await using again = gateway.subscribe(FOLLOW, { after: movementOf(all[from]).cursor })
      expect(idsOf(await again.take(all.length - 1 - from))).toEqual(idsOf(all.slice(from + 1)))
      await gateway.hub.sell('CUP', 'BER', 1)
      const live = await again.next()
      expect(movementOf(live)).toMatchObject({ sku: 'CUP' })
      all.push(await first.next())
      expect(idsOf(all.slice(-1))).toEqual(idsOf([live]))
    }
  })

  test('only the SKUs and locations that were asked for are told, and others cost no query', async () => {
    const after = await present(gateway)
    await using live = gateway.subscribe(FOLLOW, { after, skus: ['JUG', 'CUP'], locationIds: ['HAM'] })
    await gateway.hub.sell('JUG', 'HAM', 2)
    expect(movementOf(await live.next())).toMatchObject({ sku: 'JUG', quantity: 2 })
    const read = await metric(gateway, 'onhand_journal_pages_read_total')
    for (let index = 0; index < 20; index++) await gateway.hub.sell('MUG', 'HAM', 1)
    for (let index = 0; index < 20; index++) await gateway.hub.sell('CUP', 'BER', 1)
    expect(await metric(gateway, 'onhand_journal_pages_read_total')).toBe(read)
    await gateway.hub.sell('CUP', 'HAM', 3)
    const event = movementOf(await live.next())
    expect(event).toMatchObject({ sku: 'CUP', quantity: 3 })
    // The cursor has passed what does not concern the stream as well.
    const reached = gateway.hub.cursors.decode(event.cursor)
    expect(reached && isAtLeast(reached, await readHeads(gateway.hub.db))).toBe(true)
  })

  test('is told to many who ask for the same by one query', async () => {
    const after = await present(gateway)
    const many = Array.from({ length: 40 }, () => gateway.subscribe(FOLLOW, { after }))
    await gateway.hub.sell('MUG', 'BER', 1)
    await Promise.all(many.map((live) => live.next()))
    await gateway.hub.sell('MUG', 'BER', 1)
    await Promise.all(many.map((live) => live.next()))
    const read = await metric(gateway, 'onhand_journal_pages_read_total')
    for (let index = 1; index <= 5; index++) {
      await gateway.hub.sell('MUG', 'BER', index)
      const told = await Promise.all(many.map((live) => live.next()))
      expect(new Set(told.map((result) => JSON.stringify(result))).size).toBe(1)
      expect(movementOf(told[0]).quantity).toBe(index)
    }
    expect(await metric(gateway, 'onhand_journal_pages_read_total')).toBe(read + 5)
    await Promise.all(many.map((live) => live[Symbol.asyncDispose]()))
  })

  test('tells any selection across subgraphs, by any spelling', async () => {
    const after = await present(gateway)
    await using live = gateway.subscribe(
      `subscription Audit($after: Cursor, $first: Int = 1) { ...Root }
       fragment Root on Subscription { entry: stockMovements(after: $after) { ...Entry ... on StockMovement { at: cursor } } }
       fragment Entry on StockMovement { quantity item { title stockLevels(locationIds: ["BER"]) { movements(first: $first) { id } } } reservation { status } }`,
      { after },
    )
    await gateway.hub.count('CUP', 'BER', 50)
    await live.next()
    await gateway.hub.reserve([{ sku: 'CUP', locationId: 'BER', quantity: 2 }])
    expect((await live.next()).data.entry).toEqual({
      quantity: 2,
      item: { title: 'CUP', stockLevels: [{ movements: [{ id: expect.any(String) }] }] },
      reservation: { status: 'HELD' },
      at: expect.any(String),
    })
  })

  test('a cursor of another database, or from the future, gets the journal from its beginning, marked', async () => {
    const { epoch } = gateway.hub.feed.position
    const cursors = {
      'epoch-changed': { epoch: '00000000-0000-4000-8000-000000000000', numbers: new Map([[1, 5]]) },
      'cursor-ahead': { epoch, numbers: new Map([[1, 5_000_000]]) },
    }
    const all = await journal(gateway)
    for (const [snapshot, position] of Object.entries(cursors)) {
      await using live = gateway.subscribe(FOLLOW, { after: gateway.hub.cursors.encode(position) })
      const results = await live.take(all.length)
      expect(idsOf(results)).toEqual(all.map(({ id }) => id))
      for (const { extensions } of results) expect(extensions).toEqual({ onhand: { snapshot } })
      await gateway.hub.sell('MUG', 'BER', 1)
      const next = await live.next()
      expect(next.extensions).toBeUndefined()
      all.push({ id: movementOf(next).id, sku: 'MUG', cursor: '', own: '' })
    }
  })

  test.each([
    ['what is no cursor', { after: 'abc' }, undefined, 'BAD_USER_INPUT', /cursor/],
    ['no SKUs', { skus: [] }, undefined, 'BAD_USER_INPUT', /1 to 250/],
    ['too many locations', { locationIds: Array(251).fill('BER') }, undefined, 'BAD_USER_INPUT', /1 to 250/],
    ['a partner', {}, 'partner', 'FORBIDDEN', /Subscription.stockMovements/],
  ])('%s is refused when it begins', async (_what, variables, viewer, code, message) => {
    await using live = gateway.subscribe(FOLLOW, variables, viewer)
    const errors = await live.next().then(
      (result) => result,
      (error: unknown) => error,
    )
    expect(errors).toMatchObject([{ message: expect.stringMatching(message), extensions: { code } }])
  })

  // The last one here: no cursor from before is good after it.
  test('everybody is told the journal anew, marked, when the database becomes another one', async () => {
    await using live = gateway.subscribe(FOLLOW, { after: await present(gateway) })
    await gateway.hub.sell('MUG', 'BER', 1)
    await live.next()
    const epoch = '00000000-0000-4000-8000-000000000001'
    await gateway.hub.db.kysely.updateTable('hub').set({ epoch }).execute()
    const all = await journal(gateway)
    const results = await live.take(all.length)
    expect(idsOf(results)).toEqual(all.map(({ id }) => id))
    for (const { extensions } of results) expect(extensions).toEqual({ onhand: { snapshot: 'epoch-changed' } })
    expect(gateway.hub.cursors.decode(movementOf(results[0]).cursor)?.epoch).toBe(epoch)
    await gateway.hub.sell('MUG', 'BER', 1)
    expect((await live.next()).extensions).toBeUndefined()
  })
})

// Goal: rows of other channels do not exist. Method: an operator of one channel beside one of all, on the same stream of changes.
test('who sees single channels is told the entries of these alone, whoever else follows', async () => {
  const viewers: Record<string, Parameters<typeof Object.entries>[0]> = {
    web: { ...VIEWERS.operator, channels: ['web'] },
    app: { ...VIEWERS.operator, channels: ['app'] },
    all: VIEWERS.operator,
  }
  const authenticate: Authenticate = async (authorization) => {
    const viewer = viewers[String(authorization).replace('Bearer ', '')]
    return { viewer: { ...VIEWERS.admin, ...viewer }, expiresAt: null }
  }
  await using gateway = await openTestGateway('pglite', { authenticate })
  await gateway.hub.shop(['MUG'], ['BER'])
  await gateway.hub.submit({ kind: 'upsertChannel', id: 'app', name: 'App', locations: [{ locationId: 'BER' }] })
  await gateway.hub.count('MUG', 'BER', 100)
  const after = await present(gateway)
  await using web = gateway.subscribe(FOLLOW, { after }, 'web')
  await using app = gateway.subscribe(FOLLOW, { after }, 'app')
  await using all = gateway.subscribe(FOLLOW, { after }, 'all')
  await Promise.all([web.next(100).catch(() => {}), app.next(100).catch(() => {}), all.next(100).catch(() => {})])
  for (let quantity = 1; quantity <= 3; quantity++) {
    await gateway.hub.reserve([{ sku: 'MUG', locationId: 'BER', quantity }], { channelId: 'web' })
    await gateway.hub.reserve([{ sku: 'MUG', locationId: 'BER', quantity: 10 * quantity }], { channelId: 'app' })
  }
  const quantities = (results: readonly Result[]) => results.map((result) => movementOf(result).quantity)
  expect(quantities(await all.take(6))).toEqual([1, 10, 2, 20, 3, 30])
  expect(quantities(await web.take(3))).toEqual([1, 2, 3])
  expect(quantities(await app.take(3))).toEqual([10, 20, 30])
  await expect(web.next(200)).rejects.toThrow('No result')
})

// Goal: no gap and no double, whenever one comes, goes and comes back. Method: followers that do so at random while several writers post.
test('whoever leaves and comes back at any moment has every entry once', { timeout: 120_000 }, async () => {
  await using gateway = await openTestGateway('postgres')
  const skus = Array.from({ length: 30 }, (_, index) => `S${index}`)
  await gateway.hub.shop(skus, ['BER', 'HAM'])
  const start = await present(gateway)
  async function follow(index: number): Promise<string[]> {
    const ids: string[] = []
    let after = start
    while (ids.length < 360) {
      await using live = gateway.subscribe(FOLLOW, { after })
      // So many until it leaves: some follow for long, others only come and go.
      const count = Math.min(360 - ids.length, 1 + ((index * 37 + ids.length * 13) % 97))
      for (let told = 0; told < count; told++) {
        const movement = movementOf(await live.next(60_000))
        ids.push(movement.id)
        after = movement.cursor
      }
    }
    return ids
  }
  const followers = Array.from({ length: 12 }, (_, index) => follow(index))
  await Promise.all(
    Array.from({ length: 6 }, async (_, writer) => {
      for (let count = 0; count < 60; count++) {
        await gateway.hub.sell(skus[(writer * 7 + count * 11) % skus.length] ?? '', count % 2 === 0 ? 'BER' : 'HAM', 1)
        if (count % 20 === 0) await sleep(20)
      }
    }),
  )
  const all = (await journal(gateway, { after: start })).map(({ id }) => id)
  expect(all).toHaveLength(360)
  for (const ids of await Promise.all(followers)) {
    expect(new Set(ids).size).toBe(ids.length)
    expect([...ids].sort()).toEqual([...all].sort())
    for (const bucket of new Set(all.map(bucketIn))) {
      expect(ids.filter((id) => bucketIn(id) === bucket)).toEqual(all.filter((id) => bucketIn(id) === bucket))
    }
  }
})

const bucketIn = (id: string) => id.split('_')[1]

// Goal: nothing is skipped while reading fails. Method: a subgraph that can be made to fail.
test('what cannot be read is told after a while, once, and nothing is left out when it can be again', async () => {
  let broken = false
  const break_ =
    (call: SubgraphCall): SubgraphCall =>
    (request, caller) => {
      if (broken) throw new Error('It is broken.')
      return call(request, caller)
    }
  await using gateway = await openTestGateway('pglite', {
    places: (places) => ({
      ...places,
      stock: { call: break_(places.stock !== undefined && 'call' in places.stock ? places.stock.call : neverCalled) },
    }),
  })
  await gateway.hub.shop(['MUG'], ['BER'])
  const after = await present(gateway)
  await using live = gateway.subscribe(FOLLOW, { after })
  await gateway.hub.sell('MUG', 'BER', 1)
  await live.next()
  await using idle = gateway.subscribe(FOLLOW, { after })
  await idle.next()

  broken = true
  for (let quantity = 2; quantity <= 4; quantity++) await gateway.hub.sell('MUG', 'BER', quantity)
  for (const one of [live, idle]) {
    expect(await one.next()).toMatchObject({ data: null, errors: [{ extensions: { code: expect.any(String) } }] })
  }
  broken = false
  for (const one of [live, idle]) {
    expect((await one.take(3)).map((result) => movementOf(result).quantity)).toEqual([2, 3, 4])
  }
})

const neverCalled: SubgraphCall = () => {
  throw new Error('There is no such subgraph.')
}

// Goal: a reader who stalls costs little memory and loses nothing. Method: a socket that is not read while the journal grows by far more than is kept.
test('a reader who stalls falls back to the journal', { timeout: 180_000 }, async () => {
  const count = 2_500
  await using gateway = await openTestGateway('pglite')
  const skus = Array.from({ length: 100 }, (_, index) => `S${index}`)
  await gateway.hub.shop(skus, ['BER'])
  const after = await present(gateway)
  // Each entry is some 15 KiB, so that what lies in buffers on the way is little of it.
  const query = `subscription ($after: Cursor) { stockMovements(after: $after) { id cursor ${Array.from({ length: 60 }, (_, index) => `cursor${index}: cursor`).join(' ')} } }`
  const socket = new WebSocket(`${gateway.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws')
  const told: string[] = []
  const begun = Promise.withResolvers<void>()
  socket.on('message', (data) => {
    const message = JSON.parse(String(data))
    if (message.type === 'connection_ack')
      socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload: { query, variables: { after } } }))
    if (message.type !== 'next') return
    told.push(message.payload.data.stockMovements.id)
    begun.resolve()
  })
  socket.on('open', () => socket.send(JSON.stringify({ type: 'connection_init' })))
  await using quick = gateway.subscribe(FOLLOW, { after })
  await gateway.hub.sell('S0', 'BER', 1)
  await begun.promise
  await quick.next()
  socket.pause()

  for (let made = 1; made < count; made += 500) {
    const size = Math.min(500, count - made)
    await Promise.all(
      Array.from({ length: size }, (_, index) => gateway.hub.sell(skus[(made + index) % 100] ?? '', 'BER', 1)),
    )
    await quick.take(size)
    expect(await metric(gateway, 'onhand_journal_kept_characters')).toBeLessThan(19 * 1024 * 1024)
  }
  socket.resume()
  const all = (await journal(gateway, { after })).map(({ id }) => id)
  expect(all).toHaveLength(count)
  await expect.poll(() => told.length, { timeout: 60_000, interval: 200 }).toBe(count)
  expect([...told].sort()).toEqual([...all].sort())
  socket.terminate()
})
