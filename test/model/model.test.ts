import { describe, test } from 'vitest'
import { DATABASE_KINDS } from '../support/database.ts'
import { checkSequences } from './check.ts'
import { Tally } from './tally.ts'

// Goal: what is said to be always true holds whatever meets whatever. Method: random commands of several clients at once, repeated and out of order,
// each answer and each figure compared with a second, much simpler statement of the rules. Each run prints its seed, and with it the same is generated again:
// `SEED=… npx vitest run test/model/model.test.ts`. What meets what at the same time is left to the machine all the same.
describe.each(DATABASE_KINDS)('the ledger on %s', (kind) => {
  test('answers and keeps what the reference does, in some order of what came at the same time', async () => {
    const tally = new Tally()
    const seed = Number(process.env.SEED ?? Date.now())
    await checkSequences(kind, { groups: kind === 'pglite' ? 1 : 2, sequences: 30, seed, tally })
    tally.print()
  }, 120_000)
})
