import type { Balances } from '../ledger/accounts.ts'
import type { ExpectedSupply, Fence } from '../ledger/documents.ts'

/** Sellable units of a location that are neither promised nor kept back, fences not counted: sellable − held − committed − safety stock. */
export function unpromised(
  balances: Pick<Balances, 'sellable' | 'held' | 'committed'>,
  safetyStock: number,
  dueHeld = 0,
): number {
  return balances.sellable - (balances.held - dueHeld) - balances.committed - safetyStock
}

/** What of a fence is still set aside: the account `fenced` is the sum of these. Below zero it does not go: the policy may have been lowered since. */
export function leftInFence({ quantity, used }: Pick<Fence, 'quantity' | 'used'>): number {
  return Math.max(0, quantity - used)
}

/** The fences with units given back to that of a channel. */
export function givenBack(fences: readonly Fence[], channelId: string, quantity: number): Fence[] {
  return fences.map((fence) =>
    fence.channelId === channelId ? { ...fence, used: Math.max(0, fence.used - quantity) } : fence,
  )
}

/**
 * How much of each fence is there: what is left of it, as far as unpromised units go, in the order of the fences. A fence states how much is set
 * aside at most, and stock that comes later covers the rest.
 */
export function coveredFences(free: number, fences: readonly Fence[]): number[] {
  let rest = Math.max(0, free)
  return fences.map((fence) => {
    const covered = Math.min(leftInFence(fence), rest)
    rest -= covered
    return covered
  })
}

/**
 * Set aside for others than the channel: what their fences cover, so that units which are there are always for somebody. Where no channel is
 * named, all that fences ask for, there or not.
 */
export function setAside(free: number, fences: readonly Fence[], channelId: string | null): number {
  if (fences.length === 0) return 0
  if (channelId === null) return fences.reduce((sum, fence) => sum + leftInFence(fence), 0)
  const covered = coveredFences(free, fences)
  return covered.reduce((sum, units, index) => sum + (fences[index]?.channelId === channelId ? 0 : units), 0)
}

/**
 * Available to fulfil at a location for a channel, in base units: sellable − held − committed − other channels' fences (all fences where no
 * channel is named) − safety stock. May be negative, which is news and not an error. `dueHeld` is the part of `held` whose time has passed: it
 * holds nothing any more; fences that are over must not be given.
 */
export function availableToFulfil(
  balances: Pick<Balances, 'sellable' | 'held' | 'committed'>,
  safetyStock: number,
  fences: readonly Fence[],
  channelId: string | null,
  dueHeld = 0,
): number {
  const free = unpromised(balances, safetyStock, dueHeld)
  return free - setAside(free, fences, channelId)
}

/** Whether supply counts for a date: due by then. What is overdue, or due at no date that is known, counts for none. */
export function isDueBy({ dueAt }: Pick<ExpectedSupply, 'dueAt'>, by: Date, now: Date): boolean {
  return dueAt !== null && dueAt.getTime() > now.getTime() && dueAt.getTime() <= by.getTime()
}

/** Units that wait for stock at a location, for one channel. */
export interface WaitingUnits {
  readonly channelId: string
  /** For when they were promised; null: for no date. */
  readonly by: Date | null
  readonly quantity: number
}

/** What decides how much a location can promise for a date. */
export interface PromiseQuestion {
  /** Sellable units there that are not promised or kept back; `unpromised`. */
  readonly free: number
  readonly fences: readonly Fence[]
  readonly waiting: readonly WaitingUnits[]
  readonly supply: readonly ExpectedSupply[]
  readonly channelId: string
  readonly by: Date
  readonly now: Date
}

/** Available to promise: atp = free + supplyDue − backordered − fenced, at the date that decides. */
export interface Promisable {
  readonly atp: number
  /** The date that was asked for, or a later one for which units are promised where fewer are left. */
  readonly decidedBy: Date
  readonly supplyDue: number
  readonly backordered: number
  readonly fenced: number
}

/**
 * Available to promise at a location for a channel and a date: atf, and the supply that is due by then, less what waits until then. What is promised for
 * later does not count against it, as long as enough comes for that as well: it is the least of that sum at the date and at every later one for which
 * units are promised. So an early promise is not kept from anybody by late ones, and takes nothing from them. What waits for no date counts at every
 * date, as it was there first. Fences are covered by what comes too, before others get anything of it; what waits for a channel takes from its fence.
 */
export function availableToPromise({ free, fences, waiting, supply, channelId, by, now }: PromiseQuestion): Promisable {
  // Along the dates, each with what those before it have gathered: there may be thousands, as every shopper may ask for another one.
  const asked = by.getTime()
  const gathered = new Waiting()
  const later: { readonly time: number; readonly date: Date; readonly units: WaitingUnits }[] = []
  for (const units of waiting) {
    const date = units.by
    const time = date?.getTime() ?? asked
    if (date === null || time <= asked) gathered.add(units)
    else later.push({ time, date, units })
  }
  later.sort((a, b) => a.time - b.time)
  const due = new Coming(supply.filter(({ dueAt }) => dueAt !== null && dueAt.getTime() > now.getTime()))

  const leftAt = (date: Date): Promisable => {
    const supplyDue = due.by(date)
    const { backordered } = gathered
    const rest = free + supplyDue - backordered
    const lasting = fences.filter((fence) => isThereFor(fence, channelId, date)).map((fence) => gathered.takenOf(fence))
    const fenced = setAside(rest, lasting, channelId)
    return { atp: rest - fenced, decidedBy: date, supplyDue, backordered, fenced }
  }
  let least = leftAt(by)
  for (const [index, { time, date, units }] of later.entries()) {
    gathered.add(units)
    if (later[index + 1]?.time === time) continue
    const left = leftAt(date)
    if (left.atp < least.atp) least = left
  }
  return least
}

