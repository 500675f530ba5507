import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  parse,
  type SelectionSetNode,
} from 'graphql'
import type { ViewerKind } from '../../core/access/viewer.ts'
import { isViewerKind } from '../../core/access/viewer-kinds.ts'
import { CodedError } from '../errors.ts'
import type { Guard } from './index.ts'

/** `Type.field` → the kinds of viewer that may select it. A field that is absent here is for everybody who reaches it. */
export type AccessRules = ReadonlyMap<string, ReadonlySet<ViewerKind>>

/** Reads `@access(kinds: […])` from the supergraph SDL: the API schema that the gateway makes of it has lost it. */
export function readAccessRules(supergraphSdl: string): AccessRules {
  const rules = new Map<string, ReadonlySet<ViewerKind>>()
  for (const definition of parse(supergraphSdl, { noLocation: true }).definitions) {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.INTERFACE_TYPE_DEFINITION) continue
    for (const field of definition.fields ?? []) {
      for (const directive of field.directives ?? []) {
        if (directive.name.value !== 'access') continue
        const kinds = directive.arguments?.find(({ name }) => name.value === 'kinds')?.value
        const names = kinds?.kind === Kind.LIST ? kinds.values : []
        const allowed = names.flatMap((name) => (name.kind === Kind.ENUM ? [name.value.toLowerCase()] : []))
        rules.set(`${definition.name.value}.${field.name.value}`, new Set(allowed.filter(isViewerKind)))
      }
    }
  }
  return rules
}

/** A root field that says nothing is a mistake, and mistakes are closed. */
const FORGOTTEN: ReadonlySet<ViewerKind> = new Set(['admin'])

/** A field that an operation selects, and who may. */
interface Requirement {
  readonly coordinate: string
  readonly kinds: ReadonlySet<ViewerKind>
  readonly node: FieldNode
}

/**
 * Refuses an operation that selects a field which is not for this kind of viewer: before planning, wherever the field stands, under whatever alias,
 * inside fragments, and through an interface whose implementations restrict it.
 */
export function accessGuard(schema: GraphQLSchema, rules: AccessRules): Guard {
  const known = new WeakMap<OperationDefinitionNode, readonly Requirement[]>()

  return ({ document, operation, context: { viewer } }) => {
    let requirements = known.get(operation)
    if (requirements === undefined) {
      const fragments = document.definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION)
      requirements = requirementsOf(schema, rules, operation, fragments)
      known.set(operation, requirements)
    }

    const forbidden = requirements.filter(({ kinds }) => !kinds.has(viewer.kind))
    if (forbidden.length === 0) return
    const fields = [...new Set(forbidden.map(({ coordinate }) => coordinate))].sort()
    throw new CodedError('FORBIDDEN', `A viewer of kind ${viewer.kind} may not select ${fields.join(', ')}.`, {
      nodes: forbidden.map(({ node }) => node),
      status: 403,
    })
  }
}

function requirementsOf(
  schema: GraphQLSchema,
  rules: AccessRules,
  operation: OperationDefinitionNode,
  fragments: readonly FragmentDefinitionNode[],
): Requirement[] {
  const fragmentByName = new Map(fragments.map((fragment) => [fragment.name.value, fragment]))
  const visited = new Set<string>()
  const requirements: Requirement[] = []
  const root = schema.getRootType(operation.operation)
  if (root == null) return requirements

  function rulesOf(
    parent: GraphQLCompositeType,
    field: string,
  ): readonly { coordinate: string; kinds: ReadonlySet<ViewerKind> }[] {
    const types: readonly GraphQLCompositeType[] = isAbstractType(parent)
      ? [parent, ...schema.getPossibleTypes(parent)]
      : [parent]
    return types.flatMap((type) => {
      const coordinate = `${type.name}.${field}`
      const kinds = rules.get(coordinate) ?? (type === root ? FORGOTTEN : undefined)
      return kinds === undefined ? [] : [{ coordinate, kinds }]
    })
  }

  function visit(selectionSet: SelectionSetNode, parent: GraphQLCompositeType): void {
    for (const selection of selectionSet.selections) {
      switch (selection.kind) {
        case Kind.FIELD: {
          const name = selection.name.value
          if (name.startsWith('__')) break
          requirements.push(...rulesOf(parent, name).map((rule) => ({ ...rule, node: selection })))
          const type = fieldType(parent, name)
          if (selection.selectionSet !== undefined && type !== undefined) visit(selection.selectionSet, type)
          break
        }
        case Kind.INLINE_FRAGMENT:
          visit(selection.selectionSet, typeNamed(selection.typeCondition?.name.value) ?? parent)
          break
        case Kind.FRAGMENT_SPREAD: {
          const fragment = fragmentByName.get(selection.name.value)
          // A fragment has its own type condition, so once is enough, wherever it is spread.
          if (fragment === undefined || visited.has(fragment.name.value)) break
          visited.add(fragment.name.value)
          visit(fragment.selectionSet, typeNamed(fragment.typeCondition.name.value) ?? parent)
          break
        }
      }
    }
  }

  function typeNamed(name: string | undefined): GraphQLCompositeType | undefined {
    const type = name === undefined ? undefined : schema.getType(name)
    return isCompositeType(type) ? type : undefined
  }

  visit(operation.selectionSet, root)
  return requirements
}

function fieldType(parent: GraphQLCompositeType, name: string): GraphQLCompositeType | undefined {
  const fields: ReturnType<GraphQLObjectType['getFields']> =
    isObjectType(parent) || 'getFields' in parent ? parent.getFields() : {}
  const type = getNamedType(fields[name]?.type)
  return isCompositeType(type) ? type : undefined
}
