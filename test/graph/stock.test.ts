import { setImmediate as nextTurn } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Viewer } from '../../core/access/viewer.ts'
import { cursorCodec } from '../../core/feed/cursor.ts'
import { expireParked } from '../../core/ingest/sweep.ts'
import { movementIdOf } from '../../subgraphs/shared/movement-id.ts'
import { cloudEvent } from '../ingest/ingest-hub.ts'
import { DATABASE_KINDS } from '../support/database.ts'
import { ADMIN, openTestHub, type TestHub } from '../support/hub.ts'

const PARTNER: Viewer = { kind: 'partner', client: 'partner', channels: ['market'], scopes: ['read'] }

const BALANCES = `onHand sellable qualityHold damaged blocked held committed backordered fenced onOrder inTransit safetyStock atf`

interface Level {
  onHand: number
  sellable: number
  qualityHold: number
  damaged: number
  blocked: number
  held: number
  committed: number
  fenced: number
  safetyStock: number
  atf: number
}

/** Whether the derived numbers of a level are what its balances make. */
function addsUp(level: Level): boolean {
  const { onHand, sellable, qualityHold, damaged, blocked, held, committed, fenced, safetyStock, atf } = level
  return (
    onHand === sellable + qualityHold + damaged + blocked && atf === sellable - held - committed - fenced - safetyStock
  )
}

