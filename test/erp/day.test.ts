import { test } from 'vitest'
import { startTryton } from '../support/tryton.ts'
import { tradeForADay } from './day.ts'

// Goal: at the end of a day the ERP and the hub have what is really there. Method: see `tradeForADay`; `SEED` makes the same day again, `day.long.test.ts` makes long ones.
test('a day of trade from both sides at once', { timeout: 900_000 }, async ({ skip }) => {
  await using tryton = await startTryton((note) => {
    skip(note)
    throw new Error(note)
  })
  const seed = Number(process.env.SEED ?? Date.now() % 1_000_000)
  console.log(`Seed of the day: ${seed}`)
  await tradeForADay({ tryton, seed, deeds: Number(process.env.DEEDS ?? 12) })
})
