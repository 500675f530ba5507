import { isAtLeast, merge } from '../../core/feed/compare.ts'
import type { CursorCodec } from '../../core/feed/cursor.ts'
import type { FeedPosition } from '../../core/feed/position.ts'
import { ERROR_AFTER_MS, retryDelayMs } from './failing.ts'
import type { Subscription } from './live-queries.ts'
import { type Movement, type MovementPage, PageFailed } from './movement-page.ts'
import type { MovementStream } from './movement-stream.ts'
import type { SnapshotReason } from './subscriber.ts'

export interface MovementFollowerOptions {
  readonly stream: MovementStream
  readonly cursors: CursorCodec
  readonly now: () => FeedPosition
  readonly onClose: (follower: MovementFollower) => void
}

/**
 * One subscription to the journal. It stands at a cursor: what lies before was told, what lies behind was not. Either it takes what its stream reads for
 * all who are live, or, being behind, it reads pages of its own from where it stands. It keeps nothing that it has not to tell next, so that a client
 * which reads slowly, or not at all, costs no memory.
 */
export class MovementFollower implements Subscription {
  readonly #options: MovementFollowerOptions
  /** Null: at the beginning of the journal. */
  #at: string | null = null
  #isLive = false
  /** When live: the number of the entry to be told next. */
  #number = 0
  /** What was told before it went live, until the stream has come past all of that. */
  #overlap: FeedPosition | undefined
  /** When behind: the page that it reads, and how far it has come. */
  #page: MovementPage | undefined
  #index = 0
  #snapshot: SnapshotReason | undefined
  #failures = 0
  #failingSince: number | undefined
  /** Which failure it was told of. */
  #told: string | undefined
  #wake: (() => void) | undefined
  #closed = false

  constructor(options: MovementFollowerOptions) {
    this.#options = options
  }

  get number(): number {
    return this.#number
  }

  /** It is told what is recorded from now on. */
  beginNow(): void {
    const { cursors, now, stream } = this.#options
    const position = now()
    this.#at = cursors.encode(position)
    this.#goLive(position, stream.changes)
  }

  /** It is told what follows a cursor; null: everything. */
  beginAfter(cursor: string | null): void {
    this.#at = cursor
  }

  /** It is told everything from the beginning, with the reason. */
  startOver(reason: SnapshotReason): void {
    this.#at = null
    this.#isLive = false
    this.#overlap = undefined
    this.#page = undefined
    this.#snapshot = reason
    this.wake()
  }

  /** There may be something to tell. */
  wake(): void {
    this.#wake?.()
  }

  async next(): Promise<string | undefined> {
    while (!this.#closed) {
      const told = this.#isLive ? this.#takeLive() : await this.#readOn()
      if (told !== undefined) return told
      if (this.#isLive && this.#number >= this.#options.stream.end && !this.#hasNews()) await this.#interrupted()
    }
    return undefined
  }

  cursor(): string {
    const { cursors, now } = this.#options
    return this.#at ?? cursors.encode({ epoch: now().epoch, numbers: new Map() })
  }

  close(): void {
    if (this.#closed) return
    this.#closed = true
    this.#page = undefined
    this.#options.onClose(this)
    this.wake()
  }

  #goLive(position: FeedPosition, changes: number): void {
    const number = this.#options.stream.goLive(this, position, changes)
    if (number === undefined) return
    this.#isLive = true
    this.#number = number
    this.#overlap = position
    this.#page = undefined
  }

  #takeLive(): string | undefined {
    const { stream } = this.#options
    while (this.#number < stream.end) {
      const movement = stream.entry(this.#number)
      if (movement === undefined) {
        // It was too slow: the stream has let go of what it was to be told next.
        stream.leave(this)
        this.#isLive = false
        this.#overlap = undefined
        return undefined
      }
      this.#number++
      const told = this.#overlap === undefined ? this.#tell(movement, movement.cursor) : this.#tellUnseen(movement)
      if (told !== undefined) return told
    }
    const { failure } = stream
    if (failure !== undefined) return this.#tellFailure(failure)
    this.#told = undefined
    return undefined
  }

  /** Whether its stream has a failure to tell that it was not told. */
  #hasNews(): boolean {
    const { failure } = this.#options.stream
    return failure !== undefined && failure.content !== this.#told
  }

