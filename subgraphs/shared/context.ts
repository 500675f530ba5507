import type { Kysely } from 'kysely'
import type { Viewer } from '../../core/access/viewer.ts'
import type { AlongIndexes } from '../../core/database/connection.ts'
import type { Schema } from '../../core/database/schema.ts'
import type { CursorCodec } from '../../core/feed/cursor.ts'
import type { SeenHeads } from '../../core/feed/seen-heads.ts'
import type { Ledger } from '../../core/ledger/ledger.ts'

/** What a subgraph writes its log with: pino's and Fastify's loggers are of this shape. */
export interface Log {
  error(details: object, message: string): void
  warn(details: object, message: string): void
  info(details: object, message: string): void
  debug(details: object, message: string): void
}

/** What travels with every fetch of the gateway: as values in one process, as signed headers between processes. */
export interface Caller {
  readonly viewer: Viewer
  /** The gateway's id of the client's request; it is in every log line and error. */
  readonly requestId: string
  /** Answer not before this point in the feed is contained: a cursor. Absent or null: as things are. */
  readonly atLeast?: string | null | undefined
}

/** What resolvers read through and write with, whoever asks. */
export interface Sources {
  readonly db: Kysely<Schema>
  /** The same, for prepared statements that find rows by their keys. */
  readonly lookups: Kysely<Schema>
  /** The same, for statements that follow an index until a page is full. */
  readonly alongIndexes: AlongIndexes
  readonly ledger: Ledger
  readonly cursors: CursorCodec
  /** Shared by all subgraphs of a process. */
  readonly seen: SeenHeads
  readonly log: Log
}

/** What loaders are made from: one set for each request, so that nothing read for one viewer is shown to another. */
export type LoaderScope = Sources & { readonly viewer: Viewer }

/** What resolvers get as their third argument. */
export class RequestContext<Loaders> implements Sources {
  readonly viewer: Viewer
  readonly requestId: string
  readonly atLeast: string | null
  readonly db: Kysely<Schema>
  readonly lookups: Kysely<Schema>
  readonly alongIndexes: AlongIndexes
  readonly ledger: Ledger
  readonly cursors: CursorCodec
  readonly seen: SeenHeads
  readonly log: Log
  readonly #makeLoaders: (scope: LoaderScope) => Loaders
  #loaders: Loaders | undefined

  constructor(caller: Caller, sources: Sources, makeLoaders: (scope: LoaderScope) => Loaders) {
    this.viewer = caller.viewer
    this.requestId = caller.requestId
    this.atLeast = caller.atLeast ?? null
    this.db = sources.db
    this.lookups = sources.lookups
    this.alongIndexes = sources.alongIndexes
    this.ledger = sources.ledger
    this.cursors = sources.cursors
    this.seen = sources.seen
    this.log = sources.log
    this.#makeLoaders = makeLoaders
  }

  /** Batched reads by key. What was read is kept for the rest of the request, until a mutation changes it. */
  get loaders(): Loaders {
    this.#loaders ??= this.#makeLoaders(this)
    return this.#loaders
  }

  /** After a mutation: what its payload selects is read anew. */
  forgetWhatWasRead(): void {
    this.#loaders = undefined
  }
}
