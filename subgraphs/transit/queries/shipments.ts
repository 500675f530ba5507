import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { bucketOf } from '../../../core/ledger/bucket.ts'
import { requireAtLeast } from '../../shared/at-least.ts'
import { anyOf, connectionOf, momentAfter, pageSize, rowCursor } from '../../shared/relay.ts'
import { hasStatus } from '../conditions.ts'
import type { QueryResolvers, ShipmentFilter } from '../generated/types.ts'

/** All shipments, a page at a time: their ids in order first, then all of them with their lines at once. */
export const shipments: NonNullable<QueryResolvers['shipments']> = async (_root, args, context) => {
  const { db, loaders } = context
  const size = pageSize(args.first)
  const order = args.orderBy ?? 'RECORDED_AT_DESC'
  const after = momentAfter(args.after, order)
  const backwards = order === 'RECORDED_AT_DESC'
  const conditions = conditionsOf(args.filter ?? {})
  if (after !== null) {
    const [recordedAt, id] = after
    const place = sql`(${recordedAt}::timestamptz, ${id}::text)`
    conditions.push(sql<SqlBool>`(s.recorded_at, s.id) ${backwards ? sql`<` : sql`>`} ${place}`)
  }

  await requireAtLeast(context, args.atLeast)
  const direction = backwards ? sql`desc` : sql`asc`
  const { rows } = await sql<{ id: string; recorded_at: string }>`
    select s.id, s.recorded_at::text as recorded_at
    from shipment s
    where ${sql.join([sql`true`, ...conditions], sql` and `)}
    order by s.recorded_at ${direction}, s.id ${direction}
    limit ${size + 1}
  `.execute(db)

  const found = await Promise.all(rows.map(({ id }) => loaders.shipment.load(id)))
  // Shipments are never deleted, so each is found again.
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

function conditionsOf(filter: ShipmentFilter): RawBuilder<SqlBool>[] {
  const conditions: RawBuilder<SqlBool>[] = []
  const kinds = anyOf('filter.kinds', filter.kinds)
  const statuses = anyOf('filter.statuses', filter.statuses)
  const originIds = anyOf('filter.originIds', filter.originIds)
  const destinationIds = anyOf('filter.destinationIds', filter.destinationIds)
  const skus = anyOf('filter.skus', filter.skus)
  const references = anyOf('filter.references', filter.references)

  if (kinds !== null) conditions.push(sql<SqlBool>`s.kind = any(${kinds}::text[])`)
  if (originIds !== null) conditions.push(sql<SqlBool>`s.origin_id = any(${originIds}::text[])`)
  if (destinationIds !== null) conditions.push(sql<SqlBool>`s.destination_id = any(${destinationIds}::text[])`)
  if (references !== null) conditions.push(sql<SqlBool>`s.reference = any(${references}::text[])`)
  if (filter.expectedBefore != null) conditions.push(sql<SqlBool>`s.expected_at < ${filter.expectedBefore}`)
  if (filter.recordedFrom != null) conditions.push(sql<SqlBool>`s.recorded_at >= ${filter.recordedFrom}`)
  if (filter.recordedBefore != null) conditions.push(sql<SqlBool>`s.recorded_at < ${filter.recordedBefore}`)
  if (skus !== null) {
    conditions.push(sql<SqlBool>`exists (
      select from shipment_line line
      where line.shipment_id = s.id
        and line.bucket = any(${skus.map(bucketOf)}::smallint[]) and line.sku = any(${skus}::text[])
    )`)
  }
  if (statuses !== null) conditions.push(hasStatus(statuses))
  return conditions
}
