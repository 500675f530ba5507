import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { SubgraphCall } from '../../gateway/subgraph-call.ts'
import { openTestGateway, type TestGateway } from './support.ts'

const LISTEN = `subscription ($skus: [ID!], $after: Cursor, $initial: Boolean) {
  availabilityChanged(channelId: "web", skus: $skus, after: $after, initial: $initial) { sku quantity cursor }
}`

/** Newest quantity of each SKU that a subscriber was told, by whatever events. */
function statesOf(results: readonly { data: { availabilityChanged: { sku: string; quantity: number } } }[]) {
  return Object.fromEntries(
    results.map(({ data: { availabilityChanged } }) => [availabilityChanged.sku, availabilityChanged.quantity]),
  )
}

describe('availabilityChanged', () => {
  let gateway: TestGateway
  const skus = Array.from({ length: 300 }, (_, index) => `S${index}`)
  beforeAll(async () => {
    gateway = await openTestGateway('pglite')
    await gateway.hub.shop(['MUG', 'CUP', 'JUG', ...skus], ['BER', 'HAM'])
    await gateway.hub.count('MUG', 'BER', 10)
  })
  afterAll(() => gateway[Symbol.asyncDispose]())

  test('begins with the present state and goes on with every change', async () => {
    await gateway.hub.count('MUG', 'BER', 10)
    await using live = gateway.subscribe(LISTEN, { skus: ['MUG', 'CUP'], initial: true })
    expect(statesOf(await live.take(2))).toEqual({ MUG: 10, CUP: 0 })

    await gateway.hub.sell('MUG', 'BER', 3)
    expect(statesOf([await live.next()])).toEqual({ MUG: 7 })
    await gateway.hub.count('CUP', 'HAM', 4)
    expect(statesOf([await live.next()])).toEqual({ CUP: 4 })
  })

  test('how late it was told is measured, for each channel', async () => {
    const read = async (name: string) => {
      const metrics = await (await fetch(`${gateway.url}/metrics`)).text()
      const of = (part: string) =>
        Number(new RegExp(`^${name.replace('{', `_${part}\\{`)} (\\S+)$`, 'm').exec(metrics)?.[1] ?? 0)
      return { count: of('count'), sum: of('sum') }
    }
    const told = () => read('onhand_channel_delay_seconds{channel="web"}')
    const noticed = () => read('onhand_feed_notice_seconds{by="message"}')
    await using live = gateway.subscribe(LISTEN, { skus: ['MUG'], initial: true })
    await live.next()
    const before = { told: await told(), noticed: await noticed() }
    const startedAt = performance.now()
    await gateway.hub.count('MUG', 'BER', 12)
    await live.next()
    const seconds = (performance.now() - startedAt) / 1_000

    await expect.poll(async () => (await told()).count).toBe(before.told.count + 1)
    const after = { told: await told(), noticed: await noticed() }
    expect(after.noticed.count).toBe(before.noticed.count + 1)
    expect(after.told.sum - before.told.sum).toBeGreaterThanOrEqual(after.noticed.sum - before.noticed.sum)
    // The clock of the database is known to half of the time that asking it took.
    expect(after.told.sum - before.told.sum).toBeLessThan(seconds + 1)
    // Who asks for the present state is told nothing late.
    await using _other = gateway.subscribe(LISTEN, { skus: ['MUG'], initial: true })
    await _other.next()
    expect((await told()).count).toBe(after.told.count)
  })

  test('without initial it is silent until something changes', async () => {
    await gateway.hub.count('MUG', 'BER', 10)
    await using live = gateway.subscribe(LISTEN, { skus: ['MUG'] })
    await expect(live.next(300)).rejects.toThrow('No result')
  })

  test('tells any selection across all subgraphs, by any spelling', async () => {
    await using live = gateway.subscribe(
      `subscription Board($skus: [ID!]!, $where: [ID!], $prices: Boolean = false) { ...Root }
       fragment Root on Subscription { stock: availabilityChanged(channelId: "web", skus: $skus, initial: true) { ...Left ... on Availability { at: cursor } } }
       fragment Left on Availability { code: sku quantity item { ...Item } explanation { buffer } }
       fragment Item on InventoryItem { title @skip(if: $prices) stockLevels(locationIds: $where) { locationId onHand held } reservations { id } shipments { id } returns { id } }`,
      { skus: ['JUG'], where: ['HAM'] },
    )
    const expected = { code: 'JUG', quantity: 0, explanation: { buffer: 0 }, at: expect.any(String) }
    const item = { title: 'JUG', reservations: [], shipments: [], returns: [] }
    expect((await live.next()).data.stock).toEqual({
      ...expected,
      item: { ...item, stockLevels: [{ locationId: 'HAM', onHand: 0, held: 0 }] },
    })
    await gateway.hub.count('JUG', 'HAM', 2)
    expect((await live.next()).data.stock).toEqual({
      ...expected,
      quantity: 2,
      item: { ...item, stockLevels: [{ locationId: 'HAM', onHand: 2, held: 0 }] },
    })
  })

  test('a change of the channel is told for every SKU, a new title as well', async () => {
    await gateway.hub.count('MUG', 'BER', 10)
    await gateway.hub.count('CUP', 'BER', 10)
    await gateway.hub.count('CUP', 'HAM', 0)
    await using live = gateway.subscribe(
      'subscription { availabilityChanged(channelId: "web", skus: ["MUG", "CUP"], initial: true) { sku quantity item { title } } }',
    )
    await live.take(2)
    await gateway.hub.submit({ kind: 'upsertChannel', id: 'web', name: 'Web shop', buffer: 4 })
    expect(statesOf(await live.take(2))).toEqual({ MUG: 6, CUP: 6 })
    await gateway.hub.submit({ kind: 'upsertChannel', id: 'web', name: 'Web shop', buffer: 0 })
    expect(statesOf(await live.take(2))).toEqual({ MUG: 10, CUP: 10 })

    await gateway.hub.submit({ kind: 'upsertItems', items: [{ sku: 'MUG', title: 'Large mug' }] })
    expect((await live.next()).data.availabilityChanged).toEqual({
      sku: 'MUG',
      quantity: 10,
      item: { title: 'Large mug' },
    })
    await gateway.hub.submit({ kind: 'upsertStockPolicy', sku: 'MUG', locationId: 'BER', safetyStock: 1 })
    expect(statesOf([await live.next()])).toEqual({ MUG: 9 })
    await gateway.hub.submit({ kind: 'upsertStockPolicy', sku: 'MUG', locationId: 'BER', safetyStock: 0 })
    expect(statesOf([await live.next()])).toEqual({ MUG: 10 })
  })

  test('what does not change what is selected is no event', async () => {
    await gateway.hub.count('MUG', 'BER', 10)
    await using live = gateway.subscribe(LISTEN, { skus: ['MUG'], initial: true })
    await live.next()
    await gateway.hub.count('MUG', 'HAM', 0, null, 'damaged')
    await gateway.hub.sell('MUG', 'BER', 1)
    expect(statesOf([await live.next()])).toEqual({ MUG: 9 })
    await gateway.hub.count('MUG', 'HAM', 5, null, 'damaged')
    await expect(live.next(400)).rejects.toThrow('No result')
  })

  test('resumes after a cursor with exactly what was missed', async () => {
    await gateway.hub.count('MUG', 'BER', 10)
    await gateway.hub.count('CUP', 'BER', 10)
    let cursor: string
    {
      await using live = gateway.subscribe(LISTEN, { skus: ['MUG', 'CUP', 'JUG'], initial: true })
      const results = await live.take(3)
      cursor = results[2].data.availabilityChanged.cursor
    }
    await gateway.hub.sell('CUP', 'BER', 4)
    {
      await using live = gateway.subscribe(LISTEN, { skus: ['MUG', 'CUP', 'JUG'], after: cursor })
      const result = await live.next()
      expect(statesOf([result])).toMatchObject({ CUP: expect.any(Number) })
      expect(result.extensions).toBeUndefined()
      await expect(live.next(300)).rejects.toThrow('No result')
      cursor = result.data.availabilityChanged.cursor
    }
    await using live = gateway.subscribe(LISTEN, { skus: ['MUG', 'CUP', 'JUG'], after: cursor })
    await expect(live.next(300)).rejects.toThrow('No result')
    await gateway.hub.sell('MUG', 'BER', 1)
    expect(statesOf([await live.next()])).toEqual({ MUG: 9 })
  })

  test('resuming from a mutation is complete, and from any event of a first state too', async () => {
    const listened = ['MUG', 'CUP', 'JUG', ...skus]
    let results: ReturnType<typeof JSON.parse>[]
    {
      await using live = gateway.subscribe(LISTEN, { skus: listened, initial: true })
      results = await live.take(listened.length)
    }
    expect(Object.keys(statesOf(results)).sort()).toEqual([...listened].sort())
    // Whoever leaves in the middle of the first state knows nothing of the rest, and is told it.
    await using again = gateway.subscribe(LISTEN, {
      skus: listened,
      after: results[20].data.availabilityChanged.cursor,
    })
    const known = new Set(results.slice(0, 21).map(({ data }) => data.availabilityChanged.sku))
    const missing = new Set(listened.filter((sku) => !known.has(sku)))
    while (missing.size > 0) missing.delete((await again.next()).data.availabilityChanged.sku)
  })

  test('a cursor of another database gets the state of everything, marked', async () => {
    const foreign = gateway.hub.cursors.encode({
      epoch: '00000000-0000-4000-8000-000000000000',
      numbers: new Map([[1, 5]]),
    })
    await using live = gateway.subscribe(LISTEN, { skus: ['MUG', 'CUP'], after: foreign })
    const results = await live.take(2)
    expect(results.map(({ extensions }) => extensions)).toEqual(
      Array(2).fill({ onhand: { snapshot: 'epoch-changed' } }),
    )
    expect(Object.keys(statesOf(results)).sort()).toEqual(['CUP', 'MUG'])
    await gateway.hub.count('MUG', 'BER', 55)
    expect(await live.next()).toMatchObject({ data: { availabilityChanged: { sku: 'MUG' } } })
    expect(live.seen.at(-1).extensions).toBeUndefined()
  })

  test('a cursor from the future gets the state of everything, marked', async () => {
    const { epoch } = gateway.hub.feed.position
    const ahead = gateway.hub.cursors.encode({ epoch, numbers: new Map([[1, 5_000_000]]) })
    await using live = gateway.subscribe(LISTEN, { skus: ['MUG'], after: ahead })
    expect((await live.next()).extensions).toEqual({ onhand: { snapshot: 'cursor-ahead' } })
  })

  test('the whole channel is listened to when no SKUs are named', async () => {
    await using live = gateway.subscribe(LISTEN, { initial: true })
    const results = await live.take(303)
    expect(new Set(Object.keys(statesOf(results))).size).toBe(303)
    await gateway.hub.submit({ kind: 'upsertItems', items: [{ sku: 'NEW', title: 'New' }] })
    expect(statesOf([await live.next()])).toEqual({ NEW: 0 })
    await gateway.hub.count('NEW', 'BER', 3)
    expect(statesOf([await live.next()])).toEqual({ NEW: 3 })
  })

  test.each([
    ['an unknown SKU', { skus: ['MUG', 'NONE'] }, undefined, 'BAD_USER_INPUT', /NONE/],
    ['an unknown channel', { skus: ['MUG'], channelId: 'nowhere' }, undefined, 'BAD_USER_INPUT', /nowhere/],
    ['too many SKUs', { skus: Array.from({ length: 1_001 }, (_, n) => `S${n}`) }, undefined, 'BAD_USER_INPUT', /1000/],
    ['no SKUs', { skus: [] }, undefined, 'BAD_USER_INPUT', /1 to 1000/],
    ['what is no cursor', { skus: ['MUG'], after: 'abc' }, undefined, 'BAD_USER_INPUT', /cursor/],
    ['a channel of others', { skus: ['MUG'] }, 'stranger', 'FORBIDDEN', /web/],
    ['a viewer who may not listen', { skus: ['MUG'] }, 'storefront', 'FORBIDDEN', /Subscription.availabilityChanged/],
  ])('%s is refused when it begins', async (_what, variables, viewer, code, message) => {
    const query = `subscription ($skus: [ID!], $channelId: ID! = "web", $after: Cursor) {
      availabilityChanged(channelId: $channelId, skus: $skus, after: $after) { sku }
    }`
    await using live = gateway.subscribe(query, variables, viewer)
    const errors = await live.next().then(
      (result) => result,
      (error: unknown) => error,
    )
    expect(errors).toMatchObject([{ message: expect.stringMatching(message), extensions: { code } }])
  })

  test('a field of a linked entity that the viewer may not see refuses the subscription', async () => {
    await using live = gateway.subscribe(
      'subscription { availabilityChanged(channelId: "web", skus: ["MUG"]) { item { stockLevels { onHand } } } }',
      {},
      'partner',
    )
    await expect(live.next()).rejects.toMatchObject([{ extensions: { code: 'FORBIDDEN' } }])
  })

  test('queries and mutations are answered on the same socket', async () => {
    await using live = gateway.subscribe('query { item(sku: "MUG") { sku } nothing: viewer { kind } }', {}, 'operator')
    expect(await live.next()).toEqual({ data: { item: { sku: 'MUG' }, nothing: { kind: 'OPERATOR' } } })
    await using wrong = gateway.subscribe('query { nothing }')
    expect((await wrong.next()).errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }])
  })

  test('a hold that ends by itself is told', async () => {
    await gateway.hub.count('JUG', 'BER', 5)
    await gateway.hub.count('JUG', 'HAM', 0)
    await using live = gateway.subscribe(LISTEN, { skus: ['JUG'], initial: true })
    expect(statesOf([await live.next()])).toEqual({ JUG: 5 })
    await gateway.hub.reserve([{ sku: 'JUG', locationId: 'BER', quantity: 2 }], { ttlSeconds: 1 })
    expect(statesOf([await live.next()])).toEqual({ JUG: 3 })
    await sleep(1_100)
    await gateway.hub.submit({ kind: 'expireHolds', positions: [{ sku: 'JUG', locationId: 'BER' }] })
    expect(statesOf([await live.next()])).toEqual({ JUG: 5 })
  })

  // The last one here: no cursor from before is good after it.
  test('everybody is told everything, marked, when the database becomes another one', async () => {
    await using some = gateway.subscribe(LISTEN, { skus: ['MUG', 'CUP'] })
    await using whole = gateway.subscribe(LISTEN, { initial: true })
    const all = await whole.take(304)
    await gateway.hub.sell('MUG', 'BER', 1)
    await Promise.all([some.next(), whole.next()])
    const epoch = '00000000-0000-4000-8000-000000000001'
    await gateway.hub.db.kysely.updateTable('hub').set({ epoch }).execute()
    // This one comes before the gateway has noticed.
    const { cursor } = all.at(-1).data.availabilityChanged
    await using back = gateway.subscribe(LISTEN, { skus: ['MUG'], after: cursor })
    const results = [...(await some.take(2)), ...(await whole.take(304)), await back.next()]
    for (const { errors, extensions } of results) {
      expect(errors).toBeUndefined()
      expect(extensions).toEqual({ onhand: { snapshot: 'epoch-changed' } })
    }
    expect(gateway.hub.cursors.decode(results[1].data.availabilityChanged.cursor)?.epoch).toBe(epoch)
  })
})

