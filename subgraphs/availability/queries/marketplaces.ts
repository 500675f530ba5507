import { readMarketplaces } from '../../../core/marketplaces/read.ts'
import { anyOf, connectionOf, pageSize, rowAfter, rowCursor } from '../../shared/relay.ts'
import type { QueryResolvers } from '../generated/types.ts'

/** The marketplaces of the channels that the viewer may see, a page at a time. */
export const marketplaces: NonNullable<QueryResolvers['marketplaces']> = async (_root, args, { db, viewer }) => {
  const size = pageSize(args.first)
  const order = args.orderBy ?? 'ID_ASC'
  const [after = null] = rowAfter(args.after, order, 1) ?? []
  const rows = await readMarketplaces(db, {
    size,
    after,
    backwards: order === 'ID_DESC',
    ids: anyOf('filter.ids', args.filter?.ids),
    channelIds: anyOf('filter.channelIds', args.filter?.channelIds),
    visible: viewer.channels,
  })
  return connectionOf(rows, { size, after: args.after, node: (row) => row, cursor: ({ id }) => rowCursor(order, [id]) })
}
