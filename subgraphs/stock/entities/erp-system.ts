import { type Kysely, sql } from 'kysely'
import type { Schema } from '../../../core/database/schema.ts'
import { type ErpRoute, type ErpSystem, sourceOfErp } from '../../../core/erp/routes.ts'
import { erpRouteOf, erpSystemOf } from '../../../core/ledger/rows.ts'
import type { ErpRouteResolvers, ErpSystemResolvers } from '../generated/types.ts'

export const erpSystemFields: ErpSystemResolvers = {
  connector: ({ kind }) => kind,
  source: ({ id }) => sourceOfErp(id),
  routes: ({ id }, _args, { loaders }) => loaders.routesOfErp.load(id),
}

export const erpRouteFields: ErpRouteResolvers = {
  location: ({ locationId }, _args, { loaders }) => (locationId === null ? null : loaders.location.load(locationId)),
}

export async function readErpSystems(db: Kysely<Schema>, ids: readonly string[]): Promise<readonly ErpSystem[]> {
  const rows = await db.selectFrom('erp_system').selectAll().where(sql<boolean>`id = any(${ids}::text[])`).execute()
  return rows.map(erpSystemOf)
}

/** Of each, in the order of places, goods and time. */
export async function readErpRoutes(
  db: Kysely<Schema>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly ErpRoute[]>> {
  const rows = await db
    .selectFrom('erp_route')
    .selectAll()
    .where(sql<boolean>`system_id = any(${ids}::text[])`)
    .orderBy(sql`location_id collate "C"`)
    .orderBy(sql`sku_prefix collate "C"`)
    .orderBy('valid_from')
    .execute()
  return Map.groupBy(rows.map(erpRouteOf), ({ systemId }) => systemId)
}
