import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql'
import type { PreparedQuery } from '../run-query.ts'
import { prepareQuery, responseKeys, rootFieldOf, selectedOf } from './root-field.ts'

/** Response keys of the query that reads a reservation for its followers: what they selected, and what the gateway itself has to know. */
export const FOLLOWED = 'followed'
export const STATE = 'state'

/** What a subscription to a reservation asks for, taken apart. */
export interface ReservationSelection {
  readonly alias: string
  readonly id: string
  readonly query: ReservationQuery
}

/** Equal for all who select the same fields with the same variables. */
export interface ReservationQuery extends PreparedQuery {
  /** Variables that the selection itself uses. */
  readonly variables: Readonly<Record<string, unknown>>
  readonly idVariable: string
  /** Response keys of `Reservation.cursor`. */
  readonly cursorKeys: ReadonlySet<string>
}

/**
 * Turns `subscription { reservationChanged(id) { … } }` into `query { followed: reservation(id) { … } state: reservation(id) { status } }`. Throws a
 * `CodedError` for what is asked wrongly.
 */
export function reservationSelection(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  given: Readonly<Record<string, unknown>>,
): ReservationSelection {
  const root = rootFieldOf(schema, document, operation, given)
  const selected = selectedOf(root, operation, given)
  const id = selected.unusedName('id')
  const source = [
    `query FollowReservation($${id}: ID!${selected.definitions && `, ${selected.definitions}`})`,
    `{ ${FOLLOWED}: reservation(id: $${id}) ${selected.text}`,
    `${STATE}: reservation(id: $${id}) { status } }`,
    selected.fragments,
  ].join('\n')
  return {
    alias: root.alias,
    id: String(root.args.id),
    query: {
      ...prepareQuery(source),
      variables: selected.variables,
      idVariable: id,
      cursorKeys: responseKeys('cursor', root),
    },
  }
}
