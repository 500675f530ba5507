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

const NOTHING: Mark = { since: undefined, wanted: new Set(), failingSince: undefined, told: new Map() }

/** The SKUs that a live query has to read: those for the next tick, those being read, and those that failed and are tried again later. */
export class DirtySkus {
  #next = new Map<string, Mark>()
  #nextFloor: Point | undefined
  #readingFloor: Point | undefined
  readonly #failed = new Map<string, Mark>()

  /** Whether there is something to be read now. */
  get pending(): boolean {
    return this.#next.size > 0
  }

  get failing(): boolean {
    return this.#failed.size > 0
  }

  /** The SKU has changed after `since`. */
  changed(sku: string, since: Point): void {
    this.#add(sku, { ...NOTHING, since })
  }

  /** The subscriber was promised the SKU's state. */
  wants(sku: string, subscriber: Subscriber): void {
    this.#add(sku, { ...NOTHING, wanted: new Set([subscriber]) })
  }

  /** What is to be read now, what waited longest first. It counts as being read until `finished`. */
  take(limit: number): ReadonlyMap<string, Mark> {
    const taken = new Map<string, Mark>()
    for (const [sku, mark] of this.#next) {
      if (taken.size === limit) break
      taken.set(sku, mark)
      this.#next.delete(sku)
      this.#readingFloor = earlier(this.#readingFloor, mark.since)
    }
    this.#nextFloor = undefined
    for (const { since } of this.#next.values()) this.#nextFloor = earlier(this.#nextFloor, since)
    return taken
  }

  /** What was taken is pending with its subscribers, or has failed. */
  finished(): void {
    this.#readingFloor = undefined
  }

  /** Reading it failed: it stays dirty, with what it was dirty for. */
  failed(sku: string, mark: Mark): void {
    this.#failed.set(sku, join(mark, this.#failed.get(sku) ?? NOTHING))
  }

  /** What failed is due again. */
  retry(): void {
    const due = [...this.#failed]
    this.#failed.clear()
    for (const [sku, mark] of due) this.#add(sku, mark)
  }

  clear(): void {
    this.#next.clear()
    this.#nextFloor = undefined
    this.#readingFloor = undefined
    this.#failed.clear()
  }

  /** Before the oldest change that was not read, of what the subscriber hears. */
  floorFor(subscriber: Subscriber): Point | undefined {
    let floor = earlier(this.#nextFloor, this.#readingFloor)
    // What fails may fail for long: it does not hold back who has nothing to do with it.
    for (const [sku, { since }] of this.#failed) if (subscriber.hears(sku)) floor = earlier(floor, since)
    return floor
  }

  #add(sku: string, mark: Mark): void {
    const failed = this.#failed.get(sku)
    if (failed !== undefined) {
      this.#failed.set(sku, join(failed, mark))
      return
    }
    const known = this.#next.get(sku)
    this.#next.set(sku, known === undefined ? mark : join(known, mark))
    this.#nextFloor = earlier(this.#nextFloor, mark.since)
  }
}

function join(a: Mark, b: Mark): Mark {
  return {
    since: earlier(a.since, b.since),
    wanted: b.wanted.size === 0 ? a.wanted : new Set([...a.wanted, ...b.wanted]),
    failingSince: a.failingSince ?? b.failingSince,
    told: b.told.size === 0 ? a.told : new Map([...a.told, ...b.told]),
  }
}
