import { randomUUID } from 'node:crypto'
import { type Client, createClient } from 'graphql-ws'
import pino from 'pino'
import { WebSocket } from 'ws'
import type { Viewer } from '../../core/access/viewer.ts'
import { WebhookQueue } from '../../core/webhooks/queue.ts'
import type { Authenticate } from '../../gateway/context.ts'
import { buildGateway, type Gateway, type GatewayOptions } from '../../gateway/server.ts'
import type { SubgraphPlace } from '../../gateway/subgraph-call.ts'
import { openOutgoing } from '../../outgoing/outgoing.ts'
import { readSupergraph } from '../../schema/index.ts'
import type { DatabaseKind } from '../support/database.ts'
import { ADMIN, openTestHub, type TestHub } from '../support/hub.ts'

export const GATEWAY_CONFIG: GatewayOptions['config'] = {
  bodyLimitBytes: 1024 * 1024,
  queryDepthMax: 20,
  queryTokensMax: 10_000,
  requestTimeoutMs: 2_000,
  connectionsMax: 1_000,
  connectionsPerClientMax: 1_000,
  subscriptionsMax: 1_000,
  subscriptionsPerClientMax: 1_000,
  heartbeatMs: 12_000,
  moveOverSpreadMs: 200,
  shutdownGraceMs: 1_000,
  socketBufferLimitBytes: 8 * 1024 * 1024,
  socketStallMs: 30_000,
  webhookTimeoutMs: 2_000,
  webhookRetryMsMax: 100,
  webhookDisableSeconds: 3_600,
}

/** Who each credential of the tests belongs to; without one, everybody is admin. */
export const VIEWERS = {
  admin: ADMIN,
  operator: { kind: 'operator', client: 'desk', channels: null, scopes: [] },
  partner: { kind: 'partner', client: 'market', channels: ['web'], scopes: [] },
  shy: { kind: 'partner', client: 'shy market', channels: ['shy'], scopes: [] },
  stranger: { kind: 'partner', client: 'other market', channels: ['elsewhere'], scopes: [] },
  storefront: { kind: 'storefront', client: 'shop', channels: ['web'], scopes: [] },
} as const satisfies Record<string, Viewer>

const authenticate: Authenticate = async (authorization) => {
  if (authorization === undefined) return { viewer: ADMIN, expiresAt: null }
  const name = authorization.replace('Bearer ', '')
  const found = Object.entries(VIEWERS).find(([key]) => key === name)
  if (found === undefined) return { error: 'UNAUTHENTICATED', reason: 'invalid', message: 'The API key is unknown.' }
  return { viewer: found[1], expiresAt: null }
}

export interface Answer {
  readonly status: number
  readonly headers: Headers
  // What comes back is whatever the test asked for.
  readonly data: ReturnType<typeof JSON.parse>
  readonly errors: readonly {
    message: string
    path?: (string | number)[]
    extensions: { code: string; requestId: string }
  }[]
  readonly extensions: Record<string, unknown> | undefined
}

/** A subscription whose results are waited for one by one. */
export class TestSubscription implements AsyncDisposable {
  readonly client: Client
  readonly #results: ReturnType<Client['iterate']>
  /** Asked for, and not come in time: the next question is about the same result. */
  #asked: ReturnType<ReturnType<Client['iterate']>['next']> | undefined
  /** Everything that came so far. */
  readonly seen: ReturnType<typeof JSON.parse>[] = []

  constructor(client: Client, query: string, variables: Record<string, unknown>) {
    this.client = client
    this.#results = client.iterate({ query, variables })
  }

