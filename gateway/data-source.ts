import type { GraphQLDataSource } from '@apollo/gateway'
import type { Viewer } from '../core/access/viewer.ts'
import type { OperationContext } from './context.ts'
import { deduplicate } from './representations.ts'
import type { SubgraphCaller, SubgraphRequest, SubgraphResponse } from './subgraph-call.ts'

/** A way to a subgraph. Throws a `CodedError` when there is no answer. */
export interface SubgraphSource {
  ask(request: SubgraphRequest, caller: SubgraphCaller, signal: AbortSignal | undefined): Promise<SubgraphResponse>
  close(): Promise<void>
}

/** Whoever asks without a client behind it, such as a health check, sees nothing. */
export const NOBODY: Viewer = { kind: 'service', client: 'gateway', channels: [], scopes: [] }

type FetchOptions = Parameters<GraphQLDataSource<Partial<OperationContext>>['process']>[0]

/** What the Apollo gateway takes: each fetch with its caller, and no entity asked for twice. */
export function dataSource(source: SubgraphSource): GraphQLDataSource {
  return {
    async process({ request, context }: FetchOptions) {
      const query = request.query ?? ''
      const { variables, restore } = deduplicate(request.variables ?? {})
      const response = await source.ask(
        { query, variables, operationName: request.operationName },
        { viewer: context.viewer ?? NOBODY, requestId: context.requestId ?? '', atLeast: context.atLeast ?? null },
        // A mutation is let finish even when nobody waits for it: it may have taken effect.
        isMutation(query) ? undefined : context.signal,
      )
      return restore(response)
    },
  }
}

/** Fetches are printed by the query planner: the kind of operation stands first, and a query may lack it. */
export function isMutation(query: string): boolean {
  return query.startsWith('mutation')
}
