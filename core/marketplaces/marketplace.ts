import type { Selectable } from 'kysely'
import type { MarketplaceTable } from '../database/schema.ts'

/** A marketplace that does not subscribe, and how it wants to be told what its channel may sell. */
export interface Marketplace {
  readonly id: string
  readonly name: string
  readonly channelId: string
  /** What speaks with it, such as `http`. */
  readonly connector: string
  readonly settings: Readonly<Record<string, unknown>>
  /** At most so many calls in `perSeconds` seconds, of which `burst` at once. */
  readonly calls: number
  readonly perSeconds: number
  readonly burst: number
  /** Listings in a call. */
  readonly batchSize: number
  /** A listing that was told is left alone for so long, unless it sells out or there is some again. */
  readonly minIntervalSeconds: number
  /** What was accepted less long ago may not be seen yet when it is read back. */
  readonly settleSeconds: number
  /** How often it is read back; 0: when asked. */
  readonly driftMinutes: number
  /** How often it is asked for orders; 0: never. */
  readonly ordersSeconds: number
  readonly paused: boolean
  /** Raised with every change. */
  readonly version: number
  readonly createdAt: Date
  readonly updatedAt: Date
}

/** CloudEvents source of what a marketplace tells. */
export function sourceOfMarketplace(id: string): string {
  return `/marketplaces/${encodeURIComponent(id)}`
}

export function marketplaceOf(row: Selectable<MarketplaceTable>): Marketplace {
  return {
    id: row.id,
    name: row.name,
    channelId: row.channel_id,
    connector: row.connector,
    settings: row.settings,
    calls: row.calls,
    perSeconds: row.per_seconds,
    burst: row.burst,
    batchSize: row.batch_size,
    minIntervalSeconds: row.min_interval_seconds,
    settleSeconds: row.settle_seconds,
    driftMinutes: row.drift_minutes,
    ordersSeconds: row.orders_seconds,
    paused: row.paused,
    version: row.version,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }
}
