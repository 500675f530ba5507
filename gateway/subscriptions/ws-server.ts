import { randomUUID } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import {
  type ExecutionArgs,
  type FormattedExecutionResult,
  type GraphQLError,
  type GraphQLSchema,
  parse,
} from 'graphql'
import { handleProtocols, makeServer, type OperationResult, type SubscribePayload } from 'graphql-ws'
import type { WebSocket } from 'ws'
import type { Viewer } from '../../core/access/viewer.ts'
import type { Feed } from '../../core/feed/listener.ts'
import type { Authenticate, Log } from '../context.ts'
import { isOfForeignPage, isUninvited } from '../foreign-page.ts'
import { isRecord } from '../is-record.ts'
import type { Connections } from './connections.ts'
import { type CredentialEnd, CredentialWatch } from './credential-watch.ts'
import type { Subscription } from './live-queries.ts'
import { Operation, type OperationOptions, type Prepared } from './operation.ts'
import type { Place } from './places.ts'
import { nextFrames, SocketOutlet } from './socket-outlet.ts'

/** Codes with which sockets are closed, beside those of graphql-ws. Its clients give up after 4401, 4429 and 4500, and come back after the others. */
const CLOSE = {
  /** RFC 6455's registry: the server restarts, connect to another one. */
  movedOver: 1012,
  tryAgainLater: 1013,
  badCredential: 4401,
  credentialExpired: 4410,
  tooSlow: 4413,
  tooMany: 4429,
  bug: 4500,
} as const

const CREDENTIAL_ENDS: Readonly<Record<CredentialEnd, readonly [code: number, reason: string]>> = {
  invalid: [CLOSE.badCredential, 'Unauthorized'],
  expired: [CLOSE.credentialExpired, 'Credential expired'],
  'access changed': [CLOSE.credentialExpired, 'Access changed'],
}

/** Milliseconds in which whoever read too slowly may still come to read why it is closed. */
const TOO_SLOW_GRACE_MS = 2_000

export interface WebSocketOptions extends OperationOptions {
  readonly connections: Connections
  /** Milliseconds between two pings; who has not answered one by the next is gone. */
  readonly heartbeatMs: number
  /** Bytes beyond which nothing more is added to what waits for a client; then it is closed. */
  readonly bufferLimitBytes: number
  /** Milliseconds for which a client may take nothing while something waits for it; then it is closed. */
  readonly stallMs: number
  readonly authenticate: Authenticate
  /** How far what subscribers were told is behind what is committed. */
  readonly feed: Pick<Feed, 'lagMs'>
  readonly log: Log
}

export interface WebSockets {
  readonly handleProtocols: typeof handleProtocols
  onSocket(socket: WebSocket, request: FastifyRequest): void
  close(): void
}

interface Connection {
  readonly socket: WebSocket
  readonly request: FastifyRequest
  readonly outlet: SocketOutlet
  readonly place: Place
  /** Known once the connection was initialised. */
  viewer: Viewer | undefined
  credential: CredentialWatch | undefined
  /** Subscriptions by their ids. */
  readonly subscriptions: Map<string, Subscription>
}

