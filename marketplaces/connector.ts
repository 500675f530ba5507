/**
 * What the hub asks of a marketplace. A connector knows the marketplace's protocol and words, and nothing of the hub's database. Each method is one call of the marketplace, so that the hub can count them: when there may be
 * another is the hub's business. docs/marketplaces.md tells how one is written.
 *
 * All methods throw `MarketplaceThrottled` where the marketplace wants fewer calls, and `MarketplaceUnavailable` where it gives no answer, and end soon after their signal does. Any other error is a word about what was sent.
 */
export interface MarketplaceConnector {
  /** The kind of marketplace, such as `http`: the name of the connector's folder. */
  readonly kind: string
  readonly can: MarketplaceAbilities

  /**
   * Tells what is for sale of some listings, each at most once in a call, and answers each in the order given. It is a state, so telling it again does no harm; one that is refused does not keep its neighbours from being accepted.
   */
  push(offers: readonly Offer[], signal: AbortSignal): Promise<readonly PushResult[]>

  /** What the marketplace shows of some listings, one answer for each in the order given. */
  read(names: readonly string[], signal: AbortSignal): Promise<readonly ShownOffer[]>

  /** Orders that are new or have changed since a watermark; from as early as the marketplace likes where there is none. */
  orders(watermark: string | null, signal: AbortSignal): Promise<OrdersPage>

  /** Ends connections. */
  close(): Promise<void>
}

export interface MarketplaceAbilities {
  /** Listings in one call of `push` and of `read` at most. */
  readonly batch: number
  /** Whether a number is ignored whose version is lower than the one that is there. Otherwise nothing is sent while something older may be on its way. */
  readonly versions: boolean
  /** Whether there is something to read back. */
  readonly read: boolean
  /** Whether it tells of orders. */
  readonly orders: boolean
}

/** How many of a listing are for sale. */
export interface Offer {
  /** As the marketplace calls it. */
  readonly name: string
  /** Base units of the item, never negative. */
  readonly quantity: number
  /** Higher for each newer state of a listing. A call of which nobody knows what became of it may arrive after a later one: then it is the older version that has to be ignored. */
  readonly version: number
}

export type PushResult =
  /** It has it, or something newer. */
  | { readonly name: string; readonly status: 'accepted' }
  /** Later; undefined: the marketplace does not say when. */
  | { readonly name: string; readonly status: 'throttled'; readonly retryAfterMs: number | undefined }
  /** In the marketplace's own words. */
  | { readonly name: string; readonly status: 'refused'; readonly message: string }

export interface ShownOffer {
  readonly name: string
  /** null: it shows nothing of that name. */
  readonly quantity: number | null
}

export interface OrdersPage {
  /** In the order in which they changed. */
  readonly orders: readonly MarketplaceOrder[]
  /** What to give to the next call, once all of this is recorded. Opaque, at most 4 KiB. */
  readonly watermark: string
  /** Whether there is more already. */
  readonly more: boolean
}

export interface MarketplaceOrder {
  /** The marketplace's own name of it. */
  readonly id: string
  /** PENDING: units are held, and the order may come to nothing; CONFIRMED: they are to be sent; CANCELED: nothing of it is to be sent. */
  readonly state: 'PENDING' | 'CONFIRMED' | 'CANCELED'
  /** When it came to be so, ISO 8601. */
  readonly at: string
  readonly lines: readonly OrderLine[]
}

export interface OrderLine {
  /** The listing, as the marketplace calls it. */
  readonly name: string
  /** Base units, 1 or more. */
  readonly quantity: number
}

/** The marketplace did nothing, because it is called too often. */
export class MarketplaceThrottled extends Error {
  override readonly name = 'MarketplaceThrottled'
  /** In milliseconds: how long it wants to be left alone; undefined where it does not say. */
  readonly retryAfterMs: number | undefined

  constructor(message: string, retryAfterMs: number | undefined) {
    super(message)
    this.retryAfterMs = retryAfterMs
  }
}

/** The marketplace gave no answer: not reachable, too late, out of order, credentials refused. Nothing follows from it for what was sent. */
export class MarketplaceUnavailable extends Error {
  override readonly name = 'MarketplaceUnavailable'
  /** In milliseconds: so long what was sent may still be on its way. 0 where versions keep it from doing harm. */
  readonly retryAfterMs: number

  constructor(message: string, options: { readonly cause?: unknown; readonly retryAfterMs?: number } = {}) {
    super(message, options.cause === undefined ? {} : { cause: options.cause })
    this.retryAfterMs = options.retryAfterMs ?? 0
  }
}
