import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Viewer } from '../core/access/viewer.ts'
import type { Authenticate } from './context.ts'
import { errorBody } from './errors.ts'

/** Who asks, and until when that holds. */
export interface Identity {
  readonly viewer: Viewer
  /** As it was sent: what was found out by it is looked at again where an answer goes on for long. */
  readonly authorization: string | undefined
  readonly expiresAt: Date | null
}

export interface Identifier {
  /** A hook: answers 401 or 503 in place of the route. Runs before the body is read: who may not ask at all shall not make us read. */
  identify(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined>
  /** Who it was, for a request that came to its handler. */
  identityOf(request: FastifyRequest): Identity
}

export function identifier(authenticate: Authenticate): Identifier {
  const identities = new WeakMap<FastifyRequest, Identity>()

  return {
    async identify(request, reply) {
      // On a socket the credential comes with `connection_init`.
      if (request.ws) return undefined
      const { authorization } = request.headers
      const result = await authenticate(authorization).catch((error: unknown) => {
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
        identities.set(request, { viewer: result.viewer, authorization, expiresAt: result.expiresAt })
        return undefined
      }
      // RFC 9110, 11.6.1 and RFC 6750, 3.
      const challenge = authorization === undefined ? 'Bearer' : 'Bearer error="invalid_token"'
      return reply
        .code(401)
        .header('www-authenticate', challenge)
        .send(errorBody('UNAUTHENTICATED', result.message, request.id))
    },

    identityOf(request) {
      const identity = identities.get(request)
      if (identity === undefined) throw new Error('A request came to its handler without a viewer.')
      return identity
    },
  }
}