// Goal: nothing is lost while reading fails. Method: a subgraph that can be made to fail.
test('what fails stays dirty, is told after a while, and is mended when it works again', async () => {
  let broken = false
  await using gateway = await openTestGateway('pglite', {
    places: (places) => {
      const { transit } = places
      if (transit === undefined || !('call' in transit)) throw new Error('The test needs the subgraph in its process.')
      const call: SubgraphCall = async (request, caller) =>
        broken
          ? { errors: [{ message: 'Gone.', extensions: { code: 'SERVICE_UNAVAILABLE', retryable: true } }] }
          : transit.call(request, caller)
      return { ...places, transit: { call } }
    },
  })
  await gateway.hub.shop(['MUG'], ['BER'])
  await using live = gateway.subscribe(
    'subscription { availabilityChanged(channelId: "web", skus: ["MUG"], initial: true) { sku quantity item { shipments { id } } } }',
  )
  await using untouched = gateway.subscribe(LISTEN, { skus: ['MUG'], initial: true })
  await live.next()
  await untouched.next()

  broken = true
  await gateway.hub.count('MUG', 'BER', 4)
  expect(statesOf([await untouched.next()])).toEqual({ MUG: 4 })
  await expect(live.next(500)).rejects.toThrow('No result')
  const failure = await live.next()
  expect(failure).toMatchObject({
    data: { availabilityChanged: { sku: 'MUG', quantity: 4, item: { shipments: null } } },
    errors: [{ path: ['availabilityChanged'], extensions: { code: 'SERVICE_UNAVAILABLE', retryable: true } }],
  })

  broken = false
  expect(await live.next(8_000)).toEqual({
    data: { availabilityChanged: { sku: 'MUG', quantity: 4, item: { shipments: [] } } },
  })
})

