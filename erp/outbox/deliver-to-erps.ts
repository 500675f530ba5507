import { setTimeout as sleep } from 'node:timers/promises'
import type { Kysely } from 'kysely'
import type { Schema } from '../../core/database/schema.ts'
import { deliveryLease, OUTBOX_LEASE } from '../../core/erp/lease-names.ts'
import { Outbox } from '../../core/erp/outbox.ts'
import { ErpQueue } from '../../core/erp/queue.ts'
import type { ErpSystem } from '../../core/erp/routes.ts'
import type { Bus } from '../../core/feed/bus.ts'
import { Leases } from '../../core/jobs/leases.ts'
import { lookOn } from '../../core/jobs/look-on.ts'
import { erpSystemOf } from '../../core/ledger/rows.ts'
import type { ErpConnector } from '../connector.ts'
import { Delivery, type DeliveryLog, type DeliverySettings } from './delivery.ts'

export interface DeliverToErpsOptions {
  readonly db: Kysely<Schema>
  /** Tells at once that there may be something new. */
  readonly bus: Pick<Bus, 'subscribe'>
  /** The connector of an ERP. Throws where there is none of its kind, or its settings are not those of one. */
  readonly connect: (system: ErpSystem) => ErpConnector | Promise<ErpConnector>
  readonly settings: DeliverySettings
  readonly log: DeliveryLog
  /** Milliseconds for which a process does its part without saying so again: what a process that went away costs. Default 10,000. */
  readonly leaseMs?: number
}

export interface ErpDeliveries {
  /** Ends it; other processes go on at once. Calling it again does nothing. */
  close(): Promise<void>
}

const LEASE_MS = 10_000
/** Milliseconds between two looks at the journal without being told, and at least: what moves in a steady stream is queued together. */
const POLL_MS = 1_000
const TOGETHER_MS = 50
/** The same while there is no ERP. Then the cursors only keep up, so that the first route finds little to look through. */
const NO_ERP_POLL_MS = 60_000
const RETRY_MS = 1_000
/** Milliseconds until an ERP is tried again that could not be connected to at all. */
const CONNECT_RETRY_MS = 10_000

interface Driven {
  readonly version: number
  readonly connector: ErpConnector
  readonly delivery: Delivery
}

/**
 * Tells ERPs what moves: queues it from the journal, and delivers it. Of all processes one looks through the journal and one delivers to each ERP: whoever has the lease.
 */
export function deliverToErps(options: DeliverToErpsOptions): ErpDeliveries {
  const { db, bus, settings, log, leaseMs = LEASE_MS } = options
  const leases = new Leases(db)
  const outbox = new Outbox(db)
  const closing = new AbortController()
  const driven = new Map<string, Driven>()
  const notBefore = new Map<string, number>()
  let held: ReadonlySet<string> = new Set()
  let heldUntil = 0
  let wake: (() => void) | undefined
  let isNews = false
  let hasErps = false

  const endListening = bus.subscribe(() => {
    if (!hasErps) return
    isNews = true
    wake?.()
  })

  async function look(): Promise<void> {
    const rows = await db.selectFrom('erp_system').selectAll().execute()
    const systems = rows.map(erpSystemOf)
    if (!hasErps && systems.length > 0) wake?.()
    hasErps = systems.length > 0
    const startedAt = performance.now()
    held = hasErps
      ? await leases.hold([OUTBOX_LEASE, ...systems.map(({ id }) => deliveryLease(id))], leaseMs)
      : new Set()
    heldUntil = startedAt + leaseMs * 0.7
    const mine = new Map(
      systems.filter(({ id, paused }) => held.has(deliveryLease(id)) && !paused).map((system) => [system.id, system]),
    )
    await Promise.all([...driven.keys()].filter((id) => !isCurrent(id, mine)).map(end))
    await Promise.all([...mine.values()].map(begin))
  }

  function isCurrent(id: string, mine: ReadonlyMap<string, ErpSystem>): boolean {
    return mine.get(id)?.updatedAt.getTime() === driven.get(id)?.version
  }

  async function begin(system: ErpSystem): Promise<void> {
    const { id } = system
    if (driven.has(id) || closing.signal.aborted || performance.now() < (notBefore.get(id) ?? 0)) return
    const queue = new ErpQueue(db, leases, id)
    let connector: ErpConnector
    try {
      connector = await options.connect(system)
    } catch (error) {
      notBefore.set(id, performance.now() + CONNECT_RETRY_MS)
      log.warn({ err: error, erp: id }, 'There is no connection to an ERP; what is for it waits')
      const lastError = error instanceof Error ? error.message : String(error)
      const failing = { failures: 1, failingSince: Date.now(), nextAttemptAt: Date.now() + CONNECT_RETRY_MS, lastError }
      await queue.tell({ circuit: 'OPEN', ...failing }, false)
      return
    }
    const delivery = new Delivery({
      connector,
      queue,
      settings,
      holds: () => performance.now() < heldUntil && !closing.signal.aborted,
      log: withErp(log, id),
    })
    driven.set(id, { version: system.updatedAt.getTime(), connector, delivery })
    delivery.start()
  }

  async function end(id: string): Promise<void> {
    const one = driven.get(id)
    if (one === undefined) return
    await one.delivery.stop()
    await one.connector.close().catch((error: unknown) => log.debug({ err: error }, 'A connector did not close'))
    driven.delete(id)
  }

  async function fillOn(): Promise<void> {
    for (let failures = 0; !closing.signal.aborted; ) {
      isNews = false
      try {
        // Without ERPs nobody has the lease: that several look at once costs little then, and takes nothing twice.
        if (!hasErps || (held.has(OUTBOX_LEASE) && performance.now() < heldUntil)) {
          for (let looked = 1; looked > 0 && !closing.signal.aborted; ) {
            const { lookedThrough, queued } = await outbox.fill()
            looked = lookedThrough
            for (const id of queued.keys()) driven.get(id)?.delivery.nudge()
          }
        }
        failures = 0
      } catch (error) {
        log[failures === 0 ? 'warn' : 'debug']({ err: error }, 'The journal could not be looked through for ERPs')
        failures++
        await pause(RETRY_MS)
      }
      await sleep(TOGETHER_MS, undefined, { signal: closing.signal, ref: false }).catch(() => {})
      if (!isNews) await pause(hasErps ? POLL_MS : NO_ERP_POLL_MS)
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

  const looking = lookOn({ what: 'ERPs', look, everyMs: leaseMs / 5, signal: closing.signal, log })
  const filling = fillOn()
  let closed: Promise<void> | undefined

  async function close(): Promise<void> {
    closing.abort()
    endListening()
    wake?.()
    await Promise.all([looking, filling])
    await Promise.all([...driven.keys()].map(end))
    await leases.release([...held]).catch((error: unknown) => log.debug({ err: error }, 'Leases were not released'))
  }

  return {
    close: () => {
      closed ??= close()
      return closed
    },
  }
}

function withErp(log: DeliveryLog, erp: string): DeliveryLog {
  return {
    debug: (details, message) => log.debug({ ...details, erp }, message),
    info: (details, message) => log.info({ ...details, erp }, message),
    warn: (details, message) => log.warn({ ...details, erp }, message),
    error: (details, message) => log.error({ ...details, erp }, message),
  }
}
