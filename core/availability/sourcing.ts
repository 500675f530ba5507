import type { ChannelLocation } from '../ledger/documents.ts'
import { distanceTo, type Point } from './distance.ts'
import { fewestLocations } from './fewest-locations.ts'

/** How the hub chooses where no location is named. */
export type SourcingStrategy =
  /** In the channel's order. */
  | 'PRIORITY'
  /** By distance to a point; what has no coordinates comes last. Equally far: in the channel's order. */
  | 'NEAREST'
  /** As few locations as possible for the whole cart. Equally few: the nearest where a point is given, else in the channel's order. */
  | 'FEWEST_PARCELS'

/** Units that somebody wants. */
export interface WantedUnits {
  readonly sku: string
  /** There and nowhere else; null: the hub chooses, and may split. */
  readonly locationId: string | null
  /** Base units, at least 1. */
  readonly quantity: number
  /** By when; absent or null: now. */
  readonly by?: Date | null
}

/** What choosing needs to know of a location. */
export interface Place {
  readonly latitude: number | null
  readonly longitude: number | null
  /** Nothing is taken from a closed one unless it is named. */
  readonly closed: boolean
}

export interface SourcingQuestion {
  readonly lines: readonly WantedUnits[]
  readonly strategy: SourcingStrategy
  readonly near: Point | null
  /** The channel's locations, by priority and then by id. */
  readonly locations: readonly ChannelLocation[]
  readonly place: (locationId: string) => Place | undefined
  /**
   * Base units of each SKU that the channel keeps back from what its locations have together. At 0 nothing but the named locations is looked at for a
   * SKU whose lines all name theirs.
   */
  readonly buffer: number
  /** Available to fulfil for the channel, in base units, or what can be had by the date of these lines; may be negative. */
  readonly atf: (sku: string, locationId: string) => number
}

/** Why a line stands where it stands. */
export type SourcingChoice =
  /** The location was named. */
  | 'NAMED'
  /** At the first location, in the order of the strategy, that has all that the line gets. */
  | 'WHOLE'
  /** No single one of the locations has all that the line gets: from several of them, in the order of the strategy. */
  | 'SPLIT'
  /** Nothing is there for it. */
  | 'NOTHING'

/** What became of a location that was looked at for a line. */
export type SourcingVerdict =
  /** Units are taken from it. */
  | 'CHOSEN'
  /** It is closed. */
  | 'CLOSED'
  /** It has nothing. */
  | 'EMPTY'
  /** What it has goes to other lines of the cart. */
  | 'TAKEN'
  /** It has some, but another one has all that the line gets. */
  | 'TOO_LITTLE'
  /** It has some, but others were preferred and have enough. */
  | 'NOT_NEEDED'

export interface SourcedPart {
  readonly locationId: string
  readonly quantity: number
  /** Of the quantity, what is not there yet, and is promised for the line's date. Absent: nothing. */
  readonly waiting?: number
}

export interface SourcedLine extends WantedUnits {
  /** As much of the quantity as there is for it beside the lines before it. The sum of its parts. */
  readonly available: number
  readonly parts: readonly SourcedPart[]
  /** Where what is not covered waits; null where the channel has no location at all. */
  readonly restAt: string | null
  readonly choice: SourcingChoice
}

/** One location that was looked at for a line. */
export interface ConsideredLocation {
  readonly locationId: string
  /** In the channel; null for one that does not serve it, as facts may name. */
  readonly priority: number | null
  readonly distanceMeters: number | null
  /** Available to fulfil for the channel before the cart took anything; for a line with a date what can be had by then, beside earlier dates. */
  readonly atf: number
  /** Taken from it for this line. */
  readonly quantity: number
  readonly verdict: SourcingVerdict
}

export interface Sourced {
  readonly strategy: SourcingStrategy
  readonly lines: readonly SourcedLine[]
  /** Whether it is certain that fewer locations do not have the cart; null where that was not the aim. */
  readonly provenFewest: boolean | null
  distanceMeters(locationId: string): number | null
  /** What was looked at for a line: what is taken from first, then the others in the order in which they are asked. Worked out when it is called. */
  considered(line: number, first: number): ConsideredLocation[]
}

