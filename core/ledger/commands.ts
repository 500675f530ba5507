import type { Point } from '../availability/distance.ts'
import type { SourcingStrategy } from '../availability/sourcing.ts'
import type { ErpMode } from '../erp/routes.ts'
import type { StockAccount } from './accounts.ts'
import type { DocumentKind, FactKind } from './documents.ts'

/**
 * Everything that changes stock is one of these. A command names what was asked or what happened, in the words and units of whoever said it;
 * the decision converts units and works out postings. Ids of new documents are part of the command, so that deciding stays pure.
 */

/** A quantity as it was said: a whole number, or a decimal string such as "2.5", of `unit` (default: the item's base unit). */
export interface Said {
  readonly quantity: number | string
  readonly unit?: string | null
}

/** Names a document by the hub's id or by the reference of whoever reports. */
export interface DocumentName {
  readonly id?: string | null
  readonly reference?: string | null
  /** Tells reservations with the same reference apart: order numbers of two channels may be the same. */
  readonly channelId?: string | null
}

/** Of a fact that others may tell as well. */
export interface Reporting {
  /** Whether the source has told with this all that it has to tell of what is named; absent: it does not say. */
  readonly complete?: boolean | null | undefined
}

export interface ReserveLine extends Said {
  readonly sku: string
  /** Without it the hub chooses, and may split the line. */
  readonly locationId?: string | null
  /** Promised for then: what is not there waits for supply that is due by then. Without it, only what is there. Orders made elsewhere have none. */
  readonly by?: Date | null | undefined
}

export interface Reserve {
  readonly kind: 'reserve'
  readonly id: string
  readonly channelId: string
  readonly reference: string | null
  /** Seconds until what is held ends by itself. */
  readonly ttlSeconds: number
  readonly allOrNothing: boolean
  readonly lines: readonly ReserveLine[]
  /** How the hub chooses where no location is named. By default NEAREST where a point is given, else PRIORITY. */
  readonly sourcing?: SourcingStrategy | null | undefined
  /** Where the units are to go, or to be fetched from. NEAREST needs it. */
  readonly near?: Point | null | undefined
  /** An order made elsewhere: never refused for lack of stock; what is not covered becomes backordered. */
  readonly asFact?: boolean
  /** Confirmed in the same step, as an order made elsewhere may be. */
  readonly confirmed?: boolean
}

export interface QuantityOfLine {
  /** The line's number; or, for events, its SKU. */
  readonly line?: number
  readonly sku?: string
  readonly locationId?: string | null
  readonly quantity?: number | string | null
  readonly unit?: string | null
}

/** What a tool may say of the document that it has read: where it has changed since, the step is refused VERSION_CONFLICT. */
export interface Expecting {
  readonly expectedVersion?: number | null
}

export interface ExtendReservation extends Expecting {
  readonly kind: 'extendReservation'
  readonly id: string
  readonly ttlSeconds: number
  readonly reason?: string | null
}

/** For events, what is needed to make an order that the hub has never heard of. */
export interface UnknownReservation {
  readonly id: string
  readonly channelId: string
  readonly reference: string
  readonly ttlSeconds: number
  readonly lines: readonly ReserveLine[]
}

export interface ConfirmReservation extends Expecting {
  readonly kind: 'confirmReservation'
  readonly reservation: DocumentName
  /** Everything that is held, or backordered without being confirmed, when absent. */
  readonly lines?: readonly QuantityOfLine[] | null
  readonly reason?: string | null
  readonly asFact?: boolean
  /** Without it, the confirmation of an unknown order waits for the order. */
  readonly unknown?: UnknownReservation
}

export interface ReleaseReservation extends Expecting {
  readonly kind: 'releaseReservation'
  readonly reservation: DocumentName
  /** All open lines when absent. */
  readonly lines?: readonly QuantityOfLine[] | null
  readonly reason?: string | null
  readonly asFact?: boolean
}

export interface FulfillReservation extends Expecting, Reporting {
  readonly kind: 'fulfillReservation'
  readonly reservation: DocumentName
  /** Everything confirmed and open when absent. */
  readonly lines?: readonly QuantityOfLine[] | null
  readonly reason?: string | null
  readonly asFact?: boolean
}

