import type { Config } from '../../core/config.ts'
import type { Database } from '../../core/database/connection.ts'
import { migrate } from '../../core/database/migrate.ts'
import { audit, type Difference } from '../../core/ledger/audit.ts'
import { rebuild } from '../../core/ledger/rebuild.ts'
import { EXIT } from '../errors.ts'
import { progressOn } from '../import/progress.ts'
import { openCommandLog } from '../log.ts'
import { openHubDatabase, prepareDatabase } from '../parts.ts'

/** Differences that are printed; the number of all of them is always told. */
const PRINTED_MAX = 50

export async function migrateCommand(config: Config): Promise<void> {
  const log = openCommandLog(config.logLevel, 'migrate')
  await using database = disposable(await openHubDatabase(config, log))
  const names = await migrate(database)
  console.log(names.length === 0 ? 'The database is up to date.' : `Applied ${names.join(', ')}.`)
}

export async function auditCommand(config: Config): Promise<void> {
  await using database = await openMigrated(config, 'audit')
  const progress = progressOn(process.stderr)
  let begun = false
  const report = await audit({
    db: database,
    onProgress: (done, total) => {
      if (!begun) progress.begin('audit', total)
      begun = true
      progress.advance(done)
    },
  })
  progress.end()
  console.log(`Compared ${report.positions} positions with ${report.entries} journal entries.`)
  tell(report.differences)
}

export async function rebuildCommand(config: Config, apply: boolean): Promise<void> {
  await using database = await openMigrated(config, 'rebuild')
  const progress = progressOn(process.stderr)
  let begun = false
  const report = await rebuild({
    db: database,
    apply,
    onProgress: (done, total) => {
      if (!begun) progress.begin('rebuild', total)
      begun = true
      progress.advance(done)
    },
  })
  progress.end()
  console.log(`Derived ${report.positions} positions from ${report.entries} journal entries.`)
  tell(report.differences)
  if (report.differences.length === 0) return
  if (!apply) {
    console.log('Nothing was changed. Add --apply to write what the journal says.')
    return
  }
  console.log(`Wrote ${report.written} balances.`)
  process.exitCode = report.written === report.differences.length ? EXIT.ok : EXIT.failed
}

function tell(differences: readonly Difference[]): void {
  if (differences.length === 0) {
    console.log('Nothing differs.')
    return
  }
  for (const { check, bucket, sku, locationId, document, account, kept, derived } of differences.slice(
    0,
    PRINTED_MAX,
  )) {
    const where = [sku, locationId, document].filter((part) => part !== null).join(' at ') || `bucket ${bucket}`
    console.log(`  ${check}: ${where}, ${account}: kept ${kept}, derived ${derived}`)
  }
  if (differences.length > PRINTED_MAX) console.log(`  … and ${differences.length - PRINTED_MAX} more`)
  console.log(`${differences.length} figures differ.`)
  process.exitCode = EXIT.failed
}

async function openMigrated(config: Config, part: string): Promise<Database & AsyncDisposable> {
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

function disposable(database: Database): Database & AsyncDisposable {
  return { ...database, [Symbol.asyncDispose]: () => database.close() }
}
