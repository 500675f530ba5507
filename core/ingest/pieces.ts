import { isUtf8 } from 'node:buffer'

/** The text of one event out of a body, or why it cannot be read; then `text` is its beginning, as far as it is worth keeping. */
export interface Piece {
  readonly text: string
  /** Bytes in the body. */
  readonly bytes: number
  readonly problem?: string
}

/** Thrown when a body as a whole is not what it says it is. Pieces given before stand. */
export class UnreadableBody extends Error {
  override readonly name = 'UnreadableBody'
}

/** Bytes of an unreadable text that are kept for people to look at. */
export const KEPT_TEXT_BYTES = 4096

/** `bytes` is at most `limit` + 1 long, `total` the length that was sent. */
export function toPiece(bytes: Buffer, total: number, limit: number): Piece {
  if (total > limit) {
    const message = `It is ${total} bytes long; an event may have ${limit}.`
    return { text: bytes.toString('utf8', 0, KEPT_TEXT_BYTES), bytes: total, problem: message }
  }
  if (!isUtf8(bytes)) {
    return { text: bytes.toString('utf8', 0, KEPT_TEXT_BYTES), bytes: total, problem: 'It is not valid UTF-8.' }
  }
  return { text: bytes.toString('utf8'), bytes: total }
}
