// Made by `npm run codegen` from the operations of the demo; not to be edited.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** Why `approveRestock` refuses. Checked in a fixed order, so that the same input in the same state always gets the same code. */
export type ApproveRestockErrorCode =
  /** The key was used before by this client with other content. Nothing was done; use a new key for a new request. */
  | 'IDEMPOTENCY_CONFLICT'
  /** The input breaks a rule stated at the field that `field` names. Repeating the same input does not help. */
  | 'INVALID_INPUT'
  /** No such return or line, or the viewer may not see it. A retry does not help. */
  | 'NOT_FOUND'
  /** No channel has this id, or the viewer may not see it. A retry does not help. */
  | 'UNKNOWN_CHANNEL'
  /** No location has this id. A retry with a new key helps after `upsertLocations`. */
  | 'UNKNOWN_LOCATION'
  /** No item has this SKU. A retry with a new key helps after `upsertItems`. */
  | 'UNKNOWN_SKU'
  /** It is not at `expectedVersion` any more: somebody changed it. Reading it again and sending its version with a new key helps; the same input never does. */
  | 'VERSION_CONFLICT'
  /** Less is inspected than the quantity given, or nothing is. A retry helps after the inspection. */
  | 'WRONG_STATE';

/** Input of `approveRestock`. */
export type ApproveRestockInput = {
  /** The `version` that you have read; the request is refused with VERSION_CONFLICT when the return has another one now. Absent: whatever it is. */
  expectedVersion?: number | null | undefined;
  /** The return. */
  id: string;
  /**
   * Chosen by the client, 1 to 256 characters, unique for each request of this client, for ever. The same key with the same content has one
   * effect and gets the first decision again, with the return as it is now.
   */
  idempotencyKey: string;
  /** What is approved; everything inspected when absent. At most 100. */
  lines?: Array<ApproveRestockLineInput> | null | undefined;
};

/** Units that may go back on the shelf. */
export type ApproveRestockLineInput = {
  /** The line. */
  lineId: string;
  /** Base units; all that the step can move of the line when absent. */
  quantity?: number | null | undefined;
};

/** Why `authorizeReturn` refuses. Checked in a fixed order, so that the same input in the same state always gets the same code. */
export type AuthorizeReturnErrorCode =
  /** The key was used before by this client with other content. Nothing was done; use a new key for a new request. */
  | 'IDEMPOTENCY_CONFLICT'
  /** The input breaks a rule stated at the field that `field` names. Repeating the same input does not help. */
  | 'INVALID_INPUT'
  /** No such reservation, or the viewer may not see it. A retry does not help. */
  | 'NOT_FOUND'
  /** No channel has this id, or the viewer may not see it. A retry does not help. */
  | 'UNKNOWN_CHANNEL'
  /** No location has this id. A retry with a new key helps after `upsertLocations`. */
  | 'UNKNOWN_LOCATION'
  /** No item has this SKU. A retry with a new key helps after `upsertItems`. */
  | 'UNKNOWN_SKU'
  /** Not used. */
  | 'WRONG_STATE';

/** Input of `authorizeReturn`. */
export type AuthorizeReturnInput = {
  /** The channel through which the units were sold; the reservation's when absent. */
  channelId?: string | null | undefined;
  /**
   * Chosen by the client, 1 to 256 characters, unique for each request of this client, for ever. The same key with the same content has one
   * effect and gets the first decision again, with the return as it is now.
   */
  idempotencyKey: string;
  /** 1 to 100 lines. */
  lines: Array<AuthorizeReturnLineInput>;
  /** Where it is expected. */
  locationId?: string | null | undefined;
  /** The client's own name of the return, at most 256 characters. Events name the return by it. */
  reference?: string | null | undefined;
  /** The reservation by which the units were sold. */
  reservationId?: string | null | undefined;
};

/** Units that may come back. */
export type AuthorizeReturnLineInput = {
  /** How many of `unit`; at least 1. */
  quantity: number;
  /** Why they come back; at most 256 characters. */
  reason?: string | null | undefined;
  /** SKU of the item. */
  sku: string;
  /** The base unit when absent. */
  unit?: string | null | undefined;
};

/** What a shop would show. */
export type AvailabilityStatus =
  /** Nothing, and the channel takes orders nevertheless. */
  | 'BACKORDER'
  /** More than the channel's low-stock threshold. */
  | 'IN_STOCK'
  /** Something, and at most the channel's low-stock threshold. */
  | 'LOW_STOCK'
  /** Nothing. */
  | 'OUT_OF_STOCK';

/** Why `cancelShipment` refuses. Checked in a fixed order, so that the same input in the same state always gets the same code. */
export type CancelShipmentErrorCode =
  /** The key was used before by this client with other content. Nothing was done; use a new key for a new request. */
  | 'IDEMPOTENCY_CONFLICT'
  /** The input breaks a rule stated at the field that `field` names. Repeating the same input does not help. */
  | 'INVALID_INPUT'
  /** No such shipment. A retry does not help. */
  | 'NOT_FOUND'
  /** No channel has this id, or the viewer may not see it. A retry does not help. */
  | 'UNKNOWN_CHANNEL'
  /** No location has this id. A retry with a new key helps after `upsertLocations`. */
  | 'UNKNOWN_LOCATION'
  /** No item has this SKU. A retry with a new key helps after `upsertItems`. */
  | 'UNKNOWN_SKU'
  /** It is not at `expectedVersion` any more: somebody changed it. Reading it again and sending its version with a new key helps; the same input never does. */
  | 'VERSION_CONFLICT'
  /** Something left already, or it is canceled. A retry does not help; close it instead. */
  | 'WRONG_STATE';

/** Input of `cancelShipment`. */
export type CancelShipmentInput = {
  /** The `version` that you have read; the request is refused with VERSION_CONFLICT when the shipment has another one now. Absent: whatever it is. */
  expectedVersion?: number | null | undefined;
  /** The shipment. */
  id: string;
  /**
   * Chosen by the client, 1 to 256 characters, unique for each request of this client, for ever. The same key with the same content has one
   * effect and gets the first decision again, with the shipment as it is now.
   */
  idempotencyKey: string;
};

/** Why `closeShipment` refuses. Checked in a fixed order, so that the same input in the same state always gets the same code. */
export type CloseShipmentErrorCode =
  /** The key was used before by this client with other content. Nothing was done; use a new key for a new request. */
  | 'IDEMPOTENCY_CONFLICT'
  /** The input breaks a rule stated at the field that `field` names. Repeating the same input does not help. */
  | 'INVALID_INPUT'
  /** No such shipment. A retry does not help. */
  | 'NOT_FOUND'
  /** No channel has this id, or the viewer may not see it. A retry does not help. */
  | 'UNKNOWN_CHANNEL'
  /** No location has this id. A retry with a new key helps after `upsertLocations`. */
  | 'UNKNOWN_LOCATION'
  /** No item has this SKU. A retry with a new key helps after `upsertItems`. */
  | 'UNKNOWN_SKU'
  /** It is not at `expectedVersion` any more: somebody changed it. Reading it again and sending its version with a new key helps; the same input never does. */
  | 'VERSION_CONFLICT'
  /** It is DRAFT (cancel it instead), RECEIVED, CLOSED_SHORT or CANCELED. A retry does not help. */
  | 'WRONG_STATE';

