import { createHash } from 'node:crypto'
import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Database } from '../database/connection.ts'
import type { Schema } from '../database/schema.ts'
import { POLICY_STREAM, STREAMS } from './bucket.ts'
import { holdOfLine, IS_HOLD, IS_NO_HOLD, leadsToHold } from './holds.ts'

/** A figure that is kept and does not follow from what it is kept for. */
export interface Difference {
  /**
   * position: a balance against the journal; demand, supply: a balance against open lines and fences; fence: what is left in a channel's fence against the
   * journal; line: a document's line against the journal; status: open supply of a shipment's line against what follows from its steps; feed: numbers.
   */
  readonly check: 'position' | 'demand' | 'supply' | 'fence' | 'line' | 'status' | 'feed'
  readonly bucket: number
  readonly sku: string | null
  readonly locationId: string | null
  /** The line, the channel of a fence, the number of the feed or that of the hold that it is about. */
  readonly document: string | null
  /** What is counted there; or `lastHold`, `previousHold` or `holdEntry`, and then the figures are numbers of entries. */
  readonly account: string
  readonly kept: number
  readonly derived: number
}

export interface AuditReport {
  readonly buckets: number
  readonly positions: number
  readonly entries: number
  /** How many figures differ. */
  readonly found: number
  /** Those that were found first: all of them, unless they are more than a report keeps. */
  readonly differences: readonly Difference[]
}

export interface AuditOptions {
  readonly db: Database
  /** Streams to look at, buckets and -1 for policies; default all. */
  readonly streams?: readonly number[]
  /** Told after each bucket, for a progress bar. */
  readonly onProgress?: (done: number, total: number) => void
  /** SKUs compared in one statement at most; default 2,000. */
  readonly pageSize?: number
  /** Entries of the journal that one statement reads at most, but for a single SKU with more; default 50,000. Keeps statements far below two seconds. */
  readonly pageEntries?: number
  /** Differences kept in the report; default 1,000. Whatever is wrong, an audit takes no more memory than one page does. */
  readonly most?: number
  /** Handed what was found, page by page, before the next page is looked at. */
  readonly onFound?: (differences: readonly Difference[]) => Promise<void>
  readonly stopped?: () => boolean
}

/** Nothing that an audit reads is locked for long. */
const LOCK_TIMEOUT_MS = 60_000

/** What of a page is sorted and compared stays in memory, but for a SKU with millions of entries. */
const WORK_MEM = '32MB'

/** Compares what is kept with what it derives from, page by page; each page is one statement and so one snapshot. Repairs nothing. */
export async function audit(options: AuditOptions): Promise<AuditReport> {
  // A SKU is never parted, and there is no end to how often one is sold.
  return options.db.unhurried(LOCK_TIMEOUT_MS, async (db) => {
    if (options.db.kind === 'postgres') await sql`select set_config('work_mem', ${WORK_MEM}, false)`.execute(db)
    return auditOver(db, options)
  })
}

async function auditOver(db: Kysely<Schema>, options: AuditOptions): Promise<AuditReport> {
  const {
    streams = STREAMS,
    onProgress,
    onFound,
    pageSize = 2_000,
    pageEntries = 50_000,
    most = 1_000,
    stopped = () => false,
  } = options
  const differences: Difference[] = []
  let found = 0
  let positions = 0
  let entries = 0
  const report = async (some: readonly Difference[]) => {
    if (some.length === 0) return
    found += some.length
    differences.push(...some.slice(0, most - differences.length))
    await onFound?.(some)
  }
  for (const [index, bucket] of streams.entries()) {
    if (stopped()) break
    /** Numbers of holds that no line leads to. */
    const lost: number[] = []
    for await (const some of auditFeed(db, bucket, pageEntries, stopped)) {
      entries += some.entries
      lost.push(...some.lost)
      await report(some.differences)
    }
    if (bucket >= 0) {
      for await (const page of pages(db, bucket, pageSize, pageEntries)) {
        // Before as well: who stopped while the numbers were read does not know all that is lost.
        if (stopped()) break
        positions += page.positions
        await report(await auditPage(db, page, lost))
      }
    }
    onProgress?.(index + 1, streams.length)
  }
  return {
    buckets: streams.filter((stream) => stream !== POLICY_STREAM).length,
    positions,
    entries,
    found,
    differences,
  }
}

