import type { Kysely } from 'kysely'
import { seesExactQuantities, type Viewer } from '../../../core/access/viewer.ts'
import { bandOf } from '../../../core/availability/bands.ts'
import type { Schema } from '../../../core/database/schema.ts'
import type { Reservation, ReservationLine } from '../../../core/ledger/documents.ts'

/**
 * Reservations as the viewer may see them. While a line waits for stock, what it has got so far is all there was: in channels that tell bands, whoever must
 * not see quantities is told the least of the band, and the rest as waiting. What waits for nothing is told as it is: whoever holds units knows how many.
 */
export async function toldReservations(
  db: Kysely<Schema>,
  viewer: Pick<Viewer, 'kind'>,
  reservations: readonly Reservation[],
): Promise<readonly Reservation[]> {
  const waiting = reservations.filter(({ lines }) => lines.some(isWaiting))
  if (seesExactQuantities(viewer) || waiting.length === 0) return reservations
  const channels = await db
    .selectFrom('channel')
    .select(['id', 'bands'])
    .where('id', 'in', [...new Set(waiting.map(({ channelId }) => channelId))])
    .execute()
  const boundsOf = new Map(channels.map(({ id, bands }) => [id, bands]))
  return reservations.map((reservation) => {
    const bounds = boundsOf.get(reservation.channelId) ?? []
    if (bounds.length === 0) return reservation
    return { ...reservation, lines: reservation.lines.map((line) => (isWaiting(line) ? toldLine(line, bounds) : line)) }
  })
}

function isWaiting({ backordered }: ReservationLine): boolean {
  return backordered > 0
}

function toldLine(line: ReservationLine, bounds: readonly number[]): ReservationLine {
  const got = line.held + line.committed
  const hidden = got - bandOf(got, bounds).from
  const held = Math.max(0, line.held - hidden)
  const committed = line.committed - (hidden - (line.held - held))
  return { ...line, held, committed, backordered: line.backordered + hidden }
}
