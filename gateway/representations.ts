import type { GraphQLFormattedError } from 'graphql'
import type { SubgraphResponse } from './subgraph-call.ts'

export type Variables = Readonly<Record<string, unknown>>

/** A fetch in which no entity is asked for twice, and the way back to the answer that the gateway expects. */
export interface Deduplicated {
  readonly variables: Variables
  restore(response: SubgraphResponse): SubgraphResponse
}

/**
 * The gateway asks for an entity once for each place where it stands in the answer: twenty lines of one item are twenty equal representations.
 * This asks once and gives each place its own copy, because the gateway goes on writing into what it gets.
 */
export function deduplicate(variables: Variables): Deduplicated {
  const representations = variables.representations
  if (!Array.isArray(representations) || representations.length < 2) return { variables, restore: unchanged }

  const distinct: unknown[] = []
  const indexes = new Map<string, number>()
  // The gateway builds all representations of a fetch from one selection, so that equal ones have their keys in the same order.
  const places = representations.map((representation) => {
    const key = JSON.stringify(representation)
    const known = indexes.get(key)
    if (known !== undefined) return known
    indexes.set(key, distinct.length)
    return distinct.push(representation) - 1
  })
  if (distinct.length === representations.length) return { variables, restore: unchanged }

  return {
    variables: { ...variables, representations: distinct },
    restore: (response) => restore(response, places),
  }
}

function unchanged(response: SubgraphResponse): SubgraphResponse {
  return response
}

function restore(response: SubgraphResponse, places: readonly number[]): SubgraphResponse {
  const entities = response.data?._entities
  return {
    ...(response.data === undefined
      ? {}
      : { data: Array.isArray(entities) ? { ...response.data, _entities: spread(entities, places) } : response.data }),
    ...(response.errors === undefined ? {} : { errors: response.errors.flatMap((error) => errorsAt(error, places)) }),
  }
}

function spread(entities: readonly unknown[], places: readonly number[]): unknown[] {
  const used = new Set<number>()
  return places.map((index) => {
    if (used.has(index)) return copy(entities[index])
    used.add(index)
    return entities[index]
  })
}

/** Answers are JSON: objects, lists and scalars. */
function copy(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copy)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, copy(inner)]))
}

/** An error of an entity is one at each of its places. */
function errorsAt(error: GraphQLFormattedError, places: readonly number[]): GraphQLFormattedError[] {
  const [root, index, ...rest] = error.path ?? []
  if (root !== '_entities' || typeof index !== 'number') return [error]
  return places.flatMap((place, position) => (place === index ? [{ ...error, path: [root, position, ...rest] }] : []))
}