describe.each(DATABASE_KINDS)('the subgraph stock on %s', (kind) => {
  let hub: TestHub

  beforeAll(async () => {
    hub = await openTestHub(kind)
    await hub.shop(['MUG', 'CUP', 'jar', 'JAR'], ['BER', 'HAM', 'MUC'])
    await hub.count('MUG', 'BER', 10)
    await hub.count('MUG', 'HAM', 4)
    await hub.count('MUG', 'BER', 2, null, 'damaged')
    await hub.reserve([{ sku: 'MUG', locationId: 'BER', quantity: 3 }])
  })
  afterAll(() => hub[Symbol.asyncDispose]())

  test('says who is asking', async () => {
    const query = '{ viewer { kind client channelIds channels { id } scopes } }'
    expect(await hub.data('stock', query)).toEqual({
      viewer: { kind: 'ADMIN', client: 'test', channelIds: null, channels: null, scopes: ['*'] },
    })
    expect(await hub.data('stock', query, {}, { viewer: PARTNER })).toEqual({
      viewer: {
        kind: 'PARTNER',
        client: 'partner',
        channelIds: ['market'],
        channels: [{ id: 'market' }],
        scopes: ['read'],
      },
    })
  })

  test('answers over HTTP only what the gateway has signed', async () => {
    const { app } = hub.subgraphs.stock
    const post = (headers: Record<string, string>, payload: object | string = { query: '{ viewer { kind } }' }) =>
      app.inject({ method: 'POST', url: '/graphql', headers, payload })
    const signed = { 'onhand-viewer': hub.tokens.sign(PARTNER, 'request-1') }

    expect((await post({})).statusCode).toBe(401)
    expect((await post({ 'onhand-viewer': `${signed['onhand-viewer']}x` })).json().errors).toMatchObject([
      { extensions: { code: 'UNAUTHENTICATED' } },
    ])
    expect((await post(signed)).json()).toEqual({ data: { viewer: { kind: 'PARTNER' } } })
    const future = { ...(await heads()), numbers: new Map([[3, 1_000_000]]) }
    const early = await post({ ...signed, 'onhand-at-least': hub.cursors.encode(future) })
    expect(early.json().errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', requestId: 'request-1' } }])
    expect((await post({ ...signed, 'content-type': 'application/json' }, '{"query":')).statusCode).toBe(400)
    expect((await post(signed, { query: 1 })).json().errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }])
  })

  async function heads() {
    const { readHeads } = await import('../../core/feed/heads.ts')
    return readHeads(hub.db)
  }

  describe('items', () => {
    test('are made and changed, all or none, and what is absent stays', async () => {
      const selection = 'items { sku title unit units { unit factor } createdAt updatedAt }'
      const made = await hub.mutate('stock', 'upsertItems', selection, {
        items: [
          { sku: 'FLOUR', title: 'Flour', unit: 'gram', units: [{ unit: 'bag', factor: 500 }] },
          { sku: 'EGG', title: 'Egg' },
        ],
      })
      expect(made).toMatchObject({
        items: [
          { sku: 'FLOUR', title: 'Flour', unit: 'gram', units: [{ unit: 'bag', factor: 500 }] },
          { sku: 'EGG', title: 'Egg', unit: 'each', units: [] },
        ],
        userErrors: [],
      })
      expect(made.cursor).not.toBeNull()

      const changed = await hub.mutate('stock', 'upsertItems', selection, {
        items: [{ sku: 'FLOUR', title: 'Wheat flour' }],
      })
      expect(changed.items).toMatchObject([
        { title: 'Wheat flour', unit: 'gram', units: [{ unit: 'bag', factor: 500 }] },
      ])
      expect(changed.items[0].createdAt).toBe(made.items[0].createdAt)

      const refused = await hub.mutate('stock', 'upsertItems', selection, {
        items: [
          { sku: 'EGG', title: 'Egg of a hen' },
          { sku: 'FLOUR', title: 'Flour', unit: 'kilogram' },
        ],
      })
      expect(refused).toMatchObject({
        items: null,
        cursor: null,
        userErrors: [{ code: 'INVALID_INPUT', field: ['input', 'items', '1', 'unit'] }],
      })
      const { item } = await hub.data('stock', '{ item(sku: "EGG") { title } }')
      expect(item.title).toBe('Egg')
    })

    test('have 32 units beside the base unit, and no more', async () => {
      const selection = 'items { units { unit } } userErrors { problem }'
      const upsert = (count: number) => {
        const units = Array.from({ length: count }, (_, index) => ({ unit: `pack-${index + 2}`, factor: index + 2 }))
        return hub.mutate('stock', 'upsertItems', selection, { items: [{ sku: 'PACKS', title: 'Packs', units }] })
      }
      expect((await upsert(32)).items[0].units).toHaveLength(32)
      const field = ['input', 'items', '0', 'units']
      expect(await upsert(33)).toMatchObject({
        items: null,
        userErrors: [{ code: 'INVALID_INPUT', problem: 'LIST_TOO_LONG', field }],
      })
    })

    test('are found by SKU, case-sensitive, and listed in code point order', async () => {
      const { a, b, none } = await hub.data(
        'stock',
        '{ a: item(sku: "jar") { sku } b: item(sku: "JAR") { sku } none: item(sku: "Jar") { sku } }',
      )
      expect([a, b, none]).toEqual([{ sku: 'jar' }, { sku: 'JAR' }, null])

      const query = `query ($after: String, $orderBy: ItemOrder) {
        items(first: 2, after: $after, orderBy: $orderBy, filter: { skus: ["jar", "JAR", "MUG", "CUP", "none"] }) {
          nodes { sku } pageInfo { hasNextPage hasPreviousPage endCursor }
        }
      }`
      const first = (await hub.data('stock', query)).items
      expect(first).toMatchObject({
        nodes: [{ sku: 'CUP' }, { sku: 'JAR' }],
        pageInfo: { hasNextPage: true, hasPreviousPage: false },
      })
      const second = (await hub.data('stock', query, { after: first.pageInfo.endCursor })).items
      expect(second).toMatchObject({
        nodes: [{ sku: 'MUG' }, { sku: 'jar' }],
        pageInfo: { hasNextPage: false, hasPreviousPage: true },
      })
      const { errors } = await hub.ask('stock', query, { after: first.pageInfo.endCursor, orderBy: 'SKU_DESC' })
      expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }])

      const contains = await hub.data('stock', '{ items(filter: { titleContains: "uG" }) { nodes { sku } } }')
      expect(contains.items.nodes).toEqual([{ sku: 'MUG' }])
    })
  })

  describe('locations', () => {
    test('form a tree, which is walked both ways', async () => {
      const made = await hub.mutate(
        'stock',
        'upsertLocations',
        'locations { id kind parentId timeZone latitude longitude }',
        {
          locations: [
            { id: 'DE', name: 'Germany', kind: 'COUNTRY' },
            { id: 'DE-N', name: 'North', kind: 'REGION', parentId: 'DE', timeZone: 'Europe/Berlin' },
            { id: 'HH-1', name: 'Altona', kind: 'STORE', parentId: 'DE-N', latitude: 53.55, longitude: 9.93 },
            { id: 'HH-2', name: 'Harburg', parentId: 'DE-N' },
          ],
        },
      )
      expect(made.userErrors).toEqual([])
      expect(made.locations[2]).toEqual({
        id: 'HH-1',
        kind: 'STORE',
        parentId: 'DE-N',
        timeZone: null,
        latitude: 53.55,
        longitude: 9.93,
      })
      const { location } = await hub.data(
        'stock',
        '{ location(id: "HH-1") { parent { id parent { id parent { id } children { id children { id } } } } children { id } } }',
      )
      expect(location).toEqual({
        parent: {
          id: 'DE-N',
          parent: { id: 'DE', parent: null, children: [{ id: 'DE-N', children: [{ id: 'HH-1' }, { id: 'HH-2' }] }] },
        },
        children: [],
      })

      const circle = await hub.mutate('stock', 'upsertLocations', 'locations { id }', {
        locations: [{ id: 'DE', name: 'Germany', parentId: 'HH-1' }],
      })
      expect(circle.userErrors).toMatchObject([
        { code: 'INVALID_INPUT', field: ['input', 'locations', '0', 'parentId'] },
      ])
      const moved = await hub.mutate('stock', 'upsertLocations', 'locations { parentId timeZone }', {
        locations: [{ id: 'DE-N', name: 'North', parentId: null }],
      })
      expect(moved.locations).toEqual([{ parentId: null, timeZone: 'Europe/Berlin' }])
    })

    test('are listed by name as well, and by kind and parent', async () => {
      const query = '{ locations(orderBy: NAME_DESC, filter: { parentId: "DE-N" }) { nodes { name } } }'
      expect((await hub.data('stock', query)).locations.nodes).toEqual([{ name: 'Harburg' }, { name: 'Altona' }])
      const kinds = '{ locations(filter: { kinds: [COUNTRY], nameContains: "GER" }) { nodes { id } } }'
      expect((await hub.data('stock', kinds)).locations.nodes).toEqual([{ id: 'DE' }])
    })
  })

  describe('balances', () => {
    test('of an item stand at every location that has any, or at those asked for in their order, zeros included', async () => {
      const all = await hub.data('stock', `{ item(sku: "MUG") { stockLevels { locationId ${BALANCES} } } }`)
      expect(all.item.stockLevels).toMatchObject([
        { locationId: 'BER', onHand: 12, sellable: 10, damaged: 2, held: 3, committed: 0, safetyStock: 0, atf: 7 },
        { locationId: 'HAM', onHand: 4, sellable: 4, held: 0, atf: 4 },
      ])
      const query = `{ item(sku: "MUG") { stockLevels(locationIds: ["MUC", "none", "BER"]) { locationId onHand atf } } }`
      expect((await hub.data('stock', query)).item.stockLevels).toEqual([
        { locationId: 'MUC', onHand: 0, atf: 0 },
        { locationId: 'BER', onHand: 12, atf: 7 },
      ])
    })

    test('are reached from another subgraph by their key, of what exists', async () => {
      const levels = await hub.entities(
        'stock',
        [
          { __typename: 'StockLevel', sku: 'MUG', locationId: 'HAM' },
          { __typename: 'StockLevel', sku: 'none', locationId: 'HAM' },
          { __typename: 'StockLevel', sku: 'CUP', locationId: 'HAM' },
          { __typename: 'StockLevel', sku: 'MUG', locationId: 'none' },
        ],
        '... on StockLevel { onHand item { title } location { name } }',
      )
      expect(levels).toEqual([
        { __typename: 'StockLevel', onHand: 4, item: { title: 'MUG' }, location: { name: 'HAM' } },
        null,
        { __typename: 'StockLevel', onHand: 0, item: { title: 'CUP' }, location: { name: 'HAM' } },
        null,
      ])
    })

    test('show safety stock, and a policy alone makes a location appear', async () => {
      const selection = `stockPolicy { sku locationId safetyStock stockLevel { atf safetyStock } }`
      const payload = await hub.mutate('stock', 'upsertStockPolicy', selection, {
        sku: 'CUP',
        locationId: 'MUC',
        safetyStock: 5,
      })
      expect(payload.stockPolicy).toEqual({
        sku: 'CUP',
        locationId: 'MUC',
        safetyStock: 5,
        stockLevel: { atf: -5, safetyStock: 5 },
      })
      const { item } = await hub.data('stock', `{ item(sku: "CUP") { stockLevels { locationId ${BALANCES} } } }`)
      expect(item.stockLevels).toMatchObject([{ locationId: 'MUC', onHand: 0, safetyStock: 5, atf: -5 }])
      const refused = await hub.mutate('stock', 'upsertStockPolicy', selection, { sku: 'CUP', locationId: 'none' })
      expect(refused.userErrors).toMatchObject([{ code: 'UNKNOWN_LOCATION', field: ['input', 'locationId'] }])
    })

    test('leave out holds whose time is over, swept or not', async () => {
      await hub.submit({ kind: 'upsertItems', items: [{ sku: 'DUE', title: 'Due' }] })
      await hub.count('DUE', 'BER', 10)
      await hub.reserve([{ sku: 'DUE', locationId: 'BER', quantity: 4 }])
      await hub.reserve([{ sku: 'DUE', locationId: 'BER', quantity: 1 }])
      await sql`update reservation_line set expires_at = now() where sku = 'DUE' and held = 4`.execute(hub.db.kysely)
      expect(await hub.position('DUE', 'BER')).toMatchObject({ held: 5 })
      const { item } = await hub.data('stock', `{ item(sku: "DUE") { stockLevels { ${BALANCES} } } }`)
      expect(item.stockLevels).toMatchObject([{ sellable: 10, held: 1, atf: 9 }])
    })

    // Goal: no answer mixes two moments. Method: read all the while holds, counts and sales are posted.
    test('always add up, while others post', async () => {
      await hub.submit({ kind: 'upsertItems', items: [{ sku: 'BUSY', title: 'Busy' }] })
      await hub.count('BUSY', 'BER', 500)
      let posting = true
      const writers = [
        async () => {
          for (let turn = 0; turn < 60; turn++) {
            const held = await hub.reserve([{ sku: 'BUSY', locationId: 'BER', quantity: 2 }])
            if (held.status !== 'posted' || held.document === undefined) continue
            await hub.submit({ kind: 'confirmReservation', reservation: { id: held.document.id } })
            await hub.submit({ kind: 'fulfillReservation', reservation: { id: held.document.id } })
          }
        },
        async () => {
          for (let turn = 0; turn < 60; turn++) {
            await hub.count('BUSY', 'BER', 400 + turn)
            await hub.count('BUSY', 'BER', turn, null, 'damaged')
            await hub.sell('BUSY', 'BER', 1)
          }
        },
      ]
      const done = Promise.all(writers.map((write) => write())).finally(() => {
        posting = false
      })
      const seen = new Set<string>()
      while (posting) {
        // PGlite answers within one turn of the event loop; the writers need the next one.
        await nextTurn()
        const { item } = await hub.data('stock', `{ item(sku: "BUSY") { stockLevels { ${BALANCES} } } }`)
        for (const level of item.stockLevels) {
          seen.add(JSON.stringify(level))
          expect(addsUp(level), JSON.stringify(level)).toBe(true)
        }
      }
      await done
      expect(seen.size).toBeGreaterThan(5)
    })

    test('of a location are paged by SKU', async () => {
      const query = `query ($after: String) { location(id: "HAM") {
        stockLevels(first: 1, after: $after) { edges { cursor node { sku onHand } } pageInfo { hasNextPage endCursor } }
      } }`
      await hub.count('CUP', 'HAM', 1)
      const first = (await hub.data('stock', query)).location.stockLevels
      expect(first).toMatchObject({ edges: [{ node: { sku: 'CUP', onHand: 1 } }], pageInfo: { hasNextPage: true } })
      const second = (await hub.data('stock', query, { after: first.pageInfo.endCursor })).location.stockLevels
      expect(second).toMatchObject({ edges: [{ node: { sku: 'MUG', onHand: 4 } }], pageInfo: { hasNextPage: false } })
      const some = `{ locations { nodes { id stockLevels(skus: ["MUG"]) { nodes { sku } } } } }`
      const { locations } = await hub.data('stock', some)
      expect(locations.nodes).toContainEqual({ id: 'BER', stockLevels: { nodes: [{ sku: 'MUG' }] } })
      expect(locations.nodes).toContainEqual({ id: 'DE', stockLevels: { nodes: [] } })
    })

    test('lead to their journal and to what was unexpected, newest first', async () => {
      await hub.submit({ kind: 'upsertItems', items: [{ sku: 'ODD', title: 'Odd' }] })
      await hub.count('ODD', 'BER', 3)
      await hub.reserve([{ sku: 'ODD', locationId: 'BER', quantity: 3 }])
      await hub.sell('ODD', 'BER', 5, { reference: 'receipt-9', source: '/till/1' })
      const { item } = await hub.data(
        'stock',
        `{ item(sku: "ODD") { stockLevels {
          onHand atf
          movements(first: 2) { id kind family from to quantity reference source reservation { id } documentKind channel { id } }
          exceptions { kind quantity message }
        } } }`,
      )
      const [level] = item.stockLevels
      expect(level).toMatchObject({ onHand: -2, atf: -5 })
      expect(level.movements).toMatchObject([
        {
          kind: 'SALE',
          family: 'STOCK',
          from: 'SELLABLE',
          to: 'CUSTOMER',
          quantity: 5,
          reference: 'receipt-9',
          source: '/till/1',
        },
        {
          kind: 'HOLD',
          family: 'DEMAND',
          from: 'UNPROMISED',
          to: 'HELD',
          quantity: 3,
          documentKind: 'RESERVATION',
          channel: { id: 'web' },
        },
      ])
      expect(level.movements[1].reservation).not.toBeNull()
      expect(level.exceptions.map(({ kind: what }: { kind: string }) => what)).toContain('OVERSELL')

      const [movement, none] = await hub.entities(
        'stock',
        [
          { __typename: 'StockMovement', id: level.movements[0].id },
          { __typename: 'StockMovement', id: 'mov_0_999999' },
        ],
        '... on StockMovement { sku quantity item { title } }',
      )
      expect(movement).toMatchObject({ sku: 'ODD', quantity: 5, item: { title: 'Odd' } })
      expect(none).toBeNull()
    })
  })

  describe('the journal', () => {
    interface Page {
      stockMovements: {
        edges: { cursor: string; node: { id: string; recordedAt: string; sku: string } }[]
        pageInfo: { hasNextPage: boolean; endCursor: string | null }
      }
    }
    const QUERY = `query ($first: Int, $after: Cursor, $filter: StockMovementFilter, $orderBy: StockMovementOrder) {
      stockMovements(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {
        edges { cursor node { id recordedAt sku } } pageInfo { hasNextPage endCursor }
      }
    }`
    const page = async (variables: Record<string, unknown>): Promise<Page['stockMovements']> =>
      (await hub.data('stock', QUERY, variables)).stockMovements
    const inPages = async (variables: Record<string, unknown>): Promise<string[]> => {
      const found: string[] = []
      for (let after: string | null = null; ; ) {
        const read: Page['stockMovements'] = await page({ ...variables, after })
        found.push(...read.edges.map(({ node }) => node.id))
        if (!read.pageInfo.hasNextPage) return found
        after = read.pageInfo.endCursor
      }
    }

    async function journal(condition = sql`true`): Promise<string[]> {
      const { rows } = await sql<{ bucket: number; number: number }>`
        select bucket, number from journal where ${condition} order by recorded_at, bucket, number
      `.execute(hub.db.kysely)
      return rows.map(movementIdOf)
    }

    test('is read from its beginning to its end, and back, by the cursors of its edges', async () => {
      const all = await journal()
      for (const [orderBy, expected] of [
        ['RECORDED_AT_ASC', all],
        ['RECORDED_AT_DESC', [...all].reverse()],
      ] as const) {
        const seen: string[] = []
        let after: string | null = null
        let more = true
        while (more) {
          const read: Page['stockMovements'] = await page({ first: 50, after, orderBy })
          seen.push(...read.edges.map(({ node }) => node.id))
          expect(read.pageInfo.endCursor).not.toBeNull()
          after = read.edges.at(-1)?.cursor ?? null
          more = read.pageInfo.hasNextPage
        }
        expect(seen).toEqual(expected)
      }
    })

    // Goal: a reader that goes on from its cursors gets every entry once, whatever commits meanwhile. Method: writers on many SKUs, tiny pages.
    test('is followed without a gap or a repeat while others post', async () => {
      const skus = Array.from({ length: 12 }, (_, index) => `FLOW-${index}`)
      await hub.submit({ kind: 'upsertItems', items: skus.map((sku) => ({ sku, title: sku })) })
      let posting = true
      const done = Promise.all(
        skus.map(async (sku) => {
          for (let turn = 1; turn <= 8; turn++) await hub.count(sku, 'BER', turn)
        }),
      ).finally(() => {
        posting = false
      })
      const seen: string[] = []
      let after: string | null = null
      for (;;) {
        await nextTurn()
        const last = !posting
        const read: Page['stockMovements'] = await page({ first: 3, after, filter: { skus } })
        seen.push(...read.edges.map(({ node }) => node.id))
        after = read.pageInfo.endCursor ?? after
        if (last && read.edges.length === 0) break
      }
      await done
      expect(seen.toSorted()).toEqual((await journal(sql`sku = any(${skus}::text[])`)).toSorted())
      expect(new Set(seen).size).toBe(seen.length)
    })

    test('is read on from the point that a mutation gave', async () => {
      const held = await hub.mutate('reservations', 'reserve', 'reservation { id }', {
        channelId: 'web',
        lines: [{ sku: 'MUG', locationId: 'HAM', quantity: 1 }],
      })
      await hub.sell('MUG', 'HAM', 1)
      const later = await page({ after: held.cursor })
      expect(later.edges).toHaveLength(1)
      const before = await page({ after: held.cursor, first: 1, orderBy: 'RECORDED_AT_DESC' })
      const { rows } = await sql<{ bucket: number; number: number }>`
        select bucket, number from journal where document_id = ${held.reservation.id}
      `.execute(hub.db.kysely)
      expect(before.edges.map(({ node }) => node.id)).toEqual(rows.map(movementIdOf))
    })

    test('is filtered by everything that an entry says', async () => {
      const count = async (filter: object) => (await page({ first: 250, filter })).edges.length
      const counted = async (condition: ReturnType<typeof sql>) => Math.min(250, (await journal(condition)).length)
      expect(await count({ kinds: ['SALE', 'HOLD'] })).toBe(await counted(sql`kind in ('sale', 'hold')`))
      expect(await count({ families: ['DEMAND'], locationIds: ['HAM'] })).toBe(
        await counted(sql`location_id = 'HAM' and from_account in ('held', 'committed', 'backordered', 'unpromised')`),
      )
      expect(await count({ accounts: ['DAMAGED'] })).toBe(await counted(sql`'damaged' in (from_account, to_account)`))
      expect(await count({ references: ['receipt-9'], sources: ['/till/1'] })).toBe(1)
      expect(await count({ channelIds: ['web'], skus: ['ODD'] })).toBe(1)
      expect(await count({ occurredBefore: '2020-01-01T00:00:00Z' })).toBe(0)
      expect(await count({ recordedFrom: '2020-01-01T00:00:00Z', skus: ['none'] })).toBe(0)
    })

    // Goal: holds of documents are found by the lines that name them. Method: orders of all kinds, of which some are from before lines did that.
    test('of some documents is all that there is of them, in its order, back and forth', async () => {
      await hub.submit({ kind: 'upsertItems', items: [{ sku: 'FILED', title: 'Filed' }] })
      for (const at of ['BER', 'HAM']) await hub.count('FILED', at, 100)
      const ids = Array.from({ length: 6 }, (_, index) => `rsv_filed${index}`)
      for (const [index, id] of ids.entries()) {
        const lines = ['BER', 'HAM'].map((locationId) => ({ sku: 'FILED', locationId, quantity: 1 }))
        await hub.reserve(lines, { id, confirmed: index === 3 })
        if (index === 1) await hub.submit({ kind: 'confirmReservation', reservation: { id } })
        if (index === 2) await hub.submit({ kind: 'releaseReservation', reservation: { id } })
      }
      await hub.rewrite(sql`
        with old as (update journal set named_by_line = false where document_id = 'rsv_filed5')
        update reservation_line set hold = null where reservation_id = 'rsv_filed5'
      `)
      const documentIds = ids.slice(1)
      const isOne = sql`document_id = any(${documentIds}::text[])`
      for (const { filter, condition, first } of [
        { filter: { documentIds }, condition: isOne, first: 3 },
        { filter: { documentIds, skus: ['FILED'] }, condition: isOne, first: 250 },
        { filter: { documentIds, kinds: ['HOLD'] }, condition: sql`${isOne} and kind = 'hold'`, first: 3 },
        { filter: { documentIds, locationIds: ['HAM'] }, condition: sql`${isOne} and location_id = 'HAM'`, first: 2 },
        { filter: { documentIds, skus: ['MUG'] }, condition: sql`false`, first: 3 },
      ]) {
        const expected = await journal(condition)
        expect(await inPages({ first, filter, orderBy: 'RECORDED_AT_ASC' })).toEqual(expected)
        expect(await inPages({ first, filter, orderBy: 'RECORDED_AT_DESC' })).toEqual(expected.toReversed())
      }
    })

    // Goal: holds stand in no index by SKU, and a page of some SKUs is the same as if they did. Method: a SKU with few holds and one with more than are found by its lines.
    test('of some SKUs is all that there is of them, in its order, back and forth', { timeout: 60_000 }, async () => {
      await hub.submit({ kind: 'upsertItems', items: ['FEW', 'RUSH'].map((sku) => ({ sku, title: sku })) })
      for (const sku of ['FEW', 'RUSH']) await hub.count(sku, 'BER', 5_000)
      const held = (sku: string) => hub.reserve([{ sku, locationId: 'BER', quantity: 1 }])
      const sold = (sku: string) => hub.sell(sku, 'BER', 1)
      await Promise.all(Array.from({ length: 1_100 }, (_, index) => held(index % 50 === 0 ? 'FEW' : 'RUSH')))
      for (const sku of ['FEW', 'RUSH', 'FEW']) {
        await sold(sku)
        await held(sku)
      }
      const holds = sql`kind = 'hold'`
      for (const { filter, condition, first } of [
        { filter: { skus: ['FEW'] }, condition: sql`sku = 'FEW'`, first: 7 },
        { filter: { skus: ['FEW', 'RUSH', 'FEW'] }, condition: sql`sku in ('FEW', 'RUSH')`, first: 250 },
        { filter: { skus: ['RUSH'], kinds: ['HOLD'] }, condition: sql`sku = 'RUSH' and ${holds}`, first: 250 },
        { filter: { skus: ['FEW'], accounts: ['HELD'] }, condition: sql`sku = 'FEW' and ${holds}`, first: 7 },
        {
          filter: { skus: ['FEW', 'RUSH'], families: ['STOCK'] },
          condition: sql`sku in ('FEW', 'RUSH') and not ${holds}`,
          first: 2,
        },
      ]) {
        const expected = await journal(condition)
        expect(expected.length).toBeGreaterThan(first)
        expect(await inPages({ first, filter, orderBy: 'RECORDED_AT_ASC' })).toEqual(expected)
        expect(await inPages({ first, filter, orderBy: 'RECORDED_AT_DESC' })).toEqual(expected.toReversed())
      }
    })

    test('refuses a point of another hub, of another database and from the future', async () => {
      const foreign = cursorCodec('another secret that nobody knows').encode(await heads())
      const restored = hub.cursors.encode({ epoch: '00000000-0000-4000-8000-000000000000', numbers: new Map() })
      const future = hub.cursors.encode({ ...(await heads()), numbers: new Map([[0, 1_000_000]]) })
      for (const after of [foreign, restored, future]) {
        const { errors } = await hub.ask('stock', QUERY, { after })
        expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }])
        expect(errors[0].message).toMatch(/^after /)
      }
    })
  })

  describe('events', () => {
    const RESULTS = 'results { source id status code message }'
    const record = (events: object[], more: object = {}) =>
      hub.mutate('stock', 'recordEvents', RESULTS, { events, ...more })

    test('are answered one by one, in their order', async () => {
      const good = cloudEvent('sale.recorded', { sku: 'MUG', locationId: 'BER', quantity: 1 })
      const payload = await record([
        good,
        cloudEvent('sale.recorded', { sku: 'no-such', locationId: 'BER', quantity: 1 }),
        good,
        { nonsense: true },
      ])
      expect(payload.userErrors).toEqual([])
      expect(payload.results).toMatchObject([
        { id: good.id, status: 'ACCEPTED', code: null },
        { status: 'REJECTED', code: 'UNKNOWN_SKU' },
        { id: good.id, status: 'DUPLICATE' },
        { source: null, id: null, status: 'REJECTED', code: 'INVALID_EVENT' },
      ])
      const query = 'query ($atLeast: Cursor) { item(sku: "MUG", atLeast: $atLeast) { sku } }'
      expect(await hub.data('stock', query, { atLeast: payload.cursor })).toEqual({ item: { sku: 'MUG' } })
    })

    test('under a key are recorded once, and the first answer is given again', async () => {
      const events = [cloudEvent('sale.recorded', { sku: 'MUG', locationId: 'BER', quantity: 1 })]
      const first = await record(events, { idempotencyKey: 'batch-1' })
      const again = await record(events, { idempotencyKey: 'batch-1' })
      expect(first.results).toMatchObject([{ status: 'ACCEPTED' }])
      expect(again.results).toEqual(first.results)

      const before = await hub.position('MUG', 'BER')
      const other = await record([cloudEvent('sale.recorded', { sku: 'MUG', locationId: 'BER', quantity: 1 })], {
        idempotencyKey: 'batch-1',
      })
      expect(other).toMatchObject({ results: null, cursor: null, userErrors: [{ code: 'IDEMPOTENCY_CONFLICT' }] })
      expect(await hub.position('MUG', 'BER')).toEqual(before)
      // The key of a batch is taken for every mutation of this client.
      const reserved = await hub.mutate('reservations', 'reserve', 'reservation { id }', {
        idempotencyKey: 'batch-1',
        channelId: 'web',
        lines: [{ sku: 'MUG', quantity: 1 }],
      })
      expect(reserved.userErrors).toMatchObject([{ code: 'IDEMPOTENCY_CONFLICT' }])
    })

    test('of two requests with one key at once are those of one of them', async () => {
      const before = await hub.position('MUG', 'BER')
      const racing = await Promise.all(
        [1, 2, 3, 4].map((quantity) =>
          record([cloudEvent('stock.received', { sku: 'MUG', locationId: 'BER', quantity })], {
            idempotencyKey: 'race',
          }),
        ),
      )
      const won = racing.flatMap(({ results }, index) => (results === null ? [] : [index + 1]))
      expect(won).toHaveLength(1)
      const after = await hub.position('MUG', 'BER')
      expect((after?.sellable ?? 0) - (before?.sellable ?? 0)).toBe(won[0])
    })

    test('sent twice at once under one key get one answer', async () => {
      const events = [cloudEvent('stock.received', { sku: 'MUG', locationId: 'BER', quantity: 1 })]
      const answers = await Promise.all([1, 2, 3].map(() => record(events, { idempotencyKey: 'at once' })))
      const later = await record(events, { idempotencyKey: 'at once' })
      for (const { results } of answers) expect(results).toEqual(later.results)
    })

    test('are at least one and at most a thousand', async () => {
      for (const events of [[], Array.from({ length: 1_001 }, () => ({}))]) {
        expect(await record(events)).toMatchObject({
          results: null,
          userErrors: [{ code: 'INVALID_INPUT', field: ['input', 'events'] }],
        })
      }
    })

    test('that could not be applied are listed, mended, replayed and discarded', async () => {
      const late = cloudEvent('stock.received', { sku: 'LATE', locationId: 'BER', quantity: 2 }, { source: '/erp' })
      const wrong = cloudEvent(
        'sale.recorded',
        { sku: 'LATE', locationId: 'BER', quantity: 1, unit: 'barrel' },
        { source: '/erp' },
      )
      await record([late, wrong])
      const list = async (filter: string) =>
        (
          await hub.data(
            'stock',
            `{ deadLetters(filter: ${filter}, orderBy: RECORDED_AT_ASC) { nodes {
            id source eventId eventType event code message status attempts occurredAt settledAt settledBy
          } } }`,
          )
        ).deadLetters.nodes
      const letters = await list('{ sources: ["/erp"], statuses: [OPEN], codes: [UNKNOWN_SKU] }')
      // Those of one millisecond stand in any order.
      expect(letters).toHaveLength(2)
      const letterOf = (event: { id?: unknown }) =>
        letters.find(({ eventId }: { eventId: string }) => eventId === event.id)
      expect(letterOf(late)).toMatchObject({
        source: '/erp',
        eventType: 'onhand.stock.received.v1',
        event: late,
        status: 'OPEN',
        attempts: 1,
        settledAt: null,
      })
      const ids = [letterOf(late).id, letterOf(wrong).id]

      await hub.submit({ kind: 'upsertItems', items: [{ sku: 'LATE', title: 'Late' }] })
      const replay = (input: object) =>
        hub.mutate('stock', 'replayDeadLetters', 'results { id status code deadLetter { status settledBy } }', {
          ...input,
        })
      const dry = await replay({ ids, dryRun: true })
      expect(dry).toMatchObject({
        cursor: null,
        results: [{ status: 'ACCEPTED' }, { status: 'REJECTED', code: 'INVALID_INPUT' }],
      })
      expect(await hub.position('LATE', 'BER')).toBeUndefined()

      const real = await replay({ filter: { sources: ['/erp'] } })
      expect(real.results).toHaveLength(2)
      expect(real.results).toEqual(
        expect.arrayContaining([
          { id: ids[0], status: 'ACCEPTED', code: null, deadLetter: { status: 'REPLAYED', settledBy: 'test' } },
          { id: ids[1], status: 'REJECTED', code: 'INVALID_INPUT', deadLetter: { status: 'OPEN', settledBy: null } },
        ]),
      )
      expect(await hub.position('LATE', 'BER')).toMatchObject({ sellable: 2 })

      const mended = await replay({
        ids: [ids[1]],
        mended: [{ id: ids[1], event: { ...wrong, data: { sku: 'LATE', locationId: 'BER', quantity: 1 } } }],
      })
      expect(mended.results).toMatchObject([{ status: 'ACCEPTED', deadLetter: { status: 'REPLAYED' } }])
      expect(await hub.position('LATE', 'BER')).toMatchObject({ sellable: 1 })

      expect((await replay({ filter: { statuses: ['DISCARDED'] } })).results).toEqual([])
      expect((await replay({ filter: { codes: [] } })).results).toEqual([])
      expect((await replay({})).userErrors).toMatchObject([{ code: 'INVALID_INPUT', field: ['input'] }])
      expect((await replay({ ids: ['dl_none'] })).userErrors).toMatchObject([
        { code: 'NOT_FOUND', field: ['input', 'ids', '0'] },
      ])

      await record([cloudEvent('sale.recorded', { sku: 'NEVER', locationId: 'BER', quantity: 1 }, { source: '/erp' })])
      const [open] = await list('{ sources: ["/erp"], statuses: [OPEN] }')
      const discard = (id: string) =>
        hub.mutate('stock', 'discardDeadLetter', 'deadLetter { status settledBy settledReason }', {
          id,
          reason: 'never ours',
        })
      expect(await discard(open.id)).toMatchObject({
        deadLetter: { status: 'DISCARDED', settledBy: 'test', settledReason: 'never ours' },
        userErrors: [],
      })
      expect((await discard(ids[0])).userErrors).toMatchObject([{ code: 'WRONG_STATE', field: ['input', 'id'] }])
      expect((await discard('dl_none')).userErrors).toMatchObject([{ code: 'NOT_FOUND', field: ['input', 'id'] }])
    })

    test('that have posted stock while they waited post it once, whatever they are mended into', async () => {
      const name = { id: 'left-1', source: '/wms' }
      const lines = [{ sku: 'CUP', locationId: 'BER', quantity: 3 }]
      await hub.count('CUP', 'BER', 10)
      await record([cloudEvent('reservation.fulfilled', { reference: 'R1', lines }, name)])
      await sql`update parked_event set until = now() - interval '1 second' where id = ${name.id}`.execute(
        hub.db.kysely,
      )
      await expireParked(hub.ingest)
      const { deadLetters } = await hub.data(
        'stock',
        '{ deadLetters(filter: { sources: ["/wms"] }) { nodes { id code } } }',
      )
      expect(deadLetters.nodes).toMatchObject([{ code: 'PARKED_TOO_LONG' }])
      expect(await hub.position('CUP', 'BER')).toMatchObject({ sellable: 7 })

      const [{ id }] = deadLetters.nodes
      const sold = { sku: 'CUP', locationId: 'BER', quantity: 2, reference: 'R1' }
      const replay = (input: object) =>
        hub.mutate('stock', 'replayDeadLetters', 'results { status message }', {
          ids: [id],
          mended: [{ id, event: cloudEvent('sale.recorded', sold, name) }],
          ...input,
        })
      const message = 'What was posted of it while it waited was taken back: 3 of CUP at BER.'
      expect((await replay({ dryRun: true })).results).toEqual([{ status: 'ACCEPTED', message }])
      expect(await hub.position('CUP', 'BER')).toMatchObject({ sellable: 7 })
      for (const idempotencyKey of ['mend-1', 'mend-1']) {
        expect((await replay({ idempotencyKey })).results).toEqual([{ status: 'ACCEPTED', message }])
        expect(await hub.position('CUP', 'BER')).toMatchObject({ sellable: 8 })
      }
      expect((await replay({ idempotencyKey: 'mend-2' })).results).toMatchObject([{ status: 'DUPLICATE' }])
      expect(await hub.position('CUP', 'BER')).toMatchObject({ sellable: 8 })
    })
  })

  test('asks the database a fixed number of times, however many items and locations there are', async () => {
    const skus = Array.from({ length: 60 }, (_, index) => `MANY-${String(index).padStart(2, '0')}`)
    await hub.submit({ kind: 'upsertItems', items: skus.map((sku) => ({ sku, title: `many ${sku}` })) })
    for (const sku of skus) for (const location of ['BER', 'HAM']) await hub.count(sku, location, 5)

    const asked = async (first: number) => {
      const { items } = await hub.data(
        'stock',
        `{ items(first: ${first}, filter: { titleContains: "many" }) { nodes {
          sku units { unit }
          stockLevels { ${BALANCES} location { name parent { id } children { id } }
            item { title } movements(first: 3) { kind item { sku } location { id } } exceptions { kind } }
          at: stockLevels(locationIds: ["MUC", "HAM"]) { locationId atf }
        } } }`,
      )
      expect(items.nodes).toHaveLength(first)
      expect(items.nodes[0].stockLevels).toHaveLength(2)
      return hub.statements
    }
    // Page, levels everywhere, levels at locations, locations, children, items, movements, exceptions; items and locations once more below movements.
    const few = await asked(2)
    expect(few).toBeLessThanOrEqual(10)
    expect(await asked(60)).toBe(few)

    const { locations } = await hub.data(
      'stock',
      `{ locations { nodes { parent { id children { id } } children { id } stockLevels(first: 20) { nodes { sku item { title } atf } } } } }`,
    )
    expect(locations.nodes.length).toBeGreaterThan(5)
    expect(hub.statements).toBeLessThanOrEqual(6)

    await hub.entities(
      'stock',
      skus.flatMap((sku) => [
        { __typename: 'InventoryItem', sku },
        { __typename: 'StockLevel', sku, locationId: 'BER' },
        { __typename: 'Location', id: 'BER' },
      ]),
      '... on InventoryItem { title } ... on StockLevel { atf } ... on Location { name }',
    )
    expect(hub.statements).toBe(3)
  })

  test('shows who sees single channels their part of the journal, and no dead letters', async () => {
    const desk: Viewer = { kind: 'operator', client: 'desk', channels: ['elsewhere'], scopes: [] }
    const webDesk: Viewer = { ...desk, channels: ['web'] }
    const query = `{ stockMovements(first: 250) { nodes { id channelId } }
      item(sku: "MUG") { stockLevels { movements(first: 250) { id channelId } } } }`
    const seenBy = async (viewer: Viewer): Promise<{ id: string; channelId: string | null }[]> => {
      const { stockMovements, item } = await hub.data('stock', query, {}, { viewer })
      const levels: { movements: { id: string; channelId: string | null }[] }[] = item.stockLevels
      return [...stockMovements.nodes, ...levels.flatMap(({ movements }) => movements)]
    }
    const all = await seenBy(ADMIN)
    expect(await seenBy(desk)).toEqual([])
    const web = await seenBy(webDesk)
    expect(web.length).toBeGreaterThan(0)
    expect(web.every(({ channelId }) => channelId === 'web')).toBe(true)

    const other = all.find(({ channelId }) => channelId === null)
    const entities = await hub.entities(
      'stock',
      [web[0], other].map((entry) => ({ __typename: 'StockMovement', id: entry?.id })),
      '... on StockMovement { id }',
      { viewer: webDesk },
    )
    expect(entities).toEqual([{ __typename: 'StockMovement', id: web[0]?.id }, null])

    const { errors } = await hub.ask('stock', '{ deadLetters { nodes { id } } }', {}, { viewer: webDesk })
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }])
  })

  test('refuses text that cannot be stored, and lists that are too long', async () => {
    for (const query of [
      '{ item(sku: "a\\u0000b") { sku } }',
      '{ items(filter: { skus: ["a\\u0000"] }) { nodes { sku } } }',
      `{ item(sku: "MUG") { stockLevels(locationIds: [${'"BER",'.repeat(251)}]) { atf } } }`,
      '{ stockMovements(first: 1000) { nodes { id } } }',
    ]) {
      const { errors } = await hub.ask('stock', query)
      expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }])
    }
  })
})
