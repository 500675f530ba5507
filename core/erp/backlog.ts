import { type Kysely, sql } from 'kysely'
import type { Schema } from '../database/schema.ts'

/** What an ERP is to be told. */
export interface ErpBacklog {
  readonly queued: number
  readonly sent: number
  readonly refused: number
  /** Numbers of the journal that were not looked through yet, for all ERPs together. */
  readonly unread: number
  readonly oldestRecordedAt: Date | null
}

/** By ERP; those for which there never was a movement are not among them. Counts what waits, which is found by its index; what is done is not looked at. */
export async function readErpBacklogs(
  db: Kysely<Schema>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ErpBacklog>> {
  const { rows } = await sql<ErpBacklog & { readonly id: string }>`
    select w.id, coalesce(m.queued, 0)::float8 as queued, coalesce(m.sent, 0)::float8 as sent, coalesce(m.refused, 0)::float8 as refused,
           (select coalesce(sum(h.number - c.number), 0) from erp_cursor c join bucket_head h on h.bucket = c.bucket)::float8 as unread,
           m.oldest as "oldestRecordedAt"
    from unnest(${ids}::text[]) as w (id)
    left join (
      select system_id, count(*) filter (where state = 'QUEUED') as queued, count(*) filter (where state = 'SENT') as sent,
             count(*) filter (where state = 'REFUSED') as refused, min(recorded_at) filter (where state <> 'REFUSED') as oldest
      from erp_movement
      where state in ('QUEUED', 'SENT', 'REFUSED') and system_id = any(${ids}::text[])
      group by system_id
    ) m on m.system_id = w.id
  `.execute(db)
  return new Map(rows.map(({ id, ...backlog }) => [id, backlog]))
}
