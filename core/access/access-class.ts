import type { Viewer } from './viewer.ts'

/**
 * Equal for viewers who may see the same: kind, channels and scopes, in whatever order they were given. Whatever is cached or shared is keyed by it.
 * The client is not part of it, so nothing that depends on the client may be shared.
 */
export function accessClass(viewer: Viewer): string {
  return JSON.stringify([viewer.kind, viewer.channels === null ? null : sorted(viewer.channels), sorted(viewer.scopes)])
}

function sorted(values: readonly string[]): string[] {
  return [...new Set(values)].sort()
}
