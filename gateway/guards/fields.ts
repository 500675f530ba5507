import { type FragmentDefinitionNode, GraphQLError, Kind, type SelectionSetNode, type ValidationRule } from 'graphql'

/**
 * Refuses operations that come to more than `max` fields once their fragments are written out: a few dozen fragments that each spread the next one twice
 * are a small document, and more fields than any planner would ever come to the end of.
 */
export function maxFieldsRule(max: number): ValidationRule {
  return (context) => {
    /** Fields that each fragment comes to; also ends the descent into fragments that contain themselves, which another rule reports. */
    const known = new Map<string, number>()

    function fieldsOfFragment(fragment: FragmentDefinitionNode): number {
      const name = fragment.name.value
      const fields = known.get(name)
      if (fields !== undefined) return fields
      known.set(name, 0)
      const found = fieldsOf(fragment.selectionSet)
      known.set(name, found)
      return found
    }

    /** Never more than one above the limit, so that doubling it often stays a number. */
    function fieldsOf({ selections }: SelectionSetNode): number {
      let fields = 0
      for (const selection of selections) {
        fields += fieldsOfSelection(selection)
        if (fields > max) return max + 1
      }
      return fields
    }

    function fieldsOfSelection(selection: SelectionSetNode['selections'][number]): number {
      switch (selection.kind) {
        case Kind.FIELD:
          return 1 + (selection.selectionSet === undefined ? 0 : fieldsOf(selection.selectionSet))
        case Kind.INLINE_FRAGMENT:
          return fieldsOf(selection.selectionSet)
        case Kind.FRAGMENT_SPREAD: {
          const fragment = context.getFragment(selection.name.value)
          // A spread counts by itself as well: fragments without fields of their own can be spread as often.
          return 1 + (fragment == null ? 0 : fieldsOfFragment(fragment))
        }
      }
    }

    return {
      OperationDefinition(operation) {
        if (fieldsOf(operation.selectionSet) <= max) return
        context.reportError(
          new GraphQLError(`The operation comes to more than ${max} fields with its fragments written out.`, {
            nodes: operation,
          }),
        )
      },
    }
  }
}