// Goal: who waits for what fails does not wait longer because something else has begun to fail. Method: one SKU after another changes while nothing can be read.
test('what failed first is tried again as soon whatever else fails after it', async () => {
  const skus = ['MUG', ...Array.from({ length: 20 }, (_, index) => `CUP-${index}`)]
  let isBroken = false
  let triesOfTheFirst = 0
  await using gateway = await openTestGateway('pglite', {
    places: (places) => {
      const { transit } = places
      if (transit === undefined || !('call' in transit)) throw new Error('The test needs the subgraph in its process.')
      const call: SubgraphCall = async (request, caller) => {
        if (!isBroken) return transit.call(request, caller)
        if (JSON.stringify(request.variables).includes('"MUG"')) triesOfTheFirst++
        return { errors: [{ message: 'Gone.', extensions: { code: 'SERVICE_UNAVAILABLE', retryable: true } }] }
      }
      return { ...places, transit: { call } }
    },
  })
  await gateway.hub.shop(skus, ['BER'])
  await using live = gateway.subscribe(
    `subscription ($skus: [ID!]) { availabilityChanged(channelId: "web", skus: $skus, initial: true) { sku item { shipments { id } } } }`,
    { skus },
  )
  await live.take(skus.length)

  isBroken = true
  for (const sku of skus) {
    await gateway.hub.count(sku, 'BER', 4)
    await sleep(20)
  }
  const failure = await live.next(8_000)
  expect(failure).toMatchObject({ extensions: { onhand: { sku: 'MUG' } } })
  // Told after a second, in which it was tried after 0.1, 0.3 and 0.7 seconds at the latest.
  expect(triesOfTheFirst).toBeGreaterThanOrEqual(5)
})

