import { type Kysely, sql } from 'kysely'

/**
 * What a channel tells of quantities. Where `bands` holds bounds, ascending and at least 1, its shops and partners are told between which two of them a
 * quantity lies; empty: the exact one. Where `low_stock_hysteresis` is above 0, stock that was low stays low until it is so many units above the threshold;
 * which SKUs that concerns in which channels is what `low_stock` remembers. It is a memory of the past that follows from nothing else, so it is written
 * down: everybody, whenever he comes, is shown the same.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table channel
      add column bands                integer[] not null default '{}',
      add column low_stock_hysteresis bigint    not null default 0 check (low_stock_hysteresis >= 0)
  `.execute(db)
  await sql`
    create table low_stock (
      bucket      smallint    not null,          -- of the SKU
      sku         text        not null,
      channel_id  text        not null,
      recorded_at timestamptz not null,          -- since when it counts as low
      primary key (bucket, sku, channel_id)      -- read by SKU, as all of availability is
    )
  `.execute(db)
}
