import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { Registry } from 'prom-client'
import { describe, expect, test } from 'vitest'
import { readConfig } from '../../core/config.ts'
import { findReplay, requestReplay } from '../../core/ingest/replays.ts'
import type { Command } from '../../core/ledger/commands.ts'
import { openParts } from '../../hub/parts.ts'
import { tellErps } from '../../hub/tell-erps.ts'
import { tellFigures } from '../../hub/tell-figures.ts'
import { tellJobs } from '../../hub/tell-jobs.ts'
import { EVENT_REPLAY, FIGURES, startWorker } from '../../hub/worker.ts'
import { sale } from '../ingest/ingest-hub.ts'
import { DATABASE_KINDS, freshDatabase } from '../support/database.ts'

// Goal: what somebody asks for is done by whichever worker there is, and whoever watches the hub hears of it. Method: a worker with its jobs, and the metrics beside it.
describe.each(DATABASE_KINDS)('%s', (kind) => {
  test('a worker replays events that were asked for, adds figures up, and metrics tell of both', {
    timeout: 90_000,
  }, async () => {
    await using stack = new AsyncDisposableStack()
    const folder = stack.adopt(await mkdtemp(join(tmpdir(), 'onhand-jobs-')), (it) =>
      rm(it, { recursive: true, force: true }),
    )
    const place =
      kind === 'pglite' ? { DATA_DIR: folder } : { DATABASE_URL: stack.use(await freshDatabase('postgres')).url ?? '' }
    const config = readConfig({ AUDIT_INTERVAL_SECONDS: '0', ...place })
    const log = pino({ level: 'silent' })
    const parts = stack.adopt(await openParts({ config, log, worker: true }), (it) => it.close())
    stack.adopt(await startWorker(parts), (it) => it.close())
    const { kysely } = parts.database
    const submit = (command: Command) =>
      parts.ledger.submit({ command, client: 'test', channels: null, occurredAt: null })
    const reporter = { client: 'till', channels: null }

    await submit({ kind: 'upsertLocations', locations: [{ id: 'BER', name: 'Berlin' }] })
    const strange = { ...sale('GHOST', 1), type: 'anything at all' }
    await parts.ingest.record([sale('GHOST', 3), sale('SPIRIT', 1), strange], reporter)
    await submit({ kind: 'upsertItems', items: [{ sku: 'GHOST', title: 'Ghost' }] })
    const id = await requestReplay(kysely, { selection: {}, lettersMax: null, eventsPerSecond: 100 }, 'operator')
    await parts.jobs.send(EVENT_REPLAY, {})
    const state = async () => (await findReplay(kysely, id))?.state
    await expect.poll(state, { timeout: 60_000 }).toBe('DONE')
    expect(await findReplay(kysely, id)).toMatchObject({ total: 3, done: 3, accepted: 1, rejected: 2 })

    await parts.jobs.send(FIGURES, {})
    const hours = async () => (await kysely.selectFrom('figure_hour').select('figure').execute()).map((it) => it.figure)
    await expect.poll(hours, { timeout: 60_000 }).toContain('NEGATIVE_STOCK')

    const registry = new Registry()
    tellFigures(registry, parts)
    tellJobs(registry, parts)
    tellErps(registry, parts)
    const text = await registry.metrics()
    expect(text).toContain('onhand_events_failed{type="onhand.sale.recorded.v1",code="UNKNOWN_SKU"} 2')
    expect(text).toContain('onhand_events_failed{type="other",code="UNKNOWN_TYPE"} 1')
    expect(text).toContain('onhand_recovered{what="letters_replayed"} 1')
    expect(text).toContain('onhand_recovered{what="letters_refused_again"} 2')
    expect(text).toContain('onhand_interventions{kind="replay"} 1')
    expect(text).toContain('onhand_stock_errors{kind="negative_stock"} 1')
    // The first time that they are asked, and not what was so the time before.
    expect(text).toMatch(/onhand_jobs_oldest_seconds\{queue="figures"\} \d/)
    expect(text).toMatch(/onhand_recording_delay_seconds\{channel=""\} \d/)
  })
})
