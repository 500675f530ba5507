import type { WaitingUnits } from '../../availability/arithmetic.ts'
import {
  type ConsideredLocation,
  type Sourced,
  type SourcedLine,
  type SourcedPart,
  type SourcingQuestion,
  source,
  type WantedUnits,
} from '../../availability/sourcing.ts'
import type { View } from '../decision.ts'
import { positionKey } from '../state.ts'

/**
 * Sources a cart of which some lines are wanted by a date: first the lines that are wanted now, then those for each date, the earliest first, each out of
 * what those before it have left. Of what a line for a date gets, as much as is there is taken now, and the rest waits for what is due by then.
 */
export function sourceByDate(
  question: Omit<SourcingQuestion, 'atf'>,
  channelId: string,
  view: Pick<View, 'atf' | 'offered'>,
): Sourced {
  const cart = new CartByDate(channelId, view)
  const dates = [...new Set(question.lines.map(timeOf))].sort((a, b) => a - b)
  const groups = dates.map((time): Group => {
    const places = [...question.lines.keys()].filter((place) => timeOf(question.lines[place]) === time)
    const lines = places.flatMap((place) => question.lines[place] ?? [])
    const by = lines[0]?.by ?? null
    const sourced = source({ ...question, lines, atf: (sku, locationId) => cart.available(sku, locationId, by) })
    return { places, sourced, lines: sourced.lines.map((line) => cart.take(line)) }
  })
  return new SourcedByDate(groups)
}

/** What is wanted now comes first. */
function timeOf(line: WantedUnits | undefined): number {
  return line?.by?.getTime() ?? Number.NEGATIVE_INFINITY
}

/** Lines that are wanted by the same date. */
interface Group {
  /** Their places in the cart. */
  readonly places: readonly number[]
  readonly sourced: Sourced
  readonly lines: readonly SourcedLine[]
}

/** What the lines so far have taken: units that are there as what waits for no date, which counts at every date as well. */
class CartByDate {
  readonly #channelId: string
  readonly #view: Pick<View, 'atf' | 'offered'>
  readonly #taken = new Map<string, WaitingUnits[]>()

  constructor(channelId: string, view: Pick<View, 'atf' | 'offered'>) {
    this.#channelId = channelId
    this.#view = view
  }

  available(sku: string, locationId: string, by: Date | null): number {
    const taken = this.#taken.get(positionKey(sku, locationId)) ?? []
    if (by !== null) return this.#view.offered(sku, locationId, this.#channelId, by, taken)
    return this.#there(sku, locationId, taken)
  }

  take(line: SourcedLine): SourcedLine {
    const { sku, by = null } = line
    return { ...line, parts: line.parts.map((part) => this.#takePart(sku, by, part)) }
  }

  #takePart(sku: string, by: Date | null, part: SourcedPart): SourcedPart {
    const { locationId, quantity } = part
    const key = positionKey(sku, locationId)
    const taken = this.#taken.get(key) ?? []
    const there = by === null ? quantity : Math.min(quantity, Math.max(0, this.#there(sku, locationId, taken)))
    const channelId = this.#channelId
    this.#taken.set(key, [
      ...taken,
      { channelId, by: null, quantity: there },
      { channelId, by, quantity: quantity - there },
    ])
    return { ...part, waiting: quantity - there }
  }

  #there(sku: string, locationId: string, taken: readonly WaitingUnits[]): number {
    const gone = taken.reduce((sum, units) => (units.by === null ? sum + units.quantity : sum), 0)
    return this.#view.atf(sku, locationId, this.#channelId) - gone
  }
}

/** The groups as one cart. Units for different dates are different parcels, so the fewest are looked for within each date. */
class SourcedByDate implements Sourced {
  readonly strategy: Sourced['strategy']
  readonly lines: readonly SourcedLine[]
  readonly provenFewest: boolean | null
  readonly #groups: readonly Group[]

  constructor(groups: readonly Group[]) {
    const [first] = groups
    if (first === undefined) throw new Error('A cart needs a line')
    this.#groups = groups
    this.strategy = first.sourced.strategy
    const lines: SourcedLine[] = []
    for (const group of groups) {
      for (const [index, line] of group.lines.entries()) lines[group.places[index] ?? -1] = line
    }
    this.lines = lines
    const proven = groups.map(({ sourced }) => sourced.provenFewest)
    this.provenFewest = proven.includes(null) ? null : !proven.includes(false)
  }

  distanceMeters(locationId: string): number | null {
    return this.#groups[0]?.sourced.distanceMeters(locationId) ?? null
  }

  considered(line: number, first: number): ConsideredLocation[] {
    const group = this.#groups.find(({ places }) => places.includes(line))
    if (group === undefined) throw new Error(`The cart has no line ${line}`)
    return group.sourced.considered(group.places.indexOf(line), first)
  }
}
