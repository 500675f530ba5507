// Made by `npm run codegen` from the schema; not to be edited.
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { AvailabilityModel, AvailabilityLocationModel, AvailabilityTermModel, FenceModel, ChannelModel, ChannelLocationModel, QuantityBandModel, Context } from '../models.ts';
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

/** What may be sold of one SKU through one channel. */
export type Availability = {
  readonly __typename?: 'Availability';
  /** PostgreSQL's clock when the balances were read. */
  readonly asOf: Scalars['DateTime']['output'];
  /** Between which numbers the quantity lies, where the channel tells its shops and partners only that; null: `quantity` is exact. */
  readonly band?: Maybe<QuantityBand>;
  /** For when it is to be promised, as asked; null: now. */
  readonly by?: Maybe<Scalars['DateTime']['output']>;
  /** The channel. */
  readonly channel?: Maybe<Channel>;
  /** Id of the channel. */
  readonly channelId: Scalars['ID']['output'];
  /** The point in the feed at the reading; give it as `after` to hear of everything later. */
  readonly cursor: Scalars['Cursor']['output'];
  /** How `quantity` came about, term by term. */
  readonly explanation: AvailabilityExplanation;
  /** The item. */
  readonly item?: Maybe<InventoryItem>;
  /** Where: the channel's locations by priority, those with nothing included. With `near` by distance; those without coordinates come last. */
  readonly locations: ReadonlyArray<AvailabilityLocation>;
  /**
   * Available to sell, in base units: ats = max(0, min(cap, Σ max(0, atf) over the channel's locations − buffer)). Closed locations count for
   * nothing. With `by` each location counts with max(0, atf, atp). What is shown here can be reserved. Where the channel tells bands, shops and
   * partners get the least number of the `band`.
   */
  readonly quantity: Scalars['Quantity']['output'];
  /** SKU of the item. */
  readonly sku: Scalars['ID']['output'];
  /** What a shop would show. Where the channel tells bands it follows from the band, for everybody, so that it tells no more. */
  readonly status: AvailabilityStatus;
};

/** Which changes of availability are told. */
export type AvailabilityCondition =
  /** Those of `status`, as the channel's `lowStockThreshold` and `lowStockHysteresis` make it. */
  | 'STATUS_CHANGES';

/** How ats came about: ats = max(0, min(cap, sum − buffer)). All in base units, from the same reading as the quantity that it explains. */
export type AvailabilityExplanation = {
  readonly __typename?: 'AvailabilityExplanation';
  /** Whether the channel takes orders that no stock covers. */
  readonly allowBackorder: Scalars['Boolean']['output'];
  /** Available to sell over all of the channel's locations. */
  readonly ats: Scalars['Quantity']['output'];
  /** Kept back by the channel. */
  readonly buffer: Scalars['Quantity']['output'];
  /** The most that the channel shows; null: no limit. */
  readonly cap?: Maybe<Scalars['Quantity']['output']>;
  /** Up to here stock is low. */
  readonly lowStockThreshold: Scalars['Quantity']['output'];
  /** Σ max(0, atf) over the locations that are not closed. */
  readonly sum: Scalars['Quantity']['output'];
  /** The terms of the sum, one for each of the channel's locations, by priority. */
  readonly terms: ReadonlyArray<AvailabilityTerm>;
  /** max(0, sum − buffer): what can be reserved without naming a location. */
  readonly uncapped: Scalars['Quantity']['output'];
};

/** What may be sold from one location. */
export type AvailabilityLocation = {
  readonly __typename?: 'AvailabilityLocation';
  /** Between which numbers the quantity lies, where only that is told; null: `quantity` is exact. */
  readonly band?: Maybe<QuantityBand>;
  /** Great-circle meters from `near`; null without it, and for a location without coordinates. */
  readonly distanceMeters?: Maybe<Scalars['Int']['output']>;
  /** The location. */
  readonly location?: Maybe<Location>;
  /** Id of the location. */
  readonly locationId: Scalars['ID']['output'];
  /**
   * The smaller of max(0, atf) there, with `by` max(0, atf, atp), and the channel's `quantity`, in base units; where the channel tells bands, the
   * least number of the `band`.
   */
  readonly quantity: Scalars['Quantity']['output'];
};

/**
 * What a location can promise a channel for a date: atp = sellable − held − committed − safetyStock + supplyDue − backordered − fenced. It is the
 * least of this sum at the date and at every later one for which units are promised: `decidedBy` is the one that decides, and the terms are
 * those of it. Beyond max(0, atf) it is a preorder: it waits, and is filled as stock arrives, the earliest promise first.
 */
