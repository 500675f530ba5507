import { joinMarks, type Mark, Marks, NOTHING } from './marks.ts'
import { earlier, type Point } from './point.ts'
import type { Subscriber } from './subscriber.ts'

/** What is new is read apart from what everything has to be read for, so that neither waits for the other. */
export type Lane = 'fresh' | 'bulk'

/** What is read together. */
export interface Page {
  readonly lane: Lane
  readonly marks: ReadonlyMap<string, Mark>
  /** Before the oldest change that is read with it. */
  readonly floor: Point | undefined
}

/**
 * The SKUs that a live query has to read, each in one of two lanes: those for the next page, those being read, those that failed and are tried again later,
 * and those that were told so recently that they rest. The pages of a lane are read and told one after the other, those of the other lane meanwhile; what is
 * being read in one lane is not begun in the other, so that no SKU is told an older state after a newer one.
 */
export class DirtySkus {
  readonly #next: Readonly<Record<Lane, Marks>> = { fresh: new Marks(), bulk: new Marks() }
  readonly #reading = new Set<Page>()
  /** What became dirty while the other lane was reading it. */
  readonly #later = new Marks()
  readonly #failed = new Map<string, Mark>()
  /** Milliseconds for which a SKU rests after it was told. */
  readonly #restMs: number
  /** By SKU: until when it rests, on the clock of `performance.now()`. All rest equally long, so the first of them is due first. */
  readonly #restUntil = new Map<string, number>()
  /** What has changed of SKUs that rest. */
  readonly #resting = new Marks()

  constructor(restMs = 0) {
    this.#restMs = restMs
  }

  /** Whether there is something to be read now. */
  isPending(lane: Lane): boolean {
    return this.#next[lane].size > 0
  }

  /** Whether what was told of it last may be overtaken. */
  has(sku: string): boolean {
    const { fresh, bulk } = this.#next
    if ([fresh, bulk, this.#later, this.#resting].some((marks) => marks.has(sku)) || this.#failed.has(sku)) return true
    for (const { marks } of this.#reading) if (marks.has(sku)) return true
    return false
  }

  get failing(): boolean {
    return this.#failed.size > 0
  }

  /** The SKU has changed after `since`. */
  changed(sku: string, since: Point): void {
    this.#add(sku, { ...NOTHING, since }, 'fresh')
  }

  /** One of very many that have to be read for the same reason. */
  swept(sku: string, mark: Mark): void {
    this.#add(sku, mark, 'bulk')
  }

  /** The subscriber was promised the SKU's state. */
  wants(sku: string, subscriber: Subscriber, lane: Lane): void {
    this.#add(sku, { ...NOTHING, wanted: new Set([subscriber]) }, lane)
  }

  /** What is to be told of it has to be known, though nobody is told. */
  mustBeKnown(sku: string): void {
    this.#add(sku, NOTHING, 'fresh')
  }

  /** What is to be read now, what waited longest first. It counts as being read until `finished`. */
  take(lane: Lane, limit: number): Page {
    const page = { lane, ...this.#next[lane].takeFirst(limit) }
    this.#reading.add(page)
    return page
  }

  /** What was taken is with its subscribers, or has failed. */
  finished(page: Page): void {
    this.#reading.delete(page)
    if (this.#later.size === 0) return
    for (const sku of page.marks.keys()) {
      const mark = this.#later.take(sku)
      if (mark !== undefined) this.#add(sku, mark, 'fresh')
    }
  }

  /** Reading it failed: it stays dirty, with what it was dirty for. */
  failed(sku: string, mark: Mark): void {
    this.#failed.set(sku, joinMarks(mark, this.#failed.get(sku) ?? NOTHING))
  }

  /** What failed is due again. It keeps nothing waiting that is new. */
  retry(): void {
    const due = [...this.#failed]
    this.#failed.clear()
    for (const [sku, mark] of due) this.#add(sku, mark, 'bulk')
  }

  /** The SKU was told: what changes of it from now on waits until it has rested. */
  rests(sku: string): void {
    if (this.#restMs === 0) return
    this.#restUntil.delete(sku)
    this.#restUntil.set(sku, performance.now() + this.#restMs)
  }

  isResting(sku: string): boolean {
    return this.#restMs > 0 && (this.#restUntil.get(sku) ?? 0) > performance.now()
  }

  /** What has rested is to be read now. Returns after how many milliseconds there is more; undefined: nothing that rests has changed. */
  wakeRested(): number | undefined {
    const now = performance.now()
    for (const [sku, until] of this.#restUntil) {
      if (until > now) return this.#resting.size === 0 ? undefined : until - now
      this.#restUntil.delete(sku)
      const mark = this.#resting.take(sku)
      if (mark !== undefined) this.#add(sku, mark, 'bulk')
    }
    return undefined
  }

  clear(): void {
    for (const marks of [this.#next.fresh, this.#next.bulk, this.#later, this.#resting]) marks.clear()
    this.#reading.clear()
    this.#failed.clear()
    this.#restUntil.clear()
  }

  /** Before the oldest change that was not read, of what the subscriber hears. */
  floorFor(subscriber: Subscriber): Point | undefined {
    let floor = earlier(this.#next.fresh.floor, this.#next.bulk.floor)
    floor = earlier(floor, earlier(this.#later.floor, this.#resting.floor))
    for (const page of this.#reading) floor = earlier(floor, page.floor)
    if (this.#failed.size === 0) return floor
    // What fails may fail for long: it does not hold back who has nothing to do with it.
    for (const [sku, { since }] of this.#failed) if (subscriber.hears(sku)) floor = earlier(floor, since)
    return floor
  }

  #add(sku: string, mark: Mark, lane: Lane): void {
    const failed = this.#failed.get(sku)
    if (failed !== undefined) {
      this.#failed.set(sku, joinMarks(failed, mark))
      return
    }
    // Who was promised it does not wait for it to have rested.
    if (mark.wanted.size === 0 && mark.since !== undefined && this.isResting(sku)) {
      this.#resting.join(sku, mark)
      return
    }
    for (const page of this.#reading) {
      if (page.lane === lane || !page.marks.has(sku)) continue
      this.#later.join(sku, mark)
      return
    }
    const { fresh, bulk } = this.#next
    if (lane === 'bulk' && !fresh.has(sku)) {
      bulk.join(sku, mark)
      return
    }
    fresh.join(sku, mark)
    const swept = bulk.take(sku)
    if (swept !== undefined) fresh.join(sku, swept)
  }
}
