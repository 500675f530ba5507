import { setImmediate as nextTurn } from 'node:timers/promises'
import { print } from 'graphql'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestGateway, type TestGateway } from '../gateway/support.ts'
import { EverywhereDocument } from '../generated/operations.ts'
import { DATABASE_KINDS } from '../support/database.ts'

const SKUS = Array.from({ length: 20 }, (_, index) => `SKU-${String(index).padStart(2, '0')}`)

/** From items into each of the other subgraphs, and from there back. */
const ACROSS = `query ($first: Int!) {
  items(first: $first, filter: { titleContains: "sku-" }) {
    nodes {
      sku
      stockLevels {
        locationId onHand atf
        location { name parent { name } }
        openReservations(first: 3) { id status channel { name } }
        inboundShipments { id status lines { item { title } } }
      }
      reservations(first: 3) {
        id status channel { name }
        returns { id status lines { item { title } } }
        lines { quantity item { title } location { name } stockLevel { atf inboundShipments { id } } }
      }
      shipments(first: 3) { id origin { name } destination { name stockLevels(first: 2) { nodes { sku atf } } } lines { item { sku title } } }
      returns(first: 3) { id reservation { status lines { sku } } lines { item { title } } }
      availability(channelId: "web") {
        quantity status item { title } channel { name locations { location { name } } }
        explanation { terms { atf location { name } stockLevel { atf } entries(first: 2) { kind item { title } } } }
      }
    }
  }
}`

describe.each(DATABASE_KINDS)('the graph over all five subgraphs on %s', (kind) => {
  let gateway: TestGateway

  beforeAll(async () => {
    gateway = await openTestGateway(kind)
    const { hub } = gateway
    await hub.shop(SKUS, ['BER', 'HAM'])
    for (const sku of SKUS) {
      await hub.count(sku, 'BER', 50)
      await hub.count(sku, 'HAM', 50)
      const { reservation } = await gateway.mutate(
        'reserve',
        { channelId: 'web', reference: `cart ${sku}`, lines: [{ sku, locationId: 'BER', quantity: 4 }] },
        'reservation { id }',
      )
      await gateway.mutate('confirmReservation', { id: reservation.id }, 'reservation { status }')
      await gateway.mutate(
        'fulfillReservation',
        { id: reservation.id, lines: [{ lineId: `${reservation.id}/1`, quantity: 1 }] },
        'reservation { status }',
      )
      await gateway.mutate(
        'authorizeReturn',
        { reservationId: reservation.id, locationId: 'BER', lines: [{ sku, quantity: 1 }] },
        'return { id }',
      )
      const { shipment } = await gateway.mutate(
        'createShipment',
        { kind: 'TRANSFER', originId: 'HAM', destinationId: 'BER', lines: [{ sku, quantity: 5 }] },
        'shipment { id }',
      )
      await gateway.mutate('dispatchShipment', { id: shipment.id }, 'shipment { status }')
    }
  })
  afterAll(() => gateway[Symbol.asyncDispose]())

  test('is walked from an item to everything that concerns it, and back', async () => {
    const { data, errors } = await gateway.query(print(EverywhereDocument), { sku: 'SKU-00', channelId: 'web' })
    expect(errors).toEqual([])
    const { item } = data
    expect(item).toMatchObject({ sku: 'SKU-00', availability: { quantity: 49 + 45 - 3 } })
    expect(item.stockLevels).toMatchObject([
      { locationId: 'BER', onHand: 49, committed: 3, inTransit: 5, atf: 46, location: { name: 'BER' } },
      { locationId: 'HAM', onHand: 45, inTransit: 0, atf: 45 },
    ])
    const [reservation] = item.reservations
    expect(item.stockLevels[0].openReservations).toEqual([{ id: reservation.id }])
    expect(reservation).toMatchObject({ status: 'PARTIALLY_FULFILLED', channel: { name: 'Web shop' } })
    expect(reservation.returns).toEqual([{ id: item.returns[0].id }])
    expect(item.returns[0]).toMatchObject({ reservation: { status: 'PARTIALLY_FULFILLED' } })
    const [shipment] = item.shipments
    expect(item.stockLevels[0].inboundShipments).toEqual([{ id: shipment.id }])
    expect(shipment).toMatchObject({ origin: { name: 'HAM' }, destination: { name: 'BER' } })
    expect(reservation.lines).toMatchObject([
      {
        item: { title: 'SKU-00' },
        location: { name: 'BER' },
        stockLevel: { onHand: 49, atf: 46, inboundShipments: [{ id: shipment.id, status: 'IN_TRANSIT' }] },
      },
    ])
  })

  // Goal: no path through the graph runs SQL per row. Method: the same query over two items and over twenty.
  test('makes as many statements for twenty items as for two', async () => {
    const ask = async (first: number) => {
      const { data, errors } = await gateway.query(ACROSS, { first })
      expect(errors).toEqual([])
      expect(data.items.nodes).toHaveLength(first)
      expect(data.items.nodes.at(-1).reservations[0].returns[0].lines[0].item.title).not.toBeNull()
    }
    const few = await gateway.hub.statementsOf(() => ask(2))
    expect(await gateway.hub.statementsOf(() => ask(20))).toBe(few)
  })

  // Goal: numbers that belong together come from one reading. Method: read through the gateway all the while others post.
  test('adds up in every answer, while others post', async () => {
    const { hub } = gateway
    let posting = true
    const write = async (sku: string) => {
      for (let turn = 0; turn < 25; turn++) {
        await hub.reserve([{ sku, locationId: 'BER', quantity: 1 }])
        await hub.count(sku, 'HAM', turn)
        await hub.sell(sku, 'BER', 1)
      }
    }
    const done = Promise.all(SKUS.slice(0, 5).map(write)).finally(() => {
      posting = false
    })
    const query = `{
      items(first: 5, filter: { titleContains: "sku-" }) { nodes {
        stockLevels { onHand sellable qualityHold damaged blocked held committed fenced safetyStock atf }
        availability(channelId: "web") {
          quantity locations { quantity }
          explanation { sum buffer uncapped ats terms { sellable held committed fenced safetyStock atf counted } }
        }
      } }
    }`
    let answers = 0
    while (posting) {
      await nextTurn()
      const { data, errors } = await gateway.query(query)
      expect(errors).toEqual([])
      for (const { stockLevels, availability } of data.items.nodes) {
        for (const level of stockLevels) {
          const { onHand, sellable, qualityHold, damaged, blocked, held, committed, fenced, safetyStock, atf } = level
          expect(onHand).toBe(sellable + qualityHold + damaged + blocked)
          expect(atf).toBe(sellable - held - committed - fenced - safetyStock)
        }
        const { quantity, locations, explanation } = availability
        let sum = 0
        for (const term of explanation.terms) {
          expect(term.atf).toBe(term.sellable - term.held - term.committed - term.fenced - term.safetyStock)
          sum += Math.max(0, term.atf)
        }
        expect(explanation).toMatchObject({ sum, buffer: 0, uncapped: sum, ats: quantity })
        expect(locations.reduce((total: number, at: { quantity: number }) => total + at.quantity, 0)).toBe(sum)
      }
      answers++
    }
    await done
    expect(answers).toBeGreaterThan(3)
  })
})
