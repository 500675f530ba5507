import { type Kysely, sql } from 'kysely'
import { texts } from '../database/array-literal.ts'
import type { Schema } from '../database/schema.ts'

/** A parked event whose predecessor has come: to be recorded again. */
export interface AwaitedEvent {
  readonly source: string
  readonly id: string
  readonly content: unknown
  /** The name of the document that it waits for. */
  readonly awaits: string
}

/** Parked events that await one of some documents, at most. */
const AWAITED_MAX = 1_000

/** Parked events that await one of these documents, the oldest first. */
export async function readAwaited(db: Kysely<Schema>, documents: readonly string[]): Promise<readonly AwaitedEvent[]> {
  const { rows } = await sql<AwaitedEvent>`
    /* prepared */ select e.source, e.id, e.content, p.awaits
    from parked_event p join event e on e.bucket = p.bucket and e.source = p.source and e.id = p.id
    where p.awaits = any(${texts(documents)}::text[])
    order by p.occurred_at, p.recorded_at
    limit ${AWAITED_MAX}
  `.execute(db)
  return rows
}
