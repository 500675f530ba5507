import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { audit } from '../../core/ledger/audit.ts'
import type { UpsertStockPolicy } from '../../core/ledger/commands.ts'
import { BALANCE_MAX } from '../../core/ledger/quantity.ts'
import { rebuild } from '../../core/ledger/rebuild.ts'
import { startSweep, sweepOnce } from '../../core/ledger/sweep.ts'
import type { LedgerOptions } from '../../core/ledger/writer.ts'
import { DATABASE_KINDS, type DatabaseKind } from '../support/database.ts'
import { codesOf, event, made, openTestLedger, SILENT, type TestLedger } from '../support/ledger.ts'

const MUG = { sku: 'MUG', locationId: 'BER' }

/** Ten mugs in Berlin, sold by the channels "web" and "market". */
async function openShop(
  kind: DatabaseKind,
  {
    market = {},
    options = {},
  }: { market?: { buffer?: number; allowBackorder?: boolean }; options?: Partial<LedgerOptions> } = {},
): Promise<TestLedger> {
  const hub = await openTestLedger(kind, options)
  await hub.shop(['MUG'], ['BER', 'MUC'])
  const locations = [{ locationId: 'BER' }, { locationId: 'MUC' }]
  await hub.submit({ kind: 'upsertChannel', id: 'market', name: 'Marketplace', locations, ...market })
  await hub.count('MUG', 'BER', 10)
  return hub
}

function fence(hub: TestLedger, ...fences: NonNullable<UpsertStockPolicy['fences']>) {
  return hub.submit({ kind: 'upsertStockPolicy', ...MUG, fences })
}

/** The most that a channel can reserve in Berlin, found by trying from above. */
async function reservable(hub: TestLedger, channelId: string): Promise<number> {
  for (let quantity = 20; quantity > 0; quantity--) {
    const result = await hub.reserve([{ ...MUG, quantity }], { channelId })
    if (result.status !== 'posted') continue
    await hub.submit({ kind: 'releaseReservation', reservation: { id: made(result) } })
    return quantity
  }
  return 0
}

async function fencesIn(hub: TestLedger) {
  return hub.db.kysely.selectFrom('fence').select(['channel_id', 'quantity', 'used']).orderBy('place').execute()
}

