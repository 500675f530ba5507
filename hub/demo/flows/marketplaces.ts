import { AGORA, BAZAAR, PIECE_SKUS } from '../chain.ts'
import type { Scene } from '../scene.ts'

/**
 * An order on a marketplace is a fact: it is reported, not asked for. Sometimes the confirmation comes before the order itself and waits for it.
 */
export async function orderOnMarketplace(scene: Scene): Promise<void> {
  const { random } = scene
  const channelId = random.pick([BAZAAR, AGORA])
  const source = `/marketplaces/${channelId}`
  const reference = scene.name(channelId)
  const lines = random.pickSome(PIECE_SKUS, random.int(1, 2)).map((sku) => ({ sku, quantity: random.int(1, 3) }))

  const held = scene.event(source, 'onhand.reservation.held.v1', { reference, channelId, ttlSeconds: 3_600, lines })
  const confirmed = scene.event(source, 'onhand.reservation.confirmed.v1', { reference })
  if (random.chance(0.06)) {
    await scene.report(confirmed)
    await scene.report(held)
  } else {
    await scene.report(held)
    if (random.chance(0.08)) {
      scene.later(random.int(1, 8), async () => {
        await scene.report(scene.event(source, 'onhand.reservation.released.v1', { reference }))
      })
      return
    }
    scene.later(random.int(1, 4), async () => void (await scene.report(confirmed)))
  }
  scene.later(random.int(8, 20), async () => {
    await scene.report(scene.event('/warehouse/shipping', 'onhand.reservation.fulfilled.v1', { reference }))
  })
}
