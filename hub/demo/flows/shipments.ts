import { COFFEE_SKUS, DCS, PIECE_SKUS, STORES, SUPPLIED_FROM } from '../chain.ts'
import {
  CancelShipmentDocument,
  CloseShipmentDocument,
  CreateShipmentDocument,
  type CreateShipmentInput,
  DispatchShipmentDocument,
  ShelfDocument,
} from '../generated/operations.ts'
import type { Scene } from '../scene.ts'

interface Line {
  readonly sku: string
  readonly quantity: number
  readonly unit: string
}

/** A distribution centre orders from a supplier what it has least of. The delivery comes in full, short, or with more than was ordered. */
export async function orderFromSupplier(scene: Scene): Promise<void> {
  const { random } = scene
  const destinationId = random.pick(DCS)
  const coffee = random.chance(0.1)
  const skus = await scarcest(scene, coffee ? COFFEE_SKUS : PIECE_SKUS, destinationId, coffee ? 1 : random.int(2, 4))
  const lines = skus.map((sku) => ({ sku, quantity: random.int(2, 6), unit: coffee ? 'sack' : 'case' }))
  const reference = scene.name('PO')
  const expectedAt = new Date(Date.now() + 3_600_000).toISOString()
  const supplier = coffee ? 'Roasters United' : 'Potters Ltd'
  const id = await create(scene, { kind: 'PURCHASE', destinationId, supplier, reference, expectedAt, lines })
  if (id === undefined) return

  if (random.chance(0.05)) {
    scene.later(2, async () => {
      await scene.ask(CancelShipmentDocument, { input: { idempotencyKey: scene.name('cancel'), id } })
    })
    return
  }
  scene.later(random.int(2, 6), async () => {
    const data = { reference, destinationId, supplier, lines }
    await scene.report(scene.event('/suppliers/edi', 'onhand.shipment.dispatched.v1', data))
    scene.figures.count('shipped')
    scene.later(random.int(4, 12), () => arrive(scene, { id, reference, lines, destinationId }))
  })
}

/** A store is supplied from its distribution centre with what it has least of. */
export async function supplyStore(scene: Scene): Promise<void> {
  const { random } = scene
  const destinationId = random.pick(STORES)
  const originId = SUPPLIED_FROM[destinationId]
  const skus = await scarcest(scene, PIECE_SKUS, destinationId, random.int(2, 4))
  const lines = skus.map((sku) => ({ sku, quantity: random.int(4, 12), unit: 'each' }))
  const reference = scene.name('TR')
  const id = await create(scene, { kind: 'TRANSFER', originId, destinationId, reference, lines })
  if (id === undefined) return

  scene.later(random.int(1, 4), async () => {
    const input = { idempotencyKey: scene.name('dispatch'), id }
    const { dispatchShipment } = await scene.ask(DispatchShipmentDocument, { input })
    if (dispatchShipment?.userErrors.length !== 0) return
    scene.figures.count('shipped')
    scene.later(random.int(4, 12), () => arrive(scene, { id, reference, lines, destinationId }))
  })
}

interface Shipment {
  readonly id: string
  readonly reference: string
  readonly lines: readonly Line[]
  readonly destinationId: string
}

async function arrive(scene: Scene, { id, reference, lines, destinationId }: Shipment): Promise<void> {
  const { random } = scene
  const source = `/warehouse/${destinationId.toLowerCase()}`
  const how = random.weighted([
    [70, 'full'],
    [24, 'short'],
    [6, 'more'],
  ] as const)
  const arrived = lines.map((line, index) => {
    const difference = index > 0 || how === 'full' ? 0 : how === 'short' ? -1 : 1
    return { ...line, quantity: Math.max(1, line.quantity + difference) }
  })
  await scene.report(scene.event(source, 'onhand.shipment.received.v1', { reference, lines: arrived }))
  scene.figures.count('received')
  if (how !== 'short') return

  scene.later(random.int(2, 8), async () => {
    if (random.chance(0.5)) {
      await scene.report(scene.event(source, 'onhand.shipment.closed_short.v1', { reference }))
    } else {
      await scene.ask(CloseShipmentDocument, { input: { idempotencyKey: scene.name('close'), id } })
    }
  })
}

async function create(
  scene: Scene,
  shipment: Omit<CreateShipmentInput, 'idempotencyKey'>,
): Promise<string | undefined> {
  const input = { idempotencyKey: scene.name('shipment'), ...shipment }
  const { createShipment } = await scene.ask(CreateShipmentDocument, { input })
  return createShipment?.shipment?.id
}

/** Of a few SKUs that sell, those with the least on the shelf. */
async function scarcest(
  scene: Scene,
  skus: readonly string[],
  locationId: string,
  count: number,
): Promise<readonly string[]> {
  const { items } = await scene.ask(ShelfDocument, { skus: scene.random.pickSome(skus, count * 4), locationId })
  const shelf = (items?.nodes ?? []).map(({ sku, stockLevels }) => ({ sku, atf: stockLevels?.[0]?.atf ?? 0 }))
  shelf.sort((a, b) => a.atf - b.atf)
  return shelf.slice(0, count).map(({ sku }) => sku)
}
