import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import type { Viewer } from '../../core/access/viewer.ts'
import { audit } from '../../core/ledger/audit.ts'
import { bucketOf } from '../../core/ledger/bucket.ts'
import { correct, proposalFor } from '../../core/ledger/correct.ts'
import { FOLLOWED_MAX } from '../../core/ledger/holds.ts'
import { nameOfEntries, readEntries } from '../../subgraphs/availability/entities/availability-term.ts'
import { nameOfHistory, readHistories } from '../../subgraphs/reservations/entities/reservation-history.ts'
import { movementIdOf } from '../../subgraphs/shared/movement-id.ts'
import { nameOfMovements, readMovementsOfPositions } from '../../subgraphs/stock/entities/stock-movement.ts'
import { wrongHolds } from '../faults/always-true.ts'
import { DATABASE_KINDS } from '../support/database.ts'
import { openTestLedger, type TestLedger } from '../support/ledger.ts'
import { ADMIN } from '../support/subgraph.ts'

const MUG = { sku: 'MUG', locationId: 'BER' }
const PARTNER: Viewer = { ...ADMIN, kind: 'partner', client: 'market', channels: ['market'] }

/** Holds that nothing but their lines and one another lead to, of two channels, among confirmations, releases and sales. */
async function trade(hub: TestLedger, rounds: number): Promise<void> {
  for (let round = 0; round < rounds; round++) {
    // Several in one batch, which follow one another within it.
    const ids = ['a', 'b', 'c'].map((name) => `rsv_${name}${round}`)
    await Promise.all(
      ids.map((id, index) =>
        hub.reserve(
          [
            { ...MUG, quantity: 1 },
            { ...MUG, locationId: 'HAM', quantity: 2 },
          ],
          {
            id,
            channelId: index === 0 ? 'market' : 'web',
          },
        ),
      ),
    )
    await hub.submit({ kind: 'confirmReservation', reservation: { id: ids[0] ?? '' } })
    await hub.submit({ kind: 'releaseReservation', reservation: { id: ids[1] ?? '' } })
    await hub.sell('MUG', 'BER', 1)
  }
}

async function openShop(kind: (typeof DATABASE_KINDS)[number]): Promise<TestLedger> {
  const hub = await openTestLedger(kind)
  await hub.shop(['MUG', 'CUP'], ['BER', 'HAM'])
  const locations = [{ locationId: 'BER' }, { locationId: 'HAM' }]
  await hub.submit({ kind: 'upsertChannel', id: 'market', name: 'Market', locations })
  for (const locationId of ['BER', 'HAM']) await hub.count('MUG', locationId, 1_000)
  return hub
}

/** The journal of a position, newest first, without any index or chain. */
async function newest(
  hub: TestLedger,
  locationId: string,
  first: number,
  condition = sql<boolean>`true`,
): Promise<string[]> {
  const { rows } = await sql<{ bucket: number; number: number }>`
    select bucket, number from (select j.*, 0 as nothing from journal j offset 0) j
    where sku = 'MUG' and location_id = ${locationId} and ${condition} order by number desc limit ${first}
  `.execute(hub.db.kysely)
  return rows.map(movementIdOf)
}

