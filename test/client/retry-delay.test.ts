import fc from 'fast-check'
import { expect, test } from 'vitest'
import { retryDelay } from '../../client/retry-delay.ts'

const limits = fc
  .record({ min: fc.integer({ min: 1, max: 5_000 }), times: fc.integer({ min: 1, max: 1_000 }) })
  .map(({ min, times }) => ({ retryDelayMsMin: min, retryDelayMsMax: min * times }))
const failures = fc.nat(100)

/** The waits of a crowd that has lost its connections at once. */
const crowd = (of: () => number) => Array.from({ length: 200 }, of).sort((a, b) => a - b)
const spread = (waits: readonly number[]) => (waits.at(-1) ?? 0) - (waits[0] ?? 0)

// Goal: a crowd never comes back at once, nobody before the time that was asked for, and nobody waits longer than the limit.
test('a crowd waits for twice as long after each failure, up to the limit, and each for a time of its own', () => {
  fc.assert(
    fc.property(failures, limits, (count, limit) => {
      const grown = Math.min(limit.retryDelayMsMax, limit.retryDelayMsMin * 2 ** count)
      const waits = crowd(() => retryDelay({ reason: 'disconnected' }, count, limit))
      expect(waits[0]).toBeGreaterThanOrEqual(grown / 2)
      expect(waits.at(-1)).toBeLessThanOrEqual(grown)
      expect(spread(waits)).toBeGreaterThan(grown / 4)
    }),
  )
})

test('who is asked to come within a time comes in the middle of it, and who not before a time, after it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 10, max: 60_000 }), failures, limits, (ms, count, limit) => {
      const within = crowd(() => retryDelay({ reason: 'moved over', within: ms }, 0, limit))
      expect(within[0]).toBeGreaterThanOrEqual(0)
      expect(within.at(-1)).toBeLessThanOrEqual(ms)
      expect(spread(within)).toBeGreaterThan(ms / 2)

      const after = crowd(() => retryDelay({ reason: 'full', notBefore: ms }, count, limit))
      expect(after[0]).toBeGreaterThanOrEqual(ms)
      expect(after.at(-1)).toBeLessThanOrEqual(ms * 1.5 + limit.retryDelayMsMax)
      expect(spread(after)).toBeGreaterThan(ms / 8)
    }),
  )
})
