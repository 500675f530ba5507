import type { Database } from '../core/database/connection.ts'
import type { Bus } from '../core/feed/bus.ts'
import type { Ingest } from '../core/ingest/ingest.ts'
import { type Drivable, type Driver, type Driving, driveLeased } from '../core/jobs/drive.ts'
import { Leases } from '../core/jobs/leases.ts'
import { MARKER_LEASE, marketplaceLease } from '../core/marketplaces/lease-names.ts'
import { ListingQueue } from '../core/marketplaces/listing-queue.ts'
import { Marker } from '../core/marketplaces/marker.ts'
import { type Marketplace, marketplaceOf } from '../core/marketplaces/marketplace.ts'
import type { MarketplaceConnector } from './connector.ts'
import { OrderReader } from './order-reader.ts'
import { Teller, type TellerLog, type TellerSettings } from './teller.ts'

export interface TellMarketplacesOptions {
  readonly db: Pick<Database, 'kysely' | 'lookups'>
  /** Tells at once that there may be something new. */
  readonly bus: Pick<Bus, 'subscribe'>
  readonly ingest: Pick<Ingest, 'record'>
  /** The connector of a marketplace. Throws where there is none of its kind, or its settings are not those of one. */
  readonly connect: (marketplace: Marketplace) => MarketplaceConnector
  readonly settings: TellerSettings
  readonly log: TellerLog
  /** Milliseconds for which a process does its part without saying so again: what a process that went away costs. Default 10,000. */
  readonly leaseMs?: number
}

/** Milliseconds between two looks at the feed without being told, and at least: what changes in a steady stream is marked together. */
const POLL_MS = 500
const TOGETHER_MS = 20

interface OneMarketplace extends Drivable {
  readonly marketplace: Marketplace
}

/** Tells marketplaces what their channels sell. Of all processes one looks through the feed and one tells each marketplace: whoever has the lease. */
export function tellMarketplaces(options: TellMarketplacesOptions): Driving {
  const { db, bus, ingest, settings, log, leaseMs } = options
  const leases = new Leases(db.kysely)
  const marker = new Marker(db.kysely)
  const queueOf = (marketplace: Marketplace) => new ListingQueue(db.kysely, leases, marketplace)

  async function list(): Promise<OneMarketplace[]> {
    const rows = await db.kysely.selectFrom('marketplace').selectAll().execute()
    return rows.map(marketplaceOf).map((marketplace) => {
      const { id, version, paused } = marketplace
      return { id, version, paused, lease: marketplaceLease(id), marketplace }
    })
  }

  function begin({ id, marketplace }: OneMarketplace, holds: () => boolean): Driver {
    const own = withMarketplace(log, id)
    const connector = options.connect(marketplace)
    const isAsked = connector.can.orders && marketplace.ordersSeconds > 0
    const orders = isAsked
      ? new OrderReader({ db: db.kysely, leases, marketplace, connector, ingest, log: own })
      : undefined
    const queue = queueOf(marketplace)
    const teller = new Teller({ marketplace, connector, queue, db, orders, settings, holds, log: own })
    teller.start()
    return {
      nudge: () => teller.nudge(),
      stop: async () => {
        await teller.stop()
        await connector.close().catch((error: unknown) => own.debug({ err: error }, 'A connector did not close'))
      },
    }
  }

  return driveLeased({
    what: 'marketplaces',
    leases,
    leaseMs,
    bus,
    list,
    begin,
    onNotBegun: async ({ id, marketplace }, error, why) => {
      log.warn({ err: error, marketplace: id }, 'A marketplace cannot be told anything before its settings are others')
      await queueOf(marketplace).tell({ circuit: 'OPEN', failures: 1, ...why })
    },
    feedLease: MARKER_LEASE,
    lookThrough: async (mayGoOn, nudge) => {
      while (mayGoOn() && (await marker.mark())) nudge()
    },
    pollMs: POLL_MS,
    togetherMs: TOGETHER_MS,
    log,
  })
}

function withMarketplace(log: TellerLog, marketplace: string): TellerLog {
  return {
    debug: (details, message) => log.debug({ ...details, marketplace }, message),
    info: (details, message) => log.info({ ...details, marketplace }, message),
    warn: (details, message) => log.warn({ ...details, marketplace }, message),
  }
}
