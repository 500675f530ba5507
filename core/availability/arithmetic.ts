import type { Balances } from '../ledger/accounts.ts'

/**
 * Available to fulfil at a location, in base units: sellable − held − committed − fences − safety stock.
 * May be negative, which is news and not an error. `dueHeld` is the part of `held` whose time has passed: it holds nothing any more.
 */
export function availableToFulfil(
  balances: Pick<Balances, 'sellable' | 'held' | 'committed' | 'fenced'>,
  safetyStock: number,
  dueHeld = 0,
): number {
  return balances.sellable - (balances.held - dueHeld) - balances.committed - balances.fenced - safetyStock
}

/** What a channel may sell before its cap shortens what is shown: max(0, Σ max(0, atf) over its locations − buffer). */
export function uncappedAvailableToSell(atfs: Iterable<number>, buffer: number): number {
  let total = 0
  for (const atf of atfs) total += Math.max(0, atf)
  return Math.max(0, total - buffer)
}

/** Available to sell as shown to a channel: ats = min(cap, uncapped ats). */
export function availableToSell(atfs: Iterable<number>, channel: { buffer: number; cap: number | null }): number {
  const uncapped = uncappedAvailableToSell(atfs, channel.buffer)
  return channel.cap === null ? uncapped : Math.min(channel.cap, uncapped)
}

export type AvailabilityStatus = 'IN_STOCK' | 'LOW_STOCK' | 'BACKORDER' | 'OUT_OF_STOCK'

export function availabilityStatus(
  ats: number,
  channel: { lowStockThreshold: number; allowBackorder: boolean },
): AvailabilityStatus {
  if (ats > channel.lowStockThreshold) return 'IN_STOCK'
  if (ats > 0) return 'LOW_STOCK'
  return channel.allowBackorder ? 'BACKORDER' : 'OUT_OF_STOCK'
}
