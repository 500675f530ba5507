import { Client } from 'pg'
import { expect, test } from 'vitest'
import { fillShelf, judgeOurs, reserve } from '../../bench/contenders/ours.ts'
import { fillStock, judgeStatement } from '../../bench/contenders/statement-sql.ts'
import { HOT, SCARCE, SCARCE_UNITS } from '../../bench/support/workloads.ts'
import { openDatabase } from '../../core/database/connection.ts'
import { openLedger } from '../../core/ledger/writer.ts'
import { emptyDatabase } from '../support/database.ts'
import { SILENT } from '../support/ledger.ts'

// A benchmark that says "nothing was oversold" is worth as much as its ability to say the opposite.

test('what the ledger keeps is judged by its rows: an order too many, one made twice, one that is gone', async () => {
  await using database = await emptyDatabase()
  await fillShelf(database.url)
  const db = await openDatabase({ url: database.url })
  const ledger = await openLedger({ db, bus: { publish: async () => {} }, log: SILENT })
  const [scarce = ''] = SCARCE
  try {
    for (let order = 0; order < SCARCE_UNITS; order++) {
      await reserve(ledger, { key: `last-${order}`, lines: [{ sku: scarce, quantity: 1 }] })
    }
    await reserve(ledger, { key: 'run-0', lines: [{ sku: HOT, quantity: 1 }] })
    await reserve(ledger, { key: 'run-1', lines: [{ sku: HOT, quantity: 1 }] })
    const orders = SCARCE_UNITS + 2
    const clean = { oversold: 0, unsold: 0, doubleEffects: 0, lost: 0, drifted: 0 }
    expect(await judgeOurs(db, 'hot', orders)).toEqual(clean)
    expect(await judgeOurs(db, 'hot', orders + 3)).toEqual({ ...clean, lost: 3 })
    // Where all scarce SKUs were fought for, those that nobody got are units that were refused in vain.
    expect(await judgeOurs(db, 'spread', orders)).toEqual({ ...clean, unsold: (SCARCE.length - 1) * SCARCE_UNITS })

    await using tampering = await connected(database.url)
    await tampering.client.query(`update reservation_line set held = 2, requested = 2 where sku = $1`, [HOT])
    expect(await judgeOurs(db, 'hot', orders)).toEqual({ ...clean, drifted: 1 })
    await tampering.client.query(
      `update reservation_line set held = 3, requested = 3 where (bucket, reservation_id) in
         (select bucket, reservation_id from reservation_line where sku = $1 limit 1)`,
      [scarce],
    )
    await tampering.client.query(`update reservation set reference = 'run-0' where reference = 'run-1'`)
    expect(await judgeOurs(db, 'hot', orders)).toEqual({ ...clean, oversold: 2, doubleEffects: 1, lost: 1, drifted: 2 })
  } finally {
    await ledger.close()
    await db.close()
  }
})

test('what the statement keeps is judged alike', async () => {
  await using database = await emptyDatabase()
  await using connection = await connected(database.url)
  const { client } = connection
  await fillStock(client)
  const order = (key: string, sku: string, quantity: number) =>
    client.query(
      `with r as (insert into reservation (key, channel_id, expires_at) values ($1, 'web', now()) returning id),
            s as (update stock set held = held + $3 where sku = $2)
       insert into reservation_line select id, 1, $2, 'DC1', $3 from r`,
      [key, sku, quantity],
    )
  await order('last-0', SCARCE[0] ?? '', SCARCE_UNITS)
  await order('run-0', HOT, 1)
  const clean = { oversold: 0, unsold: 0, doubleEffects: 0, lost: 0, drifted: 0 }
  expect(await judgeStatement(client, 'hot', 2)).toEqual(clean)

  await order('last-1', SCARCE[0] ?? '', 2)
  await client.query(
    `insert into reservation_line select reservation_id, 2, sku, location_id, quantity from reservation_line where sku = $1`,
    [HOT],
  )
  expect(await judgeStatement(client, 'hot', 5)).toEqual({
    ...clean,
    oversold: 2,
    doubleEffects: 1,
    lost: 2,
    drifted: 1,
  })
})

async function connected(url: string): Promise<AsyncDisposable & { readonly client: Client }> {
  const client = new Client({ connectionString: url })
  await client.connect()
  return { client, [Symbol.asyncDispose]: () => client.end() }
}
