import { type Kysely, type Selectable, sql } from 'kysely'
import type { MarketplaceListingTable, MarketplaceStateTable, Schema } from '../database/schema.ts'
import { bucketOf } from '../ledger/bucket.ts'
import { type Marketplace, marketplaceOf } from './marketplace.ts'

export interface MarketplacePage {
  readonly size: number
  readonly after: string | null
  readonly backwards: boolean
  readonly ids?: readonly string[] | null | undefined
  readonly channelIds?: readonly string[] | null | undefined
  /** Which the viewer may see; null: all. */
  readonly visible: readonly string[] | null
}

/** Marketplaces, one more than a page has. */
export async function readMarketplaces(db: Kysely<Schema>, page: MarketplacePage): Promise<Marketplace[]> {
  const { size, after, backwards, ids, channelIds, visible } = page
  // "C" is the order of code points, whatever the database's own collation.
  const id = sql<string>`id collate "C"`
  const rows = await db
    .selectFrom('marketplace')
    .selectAll()
    .$if(ids != null, (query) => query.where(sql<boolean>`id = any(${[...(ids ?? [])]}::text[])`))
    .$if(channelIds != null, (query) => query.where(sql<boolean>`channel_id = any(${[...(channelIds ?? [])]}::text[])`))
    .$if(visible !== null, (query) => query.where(sql<boolean>`channel_id = any(${[...(visible ?? [])]}::text[])`))
    .$if(after !== null, (query) => query.where(id, backwards ? '<' : '>', after ?? ''))
    .orderBy(id, backwards ? 'desc' : 'asc')
    .limit(size + 1)
    .execute()
  return rows.map(marketplaceOf)
}

/** How a marketplace does, and what is counted of it. */
export type MarketplaceStanding = Selectable<MarketplaceStateTable> & {
  readonly listings: number
  readonly marked: number
  readonly waiting: number
  readonly urgent: number
  readonly refusing: number
  readonly oldest_changed_at: Date | null
  readonly unread: number
  readonly suspected: number
  readonly mending: number
  readonly drifting_units: number
  readonly drifting_since: Date | null
}

/** By marketplace. Counts what waits, which is found by its indexes; of all others only how many there are. */
export async function readStandings(
  db: Kysely<Schema>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, MarketplaceStanding>> {
  const { rows } = await sql<MarketplaceStanding>`
    select s.*, l.listings, w.marked, d.waiting, d.urgent, r.refusing, least(w.oldest, d.oldest) as oldest_changed_at,
           (select coalesce(sum(h.number - c.number), 0) from marketplace_cursor c join bucket_head h on h.bucket = c.bucket)::float8 as unread,
           x.suspected, x.mending, x.units as drifting_units, x.since as drifting_since
    from marketplace_state s
    cross join lateral (select count(*)::float8 as listings from marketplace_listing where marketplace_id = s.marketplace_id) l
    cross join lateral (
      select count(*)::float8 as marked, min(changed_at) as oldest from marketplace_listing where marketplace_id = s.marketplace_id and marked > looked
    ) w
    cross join lateral (
      select count(*)::float8 as waiting, count(*) filter (where due > 1)::float8 as urgent, min(changed_at) as oldest
      from marketplace_listing where marketplace_id = s.marketplace_id and due > 0
    ) d
    cross join lateral (
      select count(*)::float8 as refusing from marketplace_listing where marketplace_id = s.marketplace_id and refusal is not null
    ) r
    cross join lateral (
      select count(*) filter (where state = 'SUSPECTED')::float8 as suspected, count(*) filter (where state = 'MENDING')::float8 as mending,
             coalesce(sum(abs(coalesce(found, 0) - expected)) filter (where state = 'MENDING'), 0)::float8 as units, min(first_seen_at) as since
      from marketplace_drift where marketplace_id = s.marketplace_id and state <> 'MENDED'
    ) x
    where s.marketplace_id = any(${[...ids]}::text[])
  `.execute(db)
  return new Map(rows.map((row) => [row.marketplace_id, row]))
}

export const LISTING_STATES = ['CURRENT', 'WAITING', 'SENDING', 'REFUSED'] as const
export type ListingState = (typeof LISTING_STATES)[number]

export interface ListingRow extends Selectable<MarketplaceListingTable> {
  readonly state: ListingState
  readonly drift: {
    readonly state: 'SUSPECTED' | 'MENDING' | 'MENDED'
    readonly expected: number
    readonly found: number | null
    readonly first_seen_at: string
    readonly last_seen_at: string
    readonly settled_at: string | null
  } | null
}

export interface ListingPage {
  readonly size: number
  /** The SKU before. */
  readonly after: string | null
  readonly backwards: boolean
  readonly skus?: readonly string[] | null | undefined
  readonly states?: readonly ListingState[] | null | undefined
  readonly drifting?: boolean | null | undefined
}

/** Listings of a marketplace, one more than a page has. */
export async function readListings(
  db: Kysely<Schema>,
  marketplaceId: string,
  { size, after, backwards, skus, states, drifting }: ListingPage,
): Promise<ListingRow[]> {
  const conditions = [sql<boolean>`true`]
  if (skus != null) {
    conditions.push(sql`bucket = any(${skus.map(bucketOf)}::smallint[]) and sku = any(${[...skus]}::text[])`)
  }
  if (states != null) conditions.push(sql`state = any(${[...states]}::text[])`)
  if (drifting != null) conditions.push(sql`(drift is not null and drift->>'state' <> 'MENDED') = ${drifting}`)
  if (after !== null) conditions.push(sql`sku collate "C" ${backwards ? sql`<` : sql`>`} ${after}`)
  const { rows } = await sql<ListingRow>`
    select * from (
      select l.*,
        case
          when l.sending_until > clock_timestamp() then 'SENDING'
          when l.due > 0 or l.marked > l.looked then 'WAITING'
          when l.refusal is not null then 'REFUSED'
          else 'CURRENT'
        end as state,
        (select to_json(d) from marketplace_drift d where d.marketplace_id = l.marketplace_id and d.bucket = l.bucket and d.sku = l.sku) as drift
      from marketplace_listing l where l.marketplace_id = ${marketplaceId}
    ) as listing
    where ${sql.join(conditions, sql` and `)}
    order by sku collate "C" ${backwards ? sql`desc` : sql`asc`}
    limit ${size + 1}
  `.execute(db)
  return rows
}