/** Input of `closeShipment`. */
export type CloseShipmentInput = {
  /** The `version` that you have read; the request is refused with VERSION_CONFLICT when the shipment has another one now. Absent: whatever it is. */
  expectedVersion?: number | null | undefined;
  /** The shipment. */
  id: string;
  /**
   * Chosen by the client, 1 to 256 characters, unique for each request of this client, for ever. The same key with the same content has one
   * effect and gets the first decision again, with the shipment as it is now.
   */
  idempotencyKey: string;
};

/** Why `confirmReservation` refuses. Checked in a fixed order, so that the same input in the same state always gets the same code. */
export type ConfirmReservationErrorCode =
  /** The key was used before by this client with other content. Nothing was done; use a new key for a new request. */
  | 'IDEMPOTENCY_CONFLICT'
  /** The input breaks a rule stated at the field that `field` names. Repeating the same input does not help. */
  | 'INVALID_INPUT'
  /** No such reservation or line, or the viewer may not see it. A retry does not help. */
  | 'NOT_FOUND'
  /**
   * What was held is no longer there, because facts took it, and the channel does not allow backorders. The hold stays as it is; a retry with
   * a new key helps when stock comes.
   */
  | 'NO_LONGER_AVAILABLE'
  /** Not used. */
  | 'UNKNOWN_CHANNEL'
  /** Not used. */
  | 'UNKNOWN_LOCATION'
  /** Not used. */
  | 'UNKNOWN_SKU'
  /** It is not at `expectedVersion` any more: somebody changed it, or its time is over. Reading it again and sending its version with a new key helps; the same input never does. */
  | 'VERSION_CONFLICT'
  /**
   * Nothing of it, or of a line given, is open and unconfirmed, or less than the quantity given: it expired, was released or confirmed before.
   * Reserve anew if it expired. Or a line would be split of a reservation that has 1,000 lines or more: confirm all that waits in it.
   */
  | 'WRONG_STATE';

/** Input of `confirmReservation`. */
export type ConfirmReservationInput = {
  /**
   * The `version` that you have read; the request is refused with VERSION_CONFLICT when the reservation has another one now. Absent: whatever it
   * is.
   */
  expectedVersion?: number | null | undefined;
  /** The reservation. */
  id: string;
  /**
   * Chosen by the client, 1 to 256 characters, unique for each request of this client, for ever. The same key with the same content has one
   * effect and gets the first decision again, with the reservation as it is now: a retry that comes late may find that it has ended. Look at its
   * `status` before you charge.
   */
  idempotencyKey: string;
  /** What to make firm; everything held or waiting when absent. At most 100. */
  lines?: Array<ConfirmReservationLineInput> | null | undefined;
  /** Why, for the audit trail; at most 256 characters. */
  reason?: string | null | undefined;
};

/** Units to be made firm. */
export type ConfirmReservationLineInput = {
  /** The line. */
  lineId: string;
  /** Base units; everything unconfirmed of the line when absent. */
  quantity?: number | null | undefined;
};

/** Why `createShipment` refuses. Checked in a fixed order, so that the same input in the same state always gets the same code. */
export type CreateShipmentErrorCode =
  /** The key was used before by this client with other content. Nothing was done; use a new key for a new request. */
  | 'IDEMPOTENCY_CONFLICT'
  /** The input breaks a rule stated at the field that `field` names. Repeating the same input does not help. */
  | 'INVALID_INPUT'
  /** Not used. */
  | 'NOT_FOUND'
  /** No channel has this id, or the viewer may not see it. A retry does not help. */
  | 'UNKNOWN_CHANNEL'
  /** No location has this id. A retry with a new key helps after `upsertLocations`. */
  | 'UNKNOWN_LOCATION'
  /** No item has this SKU. A retry with a new key helps after `upsertItems`. */
  | 'UNKNOWN_SKU'
  /** Not used. */
  | 'WRONG_STATE';

/** Input of `createShipment`. */
export type CreateShipmentInput = {
  /** Where it arrives. */
  destinationId: string;
  /** When it should arrive. */
  expectedAt?: string | null | undefined;
  /**
   * Chosen by the client, 1 to 256 characters, unique for each request of this client, for ever. The same key with the same content has one
   * effect and gets the first decision again, with the shipment as it is now.
   */
  idempotencyKey: string;
  /** Transfer or purchase. */
  kind: ShipmentKind;
  /** 1 to 100 lines, each SKU once. */
  lines: Array<CreateShipmentLineInput>;
  /** Where a transfer leaves; required for a transfer, refused for a purchase. Another location than the destination. */
  originId?: string | null | undefined;
  /** The client's own name of the order, at most 256 characters. Events name the shipment by it. */
  reference?: string | null | undefined;
  /** Who delivers a purchase, at most 256 characters; refused for a transfer. */
  supplier?: string | null | undefined;
};

/** Units to be shipped. */
export type CreateShipmentLineInput = {
  /** How many of `unit`; at least 1. */
  quantity: number;
  /** SKU of the item. */
  sku: string;
  /** The base unit when absent. */
  unit?: string | null | undefined;
};

/** Why `dispatchShipment` refuses. Checked in a fixed order, so that the same input in the same state always gets the same code. */
export type DispatchShipmentErrorCode =
  /** The key was used before by this client with other content. Nothing was done; use a new key for a new request. */
  | 'IDEMPOTENCY_CONFLICT'
  /** The input breaks a rule stated at the field that `field` names. Repeating the same input does not help. */
  | 'INVALID_INPUT'
  /** No such shipment or line. A retry does not help. */
  | 'NOT_FOUND'
  /** No channel has this id, or the viewer may not see it. A retry does not help. */
  | 'UNKNOWN_CHANNEL'
  /** No location has this id. A retry with a new key helps after `upsertLocations`. */
  | 'UNKNOWN_LOCATION'
  /** No item has this SKU. A retry with a new key helps after `upsertItems`. */
  | 'UNKNOWN_SKU'
  /** It is not at `expectedVersion` any more: somebody changed it. Reading it again and sending its version with a new key helps; the same input never does. */
  | 'VERSION_CONFLICT'
  /** It is RECEIVED, CLOSED_SHORT or CANCELED, or nothing is left to dispatch. A retry does not help. */
  | 'WRONG_STATE';

/** Input of `dispatchShipment`. */
export type DispatchShipmentInput = {
  /** When it should arrive, if that is known better now. */
  expectedAt?: string | null | undefined;
  /** The `version` that you have read; the request is refused with VERSION_CONFLICT when the shipment has another one now. Absent: whatever it is. */
  expectedVersion?: number | null | undefined;
  /** The shipment. */
  id: string;
  /**
   * Chosen by the client, 1 to 256 characters, unique for each request of this client, for ever. The same key with the same content has one
   * effect and gets the first decision again, with the shipment as it is now.
   */
  idempotencyKey: string;
  /** What left; everything ordered and not dispatched when absent. What is not named stays to be dispatched later. At most 100. */
  lines?: Array<DispatchShipmentLineInput> | null | undefined;
};

/** Units that left. */
export type DispatchShipmentLineInput = {
  /** The line. */
  lineId: string;
  /** How many of `unit`; everything not dispatched of the line when absent. */
  quantity?: number | null | undefined;
  /** The base unit when absent. */
  unit?: string | null | undefined;
};

