import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Cart } from '../../core/ledger/cart.ts'
import type { Refusal, Reserve, Submission } from '../../core/ledger/commands.ts'
import { newId } from '../../core/ledger/ids.ts'
import type { CommandResult } from '../../core/ledger/ledger.ts'
import { preview } from '../../core/ledger/preview.ts'
import { DATABASE_KINDS } from '../support/database.ts'
import { codesOf, made, openTestLedger, type TestLedger } from '../support/ledger.ts'

const SKUS = ['A', 'B', 'C']
const LOCATIONS = ['L0', 'L1', 'L2', 'L3']

const sku = fc.constantFrom(...SKUS)
const locationId = fc.constantFrom(...LOCATIONS)
const quantity = fc.integer({ min: 1, max: 8 })
const change = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('count'), sku, locationId, quantity: fc.nat(9) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('close'), locationId, closed: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('safety'), sku, locationId, quantity: fc.nat(2) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('channel'),
      buffer: fc.constantFrom(0, 0, 3),
      allowBackorder: fc.boolean(),
    }),
  },
)
const cart = fc.record({
  lines: fc.array(fc.record({ sku, locationId: fc.option(locationId, { freq: 2 }), quantity }), {
    minLength: 1,
    maxLength: 5,
  }),
  allOrNothing: fc.boolean(),
  sourcing: fc.constantFrom(null, 'PRIORITY', 'NEAREST', 'FEWEST_PARCELS'),
  near: fc.option(fc.record({ latitude: fc.constant(0), longitude: fc.integer({ min: 0, max: 40 }) })),
  ttlSeconds: fc.constantFrom(1, 900),
})
const story = fc.array(fc.tuple(fc.array(change, { maxLength: 3 }), cart), { minLength: 1, maxLength: 8 })

async function apply(hub: TestLedger, done: typeof change extends fc.Arbitrary<infer T> ? T : never): Promise<void> {
  switch (done.do) {
    case 'count':
      await hub.count(done.sku, done.locationId, done.quantity)
      return
    case 'close':
      await hub.submit({ kind: 'upsertLocations', locations: [{ id: done.locationId, closed: done.closed }] })
      return
    case 'safety':
      await hub.submit({
        kind: 'upsertStockPolicy',
        sku: done.sku,
        locationId: done.locationId,
        safetyStock: done.quantity,
      })
      return
    case 'channel':
      await hub.submit({ kind: 'upsertChannel', id: 'web', buffer: done.buffer, allowBackorder: done.allowBackorder })
  }
}

/** All that is said of a cart, worked out. */
function told(cart: Cart | undefined) {
  if (cart?.sourced == null) return null
  const { sourced, shares } = cart
  const { strategy, provenFewest, lines } = sourced
  return { strategy, provenFewest, lines, shares, considered: lines.map((_, index) => sourced.considered(index, 250)) }
}

function answerOf(status: string, errors: readonly Refusal[] | undefined, of: Cart | undefined) {
  return { status, errors, cart: told(of) }
}

function answered(result: CommandResult) {
  if (result.status !== 'posted' && result.status !== 'refused')
    throw new Error(`Answered like an event: ${result.status}`)
  return answerOf(result.status, result.status === 'refused' ? result.errors : undefined, result.cart)
}

function submissionOf(command: Reserve): Submission<Reserve> {
  return { command, client: 'test', channels: null, occurredAt: null }
}

