import type { Database } from '../database/connection.ts'
import type { Submission } from './commands.ts'
import { decide } from './decide/index.ts'
import type { Outcome } from './decision.ts'
import { refuse } from './decision.ts'
import { knownDocuments, load, loadDocuments, loadPolicies } from './load.ts'
import { documentsOf, Needs } from './needs.ts'
import { BalanceOutOfRange, LedgerState } from './state.ts'

/**
 * What would become of these commands if they were posted now, one after the other: the same decisions as the ledger's, on one snapshot, without a
 * lock and without writing anything. Keys and repeated events are not looked up.
 */
export async function preview(db: Database, submissions: readonly Submission[]): Promise<Outcome[]> {
  if (submissions.length === 0) return []
  return db.kysely
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (tx) => {
      const policies = await loadPolicies(tx, 0)
      const documents = await loadDocuments(tx, submissions.flatMap(documentsOf))
      const known = knownDocuments(documents, policies)
      const needs = new Needs()
      for (const submission of submissions) needs.add(submission, known)
      const state = new LedgerState(new Date())
      await load(tx, state, needs, documents, policies)
      state.expireDue()

      return submissions.map((submission) => {
        try {
          const decision = decide(submission, state)
          state.apply(decision)
          return decision.outcome
        } catch (error) {
          if (!(error instanceof BalanceOutOfRange)) throw error
          return refuse('INVALID_INPUT', error.message, undefined, 'QUANTITY_TOO_LARGE').outcome
        }
      })
    })
}
