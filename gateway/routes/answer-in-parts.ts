import type { FastifyReply, FastifyRequest } from 'fastify'
import type { GraphQLError } from 'graphql'
import { CodedError, type ErrorCode } from '../errors.ts'
import { isUninvited } from '../foreign-page.ts'
import type { Identifier } from '../identify.ts'
import type { Framing } from '../subscriptions/framing.ts'
import type { HttpStreams } from '../subscriptions/http-streams.ts'
import { MULTIPART } from '../subscriptions/multipart.ts'
import { SSE } from '../subscriptions/sse.ts'
import { contentTypeFor } from './content-type.ts'
import { parametersOf } from './parameters.ts'

/** Answers subscriptions at `/graphql` in the protocol that their client names in `Accept`. Undefined for everything else. */
export type AnswerInParts = (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply> | undefined

export interface AnswerInPartsOptions {
  readonly identifier: Identifier
  readonly streams: HttpStreams
}

export function answerInParts({ identifier, streams }: AnswerInPartsOptions): AnswerInParts {
  return (request, reply) => {
    const framing = framingFor(request.headers.accept)
    if (framing === undefined) return undefined
    const identity = identifier.identityOf(request)
    // While the hub is open, nothing else would keep such a page out: it can send this without a preflight.
    if (isUninvited(request, identity)) return undefined
    const asked = questionOf(request)
    if (asked === undefined) return undefined
    const operation = streams.operation({ request, reply, identity }, framing, asked)
    if (operation.type !== 'subscription') return undefined

    // What never came to be subscribed is answered in one piece, where the client takes that: by then it may tell by the status.
    const contentType = framing === MULTIPART ? contentTypeFor(request.headers.accept) : undefined
    const refuse = (errors: readonly GraphQLError[]) =>
      reply.code(statusOf(errors)).header('content-type', contentType).send(JSON.stringify({ errors }))
    return operation.run(contentType === undefined ? undefined : refuse).then(() => reply)
  }
}

/** The protocol for more than one answer that an `Accept` names first; asterisks name none. */
function framingFor(accept: string | undefined): Framing | undefined {
  for (const range of accept?.toLowerCase().split(',') ?? []) {
    const [type, ...parameters] = range.split(';').map((part) => part.replace(/[\s"]/g, ''))
    if (type === 'text/event-stream') return SSE
    if (type === 'multipart/mixed' && parameters.includes('subscriptionspec=1.0')) return MULTIPART
  }
  return undefined
}

/** Requests that ask nothing that can be understood are for Apollo Server to refuse. */
function questionOf(request: FastifyRequest) {
  try {
    return parametersOf(request)
  } catch (error) {
    if (error instanceof CodedError) return undefined
    throw error
  }
}

const STATUS: Readonly<Record<ErrorCode, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  BAD_USER_INPUT: 400,
  NOT_FOUND: 404,
  RATE_LIMITED: 429,
  QUERY_TOO_COSTLY: 400,
  SERVICE_UNAVAILABLE: 503,
  INTERNAL_SERVER_ERROR: 500,
}

function statusOf([error]: readonly GraphQLError[]): number {
  const known = Object.entries(STATUS).find(([code]) => code === error?.extensions.code)
  return known?.[1] ?? 500
}
