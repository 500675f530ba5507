import { Gauge, type Registry } from 'prom-client'
import { ERP_MOVEMENT_TYPE } from '../core/erp/refused-movement.ts'
import {
  readBacklog,
  readDecisions,
  readDivergenceSums,
  readFailureSums,
  readHourlySums,
  readRecording,
  readRecovery,
} from '../core/figures/read.ts'
import { EVENT_TYPES } from '../schema/events/index.ts'
import type { Parts } from './parts.ts'
import { together } from './together.ts'

const DAY_MS = 86_400_000
/** What a scrape reads is kept for so long: figures of a day do not change by the second. */
const KEPT_MS = 30_000

/**
 * Metrics of how well what is told fits together, over the last 24 hours where they are of a time: read from the database, so that they are the same in every process and outlive all of them. Of SKUs and sources, of which
 * there may be any number, only the sums are told here; the query `figures` tells more.
 */
export function tellFigures(registry: Registry, { database, log }: Pick<Parts, 'database' | 'log'>): void {
  const registers = [registry]
  let readAt = Number.NEGATIVE_INFINITY
  const gauge = <Label extends string>(name: string, help: string, ...labelNames: Label[]) =>
    new Gauge<Label>({ name, help, labelNames, registers, collect: () => collect() })
  const delay = gauge(
    'onhand_recording_delay_seconds',
    'From when something happened until it was recorded, the mean of the last 24 hours, by channel.',
    'channel',
  )
  const failed = gauge(
    'onhand_events_failed',
    'Events that failed within the last 24 hours, by type and code.',
    'type',
    'code',
  )
  const divergent = gauge(
    'onhand_erp_divergent_units',
    'Units by which ERPs have other than they can know, by ERP and location.',
    'erp',
    'location',
  )
  const backlog = gauge(
    'onhand_erp_divergence_backlog',
    'Divergences that wait, by ERP and priority, of the oldest 2,000.',
    'erp',
    'priority',
  )
  const stockErrors = gauge(
    'onhand_stock_errors',
    'Promises without stock and facts that nobody expected, within the last 24 hours, by kind.',
    'kind',
  )
  const recovered = gauge(
    'onhand_recovered',
    'What succeeded afterwards within the last 24 hours, and what failed again, by what it is.',
    'what',
  )
  const interventions = gauge(
    'onhand_interventions',
    'What people did by hand within the last 24 hours, by kind.',
    'kind',
  )

  const collect = together(log, 'Figures could not be read', async () => {
    const now = performance.now()
    if (now - readAt < KEPT_MS) return
    // What fails is read again the next time.
    readAt = Number.NEGATIVE_INFINITY
    await read()
    readAt = now
  })

  async function read(): Promise<void> {
    const { kysely } = database
    const span = { from: new Date(Date.now() - DAY_MS), until: new Date(Date.now() + DAY_MS) }
    for (const one of [delay, failed, divergent, backlog, stockErrors, recovered, interventions]) one.reset()
    for (const { channelId, secondsMean } of await readRecording(kysely, span)) {
      delay.set({ channel: channelId ?? '' }, secondsMean)
    }
    // Whoever sends an event may call it what he likes.
    for (const { type, code, count } of await readFailureSums(kysely, span, [...EVENT_TYPES, ERP_MOVEMENT_TYPE])) {
      failed.set({ type: type ?? 'other', code }, count)
    }
    for (const { systemId, locationId, units } of await readDivergenceSums(kysely)) {
      divergent.set({ erp: systemId, location: locationId }, units)
    }
    for (const { systemId, priority, count } of await readBacklog(kysely)) {
      backlog.set({ erp: systemId, priority: priority.toLowerCase() }, count)
    }
    for (const { figure, count } of await readHourlySums(kysely, span)) {
      const sums = figure === 'ADJUSTMENT' ? interventions : stockErrors
      sums.set({ kind: figure.toLowerCase() }, count)
    }
    for (const [what, count] of Object.entries(await readRecovery(kysely, span)))
      recovered.set({ what: snake(what) }, count)
    for (const { figure, count } of await readDecisions(kysely, span))
      interventions.set({ kind: figure.toLowerCase() }, count)
  }
}

function snake(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}
