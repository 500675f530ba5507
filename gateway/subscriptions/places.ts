export interface PlacesOptions {
  /** In total. */
  readonly max: number
  /** Of one client. */
  readonly perClientMax: number
}

/** Which limit is reached. */
export type Full = 'total' | 'client'

export interface Place {
  /** Says whose it is. When that client has too many, the place stays taken until it is left. */
  claim(client: string): Full | undefined
  /** Doing so again does nothing. */
  leave(): void
}

/** A limited number of places, of which no client takes more than its share. */
export class Places {
  readonly #options: PlacesOptions
  readonly #byClient = new Map<string, number>()
  #taken = 0

  constructor(options: PlacesOptions) {
    this.#options = options
  }

  take(): Place | Full {
    const { max, perClientMax } = this.#options
    if (this.#taken >= max) return 'total'
    this.#taken++
    let owner: string | undefined
    let left = false

    return {
      claim: (client) => {
        const owned = this.#byClient.get(client) ?? 0
        if (owned >= perClientMax) return 'client'
        // Whoever has left meanwhile owns nothing.
        if (left) return undefined
        owner = client
        this.#byClient.set(client, owned + 1)
        return undefined
      },
      leave: () => {
        if (left) return
        left = true
        this.#taken--
        if (owner === undefined) return
        const owned = (this.#byClient.get(owner) ?? 0) - 1
        if (owned > 0) this.#byClient.set(owner, owned)
        else this.#byClient.delete(owner)
      },
    }
  }
}
