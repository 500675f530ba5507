import type { PromisedUnits, WaitingUnits } from '../availability/arithmetic.ts'
import type { Place, ReservationLine } from './documents.ts'

/** A line with units that wait for supply that is due by a date. */
export type PromisedLine = ReservationLine & { readonly promisedBy: Date }

const NO_QUEUES: ReadonlyMap<string, Queue> = new Map()
const NO_UNITS: ReadonlyMap<string, WaitingUnits> = new Map()

/** Who waits at a position for one channel, in the order of filling. What one of them cannot have because it is kept from the channel, those behind cannot have either. */
export class Queue {
  readonly sku: string
  readonly locationId: string
  readonly channelId: string
  readonly #lines: ReservationLine[] = []
  /** Where the queue begins in them. Mostly the first leaves, and of thousands the others are not to be moved up for each. */
  #start = 0
  /**
   * The last line that was read, where there are more of them: who stands behind it is not known, though some may be here, because they were named or have come
   * just now. Undefined: all are known.
   */
  readTo: ReservationLine | undefined

  constructor({ sku, locationId, channelId }: ReservationLine) {
    this.sku = sku
    this.locationId = locationId
    this.channelId = channelId
  }

  /** Who is filled next; undefined where nobody is, or where it is not known. */
  get first(): ReservationLine | undefined {
    const { front } = this
    if (front === undefined || this.readTo === undefined) return front
    return inOrderOfFilling(front, this.readTo) <= 0 ? front : undefined
  }

  /** The first of those who are known. */
  get front(): ReservationLine | undefined {
    return this.#lines[this.#start]
  }

  /** The last of those who are known. */
  get last(): ReservationLine | undefined {
    return this.#start < this.#lines.length ? this.#lines.at(-1) : undefined
  }

  *lines(): Iterable<ReservationLine> {
    for (let place = this.#start; place < this.#lines.length; place++) {
      const line = this.#lines[place]
      if (line !== undefined) yield line
    }
  }

  /** Whether all are known that were promised something for a date: they come first. */
  get knowsPromised(): boolean {
    return this.readTo === undefined || this.readTo.promisedBy === null
  }

