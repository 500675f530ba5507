// Made by `npm run codegen` from the schema; not to be edited.
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { ReturnModel, ReturnLineModel, ReservationModel, Context } from '../models.ts';
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
  readonly expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** The return. */
  readonly id: Scalars['ID']['input'];
  /**
   * Chosen by the client, 1 to 256 characters, unique for each request of this client, for ever. The same key with the same content has one
   * effect and gets the first decision again, with the return as it is now.
   */
  readonly idempotencyKey: Scalars['ID']['input'];
  /** What is approved; everything inspected when absent. At most 100. */
  readonly lines?: InputMaybe<ReadonlyArray<ApproveRestockLineInput>>;
};

/** Units that may go back on the shelf. */
export type ApproveRestockLineInput = {
  /** The line. */
  readonly lineId: Scalars['ID']['input'];
  /** Base units; all that the step can move of the line when absent. */
  readonly quantity?: InputMaybe<Scalars['Quantity']['input']>;
};

/** Answer of `approveRestock`. */
export type ApproveRestockPayload = {
  readonly __typename?: 'ApproveRestockPayload';
  /** The point in the feed that contains this change, for `atLeast` and `after`; null when nothing was done. */
  readonly cursor?: Maybe<Scalars['Cursor']['output']>;
  /** The return as it is now; null when refused. */
  readonly return?: Maybe<Return>;
  /** Why it was refused: nothing was done then. Empty when it was done. */
  readonly userErrors: ReadonlyArray<ApproveRestockUserError>;
};

/** One reason for which `approveRestock` refused. */
export type ApproveRestockUserError = {
  readonly __typename?: 'ApproveRestockUserError';
  /** Which rule refused it. */
  readonly code: ApproveRestockErrorCode;
  /** Path of the offending value, from `"input"` down, list positions as numbers in strings; null when it concerns no single field. */
  readonly field?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** One sentence for developers, in English. Not for machines: compare `code`. */
  readonly message: Scalars['String']['output'];
  /** Which rule of the field was broken, with the code `INVALID_INPUT`; null with every other code, and where only `message` tells. */
  readonly problem?: Maybe<InputProblem>;
  /** Whether the same input may be accepted later, under a new key, without anybody mending it or the catalog: stock comes, a location opens again. */
  readonly retryable: Scalars['Boolean']['output'];
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
  readonly channelId?: InputMaybe<Scalars['ID']['input']>;
  /**
   * Chosen by the client, 1 to 256 characters, unique for each request of this client, for ever. The same key with the same content has one
   * effect and gets the first decision again, with the return as it is now.
   */
  readonly idempotencyKey: Scalars['ID']['input'];
  /** 1 to 100 lines. */
  readonly lines: ReadonlyArray<AuthorizeReturnLineInput>;
  /** Where it is expected. */
  readonly locationId?: InputMaybe<Scalars['ID']['input']>;
  /** The client's own name of the return, at most 256 characters. Events name the return by it. */
  readonly reference?: InputMaybe<Scalars['String']['input']>;
  /** The reservation by which the units were sold. */
  readonly reservationId?: InputMaybe<Scalars['ID']['input']>;
};

/** Units that may come back. */
export type AuthorizeReturnLineInput = {
  /** How many of `unit`; at least 1. */
  readonly quantity: Scalars['Quantity']['input'];
  /** Why they come back; at most 256 characters. */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
  /** SKU of the item. */
  readonly sku: Scalars['ID']['input'];
  /** The base unit when absent. */
  readonly unit?: InputMaybe<Scalars['String']['input']>;
};

/** Answer of `authorizeReturn`. */
export type AuthorizeReturnPayload = {
  readonly __typename?: 'AuthorizeReturnPayload';
  /** The point in the feed that contains this change, for `atLeast` and `after`; null when nothing was done. */
  readonly cursor?: Maybe<Scalars['Cursor']['output']>;
  /** The new return; null when refused. */
  readonly return?: Maybe<Return>;
  /** Why it was refused: nothing was done then. Empty when it was done. */
  readonly userErrors: ReadonlyArray<AuthorizeReturnUserError>;
};

/** One reason for which `authorizeReturn` refused. */
export type AuthorizeReturnUserError = {
  readonly __typename?: 'AuthorizeReturnUserError';
  /** Which rule refused it. */
  readonly code: AuthorizeReturnErrorCode;
  /** Path of the offending value, from `"input"` down, list positions as numbers in strings; null when it concerns no single field. */
  readonly field?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** One sentence for developers, in English. Not for machines: compare `code`. */
  readonly message: Scalars['String']['output'];
  /** Which rule of the field was broken, with the code `INVALID_INPUT`; null with every other code, and where only `message` tells. */
  readonly problem?: Maybe<InputProblem>;
  /** Whether the same input may be accepted later, under a new key, without anybody mending it or the catalog: stock comes, a location opens again. */
  readonly retryable: Scalars['Boolean']['output'];
};

