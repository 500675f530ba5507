import { createCipheriv, createDecipheriv, createSecretKey, randomFillSync } from 'node:crypto'
import { deriveKey } from '../access/secrets.ts'
import type { FeedPosition } from './position.ts'

/**
 * A cursor is a feed position, encrypted, because numbers tell sales volumes: base64url of
 *
 *     version (1 byte) · initialisation vector (12) · AES-256-GCM ciphertext · tag (16)
 *
 * and the plain text is the epoch (16 bytes), then for each stream that is not at 0, in ascending order, two LEB128 numbers: the stream
 * counted from −1, and its number. All 65 streams at 2^53 − 1 make 840 characters.
 *
 * The vector is random (NIST SP 800-38D, 8.2.2): after 2^32 cursors under one secret the chance that any two share one is 2^-33, after 2^40 it is
 * 2^-17, and what could be learned then is the difference of two positions. Making or reading one with all streams takes 8 µs.
 */
export interface CursorCodec {
  /** At most 1 KiB of characters that need no escaping in URLs or JSON. Throws for a position that cannot be one (a bug). */
  encode(position: FeedPosition): string
  /** Undefined for whatever this hub has not made; never throws. */
  decode(cursor: string): FeedPosition | undefined
}

export const CURSOR_CHARACTERS_MAX = 1024

const VERSION = 1
const IV_BYTES = 12
const TAG_BYTES = 16
const EPOCH_BYTES = 16
const HEADER_BYTES = 1 + IV_BYTES
/** Two varints of a stream: at most 2 + 8 bytes. */
const PAIR_BYTES_MAX = 10
const STREAM_MIN = -1
const STREAM_MAX = 1023

export function cursorCodec(secret: string): CursorCodec {
  const key = createSecretKey(deriveKey(secret, 'cursor'))
  const drawVector = vectors()
  const version = Buffer.of(VERSION)

  return {
    encode(position) {
      const vector = drawVector()
      const cipher = createCipheriv('aes-256-gcm', key, vector, { authTagLength: TAG_BYTES })
      cipher.setAAD(version)
      const text = cipher.update(toBytes(position))
      cipher.final()
      const cursor = Buffer.concat([version, vector, text, cipher.getAuthTag()]).toString('base64url')
      if (cursor.length > CURSOR_CHARACTERS_MAX)
        throw new RangeError('A feed position has too many streams for a cursor.')
      return cursor
    },

    decode(cursor) {
      if (typeof cursor !== 'string' || cursor.length > CURSOR_CHARACTERS_MAX) return undefined
      const bytes = Buffer.from(cursor, 'base64url')
      if (bytes.length < HEADER_BYTES + EPOCH_BYTES + TAG_BYTES || bytes[0] !== VERSION) return undefined
      // Node ignores characters that are not base64url, so that other spellings of one cursor would pass.
      if (bytes.toString('base64url') !== cursor) return undefined
      try {
        const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(1, HEADER_BYTES), {
          authTagLength: TAG_BYTES,
        })
        decipher.setAAD(version)
        decipher.setAuthTag(bytes.subarray(-TAG_BYTES))
        const plain = decipher.update(bytes.subarray(HEADER_BYTES, -TAG_BYTES))
        decipher.final()
        return fromBytes(plain)
      } catch {
        return undefined
      }
    },
  }
}

/** Draws random vectors from a pool: asking the system for 12 bytes each time would cost more than the encryption. */
function vectors(): () => Buffer {
  const pool = Buffer.alloc(IV_BYTES * 256)
  let offset = pool.length
  return () => {
    if (offset === pool.length) {
      randomFillSync(pool)
      offset = 0
    }
    offset += IV_BYTES
    return pool.subarray(offset - IV_BYTES, offset)
  }
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

function toBytes({ epoch, numbers }: FeedPosition): Buffer {
  if (!UUID.test(epoch)) throw new TypeError('The epoch of a feed position is a UUID in lower case.')
  const bytes = Buffer.allocUnsafe(EPOCH_BYTES + numbers.size * PAIR_BYTES_MAX)
  bytes.write(epoch.replaceAll('-', ''), 'hex')
  let offset = EPOCH_BYTES
  for (const stream of [...numbers.keys()].sort((a, b) => a - b)) {
    const number = numbers.get(stream) ?? 0
    if (!Number.isInteger(stream) || stream < STREAM_MIN || stream > STREAM_MAX) {
      throw new RangeError(`${stream} is not a stream of the feed.`)
    }
    if (!Number.isSafeInteger(number) || number < 0) throw new RangeError(`${number} is not a feed number.`)
    if (number === 0) continue
    offset = writeVarint(bytes, stream - STREAM_MIN, offset)
    offset = writeVarint(bytes, number, offset)
  }
  return bytes.subarray(0, offset)
}

function fromBytes(bytes: Buffer): FeedPosition {
  const hex = bytes.toString('hex', 0, EPOCH_BYTES)
  const epoch = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
  const numbers = new Map<number, number>()
  const reader = { bytes, offset: EPOCH_BYTES }
  while (reader.offset < bytes.length) {
    const stream = readVarint(reader) + STREAM_MIN
    numbers.set(stream, readVarint(reader))
  }
  return { epoch, numbers }
}

/** Beyond 32 bits, so with division in place of shifts. */
function writeVarint(bytes: Buffer, value: number, start: number): number {
  let offset = start
  let rest = value
  while (rest >= 0x80) {
    bytes[offset++] = (rest % 0x80) | 0x80
    rest = Math.floor(rest / 0x80)
  }
  bytes[offset++] = rest
  return offset
}

function readVarint(reader: { bytes: Buffer; offset: number }): number {
  let value = 0
  let scale = 1
  for (;;) {
    const byte = reader.bytes[reader.offset++]
    if (byte === undefined) throw new RangeError('A cursor ends within a number.')
    value += (byte & 0x7f) * scale
    if (byte < 0x80) return value
    scale *= 0x80
  }
}
