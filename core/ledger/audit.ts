import { sql } from 'kysely'
import type { Database } from '../database/connection.ts'
import { BUCKET_COUNT } from './bucket.ts'

/** A figure that is kept and does not follow from what it is kept for. */
export interface Difference {
  /** position: a balance against the journal; demand, supply: a balance against open lines and fences; line: a line against the journal; feed: numbers. */
  readonly check: 'position' | 'demand' | 'supply' | 'line' | 'feed'
  readonly bucket: number
  readonly sku: string | null
  readonly locationId: string | null
  readonly document: string | null
  readonly account: string
  readonly kept: number
  readonly derived: number
}

export interface AuditReport {
  readonly buckets: number
  readonly positions: number
  readonly entries: number
  readonly differences: readonly Difference[]
}

export interface AuditOptions {
  readonly db: Database
  /** Told after each bucket, for a progress bar. */
  readonly onProgress?: (done: number, total: number) => void
  /** SKUs compared in one statement; default 2,000. Keeps every statement far below two seconds. */
  readonly pageSize?: number
  /** Differences kept in the report; default 1,000. */
  readonly most?: number
  readonly stopped?: () => boolean
}

/** Compares what is kept with what it derives from, page by page; each page is one statement and so one snapshot. Repairs nothing. */
export async function audit(options: AuditOptions): Promise<AuditReport> {
  const { db, onProgress, pageSize = 2_000, most = 1_000, stopped = () => false } = options
  const differences: Difference[] = []
  let positions = 0
  let entries = 0
  for (let bucket = -1; bucket < BUCKET_COUNT; bucket++) {
    if (stopped()) break
    differences.push(...(await auditFeed(db, bucket)))
    if (bucket >= 0) {
      for await (const page of pages(db, bucket, pageSize)) {
        positions += page.positions
        entries += page.entries
        differences.push(...(await auditPage(db, bucket, page.from, page.to)))
        if (stopped()) break
      }
    }
    onProgress?.(bucket + 2, BUCKET_COUNT + 1)
  }
  return { buckets: BUCKET_COUNT, positions, entries, differences: differences.slice(0, most) }
}

interface Page {
  /** SKUs above this one … */
  readonly from: string
  /** … up to this one; null for the last page, which has no end. */
  readonly to: string | null
  readonly positions: number
  readonly entries: number
}

async function* pages(db: Database, bucket: number, size: number): AsyncGenerator<Page> {
  let from = ''
  for (;;) {
    const { rows } = await sql<{ sku: string }>`
      select sku from item where bucket = ${bucket} and sku > ${from} order by sku offset ${size - 1} limit 1
    `.execute(db.kysely)
    const to = rows[0]?.sku ?? null
    const counted = await sql<{ positions: number; entries: number }>`
      select (select count(*)::int from position where bucket = ${bucket} and sku > ${from} and (${to}::text is null or sku <= ${to})) as positions,
             (select count(*)::int from journal where bucket = ${bucket} and sku > ${from} and (${to}::text is null or sku <= ${to})) as entries
    `.execute(db.kysely)
    yield { from, to, positions: counted.rows[0]?.positions ?? 0, entries: counted.rows[0]?.entries ?? 0 }
    if (to === null) return
    from = to
  }
}

const ACCOUNTS = [
  ['sellable', 'sellable'],
  ['quality_hold', 'qualityHold'],
  ['damaged', 'damaged'],
  ['blocked', 'blocked'],
  ['held', 'held'],
  ['committed', 'committed'],
  ['backordered', 'backordered'],
  ['fenced', 'fenced'],
  ['on_order', 'onOrder'],
  ['in_transit', 'inTransit'],
] as const

