// Made by `npm run codegen` from the schema; not to be edited.
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { ItemModel, LocationModel, StockLevelModel, StockMovementModel, StockPolicyModel, FenceModel, DeadLetterModel, BalanceChangeModel, EventReplayModel, EventReplayPreviewModel, ErpSystemModel, ErpRouteModel, FiguresModel, FactModel, FactReportModel, AuthorityModel, ErpShadowReportModel, ErpReconciliationModel, DivergenceModel, ViewerModel, Context } from '../models.ts';
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

/** Which source has the last word on a kind of fact at a place. One declared for the location counts before the one for everywhere. */
export type Authority = {
  readonly __typename?: 'Authority';
  /** Whether it may tell a fact in several reports: see `SetAuthorityInput.inParts`. */
  readonly inParts: Scalars['Boolean']['output'];
  /** For this kind of fact. */
  readonly kind: FactKind;
  /** At this location; null: wherever none is declared for the location itself. */
  readonly location?: Maybe<Location>;
  /** At this location; null: wherever none is declared for the location itself. */
  readonly locationId?: Maybe<Scalars['ID']['output']>;
  /** When it was declared. */
  readonly recordedAt: Scalars['DateTime']['output'];
  /** Client that declared it. */
  readonly setBy: Scalars['String']['output'];
  /** A CloudEvents source; one that ends with `/` stands for all that begin with it. */
  readonly source: Scalars['String']['output'];
};

/** A page of authorities. */
export type AuthorityConnection = {
  readonly __typename?: 'AuthorityConnection';
  /** Entries with their cursors, in the order asked for. */
  readonly edges: ReadonlyArray<AuthorityEdge>;
  /** The same entries without their cursors. */
  readonly nodes: ReadonlyArray<Authority>;
  /** Where this page stands. */
  readonly pageInfo: PageInfo;
};

/** One entry of a page of authorities. */
export type AuthorityEdge = {
  readonly __typename?: 'AuthorityEdge';
  /** Marks this entry within its connection: give it as `after` to read on from here. Not a point in the feed. */
  readonly cursor: Scalars['String']['output'];
  /** The entry. */
  readonly node: Authority;
};

/** Conditions on authorities. Lists hold at most 250 values. */
export type AuthorityFilter = {
  /** For one of these kinds of facts. */
  readonly kinds?: InputMaybe<ReadonlyArray<FactKind>>;
  /** Declared for one of these locations. */
  readonly locationIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
};

/** Orders of authorities. */
export type AuthorityOrder =
  /** Those for everywhere, then by location in code point order; at one place by kind. */
  | 'LOCATION_ASC'
  /** The same backwards. */
  | 'LOCATION_DESC';

/** A balance of a SKU at a location that would be another. */
export type BalanceChange = {
  readonly __typename?: 'BalanceChange';
  /** Which balance. */
  readonly account: Account;
  /** As it would be. */
  readonly after: Scalars['Quantity']['output'];
  /** As it is, in base units. */
  readonly before: Scalars['Quantity']['output'];
  /** after − before. */
  readonly change: Scalars['Quantity']['output'];
  /** The location. */
  readonly locationId: Scalars['ID']['output'];
  /** The SKU. */
  readonly sku: Scalars['ID']['output'];
};

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
  readonly id: Scalars['ID']['input'];
  /**
   * Chosen by the client, 1 to 256 characters, unique for each request of this client, for ever. The same key with the same content has one
   * effect and gets the first answer again.
   */
  readonly idempotencyKey: Scalars['ID']['input'];
};

/** Answer of `cancelReplay`. */
export type CancelReplayPayload = {
  readonly __typename?: 'CancelReplayPayload';
  /** The point in the feed that contains this change, for `atLeast` and `after`; null when nothing was done. */
  readonly cursor?: Maybe<Scalars['Cursor']['output']>;
  /** The replay as it is now, which has ended; null when refused. */
  readonly replay?: Maybe<EventReplay>;
  /** Why it was refused: nothing was done then. Empty when it was done. */
  readonly userErrors: ReadonlyArray<CancelReplayUserError>;
};

