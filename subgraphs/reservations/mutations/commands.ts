import type { ConfirmReservation, ReleaseReservation } from '../../../core/ledger/commands.ts'
import { textOrNull } from '../../shared/input.ts'
import { quantitiesOf } from '../../shared/lines.ts'
import { COMMON_CODES } from '../../shared/payload.ts'
import type {
  ConfirmReservationErrorCode,
  ConfirmReservationInput,
  ReleaseReservationErrorCode,
  ReleaseReservationInput,
} from '../generated/types.ts'

/** What confirms or releases one reservation, alone or with others. */

export const CONFIRM_CODES: readonly ConfirmReservationErrorCode[] = [
  ...COMMON_CODES,
  'VERSION_CONFLICT',
  'NO_LONGER_AVAILABLE',
]

export function confirmCommand(input: Omit<ConfirmReservationInput, 'idempotencyKey'>): ConfirmReservation {
  const { id, reason, expectedVersion } = input
  return {
    kind: 'confirmReservation',
    reservation: { id },
    lines: quantitiesOf(input),
    reason: textOrNull(reason),
    expectedVersion: expectedVersion ?? null,
  }
}

export const RELEASE_CODES: readonly ReleaseReservationErrorCode[] = [...COMMON_CODES, 'VERSION_CONFLICT']

export function releaseCommand(input: Omit<ReleaseReservationInput, 'idempotencyKey'>): ReleaseReservation {
  const { id, reason, expectedVersion } = input
  return {
    kind: 'releaseReservation',
    reservation: { id },
    lines: quantitiesOf(input),
    reason: textOrNull(reason),
    expectedVersion: expectedVersion ?? null,
  }
}
