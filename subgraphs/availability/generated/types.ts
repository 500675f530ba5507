// Made by `npm run codegen` from the schema; not to be edited.
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { AvailabilityModel, AvailabilityLocationModel, AvailabilityTermModel, FenceModel, ChannelModel, ChannelLocationModel, QuantityBandModel, MarketplaceModel, MarketplaceListingModel, WebhookModel, WebhookDeliveryModel, WebhookSecretModel, WebhookAttemptModel, Context } from '../models.ts';
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
  /** Any JSON value, taken as it is. Used where the shape is published elsewhere, such as the JSON Schemas of events. */
  JSON: { input: unknown; output: unknown; }
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
  /**
   * Whether it takes orders that no stock covers. At most 1,000,000,000 base units of a SKU wait at a location for no date: beyond that `reserve` is refused with
   * INSUFFICIENT_STOCK.
   */
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
  readonly idempotencyKey: Scalars['ID']['input'];
  /** The marketplace. */
  readonly marketplaceId: Scalars['ID']['input'];
};

/** Answer of `checkMarketplace`. */
export type CheckMarketplacePayload = {
  readonly __typename?: 'CheckMarketplacePayload';
  /** The point in the feed at which it was done; null when nothing was done. */
  readonly cursor?: Maybe<Scalars['Cursor']['output']>;
  /** The marketplace as it is now; null when refused. */
  readonly marketplace?: Maybe<Marketplace>;
  /** Why it was refused: nothing was done then. Empty when it was done. */
  readonly userErrors: ReadonlyArray<CheckMarketplaceUserError>;
};

/** One reason for which `checkMarketplace` refused. */
export type CheckMarketplaceUserError = {
  readonly __typename?: 'CheckMarketplaceUserError';
  /** Which rule refused it. */
  readonly code: CheckMarketplaceErrorCode;
  /** Path of the offending value, from `"input"` down, list positions as numbers in strings; null when it concerns no single field. */
  readonly field?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** One sentence for developers, in English. Not for machines: compare `code`. */
  readonly message: Scalars['String']['output'];
  /** Which rule of the field was broken, with the code `INVALID_INPUT`; null with every other code, and where only `message` tells. */
  readonly problem?: Maybe<InputProblem>;
  /** Whether the same input may be accepted later, under a new key, without anybody mending it or the catalog: stock comes, a location opens again. */
  readonly retryable: Scalars['Boolean']['output'];
};

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
  readonly id: Scalars['ID']['input'];
  /**
   * Chosen by the client, 1 to 256 characters, unique for each request of this client, for ever. The same key with the same content has one
   * effect and gets the first answer again.
   */
  readonly idempotencyKey: Scalars['ID']['input'];
};

/** Answer of `deleteWebhook`. */
export type DeleteWebhookPayload = {
  readonly __typename?: 'DeleteWebhookPayload';
  /** The point in the feed at which it was done; null when nothing was done. */
  readonly cursor?: Maybe<Scalars['Cursor']['output']>;
  /** Why it was refused: nothing was done then. Empty when it was done. */
  readonly userErrors: ReadonlyArray<DeleteWebhookUserError>;
  /** The webhook as it was; null when refused, and where the same request is sent again. */
  readonly webhook?: Maybe<Webhook>;
};

/** One reason for which `deleteWebhook` refused. */
export type DeleteWebhookUserError = {
  readonly __typename?: 'DeleteWebhookUserError';
  /** Which rule refused it. */
  readonly code: DeleteWebhookErrorCode;
  /** Path of the offending value, from `"input"` down, list positions as numbers in strings; null when it concerns no single field. */
  readonly field?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** One sentence for developers, in English. Not for machines: compare `code`. */
  readonly message: Scalars['String']['output'];
  /** Which rule of the field was broken, with the code `INVALID_INPUT`; null with every other code, and where only `message` tells. */
  readonly problem?: Maybe<InputProblem>;
  /** Whether the same input may be accepted later, under a new key, without anybody mending it or the catalog: stock comes, a location opens again. */
  readonly retryable: Scalars['Boolean']['output'];
};

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

/**
 * A marketplace that does not subscribe: the hub tells it what its channel sells, within the calls that it allows, and always the newest number. What is to be told is not queued but only noted, so a backlog is at most as long as there
 * are listings.
 */
export type Marketplace = {
  readonly __typename?: 'Marketplace';
  /** What it is still to be told. */
  readonly backlog: MarketplaceBacklog;
  /** Listings in one call at most. */
  readonly batchSize: Scalars['Int']['output'];
  /** So many calls at once: in any stretch of time there are at most so many more than the rate gives. */
  readonly burst: Scalars['Int']['output'];
  /** It is called at most so often in `perSeconds` seconds, whatever for and by however many processes. */
  readonly calls: Scalars['Int']['output'];
  /** The same channel. */
  readonly channel?: Maybe<Channel>;
  /** The channel whose availability it is told. */
  readonly channelId: Scalars['ID']['output'];
  /** How it does, as whoever tells it last saw it. */
  readonly condition: MarketplaceCondition;
  /** The connector that speaks with it, such as `http`. */
  readonly connector: Scalars['String']['output'];
  /** When it was made known. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** Where it shows something else than it has acknowledged. */
  readonly drift: MarketplaceDrift;
  /** Minutes between two times that it is read back; 0: when asked for. */
  readonly driftMinutes: Scalars['Int']['output'];
  /** What came of telling it, since it was made known. */
  readonly figures: MarketplaceFigures;
  /** Case-sensitive, 1 to 256 characters. */
  readonly id: Scalars['ID']['output'];
  /** Seconds for which a listing that was told is left alone, unless it sells out or there is some again. */
  readonly minIntervalSeconds: Scalars['Int']['output'];
  /** Name for people. */
  readonly name: Scalars['String']['output'];
  /** Seconds between two times that it is asked for orders; 0: never. */
  readonly ordersSeconds: Scalars['Int']['output'];
  /** Nothing is asked of it and nothing sent for now; everything waits. */
  readonly paused: Scalars['Boolean']['output'];
  /** Seconds. */
  readonly perSeconds: Scalars['Int']['output'];
  /** What the connector needs to know. Secrets are not among it: they come from the environment. */
  readonly settings: Scalars['JSON']['output'];
  /** Seconds after which what it has accepted is to be seen when it is read back. */
  readonly settleSeconds: Scalars['Int']['output'];
  /** CloudEvents source of what it tells. */
  readonly source: Scalars['String']['output'];
  /** When it was last changed. */
  readonly updatedAt: Scalars['DateTime']['output'];
};

/** What a marketplace is still to be told. All numbers are of listings, except where they say otherwise. */
export type MarketplaceBacklog = {
  readonly __typename?: 'MarketplaceBacklog';
  /** All there are, those that were ended included. */
  readonly listings: Scalars['Int']['output'];
  /** That something may have changed, and that nobody has looked at yet. */
  readonly marked: Scalars['Int']['output'];
  /** Since when the oldest of those that wait has; null where none does. */
  readonly oldestChangedAt?: Maybe<Scalars['DateTime']['output']>;
  /** That it has refused, and is not told again before they change. */
  readonly refused: Scalars['Int']['output'];
  /** Entries of the feed that were not looked through yet, for all marketplaces together. */
  readonly unread: Scalars['Quantity']['output'];
  /** Of these, those that are sold out, and those of which there is some again. */
  readonly urgent: Scalars['Int']['output'];
  /** Of which it has another number than the channel shows, those on their way included. */
  readonly waiting: Scalars['Int']['output'];
};

/** Whether a marketplace is called. */
export type MarketplaceCircuit =
  /** It is called. */
  | 'CLOSED'
  /** One call finds out whether it answers again. */
  | 'HALF_OPEN'
  /** It has not answered, and is left alone for a while. */
  | 'OPEN';

/** How a marketplace does. */
export type MarketplaceCondition = {
  readonly __typename?: 'MarketplaceCondition';
  /** CLOSED while it answers. */
  readonly circuit: MarketplaceCircuit;
  /** Since when; null while it answers. */
  readonly failingSince?: Maybe<Scalars['DateTime']['output']>;
  /** Calls without an answer in a row. */
  readonly failures: Scalars['Int']['output'];
  /** When it last accepted something. */
  readonly lastAcceptedAt?: Maybe<Scalars['DateTime']['output']>;
  /** What was wrong the last time, in its own words where it has any; null when all was well. */
  readonly lastError?: Maybe<Scalars['String']['output']>;
  /** Nothing is sent before then; null while it answers. */
  readonly nextAttemptAt?: Maybe<Scalars['DateTime']['output']>;
  /** Why it could not be asked for orders the last time; null when it could. */
  readonly ordersError?: Maybe<Scalars['String']['output']>;
  /** When it was last asked for orders and answered. */
  readonly ordersReadAt?: Maybe<Scalars['DateTime']['output']>;
  /** It has asked to be left alone until then (429); null where it has not, or that is over. */
  readonly quietUntil?: Maybe<Scalars['DateTime']['output']>;
};

/** A page of marketplaces. */
export type MarketplaceConnection = {
  readonly __typename?: 'MarketplaceConnection';
  /** Entries with their cursors, in the order asked for. */
  readonly edges: ReadonlyArray<MarketplaceEdge>;
  /** The same entries without their cursors. */
  readonly nodes: ReadonlyArray<Marketplace>;
  /** Where this page stands. */
  readonly pageInfo: PageInfo;
};

/** What came of reading a marketplace back. */
export type MarketplaceDrift = {
  readonly __typename?: 'MarketplaceDrift';
  /** Listings that were compared then. */
  readonly checked: Scalars['Quantity']['output'];
  /** When it was last read back to the end; null before the first time. */
  readonly checkedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Listings that were seen so twice, and are told anew. */
  readonly mending: Scalars['Int']['output'];
  /** Since when the oldest of both is; null where there is none. */
  readonly oldestSeenAt?: Maybe<Scalars['DateTime']['output']>;
  /** Whether somebody asked for it, and it has not begun yet. */
  readonly requested: Scalars['Boolean']['output'];
  /** Listings that were seen once with another number than acknowledged, which may pass. */
  readonly suspected: Scalars['Int']['output'];
  /** Base units by which these differ, whatever their items. */
  readonly units: Scalars['Quantity']['output'];
};

