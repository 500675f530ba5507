import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../core/ledger/ids.ts'
import { DATABASE_KINDS } from '../support/database.ts'
import { openTestHub, type TestHub } from '../support/hub.ts'
import { made } from '../support/ledger.ts'

const JUNE = '2098-06-01T00:00:00.000Z'
const JULY = '2098-07-01T00:00:00.000Z'
const AUGUST = '2098-08-01T00:00:00.000Z'

describe.each(DATABASE_KINDS)('supply in time on %s', (kind) => {
  let hub: TestHub

  beforeAll(async () => {
    hub = await openTestHub(kind)
    await hub.shop(['MUG', 'CUP', 'JAR', 'POT', 'PAN', 'LID'], ['BER', 'HAM'])
    const locations = [{ locationId: 'BER' }, { locationId: 'HAM' }]
    await hub.submit({ kind: 'upsertChannel', id: 'shy', name: 'Shy', locations, buffer: 4, cap: 9 })
  })
  afterAll(() => hub[Symbol.asyncDispose]())

  const order = async (sku: string, quantity: number, expectedAt: string | null, destinationId = 'BER') => {
    const command = { kind: 'createShipment', id: newId('shp'), shipmentKind: 'PURCHASE', destinationId } as const
    await hub.submit({
      ...command,
      originId: null,
      supplier: null,
      reference: null,
      expectedAt: expectedAt === null ? null : new Date(expectedAt),
      lines: [{ sku, quantity }],
    })
    return command.id
  }
  const shown = async (sku: string, by: string | null, channelId = 'web') => {
    const query = `query ($sku: ID!, $in: ID!, $by: DateTime, $of: [_Any!]!) {
      availability(skus: [$sku], channelId: $in, by: $by) { by quantity status locations { locationId quantity } }
      item: _entities(representations: $of) {
        ... on InventoryItem { availability(channelId: $in, by: $by) { by quantity } }
      }
    }`
    const { availability, item } = await hub.data('availability', query, {
      sku,
      in: channelId,
      by,
      of: [{ __typename: 'InventoryItem', sku }],
    })
    const [shown] = availability
    expect(item[0].availability).toEqual({ by: shown.by, quantity: shown.quantity })
    return shown
  }
  const quantities = async (sku: string, channelId = 'web') => {
    const shownBy = await Promise.all([null, JUNE, JULY, AUGUST].map((by) => shown(sku, by, channelId)))
    return shownBy.map(({ quantity }) => quantity)
  }

  test('adds to what is there what is due by a date, for each location', async () => {
    await hub.count('MUG', 'BER', 3)
    await order('MUG', 5, JULY)
    await order('MUG', 7, JULY, 'HAM')
    await order('MUG', 100, null)
    await order('MUG', 50, AUGUST)

    expect(await quantities('MUG')).toEqual([3, 3, 15, 65])
    expect(await shown('MUG', JULY)).toMatchObject({
      by: JULY,
      status: 'IN_STOCK',
      locations: [
        { locationId: 'BER', quantity: 8 },
        { locationId: 'HAM', quantity: 7 },
      ],
    })
    expect(await shown('MUG', null)).toMatchObject({ by: null, quantity: 3 })
    // The buffer is kept from the sum, and a cap shortens what is shown.
    expect(await quantities('MUG', 'shy')).toEqual([0, 0, 9, 9])
  })

  test('counts supply until it arrives, and for no date once it is overdue', async () => {
    const id = await order('CUP', 6, new Date(Date.now() - 1_000).toISOString())
    expect(await quantities('CUP')).toEqual([0, 0, 0, 0])
    await hub.submit({
      kind: 'dispatchShipment',
      shipment: { id },
      lines: [{ line: 1, quantity: 4 }],
      expectedAt: new Date(JULY),
    })
    expect(await quantities('CUP')).toEqual([0, 0, 6, 6])
    await hub.submit({ kind: 'receiveShipment', shipment: { id }, lines: [{ line: 1, quantity: 1 }] })
    expect(await quantities('CUP')).toEqual([1, 1, 6, 6])
    await hub.submit({ kind: 'closeShipment', shipment: { id } })
    expect(await quantities('CUP')).toEqual([1, 1, 1, 1])
  })

  test('shows for a date that is past what is there now', async () => {
    await hub.count('LID', 'BER', 3)
    await order('LID', 5, '2020-01-01T00:00:00Z')
    await order('LID', 7, JULY)
    const by = '2020-02-01T00:00:00.000Z'
    expect(await shown('LID', by)).toEqual({ ...(await shown('LID', null)), by })
    expect(await shown('LID', by)).toMatchObject({ quantity: 3, status: 'IN_STOCK' })
  })

  test('takes off what waits already, and explains each supply entry behind the number', async () => {
    await hub.submit({ kind: 'upsertChannel', id: 'web', allowBackorder: true })
    await hub.count('JAR', 'BER', 2)
    await hub.reserve([{ sku: 'JAR', locationId: 'BER', quantity: 5 }])
    const ending = made(await hub.reserve([{ sku: 'JAR', locationId: 'BER', quantity: 1 }]))
    const june = await order('JAR', 4, JUNE)
    const july = await order('JAR', 6, JULY)
    const late = await order('JAR', 8, '2020-01-01T00:00:00Z')
    const undated = await order('JAR', 9, null)

    expect(await quantities('JAR')).toEqual([0, 0, 6, 6])
    const query = `query ($by: DateTime) { availability(skus: ["JAR"], channelId: "web", by: $by) {
      quantity explanation { sum terms {
        locationId sellable held committed safetyStock atf counted
        promise { atp supplyDue backordered fenced supply { shipmentId shipment { id } onOrder inTransit dueAt counts } }
      } }
    } }`
    const explain = async (by: string | null) => {
      const { availability } = await hub.data('availability', query, { by })
      return availability[0].explanation.terms[0]
    }
    expect((await explain(null)).promise).toBeNull()
    const { promise, ...term } = await explain(JULY)
    expect(term).toMatchObject({ locationId: 'BER', sellable: 2, held: 2, atf: 0, counted: 6 })
    expect(promise).toMatchObject({ atp: 6, supplyDue: 10, backordered: 4, fenced: 0 })
    expect(term.sellable - term.held - term.committed - term.safetyStock + 10 - 4 - 0).toBe(promise.atp)
    expect(promise.supply).toEqual(
      [
        { shipmentId: late, onOrder: 8, dueAt: '2020-01-01T00:00:00.000Z', counts: false },
        { shipmentId: june, onOrder: 4, dueAt: JUNE, counts: true },
        { shipmentId: july, onOrder: 6, dueAt: JULY, counts: true },
        { shipmentId: undated, onOrder: 9, dueAt: null, counts: false },
      ].map((entry) => ({ ...entry, shipment: { id: entry.shipmentId }, inTransit: 0 })),
    )
    // A waiting line whose time is over waits for nothing, swept or not.
    await hub.rewrite(sql`update reservation_line set expires_at = now() where reservation_id = ${ending}`)
    expect((await explain(JULY)).promise.backordered).toBe(3)
    expect((await quantities('JAR'))[2]).toBe(7)
  })

  test('covers fences by what comes, before others get anything of it', async () => {
    await hub.count('POT', 'BER', 2)
    const fences = [{ channelId: 'shy', quantity: 5 }]
    await hub.submit({ kind: 'upsertStockPolicy', sku: 'POT', locationId: 'BER', fences })
    await order('POT', 10, JULY)
    expect(await quantities('POT')).toEqual([0, 0, 7, 7])
    // Its own fence is part of what a channel is promised; its buffer is not.
    expect(await quantities('POT', 'shy')).toEqual([0, 0, 8, 8])
  })

  test('never shows less for a date than can be had now', async () => {
    await hub.submit({ kind: 'upsertChannel', id: 'web', allowBackorder: true })
    await hub.count('PAN', 'BER', 5)
    await hub.submit({
      kind: 'upsertStockPolicy',
      sku: 'PAN',
      locationId: 'BER',
      fences: [{ channelId: 'shy', quantity: 5 }],
    })
    await hub.submit({ kind: 'upsertChannel', id: 'shy', buffer: 0, cap: null })
    await hub.reserve([{ sku: 'PAN', locationId: 'BER', quantity: 3 }])
    // Three wait; the other channel has its five all the same.
    expect(await quantities('PAN', 'shy')).toEqual([5, 5, 5, 5])
  })
})
