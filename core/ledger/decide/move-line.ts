import type { MoveReservationLine, Submission } from '../commands.ts'
import type { Decision, View } from '../decision.ts'
import { refuse, refuseAll } from '../decision.ts'
import { lineIdOf } from '../ids.ts'
import { LINES_OF_RESERVATION_MAX, notPositive, occurredAtOf, unknownLocation } from './input.ts'
import { changedSince, find, noLine, openOf, Step } from './reservation.ts'

/**
 * Promises what is open of a line, or a part of it, from another location instead: in one decision, so that it is never held nowhere or twice. Held stays
 * held with the same end, committed stays committed, both only where the target's atf covers them. A buffer does not matter: the channel promises no
 * unit more than before. What waits (of a part the first to go, as with a release) goes on waiting at the target with its age, and is filled at once as
 * far as the channel could reserve there; what was promised for a date goes only where it can be had by then. Refusals, in this order: INVALID_INPUT,
 * UNKNOWN_LOCATION (also one that does not serve the channel, where the reservation is known), NOT_FOUND, VERSION_CONFLICT, LOCATION_CLOSED, WRONG_STATE,
 * INSUFFICIENT_STOCK, INSUFFICIENT_SUPPLY.
 */
export function decideMoveLine(submission: Submission<MoveReservationLine>, view: View): Decision {
  const { command } = submission
  const { locationId } = command
  const problems = notPositive(command.quantity, ['input', 'quantity'])
  if (problems.length > 0) return refuseAll(problems)
  const there = ['input', 'locationId']
  const target = view.location(locationId)
  if (target === undefined) return refuseAll([unknownLocation(locationId, there)])
  const found = find(command.reservation, submission, view, false, ['input', 'lineId'])
  if ('decision' in found) return found.decision
  const { reservation } = found

  const serving = view.channel(reservation.channelId)?.locations ?? []
  if (!serving.some((location) => location.locationId === locationId)) {
    const message = `Location "${locationId}" does not serve channel "${reservation.channelId}".`
    return refuse('UNKNOWN_LOCATION', message, there)
  }
  const line = reservation.lines.find((candidate) => candidate.line === command.line)
  const name = lineIdOf(reservation.id, command.line)
  if (line === undefined) {
    return refuse('NOT_FOUND', noLine(reservation.id, undefined, command.line), ['input', 'lineId'])
  }
  const changed = changedSince(reservation, command)
  if (changed !== undefined) return refuseAll([changed])
  if (target.closed) return refuse('LOCATION_CLOSED', `Location "${locationId}" is closed.`, there)

  const open = openOf(line)
  const quantity = command.quantity ?? open
  if (open === 0) return refuse('WRONG_STATE', `Nothing of line ${name} is open.`, ['input', 'lineId'])
  if (quantity > open) {
    return refuse('WRONG_STATE', `Line ${name} has ${open} open, not ${quantity}.`, ['input', 'quantity'])
  }
  if (line.locationId === locationId) {
    return refuse('WRONG_STATE', `Line ${name} stands at "${locationId}" already.`, there)
  }
  const step = new Step(reservation, occurredAtOf(submission, view), command.reason ?? null)
  if (quantity < line.requested && step.lineCount >= LINES_OF_RESERVATION_MAX) {
    return refuse('WRONG_STATE', `A reservation has at most ${LINES_OF_RESERVATION_MAX} lines.`, ['input', 'quantity'])
  }

  const backordered = Math.min(quantity, line.backordered)
  const held = Math.min(quantity - backordered, line.held)
  const committed = quantity - backordered - held
  const free = Math.max(0, view.atf(line.sku, locationId, reservation.channelId))
  if (held + committed > free) {
    const message = `${held + committed} of ${line.sku} to be moved, ${free} available at ${locationId}.`
    return refuse('INSUFFICIENT_STOCK', message, ['input', 'quantity'])
  }
  if (backordered > 0 && line.promisedBy !== null) {
    const offered = view.offered(line.sku, locationId, reservation.channelId, line.promisedBy)
    if (quantity > offered) {
      const by = line.promisedBy.toISOString()
      const message = `${quantity} of ${line.sku} to be moved, ${offered} available at ${locationId} by ${by}.`
      return refuse('INSUFFICIENT_SUPPLY', message, ['input', 'quantity'])
    }
  }

  step.move(line.line, { held, committed, backordered }, locationId)
  return step.decision('moved')
}
