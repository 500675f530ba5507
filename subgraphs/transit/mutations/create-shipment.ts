import { newId } from '../../../core/ledger/ids.ts'
import { textOrNull } from '../../shared/input.ts'
import { COMMON_CODES, submit, userErrors, withCursor } from '../../shared/payload.ts'
import type { MutationResolvers } from '../generated/types.ts'
import { shipmentOf } from './shipment-of.ts'

export const createShipment: NonNullable<MutationResolvers['createShipment']> = async (_root, { input }, context) => {
  const result = await submit(context, 'createShipment', input, {
    kind: 'createShipment',
    id: newId('shp'),
    shipmentKind: input.kind,
    originId: input.originId ?? null,
    destinationId: input.destinationId,
    supplier: input.supplier ?? null,
    reference: textOrNull(input.reference),
    expectedAt: input.expectedAt ?? null,
    lines: input.lines,
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
