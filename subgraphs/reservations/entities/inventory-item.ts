import { type Kysely, sql } from 'kysely'
import type { Viewer } from '../../../core/access/viewer.ts'
import type { Schema } from '../../../core/database/schema.ts'
import { PREPARED } from '../../../core/database/statement.ts'
import { bucketOf } from '../../../core/ledger/bucket.ts'
import type { ReservationStatus } from '../../../core/ledger/documents.ts'
import { frequentItems } from '../../../core/ledger/lines-of-items.ts'
import { grouped, nameOfParts } from '../../shared/loader.ts'
import { anyOf, pageSize } from '../../shared/relay.ts'
import type { InventoryItemResolvers } from '../generated/types.ts'
import { COUNTED_MAX, everything, foundOfItem, searchReservations } from '../search.ts'
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
  pages: Kysely<Schema>,
  viewer: Viewer,
  wanted: readonly ItemReservations[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const byItem = new Map<string, readonly string[]>()
  for (const alike of grouped(wanted, ({ statuses, first }) => nameOfParts(statuses, first)).values()) {
    const [{ statuses, first } = { statuses: null, first: 0 }] = alike
    const skus = alike.map(({ sku }) => sku)
    const keep = (sku: string, found: readonly { readonly id: string }[]) =>
      byItem.set(
        nameOfItemReservations({ sku, statuses, first }),
        found.map(({ id }) => id),
      )
    // Of what is sold all the time, few are in a rare state: then the state leads, item by item.
    const frequent = statuses === null ? new Set<string>() : await frequentItems(pages, skus, COUNTED_MAX)
    for (const sku of frequent)
      keep(sku, await searchReservations(pages, { ...everything(viewer, first), statuses, skus: [sku] }))
    const others = skus.filter((sku) => !frequent.has(sku))
    const found = foundOfItem({ ...everything(viewer, first), statuses })
    const { rows } = await sql<{ sku: string; id: string }>`
      ${PREPARED} select item.sku, newest.id
      from unnest(${others.map(bucketOf)}::smallint[], ${others}::text[]) as item (bucket, sku)
      cross join lateral (
        select found.id, found.recorded_at from (${found}) found
        group by found.recorded_at, found.id
        order by found.recorded_at desc, found.id desc
        limit ${first}
      ) newest
      order by newest.recorded_at desc, newest.id desc
    `.execute(pages)
    for (const [sku, ofItem] of grouped(rows, (row) => row.sku)) keep(sku, ofItem)
  }
  return byItem
}
