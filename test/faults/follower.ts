import { setTimeout as sleep } from 'node:timers/promises'
import { createClient } from 'graphql-ws'

interface Told {
  readonly sku: string
  readonly quantity: number
  readonly cursor: string
}

const QUERY = `subscription ($after: Cursor) {
  availabilityChanged(channelId: "web", initial: true, after: $after) { sku quantity cursor }
}`

/** What could not be read is remarked upon as well, with its SKU; that is no snapshot. */
interface Remarks {
  readonly onhand?: { readonly snapshot?: string }
}

/**
 * A partner that knows of a channel only what it is told: it keeps the newest number of each SKU and the cursor that came with it, and after every lost
 * connection goes on from there, with whichever hub.
 */
export class Follower implements AsyncDisposable {
  readonly quantities = new Map<string, number>()
  /** What nobody who resumes may be told: other errors than that the hub cannot answer now, or that his cursor is none. */
  readonly wrong: string[] = []
  /** How often it has come back with a cursor. */
  resumed = 0
  readonly #hubs: readonly string[]
  readonly #following: Promise<void>
  #cursor: string | undefined
  #leave: () => void = () => {}
  #ended = false

  constructor(hubs: readonly string[]) {
    this.#hubs = hubs
    this.#following = this.#follow()
  }

  /** Cuts the connection; it comes back by itself. */
  leave(): void {
    this.#leave()
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#ended = true
    this.#leave()
    await this.#following
  }

  async #follow(): Promise<void> {
    for (let attempt = 0; !this.#ended; attempt++) {
      await this.#listen(this.#hubs[attempt % this.#hubs.length] ?? '')
      await sleep(50)
    }
  }

  /** Resolves when the subscription is over, for whatever reason. */
  async #listen(hub: string): Promise<void> {
    const client = createClient({ url: `${hub.replace(/^http/, 'ws')}/graphql`, retryAttempts: 0 })
    const after = this.#cursor
    if (after !== undefined) this.resumed++
    await new Promise<void>((resolve) => {
      this.#leave = resolve
      client.subscribe<{ availabilityChanged: Told }, Remarks>(
        { query: QUERY, variables: { after } },
        {
          next: ({ data, errors, extensions }) => {
            // What was decided here is that nobody listens any more.
            if (this.#leave !== resolve) return
            if (extensions?.onhand?.snapshot !== undefined)
              this.wrong.push(`Instead of what followed the cursor: ${JSON.stringify(extensions)}`)
            if (errors !== undefined) this.#failed(errors)
            const told = data?.availabilityChanged
            if (errors !== undefined || told == null) {
              resolve()
              return
            }
            this.quantities.set(told.sku, told.quantity)
            this.#cursor = told.cursor
          },
          error: (error) => {
            if (Array.isArray(error)) this.#failed(error)
            resolve()
          },
          complete: resolve,
        },
      )
    })
    this.#leave = () => {}
    await Promise.race([client.dispose(), sleep(1_000)])
  }

  #failed(errors: readonly unknown[]): void {
    const text = JSON.stringify(errors)
    if (!text.includes('"SERVICE_UNAVAILABLE"')) this.wrong.push(`Told ${text}`)
  }
}
