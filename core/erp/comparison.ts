import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Schema } from '../database/schema.ts'
import { IS_NO_HOLD } from '../ledger/holds.ts'
import { balanceIn, isAmong } from './accounts-sql.ts'

export interface Range {
  readonly bucket: number
  readonly from: string
  /** null: to the end. */
  readonly to: string | null
}

/** A position at which the ERP has other than it can know, or that moved while it was read. */
export interface Compared {
  readonly sku: string
  readonly locationId: string
  readonly accounts: number
  readonly erp: number
  /** What it has, as it can know it: between these, which differ only where something moved meanwhile. */
  readonly low: number
  readonly high: number
  readonly readFrom: Date
  /** Effect of what it has refused, which it would have otherwise. */
  readonly refused: number
  readonly isItem: boolean
  readonly units: Readonly<Record<string, number>> | null
}

export interface ComparisonOptions {
  readonly db: Kysely<Schema>
  readonly runId: string
  readonly systemId: string
  /** Sources that the ERP hears of without the hub, its own among them. */
  readonly heard: readonly string[]
  /** Where it says nothing of a position: at which places that means zero, of which accounts. */
  readonly places: readonly { readonly locationId: string; readonly accounts: number }[]
  readonly skus: readonly string[] | null
  /** Feed numbers of the buckets before the snapshot was begun. */
  readonly heads: ReadonlyMap<number, number>
  /** Numbers up to which the journal of each bucket was looked through, at least, before it is compared. */
  readonly lookedThrough: ReadonlyMap<number, number>
  /** When the snapshot was begun and ended, by our clock. */
  readonly startedAt: Date
  readonly endedAt: Date
}

const PAGE = 20_000

/** The next range of a bucket: of as many SKUs as make up a page, on either side. A SKU is never parted. */
export async function nextRange({ db, runId }: ComparisonOptions, bucket: number, from: string): Promise<Range> {
  const { rows } = await sql<{ to: string | null }>`
    select least(
      (select sku from position where bucket = ${bucket} and sku > ${from} order by sku offset ${PAGE} limit 1),
      (select sku from erp_snapshot_line where run_id = ${runId} and bucket = ${bucket} and sku > ${from} order by sku offset ${PAGE} limit 1)
    ) as "to"
  `.execute(db)
  return { bucket, from, to: rows[0]?.to ?? null }
}

/**
 * Compares a range, in one statement and so at one moment. What the ERP can know is the balance of now, without what it was not told when it was read. Of what it may have come to know while it was read, or was told by
 * it since, nobody can say on which side of the reading it was: the ERP is right with any of it or without. So nothing that moves is ever taken for a difference, and nothing depends on anybody's clock but ours.
 */
