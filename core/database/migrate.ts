import type { Kysely } from 'kysely'
import { Migrator } from 'kysely/migration'
import { migrateJobTables, pendingJobTables } from '../jobs/migrate.ts'
import type { Database } from './connection.ts'
import { isSerializationFailure } from './errors.ts'
import { migrations } from './migrations/index.ts'
import type { Schema } from './schema.ts'

/** A lock that a migration waits for longer than this is held by something that has to be stopped first. */
const MIGRATION_LOCK_TIMEOUT_MS = 60_000

const MIGRATION_ATTEMPTS = 10

/**
 * Brings the tables up to this version and returns the names of the migrations it applied, none when all was done
 * before. Several processes may call it at once: they queue for an advisory lock, and all but one find nothing to do.
 * One transaction: when a migration fails, none of them was applied, and the error is thrown. The tables of pg-boss come after ours, in a
 * transaction of their own.
 */
export async function migrate(database: Pick<Database, 'kysely' | 'unhurried' | 'libraries'>): Promise<string[]> {
  const ours = await database.unhurried(MIGRATION_LOCK_TIMEOUT_MS, migrateAmongOthers)
  return [...ours, ...(await migrateJobTables(database))]
}

/** Names of the migrations that this version knows and the database has not seen, in order. Changes nothing. */
export async function pendingMigrations(database: Database): Promise<string[]> {
  const all = await migratorFor(database.kysely).getMigrations()
  const ours = all.filter((migration) => migration.executedAt === undefined).map((migration) => migration.name)
  return [...ours, ...(await pendingJobTables(database))]
}

/** Whoever reads several tables in one transaction may wait for this and this for them. PostgreSQL ends one of the two; where it is this one, it begins anew. */
async function migrateAmongOthers(connection: Kysely<Schema>): Promise<string[]> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await migrateToLatest(connection)
    } catch (error) {
      if (!isSerializationFailure(error) || attempt >= MIGRATION_ATTEMPTS) throw error
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 1_000))
    }
  }
}

async function migrateToLatest(connection: Kysely<Schema>): Promise<string[]> {
  const { error, results = [] } = await migratorFor(connection).migrateToLatest()
  if (error !== undefined) {
    const failed = results.find((result) => result.status === 'Error')
    const what =
      failed === undefined ? 'The database could not be migrated' : `Migration ${failed.migrationName} failed`
    throw new Error(`${what}: ${error instanceof Error ? error.message : String(error)}`, { cause: error })
  }
  return results.map((result) => result.migrationName)
}

export function migratorFor(kysely: Kysely<Schema>): Migrator {
  return new Migrator({
    db: kysely,
    provider: { getMigrations: async () => migrations },
    migrationTableName: 'migration',
    migrationLockTableName: 'migration_lock',
  })
}
