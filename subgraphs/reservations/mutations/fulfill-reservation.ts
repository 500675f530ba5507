import { textOrNull } from '../../shared/input.ts'
import { quantitiesOf } from '../../shared/lines.ts'
import { COMMON_CODES, submit, userErrors, withCursor } from '../../shared/payload.ts'
import type { FulfillReservationErrorCode, MutationResolvers } from '../generated/types.ts'
import { reservationOf } from './reservation-of.ts'

const CODES: readonly FulfillReservationErrorCode[] = [...COMMON_CODES, 'VERSION_CONFLICT']

export const fulfillReservation: NonNullable<MutationResolvers['fulfillReservation']> = async (
  _root,
  { input },
  context,
) => {
  const result = await submit(context, 'fulfillReservation', input, {
    kind: 'fulfillReservation',
    reservation: { id: input.id },
    lines: quantitiesOf(input),
    reason: textOrNull(input.reason),
    expectedVersion: input.expectedVersion ?? null,
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
