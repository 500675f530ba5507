import { readFileSync } from 'node:fs'

/** The subgraphs, in the order in which they are composed. */
export const SUBGRAPHS = ['stock', 'reservations', 'transit', 'returns', 'availability'] as const
export type SubgraphName = (typeof SUBGRAPHS)[number]

export function isSubgraphName(name: string): name is SubgraphName {
  return SUBGRAPHS.some((subgraph) => subgraph === name)
}

/** The SDL of a subgraph, as written by hand. */
export function readSubgraphSchema(name: SubgraphName): string {
  return readFileSync(schemaFile(`${name}.graphql`), 'utf8')
}

/** The supergraph SDL that the gateway loads: composed from the subgraphs by `npm run codegen` and committed. */
export function readSupergraph(): string {
  return readFileSync(schemaFile('supergraph.graphql'), 'utf8')
}

/** The API schema as of the last release, against which breaking changes are found. */
export function readReleasedSchema(): string {
  return readFileSync(schemaFile('released.graphql'), 'utf8')
}

/** The document of AsyncAPI, made from the API schema by `npm run codegen` and committed. */
export function readAsyncApi(): string {
  return readFileSync(schemaFile('generated/asyncapi.json'), 'utf8')
}

/** The place of a file of this folder, whatever the current directory. */
export function schemaFile(name: string): URL {
  return new URL(name, import.meta.url)
}
