import { type Kysely, sql } from 'kysely'

/**
 * What is expected of a SKU, where and when, beside the position whose supply accounts it adds up to: in the bucket of the SKU, as lines of
 * reservations are. A promise for a date then reads one index range, and not the heads of shipments, which lie in buckets of their own.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table shipment_line
      add column destination_id text,                      -- of its shipment
      add column expected_at    timestamptz,               -- of its shipment
      add column late_told      boolean not null default false -- that it did not come by then was told; anew for another date
  `.execute(db)
  await sql`
    update shipment_line l set destination_id = s.destination_id, expected_at = s.expected_at
    from shipment s where s.id = l.shipment_id
  `.execute(db)
  await sql`alter table shipment_line alter column destination_id set not null`.execute(db)

  // Supply that is still to come is little of all that ever came.
  await sql`drop index shipment_line_open`.execute(db)
  await sql`
    create index shipment_line_open on shipment_line (bucket, sku, destination_id) where on_order > 0 or in_transit > 0
  `.execute(db)
  await sql`
    create index shipment_line_late on shipment_line (bucket, expected_at)
    where not late_told and (on_order > 0 or in_transit > 0)
  `.execute(db)
  // It was to mark the head; what is late is its lines, each in the bucket of its SKU.
  await sql`alter table shipment drop column late_told_for`.execute(db)
}
