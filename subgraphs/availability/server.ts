import type { SecretBox } from '../../core/webhooks/secrets.ts'
import { buildSubgraph, type Subgraph, type SubgraphParts } from '../shared/build-server.ts'
import { type Loaders, loadersOf } from './loaders.ts'
import { resolversOf } from './resolvers.ts'

export interface AvailabilityParts extends Pick<SubgraphParts<Loaders>, 'sources' | 'viewerTokens'> {
  /** How secrets of webhooks are kept. */
  readonly secrets: SecretBox
}

/** Reads no environment and does not listen: whoever builds it does. */
export function build({ secrets, ...parts }: AvailabilityParts): Promise<Subgraph> {
  return buildSubgraph({
    ...parts,
    name: 'availability',
    resolvers: resolversOf(secrets),
    loaders: loadersOf,
    fieldsThatKnowTheirPoint: ['availability'],
  })
}
