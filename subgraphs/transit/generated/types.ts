// Made by `npm run codegen` from the schema; not to be edited.
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { ShipmentModel, ShipmentLineModel, Context } from '../models.ts';
export type Maybe<T> = T | null;
export type InputMaybe<T> = T | null;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /**
   * A point in the feed of changes: opaque, at most 1 KiB. Mutations return one, queries accept it as `atLeast` to read one's own write,
   * subscriptions resume `after` it. It stays valid until the database is restored from a backup.
   */
  Cursor: { input: string; output: string; }
  /**
   * A moment as ISO 8601 with a zone, for example `2026-11-23T06:04:00.000Z` (RFC 3339). Inputs need the zone (`Z` or an offset); answers are in
   * UTC with milliseconds.
   */
  DateTime: { input: Date; output: Date; }
  /**
   * A whole number of units within ±(2^53 − 1), as a JSON integer. In answers always base units of the item; in inputs units of the `unit`
   * beside it, base units when that is absent. Inputs are at least 1 unless the field says otherwise. Fractions, strings and numbers out of
   * range are refused.
   */
  Quantity: { input: number; output: number; }
  _FieldSet: { input: string; output: string; }
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
  readonly expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** The shipment. */
  readonly id: Scalars['ID']['input'];
  /**
   * Chosen by the client, 1 to 256 characters, unique for each request of this client, for ever. The same key with the same content has one
   * effect and gets the first decision again, with the shipment as it is now.
   */
  readonly idempotencyKey: Scalars['ID']['input'];
};

/** Answer of `cancelShipment`. */
export type CancelShipmentPayload = {
  readonly __typename?: 'CancelShipmentPayload';
  /** The point in the feed that contains this change, for `atLeast` and `after`; null when nothing was done. */
  readonly cursor?: Maybe<Scalars['Cursor']['output']>;
  /** The shipment as it is now; null when refused. */
  readonly shipment?: Maybe<Shipment>;
  /** Why it was refused: nothing was done then. Empty when it was done. */
  readonly userErrors: ReadonlyArray<CancelShipmentUserError>;
};

/** One reason for which `cancelShipment` refused. */
export type CancelShipmentUserError = {
  readonly __typename?: 'CancelShipmentUserError';
  /** Which rule refused it. */
  readonly code: CancelShipmentErrorCode;
  /** Path of the offending value, from `"input"` down, list positions as numbers in strings; null when it concerns no single field. */
  readonly field?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** One sentence for developers, in English. Not for machines: compare `code`. */
  readonly message: Scalars['String']['output'];
  /** Which rule of the field was broken, with the code `INVALID_INPUT`; null with every other code, and where only `message` tells. */
  readonly problem?: Maybe<InputProblem>;
  /** Whether the same input may be accepted later, under a new key, without anybody mending it or the catalog: stock comes, a location opens again. */
  readonly retryable: Scalars['Boolean']['output'];
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
  readonly expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** The shipment. */
  readonly id: Scalars['ID']['input'];
  /**
   * Chosen by the client, 1 to 256 characters, unique for each request of this client, for ever. The same key with the same content has one
   * effect and gets the first decision again, with the shipment as it is now.
   */
  readonly idempotencyKey: Scalars['ID']['input'];
};

/** Answer of `closeShipment`. */
export type CloseShipmentPayload = {
  readonly __typename?: 'CloseShipmentPayload';
  /** The point in the feed that contains this change, for `atLeast` and `after`; null when nothing was done. */
  readonly cursor?: Maybe<Scalars['Cursor']['output']>;
  /** The shipment as it is now; null when refused. */
  readonly shipment?: Maybe<Shipment>;
  /** Why it was refused: nothing was done then. Empty when it was done. */
  readonly userErrors: ReadonlyArray<CloseShipmentUserError>;
};

/** One reason for which `closeShipment` refused. */
export type CloseShipmentUserError = {
  readonly __typename?: 'CloseShipmentUserError';
  /** Which rule refused it. */
  readonly code: CloseShipmentErrorCode;
  /** Path of the offending value, from `"input"` down, list positions as numbers in strings; null when it concerns no single field. */
  readonly field?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** One sentence for developers, in English. Not for machines: compare `code`. */
  readonly message: Scalars['String']['output'];
  /** Which rule of the field was broken, with the code `INVALID_INPUT`; null with every other code, and where only `message` tells. */
  readonly problem?: Maybe<InputProblem>;
  /** Whether the same input may be accepted later, under a new key, without anybody mending it or the catalog: stock comes, a location opens again. */
  readonly retryable: Scalars['Boolean']['output'];
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
  readonly destinationId: Scalars['ID']['input'];
  /** When it should arrive. */
  readonly expectedAt?: InputMaybe<Scalars['DateTime']['input']>;
  /**
   * Chosen by the client, 1 to 256 characters, unique for each request of this client, for ever. The same key with the same content has one
   * effect and gets the first decision again, with the shipment as it is now.
   */
  readonly idempotencyKey: Scalars['ID']['input'];
  /** Transfer or purchase. */
  readonly kind: ShipmentKind;
  /** 1 to 100 lines, each SKU once. */
  readonly lines: ReadonlyArray<CreateShipmentLineInput>;
  /** Where a transfer leaves; required for a transfer, refused for a purchase. Another location than the destination. */
  readonly originId?: InputMaybe<Scalars['ID']['input']>;
  /** The client's own name of the order, at most 256 characters. Events name the shipment by it. */
  readonly reference?: InputMaybe<Scalars['String']['input']>;
  /** Who delivers a purchase, at most 256 characters; refused for a transfer. */
  readonly supplier?: InputMaybe<Scalars['String']['input']>;
};

