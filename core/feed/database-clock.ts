/** The clock of a quartz runs so much too fast or too slow, at most. */
const DRIFT = 1e-4

/**
 * PostgreSQL's clock as this process knows it, by the answer that came back fastest of late: it is wrong by at most half of the time that this answer took.
 * Until there is one it is taken to be that of this machine.
 */
export class DatabaseClock {
  #aheadMs = Date.now() - performance.now()
  #uncertaintyMs = Number.POSITIVE_INFINITY
  #askedAt = 0

  /** It said `theirs` in milliseconds, between two points on the clock of `performance.now()`. */
  heard(theirs: number, askedAt: number, answeredAt: number): void {
    const uncertaintyMs = (answeredAt - askedAt) / 2
    if (uncertaintyMs > this.#uncertaintyMs + (askedAt - this.#askedAt) * DRIFT) return
    this.#aheadMs = theirs - (askedAt + answeredAt) / 2
    this.#uncertaintyMs = uncertaintyMs
    this.#askedAt = askedAt
  }

  /** Milliseconds that have passed since a time on it. Never less than 0. */
  since(theirs: number): number {
    return Math.max(0, performance.now() + this.#aheadMs - theirs)
  }
}
