import { sql } from 'kysely'
import pino from 'pino'
import { Registry } from 'prom-client'
import { describe, expect, test } from 'vitest'
import { gatherFigures } from '../../core/figures/gather.ts'
import { requestReplay } from '../../core/ingest/replays.ts'
import { tellFigures } from '../../hub/tell-figures.ts'
import { cloudEvent, count, sale } from '../ingest/ingest-hub.ts'
import { DATABASE_KINDS } from '../support/database.ts'
import { openTestHub, type TestHub } from '../support/hub.ts'

const FIGURES = `query ($from: DateTime, $until: DateTime) { figures(from: $from, until: $until) {
  pending
  recording { channelId entries secondsMean secondsMax withinSecond withinMinute withinHour }
  failures { source eventType code count open }
  recovery { replays lettersReplayed lettersRefusedAgain lettersDiscarded movementsRecovered deliveriesRecovered }
  stockErrors { kind channelId count units }
  interventions { kind source count }
  divergences { systemId locationId positions units }
  backlog { systemId priority count units }
} }`

async function figures(hub: TestHub, span: { from?: string; until?: string } = {}) {
  return (await hub.data('stock', FIGURES, span)).figures
}

async function gather(hub: TestHub): Promise<number> {
  let looked = 0
  for (let more = await gatherFigures(hub.db.kysely); more > 0; more = await gatherFigures(hub.db.kysely))
    looked += more
  return looked
}

const record = (hub: TestHub, ...events: unknown[]) => hub.ingest.record(events, { client: 'till', channels: null })

const ago = (seconds: number) => ({ time: new Date(Date.now() - seconds * 1_000).toISOString() })

const SELLABLE = 1
const QUALITY_HOLD = 2

/** What an ERP has otherwise, as a comparison would have noted it. */
function differs(hub: TestHub, sku: string, difference: number, daysAgo = 0, accounts = SELLABLE) {
  return sql`
    insert into erp_divergence (id, system_id, bucket, sku, location_id, accounts, state, erp_quantity, expected, difference, cause, seen, first_seen_at, last_seen_at, read_at, last_run)
    select ${`div_${sku}`}, 'erp', p.bucket, p.sku, p.location_id, ${accounts}, 'HELD', p.sellable + ${difference}::bigint, p.sellable, ${difference}::bigint, 'UNEXPLAINED', 2,
           now() - ${daysAgo} * interval '1 day', now(), now(), 'rec'
    from position p where p.sku = ${sku}
  `.execute(hub.db.kysely)
}

