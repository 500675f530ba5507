import { COMMON_CODES, submit, userErrors, withCursor } from '../../shared/payload.ts'
import type { MutationResolvers, RescheduleShipmentErrorCode } from '../generated/types.ts'
import { shipmentOf } from './shipment-of.ts'

const CODES: readonly RescheduleShipmentErrorCode[] = [...COMMON_CODES, 'VERSION_CONFLICT']

export const rescheduleShipment: NonNullable<MutationResolvers['rescheduleShipment']> = async (
  _root,
  { input },
  context,
) => {
  const result = await submit(context, 'rescheduleShipment', input, {
    kind: 'rescheduleShipment',
    shipment: { id: input.id },
    expectedAt: input.expectedAt ?? null,
    expectedVersion: input.expectedVersion ?? null,
  })

  switch (result.status) {
    case 'posted': {
      const shipment = await shipmentOf(result, context)
      return withCursor({ shipment, userErrors: [] }, result, context)
    }
    case 'refused':
      return { shipment: null, userErrors: userErrors(result.errors, CODES), cursor: null }
  }
}
