import { quantitiesOf } from '../../shared/lines.ts'
import { COMMON_CODES, submit, userErrors, withCursor } from '../../shared/payload.ts'
import type { MutationResolvers } from '../generated/types.ts'
import { reservationOf } from './reservation-of.ts'

export const fulfillReservation: NonNullable<MutationResolvers['fulfillReservation']> = async (
  _root,
  { input },
  context,
) => {
  const result = await submit(context, 'fulfillReservation', input, {
    kind: 'fulfillReservation',
    reservation: { id: input.id },
    lines: quantitiesOf(input),
  })

  switch (result.status) {
    case 'posted': {
      const reservation = await reservationOf(result, context)
      return withCursor({ reservation, userErrors: [] }, result, context)
    }
    case 'refused':
      return { reservation: null, userErrors: userErrors(result.errors, COMMON_CODES), cursor: null }
  }
}
