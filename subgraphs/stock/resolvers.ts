import type { Ingest } from '../../core/ingest/ingest.ts'
import { deadLetterFields } from './entities/dead-letter.ts'
import { divergenceFields, reconciliationFields } from './entities/divergence.ts'
import { erpRouteFields, erpShadowReportFields, erpSystemFields } from './entities/erp-system.ts'
import { balanceChangeFields, eventReplayFields, eventReplayPreviewFields } from './entities/event-replay.ts'
import { authorityFields, factFields, factReportFields } from './entities/fact.ts'
import { fenceFields } from './entities/fence.ts'
import { figuresFields } from './entities/figures.ts'
import { itemFields, resolveItem } from './entities/inventory-item.ts'
import { locationFields, resolveLocation } from './entities/location.ts'
import { resolveStockLevel, stockLevelFields } from './entities/stock-level.ts'
import { movementFields, resolveMovement } from './entities/stock-movement.ts'
import { stockPolicyFields } from './entities/stock-policy.ts'
import { viewerFields } from './entities/viewer.ts'
import type { Resolvers } from './generated/types.ts'
import { cancelReplay } from './mutations/cancel-replay.ts'
import { discardDeadLetter } from './mutations/discard-dead-letter.ts'
import { reconcile } from './mutations/reconcile.ts'
import { recordEvents } from './mutations/record-events.ts'
import { replayDeadLetters } from './mutations/replay-dead-letters.ts'
import { replayEvents } from './mutations/replay-events.ts'
import { resolveDivergence } from './mutations/resolve-divergence.ts'
import { setAuthority } from './mutations/set-authority.ts'
import { setErpRoute } from './mutations/set-erp-route.ts'
import { upsertErpSystem } from './mutations/upsert-erp-system.ts'
import { upsertItems } from './mutations/upsert-items.ts'
import { upsertLocations } from './mutations/upsert-locations.ts'
import { upsertStockPolicy } from './mutations/upsert-stock-policy.ts'
import { authorities } from './queries/authorities.ts'
import { deadLetters } from './queries/dead-letters.ts'
import { divergences } from './queries/divergences.ts'
import { erpSystems } from './queries/erp-systems.ts'
import { eventReplays } from './queries/event-replays.ts'
import { facts } from './queries/facts.ts'
import { figures } from './queries/figures.ts'
import { item } from './queries/item.ts'
import { items } from './queries/items.ts'
import { location } from './queries/location.ts'
import { locations } from './queries/locations.ts'
import { stockMovements } from './queries/stock-movements.ts'
import { viewer } from './queries/viewer.ts'
import { stockMovementsFollowed } from './subscriptions/stock-movements.ts'

/** Events go through the same door as those of `POST /events`. */
export const resolversOf = (ingest: Ingest): Resolvers => ({
  Query: {
    viewer,
    item,
    items,
    location,
    locations,
    stockMovements,
    deadLetters,
    eventReplays,
    figures,
    divergences,
    erpSystems,
    authorities,
    facts,
  },
  Mutation: {
    recordEvents: recordEvents(ingest),
    replayDeadLetters: replayDeadLetters(ingest),
    replayEvents: replayEvents(ingest),
    cancelReplay,
    discardDeadLetter: discardDeadLetter(ingest),
    upsertItems,
    upsertLocations,
    upsertStockPolicy,
    upsertErpSystem,
    setErpRoute,
    setAuthority,
    reconcile,
    resolveDivergence: resolveDivergence(ingest),
  },
  Subscription: { stockMovements: stockMovementsFollowed },

  Authority: authorityFields,
  BalanceChange: balanceChangeFields,
  DeadLetter: deadLetterFields,
  Divergence: divergenceFields,
  ErpReconciliation: reconciliationFields,
  ErpRoute: erpRouteFields,
  ErpShadowReport: erpShadowReportFields,
  ErpSystem: erpSystemFields,
  EventReplay: eventReplayFields,
  EventReplayPreview: eventReplayPreviewFields,
  Fact: factFields,
  FactReport: factReportFields,
  Fence: fenceFields,
  Figures: figuresFields,
  InventoryItem: { __resolveReference: resolveItem, ...itemFields },
  Location: { __resolveReference: resolveLocation, ...locationFields },
  StockLevel: { __resolveReference: resolveStockLevel, ...stockLevelFields },
  StockMovement: { __resolveReference: resolveMovement, ...movementFields },
  StockPolicy: stockPolicyFields,
  Viewer: viewerFields,
})
