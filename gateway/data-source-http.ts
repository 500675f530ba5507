import type { GraphQLFormattedError } from 'graphql'
import { Pool, errors as undiciErrors } from 'undici'
import { VIEWER_HEADER } from '../core/access/viewer-token.ts'
import { AT_LEAST_HEADER, type Log, REQUEST_ID_HEADER, type SignViewer } from './context.ts'
import { isMutation, type SubgraphSource } from './data-source.ts'
import { CodedError } from './errors.ts'
import { isRecord } from './is-record.ts'
import type { SubgraphCaller, SubgraphRequest, SubgraphResponse } from './subgraph-call.ts'

export interface HttpSourceOptions {
  readonly name: string
  /** The subgraph's GraphQL endpoint. */
  readonly url: string
  readonly signViewer: SignViewer
  /** Milliseconds to wait for the answer to begin, and between its parts. */
  readonly timeoutMs: number
  readonly log: Log
  /** Connections kept to the subgraph, default 64. Each carries one request at a time. */
  readonly connections?: number
}

const CONNECT_TIMEOUT_MS = 2_000

/** Shorter than the 72 s after which Fastify closes an idle connection, so that no request is sent into one that is being closed. */
const KEEP_ALIVE_MS = 30_000

/** A subgraph in another process, reached over connections that stay open. */
export class HttpSource implements SubgraphSource {
  readonly #pool: Pool
  readonly #path: string
  readonly #options: HttpSourceOptions

  constructor(options: HttpSourceOptions) {
    const url = new URL(options.url)
    this.#options = options
    this.#path = url.pathname + url.search
    this.#pool = new Pool(url.origin, {
      connections: options.connections ?? 64,
      connect: { timeout: CONNECT_TIMEOUT_MS },
      keepAliveTimeout: KEEP_ALIVE_MS,
      headersTimeout: options.timeoutMs,
      bodyTimeout: options.timeoutMs,
    })
  }

  async ask(
    request: SubgraphRequest,
    caller: SubgraphCaller,
    signal: AbortSignal | undefined,
  ): Promise<SubgraphResponse> {
    const { name, log } = this.#options
    const text = textOf(request)
    try {
      const { status, body } = await this.#post(request.query, text, caller, signal)
      return this.#read(status, body, caller)
    } catch (error) {
      if (error instanceof CodedError) throw error
      if (signal?.aborted !== true)
        log.warn({ err: error, subgraph: name, requestId: caller.requestId }, 'A subgraph cannot be reached')
      throw new CodedError('SERVICE_UNAVAILABLE', `The service "${name}" cannot be reached at the moment. Try again.`)
    }
  }

  /** Connections in use are cut: whoever closes has drained the requests before. */
  close(): Promise<void> {
    return this.#pool.destroy()
  }

  async #post(query: string, body: string, caller: SubgraphCaller, signal: AbortSignal | undefined) {
    const send = async () => {
      const response = await this.#pool.request({
        path: this.#path,
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          [REQUEST_ID_HEADER]: caller.requestId,
          [VIEWER_HEADER]: this.#options.signViewer(caller.viewer, caller.requestId),
          ...(caller.atLeast === null ? {} : { [AT_LEAST_HEADER]: caller.atLeast }),
        },
        body,
        ...(signal === undefined ? {} : { signal }),
      })
      return { status: response.statusCode, body: await response.body.text() }
    }
    try {
      return await send()
    } catch (error) {
      // The subgraph closed a connection that we had kept, as it does when it restarts. A query has no effect, so asking again is safe.
      if (error instanceof undiciErrors.SocketError && !isMutation(query) && signal?.aborted !== true) return send()
      throw error
    }
  }

  #read(status: number, body: string, caller: SubgraphCaller): SubgraphResponse {
    const { name, log } = this.#options
    const answer = parseAnswer(body)
    if (status === 200 && answer !== undefined) return answer
    // Refused or not understood: the two sides differ in secret or version, which no client can mend.
    const codes = answer?.errors?.map(({ message }) => message)
    log.error({ subgraph: name, status, requestId: caller.requestId, codes }, 'A subgraph refused the gateway')
    if (status >= 500 || answer === undefined) {
      throw new CodedError('SERVICE_UNAVAILABLE', `The service "${name}" cannot answer at the moment. Try again.`)
    }
    throw new CodedError('INTERNAL_SERVER_ERROR', 'Something went wrong inside the hub.')
  }
}

function textOf(request: SubgraphRequest): string {
  try {
    return JSON.stringify(request)
  } catch (error) {
    // JSON that a client sent for a value of any shape can be read deeper than it can be written.
    if (error instanceof RangeError) throw new CodedError('BAD_USER_INPUT', 'The input is nested too deeply.')
    throw error
  }
}

function parseAnswer(body: string): SubgraphResponse | undefined {
  let answer: unknown
  try {
    answer = JSON.parse(body)
  } catch {
    return undefined
  }
  if (typeof answer !== 'object' || answer === null) return undefined
  const { data, errors }: { data?: unknown; errors?: unknown } = answer
  return {
    ...(isRecord(data) || data === null ? { data } : {}),
    ...(Array.isArray(errors) ? { errors: errors.filter(isFormattedError) } : {}),
  }
}

function isFormattedError(value: unknown): value is GraphQLFormattedError {
  return isRecord(value) && typeof value.message === 'string'
}
