import { type RawBuilder, sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { type Database, openDatabase } from '../../core/database/connection.ts'
import { audit, type Difference, fingerprintOf } from '../../core/ledger/audit.ts'
import { bucketOf, POLICY_STREAM } from '../../core/ledger/bucket.ts'
import { correct, proposalFor } from '../../core/ledger/correct.ts'
import { newId } from '../../core/ledger/ids.ts'
import { startSweep, sweepOnce } from '../../core/ledger/sweep.ts'
import { openLedger } from '../../core/ledger/writer.ts'
import { DATABASE_KINDS, type DatabaseKind } from '../support/database.ts'
import { made, openTestLedger, SILENT, type TestLedger } from '../support/ledger.ts'

const BUCKET = bucketOf('MUG')
const LINE = { sku: 'MUG', locationId: 'BER' }

/** Everything is about one SKU, and so in one bucket. */
const look = (db: Database) => audit({ db, streams: [POLICY_STREAM, BUCKET] })

/** Something in each state of which a figure is kept: MUG lies in BER only. */
async function openTrade(kind: DatabaseKind): Promise<TestLedger> {
  const hub = await openTestLedger(kind)
  await hub.shop(['MUG'], ['BER'], { allowBackorder: true })
  await hub.count('MUG', 'BER', 20)
  await hub.submit({ kind: 'upsertStockPolicy', ...LINE, fences: [{ channelId: 'web', quantity: 12 }] })
  await hub.reserve([{ ...LINE, quantity: 3 }], { id: 'rsv_held' })
  await hub.reserve([{ ...LINE, quantity: 4 }], { id: 'rsv_shipped' })
  await hub.submit({ kind: 'confirmReservation', reservation: { id: 'rsv_shipped' } })
  await hub.submit({
    kind: 'fulfillReservation',
    reservation: { id: 'rsv_shipped' },
    lines: [{ line: 1, quantity: 1 }],
  })
  await hub.reserve([{ ...LINE, quantity: 2 }], { id: 'rsv_over' })
  await hub.rewrite(sql`update reservation_line set expires_at = clock_timestamp() where reservation_id = 'rsv_over'`)
  await sweepOnce(hub.db, hub.ledger)

  const bought = { kind: 'createShipment', id: 'shp_1', shipmentKind: 'PURCHASE', reference: null } as const
  const places = { originId: null, destinationId: 'BER', supplier: 'Potter', expectedAt: null }
  await hub.submit({ ...bought, ...places, lines: [{ sku: 'MUG', quantity: 10 }] })
  await hub.submit({ kind: 'dispatchShipment', shipment: { id: 'shp_1' }, lines: [{ sku: 'MUG', quantity: 6 }] })
  await hub.submit({ kind: 'receiveShipment', shipment: { id: 'shp_1' }, lines: [{ sku: 'MUG', quantity: 2 }] })

  const back = { id: 'ret_1', channelId: 'web', reservationId: null, locationId: 'BER', reference: null } as const
  await hub.submit({ kind: 'authorizeReturn', ...back, lines: [{ sku: 'MUG', quantity: 3 }] })
  await hub.submit({ kind: 'receiveReturn', return: { id: 'ret_1' }, locationId: 'BER' })
  await hub.submit({ kind: 'inspectReturn', return: { id: 'ret_1' }, outcome: 'PASSED' })
  const two = { return: { id: 'ret_1' }, lines: [{ line: 1, quantity: 2 }] }
  await hub.submit({ kind: 'approveRestock', ...two })
  await hub.submit({ kind: 'restockReturn', ...two })
  return hub
}

interface Damage {
  readonly by: RawBuilder<unknown>
  readonly found: readonly Partial<Difference>[]
}

/** Each way in which a kept figure can leave what it is derived from, as hands can do it that know the tables. */
const DAMAGES: Record<string, Damage> = {
  'a balance of stock': {
    by: sql`update position set sellable = sellable + 5`,
    found: [{ check: 'position', account: 'sellable', kept: 28, derived: 23 }],
  },
  'a balance of promises': {
    by: sql`update position set held = held - 1`,
    found: [
      { check: 'position', account: 'held', kept: 2, derived: 3 },
      { check: 'demand', account: 'held', kept: 2, derived: 3 },
    ],
  },
  'a balance of expectations': {
    by: sql`update position set in_transit = 0`,
    found: [
      { check: 'position', account: 'inTransit', kept: 0, derived: 4 },
      { check: 'supply', account: 'inTransit', kept: 0, derived: 4 },
    ],
  },
  'units of a hold': {
    by: sql`update reservation_line set held = 1, released = 2, fenced = 1 where reservation_id = 'rsv_held'`,
    found: [
      { check: 'line', document: 'rsv_held/1', account: 'held', kept: 1, derived: 3 },
      { check: 'demand', account: 'held', kept: 3, derived: 1 },
    ],
  },
  'units that were shipped': {
    by: sql`update reservation_line set committed = 0, fulfilled = 4, fenced = 0 where reservation_id = 'rsv_shipped'`,
    found: [
      { check: 'line', document: 'rsv_shipped/1', account: 'committed', kept: 0, derived: 3 },
      { check: 'line', document: 'rsv_shipped/1', account: 'fulfilled', kept: 4, derived: 1 },
      { check: 'demand', account: 'committed', kept: 3, derived: 0 },
    ],
  },
  'the status of a hold that is over': {
    by: sql`update reservation_line set expired = 0, released = 2 where reservation_id = 'rsv_over'`,
    found: [{ check: 'line', document: 'rsv_over/1', account: 'expired', kept: 0, derived: 2 }],
  },
  'what is left in a fence': {
    by: sql`update fence set used = used + 1`,
    found: [
      { check: 'fence', document: 'web', account: 'fenced', kept: 4, derived: 5 },
      { check: 'demand', account: 'fenced', kept: 5, derived: 4 },
    ],
  },
  'what of a shipment arrived': {
    by: sql`update shipment_line set received = 3`,
    found: [
      { check: 'line', document: 'shp_1/1', account: 'received', kept: 3, derived: 2 },
      { check: 'status', document: 'shp_1/1', account: 'inTransit', kept: 4, derived: 3 },
    ],
  },
  'what of a shipment is under way': {
    by: sql`update shipment_line set in_transit = 3`,
    found: [
      { check: 'line', document: 'shp_1/1', account: 'inTransit', kept: 3, derived: 4 },
      { check: 'supply', account: 'inTransit', kept: 4, derived: 3 },
      { check: 'status', document: 'shp_1/1', account: 'inTransit', kept: 3, derived: 4 },
    ],
  },
  'what of a shipment never came': {
    by: sql`update shipment_line set closed_short = 7`,
    found: [{ check: 'status', document: 'shp_1/1', account: 'closedShort', kept: 7, derived: 0 }],
  },
  'units that were restocked': {
    by: sql`update return_line set restocked = 1, received = received + 1`,
    found: [
      { check: 'line', document: 'ret_1/1', account: 'restocked', kept: 1, derived: 2 },
      { check: 'line', document: 'ret_1/1', account: 'qualityHold', kept: 2, derived: 1 },
    ],
  },
  'the head of a stream': {
    by: sql`update bucket_head set number = number - 1 where bucket = ${BUCKET}`,
    found: [{ check: 'feed', account: 'head' }],
  },
  'a number that is missing': {
    by: sql`delete from change where bucket = ${BUCKET} and number = (select min(number) from change where bucket = ${BUCKET})`,
    found: [{ check: 'feed', account: 'number', kept: 0, derived: 1 }],
  },
  'the last numbers that are missing': {
    by: sql`update bucket_head set number = number + 2 where bucket = ${BUCKET}`,
    found: [{ check: 'feed', account: 'head' }],
  },
  'a number that two things have': {
    by: sql`insert into change (bucket, number, subject, subject_id, sku, action, occurred_at, recorded_at)
            select ${BUCKET}, max(number), 'item', 'MUG', 'MUG', 'updated', now(), now() from journal where bucket = ${BUCKET}`,
    found: [{ check: 'feed', account: 'number', kept: 2, derived: 1 }],
  },
}

const byText = (a: object, b: object) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)

