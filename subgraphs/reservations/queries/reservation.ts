import { requireAtLeast } from '../../shared/at-least.ts'
import type { QueryResolvers } from '../generated/types.ts'

/** The reservation with this id, where there is one that the viewer may see. */
export const reservation: NonNullable<QueryResolvers['reservation']> = async (_root, { id, atLeast }, context) => {
  await requireAtLeast(context, atLeast)
  return context.loaders.reservation.load(id)
}
