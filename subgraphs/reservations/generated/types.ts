// Made by `npm run codegen` from the schema; not to be edited.
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { ReservationModel, ReservationLineModel, ReservationStepModel, CartModel, CartLineModel, Context } from '../models.ts';
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

/**
 * What there is for a cart, line by line, and how the hub chose. In the answer to a key that was used before, what was looked at is not told again. The
 * lines are then as they were answered first; except that where each of them was held whole at one location, they are told by the reservation's lines
 * as these are now: units that were moved since are told where they are now, and those that became a line of their own are not told.
 */
export type Cart = {
  readonly __typename?: 'Cart';
  /** One for each line of the input, in its order. */
  readonly lines: ReadonlyArray<CartLine>;
  /** How many locations hold something of it, or are to have it by a line's date: 0 when nothing is held or promised. */
  readonly parcels: Scalars['Int']['output'];
  /**
   * With FEWEST_PARCELS, whether it is certain that fewer do not have it, of several dates for each by itself; null otherwise, and when it is told
   * again.
   */
  readonly provenFewest?: Maybe<Scalars['Boolean']['output']>;
  /** How the hub chose. */
  readonly sourcing: Sourcing;
};

/** What `reserve` would answer to a cart. */
export type CartCheck = {
  readonly __typename?: 'CartCheck';
  /** PostgreSQL's clock when the stock was read; null when it was not. */
  readonly asOf?: Maybe<Scalars['DateTime']['output']>;
  /** What would become of each line, and why; null when the input is refused before the stock is looked at. */
  readonly cart?: Maybe<Cart>;
  /** The point in the feed at the reading; null when nothing was read. */
  readonly cursor?: Maybe<Scalars['Cursor']['output']>;
  /** Whether it would hold something: with `allOrNothing` every line whole (held, or backordered where the channel allows it), else anything. */
  readonly reservable: Scalars['Boolean']['output'];
  /** Why it would be refused; empty when it would not. */
  readonly userErrors: ReadonlyArray<ReserveUserError>;
};

/** What there is for one line of a cart, in base units. quantity = held + backordered + short, always. */
export type CartLine = {
  readonly __typename?: 'CartLine';
  /** As much of it as there is, or can be promised for its date, beside the lines before it, held or not. Lines that are wanted earlier come before. */
  readonly available: Scalars['Quantity']['output'];
  /** Waiting for stock: promised for the line's date, or where the channel allows it. */
  readonly backordered: Scalars['Quantity']['output'];
  /** By when it is wanted, as asked; null: now. */
  readonly by?: Maybe<Scalars['DateTime']['output']>;
  /** Why it stands where it stands. */
  readonly choice: SourcingChoice;
  /**
   * Locations that were looked at: those that are taken from, then the others in the order in which they are asked, closed ones last. Null when
   * the answer is told again.
   */
  readonly considered?: Maybe<ReadonlyArray<ConsideredLocation>>;
  /** Held; in `checkCart`, what would be. 0 when the cart is refused. */
  readonly held: Scalars['Quantity']['output'];
  /** The item. */
  readonly item?: Maybe<InventoryItem>;
  /** Where something is held or waits: one for each location. Empty when the cart is refused. */
  readonly parts: ReadonlyArray<CartLinePart>;
  /** Base units that were asked for. */
  readonly quantity: Scalars['Quantity']['output'];
  /** Neither held nor backordered. */
  readonly short: Scalars['Quantity']['output'];
  /** SKU of the item. */
  readonly sku: Scalars['ID']['output'];
};


/** What there is for one line of a cart, in base units. quantity = held + backordered + short, always. */
export type CartLineConsideredArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** What a line of a cart gets from one location, in base units. */
export type CartLinePart = {
  readonly __typename?: 'CartLinePart';
  /** Waiting for stock there. */
  readonly backordered: Scalars['Quantity']['output'];
  /** Great-circle meters from `near`; null without it, for a location without coordinates, and when it is told again. */
  readonly distanceMeters?: Maybe<Scalars['Int']['output']>;
  /** Held there. */
  readonly held: Scalars['Quantity']['output'];
  /** The location. */
  readonly location?: Maybe<Location>;
  /** Id of the location. */
  readonly locationId: Scalars['ID']['output'];
};

export type Channel = {
  readonly __typename?: 'Channel';
  readonly id: Scalars['ID']['output'];
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
  readonly expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** The reservation. */
  readonly id: Scalars['ID']['input'];
  /**
   * Chosen by the client, 1 to 256 characters, unique for each request of this client, for ever. The same key with the same content has one
   * effect and gets the first decision again, with the reservation as it is now: a retry that comes late may find that it has ended. Look at its
   * `status` before you charge.
   */
  readonly idempotencyKey: Scalars['ID']['input'];
  /** What to make firm; everything held or waiting when absent. At most 100. */
  readonly lines?: InputMaybe<ReadonlyArray<ConfirmReservationLineInput>>;
  /** Why, for the audit trail; at most 256 characters. */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
};

/** Units to be made firm. */
export type ConfirmReservationLineInput = {
  /** The line. */
  readonly lineId: Scalars['ID']['input'];
  /** Base units; everything unconfirmed of the line when absent. */
  readonly quantity?: InputMaybe<Scalars['Quantity']['input']>;
};

/** Answer of `confirmReservation`. */
export type ConfirmReservationPayload = {
  readonly __typename?: 'ConfirmReservationPayload';
  /** The point in the feed that contains this change, for `atLeast` and `after`; null when nothing was done. */
  readonly cursor?: Maybe<Scalars['Cursor']['output']>;
  /** The reservation as it is now; null when refused. */
  readonly reservation?: Maybe<Reservation>;
  /** Why it was refused: nothing was done then. Empty when it was done. */
  readonly userErrors: ReadonlyArray<ConfirmReservationUserError>;
};

/** One reason for which `confirmReservation` refused. */
export type ConfirmReservationUserError = {
  readonly __typename?: 'ConfirmReservationUserError';
  /** Which rule refused it. */
  readonly code: ConfirmReservationErrorCode;
  /** Path of the offending value, from `"input"` down, list positions as numbers in strings; null when it concerns no single field. */
  readonly field?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /**
   * The line of which too little is left, with the code `NO_LONGER_AVAILABLE`, whether it was named or not: one reason for each such line. Null with
   * every other code: what is wrong with a line that was named is told by `field`.
   */
  readonly lineId?: Maybe<Scalars['ID']['output']>;
  /** One sentence for developers, in English. Not for machines: compare `code`. */
  readonly message: Scalars['String']['output'];
  /** Which rule of the field was broken, with the code `INVALID_INPUT`; null with every other code, and where only `message` tells. */
  readonly problem?: Maybe<InputProblem>;
  /** Whether the same input may be accepted later, under a new key, without anybody mending it or the catalog: stock comes, a location opens again. */
  readonly retryable: Scalars['Boolean']['output'];
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
  readonly idempotencyKey: Scalars['ID']['input'];
  /** Why, for the audit trail; at most 256 characters. */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
  /** 1 to 1,000, decided in this order. One that is named twice is decided twice. */
  readonly reservations: ReadonlyArray<ConfirmReservationsItemInput>;
};

/** One of the reservations of `confirmReservations`. */
export type ConfirmReservationsItemInput = {
  /**
   * The `version` that you have read; the request is refused with VERSION_CONFLICT when the reservation has another one now. Absent: whatever it
   * is.
   */
  readonly expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** The reservation. */
  readonly id: Scalars['ID']['input'];
  /** What to make firm; everything held or waiting when absent. At most 100. */
  readonly lines?: InputMaybe<ReadonlyArray<ConfirmReservationLineInput>>;
};

/** Answer of `confirmReservations`. */
export type ConfirmReservationsPayload = {
  readonly __typename?: 'ConfirmReservationsPayload';
  /** The point in the feed that contains all changes, for `atLeast` and `after`; null when nothing was done. */
  readonly cursor?: Maybe<Scalars['Cursor']['output']>;
  /** One result for each reservation, in the order of the input; null when the request as a whole was refused. */
  readonly results?: Maybe<ReadonlyArray<ConfirmReservationsResult>>;
  /** Why the request as a whole was refused; empty when each reservation has its result. */
  readonly userErrors: ReadonlyArray<ConfirmReservationsUserError>;
};

/** What became of one reservation of `confirmReservations`. */
export type ConfirmReservationsResult = {
  readonly __typename?: 'ConfirmReservationsResult';
  /** The id that was given. */
  readonly id: Scalars['ID']['output'];
  /** The reservation as it is now; null when refused. */
  readonly reservation?: Maybe<Reservation>;
  /** Why it was refused; empty when it was done. `field` begins at `input`, `reservations` and the position of the reservation. */
  readonly userErrors: ReadonlyArray<ConfirmReservationUserError>;
};

