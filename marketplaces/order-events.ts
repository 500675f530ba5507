import type { Marketplace } from '../core/marketplaces/marketplace.ts'
import { sourceOfMarketplace } from '../core/marketplaces/marketplace.ts'
import type { MarketplaceOrder } from './connector.ts'

const TYPES = {
  PENDING: 'onhand.reservation.held.v1',
  CONFIRMED: 'onhand.reservation.confirmed.v1',
  CANCELED: 'onhand.reservation.released.v1',
} as const

/**
 * An order of a marketplace as what happened there. An order in a state is one event, however often it is told. One that was canceled before the hub heard of it was never anything; its cancellation waits for it, and is then a dead
 * letter that does no harm.
 */
export function orderEvent(
  { id, state, at, lines }: MarketplaceOrder,
  { id: marketplaceId, channelId }: Pick<Marketplace, 'id' | 'channelId'>,
  skus: ReadonlyMap<string, string>,
): object {
  const reference = { reference: id, channelId }
  const ordered = lines.map(({ name, quantity }) => ({ sku: skus.get(name) ?? name, quantity }))
  return {
    specversion: '1.0',
    id: `${id}/${state.toLowerCase()}`,
    source: sourceOfMarketplace(marketplaceId),
    type: TYPES[state],
    time: at,
    data: state === 'CANCELED' ? reference : { ...reference, lines: ordered },
  }
}
