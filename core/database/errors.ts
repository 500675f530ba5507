/** SQLSTATEs of a server that is gone, going, coming, full or read only (PostgreSQL manual, appendix A). */
const UNAVAILABLE = new Set([
  '25006', // read_only_sql_transaction: a standby, or a primary that is failing over
  '53100', // disk_full
  '53200', // out_of_memory
  '53300', // too_many_connections
  '55P03', // lock_not_available: lock_timeout passed
  '57014', // query_canceled: statement_timeout passed
  '57P01', // admin_shutdown
  '57P02', // crash_shutdown
  '57P03', // cannot_connect_now
  '57P05', // idle_session_timeout
  '25P03', // idle_in_transaction_session_timeout
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
])

/** What pg says, without a code, when PostgreSQL has not answered in time. */
export const NO_ANSWER = 'Query read timeout'

/** What pg and pg-pool say, without a code, when PostgreSQL, or a connection to it, was waited for in vain. */
const SILENCE_MESSAGES = [
  NO_ANSWER,
  'timeout expired',
  'timeout exceeded when trying to connect',
  'Connection terminated due to connection timeout',
]

/** What pg, pg-pool and the connection on which pg-boss listens say without a code. */
const UNAVAILABLE_MESSAGES = [
  ...SILENCE_MESSAGES,
  'LISTEN/NOTIFY heartbeat timed out',
  'LISTEN/NOTIFY connection ended',
  'Connection terminated',
  'Client has encountered a connection error',
  'Client was closed and is not queryable',
  'Cannot use a pool after calling end on the pool',
  'driver has already been destroyed',
  'PGlite is closed',
]

/**
 * Whether the database could not be asked or did not answer in time. The statement may have taken effect or not: only
 * what carries a key may be retried.
 */
export function isDatabaseUnavailable(error: unknown): boolean {
  return someCause(error, (cause) => {
    const code = codeOf(cause)
    if (code !== undefined && (UNAVAILABLE.has(code) || /^08.{3}$/.test(code))) return true
    return UNAVAILABLE_MESSAGES.some((message) => cause.message.startsWith(message))
  })
}

/** Whether the database, or the way to it, gave no sign of life until the time was up. */
export function isSilence(error: unknown): boolean {
  return someCause(error, (cause) => SILENCE_MESSAGES.some((message) => cause.message.startsWith(message)))
}

/** Whether PostgreSQL rolled the transaction back because of others, so that doing it again is right. */
export function isSerializationFailure(error: unknown): boolean {
  // 40001 serialization_failure, 40P01 deadlock_detected.
  return someCause(error, (cause) => codeOf(cause) === '40001' || codeOf(cause) === '40P01') || isOutdatedPlan(error)
}

/**
 * Whether a statement was prepared before a newer hub added a column: the connection has to be made anew, which prepares it again. PostgreSQL has no code
 * of its own for that.
 */
export function isOutdatedPlan(error: unknown): boolean {
  return someCause(error, (cause) => cause.message === 'cached plan must not change result type')
}

/** The unique constraint that a statement met, by name. */
export function violatedConstraint(error: unknown): string | undefined {
  let name: string | undefined
  someCause(error, (cause) => {
    // 23505: unique_violation.
    if (codeOf(cause) !== '23505' || !('constraint' in cause) || typeof cause.constraint !== 'string') return false
    name = cause.constraint
    return true
  })
  return name
}

/** The SQLSTATE (five characters) or system code of the error or of what caused it. */
export function databaseErrorCode(error: unknown): string | undefined {
  let code: string | undefined
  someCause(error, (cause) => {
    code ??= codeOf(cause)
    return code !== undefined
  })
  return code
}

function codeOf(error: Error): string | undefined {
  return 'code' in error && typeof error.code === 'string' ? error.code : undefined
}

/** Walks the error, its causes and, for a host name with several addresses, the error of each address. */
function someCause(error: unknown, matches: (error: Error) => boolean, depth = 0): boolean {
  if (!(error instanceof Error) || depth > 8) return false
  if (matches(error)) return true
  if (error instanceof AggregateError && error.errors.some((inner) => someCause(inner, matches, depth + 1))) return true
  return someCause(error.cause, matches, depth + 1)
}
