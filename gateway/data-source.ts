import type { Viewer } from '../core/access/viewer.ts'
import type { OperationContext } from './context.ts'
import type { Metrics } from './metrics.ts'
import { deduplicate } from './representations.ts'
import type { SubgraphCaller, SubgraphRequest, SubgraphResponse } from './subgraph-call.ts'

/** A way to a subgraph. Throws a `CodedError` when there is no answer. */
export interface SubgraphSource {
  ask(request: SubgraphRequest, caller: SubgraphCaller, signal: AbortSignal | undefined): Promise<SubgraphResponse>
  close(): Promise<void>
}

/** A fetch of a query plan, for a client's operation. */
export type Fetch = (request: SubgraphRequest, context: OperationContext) => Promise<SubgraphResponse>

/** Whoever asks without a client behind it, such as a health check, sees nothing. */
export const NOBODY: Viewer = { kind: 'service', client: 'gateway', channels: [], scopes: [] }

/** What query plans are executed with: each fetch with its caller, no entity asked for twice, and timed. */
export function fetchFrom(
  source: SubgraphSource,
  subgraph: string,
  { fetchSeconds }: Pick<Metrics, 'fetchSeconds'>,
): Fetch {
  return async (request, context) => {
    const stop = fetchSeconds.startTimer({ subgraph })
    try {
      const { variables, restore } = deduplicate(request.variables)
      // A mutation is let finish even when nobody waits for it: it may have taken effect.
      const signal = isMutation(request.query) ? undefined : context.signal
      const asked = variables === request.variables ? request : { ...request, variables }
      return restore(await source.ask(asked, context, signal))
    } finally {
      stop()
    }
  }
}

/** Fetches are printed by the query planner: the kind of operation stands first, and a query may lack it. */
export function isMutation(query: string): boolean {
  return query.startsWith('mutation')
}