// Goal: whatever is kept beside the journal is found where it left it, and is mended when somebody says so, not before.
describe.each(DATABASE_KINDS)('%s', (kind) => {
  test('each kind of damage is found, proposed, left alone, and mended when told', { timeout: 240_000 }, async () => {
    await using hub = await openTrade(kind)
    const { db } = hub
    expect((await look(db)).differences).toEqual([])
    for (const [name, { by, found }] of Object.entries(DAMAGES)) {
      await hub.rewrite(by)
      const { differences } = await look(db)
      expect([...differences].sort(byText), name).toHaveLength(found.length)
      expect(differences, name).toEqual(expect.arrayContaining(found.map((it) => expect.objectContaining(it))))
      for (const difference of differences) expect(proposalFor(difference), name).not.toBe('')
      expect((await look(db)).differences, `${name}: looking changes nothing`).toEqual(differences)

      const results = (await correct(db, differences)).map(({ result }) => result)
      expect(
        results.filter((result) => result === 'changed' || result === 'impossible'),
        name,
      ).toEqual([])
      expect(results, name).toContain('corrected')
      expect((await look(db)).differences, `${name}: mended`).toEqual([])
    }
    // The hub goes on from what was mended, and not from what it remembers.
    const answer = await hub.reserve([{ ...LINE, quantity: 1 }])
    expect(answer).toMatchObject({ status: 'posted' })
    expect((await look(db)).differences).toEqual([])
  })

  test('however much is wrong, a report keeps some of it and counts the rest', async () => {
    await using hub = await openTrade(kind)
    await hub.rewrite(sql`update position set sellable = 0, quality_hold = 0, held = 0`)
    const all = await look(hub.db)
    const some = await audit({ db: hub.db, streams: [BUCKET], most: 2 })
    expect(all.found).toBe(4)
    expect(some).toMatchObject({ found: 4, differences: all.differences.slice(0, 2) })
  })

  test('what was changed since it was found is left alone', async () => {
    await using hub = await openTrade(kind)
    const { db } = hub
    await hub.rewrite(sql`update position set sellable = sellable + 5`)
    const { differences } = await look(db)
    await hub.count('MUG', 'BER', 50)
    const { differences: later } = await look(db)
    expect(fingerprintOf(later)).not.toBe(fingerprintOf(differences))

    expect((await correct(db, differences)).map(({ result }) => result)).toEqual(['changed'])
    expect((await look(db)).differences).toEqual(later)
  })

  test('a figure that cannot be derived is told to be impossible, and nothing is written', async () => {
    await using hub = await openTrade(kind)
    await hub.rewrite(sql`delete from fence`)
    const { differences } = await look(hub.db)
    expect(differences.map(({ check }) => check).sort()).toEqual(['demand', 'fence'])
    const results = await correct(hub.db, differences)
    expect(results.map(({ result }) => result).sort()).toEqual(['follows', 'impossible'])
    expect((await look(hub.db)).differences).toEqual(differences)
  })
})

