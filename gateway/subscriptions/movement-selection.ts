import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql'
import { CodedError } from '../errors.ts'
import type { PreparedQuery } from '../run-query.ts'
import { cursorOf, prepareQuery, rootFieldOf, selectedOf } from './root-field.ts'

/** SKUs or locations that a follower of the journal names at most: as many as the query takes. */
const NAMES_MAX = 250

/** The response key of the connection in the query that reads the journal for subscriptions. */
export const JOURNAL = 'journal'

/** Which entries are followed; null: whatever their SKU, or their location. */
export interface MovementFilter {
  readonly skus: ReadonlySet<string> | null
  readonly locationIds: ReadonlySet<string> | null
}

/** What a subscription to the journal asks for, taken apart. */
export interface MovementSelection {
  readonly alias: string
  readonly after: string | null
  readonly filter: MovementFilter
  readonly query: MovementQuery
}

/** Reads a page of the journal; equal for all who select the same fields with the same variables. */
export interface MovementQuery extends PreparedQuery {
  /** Variables that the selection itself uses. */
  readonly variables: Readonly<Record<string, unknown>>
  readonly firstVariable: string
  readonly afterVariable: string
  readonly filterVariable: string
}

/**
 * Turns `subscription { stockMovements(after, skus, locationIds) { … } }` into `query { journal: stockMovements(first, after, filter) { edges { cursor
 * node { … } } } }`. Throws a `CodedError` for what is asked wrongly.
 */
export function movementSelection(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  given: Readonly<Record<string, unknown>>,
): MovementSelection {
  const root = rootFieldOf(schema, document, operation, given)
  const selected = selectedOf(root, operation, given)
  const first = selected.unusedName('first')
  const after = selected.unusedName('after')
  const filter = selected.unusedName('filter')
  const own = selected.definitions && `, ${selected.definitions}`
  const source = [
    `query FollowMovements($${first}: Int, $${after}: Cursor, $${filter}: StockMovementFilter${own})`,
    `{ ${JOURNAL}: stockMovements(first: $${first}, after: $${after}, filter: $${filter})`,
    `{ edges { cursor node ${selected.text} } pageInfo { hasNextPage } } }`,
    selected.fragments,
  ].join('\n')
  return {
    alias: root.alias,
    after: cursorOf(root.args.after),
    filter: { skus: namesOf('skus', root.args.skus), locationIds: namesOf('locationIds', root.args.locationIds) },
    query: {
      ...prepareQuery(source),
      variables: selected.variables,
      firstVariable: first,
      afterVariable: after,
      filterVariable: filter,
    },
  }
}

function namesOf(argument: string, given: unknown): ReadonlySet<string> | null {
  if (!Array.isArray(given)) return null
  if (given.length === 0 || given.length > NAMES_MAX) {
    throw new CodedError('BAD_USER_INPUT', `${argument} has ${given.length} entries; 1 to ${NAMES_MAX} are allowed.`)
  }
  return new Set(given.map(String))
}
