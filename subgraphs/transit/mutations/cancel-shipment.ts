import { COMMON_CODES, submit, userErrors, withCursor } from '../../shared/payload.ts'
import type { CancelShipmentErrorCode, MutationResolvers } from '../generated/types.ts'
import { shipmentOf } from './shipment-of.ts'

const CODES: readonly CancelShipmentErrorCode[] = [...COMMON_CODES, 'VERSION_CONFLICT']

export const cancelShipment: NonNullable<MutationResolvers['cancelShipment']> = async (_root, { input }, context) => {
  const result = await submit(context, 'cancelShipment', input, {
    kind: 'cancelShipment',
    shipment: { id: input.id },
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