/** Units of one line are promised from another location instead. */
export interface MoveReservationLine extends Expecting {
  readonly kind: 'moveReservationLine'
  readonly reservation: DocumentName
  /** The line's number. */
  readonly line: number
  /** Base units; everything open of the line when absent. */
  readonly quantity?: number | null
  readonly locationId: string
  readonly reason?: string | null
}

/**
 * Several commands under one key: each is decided by itself, on what those before it have left, and gets an answer of its own; all of it is written in one
 * transaction. So a retry finds either all of the first answers or none, also after a crash.
 */
export interface Each {
  readonly kind: 'each'
  readonly commands: readonly (ConfirmReservation | ReleaseReservation)[]
}

/** Time did it: lines of a SKU whose hold is over, or a fence that falls back; or somebody who waits there could have something. Sent by the sweep. */
export interface ExpireHolds {
  readonly kind: 'expireHolds'
  readonly positions: readonly { readonly sku: string; readonly locationId: string }[]
}

export interface CountStock extends Said {
  readonly kind: 'countStock'
  readonly sku: string
  readonly locationId: string
  /** Where what differs is put. */
  readonly account: StockAccount
  /** What was counted together, `account` among them; that alone where it does not say. */
  readonly accounts?: readonly StockAccount[] | null
  /** Of an ERP: by how much it has corrected its own books, signed, in base units, and when; `at` is null where that was when it counted. null: it keeps none, or did not say. */
  readonly booked?: { readonly difference: number; readonly at: Date | null } | null
}

export interface AdjustStock {
  readonly kind: 'adjustStock'
  readonly sku: string
  readonly locationId: string
  /** Signed. */
  readonly delta: number | string
  readonly unit?: string | null
  readonly account: StockAccount
  readonly reason: string
}

export interface ReceiveStock extends Said, Reporting {
  readonly kind: 'receiveStock'
  readonly sku: string
  readonly locationId: string
  readonly reference: string | null
}

export interface ReclassifyStock extends Said {
  readonly kind: 'reclassifyStock'
  readonly sku: string
  readonly locationId: string
  readonly from: StockAccount
  readonly to: StockAccount
  readonly reason: string | null
}

export interface RecordSale extends Said, Reporting {
  readonly kind: 'recordSale'
  readonly sku: string
  readonly locationId: string
  readonly reference: string | null
  readonly channelId: string | null
}

export interface ShipmentLineInput extends Said {
  readonly sku: string
}

export interface CreateShipment {
  readonly kind: 'createShipment'
  readonly id: string
  readonly shipmentKind: 'TRANSFER' | 'PURCHASE'
  readonly originId: string | null
  readonly destinationId: string
  readonly supplier: string | null
  readonly reference: string | null
  readonly expectedAt: Date | null
  readonly lines: readonly ShipmentLineInput[]
}

/** For events, what is needed to post a physical step of a shipment that the hub has never heard of. */
export interface UnknownShipment {
  readonly id: string
  readonly shipmentKind: 'TRANSFER' | 'PURCHASE'
  readonly originId: string | null
  readonly destinationId: string | null
  readonly supplier: string | null
  readonly expectedAt: Date | null
}

export interface DispatchShipment extends Expecting, Reporting {
  readonly kind: 'dispatchShipment'
  readonly shipment: DocumentName
  readonly expectedAt?: Date | null
  readonly lines?: readonly QuantityOfLine[] | null
  readonly asFact?: UnknownShipment
}

export interface ReceiveShipment extends Expecting, Reporting {
  readonly kind: 'receiveShipment'
  readonly shipment: DocumentName
  readonly lines?: readonly QuantityOfLine[] | null
  readonly asFact?: UnknownShipment
}

export interface CloseShipment extends Expecting {
  readonly kind: 'closeShipment'
  readonly shipment: DocumentName
  readonly asFact?: boolean
}

export interface CancelShipment extends Expecting {
  readonly kind: 'cancelShipment'
  readonly shipment: DocumentName
}

