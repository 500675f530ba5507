import type { Reservation } from '../../../core/ledger/documents.ts'
import type { Posted } from '../../../core/ledger/ledger.ts'
import { toldReservations } from '../entities/told-reservation.ts'
import type { Context } from '../models.ts'

/** The reservation that a command made or changed. A repeated command gets its first answer, with the reservation as it is now. */
export async function reservationOf(result: Posted, { db, viewer, loaders }: Context): Promise<Reservation | null> {
  if (result.reservation !== undefined) {
    const [told] = await toldReservations(db, viewer, [result.reservation])
    return told ?? null
  }
  return result.document === undefined ? null : loaders.reservation.load(result.document.id)
}
