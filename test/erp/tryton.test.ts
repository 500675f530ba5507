import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { openTryton } from '../../erp/tryton/connector.ts'
import { dayOf, decimalOf } from '../../erp/tryton/values.ts'
import { startLossyProxy } from '../support/lossy-proxy.ts'
import { startTryton } from '../support/tryton.ts'
import { describeConformance, type ErpUnderTest } from './conformance.ts'

const never = new AbortController().signal

/** What a `post` of movements of one kind sends that changes something, in its order. */
const STEPS = [
  /shipment\.out\.create/,
  /stock\.move\.do/,
  /shipment\.out\.wait/,
  /shipment\.out\.pack/,
  /shipment\.out\.done/,
]

async function trytonUnderTest(skip: (note: string) => never): Promise<ErpUnderTest> {
  const tryton = await startTryton(skip)
  const proxy = await startLossyProxy(tryton.url)
  const { admin, shop } = tryton

  async function move(sku: string, quantity: number, from: number, to: number): Promise<number> {
    const isTea = sku === 'TEA'
    const values = {
      ...{
        product: shop.products[sku],
        quantity: isTea ? quantity / 12 : quantity,
        uom: shop.uom[isTea ? 'case' : 'unit'],
      },
      ...{ from_location: from, to_location: to, company: 1, currency: shop.currency, unit_price: decimalOf('2.95') },
    }
    const created = await admin.call('model.stock.move.create', [[values]], never)
    return Array.isArray(created) ? Number(created[0]) : Number.NaN
  }
  const done = (id: number) => admin.call('model.stock.move.do', [[id]], never)
  const storage = (locationId: string) => shop.storage[locationId] ?? Number.NaN

  return {
    // Pages so small that everything takes several.
    open: () => openTryton({ ...tryton.settings, url: proxy.url, pageSize: 3 }),
    async sell(sku, locationId, quantity) {
      await done(await move(sku, quantity, storage(locationId), shop.customerLocation))
    },
    async receive(sku, locationId, quantity) {
      await done(await move(sku, quantity, shop.supplierLocation, storage(locationId)))
    },
    // Tryton's transaction begins, and then waits for a row that somebody else holds.
    async sellSlowly(sku, locationId, quantity) {
      const id = await move(sku, quantity, storage(locationId), shop.customerLocation)
      const holder = new Client({ connectionString: tryton.databaseUrl })
      await holder.connect()
      await holder.query('begin')
      await holder.query('select from stock_move where id = $1 for update', [id])
      const doing = done(id)
      for (;;) {
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
    },
    steps: STEPS.length,
    loseAnswer(step) {
      proxy.loseAnswerTo(STEPS[step - 1] ?? /never/)
    },
    async endSessions() {
      const client = new Client({ connectionString: tryton.databaseUrl })
      await client.connect()
      const { rowCount } = await client.query(
        'delete from ir_session where create_uid in (select id from res_user where login = $1) or create_uid = 0',
        ['hub'],
      )
      await client.end()
      if (rowCount === 0) throw new Error('There was no session')
    },
    async loseDatabase() {
      const { pathname } = new URL(tryton.databaseUrl)
      const other = new URL(tryton.databaseUrl)
      other.pathname = '/postgres'
      const client = new Client({ connectionString: other.href })
      await client.connect()
      const name = pathname.slice(1)
      await client.query(`alter database "${name}" with allow_connections false`)
      await client.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [name])
      return async () => {
        await client.query(`alter database "${name}" with allow_connections true`)
        await client.end()
        // Tryton finds out one by one that its connections are gone.
        for (let asked = 0; asked < 20; asked++) {
          const isThere = await admin.call('model.stock.location.search', [[], 0, 1, null], never).then(
            () => true,
            () => false,
          )
          if (isThere) return
        }
      }
    },
    async forbidBefore(moment) {
      const period = { date: dayOf(moment, 'UTC'), company: 1 }
      const created = await admin.call('model.stock.period.create', [[period]], never)
      await admin.call('model.stock.period.close', [created], never)
    },
    async entries(reference) {
      const domain = [['reference', '=', reference]]
      const found = await admin.call('model.stock.shipment.out.search', [domain, 0, null, null], never)
      return Array.isArray(found) ? found.length : Number.NaN
    },
    async copy(erpReference) {
      const [model, id] = erpReference.split(',')
      const copied = await admin.call(`model.${model}.copy`, [[Number(id)]], never)
      const [copy] = Array.isArray(copied) ? copied : []
      const moves = await admin.call(
        'model.stock.move.search',
        [[['shipment', '=', `${model},${copy}`]], 0, null, null],
        never,
      )
      await admin.call('model.stock.move.do', [moves], never)
    },
    stop: () => tryton.stop(),
    start: () => tryton.start(),
    async [Symbol.asyncDispose]() {
      await proxy[Symbol.asyncDispose]()
      await tryton[Symbol.asyncDispose]()
    },
  }
}

describeConformance('Tryton', trytonUnderTest)
