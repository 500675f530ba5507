import { setTimeout as sleep } from 'node:timers/promises'
import { expect } from 'vitest'
import { openDatabase } from '../../core/database/connection.ts'
import { migrate } from '../../core/database/migrate.ts'
import { type FreshDatabase, freshDatabase } from '../support/database.ts'
import { startPostgres } from '../support/postgres-server.ts'
import { type Answered, prepareShop, requireNothingLost, startWriter } from './writers.ts'

const ENDLESS = 1_000_000

export function urlOf(db: FreshDatabase): string {
  if (db.url === undefined) throw new Error('Only PostgreSQL has a URL')
  return db.url
}

/** The lowest number that nobody was told about: from there everything is sent again. */
function firstUnanswered(answered: readonly Answered[]): number {
  const known = new Set(answered.map(({ number }) => number))
  let number = 0
  while (known.has(number)) number++
  return number
}

function highest(answered: readonly Answered[]): number {
  return answered.reduce((most, { number }) => Math.max(most, number), 0)
}

// Goal: what was acknowledged survives, and what was not is done once, whenever the process dies. Method: kill -9 at random moments under load; the next
// process sends again what was not answered.
export async function killWriters(rounds: number): Promise<void> {
  await using db = await freshDatabase('postgres')
  await prepareShop(db, 400)
  const told: Answered[] = []
  for (let round = 0; round < rounds; round++) {
    const writer = startWriter(urlOf(db), { first: firstUnanswered(told), last: ENDLESS })
    await writer.answers(50)
    await sleep(Math.random() * 400)
    await writer.kill()
    expect(writer.failures).toEqual([])
    expect(writer.answered.length).toBeGreaterThan(0)
    told.push(...writer.answered)
  }
  await requireNothingLost(db, told, highest(told) + 200)
}

// Method: the process kills itself after a commit and before the first answer.
export async function dieBeforeAnswering(rounds: number): Promise<void> {
  await using db = await freshDatabase('postgres')
  await prepareShop(db, 400)
  const told: Answered[] = []
  for (let round = 1; round <= rounds; round++) {
    const first = firstUnanswered(told)
    const writer = startWriter(urlOf(db), { first, last: first + 5_000, dieAfter: round })
    expect(await writer.gone).toBe('SIGKILL')
    told.push(...writer.answered)

    // What was committed and never answered is answered now, as a repetition.
    const next = startWriter(urlOf(db), { first, last: first + 200 })
    expect(await next.gone).toBe(0)
    expect(next.answered.filter(({ again }) => again).length).toBeGreaterThan(0)
    told.push(...next.answered)
  }
  await requireNothingLost(db, told, highest(told) + 200)
}

// Method: PostgreSQL is stopped as by a crash and started again, while a writer goes on sending.
export async function crashPostgres(rounds: number): Promise<void> {
  await using server = await startPostgres()
  const opened = await openDatabase({ url: server.url })
  await using db: FreshDatabase = { ...opened, url: server.url, [Symbol.asyncDispose]: () => opened.close() }
  await migrate(db)
  await prepareShop(db, 400)
  const told: Answered[] = []
  for (let round = 0; round < rounds; round++) {
    const writer = startWriter(server.url, { first: firstUnanswered(told), last: ENDLESS })
    await writer.answers(50)
    await sleep(Math.random() * 400)
    await server.restart('immediate')
    const before = writer.answered.length
    await writer.answers(before + 100)
    await writer.kill()
    expect(writer.failures).toEqual([])
    expect(writer.unavailableMs.length).toBeGreaterThan(0)
    expect(Math.max(...writer.unavailableMs)).toBeLessThan(10_000)
    told.push(...writer.answered)
  }
  await requireNothingLost(db, told, highest(told) + 200)
}
