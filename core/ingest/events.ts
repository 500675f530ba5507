import type { StockAccount } from '../ledger/accounts.ts'
import type { Disposition, InspectionOutcome } from '../ledger/commands.ts'

/** The events of `schema/events`, as they are after validation. Ajv checks the shape; these types only let the compiler follow. */

interface Envelope<Type extends string, Data> {
  readonly specversion: '1.0'
  readonly id: string
  readonly source: string
  readonly type: Type
  readonly time?: string
  readonly subject?: string
  readonly data: Data
}

/** A JSON number or a decimal string, of `unit`. */
interface Quantity {
  readonly quantity: number | string
  readonly unit?: string
}

interface Reporting {
  readonly complete?: boolean
}

interface Place {
  readonly sku: string
  readonly locationId: string
}

interface Line extends Quantity {
  readonly sku: string
}

interface LineAt extends Line {
  readonly locationId?: string
}

interface ShipmentName {
  readonly shipmentId?: string
  readonly reference?: string
}

interface ShipmentStep extends ShipmentName {
  readonly kind?: 'TRANSFER' | 'PURCHASE'
  readonly originId?: string
  readonly destinationId?: string
  readonly supplier?: string
  readonly lines?: readonly Line[]
}

interface ReturnName {
  readonly returnId?: string
  readonly reference?: string
}

interface ReservationName {
  readonly reservationId?: string
  readonly reference?: string
  readonly channelId?: string
}

export type KnownEvent =
  | (Envelope<
      'onhand.stock.counted.v1',
      Place & Quantity & { readonly account?: StockAccount; readonly accounts?: readonly StockAccount[] }
    > & { readonly erpbooked?: string; readonly erpentered?: string })
  | Envelope<
      'onhand.stock.adjusted.v1',
      Place & {
        readonly delta: number | string
        readonly unit?: string
        readonly account?: StockAccount
        readonly reason: string
      }
    >
  | Envelope<'onhand.stock.received.v1', Place & Quantity & Reporting & { readonly reference?: string }>
  | Envelope<
      'onhand.stock.reclassified.v1',
      Place & Quantity & { readonly from: StockAccount; readonly to: StockAccount; readonly reason?: string }
    >
  | Envelope<
      'onhand.sale.recorded.v1',
      Place & Quantity & Reporting & { readonly reference?: string; readonly channelId?: string }
    >
  | Envelope<'onhand.shipment.dispatched.v1', ShipmentStep & Reporting & { readonly expectedAt?: string }>
  | Envelope<'onhand.shipment.received.v1', ShipmentStep & Reporting>
  | Envelope<'onhand.shipment.closed_short.v1', ShipmentName>
  | Envelope<
      'onhand.return.received.v1',
      ReturnName &
        Reporting & {
          readonly locationId?: string
          readonly channelId?: string
          readonly lines?: readonly (Line & { readonly reason?: string })[]
        }
    >
  | Envelope<
      'onhand.return.inspected.v1',
      ReturnName & {
        readonly outcome?: InspectionOutcome
        readonly lines?: readonly (Line & { readonly outcome?: InspectionOutcome })[]
      }
    >
  | Envelope<
      'onhand.return.dispositioned.v1',
      ReturnName & {
        readonly disposition: Disposition | 'RESTOCK'
        readonly locationId?: string
        readonly lines?: readonly Line[]
        readonly reason?: string
      }
    >
  | Envelope<
      'onhand.reservation.held.v1',
      {
        readonly reference: string
        readonly channelId: string
        readonly ttlSeconds?: number
        readonly lines: readonly LineAt[]
      }
    >
  | Envelope<'onhand.reservation.confirmed.v1', ReservationName & { readonly lines?: readonly LineAt[] }>
  | Envelope<'onhand.reservation.released.v1', ReservationName & { readonly lines?: readonly LineAt[] }>
  | Envelope<'onhand.reservation.fulfilled.v1', ReservationName & Reporting & { readonly lines?: readonly LineAt[] }>
