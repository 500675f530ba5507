import { createHash } from 'node:crypto'
import { PGlite } from '@electric-sql/pglite'
import {
  Kysely,
  PGliteDialect,
  type PostgresCursor,
  PostgresDialect,
  type PostgresPool,
  type PostgresPoolClient,
  type PostgresQueryResult,
  sql,
} from 'kysely'
import { Pool, type PoolClient, type PoolConfig, type QueryConfig, type QueryResult, types } from 'pg'
import { ArrayParameter } from './array-parameter.ts'
import { isDatabaseUnavailable, isOutdatedPlan, NO_ANSWER } from './errors.ts'
import { lockFolder } from './folder-lock.ts'
import type { Schema } from './schema.ts'
import { run } from './statement.ts'

/** Milliseconds a statement may run before PostgreSQL cancels it. No transaction of the hub is meant to last 2 s. */
export const STATEMENT_TIMEOUT_MS = 10_000

/** Milliseconds a statement waits for a lock. Shorter than the statement timeout, so that the error names the lock. */
export const LOCK_TIMEOUT_MS = 5_000

/**
 * Milliseconds to wait for an answer of PostgreSQL: a little longer than a statement may run, so that only a server or network that has gone without a
 * word is given up. TCP alone would wait for a quarter of an hour.
 */
export const ANSWER_TIMEOUT_MS = STATEMENT_TIMEOUT_MS + 1_000

/** Milliseconds a transaction may do nothing: a client that hangs must not keep a bucket locked. */
export const IDLE_IN_TRANSACTION_TIMEOUT_MS = 10_000

/** Milliseconds to wait for a free or new connection before a request is answered with an error. */
export const CONNECT_TIMEOUT_MS = 5_000

/**
 * What PGlite keeps pages in. PostgreSQL fills it with zeros when it starts, which in WebAssembly took more than half of the two seconds that opening one cost with PostgreSQL's own 128 MB.
 */
const PGLITE_START = [...PGlite.defaultStartParams, '-c', 'shared_buffers=16MB']

export interface DatabaseOptions {
  /** `postgres://user:password@host:port/database`. Absent: PGlite, PostgreSQL inside this process. */
  url?: string | undefined
  /** Folder of PGlite, made when missing and locked while open. Absent: PGlite in memory. Ignored when there is a `url`. */
  dataDir?: string | undefined
  /** Connections to PostgreSQL for lookups, and as many for other reading, default 10, at least 1. PGlite has exactly one. */
  poolSize?: number | undefined
  /**
   * Told of connections that broke while idle. The pool replaces them by itself, so this is for the log only.
   * Absent: nothing is logged.
   */
  onConnectionLost?: ((error: Error) => void) | undefined
  /** A dumped PGlite data folder to begin with instead of an empty one; tests use it to skip the migrations. */
  pgliteDump?: Blob | undefined
}

/** One connection like those of `writes`. Statements happen one after another, in the order in which they were sent. */
export interface Ordered {
  /** Each statement is a transaction of its own. Prepared, where it begins with the comment "prepared". */
  run<Row>(text: string, values: readonly unknown[]): Promise<Row[]>
}

/**
 * How a library that makes its own statements gets to the database: on PostgreSQL by a pool of its own, with the same limits as ours; with PGlite by the one
 * connection there is. A statement there that is sent while a transaction is open waits for its end.
 */
export type LibraryAccess =
  | {
      readonly kind: 'postgres'
      /** Settings of a pool of `pg`, but for its size and name. */
      readonly pool: typeof LIMITS & typeof CONNECTIONS & { readonly connectionString: string }
    }
  | {
      readonly kind: 'pglite'
      /** Without values it may be several statements; the rows are those of all of them. */
      run(text: string, values?: readonly unknown[]): Promise<{ rows: unknown[] }>
      /** Hears what is sent by `NOTIFY`. Answers a function that ends it. */
      listen(channel: string, onNotification: (payload: string) => void): Promise<() => Promise<void>>
    }

export type AlongIndexes = <T>(work: (db: Kysely<Schema>) => Promise<T>) => Promise<T>

/**
 * An open database. PGlite has one connection: transactions and lone statements queue for it, so a function that was
 * given a transaction must use that and never `kysely`, or it would wait for itself.
 */
