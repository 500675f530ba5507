import Fastify, { type FastifyInstance, type InjectOptions } from 'fastify'
import { getOperationAST, parse } from 'graphql'
import pino from 'pino'
import { Registry } from 'prom-client'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { admission } from '../../gateway/admission.ts'
import { answerKnown } from '../../gateway/answer-known.ts'
import { buildApollo } from '../../gateway/apollo.ts'
import { CodedError } from '../../gateway/errors.ts'
import { accessGuard, readAccessRules } from '../../gateway/guards/access.ts'
import { maxDepthRule } from '../../gateway/guards/depth.ts'
import type { Guard } from '../../gateway/guards/index.ts'
import { identifier } from '../../gateway/identify.ts'
import { KnownOperations } from '../../gateway/known-operations.ts'
import { gatewayMetrics } from '../../gateway/metrics.ts'
import { graphqlRoute } from '../../gateway/routes/graphql.ts'
import type { SubgraphPlace, SubgraphResponse } from '../../gateway/subgraph-call.ts'
import { loadSupergraph } from '../../gateway/supergraph.ts'
import { readSupergraph } from '../../schema/index.ts'
import { Chance } from '../execution/chance.ts'
import { corpus } from '../execution/corpus.ts'
import { randomVariables } from '../execution/random-operation.ts'
import { Replay } from '../execution/replay.ts'
import { openTestHub, type TestHub } from '../support/hub.ts'
import { GATEWAY_CONFIG, VIEWERS } from './support.ts'

const log = pino({ level: 'silent' })

type Kind = keyof typeof VIEWERS

/** The same gateway twice: one knows what it has let through, the other asks Apollo Server about everything. */
class BothWays implements AsyncDisposable {
  readonly #hub: TestHub
  readonly #short: FastifyInstance
  readonly #long: FastifyInstance
  readonly schema: ReturnType<typeof loadSupergraph>['schema']
  /** Operations that took the short way. */
  taken = 0
  replay = new Replay()
  /** What every subgraph answers, while it is set. */
  nonsense: SubgraphResponse | undefined
  /** Thrown at whoever asks, while it is set. */
  refusal: Error | undefined

  private constructor(hub: TestHub, short: FastifyInstance, long: FastifyInstance, schema: BothWays['schema']) {
    this.#hub = hub
    this.#short = short
    this.#long = long
    this.schema = schema
  }

  static async open(): Promise<BothWays> {
    const hub = await openTestHub('pglite')
    await hub.shop(['MUG', 'CUP'], ['BER', 'LEJ'])
    await hub.count('MUG', 'BER', 7)

    let both: BothWays | undefined
    const places = Object.entries(hub.subgraphs).map(([name, { execute }]): [string, SubgraphPlace] => [
      name,
      {
        call: async (request, caller) => {
          const { nonsense, replay } = both ?? fail()
          return nonsense === undefined ? replay.of(name, execute)(request, caller) : structuredClone(nonsense)
        },
      },
    ])
    const metrics = gatewayMetrics(new Registry(), hub.feed)
    const supergraphSdl = readSupergraph()
    const supergraph = loadSupergraph({
      supergraphSdl,
      subgraphs: Object.fromEntries(places),
      signViewer: hub.tokens.sign,
      timeoutMs: 1_000,
      metrics,
      log,
    })
    const refuse: Guard = () => {
      if (both?.refusal !== undefined) throw both.refusal
    }
    const guards = [refuse, accessGuard(supergraph.schema, readAccessRules(supergraphSdl))]
    const admit = admission({ guards, cursors: hub.cursors, metrics })
    const known = new KnownOperations(metrics)
    const apollo = buildApollo({
      supergraph,
      supergraphSdl,
      known,
      admission: admit,
      validationRules: [maxDepthRule(GATEWAY_CONFIG.queryDepthMax)],
      tokensMax: GATEWAY_CONFIG.queryTokensMax,
      log,
    })
    await apollo.start()
    const answer = answerKnown({ admission: admit, execute: supergraph.execute })

    const build = async (find: KnownOperations['find']) => {
      const app = Fastify({ genReqId: () => 'the-request', bodyLimit: GATEWAY_CONFIG.bodyLimitBytes })
      graphqlRoute(app, {
        apollo,
        known: { find },
        answerKnown: (...asked) => {
          if (both !== undefined) both.taken++
          return answer(...asked)
        },
        identifier: identifier(async (authorization = 'admin') => ({
          viewer: viewerOf(authorization),
          expiresAt: null,
        })),
        answerInParts: () => undefined,
        bodyLimitBytes: GATEWAY_CONFIG.bodyLimitBytes,
        tokensMax: GATEWAY_CONFIG.queryTokensMax,
        onSocket: () => {},
      })
      await app.ready()
      return app
    }
    const short = await build((source, name) => known.find(source, name))
    both = new BothWays(hub, short, await build(() => undefined), supergraph.schema)
    return both
  }

