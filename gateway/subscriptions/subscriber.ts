import { type Entry, toPayload } from './entry.ts'
import { earlier, type Point } from './point.ts'

/** Why a subscriber that wanted to resume is told the state of everything instead. */
export type SnapshotReason = 'epoch-changed' | 'cursor-ahead' | 'cursor-too-old'

interface Pending {
  readonly entry: Entry
  /** Before the oldest change that this event stands for. */
  readonly floor: Point
  readonly snapshot: SnapshotReason | undefined
}

/** What a subscriber has to know from its live query to say where it stands. */
export interface Standing {
  /** The newest point that was taken note of. */
  readonly now: Point
  /** Before the oldest change that concerns the subscriber and was not read yet. */
  readonly unread: Point | undefined
}

/**
 * One subscription of one client. It keeps the newest state of each SKU that was not sent, so that a client that reads slowly costs no more memory than
 * what it subscribed to, and never claims by a cursor to have sent what it has not.
 */
export class Subscriber {
  /** Null: every SKU of the channel. */
  readonly skus: ReadonlySet<string> | null
  readonly #alias: string
  readonly #standing: (subscriber: Subscriber) => Standing
  readonly #onClose: (subscriber: Subscriber) => void
  /** By SKU, in the order in which they became pending. */
  readonly #pending = new Map<string, Pending>()
  /** How many pending events have each floor. */
  readonly #floors = new Map<Point, number>()
  /** SKUs whose present state was promised and is not pending yet. */
  #promised = new Set<string>()
  /** What a cursor may claim until all that was promised is sent. Undefined when nothing is promised. */
  #start: Point | undefined
  /** Whether it is not known yet what is promised. */
  #settlingUp = false
  #snapshot: SnapshotReason | undefined
  #waiter: ((payload: string | undefined) => void) | undefined
  #closed = false

  constructor(options: {
    readonly alias: string
    readonly skus: readonly string[] | null
    readonly standing: (subscriber: Subscriber) => Standing
    readonly onClose: (subscriber: Subscriber) => void
  }) {
    this.#alias = options.alias
    this.skus = options.skus === null ? null : new Set(options.skus)
    this.#standing = options.standing
    this.#onClose = options.onClose
  }

  get closed(): boolean {
    return this.#closed
  }

  hears(sku: string): boolean {
    return this.skus === null || this.skus.has(sku)
  }

  /** From now on until all that will be promised is sent, cursors stay at `start`. */
  beginAt(start: Point, snapshot?: SnapshotReason): void {
    this.#start = start
    this.#settlingUp = true
    this.#snapshot = snapshot
  }

  /** The state of these will be told, changed or not. Now it is known what was promised. */
  promise(skus: Iterable<string>): void {
    for (const sku of skus) this.#promised.add(sku)
    this.#settlingUp = false
  }

  /**
   * A state to be sent because it changed after `since`, or because it was promised. Replaces what is pending of the SKU. It is handed over with
   * `flush`: only when all that was read together is pending is it known what a cursor may claim.
   */
  push(sku: string, entry: Entry, since: Point | undefined): void {
    if (this.#closed) return
    const promised = this.#promised.delete(sku)
    const before = this.#pending.get(sku)
    if (before !== undefined) this.#count(before.floor, -1)
    const floor = earlier(before?.floor, earlier(promised ? this.#start : undefined, since)) ?? this.#standing(this).now
    const snapshot = promised ? this.#snapshot : before?.snapshot
    // A key that is there keeps its place: who changes often does not keep others waiting.
    this.#pending.set(sku, { entry, floor, snapshot })
    this.#count(floor, 1)
  }

  /** As `push`, for a state that cannot be told now and remains promised. */
  pushError(sku: string, entry: Entry, since: Point | undefined): void {
    const promised = this.#promised.has(sku)
    this.push(sku, entry, since)
    if (promised) this.#promised.add(sku)
  }

  /** There is no state of it to be told, promised or not. */
  nothingOf(sku: string): void {
    this.#promised.delete(sku)
  }

  flush(): void {
    this.#handOver()
  }

  /** Everything so far is void: the database is another one. */
  startOver(start: Point): void {
    this.#pending.clear()
    this.#floors.clear()
    this.#promised.clear()
    this.beginAt(start, 'epoch-changed')
  }

  /** The next result as JSON, once there is one; undefined when the subscription has ended. One call at a time. */
  next(): Promise<string | undefined> {
    return new Promise((resolve) => {
      this.#waiter = resolve
      this.#handOver()
    })
  }

  /** Up to here everything was handed over. */
  get cursor(): string {
    return this.#claim().cursor
  }

  close(): void {
    if (this.#closed) return
    this.#closed = true
    this.#pending.clear()
    this.#onClose(this)
    this.#handOver()
  }

  #handOver(): void {
    const waiter = this.#waiter
    if (waiter === undefined) return
    if (this.#closed) {
      this.#waiter = undefined
      waiter(undefined)
      return
    }
    const [next] = this.#pending
    if (next === undefined) return
    const [sku, { entry, floor, snapshot }] = next
    this.#waiter = undefined
    this.#pending.delete(sku)
    this.#count(floor, -1)
    waiter(toPayload(entry, this.#alias, () => this.#claim().cursor, snapshot))
  }

  /** The latest point up to which this subscriber was sent everything, what is just being sent included. */
  #claim(): Point {
    if (this.#start !== undefined && !this.#settlingUp && this.#promised.size === 0 && !this.#floors.has(this.#start)) {
      this.#start = undefined
      this.#snapshot = undefined
    }
    const { now, unread } = this.#standing(this)
    let claim = earlier(now, unread ?? now)
    for (const floor of this.#floors.keys()) claim = earlier(claim, floor)
    return earlier(claim, this.#start ?? claim)
  }

  #count(floor: Point, change: 1 | -1): void {
    const count = (this.#floors.get(floor) ?? 0) + change
    if (count === 0) this.#floors.delete(floor)
    else this.#floors.set(floor, count)
  }
}
