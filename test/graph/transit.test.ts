import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { audit } from '../../core/ledger/audit.ts'
import { build } from '../../subgraphs/transit/server.ts'
import {
  CancelShipmentDocument,
  CloseShipmentDocument,
  CreateShipmentDocument,
  type CreateShipmentInput,
  DispatchShipmentDocument,
  ReceiveShipmentDocument,
  ShipmentDocument,
  type ShipmentFilter,
  ShipmentsDocument,
  type ShipmentsQuery,
  type ShipmentsQueryVariables,
} from '../generated/operations.ts'
import { DATABASE_KINDS } from '../support/database.ts'
import { event } from '../support/ledger.ts'
import { TestSubgraph } from '../support/subgraph.ts'

describe.each(DATABASE_KINDS)('the subgraph transit on %s', (kind) => {
  let hub: TestSubgraph
  let keys = 0
  const key = () => ({ idempotencyKey: `key-${++keys}` })

  beforeAll(async () => {
    hub = await TestSubgraph.open(kind, build)
    await hub.shop.shop(['MUG', 'CUP', 'JAR'], ['DC', 'BER', 'MUC'])
    for (const sku of ['MUG', 'CUP', 'JAR']) await hub.shop.count(sku, 'DC', 1_000)
  })

  afterAll(async () => {
    // Whatever these tests did: balances are those of the journal, and supply is that of the lines.
    const { differences } = await audit({ db: hub.shop.db })
    expect(differences).toEqual([])
    await hub[Symbol.asyncDispose]()
  })

  async function created(more: Partial<CreateShipmentInput> = {}): Promise<string> {
    const input: CreateShipmentInput = {
      ...key(),
      kind: 'TRANSFER',
      originId: 'DC',
      destinationId: 'BER',
      lines: [{ sku: 'MUG', quantity: 10 }],
      ...more,
    }
    const { createShipment } = await hub.ask(CreateShipmentDocument, { input })
    expect(createShipment?.userErrors).toEqual([])
    return createShipment?.shipment?.id ?? ''
  }

  test('takes a transfer through its whole life', async () => {
    const id = await created({
      reference: 'T-1',
      expectedAt: '2026-12-01T08:00:00+01:00',
      lines: [{ sku: 'MUG', quantity: 2, unit: 'case' }],
    })
    const dispatched = await hub.ask(DispatchShipmentDocument, { input: { ...key(), id } })
    expect(dispatched.dispatchShipment).toMatchObject({
      userErrors: [],
      shipment: {
        status: 'IN_TRANSIT',
        expectedAt: '2026-12-01T07:00:00.000Z',
        lines: [{ quantity: 24, dispatched: 24, inTransit: 24 }],
      },
    })
    expect(await hub.shop.position('MUG', 'DC')).toMatchObject({ sellable: 976 })
    expect(await hub.shop.position('MUG', 'BER')).toMatchObject({ sellable: 0, inTransit: 24 })

    const lineId = `${id}/1`
    const part = await hub.ask(ReceiveShipmentDocument, {
      input: { ...key(), id, lines: [{ lineId, quantity: 1, unit: 'case' }] },
    })
    expect(part.receiveShipment?.shipment).toMatchObject({
      status: 'PARTIALLY_RECEIVED',
      lines: [{ id: lineId, received: 12, inTransit: 12 }],
    })
    const closed = await hub.ask(CloseShipmentDocument, { input: { ...key(), id } })
    expect(closed.closeShipment?.shipment).toMatchObject({
      status: 'CLOSED_SHORT',
      lines: [{ received: 12, inTransit: 0, closedShort: 12 }],
    })
    expect(await hub.shop.position('MUG', 'BER')).toMatchObject({ sellable: 12, inTransit: 0 })

    const { shipment } = await hub.ask(ShipmentDocument, { id, atLeast: closed.closeShipment?.cursor ?? null })
    expect(shipment).toMatchObject({
      id,
      status: 'CLOSED_SHORT',
      reference: 'T-1',
      originId: 'DC',
      destinationId: 'BER',
      exceptions: [],
    })
    expect(shipment?.closedAt).not.toBeNull()
  })

  test('orders a purchase, receives more than was ordered, and says so', async () => {
    const id = await created({
      kind: 'PURCHASE',
      originId: null,
      supplier: 'Potters Ltd',
      destinationId: 'MUC',
      lines: [{ sku: 'JAR', quantity: 5 }],
    })
    expect(await hub.shop.position('JAR', 'MUC')).toMatchObject({ onOrder: 5 })
    const input = { ...key(), id, lines: [{ lineId: `${id}/1`, quantity: 7 }] }
    const { receiveShipment } = await hub.ask(ReceiveShipmentDocument, { input })
    expect(receiveShipment?.shipment).toMatchObject({
      status: 'RECEIVED',
      supplier: 'Potters Ltd',
      lines: [{ quantity: 5, dispatched: 5, received: 7, onOrder: 0 }],
      exceptions: [{ kind: 'OVER_RECEIPT', sku: 'JAR', quantity: 2 }],
    })
    expect(await hub.shop.position('JAR', 'MUC')).toMatchObject({ sellable: 7, onOrder: 0 })
  })

  test('answers a repeated key with the shipment as it is now, and other content with a conflict', async () => {
    const input: CreateShipmentInput = {
      ...key(),
      kind: 'TRANSFER',
      originId: 'DC',
      destinationId: 'BER',
      lines: [{ sku: 'CUP', quantity: 1 }],
    }
    const first = await hub.ask(CreateShipmentDocument, { input })
    const again = await hub.ask(CreateShipmentDocument, { input })
    expect(again.createShipment?.shipment).toEqual(first.createShipment?.shipment)
    const other = await hub.ask(CreateShipmentDocument, { input: { ...input, lines: [{ sku: 'CUP', quantity: 2 }] } })
    expect(other.createShipment).toMatchObject({
      shipment: null,
      cursor: null,
      userErrors: [{ code: 'IDEMPOTENCY_CONFLICT' }],
    })

    const id = first.createShipment?.shipment?.id ?? ''
    const canceled = await hub.ask(CancelShipmentDocument, { input: { ...key(), id } })
    expect(canceled.cancelShipment?.shipment).toMatchObject({ status: 'CANCELED' })
  })

  test('says which value of the input is refused, and by which rule', async () => {
    const line = { sku: 'MUG', quantity: 1 }
    const refused = async (more: Partial<CreateShipmentInput>) => {
      const input = {
        ...key(),
        kind: 'TRANSFER' as const,
        originId: 'DC',
        destinationId: 'BER',
        lines: [line],
        ...more,
      }
      const { createShipment } = await hub.ask(CreateShipmentDocument, { input })
      expect(createShipment?.shipment).toBeNull()
      return createShipment?.userErrors.map(({ code, field }) => [code, field?.join('.')])
    }
    expect(await refused({ lines: [] })).toEqual([['INVALID_INPUT', 'input.lines']])
    expect(await refused({ lines: Array(101).fill(line) })).toContainEqual(['INVALID_INPUT', 'input.lines'])
    expect(await refused({ lines: [line, { sku: 'NO', quantity: 1 }] })).toEqual([['UNKNOWN_SKU', 'input.lines.1.sku']])
    expect(await refused({ originId: 'NO' })).toEqual([['UNKNOWN_LOCATION', 'input.originId']])
    expect(await refused({ reference: 'T\0' })).toEqual([['INVALID_INPUT', 'input.reference']])
    expect(await refused({ supplier: 'Potters Ltd' })).toEqual([['INVALID_INPUT', 'input.supplier']])

    const id = await created()
    const received = await hub.ask(ReceiveShipmentDocument, { input: { ...key(), id, lines: [{ lineId: 'other/1' }] } })
    expect(received.receiveShipment?.userErrors).toMatchObject([
      { code: 'NOT_FOUND', field: ['input', 'lines', '0', 'lineId'] },
    ])
    const closed = await hub.ask(CloseShipmentDocument, { input: { ...key(), id } })
    expect(closed.closeShipment?.userErrors).toMatchObject([{ code: 'WRONG_STATE', field: ['input', 'id'] }])
    const unknown = await hub.ask(CancelShipmentDocument, { input: { ...key(), id: 'shp_none' } })
    expect(unknown.cancelShipment?.userErrors).toMatchObject([{ code: 'NOT_FOUND', field: ['input', 'id'] }])
  })

  test('changes only what was read, for those who say what they have read', async () => {
    const id = await created()
    const input = () => ({ ...key(), id, expectedVersion: 1 })
    const { dispatchShipment } = await hub.ask(DispatchShipmentDocument, {
      input: { ...key(), id, expectedVersion: 1, lines: [{ lineId: `${id}/1`, quantity: 4 }] },
    })
    expect(dispatchShipment).toMatchObject({ userErrors: [], shipment: { version: 2 } })
    const answers: Record<string, unknown> = {
      ...(await hub.ask(DispatchShipmentDocument, { input: input() })),
      ...(await hub.ask(ReceiveShipmentDocument, { input: input() })),
      ...(await hub.ask(CloseShipmentDocument, { input: input() })),
      ...(await hub.ask(CancelShipmentDocument, { input: input() })),
    }
    expect(Object.keys(answers)).toHaveLength(4)
    for (const answer of Object.values(answers)) {
      expect(answer).toMatchObject({
        shipment: null,
        userErrors: [{ code: 'VERSION_CONFLICT', field: ['input', 'expectedVersion'] }],
      })
    }
    const { closeShipment } = await hub.ask(CloseShipmentDocument, { input: { ...key(), id, expectedVersion: 2 } })
    expect(closeShipment).toMatchObject({ userErrors: [], shipment: { version: 3, status: 'CLOSED_SHORT' } })
  })

  test('lists shipments in pages, each state by its own rule', async () => {
    const ids = {
      DRAFT: await created({ destinationId: 'MUC', reference: 'page', lines: [{ sku: 'CUP', quantity: 4 }] }),
      IN_TRANSIT: await created({ destinationId: 'MUC', reference: 'page' }),
      PARTIALLY_RECEIVED: await created({ destinationId: 'MUC', reference: 'page' }),
      RECEIVED: await created({ destinationId: 'MUC', reference: 'page' }),
      CLOSED_SHORT: await created({ destinationId: 'MUC', reference: 'page' }),
      CANCELED: await created({ destinationId: 'MUC', reference: 'page' }),
    }
    const step = { ...key(), id: ids.IN_TRANSIT }
    await hub.ask(DispatchShipmentDocument, { input: step })
    const half = (id: string) => ({ ...key(), id, lines: [{ lineId: `${id}/1`, quantity: 5 }] })
    await hub.ask(ReceiveShipmentDocument, { input: half(ids.PARTIALLY_RECEIVED) })
    await hub.ask(ReceiveShipmentDocument, { input: { ...key(), id: ids.RECEIVED } })
    await hub.ask(ReceiveShipmentDocument, { input: half(ids.CLOSED_SHORT) })
    await hub.ask(CloseShipmentDocument, { input: { ...key(), id: ids.CLOSED_SHORT } })
    await hub.ask(CancelShipmentDocument, { input: { ...key(), id: ids.CANCELED } })

    for (const [status, id] of Object.entries(ids)) {
      const filter = { references: ['page'], statuses: [status] } as ShipmentFilter
      const { shipments } = await hub.ask(ShipmentsDocument, { filter })
      expect(shipments?.edges.map(({ node }) => [node.id, node.status])).toEqual([[id, status]])
    }

    const seen: string[] = []
    let after: string | null = null
    do {
      const variables: ShipmentsQueryVariables = {
        first: 4,
        after,
        filter: { references: ['page'] },
        orderBy: 'RECORDED_AT_ASC',
      }
      const page: ShipmentsQuery = await hub.ask(ShipmentsDocument, variables)
      seen.push(...(page.shipments?.edges.map(({ node }) => node.id) ?? []))
      after = page.shipments?.pageInfo.hasNextPage ? (page.shipments.pageInfo.endCursor ?? null) : null
      expect(hub.statements).toBe(3)
    } while (after !== null)
    expect(seen).toEqual(Object.values(ids))

    const found = async (filter: ShipmentFilter) => {
      const { shipments } = await hub.ask(ShipmentsDocument, { filter: { references: ['page'], ...filter } })
      return shipments?.edges.length
    }
    expect(await found({ skus: ['CUP'] })).toBe(1)
    expect(await found({ kinds: ['PURCHASE'] })).toBe(0)
    expect(await found({ originIds: ['DC'], destinationIds: ['MUC'] })).toBe(6)
    expect(await found({ destinationIds: ['BER'] })).toBe(0)
    expect(await found({ recordedBefore: '2020-01-01T00:00:00Z' })).toBe(0)
    expect(await found({ expectedBefore: '2099-01-01T00:00:00Z' })).toBe(0)
    expect((await hub.answer(ShipmentsDocument, { first: 251 })).errors).toMatchObject([
      { extensions: { code: 'BAD_USER_INPUT' } },
    ])
  })

  test('is found from items, locations and stock levels, with no statement for each row', async () => {
    const [open] = await Promise.all([
      created({
        kind: 'PURCHASE',
        originId: null,
        destinationId: 'DC',
        lines: [
          { sku: 'MUG', quantity: 3 },
          { sku: 'JAR', quantity: 4 },
        ],
      }),
      created({ kind: 'PURCHASE', originId: null, destinationId: 'DC', lines: [{ sku: 'CUP', quantity: 3 }] }),
    ])
    const items = await hub.entities(
      ['MUG', 'CUP', 'JAR', 'NO'].map((sku) => ({ __typename: 'InventoryItem', sku })),
      '... on InventoryItem { sku shipments(destinationIds: ["DC"]) { id status lines { sku item { sku } stockLevel { sku locationId } } } }',
    )
    expect(items.map(({ shipments }: { shipments: unknown[] }) => shipments.length)).toEqual([1, 1, 1, 0])
    expect(items[0].shipments[0]).toMatchObject({
      id: open,
      status: 'DRAFT',
      lines: [{ stockLevel: { sku: 'MUG', locationId: 'DC' } }, { item: { sku: 'JAR' } }],
    })
    expect(hub.statements).toBe(2)

    const levels = await hub.entities(
      ['MUG', 'CUP'].flatMap((sku) =>
        ['DC', 'BER'].map((locationId) => ({ __typename: 'StockLevel', sku, locationId })),
      ),
      '... on StockLevel { sku locationId inboundShipments { id lines { sku onOrder inTransit } } }',
    )
    for (const { sku, locationId, inboundShipments } of levels) {
      const lines = inboundShipments.flatMap(
        (it: { lines: { sku: string; onOrder: number; inTransit: number }[] }) => it.lines,
      )
      const expected = lines.filter((line: { sku: string }) => line.sku === sku)
      const sum = expected.reduce(
        (total: number, line: { onOrder: number; inTransit: number }) => total + line.onOrder + line.inTransit,
        0,
      )
      const { onOrder = 0, inTransit = 0 } = (await hub.shop.position(sku, locationId)) ?? {}
      expect([sku, locationId, sum]).toEqual([sku, locationId, onOrder + inTransit])
    }

    const locations = await hub.entities(
      [
        { __typename: 'Location', id: 'DC' },
        { __typename: 'Location', id: 'BER' },
      ],
      '... on Location { id inboundShipments(first: 250) { destination { id } exceptions { kind } } outboundShipments(first: 2, statuses: [DRAFT]) { origin { id } status } }',
    )
    expect(hub.statements).toBe(4)
    expect(locations[0].inboundShipments).toHaveLength(2)
    expect(locations[0].outboundShipments).toEqual([
      { origin: { id: 'DC' }, status: 'DRAFT' },
      { origin: { id: 'DC' }, status: 'DRAFT' },
    ])
    expect(locations[1].outboundShipments).toEqual([])

    const shipments = await hub.entities(
      [
        { __typename: 'Shipment', id: open },
        { __typename: 'Shipment', id: 'shp_none' },
      ],
      '... on Shipment { id kind }',
    )
    expect(shipments).toEqual([{ id: open, kind: 'PURCHASE' }, null])
  })

  test('shows a shipment that events have made up, with what was unexpected', async () => {
    const asFact = {
      id: 'shp_made_up',
      shipmentKind: 'TRANSFER',
      originId: 'DC',
      destinationId: 'MUC',
      supplier: null,
      expectedAt: null,
    } as const
    const lines = [{ sku: 'MUG', quantity: 6 }]
    const tell = (kind: 'dispatchShipment' | 'receiveShipment', source: string, id: string) =>
      hub.shop.submit(
        { kind, shipment: { reference: 'unheard-of' }, lines, asFact: { ...asFact, id } },
        { event: event(source) },
      )
    const closing = await hub.shop.submit(
      { kind: 'closeShipment', shipment: { reference: 'unheard-of' }, asFact: true },
      { event: event('/erp') },
    )
    expect(closing.status).toBe('parked')
    // Told at once: both are decided in one batch, the second on what the first has made.
    const results = await Promise.all([
      tell('receiveShipment', '/muc', 'shp_made_up'),
      tell('dispatchShipment', '/dc', 'shp_never'),
    ])
    expect(results.map((result) => result.status)).toEqual(['posted', 'posted'])
    expect((await tell('receiveShipment', '/erp', 'shp_never')).status).toBe('confirmed')

    const { shipment } = await hub.ask(ShipmentDocument, { id: 'shp_made_up' })
    expect(shipment).toMatchObject({
      status: 'RECEIVED',
      lines: [{ sku: 'MUG', quantity: 0, dispatched: 6, received: 6 }],
      exceptions: [{ kind: 'UNKNOWN_DOCUMENT', sku: 'MUG', quantity: 6 }],
    })
  })
})
