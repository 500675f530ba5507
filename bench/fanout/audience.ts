/** Who follows what: each socket its own choice of SKUs, the same in every run and for every contender. */
export interface Audience {
  readonly skus: readonly string[]
  /** For each subscription, the indexes of the SKUs that it follows. */
  readonly follows: readonly (readonly number[])[]
  /** For each SKU, how many follow it. */
  readonly followers: readonly number[]
}

export function audienceOf(subscriptions: number, skuCount: number, followed: number, prefix = 'LIVE'): Audience {
  const skus = Array.from({ length: skuCount }, (_, index) => `${prefix}-${index}`)
  const next = chances(skuCount * 7919 + subscriptions)
  const followers = new Array<number>(skuCount).fill(0)
  const follows = Array.from({ length: subscriptions }, () => {
    const chosen = choose(skuCount, followed, next)
    for (const index of chosen) followers[index] = (followers[index] ?? 0) + 1
    return chosen
  })
  return { skus, follows, followers }
}

/** So many of `count`, without repetition, in ascending order. */
function choose(count: number, wanted: number, next: () => number): number[] {
  const left = Array.from({ length: count }, (_, index) => index)
  for (let index = 0; index < wanted; index++) {
    const other = index + Math.floor(next() * (count - index))
    const taken = left[other] ?? 0
    left[other] = left[index] ?? 0
    left[index] = taken
  }
  return left.slice(0, wanted).sort((a, b) => a - b)
}

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
function chances(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
