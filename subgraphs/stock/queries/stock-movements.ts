import { type Expression, type Kysely, type RawBuilder, type SqlBool, sql } from 'kysely'
import { channelFilter } from '../../../core/access/channel-filter.ts'
import type { Schema } from '../../../core/database/schema.ts'
import { readHeads } from '../../../core/feed/heads.ts'
import type { FeedPosition } from '../../../core/feed/position.ts'
import { type Account, FAMILY_OF } from '../../../core/ledger/accounts.ts'
import { BUCKETS, bucketOf } from '../../../core/ledger/bucket.ts'
import { entriesOfDocuments, holdsOfItem, IS_HOLD, IS_NO_HOLD } from '../../../core/ledger/holds.ts'
import { frequentItems, itemsOf } from '../../../core/ledger/lines-of-items.ts'
import { positionOf, requireAtLeast } from '../../shared/at-least.ts'
import { anyOf, connectionOf, pageSize } from '../../shared/relay.ts'
import { ACCOUNTS, FAMILIES, KINDS, namesOf } from '../entities/stock-movement.ts'
import type { QueryResolvers, StockMovementFilter } from '../generated/types.ts'
import type { Context, StockMovementModel } from '../models.ts'

/**
 * The journal, a page at a time. A page begins at a point in the feed, which is a number for each bucket, and reads on from there in every
 * bucket at once, merged by the time of record. As commit order is number order within a bucket, and a point moves only past what was read,
 * nothing is ever left out: an entry that is committed later, even with an earlier time of record, still lies behind the point. Who sees single
 * channels sees the entries of these.
 */
export const stockMovements: NonNullable<QueryResolvers['stockMovements']> = async (_root, args, context) => {
  const size = pageSize(args.first)
  const backwards = args.orderBy === 'RECORDED_AT_DESC'
  const filter = args.filter ?? {}
  const conditions = [channelFilter(context.viewer, 'j.channel_id'), ...conditionsOf(filter)]
  const buckets = bucketsOf(filter)

  await requireAtLeast(context, args.atLeast)
  const start = await startOf(args.after, backwards, context)
  const entries = await readEntries(context.db, { start, backwards, buckets, conditions, filter, limit: size + 1 })
  const points = pointsOf(start, entries.slice(0, size), backwards)
  const page = entries.map((entry, index) => ({ ...entry, cursor: once(() => context.cursors.encode(points(index))) }))

  return connectionOf(page, {
    size,
    after: args.after,
    node: (entry) => entry,
    cursor: (entry) => entry.cursor(),
  })
}

/** Where the page begins: the point that was given, else the beginning of the feed, or its end when read backwards. */
async function startOf(
  after: string | null | undefined,
  backwards: boolean,
  { db, cursors, seen }: Context,
): Promise<FeedPosition> {
  if (after != null) {
    await requireAtLeast({ db, cursors, seen }, after, 'after')
    return positionOf(cursors, after, 'after')
  }
  const heads = await readHeads({ kysely: db })
  return backwards ? heads : { epoch: heads.epoch, numbers: new Map() }
}

interface Page {
  readonly start: FeedPosition
  readonly backwards: boolean
  readonly buckets: readonly number[]
  readonly conditions: readonly Expression<SqlBool>[]
  readonly filter: StockMovementFilter
  readonly limit: number
}

/** Lines of a SKU from which on its holds are looked for among all entries of its bucket: there are enough of them to be met soon. */
const READ_BY_LINES = 1_000

/** From each bucket as many as the page may take, by its primary key, and of these the first of all by time of record. */
async function readEntries(db: Kysely<Schema>, page: Page): Promise<readonly StockMovementModel[]> {
  const { start, backwards, buckets, filter, limit } = page
  const numbers = buckets.map((bucket) => start.numbers.get(bucket) ?? 0)
  const beyond = backwards ? sql<SqlBool>`j.number <= stream.number` : sql<SqlBool>`j.number > stream.number`
  const direction = backwards ? sql`desc` : sql`asc`
  const all = (...conditions: readonly Expression<SqlBool>[]) =>
    sql<SqlBool>`${sql.join([sql`true`, ...page.conditions, ...conditions], sql` and `)}`
  const streams = sql`unnest(${buckets}::smallint[], ${numbers}::bigint[]) as stream (bucket, number)`
  const firstOf = (entries: RawBuilder<unknown>) => sql`
    (select j.* ${entries} order by j.recorded_at ${direction}, j.bucket ${direction}, j.number ${direction} limit ${limit})`
  const inStream = (...conditions: Expression<SqlBool>[]) => sql`
    select entry.* from ${streams} cross join lateral (
      select j.* from journal j where j.bucket = stream.bucket and ${all(beyond, ...conditions)} order by j.number ${direction} limit ${limit}
    ) entry`

  const skus = anyOf('filter.skus', filter.skus)
  const documents = anyOf('filter.documentIds', filter.documentIds)
  const entries: RawBuilder<unknown>[] = []
  if (documents !== null) {
    // All that there is of some documents is read at once.
    const isOne = (id: RawBuilder<unknown>) => sql`${id} = any(${documents}::text[])`
    entries.push(
      firstOf(
        sql`from (${entriesOfDocuments(isOne, all())}) j join ${streams} on stream.bucket = j.bucket where ${beyond}`,
      ),
    )
  } else if (skus === null) {
    entries.push(inStream())
  } else {
    // What there is of a SKU is found by index; but for its holds, which are found by its lines where there are few.
    entries.push(inStream(IS_NO_HOLD))
    const among = mayBeHolds(filter) ? [...new Set(skus)] : []
    const frequent = among.length === 0 ? new Set<string>() : await frequentItems(db, among, READ_BY_LINES)
    const rare = among.filter((sku) => !frequent.has(sku))
    if (rare.length > 0) {
      const holds = holdsOfItem(all(beyond))
      entries.push(
        firstOf(
          sql`from ${itemsOf(rare)} join ${streams} on stream.bucket = item.bucket cross join lateral (${holds}) j`,
        ),
      )
    }
    if (frequent.size > 0) entries.push(inStream(IS_HOLD, sql<SqlBool>`j.sku = any(${[...frequent]}::text[])`))
  }
  const { rows } = await sql<StockMovementModel>`
    select entry.* from (${sql.join(entries, sql` union all `)}) entry
    order by entry.recorded_at ${direction}, entry.bucket ${direction}, entry.number ${direction}
    limit ${limit}
  `.execute(db)
  return rows
}

