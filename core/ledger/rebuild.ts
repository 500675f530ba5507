import { type AuditOptions, audit, type Difference } from './audit.ts'
import { correct } from './correct.ts'

export interface RebuildOptions extends AuditOptions {
  /** Write the derived balances. Without it nothing is changed and the report says what would be. */
  readonly apply: boolean
}

export interface RebuildReport {
  readonly positions: number
  readonly entries: number
  /** How many balances differ. */
  readonly found: number
  /** Those that were found first. */
  readonly differences: readonly Difference[]
  /** Balances that were set to what the journal says. */
  readonly written: number
}

/** Differences kept in the report: enough to see what is wrong. */
const TOLD_MAX = 1_000

/**
 * Derives every position from the journal again. What differs is reported; it is written only when told so, page by page, each balance under the lock of its
 * bucket, and where it is still what was found.
 */
export async function rebuild({ apply, ...options }: RebuildOptions): Promise<RebuildReport> {
  const differences: Difference[] = []
  let found = 0
  let written = 0
  const { positions, entries } = await audit({
    ...options,
    async onFound(some) {
      const wrong = some.filter((difference) => difference.check === 'position')
      found += wrong.length
      differences.push(...wrong.slice(0, TOLD_MAX - differences.length))
      if (!apply) return
      written += (await correct(options.db, wrong)).filter(({ result }) => result === 'corrected').length
    },
  })
  return { positions, entries, found, differences, written }
}
