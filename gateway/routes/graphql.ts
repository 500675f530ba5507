// Its types add `ws` to requests and `wsHandler` to routes.

import type { ApolloServer } from '@apollo/server'
import { fastifyApolloHandler } from '@as-integrations/fastify'
import type {} from '@fastify/websocket'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { WebSocket } from 'ws'
import type { Viewer } from '../../core/access/viewer.ts'
import type { AnswerKnown } from '../answer-known.ts'
import type { Authenticate, Log, OperationContext } from '../context.ts'
import { CodedError, errorBody, requestScope } from '../errors.ts'
import type { PlannedOperation } from '../execution/planner.ts'
import { requireShallow } from '../guards/nesting.ts'
import type { KnownOperations } from '../known-operations.ts'
import { contentTypeFor } from './content-type.ts'

export interface GraphQLRouteOptions {
  readonly apollo: ApolloServer<OperationContext>
  readonly known: Pick<KnownOperations, 'find'>
  readonly answerKnown: AnswerKnown
  readonly authenticate: Authenticate
  readonly bodyLimitBytes: number
  /** Operations of more tokens are not parsed. */
  readonly tokensMax: number
  readonly onSocket: (socket: WebSocket, request: FastifyRequest) => void
}

/**
 * `POST|GET /graphql` (GraphQL over HTTP) and `WS /graphql`. Apollo Server answers everything, but for what comes again and again: an operation that it has let through before, sent
 * as JSON in the ordinary way, takes the short way of `answerKnown`.
 */
export function graphqlRoute(app: FastifyInstance, options: GraphQLRouteOptions): void {
  const { apollo, known, answerKnown, authenticate, bodyLimitBytes, tokensMax, onSocket } = options
  const viewers = new WeakMap<FastifyRequest, Viewer>()

  function viewerOf(request: FastifyRequest): Viewer {
    const viewer = viewers.get(request)
    if (viewer === undefined) throw new Error('A request came to its handler without a viewer.')
    return viewer
  }

  const handle = fastifyApolloHandler(apollo, {
    context: async (request, reply): Promise<OperationContext> => ({
      viewer: viewerOf(request),
      requestId: request.id,
      atLeast: null,
      signal: abortedWithout(reply),
      log: request.log,
      transport: 'http',
    }),
  })

  /** Before the body is read: who may not ask at all shall not make us read. */
  async function identify(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> {
    // On a socket the credential comes with `connection_init`.
    if (request.ws) return undefined
    const result = await authenticate(request.headers.authorization).catch((error: unknown) => {
      request.log.warn({ err: error }, 'A credential could not be looked up')
      return undefined
    })
    if (result === undefined) {
      return reply
        .code(503)
        .header('retry-after', '1')
        .send(
          errorBody('SERVICE_UNAVAILABLE', 'Who is asking cannot be found out at the moment. Try again.', request.id),
        )
    }
    if ('viewer' in result) {
      viewers.set(request, result.viewer)
      return undefined
    }
    // RFC 9110, 11.6.1 and RFC 6750, 3.
    const challenge = request.headers.authorization === undefined ? 'Bearer' : 'Bearer error="invalid_token"'
    return reply
      .code(401)
      .header('www-authenticate', challenge)
      .send(errorBody('UNAUTHENTICATED', result.message, request.id))
  }

  async function answer(this: FastifyInstance, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
    // What is answered depends on who asks and on when.
    reply.header('cache-control', 'no-store')

    const question = ordinaryQuestion(request, known)
    if (question !== undefined) {
      const { operation, variables, contentType } = question
      const context = new RequestContext(viewerOf(request), request, reply)
      const { status, result } = await answerKnown(operation, variables, context)
      reply.code(status).header('content-type', contentType)
      // As Apollo Server writes it: errors first, and a line break at the end.
      return `${JSON.stringify({ errors: result.errors, data: result.data })}\n`
    }

    try {
      requireShallow(queryIn(request), tokensMax)
    } catch (error) {
      if (!(error instanceof CodedError)) throw error
      return reply.code(400).send(errorBody(error.code, error.message, request.id))
    }
    return requestScope.run({ requestId: request.id, log: request.log }, () => handle.call(this, request, reply))
  }

  const common = { url: '/graphql', onRequest: identify, handler: answer, bodyLimit: bodyLimitBytes } as const
  app.route({ ...common, method: 'GET', wsHandler: onSocket })
  app.route({ ...common, method: ['POST', 'OPTIONS'] })
}

interface Question {
  readonly operation: PlannedOperation
  readonly variables: Readonly<Record<string, unknown>>
  readonly contentType: string
}

/**
 * What a request asks, where nothing about it needs a second look: POST, JSON, a known operation, variables that fit, an answer as JSON. Undefined for everything else,
 * mistakes included, which Apollo Server answers.
 */
function ordinaryQuestion(
  { method, body, headers }: FastifyRequest,
  known: Pick<KnownOperations, 'find'>,
): Question | undefined {
  // Fastify reads only application/json into an object, and that no page of another origin can send without being asked first.
  if (method !== 'POST' || !isRecord(body)) return undefined
  const { query, operationName = null, variables = null, extensions = null } = body
  if (typeof query !== 'string' || !(operationName === null || typeof operationName === 'string')) return undefined
  if (!(variables === null || isRecord(variables))) return undefined
  if (!(extensions === null || (isRecord(extensions) && !extensions.persistedQuery))) return undefined

  const operation = known.find(query, operationName)
  if (operation === undefined) return undefined
  const values = variables ?? NO_VARIABLES
  const contentType = contentTypeFor(headers.accept)
  if (contentType === undefined || operation.variableErrors(values).length > 0) return undefined
  return { operation, variables: values, contentType }
}

const NO_VARIABLES: Readonly<Record<string, unknown>> = {}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The document of a request; empty where there is none, which Apollo Server will say. */
function queryIn({ body, query }: FastifyRequest): string {
  const place = typeof body === 'object' && body !== null ? body : query
  if (typeof place !== 'object' || place === null || !('query' in place)) return ''
  return typeof place.query === 'string' ? place.query : ''
}

/** What belongs to an operation that takes the short way. */
class RequestContext implements OperationContext {
  readonly viewer: Viewer
  readonly requestId: string
  readonly log: Log
  readonly transport = 'http'
  atLeast: string | null = null
  readonly #reply: FastifyReply
  #signal: AbortSignal | undefined

  constructor(viewer: Viewer, { id, log }: FastifyRequest, reply: FastifyReply) {
    this.viewer = viewer
    this.requestId = id
    this.log = log
    this.#reply = reply
  }

  /** Made for those who ask: fetches over HTTP. */
  get signal(): AbortSignal {
    this.#signal ??= abortedWithout(this.#reply)
    return this.#signal
  }
}

/** Aborts when the client is gone before it has its answer. */
function abortedWithout(reply: FastifyReply): AbortSignal {
  const { raw } = reply
  if (raw.closed && !raw.writableFinished) return AbortSignal.abort()
  const controller = new AbortController()
  raw.once('close', () => {
    if (!raw.writableFinished) controller.abort()
  })
  return controller.signal
}