/** What became of a drift. */
export type MarketplaceDriftState =
  /** It shows what it has acknowledged. */
  | 'MENDED'
  /** Seen twice alike: it is told anew. */
  | 'MENDING'
  /** Seen once, and it may pass: what a marketplace has accepted may take a while to be seen. */
  | 'SUSPECTED';

/** One entry of a page of marketplaces. */
export type MarketplaceEdge = {
  readonly __typename?: 'MarketplaceEdge';
  /** Marks this entry within its connection: give it as `after` to read on from here. Not a point in the feed. */
  readonly cursor: Scalars['String']['output'];
  /** The entry. */
  readonly node: Marketplace;
};

/** What came of telling a marketplace, counted since it was made known. */
export type MarketplaceFigures = {
  readonly __typename?: 'MarketplaceFigures';
  /** Listings that it has accepted; the same one again counts again. */
  readonly accepted: Scalars['Quantity']['output'];
  /** Calls of every kind. */
  readonly calls: Scalars['Quantity']['output'];
  /** Listings that it has refused. */
  readonly refused: Scalars['Quantity']['output'];
  /** Seconds from the commit of the oldest change to its acknowledgement, the mean of those accepted; null where none was. */
  readonly secondsMean?: Maybe<Scalars['Float']['output']>;
  /** Calls and listings that it has put off. */
  readonly throttled: Scalars['Quantity']['output'];
  /** At most a minute. */
  readonly withinMinute: Scalars['Quantity']['output'];
  /** How many of those accepted took at most a second. */
  readonly withinSecond: Scalars['Quantity']['output'];
  /** At most ten minutes. */
  readonly withinTenMinutes: Scalars['Quantity']['output'];
  /** At most ten seconds. */
  readonly withinTenSeconds: Scalars['Quantity']['output'];
};

/** Conditions on marketplaces. */
export type MarketplaceFilter = {
  /** Of one of these channels; at most 250. */
  readonly channelIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** One of these ids; at most 250. */
  readonly ids?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
};

/** An item at a marketplace. */
export type MarketplaceListing = {
  readonly __typename?: 'MarketplaceListing';
  /** What the marketplace has accepted last, in base units; null before the first time. */
  readonly acknowledged?: Maybe<Scalars['Quantity']['output']>;
  /** When. */
  readonly acknowledgedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Since when the marketplace may have another number; null where it has what it should, or has refused it. */
  readonly changedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The last time that it showed something else than it had acknowledged; null where it never has. */
  readonly drift?: Maybe<MarketplaceListingDrift>;
  /** The same item. */
  readonly item?: Maybe<InventoryItem>;
  /** Whether it is for sale there; otherwise it is told none. */
  readonly listed: Scalars['Boolean']['output'];
  /** As the marketplace calls it. */
  readonly name: Scalars['String']['output'];
  /** Why it was refused, in the marketplace's own words; null where it was not. */
  readonly refusal?: Maybe<Scalars['String']['output']>;
  /** When. */
  readonly refusedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Which number was refused the last time. */
  readonly refusedQuantity?: Maybe<Scalars['Quantity']['output']>;
  /** The item. */
  readonly sku: Scalars['ID']['output'];
  /** How it stands. */
  readonly state: MarketplaceListingState;
};

/** A page of listings. */
export type MarketplaceListingConnection = {
  readonly __typename?: 'MarketplaceListingConnection';
  /** Entries with their cursors, in the order asked for. */
  readonly edges: ReadonlyArray<MarketplaceListingEdge>;
  /** The same entries without their cursors. */
  readonly nodes: ReadonlyArray<MarketplaceListing>;
  /** Where this page stands. */
  readonly pageInfo: PageInfo;
};

/** Where a marketplace showed something else than it had acknowledged. */
export type MarketplaceListingDrift = {
  readonly __typename?: 'MarketplaceListingDrift';
  /** What it had acknowledged, in base units. */
  readonly expected: Scalars['Quantity']['output'];
  /** When it was first seen. */
  readonly firstSeenAt: Scalars['DateTime']['output'];
  /** What it showed, in base units; null where it showed nothing of that name. */
  readonly found?: Maybe<Scalars['Quantity']['output']>;
  /** When it was last seen. */
  readonly lastSeenAt: Scalars['DateTime']['output'];
  /** When it was seen to be mended; null before that. */
  readonly settledAt?: Maybe<Scalars['DateTime']['output']>;
  /** What became of it. */
  readonly state: MarketplaceDriftState;
};

/** One entry of a page of listings. */
export type MarketplaceListingEdge = {
  readonly __typename?: 'MarketplaceListingEdge';
  /** Marks this entry within its connection: give it as `after` to read on from here. Not a point in the feed. */
  readonly cursor: Scalars['String']['output'];
  /** The entry. */
  readonly node: MarketplaceListing;
};

/** Conditions on listings. */
export type MarketplaceListingFilter = {
  /** True: only those whose drift is not mended; false: only the others. */
  readonly drifting?: InputMaybe<Scalars['Boolean']['input']>;
  /** One of these SKUs; at most 250. */
  readonly skus?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** In one of these states. */
  readonly states?: InputMaybe<ReadonlyArray<MarketplaceListingState>>;
};

/** What is listed at a marketplace. */
export type MarketplaceListingInput = {
  /** Whether it is for sale there; otherwise it is told none. */
  readonly listed?: InputMaybe<Scalars['Boolean']['input']>;
  /** As the marketplace calls it, 1 to 256 characters; the SKU for a new listing when absent. Never changed. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** The item. */
  readonly sku: Scalars['ID']['input'];
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

export type Mutation = {
  readonly __typename?: 'Mutation';
  /** Has a marketplace read back, and what it shows otherwise than it has acknowledged mended. A worker begins it within a minute; `Marketplace.drift` says what came of it. */
  readonly checkMarketplace?: Maybe<CheckMarketplacePayload>;
  /** Ends a webhook for good, with what waits for it and with its log. */
  readonly deleteWebhook?: Maybe<DeleteWebhookPayload>;
  /** Sends a message `{"type":"ping"}` to a webhook, once and at once, also while its receiver fails. What came of it is in the log. */
  readonly pingWebhook?: Maybe<PingWebhookPayload>;
  /** Tells a marketplace anew what it should have, whatever it has acknowledged or refused. */
  readonly pushMarketplaceListings?: Maybe<PushMarketplaceListingsPayload>;
  /** Tells a webhook again what came after a point in the feed, or sends dead letters again. */
  readonly replayWebhook?: Maybe<ReplayWebhookPayload>;
  /** Makes a new secret. The former ones sign as well for a while, so that the receiver can change over without refusing anything. */
  readonly rotateWebhookSecret?: Maybe<RotateWebhookSecretPayload>;
  /** Creates a channel or changes it. What is absent for an existing channel stays as it is. */
  readonly upsertChannel?: Maybe<UpsertChannelPayload>;
  /** Makes a marketplace known that is told what its channel sells, or changes it. What is absent for an existing marketplace stays as it is. */
  readonly upsertMarketplace?: Maybe<UpsertMarketplacePayload>;
  /** Lists items at a marketplace, or ends that; all or none. What is listed no longer is told as none from then on. */
  readonly upsertMarketplaceListings?: Maybe<UpsertMarketplaceListingsPayload>;
  /**
   * Stores a subscription whose results are posted, or changes it. What is absent for an existing webhook stays as it is. The document is looked at as if it
   * were subscribed to now, and refused in the same way, by a top-level error; so is an address that the hub does not call.
   */
  readonly upsertWebhook?: Maybe<UpsertWebhookPayload>;
};


export type MutationCheckMarketplaceArgs = {
  input: CheckMarketplaceInput;
};


export type MutationDeleteWebhookArgs = {
  input: DeleteWebhookInput;
};


export type MutationPingWebhookArgs = {
  input: PingWebhookInput;
};


export type MutationPushMarketplaceListingsArgs = {
  input: PushMarketplaceListingsInput;
};


export type MutationReplayWebhookArgs = {
  input: ReplayWebhookInput;
};


export type MutationRotateWebhookSecretArgs = {
  input: RotateWebhookSecretInput;
};


export type MutationUpsertChannelArgs = {
  input: UpsertChannelInput;
};


export type MutationUpsertMarketplaceArgs = {
  input: UpsertMarketplaceInput;
};


export type MutationUpsertMarketplaceListingsArgs = {
  input: UpsertMarketplaceListingsInput;
};


export type MutationUpsertWebhookArgs = {
  input: UpsertWebhookInput;
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
  readonly id: Scalars['ID']['input'];
  /**
   * Chosen by the client, 1 to 256 characters, unique for each request of this client, for ever. The same key with the same content has one
   * effect and gets the first answer again.
   */
  readonly idempotencyKey: Scalars['ID']['input'];
};

/** Answer of `pingWebhook`. */
export type PingWebhookPayload = {
  readonly __typename?: 'PingWebhookPayload';
  /** The point in the feed at which it was done; null when nothing was done. */
  readonly cursor?: Maybe<Scalars['Cursor']['output']>;
  /** The message, queued; null when refused. */
  readonly delivery?: Maybe<WebhookDelivery>;
  /** Why it was refused: nothing was done then. Empty when it was done. */
  readonly userErrors: ReadonlyArray<PingWebhookUserError>;
};

/** One reason for which `pingWebhook` refused. */
export type PingWebhookUserError = {
  readonly __typename?: 'PingWebhookUserError';
  /** Which rule refused it. */
  readonly code: PingWebhookErrorCode;
  /** Path of the offending value, from `"input"` down, list positions as numbers in strings; null when it concerns no single field. */
  readonly field?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** One sentence for developers, in English. Not for machines: compare `code`. */
  readonly message: Scalars['String']['output'];
  /** Which rule of the field was broken, with the code `INVALID_INPUT`; null with every other code, and where only `message` tells. */
  readonly problem?: Maybe<InputProblem>;
  /** Whether the same input may be accepted later, under a new key, without anybody mending it or the catalog: stock comes, a location opens again. */
  readonly retryable: Scalars['Boolean']['output'];
};

/** A place on earth, in degrees of WGS 84. */
export type PointInput = {
  /** Degrees north, −90 to 90. */
  readonly latitude: Scalars['Float']['input'];
  /** Degrees east, −180 to 180. */
  readonly longitude: Scalars['Float']['input'];
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
  readonly idempotencyKey: Scalars['ID']['input'];
  /** The marketplace. */
  readonly marketplaceId: Scalars['ID']['input'];
  /** 1 to 1,000 SKUs; all that are listed there when absent. */
  readonly skus?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
};

/** Answer of `pushMarketplaceListings`. */
export type PushMarketplaceListingsPayload = {
  readonly __typename?: 'PushMarketplaceListingsPayload';
  /** The point in the feed at which it was done; null when nothing was done. */
  readonly cursor?: Maybe<Scalars['Cursor']['output']>;
  /** The marketplace as it is now; null when refused. */
  readonly marketplace?: Maybe<Marketplace>;
  /** Why it was refused: nothing was done then. Empty when it was done. */
  readonly userErrors: ReadonlyArray<PushMarketplaceListingsUserError>;
};

/** One reason for which `pushMarketplaceListings` refused. */
export type PushMarketplaceListingsUserError = {
  readonly __typename?: 'PushMarketplaceListingsUserError';
  /** Which rule refused it. */
  readonly code: PushMarketplaceListingsErrorCode;
  /** Path of the offending value, from `"input"` down, list positions as numbers in strings; null when it concerns no single field. */
  readonly field?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** One sentence for developers, in English. Not for machines: compare `code`. */
  readonly message: Scalars['String']['output'];
  /** Which rule of the field was broken, with the code `INVALID_INPUT`; null with every other code, and where only `message` tells. */
  readonly problem?: Maybe<InputProblem>;
  /** Whether the same input may be accepted later, under a new key, without anybody mending it or the catalog: stock comes, a location opens again. */
  readonly retryable: Scalars['Boolean']['output'];
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
  /** What is listed at a marketplace, and what it was told of it. Null when there is no such marketplace or the viewer may not see its channel. */
  readonly marketplaceListings?: Maybe<MarketplaceListingConnection>;
  /** The marketplaces that are told what their channels sell, of the channels that the viewer may see. */
  readonly marketplaces?: Maybe<MarketplaceConnection>;
  /** The webhook with this id; null when there is none or the viewer may not see it. Clients see their own, staff that sees every channel all. */
  readonly webhook?: Maybe<Webhook>;
  /**
   * What a webhook was sent and is to be sent: those that wait, dead letters, and what was done lately. Null when there is no such webhook or the viewer
   * may not see it.
   */
  readonly webhookDeliveries?: Maybe<WebhookDeliveryConnection>;
  /** The webhooks that the viewer may see. */
  readonly webhooks?: Maybe<WebhookConnection>;
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


export type QueryMarketplaceListingsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<MarketplaceListingFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  marketplaceId: Scalars['ID']['input'];
  orderBy?: InputMaybe<MarketplaceListingOrder>;
};


export type QueryMarketplacesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<MarketplaceFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<MarketplaceOrder>;
};


