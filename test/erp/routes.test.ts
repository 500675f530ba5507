import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ErpMode, type ErpRoute, RouteTable } from '../../core/erp/routes.ts'
import { DATABASE_KINDS } from '../support/database.ts'
import { openTestHub, type TestHub } from '../support/hub.ts'

const EPOCH = Date.UTC(2026, 10, 29)
const at = (minute: number): Date => new Date(EPOCH + minute * 60_000)

function route(systemId: string, place: string | null, skuPrefix: string, mode: ErpMode, minute: number): ErpRoute {
  return { systemId, locationId: place, skuPrefix, mode, validFrom: at(minute), setBy: 'test', recordedAt: at(minute) }
}

function told(routes: readonly ErpRoute[], locationId: string, sku: string, minute: number): string[] {
  return new RouteTable(routes)
    .destinations(locationId, sku, at(minute))
    .map(({ systemId, mode }) => `${systemId} ${mode}`)
}

describe('which ERP a movement is for', () => {
  test('follows from its place, its SKU and when it was recorded', () => {
    const routes = [
      route('old', null, '', 'LIVE', 0),
      route('food', null, 'FOOD-', 'LIVE', 10),
      route('new', 'BER', '', 'SHADOW', 20),
      route('new', 'BER', '', 'LIVE', 30),
      route('old', 'BER', '', 'SHADOW', 30),
    ]

    expect(told(routes, 'MUC', 'MUG', -1)).toEqual([])
    expect(told(routes, 'MUC', 'MUG', 99)).toEqual(['old LIVE'])
    expect(told(routes, 'MUC', 'FOOD-1', 9)).toEqual(['old LIVE'])
    expect(told(routes, 'MUC', 'FOOD-1', 10)).toEqual(['food LIVE'])
    expect(told(routes, 'BER', 'MUG', 19)).toEqual(['old LIVE'])
    expect(told(routes, 'BER', 'MUG', 20)).toEqual(['new SHADOW', 'old LIVE'])
    expect(told(routes, 'BER', 'MUG', 30)).toEqual(['new LIVE', 'old SHADOW'])
    // A place comes before a product domain everywhere.
    expect(told(routes, 'BER', 'FOOD-1', 30)).toEqual(['new LIVE', 'old SHADOW'])
  })

  // Goal: neither lost nor doubled, whatever was said when. Method: routes at random, and any movement has at most one ERP that keeps the books for it.
  test('is never two that keep the books', () => {
    const system = fc.constantFrom('a', 'b', 'c')
    const place = fc.constantFrom(null, 'BER', 'MUC')
    const prefix = fc.constantFrom('', 'F', 'FO')
    const modes = fc.constantFrom<ErpMode[]>('LIVE', 'SHADOW', 'OFF')
    const change = fc.tuple(system, place, prefix, modes, fc.integer({ min: 0, max: 9 }))
    fc.assert(
      fc.property(
        fc.array(change, { maxLength: 12 }),
        place,
        fc.constantFrom('FOOD', 'FIG', 'MUG'),
        (said, where, sku) => {
          // As the ledger sees to: one LIVE for the same goods at the same place at a time.
          const routes = said.map(([of, spot, goods, mode, minute]) =>
            route(mode === 'LIVE' ? `live ${spot} ${goods}` : of, spot, goods, mode, minute),
          )
          for (let minute = -1; minute < 11; minute++) {
            const live = told(routes, where ?? 'HAM', sku, minute).filter((one) => one.endsWith(' LIVE'))
            expect(live.length).toBeLessThanOrEqual(1)
          }
        },
      ),
    )
  })
})

const SYSTEM = 'erpSystem { id paused routes { locationId skuPrefix mode validFrom setBy } }'

async function openShop(kind: (typeof DATABASE_KINDS)[number]): Promise<TestHub> {
  const hub = await openTestHub(kind)
  await hub.shop(['MUG'], ['BER', 'MUC'])
  for (const id of ['old', 'new']) await hub.mutate('stock', 'upsertErpSystem', SYSTEM, { id, connector: 'files' })
  return hub
}

const set = (hub: TestHub, input: Record<string, unknown>) => hub.mutate('stock', 'setErpRoute', SYSTEM, input)

async function nowTold(hub: TestHub, locationId: string, validAt: Date): Promise<string[]> {
  const rows = await hub.db.kysely.selectFrom('erp_route').selectAll().execute()
  const routes = rows.map((row) => ({
    systemId: row.system_id,
    locationId: row.location_id === '' ? null : row.location_id,
    skuPrefix: row.sku_prefix,
    mode: row.mode,
    validFrom: row.valid_from,
    setBy: row.set_by,
    recordedAt: row.recorded_at,
  }))
  return new RouteTable(routes)
    .destinations(locationId, 'MUG', validAt)
    .map(({ systemId, mode }) => `${systemId} ${mode}`)
}