/** A hub with 10 mugs and no cups, of which an answer about availability can be held up after it was read. */
async function openHeldUp() {
  interface Held {
    readonly read: PromiseWithResolvers<void>
    readonly goOn: PromiseWithResolvers<void>
  }
  let next: Held | undefined
  const gateway = await openTestGateway('pglite', {
    places: ({ availability, ...others }) => {
      if (availability === undefined || !('call' in availability)) throw new Error('It is not in this process.')
      const call: SubgraphCall = async (request, caller) => {
        const held = next
        next = undefined
        const answer = await availability.call(request, caller)
        held?.read.resolve()
        await held?.goOn.promise
        return answer
      }
      return { ...others, availability: { call } }
    },
  })
  await gateway.hub.shop(['MUG', 'CUP'], ['BER'])
  await gateway.hub.count('MUG', 'BER', 10)
  return {
    gateway,
    /** The next answer is held up. */
    holdUp(): Held {
      next = { read: Promise.withResolvers(), goOn: Promise.withResolvers() }
      return next
    },
    [Symbol.asyncDispose]: () => gateway[Symbol.asyncDispose](),
  }
}

// Goal: nobody is told an older state after a newer one. Method: what a policy has made the hub read is old when it arrives.
test('what changes while it is read for another reason is told after that', async () => {
  await using heldUp = await openHeldUp()
  const { hub } = heldUp.gateway
  await using live = heldUp.gateway.subscribe(LISTEN, { skus: ['MUG'], initial: true })
  await live.next()
  const { read, goOn } = heldUp.holdUp()
  await hub.submit({ kind: 'upsertChannel', id: 'web', name: 'Web shop', buffer: 1 })
  await read.promise
  await hub.count('MUG', 'BER', 20)
  await expect(live.next(300)).rejects.toThrow('No result')
  goOn.resolve()
  const told = await live.take(2)
  expect(told.map(({ data }) => data.availabilityChanged.quantity)).toEqual([9, 19])
})

