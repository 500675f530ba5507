import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { NO_LINE } from '../../core/ledger/ids.ts'
import { openTestLedger, type TestLedger } from '../support/ledger.ts'

const NOW = Date.now()
const locationId = 'BER'
const CHANNELS = [
  { id: 'web', buffer: 0 },
  { id: 'market', buffer: 3 },
  { id: 'app', buffer: 1 },
] as const

const channel = fc.constantFrom(...CHANNELS.map(({ id }) => id))
const few = fc.integer({ min: 1, max: 4 })
const dayAhead = fc.integer({ min: 2, max: 4 })
/** Mostly somebody comes to wait, and now and then something comes for them. */
const steps = fc.array(
  fc.oneof(
    {
      weight: 12,
      // Ages are told by clients, in any order, and some are the same.
      arbitrary: fc.record({
        kind: fc.constant('reserve' as const),
        channel,
        quantity: few,
        age: fc.nat(20),
        by: fc.oneof({ weight: 7, arbitrary: fc.constant(null) }, dayAhead),
        confirmed: fc.boolean(),
      }),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('receive' as const), quantity: few }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('count' as const), quantity: fc.nat(25) }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('release' as const), nth: fc.nat(20) }) },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('policy' as const),
        safetyStock: fc.nat(2),
        fence: fc.nat(5),
        channel,
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ kind: fc.constant('shipment' as const), quantity: fc.nat(9), due: dayAhead }),
    },
  ),
  { minLength: 20, maxLength: 50, size: 'max' },
)
type Step = typeof steps extends fc.Arbitrary<(infer S)[]> ? S : never

const day = (number: number) => new Date(NOW + number * 86_400_000)

async function openShop(fillsInBatch?: number): Promise<TestLedger> {
  const hub = await openTestLedger('pglite', fillsInBatch === undefined ? {} : { fillsInBatch })
  await hub.shop([], [locationId])
  const locations = [{ locationId }]
  for (const { id, buffer } of CHANNELS) {
    await hub.submit({ kind: 'upsertChannel', id, name: id, locations, buffer, allowBackorder: true })
  }
  // Reserves nothing: whoever is refused has seen that all others have what is there for them.
  await hub.submit({ kind: 'upsertChannel', id: 'probe', name: 'Probe', locations })
  return hub
}

async function play(hub: TestLedger, sku: string, all: readonly Step[]) {
  await hub.submit({ kind: 'upsertItems', items: [{ sku, title: sku }] })
  const ids: string[] = []
  for (const [index, step] of all.entries()) {
    switch (step.kind) {
      case 'reserve': {
        const id = `rsv_${sku}_${String(index).padStart(3, '0')}`
        ids.push(id)
        const by = step.by === null ? {} : { by: day(step.by) }
        await hub.submit(
          {
            kind: 'reserve',
            id,
            channelId: step.channel,
            reference: null,
            ttlSeconds: 86_400,
            allOrNothing: true,
            confirmed: step.confirmed,
            lines: [{ sku, locationId, quantity: step.quantity, ...by }],
          },
          { occurredAt: new Date(NOW - step.age * 1_000) },
        )
        break
      }
      case 'receive': {
        const { quantity } = step
        await hub.submit({ kind: 'receiveStock', sku, locationId, quantity, reference: null })
        break
      }
      case 'count':
        await hub.count(sku, locationId, step.quantity)
        break
      case 'release': {
        const id = ids[step.nth % Math.max(1, ids.length)]
        if (id !== undefined) await hub.submit({ kind: 'releaseReservation', reservation: { id } })
        break
      }
      case 'policy': {
        const fences = step.fence === 0 ? [] : [{ channelId: step.channel, quantity: step.fence }]
        const { safetyStock } = step
        await hub.submit({ kind: 'upsertStockPolicy', sku, locationId, safetyStock, fences })
        break
      }
      case 'shipment':
        await hub.submit({
          kind: 'createShipment',
          id: `shp_${sku}_${index}`,
          shipmentKind: 'PURCHASE',
          reference: null,
          originId: null,
          destinationId: locationId,
          supplier: 'Pottery',
          expectedAt: day(step.due),
          lines: [{ sku, quantity: step.quantity }],
        })
    }
    await hub.reserve([{ sku, quantity: 1_000 }], { channelId: 'probe' })
  }
  const { rows: lines } = await sql<object>`
    select reservation_id, line, location_id, held, committed, backordered, released, fenced
    from reservation_line where sku = ${sku} order by reservation_id collate "C", line
  `.execute(hub.db.kysely)
  return { lines, position: await hub.position(sku, locationId) }
}

