import { sql } from 'kysely'
import type { Queryable } from '../../core/feed/heads.ts'
import type { FeedChange, FeedMessage } from '../../core/feed/position.ts'

export interface StreamBatch {
  readonly stream: number
  /** One change for each; which table it is written to. */
  readonly tables: readonly ('journal' | 'change')[]
}

/**
 * Writes numbered rows as the ledger does: the head is locked and moved on, and the rows written, in one transaction. Returns what is to be published.
 */
export async function commitBatch(db: Queryable, batches: readonly StreamBatch[]): Promise<FeedMessage[]> {
  return db.kysely.transaction().execute(async (trx) => {
    const { epoch, recordedAt } = await trx
      .selectFrom('hub')
      .select(['epoch', sql<number>`floor(extract(epoch from now()) * 1000)::float8`.as('recordedAt')])
      .executeTakeFirstOrThrow()
    const messages: FeedMessage[] = []
    for (const { stream, tables } of batches) {
      const { number: to } = await trx
        .updateTable('bucket_head')
        .set((eb) => ({ number: eb('number', '+', tables.length) }))
        .where('bucket', '=', stream)
        .returning('number')
        .executeTakeFirstOrThrow()
      const from = to - tables.length + 1
      const changes = tables.map((table, index) => changeOf(stream, from + index, table))
      await writeRows(trx, stream, changes)
      messages.push({ epoch, stream, from, to, recordedAt, changes })
    }
    return messages
  })
}

/** A batch of many rows in one stream. */
export function many(stream: number, count: number): StreamBatch {
  return { stream, tables: Array.from({ length: count }, (_, index) => (index % 3 === 0 ? 'change' : 'journal')) }
}

function changeOf(stream: number, number: number, table: 'journal' | 'change'): FeedChange {
  const sku = `SKU-${stream}-${number}`
  return table === 'journal'
    ? { number, subject: 'journal', subjectId: number % 2 === 0 ? `rsv_${number}` : null, sku, locationId: 'BER' }
    : { number, subject: 'item', subjectId: sku, sku, locationId: null }
}

async function writeRows(trx: Queryable['kysely'], stream: number, changes: readonly FeedChange[]): Promise<void> {
  const journal = changes.filter(({ subject }) => subject === 'journal')
  const other = changes.filter(({ subject }) => subject !== 'journal')
  const columns = (rows: readonly FeedChange[]) => sql`
    unnest(${rows.map((row) => row.number)}::bigint[], ${rows.map((row) => row.subject)}::text[],
           ${rows.map((row) => row.subjectId)}::text[], ${rows.map((row) => row.sku)}::text[],
           ${rows.map((row) => row.locationId)}::text[]) as row (number, subject, subject_id, sku, location_id)
  `
  await sql`
    insert into journal (bucket, number, sku, location_id, from_account, to_account, quantity, kind, occurred_at, recorded_at, document_id)
    select ${stream}, number, sku, location_id, 'supplier', 'sellable', 1, 'receipt', now(), now(), subject_id
    from ${columns(journal)}
  `.execute(trx)
  await sql`
    insert into change (bucket, number, subject, subject_id, sku, location_id, action, occurred_at, recorded_at)
    select ${stream}, number, subject, subject_id, sku, location_id, 'upserted', now(), now() from ${columns(other)}
  `.execute(trx)
}
