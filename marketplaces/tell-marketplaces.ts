import { setTimeout as sleep } from 'node:timers/promises'
import type { Database } from '../core/database/connection.ts'
import type { Bus } from '../core/feed/bus.ts'
import type { Ingest } from '../core/ingest/ingest.ts'
import { Leases } from '../core/jobs/leases.ts'
import { lookOn } from '../core/jobs/look-on.ts'
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

export interface MarketplaceTellers {
  /** Ends it; other processes go on at once. Calling it again does nothing. */
  close(): Promise<void>
}

const LEASE_MS = 10_000
/** Milliseconds between two looks at the feed without being told, and at least: what changes in a steady stream is marked together. */
const POLL_MS = 500
const TOGETHER_MS = 20
const RETRY_MS = 1_000
/** Milliseconds until a marketplace is tried again that has no connector. */
const CONNECT_RETRY_MS = 10_000

interface Told {
  readonly version: number
  readonly connector: MarketplaceConnector
  readonly teller: Teller
}

/** Tells marketplaces what their channels sell. Of all processes one looks through the feed and one tells each marketplace: whoever has the lease. */
export function tellMarketplaces(options: TellMarketplacesOptions): MarketplaceTellers {
  const { db, bus, ingest, settings, log, leaseMs = LEASE_MS } = options
  const leases = new Leases(db.kysely)
  const marker = new Marker(db.kysely)
  const closing = new AbortController()
  const told = new Map<string, Told>()
  const notBefore = new Map<string, number>()
  let held: ReadonlySet<string> = new Set()
  let heldUntil = 0
  let wake: (() => void) | undefined
  let isNews = false

  const holds = (name: string) => held.has(name) && performance.now() < heldUntil && !closing.signal.aborted
  const endListening = bus.subscribe(() => {
    isNews = true
    wake?.()
  })

  async function look(): Promise<void> {
    const rows = await db.kysely.selectFrom('marketplace').selectAll().execute()
    const marketplaces = rows.map(marketplaceOf)
    const startedAt = performance.now()
    held = await leases.hold(
      marketplaces.length === 0 ? [] : [MARKER_LEASE, ...marketplaces.map(({ id }) => marketplaceLease(id))],
      leaseMs,
    )
    heldUntil = startedAt + leaseMs * 0.7
    const mine = new Map(
      marketplaces.filter(({ id, paused }) => held.has(marketplaceLease(id)) && !paused).map((one) => [one.id, one]),
    )
    const gone = [...told.keys()].filter((id) => mine.get(id)?.version !== told.get(id)?.version)
    await Promise.all(gone.map(end))
    for (const marketplace of mine.values()) begin(marketplace)
  }

  function begin(marketplace: Marketplace): void {
    const { id, version } = marketplace
    if (told.has(id) || closing.signal.aborted || performance.now() < (notBefore.get(id) ?? 0)) return
    const queue = new ListingQueue(db.kysely, leases, marketplace)
    const own = withMarketplace(log, id)
    let connector: MarketplaceConnector
    try {
      connector = options.connect(marketplace)
    } catch (error) {
      notBefore.set(id, performance.now() + CONNECT_RETRY_MS)
      own.warn({ err: error }, 'A marketplace cannot be told anything before its settings are others')
      const lastError = error instanceof Error ? error.message : String(error)
      const nextAttemptAt = Date.now() + CONNECT_RETRY_MS
      queue
        .tell({ circuit: 'OPEN', failures: 1, failingSince: Date.now(), nextAttemptAt, lastError })
        .catch((cause: unknown) => own.debug({ err: cause }, 'How a marketplace does could not be written down'))
      return
    }
    const isAsked = connector.can.orders && marketplace.ordersSeconds > 0
    const orders = isAsked
      ? new OrderReader({ db: db.kysely, leases, marketplace, connector, ingest, log: own })
      : undefined
    const teller = new Teller({
      marketplace,
      connector,
      queue,
      db,
      orders,
      settings,
      holds: () => holds(marketplaceLease(id)),
      log: own,
    })
    told.set(id, { version, connector, teller })
    teller.start()
  }

  async function end(id: string): Promise<void> {
    const one = told.get(id)
    if (one === undefined) return
    await one.teller.stop()
    await one.connector.close().catch((error: unknown) => log.debug({ err: error }, 'A connector did not close'))
    told.delete(id)
  }

  async function markOn(): Promise<void> {
    for (let failures = 0; !closing.signal.aborted; ) {
      isNews = false
      try {
        while (holds(MARKER_LEASE) && (await marker.mark())) for (const { teller } of told.values()) teller.nudge()
        failures = 0
      } catch (error) {
        log[failures === 0 ? 'warn' : 'debug']({ err: error }, 'The feed could not be looked through for marketplaces')
        failures++
        await pause(RETRY_MS)
      }
      await sleep(TOGETHER_MS, undefined, { signal: closing.signal, ref: false }).catch(() => {})
      if (!isNews) await pause(POLL_MS)
    }
  }

  function pause(milliseconds: number): Promise<void> {
    if (closing.signal.aborted) return Promise.resolve()
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds)
      wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }

  const looking = lookOn({ what: 'Marketplaces', look, everyMs: leaseMs / 5, signal: closing.signal, log })
  const marking = markOn()
  let closed: Promise<void> | undefined

  async function close(): Promise<void> {
    closing.abort()
    endListening()
    wake?.()
    await Promise.all([looking, marking])
    await Promise.all([...told.keys()].map(end))
    await leases.release([...held]).catch((error: unknown) => log.debug({ err: error }, 'Leases were not released'))
  }

  return {
    close: () => {
      closed ??= close()
      return closed
    },
  }
}

function withMarketplace(log: TellerLog, marketplace: string): TellerLog {
  return {
    debug: (details, message) => log.debug({ ...details, marketplace }, message),
    info: (details, message) => log.info({ ...details, marketplace }, message),
    warn: (details, message) => log.warn({ ...details, marketplace }, message),
  }
}
