import { Gauge, type Registry } from 'prom-client'
import { Pulls } from '../core/erp/pulls.ts'
import type { Parts } from './parts.ts'
import { together } from './together.ts'

/** Metrics of reading ERPs, whichever process does it. */
export function tellErpPulls(registry: Registry, { database, log }: Pick<Parts, 'database' | 'log'>): void {
  const registers = [registry]
  const labelNames = ['erp'] as const
  const pulls = new Pulls(database.kysely)
  const failures = new Gauge({
    name: 'onhand_erp_pull_failures',
    help: 'Readings of an ERP that failed in a row, by ERP.',
    labelNames,
    registers,
    collect: () => collect(),
  })
  const lag = new Gauge({
    name: 'onhand_erp_pull_lag_seconds',
    help: 'For how long what an ERP records may have been unknown to the hub, by ERP; the difference of their clocks is in it.',
    labelNames,
    registers,
    collect: () => collect(),
  })
  const collect = together(log, 'How ERPs are read could not be looked up', async () => {
    for (const gauge of [lag, failures]) gauge.reset()
    for (const { systemId, behindSeconds, failures: inARow } of await pulls.figures()) {
      if (behindSeconds !== null) lag.set({ erp: systemId }, behindSeconds)
      failures.set({ erp: systemId }, inARow)
    }
  })
}
