import type { Refusal } from './commands.ts'

/**
 * Whether the same input may be accepted later, under a new key, without anybody mending it or the catalog: what stands in the way passes by itself
 * in the course of business. docs/errors.md lists the codes, and a test keeps the two alike.
 */
const RETRYABLE: Readonly<Record<Refusal['code'], boolean>> = {
  INVALID_INPUT: false,
  UNKNOWN_SKU: false,
  UNKNOWN_LOCATION: false,
  UNKNOWN_CHANNEL: false,
  LOCATION_CLOSED: true,
  IDEMPOTENCY_CONFLICT: false,
  NOT_FOUND: false,
  VERSION_CONFLICT: false,
  WRONG_STATE: false,
  INSUFFICIENT_STOCK: true,
  INSUFFICIENT_SUPPLY: true,
  NO_LONGER_AVAILABLE: true,
  INVALID_EVENT: false,
  UNKNOWN_TYPE: false,
  EVENT_CONFLICT: false,
  CLOCK_AHEAD: true,
  PARKED_TOO_LONG: false,
  ERP_REFUSED: false,
  MAPPING_FAILED: false,
  MAPPING_LIMIT: false,
  MAPPING_RESULT: false,
}

export function isRetryable(code: Refusal['code']): boolean {
  return RETRYABLE[code]
}
