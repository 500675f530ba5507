import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  getArgumentValues,
  getVariableValues,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  parse,
  print,
  type SelectionNode,
  type SelectionSetNode,
  visit,
} from 'graphql'
import { CodedError } from '../errors.ts'
import type { PreparedQuery } from '../run-query.ts'

type Fragments = ReadonlyMap<string, FragmentDefinitionNode>

/** The one field of type Subscription that an operation selects, taken apart. */
export interface RootField {
  readonly name: string
  /** Its response key. */
  readonly alias: string
  /** Coerced, defaults included. */
  readonly args: Readonly<Record<string, unknown>>
  readonly selections: readonly SelectionNode[]
  readonly fragments: Fragments
}

/** The document is valid by the rules of GraphQL. Throws a `CodedError` for what is asked wrongly. */
export function rootFieldOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  given: Readonly<Record<string, unknown>>,
): RootField {
  const fragments = new Map(
    document.definitions.flatMap((definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition] as const] : [],
    ),
  )
  // All of them the same one: GraphQL allows one response key in a subscription, spelled out as often as one likes.
  const fields = fieldsAtRoot(operation.selectionSet, fragments, requireNoDirectives)
  const [field] = fields
  const definition = field && schema.getSubscriptionType()?.getFields()[field.name.value]
  if (field === undefined || definition === undefined) {
    throw new CodedError('BAD_USER_INPUT', 'A subscription selects exactly one field of type Subscription.')
  }
  const { coerced, errors } = getVariableValues(schema, operation.variableDefinitions ?? [], given)
  if (errors !== undefined) throw new CodedError('BAD_USER_INPUT', errors.map(({ message }) => message).join(' '))
  return {
    name: definition.name,
    alias: field.alias?.value ?? field.name.value,
    args: argumentsOf(() => getArgumentValues(definition, field, coerced)),
    selections: fields.flatMap(({ selectionSet }) => selectionSet?.selections ?? []),
    fragments,
  }
}

/** What is selected below the root field, to be asked for by a query of ours. */
export interface Selected {
  /** The selections, between braces. */
  readonly text: string
  /** The fragments that they use. */
  readonly fragments: string
  /** Definitions of the variables that they use, separated by commas. */
  readonly definitions: string
  readonly variables: Readonly<Record<string, unknown>>
  /** A name for a variable that the selection does not use. */
  unusedName(wanted: string): string
}

export function selectedOf(
  { selections, fragments }: RootField,
  operation: OperationDefinitionNode,
  given: Readonly<Record<string, unknown>>,
): Selected {
  const used = usedBy(selections, fragments)
  const definitions = (operation.variableDefinitions ?? []).filter(({ variable }) =>
    used.variables.has(variable.name.value),
  )
  const names = new Set(definitions.map(({ variable }) => variable.name.value))
  return {
    text: `{ ${selections.map((selection) => print(selection)).join('\n')} }`,
    fragments: [...used.fragments]
      .sort()
      .map((name) => {
        const fragment = fragments.get(name)
        return fragment === undefined ? '' : print(fragment)
      })
      .join('\n'),
    definitions: definitions.map((definition) => print(definition)).join(', '),
    variables: Object.fromEntries(
      [...names].sort().flatMap((name) => (given[name] === undefined ? [] : [[name, given[name]]])),
    ),
    unusedName: (wanted) => unusedName(wanted, names),
  }
}

export function prepareQuery(source: string): PreparedQuery {
  const document = parse(source, { noLocation: true })
  const operation = document.definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION)
  if (operation?.operation !== OperationTypeNode.QUERY) throw new Error('What is prepared must be a query.')
  return { source, document, operation }
}

/** The argument `after`: a cursor, or none. */
export function cursorOf(given: unknown): string | null {
  if (given == null) return null
  if (typeof given === 'string') return given
  throw new CodedError('BAD_USER_INPUT', 'after is not a cursor: it must be a string.')
}

function argumentsOf(read: () => Record<string, unknown>): Record<string, unknown> {
  try {
    return read()
  } catch (error) {
    throw new CodedError('BAD_USER_INPUT', error instanceof Error ? error.message : String(error))
  }
}

/** The fields of the root in the order of the document, those in fragments included. Every selection on the way is looked at. */
export function fieldsAtRoot(
  { selections }: SelectionSetNode,
  fragments: Fragments,
  look: (selection: SelectionNode) => void = () => {},
): FieldNode[] {
  const fields: FieldNode[] = []
  for (const selection of selections) {
    look(selection)
    switch (selection.kind) {
      case Kind.FIELD:
        fields.push(selection)
        break
      case Kind.INLINE_FRAGMENT:
        fields.push(...fieldsAtRoot(selection.selectionSet, fragments, look))
        break
      case Kind.FRAGMENT_SPREAD: {
        const fragment = fragments.get(selection.name.value)
        if (fragment !== undefined) fields.push(...fieldsAtRoot(fragment.selectionSet, fragments, look))
        break
      }
    }
  }
  return fields
}

function requireNoDirectives(selection: SelectionNode): void {
  if ((selection.directives ?? []).length === 0) return
  throw new CodedError('BAD_USER_INPUT', 'The root of a subscription takes no directives.', { nodes: selection })
}

function usedBy(selections: readonly SelectionNode[], fragments: Fragments) {
  const found = { variables: new Set<string>(), fragments: new Set<string>() }
  const queue: (SelectionNode | FragmentDefinitionNode)[] = [...selections]
  for (const node of queue) {
    visit(node, {
      Variable: ({ name }) => {
        found.variables.add(name.value)
      },
      FragmentSpread: ({ name }) => {
        if (found.fragments.has(name.value)) return
        found.fragments.add(name.value)
        const fragment = fragments.get(name.value)
        if (fragment !== undefined) queue.push(fragment)
      },
    })
  }
  return found
}

/** Under which keys the entry itself, not what it links to, has the field. */
export function responseKeys(field: string, { selections, fragments }: RootField): ReadonlySet<string> {
  const keys = new Set<string>()
  const queue: SelectionNode[] = [...selections]
  const spread = new Set<string>()
  for (const selection of queue) {
    switch (selection.kind) {
      case Kind.FIELD:
        if (selection.name.value === field) keys.add(selection.alias?.value ?? field)
        break
      case Kind.INLINE_FRAGMENT:
        queue.push(...selection.selectionSet.selections)
        break
      case Kind.FRAGMENT_SPREAD:
        if (spread.has(selection.name.value)) break
        spread.add(selection.name.value)
        queue.push(...(fragments.get(selection.name.value)?.selectionSet.selections ?? []))
        break
    }
  }
  return keys
}

function unusedName(wanted: string, taken: ReadonlySet<string>): string {
  return taken.has(wanted) ? unusedName(`${wanted}_`, taken) : wanted
}
