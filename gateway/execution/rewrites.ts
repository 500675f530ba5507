import type { FetchDataRewrite } from '@apollo/query-planner'
import { type GraphQLSchema, isAbstractType, isInterfaceType, isObjectType } from 'graphql'
import { type Data, isData, ownOf, setOwn } from './merge.ts'

const TYPE_PREFIX = '... on '

/**
 * Changes of what is sent to a subgraph or comes from it that the plan asks for: another `__typename` where an interface is an object to the subgraph, a
 * field under another key where two types would disagree about it.
 */
export function applyRewrites(
  schema: GraphQLSchema,
  rewrites: readonly FetchDataRewrite[] | undefined,
  value: unknown,
): void {
  for (const rewrite of rewrites ?? []) applyAt(schema, rewrite.path, 0, value, rewrite)
}

function applyAt(
  schema: GraphQLSchema,
  path: readonly string[],
  depth: number,
  value: unknown,
  rewrite: FetchDataRewrite,
): void {
  if (Array.isArray(value)) {
    for (const entry of value) applyAt(schema, path, depth, entry, rewrite)
    return
  }
  const element = path[depth]
  if (!isData(value) || element === undefined) return
  if (depth === path.length - 1) {
    change(value, element, rewrite)
  } else if (!element.startsWith(TYPE_PREFIX)) {
    applyAt(schema, path, depth + 1, ownOf(value, element), rewrite)
  } else if (isOfType(schema, value, element.slice(TYPE_PREFIX.length), true)) {
    applyAt(schema, path, depth + 1, value, rewrite)
  }
}

function change(object: Data, key: string, rewrite: FetchDataRewrite): void {
  switch (rewrite.kind) {
    case 'ValueSetter':
      setOwn(object, key, rewrite.setValueTo)
      break
    case 'KeyRenamer': {
      const value = ownOf(object, key)
      if (!value) break
      setOwn(object, rewrite.renameKeyTo, value)
      object[key] = undefined
      break
    }
  }
}

/** Whether an object is of a type, by its `__typename`; one without is of no type, or of any. */
export function isOfType(schema: GraphQLSchema, object: Data, condition: string, withoutName = false): boolean {
  const name = object.__typename
  if (typeof name !== 'string' || name === '') return withoutName
  if (name === condition) return true
  const type = schema.getType(name)
  const wanted = schema.getType(condition)
  if (!isAbstractType(wanted)) return false
  return (isObjectType(type) || isInterfaceType(type)) && schema.isSubType(wanted, type)
}