export type QueryWebhookArgs = {
  id: Scalars['ID']['input'];
};


export type QueryWebhookDeliveriesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<WebhookDeliveryFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<WebhookDeliveryOrder>;
  webhookId: Scalars['ID']['input'];
};


export type QueryWebhooksArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<WebhookFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<WebhookOrder>;
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
  readonly after?: InputMaybe<Scalars['Cursor']['input']>;
  /** All dead letters are sent again, oldest first, at most 1,000 at a time. */
  readonly allDeadLetters?: InputMaybe<Scalars['Boolean']['input']>;
  /** These dead letters are sent again, at most 250. A state that was overtaken by one that was delivered is skipped. */
  readonly deliveryIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** The webhook. */
  readonly id: Scalars['ID']['input'];
  /**
   * Chosen by the client, 1 to 256 characters, unique for each request of this client, for ever. The same key with the same content has one
   * effect and gets the first answer again.
   */
  readonly idempotencyKey: Scalars['ID']['input'];
};

/** Answer of `replayWebhook`. */
export type ReplayWebhookPayload = {
  readonly __typename?: 'ReplayWebhookPayload';
  /** The point in the feed at which it was done; null when nothing was done. */
  readonly cursor?: Maybe<Scalars['Cursor']['output']>;
  /** Why it was refused: nothing was done then. Empty when it was done. */
  readonly userErrors: ReadonlyArray<ReplayWebhookUserError>;
  /** The webhook as it is now; null when refused. */
  readonly webhook?: Maybe<Webhook>;
};

/** One reason for which `replayWebhook` refused. */
export type ReplayWebhookUserError = {
  readonly __typename?: 'ReplayWebhookUserError';
  /** Which rule refused it. */
  readonly code: ReplayWebhookErrorCode;
  /** Path of the offending value, from `"input"` down, list positions as numbers in strings; null when it concerns no single field. */
  readonly field?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** One sentence for developers, in English. Not for machines: compare `code`. */
  readonly message: Scalars['String']['output'];
  /** Which rule of the field was broken, with the code `INVALID_INPUT`; null with every other code, and where only `message` tells. */
  readonly problem?: Maybe<InputProblem>;
  /** Whether the same input may be accepted later, under a new key, without anybody mending it or the catalog: stock comes, a location opens again. */
  readonly retryable: Scalars['Boolean']['output'];
};

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
  readonly id: Scalars['ID']['input'];
  /**
   * Chosen by the client, 1 to 256 characters, unique for each request of this client, for ever. The same key with the same content has one
   * effect and gets the first answer again.
   */
  readonly idempotencyKey: Scalars['ID']['input'];
  /** For how many seconds the former secrets sign as well: 0 to 2,592,000 (30 days). */
  readonly overlapSeconds?: InputMaybe<Scalars['Int']['input']>;
};

/** Answer of `rotateWebhookSecret`. */
export type RotateWebhookSecretPayload = {
  readonly __typename?: 'RotateWebhookSecretPayload';
  /** The point in the feed at which it was done; null when nothing was done. */
  readonly cursor?: Maybe<Scalars['Cursor']['output']>;
  /** Why it was refused: nothing was done then. Empty when it was done. */
  readonly userErrors: ReadonlyArray<RotateWebhookSecretUserError>;
  /** The webhook as it is now, with its `newSecret`; null when refused. */
  readonly webhook?: Maybe<Webhook>;
};

/** One reason for which `rotateWebhookSecret` refused. */
export type RotateWebhookSecretUserError = {
  readonly __typename?: 'RotateWebhookSecretUserError';
  /** Which rule refused it. */
  readonly code: RotateWebhookSecretErrorCode;
  /** Path of the offending value, from `"input"` down, list positions as numbers in strings; null when it concerns no single field. */
  readonly field?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** One sentence for developers, in English. Not for machines: compare `code`. */
  readonly message: Scalars['String']['output'];
  /** Which rule of the field was broken, with the code `INVALID_INPUT`; null with every other code, and where only `message` tells. */
  readonly problem?: Maybe<InputProblem>;
  /** Whether the same input may be accepted later, under a new key, without anybody mending it or the catalog: stock comes, a location opens again. */
  readonly retryable: Scalars['Boolean']['output'];
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
  /** Why it was refused: nothing was done then. Empty when it was done. */
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
  readonly batchSize?: InputMaybe<Scalars['Int']['input']>;
  /** So many calls at once, 1 to 10,000; 1 for a new marketplace when absent. */
  readonly burst?: InputMaybe<Scalars['Int']['input']>;
  /** It is called at most so often in `perSeconds` seconds, 1 to 100,000. Needed for a new marketplace. */
  readonly calls?: InputMaybe<Scalars['Int']['input']>;
  /** The channel whose availability it is told. Needed for a new marketplace, and never changed. */
  readonly channelId?: InputMaybe<Scalars['ID']['input']>;
  /** The connector that speaks with it, such as `http`. Needed for a new marketplace, and never changed. */
  readonly connector?: InputMaybe<Scalars['String']['input']>;
  /** Minutes between two times that it is read back, 0 to 525,600; 0, for a new marketplace when absent: when asked for. */
  readonly driftMinutes?: InputMaybe<Scalars['Int']['input']>;
  /** Case-sensitive, 1 to 256 characters. */
  readonly id: Scalars['ID']['input'];
  /**
   * Chosen by the client, 1 to 256 characters, unique for each request of this client, for ever. The same key with the same content has one
   * effect and gets the first answer again.
   */
  readonly idempotencyKey: Scalars['ID']['input'];
  /** Seconds for which a listing that was told is left alone, unless it sells out or there is some again: 0 to 86,400; 0 for a new marketplace when absent. */
  readonly minIntervalSeconds?: InputMaybe<Scalars['Int']['input']>;
  /** Name for people, 1 to 256 characters; the id for a new marketplace when absent. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** Seconds between two times that it is asked for orders, 0 to 86,400; 0, for a new marketplace when absent: never. */
  readonly ordersSeconds?: InputMaybe<Scalars['Int']['input']>;
  /** Nothing is asked of it and nothing sent for now; false for a new marketplace when absent. */
  readonly paused?: InputMaybe<Scalars['Boolean']['input']>;
  /** Seconds, 1 to 86,400; 1 for a new marketplace when absent. */
  readonly perSeconds?: InputMaybe<Scalars['Int']['input']>;
  /** What the connector needs to know, at most 65,536 characters as JSON; replaces what was there. Secrets do not belong here: everybody who sees marketplaces sees it. */
  readonly settings?: InputMaybe<Scalars['JSON']['input']>;
  /** Seconds after which what it has accepted is to be seen when it is read back: 0 to 86,400; 300 for a new marketplace when absent. */
  readonly settleSeconds?: InputMaybe<Scalars['Int']['input']>;
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
  readonly idempotencyKey: Scalars['ID']['input'];
  /** 1 to 1,000; each SKU and each name once. */
  readonly listings: ReadonlyArray<MarketplaceListingInput>;
  /** The marketplace. */
  readonly marketplaceId: Scalars['ID']['input'];
};

