import { seesExactQuantities } from '../../../core/access/viewer.ts'
import { type Band, textOf } from '../../../core/availability/bands.ts'
import type { AvailabilityReading } from '../../../core/availability/read.ts'
import type { AvailabilityResolvers, QuantityBandResolvers } from '../generated/types.ts'
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
  quantity: ({ quantity, band }, _args, context) => told(quantity, bandFor(band, context)),
  band: ({ band }, _args, context) => bandFor(band, context),
  locations: (availability, _args, context) =>
    availability.reading.locationsOf(availability).map(({ quantity, band, ...location }) => ({
      ...location,
      quantity: told(quantity, bandFor(band, context)),
      band: bandFor(band, context),
    })),
  explanation: (availability) => {
    const { reading } = availability
    const explanation = reading.explain(availability)
    return { ...explanation, terms: explanation.terms.map((term) => ({ ...term, reading })) }
  },
  asOf: ({ reading }) => reading.asOf,
  cursor: ({ reading }, _args, context) => cursorOf(reading, context),
}

/** Staff see quantities in place of bands. */
function bandFor(band: Band | null, { viewer }: Context): Band | null {
  return seesExactQuantities(viewer) ? null : band
}

/** The least that it may be, so that what is shown can be reserved. */
function told(quantity: number, band: Band | null): number {
  return band === null ? quantity : band.from
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

export const quantityBandFields: QuantityBandResolvers = { text: (band) => textOf(band) }
