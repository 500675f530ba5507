import { type Kysely, sql } from 'kysely'

/** Positions where somebody waits: few, and looked through every other second for those where something has become free. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // Its condition looks at nothing that an ordinary reservation changes, so that the position's row is still updated in place (HOT).
  await sql`create index position_waiting on position (bucket, sku, location_id) where backordered > 0`.execute(db)
}