export type Channel = {
  readonly __typename?: 'Channel';
  readonly id: Scalars['ID']['output'];
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
  readonly disposition: ReturnDisposition;
  /** The `version` that you have read; the request is refused with VERSION_CONFLICT when the return has another one now. Absent: whatever it is. */
  readonly expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** The return. */
  readonly id: Scalars['ID']['input'];
  /**
   * Chosen by the client, 1 to 256 characters, unique for each request of this client, for ever. The same key with the same content has one
   * effect and gets the first decision again, with the return as it is now.
   */
  readonly idempotencyKey: Scalars['ID']['input'];
  /** Which units; everything that can take this way when absent. At most 100. */
  readonly lines?: InputMaybe<ReadonlyArray<DispositionReturnLineInput>>;
  /** Why; at most 256 characters. */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
};

/** Units that take another way. */
export type DispositionReturnLineInput = {
  /** The line. */
  readonly lineId: Scalars['ID']['input'];
  /** Base units; all that the step can move of the line when absent. */
  readonly quantity?: InputMaybe<Scalars['Quantity']['input']>;
};

/** Answer of `dispositionReturn`. */
export type DispositionReturnPayload = {
  readonly __typename?: 'DispositionReturnPayload';
  /** The point in the feed that contains this change, for `atLeast` and `after`; null when nothing was done. */
  readonly cursor?: Maybe<Scalars['Cursor']['output']>;
  /** The return as it is now; null when refused. */
  readonly return?: Maybe<Return>;
  /** Why it was refused: nothing was done then. Empty when it was done. */
  readonly userErrors: ReadonlyArray<DispositionReturnUserError>;
};

/** One reason for which `dispositionReturn` refused. */
export type DispositionReturnUserError = {
  readonly __typename?: 'DispositionReturnUserError';
  /** Which rule refused it. */
  readonly code: DispositionReturnErrorCode;
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
  readonly expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** The return. */
  readonly id: Scalars['ID']['input'];
  /**
   * Chosen by the client, 1 to 256 characters, unique for each request of this client, for ever. The same key with the same content has one
   * effect and gets the first decision again, with the return as it is now.
   */
  readonly idempotencyKey: Scalars['ID']['input'];
  /** What was inspected; everything received and not inspected when absent. At most 100. */
  readonly lines?: InputMaybe<ReadonlyArray<InspectReturnLineInput>>;
  /** For what the lines do not say otherwise. */
  readonly outcome?: InputMaybe<InspectionOutcome>;
};

/** Units that were inspected. A line may be named several times with different outcomes. */
export type InspectReturnLineInput = {
  /** The line. */
  readonly lineId: Scalars['ID']['input'];
  /** The outcome of the whole inspection when absent. */
  readonly outcome?: InputMaybe<InspectionOutcome>;
  /** Base units; everything received and not inspected of the line when absent. */
  readonly quantity?: InputMaybe<Scalars['Quantity']['input']>;
};

/** Answer of `inspectReturn`. */
export type InspectReturnPayload = {
  readonly __typename?: 'InspectReturnPayload';
  /** The point in the feed that contains this change, for `atLeast` and `after`; null when nothing was done. */
  readonly cursor?: Maybe<Scalars['Cursor']['output']>;
  /** The return as it is now; null when refused. */
  readonly return?: Maybe<Return>;
  /** Why it was refused: nothing was done then. Empty when it was done. */
  readonly userErrors: ReadonlyArray<InspectReturnUserError>;
};

/** One reason for which `inspectReturn` refused. */
export type InspectReturnUserError = {
  readonly __typename?: 'InspectReturnUserError';
  /** Which rule refused it. */
  readonly code: InspectReturnErrorCode;
  /** Path of the offending value, from `"input"` down, list positions as numbers in strings; null when it concerns no single field. */
  readonly field?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** One sentence for developers, in English. Not for machines: compare `code`. */
  readonly message: Scalars['String']['output'];
  /** Which rule of the field was broken, with the code `INVALID_INPUT`; null with every other code, and where only `message` tells. */
  readonly problem?: Maybe<InputProblem>;
  /** Whether the same input may be accepted later, under a new key, without anybody mending it or the catalog: stock comes, a location opens again. */
  readonly retryable: Scalars['Boolean']['output'];
};

/** How units passed an inspection. */
export type InspectionOutcome =
  /** They may be approved for the shelf, or take another way. */
  | 'PASSED'
  /** They are set apart. */
  | 'QUARANTINED';

export type InventoryItem = {
  readonly __typename?: 'InventoryItem';
  /** Returns with a line of this item. */
  readonly returns?: Maybe<ReadonlyArray<Return>>;
  readonly sku: Scalars['ID']['output'];
};


export type InventoryItemReturnsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  statuses?: InputMaybe<ReadonlyArray<ReturnStatus>>;
};

export type Location = {
  readonly __typename?: 'Location';
  readonly id: Scalars['ID']['output'];
};

