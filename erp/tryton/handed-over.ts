import { LRUCache } from 'lru-cache'

/** Changes that are remembered, so that those within the overlap are not told with each pull. */
const REMEMBERED_MAX = 200_000

/**
 * What was handed over and stored. That it was stored shows when the watermark of its page comes back; whoever comes with a watermark that is not known here has stored something else, such as a restored database, and is
 * told everything again. This only saves work: what is told twice is the same event twice.
 */
export class HandedOver {
  readonly #stored = new LRUCache<string, true>({ max: REMEMBERED_MAX })
  readonly #pages: { readonly watermark: string; readonly keys: readonly string[] }[] = []
  #last: string | undefined

  /** Before anything else of a pull. */
  cameBack(watermark: string | null): void {
    const at = this.#pages.findIndex((page) => page.watermark === watermark)
    if (at >= 0) {
      for (const { keys } of this.#pages.slice(0, at + 1)) for (const key of keys) this.#stored.set(key, true)
    } else if (watermark !== this.#last) {
      this.#stored.clear()
    }
    this.#pages.length = 0
    this.#last = watermark ?? undefined
  }

  has(key: string): boolean {
    return this.#stored.has(key)
  }

  page(watermark: string, keys: readonly string[]): void {
    this.#pages.push({ watermark, keys })
  }
}
