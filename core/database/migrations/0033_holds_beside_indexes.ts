import { type Kysely, sql } from 'kysely'

/**
 * A hold is what everybody makes at once in a sale. Its journal entry and its line were entered into two indexes by SKU, each time at another place of them: a third of
 * what PostgreSQL did for a cart. Both leave it out now; what it becomes when it is confirmed, released or over is entered as before.
 *
 * The entry of a hold names the one before it at its position, and the position names the last: the newest are found one by one, however many there are (0: there
 * is none before). All of them are found by their lines. Entries that were written before this have no such name, and stay in the index.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  // Writers wait here, before they hold anything else: with a part of its locks each could wait for the other. What only reads goes on until the end.
  await sql`lock table bucket_head in exclusive mode`.execute(db)

  // What can still end by itself is found by its end. With the SKU beside the time those of one SKU are told apart without a look at their rows.
  await sql`
    create index reservation_line_due_of_sku on reservation_line (bucket, expires_at, sku)
    where held > 0 or (backordered > 0 and confirmed_at is null)
  `.execute(db)
  await sql`
    create index reservation_line_by_sku_but_held on reservation_line (bucket, sku, status, channel_id, recorded_at) where status <> 1
  `.execute(db)

  // From here on nobody reads the journal or a balance. Both at once: who reads one and then the other would wait here, and this for them.
  await sql`lock table position, journal in access exclusive mode`.execute(db)
  await sql`alter table journal add column previous bigint`.execute(db)
  await sql`
    create index journal_by_position_but_holds on journal (bucket, sku, location_id, occurred_at) where previous is null
  `.execute(db)
  await sql`alter table position add column last_hold bigint not null default 0`.execute(db)
  await sql`drop index journal_by_position, reservation_line_due, reservation_line_by_sku`.execute(db)
  await sql`alter index journal_by_position_but_holds rename to journal_by_position`.execute(db)
  await sql`alter index reservation_line_due_of_sku rename to reservation_line_due`.execute(db)
  await sql`alter index reservation_line_by_sku_but_held rename to reservation_line_by_sku`.execute(db)
}
