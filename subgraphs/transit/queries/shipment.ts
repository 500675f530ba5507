import { requireAtLeast } from '../../shared/at-least.ts'
import type { QueryResolvers } from '../generated/types.ts'

/** The shipment with this id, where there is one. */
export const shipment: NonNullable<QueryResolvers['shipment']> = async (_root, { id, atLeast }, context) => {
  await requireAtLeast(context, atLeast)
  return context.loaders.shipment.load(id)
}
