import { type Kysely, sql } from 'kysely'
import { channelFilter } from '../../../core/access/channel-filter.ts'
import type { Viewer } from '../../../core/access/viewer.ts'
import type { Schema } from '../../../core/database/schema.ts'
import { epochOf, movementReference } from '../../../core/erp/movement.ts'
import { type Account as AccountName, FAMILY_OF, type Family } from '../../../core/ledger/accounts.ts'
import { bucketOf } from '../../../core/ledger/bucket.ts'
import type { PostingKind } from '../../../core/ledger/decision.ts'
import type { DocumentKind as DocumentName, FactKind } from '../../../core/ledger/documents.ts'
import { IS_NO_HOLD, newestHolds } from '../../../core/ledger/holds.ts'
import { lineIdOf } from '../../../core/ledger/ids.ts'
import { grouped, nameOfParts } from '../../shared/loader.ts'
import { movementIdOf, movementOf } from '../../shared/movement-id.ts'
import type { Account, AccountFamily, DocumentKind, MovementKind, StockMovementResolvers } from '../generated/types.ts'
import type { StockMovementModel } from '../models.ts'

/** The words of the ledger and those of the schema: the same ones, written differently. */
export const ACCOUNTS: Readonly<Record<AccountName, Account>> = {
  sellable: 'SELLABLE',
  qualityHold: 'QUALITY_HOLD',
  damaged: 'DAMAGED',
  blocked: 'BLOCKED',
  supplier: 'SUPPLIER',
  customer: 'CUSTOMER',
  loss: 'LOSS',
  inTransfer: 'IN_TRANSFER',
  held: 'HELD',
  committed: 'COMMITTED',
  backordered: 'BACKORDERED',
  fenced: 'FENCED',
  unpromised: 'UNPROMISED',
  onOrder: 'ON_ORDER',
  inTransit: 'IN_TRANSIT',
  unscheduled: 'UNSCHEDULED',
}

export const FAMILIES: Readonly<Record<Family, AccountFamily>> = { stock: 'STOCK', demand: 'DEMAND', supply: 'SUPPLY' }

export const KINDS: Readonly<Record<PostingKind, MovementKind>> = {
  hold: 'HOLD',
  confirm: 'CONFIRM',
  release: 'RELEASE',
  expire: 'EXPIRE',
  fulfill: 'FULFILL',
  backorder: 'BACKORDER',
  fill: 'FILL',
  move: 'MOVE',
  fence: 'FENCE',
  sale: 'SALE',
  receipt: 'RECEIPT',
  order: 'ORDER',
  dispatch: 'DISPATCH',
  close: 'CLOSE',
  cancel: 'CANCEL',
  return: 'RETURN',
  restock: 'RESTOCK',
  dispose: 'DISPOSE',
  toVendor: 'TO_VENDOR',
  count: 'COUNT',
  countOffset: 'COUNT_OFFSET',
  adjustment: 'ADJUSTMENT',
  reclassification: 'RECLASSIFICATION',
  correction: 'CORRECTION',
}

const DOCUMENTS: Readonly<Record<DocumentName, DocumentKind>> = {
  reservation: 'RESERVATION',
  shipment: 'SHIPMENT',
  return: 'RETURN',
}

/** The ledger's words for some of the schema's. */
export function namesOf<Name extends string, Public>(
  names: Readonly<Record<Name, Public>>,
  wanted: readonly Public[],
): string[] {
  return Object.entries(names).flatMap(([name, shown]) => (wanted.some((one) => one === shown) ? [name] : []))
}

/** The schema's word for one of the ledger's. What the ledger does not know cannot be in the journal. */
function publicName<Public>(names: Readonly<Record<string, Public>>, name: string): Public {
  const shown = names[name]
  if (shown === undefined) throw new Error(`"${name}" is not a word of the ledger`)
  return shown
}

export const resolveMovement: NonNullable<StockMovementResolvers['__resolveReference']> = ({ id }, { loaders }) =>
  loaders.movement.load(id)

export const movementFields: StockMovementResolvers = {
  id: (entry) => movementIdOf(entry),
  hubReference: async ({ bucket, number }, _args, { loaders }) =>
    movementReference({ epoch: await loaders.epoch.load({ bucket, number }), stream: bucket, number }),
  locationId: ({ location_id }) => location_id,
  item: ({ sku }, _args, { loaders }) => loaders.item.load(sku),
  location: ({ location_id }, _args, { loaders }) => loaders.location.load(location_id),
  family: ({ from_account }) => publicName(FAMILIES, publicName(FAMILY_OF, from_account)),
  from: ({ from_account }) => publicName(ACCOUNTS, from_account),
  to: ({ to_account }) => publicName(ACCOUNTS, to_account),
  kind: ({ kind }) => publicName(KINDS, kind),
  occurredAt: ({ occurred_at }) => occurred_at,
  recordedAt: ({ recorded_at }) => recorded_at,
  eventId: ({ event_id }) => event_id,
  channelId: ({ channel_id }) => channel_id,
  channel: ({ channel_id }) => (channel_id === null ? null : { id: channel_id }),
  documentKind: ({ document }) => (document === null ? null : publicName(DOCUMENTS, document)),
  documentId: ({ document_id }) => document_id,
  lineId: ({ document_id, line }) => (document_id === null || line === null ? null : lineIdOf(document_id, line)),
  reservation: (entry) => documentOf(entry, 'reservation'),
  shipment: (entry) => documentOf(entry, 'shipment'),
  return: (entry) => documentOf(entry, 'return'),
  fact: ({ sku, location_id: locationId, reference, kind, from_account, to_account }, _args, { viewer, loaders }) => {
    const told = factKindOf(kind, from_account, to_account)
    if (reference === null || told === null || viewer.channels !== null) return null
    return loaders.fact.load({ sku, locationId, reference, kind: told })
  },
  cursor: ({ cursor }) => cursor?.() ?? null,
}