/** Why `dispositionReturn` refuses. Checked in a fixed order, so that the same input in the same state always gets the same code. */
export type DispositionReturnErrorCode =
  /** The key was used before by this client with other content. Nothing was done; use a new key for a new request. */
  | 'IDEMPOTENCY_CONFLICT'
  /** The input breaks a rule stated at the field that `field` names. Repeating the same input does not help. */
  | 'INVALID_INPUT'
  /** No such return or line, or the viewer may not see it. A retry does not help. */
  | 'NOT_FOUND'
  /** No channel has this id, or the viewer may not see it. A retry does not help. */
  | 'UNKNOWN_CHANNEL'
  /** No location has this id. A retry with a new key helps after `upsertLocations`. */
  | 'UNKNOWN_LOCATION'
  /** No item has this SKU. A retry with a new key helps after `upsertItems`. */
  | 'UNKNOWN_SKU'
  /** It is not at `expectedVersion` any more: somebody changed it. Reading it again and sending its version with a new key helps; the same input never does. */
  | 'VERSION_CONFLICT'
  /** Less is in a state that can take this way than the quantity given, or nothing is. A retry helps after the step before it. */
  | 'WRONG_STATE';

/** Input of `dispositionReturn`. */
export type DispositionReturnInput = {
  /** Which way the units take. */
  disposition: ReturnDisposition;
  /** The `version` that you have read; the request is refused with VERSION_CONFLICT when the return has another one now. Absent: whatever it is. */
  expectedVersion?: number | null | undefined;
  /** The return. */
  id: string;
  /**
   * Chosen by the client, 1 to 256 characters, unique for each request of this client, for ever. The same key with the same content has one
   * effect and gets the first decision again, with the return as it is now.
   */
  idempotencyKey: string;
  /** Which units; everything that can take this way when absent. At most 100. */
  lines?: Array<DispositionReturnLineInput> | null | undefined;
  /** Why; at most 256 characters. */
  reason?: string | null | undefined;
};

/** Units that take another way. */
export type DispositionReturnLineInput = {
  /** The line. */
  lineId: string;
  /** Base units; all that the step can move of the line when absent. */
  quantity?: number | null | undefined;
};

/** Why `extendReservation` refuses. Checked in a fixed order, so that the same input in the same state always gets the same code. */
export type ExtendReservationErrorCode =
  /** The key was used before by this client with other content. Nothing was done; use a new key for a new request. */
  | 'IDEMPOTENCY_CONFLICT'
  /** The input breaks a rule stated at the field that `field` names. Repeating the same input does not help. */
  | 'INVALID_INPUT'
  /** No such reservation, or the viewer may not see it. A retry does not help. */
  | 'NOT_FOUND'
  /** Not used. */
  | 'UNKNOWN_CHANNEL'
  /** Not used. */
  | 'UNKNOWN_LOCATION'
  /** Not used. */
  | 'UNKNOWN_SKU'
  /** It is not at `expectedVersion` any more: somebody changed it, or its time is over. Reading it again and sending its version with a new key helps; the same input never does. */
  | 'VERSION_CONFLICT'
  /** Nothing of it is held or waits unconfirmed any more. A retry does not help. */
  | 'WRONG_STATE';

/** Input of `extendReservation`. */
export type ExtendReservationInput = {
  /**
   * The `version` that you have read; the request is refused with VERSION_CONFLICT when the reservation has another one now. Absent: whatever it
   * is.
   */
  expectedVersion?: number | null | undefined;
  /** The reservation. */
  id: string;
  /**
   * Chosen by the client, 1 to 256 characters, unique for each request of this client, for ever. The same key with the same content has one
   * effect and gets the first decision again, with the reservation as it is now: a retry that comes late may find that it has ended. Look at its
   * `status` before you charge.
   */
  idempotencyKey: string;
  /** Why, for the audit trail; at most 256 characters. */
  reason?: string | null | undefined;
  /** Seconds until it ends by itself, counted from this request, not from the end before: 1 to 2,592,000 (30 days). There may be any number of extensions. */
  ttlSeconds?: number | null | undefined;
};

/** Units of a SKU at a location that only one channel may sell. */
export type FenceInput = {
  /** For whom; each channel once. It sells from its fence first, and from what is set aside for nobody after that. */
  channelId: string;
  /**
   * Base units set aside in all, those included that the channel has taken from the fence since it was made; at least 1, all fences together at
   * most 2^43. It may be more than there is: the fence is then covered by what comes, and others get only what is left beyond it.
   */
  quantity: number;
  /** When what is left falls back to everybody; a moment that is over sets nothing aside. Null: it stays until the policy is changed. */
  until?: string | null | undefined;
};

/** Why `fulfillReservation` refuses. Checked in a fixed order, so that the same input in the same state always gets the same code. */
export type FulfillReservationErrorCode =
  /** The key was used before by this client with other content. Nothing was done; use a new key for a new request. */
  | 'IDEMPOTENCY_CONFLICT'
  /** The input breaks a rule stated at the field that `field` names. Repeating the same input does not help. */
  | 'INVALID_INPUT'
  /** No such reservation or line, or the viewer may not see it. A retry does not help. */
  | 'NOT_FOUND'
  /** Not used. */
  | 'UNKNOWN_CHANNEL'
  /** Not used. */
  | 'UNKNOWN_LOCATION'
  /** Not used. */
  | 'UNKNOWN_SKU'
  /** It is not at `expectedVersion` any more: somebody changed it, or its time is over. Reading it again and sending its version with a new key helps; the same input never does. */
  | 'VERSION_CONFLICT'
  /** Less is confirmed and open than the quantity given, or nothing is. Confirm it first, or wait for the stock of what is backordered, and come with a new key. */
  | 'WRONG_STATE';

/** Input of `fulfillReservation`. */
export type FulfillReservationInput = {
  /**
   * The `version` that you have read; the request is refused with VERSION_CONFLICT when the reservation has another one now. Absent: whatever it
   * is.
   */
  expectedVersion?: number | null | undefined;
  /** The reservation. */
  id: string;
  /**
   * Chosen by the client, 1 to 256 characters, unique for each request of this client, for ever. The same key with the same content has one
   * effect and gets the first decision again, with the reservation as it is now.
   */
  idempotencyKey: string;
  /** What was shipped; everything confirmed and open when absent. At most 100. */
  lines?: Array<FulfillReservationLineInput> | null | undefined;
  /** Why, for the audit trail; at most 256 characters. */
  reason?: string | null | undefined;
};

/** Units that were shipped. */
export type FulfillReservationLineInput = {
  /** The line. */
  lineId: string;
  /** Base units; everything confirmed and open of the line when absent. */
  quantity?: number | null | undefined;
};

/** Why `inspectReturn` refuses. Checked in a fixed order, so that the same input in the same state always gets the same code. */
export type InspectReturnErrorCode =
  /** The key was used before by this client with other content. Nothing was done; use a new key for a new request. */
  | 'IDEMPOTENCY_CONFLICT'
  /** The input breaks a rule stated at the field that `field` names. Repeating the same input does not help. */
  | 'INVALID_INPUT'
  /** No such return or line, or the viewer may not see it. A retry does not help. */
  | 'NOT_FOUND'
  /** No channel has this id, or the viewer may not see it. A retry does not help. */
  | 'UNKNOWN_CHANNEL'
  /** No location has this id. A retry with a new key helps after `upsertLocations`. */
  | 'UNKNOWN_LOCATION'
  /** No item has this SKU. A retry with a new key helps after `upsertItems`. */
  | 'UNKNOWN_SKU'
  /** It is not at `expectedVersion` any more: somebody changed it. Reading it again and sending its version with a new key helps; the same input never does. */
  | 'VERSION_CONFLICT'
  /** Less is received and not inspected than the quantity given, or nothing is. A retry helps after it was received. */
  | 'WRONG_STATE';

