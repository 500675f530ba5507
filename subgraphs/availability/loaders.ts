import { seesChannel } from '../../core/access/viewer.ts'
import { type AvailabilityReading, type ReadingOptions, readAvailability } from '../../core/availability/read.ts'
import type { Channel } from '../../core/ledger/documents.ts'
import type { Marketplace } from '../../core/marketplaces/marketplace.ts'
import { type MarketplaceStanding, readMarketplaces, readStandings } from '../../core/marketplaces/read.ts'
import type { LoaderScope } from '../shared/context.ts'
import { keyed, type Loader, listLoaderOf, loaderOf, nameOfParts } from '../shared/loader.ts'
import { type EntriesOf, nameOfEntries, readEntries } from './entities/availability-term.ts'
import { selectChannels } from './queries/channels.ts'

export interface SkuInChannel extends ReadingOptions {
  readonly sku: string
  readonly channelId: string
}

/** Batched reads of one request. What the viewer may not see is not found. */
export interface Loaders {
  /** A channel with its locations. */
  readonly channel: Loader<string, Channel | null>
  /** A reading that contains this SKU and this channel, where both exist. */
  readonly reading: Loader<SkuInChannel, AvailabilityReading | null>
  /** A marketplace of a channel that the viewer may see. */
  readonly marketplace: Loader<string, Marketplace | null>
  readonly marketplaceStanding: Loader<string, MarketplaceStanding | null>
  /** The newest journal entries behind a term of ats. */
  readonly entries: Loader<EntriesOf, readonly { readonly id: string }[]>
}

export function loadersOf({ db, lookups, viewer }: LoaderScope): Loaders {
  return {
    channel: loaderOf(
      (id) => id,
      async (ids) => {
        const visible = ids.filter((id) => seesChannel(viewer, id))
        if (visible.length === 0) return new Map()
        return keyed(await selectChannels(db, (query) => query.where('channel.id', 'in', visible)), ({ id }) => id)
      },
    ),
    reading: loaderOf(nameOfSkuInChannel, async (keys) => {
      const visible = keys.filter(({ channelId }) => seesChannel(viewer, channelId))
      if (visible.length === 0) return new Map()
      const skus = visible.map(({ sku }) => sku)
      const channelIds = visible.map(({ channelId }) => channelId)
      const withPlaces = visible.some((key) => key.withPlaces === true)
      const withSupply = visible.some((key) => key.withSupply === true)
      const reading = await readAvailability(lookups, skus, channelIds, { withPlaces, withSupply })
      return new Map(visible.map((key) => [nameOfSkuInChannel(key), reading]))
    }),
    marketplace: loaderOf(
      (id) => id,
      async (ids) => {
        const page = { size: ids.length, after: null, backwards: false, ids, visible: viewer.channels }
        return keyed(await readMarketplaces(db, page), ({ id }) => id)
      },
    ),
    marketplaceStanding: loaderOf(
      (id) => id,
      (ids) => readStandings(db, ids),
    ),
    entries: listLoaderOf(nameOfEntries, (wanted) => readEntries(db, wanted)),
  }
}

function nameOfSkuInChannel({ sku, channelId, withPlaces = false, withSupply = false }: SkuInChannel): string {
  return nameOfParts(sku, channelId, withPlaces, withSupply)
}
