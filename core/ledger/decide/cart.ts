import {
  type Sourced,
  type SourcedLine,
  type SourcedPart,
  source,
  type WantedUnits,
} from '../../availability/sourcing.ts'
import type { CartShare } from '../cart.ts'
import type { InputProblem, Refusal, Reserve, ReserveLine, Submission } from '../commands.ts'
import type { View } from '../decision.ts'
import type { Channel, ChannelLocation } from '../documents.ts'
import { BALANCE_MAX } from '../quantity.ts'
import { CertainStock, LikelyStock } from './banded-stock.ts'
import {
  inPrecedence,
  LINES_OF_RESERVATION_MAX,
  MAX_LINES,
  notPositive,
  positiveQuantity,
  unknownChannel,
  unknownLocation,
  unknownSku,
  visibleChannel,
} from './input.ts'
import { sourceByDate } from './source-by-date.ts'

export const HOLD_TTL_SECONDS_MAX = 30 * 24 * 60 * 60

export type ConsideredCart =
  | {
      readonly status: 'granted'
      readonly channel: Channel
      readonly sourced: Sourced
      readonly shares: readonly CartShare[]
    }
  /** With what there is, where the input was good enough to look. */
  | {
      readonly status: 'refused'
      readonly errors: readonly Refusal[]
      readonly sourced?: Sourced
    }

/**
 * What each line of a cart gets, and from where; or why it is refused. Who must not see quantities is granted a whole cart out of what there is. Where there
 * is too little, and for whoever only asks, what a line gets follows from the bands, so that nothing but what is really held tells more than they do.
 */
export function considerCart(submission: Submission<Reserve>, view: View): ConsideredCart {
  const { command } = submission
  const checked = checkReserve(submission, view)
  if ('errors' in checked) return { status: 'refused', errors: inPrecedence(checked.errors) }
  const { channel, wanted } = checked
  const sourceFrom = (stock: Pick<View, 'atf' | 'offered'>) => sourceCart(wanted, channel, { view, stock }, command)
  if (channel.bands.length === 0 || submission.inBands === undefined)
    return decided(sourceFrom(view), channel, command, view)

  const likely = () => sourceFrom(new LikelyStock(view, channel, wanted))
  if (submission.inBands === 'question') return decided(likely(), channel, command, view)
  const sourced = sourceFrom(view)
  const short = new Set(sourced.lines.flatMap(({ sku, quantity, available }) => (available < quantity ? [sku] : [])))
  if (short.size === 0) return decided(sourced, channel, command, view)
  const considered = decided(sourceFrom(new CertainStock(view, channel, short)), channel, command, view)
  return considered.status === 'granted' ? considered : { ...considered, sourced: likely() }
}

function decided(sourced: Sourced, channel: Channel, command: Reserve, view: View): ConsideredCart {
  const shares = allot(sourced, channel, command, view)
  if ('errors' in shares) return { status: 'refused', errors: shares.errors, sourced }
  // An order that was made elsewhere stands, in however many parts.
  if (shares.length > LINES_OF_RESERVATION_MAX && command.asFact !== true) {
    const message = `A reservation has at most ${LINES_OF_RESERVATION_MAX} lines, and the locations have this cart only in more parts.`
    const field = ['input', 'lines']
    return { status: 'refused', errors: [{ code: 'INVALID_INPUT', problem: 'LIST_TOO_LONG', message, field }], sourced }
  }
  return { status: 'granted', channel, sourced, shares }
}

