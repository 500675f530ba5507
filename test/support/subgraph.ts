import type { TypedDocumentNode } from '@graphql-typed-document-node/core'
import { type GraphQLFormattedError, print } from 'graphql'
import type { KyselyPlugin } from 'kysely'
import type { Viewer } from '../../core/access/viewer.ts'
import type { AlongIndexes } from '../../core/database/connection.ts'
import { type CursorCodec, cursorCodec } from '../../core/feed/cursor.ts'
import { SeenHeads } from '../../core/feed/seen-heads.ts'
import type { Subgraph, SubgraphParts } from '../../subgraphs/shared/build-server.ts'
import type { DatabaseKind } from './database.ts'
import { openTestLedger, SILENT, type TestLedger } from './ledger.ts'

export const ADMIN: Viewer = { kind: 'admin', client: 'test', channels: null, scopes: ['*'] }

export interface Answer<Data> {
  readonly data: Data
  readonly errors?: readonly GraphQLFormattedError[]
}

/** One subgraph on a fresh ledger, asked as the gateway asks it. */
export class TestSubgraph implements AsyncDisposable {
  readonly shop: TestLedger
  readonly subgraph: Subgraph
  readonly cursors: CursorCodec
  /** SQL statements of the last question; those of the ledger are not counted. */
  statements = 0

  private constructor(shop: TestLedger, subgraph: Subgraph, cursors: CursorCodec) {
    this.shop = shop
    this.subgraph = subgraph
    this.cursors = cursors
  }

  static async open(
    kind: DatabaseKind,
    build: (parts: Pick<SubgraphParts<never>, 'sources'>) => Promise<Subgraph>,
  ): Promise<TestSubgraph> {
    const shop = await openTestLedger(kind)
    const cursors = cursorCodec('a secret that only this test knows')
    let opened: TestSubgraph | undefined
    const counting: KyselyPlugin = {
      transformQuery: ({ node }) => node,
      // Statements of a fixed text are not put together, so they are seen here only.
      transformResult: async ({ result }) => {
        if (opened !== undefined) opened.statements++
        return result
      },
    }
    const db = shop.db.kysely.withPlugin(counting)
    const lookups = shop.db.lookups.withPlugin(counting)
    const alongIndexes: AlongIndexes = (work) => shop.db.alongIndexes((db) => work(db.withPlugin(counting)))
    const subgraph = await build({
      sources: { db, lookups, alongIndexes, ledger: shop.ledger, cursors, seen: new SeenHeads(), log: SILENT },
    })
    opened = new TestSubgraph(shop, subgraph, cursors)
    return opened
  }

  /** The data of an operation; fails on errors. */
  async ask<Data, Variables extends object>(
    operation: TypedDocumentNode<Data, Variables>,
    variables: Variables,
    viewer = ADMIN,
  ): Promise<Data> {
    const { data, errors } = await this.answer(operation, variables, viewer)
    if (errors !== undefined) throw new Error(`Answered with errors: ${JSON.stringify(errors)}`)
    return data
  }

  async answer<Data, Variables extends object>(
    operation: TypedDocumentNode<Data, Variables>,
    variables: Variables,
    viewer = ADMIN,
  ): Promise<Answer<Data>> {
    this.statements = 0
    const query = print(operation)
    const answer = await this.subgraph.execute(
      { query, variables: Object.fromEntries(Object.entries(variables)) },
      { viewer, requestId: 'test' },
    )
    // As it travels: graphql-js makes objects without a prototype.
    return JSON.parse(JSON.stringify(answer))
  }

  /** What the gateway asks when another subgraph has named these. */
  async entities(representations: readonly object[], selection: string, viewer = ADMIN) {
    this.statements = 0
    const query = `query ($of: [_Any!]!) { _entities(representations: $of) { ${selection} } }`
    const answer = await this.subgraph.execute(
      { query, variables: { of: representations } },
      { viewer, requestId: 'test' },
    )
    if (answer.errors !== undefined) throw new Error(`Answered with errors: ${JSON.stringify(answer.errors)}`)
    return JSON.parse(JSON.stringify(answer.data?._entities))
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.subgraph.close()
    await this.shop[Symbol.asyncDispose]()
  }
}
