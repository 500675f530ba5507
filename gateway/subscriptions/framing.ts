import type { ErrorCode } from '../errors.ts'

/** Why the hub ends a stream that could have gone on; its client may come back. */
export interface StreamEnd {
  readonly code: ErrorCode
  readonly message: string
  readonly requestId: string
  /** Milliseconds to wait before coming back. */
  readonly retryMs: number
}

/** How a transport over HTTP writes down what happens: each method gives the text to send. */
export interface Framing {
  readonly transport: 'sse' | 'multipart'
  readonly contentType: string
  /** The beginning of a stream, and the cursor at which it begins. */
  begin(cursor: string | undefined): string
  /** A result, as JSON, and the cursor that holds once it was sent. */
  next(result: string, cursor: string | undefined): string
  /** Nothing new, but the connection lives. */
  heartbeat(cursor: string | undefined): string
  /** Everything was said. */
  complete(): string
  /** Not everything was said. */
  end(reason: StreamEnd): string
}