export type Mutation = {
  readonly __typename?: 'Mutation';
  /** Allows inspected units to be sold again: INSPECTED → RESTOCK_APPROVED. No stock moves yet. */
  readonly approveRestock?: Maybe<ApproveRestockPayload>;
  /** Allows a customer to send units back. No stock moves. */
  readonly authorizeReturn?: Maybe<AuthorizeReturnPayload>;
  /** Takes units another way than back to the shelf. */
  readonly dispositionReturn?: Maybe<DispositionReturnPayload>;
  /** Says how received units passed the inspection: RECEIVED → INSPECTED or QUARANTINED. No stock moves. */
  readonly inspectReturn?: Maybe<InspectReturnPayload>;
  /**
   * Says that units arrived: everything that is awaited, or the given quantities, more than was authorized included. They wait in qualityHold
   * for inspection.
   */
  readonly receiveReturn?: Maybe<ReceiveReturnPayload>;
  /**
   * Puts approved units back on the shelf: RESTOCK_APPROVED → RESTOCKED, qualityHold → sellable. The only way by which returned units become
   * sellable.
   */
  readonly restockReturn?: Maybe<RestockReturnPayload>;
};


export type MutationApproveRestockArgs = {
  input: ApproveRestockInput;
};


export type MutationAuthorizeReturnArgs = {
  input: AuthorizeReturnInput;
};


export type MutationDispositionReturnArgs = {
  input: DispositionReturnInput;
};


export type MutationInspectReturnArgs = {
  input: InspectReturnInput;
};


export type MutationReceiveReturnArgs = {
  input: ReceiveReturnInput;
};


export type MutationRestockReturnArgs = {
  input: RestockReturnInput;
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
  /** The return with this id; null when there is none or the viewer may not see it. */
  readonly return?: Maybe<Return>;
  /** Returns of the channels that the viewer may see. */
  readonly returns?: Maybe<ReturnConnection>;
};


export type QueryReturnArgs = {
  atLeast?: InputMaybe<Scalars['Cursor']['input']>;
  id: Scalars['ID']['input'];
};


export type QueryReturnsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  atLeast?: InputMaybe<Scalars['Cursor']['input']>;
  filter?: InputMaybe<ReturnFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<ReturnOrder>;
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
  readonly expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** The return. */
  readonly id: Scalars['ID']['input'];
  /**
   * Chosen by the client, 1 to 256 characters, unique for each request of this client, for ever. The same key with the same content has one
   * effect and gets the first decision again, with the return as it is now.
   */
  readonly idempotencyKey: Scalars['ID']['input'];
  /** What arrived; everything authorized or in transit when absent. At most 100. */
  readonly lines?: InputMaybe<ReadonlyArray<ReceiveReturnLineInput>>;
  /** Where it arrived; where it is expected when absent. */
  readonly locationId?: InputMaybe<Scalars['ID']['input']>;
};

/** Units that arrived. */
export type ReceiveReturnLineInput = {
  /** The line. */
  readonly lineId: Scalars['ID']['input'];
  /** How many of `unit`, more than was authorized included; everything awaited of the line when absent. */
  readonly quantity?: InputMaybe<Scalars['Quantity']['input']>;
  /** The base unit when absent. */
  readonly unit?: InputMaybe<Scalars['String']['input']>;
};

/** Answer of `receiveReturn`. */
export type ReceiveReturnPayload = {
  readonly __typename?: 'ReceiveReturnPayload';
  /** The point in the feed that contains this change, for `atLeast` and `after`; null when nothing was done. */
  readonly cursor?: Maybe<Scalars['Cursor']['output']>;
  /** The return as it is now; null when refused. */
  readonly return?: Maybe<Return>;
  /** Why it was refused: nothing was done then. Empty when it was done. */
  readonly userErrors: ReadonlyArray<ReceiveReturnUserError>;
};

/** One reason for which `receiveReturn` refused. */
export type ReceiveReturnUserError = {
  readonly __typename?: 'ReceiveReturnUserError';
  /** Which rule refused it. */
  readonly code: ReceiveReturnErrorCode;
  /** Path of the offending value, from `"input"` down, list positions as numbers in strings; null when it concerns no single field. */
  readonly field?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** One sentence for developers, in English. Not for machines: compare `code`. */
  readonly message: Scalars['String']['output'];
  /** Which rule of the field was broken, with the code `INVALID_INPUT`; null with every other code, and where only `message` tells. */
  readonly problem?: Maybe<InputProblem>;
  /** Whether the same input may be accepted later, under a new key, without anybody mending it or the catalog: stock comes, a location opens again. */
  readonly retryable: Scalars['Boolean']['output'];
};

export type Reservation = {
  readonly __typename?: 'Reservation';
  readonly id: Scalars['ID']['output'];
  /** Returns of units that were sold by this reservation, oldest first. */
  readonly returns?: Maybe<ReadonlyArray<Return>>;
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
  readonly expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** The return. */
  readonly id: Scalars['ID']['input'];
  /**
   * Chosen by the client, 1 to 256 characters, unique for each request of this client, for ever. The same key with the same content has one
   * effect and gets the first decision again, with the return as it is now.
   */
  readonly idempotencyKey: Scalars['ID']['input'];
  /** What went back on the shelf; everything approved when absent. At most 100. */
  readonly lines?: InputMaybe<ReadonlyArray<RestockReturnLineInput>>;
};

/** Units that went back on the shelf. */
export type RestockReturnLineInput = {
  /** The line. */
  readonly lineId: Scalars['ID']['input'];
  /** Base units; all that the step can move of the line when absent. */
  readonly quantity?: InputMaybe<Scalars['Quantity']['input']>;
};

