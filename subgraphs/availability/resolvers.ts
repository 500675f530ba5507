import type { SecretBox } from '../../core/webhooks/secrets.ts'
import { availabilityFields, quantityBandFields, resolveAvailability } from './entities/availability.ts'
import { availabilityTermFields } from './entities/availability-term.ts'
import { resolveChannel } from './entities/channel.ts'
import { fenceFields } from './entities/fence.ts'
import { itemAvailability } from './entities/inventory-item.ts'
import { locationOf } from './entities/location.ts'
import { marketplaceFields, marketplaceListingFields } from './entities/marketplace.ts'
import { webhookAttemptFields, webhookDeliveryFields, webhookFields, webhookSecretFields } from './entities/webhook.ts'
import type { Resolvers } from './generated/types.ts'
import {
  checkMarketplace,
  pushMarketplaceListings,
  upsertMarketplace,
  upsertMarketplaceListings,
} from './mutations/marketplaces.ts'
import { upsertChannel } from './mutations/upsert-channel.ts'
import { webhookMutations } from './mutations/webhooks.ts'
import { availability } from './queries/availability.ts'
import { channel } from './queries/channel.ts'
import { channels } from './queries/channels.ts'
import { marketplaceListings } from './queries/marketplace-listings.ts'
import { marketplaces } from './queries/marketplaces.ts'
import { webhook } from './queries/webhook.ts'
import { webhookDeliveries } from './queries/webhook-deliveries.ts'
import { webhooks } from './queries/webhooks.ts'
import { availabilityChanged } from './subscriptions/availability-changed.ts'

/** Secrets of webhooks are kept as the box seals them. */
export const resolversOf = (secrets: SecretBox): Resolvers => ({
  Query: {
    availability,
    channel,
    channels,
    marketplaces,
    marketplaceListings,
    webhook,
    webhooks,
    webhookDeliveries,
  },
  Mutation: {
    upsertChannel,
    upsertMarketplace,
    upsertMarketplaceListings,
    pushMarketplaceListings,
    checkMarketplace,
    ...webhookMutations(secrets),
  },
  Subscription: { availabilityChanged },

  Availability: { __resolveReference: resolveAvailability, ...availabilityFields },
  AvailabilityLocation: { location: locationOf },
  AvailabilityTerm: { location: locationOf, ...availabilityTermFields },
  Channel: { __resolveReference: resolveChannel },
  ChannelLocation: { location: locationOf },
  ExpectedSupply: { shipment: ({ shipmentId }) => ({ id: shipmentId }) },
  Fence: fenceFields,
  InventoryItem: { availability: itemAvailability },
  Marketplace: marketplaceFields,
  MarketplaceListing: marketplaceListingFields,
  QuantityBand: quantityBandFields,
  Webhook: webhookFields,
  WebhookAttempt: webhookAttemptFields,
  WebhookDelivery: webhookDeliveryFields,
  WebhookSecret: webhookSecretFields,
})
