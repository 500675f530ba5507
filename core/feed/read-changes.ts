import { sql } from 'kysely'
import type { Queryable } from './heads.ts'
import type { FeedChange } from './position.ts'

/** Changes that one statement reads of one stream. */
export const CHANGES_PER_PAGE = 1_000

export interface ChangesRead {
  readonly changes: FeedChange[]
  /** When the oldest of them was recorded, in milliseconds on PostgreSQL's clock. */
  readonly recordedAt: number | undefined
}

/**
 * The changes of one stream after a number, in order, at most `limit`. One statement, and numbers are given out under the lock of their stream, so that
 * what it returns has no gap as long as nothing was deleted.
 */
export async function readChanges(db: Queryable, stream: number, after: number, limit: number): Promise<ChangesRead> {
  const { rows } = await sql<FeedChange & { readonly recordedAt: number }>`
    select number, subject, "subjectId", sku, "locationId", extract(epoch from recorded_at)::float8 * 1000 as "recordedAt" from (
      (
        select number, 'journal' as subject, document_id as "subjectId", sku, location_id as "locationId", recorded_at
        from journal where bucket = ${stream} and number > ${after} order by number limit ${limit}
      )
      union all
      (
        select number, subject, subject_id, sku, location_id, recorded_at
        from change where bucket = ${stream} and number > ${after} order by number limit ${limit}
      )
      order by number limit ${limit}
    ) as found
    order by number
  `.execute(db.kysely)
  return {
    changes: rows.map(({ recordedAt: _recordedAt, ...change }) => change),
    // Within a stream time does not go back.
    recordedAt: rows[0]?.recordedAt,
  }
}
