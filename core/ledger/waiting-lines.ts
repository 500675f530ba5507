import type { WaitingUnits } from '../availability/arithmetic.ts'
import type { ReservationLine } from './documents.ts'
import { lineIdOf } from './ids.ts'

const NO_LINES: ReadonlyMap<string, ReservationLine> = new Map()
const NO_UNITS: ReadonlyMap<string, WaitingUnits> = new Map()

/** A line with units that wait for supply that is due by a date. */
export type PromisedLine = ReservationLine & { readonly promisedBy: Date }

/** Lines with something backordered, by position, and how much of it waits for which channel until when. */
export class WaitingLines {
  readonly #lines = new Map<string, Map<string, ReservationLine>>()
  readonly #units = new Map<string, Map<string, WaitingUnits>>()

  /** A line stands in place of another one, or of none. */
  replace(before: ReservationLine | undefined, line: ReservationLine): void {
    if (before !== undefined && before.backordered > 0) {
      this.#lines.get(placeOf(before))?.delete(lineIdOf(before.reservationId, before.line))
      this.#count(before, -before.backordered)
    }
    if (line.backordered === 0) return
    const place = placeOf(line)
    const lines = this.#lines.get(place) ?? new Map<string, ReservationLine>()
    this.#lines.set(place, lines.set(lineIdOf(line.reservationId, line.line), line))
    this.#count(line, line.backordered)
  }

  /** In the order in which they are filled. */
  at(sku: string, locationId: string): ReservationLine[] {
    const lines = this.#lines.get(placeOf({ sku, locationId })) ?? NO_LINES
    return [...lines.values()].sort(inOrderOfFilling)
  }

  /** Those that are promised for a date, in the order in which they are filled. */
  promisedAt(sku: string, locationId: string): PromisedLine[] {
    return this.at(sku, locationId).flatMap((line) => {
      const { promisedBy } = line
      return promisedBy === null ? [] : [{ ...line, promisedBy }]
    })
  }

  all(): ReservationLine[] {
    return [...this.#lines.values()].flatMap((lines) => [...lines.values()])
  }

  /** What waits at a position, in sum. */
  unitsAt(sku: string, locationId: string): WaitingUnits[] {
    const units = this.#units.get(placeOf({ sku, locationId })) ?? NO_UNITS
    return [...units.values()].filter(({ quantity }) => quantity > 0)
  }

  #count(line: ReservationLine, quantity: number): void {
    const place = placeOf(line)
    const units = this.#units.get(place) ?? new Map<string, WaitingUnits>()
    const { channelId, promisedBy: by } = line
    const key = `${by?.getTime() ?? ''} ${channelId}`
    this.#units.set(place, units.set(key, { channelId, by, quantity: (units.get(key)?.quantity ?? 0) + quantity }))
  }
}

function placeOf({ sku, locationId }: Pick<ReservationLine, 'sku' | 'locationId'>): string {
  return `${sku}\u0000${locationId}`
}

/** What was promised for a date goes first, the earliest date before others; then by age. */
export function inOrderOfFilling(a: ReservationLine, b: ReservationLine): number {
  const byDate = (a.promisedBy?.getTime() ?? NO_DATE) - (b.promisedBy?.getTime() ?? NO_DATE)
  const byAge = a.placedAt.getTime() - b.placedAt.getTime()
  if (byDate !== 0 || byAge !== 0) return byDate || byAge
  return a.reservationId === b.reservationId ? a.line - b.line : a.reservationId < b.reservationId ? -1 : 1
}

/** Later than any date. */
const NO_DATE = Number.MAX_SAFE_INTEGER