describe.each(DATABASE_KINDS)('fences on %s', (kind) => {
  test('keep units for one channel: it gets them and the rest, others the rest', async () => {
    await using hub = await openShop(kind)
    expect((await fence(hub, { channelId: 'market', quantity: 4 })).status).toBe('posted')

    expect(await hub.position('MUG', 'BER')).toMatchObject({ sellable: 10, fenced: 4 })
    expect(await reservable(hub, 'web')).toBe(6)
    expect(await reservable(hub, 'market')).toBe(10)
    const web = await hub.reserve([{ ...MUG, quantity: 6 }])
    expect(await reservable(hub, 'market')).toBe(4)
    expect(codesOf(await hub.reserve([{ sku: 'MUG', quantity: 1 }]))).toEqual(['INSUFFICIENT_STOCK'])
    expect(made(web)).toBeTruthy()
  })

  test('are taken from first and given back to last, and what is shipped counts as taken from them', async () => {
    await using hub = await openShop(kind)
    await fence(hub, { channelId: 'market', quantity: 4 })
    const id = made(await hub.reserve([{ ...MUG, quantity: 6 }], { channelId: 'market' }))

    expect(await hub.position('MUG', 'BER')).toMatchObject({ held: 6, fenced: 0 })
    expect((await hub.reservation(id)).lines).toMatchObject([{ held: 6, fenced: 4 }])
    await hub.submit({ kind: 'releaseReservation', reservation: { id }, lines: [{ line: 1, quantity: 3 }] })
    expect(await hub.position('MUG', 'BER')).toMatchObject({ held: 3, fenced: 1 })
    await hub.submit({ kind: 'confirmReservation', reservation: { id } })
    await hub.submit({ kind: 'fulfillReservation', reservation: { id }, lines: [{ line: 1, quantity: 2 }] })
    expect((await hub.reservation(id)).lines).toMatchObject([{ committed: 1, fulfilled: 2, fenced: 1 }])
    await hub.submit({ kind: 'releaseReservation', reservation: { id } })
    expect(await hub.position('MUG', 'BER')).toMatchObject({ sellable: 8, committed: 0, fenced: 2 })
    expect(await fencesIn(hub)).toEqual([{ channel_id: 'market', quantity: 4, used: 2 }])

    const entries = await hub.db.kysely
      .selectFrom('journal')
      .select(['from_account as from', 'to_account as to', 'quantity', 'kind'])
      .where((where) => where.or([where('from_account', '=', 'fenced'), where('to_account', '=', 'fenced')]))
      .orderBy('number')
      .execute()
    expect(entries).toEqual([
      { from: 'unpromised', to: 'fenced', quantity: 4, kind: 'fence' },
      { from: 'fenced', to: 'held', quantity: 4, kind: 'hold' },
      { from: 'held', to: 'fenced', quantity: 1, kind: 'release' },
      { from: 'committed', to: 'fenced', quantity: 1, kind: 'release' },
    ])
  })

  test('state what is set aside in all: stated again they keep what was used, stated lower they take nothing back', async () => {
    await using hub = await openShop(kind)
    await fence(hub, { channelId: 'market', quantity: 4 })
    const id = made(await hub.reserve([{ ...MUG, quantity: 3 }], { channelId: 'market' }))
    await fence(hub, { channelId: 'market', quantity: 4 })
    expect(await hub.position('MUG', 'BER')).toMatchObject({ held: 3, fenced: 1 })
    await fence(hub, { channelId: 'market', quantity: 6 })
    expect(await hub.position('MUG', 'BER')).toMatchObject({ held: 3, fenced: 3 })
    await fence(hub, { channelId: 'market', quantity: 2 })
    expect(await hub.position('MUG', 'BER')).toMatchObject({ held: 3, fenced: 0 })
    await hub.submit({ kind: 'releaseReservation', reservation: { id }, lines: [{ line: 1, quantity: 2 }] })
    expect(await hub.position('MUG', 'BER')).toMatchObject({ held: 1, fenced: 1 })

    // Safety stock alone says nothing about fences; an empty list takes them away.
    await hub.submit({ kind: 'upsertStockPolicy', ...MUG, safetyStock: 1 })
    expect(await hub.position('MUG', 'BER')).toMatchObject({ fenced: 1 })
    await fence(hub)
    expect(await hub.position('MUG', 'BER')).toMatchObject({ held: 1, fenced: 0 })
    await hub.submit({ kind: 'releaseReservation', reservation: { id } })
    expect(await hub.position('MUG', 'BER')).toMatchObject({ held: 0, fenced: 0 })
    expect(await fencesIn(hub)).toEqual([])
  })

  // Goal: whatever is on the shelf is for somebody. Method: ask for more than there is, in two fences, and sell all of it.
  test('that ask for more than there is are covered in their order, and by what comes later', async () => {
    await using hub = await openShop(kind)
    await fence(hub, { channelId: 'market', quantity: 8 }, { channelId: 'web', quantity: 5 })
    expect(await hub.position('MUG', 'BER')).toMatchObject({ fenced: 13 })
    expect(await reservable(hub, 'market')).toBe(8)
    expect(await reservable(hub, 'web')).toBe(2)

    await hub.submit({ kind: 'adjustStock', ...MUG, delta: 3, account: 'sellable', reason: 'found' })
    expect(await reservable(hub, 'market')).toBe(8)
    expect(await reservable(hub, 'web')).toBe(5)
    await hub.submit({ kind: 'adjustStock', ...MUG, delta: 3, account: 'sellable', reason: 'found' })
    expect(await reservable(hub, 'market')).toBe(11)
    expect(await reservable(hub, 'web')).toBe(8)
  })

  test('are used by sales that their channel tells of', async () => {
    await using hub = await openShop(kind)
    await fence(hub, { channelId: 'market', quantity: 4 })
    const sale = { kind: 'recordSale', ...MUG, quantity: 3, reference: null } as const
    await hub.submit({ ...sale, channelId: 'market' }, { event: event('/market') })
    expect(await hub.position('MUG', 'BER')).toMatchObject({ sellable: 7, fenced: 1 })
    await hub.submit({ ...sale, channelId: 'web' }, { event: event('/till') })
    expect(await hub.position('MUG', 'BER')).toMatchObject({ sellable: 4, fenced: 1 })
  })

  test('let a backorder of their channel have what comes, and no other', async () => {
    await using hub = await openShop(kind, { market: { allowBackorder: true } })
    await hub.submit({ kind: 'upsertChannel', id: 'web', allowBackorder: true })
    await hub.reserve([{ ...MUG, quantity: 10 }])
    await fence(hub, { channelId: 'market', quantity: 5 })
    const web = made(await hub.reserve([{ ...MUG, quantity: 2 }]))
    const market = made(await hub.reserve([{ ...MUG, quantity: 3 }], { channelId: 'market' }))
    expect(await hub.position('MUG', 'BER')).toMatchObject({ backordered: 5, fenced: 5 })

    // Older, but what has come is set aside for the other.
    await hub.submit({ kind: 'adjustStock', ...MUG, delta: 4, account: 'sellable', reason: 'found' })
    expect((await hub.reservation(web)).lines).toMatchObject([{ backordered: 2, held: 0 }])
    expect((await hub.reservation(market)).lines).toMatchObject([{ backordered: 0, held: 3, fenced: 3 }])
    expect(await hub.position('MUG', 'BER')).toMatchObject({ held: 13, backordered: 2, fenced: 2 })

    await fence(hub)
    expect((await hub.reservation(web)).lines).toMatchObject([{ backordered: 1, held: 1 }])
    expect((await audit({ db: hub.db })).differences).toEqual([])
  })

  test('go back to what a confirmation no longer finds, for the backorder that it becomes', async () => {
    await using hub = await openShop(kind, { market: { allowBackorder: true } })
    await fence(hub, { channelId: 'market', quantity: 4 })
    const id = made(await hub.reserve([{ ...MUG, quantity: 4 }], { channelId: 'market' }))
    await hub.sell('MUG', 'BER', 9)
    await hub.submit({ kind: 'confirmReservation', reservation: { id } })

    expect((await hub.reservation(id)).lines).toMatchObject([{ committed: 1, backordered: 3, fenced: 1 }])
    expect(await hub.position('MUG', 'BER')).toMatchObject({ committed: 1, backordered: 3, fenced: 3 })
    await hub.count('MUG', 'BER', 10)
    expect((await hub.reservation(id)).lines).toMatchObject([{ committed: 4, backordered: 0, fenced: 4 }])
    expect(await hub.position('MUG', 'BER')).toMatchObject({ committed: 4, backordered: 0, fenced: 0 })
  })

  test('that are over hold nothing back from whoever asks, before they are swept', async () => {
    await using hub = await openShop(kind)
    await fence(hub, { channelId: 'market', quantity: 8, until: new Date(Date.now() + 60_000) })
    const id = made(await hub.reserve([{ ...MUG, quantity: 3 }], { channelId: 'market' }))
    expect(await reservable(hub, 'web')).toBe(2)
    await hub.rewrite(sql`update fence set until = clock_timestamp()`)

    expect(await reservable(hub, 'web')).toBe(7)
    expect(await hub.position('MUG', 'BER')).toMatchObject({ held: 3, fenced: 0 })
    await hub.submit({ kind: 'releaseReservation', reservation: { id } })
    expect(await hub.position('MUG', 'BER')).toMatchObject({ held: 0, fenced: 0 })
    expect((await audit({ db: hub.db })).differences).toEqual([])
  })

  test('fall back by themselves and tell it within a second', async () => {
    await using hub = await openShop(kind)
    await fence(hub, { channelId: 'market', quantity: 8, until: new Date(Date.now() + 60_000) })
    const until = new Date(Date.now() + 300)
    await hub.rewrite(sql`update fence set until = ${until}`)
    const sweep = startSweep({ db: hub.db, ledger: hub.ledger, log: SILENT })
    const told = hub.messages.length
    await expect.poll(() => hub.messages.length, { timeout: 5_000, interval: 10 }).toBeGreaterThan(told)
    const lateMs = Date.now() - until.getTime()
    await sweep.stop()

    expect(hub.messages.at(-1)?.changes).toMatchObject([{ subject: 'journal', sku: 'MUG', locationId: 'BER' }])
    expect(lateMs).toBeGreaterThanOrEqual(0)
    expect(lateMs, 'a second, and another for a busy machine').toBeLessThan(2_000)
    expect(await fencesIn(hub)).toEqual([])
    expect(await hub.position('MUG', 'BER')).toMatchObject({ fenced: 0 })
    const entry = await hub.db.kysely.selectFrom('journal').selectAll().where('kind', '=', 'expire').execute()
    expect(entry).toMatchObject([
      { from_account: 'fenced', to_account: 'unpromised', quantity: 8, channel_id: 'market', occurred_at: until },
    ])
  })

  test('that were used up are swept and told as well', async () => {
    await using hub = await openShop(kind)
    await fence(hub, { channelId: 'market', quantity: 2, until: new Date(Date.now() + 60_000) })
    await hub.reserve([{ ...MUG, quantity: 2 }], { channelId: 'market' })
    await hub.rewrite(sql`update fence set until = clock_timestamp()`)
    hub.messages.length = 0
    expect(await sweepOnce(hub.db, hub.ledger)).toBe(1)
    expect(await sweepOnce(hub.db, hub.ledger)).toBe(0)
    expect(hub.messages.flatMap(({ changes }) => changes)).toMatchObject([{ subject: 'item', sku: 'MUG' }])
    expect(await hub.position('MUG', 'BER')).toMatchObject({ held: 2, fenced: 0 })
  })

  test('are refused with a code, and all of the policy with them', async () => {
    await using hub = await openShop(kind)
    await fence(hub, { channelId: 'market', quantity: 1 })
    const codes = async (...fences: NonNullable<UpsertStockPolicy['fences']>) => codesOf(await fence(hub, ...fences))
    expect(await codes({ channelId: 'market', quantity: 0 })).toEqual(['INVALID_INPUT'])
    expect(await codes({ channelId: 'market', quantity: 1.5 })).toEqual(['INVALID_INPUT'])
    expect(await codes({ channelId: 'market', quantity: BALANCE_MAX }, { channelId: 'web', quantity: 1 })).toEqual([
      'INVALID_INPUT',
    ])
    expect(await codes({ channelId: 'market', quantity: 1 }, { channelId: 'market', quantity: 2 })).toEqual([
      'INVALID_INPUT',
    ])
    expect(await codes({ channelId: 'nowhere', quantity: 1 })).toEqual(['UNKNOWN_CHANNEL'])
    expect(await codes({ channelId: 'nowhere', quantity: 0 })).toEqual(['INVALID_INPUT', 'UNKNOWN_CHANNEL'])
    const blind = { channels: ['web'] }
    const policy = { kind: 'upsertStockPolicy', ...MUG, fences: [{ channelId: 'market', quantity: 2 }] } as const
    expect(codesOf(await hub.submit(policy, blind))).toEqual(['UNKNOWN_CHANNEL'])
    expect(await fencesIn(hub)).toEqual([{ channel_id: 'market', quantity: 1, used: 0 }])

    // Whoever sees only one channel speaks only of its fence.
    await hub.submit({ ...policy, fences: [{ channelId: 'web', quantity: 2 }] }, blind)
    expect(await fencesIn(hub)).toEqual([
      { channel_id: 'market', quantity: 1, used: 0 },
      { channel_id: 'web', quantity: 2, used: 0 },
    ])
  })

  test('that are over when they are stated set nothing aside', async () => {
    await using hub = await openShop(kind)
    const result = await fence(hub, { channelId: 'market', quantity: 4, until: new Date(Date.now() - 1000) })
    expect(result.status).toBe('posted')
    expect(await fencesIn(hub)).toEqual([])
    expect(await hub.position('MUG', 'BER')).toMatchObject({ fenced: 0 })
  })

  test('follow from the journal, and the audit finds where they do not', async () => {
    await using hub = await openShop(kind)
    await fence(hub, { channelId: 'market', quantity: 4 })
    await sql`update position set fenced = 7`.execute(hub.db.kysely)
    const { differences } = await audit({ db: hub.db })
    expect(differences).toMatchObject([
      { check: 'position', account: 'fenced', kept: 7, derived: 4 },
      { check: 'demand', account: 'fenced', kept: 7, derived: 4 },
    ])
    await rebuild({ db: hub.db, apply: true })
    expect(await hub.position('MUG', 'BER')).toMatchObject({ fenced: 4 })
    await hub.rewrite(sql`update fence set used = 1`)
    expect((await audit({ db: hub.db })).differences).toMatchObject([
      { check: 'demand', kept: 4, derived: 3 },
      { check: 'fence', kept: 3, derived: 4 },
    ])
  })
})

