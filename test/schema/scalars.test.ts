import { type GraphQLScalarType, parseValue } from 'graphql'
import { describe, expect, test } from 'vitest'
import { Cursor, DateTime, JSONValue, Quantity } from '../../schema/scalars.ts'

/** What the scalar makes of a value in variables, or the error's text. */
function fromVariable(scalar: GraphQLScalarType<unknown, unknown>, value: unknown): unknown {
  return attempt(() => scalar.parseValue(value))
}

/** What the scalar makes of a literal in a document, or the error's text. */
function fromLiteral(scalar: GraphQLScalarType<unknown, unknown>, literal: string): unknown {
  return attempt(() => scalar.parseLiteral(parseValue(literal)))
}

function attempt(read: () => unknown): unknown {
  try {
    return read()
  } catch (error) {
    return error instanceof Error ? error.message : error
  }
}

describe('Quantity', () => {
  test.each([0, 1, -1, 9007199254740991, -9007199254740991, 5.0])('takes the integer %d', (value) => {
    expect(fromVariable(Quantity, value)).toBe(value)
    expect(fromLiteral(Quantity, String(value))).toBe(value)
    expect(Quantity.serialize(value)).toBe(value)
  })

  test.each([1.5, '5', true, null, 9007199254740992, Number.NaN, Number.POSITIVE_INFINITY, [1]])(
    'refuses %j',
    (value) => {
      expect(fromVariable(Quantity, value)).toMatch(/^Quantity must be a JSON integer within ±9007199254740991, got /)
      expect(() => Quantity.serialize(value)).toThrow(/Quantity must be/)
    },
  )

  test.each(['1.5', '1.0', '"5"', 'true', '9007199254740993', '1e3', 'FIVE', '[1]'])(
    'refuses the literal %s',
    (literal) => {
      expect(fromLiteral(Quantity, literal)).toMatch(/^Quantity must be a JSON integer/)
    },
  )

  test('never answers minus zero, which JSON would keep', () => {
    expect(Object.is(fromVariable(Quantity, -0), 0)).toBe(true)
    expect(Object.is(fromLiteral(Quantity, '-0'), 0)).toBe(true)
  })
})

describe('Cursor', () => {
  test('takes a string of at most 1 KiB', () => {
    expect(fromVariable(Cursor, 'x'.repeat(1024))).toBe('x'.repeat(1024))
    expect(fromVariable(Cursor, 'x'.repeat(1025))).toMatch(/^Cursor must be a string of 1 to 1,024 bytes/)
    expect(fromVariable(Cursor, 'é'.repeat(513))).toMatch(/^Cursor must be/)
    expect(fromVariable(Cursor, '')).toMatch(/^Cursor must be/)
    expect(fromLiteral(Cursor, '5')).toMatch(/^Cursor must be/)
  })

  test('does not repeat a long value in its error', () => {
    expect(String(fromVariable(Cursor, 'x'.repeat(100_000))).length).toBeLessThan(200)
  })
})

describe('DateTime', () => {
  test.each([
    ['2026-11-23T06:04:00Z', '2026-11-23T06:04:00.000Z'],
    ['2026-11-23T07:04:00.5+01:00', '2026-11-23T06:04:00.500Z'],
    ['2026-11-23t06:04:00.123456789z', '2026-11-23T06:04:00.123Z'],
    ['2024-02-29T23:30:00-05:00', '2024-03-01T04:30:00.000Z'],
  ])('reads %s as %s', (text, utc) => {
    const date = fromVariable(DateTime, text)

    expect(date).toEqual(new Date(utc))
    expect(fromLiteral(DateTime, JSON.stringify(text))).toEqual(new Date(utc))
    expect(DateTime.serialize(date)).toBe(utc)
  })

  test.each([
    '2026-11-23T06:04:00',
    '2026-11-23',
    '2026-02-29T00:00:00Z',
    '2026-13-01T00:00:00Z',
    '2026-11-23T25:00:00Z',
    '2026-11-23T06:04:60Z',
    '2026-11-23T06:04:00+99:00',
    'now',
    '',
    1763877840,
    null,
  ])('refuses %j', (value) => {
    expect(fromVariable(DateTime, value)).toMatch(/^DateTime must be a moment as ISO 8601 with a zone/)
  })

  test('does not answer what is no moment', () => {
    expect(() => DateTime.serialize(new Date(Number.NaN))).toThrow(/DateTime must be/)
    expect(() => DateTime.serialize(5)).toThrow(/DateTime must be/)
  })
})

test('JSON takes any value, literals included', () => {
  expect(fromVariable(JSONValue, { a: [1, null, 'x'] })).toEqual({ a: [1, null, 'x'] })
  expect(fromLiteral(JSONValue, '{ a: [1, null, "x", { b: 2.5 }] }')).toEqual({ a: [1, null, 'x', { b: 2.5 }] })
})
