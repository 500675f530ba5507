import type { KyselyPlugin } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Viewer } from '../../core/access/viewer.ts'
import type { AlongIndexes } from '../../core/database/connection.ts'
import { cursorCodec } from '../../core/feed/cursor.ts'
import { readHeads } from '../../core/feed/heads.ts'
import { SeenHeads } from '../../core/feed/seen-heads.ts'
import { secretBox } from '../../core/webhooks/secrets.ts'
import { build } from '../../subgraphs/availability/server.ts'
import type { Subgraph } from '../../subgraphs/shared/build-server.ts'
import { movementOf } from '../../subgraphs/shared/movement-id.ts'
import { DATABASE_KINDS } from '../support/database.ts'
import { openTestLedger, SILENT, type TestLedger } from '../support/ledger.ts'

const ADMIN: Viewer = { kind: 'admin', client: 'test', channels: null, scopes: ['*'] }
const PARTNER: Viewer = { kind: 'partner', client: 'partner', channels: ['partner'], scopes: [] }

describe.each(DATABASE_KINDS)('the subgraph availability on %s', (kind) => {
  const cursors = cursorCodec('a secret that only this test knows')
  let shop: TestLedger
  let subgraph: Subgraph
  let statements = 0

  beforeAll(async () => {
    shop = await openTestLedger(kind)
    await shop.shop(['MUG', 'CUP', 'JAR'], ['BER', 'HAM'])
    await shop.submit({
      kind: 'upsertChannel',
      id: 'partner',
      name: 'A partner',
      locations: [{ locationId: 'HAM' }],
      lowStockThreshold: 5,
    })
    await shop.count('MUG', 'BER', 10)
    await shop.count('MUG', 'HAM', 4)
    await shop.reserve([{ sku: 'MUG', locationId: 'BER', quantity: 3 }])
    const counting: KyselyPlugin = {
      transformQuery: ({ node }) => node,
      // Statements of a fixed text are not put together, so they are seen here only.
      transformResult: async ({ result }) => {
        statements++
        return result
      },
    }
    const db = shop.db.kysely.withPlugin(counting)
    const lookups = shop.db.lookups.withPlugin(counting)
    const alongIndexes: AlongIndexes = (work) => shop.db.alongIndexes((db) => work(db.withPlugin(counting)))
    subgraph = await build({
      sources: { db, lookups, alongIndexes, ledger: shop.ledger, cursors, seen: new SeenHeads(), log: SILENT },
      secrets: secretBox('a secret that only this test knows'),
    })
  })

  afterAll(async () => {
    await subgraph.close()
    await shop[Symbol.asyncDispose]()
  })

  const ask = async (
    query: string,
    variables: Record<string, unknown> = {},
    viewer = ADMIN,
    atLeast: string | null = null,
  ) => {
    statements = 0
    const answer = await subgraph.execute({ query, variables }, { viewer, requestId: 'test', atLeast })
    // Plain objects: graphql-js makes them without a prototype.
    return JSON.parse(JSON.stringify(answer))
  }
  const entities = (representations: object[], selection: string, viewer = ADMIN) =>
    ask(`query ($of: [_Any!]!) { _entities(representations: $of) { ${selection} } }`, { of: representations }, viewer)

  test('answers in the order asked, duplicates and all, with null for an unknown SKU, in one statement', async () => {
    const { data, errors } = await ask(`{
      availability(skus: ["CUP", "NO-SUCH", "MUG", "CUP"], channelId: "web") {
        sku quantity status locations { locationId quantity } asOf cursor
      }
    }`)

    expect(errors).toBeUndefined()
    expect(data.availability).toMatchObject([
      { sku: 'CUP', quantity: 0, status: 'OUT_OF_STOCK' },
      null,
      { sku: 'MUG', quantity: 11, status: 'IN_STOCK' },
      { sku: 'CUP', quantity: 0, status: 'OUT_OF_STOCK' },
    ])
    expect(data.availability[2].locations).toEqual([
      { locationId: 'BER', quantity: 7 },
      { locationId: 'HAM', quantity: 4 },
    ])
    expect(statements).toBe(1)
  })

  test('names the places to fetch it from, the nearest first, by the query and by the item', async () => {
    await shop.submit({
      kind: 'upsertLocations',
      locations: [
        { id: 'HAM', latitude: 53.55, longitude: 10.0 },
        { id: 'MUC', name: 'Munich', latitude: 48.14, longitude: 11.58 },
        { id: 'SHUT', name: 'Shut', latitude: 51.34, longitude: 12.37, closed: true },
      ],
    })
    const locations = ['BER', 'MUC', 'HAM', 'SHUT'].map((locationId) => ({ locationId }))
    await shop.submit({ kind: 'upsertChannel', id: 'pick-up', name: 'Pick up', locations })
    await shop.submit({ kind: 'upsertItems', items: [{ sku: 'NEAR', title: 'Near' }] })
    for (const [at, quantity] of [
      ['BER', 1],
      ['MUC', 2],
      ['HAM', 3],
      ['SHUT', 9],
    ] as const) {
      await shop.count('NEAR', at, quantity)
    }
    const selection = 'quantity locations { locationId quantity distanceMeters }'
    const near = '{ latitude: 51.34, longitude: 12.37 }'
    // BER has no coordinates. What is closed is shown, but nothing of it.
    const expected = {
      quantity: 6,
      locations: [
        { locationId: 'SHUT', quantity: 0, distanceMeters: 0 },
        { locationId: 'HAM', quantity: 3, distanceMeters: expect.closeTo(293_000, -4) },
        { locationId: 'MUC', quantity: 2, distanceMeters: expect.closeTo(360_000, -4) },
        { locationId: 'BER', quantity: 1, distanceMeters: null },
      ],
    }
    const { data } = await ask(`{ availability(skus: ["NEAR"], channelId: "pick-up", near: ${near}) { ${selection} } }`)
    expect(data.availability).toEqual([expected])
    expect(statements).toBe(1)
    const item = await entities(
      [{ __typename: 'InventoryItem', sku: 'NEAR' }],
      `... on InventoryItem {
        availability(channelId: "pick-up", near: ${near}) { ${selection} }
        byPriority: availability(channelId: "pick-up") { ${selection} }
        some: availability(channelId: "pick-up", near: ${near}, locationIds: ["BER", "MUC"]) { ${selection} }
      }`,
    )
    const [answered] = item.data._entities
    expect(answered.availability).toEqual(expected)
    expect(answered.byPriority.locations).toMatchObject([
      { locationId: 'BER', distanceMeters: null },
      { locationId: 'MUC', distanceMeters: null },
      { locationId: 'HAM' },
      { locationId: 'SHUT', quantity: 0 },
    ])
    expect(answered.some).toMatchObject({ quantity: 3, locations: [{ locationId: 'MUC' }, { locationId: 'BER' }] })

    const nowhere = await ask(
      `{ availability(skus: ["NEAR"], channelId: "pick-up", near: { latitude: 91, longitude: 0 }) { quantity } }`,
    )
    expect(nowhere.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }])
  })

  test('explains that a closed location counts for nothing', async () => {
    const { data } = await ask(`{
      availability(skus: ["NEAR"], channelId: "pick-up") { explanation { sum ats terms { locationId closed atf counted } } }
    }`)
    expect(data.availability[0].explanation).toMatchObject({ sum: 6, ats: 6 })
    expect(data.availability[0].explanation.terms[3]).toEqual({ locationId: 'SHUT', closed: true, atf: 9, counted: 0 })
  })

  test('the cursor is the point in the feed of the reading', async () => {
    const { data } = await ask('{ availability(skus: ["MUG"], channelId: "web") { cursor } }')

    const position = cursors.decode(data.availability[0].cursor)
    expect(position).toEqual(await readHeads(shop.db).then(withoutZeros))
  })

  // Goal: what a channel is shown is what it can reserve. Method: reserve one more than is shown, then all of it, with and without a buffer.
  test.for([
    { buffer: 0, at: null },
    { buffer: 3, at: null },
    { buffer: 0, at: 'HAM' },
    { buffer: 6, at: 'HAM' },
  ])('what is shown with buffer $buffer at $at can be reserved, and not one more', async ({ buffer, at }) => {
    const sku = `SHOWN-${buffer}-${at}`
    const channelId = `buffer-${buffer}`
    await shop.submit({ kind: 'upsertItems', items: [{ sku, title: sku }] })
    const locations = [{ locationId: 'BER' }, { locationId: 'HAM' }]
    await shop.submit({ kind: 'upsertChannel', id: channelId, name: channelId, buffer, locations })
    await shop.count(sku, 'BER', 4)
    await shop.count(sku, 'HAM', 5)
    const query =
      'query ($sku: ID!, $in: ID!, $at: [ID!]) { availability(skus: [$sku], channelId: $in, locationIds: $at) { quantity } }'
    const shown = async () => (await ask(query, { sku, in: channelId, at: at && [at] })).data.availability[0].quantity
    const reserve = (quantity: number) => shop.reserve([{ sku, quantity, locationId: at }], { channelId })

    const quantity = await shown()
    expect(quantity).toBeGreaterThan(0)
    expect(await reserve(quantity + 1)).toMatchObject({ status: 'refused', errors: [{ code: 'INSUFFICIENT_STOCK' }] })
    expect(await reserve(quantity)).toMatchObject({ status: 'posted' })
    expect(await shown()).toBe(0)
  })

  test('restricts the question to some of the locations, and refuses one that does not serve the channel', async () => {
    const query = 'query ($at: [ID!]) { availability(skus: ["MUG"], channelId: "web", locationIds: $at) { quantity } }'

    expect((await ask(query, { at: ['HAM'] })).data.availability).toEqual([{ quantity: 4 }])
    expect((await ask(query, { at: ['HAM', 'MOON'] })).errors).toMatchObject([
      { message: 'Location "MOON" does not serve channel "web".', extensions: { code: 'BAD_USER_INPUT' } },
    ])
    expect((await ask(query, { at: [] })).errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }])
  })

  test('refuses no SKU, 251 SKUs, an unknown channel, and text that cannot be stored', async () => {
    const query = 'query ($skus: [ID!]!, $in: ID!) { availability(skus: $skus, channelId: $in) { quantity } }'
    const codeOf = async (skus: string[], channelId = 'web') =>
      (await ask(query, { skus, in: channelId })).errors?.[0]?.extensions.code

    expect(await codeOf([])).toBe('BAD_USER_INPUT')
    expect(await codeOf(Array.from({ length: 251 }, (_, index) => `S${index}`))).toBe('BAD_USER_INPUT')
    expect(await codeOf(['MUG'], 'no-such-channel')).toBe('BAD_USER_INPUT')
    expect(await codeOf(['M\0UG'])).toBe('BAD_USER_INPUT')
    expect(await codeOf(Array.from({ length: 250 }, (_, index) => `S${index}`))).toBeUndefined()
  })

  test('nothing older than the point asked for is answered: one ahead of the database is refused, after a second', async () => {
    const heads = await readHeads(shop.db)
    const ahead = cursors.encode({ ...heads, numbers: new Map([...heads.numbers, [7, 1_000_000]]) })
    const foreign = cursors.encode({ ...heads, epoch: '00000000-0000-4000-8000-000000000000' })
    const query = 'query ($c: Cursor) { availability(skus: ["MUG"], channelId: "web", atLeast: $c) { quantity } }'

    for (const cursor of [ahead, foreign]) {
      const byArgument = await ask(query, { c: cursor })
      const byRequest = await ask(query, {}, ADMIN, cursor)
      const beside = await ask(`${query.slice(0, -1)} channels { nodes { id } } }`, {}, ADMIN, cursor)
      for (const { errors } of [byArgument, byRequest, beside]) {
        expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }])
      }
      expect([byArgument.data, byRequest.data]).toEqual([{ availability: null }, { availability: null }])
    }
  })

  test('explains each term and points at the newest entries behind it, in two statements', async () => {
    const { data, errors } = await ask(`{
      availability(skus: ["MUG"], channelId: "web") {
        explanation {
          sum buffer uncapped cap ats
          terms { locationId sellable held committed safetyStock atf counted entries(first: 1) { id } all: entries { id } }
        }
      }
    }`)

    expect(errors).toBeUndefined()
    const { explanation } = data.availability[0]
    expect(explanation).toMatchObject({ sum: 11, buffer: 0, uncapped: 11, cap: null, ats: 11 })
    expect(explanation.terms).toMatchObject([
      { locationId: 'BER', sellable: 10, held: 3, committed: 0, safetyStock: 0, atf: 7, counted: 7 },
      { locationId: 'HAM', sellable: 4, held: 0, atf: 4 },
    ])
    // The hold is newer than the count.
    const [newest, oldest] = explanation.terms[0].all
    expect(explanation.terms[0].entries).toEqual([newest])
    expect(movementOf(newest.id)?.number).toBeGreaterThan(movementOf(oldest.id)?.number ?? Number.NaN)
    expect(statements).toBe(2)
  })

  test('a partner sees only its channel, by every path', async () => {
    const forbidden = await ask('{ availability(skus: ["MUG"], channelId: "web") { quantity } }', {}, PARTNER)
    expect(forbidden.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }])
    const unknown = await ask('{ availability(skus: ["MUG"], channelId: "nowhere") { quantity } }', {}, PARTNER)
    expect(unknown.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }])

    const own = await ask(
      '{ availability(skus: ["MUG"], channelId: "partner") { quantity status } channel(id: "web") { id } channels { nodes { id } } }',
      {},
      PARTNER,
    )
    expect(own.data).toEqual({
      availability: [{ quantity: 4, status: 'LOW_STOCK' }],
      channel: null,
      channels: { nodes: [{ id: 'partner' }] },
    })

    const { data } = await entities(
      [
        { __typename: 'Availability', sku: 'MUG', channelId: 'web' },
        { __typename: 'Availability', sku: 'MUG', channelId: 'partner' },
        { __typename: 'Channel', id: 'web' },
        { __typename: 'InventoryItem', sku: 'MUG' },
      ],
      '... on Availability { quantity } ... on Channel { name } ... on InventoryItem { a: availability(channelId: "web") { quantity } b: availability(channelId: "partner") { quantity } }',
      PARTNER,
    )
    expect(data._entities).toEqual([null, { quantity: 4 }, null, { a: null, b: { quantity: 4 } }])
  })

  test('references of many items and channels are resolved in one statement each', async () => {
    const skus = ['MUG', 'CUP', 'JAR', 'NO-SUCH']
    const { data, errors } = await entities(
      skus.map((sku) => ({ __typename: 'InventoryItem', sku })),
      '... on InventoryItem { sku web: availability(channelId: "web") { quantity channel { name } item { sku } } partner: availability(channelId: "partner") { quantity } none: availability(channelId: "nowhere") { quantity } }',
    )

    expect(errors).toBeUndefined()
    expect(data._entities[0]).toEqual({
      sku: 'MUG',
      web: { quantity: 11, channel: { name: 'Web shop' }, item: { sku: 'MUG' } },
      partner: { quantity: 4 },
      none: null,
    })
    expect(data._entities[3]).toEqual({ sku: 'NO-SUCH', web: null, partner: null, none: null })
    expect(statements).toBe(2)
  })

  test('upsertChannel makes, changes and repeats, and its cursor reads the own write', async () => {
    const mutation = `mutation ($input: UpsertChannelInput!) {
      upsertChannel(input: $input) {
        channel { id name buffer cap lowStockThreshold allowBackorder locations { locationId priority location { id } } }
        userErrors { code field message }
        cursor
      }
    }`
    const locations = [
      { locationId: 'HAM', priority: 2 },
      { locationId: 'BER', priority: 1 },
    ]
    const input = { idempotencyKey: `${kind}-1`, id: 'shop', name: 'Shop', buffer: 1, cap: 9, locations }

    const made = (await ask(mutation, { input })).data.upsertChannel
    expect(made).toMatchObject({
      channel: {
        id: 'shop',
        name: 'Shop',
        buffer: 1,
        cap: 9,
        lowStockThreshold: 0,
        allowBackorder: false,
        locations: [
          { locationId: 'BER', priority: 1, location: { id: 'BER' } },
          { locationId: 'HAM', priority: 2, location: { id: 'HAM' } },
        ],
      },
      userErrors: [],
    })
    const read = await ask(
      'query ($c: Cursor) { availability(skus: ["MUG"], channelId: "shop", atLeast: $c) { quantity } }',
      { c: made.cursor },
    )
    expect(read.data.availability).toEqual([{ quantity: 9 }])

    // What was read says itself that it contains the point, wherever that was asked for.
    expect(statements).toBe(1)
    const fetched = 'query { availability(skus: ["MUG"], channelId: "shop") { quantity } }'
    expect((await ask(fetched, {}, ADMIN, made.cursor)).data.availability).toEqual([{ quantity: 9 }])
    expect(statements).toBe(1)

    // What is absent stays; null takes the cap away.
    const changed = { idempotencyKey: `${kind}-2`, id: 'shop', name: 'Shop 2', cap: null }
    expect((await ask(mutation, { input: changed })).data.upsertChannel.channel).toMatchObject({
      name: 'Shop 2',
      buffer: 1,
      cap: null,
      locations: [{ locationId: 'BER' }, { locationId: 'HAM' }],
    })
    expect((await ask(mutation, { input })).data.upsertChannel).toMatchObject({
      channel: { name: 'Shop 2' },
      userErrors: [],
    })
    const conflict = { ...input, name: 'Other' }
    expect((await ask(mutation, { input: conflict })).data.upsertChannel).toMatchObject({
      channel: null,
      userErrors: [{ code: 'IDEMPOTENCY_CONFLICT' }],
      cursor: null,
    })
    const wrong = {
      idempotencyKey: `${kind}-3`,
      id: 'shop',
      name: 'Shop',
      buffer: -1,
      locations: [{ locationId: 'MOON' }],
    }
    expect((await ask(mutation, { input: wrong })).data.upsertChannel.userErrors).toMatchObject([
      { code: 'INVALID_INPUT', field: ['input', 'buffer'] },
      { code: 'UNKNOWN_LOCATION', field: ['input', 'locations', '0', 'locationId'] },
    ])
  })

  test('a channel sells from 1,000 locations, and from no more', async () => {
    const mutation = `mutation ($input: UpsertChannelInput!) {
      upsertChannel(input: $input) { channel { locations { locationId } } userErrors { code problem field } }
    }`
    const locations = Array.from({ length: 1_001 }, (_, index) => ({ locationId: `KIOSK-${index}` }))
    for (const some of [locations.slice(0, 1_000), locations.slice(1_000)]) {
      await shop.submit({
        kind: 'upsertLocations',
        locations: some.map(({ locationId: id }) => ({ id, name: id })),
      })
    }
    const upsert = async (idempotencyKey: string, count: number) => {
      const input = { idempotencyKey, id: 'kiosks', name: 'Kiosks', locations: locations.slice(0, count) }
      return (await ask(mutation, { input })).data.upsertChannel
    }
    expect((await upsert(`${kind}-1,000`, 1_000)).channel.locations).toHaveLength(1_000)
    expect(await upsert(`${kind}-1,001`, 1_001)).toEqual({
      channel: null,
      userErrors: [{ code: 'INVALID_INPUT', problem: 'LIST_TOO_LONG', field: ['input', 'locations'] }],
    })
  })

  test('channels are paged in every order', async () => {
    for (const [id, name] of [
      ['a1', 'Zoo'],
      ['a2', 'Äpfel'],
      ['a3', 'Zoo'],
    ]) {
      await shop.submit({ kind: 'upsertChannel', id: id ?? '', name: name ?? '' })
    }
    const filter = { ids: ['a1', 'a2', 'a3'] }
    const pages = async (orderBy: string) => {
      const ids: string[] = []
      for (let after: string | null = null; ; ) {
        const query = `query ($filter: ChannelFilter, $after: String, $orderBy: ChannelOrder) {
          channels(first: 1, filter: $filter, after: $after, orderBy: $orderBy) { nodes { id } pageInfo { hasNextPage endCursor } }
        }`
        const { data, errors } = await ask(query, { filter, after, orderBy })
        expect(errors).toBeUndefined()
        ids.push(...data.channels.nodes.map((node: { id: string }) => node.id))
        if (!data.channels.pageInfo.hasNextPage) return ids
        after = data.channels.pageInfo.endCursor
      }
    }

    expect(await pages('ID_ASC')).toEqual(['a1', 'a2', 'a3'])
    expect(await pages('ID_DESC')).toEqual(['a3', 'a2', 'a1'])
    expect(await pages('NAME_ASC')).toEqual(['a1', 'a3', 'a2'])
    expect(await pages('NAME_DESC')).toEqual(['a2', 'a3', 'a1'])
    expect((await ask('{ channels(filter: { nameContains: "ZO" }) { nodes { id } } }')).data.channels.nodes).toEqual([
      { id: 'a1' },
      { id: 'a3' },
    ])
  })

  test('says that the subscription is the gateway’s', async () => {
    const { errors } = await ask('subscription { availabilityChanged(channelId: "web") { quantity } }')

    expect(errors).toHaveLength(1)
  })
})

function withoutZeros({ epoch, numbers }: { epoch: string; numbers: ReadonlyMap<number, number> }) {
  return { epoch, numbers: new Map([...numbers].filter(([, number]) => number > 0)) }
}
