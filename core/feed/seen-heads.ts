import { isAtLeast } from './compare.ts'
import type { FeedPosition } from './position.ts'

/** Milliseconds for which it counts that something was seen. A database that is replaced by a backup of it is away for longer than that. */
const COUNTS_MS = 1_000

/**
 * Up to where in the feed a database was seen by this process. What was seen once is contained in whatever is read afterwards, so whoever wants to read not before a point that was seen need not ask whether it is there: the parts
 * of one answer all want the same.
 */
export class SeenHeads {
  #position: FeedPosition | undefined
  /** On the clock of `performance.now()`. */
  #at = 0

  /** What a statement that has been answered contains. */
  note(position: FeedPosition): void {
    this.#position = position
    this.#at = performance.now()
  }

  /** Whether a statement that follows contains this point. False says nothing. */
  covers(position: FeedPosition): boolean {
    if (this.#position === undefined || performance.now() - this.#at > COUNTS_MS) return false
    return isAtLeast(this.#position, position)
  }
}
