import { DCS, PIECE_SKUS, STORES } from '../chain.ts'
import { ShelfDocument } from '../generated/operations.ts'
import type { Scene } from '../scene.ts'

/** Somebody counts a shelf. Mostly what was known is there, sometimes one is missing, rarely one is too many. */
export async function countShelf(scene: Scene): Promise<void> {
  const { random } = scene
  const locationId = random.pick(STORES)
  const sku = random.pickPopular(PIECE_SKUS)
  const { items } = await scene.ask(ShelfDocument, { skus: [sku], locationId })
  const known = items?.nodes[0]?.stockLevels?.[0]?.sellable ?? 0
  const difference = random.weighted([
    [75, 0],
    [18, -1],
    [7, 1],
  ] as const)
  const data = { sku, locationId, quantity: Math.max(0, known + difference) }
  await scene.report(scene.event(`/stocktaking/${locationId.toLowerCase()}`, 'onhand.stock.counted.v1', data))
}

/** Something breaks, is lost, or moves to another account. */
export async function correctStock(scene: Scene): Promise<void> {
  const { random } = scene
  const locationId = random.pick([...DCS, ...STORES])
  const sku = random.pickPopular(PIECE_SKUS)
  const source = `/warehouse/${locationId.toLowerCase()}`
  if (random.chance(0.5)) {
    const data = { sku, locationId, delta: -1, reason: random.pick(['broken', 'stolen', 'used as a sample']) }
    await scene.report(scene.event(source, 'onhand.stock.adjusted.v1', data))
    return
  }
  const data = { sku, locationId, quantity: 1, from: 'sellable', to: 'damaged', reason: 'chipped' }
  await scene.report(scene.event(source, 'onhand.stock.reclassified.v1', data))
}
