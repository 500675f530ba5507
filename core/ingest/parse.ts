import { hash } from 'node:crypto'
import type { EventRefusalCode } from '../ledger/commands.ts'
import { canonicalJson } from './canonical.ts'
import type { KnownEvent } from './events.ts'
import { KEPT_TEXT_BYTES, type Piece } from './pieces.ts'
import { findUnkeepable, isShallow, type KeptIdentity, keptContent, keptIdentity, keptText } from './unreadable.ts'
import type { EventValidator } from './validate.ts'

export interface ParseLimits {
  /** Largest event as JSON text. */
  readonly eventLimitBytes: number
  /** How far ahead of ours the clock of a source may be. */
  readonly clockSkewSecondsMax: number
}

export interface ValidEvent {
  readonly valid: true
  readonly event: KnownEvent
  /** The event's `time`, or null where it says none: then it is when the hub records it. */
  readonly occurredAt: Date | null
  readonly contentHash: Buffer
  /** The event as JSON text, for the database. */
  readonly content: string
}

export interface InvalidEvent {
  readonly valid: false
  readonly code: EventRefusalCode
  readonly message: string
  readonly identity: KeptIdentity
  readonly occurredAt: Date | null
  readonly contentHash: Buffer
  readonly content: string
}

export type ParsedEvent = ValidEvent | InvalidEvent

export interface Parser {
  /** An event that was read from JSON already. */
  parse(event: unknown, client: string, now: Date): ParsedEvent
  /** An event as it stands in a body. */
  parseText(piece: Piece, client: string, now: Date): ParsedEvent
}

/**
 * Outside event → checked event. Refusals, in this order: INVALID_EVENT (not an object, too large, not a CloudEvent, data against its schema),
 * UNKNOWN_TYPE, INVALID_EVENT (a time that is none), CLOCK_AHEAD.
 */
export function createParser(validator: EventValidator, limits: ParseLimits): Parser {
  const { eventLimitBytes } = limits

  function invalid(
    event: unknown,
    client: string,
    code: EventRefusalCode,
    message: string,
    occurredAt: Date | null = null,
  ): InvalidEvent {
    const content = keptContent(event, eventLimitBytes, KEPT_TEXT_BYTES)
    const identity = keptIdentity(event, content, client)
    const contentHash = isObject(event) && isShallow(event) ? contentHashOf(event) : sha256(content)
    return { valid: false, code, message, identity, occurredAt, contentHash, content }
  }

  function parse(event: unknown, client: string, now: Date, text?: string): ParsedEvent {
    if (!isObject(event)) return invalid(event, client, 'INVALID_EVENT', 'An event is a JSON object.')

    const checked = validator.check(event)
    if (!('event' in checked)) {
      const unkeepable = checked.code === 'INVALID_EVENT' ? findUnkeepable(event) : undefined
      const message =
        unkeepable === undefined
          ? checked.message
          : `${unkeepable} has a NUL or half of a surrogate pair, which no text may have.`
      return invalid(event, client, checked.code, message)
    }

    const known = checked.event
    const content = text ?? JSON.stringify(event)
    const bytes = text === undefined ? Buffer.byteLength(content) : 0
    if (bytes > eventLimitBytes) {
      return invalid(event, client, 'INVALID_EVENT', `It is ${bytes} bytes long; an event may have ${eventLimitBytes}.`)
    }

    const occurredAt = known.time === undefined ? null : parseTime(known.time)
    if (occurredAt === undefined)
      return invalid(event, client, 'INVALID_EVENT', '/time is not a moment that a calendar has.')
    const aheadMs = occurredAt === null ? 0 : occurredAt.getTime() - now.getTime()
    if (aheadMs > limits.clockSkewSecondsMax * 1000) {
      const ahead = Math.round(aheadMs / 1000)
      const message = `/time is ${ahead} s ahead of the hub's clock; ${limits.clockSkewSecondsMax} s are allowed.`
      return invalid(event, client, 'CLOCK_AHEAD', message, occurredAt)
    }
    return { valid: true, event: known, occurredAt, contentHash: contentHashOf(known), content }
  }

  return {
    parse: (event, client, now) => parse(event, client, now),
    parseText(piece, client, now) {
      if (piece.problem !== undefined) return unreadable(piece, piece.problem, client)
      let event: unknown
      try {
        event = JSON.parse(piece.text)
      } catch (error) {
        return unreadable(piece, `It is not JSON: ${error instanceof Error ? error.message : String(error)}.`, client)
      }
      return parse(event, client, now, piece.text)
    },
  }
}

/** A text that is no JSON is kept as text. */
function unreadable(piece: Piece, message: string, client: string): InvalidEvent {
  const content = keptText(piece.text.slice(0, KEPT_TEXT_BYTES), piece.bytes)
  return {
    valid: false,
    code: 'INVALID_EVENT',
    message,
    identity: keptIdentity(undefined, content, client),
    occurredAt: null,
    contentHash: sha256(content),
    content,
  }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/**
 * What the event says, without what carries it: an event that is sent again may come with other extension attributes (a new trace, another
 * subscription) and is the same event.
 */
function contentHashOf(event: { type?: unknown; time?: unknown; data?: unknown }): Buffer {
  const { type, time, data } = event
  return sha256(`${canonicalJson(type)}${canonicalJson(time)}${canonicalJson(data)}`)
}

/** By way of its hexadecimal text, because Buffer.from then takes from its pool: a buffer of its own for each hash costs more than the hash. */
function sha256(text: string): Buffer {
  return Buffer.from(hash('sha256', text), 'hex')
}

/** PostgreSQL and JavaScript agree on the years 1 to 9999. */
export function parseTime(text: string): Date | undefined {
  const time = new Date(text)
  const year = time.getUTCFullYear()
  return year >= 1 && year <= 9999 ? time : undefined
}