/** One reason for which `cancelReplay` refused. */
export type CancelReplayUserError = {
  readonly __typename?: 'CancelReplayUserError';
  /** Which rule refused it. */
  readonly code: CancelReplayErrorCode;
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

/** An event that could not be applied. It is never lost. */
export type DeadLetter = {
  readonly __typename?: 'DeadLetter';
  /** How often it was tried; at least 1. */
  readonly attempts: Scalars['Int']['output'];
  /** Why it could not be applied, the last time. */
  readonly code: EventErrorCode;
  /**
   * The event as it came. Of what an ERP did not take (`ERP_REFUSED`) the movement; of what was not mapped to events (`MAPPING_FAILED`, `MAPPING_LIMIT`, `MAPPING_RESULT`) the `payload` as it came, with the
   * `mapping` and its `version`.
   */
  readonly event: Scalars['JSON']['output'];
  /** CloudEvents id; null when the event had none that could be read. */
  readonly eventId?: Maybe<Scalars['String']['output']>;
  /** CloudEvents type; null when the event had none that could be read. */
  readonly eventType?: Maybe<Scalars['String']['output']>;
  /** Opaque. */
  readonly id: Scalars['ID']['output'];
  /** The same in one sentence for people. */
  readonly message: Scalars['String']['output'];
  /** The source's clock; null when the event had no time that could be read. */
  readonly occurredAt?: Maybe<Scalars['DateTime']['output']>;
  /** When the hub first recorded it. */
  readonly recordedAt: Scalars['DateTime']['output'];
  /** When it was replayed with success or discarded; null while open. */
  readonly settledAt?: Maybe<Scalars['DateTime']['output']>;
  /** Client that settled it; null while open. */
  readonly settledBy?: Maybe<Scalars['String']['output']>;
  /** Why it was discarded, as the client that settled it said; null when it was not said. */
  readonly settledReason?: Maybe<Scalars['String']['output']>;
  /** CloudEvents source; null when the event had none that could be read. */
  readonly source?: Maybe<Scalars['String']['output']>;
  /** What became of it. */
  readonly status: DeadLetterStatus;
};

/** A page of dead letters. */
export type DeadLetterConnection = {
  readonly __typename?: 'DeadLetterConnection';
  /** Entries with their cursors, in the order asked for. */
  readonly edges: ReadonlyArray<DeadLetterEdge>;
  /** The same entries without their cursors. */
  readonly nodes: ReadonlyArray<DeadLetter>;
  /** Where this page stands. */
  readonly pageInfo: PageInfo;
};

/** One entry of a page of dead letters. */
export type DeadLetterEdge = {
  readonly __typename?: 'DeadLetterEdge';
  /** Marks this entry within its connection: give it as `after` to read on from here. Not a point in the feed. */
  readonly cursor: Scalars['String']['output'];
  /** The entry. */
  readonly node: DeadLetter;
};

/** Conditions on dead letters. Lists hold at most 250 values. */
export type DeadLetterFilter = {
  /** Refused for one of these reasons. */
  readonly codes?: InputMaybe<ReadonlyArray<EventErrorCode>>;
  /** Of one of these event types. */
  readonly eventTypes?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Recorded before this moment. */
  readonly recordedBefore?: InputMaybe<Scalars['DateTime']['input']>;
  /** Recorded at or after this moment. */
  readonly recordedFrom?: InputMaybe<Scalars['DateTime']['input']>;
  /** From one of these CloudEvents sources. */
  readonly sources?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** In one of these states; absent: every state. */
  readonly statuses?: InputMaybe<ReadonlyArray<DeadLetterStatus>>;
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
  readonly id: Scalars['ID']['input'];
  /**
   * Chosen by the client, 1 to 256 characters, unique for each request of this client, for ever. The same key with the same content has one
   * effect and gets the first answer again.
   */
  readonly idempotencyKey: Scalars['ID']['input'];
  /** Why, for those who look later; at most 256 characters. */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
};

/** Answer of `discardDeadLetter`. */
export type DiscardDeadLetterPayload = {
  readonly __typename?: 'DiscardDeadLetterPayload';
  /** The point in the feed that contains this change, for `atLeast` and `after`; null when nothing was done. */
  readonly cursor?: Maybe<Scalars['Cursor']['output']>;
  /** The letter as it is now; null when refused. */
  readonly deadLetter?: Maybe<DeadLetter>;
  /** Why it was refused: nothing was done then. Empty when it was done. */
  readonly userErrors: ReadonlyArray<DiscardDeadLetterUserError>;
};

/** One reason for which `discardDeadLetter` refused. */
export type DiscardDeadLetterUserError = {
  readonly __typename?: 'DiscardDeadLetterUserError';
  /** Which rule refused it. */
  readonly code: DiscardDeadLetterErrorCode;
  /** Path of the offending value, from `"input"` down, list positions as numbers in strings; null when it concerns no single field. */
  readonly field?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** One sentence for developers, in English. Not for machines: compare `code`. */
  readonly message: Scalars['String']['output'];
  /** Which rule of the field was broken, with the code `INVALID_INPUT`; null with every other code, and where only `message` tells. */
  readonly problem?: Maybe<InputProblem>;
  /** Whether the same input may be accepted later, under a new key, without anybody mending it or the catalog: stock comes, a location opens again. */
  readonly retryable: Scalars['Boolean']['output'];
};

/** What an ERP has differs from what it can know: from the balance here, without what it was not told yet. */
export type Divergence = {
  readonly __typename?: 'Divergence';
  /** The accounts for which the ERP has one figure. */
  readonly accounts: ReadonlyArray<Account>;
  /** What most likely lies behind it. */
  readonly cause: DivergenceCause;
  /** erpQuantity − expected. */
  readonly difference: Scalars['Quantity']['output'];
  /** What the ERP has, in base units. */
  readonly erpQuantity: Scalars['Quantity']['output'];
  /** What it would have if it were right. */
  readonly expected: Scalars['Quantity']['output'];
  /** When it was first found. */
  readonly firstSeenAt: Scalars['DateTime']['output'];
  /** Opaque. */
  readonly id: Scalars['ID']['output'];
  /** The item; null where the hub has none. */
  readonly item?: Maybe<InventoryItem>;
  /** When it was last found. */
  readonly lastSeenAt: Scalars['DateTime']['output'];
  /** The location. */
  readonly location?: Maybe<Location>;
  /** Id of the location. */
  readonly locationId: Scalars['ID']['output'];
  /** How urgent it is that somebody looks at it, as things are now; null for one that is over. */
  readonly priority?: Maybe<DivergencePriority>;
  /** What one client has proposed, where it takes two; null otherwise. */
  readonly proposed?: Maybe<DivergenceAction>;
  /** The client that has proposed it. */
  readonly proposedBy?: Maybe<Scalars['String']['output']>;
  /** How often in a row it was found with the same difference. */
  readonly seen: Scalars['Int']['output'];
  /** When it was over; null while it is not. */
  readonly settledAt?: Maybe<Scalars['DateTime']['output']>;
  /** The SKU as the ERP has it. */
  readonly sku: Scalars['ID']['output'];
  /** What of it is so. */
  readonly state: DivergenceState;
  /** The ERP. */
  readonly systemId: Scalars['ID']['output'];
  /** What was done about it, in order. */
  readonly trail: ReadonlyArray<DivergenceNote>;
};

/** What is to be done about a divergence. */
export type DivergenceAction =
  /** The ERP is right: the hub takes over the difference, as news from the ERP. */
  | 'CORRECT_HUB'
  /** Nothing, as long as it stays the same. */
  | 'IGNORE'
  /** The hub is right: the ERP is told the difference. */
  | 'TELL_ERP';

/** Divergences of one priority. */
export type DivergenceBacklogFigures = {
  readonly __typename?: 'DivergenceBacklogFigures';
  /** How many. */
  readonly count: Scalars['Quantity']['output'];
  /** When the oldest of them was found first. */
  readonly oldestFirstSeenAt: Scalars['DateTime']['output'];
  /** How urgent. */
  readonly priority: DivergencePriority;
  /** The ERP. */
  readonly systemId: Scalars['ID']['output'];
  /** Base units by which they differ, of whatever item. */
  readonly units: Scalars['Quantity']['output'];
};

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

/** A page of divergences. */
export type DivergenceConnection = {
  readonly __typename?: 'DivergenceConnection';
  /** Entries with their cursors, in the order asked for. */
  readonly edges: ReadonlyArray<DivergenceEdge>;
  /** The same entries without their cursors. */
  readonly nodes: ReadonlyArray<Divergence>;
  /** Where this page stands. */
  readonly pageInfo: PageInfo;
};

/** One entry of a page of divergences. */
export type DivergenceEdge = {
  readonly __typename?: 'DivergenceEdge';
  /** Marks this entry within its connection: give it as `after` to read on from here. Not a point in the feed. */
  readonly cursor: Scalars['String']['output'];
  /** The entry. */
  readonly node: Divergence;
};

/** What an ERP has otherwise now, at one location. */
export type DivergenceFigures = {
  readonly __typename?: 'DivergenceFigures';
  /** The location. */
  readonly locationId: Scalars['ID']['output'];
  /** Positions that differ. */
  readonly positions: Scalars['Quantity']['output'];
  /** The ERP. */
  readonly systemId: Scalars['ID']['output'];
  /** Base units by which they differ, of whatever item. */
  readonly units: Scalars['Quantity']['output'];
};

/** Conditions on divergences. Lists hold at most 250 values. */
export type DivergenceFilter = {
  /** With one of these likely causes. */
  readonly causes?: InputMaybe<ReadonlyArray<DivergenceCause>>;
  /** At one of these locations. */
  readonly locationIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Of one of these SKUs. */
  readonly skus?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** In one of these states; absent: every state. */
  readonly states?: InputMaybe<ReadonlyArray<DivergenceState>>;
  /** Of one of these ERPs. */
  readonly systemIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
};

/** What was done about a divergence. */
export type DivergenceNote = {
  readonly __typename?: 'DivergenceNote';
  /** When. */
  readonly at: Scalars['DateTime']['output'];
  /** The client that did it, or `hub`. */
  readonly by: Scalars['String']['output'];
  /** Why, where it was said. */
  readonly message?: Maybe<Scalars['String']['output']>;
  /** What it came to be; CHANGED where another difference was found. */
  readonly what: Scalars['String']['output'];
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

/** What an ERP is to be told of movements of goods. Each is told once; what it refuses lies in the dead letters, in its own words. */
export type ErpBacklog = {
  readonly __typename?: 'ErpBacklog';
  /** When the oldest of those was recorded that were neither taken nor refused; null when nothing waits. */
  readonly oldestRecordedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Movements that wait to be told. */
  readonly queued: Scalars['Quantity']['output'];
  /** Movements that the ERP refused for good, and that were neither replayed nor discarded. */
  readonly refused: Scalars['Quantity']['output'];
  /** Movements that were sent and not answered yet. Where the answer does not come, the ERP is asked whether it has them before they are sent again. */
  readonly sent: Scalars['Quantity']['output'];
  /** Entries of the journal that were not looked through yet for what ERPs are to be told; promises among them. */
  readonly unread: Scalars['Quantity']['output'];
};

/** Whether an ERP is asked. */
export type ErpCircuit =
  /** It answers, and is told what there is. */
  | 'CLOSED'
  /** It is tried with one movement. */
  | 'HALF_OPEN'
  /** It does not answer, and is left alone until the next attempt. */
  | 'OPEN';

/** How an ERP does. */
export type ErpCondition = {
  readonly __typename?: 'ErpCondition';
  /** Whether it is asked. */
  readonly circuit: ErpCircuit;
  /** Since when; null while it works. */
  readonly failingSince?: Maybe<Scalars['DateTime']['output']>;
  /** Calls in a row that it did not answer; 0 while it works. */
  readonly failures: Scalars['Int']['output'];
  /** When it last took a movement, to the second; null: never. */
  readonly lastAcceptedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Why the last call failed; null while it works. */
  readonly lastError?: Maybe<Scalars['String']['output']>;
  /** When it is tried again; null while it works. */
  readonly nextAttemptAt?: Maybe<Scalars['DateTime']['output']>;
};

/** A comparison of what an ERP has with what it can know. Bounded in memory and time, whatever it finds. */
export type ErpReconciliation = {
  readonly __typename?: 'ErpReconciliation';
  /** Of these, such as are larger than `correctUpTo` and that nobody ignores. */
  readonly beyond: Scalars['Quantity']['output'];
  /** Positions that were compared. */
  readonly compared: Scalars['Quantity']['output'];
  /** Differences that the hub took over by itself. */
  readonly corrected: Scalars['Quantity']['output'];
  /** Differences that were found. */
  readonly divergent: Scalars['Quantity']['output'];
  /** When it ended, well or not; null before. */
  readonly endedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Opaque. */
  readonly id: Scalars['ID']['output'];
  /** Only these places; null: all. */
  readonly locationIds?: Maybe<ReadonlyArray<Scalars['ID']['output']>>;
  /** Why it failed, or the first of what was not readable; null where there is nothing to say. */
  readonly message?: Maybe<Scalars['String']['output']>;
  /** Of these, such as moved while they were read, so that it only could be said whether the ERP may be right. */
  readonly moving: Scalars['Quantity']['output'];
  /** When it was asked for. */
  readonly requestedAt: Scalars['DateTime']['output'];
  /** Client that asked for it, or `hub` where it was time. */
  readonly requestedBy: Scalars['String']['output'];
  /** Only these SKUs; null: all. */
  readonly skus?: Maybe<ReadonlyArray<Scalars['ID']['output']>>;
  /** When it was begun; null before. */
  readonly startedAt?: Maybe<Scalars['DateTime']['output']>;
  /** How far it is. */
  readonly state: ErpReconciliationState;
  /** The ERP. */
  readonly systemId: Scalars['ID']['output'];
  /** Movements that the ERP took since the comparison of all positions before this one. */
  readonly told: Scalars['Quantity']['output'];
  /** Balances that the ERP has and that cannot be said in our words. */
  readonly unreadable: Scalars['Quantity']['output'];
};

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

/**
 * From a moment on, what an ERP is for some goods at some place. Of each ERP the route counts that names the goods most closely: a place before everywhere, then the longest beginning of
 * the SKU. Of two that are LIVE for the same goods by different routes, only the one with the closer route has them.
 */
export type ErpRoute = {
  readonly __typename?: 'ErpRoute';
  /** The place; null: everywhere. */
  readonly location?: Maybe<Location>;
  /** The place; null: everywhere. */
  readonly locationId?: Maybe<Scalars['ID']['output']>;
  /** What it is for them. */
  readonly mode: ErpRouteMode;
  /** When it was said. */
  readonly recordedAt: Scalars['DateTime']['output'];
  /** Client that said so. */
  readonly setBy: Scalars['String']['output'];
  /** The product domain: SKUs that begin with this; empty: all. */
  readonly skuPrefix: Scalars['String']['output'];
  /** For movements that are recorded at this moment or later. */
  readonly validFrom: Scalars['DateTime']['output'];
};

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

/**
 * For how long an ERP has been right: since the first of its whole comparisons that found no difference beyond `correctUpTo`, if all after it did so as well, and followed each other without a hole: at most three times `reconcileMinutes`
 * apart (an hour at least; a day where it has no schedule). It looks back for seven weeks beyond `requiredHours`.
 */
export type ErpShadowReport = {
  readonly __typename?: 'ErpShadowReport';
  /** Whole comparisons in that time. */
  readonly comparisons: Scalars['Int']['output'];
  /** Positions that differ now by more than `correctUpTo`, and that nobody ignores; see `divergences`. */
  readonly differing: Scalars['Int']['output'];
  /** When the last whole comparison ended; null where there was none. */
  readonly lastComparedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Whether it has been right for that long, and nothing speaks against it. */
  readonly longEnough: Scalars['Boolean']['output'];
  /** Movements that it took in that time. */
  readonly movements: Scalars['Quantity']['output'];
  /** Positions of the last of them. */
  readonly positions: Scalars['Quantity']['output'];
  /** What speaks against it; empty where nothing does. */
  readonly problems: ReadonlyArray<ErpShadowProblem>;
  /** Movements that it has refused; see `deadLetters`. */
  readonly refused: Scalars['Int']['output'];
  /** Hours that are long enough: `ErpSystem.shadowHours`. */
  readonly requiredHours: Scalars['Int']['output'];
  /** Since when; null where it is not right now, or nobody knows. */
  readonly since?: Maybe<Scalars['DateTime']['output']>;
};

/** An ERP that the hub works with: it keeps the books, and the hub is faster than it and goes on without it. */
export type ErpSystem = {
  readonly __typename?: 'ErpSystem';
  /** What it is to be told, and what became of that. */
  readonly backlog: ErpBacklog;
  /** How it does, as whoever delivers to it saw it last; null before anything was delivered. */
  readonly condition?: Maybe<ErpCondition>;
  /** The connector that speaks with it, such as `tryton`. */
  readonly connector: Scalars['String']['output'];
  /** Differences up to so many base units are taken over by the hub by themselves, once they were found twice alike; 0: none. */
  readonly correctUpTo: Scalars['Quantity']['output'];
  /** When it was made known. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** Whether it takes two clients to decide about a divergence. */
  readonly fourEyes: Scalars['Boolean']['output'];
  /** Further sources whose movements it hears of without the hub, so that they are not sent. */
  readonly heardSources: ReadonlyArray<Scalars['String']['output']>;
  /** Case-sensitive, 1 to 256 characters. */
  readonly id: Scalars['ID']['output'];
  /** Name for people. */
  readonly name: Scalars['String']['output'];
  /** Nothing is asked of it and nothing sent for now; what is for it waits. */
  readonly paused: Scalars['Boolean']['output'];
  /** Minutes between two comparisons; 0: only when asked. */
  readonly reconcileMinutes: Scalars['Int']['output'];
  /** Comparisons with it, newest first. */
  readonly reconciliations: ReadonlyArray<ErpReconciliation>;
  /** What it is for which goods and places, in the order of places, goods and time; all that was ever said, and what is planned. */
  readonly routes: ReadonlyArray<ErpRoute>;
  /** What the connector needs to know. Secrets are not among it: they come from the environment. */
  readonly settings: Scalars['JSON']['output'];
  /** Hours for which it is to have been right before it keeps the books. */
  readonly shadowHours: Scalars['Int']['output'];
  /** For how long it has been right, and whether that is long enough. */
  readonly shadowReport: ErpShadowReport;
  /** CloudEvents source of what it tells; what comes from it is not sent back to it. */
  readonly source: Scalars['String']['output'];
  /** When it was last changed. */
  readonly updatedAt: Scalars['DateTime']['output'];
};


/** An ERP that the hub works with: it keeps the books, and the hub is faster than it and goes on without it. */
export type ErpSystemReconciliationsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** A page of ERPs. */
export type ErpSystemConnection = {
  readonly __typename?: 'ErpSystemConnection';
  /** Entries with their cursors, in the order asked for. */
  readonly edges: ReadonlyArray<ErpSystemEdge>;
  /** The same entries without their cursors. */
  readonly nodes: ReadonlyArray<ErpSystem>;
  /** Where this page stands. */
  readonly pageInfo: PageInfo;
};

/** One entry of a page of ERPs. */
export type ErpSystemEdge = {
  readonly __typename?: 'ErpSystemEdge';
  /** Marks this entry within its connection: give it as `after` to read on from here. Not a point in the feed. */
  readonly cursor: Scalars['String']['output'];
  /** The entry. */
  readonly node: ErpSystem;
};

/** Conditions on ERPs. */
export type ErpSystemFilter = {
  /** One of these ids; at most 250. */
  readonly ids?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
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
  readonly codes?: InputMaybe<ReadonlyArray<EventErrorCode>>;
  /** Of one of these event types. */
  readonly eventTypes?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Happened before this moment, by the clock of the source. */
  readonly occurredBefore?: InputMaybe<Scalars['DateTime']['input']>;
  /** Happened at or after this moment, by the clock of the source. */
  readonly occurredFrom?: InputMaybe<Scalars['DateTime']['input']>;
  /** Recorded before this moment. */
  readonly recordedBefore?: InputMaybe<Scalars['DateTime']['input']>;
  /** Recorded at or after this moment. */
  readonly recordedFrom?: InputMaybe<Scalars['DateTime']['input']>;
  /** About one of these SKUs, with one of their lines at least. */
  readonly skus?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** From one of these CloudEvents sources. */
  readonly sources?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
};

/** A replay of events, which a worker does in the background. Another worker goes on with it where one went away. */
export type EventReplay = {
  readonly __typename?: 'EventReplay';
  /** Client that cancelled it; null where none did. */
  readonly canceledBy?: Maybe<Scalars['String']['output']>;
  /** Of these, such as changed something: they were posted. */
  readonly changed: Scalars['Quantity']['output'];
  /** What became of all that were tried. */
  readonly counts: EventReplayCounts;
  /** Dead letters that were tried. */
  readonly done: Scalars['Quantity']['output'];
  /** When it ended, was cancelled or failed; null before. */
  readonly endedAt?: Maybe<Scalars['DateTime']['output']>;
  /** At which rate, on average. */
  readonly eventsPerSecond: Scalars['Int']['output'];
  /** Opaque. */
  readonly id: Scalars['ID']['output'];
  /** At most so many dead letters; null: all. */
  readonly limit?: Maybe<Scalars['Int']['output']>;
  /** Why it failed; null where there is nothing to say. */
  readonly message?: Maybe<Scalars['String']['output']>;
  /** Of these, such as failed again. */
  readonly refused: Scalars['Quantity']['output'];
  /** When it was asked for; dead letters that came later are not meant. */
  readonly requestedAt: Scalars['DateTime']['output'];
  /** Client that asked for it. */
  readonly requestedBy: Scalars['String']['output'];
  /** Which events, as it was asked for, as JSON. */
  readonly selection: Scalars['JSON']['output'];
  /** When it was begun; null before. */
  readonly startedAt?: Maybe<Scalars['DateTime']['output']>;
  /** How far it is. */
  readonly state: EventReplayState;
  /** Dead letters that there were to try when it was begun; null before. Such as somebody else dealt with meanwhile are not tried. */
  readonly total?: Maybe<Scalars['Quantity']['output']>;
};

/** A page of replays. */
export type EventReplayConnection = {
  readonly __typename?: 'EventReplayConnection';
  /** Entries with their cursors, in the order asked for. */
  readonly edges: ReadonlyArray<EventReplayEdge>;
  /** The same entries without their cursors. */
  readonly nodes: ReadonlyArray<EventReplay>;
  /** Where this page stands. */
  readonly pageInfo: PageInfo;
};

/** How many events became what, or would. */
export type EventReplayCounts = {
  readonly __typename?: 'EventReplayCounts';
  /** Were posted. */
  readonly accepted: Scalars['Int']['output'];
  /** Had been told by another reporter: nothing more to post. */
  readonly confirmed: Scalars['Int']['output'];
  /** Had been replayed by somebody else meanwhile: nothing was done again. */
  readonly duplicate: Scalars['Int']['output'];
  /** Wait for the step before them. */
  readonly parked: Scalars['Int']['output'];
  /** Failed again, and stay dead letters with their newest reason. */
  readonly rejected: Scalars['Int']['output'];
};

/** One entry of a page of replays. */
export type EventReplayEdge = {
  readonly __typename?: 'EventReplayEdge';
  /** Marks this entry within its connection: give it as `after` to read on from here. Not a point in the feed. */
  readonly cursor: Scalars['String']['output'];
  /** The entry. */
  readonly node: EventReplay;
};

/** Conditions on replays. Lists hold at most 250 values. */
export type EventReplayFilter = {
  /** One of these. */
  readonly ids?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** In one of these states; absent: every state. */
  readonly states?: InputMaybe<ReadonlyArray<EventReplayState>>;
};

/** Orders of replays. */
export type EventReplayOrder =
  /** Oldest first. */
  | 'REQUESTED_AT_ASC'
  /** Newest first. */
  | 'REQUESTED_AT_DESC';

/** What a replay would do if nothing else happened meanwhile: the same events in the same order, decided by the same rules, without writing. */
export type EventReplayPreview = {
  readonly __typename?: 'EventReplayPreview';
  /** Balances that would be others, in the order of SKUs and locations; the first 1,000 of them. */
  readonly changes: ReadonlyArray<BalanceChange>;
  /** How many there are. */
  readonly changesTotal: Scalars['Int']['output'];
  /** Whether these are all that are meant. If not, `counts`, `outcomes` and `changes` are of the oldest 2,000: give that `limit`, and repeat. */
  readonly complete: Scalars['Boolean']['output'];
  /** What would become of the dead letters that were looked at. */
  readonly counts: EventReplayCounts;
  /** The letters one by one, oldest first; the first 250 of them. */
  readonly outcomes: ReadonlyArray<ReplayResult>;
  /** Recorded events that are meant and have had their effect: they are left alone. Of the 100,000 that were found first. */
  readonly settled: Scalars['Int']['output'];
  /** Whether `settled` counts all of them. */
  readonly settledComplete: Scalars['Boolean']['output'];
  /** Parked events that would wait no longer, because what they wait for comes; what they do is in `changes`. */
  readonly woken: Scalars['Int']['output'];
};

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

/** What became of one event. */
export type EventResult = {
  readonly __typename?: 'EventResult';
  /** Why it was refused; null unless REJECTED. */
  readonly code?: Maybe<EventErrorCode>;
  /** CloudEvents id; null when the event had none that could be read. */
  readonly id?: Maybe<Scalars['String']['output']>;
  /** The same in one sentence for people, or what was noteworthy about an accepted event. */
  readonly message?: Maybe<Scalars['String']['output']>;
  /** CloudEvents source; null when the event had none that could be read. */
  readonly source?: Maybe<Scalars['String']['output']>;
  /** What became of it. */
  readonly status: EventStatus;
};

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

/** What physically happened under one reference, of one kind, to one SKU at one location: one fact, however many sources tell it. */
export type Fact = {
  readonly __typename?: 'Fact';
  /** The source that was declared authoritative for it when it was told last; null where none was. */
  readonly authority?: Maybe<Scalars['String']['output']>;
  /** When it was told last, by the hub's clock; null where no source was ever authoritative for it. */
  readonly changedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The item. */
  readonly item?: Maybe<InventoryItem>;
  /** What happened. */
  readonly kind: FactKind;
  /** The location. */
  readonly location?: Maybe<Location>;
  /** Id of the location; of what left, the one that it left. */
  readonly locationId: Scalars['ID']['output'];
  /** What is posted of it, in base units. */
  readonly quantity: Scalars['Quantity']['output'];
  /** The sources' own name of the receipt, the order, the delivery or the parcel. */
  readonly reference: Scalars['String']['output'];
  /** What each source has told, the first one first. */
  readonly reports: ReadonlyArray<FactReport>;
  /** SKU of the item. */
  readonly sku: Scalars['ID']['output'];
  /** What is held of it. */
  readonly state: FactState;
};

/** A page of facts. */
export type FactConnection = {
  readonly __typename?: 'FactConnection';
  /** Entries with their cursors, in the order asked for. */
  readonly edges: ReadonlyArray<FactEdge>;
  /** The same entries without their cursors. */
  readonly nodes: ReadonlyArray<Fact>;
  /** Where this page stands. */
  readonly pageInfo: PageInfo;
};

/** One entry of a page of facts. */
export type FactEdge = {
  readonly __typename?: 'FactEdge';
  /** Marks this entry within its connection: give it as `after` to read on from here. Not a point in the feed. */
  readonly cursor: Scalars['String']['output'];
  /** The entry. */
  readonly node: Fact;
};

/** Conditions on facts. Lists hold at most 250 values. */
export type FactFilter = {
  /** Of one of these kinds. */
  readonly kinds?: InputMaybe<ReadonlyArray<FactKind>>;
  /** At one of these locations. */
  readonly locationIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Under one of these references. */
  readonly references?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Of one of these SKUs. */
  readonly skus?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** In one of these states. */
  readonly states?: InputMaybe<ReadonlyArray<FactState>>;
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

/** What one source has told of a fact, its parts added up. */
export type FactReport = {
  readonly __typename?: 'FactReport';
  /** Whether this source was authoritative when the fact was told last. */
  readonly authoritative: Scalars['Boolean']['output'];
  /** Whether the source said that this is all; null where it did not say. */
  readonly complete?: Maybe<Scalars['Boolean']['output']>;
  /** When it happened, as the source said first. */
  readonly occurredAt: Scalars['DateTime']['output'];
  /** In base units. */
  readonly quantity: Scalars['Quantity']['output'];
  /** CloudEvents source; `client:` and its name for a client's mutation. */
  readonly source: Scalars['String']['output'];
};

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

/** Events of one path that failed and were recorded as dead letters within the time. */
export type FailureFigures = {
  readonly __typename?: 'FailureFigures';
  /** Why, the last time. */
  readonly code: EventErrorCode;
  /** How many. */
  readonly count: Scalars['Quantity']['output'];
  /** CloudEvents type; null where none could be read. */
  readonly eventType?: Maybe<Scalars['String']['output']>;
  /** Of these, such as are open still. */
  readonly open: Scalars['Quantity']['output'];
  /** CloudEvents source; null where none could be read. */
  readonly source?: Maybe<Scalars['String']['output']>;
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

/** Units of a SKU at a location that only one channel may sell. */
export type FenceInput = {
  /** For whom; each channel once. It sells from its fence first, and from what is set aside for nobody after that. */
  readonly channelId: Scalars['ID']['input'];
  /**
   * Base units set aside in all, those included that the channel has taken from the fence since it was made; at least 1, all fences together at
   * most 2^43. It may be more than there is: the fence is then covered by what comes, and others get only what is left beyond it.
   */
  readonly quantity: Scalars['Quantity']['input'];
  /** When what is left falls back to everybody; a moment that is over sets nothing aside. Null: it stays until the policy is changed. */
  readonly until?: InputMaybe<Scalars['DateTime']['input']>;
};

/** How well what is told fits together. */
export type Figures = {
  readonly __typename?: 'Figures';
  /** What of that waits for somebody, by ERP and priority: of the 2,000 that have waited longest. */
  readonly backlog: ReadonlyArray<DivergenceBacklogFigures>;
  /** What ERPs have otherwise now, by ERP and location; SKU by SKU: `divergences`. */
  readonly divergences: ReadonlyArray<DivergenceFigures>;
  /** Events that failed, by path: where they came from, what they are, and why. Of those that are open, were replayed and were discarded, the newest 100,000 each are looked at. */
  readonly failures: ReadonlyArray<FailureFigures>;
  /** From this moment on. */
  readonly from: Scalars['DateTime']['output'];
  /** What people did by hand. */
  readonly interventions: ReadonlyArray<InterventionFigures>;
  /** Entries of the journal that a worker has not added up yet; it does so each minute. 0: everything is in it. */
  readonly pending: Scalars['Quantity']['output'];
  /** From when something happened until it was recorded, by channel. How long it takes from there to subscribers is told by the metric `onhand_channel_delay_seconds`. */
  readonly recording: ReadonlyArray<RecordingFigures>;
  /** What succeeded afterwards. */
  readonly recovery: RecoveryFigures;
  /** Promises that were taken back because the stock was not there, and facts that nobody expected. */
  readonly stockErrors: ReadonlyArray<StockErrorFigures>;
  /** Before this moment. */
  readonly until: Scalars['DateTime']['output'];
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

/** What people did by hand. */
export type InterventionFigures = {
  readonly __typename?: 'InterventionFigures';
  /** How often. */
  readonly count: Scalars['Quantity']['output'];
  /** What. */
  readonly kind: InterventionKind;
  /** Of adjustments, who reported them: a CloudEvents source; null for all else. */
  readonly source?: Maybe<Scalars['String']['output']>;
};

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

/** Something that is stocked and sold. */
export type InventoryItem = {
  readonly __typename?: 'InventoryItem';
  /** When the item was first recorded. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** Stock keeping unit: case-sensitive, 1 to 256 characters. */
  readonly sku: Scalars['ID']['output'];
  /**
   * All balances of the item, one entry for each location, from one reading: onHand and atf always add up. Without `locationIds`: every
   * location where the item has or had a balance or a policy, by location id. With it: the existing locations among these, in the order asked,
   * zeros included.
   */
  readonly stockLevels: ReadonlyArray<StockLevel>;
  /** Name for people. */
  readonly title: Scalars['String']['output'];
  /** The base unit (each, gram, millilitre …). All quantities of the item are whole numbers of it. */
  readonly unit: Scalars['String']['output'];
  /** Other units in which quantities of the item may be given, by name. */
  readonly units: ReadonlyArray<ItemUnit>;
  /** When the item was last changed. */
  readonly updatedAt: Scalars['DateTime']['output'];
};


/** Something that is stocked and sold. */
export type InventoryItemStockLevelsArgs = {
  locationIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
};

/** A page of items. */
export type InventoryItemConnection = {
  readonly __typename?: 'InventoryItemConnection';
  /** Entries with their cursors, in the order asked for. */
  readonly edges: ReadonlyArray<InventoryItemEdge>;
  /** The same entries without their cursors. */
  readonly nodes: ReadonlyArray<InventoryItem>;
  /** Where this page stands. */
  readonly pageInfo: PageInfo;
};

/** One entry of a page of items. */
export type InventoryItemEdge = {
  readonly __typename?: 'InventoryItemEdge';
  /** Marks this entry within its connection: give it as `after` to read on from here. Not a point in the feed. */
  readonly cursor: Scalars['String']['output'];
  /** The entry. */
  readonly node: InventoryItem;
};

/** Conditions on items. */
export type ItemFilter = {
  /** One of these SKUs; at most 250. */
  readonly skus?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** The title contains this text, whatever its case. */
  readonly titleContains?: InputMaybe<Scalars['String']['input']>;
};

/** Orders of items. */
export type ItemOrder =
  /** By SKU, in code point order. */
  | 'SKU_ASC'
  /** By SKU, backwards. */
  | 'SKU_DESC';

/** A unit of an item other than its base unit. */
export type ItemUnit = {
  readonly __typename?: 'ItemUnit';
  /** How many whole base units are in one of it; at least 1. */
  readonly factor: Scalars['Quantity']['output'];
  /** Name of the unit, for example `case`. */
  readonly unit: Scalars['String']['output'];
};

/** A unit of an item other than its base unit. */
export type ItemUnitInput = {
  /** How many whole base units are in one of it; at least 1. */
  readonly factor: Scalars['Quantity']['input'];
  /** Name of the unit, 1 to 64 characters. */
  readonly unit: Scalars['String']['input'];
};

/** A place where stock is kept, or a group of such places. Locations form a tree. */
export type Location = {
  readonly __typename?: 'Location';
  /** The locations directly below this one, by id. */
  readonly children: ReadonlyArray<Location>;
  /**
   * Nothing is sourced from a closed location, none that names it is reserved, and it counts for no channel's availability. What is held or
   * committed there stays, and facts are accepted all the same.
   */
  readonly closed: Scalars['Boolean']['output'];
  /** When the location was first recorded. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** Case-sensitive, 1 to 256 characters. */
  readonly id: Scalars['ID']['output'];
  /** What sort of place it is; WAREHOUSE when it was not said. */
  readonly kind: LocationKind;
  /** Degrees north, −90 to 90 (WGS 84); null when unknown. */
  readonly latitude?: Maybe<Scalars['Float']['output']>;
  /** Degrees east, −180 to 180 (WGS 84); null when unknown. */
  readonly longitude?: Maybe<Scalars['Float']['output']>;
  /** Name for people. */
  readonly name: Scalars['String']['output'];
  /** The location that this one is part of; null at the top. */
  readonly parent?: Maybe<Location>;
  /** Id of the location that this one is part of; null at the top. */
  readonly parentId?: Maybe<Scalars['ID']['output']>;
  /** Balances of the items kept here, by SKU. */
  readonly stockLevels: StockLevelConnection;
  /** IANA time zone, for example `Europe/Berlin`; null when unknown. */
  readonly timeZone?: Maybe<Scalars['String']['output']>;
  /** When the location was last changed. */
  readonly updatedAt: Scalars['DateTime']['output'];
};


/** A place where stock is kept, or a group of such places. Locations form a tree. */
export type LocationStockLevelsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  skus?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
};

/** A page of locations. */
export type LocationConnection = {
  readonly __typename?: 'LocationConnection';
  /** Entries with their cursors, in the order asked for. */
  readonly edges: ReadonlyArray<LocationEdge>;
  /** The same entries without their cursors. */
  readonly nodes: ReadonlyArray<Location>;
  /** Where this page stands. */
  readonly pageInfo: PageInfo;
};

/** One entry of a page of locations. */
export type LocationEdge = {
  readonly __typename?: 'LocationEdge';
  /** Marks this entry within its connection: give it as `after` to read on from here. Not a point in the feed. */
  readonly cursor: Scalars['String']['output'];
  /** The entry. */
  readonly node: Location;
};

/** Conditions on locations. */
export type LocationFilter = {
  /** True: only closed ones. False: only open ones. */
  readonly closed?: InputMaybe<Scalars['Boolean']['input']>;
  /** One of these ids; at most 250. */
  readonly ids?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** One of these kinds. */
  readonly kinds?: InputMaybe<ReadonlyArray<LocationKind>>;
  /** The name contains this text, whatever its case. */
  readonly nameContains?: InputMaybe<Scalars['String']['input']>;
  /** Directly below this location. */
  readonly parentId?: InputMaybe<Scalars['ID']['input']>;
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

/** A dead letter's event, mended. */
export type MendedEventInput = {
  /**
   * The whole event as it should have been, with the same `source` and `id`. Of what was not mapped to events the payload as it should have been; it is mapped by the newest version there is, as
   * every such letter is.
   */
  readonly event: Scalars['JSON']['input'];
  /** The dead letter. */
  readonly id: Scalars['ID']['input'];
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

/** Everything that can be changed. Each field takes one `input` with an idempotency key and answers with a payload. */
export type Mutation = {
  readonly __typename?: 'Mutation';
  /** Ends a replay where it is. What it has tried stays as it is. */
  readonly cancelReplay?: Maybe<CancelReplayPayload>;
  /** Sets an open dead letter aside for good. It is kept and can be read. */
  readonly discardDeadLetter?: Maybe<DiscardDeadLetterPayload>;
  /** Has an ERP compared with what it can know, in whole or in part. A worker begins it within a minute; `ErpSystem.reconciliations` says what came of it. */
  readonly reconcile?: Maybe<ReconcilePayload>;
  /**
   * Reports what happened, as CloudEvents 1.0 in JSON; the same door as `POST /events`. Each event is answered by itself, in the order given,
   * and one bad event does not hinder its neighbours. The JSON Schema of each type is at `GET /events/schemas/<type>`.
   */
  readonly recordEvents?: Maybe<RecordEventsPayload>;
  /** Tries open dead letters again, mended where wanted. A letter that fails again stays open with its newest reason. */
  readonly replayDeadLetters?: Maybe<ReplayDeadLettersPayload>;
  /**
   * Replays recorded events: says what that would change (`dryRun`, the default), or has a worker do it at a bounded rate. An event that has had its effect is left alone, so that nothing is ever done
   * twice; what failed is decided anew, as things are now: each event once, in the order in which they failed. One that needs what comes after it in the same replay is refused again, and taken by the next.
   */
  readonly replayEvents?: Maybe<ReplayEventsPayload>;
  /** Decides about a divergence. Where the ERP is set to four eyes it takes two clients that want the same. */
  readonly resolveDivergence?: Maybe<ResolveDivergencePayload>;
  /** Says which source has the last word on some kinds of facts at some places: what it tells corrects what others told, and is not corrected by them. It counts for what is told from now on; nothing is posted by it. */
  readonly setAuthority?: Maybe<SetAuthorityPayload>;
  /** Says what an ERP is for some goods at some places, from a moment on: which of them a movement is told follows from its place, its SKU and the moment at which it was recorded, and from nothing else. */
  readonly setErpRoute?: Maybe<SetErpRoutePayload>;
  /** Makes an ERP known, or changes what is known of it. What is absent for one that is known stays as it is. */
  readonly upsertErpSystem?: Maybe<UpsertErpSystemPayload>;
  /** Creates items or changes them; all or none. What is absent for an existing item stays as it is. */
  readonly upsertItems?: Maybe<UpsertItemsPayload>;
  /** Creates locations or changes them; all or none. What is absent for an existing location stays as it is. */
  readonly upsertLocations?: Maybe<UpsertLocationsPayload>;
  /** Sets the stock policy of a SKU at a location. What is absent stays as it is. */
  readonly upsertStockPolicy?: Maybe<UpsertStockPolicyPayload>;
};


/** Everything that can be changed. Each field takes one `input` with an idempotency key and answers with a payload. */
export type MutationCancelReplayArgs = {
  input: CancelReplayInput;
};


/** Everything that can be changed. Each field takes one `input` with an idempotency key and answers with a payload. */
export type MutationDiscardDeadLetterArgs = {
  input: DiscardDeadLetterInput;
};


/** Everything that can be changed. Each field takes one `input` with an idempotency key and answers with a payload. */
export type MutationReconcileArgs = {
  input: ReconcileInput;
};


/** Everything that can be changed. Each field takes one `input` with an idempotency key and answers with a payload. */
export type MutationRecordEventsArgs = {
  input: RecordEventsInput;
};


/** Everything that can be changed. Each field takes one `input` with an idempotency key and answers with a payload. */
export type MutationReplayDeadLettersArgs = {
  input: ReplayDeadLettersInput;
};


/** Everything that can be changed. Each field takes one `input` with an idempotency key and answers with a payload. */
export type MutationReplayEventsArgs = {
  input: ReplayEventsInput;
};


/** Everything that can be changed. Each field takes one `input` with an idempotency key and answers with a payload. */
export type MutationResolveDivergenceArgs = {
  input: ResolveDivergenceInput;
};


/** Everything that can be changed. Each field takes one `input` with an idempotency key and answers with a payload. */
export type MutationSetAuthorityArgs = {
  input: SetAuthorityInput;
};


/** Everything that can be changed. Each field takes one `input` with an idempotency key and answers with a payload. */
export type MutationSetErpRouteArgs = {
  input: SetErpRouteInput;
};


/** Everything that can be changed. Each field takes one `input` with an idempotency key and answers with a payload. */
export type MutationUpsertErpSystemArgs = {
  input: UpsertErpSystemInput;
};


/** Everything that can be changed. Each field takes one `input` with an idempotency key and answers with a payload. */
export type MutationUpsertItemsArgs = {
  input: UpsertItemsInput;
};


/** Everything that can be changed. Each field takes one `input` with an idempotency key and answers with a payload. */
export type MutationUpsertLocationsArgs = {
  input: UpsertLocationsInput;
};


/** Everything that can be changed. Each field takes one `input` with an idempotency key and answers with a payload. */
export type MutationUpsertStockPolicyArgs = {
  input: UpsertStockPolicyInput;
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

/** Everything that can be read. */
export type Query = {
  readonly __typename?: 'Query';
  /** Which source has the last word on which kind of fact, and where. */
  readonly authorities?: Maybe<AuthorityConnection>;
  /** What could not be applied and is kept, to be mended and replayed or discarded. */
  readonly deadLetters?: Maybe<DeadLetterConnection>;
  /** What ERPs have otherwise than they can know. */
  readonly divergences?: Maybe<DivergenceConnection>;
  /** The ERPs that the hub works with. */
  readonly erpSystems?: Maybe<ErpSystemConnection>;
  /** Replays of events that were asked for: how far they are, and what became of them. */
  readonly eventReplays?: Maybe<EventReplayConnection>;
  /**
   * Facts of which a source was declared authoritative when they were told: what each source told, and what stands. The others are reached from their movements. For those who may see every channel; `FORBIDDEN` for
   * others.
   */
  readonly facts?: Maybe<FactConnection>;
  /**
   * How well what is told fits together, within a time: delays, failures, recovery, stock errors, what people had to do by hand; and what differs and waits now. Read from rows that were added up by the hour and from what is
   * found by its time, so that it costs the same whatever was traded. Lists hold at most 250 entries, those with the most first.
   */
  readonly figures?: Maybe<Figures>;
  /** The item with this SKU; null when there is none. */
  readonly item?: Maybe<InventoryItem>;
  /** All items. */
  readonly items?: Maybe<InventoryItemConnection>;
  /** The location with this id; null when there is none. */
  readonly location?: Maybe<Location>;
  /** All locations. */
  readonly locations?: Maybe<LocationConnection>;
  /**
   * The journal: every posting, never changed. Edge cursors are points in the feed: with RECORDED_AT_ASC the point just after the entry, with
   * RECORDED_AT_DESC the point just before it, so that `after` reads on in either direction, and a point taken from a mutation works as well.
   */
  readonly stockMovements?: Maybe<StockMovementConnection>;
  /** Who the hub takes the caller to be. */
  readonly viewer?: Maybe<Viewer>;
};


/** Everything that can be read. */
export type QueryAuthoritiesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  atLeast?: InputMaybe<Scalars['Cursor']['input']>;
  filter?: InputMaybe<AuthorityFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<AuthorityOrder>;
};


/** Everything that can be read. */
export type QueryDeadLettersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<DeadLetterFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<DeadLetterOrder>;
};


/** Everything that can be read. */
export type QueryDivergencesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<DivergenceFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<DivergenceOrder>;
};


/** Everything that can be read. */
export type QueryErpSystemsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  atLeast?: InputMaybe<Scalars['Cursor']['input']>;
  filter?: InputMaybe<ErpSystemFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<ErpSystemOrder>;
};


/** Everything that can be read. */
export type QueryEventReplaysArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<EventReplayFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<EventReplayOrder>;
};


/** Everything that can be read. */
export type QueryFactsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<FactFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<FactOrder>;
};


/** Everything that can be read. */
export type QueryFiguresArgs = {
  from?: InputMaybe<Scalars['DateTime']['input']>;
  until?: InputMaybe<Scalars['DateTime']['input']>;
};


/** Everything that can be read. */
export type QueryItemArgs = {
  atLeast?: InputMaybe<Scalars['Cursor']['input']>;
  sku: Scalars['ID']['input'];
};


/** Everything that can be read. */
export type QueryItemsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  atLeast?: InputMaybe<Scalars['Cursor']['input']>;
  filter?: InputMaybe<ItemFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<ItemOrder>;
};