/** Input of `inspectReturn`. */
export type InspectReturnInput = {
  /** The `version` that you have read; the request is refused with VERSION_CONFLICT when the return has another one now. Absent: whatever it is. */
  expectedVersion?: number | null | undefined;
  /** The return. */
  id: string;
  /**
   * Chosen by the client, 1 to 256 characters, unique for each request of this client, for ever. The same key with the same content has one
   * effect and gets the first decision again, with the return as it is now.
   */
  idempotencyKey: string;
  /** What was inspected; everything received and not inspected when absent. At most 100. */
  lines?: Array<InspectReturnLineInput> | null | undefined;
  /** For what the lines do not say otherwise. */
  outcome?: InspectionOutcome | null | undefined;
};

/** Units that were inspected. A line may be named several times with different outcomes. */
export type InspectReturnLineInput = {
  /** The line. */
  lineId: string;
  /** The outcome of the whole inspection when absent. */
  outcome?: InspectionOutcome | null | undefined;
  /** Base units; everything received and not inspected of the line when absent. */
  quantity?: number | null | undefined;
};

/** How units passed an inspection. */
export type InspectionOutcome =
  /** They may be approved for the shelf, or take another way. */
  | 'PASSED'
  /** They are set apart. */
  | 'QUARANTINED';

/** A unit of an item other than its base unit. */
export type ItemUnitInput = {
  /** How many whole base units are in one of it; at least 1. */
  factor: number;
  /** Name of the unit, 1 to 64 characters. */
  unit: string;
};

/** What sort of place a location is. It has no influence on the arithmetic. */
export type LocationKind =
  /** A group of locations: a country. */
  | 'COUNTRY'
  /** A shop without visitors that serves deliveries. */
  | 'DARK_STORE'
  /** A distribution centre. */
  | 'DC'
  /** A centre that ships orders to customers. */
  | 'FULFILLMENT_CENTER'
  /** Anything else. */
  | 'OTHER'
  /** A point where customers pick up orders. */
  | 'PICKUP_POINT'
  /** A group of locations. */
  | 'REGION'
  /** A place where returns are handled. */
  | 'RETURNS_CENTER'
  /** A shop that people visit. */
  | 'STORE'
  /** A supplier's place from which orders are shipped directly. */
  | 'SUPPLIER'
  /** A place run by a logistics partner. */
  | 'THIRD_PARTY'
  /** A place that is on the road: a van, a ship. */
  | 'VEHICLE'
  /** A place that exists only in the books. */
  | 'VIRTUAL'
  /** A warehouse; what a location is when it was not said. */
  | 'WAREHOUSE'
  /** A part of a location: a floor, an aisle, a zone. */
  | 'ZONE';

/** A place on earth, in degrees of WGS 84. */
export type PointInput = {
  /** Degrees north, −90 to 90. */
  latitude: number;
  /** Degrees east, −180 to 180. */
  longitude: number;
};

/** Why `receiveReturn` refuses. Checked in a fixed order, so that the same input in the same state always gets the same code. */
export type ReceiveReturnErrorCode =
  /** The key was used before by this client with other content. Nothing was done; use a new key for a new request. */
  | 'IDEMPOTENCY_CONFLICT'
  /** The input breaks a rule stated at the field that `field` names. Repeating the same input does not help. */
  | 'INVALID_INPUT'
  /** No such return or line, or the viewer may not see it. A retry does not help. */
  | 'NOT_FOUND'
  /** No channel has this id, or the viewer may not see it. A retry does not help. */
  | 'UNKNOWN_CHANNEL'
  /** No location has this id. A retry with a new key helps after `upsertLocations`. */
  | 'UNKNOWN_LOCATION'
  /** No item has this SKU. A retry with a new key helps after `upsertItems`. */
  | 'UNKNOWN_SKU'
  /** It is not at `expectedVersion` any more: somebody changed it. Reading it again and sending its version with a new key helps; the same input never does. */
  | 'VERSION_CONFLICT'
  /** It has ended, or nothing is awaited and no lines were given. A parcel that arrived nevertheless can be reported by an event. */
  | 'WRONG_STATE';

/** Input of `receiveReturn`. */
export type ReceiveReturnInput = {
  /** The `version` that you have read; the request is refused with VERSION_CONFLICT when the return has another one now. Absent: whatever it is. */
  expectedVersion?: number | null | undefined;
  /** The return. */
  id: string;
  /**
   * Chosen by the client, 1 to 256 characters, unique for each request of this client, for ever. The same key with the same content has one
   * effect and gets the first decision again, with the return as it is now.
   */
  idempotencyKey: string;
  /** What arrived; everything authorized or in transit when absent. At most 100. */
  lines?: Array<ReceiveReturnLineInput> | null | undefined;
  /** Where it arrived; where it is expected when absent. */
  locationId?: string | null | undefined;
};

/** Units that arrived. */
export type ReceiveReturnLineInput = {
  /** The line. */
  lineId: string;
  /** How many of `unit`, more than was authorized included; everything awaited of the line when absent. */
  quantity?: number | null | undefined;
  /** The base unit when absent. */
  unit?: string | null | undefined;
};

/** Why `receiveShipment` refuses. Checked in a fixed order, so that the same input in the same state always gets the same code. */
export type ReceiveShipmentErrorCode =
  /** The key was used before by this client with other content. Nothing was done; use a new key for a new request. */
  | 'IDEMPOTENCY_CONFLICT'
  /** The input breaks a rule stated at the field that `field` names. Repeating the same input does not help. */
  | 'INVALID_INPUT'
  /** No such shipment or line. A retry does not help. */
  | 'NOT_FOUND'
  /** No channel has this id, or the viewer may not see it. A retry does not help. */
  | 'UNKNOWN_CHANNEL'
  /** No location has this id. A retry with a new key helps after `upsertLocations`. */
  | 'UNKNOWN_LOCATION'
  /** No item has this SKU. A retry with a new key helps after `upsertItems`. */
  | 'UNKNOWN_SKU'
  /** It is not at `expectedVersion` any more: somebody changed it. Reading it again and sending its version with a new key helps; the same input never does. */
  | 'VERSION_CONFLICT'
  /**
   * It is RECEIVED, CLOSED_SHORT or CANCELED, or nothing is outstanding and no lines were given. A fact that arrived nevertheless can be
   * reported by an event.
   */
  | 'WRONG_STATE';

/** Input of `receiveShipment`. */
export type ReceiveShipmentInput = {
  /** The `version` that you have read; the request is refused with VERSION_CONFLICT when the shipment has another one now. Absent: whatever it is. */
  expectedVersion?: number | null | undefined;
  /** The shipment. */
  id: string;
  /**
   * Chosen by the client, 1 to 256 characters, unique for each request of this client, for ever. The same key with the same content has one
   * effect and gets the first decision again, with the shipment as it is now.
   */
  idempotencyKey: string;
  /** What arrived; everything on the way when absent, or everything outstanding where nothing is on the way. At most 100. */
  lines?: Array<ReceiveShipmentLineInput> | null | undefined;
};

