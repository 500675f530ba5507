import { type Kysely, sql } from 'kysely'
import { channelFilter } from '../../../core/access/channel-filter.ts'
import type { Viewer } from '../../../core/access/viewer.ts'
import type { Schema } from '../../../core/database/schema.ts'
import { PREPARED } from '../../../core/database/statement.ts'
import { bucketOf } from '../../../core/ledger/bucket.ts'
import type { ReturnStatus } from '../../../core/ledger/return-status.ts'
import { grouped, nameOfParts } from '../../shared/loader.ts'
import { anyOf, pageSize } from '../../shared/relay.ts'
import { hasStatus } from '../conditions.ts'
import type { InventoryItemResolvers } from '../generated/types.ts'
import { returnsByIds } from './return.ts'

/** The newest returns of an item in some states; null: in any. */
export interface ItemReturns {
  readonly sku: string
  readonly statuses: readonly ReturnStatus[] | null
  readonly first: number
}

export const itemReturns: NonNullable<InventoryItemResolvers['returns']> = async ({ sku }, args, context) => {
  const statuses = anyOf('statuses', args.statuses)
  const ids = await context.loaders.idsByItem.load({ sku, statuses, first: pageSize(args.first) })
  return returnsByIds(ids, context)
}

export function nameOfItemReturns({ sku, statuses, first }: ItemReturns): string {
  return nameOfParts(sku, statuses, first)
}

/** Ids by item, newest first: one statement for each distinct selection, which is one unless a query uses aliases. */
export async function readIdsByItem(
  lookups: Kysely<Schema>,
  viewer: Viewer,
  wanted: readonly ItemReturns[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = new Map<string, readonly string[]>()
  for (const alike of grouped(wanted, ({ statuses, first }) => nameOfParts(statuses, first)).values()) {
    const [one] = alike
    if (one === undefined) continue
    const skus = alike.map(({ sku }) => sku)
    const { rows } = await sql<{ sku: string; id: string }>`
      ${PREPARED} select wanted.sku, r.id
      from unnest(${skus.map(bucketOf)}::smallint[], ${skus}::text[]) as wanted (bucket, sku)
      cross join lateral (
        select r.id, r.recorded_at
        from return_case r
        where r.id in (
          select line.return_id from return_line line
          where line.bucket = wanted.bucket and line.sku = wanted.sku
        ) and ${channelFilter(viewer, 'r.channel_id')} and ${hasStatus(one.statuses)}
        order by r.recorded_at desc, r.id desc
        limit ${one.first}
      ) r
      order by r.recorded_at desc, r.id desc
    `.execute(lookups)
    for (const [sku, ofItem] of grouped(rows, (row) => row.sku)) {
      const ids = ofItem.map(({ id }) => id)
      found.set(nameOfItemReturns({ ...one, sku }), ids)
    }
  }
  return found
}
