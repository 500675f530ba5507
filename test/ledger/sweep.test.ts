import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { Client } from 'pg'
import { describe, expect, test } from 'vitest'
import { openDatabase } from '../../core/database/connection.ts'
import { audit } from '../../core/ledger/audit.ts'
import { BUCKET_COUNT } from '../../core/ledger/bucket.ts'
import { newId } from '../../core/ledger/ids.ts'
import { DUE_LINES_MAX } from '../../core/ledger/load.ts'
import { SWEEP_LOCK, startSweep } from '../../core/ledger/sweep.ts'
import { openLedger } from '../../core/ledger/writer.ts'
import { DATABASE_KINDS } from '../support/database.ts'
import { openTestLedger, SILENT, type TestLedger } from '../support/ledger.ts'

const skuOf = (index: number) => `SKU-${index}`
const SKUS = Array.from({ length: 100 }, (_, index) => skuOf(index))

/** So many holds of one unit each, over these SKUs in turn. */
async function hold(hub: TestLedger, skus: readonly string[], holds: number): Promise<void> {
  const answers = await hub.ledger.submitAll(
    Array.from({ length: holds }, (_, index) => ({
      command: {
        kind: 'reserve',
        id: newId('rsv'),
        channelId: 'web',
        reference: null,
        ttlSeconds: 3_600,
        allOrNothing: true,
        lines: [{ sku: skus[index % skus.length] ?? '', locationId: 'BER', quantity: 1 }],
      },
      client: 'test',
      channels: null,
      occurredAt: null,
    })),
    'bulk',
  )
  expect(answers.filter(({ status }) => status !== 'posted')).toEqual([])
}

const endedIn = async (hub: TestLedger) => {
  const { rows } = await sql<{ line: string; ends: number }>`
    select document_id || '/' || line as line, count(*) as ends from journal where kind = 'expire' group by 1
  `.execute(hub.db.kysely)
  return rows
}

// Goal: several processes share the work, and no hold ends twice. Method: two ledgers with a sweep each, and holds that end at one moment.
test('what ends at one moment is swept once, however many sweep', async () => {
  await using hub = await openTestLedger('postgres')
  await hub.shop(SKUS, ['BER'])
  for (const sku of SKUS) await hub.count(sku, 'BER', 100)
  await hold(hub, SKUS, 1_000)
  await hub.rewrite(sql`update reservation_line set expires_at = clock_timestamp() + interval '500 milliseconds'`)

  const other = await openDatabase({ url: hub.db.url })
  const ledger = await openLedger({ db: other, bus: { publish: async () => {} }, log: SILENT })
  const sweeps = [
    startSweep({ db: hub.db, ledger: hub.ledger, log: SILENT }),
    startSweep({ db: other, ledger, log: SILENT }),
  ]
  await expect.poll(async () => (await endedIn(hub)).length, { timeout: 60_000 }).toBe(1_000)
  await Promise.all(sweeps.map((sweep) => sweep.stop()))
  await ledger.close()
  await other.close()

  expect((await endedIn(hub)).filter(({ ends }) => ends !== 1)).toEqual([])
  for (const sku of SKUS) expect(await hub.position(sku, 'BER')).toMatchObject({ sellable: 100, held: 0 })
  expect((await audit({ db: hub.db })).differences).toEqual([])
})

// Goal: a hold is over within a second, also beside thousands that are not, and told of (how soon that reaches a subscriber is what bench/expiry.ts measures).
// Method: holds that end one after the other, by the clock of the database; the one in the middle, because any single one may have to wait for a machine that
// does something else.
test('what ends beside thousands of open holds is in the journal within a second, and told once', async () => {
  await using hub = await openTestLedger('postgres')
  const ending = Array.from({ length: 40 }, (_, index) => `END-${index}`)
  await hub.shop([...SKUS, ...ending], ['BER'])
  for (const sku of SKUS) await hub.count(sku, 'BER', 100)
  for (const sku of ending) await hub.count(sku, 'BER', 1)
  await hold(hub, SKUS, 3_000)

  const sweep = startSweep({ db: hub.db, ledger: hub.ledger, log: SILENT })
  for (const sku of ending) {
    await hub.reserve([{ sku, locationId: 'BER', quantity: 1 }], { id: `rsv_${sku}`, ttlSeconds: 1 })
    await sleep(50)
  }
  await expect.poll(async () => (await endedIn(hub)).length, { timeout: 60_000 }).toBe(ending.length)
  await sweep.stop()

  const { rows } = await sql<{ ms: number }>`
    select extract(epoch from j.recorded_at - l.expires_at)::float8 * 1000 as ms
    from journal j join reservation_line l on l.reservation_id = j.document_id and l.line = j.line
    where j.kind = 'expire' order by 1
  `.execute(hub.db.kysely)
  const delays = rows.map(({ ms }) => ms)
  expect(delays[delays.length / 2]).toBeLessThan(1_000)
  // Once when it was held, and once when it ended.
  const told = hub.messages.flatMap(({ changes }) => changes.map(({ subjectId }) => subjectId))
  for (const sku of ending) {
    expect(told.filter((id) => id === `rsv_${sku}`)).toHaveLength(2)
    expect(await hub.position(sku, 'BER')).toMatchObject({ sellable: 1, held: 0 })
  }
})

