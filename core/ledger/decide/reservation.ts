import { seesChannel } from '../../access/viewer.ts'
import { isPlain } from '../cart.ts'
import type {
  ConfirmReservation,
  DocumentName,
  Expecting,
  ExtendReservation,
  FulfillReservation,
  QuantityOfLine,
  Refusal,
  ReleaseReservation,
  Reserve,
  Submission,
  ToldParcel,
} from '../commands.ts'
import type { Decision, Posting, PostingKind, StockException, View } from '../decision.ts'
import { refuse, refuseAll } from '../decision.ts'
import { type Channel, type Item, type Reservation, type ReservationLine, reservationVersion } from '../documents.ts'
import { lineIdOf, NO_LINE } from '../ids.ts'
import { positionKey } from '../state.ts'
import { considerCart, HOLD_TTL_SECONDS_MAX } from './cart.ts'
import {
  inPrecedence,
  LINES_OF_RESERVATION_MAX,
  occurredAtOf,
  positiveQuantity,
  problemsOfLines,
  unknownChannel,
  unknownLocation,
  unknownSku,
  versionConflict,
} from './input.ts'
import { takenBack } from './taken-back.ts'
import { Telling } from './telling.ts'

/**
 * Holds every line or none; with `allOrNothing: false` as much of each line as there is. What a channel is shown is what it can reserve: a line
 * takes at most the location's atf, and all lines of a SKU together at most the channel's uncapped ats (`core/availability/sourcing.ts`). What is not
 * covered becomes backordered where the channel allows it, or where the order is a fact. A line for a date takes at most what is offered for it: what is
 * there is held, and the rest is backordered for then. Refusals, in this order: INVALID_INPUT, UNKNOWN_SKU, UNKNOWN_LOCATION, UNKNOWN_CHANNEL,
 * LOCATION_CLOSED, INSUFFICIENT_STOCK, INSUFFICIENT_SUPPLY.
 */
export function decideReserve(submission: Submission<Reserve>, view: View): Decision {
  const { command } = submission
  const considered = considerCart(submission, view)
  if (considered.status === 'refused') {
    const { errors, sourced } = considered
    return { ...refuseAll(errors), ...(sourced === undefined ? {} : { cart: { shares: [], sourced } }) }
  }
  const { channel, sourced, shares } = considered

  const occurredAt = occurredAtOf(submission, view)
  const expiresAt = command.confirmed === true ? null : new Date(view.now.getTime() + command.ttlSeconds * 1000)
  const document = { kind: 'reservation', id: command.id } as const
  const postings: Posting[] = []
  const lines = shares.map((share, index): ReservationLine => {
    const line = index + 1
    const confirmed = command.confirmed === true
    const move = (from: Posting['from'], to: Posting['to'], quantity: number, kind: PostingKind) => {
      if (quantity === 0) return
      postings.push({
        sku: share.sku,
        locationId: share.locationId,
        from,
        to,
        quantity,
        kind,
        occurredAt,
        document,
        line,
        reference: command.reference,
        channelId: channel.id,
      })
    }
    if (confirmed) move('unpromised', 'committed', share.held, 'confirm')
    else move('unpromised', 'held', share.held, 'hold')
    move('unpromised', 'backordered', share.backordered, 'backorder')

    return {
      reservationId: command.id,
      line,
      sku: share.sku,
      locationId: share.locationId,
      channelId: channel.id,
      requested: share.held + share.backordered + share.short,
      held: confirmed ? 0 : share.held,
      committed: confirmed ? share.held : 0,
      backordered: share.backordered,
      fulfilled: 0,
      released: share.short,
      expired: 0,
      confirmedAt: confirmed ? view.now : null,
      expiresAt,
      placedAt: occurredAt,
      version: 1,
      promisedBy: share.backordered > 0 ? (sourced.lines[share.line]?.by ?? null) : null,
      fenced: 0,
    }
  })

  const reservation: Reservation = {
    id: command.id,
    channelId: channel.id,
    reference: command.reference,
    client: submission.client,
    occurredAt,
    recordedAt: view.now,
    lines,
  }
  const exceptions = command.asFact === true && !channel.allowBackorder ? oversold(lines) : []
  const outcome = { status: 'posted', document, ...(isPlain(shares) ? {} : { shares }) } as const
  return { outcome, postings, reservations: [reservation], exceptions, cart: { shares, sourced } }
}

/** An order made elsewhere stands, also where nothing is behind it and its channel promises no backorders. */
function oversold(lines: readonly ReservationLine[]): StockException[] {
  return lines.flatMap(({ reservationId, sku, locationId, backordered }) => {
    if (backordered === 0) return []
    const document = { kind: 'reservation', id: reservationId } as const
    const message = `${backordered} of ${sku} at ${locationId} were ordered elsewhere, but are not there.`
    return [{ kind: 'OVERSELL', sku, locationId, quantity: backordered, document, message }]
  })
}

// ── Steps of an existing reservation ─────────────────────────────────────────────────────────────────────────────────────────────

type Found = { readonly reservation: Reservation } | { readonly decision: Decision }

/**
 * The reservation by id or reference, as far as the sender may see its channel. A fact about an order that the hub has not heard of yet waits
 * for it; a command about one is NOT_FOUND.
 */
