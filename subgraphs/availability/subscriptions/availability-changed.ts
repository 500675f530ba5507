import { RequestError } from '../../shared/errors.ts'
import type { SubscriptionResolvers } from '../generated/types.ts'

/**
 * The SDL has the subscription here because availability is what it tells of. It is answered by the gateway, as a live query over all subgraphs;
 * whoever asks this subgraph alone is told where to go.
 */
export const availabilityChanged: NonNullable<SubscriptionResolvers['availabilityChanged']> = {
  subscribe: () => {
    throw new RequestError('BAD_USER_INPUT', 'availabilityChanged is answered by the gateway: subscribe there.')
  },
}
