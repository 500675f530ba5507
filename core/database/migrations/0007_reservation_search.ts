import { type Kysely, sql } from 'kysely'

/**
 * Finds reservations by channel, status, SKU or location, a page at a time and in the order of their age, however many there are: what narrows a search
 * stands first in an index and the age after it, so that a page is read from where it begins and no further. All of this is found by their lines, which
 * stand beside the goods they are about; a head has nothing that a search asks for but its reference.
 *
 * Entering rows into indexes is much of what a reservation costs, so holding units enters nothing that it did not enter before, and one entry less for
 * each reservation: the indexes by status and by location leave out what is held, or open, and are paid for when it becomes firm, or is over. Of what is
 * held there is never more than a sale's worth; the index of holds by their end finds all of it.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  // When the hub recorded the reservation, as in its head: the order of pages.
  await sql`alter table reservation_line add column recorded_at timestamptz`.execute(db)
  await sql`
    update reservation_line line set recorded_at = r.recorded_at
    from reservation r where r.id = line.reservation_id
  `.execute(db)

  // The state of the line, as its place in RESERVATION_STATUSES of core/ledger/documents.ts, kept by PostgreSQL itself: 0 backordered, 1 held, 2 confirmed,
  // 3 partially fulfilled, 4 fulfilled, 5 released, 6 expired. A reservation always has a line in the state that it is in as a whole (the least advanced
  // open one; with none open one that was fulfilled, else released, else expired), so its lines find it. Below 4 the line is open. Time is not in it:
  // what is due and not swept yet stands here as held or backordered.
  await sql`
    alter table reservation_line
      alter column recorded_at set not null,
      add column status smallint not null generated always as (
        case when backordered > 0 then 0
             when held > 0 then 1
             when committed > 0 then case when fulfilled > 0 then 3 else 2 end
             when fulfilled > 0 then 4
             when released > 0 then 5
             else 6 end
      ) stored
  `.execute(db)

  // Orders of one SKU. With the state before the age also its open ones, which are what a balance is made of and what the audit adds up.
  await sql`drop index reservation_line_by_sku`.execute(db)
  await sql`
    create index reservation_line_by_sku on reservation_line (bucket, sku, status, channel_id, recorded_at)
  `.execute(db)
  await sql`
    create index reservation_line_by_status on reservation_line (channel_id, status, recorded_at) where status <> 1
  `.execute(db)
  await sql`
    create index reservation_line_by_location on reservation_line (location_id, channel_id, recorded_at) where status >= 4
  `.execute(db)

  // All reservations by age are those of each channel by age: channels are few.
  await sql`drop index reservation_by_age`.execute(db)
  await sql`analyze reservation_line`.execute(db)
}
