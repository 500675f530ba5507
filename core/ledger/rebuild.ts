import { sql } from 'kysely'
import type { Database } from '../database/connection.ts'
import { type AuditOptions, audit, type Difference } from './audit.ts'

export interface RebuildOptions extends AuditOptions {
  /** Write the derived balances. Without it nothing is changed and the report says what would be. */
  readonly apply: boolean
}

export interface RebuildReport {
  readonly positions: number
  readonly entries: number
  readonly differences: readonly Difference[]
  /** Balances that were set to what the journal says. */
  readonly written: number
}

const COLUMN_OF: Readonly<Record<string, string>> = {
  sellable: 'sellable',
  qualityHold: 'quality_hold',
  damaged: 'damaged',
  blocked: 'blocked',
  held: 'held',
  committed: 'committed',
  backordered: 'backordered',
  fenced: 'fenced',
  onOrder: 'on_order',
  inTransit: 'in_transit',
}

/**
 * Derives every position from the journal again. What differs is reported; it is written only when told so, each balance under the lock of its
 * bucket and from the journal as it stands then.
 */
export async function rebuild(options: RebuildOptions): Promise<RebuildReport> {
  const { positions, entries, differences } = await audit(options)
  const wrong = differences.filter((difference) => difference.check === 'position')
  let written = 0
  if (options.apply) for (const difference of wrong) written += await write(options.db, difference)
  return { positions, entries, differences: wrong, written }
}

async function write(db: Database, { bucket, sku, locationId, account }: Difference): Promise<number> {
  const column = COLUMN_OF[account]
  if (sku === null || locationId === null || column === undefined) return 0
  return db.kysely.transaction().execute(async (tx) => {
    // Locks the bucket, and tells every writer that what it remembers of it is not valid any more.
    await sql`update bucket_head set version = floor(random() * 9e15) where bucket = ${bucket}`.execute(tx)
    const derived = sql`(
      select coalesce(sum(case when to_account = ${account} then quantity else -quantity end), 0) from journal
      where bucket = ${bucket} and sku = ${sku} and location_id = ${locationId} and (to_account = ${account} or from_account = ${account})
    )`
    await sql`
      insert into position (bucket, sku, location_id, ${sql.ref(column)}, updated_at)
      values (${bucket}, ${sku}, ${locationId}, ${derived}, clock_timestamp())
      on conflict (bucket, sku, location_id) do update set ${sql.ref(column)} = excluded.${sql.ref(column)}
    `.execute(tx)
    return 1
  })
}
