/** Who looks through the feed for marketplaces. */
export const MARKER_LEASE = 'marketplaces'

/** Who tells a marketplace. */
export function marketplaceLease(marketplaceId: string): string {
  return `marketplace ${marketplaceId}`
}
