import { earlier, type Point } from './point.ts'
import type { Subscriber } from './subscriber.ts'

/** Why a SKU has to be read. */
export interface Mark {
  /** Before the oldest change that was not read. Undefined: it is not known to have changed, somebody only wants to know. */
  readonly since: Point | undefined
  /** Who was promised the state, changed or not. */
  readonly wanted: ReadonlySet<Subscriber>
  /** Since when reading it has failed, on the clock of `performance.now()`. */
  readonly failingSince: number | undefined
  /** Who of those was told of which failure. */
  readonly told: ReadonlyMap<Subscriber, string>
}

export const NOTHING: Mark = { since: undefined, wanted: new Set(), failingSince: undefined, told: new Map() }

/** SKUs with their marks, in the order in which they came. What the oldest of them is dirty for is known at any time. */
export class Marks {
  #bySku = new Map<string, Mark>()
  /** How many marks have each point. Those of one policy, however many, have the same. */
  #points = new Map<Point, number>()
  #floor: Point | undefined

  get size(): number {
    return this.#bySku.size
  }

  /** Before the oldest change of them. */
  get floor(): Point | undefined {
    return this.#floor
  }

  has(sku: string): boolean {
    return this.#bySku.has(sku)
  }

  /** Beside what it is marked for already. */
  join(sku: string, mark: Mark): void {
    const known = this.#bySku.get(sku)
    const joined = known === undefined ? mark : joinMarks(known, mark)
    if (known !== undefined) this.#count(known.since, -1)
    this.#bySku.set(sku, joined)
    this.#count(joined.since, 1)
  }

  /** Takes one out. */
  take(sku: string): Mark | undefined {
    const mark = this.#bySku.get(sku)
    if (mark === undefined) return undefined
    this.#bySku.delete(sku)
    this.#count(mark.since, -1)
    return mark
  }

  /** Takes those out that came first. */
  takeFirst(limit: number): { readonly marks: ReadonlyMap<string, Mark>; readonly floor: Point | undefined } {
    if (this.#bySku.size <= limit) {
      const all = { marks: this.#bySku, floor: this.#floor }
      this.clear()
      return all
    }
    const marks = new Map<string, Mark>()
    let floor: Point | undefined
    for (const [sku, mark] of this.#bySku) {
      if (marks.size === limit) break
      marks.set(sku, mark)
      floor = earlier(floor, mark.since)
      this.#bySku.delete(sku)
      this.#count(mark.since, -1)
    }
    return { marks, floor }
  }

  clear(): void {
    this.#bySku = new Map()
    this.#points = new Map()
    this.#floor = undefined
  }

  #count(point: Point | undefined, change: 1 | -1): void {
    if (point === undefined) return
    const count = (this.#points.get(point) ?? 0) + change
    if (count > 0) {
      this.#points.set(point, count)
      this.#floor = earlier(this.#floor, point)
      return
    }
    this.#points.delete(point)
    if (this.#floor !== point) return
    this.#floor = undefined
    for (const other of this.#points.keys()) this.#floor = earlier(this.#floor, other)
  }
}

export function joinMarks(a: Mark, b: Mark): Mark {
  return {
    since: earlier(a.since, b.since),
    wanted: b.wanted.size === 0 ? a.wanted : a.wanted.size === 0 ? b.wanted : new Set([...a.wanted, ...b.wanted]),
    failingSince: a.failingSince ?? b.failingSince,
    told: b.told.size === 0 ? a.told : new Map([...a.told, ...b.told]),
  }
}