/**
 * Decides how much of each line there is, and from where. How much does not depend on the strategy: every line, in the order of the cart, gets all that
 * can be had beside the lines before it. A line that names its location is content with that one only, so the others make room for it. If there is any
 * way to have the whole cart, every line is whole.
 *
 * Never takes more from a location than its atf, nor more of a SKU than the channel's uncapped ats. Pure; the same question gets the same answer.
 */
export function source(question: SourcingQuestion): Sourced {
  return new Sourcing(question)
}

/** A named location for one SKU. */
interface Spot {
  readonly atf: number
  /** Part of what the channel may choose from. */
  readonly pooled: boolean
  left: number
}

/** One SKU, over the locations that are looked at for it. */
interface Shelf {
  /** By place in the channel's list; undefined where only named locations are looked at. */
  readonly atfs: Float64Array | undefined
  /** What is left at each of the channel's open locations, once it was given to lines. */
  readonly units: Float64Array | undefined
  /** What is left for the channel as a whole. */
  left: number
  readonly spots: Map<string, Spot>
}

class Sourcing implements Sourced {
  readonly strategy: SourcingStrategy
  readonly lines: readonly SourcedLine[]
  readonly provenFewest: boolean | null
  readonly #question: SourcingQuestion
  readonly #shelves = new Map<string, Shelf>()
  /** SKUs for which all of the channel's locations are looked at. */
  readonly #everywhere = new Set<string>()
  /** By place in the channel's list; these are made when they are first needed, as a line that names its location needs none of them. */
  #closed: readonly boolean[] | undefined
  #indexes: ReadonlyMap<string, number> | undefined
  #ordered: readonly number[] | undefined

