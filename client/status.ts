import type { LossReason } from './ending.ts'
import type { OnhandError } from './errors.ts'

/** How far a store is to be trusted. */
export type Status =
  /** There is no picture yet, or not one that may be shown. `reason`: what went wrong, once something did. */
  | { readonly state: 'connecting'; readonly since: Date; readonly reason?: StaleReason; readonly message?: string }
  /** What the hub knows is here. */
  | { readonly state: 'live'; readonly since: Date }
  /** A picture that was right, and of which it is not known whether it still is. */
  | { readonly state: 'stale'; readonly since: Date; readonly reason: StaleReason; readonly message?: string }
  /** Nothing comes any more: `close()` was called, or there is no use in trying again, and `error` says why. */
  | { readonly state: 'closed'; readonly since: Date; readonly error?: OnhandError }

/**
 * Why a picture may not be right any more: the connection was lost, or
 * - `behind`: a part of something larger came, and the rest has not for a while
 * - `hub behind`: the hub says that it has not heard of the newest changes itself
 * - `unreadable`: the hub cannot read the state of some SKUs, see `problems`; or, where that is empty, whether any has changed
 */
export type StaleReason = LossReason | 'behind' | 'hub behind' | 'unreadable'