describe.each(DATABASE_KINDS)('moving a line on %s', (kind) => {
  test('gives back to the fence where it was, and takes from the one where it goes', async () => {
    await using hub = await openShop(kind)
    await hub.count('MUG', 'MUC', 10)
    await fence(hub, { channelId: 'market', quantity: 4 })
    const there = { kind: 'upsertStockPolicy', sku: 'MUG', locationId: 'MUC' } as const
    await hub.submit({ ...there, fences: [{ channelId: 'market', quantity: 2 }] })
    const id = made(await hub.reserve([{ ...MUG, quantity: 6 }], { channelId: 'market' }))
    await hub.submit({ kind: 'confirmReservation', reservation: { id }, lines: [{ line: 1, quantity: 3 }] })
    const move = { kind: 'moveReservationLine', reservation: { id }, line: 1, locationId: 'MUC' } as const

    await hub.submit({ ...move, quantity: 1 })
    expect((await hub.reservation(id)).lines).toMatchObject([
      { locationId: 'BER', fenced: 4 },
      { locationId: 'MUC', fenced: 1 },
    ])
    await hub.submit({ ...move, line: 2, locationId: 'BER' })
    await hub.submit(move)
    expect((await hub.reservation(id)).lines).toMatchObject([
      { locationId: 'MUC', held: 2, committed: 3, fenced: 2 },
      // When it came back, all of the fence was in use.
      { locationId: 'BER', held: 1, fenced: 0 },
    ])
    expect(await hub.position('MUG', 'BER')).toMatchObject({ held: 1, fenced: 4 })
    expect(await hub.position('MUG', 'MUC')).toMatchObject({ held: 2, committed: 3, fenced: 0 })
    expect((await audit({ db: hub.db })).differences).toEqual([])
  })
})

