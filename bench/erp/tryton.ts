import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { Pulls } from '../../core/erp/pulls.ts'
import { acknowledge } from '../../core/erp/queue.ts'
import { readPulledUpTo } from '../../core/erp/reconciliations.ts'
import { sourceOfErp } from '../../core/erp/routes.ts'
import { newId } from '../../core/ledger/ids.ts'
import { erpSystemOf } from '../../core/ledger/rows.ts'
import { deliverToErps } from '../../erp/outbox/deliver-to-erps.ts'
import { pullFromErp } from '../../erp/pull/pull-from-erp.ts'
import { pullFromErps } from '../../erp/pull/pull-from-erps.ts'
import { reconcile } from '../../erp/reconciliation/reconcile.ts'
import type { TrytonClient } from '../../erp/tryton/client.ts'
import { openTryton } from '../../erp/tryton/connector.ts'
import { dayOf, decimalOf } from '../../erp/tryton/values.ts'
import { openCommandLog } from '../../hub/log.ts'
import { clientOf, startTrytonOn, type TrytonServer } from '../../test/support/tryton-server.ts'
import { count } from '../support/print.ts'
import type { Server } from '../support/server.ts'
import { type BenchHub, ERP, openBenchHub } from './hub.ts'

const DATABASE = 'onhand_bench_erp'
const never = new AbortController().signal
/** Tryton works at the moves of one product one by one. */
const ARTICLES = 200
const BATCH = 50
/** A call for each is slow; so many say how slow. */
const ONE_BY_ONE = 60

const skuOf = (n: number) => `ARTICLE-${String(n % ARTICLES).padStart(3, '0')}`

/** Both directions against a real Tryton, beside a bare client; then what a backlog takes after an outage. */
export async function measureTryton(
  server: Server,
  { movements, backlog }: { readonly movements: number; readonly backlog: number },
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'onhand-bench-erp-'))
  const ground = { databaseUrl: server.url, databasePrefix: `${DATABASE}_${randomBytes(4).toString('hex')}_`, folder }
  try {
    await using tryton = await startTrytonOn(ground, (note) => {
      throw new Error(note)
    })
    const bare = clientOf(tryton.url, 'hub')
    try {
      const products = await makeArticles(tryton)
      await using hub = await openBenchHub(server, DATABASE, ['DC1', 'ST1', 'ST2'])
      if (movements > 0) await measureWays(tryton, bare, products, hub, movements)
      if (backlog > 0) await measureBacklog(tryton, hub, backlog)
    } finally {
      await bare.close()
    }
  } finally {
    await server.dropDatabase(`${ground.databasePrefix}tryton`)
    await rm(folder, { recursive: true, force: true })
  }
}

async function makeArticles({ admin, shop }: TrytonServer): Promise<readonly number[]> {
  const templates = Array.from({ length: ARTICLES }, (_, n) => ({
    ...{ name: skuOf(n), code: skuOf(n), type: 'goods', default_uom: shop.uom.unit, list_price: decimalOf('2.00') },
    ...{ cost_price_method: 'fixed', products: [['create', [{ cost_price: decimalOf('1.00') }]]] },
  }))
  await admin.call('model.product.template.create', [templates], never)
  const domain = [['code', 'like', 'ARTICLE-%']]
  const ids = await admin.call('model.product.product.search', [domain, 0, null, [['code', 'ASC']]], never)
  return Array.isArray(ids) ? ids.map(Number) : []
}

