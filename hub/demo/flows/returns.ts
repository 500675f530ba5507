import { WEB } from '../chain.ts'
import {
  ApproveRestockDocument,
  AuthorizeReturnDocument,
  DispositionReturnDocument,
  InspectReturnDocument,
  ReceiveReturnDocument,
  RestockReturnDocument,
  type ReturnDisposition,
} from '../generated/operations.ts'
import type { Scene } from '../scene.ts'

interface SoldLine {
  readonly sku: string
  readonly locationId: string
  readonly quantity: number
}

/** A customer sends one unit back. It is inspected, and only what passes and is approved can be sold again. */
export async function sendBack(scene: Scene, reservationId: string, { sku, locationId }: SoldLine): Promise<void> {
  const { random } = scene
  const reason = random.pick(['wrong colour', 'too small', 'arrived chipped', 'not as expected'])
  const { authorizeReturn } = await scene.ask(AuthorizeReturnDocument, {
    input: {
      idempotencyKey: scene.name('rma'),
      channelId: WEB,
      reservationId,
      reference: scene.name('RMA'),
      locationId,
      lines: [{ sku, quantity: 1, reason }],
    },
  })
  const id = authorizeReturn?.return?.id
  if (id === undefined) return

  // Some parcels never come, others are called off.
  if (random.chance(0.1)) {
    scene.later(random.int(3, 8), () => dispose(scene, id, random.pick(['MISSING', 'CANCEL'])))
    return
  }
  if (random.chance(0.5)) scene.later(1, () => dispose(scene, id, 'IN_TRANSIT'))
  scene.later(random.int(3, 8), async () => {
    const input = { idempotencyKey: scene.name('parcel'), id, locationId }
    const { receiveReturn } = await scene.ask(ReceiveReturnDocument, { input })
    if (receiveReturn?.userErrors.length !== 0) return
    scene.figures.count('returned')
    scene.later(random.int(2, 6), () => inspect(scene, id))
  })
}

/** A parcel comes back that nobody knew of: its receipt is a fact all the same. */
export async function receiveUnknownParcel(scene: Scene, sku: string, locationId: string): Promise<void> {
  const reference = scene.name('PARCEL')
  const source = `/warehouse/${locationId.toLowerCase()}`
  const lines = [{ sku, quantity: 1, reason: 'no paper inside' }]
  await scene.report(scene.event(source, 'onhand.return.received.v1', { reference, locationId, lines }))
  scene.figures.count('returned')
  scene.later(scene.random.int(2, 6), async () => {
    await scene.report(scene.event(source, 'onhand.return.inspected.v1', { reference, outcome: 'PASSED' }))
    const disposition = scene.random.pick(['RESTOCK', 'DISPOSE'])
    await scene.report(scene.event(source, 'onhand.return.dispositioned.v1', { reference, disposition }))
    if (disposition === 'RESTOCK') scene.figures.count('restocked')
  })
}

async function inspect(scene: Scene, id: string): Promise<void> {
  const { random } = scene
  const quarantined = random.chance(0.2)
  const outcome = quarantined ? 'QUARANTINED' : 'PASSED'
  await scene.ask(InspectReturnDocument, { input: { idempotencyKey: scene.name('inspect'), id, outcome } })
  if (quarantined) {
    scene.later(random.int(2, 6), async () => {
      await dispose(scene, id, 'RELEASE_FROM_QUARANTINE')
      scene.later(1, () => inspect(scene, id))
    })
    return
  }
  if (random.chance(0.25)) {
    await dispose(scene, id, random.pick(['DISPOSE', 'RETURN_TO_VENDOR']))
    return
  }
  await scene.ask(ApproveRestockDocument, { input: { idempotencyKey: scene.name('approve'), id } })
  scene.later(random.int(1, 4), async () => {
    const input = { idempotencyKey: scene.name('restock'), id }
    const { restockReturn } = await scene.ask(RestockReturnDocument, { input })
    if (restockReturn?.userErrors.length === 0) scene.figures.count('restocked')
  })
}

async function dispose(scene: Scene, id: string, disposition: ReturnDisposition): Promise<void> {
  const input = { idempotencyKey: scene.name('disposition'), id, disposition }
  await scene.ask(DispositionReturnDocument, { input })
}
