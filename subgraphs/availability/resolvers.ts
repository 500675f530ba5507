import { availabilityFields, quantityBandFields, resolveAvailability } from './entities/availability.ts'
import { availabilityTermFields } from './entities/availability-term.ts'
import { resolveChannel } from './entities/channel.ts'
import { fenceFields } from './entities/fence.ts'
import { itemAvailability } from './entities/inventory-item.ts'
import { locationOf } from './entities/location.ts'
import type { Resolvers } from './generated/types.ts'
import { upsertChannel } from './mutations/upsert-channel.ts'
import { availability } from './queries/availability.ts'
import { channel } from './queries/channel.ts'
import { channels } from './queries/channels.ts'
import { availabilityChanged } from './subscriptions/availability-changed.ts'

export const resolvers: Resolvers = {
  Query: { availability, channel, channels },
  Mutation: { upsertChannel },
  Subscription: { availabilityChanged },

  Availability: { __resolveReference: resolveAvailability, ...availabilityFields },
  AvailabilityLocation: { location: locationOf },
  AvailabilityTerm: { location: locationOf, ...availabilityTermFields },
  Channel: { __resolveReference: resolveChannel },
  ChannelLocation: { location: locationOf },
  ExpectedSupply: { shipment: ({ shipmentId }) => ({ id: shipmentId }) },
  Fence: fenceFields,
  InventoryItem: { availability: itemAvailability },
  QuantityBand: quantityBandFields,
}