// Goal: who gets what does not depend on how many of those who wait are read at once. Method: the same at random where one of each channel is read and filled in a
// batch, and where all are.
test('those who wait get the same, however few of them are read', async () => {
  await using whole = await openShop()
  await using inParts = await openShop(1)
  await fc.assert(
    fc.asyncProperty(steps, async (all) => {
      const sku = randomUUID()
      expect(await play(inParts, sku, all)).toEqual(await play(whole, sku, all))
    }),
    { numRuns: 40, endOnFailure: true },
  )
})

test('whoever is named in the same batch as what comes gets it after those before them, read or not', async () => {
  await using hub = await openShop(1)
  await hub.submit({ kind: 'upsertItems', items: [{ sku: 'MUG', title: 'Mug' }] })
  const ids = Array.from({ length: 6 }, (_, index) => `rsv_${index}`)
  for (const id of ids) await hub.reserve([{ sku: 'MUG', locationId, quantity: 1 }], { id })
  await Promise.all([
    hub.submit({ kind: 'confirmReservation', reservation: { id: 'rsv_5' } }),
    hub.submit({ kind: 'receiveStock', sku: 'MUG', locationId, quantity: 4, reference: null }),
  ])
  await expect.poll(() => hub.position('MUG', locationId)).toMatchObject({ held: 4, committed: 0, backordered: 2 })
})

// Goal: nobody is sent from one step to the other while the only thing to do is to wait. Method: what is said of each, of a confirmed order for which there is no stock.
test('who confirmed what waits is told that it waits, by confirming as by fulfilling', async () => {
  await using hub = await openShop()
  await hub.submit({ kind: 'upsertItems', items: [{ sku: 'MUG', title: 'Mug' }] })
  await hub.reserve([{ sku: 'MUG', quantity: 2 }], { id: 'rsv_waits', channelId: 'web' })
  const confirm = () => hub.submit({ kind: 'confirmReservation', reservation: { id: 'rsv_waits' } })
  const fulfill = () => hub.submit({ kind: 'fulfillReservation', reservation: { id: 'rsv_waits' } })
  const said = async (step: typeof confirm) => {
    const result = await step()
    return result.status === 'refused' ? result.errors.map(({ code, message }) => `${code} ${message}`) : result.status
  }
  expect(await said(fulfill)).toEqual([expect.stringMatching(/^WRONG_STATE .*: confirm it first\.$/)])
  expect(await said(confirm)).toBe('posted')
  for (const step of [confirm, fulfill]) {
    expect(await said(step)).toEqual([expect.stringMatching(/^WRONG_STATE .* waits for stock: /)])
  }
  await hub.submit({ kind: 'receiveStock', sku: 'MUG', locationId, quantity: 2, reference: null })
  expect(await said(fulfill)).toBe('posted')
})

test('a line that is not there is not named by a name that nobody gave', async () => {
  await using hub = await openShop()
  await hub.submit({ kind: 'upsertItems', items: [{ sku: 'MUG', title: 'Mug' }] })
  await hub.count('MUG', locationId, 2)
  await hub.reserve([{ sku: 'MUG', quantity: 2 }], { id: 'rsv_held', channelId: 'web' })
  const confirm = (line: number) =>
    hub.submit({ kind: 'confirmReservation', reservation: { id: 'rsv_held' }, lines: [{ line }] })
  expect(await confirm(NO_LINE)).toMatchObject({
    errors: [{ code: 'NOT_FOUND', message: 'The reservation has no line of this id.' }],
  })
  expect(await confirm(7)).toMatchObject({
    errors: [{ code: 'NOT_FOUND', message: expect.stringContaining('"rsv_held/7"') }],
  })
})
