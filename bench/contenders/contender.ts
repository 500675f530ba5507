import type { Drive } from '../support/drive.ts'
import type { Workload } from '../support/workloads.ts'

export interface Run {
  readonly workload: Workload
  readonly concurrency: number
  readonly warmUpSeconds: number
  readonly seconds: number
  /** Where profiles go, if wanted. */
  readonly profileFolder?: string | undefined
}

/** What the database says after a run, whatever was answered. */
export interface Verdict {
  /** Units promised beyond those that there were, over all SKUs. */
  readonly oversold: number
  /** Keys with more than one reservation. */
  readonly doubleEffects: number
  /** Orders that were answered as reserved and are not there. */
  readonly lost: number
  /** SKUs whose balance of promised units is not what the reservation lines add up to. */
  readonly drifted: number
  /** Units of the scarce SKUs that were left although somebody was refused. */
  readonly unsold: number
}

export interface Measured extends Drive, Verdict {}

/** One way to reserve stock on this server. */
export interface Contender extends AsyncDisposable {
  readonly name: ContenderName
  readonly says: string
  /**
   * Puts the goods on the shelf of a new database, measures, fights for the last units, and looks what came of it. Answers a sentence where it
   * cannot be measured like that.
   */
  run(run: Run): Promise<Measured | string>
}

export const CONTENDERS = ['statement', 'statement-16', 'pgbench', 'medusa', 'ours'] as const
export type ContenderName = (typeof CONTENDERS)[number]
