import type { Selectable } from 'kysely'
import type {
  AuthorityTable,
  ErpRouteTable,
  ErpSystemTable,
  FactTable,
  ItemTable,
  LocationTable,
  PositionTable,
  ReservationLineTable,
  ReservationTable,
  ReturnCaseTable,
  ReturnLineTable,
  ShipmentLineTable,
  ShipmentTable,
} from '../database/schema.ts'
import type { ErpRoute, ErpSystem } from '../erp/routes.ts'
import type { Balances } from './accounts.ts'
import type { Authority } from './authority.ts'
import type {
  ExpectedSupply,
  Fact,
  FactKind,
  FactState,
  FactVerdict,
  Fence,
  Item,
  Location,
  Reservation,
  ReservationLine,
  ReturnCase,
  ReturnLine,
  Shipment,
  ShipmentLine,
} from './documents.ts'

/** Rows of the database as the plain values of `documents.ts`. */

export function itemOf(row: Selectable<ItemTable>): Item {
  const { sku, title, unit, units, created_at, updated_at } = row
  return { sku, title, unit, units, createdAt: created_at, updatedAt: updated_at }
}

export function locationOf(row: Selectable<LocationTable>): Location {
  return {
    id: row.id,
    name: row.name,
    kind: row.kind,
    parentId: row.parent_id,
    timeZone: row.time_zone,
    latitude: row.latitude,
    longitude: row.longitude,
    closed: row.closed,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }
}

export function erpSystemOf(row: Selectable<ErpSystemTable>): ErpSystem {
  return {
    id: row.id,
    name: row.name,
    kind: row.kind,
    settings: row.settings,
    heardSources: row.heard_sources,
    paused: row.paused,
    correctUpTo: row.correct_up_to,
    fourEyes: row.four_eyes,
    reconcileMinutes: row.reconcile_minutes,
    shadowHours: row.shadow_hours,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }
}

export function erpRouteOf(row: Selectable<ErpRouteTable>): ErpRoute {
  return {
    systemId: row.system_id,
    locationId: row.location_id === '' ? null : row.location_id,
    skuPrefix: row.sku_prefix,
    mode: row.mode,
    validFrom: row.valid_from,
    setBy: row.set_by,
    recordedAt: row.recorded_at,
  }
}

export function balancesOf(
  row: Omit<Selectable<PositionTable>, 'bucket' | 'sku' | 'location_id' | 'updated_at' | 'last_hold' | 'id'>,
): Balances {
  return {
    sellable: row.sellable,
    qualityHold: row.quality_hold,
    damaged: row.damaged,
    blocked: row.blocked,
    held: row.held,
    committed: row.committed,
    backordered: row.backordered,
    fenced: row.fenced,
    onOrder: row.on_order,
    inTransit: row.in_transit,
  }
}

export function authorityOf(row: Selectable<AuthorityTable>): Authority {
  return {
    kind: row.kind as FactKind,
    locationId: row.location_id === '' ? null : row.location_id,
    source: row.source,
    inParts: row.in_parts,
    setBy: row.set_by,
    recordedAt: row.recorded_at,
  }
}

/** What each reporter has told of a fact, the first one first. */
export function factsOf(row: Selectable<FactTable>): [Fact, ...Fact[]] {
  const { sku, location_id: locationId, reference, source, quantity, complete } = row
  const fact = { sku, locationId, reference, kind: row.kind as FactKind, verdict: verdictOf(row) }
  const others = (row.others ?? []).map((other) => ({
    ...fact,
    source: other.source,
    channelId: other.channelId ?? null,
    quantity: other.quantity,
    shipped: other.shipped ?? null,
    occurredAt: new Date(other.occurredAt),
    complete: other.complete ?? null,
  }))
  const { channel_id: channelId, shipped } = row
  return [{ ...fact, source, channelId, quantity, shipped, occurredAt: row.occurred_at, complete }, ...others]
}

function verdictOf({ stands, state, authority, changed_at }: Selectable<FactTable>): FactVerdict | null {
  if (stands === null || state === null || changed_at === null) return null
  return { stands, state: state as FactState, authority, changedAt: changed_at }
}