  /** The next result; throws when none comes in time. */
  async next(timeoutMs = 5_000): Promise<ReturnType<typeof JSON.parse>> {
    const late = new Promise<never>((_, reject) => {
      setTimeout(() => reject(new Error(`No result came within ${timeoutMs} ms.`)), timeoutMs).unref()
    })
    this.#asked ??= this.#results.next()
    const { value, done } = await Promise.race([this.#asked, late])
    this.#asked = undefined
    if (done === true) throw new Error('The subscription has ended.')
    this.seen.push(value)
    return value
  }

  /** The next so many results. */
  async take(count: number): Promise<ReturnType<typeof JSON.parse>[]> {
    const taken = []
    for (let index = 0; index < count; index++) taken.push(await this.next())
    return taken
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.client.dispose()
  }
}

/** The gateway over a hub, on a real port, and the ways in which clients ask it. */
export class TestGateway implements AsyncDisposable {
  readonly hub: TestHub
  readonly gateway: Gateway
  readonly url: string
  readonly #close: () => Promise<void>

  constructor(hub: TestHub, gateway: Gateway, url: string, close: () => Promise<void>) {
    this.hub = hub
    this.gateway = gateway
    this.url = url
    this.#close = close
  }

  async query(query: string, variables: Record<string, unknown> = {}, viewer?: string): Promise<Answer> {
    return this.post({ query, variables }, viewer === undefined ? {} : { authorization: `Bearer ${viewer}` })
  }

  async post(body: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    const response = await fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    })
    const answer: ReturnType<typeof JSON.parse> = await response.json()
    return {
      status: response.status,
      headers: response.headers,
      data: answer.data,
      errors: answer.errors ?? [],
      extensions: answer.extensions,
    }
  }

  async mutate(
    mutation: string,
    input: Record<string, unknown>,
    selection: string,
  ): Promise<ReturnType<typeof JSON.parse>> {
    const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input!`
    const query = `mutation ($input: ${type}) { ${mutation}(input: $input) { ${selection} userErrors { code message } cursor } }`
    const { data, errors } = await this.query(query, { input: { idempotencyKey: randomUUID(), ...input } })
    if (errors.length > 0) throw new Error(JSON.stringify(errors))
    return data[mutation]
  }

  client(options: { viewer?: string; onClosed?: (code: number) => void } = {}): Client {
    return createClient({
      url: `${this.url.replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      retryAttempts: 0,
      ...(options.viewer === undefined ? {} : { connectionParams: { authorization: `Bearer ${options.viewer}` } }),
      on: {
        closed: (event) => {
          if (typeof event === 'object' && event !== null && 'code' in event) options.onClosed?.(Number(event.code))
        },
      },
    })
  }

  subscribe(query: string, variables: Record<string, unknown> = {}, viewer?: string): TestSubscription {
    return new TestSubscription(this.client(viewer === undefined ? {} : { viewer }), query, variables)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#close()
  }
}

export interface TestGatewayOptions {
  readonly config?: Partial<GatewayOptions['config']>
  readonly authenticate?: Authenticate
  /** Changes where subgraphs are found. */
  readonly places?: (places: Record<string, SubgraphPlace>) => Record<string, SubgraphPlace>
  /** Delivers webhooks, to this machine as well. `isOpen` is asked whether credentials matter; they do not unless told otherwise. */
  readonly webhooks?: { readonly isOpen?: () => Promise<boolean> }
}

/** `await using gateway = await openTestGateway('pglite')`. */
export async function openTestGateway(kind: DatabaseKind, options: TestGatewayOptions = {}): Promise<TestGateway> {
  const hub = await openTestHub(kind)
  const gateway = await startTestGateway(hub, options)
  return new TestGateway(hub, gateway.gateway, gateway.url, async () => {
    await gateway[Symbol.asyncDispose]()
    await hub[Symbol.asyncDispose]()
  })
}

/** A gateway, or one more, on a hub that outlives it. */
export async function startTestGateway(hub: TestHub, options: TestGatewayOptions = {}): Promise<TestGateway> {
  const places: Record<string, SubgraphPlace> = Object.fromEntries(
    Object.entries(hub.subgraphs).map(([name, subgraph]) => [name, { call: subgraph.execute }]),
  )
  const outgoing = options.webhooks === undefined ? undefined : openOutgoing({ allowed: ['127.0.0.0/8'] })
  const gateway = await buildGateway({
    config: { ...GATEWAY_CONFIG, ...options.config },
    supergraphSdl: readSupergraph(),
    subgraphs: options.places?.(places) ?? places,
    authenticate: options.authenticate ?? authenticate,
    signViewer: hub.tokens.sign,
    feed: hub.feed,
    cursors: hub.cursors,
    ...(outgoing === undefined
      ? {}
      : {
          webhooks: {
            queue: new WebhookQueue({ db: hub.db.kysely, secrets: hub.secrets }),
            outgoing,
            isOpen: options.webhooks?.isOpen ?? (async () => true),
          },
        }),
    log: pino({ level: process.env.GATEWAY_LOG ?? 'silent' }),
  })
  const url = await gateway.listen({ host: '127.0.0.1', port: 0 })
  return new TestGateway(hub, gateway, url, async () => {
    await gateway.close()
    await outgoing?.close()
  })
}