/** One reason for which `confirmReservations` refused as a whole. */
export type ConfirmReservationsUserError = {
  readonly __typename?: 'ConfirmReservationsUserError';
  /** Which rule refused it. */
  readonly code: ConfirmReservationsErrorCode;
  /** Path of the offending value, from `"input"` down, list positions as numbers in strings; null when it concerns no single field. */
  readonly field?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** One sentence for developers, in English. Not for machines: compare `code`. */
  readonly message: Scalars['String']['output'];
  /** Which rule of the field was broken, with the code `INVALID_INPUT`; null with every other code, and where only `message` tells. */
  readonly problem?: Maybe<InputProblem>;
  /** Whether the same input may be accepted later, under a new key, without anybody mending it or the catalog: stock comes, a location opens again. */
  readonly retryable: Scalars['Boolean']['output'];
};

/** A location that was looked at for a line of a cart. */
export type ConsideredLocation = {
  readonly __typename?: 'ConsideredLocation';
  /**
   * What it had for the channel before the cart took anything, in base units; may be negative. For a line with a date what can be had by then,
   * beside lines that are wanted earlier.
   */
  readonly atf: Scalars['Quantity']['output'];
  /** Great-circle meters from `near`; null without it, and for a location without coordinates. */
  readonly distanceMeters?: Maybe<Scalars['Int']['output']>;
  /** The location. */
  readonly location?: Maybe<Location>;
  /** Id of the location. */
  readonly locationId: Scalars['ID']['output'];
  /** Its priority in the channel; lower is asked first. */
  readonly priority?: Maybe<Scalars['Int']['output']>;
  /** Taken from it for this line, in base units. */
  readonly quantity: Scalars['Quantity']['output'];
  /** What became of it. */
  readonly verdict: SourcingVerdict;
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
  readonly expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** The reservation. */
  readonly id: Scalars['ID']['input'];
  /**
   * Chosen by the client, 1 to 256 characters, unique for each request of this client, for ever. The same key with the same content has one
   * effect and gets the first decision again, with the reservation as it is now: a retry that comes late may find that it has ended. Look at its
   * `status` before you charge.
   */
  readonly idempotencyKey: Scalars['ID']['input'];
  /** Why, for the audit trail; at most 256 characters. */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
  /** Seconds until it ends by itself, counted from this request, not from the end before: 1 to 2,592,000 (30 days). There may be any number of extensions. */
  readonly ttlSeconds?: InputMaybe<Scalars['Int']['input']>;
};

/** Answer of `extendReservation`. */
export type ExtendReservationPayload = {
  readonly __typename?: 'ExtendReservationPayload';
  /** The point in the feed that contains this change, for `atLeast` and `after`; null when nothing was done. */
  readonly cursor?: Maybe<Scalars['Cursor']['output']>;
  /** The reservation as it is now; null when refused. */
  readonly reservation?: Maybe<Reservation>;
  /** Why it was refused: nothing was done then. Empty when it was done. */
  readonly userErrors: ReadonlyArray<ExtendReservationUserError>;
};

/** One reason for which `extendReservation` refused. */
export type ExtendReservationUserError = {
  readonly __typename?: 'ExtendReservationUserError';
  /** Which rule refused it. */
  readonly code: ExtendReservationErrorCode;
  /** Path of the offending value, from `"input"` down, list positions as numbers in strings; null when it concerns no single field. */
  readonly field?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** One sentence for developers, in English. Not for machines: compare `code`. */
  readonly message: Scalars['String']['output'];
  /** Which rule of the field was broken, with the code `INVALID_INPUT`; null with every other code, and where only `message` tells. */
  readonly problem?: Maybe<InputProblem>;
  /** Whether the same input may be accepted later, under a new key, without anybody mending it or the catalog: stock comes, a location opens again. */
  readonly retryable: Scalars['Boolean']['output'];
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
  readonly expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** The reservation. */
  readonly id: Scalars['ID']['input'];
  /**
   * Chosen by the client, 1 to 256 characters, unique for each request of this client, for ever. The same key with the same content has one
   * effect and gets the first decision again, with the reservation as it is now.
   */
  readonly idempotencyKey: Scalars['ID']['input'];
  /** What was shipped; everything confirmed and open when absent. At most 100. */
  readonly lines?: InputMaybe<ReadonlyArray<FulfillReservationLineInput>>;
  /** Why, for the audit trail; at most 256 characters. */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
};

/** Units that were shipped. */
export type FulfillReservationLineInput = {
  /** The line. */
  readonly lineId: Scalars['ID']['input'];
  /** Base units; everything confirmed and open of the line when absent. */
  readonly quantity?: InputMaybe<Scalars['Quantity']['input']>;
};

/** Answer of `fulfillReservation`. */
export type FulfillReservationPayload = {
  readonly __typename?: 'FulfillReservationPayload';
  /** The point in the feed that contains this change, for `atLeast` and `after`; null when nothing was done. */
  readonly cursor?: Maybe<Scalars['Cursor']['output']>;
  /** The reservation as it is now; null when refused. */
  readonly reservation?: Maybe<Reservation>;
  /** Why it was refused: nothing was done then. Empty when it was done. */
  readonly userErrors: ReadonlyArray<FulfillReservationUserError>;
};

/** One reason for which `fulfillReservation` refused. */
export type FulfillReservationUserError = {
  readonly __typename?: 'FulfillReservationUserError';
  /** Which rule refused it. */
  readonly code: FulfillReservationErrorCode;
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
  /** Reservations with a line of this item, of the channels that the viewer may see. */
  readonly reservations?: Maybe<ReadonlyArray<Reservation>>;
  readonly sku: Scalars['ID']['output'];
};


export type InventoryItemReservationsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  statuses?: InputMaybe<ReadonlyArray<ReservationStatus>>;
};

export type Location = {
  readonly __typename?: 'Location';
  readonly id: Scalars['ID']['output'];
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
  readonly expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /**
   * Chosen by the client, 1 to 256 characters, unique for each request of this client, for ever. The same key with the same content has one
   * effect and gets the first decision again, with the reservation as it is now.
   */
  readonly idempotencyKey: Scalars['ID']['input'];
  /** The line; it names its reservation as well. */
  readonly lineId: Scalars['ID']['input'];
  /** Where to: one of the channel's locations, and not the one where the line stands. */
  readonly locationId: Scalars['ID']['input'];
  /** Base units; everything open of the line when absent. */
  readonly quantity?: InputMaybe<Scalars['Quantity']['input']>;
  /** Why, for the audit trail; at most 256 characters. */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
};

/** Answer of `moveReservationLine`. */
export type MoveReservationLinePayload = {
  readonly __typename?: 'MoveReservationLinePayload';
  /** The point in the feed that contains this change, for `atLeast` and `after`; null when nothing was done. */
  readonly cursor?: Maybe<Scalars['Cursor']['output']>;
  /** The reservation as it is now; null when refused. */
  readonly reservation?: Maybe<Reservation>;
  /** Why it was refused: nothing was done then. Empty when it was done. */
  readonly userErrors: ReadonlyArray<MoveReservationLineUserError>;
};

/** One reason for which `moveReservationLine` refused. */
export type MoveReservationLineUserError = {
  readonly __typename?: 'MoveReservationLineUserError';
  /** Which rule refused it. */
  readonly code: MoveReservationLineErrorCode;
  /** Path of the offending value, from `"input"` down, list positions as numbers in strings; null when it concerns no single field. */
  readonly field?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** One sentence for developers, in English. Not for machines: compare `code`. */
  readonly message: Scalars['String']['output'];
  /** Which rule of the field was broken, with the code `INVALID_INPUT`; null with every other code, and where only `message` tells. */
  readonly problem?: Maybe<InputProblem>;
  /** Whether the same input may be accepted later, under a new key, without anybody mending it or the catalog: stock comes, a location opens again. */
  readonly retryable: Scalars['Boolean']['output'];
};

