import { randomUUID } from 'node:crypto'
import { buildSchema, type GraphQLSchema, isEnumType } from 'graphql'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { EventRefusalCode } from '../../core/ledger/commands.ts'
import { isRetryable } from '../../core/ledger/refusals.ts'
import { readSupergraph } from '../../schema/index.ts'
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
