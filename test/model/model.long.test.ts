import { describe, test } from 'vitest'
import { DATABASE_KINDS } from '../support/database.ts'
import { checkSequences } from './check.ts'

// The same as model.test.ts, for as long as it takes to live through ten thousand sequences on each kind of database.
describe.each(DATABASE_KINDS)('the ledger on %s, for long', (kind) => {
  test('answers and keeps what the reference does', async () => {
    await checkSequences(kind, { groups: 100, sequences: 100 })
  }, 7_200_000)
})
