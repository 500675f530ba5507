import type {
  ApproveRestock,
  AuthorizeReturn,
  Disposition,
  DispositionReturn,
  DocumentName,
  InputProblem,
  InspectReturn,
  QuantityOfLine,
  ReceiveReturn,
  Refusal,
  RestockReturn,
  Submission,
} from '../commands.ts'
import type { Decision, View } from '../decision.ts'
import { refuse, refuseAll } from '../decision.ts'
import type { ReturnCase, ReturnLine, ReturnState } from '../documents.ts'
import { lineIdOf } from '../ids.ts'
import { AWAITED_STATES, IN_HOUSE_STATES, isReturnOpen, returnStatus, unitsIn } from '../return-status.ts'
import {
  inPrecedence,
  MAX_LINES,
  notPositive,
  occurredAtOf,
  positiveQuantity,
  problemsOfLines,
  unknownChannel,
  unknownLocation,
  unknownSku,
  versionConflict,
} from './input.ts'
import { ReturnStep } from './return-step.ts'
import { Telling } from './telling.ts'

/** The reporter of arrivals that only a later step has told of. */
const IMPLIED = 'onhand:implied'

/**
 * Allows a customer to send units back; no stock moves. The channel is the reservation's where none is given. Refusals, in this order: INVALID_INPUT (no
 * lines, too many, quantity, unit; a channel that is not the reservation's, or none although the sender may only see some), UNKNOWN_SKU,
 * UNKNOWN_LOCATION, UNKNOWN_CHANNEL (also one that the sender may not see), NOT_FOUND (the reservation).
 */
export function decideAuthorizeReturn(submission: Submission<AuthorizeReturn>, view: View): Decision {
  const { command } = submission
  const { locationId, reservationId, reference } = command
  const errors: Refusal[] = []
  const invalid = (problem: InputProblem, message: string, ...field: string[]) =>
    errors.push({ code: 'INVALID_INPUT', problem, message, field: ['input', ...field] })

  if (command.lines.length === 0) invalid('LIST_EMPTY', 'A return needs at least one line.', 'lines')
  if (command.lines.length > MAX_LINES) invalid('LIST_TOO_LONG', `A return has at most ${MAX_LINES} lines.`, 'lines')
  if (locationId !== null && view.location(locationId) === undefined) {
    errors.push(unknownLocation(locationId, ['input', 'locationId']))
  }
  if (command.channelId !== null && !isKnownChannel(command.channelId, submission, view)) {
    errors.push(unknownChannel(command.channelId, ['input', 'channelId']))
  }
  const reservation = reservationId === null ? undefined : view.reservation(reservationId)
  if (reservationId !== null && (reservation === undefined || !sees(submission, reservation.channelId))) {
    const message = `There is no reservation "${reservationId}".`
    errors.push({ code: 'NOT_FOUND', message, field: ['input', 'reservationId'] })
  } else if (reservation !== undefined && command.channelId !== null && command.channelId !== reservation.channelId) {
    invalid('CONTRADICTION', `The reservation was made through channel "${reservation.channelId}".`, 'channelId')
  }
  const channelId = command.channelId ?? reservation?.channelId ?? null
  if (channelId === null && submission.channels !== null && reservationId === null) {
    invalid('VALUE_MISSING', 'Name the channel through which the units were sold.', 'channelId')
  }

  const occurredAt = occurredAtOf(submission, view)
  const step = new ReturnStep(
    {
      id: command.id,
      channelId,
      reservationId,
      locationId,
      reference,
      client: submission.client,
      occurredAt,
      recordedAt: view.now,
      version: 0,
      lines: [],
    },
    occurredAt,
  )
  command.lines.slice(0, MAX_LINES).forEach((line, index) => {
    const at = (name: string) => ['input', 'lines', String(index), name]
    const item = view.item(line.sku)
    if (item === undefined) {
      errors.push(unknownSku(line.sku, at('sku')), ...notPositive(line.quantity, at('quantity')))
      return
    }
    const quantity = positiveQuantity(line.quantity, line.unit, item, at('quantity'))
    if ('error' in quantity) errors.push(quantity.error)
    else step.addLine(line.sku, line.reason ?? null, { authorized: quantity.value })
  })
  return errors.length > 0 ? refuseAll(inPrecedence(errors)) : step.decision('authorized')
}

