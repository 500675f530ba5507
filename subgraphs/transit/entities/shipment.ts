import { type Kysely, type Selectable, sql } from 'kysely'
import type { Schema, ShipmentLineTable, ShipmentTable } from '../../../core/database/schema.ts'
import { PREPARED } from '../../../core/database/statement.ts'
import { bucketOf } from '../../../core/ledger/bucket.ts'
import type { Shipment } from '../../../core/ledger/documents.ts'
import { shipmentLineOf, shipmentOf } from '../../../core/ledger/rows.ts'
import { shipmentStatus } from '../../../core/ledger/shipment-status.ts'
import type { ShipmentResolvers } from '../generated/types.ts'
import type { Context } from '../models.ts'

export const resolveShipment: NonNullable<ShipmentResolvers['__resolveReference']> = ({ id }, { loaders }) =>
  loaders.shipment.load(id)

export const shipmentFields: ShipmentResolvers = {
  status: (shipment) => shipmentStatus(shipment),
  origin: ({ originId }) => (originId === null ? null : { id: originId }),
  destination: ({ destinationId }) => ({ id: destinationId }),
  lines: (shipment) => shipment.lines.map((line) => ({ ...line, shipment })),
  exceptions: ({ id }, _args, { loaders }) => loaders.exceptions.load(id),
}

/** Shipments in the order of their ids, read together with those that others ask for at the same time. */
export async function shipmentsByIds(ids: readonly string[], { loaders }: Context): Promise<Shipment[]> {
  const found = await Promise.all(ids.map((id) => loaders.shipment.load(id)))
  return found.filter((shipment) => shipment !== null)
}

type Row = Selectable<ShipmentTable> & { readonly lines: readonly Selectable<ShipmentLineTable>[] }

/** Shipments by id with all their lines, in one statement. */
export async function readShipments(lookups: Kysely<Schema>, ids: readonly string[]): Promise<Shipment[]> {
  const { rows } = await sql<Row>`
    ${PREPARED} select s.*, lines.lines
    from unnest(${ids.map(bucketOf)}::smallint[], ${ids}::text[]) as wanted (bucket, id)
    cross join lateral (
      select * from shipment s where s.bucket = wanted.bucket and s.id = wanted.id limit 1
    ) s
    cross join lateral (
      select json_agg(l order by l.line) as lines from shipment_line l where l.shipment_id = s.id
    ) lines
  `.execute(lookups)
  return rows.map((row) => shipmentOf(row, row.lines.map(shipmentLineOf)))
}
