import { bucketOf, bucketOfPair } from './bucket.ts'
import type { Command, CountStock, DocumentName, Reserve, Submission, ToldParcel } from './commands.ts'
import { MAX_LINES } from './decide/input.ts'
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
export function documentsOf({ command }: Pick<Submission, 'command'>): NamedDocument[] {
  switch (command.kind) {
    case 'extendReservation':
      return [{ kind: 'reservation', id: command.id }]
    case 'confirmReservation':
    case 'releaseReservation':
    case 'fulfillReservation':
    case 'moveReservationLine':
      return named('reservation', command.reservation)
    case 'each':
      return command.commands.flatMap((one) => documentsOf({ command: one }))
    case 'dispatchShipment':
    case 'receiveShipment':
      return [
        ...named('shipment', command.shipment),
        ...(command.asFact === undefined ? [] : [{ kind: 'shipment', id: command.asFact.id } as const]),
      ]
    case 'closeShipment':
    case 'cancelShipment':
    case 'rescheduleShipment':
    case 'tellLateSupply':
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
    case 'receiveStock':
      // What arrives under a shipment's reference is that shipment.
      return named('shipment', { reference: command.reference })
    case 'reserve':
    case 'createShipment':
    case 'expireHolds':
    case 'countStock':
    case 'adjustStock':
    case 'reclassifyStock':
    case 'recordSale':
    case 'upsertItems':
    case 'noteLowStock':
    case 'upsertLocations':
    case 'upsertChannel':
    case 'upsertStockPolicy':
    case 'upsertErpSystem':
    case 'setErpRoute':
    case 'setAuthority':
    case 'refuseEvent':
    case 'expireParked':
      return []
  }
}

function named(kind: DocumentKind, { id, reference }: DocumentName): NamedDocument[] {
  if (id != null) return [{ kind, id }]
  return reference == null ? [] : [{ kind, reference }]
}

/** What is said of a document: goods, and where they are. */
interface About {
  readonly skus: Set<string>
  readonly places: Set<string>
  readonly references: Set<string>
}

/** Everything that has to be read, and therefore locked, to decide a batch. */
export class Needs {
  readonly skus = new Set<string>()
  readonly positions = new Map<string, { sku: string; locationId: string }>()
  readonly facts = new Map<string, { sku: string; locationId: string; reference: string }>()
  readonly moments = new Map<string, { sku: string; locationId: string; account: string; since: Date }>()
  /** Counts that an ERP has booked, perhaps. */
  readonly bookings: { command: CountStock; source: string; since: Date }[] = []
  /** Where somebody asks for a date: what is still to come. */
  readonly supplies = new Map<string, { sku: string; locationId: string }>()
  /** SKUs of which it is looked at what waits in sum, at every position that is read. */
  readonly sums = new Set<string>()
  /** Positions where more of those who wait are looked at than the first. */
  readonly crowds = new Map<string, { sku: string; locationId: string }>()
  /** Buckets to lock for what is not a SKU: documents and events that two writers must not decide about at the same time. */
  readonly buckets = new Set<number>()
  /** Channels, locations or policies change: the stream of policies is locked as well. */
  policies = false

  /** What earlier commands of the batch say of a document, by its names: a later one sees what they make of it, and needs the same. */
  readonly #about = new Map<string, About>()

  position(sku: string, locationId: string | null | undefined): void {
    this.skus.add(sku)
    if (locationId != null) this.positions.set(positionKey(sku, locationId), { sku, locationId })
  }

  supply(sku: string, locationId: string | null | undefined): void {
    if (locationId != null) this.supplies.set(positionKey(sku, locationId), { sku, locationId })
  }

  crowd(sku: string, locationId: string): void {
    this.position(sku, locationId)
    this.crowds.set(positionKey(sku, locationId), { sku, locationId })
  }

  fact(sku: string, locationId: string | null | undefined, reference: string | null | undefined): void {
    if (locationId != null && reference != null) {
      this.facts.set(factKey(sku, locationId, reference), { sku, locationId, reference })
    }
  }

  /** What of an event was posted while it waited may be taken back, wherever it says now that it left. */
  told(parcels: readonly ToldParcel[]): void {
    for (const { sku, locationId, reference } of parcels) {
      this.position(sku, locationId)
      this.fact(sku, locationId, reference)
    }
  }

