import { type Kysely, type Selectable, sql } from 'kysely'
import type { Schema } from '../../../core/database/schema.ts'
import { PREPARED } from '../../../core/database/statement.ts'
import type { Location } from '../../../core/ledger/documents.ts'
import { locationOf } from '../../../core/ledger/rows.ts'
import { grouped, nameOfParts } from '../../shared/loader.ts'
import { anyOf, connectionOf, pageSize, rowAfter, rowCursor } from '../../shared/relay.ts'
import type { LocationKind, LocationResolvers } from '../generated/types.ts'
import type { StockLevelModel } from '../models.ts'
import { readLevelsAt } from './stock-level.ts'

/** Order of a location's levels, as their cursors name it. */
const BY_SKU = 'SKU_ASC'

export const resolveLocation: NonNullable<LocationResolvers['__resolveReference']> = ({ id }, { loaders }) =>
  loaders.location.load(id)

export const locationFields: LocationResolvers = {
  kind: ({ kind }) => kindOf(kind),
  parent: ({ parentId }, _args, { loaders }) => (parentId === null ? null : loaders.location.load(parentId)),
  children: ({ id }, _args, { loaders }) => loaders.children.load(id),
  stockLevels: async ({ id }, args, { loaders }) => {
    const size = pageSize(args.first)
    const skus = anyOf('skus', args.skus)
    const [after = null] = rowAfter(args.after, BY_SKU, 1) ?? []
    const levels = await loaders.levelsOfLocation.load({ locationId: id, skus, after, limit: size + 1 })
    return connectionOf(levels, {
      size,
      after: args.after,
      node: (level) => level,
      cursor: ({ sku }) => rowCursor(BY_SKU, [sku]),
    })
  },
}

const KINDS: Readonly<Record<LocationKind, true>> = {
  STORE: true,
  DC: true,
  WAREHOUSE: true,
  FULFILLMENT_CENTER: true,
  DARK_STORE: true,
  PICKUP_POINT: true,
  THIRD_PARTY: true,
  SUPPLIER: true,
  RETURNS_CENTER: true,
  VEHICLE: true,
  VIRTUAL: true,
  REGION: true,
  COUNTRY: true,
  ZONE: true,
  OTHER: true,
}

function kindOf(kind: string): LocationKind {
  if (isKind(kind)) return kind
  throw new Error(`"${kind}" is not a kind of location`)
}

function isKind(kind: string): kind is LocationKind {
  return Object.hasOwn(KINDS, kind)
}

/** Locations by id, in one statement. */
export async function readLocations(lookups: Kysely<Schema>, ids: readonly string[]): Promise<readonly Location[]> {
  const { rows } = await sql<Selectable<Schema['location']>>`
    ${PREPARED} select * from location where id = any(${ids}::text[])
  `.execute(lookups)
  return rows.map(locationOf)
}

/** Locations by their parent, each list by id. */
export async function readChildren(
  db: Kysely<Schema>,
  parentIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Location[]>> {
  const rows = await db
    .selectFrom('location')
    .selectAll()
    .where('parent_id', '=', sql<string>`any(${parentIds}::text[])`)
    .orderBy(sql`id collate "C"`)
    .execute()
  return grouped(rows.map(locationOf), ({ parentId }) => parentId ?? '')
}

/** A page of what is kept at a location, by SKU. */
export interface LocationLevels {
  readonly locationId: string
  readonly skus: readonly string[] | null
  readonly after: string | null
  readonly limit: number
}

export function nameOfLocationLevels({ locationId, skus, after, limit }: LocationLevels): string {
  return nameOfParts(locationId, skus, after, limit)
}

/** Pages of several locations: one statement for each distinct page, which is one unless a query uses aliases. */
export async function readLevelsOfLocations(
  db: Kysely<Schema>,
  wanted: readonly LocationLevels[],
): Promise<ReadonlyMap<string, readonly StockLevelModel[]>> {
  const found = new Map<string, readonly StockLevelModel[]>()
  const pages = grouped(wanted, ({ skus, after, limit }) => nameOfParts(skus, after, limit))
  for (const alike of pages.values()) {
    const [page] = alike
    if (page === undefined) continue
    const { skus, after, limit } = page
    const chosen = skus === null ? sql`true` : sql`p.sku = any(${skus}::text[])`
    const later = after === null ? sql`true` : sql`p.sku collate "C" > ${after}`
    const levels = await readLevelsAt(
      db,
      sql`
        select p.bucket, p.sku, p.location_id
        from unnest(${alike.map(({ locationId }) => locationId)}::text[]) as named (location_id)
        cross join lateral (
          select p.bucket, p.sku, p.location_id from position p
          where p.location_id = named.location_id and ${chosen} and ${later}
          order by p.sku collate "C"
          limit ${limit}
        ) p
      `,
    )
    for (const [locationId, ofLocation] of grouped(levels, (level) => level.locationId)) {
      found.set(nameOfLocationLevels({ ...page, locationId }), ofLocation)
    }
  }
  return found
}
