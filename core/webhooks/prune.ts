import { type Kysely, sql } from 'kysely'
import type { Schema } from '../database/schema.ts'

/** Messages that are done and kept for each webhook, at most. */
const KEPT_MAX = 10_000
/** Rows that are cleared away by one statement: none takes long. */
const AT_ONCE = 5_000

/**
 * Clears away messages that are done: older ones than so many hours, and of each webhook all but the newest. One that overtook a dead letter stays as long as the letter, so that nobody
 * sends the older state after it. Answers how many.
 */
export async function pruneDeliveries(db: Kysely<Schema>, hours: number, signal?: AbortSignal): Promise<number> {
  for (let pruned = 0; ; ) {
    const { rows } = await sql`
      delete from webhook_delivery where id in (
        select d.id from webhook_delivery d join webhook w on w.id = d.webhook_id
        where d.status in ('DELIVERED', 'SKIPPED')
          and (d.settled_at < now() - ${hours} * interval '1 hour' or d.seq < w.next_seq - ${KEPT_MAX})
          and not exists (
            select from webhook_delivery letter
            where letter.webhook_id = d.webhook_id and letter.status = 'DEAD' and letter.lane = d.lane and letter.conflates and letter.seq < d.seq
          )
        limit ${AT_ONCE}
      )
      returning id
    `.execute(db)
    pruned += rows.length
    if (rows.length < AT_ONCE || signal?.aborted === true) return pruned
  }
}
