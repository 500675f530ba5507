import type { Viewer } from '../../core/access/viewer.ts'
import type { Shipment, ShipmentLine } from '../../core/ledger/documents.ts'

/** What resolvers of this subgraph get with every request. */
export interface Context {
  readonly viewer: Viewer
}

/** What resolvers hand to each other for a type of the schema; named in codegen.yml. */
export type ShipmentModel = Shipment
/** A line knows where its shipment arrives, so that it leads to the stock level there. */
export interface ShipmentLineModel extends ShipmentLine {
  readonly destinationId: string
}
