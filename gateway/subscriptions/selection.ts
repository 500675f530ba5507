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
  readonly shaping: Shaping
  readonly query: LiveSelectionQuery
}

/** Which of the states somebody wants to be told. */
export interface Shaping {
  /** Only those with another status than the one told before. */
  readonly onlyStatus: boolean
  /** Milliseconds between two states of a SKU, at least; the newest one comes when they have passed. */
  readonly minIntervalMs: number
}

/** The longest that somebody may want to wait for the next state of a SKU: an hour. */
const MIN_INTERVAL_MS_MAX = 3_600_000

/** Equal for subscriptions that select the same fields with the same variables, whatever SKUs they ask for. */
export interface LiveSelectionQuery extends PreparedQuery {
  /** Variables that the selection itself uses. */
  readonly variables: Readonly<Record<string, unknown>>
  readonly skusVariable: string
  readonly channelVariable: string
  /** Response keys of `Availability.cursor` and `Availability.asOf` in an entry. */
  readonly cursorKeys: ReadonlySet<string>
  readonly asOfKeys: ReadonlySet<string>
  /** The response key of the status, where the gateway itself has to know it and takes it out again. */
  readonly statusKey: string | null
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
  const shaping = { onlyStatus: args.onlyWhen === 'STATUS_CHANGES', minIntervalMs: intervalOf(args.minIntervalMs) }
  return {
    alias,
    channelId: String(args.channelId),
    skus: skusOf(args.skus),
    after: cursorOf(args.after),
    initial: args.initial === true,
    shaping,
    query: queryOf(root, operation, given, shaping),
  }
}

function intervalOf(given: unknown): number {
  if (given == null) return 0
  if (typeof given === 'number' && given >= 0 && given <= MIN_INTERVAL_MS_MAX) return given
  throw new CodedError('BAD_USER_INPUT', `minIntervalMs is ${given}; 0 to ${MIN_INTERVAL_MS_MAX} are allowed.`)
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
  { onlyStatus }: Shaping,
): LiveSelectionQuery {
  const selected = selectedOf(root, operation, given)
  const statusKey = onlyStatus ? unusedKey('ownStatus', `${selected.text} ${selected.fragments}`) : null
  const entry = statusKey === null ? selected.text : `{ ${statusKey}: status ... on Availability ${selected.text} }`
  const skusVariable = selected.unusedName('skus')
  const channelVariable = selected.unusedName('channelId')
  const source = [
    `query LiveAvailability($${skusVariable}: [ID!]!, $${channelVariable}: ID!${selected.definitions && `, ${selected.definitions}`})`,
    `{ ${ENTRIES}: availability(skus: $${skusVariable}, channelId: $${channelVariable})`,
    `${entry} }`,
    selected.fragments,
  ].join('\n')

  return {
    ...prepareQuery(source),
    variables: selected.variables,
    skusVariable,
    channelVariable,
    cursorKeys: responseKeys('cursor', root),
    asOfKeys: responseKeys('asOf', root),
    statusKey,
  }
}

function unusedKey(wanted: string, text: string): string {
  return text.includes(wanted) ? unusedKey(`${wanted}_`, text) : wanted
}
