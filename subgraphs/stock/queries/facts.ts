import { type RawBuilder, type Selectable, type SqlBool, sql } from 'kysely'
import type { FactTable } from '../../../core/database/schema.ts'
import { FACT_STATES } from '../../../core/ledger/documents.ts'
import { factsOf } from '../../../core/ledger/rows.ts'
import { anyOf, connectionOf, momentAfter, pageSize, rowCursor } from '../../shared/relay.ts'
import { requireEveryChannel } from '../entities/dead-letter.ts'
import { factKindsOf } from '../entities/fact.ts'
import type { FactFilter, QueryResolvers } from '../generated/types.ts'

/** Facts of which a source was authoritative, a page at a time: of each state as many as the page may take, by the index of states or that of references. */
export const facts: NonNullable<QueryResolvers['facts']> = async (_root, args, context) => {
  requireEveryChannel(context)
  const size = pageSize(args.first)
  const order = args.orderBy ?? 'CHANGED_AT_DESC'
  const backwards = order === 'CHANGED_AT_DESC'
  const after = momentAfter(args.after, order, 5)
  const states = anyOf('filter.states', args.filter?.states) ?? FACT_STATES
  const conditions = conditionsOf(args.filter ?? {})
  if (after !== null) {
    const [changedAt, ...name] = after
    const place = sql.join([sql`${changedAt}::timestamptz`, ...name.map((part) => sql`${part}::text`)])
    const key = sql`(f.changed_at, f.sku, f.location_id, f.reference, f.kind)`
    conditions.push(sql<SqlBool>`${key} ${backwards ? sql`<` : sql`>`} (${place})`)
  }
  const direction = backwards ? sql`desc` : sql`asc`
  const columns = ['changed_at', 'sku', 'location_id', 'reference', 'kind']
  const inOrder = (alias: string) => sql.join(columns.map((it) => sql`${sql.ref(`${alias}.${it}`)} ${direction}`))
  const { rows } = await sql<Selectable<FactTable> & { exact: string }>`
    select found.* from unnest(${[...new Set(states)]}::text[]) as wanted (state)
    cross join lateral (
      select f.*, f.changed_at::text as exact from fact f
      where ${sql.join([sql`f.state = wanted.state`, ...conditions], sql` and `)}
      order by ${inOrder('f')}
      limit ${size + 1}
    ) found
    order by ${inOrder('found')}
    limit ${size + 1}
  `.execute(context.db)

  return connectionOf(rows, {
    size,
    after: args.after,
    node: factsOf,
    cursor: (row) => rowCursor(order, [row.exact, row.sku, row.location_id, row.reference, row.kind]),
  })
}

function conditionsOf(filter: FactFilter): RawBuilder<SqlBool>[] {
  const conditions: RawBuilder<SqlBool>[] = []
  const matches = (column: string, name: string, values: readonly string[] | null | undefined) => {
    const wanted = anyOf(`filter.${name}`, values)
    if (wanted !== null) conditions.push(sql<SqlBool>`${sql.ref(`f.${column}`)} = any(${wanted}::text[])`)
  }
  matches('reference', 'references', filter.references)
  matches('kind', 'kinds', factKindsOf(filter.kinds))
  matches('sku', 'skus', filter.skus)
  matches('location_id', 'locationIds', filter.locationIds)
  return conditions
}
