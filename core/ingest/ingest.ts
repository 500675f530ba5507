import type { Config } from '../config.ts'
import type { Database } from '../database/connection.ts'
import type { EventIdentity, Submission } from '../ledger/commands.ts'
import type { OpenLedger } from '../ledger/writer.ts'
import { Evaluator } from '../mappings/evaluator.ts'
import { type MapPayload, payloadMapper } from '../mappings/map-payload.ts'
import { createParser, type ParsedEvent } from './parse.ts'
import type { Piece } from './pieces.ts'
import { type EventResult, toEventResult } from './result.ts'
import { toCommand } from './to-command.ts'
import { triedAgain } from './tried-again.ts'
import { compileValidator } from './validate.ts'

/** Who reports: the part of a viewer that matters here. */
export interface Reporter {
  readonly client: string
  /** Channels whose documents it may touch; null means all. */
  readonly channels: readonly string[] | null
}

/** `bulk` gives way to interactive work and waits for room; `interactive` is refused when too much is waiting. */
export type Urgency = 'interactive' | 'bulk'

export type IngestConfig = Pick<Config, 'eventLimitBytes' | 'clockSkewSecondsMax' | 'parkSeconds'>

export interface IngestOptions {
  readonly ledger: Pick<OpenLedger, 'submit' | 'submitAll' | 'onAwaited'>
  readonly db: Database
  readonly config: IngestConfig
  readonly log: { error(details: object, message: string): void }
}

/** The one door for everything that happened elsewhere. */
export interface Ingest {
  /**
   * Records events that were read from JSON already. The results are in the order given, each event is answered by itself, and what is refused is
   * kept as a dead letter. Throws `LedgerUnavailable` when the database cannot be reached: some may have been recorded then, and sending the same
   * events again does no harm.
   */
  record(events: readonly unknown[], reporter: Reporter, urgency?: Urgency): Promise<EventResult[]>
  /** The same for the texts of events out of a body. */
  recordPieces(pieces: readonly Piece[], reporter: Reporter, urgency?: Urgency): Promise<EventResult[]>
  /** What the ledger would be asked to do with an event. For replays. */
  toSubmission(event: unknown, reporter: Reporter, now?: Date): Submission & { readonly event: EventIdentity }
  /** What comes of the payload of another system by a mapping; nothing is recorded. */
  readonly mapPayload: MapPayload
  readonly options: IngestOptions
}

export function createIngest(options: IngestOptions): Ingest {
  const { ledger, config, log } = options
  const validator = compileValidator()
  const parser = createParser(validator, config)

  function submissionOf(
    parsed: ParsedEvent,
    reporter: Reporter,
    now: Date,
  ): Submission & { readonly event: EventIdentity } {
    const { contentHash, content, occurredAt } = parsed
    const common = { client: reporter.client, channels: reporter.channels, occurredAt }
    if (parsed.valid) {
      const { source, id, type } = parsed.event
      const event = { source, id, type, contentHash, content, parkSeconds: config.parkSeconds }
      return { ...common, command: toCommand(parsed.event, occurredAt, now), event }
    }
    const { code, message } = parsed
    return {
      ...common,
      command: { kind: 'refuseEvent', code, message },
      event: { ...parsed.identity, contentHash, content },
    }
  }

  async function submit(
    submissions: readonly (Submission & { readonly event: EventIdentity })[],
    urgency: Urgency,
  ): Promise<EventResult[]> {
    const results = await ledger.submitAll(submissions, urgency)
    return results.map((result, index) => {
      const submission = submissions[index]
      if (submission === undefined) throw new Error('There are more answers than events')
      return toEventResult(submission.event, result)
    })
  }

  // What waits for a document that has come is decided anew. The hub itself asks, so every channel is in sight.
  ledger.onAwaited((events) => {
    const now = new Date()
    for (const { content } of events) {
      const submission = triedAgain(submissionOf(parser.parse(content, HUB.client, now), HUB, now))
      const { event } = submission
      ledger.submit(submission, 'bulk').catch((error: unknown) => {
        log.error(
          { err: error, source: event.source, eventId: event.id },
          'A parked event could not be tried again; the sweep will',
        )
      })
    }
  })

  return {
    options,
    mapPayload: payloadMapper(new Evaluator(), validator),
    record(events, reporter, urgency = 'interactive') {
      const now = new Date()
      const parsed = events.map((event) => parser.parse(event, reporter.client, now))
      return submit(
        parsed.map((event) => submissionOf(event, reporter, now)),
        urgency,
      )
    },
    recordPieces(pieces, reporter, urgency = 'interactive') {
      const now = new Date()
      const parsed = pieces.map((piece) => parser.parseText(piece, reporter.client, now))
      return submit(
        parsed.map((event) => submissionOf(event, reporter, now)),
        urgency,
      )
    },
    toSubmission(event, reporter, now = new Date()) {
      return submissionOf(parser.parse(event, reporter.client, now), reporter, now)
    },
  }
}

/** The hub itself, where it tries events again by itself. */
export const HUB: Reporter = { client: 'hub', channels: null }
