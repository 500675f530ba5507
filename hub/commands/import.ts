import type { Config } from '../../core/config.ts'
import { EXIT } from '../errors.ts'
import { importOnlineRetail } from '../import/online-retail.ts'
import { exitCodeOf, printReport } from '../import/print-report.ts'
import { progressOn } from '../import/progress.ts'
import { openCommandLog } from '../log.ts'
import { openParts } from '../parts.ts'

export async function importCommand(config: Config, folder: string, openingStock: 'auto' | number): Promise<void> {
  const log = openCommandLog(config.logLevel, 'import')
  const parts = await openParts({ config, log })
  const progress = progressOn(process.stderr)
  try {
    const { database: db, ledger, ingest } = parts
    const report = await importOnlineRetail({ folder, openingStock, db, ledger, ingest, log, progress })
    progress.end()
    printReport(report, (line) => console.log(line))
    if (exitCodeOf(report) !== 0) process.exitCode = EXIT.failed
  } finally {
    progress.end()
    await parts.close()
  }
}
