import { type Habit, LiveClient } from './live-client.ts'

type Json = ReturnType<typeof JSON.parse>

export interface FollowerOptions {
  readonly urls: readonly string[]
  readonly habit: Habit
  /** Null: the whole channel. */
  readonly skus: readonly string[] | null
  /** Beside `sku` and `cursor`. */
  readonly selection: string
}

/** A client that follows availability: it keeps the newest state of each SKU and the cursor that came with it, and resumes there. */
export class Follower implements AsyncDisposable {
  readonly options: FollowerOptions
  readonly client: LiveClient
  readonly states = new Map<string, Json>()
  /** Why it was told everything anew. */
  readonly snapshots: string[] = []
  events = 0

  constructor(options: FollowerOptions) {
    this.options = options
    const variables = { skus: options.skus, after: null }
    this.client = new LiveClient({
      urls: options.urls,
      habit: options.habit,
      query: `subscription ($skus: [ID!], $after: Cursor) {
        availabilityChanged(skus: $skus, channelId: "web", initial: true, after: $after) { sku cursor ${options.selection} }
      }`,
      variables,
      take: ({ data, extensions }) => {
        const { cursor, ...state } = data.availabilityChanged
        this.events++
        this.states.set(state.sku, state)
        variables.after = cursor
        const snapshot = extensions?.onhand?.snapshot
        if (snapshot !== undefined) this.snapshots.push(snapshot)
      },
    })
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.client[Symbol.asyncDispose]()
  }
}