describe.each(DATABASE_KINDS)('backorders on %s', (kind) => {
  // Goal: the channel's buffer is kept from those who wait as well. Method: stock that comes in small portions, at either of two locations.
  test('are filled only as far as the buffer of their channel allows', async () => {
    await using hub = await openShop(kind, { market: { buffer: 3, allowBackorder: true } })
    await hub.reserve([{ ...MUG, quantity: 10 }])
    const id = made(await hub.reserve([{ ...MUG, quantity: 5 }], { channelId: 'market' }))
    const find = (locationId: string, delta: number) =>
      hub.submit({ kind: 'adjustStock', sku: 'MUG', locationId, delta, account: 'sellable', reason: 'found' })
    const waiting = async () => (await hub.reservation(id)).lines.map(({ backordered }) => backordered)

    await find('BER', 3)
    expect(await waiting()).toEqual([5])
    await find('BER', 1)
    expect(await waiting()).toEqual([4])
    // What another location has counts towards the buffer, but only what is here can be taken.
    await find('MUC', 2)
    await find('BER', 1)
    expect(await waiting()).toEqual([1])
    await find('BER', 2)
    expect(await waiting()).toEqual([0])
    expect((await audit({ db: hub.db })).differences).toEqual([])
  })

  // Goal: by age, also where something else than stock at the place has changed. Method: what keeps units from who waits is taken away, and a newcomer wants them.
  test.for([
    ['stock at another location', (hub: TestLedger) => hub.count('MUG', 'MUC', 3)],
    ['a lower buffer', (hub: TestLedger) => hub.submit({ kind: 'upsertChannel', id: 'market', buffer: 0 })],
  ] as const)('come before newcomers when %s leaves something to them', async ([, change]) => {
    await using hub = await openShop(kind, { market: { buffer: 3, allowBackorder: true } })
    await hub.sell('MUG', 'BER', 7)
    const older = made(await hub.reserve([{ ...MUG, quantity: 5 }], { channelId: 'market' }))
    expect((await hub.reservation(older)).lines).toMatchObject([{ backordered: 5 }])
    await change(hub)

    const newer = made(await hub.reserve([{ ...MUG, quantity: 2 }], { channelId: 'market' }))
    expect((await hub.reservation(older)).lines).toMatchObject([{ held: 3, backordered: 2 }])
    expect((await hub.reservation(newer)).lines).toMatchObject([{ held: 0, backordered: 2 }])
    expect((await audit({ db: hub.db })).differences).toEqual([])
  })

  test('are served by the sweep where nobody else comes', async () => {
    await using hub = await openShop(kind, { market: { buffer: 3, allowBackorder: true } })
    await hub.sell('MUG', 'BER', 7)
    const id = made(await hub.reserve([{ ...MUG, quantity: 5 }], { channelId: 'market' }))
    const sweep = startSweep({ db: hub.db, ledger: hub.ledger, log: SILENT })
    try {
      const held = async () => (await hub.reservation(id)).lines.map((line) => line.held)
      await hub.count('MUG', 'MUC', 2)
      await expect.poll(held, { timeout: 20_000 }).toEqual([2])
      await hub.submit({ kind: 'upsertChannel', id: 'market', buffer: 0 })
      await expect.poll(held, { timeout: 20_000 }).toEqual([3])
    } finally {
      await sweep.stop()
    }
    // What is kept back from who waits is not looked for again and again.
    expect(await sweepOnce(hub.db, hub.ledger)).toBe(0)
    expect((await audit({ db: hub.db })).differences).toEqual([])
  })

  test('that come to be in a batch look at what the batch had not read', async () => {
    const market = { buffer: 3, allowBackorder: true }
    await using hub = await openShop(kind, { market, options: { batchesInFlight: 1 } })
    const id = made(await hub.reserve([{ ...MUG, quantity: 6 }], { channelId: 'market' }))
    await hub.count('MUG', 'MUC', 2)
    const results = await Promise.all([
      hub.sell('MUG', 'BER', 9),
      hub.submit({ kind: 'confirmReservation', reservation: { id } }),
      hub.submit({ kind: 'adjustStock', ...MUG, delta: 3, account: 'sellable', reason: 'found' }),
    ])
    expect(results.map(({ status }) => status)).toEqual(['posted', 'posted', 'posted'])
    // One is there and confirmed, five wait; of the three more that are found and the two elsewhere the buffer leaves two.
    expect((await hub.reservation(id)).lines).toMatchObject([{ committed: 3, backordered: 3 }])
    expect((await audit({ db: hub.db })).differences).toEqual([])
  })
})
