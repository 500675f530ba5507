import { keepLowStock } from '../core/availability/keep-low-stock.ts'
import { isDatabaseUnavailable } from '../core/database/errors.ts'
import { pruneMovements } from '../core/erp/prune.ts'
import { readPulledUpTo } from '../core/erp/reconciliations.ts'
import { gatherFigures } from '../core/figures/gather.ts'
import { expireParked, retryParked } from '../core/ingest/sweep.ts'
import { workReplays } from '../core/ingest/work-replays.ts'
import { defineQueue } from '../core/jobs/queue.ts'
import { audit } from '../core/ledger/audit.ts'
import { proposalFor } from '../core/ledger/correct.ts'
import { startSweep } from '../core/ledger/sweep.ts'
import { pruneDeliveries } from '../core/webhooks/prune.ts'
import { deliverToErps } from '../erp/outbox/deliver-to-erps.ts'
import { workReconciliations } from '../erp/reconciliation/work-reconciliations.ts'
import { checkMarketplaces } from '../marketplaces/check-marketplaces.ts'
import { tellMarketplaces } from '../marketplaces/tell-marketplaces.ts'
import { connectErps } from './connect-erps.ts'
import { connectMarketplaces } from './connect-marketplaces.ts'
import type { Parts } from './parts.ts'
import { readErps } from './read-erps.ts'

export interface Worker {
  close(): Promise<void>
}

/** After so many seconds without a sign of life of the process that has a job, another takes it. */
const HEARTBEAT_SECONDS = 30

/** One at a time in all processes: of those that are due while one is under way there is no need. The next minute brings the next, whatever became of it. */
export const PARKED = defineQueue('parked', {
  policy: 'exclusive',
  retryLimit: 0,
  heartbeatSeconds: HEARTBEAT_SECONDS,
})

/** Reads everything, which may take long. Another process begins anew where one went away. */
export const AUDIT = defineQueue('audit', {
  policy: 'exclusive',
  retryLimit: 3,
  retryDelay: 60,
  expireInSeconds: 6 * 3_600,
  // What the last one found is told by every process.
  deleteAfterSeconds: 60 * 86_400,
  heartbeatSeconds: HEARTBEAT_SECONDS,
})

/** Compares ERPs with what they can know: those whose time has come, and what somebody asked for. Another process begins anew where one went away. */
export const ERP_RECONCILIATION = defineQueue('erp-reconciliation', {
  policy: 'exclusive',
  retryLimit: 0,
  expireInSeconds: 6 * 3_600,
  heartbeatSeconds: HEARTBEAT_SECONDS,
})

/** Reads marketplaces back: those whose time has come, and what somebody asked for. Another process begins anew where one went away. */
export const MARKETPLACE_CHECK = defineQueue('marketplace-check', {
  policy: 'exclusive',
  retryLimit: 0,
  expireInSeconds: 6 * 3_600,
  heartbeatSeconds: HEARTBEAT_SECONDS,
})

/** Replays events, as somebody asked for. One at a time in all processes; another goes on where one went away, or its time was over: a slow replay may take days. */
export const EVENT_REPLAY = defineQueue('event-replay', {
  policy: 'exclusive',
  retryLimit: 0,
  expireInSeconds: 12 * 3_600,
  heartbeatSeconds: HEARTBEAT_SECONDS,
})

/** Adds what was recorded to the figures of its hours. */
export const FIGURES = defineQueue('figures', {
  policy: 'exclusive',
  retryLimit: 0,
  heartbeatSeconds: HEARTBEAT_SECONDS,
})

/** Clears the list of what ERPs were told. */
export const ERP_LOG = defineQueue('erp-log', {
  policy: 'exclusive',
  retryLimit: 0,
  heartbeatSeconds: HEARTBEAT_SECONDS,
})

/** Clears the log of webhooks. */
export const WEBHOOK_LOG = defineQueue('webhook-log', {
  policy: 'exclusive',
  retryLimit: 0,
  heartbeatSeconds: HEARTBEAT_SECONDS,
})

/** Of what an audit finds, so much is told in the log; the command `audit` tells all. */
const TOLD_MAX = 10

const EVERY_MINUTE = '* * * * *'

/** Milliseconds until an ERP that does not answer is asked again, at first. */
const ERP_RETRY_MS_MIN = 500

/** Milliseconds for which reading an ERP may take to pass a snapshot of it, before it is compared another time. */
const ERP_PULL_MS = 600_000

/** Milliseconds for which a call of a marketplace may last, whatever its connector waits for, and until one that does not answer is called again, at first and at most. */
const MARKETPLACE_SETTINGS = { callMs: 90_000, retryMsMin: 500, retryMsMax: 60_000 }

