import { sql } from 'kysely'
import { erpSystemOf } from '../../../core/ledger/rows.ts'
import { requireAtLeast } from '../../shared/at-least.ts'
import { anyOf, connectionOf, pageSize, rowAfter, rowCursor } from '../../shared/relay.ts'
import type { QueryResolvers } from '../generated/types.ts'

/** The ERPs, a page at a time. */
export const erpSystems: NonNullable<QueryResolvers['erpSystems']> = async (_root, args, context) => {
  const size = pageSize(args.first)
  const order = args.orderBy ?? 'ID_ASC'
  const [after = null] = rowAfter(args.after, order, 1) ?? []
  const ids = anyOf('filter.ids', args.filter?.ids)
  const backwards = order === 'ID_DESC'
  // "C" is the order of code points, whatever the database's own collation.
  const id = sql<string>`id collate "C"`

  await requireAtLeast(context, args.atLeast)
  let query = context.db
    .selectFrom('erp_system')
    .selectAll()
    .orderBy(id, backwards ? 'desc' : 'asc')
    .limit(size + 1)
  if (ids !== null) query = query.where(sql<boolean>`id = any(${ids}::text[])`)
  if (after !== null) query = query.where(id, backwards ? '<' : '>', after)
  const rows = await query.execute()

  return connectionOf(rows, {
    size,
    after: args.after,
    node: (row) => erpSystemOf(row),
    cursor: (row) => rowCursor(order, [row.id]),
  })
}
