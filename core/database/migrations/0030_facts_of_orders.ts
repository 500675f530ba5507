import { type Kysely, sql } from 'kysely'

/** What was told of orders: through which channel they were made, how much of them had been shipped, and what was posted of events that wait for one. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // Null for what was told before, and for what names neither a channel nor an order: that is compared with all that was told under the reference.
  await sql`
    alter table fact
      add column channel_id text,                        -- of what the first reporter told. The others' is in others, and a source that names several stands there once for each
      add column shipped    bigint                       -- units of that channel's orders that had been shipped under the reference when the first reporter told last of one of them
  `.execute(db)

  await sql`
    alter table event
      add column told json                               -- what of it was posted although it waits, or waited until it became a dead letter: it is not posted again when it is tried again. null: nothing
  `.execute(db)
  // Events of shipped orders that have waited so far: where they said from where everything left, it was posted when they came. Nothing was kept of what was mended since.
  await sql`
    with waited as (
      select e.bucket, e.source, e.id, e.content from parked_event p join event e using (bucket, source, id)
      where e.type = 'onhand.reservation.fulfilled.v1'
      union all
      select e.bucket, e.source, e.id, e.content from dead_letter d join event e on e.source = d.source and e.id = d.event_id
      where d.status = 'OPEN' and d.code = 'PARKED_TOO_LONG' and e.type = 'onhand.reservation.fulfilled.v1'
    ), line as (
      select w.bucket, w.source, w.id, w.content -> 'data' ->> 'reference' as reference, l ->> 'sku' as sku, l ->> 'locationId' as location_id,
             (l ->> 'quantity')::numeric * coalesce((i.units ->> (l ->> 'unit'))::numeric, 1) as quantity
      from waited w cross join lateral json_array_elements(w.content -> 'data' -> 'lines') l left join item i on i.sku = l ->> 'sku'
    ), parcel as (
      select bucket, source, id, reference, sku, location_id, sum(quantity)::bigint as quantity, bool_and(sku is not null and location_id is not null and quantity is not null) as is_whole
      from line group by bucket, source, id, reference, sku, location_id
    ), told as (
      select bucket, source, id,
             json_agg(json_build_object('sku', sku, 'locationId', location_id, 'reference', reference, 'channelId', null, 'quantity', quantity)) as told
      from parcel group by bucket, source, id having bool_and(is_whole)
    )
    update event e set told = t.told from told t where e.bucket = t.bucket and e.source = t.source and e.id = t.id
  `.execute(db)
}
