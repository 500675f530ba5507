import type { Subscriber } from './subscriber.ts'

/** One SKU, and who named it. */
export interface Topic {
  readonly sku: string
  /** Those that have closed since are among them, until so many have that it is worth tidying up. */
  readonly hearers: readonly Subscriber[]
}

interface OpenTopic extends Topic {
  hearers: Subscriber[]
  open: number
}

/** Closed subscribers that a topic keeps whatever its size: tidying up after each would cost what all of them cost. */
const CLOSED_KEPT = 16

/**
 * Who hears of which SKU. Thousands follow the same few thousand SKUs, so each SKU is there once, and joining costs two references: one from the SKU to
 * the subscriber and one back.
 */
export class Topics {
  readonly #bySku = new Map<string, OpenTopic>()

  has(sku: string): boolean {
    return this.#bySku.has(sku)
  }

  skus(): Iterable<string> {
    return this.#bySku.keys()
  }

  hearersOf(sku: string): readonly Subscriber[] {
    return this.#bySku.get(sku)?.hearers ?? []
  }

  /** How many hear of it. */
  countOf(sku: string): number {
    return this.#bySku.get(sku)?.open ?? 0
  }

  /** From now on the subscriber hears of these. Told which of them nobody heard of before. */
  join(subscriber: Subscriber, skus: readonly string[], onNew: (sku: string) => void): readonly Topic[] {
    return skus.map((sku) => {
      const known = this.#bySku.get(sku)
      if (known !== undefined) {
        known.hearers.push(subscriber)
        known.open++
        return known
      }
      const made: OpenTopic = { sku, hearers: [subscriber], open: 1 }
      this.#bySku.set(sku, made)
      onNew(sku)
      return made
    })
  }

  /** The subscriber, which has closed, hears of nothing more. Told of which of its SKUs nobody hears any more. */
  leave({ topics }: Subscriber, onLast: (sku: string) => void): void {
    for (const { sku } of topics ?? []) {
      const topic = this.#bySku.get(sku)
      if (topic === undefined) continue
      topic.open--
      if (topic.open === 0) {
        this.#bySku.delete(sku)
        onLast(sku)
      } else if (topic.hearers.length > 2 * topic.open + CLOSED_KEPT) {
        topic.hearers = topic.hearers.filter((hearer) => !hearer.closed)
      }
    }
  }
}
