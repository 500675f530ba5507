import { requireAtLeast } from '../../shared/at-least.ts'
import type { QueryResolvers } from '../generated/types.ts'

export const channel: NonNullable<QueryResolvers['channel']> = async (_root, { id, atLeast }, context) => {
  await requireAtLeast(context, atLeast)
  return context.loaders.channel.load(id)
}
