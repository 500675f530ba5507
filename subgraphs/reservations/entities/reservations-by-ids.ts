import type { Reservation } from '../../../core/ledger/documents.ts'
import type { Context } from '../models.ts'

/** Reservations in the order of their ids, read together with those that others ask for at the same time. */
export async function reservationsByIds(ids: readonly string[], { loaders }: Context): Promise<Reservation[]> {
  const found = await Promise.all(ids.map((id) => loaders.reservation.load(id)))
  return found.filter((reservation) => reservation !== null)
}
