import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Viewer } from '../../core/access/viewer.ts'
import { DATABASE_KINDS } from '../support/database.ts'
import { openTestHub, type TestHub } from '../support/hub.ts'
import { made } from '../support/ledger.ts'

/** Staff that may see one channel only. */
const WEB_ONLY: Viewer = { kind: 'operator', client: 'web team', channels: ['web'], scopes: ['*'] }

const FENCES = 'fences { channelId channel { id } quantity used left covered until }'
const CHANNELS = ['web', 'market', 'partner']

describe.each(DATABASE_KINDS)('fences in the graph on %s', (kind) => {
  let hub: TestHub

  beforeAll(async () => {
    hub = await openTestHub(kind)
    await hub.shop(['MUG', 'CUP', 'JAR', 'POT'], ['BER', 'HAM'])
    for (const id of ['market', 'partner']) {
      const locations = [{ locationId: 'HAM' }, { locationId: 'BER' }]
      await hub.submit({ kind: 'upsertChannel', id, name: id, locations })
    }
    await hub.count('MUG', 'BER', 10)
  })
  afterAll(() => hub[Symbol.asyncDispose]())

  const shown = async (sku: string, channelId: string, locationIds?: string[]): Promise<number> => {
    const query = `query ($sku: ID!, $in: ID!, $at: [ID!]) {
      availability(skus: [$sku], channelId: $in, locationIds: $at) { quantity }
    }`
    const { availability } = await hub.data('availability', query, { sku, in: channelId, at: locationIds })
    return availability[0].quantity
  }

  test('are stated by a policy, and shown with what is left and what is there', async () => {
    const until = '2099-01-01T00:00:00.000Z'
    const payload = await hub.mutate('stock', 'upsertStockPolicy', `stockPolicy { safetyStock ${FENCES} }`, {
      sku: 'MUG',
      locationId: 'BER',
      safetyStock: 1,
      fences: [
        { channelId: 'market', quantity: 6, until },
        { channelId: 'partner', quantity: 5 },
      ],
    })
    const market = { channelId: 'market', channel: { id: 'market' }, quantity: 6, used: 0, left: 6, covered: 6, until }
    const partner = { channelId: 'partner', channel: { id: 'partner' }, quantity: 5, used: 0, left: 5, covered: 3 }
    const fences = [market, { ...partner, until: null }]
    expect(payload).toMatchObject({ userErrors: [], stockPolicy: { safetyStock: 1, fences } })

    await hub.reserve([{ sku: 'MUG', locationId: 'BER', quantity: 2 }], { channelId: 'market' })
    const level = `{ item(sku: "MUG") { stockLevels { sellable held fenced safetyStock atf ${FENCES} } } }`
    const { item } = await hub.data('stock', level)
    expect(item.stockLevels).toMatchObject([
      // More is set aside than there is: news, not an error.
      { sellable: 10, held: 2, fenced: 9, safetyStock: 1, atf: -2, fences: [{ used: 2, left: 4 }, { covered: 3 }] },
    ])
    const seen = await hub.data('stock', level, {}, { viewer: WEB_ONLY })
    expect(seen.item.stockLevels).toMatchObject([{ fenced: 9, fences: [] }])
  })

  test('are part of the explanation, whose terms add up for each channel', async () => {
    const query = `query ($in: ID!) { availability(skus: ["MUG"], channelId: $in) {
      quantity explanation { terms { locationId sellable held committed fenced safetyStock atf ${FENCES} } }
    } }`
    const explain = async (channelId: string, viewer?: Viewer) => {
      const { availability } = await hub.data('availability', query, { in: channelId }, viewer && { viewer })
      const { quantity, explanation } = availability[0]
      for (const { sellable, held, committed, fenced, safetyStock, atf } of explanation.terms) {
        expect(atf).toBe(sellable - held - committed - fenced - safetyStock)
      }
      const at = (id: string) => (term: { locationId: string }) => term.locationId === id
      return { quantity, term: explanation.terms.find(at('BER')) }
    }
    expect(await explain('market')).toMatchObject({ quantity: 4, term: { fenced: 3, atf: 4 } })
    expect(await explain('partner')).toMatchObject({ quantity: 3, term: { fenced: 4, atf: 3 } })
    const web = await explain('web')
    expect(web).toMatchObject({ quantity: 0, term: { fenced: 7, atf: 0 } })
    expect(web.term.fences.map(({ covered }: { covered: number }) => covered)).toEqual([4, 3])
    expect(await explain('web', WEB_ONLY)).toMatchObject({ quantity: 0, term: { fenced: 7, fences: [] } })
  })

  test('refuse an unknown channel and a quantity of nothing, and say where', async () => {
    const refused = await hub.mutate('stock', 'upsertStockPolicy', 'stockPolicy { sku }', {
      sku: 'MUG',
      locationId: 'BER',
      fences: [
        { channelId: 'web', quantity: 0 },
        { channelId: 'none', quantity: 1 },
      ],
    })
    expect(refused).toMatchObject({
      stockPolicy: null,
      userErrors: [
        { code: 'INVALID_INPUT', field: ['input', 'fences', '0', 'quantity'] },
        { code: 'UNKNOWN_CHANNEL', field: ['input', 'fences', '1', 'channelId'] },
      ],
    })
  })

  // Goal: shown, reserved and explained by the same arithmetic. Method: fences that compete, holds from them, some of them over; each channel reserves
  // one more than it is shown, then exactly that.
  test.for(CHANNELS)('what is shown to %s can be reserved, and not one more', async (channelId) => {
    const sku = channelId === 'web' ? 'CUP' : channelId === 'market' ? 'JAR' : 'POT'
    await hub.count(sku, 'BER', 12)
    await hub.count(sku, 'HAM', 3)
    const policy = { kind: 'upsertStockPolicy', sku, locationId: 'BER', safetyStock: 1 } as const
    await hub.submit({
      ...policy,
      fences: [
        { channelId: 'market', quantity: 5 },
        { channelId: 'partner', quantity: 9 },
      ],
    })
    const line = { sku, locationId: 'BER' }
    await hub.reserve([{ ...line, quantity: 2 }], { channelId: 'market' })
    const due = made(await hub.reserve([{ ...line, quantity: 3 }], { channelId: 'market' }))
    await hub.rewrite(sql`update reservation_line set expires_at = clock_timestamp() where reservation_id = ${due}`)

    const level = `{ item(sku: "${sku}") { stockLevels(locationIds: ["BER"]) { held fenced ${FENCES} } } }`
    // The hold that is over has given back to its fence what it took, swept or not.
    expect((await hub.data('stock', level)).item.stockLevels).toMatchObject([
      {
        held: 2,
        fenced: 12,
        fences: [
          { used: 2, left: 3, covered: 3 },
          { left: 9, covered: 6 },
        ],
      },
    ])
    const quantity = await shown(sku, channelId, ['BER'])
    expect(quantity).toBe({ web: 0, market: 3, partner: 6 }[channelId])
    const reserve = (wanted: number) => hub.reserve([{ ...line, quantity: wanted }], { channelId })
    expect(await reserve(quantity + 1)).toMatchObject({ status: 'refused', errors: [{ code: 'INSUFFICIENT_STOCK' }] })
    if (quantity > 0) expect(await reserve(quantity)).toMatchObject({ status: 'posted' })
    expect(await shown(sku, channelId, ['BER'])).toBe(0)
    expect(await shown(sku, channelId)).toBe(3)
  })

  test('that are over are not shown and keep nothing back, swept or not', async () => {
    await hub.submit({ kind: 'upsertItems', items: [{ sku: 'PAN', title: 'Pan' }] })
    await hub.count('PAN', 'BER', 4)
    const until = new Date(Date.now() + 60_000)
    const fences = [{ channelId: 'market', quantity: 3, until }]
    await hub.submit({ kind: 'upsertStockPolicy', sku: 'PAN', locationId: 'BER', fences })
    expect(await shown('PAN', 'web')).toBe(1)
    await hub.rewrite(sql`update fence set until = clock_timestamp() where sku = 'PAN'`)

    expect(await hub.position('PAN', 'BER')).toMatchObject({ fenced: 3 })
    expect(await shown('PAN', 'web')).toBe(4)
    const { item } = await hub.data('stock', `{ item(sku: "PAN") { stockLevels { fenced atf ${FENCES} } } }`)
    expect(item.stockLevels).toMatchObject([{ fenced: 0, atf: 4, fences: [] }])
  })
})
