import { sql } from 'kysely'
import type { Queryable } from './heads.ts'
import type { FeedChange } from './position.ts'

/** Changes that one statement reads of one stream. */
export const CHANGES_PER_PAGE = 1_000

/**
 * The changes of one stream after a number, in order, at most `limit`. One statement, and numbers are given out under the lock of their stream, so that
 * what it returns has no gap as long as nothing was deleted.
 */
export async function readChanges(db: Queryable, stream: number, after: number, limit: number): Promise<FeedChange[]> {
  const { rows } = await sql<FeedChange>`
    (
      select number, 'journal' as subject, document_id as "subjectId", sku, location_id as "locationId"
      from journal where bucket = ${stream} and number > ${after} order by number limit ${limit}
    )
    union all
    (
      select number, subject, subject_id, sku, location_id
      from change where bucket = ${stream} and number > ${after} order by number limit ${limit}
    )
    order by number limit ${limit}
  `.execute(db.kysely)
  return rows
}
