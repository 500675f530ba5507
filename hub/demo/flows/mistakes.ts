import { PIECE_SKUS, STORES } from '../chain.ts'
import { HubError } from '../client.ts'
import type { Scene } from '../scene.ts'

/** What a till with a bad connection or a careless import sends. Nothing of it may harm its neighbours or be lost. */
export async function makeMistake(scene: Scene): Promise<void> {
  const { random } = scene
  const locationId = random.pick(STORES)
  const sku = random.pick(PIECE_SKUS)
  const sale = (data: Record<string, unknown>, agoSeconds = 0) =>
    scene.event('/tills/faulty', 'onhand.sale.recorded.v1', { sku, locationId, quantity: 1, ...data }, agoSeconds)

  await random.pick([
    async () => scene.report(sale({ sku: 'MUG-PURPLE' })),
    async () => scene.report(sale({ locationId: 'PARIS' })),
    async () => scene.report(sale({ unit: 'dozen' })),
    async () => scene.report(sale({ quantity: -1 })),
    async () => scene.report(sale({ quantity: 0.5 })),
    async () => scene.report(sale({ colour: 'blue' })),
    async () => scene.report(sale({}, -86_400)),
    async () =>
      scene.report(scene.event('/tills/faulty', 'onhand.sale.cancelled.v7', { sku, locationId, quantity: 1 })),
    // A bad one between two good ones.
    async () => scene.report([sale({}), sale({ quantity: 'two' }), sale({})]),
    async () => sendHalfAnEvent(scene),
  ])()
}

/** A body that breaks off is answered with 400, and nothing of it is stored. */
async function sendHalfAnEvent(scene: Scene): Promise<void> {
  try {
    await scene.hub.reportText('application/cloudevents+json', '{"specversion":"1.0","id":"half')
  } catch (error) {
    if (!(error instanceof HubError)) throw error
    scene.figures.count('unreadable')
  }
}
