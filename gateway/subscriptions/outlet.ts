/**
 * The connection of a client, for transports that write results themselves. Many subscriptions may share one. Bytes travel as text of the encoding `latin1`, one
 * character each: joining such texts costs next to nothing, where copying as many buffers into one takes most of the time of telling thousands.
 */
export interface Outlet {
  /** Whether it takes more. While it does not, whoever has something to say keeps the newest of it, and is called when it does again. */
  readonly ready: boolean
  /** Takes whole messages. They reach the system with `flush`, together with all that was written before. */
  write(bytes: string): void
  flush(): void
  /** Calls once, when it takes more again; not at all when the connection has gone. */
  whenReady(resume: () => void): void
}

/** How a result becomes a message of a transport, as bytes: what all messages of one subscription end with, and everything before that. */
export interface Wrapping {
  /** Equal for wrappings whose messages are equal but for the tail. */
  readonly key: string
  /** The message of a result, as JSON, up to its tail. */
  wrap(payload: string): string
  readonly tail: string
}