/** Whether holds can be among what is asked for. */
function mayBeHolds({ kinds, accounts, families }: StockMovementFilter): boolean {
  const isAmong = <T>(wanted: readonly T[] | null | undefined, ...some: T[]) =>
    wanted == null || some.some((one) => wanted.includes(one))
  return isAmong(kinds, 'HOLD') && isAmong(accounts, 'HELD', 'UNPROMISED') && isAmong(families, 'DEMAND')
}

/** The point in the feed at each entry of a page: just after it, or just before it when read backwards. Worked out when it is first asked for. */
function pointsOf(
  start: FeedPosition,
  entries: readonly StockMovementModel[],
  backwards: boolean,
): (index: number) => FeedPosition {
  return (index) => {
    const numbers = new Map(start.numbers)
    for (const { bucket, number } of entries.slice(0, index + 1)) numbers.set(bucket, backwards ? number - 1 : number)
    return { epoch: start.epoch, numbers }
  }
}

/** The same text wherever it is selected: on the edge and on the entry itself. */
function once(make: () => string): () => string {
  let made: string | undefined
  return () => {
    made ??= make()
    return made
  }
}

/** Entries of a SKU lie in its bucket. */
function bucketsOf({ skus }: StockMovementFilter): readonly number[] {
  return skus == null ? BUCKETS : [...new Set(skus.map(bucketOf))]
}

function conditionsOf(filter: StockMovementFilter): RawBuilder<SqlBool>[] {
  const conditions: RawBuilder<SqlBool>[] = []
  const matches = (column: string, name: string, values: readonly string[] | null | undefined) => {
    const wanted = anyOf(`filter.${name}`, values)
    if (wanted !== null) conditions.push(sql<SqlBool>`${sql.ref(`j.${column}`)} = any(${wanted}::text[])`)
  }
  matches('sku', 'skus', filter.skus)
  matches('location_id', 'locationIds', filter.locationIds)
  matches('document_id', 'documentIds', filter.documentIds)
  matches('reference', 'references', filter.references)
  matches('source', 'sources', filter.sources)
  matches('channel_id', 'channelIds', filter.channelIds)

  const kinds = anyOf('filter.kinds', filter.kinds)
  if (kinds !== null) conditions.push(sql<SqlBool>`j.kind = any(${namesOf(KINDS, kinds)}::text[])`)
  const accounts = anyOf('filter.accounts', filter.accounts)
  if (accounts !== null) {
    const names = namesOf(ACCOUNTS, accounts)
    conditions.push(sql<SqlBool>`(j.from_account = any(${names}::text[]) or j.to_account = any(${names}::text[]))`)
  }
  const families = anyOf('filter.families', filter.families)
  if (families !== null) {
    // An entry's accounts are of one family, so the first one tells.
    const names = Object.entries<(typeof FAMILY_OF)[Account]>(FAMILY_OF).flatMap(([account, family]) =>
      families.includes(FAMILIES[family]) ? [account] : [],
    )
    conditions.push(sql<SqlBool>`j.from_account = any(${names}::text[])`)
  }

  if (filter.occurredFrom != null) conditions.push(sql<SqlBool>`j.occurred_at >= ${filter.occurredFrom}`)
  if (filter.occurredBefore != null) conditions.push(sql<SqlBool>`j.occurred_at < ${filter.occurredBefore}`)
  if (filter.recordedFrom != null) conditions.push(sql<SqlBool>`j.recorded_at >= ${filter.recordedFrom}`)
  if (filter.recordedBefore != null) conditions.push(sql<SqlBool>`j.recorded_at < ${filter.recordedBefore}`)
  return conditions
}
