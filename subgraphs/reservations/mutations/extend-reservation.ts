import { textOrNull } from '../../shared/input.ts'
import { COMMON_CODES, submit, userErrors, withCursor } from '../../shared/payload.ts'
import type { ExtendReservationErrorCode, MutationResolvers } from '../generated/types.ts'
import { reservationOf } from './reservation-of.ts'

const CODES: readonly ExtendReservationErrorCode[] = [...COMMON_CODES, 'VERSION_CONFLICT']

/** As the schema says, for those who give null. */
const TTL_SECONDS_DEFAULT = 900

export const extendReservation: NonNullable<MutationResolvers['extendReservation']> = async (
  _root,
  { input },
  context,
) => {
  const result = await submit(context, 'extendReservation', input, {
    kind: 'extendReservation',
    id: input.id,
    ttlSeconds: input.ttlSeconds ?? TTL_SECONDS_DEFAULT,
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
