import { setTimeout as sleep } from 'node:timers/promises'
import type { Metrics } from '../metrics.ts'
import { type Full, type Place, Places, type PlacesOptions } from './places.ts'

/** A connection that lasts: a socket, or an answer over HTTP that goes on. */
export interface LongConnection {
  /** Asks its client to connect to another process. */
  moveOver(): void
  /** Cuts it off. */
  cut(): void
}

/** Milliseconds between two connections that are asked to move over, at most: a few of them are no crowd. */
const GAP_MS_MAX = 50

/** All connections of this process that last, of whatever transport. */
export class Connections {
  readonly #places: Places
  readonly #open = new Set<LongConnection>()
  readonly #metrics: Pick<Metrics, 'connectionsRefused'>
  #closing = false

  constructor(limits: PlacesOptions, metrics: Pick<Metrics, 'connectionsRefused'>) {
    this.#places = new Places(limits)
    this.#metrics = metrics
  }

  /** Whether nobody is let in any more: the process ends. */
  get closing(): boolean {
    return this.#closing
  }

  /** Lets a connection in, before it is known whose it is. Its place is to be left when it is over. */
  enter(connection: LongConnection): Place | Full {
    const place = this.#places.take()
    if (typeof place === 'string') {
      this.refused(place)
      return place
    }
    this.#open.add(connection)
    return {
      claim: (client) => place.claim(client),
      leave: () => {
        this.#open.delete(connection)
        place.leave()
      },
    }
  }

  refused(full: Full): void {
    this.#metrics.connectionsRefused.inc({ limit: full })
  }

  /** Asks all that are open now to connect anew, one after another within so many milliseconds. */
  async moveOver(spreadMs: number): Promise<void> {
    const asked = [...this.#open]
    const gapMs = Math.min(spreadMs / asked.length, GAP_MS_MAX)
    const startedAt = performance.now()
    for (const [index, connection] of asked.entries()) {
      const earlyMs = startedAt + index * gapMs - performance.now()
      if (earlyMs >= 1) await sleep(earlyMs)
      if (this.#open.has(connection)) connection.moveOver()
    }
  }

  /** The same for the last time: nobody comes back to here. */
  async close(spreadMs: number): Promise<void> {
    this.#closing = true
    await this.moveOver(spreadMs)
  }

  /** Cuts off whoever has not gone. */
  cut(): void {
    for (const connection of [...this.#open]) connection.cut()
  }
}