function checkReserve(
  submission: Submission<Reserve>,
  view: View,
): { errors: Refusal[] } | { channel: Channel; wanted: WantedUnits[] } {
  const { command } = submission
  const errors: Refusal[] = []
  const invalid = (problem: InputProblem, message: string, ...field: string[]) =>
    errors.push({ code: 'INVALID_INPUT', problem, message, field: ['input', ...field] })

  if (command.lines.length === 0) invalid('LIST_EMPTY', 'A reservation needs at least one line.', 'lines')
  if (command.lines.length > MAX_LINES)
    invalid('LIST_TOO_LONG', `A reservation has at most ${MAX_LINES} lines.`, 'lines')
  if (!Number.isInteger(command.ttlSeconds) || command.ttlSeconds < 1 || command.ttlSeconds > HOLD_TTL_SECONDS_MAX) {
    invalid('TTL_OUT_OF_RANGE', `ttlSeconds must be between 1 and ${HOLD_TTL_SECONDS_MAX} (30 days).`, 'ttlSeconds')
  }
  checkNear(command, invalid)
  if (errors.length > 0) return { errors }

  const channel = visibleChannel(command.channelId, submission, view)
  if (channel === undefined) errors.push(unknownChannel(command.channelId, ['input', 'channelId']))

  const wanted: WantedUnits[] = []
  const totals = new Map<string, number>()
  command.lines.forEach((line, index) => {
    const at = (name: string) => ['input', 'lines', String(index), name]
    const problem = checkLine(line, channel, command, view, at)
    if (problem !== undefined) errors.push(problem)
    const item = view.item(line.sku)
    if (item === undefined) {
      errors.push(...notPositive(line.quantity, at('quantity')))
      return
    }
    const quantity = positiveQuantity(line.quantity, line.unit, item, at('quantity'))
    if ('error' in quantity) {
      errors.push(quantity.error)
      return
    }
    // Said at once and whatever there is: backordered, so much could not be kept.
    const total = (totals.get(line.sku) ?? 0) + quantity.value
    totals.set(line.sku, total)
    if (total > BALANCE_MAX) {
      invalid('QUANTITY_TOO_LARGE', `At most ${BALANCE_MAX} of a SKU fit into one cart.`, ...at('quantity').slice(1))
      return
    }
    const by = command.asFact === true ? null : (line.by ?? null)
    wanted.push({ sku: line.sku, locationId: line.locationId ?? null, quantity: quantity.value, by })
  })
  if (errors.length > 0 || channel === undefined) return { errors }
  return { channel, wanted }
}

function checkNear(
  { sourcing, near }: Reserve,
  invalid: (problem: InputProblem, message: string, ...field: string[]) => void,
): void {
  if (near == null) {
    if (sourcing === 'NEAREST')
      invalid('VALUE_MISSING', 'NEAREST needs a point that the units are to be near to.', 'near')
    return
  }
  const { latitude, longitude } = near
  if (!(Math.abs(latitude) <= 90)) invalid('NUMBER_OUT_OF_RANGE', 'A latitude is within ±90°.', 'near', 'latitude')
  if (!(Math.abs(longitude) <= 180)) invalid('NUMBER_OUT_OF_RANGE', 'A longitude is within ±180°.', 'near', 'longitude')
}

function checkLine(
  line: ReserveLine,
  channel: Channel | undefined,
  command: Reserve,
  view: View,
  at: (name: string) => string[],
): Refusal | undefined {
  if (view.item(line.sku) === undefined) return unknownSku(line.sku, at('sku'))
  const { locationId } = line
  if (locationId == null) {
    if (channel !== undefined && channel.locations.length === 0) {
      const message = `Channel "${channel.id}" has no locations to choose from. Add them with upsertChannel.`
      return { code: 'UNKNOWN_LOCATION', message, field: at('locationId') }
    }
    const isClosed = (location: ChannelLocation) => view.location(location.locationId)?.closed === true
    if (channel === undefined || command.asFact === true || !channel.locations.every(isClosed)) return undefined
    const message = `All locations of channel "${channel.id}" are closed.`
    return { code: 'LOCATION_CLOSED', message, field: at('locationId') }
  }
  const location = view.location(locationId)
  if (location === undefined) return unknownLocation(locationId, at('locationId'))
  const belongs = channel === undefined || channel.locations.some((location) => location.locationId === locationId)
  if (command.asFact === true) return undefined
  if (!belongs) {
    const message = `Location "${locationId}" does not serve channel "${channel.id}".`
    return { code: 'UNKNOWN_LOCATION', message, field: at('locationId') }
  }
  if (!location.closed) return undefined
  return { code: 'LOCATION_CLOSED', message: `Location "${locationId}" is closed.`, field: at('locationId') }
}

/** What each line gets, and from where. Facts are not kept from what the channel holds back. */
function sourceCart(
  wanted: readonly WantedUnits[],
  channel: Channel,
  { view, stock }: { readonly view: View; readonly stock: Pick<View, 'atf' | 'offered'> },
  command: Reserve,
): Sourced {
  const near = command.near ?? null
  const question = {
    lines: wanted,
    strategy: command.sourcing ?? (near === null ? 'PRIORITY' : 'NEAREST'),
    near,
    locations: channel.locations,
    place: (locationId: string) => view.location(locationId),
    buffer: command.asFact === true ? 0 : channel.buffer,
  }
  if (wanted.some(({ by }) => by != null)) return sourceByDate(question, channel.id, stock)
  return source({ ...question, atf: (sku, locationId) => stock.atf(sku, locationId, channel.id) })
}

