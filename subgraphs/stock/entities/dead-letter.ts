import { type Kysely, sql } from 'kysely'
import type { Schema } from '../../../core/database/schema.ts'
import { readable } from '../../../core/ingest/unreadable.ts'
import { bucketOf } from '../../../core/ledger/bucket.ts'
import { RequestError } from '../../shared/errors.ts'
import type { DeadLetterResolvers, EventErrorCode } from '../generated/types.ts'
import type { Context, DeadLetterModel } from '../models.ts'

export const deadLetterFields: DeadLetterResolvers = {
  source: ({ source }) => readable(source),
  eventId: ({ event_id }) => readable(event_id),
  eventType: ({ type }) => readable(type),
  event: ({ content }) => content,
  code: ({ code }) => codeOf(code),
  occurredAt: ({ occurred_at }) => occurred_at,
  recordedAt: ({ recorded_at }) => recorded_at,
  settledAt: ({ settled_at }) => settled_at,
  settledBy: ({ settled_by }) => settled_by,
  settledReason: ({ settled_reason }) => settled_reason,
}

/** Dead letters belong to no channel, so they are for those who see every channel. FORBIDDEN for others. */
export function requireEveryChannel({ viewer }: Pick<Context, 'viewer'>): void {
  if (viewer.channels === null) return
  throw new RequestError('FORBIDDEN', 'Dead letters are for those who may see every channel.')
}

const CODES: Readonly<Record<EventErrorCode, true>> = {
  INVALID_EVENT: true,
  UNKNOWN_TYPE: true,
  EVENT_CONFLICT: true,
  CLOCK_AHEAD: true,
  PARKED_TOO_LONG: true,
  INVALID_INPUT: true,
  UNKNOWN_SKU: true,
  UNKNOWN_LOCATION: true,
  UNKNOWN_CHANNEL: true,
  LOCATION_CLOSED: true,
  NOT_FOUND: true,
  WRONG_STATE: true,
  INSUFFICIENT_STOCK: true,
  NO_LONGER_AVAILABLE: true,
  IDEMPOTENCY_CONFLICT: true,
  ERP_REFUSED: true,
  MAPPING_FAILED: true,
  MAPPING_LIMIT: true,
  MAPPING_RESULT: true,
}

export function codeOf(code: string): EventErrorCode {
  if (isCode(code)) return code
  throw new Error(`"${code}" is not a reason to refuse an event`)
}

function isCode(code: string): code is EventErrorCode {
  return Object.hasOwn(CODES, code)
}

/** Dead letters by id, in one statement. */
export async function readDeadLetters(db: Kysely<Schema>, ids: readonly string[]): Promise<readonly DeadLetterModel[]> {
  return db
    .selectFrom('dead_letter')
    .selectAll()
    .where(sql<boolean>`(bucket, id) in (select * from unnest(${ids.map(bucketOf)}::smallint[], ${ids}::text[]))`)
    .execute()
}
