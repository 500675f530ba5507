import { createReadStream } from 'node:fs'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { parse } from 'csv-parse'
import { FIELDS, type Field, type FileFormat, ROW_FIELDS } from './settings.ts'

/** One row of a file, in our words. Fields that are empty are absent. */
export interface Row {
  /** Line of the file, where the first is 1. */
  readonly line: number
  readonly fields: Readonly<Partial<Record<Field, string>>>
}

/** What is wrong with a file, and where. */
export interface Problem {
  /** null: it is about the file as a whole. */
  readonly line: number | null
  readonly message: string
}

export interface Trailer {
  readonly line: number
  readonly rows: number
  /** As decimal text; null where the trailer names none. */
  readonly total: string | null
}

export interface FileContent {
  readonly rows: AsyncIterable<Row | Problem>
  /** Of a file that was read to its end. */
  trailer(): Trailer | undefined
}

/** The longest line; beyond that it is no line of a CSV. */
const LINE_BYTES_MAX = 64 * 1024

/** Row by row, never the whole file. What is wrong with a row comes in its place. */
export function readRows(path: string, format: FileFormat): FileContent {
  let trailer: Trailer | undefined

  async function* rows(): AsyncGenerator<Row | Problem> {
    const parser = parse({
      bom: true,
      delimiter: format.delimiter ?? ',',
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: LINE_BYTES_MAX,
    })
    const file = createReadStream(path)
    const steps = path.endsWith('.gz') ? pipeline(file, createGunzip(), parser) : pipeline(file, parser)
    // What goes wrong on the way ends the parser, by which it is told.
    steps.catch(() => {})

    let columns: ReadonlyMap<Field, number> | undefined
    let width: number | null = 0
    for await (const { record, info } of recordsOf(parser)) {
      if (columns === undefined) {
        const found = columnsOf(record, format)
        if ('problem' in found) yield { line: info.lines, message: found.problem }
        // The rows are then not looked at, but whether the file is whole is.
        columns = 'problem' in found ? new Map() : found.columns
        width = 'problem' in found ? null : record.length
      } else if (trailer !== undefined) {
        yield { line: info.lines, message: 'There are rows after the trailer.' }
        return
      } else if (record[0] === '#end') {
        trailer = {
          line: info.lines,
          rows: Number(record[1]),
          total: record[2] === undefined || record[2] === '' ? null : record[2],
        }
      } else if (width !== null && record.length !== width) {
        yield { line: info.lines, message: `It has ${record.length} columns where the header has ${width}.` }
      } else if (width !== null) {
        yield { line: info.lines, fields: fieldsOf(record, columns, format) }
      }
    }
    if (columns === undefined) yield { line: null, message: 'It has no header.' }
  }

  return { rows: rows(), trailer: () => trailer }
}

interface Parsed {
  readonly record: readonly string[]
  readonly info: { readonly lines: number }
}

async function* recordsOf(parser: Readable): AsyncGenerator<Parsed> {
  for await (const parsed of parser) yield parsed
}

function columnsOf(
  header: readonly string[],
  { rows, columns = {}, fixed = {} }: FileFormat,
): { readonly columns: ReadonlyMap<Field, number> } | { readonly problem: string } {
  const { needs, may } = ROW_FIELDS[rows]
  const found = new Map<Field, number>()
  for (const field of FIELDS) {
    if (fixed[field] !== undefined || (!needs.includes(field) && !may.includes(field))) continue
    const name = columns[field] ?? field
    const at = header.findIndex((cell) => cell.trim() === name)
    if (at >= 0) found.set(field, at)
    else if (needs.includes(field) || columns[field] !== undefined)
      return { problem: `The header has no column "${name}".` }
  }
  return { columns: found }
}

function fieldsOf(
  record: readonly string[],
  columns: ReadonlyMap<Field, number>,
  { fixed = {}, prefix = {} }: FileFormat,
) {
  const fields: Partial<Record<Field, string>> = { ...fixed }
  for (const [field, at] of columns) {
    const cell = record[at]?.trim() ?? ''
    if (cell === '') continue
    fields[field] = field === 'location' || field === 'origin' ? `${prefix[field] ?? ''}${cell}` : cell
  }
  return fields
}
