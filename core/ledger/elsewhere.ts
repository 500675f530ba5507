import { type Kysely, sql } from 'kysely'
import { integers, texts } from '../database/array-literal.ts'
import type { Schema } from '../database/schema.ts'
import { bucketOf } from './bucket.ts'
import type { Place } from './documents.ts'

/*
 * Where somebody waits beside units that are not promised. What something elsewhere left to them is theirs, perhaps: stock at another location of a channel with a buffer,
 * a lower buffer, a location that was opened. Mostly they wait because these units are kept for others.
 */

export interface WaitingPlace extends Place {
  readonly bucket: number
}

/** So many of all of them at most, after one of them. */
export async function pageOfWaiting(
  db: Kysely<Schema>,
  most: number,
  { bucket, sku, locationId }: WaitingPlace = { bucket: -1, sku: '', locationId: '' },
): Promise<readonly WaitingPlace[]> {
  const { rows } = await sql<WaitingPlace>`
    /* prepared */ select bucket, sku, location_id as "locationId" from position
    where backordered > 0 and sellable > held + committed and (bucket, sku, location_id) > (${bucket}::smallint, ${sku}, ${locationId})
    order by bucket, sku, location_id
    limit ${most}
  `.execute(db)
  return rows
}

/** Those of some SKUs. */
export async function waitingFor(db: Kysely<Schema>, skus: readonly string[]): Promise<readonly WaitingPlace[]> {
  const { rows } = await sql<WaitingPlace>`
    /* prepared */ select p.bucket, p.sku, p.location_id as "locationId"
    from unnest(${integers(skus.map(bucketOf))}::smallint[], ${texts(skus)}::text[]) as w (bucket, sku)
    join position p on p.bucket = w.bucket and p.sku = w.sku
    where p.backordered > 0 and p.sellable > p.held + p.committed
  `.execute(db)
  return rows
}
