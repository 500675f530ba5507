import { type Kysely, sql } from 'kysely'

/** What counts of ERPs read, and what is in doubt of them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // What an ERP took of a position since it was counted there: read under the lock, so that it may not be all that it ever took of it.
  await sql`
    create index erp_movement_taken on erp_movement (bucket, sku, location_id, system_id, settled_at) where state = 'ACKNOWLEDGED'
  `.execute(db)
}
