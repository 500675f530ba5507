import { composeServices } from '@apollo/composition'
import { buildSchema, type GraphQLSchema, lexicographicSortSchema, parse, printSchema } from 'graphql'
import { readSubgraphSchema, SUBGRAPHS, type SubgraphName } from './index.ts'

export interface Composition {
  readonly supergraph: string
  /** The schema as clients see it, without the machinery of federation, sorted so that its text is stable. */
  readonly api: GraphQLSchema
  readonly apiSdl: string
  /** What the composer wants to be known, errors excluded: these are thrown. */
  readonly hints: readonly string[]
}

export class CompositionError extends Error {
  override readonly name = 'CompositionError'
}

/** Where a subgraph listens is the gateway's business; the port 0 in the committed supergraph makes an unset address fail at once. */
function placeholderUrl(name: SubgraphName): string {
  return `http://127.0.0.1:0/${name}`
}

/** Composes the subgraphs. The same input gives the same text, so that the committed supergraph can be checked for freshness. */
export function compose(read: (name: SubgraphName) => string = readSubgraphSchema): Composition {
  const result = composeServices(
    SUBGRAPHS.map((name) => ({ name, url: placeholderUrl(name), typeDefs: parse(read(name)) })),
  )

  if (result.errors !== undefined) {
    throw new CompositionError(
      `The subgraphs do not compose:\n${result.errors.map((error) => `- ${error.message}`).join('\n')}`,
    )
  }

  const apiSdl = `${printSchema(lexicographicSortSchema(result.schema.toAPISchema().toGraphQLJSSchema()))}\n`
  return {
    supergraph: `${result.supergraphSdl.trimEnd()}\n`,
    api: buildSchema(apiSdl),
    apiSdl,
    hints: result.hints.map((hint) => `${hint.definition.code}: ${hint.message}`),
  }
}
