/** The locations that are chosen, by their place in the order of preference, and whether it is certain that fewer do not suffice. */
export interface Fewest {
  readonly places: readonly number[]
  readonly proven: boolean
}

/**
 * Elementary steps of the search before it is given up; some milliseconds. Counted, not timed, so that the same stock always gives the same answer.
 */
const STEPS_MAX = 1_500_000

/**
 * As few locations as have together what is needed of every SKU; `needs[s]` units of SKU s, of which location i has `has[s][i]`. Locations stand in the
 * order of preference, and of several ways with equally few the one is taken that comes first in it: whose first location is preferred, then whose second.
 * What is `given` is used anyway and costs nothing.
 *
 * This is set cover with quantities, which is NP-hard. What cannot be done without is taken first; then a greedy choice (what covers most of what is
 * still open, each SKU counted as a whole) gives an upper bound, and a depth-first search by rising number of locations looks for less. With up to a
 * dozen locations that have something the search always comes to its end, and mostly with hundreds; where it does not, the greedy choice stands, which
 * is too large by a logarithmic factor at most (L. A. Wolsey, 1982) and rarely by more than one location.
 *
 * All locations together must have what is needed.
 */
export function fewestLocations(
  needs: readonly number[],
  has: readonly Float64Array[],
  given: ReadonlySet<number> = new Set(),
): Fewest {
  const open = needs.map((need, sku) => need - sumAt(has[sku], given))
  const chosen = new Set<number>()
  for (const place of indispensable(open, has, given)) {
    chosen.add(place)
    for (const [sku, need] of open.entries()) open[sku] = need - unitsAt(has, sku, place)
  }
  const problem = problemOf(open, has, (place) => !given.has(place) && !chosen.has(place))
  const { places, proven } = cover(problem)
  return { places: [...chosen, ...places].sort((a, b) => a - b), proven }
}

function unitsAt(has: readonly Float64Array[], sku: number, place: number): number {
  return has[sku]?.[place] ?? 0
}

function sumAt(units: Float64Array | undefined, places: ReadonlySet<number>): number {
  let sum = 0
  for (const place of places) sum += units?.[place] ?? 0
  return sum
}

/** Locations without which the others do not have enough of some SKU: every way contains them. */
function indispensable(
  open: readonly number[],
  has: readonly Float64Array[],
  given: ReadonlySet<number>,
): ReadonlySet<number> {
  const found = new Set<number>()
  for (const [sku, need] of open.entries()) {
    if (need <= 0) continue
    const units = has[sku] ?? new Float64Array()
    let total = 0
    for (const [place, quantity] of units.entries()) if (!given.has(place)) total += quantity
    for (const [place, quantity] of units.entries()) {
      if (quantity > 0 && !given.has(place) && total - quantity < need) found.add(place)
    }
  }
  return found
}

/** What is left to be decided: only SKUs that are open, the scarcest first, and only locations that have some of them. */
interface Problem {
  readonly needs: Float64Array
  /** By SKU and then by location, as far as it is needed. */
  readonly has: readonly Float64Array[]
  /** The places that its locations had. */
  readonly places: readonly number[]
}

function problemOf(
  open: readonly number[],
  has: readonly Float64Array[],
  mayBeTaken: (place: number) => boolean,
): Problem {
  const skus = [...open.keys()].filter((sku) => (open[sku] ?? 0) > 0)
  const count = has[0]?.length ?? 0
  const places: number[] = []
  for (let place = 0; place < count; place++) {
    if (mayBeTaken(place) && skus.some((sku) => unitsAt(has, sku, place) > 0)) places.push(place)
  }
  const carriers = new Map(skus.map((sku) => [sku, places.filter((place) => unitsAt(has, sku, place) > 0).length]))
  skus.sort((a, b) => (carriers.get(a) ?? 0) - (carriers.get(b) ?? 0) || a - b)
  return {
    needs: Float64Array.from(skus, (sku) => open[sku] ?? 0),
    has: skus.map((sku) => Float64Array.from(places, (place) => Math.min(unitsAt(has, sku, place), open[sku] ?? 0))),
    places,
  }
}

function cover(problem: Problem): Fewest {
  if (problem.needs.length === 0) return { places: [], proven: true }
  const greedy = coverGreedily(problem)
  const search = new Search(problem)
  for (let count = search.atLeast(); count <= greedy.length; count++) {
    const found = search.coverWith(count)
    if (found !== undefined) return { places: found.map((index) => problem.places[index] ?? 0), proven: true }
    if (search.exhausted) {
      // Everything smaller was ruled out before: what has as many as were being tried is among the smallest.
      return { places: placesOf(problem, greedy), proven: count === greedy.length }
    }
  }
  throw new Error('The greedy choice is a way that the search has to find')
}

function placesOf({ places }: Problem, indexes: readonly number[]): number[] {
  return indexes.map((index) => places[index] ?? 0)
}

