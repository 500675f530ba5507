import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import Negotiator from 'negotiator'
import { CodedError, errorBody } from '../errors.ts'
import { isUninvited } from '../foreign-page.ts'
import type { Identifier } from '../identify.ts'
import type { HttpStreams } from '../subscriptions/http-streams.ts'
import { SSE } from '../subscriptions/sse.ts'
import { parametersOf } from './parameters.ts'

export interface StreamRouteOptions {
  readonly identifier: Identifier
  readonly streams: HttpStreams
  readonly bodyLimitBytes: number
}

/**
 * `POST|GET /graphql/stream`: the distinct connections mode of GraphQL over SSE. What is wrong with the document, or may not be asked, is told as an event, as the protocol has it; what is
 * wrong with the request, by its status.
 */
export function streamRoute(app: FastifyInstance, { identifier, streams, bodyLimitBytes }: StreamRouteOptions): void {
  async function answer(request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
    reply.header('cache-control', 'no-store')
    const refuse = (status: number, message: string) =>
      reply.code(status).send(errorBody(status === 403 ? 'FORBIDDEN' : 'BAD_USER_INPUT', message, request.id))

    if (new Negotiator(request).mediaType(['text/event-stream']) === undefined) {
      return refuse(406, 'The answer is text/event-stream, which the header Accept does not allow.')
    }
    const identity = identifier.identityOf(request)
    // While the hub is open, nothing else would keep such a page out.
    if (isUninvited(request, identity)) return refuse(403, 'A page of another site may not ask.')
    let asked: ReturnType<typeof parametersOf>
    try {
      asked = parametersOf(request)
    } catch (error) {
      if (!(error instanceof CodedError)) throw error
      return refuse(400, error.message)
    }

    const operation = streams.operation({ request, reply, identity }, SSE, {
      ...asked,
      lastEventId: lastEventIdOf(request),
    })
    // GraphQL over HTTP: GET changes nothing.
    if (request.method === 'GET' && operation.type === 'mutation') {
      reply.header('allow', 'POST')
      return refuse(405, 'Mutations are sent by POST.')
    }
    await operation.run()
    return reply
  }

  app.route({
    method: ['GET', 'POST'],
    url: '/graphql/stream',
    onRequest: identifier.identify,
    handler: answer,
    bodyLimit: bodyLimitBytes,
    exposeHeadRoute: false,
  })
}

/** An EventSource that got none sends none; one that was told to forget it, an empty one. */
function lastEventIdOf({ headers }: FastifyRequest): string | undefined {
  const given = headers['last-event-id']
  return typeof given === 'string' && given !== '' ? given : undefined
}
