import type { Movement, MovementAccount, MovementKind } from '../core/erp/movement.ts'
import type { StockAccount } from '../core/ledger/accounts.ts'

/**
 * What the hub asks of an ERP. A connector knows the ERP's protocol, words and units, and nothing of the hub's database: whatever it needs to remember is in the watermark, or in
 * the ERP itself. `test/erp/conformance.ts` is what each of them has to pass; docs/erp.md tells how to write one.
 *
 * All methods throw `ErpUnavailable` where the ERP gives no answer, and end soon after their signal does, by throwing its reason. Any other error is a fault of the connector, or of its settings.
 */
export interface ErpConnector {
  /** The kind of ERP, such as `tryton`: the name of the connector's folder. */
  readonly kind: string
  readonly can: ErpAbilities

  /** Whether the ERP answers to these credentials, and what time it has. */
  health(signal: AbortSignal): Promise<ErpHealth>

  /**
   * What has changed in the ERP since the watermark, in pages; from the beginning of `since` where there is none. Ends when nothing more has changed for now.
   *
   * A watermark stands for everything that was handed over up to the end of its page, and never for a change that was not: not for one that the ERP commits later under an earlier time either.
   * The caller stores it after what the page holds, so a page may come again, in whole or in part, and other pages may then be cut otherwise. Each change has the same event id each time.
   */
  pull(watermark: string | null, signal: AbortSignal): AsyncIterable<PulledPage>

  /**
   * What the ERP has on its books, in pages. A position of the scope that no page tells, neither as a balance nor as unreadable, is at zero there, once the last page has come.
   * Only where `can.snapshot`.
   */
  snapshot(scope: SnapshotScope, signal: AbortSignal): AsyncIterable<SnapshotPage>

  /**
   * Enters movements into the ERP, and answers each in the order given. What has an answer is settled: accepted for ever, or refused. One that is refused does not keep its neighbours from being accepted.
   *
   * However often it is called with a movement, the ERP has its effect once: the connector looks the reference up in the ERP before it enters anything, finishes what was left half
   * done, and answers `accepted` to what is there already. The caller never has two calls with the same reference under way, and gives the movements of a SKU in their order.
   *
   * Throws `ErpUnavailable` where nothing is known of the outcome: of some movements of the call all may have been done, of others a part or nothing. Call again with all of them, not before
   * `retryAfterMs`: until then the ERP may still be at work on what it was sent.
   */
  post(movements: readonly Movement[], signal: AbortSignal): Promise<readonly PostResult[]>

  /** What the ERP knows of our references, one answer for each in the order given. Only where `can.find`. */
  find(references: readonly string[], signal: AbortSignal): Promise<readonly FoundMovement[]>

  /** Ends connections. */
  close(): Promise<void>
}

export interface ErpAbilities {
  readonly pull: boolean
  readonly snapshot: boolean
  /** Kinds of movements that can be entered; the others are refused with NOT_SUPPORTED. */
  readonly post: readonly MovementKind[]
  readonly find: boolean
  /** Movements in one call of `post` that suit this ERP best. More are allowed. */
  readonly postBatch: number
}

export interface ErpHealth {
  /** As the ERP says it. */
  readonly version: string
  /** The ERP's clock. */
  readonly now: Date
  /** How far that is ahead of ours, in milliseconds, as far as the way there and back lets know; negative where it is behind. */
  readonly aheadMs: number
}

export interface PulledPage {
  /** Items that are new or changed. To be stored before the events, which may be about them. */
  readonly items: readonly ErpItem[]
  /** Locations that are new or changed, of those that are mapped to locations of the hub. To be stored before the events. */
  readonly locations: readonly ErpLocation[]
  /**
   * CloudEvents of `schema/events`: what happened in the ERP and did not come from us. To be recorded by the door that all events come through (`Ingest.record`), in this order: a count comes after whatever the ERP had on its
   * books when it was entered.
   */
  readonly events: readonly ErpEvent[]
  /** What came from us and now stands in the ERP. It is no news, whether the answer to `post` was heard or not. */
  readonly acknowledgements: readonly Acknowledgement[]
  /** What to give to the next `pull`, once all of this is stored. Opaque, printable ASCII, at most 4 KiB. */
  readonly watermark: string
  /** By the ERP's clock: whatever it had committed by then has been handed over, with this page and those before it. */
  readonly upTo: Date
}

export interface ErpItem {
  readonly sku: string
  readonly title: string
  /** The base unit. */
  readonly unit: string
  /** Other units, with how many base units one of them is. */
  readonly units: readonly { readonly unit: string; readonly factor: number }[]
}

export interface ErpLocation {
  readonly id: string
  readonly name: string
  /** null where the ERP does not say what it is. */
  readonly kind: ErpLocationKind | null
}

/** The hub's words for what a location is (`LocationKind` of the graph). */
export const ERP_LOCATION_KINDS = [
  'STORE',
  'DC',
  'WAREHOUSE',
  'FULFILLMENT_CENTER',
  'DARK_STORE',
  'PICKUP_POINT',
  'THIRD_PARTY',
  'SUPPLIER',
  'RETURNS_CENTER',
  'VEHICLE',
  'VIRTUAL',
  'REGION',
  'COUNTRY',
  'ZONE',
  'OTHER',
] as const
export type ErpLocationKind = (typeof ERP_LOCATION_KINDS)[number]

