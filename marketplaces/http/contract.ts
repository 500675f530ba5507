import { readFileSync } from 'node:fs'
import { answerChecker } from '../../outgoing/answer-checker.ts'
import type { MarketplaceOrder, ShownOffer } from '../connector.ts'

/** What the contract (`openapi.json`) calls its answers, and what they are once they were looked at. */
export interface Answers {
  readonly OffersAnswered: {
    readonly results: readonly (
      | { readonly name: string; readonly status: 'accepted' }
      | { readonly name: string; readonly status: 'throttled'; readonly retryAfterSeconds?: number }
      | { readonly name: string; readonly status: 'refused'; readonly message: string }
    )[]
  }
  readonly OffersShown: { readonly offers: readonly ShownOffer[] }
  readonly Orders: {
    readonly orders: readonly MarketplaceOrder[]
    /** ISO 8601: everything that had changed by then is in this answer and those before it, as far as the marketplace knows. */
    readonly upTo: string
    readonly next: string | null
  }
}

/** The document that is published. */
export function readContract(): object {
  return JSON.parse(readFileSync(new URL('./openapi.json', import.meta.url), 'utf8'))
}

export const checkAnswer = answerChecker<Answers>(readContract())
