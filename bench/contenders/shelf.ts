import { SCARCE, SCARCE_UNITS, shelf, type Workload } from '../support/workloads.ts'
import type { Verdict } from './contender.ts'

/** What was promised beside what there was. */
export function compareWithShelf(
  workload: Workload,
  promised: ReadonlyMap<string, number>,
): Pick<Verdict, 'oversold' | 'unsold'> {
  const goods = shelf()
  let oversold = 0
  for (const [sku, units] of promised) oversold += Math.max(0, units - (goods.get(sku) ?? 0))
  const fought = workload === 'hot' ? SCARCE.slice(0, 1) : SCARCE
  const unsold = fought.reduce((sum, sku) => sum + Math.max(0, SCARCE_UNITS - (promised.get(sku) ?? 0)), 0)
  return { oversold, unsold }
}
