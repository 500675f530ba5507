import { requireAtLeast } from '../../shared/at-least.ts'
import type { QueryResolvers } from '../generated/types.ts'

/** The location with this id. */
export const location: NonNullable<QueryResolvers['location']> = async (_root, { id, atLeast }, context) => {
  await requireAtLeast(context, atLeast)
  return context.loaders.location.load(id)
}