/** Answer of `upsertMarketplaceListings`. */
export type UpsertMarketplaceListingsPayload = {
  readonly __typename?: 'UpsertMarketplaceListingsPayload';
  /** The point in the feed at which it was done; null when nothing was done. */
  readonly cursor?: Maybe<Scalars['Cursor']['output']>;
  /** The marketplace as it is now; null when refused. */
  readonly marketplace?: Maybe<Marketplace>;
  /** Why it was refused: nothing was done then. Empty when it was done. */
  readonly userErrors: ReadonlyArray<UpsertMarketplaceListingsUserError>;
};

/** One reason for which `upsertMarketplaceListings` refused. */
export type UpsertMarketplaceListingsUserError = {
  readonly __typename?: 'UpsertMarketplaceListingsUserError';
  /** Which rule refused it. */
  readonly code: UpsertMarketplaceListingsErrorCode;
  /** Path of the offending value, from `"input"` down, list positions as numbers in strings; null when it concerns no single field. */
  readonly field?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** One sentence for developers, in English. Not for machines: compare `code`. */
  readonly message: Scalars['String']['output'];
  /** Which rule of the field was broken, with the code `INVALID_INPUT`; null with every other code, and where only `message` tells. */
  readonly problem?: Maybe<InputProblem>;
  /** Whether the same input may be accepted later, under a new key, without anybody mending it or the catalog: stock comes, a location opens again. */
  readonly retryable: Scalars['Boolean']['output'];
};

/** Answer of `upsertMarketplace`. */
export type UpsertMarketplacePayload = {
  readonly __typename?: 'UpsertMarketplacePayload';
  /** The point in the feed at which it was done; null when nothing was done. */
  readonly cursor?: Maybe<Scalars['Cursor']['output']>;
  /** The marketplace as it is now; null when refused. */
  readonly marketplace?: Maybe<Marketplace>;
  /** Why it was refused: nothing was done then. Empty when it was done. */
  readonly userErrors: ReadonlyArray<UpsertMarketplaceUserError>;
};

/** One reason for which `upsertMarketplace` refused. */
export type UpsertMarketplaceUserError = {
  readonly __typename?: 'UpsertMarketplaceUserError';
  /** Which rule refused it. */
  readonly code: UpsertMarketplaceErrorCode;
  /** Path of the offending value, from `"input"` down, list positions as numbers in strings; null when it concerns no single field. */
  readonly field?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** One sentence for developers, in English. Not for machines: compare `code`. */
  readonly message: Scalars['String']['output'];
  /** Which rule of the field was broken, with the code `INVALID_INPUT`; null with every other code, and where only `message` tells. */
  readonly problem?: Maybe<InputProblem>;
  /** Whether the same input may be accepted later, under a new key, without anybody mending it or the catalog: stock comes, a location opens again. */
  readonly retryable: Scalars['Boolean']['output'];
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
  readonly document?: InputMaybe<Scalars['String']['input']>;
  /** Whether messages are sent. True for a new webhook when absent. */
  readonly enabled?: InputMaybe<Scalars['Boolean']['input']>;
  /**
   * In place of a document: what happened, as CloudEvents. Of each SKU in order, each event once under its `id`; a changed choice goes on where the former one stood. For operators and administrators. Only its owner may
   * change it.
   */
  readonly events?: InputMaybe<WebhookEventsInput>;
  /** Case-sensitive, 1 to 256 characters. */
  readonly id: Scalars['ID']['input'];
  /**
   * Chosen by the client, 1 to 256 characters, unique for each request of this client, for ever. The same key with the same content has one
   * effect and gets the first answer again.
   */
  readonly idempotencyKey: Scalars['ID']['input'];
  /** Name for people, 1 to 256 characters; the id when absent for a new webhook. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** How many messages may be under way at once, each about another SKU: 1 to 16. 4 for a new webhook when absent. */
  readonly parallel?: InputMaybe<Scalars['Int']['input']>;
  /**
   * Where messages are posted, at most 2,048 characters: https at a public address; an address that is not public, and http, only where the hub is set up to
   * allow it. Needed for a new webhook. Only its owner may change it.
   */
  readonly url?: InputMaybe<Scalars['String']['input']>;
  /** An object with the variables of the document; to be given together with it. None when absent. */
  readonly variables?: InputMaybe<Scalars['JSON']['input']>;
};

/** Answer of `upsertWebhook`. */
export type UpsertWebhookPayload = {
  readonly __typename?: 'UpsertWebhookPayload';
  /** The point in the feed at which it was done; null when nothing was done. */
  readonly cursor?: Maybe<Scalars['Cursor']['output']>;
  /** Why it was refused: nothing was done then. Empty when it was done. */
  readonly userErrors: ReadonlyArray<UpsertWebhookUserError>;
  /** The webhook as it is now; null when refused. */
  readonly webhook?: Maybe<Webhook>;
};