export interface Database {
  readonly kysely: Kysely<Schema>
  /** The same database, over connections of their own for prepared statements that look up rows by their keys: see `LOOKUP_SETTINGS`. With PGlite the same. */
  readonly lookups: Kysely<Schema>
  /**
   * Statements that follow an index until a page is full, over connections of their own: see `ALONG_INDEXES`. With PGlite in a transaction, so they may not be sent
   * at once there.
   */
  readonly alongIndexes: AlongIndexes
  /** The same database, over connections of their own that plan for the writer of the ledger: see `WRITE_SETTINGS`. With PGlite the same. */
  readonly writes: Kysely<Schema>
  readonly ordered: Ordered
  readonly kind: 'postgres' | 'pglite'
  /**
   * Work that takes as long as it takes, such as writing a new index of a big table: on a connection of its own, where no statement and no answer has a limit of
   * time, and only waiting for a lock has this one. With PGlite on the one there is.
   */
  unhurried<T>(lockTimeoutMs: number, work: (db: Kysely<Schema>) => Promise<T>): Promise<T>
  readonly libraries: LibraryAccess
  /**
   * Opens all connections of `lookups` and has each do the work, so that its statements are planned there: the first who asks over a new connection waits some 80
   * milliseconds for that. They stay open. Rejects where one of them cannot be opened or its work fails. With PGlite nothing.
   */
  warmLookups(work: (lookups: Kysely<Schema>) => Promise<unknown>): Promise<void>
  /** Waits for running queries, then closes all connections. Calling it again does nothing. */
  close(): Promise<void>
}

/**
 * Opens PostgreSQL where a `url` is given, otherwise PGlite. PostgreSQL is not contacted before the first query: a hub
 * may start before its database does. Throws when a PGlite folder is in use by another process.
 */
export async function openDatabase(options: DatabaseOptions = {}): Promise<Database> {
  return options.url === undefined ? openPGlite(options) : openPostgres(options.url, options)
}

/**
 * What is off where batches are written. A batch looks up and writes some hundred rows by their keys; a planner whose statistics lag behind would rather
 * scan whole tables for that.
 */
export const WRITE_SETTINGS = ['enable_hashjoin', 'enable_mergejoin', 'enable_seqscan', 'jit']

/** What is off where is read: a page that takes two milliseconds was compiled for a second first, because its worst case looked costly. */
const READ_SETTINGS = off('jit')

const PLANNED_ONCE = 'plan_cache_mode = force_generic_plan'

/**
 * Where rows are looked up by their keys, each statement is planned once for a connection, for any values. Planning such a statement anew took four times as long as
 * running it; and a plan that outlives the moment it was made in must not scan a table because that was empty then.
 */
const LOOKUP_SETTINGS = [...off('enable_seqscan', 'jit'), PLANNED_ONCE]

/** The writer's statements too: while all wanted one SKU each was planned anew, a fifth of what PostgreSQL did. */
const ORDERED_SETTINGS = [...off(...WRITE_SETTINGS), PLANNED_ONCE]

/**
 * What is off where an index is followed until a page is full. Left to itself the planner guesses how much there is of a SKU, takes it for little, and reads and sorts
 * all of it: half a million orders of the one that everybody wants.
 */
const ALONG_INDEXES = ['enable_bitmapscan', 'enable_sort', 'enable_seqscan', 'enable_hashagg']

function off(...settings: readonly string[]): readonly string[] {
  return settings.map((setting) => `${setting} = off`)
}

/** Pages are asked for by few at once, and each costs little. */
const PAGE_CONNECTIONS = 4

/** Batches under way, and what comes between them, such as a look for parked events. */
const WRITE_CONNECTIONS = 4

