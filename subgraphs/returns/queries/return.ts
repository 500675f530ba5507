import { requireAtLeast } from '../../shared/at-least.ts'
import type { QueryResolvers } from '../generated/types.ts'

/** The return with this id, where there is one that the viewer may see. */
export const findReturn: NonNullable<QueryResolvers['return']> = async (_root, { id, atLeast }, context) => {
  await requireAtLeast(context, atLeast)
  return context.loaders.returnCase.load(id)
}
