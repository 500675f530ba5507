import type { Reservation } from '../../core/ledger/documents.ts'
import type { LoaderScope } from '../shared/context.ts'
import { keyed, type Loader, listLoaderOf, loaderOf } from '../shared/loader.ts'
import { type RecordedException, readExceptionsOfDocuments } from '../shared/stock-exceptions.ts'
import { type ItemReservations, nameOfItemReservations, readIdsByItem } from './entities/inventory-item.ts'
import { readReservations } from './entities/reservation.ts'
import { type HistoryOf, nameOfHistory, type RecordedStep, readHistories } from './entities/reservation-history.ts'
import { nameOfOpenReservations, type OpenReservations, readOpenIdsByStockLevel } from './entities/stock-level.ts'
import { toldReservations } from './entities/told-reservation.ts'

/** Batched reads of one request. What the viewer may not see is not found. */
export interface Loaders {
  /** A reservation with its lines as they are at the reading. */
  readonly reservation: Loader<string, Reservation | null>
  /** What was unexpected about a reservation, newest first. */
  readonly exceptions: Loader<string, readonly RecordedException[]>
  /** What was done with a reservation, newest first. */
  readonly history: Loader<HistoryOf, readonly RecordedStep[]>
  /** Ids of the newest reservations of an item. */
  readonly idsByItem: Loader<ItemReservations, readonly string[]>
  /** Ids of the oldest open reservations at a position. */
  readonly openIdsByStockLevel: Loader<OpenReservations, readonly string[]>
}

export function loadersOf({ db, lookups, alongIndexes, viewer }: LoaderScope): Loaders {
  return {
    reservation: loaderOf(
      (id) => id,
      async (ids) => {
        const read = await readReservations(lookups, viewer, ids)
        return keyed(await toldReservations(db, viewer, read), ({ id }) => id)
      },
    ),
    exceptions: listLoaderOf(
      (id) => id,
      (ids) => readExceptionsOfDocuments(db, 'reservation', ids),
    ),
    history: listLoaderOf(nameOfHistory, (wanted) => readHistories(db, wanted)),
    idsByItem: listLoaderOf(nameOfItemReservations, (wanted) =>
      alongIndexes((pages) => readIdsByItem(pages, viewer, wanted)),
    ),
    openIdsByStockLevel: listLoaderOf(nameOfOpenReservations, (wanted) =>
      alongIndexes((pages) => readOpenIdsByStockLevel(pages, viewer, wanted)),
    ),
  }
}
