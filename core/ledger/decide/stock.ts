import type {
  AdjustStock,
  CountStock,
  ReceiveStock,
  ReclassifyStock,
  RecordSale,
  Refusal,
  Submission,
} from '../commands.ts'
import type { Decision, Posting, View } from '../decision.ts'
import { refuse, refuseAll } from '../decision.ts'
import type { FactKind, Item } from '../documents.ts'
import { toBaseUnits } from '../quantity.ts'
import { bookingOf } from '../unheard.ts'
import {
  inPrecedence,
  notConverted,
  occurredAtOf,
  positiveQuantity,
  sourceOf,
  unknownChannel,
  unknownLocation,
  unknownSku,
  visibleChannel,
} from './input.ts'
import { decideReceiveShipment } from './shipment.ts'
import { takenBack } from './taken-back.ts'
import { Telling } from './telling.ts'

/** The item, where SKU and location are known; else why not. Refusals: UNKNOWN_SKU, UNKNOWN_LOCATION. */
function place(command: { sku: string; locationId: string }, view: View): { item: Item } | { decision: Decision } {
  const item = view.item(command.sku)
  const errors: Refusal[] = []
  if (item === undefined) errors.push(unknownSku(command.sku, ['data', 'sku']))
  if (view.location(command.locationId) === undefined) {
    errors.push(unknownLocation(command.locationId, ['data', 'locationId']))
  }
  if (errors.length > 0 || item === undefined) return { decision: refuseAll(inPrecedence(errors)) }
  return { item }
}

/**
 * A count speaks about a moment: it corrects the balance as of `occurredAt`, and what occurred later stays on top. What occurred at the very moment
 * counts as later, so that the order in which the two arrive makes no difference.
 *
 * An ERP that counted has corrected its own books by another difference, where there were movements that it had not heard of: these will come in on top, though the count had seen them. So much is posted as an entry of its own
 * that takes back what the count had seen, which is news for the ERP (`core/erp/outbox.ts`). Both end with what was counted and what happened since, whatever they had before.
 */
export function decideCount(submission: Submission<CountStock>, view: View): Decision {
  const { command } = submission
  const placed = place(command, view)
  if ('decision' in placed) return placed.decision
  const counted = toBaseUnits(command.quantity, command.unit, placed.item)
  if ('problem' in counted) return refuseAll([notConverted(counted, ['data', 'quantity'])])

  const { sku, locationId, account } = command
  const together = command.accounts ?? [account]
  if (!together.includes(account)) {
    const message = `What differs is put to ${account}, which was not counted.`
    return refuse('INVALID_INPUT', message, ['data', 'account'], 'CONTRADICTION')
  }
  const occurredAt = occurredAtOf(submission, view)
  const { balances } = view.position(sku, locationId)
  const then = together.reduce((sum, one) => sum + balances[one] - view.netSince(sku, locationId, one, occurredAt), 0)
  const correction = counted.quantity - then
  const correct = (kind: 'count' | 'countOffset', difference: number): Posting[] => {
    if (difference === 0) return []
    const [from, to] = difference > 0 ? (['loss', account] as const) : ([account, 'loss'] as const)
    return [{ sku, locationId, from, to, quantity: Math.abs(difference), kind, occurredAt }]
  }
  const source = sourceOf(submission)
  const told = toldOfCount(submission, correction, occurredAt, view)
  const booked = told === null ? null : (command.booked?.difference ?? null)
  const count = { source, sku, locationId, occurredAt, quantity: counted.quantity, together, booked }
  return {
    outcome: { status: 'posted' },
    postings: [...correct('count', correction - (told ?? 0)), ...correct('countOffset', told ?? 0)],
    counts: together.map((one) => ({ ...count, account: one })),
  }
}

/**
 * What an ERP is told of its own count; null where it is none's that says what it has booked. Where its books were ours but for what it had not heard of, that is what the hub concludes beyond what it has booked, exactly. Where
 * that cannot be, they were others before, and the count has mended both: then it is told what it had surely not heard of.
 */
function toldOfCount(
  submission: Submission<CountStock>,
  correction: number,
  occurredAt: Date,
  view: View,
): number | null {
  const { command } = submission
  const source = sourceOf(submission)
  const system = view.erpOf(source)
  if (system === undefined || command.booked == null) return null
  const booking = bookingOf(command, system.id, source, occurredAt)
  const { certain, low, high } = view.unheard(booking, system.heardSources)
  const beyond = correction - command.booked.difference
  return certain + low <= beyond && beyond <= certain + high ? beyond : certain
}

