import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { Pulls } from '../../core/erp/pulls.ts'
import { acknowledge } from '../../core/erp/queue.ts'
import { sourceOfErp } from '../../core/erp/routes.ts'
import { onHand } from '../../core/ledger/accounts.ts'
import { balancesOf } from '../../core/ledger/rows.ts'
import { deliverToErps } from '../../erp/outbox/deliver-to-erps.ts'
import { pullFromErps } from '../../erp/pull/pull-from-erps.ts'
import { openTryton } from '../../erp/tryton/connector.ts'
import type { TrytonSettings } from '../../erp/tryton/settings.ts'
import { dayOf, decimalOf } from '../../erp/tryton/values.ts'
import { cloudEvent, type IngestHub } from '../ingest/ingest-hub.ts'
import { SILENT } from '../support/ledger.ts'
import type { TrytonServer } from '../support/tryton.ts'

/** What the hub calls the Tryton. */
export const ERP = 'main'
const never = new AbortController().signal

/** The ERP has the books of everything. */
export async function knowTryton(hub: IngestHub): Promise<void> {
  await hub.submit({ kind: 'upsertErpSystem', id: ERP, connector: 'tryton', settings: {} })
  const route = { locationIds: null, skuPrefixes: null, mode: 'LIVE', validFrom: null } as const
  await hub.submit({ kind: 'setErpRoute', systemId: ERP, ...route })
}

/** Something happens that the hub is told by somebody else than the ERP. */
export async function inHub(hub: IngestHub, type: string, data: object, more: Record<string, unknown> = {}) {
  const [result] = await hub.send(cloudEvent(type, data, more))
  if (result?.status === 'REJECTED') throw new Error(`The hub refused ${type}: ${result.message}`)
}

/** People at work in Tryton itself. Quantities are in the unit in which it keeps the item. */
export function workersOf({ admin, shop, databaseUrl }: TrytonServer) {
  const place = (code: string) => shop.storage[code] ?? Number.NaN
  const uomOf = (sku: string) => (sku === 'TEA' ? shop.uom.case : sku === 'FLOUR' ? shop.uom.kilogram : shop.uom.unit)

  async function draft(sku: string, quantity: number, from: number, to: number): Promise<number> {
    const values = {
      ...{ product: shop.products[sku], quantity, uom: uomOf(sku), from_location: from, to_location: to, company: 1 },
      ...{ currency: shop.currency, unit_price: decimalOf('2.95') },
    }
    const created = await admin.call('model.stock.move.create', [[values]], never)
    return Array.isArray(created) ? Number(created[0]) : Number.NaN
  }
  const complete = (id: number) => admin.call('model.stock.move.do', [[id]], never)
  async function move(sku: string, quantity: number, from: number, to: number): Promise<void> {
    await complete(await draft(sku, quantity, from, to))
  }

  /** Tryton's transaction begins, and then waits for a row that somebody else holds. */
  async function sellSlowly(sku: string, at: string, quantity: number): Promise<{ commit(): Promise<void> }> {
    const id = await draft(sku, quantity, place(at), shop.customerLocation)
    const holder = new Client({ connectionString: databaseUrl })
    await holder.connect()
    await holder.query('begin')
    await holder.query('select from stock_move where id = $1 for update', [id])
    const doing = complete(id)
    for (;;) {
      // Within a transaction PostgreSQL shows the same activity again and again, unless it is told to forget it.
      await holder.query('select pg_stat_clear_snapshot()')
      const { rowCount } = await holder.query(
        "select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
      )
      if (rowCount !== 0) break
      await sleep(20)
    }
    return {
      async commit() {
        await holder.query('rollback')
        await holder.end()
        await doing
      },
    }
  }

  /** Whoever was let in has to ask again. */
  async function endSessions(): Promise<void> {
    const client = new Client({ connectionString: databaseUrl })
    await client.connect()
    const { rowCount } = await client.query(
      'delete from ir_session where create_uid in (select id from res_user where login = $1) or create_uid = 0',
      ['hub'],
    )
    await client.end()
    if (rowCount === 0) throw new Error('There was no session')
  }

  /** References of ours that stand in it more than once. */
  async function doubled(): Promise<readonly string[]> {
    const client = new Client({ connectionString: databaseUrl })
    await client.connect()
    const tables = ['out', 'out_return', 'in', 'in_return', 'internal'].map((kind) => `stock_shipment_${kind}`)
    const each = tables.map(
      (table) => `select reference from ${table} where reference like 'onhand:%' and state <> 'cancelled'`,
    )
    const { rows } = await client.query<{ reference: string }>(
      `select reference from (${each.join(' union all ')}) as entered group by 1 having count(*) > 1`,
    )
    await client.end()
    return rows.map(({ reference }) => reference)
  }

  /** Somebody says how many there are in one location; on another day than today, where it is dated back. */
  async function count(sku: string, at: string, quantity: number, date = dayOf(new Date(), 'UTC')): Promise<void> {
    const lines = [['create', [{ product: shop.products[sku], quantity }]]]
    const values = { location: place(at), date, company: 1, empty_quantity: 'keep', lines }
    const created = await admin.call('model.stock.inventory.create', [[values]], never)
    await admin.call('model.stock.inventory.confirm', [created], never)
  }

  return {
    move,
    place,
    count,
    sellSlowly,
    endSessions,
    doubled,
    lose: (sku: string, at: string, quantity: number) => move(sku, quantity, place(at), shop.lostAndFound),
    sell: (sku: string, at: string, quantity: number) => move(sku, quantity, place(at), shop.customerLocation),
    receive: (sku: string, at: string, quantity: number) => move(sku, quantity, shop.supplierLocation, place(at)),
    takeBack: (sku: string, at: string, quantity: number) => move(sku, quantity, shop.customerLocation, place(at)),
    transfer: (sku: string, from: string, to: string, quantity: number) => move(sku, quantity, place(from), place(to)),
  }
}

