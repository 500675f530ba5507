import type { Command, QuantityOfLine, UnknownShipment } from '../ledger/commands.ts'
import { newId } from '../ledger/ids.ts'
import type { KnownEvent } from './events.ts'
import { parseTime } from './parse.ts'

/** Seconds that a promise made elsewhere lasts where its event does not say; the default of the JSON Schema. */
const HELD_SECONDS = 900

/**
 * What happened → what the ledger is to do. Events are facts: what moved stock is posted whatever the hub knows of the document, so each command
 * carries what is needed to make it.
 */
export function toCommand(event: KnownEvent, occurredAt: Date | null, now: Date): Command {
  switch (event.type) {
    case 'onhand.stock.counted.v1': {
      const { sku, locationId, quantity, unit = null, account = 'sellable', accounts = null } = event.data
      const at = event.erpentered === undefined ? null : (parseTime(event.erpentered) ?? null)
      const booked = event.erpbooked === undefined ? null : { difference: Number(event.erpbooked), at }
      return { kind: 'countStock', sku, locationId, quantity, unit, account, accounts, booked }
    }
    case 'onhand.stock.adjusted.v1': {
      const { sku, locationId, delta, unit = null, account = 'sellable', reason } = event.data
      return { kind: 'adjustStock', sku, locationId, delta, unit, account, reason }
    }
    case 'onhand.stock.received.v1': {
      const { sku, locationId, quantity, unit = null, reference = null, complete } = event.data
      return { kind: 'receiveStock', sku, locationId, quantity, unit, reference, complete }
    }
    case 'onhand.stock.reclassified.v1': {
      const { sku, locationId, quantity, unit = null, from, to, reason = null } = event.data
      return { kind: 'reclassifyStock', sku, locationId, quantity, unit, from, to, reason }
    }
    case 'onhand.sale.recorded.v1': {
      const { sku, locationId, quantity, unit = null, reference = null, channelId = null, complete } = event.data
      return { kind: 'recordSale', sku, locationId, quantity, unit, reference, channelId, complete }
    }

    case 'onhand.shipment.dispatched.v1': {
      const { shipmentId: id = null, reference = null, expectedAt, lines = null, complete } = event.data
      const expected = expectedAt === undefined ? null : (parseTime(expectedAt) ?? null)
      const asFact = unknownShipment(event.data, expected)
      return { kind: 'dispatchShipment', shipment: { id, reference }, expectedAt: expected, lines, asFact, complete }
    }
    case 'onhand.shipment.received.v1': {
      const { shipmentId: id = null, reference = null, lines = null, complete } = event.data
      const asFact = unknownShipment(event.data, null)
      return { kind: 'receiveShipment', shipment: { id, reference }, lines, asFact, complete }
    }
    case 'onhand.shipment.closed_short.v1': {
      const { shipmentId: id = null, reference = null } = event.data
      return { kind: 'closeShipment', shipment: { id, reference }, asFact: true }
    }

    case 'onhand.return.received.v1': {
      const { returnId: id = null, reference = null, locationId = null, channelId = null, lines = null } = event.data
      const { complete } = event.data
      const asFact = { id: newId('ret'), channelId }
      return { kind: 'receiveReturn', return: { id, reference }, locationId, lines, asFact, complete }
    }
    case 'onhand.return.inspected.v1': {
      const { returnId: id = null, reference = null, outcome = 'PASSED', lines = null } = event.data
      return { kind: 'inspectReturn', return: { id, reference }, outcome, lines, asFact: true }
    }
    case 'onhand.return.dispositioned.v1': {
      const { returnId: id = null, reference = null, disposition, locationId, reason = null } = event.data
      const lines: readonly QuantityOfLine[] | null =
        event.data.lines?.map((line) => ({ ...line, locationId: locationId ?? null })) ?? null
      if (disposition === 'RESTOCK') return { kind: 'restockReturn', return: { id, reference }, lines, asFact: true }
      return { kind: 'dispositionReturn', return: { id, reference }, disposition, lines, reason, asFact: true }
    }

    case 'onhand.reservation.held.v1': {
      const { reference, channelId, ttlSeconds = HELD_SECONDS, lines } = event.data
      return {
        kind: 'reserve',
        id: newId('rsv'),
        channelId,
        reference,
        ttlSeconds: secondsLeft(ttlSeconds, occurredAt, now),
        allOrNothing: false,
        lines,
        asFact: true,
      }
    }
    case 'onhand.reservation.confirmed.v1': {
      const { reservationId: id = null, reference = null, channelId, lines } = event.data
      const confirm = {
        kind: 'confirmReservation',
        reservation: { id, reference, channelId: channelId ?? null },
        asFact: true,
      } as const
      if (channelId === undefined || lines === undefined || reference === null) return confirm
      return { ...confirm, unknown: { id: newId('rsv'), channelId, reference, ttlSeconds: HELD_SECONDS, lines } }
    }
    case 'onhand.reservation.released.v1': {
      const { reservationId: id = null, reference = null, channelId = null, lines = null } = event.data
      return { kind: 'releaseReservation', reservation: { id, reference, channelId }, lines, asFact: true }
    }
    case 'onhand.reservation.fulfilled.v1': {
      const { reservationId: id = null, reference = null, channelId = null, lines = null, complete } = event.data
      return { kind: 'fulfillReservation', reservation: { id, reference, channelId }, lines, asFact: true, complete }
    }
  }
}

function unknownShipment(
  data: { kind?: 'TRANSFER' | 'PURCHASE'; originId?: string; destinationId?: string; supplier?: string },
  expectedAt: Date | null,
): UnknownShipment {
  const { kind, originId = null, destinationId = null, supplier = null } = data
  const shipmentKind = kind ?? (originId === null ? 'PURCHASE' : 'TRANSFER')
  return { id: newId('shp'), shipmentKind, originId, destinationId, supplier, expectedAt }
}

/** A promise made elsewhere ends by the clock of its source, however late its event arrives; one that is over ends at once. */
function secondsLeft(ttlSeconds: number, occurredAt: Date | null, now: Date): number {
  if (occurredAt === null || occurredAt.getTime() > now.getTime()) return ttlSeconds
  return Math.max(1, Math.ceil(ttlSeconds - (now.getTime() - occurredAt.getTime()) / 1000))
}
