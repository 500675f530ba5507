import { type DocumentNode, Kind, type OperationDefinitionNode, type SelectionSetNode } from 'graphql'
import { merge } from '../core/feed/compare.ts'
import type { CursorCodec } from '../core/feed/cursor.ts'
import type { FeedPosition } from '../core/feed/position.ts'

/**
 * The point that the root fields of a query ask for by their argument `atLeast`, for every fetch of the query: what other subgraphs add must not be older
 * than what the root field returns. Null where none is asked for; a cursor that is none of ours is left to the subgraph of its field, which refuses it.
 */
export function atLeastOf(
  operation: OperationDefinitionNode,
  document: DocumentNode,
  variables: Readonly<Record<string, unknown>>,
  cursors: CursorCodec,
): string | null {
  const given = new Set(rootArguments(operation.selectionSet, document, variables))
  if (given.size === 0) return null
  const positions = [...given].flatMap((cursor) => cursors.decode(cursor) ?? [])
  const [first, ...others] = positions
  if (first === undefined) return null
  // Of different epochs one is foreign at least: its field says so.
  if (others.some(({ epoch }) => epoch !== first.epoch)) return null
  return others.length === 0 ? cursors.encode(first) : cursors.encode(others.reduce<FeedPosition>(merge, first))
}

function* rootArguments(
  { selections }: SelectionSetNode,
  document: DocumentNode,
  variables: Readonly<Record<string, unknown>>,
): Generator<string> {
  for (const selection of selections) {
    switch (selection.kind) {
      case Kind.FIELD: {
        const value = selection.arguments?.find(({ name }) => name.value === 'atLeast')?.value
        if (value?.kind === Kind.STRING) yield value.value
        if (value?.kind === Kind.VARIABLE) {
          const variable = variables[value.name.value]
          if (typeof variable === 'string') yield variable
        }
        break
      }
      case Kind.INLINE_FRAGMENT:
        yield* rootArguments(selection.selectionSet, document, variables)
        break
      case Kind.FRAGMENT_SPREAD:
        for (const definition of document.definitions) {
          if (definition.kind === Kind.FRAGMENT_DEFINITION && definition.name.value === selection.name.value) {
            yield* rootArguments(definition.selectionSet, document, variables)
          }
        }
        break
    }
  }
}