/** Everything that can be read. */
export type QueryLocationArgs = {
  atLeast?: InputMaybe<Scalars['Cursor']['input']>;
  id: Scalars['ID']['input'];
};


/** Everything that can be read. */
export type QueryLocationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  atLeast?: InputMaybe<Scalars['Cursor']['input']>;
  filter?: InputMaybe<LocationFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<LocationOrder>;
};


/** Everything that can be read. */
export type QueryStockMovementsArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  atLeast?: InputMaybe<Scalars['Cursor']['input']>;
  filter?: InputMaybe<StockMovementFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<StockMovementOrder>;
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
  readonly idempotencyKey: Scalars['ID']['input'];
  /** Only these places; absent: all. */
  readonly locationIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Only these SKUs; absent: all. */
  readonly skus?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** The ERP. */
  readonly systemId: Scalars['ID']['input'];
};

/** Answer of `reconcile`. */
export type ReconcilePayload = {
  readonly __typename?: 'ReconcilePayload';
  /** The point in the feed that contains this change, for `atLeast` and `after`; null when nothing was done. */
  readonly cursor?: Maybe<Scalars['Cursor']['output']>;
  /** The comparison that was asked for; null when refused. */
  readonly reconciliation?: Maybe<ErpReconciliation>;
  /** Why it was refused: nothing was done then. Empty when it was done. */
  readonly userErrors: ReadonlyArray<ReconcileUserError>;
};

/** One reason for which `reconcile` refused. */
export type ReconcileUserError = {
  readonly __typename?: 'ReconcileUserError';
  /** Which rule refused it. */
  readonly code: ReconcileErrorCode;
  /** Path of the offending value, from `"input"` down, list positions as numbers in strings; null when it concerns no single field. */
  readonly field?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** One sentence for developers, in English. Not for machines: compare `code`. */
  readonly message: Scalars['String']['output'];
  /** Which rule of the field was broken, with the code `INVALID_INPUT`; null with every other code, and where only `message` tells. */
  readonly problem?: Maybe<InputProblem>;
  /** Whether the same input may be accepted later, under a new key, without anybody mending it or the catalog: stock comes, a location opens again. */
  readonly retryable: Scalars['Boolean']['output'];
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
  readonly events: ReadonlyArray<Scalars['JSON']['input']>;
  /**
   * Chosen by the client, 1 to 256 characters, unique for each request of this client, for ever. The same key with the same content has one
   * effect and gets the first answer again.
   */
  readonly idempotencyKey: Scalars['ID']['input'];
};

/** Answer of `recordEvents`. */
export type RecordEventsPayload = {
  readonly __typename?: 'RecordEventsPayload';
  /** The point in the feed that contains this change, for `atLeast` and `after`; null when nothing was done. */
  readonly cursor?: Maybe<Scalars['Cursor']['output']>;
  /** What became of each event, in the order given; null when the request as a whole was refused. */
  readonly results?: Maybe<ReadonlyArray<EventResult>>;
  /** Why the request as a whole was refused: nothing was done then. Empty when each event has its result. */
  readonly userErrors: ReadonlyArray<RecordEventsUserError>;
};

/** One reason for which `recordEvents` refused. */
export type RecordEventsUserError = {
  readonly __typename?: 'RecordEventsUserError';
  /** Which rule refused it. */
  readonly code: RecordEventsErrorCode;
  /** Path of the offending value, from `"input"` down, list positions as numbers in strings; null when it concerns no single field. */
  readonly field?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** One sentence for developers, in English. Not for machines: compare `code`. */
  readonly message: Scalars['String']['output'];
  /** Which rule of the field was broken, with the code `INVALID_INPUT`; null with every other code, and where only `message` tells. */
  readonly problem?: Maybe<InputProblem>;
  /** Whether the same input may be accepted later, under a new key, without anybody mending it or the catalog: stock comes, a location opens again. */
  readonly retryable: Scalars['Boolean']['output'];
};

/** From when something happened until it was recorded. Entries of the journal that came by events. */
export type RecordingFigures = {
  readonly __typename?: 'RecordingFigures';
  /** The channel; null for what names none. */
  readonly channelId?: Maybe<Scalars['ID']['output']>;
  /** How many. */
  readonly entries: Scalars['Quantity']['output'];
  /** Seconds, the longest. */
  readonly secondsMax: Scalars['Float']['output'];
  /** Seconds, the mean. */
  readonly secondsMean: Scalars['Float']['output'];
  /** Within an hour. */
  readonly withinHour: Scalars['Quantity']['output'];
  /** Within a minute. */
  readonly withinMinute: Scalars['Quantity']['output'];
  /** Of these, within a second. */
  readonly withinSecond: Scalars['Quantity']['output'];
  /** Within ten minutes. */
  readonly withinTenMinutes: Scalars['Quantity']['output'];
  /** Within ten seconds. */
  readonly withinTenSeconds: Scalars['Quantity']['output'];
};

/** What succeeded afterwards, and what did not. Movements and messages are counted from lists that are cleared, so there are fewer of a time that is longer ago than these go back. */
export type RecoveryFigures = {
  readonly __typename?: 'RecoveryFigures';
  /** Messages that webhooks took at the second attempt or later. They are listed for `WEBHOOK_LOG_HOURS`, of each webhook the newest 10,000. */
  readonly deliveriesRecovered: Scalars['Quantity']['output'];
  /** Dead letters that were set aside for good. */
  readonly lettersDiscarded: Scalars['Quantity']['output'];
  /** Tries of these replays that failed again. */
  readonly lettersRefusedAgain: Scalars['Quantity']['output'];
  /** Dead letters that succeeded when they were tried again. */
  readonly lettersReplayed: Scalars['Quantity']['output'];
  /** Movements that ERPs took at the second attempt or later. They are listed for `ERP_LOG_HOURS`. */
  readonly movementsRecovered: Scalars['Quantity']['output'];
  /** Replays of events that were asked for. */
  readonly replays: Scalars['Int']['output'];
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
  readonly dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** All open letters that match, oldest first, at most 1,000: repeat until `results` is empty or fails alike. */
  readonly filter?: InputMaybe<DeadLetterFilter>;
  /**
   * Chosen by the client, 1 to 256 characters, unique for each request of this client, for ever. The same key with the same content has one
   * effect and gets the first answer again.
   */
  readonly idempotencyKey: Scalars['ID']['input'];
  /** These letters, 1 to 1,000. Either `ids` or `filter` is given, not both. */
  readonly ids?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Mended events, in place of the ones that came; each belongs to one of `ids`. */
  readonly mended?: InputMaybe<ReadonlyArray<MendedEventInput>>;
};