/** Units to be shipped. */
export type CreateShipmentLineInput = {
  /** How many of `unit`; at least 1. */
  readonly quantity: Scalars['Quantity']['input'];
  /** SKU of the item. */
  readonly sku: Scalars['ID']['input'];
  /** The base unit when absent. */
  readonly unit?: InputMaybe<Scalars['String']['input']>;
};

/** Answer of `createShipment`. */
export type CreateShipmentPayload = {
  readonly __typename?: 'CreateShipmentPayload';
  /** The point in the feed that contains this change, for `atLeast` and `after`; null when nothing was done. */
  readonly cursor?: Maybe<Scalars['Cursor']['output']>;
  /** The new shipment; null when refused. */
  readonly shipment?: Maybe<Shipment>;
  /** Why it was refused: nothing was done then. Empty when it was done. */
  readonly userErrors: ReadonlyArray<CreateShipmentUserError>;
};

/** One reason for which `createShipment` refused. */
export type CreateShipmentUserError = {
  readonly __typename?: 'CreateShipmentUserError';
  /** Which rule refused it. */
  readonly code: CreateShipmentErrorCode;
  /** Path of the offending value, from `"input"` down, list positions as numbers in strings; null when it concerns no single field. */
  readonly field?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** One sentence for developers, in English. Not for machines: compare `code`. */
  readonly message: Scalars['String']['output'];
  /** Which rule of the field was broken, with the code `INVALID_INPUT`; null with every other code, and where only `message` tells. */
  readonly problem?: Maybe<InputProblem>;
  /** Whether the same input may be accepted later, under a new key, without anybody mending it or the catalog: stock comes, a location opens again. */
  readonly retryable: Scalars['Boolean']['output'];
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
  readonly expectedAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** The `version` that you have read; the request is refused with VERSION_CONFLICT when the shipment has another one now. Absent: whatever it is. */
  readonly expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** The shipment. */
  readonly id: Scalars['ID']['input'];
  /**
   * Chosen by the client, 1 to 256 characters, unique for each request of this client, for ever. The same key with the same content has one
   * effect and gets the first decision again, with the shipment as it is now.
   */
  readonly idempotencyKey: Scalars['ID']['input'];
  /** What left; everything ordered and not dispatched when absent. What is not named stays to be dispatched later. At most 100. */
  readonly lines?: InputMaybe<ReadonlyArray<DispatchShipmentLineInput>>;
};

/** Units that left. */
export type DispatchShipmentLineInput = {
  /** The line. */
  readonly lineId: Scalars['ID']['input'];
  /** How many of `unit`; everything not dispatched of the line when absent. */
  readonly quantity?: InputMaybe<Scalars['Quantity']['input']>;
  /** The base unit when absent. */
  readonly unit?: InputMaybe<Scalars['String']['input']>;
};

/** Answer of `dispatchShipment`. */
export type DispatchShipmentPayload = {
  readonly __typename?: 'DispatchShipmentPayload';
  /** The point in the feed that contains this change, for `atLeast` and `after`; null when nothing was done. */
  readonly cursor?: Maybe<Scalars['Cursor']['output']>;
  /** The shipment as it is now; null when refused. */
  readonly shipment?: Maybe<Shipment>;
  /** Why it was refused: nothing was done then. Empty when it was done. */
  readonly userErrors: ReadonlyArray<DispatchShipmentUserError>;
};

/** One reason for which `dispatchShipment` refused. */
export type DispatchShipmentUserError = {
  readonly __typename?: 'DispatchShipmentUserError';
  /** Which rule refused it. */
  readonly code: DispatchShipmentErrorCode;
  /** Path of the offending value, from `"input"` down, list positions as numbers in strings; null when it concerns no single field. */
  readonly field?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** One sentence for developers, in English. Not for machines: compare `code`. */
  readonly message: Scalars['String']['output'];
  /** Which rule of the field was broken, with the code `INVALID_INPUT`; null with every other code, and where only `message` tells. */
  readonly problem?: Maybe<InputProblem>;
  /** Whether the same input may be accepted later, under a new key, without anybody mending it or the catalog: stock comes, a location opens again. */
  readonly retryable: Scalars['Boolean']['output'];
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

export type InventoryItem = {
  readonly __typename?: 'InventoryItem';
  /** Shipments with a line of this item. */
  readonly shipments?: Maybe<ReadonlyArray<Shipment>>;
  readonly sku: Scalars['ID']['output'];
};


export type InventoryItemShipmentsArgs = {
  destinationIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  statuses?: InputMaybe<ReadonlyArray<ShipmentStatus>>;
};

export type Location = {
  readonly __typename?: 'Location';
  readonly id: Scalars['ID']['output'];
  /** Shipments to this location. */
  readonly inboundShipments?: Maybe<ReadonlyArray<Shipment>>;
  /** Transfers from this location. */
  readonly outboundShipments?: Maybe<ReadonlyArray<Shipment>>;
};


export type LocationInboundShipmentsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  statuses?: InputMaybe<ReadonlyArray<ShipmentStatus>>;
};


export type LocationOutboundShipmentsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  statuses?: InputMaybe<ReadonlyArray<ShipmentStatus>>;
};