export type AvailabilityPromise = {
  readonly __typename?: 'AvailabilityPromise';
  /** Available to promise; may be negative. */
  readonly atp: Scalars['Quantity']['output'];
  /** What waits for stock there already, promised for a date up to `decidedBy` or for none; what has ended by itself is not counted. */
  readonly backordered: Scalars['Quantity']['output'];
  /** The date that was asked for, or a later one where less is left because units are promised for it. */
  readonly decidedBy: Scalars['DateTime']['output'];
  /**
   * Set aside for other channels, as far as it will be there by then: what comes covers fences first, and what waits for a channel takes from its
   * own.
   */
  readonly fenced: Scalars['Quantity']['output'];
  /** All that is still to come there, by date, undated last. */
  readonly supply: ReadonlyArray<ExpectedSupply>;
  /** What is due after now and by `decidedBy`: the sum of the `supply` that counts. */
  readonly supplyDue: Scalars['Quantity']['output'];
  /** All that waits there, of all channels, by the date for which it was promised; what waits for no date comes first. */
  readonly waiting: ReadonlyArray<WaitingUnits>;
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

/** One location's part in ats: atf = sellable − held − committed − fenced − safetyStock, counted as max(0, atf), or as 0 where it is closed. */
export type AvailabilityTerm = {
  readonly __typename?: 'AvailabilityTerm';
  /** Available to fulfil; may be negative. */
  readonly atf: Scalars['Quantity']['output'];
  /** Whether the location is closed: then nothing is sourced from it, and nothing counted. */
  readonly closed: Scalars['Boolean']['output'];
  /** Promised firmly and not shipped. */
  readonly committed: Scalars['Quantity']['output'];
  /** What enters the sum: max(0, atf), with `by` max(0, atf, atp), and 0 where it is closed. */
  readonly counted: Scalars['Quantity']['output'];
  /** The newest journal entries that moved sellable, held, committed or fenced there. */
  readonly entries: ReadonlyArray<Maybe<StockMovement>>;
  /** Set aside for other channels, as far as it is there: what their `fences` cover. */
  readonly fenced: Scalars['Quantity']['output'];
  /**
   * What is set aside there for this channel and for others, in the order in which it is covered; only for channels that the viewer may see.
   * This channel's own fence is part of atf.
   */
  readonly fences: ReadonlyArray<Fence>;
  /** Promised softly; holds whose time is over are not counted. */
  readonly held: Scalars['Quantity']['output'];
  /** The location. */
  readonly location?: Maybe<Location>;
  /** Id of the location. */
  readonly locationId: Scalars['ID']['output'];
  /** Its priority in the channel; lower is asked first. */
  readonly priority: Scalars['Int']['output'];
  /** Where `by` was given: what can be promised for then; else null. */
  readonly promise?: Maybe<AvailabilityPromise>;
  /** Never offered. */
  readonly safetyStock: Scalars['Quantity']['output'];
  /** Fit to sell; held and committed units included. */
  readonly sellable: Scalars['Quantity']['output'];
  /** All balances there. */
  readonly stockLevel?: Maybe<StockLevel>;
};


/** One location's part in ats: atf = sellable − held − committed − fenced − safetyStock, counted as max(0, atf), or as 0 where it is closed. */
export type AvailabilityTermEntriesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** A way to sell: a web shop, a marketplace, a partner. It decides from which locations is sold and how much is shown. */
export type Channel = {
  readonly __typename?: 'Channel';
  /** Whether it takes orders that no stock covers. */
  readonly allowBackorder: Scalars['Boolean']['output'];
  /**
   * Where bands begin that its shops and partners are told in place of quantities, ascending: with 5 and 20 they are told 0, 1–4, 5–19 and 20+.
   * Empty: they are told quantities.
   */
  readonly bands: ReadonlyArray<Scalars['Quantity']['output']>;
  /** Base units of each SKU that it keeps back; at least 0. */
  readonly buffer: Scalars['Quantity']['output'];
  /** The most base units of a SKU that it shows; null: no limit. Shortens only what is shown, not what can be reserved. */
  readonly cap?: Maybe<Scalars['Quantity']['output']>;
  /** When it was first recorded. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** Case-sensitive, 1 to 256 characters. */
  readonly id: Scalars['ID']['output'];
  /** The locations from which it sells, by priority, then by id. */
  readonly locations: ReadonlyArray<ChannelLocation>;
  /** What was LOW_STOCK stays so until ats is more than `lowStockThreshold` + this; 0: it has no memory. */
  readonly lowStockHysteresis: Scalars['Quantity']['output'];
  /** Up to this ats the status is LOW_STOCK; at least 0. */
  readonly lowStockThreshold: Scalars['Quantity']['output'];
  /** Name for people. */
  readonly name: Scalars['String']['output'];
  /** When it was last changed. */
  readonly updatedAt: Scalars['DateTime']['output'];
};

/** A page of channels. */
export type ChannelConnection = {
  readonly __typename?: 'ChannelConnection';
  /** Entries with their cursors, in the order asked for. */
  readonly edges: ReadonlyArray<ChannelEdge>;
  /** The same entries without their cursors. */
  readonly nodes: ReadonlyArray<Channel>;
  /** Where this page stands. */
  readonly pageInfo: PageInfo;
};

/** One entry of a page of channels. */
export type ChannelEdge = {
  readonly __typename?: 'ChannelEdge';
  /** Marks this entry within its connection: give it as `after` to read on from here. Not a point in the feed. */
  readonly cursor: Scalars['String']['output'];
  /** The entry. */
  readonly node: Channel;
};

/** Conditions on channels. */
export type ChannelFilter = {
  /** One of these ids; at most 250. */
  readonly ids?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** The name contains this text, whatever its case. */
  readonly nameContains?: InputMaybe<Scalars['String']['input']>;
};

/** A location from which a channel sells. */
export type ChannelLocation = {
  readonly __typename?: 'ChannelLocation';
  /** The location. */
  readonly location?: Maybe<Location>;
  /** Id of the location. */
  readonly locationId: Scalars['ID']['output'];
  /** Lower is asked first when the hub chooses; equal ones by id. */
  readonly priority: Scalars['Int']['output'];
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

/** What a shipment still brings to a location. */
export type ExpectedSupply = {
  readonly __typename?: 'ExpectedSupply';
  /** Whether they count: due by `decidedBy`, and not overdue. */
  readonly counts: Scalars['Boolean']['output'];
  /** When they are expected to be there; null: nobody knows. */
  readonly dueAt?: Maybe<Scalars['DateTime']['output']>;
  /** Base units that are on their way. */
  readonly inTransit: Scalars['Quantity']['output'];
  /** Base units that are ordered and have not left. */
  readonly onOrder: Scalars['Quantity']['output'];
  /** The shipment. */
  readonly shipment?: Maybe<Shipment>;
  /** Id of the shipment. */
  readonly shipmentId: Scalars['ID']['output'];
};

/** Units of a SKU at a location that are set aside for one channel. Others see them as not available, however many the channel has left. */
export type Fence = {
  readonly __typename?: 'Fence';
  /** For whom. */
  readonly channel?: Maybe<Channel>;
  /** For whom. */
  readonly channelId: Scalars['ID']['output'];
  /** Of `left`, what is there now: unpromised units beyond the safety stock cover the fences in their order, and what comes covers the rest. */
  readonly covered: Scalars['Quantity']['output'];
  /** Base units that are still set aside: max(0, quantity − used). */
  readonly left: Scalars['Quantity']['output'];
  /** Base units set aside in all, as the policy states. */
  readonly quantity: Scalars['Quantity']['output'];
  /** When what is left falls back; null: it stays. */
  readonly until?: Maybe<Scalars['DateTime']['output']>;
  /** Base units that the channel has taken from the fence and not given back: held, committed, shipped or sold. */
  readonly used: Scalars['Quantity']['output'];
};

/** Which rule of a field an input broke: the finer word beside the code `INVALID_INPUT`. None of them passes by itself: mend the input. */
export type InputProblem =
  /** What is given contradicts something else that is given or known, such as another base unit for an item that has one. */
  | 'CONTRADICTION'
  /** The same thing stands in a list twice and may stand there once. */
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
  /** What may be sold of the item through a channel; null when the channel does not exist or the viewer may not see it. */
  readonly availability?: Maybe<Availability>;
  readonly sku: Scalars['ID']['output'];
};


export type InventoryItemAvailabilityArgs = {
  by?: InputMaybe<Scalars['DateTime']['input']>;
  channelId: Scalars['ID']['input'];
  locationIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  near?: InputMaybe<PointInput>;
};

export type Location = {
  readonly __typename?: 'Location';
  readonly id: Scalars['ID']['output'];
};

export type Mutation = {
  readonly __typename?: 'Mutation';
  /** Creates a channel or changes it. What is absent for an existing channel stays as it is. */
  readonly upsertChannel?: Maybe<UpsertChannelPayload>;
};


export type MutationUpsertChannelArgs = {
  input: UpsertChannelInput;
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

/** What is told in place of an exact quantity: between which numbers it lies, both included. In base units. */
export type QuantityBand = {
  readonly __typename?: 'QuantityBand';
  /** The least that it may be. */
  readonly from: Scalars['Quantity']['output'];
  /** As a shop would show it, such as `0`, `1–4`, `7` or `20+`. */
  readonly text: Scalars['String']['output'];
  /** The most that it may be; null: no limit. */
  readonly to?: Maybe<Scalars['Quantity']['output']>;
};

export type Query = {
  readonly __typename?: 'Query';
  /**
   * What may be sold through a channel, in the order asked; an unknown SKU is null at its place. An unknown channel: `BAD_USER_INPUT`; one
   * that the viewer may not see, whether it exists or not: `FORBIDDEN`.
   */
  readonly availability?: Maybe<ReadonlyArray<Maybe<Availability>>>;
  /** The channel with this id; null when there is none or the viewer may not see it. */
  readonly channel?: Maybe<Channel>;
  /** The channels that the viewer may see. */
  readonly channels?: Maybe<ChannelConnection>;
};


export type QueryAvailabilityArgs = {
  atLeast?: InputMaybe<Scalars['Cursor']['input']>;
  by?: InputMaybe<Scalars['DateTime']['input']>;
  channelId: Scalars['ID']['input'];
  locationIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  near?: InputMaybe<PointInput>;
  skus: ReadonlyArray<Scalars['ID']['input']>;
};


export type QueryChannelArgs = {
  atLeast?: InputMaybe<Scalars['Cursor']['input']>;
  id: Scalars['ID']['input'];
};


export type QueryChannelsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  atLeast?: InputMaybe<Scalars['Cursor']['input']>;
  filter?: InputMaybe<ChannelFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<ChannelOrder>;
};

export type Shipment = {
  readonly __typename?: 'Shipment';
  readonly id: Scalars['ID']['output'];
};

export type StockLevel = {
  readonly __typename?: 'StockLevel';
  readonly locationId: Scalars['ID']['output'];
  readonly sku: Scalars['ID']['output'];
};

export type StockMovement = {
  readonly __typename?: 'StockMovement';
  readonly id: Scalars['ID']['output'];
};

/** What can be listened to. Every event carries a cursor from which to resume. */
export type Subscription = {
  readonly __typename?: 'Subscription';
  /**
   * Tells the new state of a SKU in a channel whenever it may have changed, one SKU an event. It is a live query: any selection is answered
   * anew by every subgraph concerned. States may be skipped, never the newest one. Refused at the start: an unknown SKU or channel with
   * `BAD_USER_INPUT`, a channel that the viewer may not see with `FORBIDDEN`.
   */
  readonly availabilityChanged: Availability;
};


/** What can be listened to. Every event carries a cursor from which to resume. */
export type SubscriptionAvailabilityChangedArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  channelId: Scalars['ID']['input'];
  initial?: InputMaybe<Scalars['Boolean']['input']>;
  minIntervalMs?: InputMaybe<Scalars['Int']['input']>;
  onlyWhen?: InputMaybe<AvailabilityCondition>;
  skus?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
};

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
  readonly allowBackorder?: InputMaybe<Scalars['Boolean']['input']>;
  /**
   * For a channel that must not see exact quantities: where bands begin, at most 100 numbers, each above the one before, from 1 to 1,000,000,000.
   * Null or empty: shops and partners are told quantities, as they are of a new channel when absent.
   */
  readonly bands?: InputMaybe<ReadonlyArray<Scalars['Quantity']['input']>>;
  /** Base units of each SKU that it keeps back; at least 0. 0 for a new channel when absent. */
  readonly buffer?: InputMaybe<Scalars['Quantity']['input']>;
  /** The most base units of a SKU that it shows; at least 0. Null takes the limit away; a new channel has none when absent. */
  readonly cap?: InputMaybe<Scalars['Quantity']['input']>;
  /** Case-sensitive, 1 to 256 characters. */
  readonly id: Scalars['ID']['input'];
  /**
   * Chosen by the client, 1 to 256 characters, unique for each request of this client, for ever. The same key with the same content has one
   * effect and gets the first answer again.
   */
  readonly idempotencyKey: Scalars['ID']['input'];
  /** All locations from which it sells, each once, at most 1,000; replaces the former ones. */
  readonly locations?: InputMaybe<ReadonlyArray<UpsertChannelLocationInput>>;
  /**
   * What was LOW_STOCK stays so until ats is more than `lowStockThreshold` + this, so that stock around the threshold does not flicker; at least
   * 0. 0 for a new channel when absent.
   */
  readonly lowStockHysteresis?: InputMaybe<Scalars['Quantity']['input']>;
  /** Up to this ats the status is LOW_STOCK; at least 0. 0 for a new channel when absent. */
  readonly lowStockThreshold?: InputMaybe<Scalars['Quantity']['input']>;
  /** Name for people, 1 to 256 characters. */
  readonly name: Scalars['String']['input'];
};

