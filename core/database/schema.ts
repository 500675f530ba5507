import type { ColumnType, Generated } from 'kysely'
import type { DivergenceAction, DivergenceCause, DivergenceNote, DivergenceState } from '../erp/divergence.ts'
import type { ErpMode } from '../erp/routes.ts'
import type { KeptSelection } from '../ingest/event-selection.ts'
import type { StockAccount } from '../ledger/accounts.ts'
import type { ToldParcel } from '../ledger/commands.ts'
import type { MappingExample } from '../mappings/mapping.ts'
import type { SenderSignature } from '../mappings/sender-signature.ts'
import type { WebhookAttempt } from '../webhooks/webhook.ts'

/** Row types of the tables of `migrations/`. Quantities are base units; bigint columns are read as safe JavaScript integers. */
type Json<T> = ColumnType<T, string, string>

export interface HubTable {
  id: Generated<number>
  epoch: Generated<string>
  bucket_count: number
  secret: string
  created_at: Generated<Date>
}

export interface BucketHeadTable {
  bucket: number
  number: Generated<number>
  recorded_at: Generated<Date>
  version: Generated<number>
}

export interface ItemTable {
  bucket: number
  sku: string
  title: string
  unit: string
  units: Json<Record<string, number>>
  created_at: Date
  updated_at: Date
}

export interface LocationTable {
  id: string
  name: string
  kind: string
  parent_id: string | null
  time_zone: string | null
  latitude: number | null
  longitude: number | null
  closed: Generated<boolean>
  created_at: Date
  updated_at: Date
}

export interface ChannelTable {
  id: string
  name: string
  buffer: number
  cap: number | null
  low_stock_threshold: number
  low_stock_hysteresis: Generated<number>
  bands: Generated<number[]>
  allow_backorder: boolean
  created_at: Date
  updated_at: Date
}

export interface ChannelLocationTable {
  channel_id: string
  location_id: string
  priority: number
}

export interface LowStockTable {
  bucket: number
  sku: string
  channel_id: string
  recorded_at: Date
}

export interface StockPolicyTable {
  bucket: number
  sku: string
  location_id: string
  safety_stock: number
  updated_at: Date
}

export interface FenceTable {
  bucket: number
  sku: string
  location_id: string
  channel_id: string
  place: number
  quantity: number
  used: Generated<number>
  until: Date | null
}

export interface PositionTable {
  bucket: number
  sku: string
  location_id: string
  sellable: Generated<number>
  quality_hold: Generated<number>
  damaged: Generated<number>
  blocked: Generated<number>
  held: Generated<number>
  committed: Generated<number>
  backordered: Generated<number>
  fenced: Generated<number>
  on_order: Generated<number>
  in_transit: Generated<number>
  updated_at: Date
  last_hold: Generated<number>
  /** See `positionId`. Null: made before there were ids, by a version that has none, or by a correction, and not written since. */
  id: number | null
}

export interface JournalTable {
  bucket: number
  number: number
  sku: string
  location_id: string
  from_account: string
  to_account: string
  quantity: number
  kind: string
  occurred_at: Date
  recorded_at: Date
  document: string | null
  document_id: string | null
  line: number | null
  reference: string | null
  source: string | null
  event_id: string | null
  channel_id: string | null
  reason: string | null
  previous: number | null
  /** The line that it held names it (`reservation_line.hold`), so that it stands in no index by document. */
  named_by_line: Generated<boolean>
}

export interface ChangeTable {
  bucket: number
  number: number
  subject: string
  subject_id: string
  sku: string | null
  location_id: string | null
  action: string
  client: string | null
  reason: string | null
  occurred_at: Date
  recorded_at: Date
}

export interface StockCountTable {
  bucket: number
  sku: string
  location_id: string
  account: StockAccount
  occurred_at: Date
  quantity: number
  recorded_at: Date
  /** null: counted before this was noted. */
  source: string | null
  /** As one number; null: the account alone, counted before this was noted. */
  together: number | null
  booked: number | null
}

export interface FactTable {
  bucket: number
  sku: string
  location_id: string
  reference: string
  kind: string
  source: string
  quantity: number
  occurred_at: Date
  others: OtherReporter[] | null
  complete: boolean | null
  stands: number | null
  state: string | null
  authority: string | null
  changed_at: Date | null
  channel_id: string | null
  shipped: number | null
}

export interface AuthorityTable {
  kind: string
  location_id: string
  source: string
  in_parts: boolean
  set_by: string
  recorded_at: Date
}

/** A further reporter of a fact; `occurredAt` is ISO 8601. */
export interface OtherReporter {
  source: string
  quantity: number
  occurredAt: string
  /** Absent: it never said. */
  complete?: boolean
  /** Absent: it named none. */
  channelId?: string
  /** Absent: it told of no order. */
  shipped?: number
}