// Goal: no false alarm. Method: two writers and a sweep at work, audits one after the other, pages so small that each looks at a moment of its own.
test('a hub that is at work never looks damaged', { timeout: 240_000 }, async () => {
  await using hub = await openTestLedger('postgres')
  const skus = Array.from({ length: 20 }, (_, index) => `SKU-${index}`)
  await hub.shop(skus, ['BER', 'MUC'])
  for (const sku of skus) await hub.count(sku, 'BER', 1_000)
  const other = await openDatabase({ url: hub.db.url })
  const second = await openLedger({ db: other, bus: { publish: async () => {} }, log: SILENT })
  const sweep = startSweep({ db: hub.db, ledger: hub.ledger, log: SILENT })

  let over = false
  let done = 0
  const work = async (ledger: typeof second, offset: number) => {
    const submit: typeof hub.submit = (command) =>
      ledger.submit({ command, client: 'test', channels: null, occurredAt: null })
    for (let turn = offset; !over; turn++) {
      const sku = skus[turn % skus.length] ?? ''
      const line = { sku, locationId: 'BER', quantity: 2 }
      const order = { channelId: 'web', reference: null, allOrNothing: true, lines: [line] }
      const id = made(await submit({ kind: 'reserve', id: newId('rsv'), ttlSeconds: 1, ...order }))
      if (turn % 3 === 0) {
        await submit({ kind: 'confirmReservation', reservation: { id } })
        await submit({ kind: 'fulfillReservation', reservation: { id }, lines: [{ line: 1, quantity: 1 }] })
      } else if (turn % 3 === 1) await submit({ kind: 'releaseReservation', reservation: { id } })
      done++
    }
  }
  const working = [hub.ledger, second].flatMap((ledger, index) => [work(ledger, index), work(ledger, index + 7)])
  const found: Difference[] = []
  try {
    for (let round = 0; round < 4; round++) {
      found.push(...(await audit({ db: hub.db, pageSize: 1, pageEntries: 50 })).differences)
    }
  } finally {
    over = true
    await Promise.all(working)
    await sweep.stop()
  }
  expect(found).toEqual([])
  await second.close()
  await other.close()
  expect(done).toBeGreaterThan(10)
  expect((await audit({ db: hub.db })).differences).toEqual([])
})
