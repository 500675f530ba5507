import type { WaitingUnits } from '../availability/arithmetic.ts'
import type { ErpRoute, ErpSystem } from '../erp/routes.ts'
import type { FeedChange } from '../feed/position.ts'
import type { Account, StockAccount } from './accounts.ts'
import type { Authority } from './authority.ts'
import type { Cart, CartShare } from './cart.ts'
import type { DocumentRef, InputProblem, LowStockNote, Refusal, ToldParcel } from './commands.ts'
import type {
  Channel,
  Fact,
  FactKind,
  Fence,
  Item,
  LatestCount,
  Location,
  Position,
  Reservation,
  ReturnCase,
  Shipment,
  StockCount,
  StockPolicy,
} from './documents.ts'
import type { Booking, Unheard } from './unheard.ts'

/** Which step a posting belongs to. */
export type PostingKind =
  | 'hold'
  | 'confirm'
  | 'release'
  | 'expire'
  | 'fulfill'
  | 'backorder'
  | 'fill'
  | 'move'
  | 'fence'
  | 'sale'
  | 'receipt'
  | 'order'
  | 'dispatch'
  | 'close'
  | 'cancel'
  | 'return'
  | 'restock'
  | 'dispose'
  | 'toVendor'
  | 'count'
  | 'countOffset'
  | 'adjustment'
  | 'reclassification'
  /** Takes back what one reporter of a fact told and its authority denies. */
  | 'correction'

/** A positive quantity that moves from one account to another of the same family, for one SKU at one location. */
export interface Posting {
  readonly sku: string
  readonly locationId: string
  readonly from: Account
  readonly to: Account
  readonly quantity: number
  readonly kind: PostingKind
  readonly occurredAt: Date
  readonly document?: DocumentRef | undefined
  /** Number of the line of that document. */
  readonly line?: number | undefined
  readonly reference?: string | null | undefined
  readonly channelId?: string | null | undefined
  readonly reason?: string | null | undefined
}

/** Something that changed and is told, without a posting of its own. */
export interface Change {
  readonly subject: Exclude<FeedChange['subject'], 'journal'>
  readonly subjectId: string
  /** The SKU whose bucket numbers it; null for what belongs to the stream of policies. */
  readonly sku: string | null
  readonly locationId: string | null
  readonly action: string
  readonly reason?: string | null | undefined
}

/** A fact that was accepted and that somebody should look at, or something that did not happen in time. */
export interface StockException {
  readonly kind:
    | 'OVERSELL'
    | 'NEGATIVE_STOCK'
    | 'OVER_RECEIPT'
    | 'UNKNOWN_DOCUMENT'
    | 'UNEXPECTED_STATE'
    | 'LATE_SUPPLY'
    | 'PROMISE_UNCOVERED'
    | 'CONTRADICTION'
  readonly sku: string
  readonly locationId: string
  readonly quantity: number
  readonly document?: DocumentRef | undefined
  readonly message: string
}

export type Outcome =
  | {
      readonly status: 'posted'
      readonly document?: DocumentRef
      /** What the lines of a cart got, where the lines of the reservation do not say it: kept, so that a repetition says the same. */
      readonly shares?: readonly CartShare[]
      /** What is noteworthy about an event, in one sentence for people. */
      readonly note?: string | undefined
    }
  /** Another reporter has told this fact already: nothing to post. `note` says what is noteworthy about that. */
  | { readonly status: 'confirmed'; readonly document?: DocumentRef; readonly note?: string | undefined }
  /** A step that waits for its predecessor. `told`: what it says of stock, which was posted all the same. */
  | { readonly status: 'parked'; readonly awaits: string; readonly told?: readonly ToldParcel[] | undefined }
  | { readonly status: 'refused'; readonly errors: readonly [Refusal, ...Refusal[]] }
  /** Of several commands under one key, in their order. */
  | { readonly status: 'each'; readonly outcomes: readonly Outcome[] }