/** It is expected at another time. */
export interface RescheduleShipment extends Expecting {
  readonly kind: 'rescheduleShipment'
  readonly shipment: DocumentName
  /** null: nobody knows. */
  readonly expectedAt: Date | null
}

/** Time did it: what of a shipment was expected by now is not there. Sent by the sweep. */
export interface TellLateSupply {
  readonly kind: 'tellLateSupply'
  readonly shipment: DocumentName
}

export interface ReturnLineInput extends Said {
  readonly sku: string
  readonly reason?: string | null
}

export interface AuthorizeReturn {
  readonly kind: 'authorizeReturn'
  readonly id: string
  readonly channelId: string | null
  readonly reservationId: string | null
  readonly locationId: string | null
  readonly reference: string | null
  readonly lines: readonly ReturnLineInput[]
}

/** For events, what is needed to post a parcel that the hub has never heard of. */
export interface UnknownReturn {
  readonly id: string
  readonly channelId: string | null
}

export interface ReceiveReturn extends Expecting, Reporting {
  readonly kind: 'receiveReturn'
  readonly return: DocumentName
  readonly locationId: string | null
  readonly lines?: readonly (QuantityOfLine & { readonly reason?: string | null })[] | null
  readonly asFact?: UnknownReturn
}

export type InspectionOutcome = 'PASSED' | 'QUARANTINED'

export interface InspectReturn extends Expecting {
  readonly kind: 'inspectReturn'
  readonly return: DocumentName
  readonly lines?: readonly (QuantityOfLine & { readonly outcome?: InspectionOutcome })[] | null
  readonly outcome: InspectionOutcome
  readonly asFact?: boolean
}

export interface ApproveRestock extends Expecting {
  readonly kind: 'approveRestock'
  readonly return: DocumentName
  readonly lines?: readonly QuantityOfLine[] | null
}

export interface RestockReturn extends Expecting {
  readonly kind: 'restockReturn'
  readonly return: DocumentName
  readonly lines?: readonly QuantityOfLine[] | null
  readonly asFact?: boolean
}

export type Disposition =
  /** Handed over to a carrier. */
  'IN_TRANSIT' | 'DISPOSE' | 'RETURN_TO_VENDOR' | 'QUARANTINE' | 'RELEASE_FROM_QUARANTINE' | 'MISSING' | 'CANCEL'

export interface DispositionReturn extends Expecting {
  readonly kind: 'dispositionReturn'
  readonly return: DocumentName
  readonly disposition: Disposition
  readonly lines?: readonly QuantityOfLine[] | null
  readonly reason: string | null
  readonly asFact?: boolean
}

/** Which SKUs have become low in stock in which channels, or are no longer, as `keepLowStock` has found. */
export interface NoteLowStock {
  readonly kind: 'noteLowStock'
  readonly notes: readonly LowStockNote[]
}

export interface LowStockNote {
  readonly sku: string
  readonly channelId: string
  readonly low: boolean
}

export interface UpsertItems {
  readonly kind: 'upsertItems'
  readonly items: readonly {
    readonly sku: string
    readonly title?: string | null
    readonly unit?: string | null
    readonly units?: readonly { readonly unit: string; readonly factor: number }[] | null
  }[]
}

export interface UpsertLocations {
  readonly kind: 'upsertLocations'
  readonly locations: readonly {
    readonly id: string
    readonly name?: string | null
    readonly kind?: string | null
    readonly parentId?: string | null
    readonly timeZone?: string | null
    readonly latitude?: number | null
    readonly longitude?: number | null
    /** Nothing is sourced from a closed one, and none that names it is reserved; facts are accepted all the same. */
    readonly closed?: boolean | null
  }[]
}

export interface UpsertChannel {
  readonly kind: 'upsertChannel'
  readonly id: string
  readonly name?: string | null
  readonly locations?: readonly { readonly locationId: string; readonly priority?: number | null }[] | null
  readonly buffer?: number | null
  /** null takes the cap away; undefined leaves it as it is. */
  readonly cap?: number | null | undefined
  readonly lowStockThreshold?: number | null
  readonly lowStockHysteresis?: number | null
  /** null takes them away; undefined leaves them as they are. */
  readonly bands?: readonly number[] | null | undefined
  readonly allowBackorder?: boolean | null
}

