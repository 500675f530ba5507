import { randomUUID } from 'node:crypto'
import websocket from '@fastify/websocket'
import Fastify, { type FastifyError, type FastifyInstance, LogController } from 'fastify'
import { Registry } from 'prom-client'
import type { Viewer } from '../core/access/viewer.ts'
import type { Config } from '../core/config.ts'
import type { CursorCodec } from '../core/feed/cursor.ts'
import type { Feed } from '../core/feed/listener.ts'
import { admission } from './admission.ts'
import { answerKnown } from './answer-known.ts'
import { buildApollo } from './apollo.ts'
import { type Authenticate, type Log, REQUEST_ID_HEADER, type SignViewer } from './context.ts'
import { discardBody } from './discard-body.ts'
import { errorBody } from './errors.ts'
import { accessGuard, readAccessRules } from './guards/access.ts'
import { maxDepthRule } from './guards/depth.ts'
import { maxFieldsRule } from './guards/fields.ts'
import type { Guard } from './guards/index.ts'
import { identifier } from './identify.ts'
import { KnownOperations } from './known-operations.ts'
import { gatewayMetrics } from './metrics.ts'
import { answerInParts } from './routes/answer-in-parts.ts'
import { asyncApiRoute } from './routes/asyncapi.ts'
import { graphiqlRoutes } from './routes/graphiql.ts'
import { graphqlRoute } from './routes/graphql.ts'
import { healthRoutes, type Problem } from './routes/health.ts'
import { streamRoute } from './routes/stream.ts'
import type { SubgraphPlace } from './subgraph-call.ts'
import { Connections } from './subscriptions/connections.ts'
import { isStream } from './subscriptions/http-stream.ts'
import { httpStreams } from './subscriptions/http-streams.ts'
import { Places } from './subscriptions/places.ts'
import { subscriptions } from './subscriptions/subscriptions.ts'
import { webSockets } from './subscriptions/ws-server.ts'
import { loadSupergraph } from './supergraph.ts'
import { followWith } from './webhooks/follow.ts'
import { webhookGuard } from './webhooks/webhook-guard.ts'
import { deliverWebhooks, type WebhooksOptions } from './webhooks/webhooks.ts'

export interface GatewayOptions {
  readonly config: Pick<
    Config,
    | 'bodyLimitBytes'
    | 'queryDepthMax'
    | 'queryTokensMax'
    | 'requestTimeoutMs'
    | 'socketBufferLimitBytes'
    | 'socketStallMs'
    | 'connectionsMax'
    | 'connectionsPerClientMax'
    | 'subscriptionsMax'
    | 'subscriptionsPerClientMax'
    | 'heartbeatMs'
    | 'moveOverSpreadMs'
    | 'webhookTimeoutMs'
    | 'webhookRetryMsMax'
    | 'webhookDisableSeconds'
    | 'shutdownGraceMs'
  >
  readonly supergraphSdl: string
  /** Where each subgraph of the supergraph answers. */
  readonly subgraphs: Readonly<Record<string, SubgraphPlace>>
  readonly authenticate: Authenticate
  /** Only asked for subgraphs in other processes. */
  readonly signViewer: SignViewer
  readonly feed: Feed
  readonly cursors: CursorCodec
  /** What webhooks are delivered by. Absent: none are stored or delivered here. */
  readonly webhooks?: Pick<WebhooksOptions, 'queue' | 'outgoing' | 'isOpen'>
  /** What else must work for the hub to be ready, such as the database. */
  readonly problems?: () => Promise<readonly Problem[]>
  /** For parts of the same process that have something to tell at `/metrics`. */
  readonly registry?: Registry
  readonly log: Log
}

export interface Gateway {
  /** Takes further routes until it listens. */
  readonly app: FastifyInstance
  /** Resolves with the address, such as `http://127.0.0.1:4000`. */
  listen(address: { readonly host: string; readonly port: number }): Promise<string>
  /** Asks all clients that hold a connection to connect anew, one after another, so that they spread over the processes that there are now. */
  moveOver(): Promise<void>
  /** Takes nothing new, tells sockets to move over, lets requests finish within the grace period. Calling it again does nothing. */
  close(): Promise<void>
}