export type Mutation = {
  readonly __typename?: 'Mutation';
  /** Takes a shipment back before anything left. */
  readonly cancelShipment?: Maybe<CancelShipmentPayload>;
  /** Gives up what is outstanding: the rest of a transfer is lost, the rest of a purchase is no longer expected. */
  readonly closeShipment?: Maybe<CloseShipmentPayload>;
  /** Plans a transfer or orders a purchase, as DRAFT. A purchase counts as onOrder at its destination from now on. */
  readonly createShipment?: Maybe<CreateShipmentPayload>;
  /**
   * Says that a shipment left: everything, or the given quantities; more than was ordered may leave. A transfer takes its units from the
   * origin's sellable; at the destination they are inTransit.
   */
  readonly dispatchShipment?: Maybe<DispatchShipmentPayload>;
  /**
   * Says that units arrived: everything outstanding, or the given quantities, more than was sent included. They are sellable at the
   * destination at once. A shipment that was not dispatched is dispatched by it.
   */
  readonly receiveShipment?: Maybe<ReceiveShipmentPayload>;
  /**
   * Says that a shipment is expected at another time. Nothing moves; what was promised for a date and is not covered by then any more is told
   * (PROMISE_UNCOVERED) and goes on waiting.
   */
  readonly rescheduleShipment?: Maybe<RescheduleShipmentPayload>;
};


export type MutationCancelShipmentArgs = {
  input: CancelShipmentInput;
};


export type MutationCloseShipmentArgs = {
  input: CloseShipmentInput;
};


export type MutationCreateShipmentArgs = {
  input: CreateShipmentInput;
};


export type MutationDispatchShipmentArgs = {
  input: DispatchShipmentInput;
};


export type MutationReceiveShipmentArgs = {
  input: ReceiveShipmentInput;
};


export type MutationRescheduleShipmentArgs = {
  input: RescheduleShipmentInput;
};

/** Where a page of a connection stands, as in the Relay connection specification. */
export type PageInfo = {
  readonly __typename?: 'PageInfo';
  /** Cursor of the last edge, to be given as `after` for the next page; null on an empty page. */
  readonly endCursor?: Maybe<Scalars['String']['output']>;
  /** Whether more edges follow this page. */
  readonly hasNextPage: Scalars['Boolean']['output'];
  /** Whether edges precede this page. True only when `after` was given. */
  readonly hasPreviousPage: Scalars['Boolean']['output'];
  /** Cursor of the first edge; null on an empty page. */
  readonly startCursor?: Maybe<Scalars['String']['output']>;
};

export type Query = {
  readonly __typename?: 'Query';
  /** The shipment with this id; null when there is none. */
  readonly shipment?: Maybe<Shipment>;
  /** All shipments. */
  readonly shipments?: Maybe<ShipmentConnection>;
};


export type QueryShipmentArgs = {
  atLeast?: InputMaybe<Scalars['Cursor']['input']>;
  id: Scalars['ID']['input'];
};


export type QueryShipmentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  atLeast?: InputMaybe<Scalars['Cursor']['input']>;
  filter?: InputMaybe<ShipmentFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<ShipmentOrder>;
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
  readonly expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** The shipment. */
  readonly id: Scalars['ID']['input'];
  /**
   * Chosen by the client, 1 to 256 characters, unique for each request of this client, for ever. The same key with the same content has one
   * effect and gets the first decision again, with the shipment as it is now.
   */
  readonly idempotencyKey: Scalars['ID']['input'];
  /** What arrived; everything on the way when absent, or everything outstanding where nothing is on the way. At most 100. */
  readonly lines?: InputMaybe<ReadonlyArray<ReceiveShipmentLineInput>>;
};

/** Units that arrived. */
export type ReceiveShipmentLineInput = {
  /** The line. */
  readonly lineId: Scalars['ID']['input'];
  /** How many of `unit`, more than was sent included; what is on the way of the line when absent, or what is outstanding. */
  readonly quantity?: InputMaybe<Scalars['Quantity']['input']>;
  /** The base unit when absent. */
  readonly unit?: InputMaybe<Scalars['String']['input']>;
};

/** Answer of `receiveShipment`. */
export type ReceiveShipmentPayload = {
  readonly __typename?: 'ReceiveShipmentPayload';
  /** The point in the feed that contains this change, for `atLeast` and `after`; null when nothing was done. */
  readonly cursor?: Maybe<Scalars['Cursor']['output']>;
  /** The shipment as it is now; null when refused. */
  readonly shipment?: Maybe<Shipment>;
  /** Why it was refused: nothing was done then. Empty when it was done. */
  readonly userErrors: ReadonlyArray<ReceiveShipmentUserError>;
};

/** One reason for which `receiveShipment` refused. */
export type ReceiveShipmentUserError = {
  readonly __typename?: 'ReceiveShipmentUserError';
  /** Which rule refused it. */
  readonly code: ReceiveShipmentErrorCode;
  /** Path of the offending value, from `"input"` down, list positions as numbers in strings; null when it concerns no single field. */
  readonly field?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** One sentence for developers, in English. Not for machines: compare `code`. */
  readonly message: Scalars['String']['output'];
  /** Which rule of the field was broken, with the code `INVALID_INPUT`; null with every other code, and where only `message` tells. */
  readonly problem?: Maybe<InputProblem>;
  /** Whether the same input may be accepted later, under a new key, without anybody mending it or the catalog: stock comes, a location opens again. */
  readonly retryable: Scalars['Boolean']['output'];
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
  readonly expectedAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** The `version` that you have read; the request is refused with VERSION_CONFLICT when the shipment has another one now. Absent: whatever it is. */
  readonly expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** The shipment. */
  readonly id: Scalars['ID']['input'];
  /**
   * Chosen by the client, 1 to 256 characters, unique for each request of this client, for ever. The same key with the same content has one
   * effect and gets the first decision again, with the shipment as it is now.
   */
  readonly idempotencyKey: Scalars['ID']['input'];
};

/** Answer of `rescheduleShipment`. */
export type RescheduleShipmentPayload = {
  readonly __typename?: 'RescheduleShipmentPayload';
  /** The point in the feed that contains this change, for `atLeast` and `after`; null when nothing was done. */
  readonly cursor?: Maybe<Scalars['Cursor']['output']>;
  /** The shipment as it is now; null when refused. */
  readonly shipment?: Maybe<Shipment>;
  /** Why it was refused: nothing was done then. Empty when it was done. */
  readonly userErrors: ReadonlyArray<RescheduleShipmentUserError>;
};

