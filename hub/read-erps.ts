import { Pulls } from '../core/erp/pulls.ts'
import { acknowledge } from '../core/erp/queue.ts'
import { type ErpPulls, type PullFromErpsOptions, pullFromErps } from '../erp/pull/pull-from-erps.ts'
import type { Parts } from './parts.ts'

/** Reads what changes in ERPs, as long as this process lives. */
export function readErps(
  { config, database, ledger, ingest, log }: Parts,
  connect: PullFromErpsOptions['connect'],
): ErpPulls {
  return pullFromErps({
    pulls: new Pulls(database.kysely),
    ledger,
    ingest,
    connect,
    acknowledge: (systemId, seen) => acknowledge(database.kysely, systemId, seen),
    intervalMs: config.erpPullMs,
    log,
    onPulled(systemId, { items, acknowledgements, events }) {
      const isNews = items > 0 || acknowledgements > 0 || Object.keys(events).length > 0
      if (isNews) log.debug({ erp: systemId, items, acknowledgements, events }, 'An ERP was read')
    },
  })
}