async function auditPage(db: Database, bucket: number, from: string, to: string | null): Promise<Difference[]> {
  const within = (alias: string) => {
    const column = sql.ref(`${alias}.sku`)
    return sql`${sql.ref(`${alias}.bucket`)} = ${bucket} and ${column} > ${from} and (${to}::text is null or ${column} <= ${to})`
  }
  const kept = sql.join(ACCOUNTS.map(([column, account]) => sql`(${account}, p.${sql.ref(column)})`))
  const { rows } = await sql<Omit<Difference, 'bucket'>>`
    with kept as (
      select p.sku, p.location_id, v.account, v.balance
      from position p cross join lateral (values ${kept}) as v (account, balance)
      where ${within('p')} and v.balance <> 0
    ), moved as (
      select j.sku, j.location_id, v.account, sum(v.quantity)::bigint as balance
      from journal j cross join lateral (values (j.to_account, j.quantity), (j.from_account, -j.quantity)) as v (account, quantity)
      where ${within('j')} and v.account = any(${ACCOUNTS.map(([, account]) => account)}::text[])
      group by 1, 2, 3 having sum(v.quantity) <> 0
    ), promised as (
      select l.sku, l.location_id, v.account, sum(v.quantity)::bigint as balance
      from reservation_line l
        cross join lateral (values ('held', l.held), ('committed', l.committed), ('backordered', l.backordered)) as v (account, quantity)
      where ${within('l')} and l.status = any('{0,1,2,3}')
      group by 1, 2, 3 having sum(v.quantity) <> 0
      union all
      select f.sku, f.location_id, 'fenced', sum(f.quantity - f.used)::bigint
      from fence f where ${within('f')} and f.quantity > f.used group by 1, 2
    ), expected as (
      select l.sku, l.destination_id as location_id, v.account, sum(v.quantity)::bigint as balance
      from shipment_line l
        cross join lateral (values ('onOrder', l.on_order), ('inTransit', l.in_transit)) as v (account, quantity)
      where ${within('l')}
      group by 1, 2, 3 having sum(v.quantity) <> 0
    ), line_moved as (
      select j.document_id, j.line_id, v.account, sum(v.quantity)::bigint as balance
      from journal j cross join lateral (values (j.to_account, j.quantity), (j.from_account, -j.quantity)) as v (account, quantity)
      where ${within('j')} and j.document = 'reservation' and v.account in ('held', 'committed', 'backordered')
      group by 1, 2, 3 having sum(v.quantity) <> 0
    ), line_kept as (
      select l.reservation_id as document_id, l.reservation_id || '/' || l.line as line_id, v.account, v.quantity as balance
      from reservation_line l
        cross join lateral (values ('held', l.held), ('committed', l.committed), ('backordered', l.backordered)) as v (account, quantity)
      where ${within('l')} and v.quantity <> 0
    )
    select 'position' as "check", sku, location_id as "locationId", null as document, account,
           coalesce(k.balance, 0)::bigint as kept, coalesce(m.balance, 0)::bigint as derived
    from kept k full join moved m using (sku, location_id, account) where k.balance is distinct from m.balance
    union all
    select 'demand', sku, location_id, null, account, coalesce(k.balance, 0), coalesce(o.balance, 0)
    from (select * from kept where account in ('held', 'committed', 'backordered', 'fenced')) k
      full join promised o using (sku, location_id, account) where k.balance is distinct from o.balance
    union all
    select 'supply', sku, location_id, null, account, coalesce(k.balance, 0), coalesce(e.balance, 0)
    from (select * from kept where account in ('onOrder', 'inTransit')) k
      full join expected e using (sku, location_id, account) where k.balance is distinct from e.balance
    union all
    select 'line', null, null, line_id, account, coalesce(k.balance, 0), coalesce(m.balance, 0)
    from line_kept k full join line_moved m using (document_id, line_id, account) where k.balance is distinct from m.balance
  `.execute(db.kysely)
  return rows.map((row) => ({ ...row, bucket }))
}

/** Numbers of a stream have no gap and no repeat: as many rows as the head says, the last of them with its number. */
async function auditFeed(db: Database, bucket: number): Promise<Difference[]> {
  const { rows } = await sql<{ head: number; rows: number; last: number }>`
    select h.number as head,
           ((select count(*) from journal where bucket = ${bucket}) + (select count(*) from change where bucket = ${bucket}))::bigint as rows,
           greatest((select max(number) from journal where bucket = ${bucket}), (select max(number) from change where bucket = ${bucket}), 0)::bigint as last
    from bucket_head h where h.bucket = ${bucket}
  `.execute(db.kysely)
  const [row] = rows
  if (row === undefined) return []
  const difference = (account: string, derived: number): Difference[] =>
    derived === row.head
      ? []
      : [{ check: 'feed', bucket, sku: null, locationId: null, document: null, account, kept: row.head, derived }]
  return [...difference('rows', row.rows), ...difference('last', row.last)]
}
