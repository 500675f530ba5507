import type { Viewer } from '../../core/access/viewer.ts'
import type { AvailabilityStatus } from '../../core/availability/arithmetic.ts'
import type { Channel, ChannelLocation } from '../../core/ledger/documents.ts'

/** What resolvers of this subgraph get with every request. */
export interface Context {
  readonly viewer: Viewer
}

/** What resolvers hand to each other for a type of the schema; named in codegen.yml. */
export type ChannelModel = Channel
export type ChannelLocationModel = ChannelLocation

export interface AvailabilityLocationModel {
  readonly locationId: string
  readonly quantity: number
}

/** One location's part in ats, in base units. */
export interface AvailabilityTermModel {
  readonly sku: string
  readonly locationId: string
  readonly priority: number
  readonly sellable: number
  readonly held: number
  readonly committed: number
  readonly fenced: number
  readonly safetyStock: number
  readonly atf: number
  readonly counted: number
}

export interface AvailabilityModel {
  readonly sku: string
  readonly channelId: string
  readonly quantity: number
  readonly status: AvailabilityStatus
  readonly locations: readonly AvailabilityLocationModel[]
  readonly explanation: {
    readonly sum: number
    readonly buffer: number
    readonly uncapped: number
    readonly cap: number | null
    readonly ats: number
    readonly lowStockThreshold: number
    readonly allowBackorder: boolean
    readonly terms: readonly AvailabilityTermModel[]
  }
  readonly asOf: Date
  readonly cursor: string
}