/** Longer is no answer to "are you ready". */
const READY_TIMEOUT_MS = 2_000

/** Milliseconds until a delivery that failed once is tried again. */
const WEBHOOK_RETRY_MS_MIN = 1_000

/** For what the gateway asks on its own account. */
const GATEWAY_VIEWER: Viewer = { kind: 'admin', client: 'gateway', channels: null, scopes: [] }

/** Builds the gateway; it listens only when told to. Reads no environment. */
export async function buildGateway(options: GatewayOptions): Promise<Gateway> {
  const { config, supergraphSdl, subgraphs, authenticate, signViewer, feed, cursors, log } = options
  const metrics = gatewayMetrics(options.registry ?? new Registry(), feed)
  const supergraph = loadSupergraph({
    supergraphSdl,
    subgraphs,
    signViewer,
    timeoutMs: config.requestTimeoutMs,
    metrics,
    log,
  })
  // As many fields as tokens: without fragments there cannot be more.
  const validationRules = [maxDepthRule(config.queryDepthMax), maxFieldsRule(config.queryTokensMax)]
  const { webhooks } = options
  const guards: readonly Guard[] = [
    accessGuard(supergraph.schema, readAccessRules(supergraphSdl)),
    ...(webhooks === undefined ? [] : [webhookGuard(supergraph.schema, () => follow, webhooks.outgoing)]),
  ]
  const admit = admission({ guards, cursors, metrics })
  const known = new KnownOperations(metrics)
  const tokensMax = config.queryTokensMax
  const apollo = buildApollo({ supergraph, supergraphSdl, known, admission: admit, validationRules, tokensMax, log })
  await apollo.start()
  const answer = answerKnown({ admission: admit, execute: supergraph.execute })

  const live = subscriptions({ supergraph, feed, cursors, viewer: GATEWAY_VIEWER, metrics, log })
  const connections = new Connections(
    { max: config.connectionsMax, perClientMax: config.connectionsPerClientMax },
    metrics,
  )
  const long = {
    connections,
    subscriptions: new Places({ max: config.subscriptionsMax, perClientMax: config.subscriptionsPerClientMax }),
    heartbeatMs: config.heartbeatMs,
    apollo,
    known,
    answerKnown: answer,
    live,
    schema: supergraph.schema,
    validationRules,
    tokensMax,
    guards,
    authenticate,
    feed,
    bufferLimitBytes: config.socketBufferLimitBytes,
    stallMs: config.socketStallMs,
    metrics,
    log,
  }
  const follow = followWith(long, log)
  const sockets = webSockets(long)
  const streams = httpStreams(long)

  const app = Fastify({
    loggerInstance: log,
    genReqId: (request) => saneRequestId(request.headers[REQUEST_ID_HEADER]) ?? randomUUID(),
    // One line for each request, below: Fastify's own are two.
    logController: new LogController({ requestIdLogLabel: 'requestId', disableRequestLogging: true }),
    forceCloseConnections: 'idle',
    // What still comes over connections that are open is answered, and its connection closed.
    return503OnClosing: false,
    bodyLimit: config.bodyLimitBytes,
  })
  await app.register(websocket, {
    options: { maxPayload: config.bodyLimitBytes, handleProtocols: sockets.handleProtocols, perMessageDeflate: false },
    preClose: (done) => {
      // Whoever is asked to connect anew shall not come back to here.
      app.server.close()
      sockets.close()
      // The other half of the grace period is for those who are slow to go.
      connections.close(Math.min(config.moveOverSpreadMs, config.shutdownGraceMs / 2)).then(() => done(), done)
    },
    errorHandler: (error, socket, request) => {
      request.log.debug({ err: error }, 'A socket broke')
      // For a message that is too long, or is none, the client is being told why by its close code.
      if (socket.readyState !== socket.CLOSING) socket.terminate()
    },
  })

  app.addHook('onRequest', (request, reply, done) => {
    reply.header(REQUEST_ID_HEADER, request.id)
    done()
  })
  app.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'none'
    const { method } = request
    const status = String(reply.statusCode)
    if (!isStream(reply)) metrics.httpSeconds.observe({ method, route, status }, reply.elapsedTime / 1000)
    request.log.debug({ method, route, status: reply.statusCode, durationMs: Math.round(reply.elapsedTime) }, 'request')
    done()
  })
  app.setErrorHandler<FastifyError>(async (error, request, reply) => {
    const status = error.statusCode ?? 500
    if (status < 500) {
      // Whoever is still sending would not come to read the answer.
      if (await discardBody(request.raw)) reply.removeHeader('connection')
      else reply.header('connection', 'close')
      return reply
        .code(status)
        .send(errorBody('BAD_USER_INPUT', clientMistake(error, config.bodyLimitBytes), request.id))
    }
    request.log.error({ err: error }, 'A request failed')
    return reply
      .code(status)
      .send(errorBody('INTERNAL_SERVER_ERROR', 'Something went wrong inside the hub.', request.id))
  })
  app.setNotFoundHandler((request, reply) =>
    reply
      .code(404)
      .send(errorBody('BAD_USER_INPUT', `There is nothing at ${request.method} ${pathOf(request.url)}.`, request.id)),
  )

  async function problems(): Promise<readonly Problem[]> {
    const [own, reachable] = await Promise.all([options.problems?.() ?? [], supergraph.unreachable(READY_TIMEOUT_MS)])
    return [
      ...own,
      ...reachable.map((name) => ({ part: `subgraph ${name}`, message: 'It does not answer.' })),
      ...(feed.lagMs > FEED_LAG_MS_MAX
        ? [{ part: 'feed', message: `It is ${Math.round(feed.lagMs / 1000)} s behind.` }]
        : []),
    ]
  }

  const delivery =
    webhooks === undefined
      ? undefined
      : deliverWebhooks({
          ...webhooks,
          follow,
          settings: {
            timeoutMs: config.webhookTimeoutMs,
            retryMsMin: Math.min(WEBHOOK_RETRY_MS_MIN, config.webhookRetryMsMax),
            retryMsMax: config.webhookRetryMsMax,
            disableMs: config.webhookDisableSeconds * 1_000,
          },
          metrics,
          log,
        })

  const { bodyLimitBytes } = config
  const who = identifier(authenticate)
  graphqlRoute(app, {
    apollo,
    known,
    answerKnown: answer,
    identifier: who,
    bodyLimitBytes,
    tokensMax,
    answerInParts: answerInParts({ identifier: who, streams }),
    onSocket: sockets.onSocket,
  })
  streamRoute(app, { identifier: who, streams, bodyLimitBytes })
  healthRoutes(app, { problems, feed, registry: metrics.registry })
  graphiqlRoutes(app)
  asyncApiRoute(app)
  app.get('/', { logLevel: 'warn' }, (_request, reply) => reply.redirect('/graphiql'))

  let closing: Promise<void> | undefined
  async function shutDown(): Promise<void> {
    const deadline = setTimeout(() => {
      connections.cut()
      app.server.closeAllConnections()
    }, config.shutdownGraceMs)
    await Promise.all([app.close(), delivery?.close()])
    clearTimeout(deadline)
    live.close()
    await apollo.stop()
    await supergraph.close()
  }

  return {
    app,
    listen: (address) => app.listen({ ...address }),
    moveOver: () => connections.moveOver(config.moveOverSpreadMs),
    close: () => {
      closing ??= shutDown()
      return closing
    },
  }
}

/** Milliseconds that the feed may be behind before the hub is not ready: subscribers hear nothing new then. */
const FEED_LAG_MS_MAX = 10_000

/** An id that a client or proxy chose is taken when it can stand in a header and a log line as it is. */
function saneRequestId(given: string | string[] | undefined): string | undefined {
  return typeof given === 'string' && /^[\w.:@/+=-]{1,128}$/.test(given) ? given : undefined
}

function clientMistake(error: FastifyError, bodyLimitBytes: number): string {
  switch (error.code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return `The body is larger than the ${bodyLimitBytes} bytes that are allowed.`
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return 'The content type is not one that can be read here; GraphQL takes application/json.'
    default:
      return error.message
  }
}

function pathOf(url: string): string {
  return url.split('?', 1)[0] ?? url
}
