import { type Kysely, sql } from 'kysely'

/** What counts of ERPs read, and what is in doubt of them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // What an ERP took of a position since it was counted there: read under the lock, so that it may not be all that it ever took of it.
  await sql`
    create index erp_movement_taken on erp_movement (bucket, sku, location_id, system_id, settled_at) where state = 'ACKNOWLEDGED'
  `.execute(db)

  // Where both books agree and only the moment of a count is in doubt, a difference may be found as well: neither takes the place of the other.
  await sql`drop index erp_divergence_now`.execute(db)
  await sql`
    create unique index erp_divergence_now on erp_divergence (system_id, bucket, sku, location_id, accounts)
    where state in ('OPEN', 'HELD', 'PROPOSED', 'IGNORED') and cause <> 'COUNT_OF_A_DAY'
  `.execute(db)
  // One for each day on which it was counted; those of a position are looked for when it is counted again.
  await sql`
    create unique index erp_divergence_doubt on erp_divergence (system_id, bucket, sku, location_id, accounts, read_at)
    where state in ('OPEN', 'HELD', 'PROPOSED', 'IGNORED') and cause = 'COUNT_OF_A_DAY'
  `.execute(db)
  // Figures and metrics read what is not settled, of either kind, the oldest first; most of the table is settled.
  await sql`
    create index erp_divergence_unsettled on erp_divergence (first_seen_at) where state in ('OPEN', 'HELD', 'PROPOSED', 'IGNORED')
  `.execute(db)
}