/** Answer of `restockReturn`. */
export type RestockReturnPayload = {
  readonly __typename?: 'RestockReturnPayload';
  /** The point in the feed that contains this change, for `atLeast` and `after`; null when nothing was done. */
  readonly cursor?: Maybe<Scalars['Cursor']['output']>;
  /** The return as it is now; null when refused. */
  readonly return?: Maybe<Return>;
  /** Why it was refused: nothing was done then. Empty when it was done. */
  readonly userErrors: ReadonlyArray<RestockReturnUserError>;
};

/** One reason for which `restockReturn` refused. */
export type RestockReturnUserError = {
  readonly __typename?: 'RestockReturnUserError';
  /** Which rule refused it. */
  readonly code: RestockReturnErrorCode;
  /** Path of the offending value, from `"input"` down, list positions as numbers in strings; null when it concerns no single field. */
  readonly field?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** One sentence for developers, in English. Not for machines: compare `code`. */
  readonly message: Scalars['String']['output'];
  /** Which rule of the field was broken, with the code `INVALID_INPUT`; null with every other code, and where only `message` tells. */
  readonly problem?: Maybe<InputProblem>;
  /** Whether the same input may be accepted later, under a new key, without anybody mending it or the catalog: stock comes, a location opens again. */
  readonly retryable: Scalars['Boolean']['output'];
};

/** Units that a customer sends back. */
export type Return = {
  readonly __typename?: 'Return';
  /** The channel through which the units were sold; null when unknown. */
  readonly channel?: Maybe<Channel>;
  /** Id of the channel through which the units were sold; null when unknown. */
  readonly channelId?: Maybe<Scalars['ID']['output']>;
  /** What was unexpected about it, newest first. */
  readonly exceptions: ReadonlyArray<StockException>;
  /** Opaque. */
  readonly id: Scalars['ID']['output'];
  /**
   * Its lines in the order given; what came without having been authorized stands at the end, and a line received at several locations stands
   * as several.
   */
  readonly lines: ReadonlyArray<ReturnLine>;
  /** The location where it is expected or was received; null when unknown. */
  readonly location?: Maybe<Location>;
  /** Id of the location where it is expected or was received; null when unknown. */
  readonly locationId?: Maybe<Scalars['ID']['output']>;
  /** The source's clock: when it was first heard of. */
  readonly occurredAt: Scalars['DateTime']['output'];
  /** PostgreSQL's clock under the lock: when the hub first recorded it. */
  readonly recordedAt: Scalars['DateTime']['output'];
  /** The source's own name of the return or parcel. */
  readonly reference?: Maybe<Scalars['String']['output']>;
  /** The reservation by which the units were sold; null when unknown. */
  readonly reservation?: Maybe<Reservation>;
  /** Id of the reservation by which the units were sold; null when unknown. */
  readonly reservationId?: Maybe<Scalars['ID']['output']>;
  /**
   * State of its least advanced open units; with none open that of the furthest end: RESTOCKED, RETURNED_TO_VENDOR, DISPOSED, MISSING,
   * CANCELED, in this order.
   */
  readonly status: ReturnStatus;
  /** Counts its changes, from 1. Give it as `expectedVersion` to change only what you have read. */
  readonly version: Scalars['Int']['output'];
};