/**
 * For a channel that must not see quantities: that there is not enough of a SKU for all of its lines, and not how much, nor for which of them. A refusal
 * is kept under its key, so that it may not depend on who reads it.
 */
function shortOf({ sku, by = null }: SourcedLine, { lines }: Sourced): Refusal {
  const isSame = (line: SourcedLine) => line.sku === sku && (line.by?.getTime() ?? null) === (by?.getTime() ?? null)
  const wanted = lines.filter(isSame).reduce((sum, { quantity }) => sum + quantity, 0)
  const message = `${wanted} of ${sku} wanted, not as many available${by === null ? '' : ` by ${by.toISOString()}`}.`
  const code = by === null ? 'INSUFFICIENT_STOCK' : 'INSUFFICIENT_SUPPLY'
  return { code, message, field: ['input', 'lines', String(lines.findIndex(isSame)), 'quantity'] }
}

/**
 * How much may wait for no date at a position at most, in base units, by command. Without a limit one order for as much as an account can hold would keep
 * everybody else's from being taken down, whatever they want.
 */
export const BACKORDERED_MAX = 1_000_000_000

/** Who waits at a position, with what this cart adds. */
class Queue {
  readonly #view: View
  readonly #added = new Map<string, number>()

  constructor(view: View) {
    this.#view = view
  }

  /** Whether so much more can wait there; then it does. */
  join(sku: string, locationId: string, quantity: number): boolean {
    if (quantity <= 0) return true
    const key = JSON.stringify([sku, locationId])
    const added = (this.#added.get(key) ?? 0) + quantity
    if (this.#view.position(sku, locationId).balances.backordered + added > BACKORDERED_MAX) return false
    this.#added.set(key, added)
    return true
  }
}

/**
 * Each line's shares, or why the cart is refused. What is not covered waits where the channel or a fact allows it. A line for a date waits only for what it
 * can be promised, whatever the channel allows: who asks for a date would not be served by a place in a queue.
 */
function allot(sourced: Sourced, channel: Channel, command: Reserve, view: View): CartShare[] | { errors: Refusal[] } {
  const queue = new Queue(view)
  const shares: CartShare[] = []
  const errors: Refusal[] = []
  const short = new Map<string, SourcedLine>()
  for (const [line, it] of sourced.lines.entries()) {
    const { sku, locationId, quantity, available, parts, restAt, by = null } = it
    const missing = quantity - available
    const last = parts.at(-1)?.locationId ?? restAt ?? ''
    const backorder =
      command.asFact === true || (by === null && channel.allowBackorder && queue.join(sku, last, missing))
    if (missing > 0 && !backorder && (command.allOrNothing || available === 0)) {
      const there = `${available} available${locationId === null ? '' : ` at ${locationId}`}`
      const message = `${quantity} of ${sku} wanted, ${there}${by === null ? '' : ` by ${by.toISOString()}`}.`
      const code = by === null ? 'INSUFFICIENT_STOCK' : 'INSUFFICIENT_SUPPLY'
      if (channel.bands.length > 0) short.set(JSON.stringify([sku, by]), it)
      else errors.push({ code, message, field: ['input', 'lines', String(line), 'quantity'] })
    }
    const at: readonly SourcedPart[] = parts.length > 0 ? parts : [{ locationId: restAt ?? '', quantity: 0 }]
    at.forEach((part, index) => {
      // The uncovered rest of a line is written down at its last part.
      const rest = index === at.length - 1 ? missing : 0
      const { waiting = 0 } = part
      const share = { line, sku, locationId: part.locationId, held: part.quantity - waiting }
      shares.push({ ...share, backordered: waiting + (backorder ? rest : 0), short: backorder ? 0 : rest })
    })
  }

  for (const line of short.values()) errors.push(shortOf(line, sourced))
  if (errors.length === 0) return shares
  const nothing = shares.every((share) => share.held === 0 && share.backordered === 0)
  return command.allOrNothing || nothing ? { errors: inPrecedence(errors) } : shares
}