  /** An entry of the stream, unless it was told from a page of its own before; with a cursor that claims both. */
  #tellUnseen(movement: Movement): string | undefined {
    const { cursors } = this.#options
    const overlap = this.#overlap
    const after = cursors.decode(movement.cursor)
    if (overlap === undefined || after === undefined) throw new Error('An entry of the journal has no cursor.')
    if (isAtLeast(after, overlap)) this.#overlap = undefined
    const before = movement.before === null ? undefined : cursors.decode(movement.before)
    for (const [bucket, number] of after.numbers) {
      // The two points around an entry differ in it alone.
      if (before?.numbers.get(bucket) === number) continue
      if ((overlap.numbers.get(bucket) ?? 0) >= number) return undefined
    }
    return this.#tell(movement, this.#overlap === undefined ? movement.cursor : cursors.encode(merge(after, overlap)))
  }

  /** What follows in the journal; undefined when that has to be asked again. */
  async #readOn(): Promise<string | undefined> {
    const { stream, cursors, now } = this.#options
    const { generation } = stream
    if (this.#page?.movements === undefined) {
      this.#index = 0
      try {
        const page = await this.#interruptible(stream.readAfter(this.#at))
        // What was read of the database that was there before is not told of this one.
        if (generation !== stream.generation) return undefined
        this.#page = page
      } catch (error) {
        if (!(error instanceof PageFailed)) throw error
        return generation === stream.generation ? this.#waitAfter(error) : undefined
      }
      this.#failures = 0
      this.#failingSince = undefined
      this.#told = undefined
    }
    const page = this.#page
    if (page?.movements === undefined) return undefined
    const movement = page.movements[this.#index++]
    if (movement !== undefined) return this.#tell(movement, movement.cursor)

    this.#page = undefined
    if (page.more) return undefined
    this.#snapshot = undefined
    const at = this.#at === null ? undefined : cursors.decode(this.#at)
    const position = merge(at ?? { epoch: now().epoch, numbers: new Map() }, page.reached.position)
    this.#at = cursors.encode(position)
    this.#goLive(position, page.reached.changes)
    return undefined
  }

  async #waitAfter(error: PageFailed): Promise<string | undefined> {
    this.#failures++
    this.#failingSince ??= performance.now()
    const lasts = performance.now() - this.#failingSince >= ERROR_AFTER_MS
    if (lasts && error.content !== this.#told) return this.#tellFailure(error)
    const delayMs = retryDelayMs(this.#failures)
    await this.#interruptible(new Promise<void>((resolve) => setTimeout(resolve, delayMs).unref()))
    return undefined
  }

  #tell({ payload, cursor }: Movement, claimed: string): string {
    this.#at = claimed
    // A cursor is long and random: it stands in an entry where it was selected and nowhere else.
    const own = claimed === cursor ? payload : payload.replaceAll(JSON.stringify(cursor), JSON.stringify(claimed))
    if (this.#snapshot === undefined) return own
    return `${own.slice(0, -1)},"extensions":{"onhand":{"snapshot":${JSON.stringify(this.#snapshot)}}}}`
  }

  #tellFailure(failure: PageFailed): string | undefined {
    if (failure.content === this.#told) return undefined
    this.#told = failure.content
    return failure.payload
  }

  #interrupted(): Promise<void> {
    return new Promise((resolve) => {
      this.#wake = resolve
    })
  }

  /** The result of something, or undefined as soon as the follower is woken. */
  #interruptible<T>(work: Promise<T>): Promise<T | undefined> {
    return new Promise((resolve, reject) => {
      this.#wake = () => resolve(undefined)
      work.then(resolve, reject)
    })
  }
}
