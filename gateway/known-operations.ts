import { LRUCache } from 'lru-cache'
import type { PlannedOperation } from './execution/planner.ts'
import type { Metrics } from './metrics.ts'

/**
 * Characters of all operations that are kept. What is kept of an operation – parsed, planned and compiled, here and in the subgraphs – takes about 300 bytes for each of its
 * characters.
 */
const CHARACTERS_MAX = 512 * 1024

/** Longer ones are planned anew each time: nobody sends those often. */
const CHARACTERS_OF_ONE_MAX = 64 * 1024

type ByName = ReadonlyMap<string | null, PlannedOperation>

/**
 * Operations that were let through once: they parse, are valid by every rule of the house, and are planned. Kept by their text and the name of the operation in it, those
 * not asked for the longest leave first. Whether a *viewer* may execute one is not known here and is found out each time.
 */
export class KnownOperations {
  readonly #documents = new LRUCache<string, ByName>({
    maxSize: CHARACTERS_MAX,
    maxEntrySize: CHARACTERS_OF_ONE_MAX,
    sizeCalculation: (byName, source) => (source.length + 1) * byName.size,
  })

  readonly #planned: Metrics['planned']

  constructor({ planned }: Pick<Metrics, 'planned'>) {
    this.#planned = planned
  }

  find(source: string, operationName: string | null): PlannedOperation | undefined {
    return this.#documents.get(source)?.get(operationName)
  }

  /** The operation as it is known, or as `plan` plans it. What cannot be planned is not kept. */
  findOrPlan(source: string, operationName: string | null, plan: () => PlannedOperation): PlannedOperation {
    const byName = this.#documents.get(source)
    const known = byName?.get(operationName)
    if (known !== undefined) return known
    const planned = plan()
    this.#planned.inc()
    this.#documents.set(source, new Map([...(byName ?? []), [operationName, planned]]))
    return planned
  }
}
