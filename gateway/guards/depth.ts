import { type FragmentDefinitionNode, GraphQLError, Kind, type SelectionSetNode, type ValidationRule } from 'graphql'

/**
 * Refuses operations whose fields nest deeper than `max` levels: each level multiplies what an answer may cost. Fragments add no level of their own.
 */
export function maxDepthRule(max: number): ValidationRule {
  return (context) => {
    /** Levels below each fragment; also ends the descent into fragments that contain themselves, which another rule reports. */
    const known = new Map<string, number>()

    function depthOfFragment(fragment: FragmentDefinitionNode): number {
      const name = fragment.name.value
      const depth = known.get(name)
      if (depth !== undefined) return depth
      known.set(name, 0)
      const found = depthOf(fragment.selectionSet)
      known.set(name, found)
      return found
    }

    function depthOf({ selections }: SelectionSetNode): number {
      let depth = 0
      for (const selection of selections) depth = Math.max(depth, depthOfSelection(selection))
      return depth
    }

    function depthOfSelection(selection: SelectionSetNode['selections'][number]): number {
      switch (selection.kind) {
        case Kind.FIELD:
          return 1 + (selection.selectionSet === undefined ? 0 : depthOf(selection.selectionSet))
        case Kind.INLINE_FRAGMENT:
          return depthOf(selection.selectionSet)
        case Kind.FRAGMENT_SPREAD: {
          const fragment = context.getFragment(selection.name.value)
          return fragment == null ? 0 : depthOfFragment(fragment)
        }
      }
    }

    return {
      OperationDefinition(operation) {
        const depth = depthOf(operation.selectionSet)
        if (depth <= max) return
        context.reportError(
          new GraphQLError(`The operation nests ${depth} levels deep; ${max} are allowed.`, { nodes: operation }),
        )
      },
    }
  }
}
