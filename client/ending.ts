import { OnhandError } from './errors.ts'

/** Why a connection, or the subscription on it, is over. */
export interface Ending {
  readonly reason: LossReason
  /** The WebSocket's close code, where there was one. */
  readonly closeCode?: number
  readonly message?: string
  /** There is no use in coming back. */
  readonly error?: OnhandError
  /** Milliseconds within which to come back, or not before which. Absent: as after any other loss. */
  readonly within?: number
  readonly notBefore?: number
  /** The hub does not know the cursor. */
  readonly cursorUnknown?: boolean
}

/**
 * - `disconnected`: the connection was lost or could not be made
 * - `moved over`: the hub asked its clients to spread anew (1012)
 * - `credential`: it has expired (4410), or `token` failed
 * - `too slow`: more came than was read (4413)
 * - `full`: the hub, or this client, has as many connections or subscriptions as there may be
 * - `silent`: nothing was heard for too long
 * - `refused`: the hub could not begin the subscription for now
 */
export type LossReason = 'disconnected' | 'moved over' | 'credential' | 'too slow' | 'full' | 'silent' | 'refused'

/** Milliseconds within which clients come back that the hub has sent away: it spreads them itself. */
const SOON_MS = 1_000

/** Milliseconds that a full hub is left alone, where it does not say for how long. */
const FULL_MS = 5_000

export function endingOfClose(closeCode: number, said: string): Ending {
  const message = said === '' ? `closed with ${closeCode}` : said
  switch (closeCode) {
    case 1012:
      return { reason: 'moved over', closeCode, message, within: SOON_MS }
    case 4410:
      return { reason: 'credential', closeCode, message, within: SOON_MS }
    case 4413:
      return { reason: 'too slow', closeCode, message, within: SOON_MS }
    case 1013:
    case 4429:
      return { reason: 'full', closeCode, message, notBefore: FULL_MS }
    case 4401:
      return given(
        'UNAUTHENTICATED',
        'The hub does not accept the token: it is missing, unknown or revoked.',
        closeCode,
      )
    case 4403:
      return given('FORBIDDEN', 'The hub does not let this page or client in.', closeCode)
    default:
      return { reason: 'disconnected', closeCode, message }
  }
}

function given(code: string, message: string, closeCode: number): Ending {
  return { reason: 'refused', closeCode, message, error: new OnhandError(code, message, { closeCode }) }
}

/** As much of an error of GraphQL as is looked at. */
export interface ToldError {
  readonly message: string
  readonly extensions?: Readonly<Record<string, unknown>> | undefined
}

/** Codes that say that the same would be refused again. Others pass, or may. */
const FINAL = new Set(['UNAUTHENTICATED', 'FORBIDDEN', 'BAD_USER_INPUT', 'NOT_FOUND', 'QUERY_TOO_COSTLY'])

/** The subscription was refused. `resumed`: it had a cursor, which the hub may not know. */
export function endingOfRefusal(errors: readonly ToldError[], resumed: boolean): Ending {
  const { message = 'The hub refused the subscription.', extensions = {} } = errors[0] ?? {}
  const { code, requestId, retryAfterMs } = extensions
  if (code === 'BAD_USER_INPUT' && resumed) return { reason: 'refused', message, cursorUnknown: true }
  if (typeof code === 'string' && FINAL.has(code)) {
    const error = new OnhandError(code, message, { requestId: typeof requestId === 'string' ? requestId : undefined })
    return { reason: 'refused', message, error }
  }
  if (typeof retryAfterMs === 'number') return { reason: 'full', message, notBefore: retryAfterMs }
  return { reason: 'refused', message }
}
