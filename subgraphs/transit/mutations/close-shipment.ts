import { COMMON_CODES, submit, userErrors, withCursor } from '../../shared/payload.ts'
import type { CloseShipmentErrorCode, MutationResolvers } from '../generated/types.ts'
import { shipmentOf } from './shipment-of.ts'

const CODES: readonly CloseShipmentErrorCode[] = [...COMMON_CODES, 'VERSION_CONFLICT']

export const closeShipment: NonNullable<MutationResolvers['closeShipment']> = async (_root, { input }, context) => {
  const result = await submit(context, 'closeShipment', input, {
    kind: 'closeShipment',
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
