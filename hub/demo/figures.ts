import type { EventAnswer } from './client.ts'

const STATUSES = ['ACCEPTED', 'DUPLICATE', 'CONFIRMED', 'PARKED', 'REJECTED'] as const

/** What has happened in the demo so far, and a line that tells it. */
export class Figures {
  readonly #events = new Map<string, number>()
  readonly #counts = new Map<string, number>()
  #latenciesMs: number[] = []

  count(what: string, by = 1): void {
    this.#counts.set(what, (this.#counts.get(what) ?? 0) + by)
  }

  of(what: string): number {
    return this.#counts.get(what) ?? 0
  }

  events(answers: readonly EventAnswer[]): void {
    for (const { status } of answers) this.#events.set(status, (this.#events.get(status) ?? 0) + 1)
  }

  eventsOf(status: (typeof STATUSES)[number]): number {
    return this.#events.get(status) ?? 0
  }

  took(latencyMs: number): void {
    this.#latenciesMs.push(latencyMs)
  }

  /** One line, with the median time to an answer since the line before. */
  line(): string {
    const events = STATUSES.map((status) => `${this.eventsOf(status)} ${status.toLowerCase()}`).join(', ')
    const carts = ['held', 'confirmed', 'fulfilled', 'released', 'left', 'refused']
    const parts = [
      `events: ${events}`,
      `carts: ${carts.map((step) => `${this.of(step)} ${step}`).join(', ')}`,
      `shipments: ${this.of('shipped')} sent, ${this.of('received')} received`,
      `returns: ${this.of('returned')} in, ${this.of('restocked')} restocked`,
      `live updates: ${this.of('update')}`,
      `answers: ${this.#median()}`,
    ]
    const failed = this.of('failed')
    if (failed > 0) parts.push(`failed: ${failed}`)
    return parts.join(' · ')
  }

  #median(): string {
    const sorted = this.#latenciesMs.sort((a, b) => a - b)
    const median = sorted[Math.floor(sorted.length / 2)]
    this.#latenciesMs = []
    return median === undefined ? 'none' : `${median.toFixed(0)} ms`
  }
}