/** A fence as JSON gives it: `json_build_array(channel_id, quantity, used, until)`. */
export type FenceRow = readonly [channelId: string, quantity: number, used: number, until: string | null]

export function fenceOf([channelId, quantity, used, until]: FenceRow): Fence {
  return { channelId, quantity, used, until: until === null ? null : new Date(until) }
}

export function reservationHeadOf(row: Selectable<ReservationTable>): Omit<Reservation, 'lines'> {
  return {
    id: row.id,
    channelId: row.channel_id,
    reference: row.reference,
    client: row.client,
    occurredAt: row.occurred_at,
    recordedAt: row.recorded_at,
  }
}

export function reservationLineOf(row: Selectable<ReservationLineTable>): ReservationLine {
  return {
    reservationId: row.reservation_id,
    line: row.line,
    sku: row.sku,
    locationId: row.location_id,
    channelId: row.channel_id,
    requested: row.requested,
    held: row.held,
    committed: row.committed,
    backordered: row.backordered,
    fulfilled: row.fulfilled,
    released: row.released,
    expired: row.expired,
    confirmedAt: row.confirmed_at,
    expiresAt: row.expires_at,
    placedAt: row.placed_at,
    version: row.version,
    promisedBy: row.promised_by,
    fenced: row.fenced,
  }
}

export function shipmentOf(row: Selectable<ShipmentTable>, lines: readonly ShipmentLine[]): Shipment {
  return {
    id: row.id,
    kind: row.kind,
    originId: row.origin_id,
    destinationId: row.destination_id,
    supplier: row.supplier,
    reference: row.reference,
    expectedAt: row.expected_at,
    orderedAt: row.ordered_at,
    dispatchedAt: row.dispatched_at,
    closedAt: row.closed_at,
    canceledAt: row.canceled_at,
    client: row.client,
    occurredAt: row.occurred_at,
    recordedAt: row.recorded_at,
    version: row.version,
    lines,
  }
}

export function shipmentLineOf(row: Selectable<ShipmentLineTable>): ShipmentLine {
  return {
    shipmentId: row.shipment_id,
    line: row.line,
    sku: row.sku,
    quantity: row.quantity,
    dispatched: row.dispatched,
    received: row.received,
    closedShort: row.closed_short,
    onOrder: row.on_order,
    inTransit: row.in_transit,
    lateTold: row.late_told,
    version: row.version,
  }
}

export function expectedSupplyOf(row: Selectable<ShipmentLineTable>): ExpectedSupply {
  return {
    shipmentId: row.shipment_id,
    onOrder: row.on_order,
    inTransit: row.in_transit,
    dueAt: row.expected_at,
    lateTold: row.late_told,
  }
}

export function returnCaseOf(row: Selectable<ReturnCaseTable>, lines: readonly ReturnLine[]): ReturnCase {
  return {
    id: row.id,
    channelId: row.channel_id,
    reservationId: row.reservation_id,
    locationId: row.location_id,
    reference: row.reference,
    client: row.client,
    occurredAt: row.occurred_at,
    recordedAt: row.recorded_at,
    version: row.version,
    lines,
  }
}

export function returnLineOf(row: Selectable<ReturnLineTable>): ReturnLine {
  return {
    returnId: row.return_id,
    line: row.line,
    sku: row.sku,
    locationId: row.location_id,
    reason: row.reason,
    quantity: row.quantity,
    authorized: row.authorized,
    inTransit: row.in_transit,
    received: row.received,
    inspected: row.inspected,
    quarantined: row.quarantined,
    restockApproved: row.restock_approved,
    restocked: row.restocked,
    disposed: row.disposed,
    returnedToVendor: row.returned_to_vendor,
    missing: row.missing,
    canceled: row.canceled,
    version: row.version,
  }
}

/** Values by key, each key with a list, in the order given. */
export function groupBy<T, K>(values: Iterable<T>, keyOf: (value: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>()
  for (const value of values) {
    const key = keyOf(value)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [value])
    else group.push(value)
  }
  return groups
}
