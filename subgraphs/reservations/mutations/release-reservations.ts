import { userErrors, withCursor } from '../../shared/payload.ts'
import type { MutationResolvers, ReleaseReservationsErrorCode } from '../generated/types.ts'
import { RELEASE_CODES, releaseCommand } from './commands.ts'
import { eachReservation } from './each-reservation.ts'

const CODES: readonly ReleaseReservationsErrorCode[] = ['INVALID_INPUT', 'IDEMPOTENCY_CONFLICT']

export const releaseReservations: NonNullable<MutationResolvers['releaseReservations']> = async (
  _root,
  { input },
  context,
) => {
  const commands = input.reservations.map((one) => releaseCommand({ ...one, reason: input.reason ?? null }))
  const answer = await eachReservation(context, 'releaseReservations', input, commands, RELEASE_CODES)

  switch (answer.status) {
    case 'each':
      return withCursor({ results: answer.results, userErrors: [] }, answer, context)
    case 'refused':
      return { results: null, userErrors: userErrors(answer.errors, CODES), cursor: null }
  }
}
