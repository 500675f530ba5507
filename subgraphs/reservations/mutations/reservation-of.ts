import type { Command } from '../../../core/ledger/commands.ts'
import type { Reservation } from '../../../core/ledger/documents.ts'
import type { Posted } from '../../../core/ledger/ledger.ts'
import { type MutationResult, submit } from '../../shared/payload.ts'
import type { Context } from '../models.ts'

/** The reservation that a command made or changed. A repeated command gets its first answer, with the reservation as it is now. */
export async function reservationOf(result: Posted, { loaders }: Context): Promise<Reservation | null> {
  if (result.reservation !== undefined) return result.reservation
  return result.document === undefined ? null : loaders.reservation.load(result.document.id)
}

/**
 * Sends a command about a reservation that exists. The ledger looks at its channel; that a storefront touches only what its own client made is
 * looked up before, which is as good as under the lock, because a reservation never changes hands.
 */
export async function submitStep(
  context: Context,
  mutation: string,
  input: { readonly idempotencyKey: string; readonly id: string },
  command: Command,
): Promise<MutationResult> {
  return submit(context, mutation, input, command, async () => {
    if (context.viewer.kind !== 'storefront') return []
    if ((await context.loaders.reservation.load(input.id)) !== null) return []
    return [{ code: 'NOT_FOUND', message: `There is no reservation "${input.id}".`, field: ['input', 'id'] }]
  })
}