/** One reason for which `upsertWebhook` refused. */
export type UpsertWebhookUserError = {
  readonly __typename?: 'UpsertWebhookUserError';
  /** Which rule refused it. */
  readonly code: UpsertWebhookErrorCode;
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

/**
 * A subscription whose results are posted to an address, each as one message, signed as https://www.standardwebhooks.com says, until the receiver has answered
 * with a status of 2xx. Messages about one SKU come in their order, if the document selects `sku`; else all do. Of states (`availabilityChanged`,
 * `reservationChanged`) the newest is told and those may be skipped that were overtaken; of `stockMovements` every entry.
 */
export type Webhook = {
  readonly __typename?: 'Webhook';
  /** Channels that its owner may see; null: every channel. */
  readonly channelIds?: Maybe<ReadonlyArray<Scalars['ID']['output']>>;
  /** The client whose webhook it is. Results show what it may see. */
  readonly client: Scalars['String']['output'];
  /** When it was first recorded. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** Everything before this point was delivered or is queued; null while nothing was read yet. */
  readonly cursor?: Maybe<Scalars['Cursor']['output']>;
  /** Messages that were put aside, to be replayed or left. */
  readonly deadLetters: Scalars['Int']['output'];
  /** Since when none are sent. */
  readonly disabledAt?: Maybe<Scalars['DateTime']['output']>;
  /** The same in one sentence for people. */
  readonly disabledMessage?: Maybe<Scalars['String']['output']>;
  /** Why none are sent; null while they are. */
  readonly disabledReason?: Maybe<WebhookDisabledReason>;
  /** The subscription. */
  readonly document: Scalars['String']['output'];
  /** Types of the events that it is told in place of results, empty: of all types; null: it is told results. */
  readonly eventTypes?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** Since when the receiver fails; null while it does not. */
  readonly failingSince?: Maybe<Scalars['DateTime']['output']>;
  /** Case-sensitive, 1 to 256 characters. */
  readonly id: Scalars['ID']['output'];
  /** When it last took a message; null: never. */
  readonly lastDeliveredAt?: Maybe<Scalars['DateTime']['output']>;
  /** What went wrong at last; null while the receiver does not fail. */
  readonly lastError?: Maybe<Scalars['String']['output']>;
  /** Name for people. */
  readonly name: Scalars['String']['output'];
  /**
   * The secret `whsec_…` with which the receiver verifies messages, in the payload of the mutation that made it. It is told once: null everywhere else, and null
   * where the same request is sent again.
   */
  readonly newSecret?: Maybe<Scalars['String']['output']>;
  /** When a receiver that fails is tried again; null while it does not fail. */
  readonly nextAttemptAt?: Maybe<Scalars['DateTime']['output']>;
  /** How many messages are under way at once, each about another SKU. */
  readonly parallel: Scalars['Int']['output'];
  /** Messages that are queued and not delivered yet. */
  readonly pending: Scalars['Int']['output'];
  /** What signs its messages now, newest first, without what could be used. */
  readonly secrets: ReadonlyArray<WebhookSecret>;
  /** Whether messages are sent. */
  readonly state: WebhookState;
  /** When it was last changed. */
  readonly updatedAt: Scalars['DateTime']['output'];
  /** Where messages are posted. */
  readonly url: Scalars['String']['output'];
  /** Its variables. */
  readonly variables: Scalars['JSON']['output'];
};

/** One try to deliver a message. */
export type WebhookAttempt = {
  readonly __typename?: 'WebhookAttempt';
  /** What the receiver said: the first 2,000 characters; null when it said nothing. */
  readonly answer?: Maybe<Scalars['String']['output']>;
  /** When it began. */
  readonly at: Scalars['DateTime']['output'];
  /** Milliseconds until it was over. */
  readonly durationMs: Scalars['Int']['output'];
  /** Why it does not count as delivered; null when it does. */
  readonly error?: Maybe<Scalars['String']['output']>;
  /** Status of the answer; null when none came. */
  readonly status?: Maybe<Scalars['Int']['output']>;
};

/** A page of webhooks. */
export type WebhookConnection = {
  readonly __typename?: 'WebhookConnection';
  /** Entries with their cursors, in the order asked for. */
  readonly edges: ReadonlyArray<WebhookEdge>;
  /** The same entries without their cursors. */
  readonly nodes: ReadonlyArray<Webhook>;
  /** Where this page stands. */
  readonly pageInfo: PageInfo;
};

/** A message of a webhook, and what became of it. */
export type WebhookDelivery = {
  readonly __typename?: 'WebhookDelivery';
  /** The last ten attempts, oldest first. */
  readonly attemptLog: ReadonlyArray<WebhookAttempt>;
  /** How often it was tried. */
  readonly attempts: Scalars['Int']['output'];
  /** What is posted: a result of the subscription as over any other transport. */
  readonly body: Scalars['JSON']['output'];
  /** The point in the feed with this message: `replayWebhook` after it tells what came later. Null for pings. */
  readonly cursor?: Maybe<Scalars['Cursor']['output']>;
  /** The header `webhook-id`: the same for every attempt, so that the receiver knows what it has already. */
  readonly id: Scalars['ID']['output'];
  /** What it is. */
  readonly kind: WebhookDeliveryKind;
  /** When it is tried again, unless its turn comes earlier; null when it was not tried yet or is done. */
  readonly nextAttemptAt?: Maybe<Scalars['DateTime']['output']>;
  /** When it was queued. */
  readonly queuedAt: Scalars['DateTime']['output'];
  /** When it was delivered, put aside or skipped; null while it waits. */
  readonly settledAt?: Maybe<Scalars['DateTime']['output']>;
  /** What became of it. */
  readonly status: WebhookDeliveryStatus;
  /** The webhook. */
  readonly webhookId: Scalars['ID']['output'];
};

/** A page of messages of a webhook. */
export type WebhookDeliveryConnection = {
  readonly __typename?: 'WebhookDeliveryConnection';
  /** Entries with their cursors, in the order asked for. */
  readonly edges: ReadonlyArray<WebhookDeliveryEdge>;
  /** The same entries without their cursors. */
  readonly nodes: ReadonlyArray<WebhookDelivery>;
  /** Where this page stands. */
  readonly pageInfo: PageInfo;
};

/** One entry of a page of messages of a webhook. */
export type WebhookDeliveryEdge = {
  readonly __typename?: 'WebhookDeliveryEdge';
  /** Marks this entry within its connection: give it as `after` to read on from here. Not a point in the feed. */
  readonly cursor: Scalars['String']['output'];
  /** The entry. */
  readonly node: WebhookDelivery;
};

/** Conditions on messages of a webhook. */
export type WebhookDeliveryFilter = {
  /** It is one of these. */
  readonly kinds?: InputMaybe<ReadonlyArray<WebhookDeliveryKind>>;
  /** One of these became of it. */
  readonly statuses?: InputMaybe<ReadonlyArray<WebhookDeliveryStatus>>;
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

/** One entry of a page of webhooks. */
export type WebhookEdge = {
  readonly __typename?: 'WebhookEdge';
  /** Marks this entry within its connection: give it as `after` to read on from here. Not a point in the feed. */
  readonly cursor: Scalars['String']['output'];
  /** The entry. */
  readonly node: Webhook;
};

/** Which events a webhook is told: those that match every given condition. Lists hold 1 to 250 values. */
export type WebhookEventsInput = {
  /** Only at these locations; null or absent: at all. */
  readonly locationIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Only of these SKUs; null or absent: of all. */
  readonly skus?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Types as `GET /events/schemas` lists them; null or absent: all. */
  readonly types?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
};

/** Conditions on webhooks. */
export type WebhookFilter = {
  /** Of one of these clients; at most 250. */
  readonly clients?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Whether the receiver fails now. */
  readonly failing?: InputMaybe<Scalars['Boolean']['input']>;
  /** In one of these states. */
  readonly states?: InputMaybe<ReadonlyArray<WebhookState>>;
};

/** Orders of webhooks. */
export type WebhookOrder =
  /** By id, in code point order. */
  | 'ID_ASC'
  /** By id, backwards. */
  | 'ID_DESC';

/** A secret of a webhook, without itself. */
export type WebhookSecret = {
  readonly __typename?: 'WebhookSecret';
  /** When it was made. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** Until when it signs; null: until it is rotated. */
  readonly expiresAt?: Maybe<Scalars['DateTime']['output']>;
};

/** Whether a webhook is delivered to. */
export type WebhookState =
  /** None are sent until it is enabled again; it goes on where it stood. */
  | 'DISABLED'
  /** Messages are sent. */
  | 'ENABLED';



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
  CheckMarketplaceErrorCode: CheckMarketplaceErrorCode;
  CheckMarketplaceInput: CheckMarketplaceInput;
  CheckMarketplacePayload: ResolverTypeWrapper<Omit<CheckMarketplacePayload, 'marketplace'> & { marketplace?: Maybe<ResolversTypes['Marketplace']> }>;
  CheckMarketplaceUserError: ResolverTypeWrapper<CheckMarketplaceUserError>;
  Cursor: ResolverTypeWrapper<Scalars['Cursor']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  DeleteWebhookErrorCode: DeleteWebhookErrorCode;
  DeleteWebhookInput: DeleteWebhookInput;
  DeleteWebhookPayload: ResolverTypeWrapper<Omit<DeleteWebhookPayload, 'webhook'> & { webhook?: Maybe<ResolversTypes['Webhook']> }>;
  DeleteWebhookUserError: ResolverTypeWrapper<DeleteWebhookUserError>;
  ExpectedSupply: ResolverTypeWrapper<ExpectedSupply>;
  Fence: ResolverTypeWrapper<FenceModel>;
  InputProblem: InputProblem;
  InventoryItem: ResolverTypeWrapper<Omit<InventoryItem, 'availability'> & { availability?: Maybe<ResolversTypes['Availability']> }>;
  JSON: ResolverTypeWrapper<Scalars['JSON']['output']>;
  Location: ResolverTypeWrapper<Location>;
  Marketplace: ResolverTypeWrapper<MarketplaceModel>;
  MarketplaceBacklog: ResolverTypeWrapper<MarketplaceBacklog>;
  MarketplaceCircuit: MarketplaceCircuit;
  MarketplaceCondition: ResolverTypeWrapper<MarketplaceCondition>;
  MarketplaceConnection: ResolverTypeWrapper<Omit<MarketplaceConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['MarketplaceEdge']>, nodes: ReadonlyArray<ResolversTypes['Marketplace']> }>;
  MarketplaceDrift: ResolverTypeWrapper<MarketplaceDrift>;
  MarketplaceDriftState: MarketplaceDriftState;
  MarketplaceEdge: ResolverTypeWrapper<Omit<MarketplaceEdge, 'node'> & { node: ResolversTypes['Marketplace'] }>;
  MarketplaceFigures: ResolverTypeWrapper<MarketplaceFigures>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  MarketplaceFilter: MarketplaceFilter;
  MarketplaceListing: ResolverTypeWrapper<MarketplaceListingModel>;
  MarketplaceListingConnection: ResolverTypeWrapper<Omit<MarketplaceListingConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['MarketplaceListingEdge']>, nodes: ReadonlyArray<ResolversTypes['MarketplaceListing']> }>;
  MarketplaceListingDrift: ResolverTypeWrapper<MarketplaceListingDrift>;
  MarketplaceListingEdge: ResolverTypeWrapper<Omit<MarketplaceListingEdge, 'node'> & { node: ResolversTypes['MarketplaceListing'] }>;
  MarketplaceListingFilter: MarketplaceListingFilter;
  MarketplaceListingInput: MarketplaceListingInput;
  MarketplaceListingOrder: MarketplaceListingOrder;
  MarketplaceListingState: MarketplaceListingState;
  MarketplaceOrder: MarketplaceOrder;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  PingWebhookErrorCode: PingWebhookErrorCode;
  PingWebhookInput: PingWebhookInput;
  PingWebhookPayload: ResolverTypeWrapper<Omit<PingWebhookPayload, 'delivery'> & { delivery?: Maybe<ResolversTypes['WebhookDelivery']> }>;
  PingWebhookUserError: ResolverTypeWrapper<PingWebhookUserError>;
  PointInput: PointInput;
  PushMarketplaceListingsErrorCode: PushMarketplaceListingsErrorCode;
  PushMarketplaceListingsInput: PushMarketplaceListingsInput;
  PushMarketplaceListingsPayload: ResolverTypeWrapper<Omit<PushMarketplaceListingsPayload, 'marketplace'> & { marketplace?: Maybe<ResolversTypes['Marketplace']> }>;
  PushMarketplaceListingsUserError: ResolverTypeWrapper<PushMarketplaceListingsUserError>;
  Quantity: ResolverTypeWrapper<Scalars['Quantity']['output']>;
  QuantityBand: ResolverTypeWrapper<QuantityBandModel>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  ReplayWebhookErrorCode: ReplayWebhookErrorCode;
  ReplayWebhookInput: ReplayWebhookInput;
  ReplayWebhookPayload: ResolverTypeWrapper<Omit<ReplayWebhookPayload, 'webhook'> & { webhook?: Maybe<ResolversTypes['Webhook']> }>;
  ReplayWebhookUserError: ResolverTypeWrapper<ReplayWebhookUserError>;
  RotateWebhookSecretErrorCode: RotateWebhookSecretErrorCode;
  RotateWebhookSecretInput: RotateWebhookSecretInput;
  RotateWebhookSecretPayload: ResolverTypeWrapper<Omit<RotateWebhookSecretPayload, 'webhook'> & { webhook?: Maybe<ResolversTypes['Webhook']> }>;
  RotateWebhookSecretUserError: ResolverTypeWrapper<RotateWebhookSecretUserError>;
  Shipment: ResolverTypeWrapper<Shipment>;
  StockLevel: ResolverTypeWrapper<StockLevel>;
  StockMovement: ResolverTypeWrapper<StockMovement>;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  UpsertChannelErrorCode: UpsertChannelErrorCode;
  UpsertChannelInput: UpsertChannelInput;
  UpsertChannelLocationInput: UpsertChannelLocationInput;
  UpsertChannelPayload: ResolverTypeWrapper<Omit<UpsertChannelPayload, 'channel'> & { channel?: Maybe<ResolversTypes['Channel']> }>;
  UpsertChannelUserError: ResolverTypeWrapper<UpsertChannelUserError>;
  UpsertMarketplaceErrorCode: UpsertMarketplaceErrorCode;
  UpsertMarketplaceInput: UpsertMarketplaceInput;
  UpsertMarketplaceListingsErrorCode: UpsertMarketplaceListingsErrorCode;
  UpsertMarketplaceListingsInput: UpsertMarketplaceListingsInput;
  UpsertMarketplaceListingsPayload: ResolverTypeWrapper<Omit<UpsertMarketplaceListingsPayload, 'marketplace'> & { marketplace?: Maybe<ResolversTypes['Marketplace']> }>;
  UpsertMarketplaceListingsUserError: ResolverTypeWrapper<UpsertMarketplaceListingsUserError>;
  UpsertMarketplacePayload: ResolverTypeWrapper<Omit<UpsertMarketplacePayload, 'marketplace'> & { marketplace?: Maybe<ResolversTypes['Marketplace']> }>;
  UpsertMarketplaceUserError: ResolverTypeWrapper<UpsertMarketplaceUserError>;
  UpsertWebhookErrorCode: UpsertWebhookErrorCode;
  UpsertWebhookInput: UpsertWebhookInput;
  UpsertWebhookPayload: ResolverTypeWrapper<Omit<UpsertWebhookPayload, 'webhook'> & { webhook?: Maybe<ResolversTypes['Webhook']> }>;
  UpsertWebhookUserError: ResolverTypeWrapper<UpsertWebhookUserError>;
  ViewerKind: ViewerKind;
  WaitingUnits: ResolverTypeWrapper<WaitingUnits>;
  Webhook: ResolverTypeWrapper<WebhookModel>;
  WebhookAttempt: ResolverTypeWrapper<WebhookAttemptModel>;
  WebhookConnection: ResolverTypeWrapper<Omit<WebhookConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['WebhookEdge']>, nodes: ReadonlyArray<ResolversTypes['Webhook']> }>;
  WebhookDelivery: ResolverTypeWrapper<WebhookDeliveryModel>;
  WebhookDeliveryConnection: ResolverTypeWrapper<Omit<WebhookDeliveryConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['WebhookDeliveryEdge']>, nodes: ReadonlyArray<ResolversTypes['WebhookDelivery']> }>;
  WebhookDeliveryEdge: ResolverTypeWrapper<Omit<WebhookDeliveryEdge, 'node'> & { node: ResolversTypes['WebhookDelivery'] }>;
  WebhookDeliveryFilter: WebhookDeliveryFilter;
  WebhookDeliveryKind: WebhookDeliveryKind;
  WebhookDeliveryOrder: WebhookDeliveryOrder;
  WebhookDeliveryStatus: WebhookDeliveryStatus;
  WebhookDisabledReason: WebhookDisabledReason;
  WebhookEdge: ResolverTypeWrapper<Omit<WebhookEdge, 'node'> & { node: ResolversTypes['Webhook'] }>;
  WebhookEventsInput: WebhookEventsInput;
  WebhookFilter: WebhookFilter;
  WebhookOrder: WebhookOrder;
  WebhookSecret: ResolverTypeWrapper<WebhookSecretModel>;
  WebhookState: WebhookState;
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
  CheckMarketplaceInput: CheckMarketplaceInput;
  CheckMarketplacePayload: Omit<CheckMarketplacePayload, 'marketplace'> & { marketplace?: Maybe<ResolversParentTypes['Marketplace']> };
  CheckMarketplaceUserError: CheckMarketplaceUserError;
  Cursor: Scalars['Cursor']['output'];
  DateTime: Scalars['DateTime']['output'];
  DeleteWebhookInput: DeleteWebhookInput;
  DeleteWebhookPayload: Omit<DeleteWebhookPayload, 'webhook'> & { webhook?: Maybe<ResolversParentTypes['Webhook']> };
  DeleteWebhookUserError: DeleteWebhookUserError;
  ExpectedSupply: ExpectedSupply;
  Fence: FenceModel;
  InventoryItem: Omit<InventoryItem, 'availability'> & { availability?: Maybe<ResolversParentTypes['Availability']> } | FederationReferenceTypes['InventoryItem'];
  JSON: Scalars['JSON']['output'];
  Location: Location;
  Marketplace: MarketplaceModel;
  MarketplaceBacklog: MarketplaceBacklog;
  MarketplaceCondition: MarketplaceCondition;
  MarketplaceConnection: Omit<MarketplaceConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['MarketplaceEdge']>, nodes: ReadonlyArray<ResolversParentTypes['Marketplace']> };
  MarketplaceDrift: MarketplaceDrift;
  MarketplaceEdge: Omit<MarketplaceEdge, 'node'> & { node: ResolversParentTypes['Marketplace'] };
  MarketplaceFigures: MarketplaceFigures;
  Float: Scalars['Float']['output'];
  MarketplaceFilter: MarketplaceFilter;
  MarketplaceListing: MarketplaceListingModel;
  MarketplaceListingConnection: Omit<MarketplaceListingConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['MarketplaceListingEdge']>, nodes: ReadonlyArray<ResolversParentTypes['MarketplaceListing']> };
  MarketplaceListingDrift: MarketplaceListingDrift;
  MarketplaceListingEdge: Omit<MarketplaceListingEdge, 'node'> & { node: ResolversParentTypes['MarketplaceListing'] };
  MarketplaceListingFilter: MarketplaceListingFilter;
  MarketplaceListingInput: MarketplaceListingInput;
  Mutation: Record<PropertyKey, never>;
  PageInfo: PageInfo;
  PingWebhookInput: PingWebhookInput;
  PingWebhookPayload: Omit<PingWebhookPayload, 'delivery'> & { delivery?: Maybe<ResolversParentTypes['WebhookDelivery']> };
  PingWebhookUserError: PingWebhookUserError;
  PointInput: PointInput;
  PushMarketplaceListingsInput: PushMarketplaceListingsInput;
  PushMarketplaceListingsPayload: Omit<PushMarketplaceListingsPayload, 'marketplace'> & { marketplace?: Maybe<ResolversParentTypes['Marketplace']> };
  PushMarketplaceListingsUserError: PushMarketplaceListingsUserError;
  Quantity: Scalars['Quantity']['output'];
  QuantityBand: QuantityBandModel;
  Query: Record<PropertyKey, never>;
  ReplayWebhookInput: ReplayWebhookInput;
  ReplayWebhookPayload: Omit<ReplayWebhookPayload, 'webhook'> & { webhook?: Maybe<ResolversParentTypes['Webhook']> };
  ReplayWebhookUserError: ReplayWebhookUserError;
  RotateWebhookSecretInput: RotateWebhookSecretInput;
  RotateWebhookSecretPayload: Omit<RotateWebhookSecretPayload, 'webhook'> & { webhook?: Maybe<ResolversParentTypes['Webhook']> };
  RotateWebhookSecretUserError: RotateWebhookSecretUserError;
  Shipment: Shipment;
  StockLevel: StockLevel;
  StockMovement: StockMovement;
  Subscription: Record<PropertyKey, never>;
  UpsertChannelInput: UpsertChannelInput;
  UpsertChannelLocationInput: UpsertChannelLocationInput;
  UpsertChannelPayload: Omit<UpsertChannelPayload, 'channel'> & { channel?: Maybe<ResolversParentTypes['Channel']> };
  UpsertChannelUserError: UpsertChannelUserError;
  UpsertMarketplaceInput: UpsertMarketplaceInput;
  UpsertMarketplaceListingsInput: UpsertMarketplaceListingsInput;
  UpsertMarketplaceListingsPayload: Omit<UpsertMarketplaceListingsPayload, 'marketplace'> & { marketplace?: Maybe<ResolversParentTypes['Marketplace']> };
  UpsertMarketplaceListingsUserError: UpsertMarketplaceListingsUserError;
  UpsertMarketplacePayload: Omit<UpsertMarketplacePayload, 'marketplace'> & { marketplace?: Maybe<ResolversParentTypes['Marketplace']> };
  UpsertMarketplaceUserError: UpsertMarketplaceUserError;
  UpsertWebhookInput: UpsertWebhookInput;
  UpsertWebhookPayload: Omit<UpsertWebhookPayload, 'webhook'> & { webhook?: Maybe<ResolversParentTypes['Webhook']> };
  UpsertWebhookUserError: UpsertWebhookUserError;
  WaitingUnits: WaitingUnits;
  Webhook: WebhookModel;
  WebhookAttempt: WebhookAttemptModel;
  WebhookConnection: Omit<WebhookConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['WebhookEdge']>, nodes: ReadonlyArray<ResolversParentTypes['Webhook']> };
  WebhookDelivery: WebhookDeliveryModel;
  WebhookDeliveryConnection: Omit<WebhookDeliveryConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['WebhookDeliveryEdge']>, nodes: ReadonlyArray<ResolversParentTypes['WebhookDelivery']> };
  WebhookDeliveryEdge: Omit<WebhookDeliveryEdge, 'node'> & { node: ResolversParentTypes['WebhookDelivery'] };
  WebhookDeliveryFilter: WebhookDeliveryFilter;
  WebhookEdge: Omit<WebhookEdge, 'node'> & { node: ResolversParentTypes['Webhook'] };
  WebhookEventsInput: WebhookEventsInput;
  WebhookFilter: WebhookFilter;
  WebhookSecret: WebhookSecretModel;
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

