import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import type { Submission } from '../../core/ledger/commands.ts'
import { newId } from '../../core/ledger/ids.ts'
import { DATABASE_KINDS } from '../support/database.ts'
import { codesOf, event, openSecondLedger, openTestLedger } from '../support/ledger.ts'

const at = (time: string) => new Date(`2026-03-01T${time}Z`)
const MUG = { sku: 'MUG', locationId: 'BER' }

function submissionOf(command: Submission['command'], more: Partial<Submission> = {}): Submission {
  return { command, client: 'test', channels: null, occurredAt: null, ...more }
}

/** An order that was made, and one step of its life told elsewhere. */
function held(reference: string, quantity: number) {
  return {
    kind: 'reserve',
    id: newId('rsv'),
    channelId: 'web',
    reference,
    ttlSeconds: 900,
    allOrNothing: false,
    lines: [{ ...MUG, quantity }],
    asFact: true,
  } as const
}

function unknownShipment(originId: string | null, destinationId: string | null) {
  const shipmentKind = originId === null ? 'PURCHASE' : 'TRANSFER'
  return { id: newId('shp'), shipmentKind, originId, destinationId, supplier: null, expectedAt: null } as const
}

describe.each(DATABASE_KINDS)('commands that meet in one batch on %s', (kind) => {
  test('an order and its whole life may be told at once', async () => {
    await using hub = await openTestLedger(kind)
    await hub.shop(['MUG'], ['BER'])
    await hub.count('MUG', 'BER', 5)

    const results = await Promise.all([
      hub.submit(held('R-1', 3), { occurredAt: at('08:00:00'), event: event('/market') }),
      hub.submit(
        { kind: 'confirmReservation', reservation: { reference: 'R-1' }, asFact: true },
        { occurredAt: at('08:01:00'), event: event('/market') },
      ),
      hub.submit(
        { kind: 'fulfillReservation', reservation: { reference: 'R-1' }, asFact: true },
        { event: event('/market') },
      ),
    ])
    expect(results.map((result) => result.status)).toEqual(['posted', 'posted', 'posted'])
    expect((await hub.sell('MUG', 'BER', 3, { reference: 'R-1', source: '/till' })).status).toBe('confirmed')
    expect(await hub.position('MUG', 'BER')).toMatchObject({ sellable: 2, held: 0, committed: 0 })
  })

  test('steps of a shipment that nobody announced may be told at once, each with other goods', async () => {
    await using hub = await openTestLedger(kind)
    await hub.shop(['MUG', 'CUP'], ['BER', 'MUC'])
    const results = await Promise.all([
      hub.submit(
        {
          kind: 'dispatchShipment',
          shipment: { reference: 'T-1' },
          lines: [{ sku: 'MUG', quantity: 3 }],
          asFact: unknownShipment('BER', 'MUC'),
        },
        { occurredAt: at('08:00:00'), event: event('/wms') },
      ),
      hub.submit(
        {
          kind: 'receiveShipment',
          shipment: { reference: 'T-1' },
          lines: [{ sku: 'CUP', quantity: 2 }],
          asFact: unknownShipment(null, null),
        },
        { occurredAt: at('09:00:00'), event: event('/wms') },
      ),
    ])

    expect(results.map((result) => result.status)).toEqual(['posted', 'posted'])
    expect(await hub.position('CUP', 'MUC')).toMatchObject({ sellable: 2 })
    expect(await hub.position('MUG', 'MUC')).toMatchObject({ inTransit: 3 })
  })

  test('a shipment is made up as well when it was named by an id that is not known', async () => {
    await using hub = await openTestLedger(kind)
    await hub.shop(['MUG'], ['BER'])
    const result = await hub.submit(
      {
        kind: 'receiveShipment',
        shipment: { id: 'shp_elsewhere' },
        lines: [{ sku: 'MUG', quantity: 2 }],
        asFact: unknownShipment(null, 'BER'),
      },
      { event: event('/wms') },
    )
    expect(result.status).toBe('posted')
    expect(await hub.position('MUG', 'BER')).toMatchObject({ sellable: 2 })
  })

  // Goal: what a later reporter adds happened when the first one says, also when it is the hub itself that acts now.
  test('a correction of a sale from before a count leaves the balance as counted', async () => {
    await using hub = await openTestLedger(kind)
    await hub.shop(['MUG'], ['BER'])
    await hub.sell('MUG', 'BER', 1, { reference: 'R-1', source: '/till', at: at('08:00:00') })
    await hub.count('MUG', 'BER', 10, at('09:00:00'))
    await hub.sell('MUG', 'BER', 3, { reference: 'R-1' })
    expect(await hub.position('MUG', 'BER')).toMatchObject({ sellable: 10 })
  })

  test('what was answered before a count is before it, however fast the two follow', async () => {
    await using hub = await openTestLedger(kind)
    await hub.shop(['MUG'], ['BER'])
    // The clock of the database stands still, or is set back, while the two are made.
    await sql`update bucket_head set recorded_at = clock_timestamp() + interval '1 hour'`.execute(hub.db.kysely)
    await hub.sell('MUG', 'BER', 3)
    await hub.count('MUG', 'BER', 10)
    await hub.sell('MUG', 'BER', 1)
    expect(await hub.position('MUG', 'BER')).toMatchObject({ sellable: 9 })
  })

  test('an order made elsewhere that is not covered is told as oversell', async () => {
    await using hub = await openTestLedger(kind)
    await hub.shop(['MUG'], ['BER'])
    await hub.count('MUG', 'BER', 1)
    await hub.submit(held('R-1', 3), { event: event('/market') })
    const told = await hub.db.kysely.selectFrom('stock_exception').selectAll().execute()
    expect(told).toMatchObject([{ kind: 'OVERSELL', sku: 'MUG', location_id: 'BER', quantity: 2 }])
  })

  test('the answer to what cannot be stored names a point of the feed that exists', async () => {
    await using hub = await openTestLedger(kind)
    await hub.shop(['MUG'], ['BER'])
    const poison = { kind: 'adjustStock', ...MUG, delta: 1, account: 'sellable', reason: 'a\u0000b' } as const
    const { position } = await hub.submit(poison)
    const heads = await hub.db.kysely.selectFrom('bucket_head').selectAll().execute()
    for (const { bucket, number } of heads) expect(position.numbers.get(bucket)).toBe(number)
  })

  test('bulk work goes on while interactive work fills every batch', async () => {
    await using hub = await openTestLedger(kind, { batchSize: 120, batchesInFlight: 1 })
    await hub.shop(['MUG'], ['BER'])
    let answered = 0
    const adjust = (urgency?: 'bulk') =>
      hub.ledger.submit(
        submissionOf({ kind: 'adjustStock', ...MUG, delta: 1, account: 'sellable', reason: 'found' }),
        urgency,
      )
    const interactive = Array.from({ length: 1_000 }, async () => {
      await adjust()
      answered++
    })
    await adjust('bulk')
    expect(answered).toBeLessThan(500)
    await Promise.all(interactive)
  })
})

