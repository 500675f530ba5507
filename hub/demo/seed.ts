import { CHANNELS, COFFEE_SKUS, DCS, ITEMS, LOCATIONS, PIECE_SKUS, STORES } from './chain.ts'
import type { DemoEvent } from './client.ts'
import {
  AddChannelDocument,
  AddItemsDocument,
  AddLocationsDocument,
  KeepSafetyStockDocument,
  SeededDocument,
} from './generated/operations.ts'
import type { Scene } from './scene.ts'

/** Makes the chain and counts its opening stock, once for each database. */
export async function seed(scene: Scene): Promise<void> {
  const { channels } = await scene.ask(SeededDocument, {})
  if (channels !== null && channels !== undefined && channels.nodes.length > 0) return

  const key = () => ({ idempotencyKey: scene.name('seed') })
  const locations = await scene.ask(AddLocationsDocument, { input: { ...key(), locations: [...LOCATIONS] } })
  check(locations.upsertLocations)
  const items = await scene.ask(AddItemsDocument, { input: { ...key(), items: [...ITEMS] } })
  check(items.upsertItems)
  for (const channel of CHANNELS) {
    const { upsertChannel } = await scene.ask(AddChannelDocument, { input: { ...key(), ...channel } })
    check(upsertChannel)
  }
  for (const sku of PIECE_SKUS.slice(0, 6)) {
    const input = { ...key(), sku, locationId: 'LEJ', safetyStock: 4 }
    check((await scene.ask(KeepSafetyStockDocument, { input })).upsertStockPolicy)
  }
  const answers = await scene.hub.reportLines(openingCounts(scene))
  const refused = answers.find(({ status }) => status !== 'ACCEPTED')
  if (refused !== undefined) throw new Error(`The opening stock was refused: ${refused.message ?? refused.status}`)
}

function openingCounts(scene: Scene): DemoEvent[] {
  const { random } = scene
  const count = (sku: string, locationId: string, quantity: number, unit: string) =>
    scene.event('/stocktaking/opening', 'onhand.stock.counted.v1', { sku, locationId, quantity, unit }, 3_600)
  return [
    ...PIECE_SKUS.flatMap((sku) => [
      ...DCS.map((dc) => count(sku, dc, random.int(4, 10), 'case')),
      ...STORES.map((store) => count(sku, store, random.int(4, 24), 'each')),
    ]),
    ...COFFEE_SKUS.flatMap((sku) => [
      ...DCS.map((dc) => count(sku, dc, random.int(2, 5), 'sack')),
      ...STORES.map((store) => count(sku, store, random.int(3, 12), 'kilogram')),
    ]),
  ]
}

function check(payload: { readonly userErrors: readonly { readonly message: string }[] } | null | undefined): void {
  const [error] = payload?.userErrors ?? []
  if (error !== undefined) throw new Error(`The chain could not be made: ${error.message}`)
}