/** One reason for which `rescheduleShipment` refused. */
export type RescheduleShipmentUserError = {
  readonly __typename?: 'RescheduleShipmentUserError';
  /** Which rule refused it. */
  readonly code: RescheduleShipmentErrorCode;
  /** Path of the offending value, from `"input"` down, list positions as numbers in strings; null when it concerns no single field. */
  readonly field?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** One sentence for developers, in English. Not for machines: compare `code`. */
  readonly message: Scalars['String']['output'];
  /** Which rule of the field was broken, with the code `INVALID_INPUT`; null with every other code, and where only `message` tells. */
  readonly problem?: Maybe<InputProblem>;
  /** Whether the same input may be accepted later, under a new key, without anybody mending it or the catalog: stock comes, a location opens again. */
  readonly retryable: Scalars['Boolean']['output'];
};

/** Units on their way to a location: a transfer from another one, or a purchase from a supplier. */
export type Shipment = {
  readonly __typename?: 'Shipment';
  /** When it was canceled; null unless it was. */
  readonly canceledAt?: Maybe<Scalars['DateTime']['output']>;
  /** When it was closed short; null unless it was. */
  readonly closedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The location where it arrives. */
  readonly destination?: Maybe<Location>;
  /** Id of the location where it arrives. */
  readonly destinationId: Scalars['ID']['output'];
  /** When it was first dispatched; null while DRAFT. */
  readonly dispatchedAt?: Maybe<Scalars['DateTime']['output']>;
  /** What was unexpected about it, newest first. */
  readonly exceptions: ReadonlyArray<StockException>;
  /** When it should arrive; null when unknown. */
  readonly expectedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Opaque. */
  readonly id: Scalars['ID']['output'];
  /** Transfer or purchase. */
  readonly kind: ShipmentKind;
  /** Its lines in the order given; what came without having been ordered stands at the end. */
  readonly lines: ReadonlyArray<ShipmentLine>;
  /** The source's clock: when it was first heard of. */
  readonly occurredAt: Scalars['DateTime']['output'];
  /** The location that a transfer leaves; null for a purchase. */
  readonly origin?: Maybe<Location>;
  /** Id of the location that a transfer leaves; null for a purchase. */
  readonly originId?: Maybe<Scalars['ID']['output']>;
  /** PostgreSQL's clock under the lock: when the hub first recorded it. */
  readonly recordedAt: Scalars['DateTime']['output'];
  /** The source's own name of the order or delivery. */
  readonly reference?: Maybe<Scalars['String']['output']>;
  /** State of the whole; follows from its steps and lines. */
  readonly status: ShipmentStatus;
  /** Who delivers a purchase, as a name; null for a transfer or when unknown. */
  readonly supplier?: Maybe<Scalars['String']['output']>;
  /** Counts its changes, from 1. Give it as `expectedVersion` to change only what you have read. */
  readonly version: Scalars['Int']['output'];
};

/** A page of shipments. */
export type ShipmentConnection = {
  readonly __typename?: 'ShipmentConnection';
  /** Entries with their cursors, in the order asked for. */
  readonly edges: ReadonlyArray<ShipmentEdge>;
  /** The same entries without their cursors. */
  readonly nodes: ReadonlyArray<Shipment>;
  /** Where this page stands. */
  readonly pageInfo: PageInfo;
};

/** One entry of a page of shipments. */
export type ShipmentEdge = {
  readonly __typename?: 'ShipmentEdge';
  /** Marks this entry within its connection: give it as `after` to read on from here. Not a point in the feed. */
  readonly cursor: Scalars['String']['output'];
  /** The entry. */
  readonly node: Shipment;
};

/** Conditions on shipments. Lists hold at most 250 values. */
export type ShipmentFilter = {
  /** To one of these locations. */
  readonly destinationIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Expected before this moment. */
  readonly expectedBefore?: InputMaybe<Scalars['DateTime']['input']>;
  /** Of one of these kinds. */
  readonly kinds?: InputMaybe<ReadonlyArray<ShipmentKind>>;
  /** From one of these locations. */
  readonly originIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Recorded before this moment. */
  readonly recordedBefore?: InputMaybe<Scalars['DateTime']['input']>;
  /** Recorded at or after this moment. */
  readonly recordedFrom?: InputMaybe<Scalars['DateTime']['input']>;
  /** With one of these references. */
  readonly references?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** With a line of one of these SKUs. */
  readonly skus?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** In one of these states. */
  readonly statuses?: InputMaybe<ReadonlyArray<ShipmentStatus>>;
};

/** Where a shipment comes from. */
export type ShipmentKind =
  /** From a supplier. */
  | 'PURCHASE'
  /** From another location of ours. */
  | 'TRANSFER';

/** Units of one SKU in a shipment, in base units. */
export type ShipmentLine = {
  readonly __typename?: 'ShipmentLine';
  /** Given up when the shipment was closed. */
  readonly closedShort: Scalars['Quantity']['output'];
  /** Dispatched so far. */
  readonly dispatched: Scalars['Quantity']['output'];
  /** Opaque; names the line in `dispatchShipment` and `receiveShipment`. */
  readonly id: Scalars['ID']['output'];
  /** Shipped and not received: this line's part of the destination's inTransit. */
  readonly inTransit: Scalars['Quantity']['output'];
  /** The item. */
  readonly item?: Maybe<InventoryItem>;
  /** Ordered and not shipped: this line's part of the destination's onOrder. */
  readonly onOrder: Scalars['Quantity']['output'];
  /** Ordered; 0 for what came without having been ordered. */
  readonly quantity: Scalars['Quantity']['output'];
  /** Received so far; may exceed what was dispatched. */
  readonly received: Scalars['Quantity']['output'];
  /** SKU of the item. */
  readonly sku: Scalars['ID']['output'];
  /** All balances of the item at the destination. */
  readonly stockLevel?: Maybe<StockLevel>;
};

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

