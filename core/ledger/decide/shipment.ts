import type {
  CancelShipment,
  CloseShipment,
  CreateShipment,
  DispatchShipment,
  DocumentName,
  Expecting,
  InputProblem,
  QuantityOfLine,
  ReceiveShipment,
  Refusal,
  RescheduleShipment,
  Submission,
  TellLateSupply,
  UnknownShipment,
} from '../commands.ts'
import type { Decision, View } from '../decision.ts'
import { refuse, refuseAll } from '../decision.ts'
import type { Shipment, ShipmentLine } from '../documents.ts'
import { lineIdOf } from '../ids.ts'
import { type ShipmentBalance, shipmentBalance, shipmentStatus } from '../shipment-status.ts'
import {
  inPrecedence,
  MAX_LINES,
  notPositive,
  occurredAtOf,
  positiveQuantity,
  problemsOfLines,
  unknownLocation,
  unknownSku,
  versionConflict,
} from './input.ts'
import { ShipmentStep } from './shipment-step.ts'
import { Telling } from './telling.ts'

/**
 * Plans a transfer or orders a purchase, as DRAFT. A purchase is onOrder at its destination from now on; a transfer posts nothing before it leaves.
 * Refusals, in this order: INVALID_INPUT (no lines, too many, a SKU twice, quantity, unit; a transfer without another location to leave, a purchase
 * with one), UNKNOWN_SKU, UNKNOWN_LOCATION.
 */
export function decideCreateShipment(submission: Submission<CreateShipment>, view: View): Decision {
  const { command } = submission
  const { shipmentKind, originId, destinationId, supplier, reference, expectedAt } = command
  const errors: Refusal[] = []
  const invalid = (problem: InputProblem, message: string, ...field: string[]) =>
    errors.push({ code: 'INVALID_INPUT', problem, message, field: ['input', ...field] })

  if (command.lines.length === 0) invalid('LIST_EMPTY', 'A shipment needs at least one line.', 'lines')
  if (command.lines.length > MAX_LINES) invalid('LIST_TOO_LONG', `A shipment has at most ${MAX_LINES} lines.`, 'lines')
  if (shipmentKind === 'TRANSFER') {
    if (originId === null) invalid('VALUE_MISSING', 'A transfer needs the location that it leaves.', 'originId')
    if (originId === destinationId) {
      invalid('CONTRADICTION', 'A transfer goes to another location than it leaves.', 'destinationId')
    }
    if (supplier !== null) invalid('CONTRADICTION', 'Only a purchase has a supplier.', 'supplier')
  } else if (originId !== null) {
    invalid('CONTRADICTION', 'Only a transfer leaves a location of ours.', 'originId')
  }
  if (originId !== null && view.location(originId) === undefined) {
    errors.push(unknownLocation(originId, ['input', 'originId']))
  }
  if (view.location(destinationId) === undefined) {
    errors.push(unknownLocation(destinationId, ['input', 'destinationId']))
  }

  const occurredAt = occurredAtOf(submission, view)
  const planned: Shipment = {
    id: command.id,
    kind: shipmentKind,
    originId,
    destinationId,
    supplier,
    reference,
    expectedAt,
    orderedAt: occurredAt,
    dispatchedAt: null,
    closedAt: null,
    canceledAt: null,
    client: submission.client,
    occurredAt,
    recordedAt: view.now,
    version: 0,
    lines: [],
  }
  const step = new ShipmentStep(planned, 'order', occurredAt)
  const listed = new Set<string>()
  command.lines.slice(0, MAX_LINES).forEach((line, index) => {
    const at = (name: string) => ['input', 'lines', String(index), name]
    if (listed.has(line.sku))
      invalid('LISTED_TWICE', `SKU "${line.sku}" stands on another line.`, ...at('sku').slice(1))
    listed.add(line.sku)
    const item = view.item(line.sku)
    if (item === undefined) {
      errors.push(unknownSku(line.sku, at('sku')), ...notPositive(line.quantity, at('quantity')))
      return
    }
    const quantity = positiveQuantity(line.quantity, line.unit, item, at('quantity'))
    if ('error' in quantity) errors.push(quantity.error)
    else step.addLine(line.sku, quantity.value)
  })
  return errors.length > 0 ? refuseAll(inPrecedence(errors)) : step.decision('ordered')
}

