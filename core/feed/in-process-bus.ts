import type { Logger } from 'pino'
import type { Bus } from './bus.ts'
import { Listeners } from './listeners.ts'
import type { FeedMessage } from './position.ts'

export interface InProcessBusOptions {
  readonly log: Pick<Logger, 'error'>
}

/** The bus of a hub that is one process. It is always up, and nothing is lost on it before it is closed. */
export function openInProcessBus({ log }: InProcessBusOptions): Bus {
  const listeners = new Listeners<(message: FeedMessage) => void>((error) =>
    log.error({ err: error }, 'a listener of the bus failed'),
  )
  let waiting: FeedMessage[] = []
  let up = true

  function deliver(): void {
    const messages = waiting
    waiting = []
    for (const message of messages) listeners.tell((listener) => listener(message))
  }

  return {
    get up() {
      return up
    },
    async publish(messages) {
      if (!up || listeners.size === 0 || messages.length === 0) return
      // After what is under way: those who wait for the answer to a command come before those who listen.
      if (waiting.length === 0) setImmediate(deliver)
      waiting.push(...messages)
    },
    subscribe: (listener) => listeners.add(listener),
    onState: () => () => {},
    async close() {
      up = false
      waiting = []
      listeners.clear()
    },
  }
}
