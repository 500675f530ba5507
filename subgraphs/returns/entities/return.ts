import { type Kysely, type Selectable, sql } from 'kysely'
import { seesChannel, type Viewer } from '../../../core/access/viewer.ts'
import type { ReturnCaseTable, ReturnLineTable, Schema } from '../../../core/database/schema.ts'
import { PREPARED } from '../../../core/database/statement.ts'
import { bucketOf } from '../../../core/ledger/bucket.ts'
import type { ReturnCase } from '../../../core/ledger/documents.ts'
import { returnStatus } from '../../../core/ledger/return-status.ts'
import { returnCaseOf, returnLineOf } from '../../../core/ledger/rows.ts'
import type { ReturnResolvers } from '../generated/types.ts'
import type { Context } from '../models.ts'

export const resolveReturn: NonNullable<ReturnResolvers['__resolveReference']> = ({ id }, { loaders }) =>
  loaders.returnCase.load(id)

export const returnFields: ReturnResolvers = {
  status: ({ lines }) => returnStatus(lines),
  channel: ({ channelId }) => (channelId === null ? null : { id: channelId }),
  reservation: ({ reservationId }) => (reservationId === null ? null : { id: reservationId }),
  location: ({ locationId }) => (locationId === null ? null : { id: locationId }),
  exceptions: ({ id }, _args, { loaders }) => loaders.exceptions.load(id),
}

/** Returns in the order of their ids, read together with those that others ask for at the same time. */
export async function returnsByIds(ids: readonly string[], { loaders }: Context): Promise<ReturnCase[]> {
  const found = await Promise.all(ids.map((id) => loaders.returnCase.load(id)))
  return found.filter((returned) => returned !== null)
}

type Row = Selectable<ReturnCaseTable> & { readonly lines: readonly Selectable<ReturnLineTable>[] }

/** Returns by id with all their lines, in one statement; those that the viewer may see. */
export async function readReturns(
  lookups: Kysely<Schema>,
  viewer: Viewer,
  ids: readonly string[],
): Promise<ReturnCase[]> {
  const { rows } = await sql<Row>`
    ${PREPARED} select r.*, lines.lines
    from unnest(${ids.map(bucketOf)}::smallint[], ${ids}::text[]) as wanted (bucket, id)
    cross join lateral (
      select * from return_case r where r.bucket = wanted.bucket and r.id = wanted.id limit 1
    ) r
    cross join lateral (
      select json_agg(l order by l.line) as lines from return_line l where l.return_id = r.id
    ) lines
  `.execute(lookups)
  const visible = rows.filter((row) => seesChannel(viewer, row.channel_id))
  return visible.map((row) => returnCaseOf(row, row.lines.map(returnLineOf)))
}
