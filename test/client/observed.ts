import { expect } from 'vitest'
import { WebSocket } from 'ws'
import { type AvailabilityStore, type Change, type WatchOptions, watchAvailability } from '../../client/index.ts'

const POLL = { timeout: 30_000, interval: 5 }

/** A store that is impatient, and remembers what its listener was told. */
export class Observed implements Disposable {
  readonly store: AvailabilityStore
  readonly changes: Change<{ sku: string; quantity: number }>[] = []
  /** Each status that it had, by its name and reason. */
  readonly statuses: string[] = []

  constructor(options: Omit<WatchOptions, 'channelId'>, onChange: (store: AvailabilityStore) => void = () => {}) {
    this.store = watchAvailability({
      channelId: 'web',
      webSocket: WebSocket,
      pingMs: 100,
      silenceMs: 3_000,
      retryDelayMsMin: 20,
      retryDelayMsMax: 200,
      ...options,
    })
    this.store.subscribe((change) => {
      this.changes.push(change)
      if (change.kind === 'status') this.statuses.push(this.status)
      onChange(this.store)
    })
  }

  get status(): string {
    const { status } = this.store
    return 'reason' in status && status.reason !== undefined ? `${status.state}: ${status.reason}` : status.state
  }

  get quantities(): Record<string, number> {
    return Object.fromEntries([...this.store.items].map(([sku, { quantity }]) => [sku, quantity]))
  }

  /** Why it was told everything, each time. */
  get snapshots(): string[] {
    return this.changes.flatMap((change) => (change.kind === 'snapshot' ? [change.reason] : []))
  }

  async has(quantities: Record<string, number>): Promise<void> {
    await expect.poll(() => this.quantities, POLL).toMatchObject(quantities)
  }

  async is(status: string): Promise<void> {
    await expect.poll(() => this.status, POLL).toBe(status)
  }

  async was(status: string): Promise<void> {
    await expect.poll(() => this.statuses, POLL).toContain(status)
  }

  [Symbol.dispose](): void {
    this.store.close()
  }
}
