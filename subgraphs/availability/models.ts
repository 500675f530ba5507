import type { Band } from '../../core/availability/bands.ts'
import type {
  AvailabilityAtLocation,
  AvailabilityReading,
  AvailabilityTerm,
  CoveredFence,
  SkuAvailability,
} from '../../core/availability/read.ts'
import type { Channel, ChannelLocation } from '../../core/ledger/documents.ts'
import type { Marketplace } from '../../core/marketplaces/marketplace.ts'
import type { ListingRow } from '../../core/marketplaces/read.ts'
import type { WebhookDeliveryRow, WebhookRow } from '../../core/webhooks/read.ts'
import type { WebhookAttempt } from '../../core/webhooks/webhook.ts'
import type { RequestContext } from '../shared/context.ts'
import type { Loaders } from './loaders.ts'

/** What resolvers of this subgraph get with every request. */
export type Context = RequestContext<Loaders>

/** What resolvers hand to each other for a type of the schema; named in codegen.yml. */
export type ChannelModel = Channel
export type ChannelLocationModel = ChannelLocation
export type FenceModel = CoveredFence
export type AvailabilityLocationModel = AvailabilityAtLocation
export type QuantityBandModel = Band
export type MarketplaceModel = Marketplace
export type MarketplaceListingModel = ListingRow
export type WebhookDeliveryModel = WebhookDeliveryRow
export type WebhookSecretModel = WebhookRow['secrets'][number]
export type WebhookAttemptModel = WebhookAttempt

/** Whoever makes its secret says it once. */
export interface WebhookModel extends WebhookRow {
  readonly newSecret?: string | null
}

/** The terms, the locations and the cursor are worked out of its reading when they are selected. */
export type AvailabilityModel = SkuAvailability

/** One location's part in ats, with the reading that tells which journal entries had been posted by then. */
export interface AvailabilityTermModel extends AvailabilityTerm {
  readonly reading: AvailabilityReading
}
