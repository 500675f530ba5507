import { earlier, type Point } from './point.ts'
import type { Subscriber } from './subscriber.ts'

/** SKUs that have to be read for the same reason, all at once as it were. */
export interface Swept extends Reason {
  readonly skus: readonly string[]
  /** Whether nothing of this round follows. */
  readonly isLast: boolean
}

interface Reason {
  /** Before the change that concerns all. Undefined: nothing is known to have changed. */
  readonly since: Point | undefined
  /** Who was promised all. */
  readonly wanted: ReadonlySet<Subscriber>
}

interface Round extends Reason {
  readonly pages: AsyncIterator<readonly string[]>
  /** The page after the one that was taken last. */
  ahead: IteratorResult<readonly string[]> | undefined
}

/**
 * What concerns every SKU: a policy that has changed, somebody who was promised everything. It is worked off page by page, so that nobody holds a list of all
 * there is, and nothing else waits for its end. What comes up meanwhile is the next round, whose turn comes when this one has reached its end: policies that
 * change all the time do not keep the last SKUs waiting for ever.
 */
export class Sweep {
  /** Every SKU, in pages, as of when it is called. */
  readonly #pagesOf: () => AsyncIterator<readonly string[]>
  #next: Reason | undefined
  #now: Round | undefined

  constructor(pagesOf: () => AsyncIterator<readonly string[]>) {
    this.#pagesOf = pagesOf
  }

  /** Whether there is something left to be drawn. */
  get isDue(): boolean {
    return this.#now !== undefined || this.#next !== undefined
  }

  /** Before the oldest change of which not all SKUs were drawn. */
  get floor(): Point | undefined {
    return earlier(this.#now?.since, this.#next?.since)
  }

  ask(since: Point | undefined, wanted: Iterable<Subscriber> = []): void {
    this.#next = {
      since: earlier(this.#next?.since, since),
      wanted: new Set([...(this.#next?.wanted ?? []), ...wanted]),
    }
  }

  /**
   * Has the next page taken, and says whether there was one. Rejects when it cannot be found out: then this round begins again. Until it was taken, and to the
   * end of the round, `floor` stays before it.
   */
  async draw(take: (swept: Swept) => void): Promise<boolean> {
    for (;;) {
      if (this.#now === undefined) {
        if (this.#next === undefined) return false
        this.#now = { ...this.#next, pages: this.#pagesOf(), ahead: undefined }
        this.#next = undefined
      }
      const now = this.#now
      let page: IteratorResult<readonly string[]>
      let following: IteratorResult<readonly string[]>
      try {
        page = now.ahead ?? (await now.pages.next())
        following = page.done === true ? page : await now.pages.next()
      } catch (error) {
        if (this.#now === now) {
          this.#now = undefined
          this.ask(now.since, now.wanted)
        }
        throw error
      }
      // It was given up meanwhile.
      if (this.#now !== now) continue
      now.ahead = following
      const { since, wanted } = now
      const isLast = following.done === true
      take({ skus: page.done === true ? [] : page.value, since, wanted, isLast })
      if (isLast) this.#now = undefined
      return true
    }
  }

  clear(): void {
    this.#now = undefined
    this.#next = undefined
  }
}
