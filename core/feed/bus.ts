import type { FeedMessage } from './position.ts'

/**
 * Carries what changed from those who write to those who listen: fast, and with no promise at all. A message may be lost, come twice or late; whoever
 * listens recognises that by the numbers and reads PostgreSQL.
 */
export interface Bus {
  /** Whether what is published now is likely to arrive, and what others publish to arrive here. */
  readonly up: boolean
  /**
   * Hands messages over, in order, and resolves without waiting for anyone to get them. Never throws: while the bus is down they are dropped at
   * once, not kept.
   */
  publish(messages: readonly FeedMessage[]): Promise<void>
  /** Calls the listener with each message, later than `publish` returns; what it throws is dropped. Returns a function that ends it. */
  subscribe(listener: (message: FeedMessage) => void): () => void
  /** Calls the listener whenever `up` has changed. Returns a function that ends it. */
  onState(listener: (up: boolean) => void): () => void
  /** Ends it for good; calling it again does nothing. */
  close(): Promise<void>
}
