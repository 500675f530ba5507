import { type Kysely, sql } from 'kysely'
import type { Schema } from '../../../core/database/schema.ts'
import { bucketOf } from '../../../core/ledger/bucket.ts'
import type { StockPolicy } from '../../../core/ledger/documents.ts'
import type { StockPolicyResolvers } from '../generated/types.ts'
import type { PositionName } from './stock-level.ts'

export const stockPolicyFields: StockPolicyResolvers = {
  stockLevel: ({ sku, locationId }, _args, { loaders }) => loaders.level.load({ sku, locationId }),
}

/** Policies by SKU and location, in one statement. */
export async function readPolicies(
  db: Kysely<Schema>,
  positions: readonly PositionName[],
): Promise<readonly StockPolicy[]> {
  const rows = await db
    .selectFrom('stock_policy')
    .select(['sku', 'location_id', 'safety_stock'])
    .where(
      sql<boolean>`(bucket, sku, location_id) in (
        select * from unnest(
          ${positions.map(({ sku }) => bucketOf(sku))}::smallint[],
          ${positions.map(({ sku }) => sku)}::text[],
          ${positions.map(({ locationId }) => locationId)}::text[]
        )
      )`,
    )
    .execute()
  return rows.map(({ sku, location_id, safety_stock }) => ({ sku, locationId: location_id, safetyStock: safety_stock }))
}