  add(submission: Submission, known: KnownDocuments): void {
    this.#exclude(submission)
    const { command } = submission
    switch (command.kind) {
      case 'reserve':
        this.#order(command, known)
        return
      case 'extendReservation':
      case 'confirmReservation':
      case 'releaseReservation':
      case 'fulfillReservation':
        if (command.kind === 'confirmReservation' && command.unknown !== undefined) this.#order(command.unknown, known)
        for (const name of documentsOf(submission)) {
          for (const { reference, lines } of known.reservations(name)) {
            for (const { sku, locationId } of lines) {
              this.position(sku, locationId)
              if (command.kind === 'fulfillReservation') this.fact(sku, locationId, reference)
            }
            // What left from elsewhere than the order says, or is not on it at all.
            for (const { sku, locationId } of 'lines' in command ? (command.lines ?? []) : []) {
              if (command.kind === 'fulfillReservation' && sku !== undefined) this.fact(sku, locationId, reference)
            }
          }
          const made = command.kind === 'fulfillReservation' ? this.#about.get(nameOf('reservation', name)) : undefined
          if (made !== undefined) this.#cross(made)
        }
        if (command.kind === 'fulfillReservation' && command.asFact === true) {
          for (const { sku, locationId } of command.lines ?? []) {
            if (sku === undefined) continue
            this.position(sku, locationId)
            this.fact(sku, locationId, command.reservation.reference)
          }
        }
        return
      case 'moveReservationLine':
        for (const { reference, lines } of documentsOf(submission).flatMap((name) => known.reservations(name))) {
          for (const { sku, locationId } of lines) this.position(sku, locationId)
          // A line that is not known is made by an earlier command of the batch, perhaps, as a part of any of the others.
          const named = lines.find(({ line }) => line === command.line)
          for (const { sku, promisedBy } of named === undefined ? lines : [named]) {
            this.position(sku, command.locationId)
            if (promisedBy !== null) this.supply(sku, command.locationId)
            // What a later command of the batch ships, it ships from there.
            this.fact(sku, command.locationId, reference)
          }
        }
        return
      case 'each':
        for (const one of command.commands) this.add({ ...submission, command: one }, known)
        return
      case 'expireHolds':
        for (const { sku, locationId } of command.positions) this.position(sku, locationId)
        return
      case 'countStock': {
        const { sku, locationId } = command
        this.position(sku, locationId)
        // A moment that lies ahead is taken as now; the caller replaces it once it knows what now is.
        const since = submission.occurredAt ?? FAR_FUTURE
        if (command.booked != null && submission.event !== undefined) {
          this.bookings.push({ command, source: submission.event.source, since })
        }
        for (const account of command.accounts ?? [command.account]) {
          const key = `${accountKey(sku, locationId, account)}\u0000${since.getTime()}`
          this.moments.set(key, { sku, locationId, account, since })
        }
        return
      }
      case 'adjustStock':
      case 'reclassifyStock':
      case 'upsertStockPolicy':
        this.position(command.sku, command.locationId)
        if (command.kind === 'upsertStockPolicy') this.policies = true
        return
      case 'recordSale':
        this.position(command.sku, command.locationId)
        this.fact(command.sku, command.locationId, command.reference)
        return
      case 'receiveStock': {
        const { sku, locationId, reference } = command
        this.position(sku, locationId)
        this.fact(sku, locationId, reference)
        if (reference === null) return
        const shipments = documentsOf(submission).flatMap((name) => known.shipments(name))
        const places = [locationId, ...shipments.flatMap((it) => [it.originId, it.destinationId])]
        const skus = [sku, ...shipments.flatMap((it) => it.lines.map((line) => line.sku))]
        this.#cross(this.#say('shipment', [{ reference }, ...shipments], skus, places, [reference]))
        return
      }
      case 'createShipment': {
        const { id, reference, originId, destinationId } = command
        this.#cross(
          this.#say('shipment', [{ id, reference }], skusOf(command.lines), [originId, destinationId], [reference]),
        )
        return
      }
      case 'dispatchShipment':
      case 'receiveShipment':
      case 'closeShipment':
      case 'cancelShipment':
      case 'rescheduleShipment':
      case 'tellLateSupply': {
        const fact = 'asFact' in command && typeof command.asFact === 'object' ? command.asFact : undefined
        const said = 'lines' in command ? (command.lines ?? []) : []
        const shipments = documentsOf(submission).flatMap((name) => known.shipments(name))
        const places = [
          fact?.originId,
          fact?.destinationId,
          ...shipments.flatMap((it) => [it.originId, it.destinationId]),
        ]
        const references = [command.shipment.reference, ...shipments.map((it) => it.reference)]
        const skus = [...skusOf(said), ...shipments.flatMap((it) => it.lines.map((line) => line.sku))]
        this.#cross(this.#say('shipment', [command.shipment, ...shipments], skus, places, references))
        return
      }
      case 'authorizeReturn': {
        const { id, reference, locationId } = command
        for (const { sku } of command.lines) this.position(sku, locationId)
        this.#say('return', [{ id, reference }], skusOf(command.lines), [locationId], [reference])
        return
      }
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
        const skus = [...skusOf(said), ...returns.flatMap((it) => it.lines.map((line) => line.sku))]
        this.#cross(this.#say('return', [command.return, ...returns], skus, places, references))
        return
      }
      case 'upsertItems':
        for (const { sku } of command.items) this.skus.add(sku)
        return
      case 'noteLowStock':
        for (const { sku } of command.notes) this.skus.add(sku)
        return
      case 'upsertLocations':
      case 'upsertChannel':
      case 'upsertErpSystem':
      case 'setErpRoute':
      case 'setAuthority':
        this.policies = true
        return
      case 'refuseEvent':
      case 'expireParked':
        return
    }
  }

  /** An order is made, by command or because a fact names one that is unknown. */
  #order(
    { channelId, reference, lines }: Pick<Reserve, 'channelId' | 'reference' | 'lines'>,
    known: KnownDocuments,
  ): void {
    // What is refused for its length need not be read.
    if (lines.length > MAX_LINES) return
    const channel = known.channel(channelId)
    for (const { sku, locationId, by } of lines) {
      this.position(sku, locationId)
      if (by != null) this.supply(sku, locationId)
      if (channel === undefined || (locationId != null && channel.buffer === 0)) continue
      for (const location of channel.locations) {
        this.position(sku, location.locationId)
        if (by != null) this.supply(sku, location.locationId)
      }
    }
    if (reference === null) return
    const places = lines.flatMap(
      (line) => line.locationId ?? channel?.locations.map((location) => location.locationId) ?? [],
    )
    this.#say('reservation', [{ reference }], skusOf(lines), places, [reference])
  }

  /**
   * Two writers must not both make up the document that a fact names, nor may one park a step while the other makes what it waits for, nor may both
   * try the same event again: each of these is excluded by the bucket of the name.
   */
  #exclude({ command, event }: Submission): void {
    if (event?.retryOf !== undefined) this.buckets.add(bucketOfPair(event.source, event.id))
    if (!('asFact' in command) || command.asFact === undefined || command.asFact === false) return
    const name = nameIn(command)
    const named = name?.id ?? name?.reference
    if (named != null) this.buckets.add(bucketOf(named))
  }

  /** Adds to what is said of a document, and answers all of it. */
  #say(
    kind: DocumentKind,
    names: readonly DocumentName[],
    skus: readonly string[],
    places: readonly (string | null | undefined)[],
    references: readonly (string | null | undefined)[],
  ): About {
    const about: About = {
      skus: new Set(skus),
      places: new Set(places.filter((place) => place != null)),
      references: new Set(references.filter((reference) => reference != null)),
    }
    const keys = new Set(
      names.flatMap(({ id = null, reference = null }) => [nameOf(kind, { id }), nameOf(kind, { reference })]),
    )
    keys.delete('')
    for (const key of keys) {
      const before = this.#about.get(key)
      if (before === undefined) continue
      for (const sku of before.skus) about.skus.add(sku)
      for (const place of before.places) about.places.add(place)
      for (const reference of before.references) about.references.add(reference)
    }
    for (const key of keys) this.#about.set(key, about)
    return about
  }

  #cross({ skus, places, references }: About): void {
    for (const sku of skus) {
      this.skus.add(sku)
      for (const place of places) {
        this.position(sku, place)
        for (const reference of references) this.fact(sku, place, reference)
      }
    }
  }
}

/** The document that a command is about, as the command names it. */
function nameIn(command: Command): DocumentName | undefined {
  if (command.kind === 'reserve') return { reference: command.reference }
  if ('reservation' in command) return command.reservation
  if ('shipment' in command) return command.shipment
  return 'return' in command ? command.return : undefined
}

/** A document by one of its names; empty when it has none. */
function nameOf(kind: DocumentKind, { id, reference }: DocumentName): string {
  if (id != null) return `${kind} ${id}`
  return reference == null ? '' : `${kind}s ${reference}`
}

export const FAR_FUTURE = new Date(8.64e15)

function skusOf(lines: readonly { readonly sku?: string }[]): string[] {
  return lines.flatMap((line) => (line.sku === undefined ? [] : [line.sku]))
}
