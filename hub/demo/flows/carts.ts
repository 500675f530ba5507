import { PIECE_SKUS, WEB } from '../chain.ts'
import {
  ConfirmReservationDocument,
  ExtendReservationDocument,
  FulfillReservationDocument,
  ReleaseReservationDocument,
  ReserveDocument,
} from '../generated/operations.ts'
import type { Scene } from '../scene.ts'
import { sendBack } from './returns.ts'

/** Somebody fills a cart in the web shop and buys it, gives it up, or forgets it until it expires. */
export async function shopOnline(scene: Scene): Promise<void> {
  const { random, figures } = scene
  const { reserve } = await scene.ask(ReserveDocument, {
    input: {
      idempotencyKey: scene.name('cart'),
      channelId: WEB,
      reference: scene.name('web'),
      ttlSeconds: random.int(8, 20),
      lines: random.pickSome(PIECE_SKUS, random.int(1, 3)).map((sku) => ({ sku, quantity: random.int(1, 2) })),
    },
  })
  const reservation = reserve?.reservation
  if (reservation == null) {
    figures.count('refused')
    return
  }
  figures.count('held')

  const { id } = reservation
  const next = random.weighted([
    [65, 'buy'],
    [10, 'hesitate'],
    [10, 'give up'],
    [15, 'forget'],
  ] as const)
  if (next === 'buy') scene.later(random.int(1, 5), () => buy(scene, id, reservation.lines))
  if (next === 'hesitate') {
    scene.later(random.int(2, 6), async () => {
      await scene.ask(ExtendReservationDocument, {
        input: { idempotencyKey: scene.name('extend'), id, ttlSeconds: 30 },
      })
      scene.later(random.int(2, 10), () => buy(scene, id, reservation.lines))
    })
  }
  if (next === 'give up') {
    scene.later(random.int(1, 6), async () => {
      const input = { idempotencyKey: scene.name('release'), id }
      const { releaseReservation } = await scene.ask(ReleaseReservationDocument, { input })
      if (releaseReservation?.userErrors.length === 0) figures.count('released')
    })
  }
  if (next === 'forget') figures.count('left')
}

interface Line {
  readonly sku: string
  readonly locationId: string
  readonly quantity: number
}

async function buy(scene: Scene, id: string, lines: readonly Line[]): Promise<void> {
  const { random, figures } = scene
  const { confirmReservation } = await scene.ask(ConfirmReservationDocument, {
    input: { idempotencyKey: scene.name('confirm'), id },
  })
  if (confirmReservation?.userErrors.length !== 0) return
  figures.count('confirmed')

  scene.later(random.int(3, 12), async () => {
    const input = { idempotencyKey: scene.name('fulfill'), id }
    const { fulfillReservation } = await scene.ask(FulfillReservationDocument, { input })
    if (fulfillReservation?.userErrors.length !== 0) return
    figures.count('fulfilled')
    const [first] = lines
    if (first !== undefined && random.chance(0.2)) {
      scene.later(random.int(3, 15), () => sendBack(scene, id, first))
    }
  })
}
