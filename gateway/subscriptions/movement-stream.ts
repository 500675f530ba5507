import { isAtLeast, merge } from '../../core/feed/compare.ts'
import type { CursorCodec } from '../../core/feed/cursor.ts'
import type { StreamChange } from '../../core/feed/listener.ts'
import type { FeedPosition } from '../../core/feed/position.ts'
import type { Log } from '../context.ts'
import { ERROR_AFTER_MS, retryDelayMs } from './failing.ts'
import type { MovementFollower } from './movement-follower.ts'
import { type Movement, type MovementPage, PageFailed, type ReadMovements } from './movement-page.ts'
import type { MovementPages } from './movement-pages.ts'
import type { MovementFilter } from './movement-selection.ts'
import { Ticker } from './ticker.ts'

export interface MovementStreamOptions {
  readonly filter: MovementFilter
  readonly read: ReadMovements
  readonly pages: MovementPages
  readonly cursors: CursorCodec
  /** The newest point that the feed has told. */
  readonly now: () => FeedPosition
  /** Characters of entries that it may keep for followers who are behind. */
  readonly allowance: () => number
  /** Something could not be read, and is tried again now. */
  readonly onUnreadable: () => void
  /** Nobody follows any more. */
  readonly onUnused: () => void
  readonly log: Log
}

/** A failure of reading what is new. */
export interface Failure {
  readonly error: PageFailed
  /** By `performance.now()`. */
  readonly since: number
}

/**
 * The journal as all see it who select the same of it, filter it alike and may see the same. What is new is read once for all of them, and kept until all
 * have taken it or it becomes too much: whoever has not taken it by then reads on from the journal, at its own pace, and comes back when it has
 * caught up. While nobody follows live it does nothing.
 */
export class MovementStream {
  readonly #options: MovementStreamOptions
  readonly #ticker = new Ticker(() => this.#tick())
  readonly #followers = new Set<MovementFollower>()
  readonly #live = new Set<MovementFollower>()
  /** What was read last: all entries after `#base` and up to `#tail`, the first of them with the number `#start`. */
  #window: Movement[] = []
  #start = 0
  #size = 0
  #base: FeedPosition
  #tail: FeedPosition
  /** While nothing is to be read: up to here the feed has told nothing that concerns the stream. */
  #heard: FeedPosition | undefined
  #pending = false
  #reading = false
  /** Changes that concern it, counted, so that whoever goes live knows whether it has missed one. */
  #changes = 0
  /** Counted up when the live window begins anew, so that what was being read for the old one is not used. */
  #generation = 0
  #failures = 0
  #failure: Failure | undefined

  constructor(options: MovementStreamOptions) {
    this.#options = options
    this.#base = options.now()
    this.#tail = this.#base
  }

  /** Characters of entries that are kept for followers who have not taken them. */
  get kept(): number {
    return this.#size
  }

  /** The number of the first entry that is kept, and of the first that is not read yet. */
  get start(): number {
    return this.#start
  }

  get end(): number {
    return this.#start + this.#window.length
  }

  get changes(): number {
    return this.#changes
  }

  get generation(): number {
    return this.#generation
  }

  /** Why nothing new comes, once that has lasted. */
  get failure(): PageFailed | undefined {
    const failure = this.#failure
    if (failure === undefined) return undefined
    return performance.now() - failure.since >= ERROR_AFTER_MS ? failure.error : undefined
  }

  /** The entry with this number, if it is kept. */
  entry(number: number): Movement | undefined {
    return this.#window[number - this.#start]
  }

  add(follower: MovementFollower): void {
    this.#followers.add(follower)
  }