/**
 * What happens without being asked for: holds and parked events whose time is over, what waits without being woken, what changes in ERPs, what marketplaces are told, and the
 * comparison of balances with the journal. Any number of workers may run on one database: each step is decided under the lock, so nothing is done twice.
 */
export async function startWorker(parts: Parts): Promise<Worker> {
  const { config, database, bus, ledger, ingest, jobs, log } = parts
  await Promise.all(
    [PARKED, AUDIT, EVENT_REPLAY, WEBHOOK_LOG, ERP_LOG, FIGURES, ERP_RECONCILIATION, MARKETPLACE_CHECK].map((queue) =>
      jobs.define(queue),
    ),
  )
  await jobs.work(PARKED, {}, async () => {
    const expired = await expireParked(ingest)
    if (expired > 0) log.warn({ expired }, 'Parked events have become dead letters: their predecessors never came')
    await retryParked(ingest)
  })
  await jobs.schedule(PARKED, EVERY_MINUTE)

  await jobs.work(AUDIT, {}, async (_jobs, signal) => {
    const { positions, entries, found, differences } = await audit({
      db: database,
      most: TOLD_MAX,
      stopped: () => signal.aborted,
    })
    signal.throwIfAborted()
    const first = differences.map((difference) => ({ ...difference, proposal: proposalFor(difference) }))
    const answer = { positions, entries, differences: found }
    if (found > 0) log.error({ ...answer, first }, 'The audit found figures that do not follow from the journal')
    else log.info(answer, 'The audit found every figure to follow from the journal')
    return answer
  })
  const { auditIntervalSeconds } = config
  await jobs.schedule(
    AUDIT,
    auditIntervalSeconds === 0 ? null : `FREQ=SECONDLY;INTERVAL=${Math.max(60, auditIntervalSeconds)}`,
  )

  await jobs.work(EVENT_REPLAY, {}, async (_jobs, signal) => workReplays({ ingest, signal, log }))
  await jobs.schedule(EVENT_REPLAY, EVERY_MINUTE)

  await jobs.work(WEBHOOK_LOG, {}, async (_jobs, signal) => {
    await pruneDeliveries(database.kysely, config.webhookLogHours, signal)
  })
  await jobs.schedule(WEBHOOK_LOG, EVERY_MINUTE)

  await jobs.work(FIGURES, {}, async (_jobs, signal) => {
    while (!signal.aborted && (await gatherFigures(database.kysely)) > 0);
  })
  await jobs.schedule(FIGURES, EVERY_MINUTE)

  await jobs.work(ERP_LOG, {}, async (_jobs, signal) => {
    await pruneMovements(database.kysely, config.erpLogHours, signal)
  })
  await jobs.schedule(ERP_LOG, EVERY_MINUTE)

  const connect = await connectErps(config)
  await jobs.work(ERP_RECONCILIATION, {}, async (_jobs, signal) => {
    const pulledUpTo = (systemId: string) => readPulledUpTo(database.kysely, systemId)
    await workReconciliations({ db: database, ingest, connect, pulledUpTo, pullMs: ERP_PULL_MS, signal, log })
  })
  await jobs.schedule(ERP_RECONCILIATION, EVERY_MINUTE)

  const connectMarketplace = await connectMarketplaces(config)
  await jobs.work(MARKETPLACE_CHECK, {}, async (_jobs, signal) =>
    checkMarketplaces({ db: database.kysely, connect: connectMarketplace, signal, log }),
  )
  await jobs.schedule(MARKETPLACE_CHECK, EVERY_MINUTE)

  const sweep = startSweep({
    db: database,
    ledger,
    bus,
    log: {
      // It looks twice a second: a database that is away is told by those who are asked meanwhile.
      warn: (details, message) => {
        const away = 'err' in details && isDatabaseUnavailable(details.err)
        log[away ? 'debug' : 'warn'](details, message)
      },
    },
  })
  const lowStock = keepLowStock({ db: database, bus, ledger, pollMs: config.feedPollMs, log })
  const erps = deliverToErps({
    db: database.kysely,
    bus,
    connect,
    settings: {
      callMs: config.erpCallMs,
      unknownMs: config.erpUnknownMs,
      retryMsMin: Math.min(ERP_RETRY_MS_MIN, config.erpRetryMsMax),
      retryMsMax: config.erpRetryMsMax,
    },
    log,
  })
  const erpPulls = readErps(parts, connect)
  const marketplaces = tellMarketplaces({
    db: database,
    bus,
    ingest,
    connect: connectMarketplace,
    settings: MARKETPLACE_SETTINGS,
    log,
  })
  return {
    async close() {
      await Promise.all([sweep.stop(), lowStock.close(), erps.close(), erpPulls.close(), marketplaces.close()])
    },
  }
}
