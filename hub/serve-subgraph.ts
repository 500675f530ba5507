import type { SubgraphName } from '../schema/index.ts'
import { openParts, type PartsOptions } from './parts.ts'
import { requireServers } from './start.ts'
import { buildSubgraph } from './subgraphs.ts'

export interface ServedSubgraph {
  /** Its GraphQL endpoint: what the gateway takes as SUBGRAPH_<NAME>_URL. */
  readonly url: string
  close(): Promise<void>
}

/** Runs one subgraph alone. It answers only what a gateway of the same hub has signed. */
export async function serveSubgraph(name: SubgraphName, options: PartsOptions): Promise<ServedSubgraph> {
  requireServers(options, `The subgraph ${name}`)
  await using opening = new AsyncDisposableStack()
  const parts = opening.adopt(await openParts({ ...options, migrations: 'require' }), (opened) => opened.close())
  const subgraph = opening.adopt(await buildSubgraph(name, parts), (built) => built.close())
  const { host, port } = options.config
  const url = `${await subgraph.app.listen({ host, port })}/graphql`
  options.log.info({ url, subgraph: name }, 'The subgraph is ready')

  const running = opening.move()
  return { url, close: () => running.disposeAsync() }
}
