import type { CursorCodec } from '../../core/feed/cursor.ts'
import type { FeedPosition } from '../../core/feed/position.ts'

/**
 * A point in the feed as this gateway has lived through it. Positions are vectors, which cannot always be compared; the points of one process come one
 * after the other.
 */
export class Point {
  /** Later points have greater ones; points from before this process have −1. */
  readonly order: number
  readonly position: FeedPosition
  /** When the oldest change that follows it was recorded, in milliseconds on PostgreSQL's clock; undefined while none was heard of. */
  followedAt: number | undefined
  readonly #cursors: CursorCodec
  #cursor: string | undefined

  constructor(order: number, position: FeedPosition, cursors: CursorCodec) {
    this.order = order
    this.position = position
    this.#cursors = cursors
  }

  /** Encrypted once, however many events carry it. */
  get cursor(): string {
    this.#cursor ??= this.#cursors.encode(this.position)
    return this.#cursor
  }
}

export const BEFORE_THIS_PROCESS = -1

export function earlier(a: Point, b: Point): Point
export function earlier(a: Point | undefined, b: Point | undefined): Point | undefined
export function earlier(a: Point | undefined, b: Point | undefined): Point | undefined {
  if (a === undefined || b === undefined) return a ?? b
  return b.order < a.order ? b : a
}
