import { type Kysely, sql } from 'kysely'

/**
 * What ERPs are to be told. The journal is the outbox: what moves goods stands in it with the posting, numbered without a gap within its bucket. A cursor for each bucket says up to
 * where it was looked through, and what was found to be for an ERP becomes a row here, in the statement that moves the cursor. So posting costs nothing more, and whatever ends
 * the process that looks through the journal, nothing is passed over or taken twice. One cursor serves all ERPs: where goods go over from one to the other, each entry is looked at once.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table erp_cursor (
      bucket smallint primary key,
      number bigint   not null                             -- entries of the journal up to this one were looked through
    )
  `.execute(db)
  // No route can have been valid before.
  await sql`insert into erp_cursor select bucket, number from bucket_head where bucket >= 0`.execute(db)

  await sql`
    create table erp_movement (
      bucket        smallint    not null,
      number        bigint      not null,                  -- of the journal's entry
      system_id     text        not null,
      mode          text        not null check (mode in ('LIVE', 'SHADOW')),  -- what the ERP was for it
      sku           text        not null,                  -- of the entry, as is recorded_at: what the queue and reconciliation go by
      location_id   text        not null,
      recorded_at   timestamptz not null,
      state         text        not null check (state in ('QUEUED', 'SENT', 'ACKNOWLEDGED', 'IMMATERIAL', 'REFUSED', 'DISCARDED')),
      attempts      integer     not null default 0,
      not_before    timestamptz,                           -- QUEUED: left alone until then; SENT: the ERP may be at work on it until then
      first_sent_at timestamptz,                           -- before then the ERP cannot know of it
      settled_at    timestamptz,
      erp_reference text,                                  -- the record that has the effect, as the ERP names it
      code          text,                                  -- why it was not taken, the last time, and in the ERP's own words
      message       text,
      primary key (bucket, number, system_id)
    ) with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02)
  `.execute(db)
  // The queue of an ERP, in order.
  await sql`
    create index erp_movement_queue on erp_movement (system_id, recorded_at, bucket, number) where state in ('QUEUED', 'SENT')
  `.execute(db)
  // What the ERP does not know of a position, or may have come to know only lately.
  await sql`
    create index erp_movement_unknown on erp_movement (bucket, sku, location_id, system_id) where state in ('QUEUED', 'SENT', 'REFUSED')
  `.execute(db)
  await sql`create index erp_movement_settled on erp_movement (system_id, settled_at) where settled_at is not null`.execute(
    db,
  )

  // Who counted: what comes late from before a count is taken back, and an ERP that was not the one who counted has to be told so.
  await sql`alter table stock_count add column source text`.execute(db)

  // Who does what for ERPs: one process at a time, until driver_until unless it says so again.
  await sql`
    create table erp_lease (
      name         text        primary key,                -- outbox, or deliver and the id of an ERP
      driver       text        not null,
      driver_until timestamptz not null
    )
  `.execute(db)

  // How an ERP does, as whoever delivers to it last saw it.
  await sql`
    create table erp_condition (
      system_id        text        primary key,
      circuit          text        not null check (circuit in ('CLOSED', 'OPEN', 'HALF_OPEN')),
      failures         integer     not null,               -- in a row, since failing_since
      failing_since    timestamptz,
      next_attempt_at  timestamptz,
      last_error       text,
      last_accepted_at timestamptz
    )
  `.execute(db)
}