/** Names what was found, so that exactly this can be corrected and nothing else that came meanwhile. */
export function fingerprintOf(differences: readonly Difference[]): string {
  const lines = differences.map((difference) => JSON.stringify(difference, Object.keys(difference).sort())).sort()
  return createHash('sha256').update(lines.join('\n')).digest('hex').slice(0, 12)
}

interface Range {
  readonly bucket: number
  /** SKUs above this one … */
  readonly from: string
  /** … up to this one; null for the last page, which has no end. */
  readonly to: string | null
}

interface Page extends Range {
  readonly positions: number
}

async function* pages(db: Kysely<Schema>, bucket: number, size: number, entriesMax: number): AsyncGenerator<Page> {
  let from = ''
  for (;;) {
    // Whichever comes first. A SKU is never parted: its lines and its balances belong together. Of lines and entries those are counted that stand in the indexes by SKU.
    const { rows } = await sql<{ to: string | null }>`
      select least(
        (select sku from item where bucket = ${bucket} and sku > ${from} order by sku offset ${size - 1} limit 1),
        (select sku from journal where bucket = ${bucket} and sku > ${from} and previous is null order by sku offset ${entriesMax - 1} limit 1),
        (select sku from reservation_line where bucket = ${bucket} and sku > ${from} and status <> 1 order by sku offset ${entriesMax - 1} limit 1)
      ) as "to"
    `.execute(db)
    const to = rows[0]?.to ?? null
    const counted = await sql<{ positions: number }>`
      select count(*)::int as positions from position p where ${withinRange('p', { bucket, from, to })}
    `.execute(db)
    yield { bucket, from, to, positions: counted.rows[0]?.positions ?? 0 }
    if (to === null) return
    from = to
  }
}

function withinRange(alias: string, { bucket, from, to }: Range) {
  const column = sql.ref(`${alias}.sku`)
  return sql`${sql.ref(`${alias}.bucket`)} = ${bucket} and ${column} > ${from} and (${to}::text is null or ${column} <= ${to})`
}

/** Balances of a position by their columns. */
export const BALANCE_COLUMNS = {
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
} as const

const ACCOUNTS = Object.entries(BALANCE_COLUMNS)

/** Stands for an account where it is not a balance that differs but the number of the last hold. */
export const LAST_HOLD = 'lastHold'

/** The same where it is the number of the hold before, in the entry that `document` gives the number of. */
export const PREVIOUS_HOLD = 'previousHold'

/** Stands for a state of a line where it is not that but the number of the entry that held it. */
export const HOLD_OF_LINE = 'holdEntry'

/**
 * What the journal says of documents' lines. A count's opposite bears the line of the late entry that it neutralises, and says nothing about it.
 * Of a reservation: what is open, what ended by itself and what was shipped (the rest of what was requested was released, or never there).
 * Of a shipment: what is expected and what arrived. Of a return: what is here and undecided, what was restocked, what went back to its vendor.
 */
