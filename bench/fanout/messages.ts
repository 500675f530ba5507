/** What the process of the listeners is told to do. */
export type ListenerRequest =
  | { readonly kind: 'open'; readonly opening: Opening }
  /** Answered by `reached` when so many deliveries were counted since the sockets were opened. */
  | { readonly kind: 'expect'; readonly deliveries: number }
  | { readonly kind: 'count' }
  /** From now on the time of each delivery is kept, by the quantity in it, until `times` fetches them. */
  | { readonly kind: 'keep times' }
  | { readonly kind: 'times' }
  | { readonly kind: 'close' }

export interface Opening {
  readonly url: string
  /** A server of our own two lines, or one that speaks `graphql-transport-ws`. */
  readonly speaks: 'plain' | 'graphql'
  readonly authorization: string | undefined
  readonly query: string
  readonly skus: readonly string[]
  /** For each subscription, the indexes of its SKUs. */
  readonly follows: readonly (readonly number[])[]
  readonly subscriptionsPerSocket: number
}

export type ListenerAnswer =
  | { readonly kind: 'ready' }
  | { readonly kind: 'opened'; readonly sockets: number }
  | { readonly kind: 'reached'; readonly deliveries: number }
  | { readonly kind: 'counted'; readonly counted: Counted }
  | { readonly kind: 'times'; readonly times: readonly (readonly [quantity: number, atMs: number])[] }
  | { readonly kind: 'closed' }
  | { readonly kind: 'failed'; readonly message: string }

export interface Counted {
  readonly deliveries: number
  readonly bytes: number
  /** On the clock of the machine, see `monotonicMs`. */
  readonly atMs: number
}

/** Milliseconds on a clock that all processes of this machine share. */
export function monotonicMs(): number {
  return Number(process.hrtime.bigint()) / 1e6
}