export type Mutation = {
  readonly __typename?: 'Mutation';
  /**
   * Makes a hold firm: all of it, or the given lines, of each first what is held, then what is backordered. What is held becomes committed where
   * sellable − committed covers it; the rest is backordered where the channel allows it, else the whole is refused with NO_LONGER_AVAILABLE.
   * A backorder that is confirmed no longer expires. Where only some of what waits in a line is confirmed, the unconfirmed rest of it becomes a
   * line of its own.
   */
  readonly confirmReservation?: Maybe<ConfirmReservationPayload>;
  /**
   * Confirms up to 1,000 reservations, each as `confirmReservation` does and with a result of its own: that one is refused does not concern the
   * others. They are decided in the order given and written in one transaction, so a retry with the same key gets the first decisions (and the
   * reservations as they are now), and after a failure in the middle nothing was done and all is done by the retry. Refused as a whole are none or too
   * many of them, a key that was used with other content, and a text that breaks a rule of its field, such as an empty id or one of more than 256
   * characters.
   */
  readonly confirmReservations?: Maybe<ConfirmReservationsPayload>;
  /**
   * Makes a hold end later, or sooner: up to 30 days from now, any number of times. Concerns what is held and what is backordered without being
   * confirmed.
   */
  readonly extendReservation?: Maybe<ExtendReservationPayload>;
  /**
   * Says that confirmed units were shipped or handed over: all of them, or the given quantities. An order that leaves in several parcels is
   * fulfilled as often, each time with what is in the parcel.
   */
  readonly fulfillReservation?: Maybe<FulfillReservationPayload>;
  /**
   * Promises what is open of a line, or some of it, from another location, in one step: at no time is it held nowhere or twice. What is held stays
   * held with the same end, what is committed stays committed; both need as much atf at the target, else the whole is refused with
   * INSUFFICIENT_STOCK. What is backordered (of some, the first to go, as with `releaseReservation`) waits at the target with its age, and is
   * covered at once as far as there is anything; what was promised for a date has to be available there by then. A line of which everything is moved keeps its id; else the units that were moved become a new
   * line, the last one.
   */
  readonly moveReservationLine?: Maybe<MoveReservationLinePayload>;
  /**
   * Gives back what is held, committed or backordered: all of it, or the given lines, of each first what is backordered, then what is held, then
   * what is committed.
   */
  readonly releaseReservation?: Maybe<ReleaseReservationPayload>;
  /**
   * Releases up to 1,000 reservations, each as `releaseReservation` does and with a result of its own: that one is refused does not concern the
   * others. They are decided in the order given and written in one transaction, so a retry with the same key gets the first decisions (and the
   * reservations as they are now), and after a failure in the middle nothing was done and all is done by the retry. Refused as a whole are none or too
   * many of them, a key that was used with other content, and a text that breaks a rule of its field, such as an empty id or one of more than 256
   * characters.
   */
  readonly releaseReservations?: Maybe<ReleaseReservationsPayload>;
  /**
   * Holds units for a limited time. What a channel is shown is what it can reserve: a line is covered when its location's atf and the
   * channel's ats (without its cap) allow it. Without a location the hub chooses as `sourcing` says, and may split the line. If there is any
   * way to have the whole cart, it is found. What is not covered is backordered where the channel allows it. A line `by` a date is a preorder:
   * what is not there waits for supply that is due by then. Where the channel tells shops and partners bands, a cart that cannot be had whole gets no
   * more than the least of each band, and of a line that waits no more is told to have come.
   */
  readonly reserve?: Maybe<ReservePayload>;
};


export type MutationConfirmReservationArgs = {
  input: ConfirmReservationInput;
};


export type MutationConfirmReservationsArgs = {
  input: ConfirmReservationsInput;
};


export type MutationExtendReservationArgs = {
  input: ExtendReservationInput;
};


export type MutationFulfillReservationArgs = {
  input: FulfillReservationInput;
};


export type MutationMoveReservationLineArgs = {
  input: MoveReservationLineInput;
};


export type MutationReleaseReservationArgs = {
  input: ReleaseReservationInput;
};


export type MutationReleaseReservationsArgs = {
  input: ReleaseReservationsInput;
};


export type MutationReserveArgs = {
  input: ReserveInput;
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

/** A place on earth, in degrees of WGS 84. */
export type PointInput = {
  /** Degrees north, −90 to 90. */
  readonly latitude: Scalars['Float']['input'];
  /** Degrees east, −180 to 180. */
  readonly longitude: Scalars['Float']['input'];
};

export type Query = {
  readonly __typename?: 'Query';
  /**
   * What `reserve` would answer to this cart now, without holding anything: the same rules, the same choice, the same `userErrors` with the same
   * paths. Somebody else may be faster afterwards. Where the channel tells shops and partners bands, they are answered as if there were no more than
   * the least of each band: what is more can be had by `reserve` alone.
   */
  readonly checkCart?: Maybe<CartCheck>;
  /** The reservation with this id; null when there is none or the viewer may not see it. A storefront sees those that its own client made. */
  readonly reservation?: Maybe<Reservation>;
  /** Reservations of the channels that the viewer may see. */
  readonly reservations?: Maybe<ReservationConnection>;
};


export type QueryCheckCartArgs = {
  allOrNothing?: InputMaybe<Scalars['Boolean']['input']>;
  atLeast?: InputMaybe<Scalars['Cursor']['input']>;
  channelId: Scalars['ID']['input'];
  lines: ReadonlyArray<ReserveLineInput>;
  near?: InputMaybe<PointInput>;
  sourcing?: InputMaybe<Sourcing>;
};


export type QueryReservationArgs = {
  atLeast?: InputMaybe<Scalars['Cursor']['input']>;
  id: Scalars['ID']['input'];
};


export type QueryReservationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  atLeast?: InputMaybe<Scalars['Cursor']['input']>;
  filter?: InputMaybe<ReservationFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<ReservationOrder>;
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
  readonly expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** The reservation. */
  readonly id: Scalars['ID']['input'];
  /**
   * Chosen by the client, 1 to 256 characters, unique for each request of this client, for ever. The same key with the same content has one
   * effect and gets the first decision again, with the reservation as it is now.
   */
  readonly idempotencyKey: Scalars['ID']['input'];
  /** What to give back; everything open when absent. At most 100. */
  readonly lines?: InputMaybe<ReadonlyArray<ReleaseReservationLineInput>>;
  /** Why, for the audit trail; at most 256 characters. */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
};

/** Units to be given back. */
export type ReleaseReservationLineInput = {
  /** The line. */
  readonly lineId: Scalars['ID']['input'];
  /** Base units; everything open of the line when absent. */
  readonly quantity?: InputMaybe<Scalars['Quantity']['input']>;
};

/** Answer of `releaseReservation`. */
export type ReleaseReservationPayload = {
  readonly __typename?: 'ReleaseReservationPayload';
  /** The point in the feed that contains this change, for `atLeast` and `after`; null when nothing was done. */
  readonly cursor?: Maybe<Scalars['Cursor']['output']>;
  /** The reservation as it is now; null when refused. */
  readonly reservation?: Maybe<Reservation>;
  /** Why it was refused: nothing was done then. Empty when it was done. */
  readonly userErrors: ReadonlyArray<ReleaseReservationUserError>;
};

/** One reason for which `releaseReservation` refused. */
export type ReleaseReservationUserError = {
  readonly __typename?: 'ReleaseReservationUserError';
  /** Which rule refused it. */
  readonly code: ReleaseReservationErrorCode;
  /** Path of the offending value, from `"input"` down, list positions as numbers in strings; null when it concerns no single field. */
  readonly field?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** One sentence for developers, in English. Not for machines: compare `code`. */
  readonly message: Scalars['String']['output'];
  /** Which rule of the field was broken, with the code `INVALID_INPUT`; null with every other code, and where only `message` tells. */
  readonly problem?: Maybe<InputProblem>;
  /** Whether the same input may be accepted later, under a new key, without anybody mending it or the catalog: stock comes, a location opens again. */
  readonly retryable: Scalars['Boolean']['output'];
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
  readonly idempotencyKey: Scalars['ID']['input'];
  /** Why, for the audit trail; at most 256 characters. */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
  /** 1 to 1,000, decided in this order. One that is named twice is decided twice. */
  readonly reservations: ReadonlyArray<ReleaseReservationsItemInput>;
};

/** One of the reservations of `releaseReservations`. */
export type ReleaseReservationsItemInput = {
  /**
   * The `version` that you have read; the request is refused with VERSION_CONFLICT when the reservation has another one now. Absent: whatever it
   * is.
   */
  readonly expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** The reservation. */
  readonly id: Scalars['ID']['input'];
  /** What to give back; everything open when absent. At most 100. */
  readonly lines?: InputMaybe<ReadonlyArray<ReleaseReservationLineInput>>;
};

