import type { ImportReport } from './online-retail.ts'

/** The report for a person, ending in whether the books agree. */
export function printReport(report: ImportReport, write: (line: string) => void): void {
  const number = new Intl.NumberFormat('en-GB')
  const table = (title: string, values: Readonly<Record<string, number>>) => {
    write(title)
    for (const [name, value] of Object.entries(values))
      write(`  ${name.padEnd(28)}${number.format(value).padStart(14)}`)
  }
  const skipped = Object.values(report.skipped).reduce((sum, lines) => sum + lines, 0)
  write(
    `${number.format(report.rows)} lines read, ${number.format(skipped)} of them not about products, in ${report.seconds.toFixed(1)} s`,
  )
  table('Skipped lines, by kind of SKU', report.skipped)
  table('Events, by what they tell', report.events)
  table('Events, by result', report.results)
  for (const { id, code, message } of report.refused) write(`  ${id ?? '?'}: ${code ?? ''} ${message ?? ''}`)
  const { sale, return: returned, correction } = report.units
  table('Units by the file', { 'opening stock': report.openingUnits, sold: sale, returned, corrected: correction })
  table('Units by account, at UK', report.accounts)

  const equal = report.compared - report.different.length
  write(
    `onHand = opening − Σ quantity (corrections: + quantity): ${number.format(equal)} of ${number.format(report.compared)} SKUs agree`,
  )
  for (const { sku, expected, onHand } of report.different.slice(0, 20)) {
    write(`  ${sku}: onHand is ${number.format(onHand)}, the file says ${number.format(expected)}`)
  }
  if (report.different.length > 20) write(`  … and ${number.format(report.different.length - 20)} more`)
}

/** Exit code of the import: 0 when the books agree and nothing was refused. */
export function exitCodeOf(report: ImportReport): 0 | 1 {
  return report.different.length === 0 && report.refused.length === 0 ? 0 : 1
}
