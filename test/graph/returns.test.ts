import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Viewer } from '../../core/access/viewer.ts'
import { audit } from '../../core/ledger/audit.ts'
import { build } from '../../subgraphs/returns/server.ts'
import {
  ApproveRestockDocument,
  AuthorizeReturnDocument,
  type AuthorizeReturnInput,
  DispositionReturnDocument,
  InspectReturnDocument,
  ReceiveReturnDocument,
  RestockReturnDocument,
  ReturnDocument,
  type ReturnFilter,
  type ReturnStatus,
  ReturnsDocument,
  type ReturnsQuery,
  type ReturnsQueryVariables,
} from '../generated/operations.ts'
import { DATABASE_KINDS } from '../support/database.ts'
import { event, made } from '../support/ledger.ts'
import { TestSubgraph } from '../support/subgraph.ts'

const WEB: Viewer = { kind: 'operator', client: 'web', channels: ['web'], scopes: [] }
const MARKET: Viewer = { kind: 'operator', client: 'market', channels: ['market'], scopes: [] }

describe.each(DATABASE_KINDS)('the subgraph returns on %s', (kind) => {
  let hub: TestSubgraph
  let keys = 0
  const key = () => ({ idempotencyKey: `key-${++keys}` })

  beforeAll(async () => {
    hub = await TestSubgraph.open(kind, build)
    await hub.shop.shop(['MUG', 'CUP', 'JAR'], ['BER', 'MUC'])
    await hub.shop.submit({ kind: 'upsertChannel', id: 'market', name: 'Market', locations: [{ locationId: 'BER' }] })
  })

  afterAll(async () => {
    const { differences } = await audit({ db: hub.shop.db })
    expect(differences).toEqual([])
    await hub[Symbol.asyncDispose]()
  })

  async function authorized(more: Partial<AuthorizeReturnInput> = {}, viewer?: Viewer): Promise<string> {
    const input: AuthorizeReturnInput = {
      ...key(),
      channelId: 'web',
      locationId: 'BER',
      lines: [{ sku: 'MUG', quantity: 3, reason: 'too blue' }],
      ...more,
    }
    const { authorizeReturn } = await hub.ask(AuthorizeReturnDocument, { input }, viewer)
    expect(authorizeReturn?.userErrors).toEqual([])
    return authorizeReturn?.return?.id ?? ''
  }

  test('takes a return through its whole life', async () => {
    const id = await authorized({ reference: 'R-1' })
    const step = () => ({ ...key(), id })
    const lineId = `${id}/1`
    const underWay = await hub.ask(DispositionReturnDocument, { input: { ...step(), disposition: 'IN_TRANSIT' } })
    expect(underWay.dispositionReturn?.return).toMatchObject({
      status: 'IN_TRANSIT',
      lines: [{ id: lineId, inTransit: 3, reason: 'too blue', locationId: null }],
    })
    const received = await hub.ask(ReceiveReturnDocument, { input: step() })
    expect(received.receiveReturn?.return).toMatchObject({
      status: 'RECEIVED',
      lines: [{ received: 3, locationId: 'BER' }],
    })
    expect(await hub.shop.position('MUG', 'BER')).toMatchObject({ qualityHold: 3, sellable: 0 })

    const lines = [
      { lineId, quantity: 1, outcome: 'QUARANTINED' as const },
      { lineId, quantity: 2 },
    ]
    const inspected = await hub.ask(InspectReturnDocument, { input: { ...step(), lines } })
    expect(inspected.inspectReturn?.return).toMatchObject({
      status: 'QUARANTINED',
      lines: [{ quarantined: 1, inspected: 2 }],
    })
    await hub.ask(ApproveRestockDocument, { input: { ...step(), lines: [{ lineId, quantity: 1 }] } })
    const restocked = await hub.ask(RestockReturnDocument, { input: step() })
    expect(restocked.restockReturn?.return).toMatchObject({ lines: [{ restocked: 1, inspected: 1, quarantined: 1 }] })
    expect(await hub.shop.position('MUG', 'BER')).toMatchObject({ qualityHold: 2, sellable: 1 })

    await hub.ask(DispositionReturnDocument, { input: { ...step(), disposition: 'RELEASE_FROM_QUARANTINE' } })
    const vendor = { ...step(), disposition: 'RETURN_TO_VENDOR' as const, lines: [{ lineId, quantity: 1 }] }
    await hub.ask(DispositionReturnDocument, { input: vendor })
    const disposed = await hub.ask(DispositionReturnDocument, {
      input: { ...step(), disposition: 'DISPOSE', reason: 'broken' },
    })
    expect(disposed.dispositionReturn).toMatchObject({
      userErrors: [],
      return: { status: 'RESTOCKED', lines: [{ quantity: 3, restocked: 1, returnedToVendor: 1, disposed: 1 }] },
    })
    expect(await hub.shop.position('MUG', 'BER')).toMatchObject({ qualityHold: 0, sellable: 1 })

    const read = await hub.ask(ReturnDocument, { id, atLeast: disposed.dispositionReturn?.cursor ?? null })
    expect(read.return).toMatchObject({ id, status: 'RESTOCKED', reference: 'R-1', channelId: 'web', exceptions: [] })
  })

  test('changes only what was read, for those who say what they have read', async () => {
    const id = await authorized()
    const input = () => ({ ...key(), id, expectedVersion: 1 })
    const { receiveReturn } = await hub.ask(ReceiveReturnDocument, { input: input() })
    expect(receiveReturn).toMatchObject({ userErrors: [], return: { version: 2 } })
    const answers: Record<string, unknown> = {
      ...(await hub.ask(ReceiveReturnDocument, { input: input() })),
      ...(await hub.ask(InspectReturnDocument, { input: input() })),
      ...(await hub.ask(ApproveRestockDocument, { input: input() })),
      ...(await hub.ask(RestockReturnDocument, { input: input() })),
      ...(await hub.ask(DispositionReturnDocument, { input: { ...input(), disposition: 'DISPOSE' } })),
    }
    expect(Object.keys(answers)).toHaveLength(5)
    for (const answer of Object.values(answers)) {
      expect(answer).toMatchObject({
        return: null,
        userErrors: [{ code: 'VERSION_CONFLICT', field: ['input', 'expectedVersion'] }],
      })
    }
    const inspected = await hub.ask(InspectReturnDocument, { input: { ...input(), expectedVersion: 2 } })
    expect(inspected.inspectReturn).toMatchObject({ userErrors: [], return: { version: 3 } })
  })

  test('receives more than was authorized, at another location than expected', async () => {
    const id = await authorized({ lines: [{ sku: 'CUP', quantity: 1, unit: 'case' }] })
    await hub.ask(ReceiveReturnDocument, { input: { ...key(), id, lines: [{ lineId: `${id}/1`, quantity: 5 }] } })
    const rest = { ...key(), id, locationId: 'MUC', lines: [{ lineId: `${id}/1`, quantity: 8 }] }
    const { receiveReturn } = await hub.ask(ReceiveReturnDocument, { input: rest })
    expect(receiveReturn?.return?.lines).toMatchObject([
      { locationId: 'BER', quantity: 5, received: 5 },
      { locationId: 'MUC', quantity: 7, received: 7 },
      { locationId: 'MUC', quantity: 1, received: 1 },
    ])
    const read = await hub.ask(ReturnDocument, { id })
    expect(read.return?.exceptions).toMatchObject([{ kind: 'OVER_RECEIPT', sku: 'CUP', quantity: 1 }])
    // A line that was split off is found again by its own id.
    const { inspectReturn } = await hub.ask(InspectReturnDocument, {
      input: { ...key(), id, lines: [{ lineId: `${id}/2` }] },
    })
    expect(inspectReturn?.return?.lines).toMatchObject([{ received: 5 }, { inspected: 7 }, { received: 1 }])
  })

  test('says which value of the input is refused, and by which rule', async () => {
    const refused = async (more: Partial<AuthorizeReturnInput>, viewer?: Viewer) => {
      const input = { ...key(), channelId: 'web', lines: [{ sku: 'MUG', quantity: 1 }], ...more }
      const { authorizeReturn } = await hub.ask(AuthorizeReturnDocument, { input }, viewer)
      expect(authorizeReturn?.return).toBeNull()
      return authorizeReturn?.userErrors.map(({ code, field }) => [code, field?.join('.')])
    }
    expect(await refused({ lines: [] })).toEqual([['INVALID_INPUT', 'input.lines']])
    expect(await refused({ lines: [{ sku: 'MUG', quantity: -1 }] })).toEqual([
      ['INVALID_INPUT', 'input.lines.0.quantity'],
    ])
    expect(await refused({ lines: [{ sku: 'NO', quantity: 1 }] })).toEqual([['UNKNOWN_SKU', 'input.lines.0.sku']])
    expect(await refused({ locationId: 'NO' })).toEqual([['UNKNOWN_LOCATION', 'input.locationId']])
    expect(await refused({ channelId: 'NO' })).toEqual([['UNKNOWN_CHANNEL', 'input.channelId']])
    expect(await refused({}, MARKET)).toEqual([['UNKNOWN_CHANNEL', 'input.channelId']])
    expect(await refused({ reservationId: 'rsv_none' })).toEqual([['NOT_FOUND', 'input.reservationId']])

    const id = await authorized({ locationId: null })
    const nowhere = await hub.ask(ReceiveReturnDocument, { input: { ...key(), id } })
    expect(nowhere.receiveReturn?.userErrors).toMatchObject([{ code: 'INVALID_INPUT', field: ['input', 'locationId'] }])
    const restocked = await hub.ask(RestockReturnDocument, { input: { ...key(), id } })
    expect(restocked.restockReturn).toMatchObject({
      return: null,
      cursor: null,
      userErrors: [{ code: 'WRONG_STATE', field: ['input', 'id'] }],
    })
    const tooMany = await hub.ask(ApproveRestockDocument, {
      input: { ...key(), id, lines: [{ lineId: `${id}/1`, quantity: 1 }] },
    })
    expect(tooMany.approveRestock?.userErrors).toMatchObject([
      { code: 'WRONG_STATE', field: ['input', 'lines', '0', 'quantity'] },
    ])
    const noLine = await hub.ask(InspectReturnDocument, { input: { ...key(), id, lines: [{ lineId: `${id}/9` }] } })
    expect(noLine.inspectReturn?.userErrors).toMatchObject([
      { code: 'NOT_FOUND', field: ['input', 'lines', '0', 'lineId'] },
    ])
  })

  test('shows each viewer the returns of its channels only, by every path', async () => {
    const web = await authorized({ reference: 'rows' })
    const market = await authorized({ reference: 'rows', channelId: 'market' })
    const none = await authorized({ reference: 'rows', channelId: null })
    const all = [web, market, none]
    const listed = async (viewer?: Viewer) => {
      const { returns } = await hub.ask(
        ReturnsDocument,
        { filter: { references: ['rows'] }, orderBy: 'RECORDED_AT_ASC' },
        viewer,
      )
      return returns?.edges.map(({ node }) => node.id)
    }
    expect([await listed(), await listed(WEB), await listed(MARKET)]).toEqual([all, [web], [market]])

    const found = async (viewer: Viewer) =>
      (await Promise.all(all.map((id) => hub.ask(ReturnDocument, { id }, viewer)))).map(
        (answer) => answer.return?.id ?? null,
      )
    expect(await found(MARKET)).toEqual([null, market, null])
    const resolved = await hub.entities(
      all.map((id) => ({ __typename: 'Return', id })),
      '... on Return { id }',
      WEB,
    )
    expect(resolved).toEqual([{ id: web }, null, null])
    const [item] = await hub.entities(
      [{ __typename: 'InventoryItem', sku: 'MUG' }],
      '... on InventoryItem { returns { channelId } }',
      MARKET,
    )
    expect(new Set(item.returns.map(({ channelId }: { channelId: string }) => channelId))).toEqual(new Set(['market']))

    const touched = await hub.ask(ReceiveReturnDocument, { input: { ...key(), id: web } }, MARKET)
    expect(touched.receiveReturn?.userErrors).toMatchObject([{ code: 'NOT_FOUND', field: ['input', 'id'] }])
  })

  test('lists returns in pages, each state by its own rule', async () => {
    const page = { reference: 'page' }
    const ids: Partial<Record<ReturnStatus, string>> = {
      AUTHORIZED: await authorized({ ...page, locationId: 'MUC', lines: [{ sku: 'JAR', quantity: 1 }] }),
    }
    const take = async (
      status: ReturnStatus,
      ...steps: ((input: { idempotencyKey: string; id: string }) => Promise<unknown>)[]
    ) => {
      const id = await authorized(page)
      for (const step of steps) await step({ ...key(), id })
      ids[status] = id
    }
    type Input = { idempotencyKey: string; id: string }
    const receive = (input: Input) => hub.ask(ReceiveReturnDocument, { input })
    const inspect = (input: Input) => hub.ask(InspectReturnDocument, { input })
    const approve = (input: Input) => hub.ask(ApproveRestockDocument, { input })
    const restock = (input: Input) => hub.ask(RestockReturnDocument, { input })
    const go =
      (disposition: 'IN_TRANSIT' | 'QUARANTINE' | 'DISPOSE' | 'RETURN_TO_VENDOR' | 'MISSING' | 'CANCEL') =>
      (input: Input) =>
        hub.ask(DispositionReturnDocument, { input: { ...input, disposition } })
    await take('IN_TRANSIT', go('IN_TRANSIT'))
    await take('RECEIVED', receive)
    await take('QUARANTINED', receive, go('QUARANTINE'))
    await take('INSPECTED', receive, inspect)
    await take('RESTOCK_APPROVED', receive, inspect, approve)
    await take('RESTOCKED', receive, inspect, approve, restock)
    await take('RETURNED_TO_VENDOR', receive, go('RETURN_TO_VENDOR'))
    await take('DISPOSED', receive, go('DISPOSE'))
    await take('MISSING', go('MISSING'))
    await take('CANCELED', go('CANCEL'))

    for (const [status, id] of Object.entries(ids)) {
      const filter = { references: ['page'], statuses: [status] } as ReturnFilter
      const { returns } = await hub.ask(ReturnsDocument, { filter })
      expect(returns?.edges.map(({ node }) => [node.id, node.status])).toEqual([[id, status]])
    }

    const seen: string[] = []
    let after: string | null = null
    do {
      const variables: ReturnsQueryVariables = { first: 4, after, filter: { references: ['page'] } }
      const { returns }: ReturnsQuery = await hub.ask(ReturnsDocument, variables)
      seen.push(...(returns?.edges.map(({ node }) => node.id) ?? []))
      after = returns?.pageInfo.hasNextPage ? (returns.pageInfo.endCursor ?? null) : null
      expect(hub.statements).toBe(2)
    } while (after !== null)
    expect(seen).toEqual(Object.values(ids).reverse())

    const found = async (filter: ReturnFilter) => {
      const { returns } = await hub.ask(ReturnsDocument, { filter: { references: ['page'], ...filter } })
      return returns?.edges.length
    }
    expect(await found({ skus: ['JAR'] })).toBe(1)
    expect(await found({ locationIds: ['MUC'] })).toBe(1)
    expect(await found({ channelIds: ['market'] })).toBe(0)
    expect(await found({ reservationIds: ['rsv_none'] })).toBe(0)
    expect(await found({ recordedFrom: '2020-01-01T00:00:00Z' })).toBe(11)
    expect((await hub.answer(ReturnsDocument, { after: 'nonsense' })).errors).toMatchObject([
      { extensions: { code: 'BAD_USER_INPUT' } },
    ])
  })

  test('is found from items and reservations, with no statement for each row', async () => {
    await hub.shop.count('JAR', 'BER', 10)
    const reservations = await Promise.all(
      Array.from({ length: 3 }, () => hub.shop.reserve([{ sku: 'JAR', locationId: 'BER', quantity: 1 }])),
    )
    const reservationIds = reservations.map(made)
    const returns: string[] = []
    for (const reservationId of reservationIds) {
      returns.push(await authorized({ channelId: null, reservationId, lines: [{ sku: 'JAR', quantity: 1 }] }))
    }
    const found = await hub.entities(
      reservationIds.map((id) => ({ __typename: 'Reservation', id })),
      '... on Reservation { id returns { id channelId channel { id } reservation { id } exceptions { kind } lines { item { sku } location { id } stockLevel { sku } } } }',
    )
    expect(found.map((it: { returns: { id: string }[] }) => it.returns.map(({ id }) => id))).toEqual(
      returns.map((id) => [id]),
    )
    expect(found[0].returns[0]).toMatchObject({
      channelId: 'web',
      channel: { id: 'web' },
      reservation: { id: reservationIds[0] },
      lines: [{ item: { sku: 'JAR' }, location: null, stockLevel: null }],
    })
    expect(hub.statements).toBe(3)

    const items = await hub.entities(
      ['MUG', 'CUP', 'JAR', 'NO'].map((sku) => ({ __typename: 'InventoryItem', sku })),
      '... on InventoryItem { returns(first: 2, statuses: [AUTHORIZED]) { status lines { sku } } }',
    )
    expect(hub.statements).toBe(2)
    expect(items[2].returns).toHaveLength(2)
    expect(items[3].returns).toEqual([])
  })

  test('shows what events have told, whatever came first', async () => {
    const name = { reference: 'R-9' }
    const lines = [{ sku: 'CUP', quantity: 2 }]
    const tell = (command: Parameters<typeof hub.shop.submit>[0]) => hub.shop.submit(command, { event: event('/wms') })
    expect((await tell({ kind: 'inspectReturn', return: name, outcome: 'PASSED', lines, asFact: true })).status).toBe(
      'parked',
    )
    const asFact = { id: 'ret_made_up', channelId: 'web' }
    // Told at once: all are decided in one batch, the later ones on what the first has made.
    const results = await Promise.all([
      tell({ kind: 'receiveReturn', return: name, locationId: 'MUC', lines, asFact }),
      tell({ kind: 'inspectReturn', return: name, outcome: 'PASSED', lines, asFact: true }),
      tell({ kind: 'restockReturn', return: name, lines: [{ sku: 'CUP', quantity: 1 }], asFact: true }),
    ])
    expect(results.map((result) => result.status)).toEqual(['posted', 'posted', 'posted'])
    const read = await hub.ask(ReturnDocument, { id: 'ret_made_up' }, WEB)
    expect(read.return).toMatchObject({
      status: 'INSPECTED',
      locationId: 'MUC',
      lines: [{ sku: 'CUP', quantity: 2, inspected: 1, restocked: 1 }],
      exceptions: [{ kind: 'UNKNOWN_DOCUMENT', quantity: 2 }],
    })
  })
})