/** Answer of `replayDeadLetters`. */
export type ReplayDeadLettersPayload = {
  readonly __typename?: 'ReplayDeadLettersPayload';
  /** The point in the feed that contains this change, for `atLeast` and `after`; null when nothing was done. */
  readonly cursor?: Maybe<Scalars['Cursor']['output']>;
  /** What became of each letter, in the order given or oldest first; null when the request as a whole was refused. */
  readonly results?: Maybe<ReadonlyArray<ReplayResult>>;
  /** Why the request as a whole was refused: nothing was done then. Empty when each letter has its result. */
  readonly userErrors: ReadonlyArray<ReplayDeadLettersUserError>;
};

/** One reason for which `replayDeadLetters` refused. */
export type ReplayDeadLettersUserError = {
  readonly __typename?: 'ReplayDeadLettersUserError';
  /** Which rule refused it. */
  readonly code: ReplayDeadLettersErrorCode;
  /** Path of the offending value, from `"input"` down, list positions as numbers in strings; null when it concerns no single field. */
  readonly field?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** One sentence for developers, in English. Not for machines: compare `code`. */
  readonly message: Scalars['String']['output'];
  /** Which rule of the field was broken, with the code `INVALID_INPUT`; null with every other code, and where only `message` tells. */
  readonly problem?: Maybe<InputProblem>;
  /** Whether the same input may be accepted later, under a new key, without anybody mending it or the catalog: stock comes, a location opens again. */
  readonly retryable: Scalars['Boolean']['output'];
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
  readonly dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** At which rate, on average: 1 to 10,000. Whoever waits for an answer goes first all the same. */
  readonly eventsPerSecond?: InputMaybe<Scalars['Int']['input']>;
  /** Which events; an empty filter: all. */
  readonly filter: EventFilter;
  /**
   * Chosen by the client, 1 to 256 characters, unique for each request of this client, for ever. The same key with the same content has one
   * effect and gets the first answer again.
   */
  readonly idempotencyKey: Scalars['ID']['input'];
  /** At most so many dead letters are tried, the oldest first: 1 to 1,000,000; absent: all. A dry run looks at 2,000 at most. */
  readonly limit?: InputMaybe<Scalars['Int']['input']>;
};

/** Answer of `replayEvents`. */
export type ReplayEventsPayload = {
  readonly __typename?: 'ReplayEventsPayload';
  /** The point in the feed that contains this change, for `atLeast` and `after`; null when nothing was done. */
  readonly cursor?: Maybe<Scalars['Cursor']['output']>;
  /** What it would do; only for a dry run. */
  readonly preview?: Maybe<EventReplayPreview>;
  /** The replay, which a worker begins within a minute; null for a dry run, and when refused. */
  readonly replay?: Maybe<EventReplay>;
  /** Why it was refused: nothing was done then. Empty when it was done. */
  readonly userErrors: ReadonlyArray<ReplayEventsUserError>;
};

/** One reason for which `replayEvents` refused. */
export type ReplayEventsUserError = {
  readonly __typename?: 'ReplayEventsUserError';
  /** Which rule refused it. */
  readonly code: ReplayEventsErrorCode;
  /** Path of the offending value, from `"input"` down, list positions as numbers in strings; null when it concerns no single field. */
  readonly field?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** One sentence for developers, in English. Not for machines: compare `code`. */
  readonly message: Scalars['String']['output'];
  /** Which rule of the field was broken, with the code `INVALID_INPUT`; null with every other code, and where only `message` tells. */
  readonly problem?: Maybe<InputProblem>;
  /** Whether the same input may be accepted later, under a new key, without anybody mending it or the catalog: stock comes, a location opens again. */
  readonly retryable: Scalars['Boolean']['output'];
};

/** What became of one dead letter. */
export type ReplayResult = {
  readonly __typename?: 'ReplayResult';
  /** Why it was refused again; null unless REJECTED. */
  readonly code?: Maybe<EventErrorCode>;
  /** The letter as it is now. */
  readonly deadLetter?: Maybe<DeadLetter>;
  /** Id of the dead letter. */
  readonly id: Scalars['ID']['output'];
  /** The same in one sentence for people. */
  readonly message?: Maybe<Scalars['String']['output']>;
  /** What became of its event, or would become of it in a dry run. */
  readonly status: EventStatus;
};

export type Reservation = {
  readonly __typename?: 'Reservation';
  readonly id: Scalars['ID']['output'];
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
  readonly action: DivergenceAction;
  /** The divergence. */
  readonly id: Scalars['ID']['input'];
  /**
   * Chosen by the client, 1 to 256 characters, unique for each request of this client, for ever. The same key with the same content has one
   * effect and gets the first answer again.
   */
  readonly idempotencyKey: Scalars['ID']['input'];
  /** Why, for those who look later; at most 256 characters. */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
};

/** Answer of `resolveDivergence`. */
export type ResolveDivergencePayload = {
  readonly __typename?: 'ResolveDivergencePayload';
  /** The point in the feed that contains this change, for `atLeast` and `after`; null when nothing was done. */
  readonly cursor?: Maybe<Scalars['Cursor']['output']>;
  /** The divergence as it is now; null when refused. */
  readonly divergence?: Maybe<Divergence>;
  /** Why it was refused: nothing was done then. Empty when it was done. */
  readonly userErrors: ReadonlyArray<ResolveDivergenceUserError>;
};

/** One reason for which `resolveDivergence` refused. */
export type ResolveDivergenceUserError = {
  readonly __typename?: 'ResolveDivergenceUserError';
  /** Which rule refused it. */
  readonly code: ResolveDivergenceErrorCode;
  /** Path of the offending value, from `"input"` down, list positions as numbers in strings; null when it concerns no single field. */
  readonly field?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** One sentence for developers, in English. Not for machines: compare `code`. */
  readonly message: Scalars['String']['output'];
  /** Which rule of the field was broken, with the code `INVALID_INPUT`; null with every other code, and where only `message` tells. */
  readonly problem?: Maybe<InputProblem>;
  /** Whether the same input may be accepted later, under a new key, without anybody mending it or the catalog: stock comes, a location opens again. */
  readonly retryable: Scalars['Boolean']['output'];
};

export type Return = {
  readonly __typename?: 'Return';
  readonly id: Scalars['ID']['output'];
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
  readonly idempotencyKey: Scalars['ID']['input'];
  /**
   * Whether it may tell one fact in several reports. true (the default): its parts add up, more than others told corrects at once, and less only once an event of it says `complete`. false: each of its reports is taken for all
   * of it so far, unless it says `"complete": false`.
   */
  readonly inParts?: InputMaybe<Scalars['Boolean']['input']>;
  /** For these kinds of facts, at least one. */
  readonly kinds: ReadonlyArray<FactKind>;
  /** At these locations; absent: wherever none is declared for the location itself. Kinds times locations are at most 1,000. */
  readonly locationIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /**
   * The CloudEvents source that has the last word, 1 to 256 characters; one that ends with `/` stands for all that begin with it (of these the largest total counts), and `client:` and a name for the mutations of a client. It
   * replaces the one before. Absent or null: none any more, and the one for everywhere counts at these locations again.
   */
  readonly source?: InputMaybe<Scalars['String']['input']>;
};

/** Answer of `setAuthority`. */
export type SetAuthorityPayload = {
  readonly __typename?: 'SetAuthorityPayload';
  /** Who is authoritative now where it was asked for; empty where nobody is any more, null when refused. */
  readonly authorities?: Maybe<ReadonlyArray<Authority>>;
  /** The point in the feed that contains this change, for `atLeast` and `after`; null when nothing was done. */
  readonly cursor?: Maybe<Scalars['Cursor']['output']>;
  /** Why it was refused; empty when it was done. */
  readonly userErrors: ReadonlyArray<SetAuthorityUserError>;
};

/** One reason for which `setAuthority` refused. */
export type SetAuthorityUserError = {
  readonly __typename?: 'SetAuthorityUserError';
  /** Which rule refused it. */
  readonly code: SetAuthorityErrorCode;
  /** Path of the offending value, from `"input"` down, list positions as numbers in strings; null when it concerns no single field. */
  readonly field?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** One sentence for developers, in English. Not for machines: compare `code`. */
  readonly message: Scalars['String']['output'];
  /** Which rule of the field was broken, with the code `INVALID_INPUT`; null with every other code, and where only `message` tells. */
  readonly problem?: Maybe<InputProblem>;
  /** Whether the same input may be accepted later, under a new key, without anybody mending it or the catalog: stock comes, a location opens again. */
  readonly retryable: Scalars['Boolean']['output'];
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
  readonly idempotencyKey: Scalars['ID']['input'];
  /** At these places; absent: everywhere. Places times prefixes are at most 1,000. */
  readonly locationIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** What is to be with them. */
  readonly mode: ErpRouteChange;
  /** With CUT_OVER: refuse (WRONG_STATE) where `ErpSystem.shadowReport` does not say that the ERP has been right for long enough. Without it that is a warning. */
  readonly requireReady?: InputMaybe<Scalars['Boolean']['input']>;
  /** The product domain: SKUs that begin with one of these; absent: all. */
  readonly skuPrefixes?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** The ERP. */
  readonly systemId: Scalars['ID']['input'];
  /** For movements recorded at this moment or later; not before now. Absent: from now on. */
  readonly validFrom?: InputMaybe<Scalars['DateTime']['input']>;
};

/** Answer of `setErpRoute`. */
export type SetErpRoutePayload = {
  readonly __typename?: 'SetErpRoutePayload';
  /** The point in the feed that contains this change, for `atLeast` and `after`; null when nothing was done. */
  readonly cursor?: Maybe<Scalars['Cursor']['output']>;
  /** The ERP as it is now; null when refused. */
  readonly erpSystem?: Maybe<ErpSystem>;
  /** Why it was refused: nothing was done then. Empty when it was done. */
  readonly userErrors: ReadonlyArray<SetErpRouteUserError>;
  /** With CUT_OVER: what speaks against it that the ERP keeps the books already. Empty where nothing does; it was done all the same, unless `userErrors` says otherwise. */
  readonly warnings: ReadonlyArray<ErpShadowProblem>;
};

/** One reason for which `setErpRoute` refused. */
export type SetErpRouteUserError = {
  readonly __typename?: 'SetErpRouteUserError';
  /** Which rule refused it. */
  readonly code: SetErpRouteErrorCode;
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

/** Promises that were taken back because the stock was not there, or facts that nobody expected. */
export type StockErrorFigures = {
  readonly __typename?: 'StockErrorFigures';
  /** The channel of the promise; null for facts, and where none is named. */
  readonly channelId?: Maybe<Scalars['ID']['output']>;
  /** How many. */
  readonly count: Scalars['Quantity']['output'];
  /** Which. */
  readonly kind: StockErrorKind;
  /** Base units, of whatever item. */
  readonly units: Scalars['Quantity']['output'];
};

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

/**
 * All balances of one SKU at one location, in base units, from one reading: onHand = sellable + qualityHold + damaged + blocked, and atf =
 * sellable − held − committed − fenced − safetyStock. A channel is shown more than this atf where something is set aside for it; see
 * `availability`.
 */
export type StockLevel = {
  readonly __typename?: 'StockLevel';
  /** PostgreSQL's clock when the balances were read. */
  readonly asOf: Scalars['DateTime']['output'];
  /**
   * Available to fulfil for a channel for which nothing is set aside: sellable − held − committed − fenced − safetyStock. May be negative, which
   * is news and not an error: more is promised or set aside than there is.
   */
  readonly atf: Scalars['Quantity']['output'];
  /** Promised firmly with no stock behind it. Not part of atf; filled by age as soon as atf rises. */
  readonly backordered: Scalars['Quantity']['output'];
  /** Recalled, expired or otherwise not to be sold. */
  readonly blocked: Scalars['Quantity']['output'];
  /** Promised firmly and not shipped. */
  readonly committed: Scalars['Quantity']['output'];
  /** Damaged. */
  readonly damaged: Scalars['Quantity']['output'];
  /** What was unexpected here, newest first. */
  readonly exceptions: ReadonlyArray<StockException>;
  /** Set aside for single channels: what is left of all `fences`, there or not. A fence whose time is over is not counted, swept or not. */
  readonly fenced: Scalars['Quantity']['output'];
  /** What is set aside here, in the order in which it is covered; only for channels that the viewer may see. */
  readonly fences: ReadonlyArray<Fence>;
  /** Promised softly: ends by itself. Holds whose time is over are not counted, swept or not. */
  readonly held: Scalars['Quantity']['output'];
  /** Shipped to this location and not received. */
  readonly inTransit: Scalars['Quantity']['output'];
  /** The item. */
  readonly item?: Maybe<InventoryItem>;
  /** The location. */
  readonly location?: Maybe<Location>;
  /** Id of the location. */
  readonly locationId: Scalars['ID']['output'];
  /** The journal of this SKU here, newest first. */
  readonly movements: ReadonlyArray<StockMovement>;
  /** Everything that is physically here: sellable + qualityHold + damaged + blocked. Below zero when facts took more than was known of. */
  readonly onHand: Scalars['Quantity']['output'];
  /** Ordered for this location and not shipped. */
  readonly onOrder: Scalars['Quantity']['output'];
  /** Waiting for inspection, such as returned units. */
  readonly qualityHold: Scalars['Quantity']['output'];
  /** Never offered; from the stock policy, 0 without one. */
  readonly safetyStock: Scalars['Quantity']['output'];
  /** Fit to sell; held and committed units included. */
  readonly sellable: Scalars['Quantity']['output'];
  /** SKU of the item. */
  readonly sku: Scalars['ID']['output'];
};


/**
 * All balances of one SKU at one location, in base units, from one reading: onHand = sellable + qualityHold + damaged + blocked, and atf =
 * sellable − held − committed − fenced − safetyStock. A channel is shown more than this atf where something is set aside for it; see
 * `availability`.
 */
export type StockLevelExceptionsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * All balances of one SKU at one location, in base units, from one reading: onHand = sellable + qualityHold + damaged + blocked, and atf =
 * sellable − held − committed − fenced − safetyStock. A channel is shown more than this atf where something is set aside for it; see
 * `availability`.
 */
export type StockLevelMovementsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** A page of stock levels. */
export type StockLevelConnection = {
  readonly __typename?: 'StockLevelConnection';
  /** Entries with their cursors, in the order asked for. */
  readonly edges: ReadonlyArray<StockLevelEdge>;
  /** The same entries without their cursors. */
  readonly nodes: ReadonlyArray<StockLevel>;
  /** Where this page stands. */
  readonly pageInfo: PageInfo;
};

/** One entry of a page of stock levels. */
export type StockLevelEdge = {
  readonly __typename?: 'StockLevelEdge';
  /** Marks this entry within its connection: give it as `after` to read on from here. Not a point in the feed. */
  readonly cursor: Scalars['String']['output'];
  /** The entry. */
  readonly node: StockLevel;
};

/**
 * One entry of the journal: units moved from one account to another of the same family, for one SKU at one location. Never changed, never
 * deleted.
 */
export type StockMovement = {
  readonly __typename?: 'StockMovement';
  /** Channel through which units were sold or promised. */
  readonly channel?: Maybe<Channel>;
  /** Channel through which units were sold or promised. */
  readonly channelId?: Maybe<Scalars['ID']['output']>;
  /**
   * The point in the feed at this entry, as on the edges of the query `stockMovements`: where it is told by that query or by the subscription.
   * Null where it is reached otherwise.
   */
  readonly cursor?: Maybe<Scalars['Cursor']['output']>;
  /** Id of the document that it belongs to. */
  readonly documentId?: Maybe<Scalars['ID']['output']>;
  /** What sort of document it belongs to; null when to none. */
  readonly documentKind?: Maybe<DocumentKind>;
  /** CloudEvents id of the event; null when it was no event. */
  readonly eventId?: Maybe<Scalars['String']['output']>;
  /** What several sources may tell as one, and of which this is a part; null where it has no reference, is of another kind, or the viewer may not see every channel. */
  readonly fact?: Maybe<Fact>;
  /** Family of both accounts. */
  readonly family: AccountFamily;
  /** Where the units came from. */
  readonly from: Account;
  /**
   * What the hub calls it in other systems, for ever: ERPs are told of it under this name (`onhand:<epoch>:<stream>:<number>`), and it is the id of its
   * event where a webhook is told events. After a restore an `id` may come again for another entry; this does not.
   */
  readonly hubReference: Scalars['String']['output'];
  /** Opaque. */
  readonly id: Scalars['ID']['output'];
  /** The item. */
  readonly item?: Maybe<InventoryItem>;
  /** Which step posted it. */
  readonly kind: MovementKind;
  /** Id of the line that it belongs to. */
  readonly lineId?: Maybe<Scalars['ID']['output']>;
  /** The location. */
  readonly location?: Maybe<Location>;
  /** Id of the location. */
  readonly locationId: Scalars['ID']['output'];
  /** The source's clock: when it happened. */
  readonly occurredAt: Scalars['DateTime']['output'];
  /** How many base units; always positive. */
  readonly quantity: Scalars['Quantity']['output'];
  /** Why, as the source said. */
  readonly reason?: Maybe<Scalars['String']['output']>;
  /** PostgreSQL's clock under the lock: when the hub recorded it. Never goes back for one SKU. */
  readonly recordedAt: Scalars['DateTime']['output'];
  /** The source's own name of the order, receipt or parcel. */
  readonly reference?: Maybe<Scalars['String']['output']>;
  /** The reservation that it belongs to. */
  readonly reservation?: Maybe<Reservation>;
  /** The return that it belongs to. */
  readonly return?: Maybe<Return>;
  /** The shipment that it belongs to. */
  readonly shipment?: Maybe<Shipment>;
  /** SKU of the item. */
  readonly sku: Scalars['ID']['output'];
  /** Who reported it: the CloudEvents source of an event, or the client of a mutation; null for what time alone did. */
  readonly source?: Maybe<Scalars['String']['output']>;
  /** Where the units went. */
  readonly to: Account;
};

/** A page of journal entries. */
export type StockMovementConnection = {
  readonly __typename?: 'StockMovementConnection';
  /** Entries with their cursors, in the order asked for. */
  readonly edges: ReadonlyArray<StockMovementEdge>;
  /** The same entries without their cursors. */
  readonly nodes: ReadonlyArray<StockMovement>;
  /** Where this page stands. */
  readonly pageInfo: PageInfo;
};

/** One entry of a page of journal entries. */
export type StockMovementEdge = {
  readonly __typename?: 'StockMovementEdge';
  /** The point in the feed at this entry: give it as `after` to read on from here. */
  readonly cursor: Scalars['Cursor']['output'];
  /** The entry. */
  readonly node: StockMovement;
};

/** Conditions on journal entries. Lists hold at most 250 values. */
export type StockMovementFilter = {
  /** From or to one of these accounts. */
  readonly accounts?: InputMaybe<ReadonlyArray<Account>>;
  /** Through one of these channels. */
  readonly channelIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Of one of these documents. */
  readonly documentIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** In one of these families. */
  readonly families?: InputMaybe<ReadonlyArray<AccountFamily>>;
  /** Posted by one of these steps. */
  readonly kinds?: InputMaybe<ReadonlyArray<MovementKind>>;
  /** At one of these locations. */
  readonly locationIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Happened before this moment. */
  readonly occurredBefore?: InputMaybe<Scalars['DateTime']['input']>;
  /** Happened at or after this moment. */
  readonly occurredFrom?: InputMaybe<Scalars['DateTime']['input']>;
  /** Recorded before this moment. */
  readonly recordedBefore?: InputMaybe<Scalars['DateTime']['input']>;
  /** Recorded at or after this moment. */
  readonly recordedFrom?: InputMaybe<Scalars['DateTime']['input']>;
  /** With one of these references. */
  readonly references?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** One of these SKUs. */
  readonly skus?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** From one of these sources. */
  readonly sources?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
};

/** Orders of journal entries. Both keep the order of the feed for each SKU. */
export type StockMovementOrder =
  /** Oldest record first. */
  | 'RECORDED_AT_ASC'
  /** Newest record first. */
  | 'RECORDED_AT_DESC';

/** The rules for one SKU at one location. */
export type StockPolicy = {
  readonly __typename?: 'StockPolicy';
  /** What is set aside, in the order in which it is covered; only for channels that the viewer may see, and nothing that is over. */
  readonly fences: ReadonlyArray<Fence>;
  /** Id of the location. */
  readonly locationId: Scalars['ID']['output'];
  /** Base units that are never offered; at least 0. */
  readonly safetyStock: Scalars['Quantity']['output'];
  /** SKU of the item. */
  readonly sku: Scalars['ID']['output'];
  /** The balances that it bears on. */
  readonly stockLevel?: Maybe<StockLevel>;
};

/** What can be listened to. Every event carries a cursor from which to resume. */
export type Subscription = {
  readonly __typename?: 'Subscription';
  /**
   * Every entry of the journal, once and in the order of the feed for each SKU: none is left out and none is told twice, however slowly it is
   * read. Without `after`: what is recorded from now on. An event's `cursor` is the point just after its entry; resuming from it goes on with
   * the next one, whatever failed in between.
   */
  readonly stockMovements: StockMovement;
};


/** What can be listened to. Every event carries a cursor from which to resume. */
export type SubscriptionStockMovementsArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  locationIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  skus?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
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
  readonly connector?: InputMaybe<Scalars['String']['input']>;
  /** Differences up to so many base units are taken over by the hub by themselves, once they were found twice alike; 0 for a new ERP: none. */
  readonly correctUpTo?: InputMaybe<Scalars['Quantity']['input']>;
  /** Whether it takes two clients to decide about a divergence; for a new ERP it does not. */
  readonly fourEyes?: InputMaybe<Scalars['Boolean']['input']>;
  /** Sources whose movements it hears of without the hub, at most 100: these are not sent. Replaces what was there; its own need not be named. */
  readonly heardSources?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Case-sensitive, 1 to 256 characters. */
  readonly id: Scalars['ID']['input'];
  /**
   * Chosen by the client, 1 to 256 characters, unique for each request of this client, for ever. The same key with the same content has one
   * effect and gets the first answer again.
   */
  readonly idempotencyKey: Scalars['ID']['input'];
  /** Name for people, 1 to 256 characters; the id for a new ERP when absent. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** Whether nothing is to be asked of it and nothing sent for now. */
  readonly paused?: InputMaybe<Scalars['Boolean']['input']>;
  /** Minutes between two comparisons, at most 525,600; 0 for a new ERP: only when asked. */
  readonly reconcileMinutes?: InputMaybe<Scalars['Int']['input']>;
  /** What the connector needs to know, at most 65,536 characters as JSON; replaces what was there. Secrets do not belong here: everybody who sees ERPs sees it. */
  readonly settings?: InputMaybe<Scalars['JSON']['input']>;
  /** Hours for which it is to have been right before it keeps the books, at most 8,760; 168 for a new ERP: a week. */
  readonly shadowHours?: InputMaybe<Scalars['Int']['input']>;
};

