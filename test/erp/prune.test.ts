import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { pruneMovements } from '../../core/erp/prune.ts'
import { Pulls } from '../../core/erp/pulls.ts'
import { acknowledge } from '../../core/erp/queue.ts'
import type { Acknowledgement, ErpConnector } from '../../erp/connector.ts'
import { pullFromErp } from '../../erp/pull/pull-from-erp.ts'
import { DATABASE_KINDS } from '../support/database.ts'
import { openTestHub, type TestHub } from '../support/hub.ts'
import { SILENT } from '../support/ledger.ts'
import { plainConnector } from './plain-connector.ts'
import { deliver, drained, goodsMoved, knowErps, PlainErp, statesOf } from './plain-shop.ts'

const HOURS = 24

/** As if it had been settled that long ago. */
function settledAgo(hub: TestHub, hours: number) {
  return sql`update erp_movement set settled_at = settled_at - ${hours} * interval '1 hour' where settled_at is not null`.execute(
    hub.db.kysely,
  )
}

/** Reads an ERP that shows these as what it has taken from us; answers what became of it, and what was warned of. */
async function pulled(hub: TestHub, erp: PlainErp, acknowledgements: readonly Acknowledgement[]) {
  const connector: ErpConnector = {
    ...plainConnector({ url: erp.url }),
    async *pull() {
      yield { watermark: 'end', upTo: new Date(), items: [], locations: [], events: [], acknowledgements }
    },
  }
  const pulls = new Pulls(hub.db.kysely)
  const warnings: string[] = []
  const tally = await pullFromErp({
    systemId: 'erp',
    connector,
    routes: (await pulls.systems()).routes,
    pulls,
    ledger: hub.ledger,
    ingest: hub.ingest,
    acknowledge: (systemId, seen) => acknowledge(hub.db.kysely, systemId, seen),
    log: { ...SILENT, warn: (_details, message) => void warnings.push(message) },
    signal: new AbortController().signal,
    leaseMs: 30_000,
  })
  return { tally, warnings }
}

describe.each(DATABASE_KINDS)('the list of what ERPs were told, on %s', (kind) => {
  test('is cleared of what was taken long ago, and what is seen again is neither news nor told twice', async () => {
    await using erp = await PlainErp.open()
    await using hub = await openTestHub(kind)
    await hub.shop(['MUG', 'PEN', 'CAP'], ['BER'])
    await knowErps(hub, 'erp')
    await erp.behave({ refuse: ['PEN'] })
    await using _deliveries = deliver(hub, { erp })
    for (const sku of ['MUG', 'PEN', 'CAP']) await hub.count(sku, 'BER', 10)
    await drained(hub, 'erp')
    expect(await statesOf(hub, 'erp')).toEqual({ ACKNOWLEDGED: 2, REFUSED: 1 })
    expect(await pruneMovements(hub.db.kysely, HOURS)).toBe(0)

    await settledAgo(hub, HOURS + 1)
    await hub.sell('CAP', 'BER', 1)
    await drained(hub, 'erp')
    const booked = await erp.books()
    expect(await pruneMovements(hub.db.kysely, HOURS)).toBe(2)
    expect(await statesOf(hub, 'erp')).toEqual({ ACKNOWLEDGED: 1, REFUSED: 1 })
    expect(await pruneMovements(hub.db.kysely, HOURS)).toBe(0)

    // The ERP is read from its beginning: it shows all that it has taken, with what each would be if it were news.
    const shown = (await goodsMoved(hub)).map(({ reference, sku, quantity }): Acknowledgement => {
      const data = { sku, locationId: 'BER', delta: quantity, reason: 'given back' }
      const name = { specversion: '1.0', id: reference, source: '/erp/erp', time: new Date().toISOString() } as const
      const events = [{ ...name, type: 'onhand.stock.adjusted.v1', data }]
      return { reference, erpReference: 'seen again', at: new Date(), events }
    })
    const before = [await hub.position('MUG', 'BER'), await hub.position('CAP', 'BER')]
    const { tally, warnings } = await pulled(hub, erp, shown)
    expect(warnings).toEqual([])
    expect(tally).toMatchObject({ acknowledgements: 4, events: {} })
    expect([await hub.position('MUG', 'BER'), await hub.position('CAP', 'BER')]).toEqual(before)
    await drained(hub, 'erp')
    expect(await erp.books()).toEqual(booked)
    expect(await statesOf(hub, 'erp')).toEqual({ ACKNOWLEDGED: 2 })

    // It is known only of the ERP that was told.
    await hub.submit({ kind: 'upsertErpSystem', id: 'other', connector: 'plain' })
    const [first] = shown
    expect(await acknowledge(hub.db.kysely, 'other', first === undefined ? [] : [first])).toEqual({
      lost: [],
      untold: [first?.reference],
    })
  })

  test('is found by its index, however much of it there is', async () => {
    await using hub = await openTestHub(kind)
    await hub.submit({ kind: 'upsertErpSystem', id: 'erp', connector: 'plain' })
    await sql`
      insert into erp_movement (bucket, number, system_id, mode, sku, location_id, recorded_at, state, settled_at)
      select n % 64, n, 'erp', 'LIVE', 'SKU-' || n, 'BER', now(), 'ACKNOWLEDGED', now() - n * interval '1 minute' from generate_series(1, 20000) n
    `.execute(hub.db.kysely)
    await sql`analyze erp_movement`.execute(hub.db.kysely)
    const { rows } = await sql<{ 'QUERY PLAN': string }>`
      explain select bucket, number from erp_movement
      where system_id = 'erp' and settled_at < clock_timestamp() - interval '300 hours' and state in ('ACKNOWLEDGED', 'IMMATERIAL', 'DISCARDED')
      order by settled_at limit 2000
    `.execute(hub.db.kysely)
    expect(rows.map((row) => row['QUERY PLAN']).join('\n')).toContain('erp_movement_settled')
    // Those of the last 24 hours stay.
    expect(await pruneMovements(hub.db.kysely, HOURS)).toBe(20_000 - HOURS * 60 + 1)
    expect(await statesOf(hub, 'erp')).toEqual({ ACKNOWLEDGED: HOURS * 60 - 1 })
  })
})
