import { randomUUID } from 'node:crypto'
import { buildSchema, type GraphQLSchema, isEnumType } from 'graphql'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { EventRefusalCode } from '../../core/ledger/commands.ts'
import { PRECEDENCE } from '../../core/ledger/decide/input.ts'
import { isRetryable } from '../../core/ledger/refusals.ts'
import { readSupergraph, type SubgraphName } from '../../schema/index.ts'
import { DATABASE_KINDS } from '../support/database.ts'
import { openTestHub, type TestHub } from '../support/hub.ts'
import { partOf, readPage } from './page.ts'
import { codesIn } from './tables.ts'

const page = readPage('docs/errors.md')
const schema = buildSchema(readSupergraph(), { assumeValidSDL: true })

/** The rows of a table, each cell without its backticks. */
function rowsOf(name: string): string[][] {
  const [, , ...rows] = partOf(page, name).split('\n')
  return rows.map((row) =>
    row
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.replaceAll('`', '').trim()),
  )
}

describe('what docs/errors.md says', () => {
  test('of codes is what the schema and the hub say', () => {
    const inSchema = new Set(
      Object.keys(schema.getTypeMap())
        .filter((name) => name.endsWith('ErrorCode') && name !== 'EventErrorCode')
        .flatMap((name) => valuesOf(schema, name)),
    )
    expect(codesIn(partOf(page, 'codes')).sort()).toEqual([...inSchema].sort())
    for (const [code = '', retryable] of rowsOf('codes')) {
      expect([code, isCode(code) && isRetryable(code)]).toEqual([code, retryable === 'yes'])
    }
  })

  // Goal: the order of the table is the order in which they are told. What comes ahead of it is said beside the table.
  test('of their order is what the hub does', () => {
    expect(codesIn(partOf(page, 'codes'))).toEqual([...PRECEDENCE, 'IDEMPOTENCY_CONFLICT'])
  })

  test('of problems is what the schema says', () => {
    expect(codesIn(partOf(page, 'problems'))).toEqual(valuesOf(schema, 'InputProblem'))
  })
})

function isCode(name: string): name is EventRefusalCode {
  return /^[A-Z_]+$/.test(name)
}

function valuesOf(of: GraphQLSchema, name: string): string[] {
  const type = of.getType(name)
  if (!isEnumType(type)) throw new Error(`${name} is no enum of the schema.`)
  return type.getValues().map((value) => value.name)
}

const line = (quantity: number, more: object = {}) => ({ sku: 'MUG', quantity, ...more })

/** What the page calls each of them. */
const CARTS: Readonly<Record<string, object>> = {
  'no lines': { lines: [] },
  '101 lines': { lines: Array(101).fill(line(1)) },
  'a quantity of 0': { lines: [line(1), line(0)] },
  'a quantity of −1': { lines: [line(-1)] },
  'a quantity of 1.5': { lines: [line(1.5)] },
  'a quantity of 2^53': { lines: [line(2 ** 53)] },
  'a quantity of 2^53 − 1': { lines: [line(2 ** 53 - 1)] },
  'two quantities of one SKU that are too large together': { lines: [line(2 ** 43), line(2 ** 43)] },
  'a unit that the item does not have': { lines: [line(1, { unit: 'crate' })] },
  'a TTL of 0 seconds': { ttlSeconds: 0, lines: [line(1)] },
  'a TTL of 31 days': { ttlSeconds: 31 * 86_400, lines: [line(1)] },
  'a latitude of 91°': { near: { latitude: 91, longitude: 0 }, lines: [line(1)] },
  'the nearest, and no point': { sourcing: 'NEAREST', lines: [line(1)] },
  'an empty SKU': { lines: [line(1, { sku: '' })] },
  'a reference of 257 characters': { reference: 'x'.repeat(257), lines: [line(1)] },
  'a NUL in the reference': { reference: 'a\0b', lines: [line(1)] },
  'an unknown SKU': { lines: [line(1, { sku: 'nope' })] },
  'an unknown location': { lines: [line(1, { locationId: 'nope' })] },
  'a location that does not serve the channel': { lines: [line(1, { locationId: 'MUC' })] },
  'a channel that has no location': { channelId: 'bare', lines: [line(1)] },
  'an unknown channel': { channelId: 'nope', lines: [line(1)] },
  'a closed location': { channelId: 'two', lines: [line(1, { locationId: 'HAM' })] },
  'a channel whose locations are all closed': { channelId: 'shut', lines: [line(1)] },
  'more than there is': { lines: [line(11)] },
  'the same SKU twice, each covered, both together not': { lines: [line(6), line(6)] },
  'more than is due by the date of the line': { lines: [line(11, { by: '2098-06-01T00:00:00Z' })] },
  'a key that was used with other content': { idempotencyKey: 'used', lines: [line(2)] },
}