/** Answer of `upsertErpSystem`. */
export type UpsertErpSystemPayload = {
  readonly __typename?: 'UpsertErpSystemPayload';
  /** The point in the feed that contains this change, for `atLeast` and `after`; null when nothing was done. */
  readonly cursor?: Maybe<Scalars['Cursor']['output']>;
  /** The ERP as it is now; null when refused. */
  readonly erpSystem?: Maybe<ErpSystem>;
  /** Why it was refused: nothing was done then. Empty when it was done. */
  readonly userErrors: ReadonlyArray<UpsertErpSystemUserError>;
};

/** One reason for which `upsertErpSystem` refused. */
export type UpsertErpSystemUserError = {
  readonly __typename?: 'UpsertErpSystemUserError';
  /** Which rule refused it. */
  readonly code: UpsertErpSystemErrorCode;
  /** Path of the offending value, from `"input"` down, list positions as numbers in strings; null when it concerns no single field. */
  readonly field?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** One sentence for developers, in English. Not for machines: compare `code`. */
  readonly message: Scalars['String']['output'];
  /** Which rule of the field was broken, with the code `INVALID_INPUT`; null with every other code, and where only `message` tells. */
  readonly problem?: Maybe<InputProblem>;
  /** Whether the same input may be accepted later, under a new key, without anybody mending it or the catalog: stock comes, a location opens again. */
  readonly retryable: Scalars['Boolean']['output'];
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
  readonly idempotencyKey: Scalars['ID']['input'];
  /** 1 to 1,000 items. Of a SKU that is given twice the later one counts. */
  readonly items: ReadonlyArray<UpsertItemsItemInput>;
};

/** An item to be created or changed. */
export type UpsertItemsItemInput = {
  /** Case-sensitive, 1 to 256 characters. */
  readonly sku: Scalars['ID']['input'];
  /** Name for people, 1 to 256 characters. */
  readonly title: Scalars['String']['input'];
  /** The base unit, 1 to 64 characters; `each` for a new item when absent. Never changes: stock is counted in it. */
  readonly unit?: InputMaybe<Scalars['String']['input']>;
  /** All other units, at most 32; replaces the former ones. */
  readonly units?: InputMaybe<ReadonlyArray<ItemUnitInput>>;
};

/** Answer of `upsertItems`. */
export type UpsertItemsPayload = {
  readonly __typename?: 'UpsertItemsPayload';
  /** The point in the feed that contains this change, for `atLeast` and `after`; null when nothing was done. */
  readonly cursor?: Maybe<Scalars['Cursor']['output']>;
  /** The items as they are now, in the order given; null when refused. */
  readonly items?: Maybe<ReadonlyArray<InventoryItem>>;
  /** Why it was refused: nothing was done then. Empty when it was done. */
  readonly userErrors: ReadonlyArray<UpsertItemsUserError>;
};

/** One reason for which `upsertItems` refused. */
export type UpsertItemsUserError = {
  readonly __typename?: 'UpsertItemsUserError';
  /** Which rule refused it. */
  readonly code: UpsertItemsErrorCode;
  /** Path of the offending value, from `"input"` down, list positions as numbers in strings; null when it concerns no single field. */
  readonly field?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** One sentence for developers, in English. Not for machines: compare `code`. */
  readonly message: Scalars['String']['output'];
  /** Which rule of the field was broken, with the code `INVALID_INPUT`; null with every other code, and where only `message` tells. */
  readonly problem?: Maybe<InputProblem>;
  /** Whether the same input may be accepted later, under a new key, without anybody mending it or the catalog: stock comes, a location opens again. */
  readonly retryable: Scalars['Boolean']['output'];
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
  readonly idempotencyKey: Scalars['ID']['input'];
  /** 1 to 1,000 locations. A parent exists already, or stands earlier in the list. */
  readonly locations: ReadonlyArray<UpsertLocationsLocationInput>;
};

/** A location to be created or changed. */
export type UpsertLocationsLocationInput = {
  /** Whether nothing is to be sourced from it for now; null or absent: as it was, and open for a new location. */
  readonly closed?: InputMaybe<Scalars['Boolean']['input']>;
  /** Case-sensitive, 1 to 256 characters. */
  readonly id: Scalars['ID']['input'];
  /** What sort of place it is; WAREHOUSE for a new location when absent. */
  readonly kind?: InputMaybe<LocationKind>;
  /** Degrees north, −90 to 90 (WGS 84); null: unknown. */
  readonly latitude?: InputMaybe<Scalars['Float']['input']>;
  /** Degrees east, −180 to 180 (WGS 84); null: unknown. */
  readonly longitude?: InputMaybe<Scalars['Float']['input']>;
  /** Name for people, 1 to 256 characters. */
  readonly name: Scalars['String']['input'];
  /** The location that it is part of, and that is not part of it; null: none. */
  readonly parentId?: InputMaybe<Scalars['ID']['input']>;
  /** IANA time zone, for example `Europe/Berlin`; null: unknown. */
  readonly timeZone?: InputMaybe<Scalars['String']['input']>;
};

/** Answer of `upsertLocations`. */
export type UpsertLocationsPayload = {
  readonly __typename?: 'UpsertLocationsPayload';
  /** The point in the feed that contains this change, for `atLeast` and `after`; null when nothing was done. */
  readonly cursor?: Maybe<Scalars['Cursor']['output']>;
  /** The locations as they are now, in the order given; null when refused. */
  readonly locations?: Maybe<ReadonlyArray<Location>>;
  /** Why it was refused: nothing was done then. Empty when it was done. */
  readonly userErrors: ReadonlyArray<UpsertLocationsUserError>;
};

/** One reason for which `upsertLocations` refused. */
export type UpsertLocationsUserError = {
  readonly __typename?: 'UpsertLocationsUserError';
  /** Which rule refused it. */
  readonly code: UpsertLocationsErrorCode;
  /** Path of the offending value, from `"input"` down, list positions as numbers in strings; null when it concerns no single field. */
  readonly field?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** One sentence for developers, in English. Not for machines: compare `code`. */
  readonly message: Scalars['String']['output'];
  /** Which rule of the field was broken, with the code `INVALID_INPUT`; null with every other code, and where only `message` tells. */
  readonly problem?: Maybe<InputProblem>;
  /** Whether the same input may be accepted later, under a new key, without anybody mending it or the catalog: stock comes, a location opens again. */
  readonly retryable: Scalars['Boolean']['output'];
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
  readonly fences?: InputMaybe<ReadonlyArray<FenceInput>>;
  /**
   * Chosen by the client, 1 to 256 characters, unique for each request of this client, for ever. The same key with the same content has one
   * effect and gets the first answer again.
   */
  readonly idempotencyKey: Scalars['ID']['input'];
  /** Id of the location. */
  readonly locationId: Scalars['ID']['input'];
  /** Base units that are never offered; 0 to 2^43, the most of a SKU that a location may keep. 0 for a new policy when absent. */
  readonly safetyStock?: InputMaybe<Scalars['Quantity']['input']>;
  /** SKU of the item. */
  readonly sku: Scalars['ID']['input'];
};

/** Answer of `upsertStockPolicy`. */
export type UpsertStockPolicyPayload = {
  readonly __typename?: 'UpsertStockPolicyPayload';
  /** The point in the feed that contains this change, for `atLeast` and `after`; null when nothing was done. */
  readonly cursor?: Maybe<Scalars['Cursor']['output']>;
  /** The policy as it is now; null when refused. */
  readonly stockPolicy?: Maybe<StockPolicy>;
  /** Why it was refused: nothing was done then. Empty when it was done. */
  readonly userErrors: ReadonlyArray<UpsertStockPolicyUserError>;
};

/** One reason for which `upsertStockPolicy` refused. */
export type UpsertStockPolicyUserError = {
  readonly __typename?: 'UpsertStockPolicyUserError';
  /** Which rule refused it. */
  readonly code: UpsertStockPolicyErrorCode;
  /** Path of the offending value, from `"input"` down, list positions as numbers in strings; null when it concerns no single field. */
  readonly field?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** One sentence for developers, in English. Not for machines: compare `code`. */
  readonly message: Scalars['String']['output'];
  /** Which rule of the field was broken, with the code `INVALID_INPUT`; null with every other code, and where only `message` tells. */
  readonly problem?: Maybe<InputProblem>;
  /** Whether the same input may be accepted later, under a new key, without anybody mending it or the catalog: stock comes, a location opens again. */
  readonly retryable: Scalars['Boolean']['output'];
};

