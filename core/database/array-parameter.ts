/**
 * Whole columns as one parameter of a statement: `unnest($1::text[], $2::bigint[])`. To PostgreSQL they go in its binary format (array_send of its source,
 * src/backend/utils/adt/arrayfuncs.c), written once into the bytes that are sent: as text, quoting, escaping and encoding them took a third of the time of
 * a batch here, and reading them nearly as much there. PGlite, which takes text, gets the literal of the manual (8.15.2 "Array Value Input").
 */
export class ArrayParameter {
  readonly #toBuffer: () => Buffer
  readonly #toText: () => string

  constructor(toBuffer: () => Buffer, toText: () => string) {
    this.#toBuffer = toBuffer
    this.#toText = toText
  }

  /** Called by pg. */
  toPostgres(): Buffer {
    return this.#toBuffer()
  }

  toText(): string {
    return this.#toText()
  }
}

// Identifiers of PostgreSQL's types, from its catalogue pg_type.
const BYTEA = 17
const INT8 = 20
const INT2 = 21
const TEXT = 25
const JSON_TEXT = 114
const TIMESTAMPTZ = 1184

type Integer = number | null

/** For `::smallint[]`: buckets, line numbers. */
export function smallints<T>(rows: readonly T[], of: (row: T) => Integer): ArrayParameter {
  return fixed(INT2, 2, rows, of, (value, at) => {
    slab[at] = value >> 8
    slab[at + 1] = value
  })
}

/** For `::bigint[]`: whole numbers within ±(2^53 − 1). */
export function bigints<T>(rows: readonly T[], of: (row: T) => Integer): ArrayParameter {
  return fixed(INT8, 8, rows, of, writeInt64)
}

/** Microseconds from 1970 to 2000, where PostgreSQL's time begins. */
const EPOCH_2000_MS = 946_684_800_000

/** For `::timestamptz[]`. */
export function timestamps<T>(rows: readonly T[], of: (row: T) => Date | null): ArrayParameter {
  const toBuffer = () =>
    fixed(
      TIMESTAMPTZ,
      8,
      rows,
      (row) => {
        const moment = of(row)
        return moment === null ? null : moment.getTime() - EPOCH_2000_MS
      },
      writeMilliseconds,
    ).toPostgres()
  return new ArrayParameter(toBuffer, () =>
    literal(rows, (row) => {
      const moment = of(row)
      return moment === null ? null : moment.toISOString()
    }),
  )
}

/** For `::text[]`. */
export function texts<T>(rows: readonly T[], of: (row: T) => string | null): ArrayParameter {
  return variable(TEXT, rows, of, 'utf8')
}

/** For `::json[]`: JSON as text. */
export function jsons<T>(rows: readonly T[], of: (row: T) => string | null): ArrayParameter {
  return variable(JSON_TEXT, rows, of, 'utf8')
}

/** For `::bytea[]`: bytes in hexadecimal. */
export function hexBytes<T>(rows: readonly T[], of: (row: T) => string | null): ArrayParameter {
  const toBuffer = () => variable(BYTEA, rows, of, 'hex').toPostgres()
  return new ArrayParameter(toBuffer, () =>
    literal(rows, (row) => {
      const hex = of(row)
      return hex === null ? null : `\\x${hex}`
    }),
  )
}

/** Columns are put together one behind another in slabs. What is handed out is a view, and a slab that is full is left to whoever still looks at it. */
const SLAB_BYTES = 1024 * 1024

let slab = Buffer.allocUnsafeSlow(SLAB_BYTES)
/** Where the next column begins, or the present one did. */
let begun = 0

/** Makes room for so many bytes of the present column, and answers where the next of them goes. */
function reserve(bytes: number, at: number): number {
  const used = at - begun
  if (begun + bytes <= slab.length) return at
  const larger = Buffer.allocUnsafeSlow(Math.max(SLAB_BYTES, bytes * 2))
  slab.copy(larger, 0, begun, at)
  slab = larger
  begun = 0
  return used
}

function finished(at: number): Buffer {
  const column = slab.subarray(begun, at)
  begun = at
  // One huge event should not keep its room for ever.
  if (slab.length > SLAB_BYTES) {
    slab = Buffer.allocUnsafeSlow(SLAB_BYTES)
    begun = 0
  }
  return column
}

const HEADER_BYTES = 20

/** Begins a column with room for its header and `bytes` more; answers where its elements go. */
function begin(type: number, length: number, bytes: number): number {
  const at = reserve(HEADER_BYTES + bytes, begun)
  if (length === 0) {
    // An array without elements has no dimension either.
    slab.fill(0, at, at + 12)
    writeInt32(type, at + 8)
    return at + 12
  }
  writeInt32(1, at)
  writeInt32(1, at + 4)
  writeInt32(type, at + 8)
  writeInt32(length, at + 12)
  writeInt32(1, at + 16)
  return at + HEADER_BYTES
}

function fixed<T>(
  type: number,
  width: number,
  rows: readonly T[],
  of: (row: T) => Integer,
  write: (value: number, at: number) => void,
): ArrayParameter {
  const toBuffer = () => {
    let at = begin(type, rows.length, rows.length * (4 + width))
    for (const row of rows) {
      const value = of(row)
      if (value === null) {
        writeInt32(-1, at)
        at += 4
        continue
      }
      writeInt32(width, at)
      write(value, at + 4)
      at += 4 + width
    }
    return finished(at)
  }
  return new ArrayParameter(toBuffer, () => `{${rows.map((row) => of(row) ?? 'NULL').join(',')}}`)
}

function variable<T>(
  type: number,
  rows: readonly T[],
  of: (row: T) => string | null,
  encoding: 'utf8' | 'hex',
): ArrayParameter {
  const toBuffer = () => {
    let at = begin(type, rows.length, 0)
    for (const row of rows) {
      const value = of(row)
      // A UTF-16 code unit is at most three bytes of UTF-8.
      at = reserve(at - begun + 4 + (value === null ? 0 : value.length * 3), at)
      if (value === null) {
        writeInt32(-1, at)
        at += 4
        continue
      }
      const bytes = slab.write(value, at + 4, encoding)
      writeInt32(bytes, at)
      at += 4 + bytes
    }
    return finished(at)
  }
  return new ArrayParameter(toBuffer, () => literal(rows, of))
}

function writeInt32(value: number, at: number): void {
  slab[at] = value >> 24
  slab[at + 1] = value >> 16
  slab[at + 2] = value >> 8
  slab[at + 3] = value
}

const TWO_TO_32 = 2 ** 32

function writeInt64(value: number, at: number): void {
  writeInt32(Math.floor(value / TWO_TO_32), at)
  writeInt32(value % TWO_TO_32, at + 4)
}

/** Beyond some 280 years from 2000 the microseconds are no exact numbers of JavaScript any more. */
const EXACT_MS = Math.floor(Number.MAX_SAFE_INTEGER / 1000)

function writeMilliseconds(value: number, at: number): void {
  if (Math.abs(value) <= EXACT_MS) writeInt64(value * 1000, at)
  else slab.writeBigInt64BE(BigInt(value) * 1000n, at)
}

const SPECIAL = /["\\]/
const SPECIALS = /["\\]/g

function literal<T>(rows: readonly T[], of: (row: T) => string | null): string {
  const parts = rows.map((row) => {
    const value = of(row)
    if (value === null) return 'NULL'
    return SPECIAL.test(value) ? `"${value.replace(SPECIALS, '\\$&')}"` : `"${value}"`
  })
  return `{${parts.join(',')}}`
}
