import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { audit } from '../../core/ledger/audit.ts'
import { wrongRows } from '../faults/always-true.ts'
import { DATABASE_KINDS } from '../support/database.ts'
import { openTestLedger, type TestLedger } from '../support/ledger.ts'

const MUG = { sku: 'MUG', locationId: 'BER' }

async function ids(hub: TestLedger): Promise<Record<string, number | null>> {
  const rows = await hub.db.kysely.selectFrom('position').select(['sku', 'location_id', 'id']).execute()
  return Object.fromEntries(rows.map(({ sku, location_id, id }) => [`${sku} ${location_id}`, id]))
}

// Goal: rows are found by ids that come of themselves, and those that have none yet are changed all the same.
describe.each(DATABASE_KINDS)('rows of positions on %s', (kind) => {
  test('keep the id of the entry that made them, whatever is written', async () => {
    await using hub = await openTestLedger(kind)
    await hub.shop(['MUG', 'CUP'], ['BER', 'HAM'])
    for (const sku of ['MUG', 'CUP']) for (const at of ['BER', 'HAM']) await hub.count(sku, at, 100)
    const before = await ids(hub)
    expect(await wrongRows(hub.db)).toEqual([])

    await hub.reserve([{ ...MUG, quantity: 1 }], { id: 'rsv_a' })
    await hub.reserve(
      [
        { ...MUG, quantity: 1 },
        { sku: 'CUP', locationId: 'HAM', quantity: 1 },
      ],
      { id: 'rsv_b' },
    )
    await hub.submit({ kind: 'confirmReservation', reservation: { id: 'rsv_a' } })
    await hub.sell('CUP', 'HAM', 3)
    expect(await ids(hub)).toEqual(before)
    expect((await audit({ db: hub.db })).differences).toEqual([])
  })

  test('without an id get one with what is written next', async () => {
    await using hub = await openTestLedger(kind)
    await hub.shop(['MUG'], ['BER', 'HAM'])
    for (const at of ['BER', 'HAM']) await hub.count('MUG', at, 100)
    // As a version before ids has left it.
    await hub.rewrite(sql`update position set id = null`)

    await Promise.all(Array.from({ length: 5 }, () => hub.reserve([{ ...MUG, quantity: 2 }])))
    await hub.reserve([{ ...MUG, quantity: 3 }])
    const found = await ids(hub)
    expect(found['MUG BER']).toBeGreaterThan(0)
    expect(found['MUG HAM']).toBeNull()
    await hub.sell('MUG', 'BER', 1)
    expect(await ids(hub)).toEqual(found)
    expect(await hub.position('MUG', 'BER')).toMatchObject({ sellable: 99, held: 13 })
    expect((await audit({ db: hub.db })).differences).toEqual([])
  })
})
