import { leftInFence } from '../../../core/availability/arithmetic.ts'
import type { FenceResolvers } from '../generated/types.ts'

export const fenceFields: FenceResolvers = {
  channel: ({ channelId }, _args, { loaders }) => loaders.channel.load(channelId),
  left: leftInFence,
}
