import { operationFromDocument, Supergraph } from '@apollo/federation-internals'
import { QueryPlanner } from '@apollo/query-planner'
import type { DocumentNode, GraphQLError, GraphQLSchema, OperationDefinitionNode } from 'graphql'
import type { Planned } from './execute.ts'
import { introspection } from './introspection.ts'
import { shapeOf, type Variables } from './shape.ts'
import { variableErrors, variablesCheck } from './variables.ts'

/** An operation with everything that can be found out about it before it is asked for. It can be executed as often as wanted. */
export interface PlannedOperation extends Planned {
  readonly document: DocumentNode
  readonly operation: OperationDefinitionNode
  /** What is wrong with the values of variables; empty where nothing is. */
  readonly variableErrors: (variables: Variables) => readonly GraphQLError[]
}

export interface Planner {
  /** What clients see. */
  readonly schema: GraphQLSchema
  /** Names of all subgraphs. */
  readonly subgraphs: readonly string[]
  /** Plans an operation of a document that is valid. Throws for what cannot be planned. */
  plan(document: DocumentNode, operation: OperationDefinitionNode): PlannedOperation
}

/** @apollo/query-planner on a composed supergraph, with the settings that @apollo/gateway gives it. */
export function loadPlanner(supergraphSdl: string): Planner {
  const supergraph = Supergraph.build(supergraphSdl)
  const planner = new QueryPlanner(supergraph)
  const apiSchema = supergraph.apiSchema()
  const schema = apiSchema.toGraphQLJSSchema()
  const supergraphSchema = supergraph.schema.toGraphQLJSSchema()

  return {
    schema,
    subgraphs: supergraph.subgraphsMetadata().map(({ name }) => name),
    plan(document, node) {
      const options = node.name === undefined ? {} : { operationName: node.name.value }
      const operation = operationFromDocument(apiSchema, document, options)
      const fits = variablesCheck(schema, node)
      return {
        document,
        operation: node,
        plan: planner.buildQueryPlan(operation),
        shape: shapeOf(operation, introspection(schema, node)),
        defaults: operation.collectDefaultedVariableValues(),
        supergraphSchema,
        variableErrors: (variables) => (fits(variables) ? [] : variableErrors(schema, node, variables)),
      }
    },
  }
}
