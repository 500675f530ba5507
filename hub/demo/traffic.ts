import { setTimeout as sleep } from 'node:timers/promises'
import { PIECE_SKUS, STORES } from './chain.ts'
import { shopOnline } from './flows/carts.ts'
import { orderOnMarketplace } from './flows/marketplaces.ts'
import { makeMistake } from './flows/mistakes.ts'
import { receiveUnknownParcel } from './flows/returns.ts'
import { orderFromSupplier, supplyStore } from './flows/shipments.ts'
import { correctStock, countShelf } from './flows/stocktaking.ts'
import { sellAtTill } from './flows/tills.ts'
import type { Scene } from './scene.ts'

/** Who acts how often. */
const ACTORS: readonly (readonly [weight: number, act: (scene: Scene) => Promise<void>])[] = [
  [40, sellAtTill],
  [30, shopOnline],
  [10, orderOnMarketplace],
  [5, orderFromSupplier],
  [6, supplyStore],
  [4, countShelf],
  [2, correctStock],
  [1, (scene) => receiveUnknownParcel(scene, scene.random.pickPopular(PIECE_SKUS), scene.random.pick(STORES))],
  [2, makeMistake],
]

/** A hub that is slow gets no more than this at once. */
const ACTING_MAX = 64

/** Lets actors begin `rate` times a second by chance, until the signal ends it. */
export async function runTraffic(scene: Scene, rate: number, signal: AbortSignal): Promise<void> {
  let due = performance.now()
  while (!signal.aborted) {
    due += scene.random.waitSeconds(rate) * 1000
    const act = scene.random.weighted(ACTORS)
    const waitMs = due - performance.now()
    if (waitMs > 0) await sleep(waitMs, undefined, { signal }).catch(() => {})
    // After a pause of the machine nobody catches up.
    else if (waitMs < -1000) due = performance.now()
    if (signal.aborted) return
    if (scene.acting < ACTING_MAX) scene.act(() => act(scene))
  }
}
