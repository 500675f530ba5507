/** What an ERP is for the goods of a route. */
export const ERP_MODES = ['LIVE', 'SHADOW', 'OFF'] as const
/** LIVE: it keeps the books. SHADOW: it is told the same and compared, while another keeps the books. OFF: it hears nothing. */
export type ErpMode = (typeof ERP_MODES)[number]

/** An ERP that the hub works with. */
export interface ErpSystem {
  readonly id: string
  readonly name: string
  /** Which connector speaks with it, such as `tryton`. Never changes. */
  readonly kind: string
  /** What the connector needs to know, without secrets. */
  readonly settings: Readonly<Record<string, unknown>>
  /** Sources whose movements it hears of without the hub, beside its own: these are not sent. */
  readonly heardSources: readonly string[]
  /** Nothing is asked of it and nothing sent for now; what is for it waits. */
  readonly paused: boolean
  /** Differences up to so many base units are taken over by the hub by themselves, once they were found twice alike; 0: none. */
  readonly correctUpTo: number
  /** What waits for approval is approved by two clients. */
  readonly fourEyes: boolean
  /** Minutes between two comparisons; 0: only when asked. */
  readonly reconcileMinutes: number
  /** Hours for which it is to have been right before it keeps the books. */
  readonly shadowHours: number
  readonly createdAt: Date
  readonly updatedAt: Date
}

/** From a moment on, what an ERP is for some goods at some place. */
export interface ErpRoute {
  readonly systemId: string
  /** null: everywhere. */
  readonly locationId: string | null
  /** The product domain: SKUs that begin with it; empty: all. */
  readonly skuPrefix: string
  readonly mode: ErpMode
  /** By the hub's clock, as `recordedAt`: movements recorded at it or later. */
  readonly validFrom: Date
  readonly setBy: string
  readonly recordedAt: Date
}

/** The CloudEvents source of what an ERP tells: what came from it is not sent back to it. */
export function sourceOfErp(systemId: string): string {
  return `/erp/${encodeURIComponent(systemId)}`
}

export interface Destination {
  readonly systemId: string
  readonly mode: 'LIVE' | 'SHADOW'
}

/**
 * Which ERPs a movement is for. A pure function of where, what and when it was recorded: of each ERP the route counts that names the goods most closely (a place before everywhere, then the longest
 * beginning of the SKU), as it was set last by then. Of ERPs that are LIVE for the same goods by different routes, the one that is so by the closest has the books, and the others hear nothing.
 */
export class RouteTable {
  readonly #byPlace = new Map<string | null, ErpRoute[]>()

  constructor(routes: Iterable<ErpRoute>) {
    for (const route of routes) {
      const there = this.#byPlace.get(route.locationId)
      if (there === undefined) this.#byPlace.set(route.locationId, [route])
      else there.push(route)
    }
    for (const there of this.#byPlace.values()) {
      // The closest first, and of the same goods the newest first: the first that holds is the one that counts.
      there.sort((a, b) => b.skuPrefix.length - a.skuPrefix.length || b.validFrom.getTime() - a.validFrom.getTime())
    }
  }

  get isEmpty(): boolean {
    return this.#byPlace.size === 0
  }

  /** In the order of their ids. */
  destinations(locationId: string, sku: string, recordedAt: Date): readonly Destination[] {
    const counting = new Map<string, { readonly mode: ErpMode; readonly closeness: number }>()
    const consider = (place: string | null, closeness: number) => {
      for (const { systemId, skuPrefix, mode, validFrom } of this.#byPlace.get(place) ?? []) {
        if (counting.has(systemId) || validFrom.getTime() > recordedAt.getTime() || !sku.startsWith(skuPrefix)) continue
        counting.set(systemId, { mode, closeness: closeness + skuPrefix.length })
      }
    }
    consider(locationId, PLACE_BEFORE_PREFIX)
    consider(null, 0)

    let closest = -1
    for (const { mode, closeness } of counting.values()) if (mode === 'LIVE') closest = Math.max(closest, closeness)
    return [...counting]
      .flatMap(([systemId, { mode, closeness }]): Destination[] => {
        if (mode === 'OFF' || (mode === 'LIVE' && closeness < closest)) return []
        return [{ systemId, mode }]
      })
      .sort((a, b) => (a.systemId < b.systemId ? -1 : 1))
  }
}

/** More than the length of any SKU. */
const PLACE_BEFORE_PREFIX = 1_000