describe.each(DATABASE_KINDS)('routes to ERPs on %s', (kind) => {
  test('are set, shadowed, cut over and taken back, each for a moment that has not been', async () => {
    await using hub = await openShop(kind)
    const first = await set(hub, { systemId: 'old', mode: 'LIVE' })
    expect(first).toMatchObject({
      userErrors: [],
      erpSystem: { routes: [{ locationId: null, skuPrefix: '', mode: 'LIVE', setBy: 'test' }] },
    })
    expect((await set(hub, { systemId: 'new', locationIds: ['BER'], mode: 'SHADOW' })).userErrors).toEqual([])

    const later = new Date(Date.now() + 3_600_000)
    const back = new Date(Date.now() + 7_200_000)
    expect((await set(hub, { systemId: 'old', locationIds: ['BER'], mode: 'LIVE' })).userErrors).toEqual([])
    expect(
      (await set(hub, { systemId: 'new', locationIds: ['BER'], mode: 'CUT_OVER', validFrom: later.toISOString() }))
        .userErrors,
    ).toEqual([])
    expect(
      (await set(hub, { systemId: 'old', locationIds: ['BER'], mode: 'CUT_OVER', validFrom: back.toISOString() }))
        .userErrors,
    ).toEqual([])

    expect(await nowTold(hub, 'BER', new Date(later.getTime() - 1))).toEqual(['new SHADOW', 'old LIVE'])
    expect(await nowTold(hub, 'BER', later)).toEqual(['new LIVE', 'old SHADOW'])
    expect(await nowTold(hub, 'BER', back)).toEqual(['new SHADOW', 'old LIVE'])
    expect(await nowTold(hub, 'MUC', later)).toEqual(['old LIVE'])
  })

  test('are refused where two would keep the books, now or as planned, and for what is over', async () => {
    await using hub = await openShop(kind)
    await set(hub, { systemId: 'old', mode: 'LIVE' })
    const refusals = async (input: Record<string, unknown>) =>
      (await set(hub, input)).userErrors.map(({ code, field }: { code: string; field: string[] }) => [
        code,
        field.at(-1),
      ])

    expect(await refusals({ systemId: 'new', mode: 'LIVE' })).toEqual([['WRONG_STATE', 'mode']])
    expect(await refusals({ systemId: 'gone', mode: 'LIVE' })).toEqual([['NOT_FOUND', 'systemId']])
    expect(await refusals({ systemId: 'new', mode: 'LIVE', locationIds: ['NOWHERE'] })).toEqual([
      ['UNKNOWN_LOCATION', '0'],
    ])
    expect(await refusals({ systemId: 'new', mode: 'LIVE', locationIds: [] })).toEqual([
      ['INVALID_INPUT', 'locationIds'],
    ])
    expect(
      await refusals({ systemId: 'new', mode: 'OFF', validFrom: new Date(Date.now() - 60_000).toISOString() }),
    ).toEqual([['INVALID_INPUT', 'validFrom']])

    const soon = new Date(Date.now() + 3_600_000)
    expect(await refusals({ systemId: 'new', mode: 'CUT_OVER', validFrom: soon.toISOString() })).toEqual([])
    // Now nothing is in its way, but then the other one takes over.
    expect(await refusals({ systemId: 'old', mode: 'OFF', skuPrefixes: ['X'] })).toEqual([])
    expect(
      await refusals({ systemId: 'old', mode: 'LIVE', validFrom: new Date(soon.getTime() + 1).toISOString() }),
    ).toEqual([['WRONG_STATE', 'mode']])
  })

  test('have their effect once, and what an ERP is reached by never changes', async () => {
    await using hub = await openShop(kind)
    const input = { idempotencyKey: 'once', systemId: 'old', mode: 'LIVE' }
    const [first, second] = [await set(hub, input), await set(hub, input)]
    expect(second.erpSystem).toEqual(first.erpSystem)

    const changed = await hub.mutate('stock', 'upsertErpSystem', SYSTEM, { id: 'old', connector: 'tryton' })
    expect(changed.userErrors).toMatchObject([{ code: 'INVALID_INPUT', field: ['input', 'connector'] }])
    const paused = await hub.mutate('stock', 'upsertErpSystem', SYSTEM, { id: 'old', paused: true })
    expect(paused.erpSystem).toMatchObject({ id: 'old', paused: true })
    const { erpSystems } = await hub.data(
      'stock',
      '{ erpSystems(first: 1) { nodes { id source } pageInfo { hasNextPage endCursor } } }',
    )
    expect(erpSystems).toMatchObject({ nodes: [{ id: 'new', source: '/erp/new' }], pageInfo: { hasNextPage: true } })
  })
})
