/**
 * Bytes of one text that arrives in parts, up to a limit; what lies beyond is counted and dropped. Parts are copied, so that a short text does
 * not keep the chunk alive that it came in, and many tiny chunks cost no more than one big one.
 */
export class GatheredBytes {
  readonly #limit: number
  #bytes = Buffer.allocUnsafe(1024)
  #length = 0
  #total = 0

  constructor(limit: number) {
    this.#limit = limit
  }

  /** Bytes given since the last `take`, dropped ones included. */
  get total(): number {
    return this.#total
  }

  add(part: Uint8Array): void {
    this.#total += part.length
    const room = this.#limit - this.#length
    if (room <= 0) return
    const fits = part.length <= room ? part : part.subarray(0, room)
    const needed = this.#length + fits.length
    if (needed > this.#bytes.length) {
      const larger = Buffer.allocUnsafe(Math.max(needed, this.#bytes.length * 2))
      this.#bytes.copy(larger, 0, 0, this.#length)
      this.#bytes = larger
    }
    this.#bytes.set(fits, this.#length)
    this.#length = needed
  }

  /** What was gathered, valid until the next `add`; then begins anew. */
  take(): { readonly bytes: Buffer; readonly total: number } {
    const taken = { bytes: this.#bytes.subarray(0, this.#length), total: this.#total }
    this.#length = 0
    this.#total = 0
    return taken
  }
}