/** Who is asking: one viewer for each request. */
export type Viewer = {
  readonly __typename?: 'Viewer';
  /** Ids of the channels whose rows the viewer may see; null: all of them. */
  readonly channelIds?: Maybe<ReadonlyArray<Scalars['ID']['output']>>;
  /** The channels whose rows the viewer may see; null: all of them. */
  readonly channels?: Maybe<ReadonlyArray<Maybe<Channel>>>;
  /** The client on whose behalf idempotency keys and limits are kept: the API key's or the token's. */
  readonly client: Scalars['String']['output'];
  /** What sort of client it is. */
  readonly kind: ViewerKind;
  /** Scopes of the credential. */
  readonly scopes: ReadonlyArray<Scalars['String']['output']>;
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
  StockLevel: StockLevel;
  StockMovement: StockMovement;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  InventoryItem:
    ( { __typename: 'InventoryItem' }
    & GraphQLRecursivePick<FederationTypes['InventoryItem'], {"sku":true}> );
  Location:
    ( { __typename: 'Location' }
    & GraphQLRecursivePick<FederationTypes['Location'], {"id":true}> );
  StockLevel:
    ( { __typename: 'StockLevel' }
    & GraphQLRecursivePick<FederationTypes['StockLevel'], {"sku":true,"locationId":true}> );
  StockMovement:
    ( { __typename: 'StockMovement' }
    & GraphQLRecursivePick<FederationTypes['StockMovement'], {"id":true}> );
};



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Account: Account;
  AccountFamily: AccountFamily;
  Authority: ResolverTypeWrapper<AuthorityModel>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  AuthorityConnection: ResolverTypeWrapper<Omit<AuthorityConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['AuthorityEdge']>, nodes: ReadonlyArray<ResolversTypes['Authority']> }>;
  AuthorityEdge: ResolverTypeWrapper<Omit<AuthorityEdge, 'node'> & { node: ResolversTypes['Authority'] }>;
  AuthorityFilter: AuthorityFilter;
  AuthorityOrder: AuthorityOrder;
  BalanceChange: ResolverTypeWrapper<BalanceChangeModel>;
  CancelReplayErrorCode: CancelReplayErrorCode;
  CancelReplayInput: CancelReplayInput;
  CancelReplayPayload: ResolverTypeWrapper<Omit<CancelReplayPayload, 'replay'> & { replay?: Maybe<ResolversTypes['EventReplay']> }>;
  CancelReplayUserError: ResolverTypeWrapper<CancelReplayUserError>;
  Channel: ResolverTypeWrapper<Channel>;
  Cursor: ResolverTypeWrapper<Scalars['Cursor']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  DeadLetter: ResolverTypeWrapper<DeadLetterModel>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  DeadLetterConnection: ResolverTypeWrapper<Omit<DeadLetterConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['DeadLetterEdge']>, nodes: ReadonlyArray<ResolversTypes['DeadLetter']> }>;
  DeadLetterEdge: ResolverTypeWrapper<Omit<DeadLetterEdge, 'node'> & { node: ResolversTypes['DeadLetter'] }>;
  DeadLetterFilter: DeadLetterFilter;
  DeadLetterOrder: DeadLetterOrder;
  DeadLetterStatus: DeadLetterStatus;
  DiscardDeadLetterErrorCode: DiscardDeadLetterErrorCode;
  DiscardDeadLetterInput: DiscardDeadLetterInput;
  DiscardDeadLetterPayload: ResolverTypeWrapper<Omit<DiscardDeadLetterPayload, 'deadLetter'> & { deadLetter?: Maybe<ResolversTypes['DeadLetter']> }>;
  DiscardDeadLetterUserError: ResolverTypeWrapper<DiscardDeadLetterUserError>;
  Divergence: ResolverTypeWrapper<DivergenceModel>;
  DivergenceAction: DivergenceAction;
  DivergenceBacklogFigures: ResolverTypeWrapper<DivergenceBacklogFigures>;
  DivergenceCause: DivergenceCause;
  DivergenceConnection: ResolverTypeWrapper<Omit<DivergenceConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['DivergenceEdge']>, nodes: ReadonlyArray<ResolversTypes['Divergence']> }>;
  DivergenceEdge: ResolverTypeWrapper<Omit<DivergenceEdge, 'node'> & { node: ResolversTypes['Divergence'] }>;
  DivergenceFigures: ResolverTypeWrapper<DivergenceFigures>;
  DivergenceFilter: DivergenceFilter;
  DivergenceNote: ResolverTypeWrapper<DivergenceNote>;
  DivergenceOrder: DivergenceOrder;
  DivergencePriority: DivergencePriority;
  DivergenceState: DivergenceState;
  DocumentKind: DocumentKind;
  ErpBacklog: ResolverTypeWrapper<ErpBacklog>;
  ErpCircuit: ErpCircuit;
  ErpCondition: ResolverTypeWrapper<ErpCondition>;
  ErpReconciliation: ResolverTypeWrapper<ErpReconciliationModel>;
  ErpReconciliationState: ErpReconciliationState;
  ErpRoute: ResolverTypeWrapper<ErpRouteModel>;
  ErpRouteChange: ErpRouteChange;
  ErpRouteMode: ErpRouteMode;
  ErpShadowProblem: ErpShadowProblem;
  ErpShadowReport: ResolverTypeWrapper<ErpShadowReportModel>;
  ErpSystem: ResolverTypeWrapper<ErpSystemModel>;
  ErpSystemConnection: ResolverTypeWrapper<Omit<ErpSystemConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['ErpSystemEdge']>, nodes: ReadonlyArray<ResolversTypes['ErpSystem']> }>;
  ErpSystemEdge: ResolverTypeWrapper<Omit<ErpSystemEdge, 'node'> & { node: ResolversTypes['ErpSystem'] }>;
  ErpSystemFilter: ErpSystemFilter;
  ErpSystemOrder: ErpSystemOrder;
  EventErrorCode: EventErrorCode;
  EventFilter: EventFilter;
  EventReplay: ResolverTypeWrapper<EventReplayModel>;
  EventReplayConnection: ResolverTypeWrapper<Omit<EventReplayConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['EventReplayEdge']>, nodes: ReadonlyArray<ResolversTypes['EventReplay']> }>;
  EventReplayCounts: ResolverTypeWrapper<EventReplayCounts>;
  EventReplayEdge: ResolverTypeWrapper<Omit<EventReplayEdge, 'node'> & { node: ResolversTypes['EventReplay'] }>;
  EventReplayFilter: EventReplayFilter;
  EventReplayOrder: EventReplayOrder;
  EventReplayPreview: ResolverTypeWrapper<EventReplayPreviewModel>;
  EventReplayState: EventReplayState;
  EventResult: ResolverTypeWrapper<EventResult>;
  EventStatus: EventStatus;
  Fact: ResolverTypeWrapper<FactModel>;
  FactConnection: ResolverTypeWrapper<Omit<FactConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['FactEdge']>, nodes: ReadonlyArray<ResolversTypes['Fact']> }>;
  FactEdge: ResolverTypeWrapper<Omit<FactEdge, 'node'> & { node: ResolversTypes['Fact'] }>;
  FactFilter: FactFilter;
  FactKind: FactKind;
  FactOrder: FactOrder;
  FactReport: ResolverTypeWrapper<FactReportModel>;
  FactState: FactState;
  FailureFigures: ResolverTypeWrapper<FailureFigures>;
  Fence: ResolverTypeWrapper<FenceModel>;
  FenceInput: FenceInput;
  Figures: ResolverTypeWrapper<FiguresModel>;
  InputProblem: InputProblem;
  InterventionFigures: ResolverTypeWrapper<InterventionFigures>;
  InterventionKind: InterventionKind;
  InventoryItem: ResolverTypeWrapper<ItemModel>;
  InventoryItemConnection: ResolverTypeWrapper<Omit<InventoryItemConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['InventoryItemEdge']>, nodes: ReadonlyArray<ResolversTypes['InventoryItem']> }>;
  InventoryItemEdge: ResolverTypeWrapper<Omit<InventoryItemEdge, 'node'> & { node: ResolversTypes['InventoryItem'] }>;
  ItemFilter: ItemFilter;
  ItemOrder: ItemOrder;
  ItemUnit: ResolverTypeWrapper<ItemUnit>;
  ItemUnitInput: ItemUnitInput;
  JSON: ResolverTypeWrapper<Scalars['JSON']['output']>;
  Location: ResolverTypeWrapper<LocationModel>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  LocationConnection: ResolverTypeWrapper<Omit<LocationConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['LocationEdge']>, nodes: ReadonlyArray<ResolversTypes['Location']> }>;
  LocationEdge: ResolverTypeWrapper<Omit<LocationEdge, 'node'> & { node: ResolversTypes['Location'] }>;
  LocationFilter: LocationFilter;
  LocationKind: LocationKind;
  LocationOrder: LocationOrder;
  MendedEventInput: MendedEventInput;
  MovementKind: MovementKind;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Quantity: ResolverTypeWrapper<Scalars['Quantity']['output']>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  ReconcileErrorCode: ReconcileErrorCode;
  ReconcileInput: ReconcileInput;
  ReconcilePayload: ResolverTypeWrapper<Omit<ReconcilePayload, 'reconciliation'> & { reconciliation?: Maybe<ResolversTypes['ErpReconciliation']> }>;
  ReconcileUserError: ResolverTypeWrapper<ReconcileUserError>;
  RecordEventsErrorCode: RecordEventsErrorCode;
  RecordEventsInput: RecordEventsInput;
  RecordEventsPayload: ResolverTypeWrapper<RecordEventsPayload>;
  RecordEventsUserError: ResolverTypeWrapper<RecordEventsUserError>;
  RecordingFigures: ResolverTypeWrapper<RecordingFigures>;
  RecoveryFigures: ResolverTypeWrapper<RecoveryFigures>;
  ReplayDeadLettersErrorCode: ReplayDeadLettersErrorCode;
  ReplayDeadLettersInput: ReplayDeadLettersInput;
  ReplayDeadLettersPayload: ResolverTypeWrapper<Omit<ReplayDeadLettersPayload, 'results'> & { results?: Maybe<ReadonlyArray<ResolversTypes['ReplayResult']>> }>;
  ReplayDeadLettersUserError: ResolverTypeWrapper<ReplayDeadLettersUserError>;
  ReplayEventsErrorCode: ReplayEventsErrorCode;
  ReplayEventsInput: ReplayEventsInput;
  ReplayEventsPayload: ResolverTypeWrapper<Omit<ReplayEventsPayload, 'preview' | 'replay'> & { preview?: Maybe<ResolversTypes['EventReplayPreview']>, replay?: Maybe<ResolversTypes['EventReplay']> }>;
  ReplayEventsUserError: ResolverTypeWrapper<ReplayEventsUserError>;
  ReplayResult: ResolverTypeWrapper<Omit<ReplayResult, 'deadLetter'> & { deadLetter?: Maybe<ResolversTypes['DeadLetter']> }>;
  Reservation: ResolverTypeWrapper<Reservation>;
  ResolveDivergenceErrorCode: ResolveDivergenceErrorCode;
  ResolveDivergenceInput: ResolveDivergenceInput;
  ResolveDivergencePayload: ResolverTypeWrapper<Omit<ResolveDivergencePayload, 'divergence'> & { divergence?: Maybe<ResolversTypes['Divergence']> }>;
  ResolveDivergenceUserError: ResolverTypeWrapper<ResolveDivergenceUserError>;
  Return: ResolverTypeWrapper<Return>;
  SetAuthorityErrorCode: SetAuthorityErrorCode;
  SetAuthorityInput: SetAuthorityInput;
  SetAuthorityPayload: ResolverTypeWrapper<Omit<SetAuthorityPayload, 'authorities'> & { authorities?: Maybe<ReadonlyArray<ResolversTypes['Authority']>> }>;
  SetAuthorityUserError: ResolverTypeWrapper<SetAuthorityUserError>;
  SetErpRouteErrorCode: SetErpRouteErrorCode;
  SetErpRouteInput: SetErpRouteInput;
  SetErpRoutePayload: ResolverTypeWrapper<Omit<SetErpRoutePayload, 'erpSystem'> & { erpSystem?: Maybe<ResolversTypes['ErpSystem']> }>;
  SetErpRouteUserError: ResolverTypeWrapper<SetErpRouteUserError>;
  Shipment: ResolverTypeWrapper<Shipment>;
  StockErrorFigures: ResolverTypeWrapper<StockErrorFigures>;
  StockErrorKind: StockErrorKind;
  StockException: ResolverTypeWrapper<StockException>;
  StockExceptionKind: StockExceptionKind;
  StockLevel: ResolverTypeWrapper<StockLevelModel>;
  StockLevelConnection: ResolverTypeWrapper<Omit<StockLevelConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['StockLevelEdge']>, nodes: ReadonlyArray<ResolversTypes['StockLevel']> }>;
  StockLevelEdge: ResolverTypeWrapper<Omit<StockLevelEdge, 'node'> & { node: ResolversTypes['StockLevel'] }>;
  StockMovement: ResolverTypeWrapper<StockMovementModel>;
  StockMovementConnection: ResolverTypeWrapper<Omit<StockMovementConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['StockMovementEdge']>, nodes: ReadonlyArray<ResolversTypes['StockMovement']> }>;
  StockMovementEdge: ResolverTypeWrapper<Omit<StockMovementEdge, 'node'> & { node: ResolversTypes['StockMovement'] }>;
  StockMovementFilter: StockMovementFilter;
  StockMovementOrder: StockMovementOrder;
  StockPolicy: ResolverTypeWrapper<StockPolicyModel>;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  UpsertErpSystemErrorCode: UpsertErpSystemErrorCode;
  UpsertErpSystemInput: UpsertErpSystemInput;
  UpsertErpSystemPayload: ResolverTypeWrapper<Omit<UpsertErpSystemPayload, 'erpSystem'> & { erpSystem?: Maybe<ResolversTypes['ErpSystem']> }>;
  UpsertErpSystemUserError: ResolverTypeWrapper<UpsertErpSystemUserError>;
  UpsertItemsErrorCode: UpsertItemsErrorCode;
  UpsertItemsInput: UpsertItemsInput;
  UpsertItemsItemInput: UpsertItemsItemInput;
  UpsertItemsPayload: ResolverTypeWrapper<Omit<UpsertItemsPayload, 'items'> & { items?: Maybe<ReadonlyArray<ResolversTypes['InventoryItem']>> }>;
  UpsertItemsUserError: ResolverTypeWrapper<UpsertItemsUserError>;
  UpsertLocationsErrorCode: UpsertLocationsErrorCode;
  UpsertLocationsInput: UpsertLocationsInput;
  UpsertLocationsLocationInput: UpsertLocationsLocationInput;
  UpsertLocationsPayload: ResolverTypeWrapper<Omit<UpsertLocationsPayload, 'locations'> & { locations?: Maybe<ReadonlyArray<ResolversTypes['Location']>> }>;
  UpsertLocationsUserError: ResolverTypeWrapper<UpsertLocationsUserError>;
  UpsertStockPolicyErrorCode: UpsertStockPolicyErrorCode;
  UpsertStockPolicyInput: UpsertStockPolicyInput;
  UpsertStockPolicyPayload: ResolverTypeWrapper<Omit<UpsertStockPolicyPayload, 'stockPolicy'> & { stockPolicy?: Maybe<ResolversTypes['StockPolicy']> }>;
  UpsertStockPolicyUserError: ResolverTypeWrapper<UpsertStockPolicyUserError>;
  Viewer: ResolverTypeWrapper<ViewerModel>;
  ViewerKind: ViewerKind;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Authority: AuthorityModel;
  Boolean: Scalars['Boolean']['output'];
  ID: Scalars['ID']['output'];
  String: Scalars['String']['output'];
  AuthorityConnection: Omit<AuthorityConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['AuthorityEdge']>, nodes: ReadonlyArray<ResolversParentTypes['Authority']> };
  AuthorityEdge: Omit<AuthorityEdge, 'node'> & { node: ResolversParentTypes['Authority'] };
  AuthorityFilter: AuthorityFilter;
  BalanceChange: BalanceChangeModel;
  CancelReplayInput: CancelReplayInput;
  CancelReplayPayload: Omit<CancelReplayPayload, 'replay'> & { replay?: Maybe<ResolversParentTypes['EventReplay']> };
  CancelReplayUserError: CancelReplayUserError;
  Channel: Channel;
  Cursor: Scalars['Cursor']['output'];
  DateTime: Scalars['DateTime']['output'];
  DeadLetter: DeadLetterModel;
  Int: Scalars['Int']['output'];
  DeadLetterConnection: Omit<DeadLetterConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['DeadLetterEdge']>, nodes: ReadonlyArray<ResolversParentTypes['DeadLetter']> };
  DeadLetterEdge: Omit<DeadLetterEdge, 'node'> & { node: ResolversParentTypes['DeadLetter'] };
  DeadLetterFilter: DeadLetterFilter;
  DiscardDeadLetterInput: DiscardDeadLetterInput;
  DiscardDeadLetterPayload: Omit<DiscardDeadLetterPayload, 'deadLetter'> & { deadLetter?: Maybe<ResolversParentTypes['DeadLetter']> };
  DiscardDeadLetterUserError: DiscardDeadLetterUserError;
  Divergence: DivergenceModel;
  DivergenceBacklogFigures: DivergenceBacklogFigures;
  DivergenceConnection: Omit<DivergenceConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['DivergenceEdge']>, nodes: ReadonlyArray<ResolversParentTypes['Divergence']> };
  DivergenceEdge: Omit<DivergenceEdge, 'node'> & { node: ResolversParentTypes['Divergence'] };
  DivergenceFigures: DivergenceFigures;
  DivergenceFilter: DivergenceFilter;
  DivergenceNote: DivergenceNote;
  ErpBacklog: ErpBacklog;
  ErpCondition: ErpCondition;
  ErpReconciliation: ErpReconciliationModel;
  ErpRoute: ErpRouteModel;
  ErpShadowReport: ErpShadowReportModel;
  ErpSystem: ErpSystemModel;
  ErpSystemConnection: Omit<ErpSystemConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['ErpSystemEdge']>, nodes: ReadonlyArray<ResolversParentTypes['ErpSystem']> };
  ErpSystemEdge: Omit<ErpSystemEdge, 'node'> & { node: ResolversParentTypes['ErpSystem'] };
  ErpSystemFilter: ErpSystemFilter;
  EventFilter: EventFilter;
  EventReplay: EventReplayModel;
  EventReplayConnection: Omit<EventReplayConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['EventReplayEdge']>, nodes: ReadonlyArray<ResolversParentTypes['EventReplay']> };
  EventReplayCounts: EventReplayCounts;
  EventReplayEdge: Omit<EventReplayEdge, 'node'> & { node: ResolversParentTypes['EventReplay'] };
  EventReplayFilter: EventReplayFilter;
  EventReplayPreview: EventReplayPreviewModel;
  EventResult: EventResult;
  Fact: FactModel;
  FactConnection: Omit<FactConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['FactEdge']>, nodes: ReadonlyArray<ResolversParentTypes['Fact']> };
  FactEdge: Omit<FactEdge, 'node'> & { node: ResolversParentTypes['Fact'] };
  FactFilter: FactFilter;
  FactReport: FactReportModel;
  FailureFigures: FailureFigures;
  Fence: FenceModel;
  FenceInput: FenceInput;
  Figures: FiguresModel;
  InterventionFigures: InterventionFigures;
  InventoryItem: ItemModel;
  InventoryItemConnection: Omit<InventoryItemConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['InventoryItemEdge']>, nodes: ReadonlyArray<ResolversParentTypes['InventoryItem']> };
  InventoryItemEdge: Omit<InventoryItemEdge, 'node'> & { node: ResolversParentTypes['InventoryItem'] };
  ItemFilter: ItemFilter;
  ItemUnit: ItemUnit;
  ItemUnitInput: ItemUnitInput;
  JSON: Scalars['JSON']['output'];
  Location: LocationModel;
  Float: Scalars['Float']['output'];
  LocationConnection: Omit<LocationConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['LocationEdge']>, nodes: ReadonlyArray<ResolversParentTypes['Location']> };
  LocationEdge: Omit<LocationEdge, 'node'> & { node: ResolversParentTypes['Location'] };
  LocationFilter: LocationFilter;
  MendedEventInput: MendedEventInput;
  Mutation: Record<PropertyKey, never>;
  PageInfo: PageInfo;
  Quantity: Scalars['Quantity']['output'];
  Query: Record<PropertyKey, never>;
  ReconcileInput: ReconcileInput;
  ReconcilePayload: Omit<ReconcilePayload, 'reconciliation'> & { reconciliation?: Maybe<ResolversParentTypes['ErpReconciliation']> };
  ReconcileUserError: ReconcileUserError;
  RecordEventsInput: RecordEventsInput;
  RecordEventsPayload: RecordEventsPayload;
  RecordEventsUserError: RecordEventsUserError;
  RecordingFigures: RecordingFigures;
  RecoveryFigures: RecoveryFigures;
  ReplayDeadLettersInput: ReplayDeadLettersInput;
  ReplayDeadLettersPayload: Omit<ReplayDeadLettersPayload, 'results'> & { results?: Maybe<ReadonlyArray<ResolversParentTypes['ReplayResult']>> };
  ReplayDeadLettersUserError: ReplayDeadLettersUserError;
  ReplayEventsInput: ReplayEventsInput;
  ReplayEventsPayload: Omit<ReplayEventsPayload, 'preview' | 'replay'> & { preview?: Maybe<ResolversParentTypes['EventReplayPreview']>, replay?: Maybe<ResolversParentTypes['EventReplay']> };
  ReplayEventsUserError: ReplayEventsUserError;
  ReplayResult: Omit<ReplayResult, 'deadLetter'> & { deadLetter?: Maybe<ResolversParentTypes['DeadLetter']> };
  Reservation: Reservation;
  ResolveDivergenceInput: ResolveDivergenceInput;
  ResolveDivergencePayload: Omit<ResolveDivergencePayload, 'divergence'> & { divergence?: Maybe<ResolversParentTypes['Divergence']> };
  ResolveDivergenceUserError: ResolveDivergenceUserError;
  Return: Return;
  SetAuthorityInput: SetAuthorityInput;
  SetAuthorityPayload: Omit<SetAuthorityPayload, 'authorities'> & { authorities?: Maybe<ReadonlyArray<ResolversParentTypes['Authority']>> };
  SetAuthorityUserError: SetAuthorityUserError;
  SetErpRouteInput: SetErpRouteInput;
  SetErpRoutePayload: Omit<SetErpRoutePayload, 'erpSystem'> & { erpSystem?: Maybe<ResolversParentTypes['ErpSystem']> };
  SetErpRouteUserError: SetErpRouteUserError;
  Shipment: Shipment;
  StockErrorFigures: StockErrorFigures;
  StockException: StockException;
  StockLevel: StockLevelModel;
  StockLevelConnection: Omit<StockLevelConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['StockLevelEdge']>, nodes: ReadonlyArray<ResolversParentTypes['StockLevel']> };
  StockLevelEdge: Omit<StockLevelEdge, 'node'> & { node: ResolversParentTypes['StockLevel'] };
  StockMovement: StockMovementModel;
  StockMovementConnection: Omit<StockMovementConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['StockMovementEdge']>, nodes: ReadonlyArray<ResolversParentTypes['StockMovement']> };
  StockMovementEdge: Omit<StockMovementEdge, 'node'> & { node: ResolversParentTypes['StockMovement'] };
  StockMovementFilter: StockMovementFilter;
  StockPolicy: StockPolicyModel;
  Subscription: Record<PropertyKey, never>;
  UpsertErpSystemInput: UpsertErpSystemInput;
  UpsertErpSystemPayload: Omit<UpsertErpSystemPayload, 'erpSystem'> & { erpSystem?: Maybe<ResolversParentTypes['ErpSystem']> };
  UpsertErpSystemUserError: UpsertErpSystemUserError;
  UpsertItemsInput: UpsertItemsInput;
  UpsertItemsItemInput: UpsertItemsItemInput;
  UpsertItemsPayload: Omit<UpsertItemsPayload, 'items'> & { items?: Maybe<ReadonlyArray<ResolversParentTypes['InventoryItem']>> };
  UpsertItemsUserError: UpsertItemsUserError;
  UpsertLocationsInput: UpsertLocationsInput;
  UpsertLocationsLocationInput: UpsertLocationsLocationInput;
  UpsertLocationsPayload: Omit<UpsertLocationsPayload, 'locations'> & { locations?: Maybe<ReadonlyArray<ResolversParentTypes['Location']>> };
  UpsertLocationsUserError: UpsertLocationsUserError;
  UpsertStockPolicyInput: UpsertStockPolicyInput;
  UpsertStockPolicyPayload: Omit<UpsertStockPolicyPayload, 'stockPolicy'> & { stockPolicy?: Maybe<ResolversParentTypes['StockPolicy']> };
  UpsertStockPolicyUserError: UpsertStockPolicyUserError;
  Viewer: ViewerModel;
};

export type AccessDirectiveArgs = {
  kinds: ReadonlyArray<ViewerKind>;
};

export type AccessDirectiveResolver<Result, Parent, ContextType = Context, Args = AccessDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type AuthorityResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Authority'] = ResolversParentTypes['Authority']> = {
  inParts?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['FactKind'], ParentType, ContextType>;
  location?: Resolver<Maybe<ResolversTypes['Location']>, ParentType, ContextType>;
  locationId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  recordedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  setBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  source?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type AuthorityConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AuthorityConnection'] = ResolversParentTypes['AuthorityConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['AuthorityEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Authority']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type AuthorityEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AuthorityEdge'] = ResolversParentTypes['AuthorityEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Authority'], ParentType, ContextType>;
};

