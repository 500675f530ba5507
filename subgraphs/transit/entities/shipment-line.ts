import { lineIdOf } from '../../../core/ledger/ids.ts'
import { shipmentBalance } from '../../../core/ledger/shipment-status.ts'
import type { ShipmentLineResolvers } from '../generated/types.ts'

export const shipmentLineFields: ShipmentLineResolvers = {
  id: ({ shipmentId, line }) => lineIdOf(shipmentId, line),
  // What was ordered and has arrived has left, whether or not anybody said so.
  dispatched: ({ shipment, ...line }) => shipmentBalance(shipment, line).departed,
  item: ({ sku }) => ({ sku }),
  stockLevel: ({ sku, shipment }) => ({ sku, locationId: shipment.destinationId }),
}
