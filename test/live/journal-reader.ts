import { type Habit, LiveClient } from './live-client.ts'

export interface JournalReaderOptions {
  readonly urls: readonly string[]
  readonly habit: Habit
  /** Of which SKUs; null: of all. */
  readonly skus: readonly string[] | null
  /** From where on. */
  readonly after: string
}

/** Somebody who books every entry of the journal once: keeps their ids as they come, with the cursor of the last, and resumes there. */
export class JournalReader implements AsyncDisposable {
  readonly options: JournalReaderOptions
  readonly client: LiveClient
  /** By SKU, in the order in which they came. */
  readonly ids = new Map<string, string[]>()
  /** Why it was told everything anew. */
  readonly snapshots: string[] = []

  constructor(options: JournalReaderOptions) {
    this.options = options
    const variables = { skus: options.skus, after: options.after }
    let isSnapshot = false
    this.client = new LiveClient({
      urls: options.urls,
      habit: options.habit,
      query:
        'subscription ($skus: [ID!], $after: Cursor) { stockMovements(skus: $skus, after: $after) { id sku cursor } }',
      variables,
      take: ({ data, extensions }) => {
        const snapshot = extensions?.onhand?.snapshot
        if (snapshot !== undefined) {
          this.snapshots.push(snapshot)
          // What was booked is not what happened: it is booked anew.
          if (!isSnapshot) this.ids.clear()
        }
        isSnapshot = snapshot !== undefined
        const { id, sku, cursor } = data.stockMovements
        const ids = this.ids.get(sku)
        if (ids === undefined) this.ids.set(sku, [id])
        else ids.push(id)
        variables.after = cursor
      },
    })
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.client[Symbol.asyncDispose]()
  }
}
