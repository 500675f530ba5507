import { type Expression, type RawBuilder, type SqlBool, sql } from 'kysely'
import { HELD_OF_ITEM, OTHERS_OF_ITEM } from './lines-of-items.ts'

/** Holds of a position that are followed one by one, at most. Where so few of them are wanted that not enough were found by then, they are found by their lines. */
export const FOLLOWED_MAX = 2_000

/** Whether an entry `j` is a hold: what an order takes of what is free. They stand in no index by position. */
export const IS_HOLD = sql<SqlBool>`j.previous is not null`
export const IS_NO_HOLD = sql<SqlBool>`j.previous is null`

/** Whether an entry `j` stands in the index by document. Of the others the line names the entry. */
export const IS_BY_DOCUMENT = sql<SqlBool>`not j.named_by_line`

/** The entry that held a line that stands as `line`, as a query. `columns` and `condition` speak of the entry `j`. */
export function holdOfLine(
  line: string,
  columns = sql`j.*`,
  condition: Expression<SqlBool> = sql<SqlBool>`true`,
): RawBuilder<unknown> {
  const of = (column: string) => sql.ref(`${line}.${column}`)
  const isOfLine = sql`
    j.bucket = ${of('bucket')} and j.document_id = ${of('reservation_id')} and j.line = ${of('line')} and ${IS_HOLD} and ${condition}`
  return sql`
    select ${columns} from journal j where j.number = ${of('hold')} and j.named_by_line and ${isOfLine}
    union all
    -- Of a line that names none: from before, or made by a process from before.
    select ${columns} from journal j where ${of('hold')} is null and ${IS_BY_DOCUMENT} and ${isOfLine}`
}

/** Whether the line that stands as `line` leads to the hold `j` of its bucket: what `holdOfLine` finds, asked from the other side. */
export function leadsToHold(line: string): RawBuilder<SqlBool> {
  const of = (column: string) => sql.ref(`${line}.${column}`)
  return sql<SqlBool>`
    ${of('reservation_id')} = j.document_id and ${of('line')} = j.line
    and (case when j.named_by_line then ${of('hold')} = j.number else ${of('hold')} is null end)`
}

/** Entries of all holds of an item that stands as `item`, as a query: those of its lines. `condition` speaks of the entry `j`. */
export function holdsOfItem(condition: Expression<SqlBool>): RawBuilder<unknown> {
  return sql`
    select j.* from (${OTHERS_OF_ITEM} union all ${HELD_OF_ITEM}) line
    cross join lateral (${holdOfLine('line', sql`j.*`, condition)}) j`
}

/** Entries of documents, as a query. `isOne` says of an id whether it is one of them, `condition` speaks of the entry `j`. */
export function entriesOfDocuments(
  isOne: (id: RawBuilder<unknown>) => RawBuilder<unknown>,
  condition: Expression<SqlBool>,
): RawBuilder<unknown> {
  return sql`
    select j.* from journal j where ${isOne(sql`j.document_id`)} and ${IS_BY_DOCUMENT} and ${condition}
    union all
    select j.* from reservation_line line
    join journal j on j.bucket = line.bucket and j.number = line.hold and j.document_id = line.reservation_id and j.line = line.line and j.named_by_line
    where ${isOne(sql`line.reservation_id`)} and ${condition}`
}

/**
 * Entries of the newest holds of a position, as a query: the position names the last one, and each names the one before. `place` is a row of the statement around it
 * with bucket, sku and location_id, `first` how many are wanted of those for which `condition` holds; it speaks of the entry `j`.
 */
export function newestHolds(
  place: string,
  first: RawBuilder<unknown>,
  condition: Expression<SqlBool>,
): RawBuilder<unknown> {
  const at = (column: string) => sql.ref(`${place}.${column}`)
  return sql`
    with recursive hold as (
      select j.bucket, j.number, j.previous, ${condition} as wanted, (${condition})::int as counted, 1 as followed
      from position p join journal j on j.bucket = p.bucket and j.number = p.last_hold
      where p.bucket = ${at('bucket')} and p.sku = ${at('sku')} and p.location_id = ${at('location_id')}
      union all
      select j.bucket, j.number, j.previous, ${condition}, hold.counted + (${condition})::int, hold.followed + 1
      from hold join journal j on j.bucket = hold.bucket and j.number = hold.previous
      where hold.counted < ${first} and hold.followed < ${FOLLOWED_MAX}
    ), given_up as materialized (
      select exists (select from hold where hold.followed = ${FOLLOWED_MAX} and hold.counted < ${first}) as is_so
    )
    select j.* from hold join journal j on j.bucket = hold.bucket and j.number = hold.number
    where hold.wanted and not (select is_so from given_up)
    union all (
      select j.* from (select ${at('bucket')}, ${at('sku')}) as item (bucket, sku)
      cross join lateral (${holdsOfItem(sql<SqlBool>`j.location_id = ${at('location_id')} and ${condition}`)}) j
      where (select is_so from given_up)
      order by j.number desc
      limit ${first}
    )`
}
