import type { Config } from '../../core/config.ts'
import type { Database } from '../../core/database/connection.ts'
import { openCommandLog } from '../log.ts'
import { openHubDatabase, prepareDatabase } from '../parts.ts'

/** The database of the settings, for a command that only works on it. */
export async function openMigrated(config: Config, part: string): Promise<Database & AsyncDisposable> {
  const log = openCommandLog(config.logLevel, part)
  const database = await openHubDatabase(config, log)
  try {
    // A database that was never used is brought up: PGlite has just made it.
    await prepareDatabase(database, { log, migrations: config.databaseUrl === undefined ? 'apply' : 'require' })
  } catch (error) {
    await database.close()
    throw error
  }
  return disposable(database)
}

/** Closed at the end of the block that uses it. */
export function disposable(database: Database): Database & AsyncDisposable {
  return { ...database, [Symbol.asyncDispose]: () => database.close() }
}
