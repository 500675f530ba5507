import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { Pulls } from '../../core/erp/pulls.ts'
import { acknowledge } from '../../core/erp/queue.ts'
import { sourceOfErp } from '../../core/erp/routes.ts'
import { onHand } from '../../core/ledger/accounts.ts'
import { balancesOf } from '../../core/ledger/rows.ts'
import { deliverToErps } from '../../erp/outbox/deliver-to-erps.ts'
import { pullFromErps } from '../../erp/pull/pull-from-erps.ts'
import { openTryton } from '../../erp/tryton/connector.ts'
import { decimalOf } from '../../erp/tryton/values.ts'
import { openIngestHub } from '../ingest/ingest-hub.ts'
import { SILENT } from '../support/ledger.ts'
import { startLossyProxy } from '../support/lossy-proxy.ts'
import { startTryton } from '../support/tryton.ts'

const ERP = 'main'
const never = new AbortController().signal

// Goal: whoever tells what first, both have the same stock in the end. Method: trade on both sides of a real Tryton at once, with answers lost after they were given and the ERP gone in the middle.
test('a hub and a Tryton that trade at once end with the same stock', { timeout: 900_000 }, async ({ skip }) => {
  await using tryton = await startTryton((note) => {
    skip(note)
    throw new Error(note)
  })
  await using proxy = await startLossyProxy(tryton.url)
  await using hub = await openIngestHub('postgres')
  const { admin, shop } = tryton
  await hub.submit({ kind: 'upsertErpSystem', id: ERP, connector: 'tryton', settings: {} })
  await hub.submit({
    kind: 'setErpRoute',
    systemId: ERP,
    locationIds: null,
    skuPrefixes: null,
    mode: 'LIVE',
    validFrom: null,
  })

  const place = (code: string) => shop.storage[code] ?? Number.NaN
  async function inErp(sku: string, quantity: number, from: number, to: number): Promise<void> {
    const uom = sku === 'TEA' ? shop.uom.case : shop.uom.unit
    const values = {
      ...{ product: shop.products[sku], quantity, uom, from_location: from, to_location: to, company: 1 },
      ...{ currency: shop.currency, unit_price: decimalOf('1.00') },
    }
    const created = await admin.call('model.stock.move.create', [[values]], never)
    await admin.call('model.stock.move.do', [created], never)
  }
  const here = { type: 'onhand.sale.recorded.v1', specversion: '1.0', source: '/tills/1' }
  let told = 0
  const inHub = (type: string, data: object) =>
    hub.send({ ...here, id: `till-${++told}`, type: `onhand.${type}.v1`, data })

  const settings = { ...tryton.settings, url: proxy.url, source: sourceOfErp(ERP), overlapSeconds: 2 }
  const pulls = pullFromErps({
    ...{ pulls: new Pulls(hub.db.kysely), ledger: hub.ledger, ingest: hub.ingest, log: SILENT, intervalMs: 100 },
    connect: () => openTryton(settings),
    acknowledge: (systemId, seen) => acknowledge(hub.db.kysely, systemId, seen),
  })
  const deliveries = deliverToErps({
    ...{ db: hub.db.kysely, bus: { subscribe: () => () => {} }, log: SILENT },
    connect: () => openTryton(settings),
    settings: { callMs: 60_000, unknownMs: 2_000, retryMsMin: 50, retryMsMax: 1_000 },
  })
  try {
    for (const sku of ['MUG', 'PLATE', 'TEA']) {
      for (const code of ['DC1', 'ST1']) await inErp(sku, 60, shop.supplierLocation, place(code))
    }
    await until(async () => (await hub.position('TEA', 'ST1'))?.sellable === 720)

    const erpTrades = async () => {
      for (let n = 0; n < 8; n++) await inErp(n % 2 === 0 ? 'MUG' : 'PLATE', 1, place('ST1'), shop.customerLocation)
    }
    const hubTrades = async () => {
      for (let n = 0; n < 8; n++) {
        await inHub('sale.recorded', { sku: 'MUG', locationId: 'ST1', quantity: 2, reference: `receipt-${n}` })
        await inHub('stock.received', { sku: 'PLATE', locationId: 'DC1', quantity: 5 })
        await sleep(50)
      }
    }
    proxy.loseAnswerTo(/stock\.move\.do/)
    await Promise.all([erpTrades(), hubTrades()])
    await inHub('sale.recorded', { sku: 'TEA', locationId: 'ST1', quantity: 2, unit: 'Case of 12' })
    proxy.loseAnswerTo(/shipment\.out\.create/)
    await inHub('shipment.dispatched', {
      ...{ reference: 'T-1', kind: 'TRANSFER', originId: 'DC1', destinationId: 'ST1' },
      lines: [{ sku: 'MUG', quantity: 9 }],
    })
    await tryton.stop()
    await inHub('shipment.received', { reference: 'T-1', lines: [{ sku: 'MUG', quantity: 9 }] })
    await inHub('stock.adjusted', { sku: 'PLATE', locationId: 'ST1', delta: -3, reason: 'broken' })
    await sleep(500)
    await tryton.start()
    await inErp('MUG', 4, place('DC1'), shop.customerLocation)

    const open = async () => {
      const { rows } = await sql<{ state: string; code: string | null; message: string | null }>`
        select state, code, message from erp_movement where state <> 'ACKNOWLEDGED'
      `.execute(hub.db.kysely)
      return rows
    }
    // 8 sales, 8 receipts, 1 of tea, 2 legs of a transfer, 1 adjustment.
    const acknowledged = async () => {
      const { rows } = await sql<{ count: number }>`
        select count(*)::int as count from erp_movement where state = 'ACKNOWLEDGED'
      `.execute(hub.db.kysely)
      return rows[0]?.count ?? 0
    }
    await until(async () => (await acknowledged()) === 20).catch(() => {})
    expect(await open()).toEqual([])
    expect(await acknowledged()).toBe(20)

    const connector = openTryton({ ...tryton.settings, source: sourceOfErp(ERP) })
    const books = async () => {
      const found = new Map<string, number>()
      for await (const { balances } of connector.snapshot({ locationIds: null, skus: null }, never)) {
        for (const { sku, locationId, quantity } of balances) {
          found.set(`${sku} at ${locationId}`, (found.get(`${sku} at ${locationId}`) ?? 0) + quantity)
        }
      }
      return inOrder(found)
    }
    const stock = async () => {
      const rows = await hub.db.kysely.selectFrom('position').selectAll().execute()
      return inOrder(new Map(rows.map((row) => [`${row.sku} at ${row.location_id}`, onHand(balancesOf(row))])))
    }
    await until(async () => JSON.stringify(await stock()) === JSON.stringify(await books())).catch(() => {})
    expect(await stock()).toEqual(await books())
    expect(await stock()).toEqual([
      ['MUG at DC1', 60 - 9 - 4],
      ['MUG at ST1', 60 - 4 - 16 + 9],
      ['PLATE at DC1', 60 + 40],
      ['PLATE at ST1', 60 - 4 - 3],
      ['TEA at DC1', 720],
      ['TEA at ST1', 720 - 24],
    ])
    expect(await hub.deadLetters()).toEqual([])
    await connector.close()
  } finally {
    await Promise.all([pulls.close(), deliveries.close()])
  }
})

function inOrder(map: Map<string, number>): readonly (readonly [string, number])[] {
  return [...map].filter(([, quantity]) => quantity !== 0).sort(([a], [b]) => (a < b ? -1 : 1))
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  for (const deadline = Date.now() + 120_000; !(await condition()); ) {
    if (Date.now() > deadline) throw new Error('It did not come true')
    await sleep(100)
  }
}
