/**
 * Runs work whenever there is some, never twice at once, and without a timer: the first wake starts it at once; what wakes it meanwhile starts it again
 * when it has ended. So it runs as often as it can, and no more often than there is something to do.
 */
export class Ticker {
  readonly #work: () => Promise<void>
  #later: (() => void) | undefined
  #running = false
  #again = false
  #timer: NodeJS.Timeout | undefined
  #closed = false

  /** The work must not reject. */
  constructor(work: () => Promise<void>) {
    this.#work = work
  }

  wake(): void {
    if (this.#closed) return
    this.#again = true
    if (this.#running) return
    this.#running = true
    // After the caller has said all that it has to say: a batch of changes is one tick.
    queueMicrotask(() => void this.#run())
  }

  /** For what failed. Several calls are one: the first. */
  wakeIn(delayMs: number, before: () => void): void {
    if (this.#closed || this.#timer !== undefined) return
    this.#later = () => {
      this.#timer = undefined
      this.#later = undefined
      before()
      this.wake()
    }
    this.#timer = setTimeout(this.#later, delayMs)
  }

  /** What waits for its time has it now. */
  hurry(): void {
    clearTimeout(this.#timer)
    this.#later?.()
  }

  close(): void {
    this.#closed = true
    clearTimeout(this.#timer)
    this.#later = undefined
  }

  async #run(): Promise<void> {
    while (this.#again && !this.#closed) {
      this.#again = false
      await this.#work()
    }
    this.#running = false
  }
}