export type BalanceChangeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BalanceChange'] = ResolversParentTypes['BalanceChange']> = {
  account?: Resolver<ResolversTypes['Account'], ParentType, ContextType>;
  after?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  before?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  change?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  locationId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  sku?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type CancelReplayPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CancelReplayPayload'] = ResolversParentTypes['CancelReplayPayload']> = {
  cursor?: Resolver<Maybe<ResolversTypes['Cursor']>, ParentType, ContextType>;
  replay?: Resolver<Maybe<ResolversTypes['EventReplay']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['CancelReplayUserError']>, ParentType, ContextType>;
};

export type CancelReplayUserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CancelReplayUserError'] = ResolversParentTypes['CancelReplayUserError']> = {
  code?: Resolver<ResolversTypes['CancelReplayErrorCode'], ParentType, ContextType>;
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

export type DeadLetterResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeadLetter'] = ResolversParentTypes['DeadLetter']> = {
  attempts?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  code?: Resolver<ResolversTypes['EventErrorCode'], ParentType, ContextType>;
  event?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  eventId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  eventType?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  occurredAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  recordedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  settledAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  settledBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  settledReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  source?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['DeadLetterStatus'], ParentType, ContextType>;
};

export type DeadLetterConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeadLetterConnection'] = ResolversParentTypes['DeadLetterConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['DeadLetterEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['DeadLetter']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type DeadLetterEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeadLetterEdge'] = ResolversParentTypes['DeadLetterEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['DeadLetter'], ParentType, ContextType>;
};

export type DiscardDeadLetterPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DiscardDeadLetterPayload'] = ResolversParentTypes['DiscardDeadLetterPayload']> = {
  cursor?: Resolver<Maybe<ResolversTypes['Cursor']>, ParentType, ContextType>;
  deadLetter?: Resolver<Maybe<ResolversTypes['DeadLetter']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['DiscardDeadLetterUserError']>, ParentType, ContextType>;
};

export type DiscardDeadLetterUserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DiscardDeadLetterUserError'] = ResolversParentTypes['DiscardDeadLetterUserError']> = {
  code?: Resolver<ResolversTypes['DiscardDeadLetterErrorCode'], ParentType, ContextType>;
  field?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  problem?: Resolver<Maybe<ResolversTypes['InputProblem']>, ParentType, ContextType>;
  retryable?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type DivergenceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Divergence'] = ResolversParentTypes['Divergence']> = {
  accounts?: Resolver<ReadonlyArray<ResolversTypes['Account']>, ParentType, ContextType>;
  cause?: Resolver<ResolversTypes['DivergenceCause'], ParentType, ContextType>;
  difference?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  erpQuantity?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  expected?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  firstSeenAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  item?: Resolver<Maybe<ResolversTypes['InventoryItem']>, ParentType, ContextType>;
  lastSeenAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  location?: Resolver<Maybe<ResolversTypes['Location']>, ParentType, ContextType>;
  locationId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  priority?: Resolver<Maybe<ResolversTypes['DivergencePriority']>, ParentType, ContextType>;
  proposed?: Resolver<Maybe<ResolversTypes['DivergenceAction']>, ParentType, ContextType>;
  proposedBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  seen?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  settledAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  sku?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['DivergenceState'], ParentType, ContextType>;
  systemId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  trail?: Resolver<ReadonlyArray<ResolversTypes['DivergenceNote']>, ParentType, ContextType>;
};

export type DivergenceBacklogFiguresResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DivergenceBacklogFigures'] = ResolversParentTypes['DivergenceBacklogFigures']> = {
  count?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  oldestFirstSeenAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  priority?: Resolver<ResolversTypes['DivergencePriority'], ParentType, ContextType>;
  systemId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  units?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
};

export type DivergenceConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DivergenceConnection'] = ResolversParentTypes['DivergenceConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['DivergenceEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Divergence']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type DivergenceEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DivergenceEdge'] = ResolversParentTypes['DivergenceEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Divergence'], ParentType, ContextType>;
};

export type DivergenceFiguresResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DivergenceFigures'] = ResolversParentTypes['DivergenceFigures']> = {
  locationId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  positions?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  systemId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  units?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
};

export type DivergenceNoteResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DivergenceNote'] = ResolversParentTypes['DivergenceNote']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  by?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  what?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ErpBacklogResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ErpBacklog'] = ResolversParentTypes['ErpBacklog']> = {
  oldestRecordedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  queued?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  refused?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  sent?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  unread?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
};

export type ErpConditionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ErpCondition'] = ResolversParentTypes['ErpCondition']> = {
  circuit?: Resolver<ResolversTypes['ErpCircuit'], ParentType, ContextType>;
  failingSince?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  failures?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  lastAcceptedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  lastError?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  nextAttemptAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type ErpReconciliationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ErpReconciliation'] = ResolversParentTypes['ErpReconciliation']> = {
  beyond?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  compared?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  corrected?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  divergent?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  endedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  locationIds?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ID']>>, ParentType, ContextType>;
  message?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  moving?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  requestedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  requestedBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  skus?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ID']>>, ParentType, ContextType>;
  startedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['ErpReconciliationState'], ParentType, ContextType>;
  systemId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  told?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  unreadable?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
};

export type ErpRouteResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ErpRoute'] = ResolversParentTypes['ErpRoute']> = {
  location?: Resolver<Maybe<ResolversTypes['Location']>, ParentType, ContextType>;
  locationId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  mode?: Resolver<ResolversTypes['ErpRouteMode'], ParentType, ContextType>;
  recordedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  setBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  skuPrefix?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  validFrom?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type ErpShadowReportResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ErpShadowReport'] = ResolversParentTypes['ErpShadowReport']> = {
  comparisons?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  differing?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  lastComparedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  longEnough?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  movements?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  positions?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  problems?: Resolver<ReadonlyArray<ResolversTypes['ErpShadowProblem']>, ParentType, ContextType>;
  refused?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  requiredHours?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  since?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type ErpSystemResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ErpSystem'] = ResolversParentTypes['ErpSystem']> = {
  backlog?: Resolver<ResolversTypes['ErpBacklog'], ParentType, ContextType>;
  condition?: Resolver<Maybe<ResolversTypes['ErpCondition']>, ParentType, ContextType>;
  connector?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  correctUpTo?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  fourEyes?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  heardSources?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  paused?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  reconcileMinutes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  reconciliations?: Resolver<ReadonlyArray<ResolversTypes['ErpReconciliation']>, ParentType, ContextType, RequireFields<ErpSystemReconciliationsArgs, 'first'>>;
  routes?: Resolver<ReadonlyArray<ResolversTypes['ErpRoute']>, ParentType, ContextType>;
  settings?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  shadowHours?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  shadowReport?: Resolver<ResolversTypes['ErpShadowReport'], ParentType, ContextType>;
  source?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type ErpSystemConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ErpSystemConnection'] = ResolversParentTypes['ErpSystemConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['ErpSystemEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['ErpSystem']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ErpSystemEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ErpSystemEdge'] = ResolversParentTypes['ErpSystemEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['ErpSystem'], ParentType, ContextType>;
};

export type EventReplayResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EventReplay'] = ResolversParentTypes['EventReplay']> = {
  canceledBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  changed?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  counts?: Resolver<ResolversTypes['EventReplayCounts'], ParentType, ContextType>;
  done?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  endedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  eventsPerSecond?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  limit?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  message?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  refused?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  requestedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  requestedBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  selection?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  startedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['EventReplayState'], ParentType, ContextType>;
  total?: Resolver<Maybe<ResolversTypes['Quantity']>, ParentType, ContextType>;
};

export type EventReplayConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EventReplayConnection'] = ResolversParentTypes['EventReplayConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['EventReplayEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['EventReplay']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type EventReplayCountsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EventReplayCounts'] = ResolversParentTypes['EventReplayCounts']> = {
  accepted?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  confirmed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  duplicate?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  parked?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  rejected?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type EventReplayEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EventReplayEdge'] = ResolversParentTypes['EventReplayEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['EventReplay'], ParentType, ContextType>;
};

export type EventReplayPreviewResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EventReplayPreview'] = ResolversParentTypes['EventReplayPreview']> = {
  changes?: Resolver<ReadonlyArray<ResolversTypes['BalanceChange']>, ParentType, ContextType>;
  changesTotal?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  complete?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  counts?: Resolver<ResolversTypes['EventReplayCounts'], ParentType, ContextType>;
  outcomes?: Resolver<ReadonlyArray<ResolversTypes['ReplayResult']>, ParentType, ContextType>;
  settled?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  settledComplete?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  woken?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type EventResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EventResult'] = ResolversParentTypes['EventResult']> = {
  code?: Resolver<Maybe<ResolversTypes['EventErrorCode']>, ParentType, ContextType>;
  id?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  source?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['EventStatus'], ParentType, ContextType>;
};

export type FactResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Fact'] = ResolversParentTypes['Fact']> = {
  authority?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  changedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  item?: Resolver<Maybe<ResolversTypes['InventoryItem']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['FactKind'], ParentType, ContextType>;
  location?: Resolver<Maybe<ResolversTypes['Location']>, ParentType, ContextType>;
  locationId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  reference?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  reports?: Resolver<ReadonlyArray<ResolversTypes['FactReport']>, ParentType, ContextType>;
  sku?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['FactState'], ParentType, ContextType>;
};

export type FactConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FactConnection'] = ResolversParentTypes['FactConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['FactEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Fact']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type FactEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FactEdge'] = ResolversParentTypes['FactEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Fact'], ParentType, ContextType>;
};

export type FactReportResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FactReport'] = ResolversParentTypes['FactReport']> = {
  authoritative?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  complete?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  occurredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  source?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type FailureFiguresResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FailureFigures'] = ResolversParentTypes['FailureFigures']> = {
  code?: Resolver<ResolversTypes['EventErrorCode'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  eventType?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  open?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  source?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
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

export type FiguresResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Figures'] = ResolversParentTypes['Figures']> = {
  backlog?: Resolver<ReadonlyArray<ResolversTypes['DivergenceBacklogFigures']>, ParentType, ContextType>;
  divergences?: Resolver<ReadonlyArray<ResolversTypes['DivergenceFigures']>, ParentType, ContextType>;
  failures?: Resolver<ReadonlyArray<ResolversTypes['FailureFigures']>, ParentType, ContextType>;
  from?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  interventions?: Resolver<ReadonlyArray<ResolversTypes['InterventionFigures']>, ParentType, ContextType>;
  pending?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  recording?: Resolver<ReadonlyArray<ResolversTypes['RecordingFigures']>, ParentType, ContextType>;
  recovery?: Resolver<ResolversTypes['RecoveryFigures'], ParentType, ContextType>;
  stockErrors?: Resolver<ReadonlyArray<ResolversTypes['StockErrorFigures']>, ParentType, ContextType>;
  until?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type InterventionFiguresResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InterventionFigures'] = ResolversParentTypes['InterventionFigures']> = {
  count?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['InterventionKind'], ParentType, ContextType>;
  source?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type InventoryItemResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InventoryItem'] = ResolversParentTypes['InventoryItem'], FederationReferenceType extends FederationReferenceTypes['InventoryItem'] = FederationReferenceTypes['InventoryItem']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['InventoryItem']> | FederationReferenceType, FederationReferenceType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  sku?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  stockLevels?: Resolver<ReadonlyArray<ResolversTypes['StockLevel']>, ParentType, ContextType, Partial<InventoryItemStockLevelsArgs>>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  unit?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  units?: Resolver<ReadonlyArray<ResolversTypes['ItemUnit']>, ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type InventoryItemConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InventoryItemConnection'] = ResolversParentTypes['InventoryItemConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['InventoryItemEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['InventoryItem']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type InventoryItemEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InventoryItemEdge'] = ResolversParentTypes['InventoryItemEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['InventoryItem'], ParentType, ContextType>;
};

export type ItemUnitResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ItemUnit'] = ResolversParentTypes['ItemUnit']> = {
  factor?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  unit?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export interface JsonScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['JSON'], any> {
  name: 'JSON';
}

export type LocationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Location'] = ResolversParentTypes['Location'], FederationReferenceType extends FederationReferenceTypes['Location'] = FederationReferenceTypes['Location']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Location']> | FederationReferenceType, FederationReferenceType, ContextType>;
  children?: Resolver<ReadonlyArray<ResolversTypes['Location']>, ParentType, ContextType>;
  closed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['LocationKind'], ParentType, ContextType>;
  latitude?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  longitude?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  parent?: Resolver<Maybe<ResolversTypes['Location']>, ParentType, ContextType>;
  parentId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  stockLevels?: Resolver<ResolversTypes['StockLevelConnection'], ParentType, ContextType, RequireFields<LocationStockLevelsArgs, 'first'>>;
  timeZone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type LocationConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LocationConnection'] = ResolversParentTypes['LocationConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['LocationEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Location']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type LocationEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LocationEdge'] = ResolversParentTypes['LocationEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Location'], ParentType, ContextType>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  cancelReplay?: Resolver<Maybe<ResolversTypes['CancelReplayPayload']>, ParentType, ContextType, RequireFields<MutationCancelReplayArgs, 'input'>>;
  discardDeadLetter?: Resolver<Maybe<ResolversTypes['DiscardDeadLetterPayload']>, ParentType, ContextType, RequireFields<MutationDiscardDeadLetterArgs, 'input'>>;
  reconcile?: Resolver<Maybe<ResolversTypes['ReconcilePayload']>, ParentType, ContextType, RequireFields<MutationReconcileArgs, 'input'>>;
  recordEvents?: Resolver<Maybe<ResolversTypes['RecordEventsPayload']>, ParentType, ContextType, RequireFields<MutationRecordEventsArgs, 'input'>>;
  replayDeadLetters?: Resolver<Maybe<ResolversTypes['ReplayDeadLettersPayload']>, ParentType, ContextType, RequireFields<MutationReplayDeadLettersArgs, 'input'>>;
  replayEvents?: Resolver<Maybe<ResolversTypes['ReplayEventsPayload']>, ParentType, ContextType, RequireFields<MutationReplayEventsArgs, 'input'>>;
  resolveDivergence?: Resolver<Maybe<ResolversTypes['ResolveDivergencePayload']>, ParentType, ContextType, RequireFields<MutationResolveDivergenceArgs, 'input'>>;
  setAuthority?: Resolver<Maybe<ResolversTypes['SetAuthorityPayload']>, ParentType, ContextType, RequireFields<MutationSetAuthorityArgs, 'input'>>;
  setErpRoute?: Resolver<Maybe<ResolversTypes['SetErpRoutePayload']>, ParentType, ContextType, RequireFields<MutationSetErpRouteArgs, 'input'>>;
  upsertErpSystem?: Resolver<Maybe<ResolversTypes['UpsertErpSystemPayload']>, ParentType, ContextType, RequireFields<MutationUpsertErpSystemArgs, 'input'>>;
  upsertItems?: Resolver<Maybe<ResolversTypes['UpsertItemsPayload']>, ParentType, ContextType, RequireFields<MutationUpsertItemsArgs, 'input'>>;
  upsertLocations?: Resolver<Maybe<ResolversTypes['UpsertLocationsPayload']>, ParentType, ContextType, RequireFields<MutationUpsertLocationsArgs, 'input'>>;
  upsertStockPolicy?: Resolver<Maybe<ResolversTypes['UpsertStockPolicyPayload']>, ParentType, ContextType, RequireFields<MutationUpsertStockPolicyArgs, 'input'>>;
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
  authorities?: Resolver<Maybe<ResolversTypes['AuthorityConnection']>, ParentType, ContextType, RequireFields<QueryAuthoritiesArgs, 'first' | 'orderBy'>>;
  deadLetters?: Resolver<Maybe<ResolversTypes['DeadLetterConnection']>, ParentType, ContextType, RequireFields<QueryDeadLettersArgs, 'first' | 'orderBy'>>;
  divergences?: Resolver<Maybe<ResolversTypes['DivergenceConnection']>, ParentType, ContextType, RequireFields<QueryDivergencesArgs, 'first' | 'orderBy'>>;
  erpSystems?: Resolver<Maybe<ResolversTypes['ErpSystemConnection']>, ParentType, ContextType, RequireFields<QueryErpSystemsArgs, 'first' | 'orderBy'>>;
  eventReplays?: Resolver<Maybe<ResolversTypes['EventReplayConnection']>, ParentType, ContextType, RequireFields<QueryEventReplaysArgs, 'first' | 'orderBy'>>;
  facts?: Resolver<Maybe<ResolversTypes['FactConnection']>, ParentType, ContextType, RequireFields<QueryFactsArgs, 'first' | 'orderBy'>>;
  figures?: Resolver<Maybe<ResolversTypes['Figures']>, ParentType, ContextType, Partial<QueryFiguresArgs>>;
  item?: Resolver<Maybe<ResolversTypes['InventoryItem']>, ParentType, ContextType, RequireFields<QueryItemArgs, 'sku'>>;
  items?: Resolver<Maybe<ResolversTypes['InventoryItemConnection']>, ParentType, ContextType, RequireFields<QueryItemsArgs, 'first' | 'orderBy'>>;
  location?: Resolver<Maybe<ResolversTypes['Location']>, ParentType, ContextType, RequireFields<QueryLocationArgs, 'id'>>;
  locations?: Resolver<Maybe<ResolversTypes['LocationConnection']>, ParentType, ContextType, RequireFields<QueryLocationsArgs, 'first' | 'orderBy'>>;
  stockMovements?: Resolver<Maybe<ResolversTypes['StockMovementConnection']>, ParentType, ContextType, RequireFields<QueryStockMovementsArgs, 'first' | 'orderBy'>>;
  viewer?: Resolver<Maybe<ResolversTypes['Viewer']>, ParentType, ContextType>;
};

export type ReconcilePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReconcilePayload'] = ResolversParentTypes['ReconcilePayload']> = {
  cursor?: Resolver<Maybe<ResolversTypes['Cursor']>, ParentType, ContextType>;
  reconciliation?: Resolver<Maybe<ResolversTypes['ErpReconciliation']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['ReconcileUserError']>, ParentType, ContextType>;
};

export type ReconcileUserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReconcileUserError'] = ResolversParentTypes['ReconcileUserError']> = {
  code?: Resolver<ResolversTypes['ReconcileErrorCode'], ParentType, ContextType>;
  field?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  problem?: Resolver<Maybe<ResolversTypes['InputProblem']>, ParentType, ContextType>;
  retryable?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type RecordEventsPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RecordEventsPayload'] = ResolversParentTypes['RecordEventsPayload']> = {
  cursor?: Resolver<Maybe<ResolversTypes['Cursor']>, ParentType, ContextType>;
  results?: Resolver<Maybe<ReadonlyArray<ResolversTypes['EventResult']>>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['RecordEventsUserError']>, ParentType, ContextType>;
};