/** A location from which a channel sells. */
export type UpsertChannelLocationInput = {
  /** Id of the location. */
  readonly locationId: Scalars['ID']['input'];
  /** Lower is asked first when the hub chooses; equal ones by id. Its place in the list, counted from 0, when absent. */
  readonly priority?: InputMaybe<Scalars['Int']['input']>;
};

/** Answer of `upsertChannel`. */
export type UpsertChannelPayload = {
  readonly __typename?: 'UpsertChannelPayload';
  /** The channel as it is now; null when refused. */
  readonly channel?: Maybe<Channel>;
  /** The point in the feed that contains this change, for `atLeast` and `after`; null when nothing was done. */
  readonly cursor?: Maybe<Scalars['Cursor']['output']>;
  /** Why it was refused, in whole or in part; empty when all was done. */
  readonly userErrors: ReadonlyArray<UpsertChannelUserError>;
};

/** One reason for which `upsertChannel` refused. */
export type UpsertChannelUserError = {
  readonly __typename?: 'UpsertChannelUserError';
  /** Which rule refused it. */
  readonly code: UpsertChannelErrorCode;
  /** Path of the offending value, from `"input"` down, list positions as numbers in strings; null when it concerns no single field. */
  readonly field?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** One sentence for developers, in English. Not for machines: compare `code`. */
  readonly message: Scalars['String']['output'];
  /** Which rule of the field was broken, with the code `INVALID_INPUT`; null with every other code, and where only `message` tells. */
  readonly problem?: Maybe<InputProblem>;
  /** Whether the same input may be accepted later, under a new key, without anybody mending it or the catalog: stock comes, a location opens again. */
  readonly retryable: Scalars['Boolean']['output'];
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

/** Units that wait for stock at a location. */
export type WaitingUnits = {
  readonly __typename?: 'WaitingUnits';
  /** For when they were promised; null: for no date. */
  readonly by?: Maybe<Scalars['DateTime']['output']>;
  /** How many, in base units. */
  readonly quantity: Scalars['Quantity']['output'];
};



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
  Availability: Availability;
  Channel: Channel;
  InventoryItem: InventoryItem;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Availability:
    ( { __typename: 'Availability' }
    & GraphQLRecursivePick<FederationTypes['Availability'], {"sku":true,"channelId":true}> );
  Channel:
    ( { __typename: 'Channel' }
    & GraphQLRecursivePick<FederationTypes['Channel'], {"id":true}> );
  InventoryItem:
    ( { __typename: 'InventoryItem' }
    & GraphQLRecursivePick<FederationTypes['InventoryItem'], {"sku":true}> );
};



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Availability: ResolverTypeWrapper<AvailabilityModel>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  AvailabilityCondition: AvailabilityCondition;
  AvailabilityExplanation: ResolverTypeWrapper<Omit<AvailabilityExplanation, 'terms'> & { terms: ReadonlyArray<ResolversTypes['AvailabilityTerm']> }>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  AvailabilityLocation: ResolverTypeWrapper<AvailabilityLocationModel>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  AvailabilityPromise: ResolverTypeWrapper<AvailabilityPromise>;
  AvailabilityStatus: AvailabilityStatus;
  AvailabilityTerm: ResolverTypeWrapper<AvailabilityTermModel>;
  Channel: ResolverTypeWrapper<ChannelModel>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  ChannelConnection: ResolverTypeWrapper<Omit<ChannelConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['ChannelEdge']>, nodes: ReadonlyArray<ResolversTypes['Channel']> }>;
  ChannelEdge: ResolverTypeWrapper<Omit<ChannelEdge, 'node'> & { node: ResolversTypes['Channel'] }>;
  ChannelFilter: ChannelFilter;
  ChannelLocation: ResolverTypeWrapper<ChannelLocationModel>;
  ChannelOrder: ChannelOrder;
  Cursor: ResolverTypeWrapper<Scalars['Cursor']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  ExpectedSupply: ResolverTypeWrapper<ExpectedSupply>;
  Fence: ResolverTypeWrapper<FenceModel>;
  InputProblem: InputProblem;
  InventoryItem: ResolverTypeWrapper<Omit<InventoryItem, 'availability'> & { availability?: Maybe<ResolversTypes['Availability']> }>;
  Location: ResolverTypeWrapper<Location>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  PointInput: PointInput;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  Quantity: ResolverTypeWrapper<Scalars['Quantity']['output']>;
  QuantityBand: ResolverTypeWrapper<QuantityBandModel>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Shipment: ResolverTypeWrapper<Shipment>;
  StockLevel: ResolverTypeWrapper<StockLevel>;
  StockMovement: ResolverTypeWrapper<StockMovement>;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  UpsertChannelErrorCode: UpsertChannelErrorCode;
  UpsertChannelInput: UpsertChannelInput;
  UpsertChannelLocationInput: UpsertChannelLocationInput;
  UpsertChannelPayload: ResolverTypeWrapper<Omit<UpsertChannelPayload, 'channel'> & { channel?: Maybe<ResolversTypes['Channel']> }>;
  UpsertChannelUserError: ResolverTypeWrapper<UpsertChannelUserError>;
  ViewerKind: ViewerKind;
  WaitingUnits: ResolverTypeWrapper<WaitingUnits>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Availability: AvailabilityModel;
  ID: Scalars['ID']['output'];
  AvailabilityExplanation: Omit<AvailabilityExplanation, 'terms'> & { terms: ReadonlyArray<ResolversParentTypes['AvailabilityTerm']> };
  Boolean: Scalars['Boolean']['output'];
  AvailabilityLocation: AvailabilityLocationModel;
  Int: Scalars['Int']['output'];
  AvailabilityPromise: AvailabilityPromise;
  AvailabilityTerm: AvailabilityTermModel;
  Channel: ChannelModel;
  String: Scalars['String']['output'];
  ChannelConnection: Omit<ChannelConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['ChannelEdge']>, nodes: ReadonlyArray<ResolversParentTypes['Channel']> };
  ChannelEdge: Omit<ChannelEdge, 'node'> & { node: ResolversParentTypes['Channel'] };
  ChannelFilter: ChannelFilter;
  ChannelLocation: ChannelLocationModel;
  Cursor: Scalars['Cursor']['output'];
  DateTime: Scalars['DateTime']['output'];
  ExpectedSupply: ExpectedSupply;
  Fence: FenceModel;
  InventoryItem: Omit<InventoryItem, 'availability'> & { availability?: Maybe<ResolversParentTypes['Availability']> } | FederationReferenceTypes['InventoryItem'];
  Location: Location;
  Mutation: Record<PropertyKey, never>;
  PageInfo: PageInfo;
  PointInput: PointInput;
  Float: Scalars['Float']['output'];
  Quantity: Scalars['Quantity']['output'];
  QuantityBand: QuantityBandModel;
  Query: Record<PropertyKey, never>;
  Shipment: Shipment;
  StockLevel: StockLevel;
  StockMovement: StockMovement;
  Subscription: Record<PropertyKey, never>;
  UpsertChannelInput: UpsertChannelInput;
  UpsertChannelLocationInput: UpsertChannelLocationInput;
  UpsertChannelPayload: Omit<UpsertChannelPayload, 'channel'> & { channel?: Maybe<ResolversParentTypes['Channel']> };
  UpsertChannelUserError: UpsertChannelUserError;
  WaitingUnits: WaitingUnits;
};

