import type { DocumentNode, GraphQLError, GraphQLSchema, OperationDefinitionNode } from 'graphql'
import type { OperationContext } from './context.ts'
import type { Executor, ExecutorRequest } from './supergraph.ts'

/** A query that the gateway itself asks, ready to be run as often as wanted: its plan is kept under its hash. */
export interface PreparedQuery {
  readonly source: string
  readonly document: DocumentNode
  readonly operation: OperationDefinitionNode
  readonly hash: string
}

export interface QueryResult {
  readonly data: Readonly<Record<string, unknown>> | null
  readonly errors: readonly GraphQLError[]
}

export type RunQuery = (
  query: PreparedQuery,
  variables: Readonly<Record<string, unknown>>,
  context: OperationContext,
) => Promise<QueryResult>

/** Runs queries through the planner and executor that clients' queries go through, without the HTTP around those. */
export function queryRunner(schema: GraphQLSchema, execute: Executor): RunQuery {
  return async (query, variables, context) => {
    const request: ExecutorRequest = {
      request: { query: query.source, variables: { ...variables } },
      source: query.source,
      document: query.document,
      operation: query.operation,
      operationName: query.operation.name?.value ?? null,
      queryHash: query.hash,
      schema,
      schemaHash: NO_HASH,
      context,
      logger: NO_LOGGER,
      cache: NO_CACHE,
      metrics: {},
      overallCachePolicy: undefined,
    }
    const { data, errors } = await execute(request)
    return { data: data ?? null, errors: errors ?? [] }
  }
}

// What the executor's interface has for plugins of Apollo Server, and the executor itself does not look at.
const NO_HASH = '' as ExecutorRequest['schemaHash']
const NO_LOGGER = { debug() {}, info() {}, warn() {}, error() {} }
const NO_CACHE: ExecutorRequest['cache'] = { get: async () => undefined, set: async () => {}, delete: async () => {} }
