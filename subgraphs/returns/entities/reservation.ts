import { type Kysely, sql } from 'kysely'
import { channelFilter } from '../../../core/access/channel-filter.ts'
import type { Viewer } from '../../../core/access/viewer.ts'
import type { Schema } from '../../../core/database/schema.ts'
import { grouped } from '../../shared/loader.ts'
import type { ReservationResolvers } from '../generated/types.ts'
import { returnsByIds } from './return.ts'

/** A reservation has few returns, so that all are given. */
export const reservationReturns: NonNullable<ReservationResolvers['returns']> = async ({ id }, _args, context) =>
  returnsByIds(await context.loaders.idsByReservation.load(id), context)

/** Ids by reservation, oldest first; for all reservations in one statement. */
export async function readIdsByReservation(
  db: Kysely<Schema>,
  viewer: Viewer,
  reservationIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rows } = await sql<{ reservation_id: string; id: string }>`
    select r.reservation_id, r.id
    from return_case r
    where r.reservation_id = any(${reservationIds}::text[]) and ${channelFilter(viewer, 'r.channel_id')}
    order by r.recorded_at, r.id
  `.execute(db)
  const byReservation = grouped(rows, (row) => row.reservation_id)
  return new Map([...byReservation].map(([reservationId, found]) => [reservationId, found.map(({ id }) => id)]))
}