/** Answer of `releaseReservations`. */
export type ReleaseReservationsPayload = {
  readonly __typename?: 'ReleaseReservationsPayload';
  /** The point in the feed that contains all changes, for `atLeast` and `after`; null when nothing was done. */
  readonly cursor?: Maybe<Scalars['Cursor']['output']>;
  /** One result for each reservation, in the order of the input; null when the request as a whole was refused. */
  readonly results?: Maybe<ReadonlyArray<ReleaseReservationsResult>>;
  /** Why the request as a whole was refused; empty when each reservation has its result. */
  readonly userErrors: ReadonlyArray<ReleaseReservationsUserError>;
};

/** What became of one reservation of `releaseReservations`. */
export type ReleaseReservationsResult = {
  readonly __typename?: 'ReleaseReservationsResult';
  /** The id that was given. */
  readonly id: Scalars['ID']['output'];
  /** The reservation as it is now; null when refused. */
  readonly reservation?: Maybe<Reservation>;
  /** Why it was refused; empty when it was done. `field` begins at `input`, `reservations` and the position of the reservation. */
  readonly userErrors: ReadonlyArray<ReleaseReservationUserError>;
};

/** One reason for which `releaseReservations` refused as a whole. */
export type ReleaseReservationsUserError = {
  readonly __typename?: 'ReleaseReservationsUserError';
  /** Which rule refused it. */
  readonly code: ReleaseReservationsErrorCode;
  /** Path of the offending value, from `"input"` down, list positions as numbers in strings; null when it concerns no single field. */
  readonly field?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** One sentence for developers, in English. Not for machines: compare `code`. */
  readonly message: Scalars['String']['output'];
  /** Which rule of the field was broken, with the code `INVALID_INPUT`; null with every other code, and where only `message` tells. */
  readonly problem?: Maybe<InputProblem>;
  /** Whether the same input may be accepted later, under a new key, without anybody mending it or the catalog: stock comes, a location opens again. */
  readonly retryable: Scalars['Boolean']['output'];
};

/** A promise of units to somebody, made through a channel. */
export type Reservation = {
  readonly __typename?: 'Reservation';
  /** The channel through which it was made. */
  readonly channel?: Maybe<Channel>;
  /** Id of the channel through which it was made. */
  readonly channelId: Scalars['ID']['output'];
  /** A point in the feed that this state contains, where `reservationChanged` tells it; else null: payloads of mutations have a cursor of their own. */
  readonly cursor?: Maybe<Scalars['Cursor']['output']>;
  /** What was unexpected about it, newest first. */
  readonly exceptions: ReadonlyArray<StockException>;
  /** When what is still held, or backordered without being confirmed, ends by itself; null when nothing does. */
  readonly expiresAt?: Maybe<Scalars['DateTime']['output']>;
  /** What was done with it: who, when, why, and by which journal entries; the newest first. */
  readonly history: ReadonlyArray<ReservationStep>;
  /** Opaque. */
  readonly id: Scalars['ID']['output'];
  /**
   * Its lines in the order given; a line that the hub split stands as several, one for each location. Units that were moved, or confirmed while
   * others of their line wait, may become a further line at the end.
   */
  readonly lines: ReadonlyArray<ReservationLine>;
  /** The source's clock: when it was made. */
  readonly occurredAt: Scalars['DateTime']['output'];
  /** PostgreSQL's clock under the lock: when the hub recorded it. */
  readonly recordedAt: Scalars['DateTime']['output'];
  /** The client's own name of the cart or order. */
  readonly reference?: Maybe<Scalars['String']['output']>;
  /** State of its least advanced open line; with none open FULFILLED if any unit was, else RELEASED, else EXPIRED. */
  readonly status: ReservationStatus;
  /**
   * 1 when it was made. It rises with each change, by one for each line that was changed: confirming a hold of three lines raises it by three. A hold whose
   * time is over has changed. Give it as `expectedVersion` to change only what you have read.
   */
  readonly version: Scalars['Int']['output'];
};


/** A promise of units to somebody, made through a channel. */
export type ReservationHistoryArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** A page of reservations. */
export type ReservationConnection = {
  readonly __typename?: 'ReservationConnection';
  /** Entries with their cursors, in the order asked for. */
  readonly edges: ReadonlyArray<ReservationEdge>;
  /** The same entries without their cursors. */
  readonly nodes: ReadonlyArray<Reservation>;
  /** Where this page stands. */
  readonly pageInfo: PageInfo;
};

/** One entry of a page of reservations. */
export type ReservationEdge = {
  readonly __typename?: 'ReservationEdge';
  /** Marks this entry within its connection: give it as `after` to read on from here. Not a point in the feed. */
  readonly cursor: Scalars['String']['output'];
  /** The entry. */
  readonly node: Reservation;
};

/**
 * Conditions on reservations; absent or null: none. Lists hold at most 250 values. An empty list is met by nothing, and so are values that do not exist,
 * such as the id of a channel that is unknown or not to be seen: the page is empty then, which is no error.
 */
export type ReservationFilter = {
  /** Made through one of these channels. */
  readonly channelIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** With a line at one of these locations. */
  readonly locationIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Recorded before this moment. */
  readonly recordedBefore?: InputMaybe<Scalars['DateTime']['input']>;
  /** Recorded at or after this moment. */
  readonly recordedFrom?: InputMaybe<Scalars['DateTime']['input']>;
  /** With one of these references. */
  readonly references?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** With a line of one of these SKUs. */
  readonly skus?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** In one of these states. */
  readonly statuses?: InputMaybe<ReadonlyArray<ReservationStatus>>;
};

/** Units of one SKU at one location. quantity = held + committed + backordered + fulfilled + released + expired, always. */
export type ReservationLine = {
  readonly __typename?: 'ReservationLine';
  /** Base units that wait for stock. Filled as stock arrives: first what was promised for a date, the earliest date before others, then by age. */
  readonly backordered: Scalars['Quantity']['output'];
  /** Base units that are confirmed and not shipped. */
  readonly committed: Scalars['Quantity']['output'];
  /** Base units whose time was over. */
  readonly expired: Scalars['Quantity']['output'];
  /** Base units that were shipped or handed over. */
  readonly fulfilled: Scalars['Quantity']['output'];
  /** Base units that are held and end by themselves. */
  readonly held: Scalars['Quantity']['output'];
  /** Opaque; names the line in mutations. */
  readonly id: Scalars['ID']['output'];
  /** The item. */
  readonly item?: Maybe<InventoryItem>;
  /** The location. */
  readonly location?: Maybe<Location>;
  /** Id of the location, given or chosen. */
  readonly locationId: Scalars['ID']['output'];
  /**
   * For when what had to wait was promised, as the line asked; null where nothing had to wait for a date. Whether that can still be kept is told by
   * `exceptions`.
   */
  readonly promisedBy?: Maybe<Scalars['DateTime']['output']>;
  /** Base units that were asked for, less those that became another line. */
  readonly quantity: Scalars['Quantity']['output'];
  /**
   * Base units that were given back, and those that were short when the cart was reserved with `allOrNothing: false`: these were never held, and no step
   * RELEASE in `history` tells of them.
   */
  readonly released: Scalars['Quantity']['output'];
  /** SKU of the item. */
  readonly sku: Scalars['ID']['output'];
  /** State of the least advanced open part. */
  readonly status: ReservationStatus;
  /** All balances of the item at the location. */
  readonly stockLevel?: Maybe<StockLevel>;
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

/**
 * One step in the life of a reservation: what one request or event, or time, did of one kind. An order that is partly covered was both held and
 * backordered: two steps at one moment.
 */
export type ReservationStep = {
  readonly __typename?: 'ReservationStep';
  /** The journal entries of it, in the order of the feed; none where only a time changed. Null in place of one that the viewer may not see. */
  readonly entries: ReadonlyArray<Maybe<StockMovement>>;
  /** CloudEvents id of the event; null when it was no event. */
  readonly eventId?: Maybe<Scalars['String']['output']>;
  /** What was done. */
  readonly kind: ReservationStepKind;
  /** The source's clock: when it happened; of several lines that ended by themselves, the first. */
  readonly occurredAt: Scalars['DateTime']['output'];
  /** Why, as the source said. */
  readonly reason?: Maybe<Scalars['String']['output']>;
  /** PostgreSQL's clock under the lock: when the hub recorded it. */
  readonly recordedAt: Scalars['DateTime']['output'];
  /**
   * Who did it: the CloudEvents source of an event, or the client of a mutation; of a FILL who told of the stock that came. Null for what time did, and for what was filled
   * later than its stock came.
   */
  readonly source?: Maybe<Scalars['String']['output']>;
};

/** Kinds of steps in the life of a reservation. */
export type ReservationStepKind =
  /** Units were promised without stock behind them. */
  | 'BACKORDER'
  /** Units became firm, or waiting units were confirmed. */
  | 'CONFIRM'
  /** Units ended by themselves. */
  | 'EXPIRE'
  /** The end of a hold was set anew. */
  | 'EXTEND'
  /** Stock came for what was backordered. */
  | 'FILL'
  /** Units were shipped or handed over. */
  | 'FULFILL'
  /** Units were held. */
  | 'HOLD'
  /** Units are promised from another location, or stand in another line. */
  | 'MOVE'
  /** Units were given back. What was short when the cart was reserved was never held, and is no step. */
  | 'RELEASE';

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
  readonly allOrNothing?: InputMaybe<Scalars['Boolean']['input']>;
  /** The channel through which units are sold. */
  readonly channelId: Scalars['ID']['input'];
  /**
   * Chosen by the client, 1 to 256 characters, unique for each request of this client, for ever. The same key with the same content has one
   * effect and gets the first decision again, with the reservation as it is now: a retry that comes late may find that it has ended. Look at its
   * `status` before you charge.
   */
  readonly idempotencyKey: Scalars['ID']['input'];
  /** 1 to 100 lines. Lines of the same SKU share what there is, in their order. */
  readonly lines: ReadonlyArray<ReserveLineInput>;
  /** Where the units are to go, or to be fetched from. NEAREST needs it; with FEWEST_PARCELS the nearest of equally few are taken. */
  readonly near?: InputMaybe<PointInput>;
  /** The client's own name of the cart or order; at most 256 characters. */
  readonly reference?: InputMaybe<Scalars['String']['input']>;
  /** How the hub chooses for lines that name no location. When absent: NEAREST where `near` is given, else PRIORITY. */
  readonly sourcing?: InputMaybe<Sourcing>;
  /** Seconds until the hold ends by itself: 1 to 2,592,000 (30 days). `extendReservation` gives more, any number of times. */
  readonly ttlSeconds?: InputMaybe<Scalars['Int']['input']>;
};

