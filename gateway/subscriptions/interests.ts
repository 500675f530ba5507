/** Which live queries have to hear of a change: finding them costs the same however many others there are. */
export class Interests<Query> {
  readonly #bySku = new Map<string, Set<Query>>()
  readonly #inEverySku = new Set<Query>()

  add(sku: string, query: Query): void {
    const others = this.#bySku.get(sku)
    if (others === undefined) this.#bySku.set(sku, new Set([query]))
    else others.add(query)
  }

  delete(sku: string, query: Query): void {
    const others = this.#bySku.get(sku)
    others?.delete(query)
    if (others?.size === 0) this.#bySku.delete(sku)
  }

  addEverySku(query: Query): void {
    this.#inEverySku.add(query)
  }

  deleteEverySku(query: Query): void {
    this.#inEverySku.delete(query)
  }

  *of(sku: string): Generator<Query> {
    yield* this.#bySku.get(sku) ?? []
    yield* this.#inEverySku
  }
}