  constructor(question: SourcingQuestion) {
    this.#question = question
    this.strategy = question.strategy
    const { lines, buffer } = question
    for (const { sku, locationId } of lines) if (locationId === null || buffer > 0) this.#everywhere.add(sku)

    const available = lines.map((line) => this.#grant(line))
    const parts = lines.map((line, index): readonly SourcedPart[] => {
      const quantity = available[index] ?? 0
      return line.locationId === null || quantity === 0 ? [] : [this.#takeNamed(line.sku, line.locationId, quantity)]
    })

    const free = [...lines.keys()].filter((index) => lines[index]?.locationId === null && (available[index] ?? 0) > 0)
    const fewest = this.strategy === 'FEWEST_PARCELS' ? this.#fewest(free, available, parts) : undefined
    this.provenFewest = fewest?.proven ?? (this.strategy === 'FEWEST_PARCELS' ? true : null)
    const order = fewest?.order ?? (free.length === 0 ? [] : this.#order())
    for (const index of free) parts[index] = this.#takeInOrder(lines[index]?.sku ?? '', available[index] ?? 0, order)

    this.lines = lines.map((line, index) => {
      const taken = parts[index] ?? []
      return {
        sku: line.sku,
        locationId: line.locationId,
        quantity: line.quantity,
        by: line.by ?? null,
        available: available[index] ?? 0,
        parts: taken,
        restAt: line.locationId ?? taken.at(-1)?.locationId ?? this.#firstOf(order),
        choice:
          taken.length === 0 ? 'NOTHING' : line.locationId !== null ? 'NAMED' : taken.length > 1 ? 'SPLIT' : 'WHOLE',
      }
    })
  }

  distanceMeters(locationId: string): number | null {
    return distanceTo(this.#question.near, this.#question.place(locationId))
  }

  considered(line: number, first: number): ConsideredLocation[] {
    const sourced = this.lines[line]
    if (sourced === undefined) throw new Error(`The cart has no line ${line}`)
    const { locations } = this.#question
    const closed = this.#closedOnes()
    const places = [...this.#order(), ...[...locations.keys()].filter((index) => closed[index] === true)]
    const looked =
      sourced.locationId !== null
        ? [sourced.locationId]
        : new Set([
            ...sourced.parts.map(({ locationId }) => locationId),
            ...places.map((index) => locations[index]?.locationId ?? ''),
          ])
    return [...looked].slice(0, first).map((locationId) => this.#consideredOf(sourced, line, locationId))
  }

  #consideredOf(line: SourcedLine, number: number, locationId: string): ConsideredLocation {
    const atf = this.#atfOf(line.sku, locationId)
    const index = this.#index().get(locationId)
    const priority = index === undefined ? null : (this.#question.locations[index]?.priority ?? null)
    const quantity = takenFrom(line, locationId)
    // Of what it had, lines that named it and lines before this one come first.
    const others = this.lines.reduce((sum, other, index) => {
      const before = index < number || (other.locationId !== null && index !== number)
      return before && other.sku === line.sku ? sum + takenFrom(other, locationId) : sum
    }, 0)
    const verdict = (): SourcingVerdict => {
      if (quantity > 0) return 'CHOSEN'
      if (line.locationId === null && this.#question.place(locationId)?.closed === true) return 'CLOSED'
      if (atf <= 0) return 'EMPTY'
      if (atf <= others) return 'TAKEN'
      return line.choice === 'WHOLE' && atf - others < line.available ? 'TOO_LITTLE' : 'NOT_NEEDED'
    }
    const distance = this.distanceMeters(locationId)
    return { locationId, priority, distanceMeters: distance, atf, quantity, verdict: verdict() }
  }

  #atfOf(sku: string, locationId: string): number {
    const shelf = this.#shelf(sku)
    const index = this.#index().get(locationId)
    return shelf.spots.get(locationId)?.atf ?? (index === undefined ? 0 : (shelf.atfs?.[index] ?? 0))
  }

  /** As much of a line as can be had, whatever is chosen for the others. */
  #grant({ sku, locationId, quantity }: WantedUnits): number {
    const shelf = this.#shelf(sku)
    if (locationId === null) {
      const granted = Math.max(0, Math.min(quantity, shelf.left))
      shelf.left -= granted
      return granted
    }
    const spot = this.#spot(shelf, sku, locationId)
    const granted = Math.max(0, Math.min(quantity, spot.left, spot.pooled ? shelf.left : spot.left))
    spot.left -= granted
    if (spot.pooled) shelf.left -= granted
    return granted
  }

  #takeNamed(sku: string, locationId: string, quantity: number): SourcedPart {
    const { units, spots } = this.#shelf(sku)
    if (units !== undefined && spots.get(locationId)?.pooled === true) {
      const index = this.#index().get(locationId)
      if (index !== undefined) units[index] = (units[index] ?? 0) - quantity
    }
    return { locationId, quantity }
  }

  /** From the first location that has all of it; else from one after the other. */
  #takeInOrder(sku: string, quantity: number, order: readonly number[]): SourcedPart[] {
    const { units } = this.#shelf(sku)
    if (units === undefined) throw new Error(`The channel's locations were not looked at for ${sku}`)
    const whole = order.find((index) => (units[index] ?? 0) >= quantity)
    const parts: SourcedPart[] = []
    let left = quantity
    for (const index of whole === undefined ? order : [whole]) {
      const taken = Math.min(left, units[index] ?? 0)
      if (taken <= 0) continue
      units[index] = (units[index] ?? 0) - taken
      left -= taken
      parts.push({ locationId: this.#question.locations[index]?.locationId ?? '', quantity: taken })
      if (left === 0) break
    }
    if (left > 0) throw new Error(`${left} of ${sku} were granted, but are nowhere`)
    return parts
  }

  /** The fewest locations for all lines that leave the choice, those included that are used anyway because they were named. */
  #fewest(free: readonly number[], available: readonly number[], parts: readonly (readonly SourcedPart[])[]) {
    if (free.length === 0) return undefined
    const order = this.#order()
    const needs = new Map<string, number>()
    for (const index of free) {
      const sku = this.#question.lines[index]?.sku ?? ''
      needs.set(sku, (needs.get(sku) ?? 0) + (available[index] ?? 0))
    }
    const named = new Set(parts.flatMap((of) => of.map(({ locationId }) => locationId)))
    const given = new Set(
      [...order.keys()].filter((at) => named.has(this.#question.locations[order[at] ?? -1]?.locationId ?? '')),
    )
    const { places, proven } = fewestLocations(
      [...needs.values()],
      [...needs.keys()].map((sku) => {
        const { units } = this.#shelf(sku)
        const ordered = new Float64Array(order.length)
        for (let at = 0; at < order.length; at++) ordered[at] = units?.[order[at] ?? -1] ?? 0
        return ordered
      }),
      given,
    )
    const used = [...new Set([...given, ...places])].sort((a, b) => a - b)
    return { order: used.map((at) => order[at] ?? 0), proven }
  }

  /** Where the rest of a line goes that has no part: to a parcel there is anyway, else to the location that is asked first. */
  #firstOf(order: readonly number[]): string | null {
    const { locations } = this.#question
    const first = order[0] ?? this.#order()[0] ?? 0
    return locations[first]?.locationId ?? null
  }

  /** Open locations by their place in the channel's list, in the order in which they are asked. */
  #order(): readonly number[] {
    if (this.#ordered !== undefined) return this.#ordered
    const { locations, near } = this.#question
    const closed = this.#closedOnes()
    const open = [...locations.keys()].filter((index) => closed[index] === false)
    if (near !== null && this.strategy !== 'PRIORITY') {
      const distances = locations.map(({ locationId }) => this.distanceMeters(locationId) ?? Number.POSITIVE_INFINITY)
      const at = (index: number): number => distances[index] ?? Number.POSITIVE_INFINITY
      // What is equally far, or nowhere, stays in the channel's order: sorting is stable. (Infinite distances have no difference.)
      open.sort((a, b) => (at(a) === at(b) ? 0 : at(a) - at(b)))
    }
    this.#ordered = open
    return open
  }

  #closedOnes(): readonly boolean[] {
    const { locations, place } = this.#question
    this.#closed ??= locations.map(({ locationId }) => place(locationId)?.closed === true)
    return this.#closed
  }

  #index(): ReadonlyMap<string, number> {
    this.#indexes ??= new Map(this.#question.locations.map(({ locationId }, index) => [locationId, index]))
    return this.#indexes
  }

  #shelf(sku: string): Shelf {
    const known = this.#shelves.get(sku)
    if (known !== undefined) return known
    const shelf: Shelf = this.#everywhere.has(sku)
      ? this.#wholeShelf(sku)
      : { atfs: undefined, units: undefined, left: Number.POSITIVE_INFINITY, spots: new Map() }
    this.#shelves.set(sku, shelf)
    return shelf
  }

  #wholeShelf(sku: string): Shelf {
    const { locations, atf, buffer } = this.#question
    const closed = this.#closedOnes()
    const atfs = new Float64Array(locations.length)
    const units = new Float64Array(locations.length)
    let sum = 0
    for (let index = 0; index < locations.length; index++) {
      const available = atf(sku, locations[index]?.locationId ?? '')
      atfs[index] = available
      if (available <= 0 || closed[index] === true) continue
      units[index] = available
      sum += available
    }
    return { atfs, units, left: Math.max(0, sum - buffer), spots: new Map() }
  }

  #spot(shelf: Shelf, sku: string, locationId: string): Spot {
    const known = shelf.spots.get(locationId)
    if (known !== undefined) return known
    const atf = this.#question.atf(sku, locationId)
    const pooled =
      shelf.atfs !== undefined && this.#index().has(locationId) && this.#question.place(locationId)?.closed !== true
    const spot = { atf, pooled, left: Math.max(0, atf) }
    shelf.spots.set(locationId, spot)
    return spot
  }
}

function takenFrom({ parts }: SourcedLine, locationId: string): number {
  return parts.reduce((sum, part) => (part.locationId === locationId ? sum + part.quantity : sum), 0)
}
