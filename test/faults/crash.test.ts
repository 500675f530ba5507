import { describe, expect, test } from 'vitest'
import { freshDatabase } from '../support/database.ts'
import { crashPostgres, dieBeforeAnswering, killWriters, urlOf } from './rounds.ts'
import { prepareShop, requireNothingLost, startWriter } from './writers.ts'

// The rows of keys were taken out; what was seen then stands in the messages of the commits that changed this file.
describe('work under load', () => {
  test('survives kill -9 of the writer', () => killWriters(3), 120_000)
  test('is done once when the writer dies between commit and answer', () => dieBeforeAnswering(3), 120_000)
  test('survives a crash of PostgreSQL', () => crashPostgres(3), 120_000)

  test('sent to several processes at once, some of it under the same keys, is done once and answered alike', async () => {
    await using db = await freshDatabase('postgres')
    await prepareShop(db, 200)
    const shared = 1_000
    const last = 1_800
    const twins = [startWriter(urlOf(db), { last: shared }), startWriter(urlOf(db), { last: shared })]
    const writers = [...twins, startWriter(urlOf(db), { first: shared + 1, last })]
    expect(await Promise.all(writers.map((writer) => writer.gone))).toEqual([0, 0, 0])

    for (const { failures, unavailableMs } of writers) {
      expect({ failures, unavailableMs }).toEqual({ failures: [], unavailableMs: [] })
    }
    for (const { answered } of twins) expect(answered).toHaveLength(shared + 1)
    const told = writers.flatMap(({ answered }) => answered)
    expect(told.filter(({ again }) => !again)).toHaveLength(last + 1)
    await requireNothingLost(db, told, last)
  }, 120_000)
})