/** Queries, mutations and subscriptions by the protocol `graphql-transport-ws`. */
export function webSockets(options: WebSocketOptions): WebSockets {
  const { authenticate, connections, metrics, log } = options
  const sockets = new Map<WebSocket, { alive: boolean }>()

  const server = makeServer<Record<string, unknown> | undefined, Connection>({
    onConnect: async ({ connectionParams, extra }) => {
      const { socket, request } = extra
      const authorization = credentialIn(connectionParams) ?? request.headers.authorization
      // While the hub is open, nothing else would keep such a page out.
      if (authorization === undefined && isOfForeignPage(request)) return false
      try {
        const result = await authenticate(authorization)
        if ('error' in result) {
          socket.close(...CREDENTIAL_ENDS[result.reason === 'expired' ? 'expired' : 'invalid'])
          return false
        }
        if (isUninvited(request, { authorization, viewer: result.viewer })) return false
        if (socket.readyState !== socket.OPEN) return false
        const full = extra.place.claim(result.viewer.client)
        if (full !== undefined) {
          connections.refused(full)
          socket.close(CLOSE.tooMany, 'Too many connections')
          return false
        }
        extra.viewer = result.viewer
        extra.credential = new CredentialWatch({
          authorization,
          ...result,
          authenticate,
          log,
          onEnd: (reason) => socket.close(...CREDENTIAL_ENDS[reason]),
        })
        const { expiresAt } = result
        return expiresAt === null ? true : { expiresAt }
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
  }, options.heartbeatMs)
  pings.unref()

  /**
   * A `ping` with a payload `{ authorization }` brings a fresh credential; the `pong` says when that one expires. One with `{ cursors: true }` asks how far the subscriptions of this
   * socket have come. Others are answered as graphql-ws answers them.
   */
  async function answerPing(
    { socket, outlet, credential, subscriptions }: Connection,
    payload: unknown,
  ): Promise<void> {
    const asked = isRecord(payload) ? payload : {}
    const authorization = credentialIn(asked)
    const told: Record<string, unknown> = {}
    if (authorization !== undefined) {
      const renewed = await credential?.renew(authorization)
      Object.assign(told, renewed === undefined ? { renewed: false } : { renewed: true, expiresAt: renewed.expiresAt })
    }
    // What is claimed here was written before this is.
    if (asked.cursors === true) Object.assign(told, { cursors: settledOf(subscriptions), lagMs: options.feed.lagMs })
    const answer = Object.keys(told).length > 0 ? told : payload
    await send(socket, outlet, JSON.stringify({ type: 'pong', ...(answer === undefined ? {} : { payload: answer }) }))
  }

  return {
    handleProtocols,

    onSocket(socket, request) {
      const place = connections.closing
        ? 'closing'
        : connections.enter({
            moveOver: () => socket.close(CLOSE.movedOver, 'Service restart'),
            cut: () => socket.terminate(),
          })
      if (place === 'closing') return socket.close(CLOSE.movedOver, 'Service restart')
      if (typeof place === 'string') return socket.close(CLOSE.tryAgainLater, 'Too many connections')

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
      const connection: Connection = {
        socket,
        request,
        outlet,
        place,
        viewer: undefined,
        credential: undefined,
        subscriptions: new Map(),
      }
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
          onPing: (payload) => answerPing(connection, payload),
        },
        connection,
      )
      socket.once('close', (code, reason) => {
        place.leave()
        connection.credential?.stop()
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
    },
  }
}

/**
 * What graphql-ws is given in place of a client's document, of which it only looks at the type: it keeps it as long as the subscription lasts, and the documents of
 * thousands were a third of what their subscriptions cost.
 */
const SOME_SUBSCRIPTION = parse('subscription { __typename }', { noLocation: true })

/** One operation of a client of this protocol, from its message `subscribe` to its end. */
class SocketOperation {
  readonly #operation: Operation
  readonly #socket: WebSocket
  readonly #outlet: SocketOutlet
  readonly #id: string
  readonly #subscriptions: Connection['subscriptions']
  /** Without the document of a subscription, which nobody needs as long as that lasts. */
  #prepared: Begun | undefined
  /** Of a query or mutation, as the client gets it. */
  result: FormattedExecutionResult | undefined

  constructor(options: WebSocketOptions, connection: Connection, id: string, payload: SubscribePayload) {
    const requestId = randomUUID()
    const { socket, request, outlet, viewer, subscriptions } = connection
    if (viewer === undefined) throw new Error('A socket asks before it said who it is.')
    const log = options.log.child({ requestId, socket: request.id })
    const asking = { viewer, requestId, log, transport: 'socket', wrapping: nextFrames(id) } as const
    this.#operation = new Operation(options, asking, payload)
    this.#socket = socket
    this.#outlet = outlet
    this.#id = id
    this.#subscriptions = subscriptions
  }

  /** What graphql-ws needs to go on, or why it cannot. A subscription is set up when this resolves. */
  async prepare(schema: GraphQLSchema, operationName: string | null | undefined): Promise<Admitted> {
    const prepared = await this.#operation.prepare()
    if (prepared.kind === 'refused') return prepared.errors
    if (prepared.kind === 'subscription') {
      const { kind, subscription } = prepared
      this.#prepared = { kind, subscription }
      this.#subscriptions.set(this.#id, subscription)
      return { schema, document: SOME_SUBSCRIPTION, contextValue: this }
    }
    this.#prepared = prepared
    const { document } = prepared
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
    if (this.#prepared?.kind === 'subscription' && this.#subscriptions.get(this.#id) === this.#prepared.subscription) {
      this.#subscriptions.delete(this.#id)
    }
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
          end()
          return { done: true, value: undefined }
        }
        for (;;) {
          const payload = await subscription.next()
          if (payload === undefined) {
            end()
            return { done: true, value: undefined }
          }
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

/** How far each subscription has come, by its id; those of which something is on its way are left out. */
function settledOf(subscriptions: Connection['subscriptions']): Record<string, string> {
  const told: Record<string, string> = {}
  for (const [id, subscription] of subscriptions) {
    const cursor = subscription.settled?.()
    if (cursor !== undefined) told[id] = cursor
  }
  return told
}

type Begun =
  | Pick<Extract<Prepared, { kind: 'subscription' }>, 'kind' | 'subscription'>
  | Extract<Prepared, { kind: 'single' }>

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

/** `connection_init { authorization }`; GraphiQL passes on what stands under Headers, in whatever case. */
function credentialIn(parameters: Readonly<Record<string, unknown>> | undefined): string | undefined {
  for (const [name, value] of Object.entries(parameters ?? {})) {
    if (name.toLowerCase() === 'authorization' && typeof value === 'string') return value
  }
  return undefined
}