export interface ReservationTable {
  bucket: number
  id: string
  channel_id: string
  reference: string | null
  client: string
  occurred_at: Date
  recorded_at: Date
}

export interface ReservationLineTable {
  bucket: number
  reservation_id: string
  line: number
  sku: string
  location_id: string
  channel_id: string
  requested: number
  held: number
  committed: number
  backordered: number
  fulfilled: number
  released: number
  expired: number
  confirmed_at: Date | null
  expires_at: Date | null
  placed_at: Date
  version: number
  fenced: Generated<number>
  promised_by: Date | null
  recorded_at: Date
  /** Place in `RESERVATION_STATUSES`, kept by the database. */
  status: ColumnType<number, never, never>
  /** Number of the entry that held it. Null: it was not held when it was made, or its entry is found by document. */
  hold: number | null
}

export interface ShipmentTable {
  bucket: number
  id: string
  kind: 'TRANSFER' | 'PURCHASE'
  origin_id: string | null
  destination_id: string
  supplier: string | null
  reference: string | null
  expected_at: Date | null
  ordered_at: Date | null
  dispatched_at: Date | null
  closed_at: Date | null
  canceled_at: Date | null
  client: string
  occurred_at: Date
  recorded_at: Date
  version: number
}

export interface ShipmentLineTable {
  bucket: number
  shipment_id: string
  line: number
  sku: string
  quantity: number
  dispatched: number
  received: number
  closed_short: number
  on_order: number
  in_transit: number
  version: number
  destination_id: string
  expected_at: Date | null
  late_told: Generated<boolean>
}

export interface ReturnCaseTable {
  bucket: number
  id: string
  channel_id: string | null
  reservation_id: string | null
  location_id: string | null
  reference: string | null
  client: string
  occurred_at: Date
  recorded_at: Date
  version: number
}

export interface ReturnLineTable {
  bucket: number
  return_id: string
  line: number
  sku: string
  location_id: string | null
  reason: string | null
  quantity: number
  authorized: number
  in_transit: number
  received: number
  inspected: number
  quarantined: number
  restock_approved: number
  restocked: number
  disposed: number
  returned_to_vendor: number
  missing: number
  canceled: number
  version: number
}

export interface IdempotencyKeyTable {
  bucket: number
  key_hash: Buffer
  request_hash: Buffer
  document: string | null
  document_id: string | null
  result: Json<unknown> | null
  recorded_at: Date
}

export interface EventTable {
  bucket: number
  source: string
  id: string
  type: string
  content_hash: Buffer
  status: string
  code: string | null
  message: string | null
  sku: string | null
  location_id: string | null
  occurred_at: Date
  recorded_at: Date
  content: Json<unknown>
  told: Json<ToldParcel[]> | null
}

export interface ParkedEventTable {
  bucket: number
  source: string
  id: string
  awaits: string
  until: Date
  occurred_at: Date
  recorded_at: Date
}

export interface DeadLetterTable {
  bucket: number
  id: string
  source: string
  event_id: string
  type: string
  code: string
  message: string
  content: Json<unknown>
  status: Generated<'OPEN' | 'REPLAYED' | 'DISCARDED'>
  attempts: Generated<number>
  occurred_at: Date | null
  recorded_at: Date
  settled_at: Date | null
  settled_by: string | null
  settled_reason: string | null
}

export interface EventReplayTable {
  id: string
  selection: Json<KeptSelection>
  letters_max: number | null
  events_per_second: number
  state: 'REQUESTED' | 'RUNNING' | 'DONE' | 'CANCELED' | 'FAILED'
  requested_by: string
  requested_at: Generated<Date>
  started_at: Date | null
  ended_at: Date | null
  canceled_by: string | null
  total: number | null
  after_recorded_at: Date | null
  after_id: string | null
  underway: string[] | null
  done: Generated<number>
  accepted: Generated<number>
  confirmed: Generated<number>
  parked: Generated<number>
  duplicate: Generated<number>
  rejected: Generated<number>
  message: string | null
}

export interface FigureCursorTable {
  bucket: number
  number: number
}

export interface RecordingHourTable {
  hour: Date
  channel_id: string
  entries: number
  seconds: number
  seconds_max: number
  within_second: number
  within_ten_seconds: number
  within_minute: number
  within_ten_minutes: number
  within_hour: number
}

export interface FigureHourTable {
  hour: Date
  figure: string
  label: string
  count: number
  units: number
}

export interface StockExceptionTable {
  bucket: number
  number: number
  seq: number
  kind: string
  sku: string
  location_id: string
  quantity: number
  document: string | null
  document_id: string | null
  message: string
  recorded_at: Date
}

export interface ApiKeyTable {
  id: string
  hash: Buffer
  name: string
  kind: string
  channels: string[] | null
  scopes: Generated<string[]>
  created_at: Generated<Date>
  revoked_at: Date | null
}

