import { type Kysely, sql } from 'kysely'
import type { Viewer } from '../../../core/access/viewer.ts'
import type { Schema } from '../../../core/database/schema.ts'
import { bucketOf } from '../../../core/ledger/bucket.ts'
import type { ReservationStatus } from '../../../core/ledger/documents.ts'
import { grouped, nameOfParts } from '../../shared/loader.ts'
import { anyOf, pageSize } from '../../shared/relay.ts'
import { hasStatus, visibleTo } from '../conditions.ts'
import type { InventoryItemResolvers } from '../generated/types.ts'
import { reservationsByIds } from './reservations-by-ids.ts'

/** The newest reservations of an item in some states; null: in any. */
export interface ItemReservations {
  readonly sku: string
  readonly statuses: readonly ReservationStatus[] | null
  readonly first: number
}

export const itemReservations: NonNullable<InventoryItemResolvers['reservations']> = async ({ sku }, args, context) => {
  const statuses = anyOf('statuses', args.statuses)
  const ids = await context.loaders.idsByItem.load({ sku, statuses, first: pageSize(args.first) })
  return reservationsByIds(ids, context)
}

export function nameOfItemReservations({ sku, statuses, first }: ItemReservations): string {
  return nameOfParts(sku, statuses, first)
}

/** Ids by item, newest first: one statement for each distinct selection of states, which is one unless a query uses aliases. */
export async function readIdsByItem(
  db: Kysely<Schema>,
  viewer: Viewer,
  wanted: readonly ItemReservations[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = new Map<string, readonly string[]>()
  for (const alike of grouped(wanted, ({ statuses, first }) => nameOfParts(statuses, first)).values()) {
    const [{ statuses, first } = { statuses: null, first: 0 }] = alike
    const skus = alike.map(({ sku }) => sku)
    const { rows } = await sql<{ sku: string; id: string }>`
      select wanted.sku, r.id
      from unnest(${skus.map(bucketOf)}::smallint[], ${skus}::text[]) as wanted (bucket, sku)
      cross join lateral (
        select r.id, r.recorded_at
        from reservation r
        where r.id in (
          select line.reservation_id from reservation_line line
          where line.bucket = wanted.bucket and line.sku = wanted.sku
        ) and ${visibleTo(viewer)} and ${hasStatus(statuses)}
        order by r.recorded_at desc, r.id desc
        limit ${first}
      ) r
      order by r.recorded_at desc, r.id desc
    `.execute(db)
    for (const [sku, ofItem] of grouped(rows, (row) => row.sku)) {
      found.set(
        nameOfItemReservations({ sku, statuses, first }),
        ofItem.map(({ id }) => id),
      )
    }
  }
  return found
}