/** Units to be held. */
export type ReserveLineInput = {
  /**
   * Promise it for then, a preorder: as much as `availability(by:)` shows. What is there is held now, and the rest waits (`backordered`,
   * `promisedBy`) for supply that is due by then and promised to nobody else, whether the channel takes backorders or not. What cannot be promised is
   * short, also where the channel takes backorders. Absent: now. A date that is past means now as well, except that what is not there is short then too:
   * INSUFFICIENT_SUPPLY.
   */
  readonly by?: InputMaybe<Scalars['DateTime']['input']>;
  /** Hold there and nowhere else; without it the hub chooses and may split. One of the channel's locations. */
  readonly locationId?: InputMaybe<Scalars['ID']['input']>;
  /** How many of `unit`; at least 1. */
  readonly quantity: Scalars['Quantity']['input'];
  /** SKU of the item. */
  readonly sku: Scalars['ID']['input'];
  /** The base unit when absent. */
  readonly unit?: InputMaybe<Scalars['String']['input']>;
};

/** Answer of `reserve`. */
export type ReservePayload = {
  readonly __typename?: 'ReservePayload';
  /**
   * What became of each line, and why. Also when nothing is held because there is not enough; null when the input was refused before the stock
   * was looked at, or the same key was refused before.
   */
  readonly cart?: Maybe<Cart>;
  /** The point in the feed that contains this change, for `atLeast` and `after`; null when nothing was done. */
  readonly cursor?: Maybe<Scalars['Cursor']['output']>;
  /** What was reserved, which may wait for stock as a whole; null when it was refused. As it is now, also for a key that was used before. */
  readonly reservation?: Maybe<Reservation>;
  /**
   * Why it was refused: nothing is held then. Empty when something was reserved; what is short of a cart with `allOrNothing: false` is no error, but told
   * by `cart.lines`.
   */
  readonly userErrors: ReadonlyArray<ReserveUserError>;
};

/** One reason for which `reserve` refused. */
export type ReserveUserError = {
  readonly __typename?: 'ReserveUserError';
  /** Which rule refused it. */
  readonly code: ReserveErrorCode;
  /** Path of the offending value, from `"input"` down, list positions as numbers in strings; null when it concerns no single field. */
  readonly field?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** One sentence for developers, in English. Not for machines: compare `code`. */
  readonly message: Scalars['String']['output'];
  /** Which rule of the field was broken, with the code `INVALID_INPUT`; null with every other code, and where only `message` tells. */
  readonly problem?: Maybe<InputProblem>;
  /** Whether the same input may be accepted later, under a new key, without anybody mending it or the catalog: stock comes, a location opens again. */
  readonly retryable: Scalars['Boolean']['output'];
};

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
  /** Reservations with an open line here: what held, committed and backordered are made of. */
  readonly openReservations?: Maybe<ReadonlyArray<Reservation>>;
  readonly sku: Scalars['ID']['output'];
};


export type StockLevelOpenReservationsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};

export type StockMovement = {
  readonly __typename?: 'StockMovement';
  readonly id: Scalars['ID']['output'];
};

/** What can be listened to. Every event carries a cursor from which to resume. */
export type Subscription = {
  readonly __typename?: 'Subscription';
  /**
   * The reservation as it is, then every later state of it, in order; states that were overtaken may be skipped, the last one never is. Completes when
   * it can change no more: FULFILLED, RELEASED or EXPIRED. An event's `cursor` is a point that its state contains. Refused at the start with
   * `NOT_FOUND`: there is none, or the viewer may not see it. What links to other entities is told as it is when the reservation itself changes.
   */
  readonly reservationChanged: Reservation;
};


