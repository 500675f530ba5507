import type { GraphQLFormattedError } from 'graphql'
import type { Viewer } from '../core/access/viewer.ts'

export interface SubgraphRequest {
  readonly query: string
  readonly variables: Readonly<Record<string, unknown>>
  readonly operationName: string | undefined
}

/** What travels with every fetch: as values in one process, as headers between processes. */
export interface SubgraphCaller {
  readonly viewer: Viewer
  readonly requestId: string
  /** A cursor: the answer contains this point of the feed. Null: as things are. */
  readonly atLeast: string | null
}

export interface SubgraphResponse {
  readonly data?: Record<string, unknown> | null
  readonly errors?: readonly GraphQLFormattedError[]
}

/** A subgraph in this process. Never throws: what goes wrong stands in `errors`. */
export type SubgraphCall = (request: SubgraphRequest, caller: SubgraphCaller) => Promise<SubgraphResponse>

/** Where a subgraph answers: over HTTP (the URL of its GraphQL endpoint), or in this process. */
export type SubgraphPlace = { readonly url: string } | { readonly call: SubgraphCall }
