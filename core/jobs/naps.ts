import { setTimeout as sleep } from 'node:timers/promises'

/** The waits of something that goes on until it is ended: who has news for it need not know whether it waits just now. */
export class Naps {
  readonly #signal: AbortSignal
  #isWoken = false
  #end: (() => void) | undefined

  /** When the signal is aborted, no wait lasts any longer. */
  constructor(signal: AbortSignal) {
    this.#signal = signal
    signal.addEventListener('abort', () => this.#end?.(), { once: true })
  }

  /** There is something new: the nap ends, or the next one, where none is taken. */
  wake(): void {
    this.#isWoken = true
    this.#end?.()
  }

  /** So many milliseconds, or until there is something new. */
  async nap(milliseconds: number): Promise<void> {
    if (!this.#isWoken && !this.#signal.aborted) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, milliseconds)
        this.#end = () => {
          clearTimeout(timer)
          resolve()
        }
      })
      this.#end = undefined
    }
    this.#isWoken = false
  }

  /** So many milliseconds, whatever is new. */
  async rest(milliseconds: number): Promise<void> {
    await sleep(milliseconds, undefined, { signal: this.#signal, ref: false }).catch(() => {})
  }
}
