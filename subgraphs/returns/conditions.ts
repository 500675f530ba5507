import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { ReturnState } from '../../core/ledger/documents.ts'
import { RETURN_STATUS_OF, type ReturnStatus } from '../../core/ledger/return-status.ts'

/** Where a line keeps its units of a state. */
const COLUMN_OF = {
  authorized: 'authorized',
  inTransit: 'in_transit',
  received: 'received',
  inspected: 'inspected',
  quarantined: 'quarantined',
  restockApproved: 'restock_approved',
  restocked: 'restocked',
  disposed: 'disposed',
  returnedToVendor: 'returned_to_vendor',
  missing: 'missing',
  canceled: 'canceled',
} as const satisfies Record<ReturnState, string>

/** The rule of `returnStatus` in core/ledger/return-status.ts, from the same list. */
const status = sql<ReturnStatus>`case ${sql.join(
  RETURN_STATUS_OF.map(
    ([state, name]) => sql`when bool_or(${sql.ref(`line.${COLUMN_OF[state]}`)} > 0) then ${sql.lit(name)}`,
  ),
  sql` `,
)} end`

/** Whether the return that stands as `r` in its statement is in one of these states; null: in any. */
export function hasStatus(statuses: readonly ReturnStatus[] | null): RawBuilder<SqlBool> {
  if (statuses === null) return sql<SqlBool>`true`
  return sql<SqlBool>`(
    select ${status} from return_line line where line.return_id = r.id
  ) = any(${statuses}::text[])`
}
