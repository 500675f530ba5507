import type { Each, Refusal } from '../../../core/ledger/commands.ts'
import type { Reservation } from '../../../core/ledger/documents.ts'
import {
  type MutationAnswers,
  type MutationRefused,
  submitEach,
  type UserError,
  userErrors,
} from '../../shared/payload.ts'
import type { Context } from '../models.ts'
import { reservationOf } from './reservation-of.ts'

const RESERVATIONS_MAX = 1_000

/** What a mutation of many reservations gets. */
interface ManyReservations {
  readonly idempotencyKey: string
  readonly reservations: readonly { readonly id: string }[]
}

interface ReservationResult<Code extends string> {
  readonly id: string
  readonly reservation: Reservation | null
  readonly userErrors: UserError<Code>[]
}

interface ReservationResults<Code extends string> extends Pick<MutationAnswers, 'status' | 'position'> {
  readonly results: ReservationResult<Code>[]
}

/** One command for each reservation of the input, all under its key: results in their order, or why the request as a whole was refused. */
export async function eachReservation<Code extends Refusal['code']>(
  context: Context,
  mutation: string,
  input: ManyReservations,
  commands: Each['commands'],
  codes: readonly Code[],
): Promise<ReservationResults<Code> | MutationRefused> {
  const { reservations } = input
  if (reservations.length < 1 || reservations.length > RESERVATIONS_MAX) {
    const message = `Name 1 to ${RESERVATIONS_MAX} reservations, not ${reservations.length}.`
    const problem = reservations.length < 1 ? 'LIST_EMPTY' : 'LIST_TOO_LONG'
    return {
      status: 'refused',
      errors: [{ code: 'INVALID_INPUT', problem, message, field: ['input', 'reservations'] }],
    }
  }
  const answers = await submitEach(context, mutation, input, commands)
  if (answers.status === 'refused') return answers

  const results = await Promise.all(
    answers.results.map(async (result, index) => {
      const id = reservations[index]?.id ?? ''
      return result.status === 'posted'
        ? { id, reservation: await reservationOf(result, context), userErrors: [] }
        : { id, reservation: null, userErrors: userErrors(result.errors.map(placedAt(index)), codes) }
    }),
  )
  return { status: 'each', results, position: answers.position }
}

/** A refusal as if its command had come alone names a path from "input" down; here it begins at the command's place in the list. */
function placedAt(index: number): (refusal: Refusal) => Refusal {
  return (refusal) =>
    refusal.field === undefined
      ? refusal
      : { ...refusal, field: ['input', 'reservations', String(index), ...refusal.field.slice(1)] }
}