/** Units that arrived. */
export type ReceiveShipmentLineInput = {
  /** The line. */
  lineId: string;
  /** How many of `unit`, more than was sent included; what is on the way of the line when absent, or what is outstanding. */
  quantity?: number | null | undefined;
  /** The base unit when absent. */
  unit?: string | null | undefined;
};

/** Why `releaseReservation` refuses. Checked in a fixed order, so that the same input in the same state always gets the same code. */
export type ReleaseReservationErrorCode =
  /** The key was used before by this client with other content. Nothing was done; use a new key for a new request. */
  | 'IDEMPOTENCY_CONFLICT'
  /** The input breaks a rule stated at the field that `field` names. Repeating the same input does not help. */
  | 'INVALID_INPUT'
  /** No such reservation or line, or the viewer may not see it. A retry does not help. */
  | 'NOT_FOUND'
  /** Not used. */
  | 'UNKNOWN_CHANNEL'
  /** Not used. */
  | 'UNKNOWN_LOCATION'
  /** Not used. */
  | 'UNKNOWN_SKU'
  /** It is not at `expectedVersion` any more: somebody changed it, or its time is over. Reading it again and sending its version with a new key helps; the same input never does. */
  | 'VERSION_CONFLICT'
  /** Nothing of it, or of a line given, is open, or less than the quantity given. A retry does not help. */
  | 'WRONG_STATE';

/** Input of `releaseReservation`. */
export type ReleaseReservationInput = {
  /**
   * The `version` that you have read; the request is refused with VERSION_CONFLICT when the reservation has another one now. Absent: whatever it
   * is.
   */
  expectedVersion?: number | null | undefined;
  /** The reservation. */
  id: string;
  /**
   * Chosen by the client, 1 to 256 characters, unique for each request of this client, for ever. The same key with the same content has one
   * effect and gets the first decision again, with the reservation as it is now.
   */
  idempotencyKey: string;
  /** What to give back; everything open when absent. At most 100. */
  lines?: Array<ReleaseReservationLineInput> | null | undefined;
  /** Why, for the audit trail; at most 256 characters. */
  reason?: string | null | undefined;
};

/** Units to be given back. */
export type ReleaseReservationLineInput = {
  /** The line. */
  lineId: string;
  /** Base units; everything open of the line when absent. */
  quantity?: number | null | undefined;
};

/** Why `reserve` refuses. Checked in a fixed order, so that the same input in the same state always gets the same code. */
export type ReserveErrorCode =
  /** The key was used before by this client with other content. Nothing was done; use a new key for a new request. */
  | 'IDEMPOTENCY_CONFLICT'
  /**
   * Not enough is available for the line that `field` names, and the channel does not allow backorders, or 1,000,000,000 base units of the SKU wait
   * at the location already. A retry with a new key may help when stock was freed.
   */
  | 'INSUFFICIENT_STOCK'
  /**
   * Not enough can be promised for the date of the line that `field` names. A later date may help, and a retry with a new key when supply was
   * ordered or a promise given back.
   */
  | 'INSUFFICIENT_SUPPLY'
  /**
   * The input breaks a rule stated at the field that `field` names, or the locations have the cart only in more than 1,000 parts, each of which would be
   * a line. Repeating the same input does not help.
   */
  | 'INVALID_INPUT'
  /** The location that a line names is closed, or all of the channel's are. A retry with a new key may help when it has opened again. */
  | 'LOCATION_CLOSED'
  /** Not used. */
  | 'NOT_FOUND'
  /** No channel has this id, or the viewer may not see it. A retry does not help. */
  | 'UNKNOWN_CHANNEL'
  /**
   * No location has this id, or it does not serve the channel, or the line names none and the channel has none. A retry with a new key helps after
   * `upsertLocations` or `upsertChannel`.
   */
  | 'UNKNOWN_LOCATION'
  /** No item has this SKU. A retry with a new key helps after `upsertItems`. */
  | 'UNKNOWN_SKU'
  /** Not used. */
  | 'WRONG_STATE';

/** Input of `reserve`. */
export type ReserveInput = {
  /**
   * True: every line or nothing. False: as much of each line as there is; what is short stands as `released` in its line, and a cart of which there is
   * nothing at all is refused. It is about quantities alone: a line that breaks another rule (an unknown SKU, a closed location) refuses the whole cart
   * either way.
   */
  allOrNothing?: boolean | null | undefined;
  /** The channel through which units are sold. */
  channelId: string;
  /**
   * Chosen by the client, 1 to 256 characters, unique for each request of this client, for ever. The same key with the same content has one
   * effect and gets the first decision again, with the reservation as it is now: a retry that comes late may find that it has ended. Look at its
   * `status` before you charge.
   */
  idempotencyKey: string;
  /** 1 to 100 lines. Lines of the same SKU share what there is, in their order. */
  lines: Array<ReserveLineInput>;
  /** Where the units are to go, or to be fetched from. NEAREST needs it; with FEWEST_PARCELS the nearest of equally few are taken. */
  near?: PointInput | null | undefined;
  /** The client's own name of the cart or order; at most 256 characters. */
  reference?: string | null | undefined;
  /** How the hub chooses for lines that name no location. When absent: NEAREST where `near` is given, else PRIORITY. */
  sourcing?: Sourcing | null | undefined;
  /** Seconds until the hold ends by itself: 1 to 2,592,000 (30 days). `extendReservation` gives more, any number of times. */
  ttlSeconds?: number | null | undefined;
};

/** Units to be held. */
export type ReserveLineInput = {
  /**
   * Promise it for then, a preorder: as much as `availability(by:)` shows. What is there is held now, and the rest waits (`backordered`,
   * `promisedBy`) for supply that is due by then and promised to nobody else, whether the channel takes backorders or not. What cannot be promised is
   * short, also where the channel takes backorders. Absent: now. A date that is past means now as well, except that what is not there is short then too:
   * INSUFFICIENT_SUPPLY.
   */
  by?: string | null | undefined;
  /** Hold there and nowhere else; without it the hub chooses and may split. One of the channel's locations. */
  locationId?: string | null | undefined;
  /** How many of `unit`; at least 1. */
  quantity: number;
  /** SKU of the item. */
  sku: string;
  /** The base unit when absent. */
  unit?: string | null | undefined;
};

/** Why `restockReturn` refuses. Checked in a fixed order, so that the same input in the same state always gets the same code. */
export type RestockReturnErrorCode =
  /** The key was used before by this client with other content. Nothing was done; use a new key for a new request. */
  | 'IDEMPOTENCY_CONFLICT'
  /** The input breaks a rule stated at the field that `field` names. Repeating the same input does not help. */
  | 'INVALID_INPUT'
  /** No such return or line, or the viewer may not see it. A retry does not help. */
  | 'NOT_FOUND'
  /** No channel has this id, or the viewer may not see it. A retry does not help. */
  | 'UNKNOWN_CHANNEL'
  /** No location has this id. A retry with a new key helps after `upsertLocations`. */
  | 'UNKNOWN_LOCATION'
  /** No item has this SKU. A retry with a new key helps after `upsertItems`. */
  | 'UNKNOWN_SKU'
  /** It is not at `expectedVersion` any more: somebody changed it. Reading it again and sending its version with a new key helps; the same input never does. */
  | 'VERSION_CONFLICT'
  /** Less is approved than the quantity given, or nothing is. A retry helps after the approval. */
  | 'WRONG_STATE';