export type AccessDirectiveArgs = {
  kinds: ReadonlyArray<ViewerKind>;
};

export type AccessDirectiveResolver<Result, Parent, ContextType = Context, Args = AccessDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type AvailabilityResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Availability'] = ResolversParentTypes['Availability'], FederationReferenceType extends FederationReferenceTypes['Availability'] = FederationReferenceTypes['Availability']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Availability']> | FederationReferenceType, FederationReferenceType, ContextType>;
  asOf?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  band?: Resolver<Maybe<ResolversTypes['QuantityBand']>, ParentType, ContextType>;
  by?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  channel?: Resolver<Maybe<ResolversTypes['Channel']>, ParentType, ContextType>;
  channelId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  explanation?: Resolver<ResolversTypes['AvailabilityExplanation'], ParentType, ContextType>;
  item?: Resolver<Maybe<ResolversTypes['InventoryItem']>, ParentType, ContextType>;
  locations?: Resolver<ReadonlyArray<ResolversTypes['AvailabilityLocation']>, ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  sku?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['AvailabilityStatus'], ParentType, ContextType>;
};

export type AvailabilityExplanationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AvailabilityExplanation'] = ResolversParentTypes['AvailabilityExplanation']> = {
  allowBackorder?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  ats?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  buffer?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  cap?: Resolver<Maybe<ResolversTypes['Quantity']>, ParentType, ContextType>;
  lowStockThreshold?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  sum?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  terms?: Resolver<ReadonlyArray<ResolversTypes['AvailabilityTerm']>, ParentType, ContextType>;
  uncapped?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
};