/** Something that happened and that somebody should look at. The fact itself was posted: physical facts are never refused for being unexpected. */
export type StockException = {
  readonly __typename?: 'StockException';
  /** What was unexpected. */
  readonly kind: StockExceptionKind;
  /** Location concerned. */
  readonly locationId: Scalars['ID']['output'];
  /** One sentence for people. */
  readonly message: Scalars['String']['output'];
  /** By how much, in base units; 0 where there is no amount. */
  readonly quantity: Scalars['Quantity']['output'];
  /** When the hub recorded it. */
  readonly recordedAt: Scalars['DateTime']['output'];
  /** SKU concerned. */
  readonly sku: Scalars['ID']['output'];
};

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

export type StockLevel = {
  readonly __typename?: 'StockLevel';
  /** Shipments of this SKU to this location with something outstanding: what onOrder and inTransit are made of. */
  readonly inboundShipments?: Maybe<ReadonlyArray<Shipment>>;
  readonly locationId: Scalars['ID']['output'];
  readonly sku: Scalars['ID']['output'];
};


export type StockLevelInboundShipmentsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
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



export type ResolverTypeWrapper<T> = Promise<T> | T;

export type ReferenceResolver<TResult, TReference, TContext> = (
      reference: TReference,
      context: TContext,
      info: GraphQLResolveInfo
    ) => Promise<TResult> | TResult;

      type ScalarCheck<T, S> = S extends true ? T : NullableCheck<T, S>;
      type NullableCheck<T, S> = Maybe<T> extends T ? Maybe<ListCheck<NonNullable<T>, S>> : ListCheck<T, S>;
      type ListCheck<T, S> = T extends (infer U)[] ? NullableCheck<U, S>[] : GraphQLRecursivePick<T, S>;
      export type GraphQLRecursivePick<T, S> = { [K in keyof T & keyof S]: ScalarCheck<T[K], S[K]> };
    

export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

