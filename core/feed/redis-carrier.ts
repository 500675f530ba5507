/** What carries the texts of the bus: one Redis, or a cluster of them. */
export interface RedisCarrier {
  /** Whether all that is sent now is likely to arrive, and all that others send to arrive here. */
  readonly ready: boolean
  /** Sends without waiting; the promise only tells that an answer came. Undefined where there is nobody to send it to now. */
  send(stream: number, text: string): Promise<unknown> | undefined
  /** From now on what is sent by others is received. */
  listen(): void
  close(): void
}

export interface RedisCarrierOptions {
  readonly url: string
  /** The channel of a stream is this and its number. */
  readonly prefix: string
  receive(text: string): void
  /** `ready` may have changed. */
  onChange(): void
  onProblem(error: Error): void
}
