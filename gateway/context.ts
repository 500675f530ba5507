import type { FastifyBaseLogger } from 'fastify'
import type { Viewer } from '../core/access/viewer.ts'

/** pino's logger, in the shape in which Fastify hands it to each request. */
export type Log = FastifyBaseLogger

/** What belongs to one operation of a client, from the first guard to the last fetch. */
export interface OperationContext {
  readonly viewer: Viewer
  /** Answered in the header `x-request-id`; in every log line and every error. */
  readonly requestId: string
  /** A cursor: no subgraph answers from before it. Null: as things are. */
  atLeast: string | null
  /** Aborted when nobody waits for the answer any more. */
  readonly signal: AbortSignal | undefined
  readonly log: Log
  /** What the operation is asked through. Subscriptions need one that can carry more than one answer. */
  readonly transport: 'http' | 'socket' | 'sse' | 'multipart' | 'webhook' | 'live-query'
}

/** Who is asking, as `core/access` finds out from the credential. Throws when that cannot be found out now. */
export type Authenticate = (authorization: string | undefined) => Promise<
  | { readonly viewer: Viewer; readonly expiresAt: Date | null }
  | {
      readonly error: 'UNAUTHENTICATED'
      /** An expired credential can be renewed; an invalid one stays invalid. */
      readonly reason: 'missing' | 'invalid' | 'expired'
      readonly message: string
    }
>

/** Tells a subgraph in another process who is asking: the value of its header `onhand-viewer`. */
export type SignViewer = (viewer: Viewer, requestId: string) => string

export const REQUEST_ID_HEADER = 'x-request-id'
export const AT_LEAST_HEADER = 'onhand-at-least'
