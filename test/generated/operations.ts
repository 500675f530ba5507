// Made by `npm run codegen` from the operations in test/; not to be edited.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** The accounts between which the journal moves units. Outside accounts have no balance of their own. */
export type Account =
  /** Demand: promised firmly, no stock behind it. */
  | 'BACKORDERED'
  /** Stock: recalled, expired or otherwise not to be sold. */
  | 'BLOCKED'
  /** Demand: promised firmly, not shipped. */
  | 'COMMITTED'
  /** Stock, outside: where sales go and returns come from. */
  | 'CUSTOMER'
  /** Stock: damaged. */
  | 'DAMAGED'
  /** Demand: set aside for one channel. */
  | 'FENCED'
  /** Demand: promised softly, ends by itself. */
  | 'HELD'
  /** Stock, outside: ours, on the road between two locations. */
  | 'IN_TRANSFER'
  /** Supply: shipped, not received. */
  | 'IN_TRANSIT'
  /** Stock, outside: what counts, adjustments and disposals take or give. */
  | 'LOSS'
  /** Supply: ordered, not shipped. */
  | 'ON_ORDER'
  /** Stock: waiting for inspection. */
  | 'QUALITY_HOLD'
  /** Stock: fit to sell, held and committed units included. */
  | 'SELLABLE'
  /** Stock, outside: where deliveries come from and returns to the vendor go. */
  | 'SUPPLIER'
  /** Demand, outside: promised to nobody. */
  | 'UNPROMISED'
  /** Supply, outside: not expected. */
  | 'UNSCHEDULED';

/** The families of accounts. A posting never leaves its family. */
export type AccountFamily =
  /** Promises. */
  | 'DEMAND'
  /** Physical stock. */
  | 'STOCK'
  /** What is expected. */
  | 'SUPPLY';

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

/** Conditions on authorities. Lists hold at most 250 values. */
export type AuthorityFilter = {
  /** For one of these kinds of facts. */
  kinds?: Array<FactKind> | null | undefined;
  /** Declared for one of these locations. */
  locationIds?: Array<string> | null | undefined;
};

/** Orders of authorities. */
export type AuthorityOrder =
  /** Those for everywhere, then by location in code point order; at one place by kind. */
  | 'LOCATION_ASC'
  /** The same backwards. */
  | 'LOCATION_DESC';

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

/** Why `cancelReplay` refuses. Checked in a fixed order, so that the same input in the same state always gets the same code. */
export type CancelReplayErrorCode =
  /** The key was used before by this client with other content. Nothing was done; use a new key for a new request. */
  | 'IDEMPOTENCY_CONFLICT'
  /** The input breaks a rule stated at the field that `field` names. Repeating the same input does not help. */
  | 'INVALID_INPUT'
  /** No such replay. A retry does not help. */
  | 'NOT_FOUND'
  /** No channel has this id, or the viewer may not see it. A retry does not help. */
  | 'UNKNOWN_CHANNEL'
  /** No location has this id. A retry with a new key helps after `upsertLocations`. */
  | 'UNKNOWN_LOCATION'
  /** No item has this SKU. A retry with a new key helps after `upsertItems`. */
  | 'UNKNOWN_SKU'
  /** Not used: cancelling what has ended changes nothing. */
  | 'WRONG_STATE';

/** Input of `cancelReplay`. */
export type CancelReplayInput = {
  /** The replay. */
  id: string;
  /**
   * Chosen by the client, 1 to 256 characters, unique for each request of this client, for ever. The same key with the same content has one
   * effect and gets the first answer again.
   */
  idempotencyKey: string;
};

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

/** Conditions on channels. */
export type ChannelFilter = {
  /** One of these ids; at most 250. */
  ids?: Array<string> | null | undefined;
  /** The name contains this text, whatever its case. */
  nameContains?: string | null | undefined;
};

/** Orders of channels. */
export type ChannelOrder =
  /** By id, in code point order. */
  | 'ID_ASC'
  /** By id, backwards. */
  | 'ID_DESC'
  /** By name, then by id. */
  | 'NAME_ASC'
  /** By name backwards, then by id backwards. */
  | 'NAME_DESC';

/** Why `checkMarketplace` refuses. Checked in a fixed order, so that the same input in the same state always gets the same code. */
export type CheckMarketplaceErrorCode =
  /** The key was used before by this client with other content. Nothing was done; use a new key for a new request. */
  | 'IDEMPOTENCY_CONFLICT'
  /** The input breaks a rule stated at the field that `field` names. Repeating the same input does not help. */
  | 'INVALID_INPUT'
  /** There is no such marketplace, or the viewer may not see its channel. */
  | 'NOT_FOUND'
  /** Not used. */
  | 'UNKNOWN_CHANNEL'
  /** Not used. */
  | 'UNKNOWN_LOCATION'
  /** Not used. */
  | 'UNKNOWN_SKU'
  /** Not used. */
  | 'WRONG_STATE';