export async function compare(
  options: ComparisonOptions,
  range: Range,
): Promise<{ readonly compared: number; readonly found: readonly Compared[] }> {
  const { db, runId, systemId, heard, places, skus, heads, lookedThrough, startedAt, endedAt } = options
  const { bucket } = range
  const known = Math.min(heads.get(bucket) ?? 0, lookedThrough.get(bucket) ?? 0)
  const accounts = sql`l.accounts`
  const within = (column: RawBuilder<unknown>) => sql`
    ${column} > ${range.from} and (${range.to}::text is null or ${column} <= ${range.to})
    and (${skus}::text[] is null or ${column} = any(${skus}::text[]))
  `
  const { rows } = await sql<Compared & { compared: number }>`
    with place as materialized (
      select * from unnest(${places.map(({ locationId }) => locationId)}::text[], ${places.map(({ accounts }) => accounts)}::smallint[]) as p (location_id, accounts)
    ), line as materialized (
      select coalesce(s.sku, p.sku) as sku, coalesce(s.location_id, p.location_id) as location_id, coalesce(s.accounts, p.accounts) as accounts,
             coalesce(s.quantity, 0) as erp, coalesce(s.read_from, ${startedAt}) as read_from,
             coalesce(s.read_until, ${endedAt}) as read_until
      from (select * from erp_snapshot_line s where s.run_id = ${runId} and s.bucket = ${bucket} and ${within(sql`s.sku`)}) s
      full join (
        select p.sku, p.location_id, place.accounts from position p join place on place.location_id = p.location_id
        where p.bucket = ${bucket} and ${within(sql`p.sku`)}
      ) p on p.sku = s.sku and p.location_id = s.location_id and p.accounts = s.accounts
    ), moved as materialized (
      -- What it was to be told.
      select j.sku, j.location_id, j.from_account, j.to_account, j.quantity, m.first_sent_at, m.settled_at, null::timestamptz as told_at,
             m.state = 'REFUSED' as is_refused, false as is_unread
      from erp_movement m join journal j on j.bucket = m.bucket and j.number = m.number
      where m.system_id = ${systemId} and m.bucket = ${bucket} and ${within(sql`m.sku`)}
        and (m.state in ('QUEUED', 'SENT', 'REFUSED') or (m.state = 'ACKNOWLEDGED' and m.settled_at >= ${startedAt}))
      union all
      -- What was told by it since the snapshot was begun, and what was not looked through yet, however old. What its count took back may have to be told to it or not: until that was looked at, nobody knows.
      select j.sku, j.location_id, j.from_account, j.to_account, j.quantity, null, null, case when j.kind = 'countOffset' and j.number > c.number then 'infinity' else j.recorded_at end,
             false, j.source is null or j.source <> all(${[...heard]}::text[])
      from journal j join erp_cursor c on c.bucket = j.bucket
      where j.bucket = ${bucket} and j.number > ${known} and ${within(sql`j.sku`)} and ${IS_NO_HOLD}
        and j.from_account in ('sellable', 'qualityHold', 'damaged', 'blocked', 'supplier', 'customer', 'loss', 'inTransfer')
        and (j.source = any(${[...heard]}::text[]) or j.number > c.number)
        -- What it told itself and has to be told all the same is among the others.
        and not exists (select from erp_movement m where m.bucket = j.bucket and m.number = j.number and m.system_id = ${systemId})
    ), judged as (
      select l.sku, l.location_id, l.accounts,
             m.quantity * (${isAmong(accounts, sql`m.to_account`)} - ${isAmong(accounts, sql`m.from_account`)}) as effect,
             m.is_refused,
             -- What was never sent and is acknowledged all the same was there from before a restore.
             m.is_unread or m.is_refused or (m.told_at is null and coalesce(m.first_sent_at > l.read_until, m.settled_at is null)) as is_out,
             coalesce(m.told_at > l.read_from, m.settled_at is null or m.settled_at > l.read_from) as is_open
      from line l join moved m on m.sku = l.sku and m.location_id = l.location_id
    ), summed as (
      select sku, location_id, accounts, sum(case when is_out or is_open then effect else 0 end) as unsure,
             sum(case when is_out or not is_open then 0 else least(effect, 0) end) as less, sum(case when is_out or not is_open then 0 else greatest(effect, 0) end) as more,
             sum(case when is_refused then effect else 0 end) as refused
      from judged group by sku, location_id, accounts
    ), compared as (
      select l.sku, l.location_id, l.accounts, l.erp, l.read_from,
             ${balanceIn(accounts)} - coalesce(s.unsure, 0) as base,
             coalesce(s.less, 0) as less, coalesce(s.more, 0) as more, coalesce(s.refused, 0) as refused
      from line l
      left join position p on p.bucket = ${bucket} and p.sku = l.sku and p.location_id = l.location_id
      left join summed s on s.sku = l.sku and s.location_id = l.location_id and s.accounts = l.accounts
    )
    select c.sku, c.location_id as "locationId", c.accounts::int as accounts, c.erp::float8 as erp, (c.base + c.less)::float8 as low, (c.base + c.more)::float8 as high,
           c.read_from as "readFrom", c.refused::float8 as refused, i.sku is not null as "isItem", i.units, 0::float8 as compared
    from compared c left join item i on i.bucket = ${bucket} and i.sku = c.sku
    where c.erp < c.base + c.less or c.erp > c.base + c.more or c.less <> 0 or c.more <> 0
    union all
    select null, null, 0, 0, 0, 0, null, 0, false, null, count(*)::float8 from line
  `.execute(db)
  const compared = rows.find(({ sku }) => sku === null)?.compared ?? 0
  return { compared, found: rows.filter(({ sku }) => sku !== null) }
}
