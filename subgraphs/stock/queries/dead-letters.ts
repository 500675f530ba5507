import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { anyOf, connectionOf, momentAfter, pageSize, rowCursor } from '../../shared/relay.ts'
import { requireEveryChannel } from '../entities/dead-letter.ts'
import type { DeadLetterFilter, QueryResolvers } from '../generated/types.ts'
import type { DeadLetterModel } from '../models.ts'

/** What could not be applied, a page at a time. */
export const deadLetters: NonNullable<QueryResolvers['deadLetters']> = async (_root, args, context) => {
  requireEveryChannel(context)
  const size = pageSize(args.first)
  const order = args.orderBy ?? 'RECORDED_AT_ASC'
  const after = momentAfter(args.after, order)
  const backwards = order === 'RECORDED_AT_DESC'
  const conditions = conditionsOf(args.filter ?? {})
  if (after !== null) {
    const [recordedAt, id] = after
    const place = sql`(${recordedAt}::timestamptz, ${id}::text)`
    conditions.push(sql<SqlBool>`(recorded_at, id) ${backwards ? sql`<` : sql`>`} ${place}`)
  }

  const direction = backwards ? sql`desc` : sql`asc`
  const { rows } = await sql<DeadLetterModel & { exact_recorded_at: string }>`
    select dead_letter.*, recorded_at::text as exact_recorded_at
    from dead_letter
    where ${sql.join([sql`true`, ...conditions], sql` and `)}
    order by recorded_at ${direction}, id ${direction}
    limit ${size + 1}
  `.execute(context.db)

  return connectionOf(rows, {
    size,
    after: args.after,
    node: (letter) => letter,
    cursor: ({ exact_recorded_at, id }) => rowCursor(order, [exact_recorded_at, id]),
  })
}

function conditionsOf(filter: DeadLetterFilter): RawBuilder<SqlBool>[] {
  const conditions: RawBuilder<SqlBool>[] = []
  const statuses = anyOf('filter.statuses', filter.statuses)
  const codes = anyOf('filter.codes', filter.codes)
  const sources = anyOf('filter.sources', filter.sources)
  const eventTypes = anyOf('filter.eventTypes', filter.eventTypes)

  if (statuses !== null) conditions.push(sql<SqlBool>`status = any(${statuses}::text[])`)
  if (codes !== null) conditions.push(sql<SqlBool>`code = any(${codes}::text[])`)
  if (sources !== null) conditions.push(sql<SqlBool>`source = any(${sources}::text[])`)
  if (eventTypes !== null) conditions.push(sql<SqlBool>`type = any(${eventTypes}::text[])`)
  if (filter.recordedFrom != null) conditions.push(sql<SqlBool>`recorded_at >= ${filter.recordedFrom}`)
  if (filter.recordedBefore != null) conditions.push(sql<SqlBool>`recorded_at < ${filter.recordedBefore}`)
  return conditions
}
