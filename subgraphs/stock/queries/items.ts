import { sql } from 'kysely'
import { bucketOf } from '../../../core/ledger/bucket.ts'
import { itemOf } from '../../../core/ledger/rows.ts'
import { requireAtLeast } from '../../shared/at-least.ts'
import { anyOf, connectionOf, pageSize, rowAfter, rowCursor } from '../../shared/relay.ts'
import type { QueryResolvers } from '../generated/types.ts'

/** All items, a page at a time. */
export const items: NonNullable<QueryResolvers['items']> = async (_root, args, context) => {
  const size = pageSize(args.first)
  const order = args.orderBy ?? 'SKU_ASC'
  const [after = null] = rowAfter(args.after, order, 1) ?? []
  const skus = anyOf('filter.skus', args.filter?.skus)
  const title = args.filter?.titleContains ?? ''
  const backwards = order === 'SKU_DESC'
  // "C" is the order of code points, whatever the database's own collation.
  const sku = sql<string>`sku collate "C"`

  await requireAtLeast(context, args.atLeast)
  let query = context.db
    .selectFrom('item')
    .selectAll()
    .orderBy(sku, backwards ? 'desc' : 'asc')
    .limit(size + 1)
  if (skus !== null) {
    query = query.where(
      sql<boolean>`(bucket, sku) in (select * from unnest(${skus.map(bucketOf)}::smallint[], ${skus}::text[]))`,
    )
  }
  if (title !== '') query = query.where(sql<boolean>`strpos(lower(title), lower(${title})) > 0`)
  if (after !== null) query = query.where(sku, backwards ? '<' : '>', after)
  const rows = await query.execute()

  return connectionOf(rows, {
    size,
    after: args.after,
    node: (row) => itemOf(row),
    cursor: (row) => rowCursor(order, [row.sku]),
  })
}