/** A page of returns. */
export type ReturnConnection = {
  readonly __typename?: 'ReturnConnection';
  /** Entries with their cursors, in the order asked for. */
  readonly edges: ReadonlyArray<ReturnEdge>;
  /** The same entries without their cursors. */
  readonly nodes: ReadonlyArray<Return>;
  /** Where this page stands. */
  readonly pageInfo: PageInfo;
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

/** One entry of a page of returns. */
export type ReturnEdge = {
  readonly __typename?: 'ReturnEdge';
  /** Marks this entry within its connection: give it as `after` to read on from here. Not a point in the feed. */
  readonly cursor: Scalars['String']['output'];
  /** The entry. */
  readonly node: Return;
};

/** Conditions on returns. Lists hold at most 250 values. */
export type ReturnFilter = {
  /** Sold through one of these channels. */
  readonly channelIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Expected or received at one of these locations. */
  readonly locationIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Recorded before this moment. */
  readonly recordedBefore?: InputMaybe<Scalars['DateTime']['input']>;
  /** Recorded at or after this moment. */
  readonly recordedFrom?: InputMaybe<Scalars['DateTime']['input']>;
  /** With one of these references. */
  readonly references?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Sold by one of these reservations. */
  readonly reservationIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** With a line of one of these SKUs. */
  readonly skus?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** In one of these states. */
  readonly statuses?: InputMaybe<ReadonlyArray<ReturnStatus>>;
};

/** Units of one SKU in a return, in base units. `quantity` is always the sum of the quantities by state. */
export type ReturnLine = {
  readonly __typename?: 'ReturnLine';
  /** Allowed to come back, not on the way. */
  readonly authorized: Scalars['Quantity']['output'];
  /** No longer allowed to come back. */
  readonly canceled: Scalars['Quantity']['output'];
  /** Disposed of. */
  readonly disposed: Scalars['Quantity']['output'];
  /** Opaque; names the line in the mutations of returns. */
  readonly id: Scalars['ID']['output'];
  /** On the way back. */
  readonly inTransit: Scalars['Quantity']['output'];
  /** Passed the inspection; in qualityHold. */
  readonly inspected: Scalars['Quantity']['output'];
  /** The item. */
  readonly item?: Maybe<InventoryItem>;
  /** The location where the received units are; null before. */
  readonly location?: Maybe<Location>;
  /** Id of the location where the received units are; null before. */
  readonly locationId?: Maybe<Scalars['ID']['output']>;
  /** Never arrived, or lost here. */
  readonly missing: Scalars['Quantity']['output'];
  /** All units of the line. */
  readonly quantity: Scalars['Quantity']['output'];
  /** Set apart; in qualityHold. */
  readonly quarantined: Scalars['Quantity']['output'];
  /** Why they come back, as the customer or the source said. */
  readonly reason?: Maybe<Scalars['String']['output']>;
  /** Arrived, waiting for inspection; in qualityHold. */
  readonly received: Scalars['Quantity']['output'];
  /** Allowed back on the shelf; in qualityHold. */
  readonly restockApproved: Scalars['Quantity']['output'];
  /** Back on the shelf: sellable. */
  readonly restocked: Scalars['Quantity']['output'];
  /** Sent to the vendor. */
  readonly returnedToVendor: Scalars['Quantity']['output'];
  /** SKU of the item. */
  readonly sku: Scalars['ID']['output'];
  /** State of the least advanced open units of the line, as for the whole. */
  readonly status: ReturnStatus;
  /** All balances of the item at that location; null before. */
  readonly stockLevel?: Maybe<StockLevel>;
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
  readonly locationId: Scalars['ID']['output'];
  readonly sku: Scalars['ID']['output'];
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
  Reservation: Reservation;
  Return: Return;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  InventoryItem:
    ( { __typename: 'InventoryItem' }
    & GraphQLRecursivePick<FederationTypes['InventoryItem'], {"sku":true}> );
  Reservation:
    ( { __typename: 'Reservation' }
    & GraphQLRecursivePick<FederationTypes['Reservation'], {"id":true}> );
  Return:
    ( { __typename: 'Return' }
    & GraphQLRecursivePick<FederationTypes['Return'], {"id":true}> );
};



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  ApproveRestockErrorCode: ApproveRestockErrorCode;
  ApproveRestockInput: ApproveRestockInput;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  ApproveRestockLineInput: ApproveRestockLineInput;
  ApproveRestockPayload: ResolverTypeWrapper<Omit<ApproveRestockPayload, 'return'> & { return?: Maybe<ResolversTypes['Return']> }>;
  ApproveRestockUserError: ResolverTypeWrapper<ApproveRestockUserError>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  AuthorizeReturnErrorCode: AuthorizeReturnErrorCode;
  AuthorizeReturnInput: AuthorizeReturnInput;
  AuthorizeReturnLineInput: AuthorizeReturnLineInput;
  AuthorizeReturnPayload: ResolverTypeWrapper<Omit<AuthorizeReturnPayload, 'return'> & { return?: Maybe<ResolversTypes['Return']> }>;
  AuthorizeReturnUserError: ResolverTypeWrapper<AuthorizeReturnUserError>;
  Channel: ResolverTypeWrapper<Channel>;
  Cursor: ResolverTypeWrapper<Scalars['Cursor']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  DispositionReturnErrorCode: DispositionReturnErrorCode;
  DispositionReturnInput: DispositionReturnInput;
  DispositionReturnLineInput: DispositionReturnLineInput;
  DispositionReturnPayload: ResolverTypeWrapper<Omit<DispositionReturnPayload, 'return'> & { return?: Maybe<ResolversTypes['Return']> }>;
  DispositionReturnUserError: ResolverTypeWrapper<DispositionReturnUserError>;
  InputProblem: InputProblem;
  InspectReturnErrorCode: InspectReturnErrorCode;
  InspectReturnInput: InspectReturnInput;
  InspectReturnLineInput: InspectReturnLineInput;
  InspectReturnPayload: ResolverTypeWrapper<Omit<InspectReturnPayload, 'return'> & { return?: Maybe<ResolversTypes['Return']> }>;
  InspectReturnUserError: ResolverTypeWrapper<InspectReturnUserError>;
  InspectionOutcome: InspectionOutcome;
  InventoryItem: ResolverTypeWrapper<Omit<InventoryItem, 'returns'> & { returns?: Maybe<ReadonlyArray<ResolversTypes['Return']>> }>;
  Location: ResolverTypeWrapper<Location>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Quantity: ResolverTypeWrapper<Scalars['Quantity']['output']>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  ReceiveReturnErrorCode: ReceiveReturnErrorCode;
  ReceiveReturnInput: ReceiveReturnInput;
  ReceiveReturnLineInput: ReceiveReturnLineInput;
  ReceiveReturnPayload: ResolverTypeWrapper<Omit<ReceiveReturnPayload, 'return'> & { return?: Maybe<ResolversTypes['Return']> }>;
  ReceiveReturnUserError: ResolverTypeWrapper<ReceiveReturnUserError>;
  Reservation: ResolverTypeWrapper<ReservationModel>;
  RestockReturnErrorCode: RestockReturnErrorCode;
  RestockReturnInput: RestockReturnInput;
  RestockReturnLineInput: RestockReturnLineInput;
  RestockReturnPayload: ResolverTypeWrapper<Omit<RestockReturnPayload, 'return'> & { return?: Maybe<ResolversTypes['Return']> }>;
  RestockReturnUserError: ResolverTypeWrapper<RestockReturnUserError>;
  Return: ResolverTypeWrapper<ReturnModel>;
  ReturnConnection: ResolverTypeWrapper<Omit<ReturnConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['ReturnEdge']>, nodes: ReadonlyArray<ResolversTypes['Return']> }>;
  ReturnDisposition: ReturnDisposition;
  ReturnEdge: ResolverTypeWrapper<Omit<ReturnEdge, 'node'> & { node: ResolversTypes['Return'] }>;
  ReturnFilter: ReturnFilter;
  ReturnLine: ResolverTypeWrapper<ReturnLineModel>;
  ReturnOrder: ReturnOrder;
  ReturnStatus: ReturnStatus;
  StockException: ResolverTypeWrapper<StockException>;
  StockExceptionKind: StockExceptionKind;
  StockLevel: ResolverTypeWrapper<StockLevel>;
  ViewerKind: ViewerKind;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  ApproveRestockInput: ApproveRestockInput;
  Int: Scalars['Int']['output'];
  ID: Scalars['ID']['output'];
  ApproveRestockLineInput: ApproveRestockLineInput;
  ApproveRestockPayload: Omit<ApproveRestockPayload, 'return'> & { return?: Maybe<ResolversParentTypes['Return']> };
  ApproveRestockUserError: ApproveRestockUserError;
  String: Scalars['String']['output'];
  Boolean: Scalars['Boolean']['output'];
  AuthorizeReturnInput: AuthorizeReturnInput;
  AuthorizeReturnLineInput: AuthorizeReturnLineInput;
  AuthorizeReturnPayload: Omit<AuthorizeReturnPayload, 'return'> & { return?: Maybe<ResolversParentTypes['Return']> };
  AuthorizeReturnUserError: AuthorizeReturnUserError;
  Channel: Channel;
  Cursor: Scalars['Cursor']['output'];
  DateTime: Scalars['DateTime']['output'];
  DispositionReturnInput: DispositionReturnInput;
  DispositionReturnLineInput: DispositionReturnLineInput;
  DispositionReturnPayload: Omit<DispositionReturnPayload, 'return'> & { return?: Maybe<ResolversParentTypes['Return']> };
  DispositionReturnUserError: DispositionReturnUserError;
  InspectReturnInput: InspectReturnInput;
  InspectReturnLineInput: InspectReturnLineInput;
  InspectReturnPayload: Omit<InspectReturnPayload, 'return'> & { return?: Maybe<ResolversParentTypes['Return']> };
  InspectReturnUserError: InspectReturnUserError;
  InventoryItem: Omit<InventoryItem, 'returns'> & { returns?: Maybe<ReadonlyArray<ResolversParentTypes['Return']>> } | FederationReferenceTypes['InventoryItem'];
  Location: Location;
  Mutation: Record<PropertyKey, never>;
  PageInfo: PageInfo;
  Quantity: Scalars['Quantity']['output'];
  Query: Record<PropertyKey, never>;
  ReceiveReturnInput: ReceiveReturnInput;
  ReceiveReturnLineInput: ReceiveReturnLineInput;
  ReceiveReturnPayload: Omit<ReceiveReturnPayload, 'return'> & { return?: Maybe<ResolversParentTypes['Return']> };
  ReceiveReturnUserError: ReceiveReturnUserError;
  Reservation: ReservationModel;
  RestockReturnInput: RestockReturnInput;
  RestockReturnLineInput: RestockReturnLineInput;
  RestockReturnPayload: Omit<RestockReturnPayload, 'return'> & { return?: Maybe<ResolversParentTypes['Return']> };
  RestockReturnUserError: RestockReturnUserError;
  Return: ReturnModel;
  ReturnConnection: Omit<ReturnConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['ReturnEdge']>, nodes: ReadonlyArray<ResolversParentTypes['Return']> };
  ReturnEdge: Omit<ReturnEdge, 'node'> & { node: ResolversParentTypes['Return'] };
  ReturnFilter: ReturnFilter;
  ReturnLine: ReturnLineModel;
  StockException: StockException;
  StockLevel: StockLevel;
};