export const lineMovements = (journal: RawBuilder<unknown>) => sql`
  select j.document, j.document_id, j.line, v.account, v.quantity from ${journal} j cross join lateral (values
    (case when j.document = 'reservation' and j.to_account in ('held', 'committed', 'backordered') then j.to_account
          when j.document = 'shipment' and j.to_account in ('onOrder', 'inTransit') then j.to_account
          when j.document = 'return' and j.to_account = 'qualityHold' then j.to_account end, j.quantity),
    (case when j.document = 'reservation' and j.from_account in ('held', 'committed', 'backordered') then j.from_account
          when j.document = 'shipment' and j.from_account in ('onOrder', 'inTransit') then j.from_account
          when j.document = 'return' and j.from_account = 'qualityHold' then j.from_account end, -j.quantity),
    (case when j.document = 'reservation' and j.from_account in ('held', 'committed', 'backordered') and j.kind = 'expire' then 'expired'
          when j.document = 'reservation' and j.from_account in ('held', 'committed', 'backordered') and j.kind = 'fulfill' then 'fulfilled'
          when j.document = 'shipment' and j.to_account = 'sellable' and j.kind = 'receipt' then 'received'
          when j.document = 'return' and j.from_account = 'qualityHold' and j.kind = 'restock' then 'restocked'
          when j.document = 'return' and j.from_account = 'qualityHold' and j.kind = 'toVendor' then 'returnedToVendor' end, j.quantity),
    -- What ended by itself and was confirmed all the same.
    (case when j.document = 'reservation' and j.to_account in ('held', 'committed', 'backordered') and j.kind = 'expire' then 'expired' end, -j.quantity),
    -- What an authority denied of what was told.
    (case when j.kind <> 'correction' then null
          when j.document = 'shipment' and j.from_account = 'sellable' then 'received'
          when j.document = 'return' and j.from_account = 'sellable' then 'restocked'
          when j.document = 'return' and j.from_account = 'supplier' then 'returnedToVendor' end, -j.quantity)
  ) as v (account, quantity)
  where j.line is not null and j.kind <> 'countOffset' and v.account is not null
`

/** What is looked at of a line, and of an entry: a page of them is put aside. */
const LINE = sql.raw(
  [
    'bucket',
    'reservation_id',
    'line',
    'sku',
    'location_id',
    'status',
    'held',
    'committed',
    'backordered',
    'expired',
    'fulfilled',
    'hold',
  ]
    .map((column) => `l.${column}`)
    .join(', '),
)
const ENTRY = sql.raw(
  [
    'number',
    'previous',
    'sku',
    'location_id',
    'from_account',
    'to_account',
    'quantity',
    'kind',
    'document',
    'document_id',
    'line',
    'channel_id',
    'named_by_line',
  ]
    .map((column) => `j.${column}`)
    .join(', '),
)

