import { reservationLineStatus } from '../../../core/ledger/documents.ts'
import { lineIdOf } from '../../../core/ledger/ids.ts'
import type { ReservationLineResolvers } from '../generated/types.ts'

export const reservationLineFields: ReservationLineResolvers = {
  id: ({ reservationId, line }) => lineIdOf(reservationId, line),
  quantity: ({ requested }) => requested,
  status: (line) => reservationLineStatus(line),
  item: ({ sku }) => ({ sku }),
  location: ({ locationId }) => ({ id: locationId }),
  stockLevel: ({ sku, locationId }) => ({ sku, locationId }),
}