describe.each(DATABASE_KINDS)('two writers at once on %s', (kind) => {
  test('a dead letter that both replay, mended in two ways, has one effect', async () => {
    await using hub = await openTestLedger(kind)
    await using second = await openSecondLedger(hub)
    const other = second.ledger
    await hub.shop(['MUG', 'CUP'], ['BER'])
    for (let round = 0; round < 10; round++) {
      const id = `e-${round}`
      const refused = await hub.submit(
        { kind: 'refuseEvent', code: 'INVALID_EVENT', message: 'No SKU' },
        { event: event('/erp', id) },
      )
      expect(refused.status).toBe('refused')
      const mended = (sku: string) =>
        submissionOf(
          { kind: 'adjustStock', sku, locationId: 'BER', delta: 1, account: 'sellable', reason: 'found' },
          { event: { ...event('/erp', id, { sku }), retryOf: 'deadLetter' } },
        )
      const results = await Promise.all([hub.ledger.submit(mended('MUG')), other.submit(mended('CUP'))])
      expect(results.map((result) => result.status).sort()).toEqual(['duplicate', 'posted'])
    }
    const found = await hub.db.kysely.selectFrom('position').select('sellable').execute()
    expect(found.reduce((sum, { sellable }) => sum + sellable, 0)).toBe(10)
    const open = await hub.db.kysely.selectFrom('dead_letter').select('id').where('status', '=', 'OPEN').execute()
    expect(open).toEqual([])
  })

  test('a shipment that nobody announced is made up once, whatever reports arrive at the same time', async () => {
    await using hub = await openTestLedger(kind)
    await using second = await openSecondLedger(hub)
    const other = second.ledger
    await hub.shop(['MUG', 'CUP'], ['BER'])
    for (let round = 0; round < 10; round++) {
      const received = (sku: string) =>
        submissionOf(
          {
            kind: 'receiveShipment',
            shipment: { reference: `P-${round}` },
            lines: [{ sku, quantity: 1 }],
            asFact: unknownShipment(null, 'BER'),
          },
          { event: event('/wms') },
        )
      await Promise.all([hub.ledger.submit(received('MUG')), other.submit(received('CUP'))])
    }
    const shipments = await hub.db.kysely.selectFrom('shipment').select('id').execute()
    expect(shipments).toHaveLength(10)
  })

  test('a step and the order that it waits for, told at the same time, find each other', async () => {
    await using hub = await openTestLedger(kind)
    await using second = await openSecondLedger(hub)
    const other = second.ledger
    const woken: string[] = []
    hub.ledger.onAwaited((events) => woken.push(...events.map(({ id }) => id)))
    await hub.shop(['MUG'], ['BER'])
    await hub.count('MUG', 'BER', 100)
    const parked: string[] = []
    for (let round = 0; round < 20; round++) {
      const id = `c-${round}`
      const confirm = submissionOf(
        { kind: 'confirmReservation', reservation: { reference: `R-${round}` }, asFact: true },
        { event: event('/market', id) },
      )
      const [, confirmed] = await Promise.all([
        hub.submit(held(`R-${round}`, 1), { event: event('/market') }),
        other.submit(confirm),
      ])
      if (confirmed.status === 'parked') parked.push(id)
    }
    await expect.poll(() => woken.sort(), { timeout: 2_000 }).toEqual(parked.sort())
  })

  test('a dead letter that has to wait when it is replayed waits, and is not lost', async () => {
    await using hub = await openTestLedger(kind)
    await hub.submit(
      { kind: 'refuseEvent', code: 'INVALID_EVENT', message: 'No reference' },
      { event: event('/market', 'e-1') },
    )
    const confirm = { kind: 'confirmReservation', reservation: { reference: 'R-1' }, asFact: true } as const
    const retry = { ...event('/market', 'e-1', { reference: 'R-1' }), retryOf: 'deadLetter' } as const
    expect((await hub.submit(confirm, { event: retry })).status).toBe('parked')

    const parked = await hub.db.kysely.selectFrom('parked_event').select(['id', 'awaits']).execute()
    expect(parked).toEqual([{ id: 'e-1', awaits: 'reservation R-1' }])
    const letters = await hub.db.kysely.selectFrom('dead_letter').select('status').execute()
    expect(letters).toEqual([{ status: 'REPLAYED' }])
    expect(codesOf(await hub.submit({ kind: 'expireParked' }, { event: { ...retry, retryOf: 'parked' } }))).toEqual([
      'PARKED_TOO_LONG',
    ])
    const after = await hub.db.kysely.selectFrom('dead_letter').select('status').orderBy('status').execute()
    expect(after).toEqual([{ status: 'OPEN' }, { status: 'REPLAYED' }])
  })
})