/** `lost`: numbers of holds in the bucket that no line leads to: it is missing, or names another entry. */
async function auditPage(db: Kysely<Schema>, page: Range, lost: readonly number[]): Promise<Difference[]> {
  const within = (alias: string) => withinRange(alias, page)
  const kept = sql.join(ACCOUNTS.map(([account, column]) => sql`(${account}, p.${sql.ref(column)})`))
  const { rows } = await sql<Omit<Difference, 'bucket'>>`
    with lines as materialized (
      select ${LINE} from reservation_line l where ${within('l')} and l.status <> 1
      union all
      -- What is held stands in no index by SKU, but by its end.
      select ${LINE} from reservation_line l where ${within('l')} and l.held > 0 and l.status = 1
    ), entries as materialized (
      select ${ENTRY} from journal j where ${within('j')} and ${IS_NO_HOLD}
      union all
      -- Holds stand in no index by SKU either. They are found by their lines, which know nothing of their quantities.
      select j.* from lines l cross join lateral (${holdOfLine('l', ENTRY)}) j
      union all
      select ${ENTRY} from journal j where ${within('j')} and j.number = any(${lost}::bigint[])
        and not exists (select from lines l where ${leadsToHold('l')})
    ), kept as (
      select p.sku, p.location_id, v.account, v.balance
      from position p cross join lateral (values ${kept}) as v (account, balance)
      where ${within('p')} and v.balance <> 0
    ), moved as (
      select j.sku, j.location_id, v.account, sum(v.quantity)::bigint as balance
      from entries j cross join lateral (values (j.to_account, j.quantity), (j.from_account, -j.quantity)) as v (account, quantity)
      where v.account = any(${ACCOUNTS.map(([account]) => account)}::text[])
      group by 1, 2, 3 having sum(v.quantity) <> 0
    ), fence_kept as (
      select f.sku, f.location_id, f.channel_id, f.quantity - f.used as balance
      from fence f where ${within('f')} and f.quantity > f.used
    ), fence_moved as (
      select j.sku, j.location_id, j.channel_id, sum(case when j.to_account = 'fenced' then j.quantity else -j.quantity end)::bigint as balance
      from entries j where j.to_account = 'fenced' or j.from_account = 'fenced'
      group by 1, 2, 3 having sum(case when j.to_account = 'fenced' then j.quantity else -j.quantity end) <> 0
    ), promised as (
      select l.sku, l.location_id, v.account, sum(v.quantity)::bigint as balance
      from lines l
        cross join lateral (values ('held', l.held), ('committed', l.committed), ('backordered', l.backordered)) as v (account, quantity)
      where l.status <= 3
      group by 1, 2, 3 having sum(v.quantity) <> 0
      union all
      select sku, location_id, 'fenced', sum(balance)::bigint from fence_kept group by 1, 2
    ), expected as (
      select l.sku, l.destination_id as location_id, v.account, sum(v.quantity)::bigint as balance
      from shipment_line l
        cross join lateral (values ('onOrder', l.on_order), ('inTransit', l.in_transit)) as v (account, quantity)
      where ${within('l')}
      group by 1, 2, 3 having sum(v.quantity) <> 0
    ), line_moved as (
      select m.document, m.document_id, m.line, m.account, sum(m.quantity)::bigint as balance
      from (${lineMovements(sql`entries`)}) m group by 1, 2, 3, 4 having sum(m.quantity) <> 0
    ), line_kept as (
      select 'reservation' as document, l.reservation_id as document_id, l.line, v.account, v.quantity as balance
      from lines l cross join lateral (values
        ('held', l.held), ('committed', l.committed), ('backordered', l.backordered), ('expired', l.expired), ('fulfilled', l.fulfilled)
      ) as v (account, quantity)
      where v.quantity <> 0
      union all
      select 'shipment', l.shipment_id, l.line, v.account, v.quantity
      from shipment_line l
        cross join lateral (values ('onOrder', l.on_order), ('inTransit', l.in_transit), ('received', l.received)) as v (account, quantity)
      where ${within('l')} and v.quantity <> 0
      union all
      select 'return', l.return_id, l.line, v.account, v.quantity
      from return_line l cross join lateral (values
        ('qualityHold', l.received + l.inspected + l.quarantined + l.restock_approved), ('restocked', l.restocked),
        ('returnedToVendor', l.returned_to_vendor)
      ) as v (account, quantity)
      where ${within('l')} and v.quantity <> 0
    ), steps as (
      -- As shipmentBalance of shipment-status.ts: what follows from what was ordered, has left and has arrived.
      select l.shipment_id || '/' || l.line as line_id, l.on_order, l.in_transit, l.closed_short, s.kind, s.closed_at is not null as closed,
             greatest(0, greatest(case when s.canceled_at is null then l.quantity else 0 end, l.dispatched) - l.received) as missing,
             greatest(0, l.dispatched - l.received) as under_way
      from shipment_line l join shipment s on s.id = l.shipment_id where ${within('l')}
    )
    select 'position' as "check", sku, location_id as "locationId", null as document, account,
           coalesce(k.balance, 0)::bigint as kept, coalesce(m.balance, 0)::bigint as derived
    from kept k full join moved m using (sku, location_id, account) where k.balance is distinct from m.balance
    union all
    select 'position', sku, location_id, null, ${LAST_HOLD}, coalesce(k.last_hold, 0), coalesce(m.last_hold, 0)
    from (select p.sku, p.location_id, p.last_hold from position p where ${within('p')} and p.last_hold <> 0) k
      full join (select sku, location_id, max(number) as last_hold from entries where previous is not null group by 1, 2) m using (sku, location_id)
    where k.last_hold is distinct from m.last_hold
    union all
    select 'position', sku, location_id, number::text, ${PREVIOUS_HOLD}, previous, before from (
      select sku, location_id, number, previous, lag(number, 1, 0::bigint) over (partition by sku, location_id order by number) as before
      from entries where previous is not null
    ) hold where previous <> before
    union all
    select 'demand', sku, location_id, null, account, coalesce(k.balance, 0), coalesce(o.balance, 0)
    from (select * from kept where account in ('held', 'committed', 'backordered', 'fenced')) k
      full join promised o using (sku, location_id, account) where k.balance is distinct from o.balance
    union all
    select 'supply', sku, location_id, null, account, coalesce(k.balance, 0), coalesce(e.balance, 0)
    from (select * from kept where account in ('onOrder', 'inTransit')) k
      full join expected e using (sku, location_id, account) where k.balance is distinct from e.balance
    union all
    select 'fence', sku, location_id, channel_id, 'fenced', coalesce(k.balance, 0), coalesce(m.balance, 0)
    from fence_kept k full join fence_moved m using (sku, location_id, channel_id) where k.balance is distinct from m.balance
    union all
    select 'line', null, null, reservation_id || '/' || line, ${HOLD_OF_LINE}, coalesce(max(hold), 0), coalesce(max(number), 0) from (
      select reservation_id, line, hold, null::bigint as number, true as is_line from lines
      union all
      select document_id, line, null, number, false from entries where previous is not null and named_by_line
    ) named group by reservation_id, line having bool_or(is_line) and max(hold) is distinct from max(number)
    union all
    select 'line', null, null, document_id || '/' || line, account, coalesce(k.balance, 0), coalesce(m.balance, 0)
    from line_kept k full join line_moved m using (document, document_id, line, account) where k.balance is distinct from m.balance
    union all
    select 'status', null, null, line_id, account, v.kept, v.derived from steps cross join lateral (values
      ('onOrder', on_order, case when closed or kind <> 'PURCHASE' then 0 else missing - under_way end),
      ('inTransit', in_transit, case when closed then 0 else under_way end),
      ('closedShort', closed_short, case when closed then missing else 0 end)
    ) as v (account, kept, derived) where v.kept <> v.derived
  `.execute(db)
  return rows.map((row) => ({ ...row, bucket: page.bucket }))
}

