import { leftInFence } from '../availability/arithmetic.ts'
import type { Account } from './accounts.ts'
import type { Posting } from './decision.ts'
import type { Fence, ReservationLine } from './documents.ts'

/** What became of a posting at the fence of its channel. */
export interface PassedFence {
  /** What is to be posted instead. */
  readonly entries: readonly Posting[]
  readonly fence: Fence | undefined
  /** Of the line's held and committed units, what came from the fence. */
  readonly fenced: number
}

/**
 * A channel takes from its own fence first, whatever it promises or sells; what is given back goes back there last, so that a line always knows how
 * much of it came from the fence, and what is shipped counts as taken from it. A fence that is over, or was stated lower meanwhile, takes nothing back.
 * `line` is the reservation line as it stands after the whole step that the posting belongs to, but for what came from the fence.
 */
export function throughFence(
  posting: Posting,
  fence: Fence | undefined,
  line: ReservationLine | undefined,
): PassedFence {
  const { from, to, kind, quantity } = posting
  const fenced = line?.fenced ?? 0

  if (isPromise(to) && !isPromise(from)) {
    const taken = fence === undefined ? 0 : Math.min(quantity, leftInFence(fence))
    const entries =
      from === 'unpromised'
        ? split(posting, { from: 'fenced' }, taken)
        : [posting, ...part(posting, { from: 'fenced', to: 'unpromised' }, taken)]
    return { entries, fence: use(fence, taken), fenced: fenced + taken }
  }
  if (isPromise(from) && !isPromise(to)) {
    if (kind === 'fulfill') return { entries: [posting], fence, fenced: Math.max(0, fenced - quantity) }
    const open = line === undefined || line.locationId !== posting.locationId ? 0 : line.held + line.committed
    const given = Math.min(quantity, Math.max(0, fenced - open))
    const after = use(fence, -given)
    const back = after === undefined || fence === undefined ? 0 : leftInFence(after) - leftInFence(fence)
    const entries =
      to === 'unpromised'
        ? split(posting, { to: 'fenced' }, back)
        : [posting, ...part(posting, { from: 'unpromised', to: 'fenced' }, back)]
    return { entries, fence: after, fenced: fenced - given }
  }
  if (kind === 'sale' && from === 'sellable' && to === 'customer' && fence !== undefined) {
    const taken = Math.min(quantity, leftInFence(fence))
    const entries = [posting, ...part(posting, { from: 'fenced', to: 'unpromised' }, taken)]
    return { entries, fence: use(fence, taken), fenced }
  }
  return { entries: [posting], fence, fenced }
}

/** Whether units in this account are promised to somebody and there: they may have come from a fence. */
export function isPromise(account: Account): boolean {
  return account === 'held' || account === 'committed'
}

/** The posting with `quantity` of it going another way. */
function split(posting: Posting, other: Partial<Pick<Posting, 'from' | 'to'>>, quantity: number): Posting[] {
  if (quantity === 0) return [posting]
  return [...part(posting, other, quantity), ...part(posting, {}, posting.quantity - quantity)]
}

function part(posting: Posting, other: Partial<Pick<Posting, 'from' | 'to'>>, quantity: number): Posting[] {
  return quantity === 0 ? [] : [{ ...posting, ...other, quantity }]
}

function use(fence: Fence | undefined, quantity: number): Fence | undefined {
  if (fence === undefined || quantity === 0) return fence
  return { ...fence, used: Math.max(0, fence.used + quantity) }
}
