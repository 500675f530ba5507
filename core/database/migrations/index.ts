import type { Migration } from 'kysely/migration'
import * as ledger from './0001_ledger.ts'
import * as warmBuckets from './0002_warm_buckets.ts'
import * as fencesAndPreorders from './0003_fences_and_preorders.ts'
import * as supplyDates from './0003_supply_dates.ts'
import * as closedLocations from './0004_closed_locations.ts'
import * as fewerIndexes from './0006_fewer_indexes.ts'
import * as reservationSearch from './0007_reservation_search.ts'
import * as channelShaping from './0008_channel_shaping.ts'
import * as webhooks from './0009_webhooks.ts'
import * as erpSystems from './0010_erp_systems.ts'
import * as erpOutbox from './0011_erp_outbox.ts'
import * as erpPull from './0012_erp_pull.ts'
import * as erpReconciliation from './0013_erp_reconciliation.ts'
import * as keysByAge from './0014_keys_by_age.ts'
import * as narrowRows from './0015_narrow_rows.ts'
import * as feedEpochs from './0016_feed_epochs.ts'
import * as eventReplay from './0017_event_replay.ts'
import * as erpForgotten from './0018_erp_forgotten.ts'
import * as erpShadow from './0019_erp_shadow.ts'
import * as countsOfErps from './0020_counts_of_erps.ts'
import * as eventMappings from './0021_event_mappings.ts'
import * as webhookEvents from './0022_webhook_events.ts'
import * as figures from './0023_figures.ts'
import * as countsAndDoubts from './0024_counts_and_doubts.ts'
import * as unknownBeyond from './0025_unknown_beyond.ts'
import * as marketplaces from './0026_marketplaces.ts'
import * as authority from './0027_authority.ts'
import * as positionWaiting from './0028_position_waiting.ts'
import * as reasonsOfChanges from './0029_reasons_of_changes.ts'
import * as factsOfOrders from './0030_facts_of_orders.ts'
import * as waitingInOrder from './0031_waiting_in_order.ts'
import * as newestByReference from './0032_newest_by_reference.ts'
import * as holdsBesideIndexes from './0033_holds_beside_indexes.ts'
import * as positionId from './0034_position_id.ts'
import * as holdsNamedByLines from './0035_holds_named_by_lines.ts'
import * as checksTogether from './0036_checks_together.ts'
import * as roomOnPages from './0037_room_on_pages.ts'

/** Every migration by its name, in order. Forward only: what was released is never edited. */
export const migrations: Record<string, Migration> = {
  '0001_ledger': ledger,
  '0002_warm_buckets': warmBuckets,
  '0003_fences_and_preorders': fencesAndPreorders,
  '0003_supply_dates': supplyDates,
  '0004_closed_locations': closedLocations,
  '0006_fewer_indexes': fewerIndexes,
  '0007_reservation_search': reservationSearch,
  '0008_channel_shaping': channelShaping,
  '0009_webhooks': webhooks,
  '0010_erp_systems': erpSystems,
  '0011_erp_outbox': erpOutbox,
  '0012_erp_pull': erpPull,
  '0013_erp_reconciliation': erpReconciliation,
  '0014_keys_by_age': keysByAge,
  '0015_narrow_rows': narrowRows,
  '0016_feed_epochs': feedEpochs,
  '0017_event_replay': eventReplay,
  '0018_erp_forgotten': erpForgotten,
  '0019_erp_shadow': erpShadow,
  '0020_counts_of_erps': countsOfErps,
  '0021_event_mappings': eventMappings,
  '0022_webhook_events': webhookEvents,
  '0023_figures': figures,
  '0024_counts_and_doubts': countsAndDoubts,
  '0025_unknown_beyond': unknownBeyond,
  '0026_marketplaces': marketplaces,
  '0027_authority': authority,
  '0028_position_waiting': positionWaiting,
  '0029_reasons_of_changes': reasonsOfChanges,
  '0030_facts_of_orders': factsOfOrders,
  '0031_waiting_in_order': waitingInOrder,
  '0032_newest_by_reference': newestByReference,
  '0033_holds_beside_indexes': holdsBesideIndexes,
  '0034_position_id': positionId,
  '0035_holds_named_by_lines': holdsNamedByLines,
  '0036_checks_together': checksTogether,
  '0037_room_on_pages': roomOnPages,
}
