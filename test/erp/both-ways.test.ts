import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { openIngestHub } from '../ingest/ingest-hub.ts'
import { startLossyProxy } from '../support/lossy-proxy.ts'
import { startTryton } from '../support/tryton.ts'
import {
  booksOf,
  connectTryton,
  inHub,
  knowTryton,
  stockOf,
  toldTo,
  until,
  untilAgreed,
  workersOf,
} from './tryton-trade.ts'

// Goal: whoever tells what first, both have the same stock in the end. Method: trade on both sides of a real Tryton at once, with answers lost after they were given and the ERP gone in the middle.
test('a hub and a Tryton that trade at once end with the same stock', { timeout: 900_000 }, async ({ skip }) => {
  await using tryton = await startTryton((note) => {
    skip(note)
    throw new Error(note)
  })
  await using proxy = await startLossyProxy(tryton.url)
  await using hub = await openIngestHub('postgres')
  await knowTryton(hub)
  const erp = workersOf(tryton)
  await using _ = connectTryton(hub, { ...tryton.settings, url: proxy.url })

  for (const sku of ['MUG', 'PLATE', 'TEA']) {
    for (const code of ['DC1', 'ST1']) await erp.receive(sku, code, 60)
  }
  await until(async () => (await hub.position('TEA', 'ST1'))?.sellable === 720)

  const erpTrades = async () => {
    for (let n = 0; n < 8; n++) await erp.sell(n % 2 === 0 ? 'MUG' : 'PLATE', 'ST1', 1)
  }
  const hubTrades = async () => {
    for (let n = 0; n < 8; n++) {
      await inHub(hub, 'sale.recorded', { sku: 'MUG', locationId: 'ST1', quantity: 2, reference: `receipt-${n}` })
      await inHub(hub, 'stock.received', { sku: 'PLATE', locationId: 'DC1', quantity: 5 })
      await sleep(50)
    }
  }
  proxy.loseAnswerTo(/stock\.move\.do/)
  await Promise.all([erpTrades(), hubTrades()])
  await inHub(hub, 'sale.recorded', { sku: 'TEA', locationId: 'ST1', quantity: 2, unit: 'Case of 12' })
  proxy.loseAnswerTo(/shipment\.out\.create/)
  await inHub(hub, 'shipment.dispatched', {
    ...{ reference: 'T-1', kind: 'TRANSFER', originId: 'DC1', destinationId: 'ST1' },
    lines: [{ sku: 'MUG', quantity: 9 }],
  })
  await tryton.stop()
  await inHub(hub, 'shipment.received', { reference: 'T-1', lines: [{ sku: 'MUG', quantity: 9 }] })
  await inHub(hub, 'stock.adjusted', { sku: 'PLATE', locationId: 'ST1', delta: -3, reason: 'broken' })
  await sleep(500)
  await tryton.start()
  await erp.sell('MUG', 'DC1', 4)

  await untilAgreed(hub, tryton)
  // 8 sales, 8 receipts, 1 of tea, 2 legs of a transfer, 1 adjustment.
  expect(await toldTo(hub)).toEqual({ unread: 0, ACKNOWLEDGED: 20 })
  expect(await stockOf(hub)).toEqual(await booksOf(tryton))
  expect(await stockOf(hub)).toEqual([
    ['MUG at DC1', 60 - 9 - 4],
    ['MUG at ST1', 60 - 4 - 16 + 9],
    ['PLATE at DC1', 60 + 40],
    ['PLATE at ST1', 60 - 4 - 3],
    ['TEA at DC1', 720],
    ['TEA at ST1', 720 - 24],
  ])
  expect(await hub.deadLetters()).toEqual([])
})
