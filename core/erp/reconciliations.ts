import { type Kysely, type Selectable, sql } from 'kysely'
import type { ErpReconciliationTable, Schema } from '../database/schema.ts'
import { newId } from '../ledger/ids.ts'

export type RequestedReconciliation = Selectable<ErpReconciliationTable>

/** Asks for the comparisons whose time has come. */
export async function requestDue(db: Kysely<Schema>): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select s.id from erp_system s
    where s.reconcile_minutes > 0 and not s.paused and not exists (
      select from erp_reconciliation r
      where r.system_id = s.id and (r.state in ('REQUESTED', 'RUNNING') or r.requested_at > clock_timestamp() - s.reconcile_minutes * interval '1 minute')
    )
  `.execute(db)
  for (const { id } of rows) {
    await db
      .insertInto('erp_reconciliation')
      .values({
        id: newId('rec'),
        system_id: id,
        location_ids: null,
        skus: null,
        state: 'REQUESTED',
        requested_by: 'hub',
      })
      .execute()
  }
}

/** The next that is to be begun, as begun. What a process that is gone had begun is begun anew. Only one process asks at a time. */
export async function beginNext(db: Kysely<Schema>): Promise<RequestedReconciliation | undefined> {
  const { rows } = await sql<RequestedReconciliation>`
    update erp_reconciliation set state = 'RUNNING', started_at = clock_timestamp()
    where id = (select id from erp_reconciliation where state in ('REQUESTED', 'RUNNING') order by requested_at, id limit 1)
    returning *
  `.execute(db)
  return rows[0]
}

/** By the ERP's clock: whatever it had committed by then was recorded here. */
export async function readPulledUpTo(db: Kysely<Schema>, systemId: string): Promise<Date | undefined> {
  const row = await db.selectFrom('erp_pull').select('up_to').where('system_id', '=', systemId).executeTakeFirst()
  return row?.up_to ?? undefined
}

export async function endReconciliation(
  db: Kysely<Schema>,
  id: string,
  result: Partial<
    Pick<RequestedReconciliation, 'compared' | 'moving' | 'divergent' | 'beyond' | 'corrected' | 'unreadable'>
  > & {
    readonly state: 'DONE' | 'FAILED'
    readonly message: string | null
  },
): Promise<void> {
  await db
    .updateTable('erp_reconciliation')
    .set({ ...result, told: toldSince(id), ended_at: sql<Date>`clock_timestamp()` })
    .where('id', '=', id)
    .execute()
}

/** Movements that the ERP took from one whole comparison to the next. */
function toldSince(id: string) {
  return sql<number>`coalesce((
    select count(*) from erp_movement m
    where m.system_id = erp_reconciliation.system_id and m.settled_at <= erp_reconciliation.started_at and m.state = 'ACKNOWLEDGED' and m.settled_at > (
      select before.started_at from erp_reconciliation before
      where before.system_id = erp_reconciliation.system_id and before.state = 'DONE' and before.id <> ${id} and before.location_ids is null and before.skus is null
      order by before.requested_at desc limit 1
    )
  ), 0)`
}
