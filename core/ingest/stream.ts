import type { Ingest, Reporter, Urgency } from './ingest.ts'
import { type Piece, UnreadableBody } from './pieces.ts'
import type { EventResult } from './result.ts'
import { splitArray } from './split-array.ts'
import { splitLines } from './split-lines.ts'

export type BodyFormat = 'single' | 'batch' | 'ndjson'

/** Events under way at once, at most. More would gain nothing: the ledger takes a thousand in a batch, and two batches at a time. */
export const EVENTS_IN_FLIGHT = 2_000

/** Bytes of the events under way, at most: a thousand large events must not fill the memory. */
export const BYTES_IN_FLIGHT = 8 * 1024 * 1024

/** A batch up to this size is read whole before its first event is recorded, so that one that is no JSON array changes nothing. */
export const READ_WHOLE_BYTES = 1024 * 1024

/** A single event is longer than an event may be. */
export class BodyTooLarge extends Error {
  override readonly name = 'BodyTooLarge'
}

/**
 * Records the events of a body as they arrive, in bounded memory whatever its length; the results come in the order of the events, some at a time. In
 * NDJSON and in batches an event that cannot be read is one rejected result, kept with the beginning of its text, and its neighbours are
 * not affected. Throws `UnreadableBody` when the body is not what its format says: a single event or a batch of up to `READ_WHOLE_BYTES` is then
 * not recorded at all, of a longer batch what came before stands. Throws `LedgerUnavailable` when the database is away.
 */
export async function* recordStream(
  ingest: Ingest,
  body: AsyncIterable<Uint8Array>,
  format: BodyFormat,
  reporter: Reporter,
  urgency: Urgency = 'bulk',
): AsyncGenerator<readonly EventResult[]> {
  const limit = ingest.options.config.eventLimitBytes
  if (format === 'ndjson') {
    yield* recordPieces(ingest, splitLines(body, limit), reporter, urgency)
    return
  }

  const whole = await readUpTo(body, format === 'single' ? limit : READ_WHOLE_BYTES)
  if (format === 'single') {
    if (whole.rest !== undefined) throw new BodyTooLarge(`The event is longer than ${limit} bytes.`)
    yield await ingest.record([parseObject(whole.bytes)], reporter, urgency)
  } else if (whole.rest === undefined) {
    yield* recordValues(ingest, parseArray(whole.bytes), reporter, urgency)
  } else {
    yield* recordPieces(ingest, splitArray(whole.rest, limit), reporter, urgency)
  }
}

function parseObject(bytes: Buffer): unknown {
  const value = parseJson(bytes)
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value
  throw new UnreadableBody(
    'The body is not a JSON object. A JSON array of events has the type application/cloudevents-batch+json.',
  )
}

function parseArray(bytes: Buffer): unknown[] {
  const value = parseJson(bytes)
  if (Array.isArray(value)) return value
  throw new UnreadableBody('The body is not a JSON array.')
}

function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (error) {
    throw new UnreadableBody(`The body is not JSON: ${error instanceof Error ? error.message : String(error)}.`, {
      cause: error,
    })
  }
}

/** The whole body, or, where it is longer than `limit`, an iterable of all of it. */
async function readUpTo(
  body: AsyncIterable<Uint8Array>,
  limit: number,
): Promise<{ readonly bytes: Buffer; readonly rest: AsyncIterable<Uint8Array> | undefined }> {
  const chunks: Uint8Array[] = []
  let length = 0
  const source = body[Symbol.asyncIterator]()
  for (let next = await source.next(); next.done !== true; next = await source.next()) {
    chunks.push(next.value)
    length += next.value.length
    if (length > limit) return { bytes: Buffer.alloc(0), rest: joined(chunks, source) }
  }
  return { bytes: Buffer.concat(chunks), rest: undefined }
}

async function* joined(first: Uint8Array[], rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    for (let chunk = first.shift(); chunk !== undefined; chunk = first.shift()) yield chunk
    for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value
  } finally {
    await rest.return?.()
  }
}

/** Values of a batch that was read whole, in steps, so that a long one does not fill the queue of the ledger at once. */
async function* recordValues(
  ingest: Ingest,
  values: readonly unknown[],
  reporter: Reporter,
  urgency: Urgency,
): AsyncGenerator<readonly EventResult[]> {
  for (let from = 0; from < values.length; from += EVENTS_IN_FLIGHT) {
    yield await ingest.record(values.slice(from, from + EVENTS_IN_FLIGHT), reporter, urgency)
  }
}

interface UnderWay {
  readonly events: number
  readonly bytes: number
  readonly results: Promise<EventResult[]>
}

/** Reads on while earlier events are being recorded, up to the limits of what may be under way. */
async function* recordPieces(
  ingest: Ingest,
  pieces: AsyncIterable<readonly Piece[]>,
  reporter: Reporter,
  urgency: Urgency,
): AsyncGenerator<readonly EventResult[]> {
  const underWay: UnderWay[] = []
  let events = 0
  let bytes = 0
  const oldest = async (): Promise<readonly EventResult[]> => {
    const first = underWay.shift()
    if (first === undefined) return []
    events -= first.events
    bytes -= first.bytes
    return first.results
  }

  for await (const some of pieces) {
    const size = some.reduce((sum, piece) => sum + piece.text.length, 0)
    while (underWay.length > 0 && (events + some.length > EVENTS_IN_FLIGHT || bytes + size > BYTES_IN_FLIGHT))
      yield await oldest()
    const results = ingest.recordPieces(some, reporter, urgency)
    // Whoever reads may stop before it comes to this one; the failure is then nobody's to handle.
    results.catch(() => {})
    underWay.push({ events: some.length, bytes: size, results })
    events += some.length
    bytes += size
  }
  while (underWay.length > 0) yield await oldest()
}