export type AvailabilityLocationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AvailabilityLocation'] = ResolversParentTypes['AvailabilityLocation']> = {
  band?: Resolver<Maybe<ResolversTypes['QuantityBand']>, ParentType, ContextType>;
  distanceMeters?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  location?: Resolver<Maybe<ResolversTypes['Location']>, ParentType, ContextType>;
  locationId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
};

export type AvailabilityPromiseResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AvailabilityPromise'] = ResolversParentTypes['AvailabilityPromise']> = {
  atp?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  backordered?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  decidedBy?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  fenced?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  supply?: Resolver<ReadonlyArray<ResolversTypes['ExpectedSupply']>, ParentType, ContextType>;
  supplyDue?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  waiting?: Resolver<ReadonlyArray<ResolversTypes['WaitingUnits']>, ParentType, ContextType>;
};

export type AvailabilityTermResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AvailabilityTerm'] = ResolversParentTypes['AvailabilityTerm']> = {
  atf?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  closed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  committed?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  counted?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  entries?: Resolver<ReadonlyArray<Maybe<ResolversTypes['StockMovement']>>, ParentType, ContextType, RequireFields<AvailabilityTermEntriesArgs, 'first'>>;
  fenced?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  fences?: Resolver<ReadonlyArray<ResolversTypes['Fence']>, ParentType, ContextType>;
  held?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  location?: Resolver<Maybe<ResolversTypes['Location']>, ParentType, ContextType>;
  locationId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  priority?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  promise?: Resolver<Maybe<ResolversTypes['AvailabilityPromise']>, ParentType, ContextType>;
  safetyStock?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  sellable?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  stockLevel?: Resolver<Maybe<ResolversTypes['StockLevel']>, ParentType, ContextType>;
};

