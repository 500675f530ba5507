import { itemShipments } from './entities/inventory-item.ts'
import { inboundShipments as inboundOfLocation, outboundShipments } from './entities/location.ts'
import { resolveShipment, shipmentFields } from './entities/shipment.ts'
import { shipmentLineFields } from './entities/shipment-line.ts'
import { inboundShipments as inboundOfStockLevel } from './entities/stock-level.ts'
import type { Resolvers } from './generated/types.ts'
import { cancelShipment } from './mutations/cancel-shipment.ts'
import { closeShipment } from './mutations/close-shipment.ts'
import { createShipment } from './mutations/create-shipment.ts'
import { dispatchShipment } from './mutations/dispatch-shipment.ts'
import { receiveShipment } from './mutations/receive-shipment.ts'
import { rescheduleShipment } from './mutations/reschedule-shipment.ts'
import { shipment } from './queries/shipment.ts'
import { shipments } from './queries/shipments.ts'

export const resolvers: Resolvers = {
  Query: { shipment, shipments },
  Mutation: {
    createShipment,
    dispatchShipment,
    receiveShipment,
    closeShipment,
    cancelShipment,
    rescheduleShipment,
  },

  Shipment: { __resolveReference: resolveShipment, ...shipmentFields },
  ShipmentLine: shipmentLineFields,
  InventoryItem: { shipments: itemShipments },
  Location: { inboundShipments: inboundOfLocation, outboundShipments },
  StockLevel: { inboundShipments: inboundOfStockLevel },
}