export type RecordEventsUserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RecordEventsUserError'] = ResolversParentTypes['RecordEventsUserError']> = {
  code?: Resolver<ResolversTypes['RecordEventsErrorCode'], ParentType, ContextType>;
  field?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  problem?: Resolver<Maybe<ResolversTypes['InputProblem']>, ParentType, ContextType>;
  retryable?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type RecordingFiguresResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RecordingFigures'] = ResolversParentTypes['RecordingFigures']> = {
  channelId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  entries?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  secondsMax?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  secondsMean?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  withinHour?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  withinMinute?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  withinSecond?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  withinTenMinutes?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  withinTenSeconds?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
};

export type RecoveryFiguresResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RecoveryFigures'] = ResolversParentTypes['RecoveryFigures']> = {
  deliveriesRecovered?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  lettersDiscarded?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  lettersRefusedAgain?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  lettersReplayed?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  movementsRecovered?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  replays?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ReplayDeadLettersPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReplayDeadLettersPayload'] = ResolversParentTypes['ReplayDeadLettersPayload']> = {
  cursor?: Resolver<Maybe<ResolversTypes['Cursor']>, ParentType, ContextType>;
  results?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ReplayResult']>>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['ReplayDeadLettersUserError']>, ParentType, ContextType>;
};

export type ReplayDeadLettersUserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReplayDeadLettersUserError'] = ResolversParentTypes['ReplayDeadLettersUserError']> = {
  code?: Resolver<ResolversTypes['ReplayDeadLettersErrorCode'], ParentType, ContextType>;
  field?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  problem?: Resolver<Maybe<ResolversTypes['InputProblem']>, ParentType, ContextType>;
  retryable?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type ReplayEventsPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReplayEventsPayload'] = ResolversParentTypes['ReplayEventsPayload']> = {
  cursor?: Resolver<Maybe<ResolversTypes['Cursor']>, ParentType, ContextType>;
  preview?: Resolver<Maybe<ResolversTypes['EventReplayPreview']>, ParentType, ContextType>;
  replay?: Resolver<Maybe<ResolversTypes['EventReplay']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['ReplayEventsUserError']>, ParentType, ContextType>;
};

export type ReplayEventsUserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReplayEventsUserError'] = ResolversParentTypes['ReplayEventsUserError']> = {
  code?: Resolver<ResolversTypes['ReplayEventsErrorCode'], ParentType, ContextType>;
  field?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  problem?: Resolver<Maybe<ResolversTypes['InputProblem']>, ParentType, ContextType>;
  retryable?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type ReplayResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReplayResult'] = ResolversParentTypes['ReplayResult']> = {
  code?: Resolver<Maybe<ResolversTypes['EventErrorCode']>, ParentType, ContextType>;
  deadLetter?: Resolver<Maybe<ResolversTypes['DeadLetter']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  message?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['EventStatus'], ParentType, ContextType>;
};

export type ReservationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Reservation'] = ResolversParentTypes['Reservation']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type ResolveDivergencePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ResolveDivergencePayload'] = ResolversParentTypes['ResolveDivergencePayload']> = {
  cursor?: Resolver<Maybe<ResolversTypes['Cursor']>, ParentType, ContextType>;
  divergence?: Resolver<Maybe<ResolversTypes['Divergence']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['ResolveDivergenceUserError']>, ParentType, ContextType>;
};

export type ResolveDivergenceUserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ResolveDivergenceUserError'] = ResolversParentTypes['ResolveDivergenceUserError']> = {
  code?: Resolver<ResolversTypes['ResolveDivergenceErrorCode'], ParentType, ContextType>;
  field?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  problem?: Resolver<Maybe<ResolversTypes['InputProblem']>, ParentType, ContextType>;
  retryable?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type ReturnResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Return'] = ResolversParentTypes['Return']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type SetAuthorityPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SetAuthorityPayload'] = ResolversParentTypes['SetAuthorityPayload']> = {
  authorities?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Authority']>>, ParentType, ContextType>;
  cursor?: Resolver<Maybe<ResolversTypes['Cursor']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['SetAuthorityUserError']>, ParentType, ContextType>;
};

export type SetAuthorityUserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SetAuthorityUserError'] = ResolversParentTypes['SetAuthorityUserError']> = {
  code?: Resolver<ResolversTypes['SetAuthorityErrorCode'], ParentType, ContextType>;
  field?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  problem?: Resolver<Maybe<ResolversTypes['InputProblem']>, ParentType, ContextType>;
  retryable?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type SetErpRoutePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SetErpRoutePayload'] = ResolversParentTypes['SetErpRoutePayload']> = {
  cursor?: Resolver<Maybe<ResolversTypes['Cursor']>, ParentType, ContextType>;
  erpSystem?: Resolver<Maybe<ResolversTypes['ErpSystem']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['SetErpRouteUserError']>, ParentType, ContextType>;
  warnings?: Resolver<ReadonlyArray<ResolversTypes['ErpShadowProblem']>, ParentType, ContextType>;
};

export type SetErpRouteUserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SetErpRouteUserError'] = ResolversParentTypes['SetErpRouteUserError']> = {
  code?: Resolver<ResolversTypes['SetErpRouteErrorCode'], ParentType, ContextType>;
  field?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  problem?: Resolver<Maybe<ResolversTypes['InputProblem']>, ParentType, ContextType>;
  retryable?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type ShipmentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Shipment'] = ResolversParentTypes['Shipment']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type StockErrorFiguresResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StockErrorFigures'] = ResolversParentTypes['StockErrorFigures']> = {
  channelId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['StockErrorKind'], ParentType, ContextType>;
  units?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
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
  asOf?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  atf?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  backordered?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  blocked?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  committed?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  damaged?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  exceptions?: Resolver<ReadonlyArray<ResolversTypes['StockException']>, ParentType, ContextType, RequireFields<StockLevelExceptionsArgs, 'first'>>;
  fenced?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  fences?: Resolver<ReadonlyArray<ResolversTypes['Fence']>, ParentType, ContextType>;
  held?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  inTransit?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  item?: Resolver<Maybe<ResolversTypes['InventoryItem']>, ParentType, ContextType>;
  location?: Resolver<Maybe<ResolversTypes['Location']>, ParentType, ContextType>;
  locationId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  movements?: Resolver<ReadonlyArray<ResolversTypes['StockMovement']>, ParentType, ContextType, RequireFields<StockLevelMovementsArgs, 'first'>>;
  onHand?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  onOrder?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  qualityHold?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  safetyStock?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  sellable?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  sku?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type StockLevelConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StockLevelConnection'] = ResolversParentTypes['StockLevelConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['StockLevelEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['StockLevel']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type StockLevelEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StockLevelEdge'] = ResolversParentTypes['StockLevelEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['StockLevel'], ParentType, ContextType>;
};

export type StockMovementResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StockMovement'] = ResolversParentTypes['StockMovement'], FederationReferenceType extends FederationReferenceTypes['StockMovement'] = FederationReferenceTypes['StockMovement']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['StockMovement']> | FederationReferenceType, FederationReferenceType, ContextType>;
  channel?: Resolver<Maybe<ResolversTypes['Channel']>, ParentType, ContextType>;
  channelId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  cursor?: Resolver<Maybe<ResolversTypes['Cursor']>, ParentType, ContextType>;
  documentId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  documentKind?: Resolver<Maybe<ResolversTypes['DocumentKind']>, ParentType, ContextType>;
  eventId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  fact?: Resolver<Maybe<ResolversTypes['Fact']>, ParentType, ContextType>;
  family?: Resolver<ResolversTypes['AccountFamily'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['Account'], ParentType, ContextType>;
  hubReference?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  item?: Resolver<Maybe<ResolversTypes['InventoryItem']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['MovementKind'], ParentType, ContextType>;
  lineId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  location?: Resolver<Maybe<ResolversTypes['Location']>, ParentType, ContextType>;
  locationId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  occurredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  recordedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  reference?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  reservation?: Resolver<Maybe<ResolversTypes['Reservation']>, ParentType, ContextType>;
  return?: Resolver<Maybe<ResolversTypes['Return']>, ParentType, ContextType>;
  shipment?: Resolver<Maybe<ResolversTypes['Shipment']>, ParentType, ContextType>;
  sku?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  source?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  to?: Resolver<ResolversTypes['Account'], ParentType, ContextType>;
};

export type StockMovementConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StockMovementConnection'] = ResolversParentTypes['StockMovementConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['StockMovementEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['StockMovement']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type StockMovementEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StockMovementEdge'] = ResolversParentTypes['StockMovementEdge']> = {
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['StockMovement'], ParentType, ContextType>;
};

export type StockPolicyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StockPolicy'] = ResolversParentTypes['StockPolicy']> = {
  fences?: Resolver<ReadonlyArray<ResolversTypes['Fence']>, ParentType, ContextType>;
  locationId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  safetyStock?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  sku?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  stockLevel?: Resolver<Maybe<ResolversTypes['StockLevel']>, ParentType, ContextType>;
};

export type SubscriptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  stockMovements?: SubscriptionResolver<ResolversTypes['StockMovement'], "stockMovements", ParentType, ContextType, Partial<SubscriptionStockMovementsArgs>>;
};

export type UpsertErpSystemPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpsertErpSystemPayload'] = ResolversParentTypes['UpsertErpSystemPayload']> = {
  cursor?: Resolver<Maybe<ResolversTypes['Cursor']>, ParentType, ContextType>;
  erpSystem?: Resolver<Maybe<ResolversTypes['ErpSystem']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UpsertErpSystemUserError']>, ParentType, ContextType>;
};

export type UpsertErpSystemUserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpsertErpSystemUserError'] = ResolversParentTypes['UpsertErpSystemUserError']> = {
  code?: Resolver<ResolversTypes['UpsertErpSystemErrorCode'], ParentType, ContextType>;
  field?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  problem?: Resolver<Maybe<ResolversTypes['InputProblem']>, ParentType, ContextType>;
  retryable?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type UpsertItemsPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpsertItemsPayload'] = ResolversParentTypes['UpsertItemsPayload']> = {
  cursor?: Resolver<Maybe<ResolversTypes['Cursor']>, ParentType, ContextType>;
  items?: Resolver<Maybe<ReadonlyArray<ResolversTypes['InventoryItem']>>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UpsertItemsUserError']>, ParentType, ContextType>;
};

export type UpsertItemsUserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpsertItemsUserError'] = ResolversParentTypes['UpsertItemsUserError']> = {
  code?: Resolver<ResolversTypes['UpsertItemsErrorCode'], ParentType, ContextType>;
  field?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  problem?: Resolver<Maybe<ResolversTypes['InputProblem']>, ParentType, ContextType>;
  retryable?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type UpsertLocationsPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpsertLocationsPayload'] = ResolversParentTypes['UpsertLocationsPayload']> = {
  cursor?: Resolver<Maybe<ResolversTypes['Cursor']>, ParentType, ContextType>;
  locations?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Location']>>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UpsertLocationsUserError']>, ParentType, ContextType>;
};

export type UpsertLocationsUserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpsertLocationsUserError'] = ResolversParentTypes['UpsertLocationsUserError']> = {
  code?: Resolver<ResolversTypes['UpsertLocationsErrorCode'], ParentType, ContextType>;
  field?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  problem?: Resolver<Maybe<ResolversTypes['InputProblem']>, ParentType, ContextType>;
  retryable?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type UpsertStockPolicyPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpsertStockPolicyPayload'] = ResolversParentTypes['UpsertStockPolicyPayload']> = {
  cursor?: Resolver<Maybe<ResolversTypes['Cursor']>, ParentType, ContextType>;
  stockPolicy?: Resolver<Maybe<ResolversTypes['StockPolicy']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UpsertStockPolicyUserError']>, ParentType, ContextType>;
};

export type UpsertStockPolicyUserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpsertStockPolicyUserError'] = ResolversParentTypes['UpsertStockPolicyUserError']> = {
  code?: Resolver<ResolversTypes['UpsertStockPolicyErrorCode'], ParentType, ContextType>;
  field?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  problem?: Resolver<Maybe<ResolversTypes['InputProblem']>, ParentType, ContextType>;
  retryable?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type ViewerResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Viewer'] = ResolversParentTypes['Viewer']> = {
  channelIds?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ID']>>, ParentType, ContextType>;
  channels?: Resolver<Maybe<ReadonlyArray<Maybe<ResolversTypes['Channel']>>>, ParentType, ContextType>;
  client?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ViewerKind'], ParentType, ContextType>;
  scopes?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  Authority?: AuthorityResolvers<ContextType>;
  AuthorityConnection?: AuthorityConnectionResolvers<ContextType>;
  AuthorityEdge?: AuthorityEdgeResolvers<ContextType>;
  BalanceChange?: BalanceChangeResolvers<ContextType>;
  CancelReplayPayload?: CancelReplayPayloadResolvers<ContextType>;
  CancelReplayUserError?: CancelReplayUserErrorResolvers<ContextType>;
  Channel?: ChannelResolvers<ContextType>;
  Cursor?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  DeadLetter?: DeadLetterResolvers<ContextType>;
  DeadLetterConnection?: DeadLetterConnectionResolvers<ContextType>;
  DeadLetterEdge?: DeadLetterEdgeResolvers<ContextType>;
  DiscardDeadLetterPayload?: DiscardDeadLetterPayloadResolvers<ContextType>;
  DiscardDeadLetterUserError?: DiscardDeadLetterUserErrorResolvers<ContextType>;
  Divergence?: DivergenceResolvers<ContextType>;
  DivergenceBacklogFigures?: DivergenceBacklogFiguresResolvers<ContextType>;
  DivergenceConnection?: DivergenceConnectionResolvers<ContextType>;
  DivergenceEdge?: DivergenceEdgeResolvers<ContextType>;
  DivergenceFigures?: DivergenceFiguresResolvers<ContextType>;
  DivergenceNote?: DivergenceNoteResolvers<ContextType>;
  ErpBacklog?: ErpBacklogResolvers<ContextType>;
  ErpCondition?: ErpConditionResolvers<ContextType>;
  ErpReconciliation?: ErpReconciliationResolvers<ContextType>;
  ErpRoute?: ErpRouteResolvers<ContextType>;
  ErpShadowReport?: ErpShadowReportResolvers<ContextType>;
  ErpSystem?: ErpSystemResolvers<ContextType>;
  ErpSystemConnection?: ErpSystemConnectionResolvers<ContextType>;
  ErpSystemEdge?: ErpSystemEdgeResolvers<ContextType>;
  EventReplay?: EventReplayResolvers<ContextType>;
  EventReplayConnection?: EventReplayConnectionResolvers<ContextType>;
  EventReplayCounts?: EventReplayCountsResolvers<ContextType>;
  EventReplayEdge?: EventReplayEdgeResolvers<ContextType>;
  EventReplayPreview?: EventReplayPreviewResolvers<ContextType>;
  EventResult?: EventResultResolvers<ContextType>;
  Fact?: FactResolvers<ContextType>;
  FactConnection?: FactConnectionResolvers<ContextType>;
  FactEdge?: FactEdgeResolvers<ContextType>;
  FactReport?: FactReportResolvers<ContextType>;
  FailureFigures?: FailureFiguresResolvers<ContextType>;
  Fence?: FenceResolvers<ContextType>;
  Figures?: FiguresResolvers<ContextType>;
  InterventionFigures?: InterventionFiguresResolvers<ContextType>;
  InventoryItem?: InventoryItemResolvers<ContextType>;
  InventoryItemConnection?: InventoryItemConnectionResolvers<ContextType>;
  InventoryItemEdge?: InventoryItemEdgeResolvers<ContextType>;
  ItemUnit?: ItemUnitResolvers<ContextType>;
  JSON?: GraphQLScalarType;
  Location?: LocationResolvers<ContextType>;
  LocationConnection?: LocationConnectionResolvers<ContextType>;
  LocationEdge?: LocationEdgeResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Quantity?: GraphQLScalarType;
  Query?: QueryResolvers<ContextType>;
  ReconcilePayload?: ReconcilePayloadResolvers<ContextType>;
  ReconcileUserError?: ReconcileUserErrorResolvers<ContextType>;
  RecordEventsPayload?: RecordEventsPayloadResolvers<ContextType>;
  RecordEventsUserError?: RecordEventsUserErrorResolvers<ContextType>;
  RecordingFigures?: RecordingFiguresResolvers<ContextType>;
  RecoveryFigures?: RecoveryFiguresResolvers<ContextType>;
  ReplayDeadLettersPayload?: ReplayDeadLettersPayloadResolvers<ContextType>;
  ReplayDeadLettersUserError?: ReplayDeadLettersUserErrorResolvers<ContextType>;
  ReplayEventsPayload?: ReplayEventsPayloadResolvers<ContextType>;
  ReplayEventsUserError?: ReplayEventsUserErrorResolvers<ContextType>;
  ReplayResult?: ReplayResultResolvers<ContextType>;
  Reservation?: ReservationResolvers<ContextType>;
  ResolveDivergencePayload?: ResolveDivergencePayloadResolvers<ContextType>;
  ResolveDivergenceUserError?: ResolveDivergenceUserErrorResolvers<ContextType>;
  Return?: ReturnResolvers<ContextType>;
  SetAuthorityPayload?: SetAuthorityPayloadResolvers<ContextType>;
  SetAuthorityUserError?: SetAuthorityUserErrorResolvers<ContextType>;
  SetErpRoutePayload?: SetErpRoutePayloadResolvers<ContextType>;
  SetErpRouteUserError?: SetErpRouteUserErrorResolvers<ContextType>;
  Shipment?: ShipmentResolvers<ContextType>;
  StockErrorFigures?: StockErrorFiguresResolvers<ContextType>;
  StockException?: StockExceptionResolvers<ContextType>;
  StockLevel?: StockLevelResolvers<ContextType>;
  StockLevelConnection?: StockLevelConnectionResolvers<ContextType>;
  StockLevelEdge?: StockLevelEdgeResolvers<ContextType>;
  StockMovement?: StockMovementResolvers<ContextType>;
  StockMovementConnection?: StockMovementConnectionResolvers<ContextType>;
  StockMovementEdge?: StockMovementEdgeResolvers<ContextType>;
  StockPolicy?: StockPolicyResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
  UpsertErpSystemPayload?: UpsertErpSystemPayloadResolvers<ContextType>;
  UpsertErpSystemUserError?: UpsertErpSystemUserErrorResolvers<ContextType>;
  UpsertItemsPayload?: UpsertItemsPayloadResolvers<ContextType>;
  UpsertItemsUserError?: UpsertItemsUserErrorResolvers<ContextType>;
  UpsertLocationsPayload?: UpsertLocationsPayloadResolvers<ContextType>;
  UpsertLocationsUserError?: UpsertLocationsUserErrorResolvers<ContextType>;
  UpsertStockPolicyPayload?: UpsertStockPolicyPayloadResolvers<ContextType>;
  UpsertStockPolicyUserError?: UpsertStockPolicyUserErrorResolvers<ContextType>;
  Viewer?: ViewerResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = Context> = {
  access?: AccessDirectiveResolver<any, any, ContextType>;
};