/** What the entries of some numbers of a stream tell. */
interface FeedPage {
  readonly differences: readonly Difference[]
  readonly entries: number
  readonly lost: readonly number[]
}

/**
 * Numbers of a stream have no gap and no repeat, and its head is the last of them. Read some at a time: what was numbered once does not change. Names also the holds that no line leads to, which are found by nothing else.
 */
async function* auditFeed(
  db: Kysely<Schema>,
  bucket: number,
  size: number,
  stopped: () => boolean,
): AsyncGenerator<FeedPage> {
  const about = { check: 'feed', bucket, sku: null, locationId: null } as const

  const head = await sql<{ head: number; last: number }>`
    select h.number as head, greatest((select max(number) from journal where bucket = ${bucket}),
                                      (select max(number) from change where bucket = ${bucket}), 0)::bigint as last
    from bucket_head h where h.bucket = ${bucket}
  `.execute(db)
  const [row] = head.rows
  if (row === undefined) return
  if (row.head !== row.last) {
    const difference = { ...about, document: null, account: 'head', kept: row.head, derived: row.last }
    yield { differences: [difference], entries: 0, lost: [] }
  }

  for (let from = 0; from < row.last && !stopped(); from += size) {
    const to = Math.min(from + size, row.last)
    const { rows } = await sql<{ number: number; times: number }>`
      with numbers as (
        select number from journal where bucket = ${bucket} and number > ${from} and number <= ${to}
        union all
        select number from change where bucket = ${bucket} and number > ${from} and number <= ${to}
      )
      select n.number, count(numbers.number) as times
      from generate_series(${from + 1}::bigint, ${to}::bigint) as n (number) left join numbers using (number)
      group by n.number having count(numbers.number) <> 1 order by n.number
    `.execute(db)
    const differences = rows.map(({ number, times }): Difference => {
      return { ...about, document: String(number), account: 'number', kept: times, derived: 1 }
    })
    const read = await sql<{ entries: number; lost: readonly number[] }>`
      select count(*)::int as entries, coalesce(array_agg(number) filter (where is_lost), '{}') as lost
      from (
        select j.number, ${IS_HOLD} and not coalesce((
          select true from reservation_line l where l.bucket = j.bucket and ${leadsToHold('l')} limit 1
        ), false) as is_lost
        from journal j where j.bucket = ${bucket} and j.number > ${from} and j.number <= ${to}
      ) entry
    `.execute(db)
    yield { differences, entries: read.rows[0]?.entries ?? 0, lost: read.rows[0]?.lost ?? [] }
  }
}
