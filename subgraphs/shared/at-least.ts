import { type Kysely, sql } from 'kysely'
import type { Schema } from '../../core/database/schema.ts'
import { isAtLeast } from '../../core/feed/compare.ts'
import type { CursorCodec } from '../../core/feed/cursor.ts'
import type { FeedPosition } from '../../core/feed/position.ts'
import { RequestError } from './errors.ts'

/** The point in the feed that a client's cursor names. BAD_USER_INPUT for what this hub has not made. */
export function positionOf(cursors: CursorCodec, cursor: string, argument: string): FeedPosition {
  const position = cursors.decode(cursor)
  if (position !== undefined) return position
  throw new RequestError('BAD_USER_INPUT', `${argument} is not a cursor of this hub.`)
}

/**
 * Resolves when what is read from now on contains the point that `atLeast` names. BAD_USER_INPUT for a cursor of another database (a backup
 * was restored) or from the future.
 */
export async function requireAtLeast(
  { db, cursors }: { readonly db: Kysely<Schema>; readonly cursors: CursorCodec },
  atLeast: string | null | undefined,
): Promise<void> {
  if (atLeast == null) return
  const wanted = positionOf(cursors, atLeast, 'atLeast')
  const { rows } = await sql<{ epoch: string; bucket: number; number: number }>`
    select hub.epoch, head.bucket, head.number from hub cross join bucket_head head
  `.execute(db)
  const numbers = new Map(rows.map(({ bucket, number }) => [bucket, number]))
  const heads = { epoch: rows[0]?.epoch ?? '', numbers }
  if (isAtLeast(heads, wanted)) return
  const why = heads.epoch === wanted.epoch ? 'names a point in the future' : 'belongs to another database'
  throw new RequestError('BAD_USER_INPUT', `atLeast ${why}.`)
}
