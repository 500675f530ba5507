import { COFFEE_SKUS, PIECE_SKUS, STORES } from '../chain.ts'
import type { DemoEvent } from '../client.ts'
import type { Scene } from '../scene.ts'

/** A till of a store sells a few things: an event each. Some are told late, some twice, some by the ERP as well. */
export async function sellAtTill(scene: Scene): Promise<void> {
  const { random } = scene
  const locationId = random.pick(STORES)
  const source = `/tills/${locationId.toLowerCase()}-${random.int(1, 3)}`
  const receipt = scene.name('receipt')
  const agoSeconds = random.chance(0.05) ? random.int(60, 2_400) : 0

  const basket = random.pickSome(PIECE_SKUS, random.int(1, 3)).map((sku): DemoEvent => {
    const data = { sku, locationId, quantity: random.int(1, 2), reference: receipt }
    return scene.event(source, 'onhand.sale.recorded.v1', data, agoSeconds)
  })
  if (random.chance(0.2)) {
    // A decimal of a kilogram is fine, as long as it is whole grams.
    const data = { sku: random.pick(COFFEE_SKUS), locationId, quantity: random.pick([0.25, 0.5, 1]), unit: 'kilogram' }
    basket.push(scene.event(source, 'onhand.sale.recorded.v1', { ...data, reference: receipt }, agoSeconds))
  }
  await scene.report(basket)

  if (random.chance(0.04)) scene.later(random.int(1, 5), async () => void (await scene.report(basket)))
  if (random.chance(0.06)) {
    scene.later(random.int(2, 8), async () => {
      await scene.report(basket.map(({ type, data }) => scene.event('/erp', type, data)))
    })
  }
}