export function find(
  name: DocumentName,
  submission: Submission,
  view: View,
  asFact: boolean | undefined,
  field: readonly string[] = ['input', 'id'],
): Found {
  const isVisible = ({ channelId, client }: Reservation) =>
    seesChannel(submission, channelId) && (submission.onlyOwn !== true || client === submission.client)
  const isMeant = (reservation: Reservation) =>
    isVisible(reservation) && (name.channelId == null || name.channelId === reservation.channelId)
  const named = name.id == null ? undefined : view.reservation(name.id)
  const found =
    name.id != null || name.reference == null
      ? named !== undefined && isVisible(named)
        ? named
        : undefined
      : view.reservationByReference(name.reference, isMeant)
  if (found !== undefined) return { reservation: found }
  if (asFact === true) {
    return { decision: { outcome: { status: 'parked', awaits: `reservation ${name.id ?? name.reference ?? ''}` } } }
  }
  return {
    decision: refuse('NOT_FOUND', `There is no reservation "${name.id ?? name.reference}".`, field),
  }
}

/** Why the reservation is left alone, where it is not as the sender has read it. */
export function changedSince({ lines }: Reservation, expecting: Expecting): Refusal | undefined {
  return versionConflict('reservation', reservationVersion(lines), expecting)
}

/** What moves with a line, or with a part of it. */
export type OpenPart = Pick<ReservationLine, 'held' | 'committed' | 'backordered'>

/** Gathers the new lines and postings of one step. */
export class Step {
  readonly postings: Posting[] = []
  readonly #lines = new Map<number, ReservationLine>()
  readonly #reservation: Reservation
  readonly #occurredAt: Date
  readonly #reason: string | null

  constructor(reservation: Reservation, occurredAt: Date, reason: string | null = null) {
    this.#reservation = reservation
    this.#occurredAt = occurredAt
    this.#reason = reason
  }

  /** How many lines the reservation has, with those that this step adds. */
  get lineCount(): number {
    return this.#numbers.length
  }

  /** All lines as this step leaves them. */
  get lines(): ReservationLine[] {
    return this.#numbers.map((number) => this.line(number))
  }

  /** Whether it posts anything, or leaves a line otherwise than it was. */
  get isChanged(): boolean {
    return this.postings.length > 0 || this.#lines.size > 0
  }

  line(number: number): ReservationLine {
    const line = this.#lines.get(number) ?? this.#reservation.lines.find((candidate) => candidate.line === number)
    if (line === undefined) throw new Error(`Reservation ${this.#reservation.id} has no line ${number}`)
    return line
  }

  change(number: number, change: Partial<ReservationLine>): void {
    const line = this.line(number)
    const first = this.#reservation.lines.find((candidate) => candidate.line === number)
    // A line that this step has made is new whatever else happens to it.
    this.#lines.set(number, { ...line, ...change, version: first === undefined ? 1 : first.version + 1 })
  }

