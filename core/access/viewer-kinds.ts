import type { Viewer, ViewerKind } from './viewer.ts'

export const VIEWER_KINDS = ['storefront', 'partner', 'operator', 'admin', 'service'] as const satisfies ViewerKind[]

export function isViewerKind(value: unknown): value is ViewerKind {
  return VIEWER_KINDS.some((kind) => kind === value)
}

/**
 * Storefronts and partners see the channels they were given and no others; who gives them none lets them see nothing. The others see every channel
 * unless they were given some.
 */
export function needsChannels(kind: ViewerKind): boolean {
  return kind === 'storefront' || kind === 'partner'
}

export function isViewer(value: unknown): value is Viewer {
  if (typeof value !== 'object' || value === null) return false
  const { kind, client, channels, scopes }: { [Key in keyof Viewer]?: unknown } = value
  return (
    isViewerKind(kind) &&
    typeof client === 'string' &&
    (channels === null || isTextList(channels)) &&
    isTextList(scopes)
  )
}

export function isTextList(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string')
}
