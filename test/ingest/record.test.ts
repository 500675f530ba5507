import { describe, expect, test } from 'vitest'
import { DATABASE_KINDS } from '../support/database.ts'
import { cloudEvent, count, openIngestHub, sale, TILL } from './ingest-hub.ts'

describe.each(DATABASE_KINDS)('%s', (kind) => {
  test('events are recorded in the order given, each answered by itself', async () => {
    await using hub = await openIngestHub(kind)
    await hub.shop(['MUG', 'CUP'], ['BER'])

    const broken = { ...sale('MUG', 1), data: { sku: 'MUG' } }
    expect(
      await hub.answers(
        count('MUG', 10),
        sale('MUG', 2),
        broken,
        sale('GHOST', 1),
        'text',
        sale('CUP', 3, { unit: 'case' }),
      ),
    ).toEqual(['ACCEPTED', 'ACCEPTED', 'INVALID_EVENT', 'UNKNOWN_SKU', 'INVALID_EVENT', 'ACCEPTED'])

    expect(await hub.position('MUG', 'BER')).toMatchObject({ sellable: 8 })
    expect(await hub.position('CUP', 'BER')).toMatchObject({ sellable: -36 })
    expect((await hub.deadLetters()).map(({ code }) => code).sort()).toEqual([
      'INVALID_EVENT',
      'INVALID_EVENT',
      'UNKNOWN_SKU',
    ])
  })

  test('an event has one effect, however often it comes', async () => {
    await using hub = await openIngestHub(kind)
    await hub.shop(['MUG'], ['BER'])
    const event = sale('MUG', 2, { time: '2026-01-05T10:00:00Z' })

    expect(await hub.answers(event, event)).toEqual(['ACCEPTED', 'DUPLICATE'])
    expect(await hub.answers({ ...event, traceparent: '00-another' })).toEqual(['DUPLICATE'])
    expect(await hub.position('MUG', 'BER')).toMatchObject({ sellable: -2 })
  })

  test('the same id with other content is a conflict, which changes neither stock nor dead letters', async () => {
    await using hub = await openIngestHub(kind)
    await hub.shop(['MUG'], ['BER'])
    const event = sale('MUG', 2)
    const refused = sale('GHOST', 1)

    expect(await hub.answers(event, refused)).toEqual(['ACCEPTED', 'UNKNOWN_SKU'])
    expect(await hub.answers({ ...event, data: { sku: 'MUG', locationId: 'BER', quantity: 3 } })).toEqual([
      'EVENT_CONFLICT',
    ])
    expect(await hub.answers({ ...refused, data: { sku: 'MUG', locationId: 'BER', quantity: 1 } })).toEqual([
      'EVENT_CONFLICT',
    ])
    expect(await hub.position('MUG', 'BER')).toMatchObject({ sellable: -2 })
    expect(await hub.deadLetters()).toHaveLength(1)
  })

  test('what was refused is answered alike when it comes again, and is one dead letter', async () => {
    await using hub = await openIngestHub(kind)
    await hub.shop(['MUG'], ['BER'])
    const events = [sale('GHOST', 1), sale('MUG', -1), { nameless: true }, sale('MUG', 1, { id: 'a\0b' })]

    const first = await hub.send(...events)
    expect(await hub.send(...events)).toEqual(first)
    expect(first.map(({ status, code }) => [status, code])).toEqual([
      ['REJECTED', 'UNKNOWN_SKU'],
      ['REJECTED', 'INVALID_EVENT'],
      ['REJECTED', 'INVALID_EVENT'],
      ['REJECTED', 'INVALID_EVENT'],
    ])
    expect(await hub.deadLetters()).toHaveLength(4)
  })

  test('what an event does not say is answered as null, and kept', async () => {
    await using hub = await openIngestHub(kind)
    expect(await hub.send({ source: '/till', note: 'no id' })).toMatchObject([
      { source: '/till', id: null, status: 'REJECTED' },
    ])
    expect(await hub.deadLetters()).toMatchObject([
      {
        source: '/till',
        event_id: null,
        type: null,
        code: 'INVALID_EVENT',
        content: { source: '/till', note: 'no id' },
      },
    ])
  })

  test('two reporters of one sale are one sale', async () => {
    await using hub = await openIngestHub(kind)
    await hub.shop(['MUG'], ['BER'])
    const told = { reference: 'receipt-1' }

    expect(await hub.answers(sale('MUG', 2, told), sale('MUG', 2, { ...told, source: '/erp' }))).toEqual([
      'ACCEPTED',
      'CONFIRMED',
    ])
    expect(await hub.position('MUG', 'BER')).toMatchObject({ sellable: -2 })
  })

  test('a time within the allowed skew counts as now; one beyond is refused and can be replayed later', async () => {
    await using hub = await openIngestHub(kind)
    await hub.shop(['MUG'], ['BER'])
    const ahead = (seconds: number) => ({ time: new Date(Date.now() + seconds * 1000).toISOString() })

    expect(await hub.answers(sale('MUG', 1, ahead(200)), sale('MUG', 1, ahead(400)))).toEqual([
      'ACCEPTED',
      'CLOCK_AHEAD',
    ])
    const journal = await hub.db.kysely
      .selectFrom('journal')
      .select(['occurred_at', 'recorded_at'])
      .executeTakeFirstOrThrow()
    expect(journal.occurred_at).toEqual(journal.recorded_at)
  })

  test('every type of event finds its way', async () => {
    await using hub = await openIngestHub(kind)
    await hub.shop(['MUG'], ['BER', 'HAM'])
    const at = { sku: 'MUG', locationId: 'BER' }
    const line = { sku: 'MUG', quantity: 1 }
    const cart = { reference: 'order-1', channelId: 'web' }

    expect(
      await hub.answers(
        count('MUG', 100),
        cloudEvent('stock.adjusted', { ...at, delta: -1, reason: 'broken' }),
        cloudEvent('stock.received', { ...at, quantity: '1', unit: 'case' }),
        cloudEvent('stock.reclassified', { ...at, quantity: 2, from: 'sellable', to: 'damaged' }),
        sale('MUG', 3),
        cloudEvent('reservation.held', { ...cart, lines: [{ ...line, quantity: 5, locationId: 'BER' }] }),
      ),
    ).toEqual(Array(6).fill('ACCEPTED'))
    expect(await hub.answers(cloudEvent('reservation.confirmed', { reference: 'order-1' }))).toEqual(['ACCEPTED'])
    expect(await hub.position('MUG', 'BER')).toMatchObject({ sellable: 106, damaged: 2, held: 0, committed: 5 })

    expect(
      await hub.answers(
        cloudEvent('reservation.fulfilled', { reference: 'order-1', lines: [{ ...line, quantity: 2 }] }),
        cloudEvent('reservation.released', { reference: 'order-1' }),
      ),
    ).toEqual(['ACCEPTED', 'ACCEPTED'])
    expect(await hub.position('MUG', 'BER')).toMatchObject({ sellable: 104, committed: 0 })

    const transfer = { reference: 'transfer-1', originId: 'BER', destinationId: 'HAM' }
    expect(
      await hub.answers(
        cloudEvent('shipment.dispatched', { ...transfer, lines: [{ ...line, quantity: 10 }] }),
        cloudEvent('shipment.received', { reference: 'transfer-1', lines: [{ ...line, quantity: 7 }] }),
        cloudEvent('shipment.closed_short', { reference: 'transfer-1' }),
      ),
    ).toEqual(Array(3).fill('ACCEPTED'))
    expect(await hub.position('MUG', 'BER')).toMatchObject({ sellable: 94 })
    expect(await hub.position('MUG', 'HAM')).toMatchObject({ sellable: 7, inTransit: 0 })

    const parcel = { reference: 'parcel-1' }
    expect(
      await hub.answers(
        cloudEvent('return.received', { ...parcel, locationId: 'HAM', lines: [{ ...line, quantity: 4 }] }),
        cloudEvent('return.inspected', { ...parcel, lines: [{ ...line, quantity: 3 }] }),
        cloudEvent('return.dispositioned', { ...parcel, disposition: 'RESTOCK', lines: [{ ...line, quantity: 2 }] }),
        cloudEvent('return.dispositioned', { ...parcel, disposition: 'DISPOSE' }),
      ),
    ).toEqual(Array(4).fill('ACCEPTED'))
    expect(await hub.position('MUG', 'HAM')).toMatchObject({ sellable: 9, qualityHold: 0 })
  })

  test('many at once keep their order and their neighbours', async () => {
    await using hub = await openIngestHub(kind)
    await hub.shop(['MUG'], ['BER'])
    const events = Array.from({ length: 3000 }, (_, n) => (n % 100 === 7 ? sale('GHOST', 1) : sale('MUG', 1)))

    const results = await hub.ingest.record(events, TILL, 'bulk')
    expect(results.map(({ id }) => id)).toEqual(events.map(({ id }) => id))
    expect(results.filter(({ status }) => status === 'REJECTED')).toHaveLength(30)
    expect(await hub.position('MUG', 'BER')).toMatchObject({ sellable: -2970 })
  })
})