/**
 * Units left: everything ordered that has not left, or the given quantities, more than was ordered included. A transfer takes them from the origin's
 * sellable, which may go below zero: that they left is a fact, and promises that are not covered any more are told as oversell. At the destination they
 * are inTransit. Later dispatches of the rest are further steps.
 *
 * By event a shipment that the hub has not heard of is made up from what the event says, and units that the receipt told before are not taken twice.
 * Refusals, in this order: INVALID_INPUT of the input alone; NOT_FOUND where there is no such shipment; of one that there is INVALID_INPUT (a unit),
 * UNKNOWN_SKU, UNKNOWN_LOCATION, NOT_FOUND (a line), VERSION_CONFLICT, WRONG_STATE (by mutation: it is RECEIVED, CLOSED_SHORT or CANCELED, or nothing is
 * left to dispatch).
 */
export function decideDispatchShipment(submission: Submission<DispatchShipment>, view: View): Decision {
  const { command } = submission
  const root = rootOf(submission)
  const problems = problemsOfLines(command.lines, root)
  if (problems.length > 0) return refuseAll(problems)
  const occurredAt = occurredAtOf(submission, view)
  const found = findOrMakeUp(command.shipment, command.asFact, command.lines, submission, view)
  if ('decision' in found) return found.decision
  const { shipment, known } = found
  const fact = command.asFact !== undefined

  const notDeparted = (line: ShipmentLine, balance: ShipmentBalance) => Math.max(0, line.quantity - balance.departed)
  const asked = askedOf(shipment, command.lines, notDeparted, fact, view, root)
  const originId = shipment.kind === 'TRANSFER' ? (command.asFact?.originId ?? shipment.originId) : null
  const status = shipmentStatus(shipment)
  const over = fact || !isOver(status) ? undefined : `The shipment is ${status}: nothing can leave any more.`
  const refused = whyNot(shipment, command, asked, unknownPlaces([originId], view, root), over)
  if (refused !== undefined) return refused
  if (asked.lines.length === 0 && !fact) {
    return refuse('WRONG_STATE', 'Everything that was ordered has left.', ['input', 'lines'])
  }

  const step = new ShipmentStep(shipment, 'dispatch', occurredAt)
  const telling = new Telling(view, submission)
  let news = false
  for (const { sku, quantity, whole } of asked.lines) {
    const told = {
      sku,
      locationId: originId ?? shipment.destinationId,
      reference: shipment.reference,
      kind: 'dispatch',
      quantity,
      occurredAt,
    } as const
    const reported = fact && !whole ? telling.report(told) : undefined
    if (reported?.change === 0) continue
    news = true
    const isLess = reported !== undefined && reported.change < 0
    const found = step.lineOfSku(sku)
    if (isLess) {
      takeBackDispatch(step, found, told, reported)
      continue
    }
    const line = found ?? step.addLine(sku, known ? 0 : quantity)
    if (reported === undefined) {
      // Whoever sees what has left, by receipt or otherwise, says what leaves on top of it.
      const dispatched = shipmentBalance(shipment, line).departed + quantity
      step.changeLine(line.line, { dispatched }, { originId })
      telling.add(told, { atLeast: dispatched })
    } else {
      const dispatched = line.dispatched + reported.change
      step.changeLine(line.line, { dispatched }, { originId, occurredAt: reported.occurredAt })
    }
    const more = departedOf(step, sku) - shipmentBalance(shipment, line).departed
    if (known && isOver(status) && more > 0) {
      const message = `${more} of ${sku} left, although the shipment was ${status}.`
      step.except('UNEXPECTED_STATE', sku, shipment.destinationId, more, message)
    }
  }
  if (!news) return confirmed(shipment, known, telling)
  if (!known) unheardOf(step)

  const dispatchedAt = earliest(shipment.dispatchedAt, occurredAt)
  step.changeHead({ dispatchedAt, expectedAt: command.expectedAt ?? shipment.expectedAt })
  return step.decision('dispatched', telling)
}

/**
 * Units arrived: what is on the way, else everything outstanding, or the given quantities. They are sellable at the destination at once, more than was
 * sent included, which is told as an exception; supply is only reduced by what there is, first inTransit, then onOrder. What was ordered and not said
 * to have left has left by arriving.
 *
 * By event a shipment that the hub has not heard of is made up from what the event says, and units that arrived elsewhere than they were sent are posted where
 * they are. Refusals in the same order as of a dispatch: WRONG_STATE by mutation, where it is RECEIVED, CLOSED_SHORT or CANCELED.
 */
