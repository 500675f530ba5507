import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { audit } from '../../core/ledger/audit.ts'
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

  // Goal: what left is posted where it left, and no promise stays for it elsewhere. Method: orders for one place, and events of another, or of what nobody ordered.
  test('what left for an order left where it is said to have left, whatever the order says', async () => {
    await using hub = await openIngestHub(kind)
    await hub.shop(['A', 'B', 'C'], ['L', 'M'])
    const counts = ['A', 'B', 'C'].flatMap((sku) =>
      ['L', 'M'].map((locationId) => cloudEvent('stock.counted', { sku, locationId, quantity: 20 })),
    )
    const order = (reference: string, ...lines: object[]) =>
      cloudEvent('reservation.confirmed', { reference, channelId: 'web', lines })
    const shipped = (reference: string, ...lines: object[]) =>
      cloudEvent('reservation.fulfilled', { reference, channelId: 'web', lines })
    const at = (sku: string, locationId: string, quantity?: number) => ({ sku, locationId, quantity })
    const lines = (id: string) =>
      hub.db.kysely
        .selectFrom('reservation_line as l')
        .innerJoin('reservation as r', 'r.id', 'l.reservation_id')
        .select(['l.sku', 'l.location_id', 'l.committed', 'l.fulfilled'])
        .where('r.reference', '=', id)
        .orderBy('l.line')
        .execute()
    await hub.send(...counts)

    // All of it, and a part of it.
    expect(await hub.answers(order('whole', at('A', 'L', 5)), shipped('whole', at('A', 'M', 5)))).toEqual(
      Array(2).fill('ACCEPTED'),
    )
    expect(await lines('whole')).toEqual([{ sku: 'A', location_id: 'M', committed: 0, fulfilled: 5 }])
    expect(await hub.position('A', 'L')).toMatchObject({ sellable: 20, committed: 0 })
    expect(await hub.position('A', 'M')).toMatchObject({ sellable: 15, committed: 0 })
    await hub.send(order('part', at('B', 'L', 5)), shipped('part', at('B', 'M', 2)))
    expect(await lines('part')).toEqual([
      { sku: 'B', location_id: 'L', committed: 3, fulfilled: 0 },
      { sku: 'B', location_id: 'M', committed: 0, fulfilled: 2 },
    ])
    expect(await hub.position('B', 'M')).toMatchObject({ sellable: 18, committed: 0 })
    // Another reporter of the same parcel.
    const again = { ...shipped('part', at('B', 'M', 2)), source: '/wms' }
    expect(await hub.answers(again)).toEqual(['CONFIRMED'])
    expect(await hub.position('B', 'L')).toMatchObject({ sellable: 20, committed: 3 })

    // More from one place than was promised there, while the rest waits at another.
    await hub.send(order('more', at('C', 'L', 3), at('C', 'M', 2)), shipped('more', at('C', 'L', 5)))
    expect(await hub.position('C', 'L')).toMatchObject({ sellable: 15, committed: 0 })
    expect(await hub.position('C', 'M')).toMatchObject({ sellable: 20, committed: 0 })

    // Something else in its place: the order still has to be looked at.
    await hub.send(order('other', at('A', 'L', 1)), shipped('other', at('C', 'M', 1)))
    expect(await hub.position('C', 'M')).toMatchObject({ sellable: 19 })
    expect(await lines('other')).toEqual([{ sku: 'A', location_id: 'L', committed: 1, fulfilled: 0 }])

    expect(await hub.deadLetters()).toEqual([])
    const exceptions = await hub.db.kysely.selectFrom('stock_exception').select(['kind', 'sku', 'message']).execute()
    expect(exceptions.map(({ message }) => message).sort()).toEqual([
      '1 of C left M for an order of which no more was open.',
      '2 of B left M, but were promised at L.',
      '2 of C left L, but were promised at M.',
      '5 of A left M, but were promised at L.',
    ])
    expect(exceptions.every(({ kind }) => kind === 'UNEXPECTED_STATE')).toBe(true)
    expect((await audit({ db: hub.db })).differences).toEqual([])
  })

  test('what was shipped of an order that was not open any more is posted, and somebody is told', async () => {
    await using hub = await openIngestHub(kind)
    await hub.shop(['A', 'B', 'C'], ['BER'])
    const line = (sku: string, quantity: number) => ({ sku, locationId: 'BER', quantity })
    const order = (type: string, sku: string) =>
      cloudEvent(`reservation.${type}`, { reference: sku, channelId: 'web', lines: [line(sku, 5)] })
    const shipped = (sku: string, quantity: number) =>
      cloudEvent('reservation.fulfilled', { reference: sku, lines: [line(sku, quantity)] })
    await hub.send(...['A', 'B', 'C'].map((sku) => count(sku, 10)))
    await hub.send(order('held', 'A'), order('confirmed', 'B'), order('confirmed', 'C'))
    await hub.rewrite(sql`update reservation_line set expires_at = now() - interval '1 second' where sku = 'A'`)
    await hub.send(cloudEvent('reservation.released', { reference: 'C' }))

    // It expired, more left than was ordered, and it was canceled.
    const parcels = [shipped('A', 5), shipped('B', 7), shipped('C', 2)]
    expect(await hub.answers(...parcels)).toEqual(Array(3).fill('ACCEPTED'))
    expect(await hub.position('A', 'BER')).toMatchObject({ sellable: 5, held: 0 })
    expect(await hub.position('B', 'BER')).toMatchObject({ sellable: 3, committed: 0 })
    expect(await hub.position('C', 'BER')).toMatchObject({ sellable: 8, committed: 0 })
    // Another reporter of the same tells nothing new of it.
    expect(await hub.answers(...parcels.map((event) => ({ ...event, source: '/wms' })))).toEqual(
      Array(3).fill('CONFIRMED'),
    )
    const exceptions = await hub.db.kysely
      .selectFrom('stock_exception')
      .select(['kind', 'sku', 'quantity', 'document'])
      .orderBy('sku')
      .execute()
    expect(exceptions).toEqual(
      [5, 2, 2].map((quantity, index) => {
        return { kind: 'UNEXPECTED_STATE', sku: 'ABC'[index], quantity, document: 'reservation' }
      }),
    )
    expect((await audit({ db: hub.db })).differences).toEqual([])
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
