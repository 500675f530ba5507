import { setTimeout as sleep } from 'node:timers/promises'
import { type Kysely, sql } from 'kysely'
import type { Schema } from '../database/schema.ts'
import { isAtLeast } from './compare.ts'
import type { DatabaseClock } from './database-clock.ts'
import { InvalidCursor } from './invalid-cursor.ts'
import type { FeedPosition } from './position.ts'

/** An open `Database`, or `{ kysely: transaction }`. */
export interface Queryable {
  readonly kysely: Kysely<Schema>
}

/** The epoch and the last number of every stream, of one snapshot: a batch that touched several streams is in all of them or in none. */
export async function readHeads(db: Queryable, clock?: DatabaseClock): Promise<FeedPosition> {
  const askedAt = performance.now()
  const rows = await db.kysely
    .selectFrom('bucket_head')
    .select([
      'bucket',
      'number',
      (eb) => eb.selectFrom('hub').select('epoch').as('epoch'),
      sql<number>`extract(epoch from statement_timestamp())::float8 * 1000`.as('now'),
    ])
    .execute()
  const [first] = rows
  if (first?.epoch == null) throw new Error('The database has no streams: it was not migrated.')
  clock?.heard(first.now, askedAt, performance.now())
  return { epoch: first.epoch, numbers: new Map(rows.map(({ bucket, number }) => [bucket, number])) }
}

/** Milliseconds to wait for a replica to catch up with a cursor that its primary gave. */
export const REPLICA_WAIT_MS_MAX = 1_000

/**
 * Returns when a statement that follows sees everything up to `position` (read your own write: `atLeast`). A primary has seen whatever it gave a cursor
 * for, so there this is one small statement; a replica is waited for, up to a second. Answers what was seen. Throws `InvalidCursor` for a position of another epoch, or
 * one that is still ahead then.
 */
export async function requireAtLeast(
  db: Queryable,
  position: FeedPosition,
  waitMsMax = REPLICA_WAIT_MS_MAX,
): Promise<FeedPosition> {
  const deadline = performance.now() + waitMsMax
  for (let delayMs = 10; ; delayMs *= 2) {
    const heads = await readHeads(db)
    if (isAtLeast(heads, position)) return heads
    if (heads.epoch !== position.epoch) {
      throw new InvalidCursor(
        'foreign-epoch',
        'The cursor is of another epoch: the database was restored since it was given.',
      )
    }
    const remainingMs = deadline - performance.now()
    if (remainingMs <= 0) {
      throw new InvalidCursor('future', 'The cursor is ahead of everything this database has seen.')
    }
    await sleep(Math.min(delayMs, remainingMs))
  }
}