/** Mapping of federation types */
export type FederationTypes = {
  InventoryItem: InventoryItem;
  Location: Location;
  Shipment: Shipment;
  StockLevel: StockLevel;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  InventoryItem:
    ( { __typename: 'InventoryItem' }
    & GraphQLRecursivePick<FederationTypes['InventoryItem'], {"sku":true}> );
  Location:
    ( { __typename: 'Location' }
    & GraphQLRecursivePick<FederationTypes['Location'], {"id":true}> );
  Shipment:
    ( { __typename: 'Shipment' }
    & GraphQLRecursivePick<FederationTypes['Shipment'], {"id":true}> );
  StockLevel:
    ( { __typename: 'StockLevel' }
    & GraphQLRecursivePick<FederationTypes['StockLevel'], {"sku":true,"locationId":true}> );
};



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  CancelShipmentErrorCode: CancelShipmentErrorCode;
  CancelShipmentInput: CancelShipmentInput;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  CancelShipmentPayload: ResolverTypeWrapper<Omit<CancelShipmentPayload, 'shipment'> & { shipment?: Maybe<ResolversTypes['Shipment']> }>;
  CancelShipmentUserError: ResolverTypeWrapper<CancelShipmentUserError>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  CloseShipmentErrorCode: CloseShipmentErrorCode;
  CloseShipmentInput: CloseShipmentInput;
  CloseShipmentPayload: ResolverTypeWrapper<Omit<CloseShipmentPayload, 'shipment'> & { shipment?: Maybe<ResolversTypes['Shipment']> }>;
  CloseShipmentUserError: ResolverTypeWrapper<CloseShipmentUserError>;
  CreateShipmentErrorCode: CreateShipmentErrorCode;
  CreateShipmentInput: CreateShipmentInput;
  CreateShipmentLineInput: CreateShipmentLineInput;
  CreateShipmentPayload: ResolverTypeWrapper<Omit<CreateShipmentPayload, 'shipment'> & { shipment?: Maybe<ResolversTypes['Shipment']> }>;
  CreateShipmentUserError: ResolverTypeWrapper<CreateShipmentUserError>;
  Cursor: ResolverTypeWrapper<Scalars['Cursor']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  DispatchShipmentErrorCode: DispatchShipmentErrorCode;
  DispatchShipmentInput: DispatchShipmentInput;
  DispatchShipmentLineInput: DispatchShipmentLineInput;
  DispatchShipmentPayload: ResolverTypeWrapper<Omit<DispatchShipmentPayload, 'shipment'> & { shipment?: Maybe<ResolversTypes['Shipment']> }>;
  DispatchShipmentUserError: ResolverTypeWrapper<DispatchShipmentUserError>;
  InputProblem: InputProblem;
  InventoryItem: ResolverTypeWrapper<Omit<InventoryItem, 'shipments'> & { shipments?: Maybe<ReadonlyArray<ResolversTypes['Shipment']>> }>;
  Location: ResolverTypeWrapper<Omit<Location, 'inboundShipments' | 'outboundShipments'> & { inboundShipments?: Maybe<ReadonlyArray<ResolversTypes['Shipment']>>, outboundShipments?: Maybe<ReadonlyArray<ResolversTypes['Shipment']>> }>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Quantity: ResolverTypeWrapper<Scalars['Quantity']['output']>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  ReceiveShipmentErrorCode: ReceiveShipmentErrorCode;
  ReceiveShipmentInput: ReceiveShipmentInput;
  ReceiveShipmentLineInput: ReceiveShipmentLineInput;
  ReceiveShipmentPayload: ResolverTypeWrapper<Omit<ReceiveShipmentPayload, 'shipment'> & { shipment?: Maybe<ResolversTypes['Shipment']> }>;
  ReceiveShipmentUserError: ResolverTypeWrapper<ReceiveShipmentUserError>;
  RescheduleShipmentErrorCode: RescheduleShipmentErrorCode;
  RescheduleShipmentInput: RescheduleShipmentInput;
  RescheduleShipmentPayload: ResolverTypeWrapper<Omit<RescheduleShipmentPayload, 'shipment'> & { shipment?: Maybe<ResolversTypes['Shipment']> }>;
  RescheduleShipmentUserError: ResolverTypeWrapper<RescheduleShipmentUserError>;
  Shipment: ResolverTypeWrapper<ShipmentModel>;
  ShipmentConnection: ResolverTypeWrapper<Omit<ShipmentConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['ShipmentEdge']>, nodes: ReadonlyArray<ResolversTypes['Shipment']> }>;
  ShipmentEdge: ResolverTypeWrapper<Omit<ShipmentEdge, 'node'> & { node: ResolversTypes['Shipment'] }>;
  ShipmentFilter: ShipmentFilter;
  ShipmentKind: ShipmentKind;
  ShipmentLine: ResolverTypeWrapper<ShipmentLineModel>;
  ShipmentOrder: ShipmentOrder;
  ShipmentStatus: ShipmentStatus;
  StockException: ResolverTypeWrapper<StockException>;
  StockExceptionKind: StockExceptionKind;
  StockLevel: ResolverTypeWrapper<Omit<StockLevel, 'inboundShipments'> & { inboundShipments?: Maybe<ReadonlyArray<ResolversTypes['Shipment']>> }>;
  ViewerKind: ViewerKind;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  CancelShipmentInput: CancelShipmentInput;
  Int: Scalars['Int']['output'];
  ID: Scalars['ID']['output'];
  CancelShipmentPayload: Omit<CancelShipmentPayload, 'shipment'> & { shipment?: Maybe<ResolversParentTypes['Shipment']> };
  CancelShipmentUserError: CancelShipmentUserError;
  String: Scalars['String']['output'];
  Boolean: Scalars['Boolean']['output'];
  CloseShipmentInput: CloseShipmentInput;
  CloseShipmentPayload: Omit<CloseShipmentPayload, 'shipment'> & { shipment?: Maybe<ResolversParentTypes['Shipment']> };
  CloseShipmentUserError: CloseShipmentUserError;
  CreateShipmentInput: CreateShipmentInput;
  CreateShipmentLineInput: CreateShipmentLineInput;
  CreateShipmentPayload: Omit<CreateShipmentPayload, 'shipment'> & { shipment?: Maybe<ResolversParentTypes['Shipment']> };
  CreateShipmentUserError: CreateShipmentUserError;
  Cursor: Scalars['Cursor']['output'];
  DateTime: Scalars['DateTime']['output'];
  DispatchShipmentInput: DispatchShipmentInput;
  DispatchShipmentLineInput: DispatchShipmentLineInput;
  DispatchShipmentPayload: Omit<DispatchShipmentPayload, 'shipment'> & { shipment?: Maybe<ResolversParentTypes['Shipment']> };
  DispatchShipmentUserError: DispatchShipmentUserError;
  InventoryItem: Omit<InventoryItem, 'shipments'> & { shipments?: Maybe<ReadonlyArray<ResolversParentTypes['Shipment']>> } | FederationReferenceTypes['InventoryItem'];
  Location: Omit<Location, 'inboundShipments' | 'outboundShipments'> & { inboundShipments?: Maybe<ReadonlyArray<ResolversParentTypes['Shipment']>>, outboundShipments?: Maybe<ReadonlyArray<ResolversParentTypes['Shipment']>> } | FederationReferenceTypes['Location'];
  Mutation: Record<PropertyKey, never>;
  PageInfo: PageInfo;
  Quantity: Scalars['Quantity']['output'];
  Query: Record<PropertyKey, never>;
  ReceiveShipmentInput: ReceiveShipmentInput;
  ReceiveShipmentLineInput: ReceiveShipmentLineInput;
  ReceiveShipmentPayload: Omit<ReceiveShipmentPayload, 'shipment'> & { shipment?: Maybe<ResolversParentTypes['Shipment']> };
  ReceiveShipmentUserError: ReceiveShipmentUserError;
  RescheduleShipmentInput: RescheduleShipmentInput;
  RescheduleShipmentPayload: Omit<RescheduleShipmentPayload, 'shipment'> & { shipment?: Maybe<ResolversParentTypes['Shipment']> };
  RescheduleShipmentUserError: RescheduleShipmentUserError;
  Shipment: ShipmentModel;
  ShipmentConnection: Omit<ShipmentConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['ShipmentEdge']>, nodes: ReadonlyArray<ResolversParentTypes['Shipment']> };
  ShipmentEdge: Omit<ShipmentEdge, 'node'> & { node: ResolversParentTypes['Shipment'] };
  ShipmentFilter: ShipmentFilter;
  ShipmentLine: ShipmentLineModel;
  StockException: StockException;
  StockLevel: Omit<StockLevel, 'inboundShipments'> & { inboundShipments?: Maybe<ReadonlyArray<ResolversParentTypes['Shipment']>> } | FederationReferenceTypes['StockLevel'];
};

export type AccessDirectiveArgs = {
  kinds: ReadonlyArray<ViewerKind>;
};

