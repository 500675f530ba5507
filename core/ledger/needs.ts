import type { DocumentName, QuantityOfLine, Submission } from './commands.ts'
import type { Channel, DocumentKind, Reservation, ReturnCase, Shipment } from './documents.ts'
import { accountKey, factKey, positionKey } from './state.ts'

/** A document that a command names. */
export interface NamedDocument {
  readonly kind: DocumentKind
  readonly id?: string
  readonly reference?: string
}

/** What has been read of the named documents, to know which SKUs they are about. */
export interface KnownDocuments {
  reservations(name: NamedDocument): readonly Reservation[]
  shipments(name: NamedDocument): readonly Shipment[]
  returns(name: NamedDocument): readonly ReturnCase[]
  channel(id: string): Channel | undefined
}

/** Documents that a command names. */
export function documentsOf({ command }: Submission): NamedDocument[] {
  switch (command.kind) {
    case 'extendReservation':
      return [{ kind: 'reservation', id: command.id }]
    case 'confirmReservation':
    case 'releaseReservation':
    case 'fulfillReservation':
      return named('reservation', command.reservation)
    case 'dispatchShipment':
    case 'receiveShipment':
      return [
        ...named('shipment', command.shipment),
        ...(command.asFact === undefined ? [] : [{ kind: 'shipment', id: command.asFact.id } as const]),
      ]
    case 'closeShipment':
    case 'cancelShipment':
      return named('shipment', command.shipment)
    case 'authorizeReturn':
      return command.reservationId === null ? [] : [{ kind: 'reservation', id: command.reservationId }]
    case 'receiveReturn':
      return [
        ...named('return', command.return),
        ...(command.asFact === undefined ? [] : [{ kind: 'return', id: command.asFact.id } as const]),
      ]
    case 'inspectReturn':
    case 'approveRestock':
    case 'restockReturn':
    case 'dispositionReturn':
      return named('return', command.return)
    case 'reserve':
    case 'createShipment':
    case 'expireHolds':
    case 'countStock':
    case 'adjustStock':
    case 'receiveStock':
    case 'reclassifyStock':
    case 'recordSale':
    case 'upsertItems':
    case 'upsertLocations':
    case 'upsertChannel':
    case 'upsertStockPolicy':
    case 'refuseEvent':
    case 'expireParked':
      return []
  }
}

function named(kind: DocumentKind, { id, reference }: DocumentName): NamedDocument[] {
  if (id != null) return [{ kind, id }]
  return reference == null ? [] : [{ kind, reference }]
}

/** Everything that has to be read, and therefore locked, to decide a batch. */
export class Needs {
  readonly skus = new Set<string>()
  readonly positions = new Map<string, { sku: string; locationId: string }>()
  readonly facts = new Map<string, { sku: string; locationId: string; reference: string }>()
  readonly moments = new Map<string, { sku: string; locationId: string; account: string; since: Date }>()
  /** Channels, locations or policies change: the stream of policies is locked as well. */
  policies = false
  /** Something of the batch happened before now: counts that came after it matter. */
  past = false

  position(sku: string, locationId: string | null | undefined): void {
    this.skus.add(sku)
    if (locationId != null) this.positions.set(positionKey(sku, locationId), { sku, locationId })
  }

  fact(sku: string, locationId: string | null | undefined, reference: string | null | undefined): void {
    if (locationId != null && reference != null) {
      this.facts.set(factKey(sku, locationId, reference), { sku, locationId, reference })
    }
  }

