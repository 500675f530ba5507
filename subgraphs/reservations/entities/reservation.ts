import { type Kysely, type Selectable, sql } from 'kysely'
import { seesReservation, type Viewer } from '../../../core/access/viewer.ts'
import type { ReservationLineTable, ReservationTable, Schema } from '../../../core/database/schema.ts'
import { PREPARED } from '../../../core/database/statement.ts'
import { bucketOf } from '../../../core/ledger/bucket.ts'
import { asOfNow, type Reservation, reservationStatus, reservationVersion } from '../../../core/ledger/documents.ts'
import { reservationLineOf } from '../../../core/ledger/rows.ts'
import { grouped } from '../../shared/loader.ts'
import { pageSize } from '../../shared/relay.ts'
import type { ReservationResolvers } from '../generated/types.ts'

export const resolveReservation: NonNullable<ReservationResolvers['__resolveReference']> = ({ id }, { loaders }) =>
  loaders.reservation.load(id)

export const reservationFields: ReservationResolvers = {
  status: ({ lines }) => reservationStatus(lines),
  expiresAt: ({ lines }) => firstEnd(lines),
  version: ({ lines }) => reservationVersion(lines),
  channel: ({ channelId }) => ({ id: channelId }),
  exceptions: ({ id }, _args, { loaders }) => loaders.exceptions.load(id),
  history: ({ id }, args, { loaders }) => loaders.history.load({ id, first: pageSize(args.first) }),
}

/** When the first of its lines ends by itself, of those that still do. */
function firstEnd(lines: Reservation['lines']): Date | null {
  const ends = lines.flatMap(({ held, backordered, confirmedAt, expiresAt }) =>
    expiresAt !== null && (held > 0 || (backordered > 0 && confirmedAt === null)) ? [expiresAt] : [],
  )
  return ends.reduce<Date | null>((first, end) => (first === null || end < first ? end : first), null)
}

type Row = Selectable<ReservationLineTable> &
  Pick<Selectable<ReservationTable>, 'reference' | 'client' | 'occurred_at' | 'recorded_at'> & { now: Date }

/** Reservations by id with all their lines, in one statement; those that the viewer may see. A hold past its time is shown as expired. */
export async function readReservations(
  lookups: Kysely<Schema>,
  viewer: Viewer,
  ids: readonly string[],
): Promise<Reservation[]> {
  const { rows } = await sql<Row>`
    ${PREPARED} select line.*, r.reference, r.client, r.occurred_at, r.recorded_at, statement_timestamp() as now
    from unnest(${ids.map(bucketOf)}::smallint[], ${ids}::text[]) as wanted (bucket, id)
    cross join lateral (
      select * from reservation r where r.bucket = wanted.bucket and r.id = wanted.id limit 1
    ) r
    join reservation_line line on line.reservation_id = r.id
    order by line.reservation_id, line.line
  `.execute(lookups)

  const found: Reservation[] = []
  for (const lines of grouped(rows, ({ reservation_id }) => reservation_id).values()) {
    const [first] = lines
    if (first === undefined) continue
    const reservation = {
      id: first.reservation_id,
      channelId: first.channel_id,
      reference: first.reference,
      client: first.client,
      occurredAt: first.occurred_at,
      recordedAt: first.recorded_at,
      lines: lines.map((line) => asOfNow(reservationLineOf(line), line.now)),
    }
    if (seesReservation(viewer, reservation)) found.push(reservation)
  }
  return found
}
