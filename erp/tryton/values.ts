/** The forms in which Tryton's JSON carries what JSON has no form for. */

export interface TrytonDecimal {
  readonly __class__: 'Decimal'
  readonly decimal: string
}

export interface TrytonDate {
  readonly __class__: 'date'
  readonly year: number
  readonly month: number
  readonly day: number
}

export interface TrytonDateTime {
  readonly __class__: 'datetime'
  readonly year: number
  readonly month: number
  readonly day: number
  readonly hour: number
  readonly minute: number
  readonly second: number
  readonly microsecond: number
}

/**
 * A moment of Tryton's, to the microsecond: ISO 8601 in UTC with six places, so that comparing texts compares moments. Its records bear the time of the database without a zone;
 * Tryton keeps that in UTC.
 */
export type Stamp = string

export const FIRST_STAMP: Stamp = '0001-01-01T00:00:00.000000Z'

export function toStamp(value: TrytonDateTime): Stamp {
  const pad = (number: number, length: number) => String(number).padStart(length, '0')
  const day = `${pad(value.year, 4)}-${pad(value.month, 2)}-${pad(value.day, 2)}`
  const time = `${pad(value.hour, 2)}:${pad(value.minute, 2)}:${pad(value.second, 2)}`
  return `${day}T${time}.${pad(value.microsecond, 6)}Z`
}

const STAMP = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)\.(\d{6})Z$/

export function isStamp(text: unknown): text is Stamp {
  return typeof text === 'string' && STAMP.test(text)
}

export function fromStamp(stamp: Stamp): TrytonDateTime {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0, microsecond = 0] = (STAMP.exec(stamp) ?? [])
    .slice(1)
    .map(Number)
  return { __class__: 'datetime', year, month, day, hour, minute, second, microsecond }
}

/** So many seconds earlier; never before the first there is. */
export function stampBefore(stamp: Stamp, seconds: number): Stamp {
  const micros = stamp.slice(23, 26)
  const ms = Date.parse(`${stamp.slice(0, 23)}Z`) - seconds * 1_000
  const earlier = new Date(ms)
  if (!(earlier.getTime() > Date.parse('0001-01-02T00:00:00Z'))) return FIRST_STAMP
  return `${earlier.toISOString().slice(0, 23)}${micros}Z`
}

export function stampOf(date: Date): Stamp {
  return `${date.toISOString().slice(0, 23)}000Z`
}

export function dateOf(stamp: Stamp): Date {
  return new Date(`${stamp.slice(0, 23)}Z`)
}

/** The calendar's day of a moment in a time zone. */
export function dayOf(moment: Date, timeZone: string): TrytonDate {
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
    .format(moment)
    .split('-')
    .map(Number)
  const [year = 0, month = 0, day = 0] = parts
  return { __class__: 'date', year, month, day }
}

export function decimalOf(text: string): TrytonDecimal {
  return { __class__: 'Decimal', decimal: text }
}
