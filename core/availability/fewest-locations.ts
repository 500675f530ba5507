/** The locations that are chosen, by their place in the order of preference, and whether it is certain that fewer do not suffice. */
export interface Fewest {
  readonly places: readonly number[]
  readonly proven: boolean
}

/** Elementary steps of the search before it is given up; some milliseconds. Counted, not timed, so that the same stock always gives the same answer. */
const STEPS_MAX = 400_000

/**
 * As few locations as have together what is needed of every SKU; `needs[s]` units of SKU s, of which location i has `has[s][i]`. Locations stand in the
 * order of preference, and of several ways with equally few the one is taken that comes first in it: whose first location is preferred, then whose second.
 * What is `given` is used anyway and costs nothing.
 *
 * This is set cover with quantities, which is NP-hard. What cannot be done without is taken first; then a greedy choice (what covers most of what is
 * still open, each SKU counted as a whole) gives an upper bound, and a depth-first search by rising number of locations looks for less. With up to a
 * dozen locations that have something the search always comes to its end, and with hundreds where goods are plenty; where it does not, the greedy
 * choice stands, which is too large by a logarithmic factor at most (L. A. Wolsey, 1982) and rarely by more than one location.
 *
 * All locations together must have what is needed.
 */
export function fewestLocations(
  needs: readonly number[],
  has: readonly Float64Array[],
  given: ReadonlySet<number> = new Set(),
): Fewest {
  const open = Float64Array.from(needs)
  const taken = new Uint8Array(has[0]?.length ?? 0)
  for (const place of given) take(place, open, has, taken)
  const chosen = indispensable(open, has, taken)
  for (const place of chosen) take(place, open, has, taken)

  const problem = problemOf(open, has, taken)
  const { places, proven } = cover(problem)
  return { places: [...chosen, ...places].sort((a, b) => a - b), proven }
}

function take(place: number, open: Float64Array, has: readonly Float64Array[], taken: Uint8Array): void {
  taken[place] = 1
  for (let sku = 0; sku < open.length; sku++) open[sku] = (open[sku] ?? 0) - (has[sku]?.[place] ?? 0)
}

/** Locations without which the others do not have enough of some SKU: every way contains them. */
function indispensable(open: Float64Array, has: readonly Float64Array[], taken: Uint8Array): readonly number[] {
  const found = new Set<number>()
  for (const [sku, units] of has.entries()) {
    const need = open[sku] ?? 0
    if (need <= 0) continue
    let total = 0
    for (let place = 0; place < units.length; place++) if (taken[place] === 0) total += units[place] ?? 0
    const spare = total - need
    for (let place = 0; place < units.length; place++) {
      if ((units[place] ?? 0) > spare && taken[place] === 0) found.add(place)
    }
  }
  return [...found]
}

/** What is left to be decided: only SKUs that are open, the scarcest first, and only locations that have some of them. */
interface Problem {
  readonly needs: Float64Array
  /** By SKU and then by location, as far as it is needed: SKU s at location i stands at `s * places.length + i`. */
  readonly has: Float64Array
  /** The places that its locations had. */
  readonly places: readonly number[]
}

function problemOf(open: Float64Array, all: readonly Float64Array[], taken: Uint8Array): Problem {
  const skus: { readonly sku: number; readonly carriers: number }[] = []
  const useful = new Uint8Array(taken.length)
  for (const [sku, units] of all.entries()) {
    if ((open[sku] ?? 0) <= 0) continue
    let carriers = 0
    for (let place = 0; place < units.length; place++) {
      if (taken[place] === 1 || (units[place] ?? 0) === 0) continue
      useful[place] = 1
      carriers++
    }
    skus.push({ sku, carriers })
  }
  skus.sort((a, b) => a.carriers - b.carriers || a.sku - b.sku)
  const places = [...taken.keys()].filter((place) => useful[place] === 1)

  const needs = new Float64Array(skus.length)
  const has = new Float64Array(skus.length * places.length)
  let at = 0
  for (const [row, { sku }] of skus.entries()) {
    const need = open[sku] ?? 0
    const units = all[sku]
    needs[row] = need
    for (const place of places) has[at++] = Math.min(units?.[place] ?? 0, need)
  }
  return { needs, has, places }
}

function cover(problem: Problem): Fewest {
  if (problem.needs.length === 0) return { places: [], proven: true }
  const greedy = coverGreedily(problem)
  const search = new Search(problem)
  for (let count = search.atLeast(); count <= greedy.length; count++) {
    const found = search.coverWith(count)
    if (found !== undefined) return { places: placesOf(problem, found), proven: true }
    // Everything smaller was ruled out before: what has as many as were being tried is among the smallest.
    if (search.exhausted) return { places: placesOf(problem, greedy), proven: count === greedy.length }
  }
  throw new Error('The greedy choice is a way that the search has to find')
}

function placesOf({ places }: Problem, indexes: readonly number[]): number[] {
  return indexes.map((index) => places[index] ?? 0)
}

