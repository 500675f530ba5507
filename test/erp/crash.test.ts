import { expect, test } from 'vitest'
import { openTestLedger } from '../support/ledger.ts'
import { crashRounds } from './crash-rounds.ts'
import { deliver, drained, goodsMoved, knowErps, PlainErp } from './plain-shop.ts'

const SKUS = ['MUG', 'PEN', 'CAP', 'BAG', 'HAT', 'TIE']

// Goal: whatever is killed and whatever answer is lost, each movement is in the ERP's books once. Method: an ERP that does not notice duplicates, in a process of its own.
test('kill -9 of those who deliver, and of the ERP, loses and doubles nothing', async () => {
  await using erp = await PlainErp.open()
  await using hub = await openTestLedger('postgres')
  await hub.shop(SKUS, ['BER'])
  await knowErps(hub, 'erp')
  const trade = () => Promise.all(SKUS.map((sku) => hub.sell(sku, 'BER', 1)))
  await crashRounds(hub, erp, Number(process.env.ROUNDS ?? 8), trade)

  await erp.behave({})
  await using _ = deliver(hub, { erp })
  await drained(hub, 'erp')
  const named = (list: readonly { reference: string }[]) => list.map(({ reference }) => reference).sort()
  const moved = await goodsMoved(hub)
  expect(moved.length).toBeGreaterThan(200)
  expect(named(await erp.books())).toEqual(named(moved))
  for (const sku of SKUS) {
    const of = (list: readonly { sku: string; reference: string }[]) =>
      list.filter((one) => one.sku === sku).map(({ reference }) => reference)
    expect(of(await erp.books())).toEqual(of(moved))
  }
})