/** Which kind of fact an entry is a part of. What takes back a part of it goes the opposite way. */
function factKindOf(kind: string, from: string, to: string): FactKind | null {
  switch (kind) {
    case 'sale':
    case 'fulfill':
      return 'sale'
    case 'receipt':
    case 'return':
    case 'dispatch':
      return kind
    case 'correction':
      if (from === 'customer') return 'sale'
      if (to === 'customer') return 'return'
      return from === 'inTransfer' ? 'dispatch' : 'receipt'
    default:
      return null
  }
}

function documentOf({ document, document_id }: StockMovementModel, kind: DocumentName): { readonly id: string } | null {
  return document === kind && document_id !== null ? { id: document_id } : null
}

/** Journal entries by their public ids, in one statement. */
export async function readMovements(
  db: Kysely<Schema>,
  viewer: Viewer,
  ids: readonly string[],
): Promise<ReadonlyMap<string, StockMovementModel>> {
  const keys = ids.flatMap((id) => movementOf(id) ?? [])
  if (keys.length === 0) return new Map()
  const rows = await db
    .selectFrom('journal')
    .selectAll()
    .where(
      sql<boolean>`(bucket, number) in (
        select * from unnest(
          ${keys.map(({ bucket }) => bucket)}::smallint[], ${keys.map(({ number }) => number)}::bigint[]
        )
      )`,
    )
    .where(channelFilter(viewer, 'journal.channel_id'))
    .execute()
  return new Map(rows.map((row) => [movementIdOf(row), row]))
}

/** The key of an entry. */
export interface EntryKey {
  readonly bucket: number
  readonly number: number
}

/** Under which epochs the numbers of entries were handed out, by their public ids, in one statement. Those from before epochs were kept have none. */
export async function readEpochs(
  db: Kysely<Schema>,
  keys: readonly EntryKey[],
): Promise<ReadonlyMap<string, string | null>> {
  const { rows } = await sql<EntryKey & { epoch: string | null }>`
    select entry.bucket, entry.number, ${epochOf(sql`entry.bucket`, sql`entry.number`)} as epoch
    from unnest(
      ${keys.map(({ bucket }) => bucket)}::smallint[], ${keys.map(({ number }) => number)}::bigint[]
    ) as entry (bucket, number)
  `.execute(db)
  return new Map(rows.map(({ epoch, ...key }) => [movementIdOf(key), epoch]))
}

/** The newest entries of a position. */
export interface MovementsOfPosition {
  readonly sku: string
  readonly locationId: string
  readonly first: number
}

export function nameOfMovements({ sku, locationId, first }: MovementsOfPosition): string {
  return nameOfParts(sku, locationId, first)
}

/** Entries by position, newest record first; for all wanted positions in one statement. */
export async function readMovementsOfPositions(
  db: Kysely<Schema>,
  viewer: Viewer,
  wanted: readonly MovementsOfPosition[],
): Promise<ReadonlyMap<string, readonly StockMovementModel[]>> {
  const visible = channelFilter(viewer, 'j.channel_id')
  const { rows } = await sql<StockMovementModel & { first: number }>`
    select wanted.first, entry.*
    from unnest(
      ${wanted.map(({ sku }) => bucketOf(sku))}::smallint[],
      ${wanted.map(({ sku }) => sku)}::text[],
      ${wanted.map(({ locationId }) => locationId)}::text[],
      ${wanted.map(({ first }) => first)}::integer[]
    ) as wanted (bucket, sku, location_id, first)
    cross join lateral (
      select j.* from (
        -- Holds stand in no index by position.
        select j.* from journal j
        where j.bucket = wanted.bucket and j.sku = wanted.sku and j.location_id = wanted.location_id and ${IS_NO_HOLD} and ${visible}
        union all
        (${newestHolds('wanted', sql`wanted.first`, visible)})
      ) j
      order by j.number desc
      limit wanted.first
    ) entry
    order by entry.number desc
  `.execute(db)
  return grouped(rows, ({ sku, location_id, first }) => nameOfMovements({ sku, locationId: location_id, first }))
}
