import { sourceOfMarketplace } from '../../../core/marketplaces/marketplace.ts'
import type { MarketplaceStanding } from '../../../core/marketplaces/read.ts'
import type { MarketplaceListingResolvers, MarketplaceResolvers } from '../generated/types.ts'
import type { Context, MarketplaceModel } from '../models.ts'

export const marketplaceFields: MarketplaceResolvers = {
  channel: ({ channelId }, _args, { loaders }) => loaders.channel.load(channelId),
  source: ({ id }) => sourceOfMarketplace(id),
  backlog: async (marketplace, _args, context) => {
    const standing = await standingOf(marketplace, context)
    const { listings, marked, waiting, urgent, refusing, oldest_changed_at, unread } = standing
    return { listings, marked, waiting, urgent, refused: refusing, oldestChangedAt: oldest_changed_at, unread }
  },
  condition: async (marketplace, _args, context) => {
    const standing = await standingOf(marketplace, context)
    return {
      circuit: standing.circuit,
      failures: standing.failures,
      failingSince: standing.failing_since,
      nextAttemptAt: standing.next_attempt_at,
      quietUntil: standing.quiet_until.getTime() > Date.now() ? standing.quiet_until : null,
      lastError: standing.last_error,
      lastAcceptedAt: standing.last_accepted_at,
      ordersReadAt: standing.orders_read_at,
      ordersError: standing.orders_error,
    }
  },
  figures: async (marketplace, _args, context) => {
    const standing = await standingOf(marketplace, context)
    const { calls, throttled, accepted, refused, seconds } = standing
    return {
      calls,
      throttled,
      accepted,
      refused,
      secondsMean: accepted === 0 ? null : seconds / accepted,
      withinSecond: standing.within_second,
      withinTenSeconds: standing.within_ten_seconds,
      withinMinute: standing.within_minute,
      withinTenMinutes: standing.within_ten_minutes,
    }
  },
  drift: async (marketplace, _args, context) => {
    const standing = await standingOf(marketplace, context)
    const { checked_at, checked, check_requested_at, suspected, mending, drifting_units, drifting_since } = standing
    return {
      checkedAt: checked_at,
      checked,
      requested: check_requested_at !== null,
      suspected,
      mending,
      units: drifting_units,
      oldestSeenAt: drifting_since,
    }
  },
}

/** It is made with the marketplace. */
async function standingOf({ id }: MarketplaceModel, { loaders }: Context): Promise<MarketplaceStanding> {
  const standing = await loaders.marketplaceStanding.load(id)
  if (standing === null) throw new Error(`The marketplace ${id} has no state.`)
  return standing
}

export const marketplaceListingFields: MarketplaceListingResolvers = {
  item: ({ sku }) => ({ sku }),
  acknowledgedAt: ({ acknowledged_at }) => acknowledged_at,
  changedAt: ({ changed_at }) => changed_at,
  refusedQuantity: ({ refused_quantity }) => refused_quantity,
  refusedAt: ({ refused_at }) => refused_at,
  drift: ({ drift }) =>
    drift === null
      ? null
      : {
          state: drift.state,
          expected: drift.expected,
          found: drift.found,
          firstSeenAt: new Date(drift.first_seen_at),
          lastSeenAt: new Date(drift.last_seen_at),
          settledAt: drift.settled_at === null ? null : new Date(drift.settled_at),
        },
}
