import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { channelFilter } from '../../../core/access/channel-filter.ts'
import { bucketOf } from '../../../core/ledger/bucket.ts'
import { requireAtLeast } from '../../shared/at-least.ts'
import { anyOf, connectionOf, momentAfter, pageSize, rowCursor } from '../../shared/relay.ts'
import { hasStatus } from '../conditions.ts'
import type { QueryResolvers, ReturnFilter } from '../generated/types.ts'

/** Returns that the viewer may see, a page at a time: their ids in order first, then all of them with their lines at once. */
export const returns: NonNullable<QueryResolvers['returns']> = async (_root, args, context) => {
  const { db, viewer, loaders } = context
  const size = pageSize(args.first)
  const order = args.orderBy ?? 'RECORDED_AT_DESC'
  const after = momentAfter(args.after, order)
  const backwards = order === 'RECORDED_AT_DESC'
  const conditions = conditionsOf(args.filter ?? {})
  if (after !== null) {
    const [recordedAt, id] = after
    const place = sql`(${recordedAt}::timestamptz, ${id}::text)`
    conditions.push(sql<SqlBool>`(r.recorded_at, r.id) ${backwards ? sql`<` : sql`>`} ${place}`)
  }

  await requireAtLeast(context, args.atLeast)
  const direction = backwards ? sql`desc` : sql`asc`
  const { rows } = await sql<{ id: string; recorded_at: string }>`
    select r.id, r.recorded_at::text as recorded_at
    from return_case r
    where ${sql.join([channelFilter(viewer, 'r.channel_id'), ...conditions], sql` and `)}
    order by r.recorded_at ${direction}, r.id ${direction}
    limit ${size + 1}
  `.execute(db)

  const found = await Promise.all(rows.map(({ id }) => loaders.returnCase.load(id)))
  // Returns are never deleted and keep their channel, so each is found again.
  const entries = rows.flatMap((row, index) => {
    const node = found[index]
    return node == null ? [] : [{ ...row, node }]
  })
  return connectionOf(entries, {
    size,
    after: args.after,
    node: ({ node }) => node,
    cursor: ({ recorded_at, id }) => rowCursor(order, [recorded_at, id]),
  })
}

function conditionsOf(filter: ReturnFilter): RawBuilder<SqlBool>[] {
  const conditions: RawBuilder<SqlBool>[] = []
  const channelIds = anyOf('filter.channelIds', filter.channelIds)
  const statuses = anyOf('filter.statuses', filter.statuses)
  const reservationIds = anyOf('filter.reservationIds', filter.reservationIds)
  const locationIds = anyOf('filter.locationIds', filter.locationIds)
  const skus = anyOf('filter.skus', filter.skus)
  const references = anyOf('filter.references', filter.references)

  if (channelIds !== null) conditions.push(sql<SqlBool>`r.channel_id = any(${channelIds}::text[])`)
  if (reservationIds !== null) conditions.push(sql<SqlBool>`r.reservation_id = any(${reservationIds}::text[])`)
  if (references !== null) conditions.push(sql<SqlBool>`r.reference = any(${references}::text[])`)
  if (filter.recordedFrom != null) conditions.push(sql<SqlBool>`r.recorded_at >= ${filter.recordedFrom}`)
  if (filter.recordedBefore != null) conditions.push(sql<SqlBool>`r.recorded_at < ${filter.recordedBefore}`)
  if (locationIds !== null) {
    conditions.push(sql<SqlBool>`(
      r.location_id = any(${locationIds}::text[]) or exists (
        select from return_line line where line.return_id = r.id and line.location_id = any(${locationIds}::text[])
      )
    )`)
  }
  if (skus !== null) {
    conditions.push(sql<SqlBool>`exists (
      select from return_line line
      where line.return_id = r.id
        and line.bucket = any(${skus.map(bucketOf)}::smallint[]) and line.sku = any(${skus}::text[])
    )`)
  }
  if (statuses !== null) conditions.push(hasStatus(statuses))
  return conditions
}