function openPostgres(url: string, { poolSize = 10, onConnectionLost }: DatabaseOptions): Database {
  const reads = openPool(url, poolSize, onConnectionLost, { settings: READ_SETTINGS })
  const lookups = openPool(url, poolSize, onConnectionLost, { settings: LOOKUP_SETTINGS, keep: true })
  const pages = openPool(url, Math.min(poolSize, PAGE_CONNECTIONS), onConnectionLost, {
    settings: off(...ALONG_INDEXES, 'jit'),
  })
  const writes = openPool(url, Math.min(poolSize, WRITE_CONNECTIONS), onConnectionLost, {
    settings: off(...WRITE_SETTINGS),
  })
  const ordered = new OrderedConnection(
    openPool(url, 1, onConnectionLost, { settings: ORDERED_SETTINGS, pipeline: true }),
  )
  return {
    kysely: reads.kysely,
    lookups: lookups.kysely,
    alongIndexes: (work) => work(pages.kysely),
    writes: writes.kysely,
    ordered,
    kind: 'postgres',
    unhurried: async (lockTimeoutMs, work) => {
      const alone = openPool(url, 1, onConnectionLost, { limits: { lock_timeout: lockTimeoutMs } })
      try {
        return await work(alone.kysely)
      } finally {
        await alone.close()
      }
    },
    warmLookups: async (work) => {
      // As many at once as there are connections, each of which is new or has nothing to do.
      const each = () => lookups.kysely.connection().execute(work)
      const ended = await Promise.allSettled(Array.from({ length: poolSize }, each))
      for (const one of ended) if (one.status === 'rejected') throw one.reason
    },
    libraries: { kind: 'postgres', pool: { ...CONNECTIONS, ...LIMITS, connectionString: url } },
    close: once(async () => {
      await Promise.all([reads, lookups, pages, writes, ordered].map((opened) => opened.close()))
    }),
  }
}

const LIMITS = {
  statement_timeout: STATEMENT_TIMEOUT_MS,
  query_timeout: ANSWER_TIMEOUT_MS,
  lock_timeout: LOCK_TIMEOUT_MS,
  idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_TIMEOUT_MS,
}

const CONNECTIONS = {
  keepAlive: true,
  keepAliveInitialDelayMillis: 10_000,
  connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
  idleTimeoutMillis: 60_000,
}

function openPool(
  url: string,
  size: number,
  onConnectionLost: DatabaseOptions['onConnectionLost'],
  {
    settings = [],
    limits = LIMITS,
    pipeline = false,
    keep = false,
  }: { settings?: readonly string[]; limits?: PoolConfig; pipeline?: boolean; keep?: boolean } = {},
) {
  const pool = new Pool({
    connectionString: url,
    max: size,
    // So many are not closed for having nothing to do.
    min: keep ? size : 0,
    application_name: 'onhand',
    ...CONNECTIONS,
    ...limits,
    pipeline,
    types: { getTypeParser },
  })
  // An 'error' event without a listener ends the process. The pool emits one for connections that break while idle;
  // a connection that breaks between two statements of a transaction emits its own, and its next statement fails.
  pool.on('error', (error) => onConnectionLost?.(error))
  pool.on('connect', (client) => {
    client.on('error', () => {})
    const statements = settings.map((setting) => `set ${setting}`).join('; ')
    // Queued before whatever the connection was made for. Where it fails, so does that.
    if (statements !== '') client.query(statements).catch(() => {})
  })

  const kysely = new Kysely<Schema>({ dialect: new PostgresDialect({ pool: preparing(pool) }) })
  const close = async () => {
    await kysely.destroy()
    // Kysely leaves the pool alone when no query was ever made.
    if (!pool.ending) await pool.end()
  }
  return { pool, kysely, close }
}

interface OrderedStatement {
  readonly config: QueryConfig
  readonly done: (error: Error | null, rows: unknown[]) => void
}

/**
 * Sends statements without waiting for the answers to those before (PostgreSQL manual, 55.2.4 "Pipelining"): while this process decides a batch,
 * PostgreSQL has the next one already and does not wait for it. Each statement is a transaction of its own, so one that fails takes no other along.
 */
class OrderedConnection implements Ordered {
  readonly #opened: ReturnType<typeof openPool>
  readonly #nameOf = namer()
  /** What was asked for while there was no connection yet. */
  readonly #waiting: OrderedStatement[] = []
  #client: PoolClient | undefined
  #connecting = false

  constructor(opened: ReturnType<typeof openPool>) {
    this.#opened = opened
  }

