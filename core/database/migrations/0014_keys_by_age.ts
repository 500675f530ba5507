import { type Kysely, sql } from 'kysely'

/**
 * The id of a reservation begins with its time. With the bucket before it, new rows went to 64 places of the index, and its pages were left half full when
 * they were split; with the id first they all go to its end, which PostgreSQL finds without a search and leaves full behind. The key still has the bucket,
 * by which the table may be distributed.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table reservation drop constraint reservation_pkey`.execute(db)
  await sql`alter table reservation add primary key (id, bucket)`.execute(db)
}
