import type { SubgraphSource } from './data-source.ts'
import type { SubgraphCall } from './subgraph-call.ts'

/** A subgraph in this process: no HTTP, no JSON, and its queries stay compiled. What was begun is finished, whoever still waits for it. */
export function directSource(call: SubgraphCall): SubgraphSource {
  return {
    ask: (request, caller) => call(request, caller),
    close: async () => {},
  }
}
