import { findWebhook, readDeliveries } from '../../../core/webhooks/read.ts'
import { RequestError } from '../../shared/errors.ts'
import { anyOf, connectionOf, pageSize, rowAfter, rowCursor } from '../../shared/relay.ts'
import type { QueryResolvers } from '../generated/types.ts'

/** The messages of a webhook, a page at a time. */
export const webhookDeliveries: NonNullable<QueryResolvers['webhookDeliveries']> = async (_root, args, context) => {
  const { db, viewer } = context
  const size = pageSize(args.first)
  const order = args.orderBy ?? 'QUEUED_DESC'
  const after = placeOf(rowAfter(args.after, order, 1))
  const statuses = anyOf('filter.statuses', args.filter?.statuses)
  const kinds = anyOf('filter.kinds', args.filter?.kinds)
  if ((await findWebhook(db, viewer, args.webhookId)) === undefined) return null
  const rows = await readDeliveries(db, args.webhookId, {
    size,
    after,
    backwards: order === 'QUEUED_DESC',
    statuses,
    kinds,
  })
  return connectionOf(rows, {
    size,
    after: args.after,
    node: (row) => row,
    cursor: ({ seq }) => rowCursor(order, [String(seq)]),
  })
}

function placeOf(after: readonly string[] | null): number | null {
  if (after === null) return null
  const seq = Number(after[0])
  if (Number.isSafeInteger(seq)) return seq
  throw new RequestError('BAD_USER_INPUT', 'after is not a cursor of this connection.')
}