export type AccessDirectiveResolver<Result, Parent, ContextType = Context, Args = AccessDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type CancelShipmentPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CancelShipmentPayload'] = ResolversParentTypes['CancelShipmentPayload']> = {
  cursor?: Resolver<Maybe<ResolversTypes['Cursor']>, ParentType, ContextType>;
  shipment?: Resolver<Maybe<ResolversTypes['Shipment']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['CancelShipmentUserError']>, ParentType, ContextType>;
};

export type CancelShipmentUserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CancelShipmentUserError'] = ResolversParentTypes['CancelShipmentUserError']> = {
  code?: Resolver<ResolversTypes['CancelShipmentErrorCode'], ParentType, ContextType>;
  field?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  problem?: Resolver<Maybe<ResolversTypes['InputProblem']>, ParentType, ContextType>;
  retryable?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type CloseShipmentPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CloseShipmentPayload'] = ResolversParentTypes['CloseShipmentPayload']> = {
  cursor?: Resolver<Maybe<ResolversTypes['Cursor']>, ParentType, ContextType>;
  shipment?: Resolver<Maybe<ResolversTypes['Shipment']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['CloseShipmentUserError']>, ParentType, ContextType>;
};

export type CloseShipmentUserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CloseShipmentUserError'] = ResolversParentTypes['CloseShipmentUserError']> = {
  code?: Resolver<ResolversTypes['CloseShipmentErrorCode'], ParentType, ContextType>;
  field?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  problem?: Resolver<Maybe<ResolversTypes['InputProblem']>, ParentType, ContextType>;
  retryable?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type CreateShipmentPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateShipmentPayload'] = ResolversParentTypes['CreateShipmentPayload']> = {
  cursor?: Resolver<Maybe<ResolversTypes['Cursor']>, ParentType, ContextType>;
  shipment?: Resolver<Maybe<ResolversTypes['Shipment']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['CreateShipmentUserError']>, ParentType, ContextType>;
};

export type CreateShipmentUserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateShipmentUserError'] = ResolversParentTypes['CreateShipmentUserError']> = {
  code?: Resolver<ResolversTypes['CreateShipmentErrorCode'], ParentType, ContextType>;
  field?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  problem?: Resolver<Maybe<ResolversTypes['InputProblem']>, ParentType, ContextType>;
  retryable?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export interface CursorScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Cursor'], any> {
  name: 'Cursor';
}

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type DispatchShipmentPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DispatchShipmentPayload'] = ResolversParentTypes['DispatchShipmentPayload']> = {
  cursor?: Resolver<Maybe<ResolversTypes['Cursor']>, ParentType, ContextType>;
  shipment?: Resolver<Maybe<ResolversTypes['Shipment']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['DispatchShipmentUserError']>, ParentType, ContextType>;
};

export type DispatchShipmentUserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DispatchShipmentUserError'] = ResolversParentTypes['DispatchShipmentUserError']> = {
  code?: Resolver<ResolversTypes['DispatchShipmentErrorCode'], ParentType, ContextType>;
  field?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  problem?: Resolver<Maybe<ResolversTypes['InputProblem']>, ParentType, ContextType>;
  retryable?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type InventoryItemResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InventoryItem'] = ResolversParentTypes['InventoryItem'], FederationReferenceType extends FederationReferenceTypes['InventoryItem'] = FederationReferenceTypes['InventoryItem']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['InventoryItem']> | FederationReferenceType, FederationReferenceType, ContextType>;
  shipments?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Shipment']>>, ParentType, ContextType, RequireFields<InventoryItemShipmentsArgs, 'first'>>;
  sku?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type LocationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Location'] = ResolversParentTypes['Location'], FederationReferenceType extends FederationReferenceTypes['Location'] = FederationReferenceTypes['Location']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Location']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  inboundShipments?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Shipment']>>, ParentType, ContextType, RequireFields<LocationInboundShipmentsArgs, 'first'>>;
  outboundShipments?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Shipment']>>, ParentType, ContextType, RequireFields<LocationOutboundShipmentsArgs, 'first'>>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  cancelShipment?: Resolver<Maybe<ResolversTypes['CancelShipmentPayload']>, ParentType, ContextType, RequireFields<MutationCancelShipmentArgs, 'input'>>;
  closeShipment?: Resolver<Maybe<ResolversTypes['CloseShipmentPayload']>, ParentType, ContextType, RequireFields<MutationCloseShipmentArgs, 'input'>>;
  createShipment?: Resolver<Maybe<ResolversTypes['CreateShipmentPayload']>, ParentType, ContextType, RequireFields<MutationCreateShipmentArgs, 'input'>>;
  dispatchShipment?: Resolver<Maybe<ResolversTypes['DispatchShipmentPayload']>, ParentType, ContextType, RequireFields<MutationDispatchShipmentArgs, 'input'>>;
  receiveShipment?: Resolver<Maybe<ResolversTypes['ReceiveShipmentPayload']>, ParentType, ContextType, RequireFields<MutationReceiveShipmentArgs, 'input'>>;
  rescheduleShipment?: Resolver<Maybe<ResolversTypes['RescheduleShipmentPayload']>, ParentType, ContextType, RequireFields<MutationRescheduleShipmentArgs, 'input'>>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export interface QuantityScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Quantity'], any> {
  name: 'Quantity';
}

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  shipment?: Resolver<Maybe<ResolversTypes['Shipment']>, ParentType, ContextType, RequireFields<QueryShipmentArgs, 'id'>>;
  shipments?: Resolver<Maybe<ResolversTypes['ShipmentConnection']>, ParentType, ContextType, RequireFields<QueryShipmentsArgs, 'first' | 'orderBy'>>;
};