  add(submission: Submission, known: KnownDocuments): void {
    if (submission.occurredAt !== null) this.past = true
    const { command } = submission
    switch (command.kind) {
      case 'reserve': {
        const channel = known.channel(command.channelId)
        for (const { sku, locationId } of command.lines) {
          this.position(sku, locationId)
          if (channel === undefined || (locationId != null && channel.buffer === 0)) continue
          for (const location of channel.locations) this.position(sku, location.locationId)
        }
        return
      }
      case 'extendReservation':
      case 'confirmReservation':
      case 'releaseReservation':
      case 'fulfillReservation':
        for (const name of documentsOf(submission)) {
          for (const { reference, lines } of known.reservations(name)) {
            for (const { sku, locationId } of lines) {
              this.position(sku, locationId)
              if (command.kind === 'fulfillReservation') this.fact(sku, locationId, reference)
            }
          }
        }
        return
      case 'expireHolds':
        for (const { sku, locationId } of command.positions) this.position(sku, locationId)
        return
      case 'countStock': {
        const { sku, locationId, account } = command
        this.position(sku, locationId)
        // A moment that lies ahead is taken as now; the caller replaces it once it knows what now is.
        const since = submission.occurredAt ?? FAR_FUTURE
        this.moments.set(`${accountKey(sku, locationId, account)}\u0000${since.getTime()}`, {
          sku,
          locationId,
          account,
          since,
        })
        return
      }
      case 'adjustStock':
      case 'reclassifyStock':
      case 'upsertStockPolicy':
        this.position(command.sku, command.locationId)
        if (command.kind === 'upsertStockPolicy') this.policies = true
        return
      case 'receiveStock':
      case 'recordSale':
        this.position(command.sku, command.locationId)
        this.fact(command.sku, command.locationId, command.reference)
        return
      case 'createShipment':
        for (const { sku } of command.lines) {
          this.position(sku, command.originId)
          this.position(sku, command.destinationId)
        }
        return
      case 'dispatchShipment':
      case 'receiveShipment':
      case 'closeShipment':
      case 'cancelShipment': {
        const fact = 'asFact' in command && typeof command.asFact === 'object' ? command.asFact : undefined
        const said = 'lines' in command ? (command.lines ?? []) : []
        const shipments = documentsOf(submission).flatMap((name) => known.shipments(name))
        const places = [
          fact?.originId,
          fact?.destinationId,
          ...shipments.flatMap((it) => [it.originId, it.destinationId]),
        ]
        const references = [command.shipment.reference, ...shipments.map((it) => it.reference)]
        this.#cross(
          [...skusOf(said), ...shipments.flatMap((it) => it.lines.map((line) => line.sku))],
          places,
          references,
        )
        return
      }
      case 'authorizeReturn':
        for (const { sku } of command.lines) this.position(sku, command.locationId)
        return
      case 'receiveReturn':
      case 'inspectReturn':
      case 'approveRestock':
      case 'restockReturn':
      case 'dispositionReturn': {
        const said = command.lines ?? []
        const returns = documentsOf(submission).flatMap((name) => known.returns(name))
        const places = [
          'locationId' in command ? command.locationId : null,
          ...said.map((line) => line.locationId),
          ...returns.flatMap((it) => [it.locationId, ...it.lines.map((line) => line.locationId)]),
        ]
        const references = [command.return.reference, ...returns.map((it) => it.reference)]
        this.#cross([...skusOf(said), ...returns.flatMap((it) => it.lines.map((line) => line.sku))], places, references)
        return
      }
      case 'upsertItems':
        for (const { sku } of command.items) this.skus.add(sku)
        return
      case 'upsertLocations':
      case 'upsertChannel':
        this.policies = true
        return
      case 'refuseEvent':
      case 'expireParked':
        return
    }
  }

  #cross(
    skus: readonly string[],
    places: readonly (string | null | undefined)[],
    references: readonly (string | null | undefined)[],
  ): void {
    const at = new Set(places)
    for (const sku of new Set(skus)) {
      this.skus.add(sku)
      for (const place of at) {
        this.position(sku, place)
        for (const reference of new Set(references)) this.fact(sku, place, reference)
      }
    }
  }
}

export const FAR_FUTURE = new Date(8.64e15)

function skusOf(lines: readonly QuantityOfLine[]): string[] {
  return lines.flatMap((line) => (line.sku === undefined ? [] : [line.sku]))
}