/** What can be listened to. Every event carries a cursor from which to resume. */
export type SubscriptionReservationChangedArgs = {
  id: Scalars['ID']['input'];
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
  StockLevel: StockLevel;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  InventoryItem:
    ( { __typename: 'InventoryItem' }
    & GraphQLRecursivePick<FederationTypes['InventoryItem'], {"sku":true}> );
  Reservation:
    ( { __typename: 'Reservation' }
    & GraphQLRecursivePick<FederationTypes['Reservation'], {"id":true}> );
  StockLevel:
    ( { __typename: 'StockLevel' }
    & GraphQLRecursivePick<FederationTypes['StockLevel'], {"sku":true,"locationId":true}> );
};



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Cart: ResolverTypeWrapper<CartModel>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  CartCheck: ResolverTypeWrapper<Omit<CartCheck, 'cart'> & { cart?: Maybe<ResolversTypes['Cart']> }>;
  CartLine: ResolverTypeWrapper<CartLineModel>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  CartLinePart: ResolverTypeWrapper<CartLinePart>;
  Channel: ResolverTypeWrapper<Channel>;
  ConfirmReservationErrorCode: ConfirmReservationErrorCode;
  ConfirmReservationInput: ConfirmReservationInput;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  ConfirmReservationLineInput: ConfirmReservationLineInput;
  ConfirmReservationPayload: ResolverTypeWrapper<Omit<ConfirmReservationPayload, 'reservation'> & { reservation?: Maybe<ResolversTypes['Reservation']> }>;
  ConfirmReservationUserError: ResolverTypeWrapper<ConfirmReservationUserError>;
  ConfirmReservationsErrorCode: ConfirmReservationsErrorCode;
  ConfirmReservationsInput: ConfirmReservationsInput;
  ConfirmReservationsItemInput: ConfirmReservationsItemInput;
  ConfirmReservationsPayload: ResolverTypeWrapper<Omit<ConfirmReservationsPayload, 'results'> & { results?: Maybe<ReadonlyArray<ResolversTypes['ConfirmReservationsResult']>> }>;
  ConfirmReservationsResult: ResolverTypeWrapper<Omit<ConfirmReservationsResult, 'reservation'> & { reservation?: Maybe<ResolversTypes['Reservation']> }>;
  ConfirmReservationsUserError: ResolverTypeWrapper<ConfirmReservationsUserError>;
  ConsideredLocation: ResolverTypeWrapper<ConsideredLocation>;
  Cursor: ResolverTypeWrapper<Scalars['Cursor']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  ExtendReservationErrorCode: ExtendReservationErrorCode;
  ExtendReservationInput: ExtendReservationInput;
  ExtendReservationPayload: ResolverTypeWrapper<Omit<ExtendReservationPayload, 'reservation'> & { reservation?: Maybe<ResolversTypes['Reservation']> }>;
  ExtendReservationUserError: ResolverTypeWrapper<ExtendReservationUserError>;
  FulfillReservationErrorCode: FulfillReservationErrorCode;
  FulfillReservationInput: FulfillReservationInput;
  FulfillReservationLineInput: FulfillReservationLineInput;
  FulfillReservationPayload: ResolverTypeWrapper<Omit<FulfillReservationPayload, 'reservation'> & { reservation?: Maybe<ResolversTypes['Reservation']> }>;
  FulfillReservationUserError: ResolverTypeWrapper<FulfillReservationUserError>;
  InputProblem: InputProblem;
  InventoryItem: ResolverTypeWrapper<Omit<InventoryItem, 'reservations'> & { reservations?: Maybe<ReadonlyArray<ResolversTypes['Reservation']>> }>;
  Location: ResolverTypeWrapper<Location>;
  MoveReservationLineErrorCode: MoveReservationLineErrorCode;
  MoveReservationLineInput: MoveReservationLineInput;
  MoveReservationLinePayload: ResolverTypeWrapper<Omit<MoveReservationLinePayload, 'reservation'> & { reservation?: Maybe<ResolversTypes['Reservation']> }>;
  MoveReservationLineUserError: ResolverTypeWrapper<MoveReservationLineUserError>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  PointInput: PointInput;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  Quantity: ResolverTypeWrapper<Scalars['Quantity']['output']>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  ReleaseReservationErrorCode: ReleaseReservationErrorCode;
  ReleaseReservationInput: ReleaseReservationInput;
  ReleaseReservationLineInput: ReleaseReservationLineInput;
  ReleaseReservationPayload: ResolverTypeWrapper<Omit<ReleaseReservationPayload, 'reservation'> & { reservation?: Maybe<ResolversTypes['Reservation']> }>;
  ReleaseReservationUserError: ResolverTypeWrapper<ReleaseReservationUserError>;
  ReleaseReservationsErrorCode: ReleaseReservationsErrorCode;
  ReleaseReservationsInput: ReleaseReservationsInput;
  ReleaseReservationsItemInput: ReleaseReservationsItemInput;
  ReleaseReservationsPayload: ResolverTypeWrapper<Omit<ReleaseReservationsPayload, 'results'> & { results?: Maybe<ReadonlyArray<ResolversTypes['ReleaseReservationsResult']>> }>;
  ReleaseReservationsResult: ResolverTypeWrapper<Omit<ReleaseReservationsResult, 'reservation'> & { reservation?: Maybe<ResolversTypes['Reservation']> }>;
  ReleaseReservationsUserError: ResolverTypeWrapper<ReleaseReservationsUserError>;
  Reservation: ResolverTypeWrapper<ReservationModel>;
  ReservationConnection: ResolverTypeWrapper<Omit<ReservationConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['ReservationEdge']>, nodes: ReadonlyArray<ResolversTypes['Reservation']> }>;
  ReservationEdge: ResolverTypeWrapper<Omit<ReservationEdge, 'node'> & { node: ResolversTypes['Reservation'] }>;
  ReservationFilter: ReservationFilter;
  ReservationLine: ResolverTypeWrapper<ReservationLineModel>;
  ReservationOrder: ReservationOrder;
  ReservationStatus: ReservationStatus;
  ReservationStep: ResolverTypeWrapper<ReservationStepModel>;
  ReservationStepKind: ReservationStepKind;
  ReserveErrorCode: ReserveErrorCode;
  ReserveInput: ReserveInput;
  ReserveLineInput: ReserveLineInput;
  ReservePayload: ResolverTypeWrapper<Omit<ReservePayload, 'cart' | 'reservation'> & { cart?: Maybe<ResolversTypes['Cart']>, reservation?: Maybe<ResolversTypes['Reservation']> }>;
  ReserveUserError: ResolverTypeWrapper<ReserveUserError>;
  Sourcing: Sourcing;
  SourcingChoice: SourcingChoice;
  SourcingVerdict: SourcingVerdict;
  StockException: ResolverTypeWrapper<StockException>;
  StockExceptionKind: StockExceptionKind;
  StockLevel: ResolverTypeWrapper<Omit<StockLevel, 'openReservations'> & { openReservations?: Maybe<ReadonlyArray<ResolversTypes['Reservation']>> }>;
  StockMovement: ResolverTypeWrapper<StockMovement>;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  ViewerKind: ViewerKind;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Cart: CartModel;
  Int: Scalars['Int']['output'];
  Boolean: Scalars['Boolean']['output'];
  CartCheck: Omit<CartCheck, 'cart'> & { cart?: Maybe<ResolversParentTypes['Cart']> };
  CartLine: CartLineModel;
  ID: Scalars['ID']['output'];
  CartLinePart: CartLinePart;
  Channel: Channel;
  ConfirmReservationInput: ConfirmReservationInput;
  String: Scalars['String']['output'];
  ConfirmReservationLineInput: ConfirmReservationLineInput;
  ConfirmReservationPayload: Omit<ConfirmReservationPayload, 'reservation'> & { reservation?: Maybe<ResolversParentTypes['Reservation']> };
  ConfirmReservationUserError: ConfirmReservationUserError;
  ConfirmReservationsInput: ConfirmReservationsInput;
  ConfirmReservationsItemInput: ConfirmReservationsItemInput;
  ConfirmReservationsPayload: Omit<ConfirmReservationsPayload, 'results'> & { results?: Maybe<ReadonlyArray<ResolversParentTypes['ConfirmReservationsResult']>> };
  ConfirmReservationsResult: Omit<ConfirmReservationsResult, 'reservation'> & { reservation?: Maybe<ResolversParentTypes['Reservation']> };
  ConfirmReservationsUserError: ConfirmReservationsUserError;
  ConsideredLocation: ConsideredLocation;
  Cursor: Scalars['Cursor']['output'];
  DateTime: Scalars['DateTime']['output'];
  ExtendReservationInput: ExtendReservationInput;
  ExtendReservationPayload: Omit<ExtendReservationPayload, 'reservation'> & { reservation?: Maybe<ResolversParentTypes['Reservation']> };
  ExtendReservationUserError: ExtendReservationUserError;
  FulfillReservationInput: FulfillReservationInput;
  FulfillReservationLineInput: FulfillReservationLineInput;
  FulfillReservationPayload: Omit<FulfillReservationPayload, 'reservation'> & { reservation?: Maybe<ResolversParentTypes['Reservation']> };
  FulfillReservationUserError: FulfillReservationUserError;
  InventoryItem: Omit<InventoryItem, 'reservations'> & { reservations?: Maybe<ReadonlyArray<ResolversParentTypes['Reservation']>> } | FederationReferenceTypes['InventoryItem'];
  Location: Location;
  MoveReservationLineInput: MoveReservationLineInput;
  MoveReservationLinePayload: Omit<MoveReservationLinePayload, 'reservation'> & { reservation?: Maybe<ResolversParentTypes['Reservation']> };
  MoveReservationLineUserError: MoveReservationLineUserError;
  Mutation: Record<PropertyKey, never>;
  PageInfo: PageInfo;
  PointInput: PointInput;
  Float: Scalars['Float']['output'];
  Quantity: Scalars['Quantity']['output'];
  Query: Record<PropertyKey, never>;
  ReleaseReservationInput: ReleaseReservationInput;
  ReleaseReservationLineInput: ReleaseReservationLineInput;
  ReleaseReservationPayload: Omit<ReleaseReservationPayload, 'reservation'> & { reservation?: Maybe<ResolversParentTypes['Reservation']> };
  ReleaseReservationUserError: ReleaseReservationUserError;
  ReleaseReservationsInput: ReleaseReservationsInput;
  ReleaseReservationsItemInput: ReleaseReservationsItemInput;
  ReleaseReservationsPayload: Omit<ReleaseReservationsPayload, 'results'> & { results?: Maybe<ReadonlyArray<ResolversParentTypes['ReleaseReservationsResult']>> };
  ReleaseReservationsResult: Omit<ReleaseReservationsResult, 'reservation'> & { reservation?: Maybe<ResolversParentTypes['Reservation']> };
  ReleaseReservationsUserError: ReleaseReservationsUserError;
  Reservation: ReservationModel;
  ReservationConnection: Omit<ReservationConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['ReservationEdge']>, nodes: ReadonlyArray<ResolversParentTypes['Reservation']> };
  ReservationEdge: Omit<ReservationEdge, 'node'> & { node: ResolversParentTypes['Reservation'] };
  ReservationFilter: ReservationFilter;
  ReservationLine: ReservationLineModel;
  ReservationStep: ReservationStepModel;
  ReserveInput: ReserveInput;
  ReserveLineInput: ReserveLineInput;
  ReservePayload: Omit<ReservePayload, 'cart' | 'reservation'> & { cart?: Maybe<ResolversParentTypes['Cart']>, reservation?: Maybe<ResolversParentTypes['Reservation']> };
  ReserveUserError: ReserveUserError;
  StockException: StockException;
  StockLevel: Omit<StockLevel, 'openReservations'> & { openReservations?: Maybe<ReadonlyArray<ResolversParentTypes['Reservation']>> } | FederationReferenceTypes['StockLevel'];
  StockMovement: StockMovement;
  Subscription: Record<PropertyKey, never>;
};

