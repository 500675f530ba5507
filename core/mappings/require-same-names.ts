import type { MapPayload } from './map-payload.ts'
import { type Mapping, type MappingExample, MappingRefused, nameOf } from './mapping.ts'

/**
 * Tries a new version on the examples of the one before: what was recorded as one event may be sent again, and has to be that event still. A payload that it refuses is booked by nobody and is allowed.
 * Throws `MappingRefused` with NAMES_CHANGED, and `MappingUnavailable`.
 */
export async function requireSameNames(
  mapping: Mapping,
  before: { readonly version: number; readonly examples: readonly MappingExample[] },
  mapPayload: MapPayload,
): Promise<void> {
  for (const [index, { title, payload, events }] of before.examples.entries()) {
    const mapped = await mapPayload(mapping, payload)
    if (mapped.status === 'unmapped') continue
    const names = new Set(mapped.events.map(eventName))
    const missing = events.map(eventName).find((name) => !names.has(name))
    if (missing === undefined) continue
    const example = `example ${index + 1} (${title}) of version ${before.version}`
    throw new MappingRefused(
      'NAMES_CHANGED',
      `${nameOf(mapping)}: of ${example} came ${missing}, which does not come any more. What is sent again would be booked under its new name once more.`,
    )
  }
}

function eventName(event: unknown): string {
  const { source, id } = Object(event)
  return `${source} ${id}`
}
