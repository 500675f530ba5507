import assert from 'node:assert'
import type { CursorFault } from '../../core/feed/invalid-cursor.ts'
import type { Entry, Style } from './entry.ts'
import type { Outlet, Wrapping } from './outlet.ts'
import { earlier, type Point } from './point.ts'
import type { Topic } from './topics.ts'

/** Why a subscriber that wanted to resume is told the state of everything instead. */
export type SnapshotReason = 'epoch-changed' | 'cursor-ahead' | 'cursor-too-old'

export const SNAPSHOT_REASONS: Readonly<Record<CursorFault, SnapshotReason>> = {
  'foreign-epoch': 'epoch-changed',
  future: 'cursor-ahead',
  'too-old': 'cursor-too-old',
}

/** What there is to tell of a SKU, the same for all who hear of it. */
export interface News {
  readonly sku: string
  readonly entry: Entry
  /** Before the oldest change that was read with it. Undefined: nothing is known to have changed, somebody only wanted to know. */
  readonly since: Point | undefined
  /** Whether its state cannot be told now, so that it remains promised where it was. */
  readonly isFailure: boolean
}

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

/** What all subscribers of a live query have in common. */
export interface Surroundings {
  standingOf(subscriber: Subscriber): Standing
  onClose(subscriber: Subscriber): void
  /** So many events were written, outside of a tick. */
  onWritten(events: number): void
}

/** Bytes that are written at once where all of them are new; beyond it each event waits until the connection has taken the one before. */
const TOGETHER_BYTES_MAX = 256 * 1024

/**
 * One subscription of one client. It keeps the newest state of each SKU that was not sent, so that a client that reads slowly costs no more memory than
 * what it subscribed to, and never claims by a cursor to have sent what it has not. One that reads as fast as there is news, as nearly all do, keeps
 * nothing: what a tick has to tell goes out in one write, made of bytes that are the same for everybody.
 */
export class Subscriber {
  /** Null: every SKU of the channel. */
  topics: readonly Topic[] | null = null
  readonly #surroundings: Surroundings
  readonly #style: Style
  /** Absent where results are fetched as JSON. */
  readonly #wrapping: Wrapping | undefined
  /** What this tick has to tell. */
  #news: News[] | undefined
  /** By SKU, in the order in which they became pending. */
  #pending: Map<string, Pending> | undefined
  /** How many pending events have each floor. */
  #floors: Map<Point, number> | undefined
  /** What became pending while other events that belong together were being sent. Only for clients that want to know which do. */
  #later: Map<string, Pending> | undefined
  /** Whether some of what is pending was sent with the word that there is more. */
  #isMidway = false
  /** SKUs whose present state was promised and is not pending yet. */
  #promised: Set<string> | undefined
  /** What a cursor may claim until all that was promised is sent. Undefined when nothing is promised. */
  #start: Point | undefined
  /** Whether it is not known yet what is promised. */
  #settlingUp = false
  #snapshot: SnapshotReason | undefined
  /** Who waits for the next result, or for the end where there is an outlet. */
  #waiter: ((payload: string | undefined) => void) | undefined
  #outlet: Outlet | undefined
  /** Whether the outlet will call. */
  #willResume = false
  #closed = false

  constructor(surroundings: Surroundings, style: Style, wrapping: Wrapping | undefined) {
    this.#surroundings = surroundings
    this.#style = style
    this.#wrapping = wrapping
  }

  get closed(): boolean {
    return this.#closed
  }

  hears(sku: string): boolean {
    return this.topics === null || this.topics.some((topic) => topic.sku === sku)
  }

  /** From now on until all that will be promised is sent, cursors stay at `start`. */
  beginAt(start: Point, snapshot?: SnapshotReason): void {
    this.#start = start
    this.#settlingUp = true
    this.#snapshot = snapshot
  }