export interface WebhookTable {
  id: string
  client: string
  kind: string
  channels: string[] | null
  scopes: string[]
  name: string
  url: string
  document: string
  variables: Json<Record<string, unknown>>
  parallel: number
  event_types: string[] | null
  state: string
  disabled_reason: string | null
  disabled_message: string | null
  disabled_at: Date | null
  begins_at: string | null
  feed_cursor: string | null
  next_seq: Generated<number>
  version: Generated<number>
  driver: string | null
  driver_until: Date | null
  failures: Generated<number>
  failing_since: Date | null
  next_attempt_at: Date | null
  last_error: string | null
  last_delivered_at: Date | null
  created_at: Generated<Date>
  updated_at: Generated<Date>
}

export interface WebhookSecretTable {
  webhook_id: string
  number: number
  sealed: Buffer
  created_at: Generated<Date>
  expires_at: Date | null
}

export interface WebhookDeliveryTable {
  id: string
  webhook_id: string
  seq: number
  kind: string
  lane: string
  conflates: boolean
  body: string
  feed_cursor: string | null
  status: string
  attempts: Generated<number>
  attempt_log: Json<readonly WebhookAttempt[]>
  next_attempt_at: Date | null
  recorded_at: Generated<Date>
  settled_at: Date | null
}

export interface MarketplaceTable {
  id: string
  name: string
  channel_id: string
  connector: string
  settings: Json<Record<string, unknown>>
  calls: number
  per_seconds: number
  burst: number
  batch_size: number
  min_interval_seconds: number
  settle_seconds: number
  drift_minutes: number
  orders_seconds: number
  paused: boolean
  version: Generated<number>
  created_at: Generated<Date>
  updated_at: Generated<Date>
}

export interface MarketplaceStateTable {
  marketplace_id: string
  next_call_at: Generated<Date>
  quiet_until: Generated<Date>
  circuit: Generated<'CLOSED' | 'OPEN' | 'HALF_OPEN'>
  failures: Generated<number>
  failing_since: Date | null
  next_attempt_at: Date | null
  last_error: string | null
  last_accepted_at: Date | null
  calls: Generated<number>
  throttled: Generated<number>
  accepted: Generated<number>
  refused: Generated<number>
  seconds: Generated<number>
  within_second: Generated<number>
  within_ten_seconds: Generated<number>
  within_minute: Generated<number>
  within_ten_minutes: Generated<number>
  sweep_bucket: number | null
  sweep_sku: string | null
  sweep_at: Date | null
  sweep_again: Generated<boolean>
  sweep_unsure: Generated<boolean>
  check_requested_at: Date | null
  checked_at: Date | null
  checked: Generated<number>
  orders_watermark: string | null
  orders_read_at: Date | null
  orders_error: string | null
}

export interface MarketplaceCursorTable {
  bucket: number
  epoch: string
  number: number
}

export interface MarketplaceListingTable {
  marketplace_id: string
  bucket: number
  sku: string
  name: string
  listed: boolean
  marked: Generated<number>
  looked: Generated<number>
  due: Generated<number>
  changed_at: Date | null
  version: Generated<number>
  sending_until: Date | null
  sure: Generated<boolean>
  was_sure: Generated<boolean>
  acknowledged: number | null
  acknowledged_at: Date | null
  not_before: Date | null
  attempts: Generated<number>
  failures: Generated<number>
  failed_at: Date | null
  refusal: string | null
  refused_quantity: number | null
  refused_at: Date | null
}

export interface MarketplaceDriftTable {
  marketplace_id: string
  bucket: number
  sku: string
  state: 'SUSPECTED' | 'MENDING' | 'MENDED'
  expected: number
  found: number | null
  version: number
  first_seen_at: Date
  last_seen_at: Date
  settled_at: Date | null
}

export interface ErpSystemTable {
  id: string
  name: string
  kind: string
  settings: Json<Readonly<Record<string, unknown>>>
  heard_sources: string[]
  paused: boolean
  correct_up_to: Generated<number>
  four_eyes: Generated<boolean>
  reconcile_minutes: Generated<number>
  shadow_hours: Generated<number>
  created_at: Date
  updated_at: Date
}

export interface ErpRouteTable {
  system_id: string
  /** Empty: everywhere. */
  location_id: string
  sku_prefix: string
  valid_from: Date
  mode: ErpMode
  set_by: string
  recorded_at: Date
}

export interface ErpCursorTable {
  bucket: number
  number: number
}

export type ErpMovementState = 'QUEUED' | 'SENT' | 'ACKNOWLEDGED' | 'IMMATERIAL' | 'REFUSED' | 'DISCARDED'