/**
 * Units arrived: everything awaited, or the given quantities. They wait in qualityHold at the location where they arrived. More than was authorized is a
 * fact as well: it stands on lines of its own and is told as an exception; by event a return that the hub has not heard of is made up.
 * Refusals, in this order: INVALID_INPUT (also a return that is expected nowhere, and no location given), UNKNOWN_SKU, UNKNOWN_LOCATION,
 * UNKNOWN_CHANNEL, NOT_FOUND, VERSION_CONFLICT, WRONG_STATE (by mutation: it has ended, or nothing is awaited and no lines are given). What can only be
 * known of a return that is there is not told of one that is not.
 */
export function decideReceiveReturn(submission: Submission<ReceiveReturn>, view: View): Decision {
  const { command } = submission
  const root = rootOf(submission)
  const problems = problemsOfLines(command.lines, root)
  if (problems.length > 0) return refuseAll(problems)
  const fact = command.asFact !== undefined
  const known = find(command.return, submission, view)
  const locationId = command.locationId ?? known?.locationId ?? null
  const nowhere =
    locationId !== null && view.location(locationId) === undefined
      ? [unknownLocation(locationId, [root, 'locationId'])]
      : []
  const occurredAt = occurredAtOf(submission, view)
  const returned = known ?? madeUp(submission, view, locationId)
  if (returned === undefined) return refuseAll([...nowhere, notFound(command.return)])
  const { channelId } = returned
  if (known === undefined && command.lines == null) {
    const message = `There is no return "${nameOf(command.return)}" yet, and the event does not say what arrived.`
    return refuse('INVALID_INPUT', message, [root, 'lines'], 'VALUE_MISSING')
  }
  if (locationId === null) {
    const message = 'Say where the units arrived: the return is expected nowhere.'
    return refuse('INVALID_INPUT', message, [root, 'locationId'], 'VALUE_MISSING')
  }

  const step = new ReturnStep(returned, occurredAt)
  const asked = askedOf(step, command.lines, fact, view, root)
  const errors = [...asked.errors, ...nowhere]
  if (known === undefined && channelId !== null && !isKnownChannel(channelId, submission, view)) {
    errors.push(unknownChannel(channelId, [root, 'channelId']))
  }
  const conflict = versionConflict('return', returned.version, command)
  if (conflict !== undefined) errors.push(conflict)
  if (errors.length > 0) return refuseAll(inPrecedence(errors))

  if (!fact) {
    if (!isReturnOpen(returned.lines)) {
      const message = `The return is ${returnStatus(returned.lines)}: nothing is awaited.`
      return refuse('WRONG_STATE', message, ['input', 'id'])
    }
    const idle = asked.asks.filter((ask) => ask.quantity === null && awaitedBy(step, ask.lines) === 0)
    if (idle.length > (command.lines == null ? asked.asks.length - 1 : 0)) {
      return refuse('WRONG_STATE', 'Nothing is awaited any more.', idle[0]?.field ?? ['input', 'lines'])
    }
  }

  const telling = new Telling(view, submission)
  let news = false
  for (const [index, { sku, reason, lines, quantity: said }] of asked.asks.entries()) {
    const awaited = awaitedBy(step, lines)
    const quantity = said ?? awaited
    if (quantity === 0) continue
    const told = { sku, locationId, reference: returned.reference, kind: 'return', quantity, occurredAt } as const
    const repeatable = fact && said !== null
    const more = asked.asks.slice(index + 1).some((other) => other.sku === sku && other.quantity !== null)
    const reported = repeatable ? telling.report(told, more) : { change: quantity, occurredAt }
    if (!repeatable) telling.add(told)
    if (reported.change === 0) continue
    news = true
    if (reported.change < 0) {
      step.takeBack(sku, -reported.change, locationId, reported.occurredAt)
      continue
    }

    let rest = reported.change
    for (const number of nearestFirst(step, lines, locationId)) {
      const arrived = Math.min(rest, step.awaitedOf(number))
      step.receive(number, arrived, locationId, reported.occurredAt)
      rest -= arrived
    }
    if (rest === 0) continue
    const first = lines[0] === undefined ? undefined : step.line(lines[0])
    step.receiveMore(sku, reason ?? first?.reason ?? null, rest, locationId, reported.occurredAt)
    if (known === undefined) {
      const message = `The hub had not heard of return ${returned.reference ?? returned.id} before.`
      step.except('UNKNOWN_DOCUMENT', sku, locationId, rest, message)
    } else {
      step.except('OVER_RECEIPT', sku, locationId, rest, `${rest} of ${sku} came back that nobody awaited.`)
    }
  }
  if (!news) {
    const { facts, note, exceptions, changes } = telling
    const outcome = { status: 'confirmed', note } as const
    const told = { facts, exceptions, changes }
    if (known === undefined) return { outcome, ...told }
    return { outcome: { ...outcome, document: { kind: 'return', id: known.id } }, ...told }
  }
  return step.decision('received', telling)
}

