import type { TypedDocumentNode } from '@graphql-typed-document-node/core'
import type { DemoEvent, EventAnswer, HubClient } from './client.ts'
import { Figures } from './figures.ts'
import type { Random } from './random.ts'

export interface SceneOptions {
  readonly hub: HubClient
  readonly random: Random
  readonly log: { warn(details: object, message: string): void }
}

/** What the actors of the demo share: the hub, chance, a clock that calls them back, and names that no run before has used. */
export class Scene {
  readonly hub: HubClient
  readonly random: Random
  readonly figures = new Figures()
  /** Begins all keys and ids of this run, so that a database may see several runs. */
  readonly run = Date.now().toString(36)
  readonly #log: SceneOptions['log']
  readonly #timers = new Set<NodeJS.Timeout>()
  readonly #acting = new Set<Promise<void>>()
  #sequence = 0
  #over = false

  constructor({ hub, random, log }: SceneOptions) {
    this.hub = hub
    this.random = random
    this.#log = log
  }

  /** How many actors wait for an answer. */
  get acting(): number {
    return this.#acting.size
  }

  /** A name that is used once: an idempotency key, an event's id, a reference. */
  name(prefix: string): string {
    this.#sequence += 1
    return `${prefix}-${this.run}-${this.#sequence}`
  }

  /** Lets an actor do its work. What goes wrong is counted and logged, and stops nobody else. */
  act(work: () => Promise<void>): void {
    if (this.#over) return
    const running = work()
      .catch((error: unknown) => {
        if (this.#over) return
        this.figures.count('failed')
        this.#log.warn({ err: error }, 'An actor of the demo failed')
      })
      .finally(() => this.#acting.delete(running))
    this.#acting.add(running)
  }

  /** Goes on with something after a while, unless the demo is over by then. */
  later(seconds: number, work: () => Promise<void>): void {
    if (this.#over) return
    const timer = setTimeout(() => {
      this.#timers.delete(timer)
      this.act(work)
    }, seconds * 1000)
    this.#timers.add(timer)
  }

  async ask<Result, Variables>(document: TypedDocumentNode<Result, Variables>, variables: Variables): Promise<Result> {
    return this.#timed(() => this.hub.ask(document, variables))
  }

  async report(events: DemoEvent | readonly DemoEvent[]): Promise<readonly EventAnswer[]> {
    const answers = await this.#timed(() => this.hub.report(events))
    this.figures.events(answers)
    return answers
  }

  /** Something that just happened, or happened `agoSeconds` ago and is told only now. */
  event(source: string, type: string, data: Readonly<Record<string, unknown>>, agoSeconds = 0): DemoEvent {
    return { type, source, id: this.name('e'), time: new Date(Date.now() - agoSeconds * 1000), data }
  }

  /** No new work; resolves when what was under way is answered. */
  async end(): Promise<void> {
    this.#over = true
    for (const timer of this.#timers) clearTimeout(timer)
    this.#timers.clear()
    await Promise.allSettled(this.#acting)
  }

  async #timed<T>(work: () => Promise<T>): Promise<T> {
    const started = performance.now()
    const result = await work()
    this.figures.took(performance.now() - started)
    return result
  }
}
