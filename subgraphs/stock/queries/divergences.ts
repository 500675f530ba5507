import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { anyOf, connectionOf, momentAfter, pageSize, rowCursor } from '../../shared/relay.ts'
import { requireEveryChannel } from '../entities/dead-letter.ts'
import type { DivergenceFilter, QueryResolvers } from '../generated/types.ts'
import type { DivergenceModel } from '../models.ts'

/** What ERPs have otherwise than they can know, a page at a time. */
export const divergences: NonNullable<QueryResolvers['divergences']> = async (_root, args, context) => {
  requireEveryChannel(context)
  const size = pageSize(args.first)
  const order = args.orderBy ?? 'FIRST_SEEN_AT_ASC'
  const after = momentAfter(args.after, order)
  const backwards = order === 'FIRST_SEEN_AT_DESC'
  const conditions = conditionsOf(args.filter ?? {})
  if (after !== null) {
    const [seenAt, id] = after
    const place = sql`(${seenAt}::timestamptz, ${id}::text)`
    conditions.push(sql<SqlBool>`(first_seen_at, id) ${backwards ? sql`<` : sql`>`} ${place}`)
  }
  const direction = backwards ? sql`desc` : sql`asc`
  const { rows } = await sql<DivergenceModel & { exact: string }>`
    select erp_divergence.*, first_seen_at::text as exact
    from erp_divergence
    where ${sql.join([sql`true`, ...conditions], sql` and `)}
    order by first_seen_at ${direction}, id ${direction}
    limit ${size + 1}
  `.execute(context.db)

  return connectionOf(rows, {
    size,
    after: args.after,
    node: (row) => row,
    cursor: ({ exact, id }) => rowCursor(order, [exact, id]),
  })
}

function conditionsOf(filter: DivergenceFilter): RawBuilder<SqlBool>[] {
  const conditions: RawBuilder<SqlBool>[] = []
  const matches = (column: string, name: string, values: readonly string[] | null | undefined) => {
    const wanted = anyOf(`filter.${name}`, values)
    if (wanted !== null) conditions.push(sql<SqlBool>`${sql.ref(column)} = any(${wanted}::text[])`)
  }
  matches('system_id', 'systemIds', filter.systemIds)
  matches('state', 'states', filter.states)
  matches('location_id', 'locationIds', filter.locationIds)
  matches('sku', 'skus', filter.skus)
  matches('cause', 'causes', filter.causes)
  return conditions
}