export type AccessDirectiveArgs = {
  kinds: ReadonlyArray<ViewerKind>;
};

export type AccessDirectiveResolver<Result, Parent, ContextType = Context, Args = AccessDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type CartResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Cart'] = ResolversParentTypes['Cart']> = {
  lines?: Resolver<ReadonlyArray<ResolversTypes['CartLine']>, ParentType, ContextType>;
  parcels?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  provenFewest?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  sourcing?: Resolver<ResolversTypes['Sourcing'], ParentType, ContextType>;
};

export type CartCheckResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CartCheck'] = ResolversParentTypes['CartCheck']> = {
  asOf?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  cart?: Resolver<Maybe<ResolversTypes['Cart']>, ParentType, ContextType>;
  cursor?: Resolver<Maybe<ResolversTypes['Cursor']>, ParentType, ContextType>;
  reservable?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['ReserveUserError']>, ParentType, ContextType>;
};

export type CartLineResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CartLine'] = ResolversParentTypes['CartLine']> = {
  available?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  backordered?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  by?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  choice?: Resolver<ResolversTypes['SourcingChoice'], ParentType, ContextType>;
  considered?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ConsideredLocation']>>, ParentType, ContextType, RequireFields<CartLineConsideredArgs, 'first'>>;
  held?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  item?: Resolver<Maybe<ResolversTypes['InventoryItem']>, ParentType, ContextType>;
  parts?: Resolver<ReadonlyArray<ResolversTypes['CartLinePart']>, ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  short?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  sku?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type CartLinePartResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CartLinePart'] = ResolversParentTypes['CartLinePart']> = {
  backordered?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  distanceMeters?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  held?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  location?: Resolver<Maybe<ResolversTypes['Location']>, ParentType, ContextType>;
  locationId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type ChannelResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Channel'] = ResolversParentTypes['Channel']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type ConfirmReservationPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ConfirmReservationPayload'] = ResolversParentTypes['ConfirmReservationPayload']> = {
  cursor?: Resolver<Maybe<ResolversTypes['Cursor']>, ParentType, ContextType>;
  reservation?: Resolver<Maybe<ResolversTypes['Reservation']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['ConfirmReservationUserError']>, ParentType, ContextType>;
};

export type ConfirmReservationUserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ConfirmReservationUserError'] = ResolversParentTypes['ConfirmReservationUserError']> = {
  code?: Resolver<ResolversTypes['ConfirmReservationErrorCode'], ParentType, ContextType>;
  field?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  lineId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  problem?: Resolver<Maybe<ResolversTypes['InputProblem']>, ParentType, ContextType>;
  retryable?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type ConfirmReservationsPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ConfirmReservationsPayload'] = ResolversParentTypes['ConfirmReservationsPayload']> = {
  cursor?: Resolver<Maybe<ResolversTypes['Cursor']>, ParentType, ContextType>;
  results?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ConfirmReservationsResult']>>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['ConfirmReservationsUserError']>, ParentType, ContextType>;
};

export type ConfirmReservationsResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ConfirmReservationsResult'] = ResolversParentTypes['ConfirmReservationsResult']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  reservation?: Resolver<Maybe<ResolversTypes['Reservation']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['ConfirmReservationUserError']>, ParentType, ContextType>;
};

export type ConfirmReservationsUserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ConfirmReservationsUserError'] = ResolversParentTypes['ConfirmReservationsUserError']> = {
  code?: Resolver<ResolversTypes['ConfirmReservationsErrorCode'], ParentType, ContextType>;
  field?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  problem?: Resolver<Maybe<ResolversTypes['InputProblem']>, ParentType, ContextType>;
  retryable?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type ConsideredLocationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ConsideredLocation'] = ResolversParentTypes['ConsideredLocation']> = {
  atf?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  distanceMeters?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  location?: Resolver<Maybe<ResolversTypes['Location']>, ParentType, ContextType>;
  locationId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  priority?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  verdict?: Resolver<ResolversTypes['SourcingVerdict'], ParentType, ContextType>;
};

export interface CursorScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Cursor'], any> {
  name: 'Cursor';
}

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type ExtendReservationPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ExtendReservationPayload'] = ResolversParentTypes['ExtendReservationPayload']> = {
  cursor?: Resolver<Maybe<ResolversTypes['Cursor']>, ParentType, ContextType>;
  reservation?: Resolver<Maybe<ResolversTypes['Reservation']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['ExtendReservationUserError']>, ParentType, ContextType>;
};

export type ExtendReservationUserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ExtendReservationUserError'] = ResolversParentTypes['ExtendReservationUserError']> = {
  code?: Resolver<ResolversTypes['ExtendReservationErrorCode'], ParentType, ContextType>;
  field?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  problem?: Resolver<Maybe<ResolversTypes['InputProblem']>, ParentType, ContextType>;
  retryable?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type FulfillReservationPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FulfillReservationPayload'] = ResolversParentTypes['FulfillReservationPayload']> = {
  cursor?: Resolver<Maybe<ResolversTypes['Cursor']>, ParentType, ContextType>;
  reservation?: Resolver<Maybe<ResolversTypes['Reservation']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['FulfillReservationUserError']>, ParentType, ContextType>;
};

export type FulfillReservationUserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FulfillReservationUserError'] = ResolversParentTypes['FulfillReservationUserError']> = {
  code?: Resolver<ResolversTypes['FulfillReservationErrorCode'], ParentType, ContextType>;
  field?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  problem?: Resolver<Maybe<ResolversTypes['InputProblem']>, ParentType, ContextType>;
  retryable?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type InventoryItemResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InventoryItem'] = ResolversParentTypes['InventoryItem'], FederationReferenceType extends FederationReferenceTypes['InventoryItem'] = FederationReferenceTypes['InventoryItem']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['InventoryItem']> | FederationReferenceType, FederationReferenceType, ContextType>;
  reservations?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Reservation']>>, ParentType, ContextType, RequireFields<InventoryItemReservationsArgs, 'first'>>;
  sku?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type LocationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Location'] = ResolversParentTypes['Location']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type MoveReservationLinePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MoveReservationLinePayload'] = ResolversParentTypes['MoveReservationLinePayload']> = {
  cursor?: Resolver<Maybe<ResolversTypes['Cursor']>, ParentType, ContextType>;
  reservation?: Resolver<Maybe<ResolversTypes['Reservation']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['MoveReservationLineUserError']>, ParentType, ContextType>;
};

export type MoveReservationLineUserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MoveReservationLineUserError'] = ResolversParentTypes['MoveReservationLineUserError']> = {
  code?: Resolver<ResolversTypes['MoveReservationLineErrorCode'], ParentType, ContextType>;
  field?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  problem?: Resolver<Maybe<ResolversTypes['InputProblem']>, ParentType, ContextType>;
  retryable?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  confirmReservation?: Resolver<Maybe<ResolversTypes['ConfirmReservationPayload']>, ParentType, ContextType, RequireFields<MutationConfirmReservationArgs, 'input'>>;
  confirmReservations?: Resolver<Maybe<ResolversTypes['ConfirmReservationsPayload']>, ParentType, ContextType, RequireFields<MutationConfirmReservationsArgs, 'input'>>;
  extendReservation?: Resolver<Maybe<ResolversTypes['ExtendReservationPayload']>, ParentType, ContextType, RequireFields<MutationExtendReservationArgs, 'input'>>;
  fulfillReservation?: Resolver<Maybe<ResolversTypes['FulfillReservationPayload']>, ParentType, ContextType, RequireFields<MutationFulfillReservationArgs, 'input'>>;
  moveReservationLine?: Resolver<Maybe<ResolversTypes['MoveReservationLinePayload']>, ParentType, ContextType, RequireFields<MutationMoveReservationLineArgs, 'input'>>;
  releaseReservation?: Resolver<Maybe<ResolversTypes['ReleaseReservationPayload']>, ParentType, ContextType, RequireFields<MutationReleaseReservationArgs, 'input'>>;
  releaseReservations?: Resolver<Maybe<ResolversTypes['ReleaseReservationsPayload']>, ParentType, ContextType, RequireFields<MutationReleaseReservationsArgs, 'input'>>;
  reserve?: Resolver<Maybe<ResolversTypes['ReservePayload']>, ParentType, ContextType, RequireFields<MutationReserveArgs, 'input'>>;
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
  checkCart?: Resolver<Maybe<ResolversTypes['CartCheck']>, ParentType, ContextType, RequireFields<QueryCheckCartArgs, 'allOrNothing' | 'channelId' | 'lines'>>;
  reservation?: Resolver<Maybe<ResolversTypes['Reservation']>, ParentType, ContextType, RequireFields<QueryReservationArgs, 'id'>>;
  reservations?: Resolver<Maybe<ResolversTypes['ReservationConnection']>, ParentType, ContextType, RequireFields<QueryReservationsArgs, 'first' | 'orderBy'>>;
};

