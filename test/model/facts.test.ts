import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { NO_BALANCES, STOCK_ACCOUNTS, type StockAccount } from '../../core/ledger/accounts.ts'
import { audit } from '../../core/ledger/audit.ts'
import type { Command } from '../../core/ledger/commands.ts'
import { DATABASE_KINDS } from '../support/database.ts'
import { event, openTestLedger, type TestLedger } from '../support/ledger.ts'

const DAY_ONE = Date.UTC(2026, 0, 1)

/** What somebody reports about one SKU at one location, and at which minute of the day it happened. */
type Fact =
  | { is: 'delta'; account: StockAccount; quantity: number; minute: number }
  | { is: 'move'; from: StockAccount; to: StockAccount; quantity: number; minute: number }
  | { is: 'count'; account: StockAccount; minute: number }
  | { is: 'report'; kind: 'sale' | 'receipt'; reference: number; source: number; quantity: number }

/** Two who count at the same moment find the same. */
const counted = (account: StockAccount, minute: number) => 3 + 2 * minute + account.length
/** All who report one sale agree on when it was. */
const minuteOf = (reference: number) => 1 + 2 * reference

const minute = fc.nat(5)
const quantity = fc.integer({ min: 1, max: 9 })
const account = fc.constantFrom<StockAccount[]>('sellable', 'sellable', 'sellable', 'damaged')

const fact: fc.Arbitrary<Fact> = fc.oneof(
  fc.record({ is: fc.constant('delta'), account, quantity: fc.constantFrom(-4, -2, -1, 1, 3, 8), minute }),
  fc.record({ is: fc.constant('move'), from: account, to: fc.constant<StockAccount>('blocked'), quantity, minute }),
  fc.record({ is: fc.constant('count'), account, minute }),
  fc.record({
    is: fc.constant('report'),
    kind: fc.constantFrom('sale', 'receipt'),
    reference: fc.nat(2),
    source: fc.nat(2),
    quantity,
  }),
)

/** One set of facts, in several orders, each cut into batches in its own way. */
const told = fc.array(fact, { minLength: 2, maxLength: 14 }).chain((facts) =>
  fc.record({
    facts: fc.constant(facts),
    orders: fc.array(
      fc.record({
        order: fc.shuffledSubarray([...facts.keys()], { minLength: facts.length }),
        cuts: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: facts.length, maxLength: facts.length }),
      }),
      { minLength: 3, maxLength: 3 },
    ),
  }),
)

/** By what the words mean: the newest count, and everything since. */
function balanceOf(facts: readonly Fact[], account: StockAccount): number {
  const counts = facts.flatMap((it) => (it.is === 'count' && it.account === account ? [it.minute] : []))
  const newest = Math.max(-1, ...counts)
  let balance = newest < 0 ? 0 : counted(account, newest)
  for (const it of facts) {
    if (it.is === 'delta' && it.account === account && it.minute >= newest) balance += it.quantity
    if (it.is !== 'move' || it.minute < newest) continue
    if (it.from === account) balance -= it.quantity
    if (it.to === account) balance += it.quantity
  }
  if (account !== 'sellable') return balance
  for (const kind of ['sale', 'receipt'] as const) {
    for (const reference of [0, 1, 2].filter((number) => minuteOf(number) >= newest)) {
      const totals = [0, 1, 2].map((source) =>
        facts.reduce((sum, it) => {
          const mine = it.is === 'report' && it.kind === kind && it.reference === reference && it.source === source
          return mine ? sum + it.quantity : sum
        }, 0),
      )
      balance += (kind === 'sale' ? -1 : 1) * Math.max(...totals)
    }
  }
  return balance
}

function submit(hub: TestLedger, sku: string, it: Fact) {
  const at = { sku, locationId: 'BER' }
  const command = ((): Command => {
    switch (it.is) {
      case 'delta':
        return { kind: 'adjustStock', ...at, delta: it.quantity, account: it.account, reason: 'found or lost' }
      case 'move':
        return { kind: 'reclassifyStock', ...at, from: it.from, to: it.to, quantity: it.quantity, reason: null }
      case 'count':
        return { kind: 'countStock', ...at, quantity: counted(it.account, it.minute), account: it.account }
      case 'report': {
        const said = { ...at, quantity: it.quantity, reference: `R-${it.reference}` }
        return it.kind === 'sale' ? { kind: 'recordSale', ...said, channelId: null } : { kind: 'receiveStock', ...said }
      }
    }
  })()
  const happened = it.is === 'report' ? minuteOf(it.reference) : it.minute
  const source = it.is === 'report' ? `/source-${it.source}` : '/wms'
  return hub.submit(command, { occurredAt: new Date(DAY_ONE + happened * 60_000), event: event(source) })
}

describe.each(DATABASE_KINDS)('facts about stock on %s', (kind) => {
  // Goal: networks and queues may deliver as they like. Method: the same facts in several orders, each for a SKU of its own; `SEED` makes the same ones again.
  test('give the same balances in whatever order and in whatever batches they come', async () => {
    await using hub = await openTestLedger(kind)
    const seed = Number(process.env.SEED ?? Date.now())
    console.info(`Facts in any order on ${kind}: seed ${seed}`)
    let runs = 0
    const property = fc.asyncProperty(fc.array(told, { minLength: 12, maxLength: 12 }), async (sets) => {
      const run = runs++
      const stories = sets.flatMap(({ facts, orders }, set) =>
        orders.map((order, index) => ({ facts, ...order, sku: `${run}-${set}-${index}` })),
      )
      await hub.shop(
        stories.map(({ sku }) => sku),
        ['BER'],
      )
      await Promise.all(
        stories.map(async ({ facts, order, cuts, sku }) => {
          for (let at = 0, cut = 0; at < order.length; cut++) {
            const size = cuts[cut] ?? 1
            const batch = order.slice(at, at + size).flatMap((index) => facts[index] ?? [])
            const results = await Promise.all(batch.map((it) => submit(hub, sku, it)))
            expect(results.filter(({ status }) => status !== 'posted' && status !== 'confirmed')).toEqual([])
            at += size
          }
        }),
      )
      for (const { facts, sku, order, cuts } of stories) {
        const balances = (await hub.position(sku, 'BER')) ?? NO_BALANCES
        const expected = Object.fromEntries(STOCK_ACCOUNTS.map((name) => [name, balanceOf(facts, name)]))
        expect(balances, JSON.stringify({ facts, order, cuts })).toMatchObject(expected)
      }
    })
    await fc.assert(property, { numRuns: kind === 'pglite' ? 2 : 4, seed, endOnFailure: true })
    expect((await audit({ db: hub.db })).differences).toEqual([])
  }, 120_000)
})
