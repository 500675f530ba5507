import { type Kysely, sql } from 'kysely'
import type { Schema } from '../database/schema.ts'
import type { Leases } from '../jobs/leases.ts'
import { marketplaceLease } from './lease-names.ts'

/** How far the orders of a marketplace were read. */
export async function readOrdersWatermark(
  db: Kysely<Schema>,
  marketplaceId: string,
): Promise<{ readonly watermark: string | null; readonly ageMs: number }> {
  const { rows } = await sql<{ watermark: string | null; age: number | null }>`
    select orders_watermark as watermark, (extract(epoch from clock_timestamp() - orders_read_at) * 1000)::float8 as age
    from marketplace_state where marketplace_id = ${marketplaceId}
  `.execute(db)
  return { watermark: rows[0]?.watermark ?? null, ageMs: rows[0]?.age ?? Number.POSITIVE_INFINITY }
}

/** Everything up to there was recorded. Nothing is written where another process tells the marketplace by now. */
export async function ordersReached(
  db: Kysely<Schema>,
  leases: Leases,
  marketplaceId: string,
  watermark: string,
): Promise<void> {
  await sql`
    update marketplace_state set orders_watermark = ${watermark}, orders_read_at = clock_timestamp(), orders_error = null
    where marketplace_id = ${marketplaceId} and exists (
      select from erp_lease where name = ${marketplaceLease(marketplaceId)} and driver = ${leases.process} and driver_until > clock_timestamp()
    )
  `.execute(db)
}

export async function ordersFailed(db: Kysely<Schema>, marketplaceId: string, message: string): Promise<void> {
  await db
    .updateTable('marketplace_state')
    .set({ orders_error: message.replaceAll('\0', '\uFFFD').toWellFormed() })
    .where('marketplace_id', '=', marketplaceId)
    .execute()
}

/** SKUs of listings by the names that the marketplace has for them, those that are not listed any more included. */
export async function skusOfNames(
  db: Kysely<Schema>,
  marketplaceId: string,
  names: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ name: string; sku: string }>`
    select name, sku from marketplace_listing where marketplace_id = ${marketplaceId} and name = any(${[...names]}::text[])
  `.execute(db)
  return new Map(rows.map(({ name, sku }) => [name, sku]))
}