// Goal: one that goes away leaves its share to the others. Method: somebody who has taken all buckets, and is ended.
test('buckets of one who has died are swept by the others', async () => {
  await using hub = await openTestLedger('postgres')
  await hub.shop(['MUG'], ['BER'])
  await hub.count('MUG', 'BER', 1)
  await hold(hub, ['MUG'], 1)

  const dying = new Client({ connectionString: hub.db.url })
  dying.on('error', () => {})
  await dying.connect()
  await dying.query('begin')
  await dying.query('select pg_advisory_xact_lock($1, bucket) from generate_series(0, $2 - 1) as bucket', [
    SWEEP_LOCK,
    BUCKET_COUNT,
  ])
  await hub.rewrite(sql`update reservation_line set expires_at = clock_timestamp()`)
  const sweep = startSweep({ db: hub.db, ledger: hub.ledger, log: SILENT })
  await new Promise((resolve) => setTimeout(resolve, 1_000))
  expect(await endedIn(hub)).toEqual([])

  const { rows } = await dying.query<{ pid: number }>('select pg_backend_pid() as pid')
  await sql`select pg_terminate_backend(${rows[0]?.pid})`.execute(hub.db.kysely)
  await expect.poll(() => endedIn(hub), { timeout: 20_000 }).toMatchObject([{ ends: 1 }])
  await sweep.stop()
  await dying.end()
})

describe.each(DATABASE_KINDS)('%s', (kind) => {
  // Goal: nobody has to ask for it. Method: holds and a fence of a second, a sweep that found nothing when it began, and nobody who says anything after that.
  test('what ends is swept by itself, with the event that tells it', async () => {
    await using hub = await openTestLedger(kind)
    await hub.shop(['MUG', 'BOWL'], ['BER'])
    for (const sku of ['MUG', 'BOWL']) await hub.count(sku, 'BER', 10)
    const sweep = startSweep({ db: hub.db, ledger: hub.ledger, log: SILENT })
    await hub.reserve([{ sku: 'MUG', locationId: 'BER', quantity: 3 }], { id: 'rsv_1', ttlSeconds: 1 })
    await hub.submit({
      kind: 'upsertStockPolicy',
      sku: 'BOWL',
      locationId: 'BER',
      fences: [{ channelId: 'web', quantity: 4, until: new Date(Date.now() + 1_000) }],
    })
    expect(await hub.position('BOWL', 'BER')).toMatchObject({ fenced: 4 })
    await expect.poll(() => hub.position('MUG', 'BER'), { timeout: 20_000 }).toMatchObject({ held: 0 })
    await expect.poll(() => hub.position('BOWL', 'BER'), { timeout: 20_000 }).toMatchObject({ fenced: 0 })
    await sweep.stop()

    const told = hub.messages.flatMap(({ changes }) => changes)
    expect(told.filter(({ subjectId }) => subjectId === 'rsv_1').length).toBeGreaterThan(1)
    const { lines } = await hub.reservation('rsv_1')
    expect(lines).toMatchObject([{ held: 0, expired: 3 }])
  })

  // Goal: no transaction grows with the number of holds that end at once, and whoever decides sees all of them ended.
  test('more than one transaction may end is ended in several, before anything else is decided about the SKU', {
    timeout: 240_000,
  }, async () => {
    const holds = 2 * DUE_LINES_MAX + 100
    await using hub = await openTestLedger(kind)
    await hub.shop(['MUG'], ['BER'])
    await hub.count('MUG', 'BER', holds)
    await hold(hub, ['MUG'], holds)
    await hub.rewrite(sql`update reservation_line set expires_at = clock_timestamp()`)

    // With a key: an answer that was found before all of them were ended would be the answer for good.
    const all = await hub.reserve([{ sku: 'MUG', locationId: 'BER', quantity: holds }], { key: 'order-1' })
    expect(all).toMatchObject({ status: 'posted' })
    const { rows } = await sql<{ lines: number }>`
      select count(*) as lines from journal where kind = 'expire' group by recorded_at order by recorded_at
    `.execute(hub.db.kysely)
    expect(rows).toEqual([{ lines: DUE_LINES_MAX }, { lines: DUE_LINES_MAX }, { lines: 100 }])
    expect((await audit({ db: hub.db })).differences).toEqual([])
  })
})
