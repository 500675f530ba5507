import { randomUUID } from 'node:crypto'
import type { ApolloServer } from '@apollo/server'
import type { FastifyRequest } from 'fastify'
import {
  type ExecutionArgs,
  type FormattedExecutionResult,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  parse,
  specifiedRules,
  type ValidationRule,
  validate,
} from 'graphql'
import { handleProtocols, makeServer, type OperationResult, type SubscribePayload } from 'graphql-ws'
import type { WebSocket } from 'ws'
import { accessClass } from '../../core/access/access-class.ts'
import { ANONYMOUS_CLIENT } from '../../core/access/api-keys.ts'
import type { Viewer } from '../../core/access/viewer.ts'
import type { AnswerKnown } from '../answer-known.ts'
import type { Authenticate, Log, OperationContext } from '../context.ts'
import { CodedError, type ErrorCode, formatError, requestScope } from '../errors.ts'
import { type Guard, runGuards } from '../guards/index.ts'
import { requireShallow } from '../guards/nesting.ts'
import type { KnownOperations } from '../known-operations.ts'
import type { Metrics } from '../metrics.ts'
import type { LiveQueries, Subscription } from './live-queries.ts'

/** Codes with which sockets are closed. graphql-ws clients come back after all of them but 4401. */
const CLOSE = {
  /** RFC 6455's registry: the server restarts, connect to another one. */
  movedOver: 1012,
  tryAgainLater: 1013,
  badCredential: 4401,
  credentialExpired: 4410,
  bug: 4500,
} as const

/** Milliseconds between two pings; who has not answered one by the next is gone. */
const PING_MS = 12_000

/** Milliseconds after which a credential is looked at again: a key that is revoked ends its sockets within this time. */
const RECHECK_MS = 30_000

/** The longest that a timer of Node can wait. */
const TIMER_MS_MAX = 2 ** 31 - 1