  /** Asks by the long way, then the same by the short one. */
  async ask(request: InjectOptions) {
    this.taken = 0
    const [long, short] = [await told(this.#long, request), await told(this.#short, request)]
    return { long, short, taken: this.taken === 1 }
  }

  async post(body: unknown, headers: Record<string, string> = {}) {
    const payload = typeof body === 'string' ? body : JSON.stringify(body)
    return this.ask({
      method: 'POST',
      url: '/graphql',
      headers: { 'content-type': 'application/json', ...headers },
      payload,
    })
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#short.close()
    await this.#long.close()
    await this.#hub[Symbol.asyncDispose]()
  }
}

function fail(): never {
  throw new Error('Somebody asks before the test is ready.')
}

function viewerOf(authorization: string) {
  const found = Object.entries(VIEWERS).find(([name]) => name === authorization.replace('Bearer ', ''))
  return found?.[1] ?? VIEWERS.admin
}

/** Everything that a client gets, but for the time of day. */
async function told(app: FastifyInstance, request: InjectOptions) {
  const { statusCode, headers, body } = await app.inject(request)
  const { date: _, ...others } = headers
  return { statusCode, headers: others, body }
}

// Goal: what is known is answered as what is not. Method: every request by both ways, with the same answers of the subgraphs.
describe('the short way of known operations', () => {
  let both: BothWays
  beforeAll(async () => {
    both = await BothWays.open()
  })
  afterAll(() => both[Symbol.asyncDispose]())

  test.each(corpus())('$name', async ({ name, source }) => {
    const operation = getOperationAST(parse(source))
    if (operation == null) throw new Error('The test has no operation.')
    const kinds: Kind[] = ['admin', 'operator', 'partner', 'stranger', 'storefront']
    both.replay = new Replay()
    let refused = 0
    for (const kind of kinds) {
      const variables = randomVariables(both.schema, operation, new Chance(`${name} ${kind}`))
      const { long, short, taken } = await both.post({ query: source, variables }, { authorization: `Bearer ${kind}` })
      expect(short).toEqual(long)
      if (!taken) refused++
    }
    // All others are known once the admin had them executed; which values do not fit is a matter of chance.
    if (operation.variableDefinitions?.length === 0) expect(refused).toBe(0)
    expect(refused).toBeLessThan(kinds.length)
  })

  const QUERY = 'query A($sku: ID!) { item(sku: $sku) { title } } query B { viewer { kind } }'
  const ask = { query: QUERY, operationName: 'A', variables: { sku: 'MUG' } }

  test.each<[string, boolean, unknown, Record<string, string>?]>([
    ['is taken by the second of two', true, ask],
    ['and by another operation of the document', true, { query: QUERY, operationName: 'B' }],
    [
      'with null for what is not given',
      true,
      { query: '{ viewer { kind } }', variables: null, operationName: null, extensions: null },
    ],
    ['with extensions that nobody asks for', true, { ...ask, extensions: { clientLibrary: { name: 'x' } } }],
    ['not with a persisted query', false, { ...ask, extensions: { persistedQuery: { version: 1, sha256Hash: 'x' } } }],
    ['not with extensions of another shape', false, { ...ask, extensions: 'x' }],
    ['not without the name of one of two', false, { query: QUERY, variables: { sku: 'MUG' } }],
    ['not with an empty name', false, { ...ask, operationName: '' }],
    ['not with the name of none', false, { ...ask, operationName: 'C' }],
    ['not with a name that is none', false, { ...ask, operationName: 7 }],
    ['not without a variable', false, { query: QUERY, operationName: 'A' }],
    ['not with a variable of another type', false, { ...ask, variables: { sku: { no: 'id' } } }],
    ['not with variables as text', false, { ...ask, variables: '{"sku":"MUG"}' }],
    ['not with variables as a list', false, { ...ask, variables: ['MUG'] }],
    ['with a variable that nobody uses', true, { ...ask, variables: { sku: 'MUG', more: [1] } }],
    ['not in a batch', false, [ask, ask]],
    ['not without a query', false, { variables: {} }],
    ['not with a query that is none', false, { query: { kind: 'Document' } }],
    ['not for a subscription', false, { query: 'subscription { availabilityChanged(channelId: "web") { sku } }' }],
    ['not for what is not valid', false, { query: '{ viewer { shoeSize } }' }],
    ['not for what does not parse', false, { query: '{ viewer { ' }],
    ['not for what is too deep', false, { query: `{ viewer ${'{ a '.repeat(300)}` }],
    ['not as text', false, JSON.stringify(ask), { 'content-type': 'text/plain' }],
    [
      'not as text that may pass',
      false,
      JSON.stringify(ask),
      { 'content-type': 'text/plain', 'apollo-require-preflight': '1' },
    ],
    ['with a charset', true, ask, { 'content-type': 'application/json; charset=utf-8' }],
    ['for whoever accepts anything', true, ask, { accept: '*/*' }],
    ['for whoever accepts JSON', true, ask, { accept: 'application/json' }],
    [
      'for whoever prefers the newer type',
      true,
      ask,
      { accept: 'application/graphql-response+json, application/json;q=0.9' },
    ],
    [
      'for whoever prefers the older type',
      true,
      ask,
      { accept: 'application/graphql-response+json;q=0.5, application/json' },
    ],
    ['not for whoever accepts neither', false, ask, { accept: 'text/html' }],
    ['not for whoever accepts a stream', false, ask, { accept: 'text/event-stream' }],
    ['not for whoever accepts too much', false, ask, { accept: `application/json${', text/html'.repeat(30)}` }],
  ])('%s', async (_what, isTaken, body, headers = {}) => {
    both.replay = new Replay()
    // Twice, so that whatever there is to know is known.
    await both.post(body, headers)
    const { long, short, taken } = await both.post(body, headers)
    expect(short).toEqual(long)
    expect(taken).toBe(isTaken)
  })

  test('is for POST', async () => {
    const url = `/graphql?query=${encodeURIComponent('{ viewer { kind } }')}`
    for (const headers of [{}, { 'content-type': 'application/json' }]) {
      const { long, short, taken } = await both.ask({ method: 'GET', url, headers })
      expect([short, taken]).toEqual([long, false])
    }
  })

  test.each<[string, number, SubgraphResponse]>([
    ['text for an object', 400, { data: { item: 'MUG' } }],
    ['null for what must not be null', 200, { data: { item: { title: null } } }],
    ['nothing', 200, {}],
    [
      'an error with a status',
      418,
      { errors: [{ message: 'No.', extensions: { code: 'FORBIDDEN', http: { status: 418 } } }] },
    ],
    ['an error without a code', 200, { errors: [{ message: 'No.', path: ['item'] }] }],
  ])('says the same of a subgraph that answers %s', async (_what, status, nonsense) => {
    await both.post(ask)
    both.nonsense = nonsense
    const { long, short, taken } = await both.post(ask)
    both.nonsense = undefined
    expect([short, taken]).toEqual([long, true])
    expect(short.statusCode).toBe(status)
  })

  test('asks the guards each time, and refuses as Apollo Server does', async () => {
    await both.post(ask)
    const refusals = [
      new CodedError('RATE_LIMITED', 'Too much.', { status: 429 }),
      new CodedError('FORBIDDEN', 'No.'),
      new Error('A guard broke.'),
    ]
    for (const refusal of refusals) {
      both.refusal = refusal
      const { long, short, taken } = await both.post(ask)
      expect([short, taken]).toEqual([long, true])
      expect(short.statusCode).toBe(refusal.message === 'Too much.' ? 429 : 500)
    }
    both.refusal = undefined
  })
})
