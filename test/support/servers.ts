import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import type { TestProject } from 'vitest/node'
import { ensurePrograms } from './binaries.ts'
import { eraseAtExit } from './janitor.ts'
import { startPostgres } from './postgres-server.ts'
import { startRedis } from './redis-server.ts'

/** The servers that all test files of a run share. */
export interface TestServers {
  /** A PostgreSQL whose user may create databases. Tests use databases of their own in it, never this one. */
  databaseUrl: string
  redisUrl: string
  /** Begins the name of every database of this run; they are dropped at its end. */
  databasePrefix: string
  /** A folder of this run, erased at its end. */
  folder: string
}

declare module 'vitest' {
  interface ProvidedContext {
    servers: TestServers
  }
}

/**
 * Vitest's global set-up: uses the servers of DATABASE_URL and REDIS_URL where set, otherwise starts throw-away ones.
 * A server that cannot be had fails the run: no suite is skipped.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { DATABASE_URL: givenDatabase, REDIS_URL: givenRedis } = process.env
  const useGivenDatabase = givenDatabase !== undefined && givenDatabase !== ''
  const useGivenRedis = givenRedis !== undefined && givenRedis !== ''

  await using started = new AsyncDisposableStack()
  await ensurePrograms([
    ...(useGivenDatabase ? [] : (['initdb', 'postgres'] as const)),
    ...(useGivenRedis ? [] : (['redis-server'] as const)),
  ])

  const folder = await mkdtemp(join(tmpdir(), 'onhand-test-'))
  const kept = eraseAtExit({ folder })
  started.defer(async () => {
    await rm(folder, { recursive: true, force: true })
    kept()
  })

  const [postgres, redis] = await Promise.all([
    useGivenDatabase ? undefined : startPostgres().then((server) => started.use(server)),
    useGivenRedis ? undefined : startRedis().then((server) => started.use(server)),
  ])
  const databaseUrl = postgres?.url ?? givenDatabase ?? ''
  const redisUrl = redis?.url ?? givenRedis ?? ''
  const databasePrefix = `onhand_test_${randomBytes(4).toString('hex')}_`
  if (useGivenDatabase) started.defer(() => dropDatabases(databaseUrl, databasePrefix))

  project.provide('servers', { databaseUrl, redisUrl, databasePrefix, folder })

  const owned = started.move()
  return () => owned.disposeAsync()
}

/** On a server that was given, leaves nothing behind, also of test files that crashed. */
async function dropDatabases(url: string, prefix: string): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<{ datname: string }>(
      'select datname from pg_database where starts_with(datname, $1)',
      [prefix],
    )
    for (const { datname } of rows) await client.query(`drop database if exists "${datname}" with (force)`)
  } finally {
    await client.end()
  }
}
