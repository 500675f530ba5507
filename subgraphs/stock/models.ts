import type { Selectable } from 'kysely'
import type { Viewer } from '../../core/access/viewer.ts'
import type { CoveredFence } from '../../core/availability/read.ts'
import type {
  DeadLetterTable,
  ErpDivergenceTable,
  ErpReconciliationTable,
  JournalTable,
} from '../../core/database/schema.ts'
import type { ErpRoute, ErpSystem } from '../../core/erp/routes.ts'
import type { ShadowReport } from '../../core/erp/shadow-report.ts'
import type { Span } from '../../core/figures/read.ts'
import type { ReplayPreview } from '../../core/ingest/replay-preview.ts'
import type { EventReplay } from '../../core/ingest/replays.ts'
import type { Balances } from '../../core/ledger/accounts.ts'
import type { Authority } from '../../core/ledger/authority.ts'
import type { Fact, Item, Location } from '../../core/ledger/documents.ts'
import type { BalanceChange } from '../../core/ledger/preview.ts'
import type { RequestContext } from '../shared/context.ts'
import type { Loaders } from './loaders.ts'

/** What resolvers of this subgraph get with every request. */
export type Context = RequestContext<Loaders>

/** What resolvers hand to each other for a type of the schema; named in codegen.yml. */
export type ItemModel = Item
export type LocationModel = Location
export type FenceModel = CoveredFence
export type StockMovementModel = Selectable<JournalTable> & {
  /** The point in the feed at this entry, where it is part of a page of the journal. */
  readonly cursor?: () => string
}
export type DeadLetterModel = Selectable<DeadLetterTable>
export type BalanceChangeModel = BalanceChange
export type EventReplayModel = EventReplay
export type EventReplayPreviewModel = ReplayPreview
export type ErpSystemModel = ErpSystem
export type ErpShadowReportModel = ShadowReport
export type FiguresModel = Span
export type ErpRouteModel = ErpRoute
export type AuthorityModel = Authority
/** What each source told of one fact, the first one first. */
export type FactModel = readonly [Fact, ...Fact[]]
export type FactReportModel = Fact
export type ErpReconciliationModel = Selectable<ErpReconciliationTable>
export type DivergenceModel = Selectable<ErpDivergenceTable>
export type ViewerModel = Viewer

/** What is kept back at a position; from the reading that tells how much of it is there. */
export type StockPolicyModel = StockLevelModel

/** All balances of a SKU at a location, from one reading. */
export interface StockLevelModel {
  readonly sku: string
  readonly locationId: string
  /** `held` and `backordered` without what has ended by itself by then, swept or not. */
  readonly balances: Balances
  readonly safetyStock: number
  /** What is set aside by then, in the order in which it is covered; without what is over, swept or not. */
  readonly fences: readonly CoveredFence[]
  readonly asOf: Date
}
