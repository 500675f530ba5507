import { CodedError } from '../errors.ts'
import type { Metrics } from '../metrics.ts'
import type { Supergraph } from '../supergraph.ts'
import { type LiveQueries, type LiveQueriesOptions, liveQueries, type Subscription } from './live-queries.ts'
import { movements } from './movements.ts'
import { reservations } from './reservations.ts'
import { rootFieldOf } from './root-field.ts'

export interface SubscriptionsOptions extends LiveQueriesOptions {
  readonly supergraph: Pick<Supergraph, 'schema' | 'plan' | 'execute'>
  readonly metrics: Metrics
}

/** Everything that can be subscribed to: each field of type Subscription by whoever answers it. */
export function subscriptions(options: SubscriptionsOptions): LiveQueries {
  const { supergraph, metrics } = options
  const live = liveQueries(options)
  const journal = movements(options)
  const orders = reservations(options)
  /** Of the journal and of reservations. Live queries count their own, which are written without being asked for one by one. */
  const open = new Set<Subscription>()

  function counted(subscription: Subscription): Subscription {
    open.add(subscription)
    metrics.subscriptions.inc()
    return {
      next: async () => {
        const payload = await subscription.next()
        if (payload === undefined) ended(subscription)
        else metrics.events.inc()
        return payload
      },
      cursor: () => subscription.cursor(),
      close: () => {
        ended(subscription)
        subscription.close()
      },
    }
  }

  function ended(subscription: Subscription): void {
    if (open.delete(subscription)) metrics.subscriptions.dec()
  }

  return {
    async subscribe(request) {
      const { document, operation, variables } = request
      const { name } = rootFieldOf(supergraph.schema, document, operation, variables)
      switch (name) {
        case 'availabilityChanged':
          return live.subscribe(request)
        case 'stockMovements':
          return counted(await journal.subscribe(request))
        case 'reservationChanged':
          return counted(await orders.subscribe(request))
        default:
          throw new CodedError('INTERNAL_SERVER_ERROR', 'Something went wrong inside the hub.')
      }
    },

    close() {
      live.close()
      journal.close()
      orders.close()
    },
  }
}
