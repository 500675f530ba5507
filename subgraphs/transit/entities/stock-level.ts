import { type Kysely, sql } from 'kysely'
import type { Schema } from '../../../core/database/schema.ts'
import { bucketOf } from '../../../core/ledger/bucket.ts'
import { grouped, nameOfParts } from '../../shared/loader.ts'
import { pageSize } from '../../shared/relay.ts'
import type { StockLevelResolvers } from '../generated/types.ts'
import { shipmentsByIds } from './shipment.ts'

/** The oldest shipments of which a position still expects something. */
export interface InboundShipments {
  readonly sku: string
  readonly locationId: string
  readonly first: number
}

export const inboundShipments: NonNullable<StockLevelResolvers['inboundShipments']> = async (level, args, context) => {
  const { sku, locationId } = level
  const wanted = { sku, locationId, first: pageSize(args.first) }
  return shipmentsByIds(await context.loaders.inboundIdsByStockLevel.load(wanted), context)
}

export function nameOfInboundShipments({ sku, locationId, first }: InboundShipments): string {
  return nameOfParts(sku, locationId, first)
}

/** Ids by position, oldest first; for all wanted positions in one statement. */
export async function readInboundIdsByStockLevel(
  db: Kysely<Schema>,
  wanted: readonly InboundShipments[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rows } = await sql<{ sku: string; location_id: string; first: number; id: string }>`
    select wanted.sku, wanted.location_id, wanted.first, s.id
    from unnest(
      ${wanted.map(({ sku }) => bucketOf(sku))}::smallint[],
      ${wanted.map(({ sku }) => sku)}::text[],
      ${wanted.map(({ locationId }) => locationId)}::text[],
      ${wanted.map(({ first }) => first)}::integer[]
    ) as wanted (bucket, sku, location_id, first)
    cross join lateral (
      select s.id, s.recorded_at
      from shipment s
      where s.destination_id = wanted.location_id and s.id in (
        select line.shipment_id from shipment_line line
        where line.bucket = wanted.bucket and line.sku = wanted.sku and (line.on_order > 0 or line.in_transit > 0)
      )
      order by s.recorded_at, s.id
      limit wanted.first
    ) s
    order by s.recorded_at, s.id
  `.execute(db)
  const byPosition = grouped(rows, ({ sku, location_id, first }) =>
    nameOfInboundShipments({ sku, locationId: location_id, first }),
  )
  return new Map([...byPosition].map(([name, found]) => [name, found.map(({ id }) => id)]))
}
