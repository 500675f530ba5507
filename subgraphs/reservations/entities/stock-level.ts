import { type Kysely, sql } from 'kysely'
import type { Viewer } from '../../../core/access/viewer.ts'
import type { Schema } from '../../../core/database/schema.ts'
import { bucketOf } from '../../../core/ledger/bucket.ts'
import { grouped, nameOfParts } from '../../shared/loader.ts'
import { pageSize } from '../../shared/relay.ts'
import { isOpen, visibleTo } from '../conditions.ts'
import type { StockLevelResolvers } from '../generated/types.ts'
import { reservationsByIds } from './reservations-by-ids.ts'

/** The oldest reservations with an open line at a position. */
export interface OpenReservations {
  readonly sku: string
  readonly locationId: string
  readonly first: number
}

export const openReservations: NonNullable<StockLevelResolvers['openReservations']> = async (level, args, context) => {
  const { sku, locationId } = level
  const ids = await context.loaders.openIdsByStockLevel.load({ sku, locationId, first: pageSize(args.first) })
  return reservationsByIds(ids, context)
}

export function nameOfOpenReservations({ sku, locationId, first }: OpenReservations): string {
  return nameOfParts(sku, locationId, first)
}

/** Ids by position, oldest first; for all wanted positions in one statement. */
export async function readOpenIdsByStockLevel(
  db: Kysely<Schema>,
  viewer: Viewer,
  wanted: readonly OpenReservations[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rows } = await sql<{ sku: string; location_id: string; first: number; id: string }>`
    select wanted.sku, wanted.location_id, wanted.first, r.id
    from unnest(
      ${wanted.map(({ sku }) => bucketOf(sku))}::smallint[],
      ${wanted.map(({ sku }) => sku)}::text[],
      ${wanted.map(({ locationId }) => locationId)}::text[],
      ${wanted.map(({ first }) => first)}::integer[]
    ) as wanted (bucket, sku, location_id, first)
    cross join lateral (
      select r.id, r.recorded_at
      from reservation r
      where r.id in (
        select line.reservation_id from reservation_line line
        where line.bucket = wanted.bucket and line.sku = wanted.sku and line.location_id = wanted.location_id
          and ${isOpen('line')}
      ) and ${visibleTo(viewer)}
      order by r.recorded_at, r.id
      limit wanted.first
    ) r
    order by r.recorded_at, r.id
  `.execute(db)
  const byPosition = grouped(rows, ({ sku, location_id, first }) =>
    nameOfOpenReservations({ sku, locationId: location_id, first }),
  )
  return new Map([...byPosition].map(([name, found]) => [name, found.map(({ id }) => id)]))
}
