import { type Kysely, sql } from 'kysely'
import { texts } from '../database/array-literal.ts'
import type { Schema } from '../database/schema.ts'
import type { Submission } from '../ledger/commands.ts'
import { documentsOf } from '../ledger/needs.ts'
import { HUB, type Ingest } from './ingest.ts'

/** Parked events that await one of some documents, at most. */
const AWAITING_MAX = 1_000

export interface ParkedSubmission {
  readonly awaits: string
  readonly submission: Submission
}

/** Parked events that wait for one of these, the oldest first, as they would be tried again. */
export async function readAwaiting(
  ingest: Ingest,
  names: readonly string[],
  db: Kysely<Schema> = ingest.options.db.kysely,
): Promise<ParkedSubmission[]> {
  if (names.length === 0) return []
  const { rows } = await sql<{ awaits: string; content: unknown }>`
    /* prepared */ select p.awaits, e.content
    from parked_event p join event e on e.bucket = p.bucket and e.source = p.source and e.id = p.id
    where p.awaits = any(${texts(names)}::text[])
    order by p.occurred_at, p.recorded_at limit ${AWAITING_MAX}
  `.execute(db)
  return rows.map(({ awaits, content }) => {
    const submission = ingest.toSubmission(content, HUB)
    return { awaits, submission: { ...submission, event: { ...submission.event, retryOf: 'parked' } } }
  })
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
