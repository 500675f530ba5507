import { isErpLocationKind } from '../connector.ts'
import type { Problem, Row } from './read-rows.ts'
import { readRows } from './read-rows.ts'
import { type FileFormat, ROW_FIELDS } from './settings.ts'
import { timeOf } from './time.ts'

export type Checked =
  | { readonly status: 'good'; readonly rows: number }
  /** It is still being written. */
  | { readonly status: 'unfinished' }
  /** The first problems, and how many there are. */
  | { readonly status: 'bad'; readonly problems: readonly Problem[]; readonly found: number }

export interface CheckOptions {
  readonly path: string
  readonly format: FileFormat
  readonly needsTrailer: boolean
  readonly timeZone: string
}

/** Problems that a report lists. */
const LISTED_MAX = 1_000

/** A file is taken as a whole or not at all: reads it through, row by row, before anything of it is handed over. */
export async function checkFile({ path, format, needsTrailer, timeZone }: CheckOptions): Promise<Checked> {
  const problems: Problem[] = []
  let found = 0
  const tell = (line: number | null, message: string) => {
    found++
    if (problems.length < LISTED_MAX) problems.push({ line, message })
  }
  const { rows, trailer } = readRows(path, format)
  let count = 0
  const sum = new Sum()
  try {
    for await (const row of rows) {
      if (!('fields' in row)) {
        tell(row.line, row.message)
        continue
      }
      count++
      sum.add(row.fields.quantity)
      for (const message of problemsOf(row, format, timeZone)) tell(row.line, message)
    }
  } catch (error) {
    // Half of a compressed file, or of a quoted cell, is what one that is still being written looks like.
    if (needsTrailer && trailer() === undefined) return { status: 'unfinished' }
    tell(null, `It cannot be read: ${error instanceof Error ? error.message : String(error)}`)
  }

  const end = trailer()
  if (end === undefined && needsTrailer) return { status: 'unfinished' }
  // What adds up to something else follows from whatever else is wrong.
  const adds = found === 0 ? end : undefined
  if (adds !== undefined && adds.rows !== count)
    tell(adds.line, `The trailer says ${adds.rows} rows; there are ${count}.`)
  if (adds !== undefined && adds.total !== null && !sum.is(adds.total)) {
    tell(adds.line, `The trailer says that the quantities add up to ${adds.total}; they add up to ${sum}.`)
  }
  return found > 0 ? { status: 'bad', problems, found } : { status: 'good', rows: count }
}

const DECIMAL = /^-?\d{1,15}(\.\d{1,9})?$/

function* problemsOf({ fields }: Row, { rows }: FileFormat, timeZone: string): Generator<string> {
  for (const field of ROW_FIELDS[rows].needs) if (fields[field] === undefined) yield `${field} is empty.`
  for (const field of ['quantity', 'rejected', 'factor'] as const) {
    const said = fields[field]
    if (said !== undefined && !DECIMAL.test(said)) yield `${field} "${said}" is no decimal number.`
  }
  if (fields.factor !== undefined && !/^[1-9]\d*$/.test(fields.factor))
    yield `factor "${fields.factor}" is no whole number above 0.`
  if (fields.kind !== undefined && !isErpLocationKind(fields.kind)) yield `kind "${fields.kind}" is none of a location.`
  if (fields.time !== undefined && timeOf(fields.time, timeZone) === undefined) yield `time "${fields.time}" is none.`
}

/** Exact: control totals are compared to the last place. */
class Sum {
  #units = 0n

  add(said: string | undefined): void {
    if (said !== undefined && DECIMAL.test(said)) this.#units += toUnits(said)
  }

  is(said: string): boolean {
    return DECIMAL.test(said) && toUnits(said) === this.#units
  }

  toString(): string {
    const sign = this.#units < 0n ? '-' : ''
    const digits = String(this.#units < 0n ? -this.#units : this.#units).padStart(PLACES + 1, '0')
    const fraction = digits.slice(-PLACES).replace(/0+$/, '')
    return `${sign}${digits.slice(0, -PLACES)}${fraction === '' ? '' : `.${fraction}`}`
  }
}

const PLACES = 9

function toUnits(said: string): bigint {
  const [whole = '0', fraction = ''] = said.replace('-', '').split('.')
  const units = BigInt(whole + fraction.padEnd(PLACES, '0'))
  return said.startsWith('-') ? -units : units
}
