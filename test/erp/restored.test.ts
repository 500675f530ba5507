import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { readMovementReference } from '../../core/erp/movement.ts'
import { acknowledge } from '../../core/erp/queue.ts'
import { IngestHub, openIngestHub } from '../ingest/ingest-hub.ts'
import { DATABASE_KINDS, dumpDatabase, restoredDatabase } from '../support/database.ts'
import { openTestLedger } from '../support/ledger.ts'
import { startTryton } from '../support/tryton.ts'
import { deliver, drained, goodsMoved, knowErps, PlainErp } from './plain-shop.ts'
import {
  booksOf,
  connectTryton,
  inHub,
  knowTryton,
  stockOf,
  toldTo,
  until,
  untilAgreed,
  workersOf,
} from './tryton-trade.ts'

/** As docs/operating.md says. */
const RESTORED = sql`update hub set epoch = gen_random_uuid()`

describe.each(DATABASE_KINDS)('the names of movements on %s', (kind) => {
  test('are of the epoch under which they were recorded, and stay what they are when there is another', async () => {
    await using erp = await PlainErp.open()
    await using hub = await openTestLedger(kind)
    await hub.shop(['MUG'], ['BER'])
    await knowErps(hub, 'erp')
    await using _ = deliver(hub, { erp })
    await hub.count('MUG', 'BER', 10)
    await RESTORED.execute(hub.db.kysely)
    await RESTORED.execute(hub.db.kysely)
    await hub.sell('MUG', 'BER', 1)
    await drained(hub, 'erp')

    const names = (await erp.books()).map(({ reference }) => readMovementReference(reference))
    const epochs = await hub.db.kysely
      .selectFrom('feed_epoch')
      .select(['epoch', 'number'])
      .where('bucket', '=', names[0]?.stream ?? -2)
      .orderBy('ordinal')
      .execute()
    expect(epochs).toHaveLength(3)
    expect(epochs[1]?.number).toBe(epochs[2]?.number)
    expect(names.map((name) => name?.epoch)).toEqual([epochs[0]?.epoch.slice(0, 8), epochs[2]?.epoch.slice(0, 8)])
  })

  test('have no epoch where they are from before epochs were kept', async () => {
    await using erp = await PlainErp.open()
    await using hub = await openTestLedger(kind)
    await hub.shop(['MUG'], ['BER'])
    await knowErps(hub, 'erp')
    await hub.count('MUG', 'BER', 10)
    // As the migration found it.
    await sql`update feed_epoch e set number = h.number from bucket_head h where h.bucket = e.bucket`.execute(
      hub.db.kysely,
    )
    await hub.sell('MUG', 'BER', 1)
    await using _ = deliver(hub, { erp })
    await drained(hub, 'erp')
    const [before, after] = (await erp.books()).map(({ reference }) => reference)
    expect(before).toMatch(/^onhand:\d+:\d+$/)
    expect(after).toMatch(/^onhand:[0-9a-f]{8}:\d+:\d+$/)
  })

  test('tell what came back from what was lost', async () => {
    await using hub = await openTestLedger(kind)
    await hub.shop(['MUG'], ['BER'])
    await knowErps(hub, 'erp')
    await hub.count('MUG', 'BER', 10)
    const [moved] = await goodsMoved(hub)
    const name = readMovementReference(moved?.reference ?? '')
    if (name === undefined) throw new Error('It has a name')
    const seen = (reference: string) => ({ reference, erpReference: 'note 1' })
    const next = `onhand:${name.epoch}:${name.stream}:${name.number + 1}`
    const foreign = `onhand:0badcafe:${name.stream}:${name.number}`
    const old = `onhand:${name.stream}:${name.number}`
    const all = [moved?.reference ?? '', next, foreign, old].map(seen)
    // What is there already and was not looked through yet will be found to be there.
    expect(await acknowledge(hub.db.kysely, 'erp', all)).toEqual({ lost: [next, foreign, old], untold: [] })
    await RESTORED.execute(hub.db.kysely)
    await hub.sell('MUG', 'BER', 1)
    expect(await acknowledge(hub.db.kysely, 'erp', all)).toEqual({ lost: [next, foreign, old], untold: [] })
  })
})

// Goal: a hub that was restored and an ERP that goes on have the same books, and nothing is missing. Method: a real backup of a hub that trades with a real Tryton, made while one movement waits; trade that is told the
// ERP and then lost with the database; and trade on the restored database that uses the same numbers again.
test('a hub that was restored from a backup gets back from its ERP what it lost', { timeout: 900_000 }, async ({
  skip,
}) => {
  await using tryton = await startTryton((note) => {
    skip(note)
    throw new Error(note)
  })
  const erp = workersOf(tryton)
  let dump: string
  {
    await using hub = await openIngestHub('postgres')
    await knowTryton(hub)
    const before = connectTryton(hub, tryton.settings)
    for (const sku of ['MUG', 'PLATE']) await erp.receive(sku, 'ST1', 60)
    await until(async () => (await hub.position('PLATE', 'ST1'))?.sellable === 60)
    await inHub(hub, 'sale.recorded', { sku: 'MUG', locationId: 'ST1', quantity: 1 })
    await untilAgreed(hub, tryton)
    await before.close()

    await inHub(hub, 'sale.recorded', { sku: 'PLATE', locationId: 'ST1', quantity: 2 })
    dump = await dumpDatabase(hub.db)
    await using _ = connectTryton(hub, tryton.settings)
    for (const quantity of [3, 4, 5]) await inHub(hub, 'sale.recorded', { sku: 'MUG', locationId: 'ST1', quantity })
    await inHub(hub, 'stock.received', { sku: 'PLATE', locationId: 'DC1', quantity: 20 })
    await erp.sell('PLATE', 'ST1', 6)
    await untilAgreed(hub, tryton)
    expect(await toldTo(hub)).toEqual({ unread: 0, ACKNOWLEDGED: 6 })
  }

  const db = await restoredDatabase(dump)
  await RESTORED.execute(db.kysely)
  await using hub = new IngestHub(await openTestLedger('postgres', {}, db))
  for (const quantity of [7, 8]) await inHub(hub, 'sale.recorded', { sku: 'MUG', locationId: 'ST1', quantity })
  await inHub(hub, 'stock.received', { sku: 'PLATE', locationId: 'DC1', quantity: 30 })
  await using _ = connectTryton(hub, tryton.settings)
  await untilAgreed(hub, tryton)
  expect(await stockOf(hub)).toEqual(await booksOf(tryton))
  expect(await stockOf(hub)).toEqual([
    ['MUG at ST1', 60 - 1 - (3 + 4 + 5) - (7 + 8)],
    ['PLATE at DC1', 20 + 30],
    ['PLATE at ST1', 60 - 2 - 6],
  ])
  // The one from before the backup, the one that waited while it was made, and three since.
  expect(await toldTo(hub)).toEqual({ unread: 0, ACKNOWLEDGED: 5 })
  expect(await hub.deadLetters()).toEqual([])
})
