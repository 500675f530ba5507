import { pointOf } from '../../shared/point.ts'
import type { InventoryItemResolvers } from '../generated/types.ts'
import { locationsAsked } from '../queries/availability.ts'

/** Of all items and channels of a request in one statement; null where the channel does not exist or the viewer may not see it. */
export const itemAvailability: NonNullable<InventoryItemResolvers['availability']> = async (
  { sku },
  args,
  { loaders },
) => {
  const { channelId } = args
  const near = pointOf(args.near)
  const by = args.by ?? null
  const options = { withPlaces: near !== null, withSupply: by !== null }
  const reading = await loaders.reading.load({ sku, channelId, ...options })
  if (reading === null || reading.channel(channelId) === undefined) return null
  const locationIds = locationsAsked(args.locationIds, channelId, reading)
  return reading.of(sku, channelId, { locationIds, near, by }) ?? null
}
