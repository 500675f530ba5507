import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { pino } from 'pino'
import { Registry } from 'prom-client'
import { describe, expect, test } from 'vitest'
import { readConfig } from '../../core/config.ts'
import { openParts } from '../../hub/parts.ts'
import { tellJobs } from '../../hub/tell-jobs.ts'
import { AUDIT, startWorker } from '../../hub/worker.ts'
import { DATABASE_KINDS, freshDatabase } from '../support/database.ts'

// Goal: whoever watches the hub hears of a figure that does not follow from the journal, and nothing is mended by that. Method: a worker, damage by SQL, and the
// metrics beside its log.
describe.each(DATABASE_KINDS)('%s', (kind) => {
  test('the audit of the worker tells what differs by log and metrics, and changes nothing', {
    timeout: 90_000,
  }, async () => {
    await using stack = new AsyncDisposableStack()
    const folder = stack.adopt(await mkdtemp(join(tmpdir(), 'onhand-audit-')), (it) =>
      rm(it, { recursive: true, force: true }),
    )
    const place =
      kind === 'pglite' ? { DATA_DIR: folder } : { DATABASE_URL: stack.use(await freshDatabase('postgres')).url ?? '' }
    const told: { level: number; msg: string }[] = []
    const log = pino({ level: 'info' }, { write: (line: string) => void told.push(JSON.parse(line)) })
    const config = readConfig({ AUDIT_INTERVAL_SECONDS: '0', ...place })
    const parts = stack.adopt(await openParts({ config, log, worker: true }), (it) => it.close())
    stack.adopt(await startWorker(parts), (it) => it.close())
    const registry = new Registry()
    tellJobs(registry, parts)
    const figure = async (name: string) => {
      const metric = await registry.getSingleMetric(name)?.get()
      return metric?.values[0]?.value
    }
    const audited = async () => {
      const before = told.length
      await parts.jobs.send(AUDIT, {})
      const found = () => told.slice(before).find(({ msg }) => msg.startsWith('The audit found'))
      await expect.poll(found, { timeout: 30_000 }).toBeDefined()
      return found()
    }
    expect(await figure('onhand_audit_differences')).toBeNaN()

    await parts.ledger.submit({
      command: { kind: 'upsertLocations', locations: [{ id: 'BER', name: 'Berlin' }] },
      client: 'test',
      channels: null,
      occurredAt: null,
    })
    expect(await audited()).toMatchObject({ level: 30, differences: 0 })
    await expect.poll(() => figure('onhand_audit_differences'), { timeout: 10_000 }).toBe(0)

    await sql`update bucket_head set number = number + 3 where bucket = 5`.execute(parts.database.kysely)
    expect(await audited()).toMatchObject({
      level: 50,
      differences: 1,
      first: [
        {
          check: 'feed',
          account: 'head',
          kept: 3,
          derived: 0,
          proposal: 'write stand-ins for the numbers that are missing',
        },
      ],
    })
    await expect.poll(() => figure('onhand_audit_differences'), { timeout: 10_000 }).toBe(1)
    expect(await figure('onhand_audit_age_seconds')).toBeLessThan(30)
    expect(await audited()).toMatchObject({ differences: 1 })
  })
})

// Goal: nobody has to ask for the audit. Method: the shortest time between two that a worker keeps to, which is a minute whatever is set below that, and nothing sent.
test('the audit of the worker runs by itself, every so often', { timeout: 300_000 }, async () => {
  await using stack = new AsyncDisposableStack()
  const database = stack.use(await freshDatabase('postgres'))
  const told: { msg: string }[] = []
  const log = pino({ level: 'info' }, { write: (line: string) => void told.push(JSON.parse(line)) })
  const config = readConfig({ AUDIT_INTERVAL_SECONDS: '1', DATABASE_URL: database.url ?? '' })
  const parts = stack.adopt(await openParts({ config, log, worker: true }), (it) => it.close())
  stack.adopt(await startWorker(parts), (it) => it.close())
  const audits = () => told.filter(({ msg }) => msg === 'The audit found every figure to follow from the journal')
  await expect.poll(() => audits().length, { timeout: 280_000, interval: 500 }).toBe(2)
})
