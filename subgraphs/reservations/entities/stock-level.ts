import { type Kysely, sql } from 'kysely'
import { channelFilter } from '../../../core/access/channel-filter.ts'
import type { Viewer } from '../../../core/access/viewer.ts'
import type { Schema } from '../../../core/database/schema.ts'
import { bucketOf } from '../../../core/ledger/bucket.ts'
import { grouped, nameOfParts } from '../../shared/loader.ts'
import { pageSize } from '../../shared/relay.ts'
import { isOpen, OPEN_STATUSES } from '../conditions.ts'
import type { StockLevelResolvers } from '../generated/types.ts'
import { allOfItem } from '../search.ts'
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
  pages: Kysely<Schema>,
  viewer: Viewer,
  wanted: readonly OpenReservations[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rows } = await sql<{ sku: string; location_id: string; first: number; id: string }>`
    select item.sku, item.location_id, item.first, oldest.id
    from unnest(
      ${wanted.map(({ sku }) => bucketOf(sku))}::smallint[],
      ${wanted.map(({ sku }) => sku)}::text[],
      ${wanted.map(({ locationId }) => locationId)}::text[],
      ${wanted.map(({ first }) => first)}::integer[]
    ) as item (bucket, sku, location_id, first)
    cross join lateral (
      select line.reservation_id as id, line.recorded_at
      from (${allOfItem(OPEN_STATUSES)}) line
      where line.location_id = item.location_id and ${isOpen} and ${channelFilter(viewer, 'line.channel_id')}
      group by line.recorded_at, line.reservation_id
      order by line.recorded_at, line.reservation_id
      limit item.first
    ) oldest
    order by oldest.recorded_at, oldest.id
  `.execute(pages)
  const byPosition = grouped(rows, ({ sku, location_id, first }) =>
    nameOfOpenReservations({ sku, locationId: location_id, first }),
  )
  return new Map([...byPosition].map(([name, found]) => [name, found.map(({ id }) => id)]))
}