  /** `line` is one of the reservation's, or where units of it left that are on none of them. */
  post(
    line: Pick<ReservationLine, 'sku' | 'locationId'> & { readonly line?: number },
    from: Posting['from'],
    to: Posting['to'],
    quantity: number,
    kind: PostingKind,
    occurredAt = this.#occurredAt,
  ): void {
    if (quantity === 0) return
    this.postings.push({
      sku: line.sku,
      locationId: line.locationId,
      from,
      to,
      quantity,
      kind,
      occurredAt,
      document: { kind: 'reservation', id: this.#reservation.id },
      line: line.line,
      reference: this.#reservation.reference,
      channelId: this.#reservation.channelId,
      reason: this.#reason,
    })
  }

  /**
   * Lets what is open of a line, or a part of it, stand at another location, or as a line of its own where it stands; answers the number of the line that it
   * stands in now. The line itself goes where all of it goes. Nothing is promised less or more meanwhile, and the part keeps its age and its end.
   */
  move(number: number, part: OpenPart, locationId: string): number {
    const line = this.line(number)
    const quantity = part.held + part.committed + part.backordered
    const whole = quantity === line.requested && locationId !== line.locationId
    const last = Math.max(...this.#numbers)
    const moved: ReservationLine = whole
      ? { ...line, locationId }
      : {
          ...line,
          ...part,
          line: last + 1,
          locationId,
          requested: quantity,
          fulfilled: 0,
          released: 0,
          expired: 0,
          version: 1,
          fenced: 0,
        }
    // First all of it from where it was: what came from a fence there goes back to it before anything is taken from the one at the target.
    const accounts = ['backordered', 'held', 'committed'] as const
    for (const account of accounts) this.post(line, account, 'unpromised', part[account], 'move')
    for (const account of accounts) this.post(moved, 'unpromised', account, part[account], 'move')
    if (whole) {
      this.change(number, { locationId })
      return number
    }
    this.change(number, {
      requested: line.requested - quantity,
      held: line.held - part.held,
      committed: line.committed - part.committed,
      backordered: line.backordered - part.backordered,
    })
    this.#lines.set(moved.line, moved)
    return moved.line
  }

  get #numbers(): number[] {
    return [...new Set([...this.#reservation.lines.map(({ line }) => line), ...this.#lines.keys()])]
  }

  decision(action: string, telling?: Telling): Decision {
    const { id } = this.#reservation
    const reservation = { ...this.#reservation, lines: this.lines }
    const first = reservation.lines[0]
    const reason = this.#reason
    // Lines are parted, or become backorders, by being confirmed: that says nothing of who has confirmed what.
    const tells = ({ kind }: Posting) => action !== 'confirmed' || kind === 'confirm' || kind === 'expire'
    const silent = !this.postings.some(tells) && this.#lines.size > 0 && first !== undefined
    const { facts = [], note, exceptions = [], changes = [] } = telling ?? {}
    return {
      outcome: { status: 'posted', document: { kind: 'reservation', id }, note },
      postings: this.postings,
      reservations: [reservation],
      facts,
      exceptions,
      changes: silent
        ? [
            { subject: 'reservation', subjectId: id, sku: first.sku, locationId: first.locationId, action, reason },
            ...changes,
          ]
        : changes,
    }
  }
}

/** Gives what is held, and unconfirmed backorders, a new end: `ttlSeconds` from now. WRONG_STATE when nothing of it can still expire. */
export function decideExtend(submission: Submission<ExtendReservation>, view: View): Decision {
  const { command } = submission
  if (!Number.isInteger(command.ttlSeconds) || command.ttlSeconds < 1 || command.ttlSeconds > HOLD_TTL_SECONDS_MAX) {
    const message = `ttlSeconds must be between 1 and ${HOLD_TTL_SECONDS_MAX} (30 days).`
    return refuse('INVALID_INPUT', message, ['input', 'ttlSeconds'], 'TTL_OUT_OF_RANGE')
  }
  const found = find({ id: command.id }, submission, view, false)
  if ('decision' in found) return found.decision
  const changed = changedSince(found.reservation, command)
  if (changed !== undefined) return refuseAll([changed])

  const step = new Step(found.reservation, view.now, command.reason ?? null)
  const expiresAt = new Date(view.now.getTime() + command.ttlSeconds * 1000)
  const open = found.reservation.lines.filter((line) => line.held > 0 || (line.backordered > 0 && !line.confirmedAt))
  if (open.length === 0) {
    return refuse('WRONG_STATE', 'Nothing of this reservation is held any more.', ['input', 'id'])
  }
  for (const line of open) step.change(line.line, { expiresAt })
  return step.decision('extended')
}

/** What of a line can be confirmed: what is held, and what waits without being firm. */
function unconfirmedOf(line: ReservationLine): number {
  return line.held + (line.confirmedAt === null ? line.backordered : 0)
}

/**
 * Makes what is held firm: all of it, or the named quantities, of each line first what is held, then what is backordered. A held unit is confirmed when
 * sellable − committed covers it; where a fact has taken it meanwhile, it becomes backordered if the channel allows it or the order is a fact, else the
 * whole step is refused NO_LONGER_AVAILABLE. Unconfirmed backorders become firm ones. A line waits firmly or not: what of it goes on waiting unconfirmed
 * beside units that wait firmly becomes a line of its own.
 * A fact that says what was ordered makes an order that is unknown, or of which nothing is left to confirm, in the same step. By a fact what has expired of an order is promised anew: the order was made.
 * Refusals, in this order, as for every step that may name lines: INVALID_INPUT, NOT_FOUND, VERSION_CONFLICT, WRONG_STATE, NO_LONGER_AVAILABLE.
 */
export function decideConfirm(submission: Submission<ConfirmReservation>, view: View): Decision {
  const { command } = submission
  const problems = problemsOfLines(command.lines)
  if (problems.length > 0) return refuseAll(problems)
  const found = find(command.reservation, submission, view, command.asFact)
  if ('decision' in found) return orderedElsewhere(submission, view) ?? found.decision
  const { reservation } = found

  const asked = askedOf(reservation, command, unconfirmedOf, view)
  if ('errors' in asked) return refuseAll(asked.errors)
  const lapsed = command.asFact === true && command.lines == null ? lapsedOf(reservation) : []
  if (asked.quantities.size === 0) {
    const done = reservation.lines.some((line) => firmOf(line) > 0 || line.fulfilled > 0)
    if (command.asFact === true && done && lapsed.length === 0) {
      return { outcome: { status: 'confirmed', document: { kind: 'reservation', id: reservation.id } } }
    }
    const ordered = done ? undefined : orderedElsewhere(submission, view)
    if (ordered !== undefined) return ordered
  }
  if (asked.quantities.size === 0 && lapsed.length === 0) {
    const message = waitsConfirmed(reservation)
      ? 'All that is left of this reservation was confirmed and waits for stock: nothing needs to be done until it comes.'
      : 'Nothing of this reservation is held: it was confirmed, released or has expired.'
    return refuse('WRONG_STATE', message, ['input', 'id'])
  }

  const channel = view.channel(reservation.channelId)
  const backorder = (channel?.allowBackorder ?? false) || command.asFact === true
  const tellsBands = (channel?.bands.length ?? 0) > 0
  const step = new Step(reservation, occurredAtOf(submission, view), command.reason ?? null)
  const coverable = new Map<string, number>()
  const errors: Refusal[] = []
  for (const [number, quantity] of asked.quantities) {
    const line = step.line(number)
    if (quantity > unconfirmedOf(line)) {
      const message = `Line ${lineIdOf(reservation.id, number)} has ${unconfirmedOf(line)} to confirm, not ${quantity}.`
      return refuse('WRONG_STATE', message, placeOf(line, command))
    }
    const position = positionKey(line.sku, line.locationId)
    const { balances } = view.position(line.sku, line.locationId)
    const left = coverable.get(position) ?? balances.sellable - balances.committed
    const wanted = Math.min(quantity, line.held)
    const covered = Math.max(0, Math.min(wanted, left))
    coverable.set(position, left - covered)
    const missing = wanted - covered
    if (missing > 0 && !backorder) {
      const what = tellsBands ? 'Some' : String(missing)
      const message = `${what} of ${line.sku} at ${line.locationId} were held, but are no longer there.`
      const lineId = lineIdOf(reservation.id, number)
      errors.push({ code: 'NO_LONGER_AVAILABLE', message, field: placeOf(line, command), lineId })
      continue
    }
    const stillHeld = line.held - wanted
    const stillSoft = unconfirmedOf(line) - quantity - stillHeld
    const isFirm = stillSoft === 0 || missing > 0 || quantity > wanted
    const isSplit = isFirm && stillSoft > 0
    if (isSplit && step.lineCount >= LINES_OF_RESERVATION_MAX) {
      const message = `A reservation has at most ${LINES_OF_RESERVATION_MAX} lines: confirm all that waits in a line.`
      return refuse('WRONG_STATE', message, placeOf(line, command))
    }
    if (isSplit) step.move(number, { held: 0, committed: 0, backordered: stillSoft }, line.locationId)
    step.post(line, 'held', 'committed', covered, 'confirm')
    step.post(line, 'held', 'backordered', missing, 'backorder')
    const { backordered } = step.line(number)
    step.change(number, {
      held: stillHeld,
      committed: line.committed + covered,
      backordered: backordered + missing,
      confirmedAt: isFirm ? view.now : null,
      expiresAt: isFirm && stillHeld === 0 ? null : line.expiresAt,
    })
  }
  if (errors.length > 0) return refuseAll(errors)
  const exceptions = promiseAnew(step, lapsed, channel, view)
  const decision = step.decision('confirmed')
  return exceptions.length === 0 ? decision : { ...decision, exceptions }
}

/** What of a line is confirmed and not shipped. */
function firmOf({ committed, backordered, confirmedAt }: ReservationLine): number {
  return committed + (confirmedAt === null ? 0 : backordered)
}

/** Lines of which something has expired that an order made elsewhere wants all the same. One of which a part was shipped, and nothing is open, is over. */
function lapsedOf({ lines }: Reservation): readonly number[] {
  const isOver = lines.every((line) => openOf(line) === 0) && lines.some((line) => line.fulfilled > 0)
  return isOver ? [] : lines.flatMap(({ line, expired }) => (expired > 0 ? [line] : []))
}

/**
 * What has expired is promised after all, as far as it is still there, firmly: the entries are the opposite of those by which it ended. The rest waits, which is told where the channel promises no backorders.
 */
function promiseAnew(
  step: Step,
  lapsed: readonly number[],
  channel: Channel | undefined,
  view: View,
): readonly StockException[] {
  const free = new Map<string, number>()
  return lapsed.flatMap((number) => {
    const line = step.line(number)
    const { sku, locationId, channelId, expired } = line
    const position = positionKey(sku, locationId)
    const left = free.get(position) ?? Math.max(0, view.atf(sku, locationId, channelId))
    const committed = Math.min(expired, left)
    const backordered = expired - committed
    free.set(position, left - committed)
    step.post(line, 'unpromised', 'committed', committed, 'expire')
    step.post(line, 'unpromised', 'backordered', backordered, 'expire')
    step.change(number, {
      expired: 0,
      committed: line.committed + committed,
      backordered: line.backordered + backordered,
      confirmedAt: view.now,
      expiresAt: line.held > 0 ? line.expiresAt : null,
    })
    return channel?.allowBackorder === true ? [] : oversold([{ ...line, backordered }])
  })
}

/** The order that a confirmation from elsewhere brings with it, as far as the sender may see its channel. */
function orderedElsewhere(submission: Submission<ConfirmReservation>, view: View): Decision | undefined {
  const { unknown, asFact } = submission.command
  if (asFact !== true || unknown === undefined) return undefined
  if (submission.channels !== null && !submission.channels.includes(unknown.channelId)) {
    return refuse('UNKNOWN_CHANNEL', unknownChannel(unknown.channelId).message, ['data', 'channelId'])
  }
  const command = { kind: 'reserve', ...unknown, allOrNothing: false, asFact: true, confirmed: true } as const
  return decideReserve({ ...submission, command }, view)
}

/** Gives back what is open: all of it, or the named quantities, of each line first what is backordered, then held, then committed. */
export function decideRelease(submission: Submission<ReleaseReservation>, view: View): Decision {
  const { command } = submission
  const problems = problemsOfLines(command.lines)
  if (problems.length > 0) return refuseAll(problems)
  const found = find(command.reservation, submission, view, command.asFact)
  if ('decision' in found) return found.decision
  const { reservation } = found

  const asked = askedOf(reservation, command, openOf, view)
  if ('errors' in asked) return refuseAll(asked.errors)
  if (asked.quantities.size === 0) {
    if (command.asFact === true)
      return { outcome: { status: 'confirmed', document: { kind: 'reservation', id: reservation.id } } }
    return refuse('WRONG_STATE', 'Nothing of this reservation is open.', ['input', 'id'])
  }

  const step = new Step(reservation, occurredAtOf(submission, view), command.reason ?? null)
  for (const [number, quantity] of asked.quantities) {
    const line = step.line(number)
    const given = Math.min(quantity, openOf(line))
    if (given < quantity && command.asFact !== true) {
      const message = `Line ${lineIdOf(reservation.id, number)} has ${openOf(line)} open, not ${quantity}.`
      return refuse('WRONG_STATE', message, placeOf(line, command))
    }
    const backordered = Math.min(given, line.backordered)
    const held = Math.min(given - backordered, line.held)
    const committed = given - backordered - held
    step.post(line, 'backordered', 'unpromised', backordered, 'release')
    step.post(line, 'held', 'unpromised', held, 'release')
    step.post(line, 'committed', 'unpromised', committed, 'release')
    step.change(number, {
      backordered: line.backordered - backordered,
      held: line.held - held,
      committed: line.committed - committed,
      released: line.released + given,
    })
  }
  return step.decision('released')
}

/**
 * Ships what is confirmed: sellable → customer, committed → unpromised. By mutation only confirmed units (WRONG_STATE otherwise). A fact ships whatever
 * is open, confirmed or not and wherever it was promised, and what was shipped beyond the reservation is still sold. The sale is told under the reservation's reference, so that
 * a till or the ERP that reports it later under the same one does not post it twice.
 */
export function decideFulfill(submission: Submission<FulfillReservation>, view: View): Decision {
  const { command } = submission
  const problems = problemsOfLines(command.lines)
  if (problems.length > 0) return refuseAll(problems)
  const found = find(command.reservation, submission, view, command.asFact)
  if ('decision' in found)
    return command.asFact === true ? shipUnheardOf(submission, view, found.decision) : found.decision
  const { reservation } = found
  if (command.asFact === true) return shipKnown(submission, view, reservation)

  const asked = askedOf(reservation, command, (line) => line.committed, view)
  if ('errors' in asked) return refuseAll(asked.errors)
  if (asked.quantities.size === 0) {
    const message = waitsConfirmed(reservation)
      ? 'What is confirmed of this reservation waits for stock: fulfil it when that has come (reservationChanged tells of it).'
      : 'Nothing of this reservation is confirmed and open: confirm it first.'
    return refuse('WRONG_STATE', message, ['input', 'id'])
  }

  const occurredAt = occurredAtOf(submission, view)
  const telling = new Telling(view, submission)
  const step = new Step(reservation, occurredAt, command.reason ?? null)
  for (const [number, quantity] of asked.quantities) {
    const line = step.line(number)
    if (quantity > line.committed) {
      const message = `Line ${lineIdOf(reservation.id, number)} has ${line.committed} confirmed and open, not ${quantity}.`
      return refuse('WRONG_STATE', message, placeOf(line, command))
    }
    const sold = telling.ship({ ...toldOf(line, step, reservation), quantity, occurredAt })
    step.post(line, 'sellable', 'customer', sold.change, 'fulfill', sold.occurredAt)
    shipFrom(step, number, quantity, view)
  }
  return step.decision('fulfilled', telling)
}

/** What there is to tell of units that left one place for an order, but for how many. */
function toldOf(at: Pick<ReservationLine, 'sku' | 'locationId'>, step: Step, { reference, channelId }: Reservation) {
  const { sku, locationId } = at
  const shippedBefore = sumOf(step.lines.filter(isAt(at)), (line) => line.fulfilled)
  return { sku, locationId, reference, channelId, kind: 'sale', shippedBefore } as const
}

function isAt({ sku, locationId }: Pick<ReservationLine, 'sku' | 'locationId'>): (line: ReservationLine) => boolean {
  return (line) => line.sku === sku && line.locationId === locationId
}

function sumOf(lines: readonly ReservationLine[], quantityOf: (line: ReservationLine) => number): number {
  return lines.reduce((sum, line) => sum + quantityOf(line), 0)
}

/** Units of a line that are open are shipped: first what is committed. */
function shipFrom(step: Step, number: number, quantity: number, view: View): void {
  const line = step.line(number)
  const { committed, held, backordered } = firstToShip(line, quantity)
  step.post(line, 'committed', 'unpromised', committed, 'fulfill')
  step.post(line, 'held', 'unpromised', held, 'fulfill')
  step.post(line, 'backordered', 'unpromised', backordered, 'fulfill')
  step.change(number, {
    committed: line.committed - committed,
    held: line.held - held,
    backordered: line.backordered - backordered,
    fulfilled: line.fulfilled + committed + held + backordered,
    // What nobody has confirmed is no firmer for what was shipped beside it, and ends by itself.
    confirmedAt: line.confirmedAt ?? (held + backordered < line.held + line.backordered ? null : view.now),
  })
}

function firstToShip(line: OpenPart, quantity: number): OpenPart {
  const committed = Math.min(quantity, line.committed)
  const held = Math.min(quantity - committed, line.held)
  return { committed, held, backordered: Math.min(quantity - committed - held, line.backordered) }
}

/** What is open of a line, confirmed or not. */
export function openOf({ committed, held, backordered }: OpenPart): number {
  return committed + held + backordered
}

/** Units of one item that left one place for an order. */
interface Parcel {
  readonly sku: string
  readonly locationId: string
  readonly quantity: number
  /** Whether it was said how many. Else it means what is open now, so that it repeats nothing that was told before. */
  readonly isMeasured: boolean
}

/**
 * Units left for an order, as somebody tells. They left where they left: what was promised at another place goes there first, and what is on no line of the order, or not open any more, is sold all the same.
 * Both are told, so that somebody looks.
 */
function shipKnown(submission: Submission<FulfillReservation>, view: View, reservation: Reservation): Decision {
  const found = parcelsOf(reservation, submission.command, view)
  if ('errors' in found) return refuseAll(inPrecedence(found.errors))
  const { parcels } = found
  const document = { kind: 'reservation', id: reservation.id } as const
  const occurredAt = occurredAtOf(submission, view)
  const telling = new Telling(view, submission)
  const step = new Step(reservation, occurredAt, submission.command.reason ?? null)
  const except = ({ sku, locationId }: Parcel, quantity: number, message: string) => {
    if (quantity === 0) return
    telling.exceptions.push({ kind: 'UNEXPECTED_STATE', sku, locationId, quantity, document, message })
  }
  const measured = parcels.filter(({ isMeasured }) => isMeasured)
  const said = measured.map((parcel) => ({ ...parcel, reference: reservation.reference }))
  const { insteadOf, postings } = takeBackEarlier(submission, telling, said, occurredAt)
  step.postings.push(...postings)
  for (const parcel of parcels) {
    const { sku, locationId, quantity } = parcel
    const here = step.lines.filter(isAt(parcel))
    const isElsewhere = (line: ReservationLine) => line.sku === sku && !parcels.some((other) => isAt(other)(line))
    const elsewhere = step.lines.filter(isElsewhere)
    const open = sumOf(here, openOf) + sumOf(elsewhere, openOf)
    const { reference } = reservation
    const told = { ...toldOf(parcel, step, reservation), quantity, occurredAt }
    const sold = parcel.isMeasured
      ? telling.reportShipped({ ...told, open, instead: insteadOf({ sku, locationId, reference }) })
      : { ...telling.ship(told), news: quantity }

    let left = sold.news
    let unsold = Math.max(0, sold.change)
    for (const line of [...here, ...elsewhere]) {
      const part = firstToShip(line, left)
      const taken = openOf(part)
      if (taken === 0) continue
      left -= taken
      const number = line.locationId === locationId ? line.line : step.move(line.line, part, locationId)
      const isSold = Math.min(unsold, taken)
      unsold -= isSold
      step.post(step.line(number), 'sellable', 'customer', isSold, 'fulfill', sold.occurredAt)
      shipFrom(step, number, taken, view)
      if (line.locationId === locationId) continue
      except(parcel, taken, `${taken} of ${sku} left ${locationId}, but were promised at ${line.locationId}.`)
    }
    step.post(here.at(-1) ?? parcel, 'sellable', 'customer', unsold, 'fulfill', sold.occurredAt)
    step.post(here[0] ?? parcel, 'customer', 'sellable', Math.max(0, -sold.change), 'correction', sold.occurredAt)
    const beyond = Math.min(left, unsold)
    except(parcel, beyond, `${beyond} of ${sku} left ${locationId} for an order of which no more was open.`)
  }
  if (step.isChanged) return step.decision('fulfilled', telling)
  // All of it was told before: nothing but who tells it is new.
  const { facts, note, exceptions, changes } = telling
  return { outcome: { status: 'confirmed', document, note }, facts, exceptions, changes }
}

/** What left from where: all that is open where no lines are named. Units of an item that the order has elsewhere, or not at all, left where they are said to have left. */
function parcelsOf(
  reservation: Reservation,
  command: FulfillReservation,
  view: View,
): { readonly parcels: readonly Parcel[] } | { readonly errors: Refusal[] } {
  const { lines } = command
  const isThere = ({ sku, locationId }: QuantityOfLine) =>
    reservation.lines.some((line) => line.sku === sku && line.locationId === locationId)
  const isKnown = (asked: QuantityOfLine) =>
    asked.sku === undefined ||
    asked.locationId == null ||
    isThere(asked) ||
    // How many units of something that nobody ordered left, nobody can know.
    (asked.quantity == null && reservation.lines.every(({ sku }) => sku !== asked.sku))
  const named = lines?.filter(isKnown)
  const asked =
    named?.length === 0 && named.length < (lines?.length ?? 0)
      ? { quantities: new Map<number, number>() }
      : askedOf(reservation, { ...command, lines: named ?? null }, openOf, view)
  const errors = 'errors' in asked ? [...asked.errors] : []
  const parcels = new Map<string, Parcel>()
  const add = (parcel: Parcel) => {
    const key = positionKey(parcel.sku, parcel.locationId)
    const quantity = parcel.quantity + (parcels.get(key)?.quantity ?? 0)
    if (quantity > 0) parcels.set(key, { ...parcel, quantity })
  }
  for (const [number, quantity] of 'quantities' in asked ? asked.quantities : []) {
    const line = reservation.lines.find((other) => other.line === number)
    if (line === undefined) continue
    const { sku, locationId } = line
    const isMeasured = lines?.some((other) => other.sku === sku && other.quantity != null) ?? false
    add({ sku, locationId, quantity, isMeasured })
  }
  for (const [index, line] of (lines ?? []).entries()) {
    const { sku, locationId, quantity, unit } = line
    if (isKnown(line) || sku === undefined || locationId == null) continue
    const at = (name: string) => ['data', 'lines', String(index), name]
    const item = view.item(sku)
    if (item === undefined) errors.push(unknownSku(sku, at('sku')))
    if (view.location(locationId) === undefined) errors.push(unknownLocation(locationId, at('locationId')))
    if (item === undefined) continue
    const isOfIt = (other: ReservationLine) => other.sku === sku
    const said =
      quantity == null
        ? { value: sumOf(reservation.lines.filter(isOfIt), openOf) }
        : positiveQuantity(quantity, unit, item, at('quantity'))
    if ('error' in said) errors.push(said.error)
    else add({ sku, locationId, quantity: said.value, isMeasured: quantity != null })
  }
  return errors.length > 0 ? { errors } : { parcels: [...parcels.values()] }
}

type ShippedLine = QuantityOfLine & {
  readonly sku: string
  readonly locationId: string
  readonly quantity: number | string
}

/** The lines of a shipped order, where each says what left from where. */
function shippedLines({ lines }: FulfillReservation): readonly ShippedLine[] | undefined {
  const whole = (lines ?? []).filter(
    (line): line is ShippedLine => line.sku !== undefined && line.locationId != null && line.quantity != null,
  )
  return whole.length > 0 && whole.length === lines?.length ? whole : undefined
}

/**
 * Units left for an order that the hub has not heard of. Where the event says from where, their stock is posted at once, as a physical fact is never
 * kept waiting; what they mean for the order waits for it. What was posted is kept with the event: once the order is there, or the event was mended, only what differs is posted.
 */
function shipUnheardOf(submission: Submission<FulfillReservation>, view: View, waiting: Decision): Decision {
  const { command, event } = submission
  if (waiting.outcome.status !== 'parked' || event?.retryOf === 'parked') return waiting
  const { reference = null, channelId = null } = command.reservation
  const errors: Refusal[] = []
  const told = new Map<string, ToldParcel>()
  for (const [index, { sku, locationId, quantity, unit }] of (shippedLines(command) ?? []).entries()) {
    const at = (name: string) => ['data', 'lines', String(index), name]
    const item = view.item(sku)
    if (item === undefined) errors.push(unknownSku(sku, at('sku')))
    if (view.location(locationId) === undefined) errors.push(unknownLocation(locationId, at('locationId')))
    if (item === undefined) continue
    const shipped = positiveQuantity(quantity, unit, item, at('quantity'))
    if ('error' in shipped) {
      errors.push(shipped.error)
      continue
    }
    const key = positionKey(sku, locationId)
    const sum = (told.get(key)?.quantity ?? 0) + shipped.value
    told.set(key, { sku, locationId, reference, channelId, quantity: sum })
  }
  if (errors.length > 0) return refuseAll(inPrecedence(errors))

  const occurredAt = occurredAtOf(submission, view)
  const telling = new Telling(view, submission)
  const parcels = [...told.values()]
  const kept: ToldParcel[] = []
  const { insteadOf, postings } = takeBackEarlier(submission, telling, parcels, occurredAt)
  const exceptions: StockException[] = []
  for (const parcel of parcels) {
    const { sku, locationId } = parcel
    const sold = telling.report({ ...parcel, kind: 'sale', occurredAt, instead: insteadOf(parcel) })
    kept.push({ ...parcel, occurredAt: insteadOf(parcel)?.occurredAt ?? sold.occurredAt.toISOString() })
    if (sold.change === 0) continue
    postings.push(saleOf(parcel, sold))
    if (sold.change < 0) continue
    const message = `${sold.change} of ${sku} left ${locationId} for an order that the hub has not heard of.`
    exceptions.push({ kind: 'UNKNOWN_DOCUMENT', sku, locationId, quantity: sold.change, message })
  }
  const { facts, changes } = telling
  const outcome = { ...waiting.outcome, told: kept }
  return { outcome, postings, facts, exceptions: [...exceptions, ...telling.exceptions], changes }
}

/** What left a place, or is to be taken back there because less left than was told. */
export function saleOf(
  { sku, locationId, reference }: Omit<ToldParcel, 'quantity' | 'channelId'>,
  { change, occurredAt }: { readonly change: number; readonly occurredAt: Date },
): Posting {
  const way = { sku, locationId, from: 'sellable', to: 'customer', kind: 'fulfill', reference } as const
  const posting: Posting = { ...way, quantity: change, occurredAt }
  return change > 0 ? posting : takenBack(posting)
}

/**
 * Takes back what of the event was posted while it waited and it does not say any more, because it was mended. What it says again is told in place of what it said before; `insteadOf` answers what that was.
 */
function takeBackEarlier(
  { event }: Submission<FulfillReservation>,
  telling: Telling,
  parcels: readonly Omit<ToldParcel, 'channelId' | 'quantity'>[],
  occurredAt: Date,
) {
  const earlier = event?.told ?? []
  const isSame = (a: Omit<ToldParcel, 'channelId' | 'quantity'>, b: ToldParcel) =>
    a.sku === b.sku && a.locationId === b.locationId && a.reference === b.reference
  const postings: Posting[] = []
  for (const told of earlier) {
    if (parcels.some((parcel) => isSame(parcel, told))) continue
    const instead = { channelId: told.channelId, quantity: told.quantity }
    const sold = telling.report({ ...told, kind: 'sale', quantity: 0, occurredAt, instead })
    if (sold.change !== 0) postings.push(saleOf(told, sold))
  }
  const insteadOf = (parcel: Omit<ToldParcel, 'channelId' | 'quantity'>) => earlier.find((told) => isSame(parcel, told))
  return { postings, insteadOf }
}

/** Whether something of it was confirmed before there was stock for it. */
function waitsConfirmed({ lines }: Reservation): boolean {
  return lines.some(({ backordered, confirmedAt }) => backordered > 0 && confirmedAt !== null)
}

/** Says that a line is not there, by what it was named by: a text that is the id of no line of the reservation has no number. */
export function noLine(reservationId: string, sku: string | undefined, line: number | undefined): string {
  if (sku === undefined && line === NO_LINE) return 'The reservation has no line of this id.'
  return `The reservation has no line "${sku ?? (line === undefined ? '' : lineIdOf(reservationId, line))}".`
}

/**
 * Which lines, and how much of each: all that `openOf` says when no lines are named. What is named has to be there, then the reservation has to be as the sender
 * has read it, and only of one that is so it is told what is not open.
 */
function askedOf(
  reservation: Reservation,
  command: Expecting & { readonly lines?: readonly QuantityOfLine[] | null },
  openOf: (line: ReservationLine) => number,
  view: View,
): { quantities: Map<number, number> } | { errors: Refusal[] } {
  const { lines } = command
  const changed = changedSince(reservation, command)
  const quantities = new Map<number, number>()
  if (lines == null) {
    if (changed !== undefined) return { errors: [changed] }
    for (const line of reservation.lines) if (openOf(line) > 0) quantities.set(line.line, openOf(line))
    return { quantities }
  }

  const errors: Refusal[] = changed === undefined ? [] : [changed]
  lines.forEach((asked, index) => {
    const at = (name: string) => ['input', 'lines', String(index), name]
    const candidates = reservation.lines.filter(
      (line) =>
        (asked.line === undefined || line.line === asked.line) &&
        (asked.sku === undefined || line.sku === asked.sku) &&
        (asked.locationId == null || line.locationId === asked.locationId),
    )
    const [first] = candidates
    const item: Item | undefined = first === undefined ? undefined : view.item(first.sku)
    if (first === undefined || item === undefined) {
      errors.push({ code: 'NOT_FOUND', message: noLine(reservation.id, asked.sku, asked.line), field: at('lineId') })
      return
    }
    if (asked.quantity == null) {
      // Who names a line means it; who names a SKU means whatever of it there is.
      if (asked.line !== undefined && openOf(first) === 0 && changed === undefined) {
        const message = `Nothing of line ${lineIdOf(reservation.id, first.line)} is open for this.`
        errors.push({ code: 'WRONG_STATE', message, field: at('lineId') })
      }
      for (const line of candidates) if (openOf(line) > 0) quantities.set(line.line, openOf(line))
      return
    }
    const quantity = positiveQuantity(asked.quantity, asked.unit, item, at('quantity'))
    if ('error' in quantity) {
      errors.push(quantity.error)
      return
    }
    spread(candidates, quantity.value, openOf, quantities)
  })
  return errors.length > 0 ? { errors: inPrecedence(errors) } : { quantities }
}

/** Where the input names a line, its quantity where it gives one; the reservation where it means all of them. */
function placeOf(
  { line, sku }: ReservationLine,
  { lines }: { readonly lines?: readonly QuantityOfLine[] | null },
): readonly string[] {
  const isNamed = (named: QuantityOfLine) => (named.line === undefined ? named.sku === sku : named.line === line)
  const index = lines?.findIndex(isNamed) ?? -1
  if (index === -1) return ['input', 'id']
  return ['input', 'lines', String(index), lines?.[index]?.quantity == null ? 'lineId' : 'quantity']
}

/** An event names a SKU, which may be on several lines: fill them in order; what is left over stays with the last one. */
function spread(
  candidates: readonly ReservationLine[],
  quantity: number,
  openOf: (line: ReservationLine) => number,
  quantities: Map<number, number>,
): void {
  let left = quantity
  candidates.forEach((line, index) => {
    const taken = quantities.get(line.line) ?? 0
    const share = index === candidates.length - 1 ? left : Math.min(left, Math.max(0, openOf(line) - taken))
    if (share > 0) quantities.set(line.line, taken + share)
    left -= share
  })
}
