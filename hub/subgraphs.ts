import { prepareAvailability } from '../core/availability/read.ts'
import { SUBGRAPHS, type SubgraphName } from '../schema/index.ts'
import type { Subgraph } from '../subgraphs/shared/build-server.ts'
import type { Parts } from './parts.ts'

/** Builds one subgraph on these parts. Only the code of subgraphs that run in this process is loaded. */
export async function buildSubgraph(name: SubgraphName, parts: Parts): Promise<Subgraph> {
  const { database, ledger, ingest, cursors, seen, tokens, secrets, log } = parts
  const sources = {
    db: database.kysely,
    lookups: database.lookups,
    alongIndexes: database.alongIndexes,
    ledger,
    cursors,
    seen,
    log: log.child({ subgraph: name }),
  }
  const common = { sources, viewerTokens: tokens }
  switch (name) {
    case 'stock':
      return (await import('../subgraphs/stock/server.ts')).build({ ...common, ingest })
    case 'reservations':
      return (await import('../subgraphs/reservations/server.ts')).build(common)
    case 'transit':
      return (await import('../subgraphs/transit/server.ts')).build(common)
    case 'returns':
      return (await import('../subgraphs/returns/server.ts')).build(common)
    case 'availability': {
      const warm = warmUp(parts)
      const { build } = await import('../subgraphs/availability/server.ts')
      const built = await build({ ...common, secrets })
      await warm
      return built
    }
  }
}

/** So that no question, and nobody who listens, waits for a connection. Without it all goes on as well. */
async function warmUp({ database, log }: Parts): Promise<void> {
  try {
    await database.warmLookups(prepareAvailability)
  } catch (error) {
    log.warn({ err: error }, 'Connections to the database could not be prepared; who needs one first waits for it')
  }
}

/** Those that the settings do not place elsewhere. */
export function subgraphsHere({ config }: Pick<Parts, 'config'>): SubgraphName[] {
  return SUBGRAPHS.filter((name) => config.subgraphUrls[name] === undefined)
}
