import type { FastifyReply, FastifyRequest } from 'fastify'
import type { GraphQLError } from 'graphql'
import type { Authenticate, Log } from '../context.ts'
import { type ErrorCode, errorBody } from '../errors.ts'
import type { Identity } from '../identify.ts'
import type { Connections, LongConnection } from './connections.ts'
import { type CredentialEnd, CredentialWatch } from './credential-watch.ts'
import type { Framing, StreamEnd } from './framing.ts'
import { HttpStream } from './http-stream.ts'
import type { Subscription } from './live-queries.ts'
import { Operation, type OperationOptions, type OperationRequest } from './operation.ts'
import type { Place } from './places.ts'

/** Seconds after which whoever found everything taken may try again. */
const RETRY_AFTER_S = 5

/** Milliseconds within which clients come back that were asked to. */
const RETRY_MS_MAX = 1_000

export interface HttpStreamsOptions extends OperationOptions {
  readonly connections: Connections
  /** Milliseconds between two signs of life. */
  readonly heartbeatMs: number
  /** Milliseconds for which a client may take nothing while something waits for it; then it is cut off. */
  readonly stallMs: number
  readonly authenticate: Authenticate
  readonly log: Log
}

/** Who asks over HTTP for an answer in more than one piece. */
export interface StreamAsking {
  readonly request: FastifyRequest
  readonly reply: FastifyReply
  readonly identity: Identity
}

export interface HttpStreams {
  /** One operation, for a transport over HTTP. */
  operation(asking: StreamAsking, framing: Framing, asked: OperationRequest): StreamedOperation
}

export interface StreamedOperation {
  readonly type: Operation['type']
  /** Answers by the stream, refusals included, unless `refuse` answers those. Resolves at the end. */
  run(refuse?: Refuse): Promise<void>
}

/** Answers what was refused in one piece. */
export type Refuse = (errors: readonly GraphQLError[]) => unknown

/** Operations answered over HTTP piece by piece. Each connection carries one. */
export function httpStreams(options: HttpStreamsOptions): HttpStreams {
  const { authenticate, connections, metrics, log } = options

  /** Everything that a subscription has to tell, as the reader takes it; what changes meanwhile is conflated. */
  async function pump(stream: HttpStream, framing: Framing, subscription: Subscription): Promise<void> {
    const heartbeats = setInterval(() => {
      if (stream.idle) void stream.write(framing.heartbeat(subscription.cursor()))
    }, options.heartbeatMs)
    heartbeats.unref()
    try {
      await stream.write(framing.begin(subscription.cursor()))
      for (;;) {
        const result = await subscription.next()
        if (result === undefined) break
        await stream.write(framing.next(result, subscription.cursor()))
      }
    } finally {
      clearInterval(heartbeats)
    }
    stream.end(framing.complete())
  }

  function streamed({ request, reply, identity }: StreamAsking, framing: Framing, asked: OperationRequest) {
    const { viewer } = identity
    const { transport } = framing
    const operation = new Operation(options, { viewer, requestId: request.id, log: request.log, transport }, asked)

    /** What a client is told that may try the same again: proxies and clients understand the status. */
    function refuseForNow(status: 429 | 503, code: ErrorCode, message: string): void {
      reply
        .code(status)
        .header('retry-after', String(RETRY_AFTER_S))
        .send(errorBody(code, message, request.id))
    }

    function enter(connection: LongConnection): Place | undefined {
      if (connections.closing) {
        refuseForNow(503, 'SERVICE_UNAVAILABLE', 'The hub restarts. Try again.')
        return undefined
      }
      const place = connections.enter(connection)
      if (typeof place === 'string') {
        refuseForNow(503, 'SERVICE_UNAVAILABLE', 'There are as many connections as there may be. Try again later.')
        return undefined
      }
      const full = place.claim(viewer.client)
      if (full === undefined) return place
      connections.refused(full)
      place.leave()
      refuseForNow(429, 'RATE_LIMITED', 'This client has as many connections as it may. End some, or try again later.')
      return undefined
    }

    async function listen(refuse: Refuse | undefined): Promise<void> {
      let stream: HttpStream | undefined
      const end = (reason: Pick<StreamEnd, 'code' | 'message'>) => {
        const retryMs = Math.ceil(Math.random() * RETRY_MS_MAX)
        // Whoever does not read would not come to read this.
        if (stream?.idle) stream.end(framing.end({ ...reason, requestId: request.id, retryMs }))
        else reply.raw.destroy()
        operation.end()
      }
      const place = enter({
        moveOver: () => end({ code: 'SERVICE_UNAVAILABLE', message: 'Connect again: this process is to be relieved.' }),
        cut: () => reply.raw.destroy(),
      })
      if (place === undefined) return
      const watch = new CredentialWatch({
        ...identity,
        authenticate,
        log,
        onEnd: (reason) => end(CREDENTIAL_ENDS[reason]),
      })
      try {
        const prepared = await operation.prepare()
        if (prepared.kind === 'subscription') {
          stream = new HttpStream(reply, framing.contentType, options.stallMs)
          metrics.streams.inc({ transport })
          await pump(stream, framing, prepared.subscription).finally(() => metrics.streams.dec({ transport }))
        } else if (prepared.kind === 'refused') {
          await tellRefusal(prepared.errors, refuse)
        }
      } finally {
        operation.end()
        watch.stop()
        place.leave()
      }
    }

    async function tellRefusal(errors: readonly GraphQLError[], refuse: Refuse | undefined): Promise<void> {
      const [error] = errors
      const code = error?.extensions.code
      if (error !== undefined && code === 'RATE_LIMITED') refuseForNow(429, code, error.message)
      else if (error !== undefined && code === 'SERVICE_UNAVAILABLE') refuseForNow(503, code, error.message)
      else if (refuse !== undefined) await refuse(errors)
      else answerOnce(new HttpStream(reply, framing.contentType, options.stallMs), framing, { errors })
    }

    return {
      get type() {
        return operation.type
      },

      async run(refuse?: Refuse) {
        const gone = () => operation.end()
        reply.raw.once('close', gone)
        if (reply.raw.closed) gone()
        if (operation.type === 'subscription') return listen(refuse)
        const prepared = await operation.prepare()
        if (prepared.kind === 'refused') return tellRefusal(prepared.errors, refuse)
        if (prepared.kind === 'subscription') throw new Error('An operation has become a subscription.')
        const result = await prepared.answer()
        answerOnce(new HttpStream(reply, framing.contentType, options.stallMs), framing, result)
      },
    }
  }

  return { operation: streamed }
}

function answerOnce(stream: HttpStream, framing: Framing, result: object): void {
  stream.end(framing.begin(undefined) + framing.next(JSON.stringify(result), undefined) + framing.complete())
}

const CREDENTIAL_ENDS: Readonly<Record<CredentialEnd, Pick<StreamEnd, 'code' | 'message'>>> = {
  invalid: { code: 'UNAUTHENTICATED', message: 'The credential is not accepted any more.' },
  expired: { code: 'UNAUTHENTICATED', message: 'The credential has expired. Come back with a new one.' },
  'access changed': { code: 'UNAUTHENTICATED', message: 'What this credential may see has changed. Come back.' },
}
