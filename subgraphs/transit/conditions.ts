import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { ShipmentStatus } from '../../core/ledger/shipment-status.ts'

/**
 * Whether the shipment that stands as `s` in its statement is in one of these states; null: in any. The same rule as `shipmentStatus` of
 * core/ledger/shipment-status.ts.
 */
export function hasStatus(statuses: readonly ShipmentStatus[] | null): RawBuilder<SqlBool> {
  if (statuses === null) return sql<SqlBool>`true`
  return sql<SqlBool>`(
    select case
      when s.canceled_at is not null and not bool_or(line.dispatched > 0 or line.received > 0) then 'CANCELED'
      when bool_or(line.closed_short > 0) then 'CLOSED_SHORT'
      when not bool_or(line.dispatched > 0 or line.received > 0) then 'DRAFT'
      when s.closed_at is not null or not bool_or(
        line.received < greatest(line.dispatched, case when s.canceled_at is null then line.quantity else 0 end)
      ) then 'RECEIVED'
      when bool_or(line.received > 0) then 'PARTIALLY_RECEIVED'
      else 'IN_TRANSIT'
    end
    from shipment_line line where line.shipment_id = s.id
  ) = any(${statuses}::text[])`
}
