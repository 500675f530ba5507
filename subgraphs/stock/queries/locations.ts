import { sql } from 'kysely'
import { locationOf } from '../../../core/ledger/rows.ts'
import { requireAtLeast } from '../../shared/at-least.ts'
import { anyOf, connectionOf, pageSize, rowAfter, rowCursor } from '../../shared/relay.ts'
import type { LocationOrder, QueryResolvers } from '../generated/types.ts'

/** By what each order sorts; ids make it total. */
const ORDERED_BY = {
  ID_ASC: ['id'],
  ID_DESC: ['id'],
  NAME_ASC: ['name', 'id'],
  NAME_DESC: ['name', 'id'],
} as const satisfies Record<LocationOrder, readonly ('id' | 'name')[]>

/** All locations, a page at a time. */
export const locations: NonNullable<QueryResolvers['locations']> = async (_root, args, context) => {
  const size = pageSize(args.first)
  const order = args.orderBy ?? 'ID_ASC'
  const columns: readonly ('id' | 'name')[] = ORDERED_BY[order]
  const after = rowAfter(args.after, order, columns.length)
  const ids = anyOf('filter.ids', args.filter?.ids)
  const kinds = anyOf('filter.kinds', args.filter?.kinds)
  const parentId = args.filter?.parentId ?? null
  const name = args.filter?.nameContains ?? ''
  const closed = args.filter?.closed ?? null
  const backwards = order.endsWith('_DESC')

  await requireAtLeast(context, args.atLeast)
  let query = context.db
    .selectFrom('location')
    .selectAll()
    .limit(size + 1)
  if (ids !== null) query = query.where(sql<boolean>`id = any(${ids}::text[])`)
  if (kinds !== null) query = query.where(sql<boolean>`kind = any(${kinds}::text[])`)
  if (parentId !== null) query = query.where('parent_id', '=', parentId)
  if (closed !== null) query = query.where('closed', '=', closed)
  if (name !== '') query = query.where(sql<boolean>`strpos(lower(name), lower(${name})) > 0`)
  // "C" is the order of code points, whatever the database's own collation.
  const ordered = columns.map((column) => sql`${sql.ref(column)} collate "C"`)
  if (after !== null) {
    const place = sql.join(after.map((value) => sql`${value}::text`))
    query = query.where(sql<boolean>`(${sql.join(ordered)}) ${backwards ? sql`<` : sql`>`} (${place})`)
  }
  for (const column of ordered) query = query.orderBy(column, backwards ? 'desc' : 'asc')
  const rows = await query.execute()

  return connectionOf(rows, {
    size,
    after: args.after,
    node: (row) => locationOf(row),
    cursor: (row) =>
      rowCursor(
        order,
        columns.map((column) => row[column]),
      ),
  })
}
