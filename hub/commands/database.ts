import type { Config } from '../../core/config.ts'
import type { Database } from '../../core/database/connection.ts'
import { migrate } from '../../core/database/migrate.ts'
import { type AuditReport, audit, type Difference, fingerprintOf } from '../../core/ledger/audit.ts'
import { type Corrected, correct, proposalFor } from '../../core/ledger/correct.ts'
import { rebuild } from '../../core/ledger/rebuild.ts'
import { EXIT } from '../errors.ts'
import { progressOn } from '../import/progress.ts'
import { openCommandLog } from '../log.ts'
import { openHubDatabase } from '../parts.ts'
import { disposable, openMigrated } from './open-migrated.ts'

export async function migrateCommand(config: Config): Promise<void> {
  const log = openCommandLog(config.logLevel, 'migrate')
  await using database = disposable(await openHubDatabase(config, log))
  const names = await migrate(database)
  console.log(names.length === 0 ? 'The database is up to date.' : `Applied ${names.join(', ')}.`)
}

/**
 * Compares, proposes, and with `apply` corrects what it found: with a fingerprint only where that is exactly what an earlier call has shown.
 */
export async function auditCommand(config: Config, apply: boolean | string): Promise<void> {
  await using database = await openMigrated(config, 'audit')
  const { positions, entries, found, differences } = await auditWithProgress(database)
  console.log(`Compared ${positions} positions with ${entries} journal entries.`)
  tell(found, differences)
  if (found === 0) return
  const fingerprint = fingerprintOf(differences)
  if (apply === false) {
    console.log(`Nothing was changed. To write exactly these corrections: npm run hub -- audit --apply ${fingerprint}`)
    return
  }
  if (typeof apply === 'string' && apply !== fingerprint) {
    console.log(`Nothing was changed: this is not what ${apply} stands for any more. It is ${fingerprint} now.`)
    return
  }
  for (const { difference, result } of await correct(database, differences)) {
    console.log(`  ${result}: ${placeOf(difference)}, ${difference.account}${outcomeOf(difference, result)}`)
  }
  const { found: left } = await auditWithProgress(database)
  console.log(left === 0 ? 'Nothing differs any more.' : `${left} figures still differ.`)
  process.exitCode = left === 0 ? EXIT.ok : EXIT.failed
}

function outcomeOf({ kept, derived }: Difference, result: Corrected['result']): string {
  switch (result) {
    case 'corrected':
      return `: ${kept} became ${derived}`
    case 'follows':
      return ': nothing to write'
    case 'changed':
      return ': it was changed meanwhile, and was left alone'
    case 'impossible':
      return `: ${derived} cannot be kept there; nothing was written`
  }
}

async function auditWithProgress(db: Database): Promise<AuditReport> {
  const progress = progressOn(process.stderr)
  let begun = false
  const report = await audit({
    db,
    onProgress: (done, total) => {
      if (!begun) progress.begin('audit', total)
      begun = true
      progress.advance(done)
    },
  })
  progress.end()
  return report
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
  tell(report.found, report.differences)
  if (report.found === 0) return
  if (!apply) {
    console.log('Nothing was changed. Add --apply to write what the journal says.')
    return
  }
  console.log(`Wrote ${report.written} balances.`)
  process.exitCode = report.written === report.found ? EXIT.ok : EXIT.failed
}

function tell(found: number, differences: readonly Difference[]): void {
  if (found === 0) {
    console.log('Nothing differs.')
    return
  }
  for (const difference of differences) {
    const { account, kept, derived } = difference
    console.log(`  ${difference.check}: ${placeOf(difference)}, ${account}: kept ${kept}, derived ${derived}`)
    console.log(`    proposed: ${proposalFor(difference)}`)
  }
  if (found > differences.length) console.log(`  … and ${found - differences.length} more`)
  console.log(`${found} figures differ.`)
  process.exitCode = EXIT.failed
}

function placeOf({ bucket, sku, locationId, document }: Difference): string {
  return [sku, locationId, document].filter((part) => part !== null).join(' at ') || `bucket ${bucket}`
}
