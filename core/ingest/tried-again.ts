import type { EventIdentity, Submission } from '../ledger/commands.ts'

type Recorded = Submission & { readonly event: EventIdentity }

/** What was parked, as it is decided anew: its event is known, which makes it no duplicate. */
export function triedAgain(submission: Recorded): Recorded {
  return { ...submission, event: { ...submission.event, retryOf: 'parked' } }
}
