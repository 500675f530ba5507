import { textOrNull } from '../../shared/input.ts'
import { documentAndLineOf } from '../../shared/lines.ts'
import { COMMON_CODES, submit, userErrors, withCursor } from '../../shared/payload.ts'
import type { MoveReservationLineErrorCode, MutationResolvers } from '../generated/types.ts'
import { reservationOf } from './reservation-of.ts'

const CODES: readonly MoveReservationLineErrorCode[] = [
  ...COMMON_CODES,
  'VERSION_CONFLICT',
  'LOCATION_CLOSED',
  'INSUFFICIENT_STOCK',
  'INSUFFICIENT_SUPPLY',
]

export const moveReservationLine: NonNullable<MutationResolvers['moveReservationLine']> = async (
  _root,
  { input },
  context,
) => {
  const { quantity, locationId, reason, expectedVersion } = input
  const { documentId: id, line } = documentAndLineOf(input.lineId)
  const result = await submit(context, 'moveReservationLine', input, {
    kind: 'moveReservationLine',
    reservation: { id },
    line,
    quantity: quantity ?? null,
    locationId,
    reason: textOrNull(reason),
    expectedVersion: expectedVersion ?? null,
  })

  switch (result.status) {
    case 'posted': {
      const reservation = await reservationOf(result, context)
      return withCursor({ reservation, userErrors: [] }, result, context)
    }
    case 'refused':
      return { reservation: null, userErrors: userErrors(result.errors, CODES), cursor: null }
  }
}
