import type { Sourced } from '../availability/sourcing.ts'

/** What a line of a cart gets at one location, in base units. Shares of a cart stand in the order of its lines. */
export interface CartShare {
  /** Place of the line in the cart, counted from 0. */
  readonly line: number
  readonly sku: string
  readonly locationId: string
  /** Held, or confirmed at once. */
  readonly held: number
  readonly backordered: number
  /** Neither. */
  readonly short: number
}

/** What became of a cart. */
export interface Cart {
  /** Empty when it was refused. */
  readonly shares: readonly CartShare[]
  /** How it was chosen; null when the answer is a repetition: what there was at the time is not kept. */
  readonly sourced: Sourced | null
}

/** Whether each line was held whole at one location: then the lines of the reservation are the shares, and say it all. */
export function isPlain(shares: readonly CartShare[]): boolean {
  return shares.every(({ line, backordered, short }, index) => line === index && backordered === 0 && short === 0)
}
