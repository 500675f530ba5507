import type { KyselyPlugin } from 'kysely'
import { sql } from 'kysely'
import { describe, expect, test, vi } from 'vitest'
import type { Command, Submission } from '../../core/ledger/commands.ts'
import { newId } from '../../core/ledger/ids.ts'
import { readPolicies, WAITING_IN_CROWD } from '../../core/ledger/load.ts'
import { DATABASE_KINDS } from '../support/database.ts'
import { openTestLedger, type TestLedger } from '../support/ledger.ts'

const locationId = 'BER'

const submissionOf = (command: Command): Submission => ({ command, client: 'test', channels: null, occurredAt: null })

/** So many reservations of one unit each wait for each of the SKUs. */
async function crowd(hub: TestLedger, skus: readonly string[], each: number): Promise<void> {
  const lines = (sku: string) => [{ sku, locationId, quantity: 1 }]
  const more = { channelId: 'web', reference: null, ttlSeconds: 86_400, allOrNothing: true } as const
  const orders = skus.flatMap((sku) =>
    Array.from({ length: each }, () => ({ kind: 'reserve', id: newId('rsv'), lines: lines(sku), ...more }) as const),
  )
  const results = await hub.ledger.submitAll(orders.map(submissionOf), 'bulk')
  expect(results.every(({ status }) => status === 'posted')).toBe(true)
}

const receive = (sku: string, quantity: number) =>
  ({ kind: 'receiveStock', sku, locationId, quantity, reference: null }) as const

/** When what was filled, or done with a SKU, was recorded. */
async function recorded(hub: TestLedger, kind: string, sku: string): Promise<number[]> {
  const { rows } = await sql<{ at: Date }>`
    select recorded_at as at from journal where kind = ${kind} and sku = ${sku} order by recorded_at
  `.execute(hub.db.kysely)
  return rows.map(({ at }) => at.getTime())
}

describe.each(DATABASE_KINDS)('where many wait, on %s', (kind) => {
  // Goal: a delivery of many goods for which many wait costs what each of them costs. Method: count how often a batch is begun for it.
  test('what comes for more of them than a batch reads is decided in a few batches', { timeout: 60_000 }, async () => {
    await using hub = await openTestLedger(kind, { batchesInFlight: 1 })
    const skus = Array.from({ length: 60 }, (_, index) => `SKU-${index}`)
    await hub.shop(skus, [locationId], { allowBackorder: true })
    const each = Math.ceil(WAITING_IN_CROWD / skus.length) + 5
    await crowd(hub, skus, each)

    const begun = vi.spyOn(hub.db.writes, 'transaction')
    const results = await hub.ledger.submitAll(skus.map((sku) => submissionOf(receive(sku, each))))
    expect(results.every(({ status }) => status === 'posted')).toBe(true)
    for (const sku of skus) {
      await expect
        .poll(() => hub.position(sku, locationId))
        .toMatchObject({ sellable: each, held: each, backordered: 0 })
    }
    // One that sees how many wait, one that fills most, and some for the rest.
    expect(begun.mock.calls.length).toBeLessThan(10)
  })

  // Goal: whoever wants something else need not wait until a crowd is served. Method: one is served by five, and others come with the delivery and after it.
  test('others are decided between the batches in which a crowd is served', { timeout: 60_000 }, async () => {
    await using hub = await openTestLedger(kind, { fillsInBatch: 5 })
    await hub.shop(['MUG', 'CUP', 'PLATE'], [locationId], { allowBackorder: true })
    for (const sku of ['CUP', 'PLATE']) await hub.count(sku, locationId, 10)
    await crowd(hub, ['MUG'], 600)

    const received = hub.submit(receive('MUG', 600))
    const cup = hub.reserve([{ sku: 'CUP', locationId, quantity: 1 }])
    const mug = hub.reserve([{ sku: 'MUG', locationId, quantity: 1 }])
    await received
    const plate = await hub.reserve([{ sku: 'PLATE', locationId, quantity: 1 }])
    for (const result of [await received, await cup, await mug, plate]) expect(result.status).toBe('posted')
    await expect.poll(async () => (await hub.position('MUG', locationId))?.backordered, { timeout: 30_000 }).toBe(1)

    const fills = await recorded(hub, 'fill', 'MUG')
    expect(fills).toHaveLength(600)
    const served = fills.at(-1) ?? 0
    for (const sku of ['CUP', 'PLATE']) {
      const [at] = await recorded(hub, 'hold', sku)
      expect(at, sku).toBeLessThan(served)
    }
    // And who came for the same gets none of it before them.
    expect((await recorded(hub, 'backorder', 'MUG')).at(-1)).toBeGreaterThanOrEqual(served)
  })

  // Goal: what has to stand alone gets its turn, and keeps nothing behind it from being done. Method: more shoppers at once than many batches take.
  test('bulk work that does not fit beside interactive work takes turns with it', async () => {
    await using hub = await openTestLedger(kind, { batchSize: 20, batchesInFlight: 1 })
    await hub.shop(['MUG'], [locationId])
    await hub.count('MUG', locationId, 1_000)
    let answered = 0
    const shoppers = Array.from({ length: 1_000 }, async () => {
      await hub.reserve([{ sku: 'MUG', locationId, quantity: 1 }])
      answered++
    })
    const opened = submissionOf({ kind: 'upsertLocations', locations: [{ id: 'HAM', name: 'Hamburg' }] })
    const ends = submissionOf({ kind: 'expireHolds', positions: [{ sku: 'MUG', locationId }] })
    const found = submissionOf({
      ...{ kind: 'adjustStock', sku: 'MUG', locationId, delta: 1, account: 'sellable', reason: 'found' },
    })
    expect(await hub.ledger.submitAll([opened, ends, found], 'bulk')).toMatchObject(Array(3).fill({ status: 'posted' }))
    expect(answered).toBeLessThan(500)
    await Promise.all(shoppers)
  })
})

