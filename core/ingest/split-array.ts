import { GatheredBytes } from './gather-bytes.ts'
import { type Piece, toPiece, UnreadableBody } from './pieces.ts'

const QUOTE = 0x22
const COMMA = 0x2c
const OPEN_ARRAY = 0x5b
const BACKSLASH = 0x5c
const CLOSE_ARRAY = 0x5d
const OPEN_OBJECT = 0x7b
const CLOSE_OBJECT = 0x7d

const isSpace = (byte: number) => byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09

/**
 * The elements of a JSON array, as they arrive, without ever holding more than one chunk and one element. Only brackets, commas and strings are
 * looked at, so an element may still turn out not to be JSON; its neighbours are found all the same. Throws `UnreadableBody` when the body is not
 * an array, or ends before it does.
 */
export async function* splitArray(body: AsyncIterable<Uint8Array>, limit: number): AsyncGenerator<readonly Piece[]> {
  const element = new GatheredBytes(limit + 1)
  let opened = false
  let closed = false
  let elements = 0
  let depth = 0
  let inString = false
  let escaped = false
  // Bytes of the element that are not white space: an element of none is a comma too many.
  let content = 0

  const finish = (pieces: Piece[]) => {
    const { bytes, total } = element.take()
    if (content === 0) throw new UnreadableBody('The array has a comma too many.')
    content = 0
    elements++
    pieces.push(toPiece(bytes, total, limit))
  }

  for await (const chunk of body) {
    const pieces: Piece[] = []
    let from = 0
    for (let index = 0; index < chunk.length; index++) {
      const byte = chunk[index] ?? 0
      if (inString) {
        if (escaped) escaped = false
        else if (byte === BACKSLASH) escaped = true
        else if (byte === QUOTE) inString = false
        continue
      }
      if (isSpace(byte)) continue
      if (!opened) {
        if (byte !== OPEN_ARRAY) throw new UnreadableBody('The body is not a JSON array.')
        opened = true
        from = index + 1
        continue
      }
      if (closed) throw new UnreadableBody('Something follows the end of the array.')

      if (depth === 0 && (byte === COMMA || byte === CLOSE_ARRAY)) {
        element.add(chunk.subarray(from, index))
        closed = byte === CLOSE_ARRAY
        if (closed && elements === 0 && content === 0) element.take()
        else finish(pieces)
        from = index + 1
        continue
      }
      content++
      if (byte === QUOTE) inString = true
      else if (byte === OPEN_ARRAY || byte === OPEN_OBJECT) depth++
      else if (byte === CLOSE_ARRAY || byte === CLOSE_OBJECT) {
        if (depth === 0) throw new UnreadableBody('The array has a bracket that was never opened.')
        depth--
      }
    }
    if (opened && !closed) element.add(from === 0 ? chunk : chunk.subarray(from))
    if (pieces.length > 0) yield pieces
  }

  if (!opened) throw new UnreadableBody('The body is empty; a JSON array is expected.')
  if (!closed) throw new UnreadableBody('The body ends before its array does.')
}
