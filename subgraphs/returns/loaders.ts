import type { ReturnCase } from '../../core/ledger/documents.ts'
import type { LoaderScope } from '../shared/context.ts'
import { keyed, type Loader, listLoaderOf, loaderOf } from '../shared/loader.ts'
import { type RecordedException, readExceptionsOfDocuments } from '../shared/stock-exceptions.ts'
import { type ItemReturns, nameOfItemReturns, readIdsByItem } from './entities/inventory-item.ts'
import { readIdsByReservation } from './entities/reservation.ts'
import { readReturns } from './entities/return.ts'

/** Batched reads of one request. What the viewer may not see is not found. */
export interface Loaders {
  /** A return with its lines. */
  readonly returnCase: Loader<string, ReturnCase | null>
  /** What was unexpected about a return, newest first. */
  readonly exceptions: Loader<string, readonly RecordedException[]>
  /** Ids of the newest returns of an item. */
  readonly idsByItem: Loader<ItemReturns, readonly string[]>
  /** Ids of the returns of a reservation, oldest first. */
  readonly idsByReservation: Loader<string, readonly string[]>
}

export function loadersOf({ db, lookups, viewer }: LoaderScope): Loaders {
  return {
    returnCase: loaderOf(
      (id) => id,
      async (ids) => keyed(await readReturns(lookups, viewer, ids), ({ id }) => id),
    ),
    exceptions: listLoaderOf(
      (id) => id,
      (ids) => readExceptionsOfDocuments(db, 'return', ids),
    ),
    idsByItem: listLoaderOf(nameOfItemReturns, (wanted) => readIdsByItem(lookups, viewer, wanted)),
    idsByReservation: listLoaderOf(
      (id) => id,
      (ids) => readIdsByReservation(db, viewer, ids),
    ),
  }
}
