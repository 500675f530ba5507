import { type Kysely, sql } from 'kysely'

/**
 * A location can be closed: nothing is sourced from it, and it counts for no channel's availability. Most are open, and every reading of availability
 * asks which are not: the index holds those few.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table location add column closed boolean not null default false`.execute(db)
  await sql`create index location_closed on location (id) where closed`.execute(db)
}