/** Input of `checkMarketplace`. */
export type CheckMarketplaceInput = {
  /**
   * Chosen by the client, 1 to 256 characters, unique for each request of this client, for ever. The same key with the same content has one
   * effect and gets the first answer again.
   */
  idempotencyKey: string;
  /** The marketplace. */
  marketplaceId: string;
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

/** Why `confirmReservations` refuses as a whole. Why it refuses one of them stands in its result, with the codes of `confirmReservation`. */
export type ConfirmReservationsErrorCode =
  /** The key was used before by this client with other content. Nothing was done; use a new key for a new request. */
  | 'IDEMPOTENCY_CONFLICT'
  /** The input breaks a rule stated at the field that `field` names. Repeating the same input does not help. */
  | 'INVALID_INPUT'
  /** Not used. */
  | 'NOT_FOUND'
  /** Not used. */
  | 'UNKNOWN_CHANNEL'
  /** Not used. */
  | 'UNKNOWN_LOCATION'
  /** Not used. */
  | 'UNKNOWN_SKU'
  /** Not used. */
  | 'WRONG_STATE';

/** Input of `confirmReservations`. */
export type ConfirmReservationsInput = {
  /**
   * Chosen by the client, 1 to 256 characters, unique for each request of this client, for ever. The same key with the same content has one
   * effect and gets the first decisions again, with the reservations as they are now.
   */
  idempotencyKey: string;
  /** Why, for the audit trail; at most 256 characters. */
  reason?: string | null | undefined;
  /** 1 to 1,000, decided in this order. One that is named twice is decided twice. */
  reservations: Array<ConfirmReservationsItemInput>;
};

/** One of the reservations of `confirmReservations`. */
export type ConfirmReservationsItemInput = {
  /**
   * The `version` that you have read; the request is refused with VERSION_CONFLICT when the reservation has another one now. Absent: whatever it
   * is.
   */
  expectedVersion?: number | null | undefined;
  /** The reservation. */
  id: string;
  /** What to make firm; everything held or waiting when absent. At most 100. */
  lines?: Array<ConfirmReservationLineInput> | null | undefined;
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

/** Conditions on dead letters. Lists hold at most 250 values. */
export type DeadLetterFilter = {
  /** Refused for one of these reasons. */
  codes?: Array<EventErrorCode> | null | undefined;
  /** Of one of these event types. */
  eventTypes?: Array<string> | null | undefined;
  /** Recorded before this moment. */
  recordedBefore?: string | null | undefined;
  /** Recorded at or after this moment. */
  recordedFrom?: string | null | undefined;
  /** From one of these CloudEvents sources. */
  sources?: Array<string> | null | undefined;
  /** In one of these states; absent: every state. */
  statuses?: Array<DeadLetterStatus> | null | undefined;
};

/** Orders of dead letters. */
export type DeadLetterOrder =
  /** Oldest first. */
  | 'RECORDED_AT_ASC'
  /** Newest first. */
  | 'RECORDED_AT_DESC';

/** What became of a dead letter. */
export type DeadLetterStatus =
  /** Was set aside for good. */
  | 'DISCARDED'
  /** Waits to be replayed or discarded. */
  | 'OPEN'
  /** Was replayed with success. */
  | 'REPLAYED';

/** Why `deleteWebhook` refuses. Checked in a fixed order, so that the same input in the same state always gets the same code. */
export type DeleteWebhookErrorCode =
  /** The key was used before by this client with other content. Nothing was done; use a new key for a new request. */
  | 'IDEMPOTENCY_CONFLICT'
  /** The input breaks a rule stated at the field that `field` names. Repeating the same input does not help. */
  | 'INVALID_INPUT'
  /** No webhook has this id, or the viewer may not see it. A retry does not help. */
  | 'NOT_FOUND'
  /** Not used. */
  | 'UNKNOWN_CHANNEL'
  /** Not used. */
  | 'UNKNOWN_LOCATION'
  /** Not used. */
  | 'UNKNOWN_SKU'
  /** Not used. */
  | 'WRONG_STATE';

/** Input of `deleteWebhook`. */
export type DeleteWebhookInput = {
  /** The webhook. */
  id: string;
  /**
   * Chosen by the client, 1 to 256 characters, unique for each request of this client, for ever. The same key with the same content has one
   * effect and gets the first answer again.
   */
  idempotencyKey: string;
};

/** Why `discardDeadLetter` refuses. Checked in a fixed order, so that the same input in the same state always gets the same code. */
export type DiscardDeadLetterErrorCode =
  /** The key was used before by this client with other content. Nothing was done; use a new key for a new request. */
  | 'IDEMPOTENCY_CONFLICT'
  /** The input breaks a rule stated at the field that `field` names. Repeating the same input does not help. */
  | 'INVALID_INPUT'
  /** No such letter. A retry does not help. */
  | 'NOT_FOUND'
  /** No channel has this id, or the viewer may not see it. A retry does not help. */
  | 'UNKNOWN_CHANNEL'
  /** No location has this id. A retry with a new key helps after `upsertLocations`. */
  | 'UNKNOWN_LOCATION'
  /** No item has this SKU. A retry with a new key helps after `upsertItems`. */
  | 'UNKNOWN_SKU'
  /** The letter is not open any more. A retry does not help. */
  | 'WRONG_STATE';

/** Input of `discardDeadLetter`. */
export type DiscardDeadLetterInput = {
  /** The dead letter. */
  id: string;
  /**
   * Chosen by the client, 1 to 256 characters, unique for each request of this client, for ever. The same key with the same content has one
   * effect and gets the first answer again.
   */
  idempotencyKey: string;
  /** Why, for those who look later; at most 256 characters. */
  reason?: string | null | undefined;
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

/** What is to be done about a divergence. */
export type DivergenceAction =
  /** The ERP is right: the hub takes over the difference, as news from the ERP. */
  | 'CORRECT_HUB'
  /** Nothing, as long as it stays the same. */
  | 'IGNORE'
  /** The hub is right: the ERP is told the difference. */
  | 'TELL_ERP';

/** What most likely lies behind a divergence. */
export type DivergenceCause =
  /**
   * Both agree, and both may be wrong: the ERP knows only the day of a count, and others told the hub of movements of that day. `erpQuantity` is what both have, with these before
   * the count; `expected` what there would be with these after it. Count again in the ERP, or `IGNORE`; the other actions are refused.
   */
  | 'COUNT_OF_A_DAY'
  /** Not used yet: something that happened before it was read was told later. */
  | 'LATE_EVENT'
  /** The ERP refused movements of this position; see `deadLetters`. */
  | 'REFUSED_MOVEMENT'
  /** None of these. */
  | 'UNEXPLAINED'
  /** One figure is a multiple of the other by the factor of one of the item's units. */
  | 'UNIT_MIX_UP'
  /** The hub has no such item. */
  | 'UNKNOWN_ITEM';

/** Conditions on divergences. Lists hold at most 250 values. */
export type DivergenceFilter = {
  /** With one of these likely causes. */
  causes?: Array<DivergenceCause> | null | undefined;
  /** At one of these locations. */
  locationIds?: Array<string> | null | undefined;
  /** Of one of these SKUs. */
  skus?: Array<string> | null | undefined;
  /** In one of these states; absent: every state. */
  states?: Array<DivergenceState> | null | undefined;
  /** Of one of these ERPs. */
  systemIds?: Array<string> | null | undefined;
};

/** Orders of divergences. */
export type DivergenceOrder =
  /** Oldest first. */
  | 'FIRST_SEEN_AT_ASC'
  /** Newest first. */
  | 'FIRST_SEEN_AT_DESC';

/** How urgent it is that somebody looks at a divergence, in this order: by what it does to those who buy, by its size, by how fast the SKU sells there, and by its age. */
export type DivergencePriority =
  /** Sellable units differ by more than half of what there is of them; or it is older than a day, or of a SKU of which ten sales or shipments happened there within a day. */
  | 'HIGH'
  /** No larger than `ErpSystem.correctUpTo`. */
  | 'LOW'
  /** Any other. */
  | 'NORMAL'
  /** Sellable units differ, and one side says that something is left to promise, the other that nothing is: somebody is sold what is not there, or not sold what is. */
  | 'URGENT';

/** What of a divergence is so. */
export type DivergenceState =
  /** The hub took over what the ERP has. */
  | 'CORRECTED'
  /** It was not found any more. */
  | 'GONE'
  /** Found twice alike, and waits for somebody who decides. */
  | 'HELD'
  /** Somebody has decided that nothing is to be done as long as it stays the same. */
  | 'IGNORED'
  /** Found once, or otherwise than the time before: it may pass. */
  | 'OPEN'
  /** One client has decided, and another one has to approve it. */
  | 'PROPOSED'
  /** The ERP is told what the hub has. */
  | 'TOLD';

/** What sort of document a step belongs to. */
export type DocumentKind =
  /** A reservation. */
  | 'RESERVATION'
  /** A return. */
  | 'RETURN'
  /** A shipment. */
  | 'SHIPMENT';

/** Whether an ERP is asked. */
export type ErpCircuit =
  /** It answers, and is told what there is. */
  | 'CLOSED'
  /** It is tried with one movement. */
  | 'HALF_OPEN'
  /** It does not answer, and is left alone until the next attempt. */
  | 'OPEN';

/** How far a comparison is. */
export type ErpReconciliationState =
  /** All was compared. */
  | 'DONE'
  /** Not all was compared; nothing that is not there any more was ended. */
  | 'FAILED'
  /** A worker begins it within a minute. */
  | 'REQUESTED'
  /** It is under way. */
  | 'RUNNING';

/** What is to be with the goods of a route. */
export type ErpRouteChange =
  /** It keeps the books from then on, and whichever did before goes on in SHADOW, so that the way back is open: each movement is told to both, before and after. */
  | 'CUT_OVER'
  /** It keeps the books. Refused while another does for the same goods at the same place. */
  | 'LIVE'
  /** It hears nothing. */
  | 'OFF'
  /** It is told the same and compared, while another keeps the books. */
  | 'SHADOW';

/** What an ERP is for the goods of a route. */
export type ErpRouteMode =
  /** It keeps the books: it is told what moves, and where its books differ that is told and mended. */
  | 'LIVE'
  /** It hears nothing. */
  | 'OFF'
  /** It is told the same and compared, while another keeps the books. */
  | 'SHADOW';

/** What speaks against it that an ERP has been right for long enough. */
export type ErpShadowProblem =
  /** It differs by more than `correctUpTo`. `resolveDivergence`. */
  | 'DIFFERS'
  /** It was never compared as a whole. `reconcile`, or `reconcileMinutes`. */
  | 'NEVER_COMPARED'
  /** The last whole comparison is too long ago. */
  | 'NOT_COMPARED'
  /** What it records could not be read for too long. */
  | 'NOT_READ'
  /** It has refused movements. Mend it, then `replayDeadLetters`. */
  | 'REFUSED'
  /** It has not been right for `shadowHours` yet. */
  | 'TOO_SHORT';

/** Conditions on ERPs. */
export type ErpSystemFilter = {
  /** One of these ids; at most 250. */
  ids?: Array<string> | null | undefined;
};

/** Orders of ERPs. */
export type ErpSystemOrder =
  /** By id, in code point order. */
  | 'ID_ASC'
  /** By id, backwards. */
  | 'ID_DESC';

/** Why an event is refused. A closed list; each says what helps. */
export type EventErrorCode =
  /** Its time lies further in the future than clocks may differ. Replay later, or mend the source's clock. */
  | 'CLOCK_AHEAD'
  /**
   * An ERP did not take what moved here: `source` is the ERP, `eventId` the name of the movement, and `message` has the ERP's own words. Mend the item, the place or the settings of its
   * connector, then replay; or discard, and the books differ.
   */
  | 'ERP_REFUSED'
  /** An event with this source and id was recorded before with other content. Send what is new under a new id. */
  | 'EVENT_CONFLICT'
  /** An idempotency key was used before with other content. Mend the event. */
  | 'IDEMPOTENCY_CONFLICT'
  /** The hold is not covered and the channel does not allow backorders. Discard, or replay when there is stock. */
  | 'INSUFFICIENT_STOCK'
  /** It is not a CloudEvent, or its data breaks the JSON Schema of its type. Mend the event. */
  | 'INVALID_EVENT'
  /**
   * A value breaks a rule that JSON Schema cannot say: an unknown unit, a quantity that does not come out whole. Mend the event or the item's
   * units.
   */
  | 'INVALID_INPUT'
  /** Not used: facts are accepted at closed locations as well. */
  | 'LOCATION_CLOSED'
  /**
   * What a system posted was not mapped to events: the expression of the mapping failed at the place that `message` names. `event` has the mapping and the whole payload. Put a new version of the mapping
   * in place, then replay.
   */
  | 'MAPPING_FAILED'
  /** The same for a mapping that took too much time or memory, or made too much of it. Put a new version of the mapping in place, then replay. */
  | 'MAPPING_LIMIT'
  /** The same for a mapping from which nothing came, or what is no event; `message` names the place in it. Put a new version of the mapping in place, then replay. */
  | 'MAPPING_RESULT'
  /** The document that it names does not exist. Replay when it does. */
  | 'NOT_FOUND'
  /** What was held is no longer there and the channel does not allow backorders. Discard, or replay when there is stock. */
  | 'NO_LONGER_AVAILABLE'
  /** It waited for the step before it, which never came. Replay after that step, or discard. */
  | 'PARKED_TOO_LONG'
  /** No channel has this id. Replay after `upsertChannel`. */
  | 'UNKNOWN_CHANNEL'
  /** No location has this id. Replay after `upsertLocations`. */
  | 'UNKNOWN_LOCATION'
  /** No item has this SKU. Replay after `upsertItems`. */
  | 'UNKNOWN_SKU'
  /** The hub knows no such event type. Mend the event. */
  | 'UNKNOWN_TYPE'
  /** The document's state does not allow the step. Replay after the step before it, or discard. */
  | 'WRONG_STATE';

/** Conditions on recorded events. Lists hold at most 250 values, and an empty one is met by none. */
export type EventFilter = {
  /** Failed for one of these reasons. */
  codes?: Array<EventErrorCode> | null | undefined;
  /** Of one of these event types. */
  eventTypes?: Array<string> | null | undefined;
  /** Happened before this moment, by the clock of the source. */
  occurredBefore?: string | null | undefined;
  /** Happened at or after this moment, by the clock of the source. */
  occurredFrom?: string | null | undefined;
  /** Recorded before this moment. */
  recordedBefore?: string | null | undefined;
  /** Recorded at or after this moment. */
  recordedFrom?: string | null | undefined;
  /** About one of these SKUs, with one of their lines at least. */
  skus?: Array<string> | null | undefined;
  /** From one of these CloudEvents sources. */
  sources?: Array<string> | null | undefined;
};

/** Conditions on replays. Lists hold at most 250 values. */
export type EventReplayFilter = {
  /** One of these. */
  ids?: Array<string> | null | undefined;
  /** In one of these states; absent: every state. */
  states?: Array<EventReplayState> | null | undefined;
};

/** Orders of replays. */
export type EventReplayOrder =
  /** Oldest first. */
  | 'REQUESTED_AT_ASC'
  /** Newest first. */
  | 'REQUESTED_AT_DESC';

/** How far a replay is. */
export type EventReplayState =
  /** Somebody ended it. What was tried stays as it is. */
  | 'CANCELED'
  /** All were tried. */
  | 'DONE'
  /** It could not go on; `message` says why. What was tried stays as it is. */
  | 'FAILED'
  /** A worker begins it within a minute. */
  | 'REQUESTED'
  /** It is under way. */
  | 'RUNNING';

/** What became of an event. */
export type EventStatus =
  /** It was posted. */
  | 'ACCEPTED'
  /** Another reporter had told the same fact before: nothing more to post. Where it contradicts the authoritative one, `message` says so. */
  | 'CONFIRMED'
  /** The same event was recorded before: its first effect stands, nothing was done again. */
  | 'DUPLICATE'
  /** It moves no stock and waits for the step before it, for a limited time. */
  | 'PARKED'
  /** It could not be applied. It lies in the dead letters, unless it conflicts with an event recorded before. */
  | 'REJECTED';

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

/** Conditions on facts. Lists hold at most 250 values. */
export type FactFilter = {
  /** Of one of these kinds. */
  kinds?: Array<FactKind> | null | undefined;
  /** At one of these locations. */
  locationIds?: Array<string> | null | undefined;
  /** Under one of these references. */
  references?: Array<string> | null | undefined;
  /** Of one of these SKUs. */
  skus?: Array<string> | null | undefined;
  /** In one of these states. */
  states?: Array<FactState> | null | undefined;
};

/** What can happen that several sources may tell. */
export type FactKind =
  /** A shipment left: `onhand.shipment.dispatched.v1` and the mutation `dispatchShipment`. */
  | 'DISPATCH'
  /** Units arrived: `onhand.stock.received.v1`, `onhand.shipment.received.v1` and the mutation `receiveShipment`. */
  | 'RECEIPT'
  /** A parcel came back: `onhand.return.received.v1` and the mutation `receiveReturn`. */
  | 'RETURN'
  /** Units left for a customer: `onhand.sale.recorded.v1`, `onhand.reservation.fulfilled.v1` and the mutation `fulfillReservation`. */
  | 'SALE';

/** Orders of facts. */
export type FactOrder =
  /** Told longest ago first. */
  | 'CHANGED_AT_ASC'
  /** Told last first. */
  | 'CHANGED_AT_DESC';

/** What is held of a fact. */
export type FactState =
  /** All who told it agree, the authoritative source among them where there is one; else two have told what stands. */
  | 'CONFIRMED'
  /** A source told otherwise than the authoritative one, whose word stands: nothing was posted. Where it reports in parts, this passes as soon as they add up. */
  | 'CONTRADICTED'
  /** The authoritative source told otherwise than those before it. Its word stands, by a correcting entry with the time of the first report. */
  | 'CORRECTED'
  /** The authoritative source has not told it yet, or not all of it. The largest total stands until it does. */
  | 'PROVISIONAL'
  /** No source is authoritative for it, and no other has told as much. The largest total stands. */
  | 'REPORTED';

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

/** Which rule of a field an input broke: the finer word beside the code `INVALID_INPUT`. None of them passes by itself: mend the input. */
export type InputProblem =
  /** What is given contradicts something else that is given or known, such as another base unit for an item that has one. */
  | 'CONTRADICTION'
  /** The same thing stands in a list twice and may stand there once, such as a line that a step names. */
  | 'LISTED_TWICE'
  /** A list has no entry and needs one. */
  | 'LIST_EMPTY'
  /** A list has more entries than are allowed; the field says how many are. */
  | 'LIST_TOO_LONG'
  /** A number is outside of its range, such as a latitude beyond ±90 or a negative buffer. */
  | 'NUMBER_OUT_OF_RANGE'
  /** A quantity is zero or negative and has to be at least 1. */
  | 'QUANTITY_NOT_POSITIVE'
  /** A quantity does not come out as a whole number of base units. */
  | 'QUANTITY_NOT_WHOLE'
  /** A quantity is beyond what the hub keeps: 2^43 base units of a SKU, over all lines together. */
  | 'QUANTITY_TOO_LARGE'
  /** A text that names something is empty. */
  | 'TEXT_EMPTY'
  /** A text has a character that cannot be stored: NUL, or half a surrogate pair. */
  | 'TEXT_NOT_STORABLE'
  /** A text has more characters than are allowed. */
  | 'TEXT_TOO_LONG'
  /** A time to live is not 1 to 2,592,000 seconds (30 days). */
  | 'TTL_OUT_OF_RANGE'
  /** The item has no such unit. */
  | 'UNIT_UNKNOWN'
  /** Something has to be given here that is absent. */
  | 'VALUE_MISSING'
  /** A value is none of those that exist, such as a time zone that nobody knows. */
  | 'VALUE_UNKNOWN';

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

/** What somebody did by hand. */
export type InterventionKind =
  /** Balances were adjusted, whoever reported it: differences that were taken over from ERPs are among them, with their source. */
  | 'ADJUSTMENT'
  /** A divergence was taken over. */
  | 'DIVERGENCE_CORRECTED'
  /** The hub could not take over a divergence as it was decided. */
  | 'DIVERGENCE_HELD'
  /** A divergence is to be left as it is. */
  | 'DIVERGENCE_IGNORED'
  /** One of two clients proposed what to do about a divergence. */
  | 'DIVERGENCE_PROPOSED'
  /** An ERP was told that the hub is right. */
  | 'DIVERGENCE_TOLD'
  /** A dead letter was discarded. */
  | 'LETTER_DISCARDED'
  /** A dead letter was replayed with success. */
  | 'LETTER_REPLAYED'
  /** Events were replayed. */
  | 'REPLAY';

/** Conditions on items. */
export type ItemFilter = {
  /** One of these SKUs; at most 250. */
  skus?: Array<string> | null | undefined;
  /** The title contains this text, whatever its case. */
  titleContains?: string | null | undefined;
};

/** Orders of items. */
export type ItemOrder =
  /** By SKU, in code point order. */
  | 'SKU_ASC'
  /** By SKU, backwards. */
  | 'SKU_DESC';

/** A unit of an item other than its base unit. */
export type ItemUnitInput = {
  /** How many whole base units are in one of it; at least 1. */
  factor: number;
  /** Name of the unit, 1 to 64 characters. */
  unit: string;
};

/** Conditions on locations. */
export type LocationFilter = {
  /** True: only closed ones. False: only open ones. */
  closed?: boolean | null | undefined;
  /** One of these ids; at most 250. */
  ids?: Array<string> | null | undefined;
  /** One of these kinds. */
  kinds?: Array<LocationKind> | null | undefined;
  /** The name contains this text, whatever its case. */
  nameContains?: string | null | undefined;
  /** Directly below this location. */
  parentId?: string | null | undefined;
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

/** Orders of locations. */
export type LocationOrder =
  /** By id, in code point order. */
  | 'ID_ASC'
  /** By id, backwards. */
  | 'ID_DESC'
  /** By name, then by id. */
  | 'NAME_ASC'
  /** By name backwards, then by id backwards. */
  | 'NAME_DESC';

/** Whether a marketplace is called. */
export type MarketplaceCircuit =
  /** It is called. */
  | 'CLOSED'
  /** One call finds out whether it answers again. */
  | 'HALF_OPEN'
  /** It has not answered, and is left alone for a while. */
  | 'OPEN';

/** What became of a drift. */
export type MarketplaceDriftState =
  /** It shows what it has acknowledged. */
  | 'MENDED'
  /** Seen twice alike: it is told anew. */
  | 'MENDING'
  /** Seen once, and it may pass: what a marketplace has accepted may take a while to be seen. */
  | 'SUSPECTED';

/** Conditions on marketplaces. */
export type MarketplaceFilter = {
  /** Of one of these channels; at most 250. */
  channelIds?: Array<string> | null | undefined;
  /** One of these ids; at most 250. */
  ids?: Array<string> | null | undefined;
};

/** Conditions on listings. */
export type MarketplaceListingFilter = {
  /** True: only those whose drift is not mended; false: only the others. */
  drifting?: boolean | null | undefined;
  /** One of these SKUs; at most 250. */
  skus?: Array<string> | null | undefined;
  /** In one of these states. */
  states?: Array<MarketplaceListingState> | null | undefined;
};

/** What is listed at a marketplace. */
export type MarketplaceListingInput = {
  /** Whether it is for sale there; otherwise it is told none. */
  listed?: boolean | null | undefined;
  /** As the marketplace calls it, 1 to 256 characters; the SKU for a new listing when absent. Never changed. */
  name?: string | null | undefined;
  /** The item. */
  sku: string;
};

/** Orders of listings. */
export type MarketplaceListingOrder =
  /** By SKU, in code point order. */
  | 'SKU_ASC'
  /** By SKU, backwards. */
  | 'SKU_DESC';

/** How a listing stands. */
export type MarketplaceListingState =
  /** The marketplace has acknowledged what the channel showed when it was last looked at. */
  | 'CURRENT'
  /** The marketplace has refused what it should have. */
  | 'REFUSED'
  /** It was sent, and is not answered yet. */
  | 'SENDING'
  /** It is to be looked at, or told. */
  | 'WAITING';

/** Orders of marketplaces. */
export type MarketplaceOrder =
  /** By id, in code point order. */
  | 'ID_ASC'
  /** By id, backwards. */
  | 'ID_DESC';

/** A dead letter's event, mended. */
export type MendedEventInput = {
  /**
   * The whole event as it should have been, with the same `source` and `id`. Of what was not mapped to events the payload as it should have been; it is mapped by the newest version there is, as
   * every such letter is.
   */
  event: unknown;
  /** The dead letter. */
  id: string;
};

/** Why `moveReservationLine` refuses. Checked in a fixed order, so that the same input in the same state always gets the same code. */
export type MoveReservationLineErrorCode =
  /** The key was used before by this client with other content. Nothing was done; use a new key for a new request. */
  | 'IDEMPOTENCY_CONFLICT'
  /** Not enough is available at the target for what is held or committed. A retry with a new key may help when stock was freed or came. */
  | 'INSUFFICIENT_STOCK'
  /**
   * Not enough can be promised at the target for the date for which what waits was promised. A retry with a new key may help when supply was
   * ordered for it.
   */
  | 'INSUFFICIENT_SUPPLY'
  /** The input breaks a rule stated at the field that `field` names. Repeating the same input does not help. */
  | 'INVALID_INPUT'
  /** The target is closed. A retry with a new key helps when it has opened again. */
  | 'LOCATION_CLOSED'
  /** No such line, or the viewer may not see its reservation. A retry does not help. */
  | 'NOT_FOUND'
  /** Not used. */
  | 'UNKNOWN_CHANNEL'
  /** No location has this id, or it does not serve the channel. A retry with a new key helps after `upsertLocations` or `upsertChannel`. */
  | 'UNKNOWN_LOCATION'
  /** Not used. */
  | 'UNKNOWN_SKU'
  /** It is not at `expectedVersion` any more: somebody changed it, or its time is over. Reading it again and sending its version with a new key helps; the same input never does. */
  | 'VERSION_CONFLICT'
  /**
   * Nothing of the line is open, or less than the quantity given; or it stands at that location already; or a part of it would be one line more of a
   * reservation that has 1,000 lines or more: move the whole. A retry does not help.
   */
  | 'WRONG_STATE';

/** Input of `moveReservationLine`. */
export type MoveReservationLineInput = {
  /**
   * The `version` that you have read; the request is refused with VERSION_CONFLICT when the reservation has another one now. Absent: whatever it
   * is.
   */
  expectedVersion?: number | null | undefined;
  /**
   * Chosen by the client, 1 to 256 characters, unique for each request of this client, for ever. The same key with the same content has one
   * effect and gets the first decision again, with the reservation as it is now.
   */
  idempotencyKey: string;
  /** The line; it names its reservation as well. */
  lineId: string;
  /** Where to: one of the channel's locations, and not the one where the line stands. */
  locationId: string;
  /** Base units; everything open of the line when absent. */
  quantity?: number | null | undefined;
  /** Why, for the audit trail; at most 256 characters. */
  reason?: string | null | undefined;
};

/** Which step posted an entry of the journal. */
export type MovementKind =
  /** An adjustment, against loss. */
  | 'ADJUSTMENT'
  /** Units were promised without stock behind them: unpromised or held → backordered. */
  | 'BACKORDER'
  /** A shipment was canceled before dispatch: onOrder → unscheduled. */
  | 'CANCEL'
  /** The rest of a shipment was given up: inTransfer → loss, and supply → unscheduled. */
  | 'CLOSE'
  /** A hold became firm: held → committed; or an order made elsewhere came in: fenced or unpromised → committed. */
  | 'CONFIRM'
  /** The opposite of what one source told too much of a fact, because the one that is authoritative for it told less: see `fact`. */
  | 'CORRECTION'
  /** A count corrected a balance, against loss. */
  | 'COUNT'
  /** The opposite of a count's correction, because a delta from before the count arrived late: the balance stays as counted. */
  | 'COUNT_OFFSET'
  /** A shipment left: sellable → inTransfer at the origin, and the supply of the destination. */
  | 'DISPATCH'
  /** Returned units were disposed of or are missing: qualityHold → loss. */
  | 'DISPOSE'
  /**
   * A promise ended by itself: held or backordered → unpromised, held → fenced for what came from the channel's fence; or a fence did: fenced →
   * unpromised.
   */
  | 'EXPIRE'
  /** A stock policy set units aside for a channel, or fewer: unpromised → fenced, fenced → unpromised. */
  | 'FENCE'
  /** Stock came for a backorder: backordered → held or committed; and fenced → unpromised for what of it was set aside for the channel. */
  | 'FILL'
  /** A reservation was shipped or handed over: sellable → customer, and committed → unpromised. */
  | 'FULFILL'
  /** Units were held: fenced → held from what is set aside for the channel first, unpromised → held for the rest. */
  | 'HOLD'
  /**
   * A promise is kept from elsewhere, or stands in another line: held, committed or backordered → unpromised where it was, and unpromised → the
   * same account where it is.
   */
  | 'MOVE'
  /** A purchase was ordered: unscheduled → onOrder. */
  | 'ORDER'
  /** Units arrived: supplier or inTransfer → sellable, and onOrder or inTransit → unscheduled. */
  | 'RECEIPT'
  /** Units moved between accounts of stock. */
  | 'RECLASSIFICATION'
  /** A promise was given back: held, committed or backordered → unpromised; held or committed → fenced for what came from there. */
  | 'RELEASE'
  /** Returned units became fit to sell: qualityHold → sellable. */
  | 'RESTOCK'
  /** A returned parcel arrived: customer → qualityHold. */
  | 'RETURN'
  /** A sale at a till or elsewhere, without a reservation: sellable → customer; and fenced → unpromised for what was set aside for its channel. */
  | 'SALE'
  /** Returned units went to the vendor: qualityHold → supplier. */
  | 'TO_VENDOR';

/** Why `pingWebhook` refuses. Checked in a fixed order, so that the same input in the same state always gets the same code. */
export type PingWebhookErrorCode =
  /** The key was used before by this client with other content. Nothing was done; use a new key for a new request. */
  | 'IDEMPOTENCY_CONFLICT'
  /** The input breaks a rule stated at the field that `field` names. Repeating the same input does not help. */
  | 'INVALID_INPUT'
  /** No webhook has this id, or the viewer may not see it. A retry does not help. */
  | 'NOT_FOUND'
  /** Not used. */
  | 'UNKNOWN_CHANNEL'
  /** Not used. */
  | 'UNKNOWN_LOCATION'
  /** Not used. */
  | 'UNKNOWN_SKU'
  /** The webhook is disabled. Enable it first. */
  | 'WRONG_STATE';

/** Input of `pingWebhook`. */
export type PingWebhookInput = {
  /** The webhook. */
  id: string;
  /**
   * Chosen by the client, 1 to 256 characters, unique for each request of this client, for ever. The same key with the same content has one
   * effect and gets the first answer again.
   */
  idempotencyKey: string;
};

/** A place on earth, in degrees of WGS 84. */
export type PointInput = {
  /** Degrees north, −90 to 90. */
  latitude: number;
  /** Degrees east, −180 to 180. */
  longitude: number;
};

/** Why `pushMarketplaceListings` refuses. Checked in a fixed order, so that the same input in the same state always gets the same code. */
export type PushMarketplaceListingsErrorCode =
  /** The key was used before by this client with other content. Nothing was done; use a new key for a new request. */
  | 'IDEMPOTENCY_CONFLICT'
  /** The input breaks a rule stated at the field that `field` names. Repeating the same input does not help. */
  | 'INVALID_INPUT'
  /** There is no such marketplace, the viewer may not see its channel, or one of the SKUs is not listed there. */
  | 'NOT_FOUND'
  /** Not used. */
  | 'UNKNOWN_CHANNEL'
  /** Not used. */
  | 'UNKNOWN_LOCATION'
  /** Not used. */
  | 'UNKNOWN_SKU'
  /** Not used. */
  | 'WRONG_STATE';

/** Input of `pushMarketplaceListings`. */
export type PushMarketplaceListingsInput = {
  /**
   * Chosen by the client, 1 to 256 characters, unique for each request of this client, for ever. The same key with the same content has one
   * effect and gets the first answer again.
   */
  idempotencyKey: string;
  /** The marketplace. */
  marketplaceId: string;
  /** 1 to 1,000 SKUs; all that are listed there when absent. */
  skus?: Array<string> | null | undefined;
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

/** Why `reconcile` refuses. Checked in a fixed order, so that the same input in the same state always gets the same code. */
export type ReconcileErrorCode =
  /** The key was used before by this client with other content. Nothing was done; use a new key for a new request. */
  | 'IDEMPOTENCY_CONFLICT'
  /** The input breaks a rule stated at the field that `field` names. Repeating the same input does not help. */
  | 'INVALID_INPUT'
  /** There is no such ERP. A retry with a new key helps after `upsertErpSystem`. */
  | 'NOT_FOUND'
  /** No channel has this id, or the viewer may not see it. A retry does not help. */
  | 'UNKNOWN_CHANNEL'
  /** No location has this id. A retry with a new key helps after `upsertLocations`. */
  | 'UNKNOWN_LOCATION'
  /** No item has this SKU. A retry with a new key helps after `upsertItems`. */
  | 'UNKNOWN_SKU'
  /** Not used. */
  | 'WRONG_STATE';

/** Input of `reconcile`. */
export type ReconcileInput = {
  /**
   * Chosen by the client, 1 to 256 characters, unique for each request of this client, for ever. The same key with the same content has one
   * effect and gets the first answer again.
   */
  idempotencyKey: string;
  /** Only these places; absent: all. */
  locationIds?: Array<string> | null | undefined;
  /** Only these SKUs; absent: all. */
  skus?: Array<string> | null | undefined;
  /** The ERP. */
  systemId: string;
};

/** Why `recordEvents` refuses. Checked in a fixed order, so that the same input in the same state always gets the same code. */
export type RecordEventsErrorCode =
  /** The key was used before by this client with other content. Nothing was done; use a new key for a new request. */
  | 'IDEMPOTENCY_CONFLICT'
  /** The input breaks a rule stated at the field that `field` names. Repeating the same input does not help. */
  | 'INVALID_INPUT'
  /** Not used: an event that names an unknown document is answered in `results`. */
  | 'NOT_FOUND'
  /** No channel has this id, or the viewer may not see it. A retry does not help. */
  | 'UNKNOWN_CHANNEL'
  /** No location has this id. A retry with a new key helps after `upsertLocations`. */
  | 'UNKNOWN_LOCATION'
  /** No item has this SKU. A retry with a new key helps after `upsertItems`. */
  | 'UNKNOWN_SKU'
  /** Not used: an event in an unexpected state is answered in `results`. */
  | 'WRONG_STATE';

/** Input of `recordEvents`. */
export type RecordEventsInput = {
  /** 1 to 1,000 CloudEvents 1.0 in JSON, each with `specversion`, `id`, `source`, `type`, `time` and `data`. */
  events: Array<unknown>;
  /**
   * Chosen by the client, 1 to 256 characters, unique for each request of this client, for ever. The same key with the same content has one
   * effect and gets the first answer again.
   */
  idempotencyKey: string;
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

/** Why `releaseReservations` refuses as a whole. Why it refuses one of them stands in its result, with the codes of `releaseReservation`. */
export type ReleaseReservationsErrorCode =
  /** The key was used before by this client with other content. Nothing was done; use a new key for a new request. */
  | 'IDEMPOTENCY_CONFLICT'
  /** The input breaks a rule stated at the field that `field` names. Repeating the same input does not help. */
  | 'INVALID_INPUT'
  /** Not used. */
  | 'NOT_FOUND'
  /** Not used. */
  | 'UNKNOWN_CHANNEL'
  /** Not used. */
  | 'UNKNOWN_LOCATION'
  /** Not used. */
  | 'UNKNOWN_SKU'
  /** Not used. */
  | 'WRONG_STATE';

/** Input of `releaseReservations`. */
export type ReleaseReservationsInput = {
  /**
   * Chosen by the client, 1 to 256 characters, unique for each request of this client, for ever. The same key with the same content has one
   * effect and gets the first decisions again, with the reservations as they are now.
   */
  idempotencyKey: string;
  /** Why, for the audit trail; at most 256 characters. */
  reason?: string | null | undefined;
  /** 1 to 1,000, decided in this order. One that is named twice is decided twice. */
  reservations: Array<ReleaseReservationsItemInput>;
};

/** One of the reservations of `releaseReservations`. */
export type ReleaseReservationsItemInput = {
  /**
   * The `version` that you have read; the request is refused with VERSION_CONFLICT when the reservation has another one now. Absent: whatever it
   * is.
   */
  expectedVersion?: number | null | undefined;
  /** The reservation. */
  id: string;
  /** What to give back; everything open when absent. At most 100. */
  lines?: Array<ReleaseReservationLineInput> | null | undefined;
};

/** Why `replayDeadLetters` refuses. Checked in a fixed order, so that the same input in the same state always gets the same code. */
export type ReplayDeadLettersErrorCode =
  /** The key was used before by this client with other content. Nothing was done; use a new key for a new request. */
  | 'IDEMPOTENCY_CONFLICT'
  /** The input breaks a rule stated at the field that `field` names. Repeating the same input does not help. */
  | 'INVALID_INPUT'
  /** A letter of `ids` does not exist. A retry does not help. */
  | 'NOT_FOUND'
  /** No channel has this id, or the viewer may not see it. A retry does not help. */
  | 'UNKNOWN_CHANNEL'
  /** No location has this id. A retry with a new key helps after `upsertLocations`. */
  | 'UNKNOWN_LOCATION'
  /** No item has this SKU. A retry with a new key helps after `upsertItems`. */
  | 'UNKNOWN_SKU'
  /** A letter of `ids` is not open any more. A retry does not help. */
  | 'WRONG_STATE';

/** Input of `replayDeadLetters`. */
export type ReplayDeadLettersInput = {
  /** Only say what would become of each, and change nothing. */
  dryRun?: boolean | null | undefined;
  /** All open letters that match, oldest first, at most 1,000: repeat until `results` is empty or fails alike. */
  filter?: DeadLetterFilter | null | undefined;
  /**
   * Chosen by the client, 1 to 256 characters, unique for each request of this client, for ever. The same key with the same content has one
   * effect and gets the first answer again.
   */
  idempotencyKey: string;
  /** These letters, 1 to 1,000. Either `ids` or `filter` is given, not both. */
  ids?: Array<string> | null | undefined;
  /** Mended events, in place of the ones that came; each belongs to one of `ids`. */
  mended?: Array<MendedEventInput> | null | undefined;
};

/** Why `replayEvents` refuses. Checked in a fixed order, so that the same input in the same state always gets the same code. */
export type ReplayEventsErrorCode =
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

/** Input of `replayEvents`. */
export type ReplayEventsInput = {
  /** Only say what it would do, and change nothing. */
  dryRun?: boolean | null | undefined;
  /** At which rate, on average: 1 to 10,000. Whoever waits for an answer goes first all the same. */
  eventsPerSecond?: number | null | undefined;
  /** Which events; an empty filter: all. */
  filter: EventFilter;
  /**
   * Chosen by the client, 1 to 256 characters, unique for each request of this client, for ever. The same key with the same content has one
   * effect and gets the first answer again.
   */
  idempotencyKey: string;
  /** At most so many dead letters are tried, the oldest first: 1 to 1,000,000; absent: all. A dry run looks at 2,000 at most. */
  limit?: number | null | undefined;
};

/** Why `replayWebhook` refuses. Checked in a fixed order, so that the same input in the same state always gets the same code. */
export type ReplayWebhookErrorCode =
  /** The key was used before by this client with other content. Nothing was done; use a new key for a new request. */
  | 'IDEMPOTENCY_CONFLICT'
  /** The input breaks a rule stated at the field that `field` names. Repeating the same input does not help. */
  | 'INVALID_INPUT'
  /** No such webhook, or no such message of it, or the viewer may not see it. A retry does not help. */
  | 'NOT_FOUND'
  /** Not used. */
  | 'UNKNOWN_CHANNEL'
  /** Not used. */
  | 'UNKNOWN_LOCATION'
  /** Not used. */
  | 'UNKNOWN_SKU'
  /** A message of `deliveryIds` is no dead letter. A retry does not help. */
  | 'WRONG_STATE';

/** Input of `replayWebhook`: either a point or dead letters. */
export type ReplayWebhookInput = {
  /**
   * What came after this point is told again, and what is queued is not sent: the cursor of an event, of a message, or of a mutation, which also serves to leave
   * something out.
   */
  after?: string | null | undefined;
  /** All dead letters are sent again, oldest first, at most 1,000 at a time. */
  allDeadLetters?: boolean | null | undefined;
  /** These dead letters are sent again, at most 250. A state that was overtaken by one that was delivered is skipped. */
  deliveryIds?: Array<string> | null | undefined;
  /** The webhook. */
  id: string;
  /**
   * Chosen by the client, 1 to 256 characters, unique for each request of this client, for ever. The same key with the same content has one
   * effect and gets the first answer again.
   */
  idempotencyKey: string;
};

/** Why `rescheduleShipment` refuses. Checked in a fixed order, so that the same input in the same state always gets the same code. */
export type RescheduleShipmentErrorCode =
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
  /** Nothing of it is outstanding any more: it is RECEIVED, CLOSED_SHORT or CANCELED. A retry does not help. */
  | 'WRONG_STATE';

/** Input of `rescheduleShipment`. */
export type RescheduleShipmentInput = {
  /** When it is expected now; null or absent: nobody knows. What it brings counts for no date then. */
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
};

/**
 * Conditions on reservations; absent or null: none. Lists hold at most 250 values. An empty list is met by nothing, and so are values that do not exist,
 * such as the id of a channel that is unknown or not to be seen: the page is empty then, which is no error.
 */
export type ReservationFilter = {
  /** Made through one of these channels. */
  channelIds?: Array<string> | null | undefined;
  /** With a line at one of these locations. */
  locationIds?: Array<string> | null | undefined;
  /** Recorded before this moment. */
  recordedBefore?: string | null | undefined;
  /** Recorded at or after this moment. */
  recordedFrom?: string | null | undefined;
  /** With one of these references. */
  references?: Array<string> | null | undefined;
  /** With a line of one of these SKUs. */
  skus?: Array<string> | null | undefined;
  /** In one of these states. */
  statuses?: Array<ReservationStatus> | null | undefined;
};

/** Orders of reservations. */
export type ReservationOrder =
  /** Oldest first. */
  | 'RECORDED_AT_ASC'
  /** Newest first. */
  | 'RECORDED_AT_DESC';

/** States of a reservation and of its lines, from the least advanced. They follow from the quantities of the lines. */
export type ReservationStatus =
  /** Something waits for stock. */
  | 'BACKORDERED'
  /**
   * Of a line: what is open is firm, nothing was shipped. Of a reservation: everything open is firm, and of at least one line that is open nothing was
   * shipped; other lines may have been shipped, in part or whole.
   */
  | 'CONFIRMED'
  /** Nothing is open, everything ended by itself. */
  | 'EXPIRED'
  /** Nothing is open, something was shipped. */
  | 'FULFILLED'
  /** Something is held and ends by itself. */
  | 'HELD'
  /**
   * Of a line: what is open is firm, something was shipped. Of a reservation: everything open is firm, and of every line that is open something was
   * shipped. To find all orders of which something was shipped and something is open, look for the four open states (BACKORDERED, HELD, CONFIRMED,
   * PARTIALLY_FULFILLED), and then at `fulfilled` of their lines.
   */
  | 'PARTIALLY_FULFILLED'
  /**
   * Nothing is open, nothing was shipped, something was given back, or was short from the beginning (`allOrNothing: false`); so also when what had
   * been held beside it ended by itself.
   */
  | 'RELEASED';

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

/** Why `resolveDivergence` refuses. Checked in a fixed order, so that the same input in the same state always gets the same code. */
export type ResolveDivergenceErrorCode =
  /** The key was used before by this client with other content. Nothing was done; use a new key for a new request. */
  | 'IDEMPOTENCY_CONFLICT'
  /** The input breaks a rule stated at the field that `field` names. Repeating the same input does not help. */
  | 'INVALID_INPUT'
  /** There is no such divergence. A retry does not help. */
  | 'NOT_FOUND'
  /** No channel has this id, or the viewer may not see it. A retry does not help. */
  | 'UNKNOWN_CHANNEL'
  /** No location has this id. A retry with a new key helps after `upsertLocations`. */
  | 'UNKNOWN_LOCATION'
  /** No item has this SKU. A retry with a new key helps after `upsertItems`. */
  | 'UNKNOWN_SKU'
  /** It is over, the hub cannot take it over, or the client that has proposed it would approve it. A retry does not help. */
  | 'WRONG_STATE';

/** Input of `resolveDivergence`. */
export type ResolveDivergenceInput = {
  /** What is to be done about it. */
  action: DivergenceAction;
  /** The divergence. */
  id: string;
  /**
   * Chosen by the client, 1 to 256 characters, unique for each request of this client, for ever. The same key with the same content has one
   * effect and gets the first answer again.
   */
  idempotencyKey: string;
  /** Why, for those who look later; at most 256 characters. */
  reason?: string | null | undefined;
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

/** Conditions on returns. Lists hold at most 250 values. */
export type ReturnFilter = {
  /** Sold through one of these channels. */
  channelIds?: Array<string> | null | undefined;
  /** Expected or received at one of these locations. */
  locationIds?: Array<string> | null | undefined;
  /** Recorded before this moment. */
  recordedBefore?: string | null | undefined;
  /** Recorded at or after this moment. */
  recordedFrom?: string | null | undefined;
  /** With one of these references. */
  references?: Array<string> | null | undefined;
  /** Sold by one of these reservations. */
  reservationIds?: Array<string> | null | undefined;
  /** With a line of one of these SKUs. */
  skus?: Array<string> | null | undefined;
  /** In one of these states. */
  statuses?: Array<ReturnStatus> | null | undefined;
};

/** Orders of returns. */
export type ReturnOrder =
  /** Oldest first. */
  | 'RECORDED_AT_ASC'
  /** Newest first. */
  | 'RECORDED_AT_DESC';

/** States of units that come back, open ones first, from the least advanced. */
export type ReturnStatus =
  /** Allowed to come back, not on the way. */
  | 'AUTHORIZED'
  /** End: no longer allowed to come back. */
  | 'CANCELED'
  /** End: disposed of. */
  | 'DISPOSED'
  /** Passed the inspection. */
  | 'INSPECTED'
  /** On the way back. */
  | 'IN_TRANSIT'
  /** End: never arrived, or lost here. */
  | 'MISSING'
  /** Set apart. Not an end: released from quarantine, units wait for inspection again. */
  | 'QUARANTINED'
  /** Arrived, waiting for inspection. */
  | 'RECEIVED'
  /** End: back on the shelf, sellable. */
  | 'RESTOCKED'
  /** Allowed back on the shelf. */
  | 'RESTOCK_APPROVED'
  /** End: sent to the vendor. */
  | 'RETURNED_TO_VENDOR';

/** Why `rotateWebhookSecret` refuses. Checked in a fixed order, so that the same input in the same state always gets the same code. */
export type RotateWebhookSecretErrorCode =
  /** The key was used before by this client with other content. Nothing was done; use a new key for a new request. */
  | 'IDEMPOTENCY_CONFLICT'
  /** The input breaks a rule stated at the field that `field` names. Repeating the same input does not help. */
  | 'INVALID_INPUT'
  /** No webhook has this id, or the viewer may not see it. A retry does not help. */
  | 'NOT_FOUND'
  /** Not used. */
  | 'UNKNOWN_CHANNEL'
  /** Not used. */
  | 'UNKNOWN_LOCATION'
  /** Not used. */
  | 'UNKNOWN_SKU'
  /** Not used. */
  | 'WRONG_STATE';

/** Input of `rotateWebhookSecret`. */
export type RotateWebhookSecretInput = {
  /** The webhook. */
  id: string;
  /**
   * Chosen by the client, 1 to 256 characters, unique for each request of this client, for ever. The same key with the same content has one
   * effect and gets the first answer again.
   */
  idempotencyKey: string;
  /** For how many seconds the former secrets sign as well: 0 to 2,592,000 (30 days). */
  overlapSeconds?: number | null | undefined;
};

/** Why `setAuthority` refuses. Checked in a fixed order, so that the same input in the same state always gets the same code. */
export type SetAuthorityErrorCode =
  /** The key was used before by this client with other content. Nothing was done; use a new key for a new request. */
  | 'IDEMPOTENCY_CONFLICT'
  /** The input breaks a rule stated at the field that `field` names. Repeating the same input does not help. */
  | 'INVALID_INPUT'
  /** Not used: it names nothing but locations. */
  | 'NOT_FOUND'
  /** No channel has this id, or the viewer may not see it. A retry does not help. */
  | 'UNKNOWN_CHANNEL'
  /** No location has this id. A retry with a new key helps after `upsertLocations`. */
  | 'UNKNOWN_LOCATION'
  /** No item has this SKU. A retry with a new key helps after `upsertItems`. */
  | 'UNKNOWN_SKU'
  /** Not used: declaring an authority depends on no state. */
  | 'WRONG_STATE';

/** Input of `setAuthority`. */
export type SetAuthorityInput = {
  /**
   * Chosen by the client, 1 to 256 characters, unique for each request of this client, for ever. The same key with the same content has one
   * effect and gets the first answer again.
   */
  idempotencyKey: string;
  /**
   * Whether it may tell one fact in several reports. true (the default): its parts add up, more than others told corrects at once, and less only once an event of it says `complete`. false: each of its reports is taken for all
   * of it so far, unless it says `"complete": false`.
   */
  inParts?: boolean | null | undefined;
  /** For these kinds of facts, at least one. */
  kinds: Array<FactKind>;
  /** At these locations; absent: wherever none is declared for the location itself. Kinds times locations are at most 1,000. */
  locationIds?: Array<string> | null | undefined;
  /**
   * The CloudEvents source that has the last word, 1 to 256 characters; one that ends with `/` stands for all that begin with it (of these the largest total counts), and `client:` and a name for the mutations of a client. It
   * replaces the one before. Absent or null: none any more, and the one for everywhere counts at these locations again.
   */
  source?: string | null | undefined;
};

/** Why `setErpRoute` refuses. Checked in a fixed order, so that the same input in the same state always gets the same code. */
export type SetErpRouteErrorCode =
  /** The key was used before by this client with other content. Nothing was done; use a new key for a new request. */
  | 'IDEMPOTENCY_CONFLICT'
  /** The input breaks a rule stated at the field that `field` names. Repeating the same input does not help. */
  | 'INVALID_INPUT'
  /** There is no such ERP. A retry with a new key helps after `upsertErpSystem`. */
  | 'NOT_FOUND'
  /** No channel has this id, or the viewer may not see it. A retry does not help. */
  | 'UNKNOWN_CHANNEL'
  /** No location has this id. A retry with a new key helps after `upsertLocations`. */
  | 'UNKNOWN_LOCATION'
  /** No item has this SKU. A retry with a new key helps after `upsertItems`. */
  | 'UNKNOWN_SKU'
  /** Another ERP is LIVE for the same goods at the same place, then or later: CUT_OVER lets one take over from the other. Or, with `requireReady`, the ERP has not been right for long enough: see `warnings`. */
  | 'WRONG_STATE';

/** Input of `setErpRoute`. */
export type SetErpRouteInput = {
  /**
   * Chosen by the client, 1 to 256 characters, unique for each request of this client, for ever. The same key with the same content has one
   * effect and gets the first answer again.
   */
  idempotencyKey: string;
  /** At these places; absent: everywhere. Places times prefixes are at most 1,000. */
  locationIds?: Array<string> | null | undefined;
  /** What is to be with them. */
  mode: ErpRouteChange;
  /** With CUT_OVER: refuse (WRONG_STATE) where `ErpSystem.shadowReport` does not say that the ERP has been right for long enough. Without it that is a warning. */
  requireReady?: boolean | null | undefined;
  /** The product domain: SKUs that begin with one of these; absent: all. */
  skuPrefixes?: Array<string> | null | undefined;
  /** The ERP. */
  systemId: string;
  /** For movements recorded at this moment or later; not before now. Absent: from now on. */
  validFrom?: string | null | undefined;
};

/** Conditions on shipments. Lists hold at most 250 values. */
export type ShipmentFilter = {
  /** To one of these locations. */
  destinationIds?: Array<string> | null | undefined;
  /** Expected before this moment. */
  expectedBefore?: string | null | undefined;
  /** Of one of these kinds. */
  kinds?: Array<ShipmentKind> | null | undefined;
  /** From one of these locations. */
  originIds?: Array<string> | null | undefined;
  /** Recorded before this moment. */
  recordedBefore?: string | null | undefined;
  /** Recorded at or after this moment. */
  recordedFrom?: string | null | undefined;
  /** With one of these references. */
  references?: Array<string> | null | undefined;
  /** With a line of one of these SKUs. */
  skus?: Array<string> | null | undefined;
  /** In one of these states. */
  statuses?: Array<ShipmentStatus> | null | undefined;
};

/** Where a shipment comes from. */
export type ShipmentKind =
  /** From a supplier. */
  | 'PURCHASE'
  /** From another location of ours. */
  | 'TRANSFER';

/** Orders of shipments. */
export type ShipmentOrder =
  /** Oldest first. */
  | 'RECORDED_AT_ASC'
  /** Newest first. */
  | 'RECORDED_AT_DESC';

/** States of a shipment. */
export type ShipmentStatus =
  /** Taken back before anything left. */
  | 'CANCELED'
  /** Closed while something was outstanding. */
  | 'CLOSED_SHORT'
  /** Planned or ordered; nothing left. */
  | 'DRAFT'
  /** Something left, nothing arrived. */
  | 'IN_TRANSIT'
  /** Something arrived, something is outstanding. */
  | 'PARTIALLY_RECEIVED'
  /** Nothing is outstanding and nothing was given up. */
  | 'RECEIVED';

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

/** Why a line of a cart stands where it stands. */
export type SourcingChoice =
  /** The line named the location. */
  | 'NAMED'
  /** Nothing is there for it. */
  | 'NOTHING'
  /** No single location has all that the line gets, or none of the fewest: from several, in the order of the strategy. */
  | 'SPLIT'
  /** At the first location, in the order of the strategy, that has all that the line gets. */
  | 'WHOLE';

/** What became of a location that was looked at for a line of a cart. */
export type SourcingVerdict =
  /** Units are taken from it. */
  | 'CHOSEN'
  /** It is closed. */
  | 'CLOSED'
  /** It has nothing. */
  | 'EMPTY'
  /** It has some, but others were preferred and have enough. */
  | 'NOT_NEEDED'
  /** What it has goes to other lines of the cart. */
  | 'TAKEN'
  /** It has some, but another one has all that the line gets. */
  | 'TOO_LITTLE';

/** Which error of stock. */
export type StockErrorKind =
  /** A promise without stock behind it was taken back, or ended. */
  | 'CANCELED_BACKORDER'
  /** A promise was taken back with `reason` NO_LONGER_AVAILABLE, OVERSELL or STOCK_ERROR. */
  | 'CANCELED_FOR_STOCK'
  /** A source told otherwise of a fact than the one that is authoritative for it. */
  | 'CONTRADICTION'
  /** What was expected is not there in time. */
  | 'LATE_SUPPLY'
  /** A fact took more than was there. */
  | 'NEGATIVE_STOCK'
  /** More was promised by a fact than is there. */
  | 'OVERSELL'
  /** More arrived than was sent. */
  | 'OVER_RECEIPT'
  /** Units promised for a date are not covered by what is due by then any more. */
  | 'PROMISE_UNCOVERED'
  /** A step came that its document did not expect. */
  | 'UNEXPECTED_STATE'
  /** A step came for a document of which nobody had heard. */
  | 'UNKNOWN_DOCUMENT';

/** What was unexpected about a fact. */
export type StockExceptionKind =
  /** A source told otherwise of a fact than the one that is authoritative for it, whose word stands: nothing was posted. */
  | 'CONTRADICTION'
  /** What was expected by a date has not come; it counts for no date any more. Told once for each date. */
  | 'LATE_SUPPLY'
  /** A physical account went below zero: a fact took units of which the hub did not know. */
  | 'NEGATIVE_STOCK'
  /** More is promised than there is: a fact took units that were held or committed, or an order made elsewhere was not covered. */
  | 'OVERSELL'
  /** More arrived than was sent or authorized. */
  | 'OVER_RECEIPT'
  /**
   * Units promised for a date are not covered by what is due by then any more: supply is late, less than announced or canceled, or a fact or a
   * policy took what was there. The promise stays, and is filled when stock comes.
   */
  | 'PROMISE_UNCOVERED'
  /** A step was reported that the document's state did not allow; missing steps were implied. */
  | 'UNEXPECTED_STATE'
  /** A step was reported of a document that the hub had never heard of. */
  | 'UNKNOWN_DOCUMENT';

/** Conditions on journal entries. Lists hold at most 250 values. */
export type StockMovementFilter = {
  /** From or to one of these accounts. */
  accounts?: Array<Account> | null | undefined;
  /** Through one of these channels. */
  channelIds?: Array<string> | null | undefined;
  /** Of one of these documents. */
  documentIds?: Array<string> | null | undefined;
  /** In one of these families. */
  families?: Array<AccountFamily> | null | undefined;
  /** Posted by one of these steps. */
  kinds?: Array<MovementKind> | null | undefined;
  /** At one of these locations. */
  locationIds?: Array<string> | null | undefined;
  /** Happened before this moment. */
  occurredBefore?: string | null | undefined;
  /** Happened at or after this moment. */
  occurredFrom?: string | null | undefined;
  /** Recorded before this moment. */
  recordedBefore?: string | null | undefined;
  /** Recorded at or after this moment. */
  recordedFrom?: string | null | undefined;
  /** With one of these references. */
  references?: Array<string> | null | undefined;
  /** One of these SKUs. */
  skus?: Array<string> | null | undefined;
  /** From one of these sources. */
  sources?: Array<string> | null | undefined;
};

/** Orders of journal entries. Both keep the order of the feed for each SKU. */
export type StockMovementOrder =
  /** Oldest record first. */
  | 'RECORDED_AT_ASC'
  /** Newest record first. */
  | 'RECORDED_AT_DESC';

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

/** Why `upsertErpSystem` refuses. Checked in a fixed order, so that the same input in the same state always gets the same code. */
export type UpsertErpSystemErrorCode =
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

/** Input of `upsertErpSystem`. */
export type UpsertErpSystemInput = {
  /** The connector that speaks with it, such as `tryton`. Needed for a new ERP, and never changed. */
  connector?: string | null | undefined;
  /** Differences up to so many base units are taken over by the hub by themselves, once they were found twice alike; 0 for a new ERP: none. */
  correctUpTo?: number | null | undefined;
  /** Whether it takes two clients to decide about a divergence; for a new ERP it does not. */
  fourEyes?: boolean | null | undefined;
  /** Sources whose movements it hears of without the hub, at most 100: these are not sent. Replaces what was there; its own need not be named. */
  heardSources?: Array<string> | null | undefined;
  /** Case-sensitive, 1 to 256 characters. */
  id: string;
  /**
   * Chosen by the client, 1 to 256 characters, unique for each request of this client, for ever. The same key with the same content has one
   * effect and gets the first answer again.
   */
  idempotencyKey: string;
  /** Name for people, 1 to 256 characters; the id for a new ERP when absent. */
  name?: string | null | undefined;
  /** Whether nothing is to be asked of it and nothing sent for now. */
  paused?: boolean | null | undefined;
  /** Minutes between two comparisons, at most 525,600; 0 for a new ERP: only when asked. */
  reconcileMinutes?: number | null | undefined;
  /** What the connector needs to know, at most 65,536 characters as JSON; replaces what was there. Secrets do not belong here: everybody who sees ERPs sees it. */
  settings?: unknown;
  /** Hours for which it is to have been right before it keeps the books, at most 8,760; 168 for a new ERP: a week. */
  shadowHours?: number | null | undefined;
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

/** Why `upsertMarketplace` refuses. Checked in a fixed order, so that the same input in the same state always gets the same code. */
export type UpsertMarketplaceErrorCode =
  /** The key was used before by this client with other content. Nothing was done; use a new key for a new request. */
  | 'IDEMPOTENCY_CONFLICT'
  /** The input breaks a rule stated at the field that `field` names. Repeating the same input does not help. */
  | 'INVALID_INPUT'
  /** Not used. */
  | 'NOT_FOUND'
  /** No channel has this id. A retry with a new key helps after `upsertChannel`. */
  | 'UNKNOWN_CHANNEL'
  /** Not used. */
  | 'UNKNOWN_LOCATION'
  /** Not used. */
  | 'UNKNOWN_SKU'
  /** Not used. */
  | 'WRONG_STATE';

/** Input of `upsertMarketplace`. */
export type UpsertMarketplaceInput = {
  /** Listings in one call at most, 1 to 1,000; 100 for a new marketplace when absent. */
  batchSize?: number | null | undefined;
  /** So many calls at once, 1 to 10,000; 1 for a new marketplace when absent. */
  burst?: number | null | undefined;
  /** It is called at most so often in `perSeconds` seconds, 1 to 100,000. Needed for a new marketplace. */
  calls?: number | null | undefined;
  /** The channel whose availability it is told. Needed for a new marketplace, and never changed. */
  channelId?: string | null | undefined;
  /** The connector that speaks with it, such as `http`. Needed for a new marketplace, and never changed. */
  connector?: string | null | undefined;
  /** Minutes between two times that it is read back, 0 to 525,600; 0, for a new marketplace when absent: when asked for. */
  driftMinutes?: number | null | undefined;
  /** Case-sensitive, 1 to 256 characters. */
  id: string;
  /**
   * Chosen by the client, 1 to 256 characters, unique for each request of this client, for ever. The same key with the same content has one
   * effect and gets the first answer again.
   */
  idempotencyKey: string;
  /** Seconds for which a listing that was told is left alone, unless it sells out or there is some again: 0 to 86,400; 0 for a new marketplace when absent. */
  minIntervalSeconds?: number | null | undefined;
  /** Name for people, 1 to 256 characters; the id for a new marketplace when absent. */
  name?: string | null | undefined;
  /** Seconds between two times that it is asked for orders, 0 to 86,400; 0, for a new marketplace when absent: never. */
  ordersSeconds?: number | null | undefined;
  /** Nothing is asked of it and nothing sent for now; false for a new marketplace when absent. */
  paused?: boolean | null | undefined;
  /** Seconds, 1 to 86,400; 1 for a new marketplace when absent. */
  perSeconds?: number | null | undefined;
  /** What the connector needs to know, at most 65,536 characters as JSON; replaces what was there. Secrets do not belong here: everybody who sees marketplaces sees it. */
  settings?: unknown;
  /** Seconds after which what it has accepted is to be seen when it is read back: 0 to 86,400; 300 for a new marketplace when absent. */
  settleSeconds?: number | null | undefined;
};

/** Why `upsertMarketplaceListings` refuses. Checked in a fixed order, so that the same input in the same state always gets the same code. */
export type UpsertMarketplaceListingsErrorCode =
  /** The key was used before by this client with other content. Nothing was done; use a new key for a new request. */
  | 'IDEMPOTENCY_CONFLICT'
  /** The input breaks a rule stated at the field that `field` names. Repeating the same input does not help. */
  | 'INVALID_INPUT'
  /** There is no such marketplace, or the viewer may not see its channel. */
  | 'NOT_FOUND'
  /** Not used. */
  | 'UNKNOWN_CHANNEL'
  /** Not used. */
  | 'UNKNOWN_LOCATION'
  /** No item has this SKU. A retry with a new key helps after `upsertItems`. */
  | 'UNKNOWN_SKU'
  /** The item is listed there under another name, or another item under this one; neither changes. A retry does not help. */
  | 'WRONG_STATE';

/** Input of `upsertMarketplaceListings`. */
export type UpsertMarketplaceListingsInput = {
  /**
   * Chosen by the client, 1 to 256 characters, unique for each request of this client, for ever. The same key with the same content has one
   * effect and gets the first answer again.
   */
  idempotencyKey: string;
  /** 1 to 1,000; each SKU and each name once. */
  listings: Array<MarketplaceListingInput>;
  /** The marketplace. */
  marketplaceId: string;
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

/** Why `upsertWebhook` refuses. Checked in a fixed order, so that the same input in the same state always gets the same code. */
export type UpsertWebhookErrorCode =
  /** The key was used before by this client with other content. Nothing was done; use a new key for a new request. */
  | 'IDEMPOTENCY_CONFLICT'
  /** The input breaks a rule stated at the field that `field` names. Repeating the same input does not help. */
  | 'INVALID_INPUT'
  /** The id is taken by a webhook that the viewer may not see. Choose another. */
  | 'NOT_FOUND'
  /** Not used. */
  | 'UNKNOWN_CHANNEL'
  /** Not used. */
  | 'UNKNOWN_LOCATION'
  /** Not used. */
  | 'UNKNOWN_SKU'
  /** The client has 100 webhooks, as many as it may, or is not the owner of this one and may not change what is sent where. A retry does not help. */
  | 'WRONG_STATE';

/** Input of `upsertWebhook`. */
export type UpsertWebhookInput = {
  /**
   * The subscription, at most 65,536 characters. `after` and `initial` say where it begins; without them that is when it is stored. Needed for a new webhook. A changed document goes
   * on where the former one stood. Only its owner may change it.
   */
  document?: string | null | undefined;
  /** Whether messages are sent. True for a new webhook when absent. */
  enabled?: boolean | null | undefined;
  /**
   * In place of a document: what happened, as CloudEvents. Of each SKU in order, each event once under its `id`; a changed choice goes on where the former one stood. For operators and administrators. Only its owner may
   * change it.
   */
  events?: WebhookEventsInput | null | undefined;
  /** Case-sensitive, 1 to 256 characters. */
  id: string;
  /**
   * Chosen by the client, 1 to 256 characters, unique for each request of this client, for ever. The same key with the same content has one
   * effect and gets the first answer again.
   */
  idempotencyKey: string;
  /** Name for people, 1 to 256 characters; the id when absent for a new webhook. */
  name?: string | null | undefined;
  /** How many messages may be under way at once, each about another SKU: 1 to 16. 4 for a new webhook when absent. */
  parallel?: number | null | undefined;
  /**
   * Where messages are posted, at most 2,048 characters: https at a public address; an address that is not public, and http, only where the hub is set up to
   * allow it. Needed for a new webhook. Only its owner may change it.
   */
  url?: string | null | undefined;
  /** An object with the variables of the document; to be given together with it. None when absent. */
  variables?: unknown;
};

/** What sort of client is asking; it decides which fields may be selected. */
export type ViewerKind =
  /** Everything. */
  | 'ADMIN'
  /** Staff: everything but administration. */
  | 'OPERATOR'
  /** A marketplace or partner: what a storefront may, and listens, and lists the reservations of its channels. */
  | 'PARTNER'
  /** A machine that reports events (ERP, till, warehouse) and nothing else. */
  | 'SERVICE'
  /** A shop: reads availability of its channels and holds, confirms and releases its own reservations. */
  | 'STOREFRONT';

/** Conditions on messages of a webhook. */
export type WebhookDeliveryFilter = {
  /** It is one of these. */
  kinds?: Array<WebhookDeliveryKind> | null | undefined;
  /** One of these became of it. */
  statuses?: Array<WebhookDeliveryStatus> | null | undefined;
};

/** What a message of a webhook is. */
export type WebhookDeliveryKind =
  /** A message that asks whether somebody is there. */
  | 'PING'
  /** A result of the subscription. */
  | 'RESULT';

/** Orders of messages of a webhook. */
export type WebhookDeliveryOrder =
  /** As they were queued. */
  | 'QUEUED_ASC'
  /** The last one first. */
  | 'QUEUED_DESC';

/** What became of a message of a webhook. */
export type WebhookDeliveryStatus =
  /** A dead letter: the receiver refused it three times (400, 409, 413, 422), or failed at it eight times while it took others, or pings. `replayWebhook` sends it again. */
  | 'DEAD'
  /** The receiver has answered with a status of 2xx. */
  | 'DELIVERED'
  /** It is queued. */
  | 'PENDING'
  /** It is not sent: a newer state of the same SKU took its place, or `replayWebhook` began elsewhere. */
  | 'SKIPPED';

/** Why a webhook is not delivered to. */
export type WebhookDisabledReason =
  /** Somebody disabled it. */
  | 'BY_REQUEST'
  /** The reservation that it followed can change no more, and everything was delivered. */
  | 'COMPLETED'
  /** What it follows is refused now, for example because its owner may not see the channel any more. */
  | 'DOCUMENT_REFUSED'
  /** Its receiver has failed for too long. Enable it when the receiver works again. */
  | 'FAILING'
  /** Its receiver answered 410: it wants nothing any more. */
  | 'GONE'
  /** No API key of its owner shows any more what it tells. */
  | 'OWNER_GONE'
  /** Its receiver has refused a hundred messages in a row. */
  | 'REJECTING'
  /** The hub's own secret has changed, so that those of webhooks cannot be read. Rotate the webhook's secret and enable it. */
  | 'SECRET_LOST';

/** Which events a webhook is told: those that match every given condition. Lists hold 1 to 250 values. */
export type WebhookEventsInput = {
  /** Only at these locations; null or absent: at all. */
  locationIds?: Array<string> | null | undefined;
  /** Only of these SKUs; null or absent: of all. */
  skus?: Array<string> | null | undefined;
  /** Types as `GET /events/schemas` lists them; null or absent: all. */
  types?: Array<string> | null | undefined;
};

/** Conditions on webhooks. */
export type WebhookFilter = {
  /** Of one of these clients; at most 250. */
  clients?: Array<string> | null | undefined;
  /** Whether the receiver fails now. */
  failing?: boolean | null | undefined;
  /** In one of these states. */
  states?: Array<WebhookState> | null | undefined;
};

/** Orders of webhooks. */
export type WebhookOrder =
  /** By id, in code point order. */
  | 'ID_ASC'
  /** By id, backwards. */
  | 'ID_DESC';

/** Whether a webhook is delivered to. */
export type WebhookState =
  /** None are sent until it is enabled again; it goes on where it stood. */
  | 'DISABLED'
  /** Messages are sent. */
  | 'ENABLED';

export type AvailabilityStateFragment = { sku: string, channelId: string, quantity: number, status: AvailabilityStatus, asOf: string, cursor: string, locations: Array<{ locationId: string, quantity: number }> };

export type ChannelStateFragment = { id: string, name: string, buffer: number, cap: number | null, lowStockThreshold: number, allowBackorder: boolean, locations: Array<{ locationId: string, priority: number }> };

export type AvailabilityQueryVariables = Exact<{
  skus: Array<string> | string;
  channelId: string;
  locationIds?: Array<string> | string | null | undefined;
  near?: PointInput | null | undefined;
  atLeast?: string | null | undefined;
}>;


export type AvailabilityQuery = { availability: Array<{ sku: string, channelId: string, quantity: number, status: AvailabilityStatus, asOf: string, cursor: string, locations: Array<{ distanceMeters: number | null, locationId: string, quantity: number }>, item: { title: string } | null } | null> | null };

export type AvailabilityExplainedQueryVariables = Exact<{
  skus: Array<string> | string;
  channelId: string;
  locationIds?: Array<string> | string | null | undefined;
  atLeast?: string | null | undefined;
}>;


export type AvailabilityExplainedQuery = { availability: Array<{ sku: string, channelId: string, quantity: number, status: AvailabilityStatus, asOf: string, cursor: string, explanation: { sum: number, buffer: number, uncapped: number, cap: number | null, ats: number, lowStockThreshold: number, allowBackorder: boolean, terms: Array<{ locationId: string, priority: number, sellable: number, held: number, committed: number, fenced: number, safetyStock: number, atf: number, counted: number, entries: Array<{ kind: MovementKind, from: Account, to: Account, quantity: number, reference: string | null } | null> }> }, locations: Array<{ locationId: string, quantity: number }> } | null> | null };

export type ChannelQueryVariables = Exact<{
  id: string;
  atLeast?: string | null | undefined;
}>;


export type ChannelQuery = { channel: { id: string, name: string, buffer: number, cap: number | null, lowStockThreshold: number, allowBackorder: boolean, locations: Array<{ locationId: string, priority: number }> } | null };

export type ChannelsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  filter?: ChannelFilter | null | undefined;
  orderBy?: ChannelOrder | null | undefined;
}>;


export type ChannelsQuery = { channels: { edges: Array<{ cursor: string, node: { id: string, name: string, buffer: number, cap: number | null, lowStockThreshold: number, allowBackorder: boolean, locations: Array<{ locationId: string, priority: number }> } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

export type UpsertChannelMutationVariables = Exact<{
  input: UpsertChannelInput;
}>;


export type UpsertChannelMutation = { upsertChannel: { cursor: string | null, channel: { id: string, name: string, buffer: number, cap: number | null, lowStockThreshold: number, allowBackorder: boolean, locations: Array<{ locationId: string, priority: number }> } | null, userErrors: Array<{ code: UpsertChannelErrorCode, field: Array<string> | null, message: string }> } | null };

export type AvailabilityChangedSubscriptionVariables = Exact<{
  skus?: Array<string> | string | null | undefined;
  channelId: string;
  after?: string | null | undefined;
  initial?: boolean | null | undefined;
}>;


export type AvailabilityChangedSubscription = { availabilityChanged: { sku: string, channelId: string, quantity: number, status: AvailabilityStatus, asOf: string, cursor: string, item: { title: string } | null, locations: Array<{ locationId: string, quantity: number }> } };

export type WebhookFieldsFragment = { id: string, name: string, client: string, channelIds: Array<string> | null, url: string, document: string, variables: unknown, parallel: number, state: WebhookState, disabledReason: WebhookDisabledReason | null, disabledMessage: string | null, disabledAt: string | null, cursor: string | null, pending: number, deadLetters: number, failingSince: string | null, lastError: string | null, nextAttemptAt: string | null, lastDeliveredAt: string | null, newSecret: string | null, createdAt: string, updatedAt: string, secrets: Array<{ createdAt: string, expiresAt: string | null }> };

export type WebhookDeliveryFieldsFragment = { id: string, webhookId: string, kind: WebhookDeliveryKind, status: WebhookDeliveryStatus, body: unknown, cursor: string | null, attempts: number, nextAttemptAt: string | null, queuedAt: string, settledAt: string | null, attemptLog: Array<{ at: string, status: number | null, error: string | null, answer: string | null, durationMs: number }> };

export type WebhookQueryVariables = Exact<{
  id: string;
}>;


export type WebhookQuery = { webhook: { id: string, name: string, client: string, channelIds: Array<string> | null, url: string, document: string, variables: unknown, parallel: number, state: WebhookState, disabledReason: WebhookDisabledReason | null, disabledMessage: string | null, disabledAt: string | null, cursor: string | null, pending: number, deadLetters: number, failingSince: string | null, lastError: string | null, nextAttemptAt: string | null, lastDeliveredAt: string | null, newSecret: string | null, createdAt: string, updatedAt: string, secrets: Array<{ createdAt: string, expiresAt: string | null }> } | null };

export type WebhooksQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  filter?: WebhookFilter | null | undefined;
  orderBy?: WebhookOrder | null | undefined;
}>;


export type WebhooksQuery = { webhooks: { edges: Array<{ cursor: string, node: { id: string } }>, nodes: Array<{ id: string, name: string, client: string, channelIds: Array<string> | null, url: string, document: string, variables: unknown, parallel: number, state: WebhookState, disabledReason: WebhookDisabledReason | null, disabledMessage: string | null, disabledAt: string | null, cursor: string | null, pending: number, deadLetters: number, failingSince: string | null, lastError: string | null, nextAttemptAt: string | null, lastDeliveredAt: string | null, newSecret: string | null, createdAt: string, updatedAt: string, secrets: Array<{ createdAt: string, expiresAt: string | null }> }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null };

export type WebhookDeliveriesQueryVariables = Exact<{
  webhookId: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
  filter?: WebhookDeliveryFilter | null | undefined;
  orderBy?: WebhookDeliveryOrder | null | undefined;
}>;


export type WebhookDeliveriesQuery = { webhookDeliveries: { edges: Array<{ cursor: string, node: { id: string } }>, nodes: Array<{ id: string, webhookId: string, kind: WebhookDeliveryKind, status: WebhookDeliveryStatus, body: unknown, cursor: string | null, attempts: number, nextAttemptAt: string | null, queuedAt: string, settledAt: string | null, attemptLog: Array<{ at: string, status: number | null, error: string | null, answer: string | null, durationMs: number }> }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null };

export type UpsertWebhookMutationVariables = Exact<{
  input: UpsertWebhookInput;
}>;


export type UpsertWebhookMutation = { upsertWebhook: { cursor: string | null, webhook: { id: string, name: string, client: string, channelIds: Array<string> | null, url: string, document: string, variables: unknown, parallel: number, state: WebhookState, disabledReason: WebhookDisabledReason | null, disabledMessage: string | null, disabledAt: string | null, cursor: string | null, pending: number, deadLetters: number, failingSince: string | null, lastError: string | null, nextAttemptAt: string | null, lastDeliveredAt: string | null, newSecret: string | null, createdAt: string, updatedAt: string, secrets: Array<{ createdAt: string, expiresAt: string | null }> } | null, userErrors: Array<{ code: UpsertWebhookErrorCode, field: Array<string> | null, message: string, problem: InputProblem | null, retryable: boolean }> } | null };

export type DeleteWebhookMutationVariables = Exact<{
  input: DeleteWebhookInput;
}>;


export type DeleteWebhookMutation = { deleteWebhook: { cursor: string | null, webhook: { id: string } | null, userErrors: Array<{ code: DeleteWebhookErrorCode, field: Array<string> | null, message: string, problem: InputProblem | null, retryable: boolean }> } | null };

export type RotateWebhookSecretMutationVariables = Exact<{
  input: RotateWebhookSecretInput;
}>;


export type RotateWebhookSecretMutation = { rotateWebhookSecret: { cursor: string | null, webhook: { id: string, name: string, client: string, channelIds: Array<string> | null, url: string, document: string, variables: unknown, parallel: number, state: WebhookState, disabledReason: WebhookDisabledReason | null, disabledMessage: string | null, disabledAt: string | null, cursor: string | null, pending: number, deadLetters: number, failingSince: string | null, lastError: string | null, nextAttemptAt: string | null, lastDeliveredAt: string | null, newSecret: string | null, createdAt: string, updatedAt: string, secrets: Array<{ createdAt: string, expiresAt: string | null }> } | null, userErrors: Array<{ code: RotateWebhookSecretErrorCode, field: Array<string> | null, message: string, problem: InputProblem | null, retryable: boolean }> } | null };

export type ReplayWebhookMutationVariables = Exact<{
  input: ReplayWebhookInput;
}>;


export type ReplayWebhookMutation = { replayWebhook: { cursor: string | null, webhook: { id: string, name: string, client: string, channelIds: Array<string> | null, url: string, document: string, variables: unknown, parallel: number, state: WebhookState, disabledReason: WebhookDisabledReason | null, disabledMessage: string | null, disabledAt: string | null, cursor: string | null, pending: number, deadLetters: number, failingSince: string | null, lastError: string | null, nextAttemptAt: string | null, lastDeliveredAt: string | null, newSecret: string | null, createdAt: string, updatedAt: string, secrets: Array<{ createdAt: string, expiresAt: string | null }> } | null, userErrors: Array<{ code: ReplayWebhookErrorCode, field: Array<string> | null, message: string, problem: InputProblem | null, retryable: boolean }> } | null };

export type PingWebhookMutationVariables = Exact<{
  input: PingWebhookInput;
}>;


export type PingWebhookMutation = { pingWebhook: { cursor: string | null, delivery: { id: string, webhookId: string, kind: WebhookDeliveryKind, status: WebhookDeliveryStatus, body: unknown, cursor: string | null, attempts: number, nextAttemptAt: string | null, queuedAt: string, settledAt: string | null, attemptLog: Array<{ at: string, status: number | null, error: string | null, answer: string | null, durationMs: number }> } | null, userErrors: Array<{ code: PingWebhookErrorCode, field: Array<string> | null, message: string, problem: InputProblem | null, retryable: boolean }> } | null };

export type MarketplacesQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  filter?: MarketplaceFilter | null | undefined;
  orderBy?: MarketplaceOrder | null | undefined;
}>;


export type MarketplacesQuery = { marketplaces: { edges: Array<{ cursor: string }>, nodes: Array<{ id: string, name: string, channelId: string, connector: string, settings: unknown, source: string, calls: number, perSeconds: number, burst: number, batchSize: number, minIntervalSeconds: number, settleSeconds: number, driftMinutes: number, ordersSeconds: number, paused: boolean, createdAt: string, updatedAt: string, channel: { id: string } | null, backlog: { listings: number, marked: number, waiting: number, urgent: number, refused: number, oldestChangedAt: string | null, unread: number }, condition: { circuit: MarketplaceCircuit, failures: number, failingSince: string | null, nextAttemptAt: string | null, quietUntil: string | null, lastError: string | null, lastAcceptedAt: string | null, ordersReadAt: string | null, ordersError: string | null }, figures: { calls: number, throttled: number, accepted: number, refused: number, secondsMean: number | null, withinSecond: number, withinTenSeconds: number, withinMinute: number, withinTenMinutes: number }, drift: { checkedAt: string | null, checked: number, requested: boolean, suspected: number, mending: number, units: number, oldestSeenAt: string | null } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null };

export type MarketplaceListingsQueryVariables = Exact<{
  marketplaceId: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
  filter?: MarketplaceListingFilter | null | undefined;
  orderBy?: MarketplaceListingOrder | null | undefined;
}>;


export type MarketplaceListingsQuery = { marketplaceListings: { edges: Array<{ cursor: string }>, nodes: Array<{ sku: string, name: string, listed: boolean, state: MarketplaceListingState, acknowledged: number | null, acknowledgedAt: string | null, changedAt: string | null, refusal: string | null, refusedQuantity: number | null, refusedAt: string | null, item: { title: string } | null, drift: { state: MarketplaceDriftState, expected: number, found: number | null, firstSeenAt: string, lastSeenAt: string, settledAt: string | null } | null }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null };

export type UpsertMarketplaceMutationVariables = Exact<{
  input: UpsertMarketplaceInput;
}>;


export type UpsertMarketplaceMutation = { upsertMarketplace: { cursor: string | null, marketplace: { id: string, name: string, channelId: string, calls: number, perSeconds: number, burst: number, batchSize: number, paused: boolean } | null, userErrors: Array<{ code: UpsertMarketplaceErrorCode, field: Array<string> | null, message: string, problem: InputProblem | null, retryable: boolean }> } | null };

export type UpsertMarketplaceListingsMutationVariables = Exact<{
  input: UpsertMarketplaceListingsInput;
}>;


export type UpsertMarketplaceListingsMutation = { upsertMarketplaceListings: { cursor: string | null, marketplace: { id: string, backlog: { listings: number } } | null, userErrors: Array<{ code: UpsertMarketplaceListingsErrorCode, field: Array<string> | null, message: string, problem: InputProblem | null, retryable: boolean }> } | null };

export type PushMarketplaceListingsMutationVariables = Exact<{
  input: PushMarketplaceListingsInput;
}>;


export type PushMarketplaceListingsMutation = { pushMarketplaceListings: { cursor: string | null, marketplace: { id: string } | null, userErrors: Array<{ code: PushMarketplaceListingsErrorCode, field: Array<string> | null, message: string, problem: InputProblem | null, retryable: boolean }> } | null };

export type CheckMarketplaceMutationVariables = Exact<{
  input: CheckMarketplaceInput;
}>;


export type CheckMarketplaceMutation = { checkMarketplace: { cursor: string | null, marketplace: { id: string, drift: { requested: boolean } } | null, userErrors: Array<{ code: CheckMarketplaceErrorCode, field: Array<string> | null, message: string, problem: InputProblem | null, retryable: boolean }> } | null };

export type EverywhereQueryVariables = Exact<{
  sku: string;
  channelId: string;
}>;


export type EverywhereQuery = { item: { sku: string, title: string, unit: string, stockLevels: Array<{ sku: string, locationId: string, onHand: number, sellable: number, qualityHold: number, damaged: number, blocked: number, held: number, committed: number, backordered: number, fenced: number, onOrder: number, inTransit: number, safetyStock: number, atf: number, asOf: string, location: { id: string, name: string, kind: LocationKind, parentId: string | null, timeZone: string | null, latitude: number | null, longitude: number | null } | null, openReservations: Array<{ id: string }> | null, inboundShipments: Array<{ id: string }> | null }>, reservations: Array<{ id: string, version: number, status: ReservationStatus, channelId: string, reference: string | null, expiresAt: string | null, channel: { name: string } | null, returns: Array<{ id: string }> | null, lines: Array<{ id: string, sku: string, locationId: string, quantity: number, held: number, committed: number, backordered: number, fulfilled: number, released: number, expired: number, status: ReservationStatus, item: { title: string } | null, location: { name: string } | null, stockLevel: { onHand: number, atf: number, inboundShipments: Array<{ id: string, status: ShipmentStatus }> | null } | null }> }> | null, shipments: Array<{ id: string, version: number, kind: ShipmentKind, status: ShipmentStatus, originId: string | null, destinationId: string, supplier: string | null, reference: string | null, expectedAt: string | null, origin: { name: string } | null, destination: { name: string } | null, lines: Array<{ id: string, sku: string, quantity: number, dispatched: number, received: number, closedShort: number, onOrder: number, inTransit: number, item: { title: string } | null }>, exceptions: Array<{ kind: StockExceptionKind, sku: string, quantity: number, message: string }> }> | null, returns: Array<{ id: string, version: number, status: ReturnStatus, channelId: string | null, reservationId: string | null, reference: string | null, locationId: string | null, reservation: { status: ReservationStatus } | null, lines: Array<{ id: string, sku: string, locationId: string | null, reason: string | null, status: ReturnStatus, quantity: number, authorized: number, inTransit: number, received: number, quarantined: number, inspected: number, restockApproved: number, restocked: number, disposed: number, returnedToVendor: number, missing: number, canceled: number, item: { title: string } | null }> }> | null, availability: { sku: string, channelId: string, quantity: number, status: AvailabilityStatus, asOf: string, cursor: string, locations: Array<{ locationId: string, quantity: number }> } | null, units: Array<{ unit: string, factor: number }> } | null };

export type ReservationStateFragment = { id: string, version: number, status: ReservationStatus, channelId: string, reference: string | null, expiresAt: string | null, lines: Array<{ id: string, sku: string, locationId: string, quantity: number, held: number, committed: number, backordered: number, fulfilled: number, released: number, expired: number, status: ReservationStatus }> };

export type ReservationQueryVariables = Exact<{
  id: string;
  atLeast?: string | null | undefined;
}>;


export type ReservationQuery = { reservation: { occurredAt: string, recordedAt: string, id: string, version: number, status: ReservationStatus, channelId: string, reference: string | null, expiresAt: string | null, channel: { id: string, name: string } | null, exceptions: Array<{ kind: StockExceptionKind, sku: string, quantity: number, message: string }>, lines: Array<{ id: string, sku: string, locationId: string, quantity: number, held: number, committed: number, backordered: number, fulfilled: number, released: number, expired: number, status: ReservationStatus }> } | null };

export type CheckCartQueryVariables = Exact<{
  channelId: string;
  lines: Array<ReserveLineInput> | ReserveLineInput;
  near?: PointInput | null | undefined;
  sourcing?: Sourcing | null | undefined;
  allOrNothing?: boolean | null | undefined;
  atLeast?: string | null | undefined;
}>;


export type CheckCartQuery = { checkCart: { reservable: boolean, asOf: string | null, cursor: string | null, cart: { sourcing: Sourcing, parcels: number, provenFewest: boolean | null, lines: Array<{ sku: string, quantity: number, available: number, held: number, backordered: number, short: number, choice: SourcingChoice, parts: Array<{ locationId: string, distanceMeters: number | null, held: number, backordered: number }>, considered: Array<{ locationId: string, priority: number | null, distanceMeters: number | null, atf: number, quantity: number, verdict: SourcingVerdict }> | null }> } | null, userErrors: Array<{ code: ReserveErrorCode, problem: InputProblem | null, retryable: boolean, field: Array<string> | null, message: string }> } | null };

export type WholeCartFragment = { sourcing: Sourcing, parcels: number, provenFewest: boolean | null, lines: Array<{ sku: string, quantity: number, available: number, held: number, backordered: number, short: number, choice: SourcingChoice, parts: Array<{ locationId: string, distanceMeters: number | null, held: number, backordered: number }>, considered: Array<{ locationId: string, priority: number | null, distanceMeters: number | null, atf: number, quantity: number, verdict: SourcingVerdict }> | null }> };

export type ReservationsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  filter?: ReservationFilter | null | undefined;
  orderBy?: ReservationOrder | null | undefined;
}>;


export type ReservationsQuery = { reservations: { edges: Array<{ cursor: string, node: { id: string, version: number, status: ReservationStatus, channelId: string, reference: string | null, expiresAt: string | null, lines: Array<{ id: string, sku: string, locationId: string, quantity: number, held: number, committed: number, backordered: number, fulfilled: number, released: number, expired: number, status: ReservationStatus }> } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

export type ReserveMutationVariables = Exact<{
  input: ReserveInput;
}>;


export type ReserveMutation = { reserve: { cursor: string | null, reservation: { id: string, version: number, status: ReservationStatus, channelId: string, reference: string | null, expiresAt: string | null, lines: Array<{ id: string, sku: string, locationId: string, quantity: number, held: number, committed: number, backordered: number, fulfilled: number, released: number, expired: number, status: ReservationStatus }> } | null, userErrors: Array<{ code: ReserveErrorCode, field: Array<string> | null, message: string }> } | null };

export type ReserveExplainedMutationVariables = Exact<{
  input: ReserveInput;
}>;


export type ReserveExplainedMutation = { reserve: { cursor: string | null, reservation: { id: string, version: number, status: ReservationStatus, channelId: string, reference: string | null, expiresAt: string | null, lines: Array<{ id: string, sku: string, locationId: string, quantity: number, held: number, committed: number, backordered: number, fulfilled: number, released: number, expired: number, status: ReservationStatus }> } | null, cart: { sourcing: Sourcing, parcels: number, provenFewest: boolean | null, lines: Array<{ sku: string, quantity: number, available: number, held: number, backordered: number, short: number, choice: SourcingChoice, parts: Array<{ locationId: string, distanceMeters: number | null, held: number, backordered: number }>, considered: Array<{ locationId: string, priority: number | null, distanceMeters: number | null, atf: number, quantity: number, verdict: SourcingVerdict }> | null }> } | null, userErrors: Array<{ code: ReserveErrorCode, problem: InputProblem | null, retryable: boolean, field: Array<string> | null, message: string }> } | null };

export type ExtendReservationMutationVariables = Exact<{
  input: ExtendReservationInput;
}>;


export type ExtendReservationMutation = { extendReservation: { cursor: string | null, reservation: { id: string, version: number, status: ReservationStatus, channelId: string, reference: string | null, expiresAt: string | null, lines: Array<{ id: string, sku: string, locationId: string, quantity: number, held: number, committed: number, backordered: number, fulfilled: number, released: number, expired: number, status: ReservationStatus }> } | null, userErrors: Array<{ code: ExtendReservationErrorCode, field: Array<string> | null, message: string }> } | null };

export type ConfirmReservationMutationVariables = Exact<{
  input: ConfirmReservationInput;
}>;


export type ConfirmReservationMutation = { confirmReservation: { cursor: string | null, reservation: { id: string, version: number, status: ReservationStatus, channelId: string, reference: string | null, expiresAt: string | null, lines: Array<{ id: string, sku: string, locationId: string, quantity: number, held: number, committed: number, backordered: number, fulfilled: number, released: number, expired: number, status: ReservationStatus }> } | null, userErrors: Array<{ code: ConfirmReservationErrorCode, field: Array<string> | null, message: string }> } | null };

export type ReleaseReservationMutationVariables = Exact<{
  input: ReleaseReservationInput;
}>;


export type ReleaseReservationMutation = { releaseReservation: { cursor: string | null, reservation: { id: string, version: number, status: ReservationStatus, channelId: string, reference: string | null, expiresAt: string | null, lines: Array<{ id: string, sku: string, locationId: string, quantity: number, held: number, committed: number, backordered: number, fulfilled: number, released: number, expired: number, status: ReservationStatus }> } | null, userErrors: Array<{ code: ReleaseReservationErrorCode, field: Array<string> | null, message: string }> } | null };

export type FulfillReservationMutationVariables = Exact<{
  input: FulfillReservationInput;
}>;


export type FulfillReservationMutation = { fulfillReservation: { cursor: string | null, reservation: { id: string, version: number, status: ReservationStatus, channelId: string, reference: string | null, expiresAt: string | null, lines: Array<{ id: string, sku: string, locationId: string, quantity: number, held: number, committed: number, backordered: number, fulfilled: number, released: number, expired: number, status: ReservationStatus }> } | null, userErrors: Array<{ code: FulfillReservationErrorCode, field: Array<string> | null, message: string }> } | null };

export type ConfirmReservationsMutationVariables = Exact<{
  input: ConfirmReservationsInput;
}>;


export type ConfirmReservationsMutation = { confirmReservations: { cursor: string | null, results: Array<{ id: string, reservation: { id: string, version: number, status: ReservationStatus, channelId: string, reference: string | null, expiresAt: string | null, lines: Array<{ id: string, sku: string, locationId: string, quantity: number, held: number, committed: number, backordered: number, fulfilled: number, released: number, expired: number, status: ReservationStatus }> } | null, userErrors: Array<{ code: ConfirmReservationErrorCode, field: Array<string> | null, message: string }> }> | null, userErrors: Array<{ code: ConfirmReservationsErrorCode, field: Array<string> | null, message: string }> } | null };

export type ReleaseReservationsMutationVariables = Exact<{
  input: ReleaseReservationsInput;
}>;


export type ReleaseReservationsMutation = { releaseReservations: { cursor: string | null, results: Array<{ id: string, reservation: { id: string, version: number, status: ReservationStatus, channelId: string, reference: string | null, expiresAt: string | null, lines: Array<{ id: string, sku: string, locationId: string, quantity: number, held: number, committed: number, backordered: number, fulfilled: number, released: number, expired: number, status: ReservationStatus }> } | null, userErrors: Array<{ code: ReleaseReservationErrorCode, field: Array<string> | null, message: string }> }> | null, userErrors: Array<{ code: ReleaseReservationsErrorCode, field: Array<string> | null, message: string }> } | null };

export type MoveReservationLineMutationVariables = Exact<{
  input: MoveReservationLineInput;
}>;


export type MoveReservationLineMutation = { moveReservationLine: { cursor: string | null, reservation: { id: string, version: number, status: ReservationStatus, channelId: string, reference: string | null, expiresAt: string | null, lines: Array<{ id: string, sku: string, locationId: string, quantity: number, held: number, committed: number, backordered: number, fulfilled: number, released: number, expired: number, status: ReservationStatus }> } | null, userErrors: Array<{ code: MoveReservationLineErrorCode, field: Array<string> | null, message: string }> } | null };

export type ReservationChangedSubscriptionVariables = Exact<{
  id: string;
}>;


export type ReservationChangedSubscription = { reservationChanged: { id: string, status: ReservationStatus, cursor: string | null } };

export type ReturnStateFragment = { id: string, version: number, status: ReturnStatus, channelId: string | null, reservationId: string | null, reference: string | null, locationId: string | null, lines: Array<{ id: string, sku: string, locationId: string | null, reason: string | null, status: ReturnStatus, quantity: number, authorized: number, inTransit: number, received: number, quarantined: number, inspected: number, restockApproved: number, restocked: number, disposed: number, returnedToVendor: number, missing: number, canceled: number }> };

export type ReturnQueryVariables = Exact<{
  id: string;
  atLeast?: string | null | undefined;
}>;


export type ReturnQuery = { return: { occurredAt: string, recordedAt: string, id: string, version: number, status: ReturnStatus, channelId: string | null, reservationId: string | null, reference: string | null, locationId: string | null, exceptions: Array<{ kind: StockExceptionKind, sku: string, quantity: number, message: string }>, lines: Array<{ id: string, sku: string, locationId: string | null, reason: string | null, status: ReturnStatus, quantity: number, authorized: number, inTransit: number, received: number, quarantined: number, inspected: number, restockApproved: number, restocked: number, disposed: number, returnedToVendor: number, missing: number, canceled: number }> } | null };

export type ReturnsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  filter?: ReturnFilter | null | undefined;
  orderBy?: ReturnOrder | null | undefined;
}>;


export type ReturnsQuery = { returns: { edges: Array<{ cursor: string, node: { id: string, version: number, status: ReturnStatus, channelId: string | null, reservationId: string | null, reference: string | null, locationId: string | null, lines: Array<{ id: string, sku: string, locationId: string | null, reason: string | null, status: ReturnStatus, quantity: number, authorized: number, inTransit: number, received: number, quarantined: number, inspected: number, restockApproved: number, restocked: number, disposed: number, returnedToVendor: number, missing: number, canceled: number }> } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

export type AuthorizeReturnMutationVariables = Exact<{
  input: AuthorizeReturnInput;
}>;


export type AuthorizeReturnMutation = { authorizeReturn: { cursor: string | null, return: { id: string, version: number, status: ReturnStatus, channelId: string | null, reservationId: string | null, reference: string | null, locationId: string | null, lines: Array<{ id: string, sku: string, locationId: string | null, reason: string | null, status: ReturnStatus, quantity: number, authorized: number, inTransit: number, received: number, quarantined: number, inspected: number, restockApproved: number, restocked: number, disposed: number, returnedToVendor: number, missing: number, canceled: number }> } | null, userErrors: Array<{ code: AuthorizeReturnErrorCode, field: Array<string> | null, message: string }> } | null };

export type ReceiveReturnMutationVariables = Exact<{
  input: ReceiveReturnInput;
}>;


export type ReceiveReturnMutation = { receiveReturn: { cursor: string | null, return: { id: string, version: number, status: ReturnStatus, channelId: string | null, reservationId: string | null, reference: string | null, locationId: string | null, lines: Array<{ id: string, sku: string, locationId: string | null, reason: string | null, status: ReturnStatus, quantity: number, authorized: number, inTransit: number, received: number, quarantined: number, inspected: number, restockApproved: number, restocked: number, disposed: number, returnedToVendor: number, missing: number, canceled: number }> } | null, userErrors: Array<{ code: ReceiveReturnErrorCode, field: Array<string> | null, message: string }> } | null };

export type InspectReturnMutationVariables = Exact<{
  input: InspectReturnInput;
}>;


export type InspectReturnMutation = { inspectReturn: { cursor: string | null, return: { id: string, version: number, status: ReturnStatus, channelId: string | null, reservationId: string | null, reference: string | null, locationId: string | null, lines: Array<{ id: string, sku: string, locationId: string | null, reason: string | null, status: ReturnStatus, quantity: number, authorized: number, inTransit: number, received: number, quarantined: number, inspected: number, restockApproved: number, restocked: number, disposed: number, returnedToVendor: number, missing: number, canceled: number }> } | null, userErrors: Array<{ code: InspectReturnErrorCode, field: Array<string> | null, message: string }> } | null };

export type ApproveRestockMutationVariables = Exact<{
  input: ApproveRestockInput;
}>;


export type ApproveRestockMutation = { approveRestock: { cursor: string | null, return: { id: string, version: number, status: ReturnStatus, channelId: string | null, reservationId: string | null, reference: string | null, locationId: string | null, lines: Array<{ id: string, sku: string, locationId: string | null, reason: string | null, status: ReturnStatus, quantity: number, authorized: number, inTransit: number, received: number, quarantined: number, inspected: number, restockApproved: number, restocked: number, disposed: number, returnedToVendor: number, missing: number, canceled: number }> } | null, userErrors: Array<{ code: ApproveRestockErrorCode, field: Array<string> | null, message: string }> } | null };

export type RestockReturnMutationVariables = Exact<{
  input: RestockReturnInput;
}>;


export type RestockReturnMutation = { restockReturn: { cursor: string | null, return: { id: string, version: number, status: ReturnStatus, channelId: string | null, reservationId: string | null, reference: string | null, locationId: string | null, lines: Array<{ id: string, sku: string, locationId: string | null, reason: string | null, status: ReturnStatus, quantity: number, authorized: number, inTransit: number, received: number, quarantined: number, inspected: number, restockApproved: number, restocked: number, disposed: number, returnedToVendor: number, missing: number, canceled: number }> } | null, userErrors: Array<{ code: RestockReturnErrorCode, field: Array<string> | null, message: string }> } | null };

export type DispositionReturnMutationVariables = Exact<{
  input: DispositionReturnInput;
}>;


export type DispositionReturnMutation = { dispositionReturn: { cursor: string | null, return: { id: string, version: number, status: ReturnStatus, channelId: string | null, reservationId: string | null, reference: string | null, locationId: string | null, lines: Array<{ id: string, sku: string, locationId: string | null, reason: string | null, status: ReturnStatus, quantity: number, authorized: number, inTransit: number, received: number, quarantined: number, inspected: number, restockApproved: number, restocked: number, disposed: number, returnedToVendor: number, missing: number, canceled: number }> } | null, userErrors: Array<{ code: DispositionReturnErrorCode, field: Array<string> | null, message: string }> } | null };

export type StockLevelStateFragment = { sku: string, locationId: string, onHand: number, sellable: number, qualityHold: number, damaged: number, blocked: number, held: number, committed: number, backordered: number, fenced: number, onOrder: number, inTransit: number, safetyStock: number, atf: number, asOf: string };

export type ItemStateFragment = { sku: string, title: string, unit: string, units: Array<{ unit: string, factor: number }> };

export type LocationStateFragment = { id: string, name: string, kind: LocationKind, parentId: string | null, timeZone: string | null, latitude: number | null, longitude: number | null };

export type DeadLetterStateFragment = { id: string, source: string | null, eventId: string | null, eventType: string | null, event: unknown, code: EventErrorCode, message: string, status: DeadLetterStatus, attempts: number, occurredAt: string | null, recordedAt: string, settledAt: string | null, settledBy: string | null };

export type ViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerQuery = { viewer: { kind: ViewerKind, client: string, channelIds: Array<string> | null, scopes: Array<string>, channels: Array<{ id: string, name: string } | null> | null } | null };

export type ItemQueryVariables = Exact<{
  sku: string;
  atLeast?: string | null | undefined;
}>;


export type ItemQuery = { item: { sku: string, title: string, unit: string, units: Array<{ unit: string, factor: number }> } | null };

export type StockLevelsQueryVariables = Exact<{
  sku: string;
  locationIds?: Array<string> | string | null | undefined;
  atLeast?: string | null | undefined;
}>;


export type StockLevelsQuery = { item: { sku: string, stockLevels: Array<{ sku: string, locationId: string, onHand: number, sellable: number, qualityHold: number, damaged: number, blocked: number, held: number, committed: number, backordered: number, fenced: number, onOrder: number, inTransit: number, safetyStock: number, atf: number, asOf: string }> } | null };

export type ItemsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  filter?: ItemFilter | null | undefined;
  orderBy?: ItemOrder | null | undefined;
}>;


export type ItemsQuery = { items: { edges: Array<{ cursor: string, node: { sku: string, title: string, unit: string, units: Array<{ unit: string, factor: number }> } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

export type LocationQueryVariables = Exact<{
  id: string;
  atLeast?: string | null | undefined;
}>;


export type LocationQuery = { location: { id: string, name: string, kind: LocationKind, parentId: string | null, timeZone: string | null, latitude: number | null, longitude: number | null, parent: { id: string } | null, children: Array<{ id: string }> } | null };

export type LocationsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  filter?: LocationFilter | null | undefined;
  orderBy?: LocationOrder | null | undefined;
}>;


export type LocationsQuery = { locations: { edges: Array<{ cursor: string, node: { id: string, name: string, kind: LocationKind, parentId: string | null, timeZone: string | null, latitude: number | null, longitude: number | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

export type StockMovementsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  filter?: StockMovementFilter | null | undefined;
  orderBy?: StockMovementOrder | null | undefined;
}>;


export type StockMovementsQuery = { stockMovements: { edges: Array<{ cursor: string, node: { id: string, sku: string, locationId: string, family: AccountFamily, from: Account, to: Account, quantity: number, kind: MovementKind, occurredAt: string, recordedAt: string, reference: string | null, source: string | null, eventId: string | null, channelId: string | null, reason: string | null, documentKind: DocumentKind | null, documentId: string | null, lineId: string | null, fact: { sku: string, locationId: string, reference: string, kind: FactKind, quantity: number, state: FactState, authority: string | null, changedAt: string | null, reports: Array<{ source: string, quantity: number, occurredAt: string, complete: boolean | null, authoritative: boolean }> } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

export type DeadLettersQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  filter?: DeadLetterFilter | null | undefined;
  orderBy?: DeadLetterOrder | null | undefined;
}>;


export type DeadLettersQuery = { deadLetters: { edges: Array<{ cursor: string, node: { id: string, source: string | null, eventId: string | null, eventType: string | null, event: unknown, code: EventErrorCode, message: string, status: DeadLetterStatus, attempts: number, occurredAt: string | null, recordedAt: string, settledAt: string | null, settledBy: string | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

export type RecordEventsMutationVariables = Exact<{
  input: RecordEventsInput;
}>;


export type RecordEventsMutation = { recordEvents: { cursor: string | null, results: Array<{ source: string | null, id: string | null, status: EventStatus, code: EventErrorCode | null, message: string | null }> | null, userErrors: Array<{ code: RecordEventsErrorCode, field: Array<string> | null, message: string }> } | null };

export type UpsertItemsMutationVariables = Exact<{
  input: UpsertItemsInput;
}>;


export type UpsertItemsMutation = { upsertItems: { cursor: string | null, items: Array<{ sku: string, title: string, unit: string, units: Array<{ unit: string, factor: number }> }> | null, userErrors: Array<{ code: UpsertItemsErrorCode, field: Array<string> | null, message: string }> } | null };

export type UpsertLocationsMutationVariables = Exact<{
  input: UpsertLocationsInput;
}>;


export type UpsertLocationsMutation = { upsertLocations: { cursor: string | null, locations: Array<{ id: string, name: string, kind: LocationKind, parentId: string | null, timeZone: string | null, latitude: number | null, longitude: number | null }> | null, userErrors: Array<{ code: UpsertLocationsErrorCode, field: Array<string> | null, message: string }> } | null };

export type UpsertStockPolicyMutationVariables = Exact<{
  input: UpsertStockPolicyInput;
}>;


export type UpsertStockPolicyMutation = { upsertStockPolicy: { cursor: string | null, stockPolicy: { sku: string, locationId: string, safetyStock: number, stockLevel: { sku: string, locationId: string, onHand: number, sellable: number, qualityHold: number, damaged: number, blocked: number, held: number, committed: number, backordered: number, fenced: number, onOrder: number, inTransit: number, safetyStock: number, atf: number, asOf: string } | null } | null, userErrors: Array<{ code: UpsertStockPolicyErrorCode, field: Array<string> | null, message: string }> } | null };

export type ReplayDeadLettersMutationVariables = Exact<{
  input: ReplayDeadLettersInput;
}>;


export type ReplayDeadLettersMutation = { replayDeadLetters: { cursor: string | null, results: Array<{ id: string, status: EventStatus, code: EventErrorCode | null, message: string | null, deadLetter: { id: string, source: string | null, eventId: string | null, eventType: string | null, event: unknown, code: EventErrorCode, message: string, status: DeadLetterStatus, attempts: number, occurredAt: string | null, recordedAt: string, settledAt: string | null, settledBy: string | null } | null }> | null, userErrors: Array<{ code: ReplayDeadLettersErrorCode, field: Array<string> | null, message: string }> } | null };

export type DiscardDeadLetterMutationVariables = Exact<{
  input: DiscardDeadLetterInput;
}>;


export type DiscardDeadLetterMutation = { discardDeadLetter: { cursor: string | null, deadLetter: { id: string, source: string | null, eventId: string | null, eventType: string | null, event: unknown, code: EventErrorCode, message: string, status: DeadLetterStatus, attempts: number, occurredAt: string | null, recordedAt: string, settledAt: string | null, settledBy: string | null } | null, userErrors: Array<{ code: DiscardDeadLetterErrorCode, field: Array<string> | null, message: string }> } | null };

export type FollowStockMovementsSubscriptionVariables = Exact<{
  after?: string | null | undefined;
  locationIds?: Array<string> | string | null | undefined;
  skus?: Array<string> | string | null | undefined;
}>;


export type FollowStockMovementsSubscription = { stockMovements: { id: string, sku: string, locationId: string, quantity: number, cursor: string | null } };

export type ErpSystemStateFragment = { id: string, name: string, connector: string, settings: unknown, source: string, heardSources: Array<string>, paused: boolean, routes: Array<{ locationId: string | null, skuPrefix: string, mode: ErpRouteMode, validFrom: string, setBy: string }>, backlog: { queued: number, sent: number, refused: number, unread: number, oldestRecordedAt: string | null }, condition: { circuit: ErpCircuit, failures: number, failingSince: string | null, nextAttemptAt: string | null, lastError: string | null, lastAcceptedAt: string | null } | null };

export type ErpSystemsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  filter?: ErpSystemFilter | null | undefined;
  orderBy?: ErpSystemOrder | null | undefined;
  atLeast?: string | null | undefined;
}>;


export type ErpSystemsQuery = { erpSystems: { nodes: Array<{ id: string, name: string, connector: string, settings: unknown, source: string, heardSources: Array<string>, paused: boolean, routes: Array<{ locationId: string | null, skuPrefix: string, mode: ErpRouteMode, validFrom: string, setBy: string }>, backlog: { queued: number, sent: number, refused: number, unread: number, oldestRecordedAt: string | null }, condition: { circuit: ErpCircuit, failures: number, failingSince: string | null, nextAttemptAt: string | null, lastError: string | null, lastAcceptedAt: string | null } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

export type UpsertErpSystemMutationVariables = Exact<{
  input: UpsertErpSystemInput;
}>;


export type UpsertErpSystemMutation = { upsertErpSystem: { cursor: string | null, erpSystem: { id: string, name: string, connector: string, settings: unknown, source: string, heardSources: Array<string>, paused: boolean, routes: Array<{ locationId: string | null, skuPrefix: string, mode: ErpRouteMode, validFrom: string, setBy: string }>, backlog: { queued: number, sent: number, refused: number, unread: number, oldestRecordedAt: string | null }, condition: { circuit: ErpCircuit, failures: number, failingSince: string | null, nextAttemptAt: string | null, lastError: string | null, lastAcceptedAt: string | null } | null } | null, userErrors: Array<{ code: UpsertErpSystemErrorCode, field: Array<string> | null, message: string }> } | null };

export type SetErpRouteMutationVariables = Exact<{
  input: SetErpRouteInput;
}>;


export type SetErpRouteMutation = { setErpRoute: { warnings: Array<ErpShadowProblem>, cursor: string | null, erpSystem: { shadowHours: number, id: string, name: string, connector: string, settings: unknown, source: string, heardSources: Array<string>, paused: boolean, shadowReport: { since: string | null, comparisons: number, positions: number, movements: number, differing: number, refused: number, lastComparedAt: string | null, requiredHours: number, longEnough: boolean, problems: Array<ErpShadowProblem> }, routes: Array<{ locationId: string | null, skuPrefix: string, mode: ErpRouteMode, validFrom: string, setBy: string }>, backlog: { queued: number, sent: number, refused: number, unread: number, oldestRecordedAt: string | null }, condition: { circuit: ErpCircuit, failures: number, failingSince: string | null, nextAttemptAt: string | null, lastError: string | null, lastAcceptedAt: string | null } | null } | null, userErrors: Array<{ code: SetErpRouteErrorCode, field: Array<string> | null, message: string }> } | null };

export type DivergenceStateFragment = { id: string, systemId: string, sku: string, locationId: string, accounts: Array<Account>, state: DivergenceState, erpQuantity: number, expected: number, difference: number, priority: DivergencePriority | null, cause: DivergenceCause, seen: number, firstSeenAt: string, lastSeenAt: string, proposed: DivergenceAction | null, proposedBy: string | null, settledAt: string | null, trail: Array<{ at: string, by: string, what: string, message: string | null }> };

export type DivergencesQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  filter?: DivergenceFilter | null | undefined;
  orderBy?: DivergenceOrder | null | undefined;
}>;


export type DivergencesQuery = { divergences: { nodes: Array<{ id: string, systemId: string, sku: string, locationId: string, accounts: Array<Account>, state: DivergenceState, erpQuantity: number, expected: number, difference: number, priority: DivergencePriority | null, cause: DivergenceCause, seen: number, firstSeenAt: string, lastSeenAt: string, proposed: DivergenceAction | null, proposedBy: string | null, settledAt: string | null, trail: Array<{ at: string, by: string, what: string, message: string | null }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

export type ReconcileMutationVariables = Exact<{
  input: ReconcileInput;
}>;


export type ReconcileMutation = { reconcile: { cursor: string | null, reconciliation: { id: string, state: ErpReconciliationState } | null, userErrors: Array<{ code: ReconcileErrorCode, field: Array<string> | null, message: string }> } | null };

export type ResolveDivergenceMutationVariables = Exact<{
  input: ResolveDivergenceInput;
}>;


export type ResolveDivergenceMutation = { resolveDivergence: { cursor: string | null, divergence: { id: string, systemId: string, sku: string, locationId: string, accounts: Array<Account>, state: DivergenceState, erpQuantity: number, expected: number, difference: number, priority: DivergencePriority | null, cause: DivergenceCause, seen: number, firstSeenAt: string, lastSeenAt: string, proposed: DivergenceAction | null, proposedBy: string | null, settledAt: string | null, trail: Array<{ at: string, by: string, what: string, message: string | null }> } | null, userErrors: Array<{ code: ResolveDivergenceErrorCode, field: Array<string> | null, message: string }> } | null };

export type EventReplayStateFragment = { id: string, state: EventReplayState, requestedBy: string, canceledBy: string | null, selection: unknown, limit: number | null, eventsPerSecond: number, total: number | null, done: number, changed: number, refused: number, message: string | null, counts: { accepted: number, confirmed: number, parked: number, duplicate: number, rejected: number } };

export type EventReplaysQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  filter?: EventReplayFilter | null | undefined;
  orderBy?: EventReplayOrder | null | undefined;
}>;


export type EventReplaysQuery = { eventReplays: { nodes: Array<{ id: string, state: EventReplayState, requestedBy: string, canceledBy: string | null, selection: unknown, limit: number | null, eventsPerSecond: number, total: number | null, done: number, changed: number, refused: number, message: string | null, counts: { accepted: number, confirmed: number, parked: number, duplicate: number, rejected: number } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

export type ReplayEventsMutationVariables = Exact<{
  input: ReplayEventsInput;
}>;


export type ReplayEventsMutation = { replayEvents: { cursor: string | null, replay: { id: string, state: EventReplayState, requestedBy: string, canceledBy: string | null, selection: unknown, limit: number | null, eventsPerSecond: number, total: number | null, done: number, changed: number, refused: number, message: string | null, counts: { accepted: number, confirmed: number, parked: number, duplicate: number, rejected: number } } | null, preview: { complete: boolean, changesTotal: number, woken: number, settled: number, settledComplete: boolean, counts: { accepted: number, confirmed: number, parked: number, duplicate: number, rejected: number }, outcomes: Array<{ id: string, status: EventStatus, code: EventErrorCode | null }>, changes: Array<{ sku: string, locationId: string, account: Account, before: number, after: number, change: number }> } | null, userErrors: Array<{ code: ReplayEventsErrorCode, field: Array<string> | null, message: string }> } | null };

export type CancelReplayMutationVariables = Exact<{
  input: CancelReplayInput;
}>;


export type CancelReplayMutation = { cancelReplay: { cursor: string | null, replay: { id: string, state: EventReplayState, requestedBy: string, canceledBy: string | null, selection: unknown, limit: number | null, eventsPerSecond: number, total: number | null, done: number, changed: number, refused: number, message: string | null, counts: { accepted: number, confirmed: number, parked: number, duplicate: number, rejected: number } } | null, userErrors: Array<{ code: CancelReplayErrorCode, field: Array<string> | null, message: string }> } | null };

export type FiguresQueryVariables = Exact<{
  from?: string | null | undefined;
  until?: string | null | undefined;
}>;


export type FiguresQuery = { figures: { from: string, until: string, pending: number, recording: Array<{ channelId: string | null, entries: number, secondsMean: number, secondsMax: number, withinSecond: number, withinTenSeconds: number, withinMinute: number, withinTenMinutes: number, withinHour: number }>, failures: Array<{ source: string | null, eventType: string | null, code: EventErrorCode, count: number, open: number }>, recovery: { replays: number, lettersReplayed: number, lettersRefusedAgain: number, lettersDiscarded: number, movementsRecovered: number, deliveriesRecovered: number }, stockErrors: Array<{ kind: StockErrorKind, channelId: string | null, count: number, units: number }>, interventions: Array<{ kind: InterventionKind, source: string | null, count: number }>, divergences: Array<{ systemId: string, locationId: string, positions: number, units: number }>, backlog: Array<{ systemId: string, priority: DivergencePriority, count: number, units: number, oldestFirstSeenAt: string }> } | null };

export type FactStateFragment = { sku: string, locationId: string, reference: string, kind: FactKind, quantity: number, state: FactState, authority: string | null, changedAt: string | null, reports: Array<{ source: string, quantity: number, occurredAt: string, complete: boolean | null, authoritative: boolean }> };

export type FactsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  filter?: FactFilter | null | undefined;
  orderBy?: FactOrder | null | undefined;
}>;


export type FactsQuery = { facts: { edges: Array<{ cursor: string, node: { sku: string, locationId: string, reference: string, kind: FactKind, quantity: number, state: FactState, authority: string | null, changedAt: string | null, reports: Array<{ source: string, quantity: number, occurredAt: string, complete: boolean | null, authoritative: boolean }> } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

export type AuthorityStateFragment = { kind: FactKind, locationId: string | null, source: string, inParts: boolean, setBy: string, recordedAt: string };

export type AuthoritiesQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  filter?: AuthorityFilter | null | undefined;
  orderBy?: AuthorityOrder | null | undefined;
  atLeast?: string | null | undefined;
}>;


export type AuthoritiesQuery = { authorities: { edges: Array<{ cursor: string, node: { kind: FactKind, locationId: string | null, source: string, inParts: boolean, setBy: string, recordedAt: string } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

export type SetAuthorityMutationVariables = Exact<{
  input: SetAuthorityInput;
}>;


export type SetAuthorityMutation = { setAuthority: { cursor: string | null, authorities: Array<{ kind: FactKind, locationId: string | null, source: string, inParts: boolean, setBy: string, recordedAt: string }> | null, userErrors: Array<{ code: SetAuthorityErrorCode, field: Array<string> | null, message: string }> } | null };

export type ShipmentStateFragment = { id: string, version: number, kind: ShipmentKind, status: ShipmentStatus, originId: string | null, destinationId: string, supplier: string | null, reference: string | null, expectedAt: string | null, lines: Array<{ id: string, sku: string, quantity: number, dispatched: number, received: number, closedShort: number, onOrder: number, inTransit: number }>, exceptions: Array<{ kind: StockExceptionKind, sku: string, quantity: number, message: string }> };

export type ShipmentQueryVariables = Exact<{
  id: string;
  atLeast?: string | null | undefined;
}>;


export type ShipmentQuery = { shipment: { occurredAt: string, recordedAt: string, dispatchedAt: string | null, closedAt: string | null, canceledAt: string | null, id: string, version: number, kind: ShipmentKind, status: ShipmentStatus, originId: string | null, destinationId: string, supplier: string | null, reference: string | null, expectedAt: string | null, lines: Array<{ id: string, sku: string, quantity: number, dispatched: number, received: number, closedShort: number, onOrder: number, inTransit: number }>, exceptions: Array<{ kind: StockExceptionKind, sku: string, quantity: number, message: string }> } | null };

export type ShipmentsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  filter?: ShipmentFilter | null | undefined;
  orderBy?: ShipmentOrder | null | undefined;
}>;


export type ShipmentsQuery = { shipments: { edges: Array<{ cursor: string, node: { id: string, version: number, kind: ShipmentKind, status: ShipmentStatus, originId: string | null, destinationId: string, supplier: string | null, reference: string | null, expectedAt: string | null, lines: Array<{ id: string, sku: string, quantity: number, dispatched: number, received: number, closedShort: number, onOrder: number, inTransit: number }>, exceptions: Array<{ kind: StockExceptionKind, sku: string, quantity: number, message: string }> } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

export type CreateShipmentMutationVariables = Exact<{
  input: CreateShipmentInput;
}>;


export type CreateShipmentMutation = { createShipment: { cursor: string | null, shipment: { id: string, version: number, kind: ShipmentKind, status: ShipmentStatus, originId: string | null, destinationId: string, supplier: string | null, reference: string | null, expectedAt: string | null, lines: Array<{ id: string, sku: string, quantity: number, dispatched: number, received: number, closedShort: number, onOrder: number, inTransit: number }>, exceptions: Array<{ kind: StockExceptionKind, sku: string, quantity: number, message: string }> } | null, userErrors: Array<{ code: CreateShipmentErrorCode, field: Array<string> | null, message: string }> } | null };

export type DispatchShipmentMutationVariables = Exact<{
  input: DispatchShipmentInput;
}>;


export type DispatchShipmentMutation = { dispatchShipment: { cursor: string | null, shipment: { id: string, version: number, kind: ShipmentKind, status: ShipmentStatus, originId: string | null, destinationId: string, supplier: string | null, reference: string | null, expectedAt: string | null, lines: Array<{ id: string, sku: string, quantity: number, dispatched: number, received: number, closedShort: number, onOrder: number, inTransit: number }>, exceptions: Array<{ kind: StockExceptionKind, sku: string, quantity: number, message: string }> } | null, userErrors: Array<{ code: DispatchShipmentErrorCode, field: Array<string> | null, message: string }> } | null };

export type ReceiveShipmentMutationVariables = Exact<{
  input: ReceiveShipmentInput;
}>;


export type ReceiveShipmentMutation = { receiveShipment: { cursor: string | null, shipment: { id: string, version: number, kind: ShipmentKind, status: ShipmentStatus, originId: string | null, destinationId: string, supplier: string | null, reference: string | null, expectedAt: string | null, lines: Array<{ id: string, sku: string, quantity: number, dispatched: number, received: number, closedShort: number, onOrder: number, inTransit: number }>, exceptions: Array<{ kind: StockExceptionKind, sku: string, quantity: number, message: string }> } | null, userErrors: Array<{ code: ReceiveShipmentErrorCode, field: Array<string> | null, message: string }> } | null };

export type CloseShipmentMutationVariables = Exact<{
  input: CloseShipmentInput;
}>;


export type CloseShipmentMutation = { closeShipment: { cursor: string | null, shipment: { id: string, version: number, kind: ShipmentKind, status: ShipmentStatus, originId: string | null, destinationId: string, supplier: string | null, reference: string | null, expectedAt: string | null, lines: Array<{ id: string, sku: string, quantity: number, dispatched: number, received: number, closedShort: number, onOrder: number, inTransit: number }>, exceptions: Array<{ kind: StockExceptionKind, sku: string, quantity: number, message: string }> } | null, userErrors: Array<{ code: CloseShipmentErrorCode, field: Array<string> | null, message: string }> } | null };

export type CancelShipmentMutationVariables = Exact<{
  input: CancelShipmentInput;
}>;


export type CancelShipmentMutation = { cancelShipment: { cursor: string | null, shipment: { id: string, version: number, kind: ShipmentKind, status: ShipmentStatus, originId: string | null, destinationId: string, supplier: string | null, reference: string | null, expectedAt: string | null, lines: Array<{ id: string, sku: string, quantity: number, dispatched: number, received: number, closedShort: number, onOrder: number, inTransit: number }>, exceptions: Array<{ kind: StockExceptionKind, sku: string, quantity: number, message: string }> } | null, userErrors: Array<{ code: CancelShipmentErrorCode, field: Array<string> | null, message: string }> } | null };

export type RescheduleShipmentMutationVariables = Exact<{
  input: RescheduleShipmentInput;
}>;


export type RescheduleShipmentMutation = { rescheduleShipment: { cursor: string | null, shipment: { expectedAt: string | null, id: string, version: number, kind: ShipmentKind, status: ShipmentStatus, originId: string | null, destinationId: string, supplier: string | null, reference: string | null, lines: Array<{ id: string, sku: string, quantity: number, dispatched: number, received: number, closedShort: number, onOrder: number, inTransit: number }>, exceptions: Array<{ kind: StockExceptionKind, sku: string, quantity: number, message: string }> } | null, userErrors: Array<{ code: RescheduleShipmentErrorCode, field: Array<string> | null, message: string }> } | null };

export const AvailabilityStateFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AvailabilityState"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Availability"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sku"}},{"kind":"Field","name":{"kind":"Name","value":"channelId"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"locations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"locationId"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}}]}},{"kind":"Field","name":{"kind":"Name","value":"asOf"}},{"kind":"Field","name":{"kind":"Name","value":"cursor"}}]}}]} as unknown as DocumentNode<AvailabilityStateFragment, unknown>;
export const ChannelStateFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ChannelState"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Channel"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"locations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"locationId"}},{"kind":"Field","name":{"kind":"Name","value":"priority"}}]}},{"kind":"Field","name":{"kind":"Name","value":"buffer"}},{"kind":"Field","name":{"kind":"Name","value":"cap"}},{"kind":"Field","name":{"kind":"Name","value":"lowStockThreshold"}},{"kind":"Field","name":{"kind":"Name","value":"allowBackorder"}}]}}]} as unknown as DocumentNode<ChannelStateFragment, unknown>;
export const WebhookFieldsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"WebhookFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Webhook"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"client"}},{"kind":"Field","name":{"kind":"Name","value":"channelIds"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"document"}},{"kind":"Field","name":{"kind":"Name","value":"variables"}},{"kind":"Field","name":{"kind":"Name","value":"parallel"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"disabledReason"}},{"kind":"Field","name":{"kind":"Name","value":"disabledMessage"}},{"kind":"Field","name":{"kind":"Name","value":"disabledAt"}},{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"pending"}},{"kind":"Field","name":{"kind":"Name","value":"deadLetters"}},{"kind":"Field","name":{"kind":"Name","value":"failingSince"}},{"kind":"Field","name":{"kind":"Name","value":"lastError"}},{"kind":"Field","name":{"kind":"Name","value":"nextAttemptAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastDeliveredAt"}},{"kind":"Field","name":{"kind":"Name","value":"secrets"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"newSecret"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}}]}}]} as unknown as DocumentNode<WebhookFieldsFragment, unknown>;
export const WebhookDeliveryFieldsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"WebhookDeliveryFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"WebhookDelivery"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"webhookId"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"body"}},{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"attempts"}},{"kind":"Field","name":{"kind":"Name","value":"attemptLog"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"error"}},{"kind":"Field","name":{"kind":"Name","value":"answer"}},{"kind":"Field","name":{"kind":"Name","value":"durationMs"}}]}},{"kind":"Field","name":{"kind":"Name","value":"nextAttemptAt"}},{"kind":"Field","name":{"kind":"Name","value":"queuedAt"}},{"kind":"Field","name":{"kind":"Name","value":"settledAt"}}]}}]} as unknown as DocumentNode<WebhookDeliveryFieldsFragment, unknown>;
export const ReservationStateFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ReservationState"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Reservation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"channelId"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"lines"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"sku"}},{"kind":"Field","name":{"kind":"Name","value":"locationId"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"held"}},{"kind":"Field","name":{"kind":"Name","value":"committed"}},{"kind":"Field","name":{"kind":"Name","value":"backordered"}},{"kind":"Field","name":{"kind":"Name","value":"fulfilled"}},{"kind":"Field","name":{"kind":"Name","value":"released"}},{"kind":"Field","name":{"kind":"Name","value":"expired"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]}}]} as unknown as DocumentNode<ReservationStateFragment, unknown>;
export const WholeCartFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"WholeCart"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Cart"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sourcing"}},{"kind":"Field","name":{"kind":"Name","value":"parcels"}},{"kind":"Field","name":{"kind":"Name","value":"provenFewest"}},{"kind":"Field","name":{"kind":"Name","value":"lines"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sku"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"available"}},{"kind":"Field","name":{"kind":"Name","value":"held"}},{"kind":"Field","name":{"kind":"Name","value":"backordered"}},{"kind":"Field","name":{"kind":"Name","value":"short"}},{"kind":"Field","name":{"kind":"Name","value":"choice"}},{"kind":"Field","name":{"kind":"Name","value":"parts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"locationId"}},{"kind":"Field","name":{"kind":"Name","value":"distanceMeters"}},{"kind":"Field","name":{"kind":"Name","value":"held"}},{"kind":"Field","name":{"kind":"Name","value":"backordered"}}]}},{"kind":"Field","name":{"kind":"Name","value":"considered"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"locationId"}},{"kind":"Field","name":{"kind":"Name","value":"priority"}},{"kind":"Field","name":{"kind":"Name","value":"distanceMeters"}},{"kind":"Field","name":{"kind":"Name","value":"atf"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"verdict"}}]}}]}}]}}]} as unknown as DocumentNode<WholeCartFragment, unknown>;
export const ReturnStateFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ReturnState"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Return"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"channelId"}},{"kind":"Field","name":{"kind":"Name","value":"reservationId"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"locationId"}},{"kind":"Field","name":{"kind":"Name","value":"lines"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"sku"}},{"kind":"Field","name":{"kind":"Name","value":"locationId"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"authorized"}},{"kind":"Field","name":{"kind":"Name","value":"inTransit"}},{"kind":"Field","name":{"kind":"Name","value":"received"}},{"kind":"Field","name":{"kind":"Name","value":"quarantined"}},{"kind":"Field","name":{"kind":"Name","value":"inspected"}},{"kind":"Field","name":{"kind":"Name","value":"restockApproved"}},{"kind":"Field","name":{"kind":"Name","value":"restocked"}},{"kind":"Field","name":{"kind":"Name","value":"disposed"}},{"kind":"Field","name":{"kind":"Name","value":"returnedToVendor"}},{"kind":"Field","name":{"kind":"Name","value":"missing"}},{"kind":"Field","name":{"kind":"Name","value":"canceled"}}]}}]}}]} as unknown as DocumentNode<ReturnStateFragment, unknown>;
export const StockLevelStateFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"StockLevelState"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"StockLevel"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sku"}},{"kind":"Field","name":{"kind":"Name","value":"locationId"}},{"kind":"Field","name":{"kind":"Name","value":"onHand"}},{"kind":"Field","name":{"kind":"Name","value":"sellable"}},{"kind":"Field","name":{"kind":"Name","value":"qualityHold"}},{"kind":"Field","name":{"kind":"Name","value":"damaged"}},{"kind":"Field","name":{"kind":"Name","value":"blocked"}},{"kind":"Field","name":{"kind":"Name","value":"held"}},{"kind":"Field","name":{"kind":"Name","value":"committed"}},{"kind":"Field","name":{"kind":"Name","value":"backordered"}},{"kind":"Field","name":{"kind":"Name","value":"fenced"}},{"kind":"Field","name":{"kind":"Name","value":"onOrder"}},{"kind":"Field","name":{"kind":"Name","value":"inTransit"}},{"kind":"Field","name":{"kind":"Name","value":"safetyStock"}},{"kind":"Field","name":{"kind":"Name","value":"atf"}},{"kind":"Field","name":{"kind":"Name","value":"asOf"}}]}}]} as unknown as DocumentNode<StockLevelStateFragment, unknown>;
export const ItemStateFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ItemState"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InventoryItem"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sku"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"units"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"factor"}}]}}]}}]} as unknown as DocumentNode<ItemStateFragment, unknown>;
export const LocationStateFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LocationState"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Location"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"parentId"}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}},{"kind":"Field","name":{"kind":"Name","value":"latitude"}},{"kind":"Field","name":{"kind":"Name","value":"longitude"}}]}}]} as unknown as DocumentNode<LocationStateFragment, unknown>;
export const DeadLetterStateFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DeadLetterState"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"DeadLetter"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"eventId"}},{"kind":"Field","name":{"kind":"Name","value":"eventType"}},{"kind":"Field","name":{"kind":"Name","value":"event"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"attempts"}},{"kind":"Field","name":{"kind":"Name","value":"occurredAt"}},{"kind":"Field","name":{"kind":"Name","value":"recordedAt"}},{"kind":"Field","name":{"kind":"Name","value":"settledAt"}},{"kind":"Field","name":{"kind":"Name","value":"settledBy"}}]}}]} as unknown as DocumentNode<DeadLetterStateFragment, unknown>;
export const ErpSystemStateFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ErpSystemState"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ErpSystem"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"connector"}},{"kind":"Field","name":{"kind":"Name","value":"settings"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"heardSources"}},{"kind":"Field","name":{"kind":"Name","value":"paused"}},{"kind":"Field","name":{"kind":"Name","value":"routes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"locationId"}},{"kind":"Field","name":{"kind":"Name","value":"skuPrefix"}},{"kind":"Field","name":{"kind":"Name","value":"mode"}},{"kind":"Field","name":{"kind":"Name","value":"validFrom"}},{"kind":"Field","name":{"kind":"Name","value":"setBy"}}]}},{"kind":"Field","name":{"kind":"Name","value":"backlog"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"queued"}},{"kind":"Field","name":{"kind":"Name","value":"sent"}},{"kind":"Field","name":{"kind":"Name","value":"refused"}},{"kind":"Field","name":{"kind":"Name","value":"unread"}},{"kind":"Field","name":{"kind":"Name","value":"oldestRecordedAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"condition"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"circuit"}},{"kind":"Field","name":{"kind":"Name","value":"failures"}},{"kind":"Field","name":{"kind":"Name","value":"failingSince"}},{"kind":"Field","name":{"kind":"Name","value":"nextAttemptAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastError"}},{"kind":"Field","name":{"kind":"Name","value":"lastAcceptedAt"}}]}}]}}]} as unknown as DocumentNode<ErpSystemStateFragment, unknown>;
export const DivergenceStateFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DivergenceState"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Divergence"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"systemId"}},{"kind":"Field","name":{"kind":"Name","value":"sku"}},{"kind":"Field","name":{"kind":"Name","value":"locationId"}},{"kind":"Field","name":{"kind":"Name","value":"accounts"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"erpQuantity"}},{"kind":"Field","name":{"kind":"Name","value":"expected"}},{"kind":"Field","name":{"kind":"Name","value":"difference"}},{"kind":"Field","name":{"kind":"Name","value":"priority"}},{"kind":"Field","name":{"kind":"Name","value":"cause"}},{"kind":"Field","name":{"kind":"Name","value":"seen"}},{"kind":"Field","name":{"kind":"Name","value":"firstSeenAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastSeenAt"}},{"kind":"Field","name":{"kind":"Name","value":"proposed"}},{"kind":"Field","name":{"kind":"Name","value":"proposedBy"}},{"kind":"Field","name":{"kind":"Name","value":"settledAt"}},{"kind":"Field","name":{"kind":"Name","value":"trail"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"by"}},{"kind":"Field","name":{"kind":"Name","value":"what"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]} as unknown as DocumentNode<DivergenceStateFragment, unknown>;
export const EventReplayStateFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"EventReplayState"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"EventReplay"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"requestedBy"}},{"kind":"Field","name":{"kind":"Name","value":"canceledBy"}},{"kind":"Field","name":{"kind":"Name","value":"selection"}},{"kind":"Field","name":{"kind":"Name","value":"limit"}},{"kind":"Field","name":{"kind":"Name","value":"eventsPerSecond"}},{"kind":"Field","name":{"kind":"Name","value":"total"}},{"kind":"Field","name":{"kind":"Name","value":"done"}},{"kind":"Field","name":{"kind":"Name","value":"changed"}},{"kind":"Field","name":{"kind":"Name","value":"refused"}},{"kind":"Field","name":{"kind":"Name","value":"counts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accepted"}},{"kind":"Field","name":{"kind":"Name","value":"confirmed"}},{"kind":"Field","name":{"kind":"Name","value":"parked"}},{"kind":"Field","name":{"kind":"Name","value":"duplicate"}},{"kind":"Field","name":{"kind":"Name","value":"rejected"}}]}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]} as unknown as DocumentNode<EventReplayStateFragment, unknown>;
export const FactStateFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"FactState"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Fact"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sku"}},{"kind":"Field","name":{"kind":"Name","value":"locationId"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"authority"}},{"kind":"Field","name":{"kind":"Name","value":"changedAt"}},{"kind":"Field","name":{"kind":"Name","value":"reports"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"occurredAt"}},{"kind":"Field","name":{"kind":"Name","value":"complete"}},{"kind":"Field","name":{"kind":"Name","value":"authoritative"}}]}}]}}]} as unknown as DocumentNode<FactStateFragment, unknown>;
export const AuthorityStateFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AuthorityState"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Authority"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"locationId"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"inParts"}},{"kind":"Field","name":{"kind":"Name","value":"setBy"}},{"kind":"Field","name":{"kind":"Name","value":"recordedAt"}}]}}]} as unknown as DocumentNode<AuthorityStateFragment, unknown>;
export const ShipmentStateFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ShipmentState"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Shipment"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"originId"}},{"kind":"Field","name":{"kind":"Name","value":"destinationId"}},{"kind":"Field","name":{"kind":"Name","value":"supplier"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"expectedAt"}},{"kind":"Field","name":{"kind":"Name","value":"lines"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"sku"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"dispatched"}},{"kind":"Field","name":{"kind":"Name","value":"received"}},{"kind":"Field","name":{"kind":"Name","value":"closedShort"}},{"kind":"Field","name":{"kind":"Name","value":"onOrder"}},{"kind":"Field","name":{"kind":"Name","value":"inTransit"}}]}},{"kind":"Field","name":{"kind":"Name","value":"exceptions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"sku"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]} as unknown as DocumentNode<ShipmentStateFragment, unknown>;
export const AvailabilityDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Availability"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"skus"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"channelId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"locationIds"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"near"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"PointInput"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"atLeast"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Cursor"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"availability"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"skus"},"value":{"kind":"Variable","name":{"kind":"Name","value":"skus"}}},{"kind":"Argument","name":{"kind":"Name","value":"channelId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"channelId"}}},{"kind":"Argument","name":{"kind":"Name","value":"locationIds"},"value":{"kind":"Variable","name":{"kind":"Name","value":"locationIds"}}},{"kind":"Argument","name":{"kind":"Name","value":"near"},"value":{"kind":"Variable","name":{"kind":"Name","value":"near"}}},{"kind":"Argument","name":{"kind":"Name","value":"atLeast"},"value":{"kind":"Variable","name":{"kind":"Name","value":"atLeast"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AvailabilityState"}},{"kind":"Field","name":{"kind":"Name","value":"locations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"distanceMeters"}}]}},{"kind":"Field","name":{"kind":"Name","value":"item"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"title"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AvailabilityState"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Availability"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sku"}},{"kind":"Field","name":{"kind":"Name","value":"channelId"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"locations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"locationId"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}}]}},{"kind":"Field","name":{"kind":"Name","value":"asOf"}},{"kind":"Field","name":{"kind":"Name","value":"cursor"}}]}}]} as unknown as DocumentNode<AvailabilityQuery, AvailabilityQueryVariables>;
export const AvailabilityExplainedDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"AvailabilityExplained"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"skus"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"channelId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"locationIds"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"atLeast"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Cursor"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"availability"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"skus"},"value":{"kind":"Variable","name":{"kind":"Name","value":"skus"}}},{"kind":"Argument","name":{"kind":"Name","value":"channelId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"channelId"}}},{"kind":"Argument","name":{"kind":"Name","value":"locationIds"},"value":{"kind":"Variable","name":{"kind":"Name","value":"locationIds"}}},{"kind":"Argument","name":{"kind":"Name","value":"atLeast"},"value":{"kind":"Variable","name":{"kind":"Name","value":"atLeast"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AvailabilityState"}},{"kind":"Field","name":{"kind":"Name","value":"explanation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sum"}},{"kind":"Field","name":{"kind":"Name","value":"buffer"}},{"kind":"Field","name":{"kind":"Name","value":"uncapped"}},{"kind":"Field","name":{"kind":"Name","value":"cap"}},{"kind":"Field","name":{"kind":"Name","value":"ats"}},{"kind":"Field","name":{"kind":"Name","value":"lowStockThreshold"}},{"kind":"Field","name":{"kind":"Name","value":"allowBackorder"}},{"kind":"Field","name":{"kind":"Name","value":"terms"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"locationId"}},{"kind":"Field","name":{"kind":"Name","value":"priority"}},{"kind":"Field","name":{"kind":"Name","value":"sellable"}},{"kind":"Field","name":{"kind":"Name","value":"held"}},{"kind":"Field","name":{"kind":"Name","value":"committed"}},{"kind":"Field","name":{"kind":"Name","value":"fenced"}},{"kind":"Field","name":{"kind":"Name","value":"safetyStock"}},{"kind":"Field","name":{"kind":"Name","value":"atf"}},{"kind":"Field","name":{"kind":"Name","value":"counted"}},{"kind":"Field","name":{"kind":"Name","value":"entries"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"to"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}}]}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AvailabilityState"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Availability"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sku"}},{"kind":"Field","name":{"kind":"Name","value":"channelId"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"locations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"locationId"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}}]}},{"kind":"Field","name":{"kind":"Name","value":"asOf"}},{"kind":"Field","name":{"kind":"Name","value":"cursor"}}]}}]} as unknown as DocumentNode<AvailabilityExplainedQuery, AvailabilityExplainedQueryVariables>;
export const ChannelDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Channel"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"atLeast"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Cursor"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"channel"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"atLeast"},"value":{"kind":"Variable","name":{"kind":"Name","value":"atLeast"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ChannelState"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ChannelState"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Channel"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"locations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"locationId"}},{"kind":"Field","name":{"kind":"Name","value":"priority"}}]}},{"kind":"Field","name":{"kind":"Name","value":"buffer"}},{"kind":"Field","name":{"kind":"Name","value":"cap"}},{"kind":"Field","name":{"kind":"Name","value":"lowStockThreshold"}},{"kind":"Field","name":{"kind":"Name","value":"allowBackorder"}}]}}]} as unknown as DocumentNode<ChannelQuery, ChannelQueryVariables>;
export const ChannelsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Channels"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ChannelFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ChannelOrder"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"channels"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ChannelState"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ChannelState"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Channel"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"locations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"locationId"}},{"kind":"Field","name":{"kind":"Name","value":"priority"}}]}},{"kind":"Field","name":{"kind":"Name","value":"buffer"}},{"kind":"Field","name":{"kind":"Name","value":"cap"}},{"kind":"Field","name":{"kind":"Name","value":"lowStockThreshold"}},{"kind":"Field","name":{"kind":"Name","value":"allowBackorder"}}]}}]} as unknown as DocumentNode<ChannelsQuery, ChannelsQueryVariables>;
export const UpsertChannelDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UpsertChannel"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UpsertChannelInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"upsertChannel"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"channel"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ChannelState"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"cursor"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ChannelState"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Channel"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"locations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"locationId"}},{"kind":"Field","name":{"kind":"Name","value":"priority"}}]}},{"kind":"Field","name":{"kind":"Name","value":"buffer"}},{"kind":"Field","name":{"kind":"Name","value":"cap"}},{"kind":"Field","name":{"kind":"Name","value":"lowStockThreshold"}},{"kind":"Field","name":{"kind":"Name","value":"allowBackorder"}}]}}]} as unknown as DocumentNode<UpsertChannelMutation, UpsertChannelMutationVariables>;
export const AvailabilityChangedDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"AvailabilityChanged"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"skus"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"channelId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Cursor"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"initial"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"availabilityChanged"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"skus"},"value":{"kind":"Variable","name":{"kind":"Name","value":"skus"}}},{"kind":"Argument","name":{"kind":"Name","value":"channelId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"channelId"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"initial"},"value":{"kind":"Variable","name":{"kind":"Name","value":"initial"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AvailabilityState"}},{"kind":"Field","name":{"kind":"Name","value":"item"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"title"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AvailabilityState"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Availability"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sku"}},{"kind":"Field","name":{"kind":"Name","value":"channelId"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"locations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"locationId"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}}]}},{"kind":"Field","name":{"kind":"Name","value":"asOf"}},{"kind":"Field","name":{"kind":"Name","value":"cursor"}}]}}]} as unknown as DocumentNode<AvailabilityChangedSubscription, AvailabilityChangedSubscriptionVariables>;
export const WebhookDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Webhook"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"webhook"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"WebhookFields"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"WebhookFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Webhook"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"client"}},{"kind":"Field","name":{"kind":"Name","value":"channelIds"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"document"}},{"kind":"Field","name":{"kind":"Name","value":"variables"}},{"kind":"Field","name":{"kind":"Name","value":"parallel"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"disabledReason"}},{"kind":"Field","name":{"kind":"Name","value":"disabledMessage"}},{"kind":"Field","name":{"kind":"Name","value":"disabledAt"}},{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"pending"}},{"kind":"Field","name":{"kind":"Name","value":"deadLetters"}},{"kind":"Field","name":{"kind":"Name","value":"failingSince"}},{"kind":"Field","name":{"kind":"Name","value":"lastError"}},{"kind":"Field","name":{"kind":"Name","value":"nextAttemptAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastDeliveredAt"}},{"kind":"Field","name":{"kind":"Name","value":"secrets"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"newSecret"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}}]}}]} as unknown as DocumentNode<WebhookQuery, WebhookQueryVariables>;
export const WebhooksDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Webhooks"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"WebhookFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"WebhookOrder"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"webhooks"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"WebhookFields"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"hasPreviousPage"}},{"kind":"Field","name":{"kind":"Name","value":"startCursor"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"WebhookFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Webhook"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"client"}},{"kind":"Field","name":{"kind":"Name","value":"channelIds"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"document"}},{"kind":"Field","name":{"kind":"Name","value":"variables"}},{"kind":"Field","name":{"kind":"Name","value":"parallel"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"disabledReason"}},{"kind":"Field","name":{"kind":"Name","value":"disabledMessage"}},{"kind":"Field","name":{"kind":"Name","value":"disabledAt"}},{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"pending"}},{"kind":"Field","name":{"kind":"Name","value":"deadLetters"}},{"kind":"Field","name":{"kind":"Name","value":"failingSince"}},{"kind":"Field","name":{"kind":"Name","value":"lastError"}},{"kind":"Field","name":{"kind":"Name","value":"nextAttemptAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastDeliveredAt"}},{"kind":"Field","name":{"kind":"Name","value":"secrets"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"newSecret"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}}]}}]} as unknown as DocumentNode<WebhooksQuery, WebhooksQueryVariables>;
export const WebhookDeliveriesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WebhookDeliveries"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"webhookId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"WebhookDeliveryFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"WebhookDeliveryOrder"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"webhookDeliveries"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"webhookId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"webhookId"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"WebhookDeliveryFields"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"hasPreviousPage"}},{"kind":"Field","name":{"kind":"Name","value":"startCursor"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"WebhookDeliveryFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"WebhookDelivery"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"webhookId"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"body"}},{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"attempts"}},{"kind":"Field","name":{"kind":"Name","value":"attemptLog"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"error"}},{"kind":"Field","name":{"kind":"Name","value":"answer"}},{"kind":"Field","name":{"kind":"Name","value":"durationMs"}}]}},{"kind":"Field","name":{"kind":"Name","value":"nextAttemptAt"}},{"kind":"Field","name":{"kind":"Name","value":"queuedAt"}},{"kind":"Field","name":{"kind":"Name","value":"settledAt"}}]}}]} as unknown as DocumentNode<WebhookDeliveriesQuery, WebhookDeliveriesQueryVariables>;
export const UpsertWebhookDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UpsertWebhook"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UpsertWebhookInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"upsertWebhook"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"webhook"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"WebhookFields"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"problem"}},{"kind":"Field","name":{"kind":"Name","value":"retryable"}}]}},{"kind":"Field","name":{"kind":"Name","value":"cursor"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"WebhookFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Webhook"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"client"}},{"kind":"Field","name":{"kind":"Name","value":"channelIds"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"document"}},{"kind":"Field","name":{"kind":"Name","value":"variables"}},{"kind":"Field","name":{"kind":"Name","value":"parallel"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"disabledReason"}},{"kind":"Field","name":{"kind":"Name","value":"disabledMessage"}},{"kind":"Field","name":{"kind":"Name","value":"disabledAt"}},{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"pending"}},{"kind":"Field","name":{"kind":"Name","value":"deadLetters"}},{"kind":"Field","name":{"kind":"Name","value":"failingSince"}},{"kind":"Field","name":{"kind":"Name","value":"lastError"}},{"kind":"Field","name":{"kind":"Name","value":"nextAttemptAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastDeliveredAt"}},{"kind":"Field","name":{"kind":"Name","value":"secrets"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"newSecret"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}}]}}]} as unknown as DocumentNode<UpsertWebhookMutation, UpsertWebhookMutationVariables>;
export const DeleteWebhookDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DeleteWebhook"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DeleteWebhookInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deleteWebhook"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"webhook"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"problem"}},{"kind":"Field","name":{"kind":"Name","value":"retryable"}}]}},{"kind":"Field","name":{"kind":"Name","value":"cursor"}}]}}]}}]} as unknown as DocumentNode<DeleteWebhookMutation, DeleteWebhookMutationVariables>;
export const RotateWebhookSecretDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RotateWebhookSecret"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RotateWebhookSecretInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"rotateWebhookSecret"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"webhook"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"WebhookFields"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"problem"}},{"kind":"Field","name":{"kind":"Name","value":"retryable"}}]}},{"kind":"Field","name":{"kind":"Name","value":"cursor"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"WebhookFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Webhook"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"client"}},{"kind":"Field","name":{"kind":"Name","value":"channelIds"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"document"}},{"kind":"Field","name":{"kind":"Name","value":"variables"}},{"kind":"Field","name":{"kind":"Name","value":"parallel"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"disabledReason"}},{"kind":"Field","name":{"kind":"Name","value":"disabledMessage"}},{"kind":"Field","name":{"kind":"Name","value":"disabledAt"}},{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"pending"}},{"kind":"Field","name":{"kind":"Name","value":"deadLetters"}},{"kind":"Field","name":{"kind":"Name","value":"failingSince"}},{"kind":"Field","name":{"kind":"Name","value":"lastError"}},{"kind":"Field","name":{"kind":"Name","value":"nextAttemptAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastDeliveredAt"}},{"kind":"Field","name":{"kind":"Name","value":"secrets"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"newSecret"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}}]}}]} as unknown as DocumentNode<RotateWebhookSecretMutation, RotateWebhookSecretMutationVariables>;
export const ReplayWebhookDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ReplayWebhook"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ReplayWebhookInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"replayWebhook"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"webhook"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"WebhookFields"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"problem"}},{"kind":"Field","name":{"kind":"Name","value":"retryable"}}]}},{"kind":"Field","name":{"kind":"Name","value":"cursor"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"WebhookFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Webhook"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"client"}},{"kind":"Field","name":{"kind":"Name","value":"channelIds"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"document"}},{"kind":"Field","name":{"kind":"Name","value":"variables"}},{"kind":"Field","name":{"kind":"Name","value":"parallel"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"disabledReason"}},{"kind":"Field","name":{"kind":"Name","value":"disabledMessage"}},{"kind":"Field","name":{"kind":"Name","value":"disabledAt"}},{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"pending"}},{"kind":"Field","name":{"kind":"Name","value":"deadLetters"}},{"kind":"Field","name":{"kind":"Name","value":"failingSince"}},{"kind":"Field","name":{"kind":"Name","value":"lastError"}},{"kind":"Field","name":{"kind":"Name","value":"nextAttemptAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastDeliveredAt"}},{"kind":"Field","name":{"kind":"Name","value":"secrets"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"newSecret"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}}]}}]} as unknown as DocumentNode<ReplayWebhookMutation, ReplayWebhookMutationVariables>;
export const PingWebhookDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"PingWebhook"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PingWebhookInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"pingWebhook"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"delivery"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"WebhookDeliveryFields"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"problem"}},{"kind":"Field","name":{"kind":"Name","value":"retryable"}}]}},{"kind":"Field","name":{"kind":"Name","value":"cursor"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"WebhookDeliveryFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"WebhookDelivery"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"webhookId"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"body"}},{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"attempts"}},{"kind":"Field","name":{"kind":"Name","value":"attemptLog"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"error"}},{"kind":"Field","name":{"kind":"Name","value":"answer"}},{"kind":"Field","name":{"kind":"Name","value":"durationMs"}}]}},{"kind":"Field","name":{"kind":"Name","value":"nextAttemptAt"}},{"kind":"Field","name":{"kind":"Name","value":"queuedAt"}},{"kind":"Field","name":{"kind":"Name","value":"settledAt"}}]}}]} as unknown as DocumentNode<PingWebhookMutation, PingWebhookMutationVariables>;
export const MarketplacesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Marketplaces"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"MarketplaceFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"MarketplaceOrder"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"marketplaces"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"channelId"}},{"kind":"Field","name":{"kind":"Name","value":"channel"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"connector"}},{"kind":"Field","name":{"kind":"Name","value":"settings"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"calls"}},{"kind":"Field","name":{"kind":"Name","value":"perSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"burst"}},{"kind":"Field","name":{"kind":"Name","value":"batchSize"}},{"kind":"Field","name":{"kind":"Name","value":"minIntervalSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"settleSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"driftMinutes"}},{"kind":"Field","name":{"kind":"Name","value":"ordersSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"paused"}},{"kind":"Field","name":{"kind":"Name","value":"backlog"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"listings"}},{"kind":"Field","name":{"kind":"Name","value":"marked"}},{"kind":"Field","name":{"kind":"Name","value":"waiting"}},{"kind":"Field","name":{"kind":"Name","value":"urgent"}},{"kind":"Field","name":{"kind":"Name","value":"refused"}},{"kind":"Field","name":{"kind":"Name","value":"oldestChangedAt"}},{"kind":"Field","name":{"kind":"Name","value":"unread"}}]}},{"kind":"Field","name":{"kind":"Name","value":"condition"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"circuit"}},{"kind":"Field","name":{"kind":"Name","value":"failures"}},{"kind":"Field","name":{"kind":"Name","value":"failingSince"}},{"kind":"Field","name":{"kind":"Name","value":"nextAttemptAt"}},{"kind":"Field","name":{"kind":"Name","value":"quietUntil"}},{"kind":"Field","name":{"kind":"Name","value":"lastError"}},{"kind":"Field","name":{"kind":"Name","value":"lastAcceptedAt"}},{"kind":"Field","name":{"kind":"Name","value":"ordersReadAt"}},{"kind":"Field","name":{"kind":"Name","value":"ordersError"}}]}},{"kind":"Field","name":{"kind":"Name","value":"figures"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"calls"}},{"kind":"Field","name":{"kind":"Name","value":"throttled"}},{"kind":"Field","name":{"kind":"Name","value":"accepted"}},{"kind":"Field","name":{"kind":"Name","value":"refused"}},{"kind":"Field","name":{"kind":"Name","value":"secondsMean"}},{"kind":"Field","name":{"kind":"Name","value":"withinSecond"}},{"kind":"Field","name":{"kind":"Name","value":"withinTenSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"withinMinute"}},{"kind":"Field","name":{"kind":"Name","value":"withinTenMinutes"}}]}},{"kind":"Field","name":{"kind":"Name","value":"drift"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"checkedAt"}},{"kind":"Field","name":{"kind":"Name","value":"checked"}},{"kind":"Field","name":{"kind":"Name","value":"requested"}},{"kind":"Field","name":{"kind":"Name","value":"suspected"}},{"kind":"Field","name":{"kind":"Name","value":"mending"}},{"kind":"Field","name":{"kind":"Name","value":"units"}},{"kind":"Field","name":{"kind":"Name","value":"oldestSeenAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"hasPreviousPage"}},{"kind":"Field","name":{"kind":"Name","value":"startCursor"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<MarketplacesQuery, MarketplacesQueryVariables>;
export const MarketplaceListingsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"MarketplaceListings"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"marketplaceId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"MarketplaceListingFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"MarketplaceListingOrder"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"marketplaceListings"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"marketplaceId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"marketplaceId"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sku"}},{"kind":"Field","name":{"kind":"Name","value":"item"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"title"}}]}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"listed"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"acknowledged"}},{"kind":"Field","name":{"kind":"Name","value":"acknowledgedAt"}},{"kind":"Field","name":{"kind":"Name","value":"changedAt"}},{"kind":"Field","name":{"kind":"Name","value":"refusal"}},{"kind":"Field","name":{"kind":"Name","value":"refusedQuantity"}},{"kind":"Field","name":{"kind":"Name","value":"refusedAt"}},{"kind":"Field","name":{"kind":"Name","value":"drift"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"expected"}},{"kind":"Field","name":{"kind":"Name","value":"found"}},{"kind":"Field","name":{"kind":"Name","value":"firstSeenAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastSeenAt"}},{"kind":"Field","name":{"kind":"Name","value":"settledAt"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"hasPreviousPage"}},{"kind":"Field","name":{"kind":"Name","value":"startCursor"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<MarketplaceListingsQuery, MarketplaceListingsQueryVariables>;
export const UpsertMarketplaceDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UpsertMarketplace"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UpsertMarketplaceInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"upsertMarketplace"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"marketplace"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"channelId"}},{"kind":"Field","name":{"kind":"Name","value":"calls"}},{"kind":"Field","name":{"kind":"Name","value":"perSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"burst"}},{"kind":"Field","name":{"kind":"Name","value":"batchSize"}},{"kind":"Field","name":{"kind":"Name","value":"paused"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"problem"}},{"kind":"Field","name":{"kind":"Name","value":"retryable"}}]}},{"kind":"Field","name":{"kind":"Name","value":"cursor"}}]}}]}}]} as unknown as DocumentNode<UpsertMarketplaceMutation, UpsertMarketplaceMutationVariables>;
export const UpsertMarketplaceListingsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UpsertMarketplaceListings"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UpsertMarketplaceListingsInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"upsertMarketplaceListings"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"marketplace"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"backlog"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"listings"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"problem"}},{"kind":"Field","name":{"kind":"Name","value":"retryable"}}]}},{"kind":"Field","name":{"kind":"Name","value":"cursor"}}]}}]}}]} as unknown as DocumentNode<UpsertMarketplaceListingsMutation, UpsertMarketplaceListingsMutationVariables>;
export const PushMarketplaceListingsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"PushMarketplaceListings"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PushMarketplaceListingsInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"pushMarketplaceListings"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"marketplace"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"problem"}},{"kind":"Field","name":{"kind":"Name","value":"retryable"}}]}},{"kind":"Field","name":{"kind":"Name","value":"cursor"}}]}}]}}]} as unknown as DocumentNode<PushMarketplaceListingsMutation, PushMarketplaceListingsMutationVariables>;
export const CheckMarketplaceDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CheckMarketplace"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CheckMarketplaceInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"checkMarketplace"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"marketplace"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"drift"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"requested"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"problem"}},{"kind":"Field","name":{"kind":"Name","value":"retryable"}}]}},{"kind":"Field","name":{"kind":"Name","value":"cursor"}}]}}]}}]} as unknown as DocumentNode<CheckMarketplaceMutation, CheckMarketplaceMutationVariables>;
export const EverywhereDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Everywhere"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"sku"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"channelId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"item"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"sku"},"value":{"kind":"Variable","name":{"kind":"Name","value":"sku"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ItemState"}},{"kind":"Field","name":{"kind":"Name","value":"stockLevels"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"StockLevelState"}},{"kind":"Field","name":{"kind":"Name","value":"location"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"LocationState"}}]}},{"kind":"Field","name":{"kind":"Name","value":"openReservations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"inboundShipments"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"reservations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ReservationState"}},{"kind":"Field","name":{"kind":"Name","value":"channel"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"returns"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"lines"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"item"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"title"}}]}},{"kind":"Field","name":{"kind":"Name","value":"location"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"stockLevel"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"onHand"}},{"kind":"Field","name":{"kind":"Name","value":"atf"}},{"kind":"Field","name":{"kind":"Name","value":"inboundShipments"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"shipments"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ShipmentState"}},{"kind":"Field","name":{"kind":"Name","value":"origin"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"destination"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"lines"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"item"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"title"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"returns"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ReturnState"}},{"kind":"Field","name":{"kind":"Name","value":"reservation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}}]}},{"kind":"Field","name":{"kind":"Name","value":"lines"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"item"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"title"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"availability"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"channelId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"channelId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AvailabilityState"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ItemState"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InventoryItem"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sku"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"units"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"factor"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"StockLevelState"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"StockLevel"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sku"}},{"kind":"Field","name":{"kind":"Name","value":"locationId"}},{"kind":"Field","name":{"kind":"Name","value":"onHand"}},{"kind":"Field","name":{"kind":"Name","value":"sellable"}},{"kind":"Field","name":{"kind":"Name","value":"qualityHold"}},{"kind":"Field","name":{"kind":"Name","value":"damaged"}},{"kind":"Field","name":{"kind":"Name","value":"blocked"}},{"kind":"Field","name":{"kind":"Name","value":"held"}},{"kind":"Field","name":{"kind":"Name","value":"committed"}},{"kind":"Field","name":{"kind":"Name","value":"backordered"}},{"kind":"Field","name":{"kind":"Name","value":"fenced"}},{"kind":"Field","name":{"kind":"Name","value":"onOrder"}},{"kind":"Field","name":{"kind":"Name","value":"inTransit"}},{"kind":"Field","name":{"kind":"Name","value":"safetyStock"}},{"kind":"Field","name":{"kind":"Name","value":"atf"}},{"kind":"Field","name":{"kind":"Name","value":"asOf"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LocationState"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Location"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"parentId"}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}},{"kind":"Field","name":{"kind":"Name","value":"latitude"}},{"kind":"Field","name":{"kind":"Name","value":"longitude"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ReservationState"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Reservation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"channelId"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"lines"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"sku"}},{"kind":"Field","name":{"kind":"Name","value":"locationId"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"held"}},{"kind":"Field","name":{"kind":"Name","value":"committed"}},{"kind":"Field","name":{"kind":"Name","value":"backordered"}},{"kind":"Field","name":{"kind":"Name","value":"fulfilled"}},{"kind":"Field","name":{"kind":"Name","value":"released"}},{"kind":"Field","name":{"kind":"Name","value":"expired"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ShipmentState"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Shipment"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"originId"}},{"kind":"Field","name":{"kind":"Name","value":"destinationId"}},{"kind":"Field","name":{"kind":"Name","value":"supplier"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"expectedAt"}},{"kind":"Field","name":{"kind":"Name","value":"lines"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"sku"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"dispatched"}},{"kind":"Field","name":{"kind":"Name","value":"received"}},{"kind":"Field","name":{"kind":"Name","value":"closedShort"}},{"kind":"Field","name":{"kind":"Name","value":"onOrder"}},{"kind":"Field","name":{"kind":"Name","value":"inTransit"}}]}},{"kind":"Field","name":{"kind":"Name","value":"exceptions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"sku"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ReturnState"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Return"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"channelId"}},{"kind":"Field","name":{"kind":"Name","value":"reservationId"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"locationId"}},{"kind":"Field","name":{"kind":"Name","value":"lines"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"sku"}},{"kind":"Field","name":{"kind":"Name","value":"locationId"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"authorized"}},{"kind":"Field","name":{"kind":"Name","value":"inTransit"}},{"kind":"Field","name":{"kind":"Name","value":"received"}},{"kind":"Field","name":{"kind":"Name","value":"quarantined"}},{"kind":"Field","name":{"kind":"Name","value":"inspected"}},{"kind":"Field","name":{"kind":"Name","value":"restockApproved"}},{"kind":"Field","name":{"kind":"Name","value":"restocked"}},{"kind":"Field","name":{"kind":"Name","value":"disposed"}},{"kind":"Field","name":{"kind":"Name","value":"returnedToVendor"}},{"kind":"Field","name":{"kind":"Name","value":"missing"}},{"kind":"Field","name":{"kind":"Name","value":"canceled"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AvailabilityState"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Availability"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sku"}},{"kind":"Field","name":{"kind":"Name","value":"channelId"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"locations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"locationId"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}}]}},{"kind":"Field","name":{"kind":"Name","value":"asOf"}},{"kind":"Field","name":{"kind":"Name","value":"cursor"}}]}}]} as unknown as DocumentNode<EverywhereQuery, EverywhereQueryVariables>;
export const ReservationDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Reservation"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"atLeast"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Cursor"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reservation"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"atLeast"},"value":{"kind":"Variable","name":{"kind":"Name","value":"atLeast"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ReservationState"}},{"kind":"Field","name":{"kind":"Name","value":"occurredAt"}},{"kind":"Field","name":{"kind":"Name","value":"recordedAt"}},{"kind":"Field","name":{"kind":"Name","value":"channel"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"exceptions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"sku"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ReservationState"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Reservation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"channelId"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"lines"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"sku"}},{"kind":"Field","name":{"kind":"Name","value":"locationId"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"held"}},{"kind":"Field","name":{"kind":"Name","value":"committed"}},{"kind":"Field","name":{"kind":"Name","value":"backordered"}},{"kind":"Field","name":{"kind":"Name","value":"fulfilled"}},{"kind":"Field","name":{"kind":"Name","value":"released"}},{"kind":"Field","name":{"kind":"Name","value":"expired"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]}}]} as unknown as DocumentNode<ReservationQuery, ReservationQueryVariables>;
export const CheckCartDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"CheckCart"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"channelId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"lines"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ReserveLineInput"}}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"near"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"PointInput"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"sourcing"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Sourcing"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"allOrNothing"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"atLeast"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Cursor"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"checkCart"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"channelId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"channelId"}}},{"kind":"Argument","name":{"kind":"Name","value":"lines"},"value":{"kind":"Variable","name":{"kind":"Name","value":"lines"}}},{"kind":"Argument","name":{"kind":"Name","value":"near"},"value":{"kind":"Variable","name":{"kind":"Name","value":"near"}}},{"kind":"Argument","name":{"kind":"Name","value":"sourcing"},"value":{"kind":"Variable","name":{"kind":"Name","value":"sourcing"}}},{"kind":"Argument","name":{"kind":"Name","value":"allOrNothing"},"value":{"kind":"Variable","name":{"kind":"Name","value":"allOrNothing"}}},{"kind":"Argument","name":{"kind":"Name","value":"atLeast"},"value":{"kind":"Variable","name":{"kind":"Name","value":"atLeast"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reservable"}},{"kind":"Field","name":{"kind":"Name","value":"cart"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"WholeCart"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"problem"}},{"kind":"Field","name":{"kind":"Name","value":"retryable"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"asOf"}},{"kind":"Field","name":{"kind":"Name","value":"cursor"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"WholeCart"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Cart"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sourcing"}},{"kind":"Field","name":{"kind":"Name","value":"parcels"}},{"kind":"Field","name":{"kind":"Name","value":"provenFewest"}},{"kind":"Field","name":{"kind":"Name","value":"lines"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sku"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"available"}},{"kind":"Field","name":{"kind":"Name","value":"held"}},{"kind":"Field","name":{"kind":"Name","value":"backordered"}},{"kind":"Field","name":{"kind":"Name","value":"short"}},{"kind":"Field","name":{"kind":"Name","value":"choice"}},{"kind":"Field","name":{"kind":"Name","value":"parts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"locationId"}},{"kind":"Field","name":{"kind":"Name","value":"distanceMeters"}},{"kind":"Field","name":{"kind":"Name","value":"held"}},{"kind":"Field","name":{"kind":"Name","value":"backordered"}}]}},{"kind":"Field","name":{"kind":"Name","value":"considered"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"locationId"}},{"kind":"Field","name":{"kind":"Name","value":"priority"}},{"kind":"Field","name":{"kind":"Name","value":"distanceMeters"}},{"kind":"Field","name":{"kind":"Name","value":"atf"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"verdict"}}]}}]}}]}}]} as unknown as DocumentNode<CheckCartQuery, CheckCartQueryVariables>;
export const ReservationsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Reservations"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ReservationFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ReservationOrder"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reservations"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ReservationState"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ReservationState"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Reservation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"channelId"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"lines"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"sku"}},{"kind":"Field","name":{"kind":"Name","value":"locationId"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"held"}},{"kind":"Field","name":{"kind":"Name","value":"committed"}},{"kind":"Field","name":{"kind":"Name","value":"backordered"}},{"kind":"Field","name":{"kind":"Name","value":"fulfilled"}},{"kind":"Field","name":{"kind":"Name","value":"released"}},{"kind":"Field","name":{"kind":"Name","value":"expired"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]}}]} as unknown as DocumentNode<ReservationsQuery, ReservationsQueryVariables>;
export const ReserveDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"Reserve"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ReserveInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reserve"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reservation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ReservationState"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"cursor"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ReservationState"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Reservation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"channelId"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"lines"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"sku"}},{"kind":"Field","name":{"kind":"Name","value":"locationId"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"held"}},{"kind":"Field","name":{"kind":"Name","value":"committed"}},{"kind":"Field","name":{"kind":"Name","value":"backordered"}},{"kind":"Field","name":{"kind":"Name","value":"fulfilled"}},{"kind":"Field","name":{"kind":"Name","value":"released"}},{"kind":"Field","name":{"kind":"Name","value":"expired"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]}}]} as unknown as DocumentNode<ReserveMutation, ReserveMutationVariables>;
export const ReserveExplainedDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ReserveExplained"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ReserveInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reserve"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reservation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ReservationState"}}]}},{"kind":"Field","name":{"kind":"Name","value":"cart"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"WholeCart"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"problem"}},{"kind":"Field","name":{"kind":"Name","value":"retryable"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"cursor"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ReservationState"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Reservation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"channelId"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"lines"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"sku"}},{"kind":"Field","name":{"kind":"Name","value":"locationId"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"held"}},{"kind":"Field","name":{"kind":"Name","value":"committed"}},{"kind":"Field","name":{"kind":"Name","value":"backordered"}},{"kind":"Field","name":{"kind":"Name","value":"fulfilled"}},{"kind":"Field","name":{"kind":"Name","value":"released"}},{"kind":"Field","name":{"kind":"Name","value":"expired"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"WholeCart"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Cart"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sourcing"}},{"kind":"Field","name":{"kind":"Name","value":"parcels"}},{"kind":"Field","name":{"kind":"Name","value":"provenFewest"}},{"kind":"Field","name":{"kind":"Name","value":"lines"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sku"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"available"}},{"kind":"Field","name":{"kind":"Name","value":"held"}},{"kind":"Field","name":{"kind":"Name","value":"backordered"}},{"kind":"Field","name":{"kind":"Name","value":"short"}},{"kind":"Field","name":{"kind":"Name","value":"choice"}},{"kind":"Field","name":{"kind":"Name","value":"parts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"locationId"}},{"kind":"Field","name":{"kind":"Name","value":"distanceMeters"}},{"kind":"Field","name":{"kind":"Name","value":"held"}},{"kind":"Field","name":{"kind":"Name","value":"backordered"}}]}},{"kind":"Field","name":{"kind":"Name","value":"considered"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"locationId"}},{"kind":"Field","name":{"kind":"Name","value":"priority"}},{"kind":"Field","name":{"kind":"Name","value":"distanceMeters"}},{"kind":"Field","name":{"kind":"Name","value":"atf"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"verdict"}}]}}]}}]}}]} as unknown as DocumentNode<ReserveExplainedMutation, ReserveExplainedMutationVariables>;
export const ExtendReservationDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ExtendReservation"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ExtendReservationInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"extendReservation"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reservation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ReservationState"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"cursor"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ReservationState"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Reservation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"channelId"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"lines"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"sku"}},{"kind":"Field","name":{"kind":"Name","value":"locationId"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"held"}},{"kind":"Field","name":{"kind":"Name","value":"committed"}},{"kind":"Field","name":{"kind":"Name","value":"backordered"}},{"kind":"Field","name":{"kind":"Name","value":"fulfilled"}},{"kind":"Field","name":{"kind":"Name","value":"released"}},{"kind":"Field","name":{"kind":"Name","value":"expired"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]}}]} as unknown as DocumentNode<ExtendReservationMutation, ExtendReservationMutationVariables>;
export const ConfirmReservationDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ConfirmReservation"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ConfirmReservationInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"confirmReservation"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reservation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ReservationState"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"cursor"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ReservationState"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Reservation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"channelId"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"lines"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"sku"}},{"kind":"Field","name":{"kind":"Name","value":"locationId"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"held"}},{"kind":"Field","name":{"kind":"Name","value":"committed"}},{"kind":"Field","name":{"kind":"Name","value":"backordered"}},{"kind":"Field","name":{"kind":"Name","value":"fulfilled"}},{"kind":"Field","name":{"kind":"Name","value":"released"}},{"kind":"Field","name":{"kind":"Name","value":"expired"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]}}]} as unknown as DocumentNode<ConfirmReservationMutation, ConfirmReservationMutationVariables>;
export const ReleaseReservationDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ReleaseReservation"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ReleaseReservationInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"releaseReservation"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reservation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ReservationState"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"cursor"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ReservationState"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Reservation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"channelId"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"lines"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"sku"}},{"kind":"Field","name":{"kind":"Name","value":"locationId"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"held"}},{"kind":"Field","name":{"kind":"Name","value":"committed"}},{"kind":"Field","name":{"kind":"Name","value":"backordered"}},{"kind":"Field","name":{"kind":"Name","value":"fulfilled"}},{"kind":"Field","name":{"kind":"Name","value":"released"}},{"kind":"Field","name":{"kind":"Name","value":"expired"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]}}]} as unknown as DocumentNode<ReleaseReservationMutation, ReleaseReservationMutationVariables>;
export const FulfillReservationDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"FulfillReservation"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"FulfillReservationInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fulfillReservation"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reservation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ReservationState"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"cursor"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ReservationState"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Reservation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"channelId"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"lines"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"sku"}},{"kind":"Field","name":{"kind":"Name","value":"locationId"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"held"}},{"kind":"Field","name":{"kind":"Name","value":"committed"}},{"kind":"Field","name":{"kind":"Name","value":"backordered"}},{"kind":"Field","name":{"kind":"Name","value":"fulfilled"}},{"kind":"Field","name":{"kind":"Name","value":"released"}},{"kind":"Field","name":{"kind":"Name","value":"expired"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]}}]} as unknown as DocumentNode<FulfillReservationMutation, FulfillReservationMutationVariables>;
export const ConfirmReservationsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ConfirmReservations"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ConfirmReservationsInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"confirmReservations"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"results"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"reservation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ReservationState"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"cursor"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ReservationState"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Reservation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"channelId"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"lines"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"sku"}},{"kind":"Field","name":{"kind":"Name","value":"locationId"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"held"}},{"kind":"Field","name":{"kind":"Name","value":"committed"}},{"kind":"Field","name":{"kind":"Name","value":"backordered"}},{"kind":"Field","name":{"kind":"Name","value":"fulfilled"}},{"kind":"Field","name":{"kind":"Name","value":"released"}},{"kind":"Field","name":{"kind":"Name","value":"expired"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]}}]} as unknown as DocumentNode<ConfirmReservationsMutation, ConfirmReservationsMutationVariables>;
export const ReleaseReservationsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ReleaseReservations"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ReleaseReservationsInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"releaseReservations"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"results"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"reservation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ReservationState"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"cursor"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ReservationState"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Reservation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"channelId"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"lines"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"sku"}},{"kind":"Field","name":{"kind":"Name","value":"locationId"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"held"}},{"kind":"Field","name":{"kind":"Name","value":"committed"}},{"kind":"Field","name":{"kind":"Name","value":"backordered"}},{"kind":"Field","name":{"kind":"Name","value":"fulfilled"}},{"kind":"Field","name":{"kind":"Name","value":"released"}},{"kind":"Field","name":{"kind":"Name","value":"expired"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]}}]} as unknown as DocumentNode<ReleaseReservationsMutation, ReleaseReservationsMutationVariables>;
export const MoveReservationLineDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"MoveReservationLine"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"MoveReservationLineInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"moveReservationLine"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reservation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ReservationState"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"cursor"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ReservationState"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Reservation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"channelId"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"lines"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"sku"}},{"kind":"Field","name":{"kind":"Name","value":"locationId"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"held"}},{"kind":"Field","name":{"kind":"Name","value":"committed"}},{"kind":"Field","name":{"kind":"Name","value":"backordered"}},{"kind":"Field","name":{"kind":"Name","value":"fulfilled"}},{"kind":"Field","name":{"kind":"Name","value":"released"}},{"kind":"Field","name":{"kind":"Name","value":"expired"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]}}]} as unknown as DocumentNode<MoveReservationLineMutation, MoveReservationLineMutationVariables>;
export const ReservationChangedDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"ReservationChanged"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reservationChanged"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"cursor"}}]}}]}}]} as unknown as DocumentNode<ReservationChangedSubscription, ReservationChangedSubscriptionVariables>;
export const ReturnDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Return"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"atLeast"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Cursor"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"return"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"atLeast"},"value":{"kind":"Variable","name":{"kind":"Name","value":"atLeast"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ReturnState"}},{"kind":"Field","name":{"kind":"Name","value":"occurredAt"}},{"kind":"Field","name":{"kind":"Name","value":"recordedAt"}},{"kind":"Field","name":{"kind":"Name","value":"exceptions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"sku"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ReturnState"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Return"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"channelId"}},{"kind":"Field","name":{"kind":"Name","value":"reservationId"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"locationId"}},{"kind":"Field","name":{"kind":"Name","value":"lines"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"sku"}},{"kind":"Field","name":{"kind":"Name","value":"locationId"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"authorized"}},{"kind":"Field","name":{"kind":"Name","value":"inTransit"}},{"kind":"Field","name":{"kind":"Name","value":"received"}},{"kind":"Field","name":{"kind":"Name","value":"quarantined"}},{"kind":"Field","name":{"kind":"Name","value":"inspected"}},{"kind":"Field","name":{"kind":"Name","value":"restockApproved"}},{"kind":"Field","name":{"kind":"Name","value":"restocked"}},{"kind":"Field","name":{"kind":"Name","value":"disposed"}},{"kind":"Field","name":{"kind":"Name","value":"returnedToVendor"}},{"kind":"Field","name":{"kind":"Name","value":"missing"}},{"kind":"Field","name":{"kind":"Name","value":"canceled"}}]}}]}}]} as unknown as DocumentNode<ReturnQuery, ReturnQueryVariables>;
export const ReturnsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Returns"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ReturnFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ReturnOrder"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"returns"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ReturnState"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ReturnState"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Return"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"channelId"}},{"kind":"Field","name":{"kind":"Name","value":"reservationId"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"locationId"}},{"kind":"Field","name":{"kind":"Name","value":"lines"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"sku"}},{"kind":"Field","name":{"kind":"Name","value":"locationId"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"authorized"}},{"kind":"Field","name":{"kind":"Name","value":"inTransit"}},{"kind":"Field","name":{"kind":"Name","value":"received"}},{"kind":"Field","name":{"kind":"Name","value":"quarantined"}},{"kind":"Field","name":{"kind":"Name","value":"inspected"}},{"kind":"Field","name":{"kind":"Name","value":"restockApproved"}},{"kind":"Field","name":{"kind":"Name","value":"restocked"}},{"kind":"Field","name":{"kind":"Name","value":"disposed"}},{"kind":"Field","name":{"kind":"Name","value":"returnedToVendor"}},{"kind":"Field","name":{"kind":"Name","value":"missing"}},{"kind":"Field","name":{"kind":"Name","value":"canceled"}}]}}]}}]} as unknown as DocumentNode<ReturnsQuery, ReturnsQueryVariables>;
export const AuthorizeReturnDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AuthorizeReturn"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AuthorizeReturnInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"authorizeReturn"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"return"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ReturnState"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"cursor"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ReturnState"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Return"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"channelId"}},{"kind":"Field","name":{"kind":"Name","value":"reservationId"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"locationId"}},{"kind":"Field","name":{"kind":"Name","value":"lines"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"sku"}},{"kind":"Field","name":{"kind":"Name","value":"locationId"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"authorized"}},{"kind":"Field","name":{"kind":"Name","value":"inTransit"}},{"kind":"Field","name":{"kind":"Name","value":"received"}},{"kind":"Field","name":{"kind":"Name","value":"quarantined"}},{"kind":"Field","name":{"kind":"Name","value":"inspected"}},{"kind":"Field","name":{"kind":"Name","value":"restockApproved"}},{"kind":"Field","name":{"kind":"Name","value":"restocked"}},{"kind":"Field","name":{"kind":"Name","value":"disposed"}},{"kind":"Field","name":{"kind":"Name","value":"returnedToVendor"}},{"kind":"Field","name":{"kind":"Name","value":"missing"}},{"kind":"Field","name":{"kind":"Name","value":"canceled"}}]}}]}}]} as unknown as DocumentNode<AuthorizeReturnMutation, AuthorizeReturnMutationVariables>;
export const ReceiveReturnDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ReceiveReturn"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ReceiveReturnInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"receiveReturn"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"return"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ReturnState"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"cursor"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ReturnState"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Return"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"channelId"}},{"kind":"Field","name":{"kind":"Name","value":"reservationId"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"locationId"}},{"kind":"Field","name":{"kind":"Name","value":"lines"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"sku"}},{"kind":"Field","name":{"kind":"Name","value":"locationId"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"authorized"}},{"kind":"Field","name":{"kind":"Name","value":"inTransit"}},{"kind":"Field","name":{"kind":"Name","value":"received"}},{"kind":"Field","name":{"kind":"Name","value":"quarantined"}},{"kind":"Field","name":{"kind":"Name","value":"inspected"}},{"kind":"Field","name":{"kind":"Name","value":"restockApproved"}},{"kind":"Field","name":{"kind":"Name","value":"restocked"}},{"kind":"Field","name":{"kind":"Name","value":"disposed"}},{"kind":"Field","name":{"kind":"Name","value":"returnedToVendor"}},{"kind":"Field","name":{"kind":"Name","value":"missing"}},{"kind":"Field","name":{"kind":"Name","value":"canceled"}}]}}]}}]} as unknown as DocumentNode<ReceiveReturnMutation, ReceiveReturnMutationVariables>;
export const InspectReturnDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"InspectReturn"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"InspectReturnInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"inspectReturn"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"return"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ReturnState"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"cursor"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ReturnState"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Return"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"channelId"}},{"kind":"Field","name":{"kind":"Name","value":"reservationId"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"locationId"}},{"kind":"Field","name":{"kind":"Name","value":"lines"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"sku"}},{"kind":"Field","name":{"kind":"Name","value":"locationId"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"authorized"}},{"kind":"Field","name":{"kind":"Name","value":"inTransit"}},{"kind":"Field","name":{"kind":"Name","value":"received"}},{"kind":"Field","name":{"kind":"Name","value":"quarantined"}},{"kind":"Field","name":{"kind":"Name","value":"inspected"}},{"kind":"Field","name":{"kind":"Name","value":"restockApproved"}},{"kind":"Field","name":{"kind":"Name","value":"restocked"}},{"kind":"Field","name":{"kind":"Name","value":"disposed"}},{"kind":"Field","name":{"kind":"Name","value":"returnedToVendor"}},{"kind":"Field","name":{"kind":"Name","value":"missing"}},{"kind":"Field","name":{"kind":"Name","value":"canceled"}}]}}]}}]} as unknown as DocumentNode<InspectReturnMutation, InspectReturnMutationVariables>;
export const ApproveRestockDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ApproveRestock"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ApproveRestockInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"approveRestock"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"return"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ReturnState"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"cursor"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ReturnState"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Return"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"channelId"}},{"kind":"Field","name":{"kind":"Name","value":"reservationId"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"locationId"}},{"kind":"Field","name":{"kind":"Name","value":"lines"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"sku"}},{"kind":"Field","name":{"kind":"Name","value":"locationId"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"authorized"}},{"kind":"Field","name":{"kind":"Name","value":"inTransit"}},{"kind":"Field","name":{"kind":"Name","value":"received"}},{"kind":"Field","name":{"kind":"Name","value":"quarantined"}},{"kind":"Field","name":{"kind":"Name","value":"inspected"}},{"kind":"Field","name":{"kind":"Name","value":"restockApproved"}},{"kind":"Field","name":{"kind":"Name","value":"restocked"}},{"kind":"Field","name":{"kind":"Name","value":"disposed"}},{"kind":"Field","name":{"kind":"Name","value":"returnedToVendor"}},{"kind":"Field","name":{"kind":"Name","value":"missing"}},{"kind":"Field","name":{"kind":"Name","value":"canceled"}}]}}]}}]} as unknown as DocumentNode<ApproveRestockMutation, ApproveRestockMutationVariables>;
export const RestockReturnDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RestockReturn"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RestockReturnInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"restockReturn"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"return"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ReturnState"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"cursor"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ReturnState"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Return"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"channelId"}},{"kind":"Field","name":{"kind":"Name","value":"reservationId"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"locationId"}},{"kind":"Field","name":{"kind":"Name","value":"lines"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"sku"}},{"kind":"Field","name":{"kind":"Name","value":"locationId"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"authorized"}},{"kind":"Field","name":{"kind":"Name","value":"inTransit"}},{"kind":"Field","name":{"kind":"Name","value":"received"}},{"kind":"Field","name":{"kind":"Name","value":"quarantined"}},{"kind":"Field","name":{"kind":"Name","value":"inspected"}},{"kind":"Field","name":{"kind":"Name","value":"restockApproved"}},{"kind":"Field","name":{"kind":"Name","value":"restocked"}},{"kind":"Field","name":{"kind":"Name","value":"disposed"}},{"kind":"Field","name":{"kind":"Name","value":"returnedToVendor"}},{"kind":"Field","name":{"kind":"Name","value":"missing"}},{"kind":"Field","name":{"kind":"Name","value":"canceled"}}]}}]}}]} as unknown as DocumentNode<RestockReturnMutation, RestockReturnMutationVariables>;
export const DispositionReturnDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DispositionReturn"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DispositionReturnInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"dispositionReturn"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"return"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ReturnState"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"cursor"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ReturnState"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Return"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"channelId"}},{"kind":"Field","name":{"kind":"Name","value":"reservationId"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"locationId"}},{"kind":"Field","name":{"kind":"Name","value":"lines"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"sku"}},{"kind":"Field","name":{"kind":"Name","value":"locationId"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"authorized"}},{"kind":"Field","name":{"kind":"Name","value":"inTransit"}},{"kind":"Field","name":{"kind":"Name","value":"received"}},{"kind":"Field","name":{"kind":"Name","value":"quarantined"}},{"kind":"Field","name":{"kind":"Name","value":"inspected"}},{"kind":"Field","name":{"kind":"Name","value":"restockApproved"}},{"kind":"Field","name":{"kind":"Name","value":"restocked"}},{"kind":"Field","name":{"kind":"Name","value":"disposed"}},{"kind":"Field","name":{"kind":"Name","value":"returnedToVendor"}},{"kind":"Field","name":{"kind":"Name","value":"missing"}},{"kind":"Field","name":{"kind":"Name","value":"canceled"}}]}}]}}]} as unknown as DocumentNode<DispositionReturnMutation, DispositionReturnMutationVariables>;
export const ViewerDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"client"}},{"kind":"Field","name":{"kind":"Name","value":"channelIds"}},{"kind":"Field","name":{"kind":"Name","value":"channels"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"scopes"}}]}}]}}]} as unknown as DocumentNode<ViewerQuery, ViewerQueryVariables>;
export const ItemDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Item"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"sku"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"atLeast"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Cursor"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"item"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"sku"},"value":{"kind":"Variable","name":{"kind":"Name","value":"sku"}}},{"kind":"Argument","name":{"kind":"Name","value":"atLeast"},"value":{"kind":"Variable","name":{"kind":"Name","value":"atLeast"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ItemState"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ItemState"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InventoryItem"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sku"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"units"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"factor"}}]}}]}}]} as unknown as DocumentNode<ItemQuery, ItemQueryVariables>;
export const StockLevelsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"StockLevels"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"sku"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"locationIds"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"atLeast"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Cursor"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"item"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"sku"},"value":{"kind":"Variable","name":{"kind":"Name","value":"sku"}}},{"kind":"Argument","name":{"kind":"Name","value":"atLeast"},"value":{"kind":"Variable","name":{"kind":"Name","value":"atLeast"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sku"}},{"kind":"Field","name":{"kind":"Name","value":"stockLevels"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"locationIds"},"value":{"kind":"Variable","name":{"kind":"Name","value":"locationIds"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"StockLevelState"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"StockLevelState"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"StockLevel"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sku"}},{"kind":"Field","name":{"kind":"Name","value":"locationId"}},{"kind":"Field","name":{"kind":"Name","value":"onHand"}},{"kind":"Field","name":{"kind":"Name","value":"sellable"}},{"kind":"Field","name":{"kind":"Name","value":"qualityHold"}},{"kind":"Field","name":{"kind":"Name","value":"damaged"}},{"kind":"Field","name":{"kind":"Name","value":"blocked"}},{"kind":"Field","name":{"kind":"Name","value":"held"}},{"kind":"Field","name":{"kind":"Name","value":"committed"}},{"kind":"Field","name":{"kind":"Name","value":"backordered"}},{"kind":"Field","name":{"kind":"Name","value":"fenced"}},{"kind":"Field","name":{"kind":"Name","value":"onOrder"}},{"kind":"Field","name":{"kind":"Name","value":"inTransit"}},{"kind":"Field","name":{"kind":"Name","value":"safetyStock"}},{"kind":"Field","name":{"kind":"Name","value":"atf"}},{"kind":"Field","name":{"kind":"Name","value":"asOf"}}]}}]} as unknown as DocumentNode<StockLevelsQuery, StockLevelsQueryVariables>;
export const ItemsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Items"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ItemFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ItemOrder"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"items"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ItemState"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ItemState"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InventoryItem"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sku"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"units"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"factor"}}]}}]}}]} as unknown as DocumentNode<ItemsQuery, ItemsQueryVariables>;
export const LocationDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Location"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"atLeast"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Cursor"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"location"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"atLeast"},"value":{"kind":"Variable","name":{"kind":"Name","value":"atLeast"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"LocationState"}},{"kind":"Field","name":{"kind":"Name","value":"parent"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"children"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LocationState"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Location"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"parentId"}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}},{"kind":"Field","name":{"kind":"Name","value":"latitude"}},{"kind":"Field","name":{"kind":"Name","value":"longitude"}}]}}]} as unknown as DocumentNode<LocationQuery, LocationQueryVariables>;
export const LocationsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Locations"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"LocationFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"LocationOrder"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"locations"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"LocationState"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LocationState"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Location"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"parentId"}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}},{"kind":"Field","name":{"kind":"Name","value":"latitude"}},{"kind":"Field","name":{"kind":"Name","value":"longitude"}}]}}]} as unknown as DocumentNode<LocationsQuery, LocationsQueryVariables>;
export const StockMovementsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"StockMovements"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Cursor"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"StockMovementFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"StockMovementOrder"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"stockMovements"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"sku"}},{"kind":"Field","name":{"kind":"Name","value":"locationId"}},{"kind":"Field","name":{"kind":"Name","value":"family"}},{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"to"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"occurredAt"}},{"kind":"Field","name":{"kind":"Name","value":"recordedAt"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"eventId"}},{"kind":"Field","name":{"kind":"Name","value":"channelId"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"documentKind"}},{"kind":"Field","name":{"kind":"Name","value":"documentId"}},{"kind":"Field","name":{"kind":"Name","value":"lineId"}},{"kind":"Field","name":{"kind":"Name","value":"fact"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"FactState"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"FactState"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Fact"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sku"}},{"kind":"Field","name":{"kind":"Name","value":"locationId"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"authority"}},{"kind":"Field","name":{"kind":"Name","value":"changedAt"}},{"kind":"Field","name":{"kind":"Name","value":"reports"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"occurredAt"}},{"kind":"Field","name":{"kind":"Name","value":"complete"}},{"kind":"Field","name":{"kind":"Name","value":"authoritative"}}]}}]}}]} as unknown as DocumentNode<StockMovementsQuery, StockMovementsQueryVariables>;
export const DeadLettersDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"DeadLetters"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"DeadLetterFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"DeadLetterOrder"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deadLetters"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"DeadLetterState"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DeadLetterState"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"DeadLetter"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"eventId"}},{"kind":"Field","name":{"kind":"Name","value":"eventType"}},{"kind":"Field","name":{"kind":"Name","value":"event"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"attempts"}},{"kind":"Field","name":{"kind":"Name","value":"occurredAt"}},{"kind":"Field","name":{"kind":"Name","value":"recordedAt"}},{"kind":"Field","name":{"kind":"Name","value":"settledAt"}},{"kind":"Field","name":{"kind":"Name","value":"settledBy"}}]}}]} as unknown as DocumentNode<DeadLettersQuery, DeadLettersQueryVariables>;
export const RecordEventsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RecordEvents"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RecordEventsInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"recordEvents"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"results"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"cursor"}}]}}]}}]} as unknown as DocumentNode<RecordEventsMutation, RecordEventsMutationVariables>;
export const UpsertItemsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UpsertItems"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UpsertItemsInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"upsertItems"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"items"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ItemState"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"cursor"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ItemState"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InventoryItem"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sku"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"units"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"factor"}}]}}]}}]} as unknown as DocumentNode<UpsertItemsMutation, UpsertItemsMutationVariables>;
export const UpsertLocationsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UpsertLocations"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UpsertLocationsInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"upsertLocations"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"locations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"LocationState"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"cursor"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LocationState"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Location"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"parentId"}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}},{"kind":"Field","name":{"kind":"Name","value":"latitude"}},{"kind":"Field","name":{"kind":"Name","value":"longitude"}}]}}]} as unknown as DocumentNode<UpsertLocationsMutation, UpsertLocationsMutationVariables>;
export const UpsertStockPolicyDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UpsertStockPolicy"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UpsertStockPolicyInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"upsertStockPolicy"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"stockPolicy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sku"}},{"kind":"Field","name":{"kind":"Name","value":"locationId"}},{"kind":"Field","name":{"kind":"Name","value":"safetyStock"}},{"kind":"Field","name":{"kind":"Name","value":"stockLevel"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"StockLevelState"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"cursor"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"StockLevelState"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"StockLevel"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sku"}},{"kind":"Field","name":{"kind":"Name","value":"locationId"}},{"kind":"Field","name":{"kind":"Name","value":"onHand"}},{"kind":"Field","name":{"kind":"Name","value":"sellable"}},{"kind":"Field","name":{"kind":"Name","value":"qualityHold"}},{"kind":"Field","name":{"kind":"Name","value":"damaged"}},{"kind":"Field","name":{"kind":"Name","value":"blocked"}},{"kind":"Field","name":{"kind":"Name","value":"held"}},{"kind":"Field","name":{"kind":"Name","value":"committed"}},{"kind":"Field","name":{"kind":"Name","value":"backordered"}},{"kind":"Field","name":{"kind":"Name","value":"fenced"}},{"kind":"Field","name":{"kind":"Name","value":"onOrder"}},{"kind":"Field","name":{"kind":"Name","value":"inTransit"}},{"kind":"Field","name":{"kind":"Name","value":"safetyStock"}},{"kind":"Field","name":{"kind":"Name","value":"atf"}},{"kind":"Field","name":{"kind":"Name","value":"asOf"}}]}}]} as unknown as DocumentNode<UpsertStockPolicyMutation, UpsertStockPolicyMutationVariables>;
export const ReplayDeadLettersDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ReplayDeadLetters"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ReplayDeadLettersInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"replayDeadLetters"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"results"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"deadLetter"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"DeadLetterState"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"cursor"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DeadLetterState"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"DeadLetter"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"eventId"}},{"kind":"Field","name":{"kind":"Name","value":"eventType"}},{"kind":"Field","name":{"kind":"Name","value":"event"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"attempts"}},{"kind":"Field","name":{"kind":"Name","value":"occurredAt"}},{"kind":"Field","name":{"kind":"Name","value":"recordedAt"}},{"kind":"Field","name":{"kind":"Name","value":"settledAt"}},{"kind":"Field","name":{"kind":"Name","value":"settledBy"}}]}}]} as unknown as DocumentNode<ReplayDeadLettersMutation, ReplayDeadLettersMutationVariables>;
export const DiscardDeadLetterDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DiscardDeadLetter"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DiscardDeadLetterInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"discardDeadLetter"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deadLetter"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"DeadLetterState"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"cursor"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DeadLetterState"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"DeadLetter"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"eventId"}},{"kind":"Field","name":{"kind":"Name","value":"eventType"}},{"kind":"Field","name":{"kind":"Name","value":"event"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"attempts"}},{"kind":"Field","name":{"kind":"Name","value":"occurredAt"}},{"kind":"Field","name":{"kind":"Name","value":"recordedAt"}},{"kind":"Field","name":{"kind":"Name","value":"settledAt"}},{"kind":"Field","name":{"kind":"Name","value":"settledBy"}}]}}]} as unknown as DocumentNode<DiscardDeadLetterMutation, DiscardDeadLetterMutationVariables>;
export const FollowStockMovementsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"FollowStockMovements"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Cursor"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"locationIds"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"skus"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"stockMovements"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"locationIds"},"value":{"kind":"Variable","name":{"kind":"Name","value":"locationIds"}}},{"kind":"Argument","name":{"kind":"Name","value":"skus"},"value":{"kind":"Variable","name":{"kind":"Name","value":"skus"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"sku"}},{"kind":"Field","name":{"kind":"Name","value":"locationId"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"cursor"}}]}}]}}]} as unknown as DocumentNode<FollowStockMovementsSubscription, FollowStockMovementsSubscriptionVariables>;
export const ErpSystemsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ErpSystems"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ErpSystemFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ErpSystemOrder"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"atLeast"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Cursor"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"erpSystems"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}}},{"kind":"Argument","name":{"kind":"Name","value":"atLeast"},"value":{"kind":"Variable","name":{"kind":"Name","value":"atLeast"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ErpSystemState"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ErpSystemState"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ErpSystem"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"connector"}},{"kind":"Field","name":{"kind":"Name","value":"settings"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"heardSources"}},{"kind":"Field","name":{"kind":"Name","value":"paused"}},{"kind":"Field","name":{"kind":"Name","value":"routes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"locationId"}},{"kind":"Field","name":{"kind":"Name","value":"skuPrefix"}},{"kind":"Field","name":{"kind":"Name","value":"mode"}},{"kind":"Field","name":{"kind":"Name","value":"validFrom"}},{"kind":"Field","name":{"kind":"Name","value":"setBy"}}]}},{"kind":"Field","name":{"kind":"Name","value":"backlog"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"queued"}},{"kind":"Field","name":{"kind":"Name","value":"sent"}},{"kind":"Field","name":{"kind":"Name","value":"refused"}},{"kind":"Field","name":{"kind":"Name","value":"unread"}},{"kind":"Field","name":{"kind":"Name","value":"oldestRecordedAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"condition"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"circuit"}},{"kind":"Field","name":{"kind":"Name","value":"failures"}},{"kind":"Field","name":{"kind":"Name","value":"failingSince"}},{"kind":"Field","name":{"kind":"Name","value":"nextAttemptAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastError"}},{"kind":"Field","name":{"kind":"Name","value":"lastAcceptedAt"}}]}}]}}]} as unknown as DocumentNode<ErpSystemsQuery, ErpSystemsQueryVariables>;
export const UpsertErpSystemDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UpsertErpSystem"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UpsertErpSystemInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"upsertErpSystem"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"erpSystem"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ErpSystemState"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"cursor"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ErpSystemState"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ErpSystem"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"connector"}},{"kind":"Field","name":{"kind":"Name","value":"settings"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"heardSources"}},{"kind":"Field","name":{"kind":"Name","value":"paused"}},{"kind":"Field","name":{"kind":"Name","value":"routes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"locationId"}},{"kind":"Field","name":{"kind":"Name","value":"skuPrefix"}},{"kind":"Field","name":{"kind":"Name","value":"mode"}},{"kind":"Field","name":{"kind":"Name","value":"validFrom"}},{"kind":"Field","name":{"kind":"Name","value":"setBy"}}]}},{"kind":"Field","name":{"kind":"Name","value":"backlog"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"queued"}},{"kind":"Field","name":{"kind":"Name","value":"sent"}},{"kind":"Field","name":{"kind":"Name","value":"refused"}},{"kind":"Field","name":{"kind":"Name","value":"unread"}},{"kind":"Field","name":{"kind":"Name","value":"oldestRecordedAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"condition"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"circuit"}},{"kind":"Field","name":{"kind":"Name","value":"failures"}},{"kind":"Field","name":{"kind":"Name","value":"failingSince"}},{"kind":"Field","name":{"kind":"Name","value":"nextAttemptAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastError"}},{"kind":"Field","name":{"kind":"Name","value":"lastAcceptedAt"}}]}}]}}]} as unknown as DocumentNode<UpsertErpSystemMutation, UpsertErpSystemMutationVariables>;
export const SetErpRouteDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SetErpRoute"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SetErpRouteInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"setErpRoute"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"erpSystem"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ErpSystemState"}},{"kind":"Field","name":{"kind":"Name","value":"shadowHours"}},{"kind":"Field","name":{"kind":"Name","value":"shadowReport"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"since"}},{"kind":"Field","name":{"kind":"Name","value":"comparisons"}},{"kind":"Field","name":{"kind":"Name","value":"positions"}},{"kind":"Field","name":{"kind":"Name","value":"movements"}},{"kind":"Field","name":{"kind":"Name","value":"differing"}},{"kind":"Field","name":{"kind":"Name","value":"refused"}},{"kind":"Field","name":{"kind":"Name","value":"lastComparedAt"}},{"kind":"Field","name":{"kind":"Name","value":"requiredHours"}},{"kind":"Field","name":{"kind":"Name","value":"longEnough"}},{"kind":"Field","name":{"kind":"Name","value":"problems"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"warnings"}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"cursor"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ErpSystemState"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ErpSystem"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"connector"}},{"kind":"Field","name":{"kind":"Name","value":"settings"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"heardSources"}},{"kind":"Field","name":{"kind":"Name","value":"paused"}},{"kind":"Field","name":{"kind":"Name","value":"routes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"locationId"}},{"kind":"Field","name":{"kind":"Name","value":"skuPrefix"}},{"kind":"Field","name":{"kind":"Name","value":"mode"}},{"kind":"Field","name":{"kind":"Name","value":"validFrom"}},{"kind":"Field","name":{"kind":"Name","value":"setBy"}}]}},{"kind":"Field","name":{"kind":"Name","value":"backlog"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"queued"}},{"kind":"Field","name":{"kind":"Name","value":"sent"}},{"kind":"Field","name":{"kind":"Name","value":"refused"}},{"kind":"Field","name":{"kind":"Name","value":"unread"}},{"kind":"Field","name":{"kind":"Name","value":"oldestRecordedAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"condition"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"circuit"}},{"kind":"Field","name":{"kind":"Name","value":"failures"}},{"kind":"Field","name":{"kind":"Name","value":"failingSince"}},{"kind":"Field","name":{"kind":"Name","value":"nextAttemptAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastError"}},{"kind":"Field","name":{"kind":"Name","value":"lastAcceptedAt"}}]}}]}}]} as unknown as DocumentNode<SetErpRouteMutation, SetErpRouteMutationVariables>;
export const DivergencesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Divergences"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"DivergenceFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"DivergenceOrder"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"divergences"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"DivergenceState"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DivergenceState"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Divergence"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"systemId"}},{"kind":"Field","name":{"kind":"Name","value":"sku"}},{"kind":"Field","name":{"kind":"Name","value":"locationId"}},{"kind":"Field","name":{"kind":"Name","value":"accounts"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"erpQuantity"}},{"kind":"Field","name":{"kind":"Name","value":"expected"}},{"kind":"Field","name":{"kind":"Name","value":"difference"}},{"kind":"Field","name":{"kind":"Name","value":"priority"}},{"kind":"Field","name":{"kind":"Name","value":"cause"}},{"kind":"Field","name":{"kind":"Name","value":"seen"}},{"kind":"Field","name":{"kind":"Name","value":"firstSeenAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastSeenAt"}},{"kind":"Field","name":{"kind":"Name","value":"proposed"}},{"kind":"Field","name":{"kind":"Name","value":"proposedBy"}},{"kind":"Field","name":{"kind":"Name","value":"settledAt"}},{"kind":"Field","name":{"kind":"Name","value":"trail"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"by"}},{"kind":"Field","name":{"kind":"Name","value":"what"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]} as unknown as DocumentNode<DivergencesQuery, DivergencesQueryVariables>;
export const ReconcileDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"Reconcile"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ReconcileInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reconcile"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reconciliation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"cursor"}}]}}]}}]} as unknown as DocumentNode<ReconcileMutation, ReconcileMutationVariables>;
export const ResolveDivergenceDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ResolveDivergence"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ResolveDivergenceInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"resolveDivergence"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"divergence"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"DivergenceState"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"cursor"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DivergenceState"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Divergence"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"systemId"}},{"kind":"Field","name":{"kind":"Name","value":"sku"}},{"kind":"Field","name":{"kind":"Name","value":"locationId"}},{"kind":"Field","name":{"kind":"Name","value":"accounts"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"erpQuantity"}},{"kind":"Field","name":{"kind":"Name","value":"expected"}},{"kind":"Field","name":{"kind":"Name","value":"difference"}},{"kind":"Field","name":{"kind":"Name","value":"priority"}},{"kind":"Field","name":{"kind":"Name","value":"cause"}},{"kind":"Field","name":{"kind":"Name","value":"seen"}},{"kind":"Field","name":{"kind":"Name","value":"firstSeenAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastSeenAt"}},{"kind":"Field","name":{"kind":"Name","value":"proposed"}},{"kind":"Field","name":{"kind":"Name","value":"proposedBy"}},{"kind":"Field","name":{"kind":"Name","value":"settledAt"}},{"kind":"Field","name":{"kind":"Name","value":"trail"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"by"}},{"kind":"Field","name":{"kind":"Name","value":"what"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]} as unknown as DocumentNode<ResolveDivergenceMutation, ResolveDivergenceMutationVariables>;
export const EventReplaysDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"EventReplays"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"EventReplayFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"EventReplayOrder"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"eventReplays"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"EventReplayState"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"EventReplayState"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"EventReplay"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"requestedBy"}},{"kind":"Field","name":{"kind":"Name","value":"canceledBy"}},{"kind":"Field","name":{"kind":"Name","value":"selection"}},{"kind":"Field","name":{"kind":"Name","value":"limit"}},{"kind":"Field","name":{"kind":"Name","value":"eventsPerSecond"}},{"kind":"Field","name":{"kind":"Name","value":"total"}},{"kind":"Field","name":{"kind":"Name","value":"done"}},{"kind":"Field","name":{"kind":"Name","value":"changed"}},{"kind":"Field","name":{"kind":"Name","value":"refused"}},{"kind":"Field","name":{"kind":"Name","value":"counts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accepted"}},{"kind":"Field","name":{"kind":"Name","value":"confirmed"}},{"kind":"Field","name":{"kind":"Name","value":"parked"}},{"kind":"Field","name":{"kind":"Name","value":"duplicate"}},{"kind":"Field","name":{"kind":"Name","value":"rejected"}}]}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]} as unknown as DocumentNode<EventReplaysQuery, EventReplaysQueryVariables>;
export const ReplayEventsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ReplayEvents"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ReplayEventsInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"replayEvents"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"replay"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"EventReplayState"}}]}},{"kind":"Field","name":{"kind":"Name","value":"preview"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"counts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accepted"}},{"kind":"Field","name":{"kind":"Name","value":"confirmed"}},{"kind":"Field","name":{"kind":"Name","value":"parked"}},{"kind":"Field","name":{"kind":"Name","value":"duplicate"}},{"kind":"Field","name":{"kind":"Name","value":"rejected"}}]}},{"kind":"Field","name":{"kind":"Name","value":"complete"}},{"kind":"Field","name":{"kind":"Name","value":"outcomes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"changes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sku"}},{"kind":"Field","name":{"kind":"Name","value":"locationId"}},{"kind":"Field","name":{"kind":"Name","value":"account"}},{"kind":"Field","name":{"kind":"Name","value":"before"}},{"kind":"Field","name":{"kind":"Name","value":"after"}},{"kind":"Field","name":{"kind":"Name","value":"change"}}]}},{"kind":"Field","name":{"kind":"Name","value":"changesTotal"}},{"kind":"Field","name":{"kind":"Name","value":"woken"}},{"kind":"Field","name":{"kind":"Name","value":"settled"}},{"kind":"Field","name":{"kind":"Name","value":"settledComplete"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"cursor"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"EventReplayState"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"EventReplay"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"requestedBy"}},{"kind":"Field","name":{"kind":"Name","value":"canceledBy"}},{"kind":"Field","name":{"kind":"Name","value":"selection"}},{"kind":"Field","name":{"kind":"Name","value":"limit"}},{"kind":"Field","name":{"kind":"Name","value":"eventsPerSecond"}},{"kind":"Field","name":{"kind":"Name","value":"total"}},{"kind":"Field","name":{"kind":"Name","value":"done"}},{"kind":"Field","name":{"kind":"Name","value":"changed"}},{"kind":"Field","name":{"kind":"Name","value":"refused"}},{"kind":"Field","name":{"kind":"Name","value":"counts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accepted"}},{"kind":"Field","name":{"kind":"Name","value":"confirmed"}},{"kind":"Field","name":{"kind":"Name","value":"parked"}},{"kind":"Field","name":{"kind":"Name","value":"duplicate"}},{"kind":"Field","name":{"kind":"Name","value":"rejected"}}]}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]} as unknown as DocumentNode<ReplayEventsMutation, ReplayEventsMutationVariables>;
export const CancelReplayDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CancelReplay"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CancelReplayInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cancelReplay"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"replay"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"EventReplayState"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"cursor"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"EventReplayState"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"EventReplay"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"requestedBy"}},{"kind":"Field","name":{"kind":"Name","value":"canceledBy"}},{"kind":"Field","name":{"kind":"Name","value":"selection"}},{"kind":"Field","name":{"kind":"Name","value":"limit"}},{"kind":"Field","name":{"kind":"Name","value":"eventsPerSecond"}},{"kind":"Field","name":{"kind":"Name","value":"total"}},{"kind":"Field","name":{"kind":"Name","value":"done"}},{"kind":"Field","name":{"kind":"Name","value":"changed"}},{"kind":"Field","name":{"kind":"Name","value":"refused"}},{"kind":"Field","name":{"kind":"Name","value":"counts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accepted"}},{"kind":"Field","name":{"kind":"Name","value":"confirmed"}},{"kind":"Field","name":{"kind":"Name","value":"parked"}},{"kind":"Field","name":{"kind":"Name","value":"duplicate"}},{"kind":"Field","name":{"kind":"Name","value":"rejected"}}]}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]} as unknown as DocumentNode<CancelReplayMutation, CancelReplayMutationVariables>;
export const FiguresDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Figures"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"from"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"DateTime"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"until"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"DateTime"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"figures"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"from"},"value":{"kind":"Variable","name":{"kind":"Name","value":"from"}}},{"kind":"Argument","name":{"kind":"Name","value":"until"},"value":{"kind":"Variable","name":{"kind":"Name","value":"until"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"until"}},{"kind":"Field","name":{"kind":"Name","value":"pending"}},{"kind":"Field","name":{"kind":"Name","value":"recording"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"channelId"}},{"kind":"Field","name":{"kind":"Name","value":"entries"}},{"kind":"Field","name":{"kind":"Name","value":"secondsMean"}},{"kind":"Field","name":{"kind":"Name","value":"secondsMax"}},{"kind":"Field","name":{"kind":"Name","value":"withinSecond"}},{"kind":"Field","name":{"kind":"Name","value":"withinTenSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"withinMinute"}},{"kind":"Field","name":{"kind":"Name","value":"withinTenMinutes"}},{"kind":"Field","name":{"kind":"Name","value":"withinHour"}}]}},{"kind":"Field","name":{"kind":"Name","value":"failures"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"eventType"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"open"}}]}},{"kind":"Field","name":{"kind":"Name","value":"recovery"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"replays"}},{"kind":"Field","name":{"kind":"Name","value":"lettersReplayed"}},{"kind":"Field","name":{"kind":"Name","value":"lettersRefusedAgain"}},{"kind":"Field","name":{"kind":"Name","value":"lettersDiscarded"}},{"kind":"Field","name":{"kind":"Name","value":"movementsRecovered"}},{"kind":"Field","name":{"kind":"Name","value":"deliveriesRecovered"}}]}},{"kind":"Field","name":{"kind":"Name","value":"stockErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"channelId"}},{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"units"}}]}},{"kind":"Field","name":{"kind":"Name","value":"interventions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}},{"kind":"Field","name":{"kind":"Name","value":"divergences"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"systemId"}},{"kind":"Field","name":{"kind":"Name","value":"locationId"}},{"kind":"Field","name":{"kind":"Name","value":"positions"}},{"kind":"Field","name":{"kind":"Name","value":"units"}}]}},{"kind":"Field","name":{"kind":"Name","value":"backlog"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"systemId"}},{"kind":"Field","name":{"kind":"Name","value":"priority"}},{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"units"}},{"kind":"Field","name":{"kind":"Name","value":"oldestFirstSeenAt"}}]}}]}}]}}]} as unknown as DocumentNode<FiguresQuery, FiguresQueryVariables>;
export const FactsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Facts"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"FactFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"FactOrder"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"facts"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"FactState"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"FactState"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Fact"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sku"}},{"kind":"Field","name":{"kind":"Name","value":"locationId"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"authority"}},{"kind":"Field","name":{"kind":"Name","value":"changedAt"}},{"kind":"Field","name":{"kind":"Name","value":"reports"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"occurredAt"}},{"kind":"Field","name":{"kind":"Name","value":"complete"}},{"kind":"Field","name":{"kind":"Name","value":"authoritative"}}]}}]}}]} as unknown as DocumentNode<FactsQuery, FactsQueryVariables>;
export const AuthoritiesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Authorities"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"AuthorityFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"AuthorityOrder"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"atLeast"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Cursor"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"authorities"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}}},{"kind":"Argument","name":{"kind":"Name","value":"atLeast"},"value":{"kind":"Variable","name":{"kind":"Name","value":"atLeast"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AuthorityState"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AuthorityState"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Authority"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"locationId"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"inParts"}},{"kind":"Field","name":{"kind":"Name","value":"setBy"}},{"kind":"Field","name":{"kind":"Name","value":"recordedAt"}}]}}]} as unknown as DocumentNode<AuthoritiesQuery, AuthoritiesQueryVariables>;
export const SetAuthorityDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SetAuthority"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SetAuthorityInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"setAuthority"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"authorities"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AuthorityState"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"cursor"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AuthorityState"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Authority"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"locationId"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"inParts"}},{"kind":"Field","name":{"kind":"Name","value":"setBy"}},{"kind":"Field","name":{"kind":"Name","value":"recordedAt"}}]}}]} as unknown as DocumentNode<SetAuthorityMutation, SetAuthorityMutationVariables>;
export const ShipmentDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Shipment"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"atLeast"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Cursor"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"shipment"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"atLeast"},"value":{"kind":"Variable","name":{"kind":"Name","value":"atLeast"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ShipmentState"}},{"kind":"Field","name":{"kind":"Name","value":"occurredAt"}},{"kind":"Field","name":{"kind":"Name","value":"recordedAt"}},{"kind":"Field","name":{"kind":"Name","value":"dispatchedAt"}},{"kind":"Field","name":{"kind":"Name","value":"closedAt"}},{"kind":"Field","name":{"kind":"Name","value":"canceledAt"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ShipmentState"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Shipment"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"originId"}},{"kind":"Field","name":{"kind":"Name","value":"destinationId"}},{"kind":"Field","name":{"kind":"Name","value":"supplier"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"expectedAt"}},{"kind":"Field","name":{"kind":"Name","value":"lines"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"sku"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"dispatched"}},{"kind":"Field","name":{"kind":"Name","value":"received"}},{"kind":"Field","name":{"kind":"Name","value":"closedShort"}},{"kind":"Field","name":{"kind":"Name","value":"onOrder"}},{"kind":"Field","name":{"kind":"Name","value":"inTransit"}}]}},{"kind":"Field","name":{"kind":"Name","value":"exceptions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"sku"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]} as unknown as DocumentNode<ShipmentQuery, ShipmentQueryVariables>;
export const ShipmentsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Shipments"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ShipmentFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ShipmentOrder"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"shipments"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ShipmentState"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ShipmentState"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Shipment"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"originId"}},{"kind":"Field","name":{"kind":"Name","value":"destinationId"}},{"kind":"Field","name":{"kind":"Name","value":"supplier"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"expectedAt"}},{"kind":"Field","name":{"kind":"Name","value":"lines"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"sku"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"dispatched"}},{"kind":"Field","name":{"kind":"Name","value":"received"}},{"kind":"Field","name":{"kind":"Name","value":"closedShort"}},{"kind":"Field","name":{"kind":"Name","value":"onOrder"}},{"kind":"Field","name":{"kind":"Name","value":"inTransit"}}]}},{"kind":"Field","name":{"kind":"Name","value":"exceptions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"sku"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]} as unknown as DocumentNode<ShipmentsQuery, ShipmentsQueryVariables>;
export const CreateShipmentDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateShipment"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateShipmentInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createShipment"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"shipment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ShipmentState"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"cursor"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ShipmentState"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Shipment"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"originId"}},{"kind":"Field","name":{"kind":"Name","value":"destinationId"}},{"kind":"Field","name":{"kind":"Name","value":"supplier"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"expectedAt"}},{"kind":"Field","name":{"kind":"Name","value":"lines"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"sku"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"dispatched"}},{"kind":"Field","name":{"kind":"Name","value":"received"}},{"kind":"Field","name":{"kind":"Name","value":"closedShort"}},{"kind":"Field","name":{"kind":"Name","value":"onOrder"}},{"kind":"Field","name":{"kind":"Name","value":"inTransit"}}]}},{"kind":"Field","name":{"kind":"Name","value":"exceptions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"sku"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]} as unknown as DocumentNode<CreateShipmentMutation, CreateShipmentMutationVariables>;
export const DispatchShipmentDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DispatchShipment"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DispatchShipmentInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"dispatchShipment"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"shipment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ShipmentState"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"cursor"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ShipmentState"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Shipment"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"originId"}},{"kind":"Field","name":{"kind":"Name","value":"destinationId"}},{"kind":"Field","name":{"kind":"Name","value":"supplier"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"expectedAt"}},{"kind":"Field","name":{"kind":"Name","value":"lines"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"sku"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"dispatched"}},{"kind":"Field","name":{"kind":"Name","value":"received"}},{"kind":"Field","name":{"kind":"Name","value":"closedShort"}},{"kind":"Field","name":{"kind":"Name","value":"onOrder"}},{"kind":"Field","name":{"kind":"Name","value":"inTransit"}}]}},{"kind":"Field","name":{"kind":"Name","value":"exceptions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"sku"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]} as unknown as DocumentNode<DispatchShipmentMutation, DispatchShipmentMutationVariables>;
export const ReceiveShipmentDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ReceiveShipment"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ReceiveShipmentInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"receiveShipment"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"shipment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ShipmentState"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"cursor"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ShipmentState"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Shipment"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"originId"}},{"kind":"Field","name":{"kind":"Name","value":"destinationId"}},{"kind":"Field","name":{"kind":"Name","value":"supplier"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"expectedAt"}},{"kind":"Field","name":{"kind":"Name","value":"lines"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"sku"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"dispatched"}},{"kind":"Field","name":{"kind":"Name","value":"received"}},{"kind":"Field","name":{"kind":"Name","value":"closedShort"}},{"kind":"Field","name":{"kind":"Name","value":"onOrder"}},{"kind":"Field","name":{"kind":"Name","value":"inTransit"}}]}},{"kind":"Field","name":{"kind":"Name","value":"exceptions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"sku"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]} as unknown as DocumentNode<ReceiveShipmentMutation, ReceiveShipmentMutationVariables>;
export const CloseShipmentDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CloseShipment"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CloseShipmentInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"closeShipment"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"shipment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ShipmentState"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"cursor"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ShipmentState"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Shipment"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"originId"}},{"kind":"Field","name":{"kind":"Name","value":"destinationId"}},{"kind":"Field","name":{"kind":"Name","value":"supplier"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"expectedAt"}},{"kind":"Field","name":{"kind":"Name","value":"lines"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"sku"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"dispatched"}},{"kind":"Field","name":{"kind":"Name","value":"received"}},{"kind":"Field","name":{"kind":"Name","value":"closedShort"}},{"kind":"Field","name":{"kind":"Name","value":"onOrder"}},{"kind":"Field","name":{"kind":"Name","value":"inTransit"}}]}},{"kind":"Field","name":{"kind":"Name","value":"exceptions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"sku"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]} as unknown as DocumentNode<CloseShipmentMutation, CloseShipmentMutationVariables>;
export const CancelShipmentDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CancelShipment"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CancelShipmentInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cancelShipment"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"shipment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ShipmentState"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"cursor"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ShipmentState"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Shipment"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"originId"}},{"kind":"Field","name":{"kind":"Name","value":"destinationId"}},{"kind":"Field","name":{"kind":"Name","value":"supplier"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"expectedAt"}},{"kind":"Field","name":{"kind":"Name","value":"lines"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"sku"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"dispatched"}},{"kind":"Field","name":{"kind":"Name","value":"received"}},{"kind":"Field","name":{"kind":"Name","value":"closedShort"}},{"kind":"Field","name":{"kind":"Name","value":"onOrder"}},{"kind":"Field","name":{"kind":"Name","value":"inTransit"}}]}},{"kind":"Field","name":{"kind":"Name","value":"exceptions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"sku"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]} as unknown as DocumentNode<CancelShipmentMutation, CancelShipmentMutationVariables>;
export const RescheduleShipmentDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RescheduleShipment"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RescheduleShipmentInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"rescheduleShipment"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"shipment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ShipmentState"}},{"kind":"Field","name":{"kind":"Name","value":"expectedAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"cursor"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ShipmentState"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Shipment"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"originId"}},{"kind":"Field","name":{"kind":"Name","value":"destinationId"}},{"kind":"Field","name":{"kind":"Name","value":"supplier"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"expectedAt"}},{"kind":"Field","name":{"kind":"Name","value":"lines"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"sku"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"dispatched"}},{"kind":"Field","name":{"kind":"Name","value":"received"}},{"kind":"Field","name":{"kind":"Name","value":"closedShort"}},{"kind":"Field","name":{"kind":"Name","value":"onOrder"}},{"kind":"Field","name":{"kind":"Name","value":"inTransit"}}]}},{"kind":"Field","name":{"kind":"Name","value":"exceptions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"sku"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]} as unknown as DocumentNode<RescheduleShipmentMutation, RescheduleShipmentMutationVariables>;