import type { AvailabilityReading } from '../../../core/availability/read.ts'
import type { AvailabilityResolvers } from '../generated/types.ts'
import type { AvailabilityModel, Context } from '../models.ts'

/** Null where the SKU or the channel does not exist, or the viewer may not see the channel. */
export const resolveAvailability: NonNullable<AvailabilityResolvers['__resolveReference']> = async (
  { sku, channelId },
  { loaders },
) => {
  const reading = await loaders.reading.load({ sku, channelId })
  return reading?.of(sku, channelId) ?? null
}

export const availabilityFields: AvailabilityResolvers = {
  item: ({ sku }) => ({ sku }),
  channel: ({ channelId }, _args, { loaders }) => loaders.channel.load(channelId),
  locations: (availability) => availability.reading.locationsOf(availability),
  explanation: (availability) => {
    const { reading } = availability
    const explanation = reading.explain(availability)
    return { ...explanation, terms: explanation.terms.map((term) => ({ ...term, reading })) }
  },
  asOf: ({ reading }) => reading.asOf,
  cursor: ({ reading }, _args, context) => cursorOf(reading, context),
}

const cursors = new WeakMap<AvailabilityReading, string>()

/** One cursor for all that was read at once. */
function cursorOf(reading: AvailabilityModel['reading'], context: Context): string {
  let cursor = cursors.get(reading)
  if (cursor === undefined) {
    cursor = context.cursors.encode(reading.position)
    cursors.set(reading, cursor)
  }
  return cursor
}
