import { randomBytes } from 'node:crypto'

export type IdPrefix = 'rsv' | 'shp' | 'ret' | 'dl'

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'

/** A new id, for example "rsv_01k9…": ten characters of time (so that ids sort by age), sixteen at random (80 bits). */
export function newId(prefix: IdPrefix, now = Date.now()): string {
  let time = ''
  for (let rest = now, index = 0; index < 10; index++, rest = Math.floor(rest / 32)) time = ALPHABET[rest % 32] + time
  let random = ''
  for (const byte of randomBytes(16)) random += ALPHABET[byte % 32]
  return `${prefix}_${time}${random}`
}

/** The public id of a document's line: the document's id and the line's number. */
export function lineIdOf(documentId: string, line: number): string {
  return `${documentId}/${line}`
}

/** The line's number in its public id, where that names a line of this document. */
export function lineOf(documentId: string, lineId: string): number | undefined {
  if (!lineId.startsWith(`${documentId}/`)) return undefined
  const line = Number(lineId.slice(documentId.length + 1))
  return Number.isInteger(line) && line > 0 ? line : undefined
}
