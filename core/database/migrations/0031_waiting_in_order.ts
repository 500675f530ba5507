import { type Kysely, sql } from 'kysely'

/**
 * Who waits at a position is found in the order in which they are filled, channel by channel: a decision reads the first of them, however many there are. Before
 * it was by age alone, without the dates that go first, so that all were read and sorted.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create index reservation_line_waiting
      on reservation_line (bucket, sku, location_id, channel_id, promised_by, placed_at, reservation_id collate "C", line)
    where backordered > 0
  `.execute(db)
  await sql`drop index reservation_line_backordered`.execute(db)
}