/**
 * Received units passed the inspection or are set apart; no stock moves. An event waits (is parked) until as many are here, and also speaks about units in
 * quarantine. Refusals, in this order: INVALID_INPUT, UNKNOWN_SKU, NOT_FOUND, VERSION_CONFLICT, WRONG_STATE (fewer are received and not inspected).
 */
export function decideInspectReturn(submission: Submission<InspectReturn>, view: View): Decision {
  const { command } = submission
  const fact = command.asFact === true
  return decideStep(submission, view, fact, (index) => {
    const outcome = command.lines?.[index]?.outcome ?? command.outcome
    const from: ReturnState[] = fact && outcome === 'PASSED' ? ['received', 'quarantined'] : ['received']
    return { from, to: outcome === 'PASSED' ? 'inspected' : 'quarantined', action: 'inspected' }
  })
}

/** Inspected units may go back on the shelf; no stock moves yet. Refusals, in this order: INVALID_INPUT, NOT_FOUND, VERSION_CONFLICT, WRONG_STATE (fewer are inspected). */
export function decideApproveRestock(submission: Submission<ApproveRestock>, view: View): Decision {
  return decideStep(submission, view, false, () => ({
    from: ['inspected'],
    to: 'restockApproved',
    action: 'restockApproved',
  }))
}

/**
 * Approved units are back on the shelf: qualityHold → sellable, the only way by which returned units become sellable. An event implies the steps that
 * were not told. Refusals, in this order: INVALID_INPUT, UNKNOWN_SKU, NOT_FOUND, VERSION_CONFLICT, WRONG_STATE (fewer are approved).
 */
export function decideRestockReturn(submission: Submission<RestockReturn>, view: View): Decision {
  const fact = submission.command.asFact === true
  const from: ReturnState[] = ['restockApproved']
  if (fact) from.push('inspected', 'received', 'quarantined')
  return decideStep(submission, view, fact, () => ({ from, to: 'restocked', action: 'restocked', implied: fact }))
}

/**
 * Units take another way than back to the shelf. Steps without stock wait (are parked) when an event tells of them too early; those with stock imply the
 * steps that were not told. Refusals, in this order: INVALID_INPUT, UNKNOWN_SKU, NOT_FOUND, VERSION_CONFLICT, WRONG_STATE (fewer can take this way).
 */
