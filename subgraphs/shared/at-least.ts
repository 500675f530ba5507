import type { Kysely } from 'kysely'
import type { Schema } from '../../core/database/schema.ts'
import type { CursorCodec } from '../../core/feed/cursor.ts'
import { requireAtLeast as requirePosition } from '../../core/feed/heads.ts'
import { InvalidCursor } from '../../core/feed/invalid-cursor.ts'
import type { FeedPosition } from '../../core/feed/position.ts'
import { RequestError } from './errors.ts'

/** The point in the feed that a client's cursor names. BAD_USER_INPUT for what this hub has not made. */
export function positionOf(cursors: CursorCodec, cursor: string, argument: string): FeedPosition {
  const position = cursors.decode(cursor)
  if (position !== undefined) return position
  throw new RequestError('BAD_USER_INPUT', `${argument} is not a cursor of this hub.`)
}

/**
 * Resolves when what is read from now on contains the point that `atLeast` (or another argument) names. BAD_USER_INPUT for a cursor of another database (a backup
 * was restored) or from the future.
 */
export async function requireAtLeast(
  { db, cursors }: { readonly db: Kysely<Schema>; readonly cursors: CursorCodec },
  atLeast: string | null | undefined,
  argument = 'atLeast',
): Promise<void> {
  if (atLeast == null) return
  try {
    await requirePosition({ kysely: db }, positionOf(cursors, atLeast, argument))
  } catch (error) {
    if (!(error instanceof InvalidCursor)) throw error
    throw new RequestError('BAD_USER_INPUT', `${argument} cannot be used: ${error.message}`, { cause: error })
  }
}