export type ReceiveShipmentPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReceiveShipmentPayload'] = ResolversParentTypes['ReceiveShipmentPayload']> = {
  cursor?: Resolver<Maybe<ResolversTypes['Cursor']>, ParentType, ContextType>;
  shipment?: Resolver<Maybe<ResolversTypes['Shipment']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['ReceiveShipmentUserError']>, ParentType, ContextType>;
};

export type ReceiveShipmentUserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReceiveShipmentUserError'] = ResolversParentTypes['ReceiveShipmentUserError']> = {
  code?: Resolver<ResolversTypes['ReceiveShipmentErrorCode'], ParentType, ContextType>;
  field?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  problem?: Resolver<Maybe<ResolversTypes['InputProblem']>, ParentType, ContextType>;
  retryable?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type RescheduleShipmentPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RescheduleShipmentPayload'] = ResolversParentTypes['RescheduleShipmentPayload']> = {
  cursor?: Resolver<Maybe<ResolversTypes['Cursor']>, ParentType, ContextType>;
  shipment?: Resolver<Maybe<ResolversTypes['Shipment']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['RescheduleShipmentUserError']>, ParentType, ContextType>;
};

export type RescheduleShipmentUserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RescheduleShipmentUserError'] = ResolversParentTypes['RescheduleShipmentUserError']> = {
  code?: Resolver<ResolversTypes['RescheduleShipmentErrorCode'], ParentType, ContextType>;
  field?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  problem?: Resolver<Maybe<ResolversTypes['InputProblem']>, ParentType, ContextType>;
  retryable?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type ShipmentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Shipment'] = ResolversParentTypes['Shipment'], FederationReferenceType extends FederationReferenceTypes['Shipment'] = FederationReferenceTypes['Shipment']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Shipment']> | FederationReferenceType, FederationReferenceType, ContextType>;
  canceledAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  closedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  destination?: Resolver<Maybe<ResolversTypes['Location']>, ParentType, ContextType>;
  destinationId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  dispatchedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  exceptions?: Resolver<ReadonlyArray<ResolversTypes['StockException']>, ParentType, ContextType>;
  expectedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ShipmentKind'], ParentType, ContextType>;
  lines?: Resolver<ReadonlyArray<ResolversTypes['ShipmentLine']>, ParentType, ContextType>;
  occurredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  origin?: Resolver<Maybe<ResolversTypes['Location']>, ParentType, ContextType>;
  originId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  recordedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  reference?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['ShipmentStatus'], ParentType, ContextType>;
  supplier?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ShipmentConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ShipmentConnection'] = ResolversParentTypes['ShipmentConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['ShipmentEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Shipment']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ShipmentEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ShipmentEdge'] = ResolversParentTypes['ShipmentEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Shipment'], ParentType, ContextType>;
};

export type ShipmentLineResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ShipmentLine'] = ResolversParentTypes['ShipmentLine']> = {
  closedShort?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  dispatched?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  inTransit?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  item?: Resolver<Maybe<ResolversTypes['InventoryItem']>, ParentType, ContextType>;
  onOrder?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  received?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  sku?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  stockLevel?: Resolver<Maybe<ResolversTypes['StockLevel']>, ParentType, ContextType>;
};

export type StockExceptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StockException'] = ResolversParentTypes['StockException']> = {
  kind?: Resolver<ResolversTypes['StockExceptionKind'], ParentType, ContextType>;
  locationId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  recordedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  sku?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type StockLevelResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StockLevel'] = ResolversParentTypes['StockLevel'], FederationReferenceType extends FederationReferenceTypes['StockLevel'] = FederationReferenceTypes['StockLevel']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['StockLevel']> | FederationReferenceType, FederationReferenceType, ContextType>;
  inboundShipments?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Shipment']>>, ParentType, ContextType, RequireFields<StockLevelInboundShipmentsArgs, 'first'>>;
  locationId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  sku?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  CancelShipmentPayload?: CancelShipmentPayloadResolvers<ContextType>;
  CancelShipmentUserError?: CancelShipmentUserErrorResolvers<ContextType>;
  CloseShipmentPayload?: CloseShipmentPayloadResolvers<ContextType>;
  CloseShipmentUserError?: CloseShipmentUserErrorResolvers<ContextType>;
  CreateShipmentPayload?: CreateShipmentPayloadResolvers<ContextType>;
  CreateShipmentUserError?: CreateShipmentUserErrorResolvers<ContextType>;
  Cursor?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  DispatchShipmentPayload?: DispatchShipmentPayloadResolvers<ContextType>;
  DispatchShipmentUserError?: DispatchShipmentUserErrorResolvers<ContextType>;
  InventoryItem?: InventoryItemResolvers<ContextType>;
  Location?: LocationResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Quantity?: GraphQLScalarType;
  Query?: QueryResolvers<ContextType>;
  ReceiveShipmentPayload?: ReceiveShipmentPayloadResolvers<ContextType>;
  ReceiveShipmentUserError?: ReceiveShipmentUserErrorResolvers<ContextType>;
  RescheduleShipmentPayload?: RescheduleShipmentPayloadResolvers<ContextType>;
  RescheduleShipmentUserError?: RescheduleShipmentUserErrorResolvers<ContextType>;
  Shipment?: ShipmentResolvers<ContextType>;
  ShipmentConnection?: ShipmentConnectionResolvers<ContextType>;
  ShipmentEdge?: ShipmentEdgeResolvers<ContextType>;
  ShipmentLine?: ShipmentLineResolvers<ContextType>;
  StockException?: StockExceptionResolvers<ContextType>;
  StockLevel?: StockLevelResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = Context> = {
  access?: AccessDirectiveResolver<any, any, ContextType>;
};
