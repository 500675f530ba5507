import { readListings } from '../../../core/marketplaces/read.ts'
import { anyOf, connectionOf, pageSize, rowAfter, rowCursor } from '../../shared/relay.ts'
import type { QueryResolvers } from '../generated/types.ts'

/** What is listed at a marketplace of a channel that the viewer may see, a page at a time. */
export const marketplaceListings: NonNullable<QueryResolvers['marketplaceListings']> = async (_root, args, context) => {
  const size = pageSize(args.first)
  const order = args.orderBy ?? 'SKU_ASC'
  const [after = null] = rowAfter(args.after, order, 1) ?? []
  const marketplace = await context.loaders.marketplace.load(args.marketplaceId)
  if (marketplace === null) return null
  const rows = await readListings(context.db, marketplace.id, {
    size,
    after,
    backwards: order === 'SKU_DESC',
    skus: anyOf('filter.skus', args.filter?.skus),
    states: args.filter?.states,
    drifting: args.filter?.drifting,
  })
  return connectionOf(rows, {
    size,
    after: args.after,
    node: (row) => row,
    cursor: ({ sku }) => rowCursor(order, [sku]),
  })
}
