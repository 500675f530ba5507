import { quantitiesOf } from '../../shared/lines.ts'
import { COMMON_CODES, submit, userErrors, withCursor } from '../../shared/payload.ts'
import type { DispatchShipmentErrorCode, MutationResolvers } from '../generated/types.ts'
import { shipmentOf } from './shipment-of.ts'

const CODES: readonly DispatchShipmentErrorCode[] = [...COMMON_CODES, 'VERSION_CONFLICT']

export const dispatchShipment: NonNullable<MutationResolvers['dispatchShipment']> = async (
  _root,
  { input },
  context,
) => {
  const result = await submit(context, 'dispatchShipment', input, {
    kind: 'dispatchShipment',
    shipment: { id: input.id },
    expectedVersion: input.expectedVersion ?? null,
    expectedAt: input.expectedAt ?? null,
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