export type AccessDirectiveArgs = {
  kinds: ReadonlyArray<ViewerKind>;
};

export type AccessDirectiveResolver<Result, Parent, ContextType = Context, Args = AccessDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type ApproveRestockPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ApproveRestockPayload'] = ResolversParentTypes['ApproveRestockPayload']> = {
  cursor?: Resolver<Maybe<ResolversTypes['Cursor']>, ParentType, ContextType>;
  return?: Resolver<Maybe<ResolversTypes['Return']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['ApproveRestockUserError']>, ParentType, ContextType>;
};

export type ApproveRestockUserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ApproveRestockUserError'] = ResolversParentTypes['ApproveRestockUserError']> = {
  code?: Resolver<ResolversTypes['ApproveRestockErrorCode'], ParentType, ContextType>;
  field?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  problem?: Resolver<Maybe<ResolversTypes['InputProblem']>, ParentType, ContextType>;
  retryable?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type AuthorizeReturnPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AuthorizeReturnPayload'] = ResolversParentTypes['AuthorizeReturnPayload']> = {
  cursor?: Resolver<Maybe<ResolversTypes['Cursor']>, ParentType, ContextType>;
  return?: Resolver<Maybe<ResolversTypes['Return']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['AuthorizeReturnUserError']>, ParentType, ContextType>;
};

