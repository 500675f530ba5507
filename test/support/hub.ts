import { randomUUID } from 'node:crypto'
import { type DocumentNode, print } from 'graphql'
import type { KyselyPlugin } from 'kysely'
import type { Viewer } from '../../core/access/viewer.ts'
import { type ViewerTokens, viewerTokens } from '../../core/access/viewer-token.ts'
import type { Bus } from '../../core/feed/bus.ts'
import { type CursorCodec, cursorCodec } from '../../core/feed/cursor.ts'
import { openInProcessBus } from '../../core/feed/in-process-bus.ts'
import { type Feed, openFeed } from '../../core/feed/listener.ts'
import { SeenHeads } from '../../core/feed/seen-heads.ts'
import { createIngest, type Ingest, type IngestConfig } from '../../core/ingest/ingest.ts'
import type { LedgerOptions } from '../../core/ledger/writer.ts'
import { type SecretBox, secretBox } from '../../core/webhooks/secrets.ts'
import type { SubgraphName } from '../../schema/index.ts'
import { build as buildAvailability } from '../../subgraphs/availability/server.ts'
import { build as buildReservations } from '../../subgraphs/reservations/server.ts'
import { build as buildReturns } from '../../subgraphs/returns/server.ts'
import type { Subgraph } from '../../subgraphs/shared/build-server.ts'
import type { Caller, Sources } from '../../subgraphs/shared/context.ts'
import { build as buildStock } from '../../subgraphs/stock/server.ts'
import { build as buildTransit } from '../../subgraphs/transit/server.ts'
import type { DatabaseKind } from './database.ts'
import { openTestLedger, SILENT, TestLedger } from './ledger.ts'

export const ADMIN: Viewer = { kind: 'admin', client: 'test', channels: null, scopes: ['*'] }

const SECRET = 'a secret that only this test knows'

const INGEST_CONFIG: IngestConfig = { eventLimitBytes: 256 * 1024, clockSkewSecondsMax: 300, parkSeconds: 86_400 }

type Subgraphs = Readonly<Record<SubgraphName, Subgraph>>

/** A whole hub in this process, but for the gateway: fresh database, ledger, bus, feed, ingest and the five subgraphs above them. */
export class TestHub extends TestLedger {
  readonly bus: Bus
  readonly feed: Feed
  readonly ingest: Ingest
  readonly cursors: CursorCodec
  readonly tokens: ViewerTokens
  readonly secrets: SecretBox
  readonly subgraphs: Subgraphs
  readonly #counter: { statements: number }

  constructor(
    ledger: TestLedger,
    parts: Pick<TestHub, 'bus' | 'feed' | 'ingest' | 'cursors' | 'tokens' | 'secrets' | 'subgraphs'>,
    counter: { statements: number },
  ) {
    super(ledger.db, ledger.ledger, ledger.messages)
    this.bus = parts.bus
    this.feed = parts.feed
    this.ingest = parts.ingest
    this.cursors = parts.cursors
    this.tokens = parts.tokens
    this.secrets = parts.secrets
    this.subgraphs = parts.subgraphs
    this.#counter = counter
  }

  /** Statements that the subgraphs have made since the last question. The ledger's own are not among them. */
  get statements(): number {
    return this.#counter.statements
  }

  /** Statements that the subgraphs make for this. */
  async statementsOf(work: () => Promise<unknown>): Promise<number> {
    this.#counter.statements = 0
    await work()
    return this.#counter.statements
  }

  /** Asks one subgraph as the gateway would. The answer is as a client gets it: through JSON. */
  async ask(
    subgraph: keyof Subgraphs,
    query: string | DocumentNode,
    variables: Record<string, unknown> = {},
    caller: Partial<Caller> = {},
  ) {
    this.#counter.statements = 0
    const text = typeof query === 'string' ? query : print(query)
    const request = { query: text, variables }
    const answer = await this.subgraphs[subgraph].execute(request, { viewer: ADMIN, requestId: 'test', ...caller })
    return JSON.parse(JSON.stringify(answer))
  }

  /** The same, for answers without errors: its data. */
  async data(...question: Parameters<TestHub['ask']>) {
    const { data, errors } = await this.ask(...question)
    if (errors !== undefined) throw new Error(`The subgraph answered with errors: ${JSON.stringify(errors)}`)
    return data
  }

  /** Fields of entities by their keys, each with its `__typename`. */
  async entities(subgraph: keyof Subgraphs, of: readonly object[], selection: string, caller: Partial<Caller> = {}) {
    const query = `query ($of: [_Any!]!) { _entities(representations: $of) { __typename ${selection} } }`
    const { _entities } = await this.data(subgraph, query, { of }, caller)
    return _entities
  }

  /** A mutation with one input: its payload. The key is new unless one is given. */
  async mutate(
    subgraph: keyof Subgraphs,
    mutation: string,
    selection: string,
    input: Record<string, unknown>,
    caller: Partial<Caller> = {},
  ) {
    const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input!`
    const query = `mutation ($input: ${type}) {
      ${mutation}(input: $input) { ${selection} userErrors { code field message } cursor }
    }`
    const data = await this.data(subgraph, query, { input: { idempotencyKey: randomUUID(), ...input } }, caller)
    return data[mutation]
  }

  override async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all(Object.values(this.subgraphs).map((subgraph) => subgraph.close()))
    await this.feed.close()
    await this.bus.close()
    await super[Symbol.asyncDispose]()
  }
}

/** `await using hub = await openTestHub('postgres')`. */
export async function openTestHub(kind: DatabaseKind, options: Partial<LedgerOptions> = {}): Promise<TestHub> {
  const bus = openInProcessBus({ log: SILENT })
  const ledger = await openTestLedger(kind, { bus, ...options })
  const feed = await openFeed({ db: ledger.db, bus, pollMs: 1_000, log: SILENT })
  const ingest = createIngest({ ledger: ledger.ledger, db: ledger.db, config: INGEST_CONFIG, log: SILENT })
  const tokens = viewerTokens(SECRET)

  const counter = { statements: 0 }
  const counting: KyselyPlugin = {
    transformQuery: ({ node }) => node,
    // Statements of a fixed text are not put together, so they are seen here only.
    transformResult: async ({ result }) => {
      counter.statements++
      return result
    },
  }
  const cursors = cursorCodec(SECRET)
  const sources: Sources = {
    db: ledger.db.kysely.withPlugin(counting),
    lookups: ledger.db.lookups.withPlugin(counting),
    alongIndexes: (work) => ledger.db.alongIndexes((db) => work(db.withPlugin(counting))),
    ledger: ledger.ledger,
    cursors,
    seen: new SeenHeads(),
    log: SILENT,
  }
  const parts = { sources, viewerTokens: tokens }
  const secrets = secretBox(SECRET)
  const subgraphs = {
    stock: await buildStock({ ...parts, ingest }),
    reservations: await buildReservations(parts),
    transit: await buildTransit(parts),
    returns: await buildReturns(parts),
    availability: await buildAvailability({ ...parts, secrets }),
  }
  return new TestHub(ledger, { bus, feed, ingest, cursors, tokens, secrets, subgraphs }, counter)
}
