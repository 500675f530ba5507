/** Columns for a person, in the order of a line. */
export interface Column<Row> {
  readonly heading: string
  readonly width: number
  readonly of: (row: Row) => string
}

export function headings<Row>(columns: readonly Column<Row>[]): string {
  return columns.map(({ heading, width }) => cell(heading, width)).join('  ')
}

export function line<Row>(columns: readonly Column<Row>[], row: Row): string {
  return columns
    .map(({ width, of }) => cell(of(row), width))
    .join('  ')
    .trimEnd()
}

/** Negative widths begin at the left. */
function cell(text: string, width: number): string {
  return width < 0 ? text.padEnd(-width) : text.padStart(width)
}

const whole = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 })

export function count(number: number): string {
  return whole.format(number)
}

export function milliseconds(number: number): string {
  return number >= 100 ? whole.format(number) : number.toFixed(number >= 10 ? 1 : 2)
}

/** Processor time spent on one thing: cores in use, by how many of it were done in a second. It says more than a rate where others work as well. */
export function microsecondsEach(cores: number | undefined, perSecond: number): string {
  return cores === undefined || perSecond === 0 ? '?' : count((cores * 1_000_000) / perSecond)
}

export function coresOf(used: number | undefined): string {
  return used === undefined ? '?' : used.toFixed(2)
}
