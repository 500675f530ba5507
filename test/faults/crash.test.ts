import { describe, expect, test } from 'vitest'
import { freshDatabase } from '../support/database.ts'
import { crashPostgres, dieBeforeAnswering, killWriters, urlOf } from './rounds.ts'
import { prepareShop, requireNothingLost, startWriter } from './writers.ts'

describe('work under load', () => {
  test('survives kill -9 of the writer', () => killWriters(3), 120_000)
  test('is done once when the writer dies between commit and answer', () => dieBeforeAnswering(3), 120_000)
  test('survives a crash of PostgreSQL', () => crashPostgres(3), 120_000)

  test('sent to two processes at once, under the same keys, is done once and answered alike', async () => {
    await using db = await freshDatabase('postgres')
    await prepareShop(db, 200)
    const last = 1_500
    const writers = [startWriter(urlOf(db), { last }), startWriter(urlOf(db), { last })]
    expect(await Promise.all(writers.map((writer) => writer.gone))).toEqual([0, 0])

    for (const { failures, unavailableMs, answered } of writers) {
      expect({ failures, unavailableMs }).toEqual({ failures: [], unavailableMs: [] })
      expect(answered).toHaveLength(last + 1)
    }
    const told = writers.flatMap(({ answered }) => answered)
    expect(told.filter(({ again }) => !again)).toHaveLength(last + 1)
    await requireNothingLost(db, told, last)
  }, 120_000)
})
