// Made by `npm run codegen` from the operations in test/; not to be edited.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** States of a reservation and of its lines, from the least advanced. They follow from the quantities of the lines. */
export type ReservationStatus =
  /** Something waits for stock. */
  | 'BACKORDERED'
  /** Everything open is firm, nothing shipped. */
  | 'CONFIRMED'
  /** Nothing is open, everything ended by itself. */
  | 'EXPIRED'
  /** Nothing is open, something was shipped. */
  | 'FULFILLED'
  /** Something is held and ends by itself. */
  | 'HELD'
  /** Everything open is firm, something shipped. */
  | 'PARTIALLY_FULFILLED'
  /** Nothing is open, nothing was shipped, something was given back. */
  | 'RELEASED';

/** Why `reserve` refuses. Checked in a fixed order, so that the same input in the same state always gets the same code. */
export type ReserveErrorCode =
  /** The key was used before by this client with other content. Nothing was done; use a new key for a new request. */
  | 'IDEMPOTENCY_CONFLICT'
  /**
   * Not enough is available for the line that `field` names, and the channel does not allow backorders. A retry with a new key may help when
   * stock was freed.
   */
  | 'INSUFFICIENT_STOCK'
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

/** Input of `reserve`. */
export type ReserveInput = {
  /** True: every line or nothing. False: what is covered is held, and `userErrors` names each line that is short. */
  allOrNothing?: boolean | null | undefined;
  /** The channel through which units are sold. */
  channelId: string;
  /**
   * Chosen by the client, 1 to 256 characters, unique for each request of this client, for ever. The same key with the same content has one
   * effect and gets the first answer again.
   */
  idempotencyKey: string;
  /** 1 to 250 lines. Lines of the same SKU and location are summed before they are compared with the stock. */
  lines: Array<ReserveLineInput>;
  /** The client's own name of the cart or order; at most 256 characters. */
  reference?: string | null | undefined;
  /** Seconds until the hold ends by itself: 1 to 2,592,000 (30 days). */
  ttlSeconds?: number | null | undefined;
};

/** Units to be held. */
export type ReserveLineInput = {
  /** Hold there and nowhere else; without it the hub chooses and may split. One of the channel's locations. */
  locationId?: string | null | undefined;
  /** How many of `unit`; at least 1. */
  quantity: number;
  /** SKU of the item. */
  sku: string;
  /** The base unit when absent. */
  unit?: string | null | undefined;
};

export type ReserveMutationVariables = Exact<{
  input: ReserveInput;
}>;


export type ReserveMutation = { reserve: { cursor: string | null, reservation: { id: string, status: ReservationStatus, channelId: string, reference: string | null, expiresAt: string | null, lines: Array<{ id: string, sku: string, locationId: string, quantity: number, status: ReservationStatus }> } | null, userErrors: Array<{ code: ReserveErrorCode, field: Array<string> | null, message: string }> } | null };

export type ReservationStateFragment = { id: string, status: ReservationStatus, channelId: string, reference: string | null, expiresAt: string | null, lines: Array<{ id: string, sku: string, locationId: string, quantity: number, status: ReservationStatus }> };

export const ReservationStateFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ReservationState"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Reservation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"channelId"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"lines"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"sku"}},{"kind":"Field","name":{"kind":"Name","value":"locationId"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]}}]} as unknown as DocumentNode<ReservationStateFragment, unknown>;
export const ReserveDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"Reserve"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ReserveInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reserve"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reservation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ReservationState"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"cursor"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ReservationState"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Reservation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"channelId"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"lines"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"sku"}},{"kind":"Field","name":{"kind":"Name","value":"locationId"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]}}]} as unknown as DocumentNode<ReserveMutation, ReserveMutationVariables>;