export interface WebSocketOptions {
  readonly apollo: ApolloServer<OperationContext>
  readonly known: Pick<KnownOperations, 'find'>
  readonly answerKnown: AnswerKnown
  readonly live: LiveQueries
  readonly schema: GraphQLSchema
  readonly validationRules: readonly ValidationRule[]
  readonly tokensMax: number
  readonly guards: readonly Guard[]
  readonly authenticate: Authenticate
  readonly metrics: Metrics
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
      const args = await operation.prepare()
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
      const closed = server.opened(
        {
          protocol: socket.protocol,
          send: (data) => send(socket, data),
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
        { socket, request, viewer: undefined },
      )
      socket.once('close', (code, reason) => {
        sockets.delete(socket)
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

/** One operation of a client, from its message `subscribe` to its end. */
class SocketOperation {
  readonly #options: WebSocketOptions
  readonly #connection: Connection
  readonly #id: string
  readonly #payload: SubscribePayload
  readonly #context: OperationContext
  readonly #abort = new AbortController()
  #subscription: Subscription | undefined
  /** Of a query or mutation, as the client gets it. */
  result: FormattedExecutionResult | undefined

  constructor(options: WebSocketOptions, connection: Connection, id: string, payload: SubscribePayload) {
    const requestId = randomUUID()
    const { viewer } = connection
    if (viewer === undefined) throw new Error('A socket asks before it said who it is.')
    this.#options = options
    this.#connection = connection
    this.#id = id
    this.#payload = payload
    this.#context = {
      viewer,
      requestId,
      atLeast: null,
      signal: this.#abort.signal,
      log: options.log.child({ requestId, socket: connection.request.id }),
      transport: 'socket',
    }
  }

  /** What graphql-ws needs to go on, or why it cannot. A subscription is set up when this resolves. */
  async prepare(): Promise<ExecutionArgs | readonly GraphQLError[]> {
    const startedAt = performance.now()
    const { schema, metrics } = this.#options
    try {
      const { document, operation } = this.#parse()
      if (operation.operation === 'subscription') {
        await this.#subscribe(document, operation)
        const durationMs = performance.now() - startedAt
        metrics.operationSeconds.observe({ type: 'subscription', transport: 'socket' }, durationMs / 1000)
        this.#context.log.info(
          { type: 'subscription', operation: operation.name?.value, durationMs: Math.round(durationMs) },
          'operation',
        )
      }
      return {
        schema,
        document,
        ...(this.#payload.operationName == null ? {} : { operationName: this.#payload.operationName }),
        contextValue: this,
      }
    } catch (error) {
      return this.#refuse(error instanceof Refused ? error.errors : [error])
    }
  }

  run(): OperationResult {
    return this.#subscription === undefined ? this.#execute() : this.#pump(this.#subscription)
  }

  end(): void {
    this.#abort.abort()
    this.#subscription?.close()
  }

  /** The operation, where it was let through before. */
  #findKnown() {
    const { query, operationName, variables } = this.#payload
    const known = this.#options.known.find(query, operationName ?? null)
    return known === undefined || known.variableErrors(variables ?? {}).length > 0 ? undefined : known
  }

  #parse() {
    const known = this.#findKnown()
    if (known !== undefined) return known
    const { query, operationName } = this.#payload
    requireShallow(query, this.#options.tokensMax)
    const document = parse(query, { maxTokens: this.#options.tokensMax })
    const operation = getOperationAST(document, operationName)
    if (operation == null) {
      throw new CodedError(
        'BAD_USER_INPUT',
        'The document has no operation of the name given, or several and no name was given.',
      )
    }
    return { document, operation }
  }

  async #subscribe(
    ...[document, operation]: [ReturnType<typeof parse>, NonNullable<ReturnType<typeof getOperationAST>>]
  ) {
    const { schema, validationRules, guards, live } = this.#options
    const errors = validate(schema, document, [...specifiedRules, ...validationRules])
    if (errors.length > 0) throw new Refused(errors)
    const variables = this.#payload.variables ?? {}
    await runGuards(guards, { document, operation, variables, context: this.#context })
    this.#subscription = await live.subscribe({ document, operation, variables, context: this.#context })
  }

  async #execute() {
    const { socket } = this.#connection
    const abort = () => this.#abort.abort()
    socket.once('close', abort)
    const known = this.#findKnown()
    this.result =
      known === undefined
        ? await this.#askApollo()
        : (await this.#options.answerKnown(known, this.#payload.variables ?? {}, this.#context)).result
    socket.off('close', abort)
    // graphql-ws wants errors of graphql-js; `onNext` puts the formatted result in place of this one.
    return {}
  }

  async #askApollo(): Promise<FormattedExecutionResult> {
    const { apollo } = this.#options
    const { query, operationName, variables } = this.#payload
    const { requestId, log } = this.#context
    const response = await requestScope.run({ requestId, log }, () =>
      apollo.executeOperation(
        {
          query,
          ...(operationName == null ? {} : { operationName }),
          ...(variables == null ? {} : { variables }),
        },
        { contextValue: this.#context },
      ),
    )
    if (response.body.kind !== 'single') throw new Error('An operation over a socket was answered in parts.')
    return response.body.singleResult
  }

  /**
   * Sends the results itself, as they were serialised for all subscribers, and yields none: graphql-ws would serialise each of them again for each
   * subscriber. The next one is fetched when the socket has taken the one before; what changes meanwhile is conflated.
   */
  #pump(subscription: Subscription): AsyncIterableIterator<never> {
    const { socket } = this.#connection
    const tail = `,"id":${JSON.stringify(this.#id)}}`
    const end = () => this.end()

    return {
      next: async () => {
        for (;;) {
          const payload = await subscription.next()
          if (payload === undefined) return { done: true, value: undefined }
          await send(socket, `{"type":"next","payload":${payload}${tail}`)
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

  #refuse(errors: readonly unknown[]): readonly GraphQLError[] {
    const { requestId, log } = this.#context
    const formatted = errors.map((error) => {
      const known =
        error instanceof GraphQLError
          ? error
          : new GraphQLError(errorOf(error).message, { originalError: errorOf(error) })
      // What graphql-js says of a document is about the client's mistake, and has no code of its own.
      const code: ErrorCode | undefined =
        error instanceof GraphQLError && known.extensions.code === undefined ? 'BAD_USER_INPUT' : undefined
      const json = known.toJSON()
      const told = formatError(code === undefined ? json : { ...json, extensions: { code } }, known, { requestId, log })
      this.#options.metrics.errors.inc({ code: String(told.extensions?.code) })
      return new GraphQLError(told.message, {
        nodes: known.nodes ?? null,
        source: known.source ?? null,
        positions: known.positions ?? null,
        path: known.path ?? null,
        extensions: told.extensions ?? null,
      })
    })
    log.info({ codes: [...new Set(formatted.map(({ extensions }) => extensions.code))] }, 'refused')
    return formatted
  }
}

/** Several reasons at once, as validation finds them. */
class Refused extends Error {
  override readonly name = 'Refused'
  readonly errors: readonly GraphQLError[]

  constructor(errors: readonly GraphQLError[]) {
    super('The document is not valid.')
    this.errors = errors
  }
}

function operationOf({ contextValue }: ExecutionArgs): SocketOperation {
  if (contextValue instanceof SocketOperation) return contextValue
  throw new Error('An operation of a socket lost its context.')
}

/** Resolves when the socket has handed the message to the system, or is gone. */
function send(socket: WebSocket, message: string): Promise<void> {
  return new Promise((resolve, reject) => {
    if (socket.readyState !== socket.OPEN) return resolve()
    socket.send(message, (error) => (error == null || socket.readyState !== socket.OPEN ? resolve() : reject(error)))
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

function errorOf(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error))
}
