import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql'
import { CodedError } from '../errors.ts'
import type { PreparedQuery } from '../run-query.ts'
import { cursorOf, prepareQuery, type RootField, responseKeys, rootFieldOf, selectedOf } from './root-field.ts'

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
  const root = rootFieldOf(schema, document, operation, given)
  const { alias, args } = root
  return {
    alias,
    channelId: String(args.channelId),
    skus: skusOf(args.skus),
    after: cursorOf(args.after),
    initial: args.initial === true,
    query: queryOf(root, operation, given),
  }
}

function skusOf(given: unknown): readonly string[] | null {
  if (!Array.isArray(given)) return null
  if (given.length === 0 || given.length > SKUS_MAX) {
    throw new CodedError('BAD_USER_INPUT', `skus has ${given.length} entries; 1 to ${SKUS_MAX} are allowed.`)
  }
  return [...new Set(given.map(String))]
}

function queryOf(
  root: RootField,
  operation: OperationDefinitionNode,
  given: Readonly<Record<string, unknown>>,
): LiveSelectionQuery {
  const selected = selectedOf(root, operation, given)
  const skusVariable = selected.unusedName('skus')
  const channelVariable = selected.unusedName('channelId')
  const source = [
    `query LiveAvailability($${skusVariable}: [ID!]!, $${channelVariable}: ID!${selected.definitions && `, ${selected.definitions}`})`,
    `{ ${ENTRIES}: availability(skus: $${skusVariable}, channelId: $${channelVariable})`,
    `${selected.text} }`,
    selected.fragments,
  ].join('\n')

  return {
    ...prepareQuery(source),
    variables: selected.variables,
    skusVariable,
    channelVariable,
    cursorKeys: responseKeys('cursor', root),
    asOfKeys: responseKeys('asOf', root),
  }
}
