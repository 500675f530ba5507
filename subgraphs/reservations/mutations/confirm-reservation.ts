import { submit, userErrors, withCursor } from '../../shared/payload.ts'
import type { MutationResolvers } from '../generated/types.ts'
import { CONFIRM_CODES, confirmCommand } from './commands.ts'
import { reservationOf } from './reservation-of.ts'

export const confirmReservation: NonNullable<MutationResolvers['confirmReservation']> = async (
  _root,
  { input },
  context,
) => {
  const result = await submit(context, 'confirmReservation', input, confirmCommand(input))

  switch (result.status) {
    case 'posted': {
      const reservation = await reservationOf(result, context)
      return withCursor({ reservation, userErrors: [] }, result, context)
    }
    case 'refused':
      return { reservation: null, userErrors: userErrors(result.errors, CONFIRM_CODES), cursor: null }
  }
}
