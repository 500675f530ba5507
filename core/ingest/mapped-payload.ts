import { hash } from 'node:crypto'
import type { EventIdentity, Submission } from '../ledger/commands.ts'
import type { Mapped } from '../mappings/map-payload.ts'
import type { Mapping } from '../mappings/mapping.ts'
import { newestMapping } from '../mappings/stored-mappings.ts'
import { canonicalJson } from './canonical.ts'
import type { Ingest, Reporter } from './ingest.ts'
import { type EventResult, toEventResult } from './result.ts'
import { isShallow, keptContent } from './unreadable.ts'

/** CloudEvents type under which a payload lies in the dead letters of which a mapping made no events. */
export const PAYLOAD_TYPE = 'onhand.mapping.payload'

/** Letters hold more than the payload: the name and version of its mapping. */
const LETTER_BYTES = 1_024
/** Written anew a payload may be longer: of `1e20,` come 22 characters, and of nothing comes more. */
const GROWTH_MAX = 5

/** Whether the letter of a payload, which nests one level deeper, can be read again. */
export function isKeepable(payload: unknown): boolean {
  return isShallow({ payload })
}

/**
 * Records what another system has posted in its own words: its mapping makes events of it, which go through the door of all events. Where it makes none, or one that breaks its schema, nothing of it is recorded: the whole
 * payload is a dead letter then. The payload is one that `isKeepable` admits. Throws `MappingUnavailable`, and what `Ingest.record` does; sending it again does no harm.
 */
export async function recordPayload(
  ingest: Ingest,
  mapping: Mapping,
  payload: unknown,
  reporter: Reporter,
): Promise<EventResult[]> {
  const mapped = await ingest.mapPayload(mapping, payload)
  if (mapped.status === 'mapped') return ingest.record(mapped.events, reporter)
  const submission = refusalOf(ingest, mapping, payload, mapped, reporter)
  return [toEventResult(submission.event, await ingest.options.ledger.submit(submission, 'interactive'))]
}

type Refused = Submission & { readonly event: EventIdentity }

/** The same payload again is the same letter. */
function refusalOf(
  { options }: Ingest,
  { name, version, source }: Mapping,
  payload: unknown,
  problem: Extract<Mapped, { status: 'unmapped' }>,
  reporter: Reporter,
): Refused {
  const limit = options.config.eventLimitBytes * GROWTH_MAX + LETTER_BYTES
  const content = keptContent({ mapping: name, version, payload }, limit, limit)
  return refused({ source, id: `${name}:${hash('sha256', canonicalJson(payload))}`, content }, problem, reporter)
}

function refused(
  { source, id, content }: Pick<EventIdentity, 'source' | 'id' | 'content'>,
  { code, message }: Extract<Mapped, { status: 'unmapped' }>,
  { client, channels }: Reporter,
): Refused {
  const contentHash = Buffer.from(id.slice(id.lastIndexOf(':') + 1), 'hex')
  const event = { source, id, type: PAYLOAD_TYPE, contentHash, content }
  return { client, channels, occurredAt: null, command: { kind: 'refuseEvent', code, message }, event }
}

/** A letter with a payload, as it is tried again. */
export type PayloadReplay =
  | { readonly status: 'mapped'; readonly events: readonly object[] }
  | { readonly status: 'unmapped'; readonly submission: Refused }

/** Maps the payload of a letter, or the one that is to take its place, by the newest version of its mapping. A letter that is refused again stays as it is. */
export async function replayPayload(
  ingest: Ingest,
  letter: { readonly source: string; readonly event_id: string; readonly content: unknown },
  mended: unknown,
  reporter: Reporter,
): Promise<PayloadReplay> {
  const { source, event_id: id } = letter
  const mapped = await mapAgain(ingest, id.slice(0, id.lastIndexOf(':')), letter.content, mended)
  if (mapped.status === 'mapped') return mapped
  const { event, ...rest } = refused({ source, id, content: JSON.stringify(letter.content) }, mapped, reporter)
  return { status: 'unmapped', submission: { ...rest, event: { ...event, retryOf: 'deadLetter' } } }
}

async function mapAgain(ingest: Ingest, name: string, content: unknown, mended: unknown): Promise<Mapped> {
  const unmapped = (message: string): Mapped => ({ status: 'unmapped', code: 'MAPPING_FAILED', message })
  const mapping = await newestMapping(ingest.options.db.kysely, name)
  if (mapping === undefined) return unmapped(`There is no mapping ${name} any more that is not retired.`)
  if (mended !== undefined) return ingest.mapPayload(mapping, mended)
  if (typeof content === 'object' && content !== null && 'payload' in content) {
    return ingest.mapPayload(mapping, content.payload)
  }
  return unmapped('Only the beginning of the payload was kept. Give the whole one as `mended`.')
}

/** What became of a payload whose events were recorded: each of them that was refused is a letter of its own, except one whose name stands for something else. */
export function payloadResult(source: string, id: string, results: readonly EventResult[]): EventResult {
  const counts = Map.groupBy(results, ({ status, code }) => code ?? status)
  const told = [...counts].map(([status, of]) => `${of.length} ${status}`).join(', ')
  const message = results.length === 0 ? 'It is no news.' : `Events that came of it: ${told}.`
  if (counts.has('EVENT_CONFLICT')) return { source, id, status: 'REJECTED', code: 'EVENT_CONFLICT', message }
  return { source, id, status: 'ACCEPTED', code: null, message }
}
