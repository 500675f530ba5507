import { isComplete } from './message.ts'
import type { FeedChange, FeedMessage } from './position.ts'

/** Messages of a stream that are kept while something before them is missing. More can as well be read from the database. */
const WAITING_MAX = 256

/**
 * Puts the changes of one stream in order, whatever comes in, how often and when: each number comes out once, after the one before it. What is
 * `missing` has to be read.
 */
export class Stream {
  readonly id: number
  /** The last number that came out. */
  #last: number
  /** The highest number that is said to exist. */
  #known: number
  readonly #waiting = new Map<number, FeedMessage>()

  constructor(id: number, last: number) {
    this.id = id
    this.#last = last
    this.#known = last
  }

  get last(): number {
    return this.#last
  }

  get known(): number {
    return this.#known
  }

  get missing(): boolean {
    return this.#known > this.#last
  }

  /** Takes a message; returns what comes out now. */
  offer(message: FeedMessage): FeedChange[] {
    if (message.to <= this.#last) return []
    this.#known = Math.max(this.#known, message.to)
    if (!isComplete(message)) return []
    if (message.from > this.#last + 1) {
      this.#keep(message)
      return []
    }
    return this.#release(message.changes)
  }

  /** Takes changes that follow each other, read from the database after a number that was `last` then; returns what comes out now. */
  read(changes: readonly FeedChange[]): FeedChange[] {
    return this.#release(changes)
  }

  /** There is nothing beyond `number`, whatever a message has said. */
  denyBeyond(number: number): void {
    this.#known = Math.max(this.#last, number)
    for (const [from, { to }] of this.#waiting) if (to > this.#known) this.#waiting.delete(from)
  }

  /** There is something up to `number`. */
  expect(number: number): void {
    this.#known = Math.max(this.#known, number)
  }

  #keep(message: FeedMessage): void {
    const kept = this.#waiting.get(message.from)
    if (kept !== undefined ? kept.to < message.to : this.#waiting.size < WAITING_MAX) {
      this.#waiting.set(message.from, message)
    }
  }

  #release(changes: readonly FeedChange[]): FeedChange[] {
    const released: FeedChange[] = []
    this.#append(changes, released)
    if (this.#waiting.size > 0 && released.length > 0) {
      for (const from of [...this.#waiting.keys()].sort((a, b) => a - b)) {
        if (from > this.#last + 1) break
        this.#append(this.#waiting.get(from)?.changes ?? [], released)
        this.#waiting.delete(from)
      }
    }
    return released
  }

  #append(changes: readonly FeedChange[], released: FeedChange[]): void {
    for (const change of changes) {
      if (change.number !== this.#last + 1) continue
      released.push(change)
      this.#last = change.number
    }
    this.#known = Math.max(this.#known, this.#last)
  }
}
