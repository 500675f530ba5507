import { seesChannel } from '../../../core/access/viewer.ts'
import { type AvailabilityReading, readAvailability } from '../../../core/availability/read.ts'
import { readAtLeast } from '../../shared/at-least.ts'
import { RequestError } from '../../shared/errors.ts'
import { pointOf } from '../../shared/point.ts'
import type { QueryResolvers } from '../generated/types.ts'

const SKUS_MAX = 250
const LOCATIONS_MAX = 250

/** In the order asked, duplicates and all; an unknown SKU is null at its place. */
export const availability: NonNullable<QueryResolvers['availability']> = async (_root, args, context) => {
  const { lookups, viewer } = context
  const { skus, channelId } = args
  if (skus.length < 1 || skus.length > SKUS_MAX) {
    throw new RequestError('BAD_USER_INPUT', `skus holds 1 to ${SKUS_MAX} SKUs, got ${skus.length}.`)
  }
  if (!seesChannel(viewer, channelId)) {
    throw new RequestError('FORBIDDEN', `Channel "${channelId}" is not one that you may see.`)
  }
  const near = pointOf(args.near)
  const by = args.by ?? null
  const options = { withPlaces: near !== null, withSupply: by !== null }
  const reading = await readAtLeast(context, args.atLeast, () => readAvailability(lookups, skus, [channelId], options))
  if (reading.channel(channelId) === undefined) {
    throw new RequestError('BAD_USER_INPUT', `There is no channel "${channelId}".`)
  }
  const locationIds = locationsAsked(args.locationIds, channelId, reading)
  return skus.map((sku) => reading.of(sku, channelId, { locationIds, near, by }) ?? null)
}

/**
 * The locations to which a question is restricted; undefined: all of the channel's. BAD_USER_INPUT for one that does not serve the channel: a
 * mistyped id would otherwise look like an empty shelf.
 */
export function locationsAsked(
  locationIds: readonly string[] | null | undefined,
  channelId: string,
  reading: AvailabilityReading,
): ReadonlySet<string> | undefined {
  if (locationIds == null) return undefined
  if (locationIds.length < 1 || locationIds.length > LOCATIONS_MAX) {
    const message = `locationIds holds 1 to ${LOCATIONS_MAX} ids, got ${locationIds.length}. Leave it out for all locations.`
    throw new RequestError('BAD_USER_INPUT', message)
  }
  const serving = new Set(reading.channel(channelId)?.locations.map(({ locationId }) => locationId))
  const stranger = locationIds.find((locationId) => !serving.has(locationId))
  if (stranger === undefined) return new Set(locationIds)
  throw new RequestError('BAD_USER_INPUT', `Location "${stranger}" does not serve channel "${channelId}".`)
}