// Goal: each thing that can be wrong with a cart has its documented code, the same at every try. Method: the table of the page is sent, row by row.
describe.each(DATABASE_KINDS)('a cart on %s', (kind) => {
  let hub: TestHub
  beforeAll(async () => {
    hub = await openTestHub(kind)
    await hub.shop(['MUG'], ['BER'])
    await hub.submit({ kind: 'upsertLocations', locations: [{ id: 'MUC', name: 'Munich' }] })
    await hub.submit({ kind: 'upsertLocations', locations: [{ id: 'HAM', name: 'Hamburg', closed: true }] })
    const [ber, ham] = [{ locationId: 'BER' }, { locationId: 'HAM' }]
    await hub.submit({ kind: 'upsertChannel', id: 'two', name: 'Two', locations: [ber, ham] })
    await hub.submit({ kind: 'upsertChannel', id: 'shut', name: 'Shut', locations: [ham] })
    await hub.submit({ kind: 'upsertChannel', id: 'bare', name: 'Bare' })
    await hub.count('MUG', 'BER', 10)
    await hub.count('MUG', 'HAM', 10)
    await reserve({ idempotencyKey: 'used', lines: [line(1)] })
  })
  afterAll(() => hub[Symbol.asyncDispose]())

  const reserve = (input: object) =>
    hub.ask(
      'reservations',
      `mutation ($input: ReserveInput!) {
        reserve(input: $input) { reservation { id } userErrors { code problem retryable message } cursor }
      }`,
      { input: { idempotencyKey: randomUUID(), channelId: 'web', ...input } },
    )

  test('every row of the page is sent', () => {
    expect(rowsOf('carts').map(([what]) => what)).toEqual(Object.keys(CARTS))
  })

  test.each(rowsOf('carts'))('%s is refused with %s %s', async (what, code, problem) => {
    const before = await hub.position('MUG', 'BER')
    const first = await reserve(CARTS[what] ?? {})
    if (code.startsWith('top level ')) {
      expect(first.errors).toMatchObject([{ extensions: { code: code.slice(10), retryable: false } }])
    } else {
      const { reservation, userErrors, cursor } = first.data.reserve
      expect({ reservation, cursor }).toEqual({ reservation: null, cursor: null })
      for (const error of userErrors) {
        expect(error).toMatchObject({ code, problem: problem === '' ? null : problem })
        expect(error.retryable).toBe(isCode(code) && isRetryable(code))
      }
      expect(userErrors).not.toEqual([])
    }
    expect(await reserve(CARTS[what] ?? {})).toEqual(first)
    expect(await hub.position('MUG', 'BER')).toEqual(before)
  })
})

const STALE = { expectedVersion: 9 }
const CRATE = { quantity: 1, unit: 'crate' }

type Mistake = readonly [
  subgraph: SubgraphName,
  mutation: string,
  what: string,
  input: object,
  codes: readonly string[],
]

