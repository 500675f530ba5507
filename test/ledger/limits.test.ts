import { sql, type Transaction } from 'kysely'
import { describe, expect, test } from 'vitest'
import { readAvailability } from '../../core/availability/read.ts'
import { inSnapshot } from '../../core/database/in-snapshot.ts'
import type { Schema } from '../../core/database/schema.ts'
import type { Place } from '../../core/ledger/documents.ts'
import { newId } from '../../core/ledger/ids.ts'
import { loadDocuments, REFERENCED_MAX, WAITING_IN_CROWD } from '../../core/ledger/load.ts'
import { preview } from '../../core/ledger/preview.ts'
import { caughtUp, changedByCatchUp } from '../../core/ledger/snapshot.ts'
import { sweepOnce } from '../../core/ledger/sweep.ts'
import { DATABASE_KINDS } from '../support/database.ts'
import { codesOf, made, openTestLedger, type TestLedger } from '../support/ledger.ts'

/** Rows of a table that are fetched where these SKUs are read to be decided about, or looked at otherwise. */
async function rowsRead(
  hub: TestLedger,
  table: string,
  skus: readonly string[],
  read: (tx: Transaction<Schema>, places: readonly Place[]) => Promise<unknown> = (tx, places) =>
    caughtUp(hub.db.kysely, tx, places, { at: new Date() }),
): Promise<number> {
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
    await read(tx, places)
    return (await fetched()) - before
  })
}

/** As many more reservations like this one, each a second older than the one before; `other`: what is different about their lines. */
async function multiply(hub: TestLedger, id: string, times: number, other = `'{}'`): Promise<void> {
  for (const [table, name, change] of [
    ['reservation', 'id', `'{}'`],
    ['reservation_line', 'reservation_id', other],
  ] as const) {
    const { rows } = await sql<{ column: string }>`
      select column_name as column from information_schema.columns
      where table_name = ${table} and table_schema = 'public' and is_generated = 'NEVER'
    `.execute(hub.db.kysely)
    const columns = rows.map(({ column }) => column)
    await hub.rewrite(
      sql.raw(`
        insert into ${table} (${columns.join(', ')})
        select ${columns.map((column) => `copy.${column}`).join(', ')}
        from ${table} r cross join generate_series(1, ${times}) n cross join lateral jsonb_populate_record(
          r, jsonb_build_object('${name}', '${id}_' || n) || jsonb_build_object('placed_at', now() - n * interval '1 second') || (${change})::jsonb
        ) copy
        where r.${name} = '${id}'
      `),
    )
  }
  await hub.rewrite(sql`
    update position p set backordered = (select coalesce(sum(l.backordered), 0) from reservation_line l where l.sku = p.sku and l.location_id = p.location_id)
  `)
}

const waitingFor = (sku: string, quantity: number) => [{ sku, locationId: 'BER', quantity }]

