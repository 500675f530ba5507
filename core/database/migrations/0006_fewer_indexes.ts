import { type Kysely, sql } from 'kysely'

/** Every index of a hot table is paid for with each reservation: entering rows into them was two fifths of what PostgreSQL did. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // The lines of one reservation were found by an index of their own beside the primary key. With its columns in another order the key does both; it still
  // has the bucket, by which the table may be distributed.
  await sql`alter table reservation_line drop constraint reservation_line_pkey`.execute(db)
  await sql`alter table reservation_line add primary key (reservation_id, line, bucket)`.execute(db)
  await sql`drop index reservation_line_by_reservation`.execute(db)
  // Open lines of a SKU at a location are found by the index of the SKU's lines by age, of which the newest are asked for first and are mostly open.
  await sql`drop index reservation_line_open`.execute(db)
}