export interface UpsertStockPolicy {
  readonly kind: 'upsertStockPolicy'
  readonly sku: string
  readonly locationId: string
  readonly safetyStock?: number | null
  /** All units that are set aside, in the order in which they are covered; they replace those before. */
  readonly fences?:
    | readonly { readonly channelId: string; readonly quantity: number; readonly until?: Date | null }[]
    | null
}

export interface UpsertErpSystem {
  readonly kind: 'upsertErpSystem'
  readonly id: string
  readonly name?: string | null
  /** The connector; needed for a new one, and never changed. */
  readonly connector?: string | null
  readonly settings?: Readonly<Record<string, unknown>> | null
  readonly heardSources?: readonly string[] | null
  readonly paused?: boolean | null
  readonly correctUpTo?: number | null
  readonly fourEyes?: boolean | null
  readonly reconcileMinutes?: number | null
  readonly shadowHours?: number | null
}

/** Says what an ERP is for some goods at some places, from a moment on. */
export interface SetErpRoute {
  readonly kind: 'setErpRoute'
  readonly systemId: string
  /** null: everywhere. */
  readonly locationIds: readonly string[] | null
  /** Beginnings of SKUs; null: all goods. */
  readonly skuPrefixes: readonly string[] | null
  /** CUT_OVER: it becomes LIVE, and whichever was before goes on in SHADOW. */
  readonly mode: ErpMode | 'CUT_OVER'
  /** null: from now on. */
  readonly validFrom: Date | null
}

/** Says who has the last word on some kinds of facts at some places; it replaces whoever had it. */
export interface SetAuthority {
  readonly kind: 'setAuthority'
  readonly factKinds: readonly FactKind[]
  /** null: everywhere where nothing closer is declared. */
  readonly locationIds: readonly string[] | null
  /** null: nobody any more. */
  readonly source: string | null
  readonly inParts: boolean
}

/** What cannot be applied and is kept: an event that is not valid, with the reason. */
export interface RefuseEvent {
  readonly kind: 'refuseEvent'
  readonly code: EventRefusalCode
  readonly message: string
}

/** A parked event whose time is over becomes a dead letter. */
export interface ExpireParked {
  readonly kind: 'expireParked'
}

export type Command =
  | Reserve
  | ExtendReservation
  | ConfirmReservation
  | ReleaseReservation
  | FulfillReservation
  | MoveReservationLine
  | Each
  | ExpireHolds
  | CountStock
  | AdjustStock
  | ReceiveStock
  | ReclassifyStock
  | RecordSale
  | CreateShipment
  | DispatchShipment
  | ReceiveShipment
  | CloseShipment
  | CancelShipment
  | RescheduleShipment
  | TellLateSupply
  | AuthorizeReturn
  | ReceiveReturn
  | InspectReturn
  | ApproveRestock
  | RestockReturn
  | DispositionReturn
  | UpsertItems
  | NoteLowStock
  | UpsertLocations
  | UpsertChannel
  | UpsertStockPolicy
  | UpsertErpSystem
  | SetErpRoute
  | SetAuthority
  | RefuseEvent
  | ExpireParked

/** The closed list of refusals. Each is decided in a documented order, so that the same input always gets the same one. */
export type RefusalCode =
  | 'IDEMPOTENCY_CONFLICT'
  | 'INVALID_INPUT'
  | 'UNKNOWN_SKU'
  | 'UNKNOWN_LOCATION'
  | 'UNKNOWN_CHANNEL'
  | 'LOCATION_CLOSED'
  | 'NOT_FOUND'
  | 'VERSION_CONFLICT'
  | 'WRONG_STATE'
  | 'INSUFFICIENT_STOCK'
  | 'INSUFFICIENT_SUPPLY'
  | 'NO_LONGER_AVAILABLE'

