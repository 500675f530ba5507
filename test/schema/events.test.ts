import { readdirSync } from 'node:fs'
import { Ajv, type ValidateFunction } from 'ajv'
import formats from 'ajv-formats'
import { describe, expect, test } from 'vitest'
import { EVENT_ENVELOPE, EVENT_TYPES, type EventType, readEventSchema } from '../../schema/events/index.ts'

const ajv = new Ajv({ strict: true, strictRequired: false, allErrors: true })
formats.default(ajv)
ajv.addSchema(readEventSchema(EVENT_ENVELOPE))

const validators = new Map<EventType, ValidateFunction>(
  EVENT_TYPES.map((type) => [type, ajv.compile(readEventSchema(type))]),
)

/** What a validator says about an event: paths and messages, empty when it is valid. */
function problems(type: EventType, event: unknown): string[] {
  const validate = validators.get(type)
  if (validate === undefined) throw new Error(`no schema of ${type}`)
  return validate(event) ? [] : (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`)
}

function event(type: EventType, data: unknown, attributes: object = {}): object {
  return { specversion: '1.0', id: '1', source: '/test', type, data, ...attributes }
}

const sale = (data: object) => event('onhand.sale.recorded.v1', { sku: 'MUG', locationId: 'BER', quantity: 1, ...data })

describe('published schemas of events', () => {
  test('there is exactly one file for each type, and the envelope', () => {
    const files = readdirSync(new URL('../../schema/events/', import.meta.url)).filter((file) => file.endsWith('.json'))

    expect(files.toSorted()).toEqual([...EVENT_TYPES, EVENT_ENVELOPE].map((name) => `${name}.json`).toSorted())
  })

  test.each([...EVENT_TYPES, EVENT_ENVELOPE] as const)('%s is titled, described and named by its $id', (name) => {
    const schema = readEventSchema(name)

    expect(schema.$id).toBe(`https://onhand.dev/events/schemas/${name}`)
    expect(schema.title).not.toBe('')
    expect(schema.description).not.toBe('')
  })

  test.each(EVENT_TYPES)('every example of %s is valid', (type) => {
    const { examples } = readEventSchema(type)

    expect(examples.length).toBeGreaterThan(0)
    for (const example of examples) expect(problems(type, example)).toEqual([])
  })

  test.each(EVENT_TYPES)('a misspelt field of %s is refused, because it would change the meaning silently', (type) => {
    const [example] = readEventSchema(type).examples
    if (typeof example !== 'object' || example === null || !('data' in example)) throw new Error('no example')
    const data = typeof example.data === 'object' ? example.data : {}

    expect(problems(type, { ...example, data: { ...data, quantiy: 1 } })).toContain(
      '/data must NOT have additional properties',
    )
  })

  test.each(EVENT_TYPES)('an event of another type is not taken for %s', (type) => {
    const [example] = readEventSchema(type).examples

    expect(problems(type, { ...Object(example), type: 'onhand.other.v1' })).toContain('/type must be equal to constant')
  })
})

describe('the envelope', () => {
  const type = 'onhand.sale.recorded.v1'

  test.each(['specversion', 'id', 'source', 'data'])('needs %s', (attribute) => {
    const { [attribute]: _, ...rest } = Object(sale({}))

    expect(problems(type, rest)).toContain(` must have required property '${attribute}'`)
  })

  test('keeps extension attributes, whose names are lower-case letters and digits', () => {
    expect(problems(type, { ...sale({}), traceparent: '00-ab', sequence: 7, sampled: true })).toEqual([])
    expect(problems(type, { ...sale({}), Time: '2026-11-23T06:04:00Z' })).not.toEqual([])
    expect(problems(type, { ...sale({}), data_base64: 'AA==' })).not.toEqual([])
  })

  test.each([
    ['2026-11-23T06:04:00Z', true],
    ['2026-11-23T06:04:00.123456789+01:00', true],
    ['2026-11-23T06:04:00', false],
    ['2026-11-23', false],
    ['2026-02-30T06:04:00Z', false],
    ['2016-12-31T23:59:60Z', false],
    ['yesterday', false],
    [1763877840, false],
  ])('time %s is valid: %s', (time, valid) => {
    expect(problems(type, { ...sale({}), time }).length === 0).toBe(valid)
  })
})

describe('values', () => {
  const type = 'onhand.sale.recorded.v1'

  test.each([
    [1, true],
    [9007199254740991, true],
    [2.5, true],
    ['2.5', true],
    ['0.000000001', true],
    [0, false],
    ['0', false],
    ['0.00', false],
    [-1, false],
    ['-1', false],
    ['1e3', false],
    ['2.', false],
    ['0.0000000001', false],
    ['1,5', false],
    [9007199254740992, false],
    [true, false],
    [null, false],
  ])('a quantity of %j is valid: %s', (quantity, valid) => {
    expect(problems(type, sale({ quantity })).length === 0).toBe(valid)
  })

  test.each([
    [0, true],
    ['0', true],
    [-1, false],
  ])('a counted quantity of %j is valid: %s', (quantity, valid) => {
    const count = event('onhand.stock.counted.v1', { sku: 'MUG', locationId: 'BER', quantity })

    expect(problems('onhand.stock.counted.v1', count).length === 0).toBe(valid)
  })

  test.each([
    [-1, true],
    ['-0.5', true],
    [3, true],
    [0, false],
    ['-0', false],
    ['+1', false],
  ])('a delta of %j is valid: %s', (delta, valid) => {
    const adjustment = event('onhand.stock.adjusted.v1', { sku: 'MUG', locationId: 'BER', delta, reason: 'test' })

    expect(problems('onhand.stock.adjusted.v1', adjustment).length === 0).toBe(valid)
  })

  test.each([
    ['a', true],
    ['🙂', true],
    ['x'.repeat(256), true],
    ['', false],
    ['x'.repeat(257), false],
    ['a\u0000b', false],
    ['a\ud800b', false],
    [5, false],
  ])('a text of %j is valid: %s', (reference, valid) => {
    expect(problems(type, sale({ reference })).length === 0).toBe(valid)
  })

  test('a document is named by its id or its reference, one of them at least', () => {
    const received = (data: object) =>
      problems('onhand.shipment.received.v1', event('onhand.shipment.received.v1', data))

    expect(received({ shipmentId: '1' })).toEqual([])
    expect(received({ reference: 'PO-1', destinationId: 'BER', lines: [{ sku: 'MUG', quantity: 1 }] })).toEqual([])
    expect(received({ destinationId: 'BER', lines: [{ sku: 'MUG', quantity: 1 }] })).not.toEqual([])
    expect(received({ reference: 'PO-1', lines: [] })).not.toEqual([])
    expect(received({ reference: 'PO-1', lines: [{ sku: 'MUG' }] })).not.toEqual([])
  })
})