/** Input of `restockReturn`. */
export type RestockReturnInput = {
  /** The `version` that you have read; the request is refused with VERSION_CONFLICT when the return has another one now. Absent: whatever it is. */
  expectedVersion?: number | null | undefined;
  /** The return. */
  id: string;
  /**
   * Chosen by the client, 1 to 256 characters, unique for each request of this client, for ever. The same key with the same content has one
   * effect and gets the first decision again, with the return as it is now.
   */
  idempotencyKey: string;
  /** What went back on the shelf; everything approved when absent. At most 100. */
  lines?: Array<RestockReturnLineInput> | null | undefined;
};

/** Units that went back on the shelf. */
export type RestockReturnLineInput = {
  /** The line. */
  lineId: string;
  /** Base units; all that the step can move of the line when absent. */
  quantity?: number | null | undefined;
};

/** Ways of returned units other than back to the shelf. */
export type ReturnDisposition =
  /** AUTHORIZED or IN_TRANSIT → CANCELED. No stock moves. */
  | 'CANCEL'
  /** RECEIVED, QUARANTINED, INSPECTED or RESTOCK_APPROVED → DISPOSED; qualityHold → loss. */
  | 'DISPOSE'
  /** AUTHORIZED → IN_TRANSIT: the customer handed them over to a carrier. No stock moves. */
  | 'IN_TRANSIT'
  /**
   * AUTHORIZED or IN_TRANSIT → MISSING without stock; RECEIVED, QUARANTINED, INSPECTED or RESTOCK_APPROVED → MISSING, qualityHold → loss, only
   * for lines that are named.
   */
  | 'MISSING'
  /** RECEIVED, INSPECTED or RESTOCK_APPROVED → QUARANTINED. No stock moves. */
  | 'QUARANTINE'
  /** QUARANTINED → RECEIVED, to be inspected again. No stock moves. */
  | 'RELEASE_FROM_QUARANTINE'
  /** RECEIVED, QUARANTINED, INSPECTED or RESTOCK_APPROVED → RETURNED_TO_VENDOR; qualityHold → supplier. */
  | 'RETURN_TO_VENDOR';

/** Where a shipment comes from. */
export type ShipmentKind =
  /** From a supplier. */
  | 'PURCHASE'
  /** From another location of ours. */
  | 'TRANSFER';

/** How the hub chooses where no location is named. Closed locations are never chosen. */
export type Sourcing =
  /**
   * As few locations as possible for the whole cart, those that lines name included. It is certain to be the fewest for up to a dozen
   * locations that have something, and often beyond; `provenFewest` tells. Equally few: the nearest where `near` is given, else the first in
   * the channel's order.
   */
  | 'FEWEST_PARCELS'
  /**
   * The same in the order of great-circle distance to `near`. Equally far ones stand in the channel's order, and those without coordinates
   * come last.
   */
  | 'NEAREST'
  /**
   * The channel's order: the first location that has the whole line; where no single one has it, one after the other. Equal priorities by
   * id.
   */
  | 'PRIORITY';

/** Why `upsertChannel` refuses. Checked in a fixed order, so that the same input in the same state always gets the same code. */
export type UpsertChannelErrorCode =
  /** The key was used before by this client with other content. Nothing was done; use a new key for a new request. */
  | 'IDEMPOTENCY_CONFLICT'
  /** The input breaks a rule stated at the field that `field` names. Repeating the same input does not help. */
  | 'INVALID_INPUT'
  /** Not used: an unknown location is UNKNOWN_LOCATION. */
  | 'NOT_FOUND'
  /** No channel has this id, or the viewer may not see it. A retry does not help. */
  | 'UNKNOWN_CHANNEL'
  /** No location has this id. A retry with a new key helps after `upsertLocations`. */
  | 'UNKNOWN_LOCATION'
  /** No item has this SKU. A retry with a new key helps after `upsertItems`. */
  | 'UNKNOWN_SKU'
  /** Not used. */
  | 'WRONG_STATE';

/** Input of `upsertChannel`. */
export type UpsertChannelInput = {
  /** Whether it takes orders that no stock covers. False for a new channel when absent. */
  allowBackorder?: boolean | null | undefined;
  /**
   * For a channel that must not see exact quantities: where bands begin, at most 100 numbers, each above the one before, from 1 to 1,000,000,000.
   * Null or empty: shops and partners are told quantities, as they are of a new channel when absent.
   */
  bands?: Array<number> | null | undefined;
  /** Base units of each SKU that it keeps back; at least 0. 0 for a new channel when absent. */
  buffer?: number | null | undefined;
  /** The most base units of a SKU that it shows; at least 0. Null takes the limit away; a new channel has none when absent. */
  cap?: number | null | undefined;
  /** Case-sensitive, 1 to 256 characters. */
  id: string;
  /**
   * Chosen by the client, 1 to 256 characters, unique for each request of this client, for ever. The same key with the same content has one
   * effect and gets the first answer again.
   */
  idempotencyKey: string;
  /** All locations from which it sells, each once, at most 1,000; replaces the former ones. */
  locations?: Array<UpsertChannelLocationInput> | null | undefined;
  /**
   * What was LOW_STOCK stays so until ats is more than `lowStockThreshold` + this, so that stock around the threshold does not flicker; at least
   * 0. 0 for a new channel when absent.
   */
  lowStockHysteresis?: number | null | undefined;
  /** Up to this ats the status is LOW_STOCK; at least 0. 0 for a new channel when absent. */
  lowStockThreshold?: number | null | undefined;
  /** Name for people, 1 to 256 characters. */
  name: string;
};

/** A location from which a channel sells. */
export type UpsertChannelLocationInput = {
  /** Id of the location. */
  locationId: string;
  /** Lower is asked first when the hub chooses; equal ones by id. Its place in the list, counted from 0, when absent. */
  priority?: number | null | undefined;
};

/** Why `upsertItems` refuses. Checked in a fixed order, so that the same input in the same state always gets the same code. */
export type UpsertItemsErrorCode =
  /** The key was used before by this client with other content. Nothing was done; use a new key for a new request. */
  | 'IDEMPOTENCY_CONFLICT'
  /** The input breaks a rule stated at the field that `field` names. Repeating the same input does not help. */
  | 'INVALID_INPUT'
  /** Not used. */
  | 'NOT_FOUND'
  /** No channel has this id, or the viewer may not see it. A retry does not help. */
  | 'UNKNOWN_CHANNEL'
  /** No location has this id. A retry with a new key helps after `upsertLocations`. */
  | 'UNKNOWN_LOCATION'
  /** No item has this SKU. A retry with a new key helps after `upsertItems`. */
  | 'UNKNOWN_SKU'
  /** Not used. */
  | 'WRONG_STATE';

/** Input of `upsertItems`. */
export type UpsertItemsInput = {
  /**
   * Chosen by the client, 1 to 256 characters, unique for each request of this client, for ever. The same key with the same content has one
   * effect and gets the first answer again.
   */
  idempotencyKey: string;
  /** 1 to 1,000 items. Of a SKU that is given twice the later one counts. */
  items: Array<UpsertItemsItemInput>;
};

/** An item to be created or changed. */
export type UpsertItemsItemInput = {
  /** Case-sensitive, 1 to 256 characters. */
  sku: string;
  /** Name for people, 1 to 256 characters. */
  title: string;
  /** The base unit, 1 to 64 characters; `each` for a new item when absent. Never changes: stock is counted in it. */
  unit?: string | null | undefined;
  /** All other units, at most 32; replaces the former ones. */
  units?: Array<ItemUnitInput> | null | undefined;
};

