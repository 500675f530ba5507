export type ViewerKind = 'storefront' | 'partner' | 'operator' | 'admin' | 'service'

/** Who is asking: one viewer per request. */
export interface Viewer {
  readonly kind: ViewerKind
  /** The client on whose behalf keys, idempotency and limits are kept. */
  readonly client: string
  /** Channels whose rows may be seen; null means all of them. */
  readonly channels: readonly string[] | null
  readonly scopes: readonly string[]
}

/** Whether a row of this channel may be seen. Rows without a channel are seen only by those who see every channel. */
export function seesChannel(viewer: Pick<Viewer, 'channels'>, channelId: string | null): boolean {
  return viewer.channels === null || (channelId !== null && viewer.channels.includes(channelId))
}

/** Whether a viewer is told exact quantities also where a channel tells its shops and partners bands. */
export function seesExactQuantities({ kind }: Pick<Viewer, 'kind'>): boolean {
  return kind === 'operator' || kind === 'admin'
}

/** Whether a reservation may be seen: one of the viewer's channels, and for a storefront one that its own client made. */
export function seesReservation(
  viewer: Viewer,
  reservation: { readonly channelId: string; readonly client: string },
): boolean {
  if (viewer.kind === 'storefront' && reservation.client !== viewer.client) return false
  return seesChannel(viewer, reservation.channelId)
}