export type CheckMarketplacePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CheckMarketplacePayload'] = ResolversParentTypes['CheckMarketplacePayload']> = {
  cursor?: Resolver<Maybe<ResolversTypes['Cursor']>, ParentType, ContextType>;
  marketplace?: Resolver<Maybe<ResolversTypes['Marketplace']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['CheckMarketplaceUserError']>, ParentType, ContextType>;
};

export type CheckMarketplaceUserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CheckMarketplaceUserError'] = ResolversParentTypes['CheckMarketplaceUserError']> = {
  code?: Resolver<ResolversTypes['CheckMarketplaceErrorCode'], ParentType, ContextType>;
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

export type DeleteWebhookPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeleteWebhookPayload'] = ResolversParentTypes['DeleteWebhookPayload']> = {
  cursor?: Resolver<Maybe<ResolversTypes['Cursor']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['DeleteWebhookUserError']>, ParentType, ContextType>;
  webhook?: Resolver<Maybe<ResolversTypes['Webhook']>, ParentType, ContextType>;
};

export type DeleteWebhookUserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeleteWebhookUserError'] = ResolversParentTypes['DeleteWebhookUserError']> = {
  code?: Resolver<ResolversTypes['DeleteWebhookErrorCode'], ParentType, ContextType>;
  field?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  problem?: Resolver<Maybe<ResolversTypes['InputProblem']>, ParentType, ContextType>;
  retryable?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

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

