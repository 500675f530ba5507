import { hash } from 'node:crypto'
import type { EventIdentity, Submission } from '../ledger/commands.ts'
import type { Mapped } from '../mappings/map-payload.ts'
import type { Mapping } from '../mappings/mapping.ts'
import { newestMapping } from '../mappings/stored-mappings.ts'
import { canonicalJson } from './canonical.ts'
import type { Ingest, Reporter } from './ingest.ts'
import { type EventResult, toEventResult } from './result.ts'
import { keptContent } from './unreadable.ts'

/** CloudEvents type under which a payload lies in the dead letters of which a mapping made no events. */
export const PAYLOAD_TYPE = 'onhand.mapping.payload'

/** Letters hold more than the payload: the name and version of its mapping. */
const LETTER_BYTES = 1_024

/**
 * Records what another system has posted in its own words: its mapping makes events of it, which go through the door of all events. Where it makes none, or one that breaks its schema, nothing of it is recorded: the whole
 * payload is a dead letter then. The payload nests at most as deep as `isShallow` says. Throws `MappingUnavailable`, and what `Ingest.record` does; sending it again does no harm.
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
  { code, message }: Extract<Mapped, { status: 'unmapped' }>,
  reporter: Reporter,
): Refused {
  const digest = hash('sha256', canonicalJson(payload))
  const limit = options.config.eventLimitBytes + LETTER_BYTES
  return {
    client: reporter.client,
    channels: reporter.channels,
    occurredAt: null,
    command: { kind: 'refuseEvent', code, message },
    event: {
      source,
      id: `${name}:${digest}`,
      type: PAYLOAD_TYPE,
      contentHash: Buffer.from(digest, 'hex'),
      content: keptContent({ mapping: name, version, payload }, limit, limit),
    },
  }
}

/** A letter with a payload, as it is tried again. */
export type PayloadReplay =
  | { readonly status: 'mapped'; readonly events: readonly object[] }
  | { readonly status: 'unmapped'; readonly submission: Refused }

/** Maps the payload of a letter, or the one that is to take its place, by the newest version of its mapping. */
export async function replayPayload(
  ingest: Ingest,
  letter: { readonly source: string; readonly event_id: string; readonly content: unknown },
  mended: unknown,
  reporter: Reporter,
): Promise<PayloadReplay> {
  const { mapping: name, version, payload } = contentOf(letter.content)
  const mapping = await newestMapping(ingest.options.db.kysely, name)
  const mapped: Mapped =
    mapping === undefined
      ? {
          status: 'unmapped',
          code: 'MAPPING_FAILED',
          message: `There is no mapping ${name} any more that is not retired.`,
        }
      : await ingest.mapPayload(mapping, mended ?? payload)
  if (mapped.status === 'mapped') return mapped
  const { source } = letter
  const refused = refusalOf(
    ingest,
    mapping ?? { name, version, source, expression: '', signature: null },
    payload,
    mapped,
    reporter,
  )
  return {
    status: 'unmapped',
    submission: { ...refused, event: { ...refused.event, source, id: letter.event_id, retryOf: 'deadLetter' } },
  }
}

function contentOf(content: unknown): { mapping: string; version: number; payload: unknown } {
  if (typeof content === 'object' && content !== null) {
    const [mapping, version, payload] = ['mapping', 'version', 'payload'].map((name): unknown =>
      Reflect.get(content, name),
    )
    if (typeof mapping === 'string' && typeof version === 'number') return { mapping, version, payload }
  }
  throw new Error('A dead letter of a payload does not name its mapping')
}

/** What became of a payload whose events were recorded: each of them that was refused is a letter of its own, except one whose name stands for something else. */
export function payloadResult(source: string, id: string, results: readonly EventResult[]): EventResult {
  const counts = Map.groupBy(results, ({ status, code }) => code ?? status)
  const told = [...counts].map(([status, of]) => `${of.length} ${status}`).join(', ')
  const message = results.length === 0 ? 'It is no news.' : `Events that came of it: ${told}.`
  if (counts.has('EVENT_CONFLICT')) return { source, id, status: 'REJECTED', code: 'EVENT_CONFLICT', message }
  return { source, id, status: 'ACCEPTED', code: null, message }
}
