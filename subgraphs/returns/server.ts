import { buildSubgraph, type Subgraph, type SubgraphParts } from '../shared/build-server.ts'
import { type Loaders, loadersOf } from './loaders.ts'
import { resolvers } from './resolvers.ts'

/** Reads no environment and does not listen: whoever builds it does. */
export function build(parts: Pick<SubgraphParts<Loaders>, 'sources' | 'viewerTokens'>): Promise<Subgraph> {
  return buildSubgraph({ ...parts, name: 'returns', resolvers, loaders: loadersOf })
}