export interface JsonScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['JSON'], any> {
  name: 'JSON';
}

export type LocationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Location'] = ResolversParentTypes['Location']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type MarketplaceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Marketplace'] = ResolversParentTypes['Marketplace']> = {
  backlog?: Resolver<ResolversTypes['MarketplaceBacklog'], ParentType, ContextType>;
  batchSize?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  burst?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  calls?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  channel?: Resolver<Maybe<ResolversTypes['Channel']>, ParentType, ContextType>;
  channelId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  condition?: Resolver<ResolversTypes['MarketplaceCondition'], ParentType, ContextType>;
  connector?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  drift?: Resolver<ResolversTypes['MarketplaceDrift'], ParentType, ContextType>;
  driftMinutes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  figures?: Resolver<ResolversTypes['MarketplaceFigures'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  minIntervalSeconds?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  ordersSeconds?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  paused?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  perSeconds?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  settings?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  settleSeconds?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  source?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type MarketplaceBacklogResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MarketplaceBacklog'] = ResolversParentTypes['MarketplaceBacklog']> = {
  listings?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  marked?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  oldestChangedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  refused?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  unread?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  urgent?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  waiting?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type MarketplaceConditionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MarketplaceCondition'] = ResolversParentTypes['MarketplaceCondition']> = {
  circuit?: Resolver<ResolversTypes['MarketplaceCircuit'], ParentType, ContextType>;
  failingSince?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  failures?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  lastAcceptedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  lastError?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  nextAttemptAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  ordersError?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  ordersReadAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  quietUntil?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type MarketplaceConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MarketplaceConnection'] = ResolversParentTypes['MarketplaceConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['MarketplaceEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Marketplace']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type MarketplaceDriftResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MarketplaceDrift'] = ResolversParentTypes['MarketplaceDrift']> = {
  checked?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  checkedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  mending?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  oldestSeenAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  requested?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  suspected?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  units?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
};

export type MarketplaceEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MarketplaceEdge'] = ResolversParentTypes['MarketplaceEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Marketplace'], ParentType, ContextType>;
};

export type MarketplaceFiguresResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MarketplaceFigures'] = ResolversParentTypes['MarketplaceFigures']> = {
  accepted?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  calls?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  refused?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  secondsMean?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  throttled?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  withinMinute?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  withinSecond?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  withinTenMinutes?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  withinTenSeconds?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
};

export type MarketplaceListingResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MarketplaceListing'] = ResolversParentTypes['MarketplaceListing']> = {
  acknowledged?: Resolver<Maybe<ResolversTypes['Quantity']>, ParentType, ContextType>;
  acknowledgedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  changedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  drift?: Resolver<Maybe<ResolversTypes['MarketplaceListingDrift']>, ParentType, ContextType>;
  item?: Resolver<Maybe<ResolversTypes['InventoryItem']>, ParentType, ContextType>;
  listed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  refusedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  refusedQuantity?: Resolver<Maybe<ResolversTypes['Quantity']>, ParentType, ContextType>;
  sku?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['MarketplaceListingState'], ParentType, ContextType>;
};

export type MarketplaceListingConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MarketplaceListingConnection'] = ResolversParentTypes['MarketplaceListingConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['MarketplaceListingEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['MarketplaceListing']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type MarketplaceListingDriftResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MarketplaceListingDrift'] = ResolversParentTypes['MarketplaceListingDrift']> = {
  expected?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  firstSeenAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  found?: Resolver<Maybe<ResolversTypes['Quantity']>, ParentType, ContextType>;
  lastSeenAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  settledAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['MarketplaceDriftState'], ParentType, ContextType>;
};

export type MarketplaceListingEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MarketplaceListingEdge'] = ResolversParentTypes['MarketplaceListingEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['MarketplaceListing'], ParentType, ContextType>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  checkMarketplace?: Resolver<Maybe<ResolversTypes['CheckMarketplacePayload']>, ParentType, ContextType, RequireFields<MutationCheckMarketplaceArgs, 'input'>>;
  deleteWebhook?: Resolver<Maybe<ResolversTypes['DeleteWebhookPayload']>, ParentType, ContextType, RequireFields<MutationDeleteWebhookArgs, 'input'>>;
  pingWebhook?: Resolver<Maybe<ResolversTypes['PingWebhookPayload']>, ParentType, ContextType, RequireFields<MutationPingWebhookArgs, 'input'>>;
  pushMarketplaceListings?: Resolver<Maybe<ResolversTypes['PushMarketplaceListingsPayload']>, ParentType, ContextType, RequireFields<MutationPushMarketplaceListingsArgs, 'input'>>;
  replayWebhook?: Resolver<Maybe<ResolversTypes['ReplayWebhookPayload']>, ParentType, ContextType, RequireFields<MutationReplayWebhookArgs, 'input'>>;
  rotateWebhookSecret?: Resolver<Maybe<ResolversTypes['RotateWebhookSecretPayload']>, ParentType, ContextType, RequireFields<MutationRotateWebhookSecretArgs, 'input'>>;
  upsertChannel?: Resolver<Maybe<ResolversTypes['UpsertChannelPayload']>, ParentType, ContextType, RequireFields<MutationUpsertChannelArgs, 'input'>>;
  upsertMarketplace?: Resolver<Maybe<ResolversTypes['UpsertMarketplacePayload']>, ParentType, ContextType, RequireFields<MutationUpsertMarketplaceArgs, 'input'>>;
  upsertMarketplaceListings?: Resolver<Maybe<ResolversTypes['UpsertMarketplaceListingsPayload']>, ParentType, ContextType, RequireFields<MutationUpsertMarketplaceListingsArgs, 'input'>>;
  upsertWebhook?: Resolver<Maybe<ResolversTypes['UpsertWebhookPayload']>, ParentType, ContextType, RequireFields<MutationUpsertWebhookArgs, 'input'>>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PingWebhookPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PingWebhookPayload'] = ResolversParentTypes['PingWebhookPayload']> = {
  cursor?: Resolver<Maybe<ResolversTypes['Cursor']>, ParentType, ContextType>;
  delivery?: Resolver<Maybe<ResolversTypes['WebhookDelivery']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['PingWebhookUserError']>, ParentType, ContextType>;
};

export type PingWebhookUserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PingWebhookUserError'] = ResolversParentTypes['PingWebhookUserError']> = {
  code?: Resolver<ResolversTypes['PingWebhookErrorCode'], ParentType, ContextType>;
  field?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  problem?: Resolver<Maybe<ResolversTypes['InputProblem']>, ParentType, ContextType>;
  retryable?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type PushMarketplaceListingsPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PushMarketplaceListingsPayload'] = ResolversParentTypes['PushMarketplaceListingsPayload']> = {
  cursor?: Resolver<Maybe<ResolversTypes['Cursor']>, ParentType, ContextType>;
  marketplace?: Resolver<Maybe<ResolversTypes['Marketplace']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['PushMarketplaceListingsUserError']>, ParentType, ContextType>;
};

export type PushMarketplaceListingsUserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PushMarketplaceListingsUserError'] = ResolversParentTypes['PushMarketplaceListingsUserError']> = {
  code?: Resolver<ResolversTypes['PushMarketplaceListingsErrorCode'], ParentType, ContextType>;
  field?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  problem?: Resolver<Maybe<ResolversTypes['InputProblem']>, ParentType, ContextType>;
  retryable?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
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
  marketplaceListings?: Resolver<Maybe<ResolversTypes['MarketplaceListingConnection']>, ParentType, ContextType, RequireFields<QueryMarketplaceListingsArgs, 'first' | 'marketplaceId' | 'orderBy'>>;
  marketplaces?: Resolver<Maybe<ResolversTypes['MarketplaceConnection']>, ParentType, ContextType, RequireFields<QueryMarketplacesArgs, 'first' | 'orderBy'>>;
  webhook?: Resolver<Maybe<ResolversTypes['Webhook']>, ParentType, ContextType, RequireFields<QueryWebhookArgs, 'id'>>;
  webhookDeliveries?: Resolver<Maybe<ResolversTypes['WebhookDeliveryConnection']>, ParentType, ContextType, RequireFields<QueryWebhookDeliveriesArgs, 'first' | 'orderBy' | 'webhookId'>>;
  webhooks?: Resolver<Maybe<ResolversTypes['WebhookConnection']>, ParentType, ContextType, RequireFields<QueryWebhooksArgs, 'first' | 'orderBy'>>;
};

export type ReplayWebhookPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReplayWebhookPayload'] = ResolversParentTypes['ReplayWebhookPayload']> = {
  cursor?: Resolver<Maybe<ResolversTypes['Cursor']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['ReplayWebhookUserError']>, ParentType, ContextType>;
  webhook?: Resolver<Maybe<ResolversTypes['Webhook']>, ParentType, ContextType>;
};