/** What waits, in sum and for each channel. */
class Waiting {
  backordered = 0
  readonly #byChannel = new Map<string, number>()

  add({ channelId, quantity }: WaitingUnits): void {
    this.backordered += quantity
    this.#byChannel.set(channelId, (this.#byChannel.get(channelId) ?? 0) + quantity)
  }

  /** The fence as it will be when what waits has come: its channel takes from it first. */
  takenOf(fence: Fence): Fence {
    const taken = this.#byChannel.get(fence.channelId) ?? 0
    return taken === 0 ? fence : { ...fence, used: fence.used + taken }
  }
}

/** What comes, asked for by one date after the other, none earlier than the one before. */
class Coming {
  readonly #entries: readonly { readonly time: number; readonly quantity: number }[]
  #next = 0
  #sum = 0

  /** Of supply that is due at no date nothing comes. */
  constructor(supply: readonly ExpectedSupply[]) {
    this.#entries = supply
      .map(({ dueAt, onOrder, inTransit }) => {
        return { time: dueAt?.getTime() ?? Number.POSITIVE_INFINITY, quantity: onOrder + inTransit }
      })
      .sort((a, b) => a.time - b.time)
  }

  by(date: Date): number {
    const time = date.getTime()
    for (let entry = this.#entries[this.#next]; entry !== undefined && entry.time <= time; ) {
      this.#sum += entry.quantity
      entry = this.#entries[++this.#next]
    }
    return this.#sum
  }
}

/** A channel's own fence helps it only while it lasts: what comes after its end covers the others' first. Theirs are counted until they have ended. */
function isThereFor(fence: Fence, channelId: string, date: Date): boolean {
  return fence.channelId !== channelId || fence.until === null || fence.until.getTime() > date.getTime()
}

/** Units promised to a channel for a date. */
export interface PromisedUnits extends WaitingUnits {
  readonly by: Date
}

/**
 * Of each of these promises, in the order in which they are filled, how many units are not covered by what is free and what is due by its date. Supply
 * counts here until it was told that it is late, so that what passes by itself is told when that is.
 */
export function uncoveredPromises({
  free,
  fences,
  promised,
  supply,
}: Pick<PromiseQuestion, 'free' | 'fences' | 'supply'> & { readonly promised: readonly PromisedUnits[] }): number[] {
  const before = new Waiting()
  // Asked for in the order of filling, which is that of the dates.
  const due = new Coming(supply.filter(({ lateTold }) => !lateTold))
  return promised.map((units) => {
    const rest = free + due.by(units.by) - before.backordered
    const lasting = fences
      .filter((fence) => isThereFor(fence, units.channelId, units.by))
      .map((fence) => before.takenOf(fence))
    const covered = Math.max(0, Math.min(units.quantity, rest - setAside(rest, lasting, units.channelId)))
    // Covered or not, it waits and is filled before those behind it.
    before.add(units)
    return units.quantity - covered
  })
}

/** What a location can give a channel by a date: what it has, and beyond that what of its supply nobody waits for. */
export function offeredBy(atf: number, atp: number): number {
  return Math.max(0, atf, atp)
}

/** What a channel may sell before its cap shortens what is shown: max(0, Σ max(0, atf) over its locations − buffer). */
export function uncappedAvailableToSell(atfs: Iterable<number>, buffer: number): number {
  let total = 0
  for (const atf of atfs) total += Math.max(0, atf)
  return Math.max(0, total - buffer)
}

/** Available to sell as shown to a channel: ats = min(cap, uncapped ats). */
export function availableToSell(atfs: Iterable<number>, channel: { buffer: number; cap: number | null }): number {
  const uncapped = uncappedAvailableToSell(atfs, channel.buffer)
  return channel.cap === null ? uncapped : Math.min(channel.cap, uncapped)
}

export type AvailabilityStatus = 'IN_STOCK' | 'LOW_STOCK' | 'BACKORDER' | 'OUT_OF_STOCK'

/** What was low stays low until it is so much above the threshold as the channel's hysteresis says. */
export function availabilityStatus(
  ats: number,
  channel: { lowStockThreshold: number; lowStockHysteresis: number; allowBackorder: boolean },
  wasLow: boolean,
): AvailabilityStatus {
  if (ats > channel.lowStockThreshold + (wasLow ? channel.lowStockHysteresis : 0)) return 'IN_STOCK'
  if (ats > 0) return 'LOW_STOCK'
  return channel.allowBackorder ? 'BACKORDER' : 'OUT_OF_STOCK'
}