export type ReleaseReservationPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReleaseReservationPayload'] = ResolversParentTypes['ReleaseReservationPayload']> = {
  cursor?: Resolver<Maybe<ResolversTypes['Cursor']>, ParentType, ContextType>;
  reservation?: Resolver<Maybe<ResolversTypes['Reservation']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['ReleaseReservationUserError']>, ParentType, ContextType>;
};

export type ReleaseReservationUserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReleaseReservationUserError'] = ResolversParentTypes['ReleaseReservationUserError']> = {
  code?: Resolver<ResolversTypes['ReleaseReservationErrorCode'], ParentType, ContextType>;
  field?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  problem?: Resolver<Maybe<ResolversTypes['InputProblem']>, ParentType, ContextType>;
  retryable?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type ReleaseReservationsPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReleaseReservationsPayload'] = ResolversParentTypes['ReleaseReservationsPayload']> = {
  cursor?: Resolver<Maybe<ResolversTypes['Cursor']>, ParentType, ContextType>;
  results?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ReleaseReservationsResult']>>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['ReleaseReservationsUserError']>, ParentType, ContextType>;
};

export type ReleaseReservationsResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReleaseReservationsResult'] = ResolversParentTypes['ReleaseReservationsResult']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  reservation?: Resolver<Maybe<ResolversTypes['Reservation']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['ReleaseReservationUserError']>, ParentType, ContextType>;
};

export type ReleaseReservationsUserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReleaseReservationsUserError'] = ResolversParentTypes['ReleaseReservationsUserError']> = {
  code?: Resolver<ResolversTypes['ReleaseReservationsErrorCode'], ParentType, ContextType>;
  field?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  problem?: Resolver<Maybe<ResolversTypes['InputProblem']>, ParentType, ContextType>;
  retryable?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type ReservationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Reservation'] = ResolversParentTypes['Reservation'], FederationReferenceType extends FederationReferenceTypes['Reservation'] = FederationReferenceTypes['Reservation']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Reservation']> | FederationReferenceType, FederationReferenceType, ContextType>;
  channel?: Resolver<Maybe<ResolversTypes['Channel']>, ParentType, ContextType>;
  channelId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  cursor?: Resolver<Maybe<ResolversTypes['Cursor']>, ParentType, ContextType>;
  exceptions?: Resolver<ReadonlyArray<ResolversTypes['StockException']>, ParentType, ContextType>;
  expiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  history?: Resolver<ReadonlyArray<ResolversTypes['ReservationStep']>, ParentType, ContextType, RequireFields<ReservationHistoryArgs, 'first'>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lines?: Resolver<ReadonlyArray<ResolversTypes['ReservationLine']>, ParentType, ContextType>;
  occurredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  recordedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  reference?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['ReservationStatus'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ReservationConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReservationConnection'] = ResolversParentTypes['ReservationConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['ReservationEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Reservation']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ReservationEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReservationEdge'] = ResolversParentTypes['ReservationEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Reservation'], ParentType, ContextType>;
};

export type ReservationLineResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReservationLine'] = ResolversParentTypes['ReservationLine']> = {
  backordered?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  committed?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  expired?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  fulfilled?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  held?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  item?: Resolver<Maybe<ResolversTypes['InventoryItem']>, ParentType, ContextType>;
  location?: Resolver<Maybe<ResolversTypes['Location']>, ParentType, ContextType>;
  locationId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  promisedBy?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  released?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  sku?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['ReservationStatus'], ParentType, ContextType>;
  stockLevel?: Resolver<Maybe<ResolversTypes['StockLevel']>, ParentType, ContextType>;
};

export type ReservationStepResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReservationStep'] = ResolversParentTypes['ReservationStep']> = {
  entries?: Resolver<ReadonlyArray<Maybe<ResolversTypes['StockMovement']>>, ParentType, ContextType>;
  eventId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ReservationStepKind'], ParentType, ContextType>;
  occurredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  recordedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  source?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ReservePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReservePayload'] = ResolversParentTypes['ReservePayload']> = {
  cart?: Resolver<Maybe<ResolversTypes['Cart']>, ParentType, ContextType>;
  cursor?: Resolver<Maybe<ResolversTypes['Cursor']>, ParentType, ContextType>;
  reservation?: Resolver<Maybe<ResolversTypes['Reservation']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['ReserveUserError']>, ParentType, ContextType>;
};

export type ReserveUserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReserveUserError'] = ResolversParentTypes['ReserveUserError']> = {
  code?: Resolver<ResolversTypes['ReserveErrorCode'], ParentType, ContextType>;
  field?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  problem?: Resolver<Maybe<ResolversTypes['InputProblem']>, ParentType, ContextType>;
  retryable?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
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
  locationId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  openReservations?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Reservation']>>, ParentType, ContextType, RequireFields<StockLevelOpenReservationsArgs, 'first'>>;
  sku?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type StockMovementResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StockMovement'] = ResolversParentTypes['StockMovement']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type SubscriptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  reservationChanged?: SubscriptionResolver<ResolversTypes['Reservation'], "reservationChanged", ParentType, ContextType, RequireFields<SubscriptionReservationChangedArgs, 'id'>>;
};

export type Resolvers<ContextType = Context> = {
  Cart?: CartResolvers<ContextType>;
  CartCheck?: CartCheckResolvers<ContextType>;
  CartLine?: CartLineResolvers<ContextType>;
  CartLinePart?: CartLinePartResolvers<ContextType>;
  Channel?: ChannelResolvers<ContextType>;
  ConfirmReservationPayload?: ConfirmReservationPayloadResolvers<ContextType>;
  ConfirmReservationUserError?: ConfirmReservationUserErrorResolvers<ContextType>;
  ConfirmReservationsPayload?: ConfirmReservationsPayloadResolvers<ContextType>;
  ConfirmReservationsResult?: ConfirmReservationsResultResolvers<ContextType>;
  ConfirmReservationsUserError?: ConfirmReservationsUserErrorResolvers<ContextType>;
  ConsideredLocation?: ConsideredLocationResolvers<ContextType>;
  Cursor?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  ExtendReservationPayload?: ExtendReservationPayloadResolvers<ContextType>;
  ExtendReservationUserError?: ExtendReservationUserErrorResolvers<ContextType>;
  FulfillReservationPayload?: FulfillReservationPayloadResolvers<ContextType>;
  FulfillReservationUserError?: FulfillReservationUserErrorResolvers<ContextType>;
  InventoryItem?: InventoryItemResolvers<ContextType>;
  Location?: LocationResolvers<ContextType>;
  MoveReservationLinePayload?: MoveReservationLinePayloadResolvers<ContextType>;
  MoveReservationLineUserError?: MoveReservationLineUserErrorResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Quantity?: GraphQLScalarType;
  Query?: QueryResolvers<ContextType>;
  ReleaseReservationPayload?: ReleaseReservationPayloadResolvers<ContextType>;
  ReleaseReservationUserError?: ReleaseReservationUserErrorResolvers<ContextType>;
  ReleaseReservationsPayload?: ReleaseReservationsPayloadResolvers<ContextType>;
  ReleaseReservationsResult?: ReleaseReservationsResultResolvers<ContextType>;
  ReleaseReservationsUserError?: ReleaseReservationsUserErrorResolvers<ContextType>;
  Reservation?: ReservationResolvers<ContextType>;
  ReservationConnection?: ReservationConnectionResolvers<ContextType>;
  ReservationEdge?: ReservationEdgeResolvers<ContextType>;
  ReservationLine?: ReservationLineResolvers<ContextType>;
  ReservationStep?: ReservationStepResolvers<ContextType>;
  ReservePayload?: ReservePayloadResolvers<ContextType>;
  ReserveUserError?: ReserveUserErrorResolvers<ContextType>;
  StockException?: StockExceptionResolvers<ContextType>;
  StockLevel?: StockLevelResolvers<ContextType>;
  StockMovement?: StockMovementResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = Context> = {
  access?: AccessDirectiveResolver<any, any, ContextType>;
};
