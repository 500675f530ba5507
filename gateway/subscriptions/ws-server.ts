import { randomUUID } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import type { ExecutionArgs, FormattedExecutionResult, GraphQLError, GraphQLSchema } from 'graphql'
import { handleProtocols, makeServer, type OperationResult, type SubscribePayload } from 'graphql-ws'
import type { WebSocket } from 'ws'
import { accessClass } from '../../core/access/access-class.ts'
import { ANONYMOUS_CLIENT } from '../../core/access/api-keys.ts'
import type { Viewer } from '../../core/access/viewer.ts'
import type { Authenticate, Log } from '../context.ts'
import type { Subscription } from './live-queries.ts'
import { Operation, type OperationOptions, type Prepared } from './operation.ts'
import { nextFrames, SocketOutlet } from './socket-outlet.ts'

/** Codes with which sockets are closed. graphql-ws clients come back after all of them but 4401. */
const CLOSE = {
  /** RFC 6455's registry: the server restarts, connect to another one. */
  movedOver: 1012,
  tryAgainLater: 1013,
  badCredential: 4401,
  credentialExpired: 4410,
  tooSlow: 4413,
  bug: 4500,
} as const

/** Milliseconds between two pings; who has not answered one by the next is gone. */
const PING_MS = 12_000

/** Milliseconds in which whoever read too slowly may still come to read why it is closed. */
const TOO_SLOW_GRACE_MS = 2_000

/** Milliseconds after which a credential is looked at again: a key that is revoked ends its sockets within this time. */
const RECHECK_MS = 30_000

/** The longest that a timer of Node can wait. */
const TIMER_MS_MAX = 2 ** 31 - 1

export interface WebSocketOptions extends OperationOptions {
  /** Bytes beyond which nothing more is added to what waits for a client; then it is closed. */
  readonly bufferLimitBytes: number
  /** Milliseconds for which a client may take nothing while something waits for it; then it is closed. */
  readonly stallMs: number
  readonly authenticate: Authenticate
  readonly log: Log
}

export interface WebSockets {
  readonly handleProtocols: typeof handleProtocols
  onSocket(socket: WebSocket, request: FastifyRequest): void
  /** Asks all clients to connect to another process. */
  close(): void
  /** Cuts whoever has not gone by itself. */
  terminate(): void
}

interface Connection {
  readonly socket: WebSocket
  readonly request: FastifyRequest
  readonly outlet: SocketOutlet
  /** Known once the connection was initialised. */
  viewer: Viewer | undefined
}

