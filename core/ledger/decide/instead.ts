import { availableToFulfil } from '../../availability/arithmetic.ts'
import { BALANCE_ACCOUNTS } from '../accounts.ts'
import type { Submission, ToldParcel } from '../commands.ts'
import { isLater, offsetsOf } from '../count-offsets.ts'
import type { Decision, Outcome, Posting, View } from '../decision.ts'
import { effectOn } from '../state.ts'
import { occurredAtOf } from './input.ts'
import { saleOf } from './reservation.ts'
import { Telling } from './telling.ts'

/**
 * An event of which stock was posted while it waited, mended into something else: what was posted is taken back, as of when it was, and what the event says now is decided as if that had never been. It is one decision, so that
 * nobody who waits is given in between what leaves again at once, and a refusal changes nothing of what was posted.
 */
export function decideInstead(
  submission: Submission,
  earlier: readonly ToldParcel[],
  view: View,
  decideCommand: (submission: Submission, view: View) => Decision,
): Decision {
  const { command } = submission
  const before = earlier.map(({ occurredAt }) => (occurredAt === undefined ? null : new Date(occurredAt)))
  // The source told nothing of it by this event: what it says now, also whether it is all of it, is told after that.
  const telling = new Telling(view, { ...submission, command: { kind: 'expireParked' } })
  const postings = earlier.flatMap((told, index) => {
    const occurredAt = before[index] ?? occurredAtOf(submission, view)
    const { channelId, quantity } = told
    const sold = telling.report({ ...told, kind: 'sale', quantity: 0, occurredAt, instead: { channelId, quantity } })
    return sold.change === 0 ? [] : [saleOf(told, { ...sold, occurredAt })]
  })

  // An event without a time happened when it was recorded; a count without one is of now.
  const occurredAt = submission.occurredAt ?? (command.kind === 'countStock' ? null : (before[0] ?? null))
  const decision = decideCommand({ ...submission, occurredAt }, without(view, postings, telling))
  if (decision.outcome.status === 'refused') return decision
  const { facts = [], exceptions = [], changes = [] } = decision
  // What is held of a sale is told by whoever says anew how much it was.
  const isToldAnew = facts.some(({ kind }) => kind === 'sale')
  return {
    ...decision,
    outcome: outcomeOf(decision.outcome, postings),
    postings: [...postings, ...(decision.postings ?? [])],
    facts: [...telling.facts, ...facts],
    exceptions: isToldAnew ? exceptions : [...telling.exceptions, ...exceptions],
    changes: isToldAnew ? changes : [...telling.changes, ...changes],
  }
}

function outcomeOf(outcome: Outcome, postings: readonly Posting[]): Outcome {
  // Nothing is left to take back when it is tried again.
  if (outcome.status === 'parked') return { ...outcome, told: [] }
  if ((outcome.status !== 'posted' && outcome.status !== 'confirmed') || postings.length === 0) return outcome
  const parts = postings.map(({ sku, locationId, quantity }) => `${quantity} of ${sku} at ${locationId}`)
  const taken = `What was posted of it while it waited was taken back: ${parts.join(', ')}.`
  return { ...outcome, status: 'posted', note: outcome.note === undefined ? taken : `${taken} ${outcome.note}` }
}

/** The state as if it had been posted already, with what that does to counts that have seen what is taken back. What is offered for a date is asked by no event. */
function without(view: View, postings: readonly Posting[], telling: Telling): View {
  const all = postings.flatMap((posting) => [posting, ...offsetsOf(posting, view)])
  const at = (sku: string, locationId: string) => all.filter((it) => it.sku === sku && it.locationId === locationId)
  const position: View['position'] = (sku, locationId) => {
    const stored = view.position(sku, locationId)
    const balances = { ...stored.balances }
    for (const posting of at(sku, locationId)) {
      for (const account of BALANCE_ACCOUNTS) balances[account] += effectOn(account, posting)
    }
    return { ...stored, balances }
  }
  return {
    now: view.now,
    item: (sku) => view.item(sku),
    location: (id) => view.location(id),
    channel: (id) => view.channel(id),
    erpSystem: (id) => view.erpSystem(id),
    erpRoutes: () => view.erpRoutes(),
    authority: (...of) => view.authority(...of),
    position,
    safetyStock: (...of) => view.safetyStock(...of),
    fences: (...of) => view.fences(...of),
    atf: (sku, locationId, channelId) => {
      const { balances } = position(sku, locationId)
      return availableToFulfil(balances, view.safetyStock(sku, locationId), view.fences(sku, locationId), channelId)
    },
    offered: (...of) => view.offered(...of),
    reservation: (id) => view.reservation(id),
    shipment: (id) => view.shipment(id),
    returnCase: (id) => view.returnCase(id),
    reservationByReference: (...of) => view.reservationByReference(...of),
    shipmentByReference: (reference) => view.shipmentByReference(reference),
    returnByReference: (...of) => view.returnByReference(...of),
    facts: (...of) => telling.known(...of),
    latestCount: (...of) => view.latestCount(...of),
    erpOf: (source) => view.erpOf(source),
    unheard: (...of) => view.unheard(...of),
    netSince: (sku, locationId, account, since) =>
      at(sku, locationId)
        .filter((posting) => isLater(posting, since))
        .reduce((sum, posting) => sum + effectOn(account, posting), view.netSince(sku, locationId, account, since)),
  }
}
