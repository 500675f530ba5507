import type { CursorCodec } from '../../core/feed/cursor.ts'
import type { Feed } from '../../core/feed/listener.ts'
import { CodedError } from '../errors.ts'
import { queryRunner, type RunQuery } from '../run-query.ts'
import type { Supergraph } from '../supergraph.ts'

export interface SubscriptionRunnerOptions {
  readonly supergraph: Pick<Supergraph, 'plan' | 'execute'>
  readonly feed: Pick<Feed, 'verify'>
  readonly cursors: CursorCodec
}

/**
 * Runs the queries of subscriptions, which have to see everything up to a point of the feed (`atLeast`). When the database is not the one of that point any
 * more, because it was restored, a subgraph refuses the point. That is no subscriber's mistake, and over as soon as the feed has started over: it is an error
 * that passes.
 */
export function subscriptionRunner({ supergraph, feed, cursors }: SubscriptionRunnerOptions): RunQuery {
  const runQuery = queryRunner(supergraph)

  return async (query, variables, context) => {
    const result = await runQuery(query, variables, context)
    const isRefused = result.errors.some(({ extensions }) => extensions.code === 'BAD_USER_INPUT')
    const point = isRefused && context.atLeast !== null ? cursors.decode(context.atLeast) : undefined
    if (point === undefined) return result
    const state = await feed.verify(point).catch(() => undefined)
    if (state === 'ok') return result
    return { data: null, errors: [new CodedError('SERVICE_UNAVAILABLE', 'The hub reads everything anew.')] }
  }
}