  run<Row>(text: string, values: readonly unknown[]): Promise<Row[]> {
    const bound = values.map((value) => (value instanceof ArrayParameter ? value.toPostgres() : value))
    const named = PREPARED.test(text) ? { name: this.#nameOf(text) } : {}
    return new Promise((resolve, reject) => {
      const done = (error: Error | null, rows: unknown[]) => (error === null ? resolve(rows as Row[]) : reject(error))
      const statement = { config: { ...named, text, values: bound }, done }
      if (this.#client !== undefined) this.#send(this.#client, statement)
      else this.#connect(statement)
    })
  }

  async close(): Promise<void> {
    this.#client?.release()
    this.#client = undefined
    await this.#opened.close()
  }

  #connect(first: OrderedStatement): void {
    this.#waiting.push(first)
    if (this.#connecting) return
    this.#connecting = true
    this.#opened.pool.connect().then(
      (client) => {
        this.#connecting = false
        this.#client = client
        // Of a connection that ends while it does something, its statements tell as well.
        client.once('end', () => this.#giveUp(client))
        for (const statement of this.#waiting.splice(0)) this.#send(client, statement)
      },
      (error: unknown) => {
        this.#connecting = false
        const told = error instanceof Error ? error : new Error(String(error))
        for (const { done } of this.#waiting.splice(0)) done(told, [])
      },
    )
  }

  #send(client: PoolClient, { config, done }: OrderedStatement): void {
    client.query(config, (error: Error | null, result: QueryResult | undefined) => {
      // Whatever else is on its way there fares the same, and is told so by its own statement.
      if (error !== null && (isDatabaseUnavailable(error) || isOutdatedPlan(error))) this.#giveUp(client)
      done(error, result?.rows ?? [])
    })
  }

  #giveUp(client: PoolClient): void {
    if (this.#client !== client) return
    this.#client = undefined
    client.release(true)
  }
}

/** Statements that begin with this comment are prepared once per connection: parsed and planned once, not each time. */
const PREPARED = /^\s*\/\* prepared \*\//

/** Names for statements, the same for the same text. */
function namer(): (text: string) => string {
  const names = new Map<string, string>()
  return (text) => {
    const known = names.get(text)
    if (known !== undefined) return known
    const name = `onhand_${createHash('sha256').update(text).digest('hex').slice(0, 24)}`
    names.set(text, name)
    return name
  }
}

/** The pool as Kysely sees it. Statements of a fixed text that run all the time are named, which is how pg prepares them. */
function preparing(pool: Pool): PostgresPool {
  const nameOf = namer()
  const wrap = (client: PoolClient): PostgresPoolClient => {
    // A connection that did not answer once is not asked again, not even to roll back: it is closed, and PostgreSQL rolls back by itself.
    let silent = false
    let outdated = false
    const answerTo = async (config: QueryConfig): Promise<QueryResult> => {
      if (silent) throw new Error(`${NO_ANSWER}: the connection is given up`)
      try {
        return await client.query(config)
      } catch (error) {
        silent = error instanceof Error && error.message === NO_ANSWER
        outdated ||= isOutdatedPlan(error)
        throw error
      }
    }
    function query<R>(text: string, values: readonly unknown[]): Promise<PostgresQueryResult<R>>
    function query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>
    function query<R>(
      text: string | PostgresCursor<R>,
      values: readonly unknown[] = [],
    ): Promise<PostgresQueryResult<R>> | PostgresCursor<R> {
      if (typeof text !== 'string') throw new Error('Cursors are not configured')
      const named = PREPARED.test(text) ? { name: nameOf(text) } : {}
      return answerTo({ ...named, text, values: [...values] }).then(({ command, rowCount, rows }) => ({
        command: command as PostgresQueryResult<R>['command'],
        rowCount: rowCount ?? 0,
        rows,
      }))
    }
    return { query, release: () => client.release(silent || outdated) }
  }
  const clients = new WeakMap<PoolClient, PostgresPoolClient>()
  return {
    connect: async () => {
      const client = await pool.connect()
      const wrapped = clients.get(client) ?? wrap(client)
      clients.set(client, wrapped)
      return wrapped
    },
    end: () => pool.end(),
    options: pool.options,
  }
}

async function openPGlite({ dataDir, pgliteDump }: DatabaseOptions): Promise<Database> {
  const lock = dataDir === undefined ? undefined : await lockFolder(dataDir)
  try {
    const pglite = await PGlite.create({
      ...(lock === undefined ? {} : { dataDir: lock.inside('pglite') }),
      ...(pgliteDump === undefined ? {} : { loadDataDir: pgliteDump }),
      parsers: pgliteParsers,
      startParams: PGLITE_START,
    })
    const kysely = new Kysely<Schema>({ dialect: new PGliteDialect({ pglite: takingText(pglite) }) })
    return {
      kysely,
      lookups: kysely,
      alongIndexes: (work) =>
        kysely.transaction().execute(async (tx) => {
          const settings = sql.join(ALONG_INDEXES.map((name) => sql`set_config(${name}, 'off', true)`))
          await sql`select ${settings}`.execute(tx)
          return work(tx)
        }),
      writes: kysely,
      ordered: { run: (text, values) => run(kysely, text, values) },
      kind: 'pglite',
      unhurried: (_lockTimeoutMs, work) => work(kysely),
      warmLookups: async () => {},
      libraries: accessTo(pglite),
      close: once(async () => {
        await kysely.destroy()
        if (!pglite.closed) await pglite.close()
        await lock?.release()
      }),
    }
  } catch (error) {
    await lock?.release()
    throw error
  }
}

const BEGINS = /^\s*begin\b/i

export function accessTo(pglite: PGlite): LibraryAccess {
  return {
    kind: 'pglite',
    run: async (text, values = []) => {
      if (values.length > 0) return pglite.query(text, [...values])
      // What begins a transaction and fails halfway is rolled back before anybody else has the one connection: within one of ours, which ends with the other.
      const results = BEGINS.test(text)
        ? await pglite.transaction((transaction) => transaction.exec(text))
        : await pglite.exec(text)
      return { rows: results.flatMap(({ rows }) => rows) }
    },
    listen: (channel, onNotification) => pglite.listen(channel, onNotification),
  }
}

type PGliteForKysely = Exclude<ConstructorParameters<typeof PGliteDialect>[0]['pglite'], (...args: never[]) => unknown>

/** PGlite takes parameters as text. */
function takingText(pglite: PGlite): PGliteForKysely {
  const textOf = (values: unknown[] | undefined) =>
    values?.map((value) => (value instanceof ArrayParameter ? value.toText() : value))
  return {
    get closed() {
      return pglite.closed
    },
    get ready() {
      return pglite.ready
    },
    get waitReady() {
      return pglite.waitReady
    },
    close: () => pglite.close(),
    query: (text, values, options) => pglite.query(text, textOf(values), options),
    transaction: (work) =>
      pglite.transaction((transaction) =>
        work({
          query: (text, values, options) => transaction.query(text, textOf(values), options),
          rollback: () => transaction.rollback(),
        }),
      ),
  }
}

// Identifiers of PostgreSQL's types, from its catalogue pg_type.
const INT8 = 20
const INT8_ARRAY = 1016
const DATE = 1082
const TIMESTAMPTZ = 1184

/**
 * Quantities, cursors and counters are 64-bit in SQL and JavaScript numbers here: everything Onhand stores lies within
 * ±(2^53 − 1). A number outside of that would silently lose digits, so it is an error instead.
 */
function parseInt8(text: string): number {
  const number = Number(text)
  if (!Number.isSafeInteger(number)) throw new RangeError(`The database returned ${text}, which is not a safe integer.`)
  return number
}

function parseInt8Array(text: string): (number | null)[] {
  if (text === '{}') return []
  return text
    .slice(1, -1)
    .split(',')
    .map((item) => (item === 'NULL' ? null : parseInt8(item)))
}

/** A date has no time zone, so it stays text: `2024-02-29`. A JavaScript Date would move it to midnight somewhere. */
const parseDate = (text: string): string => text

const parsePostgresTimestamp: (text: string) => unknown = types.getTypeParser(TIMESTAMPTZ)

/** PostgreSQL's infinities are the ends of JavaScript's time (ECMA-262, 21.4.1.1), so that every time is a Date. */
function parseTimestamp(text: string): unknown {
  if (text === 'infinity') return new Date(8.64e15)
  if (text === '-infinity') return new Date(-8.64e15)
  return parsePostgresTimestamp(text)
}

const pgliteParsers = { [INT8]: parseInt8, [DATE]: parseDate, [TIMESTAMPTZ]: parseTimestamp }

const postgresParsers = new Map<number, (text: string) => unknown>([
  [INT8, parseInt8],
  [INT8_ARRAY, parseInt8Array],
  [DATE, parseDate],
  [TIMESTAMPTZ, parseTimestamp],
])

/** Belongs to this pool alone; `pg.types.setTypeParser` would change every other user of pg in the process. */
function getTypeParser(oid: number, format?: 'text' | 'binary') {
  const own = format === 'binary' ? undefined : postgresParsers.get(oid)
  return own ?? types.getTypeParser(oid, format)
}

function once(close: () => Promise<void>): () => Promise<void> {
  let closing: Promise<void> | undefined
  return () => {
    closing ??= close()
    return closing
  }
}