/** Reads the Tryton and tells it what moves, as the hub does. */
export function connectTryton(hub: IngestHub, settings: TrytonSettings, intervalMs = 200) {
  const connect = () => openTryton({ overlapSeconds: 2, ...settings, source: sourceOfErp(ERP) })
  const pulls = pullFromErps({
    ...{
      pulls: new Pulls(hub.db.kysely),
      ledger: hub.ledger,
      ingest: hub.ingest,
      log: SILENT,
      intervalMs,
      connect,
    },
    acknowledge: (systemId, seen) => acknowledge(hub.db.kysely, systemId, seen),
  })
  const deliveries = deliverToErps({
    ...{ db: hub.db.kysely, bus: { subscribe: () => () => {} }, log: SILENT, connect },
    settings: { callMs: 60_000, unknownMs: 2_000, retryMsMin: 50, retryMsMax: 1_000 },
  })
  const close = async () => {
    await Promise.all([pulls.close(), deliveries.close()])
  }
  return { close, [Symbol.asyncDispose]: close }
}

/** On hand by the books of the Tryton, in base units. */
export async function booksOf({ settings }: TrytonServer): Promise<readonly (readonly [string, number])[]> {
  const connector = openTryton({ ...settings, source: sourceOfErp(ERP) })
  const found = new Map<string, number>()
  for await (const { balances } of connector.snapshot({ locationIds: null, skus: null }, never)) {
    for (const { sku, locationId, quantity } of balances) {
      found.set(`${sku} at ${locationId}`, (found.get(`${sku} at ${locationId}`) ?? 0) + quantity)
    }
  }
  await connector.close()
  return inOrder(found)
}

/** The same by the hub. */
export async function stockOf(hub: IngestHub): Promise<readonly (readonly [string, number])[]> {
  const rows = await hub.db.kysely.selectFrom('position').selectAll().execute()
  return inOrder(new Map(rows.map((row) => [`${row.sku} at ${row.location_id}`, onHand(balancesOf(row))])))
}

function inOrder(map: Map<string, number>): readonly (readonly [string, number])[] {
  return [...map].filter(([, quantity]) => quantity !== 0).sort(([a], [b]) => (a < b ? -1 : 1))
}

/** How many movements are in which state; `unread` are entries of the journal that were not looked through. */
export async function toldTo(hub: IngestHub): Promise<Record<string, number>> {
  const rows = await hub.db.kysely
    .selectFrom('erp_movement')
    .select((eb) => ['state', eb.fn.countAll<number>().as('count')])
    .groupBy('state')
    .execute()
  const { unread } = await hub.db.kysely
    .selectFrom('erp_cursor')
    .innerJoin('bucket_head', 'bucket_head.bucket', 'erp_cursor.bucket')
    .select((eb) => eb.fn.countAll<number>().as('unread'))
    .whereRef('bucket_head.number', '>', 'erp_cursor.number')
    .executeTakeFirstOrThrow()
  return { unread: Number(unread), ...Object.fromEntries(rows.map(({ state, count }) => [state, Number(count)])) }
}

/** Resolves when the Tryton was told everything and both have the same stock; or after two minutes, for whoever compares them to say how they differ. */
export async function untilAgreed(hub: IngestHub, tryton: TrytonServer): Promise<void> {
  await until(async () => {
    const { unread = 0, QUEUED = 0, SENT = 0 } = await toldTo(hub)
    if (unread + QUEUED + SENT > 0) return false
    return JSON.stringify(await stockOf(hub)) === JSON.stringify(await booksOf(tryton))
  }).catch(() => {})
}

export async function until(condition: () => Promise<boolean>): Promise<void> {
  for (const deadline = Date.now() + 120_000; !(await condition()); ) {
    if (Date.now() > deadline) throw new Error('It did not come true')
    await sleep(200)
  }
}
