import { readFileSync } from 'node:fs'
import type { StockAccount } from '../../core/ledger/accounts.ts'
import { answerChecker } from '../../outgoing/answer-checker.ts'
import type { ErpItem, ErpLocation, FoundMovement, PostResult, UnreadableBalance } from '../connector.ts'

/** What the contract (`openapi.json`) calls its answers, and what they are once they were looked at. Times are ISO 8601. */
export interface Answers {
  readonly Health: { readonly version: string; readonly now: string }
  readonly Changes: {
    readonly items: readonly ErpItem[]
    readonly locations: readonly ErpLocation[]
    readonly events: readonly ToldEvent[]
    readonly acknowledgements: readonly {
      readonly reference: string
      readonly erpReference: string
      readonly at: string
      readonly events?: readonly ToldEvent[]
    }[]
    readonly next: string
    readonly upTo: string
    readonly more: boolean
  }
  readonly Stock: {
    readonly asOf: string
    readonly balances: readonly {
      readonly sku: string
      readonly locationId: string
      readonly accounts?: readonly StockAccount[]
      readonly quantity: number
    }[]
    readonly unreadable: readonly UnreadableBalance[]
    readonly next: string | null
  }
  readonly MovementsAnswered: { readonly results: readonly PostResult[] }
  readonly MovementsFound: { readonly found: readonly FoundMovement[] }
}

/** Without what every event of an ERP has. */
export interface ToldEvent {
  readonly id: string
  readonly type: string
  readonly time: string
  readonly data: Readonly<Record<string, unknown>>
  readonly erpbooked?: string
  readonly erpfrom?: string
  readonly erpentered?: string
}

/** The document that is published. */
export function readContract(): object {
  return JSON.parse(readFileSync(new URL('./openapi.json', import.meta.url), 'utf8'))
}

/** What the connector takes for an answer is what stands there, and nothing else. */
export const checkAnswer = answerChecker<Answers>(readContract())
