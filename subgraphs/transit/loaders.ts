import type { Shipment } from '../../core/ledger/documents.ts'
import type { LoaderScope } from '../shared/context.ts'
import { keyed, type Loader, listLoaderOf, loaderOf } from '../shared/loader.ts'
import { type RecordedException, readExceptionsOfDocuments } from '../shared/stock-exceptions.ts'
import { type ItemShipments, nameOfItemShipments, readIdsByItem } from './entities/inventory-item.ts'
import { type LocationShipments, nameOfLocationShipments, readIdsByLocation } from './entities/location.ts'
import { readShipments } from './entities/shipment.ts'
import { type InboundShipments, nameOfInboundShipments, readInboundIdsByStockLevel } from './entities/stock-level.ts'

/** Batched reads of one request. Shipments belong to no channel: whoever may select them sees all of them. */
export interface Loaders {
  /** A shipment with its lines. */
  readonly shipment: Loader<string, Shipment | null>
  /** What was unexpected about a shipment, newest first. */
  readonly exceptions: Loader<string, readonly RecordedException[]>
  /** Ids of the newest shipments of an item. */
  readonly idsByItem: Loader<ItemShipments, readonly string[]>
  /** Ids of the newest shipments to or from a location. */
  readonly idsByLocation: Loader<LocationShipments, readonly string[]>
  /** Ids of the oldest shipments that a position still expects. */
  readonly inboundIdsByStockLevel: Loader<InboundShipments, readonly string[]>
}

export function loadersOf({ db, lookups }: LoaderScope): Loaders {
  return {
    shipment: loaderOf(
      (id) => id,
      async (ids) => keyed(await readShipments(lookups, ids), ({ id }) => id),
    ),
    exceptions: listLoaderOf(
      (id) => id,
      (ids) => readExceptionsOfDocuments(db, 'shipment', ids),
    ),
    idsByItem: listLoaderOf(nameOfItemShipments, (wanted) => readIdsByItem(lookups, wanted)),
    idsByLocation: listLoaderOf(nameOfLocationShipments, (wanted) => readIdsByLocation(db, wanted)),
    inboundIdsByStockLevel: listLoaderOf(nameOfInboundShipments, (wanted) => readInboundIdsByStockLevel(db, wanted)),
  }
}
