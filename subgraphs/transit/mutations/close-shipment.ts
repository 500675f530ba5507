import { COMMON_CODES, submit, userErrors, withCursor } from '../../shared/payload.ts'
import type { MutationResolvers } from '../generated/types.ts'
import { shipmentOf } from './shipment-of.ts'

export const closeShipment: NonNullable<MutationResolvers['closeShipment']> = async (_root, { input }, context) => {
  const result = await submit(context, 'closeShipment', input, {
    kind: 'closeShipment',
    shipment: { id: input.id },
  })

  switch (result.status) {
    case 'posted': {
      const shipment = await shipmentOf(result, context)
      return withCursor({ shipment, userErrors: [] }, result, context)
    }
    case 'refused':
      return { shipment: null, userErrors: userErrors(result.errors, COMMON_CODES), cursor: null }
  }
}
