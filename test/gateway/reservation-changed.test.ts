import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { made } from '../support/ledger.ts'
import { openTestGateway, type TestGateway, type TestSubscription, VIEWERS } from './support.ts'

const FOLLOW = `subscription ($id: ID!) {
  reservationChanged(id: $id) { status version cursor lines { held committed fulfilled } }
}`

/** The states that come until the subscription completes. */
async function untilComplete(live: TestSubscription): Promise<ReturnType<typeof JSON.parse>[]> {
  const states = []
  for (;;) {
    const result = await live.next().catch((error: Error) => {
      if (error.message === 'The subscription has ended.') return undefined
      throw error
    })
    if (result === undefined) return states
    states.push(result.data.reservationChanged)
  }
}

describe('reservationChanged', () => {
  let gateway: TestGateway
  beforeAll(async () => {
    const viewers: Record<string, object> = { ...VIEWERS, market: { ...VIEWERS.partner, client: 'another client' } }
    gateway = await openTestGateway('pglite', {
      authenticate: async (authorization) => ({
        viewer: { ...VIEWERS.admin, ...viewers[String(authorization).replace('Bearer ', '')] },
        expiresAt: null,
      }),
    })
    await gateway.hub.shop(['MUG', 'CUP'], ['BER'])
    await gateway.hub.count('MUG', 'BER', 100)
  })
  afterAll(() => gateway[Symbol.asyncDispose]())

  const reserve = async (quantity: number) =>
    made(await gateway.hub.reserve([{ sku: 'MUG', locationId: 'BER', quantity }]))

  test('tells the present state, then each later one, and completes when it can change no more', async () => {
    const id = await reserve(5)
    await using live = gateway.subscribe(FOLLOW, { id }, 'partner')
    expect((await live.next()).data.reservationChanged).toMatchObject({ status: 'HELD', version: 1 })
    const { cursor } = await gateway.mutate('confirmReservation', { id }, 'reservation { id }')
    const confirmed = (await live.next()).data.reservationChanged
    expect(confirmed).toMatchObject({ status: 'CONFIRMED', version: 2, lines: [{ held: 0, committed: 5 }] })
    // The event's cursor contains the state that it tells.
    expect(
      await gateway.query(`{ reservation(id: "${id}", atLeast: "${confirmed.cursor}") { status } }`),
    ).toMatchObject({
      data: { reservation: { status: 'CONFIRMED' } },
    })
    expect(confirmed.cursor).not.toBe(cursor)

    // What concerns others is no event.
    await gateway.hub.sell('MUG', 'BER', 1)
    const { lines } = (await gateway.query(`{ reservation(id: "${id}") { lines { id } } }`)).data.reservation
    const [line] = lines
    await gateway.mutate('fulfillReservation', { id, lines: [{ lineId: line.id, quantity: 2 }] }, 'reservation { id }')
    await gateway.mutate('releaseReservation', { id }, 'reservation { id }')
    const rest = await untilComplete(live)
    expect(rest.at(-1)).toMatchObject({ status: 'FULFILLED', lines: [{ committed: 0, fulfilled: 2 }] })
    const versions = rest.map(({ version }) => version)
    expect(versions).toEqual([...new Set(versions)].sort((a, b) => a - b))
  })

  test('one that can change no more is told once and completes', async () => {
    const id = await reserve(1)
    await gateway.mutate('releaseReservation', { id }, 'reservation { id }')
    await using live = gateway.subscribe(FOLLOW, { id })
    expect(await untilComplete(live)).toMatchObject([{ status: 'RELEASED' }])
  })

  test('a hold that ends by itself is told and completes', async () => {
    const id = made(await gateway.hub.reserve([{ sku: 'MUG', locationId: 'BER', quantity: 1 }], { ttlSeconds: 1 }))
    await using live = gateway.subscribe(FOLLOW, { id })
    expect((await live.next()).data.reservationChanged).toMatchObject({ status: 'HELD' })
    await new Promise((resolve) => setTimeout(resolve, 1_100))
    await gateway.hub.submit({ kind: 'expireHolds', positions: [{ sku: 'MUG', locationId: 'BER' }] })
    expect(await untilComplete(live)).toMatchObject([{ status: 'EXPIRED' }])
  })

  test('many who follow the same one cost one reading each time, and each completes', async () => {
    const id = await reserve(1)
    const many = Array.from({ length: 20 }, () => gateway.subscribe(FOLLOW, { id }))
    for (const live of many) await live.next()
    const statements = await gateway.hub.statementsOf(async () => {
      await gateway.hub.submit({ kind: 'confirmReservation', reservation: { id } })
      for (const live of many) expect((await live.next()).data.reservationChanged.status).toBe('CONFIRMED')
    })
    expect(statements).toBeLessThanOrEqual(6)
    await Promise.all(many.map((live) => live[Symbol.asyncDispose]()))
  })

  test('what is not there, or not to be seen, is NOT_FOUND alike', async () => {
    const id = await reserve(1)
    await using none = gateway.subscribe(FOLLOW, { id: 'rsv_none' })
    await using hidden = gateway.subscribe(FOLLOW, { id }, 'stranger')
    await using other = gateway.subscribe(FOLLOW, { id }, 'market')
    const refused = [{ message: 'There is no such reservation.', extensions: { code: 'NOT_FOUND', retryable: false } }]
    await expect(none.next()).rejects.toMatchObject(refused)
    await expect(hidden.next()).rejects.toMatchObject(refused)
    // A partner sees the reservations of its channels, whichever client made them.
    expect((await other.next()).data.reservationChanged.status).toBe('HELD')
    await using storefront = gateway.subscribe(FOLLOW, { id }, 'storefront')
    await expect(storefront.next()).rejects.toMatchObject([{ extensions: { code: 'FORBIDDEN' } }])
  })
})
