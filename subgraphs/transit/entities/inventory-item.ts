import { type Kysely, sql } from 'kysely'
import type { Schema } from '../../../core/database/schema.ts'
import { PREPARED } from '../../../core/database/statement.ts'
import { bucketOf } from '../../../core/ledger/bucket.ts'
import type { ShipmentStatus } from '../../../core/ledger/shipment-status.ts'
import { grouped, nameOfParts } from '../../shared/loader.ts'
import { anyOf, pageSize } from '../../shared/relay.ts'
import { hasStatus } from '../conditions.ts'
import type { InventoryItemResolvers } from '../generated/types.ts'
import { shipmentsByIds } from './shipment.ts'

/** The newest shipments of an item in some states and to some locations; null: in any, to any. */
export interface ItemShipments {
  readonly sku: string
  readonly statuses: readonly ShipmentStatus[] | null
  readonly destinationIds: readonly string[] | null
  readonly first: number
}

export const itemShipments: NonNullable<InventoryItemResolvers['shipments']> = async ({ sku }, args, context) => {
  const statuses = anyOf('statuses', args.statuses)
  const destinationIds = anyOf('destinationIds', args.destinationIds)
  const ids = await context.loaders.idsByItem.load({ sku, statuses, destinationIds, first: pageSize(args.first) })
  return shipmentsByIds(ids, context)
}

export function nameOfItemShipments({ sku, statuses, destinationIds, first }: ItemShipments): string {
  return nameOfParts(sku, statuses, destinationIds, first)
}

/** Ids by item, newest first: one statement for each distinct selection, which is one unless a query uses aliases. */
export async function readIdsByItem(
  lookups: Kysely<Schema>,
  wanted: readonly ItemShipments[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = new Map<string, readonly string[]>()
  const selectionOf = ({ statuses, destinationIds, first }: ItemShipments) =>
    nameOfParts(statuses, destinationIds, first)
  for (const alike of grouped(wanted, selectionOf).values()) {
    const [one] = alike
    if (one === undefined) continue
    const { statuses, destinationIds, first } = one
    const skus = alike.map(({ sku }) => sku)
    const { rows } = await sql<{ sku: string; id: string }>`
      ${PREPARED} select wanted.sku, s.id
      from unnest(${skus.map(bucketOf)}::smallint[], ${skus}::text[]) as wanted (bucket, sku)
      cross join lateral (
        select s.id, s.recorded_at
        from shipment s
        where s.id in (
          select line.shipment_id from shipment_line line
          where line.bucket = wanted.bucket and line.sku = wanted.sku
        )
          and ${destinationIds === null ? sql`true` : sql`s.destination_id = any(${destinationIds}::text[])`}
          and ${hasStatus(statuses)}
        order by s.recorded_at desc, s.id desc
        limit ${first}
      ) s
      order by s.recorded_at desc, s.id desc
    `.execute(lookups)
    for (const [sku, ofItem] of grouped(rows, (row) => row.sku)) {
      const ids = ofItem.map(({ id }) => id)
      found.set(nameOfItemShipments({ ...one, sku }), ids)
    }
  }
  return found
}
