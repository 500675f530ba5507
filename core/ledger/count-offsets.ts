import { isStockAccount, type StockAccount } from './accounts.ts'
import type { Posting, View } from './decision.ts'
import type { LatestCount } from './documents.ts'

/** What a late delta would change in a balance that was counted after it, the count takes back: the balance stays as counted. */
export function offsetsOf(posting: Posting, view: Pick<View, 'latestCount'>): Posting[] {
  const offsets: Posting[] = []
  const { sku, locationId, quantity, from, to } = posting
  const laterCount = (account: StockAccount): LatestCount | undefined => {
    const counted = view.latestCount(sku, locationId, account)
    return counted !== undefined && posting.occurredAt.getTime() < counted.at.getTime() ? counted : undefined
  }
  const base = {
    sku,
    locationId,
    quantity,
    kind: 'countOffset' as const,
    document: posting.document,
    line: posting.line,
  }
  const before = isStockAccount(from) ? laterCount(from) : undefined
  const after = isStockAccount(to) ? laterCount(to) : undefined
  // Who counted both together has not seen which of them it was, and corrected nothing for it; whether the other side was counted alone later is that side's own business.
  const hasSeen = (count: LatestCount, other: string) => !count.together.some((account) => account === other)
  if (isStockAccount(from) && before !== undefined && hasSeen(before, to))
    offsets.push({ ...base, from: 'loss', to: from, occurredAt: before.at })
  if (isStockAccount(to) && after !== undefined && hasSeen(after, from))
    offsets.push({ ...base, from: to, to: 'loss', occurredAt: after.at })
  return offsets
}

/** At the very moment of a count, deltas come after it and counts before. */
export function isLater(posting: Posting, since: Date): boolean {
  const difference = posting.occurredAt.getTime() - since.getTime()
  return difference > 0 || (difference === 0 && posting.kind !== 'count' && posting.kind !== 'countOffset')
}
