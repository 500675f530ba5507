import { setImmediate } from 'node:timers/promises'
import { accessClass } from '../../core/access/access-class.ts'
import type { OperationContext } from '../context.ts'

/** Which of these SKUs there are not, for who asks in this context. */
export type FindUnknown = (
  skus: readonly string[],
  channelId: string,
  context: OperationContext,
) => Promise<ReadonlySet<string>>

interface Gathering {
  readonly skus: Set<string>
  readonly unknown: Promise<ReadonlySet<string>>
}

/**
 * Looks up which SKUs there are, together for all of one access class who ask at the same time: while one look is under way, the next one gathers. A crowd that comes at once then
 * costs a few queries, where one for each of thousands would take all that the database has.
 */
export class SkuLookups {
  readonly #find: FindUnknown
  readonly #gathering = new Map<string, Gathering>()
  /** Settled, never rejected, when the last look of each kind has ended. */
  readonly #last = new Map<string, Promise<unknown>>()

  constructor(find: FindUnknown) {
    this.#find = find
  }

  /** Those of them that are not there. Rejects as the look does. */
  async unknownOf(skus: readonly string[], channelId: string, context: OperationContext): Promise<readonly string[]> {
    if (skus.length === 0) return []
    const key = JSON.stringify([channelId, accessClass(context.viewer)])
    const gathering = this.#gathering.get(key) ?? this.#gather(key, channelId, context)
    for (const sku of skus) gathering.skus.add(sku)
    const unknown = await gathering.unknown
    return skus.filter((sku) => unknown.has(sku))
  }

  #gather(key: string, channelId: string, context: OperationContext): Gathering {
    const skus = new Set<string>()
    const look = async () => {
      await (this.#last.get(key) ?? setImmediate())
      this.#gathering.delete(key)
      // Who asked first may lose interest before the others do.
      return this.#find([...skus], channelId, { ...context, signal: undefined })
    }
    const gathering = { skus, unknown: look() }
    this.#gathering.set(key, gathering)
    const ended = gathering.unknown
      .catch(() => {})
      .finally(() => {
        if (this.#last.get(key) === ended) this.#last.delete(key)
      })
    this.#last.set(key, ended)
    return gathering
  }
}
