import type { Ingest } from '../../core/ingest/ingest.ts'
import { buildSubgraph, type Subgraph, type SubgraphParts } from '../shared/build-server.ts'
import { type Loaders, loadersOf } from './loaders.ts'
import { resolversOf } from './resolvers.ts'

export interface StockParts extends Pick<SubgraphParts<Loaders>, 'sources' | 'viewerTokens'> {
  /** Where `recordEvents` and replays go. */
  readonly ingest: Ingest
}

/** Reads no environment and does not listen: whoever builds it does. */
export function build({ ingest, ...parts }: StockParts): Promise<Subgraph> {
  return buildSubgraph({ ...parts, name: 'stock', resolvers: resolversOf(ingest), loaders: loadersOf })
}
