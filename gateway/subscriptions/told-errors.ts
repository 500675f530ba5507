import type { GraphQLFormattedError } from 'graphql'

/** Locations are those in the query that the gateway made, which the client has never seen. */
export function withoutPath({ message, extensions }: GraphQLFormattedError): GraphQLFormattedError {
  return { message, ...(extensions === undefined ? {} : { extensions }) }
}

/** Why a reading failed that gave neither data nor an error. */
export function internalError(requestId: string): GraphQLFormattedError {
  return {
    message: 'Something went wrong inside the hub.',
    extensions: { code: 'INTERNAL_SERVER_ERROR', requestId, retryable: false },
  }
}
