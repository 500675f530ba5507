/** A state of a SKU, as contenders with a schema of their own hear of it. */
export interface State {
  readonly sku: string
  readonly quantity: number
  readonly status: string
  readonly cursor: string
}

/** Tells each follower of a SKU of its states, in order, as an async iterator: what every library of this kind offers. */
export class States {
  readonly #followers = new Map<string, Set<(state: State) => void>>()

  tell(state: State): void {
    for (const follower of this.#followers.get(state.sku) ?? []) follower(state)
  }

  follow(skus: readonly string[]): AsyncGenerator<State> {
    const waiting: State[] = []
    let wake: (() => void) | undefined
    let ended = false
    const follower = (state: State) => {
      waiting.push(state)
      wake?.()
    }
    for (const sku of skus) {
      const others = this.#followers.get(sku)
      if (others === undefined) this.#followers.set(sku, new Set([follower]))
      else others.add(follower)
    }
    const end = () => {
      ended = true
      for (const sku of skus) this.#followers.get(sku)?.delete(follower)
      wake?.()
    }
    return {
      async next() {
        while (waiting.length === 0 && !ended) {
          await new Promise<void>((resolve) => {
            wake = resolve
          })
        }
        const state = waiting.shift()
        return ended || state === undefined ? { done: true, value: undefined } : { done: false, value: state }
      },
      async return() {
        end()
        return { done: true, value: undefined }
      },
      async throw(error) {
        end()
        throw error
      },
      [Symbol.asyncIterator]() {
        return this
      },
      async [Symbol.asyncDispose]() {
        end()
      },
    }
  }
}