const CART_MISTAKES: readonly Mistake[] = (
  [
    ['a quantity of 0 of an unknown SKU', { lines: [line(0, { sku: 'nope' })] }, ['INVALID_INPUT', 'UNKNOWN_SKU']],
    [
      'a wrong unit, an unknown channel',
      { channelId: 'nope', lines: [line(1, { unit: 'crate' })] },
      ['INVALID_INPUT', 'UNKNOWN_CHANNEL'],
    ],
    [
      'an unknown location, a quantity of 0',
      { lines: [line(1, { locationId: 'nope' }), line(0)] },
      ['INVALID_INPUT', 'UNKNOWN_LOCATION'],
    ],
    [
      'an unknown location, an unknown SKU',
      { lines: [line(1, { locationId: 'nope' }), line(1, { sku: 'nope' })] },
      ['UNKNOWN_SKU', 'UNKNOWN_LOCATION'],
    ],
    [
      'an unknown channel, an unknown location',
      { channelId: 'nope', lines: [line(1, { locationId: 'nope' })] },
      ['UNKNOWN_LOCATION', 'UNKNOWN_CHANNEL'],
    ],
    [
      'a closed location, an unknown SKU',
      { lines: [line(1, { locationId: 'HAM' }), line(1, { sku: 'nope' })] },
      ['UNKNOWN_SKU', 'LOCATION_CLOSED'],
    ],
    [
      'too many for a date, too many now',
      { lines: [line(99, { by: '2098-06-01T00:00:00Z' }), line(99)] },
      ['INSUFFICIENT_STOCK', 'INSUFFICIENT_SUPPLY'],
    ],
    ['a TTL of 0, an unknown SKU', { ttlSeconds: 0, lines: [line(1, { sku: 'nope' })] }, ['INVALID_INPUT']],
    ['a used key, a quantity of 0', { idempotencyKey: 'used', lines: [line(0)] }, ['IDEMPOTENCY_CONFLICT']],
    ['a used key, a NUL', { idempotencyKey: 'used', reference: 'a\0b', lines: [line(1)] }, ['INVALID_INPUT']],
  ] as const
).map(([what, input, codes]) => ['reservations', 'reserve', what, { channelId: 'two', ...input }, codes])

/** Of a step that names lines of a document: there is one of 3 units, at version 1, its first line is "/1". */
const stepMistakes = (subgraph: SubgraphName, mutation: string, none: string, more: object = {}): readonly Mistake[] =>
  (
    [
      [
        'a quantity of 0, no such document',
        { id: none, lines: [{ lineId: `${none}/1`, quantity: 0 }] },
        ['INVALID_INPUT'],
      ],
      ['no lines, no such document', { id: none, lines: [] }, ['INVALID_INPUT']],
      ['a quantity of 0, another version', { ...STALE, lines: [{ lineId: '/1', quantity: 0 }] }, ['INVALID_INPUT']],
      [
        'a quantity of 0, an unknown line',
        { lines: [{ lineId: '/7' }, { lineId: '/1', quantity: 0 }] },
        ['INVALID_INPUT'],
      ],
      ['another version, an unknown line', { ...STALE, lines: [{ lineId: '/7' }] }, ['NOT_FOUND', 'VERSION_CONFLICT']],
      [
        'an unknown line, a line past the step',
        { lines: [{ lineId: '/2' }, { lineId: '/7' }] },
        // A step of a return looks at its lines' states one after the other, and at none before all are found.
        subgraph === 'returns' ? ['NOT_FOUND'] : ['NOT_FOUND', 'WRONG_STATE'],
      ],
      ['another version, a line past the step', { ...STALE, lines: [{ lineId: '/2' }] }, ['VERSION_CONFLICT']],
    ] as const
  ).map(([what, input, codes]) => [subgraph, mutation, what, { ...more, ...input }, codes])

