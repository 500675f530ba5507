import { GatheredBytes } from './gather-bytes.ts'
import { type Piece, toPiece } from './pieces.ts'

const NEWLINE = 0x0a
const BLANK = /^\s*$/

/**
 * The lines of a newline-delimited JSON body, as they arrive, without ever holding more than one chunk and one line. Blank lines are skipped; a
 * line of more than `limit` bytes gives one piece that says so, and the next line is read as ever.
 */
export async function* splitLines(body: AsyncIterable<Uint8Array>, limit: number): AsyncGenerator<readonly Piece[]> {
  const line = new GatheredBytes(limit + 1)
  const finish = (pieces: Piece[]) => {
    const { bytes, total } = line.take()
    const piece = toPiece(bytes, total, limit)
    if (piece.problem !== undefined || !BLANK.test(piece.text)) pieces.push(piece)
  }

  for await (const chunk of body) {
    const pieces: Piece[] = []
    let from = 0
    for (let end = chunk.indexOf(NEWLINE); end !== -1; end = chunk.indexOf(NEWLINE, from)) {
      line.add(chunk.subarray(from, end))
      finish(pieces)
      from = end + 1
    }
    line.add(from === 0 ? chunk : chunk.subarray(from))
    if (pieces.length > 0) yield pieces
  }

  const last: Piece[] = []
  if (line.total > 0) finish(last)
  if (last.length > 0) yield last
}