export function decideReceiveShipment(submission: Submission<ReceiveShipment>, view: View): Decision {
  const { command } = submission
  const root = rootOf(submission)
  const problems = problemsOfLines(command.lines, root)
  if (problems.length > 0) return refuseAll(problems)
  const occurredAt = occurredAtOf(submission, view)
  const found = findOrMakeUp(command.shipment, command.asFact, command.lines, submission, view)
  if ('decision' in found) return found.decision
  const { shipment, known } = found
  const fact = command.asFact !== undefined

  const underWay = shipment.lines.some((line) => line.inTransit > 0)
  const expected = (line: ShipmentLine, balance: ShipmentBalance) =>
    command.lines == null ? (underWay ? line.inTransit : balance.outstanding) : line.inTransit || balance.outstanding
  const asked = askedOf(shipment, command.lines, expected, fact, view, root)
  const receivedAt = command.asFact?.destinationId ?? shipment.destinationId
  const status = shipmentStatus(shipment)
  const over = fact || !isOver(status) ? undefined : `The shipment is ${status}: nothing is outstanding.`
  const refused = whyNot(shipment, command, asked, unknownPlaces([receivedAt], view, root), over)
  if (refused !== undefined) return refused

  const step = new ShipmentStep(shipment, 'receipt', occurredAt)
  const telling = new Telling(view, submission)
  let news = false
  for (const { sku, quantity, whole } of asked.lines) {
    const told = {
      sku,
      locationId: receivedAt,
      reference: shipment.reference,
      kind: 'receipt',
      quantity,
      occurredAt,
    } as const
    const additional = whole || !fact
    const reported = additional ? { change: quantity, occurredAt } : telling.report(told)
    if (reported.change === 0) continue
    news = true
    const found = step.lineOfSku(sku)
    if (reported.change < 0) {
      takeBackReceipt(step, found, told, reported)
      continue
    }
    const line = found ?? step.addLine(sku, 0)
    const received = line.received + reported.change
    if (additional) telling.add(told, { atLeast: received })
    const circumstances = { originId: command.asFact?.originId ?? null, receivedAt, occurredAt: reported.occurredAt }
    step.changeLine(line.line, { received }, circumstances)
    if (known) unexpectedReceipt(step, status, line, received, receivedAt)
  }
  if (!news) return confirmed(shipment, known, telling)
  if (!known) unheardOf(step)

  step.changeHead({ dispatchedAt: earliest(shipment.dispatchedAt, occurredAt) })
  return step.decision('received', telling)
}

/**
 * Gives up what is outstanding: what left on a transfer is lost, the rest is no longer expected. Nothing is posted for what never left.
 * By event it waits for a shipment that the hub has not heard of, and is confirmed where nothing is outstanding. By mutation NOT_FOUND, or
 * WRONG_STATE for DRAFT (cancel it instead), RECEIVED, CLOSED_SHORT and CANCELED.
 */
export function decideCloseShipment(submission: Submission<CloseShipment>, view: View): Decision {
  const { command } = submission
  const shipment = find(command.shipment, view)
  if (shipment === undefined) {
    if (command.asFact === true)
      return { outcome: { status: 'parked', awaits: `shipment ${nameOf(command.shipment)}` } }
    return notFound(command.shipment)
  }
  const conflict = versionConflict('shipment', shipment.version, command)
  if (conflict !== undefined) return refuseAll([conflict])
  const status = shipmentStatus(shipment)
  if (command.asFact === true) {
    if (isOver(status)) return confirmed(shipment, true, undefined)
  } else if (status === 'DRAFT') {
    return refuse('WRONG_STATE', 'Nothing has left yet: cancel the shipment instead.', ['input', 'id'])
  } else if (isOver(status)) {
    return refuse('WRONG_STATE', `The shipment is ${status}: nothing is outstanding.`, ['input', 'id'])
  }

  const occurredAt = occurredAtOf(submission, view)
  const step = new ShipmentStep(shipment, 'close', occurredAt)
  step.changeHead({ closedAt: occurredAt })
  return step.decision('closedShort')
}

/** Takes a shipment back before anything left. NOT_FOUND, or WRONG_STATE when something has left or arrived, or it is closed or canceled already. */
export function decideCancelShipment(submission: Submission<CancelShipment>, view: View): Decision {
  const { command } = submission
  const shipment = find(command.shipment, view)
  if (shipment === undefined) return notFound(command.shipment)
  const conflict = versionConflict('shipment', shipment.version, command)
  if (conflict !== undefined) return refuseAll([conflict])
  const status = shipmentStatus(shipment)
  if (status !== 'DRAFT') {
    const message =
      status === 'CANCELED' ? 'The shipment is canceled already.' : `The shipment is ${status}: close it instead.`
    return refuse('WRONG_STATE', message, ['input', 'id'])
  }

  const occurredAt = occurredAtOf(submission, view)
  const step = new ShipmentStep(shipment, 'cancel', occurredAt)
  step.changeHead({ canceledAt: occurredAt })
  return step.decision('canceled')
}