export type ChannelResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Channel'] = ResolversParentTypes['Channel'], FederationReferenceType extends FederationReferenceTypes['Channel'] = FederationReferenceTypes['Channel']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Channel']> | FederationReferenceType, FederationReferenceType, ContextType>;
  allowBackorder?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  bands?: Resolver<ReadonlyArray<ResolversTypes['Quantity']>, ParentType, ContextType>;
  buffer?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  cap?: Resolver<Maybe<ResolversTypes['Quantity']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  locations?: Resolver<ReadonlyArray<ResolversTypes['ChannelLocation']>, ParentType, ContextType>;
  lowStockHysteresis?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  lowStockThreshold?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type ChannelConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ChannelConnection'] = ResolversParentTypes['ChannelConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['ChannelEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Channel']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ChannelEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ChannelEdge'] = ResolversParentTypes['ChannelEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Channel'], ParentType, ContextType>;
};

export type ChannelLocationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ChannelLocation'] = ResolversParentTypes['ChannelLocation']> = {
  location?: Resolver<Maybe<ResolversTypes['Location']>, ParentType, ContextType>;
  locationId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  priority?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export interface CursorScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Cursor'], any> {
  name: 'Cursor';
}

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type ExpectedSupplyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ExpectedSupply'] = ResolversParentTypes['ExpectedSupply']> = {
  counts?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  dueAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  inTransit?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  onOrder?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  shipment?: Resolver<Maybe<ResolversTypes['Shipment']>, ParentType, ContextType>;
  shipmentId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type FenceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Fence'] = ResolversParentTypes['Fence']> = {
  channel?: Resolver<Maybe<ResolversTypes['Channel']>, ParentType, ContextType>;
  channelId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  covered?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  left?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  until?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  used?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
};

