import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { anyOf, connectionOf, momentAfter, pageSize, rowCursor } from '../../shared/relay.ts'
import { requireEveryChannel } from '../entities/dead-letter.ts'
import type { QueryResolvers } from '../generated/types.ts'
import type { EventReplayModel } from '../models.ts'

/** Replays of events, a page at a time. */
export const eventReplays: NonNullable<QueryResolvers['eventReplays']> = async (_root, args, context) => {
  requireEveryChannel(context)
  const size = pageSize(args.first)
  const order = args.orderBy ?? 'REQUESTED_AT_DESC'
  const after = momentAfter(args.after, order)
  const backwards = order === 'REQUESTED_AT_DESC'
  const conditions: RawBuilder<SqlBool>[] = [sql`true`]
  const ids = anyOf('filter.ids', args.filter?.ids)
  const states = anyOf('filter.states', args.filter?.states)
  if (ids !== null) conditions.push(sql<SqlBool>`id = any(${ids}::text[])`)
  if (states !== null) conditions.push(sql<SqlBool>`state = any(${states}::text[])`)
  if (after !== null) {
    const [requestedAt, id] = after
    const place = sql`(${requestedAt}::timestamptz, ${id}::text)`
    conditions.push(sql<SqlBool>`(requested_at, id) ${backwards ? sql`<` : sql`>`} ${place}`)
  }
  const direction = backwards ? sql`desc` : sql`asc`
  const { rows } = await sql<EventReplayModel & { exact: string }>`
    select event_replay.*, requested_at::text as exact from event_replay
    where ${sql.join(conditions, sql` and `)}
    order by requested_at ${direction}, id ${direction} limit ${size + 1}
  `.execute(context.db)

  return connectionOf(rows, {
    size,
    after: args.after,
    node: (row) => row,
    cursor: ({ exact, id }) => rowCursor(order, [exact, id]),
  })
}
