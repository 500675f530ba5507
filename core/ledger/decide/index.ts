import type { Submission } from '../commands.ts'
import type { Decision, View } from '../decision.ts'
import { refuse } from '../decision.ts'
import { decideSetAuthority } from './authority.ts'
import { decideUpsertChannel, decideUpsertItems, decideUpsertLocations, decideUpsertStockPolicy } from './catalog.ts'
import { decideSetErpRoute, decideUpsertErpSystem } from './erp.ts'
import { decideInstead } from './instead.ts'
import { decideNoteLowStock } from './low-stock.ts'
import { decideMoveLine } from './move-line.ts'
import { decideConfirm, decideExtend, decideFulfill, decideRelease, decideReserve } from './reservation.ts'
import {
  decideApproveRestock,
  decideAuthorizeReturn,
  decideDispositionReturn,
  decideInspectReturn,
  decideReceiveReturn,
  decideRestockReturn,
} from './return.ts'
import {
  decideCancelShipment,
  decideCloseShipment,
  decideCreateShipment,
  decideDispatchShipment,
  decideReceiveShipment,
  decideReschedule,
  decideTellLate,
} from './shipment.ts'
import { decideAdjust, decideCount, decideReceive, decideReclassify, decideSale } from './stock.ts'

/** What is to be done about a command, given the locked state. Pure and total: the same command on the same state gets the same answer. */
export function decide(submission: Submission, view: View): Decision {
  const { event, command } = submission
  if (event?.told === undefined || event.told.length === 0) return decideCommand(submission, view)
  switch (command.kind) {
    case 'fulfillReservation':
    case 'refuseEvent':
    case 'expireParked':
      // A shipped order compares what it says now with what it said before by itself, and posts only what differs. What is refused takes nothing back.
      return decideCommand(submission, view)
    default:
      return decideInstead(submission, event.told, view, decideCommand)
  }
}

function decideCommand(submission: Submission, view: View): Decision {
  const { command } = submission
  switch (command.kind) {
    case 'reserve':
      return decideReserve({ ...submission, command }, view)
    case 'extendReservation':
      return decideExtend({ ...submission, command }, view)
    case 'confirmReservation':
      return decideConfirm({ ...submission, command }, view)
    case 'releaseReservation':
      return decideRelease({ ...submission, command }, view)
    case 'fulfillReservation':
      return decideFulfill({ ...submission, command }, view)
    case 'moveReservationLine':
      return decideMoveLine({ ...submission, command }, view)
    case 'each':
      throw new Error('Each of these commands is decided on the state that those before it leave: by the writer')
    case 'expireHolds':
      // Due holds of the named positions were expired before anything was decided.
      return { outcome: { status: 'posted' } }
    case 'countStock':
      return decideCount({ ...submission, command }, view)
    case 'adjustStock':
      return decideAdjust({ ...submission, command }, view)
    case 'receiveStock':
      return decideReceive({ ...submission, command }, view)
    case 'reclassifyStock':
      return decideReclassify({ ...submission, command }, view)
    case 'recordSale':
      return decideSale({ ...submission, command }, view)
    case 'createShipment':
      return decideCreateShipment({ ...submission, command }, view)
    case 'dispatchShipment':
      return decideDispatchShipment({ ...submission, command }, view)
    case 'receiveShipment':
      return decideReceiveShipment({ ...submission, command }, view)
    case 'closeShipment':
      return decideCloseShipment({ ...submission, command }, view)
    case 'cancelShipment':
      return decideCancelShipment({ ...submission, command }, view)
    case 'rescheduleShipment':
      return decideReschedule({ ...submission, command }, view)
    case 'tellLateSupply':
      return decideTellLate({ ...submission, command }, view)
    case 'authorizeReturn':
      return decideAuthorizeReturn({ ...submission, command }, view)
    case 'receiveReturn':
      return decideReceiveReturn({ ...submission, command }, view)
    case 'inspectReturn':
      return decideInspectReturn({ ...submission, command }, view)
    case 'approveRestock':
      return decideApproveRestock({ ...submission, command }, view)
    case 'restockReturn':
      return decideRestockReturn({ ...submission, command }, view)
    case 'dispositionReturn':
      return decideDispositionReturn({ ...submission, command }, view)
    case 'upsertItems':
      return decideUpsertItems({ ...submission, command }, view)
    case 'noteLowStock':
      return decideNoteLowStock({ ...submission, command }, view)
    case 'upsertLocations':
      return decideUpsertLocations({ ...submission, command }, view)
    case 'upsertChannel':
      return decideUpsertChannel({ ...submission, command }, view)
    case 'upsertStockPolicy':
      return decideUpsertStockPolicy({ ...submission, command }, view)
    case 'upsertErpSystem':
      return decideUpsertErpSystem({ ...submission, command }, view)
    case 'setErpRoute':
      return decideSetErpRoute({ ...submission, command }, view)
    case 'setAuthority':
      return decideSetAuthority({ ...submission, command }, view)
    case 'refuseEvent':
      return refuse(command.code, command.message)
    case 'expireParked':
      return refuse('PARKED_TOO_LONG', 'What this event needs before it did not come in time.')
  }
}