/** Takes again and again what covers most of what is open; in the end without what the others make superfluous. */
function coverGreedily({ needs, has, places }: Problem): number[] {
  const open = Float64Array.from(needs)
  const chosen: number[] = []
  const taken = new Uint8Array(places.length)
  while (open.some((need) => need > 0)) {
    let best = -1
    let most = 0
    for (let index = 0; index < places.length; index++) {
      if (taken[index] === 1) continue
      let covered = 0
      for (let sku = 0; sku < open.length; sku++) {
        const need = open[sku] ?? 0
        if (need > 0) covered += Math.min(need, has[sku]?.[index] ?? 0) / (needs[sku] ?? 1)
      }
      if (covered > most) {
        best = index
        most = covered
      }
    }
    if (best === -1) throw new Error('All locations together do not have what is needed')
    chosen.push(best)
    taken[best] = 1
    for (let sku = 0; sku < open.length; sku++) open[sku] = (open[sku] ?? 0) - (has[sku]?.[best] ?? 0)
  }

  // What is preferred least goes first.
  for (const index of chosen.toSorted((a, b) => b - a)) {
    const others = chosen.filter((other) => other !== index)
    const suffice = has.every(
      (units, sku) => others.reduce((sum, other) => sum + (units[other] ?? 0), 0) >= (needs[sku] ?? 0),
    )
    if (suffice) chosen.splice(chosen.indexOf(index), 1)
  }
  return chosen.sort((a, b) => a - b)
}

/** Looks for the first way, in the order of preference, with a given number of locations. */
class Search {
  exhausted = false
  readonly #needs: Float64Array
  readonly #has: readonly Float64Array[]
  readonly #count: number
  /** The most that one location has of a SKU, and what all have together, from a location on to the last. */
  readonly #most: readonly Float64Array[]
  readonly #sums: readonly Float64Array[]
  #steps = 0

  constructor({ needs, has, places }: Problem) {
    this.#needs = needs
    this.#has = has
    this.#count = places.length
    this.#most = has.map((units) => fromTheEnd(units, Math.max))
    this.#sums = has.map((units) => fromTheEnd(units, (sum, quantity) => sum + quantity))
  }

  /** Fewer are certainly not enough: those that have most of one SKU do not suffice, or those that have most of all SKUs together. */
  atLeast(): number {
    let most = 1
    const shares = new Float64Array(this.#count)
    for (const [sku, units] of this.#has.entries()) {
      const need = this.#needs[sku] ?? 0
      most = Math.max(most, countUntil(units, need))
      for (let index = 0; index < this.#count; index++)
        shares[index] = (shares[index] ?? 0) + (units[index] ?? 0) / need
    }
    // Shares are rounded: a little less than the whole is asked for, so that the bound never claims too much.
    return Math.max(most, countUntil(shares, this.#has.length - 1e-6))
  }

  coverWith(count: number): number[] | undefined {
    const chosen: number[] = []
    return this.#descend(0, count, this.#needs, chosen) ? chosen : undefined
  }

  #descend(from: number, count: number, needs: Float64Array, chosen: number[]): boolean {
    const last = this.#lastStart(from, count, needs)
    for (let index = from; index <= last; index++) {
      if (this.exhausted) return false
      const open = this.#without(index, count - 1, needs)
      if (open === undefined) continue
      chosen.push(index)
      if (count === 1 || this.#descend(index + 1, count - 1, open, chosen)) return true
      chosen.pop()
    }
    return false
  }

  /** From here on at the latest one has to be taken: what stands further behind does not have enough of every SKU. */
  #lastStart(from: number, count: number, needs: Float64Array): number {
    let last = this.#count - count
    for (let sku = 0; sku < needs.length; sku++) {
      const need = needs[sku] ?? 0
      if (need <= 0) continue
      this.#step()
      while (last >= from && !this.#suffices(sku, need, count, last)) {
        last--
        this.#step()
      }
    }
    return last
  }

  /** What is open once this one is taken; undefined when `count` further ones cannot have it. */
  #without(index: number, count: number, needs: Float64Array): Float64Array | undefined {
    for (let sku = 0; sku < needs.length; sku++) {
      const need = (needs[sku] ?? 0) - (this.#has[sku]?.[index] ?? 0)
      this.#step()
      if (need > 0 && (count === 0 || !this.#suffices(sku, need, count, index + 1))) return undefined
    }
    if (count === 0) return needs
    return needs.map((need, sku) => Math.max(0, need - (this.#has[sku]?.[index] ?? 0)))
  }

  #suffices(sku: number, need: number, count: number, from: number): boolean {
    return need <= (this.#sums[sku]?.[from] ?? 0) && need <= count * (this.#most[sku]?.[from] ?? 0)
  }

  #step(): void {
    if (++this.#steps > STEPS_MAX) this.exhausted = true
  }
}

function fromTheEnd(units: Float64Array, join: (soFar: number, quantity: number) => number): Float64Array {
  const joined = new Float64Array(units.length + 1)
  for (let index = units.length - 1; index >= 0; index--) {
    joined[index] = join(joined[index + 1] ?? 0, units[index] ?? 0)
  }
  return joined
}

/** How many of the largest values come to a total. */
function countUntil(values: Float64Array, total: number): number {
  const ascending = values.toSorted()
  let left = total
  let count = 0
  while (left > 0 && count < ascending.length) left -= ascending[ascending.length - ++count] ?? 0
  return count
}