describe.each(DATABASE_KINDS)('a cart on %s', (kind) => {
  // Goal: what checkCart says is what reserve does. Method: both are asked in the same state, over and over, while everything around changes.
  test('that is only checked gets the answer that it gets when it is reserved', async () => {
    await using hub = await openTestLedger(kind)
    await hub.shop(SKUS, LOCATIONS)
    const places = LOCATIONS.map((id, index) => ({ id, latitude: 0, longitude: 10 * index }))
    await hub.submit({ kind: 'upsertLocations', locations: places.slice(0, 3) })
    await fc.assert(
      fc.asyncProperty(story, async (steps) => {
        for (const [changes, wanted] of steps) {
          for (const done of changes) await apply(hub, done)
          const command: Reserve = { kind: 'reserve', id: newId('rsv'), channelId: 'web', reference: null, ...wanted }
          const { decisions, now } = await preview(hub.db.kysely, [submissionOf(command)])
          const [decision] = decisions
          const reserved = await hub.submit(command)
          const { outcome } = decision ?? {}
          const expected = answerOf(
            outcome?.status ?? '',
            outcome?.status === 'refused' ? outcome.errors : undefined,
            decision?.cart,
          )
          // A hold may have ended in between: then both were right.
          if ((await endedSince(hub, now)) === 0) expect(answered(reserved)).toEqual(expected)
        }
      }),
      { numRuns: kind === 'pglite' ? 20 : 10 },
    )
  })

  test('takes the same position twice, summed and then compared', async () => {
    await using hub = await openTestLedger(kind)
    await hub.shop(['MUG'], ['BER', 'MUC'])
    await hub.count('MUG', 'BER', 5)
    const lines = [3, 3].map((each) => ({ sku: 'MUG', locationId: 'BER', quantity: each }))
    expect(codesOf(await hub.reserve(lines))).toEqual(['INSUFFICIENT_STOCK'])
    expect(await hub.position('MUG', 'BER')).toMatchObject({ held: 0 })
    expect((await hub.reserve([...lines.slice(1), { sku: 'MUG', locationId: 'BER', quantity: 2 }])).status).toBe(
      'posted',
    )
    expect(await hub.position('MUG', 'BER')).toMatchObject({ held: 5 })
  })

  test('makes room for the line that names its location', async () => {
    await using hub = await openTestLedger(kind)
    await hub.shop(['MUG'], ['BER', 'MUC'])
    await hub.count('MUG', 'BER', 3)
    await hub.count('MUG', 'MUC', 3)
    const result = await hub.reserve([
      { sku: 'MUG', quantity: 3 },
      { sku: 'MUG', locationId: 'BER', quantity: 3 },
    ])
    expect(result.status === 'posted' && result.reservation?.lines).toMatchObject([
      { locationId: 'MUC', held: 3 },
      { locationId: 'BER', held: 3 },
    ])
  })

  test('finds nothing at a closed location, while facts about it are accepted', async () => {
    await using hub = await openTestLedger(kind)
    await hub.shop(['MUG'], ['BER', 'MUC'])
    await hub.count('MUG', 'BER', 5)
    await hub.count('MUG', 'MUC', 5)
    const held = await hub.reserve([{ sku: 'MUG', locationId: 'BER', quantity: 1 }])
    await hub.submit({ kind: 'upsertLocations', locations: [{ id: 'BER', closed: true }] })

    expect(codesOf(await hub.reserve([{ sku: 'MUG', locationId: 'BER', quantity: 1 }]))).toEqual(['LOCATION_CLOSED'])
    const chosen = await hub.reserve([{ sku: 'MUG', quantity: 2 }])
    expect(chosen.status === 'posted' && chosen.reservation?.lines).toMatchObject([{ locationId: 'MUC', held: 2 }])
    // What was promised before stays, and what happens there counts.
    const id = made(held)
    expect((await hub.submit({ kind: 'confirmReservation', reservation: { id } })).status).toBe('posted')
    expect((await hub.sell('MUG', 'BER', 1)).status).toBe('posted')
    const order = await hub.reserve([{ sku: 'MUG', locationId: 'BER', quantity: 2 }], { asFact: true })
    expect(order.status === 'posted' && order.reservation?.lines).toMatchObject([{ locationId: 'BER', held: 2 }])

    await hub.submit({ kind: 'upsertLocations', locations: [{ id: 'MUC', closed: true }] })
    expect(codesOf(await hub.reserve([{ sku: 'MUG', quantity: 1 }]))).toEqual(['LOCATION_CLOSED'])
    await hub.submit({ kind: 'upsertLocations', locations: [{ id: 'BER', closed: false }] })
    expect((await hub.reserve([{ sku: 'MUG', quantity: 1 }])).status).toBe('posted')
  })
})

/** Holds that ended after a moment, and by now. */
async function endedSince(hub: TestLedger, since: Date): Promise<number> {
  const rows = await hub.db.kysely
    .selectFrom('journal')
    .select('number')
    .where('kind', '=', 'expire')
    .where('occurred_at', '>', since)
    .execute()
  return rows.length
}