/** What is outstanding is expected at another time; what was late by the old one may be late anew. NOT_FOUND, VERSION_CONFLICT, or WRONG_STATE when nothing is outstanding. */
export function decideReschedule(submission: Submission<RescheduleShipment>, view: View): Decision {
  const { command } = submission
  const shipment = find(command.shipment, view)
  if (shipment === undefined) return notFound(command.shipment)
  const conflict = versionConflict('shipment', shipment.version, command)
  if (conflict !== undefined) return refuseAll([conflict])
  const status = shipmentStatus(shipment)
  if (isOver(status))
    return refuse('WRONG_STATE', `The shipment is ${status}: nothing is outstanding.`, ['input', 'id'])

  const step = new ShipmentStep(shipment, 'order', occurredAtOf(submission, view))
  step.changeHead({ expectedAt: command.expectedAt })
  return step.decision('rescheduled')
}

/**
 * Tells of what was expected by now and is not there, once for each date that passes. Nothing moves: that it counts for no date any more is so without
 * being told. Nobody need read the shipment anew for it, so it keeps its version.
 */
export function decideTellLate({ command }: Submission<TellLateSupply>, view: View): Decision {
  const shipment = find(command.shipment, view)
  const { expectedAt = null, lines = [] } = shipment ?? {}
  const isLate = ({ onOrder, inTransit, lateTold }: ShipmentLine) => !lateTold && onOrder + inTransit > 0
  const late = lines.filter(isLate)
  const [first] = late
  if (shipment === undefined || first === undefined || expectedAt === null || expectedAt > view.now) {
    return { outcome: { status: 'confirmed' } }
  }
  const document = { kind: 'shipment', id: shipment.id } as const
  const { destinationId: locationId } = shipment
  return {
    outcome: { status: 'posted', document },
    shipments: [{ ...shipment, lines: lines.map((line) => (isLate(line) ? { ...line, lateTold: true } : line)) }],
    exceptions: late.map(({ sku, onOrder, inTransit }) => {
      const quantity = onOrder + inTransit
      const message = `${quantity} of ${sku} were expected at ${locationId} by ${expectedAt.toISOString()} and have not come.`
      return { kind: 'LATE_SUPPLY', sku, locationId, quantity, document, message }
    }),
    changes: [{ subject: 'shipment', subjectId: shipment.id, sku: first.sku, locationId, action: 'late' }],
  }
}

// ── What is meant ────────────────────────────────────────────────────────────────────────────────────────────────────────────────

function find(name: DocumentName, view: View): Shipment | undefined {
  if (name.id != null) return view.shipment(name.id)
  return name.reference == null ? undefined : view.shipmentByReference(name.reference)
}

function nameOf(name: DocumentName): string {
  return name.id ?? name.reference ?? ''
}

function notFound(name: DocumentName): Decision {
  return refuse('NOT_FOUND', `There is no shipment "${nameOf(name)}".`, ['input', 'id'])
}

function isOver(status: ReturnType<typeof shipmentStatus>): boolean {
  return status === 'RECEIVED' || status === 'CLOSED_SHORT' || status === 'CANCELED'
}

/** Paths of refusals start at the mutation's input, or at the event's data. */
function rootOf(submission: Submission): string {
  return submission.event === undefined ? 'input' : 'data'
}

type Found =
  | { readonly shipment: Shipment /** False for one that is made up now. */; readonly known: boolean }
  | { readonly decision: Decision }

