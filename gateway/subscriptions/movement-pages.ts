import { LRUCache } from 'lru-cache'
import type { MovementPage } from './movement-page.ts'

/** Milliseconds for which a page is given to others who come with the same cursor: thousands resume from one event when a gateway restarts. */
const SHARED_MS = 1_000

/** Pages of the journal that are being read by followers who are behind: all of them together take a bounded amount of memory. */
export class MovementPages {
  readonly #kept: LRUCache<string, MovementPage>
  readonly #reading = new Map<string, Promise<MovementPage>>()
  readonly #names = new WeakMap<object, string>()
  #streams = 0

  /** Characters that are kept at most. Whoever loses a page that it has not read to its end reads it again from where it stands. */
  constructor(sizeMax: number) {
    this.#kept = new LRUCache({
      maxSize: sizeMax,
      sizeCalculation: ({ size }) => size,
      ttl: SHARED_MS,
      dispose: (page) => page.giveUp(),
    })
  }

  /** Characters that are kept. */
  get size(): number {
    return this.#kept.calculatedSize
  }

  /** What follows a cursor in a stream, read once for all who ask for it at about the same time. */
  get(stream: object, after: string | null, read: () => Promise<MovementPage>): Promise<MovementPage> {
    const key = `${this.#nameOf(stream)} ${after ?? ''}`
    const kept = this.#kept.get(key)
    if (kept !== undefined) return Promise.resolve(kept)
    const known = this.#reading.get(key)
    if (known !== undefined) return known
    const reading = read()
      .then((page) => {
        this.#kept.set(key, page)
        return page
      })
      .finally(() => this.#reading.delete(key))
    this.#reading.set(key, reading)
    return reading
  }

  #nameOf(stream: object): string {
    const known = this.#names.get(stream)
    if (known !== undefined) return known
    const made = String(++this.#streams)
    this.#names.set(stream, made)
    return made
  }
}
