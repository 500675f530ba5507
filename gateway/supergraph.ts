// Turns Apollo's telemetry off, which it looks at when a gateway is made.
import '../core/config.ts'
import { ApolloGateway, type GraphQLDataSource } from '@apollo/gateway'
import type { ApolloServerOptionsWithGateway } from '@apollo/server'
import type { GraphQLSchema } from 'graphql'
import type { Log, OperationContext, SignViewer } from './context.ts'
import { dataSource, NOBODY, type SubgraphSource } from './data-source.ts'
import { directSource } from './data-source-direct.ts'
import { HttpSource } from './data-source-http.ts'
import { CodedError } from './errors.ts'
import type { Metrics } from './metrics.ts'
import type { SubgraphPlace } from './subgraph-call.ts'

export type Executor = ApolloGateway['executor']
export type ExecutorRequest = Parameters<Executor>[0]
type ExecutorResult = Awaited<ReturnType<Executor>>

export interface SupergraphOptions {
  readonly supergraphSdl: string
  readonly subgraphs: Readonly<Record<string, SubgraphPlace>>
  readonly signViewer: SignViewer
  readonly timeoutMs: number
  readonly metrics: Metrics
  readonly log: Log
}

export interface Supergraph {
  /** What Apollo Server takes in place of an `ApolloGateway`. */
  readonly gateway: ApolloServerOptionsWithGateway<OperationContext>['gateway']
  /** Plans and executes an operation; the same for requests and for live queries. */
  readonly execute: Executor
  /** What clients see. Throws before Apollo Server has started. */
  schema(): GraphQLSchema
  /** Names of the subgraphs that do not answer the simplest of questions within that time. */
  unreachable(timeoutMs: number): Promise<string[]>
  close(): Promise<void>
}

/** The Apollo gateway on a composed supergraph, with our own way to each subgraph. */
export function loadSupergraph({
  supergraphSdl,
  subgraphs,
  signViewer,
  timeoutMs,
  metrics,
  log,
}: SupergraphOptions): Supergraph {
  const sources = new Map<string, SubgraphSource>()

  const gateway = new ApolloGateway({
    supergraphSdl,
    logger: quiet(log),
    // Query plans tell how the house is built.
    __exposeQueryPlanExperimental: false,
    buildService: ({ name }) => {
      const place = subgraphs[name]
      if (place === undefined) throw new Error(`The supergraph has a subgraph "${name}" and nobody said where it is.`)
      const source =
        'call' in place
          ? directSource(place.call)
          : new HttpSource({ name, url: place.url, signViewer, timeoutMs, log })
      sources.set(name, source)
      return timed(dataSource(source), name, metrics)
    },
  })

  async function answers(source: SubgraphSource, signal: AbortSignal): Promise<boolean> {
    const gaveUp = new Promise<boolean>((resolve) =>
      signal.addEventListener('abort', () => resolve(false), { once: true }),
    )
    const request = { query: '{ __typename }', variables: {}, operationName: undefined }
    const asked = source.ask(request, { viewer: NOBODY, requestId: 'readyz', atLeast: null }, signal).then(
      ({ errors }) => errors === undefined,
      () => false,
    )
    return Promise.race([asked, gaveUp])
  }

  async function execute(request: ExecutorRequest): Promise<ExecutorResult> {
    return withIncompleteAsErrors(await gateway.executor(request))
  }

  return {
    gateway: {
      load: async (options) => {
        await gateway.load(options)
        return { executor: execute }
      },
      onSchemaLoadOrUpdate: (callback) => gateway.onSchemaLoadOrUpdate(callback),
      stop: () => gateway.stop(),
    },
    execute,
    schema: () => {
      if (gateway.schema === undefined) throw new Error('The supergraph was not loaded yet.')
      return gateway.schema
    },
    unreachable: async (timeoutMs) => {
      const signal = AbortSignal.timeout(timeoutMs)
      const found = await Promise.all(
        [...sources].map(async ([name, source]) => ((await answers(source, signal)) ? [] : [name])),
      )
      return found.flat()
    },
    close: async () => {
      await Promise.all([...sources.values()].map((source) => source.close()))
    },
  }
}

/**
 * Where a subgraph leaves out what cannot be null, the gateway makes the parent null and says so in `extensions.valueCompletion` only. Clients look at
 * `errors`.
 */
function withIncompleteAsErrors(result: ExecutorResult): ExecutorResult {
  const { valueCompletion, ...extensions } = result.extensions ?? {}
  if (!Array.isArray(valueCompletion) || valueCompletion.length === 0) return result
  const errors = valueCompletion.map(
    ({ message, path }: { message?: unknown; path?: readonly (string | number)[] }) =>
      new CodedError('INTERNAL_SERVER_ERROR', `A part of the answer is missing: ${String(message)}`, {
        path: path ?? null,
      }),
  )
  return {
    ...(result.data === undefined ? {} : { data: result.data }),
    errors,
    ...(Object.keys(extensions).length === 0 ? {} : { extensions }),
  }
}

function timed(source: GraphQLDataSource, name: string, metrics: Metrics): GraphQLDataSource {
  return {
    async process(options) {
      const stop = metrics.fetchSeconds.startTimer({ subgraph: name })
      try {
        return await source.process(options)
      } finally {
        stop()
      }
    },
  }
}

/** Apollo logs at `info` what interests only whoever debugs it, and logs no objects. */
function quiet(log: Log) {
  return {
    debug: (message?: unknown) => log.trace(String(message)),
    info: (message?: unknown) => log.debug(String(message)),
    warn: (message?: unknown) => log.warn(String(message)),
    error: (message?: unknown) => log.error(String(message)),
  }
}
