import type { Row, RowKind } from './online-retail-rows.ts'

const KINDS: readonly RowKind[] = ['sale', 'return', 'correction']

/**
 * Order lines kept in columns of numbers, some 20 bytes each: the file is read twice, once for what it adds up to and once to send it, and unpacking and
 * parsing it a second time would take longer than all else that the import itself does.
 */
export class Lines {
  readonly #invoices = new Names()
  readonly #skus = new Names()
  readonly #wallTimes = new Names()
  readonly #columns = Array.from({ length: 6 }, () => new Column())

  get length(): number {
    return this.#columns[0]?.length ?? 0
  }

  add({ number, invoice, sku, quantity, wallTime, what }: Row): void {
    const values = [
      number,
      this.#invoices.numberOf(invoice),
      this.#skus.numberOf(sku),
      quantity,
      this.#wallTimes.numberOf(wallTime),
      KINDS.indexOf(what),
    ]
    for (const [index, column] of this.#columns.entries()) column.add(values[index] ?? 0)
  }

  *[Symbol.iterator](): Generator<Row> {
    for (let line = 0; line < this.length; line++) {
      const [number = 0, invoice = 0, sku = 0, quantity = 0, wallTime = 0, what = 0] = this.#columns.map((column) =>
        column.at(line),
      )
      yield {
        number,
        invoice: this.#invoices.nameOf(invoice),
        sku: this.#skus.nameOf(sku),
        quantity,
        wallTime: this.#wallTimes.nameOf(wallTime),
        what: KINDS[what] ?? 'sale',
      }
    }
  }
}

/** A number for each different text. */
class Names {
  readonly #numbers = new Map<string, number>()
  readonly #names: string[] = []

  numberOf(name: string): number {
    const known = this.#numbers.get(name)
    if (known !== undefined) return known
    this.#numbers.set(name, this.#names.length)
    return this.#names.push(name) - 1
  }

  nameOf(number: number): string {
    return this.#names[number] ?? ''
  }
}

/** Whole numbers of 32 bits. */
class Column {
  length = 0
  #values = new Int32Array(1024)

  add(value: number): void {
    if (value !== (value | 0)) throw new RangeError(`${value} does not fit into 32 bits`)
    if (this.length === this.#values.length) {
      const longer = new Int32Array(this.length * 2)
      longer.set(this.#values)
      this.#values = longer
    }
    this.#values[this.length++] = value
  }

  at(index: number): number {
    return this.#values[index] ?? 0
  }
}
