/** What is told of one SKU in a channel. */
export interface Availability {
  readonly sku: string
  /** Available to sell, in base units. */
  readonly quantity: number
  readonly status: 'IN_STOCK' | 'LOW_STOCK' | 'BACKORDER' | 'OUT_OF_STOCK'
  /** The hub's clock when it was read: ISO 8601, UTC. */
  readonly asOf: string
}

/**
 * Why everything was told anew:
 * - `first`: there was nothing before
 * - `epoch-changed`: the hub's database was restored from a backup
 * - `cursor-ahead`, `cursor-too-old`, `cursor-unknown`: the hub cannot tell what was missed since the last connection
 *
 * What happened in between may have been overtaken: a number may have gone down and up again unseen.
 */
export type SnapshotReason = 'first' | 'epoch-changed' | 'cursor-ahead' | 'cursor-too-old' | 'cursor-unknown'

/** What a listener is told, after it has come to be. */
export type Change<Item> =
  /** These SKUs have another state, all of them at once. */
  | { readonly kind: 'tick'; readonly items: readonly Item[] }
  /** The whole store was replaced. `items` is all of it; `removed` names the SKUs that are not there any more. */
  | {
      readonly kind: 'snapshot'
      readonly reason: SnapshotReason
      readonly items: readonly Item[]
      readonly removed: readonly string[]
    }
  /** `status` is another one. */
  | { readonly kind: 'status' }

/** The part of a tick that one event tells. */
export interface Part<Item> {
  /** Absent where there is no state to be shown. */
  readonly item: Item | undefined
  readonly cursor: string | undefined
  readonly snapshot: SnapshotReason | undefined
}

/** The states of SKUs that belong together. What comes is gathered until it is whole, and then there at once. */
export class Picture<Item extends { readonly sku: string }> {
  readonly items = new Map<string, Item>()
  /** Up to here everything is in it; to resume from. */
  cursor: string | undefined
  #parts: Part<Item>[] = []

  /** Whether a part of something is here and the rest is not. */
  get isPartial(): boolean {
    return this.#parts.length > 0
  }

  gather(part: Part<Item>): void {
    // What was said of another database before is void.
    if (part.snapshot !== undefined && this.#parts.some(({ snapshot }) => snapshot === undefined)) this.#parts = []
    this.#parts.push(part)
  }

  /** The rest will not come over this connection. */
  forget(): void {
    this.#parts = []
  }

  /** What was gathered is whole: it comes to be. Undefined where there was nothing. `reason`: why everything was asked for, where it was. */
  complete(reason: SnapshotReason | undefined): Change<Item> | undefined {
    const parts = this.#parts
    this.#parts = []
    this.cursor = parts.findLast(({ cursor }) => cursor !== undefined)?.cursor ?? this.cursor
    const news = new Map<string, Item>()
    for (const { item } of parts) if (item !== undefined) news.set(item.sku, item)
    const snapshot = parts.find((part) => part.snapshot !== undefined)?.snapshot ?? reason
    if (snapshot === undefined) {
      for (const [sku, item] of news) this.items.set(sku, item)
      return news.size === 0 ? undefined : { kind: 'tick', items: [...news.values()] }
    }
    const removed = [...this.items.keys()].filter((sku) => !news.has(sku))
    this.items.clear()
    for (const [sku, item] of news) this.items.set(sku, item)
    return { kind: 'snapshot', reason: snapshot, items: [...news.values()], removed }
  }
}
