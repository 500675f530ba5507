import { Gauge, Histogram, type Registry } from 'prom-client'
import type { Parts } from './parts.ts'
import { together } from './together.ts'
import { AUDIT } from './worker.ts'

/** Seconds: from a row that is changed to a reading of the whole journal. */
const BUCKETS = [0.01, 0.05, 0.25, 1, 5, 30, 120, 600, 3_600]

/** Metrics of the queues of jobs, whichever process works at them, and of the jobs that were worked at here. */
export function tellJobs(registry: Registry, { jobs, log }: Pick<Parts, 'jobs' | 'log'>): void {
  const registers = [registry]
  const labelNames = ['queue'] as const
  const failed = new Gauge({
    name: 'onhand_jobs_failed',
    help: 'Jobs that were given up and are still kept, by queue.',
    labelNames,
    registers,
    collect: () => count(),
  })
  const oldest = new Gauge({
    name: 'onhand_jobs_oldest_seconds',
    help: 'For how long the oldest job that is due has waited, by queue.',
    labelNames,
    registers,
    collect: () => count(),
  })
  const waiting = new Gauge({
    name: 'onhand_jobs_waiting',
    help: 'Jobs that are not done yet, due or not, by queue.',
    labelNames,
    registers,
    collect: () => count(),
  })
  const count = together(log, 'The queues of jobs could not be counted', async () => {
    for (const gauge of [waiting, failed, oldest]) gauge.reset()
    for (const figures of await jobs.figures()) {
      waiting.set({ queue: figures.queue }, figures.waiting + figures.active)
      failed.set({ queue: figures.queue }, figures.failed)
      oldest.set({ queue: figures.queue }, figures.oldestSeconds)
    }
  })
  const audited = new Gauge({
    name: 'onhand_audit_age_seconds',
    help: 'How long ago the last audit ended, in whichever process; NaN when there is none.',
    registers,
    collect: () => look(),
  })
  const differences = new Gauge({
    name: 'onhand_audit_differences',
    help: 'Figures that the last audit found not to follow from the journal; NaN when there was none.',
    registers,
    collect: () => look(),
  })
  const look = together(log, 'What the last audit found could not be read', async () => {
    // Without a label a gauge is 0 when it is reset, and there is a difference between nothing found and nothing looked for.
    differences.set(Number.NaN)
    audited.set(Number.NaN)
    const last = await jobs.lastAnswer(AUDIT)
    if (last === undefined) return
    differences.set(Number(Object(last.answer).differences))
    audited.set((Date.now() - last.at.getTime()) / 1000)
  })
  const duration = new Histogram({
    name: 'onhand_job_duration_seconds',
    help: 'Jobs that were worked at in this process, by queue and result: done, retried, failed.',
    labelNames: ['queue', 'result'] as const,
    buckets: BUCKETS,
    registers,
  })
  jobs.onEnd(({ queue, result, seconds }) => duration.observe({ queue, result }, seconds))
}
