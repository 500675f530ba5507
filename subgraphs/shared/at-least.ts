import { isAtLeast } from '../../core/feed/compare.ts'
import type { CursorCodec } from '../../core/feed/cursor.ts'
import { requireAtLeast as requirePosition } from '../../core/feed/heads.ts'
import { InvalidCursor } from '../../core/feed/invalid-cursor.ts'
import type { FeedPosition } from '../../core/feed/position.ts'
import type { Sources } from './context.ts'
import { RequestError } from './errors.ts'

/** The point in the feed that a client's cursor names. BAD_USER_INPUT for what this hub has not made. */
export function positionOf(cursors: CursorCodec, cursor: string, argument: string): FeedPosition {
  const position = cursors.decode(cursor)
  if (position !== undefined) return position
  throw new RequestError('BAD_USER_INPUT', `${argument} is not a cursor of this hub.`)
}

/**
 * Reads what says itself which point in the feed it contains, so that nothing has to be asked beforehand: it is read again only where that is before the point that
 * `atLeast` names, or the request as a whole. BAD_USER_INPUT for cursors as below.
 */
export async function readAtLeast<Reading extends { readonly position: FeedPosition }>(
  context: Pick<Sources, 'db' | 'cursors' | 'seen'> & { readonly atLeast: string | null },
  atLeast: string | null | undefined,
  read: () => Promise<Reading>,
): Promise<Reading> {
  const wanted = [context.atLeast, atLeast].flatMap((cursor) =>
    cursor == null ? [] : [{ cursor, position: positionOf(context.cursors, cursor, 'atLeast') }],
  )
  const reading = await read()
  context.seen.note(reading.position)
  const behind = wanted.filter(({ position }) => !isAtLeast(reading.position, position))
  if (behind.length === 0) return reading
  for (const { cursor } of behind) await requireAtLeast(context, cursor)
  return read()
}

/**
 * Resolves when what is read from now on contains the point that `atLeast` (or another argument) names. BAD_USER_INPUT for a cursor of another database (a backup
 * was restored) or from the future.
 */
export async function requireAtLeast(
  { db, cursors, seen }: Pick<Sources, 'db' | 'cursors' | 'seen'>,
  atLeast: string | null | undefined,
  argument = 'atLeast',
): Promise<void> {
  if (atLeast == null) return
  const position = positionOf(cursors, atLeast, argument)
  if (seen.covers(position)) return
  try {
    seen.note(await requirePosition({ kysely: db }, position))
  } catch (error) {
    if (!(error instanceof InvalidCursor)) throw error
    throw new RequestError('BAD_USER_INPUT', `${argument} cannot be used: ${error.message}`, { cause: error })
  }
}
