// Its types add `ws` to requests and `wsHandler` to routes.

import type { ApolloServer } from '@apollo/server'
import { fastifyApolloHandler } from '@as-integrations/fastify'
import type {} from '@fastify/websocket'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { WebSocket } from 'ws'
import type { Viewer } from '../../core/access/viewer.ts'
import type { AnswerKnown } from '../answer-known.ts'
import type { Log, OperationContext } from '../context.ts'
import { CodedError, errorBody, requestScope } from '../errors.ts'
import type { PlannedOperation } from '../execution/planner.ts'
import { requireShallow } from '../guards/nesting.ts'
import type { Identifier } from '../identify.ts'
import { isRecord } from '../is-record.ts'
import type { KnownOperations } from '../known-operations.ts'
import type { AnswerInParts } from './answer-in-parts.ts'
import { contentTypeFor } from './content-type.ts'

export interface GraphQLRouteOptions {
  readonly apollo: ApolloServer<OperationContext>
  readonly known: Pick<KnownOperations, 'find'>
  readonly answerKnown: AnswerKnown
  readonly identifier: Identifier
  readonly bodyLimitBytes: number
  /** Operations of more tokens are not parsed. */
  readonly tokensMax: number
  readonly answerInParts: AnswerInParts
  readonly onSocket: (socket: WebSocket, request: FastifyRequest) => void
}

/**
 * `POST|GET /graphql` (GraphQL over HTTP) and `WS /graphql`. Apollo Server answers everything, but for what comes again and again: an operation that it has let through before, sent
 * as JSON in the ordinary way, takes the short way of `answerKnown`.
 */
export function graphqlRoute(app: FastifyInstance, options: GraphQLRouteOptions): void {
  const { apollo, known, answerKnown, identifier, bodyLimitBytes, tokensMax, answerInParts, onSocket } = options

  const handle = fastifyApolloHandler(apollo, {
    context: async (request, reply): Promise<OperationContext> => ({
      viewer: identifier.identityOf(request).viewer,
      requestId: request.id,
      atLeast: null,
      signal: abortedWithout(reply),
      log: request.log,
      transport: 'http',
    }),
  })

  async function answer(this: FastifyInstance, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
    // What is answered depends on who asks and on when.
    reply.header('cache-control', 'no-store')

    const question = ordinaryQuestion(request, known)
    if (question !== undefined) {
      const { operation, variables, contentType } = question
      const context = new RequestContext(identifier.identityOf(request).viewer, request, reply)
      const { status, result } = await answerKnown(operation, variables, context)
      reply.code(status).header('content-type', contentType)
      // As Apollo Server writes it: errors first, and a line break at the end.
      return `${JSON.stringify({ errors: result.errors, data: result.data })}\n`
    }

    const inParts = answerInParts(request, reply)
    if (inParts !== undefined) return inParts

    try {
      requireShallow(queryIn(request), tokensMax)
    } catch (error) {
      if (!(error instanceof CodedError)) throw error
      return reply.code(400).send(errorBody(error.code, error.message, request.id))
    }
    return requestScope.run({ requestId: request.id, log: request.log }, () => handle.call(this, request, reply))
  }

  const common = {
    url: '/graphql',
    onRequest: identifier.identify,
    handler: answer,
    bodyLimit: bodyLimitBytes,
  } as const
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