  add(line: ReservationLine): void {
    const place = this.#placeOf(line)
    if (place === this.#start && place > 0) this.#lines[--this.#start] = line
    else this.#lines.splice(place, 0, line)
  }

  remove(line: ReservationLine): void {
    const place = this.#placeOf(line)
    if (this.#lines[place] !== line) return
    if (place === this.#start) this.#start++
    else this.#lines.splice(place, 1)
  }

  /** How many are filled before the line. Mostly they come in order. */
  #placeOf(line: ReservationLine): number {
    const lines = this.#lines
    let from = this.#start
    let to = lines.length
    const last = lines[to - 1]
    if (from < to && last !== undefined && inOrderOfFilling(last, line) < 0) return to
    while (from < to) {
      const middle = (from + to) >> 1
      const other = lines[middle]
      if (other !== undefined && inOrderOfFilling(other, line) < 0) from = middle + 1
      else to = middle
    }
    return from
  }
}

/**
 * Lines with something backordered, by position and channel, and how much of it waits until when. Of many that wait at a position not all are read, as a decision
 * mostly concerns none of them, or the first; how much waits in sum is then read by itself.
 */
export class WaitingLines {
  readonly #queues = new Map<string, Map<string, Queue>>()
  readonly #units = new Map<string, Map<string, WaitingUnits>>()
  /** Positions of which sums are known although not all lines are. */
  readonly #summed = new Set<string>()
  /** Units of those who were not read, where they were asked for: it changes by nothing else than by being taken. */
  readonly #unread = new Map<Queue, number>()

  /** A line stands in place of another one, or of none. */
  replace(before: ReservationLine | undefined, line: ReservationLine): void {
    if (before !== undefined && before.backordered > 0) {
      this.#queues.get(placeOf(before))?.get(before.channelId)?.remove(before)
      this.#count(before, -before.backordered)
    }
    if (line.backordered === 0) return
    this.#queueOf(line).add(line)
    this.#count(line, line.backordered)
  }

  /** There are more behind this line, of its channel at its position, that were not read. */
  noteReadTo(line: ReservationLine): void {
    this.#queueOf(line).readTo = line
  }

  /** What waits at a position, as it was summed up in the database after all lines were read that are read; null: nothing does. */
  setUnits(place: Place, units: readonly WaitingUnits[]): void {
    this.#summed.add(placeOf(place))
    this.#units.set(placeOf(place), new Map(units.map((one) => [unitsKey(one), one])))
  }

  queuesAt(place: Place): Iterable<Queue> {
    return (this.#queues.get(placeOf(place)) ?? NO_QUEUES).values()
  }

  queues(): Queue[] {
    return [...this.#queues.values()].flatMap((queues) => [...queues.values()])
  }

  /** Those that are promised for a date, in the order in which they are filled; undefined where there are more than were read. */
  promisedAt(place: Place): PromisedLine[] | undefined {
    const promised: PromisedLine[] = []
    for (const queue of this.queuesAt(place)) {
      if (!queue.knowsPromised) return undefined
      for (const line of queue.lines()) {
        if (!isPromised(line)) break
        promised.push(line)
      }
    }
    return promised.sort(inOrderOfFilling)
  }

  /** Whether somebody who waits there was promised something for a date. */
  isPromisedAt(place: Place): boolean {
    for (const { front } of this.queuesAt(place)) if (front !== undefined && isPromised(front)) return true
    return false
  }

  /** What waits at a position, in sum. */
  unitsAt(place: Place): WaitingUnits[] {
    if (!this.knowsUnits(place)) throw new Error(`What waits of ${place.sku} at ${place.locationId} was not loaded`)
    const units = this.#units.get(placeOf(place)) ?? NO_UNITS
    return [...units.values()].filter(({ quantity }) => quantity > 0)
  }

  /** What is promised for dates at a position in sum, the earliest date first. */
  promisedUnitsAt(place: Place): PromisedUnits[] {
    return this.unitsAt(place)
      .flatMap((units) => (units.by === null ? [] : [{ ...units, by: units.by }]))
      .sort((a, b) => a.by.getTime() - b.by.getTime() || (a.channelId < b.channelId ? -1 : 1))
  }

  knowsUnits(place: Place): boolean {
    return this.#summed.has(placeOf(place)) || !this.isReadInPart(place)
  }

  /** Whether more lines wait at a position than were read. */
  isReadInPart(place: Place): boolean {
    for (const { readTo } of this.queuesAt(place)) if (readTo !== undefined) return true
    return false
  }

  /** What waits in a queue, in sum. */
  unitsIn(queue: Queue): WaitingUnits[] {
    return this.unitsAt(queue).filter(({ channelId }) => channelId === queue.channelId)
  }

  /** Units of those in a queue who were not read. */
  unreadIn(queue: Queue): number {
    if (queue.readTo === undefined) return 0
    let unread = this.#unread.get(queue)
    if (unread === undefined) {
      unread = 0
      for (const units of this.unitsIn(queue)) unread += units.quantity
      for (const line of queue.lines()) unread -= line.backordered
      this.#unread.set(queue, unread)
    }
    return unread
  }

  /** So many units of those in a queue who were not read wait no more, of what was promised for a date or of the others. */
  takeUnread(queue: Queue, by: Date | null, quantity: number): void {
    const unread = this.unreadIn(queue) - quantity
    this.#unread.set(queue, unread)
    this.#add(queue, queue.channelId, by, -quantity)
    if (unread <= 0) queue.readTo = undefined
  }

  #queueOf(line: ReservationLine): Queue {
    const place = placeOf(line)
    const queues = this.#queues.get(place) ?? new Map<string, Queue>()
    this.#queues.set(place, queues)
    const queue = queues.get(line.channelId) ?? new Queue(line)
    queues.set(line.channelId, queue)
    return queue
  }

  #count(line: ReservationLine, quantity: number): void {
    this.#add(line, line.channelId, line.promisedBy, quantity)
  }

  #add(at: Place, channelId: string, by: Date | null, quantity: number): void {
    const place = placeOf(at)
    const units = this.#units.get(place) ?? new Map<string, WaitingUnits>()
    const key = unitsKey({ channelId, by })
    this.#units.set(place, units.set(key, { channelId, by, quantity: (units.get(key)?.quantity ?? 0) + quantity }))
  }
}

function isPromised(line: ReservationLine): line is PromisedLine {
  return line.promisedBy !== null
}

function unitsKey({ channelId, by }: Pick<WaitingUnits, 'channelId' | 'by'>): string {
  return `${by?.getTime() ?? ''} ${channelId}`
}

function placeOf({ sku, locationId }: Place): string {
  return `${sku}\u0000${locationId}`
}

/** What was promised for a date goes first, the earliest date before others; then by age. The index of lines that wait has the same order. */
export function inOrderOfFilling(a: ReservationLine, b: ReservationLine): number {
  const byDate = timeOf(a.promisedBy) - timeOf(b.promisedBy)
  const byAge = a.placedAt.getTime() - b.placedAt.getTime()
  if (byDate !== 0 || byAge !== 0) return byDate || byAge
  if (a.reservationId === b.reservationId) return a.line - b.line
  return a.reservationId < b.reservationId ? -1 : 1
}

/** For comparing; what is for no date comes last. */
export function timeOf(date: Date | null): number {
  return date?.getTime() ?? NO_DATE
}

/** Later than any date. */
const NO_DATE = Number.MAX_SAFE_INTEGER
