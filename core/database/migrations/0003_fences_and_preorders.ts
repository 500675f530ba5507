import { type Kysely, sql } from 'kysely'

/** Units set aside for a channel, what of a reservation came from there, and what a promise against dated supply has to remember. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // What the account `fenced` of a position is made of: greatest(quantity - used, 0) of each. A table beside stock_policy, because `used` changes with
  // every reservation of the channel while the policy stays as it was stated.
  await sql`
    create table fence (
      bucket      smallint    not null,
      sku         text        not null,
      location_id text        not null,
      channel_id  text        not null,
      place       smallint    not null,                    -- as listed in the policy: the first is covered first
      quantity    bigint      not null check (quantity > 0),         -- base units set aside in all
      used        bigint      not null default 0 check (used >= 0),  -- taken by the channel and not given back
      until       timestamptz,                             -- then what is left falls back; null: it stays
      primary key (bucket, sku, location_id, channel_id)
    ) with (fillfactor = 80)
  `.execute(db)
  // Few are due and not swept: the sweep finds them by bucket and time.
  await sql`create index fence_due on fence (bucket, until) where until is not null`.execute(db)

  // A constant default: adding it rewrites nothing, however many lines there are.
  await sql`
    alter table reservation_line
      add column fenced      bigint not null default 0,    -- of held and committed, from the channel's fence: goes back there when given back
      add column promised_by timestamptz,                  -- what waits was promised against supply that is due by then
      add check (fenced >= 0 and fenced <= held + committed)
  `.execute(db)

  // That an arrival is late is told once for each date that passes.
  await sql`alter table shipment add column late_told_for timestamptz`.execute(db)
  await sql`
    create index shipment_late on shipment (expected_at)
    where expected_at is not null and late_told_for is distinct from expected_at
  `.execute(db)
  // Supply that is still to come is little of all that ever came.
  await sql`create index shipment_line_open on shipment_line (bucket, sku) where on_order > 0 or in_transit > 0`.execute(
    db,
  )
}
