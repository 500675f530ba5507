import assert from 'node:assert'
import type { FieldSelection } from '@apollo/federation-internals'
import {
  type DocumentNode,
  executeSync,
  type FieldNode,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  visit,
} from 'graphql'
import type { Introspect } from './shape.ts'

/** Answers what an operation asks of the schema itself: by graphql-js, on the schema that clients see. */
export function introspection(schema: GraphQLSchema, operation: OperationDefinitionNode): Introspect {
  const known = new WeakMap<FieldSelection, FieldNode>()
  return (field, variables) => {
    let node = known.get(field)
    if (node === undefined) {
      node = field.expandFragments().toSelectionNode()
      known.set(field, node)
    }
    const document = documentOf(node, operation)
    const { data, errors } = executeSync({ schema, document, rootValue: {}, variableValues: variables })
    if (data == null || (errors !== undefined && errors.length > 0)) {
      assert.fail(`Introspection query for ${field} should not have failed but got ${JSON.stringify(errors)}`)
    }
    return data[node.alias?.value ?? node.name.value]
  }
}

function documentOf(field: FieldNode, { variableDefinitions = [] }: OperationDefinitionNode): DocumentNode {
  const used = new Set<string>()
  visit(field, {
    Variable: ({ name }) => {
      used.add(name.value)
    },
  })
  const operation: OperationDefinitionNode = {
    kind: Kind.OPERATION_DEFINITION,
    operation: OperationTypeNode.QUERY,
    variableDefinitions: variableDefinitions.filter(({ variable }) => used.has(variable.name.value)),
    selectionSet: { kind: Kind.SELECTION_SET, selections: [field] },
  }
  return { kind: Kind.DOCUMENT, definitions: [operation] }
}
