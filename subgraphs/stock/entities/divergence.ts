import { accountsIn, type DivergenceState } from '../../../core/erp/divergence.ts'
import type { Account, DivergenceResolvers, ErpReconciliationResolvers } from '../generated/types.ts'

const ACCOUNTS: Readonly<Record<ReturnType<typeof accountsIn>[number], Account>> = {
  sellable: 'SELLABLE',
  qualityHold: 'QUALITY_HOLD',
  damaged: 'DAMAGED',
  blocked: 'BLOCKED',
}

export const divergenceFields: DivergenceResolvers = {
  systemId: ({ system_id }) => system_id,
  locationId: ({ location_id }) => location_id,
  item: ({ sku }, _args, { loaders }) => loaders.item.load(sku),
  location: ({ location_id }, _args, { loaders }) => loaders.location.load(location_id),
  accounts: ({ accounts }) => accountsIn(accounts).map((account) => ACCOUNTS[account]),
  erpQuantity: ({ erp_quantity }) => erp_quantity,
  firstSeenAt: ({ first_seen_at }) => first_seen_at,
  lastSeenAt: ({ last_seen_at }) => last_seen_at,
  proposedBy: ({ proposed_by }) => proposed_by,
  settledAt: ({ settled_at }) => settled_at,
  priority: ({ id, state }, _args, { loaders }) => (isOver(state) ? null : loaders.priority.load(id)),
  trail: ({ trail }) => trail.map(({ at, ...note }) => ({ ...note, at: new Date(at) })),
}

function isOver(state: DivergenceState): boolean {
  return state === 'CORRECTED' || state === 'TOLD' || state === 'GONE'
}

export const reconciliationFields: ErpReconciliationResolvers = {
  systemId: ({ system_id }) => system_id,
  locationIds: ({ location_ids }) => location_ids,
  requestedBy: ({ requested_by }) => requested_by,
  requestedAt: ({ requested_at }) => requested_at,
  startedAt: ({ started_at }) => started_at,
  endedAt: ({ ended_at }) => ended_at,
  beyond: ({ beyond, divergent }) => beyond ?? divergent,
}
