import type { QueryPlanSelectionNode } from '@apollo/query-planner'
import type { GraphQLSchema } from 'graphql'
import { type Data, isData, mergeInto, ownOf, setOwn } from './merge.ts'
import { isOfType } from './rewrites.ts'

/**
 * What a subgraph needs to know of an object in order to add to it: its type and key fields, and what else its own fields require. Null where
 * something of that is not there, because whoever should have answered it did not.
 */
export function representationOf(
  schema: GraphQLSchema,
  object: unknown,
  requires: readonly QueryPlanSelectionNode[],
): Data | null {
  if (!isData(object)) return null
  const representation: Data = {}
  for (const selection of requires) {
    if (selection.kind === 'InlineFragment') {
      if (selection.typeCondition === undefined || !isOfType(schema, object, selection.typeCondition)) continue
      mergeInto(representation, representationOf(schema, object, selection.selections))
      continue
    }
    const key = selection.alias ?? selection.name
    const value = ownOf(object, key)
    if (value === undefined) return null
    setOwn(representation, key, required(schema, value, selection.selections))
  }
  return representation
}

function required(
  schema: GraphQLSchema,
  value: unknown,
  selections: readonly QueryPlanSelectionNode[] | undefined,
): unknown {
  if (selections === undefined) return value
  if (Array.isArray(value)) return value.map((entry) => representationOf(schema, entry, selections))
  return representationOf(schema, value, selections)
}