/** Why `upsertLocations` refuses. Checked in a fixed order, so that the same input in the same state always gets the same code. */
export type UpsertLocationsErrorCode =
  /** The key was used before by this client with other content. Nothing was done; use a new key for a new request. */
  | 'IDEMPOTENCY_CONFLICT'
  /** The input breaks a rule stated at the field that `field` names. Repeating the same input does not help. */
  | 'INVALID_INPUT'
  /** Not used: an unknown parent is UNKNOWN_LOCATION. */
  | 'NOT_FOUND'
  /** No channel has this id, or the viewer may not see it. A retry does not help. */
  | 'UNKNOWN_CHANNEL'
  /** No location has this id. A retry with a new key helps after `upsertLocations`. */
  | 'UNKNOWN_LOCATION'
  /** No item has this SKU. A retry with a new key helps after `upsertItems`. */
  | 'UNKNOWN_SKU'
  /** Not used. */
  | 'WRONG_STATE';

/** Input of `upsertLocations`. */
export type UpsertLocationsInput = {
  /**
   * Chosen by the client, 1 to 256 characters, unique for each request of this client, for ever. The same key with the same content has one
   * effect and gets the first answer again.
   */
  idempotencyKey: string;
  /** 1 to 1,000 locations. A parent exists already, or stands earlier in the list. */
  locations: Array<UpsertLocationsLocationInput>;
};

/** A location to be created or changed. */
export type UpsertLocationsLocationInput = {
  /** Whether nothing is to be sourced from it for now; null or absent: as it was, and open for a new location. */
  closed?: boolean | null | undefined;
  /** Case-sensitive, 1 to 256 characters. */
  id: string;
  /** What sort of place it is; WAREHOUSE for a new location when absent. */
  kind?: LocationKind | null | undefined;
  /** Degrees north, −90 to 90 (WGS 84); null: unknown. */
  latitude?: number | null | undefined;
  /** Degrees east, −180 to 180 (WGS 84); null: unknown. */
  longitude?: number | null | undefined;
  /** Name for people, 1 to 256 characters. */
  name: string;
  /** The location that it is part of, and that is not part of it; null: none. */
  parentId?: string | null | undefined;
  /** IANA time zone, for example `Europe/Berlin`; null: unknown. */
  timeZone?: string | null | undefined;
};

/** Why `upsertStockPolicy` refuses. Checked in a fixed order, so that the same input in the same state always gets the same code. */
export type UpsertStockPolicyErrorCode =
  /** The key was used before by this client with other content. Nothing was done; use a new key for a new request. */
  | 'IDEMPOTENCY_CONFLICT'
  /** The input breaks a rule stated at the field that `field` names. Repeating the same input does not help. */
  | 'INVALID_INPUT'
  /** Not used: an unknown item or location has a code of its own. */
  | 'NOT_FOUND'
  /** No channel has this id, or the viewer may not see it. A retry does not help. */
  | 'UNKNOWN_CHANNEL'
  /** No location has this id. A retry with a new key helps after `upsertLocations`. */
  | 'UNKNOWN_LOCATION'
  /** No item has this SKU. A retry with a new key helps after `upsertItems`. */
  | 'UNKNOWN_SKU'
  /** Not used. */
  | 'WRONG_STATE';

/** Input of `upsertStockPolicy`. */
export type UpsertStockPolicyInput = {
  /**
   * All that is set aside for single channels, at most 100, in the order in which it is covered; replaces what was set aside before, `[]` takes
   * it all away. A channel that is listed again keeps what it has used of its fence, so that the same policy may be sent again without effect.
   * Fences of channels that the viewer may not see stay.
   */
  fences?: Array<FenceInput> | null | undefined;
  /**
   * Chosen by the client, 1 to 256 characters, unique for each request of this client, for ever. The same key with the same content has one
   * effect and gets the first answer again.
   */
  idempotencyKey: string;
  /** Id of the location. */
  locationId: string;
  /** Base units that are never offered; 0 to 2^43, the most of a SKU that a location may keep. 0 for a new policy when absent. */
  safetyStock?: number | null | undefined;
  /** SKU of the item. */
  sku: string;
};

export type AddLocationsMutationVariables = Exact<{
  input: UpsertLocationsInput;
}>;


export type AddLocationsMutation = { upsertLocations: { userErrors: Array<{ code: UpsertLocationsErrorCode, field: Array<string> | null, message: string }> } | null };

export type AddItemsMutationVariables = Exact<{
  input: UpsertItemsInput;
}>;


export type AddItemsMutation = { upsertItems: { userErrors: Array<{ code: UpsertItemsErrorCode, field: Array<string> | null, message: string }> } | null };

export type AddChannelMutationVariables = Exact<{
  input: UpsertChannelInput;
}>;


export type AddChannelMutation = { upsertChannel: { userErrors: Array<{ code: UpsertChannelErrorCode, field: Array<string> | null, message: string }> } | null };

export type KeepSafetyStockMutationVariables = Exact<{
  input: UpsertStockPolicyInput;
}>;


export type KeepSafetyStockMutation = { upsertStockPolicy: { userErrors: Array<{ code: UpsertStockPolicyErrorCode, field: Array<string> | null, message: string }> } | null };

export type SeededQueryVariables = Exact<{ [key: string]: never; }>;


export type SeededQuery = { channels: { nodes: Array<{ id: string }> } | null };

export type ShelfQueryVariables = Exact<{
  skus?: Array<string> | string | null | undefined;
  locationId: string;
}>;


export type ShelfQuery = { items: { nodes: Array<{ sku: string, stockLevels: Array<{ sellable: number, atf: number }> }> } | null };

export type AvailableQueryVariables = Exact<{
  skus: Array<string> | string;
  channelId: string;
}>;


export type AvailableQuery = { availability: Array<{ sku: string, quantity: number, status: AvailabilityStatus } | null> | null };

export type ReserveMutationVariables = Exact<{
  input: ReserveInput;
}>;


export type ReserveMutation = { reserve: { reservation: { id: string, lines: Array<{ sku: string, locationId: string, quantity: number }> } | null, userErrors: Array<{ code: ReserveErrorCode, field: Array<string> | null, message: string }> } | null };

export type ExtendReservationMutationVariables = Exact<{
  input: ExtendReservationInput;
}>;


export type ExtendReservationMutation = { extendReservation: { userErrors: Array<{ code: ExtendReservationErrorCode, field: Array<string> | null, message: string }> } | null };

export type ConfirmReservationMutationVariables = Exact<{
  input: ConfirmReservationInput;
}>;


export type ConfirmReservationMutation = { confirmReservation: { userErrors: Array<{ code: ConfirmReservationErrorCode, field: Array<string> | null, message: string }> } | null };

export type ReleaseReservationMutationVariables = Exact<{
  input: ReleaseReservationInput;
}>;


export type ReleaseReservationMutation = { releaseReservation: { userErrors: Array<{ code: ReleaseReservationErrorCode, field: Array<string> | null, message: string }> } | null };

export type FulfillReservationMutationVariables = Exact<{
  input: FulfillReservationInput;
}>;


export type FulfillReservationMutation = { fulfillReservation: { userErrors: Array<{ code: FulfillReservationErrorCode, field: Array<string> | null, message: string }> } | null };

export type CreateShipmentMutationVariables = Exact<{
  input: CreateShipmentInput;
}>;


