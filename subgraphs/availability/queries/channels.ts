import { type Kysely, type SelectQueryBuilder, sql } from 'kysely'
import type { Schema } from '../../../core/database/schema.ts'
import type { Channel } from '../../../core/ledger/documents.ts'
import { requireAtLeast } from '../../shared/at-least.ts'
import { anyOf, connectionOf, pageSize, rowAfter, rowCursor } from '../../shared/relay.ts'
import type { ChannelOrder, QueryResolvers } from '../generated/types.ts'

/** The channels that the viewer may see, a page at a time. */
export const channels: NonNullable<QueryResolvers['channels']> = async (_root, args, context) => {
  const { db, viewer } = context
  const size = pageSize(args.first)
  const order = args.orderBy ?? 'ID_ASC'
  const ids = anyOf('filter.ids', args.filter?.ids)
  const nameContains = args.filter?.nameContains
  const valuesOf = VALUES_OF[order]
  const after = rowAfter(args.after, order, valuesOf.length)
  const backwards = order.endsWith('_DESC')

  await requireAtLeast(context, args.atLeast)
  const rows = await selectChannels(db, (query) => {
    let page = query.limit(size + 1)
    if (viewer.channels !== null) page = page.where('channel.id', '=', sql<string>`any(${viewer.channels}::text[])`)
    if (ids !== null) page = page.where('channel.id', '=', sql<string>`any(${ids}::text[])`)
    if (nameContains != null && nameContains !== '') {
      page = page.where(sql<boolean>`strpos(lower(channel.name), lower(${nameContains})) > 0`)
    }
    // "C" is the order of code points, whatever the database's own collation.
    const columns = ORDERED_BY[order].map((column) => sql`${sql.ref(`channel.${column}`)} collate "C"`)
    if (after !== null) {
      const [left, right] = [sql.join(columns), sql.join(after.map((value) => sql`${value}::text`))]
      page = page.where(backwards ? sql<boolean>`(${left}) < (${right})` : sql<boolean>`(${left}) > (${right})`)
    }
    for (const column of columns) page = page.orderBy(column, backwards ? 'desc' : 'asc')
    return page
  })

  return connectionOf(rows, {
    size,
    after: args.after,
    node: (channel) => channel,
    cursor: (channel) =>
      rowCursor(
        order,
        valuesOf.map((value) => value(channel)),
      ),
  })
}

const ORDERED_BY = {
  ID_ASC: ['id'],
  ID_DESC: ['id'],
  NAME_ASC: ['name', 'id'],
  NAME_DESC: ['name', 'id'],
} as const satisfies Record<ChannelOrder, readonly string[]>

const idOf = ({ id }: Channel): string => id
const nameOf = ({ name }: Channel): string => name
const VALUES_OF = {
  ID_ASC: [idOf],
  ID_DESC: [idOf],
  NAME_ASC: [nameOf, idOf],
  NAME_DESC: [nameOf, idOf],
} as const satisfies Record<ChannelOrder, readonly ((channel: Channel) => string)[]>

type ChannelQuery = SelectQueryBuilder<Schema, 'channel', object>

/** Channels with their locations in one statement, as far as `narrow` lets them through. */
export async function selectChannels(
  db: Kysely<Schema>,
  narrow: (query: ChannelQuery) => ChannelQuery,
): Promise<Channel[]> {
  const rows = await narrow(db.selectFrom('channel').select([]))
    .selectAll('channel')
    .select(
      sql<readonly (readonly [locationId: string, priority: number])[] | null>`(
        select json_agg(json_build_array(cl.location_id, cl.priority) order by cl.priority, cl.location_id collate "C")
        from channel_location cl where cl.channel_id = channel.id
      )`.as('locations'),
    )
    .execute()
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    locations: (row.locations ?? []).map(([locationId, priority]) => ({ locationId, priority })),
    buffer: row.buffer,
    cap: row.cap,
    lowStockThreshold: row.low_stock_threshold,
    lowStockHysteresis: row.low_stock_hysteresis,
    bands: row.bands,
    allowBackorder: row.allow_backorder,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }))
}