export function decideDispositionReturn(submission: Submission<DispositionReturn>, view: View): Decision {
  const { command } = submission
  const way = WAYS[command.disposition]
  const fact = command.asFact === true
  const from = way.named === undefined || command.lines == null ? way.from : [...way.from, ...way.named]
  const implied = fact && way.physical
  return decideStep(submission, view, fact, () => ({ ...way, from, implied }), command.reason)
}

interface Way {
  readonly from: readonly ReturnState[]
  /** Further states, only for lines that are named. */
  readonly named?: readonly ReturnState[]
  readonly to: ReturnState
  readonly action: string
  /** Whether stock moves when units take it from any of its states. */
  readonly physical: boolean
}

const SET_ASIDE_FIRST = ['quarantined', 'received', 'inspected', 'restockApproved'] as const

const WAYS: Readonly<Record<Disposition, Way>> = {
  IN_TRANSIT: { from: ['authorized'], to: 'inTransit', action: 'inTransit', physical: false },
  DISPOSE: { from: SET_ASIDE_FIRST, to: 'disposed', action: 'disposed', physical: true },
  RETURN_TO_VENDOR: { from: SET_ASIDE_FIRST, to: 'returnedToVendor', action: 'returnedToVendor', physical: true },
  QUARANTINE: {
    from: ['received', 'inspected', 'restockApproved'],
    to: 'quarantined',
    action: 'quarantined',
    physical: false,
  },
  RELEASE_FROM_QUARANTINE: { from: ['quarantined'], to: 'received', action: 'released', physical: false },
  MISSING: { from: AWAITED_STATES, named: IN_HOUSE_STATES, to: 'missing', action: 'missing', physical: false },
  CANCEL: { from: AWAITED_STATES, to: 'canceled', action: 'canceled', physical: false },
}

interface Move {
  /** In the order in which units are taken. */
  readonly from: readonly ReturnState[]
  readonly to: ReturnState
  readonly action: string
  /** A physical fact: units that are still awaited have arrived, and what the return does not have is told as an exception. */
  readonly implied?: boolean
}

/** Moves units of the named lines, or of all, from one state to another. */
function decideStep(
  submission: Submission<InspectReturn | ApproveRestock | RestockReturn | DispositionReturn>,
  view: View,
  fact: boolean,
  moveOf: (index: number) => Move,
  reason: string | null = null,
): Decision {
  const { command } = submission
  const root = rootOf(submission)
  const problems = problemsOfLines(command.lines, root)
  if (problems.length > 0) return refuseAll(problems)
  const returned = find(command.return, submission, view)
  const parked: Decision = { outcome: { status: 'parked', awaits: `return ${nameOf(command.return)}` } }
  if (returned === undefined) return fact ? parked : refuseAll([notFound(command.return)])

  const occurredAt = occurredAtOf(submission, view)
  const step = new ReturnStep(returned, occurredAt, reason)
  const asked = askedOf(step, command.lines, fact, view, root)
  const conflict = versionConflict('return', returned.version, command)
  const errors = conflict === undefined ? asked.errors : [...asked.errors, conflict]
  if (errors.length > 0) return refuseAll(inPrecedence(errors))

  const telling = new Telling(view, submission)
  let action = ''
  let moved = 0
  let told = false
  const unmet: { sku: string; quantity: number; problem: string }[] = []
  for (const ask of asked.asks) {
    const move = moveOf(ask.index)
    action = move.action
    const inPlace = ask.lines.reduce((sum, number) => sum + unitsIn(step.line(number), move.from), 0)
    const coming = move.implied === true ? arrivable(step, ask) : 0
    const quantity = ask.quantity ?? inPlace
    const available = Math.min(quantity, inPlace + coming)
    if (available < quantity || (quantity === 0 && command.lines != null)) {
      const problem = tooFew(returned, ask, quantity, inPlace, move)
      if (!fact) return refuse('WRONG_STATE', problem, ask.field)
      if (move.implied !== true) return parked
      if (available === 0 && doneBy(step, ask.lines, move.to) >= quantity) told = true
      else unmet.push({ sku: ask.sku, quantity: quantity - available, problem })
    }
    imply(step, telling, returned, ask, Math.max(0, available - inPlace), occurredAt)
    take(step, ask.lines, move, available)
    moved += available
  }
  if (moved > 0) {
    for (const { sku, quantity, problem } of unmet)
      step.except('UNEXPECTED_STATE', sku, step.somewhere, quantity, problem)
    return step.decision(action, telling)
  }
  if (!fact) return refuse('WRONG_STATE', 'No unit of this return is in a state that allows it.', ['input', 'id'])
  if (!told || unmet.length > 0) return parked
  return { outcome: { status: 'confirmed', document: { kind: 'return', id: returned.id } } }
}