/** Who is authoritative for what from now on; `authority` is undefined where nobody is declared any more. */
export interface AuthorityChange extends Pick<Authority, 'kind' | 'locationId'> {
  readonly authority: Authority | undefined
}

/** What is to be done. Documents are given in their new state, whole. */
export interface Decision {
  readonly outcome: Outcome
  readonly postings?: readonly Posting[]
  readonly reservations?: readonly Reservation[]
  readonly shipments?: readonly Shipment[]
  readonly returns?: readonly ReturnCase[]
  readonly items?: readonly Item[]
  readonly locations?: readonly Location[]
  readonly channels?: readonly Channel[]
  readonly policies?: readonly StockPolicy[]
  readonly erpSystems?: readonly ErpSystem[]
  readonly erpRoutes?: readonly ErpRoute[]
  readonly authorities?: readonly AuthorityChange[]
  readonly lowStock?: readonly LowStockNote[]
  readonly counts?: readonly StockCount[]
  readonly facts?: readonly Fact[]
  readonly changes?: readonly Change[]
  readonly exceptions?: readonly StockException[]
  /** Of an order: how it was sourced. */
  readonly cart?: Cart
}

/**
 * What a decision may look at: the state under the lock, with everything that was decided earlier in the same batch.
 * Asking for something that was not loaded is a bug and throws; asking for something that does not exist gives undefined, or zero balances.
 */
export interface View {
  /** recordedAt of this batch. */
  readonly now: Date
  item(sku: string): Item | undefined
  location(id: string): Location | undefined
  channel(id: string): Channel | undefined
  erpSystem(id: string): ErpSystem | undefined
  /** Of all ERPs, past and to come. */
  erpRoutes(): readonly ErpRoute[]
  /** Who has the last word on facts of this kind at this place: as declared for the place, else for everywhere. */
  authority(kind: FactKind, locationId: string): Authority | undefined
  position(sku: string, locationId: string): Position
  safetyStock(sku: string, locationId: string): number
  /** What is set aside at a position, in the order in which it is covered; nothing that is over. */
  fences(sku: string, locationId: string): readonly Fence[]
  /** Available to fulfil at a position for a channel. */
  atf(sku: string, locationId: string, channelId: string): number
  /** What a channel can have at a position by a date, beside what a cart has taken there: held (for no date), or promised. */
  offered(sku: string, locationId: string, channelId: string, by: Date, taken?: readonly WaitingUnits[]): number
  reservation(id: string): Reservation | undefined
  shipment(id: string): Shipment | undefined
  returnCase(id: string): ReturnCase | undefined
  /** The oldest open document with that reference, else the newest one; of those only that the sender can mean. */
  reservationByReference(reference: string, isMeant: (reservation: Reservation) => boolean): Reservation | undefined
  shipmentByReference(reference: string): Shipment | undefined
  returnByReference(reference: string, isMeant: (returned: ReturnCase) => boolean): ReturnCase | undefined
  /** What every source has reported of one fact. */
  facts(sku: string, locationId: string, reference: string, kind: FactKind): readonly Fact[]
  latestCount(sku: string, locationId: string, account: StockAccount): LatestCount | undefined
  /** The ERP that is this source of events, where it is one. */
  erpOf(source: string): ErpSystem | undefined
  /** What an ERP had not heard of when it booked a count, and has to be told of the count. */
  unheard(booking: Booking, heardSources: readonly string[]): Unheard
  /** Net change of an account by postings after a moment: what occurred later, or at that moment and is not itself a count. */
  netSince(sku: string, locationId: string, account: StockAccount, since: Date): number
}

export function refuse(
  code: Refusal['code'],
  message: string,
  field?: readonly string[],
  problem?: InputProblem,
): Decision {
  return { outcome: { status: 'refused', errors: [{ code, problem, message, field }] } }
}

export function refuseAll(errors: readonly Refusal[]): Decision {
  const [first, ...rest] = errors
  if (first === undefined) throw new Error('A refusal needs at least one reason')
  return { outcome: { status: 'refused', errors: [first, ...rest] } }
}
