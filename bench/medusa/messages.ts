import type { Drive } from '../support/drive.ts'
import type { Workload } from '../support/workloads.ts'

/** What the benchmark asks of the process that Medusa runs in, and what that answers. */

export interface MedusaRequest {
  readonly workload: Workload
  readonly concurrency: number
  readonly warmUpSeconds: number
  readonly seconds: number
}

export type MedusaReport =
  | { readonly kind: 'ready' }
  /** `last`: how many of the last units were answered as reserved. */
  | { readonly kind: 'done'; readonly driven: Drive; readonly last: number }
  | { readonly kind: 'failed'; readonly message: string }