  /** The state of these will be told, changed or not. `isAll`: now it is known what was promised. */
  promise(skus: Iterable<string>, isAll = true): void {
    if (this.#closed) return
    this.#promised ??= new Set()
    for (const sku of skus) this.#promised.add(sku)
    if (isAll) this.#settlingUp = false
  }

  /** Takes note of what the present tick will tell; returns whether it is the first. Until `tell`, it is not known what a cursor may claim. */
  hear(news: News): boolean {
    if (this.#closed) return false
    if (this.#news !== undefined) {
      this.#news.push(news)
      return false
    }
    this.#news = [news]
    return true
  }

  /** There is no state of it to be told, promised or not. */
  nothingOf(sku: string): void {
    this.#promised?.delete(sku)
  }

  /**
   * All of the tick was heard: it is written, or kept where the client has not taken what was written before. `floor` is before the oldest change of the tick.
   * Returns how many events were written at once.
   */
  tell(floor: Point | undefined): number {
    const news = this.#news
    this.#news = undefined
    if (news === undefined || this.#closed) return 0
    const { now, unread } = this.#surroundings.standingOf(this)
    if (this.#pending === undefined && this.#start === undefined && this.#outlet?.ready === true) {
      const wrapping = this.#wrapping
      const claim = earlier(now, unread ?? now)
      if (
        wrapping !== undefined &&
        this.#writeTogether(this.#outlet, wrapping, news, earlier(floor ?? claim, claim), claim)
      ) {
        return news.length
      }
    }
    for (const one of news) this.#keep(one, now)
    return this.#handOver()
  }

  /** What was told reaches the client. */
  flush(): void {
    this.#outlet?.flush()
  }

  /** Everything so far is void: the database is another one. */
  startOver(start: Point): void {
    this.#forget()
    this.beginAt(start, 'epoch-changed')
  }

  /** The next result as JSON, once there is one; undefined when the subscription has ended. One call at a time. */
  next(): Promise<string | undefined> {
    return new Promise((resolve) => {
      this.#waiter = resolve
      this.#handOver()
    })
  }

  /** From now on results go there, wrapped as the style says. Resolves when the subscription has ended. */
  pour(outlet: Outlet): Promise<unknown> {
    this.#outlet = outlet
    return new Promise((resolve) => {
      this.#waiter = resolve
      this.#surroundings.onWritten(this.#handOver())
      outlet.flush()
    })
  }

  /** Up to here everything was handed over. */
  get cursor(): string {
    return this.#claim().cursor
  }

  /** The same, when nothing that was promised or belongs to what was handed over is on its way. */
  get settled(): string | undefined {
    const claim = this.#claim()
    const isOnItsWay = this.#start !== undefined || this.#pending !== undefined || this.#news !== undefined
    return isOnItsWay ? undefined : claim.cursor
  }

  close(): void {
    if (this.#closed) return
    this.#closed = true
    this.#forget()
    this.#surroundings.onClose(this)
    this.#waiter?.(undefined)
    this.#waiter = undefined
    this.#outlet = undefined
  }

  #forget(): void {
    this.#news = undefined
    this.#pending = undefined
    this.#later = undefined
    this.#isMidway = false
    this.#floors = undefined
    this.#promised = undefined
  }

  /** Replaces what is pending of the SKU. */
  #keep({ sku, entry, since, isFailure }: News, now: Point): void {
    const isPromised = this.#promised?.has(sku) ?? false
    if (isPromised && !isFailure) this.#promised?.delete(sku)
    // What belongs together is sent as it was, and what came meanwhile after it: else one would have to wait for the end of both, and of what comes then.
    const waitsForItsTurn = this.#isMidway && this.#start === undefined && this.#style.ticks
    const pending = (waitsForItsTurn ? this.#later : this.#pending) ?? new Map<string, Pending>()
    if (waitsForItsTurn) this.#later = pending
    else this.#pending = pending
    const before = pending.get(sku)
    if (before !== undefined) this.#count(before.floor, -1)
    const floor = earlier(before?.floor, earlier(isPromised ? this.#start : undefined, since)) ?? now
    // While everything is told anew, what changes meanwhile is a part of that.
    const snapshot = this.#start === undefined ? before?.snapshot : this.#snapshot
    // A key that is there keeps its place: who changes often does not keep others waiting.
    pending.set(sku, { entry, floor, snapshot })
    this.#count(floor, 1)
  }

  /** Gives what is pending to whoever takes it; returns how many events were written. */
  #handOver(): number {
    if (this.#closed) {
      this.#waiter?.(undefined)
      this.#waiter = undefined
      return 0
    }
    if (this.#outlet !== undefined) return this.#writePending(this.#outlet)
    const waiter = this.#waiter
    const next = waiter === undefined ? undefined : this.#takePending()
    if (waiter === undefined || next === undefined) return 0
    this.#waiter = undefined
    const claim = this.#claim()
    waiter(next.entry.payload(this.#style, claim, { snapshot: next.snapshot, more: this.#goesOn() }))
    return 0
  }

  #takePending(): Pending | undefined {
    const pending = this.#pending
    if (pending === undefined) return undefined
    const [next] = pending
    if (next === undefined) return undefined
    pending.delete(next[0])
    this.#isMidway = pending.size > 0
    if (pending.size === 0) {
      this.#pending = this.#later
      this.#later = undefined
    }
    this.#count(next[1].floor, -1)
    return next[1]
  }

  /** Whether what is sent next belongs to what was just taken. Asked after the claim, which notices that all was sent that was promised. */
  #goesOn(): boolean {
    return this.#isMidway || this.#start !== undefined
  }

  /** As many as the connection takes; the rest when it takes more. */
  #writePending(outlet: Outlet): number {
    const wrapping = this.#wrapping
    if (wrapping === undefined || this.#willResume) return 0
    let written = 0
    while (outlet.ready) {
      const next = this.#takePending()
      if (next === undefined) return written
      const claim = this.#claim()
      const more = this.#goesOn()
      const { entry, snapshot } = next
      const message =
        snapshot === undefined
          ? entry.message(this.#style, wrapping, claim, more)
          : wrapping.wrap(entry.payload(this.#style, claim, { snapshot, more }))
      outlet.write(message + wrapping.tail)
      written++
    }
    if (this.#pending !== undefined) {
      this.#willResume = true
      outlet.whenReady(() => {
        this.#willResume = false
        this.#surroundings.onWritten(this.#handOver())
        this.flush()
      })
    }
    return written
  }

  /** Whether all of it was written: not where it is so much that it is better kept and written bit by bit. */
  #writeTogether(outlet: Outlet, wrapping: Wrapping, news: readonly News[], floor: Point, claim: Point): boolean {
    const { tail } = wrapping
    const last = news.length - 1
    let bytes = ''
    for (let index = 0; index < last; index++) {
      const { entry } = news[index] ?? assert.fail()
      // While others of the tick are not sent, nothing that came with them may be claimed.
      bytes += entry.message(this.#style, wrapping, floor, true) + tail
    }
    const { entry } = news[last] ?? assert.fail()
    bytes += entry.message(this.#style, wrapping, claim, false) + tail
    if (bytes.length > TOGETHER_BYTES_MAX && last > 0) return false
    outlet.write(bytes)
    return true
  }

  /** The latest point up to which this subscriber was sent everything, what is just being sent included. */
  #claim(): Point {
    const isAtStart = this.#start !== undefined && this.#floors?.has(this.#start) === true
    if (!this.#settlingUp && !isAtStart && (this.#promised === undefined || this.#promised.size === 0)) {
      this.#start = undefined
      this.#snapshot = undefined
      this.#promised = undefined
    }
    const { now, unread } = this.#surroundings.standingOf(this)
    let claim = earlier(now, unread ?? now)
    for (const floor of this.#floors?.keys() ?? []) claim = earlier(claim, floor)
    return earlier(claim, this.#start ?? claim)
  }

  #count(floor: Point, change: 1 | -1): void {
    this.#floors ??= new Map()
    const count = (this.#floors.get(floor) ?? 0) + change
    if (count !== 0) this.#floors.set(floor, count)
    else if (this.#floors.delete(floor) && this.#floors.size === 0) this.#floors = undefined
  }
}