/** Queries, mutations and subscriptions by the protocol `graphql-transport-ws`. */
export function webSockets(options: WebSocketOptions): WebSockets {
  const { authenticate, metrics, log } = options
  const sockets = new Map<WebSocket, { alive: boolean }>()

  const server = makeServer<Record<string, unknown> | undefined, Connection>({
    onConnect: async ({ connectionParams, extra }) => {
      const { socket, request } = extra
      const authorization = credentialIn(connectionParams) ?? request.headers.authorization
      // Browsers let any page open a socket to anywhere. While the hub is open, nothing else would keep such a page out.
      const foreign = isOfForeignPage(request)
      if (authorization === undefined && foreign) return false
      try {
        const result = await authenticate(authorization)
        if ('error' in result) {
          refuse(socket, result.reason)
          return false
        }
        // An open hub looks at no credential, so that the page may have made one up.
        if (result.viewer.client === ANONYMOUS_CLIENT && foreign) return false
        extra.viewer = result.viewer
        endWhenExpired(socket, result.expiresAt)
        recheck(socket, authorization, result.viewer)
        return true
      } catch (error) {
        request.log.warn({ err: error }, 'A credential could not be looked up')
        socket.close(CLOSE.tryAgainLater, 'Try again later')
        return false
      }
    },

    onSubscribe: async (context, id, payload) => {
      const operation = new SocketOperation(options, context.extra, id, payload)
      const args = await operation.prepare(options.schema, payload.operationName)
      // The client may have lost interest meanwhile.
      if (!(id in context.subscriptions)) operation.end()
      return args
    },
    execute: (args) => operationOf(args).run(),
    subscribe: (args) => operationOf(args).run(),
    onNext: (_context, _id, _payload, args) => operationOf(args).result,
  })

  const pings = setInterval(() => {
    for (const [socket, state] of sockets) {
      if (!state.alive) socket.terminate()
      state.alive = false
      if (socket.readyState === socket.OPEN) socket.ping()
    }
  }, PING_MS)
  pings.unref()

  function recheck(socket: WebSocket, authorization: string | undefined, viewer: Viewer): void {
    const timer = setInterval(async () => {
      try {
        const result = await authenticate(authorization)
        if ('error' in result) refuse(socket, result.reason)
        else if (accessClass(result.viewer) !== accessClass(viewer))
          socket.close(CLOSE.credentialExpired, 'Access changed')
      } catch (error) {
        log.debug({ err: error }, 'A credential could not be looked at again')
      }
    }, RECHECK_MS)
    timer.unref()
    socket.once('close', () => clearInterval(timer))
  }

  return {
    handleProtocols,

    onSocket(socket, request) {
      const state = { alive: true }
      sockets.set(socket, state)
      metrics.sockets.set(sockets.size)
      socket.on('pong', () => {
        state.alive = true
      })
      const outlet = new SocketOutlet(socket, request.raw.socket, {
        bufferLimitBytes: options.bufferLimitBytes,
        stallMs: options.stallMs,
        onTooSlow: (reason) => {
          request.log.info({ reason }, 'A socket is closed because its client reads too slowly')
          metrics.tooSlow.inc()
          socket.close(CLOSE.tooSlow, 'Too slow')
          setTimeout(() => socket.terminate(), TOO_SLOW_GRACE_MS).unref()
        },
      })
      const closed = server.opened(
        {
          protocol: socket.protocol,
          send: (data) => send(socket, outlet, data),
          close: (code, reason) => socket.close(code, reason),
          onMessage: (handle) => {
            socket.on('message', (data) => {
              state.alive = true
              handle(String(data)).catch((error: unknown) => {
                request.log.error({ err: error }, 'A message could not be handled')
                socket.close(CLOSE.bug, 'Internal server error')
              })
            })
          },
        },
        { socket, request, outlet, viewer: undefined },
      )
      socket.once('close', (code, reason) => {
        sockets.delete(socket)
        outlet.close()
        metrics.sockets.set(sockets.size)
        closed(code, String(reason)).catch((error: unknown) =>
          log.error({ err: error }, 'A socket could not be closed'),
        )
      })
    },

    close() {
      clearInterval(pings)
      for (const socket of sockets.keys()) socket.close(CLOSE.movedOver, 'Service restart')
    },

    terminate() {
      for (const socket of sockets.keys()) socket.terminate()
    },
  }
}

/** One operation of a client of this protocol, from its message `subscribe` to its end. */
class SocketOperation {
  readonly #operation: Operation
  readonly #socket: WebSocket
  readonly #outlet: SocketOutlet
  readonly #id: string
  #prepared: Prepared | undefined
  /** Of a query or mutation, as the client gets it. */
  result: FormattedExecutionResult | undefined

  constructor(options: WebSocketOptions, connection: Connection, id: string, payload: SubscribePayload) {
    const requestId = randomUUID()
    const { socket, request, outlet, viewer } = connection
    if (viewer === undefined) throw new Error('A socket asks before it said who it is.')
    const log = options.log.child({ requestId, socket: request.id })
    const asking = { viewer, requestId, log, transport: 'socket', wrapping: nextFrames(id) } as const
    this.#operation = new Operation(options, asking, payload)
    this.#socket = socket
    this.#outlet = outlet
    this.#id = id
  }