/** Adds or takes a signed quantity, against loss. */
export function decideAdjust(submission: Submission<AdjustStock>, view: View): Decision {
  const { command } = submission
  const placed = place(command, view)
  if ('decision' in placed) return placed.decision
  const delta = toBaseUnits(command.delta, command.unit, placed.item)
  if ('problem' in delta) return refuseAll([notConverted(delta, ['data', 'delta'])])
  if (delta.quantity === 0) {
    return refuse('INVALID_INPUT', 'An adjustment by zero says nothing.', ['data', 'delta'], 'NUMBER_OUT_OF_RANGE')
  }

  const { sku, locationId, account, reason } = command
  const posting: Posting = {
    sku,
    locationId,
    from: delta.quantity > 0 ? 'loss' : account,
    to: delta.quantity > 0 ? account : 'loss',
    quantity: Math.abs(delta.quantity),
    kind: 'adjustment',
    occurredAt: occurredAtOf(submission, view),
    reason,
  }
  return { outcome: { status: 'posted' }, postings: [posting] }
}

/** Moves units between the stock accounts of one location. */
export function decideReclassify(submission: Submission<ReclassifyStock>, view: View): Decision {
  const { command } = submission
  const placed = place(command, view)
  if ('decision' in placed) return placed.decision
  if (command.from === command.to) {
    return refuse('INVALID_INPUT', 'A reclassification needs two different accounts.', ['data', 'to'], 'CONTRADICTION')
  }
  const quantity = positiveQuantity(command.quantity, command.unit, placed.item, ['data', 'quantity'])
  if ('error' in quantity) return refuseAll([quantity.error])

  const { sku, locationId, from, to, reason } = command
  const occurredAt = occurredAtOf(submission, view)
  const posting: Posting = {
    sku,
    locationId,
    from,
    to,
    quantity: quantity.value,
    kind: 'reclassification',
    occurredAt,
    reason,
  }
  return { outcome: { status: 'posted' }, postings: [posting] }
}

/**
 * Goods that came in: supplier → sellable. Under the reference of a shipment that has this SKU it is a receipt of that shipment, told by another
 * reporter or in simpler words, and is decided as one.
 */
export function decideReceive(submission: Submission<ReceiveStock>, view: View): Decision {
  const { sku, locationId, reference, quantity, unit, complete } = submission.command
  const shipment = reference === null ? undefined : view.shipmentByReference(reference)
  if (shipment === undefined || !shipment.lines.some((line) => line.sku === sku)) {
    return fact(submission, view, 'receipt', { from: 'supplier', to: 'sellable', kind: 'receipt', channelId: null })
  }
  const placed = place(submission.command, view)
  if ('decision' in placed) return placed.decision
  const { id, kind, originId, supplier, expectedAt } = shipment
  const asFact = { id, shipmentKind: kind, originId, destinationId: locationId, supplier, expectedAt }
  const lines = [{ sku, quantity, ...(unit == null ? {} : { unit }) }]
  const command = { kind: 'receiveShipment', shipment: { id }, lines, asFact, complete } as const
  return decideReceiveShipment({ ...submission, command }, view)
}

/** Goods sold over the counter, or by anybody else: sellable → customer. */
export function decideSale(submission: Submission<RecordSale>, view: View): Decision {
  const { sku, channelId } = submission.command
  if (channelId !== null && view.item(sku) !== undefined && visibleChannel(channelId, submission, view) === undefined) {
    return refuseAll([unknownChannel(channelId, ['data', 'channelId'])])
  }
  return fact(submission, view, 'sale', { from: 'sellable', to: 'customer', kind: 'sale', channelId })
}

/** A fact that several may tell, under one reference. */
function fact(
  submission: Submission<ReceiveStock | RecordSale>,
  view: View,
  kind: FactKind,
  how: Pick<Posting, 'from' | 'to' | 'kind' | 'channelId'>,
): Decision {
  const { command } = submission
  const placed = place(command, view)
  if ('decision' in placed) return placed.decision
  const quantity = positiveQuantity(command.quantity, command.unit, placed.item, ['data', 'quantity'])
  if ('error' in quantity) return refuseAll([quantity.error])

  const { sku, locationId, reference } = command
  const occurredAt = occurredAtOf(submission, view)
  const telling = new Telling(view, submission)
  const { channelId } = how
  const told = telling.report({ sku, locationId, reference, kind, channelId, quantity: quantity.value, occurredAt })
  const { facts, note, exceptions, changes } = telling
  if (told.change === 0) return { outcome: { status: 'confirmed', note }, facts, exceptions, changes }
  const posting: Posting = { sku, locationId, reference, ...how, quantity: told.change, occurredAt: told.occurredAt }
  return { outcome: { status: 'posted', note }, postings: [told.change > 0 ? posting : takenBack(posting)], facts }
}