/** The shipment; for a fact about one that the hub has not heard of, a new one without lines as the fact describes it. */
function findOrMakeUp(
  name: DocumentName,
  unknown: UnknownShipment | undefined,
  lines: readonly QuantityOfLine[] | null | undefined,
  submission: Submission,
  view: View,
): Found {
  const shipment = find(name, view)
  if (shipment !== undefined) return { shipment, known: true }
  if (unknown === undefined) return { decision: notFound(name) }

  const root = rootOf(submission)
  const problem = (message: string, field: string): Found => ({
    decision: refuse(
      'INVALID_INPUT',
      `There is no shipment "${nameOf(name)}" yet, and ${message}`,
      [root, field],
      'VALUE_MISSING',
    ),
  })
  const { destinationId, shipmentKind } = unknown
  if (lines == null || lines.length === 0) return problem('the event does not say what it carries.', 'lines')
  if (destinationId === null) return problem('the event does not say where it goes.', 'destinationId')
  if (submission.command.kind === 'dispatchShipment' && shipmentKind === 'TRANSFER' && unknown.originId === null) {
    return problem('the event does not say which location it left.', 'originId')
  }
  const missing = unknownPlaces([unknown.originId, destinationId], view, root)
  if (missing !== undefined) return { decision: refuseAll([missing]) }

  const occurredAt = occurredAtOf(submission, view)
  const madeUp: Shipment = {
    id: unknown.id,
    kind: shipmentKind,
    originId: shipmentKind === 'TRANSFER' ? unknown.originId : null,
    destinationId,
    supplier: shipmentKind === 'PURCHASE' ? unknown.supplier : null,
    reference: name.reference ?? null,
    expectedAt: unknown.expectedAt,
    orderedAt: null,
    dispatchedAt: null,
    closedAt: null,
    canceledAt: null,
    client: submission.client,
    occurredAt,
    recordedAt: view.now,
    version: 0,
    lines: [],
  }
  return { shipment: madeUp, known: false }
}

function unknownPlaces(ids: readonly (string | null)[], view: View, root: string): Refusal | undefined {
  const unknown = ids.find((id) => id !== null && view.location(id) === undefined)
  return unknown == null ? undefined : unknownLocation(unknown, [root, 'locationId'])
}

interface AskedUnits {
  readonly sku: string
  readonly quantity: number
  /** No quantity was said: it means what the shipment expects now, so it repeats nothing that was told before. */
  readonly whole: boolean
}

interface Asked {
  readonly lines: readonly AskedUnits[]
  /** What cannot be read, or is not there. */
  readonly errors: readonly Refusal[]
  /** What is there, and expects nothing. */
  readonly idle: readonly Refusal[]
}

/** Why a step does not happen, in the order of precedence: `over` is said of a shipment that is past it. */
function whyNot(
  shipment: Shipment,
  command: Expecting,
  { errors, idle }: Asked,
  unknownPlace: Refusal | undefined,
  over: string | undefined,
): Decision | undefined {
  const changed = versionConflict('shipment', shipment.version, command)
  const missing = [...errors, ...(unknownPlace === undefined ? [] : [unknownPlace])]
  if (changed !== undefined) return refuseAll(inPrecedence([...missing, changed]))
  if (missing.length === 0 && over !== undefined) return refuse('WRONG_STATE', over, ['input', 'id'])
  const all = [...missing, ...idle]
  return all.length === 0 ? undefined : refuseAll(inPrecedence(all))
}

/** How much of which SKU: what `expected` says of each line when none are named. A SKU has one line in a shipment, so what a fact says of it twice adds up. */
function askedOf(
  shipment: Shipment,
  said: readonly QuantityOfLine[] | null | undefined,
  expected: (line: ShipmentLine, balance: ShipmentBalance) => number,
  fact: boolean,
  view: View,
  root: string,
): Asked {
  const expectedOf = (line: ShipmentLine) => expected(line, shipmentBalance(shipment, line))
  if (said == null) {
    const all = shipment.lines.map((line) => ({ sku: line.sku, quantity: expectedOf(line), whole: true }))
    return { lines: all.filter((line) => line.quantity > 0), errors: [], idle: [] }
  }

  const errors: Refusal[] = []
  const idle: Refusal[] = []
  const quantities = new Map<string, Omit<AskedUnits, 'sku'>>()
  said.forEach((asked, index) => {
    const at = (name: string) => [root, 'lines', String(index), name]
    const line = shipment.lines.find((other) =>
      asked.sku === undefined ? other.line === asked.line : other.sku === asked.sku,
    )
    const sku = line?.sku ?? (fact ? asked.sku : undefined)
    if (sku === undefined) {
      errors.push({ code: 'NOT_FOUND', message: `Shipment ${shipment.id} has no such line.`, field: at('lineId') })
      return
    }
    const item = view.item(sku)
    if (item === undefined) {
      errors.push(unknownSku(sku, at('sku')))
      return
    }
    if (asked.quantity != null) {
      const quantity = positiveQuantity(asked.quantity, asked.unit, item, at('quantity'))
      if ('error' in quantity) errors.push(quantity.error)
      else quantities.set(sku, { quantity: (quantities.get(sku)?.quantity ?? 0) + quantity.value, whole: false })
    } else if (line !== undefined && expectedOf(line) > 0) {
      quantities.set(sku, { quantity: expectedOf(line), whole: true })
    } else if (!fact) {
      const message = `Nothing is outstanding of line ${line === undefined ? sku : lineIdOf(shipment.id, line.line)}.`
      idle.push({ code: 'WRONG_STATE', message, field: at('lineId') })
    }
  })
  return { lines: [...quantities].map(([sku, asked]) => ({ sku, ...asked })), errors, idle }
}

