/** Values that are good for a while. At most `sizeMax` of them: beyond that the oldest go first. */
export class ExpiringCache<V> {
  readonly #entries = new Map<string, { readonly value: V; readonly until: number }>()
  readonly #sizeMax: number
  readonly #now: () => number

  /** `now` gives milliseconds and need not be the time of day. */
  constructor(sizeMax: number, now: () => number) {
    this.#sizeMax = sizeMax
    this.#now = now
  }

  get(key: string): V | undefined {
    const entry = this.#entries.get(key)
    if (entry === undefined) return undefined
    if (this.#now() < entry.until) return entry.value
    this.#entries.delete(key)
    return undefined
  }

  set(key: string, value: V, until: number): void {
    this.#entries.delete(key)
    if (this.#entries.size >= this.#sizeMax) {
      const [oldest] = this.#entries.keys()
      if (oldest !== undefined) this.#entries.delete(oldest)
    }
    this.#entries.set(key, { value, until })
  }
}