  remove(follower: MovementFollower): void {
    this.leave(follower)
    if (this.#followers.delete(follower) && this.#followers.size === 0) this.#options.onUnused()
  }

  concerns({ subject, sku, locationId }: StreamChange): boolean {
    if (subject !== 'journal') return false
    const { skus, locationIds } = this.#options.filter
    // What a change does not say may be anything.
    if (skus !== null && sku !== null && !skus.has(sku)) return false
    return locationIds === null || locationId === null || locationIds.has(locationId)
  }

  /** Of these something may have changed that the feed cannot read: whoever follows is told so if it cannot be read here either. */
  doubt(mayConcern: (sku: string) => boolean): void {
    const { filter, now } = this.#options
    if (filter.skus === null || [...filter.skus].some(mayConcern)) this.heard(true, now())
  }

  /** The feed has told changes up to `position`; some of them concern the stream, or none. */
  heard(isConcerned: boolean, position: FeedPosition): void {
    if (isConcerned) this.#changes++
    if (this.#live.size === 0) return
    if (isConcerned) {
      this.#pending = true
      this.#ticker.wake()
    } else if (!this.#pending && !this.#reading) {
      this.#heard = position
    }
  }

  /**
   * From now on the follower, who was told everything up to `at` and nothing beyond, takes what is kept and what comes. `changes` is what they were when
   * `at` was the present. Returns the number of the first entry for it, of which it has to pass over what it was told; undefined when what it needs is
   * not kept any more.
   */
  goLive(follower: MovementFollower, at: FeedPosition, changes: number): number | undefined {
    if (this.#live.size === 0) {
      this.#begin(at)
      if (changes !== this.#changes) {
        this.#pending = true
        this.#ticker.wake()
      }
    } else if (!isAtLeast(at, this.#base)) {
      return undefined
    }
    this.#live.add(follower)
    return this.#start
  }

  /** The follower reads on from the journal, or not at all. */
  leave(follower: MovementFollower): void {
    if (!this.#live.delete(follower) || this.#live.size > 0) return
    this.#begin(this.#tail)
  }

  /** What follows after a cursor, for a follower who is not live. Throws a `PageFailed`. */
  readAfter(after: string | null): Promise<MovementPage> {
    const { pages, read, now, cursors } = this.#options
    return pages.get(this, after, () => {
      const reached = { position: now(), changes: this.#changes }
      return read(after, cursors.encode(reached.position), reached)
    })
  }

  /** What could not be read is tried again now. */
  retry(): void {
    this.#ticker.hurry()
  }

  /** The database is another one: everybody is told the journal from its beginning. */
  startOver(): void {
    this.#live.clear()
    this.#begin(this.#options.now())
    for (const follower of this.#followers) follower.startOver('epoch-changed')
  }

  close(): void {
    this.#ticker.close()
    for (const follower of [...this.#followers]) follower.close()
  }

  #begin(at: FeedPosition): void {
    this.#generation++
    this.#start = this.end
    this.#window = []
    this.#size = 0
    this.#base = at
    this.#tail = at
    this.#heard = undefined
    this.#pending = false
    this.#failure = undefined
  }

  async #tick(): Promise<void> {
    if (!this.#pending || this.#live.size === 0) return
    const generation = this.#generation
    const { read, cursors, now, log } = this.#options
    // What changes from now on is read by the next tick.
    this.#pending = false
    if (this.#heard !== undefined) this.#tail = merge(this.#tail, this.#heard)
    this.#heard = undefined
    const reached = { position: now(), changes: this.#changes }
    this.#reading = true
    try {
      const page = await read(cursors.encode(this.#tail), cursors.encode(reached.position), reached)
      if (generation !== this.#generation) return
      this.#failures = 0
      this.#failure = undefined
      this.#append(page)
    } catch (error) {
      if (!(error instanceof PageFailed)) log.error({ err: error }, 'A tick of a stream of movements failed')
      if (generation !== this.#generation) return
      this.#pending = true
      this.#failures++
      if (error instanceof PageFailed) {
        this.#failure = { error, since: this.#failure?.since ?? performance.now() }
      }
      this.#ticker.wakeIn(retryDelayMs(this.#failures), this.#options.onUnreadable)
    } finally {
      this.#reading = false
    }
    for (const follower of this.#live) follower.wake()
    if (this.#pending && this.#failures === 0) this.#ticker.wake()
  }

  #append({ movements = [], more, reached }: MovementPage): void {
    this.#dropTaken()
    for (const movement of movements) {
      this.#window.push(movement)
      this.#size += sizeOf(movement)
    }
    const last = movements.at(-1)
    const end = last === undefined ? this.#tail : this.#positionOf(last)
    this.#tail = more ? end : merge(end, reached.position)
    if (more) this.#pending = true

    const allowance = this.#options.allowance()
    let dropped = 0
    let size = this.#size
    for (const movement of this.#window) {
      if (size <= allowance) break
      size -= sizeOf(movement)
      dropped++
    }
    this.#drop(dropped)
  }

  /** What all who are live have taken is not needed any more. */
  #dropTaken(): void {
    let taken = this.end
    for (const { number } of this.#live) taken = Math.min(taken, number)
    this.#drop(taken - this.#start)
  }

  #drop(count: number): void {
    if (count <= 0) return
    const dropped = this.#window.splice(0, count)
    for (const movement of dropped) this.#size -= sizeOf(movement)
    this.#start += dropped.length
    const last = dropped.at(-1)
    if (last !== undefined) this.#base = this.#positionOf(last)
  }

  #positionOf({ cursor }: Movement): FeedPosition {
    const position = this.#options.cursors.decode(cursor)
    if (position === undefined) throw new Error('The journal gave a cursor that is none.')
    return position
  }
}

function sizeOf({ payload, cursor }: Movement): number {
  return payload.length + cursor.length
}
