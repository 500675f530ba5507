import { describe, test } from 'vitest'
import { crashPostgres, dieBeforeAnswering, killWriters } from './rounds.ts'

// The same as crash.test.ts, so often that the rare moments are met as well.
describe('work under load, for long', () => {
  test('survives kill -9 of the writer', () => killWriters(60), 3_600_000)
  test('is done once when the writer dies between commit and answer', () => dieBeforeAnswering(40), 3_600_000)
  test('survives a crash of PostgreSQL', () => crashPostgres(30), 3_600_000)
})