export type ReplayWebhookUserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReplayWebhookUserError'] = ResolversParentTypes['ReplayWebhookUserError']> = {
  code?: Resolver<ResolversTypes['ReplayWebhookErrorCode'], ParentType, ContextType>;
  field?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  problem?: Resolver<Maybe<ResolversTypes['InputProblem']>, ParentType, ContextType>;
  retryable?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type RotateWebhookSecretPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RotateWebhookSecretPayload'] = ResolversParentTypes['RotateWebhookSecretPayload']> = {
  cursor?: Resolver<Maybe<ResolversTypes['Cursor']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['RotateWebhookSecretUserError']>, ParentType, ContextType>;
  webhook?: Resolver<Maybe<ResolversTypes['Webhook']>, ParentType, ContextType>;
};

export type RotateWebhookSecretUserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RotateWebhookSecretUserError'] = ResolversParentTypes['RotateWebhookSecretUserError']> = {
  code?: Resolver<ResolversTypes['RotateWebhookSecretErrorCode'], ParentType, ContextType>;
  field?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  problem?: Resolver<Maybe<ResolversTypes['InputProblem']>, ParentType, ContextType>;
  retryable?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
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

export type UpsertMarketplaceListingsPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpsertMarketplaceListingsPayload'] = ResolversParentTypes['UpsertMarketplaceListingsPayload']> = {
  cursor?: Resolver<Maybe<ResolversTypes['Cursor']>, ParentType, ContextType>;
  marketplace?: Resolver<Maybe<ResolversTypes['Marketplace']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UpsertMarketplaceListingsUserError']>, ParentType, ContextType>;
};

export type UpsertMarketplaceListingsUserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpsertMarketplaceListingsUserError'] = ResolversParentTypes['UpsertMarketplaceListingsUserError']> = {
  code?: Resolver<ResolversTypes['UpsertMarketplaceListingsErrorCode'], ParentType, ContextType>;
  field?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  problem?: Resolver<Maybe<ResolversTypes['InputProblem']>, ParentType, ContextType>;
  retryable?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type UpsertMarketplacePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpsertMarketplacePayload'] = ResolversParentTypes['UpsertMarketplacePayload']> = {
  cursor?: Resolver<Maybe<ResolversTypes['Cursor']>, ParentType, ContextType>;
  marketplace?: Resolver<Maybe<ResolversTypes['Marketplace']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UpsertMarketplaceUserError']>, ParentType, ContextType>;
};

export type UpsertMarketplaceUserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpsertMarketplaceUserError'] = ResolversParentTypes['UpsertMarketplaceUserError']> = {
  code?: Resolver<ResolversTypes['UpsertMarketplaceErrorCode'], ParentType, ContextType>;
  field?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  problem?: Resolver<Maybe<ResolversTypes['InputProblem']>, ParentType, ContextType>;
  retryable?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type UpsertWebhookPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpsertWebhookPayload'] = ResolversParentTypes['UpsertWebhookPayload']> = {
  cursor?: Resolver<Maybe<ResolversTypes['Cursor']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UpsertWebhookUserError']>, ParentType, ContextType>;
  webhook?: Resolver<Maybe<ResolversTypes['Webhook']>, ParentType, ContextType>;
};

export type UpsertWebhookUserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpsertWebhookUserError'] = ResolversParentTypes['UpsertWebhookUserError']> = {
  code?: Resolver<ResolversTypes['UpsertWebhookErrorCode'], ParentType, ContextType>;
  field?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  problem?: Resolver<Maybe<ResolversTypes['InputProblem']>, ParentType, ContextType>;
  retryable?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type WaitingUnitsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WaitingUnits'] = ResolversParentTypes['WaitingUnits']> = {
  by?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
};

export type WebhookResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Webhook'] = ResolversParentTypes['Webhook']> = {
  channelIds?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ID']>>, ParentType, ContextType>;
  client?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  cursor?: Resolver<Maybe<ResolversTypes['Cursor']>, ParentType, ContextType>;
  deadLetters?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  disabledAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  disabledMessage?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  disabledReason?: Resolver<Maybe<ResolversTypes['WebhookDisabledReason']>, ParentType, ContextType>;
  document?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  eventTypes?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  failingSince?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lastDeliveredAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  lastError?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  newSecret?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  nextAttemptAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  parallel?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  pending?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  secrets?: Resolver<ReadonlyArray<ResolversTypes['WebhookSecret']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['WebhookState'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  variables?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
};

export type WebhookAttemptResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WebhookAttempt'] = ResolversParentTypes['WebhookAttempt']> = {
  answer?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  durationMs?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  error?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type WebhookConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WebhookConnection'] = ResolversParentTypes['WebhookConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['WebhookEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Webhook']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type WebhookDeliveryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WebhookDelivery'] = ResolversParentTypes['WebhookDelivery']> = {
  attemptLog?: Resolver<ReadonlyArray<ResolversTypes['WebhookAttempt']>, ParentType, ContextType>;
  attempts?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  body?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  cursor?: Resolver<Maybe<ResolversTypes['Cursor']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['WebhookDeliveryKind'], ParentType, ContextType>;
  nextAttemptAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  queuedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  settledAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['WebhookDeliveryStatus'], ParentType, ContextType>;
  webhookId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type WebhookDeliveryConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WebhookDeliveryConnection'] = ResolversParentTypes['WebhookDeliveryConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['WebhookDeliveryEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['WebhookDelivery']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type WebhookDeliveryEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WebhookDeliveryEdge'] = ResolversParentTypes['WebhookDeliveryEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['WebhookDelivery'], ParentType, ContextType>;
};

export type WebhookEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WebhookEdge'] = ResolversParentTypes['WebhookEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Webhook'], ParentType, ContextType>;
};

export type WebhookSecretResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WebhookSecret'] = ResolversParentTypes['WebhookSecret']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  expiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
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
  CheckMarketplacePayload?: CheckMarketplacePayloadResolvers<ContextType>;
  CheckMarketplaceUserError?: CheckMarketplaceUserErrorResolvers<ContextType>;
  Cursor?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  DeleteWebhookPayload?: DeleteWebhookPayloadResolvers<ContextType>;
  DeleteWebhookUserError?: DeleteWebhookUserErrorResolvers<ContextType>;
  ExpectedSupply?: ExpectedSupplyResolvers<ContextType>;
  Fence?: FenceResolvers<ContextType>;
  InventoryItem?: InventoryItemResolvers<ContextType>;
  JSON?: GraphQLScalarType;
  Location?: LocationResolvers<ContextType>;
  Marketplace?: MarketplaceResolvers<ContextType>;
  MarketplaceBacklog?: MarketplaceBacklogResolvers<ContextType>;
  MarketplaceCondition?: MarketplaceConditionResolvers<ContextType>;
  MarketplaceConnection?: MarketplaceConnectionResolvers<ContextType>;
  MarketplaceDrift?: MarketplaceDriftResolvers<ContextType>;
  MarketplaceEdge?: MarketplaceEdgeResolvers<ContextType>;
  MarketplaceFigures?: MarketplaceFiguresResolvers<ContextType>;
  MarketplaceListing?: MarketplaceListingResolvers<ContextType>;
  MarketplaceListingConnection?: MarketplaceListingConnectionResolvers<ContextType>;
  MarketplaceListingDrift?: MarketplaceListingDriftResolvers<ContextType>;
  MarketplaceListingEdge?: MarketplaceListingEdgeResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  PingWebhookPayload?: PingWebhookPayloadResolvers<ContextType>;
  PingWebhookUserError?: PingWebhookUserErrorResolvers<ContextType>;
  PushMarketplaceListingsPayload?: PushMarketplaceListingsPayloadResolvers<ContextType>;
  PushMarketplaceListingsUserError?: PushMarketplaceListingsUserErrorResolvers<ContextType>;
  Quantity?: GraphQLScalarType;
  QuantityBand?: QuantityBandResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  ReplayWebhookPayload?: ReplayWebhookPayloadResolvers<ContextType>;
  ReplayWebhookUserError?: ReplayWebhookUserErrorResolvers<ContextType>;
  RotateWebhookSecretPayload?: RotateWebhookSecretPayloadResolvers<ContextType>;
  RotateWebhookSecretUserError?: RotateWebhookSecretUserErrorResolvers<ContextType>;
  Shipment?: ShipmentResolvers<ContextType>;
  StockLevel?: StockLevelResolvers<ContextType>;
  StockMovement?: StockMovementResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
  UpsertChannelPayload?: UpsertChannelPayloadResolvers<ContextType>;
  UpsertChannelUserError?: UpsertChannelUserErrorResolvers<ContextType>;
  UpsertMarketplaceListingsPayload?: UpsertMarketplaceListingsPayloadResolvers<ContextType>;
  UpsertMarketplaceListingsUserError?: UpsertMarketplaceListingsUserErrorResolvers<ContextType>;
  UpsertMarketplacePayload?: UpsertMarketplacePayloadResolvers<ContextType>;
  UpsertMarketplaceUserError?: UpsertMarketplaceUserErrorResolvers<ContextType>;
  UpsertWebhookPayload?: UpsertWebhookPayloadResolvers<ContextType>;
  UpsertWebhookUserError?: UpsertWebhookUserErrorResolvers<ContextType>;
  WaitingUnits?: WaitingUnitsResolvers<ContextType>;
  Webhook?: WebhookResolvers<ContextType>;
  WebhookAttempt?: WebhookAttemptResolvers<ContextType>;
  WebhookConnection?: WebhookConnectionResolvers<ContextType>;
  WebhookDelivery?: WebhookDeliveryResolvers<ContextType>;
  WebhookDeliveryConnection?: WebhookDeliveryConnectionResolvers<ContextType>;
  WebhookDeliveryEdge?: WebhookDeliveryEdgeResolvers<ContextType>;
  WebhookEdge?: WebhookEdgeResolvers<ContextType>;
  WebhookSecret?: WebhookSecretResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = Context> = {
  access?: AccessDirectiveResolver<any, any, ContextType>;
};