// Goal: holds stand in no index by position, and are found all the same: all of them, in their order, and whatever else there is between them.
describe.each(DATABASE_KINDS)('holds on %s', (kind) => {
  test('are found from the newest on, among all else, by whoever may see them', async () => {
    await using hub = await openShop(kind)
    await trade(hub, 6)
    expect(await wrongHolds(hub.db)).toEqual([])

    for (const first of [1, 2, 7, 250]) {
      const wanted = ['BER', 'HAM'].map((locationId) => ({ sku: 'MUG', locationId, first }))
      const found = await readMovementsOfPositions(hub.db.kysely, ADMIN, wanted)
      const ofMarket = await readMovementsOfPositions(hub.db.kysely, PARTNER, wanted)
      for (const place of wanted) {
        const name = nameOfMovements(place)
        const { locationId } = place
        expect(found.get(name)?.map(movementIdOf)).toEqual(await newest(hub, locationId, first))
        const isTheirs = sql<boolean>`channel_id = 'market'`
        expect(ofMarket.get(name)?.map(movementIdOf)).toEqual(await newest(hub, locationId, first, isTheirs))
      }
    }
    const none = { sku: 'CUP', locationId: 'BER', first: 10 }
    expect(await readMovementsOfPositions(hub.db.kysely, ADMIN, [none])).toEqual(new Map())
  })

  test('explain a number as of the moment at which it was read', async () => {
    await using hub = await openShop(kind)
    await trade(hub, 4)
    const { rows } = await sql<{ number: number }>`
      select number from journal where sku = 'MUG' and location_id = 'BER' order by number
    `.execute(hub.db.kysely)
    for (const { number: upTo } of rows) {
      for (const first of [1, 5]) {
        const wanted = { sku: 'MUG', locationId: 'BER', upTo, first }
        const found = await readEntries(hub.db.kysely, [wanted])
        const expected = await newest(hub, 'BER', first, sql<boolean>`number <= ${upTo}`)
        expect(found.get(nameOfEntries(wanted))?.map(({ id }) => id)).toEqual(expected)
      }
    }
  })

  test('are found where nearly all are of channels that one does not see', { timeout: 120_000 }, async () => {
    await using hub = await openShop(kind)
    await hub.count('MUG', 'BER', 10_000)
    await trade(hub, 3)
    // More than are followed one by one.
    const flood = Array.from({ length: FOLLOWED_MAX + 10 }, () => hub.reserve([{ ...MUG, quantity: 1 }]))
    await Promise.all(flood)
    for (const first of [2, 250]) {
      const wanted = { sku: 'MUG', locationId: 'BER', first }
      const found = await readMovementsOfPositions(hub.db.kysely, PARTNER, [wanted])
      const isTheirs = sql<boolean>`channel_id = 'market'`
      expect(found.get(nameOfMovements(wanted))?.map(movementIdOf)).toEqual(await newest(hub, 'BER', first, isTheirs))
    }
  })

  test('that were recorded before they named one another stay in the index, and new ones begin anew', async () => {
    await using hub = await openShop(kind)
    await trade(hub, 3)
    await hub.rewrite(sql`
      with old as (update journal set previous = null, named_by_line = false), line as (update reservation_line set hold = null)
      update position set last_hold = 0
    `)
    for (let round = 0; round < 5; round++) await hub.reserve([{ ...MUG, quantity: 1 }])

    expect((await audit({ db: hub.db })).differences).toEqual([])
    for (const first of [3, 7, 250]) {
      const wanted = { sku: 'MUG', locationId: 'BER', first }
      const found = await readMovementsOfPositions(hub.db.kysely, ADMIN, [wanted])
      expect(found.get(nameOfMovements(wanted))?.map(movementIdOf)).toEqual(await newest(hub, 'BER', first))
    }
  })

  test('that their lines do not name yet are found by their document, beside those that are named', async () => {
    await using hub = await openShop(kind)
    await trade(hub, 2)
    const ids = ['rsv_a0', 'rsv_b1', 'rsv_c1']
    const histories = () =>
      readHistories(
        hub.db.kysely,
        ids.map((id) => ({ id, first: 10 })),
      )
    const before = await histories()
    const kinds = ids.map((id) => before.get(nameOfHistory({ id, first: 10 }))?.map(({ kind }) => kind))
    expect(kinds).toEqual([['CONFIRM', 'HOLD'], ['RELEASE', 'HOLD'], ['HOLD']])

    // As a process of the version before writes, which knows nothing of it.
    await hub.rewrite(sql`
      with old as (update journal set named_by_line = false where document_id not in ('rsv_b1', 'rsv_c0'))
      update reservation_line set hold = null where reservation_id not in ('rsv_b1', 'rsv_c0')
    `)
    expect(await histories()).toEqual(before)
    expect((await audit({ db: hub.db })).differences).toEqual([])

    await hub.rewrite(
      sql`update reservation_line set held = held + 1, requested = requested + 1 where reservation_id in ('rsv_c0', 'rsv_c1')`,
    )
    const lines = (await audit({ db: hub.db })).differences.filter(({ check }) => check === 'line')
    expect(lines.map(({ document }) => document).sort()).toEqual(['rsv_c0/1', 'rsv_c0/2', 'rsv_c1/1', 'rsv_c1/2'])
    expect((await correct(hub.db, lines)).map(({ result }) => result)).toEqual(Array(4).fill('corrected'))
    expect((await audit({ db: hub.db })).differences).toEqual([])
  })

  test('of a line that was put back as it was before are named again before its figures are corrected', async () => {
    await using hub = await openShop(kind)
    await trade(hub, 1)
    expect((await audit({ db: hub.db })).differences).toEqual([])
    // It was confirmed after that.
    await hub.rewrite(sql`
      update reservation_line set hold = null, held = committed, committed = 0, confirmed_at = null where reservation_id = 'rsv_a0'
    `)
    // In whatever order they are handed over.
    const differences = (await audit({ db: hub.db })).differences.toReversed()
    const corrected = await correct(hub.db, differences)
    expect(corrected.map(({ difference }) => difference)).toEqual(differences)
    const ofLines = corrected.filter(({ difference }) => difference.check === 'line')
    expect(ofLines).toHaveLength(6)
    expect(new Set(ofLines.map(({ result }) => result))).toEqual(new Set(['corrected']))
    expect((await audit({ db: hub.db })).differences).toEqual([])
    expect(await wrongHolds(hub.db)).toEqual([])
  })

  test('are added up by the audit also where their line is lost, and a lost beginning is found again', async () => {
    await using hub = await openShop(kind)
    await trade(hub, 3)
    const look = async () => (await audit({ db: hub.db, streams: [bucketOf('MUG')] })).differences
    expect(await look()).toEqual([])

    await hub.rewrite(sql`update position set last_hold = 1 where location_id = 'HAM'`)
    const [lost, ...others] = await look()
    expect(others).toEqual([])
    if (lost === undefined) throw new Error('Nothing was found')
    expect(lost).toMatchObject({ check: 'position', account: 'lastHold', locationId: 'HAM', kept: 1 })
    expect(proposalFor(lost)).toContain(`entry ${lost.derived}`)
    expect((await correct(hub.db, [lost])).map(({ result }) => result)).toEqual(['corrected'])
    expect(await look()).toEqual([])
    expect(await wrongHolds(hub.db)).toEqual([])

    // The next one takes over what it finds, and so hides what lies between.
    await hub.rewrite(sql`update position set last_hold = 1 where location_id = 'HAM'`)
    await hub.reserve([{ ...MUG, locationId: 'HAM', quantity: 1 }])
    const [broken, ...more] = await look()
    expect(more).toEqual([])
    if (broken === undefined) throw new Error('Nothing was found')
    expect(broken).toMatchObject({ check: 'position', account: 'previousHold', locationId: 'HAM', kept: 1 })
    expect(proposalFor(broken)).toContain(`from entry ${broken.document} to ${broken.derived}`)
    expect((await correct(hub.db, [broken])).map(({ result }) => result)).toEqual(['corrected'])
    expect(await look()).toEqual([])
    expect(await wrongHolds(hub.db)).toEqual([])

    // Of a line that names another entry the history would lack the hold.
    await hub.rewrite(sql`update reservation_line set hold = 1 where reservation_id = 'rsv_c2' and location_id = 'HAM'`)
    const [misled, ...further] = await look()
    expect(further).toEqual([])
    if (misled === undefined) throw new Error('Nothing was found')
    expect(misled).toMatchObject({ check: 'line', account: 'holdEntry', document: 'rsv_c2/2', kept: 1 })
    expect(proposalFor(misled)).toContain(`name entry ${misled.derived}`)
    expect((await correct(hub.db, [misled])).map(({ result }) => result)).toEqual(['corrected'])
    expect(await look()).toEqual([])
    expect(await wrongHolds(hub.db)).toEqual([])

    // The balance is what the journal says; only the open lines, and the line itself, are not.
    await hub.rewrite(sql`delete from reservation_line where reservation_id = 'rsv_c1' and location_id = 'HAM'`)
    expect(await look()).toEqual([
      expect.objectContaining({ check: 'demand', account: 'held', locationId: 'HAM', kept: 7, derived: 5 }),
      expect.objectContaining({ check: 'line', account: 'held', document: 'rsv_c1/2', kept: 0, derived: 2 }),
    ])
    const results = (await correct(hub.db, await look())).map(({ difference, result }) => [difference.check, result])
    expect(results).toEqual([
      ['demand', 'follows'],
      ['line', 'impossible'],
    ])
  })
})
