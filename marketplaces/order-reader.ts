import type { Kysely } from 'kysely'
import type { Schema } from '../core/database/schema.ts'
import type { Ingest } from '../core/ingest/ingest.ts'
import type { Leases } from '../core/jobs/leases.ts'
import type { Marketplace } from '../core/marketplaces/marketplace.ts'
import { ordersFailed, ordersReached, readOrdersWatermark, skusOfNames } from '../core/marketplaces/orders.ts'
import type { MarketplaceConnector, OrdersPage } from './connector.ts'
import { orderEvent } from './order-events.ts'

export interface OrderReaderOptions {
  readonly db: Kysely<Schema>
  readonly leases: Leases
  readonly marketplace: Marketplace
  readonly connector: Pick<MarketplaceConnector, 'orders'>
  /** The door that all events come through. */
  readonly ingest: Pick<Ingest, 'record'>
  readonly log: { debug(details: object, message: string): void; warn(details: object, message: string): void }
}

/**
 * Reads the orders of a marketplace, a page in a call. How far it has come is stored after what was read is recorded, so that whatever ends the process in between, the same orders come again, and are the same events again.
 */
export class OrderReader {
  readonly #options: OrderReaderOptions
  /** On the clock of `performance.now()`; undefined before anybody knows. */
  #dueAt: number | undefined
  #watermark: string | null = null

  constructor(options: OrderReaderOptions) {
    this.#options = options
  }

  async isDue(): Promise<boolean> {
    if (this.#dueAt === undefined) {
      const { db, marketplace } = this.#options
      const { watermark, ageMs } = await readOrdersWatermark(db, marketplace.id)
      this.#watermark = watermark
      this.#dueAt = performance.now() + this.#everyMs - ageMs
    }
    return this.#dueAt <= performance.now()
  }

  ask(signal: AbortSignal): Promise<OrdersPage> {
    return this.#options.connector.orders(this.#watermark, signal)
  }

  async record({ orders, watermark, more }: OrdersPage): Promise<void> {
    const { db, leases, marketplace, ingest, log } = this.#options
    const names = orders.flatMap(({ lines }) => lines.map(({ name }) => name))
    const skus = names.length === 0 ? new Map() : await skusOfNames(db, marketplace.id, names)
    const events = orders.map((order) => orderEvent(order, marketplace, skus))
    const results = await ingest.record(events, { client: `marketplace:${marketplace.id}`, channels: null }, 'bulk')
    for (const { id, status, code, message } of results) {
      if (status !== 'REJECTED') continue
      const details = { marketplace: marketplace.id, event: id, code, message }
      // Told again in other words: the first that was told stands.
      if (code === 'EVENT_CONFLICT') log.debug(details, 'A marketplace tells an order again, in other words')
      else log.warn(details, 'What a marketplace told is a dead letter now')
    }
    await ordersReached(db, leases, marketplace.id, watermark)
    this.#watermark = watermark
    if (!more) this.#dueAt = performance.now() + this.#everyMs
  }

  /** It could not be asked, and is asked again at its time. */
  async failed(message: string): Promise<void> {
    this.#dueAt = performance.now() + this.#everyMs
    await ordersFailed(this.#options.db, this.#options.marketplace.id, message)
  }

  get #everyMs(): number {
    return this.#options.marketplace.ordersSeconds * 1_000
  }
}
