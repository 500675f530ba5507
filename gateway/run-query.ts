import type { DocumentNode, GraphQLError, OperationDefinitionNode } from 'graphql'
import type { OperationContext } from './context.ts'
import type { PlannedOperation } from './execution/planner.ts'
import type { Supergraph } from './supergraph.ts'

/** A query that the gateway itself asks, ready to be run as often as wanted. */
export interface PreparedQuery {
  readonly source: string
  readonly document: DocumentNode
  readonly operation: OperationDefinitionNode
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
export function queryRunner({ plan, execute }: Pick<Supergraph, 'plan' | 'execute'>): RunQuery {
  const planned = new WeakMap<PreparedQuery, PlannedOperation>()

  function planOf(query: PreparedQuery): PlannedOperation {
    const known = planned.get(query)
    if (known !== undefined) return known
    const made = plan(query.document, query.operation)
    planned.set(query, made)
    return made
  }

  return async (query, variables, context) => {
    const operation = planOf(query)
    const wrong = operation.variableErrors(variables)
    if (wrong.length > 0) return { data: null, errors: wrong }
    const { data, errors } = await execute(operation, variables, context)
    return { data: data ?? null, errors: errors ?? [] }
  }
}
