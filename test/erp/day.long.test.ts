import { test } from 'vitest'
import { startTryton } from '../support/tryton.ts'
import { tradeForADay } from './day.ts'

// The same as day.test.ts, three long days, each with a Tryton of its own.
test.each([1, 2, 3])('long day %i of trade from both sides at once', { timeout: 1_800_000 }, async (number) => {
  const note = (message: string): never => {
    throw new Error(message)
  }
  await using tryton = await startTryton(note)
  const seed = Number(process.env.SEED ?? Date.now() % 1_000_000) + number
  console.log(`Seed of the day: ${seed}`)
  await tradeForADay({ tryton, seed, deeds: Number(process.env.DEEDS ?? 150) })
})
