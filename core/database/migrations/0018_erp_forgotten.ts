import { type Kysely, sql } from 'kysely'

/**
 * Movements that ERPs were told long ago are not kept: the journal has them. What has to be known of them is that they were, for when an ERP shows one again: its number is not above the one here.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table erp_forgotten (
      system_id text     not null references erp_system (id),
      bucket    smallint not null,
      number    bigint   not null,                         -- the highest of those that were cleared away
      primary key (system_id, bucket)
    )
  `.execute(db)
}
