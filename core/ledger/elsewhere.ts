import { type Kysely, sql } from 'kysely'
import { integers, texts } from '../database/array-literal.ts'
import type { Schema } from '../database/schema.ts'
import { bucketOf } from './bucket.ts'
import type { Place } from './documents.ts'

/** Positions of these SKUs where somebody waits beside units that are not promised: what came to another location leaves these to them, perhaps. */
export async function waitingBesideFree(db: Kysely<Schema>, skus: readonly string[]): Promise<readonly Place[]> {
  const { rows } = await sql<Place>`
    /* prepared */ select p.sku, p.location_id as "locationId"
    from unnest(${integers(skus.map(bucketOf))}::smallint[], ${texts(skus)}::text[]) as w (bucket, sku)
    join position p on p.bucket = w.bucket and p.sku = w.sku
    where p.backordered > 0 and p.sellable > p.held + p.committed
  `.execute(db)
  return rows
}