describe.each(DATABASE_KINDS)('figures on %s', (kind) => {
  test('tell what happened, once, by the hour', async () => {
    await using hub = await openTestHub(kind)
    await hub.shop(['MUG', 'PEN'], ['BER'])
    await record(
      hub,
      count('MUG', 10, ago(3_600)),
      sale('MUG', 1, { ...ago(30), channelId: 'web' }),
      sale('MUG', 2, { ...ago(7_200) }),
    )
    await record(
      hub,
      cloudEvent(
        'stock.adjusted',
        { sku: 'MUG', locationId: 'BER', delta: -1, reason: 'broken' },
        { source: '/people' },
      ),
    )
    // Promised elsewhere although it is not there, and taken back; and taken back because the shelf was empty.
    const lines = [{ sku: 'PEN', locationId: 'BER', quantity: 5 }]
    await record(hub, cloudEvent('reservation.confirmed', { reference: 'R-1', channelId: 'web', lines }))
    await record(hub, cloudEvent('reservation.released', { reference: 'R-1' }))
    const held = await hub.reserve([{ sku: 'MUG', locationId: 'BER', quantity: 3 }])
    const id = held.status === 'posted' ? (held.reservation?.id ?? '') : ''
    await hub.submit({ kind: 'releaseReservation', reservation: { id }, reason: 'NO_LONGER_AVAILABLE' })
    const plain = await hub.reserve([{ sku: 'MUG', locationId: 'BER', quantity: 1 }])
    const other = plain.status === 'posted' ? (plain.reservation?.id ?? '') : ''
    await hub.submit({ kind: 'releaseReservation', reservation: { id: other }, reason: 'changed their mind' })

    expect((await figures(hub)).pending).toBeGreaterThan(0)
    expect(await gather(hub)).toBeGreaterThan(0)
    const told = await figures(hub)
    expect(told).toMatchObject({
      pending: 0,
      stockErrors: expect.arrayContaining([
        { kind: 'OVERSELL', channelId: null, count: 1, units: 5 },
        { kind: 'CANCELED_BACKORDER', channelId: 'web', count: 1, units: 5 },
        { kind: 'CANCELED_FOR_STOCK', channelId: 'web', count: 1, units: 3 },
      ]),
      interventions: [{ kind: 'ADJUSTMENT', source: '/people', count: 1 }],
    })
    expect(told.stockErrors).toHaveLength(3)
    const web = told.recording.find(({ channelId }: { channelId: string | null }) => channelId === 'web')
    const none = told.recording.find(({ channelId }: { channelId: string | null }) => channelId === null)
    // The sale of half a minute ago, and what was promised and taken back as it was told.
    expect(web).toMatchObject({ entries: 3, withinSecond: 2, withinMinute: 3 })
    expect(web.secondsMax).toBeGreaterThanOrEqual(30)
    expect(none).toMatchObject({ entries: 3, withinHour: 1 })
    expect(none.secondsMax).toBeGreaterThanOrEqual(7_200)

    // Nothing is counted twice, and nothing of another time.
    expect(await gather(hub)).toBe(0)
    expect(await figures(hub)).toEqual(told)
    expect(await figures(hub, { from: '2020-01-01T00:00:00Z', until: '2020-06-01T00:00:00Z' })).toMatchObject({
      recording: [],
      stockErrors: [],
      interventions: [],
    })
  })

  test('tell what failed, by path, and what was put right', async () => {
    await using hub = await openTestHub(kind)
    await hub.shop(['MUG'], ['BER'])
    await record(hub, sale('GHOST', 1), sale('GHOST', 2), sale('MUG', 'half', { source: '/erp' }))
    const path = { source: '/tills/berlin-1', eventType: 'onhand.sale.recorded.v1', code: 'UNKNOWN_SKU' }
    expect((await figures(hub)).failures).toEqual([
      { ...path, count: 2, open: 2 },
      { source: '/erp', eventType: 'onhand.sale.recorded.v1', code: 'INVALID_EVENT', count: 1, open: 1 },
    ])
    await hub.submit({ kind: 'upsertItems', items: [{ sku: 'GHOST', title: 'Ghost' }] })
    await hub.mutate('stock', 'replayDeadLetters', 'results { status }', { filter: { codes: ['UNKNOWN_SKU'] } })
    const [left] = (await hub.data('stock', '{ deadLetters(filter: { statuses: [OPEN] }) { nodes { id } } }'))
      .deadLetters.nodes
    await hub.mutate('stock', 'discardDeadLetter', 'deadLetter { status }', { id: left.id })
    await requestReplay(hub.db.kysely, { selection: {}, lettersMax: null, eventsPerSecond: 1 }, 'test')
    const told = await figures(hub)
    expect(told.failures).toMatchObject([
      { ...path, count: 2, open: 0 },
      { count: 1, open: 0 },
    ])
    expect(told.recovery).toMatchObject({ replays: 1, lettersReplayed: 2, lettersDiscarded: 1 })
    expect(told.interventions).toEqual([
      { kind: 'LETTER_DISCARDED', source: null, count: 1 },
      { kind: 'LETTER_REPLAYED', source: null, count: 2 },
      { kind: 'REPLAY', source: null, count: 1 },
    ])
  })

  test('tell what differs, and which of it is urgent', async () => {
    await using hub = await openTestHub(kind)
    const skus = ['SOLD-OUT', 'SMALL', 'HALF', 'OLD', 'FAST', 'SLOW', 'HELD', 'ANY']
    await hub.shop(skus, ['BER'])
    for (const sku of skus) await hub.count(sku, 'BER', 100)
    for (let n = 0; n < 10; n++) await hub.sell('FAST', 'BER', 1)
    for (let n = 0; n < 9; n++) await hub.sell('SLOW', 'BER', 1)
    await hub.submit({ kind: 'upsertErpSystem', id: 'erp', connector: 'plain', correctUpTo: 5 })
    await differs(hub, 'SOLD-OUT', -100)
    await differs(hub, 'SMALL', 5, 3)
    await differs(hub, 'HALF', -60)
    await differs(hub, 'OLD', 20, 3)
    await differs(hub, 'FAST', 20)
    await differs(hub, 'SLOW', 20)
    // Nothing is promised of what is held for quality: it is the sellable units that shoppers are told of.
    await differs(hub, 'HELD', -100, 0, QUALITY_HOLD)
    await differs(hub, 'ANY', -100, 0, SELLABLE + QUALITY_HOLD)
    const { nodes } = (await hub.data('stock', '{ divergences { nodes { sku priority } } }')).divergences
    expect(Object.fromEntries(nodes.map(({ sku, priority }: Record<string, string>) => [sku, priority]))).toEqual({
      'SOLD-OUT': 'URGENT',
      SMALL: 'LOW',
      HALF: 'HIGH',
      OLD: 'HIGH',
      FAST: 'HIGH',
      SLOW: 'NORMAL',
      HELD: 'NORMAL',
      ANY: 'URGENT',
    })
    expect(await figures(hub)).toMatchObject({
      divergences: [{ systemId: 'erp', locationId: 'BER', positions: 8, units: 425 }],
      backlog: [
        { systemId: 'erp', priority: 'HIGH', count: 3, units: 100 },
        { systemId: 'erp', priority: 'LOW', count: 1, units: 5 },
        { systemId: 'erp', priority: 'NORMAL', count: 2, units: 120 },
        { systemId: 'erp', priority: 'URGENT', count: 2, units: 200 },
      ],
    })
    await hub.mutate('stock', 'resolveDivergence', 'divergence { state }', { id: 'div_HALF', action: 'IGNORE' })
    const ignored = [{ kind: 'DIVERGENCE_IGNORED', source: null, count: 1 }]
    expect((await figures(hub)).interventions).toEqual(ignored)

    // It belongs to the time in which it was decided, although it was over later.
    const until = new Date(Date.now() + 60_000).toISOString()
    await sql`update erp_divergence set state = 'GONE', settled_at = now() + interval '2 days' where id = 'div_HALF'`.execute(
      hub.db.kysely,
    )
    expect((await figures(hub, { until })).interventions).toEqual(ignored)
  })

  // Goal: who reports much does not hide what is rare. Method: more sources than a list has lines.
  test('leave nothing out of a sum, however many sources there are', async () => {
    await using hub = await openTestHub(kind)
    await sql`
      insert into figure_hour select date_trunc('hour', now()), 'ADJUSTMENT', '/people/' || n, 2, 2 from generate_series(1, 300) n
      union all select date_trunc('hour', now()), 'OVERSELL', '', 1, 5
    `.execute(hub.db.kysely)
    await sql`
      insert into dead_letter (bucket, id, source, event_id, type, code, message, content, recorded_at)
      select n % 64, 'dl_' || n, '/tills/' || n, n::text, case when n <= 40 then 'onhand.sale.recorded.v1' else 'of.till.' || n end, 'UNKNOWN_SKU', '', '{}', now()
      from generate_series(1, 300) n
    `.execute(hub.db.kysely)
    const told = await figures(hub)
    expect(told.stockErrors).toEqual([{ kind: 'OVERSELL', channelId: null, count: 1, units: 5 }])
    expect(told.interventions).toHaveLength(250)
    expect(told.failures).toHaveLength(250)

    const registry = new Registry()
    tellFigures(registry, { database: hub.db, log: pino({ enabled: false }) })
    const metrics = await registry.metrics()
    expect(metrics).toContain('onhand_interventions{kind="adjustment"} 600\n')
    expect(metrics).toContain('onhand_stock_errors{kind="oversell"} 1\n')
    expect(metrics).not.toContain('onhand_stock_errors{kind="adjustment"}')
    expect(metrics).toContain('onhand_events_failed{type="onhand.sale.recorded.v1",code="UNKNOWN_SKU"} 40\n')
    expect(metrics).toContain('onhand_events_failed{type="other",code="UNKNOWN_SKU"} 260\n')
  })
})