/** The units arrived, or they could not have gone further: told as a receipt, so that its own report does not post it again. */
function imply(
  step: ReturnStep,
  telling: Telling,
  returned: ReturnCase,
  ask: Ask,
  quantity: number,
  occurredAt: Date,
): void {
  let rest = quantity
  for (const number of ask.lines) {
    const line = step.line(number)
    const locationId = ask.locationId ?? step.placeOf(line)
    const arrived = Math.min(rest, step.awaitedOf(number))
    if (arrived === 0 || locationId === null) continue
    const { sku } = line
    const { reference } = returned
    const told = { sku, locationId, reference, kind: 'return', quantity: arrived, occurredAt } as const
    telling.add(told, { source: IMPLIED })
    step.receive(number, arrived, locationId, occurredAt)
    rest -= arrived
  }
}

function take(step: ReturnStep, lines: readonly number[], move: Move, quantity: number): void {
  let rest = quantity
  for (const number of lines) {
    for (const state of move.from) {
      const taken = Math.min(rest, step.line(number)[state])
      step.move(number, state, move.to, taken)
      rest -= taken
    }
  }
}

function arrivable(step: ReturnStep, { lines, locationId }: Ask): number {
  return lines.reduce((sum, number) => {
    const place = locationId ?? step.placeOf(step.line(number))
    return place === null ? sum : sum + step.awaitedOf(number)
  }, 0)
}

function awaitedBy(step: ReturnStep, lines: readonly number[]): number {
  return lines.reduce((sum, number) => sum + step.awaitedOf(number), 0)
}

function doneBy(step: ReturnStep, lines: readonly number[], state: ReturnState): number {
  return lines.reduce((sum, number) => sum + step.line(number)[state], 0)
}

function tooFew(returned: ReturnCase, ask: Ask, quantity: number, available: number, move: Move): string {
  const [line] = ask.lines
  const what = line === undefined ? `Return ${returned.id}` : `Line ${lineIdOf(returned.id, line)}`
  return `${what} has ${available} that can become ${move.to}, not ${Math.max(1, quantity)}.`
}

/** Units go to where others of their line are already, so that lines are split as little as possible. */
function nearestFirst(step: ReturnStep, lines: readonly number[], locationId: string): number[] {
  const distance = (number: number) => {
    const at = step.line(number).locationId
    return at === locationId ? 0 : at === null ? 1 : 2
  }
  return [...lines].sort((a, b) => distance(a) - distance(b) || a - b)
}

// ── What is meant ────────────────────────────────────────────────────────────────────────────────────────────────────────────────

/** Rows without a channel are seen only by those who see every channel. */
function sees(submission: Submission, channelId: string | null): boolean {
  return submission.channels === null || (channelId !== null && submission.channels.includes(channelId))
}

function isKnownChannel(id: string, submission: Submission, view: View): boolean {
  return sees(submission, id) && view.channel(id) !== undefined
}