export interface ErpMovementTable {
  bucket: number
  number: number
  system_id: string
  mode: 'LIVE' | 'SHADOW'
  sku: string
  location_id: string
  recorded_at: Date
  state: ErpMovementState
  attempts: Generated<number>
  not_before: Date | null
  first_sent_at: Date | null
  settled_at: Date | null
  erp_reference: string | null
  code: string | null
  message: string | null
}

export interface ErpForgottenTable {
  system_id: string
  bucket: number
  number: number
}

export interface ErpLeaseTable {
  name: string
  driver: string
  driver_until: Date
}

export interface ErpConditionTable {
  system_id: string
  circuit: 'CLOSED' | 'OPEN' | 'HALF_OPEN'
  failures: number
  failing_since: Date | null
  next_attempt_at: Date | null
  last_error: string | null
  last_accepted_at: Date | null
}

export interface ErpPullTable {
  system_id: string
  watermark: string | null
  up_to: Date | null
  driver: string | null
  driver_until: Date | null
  read_at: Date | null
  failures: Generated<number>
  failing_since: Date | null
  last_error: string | null
}

export interface ErpReconciliationTable {
  id: string
  system_id: string
  location_ids: string[] | null
  skus: string[] | null
  state: 'REQUESTED' | 'RUNNING' | 'DONE' | 'FAILED'
  requested_by: string
  requested_at: Generated<Date>
  started_at: Date | null
  ended_at: Date | null
  compared: Generated<number>
  moving: Generated<number>
  divergent: Generated<number>
  corrected: Generated<number>
  unreadable: Generated<number>
  /** null: not known, because a worker of an older version ended it; whatever was found counts. */
  beyond: Generated<number | null>
  told: Generated<number>
  message: string | null
}

export interface ErpSnapshotLineTable {
  run_id: string
  bucket: number
  sku: string
  location_id: string
  accounts: number
  quantity: number
  read_from: Date
  read_until: Date
}

export interface ErpDivergenceTable {
  id: string
  system_id: string
  bucket: number
  sku: string
  location_id: string
  accounts: number
  state: DivergenceState
  erp_quantity: number
  expected: number
  difference: number
  cause: DivergenceCause
  seen: number
  first_seen_at: Date
  last_seen_at: Date
  read_at: Date
  last_run: string
  proposed: DivergenceAction | null
  proposed_by: string | null
  settled_at: Date | null
  trail: Json<readonly DivergenceNote[]>
}

export interface FeedEpochTable {
  bucket: number
  ordinal: number
  epoch: string
  /** The head at which it began. */
  number: number
  began_at: Generated<Date>
}

export interface EventMappingTable {
  name: string
  version: number
  source: string
  expression: string
  signature: ColumnType<SenderSignature | null, string | null, string | null>
  examples: Json<readonly MappingExample[]>
  put_at: Generated<Date>
  retired_at: Date | null
}

export interface Schema {
  hub: HubTable
  feed_epoch: FeedEpochTable
  bucket_head: BucketHeadTable
  item: ItemTable
  location: LocationTable
  channel: ChannelTable
  channel_location: ChannelLocationTable
  stock_policy: StockPolicyTable
  low_stock: LowStockTable
  fence: FenceTable
  position: PositionTable
  journal: JournalTable
  change: ChangeTable
  stock_count: StockCountTable
  fact: FactTable
  authority: AuthorityTable
  reservation: ReservationTable
  reservation_line: ReservationLineTable
  shipment: ShipmentTable
  shipment_line: ShipmentLineTable
  return_case: ReturnCaseTable
  return_line: ReturnLineTable
  idempotency_key: IdempotencyKeyTable
  event: EventTable
  parked_event: ParkedEventTable
  dead_letter: DeadLetterTable
  event_replay: EventReplayTable
  figure_cursor: FigureCursorTable
  recording_hour: RecordingHourTable
  figure_hour: FigureHourTable
  stock_exception: StockExceptionTable
  api_key: ApiKeyTable
  erp_system: ErpSystemTable
  erp_route: ErpRouteTable
  erp_cursor: ErpCursorTable
  erp_movement: ErpMovementTable
  erp_forgotten: ErpForgottenTable
  erp_lease: ErpLeaseTable
  erp_condition: ErpConditionTable
  erp_pull: ErpPullTable
  erp_reconciliation: ErpReconciliationTable
  erp_snapshot_line: ErpSnapshotLineTable
  erp_divergence: ErpDivergenceTable
  event_mapping: EventMappingTable
  marketplace: MarketplaceTable
  marketplace_state: MarketplaceStateTable
  marketplace_cursor: MarketplaceCursorTable
  marketplace_listing: MarketplaceListingTable
  marketplace_drift: MarketplaceDriftTable
  webhook: WebhookTable
  webhook_secret: WebhookSecretTable
  webhook_delivery: WebhookDeliveryTable
}
