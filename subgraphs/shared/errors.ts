import { GraphQLError, type GraphQLFormattedError } from 'graphql'
import { isDatabaseUnavailable } from '../../core/database/errors.ts'
import { LedgerUnavailable } from '../../core/ledger/ledger.ts'
import { MappingUnavailable } from '../../core/mappings/evaluator.ts'

/** The closed list of top-level codes, the same for every subgraph and for the gateway. */
export type RequestErrorCode =
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'BAD_USER_INPUT'
  | 'RATE_LIMITED'
  | 'QUERY_TOO_COSTLY'
  | 'SERVICE_UNAVAILABLE'
  | 'INTERNAL_SERVER_ERROR'

/**
 * Thrown by a resolver when the request as such cannot be answered. What a mutation refuses by a rule of the ledger is not this:
 * it stands in the payload's `userErrors`.
 */
export class RequestError extends Error {
  override readonly name = 'RequestError'
  readonly code: RequestErrorCode

  constructor(code: RequestErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}

/** Who reports errors, and under which request. */
export interface ErrorScope {
  readonly requestId: string
  readonly log: {
    error(details: object, message: string): void
    warn(details: object, message: string): void
  }
}

/**
 * Errors as a client may see them: `extensions { code requestId retryable }`, and no word about the inside. What the client could not have
 * caused is logged whole, under the same request id.
 */
export function formatErrors(errors: readonly unknown[], scope: ErrorScope): GraphQLFormattedError[] {
  return errors.map((error) => formatError(error, scope))
}

function formatError(error: unknown, { requestId, log }: ErrorScope): GraphQLFormattedError {
  const { code, message } = classify(error)
  if (code === 'INTERNAL_SERVER_ERROR') log.error({ err: causeOf(error) }, 'A resolver failed')
  if (code === 'SERVICE_UNAVAILABLE') log.warn({ err: causeOf(error) }, 'The database could not be asked')

  const place = placeOf(error)
  return {
    message,
    ...(place.locations === undefined ? {} : { locations: place.locations }),
    ...(place.path === undefined ? {} : { path: place.path }),
    extensions: { code, requestId, retryable: code === 'SERVICE_UNAVAILABLE' || code === 'RATE_LIMITED' },
  }
}

function classify(error: unknown): { code: RequestErrorCode; message: string } {
  const cause = causeOf(error)
  if (cause instanceof RequestError) return { code: cause.code, message: cause.message }
  if (cause instanceof LedgerUnavailable || isDatabaseUnavailable(cause)) {
    return {
      code: 'SERVICE_UNAVAILABLE',
      message: 'The hub cannot reach its database at the moment. Try again, with the same key where there is one.',
    }
  }
  if (cause instanceof MappingUnavailable) {
    return {
      code: 'SERVICE_UNAVAILABLE',
      message: 'No payload of another system can be mapped at the moment. Try again.',
    }
  }
  // Documents and variables are refused before anything was executed: such errors have no path, and no other cause than a scalar's own.
  if (isGraphQLError(error) && isGraphQLError(cause) && error.path === undefined) {
    return { code: 'BAD_USER_INPUT', message: refusalOf(error, cause) }
  }
  return { code: 'INTERNAL_SERVER_ERROR', message: 'Something went wrong inside the hub.' }
}

/**
 * What a scalar says of a value among the variables, and where that stands: `input.lines[1].quantity: …`. In graphql-js' own words the value stands there twice, the first
 * time however long it is.
 */
function refusalOf({ message }: Pick<GraphQLError, 'message'>, cause: Pick<GraphQLError, 'message'>): string {
  if (!message.endsWith(`; ${cause.message}`)) return cause.message
  const value = message.slice(0, -cause.message.length - 2)
  const place = / at "([^"]+)"$/.exec(value)?.[1] ?? /^Variable "\$(\w+)"/.exec(value)?.[1]
  return place === undefined ? cause.message : `${place}: ${cause.message}`
}

/** What was thrown, below what graphql-js and graphql-jit wrap around it. */
function causeOf(error: unknown): unknown {
  let cause = error
  while (isGraphQLError(cause) && cause.originalError != null) cause = cause.originalError
  return cause
}

/** graphql-jit makes errors of its own class, with the shape of graphql-js'. */
function isGraphQLError(
  error: unknown,
): error is Pick<GraphQLError, 'message' | 'path' | 'locations' | 'originalError'> {
  return error instanceof GraphQLError || (error instanceof Error && 'originalError' in error && 'locations' in error)
}

function placeOf(error: unknown): Pick<GraphQLFormattedError, 'locations' | 'path'> {
  if (!isGraphQLError(error)) return {}
  return {
    ...(error.locations === undefined ? {} : { locations: error.locations }),
    ...(error.path === undefined ? {} : { path: error.path }),
  }
}
