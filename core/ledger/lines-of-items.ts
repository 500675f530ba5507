import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Schema } from '../database/schema.ts'
import { bucketOf } from './bucket.ts'

/** These SKUs as rows `item` with their buckets. */
export function itemsOf(skus: readonly string[]): RawBuilder<unknown> {
  return sql`unnest(${skus.map(bucketOf)}::smallint[], ${skus}::text[]) as item (bucket, sku)`
}

/**
 * Lines of an item that stands as `item` that are held, as a query. They stand in no index by SKU: they are found by their end, in an index that tells the SKUs of a
 * bucket apart.
 */
export const HELD_OF_ITEM = sql`
  select line.* from reservation_line line
  where line.bucket = item.bucket and line.sku = item.sku and line.status = 1 and line.held > 0`

/** The other lines of an item that stands as `item`, as a query. */
export const OTHERS_OF_ITEM = sql`
  select line.* from reservation_line line where line.bucket = item.bucket and line.sku = item.sku and line.status <> 1`

/** Items of which there are at least so many lines. */
export async function frequentItems(
  db: Kysely<Schema>,
  skus: readonly string[],
  atLeast: number,
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ sku: string }>`
    select item.sku
    from ${itemsOf(skus)}
    where (
      select count(*) from (
        select from (${OTHERS_OF_ITEM} union all ${HELD_OF_ITEM}) line limit ${atLeast}
      ) counted
    ) >= ${atLeast}
  `.execute(db)
  return new Set(rows.map(({ sku }) => sku))
}