export function isErpLocationKind(text: string): text is ErpLocationKind {
  return ERP_LOCATION_KINDS.some((kind) => kind === text)
}

/** A CloudEvent of ours; its `source` names the ERP, its `id` the change, so that the same change is the same event for ever. */
export interface ErpEvent {
  readonly specversion: '1.0'
  readonly id: string
  readonly source: string
  readonly type: string
  /** ISO 8601. Of an ERP that knows only the day: when it was entered there. */
  readonly time: string
  readonly data: Readonly<Record<string, unknown>>
  /**
   * Of `onhand.stock.counted.v1`: what the ERP has booked for the count, in base units, signed, as decimal text. The hub corrects its own balance, which may have needed another correction, because there were
   * movements that the ERP had not heard of; these are told to it with what takes them back. Without it nobody knows how its books differ from ours afterwards. A count from before the first route of the ERP is taken as this difference.
   */
  readonly erpbooked?: string
  /** Of a count of which the ERP knows only the day: ISO 8601, the earliest moment at which it can have been; `time` is the latest. Absent where the moment is known. */
  readonly erpfrom?: string
  /** ISO 8601: when it was entered, where that is not `time`. */
  readonly erpentered?: string
}

export interface Acknowledgement {
  /** `Movement.reference` */
  readonly reference: string
  /** The record that has the effect, as the ERP names it. */
  readonly erpReference: string
  /** When the ERP entered it, by its own clock. */
  readonly at: Date
  /** What it is where the hub has never sent it: a hub that was restored from a backup has lost what it sent since, and the ERP gives it back. As for any change that is not ours, with the same ids for ever. */
  readonly events: readonly ErpEvent[]
}

export interface SnapshotScope {
  /** Locations of the hub; null: all that are mapped. */
  readonly locationIds: readonly string[] | null
  /** null: all. */
  readonly skus: readonly string[] | null
}

export interface SnapshotPage {
  /** By the ERP's clock: when the balances of this page had been read, or later. Whatever is in them was committed by then, so that a pull that has come as far has handed it over. */
  readonly asOf: Date
  readonly balances: readonly ErpBalance[]
  /** What is there but cannot be said in our words: no whole base units, an item without a code. To be told as a divergence of its own kind. */
  readonly unreadable: readonly UnreadableBalance[]
}

export interface ErpBalance {
  readonly sku: string
  readonly locationId: string
  /** Where the ERP does not tell apart what is fit to sell and what is not, all of it is `sellable`: `accounts` says which accounts of ours this figure stands for. */
  readonly accounts: readonly StockAccount[]
  /** In base units, signed: ERPs have negative stock as well. */
  readonly quantity: number
}

export interface UnreadableBalance {
  /** As the ERP names it. */
  readonly sku: string
  readonly locationId: string
  readonly message: string
}

export type PostResult =
  | {
      readonly reference: string
      readonly status: 'accepted'
      /** The record that has the effect, as the ERP names it. */
      readonly erpReference: string
    }
  /** The ERP does not tell apart where it came from and where it went to, so there is nothing to enter. */
  | { readonly reference: string; readonly status: 'immaterial' }
  | {
      readonly reference: string
      readonly status: 'refused'
      readonly code: ErpRefusalCode
      /** The ERP's own words, where it has any. */
      readonly message: string
      /** Trying again changes nothing until somebody has mended something. Otherwise it may be tried again later. */
      readonly permanent: boolean
    }

/** Why an ERP did not take a movement. */
export const ERP_REFUSAL_CODES = [
  /** The ERP has no such item. */
  'UNKNOWN_SKU',
  /** The location, or the account at it, is not mapped to anything in the ERP. */
  'UNKNOWN_LOCATION',
  /** The quantity does not come out whole in the unit in which the ERP keeps the item. */
  'NOT_WHOLE',
  /** The connector, or the ERP, has no such kind of movement. */
  'NOT_SUPPORTED',
  /** A rule of the ERP is against it. */
  'RULE',
  /** Records were changed by somebody else at the same time. */
  'CONFLICT',
] as const
export type ErpRefusalCode = (typeof ERP_REFUSAL_CODES)[number]

export type FoundMovement =
  | { readonly reference: string; readonly status: 'unknown' }
  /** It was begun and has no effect yet: a `post` finishes it. */
  | { readonly reference: string; readonly status: 'unfinished'; readonly erpReference: string }
  | {
      readonly reference: string
      readonly status: 'done'
      readonly erpReference: string
      /** Further records with the same reference and an effect of their own: somebody has copied it, or it was entered twice. Mostly empty. */
      readonly duplicates: readonly string[]
    }

/** The accounts of goods between which movements go; here for those who write a connector. */
export type { Movement, MovementAccount, MovementKind }

/** The ERP gave no answer: not reachable, too late, out of order, credentials refused. Nothing follows from it for what was sent. */
export class ErpUnavailable extends Error {
  override readonly name = 'ErpUnavailable'
  /** In milliseconds: before then the ERP may still be at work on what it was sent, or has asked to be left alone. */
  readonly retryAfterMs: number

  constructor(message: string, options: { readonly cause?: unknown; readonly retryAfterMs?: number } = {}) {
    super(message, options.cause === undefined ? {} : { cause: options.cause })
    this.retryAfterMs = options.retryAfterMs ?? 0
  }
}
