import { type Kysely, sql } from 'kysely'
import type { Schema } from '../database/schema.ts'

/** Rows that are cleared away by one statement: none takes long. */
const AT_ONCE = 2_000

/**
 * Clears away movements that were settled more than so many hours ago: taken, of no concern to the ERP, or discarded. What waits, and what was refused, stays. That they were there is noted in the statement that
 * clears them away, so that one that is seen in the ERP again is known. Answers how many.
 */
export async function pruneMovements(db: Kysely<Schema>, hours: number, signal?: AbortSignal): Promise<number> {
  let pruned = 0
  const systems = await db.selectFrom('erp_system').select('id').execute()
  for (const { id } of systems) {
    for (;;) {
      const { rows } = await sql<{ count: number }>`
        with old as materialized (
          select bucket, number from erp_movement
          where system_id = ${id} and settled_at < clock_timestamp() - ${hours} * interval '1 hour' and state in ('ACKNOWLEDGED', 'IMMATERIAL', 'DISCARDED')
          order by settled_at limit ${AT_ONCE}
        ), gone as (
          delete from erp_movement m using old where m.bucket = old.bucket and m.number = old.number and m.system_id = ${id}
          returning m.bucket, m.number
        ), noted as (
          insert into erp_forgotten as f (system_id, bucket, number)
          select ${id}, bucket, max(number) from gone group by bucket
          on conflict (system_id, bucket) do update set number = greatest(f.number, excluded.number)
        )
        select count(*)::float8 as count from gone
      `.execute(db)
      const count = rows[0]?.count ?? 0
      pruned += count
      if (signal?.aborted === true) return pruned
      if (count < AT_ONCE) break
    }
  }
  return pruned
}
