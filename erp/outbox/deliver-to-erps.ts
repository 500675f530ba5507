import type { Kysely } from 'kysely'
import type { Schema } from '../../core/database/schema.ts'
import { deliveryLease, OUTBOX_LEASE } from '../../core/erp/lease-names.ts'
import { Outbox } from '../../core/erp/outbox.ts'
import { ErpQueue } from '../../core/erp/queue.ts'
import type { ErpSystem } from '../../core/erp/routes.ts'
import type { Bus } from '../../core/feed/bus.ts'
import { type Drivable, type Driver, type Driving, driveLeased } from '../../core/jobs/drive.ts'
import { Leases } from '../../core/jobs/leases.ts'
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

/** Milliseconds between two looks at the journal without being told, and at least: what moves in a steady stream is queued together. */
const POLL_MS = 1_000
const TOGETHER_MS = 50
/** The same while there is no ERP. Then the cursors only keep up, so that the first route finds little to look through. */
const NO_ERP_POLL_MS = 60_000

interface OneErp extends Drivable {
  readonly system: ErpSystem
}

/**
 * Tells ERPs what moves: queues it from the journal, and delivers it. Of all processes one looks through the journal and one delivers to each ERP: whoever has the lease.
 */
export function deliverToErps(options: DeliverToErpsOptions): Driving {
  const { db, bus, settings, log, leaseMs } = options
  const leases = new Leases(db)
  const outbox = new Outbox(db)
  const queueOf = (id: string) => new ErpQueue(db, leases, id)

  async function list(): Promise<OneErp[]> {
    const rows = await db.selectFrom('erp_system').selectAll().execute()
    return rows.map(erpSystemOf).map((system) => {
      const { id, paused, updatedAt } = system
      return { id, paused, version: updatedAt.getTime(), lease: deliveryLease(id), system }
    })
  }

  async function begin({ id, system }: OneErp, holds: () => boolean): Promise<Driver> {
    const own = withErp(log, id)
    const connector = await options.connect(system)
    const delivery = new Delivery({ connector, queue: queueOf(id), settings, holds, log: own })
    delivery.start()
    return {
      nudge: () => delivery.nudge(),
      stop: async () => {
        await delivery.stop()
        await connector.close().catch((error: unknown) => own.debug({ err: error }, 'A connector did not close'))
      },
    }
  }

  return driveLeased({
    what: 'ERPs',
    leases,
    leaseMs,
    bus,
    list,
    begin,
    onNotBegun: async ({ id }, error, why) => {
      log.warn({ err: error, erp: id }, 'There is no connection to an ERP; what is for it waits')
      await queueOf(id).tell({ circuit: 'OPEN', failures: 1, ...why }, false)
    },
    feedLease: OUTBOX_LEASE,
    lookThrough: async (mayGoOn, nudge) => {
      for (let looked = 1; looked > 0 && mayGoOn(); ) {
        const { lookedThrough, queued } = await outbox.fill()
        looked = lookedThrough
        for (const id of queued.keys()) nudge(id)
      }
    },
    pollMs: POLL_MS,
    togetherMs: TOGETHER_MS,
    // That several look at once costs little then, and takes nothing twice.
    pollIdleMs: NO_ERP_POLL_MS,
    log,
  })
}

function withErp(log: DeliveryLog, erp: string): DeliveryLog {
  return {
    debug: (details, message) => log.debug({ ...details, erp }, message),
    info: (details, message) => log.info({ ...details, erp }, message),
    warn: (details, message) => log.warn({ ...details, erp }, message),
    error: (details, message) => log.error({ ...details, erp }, message),
  }
}
