import type { Posting } from '../decision.ts'

/** A posting of less than nothing: its opposite, which corrects what was posted too much. */
export function takenBack(posting: Posting): Posting {
  return { ...posting, from: posting.to, to: posting.from, quantity: -posting.quantity, kind: 'correction' }
}
