import { Gauge, type Registry } from 'prom-client'
import { readErpBacklogs } from '../core/erp/backlog.ts'
import type { Parts } from './parts.ts'
import { together } from './together.ts'

/** Metrics of what ERPs are to be told, and of how they do, whichever process delivers to them. */
export function tellErps(registry: Registry, { database, log }: Pick<Parts, 'database' | 'log'>): void {
  const registers = [registry]
  const labelNames = ['erp'] as const
  const oldest = new Gauge({
    name: 'onhand_erp_oldest_seconds',
    help: 'For how long the oldest movement has waited that an ERP is to be told, by ERP.',
    labelNames,
    registers,
    collect: () => collect(),
  })
  const failing = new Gauge({
    name: 'onhand_erp_failing_seconds',
    help: 'For how long an ERP has not answered, by ERP; 0 while it does.',
    labelNames,
    registers,
    collect: () => collect(),
  })
  const unread = new Gauge({
    name: 'onhand_erp_unread',
    help: 'Entries of the journal that were not looked through yet for what ERPs are to be told.',
    registers,
    collect: () => collect(),
  })
  const divergences = new Gauge({
    name: 'onhand_erp_divergences',
    help: 'Positions at which an ERP has other than it can know, by ERP and state: open, held, proposed.',
    labelNames: ['erp', 'state'] as const,
    registers,
    collect: () => collect(),
  })
  const movements = new Gauge({
    name: 'onhand_erp_movements',
    help: 'Movements that ERPs were not told yet or did not take, by ERP and state: queued, sent, refused.',
    labelNames: ['erp', 'state'] as const,
    registers,
    collect: () => collect(),
  })
  const collect = together(log, 'What ERPs are to be told could not be counted', async () => {
    for (const gauge of [movements, oldest, failing, unread, divergences]) gauge.reset()
    const { kysely } = database
    const systems = await kysely.selectFrom('erp_system').select('id').execute()
    const conditions = await kysely.selectFrom('erp_condition').select(['system_id', 'failing_since']).execute()
    const backlogs = await readErpBacklogs(
      kysely,
      systems.map(({ id }) => id),
    )
    for (const [erp, backlog] of backlogs) {
      movements.set({ erp, state: 'queued' }, backlog.queued)
      movements.set({ erp, state: 'sent' }, backlog.sent)
      movements.set({ erp, state: 'refused' }, backlog.refused)
      oldest.set({ erp }, secondsSince(backlog.oldestRecordedAt))
      unread.set(backlog.unread)
    }
    for (const { system_id, state, count } of await countDivergences(kysely)) {
      divergences.set({ erp: system_id, state: state.toLowerCase() }, Number(count))
    }
    for (const { system_id, failing_since } of conditions) failing.set({ erp: system_id }, secondsSince(failing_since))
  })
}

function countDivergences(db: Parts['database']['kysely']) {
  return db
    .selectFrom('erp_divergence')
    .select((eb) => ['system_id', 'state', eb.fn.countAll<number>().as('count')])
    .where('state', 'in', ['OPEN', 'HELD', 'PROPOSED'])
    .groupBy(['system_id', 'state'])
    .execute()
}

function secondsSince(moment: Date | null): number {
  return moment === null ? 0 : Math.max(0, (Date.now() - moment.getTime()) / 1000)
}