/** Takes again and again what covers most of what is open; in the end without what the others make superfluous. */
function coverGreedily({ needs, has, places }: Problem): number[] {
  const open = needs.slice()
  const chosen: number[] = []
  const count = places.length
  while (open.some((need) => need > 0)) {
    const covered = new Float64Array(count)
    for (let sku = 0; sku < open.length; sku++) {
      const need = open[sku] ?? 0
      if (need <= 0) continue
      const share = 1 / (needs[sku] ?? 1)
      for (let index = 0; index < count; index++) {
        covered[index] = (covered[index] ?? 0) + Math.min(need, has[sku * count + index] ?? 0) * share
      }
    }
    for (const index of chosen) covered[index] = 0
    let best = 0
    for (let index = 1; index < count; index++) if ((covered[index] ?? 0) > (covered[best] ?? 0)) best = index
    if (covered[best] === 0) throw new Error('All locations together do not have what is needed')
    chosen.push(best)
    for (let sku = 0; sku < open.length; sku++) open[sku] = (open[sku] ?? 0) - (has[sku * count + best] ?? 0)
  }

  // What is preferred least goes first.
  for (const index of chosen.toSorted((a, b) => b - a)) {
    const others = chosen.filter((other) => other !== index)
    const suffice = needs.every(
      (need, sku) => others.reduce((sum, other) => sum + (has[sku * count + other] ?? 0), 0) >= need,
    )
    if (suffice) chosen.splice(chosen.indexOf(index), 1)
  }
  return chosen.sort((a, b) => a - b)
}

/** Looks for the first way, in the order of preference, with a given number of locations. */
class Search {
  exhausted = false
  readonly #needs: Float64Array
  readonly #has: Float64Array
  readonly #count: number
  /** The most that one location has of a SKU, and what all have together, from a location on to the last: SKU s from i on at `s * (count + 1) + i`. */
  readonly #most: Float64Array
  readonly #sums: Float64Array
  #steps = 0

  constructor({ needs, has, places }: Problem) {
    this.#needs = needs
    this.#has = has
    this.#count = places.length
    const width = this.#count + 1
    this.#most = new Float64Array(needs.length * width)
    this.#sums = new Float64Array(needs.length * width)
    for (let sku = 0; sku < needs.length; sku++) {
      for (let index = this.#count - 1; index >= 0; index--) {
        const at = sku * width + index
        const units = has[sku * this.#count + index] ?? 0
        this.#most[at] = Math.max(this.#most[at + 1] ?? 0, units)
        this.#sums[at] = (this.#sums[at + 1] ?? 0) + units
      }
    }
  }

  /** Fewer are certainly not enough: those that have most of one SKU do not suffice, or those that have most of all SKUs together. */
  atLeast(): number {
    let most = 1
    const shares = new Float64Array(this.#count)
    for (let sku = 0; sku < this.#needs.length; sku++) {
      const need = this.#needs[sku] ?? 0
      const units = this.#has.subarray(sku * this.#count, (sku + 1) * this.#count)
      if ((this.#most[sku * (this.#count + 1)] ?? 0) < need) most = Math.max(most, countUntil(units, need))
      for (let index = 0; index < this.#count; index++)
        shares[index] = (shares[index] ?? 0) + (units[index] ?? 0) / need
    }
    // Shares are rounded: a little less than the whole is asked for, so that the bound never claims too much.
    return Math.max(most, countUntil(shares, this.#needs.length - 1e-6))
  }

  coverWith(count: number): number[] | undefined {
    const chosen: number[] = []
    return this.#descend(0, count, this.#needs, chosen) ? chosen : undefined
  }

  #descend(from: number, count: number, needs: Float64Array, chosen: number[]): boolean {
    const last = this.#lastStart(from, count, needs)
    for (let index = from; index <= last; index++) {
      if (this.exhausted) return false
      if (!this.#mayTake(index, count - 1, needs)) continue
      chosen.push(index)
      if (count === 1 || this.#descend(index + 1, count - 1, this.#without(index, needs), chosen)) return true
      chosen.pop()
    }
    return false
  }

  /** From here on at the latest one has to be taken: what stands further behind does not have enough of every SKU. */
  #lastStart(from: number, count: number, needs: Float64Array): number {
    let last = this.#count - count
    for (let sku = 0; sku < needs.length; sku++) {
      const need = needs[sku] ?? 0
      this.#step()
      while (need > 0 && last >= from && !this.#suffices(sku, need, count, last)) {
        last--
        this.#step()
      }
    }
    return last
  }

  /** Whether `count` further ones may have what is open once this one is taken. */
  #mayTake(index: number, count: number, needs: Float64Array): boolean {
    for (let sku = 0; sku < needs.length; sku++) {
      const need = (needs[sku] ?? 0) - (this.#has[sku * this.#count + index] ?? 0)
      this.#step()
      if (need > 0 && !this.#suffices(sku, need, count, index + 1)) return false
    }
    return true
  }

  #without(index: number, needs: Float64Array): Float64Array {
    const open = needs.slice()
    for (let sku = 0; sku < open.length; sku++) {
      open[sku] = Math.max(0, (open[sku] ?? 0) - (this.#has[sku * this.#count + index] ?? 0))
    }
    return open
  }

  #suffices(sku: number, need: number, count: number, from: number): boolean {
    const at = sku * (this.#count + 1) + from
    return need <= (this.#sums[at] ?? 0) && need <= count * (this.#most[at] ?? 0)
  }

  #step(): void {
    if (++this.#steps > STEPS_MAX) this.exhausted = true
  }
}

/** How many of the largest values come to a total. */
function countUntil(values: Float64Array, total: number): number {
  const ascending = values.toSorted()
  let left = total
  let count = 0
  while (left > 0 && count < ascending.length) left -= ascending[ascending.length - ++count] ?? 0
  return count
}