// ── What is unexpected ───────────────────────────────────────────────────────────────────────────────────────────────────────────

function confirmed(shipment: Shipment, known: boolean, telling: Telling | undefined): Decision {
  const { facts = [], note, exceptions = [], changes = [] } = telling ?? {}
  const document = known ? ({ kind: 'shipment', id: shipment.id } as const) : undefined
  return { outcome: { status: 'confirmed', ...(document && { document }), note }, facts, exceptions, changes }
}

interface TakenBack {
  /** Below zero. */
  readonly change: number
  readonly occurredAt: Date
}

/** Fewer left than was told before. Of a shipment that was made up from what was told, no more was ordered either. */
function takeBackDispatch(
  step: ShipmentStep,
  line: ShipmentLine | undefined,
  { sku, locationId }: { readonly sku: string; readonly locationId: string },
  { change, occurredAt }: TakenBack,
): void {
  const { kind, orderedAt } = step.shipment
  const left = (line?.dispatched ?? 0) + change
  if (line !== undefined && line.dispatched > 0) {
    const dispatched = Math.max(0, left)
    const quantity = orderedAt === null ? Math.min(line.quantity, dispatched) : line.quantity
    step.changeLine(line.line, { dispatched, quantity }, { originId: locationId, occurredAt })
  }
  if (left >= 0 || kind === 'PURCHASE') return
  step.takeBackBeside({ sku, locationId, from: 'sellable', to: 'inTransfer', quantity: left, occurredAt })
}

/** Fewer arrived than was told before. */
function takeBackReceipt(
  step: ShipmentStep,
  line: ShipmentLine | undefined,
  { sku, locationId }: { readonly sku: string; readonly locationId: string },
  { change, occurredAt }: TakenBack,
): void {
  const left = (line?.received ?? 0) + change
  if (line !== undefined && line.received > 0) {
    step.changeLine(line.line, { received: Math.max(0, left) }, { receivedAt: locationId, occurredAt })
  }
  if (left >= 0) return
  step.takeBackBeside({ sku, locationId, from: 'supplier', to: 'sellable', quantity: left, occurredAt })
}

function unheardOf(step: ShipmentStep): void {
  const { lines, destinationId, reference, id } = step.shipment
  for (const { sku, dispatched, received } of lines) {
    const message = `The hub had not heard of shipment ${reference ?? id} before.`
    step.except('UNKNOWN_DOCUMENT', sku, destinationId, Math.max(dispatched, received), message)
  }
}

function unexpectedReceipt(
  step: ShipmentStep,
  status: ReturnType<typeof shipmentStatus>,
  line: ShipmentLine,
  received: number,
  receivedAt: string,
): void {
  const { sku } = line
  const { destinationId } = step.shipment
  if (isOver(status) && status !== 'RECEIVED') {
    const quantity = received - line.received
    const message = `${quantity} of ${sku} arrived, although the shipment was ${status}.`
    step.except('UNEXPECTED_STATE', sku, receivedAt, quantity, message)
    return
  }
  const sent = Math.max(line.quantity, line.dispatched)
  const more = Math.max(0, received - sent) - Math.max(0, line.received - sent)
  if (more > 0) {
    const message = `${more} of ${sku} arrived beyond the ${sent} that were ordered or sent.`
    step.except('OVER_RECEIPT', sku, receivedAt, more, message)
  }
  if (receivedAt !== destinationId) {
    const quantity = received - line.received
    const message = `${quantity} of ${sku} arrived at ${receivedAt}, not at ${destinationId}.`
    step.except('UNEXPECTED_STATE', sku, receivedAt, quantity, message)
  }
}

function departedOf(step: ShipmentStep, sku: string): number {
  const line = step.lineOfSku(sku)
  return line === undefined ? 0 : shipmentBalance(step.shipment, line).departed
}

function earliest(known: Date | null, told: Date): Date {
  return known !== null && known.getTime() <= told.getTime() ? known : told
}
