import { type Kysely, type Selectable, sql } from 'kysely'
import type { Schema, StockExceptionTable } from '../../core/database/schema.ts'
import { bucketOf } from '../../core/ledger/bucket.ts'
import type { StockException } from '../../core/ledger/decision.ts'
import type { DocumentKind } from '../../core/ledger/documents.ts'
import { grouped, nameOfParts } from './loader.ts'

/** An exception as the schema's `StockException` shows it. */
export interface RecordedException
  extends Pick<StockException, 'kind' | 'sku' | 'locationId' | 'quantity' | 'message'> {
  readonly recordedAt: Date
}

/** Exceptions of a document that are shown: it would be a strange document that has more. */
const EXCEPTIONS_OF_DOCUMENT_MAX = 250

/** What was unexpected about documents, by their ids, newest first. */
export async function readExceptionsOfDocuments(
  db: Kysely<Schema>,
  kind: DocumentKind,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly RecordedException[]>> {
  const { rows } = await sql<Selectable<StockExceptionTable>>`
    select e.*
    from unnest(${ids}::text[]) as wanted (id)
    cross join lateral (
      select * from stock_exception e
      where e.document_id = wanted.id and e.document = ${kind}
      order by e.recorded_at desc, e.bucket, e.number desc, e.seq desc
      limit ${EXCEPTIONS_OF_DOCUMENT_MAX}
    ) e
    order by e.recorded_at desc, e.bucket, e.number desc, e.seq desc
  `.execute(db)
  const byDocument = grouped(rows, (row) => row.document_id ?? '')
  return new Map([...byDocument].map(([id, found]) => [id, found.map(recordedException)]))
}

/** The newest exceptions of a position. */
export interface ExceptionsOfPosition {
  readonly sku: string
  readonly locationId: string
  readonly first: number
}

export function nameOfExceptions({ sku, locationId, first }: ExceptionsOfPosition): string {
  return nameOfParts(sku, locationId, first)
}

/** What was unexpected at positions, newest first; for all wanted positions in one statement. */
export async function readExceptionsOfPositions(
  db: Kysely<Schema>,
  wanted: readonly ExceptionsOfPosition[],
): Promise<ReadonlyMap<string, readonly RecordedException[]>> {
  const { rows } = await sql<Selectable<StockExceptionTable> & { first: number }>`
    select wanted.first, e.*
    from unnest(
      ${wanted.map(({ sku }) => bucketOf(sku))}::smallint[],
      ${wanted.map(({ sku }) => sku)}::text[],
      ${wanted.map(({ locationId }) => locationId)}::text[],
      ${wanted.map(({ first }) => first)}::integer[]
    ) as wanted (bucket, sku, location_id, first)
    cross join lateral (
      select * from stock_exception e
      where e.bucket = wanted.bucket and e.sku = wanted.sku and e.location_id = wanted.location_id
      order by e.number desc, e.seq desc
      limit wanted.first
    ) e
    order by e.number desc, e.seq desc
  `.execute(db)
  const byPosition = grouped(rows, ({ sku, location_id, first }) =>
    nameOfExceptions({ sku, locationId: location_id, first }),
  )
  return new Map([...byPosition].map(([name, found]) => [name, found.map(recordedException)]))
}

const KINDS: readonly StockException['kind'][] = [
  'OVERSELL',
  'NEGATIVE_STOCK',
  'OVER_RECEIPT',
  'UNKNOWN_DOCUMENT',
  'UNEXPECTED_STATE',
  'LATE_SUPPLY',
  'PROMISE_UNCOVERED',
  'CONTRADICTION',
]

function recordedException(row: Selectable<StockExceptionTable>): RecordedException {
  const kind = KINDS.find((candidate) => candidate === row.kind)
  if (kind === undefined) throw new Error(`"${row.kind}" is not a kind of exception`)
  return {
    kind,
    sku: row.sku,
    locationId: row.location_id,
    quantity: row.quantity,
    message: row.message,
    recordedAt: row.recorded_at,
  }
}
