import { execFile } from 'node:child_process'
import { randomBytes, randomUUID } from 'node:crypto'
import { access, link, readFile, unlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { PGlite } from '@electric-sql/pglite'
import { Kysely, PGliteDialect } from 'kysely'
import { Client } from 'pg'
import { inject } from 'vitest'
import { accessTo, type Database, openDatabase } from '../../core/database/connection.ts'
import { migrate } from '../../core/database/migrate.ts'
import type { Schema } from '../../core/database/schema.ts'
import { findProgram } from './binaries.ts'

const run = promisify(execFile)

/** Read once by each process. */
let dump: Promise<ArrayBuffer> | undefined

export type DatabaseKind = Database['kind']

/** For `describe.each(DATABASE_KINDS)`: what holds on one kind has to hold on the other. */
export const DATABASE_KINDS: readonly DatabaseKind[] = ['pglite', 'postgres']

/** A migrated database that nobody else uses; gone when disposed. */
export interface FreshDatabase extends Database, AsyncDisposable {
  /** The URL, to open it a second time or from another process. PGlite lives in memory and has none. */
  readonly url: string | undefined
}

export interface FreshDatabaseOptions {
  /** Connections of the pool, default 10. */
  poolSize?: number
}

/**
 * A migrated database of its own: `await using database = await freshDatabase('postgres')`. PostgreSQL copies a
 * template that was migrated once for the run, PGlite loads a dump of one.
 */
export async function freshDatabase(kind: DatabaseKind, options: FreshDatabaseOptions = {}): Promise<FreshDatabase> {
  return kind === 'pglite' ? freshPGlite() : freshPostgres(options)
}

/**
 * The URL of an empty database on the shared PostgreSQL, without tables, for tests that migrate themselves or start
 * processes. Dropped when disposed.
 */
export async function emptyDatabase(): Promise<AsyncDisposable & { readonly url: string }> {
  return createDatabase()
}

async function freshPostgres({ poolSize }: FreshDatabaseOptions): Promise<FreshDatabase> {
  return opened(await createDatabase(await migratedTemplate()), poolSize)
}

async function opened(created: Awaited<ReturnType<typeof createDatabase>>, poolSize?: number): Promise<FreshDatabase> {
  const database = await openDatabase({ url: created.url, poolSize })
  return {
    ...database,
    url: created.url,
    async [Symbol.asyncDispose]() {
      await database.close()
      await created[Symbol.asyncDispose]()
    },
  }
}

/** A backup of a database on PostgreSQL, made by `pg_dump` while everything goes on. */
export async function dumpDatabase({ url }: FreshDatabase): Promise<string> {
  const path = join(inject('servers').folder, `${randomUUID()}.dump`)
  await run(await findProgram('pg_dump'), ['--format=custom', `--file=${path}`, url ?? ''])
  return path
}

/** What was backed up, as another database. */
export async function restoredDatabase(dump: string): Promise<FreshDatabase> {
  const created = await createDatabase()
  await run(await findProgram('pg_restore'), ['--exit-on-error', `--dbname=${created.url}`, dump])
  return opened(created, 10)
}

async function createDatabase(template?: string): Promise<AsyncDisposable & { readonly url: string }> {
  const { databasePrefix } = inject('servers')
  const name = `${databasePrefix}${randomBytes(6).toString('hex')}`
  await asAdmin((client) =>
    client.query(`create database "${name}"${template === undefined ? '' : ` template "${template}"`}`),
  )
  return {
    url: urlOf(name),
    async [Symbol.asyncDispose]() {
      await asAdmin((client) => client.query(`drop database if exists "${name}" with (force)`))
    },
  }
}

/** Makes the template at the first call of the run; other workers that need it meanwhile wait. */
async function migratedTemplate(): Promise<string> {
  const { databasePrefix } = inject('servers')
  const template = `${databasePrefix}template`
  await asAdmin(async (client) => {
    await client.query('select pg_advisory_lock(hashtext($1))', [template])
    const { rowCount } = await client.query('select from pg_database where datname = $1', [template])
    if (rowCount !== 0) return

    // It gets its name when it is complete, and nobody may be connected to a template.
    const unfinished = `${databasePrefix}unfinished`
    await client.query(`drop database if exists "${unfinished}" with (force)`)
    await client.query(`create database "${unfinished}"`)
    const database = await openDatabase({ url: urlOf(unfinished), poolSize: 1 })
    try {
      await migrate(database)
    } finally {
      await database.close()
    }
    await client.query(`alter database "${unfinished}" rename to "${template}"`)
  })
  return template
}

async function asAdmin<T>(work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: inject('servers').databaseUrl })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

function urlOf(database: string): string {
  const url = new URL(inject('servers').databaseUrl)
  url.pathname = `/${database}`
  return url.href
}

async function freshPGlite(): Promise<FreshDatabase> {
  dump ??= migratedDump()
  const database = await openDatabase({ pgliteDump: new InMemory(await dump) })
  return { ...database, url: undefined, [Symbol.asyncDispose]: () => database.close() }
}

/**
 * The migrated PGlite folder as a file, so that only the first test file of a run waits for `initdb`. Two workers that
 * both miss it make it twice, and the first one's is kept.
 */
async function migratedDump(): Promise<ArrayBuffer> {
  const path = join(inject('servers').folder, 'pglite.tar')
  if (!(await exists(path))) {
    const pglite = await PGlite.create()
    const kysely = new Kysely<Schema>({ dialect: new PGliteDialect({ pglite }) })
    await migrate({ kysely, unhurried: (_lockTimeoutMs, work) => work(kysely), libraries: accessTo(pglite) })
    // Else each that begins with it first goes through all that was written.
    await pglite.exec('checkpoint')
    const dump = await pglite.dumpDataDir('none')
    await kysely.destroy()

    const unfinished = `${path}.${randomUUID()}`
    await writeFile(unfinished, dump.stream())
    // Under its name it is complete, and never replaced while somebody reads it.
    await link(unfinished, path).catch(async (error: unknown) => {
      if (!(await exists(path))) throw error
    })
    await unlink(unfinished)
  }
  return Uint8Array.from(await readFile(path)).buffer
}

/** Node reads a Blob by pieces that it puts together again, which took longer than all the rest of opening a PGlite: half a second for 42 MB. */
class InMemory extends Blob {
  readonly #bytes: ArrayBuffer

  constructor(bytes: ArrayBuffer) {
    super([])
    this.#bytes = bytes
  }

  override arrayBuffer(): Promise<ArrayBuffer> {
    return Promise.resolve(this.#bytes)
  }
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}
