import { type Kysely, sql } from 'kysely'
import { integers, texts } from '../../../core/database/array-literal.ts'
import type { Schema } from '../../../core/database/schema.ts'
import { isOf } from '../../../core/ledger/authority.ts'
import { bucketOf } from '../../../core/ledger/bucket.ts'
import type { FactKind as FactName } from '../../../core/ledger/documents.ts'
import { agreedState, standing } from '../../../core/ledger/facts.ts'
import { factsOf } from '../../../core/ledger/rows.ts'
import { keyed, nameOfParts } from '../../shared/loader.ts'
import type { AuthorityResolvers, FactKind, FactReportResolvers, FactResolvers } from '../generated/types.ts'
import type { FactModel, FactReportModel } from '../models.ts'

export const FACT_KINDS: Readonly<Record<FactName, FactKind>> = {
  sale: 'SALE',
  receipt: 'RECEIPT',
  return: 'RETURN',
  dispatch: 'DISPATCH',
}

/** The kinds of the ledger that are asked for; null where any is meant. */
export function factKindsOf(wanted: readonly FactKind[] | null | undefined): readonly FactName[] | null {
  if (wanted == null) return null
  return [...new Set(wanted)].flatMap((kind) => KINDS.filter((name) => FACT_KINDS[name] === kind))
}

const KINDS = ['sale', 'receipt', 'return', 'dispatch'] as const satisfies readonly FactName[]

export const factFields: FactResolvers = {
  sku: ([{ sku }]) => sku,
  locationId: ([{ locationId }]) => locationId,
  item: ([{ sku }], _args, { loaders }) => loaders.item.load(sku),
  location: ([{ locationId }], _args, { loaders }) => loaders.location.load(locationId),
  reference: ([{ reference }]) => reference,
  kind: ([{ kind }]) => FACT_KINDS[kind],
  quantity: (reports) => standing(reports).stands,
  state: (reports) => {
    const { stands, verdict } = standing(reports)
    return verdict?.state ?? agreedState(reports, stands)
  },
  authority: ([{ verdict }]) => verdict?.authority ?? null,
  reports: bySource,
  changedAt: ([{ verdict }]) => verdict?.changedAt ?? null,
}

/** A source that has told of sales through several channels has told the sum of them. */
function bySource(reports: FactModel): FactReportModel[] {
  const found = new Map<string, FactReportModel>()
  for (const report of reports) {
    const before = found.get(report.source)
    const quantity = (before?.quantity ?? 0) + report.quantity
    found.set(report.source, { ...(before ?? report), quantity })
  }
  return [...found.values()]
}

export const factReportFields: FactReportResolvers = {
  authoritative: ({ source, verdict }) => verdict?.authority != null && isOf(verdict.authority, source),
}

export const authorityFields: AuthorityResolvers = {
  kind: ({ kind }) => FACT_KINDS[kind],
  location: ({ locationId }, _args, { loaders }) => (locationId === null ? null : loaders.location.load(locationId)),
}

/** What makes reports one fact. */
export interface FactKey {
  readonly sku: string
  readonly locationId: string
  readonly reference: string
  readonly kind: FactName
}

export function nameOfFact({ sku, locationId, reference, kind }: FactKey): string {
  return nameOfParts(sku, locationId, reference, kind)
}

/** Facts by what makes them one, in one statement. */
export async function readFacts(
  db: Kysely<Schema>,
  wanted: readonly FactKey[],
): Promise<ReadonlyMap<string, FactModel>> {
  const rows = await db
    .selectFrom('fact')
    .selectAll()
    .where(
      sql<boolean>`(bucket, sku, location_id, reference, kind) in (
        select * from unnest(
          ${integers(wanted.map(({ sku }) => bucketOf(sku)))}::smallint[], ${texts(wanted.map(({ sku }) => sku))}::text[],
          ${texts(wanted.map(({ locationId }) => locationId))}::text[], ${texts(wanted.map(({ reference }) => reference))}::text[],
          ${texts(wanted.map(({ kind }) => kind))}::text[]
        )
      )`,
    )
    .execute()
  return keyed(rows.map(factsOf), ([first]) => nameOfFact(first))
}