function find(name: DocumentName, submission: Submission, view: View): ReturnCase | undefined {
  const isVisible = ({ channelId }: ReturnCase) => sees(submission, channelId)
  if (name.id == null) return name.reference == null ? undefined : view.returnByReference(name.reference, isVisible)
  const found = view.returnCase(name.id)
  return found !== undefined && isVisible(found) ? found : undefined
}

/** A return that the hub has not heard of, as the fact about it tells; undefined for anything but a fact. */
function madeUp(submission: Submission<ReceiveReturn>, view: View, locationId: string | null): ReturnCase | undefined {
  const { command, channels, client } = submission
  if (command.asFact === undefined) return undefined
  // A reporter of one channel speaks of it, and would not find its own return again without it.
  const only = channels?.length === 1 ? channels[0] : undefined
  return {
    id: command.asFact.id,
    channelId: command.asFact.channelId ?? only ?? null,
    reservationId: null,
    locationId,
    reference: command.return.reference ?? null,
    client,
    occurredAt: occurredAtOf(submission, view),
    recordedAt: view.now,
    version: 0,
    lines: [],
  }
}

function nameOf(name: DocumentName): string {
  return name.id ?? name.reference ?? ''
}

function notFound(name: DocumentName): Refusal {
  return { code: 'NOT_FOUND', message: `There is no return "${nameOf(name)}".`, field: ['input', 'id'] }
}

/** Paths of refusals start at the mutation's input, or at the event's data. */
function rootOf(submission: Submission): string {
  return submission.event === undefined ? 'input' : 'data'
}

interface Ask {
  readonly index: number
  readonly sku: string
  /** Numbers of the lines that are meant; an event names a SKU, which may stand on several lines. */
  readonly lines: readonly number[]
  /** null: as much as the step can move. */
  readonly quantity: number | null
  readonly reason: string | null
  /** Where the units are, as far as it is said. */
  readonly locationId: string | null
  readonly field: readonly string[]
}

/** Which lines, and how much of each: all of every line when none are named. */
function askedOf(
  step: ReturnStep,
  said: readonly (QuantityOfLine & { readonly reason?: string | null })[] | null | undefined,
  fact: boolean,
  view: View,
  root: string,
): { asks: Ask[]; errors: Refusal[] } {
  const asks: Ask[] = []
  const errors: Refusal[] = []
  if (said == null) {
    const field = [root, 'id']
    for (const { line, sku } of step.lines)
      asks.push({ index: -1, sku, lines: [line], quantity: null, reason: null, locationId: null, field })
    return { asks, errors }
  }

  said.forEach((asked, index) => {
    const at = (name: string) => [root, 'lines', String(index), name]
    const named = step.lines.filter((line) => isNamed(line, asked))
    const [first] = named
    const sku = first?.sku ?? (fact ? asked.sku : undefined)
    if (sku === undefined) {
      errors.push({ code: 'NOT_FOUND', message: 'The return has no such line.', field: at('lineId') })
      return
    }
    const item = view.item(sku)
    if (item === undefined) {
      errors.push(unknownSku(sku, at('sku')))
      return
    }
    const quantity =
      asked.quantity == null ? { value: null } : positiveQuantity(asked.quantity, asked.unit, item, at('quantity'))
    if ('error' in quantity) {
      errors.push(quantity.error)
      return
    }
    const reason = asked.reason ?? null
    const locationId = asked.locationId ?? null
    if (locationId !== null && view.location(locationId) === undefined) {
      errors.push(unknownLocation(locationId, at('locationId')))
    }
    const field = at(asked.quantity == null ? 'lineId' : 'quantity')
    asks.push({ index, sku, lines: named.map((it) => it.line), quantity: quantity.value, reason, locationId, field })
  })
  return { asks, errors }
}

function isNamed(line: ReturnLine, asked: QuantityOfLine): boolean {
  if (asked.line !== undefined) return line.line === asked.line
  if (asked.sku === undefined || line.sku !== asked.sku) return false
  return asked.locationId == null || line.locationId === null || line.locationId === asked.locationId
}
