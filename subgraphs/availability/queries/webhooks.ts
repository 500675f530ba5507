import { readWebhooks } from '../../../core/webhooks/read.ts'
import { anyOf, connectionOf, pageSize, rowAfter, rowCursor } from '../../shared/relay.ts'
import type { QueryResolvers } from '../generated/types.ts'

/** The webhooks that the viewer may see, a page at a time. */
export const webhooks: NonNullable<QueryResolvers['webhooks']> = async (_root, args, { db, viewer }) => {
  const size = pageSize(args.first)
  const order = args.orderBy ?? 'ID_ASC'
  const [after = null] = rowAfter(args.after, order, 1) ?? []
  const rows = await readWebhooks(db, viewer, {
    size,
    after,
    backwards: order === 'ID_DESC',
    states: anyOf('filter.states', args.filter?.states),
    clients: anyOf('filter.clients', args.filter?.clients),
    failing: args.filter?.failing,
  })
  return connectionOf(rows, { size, after: args.after, node: (row) => row, cursor: ({ id }) => rowCursor(order, [id]) })
}
