import { RequestError } from '../../shared/errors.ts'
import type { SubscriptionResolvers } from '../generated/types.ts'

/**
 * The SDL has the subscription here because the journal is what it tells. It is answered by the gateway, which reads the query of the same name from
 * cursor to cursor; whoever asks this subgraph alone is told where to go.
 */
export const stockMovementsFollowed: NonNullable<SubscriptionResolvers['stockMovements']> = {
  subscribe: () => {
    throw new RequestError('BAD_USER_INPUT', 'The subscription stockMovements is answered by the gateway.')
  },
}
