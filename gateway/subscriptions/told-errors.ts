import type { GraphQLFormattedError } from 'graphql'

/** Locations are those in the query that the gateway made, which the client has never seen. */
export function withoutPath({ message, extensions }: GraphQLFormattedError): GraphQLFormattedError {
  return { message, ...(extensions === undefined ? {} : { extensions }) }
}

/** Why nothing is told of what may have changed. */
export function unreadable(): GraphQLFormattedError {
  return {
    message: 'Something may have changed that the hub cannot read at the moment.',
    extensions: { code: 'SERVICE_UNAVAILABLE', retryable: true },
  }
}

/** Why a reading failed that gave neither data nor an error. */
export function internalError(requestId: string): GraphQLFormattedError {
  return {
    message: 'Something went wrong inside the hub.',
    extensions: { code: 'INTERNAL_SERVER_ERROR', requestId, retryable: false },
  }
}
