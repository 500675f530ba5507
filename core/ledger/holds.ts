import { type Expression, type RawBuilder, type SqlBool, sql } from 'kysely'

/**
 * Entries of the newest holds of a position, as a query: the position names the last one, and each names the one before. `place` is a row of the statement around it with bucket, sku and location_id, `first` how
 * many are wanted of those for which `condition` holds; it speaks of the entry `j`.
 */
export function newestHolds(
  place: string,
  first: RawBuilder<unknown>,
  condition: Expression<SqlBool>,
): RawBuilder<unknown> {
  const at = (column: string) => sql.ref(`${place}.${column}`)
  return sql`
    with recursive hold as (
      select j.bucket, j.number, j.previous, ${condition} as wanted, (${condition})::int as counted
      from position p join journal j on j.bucket = p.bucket and j.number = p.last_hold
      where p.bucket = ${at('bucket')} and p.sku = ${at('sku')} and p.location_id = ${at('location_id')}
      union all
      select j.bucket, j.number, j.previous, ${condition}, hold.counted + (${condition})::int
      from hold join journal j on j.bucket = hold.bucket and j.number = hold.previous
      where hold.counted < ${first}
    )
    select j.* from hold join journal j on j.bucket = hold.bucket and j.number = hold.number where hold.wanted`
}
