import type { ErpSystem } from '../../core/erp/routes.ts'
import { lookOn } from '../../core/jobs/look-on.ts'
import type { ErpConnector } from '../connector.ts'
import { ErpUnavailable } from '../connector.ts'
import { type Pulled, type PullFromErpOptions, type PullLog, pullFromErp } from './pull-from-erp.ts'

export interface PullFromErpsOptions extends Pick<PullFromErpOptions, 'pulls' | 'ledger' | 'ingest' | 'acknowledge'> {
  /** The connector of an ERP. Throws where there is none of its kind, or its settings are not those of one. */
  readonly connect: (system: ErpSystem) => ErpConnector
  readonly log: PullLog & { info(details: object, message: string): void }
  /** Between two readings of one ERP. */
  readonly intervalMs: number
  /** Default 30,000. */
  readonly leaseMs?: number
  readonly onPulled?: (systemId: string, pulled: Pulled) => void
}

export interface ErpPulls {
  /** Ends it; other processes go on at once. Calling it again does nothing. */
  close(): Promise<void>
}

const LEASE_MS = 30_000
/** Milliseconds after which ERPs are looked for that were added, changed or paused. */
const LOOK_MS = 5_000
/** An ERP that fails is read less and less often, at least once in so many milliseconds. */
const FAILING_MS_MAX = 60_000

interface Reading {
  readonly version: number
  readonly connector: ErpConnector
  dueAt: number
  failures: number
}

/** Reads all ERPs, each by one process at a time. One that is slow or away does not keep the others waiting. */
export function pullFromErps(options: PullFromErpsOptions): ErpPulls {
  const { pulls, log, intervalMs, leaseMs = LEASE_MS } = options
  const closing = new AbortController()
  const readings = new Map<string, Reading>()
  /** Of ERPs that have no connector: as which version of them that was told. */
  const hopeless = new Map<string, number>()
  const underWay = new Map<string, Promise<void>>()

  async function look(): Promise<void> {
    const { systems, routes } = await pulls.systems()
    const wanted = new Map(systems.map((system) => [system.id, system]))
    for (const [id, reading] of readings) {
      if (wanted.get(id)?.updatedAt.getTime() === reading.version || underWay.has(id)) continue
      readings.delete(id)
      await reading.connector.close().catch((error: unknown) => log.debug({ err: error }, 'A connector did not close'))
    }
    for (const system of systems) {
      const reading = readings.get(system.id) ?? (await begin(system))
      if (reading === undefined || underWay.has(system.id) || performance.now() < reading.dueAt) continue
      const pull = read(system.id, reading, { ...options, systemId: system.id, routes, leaseMs })
      underWay.set(system.id, pull)
      pull.finally(() => underWay.delete(system.id))
    }
  }

  async function begin(system: ErpSystem): Promise<Reading | undefined> {
    const version = system.updatedAt.getTime()
    if (hopeless.get(system.id) === version) return undefined
    try {
      const connector = options.connect(system)
      const reading = { version, connector, dueAt: connector.can.pull ? 0 : Number.POSITIVE_INFINITY, failures: 0 }
      readings.set(system.id, reading)
      return reading
    } catch (error) {
      hopeless.set(system.id, version)
      log.warn({ err: error, erp: system.id }, 'An ERP cannot be read before its settings are others')
      return undefined
    }
  }

  async function read(
    id: string,
    reading: Reading,
    more: Omit<PullFromErpOptions, 'connector' | 'signal'>,
  ): Promise<void> {
    try {
      const pulled = await pullFromErp({ ...more, connector: reading.connector, signal: closing.signal })
      if (pulled !== undefined) {
        options.onPulled?.(id, pulled)
        if (reading.failures > 0) log.info({ erp: id }, 'An ERP can be read again')
        reading.failures = 0
      }
      reading.dueAt = performance.now() + intervalMs
    } catch (error) {
      if (closing.signal.aborted) return
      reading.failures++
      // Told when it begins; the figures tell that it goes on.
      const isNews = reading.failures === 1
      log[isNews ? 'warn' : 'debug']({ err: error, erp: id }, 'An ERP could not be read; it is tried again')
      const waitMs = Math.min(FAILING_MS_MAX, intervalMs * 2 ** Math.min(reading.failures, 10))
      const askedMs = error instanceof ErpUnavailable ? Math.min(error.retryAfterMs, waitMs) : 0
      reading.dueAt = performance.now() + Math.max(askedMs, waitMs * (0.5 + Math.random() / 2))
    }
  }

  const looking = lookOn({ what: 'ERPs', look, everyMs: Math.min(LOOK_MS, intervalMs), signal: closing.signal, log })
  let closed: Promise<void> | undefined

  async function close(): Promise<void> {
    closing.abort(new Error('The hub is closing'))
    await looking
    await Promise.allSettled(underWay.values())
    await Promise.allSettled([...readings.values()].map(({ connector }) => connector.close()))
  }

  return {
    close: () => {
      closed ??= close()
      return closed
    },
  }
}