const moveMistakes: readonly Mistake[] = (
  [
    ['a quantity of 0, a closed location', { locationId: 'HAM', quantity: 0 }, ['INVALID_INPUT']],
    ['a quantity of 0, an unknown location', { locationId: 'nope', quantity: 0 }, ['INVALID_INPUT']],
    ['no such reservation, an unknown location', { lineId: 'rsv_none/1', locationId: 'nope' }, ['UNKNOWN_LOCATION']],
    ['an unknown line, a location that does not serve', { lineId: '/7', locationId: 'MUC' }, ['UNKNOWN_LOCATION']],
    ['another version, a location that does not serve', { ...STALE, locationId: 'MUC' }, ['UNKNOWN_LOCATION']],
    ['another version, an unknown line', { ...STALE, lineId: '/7', locationId: 'HAM' }, ['NOT_FOUND']],
    ['an unknown line, a closed location', { lineId: '/7', locationId: 'HAM' }, ['NOT_FOUND']],
    ['a closed location, another version', { ...STALE, locationId: 'HAM' }, ['VERSION_CONFLICT']],
    ['too many, a closed location', { locationId: 'HAM', quantity: 99 }, ['LOCATION_CLOSED']],
    ['too many, and where it stands', { locationId: 'BER', quantity: 99 }, ['WRONG_STATE']],
  ] as const
).map(([what, input, codes]) => ['reservations', 'moveReservationLine', what, { lineId: '/1', ...input }, codes])

const MISTAKES: readonly Mistake[] = [
  ...CART_MISTAKES,
  [
    'reservations',
    'extendReservation',
    'a TTL of 0, no such reservation',
    { id: 'rsv_none', ttlSeconds: 0 },
    ['INVALID_INPUT'],
  ],
  [
    'reservations',
    'extendReservation',
    'a TTL of 0, one that is released',
    { id: 'rsv_released', ttlSeconds: 0 },
    ['INVALID_INPUT'],
  ],
  [
    'reservations',
    'extendReservation',
    'another version, one that is released',
    { id: 'rsv_released', ...STALE },
    ['VERSION_CONFLICT'],
  ],
  ...stepMistakes('reservations', 'confirmReservation', 'rsv_none'),
  ...stepMistakes('reservations', 'releaseReservation', 'rsv_none'),
  ...stepMistakes('reservations', 'fulfillReservation', 'rsv_none'),
  ...moveMistakes,
  ...stepMistakes('transit', 'dispatchShipment', 'shp_none'),
  ...stepMistakes('transit', 'receiveShipment', 'shp_none'),
  [
    'transit',
    'receiveShipment',
    'another version, a wrong unit',
    { ...STALE, lines: [{ lineId: '/1', ...CRATE }] },
    ['INVALID_INPUT', 'VERSION_CONFLICT'],
  ],
  [
    'transit',
    'createShipment',
    'an unknown SKU twice',
    { kind: 'PURCHASE', destinationId: 'nope', lines: [line(1, { sku: 'nope' }), line(0, { sku: 'nope' })] },
    ['INVALID_INPUT', 'UNKNOWN_SKU', 'UNKNOWN_LOCATION'],
  ],
  ...stepMistakes('returns', 'receiveReturn', 'ret_none', { locationId: 'BER' }),
  ...stepMistakes('returns', 'inspectReturn', 'ret_none'),
  [
    'returns',
    'receiveReturn',
    'no such return, an unknown location',
    { id: 'ret_none', locationId: 'nope' },
    ['UNKNOWN_LOCATION', 'NOT_FOUND'],
  ],
  [
    'returns',
    'authorizeReturn',
    'a quantity of 0 of an unknown SKU',
    { channelId: 'nope', lines: [line(0, { sku: 'nope' })] },
    ['INVALID_INPUT', 'UNKNOWN_SKU', 'UNKNOWN_CHANNEL'],
  ],
]

/** All steps that may name lines. */
const STEPS: readonly (readonly [subgraph: SubgraphName, mutation: string, more: object])[] = [
  ['reservations', 'confirmReservation', {}],
  ['reservations', 'releaseReservation', {}],
  ['reservations', 'fulfillReservation', {}],
  ['transit', 'dispatchShipment', {}],
  ['transit', 'receiveShipment', {}],
  ['returns', 'receiveReturn', { locationId: 'BER' }],
  ['returns', 'inspectReturn', {}],
  ['returns', 'approveRestock', {}],
  ['returns', 'restockReturn', {}],
  ['returns', 'dispositionReturn', { disposition: 'DISPOSE' }],
]

