// Its types add `ws` to requests and `wsHandler` to routes.

import type { ApolloServer } from '@apollo/server'
import { fastifyApolloHandler } from '@as-integrations/fastify'
import type {} from '@fastify/websocket'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { WebSocket } from 'ws'
import type { Viewer } from '../../core/access/viewer.ts'
import type { Authenticate, OperationContext } from '../context.ts'
import { CodedError, errorBody, requestScope } from '../errors.ts'
import { requireShallow } from '../guards/nesting.ts'

export interface GraphQLRouteOptions {
  readonly apollo: ApolloServer<OperationContext>
  readonly authenticate: Authenticate
  readonly bodyLimitBytes: number
  /** Operations of more tokens are not parsed. */
  readonly tokensMax: number
  readonly onSocket: (socket: WebSocket, request: FastifyRequest) => void
}

/** `POST|GET /graphql` (GraphQL over HTTP) and `WS /graphql`. */
export function graphqlRoute(app: FastifyInstance, options: GraphQLRouteOptions): void {
  const { apollo, authenticate, bodyLimitBytes, tokensMax, onSocket } = options
  const viewers = new WeakMap<FastifyRequest, Viewer>()

  const handle = fastifyApolloHandler(apollo, {
    context: async (request, reply): Promise<OperationContext> => {
      const viewer = viewers.get(request)
      if (viewer === undefined) throw new Error('A request came to its handler without a viewer.')
      return {
        viewer,
        requestId: request.id,
        atLeast: null,
        signal: abortedWithout(reply),
        log: request.log,
        transport: 'http',
      }
    },
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

/** The document of a request; empty where there is none, which Apollo Server will say. */
function queryIn({ body, query }: FastifyRequest): string {
  const place = typeof body === 'object' && body !== null ? body : query
  if (typeof place !== 'object' || place === null || !('query' in place)) return ''
  return typeof place.query === 'string' ? place.query : ''
}

/** Aborts when the client is gone before it has its answer. */
function abortedWithout(reply: FastifyReply): AbortSignal {
  const controller = new AbortController()
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) controller.abort()
  })
  return controller.signal
}
