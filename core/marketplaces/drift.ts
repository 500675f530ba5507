import { type Kysely, sql } from 'kysely'
import { bigints, smallints, texts } from '../database/array-parameter.ts'
import type { Schema } from '../database/schema.ts'
import { run } from '../database/statement.ts'
import { bucketOf } from '../ledger/bucket.ts'
import { type Marketplace, marketplaceOf } from './marketplace.ts'

/** A listing that the marketplace has acknowledged, long enough ago to be seen, and of which nothing is to be told. */
export interface SettledListing {
  readonly sku: string
  readonly name: string
  readonly version: number
}

/** What a marketplace shows of it; null: nothing of that name. */
export interface ReadListing extends SettledListing {
  readonly found: number | null
}

/** Marketplaces that are called now and are to be read back as a whole, or of which something is to be seen once more. */
export async function marketplacesToCheck(
  db: Kysely<Schema>,
): Promise<readonly { readonly marketplace: Marketplace; readonly whole: boolean }[]> {
  const rows = await db
    .selectFrom('marketplace as m')
    .innerJoin('marketplace_state as s', 's.marketplace_id', 'm.id')
    .selectAll('m')
    .select(
      sql<boolean>`s.check_requested_at is not null or (m.drift_minutes > 0 and (
        s.checked_at is null or s.checked_at <= clock_timestamp() - m.drift_minutes * interval '1 min'
      ))`.as('whole'),
    )
    .where('m.paused', '=', false)
    .where('s.circuit', '<>', 'OPEN')
    .orderBy('m.id')
    .execute()
  return rows.map((row) => ({ marketplace: marketplaceOf(row), whole: row.whole }))
}

const IS_SETTLED = `l.sure and l.due = 0 and l.marked = l.looked and l.sending_until is null
    and l.acknowledged_at <= clock_timestamp() - $2::float8 * interval '1 s'`

/** What may be compared, in the order of its keys. */
export async function settledListings(
  db: Kysely<Schema>,
  { id, settleSeconds }: Pick<Marketplace, 'id' | 'settleSeconds'>,
  after: SettledListing | undefined,
  limit: number,
): Promise<readonly SettledListing[]> {
  const [bucket, sku] = after === undefined ? [-1, ''] : [bucketOf(after.sku), after.sku]
  return run<SettledListing>(db, SETTLED, [id, settleSeconds, bucket, sku, limit])
}

const SETTLED = `/* prepared */
  select l.sku, l.name, l.version from marketplace_listing l
  where l.marketplace_id = $1 and (l.bucket, l.sku) > ($3::smallint, $4::text) and ${IS_SETTLED}
  order by l.bucket, l.sku limit $5`

/** What was seen otherwise once, long enough ago to be seen as it is by now. */
export async function suspectedListings(
  db: Kysely<Schema>,
  { id, settleSeconds }: Pick<Marketplace, 'id' | 'settleSeconds'>,
  limit: number,
): Promise<readonly SettledListing[]> {
  return run<SettledListing>(db, SUSPECTED, [id, settleSeconds, limit])
}

const SUSPECTED = `/* prepared */
  select l.sku, l.name, l.version from marketplace_drift d
  join marketplace_listing l on l.marketplace_id = d.marketplace_id and l.bucket = d.bucket and l.sku = d.sku
  where d.marketplace_id = $1 and d.state = 'SUSPECTED' and d.last_seen_at <= clock_timestamp() - $2::float8 * interval '1 s' and ${IS_SETTLED}
  order by d.last_seen_at limit $3`

/**
 * Compares what a marketplace shows with what it has acknowledged. What was sent since is left alone. Seen once, a difference may pass, because a marketplace that is made of many parts shows late what it has accepted, and its own
 * sales before it tells of them; seen twice alike, with as much time between as it takes to settle, it is told anew. One that shows nothing shows none.
 */
export async function compareListings(
  db: Kysely<Schema>,
  { id, settleSeconds }: Pick<Marketplace, 'id' | 'settleSeconds'>,
  read: readonly ReadListing[],
): Promise<void> {
  await run(db, COMPARE, [
    id,
    settleSeconds,
    smallints(read, ({ sku }) => bucketOf(sku)),
    texts(read, ({ sku }) => sku),
    bigints(read, ({ version }) => version),
    bigints(read, ({ found }) => found),
  ])
}

const COMPARE = `/* prepared */
  with seen as materialized (
    select l.bucket, l.sku, l.version, l.acknowledged as expected, r.found, coalesce(r.found, 0) <> l.acknowledged as differs
    from unnest($3::smallint[], $4::text[], $5::bigint[], $6::bigint[]) as r (bucket, sku, version, found)
    join marketplace_listing l on l.marketplace_id = $1 and l.bucket = r.bucket and l.sku = r.sku and l.version = r.version and ${IS_SETTLED}
    order by l.bucket, l.sku for update of l
  ), passed as (
    delete from marketplace_drift d using seen
    where d.marketplace_id = $1 and d.bucket = seen.bucket and d.sku = seen.sku and not seen.differs and d.state = 'SUSPECTED'
  ), mended as (
    update marketplace_drift d set state = 'MENDED', settled_at = clock_timestamp() from seen
    where d.marketplace_id = $1 and d.bucket = seen.bucket and d.sku = seen.sku and not seen.differs and d.state = 'MENDING'
  ), noted as (
    insert into marketplace_drift as d (marketplace_id, bucket, sku, state, expected, found, version, first_seen_at, last_seen_at)
    select $1, bucket, sku, 'SUSPECTED', expected, found, version, clock_timestamp(), clock_timestamp() from seen where differs
    on conflict (marketplace_id, bucket, sku) do update
    set state = case when d.state = 'SUSPECTED' and d.version = excluded.version and d.found is not distinct from excluded.found then 'MENDING' else 'SUSPECTED' end,
        expected = excluded.expected, found = excluded.found, version = excluded.version, settled_at = null,
        first_seen_at = case when d.state = 'MENDED' then excluded.first_seen_at else d.first_seen_at end, last_seen_at = excluded.last_seen_at
    where not (d.state = 'SUSPECTED' and d.version = excluded.version and d.last_seen_at > clock_timestamp() - $2::float8 * interval '1 s')
    returning d.bucket, d.sku, d.state
  )
  update marketplace_listing l
  set sure = false, was_sure = false, marked = l.marked + 1, changed_at = clock_timestamp()
  from noted where noted.state = 'MENDING' and l.marketplace_id = $1 and l.bucket = noted.bucket and l.sku = noted.sku`

/** It was read back to its end. What was asked for meanwhile is still to be done. */
export async function checkedUpTo(
  db: Kysely<Schema>,
  marketplaceId: string,
  startedAt: Date,
  checked: number,
): Promise<void> {
  await sql`
    update marketplace_state
    set checked_at = clock_timestamp(), checked = ${checked},
        check_requested_at = case when check_requested_at > ${startedAt}::timestamptz then check_requested_at end
    where marketplace_id = ${marketplaceId}
  `.execute(db)
}

export async function databaseNow(db: Kysely<Schema>): Promise<Date> {
  const { rows } = await sql<{ now: Date }>`select clock_timestamp() as now`.execute(db)
  const [row] = rows
  if (row === undefined) throw new Error('A select without a from clause gave no row.')
  return row.now
}
