import { COMMON_CODES, submit, userErrors, withCursor } from '../../shared/payload.ts'
import type { ConfirmReservationErrorCode, MutationResolvers } from '../generated/types.ts'
import { reservationOf } from './reservation-of.ts'

const CODES: readonly ConfirmReservationErrorCode[] = [...COMMON_CODES, 'NO_LONGER_AVAILABLE']

export const confirmReservation: NonNullable<MutationResolvers['confirmReservation']> = async (
  _root,
  { input },
  context,
) => {
  const result = await submit(context, 'confirmReservation', input, {
    kind: 'confirmReservation',
    reservation: { id: input.id },
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
