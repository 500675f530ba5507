import { leftInFence } from '../../../core/availability/arithmetic.ts'
import type { FenceResolvers } from '../generated/types.ts'

export const fenceFields: FenceResolvers = {
  channel: ({ channelId }) => ({ id: channelId }),
  left: leftInFence,
}
