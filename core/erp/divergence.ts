import type { StockAccount } from '../ledger/accounts.ts'

/** What of a divergence is so. The first four are of those that there are now. */
export const DIVERGENCE_STATES = ['OPEN', 'HELD', 'PROPOSED', 'IGNORED', 'CORRECTED', 'TOLD', 'GONE'] as const
export type DivergenceState = (typeof DIVERGENCE_STATES)[number]

/** What may lie behind a divergence, the likeliest one. */
export type DivergenceCause =
  | 'COUNT_OF_A_DAY'
  | 'UNKNOWN_ITEM'
  | 'REFUSED_MOVEMENT'
  | 'UNIT_MIX_UP'
  | 'LATE_EVENT'
  | 'UNEXPLAINED'

/** What is to be done about one. */
export type DivergenceAction =
  /** The ERP is right: the hub takes over the difference. */
  | 'CORRECT_HUB'
  /** The hub is right: the ERP is told the difference. */
  | 'TELL_ERP'
  | 'IGNORE'

const BITS: Readonly<Record<StockAccount, number>> = { sellable: 1, qualityHold: 2, damaged: 4, blocked: 8 }

/** Accounts as one number, as the database keeps them. */
export function bitsOf(accounts: readonly StockAccount[]): number {
  return accounts.reduce((bits, account) => bits | BITS[account], 0)
}

export const ALL_ACCOUNTS = 15

export function accountsIn(bits: number): StockAccount[] {
  return (['sellable', 'qualityHold', 'damaged', 'blocked'] as const).filter((account) => (bits & BITS[account]) !== 0)
}

/** What was done about a divergence. `at` is ISO 8601. */
export interface DivergenceNote {
  readonly at: string
  readonly by: string
  readonly what: DivergenceState | 'CHANGED'
  readonly message: string | null
}
