import type { Shipment, ShipmentLine } from '../../core/ledger/documents.ts'
import type { RequestContext } from '../shared/context.ts'
import type { Loaders } from './loaders.ts'

/** What resolvers of this subgraph get with every request. */
export type Context = RequestContext<Loaders>

/** What resolvers hand to each other for a type of the schema; named in codegen.yml. */
export type ShipmentModel = Shipment
/** A line with the shipment that it belongs to: that says where it arrives, and what its quantities mean. */
export interface ShipmentLineModel extends ShipmentLine {
  readonly shipment: Shipment
}