export type AuthorizeReturnUserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AuthorizeReturnUserError'] = ResolversParentTypes['AuthorizeReturnUserError']> = {
  code?: Resolver<ResolversTypes['AuthorizeReturnErrorCode'], ParentType, ContextType>;
  field?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  problem?: Resolver<Maybe<ResolversTypes['InputProblem']>, ParentType, ContextType>;
  retryable?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type ChannelResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Channel'] = ResolversParentTypes['Channel']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export interface CursorScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Cursor'], any> {
  name: 'Cursor';
}

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type DispositionReturnPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DispositionReturnPayload'] = ResolversParentTypes['DispositionReturnPayload']> = {
  cursor?: Resolver<Maybe<ResolversTypes['Cursor']>, ParentType, ContextType>;
  return?: Resolver<Maybe<ResolversTypes['Return']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['DispositionReturnUserError']>, ParentType, ContextType>;
};

export type DispositionReturnUserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DispositionReturnUserError'] = ResolversParentTypes['DispositionReturnUserError']> = {
  code?: Resolver<ResolversTypes['DispositionReturnErrorCode'], ParentType, ContextType>;
  field?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  problem?: Resolver<Maybe<ResolversTypes['InputProblem']>, ParentType, ContextType>;
  retryable?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type InspectReturnPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InspectReturnPayload'] = ResolversParentTypes['InspectReturnPayload']> = {
  cursor?: Resolver<Maybe<ResolversTypes['Cursor']>, ParentType, ContextType>;
  return?: Resolver<Maybe<ResolversTypes['Return']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['InspectReturnUserError']>, ParentType, ContextType>;
};

export type InspectReturnUserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InspectReturnUserError'] = ResolversParentTypes['InspectReturnUserError']> = {
  code?: Resolver<ResolversTypes['InspectReturnErrorCode'], ParentType, ContextType>;
  field?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  problem?: Resolver<Maybe<ResolversTypes['InputProblem']>, ParentType, ContextType>;
  retryable?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type InventoryItemResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InventoryItem'] = ResolversParentTypes['InventoryItem'], FederationReferenceType extends FederationReferenceTypes['InventoryItem'] = FederationReferenceTypes['InventoryItem']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['InventoryItem']> | FederationReferenceType, FederationReferenceType, ContextType>;
  returns?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Return']>>, ParentType, ContextType, RequireFields<InventoryItemReturnsArgs, 'first'>>;
  sku?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type LocationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Location'] = ResolversParentTypes['Location']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  approveRestock?: Resolver<Maybe<ResolversTypes['ApproveRestockPayload']>, ParentType, ContextType, RequireFields<MutationApproveRestockArgs, 'input'>>;
  authorizeReturn?: Resolver<Maybe<ResolversTypes['AuthorizeReturnPayload']>, ParentType, ContextType, RequireFields<MutationAuthorizeReturnArgs, 'input'>>;
  dispositionReturn?: Resolver<Maybe<ResolversTypes['DispositionReturnPayload']>, ParentType, ContextType, RequireFields<MutationDispositionReturnArgs, 'input'>>;
  inspectReturn?: Resolver<Maybe<ResolversTypes['InspectReturnPayload']>, ParentType, ContextType, RequireFields<MutationInspectReturnArgs, 'input'>>;
  receiveReturn?: Resolver<Maybe<ResolversTypes['ReceiveReturnPayload']>, ParentType, ContextType, RequireFields<MutationReceiveReturnArgs, 'input'>>;
  restockReturn?: Resolver<Maybe<ResolversTypes['RestockReturnPayload']>, ParentType, ContextType, RequireFields<MutationRestockReturnArgs, 'input'>>;
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
  return?: Resolver<Maybe<ResolversTypes['Return']>, ParentType, ContextType, RequireFields<QueryReturnArgs, 'id'>>;
  returns?: Resolver<Maybe<ResolversTypes['ReturnConnection']>, ParentType, ContextType, RequireFields<QueryReturnsArgs, 'first' | 'orderBy'>>;
};

export type ReceiveReturnPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReceiveReturnPayload'] = ResolversParentTypes['ReceiveReturnPayload']> = {
  cursor?: Resolver<Maybe<ResolversTypes['Cursor']>, ParentType, ContextType>;
  return?: Resolver<Maybe<ResolversTypes['Return']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['ReceiveReturnUserError']>, ParentType, ContextType>;
};

