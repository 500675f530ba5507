import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createParser } from '../../core/ingest/parse.ts'
import { readable } from '../../core/ingest/unreadable.ts'
import { compileValidator } from '../../core/ingest/validate.ts'
import { EVENT_TYPES, readEventSchema } from '../../schema/events/index.ts'
import { cloudEvent, INGEST_CONFIG, sale } from './ingest-hub.ts'

const NOW = new Date('2026-11-23T12:00:00Z')
const parser = createParser(compileValidator(), INGEST_CONFIG)
const parse = (event: unknown) => parser.parse(event, 'till', NOW)

/** Code and message of a refusal. */
function refusal(event: unknown) {
  const parsed = parse(event)
  return parsed.valid ? undefined : `${parsed.code} ${parsed.message}`
}

test.each(EVENT_TYPES)('the examples of %s are valid', (type) => {
  expect(readEventSchema(type).examples.map(refusal)).toEqual(readEventSchema(type).examples.map(() => undefined))
})

test('a time is that of the event, with any zone; without one it is left to the hub', () => {
  expect(parse(sale('MUG', 1, { time: '2026-11-23T13:00:00.5+01:00' })).occurredAt).toEqual(
    new Date('2026-11-23T12:00:00.500Z'),
  )
  expect(parse(sale('MUG', 1)).occurredAt).toBeNull()
})

test('a clock may be five minutes ahead, not more', () => {
  expect(refusal(sale('MUG', 1, { time: '2026-11-23T12:05:00Z' }))).toBeUndefined()
  expect(refusal(sale('MUG', 1, { time: '2026-11-23T12:05:01Z' }))).toBe(
    "CLOCK_AHEAD /time is 301 s ahead of the hub's clock; 300 s are allowed.",
  )
})

describe('what is wrong is told with its place', () => {
  const { data: _, ...withoutData } = sale('MUG', 1)
  test.each<[string, unknown, RegExp]>([
    ['no object', [], /^INVALID_EVENT An event is a JSON object/],
    ['null', null, /^INVALID_EVENT An event is a JSON object/],
    ['empty', {}, /^INVALID_EVENT The event must have required property 'specversion'/],
    [
      'another version of CloudEvents',
      sale('MUG', 1, { specversion: '0.3' }),
      /^INVALID_EVENT \/specversion must be "1.0"/,
    ],
    ['no data', withoutData, /^INVALID_EVENT The event must have required property 'data'/],
    ['an unknown type', cloudEvent('sale.dreamt', {}), /^UNKNOWN_TYPE There is no event type "onhand.sale.dreamt.v1"/],
    ['a type that is no text', sale('MUG', 1, { type: 7 }), /^INVALID_EVENT \/type must be string/],
    ['an empty id', sale('MUG', 1, { id: '' }), /^INVALID_EVENT \/id must NOT have fewer than 1 characters/],
    [
      'a misspelt field',
      cloudEvent('sale.recorded', { sku: 'A', locationId: 'B', quantity: 1, refrence: 'x' }),
      /\/data must not have a field "refrence"/,
    ],
    ['a negative quantity', sale('MUG', -1), /^INVALID_EVENT \/data\/quantity is not this: How many/],
    ['a quantity of nothing', sale('MUG', 0), /^INVALID_EVENT \/data\/quantity/],
    ['a quantity beyond 2^53', sale('MUG', 2 ** 53), /^INVALID_EVENT \/data\/quantity/],
    ['a quantity in words', sale('MUG', 'three'), /^INVALID_EVENT \/data\/quantity/],
    [
      'nothing that names the document',
      cloudEvent('shipment.closed_short', {}),
      /\/data must have shipmentId or reference/,
    ],
    [
      'an unknown account',
      cloudEvent('stock.counted', { sku: 'A', locationId: 'B', quantity: 1, account: 'attic' }),
      /\/data\/account must be one of sellable, /,
    ],
    [
      'a day instead of a time',
      sale('MUG', 1, { time: '2026-11-23' }),
      /^INVALID_EVENT \/time is not this: When it happened/,
    ],
    ['a time without a zone', sale('MUG', 1, { time: '2026-11-23T12:00:00' }), /^INVALID_EVENT \/time/],
    ['the year 0', sale('MUG', 1, { time: '0000-01-01T00:00:00Z' }), /^INVALID_EVENT \/time is not a moment/],
    ['a NUL', sale('MU\0G', 1), /^INVALID_EVENT \/data\/sku has a NUL or half of a surrogate pair/],
    [
      'half of a surrogate pair',
      sale('MUG', 1, { reference: 'a\uD800b' }),
      /^INVALID_EVENT \/data\/reference has a NUL or half/,
    ],
    ['a NUL in an extension', sale('MUG', 1, { traceparent: '\0' }), /^INVALID_EVENT \/traceparent has a NUL/],
    ['an extension that is no scalar', sale('MUG', 1, { extra: { deep: true } }), /^INVALID_EVENT \/extra/],
    [
      'a capital in the name of an attribute',
      sale('MUG', 1, { orderId: '7' }),
      /names are lower-case letters and digits/,
    ],
  ])('%s', (_name, event, expected) => {
    expect(refusal(event)).toMatch(expected)
  })

  test('an event of more than 256 KiB', () => {
    const many = Object.fromEntries(Array.from({ length: 400 }, (_, n) => [`extra${n}`, 'x'.repeat(1000)]))
    expect(refusal(sale('MUG', 1, many))).toMatch(/^INVALID_EVENT It is \d+ bytes long; an event may have 262144/)
  })
})

