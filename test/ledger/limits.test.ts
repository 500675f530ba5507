import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { caughtUp, inSnapshot } from '../../core/ledger/snapshot.ts'
import { DATABASE_KINDS } from '../support/database.ts'
import { openTestLedger, type TestLedger } from '../support/ledger.ts'

/** Rows of a table that are fetched where these SKUs are read to be decided about. */
async function rowsRead(hub: TestLedger, table: string, skus: readonly string[]): Promise<number> {
  return inSnapshot(hub.db.kysely, async (tx) => {
    const fetched = async () => {
      const { rows } = await sql<{ fetched: number }>`
        select (idx_tup_fetch + seq_tup_read)::int as fetched from pg_stat_xact_user_tables where relname = ${table}
      `.execute(tx)
      return rows[0]?.fetched ?? 0
    }
    // What the connection has read before may be among them.
    const before = await fetched()
    const places = skus.map((sku) => ({ sku, locationId: 'BER' }))
    await caughtUp(hub.db.kysely, tx, places, new Date())
    return (await fetched()) - before
  })
}

describe.each(DATABASE_KINDS)('what is read on %s stays small', (kind) => {
  // Goal: what a position has been through does not slow what is decided about it. Method: as many counts as of two years, each day at night.
  test('of the counts of a position, however many there were: the newest of each account', async () => {
    await using hub = await openTestLedger(kind)
    await hub.shop(['MUG', 'CUP'], ['BER'])
    for (const account of ['sellable', 'damaged'] as const) {
      await hub.count('MUG', 'BER', 3, new Date('2026-03-01T00:00Z'), account)
    }
    await hub.rewrite(sql`
      insert into stock_count (bucket, sku, location_id, account, occurred_at, quantity, recorded_at)
      select bucket, sku, location_id, account, occurred_at - n * interval '1 day', n, recorded_at
      from stock_count, generate_series(1, 700) as n
    `)
    expect(await rowsRead(hub, 'stock_count', ['MUG', 'CUP'])).toBe(2)
    // It is the newest: what is told late of a time before it changes nothing.
    await hub.sell('MUG', 'BER', 1, { at: new Date('2026-02-28T12:00Z') })
    expect(await hub.position('MUG', 'BER')).toMatchObject({ sellable: 3, damaged: 3 })
  })
})
