import type { QueryResolvers } from '../generated/types.ts'

export const channel: NonNullable<QueryResolvers['channel']> = (_root, { id }, { loaders }) => loaders.channel.load(id)