/** Why an event lies in the dead letters. */
export type EventRefusalCode =
  // What happened does not depend on what anybody has read, and nobody promises it for a date.
  | Exclude<RefusalCode, 'VERSION_CONFLICT' | 'INSUFFICIENT_SUPPLY'>
  | 'INVALID_EVENT'
  | 'UNKNOWN_TYPE'
  | 'EVENT_CONFLICT'
  | 'CLOCK_AHEAD'
  | 'PARKED_TOO_LONG'
  // No event: a movement of ours that an ERP did not take.
  | 'ERP_REFUSED'
  // No event either: what a system has posted, of which its mapping made none.
  | 'MAPPING_FAILED'
  | 'MAPPING_LIMIT'
  | 'MAPPING_RESULT'

/** Which rule of a field an input broke: the finer word beside INVALID_INPUT, for what clients can get wrong in a request. */
export type InputProblem =
  | 'LIST_EMPTY'
  | 'LIST_TOO_LONG'
  | 'LISTED_TWICE'
  | 'QUANTITY_NOT_POSITIVE'
  | 'QUANTITY_NOT_WHOLE'
  | 'QUANTITY_TOO_LARGE'
  | 'UNIT_UNKNOWN'
  | 'TTL_OUT_OF_RANGE'
  | 'NUMBER_OUT_OF_RANGE'
  | 'TEXT_EMPTY'
  | 'TEXT_TOO_LONG'
  | 'TEXT_NOT_STORABLE'
  | 'VALUE_UNKNOWN'
  | 'VALUE_MISSING'
  | 'CONTRADICTION'

/** The reason to refuse an event among all reasons. */
export function eventCodeOf(code: Refusal['code']): EventRefusalCode {
  if (code === 'VERSION_CONFLICT') throw new Error('An event expects no version')
  if (code === 'INSUFFICIENT_SUPPLY') throw new Error('An event asks for no date')
  return code
}

export interface Refusal {
  readonly code: RefusalCode | EventRefusalCode
  /** Only with INVALID_INPUT. */
  readonly problem?: InputProblem | undefined
  readonly message: string
  /** Path of the offending input, from "input" down. */
  readonly field?: readonly string[] | undefined
  /** Public id of the line that is concerned, where a step of the whole document fails for it. */
  readonly lineId?: string | undefined
}

/** The event that a command came from. */
export interface EventIdentity {
  readonly source: string
  readonly id: string
  readonly type: string
  /** SHA-256 of the canonical content: same id with other content is a conflict. */
  readonly contentHash: Buffer
  /** The event as JSON text, kept for replay. */
  readonly content: string
  /** Set when a dead letter or a parked event is tried again. */
  readonly retryOf?: 'deadLetter' | 'parked'
  /** Of one that is tried again, what of it was posted while it waited. Looked up by the ledger itself. */
  readonly told?: readonly ToldParcel[]
  /** Seconds that it may wait for its predecessor, where it has to; a day by default. */
  readonly parkSeconds?: number
}

/** Units that left one place, as they were told under a reference. Base units. */
export interface ToldParcel {
  readonly sku: string
  readonly locationId: string
  readonly reference: string | null
  readonly channelId: string | null
  readonly quantity: number
  /** As of when they were posted first, in ISO 8601. Absent in what was kept before this was. */
  readonly occurredAt?: string | undefined
}

export interface IdempotencyKey {
  readonly key: string
  /** SHA-256 of the canonical input. */
  readonly requestHash: Buffer
}

/** A command with who sent it, when it happened and how a repetition is recognised. */
export interface Submission<C extends Command = Command> {
  readonly command: C
  readonly client: string
  /** Channels whose documents may be touched; null means all. A document out of sight is NOT_FOUND. */
  readonly channels: readonly string[] | null
  /** Only reservations that this client made may be touched: a storefront sees its own and no others. */
  readonly onlyOwn?: boolean
  /** Set where a channel's bands are told in place of its quantities: to whoever wants units of it, or merely asks whether they could be had. */
  readonly inBands?: 'command' | 'question' | undefined
  /** The source's clock; null when it is the hub itself that acts now. */
  readonly occurredAt: Date | null
  readonly key?: IdempotencyKey
  readonly event?: EventIdentity
}

export interface DocumentRef {
  readonly kind: DocumentKind
  readonly id: string
}