export type InventoryItemResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InventoryItem'] = ResolversParentTypes['InventoryItem'], FederationReferenceType extends FederationReferenceTypes['InventoryItem'] = FederationReferenceTypes['InventoryItem']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['InventoryItem']> | FederationReferenceType, FederationReferenceType, ContextType>;
  availability?: Resolver<Maybe<ResolversTypes['Availability']>, ParentType, ContextType, RequireFields<InventoryItemAvailabilityArgs, 'channelId'>>;
  sku?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type LocationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Location'] = ResolversParentTypes['Location']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  upsertChannel?: Resolver<Maybe<ResolversTypes['UpsertChannelPayload']>, ParentType, ContextType, RequireFields<MutationUpsertChannelArgs, 'input'>>;
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

export type QuantityBandResolvers<ContextType = Context, ParentType extends ResolversParentTypes['QuantityBand'] = ResolversParentTypes['QuantityBand']> = {
  from?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  to?: Resolver<Maybe<ResolversTypes['Quantity']>, ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  availability?: Resolver<Maybe<ReadonlyArray<Maybe<ResolversTypes['Availability']>>>, ParentType, ContextType, RequireFields<QueryAvailabilityArgs, 'channelId' | 'skus'>>;
  channel?: Resolver<Maybe<ResolversTypes['Channel']>, ParentType, ContextType, RequireFields<QueryChannelArgs, 'id'>>;
  channels?: Resolver<Maybe<ResolversTypes['ChannelConnection']>, ParentType, ContextType, RequireFields<QueryChannelsArgs, 'first' | 'orderBy'>>;
};

