import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { bucketOf } from '../../../core/ledger/bucket.ts'
import { requireAtLeast } from '../../shared/at-least.ts'
import { anyOf, connectionOf, momentAfter, pageSize, rowCursor } from '../../shared/relay.ts'
import { hasStatus, visibleTo } from '../conditions.ts'
import type { QueryResolvers, ReservationFilter } from '../generated/types.ts'

/** Reservations that the viewer may see, a page at a time: their ids in order first, then all of them with their lines at once. */
export const reservations: NonNullable<QueryResolvers['reservations']> = async (_root, args, context) => {
  const { db, viewer, loaders } = context
  const size = pageSize(args.first)
  const order = args.orderBy ?? 'RECORDED_AT_DESC'
  const after = momentAfter(args.after, order)
  const backwards = order === 'RECORDED_AT_DESC'
  const conditions = [visibleTo(viewer), ...conditionsOf(args.filter ?? {})]
  if (after !== null) {
    const [recordedAt, id] = after
    const place = sql`(${recordedAt}::timestamptz, ${id}::text)`
    conditions.push(sql<SqlBool>`(r.recorded_at, r.id) ${backwards ? sql`<` : sql`>`} ${place}`)
  }

  await requireAtLeast(context, args.atLeast)
  const direction = backwards ? sql`desc` : sql`asc`
  const { rows } = await sql<{ id: string; recorded_at: string }>`
    select r.id, r.recorded_at::text as recorded_at
    from reservation r
    where ${sql.join(conditions, sql` and `)}
    order by r.recorded_at ${direction}, r.id ${direction}
    limit ${size + 1}
  `.execute(db)

  const found = await Promise.all(rows.map(({ id }) => loaders.reservation.load(id)))
  // Heads never change and are never deleted, so each is found again.
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

function conditionsOf(filter: ReservationFilter): RawBuilder<SqlBool>[] {
  const conditions: RawBuilder<SqlBool>[] = []
  const channelIds = anyOf('filter.channelIds', filter.channelIds)
  const statuses = anyOf('filter.statuses', filter.statuses)
  const skus = anyOf('filter.skus', filter.skus)
  const locationIds = anyOf('filter.locationIds', filter.locationIds)
  const references = anyOf('filter.references', filter.references)

  if (channelIds !== null) conditions.push(sql<SqlBool>`r.channel_id = any(${channelIds}::text[])`)
  if (references !== null) conditions.push(sql<SqlBool>`r.reference = any(${references}::text[])`)
  if (filter.recordedFrom != null) conditions.push(sql<SqlBool>`r.recorded_at >= ${filter.recordedFrom}`)
  if (filter.recordedBefore != null) conditions.push(sql<SqlBool>`r.recorded_at < ${filter.recordedBefore}`)
  if (skus !== null) {
    conditions.push(sql<SqlBool>`exists (
      select from reservation_line line
      where line.reservation_id = r.id
        and line.bucket = any(${skus.map(bucketOf)}::smallint[]) and line.sku = any(${skus}::text[])
    )`)
  }
  if (locationIds !== null) {
    conditions.push(sql<SqlBool>`exists (
      select from reservation_line line
      where line.reservation_id = r.id and line.location_id = any(${locationIds}::text[])
    )`)
  }
  if (statuses !== null) conditions.push(hasStatus(statuses))
  return conditions
}
