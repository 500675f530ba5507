import type { ChannelResolvers } from '../generated/types.ts'

/** Null where it does not exist or the viewer may not see it. */
export const resolveChannel: NonNullable<ChannelResolvers['__resolveReference']> = ({ id }, { loaders }) =>
  loaders.channel.load(id)