export type ShipmentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Shipment'] = ResolversParentTypes['Shipment']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type StockLevelResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StockLevel'] = ResolversParentTypes['StockLevel']> = {
  locationId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  sku?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type StockMovementResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StockMovement'] = ResolversParentTypes['StockMovement']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type SubscriptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  availabilityChanged?: SubscriptionResolver<ResolversTypes['Availability'], "availabilityChanged", ParentType, ContextType, RequireFields<SubscriptionAvailabilityChangedArgs, 'channelId' | 'initial'>>;
};

export type UpsertChannelPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpsertChannelPayload'] = ResolversParentTypes['UpsertChannelPayload']> = {
  channel?: Resolver<Maybe<ResolversTypes['Channel']>, ParentType, ContextType>;
  cursor?: Resolver<Maybe<ResolversTypes['Cursor']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UpsertChannelUserError']>, ParentType, ContextType>;
};

export type UpsertChannelUserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpsertChannelUserError'] = ResolversParentTypes['UpsertChannelUserError']> = {
  code?: Resolver<ResolversTypes['UpsertChannelErrorCode'], ParentType, ContextType>;
  field?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  problem?: Resolver<Maybe<ResolversTypes['InputProblem']>, ParentType, ContextType>;
  retryable?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type WaitingUnitsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WaitingUnits'] = ResolversParentTypes['WaitingUnits']> = {
  by?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  Availability?: AvailabilityResolvers<ContextType>;
  AvailabilityExplanation?: AvailabilityExplanationResolvers<ContextType>;
  AvailabilityLocation?: AvailabilityLocationResolvers<ContextType>;
  AvailabilityPromise?: AvailabilityPromiseResolvers<ContextType>;
  AvailabilityTerm?: AvailabilityTermResolvers<ContextType>;
  Channel?: ChannelResolvers<ContextType>;
  ChannelConnection?: ChannelConnectionResolvers<ContextType>;
  ChannelEdge?: ChannelEdgeResolvers<ContextType>;
  ChannelLocation?: ChannelLocationResolvers<ContextType>;
  Cursor?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  ExpectedSupply?: ExpectedSupplyResolvers<ContextType>;
  Fence?: FenceResolvers<ContextType>;
  InventoryItem?: InventoryItemResolvers<ContextType>;
  Location?: LocationResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Quantity?: GraphQLScalarType;
  QuantityBand?: QuantityBandResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Shipment?: ShipmentResolvers<ContextType>;
  StockLevel?: StockLevelResolvers<ContextType>;
  StockMovement?: StockMovementResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
  UpsertChannelPayload?: UpsertChannelPayloadResolvers<ContextType>;
  UpsertChannelUserError?: UpsertChannelUserErrorResolvers<ContextType>;
  WaitingUnits?: WaitingUnitsResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = Context> = {
  access?: AccessDirectiveResolver<any, any, ContextType>;
};
