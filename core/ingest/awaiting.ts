import { readAwaited } from '../ledger/awaited.ts'
import type { Submission } from '../ledger/commands.ts'
import { documentsOf } from '../ledger/needs.ts'
import { HUB, type Ingest } from './ingest.ts'
import { triedAgain } from './tried-again.ts'

export interface ParkedSubmission {
  readonly awaits: string
  readonly submission: Submission
}

/** Parked events that wait for one of these, the oldest first, as they would be tried again. */
export async function readAwaiting(ingest: Ingest, names: readonly string[]): Promise<ParkedSubmission[]> {
  if (names.length === 0) return []
  const events = await readAwaited(ingest.options.db.kysely, names)
  return events.map(({ awaits, content }) => ({ awaits, submission: triedAgain(ingest.toSubmission(content, HUB)) }))
}

/** Names under which parked events may await what these make or move. */
export function namesIn(submissions: readonly Submission[]): string[] {
  const names = new Set<string>()
  for (const submission of submissions) {
    for (const { kind, id, reference } of documentsOf(submission)) {
      if (id !== undefined) names.add(`${kind} ${id}`)
      if (reference !== undefined) names.add(`${kind} ${reference}`)
    }
    const { command } = submission
    if (command.kind === 'reserve' && command.reference !== null) names.add(`reservation ${command.reference}`)
  }
  return [...names]
}
