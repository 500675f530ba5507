import { type Kysely, sql } from 'kysely'
import type { Schema } from '../../../core/database/schema.ts'
import type { ErpBacklog } from '../../../core/erp/backlog.ts'
import { type ErpRoute, type ErpSystem, sourceOfErp } from '../../../core/erp/routes.ts'
import { readShadowReport } from '../../../core/erp/shadow-report.ts'
import { erpRouteOf, erpSystemOf } from '../../../core/ledger/rows.ts'
import { pageSize } from '../../shared/relay.ts'
import type { ErpRouteResolvers, ErpShadowReportResolvers, ErpSystemResolvers } from '../generated/types.ts'

export const erpSystemFields: ErpSystemResolvers = {
  connector: ({ kind }) => kind,
  source: ({ id }) => sourceOfErp(id),
  routes: ({ id }, _args, { loaders }) => loaders.routesOfErp.load(id),
  backlog: async ({ id }, _args, { loaders }) => (await loaders.erpBacklog.load(id)) ?? NOTHING_WAITS,
  condition: ({ id }, _args, { loaders }) => loaders.erpCondition.load(id),
  shadowReport: (system, _args, { db }) => readShadowReport(db, system),
  reconciliations: ({ id }, { first }, { db }) =>
    db
      .selectFrom('erp_reconciliation')
      .selectAll()
      .where('system_id', '=', id)
      .orderBy('requested_at', 'desc')
      .limit(pageSize(first, 10))
      .execute(),
}

export const erpShadowReportFields: ErpShadowReportResolvers = {
  longEnough: ({ problems }) => problems.length === 0,
}

export const erpRouteFields: ErpRouteResolvers = {
  location: ({ locationId }, _args, { loaders }) => (locationId === null ? null : loaders.location.load(locationId)),
}

const NOTHING_WAITS: ErpBacklog = { queued: 0, sent: 0, refused: 0, unread: 0, oldestRecordedAt: null }

export async function readErpConditions(db: Kysely<Schema>, ids: readonly string[]) {
  const rows = await db
    .selectFrom('erp_condition')
    .selectAll()
    .where(sql<boolean>`system_id = any(${ids}::text[])`)
    .execute()
  return rows.map((row) => ({
    systemId: row.system_id,
    circuit: row.circuit,
    failures: row.failures,
    failingSince: row.failing_since,
    nextAttemptAt: row.next_attempt_at,
    lastError: row.last_error,
    lastAcceptedAt: row.last_accepted_at,
  }))
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