test('extension attributes are kept, and are no other content', () => {
  const event = sale('MUG', 1, { id: '1', traceparent: '00-aa' })
  const again = { ...event, traceparent: '00-bb', subject: 'other' }
  const other = { ...event, data: { sku: 'MUG', locationId: 'BER', quantity: 2 } }

  expect(JSON.parse(parse(event).content)).toEqual(event)
  expect(parse(again).contentHash).toEqual(parse(event).contentHash)
  expect(parse(other).contentHash).not.toEqual(parse(event).contentHash)
})

test('the order of keys is no other content', () => {
  const event = sale('MUG', 1, { id: '1', time: '2026-11-23T12:00:00Z' })
  const turned = Object.fromEntries(Object.entries(event).reverse())
  expect(parse(turned).contentHash).toEqual(parse(event).contentHash)
})

describe('what cannot be read is kept all the same', () => {
  test('under the names that it has, and under one made from its content where it has none', () => {
    const named = parse({ source: '/till', id: '7', type: 'x' })
    const nameless = parse({ data: 1 })
    if (named.valid || nameless.valid) throw new Error('These are not valid')

    expect(named.identity).toEqual({ source: '/till', id: '7', type: 'x' })
    expect(Object.values(nameless.identity).map(readable)).toEqual([null, null, null])
    const again = parse({ data: 1 })
    expect(again.valid || again.identity).toEqual(nameless.identity)
  })

  test('an event that names itself as if it were unreadable does not pass for one', () => {
    const parsed = parse({ source: 'urn:onhand:unreadable:till', id: 'a'.repeat(300), type: '' })
    expect(parsed.valid ? [] : Object.values(parsed.identity).map(readable)).toEqual([null, null, null])
  })

  test('with characters replaced that the database cannot keep', () => {
    expect(JSON.parse(parse({ 'a\0': ['\uD800', 'ok'] }).content)).toEqual({ 'a\uFFFD': ['\uFFFD', 'ok'] })
  })

  test('by its beginning where it is too large or too deep', () => {
    const deep = JSON.parse(`${'['.repeat(50_000)}${']'.repeat(50_000)}`)
    for (const event of [{ text: 'x'.repeat(300_000) }, { deep }, sale('MUG', 1, { deep })]) {
      const parsed = parse(event)
      expect(parsed.valid).toBe(false)
      expect(parsed.content.length).toBeLessThan(10_000)
    }
  })

  test('whatever it is', () => {
    const wild = fc.oneof(
      fc.jsonValue(),
      fc
        .record({
          id: fc.anything(),
          source: fc.jsonValue(),
          type: fc.constantFrom(...EVENT_TYPES),
          data: fc.jsonValue(),
        })
        .map((it) => JSON.parse(JSON.stringify(it))),
    )
    fc.assert(
      fc.property(wild, (event) => {
        const parsed = parse(event)
        expect(parsed.content).not.toContain('\\u0000')
        expect(parsed.content.isWellFormed()).toBe(true)
        expect(() => JSON.parse(parsed.content)).not.toThrow()
        if (!parsed.valid)
          expect(Object.values(parsed.identity).every((name) => name !== '' && name.length <= 256)).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })
})

test('a text that is no JSON is refused and kept as text', () => {
  const parsed = parser.parseText({ text: '{"specversion":"1.0",', bytes: 21 }, 'till', NOW)
  expect(parsed).toMatchObject({
    valid: false,
    code: 'INVALID_EVENT',
    message: expect.stringContaining('It is not JSON'),
  })
  expect(JSON.parse(parsed.content)).toEqual({ unreadable: '{"specversion":"1.0",', bytes: 21 })
})