// Goal: what is shown as free is not for somebody who waits elsewhere. Method: stock comes that covers the buffer of a channel, and nobody asks or sweeps.
test.each(DATABASE_KINDS)(
  'who waits at another location gets what something here leaves to them, on %s',
  async (kind) => {
    await using hub = await openTestLedger(kind)
    await hub.shop(['MUG'], ['BER', 'HAM'], { buffer: 5, allowBackorder: true })
    await hub.count('MUG', 'BER', 5)
    await hub.reserve([{ sku: 'MUG', locationId: 'BER', quantity: 3 }], { id: 'rsv_a', ttlSeconds: 86_400 })
    expect(await hub.position('MUG', 'BER')).toMatchObject({ held: 0, backordered: 3 })
    await hub.submit({ ...receive('MUG', 4), locationId: 'HAM' })
    await expect.poll(() => hub.position('MUG', 'BER')).toMatchObject({ held: 3, backordered: 0 })
  },
)

// Goal: nobody decides by a channel as it never was. Method: it is changed just when half of it has been read.
test('policies that change while they are read are read again', async () => {
  await using hub = await openTestLedger('postgres')
  await hub.shop(['MUG'], ['BER'], { buffer: 1 })
  const change = async () => {
    const locations = ['BER', 'HAM'].map((id) => ({ locationId: id }))
    await hub.submit({ kind: 'upsertLocations', locations: [{ id: 'HAM', name: 'Hamburg' }] })
    await hub.submit({ kind: 'upsertChannel', id: 'web', name: 'Web shop', locations, buffer: 2 })
  }
  let isChanged = false
  const asked = new WeakMap<object, string>()
  const between: KyselyPlugin = {
    transformQuery({ node, queryId }) {
      asked.set(queryId, JSON.stringify(node))
      return node
    },
    async transformResult({ queryId, result }) {
      if (!isChanged && asked.get(queryId)?.includes('"name":"channel"')) {
        isChanged = true
        await change()
      }
      return result
    },
  }
  const { channels } = await readPolicies(hub.db.kysely.withPlugin(between))
  expect(isChanged).toBe(true)
  expect(channels.get('web')).toMatchObject({ buffer: 2, locations: [{ locationId: 'BER' }, { locationId: 'HAM' }] })
})
