import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream'
import { finished } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { parse } from 'csv-parse'

/** One line of `transactions.csv`: what was sold, came back, or was corrected. */
export interface Row {
  /** 1-based line of the file, after the header. */
  readonly number: number
  readonly invoice: string
  readonly sku: string
  readonly quantity: number
  /** Wall time without a zone, such as `2010-12-01T08:26:00`. */
  readonly wallTime: string
  readonly what: RowKind
}

/**
 * `sale`: units left for a customer, free goods included. `return`: a cancellation, units came back. `correction`: a line without price and customer,
 * by which the shop put its stock right; the quantity is what the stock gained, unlike in the other two.
 */
export type RowKind = 'sale' | 'return' | 'correction'

export interface Sku {
  readonly sku: string
  /** What is not `product` (postage, fees, vouchers) moves no stock. */
  readonly kind: string
  readonly title: string
}

/** A file is not what its description says. */
export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile'
}

export async function readSkus(folder: string): Promise<Sku[]> {
  const skus: Sku[] = []
  for await (const some of records(folder, 'skus.csv.gz', ['sku', 'kind', 'description'])) {
    for (const [sku = '', kind = '', description = ''] of some) {
      skus.push({ sku, kind, title: description.trim() === '' ? sku : description.trim() })
    }
  }
  return skus
}

/** What the shop noted beside its corrections, by line number; lines without a note are absent. */
export async function readNotes(folder: string): Promise<Map<number, string>> {
  const notes = new Map<number, string>()
  for await (const some of records(folder, 'adjustments.csv.gz', ['row', 'sku', 'quantity', 'note'])) {
    for (const [row, , , note = ''] of some) if (note.trim() !== '') notes.set(Number(row), note.trim())
  }
  return notes
}

const COLUMNS = ['invoice', 'sku', 'quantity', 'occurred_at', 'unit_price', 'customer', 'country', 'is_cancellation']

/** The lines of the file, some hundreds at a time. */
export async function* readRows(folder: string): AsyncGenerator<Row[]> {
  let number = 0
  for await (const some of records(folder, 'transactions.csv.gz', COLUMNS)) {
    yield some.map((record) => {
      const [invoice = '', sku = '', units = '', wallTime = '', price = '', customer = '', , cancellation = ''] = record
      const quantity = Number(units)
      number++
      if (invoice === '' || sku === '' || !Number.isSafeInteger(quantity) || quantity === 0) {
        throw new UnreadableFile(`transactions.csv.gz, line ${number}: "${record.join(',')}" is no order line.`)
      }
      return { number, invoice, sku, quantity, wallTime, what: kindOf(quantity, Number(price), customer, cancellation) }
    })
  }
}

function kindOf(quantity: number, price: number, customer: string, cancellation: string): RowKind {
  if (cancellation === 'true' && quantity < 0) return 'return'
  if ((price === 0 && customer === '') || quantity < 0) return 'correction'
  return 'sale'
}

/** What the line does to the stock of its SKU. */
export function stockChange({ what, quantity }: Row): number {
  return what === 'correction' ? quantity : -quantity
}

/**
 * The lines of a gzipped CSV file, without its header: the file is never in memory. As many at a time as come out of one piece of it, because waiting for
 * each line by itself takes longer than reading it.
 */
async function* records(folder: string, name: string, columns: readonly string[]): AsyncGenerator<string[][]> {
  let some: string[][] = []
  const parser = parse({
    bom: true,
    on_record: (record: string[]) => {
      some.push(record)
      return null
    },
  })
  parser.resume()
  let isHeader = true
  const taken = (): string[][] => {
    const records = some
    some = []
    const [header] = records
    if (!isHeader || header === undefined) return records
    isHeader = false
    if (!columns.every((column, index) => header[index] === column)) {
      throw new UnreadableFile(`${name} begins with "${header.join(',')}", not with "${columns.join(',')}".`)
    }
    return records.slice(1)
  }
  const unpacked = createGunzip()
  pipeline(createReadStream(join(folder, name)), unpacked, () => {
    // An error of either ends the iteration below, which throws it.
  })
  for await (const piece of unpacked) {
    await new Promise<void>((resolve, reject) => {
      parser.once('error', reject)
      parser.write(piece, () => {
        parser.off('error', reject)
        resolve()
      })
    })
    yield taken()
  }
  parser.end()
  await finished(parser)
  yield taken()
}