export type CreateShipmentMutation = { createShipment: { shipment: { id: string } | null, userErrors: Array<{ code: CreateShipmentErrorCode, field: Array<string> | null, message: string }> } | null };

export type DispatchShipmentMutationVariables = Exact<{
  input: DispatchShipmentInput;
}>;


export type DispatchShipmentMutation = { dispatchShipment: { userErrors: Array<{ code: DispatchShipmentErrorCode, field: Array<string> | null, message: string }> } | null };

export type ReceiveShipmentMutationVariables = Exact<{
  input: ReceiveShipmentInput;
}>;


export type ReceiveShipmentMutation = { receiveShipment: { userErrors: Array<{ code: ReceiveShipmentErrorCode, field: Array<string> | null, message: string }> } | null };

export type CloseShipmentMutationVariables = Exact<{
  input: CloseShipmentInput;
}>;


export type CloseShipmentMutation = { closeShipment: { userErrors: Array<{ code: CloseShipmentErrorCode, field: Array<string> | null, message: string }> } | null };

export type CancelShipmentMutationVariables = Exact<{
  input: CancelShipmentInput;
}>;


export type CancelShipmentMutation = { cancelShipment: { userErrors: Array<{ code: CancelShipmentErrorCode, field: Array<string> | null, message: string }> } | null };

export type AuthorizeReturnMutationVariables = Exact<{
  input: AuthorizeReturnInput;
}>;


export type AuthorizeReturnMutation = { authorizeReturn: { return: { id: string } | null, userErrors: Array<{ code: AuthorizeReturnErrorCode, field: Array<string> | null, message: string }> } | null };

export type ReceiveReturnMutationVariables = Exact<{
  input: ReceiveReturnInput;
}>;


export type ReceiveReturnMutation = { receiveReturn: { userErrors: Array<{ code: ReceiveReturnErrorCode, field: Array<string> | null, message: string }> } | null };

export type InspectReturnMutationVariables = Exact<{
  input: InspectReturnInput;
}>;


export type InspectReturnMutation = { inspectReturn: { userErrors: Array<{ code: InspectReturnErrorCode, field: Array<string> | null, message: string }> } | null };

export type ApproveRestockMutationVariables = Exact<{
  input: ApproveRestockInput;
}>;


export type ApproveRestockMutation = { approveRestock: { userErrors: Array<{ code: ApproveRestockErrorCode, field: Array<string> | null, message: string }> } | null };

export type RestockReturnMutationVariables = Exact<{
  input: RestockReturnInput;
}>;


export type RestockReturnMutation = { restockReturn: { userErrors: Array<{ code: RestockReturnErrorCode, field: Array<string> | null, message: string }> } | null };

export type DispositionReturnMutationVariables = Exact<{
  input: DispositionReturnInput;
}>;


export type DispositionReturnMutation = { dispositionReturn: { userErrors: Array<{ code: DispositionReturnErrorCode, field: Array<string> | null, message: string }> } | null };


export const AddLocationsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AddLocations"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UpsertLocationsInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"upsertLocations"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<AddLocationsMutation, AddLocationsMutationVariables>;
export const AddItemsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AddItems"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UpsertItemsInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"upsertItems"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<AddItemsMutation, AddItemsMutationVariables>;
export const AddChannelDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AddChannel"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UpsertChannelInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"upsertChannel"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<AddChannelMutation, AddChannelMutationVariables>;
export const KeepSafetyStockDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"KeepSafetyStock"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UpsertStockPolicyInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"upsertStockPolicy"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<KeepSafetyStockMutation, KeepSafetyStockMutationVariables>;
export const SeededDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Seeded"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"channels"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"1"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]} as unknown as DocumentNode<SeededQuery, SeededQueryVariables>;
export const ShelfDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Shelf"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"skus"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"locationId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"items"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"250"}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"skus"},"value":{"kind":"Variable","name":{"kind":"Name","value":"skus"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sku"}},{"kind":"Field","name":{"kind":"Name","value":"stockLevels"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"locationIds"},"value":{"kind":"ListValue","values":[{"kind":"Variable","name":{"kind":"Name","value":"locationId"}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sellable"}},{"kind":"Field","name":{"kind":"Name","value":"atf"}}]}}]}}]}}]}}]} as unknown as DocumentNode<ShelfQuery, ShelfQueryVariables>;
export const AvailableDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Available"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"skus"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"channelId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"availability"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"skus"},"value":{"kind":"Variable","name":{"kind":"Name","value":"skus"}}},{"kind":"Argument","name":{"kind":"Name","value":"channelId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"channelId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sku"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]}}]} as unknown as DocumentNode<AvailableQuery, AvailableQueryVariables>;
export const ReserveDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"Reserve"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ReserveInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reserve"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reservation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"lines"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sku"}},{"kind":"Field","name":{"kind":"Name","value":"locationId"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<ReserveMutation, ReserveMutationVariables>;
export const ExtendReservationDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ExtendReservation"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ExtendReservationInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"extendReservation"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<ExtendReservationMutation, ExtendReservationMutationVariables>;
export const ConfirmReservationDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ConfirmReservation"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ConfirmReservationInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"confirmReservation"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<ConfirmReservationMutation, ConfirmReservationMutationVariables>;
export const ReleaseReservationDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ReleaseReservation"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ReleaseReservationInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"releaseReservation"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<ReleaseReservationMutation, ReleaseReservationMutationVariables>;
export const FulfillReservationDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"FulfillReservation"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"FulfillReservationInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fulfillReservation"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<FulfillReservationMutation, FulfillReservationMutationVariables>;
export const CreateShipmentDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateShipment"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateShipmentInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createShipment"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"shipment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<CreateShipmentMutation, CreateShipmentMutationVariables>;
export const DispatchShipmentDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DispatchShipment"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DispatchShipmentInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"dispatchShipment"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<DispatchShipmentMutation, DispatchShipmentMutationVariables>;
export const ReceiveShipmentDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ReceiveShipment"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ReceiveShipmentInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"receiveShipment"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<ReceiveShipmentMutation, ReceiveShipmentMutationVariables>;
export const CloseShipmentDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CloseShipment"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CloseShipmentInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"closeShipment"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<CloseShipmentMutation, CloseShipmentMutationVariables>;
export const CancelShipmentDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CancelShipment"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CancelShipmentInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cancelShipment"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<CancelShipmentMutation, CancelShipmentMutationVariables>;
export const AuthorizeReturnDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AuthorizeReturn"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AuthorizeReturnInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"authorizeReturn"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"return"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<AuthorizeReturnMutation, AuthorizeReturnMutationVariables>;
export const ReceiveReturnDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ReceiveReturn"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ReceiveReturnInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"receiveReturn"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<ReceiveReturnMutation, ReceiveReturnMutationVariables>;
export const InspectReturnDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"InspectReturn"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"InspectReturnInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"inspectReturn"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<InspectReturnMutation, InspectReturnMutationVariables>;
export const ApproveRestockDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ApproveRestock"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ApproveRestockInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"approveRestock"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<ApproveRestockMutation, ApproveRestockMutationVariables>;
export const RestockReturnDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RestockReturn"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RestockReturnInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"restockReturn"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<RestockReturnMutation, RestockReturnMutationVariables>;
export const DispositionReturnDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DispositionReturn"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DispositionReturnInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"dispositionReturn"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<DispositionReturnMutation, DispositionReturnMutationVariables>;