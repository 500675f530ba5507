import type { FeedPosition } from '../feed/position.ts'
import type { Cart } from './cart.ts'
import type { Command, DocumentRef, EventRefusalCode, Refusal, Submission } from './commands.ts'
import type { Reservation, ReturnCase, Shipment } from './documents.ts'

/** Where the answer to a command comes from: a point in the feed that includes its effect. */
interface Answered {
  readonly position: FeedPosition
}

export interface Posted extends Answered {
  readonly status: 'posted'
  readonly document?: DocumentRef | undefined
  /** The document after this command; absent when the answer is a repetition (read it then). */
  readonly reservation?: Reservation | undefined
  readonly shipment?: Shipment | undefined
  readonly returnCase?: ReturnCase | undefined
  /** What became of the cart of `reserve`; absent in a repetition where the lines of the reservation say it. */
  readonly cart?: Cart | undefined
  /** What is noteworthy about an event. */
  readonly note?: string | undefined
  /** This is the first answer to the same key, given again. */
  readonly repeated: boolean
}

export interface Refused extends Answered {
  readonly status: 'refused'
  readonly errors: readonly [Refusal, ...Refusal[]]
  /** What there is of a cart that is refused for want of stock; absent in a repetition. */
  readonly cart?: Cart | undefined
  readonly repeated: boolean
}

/** Another reporter told this fact before; nothing was posted. Only events. */
export interface Confirmed extends Answered {
  readonly status: 'confirmed'
  readonly document?: DocumentRef | undefined
  /** What is noteworthy about it, such as that it contradicts. */
  readonly note?: string | undefined
}

/** The event waits for its predecessor. Only events. */
export interface Parked extends Answered {
  readonly status: 'parked'
  readonly awaits: string
}

/** The same event came before, with the same content. Only events. */
export interface Duplicate extends Answered {
  readonly status: 'duplicate'
  readonly first: { readonly status: string; readonly code: EventRefusalCode | null; readonly message: string | null }
}

/** Of several commands under one key: the answers in their order. */
export interface Answers extends Answered {
  readonly status: 'each'
  readonly results: readonly CommandResult[]
  /** These are the first answers to the same key, given again. */
  readonly repeated: boolean
}

export type CommandResult = Posted | Refused | Confirmed | Parked | Duplicate | Answers

/** The one way to change anything. Everything that arrives while a batch commits forms the next one. */
export interface Ledger {
  /**
   * Decides and posts one command; resolves after the commit. Throws `LedgerUnavailable` when the database cannot be reached or the queue is full
   * (nothing is known to have happened then: send the same key again), and on bugs.
   * `bulk` gives way to interactive work and waits for room in the queue instead of being refused.
   */
  submit<C extends Command>(submission: Submission<C>, urgency?: 'interactive' | 'bulk'): Promise<CommandResult>
  /**
   * The same for several, in their order; resolves when all are answered. Throws the first error once all are settled: some may have been posted then.
   */
  submitAll(submissions: readonly Submission[], urgency?: 'interactive' | 'bulk'): Promise<CommandResult[]>
  /** Stops taking commands and resolves when those taken are answered. */
  close(): Promise<void>
}

/** The database cannot be reached, or more is waiting than the queue may hold. Retryable. */
export class LedgerUnavailable extends Error {
  override readonly name = 'LedgerUnavailable'
}
