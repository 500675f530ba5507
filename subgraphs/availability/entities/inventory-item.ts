import type { InventoryItemResolvers } from '../generated/types.ts'
import { locationsAsked } from '../queries/availability.ts'

/** Of all items and channels of a request in one statement; null where the channel does not exist or the viewer may not see it. */
export const itemAvailability: NonNullable<InventoryItemResolvers['availability']> = async (
  { sku },
  { channelId, locationIds },
  { loaders },
) => {
  const reading = await loaders.reading.load({ sku, channelId })
  if (reading === null || reading.channel(channelId) === undefined) return null
  return reading.of(sku, channelId, locationsAsked(locationIds, channelId, reading)) ?? null
}
