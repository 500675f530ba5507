import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import type { Submission } from '../../core/ledger/commands.ts'
import { newId } from '../../core/ledger/ids.ts'
import { DATABASE_KINDS } from '../support/database.ts'
import { codesOf, event, hash, openSecondLedger, openTestLedger } from '../support/ledger.ts'

const at = (time: string) => new Date(`2026-03-01T${time}Z`)

function submissionOf(command: Submission['command'], more: Partial<Submission> = {}): Submission {
  return { command, client: 'test', channels: null, occurredAt: null, ...more }
}

const count = (quantity: number) =>
  ({ kind: 'countStock', sku: 'MUG', locationId: 'BER', quantity, account: 'sellable' }) as const
const adjust = (delta: number) =>
  ({ kind: 'adjustStock', sku: 'MUG', locationId: 'BER', delta, account: 'sellable', reason: 'found' }) as const
const sale = (quantity: number, reference: string) =>
  ({ kind: 'recordSale', sku: 'MUG', locationId: 'BER', quantity, reference, channelId: null }) as const

// Goal: a writer never decides from what was true once. Method: two writers that remember take turns, and tables change under the one that remembers.
describe.each(DATABASE_KINDS)('what a writer remembers on %s', (kind) => {
  test('balances that another writer changed are read again', async () => {
    await using hub = await openTestLedger(kind)
    await using other = await openSecondLedger(hub)
    await hub.shop(['MUG'], ['BER'])
    await hub.submit(count(1))
    for (let round = 1; round <= 5; round++) {
      await other.ledger.submit(submissionOf(adjust(2)))
      await hub.submit(adjust(3))
      expect(await hub.position('MUG', 'BER')).toMatchObject({ sellable: 1 + 5 * round })
    }
  })

  test('a count that found what was expected is known to the other writer too', async () => {
    await using hub = await openTestLedger(kind)
    await using other = await openSecondLedger(hub)
    await hub.shop(['MUG'], ['BER'])
    await hub.submit(adjust(10), { occurredAt: at('08:00:00') })
    await other.ledger.submit(submissionOf(adjust(1), { occurredAt: at('08:00:01') }))
    // It posts nothing and tells nothing in the feed.
    await hub.submit(count(11), { occurredAt: at('12:00:00') })
    await other.ledger.submit(submissionOf(adjust(5), { occurredAt: at('09:00:00') }))
    expect(await hub.position('MUG', 'BER')).toMatchObject({ sellable: 11 })
  })

  test('stock that is kept back by another writer is kept back', async () => {
    await using hub = await openTestLedger(kind)
    await using other = await openSecondLedger(hub)
    await hub.shop(['MUG'], ['BER'])
    await hub.submit(count(10))
    await other.ledger.submit(
      submissionOf({ kind: 'upsertStockPolicy', sku: 'MUG', locationId: 'BER', safetyStock: 8 }),
    )
    const refused = await hub.reserve([{ sku: 'MUG', locationId: 'BER', quantity: 3 }])
    expect(codesOf(refused)).toEqual(['INSUFFICIENT_STOCK'])
  })

  test('what a channel keeps back, and that a location is closed, is known to the other writer at once', async () => {
    await using hub = await openTestLedger(kind)
    await using other = await openSecondLedger(hub)
    await hub.shop(['MUG'], ['BER'])
    await hub.submit(count(10))
    await hub.reserve([{ sku: 'MUG', quantity: 1 }])
    await other.ledger.submit(submissionOf({ kind: 'upsertChannel', id: 'web', buffer: 8 }))
    expect(codesOf(await hub.reserve([{ sku: 'MUG', quantity: 3 }]))).toEqual(['INSUFFICIENT_STOCK'])
    await other.ledger.submit(submissionOf({ kind: 'upsertLocations', locations: [{ id: 'BER', closed: true }] }))
    expect(codesOf(await hub.reserve([{ sku: 'MUG', quantity: 1 }]))).toEqual(['LOCATION_CLOSED'])
  })

  test('a hold that another writer made ends here as well', async () => {
    await using hub = await openTestLedger(kind)
    await using other = await openSecondLedger(hub)
    await hub.shop(['MUG'], ['BER'])
    await hub.submit(count(5))
    // This writer has looked: nothing of the bucket ends for a long time.
    await hub.reserve([{ sku: 'MUG', locationId: 'BER', quantity: 1 }], { ttlSeconds: 9_000 })
    const lines = [{ sku: 'MUG', locationId: 'BER', quantity: 4 }]
    const short = {
      kind: 'reserve',
      id: newId('rsv'),
      channelId: 'web',
      reference: null,
      ttlSeconds: 1,
      allOrNothing: true,
      lines,
    } as const
    await other.ledger.submit(submissionOf(short))
    await new Promise((resolve) => setTimeout(resolve, 1_100))
    expect(await hub.reserve([{ sku: 'MUG', locationId: 'BER', quantity: 4 }])).toMatchObject({ status: 'posted' })
  })

  test('a fact, an event or a key that another writer has written is found', async () => {
    await using hub = await openTestLedger(kind)
    await using other = await openSecondLedger(hub)
    await hub.shop(['MUG'], ['BER'])
    await hub.submit(count(10))
    for (let round = 0; round < 3; round++) {
      const told = event('/till', `t-${round}`)
      const key = { key: `k-${round}`, requestHash: hash('same') }
      expect(await hub.submit(sale(1, `S-${round}`), { event: told })).toMatchObject({ status: 'posted' })
      expect(await hub.submit(adjust(1), { key })).toMatchObject({ status: 'posted', repeated: false })

      const again = (command: Submission['command'], more: Partial<Submission>) =>
        other.ledger.submit(submissionOf(command, more))
      expect(await again(sale(1, `S-${round}`), { event: event('/erp') })).toMatchObject({ status: 'confirmed' })
      expect(await again(sale(1, `S-${round}`), { event: told })).toMatchObject({ status: 'duplicate' })
      expect(await again(adjust(1), { key })).toMatchObject({ status: 'posted', repeated: true })
      const otherContent = { key: { key: `k-${round}`, requestHash: hash('other') } }
      expect(codesOf(await again(adjust(2), otherContent))).toEqual(['IDEMPOTENCY_CONFLICT'])
    }
    expect(await hub.position('MUG', 'BER')).toMatchObject({ sellable: 10 })
  })

  test('what is known already does not spoil what is new in the same batch', async () => {
    await using hub = await openTestLedger(kind)
    await using other = await openSecondLedger(hub)
    await hub.shop(['MUG'], ['BER'])
    await hub.submit(count(100))
    const old = Array.from({ length: 10 }, (_, index) => event('/till', `old-${index}`))
    for (const [index, told] of old.entries()) await hub.submit(sale(1, `OLD-${index}`), { event: told })

    const results = await other.ledger.submitAll([
      ...old.map((told, index) => submissionOf(sale(1, `OLD-${index}`), { event: told })),
      ...old.map((_, index) => submissionOf(sale(1, `NEW-${index}`), { event: event('/till') })),
    ])
    expect(results.map(({ status }) => status)).toEqual([...old.map(() => 'duplicate'), ...old.map(() => 'posted')])
    expect(await hub.position('MUG', 'BER')).toMatchObject({ sellable: 80 })
  })

  test('after a restore, which gives the hub a new epoch, nothing is remembered', async () => {
    await using hub = await openTestLedger(kind)
    await hub.shop(['MUG'], ['BER'])
    await hub.submit(count(10))
    await sql`update position set sellable = 3`.execute(hub.db.kysely)
    await sql`update hub set epoch = gen_random_uuid()`.execute(hub.db.kysely)
    expect(codesOf(await hub.reserve([{ sku: 'MUG', locationId: 'BER', quantity: 4 }]))).toEqual(['INSUFFICIENT_STOCK'])
  })

  test('after a restore channels are read again, also where as many changes were made of them as before', async () => {
    await using hub = await openTestLedger(kind)
    await hub.shop(['MUG'], ['BER'])
    await hub.submit(count(10))
    // In the restored database something else was changed, under the same number.
    await sql`update channel set buffer = 8`.execute(hub.db.kysely)
    await sql`update hub set epoch = gen_random_uuid()`.execute(hub.db.kysely)
    for (const quantity of [4, 3]) {
      const refused = await hub.reserve([{ sku: 'MUG', quantity }])
      expect(codesOf(refused)).toEqual(['INSUFFICIENT_STOCK'])
    }
    expect(await hub.reserve([{ sku: 'MUG', quantity: 2 }])).toMatchObject({ status: 'posted' })
  })

  test('the same key sent many times at once is decided once, and all get its answer', async () => {
    await using hub = await openTestLedger(kind)
    await hub.shop(['MUG'], ['BER'])
    await hub.submit(count(10))
    const lines = [{ sku: 'MUG', locationId: 'BER', quantity: 2 }]
    const results = await Promise.all(Array.from({ length: 20 }, () => hub.reserve(lines, { key: 'k' })))
    const ids = new Set(results.map((result) => (result.status === 'posted' ? result.document?.id : result.status)))
    expect(ids.size).toBe(1)
    expect(await hub.position('MUG', 'BER')).toMatchObject({ held: 2 })
  })
})