  /** What graphql-ws needs to go on, or why it cannot. A subscription is set up when this resolves. */
  async prepare(schema: GraphQLSchema, operationName: string | null | undefined): Promise<Admitted> {
    this.#prepared = await this.#operation.prepare()
    if (this.#prepared.kind === 'refused') return this.#prepared.errors
    const { document } = this.#prepared
    return { schema, document, ...(operationName == null ? {} : { operationName }), contextValue: this }
  }

  run(): OperationResult {
    switch (this.#prepared?.kind) {
      case 'subscription':
        return this.#pump(this.#prepared.subscription)
      case 'single':
        return this.#execute(this.#prepared.answer)
      default:
        throw new Error('An operation of a socket was not let through.')
    }
  }

  end(): void {
    this.#operation.end()
  }

  async #execute(answer: () => Promise<FormattedExecutionResult>) {
    const abort = () => this.end()
    this.#socket.once('close', abort)
    this.result = await answer()
    this.#socket.off('close', abort)
    // graphql-ws wants errors of graphql-js; `onNext` puts the formatted result in place of this one.
    return {}
  }

  /**
   * Sends the results itself, as they were framed for all subscribers, and yields none: graphql-ws would serialise each of them again for each
   * subscriber. What changes while the socket takes no more is conflated.
   */
  #pump(subscription: Subscription): AsyncIterableIterator<never> {
    const socket = this.#socket
    const outlet = this.#outlet
    const tail = `,"id":${JSON.stringify(this.#id)}}`
    const end = () => this.end()

    return {
      next: async () => {
        if (subscription.pour !== undefined) {
          await subscription.pour(outlet)
          return { done: true, value: undefined }
        }
        for (;;) {
          const payload = await subscription.next()
          if (payload === undefined) return { done: true, value: undefined }
          await send(socket, outlet, `{"type":"next","payload":${payload}${tail}`)
        }
      },
      // Whoever waits in `next` is let go by this as well.
      return: async () => {
        end()
        return { done: true, value: undefined }
      },
      [Symbol.asyncIterator]() {
        return this
      },
    }
  }
}

type Admitted = ExecutionArgs | readonly GraphQLError[]

function operationOf({ contextValue }: ExecutionArgs): SocketOperation {
  if (contextValue instanceof SocketOperation) return contextValue
  throw new Error('An operation of a socket lost its context.')
}

/** Resolves when the socket has handed the message to the system, or is gone. */
function send(socket: WebSocket, outlet: SocketOutlet, message: string): Promise<void> {
  return new Promise((resolve, reject) => {
    if (!outlet.hasRoom()) return resolve()
    socket.send(message, (error) => (error == null || socket.readyState !== socket.OPEN ? resolve() : reject(error)))
    outlet.watch()
  })
}

function refuse(socket: WebSocket, reason: 'missing' | 'invalid' | 'expired'): void {
  if (reason === 'expired') socket.close(CLOSE.credentialExpired, 'Credential expired')
  else socket.close(CLOSE.badCredential, 'Unauthorized')
}

function endWhenExpired(socket: WebSocket, expiresAt: Date | null): void {
  if (expiresAt === null) return
  let timer: NodeJS.Timeout
  const wait = () => {
    const remainingMs = expiresAt.getTime() - Date.now()
    if (remainingMs <= 0) return socket.close(CLOSE.credentialExpired, 'Credential expired')
    timer = setTimeout(wait, Math.min(remainingMs, TIMER_MS_MAX))
    timer.unref()
  }
  wait()
  socket.once('close', () => clearTimeout(timer))
}

/** Whether a page of another site opened the socket (RFC 6454); pages on this machine are at home, whatever their port. */
function isOfForeignPage({ headers, hostname }: FastifyRequest): boolean {
  const { origin } = headers
  if (origin === undefined) return false
  const page = URL.parse(origin)?.hostname
  return page === undefined || !(page === hostname || /^(localhost|127(\.\d+){3}|\[::1\])$/.test(page))
}

/** `connection_init { authorization }`; GraphiQL passes on what stands under Headers, in whatever case. */
function credentialIn(parameters: Readonly<Record<string, unknown>> | undefined): string | undefined {
  for (const [name, value] of Object.entries(parameters ?? {})) {
    if (name.toLowerCase() === 'authorization' && typeof value === 'string') return value
  }
  return undefined
}
