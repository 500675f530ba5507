import { Kind, parse } from 'graphql'

/**
 * Which kinds of viewer may select each field, as `@access(kinds:)` says: "Type.field" → kinds, in the words of the enum ViewerKind.
 * Takes the supergraph, because the API schema that a gateway makes of it carries no directives of our own. A field without the directive is absent:
 * it may be selected by whoever could select its parent.
 */
export function accessByField(sdl: string): Map<string, readonly string[]> {
  const kinds = new Map<string, readonly string[]>()
  for (const type of parse(sdl).definitions) {
    if (type.kind !== Kind.OBJECT_TYPE_DEFINITION && type.kind !== Kind.OBJECT_TYPE_EXTENSION) continue
    for (const field of type.fields ?? []) {
      const access = field.directives?.find((directive) => directive.name.value === 'access')
      const argument = access?.arguments?.find((candidate) => candidate.name.value === 'kinds')?.value
      if (argument?.kind !== Kind.LIST) continue
      kinds.set(
        `${type.name.value}.${field.name.value}`,
        argument.values.flatMap((value) => (value.kind === Kind.ENUM ? [value.value] : [])),
      )
    }
  }
  return kinds
}
