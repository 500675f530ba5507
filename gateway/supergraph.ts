import type { DocumentNode, GraphQLError, GraphQLSchema, OperationDefinitionNode } from 'graphql'
import type { Log, OperationContext, SignViewer } from './context.ts'
import { type Fetch, fetchFrom, NOBODY, type SubgraphSource } from './data-source.ts'
import { directSource } from './data-source-direct.ts'
import { HttpSource } from './data-source-http.ts'
import { CodedError } from './errors.ts'
import { executePlan } from './execution/execute.ts'
import { loadPlanner, type PlannedOperation } from './execution/planner.ts'
import type { Metrics } from './metrics.ts'
import type { SubgraphPlace } from './subgraph-call.ts'

export interface SupergraphOptions {
  readonly supergraphSdl: string
  readonly subgraphs: Readonly<Record<string, SubgraphPlace>>
  readonly signViewer: SignViewer
  readonly timeoutMs: number
  readonly metrics: Metrics
  readonly log: Log
}

export interface OperationResult {
  /** Absent where nothing was executed. */
  readonly data?: Readonly<Record<string, unknown>> | null
  readonly errors?: readonly GraphQLError[]
}

/** Executes a planned operation whose variables fit; the same for requests, sockets and live queries. */
export type Execute = (
  operation: PlannedOperation,
  variables: Readonly<Record<string, unknown>>,
  context: OperationContext,
) => Promise<OperationResult>

export interface Supergraph {
  /** What clients see. */
  readonly schema: GraphQLSchema
  /** Plans an operation of a document that is valid. Throws for what cannot be planned. */
  plan(document: DocumentNode, operation: OperationDefinitionNode): PlannedOperation
  readonly execute: Execute
  /** Names of the subgraphs that do not answer the simplest of questions within that time. */
  unreachable(timeoutMs: number): Promise<string[]>
  close(): Promise<void>
}

/** A composed supergraph, planned by @apollo/query-planner, with our own way to each subgraph. */
export function loadSupergraph(options: SupergraphOptions): Supergraph {
  const { supergraphSdl, metrics } = options
  const planner = loadPlanner(supergraphSdl)
  const sources = new Map(planner.subgraphs.map((name) => [name, sourceOf(name, options)]))
  const fetches = new Map([...sources].map(([name, source]) => [name, fetchFrom(source, name, metrics)]))

  function fetchOf(subgraph: string): Fetch {
    const fetch = fetches.get(subgraph)
    if (fetch === undefined)
      throw new Error(`A plan asks the subgraph "${subgraph}", which the supergraph does not have.`)
    return fetch
  }

  return {
    schema: planner.schema,
    plan: planner.plan,
    execute: async (operation, variables, context) => {
      const { data, errors, incomplete } = await executePlan(operation, variables, (subgraph, request) =>
        fetchOf(subgraph)(request, context),
      )
      return {
        ...(data === undefined ? {} : { data }),
        ...(errors === undefined && incomplete === undefined
          ? {}
          : { errors: errors ?? incomplete?.map(asTold) ?? [] }),
      }
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

function sourceOf(name: string, { subgraphs, signViewer, timeoutMs, log }: SupergraphOptions): SubgraphSource {
  const place = subgraphs[name]
  if (place === undefined) throw new Error(`The supergraph has a subgraph "${name}" and nobody said where it is.`)
  if ('call' in place) return directSource(place.call)
  return new HttpSource({ name, url: place.url, signViewer, timeoutMs, log })
}

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

/** A subgraph left out what cannot be null, so that the object around it is null: clients look for that in `errors`. */
function asTold({ message, path }: GraphQLError): GraphQLError {
  return new CodedError('INTERNAL_SERVER_ERROR', `A part of the answer is missing: ${message}`, { path: path ?? null })
}
