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
  readonly #number = new Column()
  readonly #invoice = new Column()
  readonly #sku = new Column()
  readonly #quantity = new Column()
  readonly #wallTime = new Column()
  readonly #what = new Column()

  get length(): number {
    return this.#number.length
  }

  add({ number, invoice, sku, quantity, wallTime, what }: Row): void {
    this.#number.add(number)
    this.#invoice.add(this.#invoices.numberOf(invoice))
    this.#sku.add(this.#skus.numberOf(sku))
    this.#quantity.add(quantity)
    this.#wallTime.add(this.#wallTimes.numberOf(wallTime))
    this.#what.add(KINDS.indexOf(what))
  }

  *[Symbol.iterator](): Generator<Row> {
    for (let line = 0; line < this.length; line++) {
      yield {
        number: this.#number.at(line),
        invoice: this.#invoices.nameOf(this.#invoice.at(line)),
        sku: this.#skus.nameOf(this.#sku.at(line)),
        quantity: this.#quantity.at(line),
        wallTime: this.#wallTimes.nameOf(this.#wallTime.at(line)),
        what: KINDS[this.#what.at(line)] ?? 'sale',
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