/** Who waits still, the one who is next first. */
async function whoWaits(hub: TestLedger): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select reservation_id as id from reservation_line where backordered > 0
    order by promised_by, placed_at
  `.execute(hub.db.kysely)
  return rows.map(({ id }) => id)
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

  // Goal: a crowd that waits does not keep the bucket from others. Method: thousands wait; see how many of them are read.
  test('of those who wait where nothing is free: the first', async () => {
    await using hub = await openTestLedger(kind)
    await hub.shop(['MUG', 'CUP'], ['BER'], { allowBackorder: true })
    await hub.reserve(waitingFor('MUG', 1), { id: 'rsv_a', ttlSeconds: 86_400 })
    await multiply(hub, 'rsv_a', 2_000)
    expect(await rowsRead(hub, 'reservation_line', ['MUG', 'CUP'])).toBeLessThan(150)

    await Promise.all([hub.reserve(waitingFor('MUG', 1)), hub.sell('MUG', 'BER', 1)])
    expect(await hub.position('MUG', 'BER')).toMatchObject({ sellable: -1, backordered: 2_002 })
    // What is found is for the one who waits longest.
    await hub.count('MUG', 'BER', 1)
    expect(await hub.position('MUG', 'BER')).toMatchObject({ sellable: 1, held: 1, backordered: 2_001 })
    expect((await whoWaits(hub)).at(0)).toBe('rsv_a_1999')
  })

  // Goal: nobody gets what older ones wait for, however many these are. Method: more comes for more of them than a batch fills, and somebody asks at once.
  test('of those who wait for what has come as many as a batch fills, before anybody else gets any of it', async () => {
    await using hub = await openTestLedger(kind)
    await hub.shop(['MUG', 'CUP'], ['BER'], { allowBackorder: true })
    await hub.count('CUP', 'BER', 1)
    await hub.reserve(waitingFor('MUG', 1), { id: 'rsv_a', ttlSeconds: 86_400 })
    const crowd = 2 * WAITING_IN_CROWD + 500
    await multiply(hub, 'rsv_a', crowd)

    const receive = { kind: 'receiveStock', sku: 'MUG', locationId: 'BER', quantity: crowd, reference: null } as const
    const [received, ...orders] = await Promise.all([
      hub.submit(receive),
      hub.reserve(waitingFor('MUG', 1), { id: 'rsv_new', ttlSeconds: 86_400 }),
      hub.reserve(waitingFor('CUP', 1)),
    ])
    expect([received, ...orders]).toMatchObject(Array(3).fill({ status: 'posted' }))
    // The one who had come last, and the one who came with it.
    expect(await whoWaits(hub)).toEqual(['rsv_a', 'rsv_new'])
    expect(await hub.position('MUG', 'BER')).toMatchObject({ sellable: crowd, held: crowd, backordered: 2 })

    const { rows } = await sql<{ entries: number }>`
      select count(*)::int as entries from journal where kind = 'fill' group by recorded_at order by recorded_at
    `.execute(hub.db.kysely)
    expect(rows.map(({ entries }) => entries)).toEqual([WAITING_IN_CROWD + 1, WAITING_IN_CROWD + 1, 498])
  })

  test('of those who wait, more and more until all are served for whom something is free, though nobody asks', async () => {
    await using hub = await openTestLedger(kind)
    await hub.shop(['MUG'], ['BER'], { allowBackorder: true })
    await hub.reserve(waitingFor('MUG', 1), { id: 'rsv_a', ttlSeconds: 86_400 })
    await multiply(hub, 'rsv_a', WAITING_IN_CROWD + 500)
    await hub.count('MUG', 'BER', WAITING_IN_CROWD + 400)
    await expect.poll(() => whoWaits(hub), { timeout: 20_000 }).toHaveLength(101)
    expect((await whoWaits(hub)).at(0)).toBe('rsv_a_100')
    // And the reading that anticipates it comes to the same.
    const reading = await readAvailability(hub.db.lookups, ['MUG'], ['web'])
    expect(reading.of('MUG', 'web')?.quantity).toBe(0)
  })

  // Goal: while a crowd is served, nothing that looks at it takes the process's time. Method: as much is there as thousands wait for and ten more, before the ledger has heard of it.
  test('of those who wait for what is there, to know what is left for others: the first, and their sum', async () => {
    await using hub = await openTestLedger(kind)
    await hub.shop(['MUG', 'CUP'], ['BER'], { allowBackorder: true })
    await hub.submit({ kind: 'upsertChannel', id: 'app', name: 'App', locations: [{ locationId: 'BER' }] })
    await hub.count('MUG', 'BER', 1)
    const hold = made(await hub.reserve(waitingFor('MUG', 1)))
    await hub.reserve(waitingFor('MUG', 1), { id: 'rsv_a', confirmed: true })
    const crowd = WAITING_IN_CROWD + 500
    await multiply(hub, 'rsv_a', crowd - 1)
    await hub.rewrite(sql`update position set sellable = ${crowd + 10}`)
    await hub.rewrite(sql`update reservation_line set expires_at = clock_timestamp() where reservation_id = ${hold}`)

    const places = [{ sku: 'MUG', locationId: 'BER' }]
    const { kysely, lookups } = hub.db
    const state = await inSnapshot(kysely, (tx) => caughtUp(kysely, tx, places, { withSums: true }))
    expect(state.lines.size).toBeLessThan(1_100)
    expect(state.position('MUG', 'BER').balances).toMatchObject({ held: 0, committed: crowd, backordered: 0 })
    expect(state.waitingUnits('MUG', 'BER')).toEqual([])

    const reading = await readAvailability(lookups, ['MUG'], ['app'], { withSupply: true })
    expect(reading.of('MUG', 'app')?.quantity).toBe(10)
    expect(reading.of('MUG', 'app', { by: new Date('2099-01-01') })?.quantity).toBe(10)
    const order = (quantity: number) => {
      const lines = waitingFor('MUG', quantity)
      const command = { kind: 'reserve', id: newId('rsv'), channelId: 'app', reference: null, lines } as const
      return { ...command, ttlSeconds: 900, allOrNothing: true }
    }
    for (const [quantity, status] of [
      [11, 'refused'],
      [10, 'posted'],
    ] as const) {
      const submission = { command: order(quantity), client: 'test', channels: null, occurredAt: null }
      const { decisions } = await preview(kysely, [submission])
      expect(decisions[0]?.outcome.status).toBe(status)
      expect(await hub.submit(order(quantity))).toMatchObject({ status })
    }
    expect(await hub.position('MUG', 'BER')).toMatchObject({ held: 10, committed: crowd, backordered: 0 })
  })

  // Goal: the same of the sweep, which looks every other second. It is only to find that somebody gets something.
  test('of those who wait for what is there, to find that somebody gets it: the first', async () => {
    await using hub = await openTestLedger(kind)
    await hub.shop(['MUG', 'CUP'], ['BER'], { allowBackorder: true })
    await hub.reserve(waitingFor('MUG', 1), { id: 'rsv_a', ttlSeconds: 86_400 })
    await multiply(hub, 'rsv_a', 2_000)
    await hub.rewrite(sql`update position set sellable = 5000`)
    const rows = await rowsRead(hub, 'reservation_line', ['MUG', 'CUP'], async (tx, places) => {
      expect(await changedByCatchUp(hub.db.kysely, tx, places)).toEqual([{ sku: 'MUG', locationId: 'BER' }])
    })
    expect(rows).toBeLessThan(150)
    expect(await sweepOnce(hub.db, hub.ledger)).toBe(1)
    expect(await hub.position('MUG', 'BER')).toMatchObject({ held: 2_001, backordered: 0 })
    expect(await sweepOnce(hub.db, hub.ledger)).toBe(0)
  })

  // Goal: who waits in vain keeps nobody from what is there for them. Method: thousands wait for a channel that is to keep all of it in its buffer.
  test('of those who wait for one channel as many as for another, whoever came first', async () => {
    await using hub = await openTestLedger(kind)
    await hub.shop(['MUG'], ['BER'], { allowBackorder: true })
    await hub.submit({
      kind: 'upsertChannel',
      id: 'market',
      name: 'Market',
      locations: [{ locationId: 'BER' }],
      buffer: 10_000,
      allowBackorder: true,
    })
    await hub.reserve(waitingFor('MUG', 1), { id: 'rsv_a', channelId: 'market', ttlSeconds: 86_400 })
    await multiply(hub, 'rsv_a', 5_000)
    await hub.reserve(waitingFor('MUG', 3), { id: 'rsv_web', ttlSeconds: 86_400 })
    await hub.count('MUG', 'BER', 2)
    expect((await hub.reservation('rsv_web')).lines).toMatchObject([{ held: 2, backordered: 1 }])
    expect(await hub.position('MUG', 'BER')).toMatchObject({ held: 2, backordered: 5_002 })
  })

  test('of promises for dates, however many, their sum: as much is offered, and what is no longer covered is told', async () => {
    await using hub = await openTestLedger(kind)
    await hub.shop(['MUG'], ['BER'])
    const promised = WAITING_IN_CROWD + 500
    const due = new Date(Date.now() + 86_400_000)
    const shipment = { shipmentKind: 'PURCHASE', reference: null, originId: null, destinationId: 'BER' } as const
    const order = { ...shipment, supplier: 'Pottery', expectedAt: due, lines: [{ sku: 'MUG', quantity: promised + 9 }] }
    await hub.submit({ kind: 'createShipment', id: 'shp_1', ...order })
    const by = new Date(due.getTime() + 60_000)
    await hub.reserve([{ sku: 'MUG', locationId: 'BER', quantity: 1, by }], { id: 'rsv_a', ttlSeconds: 86_400 })
    await multiply(hub, 'rsv_a', promised - 1)

    const more = (quantity: number) => hub.reserve([{ sku: 'MUG', locationId: 'BER', quantity, by }])
    expect(codesOf(await more(10))).toEqual(['INSUFFICIENT_SUPPLY'])
    expect(await Promise.all([more(4), more(5)])).toMatchObject(Array(2).fill({ status: 'posted' }))
    expect(codesOf(await more(1))).toEqual(['INSUFFICIENT_SUPPLY'])

    const told = async () => {
      const { rows } = await sql<{ quantity: number; document_id: string | null }>`
        select quantity, document_id from stock_exception where kind = 'PROMISE_UNCOVERED'
      `.execute(hub.db.kysely)
      return rows
    }
    await hub.sell('MUG', 'BER', 3)
    expect(await told()).toEqual([{ quantity: 3, document_id: null }])
  })

  // Goal: a reference that says nothing costs its sender, and nobody else. Method: a shop gives all of its orders the same, and one of the first is still open.
  test('of the orders under one reference those that can be meant by it', async () => {
    await using hub = await openTestLedger(kind)
    await hub.shop(['MUG'], ['BER'])
    await hub.count('MUG', 'BER', 9)
    await hub.reserve(waitingFor('MUG', 1), { id: 'rsv_open', reference: 'web', ttlSeconds: 86_400 })
    await hub.reserve(waitingFor('MUG', 1), { id: 'rsv_over', reference: 'web' })
    await hub.submit({ kind: 'releaseReservation', reservation: { id: 'rsv_over' } })
    await multiply(hub, 'rsv_over', 600)

    const named = { kind: 'reservation', reference: 'web' } as const
    const { reservations } = await loadDocuments(hub.db.kysely, [named])
    expect(reservations.size).toBe(REFERENCED_MAX)
    expect(reservations.has('rsv_open')).toBe(true)
    const confirmed = await hub.submit({ kind: 'confirmReservation', reservation: { reference: 'web' } })
    expect(confirmed).toMatchObject({ status: 'posted', document: { id: 'rsv_open' } })
  })
})
