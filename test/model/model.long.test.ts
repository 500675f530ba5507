import { describe, test } from 'vitest'
import { DATABASE_KINDS } from '../support/database.ts'
import { checkSequences } from './check.ts'
import { Tally } from './tally.ts'

/** Each on a database of its own: looking whether all of it is right takes as long as there is much in it. */
const PARTS = 10

// The same as model.test.ts, for as long as it takes to live through ten thousand sequences on each kind of database. Each part prints a seed of its own: given
// as `SEED`, that part comes first, `SEED=… npx vitest run --mode long test/model/model.long.test.ts`.
describe.each(DATABASE_KINDS)('the ledger on %s, for long', (kind) => {
  test('answers and keeps what the reference does', async () => {
    const tally = new Tally()
    const startedAt = Date.now()
    const seed = Number(process.env.SEED ?? startedAt)
    for (let part = 1; part <= PARTS; part++) {
      await checkSequences(kind, { groups: 10, sequences: 100, seed: seed + part - 1, tally })
      console.info(`${part * 1_000} of ${PARTS * 1_000} sequences in ${Math.round((Date.now() - startedAt) / 1000)} s`)
    }
    tally.print()
    // So many meet everything.
    tally.requireEveryCommand()
  }, 7_200_000)
})
