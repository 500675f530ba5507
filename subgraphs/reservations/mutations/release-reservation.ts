import { submit, userErrors, withCursor } from '../../shared/payload.ts'
import type { MutationResolvers } from '../generated/types.ts'
import { RELEASE_CODES, releaseCommand } from './commands.ts'
import { reservationOf } from './reservation-of.ts'

export const releaseReservation: NonNullable<MutationResolvers['releaseReservation']> = async (
  _root,
  { input },
  context,
) => {
  const result = await submit(context, 'releaseReservation', input, releaseCommand(input))

  switch (result.status) {
    case 'posted': {
      const reservation = await reservationOf(result, context)
      return withCursor({ reservation, userErrors: [] }, result, context)
    }
    case 'refused':
      return { reservation: null, userErrors: userErrors(result.errors, RELEASE_CODES), cursor: null }
  }
}
