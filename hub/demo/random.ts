/** Chance that can be repeated: the same seed gives the same sequence (mulberry32, public domain). */
export class Random {
  #state: number

  constructor(seed: number) {
    this.#state = seed >>> 0
  }

  /** At least 0, less than 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0
    let mixed = this.#state
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }

  /** A whole number, both ends included. */
  int(min: number, max: number): number {
    return min + Math.floor(this.next() * (max - min + 1))
  }

  chance(probability: number): boolean {
    return this.next() < probability
  }

  pick<T>(values: readonly T[]): T {
    return at(values, Math.floor(this.next() * values.length))
  }

  /** Early ones far more often than late ones, as goods are sold. */
  pickPopular<T>(values: readonly T[]): T {
    return at(values, Math.floor(this.next() ** 2 * values.length))
  }

  /** Several different ones, popular ones first. */
  pickSome<T>(values: readonly T[], count: number): T[] {
    const picked = new Set<T>()
    for (let tries = 0; picked.size < count && tries < count * 10; tries++) picked.add(this.pickPopular(values))
    return [...picked]
  }

  /** Each with its weight. */
  weighted<T>(choices: readonly (readonly [weight: number, value: T])[]): T {
    let left = this.next() * choices.reduce((sum, [weight]) => sum + weight, 0)
    for (const [weight, value] of choices) {
      left -= weight
      if (left < 0) return value
    }
    return at(choices, choices.length - 1)[1]
  }

  /** Seconds until something happens that happens `perSecond` times a second by chance. */
  waitSeconds(perSecond: number): number {
    return -Math.log(1 - this.next()) / perSecond
  }
}

function at<T>(values: readonly T[], index: number): T {
  const value = values[index]
  if (value === undefined) throw new RangeError('There is nothing to pick from.')
  return value
}
