import { randomBytes } from 'node:crypto'
import { BUCKET_COUNT } from './bucket.ts'

export type IdPrefix = 'rsv' | 'shp' | 'ret' | 'dl' | 'div' | 'rec' | 'rpl'

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'

/** Random bytes are fetched for 256 ids at a time: asking for each one's alone took longer than all else about it. */
let pool = Buffer.alloc(0)
let used = 0

/** A new id, for example "rsv_01k9…": ten characters of time (so that ids sort by age), sixteen at random (80 bits). */
export function newId(prefix: IdPrefix, now = Date.now()): string {
  let time = ''
  for (let rest = now, index = 0; index < 10; index++, rest = Math.floor(rest / 32)) time = ALPHABET[rest % 32] + time
  let random = ''
  if (used + 16 > pool.length) {
    pool = randomBytes(4_096)
    used = 0
  }
  for (let index = 0; index < 16; index++) random += ALPHABET[(pool[used++] ?? 0) % 32]
  return `${prefix}_${time}${random}`
}

/** Of the row of a position: the bucket and the number there of the entry with which it was first written, as one number. */
export function positionId(bucket: number, number: number): number {
  return number * BUCKET_COUNT + bucket
}

/** The public id of a document's line: the document's id and the line's number. */
export function lineIdOf(documentId: string, line: number): string {
  return `${documentId}/${line}`
}

/** No line has this number: it stands for whatever is not the id of a line of the document, and the ledger answers NOT_FOUND. */
export const NO_LINE = 0

/** The line's number in its public id, where that names a line of this document. */
export function lineOf(documentId: string, lineId: string): number | undefined {
  if (!lineId.startsWith(`${documentId}/`)) return undefined
  const line = Number(lineId.slice(documentId.length + 1))
  return Number.isInteger(line) && line > 0 ? line : undefined
}
