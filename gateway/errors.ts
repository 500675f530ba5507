import { AsyncLocalStorage } from 'node:async_hooks'
import { GraphQLError, type GraphQLErrorOptions, type GraphQLFormattedError } from 'graphql'
import { ERROR_CODES, type ErrorCode } from '../schema/error-codes.ts'
import type { Log } from './context.ts'

export { ERROR_CODES, type ErrorCode }

const RETRYABLE: ReadonlySet<ErrorCode> = new Set(['RATE_LIMITED', 'SERVICE_UNAVAILABLE'])

/** What is said instead of the details of a bug; those are in the log, under the same request id. */
const INTERNAL_MESSAGE = 'Something went wrong inside the hub.'

/** An error whose message is meant for the client. */
export class CodedError extends GraphQLError {
  override readonly name = 'CodedError'
  readonly code: ErrorCode

  constructor(code: ErrorCode, message: string, options: GraphQLErrorOptions & { status?: number } = {}) {
    const { status, extensions, ...rest } = options
    // Apollo Server takes the status of the answer from `extensions.http`, and removes that again.
    super(message, {
      ...rest,
      extensions: { ...extensions, code, ...(status === undefined ? {} : { http: { status } }) },
    })
    this.code = code
  }
}

/** Under which request something happens. */
export interface RequestScope {
  readonly requestId: string
  readonly log: Log
}

/** Apollo Server formats errors without saying of which request; this remembers it. */
export const requestScope = new AsyncLocalStorage<RequestScope>()

/** What Apollo Server, graphql-js and Fastify call the client's own mistakes. */
const CLIENT_MISTAKES: ReadonlySet<unknown> = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
])

export function isErrorCode(code: unknown): code is ErrorCode {
  return ERROR_CODES.some((known) => known === code)
}

/**
 * An error as a client may see it: message, locations, path and `extensions { code requestId retryable }`, with `retryAfterMs` where it is known when to try
 * again, nothing else. What the client could not have caused is logged whole.
 */
export function formatError(error: GraphQLFormattedError, thrown: unknown, scope: RequestScope): GraphQLFormattedError {
  const given = error.extensions?.code
  const code: ErrorCode = isErrorCode(given)
    ? given
    : CLIENT_MISTAKES.has(given)
      ? 'BAD_USER_INPUT'
      : 'INTERNAL_SERVER_ERROR'

  // Subgraphs log their own bugs and mask them, and so does whoever makes a CodedError.
  const told = isErrorCode(given) && !(given === 'INTERNAL_SERVER_ERROR' && isUnexpected(thrown))
  if (code === 'INTERNAL_SERVER_ERROR' && !told) scope.log.error({ err: causeOf(thrown) }, 'The gateway failed')

  return {
    message: code === 'INTERNAL_SERVER_ERROR' && !told ? INTERNAL_MESSAGE : plain(error.message),
    ...(error.locations === undefined ? {} : { locations: error.locations }),
    ...(error.path === undefined ? {} : { path: error.path }),
    extensions: { code, requestId: scope.requestId, retryable: RETRYABLE.has(code), ...retryAfter(thrown) },
  }
}

function retryAfter(thrown: unknown): { readonly retryAfterMs?: number } {
  const retryAfterMs = thrown instanceof CodedError ? thrown.extensions.retryAfterMs : undefined
  return typeof retryAfterMs === 'number' ? { retryAfterMs } : {}
}

/** What graphql-js says about documents that it gives up on, in words that help whoever sent one. */
function plain(message: string): string {
  if (message === 'Validation aborted.')
    return 'The document is too large to be checked: it selects too much side by side.'
  return message
}

/** Whether somebody threw what is no GraphQL error: a bug of ours or of a library. */
function isUnexpected(thrown: unknown): boolean {
  if (thrown instanceof CodedError) return false
  if (thrown instanceof GraphQLError) return thrown.originalError instanceof Error && isUnexpected(thrown.originalError)
  return thrown instanceof Error
}

function causeOf(thrown: unknown): unknown {
  let cause = thrown
  while (cause instanceof GraphQLError && cause.originalError !== undefined) cause = cause.originalError
  return cause
}

/** The body of an answer that never came to be executed. */
export function errorBody(code: ErrorCode, message: string, requestId: string): { errors: GraphQLFormattedError[] } {
  return { errors: [{ message, extensions: { code, requestId, retryable: RETRYABLE.has(code) } }] }
}
