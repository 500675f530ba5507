import { type Kysely, type Selectable, sql } from 'kysely'
import type { Schema } from '../../../core/database/schema.ts'
import { PREPARED } from '../../../core/database/statement.ts'
import { bucketOf } from '../../../core/ledger/bucket.ts'
import type { Item } from '../../../core/ledger/documents.ts'
import { itemOf } from '../../../core/ledger/rows.ts'
import { grouped, keyed, nameOfParts } from '../../shared/loader.ts'
import { anyOf } from '../../shared/relay.ts'
import type { InventoryItemResolvers } from '../generated/types.ts'
import type { StockLevelModel } from '../models.ts'
import { nameOfPosition, readLevels, readLevelsAt } from './stock-level.ts'

export const resolveItem: NonNullable<InventoryItemResolvers['__resolveReference']> = ({ sku }, { loaders }) =>
  loaders.item.load(sku)

export const itemFields: InventoryItemResolvers = {
  units: ({ units }) => Object.entries(units).map(([unit, factor]) => ({ unit, factor })),
  stockLevels: ({ sku }, args, { loaders }) =>
    loaders.levelsOfItem.load({ sku, locationIds: anyOf('locationIds', args.locationIds) }),
}

/** Items by SKU, in one statement. */
export async function readItems(lookups: Kysely<Schema>, skus: readonly string[]): Promise<readonly Item[]> {
  const { rows } = await sql<Selectable<Schema['item']>>`
    ${PREPARED} select * from item
    where (bucket, sku) in (select * from unnest(${skus.map(bucketOf)}::smallint[], ${skus}::text[]))
  `.execute(lookups)
  return rows.map(itemOf)
}

/** Balances of an item at these locations; null: wherever it has or had any, or a policy. */
export interface ItemLevels {
  readonly sku: string
  readonly locationIds: readonly string[] | null
}

export function nameOfItemLevels({ sku, locationIds }: ItemLevels): string {
  return nameOfParts(sku, locationIds)
}

/** Levels of items: one statement for those at named locations, one for those everywhere. */
export async function readLevelsOfItems(
  lookups: Kysely<Schema>,
  wanted: readonly ItemLevels[],
): Promise<ReadonlyMap<string, readonly StockLevelModel[]>> {
  const found = new Map<string, readonly StockLevelModel[]>()
  const everywhere = wanted.filter(({ locationIds }) => locationIds === null).map(({ sku }) => sku)
  const named = wanted.flatMap(({ sku, locationIds }) => (locationIds === null ? [] : [{ sku, locationIds }]))

  if (everywhere.length > 0) {
    const levels = await readLevelsEverywhere(lookups, everywhere)
    for (const [sku, ofItem] of grouped(levels, (level) => level.sku)) {
      found.set(nameOfItemLevels({ sku, locationIds: null }), ofItem)
    }
  }
  if (named.length > 0) {
    const positions = named.flatMap(({ sku, locationIds }) => locationIds.map((locationId) => ({ sku, locationId })))
    const distinct = [...keyed(positions, nameOfPosition).values()]
    const levels = keyed(await readLevels(lookups, distinct), nameOfPosition)
    for (const { sku, locationIds } of named) {
      const ofItem = locationIds.flatMap((locationId) => levels.get(nameOfPosition({ sku, locationId })) ?? [])
      found.set(nameOfItemLevels({ sku, locationIds }), ofItem)
    }
  }
  return found
}

function readLevelsEverywhere(lookups: Kysely<Schema>, skus: readonly string[]): Promise<readonly StockLevelModel[]> {
  const buckets = skus.map(bucketOf)
  const named = sql`unnest(${buckets}::smallint[], ${skus}::text[]) as named (bucket, sku)`
  return readLevelsAt(
    lookups,
    sql`
      select p.bucket, p.sku, p.location_id
      from ${named} join position p on p.bucket = named.bucket and p.sku = named.sku
      union
      select s.bucket, s.sku, s.location_id
      from ${named} join stock_policy s on s.bucket = named.bucket and s.sku = named.sku
    `,
    PREPARED,
  )
}
