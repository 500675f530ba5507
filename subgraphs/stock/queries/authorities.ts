import { type Kysely, type SqlBool, sql } from 'kysely'
import type { Schema } from '../../../core/database/schema.ts'
import type { Authority } from '../../../core/ledger/authority.ts'
import { authorityOf } from '../../../core/ledger/rows.ts'
import { requireAtLeast } from '../../shared/at-least.ts'
import { anyOf, connectionOf, pageSize, rowAfter, rowCursor } from '../../shared/relay.ts'
import { factKindsOf } from '../entities/fact.ts'
import type { QueryResolvers } from '../generated/types.ts'

/** Which source has the last word on what, a page at a time. */
export const authorities: NonNullable<QueryResolvers['authorities']> = async (_root, args, context) => {
  const size = pageSize(args.first)
  const order = args.orderBy ?? 'LOCATION_ASC'
  const after = rowAfter(args.after, order, 2)
  const backwards = order === 'LOCATION_DESC'
  const kinds = factKindsOf(anyOf('filter.kinds', args.filter?.kinds))
  const places = anyOf('filter.locationIds', args.filter?.locationIds)

  await requireAtLeast(context, args.atLeast)
  const found = await readAuthorities(context.db, { kinds, places, after, backwards, limit: size + 1 })
  return connectionOf(found, {
    size,
    after: args.after,
    node: (authority) => authority,
    cursor: ({ locationId, kind }) => rowCursor(order, [locationId ?? '', kind]),
  })
}

interface Wanted {
  readonly kinds?: readonly string[] | null
  /** Empty: everywhere. */
  readonly places?: readonly string[] | null
  readonly after?: readonly string[] | null
  readonly backwards?: boolean
  readonly limit: number
}

/** By location, those for everywhere first, and kind. */
export async function readAuthorities(
  db: Kysely<Schema>,
  { kinds = null, places = null, after = null, backwards = false, limit }: Wanted,
): Promise<readonly Authority[]> {
  // "C" is the order of code points, whatever the database's own collation.
  const place = sql<string>`location_id collate "C"`
  const direction = backwards ? 'desc' : 'asc'
  let query = db.selectFrom('authority').selectAll().orderBy(place, direction).orderBy('kind', direction).limit(limit)
  if (kinds !== null) query = query.where(sql<SqlBool>`kind = any(${kinds}::text[])`)
  if (places !== null) query = query.where(sql<SqlBool>`location_id = any(${places}::text[])`)
  if (after !== null) {
    const further = backwards ? sql`<` : sql`>`
    query = query.where(sql<SqlBool>`(${place}, kind) ${further} (${after[0]}::text, ${after[1]}::text)`)
  }
  return (await query.execute()).map(authorityOf)
}