// Goal: figures cost the same however much there is. Method: many old rows in every table that grows, and PostgreSQL's own count of rows that were read one after the other.
test('figures read nothing but what they are of', { timeout: 120_000 }, async () => {
  await using hub = await openTestHub('postgres')
  await hub.shop(['MUG'], ['BER'])
  const { kysely } = hub.db
  await hub.submit({ kind: 'upsertErpSystem', id: 'erp', connector: 'plain' })
  await sql`
    insert into dead_letter (bucket, id, source, event_id, type, code, message, content, status, occurred_at, recorded_at, settled_at, settled_by)
    select n % 64, 'dl_' || n, '/old', n::text, 't', 'UNKNOWN_SKU', '', '{}', case when n % 3 = 0 then 'OPEN' else 'REPLAYED' end, now(), now() - interval '90 days' - n * interval '1 second',
           case when n % 3 = 0 then null else now() - interval '90 days' end, 'x' from generate_series(1, 30000) n
  `.execute(kysely)
  await sql`
    insert into erp_movement (bucket, number, system_id, mode, sku, location_id, recorded_at, state, attempts, settled_at)
    select n % 64, n, 'erp', 'LIVE', 'MUG', 'BER', now(), 'ACKNOWLEDGED', 1 + n % 2, now() - interval '90 days' from generate_series(1, 30000) n
  `.execute(kysely)
  await sql`
    insert into journal (bucket, number, sku, location_id, from_account, to_account, quantity, kind, occurred_at, recorded_at)
    select 5, 1000000 + n, 'OLD', 'BER', 'loss', 'sellable', 1, 'adjustment', now(), now() from generate_series(1, 30000) n
  `.execute(kysely)
  await sql`
    insert into erp_divergence (id, system_id, bucket, sku, location_id, accounts, state, erp_quantity, expected, difference, cause, seen, first_seen_at, last_seen_at, read_at, last_run, settled_at)
    select 'div_' || n, 'erp', 1, 'S' || n, 'BER', 1, 'GONE', 0, 1, -1, 'UNEXPLAINED', 2, now(), now(), now(), 'r', now() - interval '90 days' from generate_series(1, 30000) n
  `.execute(kysely)
  for (const table of ['dead_letter', 'erp_movement', 'journal', 'erp_divergence'])
    await sql`analyze ${sql.table(table)}`.execute(kysely)

  const scanned = async () => {
    const { rows } = await sql<{ name: string; rows: number }>`
      select relname as name, seq_tup_read::float8 as rows from pg_stat_user_tables where relname in ('dead_letter', 'erp_movement', 'journal', 'erp_divergence') order by 1
    `.execute(kysely)
    return Object.fromEntries(rows.map((row) => [row.name, row.rows]))
  }
  const lookedUp = async () => {
    const { rows } = await sql<{
      scans: number
    }>`select idx_scan::float8 as scans from pg_stat_user_indexes where indexrelname = 'dead_letter_settled'`.execute(
      kysely,
    )
    return rows[0]?.scans ?? 0
  }
  // Counts are told within seconds: those of filling the tables first.
  await new Promise((resolve) => setTimeout(resolve, 3_000))
  const before = await scanned()
  const known = await lookedUp()
  await gather(hub)
  expect((await figures(hub)).failures).toEqual([])
  await expect
    .poll(
      async () => {
        await figures(hub)
        return lookedUp()
      },
      { timeout: 30_000, interval: 1_100 },
    )
    .toBeGreaterThan(known)
  await new Promise((resolve) => setTimeout(resolve, 2_000))
  await figures(hub)
  expect(await scanned()).toEqual(before)
})
