import { quantitiesOf } from '../../shared/lines.ts'
import { COMMON_CODES, submit, userErrors, withCursor } from '../../shared/payload.ts'
import type { MutationResolvers, ReceiveShipmentErrorCode } from '../generated/types.ts'
import { shipmentOf } from './shipment-of.ts'

const CODES: readonly ReceiveShipmentErrorCode[] = [...COMMON_CODES, 'VERSION_CONFLICT']

export const receiveShipment: NonNullable<MutationResolvers['receiveShipment']> = async (_root, { input }, context) => {
  const result = await submit(context, 'receiveShipment', input, {
    kind: 'receiveShipment',
    shipment: { id: input.id },
    expectedVersion: input.expectedVersion ?? null,
    lines: quantitiesOf(input),
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
