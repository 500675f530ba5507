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

/** A subscriber names at most so many SKUs. */
export const SKUS_MAX = 1_000

/** The response key of the list in the query that answers for subscriptions. */
export const ENTRIES = 'entries'

/** What a subscription asks for, taken apart: what it listens to, and the ordinary query that tells the state of it. */
export interface LiveSelection {
  /** The response key of the subscription's one field. */
  readonly alias: string
  readonly channelId: string
  /** Without repetitions. Null: every SKU of the channel. */
  readonly skus: readonly string[] | null
  readonly after: string | null
  readonly initial: boolean
  readonly query: LiveSelectionQuery
}

/** Equal for subscriptions that select the same fields with the same variables, whatever SKUs they ask for. */
export interface LiveSelectionQuery extends PreparedQuery {
  /** Variables that the selection itself uses. */
  readonly variables: Readonly<Record<string, unknown>>
  readonly skusVariable: string
  readonly channelVariable: string
  /** Response keys of `Availability.cursor` and `Availability.asOf` in an entry. */
  readonly cursorKeys: ReadonlySet<string>
  readonly asOfKeys: ReadonlySet<string>
}

/**
 * Turns `subscription { availabilityChanged(skus, channelId, …) { … } }` into `query { entries: availability(skus, channelId) { … } }`. The document
 * is valid by the rules of GraphQL. Throws a `CodedError` for what is asked wrongly.
 */
export function liveSelection(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  given: Readonly<Record<string, unknown>>,
): LiveSelection {
  const fragments = new Map(
    document.definitions.flatMap((definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition] as const] : [],
    ),
  )
  const fields = rootFields(operation.selectionSet, fragments)
  const [field] = fields
  const definition = field && schema.getSubscriptionType()?.getFields()[field.name.value]
  if (field === undefined || definition?.name !== 'availabilityChanged') {
    throw new CodedError('BAD_USER_INPUT', 'A subscription selects exactly one field of type Subscription.')
  }

  const { coerced, errors } = getVariableValues(schema, operation.variableDefinitions ?? [], given)
  if (errors !== undefined) throw new CodedError('BAD_USER_INPUT', errors.map(({ message }) => message).join(' '))
  const args = argumentsOf(() => getArgumentValues(definition, field, coerced))

  const selections = fields.flatMap(({ selectionSet }) => selectionSet?.selections ?? [])
  return {
    alias: field.alias?.value ?? field.name.value,
    channelId: String(args.channelId),
    skus: skusOf(args.skus),
    after: cursorOf(args.after),
    initial: args.initial === true,
    query: queryOf(selections, fragments, operation, given),
  }
}

function argumentsOf(read: () => Record<string, unknown>): Record<string, unknown> {
  try {
    return read()
  } catch (error) {
    throw new CodedError('BAD_USER_INPUT', error instanceof Error ? error.message : String(error))
  }
}

function skusOf(given: unknown): readonly string[] | null {
  if (!Array.isArray(given)) return null
  if (given.length === 0 || given.length > SKUS_MAX) {
    throw new CodedError('BAD_USER_INPUT', `skus has ${given.length} entries; 1 to ${SKUS_MAX} are allowed.`)
  }
  return [...new Set(given.map(String))]
}

function cursorOf(given: unknown): string | null {
  if (given == null) return null
  if (typeof given === 'string') return given
  throw new CodedError('BAD_USER_INPUT', 'after is not a cursor: it must be a string.')
}

/** The fields of the root, all of them the same one: GraphQL allows one response key in a subscription, spelled out as often as one likes. */
function rootFields(
  { selections }: SelectionSetNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): FieldNode[] {
  const fields: FieldNode[] = []
  for (const selection of selections) {
    if ((selection.directives ?? []).length > 0) {
      throw new CodedError('BAD_USER_INPUT', 'The root of a subscription takes no directives.', { nodes: selection })
    }
    switch (selection.kind) {
      case Kind.FIELD:
        fields.push(selection)
        break
      case Kind.INLINE_FRAGMENT:
        fields.push(...rootFields(selection.selectionSet, fragments))
        break
      case Kind.FRAGMENT_SPREAD: {
        const fragment = fragments.get(selection.name.value)
        if (fragment !== undefined) fields.push(...rootFields(fragment.selectionSet, fragments))
        break
      }
    }
  }
  return fields
}

function queryOf(
  selections: readonly SelectionNode[],
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  operation: OperationDefinitionNode,
  given: Readonly<Record<string, unknown>>,
): LiveSelectionQuery {
  const used = usedBy(selections, fragments)
  const definitions = (operation.variableDefinitions ?? []).filter(({ variable }) =>
    used.variables.has(variable.name.value),
  )
  const names = new Set(definitions.map(({ variable }) => variable.name.value))
  const skusVariable = unusedName('skus', names)
  const channelVariable = unusedName('channelId', names)

  const ownDefinitions = definitions.map((definition) => print(definition)).join(', ')
  const source = [
    `query LiveAvailability($${skusVariable}: [ID!]!, $${channelVariable}: ID!${ownDefinitions && `, ${ownDefinitions}`})`,
    `{ ${ENTRIES}: availability(skus: $${skusVariable}, channelId: $${channelVariable})`,
    `{ ${selections.map((selection) => print(selection)).join('\n')} } }`,
    ...[...used.fragments].sort().map((name) => {
      const fragment = fragments.get(name)
      return fragment === undefined ? '' : print(fragment)
    }),
  ].join('\n')

  return {
    ...prepareQuery(source),
    variables: Object.fromEntries(
      [...names].sort().flatMap((name) => (given[name] === undefined ? [] : [[name, given[name]]])),
    ),
    skusVariable,
    channelVariable,
    cursorKeys: responseKeys('cursor', selections, fragments),
    asOfKeys: responseKeys('asOf', selections, fragments),
  }
}

export function prepareQuery(source: string): PreparedQuery {
  const document = parse(source, { noLocation: true })
  const operation = document.definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION)
  if (operation?.operation !== OperationTypeNode.QUERY) throw new Error('What is prepared must be a query.')
  return { source, document, operation }
}

function usedBy(selections: readonly SelectionNode[], fragments: ReadonlyMap<string, FragmentDefinitionNode>) {
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
function responseKeys(
  field: string,
  selections: readonly SelectionNode[],
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): ReadonlySet<string> {
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
