import { userErrors, withCursor } from '../../shared/payload.ts'
import type { ConfirmReservationsErrorCode, MutationResolvers } from '../generated/types.ts'
import { CONFIRM_CODES, confirmCommand } from './commands.ts'
import { eachReservation } from './each-reservation.ts'

const CODES: readonly ConfirmReservationsErrorCode[] = ['INVALID_INPUT', 'IDEMPOTENCY_CONFLICT']

export const confirmReservations: NonNullable<MutationResolvers['confirmReservations']> = async (
  _root,
  { input },
  context,
) => {
  const commands = input.reservations.map((one) => confirmCommand({ ...one, reason: input.reason ?? null }))
  const answer = await eachReservation(context, 'confirmReservations', input, commands, CONFIRM_CODES)

  switch (answer.status) {
    case 'each':
      return withCursor({ results: answer.results, userErrors: [] }, answer, context)
    case 'refused':
      return { results: null, userErrors: userErrors(answer.errors, CODES), cursor: null }
  }
}
