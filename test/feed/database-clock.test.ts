import { expect, test } from 'vitest'
import { DatabaseClock } from '../../core/feed/database-clock.ts'

const HOUR_MS = 3_600_000

test('a database whose clock is an hour ahead is told the age of things by its own clock', () => {
  const clock = new DatabaseClock()
  const now = performance.now()
  const theirs = Date.now() + HOUR_MS
  clock.heard(theirs, now - 2, now)

  expect(clock.since(theirs - 500)).toBeGreaterThanOrEqual(500)
  expect(clock.since(theirs - 500)).toBeLessThan(1_500)
  expect(clock.since(theirs + HOUR_MS)).toBe(0)
})

test('an answer that took long does not make a good one worse', () => {
  const clock = new DatabaseClock()
  const now = performance.now()
  clock.heard(1_000_000, now, now + 2)
  // It was read at the beginning of the four seconds, not in the middle.
  clock.heard(1_000_000, now, now + 4_000)

  expect(clock.since(1_000_000)).toBeLessThan(1_000)
})
