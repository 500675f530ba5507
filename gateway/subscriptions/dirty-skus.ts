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

/** What is read together. */
export interface Page {
  readonly marks: ReadonlyMap<string, Mark>
  /** Before the oldest change that is read with it. */
  readonly floor: Point | undefined
}

const NOTHING: Mark = { since: undefined, wanted: new Set(), failingSince: undefined, told: new Map() }

/** The SKUs that a live query has to read: those for the next page, those being read, and those that failed and are tried again later. */
export class DirtySkus {
  #next = new Map<string, Mark>()
  #nextFloor: Point | undefined
  readonly #reading = new Set<Page>()
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
  take(limit: number): Page {
    let marks: Map<string, Mark>
    let floor: Point | undefined
    if (this.#next.size <= limit) {
      marks = this.#next
      floor = this.#nextFloor
      this.#next = new Map()
      this.#nextFloor = undefined
    } else {
      marks = new Map()
      for (const [sku, mark] of this.#next) {
        if (marks.size === limit) break
        marks.set(sku, mark)
        this.#next.delete(sku)
        floor = earlier(floor, mark.since)
      }
      this.#nextFloor = undefined
      for (const { since } of this.#next.values()) this.#nextFloor = earlier(this.#nextFloor, since)
    }
    const page = { marks, floor }
    this.#reading.add(page)
    return page
  }

  /** What was taken is with its subscribers, or has failed. */
  finished(page: Page): void {
    this.#reading.delete(page)
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
    this.#reading.clear()
    this.#failed.clear()
  }

  /** Before the oldest change that was not read, of what the subscriber hears. */
  floorFor(subscriber: Subscriber): Point | undefined {
    let floor = this.#nextFloor
    for (const page of this.#reading) floor = earlier(floor, page.floor)
    if (this.#failed.size === 0) return floor
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
