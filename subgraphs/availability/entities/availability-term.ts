import { type Kysely, type SqlBool, sql } from 'kysely'
import { seesChannel } from '../../../core/access/viewer.ts'
import type { Schema } from '../../../core/database/schema.ts'
import { bucketOf } from '../../../core/ledger/bucket.ts'
import { IS_NO_HOLD, newestHolds } from '../../../core/ledger/holds.ts'
import { grouped, nameOfParts } from '../../shared/loader.ts'
import { movementIdOf } from '../../shared/movement-id.ts'
import { pageSize } from '../../shared/relay.ts'
import type { AvailabilityTermResolvers } from '../generated/types.ts'

/** Accounts that are terms of atf. */
const ACCOUNTS = ['sellable', 'held', 'committed', 'fenced']

/** The newest entries of a position, up to a feed number. */
export interface EntriesOf {
  readonly sku: string
  readonly locationId: string
  readonly upTo: number
  readonly first: number
}

export const availabilityTermFields: AvailabilityTermResolvers = {
  fences: ({ fences }, _args, { viewer }) => fences.filter(({ channelId }) => seesChannel(viewer, channelId)),
  stockLevel: ({ sku, locationId }) => ({ sku, locationId }),
  entries: ({ sku, locationId, reading }, args, { loaders }) => {
    // Entries posted after the reading are not behind the numbers that it gave.
    const upTo = reading.position.numbers.get(bucketOf(sku)) ?? 0
    return loaders.entries.load({ sku, locationId, upTo, first: pageSize(args.first, 10) })
  },
}

export function nameOfEntries({ sku, locationId, upTo, first }: EntriesOf): string {
  return nameOfParts(sku, locationId, upTo, first)
}

/** The ids of the entries that moved a term of atf, newest first: the newest holds by when they were recorded and the newest others by when they happened. For all wanted positions in one statement. */
export async function readEntries(
  db: Kysely<Schema>,
  wanted: readonly EntriesOf[],
): Promise<ReadonlyMap<string, readonly { readonly id: string }[]>> {
  const { rows } = await sql<{ place: number; bucket: number; number: number }>`
    select w.place, j.bucket, j.number
    from unnest(
      ${wanted.map(({ sku }) => bucketOf(sku))}::smallint[],
      ${wanted.map(({ sku }) => sku)}::text[],
      ${wanted.map(({ locationId }) => locationId)}::text[],
      ${wanted.map(({ upTo }) => upTo)}::bigint[],
      ${wanted.map(({ first }) => first)}::integer[]
    ) with ordinality as w (bucket, sku, location_id, up_to, first, place)
    cross join lateral (
      select e.bucket, e.number, e.occurred_at
      from (
        (
          select j.bucket, j.number, j.occurred_at
          from journal j
          where j.bucket = w.bucket and j.sku = w.sku and j.location_id = w.location_id and j.number <= w.up_to and ${IS_NO_HOLD}
            and (j.from_account = any(${ACCOUNTS}::text[]) or j.to_account = any(${ACCOUNTS}::text[]))
          order by j.occurred_at desc, j.number desc
          limit w.first
        )
        union all
        -- Holds stand in no index by position.
        select h.bucket, h.number, h.occurred_at from (${newestHolds('w', sql`w.first`, sql<SqlBool>`j.number <= w.up_to`)}) h
      ) e
      order by e.occurred_at desc, e.number desc
      limit w.first
    ) j
    order by w.place, j.occurred_at desc, j.number desc
  `.execute(db)
  const nameAt = (place: number): string => {
    const entries = wanted[place - 1]
    return entries === undefined ? '' : nameOfEntries(entries)
  }
  const byName = grouped(rows, ({ place }) => nameAt(place))
  return new Map([...byName].map(([name, entries]) => [name, entries.map((entry) => ({ id: movementIdOf(entry) }))]))
}
