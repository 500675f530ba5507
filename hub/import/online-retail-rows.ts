import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream'
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
  for await (const [sku = '', kind = '', description = ''] of records(folder, 'skus.csv.gz', [
    'sku',
    'kind',
    'description',
  ])) {
    skus.push({ sku, kind, title: description.trim() === '' ? sku : description.trim() })
  }
  return skus
}

/** What the shop noted beside its corrections, by line number; lines without a note are absent. */
export async function readNotes(folder: string): Promise<Map<number, string>> {
  const notes = new Map<number, string>()
  for await (const [row, , , note = ''] of records(folder, 'adjustments.csv.gz', ['row', 'sku', 'quantity', 'note'])) {
    if (note.trim() !== '') notes.set(Number(row), note.trim())
  }
  return notes
}

const COLUMNS = ['invoice', 'sku', 'quantity', 'occurred_at', 'unit_price', 'customer', 'country', 'is_cancellation']

export async function* readRows(folder: string): AsyncGenerator<Row> {
  let number = 0
  for await (const record of records(folder, 'transactions.csv.gz', COLUMNS)) {
    const [invoice = '', sku = '', units = '', wallTime = '', price = '', customer = '', , cancellation = ''] = record
    const quantity = Number(units)
    number++
    if (invoice === '' || sku === '' || !Number.isSafeInteger(quantity) || quantity === 0) {
      throw new UnreadableFile(`transactions.csv.gz, line ${number}: "${record.join(',')}" is no order line.`)
    }
    yield { number, invoice, sku, quantity, wallTime, what: kindOf(quantity, Number(price), customer, cancellation) }
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

/** The lines of a gzipped CSV file, without its header, one at a time: the file is never in memory. */
async function* records(folder: string, name: string, columns: readonly string[]): AsyncGenerator<string[]> {
  const parser = parse({ bom: true })
  pipeline(createReadStream(join(folder, name)), createGunzip(), parser, () => {
    // An error of any of the three ends the iteration below, which throws it.
  })
  let isHeader = true
  for await (const record of parser) {
    if (isHeader) {
      if (!columns.every((column, index) => record[index] === column)) {
        throw new UnreadableFile(`${name} begins with "${record.join(',')}", not with "${columns.join(',')}".`)
      }
      isHeader = false
      continue
    }
    yield record
  }
}
