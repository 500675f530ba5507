/** Functions that want to be told. One that throws does not keep the others from hearing it. */
export class Listeners<T> {
  readonly #listeners = new Set<{ readonly listener: T }>()
  readonly #onError: (error: unknown) => void

  constructor(onError: (error: unknown) => void) {
    this.#onError = onError
  }

  get size(): number {
    return this.#listeners.size
  }

  /** The same function may be added twice and is then called twice. Returns a function that takes it away again. */
  add(listener: T): () => void {
    const entry = { listener }
    this.#listeners.add(entry)
    return () => void this.#listeners.delete(entry)
  }

  clear(): void {
    this.#listeners.clear()
  }

  /** Tells everyone who listens now; who begins to listen meanwhile is told next time, who ended it is not told any more. */
  tell(call: (listener: T) => void): void {
    for (const entry of [...this.#listeners]) {
      if (!this.#listeners.has(entry)) continue
      try {
        call(entry.listener)
      } catch (error) {
        this.#onError(error)
      }
    }
  }
}
