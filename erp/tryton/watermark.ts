import { isRec } from './records.ts'
import { FIRST_STAMP, isStamp, type Stamp } from './values.ts'

/** How far a pull has come. */
export interface Watermark {
  /** Whatever bears this time or an earlier one was handed over, but for what a transaction longer than the overlap commits. */
  readonly from: Stamp
  /** By the ERP's clock: what it had committed by then was handed over. */
  readonly upTo: Stamp
  /** Set while a scan is under way, which takes several pages. */
  readonly scan?: Scan
}

export interface Scan {
  /** `from` and `upTo` once it is through. */
  readonly next: Stamp
  readonly upTo: Stamp
  readonly phase: 'items' | 'moves' | 'counts'
  /** The last id that was handed over. */
  readonly after: number
}

export const BEGINNING: Watermark = { from: FIRST_STAMP, upTo: FIRST_STAMP }

export function writeWatermark({ from, upTo, scan }: Watermark): string {
  return JSON.stringify(scan === undefined ? { v: 1, from, upTo } : { v: 1, from, upTo, scan })
}

export function readWatermark(text: string | null): Watermark {
  if (text === null) return BEGINNING
  const value: unknown = JSON.parse(text)
  if (!isRec(value) || value.v !== 1 || !isStamp(value.from) || !isStamp(value.upTo))
    throw new Error(`"${text}" is no watermark of a Tryton`)
  const { from, upTo, scan } = value
  if (scan === undefined) return { from, upTo }
  if (
    !isRec(scan) ||
    !isStamp(scan.next) ||
    !isStamp(scan.upTo) ||
    (scan.phase !== 'items' && scan.phase !== 'moves' && scan.phase !== 'counts') ||
    typeof scan.after !== 'number'
  ) {
    throw new Error(`"${text}" is no watermark of a Tryton`)
  }
  return { from, upTo, scan: { next: scan.next, upTo: scan.upTo, phase: scan.phase, after: scan.after } }
}
