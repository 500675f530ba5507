import { RequestError } from '../../shared/errors.ts'
import type { SubscriptionResolvers } from '../generated/types.ts'

/** Answered by the gateway, which reads the reservation again whenever the feed tells of it; whoever asks this subgraph alone is told where to go. */
export const reservationChanged: NonNullable<SubscriptionResolvers['reservationChanged']> = {
  subscribe: () => {
    throw new RequestError('BAD_USER_INPUT', 'reservationChanged is answered by the gateway: subscribe there.')
  },
}
