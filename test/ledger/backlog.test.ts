import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { readAvailability } from '../../core/availability/read.ts'
import { audit } from '../../core/ledger/audit.ts'
import { bucketOf } from '../../core/ledger/bucket.ts'
import { READ_BY_TIME } from '../../core/ledger/due-lines.ts'
import { sweepOnce } from '../../core/ledger/sweep.ts'
import { readLevels } from '../../subgraphs/stock/entities/stock-level.ts'
import { DATABASE_KINDS } from '../support/database.ts'
import { openTestLedger, type TestLedger } from '../support/ledger.ts'

/** More in one bucket than is read by time. */
const CROWD = READ_BY_TIME + 100

const SOLD_OUT = 'SOLD-OUT'
/** Another SKU of the same bucket. */
const MUG = Array.from({ length: 10_000 }, (_, index) => `MUG-${index}`).find(
  (sku) => bucketOf(sku) === bucketOf(SOLD_OUT),
) as string
/** One of another bucket, where little is due. */
const BOWL = Array.from({ length: 10_000 }, (_, index) => `BOWL-${index}`).find(
  (sku) => bucketOf(sku) !== bucketOf(SOLD_OUT),
) as string

/** A hub that stood still while a sale ended: thousands of holds of one SKU are over, and a few of others, and nobody has swept. */
async function afterStandstill(hub: TestLedger): Promise<void> {
  await hub.shop([SOLD_OUT, MUG, BOWL], ['BER', 'HAM'], { allowBackorder: true })
  await hub.count(SOLD_OUT, 'BER', CROWD)
  for (const sku of [MUG, BOWL]) for (const location of ['BER', 'HAM']) await hub.count(sku, location, 10)
  const held = (sku: string, locationId: string, quantity: number, ttlSeconds: number) =>
    hub.reserve([{ sku, locationId, quantity }], { ttlSeconds })
  await Promise.all(Array.from({ length: CROWD }, () => held(SOLD_OUT, 'BER', 1, 60)))
  for (const sku of [MUG, BOWL]) {
    await held(sku, 'BER', 4, 60)
    await held(sku, 'BER', 3, 86_400)
    // Three of them held, and two that wait.
    await held(sku, 'BER', 5, 60)
    await held(sku, 'HAM', 2, 60)
  }
  await hub.rewrite(
    sql`update reservation_line set expires_at = clock_timestamp() where expires_at < clock_timestamp() + interval '1 hour'`,
  )
}

const endedAt = async (hub: TestLedger) => {
  const { rows } = await sql<{ sku: string; account: string; units: number; entries: number }>`
    select sku, from_account as account, sum(quantity)::bigint as units, count(*) as entries
    from journal where kind = 'expire' group by 1, 2 order by 1, 2
  `.execute(hub.db.kysely)
  return rows
}

describe.each(DATABASE_KINDS)('%s, where more is due than is read by time', (kind) => {
  // Goal: a backlog of one SKU is not the business of others. Method: thousands of holds of one SKU are over, and a few of another in the same bucket.
  test('whoever asks or decides sees what is over of a SKU, and only that is ended with it; the sweep ends all of it once', async () => {
    await using hub = await openTestLedger(kind)
    await afterStandstill(hub)

    const reading = await readAvailability(hub.db.lookups, [SOLD_OUT, MUG, BOWL], ['web'])
    expect([SOLD_OUT, MUG, BOWL].map((sku) => reading.of(sku, 'web')?.quantity)).toEqual([CROWD, 17, 17])
    const levels = await readLevels(
      hub.db.lookups,
      [SOLD_OUT, MUG, BOWL].map((sku) => ({ sku, locationId: 'BER' })),
    )
    expect(levels.map(({ sku, balances: { held, backordered } }) => ({ sku, held, backordered }))).toEqual(
      [BOWL, MUG, SOLD_OUT].map((sku) => ({ sku, held: sku === SOLD_OUT ? 0 : 3, backordered: 0 })),
    )

    for (const sku of [MUG, BOWL]) {
      const all = await hub.reserve([{ sku, locationId: 'BER', quantity: 7 }], { id: `rsv_${sku}` })
      expect(all).toMatchObject({ status: 'posted' })
      expect((await hub.reservation(`rsv_${sku}`)).lines).toMatchObject([{ held: 7, backordered: 0 }])
    }
    const ended = (sku: string) => [
      { sku, account: 'backordered', units: 2, entries: 1 },
      { sku, account: 'held', units: 7, entries: 2 },
    ]
    expect(await endedAt(hub)).toEqual([...ended(BOWL), ...ended(MUG)])

    while ((await sweepOnce(hub.db, hub.ledger)) > 0);
    expect((await endedAt(hub)).filter(({ sku }) => sku === SOLD_OUT)).toEqual([
      { sku: SOLD_OUT, account: 'held', units: CROWD, entries: CROWD },
    ])
    expect(await hub.position(SOLD_OUT, 'BER')).toMatchObject({ sellable: CROWD, held: 0 })
    expect(await hub.position(MUG, 'HAM')).toMatchObject({ sellable: 10, held: 0 })
    expect((await audit({ db: hub.db })).differences).toEqual([])
  })
})
