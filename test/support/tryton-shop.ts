import { openTrytonClient } from '../../erp/tryton/client.ts'
import { decimalOf } from '../../erp/tryton/values.ts'

/** Ids of what stands in the database of a test. */
export interface Shop {
  readonly company: number
  readonly currency: number
  readonly customer: number
  readonly address: number
  readonly supplier: number
  readonly customerLocation: number
  readonly supplierLocation: number
  readonly lostAndFound: number
  readonly uom: { readonly unit: number; readonly case: number; readonly kilogram: number }
  /** Storage by the code of its warehouse; and `ST1-QC`, where what came back waits. */
  readonly storage: Readonly<Record<string, number>>
  readonly warehouses: Readonly<Record<string, number>>
  readonly products: Readonly<Record<string, number>>
}

/** Code, name, unit, price. Tea is kept in cases of twelve, flour by the kilogram. */
const ARTICLES = [
  ['MUG', 'Mug, blue', 'unit', '4.95'],
  ['PLATE', 'Plate, white', 'unit', '6.50'],
  ['BUNTING', 'Party bunting', 'unit', '4.95'],
  ['TEA', 'Tea, 12 tins', 'case', '48.00'],
  ['FLOUR', 'Flour', 'kilogram', '1.20'],
] as const

/** A company, three warehouses and five articles, made through the ERP's own API. It has no stock yet. */
export async function loadShop(url: string, password: string): Promise<Shop> {
  const signal = AbortSignal.timeout(120_000)
  const options = { url, user: 'admin', password, timeoutMs: 60_000, settleMs: 0 }
  const before = openTrytonClient({ ...options, company: null })
  let client = before

  async function ids(answer: Promise<unknown>): Promise<readonly number[]> {
    const value = await answer
    if (!Array.isArray(value)) throw new Error('Tryton gave no ids')
    return value.map(Number)
  }
  async function create(model: string, values: object): Promise<number> {
    const [id = Number.NaN] = await ids(client.call(`model.${model}.create`, [[values]], signal))
    return id
  }
  async function first(model: string, domain: readonly unknown[]): Promise<number> {
    const [id = Number.NaN] = await ids(client.call(`model.${model}.search`, [domain, 0, 1, null], signal))
    return id
  }
  /** The id of a record that a module brings. */
  async function brought(module: string, name: string): Promise<number> {
    const domain = [
      ['module', '=', module],
      ['fs_id', '=', name],
    ]
    const found = await client.call('model.ir.model.data.search_read', [domain, 0, 1, null, ['db_id']], signal)
    return Array.isArray(found) ? Number(found[0]?.db_id) : Number.NaN
  }

  try {
    const currency = await create('currency.currency', {
      ...{ name: 'Pound Sterling', code: 'GBP', symbol: '£', digits: 2, rounding: decimalOf('0.01') },
    })
    const party = await create('party.party', { name: 'Test Retail Ltd' })
    const company = await create('company.company', { party, currency })
    if (company !== 1) throw new Error('The first company is number 1')
    const admin = await first('res.user', [['login', '=', 'admin']])
    await client.call('model.res.user.write', [[admin], { companies: [['add', [company]]], company }], signal)
    client = openTrytonClient({ ...options, company })
    await create('res.user', {
      ...{ name: 'Inventory hub', login: 'hub', password, companies: [['add', [company]]], company },
      groups: [['add', [await brought('stock', 'group_stock')]]],
    })

    const addresses = (city: string) => [['create', [{ city }]]]
    const customer = await create('party.party', { name: 'Walk-in customer', addresses: addresses('London') })
    const supplier = await create('party.party', { name: 'Main supplier', addresses: addresses('Leeds') })
    const unit = await brought('product', 'uom_unit')
    const kilogram = await brought('product', 'uom_kilogram')
    const category = await brought('product', 'uom_cat_unit')
    const box = await create('product.uom', {
      ...{ name: 'Case of 12', symbol: 'cs12', category, factor: 12, rate: 0.083333333333, rounding: 1, digits: 0 },
    })
    const uom = { unit, case: box, kilogram }

    const lostAndFound = await brought('stock', 'location_lost_found')
    const place = (name: string, code: string, more: object = {}) =>
      create('stock.location', { name, code, type: 'storage', ...more })
    const central = await brought('stock', 'location_warehouse')
    await client.call('model.stock.location.write', [[central], { name: 'Central', code: 'DC1' }], signal)
    const warehouses: Record<string, number> = { DC1: central }
    const storage: Record<string, number> = { DC1: await brought('stock', 'location_storage') }
    for (const code of ['ST1', 'ST2']) {
      const [input, kept, output] = [
        await place(`${code} input`, `${code}-IN`),
        await place(`${code} storage`, `${code}-STO`),
        await place(`${code} output`, `${code}-OUT`),
      ]
      storage[code] = kept
      warehouses[code] = await create('stock.location', {
        ...{ name: `Store ${code}`, code, type: 'warehouse', input_location: input, storage_location: kept },
        ...{ output_location: output, lost_found_location: lostAndFound },
      })
    }
    storage['ST1-QC'] = await place('ST1 quality', 'ST1-QC', { parent: warehouses.ST1 })
    storage['DC1-A'] = await place('Aisle A', 'DC1-A', { parent: storage.DC1 })

    const products: Record<string, number> = {}
    for (const [code, name, kept, price] of ARTICLES) {
      await create('product.template', {
        ...{ name, code, type: 'goods', default_uom: uom[kept], list_price: decimalOf(price) },
        ...{ cost_price_method: 'fixed', products: [['create', [{ cost_price: decimalOf('1.00') }]]] },
      })
      products[code] = await first('product.product', [['code', '=', code]])
    }
    return {
      ...{ company, currency, customer, supplier, lostAndFound, uom, storage, warehouses, products },
      address: await first('party.address', [['party', '=', customer]]),
      customerLocation: await brought('stock', 'location_customer'),
      supplierLocation: await brought('stock', 'location_supplier'),
    }
  } finally {
    await before.close()
    await client.close()
  }
}