async function measureWays(
  tryton: TrytonServer,
  bare: TrytonClient,
  products: readonly number[],
  hub: BenchHub,
  movements: number,
): Promise<void> {
  const bareMoves = await timed(() => inBatches(movements, BATCH, (some) => enterMoves(tryton, bare, products, some)))
  const bareDocuments = await timed(() =>
    inBatches(movements, BATCH, (some) => enterDocuments(tryton, bare, products, some)),
  )
  const bareOneByOne = await timed(() =>
    inBatches(ONE_BY_ONE, 1, (some) => enterDocuments(tryton, bare, products, some)),
  )
  const there = movements * 2 + ONE_BY_ONE
  const bareReading = await timed(() => readMoves(bare))
  const reading = await timed(() => pullOnce(tryton, hub))

  await sell(hub, movements)
  const delivering = await timed(() => deliverAll(tryton, hub))
  const rate = (many: number, seconds: number) => `${count(many / seconds)}/s`
  console.log()
  console.log(
    `to the ERP         ${rate(movements, delivering)}: ${count(movements)} sales of the hub, each a document with our reference, looked for first`,
  )
  console.log(
    `  bare client      ${rate(movements, bareDocuments)} the same documents, ${BATCH} in a call; ${rate(ONE_BY_ONE, bareOneByOne)} one after the other; ${rate(movements, bareMoves)} moves without a document, ${BATCH} in a call`,
  )
  console.log(`from the ERP       ${rate(there, reading)}: ${count(there)} moves, read, converted and recorded`)
  console.log(`  bare client      ${rate(there, bareReading)} the same moves, read only`)
}

async function measureBacklog(tryton: TrytonServer, hub: BenchHub, backlog: number): Promise<void> {
  await pullOnce(tryton, hub)
  await tryton.stop()
  await sell(hub, backlog)
  await tryton.start()
  const { db } = hub
  const connect = () => openTryton(settingsOf(tryton))
  const pulls = pullFromErps({
    ...{ pulls: new Pulls(db.kysely), ledger: hub.ledger, ingest: hub.ingest, connect, intervalMs: 2_000 },
    acknowledge: (systemId, seen) => acknowledge(db.kysely, systemId, seen),
    log: openCommandLog('error', 'bench'),
  })
  try {
    const seconds = await timed(() => deliverAll(tryton, hub))
    const row = await db.kysely.selectFrom('erp_system').selectAll().executeTakeFirstOrThrow()
    const connector = connect()
    const result = await reconcile({
      ...{ db, ingest: hub.ingest, connector, system: erpSystemOf(row), runId: newId('rec') },
      scope: { locationIds: null, skus: null },
      pulledUpTo: () => readPulledUpTo(db.kysely, ERP),
      pullMs: 120_000,
      signal: never,
    }).finally(() => connector.close())
    console.log()
    console.log(
      `after an outage    ${count(backlog)} movements that waited were told in ${seconds.toFixed(0)} s (${count(backlog / seconds)}/s), while it was read as well`,
    )
    console.log(`  compared         ${count(result.compared)} positions, ${count(result.divergent)} divergences`)
  } finally {
    await pulls.close()
  }
}

function settingsOf({ settings }: TrytonServer) {
  return { ...settings, source: sourceOfErp(ERP), overlapSeconds: 5 }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now()
  await work()
  return (performance.now() - startedAt) / 1_000
}

async function inBatches(many: number, size: number, work: (some: readonly number[]) => Promise<unknown>) {
  for (let from = 0; from < many; from += size) {
    await work(Array.from({ length: Math.min(size, many - from) }, (_, n) => from + n))
  }
}

function moveOf({ shop }: TrytonServer, products: readonly number[], n: number) {
  return {
    ...{ product: products[n % products.length], quantity: 1, uom: shop.uom.unit, company: shop.company },
    ...{ from_location: shop.storage.ST1, to_location: shop.customerLocation, unit_price: decimalOf('2.00') },
    effective_date: dayOf(new Date(), 'UTC'),
  }
}

async function enterMoves(
  tryton: TrytonServer,
  bare: TrytonClient,
  products: readonly number[],
  some: readonly number[],
) {
  const moves = some.map((n) => ({ ...moveOf(tryton, products, n), currency: tryton.shop.currency }))
  const ids = await bare.call('model.stock.move.create', [moves], never)
  await bare.call('model.stock.move.do', [ids], never)
}

