import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { advance, isAtLeast, merge } from '../../core/feed/compare.ts'
import { CURSOR_CHARACTERS_MAX, cursorCodec } from '../../core/feed/cursor.ts'
import type { FeedPosition } from '../../core/feed/position.ts'

const codec = cursorCodec('a secret of the tests')

const numbers = fc.uniqueArray(fc.tuple(fc.integer({ min: -1, max: 63 }), fc.integer({ min: 1, max: 2 ** 53 - 1 })), {
  selector: ([stream]) => stream,
})
const position = fc.record({
  epoch: fc.uuid(),
  numbers: numbers.map((pairs): ReadonlyMap<number, number> => new Map(pairs)),
})
const sameEpoch = numbers.map(
  (pairs): FeedPosition => ({ epoch: '00000000-0000-4000-8000-000000000000', numbers: new Map(pairs) }),
)

test('a cursor gives back the position it was made of', () => {
  fc.assert(
    fc.property(position, (value) => {
      expect(codec.decode(codec.encode(value))).toEqual(value)
    }),
  )
})

test('streams at 0 are left out, as an absent stream stands at 0', () => {
  const epoch = randomUUID()
  expect(codec.decode(codec.encode({ epoch, numbers: new Map([[3, 0]]) }))).toEqual({ epoch, numbers: new Map() })
})

test('the longest cursor is below its limit and needs no escaping', () => {
  const all = new Map(Array.from({ length: 65 }, (_, index) => [index - 1, 2 ** 53 - 1]))
  const cursor = codec.encode({ epoch: randomUUID(), numbers: all })

  expect(cursor.length).toBeLessThanOrEqual(CURSOR_CHARACTERS_MAX)
  expect(cursor).toMatch(/^[A-Za-z0-9_-]+$/)
})

test('a cursor does not show that two positions are equal', () => {
  const value = { epoch: randomUUID(), numbers: new Map([[0, 7]]) }
  expect(codec.encode(value)).not.toBe(codec.encode(value))
})

test('whatever was changed, cut, or made with another secret is no cursor', () => {
  const bytes = fc.tuple(position, fc.nat(), fc.integer({ min: 1, max: 255 }))
  fc.assert(
    fc.property(bytes, ([value, at, change]) => {
      const cursor = codec.encode(value)
      const tampered = Buffer.from(cursor, 'base64url')
      const index = at % tampered.length
      tampered[index] = (tampered[index] ?? 0) ^ change

      expect(codec.decode(tampered.toString('base64url'))).toBeUndefined()
      expect(codec.decode(cursor.slice(0, at % cursor.length))).toBeUndefined()
      expect(codec.decode(`${cursor}=`)).toBeUndefined()
      expect(codec.decode(`${cursor} `)).toBeUndefined()
      expect(cursorCodec('another secret, also of the tests').decode(cursor)).toBeUndefined()
    }),
  )
})

test('garbage is no cursor and never throws', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 2000 }), (garbage) => {
      expect(codec.decode(garbage)).toBeUndefined()
    }),
  )
  expect(codec.decode('A'.repeat(CURSOR_CHARACTERS_MAX + 1))).toBeUndefined()
})

test('what cannot be a position is a bug, not a cursor', () => {
  const epoch = randomUUID()
  for (const [stream, number] of [
    [-2, 1],
    [1.5, 1],
    [0, -1],
    [0, 2 ** 53],
  ] as const) {
    expect(() => codec.encode({ epoch, numbers: new Map([[stream, number]]) })).toThrow(RangeError)
  }
  expect(() => codec.encode({ epoch: 'yesterday', numbers: new Map() })).toThrow(TypeError)
})

test('merging gives the earliest position that is at least both', () => {
  fc.assert(
    fc.property(sameEpoch, sameEpoch, (a, b) => {
      const both = merge(a, b)
      expect(isAtLeast(both, a) && isAtLeast(both, b)).toBe(true)
      for (const [stream, number] of both.numbers) {
        expect(number).toBe(Math.max(a.numbers.get(stream) ?? 0, b.numbers.get(stream) ?? 0))
      }
      expect(isAtLeast(a, b)).toBe([...b.numbers].every(([stream, number]) => (a.numbers.get(stream) ?? 0) >= number))
    }),
  )
})

test('advancing never goes back and leaves the old position as it was', () => {
  const old = { epoch: randomUUID(), numbers: new Map([[2, 5]]) }

  expect(advance(old, 2, 4)).toBe(old)
  expect(advance(old, 2, 6).numbers).toEqual(new Map([[2, 6]]))
  expect(advance(old, -1, 1).numbers).toEqual(
    new Map([
      [2, 5],
      [-1, 1],
    ]),
  )
  expect(old.numbers).toEqual(new Map([[2, 5]]))
})

test('positions of different epochs have no order', () => {
  const numbers = new Map([[0, 1]])
  const [a, b] = [
    { epoch: randomUUID(), numbers },
    { epoch: randomUUID(), numbers },
  ]

  expect(isAtLeast(a, b)).toBe(false)
  expect(() => merge(a, b)).toThrow(RangeError)
})
