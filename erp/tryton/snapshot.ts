import type { ErpBalance, SnapshotPage, SnapshotScope, UnreadableBalance } from '../connector.ts'
import type { TrytonClient } from './client.ts'
import type { Places } from './places.ts'
import { readProducts } from './products.ts'
import { id, number, records } from './records.ts'
import type { BaseUnit } from './settings.ts'
import { toBase } from './units.ts'

export interface SnapshotOptions {
  readonly client: TrytonClient
  readonly places: (signal: AbortSignal) => Promise<Pick<Places, 'groups'>>
  readonly units: Readonly<Record<string, BaseUnit>>
  readonly pageSize: number
}

/** By pages of products; what is at zero is left out. Without locations Tryton says zero for everything, so each question names them, one by one and without what is below. */
export async function* snapshot(
  { client, places, units, pageSize }: SnapshotOptions,
  { locationIds, skus }: SnapshotScope,
  signal: AbortSignal,
): AsyncGenerator<SnapshotPage, void> {
  const groups = (await places(signal)).groups.filter(
    ({ locationId, ids }) => ids.length > 0 && (locationIds === null || locationIds.includes(locationId)),
  )
  const wanted = skus === null ? [] : [['code', 'in', skus]]
  let after = 0
  for (;;) {
    const products = await readProducts(
      client,
      { domain: [['id', '>', after], ...wanted], limit: pageSize },
      units,
      signal,
    )
    const balances: ErpBalance[] = []
    const unreadable: UnreadableBalance[] = []
    for (const { locationId, accounts, ids } of groups) {
      if (products.length === 0) break
      const context = { locations: ids, with_childs: false }
      const answer = await client.call(
        'model.product.product.read',
        [products.map((one) => one.id), ['quantity']],
        signal,
        context,
      )
      const quantities = new Map(records(answer, 'quantities').map((rec) => [id(rec), number(rec, 'quantity')]))
      for (const { id: productId, sku, unit, unitName } of products) {
        const quantity = quantities.get(productId) ?? 0
        if (quantity === 0) continue
        const name = sku ?? `product.product,${productId}`
        const whole = unit === undefined ? undefined : toBase(quantity, unit)
        if (sku === null) {
          unreadable.push({ sku: name, locationId, message: `${quantity} ${unitName} of a product without a code.` })
        } else if (whole === undefined) {
          const message = `${quantity} ${unitName} is no whole number of ${unit?.base.unit ?? 'anything'}.`
          unreadable.push({ sku: name, locationId, message })
        } else {
          balances.push({ sku, locationId, accounts, quantity: whole })
        }
      }
    }
    yield { asOf: endOfSecond(client), balances, unreadable }
    const last = products.at(-1)
    if (last === undefined || products.length < pageSize) return
    after = last.id
  }
}

/** What the ERP's clock had not passed when it gave its last answer, since it is told in whole seconds. Of that second a pull that says to have come to its beginning has not seen all. */
function endOfSecond(client: TrytonClient): Date {
  return new Date((client.clock()?.now.getTime() ?? 0) + 1_000)
}