async function enterDocuments(
  tryton: TrytonServer,
  bare: TrytonClient,
  products: readonly number[],
  some: readonly number[],
) {
  const { shop } = tryton
  const party = { customer: shop.customer, delivery_address: shop.address, warehouse: shop.warehouses.ST1 }
  const documents = some.map((n) => ({
    ...{ ...party, company: shop.company, reference: `bare-${n}-${some.length}` },
    moves: [['create', [moveOf(tryton, products, n)]]],
  }))
  const ids = await bare.call('model.stock.shipment.out.create', [documents], never)
  const shipments = Array.isArray(ids) ? ids.map((id) => `stock.shipment.out,${id}`) : []
  const moves = await bare.call('model.stock.move.search', [[['shipment', 'in', shipments]], 0, null, null], never)
  await bare.call('model.stock.move.do', [moves], never)
  for (const button of ['wait', 'pack', 'done']) await bare.call(`model.stock.shipment.out.${button}`, [ids], never)
}

async function readMoves(bare: TrytonClient): Promise<void> {
  const fields = [
    'product',
    'internal_quantity',
    'from_location',
    'to_location',
    'shipment',
    'shipment.reference',
    'write_date',
  ]
  for (let after = 0; ; ) {
    const domain = [
      ['state', '=', 'done'],
      ['id', '>', after],
    ]
    const answer = await bare.call('model.stock.move.search_read', [domain, 0, 1_000, [['id', 'ASC']], fields], never)
    if (!Array.isArray(answer) || answer.length === 0) return
    after = Number(answer.at(-1).id)
  }
}

async function pullOnce(tryton: TrytonServer, hub: BenchHub): Promise<void> {
  const connector = openTryton(settingsOf(tryton))
  const pulls = new Pulls(hub.db.kysely)
  const { routes } = await pulls.systems()
  try {
    await pullFromErp({
      ...{ systemId: ERP, connector, routes, pulls, ledger: hub.ledger, ingest: hub.ingest, signal: never },
      acknowledge: (systemId, seen) => acknowledge(hub.db.kysely, systemId, seen),
      ...{ log: openCommandLog('error', 'bench'), leaseMs: 30_000 },
    })
  } finally {
    await connector.close()
  }
}

/** Sales of one each, over all articles. */
async function sell(hub: BenchHub, many: number): Promise<void> {
  const id = randomBytes(6).toString('hex')
  await inBatches(many, 500, async (some) => {
    const events = some.map((n) => ({
      ...{ specversion: '1.0', id: `${id}-${n}`, source: '/tills/bench', type: 'onhand.sale.recorded.v1' },
      data: { sku: skuOf(n), locationId: 'ST1', quantity: 1 },
    }))
    for (const { status, message } of await hub.ingest.record(events, { client: 'bench', channels: null })) {
      if (status === 'REJECTED') throw new Error(message ?? status)
    }
  })
}

/** Ends when everything was told. */
async function deliverAll(tryton: TrytonServer, { db }: BenchHub): Promise<void> {
  const deliveries = deliverToErps({
    ...{ db: db.kysely, bus: { subscribe: () => () => {} }, connect: () => openTryton(settingsOf(tryton)) },
    settings: { callMs: 60_000, unknownMs: 5_000, retryMsMin: 100, retryMsMax: 1_000 },
    log: openCommandLog('error', 'bench'),
  })
  try {
    for (;;) {
      const { rows } = await sql<{ waiting: number; refused: number }>`
        select (select count(*) from erp_movement where state in ('QUEUED', 'SENT'))::int
                 + (select count(*) from erp_cursor c join bucket_head h on h.bucket = c.bucket where h.number > c.number)::int as waiting,
               (select count(*) from erp_movement where state = 'REFUSED')::int as refused
      `.execute(db.kysely)
      if ((rows[0]?.refused ?? 0) > 0) throw new Error('The ERP refused movements')
      if (rows[0]?.waiting === 0) return
      await sleep(100)
    }
  } finally {
    await deliveries.close()
  }
}
