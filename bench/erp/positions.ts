import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Database } from '../../core/database/connection.ts'
import { STOCK_ACCOUNTS } from '../../core/ledger/accounts.ts'
import { bucketOf } from '../../core/ledger/bucket.ts'
import { newId } from '../../core/ledger/ids.ts'
import { erpSystemOf } from '../../core/ledger/rows.ts'
import type { ErpConnector } from '../../erp/connector.ts'
import { reconcile } from '../../erp/reconciliation/reconcile.ts'
import { count } from '../support/print.ts'
import type { Server } from '../support/server.ts'
import { openBenchHub } from './hub.ts'

const LOCATIONS = Array.from({ length: 20 }, (_, n) => `STORE-${String(n + 1).padStart(2, '0')}`)
const PAGE = 1_000
/** One SKU in so many is off by one at its first location. */
const OFF_ONE_IN = 10_000

const skuOf = (index: number) => `ARTICLE-${String(index).padStart(7, '0')}`
const quantityOf = (index: number, place: number) => 1 + ((index * 7 + place * 13) % 90)

/** A million positions here, and an ERP that is made up as it is read: what is measured is the hub. */
export async function measurePositions(server: Server, positions: number): Promise<void> {
  await using hub = await openBenchHub(server, 'onhand_bench_erp_positions', LOCATIONS)
  const { db, ingest } = hub
  const skus = Math.ceil(positions / LOCATIONS.length)
  await fill(db, skus)
  await sql`analyze`.execute(db.kysely)
  await server.checkpoint()

  const row = await db.kysely.selectFrom('erp_system').selectAll().executeTakeFirstOrThrow()
  const before = process.resourceUsage().maxRSS / 1_024
  const peak = watchMemory()
  const startedAt = performance.now()
  let readAt = startedAt
  const result = await reconcile({
    ...{ db, ingest, system: erpSystemOf(row), runId: newId('rec'), scope: { locationIds: null, skus: null } },
    connector: madeUp(skus, () => {
      readAt = performance.now()
    }),
    pulledUpTo: async () => undefined,
    pullMs: 0,
    signal: new AbortController().signal,
  })
  const seconds = (performance.now() - startedAt) / 1_000
  console.log()
  console.log(
    `positions          ${count(result.compared)} compared in ${seconds.toFixed(1)} s: ${((readAt - startedAt) / 1_000).toFixed(1)} s to read the (made-up) ERP, the rest to compare`,
  )
  console.log(
    `divergences        ${count(result.divergent)} found of ${count(Math.ceil(skus / OFF_ONE_IN))} that there are`,
  )
  console.log(
    `memory             ${peak().toFixed(0)} MiB at its peak meanwhile (${before.toFixed(0)} MiB before, of the filling)`,
  )
}

function watchMemory(): () => number {
  let peak = process.memoryUsage.rss()
  let over = false
  void (async () => {
    while (!over) {
      peak = Math.max(peak, process.memoryUsage.rss())
      await sleep(50, undefined, { ref: false })
    }
  })()
  return () => {
    over = true
    return peak / 1_048_576
  }
}

async function fill(db: Database, skus: number): Promise<void> {
  for (let from = 0; from < skus; from += PAGE) {
    const some = Array.from({ length: Math.min(PAGE, skus - from) }, (_, n) => from + n)
    const buckets = some.map((index) => bucketOf(skuOf(index)))
    await sql`
    insert into item (bucket, sku, title, unit, units, created_at, updated_at)
    select bucket, sku, sku, 'each', '{"case": 12}', now(), now()
    from unnest(${buckets}::smallint[], ${some.map(skuOf)}::text[]) as w (bucket, sku)
  `.execute(db.kysely)
    await sql`
    insert into position (bucket, sku, location_id, sellable, updated_at)
    select bucket, sku, location_id, 1 + ((index * 7 + (place - 1) * 13) % 90), now()
    from unnest(${buckets}::smallint[], ${some.map(skuOf)}::text[], ${some}::int[]) as w (bucket, sku, index)
    cross join unnest(${LOCATIONS}::text[]) with ordinality as l (location_id, place)
  `.execute(db.kysely)
  }
}

function madeUp(skus: number, onEnd: () => void): ErpConnector {
  const no = () => {
    throw new Error('It is only read')
  }
  return {
    kind: 'made up',
    can: { pull: false, snapshot: true, post: [], find: false, postBatch: 1 },
    async *snapshot() {
      const perPage = Math.ceil(PAGE / LOCATIONS.length)
      for (let from = 0; from < skus; from += perPage) {
        const some = Array.from({ length: Math.min(perPage, skus - from) }, (_, n) => from + n)
        const balances = some.flatMap((index) =>
          LOCATIONS.map((locationId, place) => {
            const isOff = place === 0 && index % OFF_ONE_IN === 0
            const quantity = quantityOf(index, place) + Number(isOff)
            return { sku: skuOf(index), locationId, accounts: STOCK_ACCOUNTS, quantity }
          }),
        )
        yield { asOf: new Date(), balances, unreadable: [] }
      }
      onEnd()
    },
    ...{ health: no, pull: no, post: no, find: no, close: async () => {} },
  }
}
