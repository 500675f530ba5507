import { Client } from 'pg'
import { openTryton } from '../../erp/tryton/connector.ts'
import { dayOf } from '../../erp/tryton/values.ts'
import { startLossyProxy } from '../support/lossy-proxy.ts'
import { startTryton } from '../support/tryton.ts'
import { describeConformance, type ErpUnderTest } from './conformance.ts'
import { workersOf } from './tryton-trade.ts'

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
  const { admin } = tryton

  const work = workersOf(tryton)
  // Tea is kept in cases of twelve there.
  const inUnits = (sku: string, quantity: number) => (sku === 'TEA' ? quantity / 12 : quantity)

  return {
    // Pages so small that everything takes several.
    open: () => openTryton({ ...tryton.settings, url: proxy.url, pageSize: 3 }),
    sell: (sku, locationId, quantity) => work.sell(sku, locationId, inUnits(sku, quantity)),
    receive: (sku, locationId, quantity) => work.receive(sku, locationId, inUnits(sku, quantity)),
    sellSlowly: (sku, locationId, quantity) => work.sellSlowly(sku, locationId, inUnits(sku, quantity)),
    count: (sku, locationId, quantity) => work.count(sku, locationId, inUnits(sku, quantity)),
    steps: STEPS.length,
    loseAnswer(step) {
      proxy.loseAnswerTo(STEPS[step - 1] ?? /never/)
    },
    endSessions: () => work.endSessions(),
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