// Goal: what breaks two rules is told in the order of the page, whichever of them stands first in the input. Method: two mistakes at once.
describe.each(DATABASE_KINDS)('two mistakes at once on %s', (kind) => {
  let hub: TestHub
  const ids: Partial<Record<SubgraphName, string>> = {}
  beforeAll(async () => {
    hub = await openTestHub(kind)
    await hub.shop(['MUG', 'CUP'], ['BER', 'MUC'])
    await hub.submit({ kind: 'upsertLocations', locations: [{ id: 'HAM', name: 'Hamburg', closed: true }] })
    const locations = [{ locationId: 'BER' }, { locationId: 'HAM' }]
    await hub.submit({ kind: 'upsertChannel', id: 'two', name: 'Two', locations })
    for (const sku of ['MUG', 'CUP']) await hub.count(sku, 'BER', 50)
    const lines = [line(3), line(3, { sku: 'CUP' })]
    await hub.mutate('reservations', 'reserve', '__typename', { idempotencyKey: 'used', channelId: 'two', lines })

    // The second line of each is past the next step, or not there yet.
    const { reservation } = await hub.mutate('reservations', 'reserve', 'reservation { id }', {
      channelId: 'two',
      lines,
    })
    ids.reservations = reservation.id
    await hub.submit({ kind: 'releaseReservation', reservation, lines: [{ line: 2 }] })
    await hub.reserve([line(1)], { id: 'rsv_released', channelId: 'two' })
    await hub.submit({ kind: 'releaseReservation', reservation: { id: 'rsv_released' } })
    const purchase = { kind: 'PURCHASE', destinationId: 'BER', lines }
    const { shipment } = await hub.mutate('transit', 'createShipment', 'shipment { id }', purchase)
    ids.transit = shipment.id
    await hub.submit({ kind: 'receiveShipment', shipment, lines: [{ line: 2, quantity: 3 }] })
    const { return: returned } = await hub.mutate('returns', 'authorizeReturn', 'return { id }', { lines })
    ids.returns = returned.id
    await hub.submit({
      kind: 'dispositionReturn',
      return: returned,
      disposition: 'CANCEL',
      lines: [{ line: 2 }],
      reason: null,
    })
  })
  afterAll(() => hub[Symbol.asyncDispose]())

  // Goal: who names a line twice is told so, and is not answered by which of the two comes first.
  test.each(STEPS)('%s: %s of a line that is named twice', async (subgraph, mutation, more) => {
    const [all, one] = [{ lineId: '/1' }, { lineId: '/1', quantity: 1 }]
    for (const lines of [
      [all, one],
      [one, all],
      [one, one],
    ]) {
      const input = { id: ids[subgraph], ...more, ...placed(subgraph, { lines: [{ lineId: '/2' }, ...lines] }) }
      const { userErrors } = await hub.mutate(subgraph, mutation, 'userErrors { problem }', input)
      const field = ['input', 'lines', '2', 'lineId']
      expect(userErrors).toMatchObject([{ code: 'INVALID_INPUT', problem: 'LISTED_TWICE', field }])
    }
  })

  /** Ids of the document's lines are known only now. */
  const placed = (subgraph: SubgraphName, input: object) =>
    JSON.parse(JSON.stringify(input), (name, value) =>
      name === 'lineId' && value.startsWith('/') ? `${ids[subgraph]}${value}` : value,
    )

  test.each(MISTAKES)('%s: %s with %s', async (subgraph, mutation, _what, input, codes) => {
    const named =
      mutation === 'moveReservationLine' || /^(reserve|create|authorize)/.test(mutation) ? {} : { id: ids[subgraph] }
    const { userErrors } = await hub.mutate(subgraph, mutation, 'userErrors { retryable }', {
      ...named,
      ...placed(subgraph, input),
    })
    expect([...new Set(userErrors.map(({ code }: { code: string }) => code))]).toEqual(codes)
    for (const { code, retryable } of userErrors) expect([code, retryable]).toEqual([code, isRetryable(code)])
  })
})