export type ReceiveReturnUserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReceiveReturnUserError'] = ResolversParentTypes['ReceiveReturnUserError']> = {
  code?: Resolver<ResolversTypes['ReceiveReturnErrorCode'], ParentType, ContextType>;
  field?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  problem?: Resolver<Maybe<ResolversTypes['InputProblem']>, ParentType, ContextType>;
  retryable?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type ReservationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Reservation'] = ResolversParentTypes['Reservation'], FederationReferenceType extends FederationReferenceTypes['Reservation'] = FederationReferenceTypes['Reservation']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Reservation']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  returns?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Return']>>, ParentType, ContextType>;
};

export type RestockReturnPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RestockReturnPayload'] = ResolversParentTypes['RestockReturnPayload']> = {
  cursor?: Resolver<Maybe<ResolversTypes['Cursor']>, ParentType, ContextType>;
  return?: Resolver<Maybe<ResolversTypes['Return']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['RestockReturnUserError']>, ParentType, ContextType>;
};

export type RestockReturnUserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RestockReturnUserError'] = ResolversParentTypes['RestockReturnUserError']> = {
  code?: Resolver<ResolversTypes['RestockReturnErrorCode'], ParentType, ContextType>;
  field?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  problem?: Resolver<Maybe<ResolversTypes['InputProblem']>, ParentType, ContextType>;
  retryable?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type ReturnResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Return'] = ResolversParentTypes['Return'], FederationReferenceType extends FederationReferenceTypes['Return'] = FederationReferenceTypes['Return']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Return']> | FederationReferenceType, FederationReferenceType, ContextType>;
  channel?: Resolver<Maybe<ResolversTypes['Channel']>, ParentType, ContextType>;
  channelId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  exceptions?: Resolver<ReadonlyArray<ResolversTypes['StockException']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lines?: Resolver<ReadonlyArray<ResolversTypes['ReturnLine']>, ParentType, ContextType>;
  location?: Resolver<Maybe<ResolversTypes['Location']>, ParentType, ContextType>;
  locationId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  occurredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  recordedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  reference?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  reservation?: Resolver<Maybe<ResolversTypes['Reservation']>, ParentType, ContextType>;
  reservationId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['ReturnStatus'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ReturnConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReturnConnection'] = ResolversParentTypes['ReturnConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['ReturnEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Return']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ReturnEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReturnEdge'] = ResolversParentTypes['ReturnEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Return'], ParentType, ContextType>;
};

export type ReturnLineResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReturnLine'] = ResolversParentTypes['ReturnLine']> = {
  authorized?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  canceled?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  disposed?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  inTransit?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  inspected?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  item?: Resolver<Maybe<ResolversTypes['InventoryItem']>, ParentType, ContextType>;
  location?: Resolver<Maybe<ResolversTypes['Location']>, ParentType, ContextType>;
  locationId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  missing?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  quarantined?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  received?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  restockApproved?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  restocked?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  returnedToVendor?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  sku?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['ReturnStatus'], ParentType, ContextType>;
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

export type StockLevelResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StockLevel'] = ResolversParentTypes['StockLevel']> = {
  locationId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  sku?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  ApproveRestockPayload?: ApproveRestockPayloadResolvers<ContextType>;
  ApproveRestockUserError?: ApproveRestockUserErrorResolvers<ContextType>;
  AuthorizeReturnPayload?: AuthorizeReturnPayloadResolvers<ContextType>;
  AuthorizeReturnUserError?: AuthorizeReturnUserErrorResolvers<ContextType>;
  Channel?: ChannelResolvers<ContextType>;
  Cursor?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  DispositionReturnPayload?: DispositionReturnPayloadResolvers<ContextType>;
  DispositionReturnUserError?: DispositionReturnUserErrorResolvers<ContextType>;
  InspectReturnPayload?: InspectReturnPayloadResolvers<ContextType>;
  InspectReturnUserError?: InspectReturnUserErrorResolvers<ContextType>;
  InventoryItem?: InventoryItemResolvers<ContextType>;
  Location?: LocationResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Quantity?: GraphQLScalarType;
  Query?: QueryResolvers<ContextType>;
  ReceiveReturnPayload?: ReceiveReturnPayloadResolvers<ContextType>;
  ReceiveReturnUserError?: ReceiveReturnUserErrorResolvers<ContextType>;
  Reservation?: ReservationResolvers<ContextType>;
  RestockReturnPayload?: RestockReturnPayloadResolvers<ContextType>;
  RestockReturnUserError?: RestockReturnUserErrorResolvers<ContextType>;
  Return?: ReturnResolvers<ContextType>;
  ReturnConnection?: ReturnConnectionResolvers<ContextType>;
  ReturnEdge?: ReturnEdgeResolvers<ContextType>;
  ReturnLine?: ReturnLineResolvers<ContextType>;
  StockException?: StockExceptionResolvers<ContextType>;
  StockLevel?: StockLevelResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = Context> = {
  access?: AccessDirectiveResolver<any, any, ContextType>;
};
