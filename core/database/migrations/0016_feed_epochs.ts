import { type Kysely, sql } from 'kysely'

/**
 * Which numbers were handed out under which epoch. After a restore numbers come again, and mean something else; who is told of a number by another system that keeps it, as an ERP does,
 * has to know which of the two is meant. Written by whatever changes the epoch, in its own transaction, because that is done by hand as well.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table feed_epoch (
      bucket   smallint    not null,                       -- the stream
      ordinal  bigint      not null,                       -- epochs of this database in the order in which they began
      epoch    uuid        not null,
      number   bigint      not null,                       -- the head at which it began: numbers after it are of this epoch, or of a later one
      began_at timestamptz not null default clock_timestamp(),
      primary key (bucket, ordinal)
    )
  `.execute(db)
  // Numbers from before this was kept have no epoch, and their names have none.
  await sql`
    insert into feed_epoch (bucket, ordinal, epoch, number)
    select h.bucket, 1, hub.epoch, h.number from bucket_head h cross join hub
  `.execute(db)
  // The heads are locked, so that no number can be handed out under the one epoch, be told, and count as of the other.
  await sql`
    create function note_epoch() returns trigger language plpgsql as $$
    begin
      perform from bucket_head order by bucket for update;
      insert into feed_epoch (bucket, ordinal, epoch, number)
      select bucket, (select max(ordinal) + 1 from feed_epoch), new.epoch, number from bucket_head;
      return null;
    end
    $$
  `.execute(db)
  await sql`
    create trigger note_epoch after update of epoch on hub
    for each row when (old.epoch is distinct from new.epoch) execute function note_epoch()
  `.execute(db)
}