// Goal: whoever resumes from an event misses nothing that changed while it was on its way. Method: another SKU changes while the first one is read.
test('an event claims nothing of what changed while it was read', async () => {
  await using heldUp = await openHeldUp()
  const { gateway, holdUp } = heldUp
  const skus = ['MUG', 'CUP']
  await using live = gateway.subscribe(LISTEN, { skus, initial: true })
  await live.take(2)
  const { read, goOn } = holdUp()
  await gateway.hub.count('MUG', 'BER', 5)
  await read.promise
  const { position } = await gateway.hub.count('CUP', 'BER', 7)
  expect(await gateway.hub.feed.waitFor(position, 1_000)).toBe(true)
  goOn.resolve()
  const told = await live.take(2)
  expect(told.map(({ data }) => data.availabilityChanged)).toMatchObject([{ sku: 'MUG' }, { sku: 'CUP', quantity: 7 }])
  await using again = gateway.subscribe(LISTEN, { skus, after: told[0].data.availabilityChanged.cursor })
  expect(statesOf([await again.next()])).toEqual({ CUP: 7 })
})

// Goal: nothing of the database that was there before is told of the one that is there now. Method: what was read of it arrives afterwards.
test('what was read before the database became another one is not told', async () => {
  await using heldUp = await openHeldUp()
  const { hub } = heldUp.gateway
  await using live = heldUp.gateway.subscribe(LISTEN, { skus: ['MUG'], initial: true })
  await live.next()
  const { read, goOn } = heldUp.holdUp()
  await hub.count('MUG', 'BER', 5)
  await read.promise
  const epoch = '00000000-0000-4000-8000-000000000002'
  await hub.db.kysely.updateTable('hub').set({ epoch }).execute()
  const { position } = await hub.count('MUG', 'BER', 8)
  await expect.poll(() => hub.feed.position.epoch, { timeout: 1_000, interval: 10 }).toBe(epoch)
  expect(await hub.feed.waitFor(position, 1_000)).toBe(true)
  goOn.resolve()
  expect(await live.next()).toMatchObject({
    data: { availabilityChanged: { quantity: 8 } },
    extensions: { onhand: { snapshot: 'epoch-changed' } },
  })
})
